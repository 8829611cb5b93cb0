"""The plugin's options in mkdocs.yml → the settings of a casebook."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.config.defaults import MkDocsConfig

from mensenwerk.casebook import EngineName, Settings
from mensenwerk.ecomap.notation import DEFAULT
from mensenwerk.model.words import Audience
from mensenwerk.pages.dialect import Dialect
from mensenwerk.problems import Language
from mensenwerk.publish.readers import as_readers_see, asks_network
from mensenwerk.site.downloads import DownloadsOption
from mensenwerk.site.own_pages import own_files, own_pages


class Options(base.Config):  # type: ignore[no-untyped-call]
    """Options of the plugin `mensenwerk` in mkdocs.yml."""

    cases = c.Type(str, default="content/cases")
    """The folder with case files, from the folder of mkdocs.yml."""
    references = c.Type(str, default="content/references.yaml")
    """The literature."""
    editions = c.Type(str, default="content/editions")
    """The folder with guides, case studies, conversations and briefings; it need not be there."""
    withdrawn = c.Type(str, default="content/withdrawn.yaml")
    """Tombstones of cases that were taken back."""
    contact = c.Type(str, default="")
    """Whom a reader asks to have something removed: a few words, an address or a link; public by intention."""
    audience = c.Choice([audience.value for audience in Audience], default=Audience.PUBLIC.value)
    """For whom the book is made."""
    notation = c.Type(str, default=DEFAULT)
    """How maps are drawn where a case does not say so: the name of a file in themes/notations."""
    translation = c.Type(str, default="")
    """The mkdocs.yml of the same book in the other language, beside this one: it goes into the same site."""
    form = c.Type(bool, default=False)
    """Whether the book carries the form to make a case with, and leads to it."""
    engine = c.Choice(["auto", "wasi", "dot"], default="auto")
    """What draws: Graphviz inside the program, the system's, or the first that works."""
    downloads = DownloadsOption()
    """What readers can take along: `book`, `cases`, `editions`, each as `pdf`, `html` or both."""


def settings_of(options: Options, config: MkDocsConfig, *, preview: bool = False, alone: bool = False) -> Settings:
    """Settings with places made absolute from the folder of mkdocs.yml. A `preview` has drafts too, and stays with its
    author, as does what is made `alone`."""
    root = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
    theme = Path(config.theme.custom_dir) if config.theme.custom_dir else None
    files = own_files(config, preview=preview)
    return Settings(
        cases=root / options.cases,
        cases_shown=options.cases,
        pages=Path(config.docs_dir),
        pages_shown=_shown(Path(config.docs_dir), root),
        references=root / options.references,
        references_shown=options.references,
        editions=root / options.editions,
        editions_shown=options.editions,
        withdrawn=root / options.withdrawn,
        withdrawn_shown=options.withdrawn,
        month=datetime.now(tz=UTC).strftime("%Y-%m"),
        audience=Audience(options.audience),
        alone=preview or alone,
        book=str(config.site_name or ""),
        translated=bool(options.translation),
        contact=options.contact,
        language=language_of(config),
        notation=options.notation,
        notations=root / "themes" / "notations",
        settings_shown=Path(config.config_file_path).name if config.config_file_path else "mkdocs.yml",
        form=options.form,
        engine=cast(EngineName, options.engine),  # MkDocs has checked the choice
        theme=theme,
        theme_shown=_shown(theme, root) if theme else "",
        own_pages=own_pages(files),
        own_files=tuple(files),
        dialect=Dialect(tuple(config.markdown_extensions), config.mdx_configs),
    )


_LEAKY = {
    "pymdownx.snippets": "any file of this computer",
    "pymdownx.b64": "pictures with where and when they were taken",
    "git-authors": "names of authors",
    "git-committers": "names of authors",
    "git-committers-2": "names of authors",
    "git-revision-date": "dates of your work",
    "git-revision-date-localized": "dates and names of your work",
}
"""What reads more into a page than its author sees."""


def unfit_settings(config: MkDocsConfig) -> str:
    """What in mkdocs.yml no casebook can be made with, in words; empty when it can."""
    if config.theme.name != "material":
        return "mkdocs.yml: Mensenwerk builds on Material for MkDocs; write “theme: {name: material}”."
    for name in (*config.plugins, *config.markdown_extensions):
        what = _LEAKY.get(name.partition(":")[0])
        if what:
            return f"mkdocs.yml: “{name}” puts {what} into pages. Leave it out of a casebook."
    if config.theme.get("language", "nl") not in ("nl", "en"):
        return "mkdocs.yml: theme.language is nl or en; those are the languages that Mensenwerk speaks."
    for name in ("extra_css", "extra_javascript"):
        if any("//" in str(each) for each in config[name]):
            return (
                f"mkdocs.yml: {name} would ask the network for something on every page. Put the file beside your pages."
            )
    for name in ("copyright", "site_description", "site_name", "site_author"):
        said = str(config[name] or "")
        if asks_network(said) or as_readers_see(said) != said:
            return f"mkdocs.yml: {name} holds a note, or something that asks the network. It stands on every page."
    return ""


def _shown(path: Path, root: Path) -> str:
    """A place as messages call it: from the folder of mkdocs.yml, never where that lies on someone's computer."""
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name


def language_of(config: MkDocsConfig) -> Language:
    """The language of the book: that of the theme."""
    said = config.theme.get("language", "nl")
    return "en" if str(said).startswith("en") else "nl"
