"""The shelf of measures: one file each; the file's name is the measure's id."""
