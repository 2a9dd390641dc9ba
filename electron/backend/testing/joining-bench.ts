import { sql } from 'kysely';
import { afterEach, beforeEach, expect } from 'vitest';
import { runImport } from '../../../central/import/run-import.ts';
import { startTestCentral, type TestCentral } from '../../../test/support/central.ts';
import { exportRow, type MadeRow, makeExport } from '../../../test/support/excel.ts';
import { systemClock } from '../base/clock.ts';
import { httpConnector } from '../sync/http/http-transport.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';
import { answerBody, MONDAY } from './samples.ts';
import { standaloneOffice } from './standalone-office.ts';
import { temporaryFolder } from './test-backend.ts';
import { untilNews } from './until-news.ts';

const AGENCY = 'Dinas Perhubungan';
export const LAMP = 'lapor-9400001';
export const ROAD = 'lapor-9400002';
export const ROWS = [exportRow(), exportRow({ 'Tracking ID': '9400002', 'Judul Laporan': 'Jalan Rusak' })];
export const connector = httpConnector(systemClock.now);

type Office = Awaited<ReturnType<typeof standaloneOffice>>;

/** For each test of a file a central service that knows the agency of a standalone office. */
export function joiningBench() {
  let clock: ManualClock;
  let central: TestCentral;
  beforeEach(async () => {
    clock = manualClock(MONDAY);
    central = await startTestCentral({ now: () => new Date(clock.now()) });
    await central.addAgency(AGENCY, '7001');
  });
  afterEach(() => central.close());

  const news = ({ client }: Office, holds: () => Promise<boolean>) => untilNews(client, holds);
  return {
    clock: () => clock,
    central: () => central,
    news,
    /** An office that has imported and answered something. */
    worked: async (dataDir = temporaryFolder(), over = connector): Promise<Office> => {
      const office = await standaloneOffice({ clock, dataDir, connector: over });
      await office.begin();
      await office.imported(ROWS);
      await office.shows(2);
      await office.client.command.submit({ complaintId: LAMP, body: answerBody('Lampu sudah diganti.') });
      await office.decided();
      return office;
    },
    join: async (office: Office, centralUrl = central.address): Promise<void> => {
      const code = await central.code(AGENCY, 'penghubung', true);
      const answer = await office.client.standalone.join({ centralUrl, code, name: 'Rina' });
      expect(answer).toMatchObject({ ok: true });
    },
    /** The central service decides, and the queue is the central service's. */
    joined: async (office: Office, complaints = 2): Promise<void> => {
      await news(office, async () => {
        const { standalone, centralUrl } = await office.client.session.get();
        return !standalone && centralUrl !== null;
      });
      await news(office, async () => (await office.queue()).length === complaints);
      await news(office, async () => (await office.client.sync.status()).phase === 'waiting');
    },
    imported: async (rows: readonly MadeRow[]) =>
      runImport(central.db, {
        path: await makeExport(rows),
        apply: true,
        skipRejected: false,
        createAgencies: false,
        now: new Date(clock.now()),
      }),
    rowsOf: async (id: string) =>
      (
        await sql<{ text: string; at: Date; receipt: string; alone: boolean | null }>`
          select text, at, detail->>'officeReceipt' as receipt, (detail->>'alone')::boolean as alone from timeline_entries
          where complaint_id = ${id} and author_officer_id is not null order by position`.execute(central.db)
      ).rows,
    statusOf: async (id: string) =>
      (await central.db.selectFrom('complaints').selectAll().where('id', '=', id).executeTakeFirstOrThrow())
        .rawStatus,
  };
}
