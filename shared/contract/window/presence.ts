import { oc } from '@orpc/contract';
import * as z from 'zod';

export const presenceContract = {
  /** The complaint that the officer looks at, for the colleagues' screens; null: none. */
  viewing: oc.input(z.object({ complaintId: z.string().nullable() })).output(z.object({})),
};
