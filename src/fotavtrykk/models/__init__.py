"""The shelf of models: one file each; a model reads tables and returns rows of contributions, and says what it assumes."""
