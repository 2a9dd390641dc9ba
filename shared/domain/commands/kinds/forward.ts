import * as z from 'zod';
import { assignee } from '../../complaint/entry-detail.ts';
import { text } from '../../schema.ts';
import { writtenCommand } from '../spec/spec.ts';
import { isName } from '../spec/values.ts';

/** A sub-unit or a pelaksana of the agency works on it; the agency stays responsible. */
export const forward = writtenCommand({
  payload: z.object({ to: assignee, text }),
  roles: ['penghubung'],
  entry: ({ to }) => ({ kind: 'forward', detail: { assignee: to } }),
  refusal: (_, { payload }) => (isName(payload.to.name) ? null : 'bad_value'),
  draft: { to: { officerId: null, name: '' } },
});
