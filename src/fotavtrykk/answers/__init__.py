"""Which passage answers a question: words and stems, an index, evidence, and what the evidence amounts to."""
