"""The reader's rules on entities as one CSV for a team: RFC 4180, in UTF-8, safe to open in a spreadsheet."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from io import StringIO
from uuid import NAMESPACE_URL, UUID, uuid5

from reader.errors import SourceError
from reader.model.rule import ON_STATEMENTS, Rule, RuleKind
from reader.model.value import Value, replace
from reader.text.clean import clean
from reader.text.names import is_local, key_of
from reader.text.ruling import subject_of

COLUMNS: Mapping[str, str] = {
    "kind": "kind",
    "name": "name",
    "type": "label",
    "key": "entity",
    "words": "words",
    "value": "value",
    "value name": "value_name",
    "value type": "value_label",
    "article": "article",
    "origin": "origin",
    "created": "created",
    "modified": "modified",
    "id": "id",
}
"""Columns of a roster, and the fields of a rule that they hold; only `kind` must be there, the order does not count."""

LABELS = frozenset(
    ("PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "MEDIA")
)
"""What an entity can be: spaCy's labels (OntoNotes) that name things, and MEDIA."""

LONGEST = 10_000
"""Code points of a cell."""

_ARTICLE = re.compile("[a-z2-7]{26}|")
# A cell that begins so is a formula in spreadsheets (OWASP, CSV injection); an apostrophe before it makes it text.
_FORMULA = re.compile("'*[=+\\-@\t\r\n]")
_DELIMITERS = ",;\t"
"""Spreadsheets write semicolons where the comma is for decimals."""


class Roster(Value, frozen=True):
    """What was read from a file."""

    rules: tuple[Rule, ...]
    problems: tuple[str, ...]
    """A sentence on each line that makes no sense, with its number."""


class _BadRowError(Exception):
    """A line makes no sense; says why."""


def to_roster(rules: Sequence[Rule]) -> str:
    """Rules as CSV, a line each, quoted throughout."""
    out = StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(COLUMNS)
    for rule in rules:
        writer.writerow([_safe(_text(getattr(rule, field))) for field in COLUMNS.values()])
    return out.getvalue()


def from_roster(text: str, origin: str, now: datetime) -> Roster:
    """The rules of a roster. What people write by hand needs neither dates nor ids; unknown columns do not count.

    Args:
        text: CSV, with any line ends.
        origin: name of the file, which the rules keep.
        now: the time; no rule is newer, whatever the file says.

    Raises:
        SourceError: this is no roster.
    """
    rows = _rows(text)
    places = next(({_column(cell): at for at, cell in enumerate(row)} for _, row in rows), {})
    if "kind" not in places:
        raise SourceError(f"{origin} is no roster: its first line must name the columns, “kind” among them.")
    rules: dict[UUID, Rule] = {}
    problems = []
    for line, row in rows:
        if not any(map(str.strip, row)):
            continue
        try:
            rule = _rule(_cells(row, places), origin, now)
        except _BadRowError as error:
            problems.append(f"Line {line} was left out: {error}.")
            continue
        known = rules.get(rule.id)
        if known and subject_of(known) != subject_of(rule):  # a line that was copied by hand, with its id
            rule = _with_id(rule)
        rules[rule.id] = rule
    return Roster(tuple(rules.values()), tuple(problems))


def _rows(text: str) -> Iterator[tuple[int, list[str]]]:
    """Lines of cells, with the number of the first line of each."""
    text = text.removeprefix("\ufeff")
    header = text.partition("\n")[0]
    reader = csv.reader(StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=header.count))
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield line, ["?"]  # a cell without end


def _cells(row: Sequence[str], places: Mapping[str, int]) -> dict[str, str]:
    """The cells of a line by the fields that they hold; those that are missing are empty."""
    if any(row[len(places) :]):
        raise _BadRowError("it has more cells than there are columns")
    there = {column: _plain(row[at]) for column, at in places.items() if at < len(row)}
    return {field: there.get(column, "") for column, field in COLUMNS.items()}


