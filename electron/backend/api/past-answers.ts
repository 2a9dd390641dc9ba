import type { PastAnswer } from '#shared/contract/window/queue.ts';
import { asTemplate } from '#shared/domain/answers/past-answer.ts';
import { dayOfMs } from '#shared/domain/calendar/day.ts';
import { isAnswer } from '#shared/domain/complaint/entry.ts';
import type { CachedSimilar } from '../store/cache/similar.ts';
import { centralNow, type Desk } from './context.ts';
import { subjectOf } from './similar.ts';

const MOST_SHOWN = 5;
/** Most of the similar reports are not answered yet. */
const LOOKED_THROUGH = 20;

/** What the own OPD last answered to similar reports: those of the same place first, then those that speak of the same. */
export function pastAnswers(desk: Desk, id: string): PastAnswer[] {
  const { cache, basis, officer, visible } = desk.reports;
  const complaint = cache.complaints.get(id)?.complaint;
  const agency = officer().agency;
  if (complaint === undefined || agency === null) return [];
  const subject = subjectOf(complaint);
  const today = dayOfMs(centralNow(desk));
  const answerTo = (other: CachedSimilar): PastAnswer | null => {
    const report = cache.complaints.get(other.id)?.complaint;
    const answer = (report === undefined ? [] : visible(report).timeline).findLast(
      (entry) =>
        isAnswer(entry) &&
        entry.kind !== 'question' &&
        entry.author.agencyId === agency.id &&
        entry.text.trim() !== '',
    );
    if (report === undefined || answer === undefined) return null;
    return {
      id: other.id,
      trackingId: other.trackingId,
      title: other.title,
      receivedAt: other.receivedAt,
      answeredAt: answer.at,
      text: asTemplate(answer.text, report, today, basis().calendar),
      reasons: { ...other.reasons, words: [...other.reasons.words] },
    };
  };
  const similar = function* (): Iterable<CachedSimilar> {
    const here = cache.similarTo(subject, id, LOOKED_THROUGH);
    yield* here;
    const elsewhere = cache.similarTo({ ...subject, district: null, village: null }, id, LOOKED_THROUGH);
    yield* elsewhere.filter((other) => here.every((known) => known.id !== other.id));
  };
  // Each costs a report to be read: no more of them than are shown.
  const answers: PastAnswer[] = [];
  for (const other of similar()) {
    if (answers.length === MOST_SHOWN) break;
    const answer = answerTo(other);
    if (answer !== null) answers.push(answer);
  }
  return answers;
}
