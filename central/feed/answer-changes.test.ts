import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ChangesPage } from '#shared/contract/central/central.ts';
import { startTestCentral, type TestCentral } from '../../test/support/central.ts';
import { hashOf } from '../store/accounts.ts';
import type { Db } from '../store/database.ts';
import { notePresence, type Visitor } from '../store/presence.ts';
import { giveComplaint, numbered } from '../testing/give-complaint.ts';
import { answerChanges, openFeedPages } from './answer-changes.ts';
import { openDigests } from './digest.ts';
import type { FeedHub } from './hub.ts';
import { openPresenceBook, type PresenceBook } from './presence.ts';

const AGENCY = { id: '4006', name: 'Dinas Perhubungan' };
const HOUR_MS = 3_600_000;
const NOW = new Date('2026-02-20T03:00:00.000Z');
const now = (): Date => NOW;
let central: TestCentral;
let rina: Visitor;
let togar: Visitor;
let presence: PresenceBook;
/** The end of the feed. */
let after = '';
beforeAll(async () => {
  central = await startTestCentral({ now });
  await central.addAgency(AGENCY.name, AGENCY.id);
  const visitor = async (name: string): Promise<Visitor> => {
    const { officer, token } = await central.enrol(AGENCY.name, 'penghubung', name);
    return { agencyId: AGENCY.id, officerId: officer.id, device: hashOf(token) };
  };
  rina = await visitor('Rina Sitepu');
  togar = await visitor('Togar Hasibuan');
  await giveComplaint(central.db, numbered(1));
});
afterAll(() => central.close());
beforeEach(async () => {
  presence = openPresenceBook(central.db, now);
  await central.db.deleteFrom('presence').execute();
  after = (await ask([], { wait: 0, from: '' })).cursor;
});

const reading = (db: Db) => ({ db, now, onUnreadable: () => undefined, digests: openDigests() });

/** A request whose waiting ends each time after one of these happened: true, or false when it is over. */
async function ask(
  happenings: readonly (() => Promise<boolean>)[],
  { wait = HOUR_MS, from = after, signal }: { wait?: number; from?: string; signal?: AbortSignal } = {},
): Promise<ChangesPage> {
  const left = [...happenings];
  const news = (): Promise<boolean> => left.shift()?.() ?? Promise.reject(new Error('still held'));
  const hub: FeedHub = {
    subscribe: () => ({ news, end: () => undefined }),
    close: () => Promise.resolve(),
  };
  const deps = { pages: openFeedPages(reading(central.db)), hub, presence };
  const page = await answerChanges(deps, rina, { after: from, limit: 500, wait }, signal);
  expect(left).toEqual([]);
  return page;
}
const nothing = async (): Promise<boolean> => true;
const over = async (): Promise<boolean> => false;
const togarOpens = (): Promise<void> =>
  notePresence(central.db, togar, numbered(1).id, { now: NOW, until: new Date(NOW.getTime() + HOUR_MS) });

test('a wake-up that brings nothing does not end a request: it is answered with what comes after', async () => {
  const grown = async (): Promise<boolean> => {
    await giveComplaint(central.db, numbered(2));
    return true;
  };
  const { changes } = await ask([nothing, nothing, grown]);
  expect(changes).toMatchObject([{ type: 'upsert', complaint: { id: numbered(2).id } }]);
});

test('when the service ends, a request is answered with nothing', async () => {
  expect(await ask([nothing, over])).toMatchObject({ changes: [], cursor: after });
});

test('a request that broke off has told the device nothing: the next one says who is there', async () => {
  const abort = new AbortController();
  const brokeOff = async (): Promise<boolean> => {
    await togarOpens();
    abort.abort();
    return false;
  };
  await ask([brokeOff], { signal: abort.signal });
  expect((await ask([])).presence).toMatchObject([{ complaintId: numbered(1).id }]);
});

test('two requests of one device at once both hear of a colleague', async () => {
  const meanwhile = async (): Promise<boolean> => {
    await togarOpens();
    expect((await ask([])).presence).toHaveLength(1);
    return true;
  };
  expect((await ask([meanwhile])).presence).toHaveLength(1);
});

test('a fleet that stands at the same cursor is read for once, not once for each of its requests', async () => {
  let statements = 0;
  const counted = central.db.withPlugin({
    transformQuery: ({ node }) => {
      statements += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  });
  const hub: FeedHub = {
    subscribe: () => ({ news: over, end: () => undefined }),
    close: () => Promise.resolve(),
  };
  const deps = { pages: openFeedPages(reading(counted)), hub, presence: openPresenceBook(counted, now) };
  const from = after;
  await giveComplaint(central.db, numbered(3));
  const asking = Array.from({ length: 100 }, (_, n) =>
    answerChanges(
      deps,
      { ...togar, device: hashOf(String(n)) },
      { after: from, limit: 500, wait: 0 },
      undefined,
    ),
  );
  const pages = await Promise.all(asking);
  expect(pages.every(({ changes }) => changes.length === 1)).toBe(true);
  expect(statements).toBeLessThan(30);
});
