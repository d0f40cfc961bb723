from dataclasses import replace

from expectations.model import Cause, Family, Language, OriginCoverage, Outcome, Page, State, Stopped
from tests.builders import a_channel, a_gone_visit, a_link, a_move, a_page, a_run, a_visit
from tests.expectations.webs import (
    CONTACT,
    KLACHT,
    MELDEN,
    MINISTRY_YAML,
    PORTAL,
    PORTAL_YAML,
    REFERRAL,
    TEXT,
    VBZ,
    an_inventory,
    footer,
    judged,
    only,
    pages,
    told,
    verdicts,
)

WITHOUT_CONDUCT = an_inventory(MINISTRY_YAML.split("  - id: gedrag")[0], PORTAL_YAML.replace(", conduct", ""))


def test_a_web_in_order_gives_no_findings() -> None:
    report = judged(*pages())

    assert told(report) == []
    assert set(verdicts(report).values()) == {"ok"}


def test_same_in_same_out() -> None:
    web = pages(a_link(VBZ + "/weg"), melden=None)
    gone = a_gone_visit(MELDEN)

    assert judged(*web, gone) == judged(gone, *reversed(web))


def test_each_route_tells_its_path() -> None:
    ministry = judged(*pages()).organisations[1]
    route = ministry.routes[0]

    assert (route.clicks_home, route.clicks_portal) == (2, 2)  # from the portal by way of the referral
    assert [step.text for step in route.path_home] == ["Contact", "Een klacht indienen"]


def test_a_dead_route_page_is_one_finding_however_many_links_lead_to_it() -> None:
    report = judged(*pages(klacht=None), a_gone_visit(KLACHT))

    assert told(report) == [("page-broken", "vbz", "klacht")]
    assert verdicts(report)["vbz/klacht"] == "broken"


def test_a_dead_referral_is_the_portals() -> None:
    report = judged(*pages(referral=None), a_gone_visit(REFERRAL))

    assert told(report) == [("page-broken", "portaal", "doorverwijzing")]
    assert verdicts(report)["vbz"] == "ok"


def test_a_blocked_route_page_is_unverified() -> None:
    blocked = a_visit(KLACHT, outcome=Outcome.BLOCKED, cause=Cause.REFUSES_ROBOTS, status=403)
    report = judged(*pages(klacht=None), blocked)

    assert told(report) == [("blocked", "vbz", "klacht")]
    assert verdicts(report)["vbz/klacht"] == "unverified"


def test_the_same_page_over_https_with_a_slash_has_not_moved() -> None:
    declared = an_inventory(MINISTRY_YAML.replace(KLACHT, KLACHT.replace("https:", "http:") + "/"))
    moved = a_move(KLACHT.replace("https:", "http:") + "/", KLACHT)

    assert told(judged(*pages(), moved, declared=declared)) == []


def test_a_permanent_redirect_to_another_page_has_moved() -> None:
    new = CONTACT + "/een-klacht-indienen-over-het-ministerie"
    page = a_page(new, "Een klacht indienen over het ministerie", text=TEXT, channels=pages()[3].channels)
    report = judged(*pages(klacht=page), a_move(KLACHT, new))

    assert told(report) == [("page-moved", "vbz", "klacht")]
    assert (only(report).page, only(report).found) == (KLACHT, new)


def test_a_temporary_redirect_is_no_finding() -> None:
    new = CONTACT + "/een-klacht-indienen-over-het-ministerie"
    page = a_page(new, "Een klacht indienen over het ministerie", text=TEXT, channels=pages()[3].channels)

    assert told(judged(*pages(klacht=page), a_move(KLACHT, new, status=302))) == []


def test_a_dead_link_on_a_route_page_is_that_routes() -> None:
    folder = CONTACT + "/folder.pdf"
    report = judged(*pages(a_link(folder, "Folder")), a_gone_visit(folder))

    assert told(report) == [("link-broken", "vbz", "klacht")]
    assert verdicts(report)["vbz/klacht"] == verdicts(report)["vbz"] == "inconsistent"


def test_a_dead_footer_link_on_several_pages_is_one_finding() -> None:
    dead = VBZ + "/oud"
    links = (a_link(CONTACT, "Contact"), *footer(dead))
    web = pages(
        klacht=replace(pages()[3], link_blocks=(links,)),
        melden=replace(pages()[4], link_blocks=(links, footer(dead))),
    )
    finding = only(judged(*web, a_gone_visit(dead)))

    assert (finding.organisation, finding.route, finding.language) == ("vbz", None, None)
    assert (finding.page, finding.pages, finding.occurrences) == (KLACHT, (KLACHT, MELDEN), 3)


