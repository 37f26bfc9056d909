"""Addresses that act when they are asked for: log out, cart, delete, unsubscribe, admin (nb, nn, en, sv, da).

A crawler that follows such a link changes something. The words are matched against whole path segments and
whole query names or values, so that an article about unsubscribing is still read.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from fotavtrykk import urls

# The words stand here with hyphens and without Scandinavian letters; `_word` brings an address to that form.
_FOLDED = str.maketrans({"_": "-", "æ": "ae", "ø": "o", "å": "a", "ä": "a", "ö": "o"})

_SEGMENTS = frozenset(
    [
        "logout",
        "log-out",
        "signout",
        "sign-out",
        "logoff",
        "logg-ut",
        "loggut",
        "logg-av",
        "utlogging",
        "logga-ut",
        "loggaut",
        "log-ud",
        "logud",
        "log-af",
        "logaf",
        "cart",
        "add-to-cart",
        "addtocart",
        "basket",
        "checkout",
        "handlekurv",
        "handlekurven",
        "handlekorg",
        "handlevogn",
        "kurv",
        "kurven",
        "legg-i-handlekurv",
        "kasse",
        "varukorg",
        "varukorgen",
        "kundvagn",
        "kundvagnen",
        "till-kassan",
        "indkobskurv",
        "indkobskurven",
        "indkoebskurv",
        "laeg-i-kurv",
        "delete",
        "remove",
        "destroy",
        "slett",
        "slette",
        "fjern",
        "ta-bort",
        "tabort",
        "radera",
        "slet",
        "unsubscribe",
        "opt-out",
        "optout",
        "avmeld",
        "avmelding",
        "meld-av",
        "avregistrer",
        "avprenumerera",
        "avsluta-prenumeration",
        "frameld",
        "afmeld",
        "afmelding",
        "admin",
        "administrator",
        "wp-admin",
        "wp-login.php",
        "administrasjon",
        "umbraco",
        "sitecore",
        "typo3",
        "user-logout",
        "cancel-subscription",
    ]
)
_VALUES = frozenset(
    [
        "logout",
        "log-out",
        "signout",
        "logoff",
        "loggut",
        "logg-ut",
        "logud",
        "add-to-cart",
        "addtocart",
        "delete",
        "remove",
        "destroy",
        "slett",
        "fjern",
        "tabort",
        "ta-bort",
        "radera",
        "slet",
        "unsubscribe",
        "avmeld",
        "avmelding",
        "avprenumerera",
        "afmeld",
        "trash",
    ]
)
_NAMES = frozenset(
    [
        "logout",
        "unsubscribe",
        "avmeld",
        "delete",
        "slett",
        "remove",
        "add-to-cart",
        "addtocart",
        "remove-item",
    ]
)
_EXTENSION = re.compile(r"\.(php|aspx?|jsp|do|html?)$")


def _word(part: str) -> str:
    """A segment, name or value in the form of the lists: decoded, lower case, without parameters behind `;`."""
    return unquote(part).lower().partition(";")[0].translate(_FOLDED)


def acts(url: str) -> bool:
    """True where asking for `url` would probably change something."""
    segments = [_word(segment) for segment in urls.path(url).split("/") if segment]
    if any(segment in _SEGMENTS or _EXTENSION.sub("", segment) in _SEGMENTS for segment in segments):
        return True
    for part in urls.query(url).split("&"):
        name, _, value = part.partition("=")
        if _word(name) in _NAMES or _word(value) in _VALUES:
            return True
    return False


_ASSETS = frozenset(
    [
        "jpg",
        "jpeg",
        "png",
        "gif",
        "webp",
        "avif",
        "svg",
        "ico",
        "bmp",
        "tif",
        "tiff",
        "css",
        "js",
        "mjs",
        "map",
        "json",
        "woff",
        "woff2",
        "ttf",
        "otf",
        "eot",
        "mp3",
        "mp4",
        "m4a",
        "m4v",
        "mov",
        "avi",
        "webm",
        "ogg",
        "wav",
        "pdf",
        "doc",
        "docx",
        "xls",
        "xlsx",
        "ppt",
        "pptx",
        "odt",
        "ods",
        "zip",
        "gz",
        "tgz",
        "rar",
        "7z",
        "exe",
        "dmg",
        "msi",
        "apk",
        "iso",
        "ics",
        "vcf",
        "rss",
        "atom",
        "xml",
        "txt",
        "csv",
    ]
)


def is_asset(url: str) -> bool:
    """True where the path's extension names a file that is not a page; such files are not requested."""
    last = urls.path(url).rpartition("/")[2].lower()
    return "." in last and last.rpartition(".")[2] in _ASSETS
