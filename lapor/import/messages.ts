import { type Language, messages } from '#shared/i18n/messages.ts';
import type { Rejection } from './rejection.ts';

/** A sentence with its `{{values}}` filled in. */
export function fillIn(text: string, values: Rejection['values'] = {}): string {
  return text.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** What is said of an export, in the reader's language. */
export function importMessage(
  language: Language,
  { sentence, values }: Pick<Rejection, 'sentence'> & Partial<Rejection>,
): string {
  return fillIn(messages[language].lapor[sentence], values);
}
