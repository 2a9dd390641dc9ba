import * as z from 'zod';
import { PROPOSAL_KINDS } from '../../complaint/entry-detail.ts';
import { WRITERS } from '../../people/roles.ts';
import { text } from '../../schema.ts';
import { complaintCommand } from '../spec/spec.ts';

/** A text that somebody else must approve before it is said to the reporter. */
export const propose = complaintCommand({
  payload: z.object({ as: z.enum(PROPOSAL_KINDS), text }),
  roles: WRITERS,
  needsWords: true,
  entry: ({ as }) => ({ kind: 'proposal', detail: { proposes: as } }),
});
