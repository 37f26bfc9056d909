"""What the live report says around the report itself, in both languages."""

from __future__ import annotations

from fotavtrykk.text.serve_en import TEXT as ENGLISH
from fotavtrykk.text.serve_nb import TEXT as BOKMAL

TEXT = {"nb": BOKMAL, "en": ENGLISH}
