// The style that comes with a script (`LOOK`), so that nobody waits for it who only reads.
const sheet = new CSSStyleSheet();
sheet.replaceSync(LOOK);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
