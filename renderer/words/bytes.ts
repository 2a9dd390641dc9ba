import type { Language } from '#shared/i18n/messages.ts';
import { LOCALES } from './format.ts';

/** A number of bytes as an office reads it: "214 kB", "3,4 MB" (1 kB = 1,000 bytes, as files are listed). */
export function bytesWords(bytes: number, language: Language): string {
  const inMega = bytes >= 999_500;
  const value = bytes / (inMega ? 1_000_000 : 1_000);
  const digits = inMega && value < 10 ? 1 : 0;
  const format = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: digits });
  return `${format.format(bytes > 0 && value < 1 ? 1 : value)} ${inMega ? 'MB' : 'kB'}`;
}

/** How much of it is there, in whole percent; 100 only when all of it is. */
export function percentOf({ sent, total }: { readonly sent: number; readonly total: number }): number {
  return total === 0 || sent >= total ? 100 : Math.floor((sent / total) * 100);
}
