/* Whether a case fits the JSON Schema that editors use too; and whether what refers to someone finds them. It reads as the
   program reads: small letters or capitals, spaces or hyphens make no difference, and a number is digits. */

class Judge {
  constructor(file, data) {
    this.file = file;
    this.schema = data.schema[file.language];
    this.codes = data.patternCodes;
    this.found = [];
  }

  judge() {
    this.look(this.schema, this.file.root, []);
    this.references();
    return this.found;
  }

  tell(code, path, values = {}) {
    this.found.push({ code, path, values });
  }

  resolve(node) {
    return node.$ref ? this.resolve(this.schema.$defs[node.$ref.split("/").pop()]) : node;
  }

  look(asked, value, path) {
    const node = this.resolve(asked);
    if (value === null || (YAML.isScalar(value) && (value.value === "" || value.value === null) && !value.type?.startsWith("QUOTE"))) return;
    if (node.anyOf) this.choose(node.anyOf.map((each) => this.resolve(each)), value, path);
    else if (node.type === "object") this.object(node, value, path);
    else if (node.type === "array") this.array(node, value, path);
    else if (!YAML.isScalar(value)) this.tell(YAML.isSeq(value) ? (node.maxLength ? "text-not-list" : "one-wanted") : "text-wanted", path);
    else this.scalar(node, String(value.value), path);
  }

  /* Of several forms any that fits; when none does, what is told of the one that has the shape of what stands there. One of
     a list may stand without the list. */
  choose(forms, value, path) {
    const flat = forms.flatMap((form) => (form.anyOf ? form.anyOf.map((each) => this.resolve(each)) : [form]));
    if (flat.length > forms.length) return this.choose(flat, value, path);
    const listed = flat.some((form) => form.type === "array") && !YAML.isSeq(value);
    const where = listed ? [...path, 0] : path;
    const tries = flat.map((form) => ({ form, told: this.aside(() => this.look(form, value, where)) }));
    if (tries.some((each) => !each.told.length)) return undefined;
    const shape = YAML.isSeq(value) ? "array" : YAML.isMap(value) ? "object" : "";
    const alike = tries.filter(({ form }) => (shape ? form.type === shape : form.enum || ["string", "integer"].includes(form.type)));
    const words = alike.flatMap(({ form }) => form.enum || []);
    if (alike.some(({ form }) => form.type === "integer") && words.length) return this.tell("word-or-number", where, { words: spelled(words) });
    this.found.push(...(alike[0] || tries[0]).told);
    return undefined;
  }

  aside(act) {
    const before = this.found;
    this.found = [];
    act();
    const told = this.found;
    this.found = before;
    return told;
  }

  required(form) {
    return form ? (form.required || Object.keys(form.properties).slice(0, 3)).join(", ") : "";
  }

  object(node, value, path) {
    if (!YAML.isMap(value)) return this.tell("fields-wanted", path, { fields: node.properties ? this.required(node) : "" });
    const known = new Map(Object.keys(node.properties || {}).map((word) => [fold(word), word]));
    const seen = new Set();
    for (const pair of value.items) {
      const key = String(pair.key);
      const word = known.get(fold(key)) || (path.length === 0 && /^(taal|language)$/.test(fold(key)) ? [...known.values()][0] : undefined);
      if (word) {
        seen.add(word);
        this.look(node.properties[word], pair.value, [...path, word]);
      } else if (node.additionalProperties && typeof node.additionalProperties === "object") {
        this.look(node.additionalProperties, pair.value, [...path, key]);
      } else {
        this.tell("unknown-key", [...path, key], { fields: [...known.values()].join(", ") });
      }
    }
    for (const word of node.required || []) {
      const pair = value.items.find((each) => known.get(fold(String(each.key))) === word);
      const empty = pair && (pair.value === null || (YAML.isScalar(pair.value) && !pair.value.value));
      if (!pair || empty) this.tell(pair ? "missing-value" : "missing", [...path, word], { field: word });
    }
    return undefined;
  }

  array(node, value, path) {
    const items = YAML.isSeq(value) ? value.items : [value];
    const wanted = this.resolve(node.items);
    if (node.minItems && items.length < node.minItems) this.tell("too-few", path);
    if (node.maxItems && items.length > node.maxItems) this.tell("too-many", path, { limit: node.maxItems });
    items.forEach((each, index) => this.look(wanted, each, [...path, index]));
  }

