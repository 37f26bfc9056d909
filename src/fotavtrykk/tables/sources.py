"""What firms' own files fill. Ids are keyed hashes; each row names the file and line that it came from."""

from __future__ import annotations

from fotavtrykk.tables.columns import Kind, table

_FROM: tuple[tuple[str, Kind, str], ...] = (
    ("file", "string", "First twelve digits of the file's SHA-256."),
    ("line", "int", "Line or row of the file on which the record begins."),
)
SOURCES = (
    table(
        "deals",
        "One row per deal and file that tells of it; the newest counts (see conflicts).",
        ("deal", "string", "The deal, hashed."),
        ("account", "string", "The account, hashed; null where the file names none."),
        ("lead", "string", "The lead that became it, hashed; null where the file names none."),
        ("domain", "string", "The company's domain; null for e-mail providers'."),
        ("orgnr", "string", "Organisation number, its check digit right."),
        ("created", "date", "Day on which it was registered, in the firm's own zone."),
        ("closed", "date", "Day on which it was won or lost; null while it is open."),
        ("outcome", "string", "won, lost or open."),
        ("value", "float", "Its value.", "currency"),
        ("currency", "string", "Currency of the value, three letters."),
        ("direction", "string", "inbound, outbound, existing or unknown."),
        ("source", "string", "Where it came from, in the file's own words."),
        ("function", "string", "The firm's function that owned it."),
        ("kind", "string", "new, renewal or expansion; null where the file does not say."),
        ("segment", "string", "The firm's own segment."),
        ("updated", "date", "Day of the last change, where the file has it."),
        *_FROM,
    ),
    table(
        "inquiries",
        "One row per lead and file that tells of it; the newest counts (see conflicts).",
        ("lead", "string", "The lead, hashed."),
        ("account", "string", "The account, hashed; null where the file names none."),
        ("domain", "string", "The company's domain; null for e-mail providers'."),
        ("created", "date", "Day on which it came or was made."),
        ("direction", "string", "inbound, outbound, existing or unknown."),
        ("source", "string", "Where it came from, in the file's own words."),
        ("became_deal", "string", "The deal that it became, hashed; null where none is named."),
        ("segment", "string", "The firm's own segment."),
        ("updated", "date", "Day of the last change, where the file has it."),
        *_FROM,
    ),
    table(
        "rejects",
        "One row per record that was not taken; its value stays in the file it came from.",
        ("file", "string", "First twelve digits of the file's SHA-256."),
        ("sheet", "string", "Sheet of a workbook; empty for text."),
        ("line", "int", "Line or row on which the record begins."),
        ("column", "string", "The column that was refused, as the source names it."),
        (
            "reason",
            "string",
            "A short code: missing, date, date_order, number, decimal, word, columns, future, ...",
        ),
    ),
    table(
        "ledger",
        "One row per table of a file that was taken.",
        ("file", "string", "First twelve digits of the file's SHA-256."),
        ("name", "string", "The file's name."),
        ("sheet", "string", "Sheet of a workbook; empty for text."),
        ("source", "string", "The source that read it."),
        ("encoding", "string", "Character set, or workbook."),
        ("delimiter", "string", "What parts the columns; empty for workbooks."),
        ("records", "int", "Records of the file, by a second count.", "records"),
        ("loaded", "int", "Records taken.", "records"),
        ("rejected", "int", "Records not taken.", "records"),
        ("first", "date", "First day of the dates of its records."),
        ("last", "date", "Last day of them."),
        ("used", "string", "Columns taken, as heading=column, separated by a semicolon."),
        ("dropped", "string", "Headings not taken, separated by a semicolon."),
    ),
)
