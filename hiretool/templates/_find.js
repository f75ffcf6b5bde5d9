"use strict";
for (const finder of document.querySelectorAll(".finder")) {
  const rows = [...finder.nextElementSibling.querySelectorAll("tbody tr")];
  const texts = rows.map((row) => row.textContent.toLowerCase());
  const words = finder.querySelector("[data-words]");
  const selects = [...finder.querySelectorAll("select")];
  const output = finder.querySelector("output");

  const has = (row, select) => {
    const values = row.getAttribute("data-find-" + select.dataset.place).split(" ");
    if (select.dataset.kind === "most") return Number(values[0]) <= Number(select.value);
    return values.includes(select.value);
  };

  const narrow = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const chosen = selects.filter((select) => select.value);
    let shown = 0;
    rows.forEach((row, place) => {
      const found = wanted.every((word) => texts[place].includes(word)) && chosen.every((select) => has(row, select));
      row.hidden = !found;
      shown += found;
    });
    output.textContent = shown + " of " + rows.length;
    // A list that somebody narrowed down can be sent to a colleague, or come back to.
    const asked = [["words", words.value.trim()], ...chosen.map((select) => [select.dataset.place, select.value])];
    const hash = new URLSearchParams(asked.filter(([, value]) => value)).toString();
    history.replaceState(null, "", hash ? "#" + hash : location.pathname + location.search);
  };

  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
    const select = selects.find((one) => one.dataset.place === name);
    if (select) select.value = value;
    else if (name === "words") words.value = value;
  }
  finder.addEventListener("input", narrow);
  finder.querySelector("button").addEventListener("click", () => {
    for (const control of [words, ...selects]) control.value = "";
    narrow();
  });
  finder.hidden = false;
  narrow();
}
