import { oc } from '@orpc/contract';
import * as z from 'zod';
import { MAX_ATTACHMENT_BYTES } from '../../domain/complaint/attachment.ts';
import { complaint } from '../../domain/complaint/fields.ts';
import { id, line, list, record, time } from '../../domain/schema.ts';
import { byId } from '../schemas.ts';
import { draft } from './drafts.ts';
import { delivery } from './outbox.ts';

/** A file that stands on a complaint: are its bytes on this computer? */
export const fileState = z.object({
  state: z.enum(['absent', 'loading', 'here', 'failed']),
  /** Bytes that are here. */
  received: z.int().max(MAX_ATTACHMENT_BYTES),
});

/** A complaint as the officer sees it: with their own pending commands applied. */
export const caseView = z.object({
  complaint,
  /** False: it has left the agency's queue; shown from what is still known. */
  ours: z.boolean(),
  /** The officer's own commands by id (= timeline entry id), refused ones too. */
  deliveries: record(delivery),
  /** All of them at `at`. */
  drafts: list(draft),
  /** When it was so, by the clock of the drafts' `updatedAt`. */
  at: time,
  /** Names of colleagues who have the complaint open right now. */
  viewers: list(line),
  /** Of each file in the timeline, by its SHA-256. */
  files: record(fileState),
});
export type CaseView = z.infer<typeof caseView>;

export const presenceContract = {
  /** The complaint that the officer looks at, for the colleagues' screens; null: none. */
  viewing: oc.input(z.object({ complaintId: id.nullable() })).output(z.object({})),
};

export const caseContract = {
  get: oc.input(byId).output(caseView.nullable()),
};
