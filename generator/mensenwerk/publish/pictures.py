"""A picture → the same picture without what a camera or a program wrote into it.

A photograph tells where it was taken, a drawing who saved it and in which folder. What is left is what can be seen:
looking at that is left to people.
"""

from __future__ import annotations

import base64
import io
import re
from pathlib import Path
from xml.etree import ElementTree as ET

from PIL import Image, ImageOps, UnidentifiedImageError

PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"})

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_TELLING = {"metadata", "title", "desc"}
_RUNNING = {"script", "foreignObject", "iframe", "audio", "video", "set", "animate", "animateTransform"}
_DROPPED = _TELLING | _RUNNING | {"animateMotion"}
_WITHIN = re.compile(r"\s*#")
_INSIDE = re.compile(r"\s*data:image/(png|jpeg|gif|webp|svg\+xml);base64,([\sA-Za-z0-9+/=]*)", re.IGNORECASE)
_REACHES = re.compile(r"url\(\s*(?!['\"]?#)|@import|\\", re.IGNORECASE)
"""What fetches something from elsewhere in a style; a backslash can spell either of them."""
_CSS_COMMENT = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_DECLARATION = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


class PictureError(Exception):
    """This is no picture of the kind that its name says, or one that is not safe to open."""


def plain_picture(name: str, raw: bytes) -> bytes:
    """The bytes of a picture without EXIF, texts, comments or anything that runs. Raises `PictureError`."""
    if name.lower().endswith(".svg"):
        return _plain_svg(raw)
    try:
        with Image.open(io.BytesIO(raw)) as picture:
            return _plain_pixels(picture)
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError) as reason:
        raise PictureError from reason


def can_be_plain(path: Path) -> bool:
    """Whether a picture can be published as what it shows alone."""
    try:
        plain_picture(path.name, path.read_bytes())
    except (PictureError, OSError):
        return False
    return True


def _plain_pixels(picture: Image.Image) -> bytes:
    form = picture.format or "PNG"
    out = io.BytesIO()
    if form in ("JPEG", "MPO"):  # a phone may put more than one photograph in a file: the first is what is seen
        upright = ImageOps.exif_transpose(picture)
        turned = upright.size != picture.size or picture.getexif().get(0x0112, 1) != 1
        upright.info.clear()
        if turned or form == "MPO":
            upright.save(out, "JPEG", quality=92)
        else:
            _keep(picture, "progressive", "progression")
            picture.save(out, "JPEG", quality="keep", exif=b"", icc_profile=None, comment=b"")
    elif getattr(picture, "n_frames", 1) > 1:  # a moving picture keeps its frames and their time, nothing else
        _keep(picture, "duration", "loop", "transparency", "disposal")
        picture.save(out, form, save_all=True)
    else:
        picture.load()
        _keep(picture, "transparency", "gamma")
        picture.save(out, form, **({"lossless": True} if form == "WEBP" else {}))
    return out.getvalue()


def _keep(picture: Image.Image, *wanted: str) -> None:
    """Forget everything that is told of a picture, but for what is needed to show it."""
    for key in [key for key in picture.info if key not in wanted]:
        del picture.info[key]


def _plain_svg(raw: bytes) -> bytes:
    if _DECLARATION.search(raw):  # entities can grow without bound, and reach outside
        raise PictureError
    try:
        root = ET.fromstring(raw)  # noqa: S314  # without declarations there is nothing to expand; comments are dropped
        if root.tag != f"{{{_SVG}}}svg":
            raise PictureError
        _strip(root)
    except (ET.ParseError, ValueError, RecursionError) as reason:
        raise PictureError from reason
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _XLINK)
    return bytes(ET.tostring(root, encoding="utf-8"))


def _strip(element: ET.Element) -> None:
    for child in list(element):
        space, _, name = str(child.tag)[1:].rpartition("}")
        if space != _SVG or name in _DROPPED:
            element.remove(child)
        elif name == "style":
            child.text = _plain_style("".join(child.itertext()))
            child[:] = []
        else:
            if name == "a":  # what it leads to is left out, what it holds is part of the drawing
                child.tag = f"{{{_SVG}}}g"
            _strip(child)
    for key in list(element.attrib):
        space, _, name = key[1:].rpartition("}") if key.startswith("{") else ("", "", key)
        value = element.attrib[key]
        if (space and space != _XLINK) or name.startswith(("on", "data-", "inkscape")):
            del element.attrib[key]
        elif name == "href":
            element.set(key, _plain_link(value))
        elif name == "style" or _REACHES.search(value):
            element.set(key, _plain_style(value))


def _plain_style(style: str) -> str:
    """A style without notes; none at all where it would fetch something."""
    style = _CSS_COMMENT.sub("", style)
    return "" if _REACHES.search(style) else style


def _plain_link(link: str) -> str:
    """A link to a place in the same drawing, or a picture that is carried along, plain too; else nothing."""
    if _WITHIN.match(link):
        return link
    carried = _INSIDE.fullmatch(link)
    if carried is None:
        return "#"
    kind = carried[1].lower()
    plain = plain_picture(f"x.{kind.removesuffix('+xml')}", base64.b64decode(carried[2]))
    return f"data:image/{kind};base64,{base64.b64encode(plain).decode()}"
