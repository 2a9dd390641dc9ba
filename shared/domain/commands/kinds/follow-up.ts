import { answerCommand } from '../spec/answering.ts';

/** An answer that reporter and public see; the first one stops the clock of the first answer. */
export const followUp = answerCommand('follow_up', 'follow_up');
