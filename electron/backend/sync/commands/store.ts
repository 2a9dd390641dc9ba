import type { ChangesPage, CommandResult } from '#shared/contract/central/central.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import { applyPage, type PageApplied, putComplaint } from '../../projection/apply-page.ts';
import { noteVisits } from '../../projection/note-visits.ts';
import type { Stores } from '../../projection/stores.ts';
import { type Batch, selectBatch } from './batch.ts';

/** What the commands need of the stores. Each function is one durable step. */
export type CommandsStore = {
  readonly batch: (now: number, limit: number) => Batch;
  readonly sending: (ids: readonly string[]) => void;
  readonly unanswered: (ids: readonly string[], unsure: boolean) => void;
  readonly setAside: (ids: readonly string[], until: number) => void;
  readonly results: (results: readonly CommandResult[], now: number) => void;
  readonly cursor: () => string;
  readonly loading: () => boolean;
  readonly apply: (page: ChangesPage, now: number) => PageApplied;
  /** The feed's end was reached; when the journal holds nothing, that is "tersinkron". */
  readonly reachedEnd: (now: number) => void;
  readonly setClockOff: (ms: number) => void;
};

/** Told after each change, so that the window can ask again. */
export type Changed = (
  topics: readonly ('queue' | 'case' | 'outbox' | 'reference')[],
  complaintIds: Iterable<string> | null,
) => void;

export function commandsStore(stores: Stores, changed: Changed): CommandsStore {
  const { cache, journal } = stores;
  const complaintsOf = (ids: readonly string[]): ReadonlySet<string> =>
    new Set(ids.map((id) => journal.commands.get(id)?.subject).filter((id) => id !== undefined));
  const touch = (complaintIds: Iterable<string>): void => changed(['queue', 'case', 'outbox'], complaintIds);

  return {
    batch: (now, limit) => selectBatch(journal.commands.toSend(), now, limit),
    sending: (ids) => {
      journal.write(() => journal.commands.setSending(ids));
      touch(complaintsOf(ids));
    },
    unanswered: (ids, unsure) => {
      journal.write(() => journal.commands.setUnanswered(ids, unsure));
      touch(complaintsOf(ids));
    },
    setAside: (ids, until) => {
      journal.write(() => journal.commands.setNotBefore(ids, until));
    },
    results: (answers, now) => {
      const results = answers.map((answer) => withoutLostFiles(journal, answer));
      const concerned = complaintsOf(results.map((result) => result.id));
      journal.write(() => {
        for (const result of results) {
          if (result.outcome === 'later') journal.files.missing(result.missing);
          journal.commands.setResult(result, now);
          const complaintId = journal.commands.get(result.id)?.subject;
          if (result.outcome === 'later' || complaintId === undefined) continue;
          journal.log(now, {
            event: result.outcome,
            commandId: result.id,
            complaintId,
            detail: result.outcome === 'accepted' ? result.receipt : result.code,
          });
        }
        journal.commands.passFeed(cache.feed().seq);
      });
      for (const result of results) if (result.outcome === 'refused') takeCurrent(stores, result.current);
      stores.refresh(concerned);
      touch(concerned);
    },
    cursor: () => cache.feed().cursor,
    loading: () => cache.feed().loading !== null,
    apply: (page, now) => {
      const applied = applyPage(stores, page, now);
      const seq = cache.feed().seq;
      const passed = new Set(
        journal.write(() => {
          noteVisits(journal.visits, page);
          return journal.commands.passFeed(seq);
        }),
      );
      stores.refresh(passed);
      const concerned = new Set([...applied.complaintIds, ...passed]);
      if (applied.referenceChanged) changed(['reference'], null);
      if (applied.loaded || applied.restarted) touchAll(changed);
      else if (concerned.size > 0) changed(['queue', 'case'], concerned);
      return applied;
    },
    reachedEnd: (now) => {
      if (journal.commands.counts().anything > 0) return;
      cache.write((writer) => writer.setFeed({ lastSyncedAt: new Date(now).toISOString() }));
    },
    setClockOff: (ms) => {
      if (cache.feed().clockOffMs === ms) return;
      cache.write((writer) => writer.setFeed({ clockOffMs: ms }));
    },
  };
}

/**
 * The centre waits for a file whose bytes this computer has lost (a damaged disk): the text must not wait for
 * ever.
 */
function withoutLostFiles({ files }: Stores['journal'], answer: CommandResult): CommandResult {
  if (answer.outcome !== 'later') return answer;
  const lost = answer.missing.some((sha256) => (files.find(sha256)?.state ?? 'refused') === 'refused');
  return lost ? { outcome: 'refused', id: answer.id, code: 'bad_attachment', current: null } : answer;
}

/** With a refusal comes the complaint as it stands: the officer sees at once what came between. */
function takeCurrent(stores: Stores, current: Complaint | null): void {
  if (current === null || current.agency?.id !== stores.officer().agency?.id) return;
  const known = stores.cache.complaints.find(current.id);
  if (known === null || known.revision >= current.revision) return;
  stores.cache.write((writer) => putComplaint(stores, writer, current));
}

function touchAll(changed: Changed): void {
  changed(['queue', 'case', 'outbox'], null);
}
