# ruff: noqa: E501 - texts and data read best in whole lines
"""Pages that share words with a reporting route and are none: the innocent ones. Texts only."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class LookAlike:
    """`place` is where it stands: contact, document, vacancy, news, organisation or topic.

    `headings` pair a heading with its paragraph; a heading may carry an anchor after a `#`. `mailbox` is shown as contact.
    """

    key: str
    place: str
    title: str
    type: str
    intro: str
    headings: tuple[tuple[str, str], ...] = ()
    mailbox: str = ""
    items: tuple[str, ...] = ()


CONTACT = (
    LookAlike(
        key="bezwaar-maken", place="contact", title="Bezwaar maken tegen een besluit", type="webpagina",
        intro="Bent u het niet eens met een besluit van {the}? Dan kunt u een bezwaarschrift indienen.",
        headings=(
            ("Hoe maakt u bezwaar?", "Stuur een brief met uw naam, adres, de datum en het besluit waar het om gaat. "
             "Schrijf op waarom u het niet eens bent met het besluit."),
            ("Binnen welke termijn?#termijn", "Uw bezwaarschrift moet binnen zes weken na de datum van het besluit bij ons zijn. "
             "De commissie voor bezwaarschriften heeft twaalf weken om te beslissen."),
            ("Beroep bij de rechter", "Bent u het niet eens met de beslissing op bezwaar? Dan kunt u in beroep bij de rechtbank."),
        ),
        mailbox="bezwaar",
    ),
    LookAlike(
        key="schade-melden", place="contact", title="Schade melden en een schadeclaim indienen", type="webpagina",
        intro="Heeft u schade door {theme} van {the}? Dan kunt u een schadevergoeding vragen.",
        headings=(
            ("Wat stuurt u mee?", "Stuur foto's, een rekening en een beschrijving van wat er is gebeurd."),
            ("Klachten over overlast", "Heeft u klachten over lawaai, trillingen of stof bij werkzaamheden? "
             "Bel dan de aannemer. Het nummer staat op het bord bij het werk."),
        ),
        mailbox="schade",
    ),
    LookAlike(
        key="woo-verzoek", place="contact", title="Een Woo-verzoek indienen", type="webpagina",
        intro="Met een beroep op de Wet open overheid (Woo) kunt u {the} om informatie vragen.",
        headings=(
            ("Wat schrijft u in uw verzoek?", "Beschrijf zo precies mogelijk over welk onderwerp u documenten wilt ontvangen."),
            ("Hoe lang duurt het?", "U krijgt binnen vier weken een besluit. Wij kunnen dit met twee weken verlengen."),
        ),
        mailbox="woo",
    ),
    LookAlike(
        key="fraude-melden", place="contact", title="Fraude met {theme} melden", type="webpagina",
        intro="Denkt u dat een bedrijf of inwoner fraude pleegt met {theme}? Meld dit bij {the}.",
        headings=(("Wat gebeurt er met uw melding?", "Wij bekijken uw melding en geven deze zo nodig door aan de inspectie. "
                   "U krijgt geen bericht over de uitkomst."),),
        mailbox="fraude",
        items=("naam van de fraudeur", "wat u heeft gezien", "waar en wanneer het was"),
    ),
    LookAlike(
        key="servicenormen", place="contact", title="Servicenormen", type="webpagina",
        intro="{The} wil u goed en snel helpen. Daarom hebben wij normen voor onze dienstverlening.",
        items=(
            "brieven beantwoorden wij binnen drie weken",
            "e-mails beantwoorden wij binnen twee werkdagen",
            "aan de telefoon wacht u niet langer dan dertig seconden",
        ),
    ),
)  # fmt: skip

PUBLISHED = (
    LookAlike(
        key="gedragscode", place="document", title="Gedragscode integriteit {abbreviation}", type="richtlijn",
        intro="In deze gedragscode staat wat {the} van zijn medewerkers verwacht.",
        headings=(("Voor medewerkers", "Een medewerker neemt geen geschenken aan van meer dan vijftig euro. "
                   "Een medewerker die een integriteitsschending ziet, bespreekt dit met de leidinggevende of de "
                   "interne vertrouwenspersoon."),),
    ),
    LookAlike(
        key="jaarverslag-integriteit", place="document", title="Jaarrapportage integriteit {year}", type="rapport",
        intro="In {year} zijn bij {the} {number} integriteitsmeldingen onderzocht.",
        headings=(("Cijfers", "Van de meldingen ging een derde over ongewenste omgangsvormen. In vier gevallen volgde een straf."),),
    ),
    LookAlike(
        key="klachtenrapportage", place="document", title="Klachtenrapportage {year} {abbreviation}", type="rapport",
        intro="Dit rapport laat zien hoeveel klachten {the} in {year} kreeg en hoe deze zijn afgehandeld.",
        headings=(("Aantal klachten", "Er kwamen {number} klachten binnen. De meeste gingen over lange wachttijden."),),
    ),
    LookAlike(
        key="kamerbrief-integriteit", place="document", title="Kamerbrief over integriteit bij {the}", type="kamerstuk",
        intro="De minister informeert de Tweede Kamer over meldingen van ongewenst gedrag en integriteitsschendingen.",
    ),
    LookAlike(
        key="personeelsregeling", place="document", title="Regeling melden vermoeden misstand voor het personeel", type="regeling",
        intro="Deze regeling geldt alleen voor medewerkers van {the}.",
        headings=(("Artikel 1", "In deze regeling wordt verstaan onder melder: de ambtenaar die een vermoeden van een misstand "
                   "meldt bij zijn leidinggevende of de vertrouwenspersoon."),),
    ),
    LookAlike(
        key="integriteitsadviseur", place="vacancy", title="Integriteitsadviseur", type="vacature",
        intro="Als integriteitsadviseur behandel je meldingen over integriteit en geef je advies aan managers van {the}.",
        headings=(("Wie zoeken wij?", "Je hebt ervaring met onderzoek naar integriteitsschendingen en kunt goed luisteren."),),
    ),
    LookAlike(
        key="klachtbehandelaar", place="vacancy", title="Klachtbehandelaar", type="vacature",
        intro="Als klachtbehandelaar lees je klachten van burgers en zoek je samen naar een oplossing.",
        headings=(("Wat bieden wij?", "Een contract voor een jaar, een salaris in schaal 9 en een fijn team in Proefstad."),),
    ),
    LookAlike(
        key="rapport-over-klachten-aangeboden", place="news", title="Rapport over klachten aangeboden aan de minister",
        type="nieuwsbericht",
        intro="De minister kreeg vandaag een rapport over de behandeling van klachten over {theme}.",
        headings=(("Reactie", "De minister noemt het rapport leerzaam en stuurt het naar de Tweede Kamer."),),
    ),
    LookAlike(
        key="onderzoek-ongewenst-gedrag", place="news", title="Onderzoek naar ongewenst gedrag in de sportwereld",
        type="nieuwsbericht",
        intro="Een commissie doet onderzoek naar grensoverschrijdend gedrag bij verenigingen in {place}.",
        headings=(("Melden bij de vereniging", "Slachtoffers kunnen terecht bij de vertrouwenspersoon van hun vereniging."),),
    ),
    LookAlike(
        key="voormalige-wob", place="news", title="Terugblik: van Wob naar Woo", type="nieuwsbericht",
        intro="Sinds 2022 geldt de Wet open overheid. Die kwam in de plaats van de vroegere Wet openbaarheid van bestuur (Wob).",
    ),
)  # fmt: skip

ENGLISH = (
    LookAlike(
        key="objection", place="contact", title="Lodging an objection", type="web page",
        intro="Do you disagree with a decision of {the}? You can lodge an objection within six weeks.",
        mailbox="bezwaar",
    ),
    LookAlike(
        key="damage", place="contact", title="Claiming damages", type="web page",
        intro="Have you suffered damage caused by {theme}? You can ask {the} for compensation.",
        mailbox="schade",
    ),
    LookAlike(
        key="annual-integrity-report", place="document", title="Annual integrity report {year}", type="report",
        intro="In {year}, {number} reports about integrity were examined at {the}.",
    ),
)  # fmt: skip

SITE = (
    LookAlike(
        key="privacy", place="site", title="Privacyverklaring", type="webpagina",
        intro="Deze website gaat zorgvuldig om met uw persoonsgegevens.",
        headings=(("Klacht over uw privacy", "Vindt u dat wij uw gegevens niet goed gebruiken? Neem dan contact op met de "
                   "functionaris gegevensbescherming. U kunt ook een klacht indienen bij de toezichthouder op de privacy."),),
        mailbox="privacy",
    ),
    LookAlike(
        key="toegankelijkheid", place="site", title="Toegankelijkheid", type="webpagina",
        intro="Iedereen moet deze website kunnen gebruiken. Werkt iets niet? Laat het ons weten.",
        mailbox="webredactie",
    ),
    LookAlike(
        key="kwetsbaarheid-melden", place="site", title="Kwetsbaarheid melden", type="webpagina",
        intro="Heeft u een zwakke plek gevonden in een van onze systemen? Meld deze kwetsbaarheid dan bij ons.",
        headings=(("Spelregels", "Deel het probleem niet met anderen en maak geen misbruik van wat u heeft gevonden. "
                   "U krijgt binnen drie werkdagen een reactie."),),
        mailbox="beveiliging",
    ),
    LookAlike(
        key="help", place="site", title="Hulp bij deze website", type="webpagina",
        intro="Hier leest u hoe u informatie vindt op deze website.",
    ),
    LookAlike(
        key="archief", place="site", title="Archief", type="webpagina",
        intro="Oude versies van deze website worden bewaard in een archief.",
    ),
)  # fmt: skip

SITE_EN = (
    LookAlike(
        key="privacy", place="site", title="Privacy statement", type="web page",
        intro="This website treats your personal data with care. For complaints about privacy, contact the data protection officer.",
        mailbox="privacy",
    ),
    LookAlike(
        key="accessibility", place="site", title="Accessibility", type="web page",
        intro="Everyone should be able to use this website. Is something not working? Please let us know.",
        mailbox="webredactie",
    ),
    LookAlike(
        key="report-vulnerability", place="site", title="Reporting a vulnerability", type="web page",
        intro="Have you found a weak spot in one of our systems? Please report it to us before you tell others.",
        mailbox="beveiliging",
    ),
)  # fmt: skip

TOPICS = (
    LookAlike(
        key="gezondheidsklachten", place="topic", title="Gezondheidsklachten door schimmel in huis", type="vraag-en-antwoord",
        intro="Schimmel en vocht in huis kunnen klachten geven, zoals hoesten en hoofdpijn.",
        headings=(("Wat kunt u doen?", "Lucht uw huis elke dag. Blijven de klachten, ga dan naar uw huisarts of meld het "
                   "bij uw verhuurder."),),
    ),
    LookAlike(
        key="klacht-over-een-school", place="topic", title="Hoe dien ik een klacht in over een school?", type="vraag-en-antwoord",
        intro="Heeft u een klacht over een leraar of de school? Bespreek deze eerst met de school zelf.",
        headings=(("Klachtencommissie", "Elke oefenschool is aangesloten bij een landelijke klachtencommissie voor het onderwijs. "
                   "Het ministerie behandelt geen klachten over scholen."),),
    ),
    LookAlike(
        key="overlast-in-de-buurt", place="topic", title="Waar meld ik overlast op straat?", type="vraag-en-antwoord",
        intro="Overlast, een kapotte lantaarnpaal of losse stoeptegels meldt u bij uw gemeente.",
    ),
    LookAlike(
        key="pesten-op-het-werk", place="topic", title="Wat doet een werkgever tegen pesten op het werk?", type="vraag-en-antwoord",
        intro="Uw werkgever moet u beschermen tegen pesten, agressie en seksuele intimidatie op het werk.",
        headings=(("Vertrouwenspersoon", "Bespreek het met uw leidinggevende of met de vertrouwenspersoon van uw bedrijf."),),
    ),
    LookAlike(
        key="bestandsintegriteit", place="topic", title="Integriteit van digitale bestanden controleren",
        type="vraag-en-antwoord",
        intro="Met een controlegetal kunt u nagaan of een bestand nog hetzelfde is als het origineel.",
    ),
    LookAlike(
        key="nationale-ombudsman", place="topic", title="Wat doet de Nationale ombudsman?", type="vraag-en-antwoord",
        intro="De Nationale ombudsman onderzoekt klachten over de overheid als u er met de organisatie zelf niet uitkomt.",
    ),
    LookAlike(
        key="klokkenluiders-bij-bedrijven", place="topic", title="Welke regels zijn er voor klokkenluiders bij bedrijven?",
        type="vraag-en-antwoord",
        intro="Bedrijven met vijftig of meer werknemers moeten een regeling hebben voor werknemers die een misstand melden.",
    ),
)  # fmt: skip
