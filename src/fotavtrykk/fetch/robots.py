"""robots.txt by RFC 9309: who may read what.

4xx: everything may be read. 5xx, no answer, half an answer, refused by the guard: nothing may. Parsing and matching are
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


@dataclass(frozen=True)
class Robots:
    """One site's rules. `state` is read, allowed_all or forbidden_all; `detail` what was seen, in words."""

    state: str
    text: str = ""
    detail: str = ""
    status: int | None = None
    _single: dict[tuple[str, bool], RobotsParser] = field(default_factory=dict, compare=False)

    @cached_property
    def _parser(self) -> _Parser:
        return _Parser.from_string(self.text)

    def allowed(self, agent: str, url: str) -> tuple[bool, str]:
        """May `agent` read `url`, and the rule that decides, as written; no rule is an empty one."""
        if self.state != "read":
            return self.state == "allowed_all", self.state
        if self._parser.can_fetch(agent, url):
            return True, self._rule(agent, url, allowed=True)
        return False, self._rule(agent, url, allowed=False)

    def _rule(self, agent: str, url: str, allowed: bool) -> str:
        for rule in self._parser.find_rules(agent):
            if rule.allowed != allowed:
                continue
            one = self._single.get((rule.path, allowed))
            if one is None:
                one = RobotsParser.from_string("")
                one.agents_rules = {"*": [type(rule)(rule.path, False)]}
                self._single[(rule.path, allowed)] = one
            if not one.can_fetch("*", url):
                return f"{'Allow' if allowed else 'Disallow'}: {rule.path}"
        return ""

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
    return Robots("read", text, "robots.txt is an HTML page" if html else "", status)
