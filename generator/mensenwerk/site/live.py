"""A preview that is there at once: of a case that was saved, its page alone is made again while it is looked at.

All other pages are made again when someone asks for one of them; until then they are as they were, and nobody has seen
them. What the author sees is always what `build` would make of the files as they are.
"""

from __future__ import annotations

import logging
import os
import re
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from mensenwerk.casebook import Settings
from mensenwerk.problems import Problems
from mensenwerk.publish.search_index import FOLDER
from mensenwerk.site.preview import instead
from mensenwerk.source import is_case_file, read_bytes

log = logging.getLogger("mkdocs.plugins.mensenwerk.preview")

PAUSE = 0.02
"""Seconds in which nothing is written before a page is made again: an editor may write a file in two goes."""
_WRITTEN = frozenset(["modified", "created", "deleted", "moved", "closed"])
"""What happens to a file when someone writes; that it is opened or read is no reason to build."""
_OURS = f"{FOLDER}/"
STAYS = 600
"""Seconds that a browser may keep what comes along with the program."""
Seen = dict[str, tuple[int, int]]
"""Files by their path: when each was written, and how large it is."""


class Book(Protocol):
    """The book of a preview as it was made last. `reason`: why it could not be made; MkDocs keeps that to itself."""

    settings: Settings
    reason: str

    def saved_again(self, shown: str, raw: bytes) -> str | None:
        """Make the page of a case file again, and say where it stands in the site; None where the whole book has to be
        made."""

    def depends(self, uri: str) -> bool:
        """Whether anything that stands there can change when a case does that is not its own."""


