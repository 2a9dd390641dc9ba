import { oc } from '@orpc/contract';
import * as z from 'zod';
import { line, list, text } from '../../domain/schema.ts';
import { done } from '../schemas.ts';
import { chunk } from './attachments.ts';
import { enrolInput, enrolled } from './session.ts';
import { writing } from './storage.ts';

/** Most bytes of a LAPOR! file that is imported: some 200,000 rows. */
export const MAX_IMPORT_BYTES = 64 * 1024 * 1024;
/** Rejected rows that are named; the others are counted. */
export const NAMED_REJECTIONS = 100;

/** What an import would do, or did. Sentences are in the officer's language. */
export const importSummary = z.discriminatedUnion('ok', [
  /** The file as a whole cannot be taken; nothing was changed. */
  z.object({ ok: z.literal(false), reason: text }),
  z.object({
    ok: z.literal(true),
    applied: z.boolean(),
    new: z.int(),
    changed: z.int(),
    unchanged: z.int(),
    /** Rows of other agencies, left out. */
    others: z.int(),
    rejected: z.int(),
    named: list(z.object({ row: z.int(), reason: text }), NAMED_REJECTIONS),
    /** What LAPOR! did since the last import, a sentence for each kind. */
    happened: list(text),
    /** The agencies of the file, the largest first. `ours`: the officer's own. */
    agencies: list(z.object({ name: line, rows: z.int(), ours: z.boolean() })),
  }),
]);
export type ImportSummary = z.infer<typeof importSummary>;

/** The own agency in the spelling of the file, where it is another one; null: as before. */
const ourNames = z.array(text.max(300)).max(20).readonly().nullable();

export const standaloneContract = {
  /** Begins it. `ok: false`: somebody works here already, or the office's IT does not allow it. */
  begin: writing.input(z.object({ name: line.min(1).max(200), agency: text.min(1).max(200) })).output(done),
  /** A file of LAPOR! comes in chunks; it stays in memory. `ok: false`: too large. */
  beginImport: oc.input(z.object({ size: z.int().min(0) })).output(done),
  appendImport: oc.input(z.object({ offset: z.int().min(0), bytes: chunk })).output(z.object({})),
  previewImport: oc.input(z.object({ ours: ourNames })).output(importSummary),
  /** All good rows in one transaction. */
  applyImport: writing.input(z.object({ ours: ourNames })).output(importSummary),
  /** Asks a central service for access; then the office's complaints are brought there. */
  join: writing.input(enrolInput).output(enrolled),
  /** The office goes on alone, and nothing is lost. */
  cancelJoin: writing.output(z.object({})),
};
