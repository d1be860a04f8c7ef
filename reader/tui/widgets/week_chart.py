"""How often something happened, by week, in one row of blocks."""

from collections.abc import Sequence

from reader.model.dossier import Week

BLOCKS = " ▁▂▃▄▅▆▇█"


def bars(counts: Sequence[int]) -> str:
    """A block for each count; what is not nothing is seen, the highest is full."""
    top = max(counts, default=0)
    return "".join(BLOCKS[0 if not count else max(1, round(count * 8 / top))] for count in counts)


def week_chart(weeks: Sequence[Week], cells: int) -> tuple[str, str]:
    """A row of blocks, one a week, and a line on what it shows; of more weeks than fit, the last.

    Args:
        weeks: without gaps.
        cells: of the row, at most.
    """
    if not weeks:
        return "", ""
    shown = weeks[-max(1, cells) :]
    before = sum(week.articles for week in weeks[: -len(shown)])
    counts = [week.articles for week in shown]
    span = f"{shown[0].first} – {shown[-1].first}" if len(shown) > 1 else f"week of {shown[0].first}"
    told = f"{span} · at most {max(counts):,} a week"
    return bars(counts), f"{told} · {before:,} before" if before else told
