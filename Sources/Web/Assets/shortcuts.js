// Single keys outside of fields: what they do stands on the links and fields themselves. Loaded only
// for those who have them switched on.
const chordMs = 1500;
let chord = 0;

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing || event.repeat) return;
  if (event.target.closest("input, select, textarea, [contenteditable], [role=listbox]")) return;
  const isChord = performance.now() < chord;
  chord = 0;
  if (event.code === "KeyG" && !isChord && !event.shiftKey) {
    chord = performance.now() + chordMs;
    return;
  }
  const code = event.shiftKey ? `Shift+${event.code}` : event.code;
  const target = document.querySelector(`[data-${isChord ? "chord" : "shortcut"}="${code}"]`);
  if (!target) return;
  event.preventDefault();
  if (target.matches("input")) target.focus();
  else target.click();
});
