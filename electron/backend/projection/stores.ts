import { applyCommand } from '#shared/domain/commands/apply-command.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { isRecordedId } from '#shared/domain/complaint/recorded.ts';
import { unrecorded } from '#shared/domain/complaint/recorded-complaint.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import type { CacheStore, CacheWriter } from '../store/cache/cache-store.ts';
import type { ReferenceData } from '../store/cache/reference-table.ts';
import type { Subject } from '../store/journal/command-reader.ts';
import type { StoredCommand } from '../store/journal/command-rows.ts';
import type { JournalStore } from '../store/journal/journal-store.ts';
import { type Basis, BUILT_IN_REFERENCE, basisOf } from './deadline-data.ts';
import { projectComplaint } from './project-complaint.ts';
import { queueFacts } from './queue-facts.ts';

export type Stores = ReturnType<typeof storesOf>;

/** The officer before anybody enrolled; there are no complaints yet. */
const NOBODY: Officer = { id: '', name: '', role: 'pelaksana', agency: null };

/** The two stores seen as one: every complaint as the officer sees it. */
export function storesOf(cache: CacheStore, journal: JournalStore) {
  const known = (): ReferenceData => ({ ...BUILT_IN_REFERENCE, ...cache.reference() });
  let reference = known();
  let current = basisOf(reference);
  const basis = (): Basis => current;
  /** The agency as the central service now keeps it: it may have chosen since that texts are approved. */
  const officer = (): Officer => {
    const signedIn = journal.session.session()?.officer ?? NOBODY;
    const agency = reference.agencies.find(({ id }) => id === signedIn.agency?.id);
    return agency === undefined ? signedIn : { ...signedIn, agency };
  };
  const project = (trunk: Complaint): Complaint => {
    const pending = journal.commands.pendingOf(trunk.id);
    return pending.length === 0 ? trunk : projectComplaint(trunk, pending, officer());
  };
  const owed = new Set<string>();
  return {
    cache,
    journal,
    reference: () => reference,
    basis,
    /** To be called after the reference data in the cache changed. */
    reloadReference: () => {
      reference = known();
      current = basisOf(reference);
    },
    officer,
    project,
    /**
     * Brings the queue's columns of these complaints up to date with the journal. Those for which the disk
     * had no room are taken along the next time.
     */
    refresh: (complaintIds: Iterable<string>) => {
      for (const id of complaintIds) owed.add(id);
      if (owed.size === 0) return;
      const drafted = journal.drafts.complaintIds();
      cache.write((writer) => {
        for (const id of owed) {
          if (isRecordedId(id)) placeRecorded({ cache, journal, basis, officer }, writer, id);
          const cached = cache.complaints.get(id);
          if (cached === null) continue;
          const facts = queueFacts(project(cached.complaint), current, officer().id);
          writer.complaints.setFacts(cached.rid, facts, drafted.has(id));
        }
      });
      owed.clear();
    },
  };
}

/**
 * A complaint that the officer recorded stands in the cache before the central service has sent it, as long
 * as the journal says so: as the domain predicts it, with revision 0. One that was refused stands outside of
 * the queue, until the officer has decided.
 */
function placeRecorded(
  stores: Pick<Stores, 'cache' | 'journal' | 'basis' | 'officer'>,
  writer: CacheWriter,
  id: string,
): void {
  const { cache, journal } = stores;
  const known = cache.complaints.get(id);
  if (known !== null && known.complaint.revision > 0) return;
  const stored = journal.commands
    .of(id)
    .findLast(({ command, settled }) => command.kind === 'record' && !settled);
  // The central service gave it to another agency: the complaint keeps its number until the central service
  // takes it away, and does not come back.
  const isHistory = stored?.state === 'accepted' && !journal.commands.pendingIds().has(id);
  if (isHistory && known?.complaint.trackingId !== '') return;
  if (known !== null) writer.complaints.remove(known.rid);
  if (stored === undefined) return;
  const predicted = predictionOf(stored, stores.officer());
  const place = {
    generation: cache.feed().generation,
    ours: stored.state !== 'refused' && predicted.agency !== null,
    hasDraft: journal.drafts.of(id).length > 0,
  };
  const trunk = { ...predicted, revision: 0 };
  writer.complaints.insert(trunk, queueFacts(trunk, stores.basis(), stores.officer().id), place);
}

/** The complaint as recorded; a blank one with its title where the domain no longer allows the command. */
function predictionOf({ command, subject, title, answeredAt, receipt }: StoredCommand, officer: Officer) {
  const blank = unrecorded(subject);
  const at = answeredAt ?? command.composedAt;
  const applied = applyCommand(blank, command, { officer, at, receipt });
  return applied.ok ? applied.complaint : { ...blank, title };
}

/**
 * What a start, or a cache that was pulled anew, must put right: the queue's columns of every complaint the
 * journal speaks of, and a place in the cache for those the central service no longer sends.
 */
export function reconcile(stores: Stores): void {
  const { cache, journal } = stores;
  const subjects = journal.commands.openSubjects();
  const missing = subjects.filter((subject) => cache.complaints.find(subject.complaintId) === null);
  if (missing.length > 0) {
    const drafted = journal.drafts.complaintIds();
    cache.write((writer) => {
      for (const subject of missing) insertRemnant(stores, writer, subject, drafted);
    });
  }
  stores.refresh(new Set([...journal.commands.pendingIds(), ...journal.drafts.complaintIds()]));
}

/** A complaint that has left, as far as the journal knows it: enough to find the officer's text again. */
function insertRemnant(
  { cache, basis, officer }: Stores,
  writer: CacheWriter,
  { complaintId, trackingId, title }: Subject,
  drafted: ReadonlySet<string>,
): void {
  const complaint: Complaint = { ...unrecorded(complaintId), trackingId, title, rawStatus: '' };
  writer.complaints.insert(complaint, queueFacts(complaint, basis(), officer().id), {
    generation: cache.feed().generation,
    ours: false,
    hasDraft: drafted.has(complaintId),
  });
}

const DERIVED_AT_ONCE = 250;

/**
 * Computes the queue's columns of all complaints again after the rules or holidays changed. One call does a
 * slice, from the row after `from`; it answers where the next one starts, or null at the end. `each` is
 * called with each complaint of the queue.
 */
export function deriveSlice(
  stores: Stores,
  from: number,
  each: (projected: Complaint) => void = () => {},
): number | null {
  const { cache, journal } = stores;
  const rows = cache.complaints.byRid(from, DERIVED_AT_ONCE);
  const drafted = journal.drafts.complaintIds();
  const last = rows.at(-1);
  cache.write((writer) => {
    for (const { rid, ours, complaint } of rows) {
      const projected = stores.project(complaint);
      if (ours) each(projected);
      const facts = queueFacts(projected, stores.basis(), stores.officer().id);
      writer.complaints.setFacts(rid, facts, drafted.has(complaint.id));
    }
    if (rows.length < DERIVED_AT_ONCE) writer.setFeed({ basis: stores.basis().fingerprint });
  });
  return rows.length < DERIVED_AT_ONCE || last === undefined ? null : last.rid;
}
