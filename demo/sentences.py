# ruff: noqa: E501 - texts and data read best in whole lines
"""Sentences for the many ordinary pages: varied, plain, invented, and the same for the same seed."""

import random
from collections.abc import Sequence

from demo.organisations import Organisation

_NEWS = {
    "nl": (
        "Vanaf volgend jaar komt er meer geld voor {theme} in {place}.",
        "De minister heeft vandaag een bezoek gebracht aan {place} en sprak daar met bewoners over {theme}.",
        "Uit onderzoek blijkt dat inwoners van {place} tevreden zijn over {theme}.",
        "De plannen voor {theme} liggen vanaf maandag zes weken ter inzage in het gemeentehuis van {place}.",
        "Samen met {place} werkt het ministerie aan betere {theme}.",
        "Het aantal meldingen over {theme} is het afgelopen jaar met {number} procent gedaald.",
        "Bewoners konden meedenken over {theme}. Er kwamen {number} ideeën binnen.",
        "De werkzaamheden duren naar verwachting {number} dagen.",
        "Volgens de minister is dit een belangrijke stap voor iedereen die met {theme} te maken heeft.",
        "De Tweede Kamer praat volgende maand verder over {theme}.",
        "Er komt een proef met {theme} op {number} plaatsen in het land.",
        "De proef in {place} laat zien dat {theme} goedkoper kunnen dan gedacht.",
        "Ondernemers in {place} reageren verdeeld op het nieuws over {theme}.",
        "De eerste resultaten worden in het voorjaar verwacht.",
        "Wie meer wil weten over {theme}, kan terecht op een avond in {place}.",
        "Het kabinet trekt hier {number} miljoen euro voor uit.",
        "De nieuwe regels voor {theme} gelden voor het hele land.",
        "In {place} staan al jaren veel {theme}. Daarom begint het project daar.",
        "De minister bedankte de vrijwilligers die zich inzetten voor {theme}.",
        "Een onafhankelijke commissie kijkt over {number} maanden hoe het gaat.",
    ),
    "en": (
        "More money will be available for {theme} in {place} from next year.",
        "The minister visited {place} today and talked to residents about {theme}.",
        "A survey shows that residents of {place} are satisfied with {theme}.",
        "The plans for {theme} can be viewed at the town hall of {place} from Monday.",
        "The ministry and {place} are working together on better {theme}.",
        "The number of questions about {theme} fell by {number} per cent last year.",
        "Residents sent in {number} ideas about {theme}.",
        "The House of Representatives will debate {theme} next month.",
        "A trial with {theme} will start in {number} places.",
        "The first results are expected in spring.",
        "The government has set aside {number} million euros for this.",
        "The new rules for {theme} apply to the whole country.",
    ),
}
_TOPIC = {
    "nl": (
        "De overheid zorgt ervoor dat {theme} voor iedereen goed geregeld zijn.",
        "Voor {theme} gelden landelijke regels. De gemeente controleert of iedereen zich daaraan houdt.",
        "Woont u in {place}? Dan kunt u bij de gemeente terecht met vragen over {theme}.",
        "Het ministerie maakt het beleid voor {theme}. Uitvoerders zorgen dat het in de praktijk werkt.",
        "Sinds de wijziging van de regels zijn er {number} procent meer {theme} goedgekeurd.",
        "Er zijn verschillende soorten {theme}. Welke het beste past, hangt af van uw situatie.",
        "Elk jaar onderzoekt het ministerie de kwaliteit van {theme}.",
        "De kosten voor {theme} verschillen per regio. In {place} zijn ze lager dan gemiddeld.",
        "U hoeft zelf niets te doen. U krijgt vanzelf bericht als er iets verandert.",
        "Soms heeft u een vergunning nodig. Die vraagt u aan bij de gemeente.",
        "Er zijn {number} plekken in het land waar u {theme} kunt bekijken.",
        "De regels voor {theme} staan in de Wet op de voorbeelden.",
    ),
    "en": (
        "The government makes sure that {theme} are properly organised for everyone.",
        "National rules apply to {theme}. The municipality checks whether everyone follows them.",
        "Do you live in {place}? You can ask the municipality about {theme}.",
        "The ministry makes policy on {theme}. Other organisations carry it out.",
        "There are several kinds of {theme}. Which one suits you depends on your situation.",
        "The quality of {theme} is examined every year.",
        "You do not have to do anything. You will receive a letter if anything changes.",
        "There are {number} places in the country where you can see {theme}.",
    ),
}
_WORK = {
    "nl": (
        "Als {job} werk je aan {theme}. Je schrijft adviezen en overlegt met collega's in {place}.",
        "Je bent nieuwsgierig, kunt goed luisteren en schrijft helder.",
        "We bieden een salaris in schaal 10, een laptop en een ov-kaart.",
        "Je komt te werken in een team van {number} mensen.",
        "Reageren kan tot en met het einde van de maand. Stuur een motivatie en je cv.",
        "De gesprekken zijn in {place}. Een assessment kan onderdeel zijn van de procedure.",
        "Je hebt een afgeronde opleiding en ervaring met {theme}.",
    ),
    "en": ("As {job} you will work on {theme}.",),
}
_POOLS = {"news": _NEWS, "topic": _TOPIC, "work": _WORK}

