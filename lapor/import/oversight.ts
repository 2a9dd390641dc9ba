import { dayOf } from '#shared/domain/calendar/day.ts';
import type { Classification } from '#shared/domain/complaint/classification.ts';

const SOURCE = 'Praktik instansi: penyalahgunaan wewenang dan pelanggaran diteruskan ke Inspektorat';

/**
 * What makes a pengaduan one of oversight (berkadar pengawasan), as dated data: parts of the category path.
 * The export has no column for it; agencies read it from the category.
 */
export const OVERSIGHT_CATEGORIES = [
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
