import * as z from 'zod';
import { text } from '../../schema.ts';
import { answered, refusalOfAnswer } from '../spec/answering.ts';
import { writtenCommand } from '../spec/spec.ts';

/** The last answer; nothing more is owed. */
export const finish = writtenCommand({
  payload: z.object({ text }),
  roles: ['penghubung'],
  words: 'text',
  needsWords: true,
  onlyVerified: true,
  entry: () => ({ kind: 'finish', visibility: 'public' }),
  effect: (next) => answered(next, 'finish'),
  refusal: refusalOfAnswer,
  draft: {},
});
