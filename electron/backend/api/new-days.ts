import { addDays, dayOfMs, instantAt } from '#shared/domain/calendar/day.ts';
import { type BackendContext, centralNow } from './context.ts';

/** At midnight WIB every "2 hari kerja lagi" is another one. */
export function tellNewDays(context: BackendContext): void {
  const { clock, hub, cache } = context;
  const midnight = Date.parse(instantAt(addDays(dayOfMs(centralNow(context)), 1)));
  clock.alarm(midnight + cache.feed().clockOffMs, () => {
    hub.publish(['queue', 'case', 'reference', 'session'], null);
    tellNewDays(context);
  });
}
