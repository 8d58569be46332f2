// Completion of names: an ARIA combobox (APG, "list with manual selection" plus a first choice that
// Enter takes). The field stays an ordinary one: without this file the server reads the same text.
const delayMs = 80;
let serial = 0;

function give(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

function make(name, attributes, text = "") {
  const element = give(document.createElement(name), attributes);
  element.textContent = text;
  return element;
}

class Completion {
  constructor(input) {
    this.input = input;
    this.form = input.form;
    const label = input.labels[0]?.textContent.trim() ?? input.name;
    this.list = make("ul", {
      id: `completion-${++serial}`, class: "completion", role: "listbox", "aria-label": label,
    });
    this.list.hidden = true;
    input.after(this.list);
    give(input, {
      role: "combobox", autocomplete: "off", "aria-autocomplete": "list",
      "aria-expanded": "false", "aria-controls": this.list.id,
    });
    input.addEventListener("input", () => this.typed());
    input.addEventListener("keydown", (event) => this.pressed(event), true);
    input.addEventListener("blur", () => this.close());
    // Choosing with a pointer must not take the focus away first.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) this.take(option);
    });
  }

  /** The hidden field that holds the id of what was chosen. */
  get chosen() {
    return this.form.elements[this.input.dataset.into];
  }

  typed() {
    if (this.chosen) this.chosen.value = "";
    clearTimeout(this.timer);
    this.asked = undefined;
    this.waiting = this.input.value.trim() !== "";
    if (!this.waiting) return this.close();
    this.timer = setTimeout(() => { this.asked = this.ask(); }, delayMs);
  }

  async ask() {
    this.request?.abort();
    const request = this.request = new AbortController();
    const query = new URLSearchParams({ q: this.input.value });
    for (const name of (this.input.dataset.with ?? "").split(" ").filter(Boolean)) {
      query.set(name, this.form.elements[name]?.value ?? "");
    }
    try {
      const answer = await fetch(`${this.input.dataset.complete}?${query}`, {
        signal: request.signal, headers: { Accept: "application/json" },
      });
      if (answer.ok) this.show((await answer.json()).items);
    } catch (error) {
      if (error.name !== "AbortError") this.close();
    } finally {
      if (this.request === request) this.waiting = false;
    }
  }

  show(items) {
    if (document.activeElement !== this.input) return;
    this.list.replaceChildren(...items.map((item, index) => {
      const option = make("li", {
        id: `${this.list.id}-${index}`, role: "option", "data-value": item.value,
        "data-id": item.id ?? "",
      }, item.text);
      if (item.note) option.append(" ", make("span", {}, item.note));
      return option;
    }));
    this.list.hidden = items.length === 0;
    this.input.setAttribute("aria-expanded", String(items.length > 0));
    this.mark(this.list.firstElementChild);
  }

  mark(option) {
    this.active?.setAttribute("aria-selected", "false");
    this.active = option;
    if (!option) return this.input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", option.id);
  }

  take(option) {
    this.input.value = option.dataset.value;
    if (this.chosen) this.chosen.value = option.dataset.id;
    this.close();
    this.input.dispatchEvent(new CustomEvent("chosen", { bubbles: true }));
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.waiting = false;
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.mark(null);
  }

  pressed(event) {
    if (event.isComposing || event.keyCode === 229) return;
    const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey;
    const isEnter = ["Enter", "NumpadEnter"].includes(event.code);
    if (isEnter && isPlain && this.waiting) {
      // Whoever types faster than the network gets the answer first and goes on then.
      event.preventDefault();
      event.stopImmediatePropagation();
      clearTimeout(this.timer);
      (this.asked ??= this.ask()).then(() => {
        if (this.active) this.take(this.active);
        this.input.dispatchEvent(new CustomEvent("forward", { bubbles: true }));
      });
      return;
    }
    if (this.list.hidden) return;
    const options = [...this.list.children];
    const index = options.indexOf(this.active);
    if (event.code === "ArrowDown" && isPlain) {
      this.mark(options[(index + 1) % options.length]);
    } else if (event.code === "ArrowUp" && isPlain) {
      this.mark(options[(index + options.length - 1) % options.length]);
    } else if (event.code === "Escape") {
      event.stopImmediatePropagation();
      this.close();
    } else {
      if ((isEnter || event.code === "Tab") && isPlain && this.active) this.take(this.active);
      return;
    }
    event.preventDefault();
  }
}

for (const input of document.querySelectorAll("input[data-complete]")) new Completion(input);
