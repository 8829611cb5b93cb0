/* A map to take along, made here when a reader asks for it, so that the site stays small: a sheet of A4 with title, date
   and legend, as SVG or as a picture of 300 dots to the inch. Nothing leaves this computer. */
(function () {
  "use strict";

  const words = document.currentScript.dataset;
  const NS = document.querySelector("svg").namespaceURI; // the header has one on every page
  const [width, height, margin, gap, small] = [842, 595, 34, 12, 9.5]; // A4, lying, in points
  const MAP = "svg:is(.mw-ecomap, .mw-view)";
  const FONT = "Arial, Liberation Sans, Helvetica, sans-serif";
  const ruler = document.createElement("canvas").getContext("2d");

  function element(tag, attributes, parent) {
    const made = document.createElementNS(NS, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    if (parent) parent.append(made);
    return made;
  }

  function widthOf(text, size, weight) {
    ruler.font = `${weight} ${size}px ${FONT}`;
    return ruler.measureText(text).width;
  }

  function rows(text, size, weight) {
    const found = [""];
    for (const word of text.trim().split(/\s+/)) {
      const longer = `${found.at(-1)} ${word}`.trim();
      if (found.at(-1) && widthOf(longer, size, weight) > width - 2 * margin) found.push(word);
      else found[found.length - 1] = longer;
    }
    return found;
  }

  function write(sheet, x, y, text, size, weight = 400) {
    element("text", { x, y, "font-size": size, "font-weight": weight, fill: "#27343b" }, sheet).textContent = text;
  }

  /** A copy with its colours in it, those of a light page: outside the body nothing is dark. */
  function plain(svg) {
    const copy = svg.cloneNode(true);
    const holder = document.createElement("div");
    holder.style.cssText = "position: absolute; left: -9999px; width: 800px";
    document.documentElement.append(holder);
    holder.append(copy);
    copy.removeAttribute("data-look");
    for (const part of copy.querySelectorAll("*")) part.classList.remove("mw-on");
    for (const part of copy.querySelectorAll("*")) {
      const style = getComputedStyle(part);
      for (const name of ["fill", "stroke", "stroke-width"]) part.setAttribute(name, style.getPropertyValue(name));
    }
    for (const part of [copy, ...copy.querySelectorAll("*")]) {
      for (const name of ["class", "id", "data-p", "data-q"]) part.removeAttribute(name);
    }
    holder.remove();
    return [...copy.childNodes];
  }

  function sheetOf(figure) {
    const svg = figure.querySelector(MAP);
    const say = (name) => (figure.querySelector(name)?.textContent || "").trim();
    const brand = (document.querySelector(".mw-brand")?.textContent || "").trim();
    const sheet = element("svg", {
      width: "297mm",
      height: "210mm",
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "font-family": FONT,
    });
    element("title", {}, sheet).textContent = say(".mw-map__title");
    element("rect", { width, height, fill: "#ffffff" }, sheet);
    let y = margin;
    for (const [text, size, weight, more] of [
      [say(".mw-map__title"), 17, 700, 4],
      [say(".mw-map__when"), small, 400, 3],
    ]) {
      for (const row of text ? rows(text, size, weight) : []) {
        y += size + more;
        write(sheet, margin, y, row, size, weight);
      }
    }
    const legend = [...figure.querySelectorAll(".mw-legend li:has(svg)")];
    const meaning = (item) => item.querySelector("span").textContent.trim();
    const widest = Math.max(0, ...legend.map((item) => widthOf(meaning(item), small, 400)));
    const columns = Math.max(1, Math.min(5, Math.floor((width - 2 * margin) / (56 + widest))));
    const top = height - margin - small - gap - Math.ceil(legend.length / columns) * 16.5;
    legend.forEach((item, place) => {
      const x = margin + ((place % columns) * (width - 2 * margin)) / columns;
      const line = top + Math.floor(place / columns) * 16.5;
      const key = { x, y: line, width: 34.5, height: 14.4, viewBox: "0 0 48 20" };
      element("svg", key, sheet).append(...plain(item.querySelector("svg")));
      write(sheet, x + 43, line + 10.6, meaning(item), small);
    });
    const room = { x: margin, y: y + gap, width: width - 2 * margin, height: top - y - 2 * gap };
    element("svg", { ...room, viewBox: svg.getAttribute("viewBox") }, sheet).append(...plain(svg));
    write(sheet, margin, height - margin, (figure.dataset.foot || "").replace("{book}", () => brand), small);
    return new XMLSerializer().serializeToString(sheet);
  }

  function save(blob, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  async function pictureOf(sheet) {
    const image = new Image();
    image.src = URL.createObjectURL(new Blob([sheet], { type: "image/svg+xml" }));
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [3508, 2480]; // 300 dots to the inch
    canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
    URL.revokeObjectURL(image.src);
    return new Promise((done) => canvas.toBlob(done, "image/png"));
  }

  for (const figure of document.querySelectorAll(".mw-map")) {
    const svg = figure.querySelector(MAP);
    if (!svg) continue;
    const tools = document.createElement("p");
    tools.className = "mw-take";
    for (const form of ["svg", "png"]) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = words[form];
      button.setAttribute("aria-describedby", `${svg.id}-title`);
      button.addEventListener("click", async () => {
        const sheet = sheetOf(figure);
        const made = form === "svg" ? new Blob([sheet], { type: "image/svg+xml" }) : await pictureOf(sheet);
        save(made, `${svg.id}.${form}`);
      });
      tools.append(button, " ");
    }
    figure.querySelector("figcaption").append(tools);
  }
})();
