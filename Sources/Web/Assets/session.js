// Warns before a sign-in ends by itself, and holds it longer at the press of one key. Another tab may
// have been at work since: the page asks before it says anything. Asking is no activity.
const notice = document.getElementById("session");
const form = notice.querySelector("form");
const warnSeconds = 120;
let timer;

function show(state) {
  notice.dataset.state = state;
  for (const text of notice.querySelectorAll("[data-when]")) {
    text.hidden = text.dataset.when !== state;
  }
  notice.hidden = state === "fine";
}

function wait(left) {
  clearTimeout(timer);
  if (left > warnSeconds) {
    show("fine");
    timer = setTimeout(ask, (left - warnSeconds) * 1000);
  } else {
    show(left > 0 ? "ending" : "ended");
    if (left > 0) timer = setTimeout(ask, left * 1000 + 500);
  }
}

// How long it lasts; with `init` it is held longer first.
async function ask(init) {
  try {
    const answer = await fetch(form.action, { ...init, headers: { Accept: "application/json" } });
    const isSession = answer.headers.get("content-type")?.startsWith("application/json");
    wait(answer.ok && isSession ? (await answer.json()).seconds_left : 0);
  } catch {
    // Without the server nothing is known: look again shortly.
    timer = setTimeout(ask, 10_000);
  }
}

function extend() {
  if (notice.dataset.state === "ending") {
    ask({ method: "POST", body: new URLSearchParams(new FormData(form)) });
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  extend();
});
document.addEventListener("keydown", (event) => {
  if (notice.hidden || !event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.code !== "KeyL") return;
  event.preventDefault();
  extend();
});
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) ask();
});
wait(Number(notice.dataset.seconds));

// Where the menu is a row that scrolls, it begins where the reader is.
const menu = document.querySelector(".menu");
menu.scrollLeft = menu.querySelector("[aria-current]")?.offsetLeft - 48;
