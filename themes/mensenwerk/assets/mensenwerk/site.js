/* What pages do besides being read: the menu on a narrow screen, light and dark, moments, paper.
   A classic script without dependencies: it has to work from a folder, opened by double-click. */
(function () {
  "use strict";

  const narrow = matchMedia("(max-width: 59.99em)"); // the same measure as in site.css

  /* ---- menu: a closed one is not drawn (site.css), so it takes no focus ---- */

  const menuButton = document.querySelector(".mw-menu-button");
  const menu = document.getElementById("mw-menu");

  function openMenu(open) {
    menuButton.setAttribute("aria-expanded", String(open));
    menu.toggleAttribute("data-open", open);
  }

  if (menuButton && menu) {
    const isOpen = () => menuButton.getAttribute("aria-expanded") === "true";
    menuButton.addEventListener("click", () => openMenu(!isOpen()));
    document.addEventListener("keydown", (event) => {
      const inside = menu.contains(event.target) || event.target === menuButton;
      if (event.key !== "Escape" || !isOpen() || !inside) return;
      openMenu(false);
      menuButton.focus();
    });
  }

  const contents = document.querySelector(".mw-toc details");
  if (contents) {
    const fit = () => (contents.open = !narrow.matches); // beside the text, or folded above it
    narrow.addEventListener("change", fit);
    fit();
  }

  /* ---- light and dark: javascripts/palette.html has set the colours before anything was drawn ---- */

  const darkButton = document.querySelector(".mw-dark-button");
  if (darkButton) {
    const isDark = () => document.body.getAttribute("data-md-color-scheme") === "slate";
    const tell = () => darkButton.setAttribute("aria-pressed", String(isDark()));
    darkButton.addEventListener("click", () => {
      const scheme = isDark() ? "default" : "slate";
      document.body.setAttribute("data-md-color-scheme", scheme);
      try {
        localStorage.setItem("mensenwerk.scheme", scheme);
      } catch {
        /* a private window: the choice lasts as long as the page */
      }
      tell();
    });
    tell();
  }

  /* ---- moments: <fieldset class="mw-moments"> with radios, whose values are ids of .mw-moment (or "all") ---- */

  function setUpMoments(choices) {
    const radios = [...choices.querySelectorAll("input[type=radio]")];
    const moments = radios.map((radio) => document.getElementById(radio.value)).filter(Boolean);
    const status = document.createElement("p");
    status.className = "mw-moments__status";
    status.setAttribute("role", "status");
    choices.after(status);

    function show(tell) {
      const chosen = radios.find((radio) => radio.checked) || radios[0];
      if (!chosen) return;
      chosen.checked = true;
      for (const moment of moments) moment.hidden = chosen.value !== "all" && moment.id !== chosen.value;
      const name = chosen.labels[0].textContent.trim();
      if (tell) status.textContent = (choices.dataset.shown || "{moment}").replace("{moment}", () => name);
    }

    /** A link to something inside a moment opens that moment. */
    function followAddress() {
      const target = document.getElementById(location.hash.slice(1)); // ids of moments are plain ASCII
      const moment = target && target.closest(".mw-moment[hidden]");
      const radio = moment && radios.find((one) => one.value === moment.id);
      if (!radio) return;
      radio.checked = true;
      show(true);
      target.scrollIntoView();
    }

    choices.addEventListener("change", () => show(true));
    addEventListener("hashchange", followAddress);
    show(false);
    followAddress();
  }

  document.querySelectorAll(".mw-moments").forEach(setUpMoments);

  /* ---- paper: everything that was closed opens, and closes again afterwards ---- */

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open])")];
    closed.forEach((details) => (details.open = true));
  });
  addEventListener("afterprint", () => closed.forEach((details) => (details.open = false)));
})();
