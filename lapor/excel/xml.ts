/// <reference path="./saxen.d.ts" />
import type { Readable } from 'node:stream';
import { Parser } from 'saxen';
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
 * @throws NotExcelError when it is not well-formed or the packed bytes are damaged
 */
export async function* readXml(stream: Readable, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new Parser()
    .on('error', (error) => {
      throw new NotExcelError(error.message);
    })
    .on('openTag', (name, attributes) => {
      let all: Record<string, string> | false | undefined;
      handlers.open(localName(name), (wanted) => {
        all ??= attributes();
        const raw = all === false ? undefined : all[wanted];
        return raw === undefined ? undefined : decodeEntities(raw);
      });
    })
    .on('closeTag', (name) => handlers.close(localName(name)))
    .on('text', (raw) => handlers.text(decodeEntities(raw)))
    .on('cdata', (raw) => handlers.text(raw));
  const decoder = new TextDecoder();
  try {
    for await (const chunk of stream) {
      parser.write(decoder.decode(chunk, { stream: true }));
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
