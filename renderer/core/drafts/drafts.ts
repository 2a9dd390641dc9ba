import type { CaseView } from '#shared/contract/window/case.ts';
import type { Draft, DraftAttachment } from '#shared/contract/window/drafts.ts';
import type { StorageProblem } from '#shared/contract/window/storage.ts';
import { DRAFT_KINDS } from '#shared/domain/commands/command.ts';
import type { CommandKind } from '#shared/domain/commands/registry.ts';
import { storageProblemOf } from '../transport/storage-problem.ts';
import { Autosave, type AutosavePorts, type DraftContent, type SaveState } from './autosave.ts';

export type DraftKind = Draft['kind'];
/** The kind of draft that a command's text is written in; null: the command has no words. */
export function draftKindOf(kind: CommandKind): DraftKind | null {
  return DRAFT_KINDS.find((draftKind) => draftKind === kind) ?? (kind === 'propose' ? 'follow_up' : null);
}

export type DraftKey = { readonly complaintId: string; readonly kind: DraftKind };

/** A draft as the composer shows it; the same object until it changes. */
export type DraftView = DraftContent & {
  readonly attachments: readonly DraftAttachment[];
  readonly state: SaveState;
  /** Why the disk does not take the text, which is kept here and tried again. */
  readonly problem?: StorageProblem;
};

/** The drafts of one kind on one complaint, the oldest first; the same object until it changes. */
export type Shelf = {
  /** The one in the field; not begun when nothing is in it. */
  readonly current: string;
  /** Those that are begun, and the current one. */
  readonly ids: readonly string[];
};

type Entry = {
  readonly key: DraftKey;
  readonly autosave: Autosave;
  view: DraftView;
  attachments: readonly DraftAttachment[];
  /** When the store took the newest text known here; an answer that holds an older time is ignored. */
  keptAt: string;
  problem: StorageProblem | null;
  /** Brought back by undo: an answer from before that may still be on its way. */
  awaited: boolean;
};

type Place = { ids: string[]; selected: string | null; blank: string | null; shown: Shelf | null };

export type DraftPorts = Pick<AutosavePorts, 'now' | 'after'> & {
  /** Resolves, when the draft is on the disk, to its `updatedAt`. */
  readonly save: (draft: DraftKey & DraftContent & { readonly id: string }) => Promise<string>;
  /** A UUID: a draft has its id before the store hears of it. */
  readonly newId: () => string;
};

const NOTHING: DraftContent = { text: '', choices: {} };
const NO_FILES: readonly DraftAttachment[] = [];
const EMPTY: DraftView = { ...NOTHING, attachments: NO_FILES, state: 'saved' };

/** True: there is nothing in it that could be lost. */
export function isEmpty(draft: Pick<DraftView, 'text' | 'choices' | 'attachments'>): boolean {
  return draft.text === '' && Object.keys(draft.choices).length === 0 && draft.attachments.length === 0;
}

/**
 * Every text that is being written, by the id of its draft. It lives outside the screens: a text is saved
 * whatever is shown, and what is typed here is always newer than what the store says.
 */
export class Drafts {
  readonly #ports: DraftPorts;
  readonly #entries = new Map<string, Entry>();
  readonly #places = new Map<string, Place>();
  /**
   * Drafts that were sent or thrown away, with the time of their last text known here. An answer that was on
   * its way meanwhile does not bring them back; what another window wrote under the same id since is a draft
   * again.
   */
  readonly #gone = new Map<string, string>();
  readonly #listeners = new Set<() => void>();

  constructor(ports: DraftPorts) {
    this.#ports = ports;
  }

