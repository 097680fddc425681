"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const { labels, lists, clips } = data;
  document.documentElement.classList.add("scripted");

  /** An element with properties, attributes (names with a dash) and children; text is only ever text. */
  function make(tag, properties = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties)) {
      if (name.startsWith("--")) element.style.setProperty(name, value);
      else if (name.includes("-") || name === "role") element.setAttribute(name, value);
      else element[name] = value;
    }
    element.append(...children);
    return element;
  }

  const percent = (permille) => (permille / 10).toFixed(1) + "\u00a0%";
  const names = (indices) => indices.map((k) => labels[k]).join(", ");

  // Sound: one clip at a time.
  const heard = Object.values(clips).some((clip) => clip.a);
  let playing = null;

  function player(clip) {
    if (!clip.a) {
      // Where the whole file is without sounds, its last line says so once.
      return !heard ? "" : make("div", { className: "silent" }, "The sound is not in this file.");
    }
    const audio = make("audio", { preload: "none", src: clip.a });
    const head = make("span", { className: "head" });
    const button = make(
      "button",
      { type: "button", className: "sound", "aria-pressed": "false", "aria-label": "Play " + clip.n },
      make("img", { src: clip.p, alt: "" }),
      head,
      make("span", { className: "length" }, clip.d.toFixed(1) + "\u00a0s" + (clip.cut ? ", cut" : "")),
      audio,
    );
    const follow = () => {
      head.style.left = (100 * audio.currentTime) / (audio.duration || clip.d) + "%";
      if (!audio.paused) requestAnimationFrame(follow);
    };
    audio.addEventListener("play", () => {
      if (playing && playing !== audio) playing.pause();
      playing = audio;
      button.setAttribute("aria-pressed", "true");
      button.dataset.started = "";
      follow();
    });
    for (const event of ["pause", "ended"]) {
      audio.addEventListener(event, () => button.setAttribute("aria-pressed", "false"));
    }
    button.addEventListener("click", (event) => {
      if (!audio.paused) {
        audio.pause();
        return;
      }
      const box = button.getBoundingClientRect();
      const pointed = event.detail > 0 && audio.currentTime > 0 && !audio.ended;
      if (pointed) audio.currentTime = ((event.clientX - box.left) / box.width) * (audio.duration || clip.d);
      audio.play().catch(() => {
        button.replaceWith(make("div", { className: "silent" }, "This browser cannot play the sound."));
      });
    });
    return button;
  }

  function answer(row, label, permille) {
    const carried = row.t.includes(label);
    const said = row.g === label;
    const kind = carried ? "true" : said ? "false" : "";
    const tag = carried && !said ? " (label)" : said && !carried ? " (answer)" : carried ? " (right)" : "";
    return make(
      "li",
      { className: kind },
      make("span", { className: "label" }, labels[label], make("span", { className: "tag" }, tag)),
      make("span", { className: "p" }, percent(permille)),
      make("i", { "--v": permille / 1000 }),
    );
  }

  function card(row, tag = "li") {
    const clip = clips[row.c];
    const scores = make("ul", { className: "answers" });
    for (let k = 0; k < row.s.length; k += 2) scores.append(answer(row, row.s[k], row.s[k + 1]));
    const title = make("p", { className: "title" }, clip.n);
    if (clip.g) title.append(make("span", { className: "group" }, " · " + data.groupNoun + " " + clip.g));
    if (clip.l) title.append(make("span", { className: "group" }, " · " + clip.l));
    return make(tag, { className: "card" }, player(clip), title, scores);
  }

  // Rows in the page become cards.
  for (const item of document.querySelectorAll("li[data-row]")) {
    const row = lists[item.dataset.list].rows[item.dataset.row];
    if (row) item.replaceWith(card(row));
  }

  // The clips of a cell.
  const dialog = document.getElementById("clips");

  function openClips(list, truth, said) {
    const rows = lists[list].rows.filter((row) => row.t[0] === truth && row.g === said);
    const many = rows.length === 1 ? "1 clip" : rows.length + " clips";
    const what = truth === said ? labels[truth] + ", answered rightly" : labels[truth] + " taken for " + labels[said];
    const close = make("button", { type: "button", className: "close" }, "Close");
    close.addEventListener("click", () => dialog.close());
    const heading = make("h2", { id: "clips-title" }, what);
    const count = make("p", { className: "small" }, many + ", " + lists[list].name);
    const cards = make("ul", { className: "cards" });
    for (const row of rows) cards.append(card(row));
    dialog.replaceChildren(make("div", { className: "bar-top" }, make("div", {}, heading, count), close), cards);
    dialog.showModal();
    dialog.scrollTop = 0;
    (cards.querySelector(".sound") || close).focus();
  }

  dialog.addEventListener("close", () => {
    if (playing) playing.pause();
    dialog.replaceChildren();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-truth]");
    if (button) {
      const list = button.closest("[data-list]").dataset.list;
      openClips(list, Number(button.dataset.truth), Number(button.dataset.said));
    }
  });

  // The confusion matrix: one stop for Tab, arrows from cell to cell.
  for (const grid of document.querySelectorAll(".confusion")) {
    const cells = [...grid.querySelectorAll("button")];
    const start = cells.find((cell) => cell.classList.contains("wrong")) || cells[0];
    if (start) start.tabIndex = 0;
    const at = (cell) => [Number(cell.dataset.truth), Number(cell.dataset.said)];
    const steps = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
    grid.addEventListener("keydown", (event) => {
      const step = steps[event.key];
      const here = event.target.closest("button");
      if (!step || !here) return;
      event.preventDefault();
      const [row, column] = at(here);
      let best = null;
      let least = Infinity;
      for (const cell of cells) {
        const [r, c] = at(cell);
        const along = (r - row) * step[0] + (c - column) * step[1];
        const aside = Math.abs((r - row) * step[1]) + Math.abs((c - column) * step[0]);
        if (along > 0 && aside * 8 + along < least) {
          best = cell;
          least = aside * 8 + along;
        }
      }
      if (best) {
        for (const cell of cells) cell.tabIndex = -1;
        best.tabIndex = 0;
        best.focus();
      }
    });
  }

  // Tabs.
  const tabs = [...document.querySelectorAll('[role="tab"]')];
  function choose(tab) {
    for (const other of tabs) {
      const chosen = other === tab;
      other.setAttribute("aria-selected", chosen);
      other.tabIndex = chosen ? 0 : -1;
      document.getElementById(other.getAttribute("aria-controls")).hidden = !chosen;
    }
    if (playing) playing.pause();
  }
  tabs.forEach((tab, i) => {
    tab.addEventListener("click", () => choose(tab));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) {
        const next = tabs[(i + step + tabs.length) % tabs.length];
        choose(next);
        next.focus();
      }
    });
  });
  if (tabs.length) choose(tabs[0]);

  // Paper cannot be unfolded.
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    for (const part of folded) part.open = true;
  });
  addEventListener("afterprint", () => {
    for (const part of folded) part.open = false;
  });

  // Tables are sorted by a click on a column's head.
  for (const table of document.querySelectorAll("table.sortable")) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const kind = head.dataset.sort;
      if (!kind || kind === "none") return;
      const button = make("button", { type: "button" });
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const down = head.getAttribute("aria-sort") === (kind === "text" ? "ascending" : "descending") ? kind === "text" : kind !== "text";
        for (const other of heads) other.removeAttribute("aria-sort");
        head.setAttribute("aria-sort", down ? "descending" : "ascending");
        const value = (row) => {
          const text = row.cells[column].textContent.trim().replace("−", "-").replace(/,/g, "");
          return kind === "text" ? text : text === "–" ? -Infinity : parseFloat(text);
        };
        const rows = [...table.tBodies[0].rows];
        rows.sort((a, b) => (value(a) < value(b) ? -1 : value(a) > value(b) ? 1 : 0) * (down ? -1 : 1));
        table.tBodies[0].append(...rows);
      });
    });
  }
})();
