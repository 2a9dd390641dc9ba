import { isMoney, isOfficialNumber, isServiceNumber } from './other-number.ts';
import { digitsOf, type Span } from './span.ts';

/** 16 digits at once, or in the groups in which people copy them from the card. */
const SHAPE =
  /(?<!\d|\d[.-]|\d{4} )(?:\d{16}|\d{4}([ .-])\d{4}\1\d{4}\1\d{4}|\d{6}([ .-])\d{6}\2\d{4}|\d{2}([ .-])\d{2}\3\d{2}\3\d{6}\3\d{4})(?!\d|[.-]\d| \d{4}(?!\d))/g;
/** Where a word has said what comes, any grouping will do. */
const ANY_SHAPE = /^\d(?:[ .-]?\d){15}(?!\d)/;
const SAID = /\b(?:(n?kk|no\.?kk|kartu\s+keluarga)|nik|ktp|e-ktp|induk\s+kependudukan)(?![a-z])/gi;
/** Few words between the word and its number, and no other number than that of a list ("KK 1: …"). */
const BETWEEN = /^\D{0,30}?(?:\b\d{1,2}\s?[:.)]\s?)?(?=\d)/;

/**
 * Identity numbers. NIK and KK have the same shape (place 6, date 6, serial 4 digits); the word before
 * decides, else it is a NIK. Without such a word the province and the date must be possible ones.
 */
export function findIdentityNumbers(text: string): readonly (Span & { readonly kind: 'nik' | 'kk' })[] {
  const found = new Map<number, Span & { readonly kind: 'nik' | 'kk' }>();
  for (const match of text.matchAll(SHAPE)) {
    const span = { from: match.index, to: match.index + match[0].length };
    if (!isPlausible(digitsOf(match[0])) || isOther(text, span)) continue;
    found.set(span.from, { kind: 'nik', ...span });
  }
  // A later word is nearer to the number, and overrides.
  for (const said of text.matchAll(SAID)) {
    const after = said.index + said[0].length;
    const gap = BETWEEN.exec(text.slice(after, after + 40))?.[0].length;
    if (gap === undefined) continue;
    const from = after + gap;
    const wording = ANY_SHAPE.exec(text.slice(from, from + 32))?.[0];
    if (wording === undefined || /^(.)\1*$/.test(digitsOf(wording))) continue;
    found.set(from, { kind: said[1] === undefined ? 'nik' : 'kk', from, to: from + wording.length });
  }
  return [...found.values()];
}

function isOther(text: string, { from, to }: Span): boolean {
  return isMoney(text, from, to) || isOfficialNumber(text, from) || isServiceNumber(text, from);
}

/** Codes of the provinces (Kepmendagri 300.2.2-2138/2025). */
const PROVINCES = /^(?:1[1-9]|21|3[1-6]|5[1-3]|6[1-5]|7[1-6]|8[12]|9[1-7])/;
const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A province that exists, regency and district not zero, a date of birth (women: day + 40), a serial. */
function isPlausible(digits: string): boolean {
  const part = (from: number, length = 2): number => Number(digits.slice(from, from + length));
  const day = part(6) > 40 ? part(6) - 40 : part(6);
  const days = DAYS[part(8) - 1] ?? 0;
  const place = PROVINCES.test(digits) && part(2) > 0 && part(4) > 0;
  return place && day >= 1 && day <= days && part(12, 4) > 0;
}
