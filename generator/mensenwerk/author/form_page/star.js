/* The map so far, as a simple star: everyone around the middle in the order of the file, with the ecomap's own signs. It
   has no layout of its own; the book draws it as it should be. */

const CORE = 54;
const SYMBOL = { width: 60, height: 25 };
const ROW = 15;

class Star {
  constructor(data, words) {
    this.data = data;
    this.words = words;
  }

  /* The people of a map as the file has them: what they are and their ties, after the changes up to that map. */
  static people(file, upTo) {
    const maps = file.parts(file.root, "Case", "maps").filter(YAML.isMap).map((part) => file.text(part, "Map", "id"));
    const until = upTo ? maps.slice(0, maps.indexOf(upTo) + 1) : [];
    return file.parts(file.root, "Case", "people").filter(YAML.isMap).map((person) => Star.person(file, person, until)).filter(Boolean);
  }

  static person(file, person, until) {
    const changed = file.part(person, "Person", "changed");
    const changes = YAML.isMap(changed) ? changed.items.map((pair) => [String(pair.key), pair.value]) : [];
    const does = (change, field) => YAML.isScalar(change) ? fold(String(change.value)) === fold(file.word("Change", field)) : YAML.isMap(change) && fold(file.text(change, "Change", field)) === fold(file.data.yes[file.language]);
    const enters = changes.find(([, change]) => does(change, "enters"));
    let here = !enters;
    const one = { who: file.text(person, "Person", "who"), circles: file.texts(person, "Person", "circle"), kind: file.text(person, "Person", "kind"), deceased: file.text(person, "Person", "deceased"), missed: file.text(person, "Person", "missed"), ties: [] };
    const contact = file.part(person, "Person", "contact");
    const state = YAML.isMap(contact) ? file.text(contact, "Contact", "state") : "";
    for (const tie of file.parts(person, "Person", "ties")) {
      const said = (field) => file.said(tie, "Tie", field);
      one.ties.push({ to: said("to"), strength: said("strength"), tension: said("tension"), energy: said("energy"), word: said("word"), state: said("state") || state });
    }
    for (const id of until) {
      const [, change] = changes.find(([key]) => key === id) || [];
      if (!change) continue;
      if (does(change, "enters")) here = true;
      if (does(change, "leaves")) here = false;
      if (YAML.isMap(change)) Star.change(file, one, change);
    }
    return here ? one : null;
  }

  static change(file, one, change) {
    const ties = file.part(change, "Change", "ties");
    if (!YAML.isMap(ties)) return;
    for (const pair of ties.items) {
      const id = String(pair.key);
      let tie = one.ties.find((each) => each.to === id || !each.to);
      if (!tie) one.ties.push((tie = { to: id, strength: "", tension: "", energy: "", word: "", state: "" }));
      for (const field of ["strength", "tension", "energy", "word", "state"]) {
        const said = file.said(pair.value, "TieChange", field);
        if (said) tie[field] = said;
      }
    }
  }

  /* The picture of a tie, by its words in the model. */
  key(file, tie) {
    const value = (list, word) => Object.entries(this.data.lists[file.language][list]).find(([said]) => fold(said) === fold(word || "?"))?.[1];
    const tension = value("Tension", tie.tension);
    const across = tension && tension !== "no" ? tension : "-";
    if (value("State", tie.state) === "broken") return { key: `broken ${across}`, says: ["broken", across] };
    const energy = value("Energy", tie.energy);
    const flows = energy && energy !== "none" ? energy : "-";
    const strength = value("Strength", tie.strength) || "ordinary";
    return { key: `${strength} ${across} ${flows}`, says: [strength, across === "-" ? "" : `tension-${across}`, flows === "-" ? "" : `energy-${flows}`] };
  }

  shape(file, one) {
    const value = (list, word) => Object.entries(this.data.lists[file.language][list]).find(([said]) => fold(said) === fold(word || "?"))?.[1];
    const yes = (word) => fold(word) === fold(this.data.yes[file.language]);
    const kind = value("Kind", one.kind);
    if (["group", "organisation", "animal", "place"].includes(kind)) return kind;
    if (yes(one.deceased)) return "deceased";
    if (yes(one.missed)) return "missed";
    return one.circles.some((circle) => value("Circle", circle) === "professional") ? "professional" : "person";
  }

