import type { IntakeChannel, Platform } from '../complaint/recorded.ts';

/** What a pasted text says of itself; an empty text: it does not say. */
export type Pasted = {
  readonly channel: IntakeChannel | null;
  readonly platform: Platform | null;
  /** The handle or the name under which it was said. */
  readonly author: string;
  /** The reporter, as far as it is not only a handle. */
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly link: string;
  /** ISO instant. */
  readonly at: string;
  readonly title: string;
  /** The complaint's own words. */
  readonly text: string;
};
