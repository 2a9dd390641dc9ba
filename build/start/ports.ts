import { randomInt } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import * as z from 'zod';

const remembered = z.record(z.string(), z.int().min(1).max(65_535));

/** The port of this service on loopback, kept in `file`. `free`: it can be had now. */
export async function rememberedPort(
  file: string,
  service: string,
): Promise<{ port: number; free: boolean }> {
  const known = readPorts(file);
  const before = known[service];
  if (before !== undefined) return { port: before, free: await isFree(before) };
  const port = await steadyPort(Object.values(known));
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, JSON.stringify({ ...known, [service]: port }), { mode: 0o600 });
  return { port, free: true };
}

function readPorts(file: string): z.infer<typeof remembered> {
  try {
    return remembered.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

const TRIES = 100;

/** Below the ports that systems give out: so nobody gets one between two starts of a service. */
const STEADY: readonly [number, number] = [11_000, 30_000];

/**
 * A free port.
 * @param others those of other services, which may not be running now
 * @param range its first port and the one behind its last: who looks at the same instant takes another range
 */
export async function steadyPort(others: readonly number[] = [], range = STEADY): Promise<number> {
  for (let tries = 0; tries < TRIES; tries++) {
    const port = randomInt(...range);
    if (!others.includes(port) && (await isFree(port))) return port;
  }
  throw new Error('no free port on loopback');
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
