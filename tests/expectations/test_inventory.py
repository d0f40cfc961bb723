"""The inventory: what its files mean, and every fault of them at once."""

import re
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from expectations import inventory
from expectations.check import RETIRED
from expectations.inventory import InventoryError, InventoryFault
from expectations.inventory_schema import RoutePart
from expectations.model import Audience, Inventory, Kind, Language, OrganisationType, Policy, Statement

PORTAL = """\
id: rijksoverheid
name: {nl: Rijksoverheid.nl, en: Government.nl}
home: {nl: https://www.rijksoverheid.nl/, en: https://www.government.nl/}
aliases: [https://rijksoverheid.nl/]            # origins that must show the same pages
sitemaps: [https://www.rijksoverheid.nl/sitemap.xml]
search: https://www.rijksoverheid.nl/zoeken?trefwoord={query}
referrals:
  - id: referral-integrity
    kinds: [integrity, conduct]
    url: {nl: https://www.rijksoverheid.nl/onderwerpen/waar-kan-ik-melden}
policy:
  required_kinds: [integrity, conduct, complaint]
  max_clicks: {home: 3, portal: 4}
  statements: {complaint: [acknowledgement, deadline, ombudsman]}
  max_age_days: 730
"""
MINISTRY = """\
id: bz                                          # the official abbreviation, lower case
name: {nl: Ministerie van Buitenlandse Zaken, en: Ministry of Foreign Affairs}
abbreviation: BZ
former_names: []
home: {nl: https://www.rijksoverheid.nl/ministeries/ministerie-van-buitenlandse-zaken}
scope: []
register: {tooi: mnre1013, roo: '2515'}
policy: {}
routes:
  - id: ongewenst-gedrag
    kinds: [integrity, conduct]
    title: {nl: 'Ongewenst gedrag: wat te doen?'}
    url: {nl: https://www.rijksoverheid.nl/ongewenst-gedrag, en: https://www.government.nl/inappropriate}
    channels:
      email: [meld@minbz.example]
      phone: ['1400']
      form: [https://www.rijksoverheid.nl/formulier]
      post: ['Postbus 20061, 2500 EB Den Haag']
    statements: [confidentiality]
    audience: external
    valid: {from: 2019-09-01, until: null, successor: null}
    source: https://www.rijksoverheid.nl/bron
    verified: 2026-11-23
"""
AGENCY = "id: dji\nname: {nl: DJI}\nhome: {nl: 'https://www.dji.nl/'}\n"
BARE = "id: xx\nname: {nl: X}\nhome: {nl: 'https://x.example/'}\n"


def read(**files: str) -> Inventory:
    """A sound inventory with other or further files: `portal`, `ministries_bz`, `agencies_dji`, `waivers` ..."""
    texts = {"portal.yaml": PORTAL, "ministries/bz.yaml": MINISTRY}
    texts |= {name.replace("_", "/") + ".yaml": text for name, text in files.items()}
    return inventory.read_sources(texts)


def faults(**files: str) -> tuple[InventoryFault, ...]:
    with pytest.raises(InventoryError) as caught:
        read(**files)
    return caught.value.faults


def only_fault(**files: str) -> InventoryFault:
    (found,) = faults(**files)
    return found


# --- What the files mean


def test_the_example_of_the_design_is_read_whole() -> None:
    (bz,) = read().ministries
    (route,) = bz.routes

    assert (bz.type, bz.register, bz.file) == (
        OrganisationType.MINISTRY,
        {"tooi": "mnre1013", "roo": "2515"},
        "ministries/bz.yaml",
    )
    assert route.kinds == (Kind.INTEGRITY, Kind.CONDUCT)
    assert route.title.nl == "Ongewenst gedrag: wat te doen?"
    assert route.languages == (Language.NL, Language.EN)
    assert route.channels.post == ("Postbus 20061, 2500 EB Den Haag",)
    assert route.statements == (Statement.CONFIDENTIALITY,)
    assert route.audience is Audience.EXTERNAL
    assert (route.valid_from, route.valid_until, route.verified) == (date(2019, 9, 1), None, date(2026, 11, 23))
    assert route.line == 10


def test_a_ministry_has_the_policy_of_the_portal() -> None:
    found = read()

    assert found.ministries[0].policy == found.portal.policy
    assert found.portal.policy.max_clicks_portal == 4
    assert found.portal.policy.max_age_days == 730


