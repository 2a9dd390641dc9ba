import { isMoney, isOfficialNumber, isServiceNumber } from './other-number.ts';
import { digitsOf, leadOf, type Span } from './span.ts';

const MOBILE =
  /(?<!\d|\d[.,-])(\(?\+?62\)?[ .-]{0,2}(?:\(0\)|0)?|\(?0)(8\d{8,11}(?!\d)|8\d{1,3}\)?(?:[ .-]{1,3}\d{2,8}(?!\d)){1,5})/g;
/** Two-figure area codes are those of the large cities; 08 is mobile. */
const LANDLINE =
  /(?<!\d|\d[.,/-])(?:(\(?)0|\(?\+62\)?[ -]?\(?)(2[124]|31|61|[2-79]\d{2})(\)?[ .-]{0,3})\d{2,8}(?:[ -]\d{2,4}){0,2}(?!\d|[./]\w)/g;
const SAID_PHONE = /\b(?:telp?|tlp|telepon|telpon|phone|fax|faks|hp|wa|hub\w*|kontak|call)\b\D{0,25}$/i;
/** Digits of a mobile number from its 8 on. */
const MOBILE_DIGITS = { least: 9, most: 12 };

/** Telephone numbers: mobile, and landlines with area code. Hotlines (112, 1708, 0800) are nobody's own. */
export function* findPhones(text: string): Generator<Span> {
  for (const match of text.matchAll(MOBILE)) {
    const [, prefix = '', national = ''] = match;
    // A bracket that does not close here encloses more than the number.
    const outside = prefix.startsWith('(') && !match[0].includes(')') ? 1 : 0;
    const span = trimmed(match.index + outside, prefix.length - outside, national);
    if (span !== null && !isOther(text, span, prefix)) yield span;
  }
  for (const match of text.matchAll(LANDLINE)) {
    const [wording, paren = '', area = '', separator = ''] = match;
    const span = { from: match.index, to: match.index + wording.length };
    const plus = wording.includes('+');
    const local = digitsOf(wording).length - area.length - (plus ? 2 : 1);
    if (local < 5 || local > 8 || isOther(text, span, plus ? '+' : '')) continue;
    if (isOfficialNumber(text, span.from)) continue;
    // Nothing but figures and dots: many numbers look like that.
    const bare = paren === '' && (separator === '' || separator.includes('.')) && !plus;
    const large = area.length === 2 && local >= 7 && separator === '';
    if (bare && !large && !SAID_PHONE.test(leadOf(text, span.from))) continue;
    yield span;
  }
}

/** Without the numbers that follow after a space: "0812 0000 1234 12 hari". Null: too short or too long. */
function trimmed(from: number, prefix: number, national: string): Span | null {
  let digits = 0;
  let to = from + prefix;
  let last = 0;
  for (const { 0: group, index } of national.matchAll(/\d+/g)) {
    const enough = digits >= MOBILE_DIGITS.least;
    if (enough && (digits >= 11 || group.length !== last || digits + group.length > MOBILE_DIGITS.most))
      break;
    digits += group.length;
    last = group.length;
    to = from + prefix + index + group.length;
  }
  return digits < MOBILE_DIGITS.least || digits > MOBILE_DIGITS.most ? null : { from, to };
}

/**
 * A tracking id can begin with 62 but not with 0, and a sum of money not with +: only the number of a
 * customer or a meter can look like any telephone number.
 */
function isOther(text: string, { from, to }: Span, prefix: string): boolean {
  if (prefix.includes('+')) return false;
  if (isServiceNumber(text, from) || isMoney(text, from, to)) return true;
  return prefix.startsWith('62') && isOfficialNumber(text, from);
}
