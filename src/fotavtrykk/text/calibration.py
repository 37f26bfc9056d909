"""What `fotavtrykk calibrate` says, in both languages; the command line puts the figures in."""

from __future__ import annotations

from fotavtrykk.text.calibration_en import TEXT as ENGLISH
from fotavtrykk.text.calibration_nb import TEXT as BOKMAL

TEXT = {"nb": BOKMAL, "en": ENGLISH}
