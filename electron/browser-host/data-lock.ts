import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

const owner = z.object({ pid: z.int(), started: z.string(), address: z.string().nullable() });
export type LockOwner = z.infer<typeof owner>;

const fileOf = (dataDir: string) => join(dataDir, 'host.lock');

/** One host per data folder: a file with the id of its process. That of a dead process is taken over. */
export function lockDataDir(dataDir: string) {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = fileOf(dataDir);
  const mine: LockOwner = { pid: process.pid, started: startOf(process.pid), address: null };
  if (create(file, mine)) return { ok: true, lock: holding(file, mine) } as const;
  const found = readOwner(dataDir);
  if (found !== null && isAlive(found)) return { ok: false, owner: found } as const;
  if (!removeStale(file, found) || !create(file, mine))
    return { ok: false, owner: readOwner(dataDir) } as const;
  return { ok: true, lock: holding(file, mine) } as const;
}

/** Who holds the folder now, or held it last; null when nobody, or the file was cut off. */
export function readOwner(dataDir: string): LockOwner | null {
  return read(fileOf(dataDir));
}

/** Is the process that wrote the lock still running? An id that another process got since does not count. */
export function isAlive(holder: LockOwner): boolean {
  if (holder.pid === process.pid) return holder.started === startOf(process.pid);
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return holder.started === startOf(holder.pid);
}

function holding(file: string, mine: LockOwner) {
  return {
    /** Tells the next one who comes where this host answers. */
    announce: (address: string): void =>
      writeFileSync(file, JSON.stringify({ ...mine, address }), { mode: 0o600 }),
    release: (): void => rmSync(file, { force: true }),
  };
}

/** False: the file exists already. */
function create(file: string, content: LockOwner): boolean {
  try {
    writeFileSync(file, JSON.stringify(content), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Moves the file away first: of two who find it stale, the later may get the new lock of the first, and puts
 * it back.
 */
function removeStale(file: string, stale: LockOwner | null): boolean {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    const moved = read(aside);
    const same = moved?.pid === stale?.pid && moved?.started === stale?.started;
    if (!same) linkSync(aside, file);
    rmSync(aside);
    return same;
  } catch {
    return false;
  }
}

function read(file: string): LockOwner | null {
  try {
    return owner.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** When a process started, on Linux (ticks since boot): its id is used again, this is not. Else empty. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
