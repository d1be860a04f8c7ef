"""The one who reads: spaCy's model, the gazetteer and the rules about both, from a text to findings."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from reader.analysis.cues import Cues
from reader.analysis.entities import resolve
from reader.analysis.gazetteer import Gazetteer
from reader.analysis.names import Register
from reader.analysis.pieces import Piece, batches, pieces
from reader.analysis.speakers.telling import told
from reader.analysis.statements.sayings import Sayings
from reader.analysis.version import analyst_version, model_folder
from reader.errors import AnalysisError
from reader.model.analysis import (
    DEFAULT_METHOD,
    Dates,
    Finding,
    Missing,
    Names,
    Order,
    Progress,
    Sentences,
    Statements,
    order_name,
)
from reader.model.article import Part, PartKind
from reader.model.span import Span
from reader.text.dates.find import find as find_dates
from reader.text.language import UNDETERMINED, is_surely, language_of
from reader.text.sentences import sentences as quick_sentences
from reader.text.sides import sides

if TYPE_CHECKING:
    from spacy.tokens import Doc

_LABELS = {"PER": "PERSON"}
"""Labels of other models, in our words."""

UNUSED = ("tagger", "lemmatizer", "attribute_ruler", "senter")
"""Components of the model that names and sentences do not need."""


class Analyst:
    """Finds sentences, names and summaries in articles; loading takes about a second.

    Of texts in a language that the model does not read it finds sentences by a quick rule, the names of the gazetteer,
    and summaries, and says what is missing.

    Args:
        model: an installed pipeline of spaCy, or the folder of one; empty: the English model.

    Raises:
        AnalysisError: the model is not installed, or is none.
    """

    def __init__(self, model: str = "") -> None:
        import spacy  # here, so that a worker can answer before its half second is over

        folder = model_folder(model)
        try:
            self._nlp = spacy.load(folder, exclude=UNUSED)
        except (OSError, ValueError, ImportError, KeyError) as error:
            raise AnalysisError(f"The model {model or folder.name} cannot be used: {error}") from error
        if not {"parser", "senter", "sentencizer"} & set(self._nlp.pipe_names):
            self._nlp.add_pipe("sentencizer")
        self._model = model
        self._gazetteer = Gazetteer.load()
        self._cues = Cues.load()

    @property
    def version(self) -> str:
        """Name of model, gazetteer and code: the same name, the same findings."""
        return analyst_version(self._model)

    def analyse(
        self,
        text: str,
        parts: Sequence[Part],
        source_span: Span | None = None,
        methods: Sequence[str] = (DEFAULT_METHOD,),
    ) -> Iterator[Finding]:
        """Everything in an article, told as it is found; whoever stops asking stops the reading.

        Sentences are of the body alone. Names come when more is to be read and the read part has doubled, and once more
        at the end; with them come the statements, after them the dates, and then the summary methods, each with
        its order.

        Args:
            text: the whole text of the article.
            parts: of the text; headline and body are read.
            source_span: where the text itself names its source.
            methods: summary methods to rank the sentences by.

        Raises:
            AnalysisError: a summary method does not exist.
        """
        register = Register(text, self._gazetteer)
        if source_span is not None:
            register.add_source(source_span)
        body = text[next((part.span.start for part in parts if part.kind is PartKind.BODY), 0) :]
        language = language_of(body)
        is_read = language in (self._nlp.lang, UNDETERMINED) or not is_surely(body, language)
        if missing := self._missing(language, is_read=is_read):
            yield Missing(missing)
        read = self._read if is_read else self._skim
        sayings = Sayings(text, self._cues)
        sentences: list[Span] = []
        done = due = 0
        for batch in batches(list(pieces(text, parts))):
            if done and done >= due:
                due = 2 * done
                yield from _told(text, register, sayings, sentences)
            new = tuple(read(batch, register, sayings))
            sentences += new
            yield Sentences(new)
            done = batch[-1].start + len(batch[-1].text)
            yield Progress(done, len(text))
        names, statements = _told(text, register, sayings, sentences)
        yield names
        yield statements
        if is_read:
            headlines = [part.span for part in parts if part.kind is PartKind.HEADLINE]
            yield Dates(find_dates(text, [*headlines, *sentences]))
        speaking = sides(text, sentences, names, statements.statements)
        for method in methods:
            yield self.rank(text, sentences, method, speaking)

    def rank(
        self,
        text: str,
        sentences: Sequence[Span],
        method: str,
        speaking: Sequence[frozenset[str]] = (),
        among: Sequence[int] | None = None,
    ) -> Order:
        """The order in which a summary method would choose the sentences of an article.

        Args:
            text: of the article.
            sentences: of its body.
            method: the summary method.
            speaking: the sides whose own words each sentence tells; empty: nobody knows.
            among: numbers of the sentences that may be chosen; None: all.

        Raises:
            AnalysisError: the method does not exist.
        """
        from reader.analysis.ranking import order  # imports sumy: after the names are told

        chosen = order([span.of(text) for span in sentences], method, speaking, among)
        return Order(order_name(method, among), chosen)

    def _read(self, batch: Sequence[Piece], register: Register, sayings: Sayings) -> Iterator[Span]:
        """Sentences of the pieces; their names go to the register, what is said in them to the sayings."""
        for piece, doc in zip(batch, self._nlp.pipe([piece.text for piece in batch]), strict=True):
            register.add(
                piece, ((ent.start_char, ent.end_char, _LABELS.get(ent.label_, ent.label_)) for ent in doc.ents)
            )
            if doc.has_annotation("DEP"):
                sayings.add(piece, doc)
            if piece.is_body:
                yield from _sentences(piece, doc)

    def _skim(self, batch: Sequence[Piece], register: Register, _sayings: Sayings) -> Iterator[Span]:
        """Sentences of pieces that the model cannot read; known names go to the register."""
        for piece in batch:
            register.add(piece, ())
            if piece.is_body:
                for span in quick_sentences(piece.text, Span(0, len(piece.text))):
                    yield Span(piece.start + span.start, piece.start + span.end)

    def _missing(self, language: str, *, is_read: bool) -> str:
        """What cannot be found in a text; empty: nothing."""
        if not is_read:
            return (
                f"This text seems to be in another language ({language}): only states and organisations that are known "
                "by an English name are found. A model of spaCy for it can be set under [analysis] model."
            )
        if "ner" not in self._nlp.pipe_names:
            return f"The model {self._model} finds no names: only those of the gazetteer are shown."
        return ""


def _told(text: str, register: Register, sayings: Sayings, sentences: Sequence[Span]) -> tuple[Names, Statements]:
    """The names and statements found so far."""
    names = resolve(text, register.names())
    return names, Statements(told(text, sayings.found(), names, sentences))


def _sentences(piece: Piece, doc: "Doc") -> Iterator[Span]:
    """Sentences of a piece without blank edges, in offsets of the text."""
    for sentence in doc.sents:
        stripped = sentence.text.strip()
        if stripped:
            start = piece.start + sentence.start_char + sentence.text.index(stripped)
            yield Span(start, start + len(stripped))
