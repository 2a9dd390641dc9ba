import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { Reports } from '../projection/stores.ts';
import type { AloneDesk } from '../standalone/standalone-office.ts';
import type { Connector } from '../sync/http/transport.ts';
import type { Sync } from '../sync/sync.ts';
import type { EventHub } from './events.ts';
import type { Presence } from './presence.ts';

/** Everything the window's questions are answered from. */
export type Desk = {
  readonly reports: Reports;
  readonly engine: Sync;
  readonly hub: EventHub;
  readonly presence: Presence;
  readonly clock: Clock;
  /** A new UUIDv7. */
  readonly newId: () => string;
  readonly connector: Connector;
  readonly log: Log;
  /** Looks at an error nobody expected; a damaged cache is pulled anew at the next start. */
  readonly noteDamage: (error: unknown) => void;
  readonly demo: boolean;
  readonly rehearsal: boolean;
  readonly alone: AloneDesk;
};

/** ms since 1970 as the centre counts them, as far as this PC's clock is known to be wrong. */
export function centralNow({ clock, reports }: Desk): number {
  return clock.now() - reports.cache.feed().clockOffMs;
}
