"""A crawl goes where it should, as often as it should, and no further."""

import gzip
import itertools
from pathlib import Path

import pytest

from crawler import snapshot
from crawler.options import CrawlError
from expectations.model import Cause, ExpectedRoute, Kind, Language, Localised, Outcome, Stopped
from tests.crawler.fault_server import Answerer, Site, answer, page, reset, silence
from tests.crawler.webs import an_inventory, causes, crawled, run


def test_pages_found_by_links_and_sitemaps_are_visited(tmp_path: Path) -> None:
    with Site({"/": page("Begin", "/a"), "/a": page("A", "/b"), "/b": page("B"), "/c": page("C")}) as site:
        site.answers["/robots.txt"] = answer(body=f"Sitemap: {site.url('/index.xml')}", kind="text/plain")
        site.answers["/index.xml"] = answer(
            body=f"<sitemapindex><sitemap><loc>{site.url('/kaart.xml.gz')}</loc></sitemap>"
            f"<sitemap><loc>{site.url('/index.xml')}</loc></sitemap></sitemapindex>",
            kind="application/xml",
        )
        site.answers["/kaart.xml.gz"] = answer(
            body=gzip.compress(f"<urlset><url><loc>{site.url('/c')}</loc></url></urlset>".encode()),
            kind="application/gzip",
        )
        found = crawled(an_inventory(site.url("/")), tmp_path)

        assert causes(found, site.origin) == dict.fromkeys(["/", "/a", "/b", "/c"], Cause.ANSWERED)
        assert found.visits[site.url("/c")].in_sitemap
        assert found.origins[0].sitemap
        assert found.origins[0].complete
        assert found.run.requests == len(site.asked)


def test_off_site_links_are_visited_from_telling_pages_only(tmp_path: Path) -> None:
    with Site({"/": page("Elders"), "/ver": page("Ver", "/nog-verder"), "/x": page("X")}) as other, Site() as site:
        site.answers["/"] = page("Begin", other.url("/"), "/klacht")
        site.answers["/klacht"] = page("Klacht indienen", other.url("/ver"))
        # Another port on loopback is an internal address, so the other site is declared, and not selected.
        found = crawled(an_inventory(site.url("/"), site.url("/klacht")), tmp_path)

        assert found.visits[other.url("/")].cause is Cause.FORBIDDEN_ADDRESS
        assert other.asked == []


def test_the_home_page_is_no_telling_page(tmp_path: Path) -> None:
    with Site() as site:
        site.answers["/"] = page("Begin", "http://bestaat-niet.invalid/ergens", "/klacht")
        site.answers["/klacht"] = page("Klacht indienen", "http://ook-niet.invalid/")
        found = crawled(an_inventory(site.url("/"), site.url("/klacht")), tmp_path)

        assert found.visits["http://bestaat-niet.invalid/ergens"].cause is Cause.OFF_SITE
        dead = found.visits["http://ook-niet.invalid/"]
        assert (dead.cause, dead.confirmed) == (Cause.NO_SUCH_HOST, True)


@pytest.mark.parametrize(("content", "visits"), [(answer(404), 2), (answer(503), 4), (reset, 4), (answer(403), 1)])
def test_what_matters_is_confirmed(content: bytes | Answerer, visits: int, tmp_path: Path) -> None:
    with Site({"/": page("Begin"), "/klacht": content}) as site:
        found = crawled(an_inventory(site.url("/"), site.url("/klacht")), tmp_path)

        assert site.times("/klacht") == visits
        assert found.visits[site.url("/klacht")].confirmed is (visits > 1)
        assert found.visits[site.url("/klacht")].attempts == visits


@pytest.mark.parametrize(("content", "visits"), [(answer(404), 1), (answer(503), 3)])
def test_what_does_not_matter_is_not_confirmed(content: bytes, visits: int, tmp_path: Path) -> None:
    with Site({"/": page("Begin", "/oud"), "/oud": content}) as site:
        found = crawled(an_inventory(site.url("/")), tmp_path)

        assert site.times("/oud") == visits
        assert not found.visits[site.url("/oud")].confirmed


