"""The panes and lines a screen is made of."""
