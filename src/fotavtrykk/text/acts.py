"""Addresses that act when they are asked for: log out, cart, delete, unsubscribe, admin (nb, nn, en, sv, da).

A crawler that follows such a link changes something. The words are matched against whole path segments and
whole query names or values, and orders ("delete my account") only where they are the whole of one, so that an
article about unsubscribing is still read. Where an order may be the title of a help page, it is left unread.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from fotavtrykk import urls
from fotavtrykk.text import words

# The words stand here with hyphens and without Scandinavian letters; `_word` brings an address to that form.
_FOLDED = str.maketrans({"_": "-", " ": "-", "+": "-", "æ": "ae", "ø": "o", "å": "a", "ä": "a", "ö": "o"})
_LEAVE = words(
    "logout log-out signout sign-out logoff log-off sign-off logg-ut loggut logg-av loggav utlogging logga-ut loggaut"
    " log-ud logud log-af logaf user-logout"
)
_DELETE = words(
    "delete remove destroy trash slett slette fjern ta-bort tabort radera slet add-to-cart addtocart remove-item"
)
_UNSUBSCRIBE = words(
    "unsubscribe opt-out optout avmeld avmelding meld-av meld-deg-av meld-meg-av meld-dykk-av avregistrer avprenumerera"
    " avsluta-prenumeration frameld afmeld afmelding cancel-subscription si-opp"
)
_CART = words(
    "cart basket checkout handlekurv handlekurven handlekorg handlevogn kurv kurven kasse varukorg varukorgen kundvagn"
    " kundvagnen indkobskurv indkobskurven indkoebskurv til-kassen til-kassa til-kasse ga-til-kassen till-kassan"
)
_ADMIN = words(
    "admin administrator admin-login wp-admin wp-login wp-login.php administrasjon umbraco sitecore typo3"
)
_SEGMENTS = _LEAVE | _DELETE | _UNSUBSCRIBE | _CART | _ADMIN
_VALUES = _LEAVE | _DELETE | _UNSUBSCRIBE
# An order: what to do, to whom or where, and the thing; nothing before and nothing behind.
_VERBS = (
    "slett|slette|fjern|ta-bort|radera|slet|delete|remove|destroy|clear|empty|tom|tom-ut|avmeld|afmeld|frameld|avslutt|avslutte"
    "|avsluta|afslut|avbestill|cancel|unsubscribe|avprenumerera|si-opp|sag-upp|opsig|deactivate|deaktiver|add|put|legg|legg-til"
    "|lagg|lagg-till|laeg|tilfoj|meld-deg-av|meld-meg-av"
)
_BETWEEN = "til|till|i|inn|into|in|fra|fran|from|to|my|your|our|min|mit|mitt|din|dit|ditt|the|en|et|ett|a|all|alle|alla|this|denne"
_THINGS = (
    "konto|kontoen|kontot|bruker|brukeren|brukar|user|profil|profilen|profile|account|item|items|vare|varen|varer|produkt|produktet"
    "|product|nyhetsbrev|nyhetsbrevet|nyhedsbrev|nyhedsbrevet|newsletter|newsletters|abonnement|abonnementet|subscription|prenumeration"
    "|prenumerationen|medlemskap|medlemskapet|membership|cart|basket|bag|handlekurv|handlekurven|handlekorg|handlekorga|handlevogn"
    "|kurv|kurven|varukorg|varukorgen|kundvagn|kundvagnen|indkobskurv|indkobskurven|kasse|kassen|kassa|kassan|wishlist|onskeliste"
)
_ORDER = re.compile(rf"(?:{_VERBS})(?:-(?:{_BETWEEN}))*-(?:{_THINGS})")
_EXTENSION = re.compile(r"\.(php|aspx?|jsp|do|html?)$")


def acts(url: str) -> bool:
    """True where asking for `url` would probably change something."""
    segments = [_word(segment) for segment in unquote(urls.path(url)).split("/") if segment]
    if any(_is(segment, _SEGMENTS) for segment in segments):
        return True
    for part in urls.query(url).split("&"):
        name, _, value = part.partition("=")
        if _is(_word(name), _VALUES) or _is(_word(value), _VALUES):
            return True
    return False


def _word(part: str) -> str:
    """A segment, name or value in the form of the lists: decoded, lower case, without parameters behind `;`."""
    return unquote(part).lower().partition(";")[0].translate(_FOLDED).strip("-/ ")


def _is(word: str, known: frozenset[str]) -> bool:
    bare = _EXTENSION.sub("", word)
    return word in known or bare in known or _ORDER.fullmatch(bare) is not None


_ASSETS = words(
    "jpg jpeg png gif webp avif svg ico bmp tif tiff css js mjs map json woff woff2 ttf otf eot mp3 mp4 m4a m4v mov avi webm ogg wav"
    " pdf doc docx xls xlsx ppt pptx odt ods zip gz tgz rar 7z exe dmg msi apk iso ics vcf rss atom xml txt csv"
)


def is_asset(url: str) -> bool:
    """True where the path's extension names a file that is not a page; such files are not requested."""
    last = urls.path(url).rpartition("/")[2].lower()
    return "." in last and last.rpartition(".")[2] in _ASSETS
