// New records, announced and never pushed in: nothing moves until somebody asks for it. Rests while
// nobody looks, and for as long as it is told to.
for (const pill of document.querySelectorAll("[data-live]")) {
  const button = pill.querySelector("[data-live-show]");
  const pause = pill.querySelector("[data-live-pause]");
  let source;
  let count = 0;
  const rests = () => pause.getAttribute("aria-pressed") === "true";
  const stop = () => { source?.close(); source = undefined; };
  const start = () => {
    if (source || rests()) return;
    source = new EventSource(pill.dataset.live);
    source.addEventListener("entry", () => {
      count += 1;
      button.textContent = button.dataset.text.replace("#", count);
      button.hidden = false;
    });
    source.addEventListener("bye", stop);
  };
  button.addEventListener("click", () => location.reload());
  pause.hidden = false;
  pause.addEventListener("click", () => {
    pause.setAttribute("aria-pressed", String(!rests()));
    if (rests()) stop(); else start();
  });
  document.addEventListener("visibilitychange", () => { if (document.hidden) stop(); else start(); });
  start();
}
