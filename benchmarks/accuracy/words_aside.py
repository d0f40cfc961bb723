# ruff: noqa: E501 -- sentences stay on one line
"""Other wordings for the same things, used only by seeds from 900 on, which nobody looks at while developing.

Do not read this file while working on the program: it keeps the figures of those seeds honest.
"""

TITLES = {
    ("complaint", "nl"): [
        "Een klacht? Laat het ons weten",
        "Klachtenformulier en klachtbehandeling",
        "Hoe dient u een klacht in?",
        "Uw klacht over {m}",
        "Onze klachtenprocedure",
        "Indienen van een klaagschrift",
        "Klachtbehandeling {a}",
        "Ontevreden over {a}? Zo klaagt u",
    ],
    ("complaint", "en"): [
        "Complaining about {a}",
        "How to complain",
        "Complaint handling",
        "Lodging a complaint with {m}",
        "Not happy with our service? Make a complaint",
    ],
    ("integrity", "nl"): [
        "Niet-integer gedrag van een ambtenaar melden",
        "Integriteit: zo doet u een melding",
        "Melden van een integriteitsinbreuk",
        "Vermoeden van een integriteitsschending? Meld het",
        "Meldpunt voor integriteit",
    ],
    ("integrity", "en"): [
        "Suspected breach of integrity: how to report it",
        "Report an integrity breach by an official",
        "Integrity contact point",
    ],
    ("integrity+conduct", "nl"): [
        "Melding over integriteit of ongewenste omgangsvormen",
        "Ongewenst gedrag en integriteit: melden",
        "Melden van grensoverschrijdend gedrag of integriteitsinbreuken",
    ],
    ("integrity+conduct", "en"): [
        "Report unacceptable behaviour or a breach of integrity",
        "Unacceptable behaviour and integrity breaches: reporting",
    ],
    ("conduct", "nl"): [
        "Grensoverschrijdend gedrag? Meld het bij ons",
        "Melding van pesten, intimidatie of discriminatie door een ambtenaar",
        "Ongewenst gedrag van een medewerker",
    ],
    ("conduct", "en"): [
        "Unacceptable behaviour by an employee: report it",
        "Bullying, harassment or discrimination by our staff",
    ],
    ("integrity+conduct+complaint", "nl"): [
        "Klachten en meldingen over gedrag en integriteit",
        "Een klacht of melding over {a}: ongewenst gedrag en integriteit",
    ],
    ("integrity+conduct+complaint", "en"): [
        "Complaints, inappropriate behaviour and integrity: how to report",
        "Complaints and integrity reports",
    ],
    ("whistleblower", "nl"): [
        "Klokkenluiders: een misstand melden bij {a}",
        "Vermoeden van een misstand? Zo meldt u dit",
    ],
    ("whistleblower", "en"): ["Whistleblower reports", "Reporting suspected malpractice (whistleblowers)"],
}
LINKS = {
    ("complaint", "nl"): ["Ik wil een klacht indienen", "Dien een klacht in bij {a}", "{title}"],
    ("complaint", "en"): ["I want to complain", "Lodge a complaint", "{title}"],
    ("integrity", "nl"): ["Melding over integriteit doen", "{title}"],
    ("integrity", "en"): ["Report a breach of integrity", "{title}"],
    ("conduct", "nl"): ["Melding van ongewenste omgangsvormen", "{title}"],
    ("conduct", "en"): ["Report harassment", "{title}"],
    ("whistleblower", "nl"): ["Klokkenluidersmelding", "{title}"],
    ("whistleblower", "en"): ["Report as a whistleblower", "{title}"],
}
INTRO = {
    ("complaint", "nl"): [
        "Voelt u zich onjuist bejegend door {m}? U heeft dan het recht om een klacht in te dienen.",
        "Het kan gebeuren dat u het niet eens bent met de wijze waarop {m} met u is omgegaan. In dat geval kunt u een klacht bij ons indienen.",
        "U kunt over het optreden van {m} of van een van onze ambtenaren een klacht indienen.",
    ],
    ("complaint", "en"): [
        "Do you feel that {m} has treated you badly? You have the right to complain.",
        "You may complain to us about the conduct of {m} or of one of our officials.",
    ],
    ("integrity", "nl"): [
        "Ziet u dat iemand van {m} vertrouwelijke gegevens lekt, zich laat omkopen of zijn functie misbruikt? Dat is een integriteitsschending. U kunt deze bij ons melden.",
        "Wij verwachten van onze ambtenaren dat zij integer zijn. Gaat het toch mis bij {m}? Dan horen wij dat graag van u.",
    ],
    ("integrity", "en"): [
        "Have you seen someone at {m} leak confidential data, take a bribe or misuse a position? You can report this breach of integrity to us."
    ],
    ("conduct", "nl"): [
        "Niemand hoeft ongewenst gedrag te accepteren. Bent u uitgescholden, lastiggevallen of gediscrimineerd door een medewerker van {m}? Vertel het ons.",
        "U bent door een ambtenaar van {m} geïntimideerd of seksueel lastiggevallen. Wat kunt u doen? U kunt daarvan melding maken.",
    ],
    ("conduct", "en"): [
        "Nobody has to put up with unacceptable behaviour. Has an official of {m} insulted, harassed or discriminated against you? Please tell us."
    ],
    ("whistleblower", "nl"): [
        "Bent u zzp'er, leverancier of stagiair en weet u van een ernstige misstand bij {m}? De Wet bescherming klokkenluiders regelt hoe u die veilig kunt melden."
    ],
    ("whistleblower", "en"): [
        "Are you a freelancer, supplier or trainee and do you know of serious malpractice at {m}? Whistleblowers can report it safely."
    ],
}
STATEMENTS = {
    "acknowledgement": {
        "nl": [
            "U ontvangt van ons een bevestiging van ontvangst.",
            "Zodra uw bericht binnen is, laten wij u weten dat we het hebben ontvangen.",
            "Uiterlijk twee weken na ontvangst krijgt u een schriftelijke bevestiging.",
        ],
        "en": [
            "You will get a message confirming that we have received your letter.",
            "We confirm receipt within two weeks.",
        ],
    },
    "deadline": {
        "nl": [
            "U hoort uiterlijk na zes weken wat de uitkomst is.",
            "Wij streven ernaar uw klacht in 4 weken af te ronden, maar uiterlijk binnen 6 weken.",
            "De afhandeling van uw klacht neemt ten hoogste zes weken in beslag; wij mogen dit eenmaal met vier weken verdagen.",
        ],
        "en": [
            "We aim to close your complaint within six weeks of receiving it.",
            "You will hear the outcome no later than six weeks after we received your complaint.",
        ],
    },
    "ombudsman": {
        "nl": [
            "Vindt u dat wij uw klacht niet goed hebben afgehandeld? De Nationale ombudsman kan dan onderzoek doen.",
            "Na afloop staat de weg naar de Nationale ombudsman open.",
        ],
        "en": [
            "The National Ombudsman can look into the way we dealt with your complaint.",
            "Still unhappy? Please turn to the National Ombudsman.",
        ],
    },
    "one-year-limit": {
        "nl": ["Wij behandelen geen klachten over iets dat langer dan een jaar geleden is gebeurd."],
        "en": ["We do not handle complaints about events that took place more than a year ago."],
    },
    "hearing": {
        "nl": ["Voordat wij een besluit nemen, kunt u tijdens een hoorzitting uw kant van het verhaal vertellen."],
        "en": ["Before we decide, you may tell your side of the story at a hearing."],
    },
    "uninvolved-handler": {
        "nl": ["Een collega die er zelf niets mee te maken had, onderzoekt uw klacht."],
        "en": ["A colleague who had nothing to do with the matter will look into your complaint."],
    },
    "confidentiality": {
        "nl": ["Wij gaan vertrouwelijk om met wat u ons vertelt."],
        "en": ["What you tell us remains confidential."],
    },
    "anonymous": {
        "nl": ["Wilt u uw naam niet noemen? Een anonieme melding is ook mogelijk."],
        "en": ["You may remain anonymous if you wish."],
    },
    "no-cost": {"nl": ["Aan het indienen zijn geen kosten verbonden."], "en": ["There are no costs involved."]},
    "external-authority": {
        "nl": ["Liever extern melden? Dat kan bij het Huis voor Klokkenluiders."],
        "en": ["If you prefer to report externally, contact the Dutch Whistleblowers Authority."],
    },
}
BODY = {
    "nl": [
        "Omschrijf zo precies mogelijk wat u is overkomen.",
        "Noteer de datum en de plaats.",
        "Zet uw handtekening onder de brief.",
        "Voeg bewijsstukken toe als u die heeft.",
        "Een van onze medewerkers belt u voor een gesprek.",
        "Wij bekijken samen met u wat de beste oplossing is.",
    ],
    "en": [
        "Describe what happened to you as precisely as you can.",
        "Mention the date and the place.",
        "Sign your letter.",
        "Add evidence if you have any.",
        "A member of our team will call you.",
    ],
}
HARMLESS = {
    "nl": [
        "Bent u ambtenaar bij {m}? Kijk dan op het rijksportaal voor de interne meldregeling.",
        "Wij konden vorig jaar drie dossiers niet vinden; dat is inmiddels hersteld.",
        "Wilt u bezwaar maken tegen een beschikking? Dat moet binnen zes weken.",
        "Gaat uw klacht over een gemeente? Neem dan contact op met die gemeente.",
    ],
    "en": [
        "Staff of {m} can find the internal procedure on the intranet.",
        "Objections to a decision must reach us within six weeks.",
        "If your complaint is about a municipality, please contact that municipality.",
    ],
}
STAFF_ONLY = {
    "nl": [
        "Deze pagina is uitsluitend voor ambtenaren van {m}.",
        "Dit loket staat alleen open voor onze eigen medewerkers, niet voor burgers.",
        "Alleen werknemers van {m} kunnen gebruikmaken van deze voorziening.",
    ],
    "en": [
        "Only employees of {m} may use this procedure.",
        "This service is open to our own staff only and not to the public.",
    ],
}
NOT_FOUND = {
    "nl": [
        ("Deze pagina is er niet meer", "Het adres klopt niet of de pagina is weggehaald."),
        ("Fout 404", "De pagina die u opvroeg kon niet worden gevonden."),
    ],
    "en": [
        ("This page no longer exists", "The address is wrong or the page has been removed."),
        ("Error 404", "The page you requested could not be found."),
    ],
}
