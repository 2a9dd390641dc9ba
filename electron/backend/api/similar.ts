import type { PastAnswer } from '#shared/contract/window/similar.ts';
import { asTemplate } from '#shared/domain/answers/past-answer.ts';
import { dayOfMs } from '#shared/domain/calendar/day.ts';
import { type Complaint, textOfComplaint } from '#shared/domain/complaint/complaint.ts';
import { isAnswer } from '#shared/domain/complaint/entry.ts';
import type { Subject } from '#shared/domain/text/likeness.ts';
import type { CachedSimilar } from '../store/cache/similar.ts';
import { type BackendContext, centralNow } from './context.ts';
import type { WindowApi } from './implement.ts';

const MOST_SHOWN = 10;

/** What a complaint is about. */
function subjectOf(complaint: Complaint): Subject {
  const { title, district, village, receivedAt, categoryPath } = complaint;
  return { title, text: textOfComplaint(complaint), district, village, at: receivedAt, categoryPath };
}

const MOST_ANSWERS = 5;
/** Most of the similar complaints are not answered yet. */
const LOOKED_THROUGH = 20;

/** The last answers of the own agency to similar complaints: those at the same place first. */
function pastAnswers(context: BackendContext, id: string): readonly PastAnswer[] {
  const { cache, basis, officer, project } = context;
  const complaint = cache.complaints.get(id)?.complaint;
  const agency = officer().agency;
  if (complaint === undefined || agency === null) return [];
  const subject = subjectOf(complaint);
  const today = dayOfMs(centralNow(context));
  const answerTo = ({ id, trackingId, title, receivedAt, reasons }: CachedSimilar): PastAnswer | null => {
    const other = cache.complaints.get(id)?.complaint;
    const answer = (other === undefined ? [] : project(other).timeline).findLast(
      (entry) =>
        isAnswer(entry) &&
        entry.kind !== 'question' &&
        entry.author.agencyId === agency.id &&
        entry.text.trim() !== '',
    );
    if (other === undefined || answer === undefined) return null;
    const text = asTemplate(answer.text, other, today, basis().calendar);
    return { id, trackingId, title, receivedAt, answeredAt: answer.at, text, reasons };
  };
  const similar = function* (): Iterable<CachedSimilar> {
    const here = cache.similarTo(subject, id, LOOKED_THROUGH);
    yield* here;
    const elsewhere = cache.similarTo({ ...subject, district: null, village: null }, id, LOOKED_THROUGH);
    yield* elsewhere.filter((other) => here.every((known) => known.id !== other.id));
  };
  // Each costs a complaint to be read: no more of them than are shown.
  const answers: PastAnswer[] = [];
  for (const other of similar()) {
    if (answers.length === MOST_ANSWERS) break;
    const answer = answerTo(other);
    if (answer !== null) answers.push(answer);
  }
  return answers;
}

export function similarHandlers(os: WindowApi['similar'], context: BackendContext) {
  const { cache } = context;
  return {
    of: os.of.handler(({ input: { id } }) => {
      const complaint = cache.complaints.get(id)?.complaint;
      return complaint === undefined ? [] : cache.similarTo(subjectOf(complaint), id, MOST_SHOWN);
    }),
    group: os.group.handler(({ input: { id } }) => {
      const number = cache.complaints.get(id)?.complaint.trackingId ?? '';
      return cache.linkedTo(number).filter((linked) => linked.id !== id);
    }),
    answers: os.answers.handler(({ input }) => pastAnswers(context, input.id)),
    toText: os.toText.handler(({ input: { exceptId, ...subject } }) =>
      cache.similarTo(subject, exceptId, MOST_SHOWN),
    ),
  };
}
