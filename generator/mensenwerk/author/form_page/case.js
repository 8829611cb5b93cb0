/* A case file as a document: what is changed is changed in the YAML itself, so that remarks, order and everything that
   the form does not know stay as they were. Fields have the names of the model; what an author writes for them comes
   from the one vocabulary. */

const fold = (word) => word.trim().toLowerCase().replace(/\u2019/g, "'").replace(/[\s_-]+/g, "_");

/* Characters that nobody sees and that a case may not hold. */
const clean = (text) => text.replace(/\t/g, " ").replace(/\r\n?/g, "\n").replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, "");

const NOTHING = /^(|~|null|Null|NULL)$/; /* what a reader takes for nothing when it is not quoted */
const LONG = 90; /* characters after which a text stands on lines of its own */

class CaseFile {
  constructor(text, data) {
    this.original = text;
    this.data = data;
    this.changed = false;
    this.doc = YAML.parseDocument(text, { schema: "failsafe", keepSourceTokens: false });
    this.language = this.read();
  }

  static begin(language, data) {
    const [key, version] = language === "nl" ? ["taal", "versie"] : ["language", "version"];
    const head = `# yaml-language-server: $schema=../schema/${data.schemaFiles[language]}\n`;
    return new CaseFile(`${head}${key}: ${language}\n${version}: 1\n`, data);
  }

  /* Why it cannot be opened: a line, or nothing. */
  get fault() {
    const error = this.doc.errors[0];
    if (error) return { line: error.linePos ? error.linePos[0].line : 1 };
    return YAML.isMap(this.doc.contents) ? null : { line: 1 };
  }

  get root() {
    return this.doc.contents;
  }

  read() {
    if (!YAML.isMap(this.doc.contents)) return "nl";
    const keys = this.doc.contents.items.map((pair) => [fold(String(pair.key)), String(pair.value)]);
    const said = keys.find(([key]) => key === "taal" || key === "language");
    if (said) return said[1].trim().toLowerCase() === "en" ? "en" : "nl";
    return keys.some(([key]) => key === "title" || key === "centre" || key === "people") ? "en" : "nl";
  }

  word(model, field) {
    return this.data.words[this.language][model][field];
  }

  /* ---- finding ---- */

  pair(map, model, field) {
    const wanted = fold(this.word(model, field));
    return map.items.find((pair) => fold(String(pair.key)) === wanted);
  }

  node(map, model, field) {
    const pair = this.pair(map, model, field);
    return pair ? pair.value : null;
  }

  text(map, model, field) {
    const node = this.node(map, model, field);
    return YAML.isScalar(node) ? String(node.value ?? "") : "";
  }

  texts(map, model, field) {
    const node = this.node(map, model, field);
    const several = YAML.isSeq(node) ? node.items : node ? [node] : [];
    return several.filter(YAML.isScalar).map((each) => String(each.value ?? "")).filter(Boolean);
  }

  /* The parts of a list of parts; one may stand there without a list, and a short one as a single word. */
  parts(map, model, field) {
    const node = this.node(map, model, field);
    if (YAML.isSeq(node)) return node.items.filter((each) => YAML.isMap(each) || YAML.isScalar(each));
    return YAML.isMap(node) || (YAML.isScalar(node) && node.value) ? [node] : [];
  }

  /* What a part says in a field, also when it is a single word that stands for its main field. */
  said(part, model, field) {
    if (YAML.isMap(part)) return this.text(part, model, field);
    return YAML.isScalar(part) && this.data.mainField[model] === field ? String(part.value ?? "") : "";
  }

  /* A part within a part, or what stands for it. */
  part(map, model, field) {
    const node = YAML.isMap(map) ? this.node(map, model, field) : null;
    return YAML.isMap(node) || (YAML.isScalar(node) && node.value) ? node : null;
  }

  /* ---- changing ---- */

  put(map, model, field, text) {
    this.changed = true;
    const pair = this.pair(map, model, field);
    const said = clean(text).trim();
    if (!said) {
      if (pair) this.empty(map, pair);
    } else if (pair && YAML.isScalar(pair.value)) {
      if (pair.value.value !== said) this.write(pair.value, said);
    } else {
      this.insert(map, model, field, this.write(new YAML.Scalar(said), said));
    }
  }

  /* A field without a value goes, unless someone wrote a remark beside it. */
  empty(map, pair) {
    const remarks = [pair.key?.commentBefore, pair.value?.commentBefore, pair.value?.comment].some(Boolean);
    if (remarks && YAML.isScalar(pair.value)) {
      pair.value.value = "";
      pair.value.type = "PLAIN";
    } else if (remarks) pair.value = null;
    else map.items.splice(map.items.indexOf(pair), 1);
  }