  scalar(node, said, path) {
    const text = said.trim();
    if (node.const !== undefined && fold(text) !== fold(node.const)) this.tell("language", path);
    if (node.enum && !node.enum.some((word) => fold(word) === fold(text))) this.tell("unknown-word", path, { words: spelled(node.enum) });
    if (node.type === "integer") {
      if (!/^[0-9]{1,5}$/.test(text)) this.tell("number-wanted", path);
      else if (Number(text) > node.maximum || Number(text) < node.minimum) this.tell("number-range", path, { limit: node.maximum });
      else if (node.multipleOf && Number(text) % node.multipleOf) this.tell("number-step", path, { limit: node.multipleOf });
    }
    if (node.type === "string") {
      if (node.pattern && !new RegExp(node.pattern, "u").test(text)) this.tell(this.codes[node.pattern] || "form", path);
      else if (node.minLength && text.length < node.minLength) this.tell("empty-text", path);
      else if (node.maxLength && [...text].length > node.maxLength) this.tell("too-long", path, { limit: node.maxLength });
    }
  }

  /* Ids that are used twice, and references to people and maps that are not there. */
  references() {
    const { file } = this;
    const ids = (field, model) => file.parts(file.root, "Case", field).map((part) => (YAML.isMap(part) ? file.text(part, model, "id") : ""));
    const [centre, people, maps] = [ids("centre", "Person"), ids("people", "Person"), ids("maps", "Map")];
    const everyone = [...centre, ...people];
    const word = (model, field) => file.word(model, field);
    const twice = (all, offset, field, code) =>
      all.forEach((id, index) => {
        if (id && index >= offset && all.indexOf(id) < index) this.tell(code, [word("Case", field), index - offset, "id"], { line: "…" });
      });
    twice(everyone, centre.length, "people", "person-twice");
    twice(centre, 0, "centre", "person-twice");
    twice(maps, 0, "maps", "map-twice");
    const person = (id, path) => id && !everyone.includes(id) && fold(id) !== fold(this.file.data.everyone[file.language]) && this.tell("unknown-person", path);
    const map = (id, path) => id && !maps.includes(id) && this.tell(maps.length ? "unknown-map" : "no-maps", path, { maps: maps.join(", ") });
    const whose = (id, path) => id && !centre.includes(id) && fold(id) !== fold(this.file.data.everyone[file.language]) && this.tell("unknown-centre", path);
    file.parts(file.root, "Case", "maps").forEach((part, index) => {
      for (const field of ["moment", "when"]) {
        const path = [word("Case", "maps"), index, word("Map", field)];
        if (YAML.isMap(part) && new RegExp(file.data.fullDate).test(file.text(part, "Map", field))) this.tell("full-date", path);
      }
    });
    file.parts(file.root, "Case", "dilemmas").forEach((part, index) => {
      if (!YAML.isMap(part)) return;
      const path = [word("Case", "dilemmas"), index];
      file.texts(part, "Dilemma", "around").forEach((id) => person(id, [...path, word("Dilemma", "around")]));
      map(file.text(part, "Dilemma", "map"), [...path, word("Dilemma", "map")]);
    });
    file.parts(file.root, "Case", "expectations").forEach((part, index) => {
      if (YAML.isMap(part)) person(file.text(part, "Expectation", "of"), [word("Case", "expectations"), index, word("Expectation", "of")]);
    });
    file.parts(file.root, "Case", "people").forEach((part, index) => {
      if (!YAML.isMap(part)) return;
      const here = [word("Case", "people"), index];
      const changed = file.part(part, "Person", "changed");
      const path = [...here, word("Person", "changed")];
      if (YAML.isMap(changed)) changed.items.forEach((pair) => map(String(pair.key), [...path, String(pair.key)]));
      file.parts(part, "Person", "ties").forEach((tie, number) => whose(file.said(tie, "Tie", "to"), [...here, word("Person", "ties"), number, word("Tie", "to")]));
      const relation = file.part(part, "Person", "relation");
      if (YAML.isMap(relation)) whose(file.text(relation, "Relation", "to"), [...here, word("Person", "relation"), word("Relation", "to")]);
    });
  }
}

/* A closed list without the other spellings of the same words. */
const spelled = (words) => words.filter((word, index) => words.findIndex((each) => fold(each) === fold(word)) === index).join(", ");
