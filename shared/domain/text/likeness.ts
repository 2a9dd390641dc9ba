import * as z from 'zod';
import { dayNumber, dayOf } from '../calendar/day.ts';
import { type Data, instant, line, list, text } from '../schema.ts';
import {
  KINDS_OF_PLACE,
  NO_NAMES,
  PLACE_MARKERS,
  SHORT_FORMS,
  STOP_WORDS,
  STREET_MARKERS,
} from './common-words.ts';

/** What two complaints are compared by; also a text that is no complaint yet. */
export const subject = z.object({
  title: line.max(1_000),
  text: text.max(50_000),
  district: line.nullable(),
  village: line.nullable(),
  /** When it was received, or is being written. */
  at: instant,
  categoryPath: list(text),
});
export type Subject = Data<typeof subject>;

export type Likeness = {
  /** What it speaks of, each word once, in the order of the text: as it is compared, and as it is written. */
  readonly words: ReadonlyMap<string, string>;
  /** Those of the title, without the names of places: what the matter is. */
  readonly title: ReadonlySet<string>;
  /** First words of the names of streets and junctions. */
  readonly streets: ReadonlySet<string>;
  /** Names of two words that the text gives to a place ("di Kuta Biru"). */
  readonly said: ReadonlySet<string>;
  /** All words in their order, a space around each: a place's name is looked for in it. */
  readonly line: string;
  readonly village: string | null;
  readonly district: string | null;
  /** Days since 1970. */
  readonly day: number;
  /** In lower case. */
  readonly category: readonly string[];
};

/** Words of a text that are looked at: a chronology says at its beginning what it is about. */
const MOST_WORDS = 250;

export function likenessOf(subject: Subject): Likeness {
  const village = placeName(subject.village);
  const district = placeName(subject.district);
  const places = new Set([...(village ?? '').split(' '), ...(district ?? '').split(' ')]);
  const titled = wordsOf(subject.title);
  const line: string[] = [];
  const words = new Map<string, string>();
  const title = new Set<string>();
  const streets = new Set<string>();
  const said = new Set<string>();
  for (const [place, written] of [...titled, ...wordsOf(subject.text)].entries()) {
    const word = SHORT_FORMS.get(written) ?? written;
    const [beforeLast = '', last = ''] = [line.at(-2), line.at(-1)];
    line.push(word);
    if (PLACE_MARKERS.has(beforeLast) && mayBeName(last) && mayBeName(word)) said.add(`${last} ${word}`);
    const ofStreet = STREET_MARKERS.has(last);
    if (ofStreet && mayBeName(word)) streets.add(word);
    if (word.length < 2 || STOP_WORDS.has(word)) continue;
    if (!words.has(word)) words.set(word, written);
    if (place < titled.length && !ofStreet && !places.has(word)) title.add(word);
  }
  return {
    words,
    title,
    streets,
    said,
    line: ` ${line.join(' ')} `,
    village,
    district,
    day: dayNumber(dayOf(subject.at)),
    category: subject.categoryPath.map((part) => part.toLowerCase()),
  };
}

const WORD = /[\p{L}\p{N}]+/gu;
const ASCII = /^[\0-\x7f]*$/;

/** In lower case and without diacritics; "ibu2" is "ibu". */
function wordsOf(text: string): string[] {
  const plain = ASCII.test(text) ? text : text.normalize('NFD').replace(/\p{M}/gu, '');
  const words = plain.toLowerCase().match(WORD) ?? [];
  return words.slice(0, MOST_WORDS).map((word) => (/^[a-z]{2,}2$/.test(word) ? word.slice(0, -1) : word));
}

/** "Desa Tanjung Baru" and "TANJUNG BARU" are one place. */
function placeName(place: string | null): string | null {
  const words = wordsOf(place ?? '').filter((word) => !KINDS_OF_PLACE.has(SHORT_FORMS.get(word) ?? word));
  return words.length === 0 ? null : words.join(' ');
}

function mayBeName(word: string): boolean {
  return word.length > 2 && !STOP_WORDS.has(word) && !NO_NAMES.has(word) && !STREET_MARKERS.has(word);
}
