import { answerCommand } from '../spec/answering.ts';

/** The last answer; nothing more is owed. */
export const finish = answerCommand('finish', 'finish');
