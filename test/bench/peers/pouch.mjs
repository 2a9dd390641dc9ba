// PouchDB replicates into LevelDB: `node pouch.mjs SOURCE FOLDER BATCH`; says
// {"seconds":n,"complaints":n,"entries":n}.
import PouchDB from 'pouchdb';

const PAGE = 1000;
const [source, folder, batch] = process.argv.slice(2);

const remote = new PouchDB(source, { skip_setup: true });
const local = new PouchDB(folder);
await local.info();

const start = performance.now();
const result = await local.replicate.from(remote, { batch_size: Number(batch) });
const seconds = (performance.now() - start) / 1000;
if (!result.ok) throw new Error(JSON.stringify(result.errors));

let entries = 0;
let reports = 0;
let startkey = '';
for (let more = true; more; ) {
  const { rows } = await local.allDocs({ include_docs: true, limit: PAGE, startkey });
  const fresh = rows.filter(({ id }) => id !== startkey);
  reports += fresh.length;
  for (const { doc } of fresh) entries += doc.timeline.length;
  startkey = rows.at(-1)?.id ?? '';
  more = rows.length === PAGE;
}
await local.close();
console.log(JSON.stringify({ seconds, reports, entries }));
process.exit(0);
