import type { Note } from '../../domain/news/news.ts';
import type { Policy } from '../window/policy.ts';
import type { Saving } from '../window/sync.ts';

/** Enrol with this one-time code where nobody is enrolled yet. */
export type Join = { readonly centralUrl: string; readonly code: string; readonly name: string };

/**
 * Over `process.parentPort`: `open` first and once; a `connect` brings a `MessagePort` for `windowContract`.
 */
export type ToBackend =
  | {
      readonly type: 'open';
      readonly dataDir: string;
      readonly demo: boolean;
      readonly join: Join | null;
      readonly policy: Policy;
    }
  | { readonly type: 'connect' }
  /** Another version is about to be installed: copy the journal, unless a text is being written. */
  | { readonly type: 'prepare_update' }
  /** The PC slept, or the officer asks: what waits is tried at once. */
  | { readonly type: 'sync_now' }
  /** Finish what is being written, close the databases, then exit with code 0. */
  | { readonly type: 'close' };

export type FromBackend =
  /** Which SQLite the store is made of. */
  | { readonly type: 'store'; readonly sqlite: string }
  /** The databases are open; lines may come. */
  | { readonly type: 'ready' }
  | ToldByBackend
  /** The answer to `prepare_update`. */
  | { readonly type: 'update_prepared'; readonly readiness: UpdateReadiness }
  /** They cannot be opened, and a restart would not help. `message` is for the log. */
  | { readonly type: 'failed'; readonly code: StartFailure; readonly message: string };

/** What goes on while nobody looks at the window. */
export type ToldByBackend =
  | ToldToOfficer
  /** Why new versions of the program wait; null: they do not. */
  | { readonly type: 'saving'; readonly saving: Saving | null };

export type ToldToOfficer =
  | { readonly type: 'news'; readonly note: Note }
  /** Texts that have not reached the central service, and complaints that cannot wait. */
  | { readonly type: 'counts'; readonly unsent: number; readonly due: number };

export type UpdateReadiness = 'copied' | 'writing' | 'copy_failed';

/** Why a backend cannot start. `shared/i18n/start-failures.ts` has a sentence for each. */
export type StartFailure =
  | 'in_use'
  | 'key_damaged'
  | 'key_missing'
  | 'key_not_readable'
  | 'key_wrong'
  | 'journal_not_readable'
  | 'journal_newer_version'
  | 'no_access'
  | 'unknown';
