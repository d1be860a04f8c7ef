"""What the reader's rules on entities say, on a line."""

from reader.model.rule import Rule, RuleKind


def _about(rule: Rule) -> str:
    """What a rule is about: words of the text in quotes, or an entity by its name when the rule was made."""
    return f"“{rule.words}”" if rule.words else rule.name


def decided(rule: Rule) -> str:
    """What a rule says beside its kind: `Bibi → Benjamin Netanyahu`."""
    match rule.kind:
        case RuleKind.RENAME | RuleKind.RETYPE:
            return f"{_about(rule)} → {rule.value}"
        case RuleKind.MERGE | RuleKind.ADD:
            return f"{_about(rule)} → {rule.value_name or rule.value}"
        case RuleKind.SPLIT:
            return f"{_about(rule)} ≠ {rule.name}"
        case RuleKind.NOTE:
            return f"{_about(rule)}: {rule.value}"
        case RuleKind.REJECT | RuleKind.WATCH:
            return _about(rule)
