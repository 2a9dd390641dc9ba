import { buildIfStale } from '../../build/build.ts';
import { type CentralSide, startCentralSide } from './central-side.ts';
import { CHANGED, measureDelta } from './delta.ts';
import { type Figure, figure, jsonLine, printTable, progress } from './figures.ts';
import { fillBeside } from './fill.ts';
import { type Folder, newFolder } from './folder.ts';
import { type HoldFigures, measureHold } from './hold.ts';
import { type InitialSync, measureInitialSync } from './initial-sync.ts';
import { type KeyToPaint, measureKeys } from './key-to-paint.ts';
import { type LocalFigures, measureLocal } from './local.ts';
import { type BenchOptions, benchOptions, type Part } from './options.ts';
import { openPeers } from './peers.ts';
import { measureSimilar } from './similar/measure.ts';
import { measureStarts } from './start.ts';
import { measureTexts, type TextFigures } from './texts.ts';
import { type Filled, windowPart } from './window/measure.ts';
import { measureWireBytes } from './wire-bytes.ts';

/**
 * `npm run bench`: how fast the product is, on this machine. With `--json` only the last line, which is
 * `{"figures":{"NAME":number,…}}` in both cases; where it stands is told on stderr.
 */
const options = benchOptions(process.argv.slice(2));
const now = Date.now();
const made: Folder[] = [];
const SMALL = 1_000;
const NEED_LARGE = new Set<Part>(['start', 'local', 'window']);
const NEED_LOADED = new Set<Part>(['start', 'keys', 'window']);

function folder(): string {
  const one = newFolder();
  made.push(one);
  return one.path;
}

async function bench({ parts, load, large }: BenchOptions): Promise<Figure[]> {
  await buildIfStale();
  const figures: Figure[] = [];
  const central = parts.has('sync') || parts.has('idle') ? await startCentralSide(load, now) : null;
  try {
    if (parts.has('text')) figures.push(...textFigures(await measureTexts(folder(), now)));
    const synced = central === null || !parts.has('sync') ? null : await syncPart(central);
    if (synced !== null) figures.push(...synced.figures);

    // Bytes do not depend on what else the machine does: the large folder is filled while the idle client
    // waits.
    const largeDir = [...parts].some((part) => NEED_LARGE.has(part)) ? folder() : null;
    const filling = largeDir === null ? Promise.resolve() : fillBeside(largeDir, large, now);
    if (central !== null && parts.has('idle')) figures.push(...(await idlePart(central)));
    await filling;

    const loadedDir = [...parts].some((part) => NEED_LOADED.has(part)) ? await loadedFolder(synced) : null;
    const folders = largeDir === null || loadedDir === null ? null : await threeFolders(loadedDir, largeDir);
    if (parts.has('start') && folders !== null) figures.push(...(await startPart(folders)));
    if (parts.has('local') && largeDir !== null) figures.push(...localFigures(await measureLocal(largeDir)));
    if (parts.has('keys') && loadedDir !== null) figures.push(...keyFigures(await measureKeys(loadedDir)));
    if (parts.has('window') && folders !== null) figures.push(...(await windowPart(folders)));
    if (parts.has('hold')) figures.push(...holdFigures(await measureHold(now)));
    if (parts.has('similar')) figures.push(...measureSimilar(folder(), folder(), options.load, now));
    return figures;
  } finally {
    await central?.close();
    for (const one of made) one.remove();
  }
}

function textFigures(texts: TextFigures): Figure[] {
  progress('read the labelled lines and searched them');
  const lines = `of ${texts.lines} invented lines`;
  const { pii, search } = texts;
  return [
    figure('pii.precision', pii.precision, '', `personal data found that are there, ${lines}`, 4),
    figure(
      'pii.recall',
      pii.recall,
      '',
      `personal data there that are found whole and as what they are, ${lines}`,
      4,
    ),
    figure(
      'slangSearch.recall',
      search.recall,
      '',
      'lines with slang, abbreviations or slips of the hand that are found',
      4,
    ),
    figure(
      'slangSearch.wrong',
      search.wrong,
      '',
      'share of the lines marked as something else that are found',
      4,
    ),
  ];
}

async function syncPart(central: CentralSide): Promise<{ figures: Figure[]; dataDir: string }> {
  const { load, rounds } = options;
  const peers = await openPeers(central, load, now, options.peers);
  const { figures, backend, folder: synced } = await measureInitialSync(central, load, rounds, peers.round);
  made.push(synced);
  const delta = await measureDelta(central, backend);
  await backend.stop();
  return {
    figures: [...syncFigures(figures), ...peers.figures(figures.rowsPerSecond), deltaFigure(delta)],
    dataDir: synced.path,
  };
}

function syncFigures(sync: InitialSync): Figure[] {
  const complaints = options.load.toLocaleString('en');
  return [
    figure(
      'initialSync.rowsPerSecond',
      sync.rowsPerSecond,
      'rows/s',
      `${complaints} complaints of 2 kB over HTTP until all can be listed and searched, encrypted and validated`,
    ),
    figure(
      'initialSync.queueRowsPerSecond',
      sync.queueRowsPerSecond,
      'rows/s',
      'the same until all can be listed',
    ),
    figure(
      'initialSync.rawRowsPerSecond',
      sync.rawRowsPerSecond,
      'rows/s',
      'the same pages by fetch, JSON.parse and plain SQLite',
    ),
    figure(
      'initialSync.ratioToRaw',
      sync.rowsPerSecond / sync.rawRowsPerSecond,
      '',
      'rowsPerSecond over rawRowsPerSecond',
      3,
    ),
    figure(
      'initialSync.firstScreenMs',
      sync.firstScreenMs,
      'ms',
      'enrolment until 50 complaints are listed and the first can be read',
    ),
    sync.peakMiB === null
      ? { name: 'initialSync.rssMiB', value: null, unit: 'MiB', meaning: 'this system does not tell it' }
      : figure(
          'initialSync.rssMiB',
          sync.peakMiB,
          'MiB',
          "the most memory of the backend's process in the first load",
        ),
  ];
}

