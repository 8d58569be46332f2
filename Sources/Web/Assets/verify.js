// Does over, in the browser, what the server says of a proof (C2SP tlog-proof): the hashes from the
// leaf to the root (RFC 9162, 2.1.3.2) and the log's signature of the checkpoint. Nobody is asked
// anything: a page that was loaded once works without the net.
const box = document.querySelector("[data-good]");
const { key, name, good, bad } = box.dataset;
const field = box.form.elements.q;
const decode = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt());

async function isIncluded([, leaf, index, ...way], [, size, root]) {
  let [hash, place, last] = [decode(leaf.slice(6)), Number(index.slice(6)), size - 1];
  const rise = () => [place, last] = [place, last].map((one) => Math.floor(one / 2));
  for (const sibling of way.map(decode)) {
    if (!last) return false;
    const isRight = place % 2 || place === last;
    const node = isRight ? [1, ...sibling, ...hash] : [1, ...hash, ...sibling];
    hash = new Uint8Array(await crypto.subtle.digest("SHA-256", Uint8Array.from(node)));
    while (isRight && place && !(place % 2)) rise();
    rise();
  }
  return !last && hash.join() === decode(root).join();
}

async function isSigned(note, lines) {
  const line = lines.find((one) => one.startsWith(`\u2014 ${name} `));
  const open = await crypto.subtle.importKey("raw", decode(key), "Ed25519", false, ["verify"]);
  return note.startsWith(`${name}\n`) && crypto.subtle.verify("Ed25519", open,
    decode(line.split(" ")[2]).slice(4), new TextEncoder().encode(note));
}

async function show() {
  const [head, note, signatures] = field.value.replaceAll("\r", "").split("\n\n");
  box.hidden = !/^c2sp.org.tlog-proof@v1\nextra /.test(head);
  if (box.hidden) return;
  const isGood = await (async () => await isIncluded(head.split("\n"), note.split("\n"))
    && isSigned(`${note}\n`, signatures.split("\n")))().catch(() => false);
  box.className = `notice ${isGood ? "success" : "danger"}`;
  box.textContent = isGood ? good : bad;
}

if (crypto.subtle) {
  field.addEventListener("input", show);
  show();
}
