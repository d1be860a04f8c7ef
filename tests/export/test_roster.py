"""The reader's rules as CSV."""

import csv
from datetime import timedelta
from io import StringIO
from uuid import UUID

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.errors import SourceError
from reader.export.roster import COLUMNS, from_roster, to_roster
from reader.model.rule import Rule, RuleKind
from reader.model.value import replace
from reader.text.clean import clean
from tests.notebook.rules import ARTICLE, NOON, rule, rules

NOW = NOON + timedelta(days=1)


def read(text: str) -> tuple[Rule, ...]:
    return from_roster(text, "team.csv", NOW).rules


def problems(*lines: str) -> tuple[str, ...]:
    return from_roster("\n".join(lines), "team.csv", NOW).problems


@given(st.lists(rules(), max_size=5, unique_by=lambda rule: rule.id))
def test_what_goes_out_comes_in_again(made: list[Rule]) -> None:
    assert read(to_roster(made)) == tuple(replace(rule, origin="team.csv") for rule in made)


def test_a_roster_is_csv_of_rfc_4180() -> None:
    text = to_roster([rule(kind=RuleKind.NOTE, value='said "no",\nthen yes')])

    assert text.startswith('"kind","name","type","key",')
    assert text.endswith('"\r\n')
    assert next(csv.DictReader(StringIO(text, newline="")))["value"] == 'said "no",\nthen yes'


@pytest.mark.parametrize("name", ["=1+1", "+49", "-x", "@cmd", "'=1+1", "''-", "'Abd al-Rahman", '=HYPERLINK("a")'])
def test_no_cell_is_a_formula_and_every_name_comes_back(name: str) -> None:
    text = to_roster([rule(kind=RuleKind.RENAME, value=name)])

    cell = next(csv.DictReader(StringIO(text, newline="")))["value"]
    assert cell[0] not in "=+-@\t\r\n"
    assert read(text)[0].value == name


@pytest.mark.parametrize("change", [
    lambda text: "\ufeff" + text,
    lambda text: text.replace("\r\n", "\n"),
    lambda text: text.replace("\r\n", "\r"),
    lambda text: text.replace('","', '";"'),
    lambda text: text.replace('","', '"\t"'),
    lambda text: text + "\r\n\r\n,,,\r\n",
    lambda text: text.replace('"kind"', '"Kind "').replace('"value name"', '"VALUE_NAME"'),
    lambda text: "".join(f'"x",{line}\r\n' for line in text.splitlines()),
])  # fmt: skip
def test_files_of_other_programs_are_read(change: object) -> None:
    made = rule(kind=RuleKind.MERGE, value="iso:TR", value_name="Turkey", value_label="GPE")

    assert callable(change)
    assert read(change(to_roster([made]))) == (replace(made, origin="team.csv"),)


def test_a_roster_that_was_written_by_hand_needs_few_columns() -> None:
    [watch, merge, reject] = read(
        "kind,name,type,value name,value type\n"
        "watch,Hakan Fidan,person\nmerge,H. Fidan,PERSON,Hakan Fidan,PERSON\nreject,Monday,ORG"
    )

    assert (watch.kind, watch.entity, watch.created, watch.modified) == (RuleKind.WATCH, "person:hakan fidan", NOW, NOW)
    assert (merge.entity, merge.value, merge.value_name) == ("person:h fidan", "person:hakan fidan", "Hakan Fidan")
    assert reject.entity == "org:monday"


def test_lines_without_ids_have_the_same_ones_each_time() -> None:
    first, second = read("kind,name,type,value\nrename,A,ORG,B"), read("kind,name,type,value\nrename,A,ORG,C")

    assert first[0].id == second[0].id


def test_a_line_that_was_copied_with_its_id_is_a_rule_of_its_own() -> None:
    first = UUID(int=1)

    made = read(f"kind,name,type,id\nwatch,A,ORG,{first}\nwatch,B,ORG,{first}")

    assert [rule.name for rule in made] == ["A", "B"]
    assert made[0].id == first != made[1].id


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("watchh,A,ORG", "there is no kind “watchh”"),
        ("watch,A,ORGAN", "there is no type “ORGAN”"),
        ("watch,,ORG", "it names nothing"),
        ("watch,A,ORG,local:1", "its key means something in one article only"),
        ("split,A,ORG", "it has no words"),
        ("add,A,ORG", "it has no words"),
        ("rename,A,ORG", "its value is missing"),
        ("type,A,ORG,,,what", "there is no type “what”"),
        ("merge,A,ORG,,,iso:TR", "it does not say which name is meant"),
        ("watch,A,ORG,,,,,here", "its article is no id of an article"),
        ("watch,A,ORG,,,,,,yesterday", "“yesterday” is no date, as 2023-11-08"),
        ("watch,A,ORG,,,,,,,seven", "“seven” is no id"),
        ("watch,A,ORG,,,,,,,,more", "it has more cells than there are columns"),
        (f"note,A,ORG,,,{'x' * 10_001}", "its value is longer than 10,000 letters"),
        (f"note,A,ORG,,,{'x' * 200_000}", "there is no kind “?”"),
    ],
)
def test_a_line_that_makes_no_sense_is_named_and_the_rest_is_read(line: str, problem: str) -> None:
    header = "kind,name,type,key,words,value,value name,article,modified,id"
    text = "\n".join((header, 'note,"A",ORG,,,"two\nlines"', line, "watch,B,ORG"))

    roster = from_roster(text, "team.csv", NOW)

    assert [rule.name for rule in roster.rules] == ["A", "B"]
    assert roster.problems == (f"Line 4 was left out: {problem}.",)


@pytest.mark.parametrize("text", ["", "\ufeff", "name,type\nA,ORG", "\x00\x01", '{"kind": "watch"}'])
def test_what_is_no_roster_is_refused(text: str) -> None:
    with pytest.raises(SourceError, match="its first line must name the columns"):
        read(text)


def test_no_rule_is_newer_than_now() -> None:
    [made] = read("kind,name,type,created,modified\nwatch,A,ORG,2099-01-01,2099-01-01T12:00")

    assert made.created == made.modified == NOW


def test_escapes_and_hidden_letters_do_not_come_in() -> None:
    [made] = read("kind,name,type,value\nrename,A,ORG,\x1b[31mB\u202e")

    assert made.value == "[31mB"


@given(st.text())
@example('kind\n"')
@example("kind,kind\nwatch,watch,x")
def test_whatever_is_in_a_file_is_read_or_refused(text: str) -> None:
    try:
        made = read(f"kind,name,type,words,value\n{text}")
    except SourceError:
        return
    assert all(clean(rule.name + rule.words + rule.value).text == rule.name + rule.words + rule.value for rule in made)


def test_all_that_a_rule_says_is_in_a_column() -> None:
    assert set(COLUMNS.values()) == set(Rule.__struct_fields__) - {"rev"}


def test_articles_are_named_by_their_ids() -> None:
    assert read(to_roster([rule(article=ARTICLE)]))[0].article == ARTICLE
