import type { LinkedReport, SimilarReport } from '#shared/contract/window/queue.ts';
import { type Complaint, textOfReport } from '#shared/domain/complaint/complaint.ts';
import type { Subject } from '#shared/domain/text/likeness.ts';
import type { CachedSimilar } from '../store/cache/similar.ts';
import type { Desk } from './context.ts';

const MOST_SHOWN = 10;

/** Empty where the report is not known here. */
export function similarTo({ reports }: Desk, id: string): SimilarReport[] {
  const { cache } = reports;
  const complaint = cache.complaints.get(id)?.complaint;
  if (complaint === undefined) return [];
  return cache.similarTo(subjectOf(complaint), id, MOST_SHOWN).map(rowOf);
}

/** The reports that were linked to this one. */
export function groupOf({ reports: { cache } }: Desk, id: string): LinkedReport[] {
  const number = cache.complaints.get(id)?.complaint.trackingId ?? '';
  return cache.linkedTo(number).filter((linked) => linked.id !== id);
}

/** What a report is about. */
export function subjectOf(complaint: Complaint): Subject {
  const { title, district, village, receivedAt, categoryPath } = complaint;
  return { title, text: textOfReport(complaint), district, village, at: receivedAt, categoryPath };
}

export function similarToText({ reports }: Desk, subject: Subject, exceptId: string | null): SimilarReport[] {
  return reports.cache.similarTo(subject, exceptId, MOST_SHOWN).map(rowOf);
}

/** The contract's arrays are mutable, the domain's are not. */
function rowOf(similar: CachedSimilar): SimilarReport {
  return { ...similar, reasons: { ...similar.reasons, words: [...similar.reasons.words] } };
}
