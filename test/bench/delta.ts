import { type BackendProcess, until } from './backend-process.ts';
import type { CentralSide } from './central-side.ts';
import { median } from './statistics.ts';

const ROUNDS = 5;
export const CHANGED = 1_000;
const SHOWN = 200;

/**
 * From the commit of `CHANGED` changed complaints at the central service until a synced client finds them by
 * their new words, ms. They come in one page, which is one transaction: who sees some sees all.
 */
export async function measureDelta(central: CentralSide, { client }: BackendProcess): Promise<number> {
  const samples: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await until(async () => (await client.sync.status()).phase === 'waiting');
    const word = `perubahan${round}x`;
    const ids = await central.change(CHANGED, word);
    const start = performance.now();
    await until(
      async () => (await client.queue.search({ text: word, limit: SHOWN })).hits.length === SHOWN,
      10,
    );
    samples.push(performance.now() - start);
    for (const id of [ids.at(0), ids.at(500), ids.at(-1)]) {
      const found = await client.case.get({ id: id ?? '' });
      if (found?.complaint.title.includes(word) !== true) throw new Error(`${id} has not arrived`);
    }
  }
  return median(samples);
}
