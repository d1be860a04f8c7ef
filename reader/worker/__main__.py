"""`python -m reader.worker`: the program that analyses beside the screen."""

from reader.worker.program import Analyst, run


def _load() -> Analyst:
    from reader.analysis.analyst import Analyst as SpacyAnalyst  # heavy: spaCy and its model

    return SpacyAnalyst()


if __name__ == "__main__":
    run(_load)
