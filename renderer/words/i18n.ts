import i18next, { type i18n, type ParseKeys, type TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Day } from '#shared/domain/calendar/day.ts';
import { type Language, messages } from '#shared/i18n/messages.ts';
import { straight } from './direction.ts';
import { datedFormatsOf, type Formats, formatsOf } from './format.ts';

export type { Language };

/** Finds the officer's sentence for a key of `shared/i18n`. */
export type Translate = TFunction<'window'>;

export type MessageKey = ParseKeys<'window'>;

/** Is there a message of this name among `words`? */
export function hasWords<Words extends object>(words: Words, name: string): name is keyof Words & string {
  return Object.hasOwn(words, name);
}

/** What a text of the screen is made of. */
export type Words = Formats & { readonly t: Translate };

/** The same for texts that name a day or an instant by how far it is from today. */
export type DatedWords = Words & ReturnType<typeof datedFormatsOf> & { readonly today: Day };

export function datedWords(words: Words, today: Day): DatedWords {
  return { ...words, ...datedFormatsOf(words, today), today };
}

/** All messages are in the bundle: nothing is loaded later, and a language changes at once. */
export function createI18n(language: Language): i18n {
  const instance = i18next.createInstance();
  void instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'id',
    ns: ['window', 'standalone'],
    defaultNS: 'window',
    // What an office alone says otherwise is in a namespace of its own; the rest is the same.
    fallbackNS: 'window',
    resources: messages,
    initAsync: false,
    // React escapes what it prints. A name within a sentence must not turn the rest of it round.
    interpolation: { escape: straight },
    returnNull: false,
  });
  return instance;
}

/** For a place without React: the words of one language. */
export function wordsOf(language: Language): Words {
  return { t: createI18n(language).getFixedT(language, 'window'), ...formatsOf(language) };
}
