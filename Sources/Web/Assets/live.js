// News of the log for a page that is open: a button says how many records came, and nothing moves
// until it is pressed. No request is made while it is paused or nobody looks.
const pollMs = 30000;
const sayMs = 5000;

function live(box) {
  const { after, go, kinds, news, pause } = box.dataset;
  const [place, toggle] = box.children;
  let [last, count, said, isPaused] = [Number(after), 0, 0, false];
  let source, timer, saying;
  const address = () => `${box.dataset.live}?after=${last}`;

  function say() {
    clearTimeout(saying);
    const wait = said + sayMs - Date.now();
    if (wait > 0) return void (saying = setTimeout(say, wait));
    said = Date.now();
    const button = document.createElement("button");
    button.type = "button";
    button.className = "primary";
    button.textContent = news.replace("{n}", count.toLocaleString());
    button.addEventListener("click", () => location.reload());
    place.replaceChildren(button);
  }

  function take(id, data) {
    last = Math.max(last, id);
    const record = JSON.parse(data);
    if (record.kind && kinds && !kinds.split(" ").includes(record.kind)) return;
    // What stands here already is no news.
    if (record.no && document.body.textContent.includes(record.no)) return;
    count += record.count ?? 1;
    say();
  }

  function close() {
    source?.close();
    source = undefined;
    clearTimeout(timer);
  }

  function later() {
    close();
    timer = setTimeout(poll, pollMs);
  }

  function open() {
    if (isPaused || document.hidden || source) return;
    clearTimeout(timer);
    source = new EventSource(address());
    for (const name of ["message", "behind"]) {
      source.addEventListener(name, (event) => take(event.lastEventId, event.data));
    }
    source.addEventListener("bye", later);
    source.addEventListener("error", () => { if (source?.readyState === 2) later(); });
  }

  // Where too many pages listen, or the server went away.
  async function poll() {
    try {
      const text = await (await fetch(`${address()}&once=true`)).text();
      for (const one of text.matchAll(/id: (\d+)\n(?:event.*\n)?data: (.*)\n/g)) {
        take(one[1], one[2]);
      }
    } catch { /* The next time. */ }
    open();
  }

  toggle.addEventListener("click", () => {
    isPaused = !isPaused;
    toggle.textContent = isPaused ? go : pause;
    (isPaused ? close : open)();
  });
  document.addEventListener("visibilitychange", () => (document.hidden ? close : open)());
  for (const name of ["blur", "pagehide"]) addEventListener(name, close);
  for (const name of ["focus", "pageshow"]) addEventListener(name, open);
  box.hidden = false;
  open();
}

for (const box of document.querySelectorAll("[data-live]")) live(box);
