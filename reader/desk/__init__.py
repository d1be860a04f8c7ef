"""The one object that knows library, notebook and analysis, and offers the verbs of the program."""

from reader.desk.analyses import Reading
from reader.desk.desk import Contents, Desk, Opening
from reader.desk.incoming import Incoming, incoming_file, incoming_stdin, incoming_text
from reader.desk.marks import Change, PlacedMark

__all__ = [
    "Change",
    "Contents",
    "Desk",
    "Incoming",
    "Opening",
    "PlacedMark",
    "Reading",
    "incoming_file",
    "incoming_stdin",
    "incoming_text",
]
