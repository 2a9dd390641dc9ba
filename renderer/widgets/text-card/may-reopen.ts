import type { CaseView } from '#shared/contract/window/case.ts';
import type { OutboxItem } from '#shared/contract/window/outbox.ts';
import { mayDo } from '#shared/domain/commands/registry.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import { draftKindOf } from '../../core/drafts/drafts.ts';
import { obstacleOf } from '../draft-editor/availability.ts';

/** Obstacles that do not pass by waiting: a draft would stand there for ever. */
const LASTING = ['not_ours', 'forbidden', 'closed'];

/** Can a draft of this text still become anything? It can be copied and exported in any case. */
export function mayReopen(
  item: Pick<OutboxItem, 'kind'>,
  view: Pick<CaseView, 'complaint' | 'ours'> | null,
  officer: Officer,
): boolean {
  const kind = draftKindOf(item.kind);
  // What was recorded is no complaint yet: only the role counts.
  if (kind === 'record') return mayDo(officer.role, kind);
  if (kind === null || view === null || !view.ours) return false;
  const obstacle = obstacleOf(kind, view.complaint, officer);
  return obstacle === null || !LASTING.includes(obstacle);
}
