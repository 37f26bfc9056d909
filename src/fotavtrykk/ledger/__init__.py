"""The ledger: what can be said of a cut without estimating an effect. Pure formulas, each with its units; no tables, no sampler.

Every krone carries one of the tags: *counted* (stands in the firm's files), *bounded* (counting sets its limits), *assumed* (the firm
said so, or a default stands in), *estimated* (a model said so; the ledger never does).
"""

from __future__ import annotations

TAGS = ("counted", "bounded", "assumed", "estimated")
