"""What a preview makes again when something was saved, and what it shows meanwhile."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from watchdog.events import DirDeletedEvent, DirModifiedEvent, FileModifiedEvent, FileOpenedEvent

from mensenwerk.site.live import Live, _Told

PAGE = "<html><body><article>{}</article></body></html>"


class Book:
    """A book of which every case file has a page, and one overview depends on all."""

    def __init__(self, folder: Path) -> None:
        self.settings: Any = SimpleNamespace(cases=folder / "cases", cases_shown="cases", language="nl", theme=None)
        self.reason = ""
        self.site = folder / "site"
        self.answers: dict[str, object] = {}
        self.whole = 0
        self.alone: list[str] = []

    def saved_again(self, shown: str, raw: bytes) -> str | None:
        answer = self.answers.get(shown, Path(shown).with_suffix(".html").name)
        if isinstance(answer, Exception):
            raise answer
        if answer is not None:
            (self.site / str(answer)).write_bytes(raw)
            self.alone.append(shown)
        return str(answer) if answer is not None else None

    def depends(self, uri: str) -> bool:
        return uri == "index.html"

    def build(self) -> None:
        self.whole += 1
        if isinstance(self.answers.get("all"), Exception):
            raise self.answers["all"]  # type: ignore[misc]
        texts = [file.read_text() for file in sorted((self.settings.cases).glob("[!.]*.yaml"))]
        (self.site / "index.html").write_text(PAGE.format(" ".join(texts)), encoding="utf-8")


@pytest.fixture
def book(tmp_path: Path) -> Book:
    for name in ("cases", "site"):
        (tmp_path / name).mkdir()
    for name in ("a", "b"):
        (tmp_path / f"cases/{name}.yaml").write_text(name, encoding="utf-8")
    made = Book(tmp_path)
    made.build()
    made.whole = 0
    return made


@pytest.fixture
def live(book: Book) -> Iterator[Live]:
    server = LiveReloadServer(book.build, "127.0.0.1", 0, str(book.site))
    made = Live(server, book)
    server.watch(str(book.settings.cases))
    yield made
    made._observer.stop()
    server.server_close()


def save(book: Book, name: str, text: str) -> None:
    (book.settings.cases / name).write_text(text, encoding="utf-8")


def shown(live: Live, path: str) -> str:
    return b"".join(live.answer({"PATH_INFO": path, "REQUEST_METHOD": "GET"}, lambda *_: None)).decode()


def test_of_a_case_that_was_saved_its_page_alone_is_made(live: Live, book: Book) -> None:
    save(book, "a.yaml", "anders")
    live.build()
    assert (book.alone, book.whole) == (["cases/a.yaml"], 0)


@pytest.mark.parametrize("name", [".a.yaml.swp", "a.yaml~", "4913"])
def test_what_an_editor_keeps_beside_a_case_makes_nothing_and_reloads_nobody(live: Live, book: Book, name: str) -> None:
    save(book, name, "x")
    live._server._wanted_epoch = live._server._visible_epoch + 1  # as MkDocs does before it builds
    live.build()
    assert (book.alone, book.whole) == ([], 0)
    assert live._server._wanted_epoch == live._server._visible_epoch
    save(book, "a.yaml", "anders")
    live.build()
    assert (book.alone, book.whole) == (["cases/a.yaml"], 0)


@pytest.mark.parametrize("name", ["c.yaml", "b.yaml"])
def test_a_case_that_is_new_or_concerns_others_takes_the_whole_book(live: Live, book: Book, name: str) -> None:
    book.answers |= {"cases/b.yaml": None, "cases/c.yaml": None}
    save(book, name, "anders")
    live.build()
    assert book.whole == 1


def test_a_case_that_went_takes_the_whole_book(live: Live, book: Book) -> None:
    (book.settings.cases / "b.yaml").unlink()
    live.build()
    assert book.whole == 1


def test_who_looks_at_a_page_of_all_waits_until_it_is_as_the_files_are(live: Live, book: Book) -> None:
    save(book, "a.yaml", "anders")
    live.build()
    found: list[str] = []
    reader = threading.Thread(target=lambda: found.append(shown(live, "/index.html")))
    reader.start()
    with live._server._rebuild_cond:
        assert live._server._rebuild_cond.wait_for(lambda: live._server._want_rebuild, timeout=10)
    assert found == []
    live.build()
    reader.join(timeout=10)
    assert book.whole == 1
    assert "anders b" in found[0]


def test_the_page_of_a_case_waits_for_nothing(live: Live, book: Book) -> None:
    save(book, "a.yaml", "anders")
    live.build()
    assert "anders" in shown(live, "/a.html")
    assert book.whole == 0


def test_a_case_that_is_saved_while_a_page_of_all_is_read_is_in_it(live: Live, book: Book) -> None:
    serve, times = live._app, 0

    def slow(environ: Any, start_response: Any) -> Any:
        nonlocal times
        body = list(serve(environ, start_response))
        times += 1
        if times == 1:
            save(book, "a.yaml", "anders")
            live.build()
            threading.Timer(0.3, live.build).start()
        return body

    live._app = slow
    assert "anders b" in shown(live, "/index.html")
    assert (times, book.whole) == (2, 1)


def test_who_asks_while_a_page_is_being_made_again_gets_the_whole_book_too(live: Live, book: Book) -> None:
    save(book, "a.yaml", "anders")
    live.build()
    found: list[str] = []
    reader = threading.Thread(target=lambda: found.append(shown(live, "/index.html")))
    make_again = book.saved_again

    def meanwhile(name: str, raw: bytes) -> str | None:
        reader.start()
        with live._server._rebuild_cond:
            assert live._server._rebuild_cond.wait_for(lambda: live._server._want_rebuild, timeout=10)
        return make_again(name, raw)

    book.saved_again = meanwhile  # type: ignore[method-assign]
    save(book, "b.yaml", "ook anders")
    live.build()
    book.saved_again = make_again  # type: ignore[method-assign]
    live.build()
    reader.join(timeout=10)
    assert not reader.is_alive()
    assert "anders ook anders" in found[0]


@pytest.mark.parametrize("reason", [PluginError("Dit kan niet."), RuntimeError("Dit kan niet.")])
def test_what_goes_wrong_is_told_and_the_next_book_is_made_whole(live: Live, book: Book, reason: Exception) -> None:
    book.answers["cases/a.yaml"] = reason
    save(book, "a.yaml", "anders")
    live.build()
    assert "Dit kan niet." in shown(live, "/index.html")
    save(book, "b.yaml", "ook anders")
    live.build()
    assert book.whole == 1
    assert "Dit kan niet." not in shown(live, "/index.html")
    assert "anders ook anders" in shown(live, "/index.html")


def test_a_whole_book_that_fails_is_tried_again_whole(live: Live, book: Book) -> None:
    book.answers |= {"cases/a.yaml": None, "all": OSError("De schijf is vol.")}
    save(book, "a.yaml", "anders")
    live.build()
    assert "De schijf is vol." in shown(live, "/index.html")
    del book.answers["all"]
    save(book, "b.yaml", "ook anders")
    live.build()
    assert book.whole == 2
    assert "anders ook anders" in shown(live, "/index.html")


@pytest.mark.parametrize(
    ("theme", "path", "stays"),
    [
        (None, "/assets/mensenwerk/site.css", True),
        (None, "/a.html", False),
        (None, "/assets/own.css", False),
        (Path("own"), "/assets/mensenwerk/site.css", False),
    ],
)
def test_a_browser_keeps_what_comes_along_unless_an_author_has_a_theme_of_their_own(
    live: Live, book: Book, theme: Path | None, path: str, stays: bool
) -> None:
    book.settings.theme = theme
    file = book.site / path.lstrip("/")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("x", encoding="utf-8")
    told: list[tuple[str, str]] = []
    live.answer({"PATH_INFO": path, "REQUEST_METHOD": "GET"}, lambda _, headers: told.extend(headers))
    assert ("Cache-Control" in dict(told)) == stays


def test_it_is_told_of_what_is_written_and_not_of_what_is_read() -> None:
    told: list[str] = []
    watcher = _Told(lambda: told.append("written"))
    for event in (FileOpenedEvent("a"), DirModifiedEvent("a")):
        watcher.on_any_event(event)
    assert told == []
    for event in (FileModifiedEvent("a"), DirDeletedEvent("a")):  # a folder that is moved out tells of nothing else
        watcher.on_any_event(event)
    assert len(told) == 2
