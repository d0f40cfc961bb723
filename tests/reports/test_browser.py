"""The report in a browser: for everyone, on every screen, on paper, and without a mouse."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from expectations.model import Language
from reports import html_report
from tests.browsing import HOME, MODES, Looker, browser, looking
from tests.builders import a_finding, a_report, a_run
from tests.reports.hostile import hostile_report
from tests.reports.sample import sample_report

pytestmark = pytest.mark.browser

PAGES = html_report.render(sample_report(), Language.NL)
# The overview, and organisations with findings old and resolved, with what could not be measured, with a waiver, with
# pages that came close, and with nothing to repair.
KINDS = ("index.html", "vlw.html", "vdd.html", "vkk.html", "dienst.html", "portaal.html")
ENGLISH = {name: html_report.render(sample_report(), Language.EN)[name] for name in ("index.html", "vlw.html")}
EMPTY = html_report.render(a_report(organisations=(), origins=(), run=a_run(finished=None)), Language.NL)
FIRST = html_report.render(a_report(findings=(a_finding(),)), Language.NL)
ARCHIVE = HOME + "crawl/archive.wacz"  # beside the report in a run
WIDTH = "document.documentElement.scrollWidth"


@pytest.fixture(scope="module")
def chrome() -> Iterator[Browser]:
    with browser() as started:
        yield started


@pytest.fixture
def looker(chrome: Browser) -> Iterator[Looker]:
    with looking(chrome, PAGES) as one:
        yield one


@pytest.mark.parametrize("mode", MODES)
def test_every_page_keeps_wcag_stays_within_the_screen_and_asks_for_nothing(chrome: Browser, mode: str) -> None:
    with looking(chrome, PAGES, mode) as looker:
        for name in KINDS:
            page = looker.open(name)
            looker.unfold()
            assert looker.violations() == [], (mode, name)
            assert page.evaluate(WIDTH) <= MODES[mode]["viewport"]["width"], (mode, name)
        assert looker.left == []
        assert looker.complaints == []


@pytest.mark.parametrize("pages", [ENGLISH, EMPTY, FIRST], ids=["english", "empty", "first"])
def test_other_reports_keep_wcag_too(chrome: Browser, pages: dict[str, str]) -> None:
    with looking(chrome, pages, "phone") as looker:
        for name in pages:
            looker.open(name)
            assert looker.violations() == [], name


@pytest.mark.parametrize("text", ["x" * 300, "https://a.example/" + "a" * 300, '"><img src=x onerror=alert(1)>'])
@pytest.mark.parametrize("mode", ["narrow", "desktop"])
def test_hostile_words_run_nothing_and_fit_the_screen(chrome: Browser, text: str, mode: str) -> None:
    pages = html_report.render(hostile_report(text), Language.NL)
    with looking(chrome, pages, mode) as looker:
        for name in pages:
            page = looker.open(name)
            looker.unfold()
            assert page.evaluate(WIDTH) <= MODES[mode]["viewport"]["width"], name
        assert (looker.left, looker.complaints) == ([], [])


@pytest.mark.parametrize("width", [320, 500, 740, 1050, 1060, 1600])
def test_no_page_scrolls_sideways_at_any_width(looker: Looker, width: int) -> None:
    looker.page.set_viewport_size({"width": width, "height": 800})
    for name in ("index.html", "vlw.html"):
        page = looker.open(name)
        looker.unfold()
        assert page.evaluate(WIDTH) <= width, name


def test_every_link_and_anchor_within_the_report_arrives(looker: Looker) -> None:
    gather = "[...document.querySelectorAll('a[href]')].map(one => one.href)"
    targets = {href for name in PAGES for href in looker.open(name).evaluate(gather) if href.startswith(HOME)} - {
        ARCHIVE
    }

    gather = "[...document.querySelectorAll('[id]')].map(one => one.id)"
    ids = {name: set(looker.open(name).evaluate(gather)) for name in PAGES}
    assert len(targets) > 50
    for target in sorted(targets):
        name, _, anchor = target.removeprefix(HOME).partition("#")
        assert name in PAGES, target
        assert not anchor or anchor in ids[name], target


def test_a_link_to_a_finding_shows_it(looker: Looker) -> None:
    page = looker.open("index.html")
    page.locator("#important .card").first.get_by_role("link", name="Bekijk deze bevinding").click()

    assert page.url.startswith(HOME + "vbz.html#f-")
    assert page.evaluate("document.querySelector(':target').getBoundingClientRect().top") < 800


def test_the_keyboard_reaches_everything_and_shows_where_it_is(looker: Looker) -> None:
    page = looker.open("index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0

    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")

    reachable = page.evaluate(
        "[...document.querySelectorAll('main a[href], main summary')].filter(one => one.checkVisibility()).length"
    )
    seen = set()
    for _ in range(reachable):
        place, outline = page.evaluate(
            "() => { const one = document.activeElement; return [[...document.querySelectorAll('*')].indexOf(one),"
            " getComputedStyle(one).outlineStyle + getComputedStyle(one).outlineWidth]; }"
        )
        assert outline == "solid3px"
        seen.add(place)
        page.keyboard.press("Tab")
    assert len(seen) == reachable


def test_what_is_folded_opens_with_the_keyboard(looker: Looker) -> None:
    page = looker.open("index.html")
    summary = page.locator("summary", has_text="Wat de woorden betekenen")
    summary.focus()
    page.keyboard.press("Enter")

    assert page.get_by_text("We konden dit niet goed genoeg bekijken om iets te zeggen.").is_visible()


def test_the_table_of_organisations_becomes_blocks_with_their_labels_on_a_phone(chrome: Browser) -> None:
    with looking(chrome, PAGES, "phone") as looker:
        page = looker.open("index.html")
        cell = page.locator("#organisations tbody td").first

        assert cell.evaluate("one => getComputedStyle(one, '::before').content") == '"Integriteit"'
        assert page.locator("#organisations").get_by_role("rowheader").count() == 7


def test_paper_shows_what_the_screen_folds_and_no_navigation(chrome: Browser) -> None:
    with looking(chrome, PAGES, "print") as looker:
        page = looker.open("index.html")

        assert page.get_by_text("We konden dit niet goed genoeg bekijken om iets te zeggen.").is_visible()
        assert not page.get_by_role("navigation").first.is_visible()
        assert page.evaluate("getComputedStyle(document.querySelector('#organisations td')).display") == "table-cell"
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


def test_the_dark_preference_gives_a_dark_page(chrome: Browser) -> None:
    with looking(chrome, PAGES, "dark") as looker:
        page = looker.open("index.html")

        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(16, 23, 29)"


def test_a_theme_takes_the_place_of_our_values(chrome: Browser) -> None:
    theme = ":root { --nl-heading-color: #a00000; --nl-color-band: #333333 }"
    with looking(chrome, html_report.render(sample_report(), Language.NL, theme)) as looker:
        page = looker.open("index.html")

        assert page.evaluate("getComputedStyle(document.querySelector('h1')).color") == "rgb(160, 0, 0)"
        assert looker.complaints == []
        assert looker.violations() == []


def test_the_browser_would_refuse_a_script(chrome: Browser) -> None:
    pages = {"x.html": PAGES["index.html"].replace("</main>", "<script>document.title = 'ran'</script></main>")}
    with looking(chrome, pages) as looker:
        assert looker.open("x.html").title() != "ran"
        assert looker.complaints
