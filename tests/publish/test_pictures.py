"""Pictures are published as what they show: without where, when and by whom they were made."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image, PngImagePlugin

from mensenwerk.guards.registry import Entry, Registry
from mensenwerk.publish.pictures import PictureError, plain_picture
from mensenwerk.publish.scan import Scan

SCAN = Scan(Registry((Entry("Zqarina"),)))


def picture(form: str, **more: object) -> bytes:
    out = io.BytesIO()
    image = Image.new("RGB", (40, 20), (200, 120, 40))
    image.putpixel((0, 0), (0, 0, 0))
    exif = Image.Exif()
    exif[0x013B] = "Zqarina"  # artist
    if form == "PNG":
        info = PngImagePlugin.PngInfo()
        info.add_text("Author", "Zqarina", zip=True)
        image.save(out, form, pnginfo=info, exif=exif)
    elif form == "GIF":
        image.save(out, form, comment=b"Zqarina")
    else:
        image.save(out, form, exif=exif, **more)
    return out.getvalue()


@pytest.mark.parametrize(("name", "form"), [("a.png", "PNG"), ("a.jpg", "JPEG"), ("a.gif", "GIF"), ("a.webp", "WEBP")])
def test_what_a_program_wrote_into_a_picture_is_gone_and_the_picture_is_not(name: str, form: str) -> None:
    raw = picture(form)
    assert [leak.file for leak in SCAN.file(name, raw)] == [name]
    plain = plain_picture(name, raw)
    assert list(SCAN.file(name, plain)) == []
    with Image.open(io.BytesIO(plain)) as shown, Image.open(io.BytesIO(raw)) as before:
        assert shown.format == form
        assert shown.size == before.size
        assert dict(shown.getexif()) == {}


def test_a_photograph_that_was_taken_sideways_stays_upright() -> None:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6  # turn a quarter to the right to see it
    Image.new("RGB", (40, 20)).save(out, "JPEG", exif=exif)
    with Image.open(io.BytesIO(plain_picture("a.jpg", out.getvalue()))) as shown:
        assert shown.size == (20, 40)


def test_a_drawing_keeps_its_lines_and_nothing_else() -> None:
    raw = b"""<svg xmlns="http://www.w3.org/2000/svg" xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
      s:docname="zqarina.svg" onload="alert(1)"><!-- Zqarina --><title>Zqarina</title><metadata>Zqarina</metadata>
      <script>alert(1)</script><image href="https://example.org/x.png"/><path d="M0 0L9 9" s:note="Zqarina"/></svg>"""
    plain = plain_picture("a.svg", raw)
    assert b"M0 0L9 9" in plain
    for word in (b"Zqarina", b"zqarina", b"alert", b"example.org", b"sodipodi"):
        assert word not in plain


def test_a_photograph_inside_a_drawing_is_plain_too() -> None:
    held = base64.b64encode(picture("JPEG")).decode()
    raw = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/jpeg;base64,{held}"/></svg>'.encode()
    shown = plain_picture("a.svg", raw).decode()
    plain = shown.partition("data:image/jpeg;base64,")[2].partition('"')[0]
    assert base64.b64decode(plain) == plain_picture("a.jpg", picture("JPEG"))


@pytest.mark.parametrize(
    "inside",
    [
        "<style>path {fill: url(https://example.org/x)}</style>",
        "<style>@import '//example.org/x.css';</style>",
        "<style>path {fill: u\\72l(//example.org/x)}</style>",
        "<path style='fill:url( //example.org/x)'/>",
        "<path fill='url(//example.org/x#a)'/>",
        "<path fill='u\\72l(//example.org/x#a)'/>",
        "<image href='data:text/html;base64,ZXhhbXBsZS5vcmc='/>",
        "<image href='data:image/svg+xml,&lt;svg>example.org&lt;/svg>'/>",
        "<image href='#a'><set attributeName='href' to='//example.org/x'/></image>",
        "<style>/* example.org */ path {fill: red}</style>",
        "<a href='https://example.org'><path d='M0 0L9 9'/></a>",
    ],
)
def test_a_drawing_fetches_nothing_from_elsewhere(inside: str) -> None:
    plain = plain_picture("a.svg", f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'.encode())
    assert b"example.org" not in plain
    assert b"data:text" not in plain
    assert (b"M0 0L9 9" in plain) == ("M0 0" in inside)


def test_of_two_photographs_in_a_file_the_first_is_shown_at_its_size() -> None:
    out = io.BytesIO()
    first, second = (Image.new("RGB", (40, 20), colour) for colour in ((200, 0, 0), (0, 0, 200)))
    first.save(out, "MPO", save_all=True, append_images=[second])
    with Image.open(io.BytesIO(plain_picture("a.jpg", out.getvalue()))) as shown:
        assert (shown.format, shown.size, shown.getpixel((5, 5))[0] > 150) == ("JPEG", (40, 20), True)


@pytest.mark.parametrize("raw", [b"", b"no picture", b"<svg", b"<html/>", b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>"])
@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.svg"])
def test_what_is_no_picture_is_refused(name: str, raw: bytes) -> None:
    with pytest.raises(PictureError):
        plain_picture(name, raw)
