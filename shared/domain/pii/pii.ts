import { findAccounts } from './account.ts';
import { findIdentityNumbers } from './identity-number.ts';
import { findPhones } from './phone.ts';
import { findPlates } from './plate.ts';
import { type Span, takerOfSpans } from './span.ts';

/** NIK: of a person. KK: of a family card. Account: of a bank. Plate: of a vehicle. */
export type PiiKind = 'nik' | 'kk' | 'phone' | 'email' | 'plate' | 'account';

/** A personal datum in a text, [from, to) in UTF-16 units. */
export type PiiFinding = Span & { readonly kind: PiiKind };

/**
 * The personal data in a text that others will read, in its order; no two overlap.
 *
 * It is for marking, not for forbidding: an office may publish its own number. Tracking ids, money, dates,
 * laws, letters, budget codes, meters, hotlines and coordinates are left alone. What a text does not tell
 * apart counts as personal: UU 27/2022 asks a public body to keep it to itself.
 */
export function findPii(text: string): readonly PiiFinding[] {
  const found: PiiFinding[] = [];
  // The surer shape first: what it has taken is not something else as well.
  const isFree = takerOfSpans(text.length);
  const take = (kind: PiiKind, spans: Iterable<Span>): void => {
    for (const { from, to } of spans) if (isFree({ from, to })) found.push({ kind, from, to });
  };
  take('email', findEmails(text));
  for (const { kind, from, to } of findIdentityNumbers(text)) take(kind, [{ from, to }]);
  take('phone', findPhones(text));
  take('account', findAccounts(text));
  take('plate', findPlates(text));
  return found.sort((a, b) => a.from - b.from);
}

/** Characters that stay of each finding, so that the officer can still tell which one it was. */
const KEPT = 4;

/** The text with the findings made unreadable: "1207010203040506" becomes "1207************". */
export function maskPii(text: string, findings: readonly PiiFinding[] = findPii(text)): string {
  let end = 0;
  const parts = findings.map(({ from, to }) => {
    const hidden = Math.min(from + KEPT, to);
    const shown = text.slice(end, hidden);
    end = to;
    return shown + text.slice(hidden, to).replace(/[\p{L}\p{N}]/gu, '*');
  });
  return parts.join('') + text.slice(end);
}

// Begins only at the beginning of a word, and is bounded: a text of 8,000 letters is not tried at each.
const EMAIL =
  /(?<![\w.+%-])[a-z0-9_][\w.+%-]{0,63}(?<!\.)@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}(?![a-z0-9])/gi;

/** E-mail addresses as people write them; a mention ("@akun") is none. */
function* findEmails(text: string): Generator<Span> {
  for (const { 0: match, index } of text.matchAll(EMAIL)) yield { from: index, to: index + match.length };
}
