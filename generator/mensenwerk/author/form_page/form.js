/* The form: one step at a time, the map beside it, and a file that stays on this computer. */

class Form {
  constructor(data) {
    this.data = data;
    this.t = data.t;
    this.file = null;
    this.chosen = {};
    this.step = "begin";
    this.parts = new Parts(this);
    this.star = new Star(data, data.legend);
    this.saved = true;
    document.getElementById("new").addEventListener("click", () => this.open(CaseFile.begin(data.language, data)));
    document.getElementById("file").addEventListener("change", (event) => this.read(event.target));
    document.getElementById("again").addEventListener("click", () => this.go("begin"));
    window.addEventListener("beforeunload", (event) => this.saved || event.preventDefault());
    document.getElementById("moment").addEventListener("change", () => this.draw());
    if (window.matchMedia("(min-width: 60rem)").matches) document.getElementById("star").open = true;
  }

  get steps() {
    return ["whose", "people", "moments", "dilemmas", "expect", "publish", "save"];
  }

  async read(input) {
    const [chosen] = input.files;
    input.value = "";
    if (!chosen) return;
    try {
      const text = new TextDecoder("utf-8", { fatal: true }).decode(await chosen.arrayBuffer());
      const file = new CaseFile(text, this.data);
      if (file.fault) this.refuse(this.t.unread.replace("{line}", file.fault.line));
      else this.open(file);
    } catch {
      this.refuse(this.data.problems["not-utf8"].join(" "));
    }
  }

  refuse(text) {
    const wrong = document.getElementById("refused");
    wrong.textContent = text;
    wrong.hidden = false;
  }

  open(file) {
    if (!this.saved && !window.confirm(this.t.unsaved)) return;
    document.getElementById("refused").hidden = true;
    this.file = file;
    this.saved = true;
    this.chosen = {};
    this.judged = false;
    if (!file.parts(file.root, "Case", "centre").length) {
      const id = file.newId(this.t.centre_id, []);
      file.add(file.root, "Case", "centre", [[file.word("Person", "id"), id], [file.word("Person", "who"), this.t.centre_who]]);
    }
    document.getElementById("work").hidden = false;
    this.go("whose");
  }

  go(step) {
    this.step = step;
    document.getElementById("begin").hidden = step !== "begin";
    document.getElementById("work").hidden = step === "begin";
    document.getElementById("again").hidden = step === "begin";
    this.say("");
    if (step === "begin") document.querySelector("#begin h2").focus();
    else this.show("h2");
  }

  /* Make the step anew, and stand where `focus` says. */
  show(focus) {
    if (this.step === "save") this.judged = true;
    const index = this.steps.indexOf(this.step);
    document.getElementById("steps").replaceChildren(...this.steps.map((step) =>
      h("li", {}, h("button", { type: "button", "aria-current": step === this.step ? "step" : null, onclick: () => this.go(step) }, this.t[`${step}_short`]))));
    const inside = this.step === "save" ? this.save() : this.parts[this.step]();
    const turn = (to, text, kind) => to && h("button", { type: "button", class: kind, onclick: () => this.go(to) }, `${text} ${this.t[`${to}_short`]}`);
    document.getElementById("step").replaceChildren(
      h("h2", { tabindex: "-1", id: "step-title" }, this.t[this.step]),
      h("p", { class: "lead" }, this.t[`${this.step}_lead`]),
      ...[inside].flat(9).filter(Boolean),
      h("p", { class: "turn" }, turn(this.steps[index - 1], "←", "back"), turn(this.steps[index + 1], "→", "next")),
    );
    this.look();
    const there = document.querySelector(`#step ${focus}`);
    if (there) {
      there.focus({ preventScroll: focus !== "h2" });
      there.scrollIntoView({ block: "nearest" });
    }
  }

  /* Something changed: look again when the hands are still. */
  later() {
    this.saved = false;
    window.clearTimeout(this.waiting);
    this.waiting = window.setTimeout(() => this.look(), 150);
  }

  look() {
    this.id();
    this.found = new Judge(this.file, this.data).judge();
    for (const field of document.querySelectorAll("#step .field")) this.mark(field);
    const heading = document.querySelector("#step .chosen h3");
    const name = document.querySelector("#step .chips [aria-current]");
    const first = document.querySelector("#step .chosen input[type=text]");
    if (heading && name && first && first.value && !document.querySelector("#step .adder select")) heading.textContent = name.textContent = first.value;
    this.draw();
    const list = document.getElementById("found");
    if (list) this.list(list);
  }

  /* The id of a case follows its title, until it has one. */
  id() {
    const { file } = this;
    const title = file.text(file.root, "Case", "title");
    const id = file.text(file.root, "Case", "id");
    if (title && (!id || id === this.made)) {
      this.made = file.newId(title, ["index", "all", "allen"]);
      if (id !== this.made) file.put(file.root, "Case", "id", this.made);
      const shown = document.querySelector(`[data-path='["id"]'] input`);
      if (shown) shown.value = this.made;
    }
  }

