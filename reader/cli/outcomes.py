"""What became of things that came in, a line each as soon as it is on the disk."""

from collections import Counter

from reader.cli.articles import SHORT_ID
from reader.cli.columns import cells, cut, one_line
from reader.cli.output import is_for_people, say, say_json, width
from reader.model.outcome import WORDS, Outcome, OutcomeKind, summary

_LONGEST = max(map(len, WORDS.values()))
_WIDEST_NAME = 24
"""Cells of the name of a file on a terminal."""

OUTCOME_KEYS = """\
  outcome     added, known (it was there already), updated (a new version), refused
  id          of the article, or null
  title       of the article, or what was refused
  reason      why it was refused, a sentence, or null"""
"""What `OutcomeLines` gives as JSON, for help."""


class OutcomeLines:
    """Prints what became of each thing, and counts.

    Args:
        as_json: whether JSON is wanted.
    """

    def __init__(self, *, as_json: bool) -> None:
        self._as_json = as_json
        self.counts: Counter[OutcomeKind] = Counter()

    def tell(self, outcome: Outcome, **more: str) -> None:
        """Print one outcome; `more` are further keys of its object, and further cells."""
        self.counts[outcome.kind] += 1
        if self._as_json:
            say_json(
                {
                    "outcome": outcome.kind.value,
                    "id": outcome.article_id,
                    "title": outcome.title,
                    "reason": outcome.reason,
                    **more,
                }
            )
        elif is_for_people():
            say(_line(outcome))
        else:
            told = (WORDS[outcome.kind], outcome.article_id or "", outcome.title, outcome.reason or "", *more.values())
            say("\t".join(map(one_line, told)))

    @property
    def has_refused(self) -> bool:
        """Whether anything was refused."""
        return self.counts[OutcomeKind.REFUSED] > 0

    def summary(self) -> str:
        """A sentence such as `812 added, 3 already there, 1 updated, 2 refused.`."""
        return summary(self.counts)


def _line(outcome: Outcome) -> str:
    """For people: a refusal whole, else what fits on the line."""
    word = f"{WORDS[outcome.kind]:<{_LONGEST}}"
    if outcome.reason is None:
        article_id = (outcome.article_id or "")[:SHORT_ID]
        name = f"  {cut(one_line(outcome.place.rpartition('/')[2]), _WIDEST_NAME)}" if outcome.place else ""
        return cut(f"{word}  {article_id}  {one_line(outcome.title)}", width() - cells(name)) + name
    name, reason = one_line(outcome.title), one_line(outcome.reason)
    return f"{word}  {reason if name in reason else f'{name}: {reason}'}"
