/* Fields of a form, made from the schema: a label and an explanation from the one vocabulary, and what may be chosen. */

const h = (tag, given = {}, ...inside) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...inside.flat(9).filter((each) => each !== null && each !== undefined && each !== false));
  return element;
};

const readable = (word) => word.replace(/[_-]+/g, " ").replace(/^\p{L}/u, (letter) => letter.toUpperCase());

let numbers = 0;
const unique = () => `mw-${(numbers += 1)}`;

class Fields {
  constructor(form) {
    this.form = form;
  }

  get file() {
    return this.form.file;
  }

  schema(model, field) {
    const { file } = this;
    const root = this.form.data.schema[file.language];
    const found = model === "Case" ? root : root.$defs[model];
    const map = found.properties ? found : found.anyOf.find((form) => form.properties);
    return map.properties[file.word(model, field)];
  }

  resolve(node) {
    return node.$ref ? this.form.data.schema[this.file.language].$defs[node.$ref.split("/").pop()] : node;
  }

  /* How a field is asked, where it is not said: by the shape of what it holds. */
  kind(node) {
    const forms = (node.anyOf || [node]).map((each) => this.resolve(each));
    const list = forms.find((form) => form.type === "array");
    if (list) return this.resolve(list.items).enum ? "several" : "lines";
    if (forms.length > 1) return "suggested";
    if (forms[0].enum) return "choice";
    return forms[0].maxLength > 300 ? "prose" : "line";
  }

  words(node) {
    const forms = (node.anyOf || [node]).map((each) => this.resolve(each));
    const found = forms.map((form) => (form.type === "array" ? this.resolve(form.items) : form)).find((form) => form.enum);
    return found ? spelled(found.enum).split(", ") : [];
  }

  /* A field. `place`: { model, path, get, make }, where `get` gives the map that holds it and `make` makes one. */
  field(place, name, kind) {
    const node = this.schema(place.model, name);
    const word = this.file.word(place.model, name);
    const asked = kind || this.kind(node);
    const path = [...place.path, word];
    const one = {
      id: unique(),
      label: readable(word),
      help: (node.description || "").replace(/ \(ids?\)|: (?:een id|an id|ids)\b[^.]*(?=\.)/g, ""), /* nobody sees an id here */
      path,
      words: this.words(node),
      text: () => (place.get() ? this.file.said(place.get(), place.model, name) : ""),
      texts: () => (YAML.isMap(place.get()) ? this.file.texts(place.get(), place.model, name) : []),
      put: (text) => this.change(() => this.file.put(place.make(), place.model, name, text), place),
      putAll: (texts) => this.change(() => this.file.putAll(place.make(), place.model, name, texts), place),
    };
    const made = this[asked](one, node);
    made.dataset.path = JSON.stringify(path);
    return made;
  }

  change(act, place) {
    act();
    if (place.tidy) place.tidy();
    this.form.later();
  }

  shell(one, control) {
    const help = h("p", { class: "help", id: `${one.id}-help` }, one.help);
    const wrong = h("p", { class: "wrong", id: `${one.id}-wrong`, hidden: true });
    control.setAttribute("aria-describedby", `${one.id}-help ${one.id}-wrong`);
    return h("div", { class: "field" }, h("label", { for: one.id }, one.label), help, control, wrong);
  }

  group(one, inside) {
    const help = h("p", { class: "help", id: `${one.id}-help` }, one.help);
    const wrong = h("p", { class: "wrong", id: `${one.id}-wrong`, hidden: true });
    return h("fieldset", { class: "field", "aria-describedby": `${one.id}-help ${one.id}-wrong` }, h("legend", {}, one.label), help, inside, wrong);
  }

  touched(event) {
    event.target.closest(".field").dataset.touched = "yes";
  }

  line(one) {
    const changed = (event) => one.put(event.target.value);
    const control = h("input", { id: one.id, type: "text", value: one.text(), autocomplete: "off", oninput: changed, onchange: this.touched });
    return this.shell(one, control);
  }

  prose(one) {
    const control = h("textarea", { id: one.id, rows: 3, oninput: (event) => one.put(event.target.value), onchange: this.touched }, one.text());
    return this.shell(one, control);
  }

