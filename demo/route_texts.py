# ruff: noqa: E501 - texts and data read best in whole lines
"""What good route pages say, in several wordings per sentence, in Dutch and English."""

from collections.abc import Mapping

Texts = Mapping[str, Mapping[str, str | tuple[str, ...]]]
"""Per language and key a sentence, or several wordings of it."""

COMPLAINT: Texts = {
    "nl": {
        "intro": (
            "Heeft een medewerker van {the} u niet netjes geholpen? Of heeft u te lang op antwoord moeten wachten? "
            "Dan kunt u een klacht indienen.",
            "Bent u niet tevreden over hoe {the} met u is omgegaan? U kunt dan een klacht bij ons indienen.",
            "{The} wil u goed helpen. Gaat er toch iets mis, dan horen wij graag uw klacht.",
        ),
        "about": "Waarover kunt u een klacht indienen?",
        "subjects": (
            "een medewerker was onbeleefd of luisterde niet",
            "u kreeg verkeerde of onvolledige informatie",
            "u moest te lang wachten op een antwoord",
            "wij kwamen een afspraak niet na",
        ),
        "how": "Hoe dient u een klacht in?",
        "write": (
            "Schrijf in uw klacht uw naam en adres, de datum, en wat er is gebeurd. U mag uw klacht ook mondeling doorgeven.",
            "Vertel ons wat er is gebeurd, wanneer dat was en om wie het gaat. Zet uw naam, adres en de datum erbij. "
            "Bellen mag ook.",
        ),
        "next": "Wat gebeurt er met uw klacht?",
        "acknowledge": (
            "U krijgt van ons een ontvangstbevestiging.",
            "Wij bevestigen de ontvangst van uw klacht binnen vijf werkdagen.",
            "Wij sturen u een bevestiging van ontvangst met de naam van de behandelaar.",
        ),
        "handler": (
            "Iemand die niet bij de zaak betrokken was, behandelt uw klacht. U mag uw verhaal komen vertellen.",
            "De behandelaar is niet iemand over wie u klaagt. Wij nodigen u uit voor een gesprek als u dat wilt.",
        ),
        "deadline": (
            "Binnen zes weken krijgt u antwoord op uw klacht. Lukt dat niet, dan mogen wij de termijn met vier weken verlengen.",
            "Wij handelen uw klacht af binnen 6 weken. Deze termijn kan één keer met vier weken worden verlengd. "
            "U krijgt daarover bericht.",
        ),
        "after": "Niet eens met de afhandeling van uw klacht?",
        "ombudsman": (
            "Bent u het niet eens met hoe wij uw klacht hebben behandeld? Ga dan binnen een jaar naar de Nationale ombudsman.",
            "Vindt u dat wij uw klacht niet goed hebben afgehandeld? Dan kunt u naar de Nationale ombudsman. Dat kost niets.",
        ),
        "not": "Wanneer kunt u geen klacht indienen?",
        "not_text": "Bent u het niet eens met een besluit? Dan kunt u {}. Heeft u schade? Lees hoe u {}.",
    },
    "en": {
        "intro": (
            "Are you dissatisfied with the way an employee of {the} treated you? You can file a complaint with us.",
            "{The} wants to help you properly. If something goes wrong, please let us know by filing a complaint.",
        ),
        "about": "What can you complain about?",
        "subjects": (
            "an employee was impolite or did not listen",
            "you were given incorrect information",
            "you had to wait too long for an answer",
        ),
        "how": "How do you file a complaint?",
        "write": (
            "State your name and address, the date and what happened. You may also file your complaint by telephone.",
        ),
        "next": "What happens to your complaint?",
        "acknowledge": (
            "We will send you an acknowledgement of receipt.",
            "We will confirm that we have received your complaint.",
        ),
        "handler": (
            "Your complaint is handled by someone who was not involved. You can explain your complaint in person.",
        ),
        "deadline": (
            "You will receive an answer within six weeks. We may extend this period by four weeks.",
            "We will deal with your complaint within 6 weeks. This term can be extended once by four weeks.",
        ),
        "after": "Not satisfied with our answer?",
        "ombudsman": (
            "If you disagree with the way we handled your complaint, you can go to the National Ombudsman within one year.",
        ),
        "not": "When can you not file a complaint?",
        "not_text": "Do you disagree with a decision? Then read how to {}. Have you suffered damage? Read how to {}.",
    },
}

