import type { LinkedComplaint, PastAnswer, SimilarComplaint } from '#shared/contract/window/similar.ts';
import { asTemplate } from '#shared/domain/answers/past-answer.ts';
import { dayOfMs } from '#shared/domain/calendar/day.ts';
import { type Complaint, textOfComplaint } from '#shared/domain/complaint/complaint.ts';
import { isAnswer } from '#shared/domain/complaint/entry.ts';
import type { Subject } from '#shared/domain/text/likeness.ts';
import type { CachedSimilar } from '../store/cache/similar.ts';
import type { BackendContext } from './context.ts';
import { centralNow } from './context.ts';
import type { WindowApi } from './implement.ts';

const MOST_SHOWN = 10;

/** Empty where the complaint is not known here. */
export function similarTo({ stores }: BackendContext, id: string): readonly SimilarComplaint[] {
  const { cache } = stores;
  const complaint = cache.complaints.get(id)?.complaint;
  if (complaint === undefined) return [];
  return cache.similarTo(subjectOf(complaint), id, MOST_SHOWN);
}

/** The complaints that were linked to this one. */
export function groupOf({ stores: { cache } }: BackendContext, id: string): readonly LinkedComplaint[] {
  const number = cache.complaints.get(id)?.complaint.trackingId ?? '';
  return cache.linkedTo(number).filter((linked) => linked.id !== id);
}

/** What a complaint is about. */
export function subjectOf(complaint: Complaint): Subject {
  const { title, district, village, receivedAt, categoryPath } = complaint;
  return { title, text: textOfComplaint(complaint), district, village, at: receivedAt, categoryPath };
}

export function similarToText(
  { stores }: BackendContext,
  subject: Subject,
  exceptId: string | null,
): readonly SimilarComplaint[] {
  return stores.cache.similarTo(subject, exceptId, MOST_SHOWN);
}

const MOST_ANSWERS = 5;
/** Most of the similar complaints are not answered yet. */
const LOOKED_THROUGH = 20;

/** The last answers of the own agency to similar complaints: those at the same place first. */
export function pastAnswers(context: BackendContext, id: string): readonly PastAnswer[] {
  const { cache, basis, officer, visible: project } = context.stores;
  const complaint = cache.complaints.get(id)?.complaint;
  const agency = officer().agency;
  if (complaint === undefined || agency === null) return [];
  const subject = subjectOf(complaint);
  const today = dayOfMs(centralNow(context));
  const answerTo = (other: CachedSimilar): PastAnswer | null => {
    const complaint = cache.complaints.get(other.id)?.complaint;
    const answer = (complaint === undefined ? [] : project(complaint).timeline).findLast(
      (entry) =>
        isAnswer(entry) &&
        entry.kind !== 'question' &&
        entry.author.agencyId === agency.id &&
        entry.text.trim() !== '',
    );
    if (complaint === undefined || answer === undefined) return null;
    return {
      id: other.id,
      trackingId: other.trackingId,
      title: other.title,
      receivedAt: other.receivedAt,
      answeredAt: answer.at,
      text: asTemplate(answer.text, complaint, today, basis().calendar),
      reasons: other.reasons,
    };
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
  return {
    of: os.of.handler(({ input }) => similarTo(context, input.id)),
    group: os.group.handler(({ input }) => groupOf(context, input.id)),
    answers: os.answers.handler(({ input }) => pastAnswers(context, input.id)),
    toText: os.toText.handler(({ input: { exceptId, ...subject } }) =>
      similarToText(context, subject, exceptId),
    ),
  };
}
