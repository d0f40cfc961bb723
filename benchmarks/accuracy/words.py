# ruff: noqa: E501 -- sentences stay on one line
"""Wordings as web editors write them, in Dutch and English. `{m}` is the organisation, `{a}` its abbreviation."""

MINISTRIES = [
    ("wenb", "Water en Bodem", "Water and Soil", "WenB", "minwenb.nl"),
    ("er", "Energie en Ruimte", "Energy and Spatial Planning", "ER", "miner.nl"),
    ("jv", "Jeugd en Veiligheid", "Youth and Safety", "JV", "minjeugdveilig.nl"),
    ("ow", "Onderzoek en Wetenschap", "Research and Science", "OW", "minow.nl"),
    ("gs", "Gezondheid en Sport", "Health and Sport", "GS", "mings.nl"),
    ("fb", "Financiën en Belastingen", "Finance and Taxation", "FB", "minfb.nl"),
    ("bh", "Buitenlandse Handel", "Foreign Trade", "BH", "minbhandel.nl"),
    ("cm", "Cultuur en Media", "Culture and Media", "CM", "mincm.nl"),
    ("lv", "Landbouw en Voedsel", "Agriculture and Food", "LV", "minlv.nl"),
    ("wi", "Werk en Inkomen", "Work and Income", "WI", "minwi.nl"),
    ("mob", "Mobiliteit en Vervoer", "Mobility and Transport", "MOB", "minmob.nl"),
    ("dz", "Digitale Zaken", "Digital Affairs", "DZ", "mindz.nl"),
]
AGENCIES = [
    ("rdk", "Rijksdienst Keuringen", "Netherlands Inspection Service", "RDK", "rdkeuringen.nl"),
    ("uvt", "Uitvoeringsdienst Toelagen", "Allowances Agency", "UVT", "uvtoelagen.nl"),
    ("iva", "Inspectie Voertuigen en Arbeid", "Vehicles and Labour Inspectorate", "IVA", "iva-inspectie.nl"),
    ("dwz", "Dienst Wegen en Zeehavens", "Roads and Seaports Agency", "DWZ", "dwz.nl"),
]

