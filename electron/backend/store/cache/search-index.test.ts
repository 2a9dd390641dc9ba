import { expect, test } from 'vitest';
import { BUILT_IN_REFERENCE, basisOf } from '../../projection/deadline-data.ts';
import { queueFacts } from '../../projection/queue-facts.ts';
import { emptyCache } from '../../testing/empty-stores.ts';
import { complaintNo, RINA } from '../../testing/samples.ts';
import { complaintWriter } from './complaints.ts';
import { feedStateStore } from './feed-state.ts';
import { searchIndex } from './search-index.ts';
import { searchTerms } from './search-terms.ts';

test('the full-text index follows each complaint that comes, changes and goes, also outside of the queue', () => {
  const db = emptyCache();
  const index = searchIndex(db, feedStateStore(db), searchTerms(db));
  const complaints = complaintWriter(db, index);
  const facts = queueFacts(complaintNo(1), basisOf(BUILT_IN_REFERENCE), RINA.id);
  const found = () => db.prepare("SELECT rowid FROM complaint_fts ('lampu OR pohon')").all().length;
  const follow = (work: () => void): number => {
    index.begin();
    work();
    index.end();
    db.exec("INSERT INTO complaint_fts (complaint_fts) VALUES ('integrity-check')");
    return found();
  };
  while (index.grow(10)) {
    // Nothing is there yet: from now on each change is followed.
  }
  let rid = 0;
  const counts = [true, false].flatMap((ours) => {
    const place = { generation: 1, ours, hasDraft: false };
    return [
      follow(() => {
        rid = complaints.insert(complaintNo(1, { title: 'Lampu' }), facts, place);
      }),
      follow(() => complaints.update(rid, complaintNo(1, { title: 'Tiang' }), facts, place)),
      follow(() => complaints.update(rid, complaintNo(1, { title: 'Pohon' }), facts, place)),
      follow(() => complaints.remove(rid)),
    ];
  });
  expect(counts).toEqual([1, 0, 1, 0, 1, 0, 1, 0]);
});
