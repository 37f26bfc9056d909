"""The shelf of models: one file each; a model turns tables or journeys into rows of contributions, and says what it assumes."""
