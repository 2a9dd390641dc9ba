import type { ChangesPage, CommandResult } from '#shared/contract/central/central.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { type News, nameOf } from '#shared/domain/news/news.ts';
import { applyPage, putComplaint } from '../../projection/apply-page.ts';
import { comparison } from '../../projection/compare.ts';
import { keepOnlyOwnAgency } from '../../projection/own-agency.ts';
import { newsIn } from '../../projection/page-news.ts';
import type { Stores } from '../../projection/stores.ts';
import { BESIDE_THE_FEED } from '../../store/cache/digest.ts';
import { boundedWait } from '../running/retry.ts';
import { type Batch, selectBatch } from './batch.ts';

/** Told after each change, so that the window can ask again. */
export type Changed = (
  topics: readonly ('queue' | 'case' | 'outbox' | 'reference')[],
  complaintIds: Iterable<string> | null,
) => void;

export type CommandsStore = ReturnType<typeof commandsStore>;

/** What the commands need of the stores. Each function is one durable step. */
export function commandsStore(
  stores: Stores,
  changed: Changed,
  noticed: (news: readonly News[]) => void = () => {},
) {
  const { cache, journal } = stores;
  const { commands, files, log, proof, write } = journal;
  const complaintsOf = (ids: readonly string[]): Set<string> =>
    new Set(ids.map((id) => commands.get(id)?.subject).filter((id) => id !== undefined));
  const touch = (complaintIds: Iterable<string> | null): void =>
    changed(['queue', 'case', 'outbox'], complaintIds);

  return {
    batch: (now: number, limit: number): Batch => selectBatch(commands.toSend(), now, limit),
    sending: (ids: readonly string[]): void => {
      write(() => commands.setSending(ids));
      touch(complaintsOf(ids));
    },
    unanswered: (ids: readonly string[], unsure: boolean): void => {
      write(() => commands.setUnanswered(ids, unsure));
      touch(complaintsOf(ids));
    },
    setAside: (ids: readonly string[], until: number): void => {
      write(() => commands.setAside(ids, until));
      touch(complaintsOf(ids));
    },
    releaseAside: (): void => {
      if (commands.counts().aside > 0) write(() => commands.releaseAside());
    },
    results: (answers: readonly CommandResult[], now: number): void => {
      const results = answers.map((answer) => withoutLostFiles(journal, withBoundedWait(answer)));
      const concerned = complaintsOf(results.map(({ id }) => id));
      write(() => {
        for (const result of results) {
          const { outcome, id: commandId } = result;
          if (outcome === 'later') files.missing(result.missing);
          commands.setResult(result, now);
          const complaintId = commands.get(commandId)?.subject;
          if (outcome === 'later' || complaintId === undefined) continue;
          if (outcome === 'accepted' && result.proof !== undefined) proof.keep(result.proof);
          const detail = outcome === 'accepted' ? result.receipt : result.code;
          log(now, { event: outcome, commandId, complaintId, detail });
        }
        commands.passFeed(cache.feed().seq);
        for (const subject of commands.refuseFollowers(now)) concerned.add(subject);
      });
      for (const result of results) if (result.outcome === 'refused') takeCurrent(stores, result.current);
      noticed(refusedIn(stores, results));
      stores.refresh(concerned);
      touch(concerned);
    },
    /** In the feed of the officer's agency: what another one's has left goes first, if there is room. */
    cursor: (): string => {
      keepOnlyOwnAgency(stores);
      return cache.feed().cursor;
    },
    loading: () => cache.feed().loading !== null,
    apply: (page: ChangesPage, now: number) => {
      const news = newsIn(page, cache);
      const applied = applyPage(stores, page, now);
      noticed(news);
      const { seq } = cache.feed();
      const passed = write(() => {
        noteVisits(journal, page);
        return new Set(commands.passFeed(seq));
      });
      stores.refresh(passed);
      const concerned = new Set([...applied.complaintIds, ...passed]);
      if (applied.referenceChanged) changed(['reference'], null);
      if (applied.loaded || applied.restarted) touch(null);
      else if (concerned.size > 0) changed(['queue', 'case'], concerned);
      return applied;
    },
    reachedEnd: comparison(stores),
    setClockOff: (ms: number): void => {
      if (cache.feed().clockOffMs === ms) return;
      cache.write((writer) => writer.setFeed({ clockOffMs: ms }));
    },
  };
}

/** An officer who published an answer in LAPOR! was signed in there. */
function noteVisits({ visits }: Stores['journal'], { changes }: ChangesPage): void {
  for (const change of changes) {
    if (change.type !== 'upsert') continue;
    const at = change.complaint.timeline.findLast(({ kind }) => kind === 'publication')?.at;
    if (at !== undefined) visits.seen(at);
  }
}

function withBoundedWait(answer: CommandResult): CommandResult {
  if (answer.outcome !== 'later') return answer;
  return { ...answer, retryAfterMs: boundedWait(answer.retryAfterMs) };
}

/** The bytes of a missing file are lost here too (a damaged disk): its text must not wait for ever. */
function withoutLostFiles({ files }: Stores['journal'], answer: CommandResult): CommandResult {
  if (answer.outcome !== 'later') return answer;
  const lost = answer.missing.some((sha256) => files.held(sha256) === null);
  return lost ? { outcome: 'refused', id: answer.id, code: 'bad_attachment', current: null } : answer;
}

function refusedIn({ cache, journal }: Stores, results: readonly CommandResult[]): readonly News[] {
  return results.flatMap(({ outcome, id }): News[] => {
    const complaintId = journal.commands.get(id)?.subject;
    const complaint = complaintId === undefined ? undefined : cache.complaints.get(complaintId)?.complaint;
    return outcome === 'refused' && complaint !== undefined
      ? [{ ...nameOf(complaint), kind: 'refused' }]
      : [];
  });
}

/** With a refusal comes the complaint as it stands: the officer sees at once what came between. */
function takeCurrent(stores: Stores, current: Complaint | null): void {
  if (current === null || current.agency?.id !== stores.officer().agency?.id) return;
  const known = stores.cache.complaints.find(current.id);
  if (known === null || known.revision >= current.revision) return;
  const beside = { complaint: current, mark: BESIDE_THE_FEED };
  stores.cache.write((writer) => putComplaint(stores, writer, beside));
}