def test_one_success_clears_a_failure(tmp_path: Path) -> None:
    turns = itertools.count()
    with Site({"/": page("Begin")}) as site:
        site.answers["/klacht"] = lambda *_: answer(503) if next(turns) < 2 else page("Klacht")
        found = crawled(an_inventory(site.url("/"), site.url("/klacht")), tmp_path)

        assert found.visits[site.url("/klacht")].cause is Cause.ANSWERED
        assert not found.visits[site.url("/klacht")].confirmed


@pytest.mark.parametrize(
    ("robots", "cause"),
    [
        (answer(404), Cause.ANSWERED),
        (answer(403), Cause.ANSWERED),
        (answer(503), Cause.ROBOTS_UNREACHABLE),
        (answer(429), Cause.ROBOTS_UNREACHABLE),
        (answer(302, Location="/robots.txt"), Cause.ANSWERED),
        (reset, Cause.RESET),
        (answer(body="User-agent: *\nDisallow: /", kind="text/plain"), Cause.ROBOTS),
        (answer(body="User-agent: meldroute\nDisallow: /\n\nUser-agent: *\nAllow: /", kind="text/plain"), Cause.ROBOTS),
    ],
)
def test_robots_are_obeyed(robots: bytes | Answerer, cause: Cause, tmp_path: Path) -> None:
    with Site({"/": page("Begin"), "/ander": page()}) as other, Site({"/robots.txt": robots, "/": page()}) as site:
        found = crawled(an_inventory(other.url("/"), aliases=(site.url("/"),)), tmp_path)

        assert found.visits[site.url("/")].cause is cause
        assert site.times("/") == (cause is Cause.ANSWERED)


def test_a_host_that_refuses_connections_is_no_matter_of_robots(tmp_path: Path) -> None:
    with Site() as gone:
        pass
    with Site({"/": page("Begin")}) as site:
        found = crawled(an_inventory(site.url("/"), gone.url("/klacht")), tmp_path)

        assert found.visits[gone.url("/klacht")].cause is Cause.REFUSED
        assert [o.stopped for o in found.origins if o.origin == gone.origin] == [Stopped.UNREACHABLE]


def test_one_request_at_a_time_with_a_pause_between(tmp_path: Path) -> None:
    with Site({"/": page("Begin", "/a", "/b"), "/a": page(), "/b": page()}) as site:
        crawled(an_inventory(site.url("/")), tmp_path, delay=0.15)

        moments = [moment for moment, _ in site.asked]
        assert len(moments) == 6
        assert min(b - a for a, b in itertools.pairwise(moments)) > 0.14


def test_crawl_delay_holds_also_without_our_own(tmp_path: Path) -> None:
    with Site({"/": page("Begin", "/a"), "/a": page()}) as site:
        site.answers["/robots.txt"] = answer(body="User-agent: *\nCrawl-delay: 0.2", kind="text/plain")
        crawled(an_inventory(site.url("/")), tmp_path)

        moments = [moment for moment, path in site.asked if path != "/robots.txt"]
        assert min(b - a for a, b in itertools.pairwise(moments)) > 0.19


def test_retry_after_holds_for_the_whole_site(tmp_path: Path) -> None:
    turns = itertools.count()
    with Site({"/": page("Begin", "/a"), "/a": page()}) as site:
        site.answers["/klacht"] = lambda *_: answer(429, Retry_After="1") if next(turns) == 0 else page("Klacht")
        found = crawled(an_inventory(site.url("/"), site.url("/klacht")), tmp_path, delay=0.01)

        moments = [moment for moment, path in site.asked]
        asked = [path for _, path in site.asked]
        first = asked.index("/klacht")
        assert moments[first + 1] - moments[first] > 0.9
        assert found.visits[site.url("/klacht")].cause is Cause.ANSWERED


