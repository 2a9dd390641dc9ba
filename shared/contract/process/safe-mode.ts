import * as z from 'zod';
import { id, list, text } from '../../domain/schema.ts';

/**
 * The safe mode: the backend ended again and again and is not started any more. What the officer can do then
 * needs neither the backend nor the cache. `export`: unsent work into a folder; `rebuild`: the cache is
 * deleted, the journal stays, and the backend is started; `logs`: shows the folder with the program's log;
 * `retry`: the backend is started.
 */
export const safeStep = z.enum(['export', 'rebuild', 'logs', 'retry']);
export type SafeStep = z.infer<typeof safeStep>;

/** What was typed and the journal has not taken: only the page has it. */
export const heldText = z.strictObject({ id, complaintId: id, kind: id, text });
export const heldTexts = list(heldText, 1_000);
export type HeldText = z.infer<typeof heldText>;

/** `exported`: so many texts and attachments are in this folder. */
export type SafeAnswer =
  | { readonly ok: true; readonly exported?: Exported }
  | { readonly ok: false; readonly code: SafeFailure };
export type Exported = { readonly folder: string; readonly texts: number; readonly files: number };

/**
 * `cancelled`: the officer chose no folder. `not_readable`: the journal or its key. `not_written`: the chosen
 * folder takes nothing, or the cache cannot be deleted. `in_use`: another Penghubung has the data. `unknown`:
 * the process that was to do it ended.
 */
export type SafeFailure = 'cancelled' | 'not_readable' | 'not_written' | 'in_use' | 'unknown';

/** To the one process that does a step, which then ends. It answers by a {@link SafeAnswer}. */
export type ToSafe =
  | {
      readonly type: 'export';
      readonly dataDir: string;
      readonly folder: string;
      readonly held: readonly HeldText[];
    }
  | { readonly type: 'rebuild'; readonly dataDir: string };
