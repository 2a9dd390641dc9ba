import type { BackendEvent } from '#shared/contract/window/events.ts';

/** Shortest time between two tellings, ms: a first load brings news without end, and reading it again costs the same PC. */
export const GATHER_MS = 150;

/** Tells the first event at once and gathers those that follow closely into one. */
export function gatherEvents(
  tell: (event: BackendEvent) => void,
  after: (ms: number, run: () => void) => void,
): (event: BackendEvent) => void {
  let resting = false;
  let gathered: BackendEvent | null = null;
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

function merged(a: BackendEvent, b: BackendEvent): BackendEvent {
  return {
    topics: [...new Set([...a.topics, ...b.topics])],
    complaintIds:
      a.complaintIds === null || b.complaintIds === null
        ? null
        : [...new Set([...a.complaintIds, ...b.complaintIds])],
  };
}
