import { bucketOf, isClosed, isReplied } from '#shared/domain/complaint/status.ts';

/** What LAPOR! did with a complaint since the last import. */
export const LAPOR_EVENTS = ['replied', 'closed_by_system', 'closed', 'archived', 'postponed'] as const;
export type LaporEvent = (typeof LAPOR_EVENTS)[number];

/** In the timeline, which is a record, so its language is Indonesian. */
export const LAPOR_EVENT_WORDS: Readonly<Record<LaporEvent, string>> = {
  replied: 'Pelapor menanggapi di LAPOR!: jawaban berikutnya ditunggu.',
  closed_by_system: 'Ditutup oleh sistem LAPOR!: tidak ada tanggapan pelapor sesudah tindak lanjut.',
  closed: 'Ditutup di LAPOR!.',
  archived: 'Diarsipkan di LAPOR!.',
  postponed: 'Ditunda di LAPOR!.',
};

/** @param before @param after raw status strings; null: nothing that an officer must be told by name */
export function laporEventOf(before: string, after: string): LaporEvent | null {
  if (before === after) return null;
  if (isReplied(after)) return 'replied';
  const { bucket } = bucketOf(after);
  const was = bucketOf(before).bucket;
  if (bucket === was) return null;
  if (bucket === 'arsip') return 'archived';
  if (isClosed(bucket)) return /sistem$/i.test(after.trim()) ? 'closed_by_system' : 'closed';
  return bucket === 'tunda' ? 'postponed' : null;
}
