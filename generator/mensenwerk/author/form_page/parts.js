/* What is asked, and in which order: first who someone is and what they mean, and what they might do last or not at all. */

class Parts {
  constructor(form) {
    this.form = form;
    this.fields = new Fields(form);
  }

  get file() {
    return this.form.file;
  }

  get t() {
    return this.form.t;
  }

  /* A place in the file: a map that is there. */
  at(map, model, path) {
    return { model, path, get: () => map, make: () => map };
  }

  /* A part within a map, made when something is filled in and taken away when nothing is left. */
  inside(map, model, field, inner, path) {
    const { file } = this;
    return {
      model: inner,
      path: [...path, file.word(model, field)],
      get: () => file.part(map, model, field),
      make: () => file.within(map, model, field, inner),
      tidy: () => file.tidy(map, model, field),
    };
  }

  ask(place, ...names) {
    return names.map((name) => (Array.isArray(name) ? this.fields.field(place, ...name) : this.fields.field(place, name)));
  }

  more(title, ...inside) {
    return h("details", { class: "more" }, h("summary", {}, title), h("div", { role: "group", "aria-label": title }, ...inside));
  }

  /* A list of which one is shown at a time. */
  oneByOne({ field, model, name, add, fields, remove }) {
    const { file, form } = this;
    const parts = file.parts(file.root, "Case", field).filter(YAML.isMap);
    const all = file.parts(file.root, "Case", field);
    const chosen = Math.min(form.chosen[field] ?? 0, parts.length - 1);
    const show = (index) => { form.chosen[field] = index; form.show(`.chosen`); };
    const buttons = parts.map((part, index) =>
      h("li", {}, h("button", { type: "button", "aria-current": index === chosen ? "true" : null, onclick: () => show(index) }, name(part) || this.t.nameless)));
    const input = h("input", { type: "text", id: unique(), autocomplete: "off" });
    const choose = add.options ? h("select", { id: unique() }, add.options.map(([value, text]) => h("option", { value }, text))) : input;
    const act = (event) => {
      event.preventDefault();
      const said = clean(choose.value).trim();
      if (!said) return choose.focus();
      file.add(file.root, "Case", field, add.make(said));
      form.chosen[field] = file.parts(file.root, "Case", field).filter(YAML.isMap).length - 1;
      form.say(this.t.added.replace("{name}", add.options ? choose.selectedOptions[0].textContent : said));
      form.show(".chosen");
      return undefined;
    };
    const adder = h("form", { class: "adder", onsubmit: act }, h("label", { for: choose.id }, add.label), choose, h("button", { type: "submit" }, this.t.add));
    const path = (part) => [file.word("Case", field), all.indexOf(part)];
    const part = parts[chosen];
    const away = () => {
      if (!window.confirm(this.t.sure.replace("{name}", name(part) || this.t.nameless))) return;
      file.remove(file.root, "Case", field, part);
      form.chosen[field] = Math.max(0, chosen - 1);
      form.show("h2");
    };
    const panel = part && h("div", { class: "chosen", tabindex: "-1", role: "group", "aria-label": name(part) || this.t.nameless }, h("h3", {}, name(part) || this.t.nameless), fields(part, path(part)), (remove === undefined || parts.length > remove) && h("button", { type: "button", class: "away", onclick: away }, this.t.remove));
    return [parts.length ? h("ul", { class: "chips" }, buttons) : h("p", {}, add.none || ""), adder, panel];
  }

  taken(...lists) {
    return lists.flatMap((field) => this.file.parts(this.file.root, "Case", field).filter(YAML.isMap).map((part) => this.file.text(part, field === "maps" ? "Map" : "Person", "id")));
  }

  newPerson(said) {
    const { file } = this;
    return [[file.word("Person", "id"), file.newId(said, [...this.taken("centre", "people"), "all", "allen"])], [file.word("Person", "who"), said]];
  }

  whose() {
    const { file } = this;
    const top = this.at(file.root, "Case", []);
    return [
      this.ask(top, "title"),
      this.oneByOne({
        field: "centre", model: "Person", remove: 1,
        name: (part) => file.text(part, "Person", "who"),
        add: { label: this.t.add_centre, make: (said) => this.newPerson(said) },
        fields: (part, path) => {
          const place = this.at(part, "Person", path);
          return [this.ask(place, "who"), this.more(this.t.more, this.ask(place, "pseudonym", "age", "sign", "meaning", "own_voice", "present", "deceased", "missed"))];
        },
      }),
      this.more(this.t.more, this.ask(top, "lead", "themes", "id")),
    ];
  }

