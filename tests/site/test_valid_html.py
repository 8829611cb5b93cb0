"""Every page of the sample casebook through the Nu Html Checker, which needs Java: MENSENWERK_VNU names its vnu.jar."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from commands import ROOT
from mensenwerk.site.run import load

OF_THE_THEME = {"md-toggle": "Attribute “autocomplete” is only allowed when the input type is"}
"""What Material's base.html causes, and no partial can mend: by a part of the element, how the message begins."""

NOT_KNOWN = ("CSS: “container-type”: Property", "CSS: Unrecognized at-rule “@container”")
"""Container queries (CSS Containment, level 3): every browser has them since 2023, the checker's reading of styles
does not. It meets them where a style sheet stands in the page itself, in one HTML file."""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    jar = os.environ.get("MENSENWERK_VNU")
    if not jar:
        pytest.skip("MENSENWERK_VNU names no vnu.jar (https://github.com/validator/validator, package vnu-jar of npm)")
    java = shutil.which("java")
    assert java, "MENSENWERK_VNU is set, and there is no Java to run it"
    site = load(ROOT / "mkdocs.yml").build(tmp_path_factory.mktemp("valid") / "site").folder
    command = [java, "-jar", jar, "--skip-non-html", "--format", "json", "--exit-zero-always", "--stdout", str(site)]
    done = subprocess.run(command, capture_output=True, check=True)  # our own arguments
    messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return messages


def of_the_theme(message: dict[str, Any]) -> bool:
    return any(
        part in message["extract"] and message["message"].startswith(said) for part, said in OF_THE_THEME.items()
    )


def test_every_page_is_valid_html_but_for_what_the_theme_alone_causes(told: list[dict[str, Any]]) -> None:
    ours = [each for each in told if each["type"] == "error" and not of_the_theme(each)]
    ours = [each for each in ours if not each["message"].startswith(NOT_KNOWN)]
    shown = {each["message"]: f"{Path(each['url']).name}:{each['lastLine']} {each['extract']}" for each in ours}
    assert shown == {}


def test_what_the_theme_causes_is_still_there(told: list[dict[str, Any]]) -> None:
    """When it is mended, the exception goes."""
    assert any(map(of_the_theme, told))
