import * as z from 'zod';
import { unpublishedAnswers } from '../../complaint/casework.ts';
import { id } from '../../schema.ts';
import { complaintCommand } from '../spec/spec.ts';

/** An answer that the central service has accepted now stands in LAPOR! too: who put it there, and when. */
export const publish = complaintCommand({
  payload: z.object({ entryId: id }),
  roles: ['penghubung'],
  whenClosed: true,
  entry: ({ entryId }) => ({ kind: 'publication', detail: { about: entryId } }),
  refusal: (complaint, { payload }) =>
    unpublishedAnswers(complaint).some(({ id }) => id === payload.entryId) ? null : 'not_waiting',
});
