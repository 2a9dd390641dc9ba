import type { CaseView } from '#shared/contract/window/case.ts';
import type { CacheStore } from '../../store/cache/cache-store.ts';
import type { WantedFile } from '../../store/cache/fetched-files.ts';
import type { JournalStore } from '../../store/journal/journal-store.ts';
import type { WantedChunks } from './machine.ts';

/** Bytes that fetched files may take on this computer: some 150 photos of a telephone. */
export const DOWNLOADS_BUDGET_BYTES = 500 * 1024 * 1024;

type FileState = CaseView['files'][string];

type DownloadsStorePorts = {
  readonly cache: CacheStore;
  readonly journal: JournalStore;
  /** May files be fetched that nobody asked for? The officer's setting, and everything else at rest. */
  readonly mayFetchAhead: () => boolean;
  /** Files that the officer has before the eyes. */
  readonly shown: () => ReadonlySet<string>;
  /** Told of each step, with the complaint of the file; `last`: it is here, or will not come. */
  readonly changed: (complaintId: string, last: boolean) => void;
  readonly budgetBytes: number;
};

export type DownloadsStore = ReturnType<typeof downloadsStore>;

/** What the downloads need of the stores, and the list of wanted files: in memory, a start wants none. */
export function downloadsStore(ports: DownloadsStorePorts) {
  const { cache, journal } = ports;
  const wanted = new Map<string, WantedFile>();
  const useless = new Set<string>();
  const wrong = new Set<string>();
  const nextAhead = filesAhead(ports, useless);
  let current: WantedFile | null = null;
  const stateOf = (sha256: string): FileState => {
    const own = journal.files.find(sha256);
    if (own !== null && own.state !== 'filling') return { state: 'here', received: own.size };
    const { whole = false, received = 0 } = cache.files.get(sha256) ?? {};
    if (whole) return { state: 'here', received };
    if (useless.has(sha256)) return { state: 'failed', received };
    const loading = wanted.has(sha256) || current?.sha256 === sha256;
    return { state: loading ? 'loading' : 'absent', received };
  };
  const isHere = (sha256: string): boolean => stateOf(sha256).state === 'here';

  const end = (sha256: string): void => {
    const complaintId = (wanted.get(sha256) ?? current)?.complaintId;
    wanted.delete(sha256);
    current = null;
    if (complaintId !== undefined) ports.changed(complaintId, true);
  };

  const giveUp = (sha256: string): void => {
    useless.add(sha256);
    end(sha256);
  };

  return {
    /** The officer wants this file now. False: it is here already. */
    want: (file: WantedFile): boolean => {
      if (isHere(file.sha256)) return false;
      useless.delete(file.sha256);
      wrong.delete(file.sha256);
      wanted.set(file.sha256, file);
      ports.changed(file.complaintId, true);
      return true;
    },
    choose: (): WantedChunks | null => {
      for (const sha256 of wanted.keys()) if (isHere(sha256)) wanted.delete(sha256);
      current = wanted.values().next().value ?? nextAhead();
      if (current === null) return null;
      const { sha256, size } = current;
      return { sha256, size, received: cache.files.get(sha256)?.received ?? 0 };
    },
    /** A chunk came. False: the file is of no use, because its bytes turned out to be other ones. */
    take: (file: WantedChunks, bytes: Uint8Array, size: number, now: number): boolean => {
      const { sha256 } = file;
      makeRoom(ports, file);
      // A size that is not the announced one: these cannot be the bytes.
      const fits = size === file.size && bytes.length > 0;
      if (fits) cache.files.append(file, file.received, bytes, now);
      const received = file.received + bytes.length;
      if (fits && received < size) {
        if (current !== null) ports.changed(current.complaintId, false);
        return true;
      }
      if (fits && cache.files.complete(sha256)) {
        end(sha256);
        return true;
      }
      cache.files.drop(sha256);
      // Once more from the start: the line may have turned a bit.
      if (wrong.has(sha256)) giveUp(sha256);
      else wrong.add(sha256);
      return false;
    },
    /** The central service has no such file for us. */
    absent: giveUp,
    stateOf,
  };
}

/** Chooses files of open complaints that nobody asked for, as long as there is room; null: none. */
function filesAhead(
  { cache, journal, mayFetchAhead, budgetBytes }: DownloadsStorePorts,
  useless: ReadonlySet<string>,
): () => WantedFile | null {
  /** Cursors of the feed at which there was nothing to fetch ahead, and nothing to forget. */
  let nothingAt: string | null = null;
  let forgotAt: string | null = null;
  return () => {
    const { cursor } = cache.feed();
    if (forgotAt !== cursor) cache.files.forgetUnnamed();
    forgotAt = cursor;
    if (!mayFetchAhead() || nothingAt === cursor) return null;
    const room = budgetBytes - cache.files.total();
    const next = cache.files.nextOfOpen(({ sha256, size }) => {
      const begun = cache.files.get(sha256) !== null;
      return !useless.has(sha256) && (begun || size <= room) && journal.files.find(sha256) === null;
    });
    if (next === null) nothingAt = cursor;
    return next;
  };
}

/** Throws away what was not used for longest, until a file that is about to begin fits into the budget. */
function makeRoom({ cache, shown, budgetBytes }: DownloadsStorePorts, { sha256, size }: WantedChunks): void {
  if (cache.files.get(sha256) !== null) return;
  const keep = new Set([...shown(), sha256]);
  while (cache.files.total() + size > budgetBytes) {
    const oldest = cache.files.leastUsed(keep);
    if (oldest === null) return;
    cache.files.drop(oldest);
  }
}
