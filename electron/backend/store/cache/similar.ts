import type { QueueRow } from '#shared/contract/window/queue.ts';
import { type Complaint, textOfComplaint } from '#shared/domain/complaint/complaint.ts';
import { type Likeness, likenessOf, type Subject } from '#shared/domain/text/likeness.ts';
import { type Compared, compare, MOST_DAYS_APART, SIMILAR_FROM } from '#shared/domain/text/similar.ts';
import type { Db } from '../open-database.ts';
import { statements } from '../statements.ts';
import { PATH_SEPARATOR } from './complaint-columns.ts';
import { firstNumberOf } from './complaints.ts';

type Shown = Pick<QueueRow, 'id' | 'trackingId' | 'title' | 'rawStatus' | 'bucket' | 'receivedAt'>;
export type CachedSimilar = Shown & Compared;

/** Words of the subject that the index is asked for, in the order of the text, the title first. */
const ASKED = 40;
/** A word that so many of the complaints around it have gives no candidates: they would be too many. */
const FREQUENT = 200;
/** Candidates that are read and compared, those with the weightiest shared words first. */
const COMPARED = 100;

export const HOLDERS_SQL = `
  SELECT rowid FROM complaint_fts
  WHERE complaint_fts MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid LIMIT ?`;
export const AROUND_SQL = `
  SELECT count(*) AS counted, max(receivedNo) AS reached
  FROM (SELECT receivedNo FROM complaint WHERE receivedNo BETWEEN ? AND ? ORDER BY receivedNo LIMIT ?)`;
export const CANDIDATE_SQL = `
  SELECT complaint.id, trackingId, title, visibleStatus AS rawStatus, bucket, receivedAt, district, village,
         originalText, finalText, joined
  FROM complaint LEFT JOIN category_path ON category_path.id = categoryPathId
  WHERE receivedNo = ? AND ours = 1`;

type CandidateRow = Shown &
  Pick<Complaint, 'district' | 'village' | 'originalText' | 'finalText'> & { readonly joined: string | null };

/**
 * Complaints about the same matter at the same place within three months, the likeliest first; `exceptId`
 * is not among them. Its cost does not grow with the number of complaints: each word finds 200 at most.
 */
export function similarReader(db: Db) {
  const { row, values } = statements(db);
  const holders = values<[string, number, number, number], number>(HOLDERS_SQL);
  const around = row<[number, number, number], Counted>(AROUND_SQL);
  const candidate = row<[number], CandidateRow>(CANDIDATE_SQL);

  /** The shares of complaints that have each frequent word: to ask for one again costs 0.5 ms. */
  const frequent = new Map<string, number>();

  /** How much a word of the subject weighs, and the complaints that have it; none where it is frequent. */
  const lookUp = (word: string, written: string, [from, to]: Times, all: number) => {
    const share = frequent.get(word);
    if (share !== undefined && share * all >= 2 * FREQUENT) return { having: share * all, numbers: [] };
    const match = matchOf(word, written);
    if (match === null) return null;
    const numbers = holders(match, from, to, FREQUENT);
    if (numbers.length < FREQUENT) return { having: numbers.length, numbers };
    const having = extrapolated(FREQUENT, numbers.at(-1) ?? to, [from, to]);
    if (frequent.size >= MOST_REMEMBERED) frequent.clear();
    frequent.set(word, having / all);
    return { having, numbers: [] };
  };

  /**
   * The weights of the subject's words, and the complaints that have some of them, with the weight of those.
   */
  const gather = (mine: Likeness, times: Times) => {
    const { counted, reached } = around(...times, MANY) ?? { counted: 0, reached: null };
    const all = Math.max(FEWEST, counted < MANY ? counted : extrapolated(MANY, reached ?? 0, times));
    const weights = new Map<string, number>();
    const found = new Map<number, number>();
    for (const [word, written] of [...mine.words].slice(0, ASKED)) {
      const known = lookUp(word, written, times, all);
      if (known === null) continue;
      const weight = weightOf(known.having, all);
      weights.set(word, weight);
      for (const number of known.numbers) found.set(number, (found.get(number) ?? 0) + weight ** 2);
    }
    return { weights, found };
  };

  return (subject: Subject, exceptId: string | null, limit: number): readonly CachedSimilar[] => {
    if (Number.isNaN(Date.parse(subject.at))) return [];
    const mine = likenessOf(subject);
    const { weights, found } = gather(mine, timesAround(subject.at));
    const best = [...found].sort((a, b) => b[1] - a[1]).slice(0, COMPARED);
    return best
      .flatMap(([number]) => {
        const row = candidate(number);
        if (row === null || row.id === exceptId) return [];
        const compared = compare(mine, likenessOf(subjectOf(row)), (word) => weights.get(word) ?? 0);
        return compared.score < SIMILAR_FROM ? [] : [similarOf(row, compared)];
      })
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  };
}

type Counted = { counted: number; reached: number | null };
/** Two places in the order of receipt. */
type Times = readonly [from: number, to: number];
/** Complaints that are counted one by one; more are estimated from how far the first of them reach. */
const MANY = 2_000;
/** Fewer complaints do not show which words are usual: a word of two among three would weigh nothing. */
const FEWEST = 500;
const MOST_REMEMBERED = 5_000;
const DAY_MS = 86_400_000;

/** The places in the order of receipt between which complaints are near enough in time. */
function timesAround(at: string): Times {
  const ms = Date.parse(at);
  return [firstNumberOf(ms - MOST_DAYS_APART * DAY_MS), firstNumberOf(ms + MOST_DAYS_APART * DAY_MS)];
}

/** How many there are between two times, if the first `count` of them reach up to `reached`. */
function extrapolated(count: number, reached: number, [from, to]: Times): number {
  return (count * (to - from)) / Math.max(1, reached - from);
}

/** 0-1: a word of one complaint among `all` weighs 1, a word of every complaint nothing. */
function weightOf(having: number, all: number): number {
  return having === 0 ? 1 : Math.max(0, Math.log(all / having) / Math.log(all));
}

/** The index's own words hold nothing else in Indonesian; others only count where they are compared. */
const PLAIN_WORD = /^[a-z0-9]+$/;

function matchOf(word: string, written: string): string | null {
  const forms = [...new Set([word, written])].filter((form) => PLAIN_WORD.test(form));
  return forms.length === 0 ? null : forms.map((form) => `"${form}"`).join(' OR ');
}

function subjectOf(row: CandidateRow): Subject {
  const { title, district, village, receivedAt, joined } = row;
  const categoryPath = joined === null ? [] : joined.split(PATH_SEPARATOR);
  return { title, text: textOfComplaint(row), district, village, at: receivedAt, categoryPath };
}

function similarOf(row: CandidateRow, compared: Compared): CachedSimilar {
  const { id, trackingId, title, rawStatus, bucket, receivedAt } = row;
  return { id, trackingId, title, rawStatus, bucket, receivedAt, ...compared };
}