  people() {
    const { file } = this;
    return this.oneByOne({
      field: "people", model: "Person",
      name: (part) => file.text(part, "Person", "who"),
      add: { label: this.t.add_person, none: this.t.nobody, make: (said) => this.newPerson(said) },
      fields: (part, path) => {
        const place = this.at(part, "Person", path);
        const contact = this.inside(part, "Person", "contact", "Contact", path);
        const reach = this.inside(part, "Person", "reachability", "Reachability", path);
        const relation = this.inside(part, "Person", "relation", "Relation", path);
        return [
          this.ask(place, "who", "meaning", "own_voice", "circle"),
          this.ties(part, path),
          this.changes(part, path),
          this.more(this.t.contact, this.ask(place, "belongs", "ring", "since"), this.ask(contact, "how_often", "how", "state")),
          this.more(this.t.more, this.ask(place, "kind", "deceased", "missed", "pseudonym", "age"), this.ask(relation, "what", ["to", "centre"]), this.ask(reach, "travel_time", "time", "at_a_distance"), this.ask(place, "talents")),
          this.support(part, path),
        ];
      },
    });
  }

  /* The ties of someone: one with everyone in the middle, or one with each. */
  ties(person, path) {
    const { file, form } = this;
    const under = [...path, file.word("Person", "ties")];
    const several = file.parts(file.root, "Case", "centre").length > 1;
    const ties = file.parts(person, "Person", "ties");
    const tie = (part, index) => {
      const place = {
        model: "Tie", path: [...under, index],
        get: () => file.parts(person, "Person", "ties")[index],
        make: () => {
          const now = file.parts(person, "Person", "ties")[index];
          return now ? file.long(person, "Person", "ties", now, "Tie") : file.add(person, "Person", "ties", []);
        },
        tidy: () => {
          const now = file.parts(person, "Person", "ties")[index];
          if (YAML.isMap(now) && !now.items.length) file.remove(person, "Person", "ties", now);
        },
      };
      return h("fieldset", { class: "tie" }, h("legend", {}, this.t.tie), several && this.ask(place, ["to", "centre"]), this.ask(place, "strength", "tension", "energy", "word", "state"));
    };
    const add = () => { file.add(person, "Person", "ties", [[file.word("Tie", "to"), this.fields.people("centre")[0]?.[0] || ""]]); form.show(".tie:last-of-type select"); };
    return [(ties.length ? ties : [null]).map(tie), several && ties.length > 0 && h("button", { type: "button", onclick: add }, this.t.add_tie)];
  }

  /* What goes to and fro: at the very end, and never needed. */
  support(person, path) {
    const { file } = this;
    const part = file.parts(person, "Person", "ties")[0];
    if (!YAML.isMap(part)) return null;
    const under = [...path, file.word("Person", "ties"), 0];
    return this.more(this.t.support, this.ask(this.inside(part, "Tie", "support", "Support", under), "emotional", "company", "advice", "practical"));
  }

  /* What is different on later maps. */
  changes(person, path) {
    const { file } = this;
    const maps = file.parts(file.root, "Case", "maps").filter(YAML.isMap).filter((part) => !file.text(part, "Map", "beside")).slice(1);
    return maps.map((map) => {
      const id = file.text(map, "Map", "id");
      const under = [...path, file.word("Person", "changed"), id];
      return this.more(this.t.later.replace("{moment}", file.text(map, "Map", "moment") || id), this.change(person, id, under));
    });
  }

