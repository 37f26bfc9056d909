"""The user's errors: sentences that say what happened, where, and what to do next.

Anything that a user can cause is raised as a `UserError`; the command line prints its sentence in the
user's language and ends with its exit code. No traceback reaches a user.
"""

from __future__ import annotations

DONE = 0
ERROR = 1
USAGE = 2
CANNOT_ANSWER = 3
ALERT = 4
INTERRUPTED = 130


class UserError(Exception):
    """Something the user can mend, told in both languages.

    `en` and `nb` are whole sentences: what happened, where (file, row, column, URL) and what to do
    next. `exit_code` is one of the codes above; `reason` a word that a program can tell it by, and after ": " what was seen.
    """

    def __init__(self, *, en: str, nb: str, exit_code: int = ERROR, reason: str = "") -> None:
        super().__init__(en)
        self.en = en
        self.nb = nb
        self.exit_code = exit_code
        self.reason = reason

    def text(self, lang: str) -> str:
        """The sentence in `lang` ("nb" or "en")."""
        return self.nb if lang == "nb" else self.en
