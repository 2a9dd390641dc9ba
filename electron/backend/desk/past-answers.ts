import type { PastAnswer } from '#shared/contract/desk-queue.ts';
import { isAnswer, textOfReport } from '#shared/domain/complaint.ts';
import { dayOfMs } from '#shared/domain/day.ts';
import { asTemplate } from '#shared/domain/past-answer.ts';
import { centralNow, type Desk } from './desk.ts';

const MOST_SHOWN = 5;
/** Most of the similar reports are not answered yet. */
const LOOKED_THROUGH = 20;

/** What the own OPD last answered to similar reports: those of the same place first, then those that speak of the same. */
export function pastAnswers(desk: Desk, id: string): PastAnswer[] {
  const { cache, basis, officer, visible } = desk.reports;
  const complaint = cache.complaints.get(id)?.complaint;
  const agency = officer().agency;
  if (complaint === undefined || agency === null) return [];
  const { title, district, village, receivedAt, categoryPath } = complaint;
  const subject = { title, text: textOfReport(complaint), district, village, at: receivedAt, categoryPath };
  const here = cache.similarTo(subject, id, LOOKED_THROUGH);
  const elsewhere = cache.similarTo({ ...subject, district: null, village: null }, id, LOOKED_THROUGH);
  const all = [...here, ...elsewhere.filter((other) => here.every((known) => known.id !== other.id))];
  const today = dayOfMs(centralNow(desk));
  const answers = all.flatMap((other): PastAnswer[] => {
    const report = cache.complaints.get(other.id)?.complaint;
    const answer = (report === undefined ? [] : visible(report).timeline).findLast(
      (entry) =>
        isAnswer(entry) &&
        entry.kind !== 'question' &&
        entry.author.agencyId === agency.id &&
        entry.text.trim() !== '',
    );
    if (report === undefined || answer === undefined) return [];
    return [
      {
        id: other.id,
        trackingId: other.trackingId,
        title: other.title,
        receivedAt: other.receivedAt,
        answeredAt: answer.at,
        text: asTemplate(answer.text, report, today, basis().calendar),
        reasons: { ...other.reasons, words: [...other.reasons.words] },
      },
    ];
  });
  return answers.slice(0, MOST_SHOWN);
}