TITLES = {
    ("complaint", "nl"): [
        "Klacht indienen",
        "Een klacht indienen over {m}",
        "Klacht over {a}",
        "Klachtenregeling",
        "Klachtenprocedure {a}",
        "Niet tevreden? Dien een klacht in",
        "Een klacht over {a} indienen",
        "U heeft een klacht over {a}",
        "Klachten over {m}",
    ],
    ("complaint", "en"): [
        "Making a complaint",
        "Submit a complaint about {a}",
        "Complaints procedure",
        "Filing a complaint about {m}",
        "If you have a complaint about us",
        "How to make a complaint",
    ],
    ("integrity", "nl"): [
        "Integriteitsschending melden",
        "Een integriteitsmelding doen",
        "Schending van integriteit melden",
        "Meldpunt integriteit {a}",
        "Melding van een integriteitsschending",
        "Niet integer handelen door een medewerker melden",
    ],
    ("integrity", "en"): [
        "Reporting an integrity violation",
        "Report a breach of integrity",
        "Report misconduct by a member of staff",
        "Integrity: report misconduct",
    ],
    ("integrity+conduct", "nl"): [
        "Ongewenst gedrag of een integriteitsschending melden",
        "Integriteitsschending of ongewenst gedrag: wat te doen?",
        "Meldpunt integriteit en ongewenst gedrag",
        "Melding maken van ongewenst gedrag of een schending van de integriteit",
    ],
    ("integrity+conduct", "en"): [
        "Reporting inappropriate behaviour or an integrity violation",
        "Integrity violations and undesirable behaviour: what can you do?",
        "Report misconduct or inappropriate behaviour",
    ],
    ("conduct", "nl"): [
        "Ongewenst gedrag melden",
        "Grensoverschrijdend gedrag door een medewerker melden",
        "Ongewenst gedrag: wat kunt u doen?",
        "Ongewenste omgangsvormen melden",
        "Melding van grensoverschrijdend gedrag",
    ],
    ("conduct", "en"): [
        "Report undesirable behaviour",
        "Inappropriate behaviour: what should you do?",
        "Reporting harassment or bullying by our staff",
    ],
    ("integrity+conduct+complaint", "nl"): [
        "Klacht of melding over een medewerker",
        "Klacht, ongewenst gedrag of integriteitsschending melden",
        "Een klacht of integriteitsmelding indienen bij {a}",
    ],
    ("integrity+conduct+complaint", "en"): [
        "Complaints and reports about inappropriate behaviour or integrity",
        "Complaint about or report of misconduct by our staff",
    ],
    ("whistleblower", "nl"): [
        "Misstand melden als klokkenluider",
        "Meldregeling klokkenluiders",
        "Een vermoeden van een misstand melden",
    ],
    ("whistleblower", "en"): [
        "Whistleblowing: report a suspected wrongdoing",
        "Reporting a wrongdoing as a whistleblower",
    ],
}
LINKS = {
    ("complaint", "nl"): [
        "Klacht indienen",
        "Een klacht over {a} indienen",
        "Klachten",
        "Ik heb een klacht over {m}",
        "{title}",
        "{title}",
    ],
    ("complaint", "en"): ["Make a complaint", "Complaints", "Complain about {a}", "{title}"],
    ("integrity", "nl"): ["Integriteit: melding doen", "Integriteitsschending melden", "{title}", "{title}"],
    ("integrity", "en"): ["Report an integrity violation", "{title}"],
    ("conduct", "nl"): ["Ongewenst gedrag melden", "Grensoverschrijdend gedrag melden", "{title}"],
    ("conduct", "en"): ["Report inappropriate behaviour", "{title}"],
    ("whistleblower", "nl"): ["Misstand melden (klokkenluiders)", "{title}"],
    ("whistleblower", "en"): ["Whistleblowers", "{title}"],
}
INTRO = {
    ("complaint", "nl"): [
        "Bent u niet tevreden over de manier waarop {m} u heeft behandeld? Dan kunt u een klacht indienen.",
        "Vindt u dat een medewerker van {m} u niet goed heeft behandeld? U kunt hierover een klacht indienen.",
        "Doet {m} iets niet, te laat of verkeerd? Laat het ons weten met een klacht. Wij nemen iedere klacht serieus.",
        "Iedereen kan een klacht indienen over {m} of over iemand die bij ons werkt.",
    ],
    ("complaint", "en"): [
        "Are you unhappy with the way {m} has treated you? You can make a complaint.",
        "If you feel that one of our employees did not treat you properly, you can submit a complaint to {m}.",
        "Anyone can file a complaint about {m} or about someone who works for us.",
    ],
    ("integrity", "nl"): [
        "Heeft u gezien dat een medewerker van {m} niet integer handelt? Dan kunt u dat bij ons melden.",
        "Vermoedt u dat een ambtenaar van {m} zich schuldig maakt aan belangenverstrengeling, corruptie of misbruik van bevoegdheden? Meld de integriteitsschending dan bij ons.",
        "Ook als u niet bij de overheid werkt, kunt u een integriteitsschending door een medewerker van {m} melden.",
    ],
    ("integrity", "en"): [
        "Have you noticed that an employee of {m} does not act with integrity? You can report it to us.",
        "Do you suspect that an official of {m} is guilty of a conflict of interest, corruption or abuse of authority? Report the integrity violation to us.",
    ],
    ("conduct", "nl"): [
        "Heeft een medewerker van {m} zich ongewenst tegenover u gedragen? Denk aan pesten, discriminatie, agressie of seksuele intimidatie. U kunt dit ongewenste gedrag melden.",
        "Heeft u last van grensoverschrijdend gedrag door iemand die bij {m} werkt, zoals (seksuele) intimidatie of discriminatie? Meld het.",
    ],
    ("conduct", "en"): [
        "Has an employee of {m} behaved inappropriately towards you? For example bullying, discrimination, aggression or sexual harassment. You can report this behaviour.",
        "If someone who works for {m} has harassed, bullied or discriminated against you, you can report it here.",
    ],
    ("whistleblower", "nl"): [
        "Heeft u door uw werk te maken met {m} en vermoedt u een misstand? Als leverancier, onderaannemer of vrijwilliger kunt u die melden als klokkenluider.",
        "Werkt u samen met {m} en ziet u dat er iets ernstig misgaat? De Wet bescherming klokkenluiders beschermt u als u een vermoeden van een misstand meldt.",
    ],
    ("whistleblower", "en"): [
        "Do you work with {m} as a supplier, contractor or volunteer and do you suspect a wrongdoing? You can report it as a whistleblower.",
    ],
}
STATEMENTS = {
    "acknowledgement": {
        "nl": [
            "U krijgt binnen een week een ontvangstbevestiging.",
            "Wij sturen u een bevestiging dat wij uw bericht hebben ontvangen.",
            "Binnen vijf werkdagen bevestigen wij de ontvangst.",
            "Na het versturen krijgt u een ontvangstbevestiging per e-mail.",
        ],
        "en": [
            "You will receive a confirmation of receipt within five working days.",
            "We will send you an acknowledgement of receipt.",
            "Within a week we will confirm that we have received your message.",
        ],
    },
    "deadline": {
        "nl": [
            "Wij handelen uw klacht af binnen zes weken. Deze termijn kan met vier weken worden verlengd.",
            "U krijgt binnen 6 weken een antwoord. Lukt dat niet, dan kunnen wij de termijn met 4 weken verlengen.",
            "De behandeling van uw klacht duurt maximaal zes weken.",
            "Binnen zes weken na ontvangst hoort u wat wij met uw klacht hebben gedaan.",
        ],
        "en": [
            "We will deal with your complaint within six weeks. This period may be extended by four weeks.",
            "You will receive an answer within 6 weeks.",
            "Handling your complaint takes no more than six weeks.",
        ],
    },
    "ombudsman": {
        "nl": [
            "Bent u niet tevreden over de behandeling? Dan kunt u naar de Nationale ombudsman.",
            "Komen wij er samen niet uit? Leg uw klacht dan voor aan de Nationale ombudsman.",
            "Daarna kunt u met uw klacht terecht bij de Nationale ombudsman.",
        ],
        "en": [
            "If you are not satisfied with how we handled your complaint, you can go to the National Ombudsman.",
            "You can then take your complaint to the National Ombudsman.",
        ],
    },
    "one-year-limit": {
        "nl": [
            "Dien uw klacht in binnen een jaar nadat het is gebeurd.",
            "Is het langer dan een jaar geleden gebeurd? Dan hoeven wij uw klacht niet te behandelen.",
        ],
        "en": [
            "Please submit your complaint within one year of the event.",
            "If it happened more than a year ago, we do not have to deal with your complaint.",
        ],
    },
    "hearing": {
        "nl": [
            "U mag uw verhaal mondeling toelichten: wij nodigen u uit om te worden gehoord.",
            "U krijgt de gelegenheid om te worden gehoord.",
        ],
        "en": ["You will be given the opportunity to be heard."],
    },
    "uninvolved-handler": {
        "nl": [
            "Uw klacht wordt behandeld door iemand die niet bij de kwestie betrokken was.",
            "Degene over wie u klaagt, behandelt uw klacht niet zelf.",
        ],
        "en": ["Your complaint will be handled by someone who was not involved in the matter."],
    },
    "confidentiality": {
        "nl": ["Wij behandelen uw melding vertrouwelijk.", "Uw gegevens behandelen wij strikt vertrouwelijk."],
        "en": ["We treat your report confidentially.", "Your report will be treated in confidence."],
    },
    "anonymous": {"nl": ["U kunt ook anoniem melden."], "en": ["You can also report anonymously."]},
    "no-cost": {"nl": ["Het kost u niets."], "en": ["It is free of charge."]},
    "external-authority": {
        "nl": ["U kunt ook melden bij het Huis voor Klokkenluiders."],
        "en": ["You can also report to the Whistleblowers Authority (Huis voor Klokkenluiders)."],
    },
}
BODY = {
    "nl": [
        "Schrijf op wat er is gebeurd, wanneer het was en wie erbij waren.",
        "Vermeld altijd uw naam en adres, zodat wij u kunnen bereiken.",
        "Stuur kopieën mee van brieven of foto's die van belang zijn.",
        "Wij nemen contact met u op om uw verhaal te bespreken.",
        "Daarna onderzoeken wij wat er is gebeurd.",
        "Tot slot laten wij u weten wat de uitkomst is.",
        "Heeft u hulp nodig bij het schrijven? Vraag iemand om u te helpen.",
        "Wij leren van wat u ons vertelt.",
    ],
    "en": [
        "Write down what happened, when it happened and who was there.",
        "Please give your name and address, so that we can reach you.",
        "Enclose copies of letters or photos that matter.",
        "We will contact you to talk about what happened.",
        "We will then look into the matter.",
        "Finally, we will tell you the outcome.",
    ],
}
HARMLESS = {  # notes that are true, and that a careless reader might misread
    "nl": [
        "Werkt u bij {m}? Dan kunt u ook naar de vertrouwenspersoon op ons intranet.",
        "Hebben wij uw brief niet gevonden in het archief? Dan laten wij u dat weten.",
        "Tot 2010 heette deze afdeling Bureau Burgerbrieven.",
        "Een klacht over een besluit is niet mogelijk. Maak in dat geval binnen zes weken bezwaar.",
        "Heeft u schade door ons werk? Daarvoor geldt een andere procedure.",
        "Wij bewaren uw dossier vijf jaar.",
        "Medewerkers van {m} volgen ieder jaar een training over integriteit.",
    ],
    "en": [
        "If you work for {m}, you can also talk to the confidential adviser on our intranet.",
        "A complaint about a decision is not possible. In that case, please lodge an objection within six weeks.",
        "Could your letter not be found? We will let you know.",
        "We keep your file for five years.",
    ],
}
STAFF_ONLY = {
    "nl": [
        "Deze regeling is alleen bedoeld voor medewerkers van {m}.",
        "Let op: u kunt hier uitsluitend melden als u bij {m} werkt.",
        "Dit meldpunt is alleen voor eigen personeel. Werkt u niet bij {m}, dan kunt u hier niet terecht.",
    ],
    "en": [
        "This procedure is for employees of {m} only.",
        "Please note: only staff of {m} can report here. Members of the public cannot use this page.",
    ],
}
NOT_FOUND = {
    "nl": [
        ("Pagina niet gevonden", "De pagina die u zoekt, bestaat niet (meer)."),
        ("404 - Deze pagina bestaat niet", "Misschien is de pagina verhuisd of verwijderd."),
        ("Sorry, deze pagina kunnen we niet vinden", "Controleer het adres of ga terug naar de homepage."),
        ("Oeps! Pagina niet gevonden", "De opgevraagde pagina is niet gevonden op deze website."),
    ],
    "en": [
        ("Page not found", "The page you are looking for does not exist."),
        ("404: this page could not be found", "It may have been moved or removed."),
    ],
}
NEWS = {
    "nl": [
        "Nieuwe subsidie voor {t}",
        "Minister bezoekt project over {t}",
        "Kamerbrief over {t}",
        "Meer geld voor {t}",
        "Onderzoek naar {t} gestart",
        "Vragen en antwoorden over {t}",
        "Jaarverslag: {t} in cijfers",
        "Internetconsultatie {t} geopend",
        "Gemeenten aan de slag met {t}",
    ],
    "en": [
        "New grant for {t}",
        "Minister visits project on {t}",
        "Letter to parliament about {t}",
        "Study of {t} has started",
    ],
}
TOPICS = {
    "nl": [
        "schoon water",
        "veilige wegen",
        "zonnepanelen",
        "jeugdwerk",
        "wetenschap",
        "sportclubs",
        "belastingen",
        "handelsmissies",
        "musea",
        "bodemkwaliteit",
        "voedselprijzen",
        "werk voor jongeren",
        "het spoor",
        "digitale post",
        "woningbouw",
        "windmolens op zee",
        "de fiets",
        "oude monumenten",
    ],
    "en": [
        "clean water",
        "road safety",
        "solar panels",
        "youth work",
        "sports clubs",
        "trade missions",
        "museums",
        "food prices",
        "railways",
    ],
}
NEWS_BODY = {
    "nl": [
        "Het kabinet trekt hier de komende jaren meer geld voor uit.",
        "De regeling gaat volgend jaar in.",
        "Dat staat in een brief aan de Tweede Kamer.",
        "Gemeenten en provincies werken samen aan de plannen.",
        "De eerste resultaten komen in het voorjaar.",
        "Veel mensen hebben hier elke dag mee te maken.",
    ],
    "en": [
        "The government will spend more on this in the coming years.",
        "The scheme will start next year.",
        "The first results are expected in spring.",
    ],
}
# Pages that resemble a route and are none: (title, slug, sentences, with own contact channel)
LOOK_ALIKES = {
    "nl": [
        (
            "Schade melden",
            "schade-melden",
            [
                "Heeft u schade door werkzaamheden van {m}? Vul het schadeformulier in of mail ons.",
                "Wij beoordelen of wij uw schade vergoeden.",
            ],
            "schade",
        ),
        (
            "Klachten over geluidsoverlast",
            "geluidsoverlast",
            [
                "Heeft u last van geluid van onze bouwplaats? Bel de omgevingsmanager.",
                "Wij passen de werktijden zo nodig aan.",
            ],
            "omgeving",
        ),
        (
            "Bezwaar maken",
            "bezwaar-maken",
            [
                "Bent u het niet eens met een besluit van {m}? Maak binnen zes weken bezwaar.",
                "Stuur uw bezwaarschrift naar de afdeling Juridische Zaken.",
            ],
            "bezwaar",
        ),
        (
            "Woo-verzoek indienen",
            "woo-verzoek",
            ["Met een Woo-verzoek vraagt u {m} om informatie openbaar te maken."],
            "woo",
        ),
        (
            "Privacy: uw gegevens inzien of een privacyklacht",
            "privacyverklaring",
            ["U mag uw persoonsgegevens inzien. Stuur uw verzoek naar de functionaris gegevensbescherming."],
            "privacy",
        ),
        (
            "Kwetsbaarheid melden",
            "kwetsbaarheid-melden",
            ["Heeft u een zwakke plek in onze website gevonden? Meld dit bij ons beveiligingsteam."],
            "security",
        ),
        (
            "Fraude door een bedrijf melden",
            "fraude-melden",
            ["Weet u dat een bedrijf fraudeert met een subsidie? Geef het door aan de toezichthouder."],
            "fraude",
        ),
        (
            "Gezondheidsklachten door fijnstof",
            "gezondheidsklachten",
            ["Fijnstof kan klachten geven aan de luchtwegen. Ga bij klachten naar uw huisarts."],
            "",
        ),
        (
            "Jaarrapportage integriteit {y}",
            "jaarrapportage-integriteit",
            ["In {y} ontving {m} 14 meldingen van integriteitsschendingen. Dat staat in de jaarrapportage."],
            "",
        ),
        (
            "Klachtenrapportage {y}",
            "klachtenrapportage",
            ["In {y} dienden 211 mensen een klacht in. Meer dan de helft was gegrond."],
            "",
        ),
        (
            "Gedragscode integriteit",
            "gedragscode-integriteit",
            ["In deze gedragscode staat wat wij van onze medewerkers verwachten.", "Integer handelen is van iedereen."],
            "",
        ),
        (
            "Vacature: klachtenfunctionaris",
            "vacature-klachtenfunctionaris",
            ["Wij zoeken een klachtenfunctionaris voor 32 uur per week. Solliciteer voor het einde van de maand."],
            "werving",
        ),
        (
            "Vacature: adviseur integriteit",
            "vacature-adviseur-integriteit",
            ["Word jij onze nieuwe adviseur integriteit? Stuur je cv."],
            "werving",
        ),
        (
            "Klacht over een school",
            "klacht-over-een-school",
            [
                "Heeft u een klacht over een school? Praat eerst met de school zelf. {m} behandelt klachten over scholen niet."
            ],
            "",
        ),
        (
            "Reactie op rapport over ongewenst gedrag in de sport",
            "reactie-rapport-gedrag-sport",
            ["De minister reageert op het rapport over grensoverschrijdend gedrag in de sport."],
            "",
        ),
        (
            "Servicenormen",
            "servicenormen",
            ["Wij beantwoorden brieven binnen drie weken en e-mail binnen twee werkdagen."],
            "",
        ),
        (
            "Storing melden",
            "storing-melden",
            ["Werkt een formulier op onze website niet? Geef de storing door."],
            "webredactie",
        ),
        (
            "Overtreding door een werkgever melden",
            "overtreding-werkgever",
            ["Ziet u dat een werkgever de regels overtreedt? Geef het door aan de Arbeidsinspectie."],
            "",
        ),
    ],
    "en": [
        (
            "Lodging an objection",
            "objection",
            ["Do you disagree with a decision? You can lodge an objection within six weeks."],
            "objection",
        ),
        (
            "Reporting a vulnerability",
            "vulnerability-disclosure",
            ["Have you found a weak spot in our website? Tell our security team."],
            "security",
        ),
        ("Claiming damages", "claiming-damages", ["Have our works caused damage? Fill in the claim form."], "claims"),
        ("Annual integrity report {y}", "integrity-report", ["In {y} the integrity office handled 14 cases."], ""),
    ],
}
UI = {
    "nl": {
        "home": "Home",
        "news": "Nieuws",
        "topics": "Onderwerpen",
        "contact": "Contact",
        "organisation": "Organisatie",
        "documents": "Publicaties",
        "ministries": "Ministeries",
        "next": "Volgende pagina",
        "prev": "Vorige pagina",
        "email": "E-mail",
        "phone": "Telefoon",
        "post": "Postadres",
        "form": "Formulier",
        "here": "U bent hier",
        "menu": "Hoofdmenu",
        "about": "Over deze site",
        "privacy": "Privacy",
        "access": "Toegankelijkheid",
        "cookies": "Cookies",
        "modified": "Laatst gewijzigd op",
        "how": "Zo werkt het",
        "reach": "Zo bereikt u ons",
        "after": "En daarna?",
        "service": "Service",
        "jobs": "Werken bij",
        "colophon": "Colofon",
        "visit": "Bezoekadres",
        "responsible": "Verantwoordelijk",
        "other": "This page in English",
    },
    "en": {
        "home": "Home",
        "news": "News",
        "topics": "Topics",
        "contact": "Contact",
        "organisation": "Organisation",
        "documents": "Publications",
        "ministries": "Ministries",
        "next": "Next page",
        "prev": "Previous page",
        "email": "Email",
        "phone": "Telephone",
        "post": "Postal address",
        "form": "Form",
        "here": "You are here",
        "menu": "Main menu",
        "about": "About this site",
        "privacy": "Privacy",
        "access": "Accessibility",
        "cookies": "Cookies",
        "modified": "Last modified",
        "how": "How it works",
        "reach": "How to reach us",
        "after": "What happens next?",
        "service": "Service",
        "jobs": "Working for us",
        "colophon": "Colophon",
        "visit": "Visiting address",
        "responsible": "Responsible",
        "other": "Deze pagina in het Nederlands",
    },
}
FORM_FIELDS = {
    "nl": ["Uw naam", "Uw adres", "Uw e-mailadres", "Wat is er gebeurd?"],
    "en": ["Your name", "Your address", "Your email address", "What happened?"],
}
MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]
