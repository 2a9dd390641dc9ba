import { useMemo } from 'react';
import { type AnswerCheck, checksOf } from '#shared/domain/answers/answer-checks.ts';
import { COMMANDS } from '#shared/domain/commands/registry.ts';
import { wordsFieldOf } from '#shared/domain/commands/spec/spec.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { isProposalKind } from '#shared/domain/complaint/entry-detail.ts';
import type { DraftKind } from '../../core/drafts/drafts.ts';
import type { Translate } from '../../words/i18n.ts';
import { useReference } from '../../words/reference.tsx';

/** What speaks against sending this text as it is, in the order in which it is said. */
export function useChecks(kind: DraftKind, text: string, complaint: Complaint): readonly AnswerCheck[] {
  const { basis, today } = useReference();
  return useMemo(() => {
    const isPublic = isRead(kind);
    const goesOut = isPublic || wordsFieldOf(COMMANDS[kind].payload) === 'reason';
    const isProgress = kind === 'follow_up';
    return checksOf({ text, goesOut, isPublic, isProgress }, complaint, today, basis.calendar);
  }, [kind, text, complaint, today, basis.calendar]);
}

/** Will reporter and public read it? */
export function isRead(kind: DraftKind): boolean {
  return isProposalKind(kind) || kind === 'approve';
}

export function checkWords(found: AnswerCheck, t: Translate): string {
  switch (found.check) {
    case 'unfilled':
      return t('checks.unfilled', { names: [...new Set(found.gaps.map(({ name }) => name))].join(', ') });
    case 'names_reporter':
      return t('checks.names_reporter', { name: found.name });
    case 'no_next_step':
      return t('checks.no_next_step');
  }
}
