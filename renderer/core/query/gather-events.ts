import type { DeskEvent } from '#shared/contract/window/window.ts';

/** Shortest time between two tellings, ms: a first load brings news without end, and reading it again costs the same PC. */
export const GATHER_MS = 150;

/** Tells the first event at once and gathers those that follow closely into one. */
export function gatherEvents(
  tell: (event: DeskEvent) => void,
  after: (ms: number, run: () => void) => void,
): (event: DeskEvent) => void {
  let resting = false;
  let gathered: DeskEvent | null = null;
  const rest = () => {
    resting = true;
    after(GATHER_MS, () => {
      resting = false;
      if (gathered === null) return;
      const event = gathered;
      gathered = null;
      tell(event);
      rest();
    });
  };
  return (event) => {
    if (resting) {
      gathered = gathered === null ? event : merged(gathered, event);
      return;
    }
    tell(event);
    rest();
  };
}

function merged(a: DeskEvent, b: DeskEvent): DeskEvent {
  return {
    topics: [...new Set([...a.topics, ...b.topics])],
    complaintIds:
      a.complaintIds === null || b.complaintIds === null
        ? null
        : [...new Set([...a.complaintIds, ...b.complaintIds])],
  };
}
