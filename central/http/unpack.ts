import { finished, type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress, createGunzip } from 'node:zlib';
import type { FastifyRequest } from 'fastify';

const UNPACKERS = { gzip: createGunzip, br: createBrotliDecompress } as const;
const isPacking = (encoding: string): encoding is keyof typeof UNPACKERS =>
  Object.hasOwn(UNPACKERS, encoding);

/**
 * The body of a request without its packing, for Fastify's hook `preParsing`. Fastify leaves a body that is
 * too large where it is, and an unpacker that nobody stops would go on: some kilobytes can hold gigabytes.
 * @param most bytes, after which nothing is unpacked any more
 * @throws with the status that answers it: 415 an unknown packing; as an event of the stream 413 too large
 */
export function unpack({ headers }: FastifyRequest, body: Readable, most: number): Readable {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding === 'identity') return body;
  if (!isPacking(encoding)) throw withStatus(415);
  let bytes = 0;
  const bounded = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      bytes += chunk.length;
      if (bytes > most) done(withStatus(413));
      else done(null, chunk);
    },
  });
  // What came, which Fastify compares with what was announced.
  const unpacked = Object.assign(bounded, { receivedEncodedLength: 0 });
  const unpacker = UNPACKERS[encoding]();
  body.on('data', (chunk: Buffer) => {
    unpacked.receivedEncodedLength += chunk.length;
  });
  finished(body, (error) => error && unpacker.destroy(error));
  // The request itself goes on: it is to be answered.
  pipeline(body.pipe(unpacker), unpacked).catch(() => body.unpipe(unpacker).resume());
  return unpacked;
}

const withStatus = (statusCode: number): Error =>
  Object.assign(new Error('a body that is not taken'), { statusCode });
