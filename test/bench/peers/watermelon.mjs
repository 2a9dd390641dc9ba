// WatermelonDB takes in the feed: `node watermelon.mjs ADDRESS TOKEN FILE`; says
// {"seconds":n,"complaints":n,"entries":n}.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { appSchema, Database, Model, tableSchema } = require('@nozbe/watermelondb');
const { default: SQLiteAdapter } = require('@nozbe/watermelondb/adapters/sqlite');
const { synchronize } = require('@nozbe/watermelondb/sync');
const { default: logger } = require('@nozbe/watermelondb/utils/common/logger');

const PAGE_LIMIT = 1000;
const [address, token, version, file] = process.argv.slice(2);
logger.silence();

const text = (...names) => names.map((name) => ({ name, type: 'string', isOptional: true }));
const number = (...names) => names.map((name) => ({ name, type: 'number', isOptional: true }));
const flag = (...names) => names.map((name) => ({ name, type: 'boolean', isOptional: true }));

const schema = appSchema({
  version: 1,
  tables: [
    tableSchema({
      name: 'complaint',
      columns: [
        ...text('tracking_id', 'title', 'original_text', 'final_text', 'classification', 'reporter_name'),
        ...text('category_id', 'category', 'parent_agency', 'agency_id', 'raw_status', 'status_reason'),
        ...text('province', 'regency', 'district', 'village', 'channel', 'received_at', 'dispositioned_at'),
        ...number('revision', 'rating'),
        ...flag('oversight', 'anonymous', 'confidential'),
      ],
    }),
    tableSchema({
      name: 'entry',
      columns: [
        { name: 'complaint_id', type: 'string', isIndexed: true },
        ...text('kind', 'at', 'author', 'text', 'visibility', 'receipt'),
        ...number('revision'),
      ],
    }),
  ],
});

class Complaint extends Model {
  static table = 'complaint';
}
class Entry extends Model {
  static table = 'entry';
}

const database = new Database({
  adapter: new SQLiteAdapter({ schema, dbName: file }),
  modelClasses: [Complaint, Entry],
});

const complaintOf = (c) => ({
  id: c.id,
  tracking_id: c.trackingId,
  revision: c.revision,
  title: c.title,
  original_text: c.originalText,
  final_text: c.finalText,
  classification: c.classification,
  oversight: c.oversight,
  anonymous: c.anonymous,
  confidential: c.confidential,
  reporter_name: c.reporterName,
  category_id: c.categoryId,
  category: c.categoryPath.join('/'),
  parent_agency: c.parentAgency,
  agency_id: c.agency?.id ?? null,
  raw_status: c.rawStatus,
  status_reason: c.statusReason,
  province: c.province,
  regency: c.regency,
  district: c.district,
  village: c.village,
  channel: c.channel,
  rating: c.rating,
  received_at: c.receivedAt,
  dispositioned_at: c.dispositionedAt,
});

const entryOf = (complaintId, e) => ({
  id: e.id,
  complaint_id: complaintId,
  kind: e.kind,
  at: e.at,
  revision: e.revision,
  author: e.author.name,
  text: e.text,
  visibility: e.visibility,
  receipt: e.receipt,
});

async function pullChanges() {
  const complaint = { created: [], updated: [], deleted: [] };
  const entry = { created: [], updated: [], deleted: [] };
  let after = '';
  for (let more = true; more; ) {
    const query = new URLSearchParams({ after, limit: String(PAGE_LIMIT), wait: '0' });
    const response = await fetch(`${address}/v1/changes?${query}`, {
      headers: { authorization: `Bearer ${token}`, 'penghubung-contract': version },
    });
    const page = await response.json();
    for (const change of page.changes) {
      if (change.type !== 'upsert') continue;
      complaint.created.push(complaintOf(change.complaint));
      for (const e of change.complaint.timeline) entry.created.push(entryOf(change.complaint.id, e));
    }
    after = page.cursor;
    more = page.more;
  }
  return { changes: { complaint, entry }, timestamp: Date.now() };
}

const start = performance.now();
await synchronize({ database, pullChanges });
const seconds = (performance.now() - start) / 1000;
const count = (table) => database.collections.get(table).query().fetchCount();
console.log(JSON.stringify({ seconds, reports: await count('complaint'), entries: await count('entry') }));
process.exit(0);
