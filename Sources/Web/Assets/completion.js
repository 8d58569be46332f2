// Completion of names: an ARIA combobox (APG, "list with manual selection" plus a first choice that
// Enter takes). The field stays an ordinary one: without this file the server reads the same text.
const delayMs = 80;
let serial = 0;

function make(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

function complete(input) {
  const { dataset, form } = input;
  const list = make("ul", {
    id: `completion-${++serial}`, className: "completion", role: "listbox", hidden: true,
    ariaLabel: input.labels[0]?.textContent.trim() ?? input.name,
  });
  let active, asked, request, timer, waiting;

  /** The hidden field that holds the id of what was chosen. */
  const chosen = () => form.elements[dataset.into];

  function typed() {
    if (chosen()) chosen().value = "";
    clearTimeout(timer);
    asked = undefined;
    waiting = input.value.trim() !== "";
    if (!waiting) return close();
    timer = setTimeout(() => { asked = ask(); }, delayMs);
  }

  async function ask() {
    request?.abort();
    const own = request = new AbortController();
    const query = new URLSearchParams({ q: input.value });
    for (const name of (dataset.with ?? "").split(" ").filter(Boolean)) {
      query.set(name, form.elements[name]?.value ?? "");
    }
    try {
      const answer = await fetch(`${dataset.complete}?${query}`, {
        signal: own.signal, headers: { Accept: "application/json" },
      });
      if (answer.ok) show((await answer.json()).items);
    } catch (error) {
      if (error.name !== "AbortError") close();
    } finally {
      if (request === own) waiting = false;
    }
  }

  function show(items) {
    if (document.activeElement !== input) return;
    list.replaceChildren(...items.map((item, index) => {
      const option = make("li", {
        id: `${list.id}-${index}`, role: "option", textContent: item.text,
      });
      Object.assign(option.dataset, { value: item.value, id: item.id ?? "" });
      if (item.note) option.append(" ", make("span", { textContent: item.note }));
      return option;
    }));
    list.hidden = !items.length;
    input.ariaExpanded = !list.hidden;
    mark(list.firstElementChild);
  }

  function mark(option) {
    if (active) active.ariaSelected = false;
    active = option;
    if (!option) return input.removeAttribute("aria-activedescendant");
    option.ariaSelected = true;
    option.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", option.id);
  }

  function take(option) {
    input.value = option.dataset.value;
    if (chosen()) chosen().value = option.dataset.id;
    close();
    input.dispatchEvent(new CustomEvent("chosen", { bubbles: true }));
  }

  function close() {
    clearTimeout(timer);
    request?.abort();
    waiting = false;
    list.hidden = true;
    input.ariaExpanded = false;
    mark(null);
  }

  function pressed(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey;
    const isEnter = ["Enter", "NumpadEnter"].includes(event.code);
    if (isEnter && isPlain && waiting) {
      // Whoever types faster than the network gets the answer first and goes on then.
      event.preventDefault();
      event.stopImmediatePropagation();
      clearTimeout(timer);
      (asked ??= ask()).then(() => {
        if (active) take(active);
        input.dispatchEvent(new CustomEvent("forward", { bubbles: true }));
      });
      return;
    }
    if (list.hidden) return;
    const options = [...list.children];
    const index = options.indexOf(active);
    if (event.code === "ArrowDown" && isPlain) {
      mark(options[(index + 1) % options.length]);
    } else if (event.code === "ArrowUp" && isPlain) {
      mark(options[(index + options.length - 1) % options.length]);
    } else if (event.code === "Escape") {
      event.stopImmediatePropagation();
      close();
    } else {
      if ((isEnter || event.code === "Tab") && isPlain && active) take(active);
      return;
    }
    event.preventDefault();
  }

  input.after(list);
  Object.assign(input, {
    role: "combobox", autocomplete: "off", ariaAutoComplete: "list", ariaExpanded: false,
  });
  input.setAttribute("aria-controls", list.id);
  input.addEventListener("input", typed);
  input.addEventListener("keydown", pressed, true);
  input.addEventListener("blur", close);
  // Choosing with a pointer must not take the focus away first.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = event.target.closest("[role=option]");
    if (option) take(option);
  });
}

for (const input of document.querySelectorAll("input[data-complete]")) complete(input);
