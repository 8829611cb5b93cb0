"""The door to Typst: what goes in comes out as text, nothing else is read, and the same source gives the same bytes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from typst import TypstError

from mensenwerk.publish.typst import LettersError, compile_pdf, compile_pngs, quoted, text
from pdfs import check_readable, read_out

HEAD = '#set document(title: "Proef")\n#set text(lang: "nl", font: "Liberation Sans")\n'
NASTY = [
    "#let x = 1",
    '"; #panic("x"); #"',
    "\\",
    '\\"',
    "a\\u{41}b",
    "*vet* _schuin_ `code` $x^2$",
    "= kop",
    "- lijst + lijst / term: x",
    "<label> @verwijzing",
    "[haken] (en meer) {ook}",
    "// geen commentaar /* ook niet */",
    "--- -- ... ~ 'aanhaling' \"ook\"",
    "https://example.org/#a",
    '#image("/etc/passwd")',
    "#read(sys.inputs.x)",
    '#import "@preview/x:1.0.0"',
    "zus; dan (haar) [broer] .naam",
    "ij’s ‘café’ – één… € ½ ł ı ş Ž",
    "أختي אחות сестра αδελφή",
]
LETTERS = st.text(
    st.sampled_from("abcXYZ 0123456789#\\\"'*_`$=<>@~/-+.:;,()[]{}|^&%!?éëïñşłŁžœ–—‘’“”…€№"), min_size=1, max_size=60
)


def pdf_of(words: str) -> bytes:
    return compile_pdf(f"{HEAD}voor {text(words)}(na)")


def reads(words: str) -> str:
    return "".join(read_out(pdf_of(words)).split())


@pytest.mark.parametrize("words", NASTY[:-1])
def test_nasty_words_come_out_as_the_words_they_are(words: str) -> None:
    assert reads(words) == f"voor{''.join(words.split())}(na)"


def test_other_scripts_have_letters_too() -> None:
    found = reads(NASTY[-1])
    assert "сестраαδελφή" in found
    assert sorted(found) == sorted(f"voor{''.join(NASTY[-1].split())}(na)")


@settings(max_examples=60, deadline=None)
@given(LETTERS)
def test_what_goes_in_comes_out(words: str) -> None:
    assert reads(words) == f"voor{''.join(words.split())}(na)"


@settings(max_examples=200, deadline=None)
@given(st.text())
def test_no_words_end_their_quotes(words: str) -> None:
    """Every sign that could end a string, or a line, is written in another way."""
    inside = quoted(words)[1:-1]
    assert not set(inside) & set("\n\r\x00\u2028\u2029")
    assert inside.replace("\\\\", "").replace('\\"', "").count('"') == 0


def test_a_letter_that_no_font_has_is_told() -> None:
    with pytest.raises(LettersError) as told:
        pdf_of("een duim 👍 en 姐")
    assert told.value.letters
    assert set(told.value.letters) <= set("👍姐")


def test_what_is_not_typst_is_our_own_fault() -> None:
    with pytest.raises(TypstError):
        compile_pdf("#let")


def test_no_file_outside_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("geheim", encoding="utf-8")
    for name in (f"{tmp_path}/secret.txt", "../secret.txt"):
        with pytest.raises(TypstError):
            compile_pdf(f"{HEAD}#read({quoted(name)})")


def test_a_given_file_and_given_words_are_there() -> None:
    made = compile_pdf(f'{HEAD}#read("a.txt") #sys.inputs.b', {"a.txt": b"uit een bestand"}, {"b": "en dit"})
    assert read_out(made) == "uit een bestand en dit"


def test_the_same_source_gives_the_same_bytes() -> None:
    assert pdf_of("één zus") == pdf_of("één zus")


def test_a_pdf_can_be_read_aloud_and_kept(tmp_path: Path) -> None:
    check_readable(compile_pdf(f"{HEAD}= Een kop\nTekst."), tmp_path, language="nl", title="Proef")


def test_a_picture_without_words_is_refused() -> None:
    drawing = {"a.svg": b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9"/></svg>'}
    with pytest.raises(TypstError):
        compile_pdf(f'{HEAD}#image("a.svg")', drawing)


def test_pages_can_be_pictures() -> None:
    pictures = compile_pngs(f"{HEAD}een #pagebreak() twee", ppi=36)
    assert [Image.open(BytesIO(each)).size for each in pictures] == [(298, 421), (298, 421)]
