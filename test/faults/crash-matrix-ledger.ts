import type { Settings } from '#shared/contract/window/settings.ts';

/** What the officer may rely on: everything that the app has said to have. */
export type Ledger = {
  /**
   * Each word that was typed stands in exactly one text. True: the app confirmed it; false: it may be there
   * or not.
   */
  readonly words: ReadonlyMap<string, boolean>;
  /** Files that the app has said to have whole, by SHA-256; each goes with the text that has this word. */
  readonly files: ReadonlyMap<string, string>;
  /** The theme that was confirmed last, and those asked for since. */
  readonly themes: readonly Settings['theme'][];
};

export class Bookkeeping {
  readonly #words = new Map<string, boolean>();
  readonly #files = new Map<string, string>();
  #themes: Settings['theme'][] = ['system'];

  /** A new word, which is asked to be kept from now on. */
  word(): string {
    const word = `<${this.#words.size}>`;
    this.#words.set(word, false);
    return word;
  }

  /** Every word in a text: the app has said to have it. */
  confirmed(text: string): void {
    for (const word of wordsIn(text)) this.#words.set(word, true);
  }

  /**
   * The officer puts a text away and may fetch it back: until the app has answered it may be there or not.
   */
  unsure(text: string): void {
    for (const word of wordsIn(text)) this.#words.set(word, false);
  }

  /** A file of this text is whole. */
  file(sha256: string, text: string): void {
    this.#files.set(sha256, wordsIn(text).at(-1) ?? text);
  }

  async theme(theme: Settings['theme'], keep: () => Promise<unknown>): Promise<void> {
    this.#themes.push(theme);
    await keep();
    this.#themes = [theme];
  }

  now(): Ledger {
    return { words: new Map(this.#words), files: new Map(this.#files), themes: [...this.#themes] };
  }
}

const wordsIn = (text: string): readonly string[] => text.match(/<\d+>/g) ?? [];
