import { bucketOf, isReplied } from '#shared/domain/complaint/status.ts';
import type { Translate } from './i18n.ts';

/** A raw LAPOR! status in one or two words; a status that is not known is shown as LAPOR! wrote it. */
export function statusWord(rawStatus: string, t: Translate): string {
  const { bucket, known } = bucketOf(rawStatus);
  if (!known) return rawStatus;
  if (isReplied(rawStatus)) return t('status.replied');
  if (rawStatus.trim().toLowerCase() === 'terverifikasi') return t('status.terverifikasi');
  return t(`status.${bucket}`);
}
