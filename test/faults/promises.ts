import type { QueueRow } from '#shared/contract/window/queue.ts';
import { readComplaints } from '../../central/store/complaints.ts';
import type { Db } from '../../central/store/database.ts';
import { differenceOf, type Violate } from '../simulation/invariants.ts';
import type { Backend, BusyOfficer } from './busy-officer.ts';

/** The name of every anonymous reporter in these tests: it must be seen nowhere but in PostgreSQL. */
export const SECRET_NAME = 'Nama Yang Dirahasiakan';

/** What PostgreSQL holds of all commands, read once for many officers. */
export type Decided = {
  readonly entries: ReadonlyMap<string, { readonly receipt: string | null; readonly rows: number }>;
  readonly results: ReadonlyMap<string, { readonly outcome: string; readonly receipt: string | null }>;
  /** In how many entries each word stands. */
  readonly words: ReadonlyMap<string, number>;
};

const WORD = /<[\w-]+>/g;

export async function readDecided(db: Db): Promise<Decided> {
  const entries = new Map<string, { receipt: string | null; rows: number }>();
  const words = new Map<string, number>();
  const rows = await db.selectFrom('timelineEntries').select(['id', 'text', 'receipt']).execute();
  for (const { id, text, receipt } of rows) {
    entries.set(id, { receipt, rows: (entries.get(id)?.rows ?? 0) + 1 });
    for (const [word] of text.matchAll(WORD)) words.set(word, (words.get(word) ?? 0) + 1);
  }
  const results = await db.selectFrom('commandResults').select(['id', 'outcome', 'receipt']).execute();
  return { entries, words, results: new Map(results.map((result) => [result.id, result])) };
}

/** What must hold of one officer when no fault is left and everybody has come to rest. */
export async function checkPromises(
  officer: BusyOfficer,
  decided: Decided,
  db: Db,
  violate: Violate,
): Promise<void> {
  await checkCommands(officer, decided, violate);
  await checkReports(officer, db, violate);
}

/** Every confirmed command is decided once and shown so, and every word stands in exactly one place. */
async function checkCommands(
  officer: BusyOfficer,
  { entries, results, words }: Decided,
  violate: Violate,
): Promise<void> {
  const items = await officer.backend().outbox.list();
  const shown = new Set(items.map(({ id }) => id));
  for (const id of officer.commands) if (!shown.has(id)) violate('nothing typed is lost', `command ${id}`);
  const kept: string[] = [];
  for (const { id, text, delivery } of items) {
    const result = results.get(id);
    const entry = entries.get(id);
    // What waits for a refused command falls with it here, and is not sent.
    const fell = delivery.state === 'refused' && delivery.code === 'after_refused' && result === undefined;
    if (!fell && delivery.state !== result?.outcome) {
      violate(
        'the screen tells the truth',
        `${id} is ${delivery.state}, and ${result?.outcome} at the centre`,
      );
    }
    if (delivery.state !== 'accepted') kept.push(text);
    const right = delivery.state === 'accepted' ? 1 : 0;
    if ((entry?.rows ?? 0) !== right)
      violate('an accepted command is one row', `${id}: ${entry?.rows ?? 0} rows`);
    if (delivery.receipt !== (result?.receipt ?? null) || (entry?.receipt ?? null) !== delivery.receipt) {
      violate(
        'the receipt is the central service’s',
        `${id}: ${delivery.receipt}, ${result?.receipt}, ${entry?.receipt}`,
      );
    }
  }
  kept.push(...(await draftsOf(officer)));
  const here = new Map<string, number>();
  for (const text of kept)
    for (const [word] of text.matchAll(WORD)) here.set(word, (here.get(word) ?? 0) + 1);
  for (const [word, state] of officer.words) {
    const [there = 0, mine = 0] = [words.get(word), here.get(word)];
    if (there + mine === 0 && state === 'confirmed') violate('nothing typed is lost', word);
    if (there + mine > 1) violate('nothing happens twice', `${word}: ${there} at the centre, ${mine} here`);
  }
}

/** The texts of all drafts, those of complaints that have left the agency's list too. */
async function draftsOf(officer: BusyOfficer): Promise<readonly string[]> {
  const views = await Promise.all([...officer.written].map((id) => officer.backend().case.get({ id })));
  return views.flatMap((view) => view?.drafts.map(({ text }) => text) ?? []);
}

/**
 * The PC has the agency's complaints as PostgreSQL has them: all, no other, field by field, and no name that
 * is secret.
 */
async function checkReports(officer: BusyOfficer, db: Db, violate: Violate): Promise<void> {
  const backend = officer.backend();
  const wanted = await db.transaction().execute(async (tx) => {
    const rows = await tx
      .selectFrom('complaints')
      .select('id')
      .where('agencyId', '=', officer.agencyId)
      .execute();
    return readComplaints(
      tx,
      rows.map(({ id }) => id),
      officer.agencyId,
    );
  });
  const shown = new Set<string>();
  for (const { id } of await rowsOf(backend)) {
    const view = await backend.case.get({ id });
    if (JSON.stringify(view).includes(SECRET_NAME)) violate('an anonymous reporter has no name', id);
    if (view?.ours !== true) continue;
    shown.add(id);
    const different = differenceOf(view.complaint, wanted.get(id));
    if (different !== null) violate('the PC has what PostgreSQL has', `${officer.name} ${id}: ${different}`);
  }
  for (const id of wanted.keys())
    if (!shown.has(id)) violate('the PC has what PostgreSQL has', `${officer.name} ${id} is missing`);
}

/** The whole list. */
async function rowsOf(backend: Backend): Promise<readonly QueueRow[]> {
  const rows: QueueRow[] = [];
  for (let after: string | null = null; ; ) {
    const page = await backend.queue.page({ view: 'all', after, limit: 200 });
    rows.push(...page.rows);
    if (page.next === null) return rows;
    after = page.next;
  }
}
