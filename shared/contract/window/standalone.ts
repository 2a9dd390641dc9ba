import * as z from 'zod';

/** Most bytes of an export that is laid over the office's own reports: some 200,000 rows. */
export const MAX_EXPORT_BYTES = 64 * 1024 * 1024;
/** Rejected rows that are named; the others are counted. */
export const NAMED_REJECTIONS = 100;

/** What an export would do, or did. Sentences are in the officer's language. */
export const exportLaid = z.discriminatedUnion('ok', [
  /** The file as a whole cannot be taken; nothing was changed. */
  z.object({ ok: z.literal(false), reason: z.string() }),
  z.object({
    ok: z.literal(true),
    applied: z.boolean(),
    new: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    /** Rows of other OPDs, left out. */
    others: z.int(),
    rejected: z.int(),
    named: z.array(z.object({ row: z.int(), reason: z.string() })),
    /** What LAPOR! did since the last import, a sentence for each kind. */
    happened: z.array(z.string()),
    /** The OPDs that the file names, with the number of their rows, the largest first. `ours`: the officer's own. */
    agencies: z.array(z.object({ name: z.string(), rows: z.int(), ours: z.boolean() })),
  }),
]);
export type ExportLaid = z.infer<typeof exportLaid>;
