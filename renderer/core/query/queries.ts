import type { CaseView } from '#shared/contract/window/case.ts';
import type { MovedDeadlines } from '#shared/contract/window/deadlines.ts';
import type { ListedDraft } from '#shared/contract/window/drafts.ts';
import type { JointPreview } from '#shared/contract/window/joint.ts';
import type { Morning } from '#shared/contract/window/morning.ts';
import type { OutboxItem } from '#shared/contract/window/outbox.ts';
import type { ListOrder, SearchAnswer } from '#shared/contract/window/queue.ts';
import type { Session } from '#shared/contract/window/session.ts';
import type { Settings } from '#shared/contract/window/settings.ts';
import type { LinkedReport, PastAnswer, SimilarReport } from '#shared/contract/window/similar.ts';
import type { SyncEvent, SyncStatus } from '#shared/contract/window/sync.ts';
import type { SavedView, ViewCount } from '#shared/contract/window/views.ts';
import type { Template } from '#shared/domain/answers/templates.ts';
import type { Day } from '#shared/domain/calendar/day.ts';
import type { CommandBody } from '#shared/domain/commands/command.ts';
import type { OfficeTemplate } from '#shared/domain/commands/spec/office-templates.ts';
import type { ValueField } from '#shared/domain/text/search-query.ts';
import type { Desk } from '../transport/desk.ts';
import type { Query } from './query-cache.ts';

export type Reference = Awaited<ReturnType<Desk['reference']['get']>>;
export type Preview = Awaited<ReturnType<Desk['command']['previewMany']>>;
export type Counts = Awaited<ReturnType<Desk['queue']['counts']>>;

export const sessionQuery = (desk: Desk): Query<Session> => ({
  key: 'session',
  topics: ['session'],
  complaintId: null,
  fetch: () => desk.session.get(),
});

export const referenceQuery = (desk: Desk): Query<Reference> => ({
  key: 'reference',
  topics: ['reference'],
  complaintId: null,
  fetch: () => desk.reference.get(),
});

export const settingsQuery = (desk: Desk): Query<Settings> => ({
  key: 'settings',
  topics: ['settings'],
  complaintId: null,
  fetch: () => desk.settings.get(),
});

export const templatesQuery = (desk: Desk): Query<readonly Template[]> => ({
  key: 'templates',
  topics: ['settings'],
  complaintId: null,
  fetch: () => desk.template.list(),
});

export const officeTemplatesQuery = (desk: Desk): Query<readonly OfficeTemplate[]> => ({
  key: 'office templates',
  topics: ['reference', 'outbox'],
  complaintId: null,
  fetch: () => desk.template.office(),
});

export const statusQuery = (desk: Desk): Query<SyncStatus> => ({
  key: 'sync',
  topics: ['sync', 'outbox'],
  complaintId: null,
  fetch: () => desk.sync.status(),
});

export const logQuery = (desk: Desk): Query<readonly SyncEvent[]> => ({
  key: 'log',
  topics: ['log'],
  complaintId: null,
  fetch: () => desk.sync.log(),
});

export const movedQuery = (desk: Desk): Query<MovedDeadlines | null> => ({
  key: 'moved',
  topics: ['session'],
  complaintId: null,
  fetch: () => desk.deadlines.moved(),
});

export const offlineDaysQuery = (desk: Desk, from: Day, to: Day): Query<readonly Day[]> => ({
  key: `offline ${from} ${to}`,
  topics: ['log'],
  complaintId: null,
  fetch: () => desk.deadlines.offlineDays({ from, to }),
});

export const previewQuery = (
  desk: Desk,
  complaintIds: readonly string[],
  body: CommandBody,
): Query<Preview> => ({
  key: `preview ${JSON.stringify([complaintIds, body])}`,
  topics: ['queue', 'case'],
  complaintId: null,
  fetch: () => desk.command.previewMany({ complaintIds: [...complaintIds], body }),
});

