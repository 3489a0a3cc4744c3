// In embed.html: completes the snippets with the page's own address, and copies them.
const { unknown, copied, press } = document.body.dataset;
const live = document.querySelector(".live");

function complete(code) {
  const here = new URL(".", location.href).href;
  if (unknown !== undefined && location.protocol.startsWith("http")) {
    code.textContent = code.textContent.replaceAll(unknown, here);
    document.querySelector(".unknown")?.remove();
  }
}

function select(code) {
  const range = document.createRange();
  range.selectNodeContents(code);
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}

async function copy(code) {
  select(code);
  try {
    await navigator.clipboard.writeText(code.textContent);
    live.textContent = copied;
  } catch {
    live.textContent = press;
  }
}

for (const snippet of document.querySelectorAll(".snippet")) {
  const code = snippet.querySelector("code");
  const button = snippet.querySelector(".copy");
  complete(code);
  code.parentElement.addEventListener("focus", () => select(code));
  button.addEventListener("click", () => copy(code));
  button.hidden = false;
}
