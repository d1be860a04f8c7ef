"""Makes gazetteer.tsv from rigour's territories and the two tables beside it; the program never imports this.

    pip install rigour    (in a folder of its own; any 2.x)
    python -c "from rigour._core import territories_jsonl; print(territories_jsonl())" | python make_gazetteer.py

README.md names the sources and their licences.
"""

import json
import re
import sys
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).parent

NOT_PLACES = {"AC", "CP", "CQ", "DG", "EU", "IC", "IP", "TA", "UM", "UN", "ZZ", "FK", "AQ"}
"""Codes that name no place, none that news writes of, or one that names.tsv has already."""

WEAK_NAMES = {"Georgia", "Jordan", "Chad", "Jersey", "Guernsey", "Sark", "Montserrat", "Saint Martin", "Man", "America"}
"""Also names of people, of states of a union, of something else: a state only where the model sees a name."""

FORMAL = re.compile(
    r"(The )?([A-Z][\w'’]*,? )*(Republic|Kingdom|State|States|Federation|Sultanate|Commonwealth|Emirate)\b[\w ,'’]*"
)
"""How the full names of states read in English."""

ONLY_SINGULAR = {
    *("Dutch", "Dutchman", "Filipina", "French", "Frenchman", "Frenchwoman", "Greenlandic", "Hellenic", "I-Kiribati"),
    *("Icelandic", "Irishman", "Kyrgyz", "Lao", "Malagasy", "Philippine"),
}
"""Words for a people that take no s, beside those that end in s, sh, ese or men."""


SEATS = {"org:kremlin": "RU", "org:white-house": "US", "org:downing-street": "GB", "org:elysee": "FR"}
"""Houses whose name stands for a government, beside the capitals."""

NO_GOVERNMENTS = {"Brussels", "La Paz", "San José", "San Jose", "Victoria", "Kingston"}
"""Capitals whose names stand for something else as well: the European Union, another city."""


class Row(NamedTuple):
    """One line of the gazetteer."""

    key: str
    name: str
    label: str
    country: str
    names: Collection[str]
    peoples: Collection[str] = ()
    government: str = ""

    def line(self) -> str:
        """Tab-separated form, each name once."""
        own = [] if f"{self.name}?" in self.names else [self.name]
        names, peoples = ("|".join(dict.fromkeys(filter(None, x))) for x in ([*own, *self.names], self.peoples))
        return "\t".join((self.key, self.name, self.label, self.country, names, peoples, self.government))


def main() -> None:
    """Read the territories from standard input, write the gazetteer."""
    territories = {t["code"].upper(): t for t in map(json.loads, filter(str.strip, sys.stdin))}
    rows = [*states(territories), *own_names()]
    known = {name for row in rows for name in (row.name, *row.names)}
    rows += (row for row in capitals() if row.name not in known)
    head = "# Made by make_gazetteer.py; sources and licences: README.md\n"
    head += "# key\tname\tlabel\tcountry\tnames\tpeoples\tgovernment\n"
    text = head + "".join(row.line() + "\n" for row in rows)
    (HERE / "gazetteer.tsv").write_text(text, encoding="utf-8", newline="\n")


def table(name: str) -> Iterator[list[str]]:
    """The rows of a table beside this file."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            yield line.split("\t")


def states(territories: dict[str, dict[str, Any]]) -> Iterator[Row]:
    """States and territories with a code of ISO 3166 (and Kosovo's XK)."""
    own = {code: rest for code, *rest in table("peoples.tsv")}
    for code, territory in sorted(territories.items()):
        if len(code) != 2 or code in NOT_PLACES or not territory["is_ftm"] or territory.get("is_historical"):
            continue
        press, others, peoples, _ = own.get(code, ("", "", "", ""))
        name = press or territory["name"]
        formal = (n for n in (territory["full_name"], *territory["names_strong"]) if FORMAL.fullmatch(n))
        names = weak([name, territory["name"], *others.split("|"), *formal])
        yield Row(f"iso:{code}", name, "GPE", code, names, [*plurals(peoples)])


def own_names() -> Iterator[Row]:
    """Organisations, groups, media, regions and cities."""
    governments = {name: row.government for row in capitals() for name in row.names}
    for key, name, label, others in table("names.tsv"):
        government = SEATS.get(key) or (governments.get(name, "") if label == "GPE" else "")
        yield Row(key, name, label, "", others.split("|"), government=government)


def capitals() -> Iterator[Row]:
    """The capitals of states, as places of their own; the first of each may stand for the government."""
    for code, _, _, _, cities in table("peoples.tsv"):
        for rank, city in enumerate(filter(None, cities.split(";"))):
            names = city.split("|")
            plain = unicodedata.normalize("NFKD", names[0]).encode("ascii", "ignore").decode()
            key = re.sub(r"[^a-z]+", "-", plain.lower())
            government = code if rank == 0 and names[0] not in NO_GOVERNMENTS else ""
            yield Row(f"place:{key}", names[0], "GPE", "", names, government=government)


def weak(names: Collection[str]) -> list[str]:
    """The names, those of double meaning marked with a question mark."""
    return [f"{name}?" if name in WEAK_NAMES else name for name in names if "(" not in name]


def plurals(peoples: str) -> Iterator[str]:
    """Words for a people, and their plurals."""
    for word in filter(None, peoples.split("|")):
        yield word
        if word not in ONLY_SINGULAR and not word.endswith(("s", "sh", "ese", "men")):
            yield f"{word}s"


if __name__ == "__main__":
    main()
