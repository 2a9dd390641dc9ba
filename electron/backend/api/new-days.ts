import { addDays, dayOfMs, instantAt } from '#shared/domain/calendar/day.ts';
import { type BackendContext, centralNow } from './context.ts';

/** At midnight WIB every "2 hari kerja lagi" is another one. */
export function tellNewDays(context: BackendContext): () => void {
  let cancel = (): void => {};
  const set = (): void => {
    const offset = context.clock.now() - centralNow(context);
    const midnight = Date.parse(instantAt(addDays(dayOfMs(centralNow(context)), 1)));
    cancel = context.clock.alarm(midnight + offset, () => {
      context.hub.publish(['queue', 'case', 'reference', 'session'], null);
      set();
    });
  };
  set();
  return () => cancel();
}
