// Rows that can be added, and cells that take what was copied from a spreadsheet.
function add(table) {
  const body = table.tBodies[0];
  const row = table.querySelector("template").content.cloneNode(true).firstElementChild;
  const index = body.rows.length;
  for (const field of row.querySelectorAll("[name], [id], [for], [data-into]")) {
    for (const name of ["name", "id", "for", "data-into", "data-hint"]) {
      const value = field.getAttribute(name);
      if (value) field.setAttribute(name, value.replace("#", index));
    }
  }
  body.append(row);
  row.dispatchEvent(new Event("rows", { bubbles: true }));
  return row;
}

for (const table of document.querySelectorAll("table[data-grid]")) {
  const more = document.getElementById(table.dataset.grid);
  more.hidden = false;
  more.addEventListener("click", () => add(table).querySelector("input")?.focus());
  table.addEventListener("paste", (event) => {
    const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
    if (!/[\t\n]/.test(text)) return;
    event.preventDefault();
    const rows = [...table.tBodies[0].rows];
    const first = rows.indexOf(event.target.closest("tr"));
    const column = [...rows[first].querySelectorAll("input, select")].indexOf(event.target);
    text.split(/\r?\n/).slice(0, Number(table.dataset.rowsMax)).forEach((line, down) => {
      const row = table.tBodies[0].rows[first + down] ?? add(table);
      const cells = [...row.querySelectorAll("input:not([type=hidden]), select")];
      line.split("\t").forEach((value, right) => {
        const cell = cells[column + right];
        if (!cell) return;
        cell.value = value.trim();
        cell.dispatchEvent(new Event("input", { bubbles: true }));
      });
    });
  });
}
