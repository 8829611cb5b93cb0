"""A browser that cannot reach the network, and a small site in this theme to look at with it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from mkdocs.commands.build import build
from mkdocs.config import load_config
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from mensenwerk.pages import Addresses
from mensenwerk.pages.search_page import search_page
from mensenwerk.publish.page_text import page_text
from mensenwerk.publish.search_files import write_search
from mensenwerk.publish.search_index import SearchEntry

ROOT = Path(__file__).parents[2]
ARGUMENTS = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

Visit = Callable[..., Page]
SiteBuilder = Callable[..., Path]
AxeCheck = Callable[[Page], list[str]]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium. Without one these tests are skipped, unless MENSENWERK_REQUIRE_BROWSER=1."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        reason = "no Chromium on this machine; install the system's package, for example: apt install chromium"
        if os.environ.get("MENSENWERK_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(
            executable_path=chromium, args=[*ARGUMENTS, *(["--no-sandbox"] if as_root else [])]
        )
        yield started
        started.close()


@dataclass(slots=True)
class Recorder:
    """What a page asked for and complained about, which ought to be nothing but its own files."""

    found: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """From now on, until the page closes."""
        page.on("request", lambda request: self._request(request.url))
        page.on("console", lambda said: self._note(f"console: {said.text}", said.type == "error"))
        page.on("pageerror", lambda error: self._note(f"error on the page: {error}", True))
        page.on(
            "requestfailed",  # a request is aborted when the page is left before its icon has come
            lambda request: self._note(f"missing: {request.url}", request.failure != "net::ERR_ABORTED"),
        )

    def _request(self, url: str) -> None:
        self._note(f"request to the network: {url}", not url.startswith(("file:", "data:", "blob:")))

    def _note(self, text: str, matters: bool) -> None:
        if matters:
            self.found.append(text)


@pytest.fixture
def requests_and_errors() -> Iterator[Recorder]:
    """Fails the test when a page that was watched asked the network for something or reported an error."""
    recorder = Recorder()
    yield recorder
    assert recorder.found == []


@pytest.fixture
def visit(browser: Browser, requests_and_errors: Recorder) -> Iterator[Visit]:
    """`visit(path, width=1280, dark=False, script=True)` opens a file as a double-click would, offline."""
    contexts: list[BrowserContext] = []

    def open_page(path: Path | str, *, width: int = 1280, dark: bool = False, script: bool = True) -> Page:
        context = browser.new_context(
            offline=True,
            viewport={"width": width, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
        )
        contexts.append(context)
        page = context.new_page()
        requests_and_errors.watch(page)
        page.goto(path.as_uri() if isinstance(path, Path) else path)
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def axe() -> AxeCheck:
    """What axe finds wrong by WCAG 2.2 A and AA or by good practice, a line each. `preload` would use XHR."""

    def check(page: Page) -> list[str]:
        response = Axe().run(page, options={"resultTypes": ["violations"], "preload": False}).response
        return [
            f"{violation['id']}: {node['target']} {node['failureSummary']}"
            for violation in response["violations"]
            for node in violation["nodes"]
        ]

    return check


@pytest.fixture(scope="session")
def build_site(tmp_path_factory: pytest.TempPathFactory) -> SiteBuilder:
    """`build_site(language="nl")` builds tiny_docs in the theme, with a search page, and gives the folder."""

    def make(language: str = "nl", **settings: object) -> Path:
        work = tmp_path_factory.mktemp(f"site-{language}")
        docs = work / "docs"
        shutil.copytree(Path(__file__).parent / "tiny_docs", docs)
        search_uri = "zoeken.html" if language == "nl" else "search.html"
        (docs / search_uri).with_suffix(".md").write_text(_search_page(language), encoding="utf-8")
        config_file = work / "mkdocs.yml"
        config_file.write_text(yaml.safe_dump(_settings(language, search_uri) | settings), encoding="utf-8")
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("NO_MKDOCS_2_WARNING", "1")
            build(load_config(str(config_file)))
        site = work / "site"
        write_search(site, _entries(site), language)
        return site

    return make


@pytest.fixture(scope="session")
def site(build_site: SiteBuilder) -> Path:
    """The Dutch small site."""
    return build_site()


def _settings(language: str, search_uri: str) -> dict[str, object]:
    """The mkdocs.yml that the theme is made for."""
    return {
        "site_name": "Een klein boek",
        "use_directory_urls": False,
        "plugins": [],
        "nav": [
            {"Begin": "index.md"},
            {"Casussen": "casussen/index.md"},
            {"Praktijkgids": ["gids/index.md", "gids/vragen.md"]},
        ],
        "not_in_nav": "/casussen/*.md\n/zoeken.md\n/search.md\n",
        "theme": {
            "name": "material",
            "custom_dir": str(ROOT / "themes" / "mensenwerk"),
            "language": language,
            "font": False,
            "favicon": "assets/mensenwerk/favicon.svg",
            "features": ["navigation.footer"],
            "palette": [
                {"media": "(prefers-color-scheme: light)", "scheme": "default"},
                {"media": "(prefers-color-scheme: dark)", "scheme": "slate"},
            ],
        },
        "markdown_extensions": ["admonition", "footnotes", "attr_list", "md_in_html", "tables"],
        "extra": {"generator": False, "mensenwerk": {"search_uri": search_uri}},
    }


def _search_page(language: str) -> str:
    return search_page(Addresses(language)).markdown  # type: ignore[arg-type]


def _entries(site: Path) -> list[SearchEntry]:
    entries = []
    for file in sorted(site.rglob("*.html")):
        article = file.read_text(encoding="utf-8").partition("<article")[2].partition("</article>")[0]
        text = page_text(f"<article{article}")
        entries.append(SearchEntry(file.relative_to(site).as_posix(), text[:40], "Casus", text))
    return entries
