"""Contact forms that ask for too much, and forms that only look long."""

from __future__ import annotations

from harness import Case
from smallsites import page

NAMES = [
    "Navn",
    "E-post",
    "Telefon",
    "Firma",
    "Stilling",
    "Antall ansatte",
    "Omsetning",
    "Poststed",
    "Budsjett",
    "Frist",
]
NAMES_EN = [
    "Name",
    "E-mail",
    "Telephone",
    "Company",
    "Title",
    "Employees",
    "Turnover",
    "City",
    "Budget",
    "Deadline",
]


def fields(names: list[str]) -> str:
    return "".join(
        f'<label>{name} <input name="f{n}" type="{"email" if n == 1 else "text"}"></label>'
        for n, name in enumerate(names)
    )


def site(body: str, lang: str = "nb", name: str = "Kontakt oss") -> dict[str, str]:
    return {"/kontakt": page(f"<h1>{name}</h1>{body}", title=name, lang=lang)}


def form(inner: str, send: str = "Send melding") -> str:
    return (
        f'<form method="post" action="/send">{inner}<label>Melding <textarea name="melding">'
        f"</textarea></label><button>{send}</button></form>"
    )


CASES = [
    Case("eleven fields", site(form(fields(NAMES))), found={"/kontakt"}),
    Case("nine fields", site(form(fields(NAMES[:8]))), found={"/kontakt"}),
    Case(
        "eleven fields, English",
        site(form(fields(NAMES_EN), "Send message"), "en", "Contact us"),
        found={"/kontakt"},
    ),
    Case(
        "eight fields and a box to tick",
        site(form(fields(NAMES[:7]) + '<label><input type="checkbox" name="ok"> Jeg godtar</label>')),
        found={"/kontakt"},
    ),
    Case(
        "a long form that never ends",
        {
            "/kontakt": f"<html lang=nb><title>Kontakt oss</title><body><main><h1>Kontakt oss<form "
            f"method=post action=/send>{fields(NAMES)}<textarea name=melding "
            f"aria-label=Melding></textarea><button>Send melding"
        },
        found={"/kontakt"},
    ),
    Case("eight fields", site(form(fields(NAMES[:7])))),
    Case("three fields, English", site(form(fields(NAMES_EN[:2]), "Send message"), "en", "Contact us")),
    Case(
        "many hidden fields",
        site(
            form(
                fields(NAMES[:3]) + "".join(f'<input type="hidden" name="h{n}" value="1">' for n in range(9))
            )
        ),
    ),
    Case(
        "many boxes to tick",
        site(
            form(
                fields(NAMES[:4])
                + "".join(f'<label><input type="checkbox" name="tema{n}"> Tema {n}</label>' for n in range(9))
            )
        ),
    ),
    Case(
        "radio buttons of one question",
        site(
            form(
                fields(NAMES[:4])
                + "".join(
                    f'<label><input type="radio" name="haster" value="{n}"> {n} dager</label>'
                    for n in range(9)
                )
            )
        ),
    ),
    Case(
        "a long form that is a search",
        {
            "/sok": page(
                '<h1>Søk</h1><form role="search" action="/sok">'
                + fields(NAMES)
                + '<input type="search" name="q" aria-label="Søk"><button>Søk</button></form>',
                title="Søk",
            )
        },
    ),
]
