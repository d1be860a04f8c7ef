"""The program that analyses outside the screen's process, and its supervision."""
