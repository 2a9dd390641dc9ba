import * as z from 'zod';
import { attachment, MAX_ATTACHMENTS } from '../../complaint/attachment.ts';
import { type Data, id, instant, list, open } from '../../schema.ts';

/** What every command has besides its kind and payload. */
export const envelope = open({
  /** UUIDv7, made where the command was composed; the key of "at most once". */
  id: z.uuid(),
  /** The complaint that it is done to; null: it is done to the templates of the officer's agency. */
  complaintId: id.nullable(),
  /** The revision of the complaint, as the central service last sent it, on which the officer worked. */
  trunkRevision: z.int().min(0),
  /** The officer's previous command on the same complaint, if the central service had not yet answered it. */
  after: z.uuid().nullable(),
  /** The files that go with the text; each must be whole at the central service before it decides. */
  attachments: list(attachment, 10 * MAX_ATTACHMENTS),
  /** By the clock of the officer's PC: evidence only, never an order. */
  composedAt: instant,
});
export type Envelope = Data<typeof envelope>;
