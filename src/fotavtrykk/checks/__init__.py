"""The shelf of checks: one file each; the file's name is the check's id."""
