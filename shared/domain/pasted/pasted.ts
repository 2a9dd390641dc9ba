import type { Recorded } from '../complaint/recorded.ts';

/** What a pasted text says of its reporter and its source; an empty text: it does not say. */
export type Pasted = Recorded['reporter'] &
  Recorded['source'] & {
    readonly channel: Recorded['channel'] | null;
    readonly title: string;
    /** The complaint's own words. */
    readonly text: string;
  };
