"""Searches told from figures of a search engine alone: clicks that a place brings, and pages that stand in each other's way."""
