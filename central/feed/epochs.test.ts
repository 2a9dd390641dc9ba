import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { sampleCommand } from '#shared/domain/testing/samples.ts';
import { centralClient, startTestCentral, type TestCentral } from '../../test/support/central.ts';
import { copyOf } from '../../test/support/postgres.ts';
import type { Db } from '../store/database.ts';
import { clearExpired } from '../store/retention.ts';
import { beginEpoch } from '../store/service-row.ts';
import { dropFeedConnections } from '../testing/database-activity.ts';
import { attachmentOf, photo, tusClient } from '../testing/files.ts';
import { giveComplaint, numbered } from '../testing/give-complaint.ts';
import {
  AGENCY,
  change,
  epochOf,
  noteOf,
  numberOf,
  office,
  proofOf,
  putBack,
  serve,
  show,
  withDb,
} from '../testing/histories.ts';
import { openLossWatch } from './proof.ts';

/** A new service with an agency. */
const fresh = async (central: TestCentral): Promise<{ url: string; epoch: string }> => {
  await central.addAgency(AGENCY, '4006');
  return { url: central.databaseUrl, epoch: await epochOf(central) };
};

test('a service that starts again on its database goes on with its history', async () => {
  const { url, epoch } = await serve(undefined, fresh);
  for (let i = 0; i < 2; i++) expect(await serve(url, epochOf)).toBe(epoch);
});

test('a database that is another one than before begins a new epoch, once', async () => {
  const { url, epoch } = await serve(undefined, fresh);
  const copied = await copyOf(url);
  const after = await serve(copied, epochOf);
  expect(after).not.toBe(epoch);
  expect(await serve(copied, epochOf)).toBe(after);
  expect(await serve(url, epochOf)).toBe(epoch);
});

test.each([
  ['another cluster', `update service set database_identity = '1' || database_identity`],
  [
    'the same cluster on another timeline',
    `update service set database_identity = regexp_replace(database_identity, '/[0-9A-F]{8}/', '/00000000/')`,
  ],
])('a database that was served from %s before begins a new epoch', async (_, statement) => {
  const { url, epoch } = await serve(undefined, fresh);
  await change(url, statement);
  expect(await serve(url, epochOf)).not.toBe(epoch);
});

test('a dump that was restored into the same database begins a new epoch: its tables are new', async () => {
  const { url, epoch } = await serve(undefined, fresh);
  await change(
    url,
    'create table restored (like service including all)',
    'insert into restored select * from service',
    'drop table service',
    'alter table restored rename to service',
  );
  expect(await serve(url, epochOf)).not.toBe(epoch);
});

test('several processes that start at once begin one epoch', async () => {
  const { url, epoch } = await serve(undefined, fresh);
  const copied = await copyOf(url);
  const services = await Promise.all([1, 2, 3].map(() => startTestCentral({ databaseUrl: copied })));
  const epochs = new Set(await Promise.all(services.map(epochOf)));
  for (const service of services) await service.close();
  expect(epochs.size).toBe(1);
  expect(epochs).not.toContain(epoch);
});

test('another server behind the same address is noticed while the service runs', async () => {
  await serve(undefined, async (central) => {
    const { epoch } = await fresh(central);
    await sql`update service set database_identity = '1' || database_identity`.execute(central.db);
    await dropFeedConnections(central.db);
    while ((await epochOf(central)) === epoch);
    const client = (await central.enrol(AGENCY)).client;
    expect((await client.changes({})).epoch).toBe(await epochOf(central));
  });
});

