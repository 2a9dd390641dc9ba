import type { Complaint } from '../complaint/complaint.ts';
import type { TimelineEntry } from '../complaint/entry.ts';
import { recordedOf } from '../complaint/recorded-complaint.ts';
import type { ComplaintBody } from './command.ts';

/** What the command said that wrote this entry of a complaint; null: no command wrote it. */
export function bodyOfEntry(complaint: Complaint, entry: TimelineEntry): ComplaintBody | null {
  const { kind, text } = entry;
  const detail = entry.detail ?? {};
  const { about: entryId = '', until = null } = detail;
  switch (kind) {
    case 'follow_up':
    case 'finish':
    case 'take_back':
      return { kind, payload: { text } };
    case 'question':
      return { kind: 'ask_reporter', payload: { text } };
    case 'internal_note':
      return { kind, payload: { text, ...(detail.mentions && { mentions: detail.mentions }) } };
    case 'forward':
      return { kind, payload: { to: detail.assignee ?? { officerId: null, name: '' }, text } };
    case 'return':
      return { kind, payload: { reason: text, suggestedAgency: null } };
    case 'postponement':
      return { kind: 'postpone', payload: { reason: text, until } };
    case 'archive_proposal':
      return { kind: 'propose_archive', payload: { reason: text, duplicateOf: detail.duplicateOf ?? null } };
    case 'priority':
      return { kind: 'set_priority', payload: { priority: detail.priority ?? 'normal' } };
    case 'labels':
      return { kind: 'set_labels', payload: detail.labels ?? { add: [], remove: [] } };
    case 'plan':
      return { kind, payload: { day: detail.plannedDay ?? null } };
    case 'snooze':
      return { kind, payload: { until } };
    case 'link':
      return { kind, payload: { trackingId: detail.trackingId ?? '' } };
    case 'proposal':
      return { kind: 'propose', payload: { as: detail.proposes ?? 'follow_up', text } };
    case 'approval':
      return { kind: 'approve', payload: { entryId, text } };
    case 'send_back':
      return { kind, payload: { entryId, text } };
    case 'publication':
      return { kind: 'publish', payload: { entryId } };
    case 'record':
      return { kind, payload: { report: recordedOf(complaint, detail), text: complaint.originalText } };
    case 'disposition':
    case 'reporter_reply':
    case 'import_change':
      return null;
  }
}
