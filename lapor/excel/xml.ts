/// <reference path="./saxen.d.ts" />
import type { Readable } from 'node:stream';
import { Parser } from 'saxen';
import { MAX_DEPTH, MAX_TOKEN, TooLargeError } from './limits.ts';
import { NotExcelError } from './zip.ts';

export type XmlHandlers = {
  /** Names come without their prefix. */
  open(name: string, attribute: (name: string) => string | undefined): void;
  close(name: string): void;
  text(text: string): void;
};

/**
 * Reads XML as it arrives. After each chunk of the stream control goes back to the caller, who may wait:
 * nothing piles up.
 * @param place what is read at this moment, for who must look for it
 * @throws NotExcelError when it is not well-formed or the packed bytes are damaged; TooLargeError
 */
export async function* readXml(
  stream: Readable,
  handlers: XmlHandlers,
  place: () => string,
): AsyncGenerator<void> {
  let depth = 0;
  // Of a text or a mark that has not ended yet; the parser keeps and looks through all of it each time.
  let unended = 0;
  const parser = new Parser()
    .on('error', (error) => {
      throw new NotExcelError(error.message);
    })
    .on('openTag', (name, attributes) => {
      unended = 0;
      if (++depth > MAX_DEPTH) throw new NotExcelError('nested too deep');
      let all: Record<string, string> | false | undefined;
      handlers.open(localName(name), (wanted) => {
        all ??= attributes();
        const raw = all === false ? undefined : all[wanted];
        return raw === undefined ? undefined : decodeEntities(raw);
      });
    })
    .on('closeTag', (name) => {
      unended = 0;
      depth--;
      handlers.close(localName(name));
    })
    .on('text', (raw) => handlers.text(decodeEntities(raw)))
    .on('cdata', (raw) => handlers.text(raw));
  const decoder = new TextDecoder();
  try {
    for await (const chunk of stream) {
      const xml = decoder.decode(chunk, { stream: true });
      unended += xml.length;
      parser.write(xml);
      if (unended > MAX_TOKEN) throw new TooLargeError(place());
      yield;
    }
  } catch (error) {
    throw isDamage(error) ? new NotExcelError(error.message) : error;
  }
  parser.write(decoder.decode());
  parser.end();
  yield;
}

/** An error of zip or zlib about the bytes; not of the file system, and no bug of ours. */
function isDamage(error: unknown): error is Error {
  return error instanceof Error && error.constructor === Error && !('syscall' in error);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Our own, because an emoji written as one number (&#128517;) must stay an emoji. */
export function decodeEntities(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/gi,
    (whole, hex, decimal, name) => {
      if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? whole;
      const point = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}
