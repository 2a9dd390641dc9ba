import type { ComponentType } from 'react';
import type { Session } from '#shared/contract/window/session.ts';
import type { DialogName } from '../../core/state/navigation.ts';
import type { Action, Situation } from './action.ts';

/** What a screen adds to the window. It is registered by one line in `renderer/app/screens.ts`. */
export type Screen = {
  readonly dialogs?: Readonly<Partial<Record<DialogName, ComponentType<DialogProps>>>>;
  readonly actions?: readonly Action[];
  /**
   * Actions that depend on data: one for each view that the officer has kept. They stand in the palette only.
   */
  readonly actionsNow?: (now: Situation) => readonly Action[];
  readonly chapters?: readonly Chapter[];
};

export type DialogProps = {
  readonly session: Session;
  readonly onClose: () => void;
  readonly screens: readonly Screen[];
  readonly situation: () => Situation;
};

/** A chapter of the handbook. Its language is that of the office; it is not translated. */
export type Chapter = {
  /** Chapters stand in the order of these numbers. */
  readonly place: number;
  readonly title: string;
  /** A key stands in square brackets: "tekan [r]". */
  readonly text: readonly string[];
  /** Made by `npm run screenshots -- --handbook`; `shows` says in words what is on it. */
  readonly picture?: { readonly url: string; readonly shows: string };
};

export function chaptersOf(screens: readonly Screen[]): readonly Chapter[] {
  return screens.flatMap(({ chapters = [] }) => chapters).toSorted((a, b) => a.place - b.place);
}
