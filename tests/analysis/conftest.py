"""One loaded analyst for all tests of the analysis, and articles to analyse."""

from collections.abc import Callable
from pathlib import Path

import pytest

from reader.analysis.analyst import Analyst
from reader.model.analysis import DEFAULT_METHOD, Analysis
from reader.model.article import Part, PartKind
from reader.model.span import Span

SEED = next(Path(__file__).parents[2].joinpath("seeds").glob("*.txt"))

Analyse = Callable[..., Analysis]


@pytest.fixture(scope="session")
def analyst() -> Analyst:
    return Analyst()


@pytest.fixture(scope="session")
def analyse(analyst: Analyst) -> Analyse:
    """Analyses a text; `headline` tells how many of its first code points are its headline."""

    def whole(text: str, *, headline: int = 0, source: Span | None = None, method: str = DEFAULT_METHOD) -> Analysis:
        head = (Part(PartKind.HEADLINE, Span(0, headline)),) if headline else ()
        parts = (*head, Part(PartKind.BODY, Span(headline, len(text))))
        analysis = Analysis("hash", analyst.version)
        for finding in analyst.analyse(text, parts, source, (method,)):
            analysis = analysis.with_finding(finding)
        return analysis

    return whole


@pytest.fixture(scope="session")
def seed_text() -> str:
    return SEED.read_text(encoding="utf-8").strip()


@pytest.fixture(scope="session")
def seed_parts(seed_text: str) -> tuple[Part, ...]:
    end = seed_text.index("Turkey")
    return (Part(PartKind.HEADER, Span(0, end - 1)), Part(PartKind.BODY, Span(end, len(seed_text))))


@pytest.fixture(scope="session")
def seed(analyst: Analyst, seed_text: str, seed_parts: tuple[Part, ...]) -> Analysis:
    """The analysis of the sample article."""
    source = seed_text.index("MENAFN")
    analysis = Analysis("hash", analyst.version)
    for finding in analyst.analyse(seed_text, seed_parts, Span(source, source + len("MENAFN"))):
        analysis = analysis.with_finding(finding)
    return analysis
