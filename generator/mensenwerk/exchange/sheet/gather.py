"""The sheets of a spreadsheet → a document as a case file would give it, with the cell of each value. Then the case is
read as any other, and everything that is wrong is told at once, each at its cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mensenwerk.exchange.sheet.cells import read_cell
from mensenwerk.exchange.sheet.grid import Grid
from mensenwerk.exchange.sheet.growing import Growing
from mensenwerk.exchange.sheet.headings import Row, Sheet, sheets_in
from mensenwerk.exchange.sheet.mending import in_words_of_a_sheet
from mensenwerk.exchange.sheet.plan import (
    ABOUT,
    CENTRE,
    FIELD,
    MAP,
    MEMBERS,
    OTHER,
    VALUE,
    WHO,
    Column,
    Key,
    Name,
    case_rows,
    columns,
    folded,
    in_words,
    sheet_name,
    shown,
)
from mensenwerk.exchange.sheet.rest import is_nothing, node_at, path_of
from mensenwerk.model import ReadCase, read_case, vocabulary
from mensenwerk.model.shape import alternatives, definitions
from mensenwerk.model.suggest import closest
from mensenwerk.problems import Problems, Span
from mensenwerk.source import Document, Path, Scalar

_LISTS: tuple[Name, ...] = ("maps", "dilemmas", "expectations")


def read_sheets(grids: Sequence[Grid], file: str, problems: Problems) -> ReadCase | None:
    """The case in the sheets of a file; None when anything is wrong, with every fault noted at its cell."""
    sheets = sheets_in(grids, file, problems)
    if not sheets:
        return None
    grown = Growing(problems)
    gathered = _Gathered(sheets, grown)
    gathered.gather()
    document = Document(file, problems.language, grown.tree, {(): Span(file), **grown.spans})
    faults = Problems(problems.language)
    read = read_case(document, faults)
    problems.found += in_words_of_a_sheet(faults.found, document, grown.wrong, gathered.fields)
    return None if problems.errors() else read


@dataclass(slots=True)
class _Gathered:
    """What is named so far. `people`: by their ids; `fields`: the rows of the sheet `case`, where something that is
    missing can be filled in."""

    sheets: Mapping[Name, Sheet]
    grown: Growing
    people: dict[str, Path] = field(default_factory=dict)
    fields: dict[str, Span] = field(default_factory=dict)

    @property
    def problems(self) -> Problems:
        return self.grown.problems

    def gather(self) -> None:
        for row in self.sheets["case"].rows:
            self.of_the_case(row)
        for name in _LISTS:
            for place, row in enumerate(self.sheets[name].rows):
                self.grown.begin(row, (name, place))
                self.grown.fill(row, (name, place))
        self.at_first()
        self.later()
        self.ties()
        self.pairs()
        for place, row in enumerate(self.sheets["groups"].rows):
            self.group(row, ("who_knows_who", "groups", place))
        for row in self.sheets["characteristics"].rows:
            self.characteristic(row)
        ids = self.ids()
        for row in self.sheets["rest"].rows:
            self.rest(row, ids)

    def of_the_case(self, row: Row) -> None:
        language = self.problems.language
        if FIELD not in row:
            if VALUE in row:
                self.grown.needed(row, FIELD)
            return
        known = {folded(each.label(language)): each for each in case_rows()}
        said = folded(row.cells[FIELD].text)
        column = known.get(said)
        if column is None:
            close = closest(said, known, 0.7, self.problems)
            label = known[close].label(language) if close else ""
            self.problems.add("unknown-key-close" if close else "sheet-unknown-row", row.at(FIELD), field=label)
            return
        if column.key in self.grown.rows:
            self.problems.add("sheet-row-twice", row.at(FIELD), line=self.grown.rows[column.key])
            return
        self.grown.rows[column.key] = row.number
        if len(column.key) == 1:
            self.fields[str(in_words(column.key, language)[0])] = row.at(VALUE)
        value = self.grown.cell(row, column, column.key, VALUE) if VALUE in row else None
        if column.key == ("language",) and isinstance(value, Scalar) and value.text.casefold() != language:
            self.problems.add("sheet-language", row.at(VALUE), language=language)
        elif value is not None:
            self.grown.put_cell(column.key, value, row.at(VALUE))

    def at_first(self) -> None:
        """Everyone as they were on the first map they are on."""
        counts = {"centre": 0, "people": 0}
        only_later = {each.key for each in columns("people") if each.models[:1] == ("Change",)}
        for row in self.sheets["people"].rows:
            if MAP in row:
                continue
            where = "centre" if self.is_centre(row) else "people"
            path: Path = (where, counts[where])
            counts[where] += 1
            self.grown.begin(row, path)
            self.grown.fill(row, path, only_later)
            for key in sorted(only_later & row.cells.keys()):
                self.problems.add("sheet-only-later", row.at(key))
            if ("id",) in row:
                self.people.setdefault(row.said(("id",)), path)
        if not counts["centre"]:
            language = self.problems.language
            yes = next(iter(vocabulary.yes_no(language)))
            place = Span(self.sheets["people"].place)
            self.problems.add("sheet-no-centre", place, field=Column(CENTRE).label(language), yes=yes)
            self.grown.wrong.add(in_words(("centre",), language))

    def is_centre(self, row: Row) -> bool:
        said = self.grown.text(row, CENTRE)
        meant = vocabulary.meant("Yes", vocabulary.fold(said), self.problems.language) if said else False
        if meant is None:
            self.problems.add(
                "unknown-word", row.at(CENTRE), words=", ".join(vocabulary.yes_no(self.problems.language))
            )
        return meant is True

    def later(self) -> None:
        """What was different in people on a later map."""
        changes = definitions()["Change"]["properties"]
        always = [each.key for each in columns("people") if each.models and each.key[0] not in changes]
        for row in self.sheets["people"].rows:
            path = self.changed(row, self.person(row, ("id",))) if MAP in row else None
            if path is None or not self.grown.begin(row, path, MAP):
                continue
            self.grown.fill(row, path, always)
            for key in (*always, CENTRE):
                if key in row and key != ("id",):
                    self.problems.add("sheet-first-row", row.at(key))

    def ties(self) -> None:
        counts: dict[Path, int] = {}
        for row in self.sheets["ties"].rows:
            about = self.person(row, WHO)
            if about is None:
                continue
            if MAP not in row:
                path: Path = (*about, "ties", counts.setdefault(about, 0))
                counts[about] += 1
                self.grown.begin(row, path)
                self.grown.fill(row, path)
                continue
            changed = self.changed(row, about)
            if changed is not None:
                whom = self.grown.text(row, ("to",))
                everyone = vocabulary.fold(whom) in ("", vocabulary.fold(vocabulary.everyone(self.problems.language)))
                path = (*changed, "ties", "all" if everyone else whom)
                if self.grown.begin(row, path, ("to",)):
                    self.grown.fill(row, path, [("to",)])

    def pairs(self) -> None:
        known: dict[frozenset[str], Path] = {}
        later: list[tuple[Row, frozenset[str]]] = []
        count = 0
        for row in self.sheets["pairs"].rows:
            ends = [self.grown.needed(row, key) for key in (WHO, OTHER)]
            if not all(ends):
                continue
            if MAP in row:
                later.append((row, frozenset(ends)))
                continue
            path: Path = ("who_knows_who", "pairs", count)
            count += 1
            known.setdefault(frozenset(ends), path)
            self.grown.begin(row, path)
            self.grown.put((*path, "between"), [Scalar(end, plain=True) for end in ends], row.at())
            spoken = in_words((*path, "between"), self.problems.language)
            self.grown.spans.update({(*spoken, place): row.at(key) for place, key in enumerate((WHO, OTHER))})
            self.grown.fill(row, path)
        for row, pair in later:
            if pair not in known:
                self.problems.add("sheet-no-first-row", row.at(WHO))
                continue
            changed = self.changed(row, known[pair])
            if changed is not None and self.grown.begin(row, changed, MAP):
                self.grown.fill(row, changed)

    def person(self, row: Row, key: Key) -> Path | None:
        """Whom a cell names; None, and told, when it names nobody on the sheet of people."""
        said = self.grown.needed(row, key)
        if not said or said in self.people:
            return self.people.get(said)
        close = closest(said, self.people, 0.6, self.problems)
        if close:
            sheet = sheet_name("people", self.problems.language)
            line = self.grown.rows[self.people[close]]
            self.problems.add("sheet-person-close", row.at(key), line=line, sheet=sheet)
        elif row.sheet.name == "people":
            self.problems.add("sheet-no-first-row", row.at(key))
        else:
            self.problems.add("unknown-person", row.at(key))
        return None

    def changed(self, row: Row, about: Path | None) -> Path | None:
        """Where that which is different on a map stands: with a later moment, or with other eyes on the same one."""
        key = self.grown.text(row, MAP)
        if about is None or not key:
            return None
        differently = about[0] != "who_knows_who" and self.is_beside(key)
        path: Path = (*about, "seen_differently" if differently else "changed", key)
        self.grown.put(path, {}, row.at(MAP))
        return path

    def is_beside(self, key: str) -> bool:
        """Whether a map shows the moment of another through other eyes."""
        ids = [row.said(("id",)) for row in self.sheets["maps"].rows if ("id",) in row and ("beside",) in row]
        return key in ids

    def group(self, row: Row, path: Path) -> None:
        value = self.grown.cell(row, row.sheet.column(MEMBERS), path) if MEMBERS in row else None
        if value is not None:
            self.grown.put_cell(path, value, row.at(MEMBERS))

    def characteristic(self, row: Row) -> None:
        language = self.problems.language
        said = self.grown.needed(row, ABOUT)
        names = definitions()["Characteristics"]["properties"]
        words = {shown(vocabulary.field_word("Characteristics", name).word(language)): name for name in names}
        name = {folded(word): name for word, name in words.items()}.get(folded(said))
        if said and name is None:
            self.problems.add("unknown-word", row.at(ABOUT), words=", ".join(words))
        elif name is not None and self.grown.begin(row, ("characteristics", name)):
            self.grown.fill(row, ("characteristics", name))

    def ids(self) -> dict[str, dict[str, int]]:
        """Where in their lists those are whom a way in the sheet `rest` may name."""
        ids: dict[str, dict[str, int]] = {"centre": {}, "people": {}, "maps": {}}
        for one, (where, number) in self.people.items():
            ids[str(where)][one] = int(number)
        for number, each in enumerate(self.sheets["maps"].rows):
            ids["maps"][each.said(("id",))] = number
        return ids

    def rest(self, row: Row, ids: Mapping[str, Mapping[str, int]]) -> None:
        """A value with the way that leads to it."""
        language = self.problems.language
        way = self.grown.needed(row, FIELD)
        path = path_of(way, ids, language) if way else None
        if way and path is None:
            self.problems.add("sheet-unknown-way", row.at(FIELD))
        if path is None or not self.grown.needed(row, VALUE):
            return
        column, kind = Column(VALUE, node_at(path)), alternatives(node_at(path))[0].get("type")
        if kind in ("array", "object"):
            if not is_nothing(row.cells[VALUE].text, language):
                self.problems.add("sheet-unknown-way", row.at(FIELD))
            elif not self.grown.put(path, [] if kind == "array" else {}, row.at(VALUE)):
                self.problems.add("sheet-there-already", row.at(FIELD))
            return
        value = read_cell(row.cells[VALUE], column, row.at(VALUE), self.problems)
        if value is not None and not self.grown.put_cell(path, value, row.at(VALUE)):
            self.problems.add("sheet-there-already", row.at(FIELD))
