"""From an article to what the machine finds in it. No disk, no screen."""
