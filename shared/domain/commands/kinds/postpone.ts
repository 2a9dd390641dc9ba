import * as z from 'zod';
import { RAW_STATUS } from '../../complaint/status.ts';
import { day, text } from '../../schema.ts';
import { writtenCommand } from '../spec/spec.ts';
import { refusalOfFutureDay } from '../spec/values.ts';

/** Tunda: with the reason, until a day or until further notice. */
export const postpone = writtenCommand({
  payload: z.object({ reason: text, until: day.nullable() }),
  roles: ['penghubung'],
  needsWords: true,
  entry: ({ until }) => ({ kind: 'postponement', detail: { until } }),
  effect: (next, { payload }) => ({
    ...next,
    rawStatus: RAW_STATUS.postponed,
    statusReason: payload.reason.trim(),
  }),
  refusal: (_, { payload, composedAt }) => refusalOfFutureDay(payload.until, composedAt),
  draft: { until: null },
});
