import { expect, test } from 'vitest';
import { answerFirst, type Candidate } from './morning.ts';

/** A Monday; Tuesday is the next working day. */
const LIMITS = { today: '2026-09-07', soonUntil: '2026-09-08', weekUntil: '2026-09-13' };
const candidate = (id: string, changes: Partial<Candidate> = {}): Candidate => ({
  id,
  due: null,
  repliedOn: null,
  urgent: false,
  snoozedUntil: null,
  answered: false,
  ...changes,
});
const due = (day: string) => ({ due: { day, clock: 'first_answer' as const } });
const first = (candidates: readonly Candidate[]) => answerFirst(candidates, LIMITS).map(({ id }) => id);

test('late complaints come first, the longest late before the others; then what is due now; then replies', () => {
  const candidates = [
    candidate('reply', { repliedOn: '2026-09-06' }),
    candidate('today', due('2026-09-07')),
    candidate('late', due('2026-09-04')),
    candidate('later', due('2026-09-03')),
  ];
  expect(first(candidates)).toEqual(['later', 'late', 'today']);
  expect(first(candidates.slice(0, 2))).toEqual(['today', 'reply']);
});

test('a complaint to answer first says its strongest reason', () => {
  const both = candidate('both', { ...due('2026-09-04'), repliedOn: '2026-09-05' });
  const reply = candidate('reply', { ...due('2026-09-20'), repliedOn: '2026-09-05' });
  expect(answerFirst([reply, both], LIMITS)).toEqual([
    { id: 'both', why: { reason: 'late', day: '2026-09-04', clock: 'first_answer' } },
    { id: 'reply', why: { reason: 'replied', day: '2026-09-05' } },
  ]);
});

test('among equals an urgent complaint is to be answered first', () => {
  const late = [candidate('a', due('2026-09-03')), candidate('b', { ...due('2026-09-04'), urgent: true })];
  expect(first(late)).toEqual(['b', 'a']);
});

test('what can wait is not to be answered first: later this week, put off, or answered already', () => {
  expect(
    first([
      candidate('week', due('2026-09-10')),
      candidate('none'),
      candidate('snoozed', { ...due('2026-09-04'), snoozedUntil: '2026-09-08' }),
      candidate('answered', { ...due('2026-09-04'), answered: true }),
    ]),
  ).toEqual([]);
  expect(first([candidate('back', { ...due('2026-09-04'), snoozedUntil: '2026-09-07' })])).toEqual(['back']);
});
