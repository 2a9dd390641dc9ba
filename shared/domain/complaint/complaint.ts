import type { Agency, Role } from '../people/roles.ts';
import type { Attachment } from './attachment.ts';
import type { Classification } from './classification.ts';
import type { EntryDetail } from './entry-detail.ts';

export const ENTRY_KINDS = [
  'disposition',
  'follow_up',
  'reporter_reply',
  'internal_note',
  'return',
  'import_change',
  'question',
  'forward',
  'take_back',
  'postponement',
  'finish',
  'archive_proposal',
  'priority',
  'labels',
  'plan',
  'snooze',
  'link',
  'proposal',
  'approval',
  'send_back',
  'publication',
  'record',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export type Author = {
  /** Null for the reporter, the Admin Instansi acting by import, and LAPOR! itself. */
  readonly officerId: string | null;
  readonly name: string;
  readonly role: Role | 'reporter' | 'system';
  readonly agencyId: string | null;
};

/** One thing that happened to a report. */
export type TimelineEntry = {
  /** The command's id where a command caused it. */
  readonly id: string;
  readonly kind: EntryKind;
  /** ISO instant: the centre's time; in a prediction the time of composing. */
  readonly at: string;
  /** The report's revision that this entry made. */
  readonly revision: number;
  readonly author: Author;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** `public`: reporter and public see it; `agency`: only the OPD and the centre. */
  readonly visibility: 'public' | 'agency';
  /** The centre's receipt ("K-20931"); null in a prediction or where nobody sent it. */
  readonly receipt: string | null;
  /** What it says besides its text; null where the text is all. */
  readonly detail: EntryDetail | null;
};

export type ReadMark = { readonly officerId: string; readonly revision: number };

/** A report (laporan) of LAPOR!, with everything that happened to it. */
export type Complaint = {
  /** Stable and made from the tracking id, so that two machines name the same report alike. */
  readonly id: string;
  /** Digits, 7 today, up to 15; text. Of a report that an office recorded its receipt, and empty before there is one. */
  readonly trackingId: string;
  /** Grows by one with every change at the centre. */
  readonly revision: number;
  readonly title: string;
  /** Isi Laporan Awal: the reporter's own text. */
  readonly originalText: string;
  /** Isi Laporan Akhir: as edited by the admin. */
  readonly finalText: string;
  readonly classification: Classification;
  /** Pengaduan berkadar pengawasan: abuse of authority, violation. */
  readonly oversight: boolean;
  /** Identity hidden from OPD and public; independent of `confidential`. */
  readonly anonymous: boolean;
  /** Rahasia: the whole report is hidden from the public. */
  readonly confidential: boolean;
  /** Null when anonymous (the centre never sends it then) or unknown. */
  readonly reporterName: string | null;
  readonly categoryId: string | null;
  readonly categoryPath: readonly string[];
  readonly parentAgency: string | null;
  /** The OPD that must answer; null while at the Admin Instansi. */
  readonly agency: Agency | null;
  /** As LAPOR! wrote it; the bucket is derived. */
  readonly rawStatus: string;
  /** Alasan Tunda/Arsip. */
  readonly statusReason: string | null;
  readonly province: string | null;
  readonly regency: string | null;
  readonly district: string | null;
  readonly village: string | null;
  /** Raw: the list of channels is open-ended. */
  readonly channel: string;
  /** 1-5. */
  readonly rating: number | null;
  readonly receivedAt: string;
  /** How often an OPD has given it back so far (Bukan Wewenang), whoever it was. */
  readonly returns: number;
  /** When it was given to the OPD; null where nobody recorded it (the clocks then start at `receivedAt`). */
  readonly dispositionedAt: string | null;
  readonly timeline: readonly TimelineEntry[];
  /** One for each officer who opened it, in the order of their ids. */
  readonly readBy: readonly ReadMark[];
  /** Columns of the export that the product has no name for, by their heading. */
  readonly extra: Readonly<Record<string, string>>;
};

/** The id of a report that came from LAPOR!. */
export function complaintIdOf(trackingId: string): string {
  return `lapor-${trackingId}`;
}

/** The tracking id in the id of a report; null: it has none in LAPOR!. */
export function trackingIdOf(complaintId: string): string | null {
  return complaintId.startsWith('lapor-') ? complaintId.slice('lapor-'.length) : null;
}

/** Has anything that somebody else did come since this officer last opened the report? */
export function isUnread(complaint: Complaint, officerId: string): boolean {
  const mark = complaint.readBy.find((read) => read.officerId === officerId);
  if (mark === undefined) return true;
  return complaint.timeline.some(
    (entry) => entry.author.officerId !== officerId && entry.revision > mark.revision && !isOrder(entry.kind),
  );
}

/** What a report says: as edited by the admin, else as the reporter wrote it. */
export function textOfReport({
  finalText,
  originalText,
}: Pick<Complaint, 'finalText' | 'originalText'>): string {
  return finalText.trim() === '' ? originalText : finalText;
}

/** What the reporter can read as the OPD's word. */
export function isAnswer({ kind }: Pick<TimelineEntry, 'kind'>): boolean {
  return kind === 'follow_up' || kind === 'question' || kind === 'finish';
}

/** The OPD's own order: nothing that a colleague must read. */
function isOrder(kind: EntryKind): boolean {
  return (
    kind === 'priority' ||
    kind === 'labels' ||
    kind === 'plan' ||
    kind === 'snooze' ||
    kind === 'link' ||
    kind === 'publication'
  );
}
