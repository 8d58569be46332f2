// What is typed and not yet recorded, kept in this tab: a session that ends in the middle of a form
// takes nothing with it. It goes when the form is answered or the tab is closed.
const secret = /^(key|token|form_token|password.*|.*csrf.*)$/;

function draft(form) {
  const name = `draft ${form.dataset.draft}`;
  const drop = () => {
    sessionStorage.removeItem(name);
    sessionStorage.removeItem(`${name} key`);
  };
  // The id of the form that was recorded last stands in a cookie.
  const key = sessionStorage.getItem(`${name} key`);
  const isSaved = key && document.cookie.split("; ").includes(`pumasi-saved=${key}`);
  if (form.dataset.answered !== undefined || isSaved) drop();
  const saved = sessionStorage.getItem(name);
  const note = form.querySelector("[data-draft-note]");
  if (saved && form.dataset.refused === undefined) {
    const pairs = JSON.parse(saved);
    for (const field of form.elements) {
      const same = pairs.filter((pair) => pair[0] === field.name).map((pair) => pair[1]);
      if (/radio|checkbox/.test(field.type)) field.checked = same.includes(field.value);
      else if (same.length && field.type !== "file") field.value = same[0];
      // What was filled in again must be in sight before it is sent.
      if (same[0]) (field.closest("details") ?? {}).open = true;
    }
    if (note) note.hidden = false;
  }
  for (const event of ["input", "chosen", "submit"]) form.addEventListener(event, save);
  form.addEventListener("click", (event) => {
    if (!event.target.closest("[data-draft-drop]")) return;
    drop();
    form.reset();
    if (note) note.hidden = true;
  });
  function save() {
    sessionStorage.setItem(name, JSON.stringify(
      [...new FormData(form)].filter((pair) => !secret.test(pair[0]))));
    sessionStorage.setItem(`${name} key`, form.elements.key?.value ?? "");
  }
}

for (const form of document.querySelectorAll("form[data-draft]")) draft(form);
