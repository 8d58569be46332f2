// What is typed and not yet recorded, kept in this tab: a session that ends in the middle of a form
// takes nothing with it. It goes when the form is answered or the tab is closed.
const secret = /^(key|token|form_token|password.*|.*csrf.*)$/;

function draft(form) {
  const name = `draft ${form.dataset.draft}`;
  const kept = () => [...form.elements].filter((field) => field.name && !secret.test(field.name)
    && field.type !== "file" && field.type !== "submit" && field.type !== "button");
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
    const values = JSON.parse(saved);
    kept().forEach((field, index) => {
      const value = values[index];
      if (!value || value[0] !== field.name) return;
      if (field.type === "radio" || field.type === "checkbox") field.checked = value[2];
      else field.value = value[1];
    });
    if (note) note.hidden = false;
    // What was filled in again must be in sight before it is sent.
    for (const box of form.querySelectorAll("details")) box.open = true;
  }
  form.addEventListener("input", save);
  form.addEventListener("chosen", save);
  form.addEventListener("submit", save);
  form.addEventListener("click", (event) => {
    if (!event.target.closest("[data-draft-drop]")) return;
    drop();
    form.reset();
    if (note) note.hidden = true;
  });
  function save() {
    sessionStorage.setItem(name, JSON.stringify(
      kept().map((field) => [field.name, field.value, field.checked ?? false])));
    sessionStorage.setItem(`${name} key`, form.elements.key?.value ?? "");
  }
}

for (const form of document.querySelectorAll("form[data-draft]")) draft(form);
