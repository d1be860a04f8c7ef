"""Programs beside the screen: one analyses, one reads documents; their protocols, and their supervision."""
