import * as z from 'zod';
import { id, text } from '../../schema.ts';
import { writtenCommand } from '../spec/spec.ts';

/** Asks the Admin Instansi to archive it, as a duplicate of another one. */
export const proposeArchive = writtenCommand({
  payload: z.object({ reason: text, duplicateOf: id.nullable() }),
  roles: ['penghubung'],
  needsWords: true,
  entry: ({ duplicateOf }) => ({ kind: 'archive_proposal', detail: { duplicateOf } }),
  refusal: (complaint, { payload }) => (payload.duplicateOf === complaint.trackingId ? 'own_report' : null),
  draft: { duplicateOf: null },
});