def _rule(cells: Mapping[str, str], origin: str, now: datetime) -> Rule:
    kind = next((kind for kind in RuleKind if kind == cells["kind"].lower()), None)
    if kind is None or kind in ON_STATEMENTS:
        raise _BadRowError(f"there is no kind “{cells['kind'][:40]}”")
    if long := next((field for field, cell in cells.items() if len(cell) > LONGEST), None):
        raise _BadRowError(f"its {long} is longer than {LONGEST:,} letters")
    if not _ARTICLE.fullmatch(cells["article"]):
        raise _BadRowError("its article is no id of an article")
    entity, label, name, words = _subject(kind, cells)
    value, value_name, value_label = _value(kind, cells)
    modified = _time(cells["modified"], now)
    rule = Rule(
        id=UUID(int=0),
        kind=kind,
        entity=entity,
        name=name,
        label=label,
        created=min(_time(cells["created"], modified), modified),
        modified=modified,
        words=words,
        value=value,
        value_name=value_name,
        value_label=value_label,
        article=cells["article"],
        origin=origin,
    )
    return _with_id(rule, cells["id"])


def _subject(kind: RuleKind, cells: Mapping[str, str]) -> tuple[str, str, str, str]:
    """Key, label, name and words of what a line is about."""
    words = cells["words"]
    is_add = kind is RuleKind.ADD
    label = _label(cells["value_label"] if is_add and not cells["label"] else cells["label"])
    name = _one_line(cells["name"]) or _one_line(words)
    entity = "" if is_add else _one_line(cells["entity"])
    if is_local(entity):
        raise _BadRowError("its key means something in one article only")
    if not name:
        raise _BadRowError("it names nothing")
    if kind in (RuleKind.SPLIT, RuleKind.ADD) and not words.strip():
        raise _BadRowError("it has no words")
    is_of_words = is_add or (words and kind not in (RuleKind.WATCH, RuleKind.NOTE))
    return entity or ("" if is_of_words else key_of(label, name)), label, name, words


def _value(kind: RuleKind, cells: Mapping[str, str]) -> tuple[str, str, str]:
    """What a line makes of its subject."""
    value = cells["value"]
    match kind:
        case RuleKind.RENAME:
            value = _one_line(value)
        case RuleKind.RETYPE:
            value = _label(value)
        case RuleKind.MERGE | RuleKind.ADD:
            name, value = _one_line(cells["value_name"]), _one_line(value)
            if not name or is_local(value):
                raise _BadRowError("it does not say which name is meant")
            label = _label(cells["value_label"])
            return value or key_of(label, name), name, label
        case RuleKind.NOTE:
            value = value.strip()
        case _:
            return "", "", ""
    if not value:
        raise _BadRowError("its value is missing")
    return value, "", ""


def _label(cell: str) -> str:
    if (label := cell.strip().upper()) not in LABELS:
        raise _BadRowError(f"there is no type “{cell[:40]}”")
    return label


def _time(cell: str, default: datetime) -> datetime:
    """A time that is not later than the default one."""
    if not cell:
        return default
    try:
        time = datetime.fromisoformat(cell)
        return min(time.replace(tzinfo=time.tzinfo or UTC).astimezone(UTC), default)
    except (ValueError, OverflowError) as error:
        raise _BadRowError(f"“{cell[:40]}” is no date, as 2023-11-08") from error


def _with_id(rule: Rule, cell: str = "") -> Rule:
    """A rule with the id of its cell; without one, with that of what it decides, which is the same each time."""
    try:
        id_ = UUID(cell) if cell else uuid5(NAMESPACE_URL, "\n".join(subject_of(rule)))
    except ValueError as error:
        raise _BadRowError(f"“{cell[:40]}” is no id") from error
    return replace(rule, id=id_)


def _column(cell: str) -> str:
    return _plain(cell).strip().casefold().replace("_", " ")


def _one_line(cell: str) -> str:
    return " ".join(cell.split())


def _text(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return str(value)


def _safe(cell: str) -> str:
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _plain(cell: str) -> str:
    cell = cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell
    return clean(cell).text