test('a receipt that the database has lost begins a new epoch, though its feed has grown past the loss, once', async () => {
  const { url, rina, togar } = await serve(undefined, office);
  const older = await putBack(url);
  const { epoch, proof } = await serve(url, async (central) => {
    const { results } = await centralClient(central.address, rina).commands({ commands: [noteOf(1)] });
    return { epoch: await epochOf(central), proof: proofOf(results[0]) };
  });
  await serve(older, async (central) => {
    const colleague = centralClient(central.address, togar);
    await colleague.commands({ commands: [noteOf(10), noteOf(11), noteOf(12)] });
    expect(await epochOf(central)).toBe(epoch);
    await show(central.address, rina, proof);
    const begun = await epochOf(central);
    expect(begun).not.toBe(epoch);
    // It shows nothing any more: the history that it stood in has ended.
    for (let n = 0; n < 3; n++) await show(central.address, rina, proof);
    expect(await epochOf(central)).toBe(begun);
    // What came back is known here, and is shown as such.
    const { results } = await centralClient(central.address, rina).commands({ commands: [noteOf(1)] });
    await show(central.address, rina, proofOf(results[0]));
    expect(await epochOf(central)).toBe(begun);
  });
});

test.each(['a receipt', 'a cursor'])(
  '%s of an epoch that the database has lost begins a new one, once',
  async (shown) => {
    const { url, rina } = await serve(undefined, office);
    const older = await putBack(url);
    await withDb(url, (db) => beginEpoch(db, new Date()));
    const { proof, cursor } = await serve(url, async (central) => {
      const client = centralClient(central.address, rina);
      const { results } = await client.commands({ commands: [noteOf(1)] });
      return { proof: proofOf(results[0]), cursor: (await client.changes({})).cursor };
    });
    await serve(older, async (central) => {
      const showIt = async (): Promise<void> => {
        if (shown === 'a cursor') await centralClient(central.address, rina).changes({ after: cursor });
        else await show(central.address, rina, proof);
      };
      const before = await epochOf(central);
      await showIt();
      const begun = await epochOf(central);
      expect(begun).not.toBe(before);
      for (let n = 0; n < 3; n++) await showIt();
      expect(await epochOf(central)).toBe(begun);
      // Far from the receipts of the lost epoch.
      const { results } = await centralClient(central.address, rina).commands({ commands: [noteOf(2)] });
      expect(numberOf(results[0])).toBeGreaterThan(1_000_000);
    });
  },
);

test('nobody can invent a loss', async () => {
  const elsewhere = await serve(undefined, async (central) => {
    const { rina } = await office(central);
    const { results } = await centralClient(central.address, rina).commands({ commands: [noteOf(2)] });
    return proofOf(results[0]);
  });
  await serve(undefined, async (central) => {
    const { rina, togar } = await office(central);
    const epoch = await epochOf(central);
    const client = centralClient(central.address, rina);
    const { results } = await client.commands({ commands: [noteOf(1)] });
    const proof = proofOf(results[0]);
    expect(proof).toBe(proofOf(await client.commandResult({ id: noteOf(1).id })));
    const [id = '', epochOfIt = '', signature = ''] = proof.split('.');
    const invented = [
      proof,
      elsewhere,
      `${noteOf(2).id}.${epochOfIt}.${signature}`,
      `${id}x.${epochOfIt}.${signature}`,
      `${id}.${randomUUID()}.${signature}`,
      `${id}.${signature}`,
      `${id}.`,
      id,
      '',
      '.',
      'x'.repeat(9_000),
      `${noteOf(2).id}.${epochOfIt}.${createHash('sha256').update(noteOf(2).id).digest('base64url').slice(0, 16)}`,
    ];
    for (const token of [rina, togar])
      for (const shown of invented) expect((await show(central.address, token, shown)).status).toBe(200);
    // Without a token nothing is looked at.
    expect((await show(central.address, 'none', proof)).status).toBe(401);
    expect(await epochOf(central)).toBe(epoch);
  });
});

test('a command of years ago, and one that another officer shows, begin nothing', async () => {
  await serve(undefined, async (central) => {
    const { rina, togar } = await office(central);
    const { results } = await centralClient(central.address, rina).commands({ commands: [noteOf(1)] });
    const epoch = await epochOf(central);
    await clearExpired(central.db, new Date('2126-01-01T00:00:00.000Z'));
    for (const token of [rina, togar]) await show(central.address, token, proofOf(results[0]));
    expect(await epochOf(central)).toBe(epoch);
  });
});

