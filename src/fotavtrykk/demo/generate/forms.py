"""The contact pages of the demo firm and their forms."""

from __future__ import annotations

from fotavtrykk.demo.generate.layout import Page
from fotavtrykk.demo.generate.world import SHORT

_TYPES = {"e-post": "email", "email": "email", "telefon": "tel", "phone": "tel"}


def field(label: str, name: str, more: str = "") -> str:
    """One labelled line of a form."""
    kind = _TYPES.get(label.lower(), "text")
    return (
        f'<p><label for="{name}">{label}</label> <input id="{name}" name="{name}" type="{kind}"{more}></p>\n'
    )


def area(label: str, name: str) -> str:
    """One labelled box for running text."""
    return f'<p><label for="{name}">{label}</label> <textarea id="{name}" name="{name}" rows="6"></textarea></p>\n'


def form(action: str, inside: str, button: str) -> str:
    """A form that is sent by POST."""
    return f'<form method="post" action="{action}">\n{inside}<button type="submit">{button}</button>\n</form>'


def contact_pages() -> list[Page]:
    """All pages with forms, before any fault."""
    return [_contact(), _visit(), _offer(), _application(), _english(), _english_quote()]


def _contact() -> Page:
    inside = field("Navn", "navn", " required") + field("E-post", "epost", ' required autocomplete="email"')
    inside += field("Telefon", "telefon", ' autocomplete="tel"') + area("Hva gjelder det?", "melding")
    inside += (
        '<input type="hidden" name="side" value="kontakt"><input type="hidden" name="spraak" value="nb">\n'
    )
    body = (
        '<p class="ingress">Ring, skriv eller kom innom. Kaffen er varm, og det er maskinrommet også.</p>\n'
        '<h2>Trondheim</h2>\n<p>Kjølehusveien 8, 7037 Trondheim<br>Telefon: <a href="tel:+4773001800">$telefon</a></p>\n'
        '<h2>Bergen</h2>\n<p>Slippveien 3, 5165 Laksevåg<br>Telefon: <a href="tel:+4755001800">$telefon_vest</a></p>\n'
        '<h2>Vakttelefon</h2>\n<p><a href="tel:+4773001809">$vakt</a>, hele døgnet</p>\n'
        "<h2>Skriv til oss</h2>\n" + form("/kontakt/send", inside, "Send")
    )
    body += '\n<p>Lurer du på hvem som kan hva? <a href="/om-oss/folk/">Her er alle sammen</a>.</p>'
    return Page(
        "/kontakt/",
        f"Kontakt oss | {SHORT}",
        "Telefon, adresse og skjema.",
        "Kontakt oss",
        body,
        other="/en/contact/",
    )


def _visit() -> Page:
    inside = field("Navn", "navn") + field("Bedrift", "bedrift") + field("Telefon", "telefon")
    inside += "<fieldset><legend>Når passer det?</legend>\n"
    inside += "".join(
        f'<label><input type="radio" name="naar" value="{value}"> {text}</label>\n'
        for value, text in (
            ("uke", "Denne uka"),
            ("neste", "Neste uke"),
            ("maaned", "Denne måneden"),
            ("senere", "Senere"),
        )
    )
    inside += "</fieldset>\n" + area("Fortell kort om anlegget", "anlegg")
    body = (
        '<p class="ingress">En befaring tar en time og er gratis i Trondheim og Bergen.</p>\n'
        "<p>Vi ser på anlegget, stiller spørsmål og sier hva vi ville ha gjort. Du får svar innen én arbeidsdag.</p>\n"
        + form("/kontakt/send", inside, "Bestill befaring")
    )
    return Page(
        "/kontakt/befaring/",
        f"Bestill befaring | {SHORT}",
        "En time på stedet, gratis.",
        "Bestill befaring",
        body,
    )


def _offer() -> Page:
    labels = (
        ("Firma", "firma"), ("Organisasjonsnummer", "orgnr"), ("Kontaktperson", "kontakt"), ("Stilling", "stilling"),
        ("E-post", "epost"), ("Telefon", "telefon"), ("Mobil", "mobil"), ("Anleggets adresse", "adresse"),
        ("Postnummer", "postnr"), ("Byggeår", "byggeaar"), ("Areal i kvadratmeter", "areal"),
        ("Kuldemedium", "medium"), ("Installert effekt", "effekt"), ("Ønsket oppstart", "oppstart"),
        ("Budsjett", "budsjett"),
    )  # fmt: skip
    inside = "".join(field(label, name, " required") for label, name in labels) + area(
        "Beskriv behovet", "behov"
    )
    body = (
        '<p class="ingress">Jo mer du forteller, desto bedre tilbud kan vi gi.</p>\n'
        "<p>Du får svar innen fem arbeidsdager.</p>\n" + form("/kontakt/send", inside, "Be om tilbud")
    )
    return Page(
        "/kontakt/tilbud/",
        f"Be om tilbud | {SHORT}",
        "Skjema for tilbud på nytt anlegg.",
        "Be om tilbud",
        body,
    )


def _application() -> Page:
    inside = field("Navn", "navn") + field("E-post", "epost") + field("Telefon", "telefon")
    inside += area("Hvorfor vil du jobbe her?", "hvorfor")
    inside += '<p><label for="cv">CV</label> <input id="cv" name="cv" type="file"></p>\n'
    body = '<p class="ingress">Vi leser alt selv.</p>\n' + form("/karriere/send", inside, "Send søknad")
    return Page("/karriere/soknad/", f"Send en søknad | {SHORT}", "Søk jobb hos oss.", "Send en søknad", body)


def _english() -> Page:
    inside = field("Name", "name") + field("Email", "email") + area("Your question", "question")
    body = (
        '<p class="ingress">Call us, write to us or drop in.</p>\n'
        '<p>Kjølehusveien 8, 7037 Trondheim, Norway<br>Phone: <a href="tel:+4773001800">+47 $telefon</a></p>\n'
        + form("/kontakt/send", inside, "Send")
        + '\n<p>Planning a new plant? <a href="/en/contact/quote/">Ask for a quote</a>.</p>'
    )
    return Page(
        "/en/contact/",
        f"Contact us | {SHORT}",
        "Telephone, address and form.",
        "Contact us",
        body,
        "en",
        other="/kontakt/",
    )


def _english_quote() -> Page:
    labels = (
        ("Company", "company"), ("Country", "country"), ("First name", "first"), ("Last name", "last"), ("Job title", "job"),
        ("Email", "email"), ("Phone", "phone"), ("Site address", "address"), ("Cooling load in kW", "load"),
        ("Temperature", "temperature"), ("Refrigerant today", "refrigerant"), ("Start of construction", "start"),
    )  # fmt: skip
    inside = "".join(field(label, name) for label, name in labels) + area("Anything else", "else")
    body = '<p class="ingress">We answer within five working days.</p>\n' + form(
        "/kontakt/send", inside, "Ask for a quote"
    )
    return Page(
        "/en/contact/quote/",
        f"Ask for a quote | {SHORT}",
        "A form for new plants.",
        "Ask for a quote",
        body,
        "en",
    )
