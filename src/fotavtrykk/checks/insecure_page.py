"""Addresses that are read, shown or sent without valid encryption.

What it measures
    Each host name of the site: does https answer with a certificate that holds, and does http lead on to
    https? On pages read over https: does a form send, or a picture come, over plain http?

Why a buyer cares
    The browser writes "Not secure" before the first word is read, and what a buyer fills in can be read
    on the way.

What it cannot see
    Scripts and styles that are not requested, and hosts that were not tried. Pictures over http are
    fetched over https by some browsers and left out by others.

Example
    https://firma.no has a certificate, but http://firma.no answers too and does not lead on.

Source
    RFC 9110, section 4.2.2; W3C Mixed Content; Lighthouse's audit is-on-https.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import ibis

LENS = "trust"
NEEDS = ("hosts", "pages", "forms", "images")
SEVERITY = "critical"
TEXT = {
    "nb": {
        "name": "Usikre adresser",
        "one": "Én adresse mangler gyldig kryptering",
        "many": "{n} adresser mangler gyldig kryptering",
        "item": "{quote} er ikke sikret med gyldig kryptering.",
        "why": "Nettleseren skriver «Ikke sikker» før kunden har lest et ord, og det kunden fyller ut, kan "
        "leses av andre på veien.",
        "todo": "Skaff gyldig sertifikat for alle adressene nettstedet svarer på, send http videre til "
        "https, og bruk https i "
        "alle adresser i sidene.",
        "blind": "Andre filer enn bilder som sidene henter, og adresser som ikke ble prøvd.",
    },
    "en": {
        "name": "Insecure addresses",
        "one": "One address lacks valid encryption",
        "many": "{n} addresses lack valid encryption",
        "item": "{quote} is not secured by valid encryption.",
        "why": "The browser says “Not secure” before the customer has read a word, and what the customer "
        "fills in can be read by others on the way.",
        "todo": "Get a valid certificate for every address that the site answers to, lead http on to https, "
        "and use https in every "
        "address on the pages.",
        "blind": "Files other than pictures that the pages fetch, and addresses that were not tried.",
    },
}


def run(hosts: ibis.Table, pages: ibis.Table, forms: ibis.Table, images: ibis.Table) -> ibis.Table:
    """One row per host and scheme, per form's address and per picture's address on a page over https."""
    import ibis

    named = hosts.mutate(address=hosts.scheme + "://" + hosts.host + "/")
    tls = named.filter(ibis.coalesce(named.certificate, "") != "")
    plain = named.filter(named.scheme == "http")
    secure = pages.filter(pages.url.startswith("https://"))
    sent = forms.filter(forms.control.notnull()).select("url", address="action")
    used = sent.union(images.select("url", address="src")).semi_join(secure, "url")
    blank = ibis.null("string")
    rows = ibis.union(
        tls.select(subject="address", found=tls.certificate != "ok", quote="address", place="certificate"),
        plain.select(subject="address", found=plain.detail == "HTTP 200", quote="address", place=blank),
        used.select(
            subject="url",
            found=ibis.coalesce(used.address, "").startswith("http://"),
            quote="address",
            place=blank,
        ),
        distinct=True,
    )
    return rows.mutate(number=ibis.null("float64"))
