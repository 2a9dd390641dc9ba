import type { Policy } from '#shared/contract/window/policy.ts';
import type { Settings } from '#shared/contract/window/settings.ts';
import { addDays, dayOfMs, instantAt } from '#shared/domain/calendar/day.ts';
import type { Clock } from '../base/clock.ts';
import type { Log } from '../base/log.ts';
import type { Stores } from '../projection/stores.ts';
import type { Joiner } from '../standalone/joiner.ts';
import type { Connector } from '../sync/http/transport.ts';
import type { Sync } from '../sync/sync.ts';
import type { EventHub } from './events.ts';
import type { Presence } from './presence.ts';

/** Everything the window's questions are answered from: the stores, and what goes on beside them. */
export type BackendContext = Stores & {
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
  readonly dataDir: string;
  /** Where the program's evidence lies; null: it has none. */
  readonly evidenceFile: string | null;
  readonly demo: boolean;
  /** Practice mode: invented complaints, and nothing leaves this computer. */
  readonly practice: boolean;
  /** What the office's IT has decided for this PC. */
  readonly policy: Policy;
  /** Hands a standalone office over to a central service. */
  readonly joiner: Joiner;
  /** Complaints came into a standalone office: its feed has grown. */
  readonly feedGrown: () => void;
};

/** The officer's settings, but for those that IT has decided. */
export function settingsNow({ journal, policy: { language } }: BackendContext): Settings {
  return { ...journal.settings.get(), ...(language === undefined ? {} : { language }) };
}

/** ms since 1970 as the central service counts them, as far as this PC's clock is known to be wrong. */
export function centralNow({ clock, cache }: Pick<BackendContext, 'clock' | 'cache'>): number {
  return clock.now() - cache.feed().clockOffMs;
}

/** This moment by the PC's own clock, as an ISO instant. */
export function isoNow({ clock }: Pick<BackendContext, 'clock'>): string {
  return new Date(clock.now()).toISOString();
}

/** At midnight WIB every "2 hari kerja lagi" is another one. */
export function tellNewDays(context: BackendContext): void {
  const { clock, hub, cache } = context;
  const midnight = Date.parse(instantAt(addDays(dayOfMs(centralNow(context)), 1)));
  clock.alarm(midnight + cache.feed().clockOffMs, () => {
    hub.publish(['queue', 'case', 'reference', 'session'], null);
    tellNewDays(context);
  });
}
