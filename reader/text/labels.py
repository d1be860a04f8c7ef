"""What entities can be, in a letter and in words."""

from collections.abc import Mapping

LABELS: Mapping[str, tuple[str, str]] = {
    "PERSON": ("P", "person"),
    "GPE": ("S", "state or place"),
    "LOC": ("L", "region"),
    "FAC": ("L", "building"),
    "NORP": ("N", "people or group"),
    "ORG": ("O", "organisation"),
    "MEDIA": ("M", "media"),
    "EVENT": ("E", "event"),
    "LAW": ("W", "law"),
    "WORK_OF_ART": ("W", "work"),
    "PRODUCT": ("W", "product"),
    "LANGUAGE": ("W", "language"),
}
"""By label (spaCy's of OntoNotes, and MEDIA) the letter and the word that stand for it."""

LETTERS: Mapping[str, str] = {label: letter for label, (letter, _) in LABELS.items()}


def in_a_word(label: str) -> str:
    """The word for a label; the label itself where there is none."""
    return LABELS[label][1] if label in LABELS else label
