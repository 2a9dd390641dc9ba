import { type ChangesPage, isReadable } from '#shared/contract/central/central.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import type { CacheWriter } from '../store/cache/cache-store.ts';
import type { JournalStore } from '../store/journal/journal-store.ts';
import { projectComplaint } from './project-complaint.ts';
import { queueFacts } from './queue-facts.ts';
import { reconcile, type Stores } from './stores.ts';

type PageApplied = {
  /** The central service has another history: nothing of the page was taken, pull from the start. */
  readonly restarted: boolean;
  readonly more: boolean;
  readonly complaintIds: ReadonlySet<string>;
  readonly referenceChanged: boolean;
  /** A pull from the start ended with this page. */
  readonly loaded: boolean;
};

const MARKED_OLD_AT_ONCE = 10_000;
const RESEND_DAYS = 30;

/** Takes one page of the feed into the cache, with its cursor, in one transaction. */
export function applyPage(stores: Stores, page: ChangesPage, now: number): PageApplied {
  const { cache, journal } = stores;
  const feed = cache.feed();
  if (feed.epoch !== '' && feed.epoch !== page.epoch) {
    restart(stores, page.epoch, now);
    return { restarted: true, more: true, complaintIds: new Set(), referenceChanged: false, loaded: false };
  }

  // A cache that was lost no longer knows whose history the accepted commands stand in: they are asked again.
  if (feed.epoch === '') stores.refresh(resendAccepted(journal, now));

  // They must stay findable after they left: the officer's words are on them.
  const keep = new Set(journal.commands.openSubjects().map(({ complaintId }) => complaintId));
  const surroundings = surroundingsOf(stores);
  const complaintIds = new Set<string>();
  let referenceChanged = false;
  const loaded = feed.loading !== null && !page.more;

  const take = (writer: CacheWriter): void => {
    for (const change of page.changes.filter(isReadable)) {
      if (change.type === 'reference') {
        writer.setReference(change.reference, { generation: feed.generation, mark: change.mark });
        stores.reloadReference();
        referenceChanged = true;
      } else if (change.type === 'removal') {
        drop(stores, writer, change.complaintId, keep);
        complaintIds.add(change.complaintId);
      } else {
        putComplaint(stores, writer, change, surroundings);
        complaintIds.add(change.complaint.id);
      }
    }
    if (loaded) {
      dropUnseen(stores, writer, feed.generation, keep);
      if (writer.dropOlderReference(feed.generation)) {
        stores.reloadReference();
        referenceChanged = true;
      }
    }
    const seq = Math.max(feed.seq, ...page.changes.map((change) => change.seq));
    const loading = feed.loading === null || loaded ? null : feed.loading + complaintIds.size;
    writer.setFeed({ epoch: page.epoch, cursor: page.cursor, seq, loading });
  };
  try {
    cache.write(take);
  } catch (error) {
    // The transaction took the new reference data back.
    stores.reloadReference();
    throw error;
  }
  if (loaded) reconcile(stores);
  return { restarted: false, more: page.more, complaintIds, referenceChanged, loaded };
}

/** The same for every complaint of a page. */
function surroundingsOf({ cache, journal, officer }: Stores) {
  return {
    officer: officer(),
    generation: cache.feed().generation,
    pending: journal.commands.pendingIds(),
    drafted: journal.drafts.complaintIds(),
  };
}

/** Keeps a complaint as the central service sent it, with the queue's columns as the officer sees it. */
export function putComplaint(
  stores: Stores,
  writer: CacheWriter,
  { complaint, mark }: { readonly complaint: Complaint; readonly mark: number },
  { officer, generation, pending, drafted } = surroundingsOf(stores),
): void {
  const { cache } = stores;
  const commands = pending.has(complaint.id) ? stores.journal.commands.pendingOf(complaint.id) : [];
  const projected = commands.length === 0 ? complaint : projectComplaint(complaint, commands, officer);
  const facts = queueFacts(projected, stores.basis(), officer.id);
  const place = { generation, ours: true, hasDraft: drafted.has(complaint.id), mark };
  const known = cache.complaints.find(complaint.id);
  if (known !== null && known.revision > 0) {
    writer.complaints.update(known.rid, complaint, facts, place);
    return;
  }
  // A remnant has no date, so its place among the others was wrong.
  if (known !== null) writer.complaints.remove(known.rid);
  writer.complaints.insert(complaint, facts, place);
}

/** Pull from zero; what the new pull does not bring disappears at its end. The journal stays as it is. */
function restart(stores: Stores, epoch: string, now: number): void {
  const { cache, journal } = stores;
  const fallen = resendAccepted(journal, now);
  journal.write(() => journal.log(now, { event: 'history_changed' }));
  cache.write((writer) => writer.setFeed({ ...fromTheStart(stores), epoch }));
  stores.refresh(fallen);
}

/** What of the feed's state begins a pull from the start, behind a queue that stays as it is. */
export function fromTheStart({ cache }: Stores) {
  return { cursor: '', seq: 0, loading: 0, generation: cache.feed().generation + 1 };
}

/** Answers the complaints of commands that fell with this: they no longer show what those would have done. */
function resendAccepted(journal: JournalStore, now: number): ReadonlySet<string> {
  return journal.write(() => {
    journal.commands.resendAccepted(resentSince(now));
    return journal.commands.refuseFollowers(now);
  });
}

/** Commands accepted since then are sent again when the central service's history is another one. */
function resentSince(now: number): string {
  return new Date(now - RESEND_DAYS * 86_400_000).toISOString();
}

function drop({ cache }: Stores, writer: CacheWriter, id: string, keep: ReadonlySet<string>): void {
  const known = cache.complaints.find(id);
  if (known === null) return;
  if (keep.has(id)) writer.complaints.setNotOurs(known.rid, cache.feed().generation);
  else writer.complaints.remove(known.rid);
}

function dropUnseen(
  stores: Stores,
  writer: CacheWriter,
  generation: number,
  keep: ReadonlySet<string>,
): void {
  for (;;) {
    const old = stores.cache.complaints.olderThan(generation, MARKED_OLD_AT_ONCE);
    if (old.length === 0) return;
    for (const id of old) drop(stores, writer, id, keep);
  }
}

/** Lines of the log that are read: many more steps than the cache keeps in its write-ahead log (4 MB). */
const LAST_STEPS = 1_000;

/**
 * A power cut takes the last commits of the cache and none of the journal. The cache then shows drafts and
 * commands as they were, and has lost a part of the feed. The queue's columns of the complaints concerned are
 * computed again, and what the central service has accepted stays visible until the feed brings it once more.
 * A journal that was restored has lost commands that the cache still shows, and does not tell of which
 * complaints: the columns of all are computed again in the background. It may be of a time before the central
 * service was put back, of which the cache knows already: what had been accepted is asked again. The cache
 * knows for which restoration that was done, so that a power cut that takes it away leads to it once more.
 * @param now ms since 1970
 */
export function reconcileAfterCrash(stores: Stores, now: number): void {
  const { cache, journal } = stores;
  journal.write(() => journal.commands.returnFeed(cache.feed().seq, resentSince(now)));
  const restored = journal.restoration.last();
  const fallen: string[] = [];
  if (cache.feed().restored !== restored) {
    fallen.push(...resendAccepted(journal, now));
    cache.write((writer) => writer.setFeed({ basis: '', restored }));
  }
  const shown = [...cache.complaints.drafted(), ...cache.complaints.predicted(), ...fallen];
  stores.refresh(new Set([...shown, ...journal.lastTouched(LAST_STEPS)]));
}
