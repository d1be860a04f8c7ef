from pathlib import Path

import pytest

from reader.errors import SourceError
from reader.ingest.xml import parse_xml


def test_a_document_is_parsed() -> None:
    root = parse_xml(
        '<?xml version="1.0" encoding="windows-1251"?><a>да &lt;b&gt;<!-- no --></a>'.encode("cp1251"), "x"
    )

    assert root.text == "да <b>"


def test_entities_of_the_document_stay_unresolved(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("secret")
    root = parse_xml(
        f'<!DOCTYPE a [<!ENTITY in "inner"><!ENTITY out SYSTEM "{secret.as_uri()}">]><a>x&in;&out;y</a>'.encode(), "x"
    )

    assert "inner" not in "".join(map(str, root.itertext(with_tail=False, tag="a")))
    assert "secret" not in str(root.xpath("string()"))


def test_entities_that_grow_to_billions_do_not(tmp_path: Path) -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE a [<!ENTITY l0 "laugh">{laughs}]><a b="&l11;">&l11;</a>'

    try:
        root = parse_xml(bomb.encode(), "x")
    except SourceError:
        return
    assert len(root.xpath("string()")) < 1000


@pytest.mark.parametrize(
    "data", [b"", b"<", b"<a>", b"<a></b>", b"text", b"<a>\x00</a>", b"<a>&b;</a>", b"<a>\xff</a>"]
)
def test_what_is_no_xml_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"^x is damaged: its XML cannot be read\. Get it again\.$"):
        parse_xml(data, "x")


def test_a_tree_of_endless_depth_is_refused() -> None:
    with pytest.raises(SourceError):
        parse_xml(b"<a>" * 100_000, "x")
