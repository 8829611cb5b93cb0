/* Maps and tables on a narrow screen. What is wider than the page becomes a region with a name that a keyboard
   can scroll; what fits takes no focus. Tables with one row of headings can stack their rows (text.css). */
(function () {
  "use strict";

  const { wideTable: nameless, wideMap: hint } = document.currentScript.dataset;
  const names = new Map(); // scroller → its name; a div that is no region may not have one

  function setScroller(table) {
    const scroller = document.createElement("div");
    scroller.className = "mw-scroll";
    names.set(scroller, table.caption ? table.caption.textContent.trim() : nameless);
    table.replaceWith(scroller);
    scroller.append(table);
  }

  /** Every cell gets the name of its column, and roles that stay when style sheets lay cells out as blocks. */
  function makeStackable(table) {
    const headings = table.tHead ? [...table.tHead.rows] : [];
    if (headings.length !== 1 || table.querySelector("[colspan], [rowspan]")) return;
    table.classList.add("mw-stack");
    table.setAttribute("role", "table");
    for (const group of [table.tHead, ...table.tBodies]) group.setAttribute("role", "rowgroup");
    for (const row of table.rows) {
      row.setAttribute("role", "row");
      [...row.cells].forEach((cell, column) => {
        const header = row === headings[0] ? "columnheader" : "rowheader";
        cell.setAttribute("role", cell.matches("th") ? header : "cell");
        cell.dataset.label = headings[0].cells[column]?.textContent.trim() || "";
      });
    }
  }

  function fit(scroller) {
    const wide = scroller.scrollWidth > scroller.clientWidth + 1;
    const region = { tabindex: "0", role: "region", "aria-label": names.get(scroller) };
    for (const [name, value] of Object.entries(region)) {
      if (wide) scroller.setAttribute(name, value);
      else scroller.removeAttribute(name);
    }
    if (!scroller.matches(".mw-map__scroll")) return;
    // What has someone in the middle starts there, not with whoever stands at the left.
    const rows = scroller.querySelector(".mw-view:not(:has(.mw-eco-core))");
    if (!rows) scroller.scrollLeft = (scroller.scrollWidth - scroller.clientWidth) / 2;
    told(scroller).hidden = !wide;
    tellSides(scroller);
  }

  /** A sentence under a picture that is wider than the page. */
  function told(scroller) {
    const next = scroller.nextElementSibling;
    if (next && next.matches(".mw-map__hint")) return next;
    const line = document.createElement("p");
    line.className = "mw-map__hint";
    line.textContent = hint;
    scroller.after(line);
    return line;
  }

  /** On which sides there is more to see: the picture fades out there. */
  function tellSides(scroller) {
    const left = scroller.scrollLeft > 2;
    const right = scroller.scrollLeft + scroller.clientWidth < scroller.scrollWidth - 2;
    const sides = [left && "left", right && "right"].filter(Boolean).join(" ");
    if (sides) scroller.dataset.more = sides;
    else delete scroller.dataset.more;
  }

  for (const table of document.querySelectorAll(".mw-article table")) {
    makeStackable(table);
    setScroller(table);
  }
  const watcher = new ResizeObserver((changes) => changes.forEach((change) => fit(change.target)));
  for (const scroller of document.querySelectorAll(".mw-scroll, .mw-map__scroll")) {
    if (!names.has(scroller)) names.set(scroller, scroller.dataset.name || "");
    if (scroller.matches(".mw-map__scroll")) scroller.addEventListener("scroll", () => tellSides(scroller), { passive: true });
    watcher.observe(scroller);
  }
})();
