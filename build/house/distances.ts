import { parse } from 'postcss';
import type { Place } from './read-code.ts';
import type { Source } from './sources.ts';

/** A length of its own; percentages, fractions, `ch` and parts of the window follow what they stand in. */
const LENGTH = /(?<![\w.#-])-?(\d*\.?\d+)(px|rem|em|pt|pc|cm|mm|in|q)\b/gi;
/** What draws lines: 2px are a hairline there, 1px is one everywhere. */
const LINE = /^(border(?!.*radius)|outline|box-shadow|column-rule|text-decoration|text-underline-offset)/;

/**
 * The declarations of a style sheet that write a distance out instead of taking a token: every property, own
 * custom ones too. Free are 0, hairlines (1px; 2px of borders, outlines, shadows and underlines), and what a
 * media query asks, which cannot take a token. `size`: how many lengths the declaration writes.
 */
export function literalDistances({ path, text }: Source): Place[] {
  const places: Place[] = [];
  parse(text, { from: path }).walkDecls(({ prop, value, source }) => {
    // A part of the letter's own size, not a distance.
    if (prop === 'letter-spacing') return;
    const hairline = LINE.test(prop) ? 2 : 1;
    const size = [...value.matchAll(LENGTH)].filter(
      ([, amount, unit]) => Number(amount) !== 0 && !(unit === 'px' && Number(amount) <= hairline),
    ).length;
    if (size > 0) places.push({ path, line: source?.start?.line ?? 0, size, says: `${prop}: ${value}` });
  });
  return places;
}
