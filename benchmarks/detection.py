"""What do the detectors find, and how often do they cry wolf? Per category, per origin, and in ordinary prose.

Run: python benchmarks/detection.py [FILE.nl.tsv FILE.en.tsv …]

Without files: the sets and the prose under tests/guards, as Markdown tables for benchmarks/README.md. A file of
your own has a line for each sentence: a category (or `clean`), a tab, and the sentence with what identifies
someone between ⟦ and ⟧. With -v before the files: the sentences that were missed or flagged.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "guards"))

from marked import PROSE, SETS, fill, frames, names, read_set

from mensenwerk.guards.detect import detect
from mensenwerk.problems import Language


LANGUAGES: tuple[Language, ...] = ("nl", "en")


def say(text: str = "") -> None:
    print(text)


def sentences(paths: list[Path], verbose: bool) -> None:
    """Recall and false alarms of each set; then recall per category and language, over all of them."""
    found, total = Counter[tuple[str, Language]](), Counter[tuple[str, Language]]()
    say("| set | found | recall | clean sentences flagged |\n|---|---|---|---|")
    for path in paths:
        hit = every = flagged = clean = 0
        for row in read_set(path):
            if row.category == "clean":
                clean += 1
                flagged += bool(row.hits())
                if row.hits() and verbose:
                    say(f"  flagged: {row.text}  {[(h.category.value, row.text[h.start : h.end]) for h in row.hits()]}")
                continue
            every += 1
            total[row.category, row.language] += 1
            if row.found():
                hit += 1
                found[row.category, row.language] += 1
            elif verbose:
                say(f"  missed ({row.category}): {row.text}")
        say(f"| {path.name} | {hit} of {every} | {100 * hit / max(every, 1):.1f}% | {flagged} of {clean} |")
    say("\n| category | Dutch | English |\n|---|---|---|")
    for category in sorted({category for category, _ in total}):
        cells = [f"{found[category, each]} of {total[category, each]}" for each in LANGUAGES]
        say(f"| {category} | {' | '.join(cells)} |")


def origins(language: Language, verbose: bool) -> None:
    """Recall of names per origin: every name in three frames in turn."""
    found, total = Counter[str](), Counter[str]()
    missed: dict[str, list[str]] = defaultdict(list)
    lines = frames(language)
    for number, (origin, given, surname) in enumerate(names()):
        for step in range(3):
            row = fill(lines[(number * 3 + step) % len(lines)], given, surname, language)
            total[origin] += 1
            if row.found():
                found[origin] += 1
            else:
                missed[origin].append(row.text)
    for origin in sorted(total):
        say(
            f"| {origin} ({language}) | {found[origin]} of {total[origin]} | {100 * found[origin] / total[origin]:.1f}% |"
        )
        if verbose:
            for text in missed[origin][:12]:
                say(f"    {text}")


def prose(path: Path, verbose: bool) -> None:
    """Findings in prose in which there is nothing to find."""
    language: Language = "en" if ".en." in path.name else "nl"
    text = path.read_text(encoding="utf-8")
    words = len(re.findall(r"\w+", text))
    findings: Counter[str] = Counter()
    for paragraph in text.split("\n\n"):
        for hit in detect(paragraph, language):
            findings[f"{hit.category.value}: {paragraph[hit.start : hit.end]}"] += 1
    every = sum(findings.values())
    say(f"| {path.name} | {words} | {every} | {1000 * every / words:.1f} | {len(findings)} |")
    if verbose:
        say("   " + "; ".join(f"{key} ({count})" for key, count in findings.most_common()))


def main() -> None:
    verbose = "-v" in sys.argv
    paths = [Path(each) for each in sys.argv[1:] if not each.startswith("-")]
    sentences(paths or sorted(SETS.glob("*.*.tsv")), verbose)
    if paths:
        return
    say("\n| names | found | recall |\n|---|---|---|")
    for language in LANGUAGES:
        origins(language, verbose)
    say("\n| prose | words | findings | per 1,000 words | distinct |\n|---|---|---|---|---|")
    for path in sorted(PROSE.glob("*.md")):
        prose(path, verbose)


if __name__ == "__main__":
    main()