  suggested(one) {
    const list = h("datalist", { id: `${one.id}-list` }, one.words.map((word) => h("option", { value: word })));
    const made = this.line(one);
    made.querySelector("input").setAttribute("list", list.id);
    made.append(list);
    return made;
  }

  choice(one) {
    return this.select(one, one.words.map((word) => [word, readable(word)]), one.text());
  }

  select(one, options, said) {
    const known = options.find(([value]) => fold(value) === fold(said || "?"));
    const shown = known || !said ? options : [[said, said], ...options]; /* what the form does not know stays */
    const control = h(
      "select",
      { id: one.id, onchange: (event) => { this.touched(event); one.put(event.target.value); } },
      h("option", { value: "" }, this.form.t.unsaid),
      shown.map(([value, text]) => h("option", { value, selected: fold(value) === fold(said || "?") }, text)),
    );
    return this.shell(one, control);
  }

  several(one) {
    return this.boxes(one, one.words.map((word) => [word, readable(word)]));
  }

  boxes(one, options) {
    const said = one.texts();
    const unknown = said.filter((text) => !options.some(([value]) => fold(value) === fold(text)));
    const changed = (event) => {
      this.touched(event);
      const on = [...event.target.closest("fieldset").querySelectorAll("input:checked")].map((box) => box.value);
      const kept = one.texts().filter((text) => on.some((value) => fold(value) === fold(text))); /* the first decides the place */
      one.putAll([...kept, ...on.filter((value) => !kept.some((text) => fold(text) === fold(value)))]);
    };
    const box = ([value, text]) => {
      const checked = said.some((each) => fold(each) === fold(value));
      return h("label", { class: "box" }, h("input", { type: "checkbox", value, checked, onchange: changed }), text);
    };
    return this.group(one, h("div", { class: "boxes" }, [...options, ...unknown.map((text) => [text, text])].map(box)));
  }

  lines(one) {
    const changed = (event) => one.putAll(event.target.value.split("\n"));
    const control = h("textarea", { id: one.id, rows: 3, oninput: changed, onchange: this.touched }, one.texts().join("\n"));
    const made = this.shell(one, control);
    made.querySelector(".help").append(` ${this.form.t.each_line}`);
    return made;
  }

  /* Someone of the case: one, or several. */
  person(one) {
    return this.select(one, this.everyone(), one.text());
  }

  around(one) {
    return this.boxes(one, this.people("people"));
  }

  centre(one) {
    const everyone = this.form.data.everyone[this.file.language];
    return this.select(one, [[everyone, readable(everyone)], ...this.people("centre")], one.text());
  }

  map(one) {
    const maps = this.file.parts(this.file.root, "Case", "maps").filter(YAML.isMap);
    const named = maps.map((part) => [this.file.text(part, "Map", "id"), this.file.text(part, "Map", "moment") || this.file.text(part, "Map", "id")]);
    return this.select(one, named, one.text());
  }

  people(field) {
    const parts = this.file.parts(this.file.root, "Case", field).filter(YAML.isMap);
    return parts.map((part) => [this.file.text(part, "Person", "id"), this.file.text(part, "Person", "who")]).filter(([id]) => id);
  }

  everyone() {
    return [...this.people("centre"), ...this.people("people")];
  }

  /* Someone of the case, or a few words: who sees, who speaks. */
  voice(one) {
    if (one.texts().length > 1) return this.lines(one);
    const said = one.text() || one.texts()[0] || "";
    const known = this.everyone().some(([id]) => id === said);
    const words = h("input", { type: "text", "aria-label": `${one.label}: ${this.form.t.in_words}`, value: known ? "" : said, hidden: known || !said, oninput: (event) => one.put(event.target.value) });
    const changed = (event) => {
      this.touched(event);
      const other = event.target.value === "…";
      words.hidden = !other;
      if (other) words.focus();
      one.put(other ? words.value : event.target.value);
    };
    const options = [["", this.form.t.unsaid], ...this.everyone(), ["…", this.form.t.in_words]];
    const chosen = known || !said ? said : "…";
    const control = h("select", { id: one.id, onchange: changed }, options.map(([value, text]) => h("option", { value, selected: value === chosen }, text)));
    const made = this.shell(one, control);
    made.insertBefore(words, made.querySelector(".wrong"));
    return made;
  }
}
