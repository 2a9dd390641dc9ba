import { Readable } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { findFiles } from '../store/attachments.ts';
import type { Db } from '../store/database.ts';
import { readBytes } from '../store/uploads.ts';
import { readRange } from './range.ts';

/**
 * A whole file by its SHA-256, or a part of it, for an officer of the agency `viewer`; HEAD says whether it
 * is here. What the agency may not see does not exist. Never shown by a browser, always saved, under a safe
 * name.
 */
export async function download(
  db: Db,
  viewer: string,
  sha256: string,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const file = (await findFiles(db, viewer, [sha256])).get(sha256);
  if (file === undefined) return reply.status(404).send({ code: 'NOT_FOUND', status: 404 });
  const etag = `"${sha256}"`;
  reply.headers({
    etag,
    'accept-ranges': 'bytes',
    'content-type': file.type,
    'content-disposition': disposition(file.name),
    'x-content-type-options': 'nosniff',
    // The content of a SHA-256 never changes; it is for this officer alone.
    'cache-control': 'private, max-age=31536000, immutable',
  });
  if (request.headers['if-none-match'] === etag) return reply.status(304).send();

  const { range: asked, 'if-range': unlessOther = etag } = request.headers;
  const range = readRange(unlessOther === etag ? asked : undefined, file.size);
  if (range === null) {
    return reply
      .status(416)
      .headers({ 'content-range': `bytes */${file.size}`, 'content-type': 'application/json' })
      .send({ code: 'RANGE_NOT_SATISFIABLE', status: 416 });
  }
  const { start, end } = range === 'whole' ? { start: 0, end: file.size } : range;
  reply.header('content-length', end - start);
  if (range !== 'whole') reply.status(206).header('content-range', `bytes ${start}-${end - 1}/${file.size}`);
  return request.method === 'HEAD'
    ? reply.send()
    : reply.send(Readable.from(readBytes(db, file.id, start, end)));
}

/** A safe name has no quotes or control characters; other alphabets go in the second form (RFC 6266). */
function disposition(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|%/g, '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeRfc5987(name)}`;
}

function encodeRfc5987(text: string): string {
  return encodeURIComponent(text).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
