"""Our templates stand in for files of Material for MkDocs. When one of those changes, somebody looks."""

import hashlib
from importlib.resources import files
from pathlib import Path

import pytest

THEME = Path(__file__).parents[2] / "themes" / "mensenwerk"
MATERIAL = Path(str(files("material"))) / "templates"

# Of Material for MkDocs 9.8.2. base.html and content.html are not replaced but built upon.
ORIGINALS = {
    "404.html": "80c93494b5432b1bcdf292caeb67a0653c45b37372f49e08ad4a70ca695a7495",
    "base.html": "a919e32d2225e09ecbdeb8076ca6ce9ca0836329760bf7871a04172569b77842",
    "main.html": "9948b55a7bc979c35825df99baba9e6971fca4eb298dea3cdde61e990a2de5e0",
    "partials/alternate.html": "572b1d4dae611aa5fd65107edec95e44331b6141abf86834ea4dc6c1ddd7241b",
    "partials/content.html": "ce33929c85af129f6e2f3b0aed47159e9c4a519482d1938bae15f5ff4a3cfae5",
    "partials/footer.html": "50c2a75f013b7b03fb97f381860c77df8fd5d13d68f90d3281754b68f69ec894",
    "partials/header.html": "8cf3fb15bcf969ff596649616fd99366b3c31c08d57a86d05308efc16d8fa75f",
    "partials/javascripts/palette.html": "8790389765ea6036effddba548b15093bb05bdc75624eaeaf8b13f3c24be4ab5",
    "partials/nav.html": "af33f6e032f632eb055c365eb5f1a975bf8456152fa768e69a1aad6d470b843f",
    "partials/palette.html": "fb935107ae7d3d7475965019eec36c1ad72bf1d154254dab2474921fcd2710e3",
    "partials/toc.html": "fde48f583563364b0e0e6865a5ab1e7060ec1826161f69f5cbee653e621b0f84",
}


@pytest.mark.parametrize("name", ORIGINALS)
def test_an_original_is_the_one_that_we_know(name: str) -> None:
    found = hashlib.sha256((MATERIAL / name).read_text(encoding="utf-8").encode()).hexdigest()
    assert found == ORIGINALS[name], (
        f"Material's {name} is not the one that themes/mensenwerk was made for. Compare it with the file of "
        f"9.8.2, bring over what matters (new blocks, variables, settings), run tests/site with a browser, "
        f"then record {found} here."
    )


def test_every_template_that_replaces_an_original_is_recorded() -> None:
    ours = {file.relative_to(THEME).as_posix() for file in THEME.rglob("*.html")}
    replaced = {name for name in ours if (MATERIAL / name).is_file()}
    assert replaced <= set(ORIGINALS)
    assert set(ORIGINALS) - replaced == {"base.html", "partials/content.html"}
