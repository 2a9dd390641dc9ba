import { sql } from 'kysely';
import { afterEach, beforeEach, expect } from 'vitest';
import { sampleCommand } from '#shared/domain/testing/samples.ts';
import { t } from '../../central/cli/messages.ts';
import { type ImportOptions, type ImportReport, runImport } from '../../central/import/run-import.ts';
import { startTestCentral, type TestCentral, type TestOfficer } from './central.ts';
import { type MadeRow, makeExport } from './excel.ts';

export const NOW = new Date('2026-02-20T03:00:00.000Z');

/** For each test a service with two agencies; the importer's tests work on it. */
export let central: TestCentral;
beforeEach(async () => {
  central = await startTestCentral();
  await central.addAgency('Dinas Perhubungan', '7001');
  await central.addAgency('Dinas Kesehatan', '7004');
});
afterEach(() => central.close());

/** What an import did, with its rejections in the words of the command line. */
type Told = Omit<ImportReport, 'rejected'> & {
  readonly rejected: readonly { readonly row: number; readonly reason: string }[];
};

export async function run(path: string, options: Partial<ImportOptions> = {}): Promise<Told> {
  const done = await runImport(central.db, {
    path,
    apply: true,
    skipRejected: false,
    createAgencies: false,
    now: NOW,
    ...options,
  });
  const rejected = done.rejected.map(({ row, sentence, values }) => ({ row, reason: t(sentence, values) }));
  return { ...done, rejected };
}
export async function imported(
  rows: readonly MadeRow[],
  options: Partial<ImportOptions> = {},
): Promise<Told> {
  return run(await makeExport(rows), options);
}
export const counts = ({ new: fresh, changed, unchanged, unassigned }: Told) => ({
  new: fresh,
  changed,
  unchanged,
  unassigned,
});
export const storedComplaint = (trackingId = '9400001') =>
  central.db
    .selectFrom('complaints')
    .selectAll()
    .where('trackingId', '=', trackingId)
    .executeTakeFirstOrThrow();
export const entries = (trackingId = '9400001') =>
  central.db
    .selectFrom('timelineEntries')
    .selectAll()
    .where('complaintId', '=', `lapor-${trackingId}`)
    .orderBy('position')
    .execute();

/** Every row with the transaction that last wrote it: equal only when nothing at all was written. */
export async function everything(): Promise<unknown> {
  const tables = [
    'agencies',
    'complaints',
    'timelineEntries',
    'laporMemory',
    'feeds',
    'feedItems',
    'referenceData',
    'audit',
  ];
  return Promise.all(
    tables.map(async (table) => {
      const { rows } =
        await sql`select xmin::text as written, to_jsonb(t) as row from ${sql.table(table)} as t order by 2`.execute(
          central.db,
        );
      return [table, rows];
    }),
  );
}
/** Sends a command of this officer on the usual complaint. */
export async function send(
  officer: TestOfficer,
  body: Parameters<typeof sampleCommand>[0],
  trunkRevision = 1,
): Promise<void> {
  const command = sampleCommand(body, {
    id: crypto.randomUUID(),
    complaintId: 'lapor-9400001',
    trunkRevision,
  });
  const { results } = await officer.client.commands({ commands: [{ ...command, attachments: [] }] });
  expect(results).toMatchObject([{ outcome: 'accepted' }]);
}
