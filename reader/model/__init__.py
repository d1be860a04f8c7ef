"""Plain frozen values that every layer speaks in. Nothing here does input or output."""
