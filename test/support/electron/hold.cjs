// Loaded before the app: Electron becomes ready when Playwright, which calls `__playwright_run`, has hold of it.
// A window that is opened meanwhile is one that Playwright may wait for without end. Its own loader does the
// same, and changes Chromium's switches too, which are to be those of the office.
const { app } = require('electron');

const ready = app.whenReady();
const emit = app.emit.bind(app);
let resolve;
const promise = new Promise((done) => {
  resolve = done;
});
let words = [];
let isReady = false;

app.whenReady = () => promise;
app.isReady = () => isReady;
app.emit = (event, ...args) => {
  if (event !== 'ready') return emit(event, ...args);
  words = args;
  return true;
};
globalThis.__playwright_run = async () => {
  const value = await ready;
  isReady = true;
  resolve(value);
  emit('ready', ...words);
};
