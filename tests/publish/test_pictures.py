"""Pictures are published as what they show: without where, when and by whom they were made."""

from __future__ import annotations

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


@pytest.mark.parametrize("raw", [b"", b"no picture", b"<svg", b"<html/>", b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>"])
@pytest.mark.parametrize("name", ["a.png", "a.jpg", "a.svg"])
def test_what_is_no_picture_is_refused(name: str, raw: bytes) -> None:
    with pytest.raises(PictureError):
        plain_picture(name, raw)
