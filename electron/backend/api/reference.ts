import { dayOfMs } from '#shared/domain/calendar/day.ts';
import { type BackendContext, centralNow } from './context.ts';
import type { WindowApi } from './implement.ts';

export function referenceHandlers(os: WindowApi['reference'], context: BackendContext) {
  return {
    get: os.get.handler(() => {
      const { holidays, rules, agencies, colleagues } = context.reference();
      return { holidays, rules, agencies, colleagues, today: dayOfMs(centralNow(context)) };
    }),
  };
}
