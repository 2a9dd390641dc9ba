import * as z from 'zod';
import { text } from '../../schema.ts';
import { answered, refusalOfAnswer } from '../spec/answering.ts';
import { writtenCommand } from '../spec/spec.ts';

/** Asks the reporter for what is missing, seen like an answer; a rule can pause a clock with it. */
export const askReporter = writtenCommand({
  payload: z.object({ text }),
  roles: ['penghubung'],
  words: 'text',
  needsWords: true,
  onlyVerified: true,
  entry: () => ({ kind: 'question', visibility: 'public' }),
  effect: (next) => answered(next, 'ask_reporter'),
  refusal: refusalOfAnswer,
  draft: {},
});
