import { once } from 'node:events';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { FastifyRequest } from 'fastify';
import { expect, test } from 'vitest';
import { unpack } from './unpack.ts';

const packed = (encoding: string) => ({ headers: { 'content-encoding': encoding } }) as FastifyRequest;
const MIB = 1024 * 1024;
const PACK = { gzip: gzipSync, br: brotliCompressSync };
const KINDS = ['gzip', 'br'] as const;

test.each(KINDS)('a body in %s is what was packed, up to the most that is taken', async (kind) => {
  const text = Buffer.alloc(MIB, 'Lampu jalan mati. ');
  expect(await buffer(unpack(packed(kind), Readable.from([PACK[kind](text)]), MIB))).toEqual(text);
});

test.each(KINDS)(
  'a body in %s that holds too much ends where that is seen, and is read from the line',
  async (kind) => {
    const body = Readable.from([PACK[kind](Buffer.alloc(64 * MIB))]);
    const unpacked = unpack(packed(kind), body, 1000);
    let bytes = 0;
    unpacked.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
    });
    const [error] = await once(unpacked, 'error');
    expect(error).toMatchObject({ statusCode: 413 });
    expect(unpacked.destroyed).toBe(true);
    expect(bytes).toBeLessThanOrEqual(1000);
    if (!body.readableEnded) await once(body, 'end');
    expect(body.errored).toBe(null);
  },
);

test.each(KINDS)(
  'what is said to be in %s and is not, or is cut off, is an error of its own',
  async (kind) => {
    const whole = PACK[kind](Buffer.from('{"commands":[]}'.repeat(1000)));
    for (const bytes of [Buffer.from('{"commands":[]}'), whole.subarray(0, -4)])
      await expect(buffer(unpack(packed(kind), Readable.from([bytes]), MIB))).rejects.toThrow();
  },
);

test('a line that is cut in the middle of a body ends it', async () => {
  const body = new Readable({ read: () => undefined });
  const unpacked = unpack(packed('gzip'), body, MIB);
  body.push(gzipSync('{}').subarray(0, 5));
  body.destroy();
  await expect(buffer(unpacked)).rejects.toThrow();
});

test('a body that is not packed is left as it is; one in an unknown packing is not taken', () => {
  const body = Readable.from(['{}']);
  expect(unpack({ headers: {} } as FastifyRequest, body, 1)).toBe(body);
  expect(unpack(packed('identity'), body, 1)).toBe(body);
  for (const kind of ['zstd', 'toString', 'gzip, br'])
    expect(() => unpack(packed(kind), body, 1)).toThrow(expect.objectContaining({ statusCode: 415 }));
});