  draw(file, svg, people, middle) {
    const lengths = Object.keys(this.data.ties).map(Number);
    const far = people.length > 8;
    const reach = people.length ? CORE + lengths[far ? 1 : 0] + SYMBOL.width + 44 : 2 * CORE;
    svg.setAttribute("viewBox", `${-reach - 20} ${-reach} ${2 * reach + 40} ${2 * reach}`);
    const parts = [`<circle class="core" r="${CORE}"/>`, this.label(middle, 0, 0, "core-name", 4)];
    people.forEach((one, index) => {
      const angle = -Math.PI / 2 + (index * 2 * Math.PI) / people.length;
      const length = lengths[far && index % 2 ? 1 : 0];
      one.ties.forEach((tie, row) => {
        const aside = (row - (one.ties.length - 1) / 2) * 14;
        const start = [Math.cos(angle) * (CORE + length), Math.sin(angle) * (CORE + length)];
        const turn = (angle * 180) / Math.PI + 180;
        parts.push(`<g transform="translate(${start.map(round)}) rotate(${round(turn)}) translate(0 ${round(aside)})">${this.data.ties[length][this.key(file, tie).key]}</g>`);
        if (tie.word && !far) {
          const half = CORE + length / 2;
          const upright = Math.abs(Math.cos(angle)) < 0.5; /* beside a line that stands, above one that lies */
          const [x, y] = [Math.cos(angle) * half + (upright ? 11 : 0), Math.sin(angle) * half + row * ROW - (upright ? -4 : 10)];
          parts.push(`<text class="word${upright ? " beside" : ""}" x="${round(x)}" y="${round(y)}">${escaped(tie.word)}</text>`);
        }
      });
      const edge = Math.min(SYMBOL.width / 2 / Math.max(Math.abs(Math.cos(angle)), 0.01), SYMBOL.height / 2 / Math.max(Math.abs(Math.sin(angle)), 0.01));
      const away = CORE + length + edge + 4;
      const [x, y] = [Math.cos(angle) * away, Math.sin(angle) * away];
      const picture = this.data.shapes[this.shape(file, one)].replace("<svg ", `<svg x="${round(x - SYMBOL.width / 2)}" y="${round(y - SYMBOL.height / 2)}" `).replace('width="48" height="20"', `width="${SYMBOL.width}" height="${SYMBOL.height}"`);
      parts.push(picture, this.label(one.who, x, y + (Math.sin(angle) < -0.3 ? -SYMBOL.height : SYMBOL.height), "name", 3, Math.sin(angle) < -0.3));
    });
    svg.innerHTML = parts.join("");
  }

  /* A few short lines; `up`: the last of them stands at y. */
  label(text, x, y, kind, most, up) {
    const rows = [];
    for (const word of text.split(/\s+/)) {
      if (rows.length && `${rows[rows.length - 1]} ${word}`.length <= 15) rows[rows.length - 1] += ` ${word}`;
      else rows.push(word);
    }
    if (rows.length > most) rows.splice(most - 1, rows.length, "…");
    const first = kind === "core-name" ? y - ((rows.length - 1) * ROW) / 2 + 4 : up ? y - (rows.length - 1) * ROW + 6 : y + 4;
    return rows.map((row, index) => `<text class="${kind}" x="${round(x)}" y="${round(first + index * ROW)}">${escaped(row)}</text>`).join("");
  }

  /* The same in words: a line for each. */
  told(file, people) {
    return people.map((one) => {
      const ties = one.ties.map((tie) => [...this.key(file, tie).says.filter((key) => this.words[key]).map((key) => this.words[key]), tie.word].filter(Boolean).join(", "));
      return [one.who, ties.filter(Boolean).join("; ")].filter(Boolean).join(": ");
    });
  }
}

const round = (value) => Math.round(value * 10) / 10;
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
