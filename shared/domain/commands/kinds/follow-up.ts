import * as z from 'zod';
import { text } from '../../schema.ts';
import { answered, refusalOfAnswer } from '../spec/answering.ts';
import { writtenCommand } from '../spec/spec.ts';

/** An answer that reporter and public see; the first one stops the clock of the first answer. */
export const followUp = writtenCommand({
  payload: z.object({ text }),
  roles: ['penghubung'],
  words: 'text',
  needsWords: true,
  onlyVerified: true,
  entry: () => ({ kind: 'follow_up', visibility: 'public' }),
  effect: (next) => answered(next, 'follow_up'),
  refusal: refusalOfAnswer,
  draft: {},
});
