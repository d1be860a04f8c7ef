"""From bytes to an article: decoding, extraction, metadata. One file per format."""