def test_a_dead_link_on_pages_of_several_owners_on_the_portal_is_the_portals() -> None:
    dead = PORTAL + "cookies"
    web = pages(
        klacht=replace(pages()[3], link_blocks=(footer(dead),)),
        referral=replace(pages()[5], link_blocks=(*pages()[5].link_blocks, footer(dead))),
    )

    assert only(judged(*web, a_gone_visit(dead))).organisation == "portaal"


def test_a_referral_with_a_dead_link_to_the_ministry_misses_its_route_and_nothing_else() -> None:
    dead = CONTACT + "/klachtenregeling"
    referral = a_page(REFERRAL, "Een klacht over een ministerie", a_link(dead, "Voorbeeldzaken"), text=TEXT)
    report = judged(*pages(referral=referral), a_gone_visit(dead))

    assert told(report) == [("referral-missing", "vbz", "klacht")]
    assert (only(report).page, only(report).found) == (REFERRAL, dead)
    assert verdicts(report)["vbz/klacht"] == "hard-to-find"


def test_a_referral_that_could_lead_there_is_not_known() -> None:
    unread = CONTACT + "/doorverwijzing"
    referral = a_page(REFERRAL, "Een klacht over een ministerie", a_link(unread, "Voorbeeldzaken"), text=TEXT)
    slow = a_visit(unread, outcome=Outcome.UNREACHABLE, cause=Cause.TIMED_OUT, status=None)

    assert told(judged(*pages(referral=referral), slow)) == [("unreachable", "portaal", None)]


def test_a_whole_origin_that_is_down_is_one_finding_beside_its_routes() -> None:
    down = OriginCoverage(origin=PORTAL.rstrip("/"), pages=0, complete=False, stopped=Stopped.UNREACHABLE)
    visits = [
        a_visit(address, outcome=Outcome.UNREACHABLE, cause=Cause.TIMED_OUT, status=None)
        for address in (PORTAL, VBZ, KLACHT, MELDEN, REFERRAL)
    ]
    report = judged(*visits, origins=(down,))

    assert told(report) == [
        ("unreachable", "portaal", None),
        ("unreachable", "portaal", "doorverwijzing"),
        ("unreachable", "vbz", "gedrag"),
        ("unreachable", "vbz", "klacht"),
    ]
    assert set(verdicts(report).values()) == {"unverified"}


def test_a_kind_that_nobody_serves_is_missing() -> None:
    declared = an_inventory(MINISTRY_YAML.split("  - id: gedrag")[0])
    report = judged(*pages(melden=None, contact=a_page(CONTACT, "Contact", a_link(KLACHT))), declared=declared)

    assert told(report) == [("kind-missing", "vbz", None)]
    assert only(report).expected == "conduct"
    assert (verdicts(report)["vbz"], verdicts(report)["vbz/klacht"]) == ("missing", "ok")


def test_a_kind_that_only_the_web_has_is_unexpected_and_not_missing() -> None:
    declared = an_inventory(MINISTRY_YAML.split("  - id: gedrag")[0])
    report = judged(*pages(), declared=declared)

    assert told(report) == [("route-unexpected", "vbz", None)]
    assert (only(report).page, verdicts(report)["vbz"]) == (MELDEN, "ok")


def test_an_absence_is_not_said_while_own_pages_were_left() -> None:
    declared = an_inventory(MINISTRY_YAML.split("  - id: gedrag")[0])
    left = a_visit(VBZ + "/organisatie", outcome=Outcome.LIMIT, cause=Cause.BUDGET, status=None)
    report = judged(*pages(melden=None), left, declared=declared)

    assert told(report) == [("crawl-incomplete", "vbz", None)]
    assert verdicts(report)["vbz"] == "ok"  # its one route was measured


def test_a_ministry_without_any_known_route_and_without_proof_is_unverified() -> None:
    declared = an_inventory(MINISTRY_YAML.split("routes:")[0])
    left = a_visit(VBZ + "/organisatie", outcome=Outcome.LIMIT, cause=Cause.BUDGET, status=None)
    report = judged(*pages(klacht=None, melden=None), left, declared=declared)

    assert told(report) == [("crawl-incomplete", "vbz", None)]
    assert verdicts(report)["vbz"] == "unverified"


def test_a_route_that_only_a_sitemap_names_is_unlinked() -> None:
    report = judged(*pages(contact=a_page(CONTACT, "Contact", a_link(KLACHT))))

    assert told(report) == [("route-unlinked", "vbz", "gedrag")]
    assert verdicts(report)["vbz/gedrag"] == "hard-to-find"


def test_a_fault_of_a_page_that_serves_two_routes_is_one_finding_and_colours_both() -> None:
    shared = f"""
  - id: tweede
    kinds: [complaint]
    title: {{nl: Een klacht indienen over het ministerie}}
    url: {{nl: {KLACHT}}}
"""
    hidden = replace(pages()[3], directives=frozenset({"noindex"}))
    report = judged(*pages(klacht=hidden), declared=an_inventory(MINISTRY_YAML + shared))

    assert told(report) == [("not-indexable", "vbz", None)]
    assert verdicts(report)["vbz/klacht"] == verdicts(report)["vbz/tweede"] == "hard-to-find"


