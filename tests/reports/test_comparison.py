"""How the ministries differ, side by side."""

from expectations.model import ChannelType, Kind, Language, OrganisationType, RouteResult, Verdict
from reports.comparison import Comparison, Spread, compare
from reports.summary import summarise
from tests.builders import a_report, a_route_result, an_organisation_result


def a_ministry(id_: str, *routes: RouteResult, type_: OrganisationType = OrganisationType.MINISTRY) -> object:
    return an_organisation_result(id=id_, type=type_, routes=routes)


def compared(*organisations: object) -> tuple[Comparison, ...]:
    return compare(summarise(a_report(organisations=organisations)))


def test_what_was_found_is_counted_per_ministry() -> None:
    (klacht,) = compared(
        a_ministry(
            "a", a_route_result(deadlines=(6, 10), clicks_home=1, channels={ChannelType.EMAIL: ("x@a.example",)})
        ),
        a_ministry("b", a_route_result(deadlines=(), clicks_home=4, channels={})),
        a_ministry("c", a_route_result(found_url=None, verdict=Verdict.BROKEN)),
    )

    assert klacht.kind is Kind.COMPLAINT
    assert (klacht.ministries, klacht.read, klacht.without_deadline) == (3, 2, 1)
    assert klacht.deadlines == (6, 10)
    assert klacht.channels[ChannelType.EMAIL] == 1
    assert klacht.clicks_home == Spread(least=1, most=4)


def test_a_ministry_of_which_nothing_was_found_has_a_row_that_says_how_it_stands() -> None:
    (klacht,) = compared(a_ministry("c", a_route_result(found_url=None, verdict=Verdict.BROKEN)))

    assert [(row.route, row.verdict) for row in klacht.rows] == [(None, Verdict.BROKEN)]
    assert klacht.clicks_home is None


def test_versions_stand_under_each_other_dutch_first() -> None:
    english = a_route_result(language=Language.EN)
    (klacht,) = compared(a_ministry("a", english, a_route_result()))

    assert [row.route.language for row in klacht.rows if row.route] == [Language.NL, Language.EN]
    assert klacht.ministries == 1


def test_only_ministries_are_compared() -> None:
    assert compared(a_ministry("d", a_route_result(), type_=OrganisationType.AGENCY)) == ()
    assert compared() == ()
