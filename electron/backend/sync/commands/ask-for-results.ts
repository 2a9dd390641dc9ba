import type { CommandResult } from '#shared/contract/central/central.ts';
import type { Answer, Failure } from '../http/failure.ts';
import type { Transport } from '../http/transport.ts';

/** Questions on the way at once: a hundred answers can be lost, and a slow link takes 600 ms per question. */
const AT_ONCE = 6;

/**
 * "Belum pasti": asks the central service for the results of commands whose answer was lost. Commands of one
 * request are decided in order, so the first unknown one ends the asking; from there on they are sent again
 * with the same ids.
 * @returns `failure`: why not all of them could be asked for; null: they were, as far as that tells anything
 */
export async function askForResults(
  ids: readonly string[],
  transport: Pick<Transport, 'result'>,
  signal: AbortSignal,
): Promise<{ readonly results: readonly CommandResult[]; readonly failure: Failure | null }> {
  const results: CommandResult[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const wave = ids.slice(from, from + AT_ONCE);
    const answers = await Promise.all(wave.map((id) => transport.result(id, signal)));
    for (const answer of answers) if (answer.ok && answer.value !== null) results.push(answer.value);
    const failed = answers.find((answer) => !answer.ok && !isUnknown(answer));
    if (failed?.ok === false) return { results, failure: failed.failure };
    if (answers.some(isUnknown)) break;
  }
  return { results, failure: null };
}

/** The central service does not know the command, or not the question: the command is to be sent again. */
function isUnknown(answer: Answer<CommandResult | null>): boolean {
  return answer.ok ? answer.value === null : ['bad_request', 'too_large'].includes(answer.failure.code);
}