  mark(field) {
    const path = JSON.parse(field.dataset.path);
    const within = (finding) => path.every((part, index) => finding.path[index] === part);
    const finding = (this.judged || field.dataset.touched) && this.found.find(within);
    const wrong = field.querySelector(".wrong");
    wrong.textContent = finding ? this.message(finding) : "";
    wrong.hidden = !finding;
    for (const control of field.querySelectorAll("input, select, textarea")) control.setAttribute("aria-invalid", finding ? "true" : "false");
  }

  message({ code, values }) {
    const [what, hint] = this.data.problems[code];
    return `${what} ${hint}`.replace(/\{(\w+)\}/g, (gap, name) => values[name] ?? gap).replace(/\{\{|\}\}/g, (pair) => pair[0]);
  }

  draw() {
    const { file } = this;
    const maps = file.parts(file.root, "Case", "maps").filter(YAML.isMap).filter((part) => !file.text(part, "Map", "beside"));
    const select = document.getElementById("moment");
    const said = select.value;
    select.replaceChildren(...maps.map((part) => h("option", { value: file.text(part, "Map", "id") }, file.text(part, "Map", "moment") || file.text(part, "Map", "id"))));
    if (maps.some((part) => file.text(part, "Map", "id") === said)) select.value = said;
    select.closest("p").hidden = maps.length < 2;
    const people = Star.people(file, maps.length > 1 ? select.value : "");
    const middle = file.parts(file.root, "Case", "centre").filter(YAML.isMap).map((part) => file.text(part, "Person", "pseudonym") || file.text(part, "Person", "who")).join(" + ");
    this.star.draw(file, document.getElementById("drawn"), people, middle);
    document.getElementById("drawn-title").textContent = `${this.t.star}: ${middle}`;
    document.getElementById("told").replaceChildren(...this.star.told(file, people).map((line) => h("li", {}, line)));
  }

  /* ---- reading over and saving ---- */

  save() {
    const { file } = this;
    const name = () => `${file.text(file.root, "Case", "id") || "casus"}.yaml`;
    const keep = () => {
      const text = file.toText();
      const again = new CaseFile(text, this.data);
      if (again.fault || JSON.stringify(again.doc.toJS()) !== JSON.stringify(file.doc.toJS())) {
        this.say(this.t.not_saved);
        return;
      }
      const address = URL.createObjectURL(new Blob([text], { type: "application/yaml" }));
      h("a", { href: address, download: name() }).click();
      window.setTimeout(() => URL.revokeObjectURL(address), 60000);
      this.saved = true;
      this.say(this.t.saved.replace("{file}", name()));
    };
    const shown = h("pre", { tabindex: "0", "aria-label": this.t.text }, file.toText());
    return [
      h("div", { id: "found" }),
      h("button", { type: "button", class: "keep", onclick: keep }, this.t.keep),
      h("p", {}, this.t.after),
      h("details", { class: "more" }, h("summary", {}, this.t.text), shown),
    ];
  }

  list(place) {
    const { file } = this;
    const item = (finding) => {
      const step = this.stepOf(finding.path[0]);
      const where = finding.path.map((part) => (typeof part === "number" ? part + 1 : part)).join(" › ");
      return h("li", {}, step ? h("button", { type: "button", class: "way", onclick: () => this.goTo(step, finding) }, where) : where, ` ${this.message(finding)}`);
    };
    const text = this.found.length ? this.t.some_found : this.t.none_found;
    place.replaceChildren(h("p", {}, text), h("ul", {}, this.found.map(item)));
    document.querySelector("#step pre").textContent = file.toText();
  }

  stepOf(word) {
    const { file } = this;
    const steps = { people: "people", maps: "moments", dilemmas: "dilemmas", expectations: "expect", publication: "publish", title: "whose", id: "whose", lead: "whose", themes: "whose", centre: "whose" };
    return Object.entries(steps).find(([field]) => fold(file.word("Case", field)) === fold(String(word)))?.[1];
  }

  goTo(step, finding) {
    const { file } = this;
    const field = { people: "people", moments: "maps", dilemmas: "dilemmas", expect: "expectations", whose: "centre" }[step];
    if (field && typeof finding.path[1] === "number") {
      const part = file.parts(file.root, "Case", field)[finding.path[1]];
      this.chosen[field] = Math.max(0, file.parts(file.root, "Case", field).filter(YAML.isMap).indexOf(part));
    }
    this.go(step);
    const fields = [...document.querySelectorAll("#step .field")];
    const there = fields.find((each) => JSON.parse(each.dataset.path).every((part, index) => finding.path[index] === part));
    if (!there) return;
    for (let each = there.closest("details"); each; each = each.parentElement.closest("details")) each.open = true;
    there.querySelector("input, select, textarea").focus();
  }

  say(text) {
    document.getElementById("said").textContent = text;
  }
}

window.mensenwerk = new Form(JSON.parse(document.getElementById("data").textContent));
