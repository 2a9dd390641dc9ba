import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { ChangesPage } from '#shared/contract/central/central.ts';
import { CONTRACT_VERSION, VERSION_HEADER } from '#shared/contract/central/versions.ts';
import { PAGE_LIMIT } from '../../electron/backend/sync/commands/page-source.ts';
import { newFolder } from './folder.ts';

/** The plain loop over the pages of the feed: fetch, parse, insert. @returns seconds */
export async function rawLoad(address: string, token: string, count: number): Promise<number> {
  const folder = newFolder();
  try {
    const store = openRaw(join(folder.path, 'raw.db'));
    const start = performance.now();
    let after = '';
    for (let more = true; more; ) {
      const query = new URLSearchParams({ after, limit: String(PAGE_LIMIT), wait: '0' });
      const response = await fetch(`${address}/v1/changes?${query}`, {
        headers: { authorization: `Bearer ${token}`, [VERSION_HEADER]: String(CONTRACT_VERSION) },
      });
      const page = (await response.json()) as ChangesPage;
      store.take(page);
      after = page.cursor;
      more = page.more;
    }
    const seconds = (performance.now() - start) / 1000;
    const loaded = store.count();
    store.close();
    if (loaded !== count) throw new Error(`raw: ${loaded} complaints instead of ${count}`);
    return seconds;
  } finally {
    folder.remove();
  }
}

/** Unencrypted, unchecked, no index but the key, nothing derived. */
function openRaw(path: string) {
  const db = new Database(path);
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
  return {
    take: db.transaction((page: ChangesPage) => {
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
          insertEntry.run(
            e.id,
            c.id,
            e.kind,
            e.at,
            e.revision,
            e.author.name,
            e.text,
            e.visibility,
            e.receipt,
          );
        }
      }
    }),
    count: () => db.prepare<[], { n: number }>('SELECT count(*) AS n FROM complaint').get()?.n,
    close: () => db.close(),
  };
}
