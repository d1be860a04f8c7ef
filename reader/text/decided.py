"""What the reader's rules on entities say."""

from reader.model.rule import ON_STATEMENTS, Rule, RuleKind
from reader.model.statement import ACTS
from reader.text.labels import in_a_word
from reader.text.shorten import shorten

TOLD_LENGTH = 40
"""Code points of the words of a statement, so that what was decided on it is seen behind them."""


def in_words(rule: Rule) -> str:
    """What a rule says, on a line: `“Bibi” is the same as “Benjamin Netanyahu”`."""
    told = shorten(rule.words, TOLD_LENGTH) if rule.kind in ON_STATEMENTS else rule.words
    name, words = f"“{rule.name}”", f"“{told}”"
    subject = words if rule.words else name
    match rule.kind:
        case RuleKind.RENAME:
            return f"{subject} is called “{rule.value}”"
        case RuleKind.RETYPE:
            word = in_a_word(rule.value)
            return f"{subject} is {'an' if word[:1] in 'aeiou' else 'a'} {word}"
        case RuleKind.MERGE:
            return f"{subject} is the same as “{rule.value_name}”"
        case RuleKind.SPLIT:
            return f"{words} is not {name}"
        case RuleKind.REJECT:
            return f"{subject} is no name"
        case RuleKind.ADD:
            return f"{words} names “{rule.value_name}”"
        case RuleKind.WATCH:
            return f"{name} is watched"
        case RuleKind.NOTE:
            return f"Note on {name}: {rule.value}"
        case RuleKind.UNSAID:
            return f"{words} is no statement"
        case RuleKind.SAID_BY:
            return f"{words} is said by {f'“{rule.value_name}”' if rule.value_name else 'nobody who is named'}"
        case RuleKind.SAID_TO:
            return f"In {words} somebody {ACTS.get(rule.value, rule.value)}"
