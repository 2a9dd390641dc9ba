import { addDays, dayOfMs, instantAt } from '#shared/domain/calendar/day.ts';
import { centralNow, type Desk } from './context.ts';

/** At midnight WIB every "2 hari kerja lagi" is another one. */
export function tellNewDays(desk: Desk): () => void {
  let cancel = (): void => {};
  const set = (): void => {
    const offset = desk.clock.now() - centralNow(desk);
    const midnight = Date.parse(instantAt(addDays(dayOfMs(centralNow(desk)), 1)));
    cancel = desk.clock.alarm(midnight + offset, () => {
      desk.hub.publish(['queue', 'case', 'reference', 'session'], null);
      set();
    });
  };
  set();
  return () => cancel();
}
