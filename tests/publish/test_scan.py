"""The finished files are searched: through every encoding, in names too, and what is clean is not searched again."""

from __future__ import annotations

import base64
import gzip
import html
import io
import json
import struct
import unicodedata
import zipfile
import zlib
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from mensenwerk.guards.detect import Category
from mensenwerk.guards.registry import Entry, Registry
from mensenwerk.guards.withdrawn import Tombstone, traces_of
from mensenwerk.publish.documents import can_be_read
from mensenwerk.publish.scan import _WORD, Leak, Record, Scan, _words
from mensenwerk.themes import themes_folder

REAL = "Zqółta Yılmaz"
SCAN = Scan(Registry((Entry(REAL),)))


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(*chunks: bytes) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def zipped(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return out.getvalue()


def pdf(content: bytes) -> bytes:
    packed = zlib.compress(content)
    return b"%PDF-1.7\n1 0 obj\n<</Filter/FlateDecode>>\nstream\n" + packed + b"\nendstream\nendobj\n"


PAGE = "<p>Gisteren kwam {} langs.</p>"
HIDDEN: dict[str, tuple[str, bytes]] = {
    "raw": ("a.html", PAGE.format(REAL).encode()),
    "capitals": ("a.html", PAGE.format(REAL.upper()).encode()),
    "without accents": ("a.html", PAGE.format("zqolta yilmaz").encode()),
    "decomposed": ("a.html", unicodedata.normalize("NFD", PAGE.format(REAL)).encode()),
    "composed": ("a.html", unicodedata.normalize("NFC", PAGE.format(REAL)).encode()),
    "a part alone": ("a.html", PAGE.format("Zqółta").encode()),
    "with an ending": ("a.html", PAGE.format("Zqółta’s zus").encode()),
    "entities": ("a.html", PAGE.format("".join(f"&#{ord(c)};" for c in REAL)).encode()),
    "hexadecimal entities": ("a.html", PAGE.format("".join(f"&#x{ord(c):x};" for c in REAL)).encode()),
    "named entities": ("a.html", PAGE.format(html.escape("Zq&oacute;&lstrok;ta", quote=False).replace("&amp;", "&")).encode()),
    "across tags": ("a.html", PAGE.format("<b>Zqó</b>łta Yıl<i>maz</i>").encode()),
    "soft hyphens": ("a.html", PAGE.format("Zqół\u00adta").encode()),
    "an attribute": ("a.html", f'<img alt="{REAL}" src="x.png">'.encode()),
    "a comment": ("a.html", f"<!-- {REAL} -->".encode()),
    "a link": ("a.html", f'<a href="?q={quote(REAL)}">x</a>'.encode()),
    "script escapes": ("a.js", f"x={json.dumps(REAL)}".encode()),
    "style escapes": ("a.css", b'a{content:"Zq\\f3 \\142 ta"}'),
    "utf-16": ("a.txt", REAL.encode("utf-16")),
    "utf-16 big-endian": ("a.bin", b"\x01" + REAL.encode("utf-16-be")),
    "utf-32": ("a.txt", REAL.encode("utf-32")),
    "latin-1": ("a.css", "/* é Zqólta */".encode("latin-1")),
    "gzip": ("sitemap.xml.gz", gzip.compress(REAL.encode())),
    "zip": ("a.zip", zipped("a.txt", REAL.encode())),
    "name in a zip": ("a.zip", zipped(f"{REAL}.txt", b"x")),
    "zip in a gzip": ("a.gz", gzip.compress(zipped("a.txt", REAL.encode()))),
    "text of a png": ("a.png", png(chunk(b"tEXt", b"Author\0" + "Zqolta".encode("latin-1")))),
    "packed text of a png": ("a.png", png(chunk(b"zTXt", b"Author\0\0" + zlib.compress(b"Zqolta")))),
    "international text of a png": ("a.png", png(chunk(b"iTXt", b"A\0\1\0\0\0" + zlib.compress(REAL.encode())))),
    "stream of a pdf": ("a.pdf", pdf(b"BT (Zqolta) Tj ET")),
    "hexadecimal string of a pdf": ("a.pdf", b"%PDF-1.7 /Author <" + ("\ufeff" + REAL).encode("utf-16-be").hex().encode() + b">"),
    "data uri": ("a.css", b"a{background:url(data:text/plain;base64," + base64.b64encode(REAL.encode()) + b")}"),
    "data uri in a zip": ("a.zip", zipped("a.html", b'<img src="data:x/y;base64,' + base64.b64encode(REAL.encode()) + b'">')),
    "exif-like": ("a.jpg", b"\xff\xd8\xff\xe1Exif\0\0" + b"Zqolta" + b"\0\xff\xd9"),
    "name of a file": ("met-zqółta.html", b"<p>niets</p>"),
    "name of a folder": ("zqolta/index.html", b"<p>niets</p>"),
}  # fmt: skip


@pytest.mark.parametrize("way", HIDDEN)
def test_a_registered_name_is_found(way: str) -> None:
    assert [leak.kind for leak in SCAN.file(*HIDDEN[way])] == [Category.REGISTRY]


@pytest.mark.parametrize("way", HIDDEN)
def test_nothing_is_found_for_another_registry(way: str) -> None:
    assert list(Scan(Registry((Entry("Zqanders"),))).file(*HIDDEN[way])) == []


@pytest.mark.parametrize("text", ["Een zqoltamaan.", "Jazzqolta speelt.", "Yil en Maz.", "<b>Zqol</b> ta"])
def test_a_part_of_another_word_is_no_name(text: str) -> None:
    assert list(SCAN.file("a.html", text.encode())) == []


def test_a_part_of_a_name_that_is_an_ordinary_word_is_found_in_the_whole_name_alone() -> None:
    scan = Scan(Registry((Entry("Zqarin de Groot"),)))
    assert list(scan.file("a.html", b"<p>De tuin is groot.</p>")) == []
    assert [leak.kind for leak in scan.file("a.html", b"<p>Zqarin kwam.</p>")] == [Category.REGISTRY]


@pytest.mark.parametrize(
    "text",
    [
        "<p>Dank aan <strong>Klein</strong> Water.</p>",
        "<tr><td>Klein</td><td>Water</td></tr>",
        "<p>Klein<br>Water</p>",
        '<text><tspan x="0">Klein</tspan> <tspan x="0">Water</tspan></text>',
    ],
)
def test_a_name_of_ordinary_words_is_found_across_what_parts_them_on_the_page(text: str) -> None:
    scan = Scan(Registry((Entry("Klein Water"),)))
    assert [leak.kind for leak in scan.file("a.html", text.encode())] == [Category.REGISTRY]
    assert list(scan.file("a.html", b"<p>Klein is het water.</p>")) == []


def test_a_name_of_a_file_that_says_too_much_is_not_repeated() -> None:
    (leak,) = SCAN.file("boek/met-zqolta.html", b"")
    assert leak.shown == "….html"
    (leak,) = SCAN.file("boek/een.html", REAL.encode())
    assert leak.shown == "boek/een.html"


def test_a_number_is_found_in_what_was_made_and_not_where_the_book_declares_it_public() -> None:
    page = b"<main><p>Bel 06-12345678 of <b>mail</b> post@voorbeeld.nl</p></main>"
    kinds = {leak.kind for leak in Scan(made=frozenset({"a.html"})).file("a.html", page)}
    assert kinds == {Category.PHONE, Category.EMAIL}
    bare = b"<p>bel < <b>06-12345678</b> > nu</p>"  # signs that stand alone make no tag of what is between them
    assert {leak.kind for leak in Scan(made=frozenset({"a.html"})).file("a.html", bare)} == {Category.PHONE}
    public = Scan(made=frozenset({"a.html"}), public=("06-12345678", "post@voorbeeld.nl"))
    assert list(public.file("a.html", page)) == []
    assert list(Scan(made=frozenset({"a.html"})).file("eigen.html", page)) == []


def written(*lines: str, author: str = "") -> bytes:
    """A PDF as a word processor writes it: letters drawn apart, with room between them."""
    writer = PdfWriter()
    page = writer.add_blank_page(300, 300)
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"), NameObject("/BaseFont"): NameObject("/Helvetica")})  # fmt: skip
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    content = DecodedStreamObject()
    content.set_data(f"BT /F1 12 Tf 20 200 Td {' '.join(lines)} ET".encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(content.flate_encode())
    if author:
        writer.add_metadata({"/Author": author})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    "raw",
    [
        written("[(Z)40(qolta)-250(Y)80(ilmaz)] TJ"),
        written("(Met \\132qolta mee.) Tj"),
        written("(iets) Tj", author=REAL),
    ],
    ids=["kerning", "escapes", "author"],
)
def test_a_name_on_a_page_of_a_pdf_is_found_as_it_is_read(raw: bytes) -> None:
    assert [leak.kind for leak in SCAN.file("a.pdf", raw)] == [Category.REGISTRY]


def test_a_pdf_that_nobody_can_search_is_told(tmp_path: Path) -> None:
    (tmp_path / "goed.pdf").write_bytes(written("(iets) Tj"))
    (tmp_path / "stuk.pdf").write_bytes(b"%PDF-1.7 niets")
    writer = PdfWriter()
    writer.add_blank_page(10, 10)
    writer.encrypt("geheim", algorithm="RC4-128")
    with (tmp_path / "slot.pdf").open("wb") as out:
        writer.write(out)
    assert {path.stem for path in tmp_path.iterdir() if can_be_read(path)} == {"goed"}


@pytest.mark.parametrize("uri", ["DATA:text/plain;BASE64,", "data:text/plain;charset=utf-8;base64,"])
def test_a_data_uri_is_read_as_browsers_read_it(uri: str) -> None:
    packed = base64.urlsafe_b64encode(REAL.encode()).rstrip(b"=").decode()
    assert [leak.kind for leak in SCAN.file("a.css", f"a{{background:url({uri}{packed})}}".encode())] == [
        Category.REGISTRY
    ]


CASE_TEXT = "De thermosfles stond er al toen zij kwam. Daarna werd het langzaam licht buiten."


def test_a_sentence_of_a_withdrawn_case_is_found_on_any_page() -> None:
    scan = Scan(withdrawn=(Tombstone("de-thermosfles", "2026-06", traces=traces_of([CASE_TEXT])),))
    quoted = "<h2>Gids</h2><p>Zij zei:\n<em>er al toen zij kwam.</em> Daarna werd het\nlangzaam licht</p>"
    assert [leak.kind for leak in scan.file("gids.html", quoted.encode())] == ["withdrawn"]
    assert [leak.kind for leak in scan.file("gids.svg", quoted.replace("h2", "text").encode())] == ["withdrawn"]
    assert [leak.kind for leak in scan.file("gids.pdf", pdf(b"BT (Daarna werd het langzaam licht buiten) Tj ET"))] == [
        "withdrawn"
    ]
    assert list(scan.file("gids.html", b"<p>Daarna werd het heel langzaam licht buiten, zei zij.</p>")) == []


@given(
    st.lists(
        st.sampled_from(
            ["de", "een", "zij", "hij", "kwam", "ging", "stil", "licht", "koffie", "water", "brug", "kade"]
        ),
        min_size=9,
        max_size=40,
    )
)
def test_a_quotation_of_nine_words_is_always_found(words: list[str]) -> None:
    stone = Tombstone("een-casus", "2026-06", traces=traces_of(["\n".join(words)]))
    quoted = " ".join(words[len(words) - 9 :]).capitalize()
    assert [leak.kind for leak in Scan(withdrawn=(stone,)).file("a.html", f"<p>{quoted}.</p>".encode())] == [
        "withdrawn"
    ]


@pytest.mark.parametrize(
    "text", ['<a href="../casussen/afscheid.html">', '<a href="casussen/afscheid">', "casussen/afscheid.md"]
)
def test_a_link_to_a_withdrawn_case_is_found(text: str) -> None:
    scan = Scan(withdrawn=(Tombstone("afscheid", "2026-06"),))
    assert [leak.kind for leak in scan.file("index.html", text.encode())] == ["withdrawn"]
    for name in ("casussen/afscheid.html", "afscheid.webp", "plaatjes/Afscheid.JPG", "kaart-afscheid.svg"):
        assert [leak.kind for leak in scan.file(name, b"")] == ["withdrawn"]


@pytest.mark.parametrize(
    "text", ["Een afscheid is nooit af.", '<a href="themas.html#theme-afscheid">', "een-afscheid.html"]
)
def test_a_word_that_is_also_the_id_of_a_withdrawn_case_is_no_trace(text: str) -> None:
    assert list(Scan(withdrawn=(Tombstone("afscheid", "2026-06"),)).file("index.html", text.encode())) == []


def test_a_file_that_did_not_change_is_searched_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site, record = tmp_path / "site", Record(tmp_path / "site", tmp_path / "cache")
    site.mkdir()
    (site / "a.html").write_text("<p>niets</p>", encoding="utf-8")
    (site / "b.html").write_text(PAGE.format(REAL), encoding="utf-8")
    leak = Leak("b.html", Category.REGISTRY)
    assert SCAN.folder(site, record) == [leak]
    searched: list[str] = []
    monkeypatch.setattr(Scan, "file", lambda _, name, __: searched.append(name) or iter(()))
    SCAN.folder(site, record)
    assert searched == ["b.html"]


def test_another_registry_searches_everything_again(tmp_path: Path) -> None:
    site, record = tmp_path / "site", Record(tmp_path / "site", tmp_path / "cache")
    site.mkdir()
    (site / "a.html").write_text("<p>Zqanders</p>", encoding="utf-8")
    assert SCAN.folder(site, record) == []
    assert Scan(Registry((Entry("Zqanders"),))).folder(site, record) == [Leak("a.html", Category.REGISTRY)]


@pytest.mark.parametrize("broken", [b"", b"{", b"[]", b'{"mark": 1}', b'{"mark": "x", "clean": 3}', b"\xff"])
def test_a_record_that_is_broken_only_costs_time(tmp_path: Path, broken: bytes) -> None:
    site, record = tmp_path / "site", Record(tmp_path / "site", tmp_path / "cache")
    site.mkdir()
    (site / "b.html").write_text(REAL, encoding="utf-8")
    record.folder.mkdir()
    record.file.write_bytes(broken)
    assert SCAN.folder(site, record) == [Leak("b.html", Category.REGISTRY)]


def test_a_record_holds_no_text_and_is_the_authors_own(tmp_path: Path) -> None:
    site, record = tmp_path / "site", Record(tmp_path / "site", tmp_path / "cache")
    site.mkdir()
    (site / "een-pagina.html").write_text("<p>iets</p>", encoding="utf-8")
    SCAN.folder(site, record)
    kept = record.file.read_text(encoding="utf-8")
    assert "pagina" not in kept
    assert "iets" not in kept
    assert record.folder.stat().st_mode & 0o077 == 0


def test_the_fonts_that_come_along_hold_no_names_but_their_files_may(tmp_path: Path) -> None:
    fonts = sorted((themes_folder() / "mensenwerk/assets/mensenwerk/fonts").glob("*.woff2"))
    assert len(fonts) == 5
    short = Scan(Registry(tuple(Entry(name) for name in ("Bo", "Li", "Ko", "Ad"))))
    assert any(list(short.file(font.name, font.read_bytes())) for font in fonts)  # packed bytes hold every short name
    for font in fonts:
        (tmp_path / font.name).write_bytes(font.read_bytes())
    assert short.folder(tmp_path) == []
    (tmp_path / "ko-1.woff2").write_bytes(fonts[0].read_bytes())
    (tmp_path / "of-another.woff2").write_bytes(b"wOF2 Ko ")
    assert [leak.file for leak in short.folder(tmp_path)] == ["ko-1.woff2", "of-another.woff2"]


def test_an_archive_made_to_explode_is_survived() -> None:
    bomb = gzip.compress(b"\0" * (100 * 1024 * 1024), 1)
    assert list(SCAN.file("a.gz", bomb)) == []


def test_broken_archives_and_pictures_are_survived() -> None:
    for raw in (
        b"\x1f\x8bxx",
        b"PK\x03\x04xx",
        b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffzTXt",
        b"%PDF stream\nxx\nendstream <zz>",
    ):
        assert list(SCAN.file("a", raw)) == []


@given(st.text(st.sampled_from("abÅé-'’“ \u0301_1٣²ßЖ<>\u00ad\ud800"), max_size=40), st.booleans())
def test_words_parted_byte_by_byte_are_those_of_the_pattern(text: str, figures_too: bool) -> None:
    """Figures may be left out where none are sought."""
    found, wanted = _words(text, figures_too), set(_WORD.findall(text))
    assert figures_too <= (found == wanted)
    assert {each for each in found if not each.isdecimal()} == {each for each in wanted if not each.isdecimal()}