function deltaFigure(ms: number): Figure {
  const meaning = `commit of ${CHANGED.toLocaleString('en')} changed complaints until a synced client finds them by their new words`;
  return figure('delta1000.ms', ms, 'ms', meaning);
}

async function idlePart(central: CentralSide): Promise<Figure[]> {
  const bytes = await measureWireBytes(central);
  progress('counted the bytes of an answer and of two long polls');
  return [
    figure(
      'reply.bytes',
      bytes.reply,
      'bytes',
      'one-line follow-up: its request and response, headers included, no TLS',
    ),
    figure(
      'reply.bytesWithFeed',
      bytes.replyWithFeed,
      'bytes',
      'the same with the feed page that brings it back and the long polls around it',
    ),
    figure(
      'idle.bytesPerMinute',
      bytes.idlePerMinute,
      'bytes',
      'a synced client to which nothing happens, both directions, headers included, no TLS; over two long polls',
    ),
  ];
}

/** The folder that the first load left, if it ran, else one that is filled like it. */
async function loadedFolder(synced: { readonly dataDir: string } | null): Promise<string> {
  if (synced !== null) return synced.dataDir;
  const dataDir = folder();
  await fillBeside(dataDir, options.load, now);
  return dataDir;
}

/** Folders with `complaints` in them: a few, many, and very many. */
async function threeFolders(loadedDir: string, largeDir: string): Promise<readonly [Filled, Filled, Filled]> {
  const small = folder();
  await fillBeside(small, SMALL, now);
  return [
    { dataDir: small, complaints: SMALL },
    { dataDir: loadedDir, complaints: options.load },
    { dataDir: largeDir, complaints: options.large },
  ];
}

async function startPart(folders: readonly Filled[]): Promise<Figure[]> {
  const [first = 0, second = 0, third = 0] = await measureStarts(folders.map(({ dataDir }) => dataDir));
  progress('measured the starts');
  const meaning = (count: number): string =>
    `spawn of the built backend to the first page, ${count.toLocaleString('en')} complaints, median`;
  return [
    figure('start.firstPageMs.1k', first, 'ms', meaning(SMALL)),
    figure('start.firstPageMs.100k', second, 'ms', meaning(options.load)),
    figure('start.firstPageMs.1m', third, 'ms', meaning(options.large)),
    figure('start.growth', third / first, '', '.1m over .1k', 2),
  ];
}

function localFigures(local: LocalFigures): Figure[] {
  progress('measured pages, searches and answers');
  const complaints = `${options.large.toLocaleString('en')} complaints`;
  return [
    figure(
      'queuePage.p99Ms',
      local.queuePageP99,
      'ms',
      `a page of 50 in any view, ${complaints}, every tenth after a change`,
      2,
    ),
    figure('search.p95Ms', local.searchP95, 'ms', `words, beginnings and tracking ids, ${complaints}`, 2),
    figure(
      'slangSearch.p95Ms',
      local.slangSearchP95,
      'ms',
      `abbreviations and words with a slip of the hand, ${complaints}`,
      2,
    ),
    figure(
      'enqueue.p95Ms',
      local.enqueueP95,
      'ms',
      'a follow-up until it is on the disk and the queue has changed',
      2,
    ),
  ];
}

function holdFigures(hold: HoldFigures): Figure[] {
  progress('flooded a central service');
  const rss = "the most memory of the service's process in that";
  return [
    figure(
      'hold.floodP99Ms',
      hold.floodP99Ms,
      'ms',
      "another agency's question during a flood without tokens, wrong bodies, and 5,000 requests woken by one note",
    ),
    figure(
      'hold.amplification',
      hold.amplification,
      '',
      'bytes of the answer to a body of some hundred bytes that is wrong in 50,000 places, over its own',
      1,
    ),
    hold.peakMiB === null
      ? { name: 'hold.rssMiB', value: null, unit: 'MiB', meaning: 'this system does not tell it' }
      : figure('hold.rssMiB', hold.peakMiB, 'MiB', rss),
  ];
}

function keyFigures(keys: KeyToPaint | null): Figure[] {
  if (keys === null) {
    progress('NO KEYS: there is no Chromium here, see CHROMIUM_PATH');
    return [{ name: 'keyToPaint.p95Ms', value: null, unit: 'ms', meaning: 'there is no Chromium here' }];
  }
  progress('measured keys in the window');
  return [
    figure(
      'keyToPaint.p95Ms',
      keys.all,
      'ms',
      `from a key to its effect on the screen of a real Chromium, ${options.load.toLocaleString('en')} complaints: all of the following`,
      1,
    ),
    figure('keyToPaint.nextP95Ms', keys.next, 'ms', 'j: the next complaint is chosen and shown', 1),
    figure(
      'keyToPaint.farP95Ms',
      keys.far,
      'ms',
      'Page Down: the same, with every row of the list another one',
      1,
    ),
    figure('keyToPaint.replyP95Ms', keys.reply, 'ms', 'r: the composer is open', 1),
    figure('keyToPaint.letterP95Ms', keys.letter, 'ms', 'a letter in the composer', 1),
  ];
}

const figures = await bench(options);
if (!options.json) printTable(figures);
console.log(jsonLine(figures));
process.exit(0);
