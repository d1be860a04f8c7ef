"""The one object that knows library, notebook and analysis, and offers the verbs of the program."""
