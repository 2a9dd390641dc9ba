import { join } from 'node:path';
import { ROOT } from '../../build/base/paths.ts';
import { runJson } from '../../build/start/children.ts';
import { fillBackend } from './backend-side.ts';
import { progress } from './figures.ts';

/**
 * Fills a data folder in a process of its own, so that this one stays free to measure: about 0.2 ms of
 * processor time and 3 kB of disk for a complaint.
 */
export async function fillBeside(dataDir: string, count: number, now: number): Promise<void> {
  const started = performance.now();
  const filled = await runJson({
    command: 'node',
    args: [join(ROOT, 'test/bench/fill.ts'), dataDir, String(count), String(now)],
    cwd: ROOT,
    log: join(dataDir, 'fill.log'),
    onSpawn: () => {},
  });
  if (filled === null) throw new Error(`the folder could not be filled, see ${dataDir}/fill.log`);
  progress(
    `filled a folder with ${count} complaints in ${((performance.now() - started) / 1000).toFixed(0)} s`,
  );
}

if (import.meta.filename === process.argv[1]) {
  const [dataDir = '', count, now] = process.argv.slice(2);
  fillBackend(dataDir, Number(count), Number(now));
  console.log(JSON.stringify({ filled: true }));
}
