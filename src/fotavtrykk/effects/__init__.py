"""What functions do: the forms of their effects, what is known before looking, and what a firm's own months tell of them.

Pure numbers in and out: no tables, no firm. `form.py` says what a cut loses where an effect is known, `prior.py` what others found,
`sampler.py` estimates effects from monthly counts (numpyro, imported only when it is used), `weights.py` takes draws from one prior
to another, `tells.py` says beforehand how little a series can tell.
"""
