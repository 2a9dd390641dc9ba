import type { messages } from '#shared/i18n/messages.ts';

/** Why a row, or the whole file (`row` 0 or the header's), is not taken: a sentence of `lapor`. */
export type Rejection = {
  /** As Excel numbers it. */
  readonly row: number;
  readonly sentence: keyof (typeof messages)['id']['lapor'];
  readonly values: Readonly<Record<string, string | number>>;
};

/** The file as a whole cannot be imported. */
export class FileRefused extends Error {
  readonly rejection: Rejection;
  constructor(sentence: Rejection['sentence'], values: Rejection['values'] = {}, row = 0) {
    super(sentence);
    this.rejection = { row, sentence, values };
  }
}
