// The first file of every npm script: plain JavaScript, because an old Node.js must be able to read it and
// say what is missing.
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The store needs Node-API 10, which came with 22.14; below it the process ends without a word. */
const NEEDED = [22, 14];
/** From here on Node.js runs TypeScript without being asked. */
const PLAIN_TYPESCRIPT = [22, 18];

const running = process.versions.node.split('.').map(Number);
const older = (than) => running[0] < than[0] || (running[0] === than[0] && running[1] < than[1]);

const [script, ...args] = process.argv.slice(2);
if (older(NEEDED)) {
  console.error(
    `Penghubung memerlukan Node.js ${NEEDED.join('.')} atau lebih baru, di sini ${process.versions.node}: pasang dari https://nodejs.org. / ` +
      `Penghubung needs Node.js ${NEEDED.join('.')} or newer, this is ${process.versions.node}: install it from https://nodejs.org.`,
  );
  process.exitCode = 1;
} else if (older(PLAIN_TYPESCRIPT)) {
  // Through the environment, so that the processes started by the script run TypeScript too.
  const flags = '--experimental-strip-types --disable-warning=ExperimentalWarning';
  const env = { ...process.env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${flags}`.trim() };
  const child = spawn(process.execPath, [script, ...args], { stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 130);
  });
} else {
  process.argv = [process.execPath, resolve(script), ...args];
  await import(pathToFileURL(resolve(script)).href);
}
