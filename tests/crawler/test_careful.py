"""The careful reading cuts a page at its headings, real or not."""

from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.careful import read_sections
from expectations.model import Section
from tests.crawler.pages import ADDRESS, saved


def sections(name: str) -> dict[str, Section]:
    return {section.heading: section for section in read_sections(saved(name), ADDRESS)}


def offered(section: Section) -> list[str]:
    return [channel.value for channel in section.channels]


def test_each_heading_has_what_stands_under_it() -> None:
    read = sections("rijksoverheid")

    assert list(read) == ["Ongewenst gedrag: wat te doen?", "Melden"]
    assert offered(read["Melden"]) == ["integriteit@minvz.nl", "+31704143300"]
    assert [link.text for link in read["Melden"].links] == ["hoe u een klacht indient", "information in English"]


def test_accordions_definition_lists_and_bold_lines_are_sections() -> None:
    read = sections("accordions")

    assert offered(read["Een klacht indienen"]) == ["klachten@minvz.nl", "antwoordnummer 1234 2500vb"]
    assert offered(read["Een integriteitsschending melden"]) == ["+318002255733"]
    assert offered(read["Ongewenst gedrag"]) == ["https://www.voorbeeld.nl/melden/online"]
    assert offered(read["Vertrouwenspersoon"]) == ["vertrouwenspersoon@minvz.nl"]
    assert offered(read["Vanuit het buitenland"]) == ["+31704143300"]


def test_rows_of_a_list_in_a_table_are_sections() -> None:
    read = sections("contact_list")

    assert offered(read["Noord"]) == ["noord@minvz.nl"]
    assert read["Noord"].level > read["Contact"].level


def test_a_form_stands_under_its_legend() -> None:
    assert offered(sections("contact_list")["Uw bericht"]) == [ADDRESS]


def test_cells_of_a_layout_table_are_no_headings() -> None:
    read = sections("old_tables")

    assert list(read) == ["Klachten", "Schriftelijk", "Telefonisch"]
    assert offered(read["Telefonisch"]) == ["+31703153500", "klachten@voorbeeld.nl"]


def test_menus_and_footers_are_no_sections() -> None:
    assert not {"Service", "Verantwoordelijk"} & set(sections("rijksoverheid"))


def test_nothing_gives_nothing() -> None:
    assert read_sections("", ADDRESS) == ()


def test_deep_nesting_is_read() -> None:
    (section,) = read_sections("<div>" * 100_000 + "<p>Mail klachten@minvz.nl</p>", ADDRESS)

    assert offered(section) == ["klachten@minvz.nl"]


@settings(max_examples=100, deadline=None)
@given(st.text())
def test_no_text_is_too_strange(text: str) -> None:
    read_sections(text, ADDRESS)
