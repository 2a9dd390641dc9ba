import { type BackendProcess, startBackend, until } from './backend-process.ts';
import { searchWatch } from './backend-side.ts';
import type { CentralSide } from './central-side.ts';
import { progress } from './figures.ts';
import { type Folder, newFolder } from './folder.ts';
import { rawLoad } from './raw-load.ts';
import { median } from './statistics.ts';

export type InitialSync = {
  /** Until every complaint can be listed and searched for. */
  readonly rowsPerSecond: number;
  /** The same until the queue is whole; the search then still reads the newest complaints themselves. */
  readonly queueRowsPerSecond: number;
  readonly rawRowsPerSecond: number;
  /** From the enrolment until a screenful is listed and its first complaint can be read. */
  readonly firstScreenMs: number;
  /** The backend's peak in the whole load; null where the system does not say. */
  readonly peakMiB: number | null;
};

type Load = {
  readonly seconds: number;
  readonly queueSeconds: number;
  readonly firstScreenMs: number;
  readonly peakMiB: number | null;
};

/** A synced backend, and what it took to get there. */
export type Loaded = {
  readonly backend: BackendProcess;
  readonly folder: Folder;
  readonly figures: InitialSync;
};

const SCREENFUL = 50;

/**
 * The first load of `count` complaints over HTTP into the built backend, against a plain loop over the same
 * pages. They take turns, with `peers` after each round, so that all meet the same machine; the last load is
 * handed on.
 */
export async function measureInitialSync(
  central: CentralSide,
  count: number,
  rounds: number,
  peers: () => Promise<void>,
): Promise<Loaded> {
  const loads: Load[] = [];
  const raw: number[] = [];
  const token = await central.token();
  for (let round = 1; ; round++) {
    raw.push(count / (await rawLoad(central.address, token, count)));
    progress(`first load ${round}/${rounds}: the raw loop took ${count} complaints at ${rate(raw.at(-1))}`);
    const folder = newFolder();
    const backend = await startBackend(folder.path);
    const load = await oneLoad(backend, folder.path, central, count);
    loads.push(load);
    progress(`first load ${round}/${rounds}: ours at ${rate(count / load.seconds)}`);
    await peers();
    if (round === rounds) {
      const of = (get: (load: Load) => number): number => median(loads.map(get));
      const peaks = loads.map(({ peakMiB }) => peakMiB).filter((peak) => peak !== null);
      const figures = {
        rowsPerSecond: of(({ seconds }) => count / seconds),
        queueRowsPerSecond: of(({ queueSeconds }) => count / queueSeconds),
        rawRowsPerSecond: median(raw),
        firstScreenMs: of(({ firstScreenMs }) => firstScreenMs),
        peakMiB: peaks.length === 0 ? null : Math.max(...peaks),
      };
      return { backend, folder, figures };
    }
    await backend.stop();
    folder.remove();
  }
}

const rate = (rowsPerSecond = Number.NaN): string => `${rowsPerSecond.toFixed(0)} rows/s`;

async function oneLoad(
  { client, peakMiB }: BackendProcess,
  dataDir: string,
  central: CentralSide,
  count: number,
): Promise<Load> {
  const code = await central.code();
  const start = performance.now();
  const enrolled = await client.session.enrol({ centralUrl: central.address, code, name: 'Rina' });
  if (!enrolled.ok) throw new Error(enrolled.code);

  await until(async () => {
    const { rows } = await client.queue.page({ view: 'all', after: null, limit: SCREENFUL });
    return rows.length === SCREENFUL && (await client.case.get({ id: rows[0]?.id ?? '' })) !== null;
  });
  const firstScreenMs = performance.now() - start;

  await until(async () => (await client.sync.status()).firstLoad === null, 50);
  const queueSeconds = (performance.now() - start) / 1000;
  const watch = searchWatch(dataDir);
  await until(async () => watch.complete());
  const seconds = (performance.now() - start) / 1000;
  watch.close();

  const { all } = await client.queue.counts();
  if (all !== count) throw new Error(`${all} complaints instead of ${count}`);
  return { seconds, queueSeconds, firstScreenMs, peakMiB: peakMiB() };
}
