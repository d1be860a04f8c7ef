"""A reading room in the terminal for people who follow diplomacy."""