def test_a_site_that_keeps_refusing_is_left_alone(tmp_path: Path) -> None:
    with Site({"*": answer(403)}) as site, Site() as other:
        other.answers["/"] = page("Begin", *(site.url(f"/{n}") for n in range(40)))
        found = crawled(an_inventory(other.url("/"), site.url("/klacht")), tmp_path, delay=0.001)

        assert len([path for _, path in site.asked if path[1:].isdigit()]) < 6
        assert {v.outcome for a, v in found.visits.items() if a.startswith(site.origin)} == {Outcome.BLOCKED}
        assert [o.stopped for o in found.origins if o.origin == site.origin] == [Stopped.BLOCKED]


def test_the_budget_leaves_the_least_promising(tmp_path: Path) -> None:
    links = [f"/artikel-{n}x bericht" for n in "abcdefghij"]
    with Site({f"/artikel-{n}x": page() for n in "abcdefghij"} | {"/klacht-indienen": page("Klacht")}) as site:
        site.answers["/"] = page("Begin", *links, "/klacht-indienen Een klacht indienen")
        found = crawled(an_inventory(site.url("/")), tmp_path, max_pages=3, delay=0.001)

        ends = causes(found, site.origin)
        assert ends["/klacht-indienen"] is Cause.ANSWERED
        assert sum(cause is Cause.BUDGET for cause in ends.values()) == 9
        assert found.origins[0].stopped is Stopped.BUDGET
        assert not found.origins[0].complete


def test_an_endless_calendar_is_left_and_the_rest_done(tmp_path: Path) -> None:
    def day(_: object, path: str) -> bytes:
        if "=" not in path:
            return answer(404)
        n = int(path.rpartition("=")[2])
        return page("Agenda", f"/agenda?dag={n + 1}", f"/agenda?dag={n + 2}")

    with Site({"/": page("Begin", "/agenda?dag=1", "/a"), "/a": page("A", "/b"), "/b": page("B"), "*": day}) as site:
        found = crawled(an_inventory(site.url("/")), tmp_path)

        assert causes(found, site.origin)["/b"] is Cause.ANSWERED
        assert found.origins[0].stopped is Stopped.TRAP
        assert [trap.pattern for trap in found.origins[0].traps] == [site.url("/agenda?…")]
        assert len(site.asked) < 230


def test_a_page_that_cannot_exist_is_asked_for(tmp_path: Path) -> None:
    with Site({"/": page("Begin"), "*": page("Pagina niet gevonden"), "/contact/klacht": page("Klacht")}) as site:
        found = crawled(an_inventory(site.url("/"), site.url("/contact/klacht")), tmp_path)

        assert set(found.probes) == {site.url("/"), site.url("/contact/")}
        assert {probe.title for probe in found.probes.values()} == {"Pagina niet gevonden"}
        assert set(causes(found, site.origin)) == {"/", "/contact/klacht"}


def test_a_redirect_from_an_expected_address_makes_its_end_expected(tmp_path: Path) -> None:
    with Site({"/": page("Begin"), "/oud": answer(301, Location="/nieuw"), "/dood": answer(404)}) as site:
        site.answers["/nieuw"] = page("Iets heel anders", "/dood")
        found = crawled(an_inventory(site.url("/"), site.url("/oud")), tmp_path)

        assert found.visits[site.url("/oud")].cause is Cause.REDIRECTED
        assert found.visits[site.url("/dood")].confirmed


def test_without_any_answer_nothing_is_measured(tmp_path: Path) -> None:
    with Site() as gone:
        pass
    end = run(an_inventory(gone.url("/")), tmp_path, confirm_after=3600)

    assert not end.measured
    with pytest.raises(snapshot.SnapshotError, match="own network"):
        snapshot.read(tmp_path)


def test_without_any_name_nothing_is_measured(tmp_path: Path) -> None:
    end = run(an_inventory("https://www.bestaat-niet.invalid/"), tmp_path)

    assert not end.measured
    assert "network" in end.message
    assert not (tmp_path / "crawl" / "journal.sqlite").exists()