def test_a_ministry_overrides_the_policy_per_key() -> None:
    own = "policy: {max_clicks: {portal: 5}, statements: {conduct: [recipient]}, max_age_days: null}\n"

    policy = read(ministries_xx=BARE + own).ministries[1].policy

    assert policy == Policy(
        required_kinds=(Kind.INTEGRITY, Kind.CONDUCT, Kind.COMPLAINT),
        max_clicks_home=3,
        max_clicks_portal=5,
        statements={
            Kind.COMPLAINT: (Statement.ACKNOWLEDGEMENT, Statement.DEADLINE, Statement.OMBUDSMAN),
            Kind.CONDUCT: (Statement.RECIPIENT,),
        },
        max_age_days=None,
    )


def test_a_key_without_a_value_lifts_the_whole_requirement() -> None:
    policy = read(ministries_xx=BARE + "policy: {required_kinds: , max_clicks: , statements: }\n").ministries[1].policy

    assert policy == Policy(max_age_days=730)


def test_an_agency_has_only_what_its_own_file_states() -> None:
    assert read(agencies_dji=AGENCY).agencies[0].policy == Policy()
    own = read(agencies_dji=AGENCY + "policy: {required_kinds: [complaint]}\n").agencies[0].policy
    assert own == Policy(required_kinds=(Kind.COMPLAINT,))


def test_words_that_look_like_other_values_stay_text() -> None:
    text = "id: '010'\nname: {nl: no, en: 12:30}\nhome: {nl: 'https://x.example'}\nregister: {roo: 2515}\n"

    found = read(ministries_x=text).ministries[0]

    assert (found.id, found.name.nl, found.name.en, found.register["roo"]) == ("010", "no", "12:30", "2515")


def test_addresses_are_written_in_one_way() -> None:
    text = BARE.replace("https://x.example/", "HTTPS://X.example:443")

    assert read(ministries_x=text).ministries[1].home.nl == "https://x.example/"


def test_absent_terms_and_waivers_are_no_fault() -> None:
    found = read()

    assert found.waivers == ()
    assert found.terms.strong[Language.NL][Kind.COMPLAINT]


def test_an_own_key_of_the_terms_replaces_the_packaged_one_and_leaves_the_others() -> None:
    packaged, own = read().terms, read(terms="duties: {nl: [eigen woord]}\n").terms

    assert own.duties == {Language.NL: ("eigen woord",)}
    assert own.strong == packaged.strong


def test_a_waiver_is_read() -> None:
    line = "- {code: page-stale, organisation: bz, reason: Wordt herschreven., owner: Redactie BZ, until: 2026-12-31}\n"

    (waiver,) = read(waivers=line).waivers

    assert (waiver.code, waiver.organisation, waiver.until) == ("page-stale", "bz", date(2026, 12, 31))


@pytest.mark.parametrize("text", ["", "# nothing accepted\n", "[]\n"])
def test_a_list_of_waivers_may_be_empty(text: str) -> None:
    assert read(waivers=text).waivers == ()


def test_the_snapshots_copy_gives_the_same_inventory() -> None:
    found = read(agencies_dji=AGENCY)

    assert inventory.read_sources(found.sources) == found


def test_the_digest_does_not_depend_on_place_or_line_ends(tmp_path: Path) -> None:
    digests = set()
    for name, ends, mark, code in (("one", "\n", "", "utf-8"), ("two", "\r\n", "\ufeff", "utf-16")):
        folder = tmp_path / name
        (folder / "ministries").mkdir(parents=True)
        (folder / "portal.yaml").write_bytes((mark + PORTAL).replace("\n", ends).encode())
        (folder / "ministries" / "bz.yaml").write_bytes(MINISTRY.replace("\n", ends).encode(code))
        digests.add(inventory.read(folder).digest)

    assert digests == {read().digest}
    assert read(agencies_dji=AGENCY).digest not in digests


# --- Origins


def test_origins_are_those_that_the_design_names() -> None:
    own = "search: 'https://s.example/?q={query}'\nscope: ['http://c.example:8080/a/']\n"

    found = inventory.origins(read(ministries_xx=BARE + own))

    assert found["xx"] == ("https://x.example", "https://s.example", "http://c.example:8080")
    assert found["bz"] == ("https://www.rijksoverheid.nl", "https://www.government.nl")


def test_some_organisations_only_still_need_the_portal() -> None:
    assert list(inventory.origins(read(agencies_dji=AGENCY), only=["dji"])) == ["rijksoverheid", "dji"]


@pytest.mark.parametrize(
    "host", ["127.0.0.1:8001", "localhost", "10.0.0.5", "[::1]:80", "intranet", "a.local", "127.1"]
)
def test_internal_origins_are_told(host: str) -> None:
    assert inventory.internal_origins(read(ministries_x=BARE.replace("https://x.example/", f"http://{host}/")))


