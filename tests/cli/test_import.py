"""`inventory import`: files of an inventory from a list, or from the register's export."""

from pathlib import Path

import pytest

from tests.cli.small_web import call
from tests.conftest import MINISTRY, PORTAL

LIST = """\
id;name;home;abbreviation;route;kinds;title;url;email;post;verified
oef;Ministerie van Oefeningen;https://www.oef.example/;OEF;klacht;complaint;Klacht: hoe?;https://www.oef.example/k;\
a@oef.example | b@oef.example;Postbus 1, 2500 AA Den Haag;2026-11-23
oef;;;;;integrity, conduct;Melden;https://www.oef.example/contact/ongewenst-gedrag-melden;;;
dienst;Dienst X;https://dienst.example/;;;;;;;;
"""
OEF = """\
id: oef
name: {nl: Ministerie van Oefeningen}
abbreviation: OEF
home: {nl: https://www.oef.example/}
routes:
  - id: klacht
    kinds: [complaint]
    title: {nl: 'Klacht: hoe?'}
    url: {nl: https://www.oef.example/k}
    channels: {email: [a@oef.example, b@oef.example], post: ['Postbus 1, 2500 AA Den Haag']}
    verified: 2026-11-23
  - id: ongewenst-gedrag-melden
    kinds: [integrity, conduct]
    title: {nl: Melden}
    url: {nl: https://www.oef.example/contact/ongewenst-gedrag-melden}
"""
REGISTER = """\
<?xml version="1.0" encoding="UTF-8"?>
<p:overheidsorganisaties xmlns:p="https://organisaties.overheid.nl/static/schema/oo/export/2.6.9"><p:organisaties>
{}
</p:organisaties></p:overheidsorganisaties>
"""
ENTRY = """\
<p:organisatie p:systeemId="99" p:resourceIdentifierTOOI="https://identifier.overheid.nl/tooi/id/ministerie/mnre0000">
<p:naam>Oefeningen</p:naam><p:afkorting>OEF</p:afkorting><p:types><p:type>{type}</p:type></p:types>{ended}
<p:contact><p:emailadressen><p:emailadres><p:email>woo@oef.example</p:email></p:emailadres></p:emailadressen>
<p:internetadressen><p:internetadres><p:url>https://www.oef.example</p:url></p:internetadres></p:internetadressen>
<p:contactformulieren><p:contactformulier><p:url>https://www.oef.example/klacht</p:url>
<p:label>Klacht indienen</p:label></p:contactformulier>
<p:contactformulier><p:url>https://www.oef.example/vraag</p:url><p:label>Stel een vraag</p:label>
</p:contactformulier></p:contactformulieren></p:contact>
<p:functies><p:functie><p:medewerkers><p:medewerker><p:naam>J. Jansen</p:naam></p:medewerker></p:medewerkers>
</p:functie></p:functies></p:organisatie>
"""


def an_inventory(folder: Path) -> Path:
    (folder / "ministries").mkdir(parents=True)
    (folder / "portal.yaml").write_text(PORTAL)
    (folder / "ministries/vbz.yaml").write_text(MINISTRY)
    return folder


def bring_in(folder: Path, content: str | bytes, *more: str, name: str = "list.csv") -> int:
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return call("inventory", "import", str(folder / name), "--inventory", str(folder / "inventory"), *more)


def test_a_list_is_shown_as_files_and_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    an_inventory(tmp_path / "inventory")

    assert bring_in(tmp_path, LIST) == 0
    told = capsys.readouterr()
    assert "+++ b/ministries/oef.yaml" in told.out
    assert "+++ b/agencies/dienst.yaml" in told.out
    assert "Nothing was written" in told.err
    assert not (tmp_path / "inventory/ministries/oef.yaml").exists()


def test_what_is_written_can_be_used(tmp_path: Path) -> None:
    an_inventory(tmp_path / "inventory")

    assert bring_in(tmp_path, LIST, "--write") == 0
    assert (tmp_path / "inventory/ministries/oef.yaml").read_text() == OEF
    assert (tmp_path / "inventory/agencies/dienst.yaml").read_text().endswith("routes: []\n")
    assert call("inventory", "validate", str(tmp_path / "inventory")) == 0


@pytest.mark.parametrize(
    "content",
    [
        LIST.replace(";", "\t"),
        b"\xef\xbb\xbf" + LIST.replace("\n", "\r\n").encode(),
        LIST.encode("utf-16"),
        LIST.replace("id;name", "ID;Name").encode("cp1252"),
    ],
)
def test_lists_are_read_as_spreadsheets_write_them(content: str | bytes, tmp_path: Path) -> None:
    an_inventory(tmp_path / "inventory")

    assert bring_in(tmp_path, content, "--write") == 0
    assert (tmp_path / "inventory/ministries/oef.yaml").read_text() == OEF


