import { startCentralSide } from './central-side.ts';
import { fillDesk, newFolder } from './desk-side.ts';
import { measureInitialSync } from './initial-sync.ts';
import { measureLocal } from './local.ts';
import { measureReply } from './reply-bytes.ts';
import { measureStart } from './start.ts';

/**
 * `npm run bench`: how fast the product is, on this machine. With `--json` only the last line, which is
 * `{"figures":{"NAME":number,…}}` in both cases.
 */
const FIRST_LOAD_REPORTS = 20_000;
const LOCAL_REPORTS = 100_000;

type Line = readonly [name: string, value: number, unit: string, meaning: string];

function print(lines: readonly Line[]): void {
  const width = Math.max(...lines.map(([name]) => name.length));
  for (const [name, value, unit, meaning] of lines) {
    console.log(`${name.padEnd(width)}  ${String(value).padStart(9)} ${unit.padEnd(7)} ${meaning}`);
  }
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

async function centralLines(now: number): Promise<Line[]> {
  const central = await startCentralSide(FIRST_LOAD_REPORTS, now);
  try {
    const sync = await measureInitialSync(central, FIRST_LOAD_REPORTS);
    const reply = await measureReply(central);
    return [
      [
        'initialSync.rowsPerSecond',
        round(sync.rowsPerSecond, 0),
        'rows/s',
        '20,000 reports of 2 kB until all can be listed and searched',
      ],
      [
        'initialSync.queueRowsPerSecond',
        round(sync.queueRowsPerSecond, 0),
        'rows/s',
        'the same until all can be listed',
      ],
      [
        'initialSync.rawRowsPerSecond',
        round(sync.rawRowsPerSecond, 0),
        'rows/s',
        'the same pages by fetch, JSON.parse and plain SQLite',
      ],
      ['initialSync.ratioToRaw', round(sync.ratioToRaw, 3), '', 'rowsPerSecond over rawRowsPerSecond'],
      [
        'reply.bytes',
        reply.exchange,
        'bytes',
        'one-line follow-up: its request and response, headers included, no TLS',
      ],
      [
        'reply.bytesWithFeed',
        reply.all,
        'bytes',
        'the same with the feed page that brings it back and the long polls around it',
      ],
    ];
  } finally {
    await central.close();
  }
}

async function localLines(now: number): Promise<Line[]> {
  const folder = newFolder();
  try {
    fillDesk(folder.path, LOCAL_REPORTS, now);
    const first = await measureStart(folder.path);
    const local = await measureLocal(folder.path);
    return [
      [
        'start.firstPageMs',
        round(first, 0),
        'ms',
        'spawn of the built backend to the first page, 100,000 reports, median of 7',
      ],
      [
        'queuePage.p99Ms',
        round(local.queuePageP99, 2),
        'ms',
        'a page of 50 in any view, 100,000 reports, every tenth after a change',
      ],
      [
        'search.p95Ms',
        round(local.searchP95, 2),
        'ms',
        'words, beginnings and tracking ids, 100,000 reports',
      ],
      [
        'enqueue.p95Ms',
        round(local.enqueueP95, 2),
        'ms',
        'a follow-up until it is on the disk and the queue has changed',
      ],
    ];
  } finally {
    folder.remove();
  }
}

const now = Date.now();
const lines = [...(await centralLines(now)), ...(await localLines(now))];
if (!process.argv.includes('--json')) print(lines);
console.log(JSON.stringify({ figures: Object.fromEntries(lines.map(([name, value]) => [name, value])) }));
process.exit(0);
