"""Fotavtrykk shows a firm how its customers really buy, and what it would lose by cutting."""

__version__ = "0.1.0"
