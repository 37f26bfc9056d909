"""What the page of the decision says, in both languages; its chapter puts the figures in."""

from __future__ import annotations

from fotavtrykk.text.decision_en import TEXT as ENGLISH
from fotavtrykk.text.decision_nb import TEXT as BOKMAL

TEXT = {"nb": BOKMAL, "en": ENGLISH}
