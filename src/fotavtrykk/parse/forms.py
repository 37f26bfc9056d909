"""Forms: one row per control that a visitor must see or fill in."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from fotavtrykk import urls
from fotavtrykk.parse.document import Document
from fotavtrykk.parse.places import hidden
from fotavtrykk.parse.seen import Seen
from fotavtrykk.tables import Row
from fotavtrykk.text import fold, words

Attributes = dict[str, str | None]
_INVISIBLE = words("hidden submit button reset image")
_CAPTCHA = re.compile(r"captcha|turnstile|friendly-challenge|altcha", re.I)
_TRAP = re.compile(r"honey-?_?pot|\bhp[-_]|bot-?_?field|leave[-_ ]?(?:this[-_ ]?)?(?:blank|empty)", re.I)
_SEARCH = re.compile(r"(?<![a-zæøå])(?:search|søk|sok|sök|søg|query|q)(?![a-zæøå])|[?&/]s(?:earch)?=?$", re.I)
_NEWSLETTER = re.compile(
    r"nyhetsbrev|nyheitsbrev|newsletter|subscri|nyhedsbrev|abonner|prenumerera|mailchimp|mailing-?list", re.I
)
_COMMENT = re.compile(
    r"\bcomment(?:s|form|-form)?\b|kommentar|kommenter|leave a reply|legg igjen en kommentar", re.I
)
_LOGIN = re.compile(r"log-?_?in\b|sign-?_?in\b|logg inn|logga in|log ind|passord|password", re.I)
_ASKS = re.compile(
    r"e-?post|e-?mail|telefon|phone|melding|message|meddelande|besked|henvendelse|forespørsel|kontakt|contact",
    re.I,
)
_ABOVE = 12


def rows(page: Seen) -> list[Row]:
    """Rows of the table forms, without run_id."""
    labels = _labels(page.document)
    out: list[Row] = []
    for number, element in enumerate(page.document.forms):
        node = element.node
        controls = _grouped(
            [row for one in _fields(page.document, node) if (row := _control(one, labels, page.document))]
        )
        base = {
            "url": page.key,
            "form_no": number,
            "purpose": _purpose(node, controls),
            "action": _action(node, page),
            "method": "post" if (node.attributes.get("method") or "").strip().lower() == "post" else "get",
            "captcha": bool(_CAPTCHA.search(node.html or "")),
        }
        out += [base | {"control_no": at} | control for at, control in enumerate(controls or [{}])]
    return out


def _action(form: LexborNode, page: Seen) -> str:
    given = (form.attributes.get("action") or "").strip()
    return urls.normalise(given or page.record.url, page.base) or given[:500]


def _fields(document: Document, form: LexborNode) -> list[LexborNode]:
    """The form's controls: those in it, and those elsewhere that name it."""
    inside = form.css("input, textarea, select")
    id_ = form.attributes.get("id") or ""
    if not re.fullmatch(r"[\w:.-]+", id_):
        return list(inside)
    return [*inside, *document.tree.css(f'input[form="{id_}"], textarea[form="{id_}"], select[form="{id_}"]')]


def _control(node: LexborNode, labels: dict[str, str], document: Document) -> dict[str, object] | None:
    attributes = node.attributes
    kind = (attributes.get("type") or "text").strip().lower() if node.tag == "input" else str(node.tag)
    if kind in _INVISIBLE or _out_of_sight(node, attributes):
        return None
    label, source = _label(node, attributes, labels, document)
    required = "required" in attributes or attributes.get("aria-required") == "true" or "*" in (label or "")
    return {
        "name": attributes.get("name") or attributes.get("id"),
        "control": kind,
        "label": label,
        "label_source": source,
        "required": required,
        "autocomplete": attributes.get("autocomplete"),
    }