def test_an_organisation_that_is_there_stays_unless_it_is_forced(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = an_inventory(tmp_path / "inventory") / "ministries/vbz.yaml"
    other = "id,name,home\nvbz,Ministerie van Iets Anders,https://anders.example/\n"

    assert bring_in(tmp_path, other, "--write") == 0
    told = capsys.readouterr()
    assert "nothing to bring in" in told.out
    assert "ministries/vbz.yaml is there already" in told.err
    assert file.read_text() == MINISTRY

    assert bring_in(tmp_path, other, "--write", "--force") == 0
    assert file.read_text().startswith("id: vbz\nname: {nl: Ministerie van Iets Anders}\n")


def test_all_faults_are_told_with_row_and_column_and_nothing_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    an_inventory(tmp_path / "inventory")
    content = (
        "id;name;home;route;kinds;url;verified;type\n"
        "OEF;Ministerie van Oefeningen;www.oef.example/;klacht;complain;https://www.oef.example/klacht;23-11-2026;\n"
        ";x;;;;;;\n"
        "q;naam;;a;complaint;;;\n"
        "q;andere;;a;complaint;;;dienst\n"
        "z;Z;https://z.example/;;;;;;more;\n"
    )

    assert bring_in(tmp_path, content, "--write") == 2
    told = capsys.readouterr().err.splitlines()
    assert told[0].endswith("has 10 faults; nothing was written.")
    assert [line.split(":")[0] for line in told[1:]] == [
        "row 2, column home",
        "row 2, column id",
        "row 2, column kinds",
        "row 2, column verified",
        "row 3, column id",
        "row 4, column id",
        "row 5, column name",
        "row 5, column route",
        "row 5, column type",
        "row 6, column type",
    ]
    assert 'Did you mean "complaint"?' in told[3]
    assert 'the key "home" is missing here' in told[6]
    assert sorted(path.name for path in (tmp_path / "inventory").rglob("*.yaml")) == ["portal.yaml", "vbz.yaml"]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "the list is empty"),
        ("id;naam\nx;y\n", 'column naam: the column "naam" is not known. Did you mean "name"?'),
        ("name;home\nx;https://x.example/\n", 'there is no column "id"'),
        ("id;id\nx;y\n", "a second time"),
        ('id;name\nx;"y', "home"),
    ],
)
def test_a_list_that_says_too_little_is_told(
    content: str, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring_in(tmp_path, content) == 2
    assert message in capsys.readouterr().err


def test_the_first_list_of_a_new_inventory_may_come_before_its_portal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bring_in(tmp_path, LIST, "--write") == 0
    assert "no portal.yaml yet" in capsys.readouterr().err

    portal = "id;type;name;home\nportaal;portal;Portaal;https://www.portaal.example/\n"
    assert bring_in(tmp_path, portal, "--write") == 0
    assert call("inventory", "validate", str(tmp_path / "inventory")) == 0


def test_the_register_gives_skeletons_with_the_routes_that_its_labels_name(tmp_path: Path) -> None:
    an_inventory(tmp_path / "inventory")
    export = REGISTER.format(ENTRY.format(type="Ministerie", ended=""))

    assert bring_in(tmp_path, export, "--write", name="exportOO.xml") == 0
    assert (tmp_path / "inventory/ministries/oef.yaml").read_text() == (
        "id: oef\nname: {nl: Ministerie van Oefeningen}\nabbreviation: OEF\nhome: {nl: https://www.oef.example/}\n"
        "register: {tooi: mnre0000, roo: '99'}\nroutes:\n  - id: klacht\n    kinds: [complaint]\n"
        "    title: {nl: Klacht indienen}\n    url: {nl: https://www.oef.example/klacht}\n"
    )


def test_only_the_wanted_types_that_still_exist_are_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    an_inventory(tmp_path / "inventory")
    ended = "<p:eindDatum>2020-01-01</p:eindDatum>"
    export = REGISTER.format(ENTRY.format(type="Gemeente", ended="") + ENTRY.format(type="Ministerie", ended=ended))

    assert bring_in(tmp_path, export, name="exportOO.xml") == 0
    assert "nothing to bring in" in capsys.readouterr().out
    assert bring_in(tmp_path, export, "--type", "gemeente", name="exportOO.xml") == 0
    assert "b/agencies/oef.yaml" in capsys.readouterr().out
    assert bring_in(tmp_path, export, "--type", "Gemeentes", name="exportOO.xml") == 2
    assert 'Did you mean "Gemeente"?' in capsys.readouterr().err


def test_an_organisation_without_a_web_address_is_left_out_by_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    entry = ENTRY.format(type="Agentschap", ended="").replace("p:internetadressen", "p:leeg")

    assert bring_in(tmp_path, REGISTER.format(entry), name="exportOO.xml") == 0
    assert "Left out, Oefeningen: the register has no web address of it." in capsys.readouterr().err


@pytest.mark.parametrize(
    "content",
    ["", "<a>", "<a/>", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "id;name\n", REGISTER.format("<p:organisatie>")],
)
def test_what_is_no_register_is_told(content: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bring_in(tmp_path, content, name="exportOO.xml") == 2
    assert "no export of the register" in capsys.readouterr().err


def test_a_file_that_is_not_there_and_a_directory_that_is_not_named_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("inventory", "import", str(tmp_path / "no.csv"), "--inventory", str(tmp_path / "x")) == 2
    assert "no.csv cannot be read" in capsys.readouterr().err
    assert call("inventory", "import", str(tmp_path / "no.csv"), "--write") == 2
    assert "--inventory DIR" in capsys.readouterr().err
