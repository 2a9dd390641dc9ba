import type { Span } from './span.ts';

// Begins only at the beginning of a word, and is bounded: a text of 8,000 letters must not be tried at each
// of them.
const EMAIL =
  /(?<![\w.+%-])[a-z0-9_][\w.+%-]{0,63}(?<!\.)@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,8}[a-z]{2,24}(?![a-z0-9])/gi;

/** E-mail addresses as people write them; a mention ("@akun") is none. */
export function* findEmails(text: string): Generator<Span> {
  for (const { 0: match, index } of text.matchAll(EMAIL)) yield { from: index, to: index + match.length };
}
