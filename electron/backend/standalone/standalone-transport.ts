import type { Change, ChangesPage } from '#shared/contract/central/central.ts';
import type { Reference } from '#shared/contract/schemas.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import { type Clock, sleepUnlessAborted } from '../base/clock.ts';
import type { JournalStore } from '../store/journal/journal-store.ts';
import { STANDALONE_PREFIX } from '../store/settings/session-table.ts';
import type { Answer } from '../sync/http/failure.ts';
import type { Connector, FileTransport, Transport } from '../sync/http/transport.ts';
import { decide, standaloneComplaint } from './decide.ts';

/** There is no other side that could hold something else. */
const NOT_COMPARED = 0;

/**
 * Stands in for the central service where an office has none: a feed and decisions out of the journal. So
 * everything above it works alike, and nothing leaves this computer.
 */
export function standaloneCentral(journal: JournalStore, officer: () => Officer, clock: Clock) {
  const { standalone } = journal;
  let growth = new AbortController();
  /** The feed has grown: whoever waits for it hears it. */
  const grown = (): void => {
    growth.abort();
    growth = new AbortController();
  };
  const page = (after: string, limit: number): ChangesPage => {
    const epoch = standalone.epoch() ?? journal.write(standalone.beginEpoch);
    const [epochOfCursor, seq] = after.split('/');
    const from = epochOfCursor === epoch ? Number(seq) : 0;
    const changes = changesAfter(journal, officer(), from, limit);
    const end = changes.at(-1)?.seq ?? from;
    return {
      epoch,
      cursor: `${epoch}/${end}`,
      more: end < standalone.head(),
      serverTime: new Date(clock.now()).toISOString(),
      changes,
      digest: null,
      presence: [],
    };
  };
  const transport: Transport = {
    changes: async ({ after, limit, wait }, signal) => {
      const now = page(after, limit);
      if (now.changes.length > 0 || wait === 0) return answer(now);
      await sleepUnlessAborted(clock, wait, AbortSignal.any([signal, growth.signal]));
      return signal.aborted
        ? { ok: false, failure: { code: 'aborted', retryAfterMs: null } }
        : answer(page(after, limit));
    },
    commands: async (commands) => {
      const at = new Date(clock.now()).toISOString();
      const results = journal.write(() => commands.map((command) => decide(journal, officer(), command, at)));
      grown();
      return answer(results);
    },
    adopt: async () => answer([]),
    // What it has decided it finds by the entry that was written; sent again, it says so.
    result: async () => answer(null),
    files: ownFiles(journal),
  };
  return { transport, grown };
}

/** `connect` leads to the office's own transport where it works alone. */
export function withStandalone(connector: Connector, own: Transport): Connector {
  return {
    ...connector,
    connect: (centralUrl, token, proof) =>
      centralUrl === STANDALONE_PREFIX ? own : connector.connect(centralUrl, token, proof),
  };
}

function answer<T>(value: T): Answer<T> {
  return { ok: true, value };
}

function changesAfter({ standalone }: JournalStore, officer: Officer, from: number, limit: number): Change[] {
  const complaints = standalone.after(from, limit).map(({ seq, report: stored }): Change => {
    const complaint = standaloneComplaint(stored, officer);
    return complaint.agency === null
      ? { type: 'removal', seq, complaintId: complaint.id }
      : { type: 'upsert', seq, mark: NOT_COMPARED, complaint };
  });
  const end = complaints.length < limit ? Number.POSITIVE_INFINITY : (complaints.at(-1)?.seq ?? 0);
  const seq = standalone.namesPlace();
  if (seq <= from || seq > end) return complaints;
  const names = Object.entries(standalone.names()).map(
    ([name, value]): Change => ({
      type: 'reference',
      seq,
      mark: NOT_COMPARED,
      reference: { name, value } as Reference,
    }),
  );
  return [...complaints, ...names].sort((a, b) => a.seq - b.seq);
}

/** The bytes stay where they are, in the journal. */
function ownFiles({ files }: JournalStore): FileTransport {
  return {
    has: async (sha256) => answer(files.held(sha256) !== null),
    announce: async () => answer(null),
    offset: async () => answer(null),
    append: async () => answer(null),
    chunk: async (sha256, start, length) => {
      const file = files.held(sha256);
      if (file === null) return answer(null);
      return answer({ bytes: files.read(file.id, start, length), size: file.size });
    },
  };
}
