/**
 * Reads SQLite's write-ahead log (https://sqlite.org/fileformat2.html#walformat) without SQLite, which drops
 * everything behind the first frame that does not fit. The pages in it are encrypted and its sums are those
 * of the encrypted bytes, so that no key is needed; each page proves itself when SQLite decrypts it.
 */

const HEADER = 32;
const FRAME_HEADER = 24;
export const PAGE = 4096;
const FRAME = FRAME_HEADER + PAGE;
/** Bytes of the log's header, and of a frame's, that its sum covers. */
const SUMMED = { header: 24, frame: 8 };
/** Where the two salts stand, and the sum. */
const SALTS = { header: 16, frame: 8 };
const SUM = { header: 24, frame: 16 };
/** "The sums are of little-endian words", which every processor that we run on writes. */
const MAGIC = 0x377f0682;
const VERSION = 3_007_000;

type Pair = readonly [number, number];

/** A frame that is as it was written. */
type Frame = {
  /** Its place in the log, in bytes. */
  readonly at: number;
  /** The number of its page. */
  readonly page: number;
  /** Pages of the database after the transaction that this frame ends; 0: it ends none. */
  readonly size: number;
  /** SQLite comes as far as this. */
  readonly reached: boolean;
  /** The frame before it is whole too. */
  readonly follows: boolean;
};

export type WalkedLog = { readonly bytes: Buffer; readonly frames: readonly Frame[] };

/**
 * Every frame of the log that is whole, also behind damage, as far as that can be told. What an older log
 * left in the file is not among them.
 */
export function walkLog(bytes: Buffer): WalkedLog {
  const headerSum = sumOf(bytes, [0, 0], 0, SUMMED.header);
  const isOpened = uint32At(bytes, 0) === MAGIC && isSame(headerSum, pairAt(bytes, SUM.header));
  // A log without its header is of the age of its first frame.
  const salts = pairAt(bytes, isOpened ? SALTS.header : HEADER + SALTS.frame);
  const frames: Frame[] = [];
  let reached = isOpened;
  let follows = isOpened;
  let seed: Pair | null = isOpened ? headerSum : null;
  // A frame of which perhaps only the sum is damaged: then what comes next fits to its bytes.
  let doubtful: { readonly frame: Frame; readonly sum: Pair } | null = null;
  for (let at = HEADER; at + FRAME <= bytes.length; at += FRAME) {
    const written = pairAt(bytes, at + SUM.frame);
    const [page, size] = [uint32At(bytes, at), uint32At(bytes, at + 4)];
    const isSalted = isSame(pairAt(bytes, at + SALTS.frame), salts);
    const isOurs = page > 0 && (isSalted || follows);
    const sum = seed === null ? written : frameSum(bytes, seed, at);
    const fits = isOurs && isSame(sum, written);
    const fitsDoubtful: boolean =
      isOurs && !fits && doubtful !== null && isSame(frameSum(bytes, doubtful.sum, at), written);
    if (fitsDoubtful && doubtful !== null) frames.push(doubtful.frame);
    reached &&= fits && isSalted;
    const frame: Frame = { at, page, size, reached, follows: follows || fitsDoubtful };
    if (fits || fitsDoubtful) frames.push(frame);
    follows = fits || fitsDoubtful;
    doubtful = isSalted && !follows ? { frame, sum } : null;
    // The sum of a frame whose header is damaged says nothing of the next one.
    seed = follows || isSalted ? written : null;
  }
  return { bytes, frames };
}

/** Whether a transaction stands behind damage, where SQLite does not come. */
export function hasHiddenCommit({ frames }: WalkedLog): boolean {
  return frames.some(({ size, reached }) => size > 0 && !reached);
}

/** How many transactions SQLite reads from the log. */
export function reachedCommits({ frames }: WalkedLog): number {
  return frames.filter(({ size, reached }) => size > 0 && reached).length;
}

/**
 * What of a log is whole. Of a page whose newest frame is damaged it has the one before.
 * @param withTail also what stands behind the last commit: it was confirmed, and its own commit is damaged;
 *   else a process that was killed has left it
 */
export function wholeFrames({ bytes, frames }: WalkedLog, withTail: boolean): readonly LoggedPage[] {
  const lastCommit = frames.findLastIndex(({ size }) => size > 0);
  const end = frames.findIndex(({ follows }, index) => index > lastCommit && (!withTail || !follows));
  return (end < 0 ? frames : frames.slice(0, end)).map(({ at, page, size }) => ({
    page,
    size,
    bytes: bytes.subarray(at + FRAME_HEADER, at + FRAME),
  }));
}

/** `size`: pages of the database after the transaction that ends here; 0: none does. */
export type LoggedPage = { readonly page: number; readonly size: number; readonly bytes: Buffer };

/**
 * A log of these pages, as SQLite reads it to its end: of each page the last.
 * @param databaseBytes the size of the database's file; a journal never becomes smaller
 */
export function logOfPages(pages: readonly LoggedPage[], databaseBytes: number): Buffer {
  const log = Buffer.alloc(HEADER + pages.length * FRAME);
  // The salts only tell one log from the next.
  for (const [index, value] of [MAGIC, VERSION, PAGE, 0, 1, 1].entries()) log.writeUInt32BE(value, index * 4);
  let sum = sumOf(log, [0, 0], 0, SUMMED.header);
  writePair(log, SUM.header, sum);
  const size = pages.reduce((most, logged) => Math.max(most, logged.page, logged.size), databaseBytes / PAGE);
  for (const [index, { page, bytes }] of pages.entries()) {
    const at = HEADER + index * FRAME;
    log.writeUInt32BE(page, at);
    // One transaction, whose last frame says how large the database is.
    log.writeUInt32BE(index === pages.length - 1 ? Math.floor(size) : 0, at + 4);
    writePair(log, at + SALTS.frame, [1, 1]);
    bytes.copy(log, at + FRAME_HEADER);
    sum = frameSum(log, sum, at);
    writePair(log, at + SUM.frame, sum);
  }
  return log;
}

function frameSum(bytes: Buffer, seed: Pair, at: number): Pair {
  return sumOf(bytes, sumOf(bytes, seed, at, SUMMED.frame), at + FRAME_HEADER, PAGE);
}

function sumOf(bytes: Buffer, [first, second]: Pair, from: number, length: number): Pair {
  if (from + length > bytes.length) return [first, second];
  const words = new DataView(bytes.buffer, bytes.byteOffset + from, length);
  let a = first;
  let b = second;
  for (let at = 0; at < length; at += 8) {
    a = (a + words.getUint32(at, true) + b) >>> 0;
    b = (b + words.getUint32(at + 4, true) + a) >>> 0;
  }
  return [a, b];
}

const uint32At = (bytes: Buffer, at: number): number => (at + 4 > bytes.length ? 0 : bytes.readUInt32BE(at));

const pairAt = (bytes: Buffer, at: number): Pair => [uint32At(bytes, at), uint32At(bytes, at + 4)];

const isSame = (one: Pair, other: Pair): boolean => one[0] === other[0] && one[1] === other[1];

function writePair(bytes: Buffer, at: number, [first, second]: Pair): void {
  bytes.writeUInt32BE(first, at);
  bytes.writeUInt32BE(second, at + 4);
}