def test_a_translation_that_is_gone_is_missing_and_the_dutch_page_stays_in_order() -> None:
    english = "https://www.portaal.example/en/complaint"
    declared = an_inventory(MINISTRY_YAML.replace(f"{{nl: {KLACHT}}}", f"{{nl: {KLACHT}, en: {english}}}"))
    report = judged(*pages(), a_gone_visit(english), declared=declared)

    assert told(report) == [("translation-missing", "vbz", "klacht")]
    assert only(report).language is Language.EN
    assert [route.verdict.value for route in report.organisations[1].routes] == ["ok", "missing", "ok"]


def test_only_the_chosen_organisations_are_reported() -> None:
    report = judged(*pages(klacht=None, referral=None), a_gone_visit(KLACHT), run=a_run(only=("vbz",)))

    assert [organisation.id for organisation in report.organisations] == ["vbz"]
    assert {finding.organisation for finding in report.findings} == {"vbz"}


def test_a_waived_finding_still_colours_the_verdict() -> None:
    waiver = """
- code: page-broken
  organisation: vbz
  reason: De pagina wordt verbouwd.
  owner: webredactie
  until: 2026-12-31
"""
    report = judged(*pages(klacht=None), a_gone_visit(KLACHT), declared=an_inventory(waivers=waiver))

    assert (only(report).state, only(report).waiver is not None) == (State.WAIVED, True)
    assert verdicts(report)["vbz/klacht"] == "broken"


def test_findings_stand_with_the_most_serious_first() -> None:
    report = judged(
        *pages(a_link(CONTACT, fragment="weg"), melden=None),
        a_gone_visit(MELDEN),
    )

    assert [finding.severity.value for finding in report.findings] == ["error", "notice"]
    assert report.findings[1].family is Family.BROKEN


def test_every_address_counts_once() -> None:
    report = judged(*pages(), a_gone_visit(VBZ + "/weg"), a_move(VBZ + "/oud", VBZ))

    assert (report.outcomes[Outcome.OK], report.outcomes[Outcome.BROKEN], report.outcomes[Outcome.MOVED]) == (6, 1, 1)
    assert report.pages == 6


def test_an_interrupted_crawl_proves_no_absence() -> None:
    declared = an_inventory(MINISTRY_YAML.replace(f"    url: {{nl: {MELDEN}}}\n", ""), PORTAL_YAML)
    report = judged(*pages(melden=None), declared=declared, run=a_run(finished=None))

    assert told(report) == [("crawl-incomplete", "vbz", "gedrag")]


def a_contact_page(mail: str, heading: str, *targets: str) -> Page:
    """A contact page with an e-mail address and links under one heading."""
    links = [a_link(target, "Zo meldt u iets", heading=heading) for target in targets]
    return a_page(CONTACT, "Contact", *links, channels=(a_channel(mail, heading=heading),))


def test_a_contact_page_that_gives_another_address_for_the_route_is_a_mismatch() -> None:
    contact = a_contact_page("oud@vbz.example", "Een klacht indienen", KLACHT)
    report = judged(*pages(contact=contact, melden=None), declared=WITHOUT_CONDUCT)

    assert told(report) == [("email-mismatch", "vbz", "klacht")]
    assert (only(report).page, only(report).expected, only(report).found) == (
        CONTACT,
        "klachten@vbz.example",
        "oud@vbz.example",
    )


def test_a_contact_page_with_the_ministrys_general_address_is_fine() -> None:
    general = a_contact_page("info@vbz.example", "Stel uw vraag", KLACHT)
    for_all = a_contact_page("info@vbz.example", "Klachten en meldingen", KLACHT, MELDEN)

    assert told(judged(*pages(contact=general, melden=None), declared=WITHOUT_CONDUCT)) == []
    assert told(judged(*pages(contact=for_all))) == []


def test_the_form_of_a_known_route_is_not_unexpected() -> None:
    form = CONTACT + "/klachtenformulier"
    page = a_page(form, "Klachtenformulier", text=TEXT, channels=(a_channel("klachten@vbz.example"),))

    assert told(judged(*pages(a_link(form, "Klachtenformulier")), page)) == []
    assert told(judged(*pages(), page)) == [("route-unexpected", "vbz", None)]


def test_a_route_that_has_ended_is_neither_expected_nor_unexpected() -> None:
    ended = an_inventory(MINISTRY_YAML + "    valid: {until: 2026-01-01}\n", PORTAL_YAML.replace(", conduct", ""))

    assert told(judged(*pages(), declared=ended)) == []
