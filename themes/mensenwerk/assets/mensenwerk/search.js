/* Finds pages in `mensenwerkSearchIndex`, which search_index.py wrote when the site was built (the shape of
   it is described there). The texts of pages that were found come in scripts of their own. Loaded on the search page alone, as a classic script: on file:// browsers refuse
   modules and requests. Nothing that the reader types leaves the page. */
(function () {
  "use strict";

  const box = document.querySelector("[data-mw-search]");
  const index = window.mensenwerkSearchIndex;
  if (!box || !index) return;
  const here = document.currentScript.src;
  const siteRoot = new URL("../../", here);

  /* ---- words ---- */

  const folded = new Map();
  const WORD = /[\p{L}\p{N}]+(?:['’ʼ][\p{L}\p{N}]+)*/gu;

  /** The same steps as fold() in search_index.py, and apostrophes out: Cliënt → client, collega’s → collegas. */
  function fold(text) {
    const known = folded.get(text);
    if (known !== undefined) return known;
    const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/['’ʼ]/g, "");
    const result = Array.from(plain, (letter) => index.fold[letter] || letter).join("");
    folded.set(text, result);
    return result;
  }

  const forms = [];
  const wordOfForm = new Map();
  const wordOfStem = new Map();
  index.words.forEach(([stem, itsForms], word) => {
    wordOfStem.set(stem, word);
    for (const form of itsForms.split(" ")) {
      forms.push(form);
      wordOfForm.set(form, word);
    }
  });

  /** `asked` without an ending, for a form that stands on no page: mantelzorgers → mantelzorger. */
  function shortened(asked) {
    const found = new Set();
    for (const ending of index.endings) {
      if (!asked.endsWith(ending) || asked.length - ending.length < 3) continue;
      const rest = asked.slice(0, -ending.length);
      found.add(rest);
      if (rest.at(-1) === rest.at(-2)) found.add(rest.slice(0, -1)); // vriendinn(en) → vriendin
    }
    return found;
  }

  /** Word number → closeness: the word itself, its relatives, its beginning, a part of a compound. */
  function wordsLike(asked) {
    const close = new Map();
    const add = (word, closeness) => {
      if (word !== undefined && !(close.get(word) >= closeness)) close.set(word, closeness);
    };
    const rests = shortened(asked);
    add(wordOfForm.get(asked), 1);
    for (const rest of rests) {
      add(wordOfForm.get(rest), 0.8);
      add(wordOfStem.get(rest), 0.8);
    }
    const parts = asked.length >= 4 ? [asked] : [];
    const stem = wordOfForm.has(asked) ? index.words[wordOfForm.get(asked)][0] : "";
    for (const rest of [stem, ...rests]) if (rest.length >= 5 && asked.startsWith(rest)) parts.push(rest);
    for (const form of forms) {
      if (asked.length >= 2 && form.startsWith(asked)) add(wordOfForm.get(form), 0.5);
      else if (parts.some((part) => form.includes(part))) add(wordOfForm.get(form), 0.3);
    }
    return close;
  }

  /* ---- pages ---- */

  const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const VALUE = new Map(Array.from(DIGITS, (digit, value) => [digit, value]));
  const LEVELS = 16;

  /** On which pages a word stands, and how much it weighs there. */
  function postingsOf(word) {
    const found = [];
    let page = -1;
    let number = 0;
    let place = 1;
    for (const digit of index.words[word][2]) {
      const value = VALUE.get(digit);
      number += (value % 32) * place;
      place *= 32;
      if (value >= 32) continue;
      page += 1 + Math.floor(number / LEVELS);
      found.push([page, 1 + (number % LEVELS)]);
      number = 0;
      place = 1;
    }
    return found;
  }

  /** Page number → the best score that any of these words gives it. Rare words weigh more. */
  function pagesWith(close) {
    const scores = new Map();
    for (const [word, closeness] of close) {
      const postings = postingsOf(word);
      const rarity = Math.log(1 + index.pages.length / postings.length);
      for (const [page, weight] of postings) {
        const score = closeness * rarity * weight;
        if (!(scores.get(page) >= score)) scores.set(page, score);
      }
    }
    return scores;
  }

  /** Pages with all the words; when there are none, those with most of them (`all` tells which). */
  function find(query) {
    const asked = [...new Set((query.match(WORD) || []).map(fold))];
    const total = new Map();
    const seen = new Set();
    for (const word of asked) {
      const close = wordsLike(word);
      close.forEach((_, like) => seen.add(like));
      for (const [page, score] of pagesWith(close)) {
        const sum = total.get(page) || { page, words: 0, score: 0 };
        total.set(page, { page, words: sum.words + 1, score: sum.score + score });
      }
    }
    const hits = [...total.values()];
    const whole = hits.filter((hit) => hit.words === asked.length);
    const ordered = (whole.length ? whole : hits).sort(
      (a, b) => b.words - a.words || b.score - a.score || a.page - b.page,
    );
    return { pages: ordered.map((hit) => hit.page), all: whole.length > 0 || !hits.length, seen };
  }

  /* ---- what the reader sees ---- */

  const form = box.querySelector("form");
  const input = form.querySelector("input");
  const status = box.querySelector("[data-mw-search-status]");
  const section = box.querySelector("[data-mw-search-results]");
  const list = box.querySelector("[data-mw-search-list]");
  const AT_ONCE = 20;
  const BEFORE = 70;
  const LENGTH = 220;

  function element(name, className, ...children) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  const texts = new Map();
  const asking = new Map();

  /** Calls `use` with the text of a page, as soon as it is here. It comes as a script: on file:// nothing else does. */
  function withText(page, use) {
    if (texts.has(page)) return use(texts.get(page));
    if (asking.has(page)) return asking.get(page).push(use);
    asking.set(page, [use]);
    const script = document.createElement("script");
    script.src = new URL(`search/${page}.js`, here).href;
    document.head.append(script);
  }

  window.mensenwerkSearchText = (page, text) => {
    texts.set(page, text);
    (asking.get(page) || []).forEach((use) => use(text));
    asking.delete(page);
  };

  /** Fills `made` with a piece of `text` around the first word found, with the words found in `<mark>`. */
  function excerpt(made, text, seen) {
    const marks = [...text.matchAll(WORD)].filter((match) => seen.has(wordOfForm.get(fold(match[0]))));
    let start = marks.length ? Math.max(0, marks[0].index - BEFORE) : 0;
    if (start) start = text.indexOf(" ", start) + 1;
    let end = Math.min(text.length, start + LENGTH);
    if (end < text.length) end = Math.max(text.lastIndexOf(" ", end), start);
    made.append(start ? "… " : "");
    let at = start;
    for (const match of marks.filter((mark) => mark.index >= start && mark.index + mark[0].length <= end)) {
      made.append(text.slice(at, match.index), element("mark", "", match[0]));
      at = match.index + match[0].length;
    }
    made.append(text.slice(at, end), end < text.length ? " …" : "");
  }

  function result(page, seen) {
    const [uri, title, kind] = index.pages[page];
    const link = element("a", "mw-result__title", title);
    link.href = new URL("./" + uri.split("/").map(encodeURIComponent).join("/"), siteRoot).href;
    const head = element("p", "mw-result__head", link, " ", element("span", "mw-result__kind", kind));
    const piece = element("p", "mw-result__text");
    withText(page, (text) => excerpt(piece, text, seen));
    return element("li", "mw-result", head, piece);
  }

  function showFrom(first, found) {
    const items = found.pages.slice(first, first + AT_ONCE).map((page) => result(page, found.seen));
    list.append(...items);
    if (found.pages.length > first + AT_ONCE) {
      const more = element("button", "mw-search__more", box.dataset.more);
      more.type = "button";
      more.addEventListener("click", () => {
        more.remove();
        showFrom(first + AT_ONCE, found).querySelector("a").focus();
      });
      list.after(more);
    }
    return items[0];
  }

  function sentence(query, found) {
    const count = found.pages.length;
    const kind = !count ? "none" : found.all ? (count === 1 ? "one" : "many") : count === 1 ? "someOne" : "someMany";
    return box.dataset[kind].replace("{n}", () => count).replace("{query}", () => query);
  }

  function show() {
    const query = input.value.trim();
    const found = query ? find(query) : { pages: [], all: true, seen: new Set() };
    list.replaceChildren();
    section.querySelector("button")?.remove();
    section.hidden = !found.pages.length;
    showFrom(0, found);
    status.textContent = query ? sentence(query, found) : "";
  }

  /** Keeps the query in the address, so that a search can be kept, shared and gone back to. */
  function remember() {
    const address = new URL(location.href);
    address.search = input.value.trim() ? "?" + new URLSearchParams({ q: input.value.trim() }) : "";
    try {
      history.replaceState(null, "", address);
      return true;
    } catch {
      return false; // some browsers refuse this on file://
    }
  }

  let waiting;
  input.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      show();
      remember();
    }, 200); // not at every key, or a screen reader would keep talking
  });
  form.addEventListener("submit", (event) => {
    clearTimeout(waiting);
    show();
    if (remember()) event.preventDefault(); // otherwise the browser opens the page anew, with the same result
  });

  box.querySelector(".mw-search__no-script").remove();
  form.hidden = false;
  input.value = new URLSearchParams(location.search).get("q") || "";
  if (input.value) show();
})();
