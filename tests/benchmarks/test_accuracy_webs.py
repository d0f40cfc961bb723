"""The generated webs are what their labels say: checked by an own walk, without the program."""

from collections import Counter
from datetime import date
from urllib.request import urlopen

import pytest

from benchmarks.accuracy import pages, spec
from benchmarks.accuracy.faults.register import FAULTS, slots
from benchmarks.accuracy.generate import generate, organisation_verdicts, verdicts
from benchmarks.accuracy.inventory import declared, organisation
from benchmarks.accuracy.judge import FAMILY, judge
from benchmarks.accuracy.model import ANY, VERDICT, World
from benchmarks.accuracy.render import render
from benchmarks.accuracy.server import Web
from benchmarks.accuracy.walk import Graph, number_sites

TODAY = date(2026, 11, 23)
SEEDS = (1, 2, 3, 950)  # from 900 on the wordings differ


def unfaulted(seed: int) -> World:
    world = spec.draw(seed, TODAY)
    number_sites(world)
    pages.write(world)
    return world


@pytest.mark.parametrize("seed", SEEDS)
def test_without_faults_every_link_is_alive(seed: int) -> None:
    assert Graph(unfaulted(seed)).dead == []


@pytest.mark.parametrize("seed", SEEDS)
def test_without_faults_every_route_is_near(seed: int) -> None:
    world = unfaulted(seed)
    graph = Graph(world)
    portal = graph.clicks("portal/home")

    for org, route, version in slots(world):
        assert graph.clicks(org.home(version.lang))[route.doc(version.lang)] <= 3
        if org.type == "ministry" and version.lang == "nl":
            assert portal[route.doc("nl")] <= 4


@pytest.mark.parametrize("seed", SEEDS)
def test_same_seed_gives_the_same_web(seed: int) -> None:
    first, second = generate(seed, TODAY), generate(seed, TODAY)

    assert first.labels == second.labels
    assert [render(first, d) for d in first.docs.values()] == [render(second, d) for d in second.docs.values()]


@pytest.mark.parametrize("seed", SEEDS)
def test_labels_name_expected_routes_and_known_codes(seed: int) -> None:
    world = generate(seed, TODAY)
    expected = {(o.id, r.id, v.lang) for o, r, v in slots(world)}

    for label in world.labels:
        assert label.code in VERDICT
        assert label.code in FAMILY
        if label.route not in (None, ANY) and not label.optional:
            assert (label.organisation, label.route, label.language) in expected


@pytest.mark.parametrize("seed", SEEDS)
def test_a_page_that_fails_has_no_other_label(seed: int) -> None:
    world = generate(seed, TODAY)
    per_version = Counter((x.organisation, x.route, x.language) for x in world.labels if x.route and not x.optional)

    for label in world.labels:
        if label.route and not label.optional and VERDICT[label.code] in {"broken", "missing", "unverified"}:
            assert per_version[label.organisation, label.route, label.language] == 1, label


def test_eight_seeds_hold_three_hundred_faults_of_every_code_and_as_many_innocents() -> None:
    worlds = [generate(seed, TODAY, rounds=3) for seed in range(1, 9)]
    codes = Counter(label.code for world in worlds for label in world.labels if not label.optional)

    assert sum(codes.values()) >= 300
    assert set(codes) == {code for code, _, _ in FAULTS}
    assert sum(len(world.innocents) for world in worlds) >= sum(codes.values())


@pytest.mark.parametrize("seed", SEEDS)
def test_some_routes_stay_whole(seed: int) -> None:
    assert Counter(verdicts(generate(seed, TODAY)).values())["ok"] >= 5


def test_only_asked_codes_are_put_in() -> None:
    assert {x.code for x in generate(1, TODAY, {"page-broken"}).labels} == {"page-broken"}


def test_a_perfect_report_scores_full_marks() -> None:
    world = generate(2, TODAY)
    findings = [
        {
            "code": x.code,
            "organisation": x.organisation,
            "route": x.route,
            "language": x.language,
            "page": "",
            "target": "",
            "expected": "",
            "found": "",
        }
        for x in world.labels
        if not x.optional
    ]
    score = judge(world, {"findings": findings, "organisations": _results(world)}, set(VERDICT))

    assert score.lines == []
    assert not score.missed
    assert not score.false


def test_a_silent_report_misses_everything() -> None:
    world = generate(2, TODAY)
    score = judge(world, {"findings": [], "organisations": _results(world)}, set(VERDICT))

    assert sum(score.missed.values()) == sum(1 for x in world.labels if not x.optional)


def _results(world: World) -> list[dict[str, object]]:
    right, whole = verdicts(world), organisation_verdicts(world)
    return [
        {
            "id": org.id,
            "verdict": whole[org.id],
            "routes": [{"id": r, "language": lang, "verdict": v} for (o, r, lang), v in right.items() if o == org.id],
        }
        for org in world.orgs.values()
    ]


def test_the_server_answers_on_its_own_ports_and_stops() -> None:
    world = generate(4, TODAY, {"email-mismatch"})
    with Web(world):
        for org, route, version in list(slots(world))[:6]:
            assert organisation(world, org)["home"]["nl"].startswith("http://127.0.0.")
            if route.with_url and not world.docs[route.doc(version.lang)].answer:
                with urlopen(declared(world, version)) as answer:
                    assert version.title.split()[0] in answer.read().decode()
