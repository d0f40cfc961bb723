# ruff: noqa: E501 - texts and data read best in whole lines
"""Who is on the pretend web: two portals, twelve ministries, four agencies and their reporting routes. Data only.

Every name is invented and says so. Telephone numbers start with 070-0 and mail domains end in `.test`: neither can be
in use, now or ever.
"""

from dataclasses import dataclass, field

PORTAL, PORTAL_EN, PORTAL_ALIAS = "portal", "portal-en", "portal-alias"
MAIL_DOMAIN = "verzonnen.test"


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """A way to report or complain; `path` and `path_en` are the last part of its addresses, per language.

    `channels` names the types it offers: email, phone, post, form (a page of its own), embedded (a form in the page).
    """

    id: str
    kinds: tuple[str, ...]
    title: str
    path: str
    title_en: str = ""
    path_en: str = ""
    channels: tuple[str, ...] = ("email", "phone", "post")
    statements: tuple[str, ...] = ()
    audience: str = "external"
    valid_until: str = ""  # a day in the past: its page is gone and nobody expects it

    @property
    def languages(self) -> tuple[str, ...]:
        return ("nl", "en") if self.title_en else ("nl",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A ministry or agency. `site` is where it lives: the portal, or a site of its own (then equal to `id`)."""

    id: str
    number: int
    name: str
    name_en: str
    abbreviation: str
    slug: str
    themes: tuple[str, ...]
    themes_en: tuple[str, ...] = ()
    routes: tuple[Route, ...] = ()
    type: str = "ministry"
    slug_en: str = ""
    site: str = PORTAL
    design: str = "rijk"
    former_name: str = ""
    sitemap: str = "plain"  # plain, index, gz or none
    robots: bool = True
    search: bool = False
    obfuscated: bool = False  # shows e-mail addresses as "naam (at) domein"
    soft_not_found: bool = False  # unknown addresses are answered with 200 and the "not found" page
    places: tuple[str, ...] = field(
        default=("Proefstad", "Oefendam", "Voorbeeldhoven", "Verzonnen aan Zee", "Rietmeer")
    )

    @property
    def english(self) -> bool:
        return bool(self.themes_en)

    @property
    def site_en(self) -> str:
        return PORTAL_EN if self.site == PORTAL else self.site

    @property
    def mail_domain(self) -> str:
        return f"min{self.id}.{MAIL_DOMAIN}" if self.type == "ministry" else f"{self.id}.{MAIL_DOMAIN}"

    def label(self, language: str) -> str:
        """The full name, which says that it is an example."""
        return self.name_en if language == "en" else self.name

    def short(self, language: str) -> str:
        return self.label(language).rpartition(" (")[0]

    def the(self, language: str) -> str:
        """The name as it stands in a sentence."""
        article = "the" if language == "en" else "het" if self.type == "ministry" else "de"
        return f"{article} {self.short(language)}"


def _integrity(**changes: object) -> Route:
    return _route(
        "integriteit", ("integrity",), "Een integriteitsschending melden", "integriteitsschending-melden", changes
    )


def _conduct(**changes: object) -> Route:
    return _route("ongewenst-gedrag", ("conduct",), "Ongewenst gedrag melden", "ongewenst-gedrag-melden", changes)


def _report(**changes: object) -> Route:
    title = "Ongewenst gedrag of een integriteitsschending: wat te doen?"
    return _route("melden", ("integrity", "conduct"), title, "ongewenst-gedrag-wat-te-doen", changes)


def _whistleblower() -> Route:
    changes: dict[str, object] = {
        "title_en": "Reporting wrongdoing as a whistleblower",
        "path_en": "whistleblowers",
        "statements": ("recipient", "confidentiality", "external-authority"),
    }
    return _route(
        "klokkenluiders", ("whistleblower",), "Een misstand melden als klokkenluider", "klokkenluiders", changes
    )


def _complaint(title: str, path: str = "klacht-indienen", **changes: object) -> Route:
    return _route("klacht", ("complaint",), title, path, changes)


def _route(route_id: str, kinds: tuple[str, ...], title: str, path: str, changes: dict[str, object]) -> Route:
    values: dict[str, object] = {"id": route_id, "kinds": kinds, "title": title, "path": path}
    return Route(**(values | changes))  # type: ignore[arg-type]


_EN_INTEGRITY = {"title_en": "Reporting an integrity violation", "path_en": "reporting-an-integrity-violation"}
_EN_CONDUCT = {"title_en": "Reporting undesirable behaviour", "path_en": "reporting-undesirable-behaviour"}
_EN_REPORT = {
    "title_en": "Inappropriate behaviour or a breach of integrity: what should you do?",
    "path_en": "inappropriate-behaviour-what-should-you-do",
}
_EN_COMPLAINT = {"title_en": "Filing a complaint about the ministry", "path_en": "filing-a-complaint"}

MINISTRIES = (
    Organisation(
        id="vpz", number=11, name="Ministerie van Proefzaken (voorbeeld)", name_en="Ministry of Trial Affairs (example)",
        abbreviation="VPZ", slug="ministerie-van-proefzaken", slug_en="ministry-of-trial-affairs",
        themes=("proefprojecten", "oefenverkiezingen", "testdorpen", "proefregels", "modelwoningen"),
        themes_en=("pilot projects", "practice elections", "test villages", "model houses"),
        routes=(
            _report(**_EN_REPORT, statements=("confidentiality", "recipient")),
            _complaint("Een klacht indienen over het Ministerie van Proefzaken", **_EN_COMPLAINT),
            Route(
                id="meldpunt-medewerkers", kinds=("integrity",), title="Meldpunt integriteit voor medewerkers",
                path="meldpunt-integriteit-voor-medewerkers", audience="staff", channels=("email", "phone"),
            ),
            _whistleblower(),
        ),
    ),
    Organisation(
        id="vvw", number=12, name="Ministerie van Verzonnen Waterwerken (voorbeeld)",
        name_en="Ministry of Invented Waterworks (example)", abbreviation="VVW",
        slug="ministerie-van-verzonnen-waterwerken", slug_en="ministry-of-invented-waterworks",
        themes=("sluizen", "bruggen", "dijken", "gemalen", "vaarwegen"),
        themes_en=("locks", "bridges", "dikes", "pumping stations"),
        routes=(
            _integrity(**_EN_INTEGRITY, statements=("recipient",)),
            Route(
                id="meldpunt-oud", kinds=("integrity",), title="Meldpunt Waterwerken", path="meldpunt-waterwerken",
                channels=("email",), valid_until="2024-12-31",
            ),
            _conduct(**_EN_CONDUCT),
            _complaint("Klacht over het Ministerie van Verzonnen Waterwerken", "klacht-over-het-ministerie"),
            _whistleblower(),
        ),
    ),
    Organisation(
        id="vbb", number=13, name="Ministerie van Bedachte Belastingen (voorbeeld)",
        name_en="Ministry of Imaginary Taxes (example)", abbreviation="VBB",
        slug="ministerie-van-bedachte-belastingen", slug_en="ministry-of-imaginary-taxes",
        themes=("heffingen", "toeslagen", "aangiften", "vrijstellingen", "rekenregels"),
        themes_en=("levies", "allowances", "tax returns", "exemptions"),
        routes=(
            _integrity(**_EN_INTEGRITY, channels=("email", "post", "form")),
            _conduct(),
            _complaint("Klacht indienen over het Ministerie van Bedachte Belastingen", **_EN_COMPLAINT),
        ),
    ),
    Organisation(
        id="vln", number=14, name="Ministerie van Luchtkastelen en Natuur (voorbeeld)",
        name_en="Ministry of Castles in the Air and Nature (example)", abbreviation="VLN",
        slug="ministerie-van-luchtkastelen-en-natuur", slug_en="ministry-of-castles-in-the-air-and-nature",
        themes=("natuurgebieden", "luchtkastelen", "bossen", "weidevogels", "stiltegebieden"),
        themes_en=("nature reserves", "castles in the air", "forests", "meadow birds"),
        former_name="Ministerie van Wolken en Landerijen (voorbeeld)",
        routes=(
            _report(title="Ongewenst gedrag en integriteit: melden bij het ministerie", path="melden", **_EN_REPORT),
            _complaint("Een klacht over het Ministerie van Luchtkastelen en Natuur", "een-klacht", **_EN_COMPLAINT),
        ),
    ),
    Organisation(
        id="vss", number=15, name="Ministerie van Schijnverkeer en Stations (voorbeeld)",
        name_en="Ministry of Pretend Traffic and Stations (example)", abbreviation="VSS",
        slug="ministerie-van-schijnverkeer-en-stations", slug_en="ministry-of-pretend-traffic-and-stations",
        themes=("stations", "fietspaden", "buslijnen", "snelwegen", "rotondes"),
        themes_en=("stations", "cycle paths", "bus services", "roundabouts"),
        routes=(
            _integrity(**_EN_INTEGRITY),
            _conduct(title="Last van ongewenst gedrag door een medewerker", path="ongewenst-gedrag", **_EN_CONDUCT),
            _complaint("Klachtenregeling Ministerie van Schijnverkeer en Stations", "klachtenregeling", **_EN_COMPLAINT),
            _whistleblower(),
        ),
    ),
    Organisation(
        id="vow", number=16, name="Ministerie van Oefenonderwijs en Wetenschap (voorbeeld)",
        name_en="Ministry of Practice Education and Science (example)", abbreviation="VOW",
        slug="ministerie-van-oefenonderwijs-en-wetenschap", slug_en="ministry-of-practice-education-and-science",
        themes=("oefenscholen", "lesboeken", "musea", "bibliotheken", "onderzoeksbeurzen"),
        themes_en=("practice schools", "museums", "libraries", "research grants"),
        routes=(
            _report(**_EN_REPORT),
            _complaint(
                "Een klacht indienen over het Ministerie van Oefenonderwijs en Wetenschap", "klacht-over-vow", **_EN_COMPLAINT
            ),
            _whistleblower(),
        ),
    ),
    Organisation(
        id="vgs", number=17, name="Ministerie van Gespeelde Sport en Zorg (voorbeeld)",
        name_en="Ministry of Make-believe Sport and Care (example)", abbreviation="VGS",
        slug="ministerie-van-gespeelde-sport-en-zorg", slug_en="ministry-of-make-believe-sport-and-care",
        themes=("sporthallen", "zorgplannen", "huisartsenposten", "zwembaden", "wachtlijsten"),
        themes_en=("sports halls", "care plans", "swimming pools", "waiting lists"),
        routes=(
            _integrity(**_EN_INTEGRITY, statements=("confidentiality",)),
            _conduct(),
            _complaint("Uw klacht over het Ministerie van Gespeelde Sport en Zorg", "uw-klacht", **_EN_COMPLAINT),
        ),
    ),
    Organisation(
        id="vdd", number=21, name="Ministerie van Denkbeeldige Dienstverlening (voorbeeld)",
        name_en="Ministry of Imaginary Services (example)", abbreviation="VDD", slug="ministerie-van-denkbeeldige-dienstverlening",
        site="vdd", design="kaarten", sitemap="gz", search=True,
        themes=("loketten", "formulieren", "uitkeringen", "afspraken", "digitale brieven"),
        routes=(
            _integrity(channels=("email", "post")),
            _conduct(),
            _complaint("Klacht indienen over het Ministerie van Denkbeeldige Dienstverlening"),
        ),
    ),
    Organisation(
        id="vjv", number=22, name="Ministerie van Juridische Verzinsels (voorbeeld)",
        name_en="Ministry of Legal Fictions (example)", abbreviation="VJV", slug="ministerie-van-juridische-verzinsels",
        site="vjv", design="kaarten", sitemap="index",
        themes=("rechtbanken", "wetboeken", "spookvonnissen", "notarissen", "oefenzittingen"),
        routes=(
            _integrity(title="Meldpunt integriteit", path="meldpunt-integriteit"),
            _conduct(title="Melding van ongewenst gedrag doen", path="melding-ongewenst-gedrag"),
            _complaint("Heeft u een klacht over het Ministerie van Juridische Verzinsels?", "heeft-u-een-klacht",
                       channels=("email", "phone", "post", "embedded")),
        ),
    ),
    Organisation(
        id="ved", number=23, name="Ministerie van Economische Dromen (voorbeeld)",
        name_en="Ministry of Economic Dreams (example)", abbreviation="VED", slug="ministerie-van-economische-dromen",
        slug_en="ministry-of-economic-dreams", site="ved", design="kaarten", search=True,
        themes=("droombedrijven", "markten", "vergunningen", "subsidies", "windmolens"),
        themes_en=("dream companies", "markets", "permits", "windmills"),
        routes=(
            Route(
                id="klacht-of-melding", kinds=("integrity", "conduct", "complaint"),
                title="Klacht of melding over een medewerker", path="klacht-of-melding-over-een-medewerker",
                title_en="Complaint or report about an employee", path_en="complaint-or-report-about-an-employee",
                channels=("email", "phone", "post", "form"), statements=("confidentiality",),
            ),
            _whistleblower(),
        ),
    ),
    Organisation(
        id="vbr", number=24, name="Ministerie van Buitengewone Betrekkingen (voorbeeld)",
        name_en="Ministry of Extraordinary Relations (example)", abbreviation="VBR",
        slug="ministerie-van-buitengewone-betrekkingen", site="vbr", design="tabel",
        themes=("ambassades", "reisadviezen", "verdragen", "luchtbruggen", "postduiven"),
        themes_en=("embassies", "travel advice", "treaties", "carrier pigeons"),
        routes=(
            _integrity(title="Integriteitsmelding doen", path="integriteitsmelding", **_EN_INTEGRITY),
            _conduct(**_EN_CONDUCT),
            _complaint("Interne klachtbehandeling", "interne-klachtbehandeling", **_EN_COMPLAINT),
        ),
    ),
    Organisation(
        id="vaf", number=25, name="Ministerie van Alledaagse Fantasie (voorbeeld)",
        name_en="Ministry of Everyday Fantasy (example)", abbreviation="VAF", slug="ministerie-van-alledaagse-fantasie",
        site="vaf", design="tabel", soft_not_found=True,
        themes=("sprookjes", "speeltuinen", "bankjes", "straatnamen", "vlaggen"),
        routes=(
            _report(title="Ongewenst gedrag of niet integer handelen melden", path="melden"),
            _complaint("Klacht over het Ministerie van Alledaagse Fantasie"),
        ),
    ),
)  # fmt: skip

AGENCIES = (
    Organisation(
        id="prc", number=31, type="agency", name="Proefrecherche (voorbeeld)", name_en="Trial Investigation Service (example)",
        abbreviation="PRC", slug="proefrecherche", site="prc", design="tabel",
        themes=("speurhonden", "vergrootglazen", "sporen", "dossiers", "raadsels"),
        routes=(
            Route(
                id="ambtsmisdrijf", kinds=("official-crime",), title="Ambtelijke corruptie of een ambtsmisdrijf melden",
                path="ambtsmisdrijf-melden", channels=("email", "phone"),
            ),
            _complaint("Klacht over de Proefrecherche", "klachten"),
        ),
    ),
    Organisation(
        id="dvp", number=32, type="agency", name="Dienst Verzonnen Paspoorten (voorbeeld)",
        name_en="Agency for Invented Passports (example)", abbreviation="DVP", slug="dienst-verzonnen-paspoorten",
        site="dvp", design="kaarten", themes=("paspoorten", "pasfoto's", "reisdocumenten", "balies", "wachtrijen"),
        routes=(
            _integrity(),
            _complaint("Een klacht over de Dienst Verzonnen Paspoorten", channels=("email", "phone", "post", "form")),
        ),
    ),
    Organisation(
        id="oin", number=33, type="agency", name="Oefeninspectie (voorbeeld)", name_en="Practice Inspectorate (example)",
        abbreviation="OIN", slug="oefeninspectie", site="oin", design="tabel", sitemap="none", obfuscated=True,
        themes=("werkplaatsen", "steigers", "helmen", "controles", "veiligheidsplannen"),
        routes=(
            _integrity(title="Integriteitsschending door een inspecteur melden"),
            _complaint("Klacht over een medewerker van de Oefeninspectie", "klacht-over-een-medewerker"),
        ),
    ),
    Organisation(
        id="wdr", number=34, type="agency", name="Waterdienst Rietmeer (voorbeeld)", name_en="Rietmeer Water Service (example)",
        abbreviation="WDR", slug="waterdienst-rietmeer", site="wdr", design="kaarten", robots=False,
        themes=("oevers", "rietkragen", "peilschalen", "watergangen", "stuwen"),
        routes=(
            _report(title="Ongewenst gedrag of een integriteitsschending melden", path="melding-doen"),
            _complaint("Klacht over de Waterdienst Rietmeer", "klacht-over-de-waterdienst"),
        ),
    ),
)  # fmt: skip

ORGANISATIONS = MINISTRIES + AGENCIES

PORTAL_ORGANISATION = Organisation(
    id="voorbeeldoverheid", number=10, type="portal", name="Voorbeeldoverheid.nl (verzonnen)",
    name_en="Examplegovernment.nl (fictional)", abbreviation="VO", slug="", slug_en="", search=True, sitemap="index",
    themes=tuple(theme for ministry in MINISTRIES if ministry.site == PORTAL for theme in ministry.themes),
    themes_en=tuple(theme for ministry in MINISTRIES if ministry.site == PORTAL for theme in ministry.themes_en),
)  # fmt: skip
