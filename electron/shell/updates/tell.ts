import { UPDATES } from '#shared/i18n/updates.ts';
import type { Outcome } from './updater.ts';

type InBoth = { readonly id: string; readonly en: string };

/** A few words in both languages: the officer's own is kept in the data, which the backend has. */
export const both = ({ id, en }: InBoth): string => `${id} / ${en}`;

/** What became of a step, in one sentence for each language. */
export function tell({ code, version = '', file = '' }: Outcome): InBoth {
  const fill = (text: string): string => text.replace('{{version}}', version).replace('{{file}}', file);
  return { id: fill(UPDATES[code].id), en: fill(UPDATES[code].en) };
}
