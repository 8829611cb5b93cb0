"""Pictures of an author's own, on their way into the site: without where and when they were taken."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mensenwerk.publish.pictures import PICTURES, plain_picture


def put_plain_pictures(files: Files, config: MkDocsConfig) -> None:
    """Let every picture of the author's own, among pages or in a theme, be published as its pixels alone."""
    own = {config.docs_dir, config.theme.custom_dir}
    for file in list(files):
        if file.src_dir in own and file.abs_src_path and Path(file.src_uri).suffix.lower() in PICTURES:
            plain = plain_picture(file.src_uri, Path(file.abs_src_path).read_bytes())
            made = File.generated(config, file.src_uri, content=plain, inclusion=file.inclusion)
            files.remove(file)
            files.append(made)