/** The database has lost what it knew of a command. */
const lose = (db: Db, { id }: { readonly id: string }) =>
  db.deleteFrom('commandResults').where('id', '=', id).execute();

test('a proof costs statements once, and again when the database was away', async () => {
  await serve(undefined, async (central) => {
    const { rina } = await office(central);
    const { results } = await centralClient(central.address, rina).commands({ commands: [noteOf(1)] });
    let statements = 0;
    let losses = 0;
    const counted = central.db.withPlugin({
      transformQuery: ({ node }) => {
        statements += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const watch = openLossWatch(
      counted,
      () => new Date(),
      () => {
        losses += 1;
      },
    );
    for (let n = 0; n < 5; n++) await watch.shown(proofOf(results[0]));
    expect(statements).toBe(2);
    await lose(central.db, noteOf(1));
    watch.forget();
    for (let n = 0; n < 5; n++) await watch.shown(proofOf(results[0]));
    expect(losses).toBe(1);
  });
});

test('a loss is noticed when the database comes back under a service that runs', async () => {
  await serve(undefined, async (central) => {
    const { rina } = await office(central);
    const { results } = await centralClient(central.address, rina).commands({ commands: [noteOf(1)] });
    await show(central.address, rina, proofOf(results[0]));
    const epoch = await epochOf(central);
    await lose(central.db, noteOf(1));
    await dropFeedConnections(central.db);
    while ((await epochOf(central)) === epoch) await show(central.address, rina, proofOf(results[0]));
  });
});

test('after a restore the lost answers come back with their files, and the kept ones stay as they were', async () => {
  const [kept, lost] = [photo(900, 1), photo(900, 2)];
  const note = (n: number, bytes: Buffer) => ({
    ...sampleCommand({ kind: 'internal_note', payload: { text: `Catatan ${n}` } }),
    id: `01996c00-0000-7000-8000-${String(n).padStart(12, '0')}`,
    complaintId: numbered(1).id,
    attachments: [attachmentOf(bytes)],
  });
  const { url, token, first } = await serve(undefined, async (central) => {
    await central.addAgency(AGENCY, '4006');
    const { client, token } = await central.enrol(AGENCY);
    await giveComplaint(central.db, numbered(1));
    await tusClient(central.address, token).upload(kept);
    const { results } = await client.commands({ commands: [note(1, kept)] });
    return { url: central.databaseUrl, token, first: results };
  });
  const backup = await copyOf(url);
  const cursor = await serve(url, async ({ address }) => {
    const client = centralClient(address, token);
    await tusClient(address, token).upload(lost);
    expect(await client.commands({ commands: [note(2, lost)] })).toMatchObject({
      results: [{ outcome: 'accepted' }],
    });
    return (await client.changes({ limit: 2000 })).cursor;
  });

  await serve(backup, async ({ address }) => {
    const client = centralClient(address, token);
    // The whole feed again, from its start.
    expect((await client.changes({ after: cursor, limit: 2000 })).changes).toHaveLength(6);
    // The same answer, to be shown in the history of now.
    const sameAnswer = { ...first[0], proof: expect.any(String) };
    const again = { commands: [note(1, kept), note(2, lost)] };
    expect((await client.commands(again)).results).toEqual([
      sameAnswer,
      { outcome: 'later', id: note(2, lost).id, retryAfterMs: 2_000, missing: [attachmentOf(lost).sha256] },
    ]);
    await tusClient(address, token).upload(lost);
    expect((await client.commands(again)).results).toMatchObject([sameAnswer, { outcome: 'accepted' }]);
    const { changes } = await client.changes({ limit: 2000 });
    expect(changes.at(-1)).toMatchObject({
      complaint: { timeline: [{ attachments: [attachmentOf(kept)] }, { attachments: [attachmentOf(lost)] }] },
    });
  });
});
