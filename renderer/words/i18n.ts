import i18next, { type i18n, type ParseKeys, type TFunction } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Day } from '#shared/domain/calendar/day.ts';
import { type Language, messages } from '#shared/i18n/messages.ts';

export type { Language };

/** Finds the officer's sentence for a key of `shared/i18n`. */
export type Translate = TFunction<'window'>;

export type MessageKey = ParseKeys<'window'>;

/** Is there a message of this name among `words`? */
export function hasWords<Words extends object>(words: Words, name: string): name is keyof Words & string {
  return Object.hasOwn(words, name);
}

/** What words with days in them are made of. */
export type DatedWords = { readonly t: Translate; readonly language: Language; readonly today: Day };

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
    // React escapes what it prints.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return instance;
}

/** For a place without React: the words of one language. */
export function translatorFor(language: Language): Translate {
  return createI18n(language).getFixedT(language, 'window');
}
