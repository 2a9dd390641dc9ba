import { type Lazy, lazy } from '@orpc/server';
import { BUILT_IN_HOLIDAYS } from '#shared/domain/calendar/holidays.ts';
import { compileCalendar } from '#shared/domain/calendar/working-days.ts';
import { rowOf } from '#shared/domain/complaint/row.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import { demoOfficerId, generateComplaints } from '../../../demo/generate.ts';
import { AGENCIES } from '../../../demo/regency.ts';
import type { WindowRouter } from '../api/router.ts';
import type { JournalStore } from '../store/journal/journal-store.ts';
import { ALONE } from '../store/settings/session-table.ts';
import type { Connector } from '../sync/http/transport.ts';

const SEED = 20_261_127;
/** Roads: the reports that resemble each other, and whose answers need dates and photos. */
const OPD_ID = '7002';

/** There is nobody to whom anything could leave. */
export const NOBODY_THERE: Connector = {
  connect: () => {
    throw new Error('practice mode reaches no central service');
  },
  enrol: async () => ({ ok: false, code: 'unreachable' }),
};

/**
 * Fills an office of invented complaints that decides by itself. `now`: ms since 1970, the day they are made
 * for.
 */
export function fillPracticeOffice({ session, alone, visits, write }: JournalStore, now: number): void {
  const opd = AGENCIES.find(({ id }) => id === OPD_ID);
  if (opd === undefined) throw new Error('the invented regency has no such OPD');
  const [first, second] = opd.staff;
  const agency = { id: opd.id, name: opd.name };
  const officer: Officer = { id: demoOfficerId(opd.id, 0), name: first, role: 'penghubung', agency };
  const calendar = compileCalendar(BUILT_IN_HOLIDAYS);
  const reports = generateComplaints({ seed: SEED, now: new Date(now), calendar });
  write(() => {
    session.saveSession({ centralUrl: ALONE, token: '', officer });
    visits.seen(new Date(now).toISOString());
    for (const complaint of reports) {
      if (complaint.agency?.id !== opd.id) continue;
      const { timeline, readBy } = complaint;
      alone.put({ row: rowOf(complaint), timeline, readBy, lapor: null });
    }
    alone.setNames({
      agencies: AGENCIES.map(({ id, name }) => ({ id, name })),
      colleagues: [
        { id: officer.id, name: first, role: 'penghubung' },
        { id: demoOfficerId(opd.id, 1), name: second, role: 'pelaksana' },
      ],
    });
  });
}

type Opened = { readonly router: WindowRouter; readonly close: () => Promise<void> };

/** The backend in practice mode: opened when the window first asks for it. */
export function practiceServer(open: () => Promise<Opened>) {
  let opened: Promise<Opened> | null = null;
  const router: Lazy<WindowRouter> = lazy(async () => {
    // A disk that was full may have room the next time.
    opened ??= open().catch((error: unknown) => {
      opened = null;
      throw error;
    });
    // As a plain object: with its own contract it would be looked for from the top, and not where it hangs.
    return { default: { ...(await opened).router } };
  });
  return {
    router,
    close: async (): Promise<void> => {
      const backend = await opened?.catch(() => null);
      await backend?.close();
    },
  };
}
