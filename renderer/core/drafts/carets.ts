import type { Draft, WritingPlace } from '#shared/contract/window/drafts.ts';
import type { after } from '../time.ts';
import { PAUSE_MS } from './autosave.ts';

type Caret = NonNullable<WritingPlace>;
type Place = { readonly id: Draft['id']; readonly caret: WritingPlace };

type CaretPorts = {
  readonly after: typeof after;
  /** Where the officer writes now, or no longer. Lost with the line, it is said again by the next move. */
  readonly keep: (place: Place) => void;
};

/**
 * Where in which draft the officer writes. It goes with the draft's own save; a caret that only moves is kept
 * on a pause. So after whatever fell, they type on at the same place.
 */
export class Carets {
  readonly #ports: CaretPorts;
  #place: Place | null = null;
  #cancel: (() => void) | null = null;

  constructor(ports: CaretPorts) {
    this.#ports = ports;
  }

  /** Null: the officer left the field of this draft. */
  move(id: string, caret: WritingPlace): void {
    const { from, to } = this.#place?.caret ?? {};
    if (this.#place?.id === id && caret?.from === from && caret?.to === to) return;
    // A field that is left after the next one was entered says nothing new.
    if (caret === null && this.#place?.id !== id) return;
    const place = { id, caret };
    this.#cancel?.();
    this.#place = place;
    this.#cancel = this.#ports.after(PAUSE_MS, () => this.#ports.keep(place));
  }

  /** Where the officer wrote before this page was loaded; what they do now counts more. */
  recall(place: Place): void {
    this.#place ??= place;
  }

  /** Null: the officer does not write there. */
  of(id: string): Caret | null {
    return this.#place?.id === id ? this.#place.caret : null;
  }

  /** To be kept in one step with the text. Undefined: the officer writes elsewhere. */
  toSave(id: string): WritingPlace | undefined {
    if (this.#place?.id !== id) return undefined;
    this.#cancel?.();
    this.#cancel = null;
    return this.#place.caret;
  }
}