  /** Tells of every change; what has not changed reads as the same object. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  read(id: string): DraftView {
    return this.#entries.get(id)?.view ?? EMPTY;
  }

  /** The last written one is in the field until another is chosen, or one that is not begun. */
  shelf(key: DraftKey): Shelf {
    const place = this.#placeOf(key);
    place.selected ??= this.#lastWritten(place.ids);
    const current = place.selected ?? this.#blank(key, place);
    const ids = place.ids.filter((id) => id === current || this.#isBegun(id));
    const before = place.shown;
    if (before?.current === current && before.ids.join() === ids.join()) return before;
    place.shown = { current, ids };
    return place.shown;
  }

  isBegun(key: DraftKey): boolean {
    return this.#placeOf(key).ids.some((id) => this.#isBegun(id));
  }

  /** The kind of the draft that was written last on this complaint; null: there is none. */
  lastKind(complaintId: string): DraftKind | null {
    return this.lastOf((key) => key.complaintId === complaintId)?.kind ?? null;
  }

  /** The key of the last written draft for which `test` holds; null: there is none. */
  lastOf(test: (key: DraftKey, draft: DraftView) => boolean): DraftKey | null {
    const tested = [...this.#entries].filter(([, { key, view }]) => test(key, view));
    const last = this.#lastWritten(tested.map(([id]) => id));
    return last === null ? null : (this.#entries.get(last)?.key ?? null);
  }

  select(id: string): void {
    const key = this.#entries.get(id)?.key;
    if (key === undefined) return;
    this.#placeOf(key).selected = id;
    this.#tell();
  }

  /** An empty field; what was in it stays a draft. */
  begin(key: DraftKey): void {
    const place = this.#placeOf(key);
    place.selected = this.#blank(key, place);
    this.#tell();
  }

  typed(id: string, change: Partial<DraftContent>): void {
    const entry = this.#entries.get(id);
    if (entry === undefined) return;
    this.#placeOf(entry.key).selected = id;
    entry.autosave.typed({ ...entry.autosave.content, ...change });
    this.#show(entry);
  }

  /**
   * Takes in what the store holds. A text that is typed and not yet saved stays, and so does one that is
   * newer than the answer, which may have been on its way while the text was saved or sent.
   */
  learn(drafts: readonly Draft[]): void {
    for (const draft of drafts) {
      if (draft.updatedAt <= (this.#gone.get(draft.id) ?? '')) continue;
      const entry = this.#entryOf(draft.id, draft);
      entry.awaited = false;
      entry.attachments = draft.attachments;
      if (draft.updatedAt > entry.keptAt && entry.autosave.isClean) {
        entry.keptAt = draft.updatedAt;
        entry.autosave.adopt({ text: draft.text, choices: draft.choices });
      }
      this.#show(entry);
    }
  }

  /**
   * Takes in all that the store held of a complaint at `at`. A draft that was saved before and is not among
   * them was sent or thrown away in another window, so its field becomes empty. What is typed there and not
   * yet saved stays, and its save makes it a draft of its own.
   */
  learnAll(complaintId: string, { drafts, at }: Pick<CaseView, 'drafts' | 'at'>): void {
    this.learn(drafts);
    for (const [id, entry] of this.#entries) {
      if (entry.key.complaintId !== complaintId || drafts.some((draft) => draft.id === id)) continue;
      if (entry.awaited || at <= entry.keptAt) continue;
      entry.attachments = NO_FILES;
      if (entry.autosave.isClean) {
        entry.keptAt = '';
        entry.autosave.adopt(NOTHING);
      }
      this.#show(entry);
    }
  }

  /** The draft was sent, and the store has removed it: the field is empty, whatever else is begun. */
  sent(id: string): void {
    const key = this.#forget(id);
    if (key !== null) this.begin(key);
  }

  /** The store put the draft aside. False: it was written on meanwhile, and its next save brings it back. */
  removed(id: string): boolean {
    if (this.#entries.get(id)?.autosave.isClean === false) return false;
    this.#forget(id);
    this.#tell();
    return true;
  }

  /** Something that was sent or thrown away is a draft again, in the field. */
  restored(draft: Draft): void {
    this.#gone.delete(draft.id);
    this.learn([draft]);
    const entry = this.#entries.get(draft.id);
    if (entry !== undefined) entry.awaited = true;
    this.select(draft.id);
  }

  /** What is typed and not on the disk: only this window has it. */
  unsaved(): readonly (DraftKey & { readonly id: string; readonly text: string })[] {
    return [...this.#entries]
      .filter(([, { autosave }]) => !autosave.isClean)
      .map(([id, { key, autosave }]) => ({ id, ...key, text: autosave.content.text }));
  }

  /** Saves at once. False: the store has not taken it (yet); the text is still here. */
  flush(id: string): Promise<boolean> {
    return this.#entries.get(id)?.autosave.flush() ?? Promise.resolve(true);
  }

  /** Saves everything that is not saved, at once: the window may be about to close. */
  flushAll(): void {
    for (const { autosave } of this.#entries.values()) void autosave.flush();
  }

  #forget(id: string): DraftKey | null {
    const entry = this.#entries.get(id);
    if (entry === undefined) return null;
    this.#gone.set(id, entry.keptAt);
    this.#entries.delete(id);
    const place = this.#placeOf(entry.key);
    place.ids = place.ids.filter((other) => other !== id);
    if (place.selected === id) place.selected = null;
    if (place.blank === id) place.blank = null;
    return entry.key;
  }

  #placeOf({ complaintId, kind }: DraftKey): Place {
    const name = `${kind} ${complaintId}`;
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const place: Place = { ids: [], selected: null, blank: null, shown: null };
    this.#places.set(name, place);
    return place;
  }

  /** The id of a draft that is not begun. */
  #blank(key: DraftKey, place: Place): string {
    if (place.blank === null || this.#isBegun(place.blank)) {
      place.blank = this.#ports.newId();
      this.#entryOf(place.blank, key);
    }
    return place.blank;
  }

  #isBegun(id: string): boolean {
    return !isEmpty(this.read(id));
  }

  #lastWritten(ids: readonly string[]): string | null {
    const keptAt = (id: string) => this.#entries.get(id)?.keptAt ?? '';
    return ids
      .filter((id) => this.#isBegun(id))
      .reduce<string | null>((last, id) => (last === null || keptAt(id) >= keptAt(last) ? id : last), null);
  }

  #entryOf(id: string, { complaintId, kind }: DraftKey): Entry {
    const known = this.#entries.get(id);
    if (known !== undefined) return known;
    const key = { complaintId, kind };
    const autosave: Autosave = new Autosave(NOTHING, {
      now: this.#ports.now,
      after: this.#ports.after,
      save: async (content) => {
        try {
          entry.keptAt = await this.#ports.save({ id, ...key, ...content });
          entry.problem = null;
        } catch (error) {
          entry.problem = storageProblemOf(error);
          throw error;
        }
      },
      onState: () => this.#show(entry),
    });
    const entry: Entry = {
      key,
      autosave,
      view: EMPTY,
      attachments: NO_FILES,
      keptAt: '',
      problem: null,
      awaited: false,
    };
    this.#entries.set(id, entry);
    this.#placeOf(key).ids.push(id);
    return entry;
  }

  #show(entry: Entry): void {
    const { content, state } = entry.autosave;
    const { view, attachments } = entry;
    const problem = state === 'saved' || entry.problem === null ? {} : { problem: entry.problem };
    const next: DraftView = { ...content, attachments, state, ...problem };
    const fields = Object.keys({ ...view, ...next }) as (keyof DraftView)[];
    if (fields.every((field) => view[field] === next[field])) return;
    entry.view = next;
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
