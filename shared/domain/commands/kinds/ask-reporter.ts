import { answerCommand } from '../spec/answering.ts';

/** Asks the reporter for what is missing, seen like an answer; a rule can pause a clock with it. */
export const askReporter = answerCommand('ask_reporter', 'question');
