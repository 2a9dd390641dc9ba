import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { CONTRACT_VERSION } from '#shared/contract/central/versions.ts';
import { runJson } from '../../build/start/children.ts';
import type { CentralSide } from './central-side.ts';
import { couchSource } from './couch-source.ts';
import { type Figure, figure, progress } from './figures.ts';
import { newFolder } from './folder.ts';
import { inventedComplaint } from './invented.ts';
import { median } from './statistics.ts';

const PEERS = join(import.meta.dirname, 'peers');

const taken = z.object({ seconds: z.number(), reports: z.int(), entries: z.int() });

/** The peers take their turns at the same first load. */
export type Peers = {
  readonly round: () => Promise<void>;
  /** @param ours complaints per second of the product in the same rounds */
  readonly figures: (ours: number) => readonly Figure[];
};

/** @param wanted false: they are left out */
export async function openPeers(
  central: CentralSide,
  count: number,
  now: number,
  wanted: boolean,
): Promise<Peers> {
  const absent = wanted ? installPeers() : 'left out (--no-peers)';
  if (absent !== null) progress(`NO PEERS: ${absent}`);
  const token = absent === null ? await central.token() : '';
  const watermelon: number[] = [];
  const pouch = new Map<number, number>();
  return {
    round: async () => {
      if (absent !== null) return;
      watermelon.push(count / (await watermelonLoad(central.address, token, count, now)));
      // Once each: they take as long as all the others together.
      for (const batch of [POUCH_BATCH, POUCH_TUNED]) {
        if (!pouch.has(batch)) pouch.set(batch, count / (await pouchLoad(count, now, batch)));
      }
    },
    figures: (ours) =>
      absent === null
        ? [
            ...peerFigures('Watermelon', WATERMELON, median(watermelon), ours),
            ...peerFigures('PouchDB', POUCH, pouch.get(POUCH_BATCH) ?? 0, ours),
            ...peerFigures('PouchDBTuned', `${POUCH}, in large batches`, pouch.get(POUCH_TUNED) ?? 0, ours),
          ]
        : ['initialSync.ratioToWatermelon', 'initialSync.ratioToPouchDB'].map((name) => ({
            name,
            value: null,
            unit: '',
            meaning: absent,
          })),
  };
}

const WATERMELON = 'WatermelonDB synchronize, the same pages';
/** Documents in a batch: PouchDB's own choice, and as many as the product's pages have. */
const POUCH_BATCH = 100;
const POUCH_TUNED = 1_000;
const POUCH = 'PouchDB replication, the same complaints from a source in memory';

function peerFigures(name: string, what: string, theirs: number, ours: number): readonly Figure[] {
  const meaning = `${what}; it neither encrypts, indexes text nor validates`;
  return [
    figure(`peers.${name}.rowsPerSecond`, theirs, 'rows/s', meaning),
    figure(`initialSync.ratioTo${name}`, ours / theirs, '', `rowsPerSecond over that of ${name}`, 2),
  ];
}

/** Why the peers cannot be measured; null: they are installed, with the versions of their own lock file. */
function installPeers(): string | null {
  if (existsSync(join(PEERS, 'node_modules/.package-lock.json'))) return null;
  progress('installing the peers');
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: PEERS,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (npm.status === 0) return null;
  const why = npm.error?.message ?? npm.stderr.trim().split('\n').at(-1) ?? '';
  return `the peers could not be installed (npm ci in test/bench/peers: ${why})`;
}

/** WatermelonDB takes in the feed of the same central service. @returns seconds */
async function watermelonLoad(address: string, token: string, count: number, now: number) {
  const folder = newFolder();
  try {
    const args = [address, token, String(CONTRACT_VERSION), join(folder.path, 'watermelon.db')];
    return await measured('watermelon.mjs', args, folder.path, count, now);
  } finally {
    folder.remove();
  }
}

/** PouchDB replicates the same complaints from a source that speaks CouchDB's protocol. @returns seconds */
async function pouchLoad(count: number, now: number, batch: number): Promise<number> {
  const folder = newFolder();
  const source = await couchSource(count, now);
  try {
    const args = [source.address, join(folder.path, 'pouch'), String(batch)];
    return await measured('pouch.mjs', args, folder.path, count, now);
  } finally {
    await source.close();
    folder.remove();
  }
}

async function measured(script: string, args: readonly string[], folder: string, count: number, now: number) {
  const log = join(folder, 'peer.log');
  const said = await runJson({
    command: 'node',
    args: [join(PEERS, script), ...args],
    cwd: PEERS,
    log,
    onSpawn: () => {},
  });
  const { seconds, reports: complaints, entries } = taken.parse(said);
  const expected = entriesOf(count, now);
  if (complaints !== count || entries !== expected) {
    throw new Error(
      `${script}: ${complaints} complaints and ${entries} entries instead of ${count} and ${expected}`,
    );
  }
  progress(`${script}: ${(count / seconds).toFixed(0)} rows/s`);
  return seconds;
}

function entriesOf(count: number, now: number): number {
  let entries = 0;
  for (let number = 0; number < count; number++) entries += inventedComplaint(number, now).timeline.length;
  return entries;
}
