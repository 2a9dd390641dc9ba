// Loaded before the app: says on standard output when the queue and a complaint stand on the screen, in ms
// since 1970.
const { app } = require('electron');

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', async () => {
    const usableAt = await contents.executeJavaScript(`(${whenUsable})()`);
    process.stdout.write(`${JSON.stringify({ usableAt })}\n`);
  });
});

/** Runs in the page. The frame after the one that shows them begins when that one reaches the screen. */
function whenUsable() {
  const shown = () =>
    document.querySelector('[role=grid] [role=row][aria-selected=true]') !== null &&
    document.querySelector('section[data-case]') !== null;
  return new Promise((resolve) => {
    const look = () => requestAnimationFrame(shown() ? () => resolve(Date.now()) : look);
    look();
  });
}
