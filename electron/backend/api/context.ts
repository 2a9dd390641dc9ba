import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { Stores } from '../projection/stores.ts';
import type { ImportSlot } from '../standalone/import-slot.ts';
import type { Joiner } from '../standalone/joiner.ts';
import type { Connector } from '../sync/http/transport.ts';
import type { Sync } from '../sync/sync.ts';
import type { EventHub } from './events.ts';
import type { Presence } from './presence.ts';

/** What a standalone office needs besides. */
type StandaloneContext = {
  readonly slot: ImportSlot;
  readonly joiner: Joiner;
  /** Complaints came in: the sync is to hear of it. */
  readonly grown: () => void;
};

/** Everything the window's questions are answered from. */
export type BackendContext = {
  readonly stores: Stores;
  readonly sync: Sync;
  readonly hub: EventHub;
  readonly presence: Presence;
  readonly clock: Clock;
  /** A new UUIDv7. */
  readonly newId: () => string;
  readonly connector: Connector;
  readonly log: Log;
  /** Looks at an error nobody expected; a damaged cache is rebuilt at once. */
  readonly noteDamage: (error: unknown) => void;
  readonly demo: boolean;
  /** Practice mode: invented complaints, and nothing leaves this computer. */
  readonly practice: boolean;
  readonly standalone: StandaloneContext;
};

/** ms since 1970 as the centre counts them, as far as this PC's clock is known to be wrong. */
export function centralNow({ clock, stores }: BackendContext): number {
  return clock.now() - stores.cache.feed().clockOffMs;
}
