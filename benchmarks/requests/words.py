# ruff: noqa: E501 -- sentences stay on one line
"""What the pages of a generated site are called. Written from what government sites call theirs, without looking at
`terms.yaml`; `{u}` is a unit, `{t}` a subject, `{n}` a number."""

UNITS = [
    "Water en Bodem",
    "Energie en Ruimte",
    "Jeugd en Veiligheid",
    "Onderzoek en Wetenschap",
    "Gezondheid en Sport",
    "Buitenlandse Handel",
    "Cultuur en Media",
    "Landbouw en Voedsel",
    "Werk en Inkomen",
    "Mobiliteit en Vervoer",
    "Digitale Zaken",
    "Bos en Kust",
]
THEMES = [
    "afval",
    "belasting betalen",
    "bouwen en verbouwen",
    "dierenwelzijn",
    "energie thuis",
    "erfgoed",
    "familie",
    "geluid",
    "grondwater",
    "huurwoning",
    "inburgering",
    "jeugdhulp",
    "kinderopvang",
    "klimaat",
    "luchtvaart",
    "middelbaar onderwijs",
    "natuur",
    "ondernemen",
    "openbaar vervoer",
    "paspoort",
    "pensioen",
    "rijbewijs",
    "sport",
    "studeren",
    "veiligheid op straat",
    "verkeer",
    "visserij",
    "voedsel",
    "wegen",
    "zorg",
]
PLACES = [
    "Zwolle",
    "Assen",
    "Venlo",
    "Goes",
    "Lelystad",
    "Tiel",
    "Sneek",
    "Ede",
    "Hoorn",
    "Weert",
    "Delfzijl",
    "Meppel",
    "Gouda",
    "Zutphen",
    "Breda",
    "Roermond",
]
SUBJECTS = [
    "subsidie",
    "vergunning",
    "toezicht",
    "keuring",
    "registratie",
    "examen",
    "uitkering",
    "heffing",
    "tarief",
    "aanvraag",
    "controle",
    "regeling",
    "proef",
    "bijdrage",
    "toelage",
    "norm",
    "plan",
    "onderzoek",
    "overleg",
    "project",
    "loket",
    "campagne",
    "voorziening",
    "inschrijving",
    "vrijstelling",
    "erkenning",
    "certificaat",
    "verzekering",
    "opleiding",
    "levering",
    "opslag",
    "onderhoud",
    "aanleg",
    "beheer",
    "herstel",
    "uitvoer",
    "invoer",
    "teelt",
    "bemesting",
    "verhuizing",
]
SIDES = [
    "voor bedrijven",
    "voor ouders",
    "voor gemeenten",
    "in 2024",
    "in 2025",
    "bij nieuwbouw",
    "op zee",
    "in de stad",
    "voor studenten",
    "met korting",
    "zonder diploma",
    "bij ziekte",
    "na scheiding",
    "in het buitenland",
    "voor werkgevers",
    "voor telers",
    "aan huis",
    "bij overlijden",
    "in het weekend",
    "langs de kust",
]

ROUTES = [  # title, slug, what links to it say
    ("Een klacht over ons", "klacht-over-ons", ["Klacht over ons", "Hebt u een klacht?", "Klachten"]),
    ("Klacht over {u} indienen", "klacht-indienen", ["Een klacht indienen", "Klacht over {u}", "Uw klacht"]),
    ("Klachten en complimenten", "klachten-en-complimenten", ["Klachten en complimenten", "Compliment of klacht"]),
    ("Zo gaan wij om met uw klacht", "uw-klacht", ["Wat gebeurt er met uw klacht?", "Zo gaan wij om met uw klacht"]),
    ("Klachtenregeling {u}", "klachtenregeling", ["Klachtenregeling", "Regeling voor klachten"]),
    ("Niet tevreden over onze medewerker?", "niet-tevreden", ["Niet tevreden?", "Ontevreden over een medewerker"]),
    ("Ongewenst gedrag: wat kunt u doen?", "ongewenst-gedrag", ["Ongewenst gedrag", "Last van ongewenst gedrag?"]),
    ("Grensoverschrijdend gedrag melden", "grensoverschrijdend-gedrag", ["Grensoverschrijdend gedrag melden", "Meld grensoverschrijdend gedrag"]),
    ("Seksuele intimidatie door een ambtenaar", "seksuele-intimidatie", ["Seksuele intimidatie door een ambtenaar", "Melden van seksuele intimidatie"]),
    ("Hoe u zich bij ons kunt beklagen", "beklag", ["Hoe u zich kunt beklagen", "Beklag doen"]),
    ("Meldpunt integriteit {u}", "meldpunt-integriteit", ["Meldpunt integriteit", "Integriteit: meldpunt"]),
    ("Een integriteitsschending melden", "integriteitsschending-melden", ["Integriteitsschending melden", "Schending van de integriteit"]),
    ("Vermoeden van een misstand", "vermoeden-misstand", ["Een misstand melden", "Vermoedt u een misstand?"]),
    ("Voor klokkenluiders", "klokkenluiders", ["Klokkenluiders", "Klokkenluidersregeling"]),
    ("Een ambtenaar gaat over de schreef", "over-de-schreef", ["Als een ambtenaar over de schreef gaat", "Over de schreef"]),
    ("Discriminatie door een medewerker melden", "discriminatie-door-medewerker", ["Discriminatie door onze medewerkers", "Gediscrimineerd door een medewerker?"]),
    ("Onheus behandeld", "onheus-behandeld", ["Voelt u zich onheus behandeld?", "Onheus behandeld door ons"]),
    ("Uw mening over onze dienstverlening", "uw-mening", ["Laat ons weten wat beter kan", "Uw mening telt"]),
    ("Corruptie of omkoping melden", "corruptie-melden", ["Corruptie melden", "Meld omkoping"]),
    ("Making a complaint about {u}", "making-a-complaint", ["Make a complaint", "Complaints"]),
    ("Reporting misconduct", "reporting-misconduct", ["Report misconduct", "Misconduct by a civil servant"]),
    ("Vertrouwenspersoon voor mensen van buiten", "vertrouwenspersoon-extern", ["Vertrouwenspersoon", "Praten met een vertrouwenspersoon"]),
]  # fmt: skip
CUELESS_LINKS = [
    "Lees meer",
    "Meer informatie",
    "Bekijk hoe dit werkt",
    "Verder lezen",
    "Naar deze pagina",
    "Zo werkt het",
]
CUELESS_SLUGS = ["artikel", "pagina", "inhoud", "item", "node", "tekst"]
CUE_HEADINGS = [
    "Hebt u een klacht?",
    "Niet tevreden over een medewerker",
    "Ongewenst gedrag of integriteit",
    "Iets melden over ons",
]
PLAIN_HEADINGS = ["Meer over dit onderwerp", "Zie ook", "In deze rubriek", "Verder", "Veel bekeken", "Onderwerpen"]
DESKS = [  # pages on the way to a route; the last two say nothing of what is behind them
    ("Contact met {u}", "contact", "Contact"),
    ("Organisatie van {u}", "organisatie", "Organisatie"),
    ("Over {u}", "over-ons", "Over ons"),
    ("Bezoekers en telefoon", "bereikbaarheid", "Bereikbaarheid"),
    ("Dienstverlening van {u}", "dienstverlening", "Onze dienstverlening"),
    ("Hoe wij werken", "werkwijze", "Hoe wij werken"),
    ("Afspraken en beleid van {u}", "afspraken", "Afspraken"),
]

