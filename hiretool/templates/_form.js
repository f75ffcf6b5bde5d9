"use strict";
(() => {
  const given = JSON.parse(document.getElementById("rows").textContent);
  const controls = [...document.querySelectorAll("[data-column]")];
  const status = document.getElementById("status");
  const save = document.getElementById("save");
  let changed = false;

  const answer = (control) => control.type === "radio" && !control.checked ? "" : control.value.trim();
  const places = (control) => control.dataset.rows.split(" ").map(Number);
  const say = (text) => { status.textContent = text; };

  // A cell that a spreadsheet would run gets an apostrophe, which an import takes away again.
  const harmless = (text) =>
    /^[\s\u200b-\u200f\u2060\ufeff\u00ad]*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) &&
    !/^[-+]?\d+(\.\d+)?$/.test(text) ? "'" + text : text;
  const cell = (text) => /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;

  const today = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
  };

  // Rows that somebody judged, or wrote about: what is the same in each row says nothing of that by itself.
  const filled = () => {
    const own = controls.filter((control) => !("needed" in control.dataset) && control.type !== "date");
    return new Set(own.filter(answer).flatMap(places));
  };

  const missing = (rows) => controls.find(
    (control) => "needed" in control.dataset && !answer(control) && places(control).some((place) => rows.has(place)));

  const table = (rows) => {
    const cells = given.rows.map((row) => [...row]);
    for (const control of controls) {
      if (control.type === "radio" && !control.checked) continue;
      if (control.type === "date" && !control.value && places(control).some((place) => rows.has(place)))
        control.value = today();
      const column = given.columns.indexOf(control.dataset.column);
      for (const place of places(control)) cells[place][column] = harmless(answer(control));
    }
    // A whole card or nothing of it: a competency without a rating is a fact too.
    const cards = new Set(controls.flatMap((control) =>
      places(control).some((place) => rows.has(place)) ? places(control) : []));
    return [given.columns, ...cells.filter((_, place) => cards.has(place))];
  };

  const named = () => {
    const who = controls.filter((control) => "needed" in control.dataset).map(answer).filter(Boolean);
    const name = [given.file, ...new Set(who)].join("-").replace(/[^\p{L}\p{M}\p{N}]+/gu, "-");
    return [...name.replace(/^-|-$/g, "")].slice(0, 80).join("") + ".csv";
  };

  save.addEventListener("click", () => {
    const rows = filled();
    if (!rows.size) return say("Nothing is filled in yet.");
    const gap = missing(rows);
    if (gap) {
      gap.focus();
      return say("Not saved: fill in who and whom (" + gap.labels[0].textContent + ").");
    }
    const text = table(rows).map((row) => row.map(cell).join(",") + "\n").join("");
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob(["\ufeff", text], {type: "text/csv"}));
    link.download = named();
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    changed = false;
    say("Saved as " + link.download + ". Look in your downloads, and hand that file in.");
  });

  document.getElementById("print").addEventListener("click", () => window.print());
  document.addEventListener("input", (event) => {
    changed = true;
    say("");
    // A text to be read on paper shows all of itself.
    if (event.target.tagName === "TEXTAREA") {
      event.target.style.height = "auto";
      event.target.style.height = event.target.scrollHeight + 4 + "px";
    }
  });
  window.addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
  document.getElementById("saving").hidden = false;
})();
