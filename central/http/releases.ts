import { type FileHandle, lstat, open } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { NOTE_FILE, PACKAGE_KINDS } from '#shared/node/release-note.ts';
import { readRange } from '../attachments/range.ts';
import { refuse } from './answers.ts';
import { counter } from './counter.ts';
import type { Limits } from './limits.ts';

/** A place among those who fetch is free again after about so long, ms. */
const ROOM_AFTER_MS = 60_000;
const PLAIN_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;
/** Notes and packages, and the maps of their blocks; a key that somebody left there is not handed out. */
const SERVED: readonly string[] = [...PACKAGE_KINDS.map((kind) => `.${kind}`), '.blockmap'];

type Deps = { readonly folder: string; readonly limits: Limits };

/**
 * The folder of the program's releases, to whoever asks: what comes from it is believed by its signature
 * alone. Only plain names of real files in the folder itself; no list of them.
 */
export async function releaseRoutes(http: FastifyInstance, { folder, limits }: Deps): Promise<void> {
  const fetching = counter();
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const { name } = request.params as { name: string };
    const file = await openServed(folder, name);
    if (file === null) return refuse(reply, 'NOT_FOUND');
    const giveBack = name === NOTE_FILE ? null : fetching.take('', limits.packages);
    if (name !== NOTE_FILE && giveBack === null) {
      await file.close();
      return refuse(reply, 'TOO_MANY_REQUESTS', ROOM_AFTER_MS);
    }
    reply.raw.once('close', () => giveBack?.());
    return sendFile(file, request, reply);
  };
  http.route({ method: ['GET', 'HEAD'], url: '/releases/:name', compress: false, handler: answer });
}

async function openServed(folder: string, name: string): Promise<FileHandle | null> {
  if (!PLAIN_NAME.test(name) || !(name === NOTE_FILE || SERVED.includes(extname(name)))) return null;
  const path = join(folder, name);
  try {
    // Not through a link, which may lead anywhere.
    return (await lstat(path)).isFile() ? await open(path) : null;
  } catch {
    return null;
  }
}

async function sendFile(
  file: FileHandle,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { size } = await file.stat();
  const range = readRange(request.headers.range, size);
  if (range === null) {
    await file.close();
    return refuse(reply.header('content-range', `bytes */${size}`), 'RANGE_NOT_SATISFIABLE');
  }
  reply.headers({
    'accept-ranges': 'bytes',
    'content-type': 'application/octet-stream',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-cache',
  });
  const { start, end } = range === 'whole' ? { start: 0, end: size } : range;
  reply.header('content-length', end - start);
  if (range !== 'whole') reply.status(206).header('content-range', `bytes ${start}-${end - 1}/${size}`);
  if (request.method === 'HEAD' || end === start) {
    await file.close();
    return reply.send();
  }
  return reply.send(file.createReadStream({ start, end: end - 1 }));
}
