import type { after } from '../time.ts';
import { type Choices, sameChoices } from './choices.ts';

/** What the officer may be told about a draft: never more than the store has said. */
export type SaveState =
  | 'saved'
  /** Typed and not yet on its way. */
  | 'unsaved'
  | 'saving'
  /** The store did not take it; it is tried again. */
  | 'waiting';

export type DraftContent = {
  readonly text: string;
  /** What its command says besides the words; without what is not chosen. */
  readonly choices: Choices;
};

export type AutosavePorts = {
  /** Resolves when the content is on the disk. */
  readonly save: (content: DraftContent) => Promise<void>;
  readonly now: () => number;
  readonly after: typeof after;
  readonly onState: (state: SaveState) => void;
};

/** A pause in typing. */
export const PAUSE_MS = 350;
/** Longest time, while typing goes on, between a key and its save. */
export const LONGEST_MS = 900;
/** Pause before a save that failed is tried again. */
export const RETRY_MS = 1_000;

/**
 * Saves one draft: on every pause, and at the latest `LONGEST_MS` after the first key that is not saved. Only
 * one save runs at a time, so an older text can never overwrite a newer one.
 */
export class Autosave {
  readonly #ports: AutosavePorts;
  #content: DraftContent;
  #saved: DraftContent;
  #firstUnsavedAt: number | null = null;
  #cancel: (() => void) | null = null;
  #underWay: Promise<void> | null = null;
  #state: SaveState = 'saved';

  constructor(saved: DraftContent, ports: AutosavePorts) {
    this.#ports = ports;
    this.#content = saved;
    this.#saved = saved;
  }

  get content(): DraftContent {
    return this.#content;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Everything typed is on the disk, and nothing is on its way. */
  get isClean(): boolean {
    return same(this.#content, this.#saved) && this.#underWay === null;
  }

  typed(content: DraftContent): void {
    this.#content = content;
    if (this.#underWay !== null) return;
    if (same(content, this.#saved)) {
      this.#rest();
      return;
    }
    const now = this.#ports.now();
    this.#firstUnsavedAt ??= now;
    this.#become('unsaved');
    this.#schedule(Math.max(0, Math.min(PAUSE_MS, this.#firstUnsavedAt + LONGEST_MS - now)));
  }

  /** Saves what is not saved, at once. Settles when the store has it, or has failed once. */
  async flush(): Promise<boolean> {
    if (this.#underWay !== null) await this.#underWay;
    if (!same(this.#content, this.#saved)) await this.#save();
    return same(this.#content, this.#saved);
  }

  /** The store holds this content now (undone, or changed elsewhere): it is the new beginning. */
  adopt(content: DraftContent): void {
    this.#content = content;
    this.#saved = content;
    this.#rest();
  }

  #schedule(ms: number): void {
    this.#cancel?.();
    this.#cancel = this.#ports.after(ms, () => {
      this.#cancel = null;
      void this.#save();
    });
  }

  #save(): Promise<void> {
    if (this.#underWay !== null) return this.#underWay;
    this.#cancel?.();
    this.#cancel = null;
    this.#firstUnsavedAt = null;
    const content = this.#content;
    this.#become('saving');
    this.#underWay = this.#ports
      .save(content)
      .then(
        () => {
          this.#saved = content;
          return true;
        },
        () => false,
      )
      .then((kept) => {
        this.#underWay = null;
        if (same(this.#content, this.#saved)) return this.#rest();
        this.#become(kept ? 'unsaved' : 'waiting');
        this.#firstUnsavedAt = this.#ports.now();
        this.#schedule(kept ? PAUSE_MS : RETRY_MS);
      });
    return this.#underWay;
  }

  #rest(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#firstUnsavedAt = null;
    this.#become('saved');
  }

  #become(state: SaveState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#ports.onState(state);
  }
}

function same(a: DraftContent, b: DraftContent): boolean {
  return a.text === b.text && sameChoices(a.choices, b.choices);
}