  change(person, id, path) {
    const { file } = this;
    const get = () => {
      const changed = file.part(person, "Person", "changed");
      return YAML.isMap(changed) ? changed.items.find((pair) => String(pair.key) === id)?.value : null;
    };
    const make = () => {
      const changed = file.within(person, "Person", "changed", "Change");
      const pair = changed.items.find((each) => String(each.key) === id);
      if (pair && YAML.isMap(pair.value)) return pair.value;
      const made = new YAML.YAMLMap();
      const short = pair && YAML.isScalar(pair.value) && pair.value.value;
      if (short) made.items.push(new YAML.Pair(pair.value, new YAML.Scalar(file.data.yes[file.language])));
      if (pair) pair.value = made;
      else changed.items.push(new YAML.Pair(new YAML.Scalar(id), made));
      return made;
    };
    const tidy = () => {
      const changed = file.part(person, "Person", "changed");
      if (!YAML.isMap(changed)) return;
      changed.items = changed.items.filter((pair) => !(YAML.isMap(pair.value) && !pair.value.items.length));
      file.tidy(person, "Person", "changed");
    };
    const place = { model: "Change", path, get: () => (YAML.isMap(get()) ? get() : null), make, tidy };
    const short = YAML.isScalar(get()) ? h("p", { class: "help" }, `${readable(String(get().value))}.`) : null;
    const one = file.word("Change", "ties");
    const to = file.text(file.parts(person, "Person", "ties").find(YAML.isMap) || new YAML.YAMLMap(), "Tie", "to") || file.data.everyone[file.language];
    const tie = {
      model: "TieChange", path: [...path, one, to],
      get: () => {
        const ties = YAML.isMap(get()) ? file.part(get(), "Change", "ties") : null;
        return YAML.isMap(ties) ? ties.items.find((pair) => String(pair.key) === to)?.value : null;
      },
      make: () => {
        const ties = file.within(make(), "Change", "ties", "TieChange");
        const pair = ties.items.find((each) => String(each.key) === to);
        if (pair && YAML.isMap(pair.value)) return pair.value;
        const made = new YAML.YAMLMap();
        if (pair && pair.value) made.items.push(new YAML.Pair(new YAML.Scalar(file.word("TieChange", "strength")), pair.value));
        if (pair) pair.value = made;
        else ties.items.push(new YAML.Pair(new YAML.Scalar(to), made));
        return made;
      },
      tidy: () => {
        const ties = YAML.isMap(get()) ? file.part(get(), "Change", "ties") : null;
        if (YAML.isMap(ties)) ties.items = ties.items.filter((pair) => !(YAML.isMap(pair.value) && !pair.value.items.length));
        if (YAML.isMap(get())) file.tidy(get(), "Change", "ties");
        tidy();
      },
    };
    return [short, this.ask(place, "enters", "leaves", "meaning"), this.ask(tie, "strength", "tension", "energy", "word", "state")];
  }

  moments() {
    const { file } = this;
    return this.oneByOne({
      field: "maps", model: "Map",
      name: (part) => file.text(part, "Map", "moment") || file.text(part, "Map", "id"),
      add: { label: this.t.add_map, none: this.t.no_map, make: (said) => [[file.word("Map", "id"), file.newId(said, [...this.taken("maps"), "index"])], [file.word("Map", "moment"), said]] },
      fields: (part, path) => {
        const later = file.parts(file.root, "Case", "maps").indexOf(part) > 0;
        return this.ask(this.at(part, "Map", path), "moment", "when", ["seen_by", "voice"], ["drawn_with", "voice"], "noticed", "longing", ...(later ? ["in_between"] : []));
      },
    });
  }

  dilemmas() {
    const { file } = this;
    const words = Object.keys(file.data.lists[file.language].DilemmaType);
    return this.oneByOne({
      field: "dilemmas", model: "Dilemma",
      name: (part) => file.text(part, "Dilemma", "name") || readable(file.text(part, "Dilemma", "type")),
      add: { label: this.t.add_dilemma, options: words.map((word) => [word, readable(word)]), none: this.t.no_dilemma, make: (said) => [[file.word("Dilemma", "type"), said]] },
      fields: (part, path) => {
        const own = file.data.lists[file.language].DilemmaType[file.text(part, "Dilemma", "type")] === "other";
        const place = this.at(part, "Dilemma", path);
        return this.ask(place, ...(own ? ["name", "meaning"] : []), ["holder", "voice"], ["according_to", "voice"], ["around", "around"], ["map", "map"], "story", "on_one_hand", "on_other_hand", "deliberate_choice", "questions");
      },
    });
  }

  expect() {
    const { file } = this;
    return this.oneByOne({
      field: "expectations", model: "Expectation",
      name: (part) => file.text(part, "Expectation", "what"),
      add: { label: this.t.add_expectation, none: this.t.no_expectation, make: (said) => [[file.word("Expectation", "what"), said]] },
      fields: (part, path) => this.ask(this.at(part, "Expectation", path), "what", ["of", "person"], "discussed", "possible"),
    });
  }

  publish() {
    const { file } = this;
    const place = this.inside(file.root, "Case", "publication", "Publication", []);
    const get = () => file.part(file.root, "Case", "publication");
    const within = (inner) => ({
      model: inner, path: [...place.path, file.word("Publication", "consent")],
      get: () => (YAML.isMap(get()) ? file.part(get(), "Publication", "consent") : null),
      make: () => file.within(place.make(), "Publication", "consent", inner),
      tidy: () => { if (YAML.isMap(get())) file.tidy(get(), "Publication", "consent"); },
    });
    return [
      this.ask(place, "intended_for", "origin", "altered"),
      this.more(this.t.consent, h("p", {}, this.t.consent_lead), this.ask(within("Consent"), "by", "scope", "month", "valid_until", "text_read", "reference", "withdrawn")),
      h("p", {}, this.t.review),
    ];
  }
}
