// The form by keyboard: typing begins in its first field, Ctrl+Enter saves, and what is typed into
// a text of several lines is looked at after a pause, as Streamlit does for those of one line.

const form = { first: null, save: null, number: null, place: null, unsaved: false, watching: false };
const PAUSE = 450; // milliseconds without a key

const inside = (key, what) => document.querySelector(`.st-key-${key} ${what}`);

function begin() {
  const field = inside(form.first, "input");
  if (!field) return setTimeout(begin, 60);
  const typing = document.activeElement?.matches("input, textarea") && document.activeElement.isConnected;
  if (!typing) field.focus({ preventScroll: true });
}

// Streamlit takes over what was typed when a field loses the keyboard; here it is told so while
// the field keeps it.
function commit(field) {
  if (!field) return;
  field.dispatchEvent(new FocusEvent("focusout", { bubbles: true }));
  field.dispatchEvent(new FocusEvent("focusin", { bubbles: true }));
}

let waiting = 0;
function typed(event) {
  const field = event.target;
  if (!(field instanceof HTMLTextAreaElement) || !field.closest(".st-key-event_form")) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => commit(field), PAUSE);
}

function pressed(key) {
  if (key.key !== "Enter" || !(key.ctrlKey || key.metaKey) || key.repeat) return;
  const button = inside(form.save, "button");
  if (!button) return;
  key.preventDefault();
  key.stopImmediatePropagation();
  commit(document.activeElement);
  setTimeout(() => inside(form.save, "button")?.click(), 80);
}

// A reload would take what was typed with it: only the browser itself may ask, and only then.
function leaving(event) {
  if (form.unsaved && document.querySelector(".st-key-event_form")) event.preventDefault();
}

function watch() {
  window.addEventListener("beforeunload", leaving);
  document.addEventListener("keydown", pressed, true);
  document.addEventListener("input", typed);
  form.watching = true;
}

export default function ({ data, parentElement }) {
  form.first = data.first;
  form.save = data.save;
  form.unsaved = data.unsaved;
  if (!form.watching) watch();
  // A new form, or one that somebody comes back to.
  if (form.number !== data.form || form.place !== parentElement) {
    form.number = data.form;
    form.place = parentElement;
    begin();
  }
}
