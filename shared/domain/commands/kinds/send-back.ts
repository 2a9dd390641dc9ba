import * as z from 'zod';
import { proposalOf } from '../../complaint/casework.ts';
import { APPROVERS } from '../../people/roles.ts';
import { id, text } from '../../schema.ts';
import { writtenCommand } from '../spec/spec.ts';

/** Returns a proposed text to its author, with a remark. */
export const sendBack = writtenCommand({
  payload: z.object({ entryId: id, text }),
  roles: APPROVERS,
  needsWords: true,
  whenClosed: true,
  entry: ({ entryId }) => ({ kind: 'send_back', detail: { about: entryId } }),
  refusal: (complaint, { payload }) =>
    proposalOf(complaint, payload.entryId)?.state === 'waiting' ? null : 'not_waiting',
  draft: { entryId: '' },
});
