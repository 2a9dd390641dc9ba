/** What the officer may be told about the text: never more than the store has said. */
export type SaveState =
  | 'saved'
  /** Typed and not yet on its way. */
  | 'unsaved'
  | 'saving'
  /** The store did not take it; it is tried again. */
  | 'waiting';

export type AutosavePorts = {
  /** Resolves when the text is on the disk. */
  readonly save: (text: string) => Promise<void>;
  readonly now: () => number;
  /** Calls back once after `ms`; the answer cancels it. */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly onState: (state: SaveState) => void;
};

/** A pause in typing. */
export const PAUSE_MS = 350;
/** Longest time, while typing goes on, between a key and its save. */
export const LONGEST_MS = 900;
/** Pause before a save that failed is tried again. */
export const RETRY_MS = 1_000;

/**
 * Saves one text: on every pause, and at the latest `LONGEST_MS` after the first key that is not saved. One save is
 * under way at a time, so an older text can never overwrite a newer one.
 */
export class Autosave {
  readonly #ports: AutosavePorts;
  #text: string;
  #saved: string;
  #firstUnsavedAt: number | null = null;
  #cancel: (() => void) | null = null;
  #underWay: Promise<void> | null = null;
  #state: SaveState = 'saved';

  constructor(saved: string, ports: AutosavePorts) {
    this.#ports = ports;
    this.#text = saved;
    this.#saved = saved;
  }

  get text(): string {
    return this.#text;
  }

  get state(): SaveState {
    return this.#state;
  }

  /** Everything typed is on the disk, and nothing is on its way. */
  get isClean(): boolean {
    return this.#text === this.#saved && this.#underWay === null;
  }

  typed(text: string): void {
    this.#text = text;
    if (this.#underWay !== null) return;
    if (text === this.#saved) {
      this.#rest();
      return;
    }
    const now = this.#ports.now();
    this.#firstUnsavedAt ??= now;
    this.#become('unsaved');
    this.#schedule(Math.max(0, Math.min(PAUSE_MS, this.#firstUnsavedAt + LONGEST_MS - now)));
  }

  /** Saves now, before it returns, what is not saved and not on its way; settles when the store has it or has failed once. */
  async flush(): Promise<boolean> {
    if (this.#underWay !== null) await this.#underWay;
    if (this.#text !== this.#saved) await this.#save();
    return this.#text === this.#saved;
  }

  /** The store holds this text now (sent, undone, changed elsewhere): it is the new beginning. */
  adopt(text: string): void {
    this.#text = text;
    this.#saved = text;
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
    const text = this.#text;
    this.#become('saving');
    this.#underWay = this.#ports
      .save(text)
      .then(
        () => {
          this.#saved = text;
          return true;
        },
        () => false,
      )
      .then((kept) => {
        this.#underWay = null;
        if (this.#text === this.#saved) return this.#rest();
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
