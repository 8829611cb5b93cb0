/* Looking at a map: at one person and whom they know, or at what gives energy, what costs it, where there is tension and
   who knows whom. Never at what people could be used for. Without this script the map, its legend and its table say the same. */
(function () {
  "use strict";

  const words = document.currentScript.dataset;

  function choice(label, options) {
    const around = document.createElement("label");
    const select = document.createElement("select");
    for (const [value, text] of options) select.add(new Option(text, value));
    around.append(`${label} `, select);
    return [around, select];
  }

  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  const small = (cell) => cell.textContent.trim();

  /** What the table says of someone, and what the page says they mean. */
  function told(row) {
    const [who, , tie, contact, knows] = [...row.cells].map(small);
    const lines = [`${who}. ${capital(tie)}.`];
    if (contact) lines.push(`${capital(contact)}.`);
    if (knows) lines.push(`${words.knows} ${knows}.`);
    const person = [...document.querySelectorAll(".mw-person")].find((each) => {
      const name = each.querySelector(".mw-person__who");
      return name && name.firstChild.textContent.trim() === who;
    });
    for (const said of person ? person.querySelectorAll(".mw-person__meaning p, .mw-person__voice p") : []) {
      lines.push(small(said));
    }
    return lines.join(" ");
  }

  const isLink = (part) => part.closest(".mw-eco-links");
  const isTie = (part) => part.closest(".mw-eco-ties, .mw-eco-words");

  function isOf(line, quality) {
    if (quality === "known") return isLink(line);
    if (quality === "centre") return isTie(line);
    return (line.dataset.q || "").split(" ").includes(quality);
  }

  function setUp(figure) {
    const svg = figure.querySelector("svg.mw-ecomap");
    const rows = new Map([...figure.querySelectorAll("tr[data-p]")].map((row) => [row.dataset.p, row]));
    if (!svg || rows.size < 2) return;
    const parts = [...svg.querySelectorAll("[data-p]")];
    const occurs = (quality) => parts.some((part) => (part.dataset.q || "").split(" ").includes(quality));
    const qualities = ["gives", "costs", "tense"].filter(occurs);
    // who knows whom, alone or left out, where a map tells it
    if (parts.some(isLink) && parts.some(isTie)) qualities.push("known", "centre");

    const tools = document.createElement("div");
    tools.className = "mw-look";
    tools.setAttribute("role", "group");
    tools.setAttribute("aria-label", words.look);
    const people = [...rows].map(([number, row]) => [number, small(row.cells[0])]);
    const [whoLabel, who] = choice(words.who, [["", words.everyone], ...people]);
    const [whatLabel, what] = choice(words.what, [["", words.all], ...qualities.map((each) => [each, words[each]])]);
    const said = document.createElement("p");
    said.className = "mw-look__said";
    said.setAttribute("role", "status");
    tools.append(whoLabel, ...(qualities.length ? [whatLabel] : []), said);
    (figure.querySelector(":scope > figure > .mw-legend") || figure.querySelector(".mw-map__scroll")).after(tools);

    /** Those who are shown: a person with everyone a line leads to, or everyone with a tie of this kind. */
    function show(person, quality) {
      svg.toggleAttribute("data-look", Boolean(person || quality));
      const of = (part) => part.dataset.p.split(" ");
      const isLine = (part) => isLink(part) || isTie(part);
      const lines = parts.filter(
        (part) => isLine(part) && (!person || of(part).includes(person)) && (!quality || isOf(part, quality)),
      );
      const near = new Set(lines.flatMap(of));
      if (person) near.add(person);
      const on = new Set(lines);
      for (const part of parts) {
        if (!isLine(part) && near.has(part.dataset.p)) on.add(part);
      }
      for (const part of parts) part.classList.toggle("mw-on", on.has(part));
    }

    function choose() {
      show(who.value, what.value);
      said.textContent = who.value ? told(rows.get(who.value)) : "";
    }

    who.addEventListener("change", () => {
      what.value = "";
      choose();
    });
    what.addEventListener("change", () => {
      who.value = "";
      choose();
    });
    const under = (event) => event.target.closest(".mw-eco-people [data-p], .mw-eco-text [data-p]");
    svg.addEventListener("mouseover", (event) => {
      const part = under(event);
      if (part) show(part.dataset.p, "");
      else choose();
    });
    svg.addEventListener("mouseleave", choose);
    svg.addEventListener("click", (event) => {
      const part = under(event);
      who.value = part ? part.dataset.p : "";
      what.value = "";
      choose();
    });
    addEventListener("beforeprint", () => show("", ""));
    addEventListener("afterprint", choose);
  }

  document.querySelectorAll(".mw-map").forEach(setUp);
})();
