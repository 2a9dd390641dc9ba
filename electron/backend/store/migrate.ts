import { commit } from './commit-hook.ts';
import type { Db } from './open-database.ts';

/** One step of a schema. `version` is its place, from 1 without gaps, and the `user_version` it leaves. */
export type Migration = { readonly version: number; readonly up: (db: Db) => void };

export function schemaVersion(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/** Brings the schema to the newest version, each step in its own transaction. */
export function migrate(db: Db, migrations: readonly Migration[]): void {
  for (const migration of migrations) {
    if (migration.version <= schemaVersion(db)) continue;
    commit(db, () => {
      migration.up(db);
      db.pragma(`user_version = ${migration.version}`);
    });
  }
}

export function newestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}