def test_public_origins_are_not_internal() -> None:
    assert inventory.internal_origins(read(agencies_dji=AGENCY)) == ()


# --- Faults


def test_all_faults_of_all_files_are_told_at_once_in_order() -> None:
    found = faults(portal="id: p\nname: X\n", ministries_bz="id: bz\nnaam: x\n", agencies_z="a: [")

    assert [(x.file, x.line) for x in found] == [
        ("agencies/z.yaml", 1),
        ("ministries/bz.yaml", 1),
        ("ministries/bz.yaml", 1),
        ("ministries/bz.yaml", 2),
        ("portal.yaml", 1),
        ("portal.yaml", 2),
    ]


def test_a_fault_reads_well() -> None:
    fault = only_fault(ministries_bz=MINISTRY.replace("    kinds: [integrity, conduct]", "    kinds: [integriteit]"))

    assert str(fault) == (
        "ministries/bz.yaml:11:13\n"
        "  routes.kinds: 'integriteit' is not one of the allowed values. Did you mean \"integrity\"?\n"
        "  Allowed: integrity, conduct, complaint, whistleblower, official-crime"
    )


def test_an_unknown_key_comes_with_the_known_ones() -> None:
    fault = only_fault(ministries_bz=MINISTRY.replace("    verified:", "    verifeid:"))

    assert (fault.line, fault.column, fault.suggestion) == (23, 5, "verified")
    assert "kinds" in fault.allowed


def test_an_unknown_key_without_a_value_is_told_too() -> None:
    assert only_fault(ministries_xx=BARE + "abbrev:\n").line == 4


@pytest.mark.parametrize("text", ["name: {nl: X}", "home: {nl: 'https://x.example/'}", "id: xx"])
def test_a_required_key_is_missed(text: str) -> None:
    key = text.partition(":")[0]

    assert f'"{key}" is missing' in only_fault(ministries_xx=BARE.replace(text + "\n", "")).message


def test_a_required_key_without_a_value_is_told_at_the_key() -> None:
    fault = only_fault(ministries_xx=BARE.replace("name: {nl: X}", "name:"))

    assert (fault.line, fault.message) == (2, 'the key "name" has no value')


def test_a_duplicate_key_is_told_with_both_places() -> None:
    fault = only_fault(ministries_xx=BARE + "id: yy\n")

    assert (fault.line, fault.column) == (4, 1)
    assert "1:1" in fault.message


def test_a_duplicate_organisation_is_told_with_both_places() -> None:
    fault = only_fault(agencies_x=BARE, ministries_xx=BARE)

    assert (fault.file, fault.line, fault.column) == ("ministries/xx.yaml", 1, 5)
    assert "agencies/x.yaml:1:5" in fault.message


@pytest.mark.parametrize("key", ["routes", "referrals"])
def test_a_duplicate_route_or_referral_is_told_even_beside_other_faults(key: str) -> None:
    item = "  - {id: a, kinds: [complaint], url: {nl: 'https://x.example/a'}}\n"
    portal = PORTAL.partition("referrals:")[0] + f"{key}:\n{item}{item}oops: 1\n"

    assert [x.message.split(";")[0] for x in faults(portal=portal)] == [
        f'the {key[:-1]} id "a" is used twice',
        'the key "oops" is not known here',
    ]


def test_one_route_id_may_be_used_by_two_organisations() -> None:
    route = "routes: [{id: ongewenst-gedrag, kinds: [conduct]}]\n"

    assert read(ministries_xx=BARE + route).ministries[1].routes


@pytest.mark.parametrize(
    "address",
    [
        "www.x.nl",
        "/pad",
        "//x.nl/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "ftp://x.nl",
        "https://x.nl/a b",
        "https://",
        "http:x.nl",
        "https://x.nl:99999/",
        "https://[zz]/",
        "mailto:a@x.nl",
        "https://u:geheim@x.nl/",
        "ftp://u:geheim@x.nl/",
    ],
)
def test_an_address_that_no_browser_opens_is_refused_without_telling_passwords(address: str) -> None:
    fault = only_fault(ministries_xx=BARE.replace("https://x.example/", address))

    assert fault.line == 3
    assert "geheim" not in str(fault)


@pytest.mark.parametrize("key", ["aliases", "sitemaps", "scope"])
def test_addresses_in_lists_are_looked_at(key: str) -> None:
    assert only_fault(ministries_xx=BARE + f"{key}: ['https://x.example/', x.example]\n").column > 20


def test_a_search_without_a_place_for_the_words_is_refused() -> None:
    assert "{query}" in only_fault(ministries_xx=BARE + "search: https://x.example/zoek\n").message