def test_a_silent_page_does_not_hold_up_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("crawler.settings.DOWNLOAD_TIMEOUT", 1)
    with Site({"/": page("Begin", "/stil", "/a"), "/stil": silence, "/a": page()}) as site:
        found = crawled(an_inventory(site.url("/")), tmp_path)

        assert causes(found, site.origin) == {"/": Cause.ANSWERED, "/stil": Cause.TIMED_OUT, "/a": Cause.ANSWERED}


def test_links_that_are_no_web_addresses_are_told_apart(tmp_path: Path) -> None:
    links = ("ftp://oud.example/x", "http://[zz]/", "mailto:a@b.nl", "javascript:void(0)", "tel:0701234567", "#top")
    with Site({"/": page("Begin", *links)}) as site:
        found = crawled(an_inventory(site.url("/")), tmp_path)

        assert {visit.cause for visit in found.visits.values()} == {
            Cause.ANSWERED,
            Cause.FORBIDDEN_SCHEME,
            Cause.INVALID_ADDRESS,
        }
        assert len(found.visits) == 3


def test_a_fault_of_our_own_is_never_a_silent_success(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("crawler.looks.Looks.take", broken)
    with Site({"/": page("Begin")}) as site, pytest.raises(CrawlError):
        run(an_inventory(site.url("/")), tmp_path)


def test_a_page_that_breaks_the_parser_is_no_fault_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RecursionError

    monkeypatch.setattr("crawler.extract.read_page", broken)
    with Site({"/": page("Begin")}) as site:
        found = crawled(an_inventory(site.url("/")), tmp_path)

    visit = found.visits[site.url("/")]
    assert (visit.cause, visit.detail) == (Cause.ANSWERED, "unreadable")
    assert not found.pages


def test_we_say_who_we_are(tmp_path: Path) -> None:
    with Site({"/": page("Begin")}) as site:
        crawled(an_inventory(site.url("/")), tmp_path)
        assert len(site.agents) == 1
        assert next(iter(site.agents)).startswith("meldroute/")


def test_only_the_selected_organisations_are_visited(tmp_path: Path) -> None:
    with Site({"/": page("Begin")}) as site, Site({"/": page("Ministerie")}) as ministry:
        inventory = an_inventory(site.url("/"))
        other = inventory.portal.__class__(
            id="min",
            type=inventory.portal.type.__class__.MINISTRY,
            name=Localised(nl="M"),
            home=Localised(nl=ministry.url("/")),
            routes=(ExpectedRoute(id="r", kinds=(Kind.COMPLAINT,), url=Localised(nl=ministry.url("/klacht"))),),
        )
        both = inventory.__class__(
            portal=inventory.portal, ministries=(other,), agencies=(), terms=inventory.terms, digest="sha256:two"
        )
        assert both.ministries[0].routes[0].url.get(Language.NL)
        found = crawled(both, tmp_path, only=("portaal",))

        assert ministry.asked == []
        assert [origin.origin for origin in found.origins] == [site.origin]


def test_an_error_that_scrapy_swallows_is_a_fault_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> bool:
        raise ZeroDivisionError

    monkeypatch.setattr("crawler.responses.needs_body", broken)
    with Site({"/": page("Begin")}) as site, pytest.raises(CrawlError, match="signal handler"):
        run(an_inventory(site.url("/")), tmp_path)


def test_what_stands_on_the_main_origin_is_asked_of_its_aliases_too(tmp_path: Path) -> None:
    pages = {"/": page("Begin"), "/klacht": page("Klacht"), "/oud": answer(301, Location="/nieuw"), "/nieuw": page("N")}
    with Site(pages) as site, Site({"/": page("Begin"), "/klacht": page("Klacht"), "/nieuw": page("N")}) as alias:
        declared = an_inventory(site.url("/"), site.url("/klacht"), site.url("/oud"), aliases=(alias.url("/"),))
        found = causes(crawled(declared, tmp_path), alias.origin)

        assert found == {
            "/": Cause.ANSWERED,
            "/klacht": Cause.ANSWERED,
            "/oud": Cause.NOT_FOUND,
            "/nieuw": Cause.ANSWERED,
        }
        assert alias.times("/oud") == 1
