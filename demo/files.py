"""Small files that are no pages: a document, a picture, a style sheet. The smallest valid ones."""

import struct
import zlib

STYLE = """\
body{margin:0;font:1rem/1.5 system-ui,sans-serif;color:#1b2733;background:#fff}
.voorbeeld{background:#ffe45c;color:#000;padding:.5rem 1rem;font-weight:700}
header,nav,main,footer,#mainwrapper,.hulle{max-width:62rem;margin:0 auto;padding:.5rem 1rem}
main{min-height:24rem}nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:1rem}
a{color:#154273}footer,.site-footer{background:#e9eef3}
.card{border:1px solid #aab8c6;border-radius:.5rem;padding:1rem;margin:1rem 0}
summary{font-weight:700;cursor:pointer;padding:.5rem 0}dt{font-weight:700}dd{margin:0 0 .5rem}
td{vertical-align:top}#linkermenu{width:12rem;background:#e9eef3;padding:.5rem}label,input,textarea{display:block}
"""


def pdf(title: str) -> bytes:
    """A document of one page that says its title."""
    text = title.encode("latin-1", "replace").replace(b"\\", b"").replace(b"(", b"\\(").replace(b")", b"\\)")
    stream = b"BT /F1 14 Tf 60 760 Td (" + text + b") Tj ET"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    )
    out, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return out + b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        size, table, size, len(out),
    )  # fmt: skip


def png(red: int, green: int, blue: int, side: int = 16) -> bytes:
    """A square of one colour."""
    rows = (b"\0" + bytes((red, green, blue)) * side) * side
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )
