"""Word lists and Unicode-safe matching."""
