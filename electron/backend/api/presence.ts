import type { ChangesPage } from '#shared/contract/central/central.ts';
import type { Clock } from '../base/clock.ts';

/** Who has which complaint open. In memory only, because it is true only now. */
export type Presence = ReturnType<typeof createPresence>;

type PresencePorts = {
  readonly clock: Clock;
  readonly officerId: () => string;
  /** The officer stays with another complaint: the central service is to be told. */
  readonly moved: () => void;
  /** Other colleagues than before have these complaints open. */
  readonly changed: (complaintIds: readonly string[]) => void;
};

/** Browsing with j and k passes over complaints in less; each change costs a request. ms. */
const STAYED_MS = 2_000;
/** A long poll and a half without an answer: whoever was there may be gone. ms. */
const KNOWN_FOR_MS = 90_000;

export function createPresence({ clock, officerId, moved, changed }: PresencePorts) {
  let wanted: string | null = null;
  let told: string | null = null;
  let others: ReadonlyMap<string, readonly string[]> = new Map();
  let cancelStay = (): void => {};
  let cancelKnown = (): void => {};

  const put = (next: ReadonlyMap<string, readonly string[]>): void => {
    const concerned = new Set([...others.keys(), ...next.keys()]);
    const different = [...concerned].filter((id) => others.get(id)?.join('\n') !== next.get(id)?.join('\n'));
    others = next;
    if (different.length > 0) changed(different);
  };
  /** Without the central service nothing is known of anybody. */
  const forget = (): void => {
    cancelKnown();
    put(new Map());
  };

  return {
    /** The complaint that the officer looks at; null: none. */
    viewing: (complaintId: string | null): void => {
      if (complaintId === wanted) return;
      wanted = complaintId;
      cancelStay();
      if (wanted === told) return;
      cancelStay = clock.alarm(clock.now() + STAYED_MS, () => {
        told = wanted;
        moved();
      });
    },
    open: () => wanted,
    /** The same, once the officer has stayed with it: what the central service is told. */
    told: () => told,
    /** What the central service says of the colleagues: all of them, with every answer. */
    take: (presence: ChangesPage['presence']): void => {
      const colleagues = presence.filter((one) => one.officerId !== officerId());
      const there = Map.groupBy(colleagues, (one) => one.complaintId);
      const names = new Map([...there].map(([id, list]) => [id, list.map(({ name }) => name).sort()]));
      cancelKnown();
      cancelKnown = names.size === 0 ? () => {} : clock.alarm(clock.now() + KNOWN_FOR_MS, forget);
      put(names);
    },
    forget,
    /** Names of colleagues who have the complaint open right now. */
    viewers: (complaintId: string) => others.get(complaintId) ?? [],
  };
}