REPORT: Texts = {
    "nl": {
        "integrity": (
            "Heeft u gezien dat een medewerker van {the} niet integer handelt? Meld dit dan bij ons.",
            "Denkt u dat een medewerker van {the} een integriteitsschending heeft begaan? Dan kunt u dat hier melden.",
        ),
        "conduct": (
            "Heeft u last van ongewenst gedrag door een medewerker van {the}? U kunt dit bij ons melden.",
            "Heeft een medewerker van {the} zich ongewenst tegen u gedragen? Wij willen dat graag weten. U kunt hier melden.",
        ),
        "both": (
            "Heeft u te maken gehad met ongewenst gedrag of een integriteitsschending door een medewerker van {the}? "
            "Dan kunt u dat melden.",
        ),
        "whistleblower": (
            "Vermoedt u een misstand bij {the}? Werkt u voor ons of met ons samen, bijvoorbeeld als leverancier of "
            "inhuurkracht? Dan kunt u die misstand als klokkenluider melden.",
        ),
        "about_integrity": "Wat is een integriteitsschending?",
        "integrity_items": (
            "belangenverstrengeling, bijvoorbeeld een opdracht gunnen aan familie",
            "misbruik van bevoegdheden",
            "geschenken of geld aannemen",
            "vertrouwelijke informatie doorgeven aan anderen",
        ),
        "about_conduct": "Wat is ongewenst gedrag?",
        "conduct_items": ("pesten", "discriminatie", "seksuele intimidatie", "agressie, geweld of bedreiging"),
        "about_whistleblower": "Wat is een misstand?",
        "whistleblower_items": (
            "een gevaar voor de gezondheid of de veiligheid van mensen",
            "schade aan het milieu",
            "een overtreding van de wet waar veel mensen last van hebben",
        ),
        "how": "Hoe doet u een melding?",
        "who": (
            "U hoeft niet bij de overheid te werken om een melding te doen. Iedereen kan melden.",
            "Iedereen van buiten de organisatie kan hier een melding doen: burgers, bedrijven en bezoekers.",
        ),
        "next": "Wat doen wij met uw melding?",
        "recipient": (
            "De integriteitscoördinator ontvangt uw melding en belt u voor een gesprek.",
            "Uw melding komt bij de integriteitscoördinator. Deze bespreekt met u wat er nodig is.",
        ),
        "confidential": (
            "Wij behandelen uw melding vertrouwelijk. Uw naam wordt niet zonder uw toestemming gedeeld.",
            "Uw melding is vertrouwelijk: alleen de integriteitscoördinator weet wie u bent.",
        ),
        "authority": "U mag uw melding ook direct doen bij het Huis voor Klokkenluiders.",
        "see": "Gaat het om iets anders? Lees dan ook: {}.",
    },
    "en": {
        "integrity": (
            "Have you noticed that an employee of {the} is breaching integrity? Please report this to us.",
            "Do you suspect an integrity violation by an employee of {the}? You can report it here.",
        ),
        "conduct": ("Have you experienced undesirable behaviour by an employee of {the}? You can report this to us.",),
        "both": (
            "Have you experienced inappropriate behaviour or noticed a breach of integrity by an employee of {the}? "
            "You can report it.",
        ),
        "whistleblower": (
            "Do you suspect wrongdoing at {the}? Do you work for us or with us, for example as a supplier or a "
            "contractor? You can report that wrongdoing as a whistleblower.",
        ),
        "about_integrity": "What is a breach of integrity?",
        "integrity_items": (
            "a conflict of interest, such as giving a contract to a relative",
            "abuse of authority",
            "accepting gifts or money",
            "passing on confidential information",
        ),
        "about_conduct": "What is undesirable behaviour?",
        "conduct_items": ("bullying", "discrimination", "sexual harassment", "aggression, violence or threats"),
        "about_whistleblower": "What is wrongdoing?",
        "whistleblower_items": (
            "a danger to the health or safety of people",
            "damage to the environment",
            "a breach of the law that affects many people",
        ),
        "how": "How do you make a report?",
        "who": ("You do not have to work for the government. Anyone outside the organisation can make a report.",),
        "next": "What do we do with your report?",
        "recipient": ("The integrity coordinator receives your report and will call you.",),
        "confidential": ("We treat your report as confidential. Your name will not be shared without your consent.",),
        "authority": "You may also report directly to the Dutch Whistleblowers Authority.",
        "see": "Is it about something else? Then also read: {}.",
    },
}

CRIME_ITEMS = (
    "omkoping: een ambtenaar neemt geld aan",
    "lekken van geheimen",
    "valsheid in geschrifte",
    "verduistering",
)
CRIME = {
    "intro": "Denkt u dat een ambtenaar een strafbaar feit heeft gepleegd, zoals corruptie? Iedereen kan dit bij ons melden.",
    "about": "Wat is een ambtsmisdrijf?",
    "how": "Hoe meldt u een ambtsmisdrijf?",
    "who": "U hoeft niet bij de overheid te werken. Een rechercheur luistert naar uw verhaal en bespreekt wat er kan gebeuren.",
}

STAFF = {
    "intro": "Dit meldpunt is uitsluitend bedoeld voor medewerkers van {the}.",
    "more": "Werkt u niet bij het ministerie? Dan kunt u hier geen melding doen. Als medewerker kunt u hier een "
    "integriteitsschending melden die u op het werk ziet.",
}
