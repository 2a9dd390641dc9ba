import * as z from 'zod';
import { PROPOSAL_KINDS } from '../complaint/entry-detail.ts';
import { type Data, list, text } from '../schema.ts';
import { approve } from './kinds/approve.ts';
import { forward } from './kinds/forward.ts';
import { internalNote } from './kinds/internal-note.ts';
import { postpone } from './kinds/postpone.ts';
import { proposeArchive } from './kinds/propose-archive.ts';
import { record } from './kinds/record.ts';
import { giveBack } from './kinds/return.ts';

/** Of a joint answer. `revision`: of the complaint when the officer began to write; null: not known. */
const jointAnswer = z.object({
  as: z.enum(PROPOSAL_KINDS),
  complaints: list(z.object({ id: text, revision: z.int().nullable() })),
});

/** What the command of a draft will say besides its words: the fields of the payloads, as far as chosen. */
export const draftChoices = z
  .object({
    ...giveBack.payload.shape,
    ...internalNote.payload.shape,
    ...forward.payload.shape,
    ...postpone.payload.shape,
    ...proposeArchive.payload.shape,
    ...approve.payload.shape,
    ...record.payload.shape,
    joint: jointAnswer,
  })
  .omit({ text: true, reason: true })
  .partial();
export type DraftChoices = Data<typeof draftChoices>;
