import { applyCommand } from '#shared/domain/apply-command.ts';
import { type CommandBody, MAX_TEXT_LENGTH, type RefusalCode } from '#shared/domain/command.ts';
import type { Complaint } from '#shared/domain/complaint.ts';
import type { Officer } from '#shared/domain/roles.ts';
import type { Translate } from '../../app/i18n.ts';
import type { DraftKind } from './drafts.ts';

/** The command that a text of a kind becomes. */
export function bodyOf(kind: DraftKind, text: string, suggestedAgency: string | null): CommandBody {
  switch (kind) {
    case 'follow_up':
    case 'internal_note':
      return { kind, payload: { text } };
    case 'return':
      return { kind, payload: { reason: text, suggestedAgency } };
  }
}

/** Why this officer cannot do this to this report now, whatever the text says; null when they can. The domain decides. */
export function obstacleOf(kind: DraftKind, complaint: Complaint, officer: Officer): RefusalCode | null {
  const probe = {
    ...bodyOf(kind, 'x', null),
    id: '',
    complaintId: complaint.id,
    trunkRevision: complaint.revision,
    after: null,
    attachments: [],
    composedAt: complaint.receivedAt,
  };
  const result = applyCommand(complaint, probe, { officer, at: complaint.receivedAt, receipt: null });
  return result.ok ? null : result.code;
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
      return t(`compose.unavailable.forbidden_${kind}`);
    case 'not_ours': {
      const returned = complaint.agency === null && complaint.timeline.at(-1)?.kind === 'return';
      return t(returned ? 'compose.unavailable.returning' : 'compose.unavailable.not_ours');
    }
    case 'closed':
      return t('compose.unavailable.closed');
    case 'not_verified':
      return t('compose.unavailable.not_verified');
    default:
      return t('compose.unavailable.other');
  }
}

/** Characters left, when that is worth saying: near the limit, negative beyond it. */
export function charactersLeft(text: string): number | null {
  const left = MAX_TEXT_LENGTH - text.length;
  return left <= 1_000 ? left : null;
}
