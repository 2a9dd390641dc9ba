import { cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';

/** SQLite's own numbers for `synchronous`: from here on a commit is on the disk when it returns. */
const FULL = 2;

export type Disk = {
  /**
   * Copies the files of a running app as they are at this instant, as a process that is killed leaves them.
   * After a power cut the last commits are missing in every database that does not wait for the disk: SQLite
   * promises those up to the last checkpoint only.
   */
  readonly copyAsLeft: (from: string, to: string, power: boolean) => void;
  readonly restore: () => void;
};

/**
 * Watches how durable each database was really opened. `breakDurability`: the journal is opened so that it
 * does not wait for the disk, whatever it asks for.
 */
export function watchDisk(breakDurability: boolean): Disk {
  const durability = new Map<string, number>();
  const { prototype } = Database;
  const { pragma } = prototype;
  prototype.pragma = function (source, options) {
    const broken = breakDurability && source === 'synchronous = FULL';
    const result = pragma.call(this, broken ? 'synchronous = OFF' : source, options);
    if (source.startsWith('synchronous')) {
      durability.set(this.name, Number(pragma.call(this, 'synchronous', { simple: true })));
    }
    return result;
  };
  return {
    copyAsLeft: (from, to, power) => {
      cpSync(from, to, { recursive: true });
      if (!power) return;
      for (const name of globSync('*.db', { cwd: from }).map((path) => basename(path))) {
        // One that was not opened yet is as the life before has left it.
        if ((durability.get(join(from, name)) ?? FULL) >= FULL) continue;
        for (const part of ['-wal', '-shm']) {
          if (existsSync(join(to, name + part))) rmSync(join(to, name + part));
        }
      }
    },
    restore: () => {
      prototype.pragma = pragma;
    },
  };
}

/** A database's two files just before a commit, to see afterwards what the commit has written. */
export type Before = { readonly wal: Buffer; readonly main: Buffer };

export function lookBefore(databasePath: string): Before {
  return { wal: bytesOf(`${databasePath}-wal`), main: bytesOf(databasePath) };
}

/**
 * In a copy that was made after a commit: makes the log as it was when the process was killed in the middle
 * of writing that commit. A commit after which SQLite moved the log into the database was wholly written
 * before.
 */
export function tearCommit(databasePath: string, before: Before): void {
  const wal = bytesOf(`${databasePath}-wal`);
  if (!bytesOf(databasePath).equals(before.main)) return;
  const longer = Buffer.concat([before.wal, Buffer.alloc(Math.max(0, wal.length - before.wal.length))]);
  let first = 0;
  while (first < wal.length && wal[first] === longer[first]) first++;
  const middle = first + Math.floor((wal.length - first) / 2);
  writeFileSync(`${databasePath}-wal`, Buffer.concat([wal.subarray(0, middle), before.wal.subarray(middle)]));
}

const bytesOf = (path: string): Buffer => (existsSync(path) ? readFileSync(path) : Buffer.alloc(0));
