"""The links and images of a page, as rows."""

from __future__ import annotations

from fotavtrykk import urls
from fotavtrykk.parse.forms import by_id
from fotavtrykk.parse.seen import Seen
from fotavtrykk.tables import Row
from fotavtrykk.text import fold

_ANCHOR, _HREF, _ALT = 300, 2083, 500


def links(page: Seen) -> list[Row]:
    """Rows of the table links, without run_id."""
    rows: list[Row] = []
    for number, link in enumerate(page.document.links):
        attributes = link.node.attributes
        href = (attributes.get("href") or "").strip()
        kind, target, internal = page.target(href)
        label = fold(attributes.get("aria-label") or "")
        anchor = fold(link.text) or label or fold(attributes.get("title") or "")
        name = (
            fold(
                " ".join(
                    by_id(page.document, id_) for id_ in (attributes.get("aria-labelledby") or "").split()
                )
            )
            or label
        )
        rows.append({
            "url": page.key, "link_no": number, "href": href[:_HREF], "target": target, "internal": internal,
            "scheme": kind, "anchor": anchor[:_ANCHOR], "rel": (attributes.get("rel") or "").lower() or None,
            "place": link.place, "name": name[:_ANCHOR] if name and name != anchor else None,
        })  # fmt: skip
    return rows


def images(page: Seen) -> list[Row]:
    """Rows of the table images, without run_id."""
    rows: list[Row] = []
    for image in page.document.images:
        attributes = image.node.attributes
        src = (attributes.get("src") or "").strip()
        if not src or src.startswith("data:"):  # a stand-in until a script loads the image
            src = attributes.get("data-src") or attributes.get("data-lazy-src") or src
        shown = (
            src[:60].partition(";")[0].partition(",")[0]
            if src.startswith("data:")
            else urls.normalise(src, page.base)
        )
        alt = (attributes["alt"] or "")[:_ALT] if "alt" in attributes else None
        rows.append({"url": page.key, "src": shown or src[:_HREF], "alt": alt, "place": image.place})
    return rows
