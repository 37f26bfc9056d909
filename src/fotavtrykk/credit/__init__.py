"""Who was there: credit for outcomes shared out over channels and functions. Pure algebra on arrays; no tables, no frames, no texts.

`paths.py` holds journeys as arrays, `units.py` says what is drawn anew in a bootstrap, `counting.py` counts transitions, `chain.py` solves the
absorbing chain, `orders.py` finds its order, `weights.py` credits by place and time, `coalitions.py` by Shapley's value, and `result.py` is the
one shape of all results. Credit is *credited*: it says who was there, never what was caused, and no krone may be worked out from it.
"""
