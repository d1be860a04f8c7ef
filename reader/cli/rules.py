"""The reader's rules on entities, as verbs print and name them."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any
from uuid import UUID

from reader.cli.articles import SHORT_ID
from reader.cli.columns import Column
from reader.cli.output import is_for_people
from reader.errors import UsageError
from reader.text.decided import in_words

if TYPE_CHECKING:
    from reader.model.rule import Rule

LEAST = 4
"""Letters of an id that name a rule."""

COLUMNS = (
    Column("ID", SHORT_ID),
    Column("KIND", 6),
    Column("WHAT"),
    Column("SCOPE", 10),
    Column("DATE", 10),
    Column("ORIGIN", 20),
)

RULE_KEYS = """\
  id          of the rule, a UUID
  kind        rename, type, merge, split, reject, add, watch, note
  entity      key of what it is about; empty: whatever `words` of this type name
  name, type  of what it is about, when it was made
  words       of the text; empty: all names of the entity
  value       new name or type, note, or key of the entity that is meant
  value_name  name of the entity that is meant; so value_type
  article     id of the only article that it holds in; empty: everywhere
  modified    RFC 3339 time
  origin      the file that it came with; empty: made here"""
"""What `rule_object` gives, for help."""


def rule_cells(rule: "Rule") -> tuple[str, str, str, str, str, str]:
    """Cells of `COLUMNS`; a person gets the end of an id: rules of one hour begin alike."""
    hexadecimal = rule.id.hex
    return (
        hexadecimal[-SHORT_ID:] if is_for_people() else hexadecimal,
        rule.kind,
        in_words(rule),
        rule.article[:SHORT_ID] if is_for_people() and rule.article else rule.article or "everywhere",
        rule.modified.astimezone().date().isoformat(),
        rule.origin,
    )


def rule_object(rule: "Rule") -> dict[str, Any]:
    """JSON-ready form, see `RULE_KEYS`."""
    return {
        "id": str(rule.id),
        "kind": rule.kind.value,
        "entity": rule.entity,
        "name": rule.name,
        "type": rule.label,
        "words": rule.words,
        "value": rule.value,
        "value_name": rule.value_name,
        "value_type": rule.value_label,
        "article": rule.article,
        "modified": rule.modified.isoformat(),
        "origin": rule.origin,
    }


def rules_named(names: Iterable[str], rules: Sequence["Rule"]) -> list[UUID]:
    """Ids of the rules that are named by their ids, or by the last letters of them; each once.

    Raises:
        UsageError: a name fits none or several.
    """
    return list(dict.fromkeys(_rule_named(name, rules) for name in names))


def _rule_named(name: str, rules: Sequence["Rule"]) -> UUID:
    ending = name.strip().lower().removeprefix("urn:uuid:").replace("-", "")
    fitting = [rule.id for rule in rules if rule.id.hex.endswith(ending)] if len(ending) >= LEAST else []
    if len(fitting) == 1:
        return fitting[0]
    which = f"Several corrections have ids that end in {name}." if fitting else f"No correction has the id {name}."
    raise UsageError(f"{which} `diploreader roster list` lists them.")
