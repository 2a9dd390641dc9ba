import * as z from 'zod';
import { FIELDS } from '../../domain/complaint/fields.ts';
import { settings } from '../window/settings.ts';

/** What the shell must know of the sheet that the page shows, to name its file and to number its pages. */
export const letter = z.strictObject({
  /** That of LAPOR! or the receipt; empty before there is one. */
  number: FIELDS.trackingId.schema,
  confidential: z.boolean(),
  /** It has what only the agency may read. */
  internal: z.boolean(),
  language: settings.shape.language,
});
export type Letter = z.infer<typeof letter>;

/** `put_off`: the officer closed the dialog; `not_taken`: the printer did not take it. */
export type PrintOutcome = 'printed' | 'put_off' | 'no_printer' | 'not_taken';

/**
 * Nothing was written unless it is `saved`. `put_off`: the officer chose no place; `in_use`: another program
 * has the file open; `no_access`: nothing can be written there; `not_made`: there was no PDF to write.
 */
export type SaveOutcome = 'saved' | 'put_off' | 'disk_full' | 'in_use' | 'no_access' | 'not_made';

/** The name that is proposed for its file, on any system. */
export function letterFileName({ number, internal }: Pick<Letter, 'number' | 'internal'>): string {
  return `${['laporan', number, internal ? 'internal' : ''].filter(Boolean).join('-')}.pdf`;
}
