import { type Lazy, lazy } from '@orpc/server';
import { BUILT_IN_HOLIDAYS } from '#shared/domain/calendar/holidays.ts';
import { compileCalendar } from '#shared/domain/calendar/working-days.ts';
import { rowOf } from '#shared/domain/complaint/row.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import { demoOfficerId, generateComplaints } from '../../../demo/generate.ts';
import { AGENCIES } from '../../../demo/regency.ts';
import type { WindowRouter } from '../api/router.ts';
import type { JournalStore } from '../store/journal/journal-store.ts';
import { STANDALONE_PREFIX } from '../store/settings/session-table.ts';
import type { Connector } from '../sync/http/transport.ts';

const SEED = 20_261_127;
/** Roads: complaints that resemble each other, and whose answers need dates and photos. */
const AGENCY_ID = '7002';

/** There is nobody to whom anything could leave. */
export const NOBODY_THERE: Connector = {
  connect: () => {
    throw new Error('practice mode reaches no central service');
  },
  enrol: async () => ({ ok: false, code: 'unreachable' }),
};

/** Fills a standalone office with invented complaints, made for the day of `now`, ms since 1970. */
export function fillPracticeOffice({ session, standalone, visits, write }: JournalStore, now: number): void {
  const office = AGENCIES.find(({ id }) => id === AGENCY_ID);
  if (office === undefined) throw new Error('the invented regency has no such agency');
  const [first, second] = office.staff;
  const agency = { id: office.id, name: office.name };
  const officer: Officer = { id: demoOfficerId(office.id, 0), name: first, role: 'penghubung', agency };
  const calendar = compileCalendar(BUILT_IN_HOLIDAYS);
  const complaints = generateComplaints({ seed: SEED, now: new Date(now), calendar });
  write(() => {
    session.saveSession({ centralUrl: STANDALONE_PREFIX, token: '', officer });
    visits.seen(new Date(now).toISOString());
    for (const complaint of complaints) {
      if (complaint.agency?.id !== office.id) continue;
      const { timeline, readBy } = complaint;
      standalone.put({ row: rowOf(complaint), timeline, readBy, lapor: null });
    }
    standalone.setNames({
      agencies: AGENCIES.map(({ id, name }) => ({ id, name })),
      colleagues: [
        { id: officer.id, name: first, role: 'penghubung' },
        { id: demoOfficerId(office.id, 1), name: second, role: 'pelaksana' },
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
