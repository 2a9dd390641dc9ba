import { diffArrays } from 'diff';

export type DiffPart = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

/** Texts that differ in more words are shown as replaced: a screen must not wait for arithmetic. */
const MOST_EDITS = 1_000;

/** What was changed in a text, word by word: the parts in reading order, the removed before the added. */
export function diffWords(before: string, after: string): readonly DiffPart[] {
  const changes = diffArrays(tokens(before), tokens(after), { maxEditLength: MOST_EDITS });
  if (changes === undefined) {
    return [
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ];
  }
  return joined(
    changes.map(({ removed, added, value }) => ({
      kind: removed ? 'removed' : added ? 'added' : 'same',
      text: value.join(''),
    })),
  );
}

function tokens(text: string): string[] {
  return text.match(/\s+|[\p{L}\p{N}_]+|[^\s\p{L}\p{N}_]/gu) ?? [];
}

/**
 * A lone space between two changes belongs to both: struck out with the old words and written again with the
 * new ones, so that a replaced phrase reads as one.
 */
function joined(parts: readonly DiffPart[]): readonly DiffPart[] {
  const result: DiffPart[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') result.push({ kind: 'removed', text: removed });
    if (added !== '') result.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const part of parts) {
    const isSpace = removed !== '' && added !== '' && part !== parts.at(-1) && /^\s+$/.test(part.text);
    if (part.kind === 'same' && !isSpace) {
      flush();
      result.push(part);
    } else {
      if (part.kind !== 'added') removed += part.text;
      if (part.kind !== 'removed') added += part.text;
    }
  }
  flush();
  return result;
}
