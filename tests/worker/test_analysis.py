"""The whole way: the real analyst in its own program."""

from pathlib import Path

from reader.analysis.version import analyst_version
from reader.model.analysis import Analysis, Finding, Names, Order, Sentences
from reader.resources import seed
from reader.worker.protocol import Done, Rank
from reader.worker.supervisor import AnalysisWorker
from tests.worker.listening import Ear, whole


def test_the_seed_is_analysed_piece_by_piece_and_ranked_again_by_another_method(tmp_path: Path) -> None:
    text, log = seed().decode(), tmp_path / "worker.log"
    worker, ear = AnalysisWorker(log), Ear()
    worker.submit(whole(text), ear)
    *findings, final = ear.all()
    assert final == Done(analyst_version())
    analysis = Analysis("hash")
    for finding in findings:
        assert isinstance(finding, Finding)
        analysis = analysis.with_finding(finding)
    assert "Hakan Fidan" in {entity.name for entity in analysis.entities}
    assert all(sentence.of(text).strip() for sentence in analysis.sentences)
    assert len(analysis.summary()) == 3
    kinds = [type(finding) for finding in findings]
    assert kinds.index(Sentences) < kinds.index(Names) < kinds.index(Order)

    worker.submit(Rank(text, analysis.sentences, "sumbasic"), ear)
    ranked, final = ear.all()
    assert isinstance(ranked, Order)
    assert ranked.method == "sumbasic"
    assert final == Done(analyst_version())
    worker.close()
    assert "Fidan" not in log.read_text()
