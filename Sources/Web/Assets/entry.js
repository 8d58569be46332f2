// Keys of a form that is filled in all day, and what the ledger would say, shown while typing.
// Letters go by the key and not by what it writes: in Hangul the key N writes ㅜ.
const hintDelayMs = 200;

/** The fields somebody fills in, in order. */
function fields(form) {
  return [...form.elements].filter((field) =>
    field.matches("input:not([type=hidden]), select, textarea")
    && !field.disabled && field.checkVisibility());
}

function forward(form, field) {
  const all = fields(form);
  const next = all[all.indexOf(field) + 1] ?? form.querySelector("[type=submit]");
  next?.focus();
  next?.select?.();
}

function repeat(form, field) {
  if (field.dataset.last === undefined) return;
  field.value = field.dataset.last;
  const into = form.elements[field.dataset.into];
  if (into) into.value = field.dataset.lastId ?? "";
  field.dispatchEvent(new CustomEvent("chosen", { bubbles: true }));
}

function leave(form) {
  const isTouched = fields(form).some((field) => field.value !== field.defaultValue
    && field.matches("input:not([type=radio], [type=checkbox]), textarea"));
  if (!isTouched || confirm(form.dataset.leaving)) location.assign(form.dataset.close);
}

function keys(form) {
  // What is typed first takes the place of what stands there.
  document.activeElement.select?.();
  form.addEventListener("forward", (event) => forward(form, event.target));
  form.addEventListener("keydown", (event) => {
    // A syllable that is still being put together takes Enter for itself.
    if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
    const field = event.target;
    if (event.code === "Enter" || event.code === "NumpadEnter") {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        form.requestSubmit(form.querySelector("[type=submit]"));
      } else if (!event.altKey && field.matches("input, select")) {
        event.preventDefault();
        forward(form, field);
      }
    } else if (event.altKey && event.code === "ArrowUp") {
      event.preventDefault();
      repeat(form, field);
    } else if (event.code === "Escape" && form.dataset.close) {
      event.preventDefault();
      leave(form);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const field = form.querySelector(`[data-jump="${event.code}"]`);
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select?.();
  });
  form.addEventListener("click", (event) => {
    const chip = event.target.closest("[data-fill]");
    if (!chip) return;
    const field = form.elements[chip.dataset.field];
    field.value = chip.dataset.fill;
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.focus();
  });
  // What was recorded can be taken back with one press for a moment; afterwards it is corrected.
  for (const undo of document.querySelectorAll("form[data-undo]")) {
    setTimeout(() => undo.remove(), 1000 * Number(undo.dataset.undo));
  }
  // The hidden id makes a second request the same as the first; this spares it.
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) event.preventDefault();
    if (form.dataset.download === undefined) form.dataset.sent = "1";
  });
  addEventListener("pageshow", () => delete form.dataset.sent);
}

/** Rows copied from a spreadsheet are no field's: they go to the import, which shows them first. */
function grid(form) {
  form.addEventListener("paste", (event) => {
    const rows = event.clipboardData.getData("text/plain").replace(/\s+$/, "").split(/\r?\n/);
    if (rows.length < 2 || !rows[0].includes("\t")) return;
    event.preventDefault();
    if (!confirm(form.dataset.pasting.replace("{n}", rows.length))) return;
    // Titles have no digits; rows without them come in the order of this form.
    if (/\d/.test(rows[0])) rows.unshift(form.dataset.columns);
    const sheet = document.createElement("form");
    Object.assign(sheet, { method: "post", action: form.dataset.paste, hidden: true });
    const texts = {
      csrf: form.dataset.pasteToken, list: rows.join("\n"),
      origin: form.querySelector("[name=origin]:checked")?.value ?? "",
    };
    for (const [name, value] of Object.entries(texts)) {
      const field = document.createElement("textarea");
      Object.assign(field, { name, value });
      sheet.append(field);
    }
    document.body.append(sheet);
    sheet.submit();
  });
}

/** Asks what the ledger would make of the form as it stands. Hints never block. */
function hints(form) {
  let timer;
  let request;
  async function ask() {
    request?.abort();
    request = new AbortController();
    const body = new URLSearchParams(new FormData(form));
    body.set("csrf", form.dataset.hintsToken);
    try {
      const answer = await fetch(form.dataset.hints, {
        method: "POST", signal: request.signal, body,
        headers: { Accept: "application/json" },
      });
      if (answer.ok) show((await answer.json()).hints);
    } catch { /* The form says it all again once it is sent. */ }
  }
  function show(found) {
    for (const place of form.querySelectorAll("[data-hint]")) {
      const lines = found.filter((hint) => hint.field === place.dataset.hint);
      place.replaceChildren(...lines.map((hint) => {
        const line = document.createElement(hint.href ? "a" : "span");
        if (hint.href) line.href = hint.href;
        line.className = `hint ${hint.kind}`;
        line.textContent = hint.text;
        return line;
      }));
    }
  }
  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(ask, hintDelayMs);
  };
  form.addEventListener("input", later);
  form.addEventListener("chosen", later);
}

for (const form of document.querySelectorAll("form[data-entry]")) {
  keys(form);
  if (form.dataset.hints) hints(form);
  if (form.dataset.paste) grid(form);
}
