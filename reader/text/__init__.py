"""Pure functions on text: cleaning, folding, paragraphs, sentences, wrapping, anchors."""
