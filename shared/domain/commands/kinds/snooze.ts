import * as z from 'zod';
import { OFFICE } from '../../people/roles.ts';
import { day } from '../../schema.ts';
import { complaintCommand } from '../spec/spec.ts';
import { refusalOfFutureDay } from '../spec/values.ts';

/** The officer's own order: not to be seen until a working day. */
export const snooze = complaintCommand({
  payload: z.object({ until: day.nullable() }),
  roles: OFFICE,
  whenClosed: true,
  entry: ({ until }) => ({ kind: 'snooze', detail: { until } }),
  refusal: (_, { payload, composedAt }) => refusalOfFutureDay(payload.until, composedAt),
});
