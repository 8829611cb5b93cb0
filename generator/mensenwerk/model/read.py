"""A document → a case, or an edition: translated, validated, its rules held. All problems at once."""

from __future__ import annotations

from dataclasses import dataclass

from pydantic import ValidationError

from mensenwerk.model.case import Case
from mensenwerk.model.edition import NEEDED, OF_KIND, ONE_CASE, Edition
from mensenwerk.model.on_maps import hold_rules_on_maps
from mensenwerk.model.rest import hold_rules_on_the_rest
from mensenwerk.model.rules import hold_name_of_a_file, hold_rules
from mensenwerk.model.translate import translate
from mensenwerk.model.validate import ReadFile, tell
from mensenwerk.problems import Problems
from mensenwerk.source import Document


@dataclass(frozen=True, slots=True)
class ReadCase(ReadFile):
    """A case that holds together, and where each part of it stands."""

    case: Case


@dataclass(frozen=True, slots=True)
class ReadEdition(ReadFile):
    """An edition that holds together, and where each part of it stands."""

    edition: Edition


def read_case(document: Document, problems: Problems) -> ReadCase | None:
    """Read a case; None when a word, a form or a rule is wrong, with every fault noted."""
    problems.language = document.language
    translation = translate(document, problems)
    try:
        case = Case.model_validate(translation.data)
    except ValidationError as error:
        tell(error, ReadFile(document, translation, "Case"), problems)
        hold_rules_on_the_rest(error, document, translation, problems)
        return None
    read = ReadCase(document, translation, "Case", case)
    hold_rules(case, read.span, problems)
    if not problems.errors():  # what stands on a map can only be told when all references hold
        hold_rules_on_maps(case, read.span, problems)
    return None if problems.errors() else read


def read_edition(document: Document, problems: Problems) -> ReadEdition | None:
    """Read an edition; None when a word, a form or a rule is wrong, with every fault noted."""
    problems.language = document.language
    translation = translate(document, problems, "Edition")
    file = ReadFile(document, translation, "Edition")
    try:
        edition = Edition.model_validate(translation.data)
    except ValidationError as error:
        tell(error, file, problems)
        return None
    hold_name_of_a_file(edition.id, file.span(("id",)), problems)
    said = edition.model_fields_set
    for kind, fields in OF_KIND.items():
        if kind is not edition.kind:
            for name in sorted(fields & said):
                problems.add("edition-field", file.span((name,)), field=file.field((name,)))
    for name in NEEDED[edition.kind]:
        if not getattr(edition, name) and (name,) not in translation.failed:  # that was told already
            problems.add("edition-needs", file.span((name,)), field=file.field((name,)))
    if edition.kind in ONE_CASE and len(edition.cases) > 1:
        problems.add("edition-one-case", file.span(("cases",)))
    return None if problems.errors() else ReadEdition(document, translation, "Edition", edition)
