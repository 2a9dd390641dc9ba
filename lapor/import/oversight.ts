import { type Day, dayOf } from '#shared/domain/calendar/day.ts';
import type { Classification } from '#shared/domain/complaint/classification.ts';

/** A category that makes a pengaduan one of oversight (berkadar pengawasan), as dated data. */
export type OversightCategory = {
  /** A part of the category path, in small letters. */
  readonly part: string;
  readonly validFrom: Day;
  readonly strength: 'practice';
  readonly source: string;
};

const SOURCE = 'Praktik instansi: penyalahgunaan wewenang dan pelanggaran diteruskan ke Inspektorat';

/** The export has no column for it; agencies read it from the category. */
export const OVERSIGHT_CATEGORIES: readonly OversightCategory[] = [
  'kkn',
  'korupsi',
  'pungutan liar',
  'penyalahgunaan wewenang',
  'gratifikasi',
  'pelanggaran disiplin',
  'pelanggaran kode etik',
].map((part) => ({ part, validFrom: '2020-01-01', strength: 'practice', source: SOURCE }));

/** @param receivedAt ISO instant: the categories that were valid on that day count. */
export function isOversight(
  categoryPath: readonly string[],
  classification: Classification,
  receivedAt: string,
): boolean {
  if (classification !== 'pengaduan') return false;
  const day = dayOf(receivedAt);
  const parts = categoryPath.map((part) => part.toLowerCase());
  return OVERSIGHT_CATEGORIES.some(
    ({ part, validFrom }) => validFrom <= day && parts.some((own) => own === part || own.includes(part)),
  );
}
