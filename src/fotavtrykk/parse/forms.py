"""Forms: one row per control that a visitor must see or fill in."""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from fotavtrykk import urls
from fotavtrykk.parse.document import Document
from fotavtrykk.tables import Row
from fotavtrykk.text import fold

_INVISIBLE = frozenset(["hidden", "submit", "button", "reset", "image"])
_CAPTCHA = re.compile(r"captcha|turnstile|hcaptcha", re.I)
_PURPOSES = (
    ("search", re.compile(r"\b(search|søk|sok|sök|søg|query)\b", re.I)),
    (
        "newsletter",
        re.compile(r"nyhetsbrev|newsletter|subscribe|nyhedsbrev|abonner|mailchimp|påmelding", re.I),
    ),
    ("comment", re.compile(r"\b(comment|kommentar|kommenter)", re.I)),
)


def rows(document: Document, url: str) -> list[Row]:
    """Rows of the table forms, without run_id."""
    labels = _labels(document)
    out: list[Row] = []
    for number, element in enumerate(document.forms):
        node = element.node
        attributes = node.attributes
        controls = [
            control for control in [_control(one, labels, document) for one in _fields(node)] if control
        ]
        controls = _grouped(controls)
        base: dict[str, object] = {
            "url": url,
            "form_no": number,
            "purpose": _purpose(node, controls),
            "action": urls.normalise(attributes.get("action") or url, url),
            "method": "post" if (attributes.get("method") or "").lower() == "post" else "get",
            "captcha": bool(_CAPTCHA.search(node.html or "")),
        }
        for at, control in enumerate(controls or [{}]):
            out.append(base | {"control_no": at} | control)
    return out


def _fields(form: LexborNode) -> list[LexborNode]:
    return list(form.css("input, textarea, select"))


def _control(node: LexborNode, labels: dict[str, str], document: Document) -> dict[str, object] | None:
    attributes = node.attributes
    kind = (attributes.get("type") or "text").lower() if node.tag == "input" else str(node.tag)
    hidden = (
        "hidden" in attributes or "display:none" in (attributes.get("style") or "").replace(" ", "").lower()
    )
    if (
        kind in _INVISIBLE
        or hidden
        or (attributes.get("tabindex") == "-1" and attributes.get("aria-hidden") == "true")
    ):
        return None
    label, source = _label(node, attributes, labels, document)
    required = (
        "required" in attributes or attributes.get("aria-required") == "true" or bool(label and "*" in label)
    )
    return {
        "name": attributes.get("name") or attributes.get("id"),
        "control": kind,
        "label": label,
        "label_source": source,
        "required": required,
        "autocomplete": attributes.get("autocomplete"),
    }


def _label(
    node: LexborNode, attributes: dict[str, str | None], labels: dict[str, str], document: Document
) -> tuple[str | None, str | None]:
    if named := fold(
        " ".join(_by_id(document, id_) for id_ in (attributes.get("aria-labelledby") or "").split())
    ):
        return named, "aria"
    if aria := fold(attributes.get("aria-label") or ""):
        return aria, "aria"
    if text := labels.get(attributes.get("id") or "") or _wrapping(node):
        return text, "label"
    for name in ("title", "placeholder"):
        if text := fold(attributes.get(name) or ""):
            return text, name
    return None, None


def _labels(document: Document) -> dict[str, str]:
    found: dict[str, str] = {}
    for label in document.tree.css("label[for]"):
        text = fold(label.text(deep=True, separator=" "))
        if text:
            found.setdefault(label.attributes.get("for") or "", text)
    found.pop("", None)
    return found


def _by_id(document: Document, id_: str) -> str:
    node = document.tree.css_first(f'[id="{id_}"]') if re.fullmatch(r"[\w:.-]+", id_) else None
    return node.text(deep=True, separator=" ") if node is not None else ""


def _wrapping(node: LexborNode) -> str:
    parent = node.parent
    for _ in range(5):
        if parent is None or parent.tag in ("form", "body"):
            return ""
        if parent.tag == "label":
            return fold(parent.text(deep=True, separator=" "))
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
    kinds = [control["control"] for control in controls]
    if "password" in kinds:
        return "login"
    said = " ".join(
        [str(value) for value in node.attributes.values()]
        + [f"{control.get('name') or ''} {control.get('label') or ''}" for control in controls]
        + [
            button.text(deep=True) + " " + (button.attributes.get("value") or "")
            for button in node.css("button, input[type=submit]")
        ]
    )
    if (
        "search" in kinds
        or node.attributes.get("role") == "search"
        or (len(controls) == 1 and _PURPOSES[0][1].search(said))
    ):
        return "search"
    if len(controls) <= 4 and _PURPOSES[1][1].search(said) and "textarea" not in kinds:
        return "newsletter"
    if _PURPOSES[2][1].search(said) and "textarea" in kinds:
        return "comment"
    asks = {"email", "tel", "textarea"} & {str(kind) for kind in kinds}
    if asks or re.search(r"e-?post|e-?mail|telefon|phone|melding|message", said, re.I):
        if len(controls) == 1 and "email" in kinds:
            return "newsletter"
        return "contact"
    return "other"
