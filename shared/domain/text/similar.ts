import * as z from 'zod';
import { type Data, list, text } from '../schema.ts';
import type { Likeness } from './likeness.ts';
import { isSameName, sharedWords } from './shared-words.ts';

/** What a shared word says, 0-1: nothing where every complaint has it, 1 where hardly any has. */
export type WeightOf = (word: string) => number;

/** Why two complaints are taken for one matter, as data: the window words it. */
export const reasons = z.object({
  /** What both speak of, in the order of the subject's text; neighbouring words stand together. */
  words: list(text),
  /** The closest place that is the same for both. */
  place: z.enum(['village', 'district']).nullable(),
  /** 0: the same day. */
  daysApart: z.int(),
  sameCategory: z.boolean(),
});
export type Reasons = Data<typeof reasons>;

export type Compared = {
  /** 0-1: how likely both speak of the same matter at the same place. */
  readonly score: number;
  readonly reasons: Reasons;
};

export const SIMILAR_FROM = 0.5;
/** Complaints further apart are two matters: what was mended is broken again. */
export const MOST_DAYS_APART = 90;

/**
 * How much each sign speaks for one matter (above 0) or against it, in log-odds: a logistic regression over
 * the pairs that the bench plants (`test/bench/similar`, seed 1), rounded.
 */
const START = -8.2;
const WEIGHTS = {
  /** 0-1 */
  text: 7,
  /** 0-1 */
  title: 4,
  sameVillage: 6,
  otherVillage: -5,
  /** Where one of them does not say the village. */
  sameDistrict: 3.5,
  otherDistrict: -4.5,
  sameStreet: 1.5,
  otherStreet: -3,
  /** For 30 days. */
  monthsApart: -2.5,
  sameCategory: 1,
  otherCategory: -1,
} as const;
type Signs = Readonly<Record<keyof typeof WEIGHTS, number>>;
const SIGNS = Object.keys(WEIGHTS) as (keyof typeof WEIGHTS)[];

/** Compares a complaint (`subject`) with another one; `weightOf` knows the words of the subject. */
export function compare(subject: Likeness, other: Likeness, weightOf: WeightOf): Compared {
  const shared = sharedWords(subject, other);
  const signs = signsOf(subject, other, shared, weightOf);
  const odds = SIGNS.reduce((sum, sign) => sum + signs[sign] * WEIGHTS[sign], START);
  return {
    score: 1 / (1 + Math.exp(-odds)),
    reasons: {
      words: told(subject, other, shared, weightOf),
      place: signs.sameVillage > 0 ? 'village' : signs.sameDistrict > 0 ? 'district' : null,
      daysApart: Math.abs(subject.day - other.day),
      sameCategory: signs.sameCategory > 0,
    },
  };
}

function signsOf(a: Likeness, b: Likeness, shared: ReadonlySet<string>, weightOf: WeightOf): Signs {
  const village = sameVillage(a, b);
  const district = sameName(a.district, b.district, a, b);
  const street = a.streets.size === 0 || b.streets.size === 0 ? null : haveSameName(a.streets, b.streets);
  const category = sameCategory(a.category, b.category);
  return {
    text: likenessOfTexts(a, b, shared, weightOf),
    title: likenessOfTitles(a, b, shared, weightOf),
    sameVillage: Number(village === true),
    otherVillage: Number(village === false),
    sameDistrict: Number(village === null && district === true),
    otherDistrict: Number(village === null && district === false),
    sameStreet: Number(street === true),
    otherStreet: Number(street === false),
    monthsApart: Math.abs(a.day - b.day) / 30,
    sameCategory: Number(category === true),
    otherCategory: Number(category === false),
  };
}

