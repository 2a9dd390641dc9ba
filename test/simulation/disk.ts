import { cpSync, existsSync, globSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';

/** SQLite's own numbers for `synchronous`: from here on a commit is on the disk when it returns. */
const FULL = 2;

export type Disk = {
  /**
   * Copies the files of a running app as they are at this instant, as a process that is killed leaves them. After
   * a power cut the last commits are missing in every database that does not wait for the disk: SQLite promises
   * those up to the last checkpoint only.
   */
  readonly copyAsLeft: (from: string, to: string, power: boolean) => void;
  readonly restore: () => void;
};

/**
 * Watches how durable each database was really opened. `breakDurability`: the journal is opened so that it does not
 * wait for the disk, whatever it asks for.
 */
export function watchDisk(breakDurability: boolean): Disk {
  const durability = new Map<string, number>();
  const { prototype } = Database;
  const { pragma } = prototype;
  prototype.pragma = function (source, options) {
    const broken = breakDurability && source === 'synchronous = FULL';
    const result = pragma.call(this, broken ? 'synchronous = OFF' : source, options);
    if (source.startsWith('synchronous')) {
      const path: unknown = Reflect.get(this, 'name');
      durability.set(String(path), Number(pragma.call(this, 'synchronous', { simple: true })));
    }
    return result;
  };
  return {
    copyAsLeft: (from, to, power) => {
      cpSync(from, to, { recursive: true });
      if (!power) return;
      for (const name of globSync('*.db', { cwd: from }).map((path) => basename(path))) {
        if ((durability.get(join(from, name)) ?? 0) >= FULL) continue;
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
