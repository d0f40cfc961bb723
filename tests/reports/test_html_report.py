"""The report for people."""

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from expectations.model import Language, Lead, Leads, Localised, OrganisationType, Verdict
from reports import html_report
from reports.html_filters import beside, contact, is_web, link, linked
from tests.builders import a_finding, a_report, a_route_result, a_run, an_organisation_result
from tests.reports.sample import sample_report

_VOID = {"meta", "br", "link", "hr"}


class Structure(HTMLParser):
    """Ids, links, headings and whether all elements are closed in order."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.levels: list[int] = []
        self.labelled_by: list[str] = []
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.add(tag)
        self.ids += [x for x in [given.get("id")] if x]
        self.hrefs += [x for x in [given.get("href")] if x]
        self.labelled_by += (given.get("aria-labelledby") or "").split()
        if tag in ("h1", "h2", "h3", "h4"):
            self.levels.append(int(tag[1]))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:  # of SVG
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


PAGES = {lang: html_report.render(sample_report(), lang) for lang in Language}
EVERY = [(lang, name) for lang, pages in PAGES.items() for name in pages]


@pytest.mark.parametrize(("lang", "name"), EVERY)
def test_page_is_well_built(lang: Language, name: str) -> None:
    page = PAGES[lang][name]
    structure = Structure(page)

    assert page.startswith("<!DOCTYPE html>")
    assert f'<html lang="{lang}">' in page
    assert structure.open == []
    assert len(structure.ids) == len(set(structure.ids))
    assert set(structure.labelled_by) <= set(structure.ids)
    assert structure.levels[0] == 1
    assert structure.levels.count(1) == 1
    assert all(after - before <= 1 for before, after in zip(structure.levels, structure.levels[1:], strict=False))
    assert {"main", "header", "footer", "nav", "title"} <= structure.tags
    assert not {"script", "link", "img", "iframe"} & structure.tags


@pytest.mark.parametrize(("lang", "name"), EVERY)
def test_links_between_pages_arrive(lang: Language, name: str) -> None:
    ids = {other: set(Structure(page).ids) for other, page in PAGES[lang].items()}
    for href in Structure(PAGES[lang][name]).hrefs:
        if not href.startswith(("http", "../crawl/")):
            target, _, anchor = href.partition("#")
            assert anchor in ids[target or name] | {""}, href


@pytest.mark.parametrize(("lang", "name"), EVERY)
def test_page_brings_everything_along(lang: Language, name: str) -> None:
    page = PAGES[lang][name]

    assert "default-src 'none'" in page
    assert "--nl-" in page
    assert "--utrecht-" in page
    assert "url(" not in page.replace("url(#fill-", "")
    assert "@import" not in page


def test_every_finding_has_a_place_of_its_own() -> None:
    for finding in sample_report().findings:
        page = PAGES[Language.NL][html_report.file_name(finding.organisation)]
        assert finding.id in Structure(page).ids


def test_the_overview_has_a_word_for_every_verdict() -> None:
    for word in ("In orde", "Moeilijk te vinden", "Klopt niet helemaal", "Niet gemeten", "Ontbreekt", "Werkt niet"):
        assert word in PAGES[Language.NL]["index.html"]


def test_what_could_not_be_measured_is_named_with_the_reason() -> None:
    page = PAGES[Language.NL]["index.html"].partition('id="not-measured"')[2].partition("</section>")[0]

    assert "Klacht of compliment" in page
    assert "weigert programma’s zoals het onze (403)" in page


def section(page: str, name: str) -> str:
    """What stands in one section of a page, without its markup."""
    inner = page.partition(f'<section id="{name}"')[2].partition("</section>")[0]
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", f"<{inner}")).split())


def dutch(name: str) -> str:
    return PAGES[Language.NL][name]


def test_the_first_screen_says_what_changed_and_what_could_not_be_measured() -> None:
    stand = section(dutch("index.html"), "stand")

    assert "4 van de 12 gemeten meldroutes zijn in orde (33%)." in stand
    assert "Sinds de vorige meting, op 5 oktober 2026 Nieuw 18 Opgelost 1 Nog open 2 Uitgezonderd 1" in stand
    assert "Klacht of compliment – De site weigert onze controle" in stand


def test_the_first_measurement_ever_says_so() -> None:
    page = html_report.render(a_report(findings=(a_finding(),)), Language.NL)["index.html"]

    assert "Dit is de eerste meting." in section(page, "stand")
    assert "Dit is de eerste meting." not in section(dutch("index.html"), "stand")


def test_new_resolved_and_open_are_told_apart_and_rules_are_no_change_at_a_site() -> None:
    new, _, rest = section(dutch("index.html"), "changes").partition("Opgelost sinds de vorige meting")
    resolved, _, still_open = rest.partition("Nog open")

    assert "Klachtenregeling – Ministerie van Rust en Stilte (verzonnen), komt door een nieuwe regel van ons" in new
    assert "Link werkt niet" in resolved
    assert "sinds 3 augustus 2026" in still_open


def test_ministries_stand_side_by_side_with_channels_statements_terms_and_clicks() -> None:
    told = section(dutch("index.html"), "differences")

    assert "Pagina gevonden en gelezen 3 van de 5 ministeries" in told
    assert "e-mail bij 3, telefoon bij 3, formulier bij 0, post bij 3" in told
    assert "4, 6 en 10 weken" in told
    assert "e-mail, telefoon, post ontvangstbevestiging, termijn 6 en 10 weken homepage: 2, portaal: 3" in told
    assert "Dienst Wind" not in told


def test_referral_pages_tell_whom_they_lead_to_and_whom_not() -> None:
    told = section(dutch("index.html"), "referrals")

    assert "Leidt naar (2) Ministerie van Kunst en Kennis (verzonnen) Ministerie van Rust en Stilte" in told
    assert "Leidt niet naar (1) Ministerie van Bos en Zee" in told
    assert "Weten we niet (1) Ministerie van Dijken en Dammen" in told
    assert "Deze pagina konden we niet lezen." in told


def test_a_referral_that_does_not_do_the_same_for_all_routes_says_for_which() -> None:
    (referral, *_) = sample_report().referrals
    leads = (*referral.leads, Lead(organisation="vlw", route="gedrag", leads=Leads.THERE))
    report = replace(sample_report(), referrals=(replace(referral, leads=leads),))
    told = section(html_report.render(report, Language.NL)["index.html"], "referrals")

    assert "Ministerie van Lucht en Water (verzonnen) : Ongewenst gedrag melden" in told
    assert "vonden we niet (1) Ministerie van Lucht en Water (verzonnen) : Een klacht indienen" in told


def test_an_address_is_proposed_where_we_know_it() -> None:
    assert "Voorstel: www.vbz.example/contact/klacht" in section(dutch("vbz.html"), "findings")


def test_the_trend_is_a_chart_with_words_and_the_same_numbers_in_a_table() -> None:
    page = dutch("index.html").partition('<section id="trend"')[2].partition("</section>")[0]

    assert page.count('<line class="rules"') == 2
    assert "van 3 augustus 2026 tot en met 23 november 2026" in page
    assert "Onze eigen regels veranderden voor deze meting. Daardoor nieuw: 5. Daardoor opgelost: 1." in page
    assert len(re.findall(r"<tr ", page)) == 1 + 4


def test_one_measurement_is_no_trend() -> None:
    page = html_report.render(a_report(trend=sample_report().trend[:1]), Language.NL)["index.html"]

    assert "Er is nog maar één meting." in section(page, "trend")
    assert 'class="chart"' not in page


def test_how_often_the_program_is_right_is_told() -> None:
    told = section(dutch("index.html"), "how")

    assert "van de fouten en waarschuwingen die het gaf." in told
    assert "Tijd tussen twee bezoeken aan één site, in seconden 1" in told


def test_the_place_in_a_quote_is_marked() -> None:
    assert "Mail uw klacht naar <mark>info@vbz.example</mark>." in dutch("vbz.html")


def test_a_finding_leads_to_its_record_in_the_archive() -> None:
    assert '<a href="../crawl/archive.wacz">../crawl/archive.wacz</a>, nummer r-17' in dutch("vbz.html")


def test_without_an_archive_the_record_is_only_named() -> None:
    report = replace(sample_report(), run=replace(sample_report().run, archive=""))

    assert "nummer r-17" in html_report.render(report, Language.NL)["vbz.html"]
    assert "../crawl" not in html_report.render(report, Language.NL)["vbz.html"]


def test_a_resolved_finding_keeps_its_place() -> None:
    (finding,) = sample_report().resolved

    assert finding.id in Structure(dutch("vlw.html")).ids
    assert "Opgelost op 23 november 2026" in section(dutch("vlw.html"), "resolved")


def test_a_waiver_stands_with_the_finding() -> None:
    told = section(dutch("vkk.html"), "findings")

    assert (
        "De titel verandert met de nieuwe huisstijl. (eigenaar: Redactie VKK, geldt tot en met 31 januari 2027)" in told
    )


def test_a_finding_that_came_back_says_so() -> None:
    assert "5 oktober 2026 (eerder gezien op 3 augustus 2026, en tussendoor opgelost)" in dutch("vbz.html")


def test_what_could_not_be_measured_keeps_its_last_known_verdict() -> None:
    told = section(dutch("vdd.html"), "not-measured")

    assert "Bij de meting van 5 oktober 2026 was het oordeel: in orde." in told
    assert "Een eerdere uitkomst is er niet." in told


def test_pages_that_came_close_and_how_sure_a_move_is_are_told_in_the_language_of_the_page() -> None:
    told = section(dutch("dienst.html"), "findings")

    assert "42% gelijkenis: titel of adres noemt de soort melding" in told
    assert "86%: titel komt voor 93% overeen" in told
    assert "title is 93% alike" in section(PAGES[Language.EN]["dienst.html"], "findings")


def test_each_finding_says_how_to_have_it_checked_again_and_how_to_dispute_it() -> None:
    for finding in sample_report().findings:
        page = PAGES[Language.NL][html_report.file_name(finding.organisation)]
        assert f"<code>meldroute recheck {finding.id}</code>" in page
    assert dutch("vbz.html").count('href="index.html#dispute"') == 7


def test_many_organisations_get_an_index_and_long_tables_are_folded() -> None:
    names = [f"Ministerie van {letter}{number}" for letter in "ABC" for number in range(20)]
    many = tuple(an_organisation_result(id=name.rsplit(" ")[-1], name=Localised(nl=name)) for name in names)
    page = html_report.render(a_report(organisations=many), Language.NL)["index.html"]

    assert re.findall(r'<a href="#o-[^"]+">([A-Z])</a>', page) == ["A", "B", "C"]
    assert "Ministeries A B C" in section(page, "organisations")
    assert "Toon alle 60 regels" in page
    assert 'class="letters"' not in dutch("index.html")


def test_organisations_stand_in_fixed_order() -> None:
    page = PAGES[Language.NL]["index.html"].partition("<tbody")[2].partition("</tbody>")[0]
    places = [page.index(f'"{id_}.html"') for id_ in ("portaal", "vbz", "vdd", "vkk", "vlw", "vrs", "dienst")]

    assert places == sorted(places)


def test_where_nothing_was_measured_nothing_is_said_to_be_in_order() -> None:
    nothing = html_report.render(a_report(organisations=()), Language.NL)["index.html"]
    unseen = a_route_result(verdict=Verdict.UNVERIFIED)
    unmeasured = html_report.render(a_report(organisations=(an_organisation_result(routes=(unseen,)),)), Language.NL)[
        "index.html"
    ]

    assert "Er waren geen meldroutes om te meten." in section(nothing, "stand")
    assert "Alle verwachte meldroutes konden we meten." not in nothing + unmeasured
    assert "Er zijn geen fouten of waarschuwingen gevonden." not in nothing + unmeasured


def test_a_report_without_anything_can_be_shown() -> None:
    report = a_report(organisations=(), origins=(), outcomes={}, run=a_run(finished=None, only=("vbz",)))

    page = html_report.render(report, Language.NL)["index.html"]
    assert "Er kon geen enkele meldroute worden gemeten." in page
    assert "Deze meting is afgebroken" in page
    assert "Deze meting ging alleen over: vbz." in page


def test_a_finding_of_an_organisation_without_page_has_no_link() -> None:
    page = html_report.render(a_report(findings=(a_finding(organisation="gone"),)), Language.NL)["index.html"]

    assert "gone.html" not in page


def test_pages_of_an_earlier_run_are_removed_and_other_files_stay(tmp_path: Path) -> None:
    html_report.write(sample_report(), tmp_path, Language.NL)
    (tmp_path / "own.html").write_text("<p>mine</p>")

    html_report.write(a_report(), tmp_path, Language.NL)

    assert sorted(path.name for path in tmp_path.iterdir()) == ["index.html", "own.html", "vbz.html"]


def test_an_organisation_called_index_does_not_replace_the_overview() -> None:
    organisation = an_organisation_result(id="index", type=OrganisationType.AGENCY)

    assert len(html_report.render(a_report(organisations=(organisation,)), Language.NL)) == 2


def test_file_names_differ_when_ids_do() -> None:
    ids = ("vbz", "VBZ", "v/bz", "v-bz", "", "..", "index", "x" * 200, "x" * 201)

    assert len({html_report.file_name(id_) for id_ in ids}) == len(ids)
    assert html_report.file_name("vbz") == "vbz.html"


@pytest.mark.parametrize(
    ("path", "href"),
    [
        ("crawl/archive.wacz", "../crawl/archive.wacz"),
        ("../x", ""),
        ("/etc/passwd", ""),
        ("javascript:x", ""),
        ("", ""),
    ],
)
def test_only_a_path_within_the_run_is_linked(path: str, href: str) -> None:
    assert beside(path) == href


@pytest.mark.parametrize("text", ["https://a.example/x?y=1", "HTTP://a.example"])
def test_web_addresses_become_links(text: str) -> None:
    assert is_web(text)
    assert "<a " in link(text)


@pytest.mark.parametrize(
    "text", ["javascript:x", "http://", "https://a b.example", "mailto:a@b.example", "", "//x", None]
)
def test_nothing_else_becomes_a_link(text: str | None) -> None:
    assert not is_web(text)
    assert "<a " not in link(text or "")


def test_addresses_in_a_sentence_become_links_without_its_full_stop() -> None:
    assert linked("Zie https://a.example/b. <Klaar>") == (
        'Zie <a class="address" href="https://a.example/b" rel="noreferrer">a.example/b</a>. &lt;Klaar&gt;'
    )


@pytest.mark.parametrize(
    ("user_agent", "found"),
    [
        ("meldroute/0.1.0 (+https://meldroute.example/contact; info@x.example)", "https://meldroute.example/contact"),
        ("meldroute/0.1.0 (info@x.example)", "info@x.example"),
        ("meldroute/0.1.0", ""),
    ],
)
def test_the_contact_address_is_that_of_the_user_agent(user_agent: str, found: str) -> None:
    assert contact(user_agent) == found
