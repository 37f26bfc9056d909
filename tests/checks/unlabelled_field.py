"""Fields that do not say what belongs in them, and fields that say it in their own way."""

from __future__ import annotations

from harness import Case
from smallsites import page


def site(inner: str, lang: str = "nb") -> dict[str, str]:
    send = "Send" if lang == "en" else "Send inn"
    return {
        "/kontakt": page(
            f'<h1>Kontakt</h1><form method="post" action="/send">{inner}<button>{send}</button></form>',
            lang=lang,
        )
    }


MESSAGE = '<label>Melding <textarea name="melding"></textarea></label>'

CASES = [
    Case(
        "a placeholder alone",
        site(f'<input type="email" name="epost" placeholder="E-post">{MESSAGE}'),
        found={"/kontakt"},
    ),
    Case("nothing at all", site(f'<input type="text" name="navn">{MESSAGE}'), found={"/kontakt"}),
    Case(
        "a label that points to nowhere, English",
        site(
            '<label for="mail">E-mail</label><input id="email" type="email" name="mail">'
            '<label>Message <textarea name="m"></textarea></label>',
            "en",
        ),
        found={"/kontakt"},
    ),
    Case(
        "a list without a name",
        site(f'<p>Velg tjeneste</p><select name="tjeneste"><option>Lønn</option></select>{MESSAGE}'),
        found={"/kontakt"},
    ),
    Case(
        "a field without a name in mark-up that never ends",
        {
            "/kontakt": "<html lang=nb><title>Kontakt</title><body><main><form method=post action=/send>"
            "<div><input type=tel name=tlf placeholder=Telefon><p><label>Melding <textarea "
            "name=melding></textarea></label><button>Send"
        },
        found={"/kontakt"},
    ),
    Case(
        "the same field on two pages is one thing",
        {
            path: page(
                '<h1>Nordvik</h1><form method="post" action="/nyhetsbrev"><input '
                'type="email" name="epost" placeholder="E-post"><button>Meld meg på '
                "nyhetsbrev</button></form>"
            )
            for path in ("/", "/om")
        },
        found={"/"},
    ),
    Case(
        "a form without fields",
        {"/kontakt": page('<form method="post" action="/neste"><button>Neste</button></form>')},
    ),
    Case(
        "a label around the field",
        site(f'<label>E-post <input type="email" name="epost" placeholder="kari@firma.no"></label>{MESSAGE}'),
    ),
    Case(
        "a label beside the field",
        site(f'<label for="e">E-post</label><input id="e" type="email" name="epost">{MESSAGE}'),
    ),
    Case(
        "a name for screen readers alone, English",
        site(
            '<input type="email" name="mail" aria-label="E-mail" placeholder="E-mail">'
            '<textarea name="m" aria-label="Message"></textarea>',
            "en",
        ),
    ),
    Case("a title", site(f'<input type="email" name="epost" title="E-post">{MESSAGE}')),
    Case("a trap for robots", site(f'<input type="text" name="_gotcha" class="trap">{MESSAGE}')),
    Case(
        "hidden fields and buttons",
        site(
            f'<input type="hidden" name="id"><input type="submit" value=""><input '
            f'type="image" name="i" src="/s.png">{MESSAGE}'
        ),
    ),
]
