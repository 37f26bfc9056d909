"""Who could answer: persons whom the firm's own pages name, what shows that they master a subject, and who is asked what."""
