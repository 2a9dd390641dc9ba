import * as z from 'zod';
import { PRIORITIES } from '../../complaint/entry-detail.ts';
import { APPROVERS } from '../../people/roles.ts';
import { complaintCommand } from '../spec/spec.ts';

/** The agency's own order: how urgent it is. */
export const setPriority = complaintCommand({
  payload: z.object({ priority: z.enum(PRIORITIES) }),
  roles: APPROVERS,
  entry: ({ priority }) => ({ kind: 'priority', detail: { priority } }),
  refusal: (_, { payload }) => (PRIORITIES.includes(payload.priority) ? null : 'bad_value'),
});
