import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { ROOT } from './base/paths.ts';
import { commitHere, EVIDENCE, type EvidenceKind, figuresIn, noteRun, WAYS } from './evidence/evidence.ts';

// `npm run evidence -- [simulation] [crash_matrix] [deadlines] [speed]`; without a name all of them: half an
// hour. Each run is noted for the next package, also one that did not pass.
const kinds = Object.keys(WAYS) as EvidenceKind[];
const named = process.argv.slice(2);
const unknown = named.filter((name) => !kinds.some((kind) => kind === name));
if (unknown.length > 0) {
  console.error(`${unknown.join(', ')}: ${kinds.join(', ')}`);
  process.exit(2);
}

for (const kind of kinds.filter((one) => named.length === 0 || named.includes(one))) {
  const commit = commitHere();
  const at = new Date();
  const words = WAYS[kind];
  const child = spawn('npm', ['run', '--silent', ...words], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
  });
  const ended: Promise<(number | null)[]> = once(child, 'exit');
  const [output, [code]] = await Promise.all([text(child.stdout), ended]);
  const seconds = (Date.now() - at.getTime()) / 1000;
  const passed = code === 0;
  const command = `npm run ${words.join(' ')}`;
  noteRun({ kind, command, at: at.toISOString(), seconds, commit, passed, figures: figuresIn(output) });
  console.log(`${passed ? 'ok  ' : 'FAIL'} ${kind} (${seconds.toFixed(0)} s)`);
  if (!passed) process.exitCode = 1;
}
console.log(EVIDENCE);
