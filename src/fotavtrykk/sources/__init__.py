"""The shelf of sources: one file each; a source says which columns it takes, and into which table they go."""
