"""The Textual app: thin screens and widgets over the desk."""
