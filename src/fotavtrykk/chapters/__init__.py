"""The shelf of chapters: one file each; a chapter turns rows into blocks and computes nothing."""
