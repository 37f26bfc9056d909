"""Bounds on a page before the parser sees it: depth, elements, attributes.

HTML parsers are quadratic in the depth of open elements and in the attributes of one element: 200,000
nested elements or 300,000 attributes take minutes, and nothing can end them from within. One linear pass
over the tags follows what is open, as the parser would, and takes out what goes beyond the bounds. The text
stays; what was taken out is said by the page's `truncated`.
"""

from __future__ import annotations

import re
from collections import Counter

from fotavtrykk.text import words

DEPTH = 512
TAGS = 200_000
ATTRIBUTES = 512
_SMALL, _FEW = 128 << 10, 3000
_TAG = re.compile(r"<(?:(/?)([a-zA-Z][^\s/>]{0,60})|(!--))")
# One attribute as the tokeniser of HTML reads it; possessive, so that no input makes it go back.
_ATTRIBUTE = (
    r"[\s/]*+=?[^\s/>=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+|(?=[\"'>])|$)|(?!\s*+=))"
)
_SOME = re.compile(rf"(?:{_ATTRIBUTE}){{0,{ATTRIBUTES}}}+[\s/=]*+")
_MORE = re.compile(rf"(?:{_ATTRIBUTE})*+[\s/=]*+")
_VOID = words("area base br col embed hr img input link meta param source track wbr")
# They close one another, so that they nest no deeper than the elements that are counted. (Options in a list do not.)
_NEVER_DEEP = words("a p li dt dd td th tr tbody thead tfoot button html head body")
_FORMATS = words("b big code em font i nobr s small strike strong tt u")
_RAW = words("script style textarea title xmp iframe noembed noframes")


def small(text: str) -> bool:
    """True where `text` is too short to cost a parser more than a second, whatever it holds."""
    return len(text) < _SMALL and text.count("<") < _FEW


def bound(text: str) -> tuple[str, str]:
    """`text` within the bounds, and "depth" or "size" where tags were taken out, else ""."""
    if small(text):
        return text, ""
    scan = _Scan(text)
    scan.run()
    return scan.result(), scan.truncated


class _Scan:
    def __init__(self, text: str) -> None:
        self.text = text
        self.truncated = ""
        self._kept: list[str] = []
        self._from = 0
        self._open: list[str] = []
        self._count: Counter[str] = Counter()  # how many of each name are open
        self._flat: Counter[str] = Counter()  # how many of each name were taken out
        self._formats = 0
        self._tags = 0

    def run(self) -> None:
        text, at, search = self.text, 0, _TAG.search
        while match := search(text, at):
            at = match.end()
            if match[3]:
                at = _after(text, "-->", at)
                continue
            self._tags += 1
            if self._tags > TAGS:
                return self._cut(match.start(), len(text), "size")
            name = match[2].lower()
            at = self._attributes(at)
            if match[1]:
                self._close(name, match.start(), at)
            elif name == "plaintext":
                return None
            elif name in _RAW:
                at = _raw_end(text, name, at)
            elif name not in _VOID and name not in _NEVER_DEEP:
                self._start(name, match.start(), at)
        return None

    def result(self) -> str:
        if not self._kept:
            return self.text
        return "".join([*self._kept, self.text[self._from :]])

    def _start(self, name: str, start: int, end: int) -> None:
        drawing = self._count["svg"] or self._count["math"]
        if drawing and self.text[end - 2 : end] == "/>":
            return None  # only within drawings and formulas does a slash close an element
        if len(self._open) + self._formats >= DEPTH:
            self._flat[name] += 1
            return self._cut(start, end, "depth")
        self._count[name] += 1
        if name in _FORMATS:
            self._formats += 1
        else:
            self._open.append(name)
        return None

    def _close(self, name: str, start: int, end: int) -> None:
        if self._flat[name]:
            self._flat[name] -= 1
            self._cut(start, end, "depth")
        elif not self._count[name]:
            return  # an end tag of nothing closes nothing
        elif name in _FORMATS:
            self._count[name] -= 1
            self._formats -= 1
        else:
            while (top := self._open.pop()) != name:
                self._count[top] -= 1
            self._count[name] -= 1

    def _attributes(self, at: int) -> int:
        """The end of the tag whose attributes begin at `at`; what goes beyond the most attributes is taken out."""
        text = self.text
        end = _SOME.match(text, at).end()  # type: ignore[union-attr]  # it matches the empty text
        if not text.startswith(">", end):
            rest = _MORE.match(text, end).end()  # type: ignore[union-attr]  # the same
            if rest > end + 1:
                self._cut(end, rest, "size")
            end = rest
        return end + 1

    def _cut(self, start: int, end: int, why: str) -> None:
        self.truncated = self.truncated or why
        self._kept.append(self.text[self._from : max(start, self._from)])
        self._from = max(end, self._from)


def _after(text: str, mark: str, at: int) -> int:
    found = text.find(mark, at)
    return found + len(mark) if found >= 0 else len(text)


def _raw_end(text: str, name: str, at: int) -> int:
    end = re.compile(rf"</{name}(?=[\s/>])", re.I).search(text, at)
    return end.start() if end else len(text)
