import { createRouterClient, type RouterClient } from '@orpc/server';
import { expect, onTestFinished, test } from 'vitest';
import { addAgencies } from '../../../central/store/agencies.ts';
import type { Tx } from '../../../central/store/database.ts';
import { publish } from '../../../central/store/feed.ts';
import { putTemplate } from '../../../central/store/templates.ts';
import { giveComplaint, numbered } from '../../../central/testing/give-complaint.ts';
import { putBack } from '../../../central/testing/histories.ts';
import { startTestCentral, type TestCentral } from '../../../test/support/central.ts';
import { startProxy } from '../../../test/support/proxy.ts';
import type { WindowRouter } from '../api/router.ts';
import { systemClock } from '../base/clock.ts';
import { httpConnector } from '../sync/http/http-transport.ts';
import { manualClock } from '../testing/manual-clock.ts';
import { MONDAY } from '../testing/samples.ts';
import { temporaryFolder } from '../testing/test-backend.ts';
import { untilNews } from '../testing/until-news.ts';
import { openBackend } from './backend.ts';

const AGENCY = { id: '4006', name: 'Dinas Perhubungan' };
const COMPLAINT = numbered(1);

/** What somebody writes at the central service, and what the window shows of it. */
type Writing = {
  readonly write: (tx: Tx, word: string) => Promise<unknown>;
  readonly shown: (client: RouterClient<WindowRouter>) => Promise<readonly (string | undefined)[]>;
};

const complaint: Writing = {
  write: async (tx, title) => {
    await tx.updateTable('complaints').set({ title, revision: 2 }).where('id', '=', COMPLAINT.id).execute();
    await publish(tx, [{ agencyId: AGENCY.id, kind: 'upsert', complaintId: COMPLAINT.id }]);
  },
  shown: async (client) => [(await client.case.get({ id: COMPLAINT.id }))?.complaint.title],
};
const template: Writing = {
  write: (tx, text) => putTemplate(tx, AGENCY.id, { id: 'salam', name: 'Salam', text }),
  shown: async (client) => (await client.template.office()).map(({ text }) => text),
};
const agency: Writing = {
  write: (tx, name) => addAgencies(tx, [{ name, laporId: '4003' }]),
  shown: async (client) =>
    (await client.reference.get()).agencies.map(({ name }) => name).filter((name) => name !== AGENCY.name),
};

/** The end of the agency's feed. */
const endOf = ({ db }: TestCentral) => db.selectFrom('feeds').select('seq').where('agencyId', '=', AGENCY.id);

test.each<[string, Writing]>([
  ['a complaint at the same revision', complaint],
  ['a template', template],
  ['the agencies', agency],
])(
  'what was written again after the central service was put back reaches a PC that has read past its number: %s',
  async (_, { write, shown }) => {
    const clock = manualClock(MONDAY);
    const start = async (databaseUrl?: string): Promise<TestCentral> => {
      const now = (): Date => new Date(clock.now());
      const central = await startTestCentral(databaseUrl === undefined ? { now } : { databaseUrl, now });
      onTestFinished(() => central.close());
      return central;
    };
    const first = await start();
    await first.addAgency(AGENCY.name, AGENCY.id);
    await giveComplaint(first.db, { ...COMPLAINT, agency: AGENCY });
    const line = await startProxy(first.address);
    onTestFinished(() => line.close());
    const backend = await openBackend({
      dataDir: temporaryFolder(),
      join: { centralUrl: line.address, code: await first.code(AGENCY.name), name: 'Rina' },
      log: { info: () => {}, warn: () => {}, error: () => {} },
      world: { clock, random: () => 0, connector: httpConnector(systemClock.now) },
    });
    onTestFinished(() => backend.close());
    const client = createRouterClient(backend.router);
    const sayAnewThatItIsTheSame = async (): Promise<void> => {
      clock.advance(60_000);
      const { lastSyncedAt } = await client.sync.status();
      await client.sync.now();
      await untilNews(client, async () => {
        const now = await client.sync.status();
        return now.phase === 'waiting' && now.lastSyncedAt !== lastSyncedAt;
      });
    };
    await sayAnewThatItIsTheSame();

    line.cut();
    await first.close();
    const backup = await putBack(first.databaseUrl);
    const lost = await start(first.databaseUrl);
    await lost.db.transaction().execute((tx) => write(tx, 'yang hilang'));
    line.pointTo(lost.address);
    line.restore();
    await sayAnewThatItIsTheSame();
    expect(await shown(client)).toEqual(['yang hilang']);

    line.cut();
    const older = await start(backup);
    await older.db.transaction().execute((tx) => write(tx, 'yang berlaku'));
    expect(await endOf(older).execute()).toEqual(await endOf(lost).execute());
    line.pointTo(older.address);
    line.restore();
    await sayAnewThatItIsTheSame();
    expect(await shown(client)).toEqual(['yang berlaku']);
    expect((await client.sync.log()).filter(({ event }) => event === 'differs')).toHaveLength(1);
  },
);
