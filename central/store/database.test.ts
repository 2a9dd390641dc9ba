import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { freshDatabase } from '../../test/support/postgres.ts';
import { openDatabase } from './database.ts';

test.each(['idle', 'in use'])(
  'a connection that breaks while it is %s is told, and a new one is made',
  async (when) => {
    const url = await freshDatabase();
    const told = Promise.withResolvers<Error>();
    const { db, close } = openDatabase(url, told.resolve, { connections: 1 });
    const other = openDatabase(url);
    const pid = sql<{ pid: number }>`select pg_backend_pid() as pid`;
    const breakOff = async (of: number | undefined): Promise<Error> => {
      await sql`select pg_terminate_backend(${of})`.execute(other.db);
      return told.promise;
    };

    if (when === 'idle') {
      const { rows } = await pid.execute(db);
      expect((await breakOff(rows[0]?.pid)).message).toContain('terminating connection');
    } else {
      // Between two statements of a transaction nobody waits for the connection.
      const transaction = db.transaction().execute(async (tx) => {
        const { rows } = await pid.execute(tx);
        expect((await breakOff(rows[0]?.pid)).message).toContain('terminating connection');
        await pid.execute(tx);
      });
      await expect(transaction).rejects.toThrow();
    }
    expect((await pid.execute(db)).rows).toHaveLength(1);
    await Promise.all([close(), other.close()]);
  },
);
