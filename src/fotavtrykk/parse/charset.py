"""The character set of a page, in the order and with the labels of the WHATWG Encoding Standard.

Byte order mark, then the header, then a meta element in the first 1,024 bytes; where nothing is declared,
UTF-8 if the body is UTF-8, else Windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels).
"""

from __future__ import annotations

import codecs
import re

_HEADER = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_META = re.compile(rb"<meta[^>]{1,500}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.I)
_COMMENT = re.compile(rb"<!--.*?(?:-->|$)", re.S)
_LOOKED_AT = 1024
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
# Name by the standard, Python's codec, and the labels that mean it.
_TABLE = """
utf-8 utf-8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8 utf-16 utf-16le utf-16be
windows-1252 cp1252 ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 l1 latin1 us-ascii windows-1252 x-cp1252
iso-8859-15 iso8859-15 csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9
iso-8859-2 iso8859-2 csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 l2 latin2
iso-8859-4 iso8859-4 csisolatin4 iso-8859-4 iso8859-4 l4 latin4
iso-8859-5 iso8859-5 csisolatincyrillic cyrillic iso-8859-5 iso8859-5
iso-8859-7 iso8859-7 csisolatingreek greek greek8 iso-8859-7 iso8859-7
iso-8859-10 iso8859-10 csisolatin6 iso-8859-10 iso8859-10 l6 latin6
iso-8859-13 iso8859-13 iso-8859-13 iso8859-13
iso-8859-14 iso8859-14 iso-8859-14 iso8859-14
iso-8859-16 iso8859-16 iso-8859-16
macintosh mac_roman csmacintosh mac macintosh x-mac-roman
windows-874 cp874 dos-874 iso-8859-11 iso8859-11 tis-620 windows-874
windows-1250 cp1250 cp1250 windows-1250 x-cp1250
windows-1251 cp1251 cp1251 windows-1251 x-cp1251
windows-1253 cp1253 cp1253 windows-1253 x-cp1253
windows-1254 cp1254 cp1254 iso-8859-9 iso8859-9 l5 latin5 windows-1254 x-cp1254
windows-1255 cp1255 cp1255 windows-1255 x-cp1255
windows-1256 cp1256 cp1256 windows-1256 x-cp1256
windows-1257 cp1257 cp1257 windows-1257 x-cp1257
windows-1258 cp1258 cp1258 windows-1258 x-cp1258
koi8-r koi8_r cskoi8r koi koi8 koi8-r koi8_r
koi8-u koi8_u koi8-ru koi8-u
gbk gb18030 chinese csgb2312 gb2312 gb_2312 gbk x-gbk
gb18030 gb18030 gb18030
big5 big5hkscs big5 big5-hkscs cn-big5 csbig5 x-x-big5
euc-jp euc_jp cseucpkdfmtjapanese euc-jp x-euc-jp
shift_jis cp932 csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis
iso-2022-jp iso2022_jp csiso2022jp iso-2022-jp
euc-kr cp949 cseuckr euc-kr korean ks_c_5601-1987 ksc5601 windows-949
"""  # noqa: E501  # a table
_LABELS = {
    label: (name, codec)
    for name, codec, *labels in (line.split() for line in _TABLE.strip().splitlines())
    for label in labels
}


def decode(body: bytes, content_type: str) -> tuple[str, str]:
    """The text of `body` and the name of the character set that it was read with; never fails.

    A declared set that is not known counts as none; a page that declares UTF-16 in ASCII is UTF-8.
    """
    for mark, name in _BOMS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, "replace"), name
    name, codec = _declared(body, content_type)
    if codec:
        return body.decode(codec, "replace"), name
    try:
        return body.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace"), "windows-1252"


def _declared(body: bytes, content_type: str) -> tuple[str, str]:
    if (header := _HEADER.search(content_type)) and (known := _LABELS.get(header[1].lower())):
        return known
    head = _COMMENT.sub(b"", body[:_LOOKED_AT])
    if meta := _META.search(head):
        return _LABELS.get(meta[1].decode("ascii", "replace").lower(), ("", ""))
    return "", ""
