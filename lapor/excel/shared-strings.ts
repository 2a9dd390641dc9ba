import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { MAX_CELL, MAX_ESCAPED_CELL, MAX_SHARED_TEXTS, TooLargeError } from './limits.ts';
import { unescapeExcel } from './text.ts';
import { readXml, type XmlHandlers } from './xml.ts';

export type SharedStrings = Awaited<ReturnType<typeof readSharedStrings>>;

/** Strings that rows repeat (names, categories) are short; they are kept, the long ones are read again. */
const KEPT_LENGTH = 80;
const KEPT_COUNT = 20_000;
const WRITE_SIZE = 1 << 16;

/**
 * Excel keeps all texts of a workbook in one list and the cells point into it. The list can be larger than
 * memory should be, so it goes to a temporary file, only readable by this user and removed by `close`.
 * @param part its name in the workbook
 */
export async function readSharedStrings(stream: Readable, part: string) {
  const folder = mkdtempSync(join(tmpdir(), 'penghubung-impor-'));
  const file = openSync(join(folder, 'teks'), 'w+', 0o600);
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  // Where a file can lose its name while it is open, no crash leaves people's texts behind.
  if (platform() !== 'win32') remove();
  const close = (): void => {
    closeSync(file);
    remove();
  };
  try {
    const ends: number[] = [];
    let pending: Buffer[] = [];
    let pendingBytes = 0;
    let written = 0;
    const flush = (): void => {
      writeSync(file, Buffer.concat(pending));
      pending = [];
      pendingBytes = 0;
    };
    const collector = textCollector((text) => {
      if (ends.length === MAX_SHARED_TEXTS) throw new TooLargeError(part);
      const bytes = Buffer.from(text);
      pending.push(bytes);
      pendingBytes += bytes.length;
      written += bytes.length;
      ends.push(written);
      if (pendingBytes > WRITE_SIZE) flush();
    });
    for await (const _ of readXml(stream, collector, () => part));
    flush();
    return { at: reader(file, Float64Array.from(ends)), close };
  } catch (error) {
    close();
    throw error;
  }
}

function reader(file: number, ends: Float64Array): (index: number) => string {
  const kept = new Map<number, string>();
  return (index) => {
    const known = kept.get(index);
    if (known !== undefined) return known;
    const end = ends[index];
    if (end === undefined) return '';
    const start = ends[index - 1] ?? 0;
    const bytes = Buffer.allocUnsafe(end - start);
    readSync(file, bytes, 0, bytes.length, start);
    const text = bytes.toString('utf8');
    if (text.length <= KEPT_LENGTH && kept.size < KEPT_COUNT) kept.set(index, text);
    return text;
  };
}

/**
 * Collects the texts of `<si>`: the `<t>` parts joined, formatting dropped, phonetic hints left out. One that
 * no cell can hold stays too long, but no longer than that.
 */
function textCollector(onText: (text: string) => void): XmlHandlers {
  let text = '';
  let inText = false;
  let inPhonetic = false;
  return {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 't') inText = !inPhonetic;
      else if (name === 'rPh') inPhonetic = true;
    },
    close: (name) => {
      if (name === 'si') onText(unescapeExcel(text).slice(0, MAX_CELL + 1));
      else if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
    },
    text: (part) => {
      if (inText && text.length < MAX_ESCAPED_CELL) text += part;
    },
  };
}
