import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import type { InstalledApp } from '../../support/electron/installed-app.ts';
import { median } from '../statistics.ts';

const STARTS = 7;
const SAY_WHEN_USABLE = join(import.meta.dirname, 'say-when-usable.cjs');
const usable = z.object({ usableAt: z.number() });

/**
 * From the start of the program to a queue that can be used, ms: the median for each folder. They take turns,
 * so that all meet the same machine. What the system reads from its disk it has in memory from the start before.
 */
export async function measureWindowStarts(
  installed: InstalledApp,
  dataDirs: readonly string[],
): Promise<readonly number[]> {
  const samples: number[][] = dataDirs.map(() => []);
  for (const dataDir of dataDirs) await oneStart(installed, dataDir);
  for (let n = 0; n < STARTS; n++) {
    for (const [place, dataDir] of dataDirs.entries()) {
      samples[place]?.push(await oneStart(installed, dataDir));
    }
  }
  return samples.map(median);
}

async function oneStart(installed: InstalledApp, dataDir: string): Promise<number> {
  const start = Date.now();
  const program = installed.spawn(dataDir, [SAY_WHEN_USABLE]);
  const ended = once(program, 'exit');
  try {
    for await (const line of createInterface({ input: program.stdout })) {
      if (line.startsWith('{"usableAt"')) return usable.parse(JSON.parse(line)).usableAt - start;
    }
    throw new Error('the program ended before its queue could be used');
  } finally {
    program.kill();
    program.stdout.resume();
    await ended;
  }
}
