import { oc } from '@orpc/contract';
import * as z from 'zod';
import { draftKind } from '../../domain/commands/command.ts';
import { draftChoices } from '../../domain/commands/draft-choices.ts';
import { attachment } from '../../domain/complaint/attachment.ts';
import { writing } from './storage.ts';

/** A file of a draft. Its bytes are on the disk of this computer. */
export const draftAttachment = z.object({
  id: z.string(),
  ...attachment.shape,
  /** The file as it was given, where a smaller copy of it was made; null: there is only this one. */
  original: z.object({ sha256: z.string(), size: z.int() }).nullable(),
  /** Of those two the original is sent. */
  sendsOriginal: z.boolean(),
});
export type DraftAttachment = z.infer<typeof draftAttachment>;

export const draft = z.object({
  id: z.string(),
  complaintId: z.string(),
  kind: draftKind,
  text: z.string(),
  choices: draftChoices,
  attachments: z.array(draftAttachment).readonly(),
  /** The revision of the complaint on which the officer writes: a follow-up after it supersedes the draft. */
  trunkRevision: z.int(),
  updatedAt: z.string(),
});
export type Draft = z.infer<typeof draft>;

/** A draft with what is needed to find its complaint again, for the list of everything that is begun. */
export const listedDraft = draft.extend({ trackingId: z.string(), title: z.string() });
export type ListedDraft = z.infer<typeof listedDraft>;

/**
 * A text that is a draft again, or null where there were no words; `ok: false`: it cannot be taken back any
 * more.
 */
export const backToDraft = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), draft: draft.nullable() }),
  z.object({ ok: z.literal(false) }),
]);

export const draftToSave = z.object({
  id: z.uuid().optional(),
  complaintId: z.string(),
  kind: draftKind,
  text: z.string(),
  choices: draftChoices.default({}),
});

export const draftContract = {
  /**
   * Without `id`: the last written draft of this kind on the complaint, else a new one. Without text, files
   * and choices it is removed.
   */
  save: writing.input(draftToSave).output(z.object({ id: z.string(), updatedAt: z.string() })),
  /** Everything that is begun, the last written first. */
  list: oc.output(z.array(listedDraft).readonly()),
  /** Thrown away by the officer; `restore` brings it back. */
  remove: writing.input(z.object({ id: z.string() })).output(z.object({ ok: z.boolean() })),
  restore: writing.input(z.object({ id: z.string() })).output(backToDraft),
  /** The officer has read what colleagues answered up to this revision, and writes on. */
  rebase: writing
    .input(z.object({ id: z.string(), trunkRevision: z.int() }))
    .output(z.object({ ok: z.boolean() })),
};