/** What each reporter would read of one answer. */
export type JointText = Parameters<Desk['command']['previewJoint']>[0];

export const jointPreviewQuery = (desk: Desk, text: JointText): Query<JointPreview> => ({
  key: `joint ${JSON.stringify(text)}`,
  topics: ['queue', 'case'],
  complaintId: null,
  fetch: () => desk.command.previewJoint(text),
});

export const countsQuery = (desk: Desk): Query<Counts> => ({
  key: 'counts',
  topics: ['queue', 'outbox', 'reference'],
  complaintId: null,
  fetch: () => desk.queue.counts(),
});

export const caseQuery = (desk: Desk, id: string): Query<CaseView | null> => ({
  key: `case ${id}`,
  topics: ['case', 'outbox'],
  complaintId: id,
  fetch: () => desk.case.get({ id }),
});

/** Any report may become similar to this one. */
export const similarQuery = (desk: Desk, id: string): Query<readonly SimilarReport[]> => ({
  key: `similar ${id}`,
  topics: ['queue'],
  complaintId: null,
  fetch: () => desk.similar.of({ id }),
});

/** Any report may be linked to this one. */
export const groupQuery = (desk: Desk, id: string): Query<readonly LinkedReport[]> => ({
  key: `group ${id}`,
  topics: ['queue'],
  complaintId: null,
  fetch: () => desk.similar.group({ id }),
});

/** Any report may become similar to this one, or be answered. */
export const answersQuery = (desk: Desk, id: string): Query<readonly PastAnswer[]> => ({
  key: `answers ${id}`,
  topics: ['queue'],
  complaintId: null,
  fetch: () => desk.similar.answers({ id }),
});

/** What a text that is no report yet would be about. */
export type SimilarSubject = Omit<Parameters<Desk['similar']['toText']>[0], 'exceptId'>;

export const similarToTextQuery = (desk: Desk, subject: SimilarSubject): Query<readonly SimilarReport[]> => ({
  key: `similar text ${JSON.stringify(subject)}`,
  topics: ['queue'],
  complaintId: null,
  fetch: () => desk.similar.toText(subject),
});

export const outboxQuery = (desk: Desk): Query<readonly OutboxItem[]> => ({
  key: 'outbox',
  topics: ['outbox'],
  complaintId: null,
  fetch: () => desk.outbox.list(),
});

export const draftsQuery = (desk: Desk): Query<readonly ListedDraft[]> => ({
  key: 'drafts',
  topics: ['outbox'],
  complaintId: null,
  fetch: () => desk.draft.list(),
});

export const filterValuesQuery = (
  desk: Desk,
  field: ValueField,
  typed: string,
): Query<readonly string[]> => ({
  key: `values ${field} ${typed}`,
  topics: ['queue'],
  complaintId: null,
  fetch: () => desk.queue.filterValues({ field, typed }),
});

export const morningQuery = (desk: Desk): Query<Morning> => ({
  key: 'morning',
  topics: ['queue', 'outbox', 'reference', 'sync'],
  complaintId: null,
  fetch: () => desk.morning.get(),
});

export const savedViewsQuery = (desk: Desk): Query<readonly SavedView[]> => ({
  key: 'views',
  topics: ['settings'],
  complaintId: null,
  fetch: () => desk.views.list(),
});

export const viewCountsQuery = (desk: Desk): Query<Record<string, ViewCount>> => ({
  key: 'view counts',
  topics: ['queue', 'reference', 'settings'],
  complaintId: null,
  fetch: () => desk.views.counts(),
});

/** More hits than this are not a search any more: the officer is asked for another word. */
export const SEARCH_LIMIT = 200;

export const searchQuery = (
  desk: Desk,
  text: string,
  limit = SEARCH_LIMIT,
  order?: ListOrder,
): Query<SearchAnswer> => ({
  key: `search ${limit} ${order} ${text}`,
  topics: ['queue'],
  complaintId: null,
  fetch: () => desk.queue.search({ text, limit, order }),
});
