"""robots.txt by RFC 9309: who may read what.

4xx: everything may be read. 5xx, no answer, half an answer, refused by the guard: nothing may. Parsing is
robotspy's; Crawl-delay, which the RFC does not know, is read here for our own group.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from robots import RobotsParser
from robots.parser import Rule

from fotavtrykk.warc import Record

_DELAY = re.compile(r"^\s*crawl-delay\s*:\s*([0-9.]+)", re.I)
_AGENT = re.compile(r"^\s*user-?agent\s*:\s*([^\s#]+)", re.I)
_RULE = re.compile(r"^\s*(?:dis)?allow\s*:", re.I)
_LINE = 2083 * 8
_MOST = 1 << 20  # RFC 9309, 2.5, asks for half of it at least


class _Parser(RobotsParser):
    """robotspy's, with each agent of a group keeping to its own rules.

    Where one agent of a group had rules before, robotspy 0.13 hands them on to the group's other agents, to
    some of them, as the hash of their names has it.
    """

    def update_rules(self, agents: list[str], rules: list[Rule]) -> None:
        for agent in dict.fromkeys(agents):
            own = [*self.agents_rules.get(agent, ()), *rules]
            self.agents_rules[agent] = sorted(
                own, key=lambda rule: (len(rule.path), rule.allowed), reverse=True
            )


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A rule's path, cut at its stars (RFC 9309, 2.2.3); matching takes time by the length of the path.

    It stands in for robotspy's matching, which takes brackets for classes of characters, and seconds for one
    address where a file has tens of thousands of rules.
    """

    path: str
    allowed: bool
    first: str
    middle: tuple[str, ...]
    last: str | None
    anchored: bool

    def matches(self, path: str) -> bool:
        """True where the rule speaks of this path (with its query)."""
        if not path.startswith(self.first):
            return False
        at = len(self.first)
        for part in self.middle:
            found = path.find(part, at)
            if found < 0:
                return False
            at = found + len(part)
        if self.last is None:
            return not self.anchored or at == len(path)
        if self.anchored:
            return path.endswith(self.last) and len(path) - len(self.last) >= at
        return path.find(self.last, at) >= 0


def _pattern(rule: Rule) -> _Pattern:
    anchored = rule.path.endswith("$")
    first, *others = (rule.path[:-1] if anchored else rule.path).split("*")
    middle, last = (tuple(filter(None, others[:-1])), others[-1]) if others else ((), None)
    return _Pattern(rule.path, bool(rule.allowed), first, middle, last, anchored)


@dataclass(frozen=True)
class Robots:
    """One site's rules. `state` is read, allowed_all or forbidden_all; `detail` what was seen: html, an error."""

    state: str
    text: str = ""
    detail: str = ""
    status: int | None = None
    _read: dict[str, tuple[_Pattern, ...]] = field(default_factory=dict, compare=False)

    @cached_property
    def _parser(self) -> _Parser:
        return _Parser.from_string(self.text)

    def allowed(self, agent: str, url: str) -> tuple[bool, str]:
        """May `agent` read `url`, and the rule that decides, as written; no rule is an empty one."""
        if self.state != "read":
            return self.state == "allowed_all", self.state
        path = RobotsParser.normalize_url(url)[1]
        for rule in self._patterns(agent):
            if rule.matches(path):
                return rule.allowed, f"{'Allow' if rule.allowed else 'Disallow'}: {rule.path}"
        return True, ""

    def _patterns(self, agent: str) -> tuple[_Pattern, ...]:
        if agent not in self._read:
            self._read[agent] = tuple(map(_pattern, self._parser.find_rules(agent)))
        return self._read[agent]

    @property
    def sitemaps(self) -> list[str]:
        """The sitemaps that the file names."""
        return list(dict.fromkeys(self._parser.sitemaps or ())) if self.state == "read" else []

    def delay(self, agent: str) -> float | None:
        """Crawl-delay for `agent`'s group, else for everybody's, in seconds; None where there is none."""
        found: dict[str, float] = {}
        group: list[str] = []
        rules = False
        for line in self.text.splitlines():
            if name := _AGENT.match(line):
                group = [] if rules else group
                rules = False
                group.append(name[1].lower())
            elif _RULE.match(line) or _DELAY.match(line):
                rules = True
                if (delay := _DELAY.match(line)) and delay[1].replace(".", "", 1).isdigit():
                    found.update({agent_: float(delay[1]) for agent_ in group})
        return found.get(agent.lower(), found.get("*"))


def judge(record: Record) -> Robots:
    """The rules that the last answer to a request for robots.txt stands for (RFC 9309, 2.3.1)."""
    if not record.status:
        return Robots("forbidden_all", detail=record.body.decode("utf-8", "replace"))
    if 200 <= record.status < 300:
        if record.truncated and (record.truncated == "time" or len(record.body) < _MOST):
            # The rules that did not come might forbid what those that came do not.
            return Robots("forbidden_all", detail="timeout: the file was cut short", status=record.status)
        return parse(_first(record.body), record.header("content-type"), record.status)
    state = "forbidden_all" if record.status >= 500 else "allowed_all"
    return Robots(state, detail=f"HTTP {record.status}", status=record.status)


def _first(body: bytes) -> bytes:
    """As much as is read, in whole lines: half an Allow would permit more than the whole."""
    return body if len(body) < _MOST else body[: body.rfind(b"\n", 0, _MOST) + 1]


def parse(body: bytes, content_type: str, status: int) -> Robots:
    """The rules of a robots.txt that was answered with status 2xx."""
    text = body.decode("utf-8", "replace").removeprefix("\ufeff").replace("\x00", "")
    text = "\n".join(line[:_LINE] for line in text.splitlines())
    html = "html" in content_type.lower() or text.lstrip()[:9].lower().startswith(("<!doctype", "<html"))
    return Robots("read", text, "html" if html else "", status)
