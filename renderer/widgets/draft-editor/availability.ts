import { applyCommand } from '#shared/domain/commands/apply-command.ts';
import { bodyOfDraft } from '#shared/domain/commands/command.ts';
import { sentAs } from '#shared/domain/commands/proposing.ts';
import type { RefusalCode } from '#shared/domain/commands/spec/refusal-codes.ts';
import { MAX_TEXT_LENGTH } from '#shared/domain/commands/spec/spec.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { isRecordedId } from '#shared/domain/complaint/recorded.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import type { Choices } from '../../core/drafts/choices.ts';
import type { DraftKind } from '../../core/drafts/drafts.ts';
import type { Translate } from '../../words/i18n.ts';

/** Refusals of what is written and chosen, which the officer can still change. */
const CHANGEABLE: readonly RefusalCode[] = ['empty_text', 'text_too_long', 'bad_value', 'own_report'];

/** Why this officer cannot do this to the complaint now, whatever the text says; null: they can. */
export function obstacleOf(
  kind: DraftKind,
  complaint: Complaint,
  officer: Officer,
  choices: Choices = {},
): RefusalCode | null {
  const probe = {
    ...sentAs(bodyOfDraft(kind, 'x', choices), officer),
    id: '',
    complaintId: complaint.id,
    trunkRevision: complaint.revision,
    after: null,
    attachments: [],
    composedAt: complaint.receivedAt,
  };
  const result = applyCommand(complaint, probe, { officer, at: complaint.receivedAt, receipt: null });
  return result.ok || CHANGEABLE.includes(result.code) ? null : result.code;
}

/** The obstacle as the sentence beside the button. */
export function obstacleWords(
  code: RefusalCode,
  kind: DraftKind,
  complaint: Complaint,
  t: Translate,
): string {
  switch (code) {
    case 'forbidden':
      return t(`command.${kind}.forbidden`);
    case 'not_ours': {
      if (isRecordedId(complaint.id) && complaint.returns === 0) return t('compose.unavailable.waiting');
      const returned = complaint.agency === null && complaint.timeline.at(-1)?.kind === 'return';
      return t(returned ? 'compose.unavailable.returning' : 'compose.unavailable.not_ours');
    }
    case 'closed':
    case 'not_waiting':
    case 'own_text':
    case 'not_verified':
      return t(`compose.unavailable.${code}`);
    default:
      return t('compose.unavailable.other');
  }
}

/** Characters left, when that is worth saying: near the limit, negative beyond it. */
export function charactersLeft(text: string): number | null {
  const left = MAX_TEXT_LENGTH - text.length;
  return left <= 1_000 ? left : null;
}
