import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CommandBody } from '#shared/domain/commands/command.ts';
import { recordedId } from '#shared/domain/complaint/recorded.ts';
import { sampleRecorded } from '#shared/domain/testing/samples.ts';
import { runImport } from '../../central/import/run-import.ts';
import { type Random, seededRandom } from '../../demo/random.ts';
import { systemClock } from '../../electron/backend/base/clock.ts';
import type { Answer } from '../../electron/backend/sync/http/failure.ts';
import { httpConnector } from '../../electron/backend/sync/http/http-transport.ts';
import type { Connector } from '../../electron/backend/sync/http/transport.ts';
import { manualClock } from '../../electron/backend/testing/manual-clock.ts';
import { answerBody, MONDAY, noteBody } from '../../electron/backend/testing/samples.ts';
import { standaloneOffice } from '../../electron/backend/testing/standalone-office.ts';
import { temporaryFolder, until } from '../../electron/backend/testing/test-backend.ts';
import { untilNews } from '../../electron/backend/testing/until-news.ts';
import { startTestCentral, type TestCentral } from '../support/central.ts';
import { exportRow, type MadeRow, makeExport } from '../support/excel.ts';

/** Offices that work alone for a while and then join, each by its seed; more with `STANDALONE_SEEDS`. */
const SEEDS = Number(process.env.STANDALONE_SEEDS ?? 8);
const COMPLAINTS = 6;
const STEPS = 25;

let central: TestCentral;
const clock = manualClock(MONDAY);
beforeAll(async () => {
  central = await startTestCentral({ now: () => new Date(clock.now()) });
});
afterAll(() => central.close());

/** Requests that get lost on the way, or whose answer does; both look the same. */
function faulty(random: Random): Connector {
  const real = httpConnector(systemClock.now);
  const maybe = async <T>(ask: () => Promise<Answer<T>>): Promise<Answer<T>> => {
    const lost = { ok: false, failure: { code: 'cut', retryAfterMs: null } } as const;
    if (random.chance(0.25)) return lost;
    const answer = await ask();
    return random.chance(0.25) ? lost : answer;
  };
  return {
    ...real,
    connect: (url, token) => {
      const transport = real.connect(url, token);
      return {
        ...transport,
        adopt: (brought, signal) => maybe(() => transport.adopt(brought, signal)),
      };
    },
  };
}

test.each(Array.from({ length: SEEDS }, (_, seed) => seed + 1))(
  'seed %i: what was written alone is at the central service once, by its time and number',
  async (seed) => {
    const random = seededRandom(seed);
    const agency = `Dinas ${seed}`;
    await central.addAgency(agency);
    const ids = Array.from({ length: COMPLAINTS }, (_, i) => String(9_000_000 + seed * 100 + i));
    const rowsOf = (numbers: readonly string[], status = 'Terverifikasi') =>
      numbers.map((id) =>
        exportRow({
          'Tracking ID': id,
          'Instansi Terdisposisi': agency,
          'ID Instansi Terdisposisi': null,
          'Status Laporan': status,
        }),
      );
    const connector = faulty(random);
    let office = await standaloneOffice({ clock, connector, dataDir: temporaryFolder() });
    await office.begin(agency);
    await office.imported(rowsOf(ids));
    await office.shows(COMPLAINTS);

    const bodies = [
      (n: number) => answerBody(`Jawaban ${seed}-${n}`),
      (n: number) => noteBody(`Catatan ${seed}-${n}`),
      (n: number) => ({ kind: 'finish', payload: { text: `Selesai ${seed}-${n}` } }),
      (n: number) => ({ kind: 'set_labels', payload: { add: [`label ${n}`], remove: [] } }),
      (n) => ({ kind: 'return', payload: { reason: `Bukan kami ${seed}-${n}`, suggestedAgency: null } }),
    ] as const satisfies readonly ((n: number) => CommandBody)[];
    const sent: string[] = [];
    for (let n = 0; n < STEPS; n++) {
      switch (random.between(1, 10)) {
        case 1: {
          await office.backend.close();
          office = await standaloneOffice({ clock, connector, dataDir: office.dataDir });
          await office.settled();
          break;
        }
        case 2:
          await office.imported(
            rowsOf(ids.slice(0, 2), random.chance(0.5) ? 'Ditanggapi oleh Pelapor' : 'Terverifikasi'),
          );
          break;
        case 3: {
          const complaint = sampleRecorded({
            receivedAt: new Date(clock.now()).toISOString(),
            title: `Catat ${n}`,
          });
          const body: CommandBody = { kind: 'record', payload: { report: complaint, text: `Parit ${n}` } };
          const done = await office.client.command.submit({
            complaintId: recordedId(crypto.randomUUID()),
            body,
          });
          if (done.ok) sent.push(done.id);
          break;
        }
        default: {
          const body = random.pick(bodies)(n);
          const id = `lapor-${ids[random.between(0, COMPLAINTS - 1)]}`;
          const done = await office.client.command.submit({ complaintId: id, body });
          if (done.ok) sent.push(done.id);
        }
      }
      await office.decided();
    }
    const receipts = new Map<string, string | null>();
    for (const { id, delivery } of await office.client.outbox.list()) receipts.set(id, delivery.receipt);

    const importThere = async (rows: readonly MadeRow[]): Promise<void> => {
      const path = await makeExport(rows);
      const now = new Date(clock.now());
      await runImport(central.db, { path, apply: true, skipRejected: false, createAgencies: false, now });
    };
    // The central service may know some of it, as it was or as it became; the rest waits for an import.
    if (random.chance(0.6)) {
      await importThere(rowsOf(ids.slice(0, 3), random.chance(0.5) ? 'Selesai' : 'Terverifikasi'));
    }
    const code = await central.code(agency, 'penghubung', true);
    await office.client.standalone.join({ centralUrl: central.address, code, name: 'Rina' });
    await untilJoined(office.client, () => clock.advance(60_000));

    await importThere(rowsOf(ids));

    const stored = await sql<{ id: string; receipt: string }>`
      select id, detail->>'officeReceipt' as receipt from timeline_entries where id = any(${sent})`.execute(
      central.db,
    );
    const there = new Map(stored.rows.map(({ id, receipt }) => [id, receipt]));
    expect([...there.keys()].sort()).toEqual([...sent].sort());
    for (const [id, receipt] of receipts) if (there.has(id)) expect(there.get(id)).toBe(receipt);
    expect(await office.client.sync.status()).toMatchObject({ undelivered: 0, refused: 0 });
    await office.backend.close();
  },
  60_000,
);

type Client = Awaited<ReturnType<typeof standaloneOffice>>['client'];

/** Time goes on where it is waited for. */
async function untilJoined(client: Client, later: () => void): Promise<void> {
  await untilNews(client, async () => {
    const { standalone, joining } = await client.session.get();
    if (joining?.waiting === true) later();
    return !standalone;
  });
  await until(async () => (await client.session.get()).centralUrl !== null);
}