HEADLINES = {
    "nl": (
        "Meer geld voor {theme}",
        "Minister bezoekt {place} voor {theme}",
        "Nieuwe regels voor {theme}",
        "Proef met {theme} in {place}",
        "Inwoners van {place} denken mee over {theme}",
        "Onderzoek naar {theme} afgerond",
        "Kabinet wil betere {theme}",
        "Werkzaamheden aan {theme} in {place}",
        "Aantal {theme} gestegen",
        "Prijs voor {theme} in {place}",
        "Commissie gaat kijken naar {theme}",
        "Avond over {theme} in {place}",
    ),
    "en": (
        "More money for {theme}",
        "Minister visits {place}",
        "New rules for {theme}",
        "Trial with {theme} in {place}",
        "Residents of {place} discuss {theme}",
        "Study of {theme} completed",
    ),
}
JOBS = (
    "beleidsmedewerker", "communicatieadviseur", "projectleider", "jurist", "administratief medewerker", "inspecteur",
    "data-analist", "managementassistent", "adviseur bedrijfsvoering", "programmeur", "financieel adviseur", "onderzoeker",
)  # fmt: skip


class Writer:
    """Writes for one organisation; the seed decides what."""

    def __init__(self, organisation: Organisation, seed: str, language: str = "nl") -> None:
        self._random = random.Random(f"{organisation.id}:{language}:{seed}")
        self._language = language
        self._organisation = organisation
        self._used: set[str] = set()

    def text(self, pool: str, sentences: int, theme: str = "", job: str = "") -> str:
        """So many different sentences about one theme; none twice as long as there are others."""
        templates = [template for template in _POOLS[pool][self._language] if template not in self._used]
        chosen = self._random.sample(templates, min(sentences, len(templates)))
        self._used.update(chosen)
        return " ".join(self.fill(template, theme, job) for template in chosen)

    def headline(self, number: int) -> str:
        templates = HEADLINES[self._language]
        return self.fill(templates[(number + 5 * self._organisation.number) % len(templates)], self.theme(number))

    def theme(self, number: int) -> str:
        """One of the organisation's themes."""
        return self._themes[number % len(self._themes)]

    def fill(self, template: str, theme: str = "", job: str = "") -> str:
        places = self._organisation.places
        return template.format(
            theme=theme or self.choice(self._themes),
            place=self.choice(places),
            job=job,
            number=self._random.randint(3, 48),
        )

    def choice(self, options: Sequence[str]) -> str:
        return self._random.choice(options)

    @property
    def _themes(self) -> tuple[str, ...]:
        return self._organisation.themes_en if self._language == "en" else self._organisation.themes
