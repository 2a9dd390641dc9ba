import * as z from 'zod';
import { isRealDay } from '../../calendar/day.ts';
import { OFFICE } from '../../people/roles.ts';
import { day } from '../../schema.ts';
import { complaintCommand } from '../spec/spec.ts';

/** The agency's own order: the day on which it means to work on it. */
export const plan = complaintCommand({
  payload: z.object({ day: day.nullable() }),
  roles: OFFICE,
  entry: ({ day: plannedDay }) => ({ kind: 'plan', detail: { plannedDay } }),
  refusal: (_, { payload }) => (payload.day === null || isRealDay(payload.day) ? null : 'bad_value'),
});
