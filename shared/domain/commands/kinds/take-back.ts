import * as z from 'zod';
import { caseworkOf } from '../../complaint/casework.ts';
import { text } from '../../schema.ts';
import { complaintCommand } from '../spec/spec.ts';

export const takeBack = complaintCommand({
  payload: z.object({ text }),
  roles: ['penghubung'],
  entry: () => ({ kind: 'take_back' }),
  refusal: (complaint) => (caseworkOf(complaint).assignee === null ? 'not_forwarded' : null),
});