def _out_of_sight(node: LexborNode, attributes: Attributes) -> bool:
    """Nobody sees it: hidden, in something hidden within the form, or a trap for robots."""
    trap = f"{attributes.get('name') or ''} {attributes.get('class') or ''} {attributes.get('id') or ''}"
    if _TRAP.search(trap) or (
        attributes.get("tabindex") == "-1" and "autocomplete" in attributes and "required" not in attributes
    ):
        return True
    above: LexborNode | None = node
    for _ in range(_ABOVE):
        if above is None or above.tag in ("form", "body"):
            return False
        if hidden(above.tag or "", above.attributes) or (
            above.tag != "div" and above.attributes.get("aria-hidden") == "true"
        ):
            return True
        above = above.parent
    return False


def _label(
    node: LexborNode, attributes: Attributes, labels: dict[str, str], document: Document
) -> tuple[str | None, str | None]:
    """The accessible name and where it comes from, in the order of the accessible name computation."""
    named = fold(" ".join(by_id(document, id_) for id_ in (attributes.get("aria-labelledby") or "").split()))
    if text := named or fold(attributes.get("aria-label") or ""):
        return text, "aria"
    if text := labels.get(attributes.get("id") or "") or _wrapping(node):
        return text, "label"
    for name in ("title", "placeholder"):
        if text := fold(attributes.get(name) or ""):
            return text, name
    return None, None


def _labels(document: Document) -> dict[str, str]:
    found: dict[str, str] = {}
    for label in document.tree.css("label[for]"):
        if (id_ := label.attributes.get("for")) and (text := _words_of(label)):
            found.setdefault(id_, text)
    return found


def _words_of(label: LexborNode) -> str:
    """What a label says, without the choices and words of the control that it holds."""
    text = label.text(deep=True, separator=" ")
    for inner in label.css("select, textarea, button, script, style"):
        text = text.replace(inner.text(deep=True, separator=" "), " ", 1)
    return fold(text)


def by_id(document: Document, id_: str) -> str:
    """The text of the element with that id, empty where there is none."""
    node = document.tree.css_first(f'[id="{id_}"]') if re.fullmatch(r"[\w:.-]+", id_) else None
    return node.text(deep=True, separator=" ") if node is not None else ""


def _wrapping(node: LexborNode) -> str:
    parent = node.parent
    for _ in range(5):
        if parent is None or parent.tag in ("form", "body"):
            return ""
        if parent.tag == "label":
            return _words_of(parent)
        parent = parent.parent
    return ""


def _grouped(controls: list[dict[str, object]]) -> list[dict[str, object]]:
    """Radio buttons of one name are one question."""
    seen: set[object] = set()
    out = []
    for control in controls:
        if control["control"] == "radio" and control["name"]:
            if control["name"] in seen:
                continue
            seen.add(control["name"])
        out.append(control)
    return out


def _purpose(node: LexborNode, controls: list[dict[str, object]]) -> str:
    kinds = {str(control["control"]) for control in controls}
    named = " ".join(str(value) for value in node.attributes.values())
    asked = " ".join(f"{control.get('name') or ''} {control.get('label') or ''}" for control in controls)
    buttons = node.css("button, input[type=submit]")
    pressed = " ".join(
        f"{fold(button.text(deep=True))} {button.attributes.get('value') or ''}" for button in buttons
    )
    if "password" in kinds or (len(controls) <= 2 and _LOGIN.search(f"{named} {pressed}")):
        return "login"
    if (
        "search" in kinds
        or node.attributes.get("role") == "search"
        or (len(controls) == 1 and _SEARCH.search(f"{named} {asked} {pressed}"))
    ):
        return "search"
    if _COMMENT.search(f"{named} {asked}") and "textarea" in kinds:
        return "comment"
    said = f"{named} {asked} {pressed}"
    if len(controls) <= 4 and "textarea" not in kinds and _NEWSLETTER.search(said):
        return "newsletter"
    if (
        "textarea" in kinds
        or "tel" in kinds
        or (len(controls) > 1 and ("email" in kinds or _ASKS.search(said)))
    ):
        return "contact"
    if len(controls) == 1 and ("email" in kinds or re.search(r"e-?post|e-?mail", said, re.I)):
        return "newsletter"
    return "other"