  write(scalar, text) {
    scalar.value = text;
    if (NOTHING.test(text)) scalar.type = "QUOTE_DOUBLE";
    else if (text.includes("\n")) scalar.type = "BLOCK_LITERAL";
    else if (text.length > LONG) scalar.type = "BLOCK_FOLDED";
    else if (/^BLOCK/.test(scalar.type || "")) scalar.type = undefined;
    return scalar;
  }

  putAll(map, model, field, texts) {
    this.changed = true;
    const said = texts.map((each) => clean(each).trim()).filter(Boolean);
    const pair = this.pair(map, model, field);
    if (!said.length) {
      if (pair) this.empty(map, pair);
      return;
    }
    const old = pair && YAML.isSeq(pair.value) ? pair.value : null;
    const list = old || new YAML.YAMLSeq();
    const kept = old ? old.items.filter((each) => !YAML.isScalar(each)) : [];
    const had = old ? old.items.filter(YAML.isScalar) : [];
    list.items = [...kept, ...said.map((text) => had.find((each) => each.value === text) || this.write(new YAML.Scalar(text), text))];
    if (!old) {
      list.flow = said.every((text) => text.length < 25 && !text.includes(","));
      this.insert(map, model, field, list);
    }
  }

  /* Put a value under a field, in the place where the vocabulary has it. */
  insert(map, model, field, value) {
    const pair = this.pair(map, model, field);
    if (pair) {
      pair.value = value;
      return;
    }
    const order = this.data.order[model].map((each) => fold(this.word(model, each)));
    const mine = order.indexOf(fold(this.word(model, field)));
    const before = map.items.filter((each) => order.indexOf(fold(String(each.key))) < mine);
    const last = before.length ? map.items.indexOf(before[before.length - 1]) + 1 : 0;
    const key = new YAML.Scalar(this.word(model, field));
    map.items.splice(last, 0, new YAML.Pair(key, value));
  }

  /* The part within a part, to change it: made when it is not there, and made long when it is a single word. */
  within(map, model, field, inner) {
    const found = this.part(map, model, field);
    if (YAML.isMap(found)) return found;
    const made = new YAML.YAMLMap();
    if (found) made.items.push(new YAML.Pair(new YAML.Scalar(this.word(inner, this.data.mainField[inner])), found));
    this.insert(map, model, field, made);
    this.changed = true;
    return made;
  }

  add(map, model, field, fields) {
    this.changed = true;
    const made = new YAML.YAMLMap();
    for (const [word, text] of fields) made.items.push(new YAML.Pair(new YAML.Scalar(word), this.write(new YAML.Scalar(text), text)));
    const list = this.list(map, model, field);
    list.items.push(made);
    return made;
  }

  list(map, model, field) {
    const node = this.node(map, model, field);
    if (YAML.isSeq(node)) return node;
    const list = new YAML.YAMLSeq();
    if (YAML.isMap(node) || (YAML.isScalar(node) && node.value)) list.items.push(node);
    this.insert(map, model, field, list);
    return list;
  }

  /* A part of a list, made long when it was a single word. */
  long(map, model, field, part, inner) {
    if (YAML.isMap(part)) return part;
    const list = this.list(map, model, field);
    const made = new YAML.YAMLMap();
    made.items.push(new YAML.Pair(new YAML.Scalar(this.word(inner, this.data.mainField[inner])), part));
    list.items[list.items.indexOf(part)] = made;
    return made;
  }

  remove(map, model, field, part) {
    this.changed = true;
    const pair = this.pair(map, model, field);
    if (!pair) return;
    if (YAML.isSeq(pair.value)) pair.value.items = pair.value.items.filter((each) => each !== part);
    if (!YAML.isSeq(pair.value) || !pair.value.items.length) map.items.splice(map.items.indexOf(pair), 1);
  }

  /* Take away what was made and stayed empty. */
  tidy(map, model, field) {
    const pair = this.pair(map, model, field);
    if (pair && YAML.isMap(pair.value) && !pair.value.items.length) map.items.splice(map.items.indexOf(pair), 1);
  }

  /* ---- writing ---- */

  toText() {
    if (!this.changed) return this.original;
    const text = this.doc.toString({ lineWidth: 120, flowCollectionPadding: false });
    return this.original.includes("\r\n") ? text.replace(/\n/g, "\r\n") : text;
  }

  newId(wish, taken) {
    const plain = wish.normalize("NFKD").replace(/\p{M}/gu, "").replace(/['’]/g, "").toLowerCase();
    const id = plain.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 56).replace(/-+$/, "") || "x";
    let found = id;
    for (let n = 2; taken.includes(found); n += 1) found = `${id}-${n}`;
    return found;
  }
}