@pytest.mark.parametrize(
    "day", ["2024-02-30", "30-01-2024", "2024", "tomorrow", "2024-1-1", "2024-01-01T10:00", "true"]
)
def test_a_day_that_cannot_be_is_refused(day: str) -> None:
    assert only_fault(ministries_xx=BARE + f"former_names: [{{name: Y, until: {day}}}]\n").line == 4


def test_a_route_cannot_end_before_it_begins() -> None:
    route = "routes: [{id: a, kinds: [conduct], valid: {from: 2025-01-02, until: 2025-01-01}}]\n"

    assert "before" in only_fault(ministries_xx=BARE + route).message


@pytest.mark.parametrize("name", ["../x", "A", "a/b", "a_b", "-a", "CON", "con", "index", "🐟", "a" * 61, "a b"])
def test_an_id_that_is_no_safe_file_name_is_refused(name: str) -> None:
    assert only_fault(ministries_xx=BARE.replace("id: xx", f"id: '{name}'")).line == 1


@pytest.mark.parametrize(
    "line",
    [
        "routes: tekst",
        "routes: [tekst]",
        "routes: [null]",
        "aliases: https://x.example/",
        "policy: [1]",
        "policy: {max_clicks: {home: drie}}",
        "policy: {max_clicks: {home: '3'}}",
        "policy: {max_clicks: {home: 0}}",
        "policy: {max_age_days: true}",
        "policy: {statements: {klacht: [deadline]}}",
        "policy: {statements: {complaint: [termijn]}}",
        "abbreviation: true",
        "abbreviation: ''",
        "abbreviation: [X]",
        "register: {roo: [1]}",
        "routes: [{id: a, kinds: []}]",
        "routes: [{id: a, kinds: conduct}]",
        "routes: [{id: a, kinds: [conduct], url: https://x.example/}]",
        "routes: [{id: a, kinds: [conduct], url: {de: https://x.example/}}]",
        "routes: [{id: a, kinds: [conduct], audience: public}]",
        "routes: [{id: a, kinds: [conduct], channels: {email: [aanwezig]}}]",
        "routes: [{id: a, kinds: [conduct], channels: {fax: ['1']}}]",
    ],
)
def test_a_wrong_type_or_value_is_one_fault_with_its_line(line: str) -> None:
    assert only_fault(ministries_xx=BARE + line + "\n").line == 4


def test_a_portal_is_needed() -> None:
    with pytest.raises(InventoryError, match=r"portal\.yaml:1:1"):
        inventory.read_sources({"ministries/bz.yaml": MINISTRY})


def test_an_inventory_without_organisations_is_no_inventory() -> None:
    with pytest.raises(InventoryError, match="nothing to check"):
        inventory.read_sources({"portal.yaml": PORTAL})


@pytest.mark.parametrize("text", ["", "   \n", "# only a comment\n"])
def test_an_empty_file_is_a_fault(text: str) -> None:
    assert only_fault(ministries_xx=text).message == "the file is empty"


@pytest.mark.parametrize("text", ["- a\n", "tekst\n", "null\n"])
def test_a_file_that_is_no_mapping_is_a_fault(text: str) -> None:
    assert only_fault(ministries_xx=text).line == 1


def test_a_waiver_for_an_unknown_organisation_is_a_fault() -> None:
    line = "- {code: page-stale, organisation: bzz, reason: Loopt., owner: BZ, until: 2026-12-31}\n"

    fault = only_fault(waivers=line)

    assert (fault.file, fault.suggestion) == ("waivers.yaml", "bz")


@pytest.mark.parametrize(
    ("waiver", "message", "meant"),
    [
        ("code: page-stal, organisation: bz", 'no finding with the code "page-stal"', "page-stale"),
        ("code: waiver-unused, organisation: bz", "repair or remove that waiver", None),
        ("code: page-stale, organisation: bz, route: ongewenst", 'bz has no route with the id "ongewenst"', None),
        ("code: page-stale, organisation: rijksoverheid, route: referal-integrity", "no route", "referral-integrity"),
    ],
)
def test_a_waiver_for_what_does_not_exist_is_a_fault(waiver: str, message: str, meant: str | None) -> None:
    fault = only_fault(waivers=f"- {{{waiver}, reason: Loopt., owner: BZ, until: 2026-12-31}}\n")

    assert (fault.file, fault.line) == ("waivers.yaml", 1)
    assert message in fault.message
    assert meant is None or fault.suggestion == meant


