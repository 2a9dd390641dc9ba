import type { Day } from '#shared/domain/calendar/day.ts';
import type { CommandBody } from '#shared/domain/commands/command.ts';
import { trackingIdOf } from '#shared/domain/complaint/complaint.ts';
import type { Assignee } from '#shared/domain/complaint/entry-detail.ts';
import type { BulkAction } from '../../core/state/navigation.ts';

export type BulkChoice = {
  readonly to: Assignee;
  readonly text: string;
  readonly label: string;
  readonly until: Day | null;
  /** Id of the complaint that the others belong to. */
  readonly lead: string;
};

export function firstChoice(ids: readonly string[]): BulkChoice {
  return { to: { officerId: null, name: '' }, text: '', label: '', until: null, lead: ids[0] ?? '' };
}

/** The command for each of the complaints. Null: not enough is chosen yet. */
export function bodyOf(action: BulkAction, { to, text, label, until, lead }: BulkChoice): CommandBody | null {
  switch (action) {
    case 'forward':
      return to.name.trim() === '' ? null : { kind: 'forward', payload: { to, text } };
    case 'label':
      return label.trim() === ''
        ? null
        : { kind: 'set_labels', payload: { add: [label.trim()], remove: [] } };
    case 'snooze':
      return until === null ? null : { kind: 'snooze', payload: { until } };
    case 'group': {
      const trackingId = trackingIdOf(lead);
      return trackingId === null ? null : { kind: 'link', payload: { trackingId } };
    }
  }
}
