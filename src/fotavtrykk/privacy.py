"""The project's key, the keyed hashes that stand for what names a person or a record, and what of a sentence tells of a person.

A hash is HMAC-SHA256 under a random key of the project (256 bits, readable by its owner alone): without the
key nobody can find out, by trying, whom a hash stands for. Deleting the key makes every hash meaningless.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import re
import secrets
from pathlib import Path

from fotavtrykk.errors import UserError

_NAME, _BYTES = ".key", 32
# What tells of a person in a sentence, and what stands there instead.
_PERSONAL = (
    (re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+"), "[e-post]"),
    (re.compile(r"(?<!\w)\+?\d(?:[ .-]?\d){6,}(?!\w)"), "[nummer]"),
)


def impersonal(text: str) -> str:
    """A sentence without e-mail addresses, telephone numbers and other long numbers, its blanks made single ones."""
    out = " ".join(text.split())
    for pattern, instead in _PERSONAL:
        out = pattern.sub(instead, out)
    return out


class Key:
    """The key of a project; `hashed` gives the same hash for the same text, in this project alone."""

    def __init__(self, secret: bytes) -> None:
        self._secret = secret

    @classmethod
    def of(cls, folder: Path) -> Key:
        """The key of the project in `folder`, made where there is none. Raises UserError where it is not whole."""
        path = folder / _NAME
        if not path.exists():
            with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(secrets.token_bytes(_BYTES))
                file.flush()
                os.fsync(file.fileno())
        secret = path.read_bytes()
        if len(secret) != _BYTES:
            raise UserError(
                en=f"{path} is not a whole key ({len(secret)} bytes, not {_BYTES}). Restore it from a backup; "
                "with another key nothing that was imported can be matched with what comes.",
                nb=f"{path} er ikke en hel nøkkel ({len(secret)} byte, ikke {_BYTES}). Hent den fra en "
                "sikkerhetskopi; med en annen nøkkel kan det som er importert, ikke kobles med det som kommer.",
            )
        return cls(secret)

    def hashed(self, kind: str, text: str) -> str:
        """The hash of `text` as a `kind` of thing (deal, account, lead, ...): 32 hexadecimal digits."""
        return hmac.new(self._secret, f"{kind}\0{text}".encode(), hashlib.sha256).hexdigest()[:32]
