import { expect, test } from 'vitest';
import type { EntryKind, TimelineEntry } from '#shared/domain/complaint/entry.ts';
import { sampleComplaint, sampleEntry } from '#shared/domain/testing/samples.ts';
import { headingOf } from './entry-words.ts';
import { datedWords, wordsOf } from './i18n.ts';

const dated = datedWords(wordsOf('en'), '2026-02-20');
const heading = (changes: Partial<TimelineEntry>): string =>
  headingOf(sampleEntry(changes), sampleComplaint(), dated);

test('an order of the agency is named with its day, and one that was taken back without', () => {
  expect(heading({ kind: 'plan', detail: { plannedDay: '2026-03-02' } })).toMatch(/^Plan.*: .*2 Mar/);
  expect(heading({ kind: 'plan', detail: { plannedDay: null } })).toBe('Plan removed');
  expect(heading({ kind: 'snooze', detail: { until: '2026-03-02' } })).toMatch(/^Reminder.* 2 Mar/);
  expect(heading({ kind: 'snooze', detail: { until: null } })).toBe('Reminder removed');
});

test('an entry has the words of its kind, whatever else it says', () => {
  expect(heading({ kind: 'postponement', detail: { until: null } })).toBe('Postponed');
  expect(heading({ kind: 'archive_proposal', detail: { duplicateOf: null } })).toBe(
    dated.t('entry.archive_proposal'),
  );
  expect(heading({ kind: 'follow_up', detail: null })).toBe(dated.t('entry.follow_up'));
});

test('an entry of a kind that only a newer version knows is an event, and never a name of the code', () => {
  expect(heading({ kind: 'telepathy' as EntryKind, detail: { until: null } })).toBe('Another event');
});
