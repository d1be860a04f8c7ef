"""Who says what: sayings in the parsed paragraphs of a text."""