/** 0-1: the angle between the two texts, each word by the square of its weight, names of places left out. */
function likenessOfTexts(a: Likeness, b: Likeness, shared: ReadonlySet<string>, weightOf: WeightOf): number {
  const places = placeWords(a, b);
  const sumOf = (words: Iterable<string>): number => {
    let sum = 0;
    for (const word of words) if (!places.has(word)) sum += weightOf(word) ** 2;
    return sum;
  };
  const common = sumOf(shared);
  if (common === 0) return 0;
  const own = sumOf(a.words.keys());
  // What the other's own words weigh is not known: taken for what this one's weigh on the average.
  const others = common + (b.words.size - shared.size) * (own / a.words.size);
  return Math.min(1, common / Math.sqrt(own * others));
}

/** 0-1: how much of each title the other complaint has. */
function likenessOfTitles(a: Likeness, b: Likeness, shared: ReadonlySet<string>, weightOf: WeightOf): number {
  let sum = 0;
  for (const word of a.words.keys()) sum += weightOf(word);
  const usual = sum / Math.max(1, a.words.size);
  const ofOthers: WeightOf = (word) => (a.words.has(word) ? weightOf(word) : usual);
  return (
    (share(a.title, (word) => shared.has(word), weightOf) +
      share(b.title, (word) => a.words.has(word), ofOthers)) /
    2
  );
}

function placeWords(a: Likeness, b: Likeness): ReadonlySet<string> {
  return new Set([...wordsOfAreas(a, b), ...a.streets, ...b.streets]);
}

function wordsOfAreas(a: Likeness, b: Likeness): string[] {
  return [a.village, a.district, b.village, b.district].flatMap((name) => name?.split(' ') ?? []);
}

/** Null: nobody can tell. */
function sameVillage(a: Likeness, b: Likeness): boolean | null {
  const same = sameName(a.village, b.village, a, b);
  // Two districts may have a village of the same name.
  if (same === true && a.district !== null && b.district !== null) return a.district === b.district;
  if (same !== null) return same;
  for (const name of a.said) if (b.said.has(name)) return true;
  return null;
}

/** A name that only one of them gives is looked for in the text of the other. Null: it is not there. */
function sameName(nameA: string | null, nameB: string | null, a: Likeness, b: Likeness): boolean | null {
  if (nameA !== null && nameB !== null) return nameA === nameB;
  const inText =
    (nameA !== null && b.line.includes(` ${nameA} `)) || (nameB !== null && a.line.includes(` ${nameB} `));
  return inText ? true : null;
}

function haveSameName(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  for (const one of a) for (const other of b) if (isSameName(one, other)) return true;
  return false;
}

/** One path begins with the other. Null: one of them has none. */
function sameCategory(a: readonly string[], b: readonly string[]): boolean | null {
  if (a.length === 0 || b.length === 0) return null;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.every((part, place) => part === long[place]);
}

/** 0-1: how much of a title the other complaint has, by the weight of the words. */
function share(title: ReadonlySet<string>, has: (word: string) => boolean, weightOf: WeightOf): number {
  let all = 0;
  let having = 0;
  for (const word of title) {
    const weight = weightOf(word);
    all += weight;
    if (has(word)) having += weight;
  }
  return all === 0 ? 0 : having / all;
}

/** Words that are told, and what a word must weigh for it. */
const MOST_TOLD = 5;
const TOLD_FROM = 0.1;

/** The shared words of the title, then the weightiest others, without mistypings and names of places. */
function told(
  subject: Likeness,
  other: Likeness,
  shared: ReadonlySet<string>,
  weightOf: WeightOf,
): readonly string[] {
  const places = new Set(wordsOfAreas(subject, other));
  const worth = (word: string): number => weightOf(word) + Number(subject.title.has(word));
  const weighty = [...shared]
    .filter((word) => other.words.has(word) && worth(word) >= TOLD_FROM && !places.has(word))
    .sort((a, b) => worth(b) - worth(a))
    .slice(0, MOST_TOLD);
  const phrases: string[][] = [];
  let last = -2;
  for (const [place, word] of [...subject.words.keys()].entries()) {
    if (!weighty.includes(word)) continue;
    if (place === last + 1) phrases.at(-1)?.push(word);
    else phrases.push([word]);
    last = place;
  }
  return phrases.map((phrase) => phrase.join(' '));
}