class Live:
    """A preview that lives on when no book can be made at all: what was there is shown, with what is wrong above it."""

    def __init__(self, server: LiveReloadServer, book: Book) -> None:
        self.wrong = ""
        self._server, self._book = server, book
        self._builder = server.builder
        self._app: Callable[[Any, Any], Iterable[bytes]] = server.get_app()  # type: ignore[assignment]
        self._watched: list[Path] = []
        self._made_again: set[str] = set()
        """Pages that were made again since the whole book was: what depends on them is not as the files are."""
        self._waiting = 0
        """Who asked for a page that depends on them."""
        self._broken = False
        """Whether the last build stopped half-way: then the next one is whole."""
        self._done = threading.Condition()
        self._files: Seen = {}
        self._watch_natively()
        server.builder = self.build
        server.build_delay = PAUSE
        server.set_app(self.answer)

    def build(self) -> None:
        """Make again what has to be. What the author can mend is kept to be shown, and MkDocs goes on as if there were
        a new book."""
        before, self._files = self._files, self._seen()
        changed = {path for path in before.keys() | self._files.keys() if before.get(path) != self._files.get(path)}
        folder = self._book.settings.cases.resolve()
        changed -= {path for path in changed if Path(path).parent == folder and not is_case_file(Path(path))}
        if not changed and not self._waiting:  # told twice, or of what an editor keeps beside a case
            self._server._wanted_epoch = self._server._visible_epoch
            return
        whole, self._broken = bool(self._waiting) or self._broken, True
        try:
            if whole or not self._pages_alone(changed, folder):
                self.wrong = ""
                self._builder()
                self._made_again = set()
            self._broken = False
        except (MkDocsException, SystemExit) as reason:
            self.wrong = self._book.reason or str(reason)
            log.error("%s", self.wrong)
        except Exception as reason:
            self.wrong = f"{type(reason).__name__}: {reason}"
            log.exception("%s", self.wrong)
        finally:
            with self._done:
                if self._broken:
                    self._made_again = set()  # what is wrong stands above every page
                self._done.notify_all()

    def _pages_alone(self, changed: Iterable[str], folder: Path) -> bool:
        """Whether it was enough to make the pages of the case files, in `folder`, that changed."""
        settings = self._book.settings
        for path in sorted(changed):
            file = Path(path)
            if path not in self._files or file.parent != folder:
                return False
            shown = f"{settings.cases_shown}/{file.name}"
            raw = read_bytes(file, shown, Problems(settings.language))
            uri = self._book.saved_again(shown, raw) if raw is not None else None
            if uri is None:
                return False
            self._made_again.add(uri)
        return True

    def answer(self, environ: Any, start_response: Any) -> Iterable[bytes]:
        """A page as it would be built; when no book can be made, as it was, with what is wrong at its beginning."""
        path = environ.get("PATH_INFO", "")
        if path.startswith("/livereload/"):
            return self._app(environ, start_response)
        told: list[Any] = []
        while True:
            with self._server._epoch_cond:
                self._server._epoch_cond.wait_for(lambda: self._server._visible_epoch == self._server._wanted_epoch)
            if self._made_again and self._depends(path):
                self._wait_for_the_whole()
            told.clear()
            found = self._app(environ, lambda status, headers, *_: told.extend((status, headers)))
            body = b"".join(found)
            getattr(found, "close", lambda: None)()
            if not (self._made_again and self._depends(path)):  # otherwise a case was saved while this was read
                break
        status, headers = told
        if self.wrong and path.endswith((".html", "/")):
            above = instead(self.wrong, self._book.settings).encode()
            body = re.sub(rb"<article[^>]*>", lambda begin: begin[0] + above, body, count=1)
            headers = [(name, value) for name, value in headers if name.lower() != "content-length"]
            headers.append(("Content-Length", str(len(body))))
        if self._stays(path) and status.startswith("200"):
            headers.append(("Cache-Control", f"max-age={STAYS}"))
        start_response(status, headers)
        return [body]

    def _stays(self, path: str) -> bool:
        """Whether a file comes along with the program: a browser that looks again need not ask for it again."""
        uri = path.removeprefix(self._server.mount_path)
        return uri.startswith(_OURS) and not self._book.depends(uri) and self._book.settings.theme is None

    def _depends(self, path: str) -> bool:
        """Whether what stands at an address is not as the files are."""
        if not path.startswith(self._server.mount_path):
            return False
        uri = path.removeprefix(self._server.mount_path)
        uri += "index.html" if uri.endswith("/") or not uri else ""
        return uri not in self._made_again and self._book.depends(uri)

    def _wait_for_the_whole(self) -> None:
        with self._done:
            self._waiting += 1
            self._build_soon()
            self._done.wait_for(lambda: not self._made_again)
            self._waiting -= 1

    def _build_soon(self) -> None:
        with self._server._rebuild_cond:
            self._server._want_rebuild = True
            self._server._rebuild_cond.notify_all()

    def _watch_natively(self) -> None:
        """Be told at once by the system when a file in a folder changes. MkDocs goes on looking twice a second: on some
        folders, such as those of a network, the system tells nothing."""
        self._observer = Observer()
        self._observer.start()
        self._polled, self._told = self._server.watch, _Told(self._build_soon)
        self._server.watch = self.watch  # type: ignore[method-assign]
        for path in list(self._server._watched_paths):
            self.watch(path)

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        """As MkDocs' own, which plugins know."""
        self._polled(path, func, recursive=recursive)
        place = Path(path).resolve()
        if place in self._watched:
            return
        self._watched.append(place)
        self._files |= dict(_files(place))
        if place.is_dir():
            with suppress(OSError):  # no more than so many folders can be watched, or not this kind of folder
                self._observer.schedule(self._told, str(place), recursive=recursive)

    def _seen(self) -> Seen:
        return {path: stat for place in self._watched for path, stat in _files(place)}


class _Told(FileSystemEventHandler):
    """Tells when someone wrote."""

    def __init__(self, written: Any) -> None:
        self._written = written

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _WRITTEN and not (event.is_directory and event.event_type == "modified"):
            self._written()


def _files(place: Path) -> Iterator[tuple[str, tuple[int, int]]]:
    """The files at a place. One that goes while we look is not there."""
    inside = [place] if place.is_file() else (Path(at, name) for at, _, names in os.walk(place) for name in names)
    for path in inside:
        try:
            stat = path.stat()
        except OSError:
            continue
        yield str(path), (stat.st_mtime_ns, stat.st_size)
