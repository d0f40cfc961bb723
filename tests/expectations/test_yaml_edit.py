"""Changes of single values in YAML files: nothing else changes, and what is written means what was asked."""

from difflib import ndiff
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from expectations import yaml_reader
from expectations.yaml_edit import Edit, EditError, Step, edited

ORDER = ("id", "kinds", "title", "url", "channels", "verified")
FILE = """\
# A ministry.
id: vbz   # the abbreviation

routes:
  # Seen by hand.
  - id: klacht
    title: {nl: 'Klacht: hoe?'}
    url:
      nl: "https://www.vbz.example/a"   # old
    channels:
      email:
        - a@vbz.example   # desk
        # no more is known
      post: ['Postbus 1, 2500 AA Den Haag']

  - {id: melden, url: {nl: https://www.vbz.example/b}}
agencies: []
"""


def put(path: tuple[Step, ...], value: Any, text: str = FILE, **given: Any) -> list[str]:
    """The lines that a change adds and takes away."""
    changed = edited(text, Edit(path=path, value=value, order=ORDER, **given))
    return [line for line in ndiff(text.splitlines(), changed.splitlines()) if line[0] in "+-"]


def test_a_value_is_replaced_in_its_own_quotes_and_its_comment_stays() -> None:
    assert put(("routes", 0, "url", "nl"), "https://www.vbz.example/c#x") == [
        '-       nl: "https://www.vbz.example/a"   # old',
        '+       nl: "https://www.vbz.example/c#x"   # old',
    ]
    assert put(("routes", 0, "title", "nl"), "Wat: 'nu'?") == [
        "-     title: {nl: 'Klacht: hoe?'}",
        "+     title: {nl: 'Wat: ''nu''?'}",
    ]


def test_a_new_key_stands_where_people_would_write_it() -> None:
    assert put(("routes", 0, "kinds"), ["complaint"]) == ["+     kinds: [complaint]"]
    assert put(("routes", 0, "verified"), "2026-11-23") == ["+     verified: 2026-11-23"]
    assert put(("routes", 1, "title", "nl"), "Melden") == [
        "-   - {id: melden, url: {nl: https://www.vbz.example/b}}",
        "+   - {id: melden, title: {nl: Melden}, url: {nl: https://www.vbz.example/b}}",
    ]


def test_an_item_is_added_to_a_list_in_the_manner_of_the_list() -> None:
    email, post = ("routes", 0, "channels", "email"), ("routes", 0, "channels", "post")
    assert put(email, "b@vbz.example", append=True) == ["+         - b@vbz.example"]
    assert put(post, "Postbus 2", append=True)[1] == "+       post: ['Postbus 1, 2500 AA Den Haag', 'Postbus 2']"
    assert put((*post, 0), "Postbus 3")[1] == "+       post: ['Postbus 3']"
    assert put(("routes", 1, "channels", "phone"), "070 123 45 67", append=True)[1].endswith(
        "{nl: https://www.vbz.example/b}, channels: {phone: [070 123 45 67]}}"
    )


@pytest.mark.parametrize("start", ["agencies: []", "agencies: []  # none", "agencies:", "agencies: ~", "id: x"])
def test_a_mapping_added_to_nothing_stands_on_lines_of_its_own(start: str) -> None:
    text = f"{start}\nlast: 1\n"

    changed = edited(text, Edit(path=("agencies",), value={"id": "x", "kinds": ["complaint"]}, append=True))

    assert "  - id: x\n    kinds: [complaint]\n" in changed
    assert "# none" in changed or "# none" not in start
    assert changed.endswith("last: 1\n") or start == "id: x"


@pytest.mark.parametrize("text", ["", "# Nothing yet.\n", "- id: a\n", "# One.\n- id: a   # x\n\n# End.", "[]\n"])
def test_an_item_is_added_to_a_file_that_is_a_list(text: str) -> None:
    changed = edited(text, Edit(path=(), value={"id": "b", "until": "2027-03-01"}, append=True))

    node, _ = yaml_reader.parse(changed)
    assert node is not None
    assert node.plain()[-1:] == [{"id": "b", "until": "2027-03-01"}]  # type: ignore[index]
    assert all(line in changed for line in text.splitlines() if line != "[]")


@pytest.mark.parametrize(
    "text",
    [
        "a: &x {b: [1]}\nc: *x\n",  # a change of one would be a change of the other
        "a: {b: |\n  text\n",
        "a: {b: 1, b: 2}\n",
    ],
)
def test_what_cannot_be_changed_alone_is_refused(text: str) -> None:
    with pytest.raises(EditError):
        edited(text, Edit(path=("a", "b"), value="new", append=True))


def test_a_text_of_several_lines_is_left_to_people() -> None:
    with pytest.raises(EditError, match="several lines"):
        edited("a: |\n  one\n  two\n", Edit(path=("a",), value="new"))


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


@given(TEXTS, st.sampled_from(["plain", '"double"', "'single'"]))
def test_any_text_can_be_put_anywhere(text: str, before: str) -> None:
    """Whatever the web says, the file then says the same, and can be read."""
    for path, start in ((("a",), f"a: {before} # c\n"), (("a", "b"), f"x: {before}\na: {{b: {before}}}\n")):
        node, faults = yaml_reader.parse(edited(start, Edit(path=path, value=text)))
        value: Any = node.plain() if node else None
        for step in path:
            value = value[step]
        assert (value, faults) == (text, ())
