"""The analysis in a program of its own: protocol, the program, and its supervision from the screen's process."""
