import { UPDATES } from '#shared/i18n/updates.ts';
import type { Outcome } from './updater.ts';

/** What became of a step, in one sentence for each language. */
export function tell({ code, version = '', file = '' }: Outcome): {
  readonly id: string;
  readonly en: string;
} {
  const fill = (text: string): string => text.replace('{{version}}', version).replace('{{file}}', file);
  return { id: fill(UPDATES[code].id), en: fill(UPDATES[code].en) };
}
