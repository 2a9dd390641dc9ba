import type { ChangesPage } from '#shared/contract/central/central.ts';
import type { JournalStore } from '../store/journal/journal-store.ts';

/** An officer who published an answer in LAPOR! was signed in there. */
export function noteVisits(visits: JournalStore['visits'], page: ChangesPage): void {
  for (const change of page.changes) {
    if (change.type !== 'upsert') continue;
    const at = change.complaint.timeline.findLast(({ kind }) => kind === 'publication')?.at;
    if (at !== undefined) visits.seen(at);
  }
}
