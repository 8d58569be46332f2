// The matrix by arrow keys: Tab comes to one cell, the one somebody was at last (APG, grid). It is
// made a grid here, because without this file it is a table and nothing more.
const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
const table = document.querySelector(".matrix");
let here = table.querySelector("td[class]");

table.role = "grid";
here.tabIndex = 0;
table.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const [down, right] = steps[event.code] ?? [];
  const cell = table.rows[here.parentNode.rowIndex + down]?.cells[here.cellIndex + right];
  if (cell?.tagName !== "TD") return;
  event.preventDefault();
  here.tabIndex = -1;
  here = cell;
  here.tabIndex = 0;
  here.focus();
  here.scrollIntoView({ block: "nearest" });
});
