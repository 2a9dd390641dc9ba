import { startBackend } from './backend-process.ts';
import { median } from './statistics.ts';

const STARTS = 9;

/**
 * From spawning the built backend (as the browser host runs it) to the first page of the queue, ms: the
 * median for each folder. They take turns, so that all meet the same machine.
 */
export async function measureStarts(dataDirs: readonly string[]): Promise<readonly number[]> {
  const samples: number[][] = dataDirs.map(() => []);
  for (let n = 0; n < STARTS; n++) {
    for (const [place, dataDir] of dataDirs.entries()) samples[place]?.push(await oneStart(dataDir));
  }
  return samples.map(median);
}

async function oneStart(dataDir: string): Promise<number> {
  const start = performance.now();
  const { client, stop } = await startBackend(dataDir);
  const page = await client.queue.page({ view: 'today', after: null, limit: 50 });
  const ms = performance.now() - start;
  if (page.rows.length === 0) throw new Error('the first page is empty');
  await stop();
  return ms;
}
