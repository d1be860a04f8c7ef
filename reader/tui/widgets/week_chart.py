"""How often something happened, by week, in one row of blocks."""

from collections.abc import Sequence

from reader.model.dossier import Week

BLOCKS = " ▁▂▃▄▅▆▇█"


def bars(counts: Sequence[int]) -> str:
    """A block for each count; what is not nothing is seen, the highest is full."""
    top = max(counts, default=0)
    return "".join(BLOCKS[0 if not count else max(1, round(count * 8 / top))] for count in counts)


def week_chart(weeks: Sequence[Week], cells: int) -> tuple[str, str]:
    """A row of blocks and a line on what it shows; of more weeks than fit, several in one block.

    Args:
        weeks: without gaps.
        cells: of the row, at most.
    """
    if not weeks:
        return "", ""
    each = -(-len(weeks) // max(1, cells))
    # The last block ends with the last week.
    lead = -len(weeks) % each
    counts = [0] * lead + [week.articles for week in weeks]
    sums = [sum(counts[start : start + each]) for start in range(0, len(counts), each)]
    span = f"{weeks[0].first} – {weeks[-1].first}" if len(weeks) > 1 else f"week of {weeks[0].first}"
    unit = "a week" if each == 1 else f"in {each} weeks"
    return bars(sums), f"{span} · at most {max(sums):,} {unit}"
