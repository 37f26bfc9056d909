"""The small mark-up that the demo's texts are written in, turned into HTML.

Paragraphs are parted by an empty line. `## ` begins a heading, `- ` an item, four blanks code; `**bold**` and
`[words](address)` stand within a line. HTML is passed on as it is, so that a text can be planted with faults.
"""

from __future__ import annotations

import re

_LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")


def html(text: str) -> str:
    """`text` as HTML blocks, one a line."""
    return "\n".join(_block(block) for block in re.split(r"\n\s*\n", text.strip("\n")) if block.strip())


def inline(text: str) -> str:
    """Bold words and links of one line."""
    return _BOLD.sub(r"<strong>\1</strong>", _LINK.sub(r'<a href="\2">\1</a>', text))


def plain(text: str) -> str:
    """`text` without its marks."""
    return _BOLD.sub(r"\1", _LINK.sub(r"\1", text))


def _block(block: str) -> str:
    if block.startswith("    "):
        return f"<pre><code>{block.strip()}</code></pre>"
    block = block.strip()
    if block.startswith("## "):
        return f"<h2>{inline(block[3:])}</h2>"
    if block.startswith("- "):
        items = re.split(r"\n- ", block[2:])
        return "<ul>" + "".join(f"<li>{inline(' '.join(item.split()))}</li>" for item in items) + "</ul>"
    if block.startswith("<"):
        return block
    return f"<p>{inline(' '.join(block.split()))}</p>"
