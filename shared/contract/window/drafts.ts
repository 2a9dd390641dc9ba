import { oc } from '@orpc/contract';
import * as z from 'zod';
import { draftKind } from '../../domain/commands/command.ts';
import { draftChoices } from '../../domain/commands/draft-choices.ts';
import { attachment } from '../../domain/complaint/attachment.ts';
import { id, line, list, text, time } from '../../domain/schema.ts';
import { byId, done } from '../schemas.ts';
import { writing } from './storage.ts';

/** A file of a draft. Its bytes are on the disk of this computer. */
export const draftAttachment = z.object({
  id,
  ...attachment.shape,
  /** The file as it was given, where a smaller copy of it was made; null: there is only this one. */
  original: z.object({ sha256: id, size: z.int() }).nullable(),
  /** Of those two the original is sent. */
  sendsOriginal: z.boolean(),
});
export type DraftAttachment = z.infer<typeof draftAttachment>;

export const draft = z.object({
  id,
  complaintId: id,
  kind: draftKind,
  text,
  choices: draftChoices,
  attachments: list(draftAttachment),
  /** The revision of the complaint on which the officer writes: a follow-up after it supersedes the draft. */
  trunkRevision: z.int(),
  updatedAt: time,
});
export type Draft = z.infer<typeof draft>;

/** A draft with what is needed to find its complaint again, for the list of everything that is begun. */
export const listedDraft = draft.extend({ trackingId: id, title: line });
export type ListedDraft = z.infer<typeof listedDraft>;

/** A text that is a draft again; null: it had no words. `ok: false`: it cannot be taken back any more. */
export const backToDraft = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), draft: draft.nullable() }),
  z.object({ ok: z.literal(false) }),
]);

/** Where in the text the officer writes, in UTF-16 units from its start; null: they left the field. */
const writingPlace = z.object({ from: z.int().min(0), to: z.int().min(0) }).nullable();
export type WritingPlace = z.infer<typeof writingPlace>;

export const draftToSave = z.object({
  id: z.uuid().optional(),
  complaintId: id,
  kind: draftKind,
  text,
  choices: draftChoices.default({}),
  caret: writingPlace.optional(),
});

export const draftContract = {
  /** Without `id`: the last draft of this kind on the complaint, or a new one. An empty draft is removed. */
  save: writing.input(draftToSave).output(z.object({ id, updatedAt: time })),
  list: oc.output(list(listedDraft)),
  /** The caret moved, and the text did not change. */
  moveCaret: writing.input(z.object({ id, caret: writingPlace })).output(z.object({})),
  /** The draft that the officer was writing last; null: they had left it, or it is gone. */
  place: oc.output(z.object({ draft, caret: writingPlace.unwrap() }).nullable()),
  /** Thrown away by the officer; `restore` brings it back. */
  remove: writing.input(byId).output(done),
  restore: writing.input(byId).output(backToDraft),
  /** The officer has read what colleagues answered up to this revision, and writes on. */
  rebase: writing.input(z.object({ id, trunkRevision: z.int() })).output(done),
};
