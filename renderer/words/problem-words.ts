import type { RefusalCode } from '#shared/domain/commands/spec/refusal-codes.ts';
import { messages } from '#shared/i18n/messages.ts';
import { isLineOver } from '../core/transport/ask-again.ts';
import { storageProblemOf } from '../core/transport/storage-problem.ts';
import { hasWords, type MessageKey, type Translate } from './i18n.ts';

/** Why a command is not possible, in the few words that fit in a row; the other reasons are rare there. */
export function shortReason(code: RefusalCode): keyof typeof messages.id.window.bulk.reason {
  return hasWords(messages.id.window.bulk.reason, code) ? code : 'other';
}

/**
 * Why the backend did not do what it was asked: the disk did not take it, or the question failed. Where it
 * ended twice under the question, nobody knows whether it was done.
 */
export function failureWords(
  error: unknown,
  t: Translate,
  otherwise: MessageKey = 'attention.not_done',
): string {
  const code = storageProblemOf(error);
  if (isLineOver(error)) return t('attention.not_known');
  return code === null ? t(otherwise) : t(`compose.not_kept.${code}`);
}
