import { applyCommand } from '#shared/domain/commands/apply-command.ts';
import { unrecorded } from '#shared/domain/complaint/recorded-complaint.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import type { CacheStore, CacheWriter } from '../store/cache/cache-store.ts';
import type { StoredCommand } from '../store/journal/command-rows.ts';
import type { JournalStore } from '../store/journal/journal-store.ts';
import type { Basis } from './deadline-data.ts';
import { queueFacts } from './queue-facts.ts';

/** The parts of `Stores` that are needed here. */
type StoreParts = {
  readonly cache: CacheStore;
  readonly journal: JournalStore;
  readonly basis: () => Basis;
  readonly officer: () => Officer;
};

/**
 * A complaint that the officer recorded stands in the cache before the central service has sent it, as long
 * as the journal says so: as the domain predicts it, with revision 0. One that was refused stands outside of
 * the queue, until the officer has decided.
 */
export function placeRecorded(stores: StoreParts, writer: CacheWriter, id: string): void {
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
  const predicted = predictionOf(stored, stores);
  const place = {
    generation: cache.feed().generation,
    ours: stored.state !== 'refused' && predicted.agency !== null,
    hasDraft: journal.drafts.of(id).length > 0,
  };
  const trunk = { ...predicted, revision: 0 };
  writer.complaints.insert(trunk, queueFacts(trunk, stores.basis(), stores.officer().id), place);
}

/** The complaint as recorded; a blank one with its title where the domain no longer allows the command. */
function predictionOf({ command, subject, title, answeredAt, receipt }: StoredCommand, stores: StoreParts) {
  const blank = unrecorded(subject);
  const at = answeredAt ?? command.composedAt;
  const applied = applyCommand(blank, command, { officer: stores.officer(), at, receipt });
  return applied.ok ? applied.complaint : { ...blank, title };
}
