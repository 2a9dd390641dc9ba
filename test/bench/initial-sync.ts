import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { ChangesPage } from '#shared/contract/central.ts';
import { PAGE_LIMIT } from '../../electron/backend/sync/page-source.ts';
import type { CentralSide } from './central-side.ts';
import { newFolder, openDesk, searchWatch } from './desk-side.ts';
import { median } from './statistics.ts';

const ROUNDS = 3;
const LOOK_EVERY_MS = 10;

export type InitialSync = {
  readonly rowsPerSecond: number;
  readonly ratioToRaw: number;
  /** The same until the queue is whole; the search then still reads the newest reports themselves. */
  readonly queueRowsPerSecond: number;
  readonly rawRowsPerSecond: number;
};

/**
 * The first load of `count` reports over HTTP, until the queue is whole and every report can be searched
 * for, against a plain loop over the same pages. The two take turns, so that both meet the same machine.
 */
export async function measureInitialSync(central: CentralSide, count: number): Promise<InitialSync> {
  const ours: number[] = [];
  const queue: number[] = [];
  const raw: number[] = [];
  const token = await enrolRaw(central);
  for (let round = 0; round < ROUNDS; round++) {
    raw.push(count / (await rawLoad(central.address, token, count)));
    const load = await backendLoad(central, count);
    queue.push(count / load.queueSeconds);
    ours.push(count / load.seconds);
  }
  return {
    rowsPerSecond: median(ours),
    queueRowsPerSecond: median(queue),
    rawRowsPerSecond: median(raw),
    ratioToRaw: median(ours) / median(raw),
  };
}

async function backendLoad(central: CentralSide, count: number) {
  const folder = newFolder();
  const code = await central.code();
  const desk = await openDesk(folder.path);
  const watch = searchWatch(folder.path);
  const start = performance.now();
  const seconds = (): number => (performance.now() - start) / 1000;
  const enrolled = await desk.client.session.enrol({ centralUrl: central.address, code, name: 'Rina' });
  if (!enrolled.ok) throw new Error(enrolled.code);
  while ((await desk.client.sync.status()).firstLoad !== null) await rest();
  const queueSeconds = seconds();
  while (!watch.complete()) await rest();
  const whole = seconds();
  const { all } = await desk.client.queue.counts();
  if (all !== count) throw new Error(`${all} reports instead of ${count}`);
  watch.close();
  await desk.close();
  folder.remove();
  return { queueSeconds, seconds: whole };
}

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));

async function enrolRaw(central: CentralSide): Promise<string> {
  const response = await fetch(`${central.address}/v1/enrolments`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code: await central.code(), name: 'Raw', device: 'bench' }),
  });
  const { token } = (await response.json()) as { token: string };
  return token;
}

/** Fetch, parse, insert: unencrypted, unchecked, no index but the key, nothing derived. @returns seconds */
async function rawLoad(address: string, token: string, count: number): Promise<number> {
  const folder = newFolder();
  const db = new Database(join(folder.path, 'raw.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.exec(`
    CREATE TABLE complaint (id TEXT PRIMARY KEY, tracking_id, revision, title, original_text, final_text,
      classification, oversight, anonymous, confidential, reporter_name, category_id, category, parent_agency,
      agency_id, raw_status, status_reason, province, regency, district, village, channel, rating, received_at,
      dispositioned_at);
    CREATE TABLE entry (id TEXT PRIMARY KEY, complaint_id, kind, at, revision, author, text, visibility, receipt);`);
  const insert = db.prepare(`INSERT INTO complaint VALUES (${Array(25).fill('?').join(', ')})`);
  const insertEntry = db.prepare(`INSERT INTO entry VALUES (${Array(9).fill('?').join(', ')})`);
  const take = db.transaction((page: ChangesPage) => {
    for (const change of page.changes) {
      if (change.type !== 'upsert') continue;
      const c = change.complaint;
      insert.run(
        c.id,
        c.trackingId,
        c.revision,
        c.title,
        c.originalText,
        c.finalText,
        c.classification,
        Number(c.oversight),
        Number(c.anonymous),
        Number(c.confidential),
        c.reporterName,
        c.categoryId,
        c.categoryPath.join('/'),
        c.parentAgency,
        c.agency?.id ?? null,
        c.rawStatus,
        c.statusReason,
        c.province,
        c.regency,
        c.district,
        c.village,
        c.channel,
        c.rating,
        c.receivedAt,
        c.dispositionedAt,
      );
      for (const e of c.timeline) {
        insertEntry.run(e.id, c.id, e.kind, e.at, e.revision, e.author.name, e.text, e.visibility, e.receipt);
      }
    }
  });
  const start = performance.now();
  let after = '';
  for (let more = true; more; ) {
    const query = new URLSearchParams({ after, limit: String(PAGE_LIMIT), wait: '0' });
    const response = await fetch(`${address}/v1/changes?${query}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const page = (await response.json()) as ChangesPage;
    take(page);
    after = page.cursor;
    more = page.more;
  }
  const seconds = (performance.now() - start) / 1000;
  const loaded = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM complaint').get()?.n;
  if (loaded !== count) throw new Error(`raw: ${loaded} reports instead of ${count}`);
  db.close();
  folder.remove();
  return seconds;
}
