import { oc } from '@orpc/contract';
import * as z from 'zod';
import { why } from '../../domain/deadlines/morning.ts';
import { day, list, time } from '../../domain/schema.ts';
import { named } from '../schemas.ts';
import { writing } from './storage.ts';

/** The first look of the day, from what this computer knows. */
export const morning = z.object({
  /** It has not been shown today, and it is not the first day on this computer. */
  due: z.boolean(),
  /** At most three, the first one first. */
  first: list(named.extend({ why })),
  /** Unread complaints that came since `since`; `more`: at least so many. */
  arrived: z.object({ count: z.int(), more: z.boolean(), since: day }),
  refused: z.int(),
  undelivered: z.int(),
  /** Complaints here, closed ones too. */
  known: z.int(),
  /** Null: never. */
  lastSyncedAt: time.nullable(),
});
export type Morning = z.infer<typeof morning>;

export const morningContract = {
  get: oc.output(morning),
  /** The officer looks at the window: it does not come by itself again today, and what comes later is new. */
  seen: writing.output(z.object({})),
};
