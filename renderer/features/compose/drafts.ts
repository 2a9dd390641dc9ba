import type { StorageProblem } from '#shared/contract/desk.ts';
import type { Draft } from '#shared/contract/desk-writing.ts';
import { storageProblemOf } from '../../transport/storage-problem.ts';
import { Autosave, type AutosavePorts, type SaveState } from './autosave.ts';

export type DraftKind = Draft['kind'];
export type DraftKey = { readonly complaintId: string; readonly kind: DraftKind };

/** A draft as the composer shows it; the same object until it changes. */
export type DraftView = {
  readonly text: string;
  readonly state: SaveState;
  /** Why the disk does not take the text; it is here, and tried again. */
  readonly problem?: StorageProblem;
};

type Entry = {
  readonly autosave: Autosave;
  view: DraftView;
  readonly listeners: Set<() => void>;
  /** When the store took the newest text that is known here; an answer that says less is an old one. */
  keptAt: string;
  problem: StorageProblem | null;
};

export type DraftPorts = Pick<AutosavePorts, 'now' | 'after'> & {
  /** Resolves, when the text is on the disk, to the draft's `updatedAt`. */
  readonly save: (key: DraftKey, text: string) => Promise<string>;
};

const EMPTY: DraftView = { text: '', state: 'saved' };

/**
 * Every text that is being written, by report and kind. It lives outside of the screens, so that a text is saved and kept
 * whatever is shown, and what is typed here is always newer than what the store says.
 */
export class Drafts {
  readonly #ports: DraftPorts;
  readonly #entries = new Map<string, Entry>();

  constructor(ports: DraftPorts) {
    this.#ports = ports;
  }

  read(key: DraftKey): DraftView {
    return this.#entries.get(nameOf(key))?.view ?? EMPTY;
  }

  subscribe(key: DraftKey, listener: () => void): () => void {
    const { listeners } = this.#entryOf(key);
    listeners.add(listener);
    return () => listeners.delete(listener);
  }

  typed(key: DraftKey, text: string): void {
    const entry = this.#entryOf(key);
    entry.autosave.typed(text);
    this.#show(entry);
  }

  /**
   * What the store holds for a report. A text that is typed and not yet saved stays, and so does one that is newer than the
   * answer: answers can be on their way while a text is saved or sent.
   */
  learn(drafts: readonly Draft[]): void {
    for (const draft of drafts) {
      const entry = this.#entryOf({ complaintId: draft.complaintId, kind: draft.kind });
      if (draft.updatedAt <= entry.keptAt || !entry.autosave.isClean) continue;
      entry.keptAt = draft.updatedAt;
      entry.autosave.adopt(draft.text);
      this.#show(entry);
    }
  }

  /** The text was sent, and the store has taken the draft away with it. */
  sent(key: DraftKey): void {
    const entry = this.#entryOf(key);
    entry.autosave.adopt('');
    this.#show(entry);
  }

  /**
   * A sent text is a draft again. The store put it before what was begun meanwhile (`before`, as it was then); what has been
   * typed since takes that place.
   */
  restored(draft: Draft, before: string): void {
    const entry = this.#entryOf({ complaintId: draft.complaintId, kind: draft.kind });
    entry.keptAt = draft.updatedAt;
    const { text } = entry.autosave;
    if (text.startsWith(draft.text)) return;
    entry.autosave.adopt(draft.text);
    if (text !== before) entry.autosave.typed(draft.text.slice(0, draft.text.length - before.length) + text);
    this.#show(entry);
  }

  /** False: the store has not taken it (yet); the text is still here. */
  flush(key: DraftKey): Promise<boolean> {
    return this.#entryOf(key).autosave.flush();
  }

  /** Everything that is not saved, now: the window may be about to close. */
  flushAll(): void {
    for (const { autosave } of this.#entries.values()) void autosave.flush();
  }

  #entryOf(key: DraftKey): Entry {
    const name = nameOf(key);
    const known = this.#entries.get(name);
    if (known !== undefined) return known;
    const autosave: Autosave = new Autosave('', {
      now: this.#ports.now,
      after: this.#ports.after,
      save: async (text) => {
        try {
          entry.keptAt = await this.#ports.save(key, text);
          entry.problem = null;
        } catch (error) {
          entry.problem = storageProblemOf(error);
          throw error;
        }
      },
      onState: () => this.#show(entry),
    });
    const entry: Entry = { autosave, view: EMPTY, listeners: new Set(), keptAt: '', problem: null };
    this.#entries.set(name, entry);
    return entry;
  }

  #show(entry: Entry): void {
    const { text, state } = entry.autosave;
    const { view } = entry;
    const problem = state === 'saved' ? null : entry.problem;
    if (view.text === text && view.state === state && (view.problem ?? null) === problem) return;
    entry.view = problem === null ? { text, state } : { text, state, problem };
    for (const listener of [...entry.listeners]) listener();
  }
}

function nameOf({ complaintId, kind }: DraftKey): string {
  return `${kind} ${complaintId}`;
}
