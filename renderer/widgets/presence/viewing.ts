import { after } from '../../core/time.ts';

/** Time to look at a complaint before colleagues are told: running through a list opens nothing. */
export const LOOK_MS = 2_000;

/** Tells which complaint the officer has open: after a while of looking, and at once when it is left. */
export function createViewing(tell: (complaintId: string | null) => void, wait: typeof after = after) {
  let shown: string | null = null;
  let told: string | null = null;
  let cancel = () => {};
  const say = (complaintId: string | null) => {
    told = complaintId;
    tell(complaintId);
  };
  return {
    /** What is in front of the officer now; null: nothing chosen, or a window that nobody sees. */
    show: (complaintId: string | null): void => {
      if (complaintId === shown) return;
      shown = complaintId;
      cancel();
      if (told !== null) say(null);
      if (complaintId !== null) cancel = wait(LOOK_MS, () => say(complaintId));
    },
    /** The other side may have forgotten. */
    again: (): void => {
      if (told !== null) tell(told);
    },
  };
}
