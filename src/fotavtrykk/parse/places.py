"""Where on the page an element stands: nav, header, footer, aside or main.

Landmarks decide (roles, then tag names, by HTML-AAM: a header within an article is the article's own),
then words in class and id that are made for nothing else.
"""

from __future__ import annotations

import re

from selectolax.lexbor import LexborNode

from fotavtrykk.text import words

_ROLES = {
    "navigation": "nav", "menubar": "nav", "menu": "nav", "banner": "header", "contentinfo": "footer",
    "complementary": "aside", "main": "main",
}  # fmt: skip
_TOKENS = {
    **dict.fromkeys(
        words(
            "nav navbar navigation menu main-menu mainmenu mobile-menu mobile-nav main-nav mainnav site-nav site-navigation"
            " main-navigation topnav top-nav nav-menu offcanvas breadcrumb breadcrumbs pagination pager hovedmeny meny"
        ),
        "nav",
    ),
    **dict.fromkeys(
        words(
            "footer site-footer page-footer main-footer footer-wrapper footer-main bunn bunntekst sidefot colophon"
        ),
        "footer",
    ),
    **dict.fromkeys(
        words(
            "header site-header page-header main-header masthead topbar top-bar header-wrapper topp sidehode"
        ),
        "header",
    ),
    **dict.fromkeys(
        words("sidebar side-bar widget-area related related-posts cookie-banner cookiebanner sidekolonne"),
        "aside",
    ),
}
_BOXES = words("div section ul ol dialog")
_SECTIONS = words("article aside main nav section")
_COOKIE = re.compile(
    r"(?<![a-zæøå])(?:cookie|consent|gdpr|samtykke|informasjonskapsl)[a-zæøå]*"
    r"[-_ ]*(?:banner|bar|notice|popup|modal|consent|dialog|overlay|box|container|wrapper|warning|message)"
    r"|^\s*(?:cookies?|cookie-?consent|cookiebot\w*|cybotcookiebot\w*|onetrust\w*)\s*$",
    re.I,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def place_of(
    node: LexborNode, tag: str, attributes: dict[str, str | None], above: str, sectioned: bool
) -> str:
    """The place of an element that stands in `above`; `sectioned` where a section of the page holds it.

    What is inside navigation, an aside or the footer stays there.
    """
    if above in ("nav", "aside", "footer"):
        return above
    role = (attributes.get("role") or "").strip().lower()
    if role:
        if role in _ROLES:
            return _ROLES[role]
        if role in ("dialog", "alertdialog") and _COOKIE.search(_marks(attributes)):
            return "aside"
    if tag in ("nav", "aside", "main"):
        return tag
    if tag == "footer":
        return above if sectioned else "footer"
    if tag == "header":
        return above if sectioned or _is_title_block(node) else "header"
    return _by_marks(node, attributes, above) if tag in _BOXES else above


def _by_marks(node: LexborNode, attributes: dict[str, str | None], above: str) -> str:
    marks = _marks(attributes)
    if not marks:
        return above
    if _COOKIE.search(marks):
        return "aside"
    place = next((_TOKENS[mark] for mark in marks.split() if mark in _TOKENS), "")
    # A word is weaker than a landmark: a box that holds the page's heading or main part is no frame.
    if not place or node.css_first("h1, main, article") is not None:
        return above
    return place


def _marks(attributes: dict[str, str | None]) -> str:
    return f"{attributes.get('id') or ''} {attributes.get('class') or ''}".strip().lower()


def _is_title_block(header: LexborNode) -> bool:
    """A header with the page's heading and no menu is the beginning of the text."""
    return header.css_first("h1") is not None and header.css_first("nav, [role=navigation], ul") is None


def sections(tag: str, attributes: dict[str, str | None]) -> bool:
    """True where a header or footer within the element is not the page's."""
    return tag in _SECTIONS or attributes.get("role") == "main"


def hidden(tag: str, attributes: dict[str, str | None]) -> bool:
    """True where nobody sees the element until a script shows it."""
    if "hidden" in attributes:
        return True
    if (style := attributes.get("style")) and _HIDDEN.search(style):
        return True
    if tag == "dialog":
        return "open" not in attributes
    return (
        attributes.get("aria-hidden") == "true" and "modal" in (attributes.get("class") or "").lower().split()
    )


def of_the_text(node: LexborNode) -> bool:
    """True where the element belongs to the page's own text, not to a card or list of other pages.

    The nearest article above it holds the page's heading; without one the page has no article of its own.
    """
    above = node.parent
    while above is not None and above.tag != "body":
        if above.tag == "article":
            return above.css_first("h1") is not None or above.parent is None or not _has_sibling(above)
        if above.tag in ("aside", "nav") or (above.tag == "li" and above.css_first("h1") is None):
            return False
        above = above.parent
    return True


def _has_sibling(article: LexborNode) -> bool:
    """Another article stands beside it: they are cards."""
    parent = article.parent
    return parent is not None and len(parent.css("article")) > 1