ORDINARY = (  # pages of any subject, and of parts of the organisation
    ["{t} {s}", "{t} in {p}"],
    ["Directie {t}", "Dienst {t} {s}", "Afdeling {t} in {p}", "Commissie {t} {s}"],
)  # fmt: skip
NOISE = {  # genre -> titles that share words with the routes
    "nieuws": [
        "Meer klachten over {t} {s}", "Minister: integriteit bij {t} moet beter", "Rapport over ongewenst gedrag bij {t}",
        "Klachten over {t} in {p} afgehandeld", "Onderzoek naar misstanden bij {t}", "Meldingen over {t} nemen af",
        "Nieuwe klachtenregeling voor {t} {s}", "Aangifte na corruptie bij {t}", "Meldpunt {t} {s} geopend",
    ],
    "documenten": [
        "Jaarverslag klachtencommissie {t} {s}", "Kamerbrief over grensoverschrijdend gedrag bij {t}",
        "Antwoorden over integriteitsschendingen bij {t}", "Evaluatie klachtbehandeling {t} {s}",
        "Rapport meldingen {t} {s}", "Besluit klachtadviescommissie {t}", "Factsheet discriminatie bij {t}",
    ],
    "vraag-en-antwoord": [
        "Waar kan ik terecht met een klacht over {t} {s}?", "Hoe meld ik fraude met {t}?",
        "Wat doe ik bij gezondheidsklachten door {t}?", "Kan ik een klacht over mijn verhuurder melden {s}?",
        "Hoe meld ik overlast van {t} {s}?", "Waar meld ik een datalek bij {t}?", "Mag {t} worden gecontroleerd {s}?",
    ],
    "onderwerpen": [
        "Integriteit in de sport {s}", "Aanpak van discriminatie bij {t}", "Gedrag in het verkeer {s}",
        "Klachten van huurders over {t}", "Toezicht op meldingen van {t}", "Vertrouwenspersoon op school {s}",
    ],
    "organisatie": ["Klachtadviescommissie {t}", "Adviseur integriteit {t} {s}", "Raad voor gedrag bij {t} in {p}"],
    "vacatures": ["Vacature klachtbehandelaar {t}", "Vacature adviseur integriteit {s}", "Stage bij het meldpunt {t}"],
}  # fmt: skip
ROUTE_TEXT = (
    "U kunt dit bij ons melden. Stuur een e-mail naar {mail} of bel {phone}. Schrijven kan ook: Postbus {box}, 2500 EH "
    "Den Haag. U krijgt binnen een week een ontvangstbevestiging. Iemand die er niet bij betrokken was behandelt uw "
    "bericht. Binnen zes weken krijgt u antwoord. Bent u het daar niet mee eens, dan kunt u naar de Nationale ombudsman. "
)
PLAIN_TEXT = (
    "Op deze pagina staat wat u moet weten over {t}. De regels gelden voor iedereen die hiermee te maken krijgt. Per jaar "
    "wordt bekeken of de afspraken nog passen. In de tabel leest u welke bedragen en termijnen er zijn. "
)