def test_a_retired_code_in_a_waiver_says_what_became_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(cast("dict[str, str]", RETIRED), "page-gone", "it is page-broken now")
    line = "- {code: page-gone, organisation: bz, reason: Loopt., owner: BZ, until: 2026-12-31}\n"

    assert "it is page-broken now" in only_fault(waivers=line).message


@pytest.mark.parametrize("route", ["ongewenst-gedrag", "referral-integrity"])
def test_a_waiver_may_name_a_route_or_a_referral(route: str) -> None:
    owner = "bz" if route == "ongewenst-gedrag" else "rijksoverheid"
    line = f"- {{code: page-stale, organisation: {owner}, route: {route}, reason: X, owner: Y, until: 2026-12-31}}\n"

    (waiver,) = read(waivers="# first\n" + line).waivers
    assert (waiver.route, waiver.line) == (route, 2)


def test_an_unreadable_organisation_does_not_make_its_waivers_wrong() -> None:
    line = "- {code: page-stale, organisation: xx, reason: Loopt., owner: X, until: 2026-12-31}\n"

    assert {x.file for x in faults(waivers=line, ministries_xx="a: [")} == {"ministries/xx.yaml"}


@pytest.mark.parametrize("left_out", ["reason: Loopt., ", "owner: BZ, ", ", until: 2026-12-31"])
def test_a_waiver_needs_reason_owner_and_end(left_out: str) -> None:
    line = "- {code: page-stale, organisation: bz, reason: Loopt., owner: BZ, until: 2026-12-31}\n"

    assert "missing" in only_fault(waivers=line.replace(left_out, "")).message


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("portal.yml", "portal.yaml"),
        ("waiver.yaml", "waivers.yaml"),
        ("ministry/bz.yaml", "ministries/bz.yaml"),
        ("ministries/xx.yml", "xx.yaml"),
    ],
)
def test_a_file_that_nobody_would_read_is_told(tmp_path: Path, name: str, meant: str) -> None:
    for file, text in (("portal.yaml", PORTAL), ("ministries/bz.yaml", MINISTRY), (name, BARE)):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(text)

    with pytest.raises(InventoryError, match=meant):
        inventory.read(tmp_path)


def test_files_of_others_beside_the_inventory_are_left_alone(tmp_path: Path) -> None:
    for file, text in (
        ("portal.yaml", PORTAL),
        ("ministries/bz.yaml", MINISTRY),
        ("docker-compose.yml", "x"),
        ("a.md", ""),
    ):
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).write_text(text)

    assert len(inventory.read(tmp_path).sources) == 2


def test_a_directory_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(InventoryError, match="no such directory"):
        inventory.read(tmp_path / "nergens")


def test_bytes_that_are_no_text_are_a_fault(tmp_path: Path) -> None:
    (tmp_path / "ministries").mkdir()
    (tmp_path / "portal.yaml").write_text(PORTAL)
    (tmp_path / "ministries" / "a.yaml").write_bytes(b"id: a\nname: {nl: Financi\xebn}\n")
    (tmp_path / "ministries" / "b.yaml").write_bytes(b"# " + b"x" * 6_000_000)

    with pytest.raises(InventoryError) as caught:
        inventory.read(tmp_path)

    assert [x.file for x in caught.value.faults] == ["ministries/a.yaml", "ministries/b.yaml"]
    assert "line 2" in caught.value.faults[0].message


def test_hostile_files_are_faults_and_end() -> None:
    bomb = "".join(f"{x}: &{x} [{', '.join([f'*{y}'] * 10)}]\n" for y, x in zip("abcdefgh", "bcdefghi", strict=True))

    found = faults(
        agencies_a="[" * 1000,
        agencies_b="a: &a [x, x]\n" + bomb,
        agencies_c="id: !!python/object:os.system x\n",
        agencies_d="\n".join("  " * n + "a:" for n in range(1000)),
        agencies_e="a: &a [*a]\n",
        agencies_f="a: \x01\n",
    )

    assert {x.file for x in found} == {f"agencies/{x}.yaml" for x in "abcdef"}


# --- The page for editors


def test_the_examples_of_the_page_for_editors_are_in_order() -> None:
    page = (Path(__file__).parents[2] / "docs" / "inventory.md").read_text(encoding="utf-8")
    examples = {x.split("\n", 1)[0].removeprefix("# "): x for x in re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)}

    assert examples.keys() == {"portal.yaml", "ministries/vbz.yaml", "waivers.yaml"}
    assert len(inventory.read_sources(examples).waivers) == 1
    assert all(f"`{name}`" in page for name in (*RoutePart.model_fields, *Statement, *Kind) if name != "post")
