import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import * as z from 'zod';

const remembered = z.record(z.string(), z.int().min(1).max(65_535));

/**
 * The port of this service on loopback: the one it had before, or a free one, which is then kept in `file`. `free` says
 * whether the remembered one can be had now.
 */
export async function rememberedPort(
  file: string,
  service: string,
): Promise<{ port: number; free: boolean }> {
  const known = readPorts(file);
  const before = known[service];
  if (before !== undefined) return { port: before, free: (await tryPort(before)) === before };
  const port = await freePort(Object.values(known));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ ...known, [service]: port }));
  return { port, free: true };
}

function readPorts(file: string): z.infer<typeof remembered> {
  try {
    return remembered.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

/** A port that nobody has, and that none of `others` needs, who may not be running now. */
async function freePort(others: readonly number[]): Promise<number> {
  const port = await tryPort(0);
  if (port === null) throw new Error('no free port on loopback');
  return others.includes(port) ? freePort(others) : port;
}

/** 0: any. Null: it is taken. */
function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? null) : null));
    });
  });
}
