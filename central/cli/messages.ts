import { type Language, messages } from '#shared/i18n/messages.ts';
import { fillIn } from '../../lapor/import/messages.ts';

type Words = (typeof messages)['id'];
export type Sentence = keyof Words['central'] | keyof Words['lapor'];

let language: Language = 'id';

/** The language of what the command line says; Bahasa Indonesia unless asked otherwise. */
export function setLanguage(chosen: Language): void {
  language = chosen;
}

/** A sentence of the central service with its `{{values}}` filled in. */
export function t(sentence: Sentence, values: Readonly<Record<string, string | number>> = {}): string {
  const { central, lapor } = messages[language];
  return fillIn({ ...central, ...lapor }[sentence], values);
}

/** Something a person at the command line can set right: one sentence, no stack. */
export class CliError extends Error {
  constructor(sentence: Sentence, values: Readonly<Record<string, string | number>> = {}) {
    super(t(sentence, values));
  }
}
