import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays, type Day, instantAt } from '#shared/domain/calendar/day.ts';
import { compileCalendar } from '#shared/domain/calendar/working-days.ts';
import type { DeadlineBasis } from '#shared/domain/deadlines/clocks.ts';
import type { Agency, Colleague } from '#shared/domain/people/roles.ts';
import { referenceQuery } from '../core/query/queries.ts';
import { useServices } from '../core/services/services.tsx';
import { useQuery } from '../core/services/use-query.ts';
import type { WordsContext } from './clock-words.ts';
import type { Language, Translate } from './i18n.ts';

/** What every deadline on the screen is computed from. */
type ReferenceValue = {
  readonly basis: DeadlineBasis;
  readonly today: Day;
  readonly agencies: readonly Agency[];
  /** The officers of the own OPD. */
  readonly colleagues: readonly Colleague[];
};

const ASK_AGAIN_MS = 10 * 60_000;

const ReferenceContext = createContext<ReferenceValue | null>(null);

/** Shows its children once the reference data is there, and asks for a new "today" at midnight WIB. */
export function ReferenceProvider({ children, fallback }: { children: ReactNode; fallback: ReactNode }) {
  const { desk, cache } = useServices();
  const { data } = useQuery(referenceQuery(desk));
  const holidays = data?.holidays;
  const rules = data?.rules;
  const today = data?.today;

  useEffect(() => {
    if (today === undefined) return;
    let timer: ReturnType<typeof setTimeout>;
    const askIn = (ms: number) => {
      timer = setTimeout(() => {
        cache.onEvent({ topics: ['reference'], complaintIds: null });
        // The clocks of this PC and of the centre may differ: ask on until the day has changed.
        askIn(ASK_AGAIN_MS);
      }, ms);
    };
    askIn(Math.max(1_000, Date.parse(instantAt(addDays(today, 1))) - Date.now() + 1_000));
    return () => clearTimeout(timer);
  }, [today, cache]);

  const basis = useMemo(
    () =>
      holidays === undefined || rules === undefined ? null : { rules, calendar: compileCalendar(holidays) },
    [holidays, rules],
  );
  const agencies = data?.agencies;
  const colleagues = data?.colleagues;
  const value = useMemo(
    () =>
      basis === null || today === undefined || agencies === undefined || colleagues === undefined
        ? null
        : { basis, today, agencies, colleagues },
    [basis, today, agencies, colleagues],
  );
  if (value === null) return fallback;
  return <ReferenceContext value={value}>{children}</ReferenceContext>;
}

export function useReference(): ReferenceValue {
  const value = useContext(ReferenceContext);
  if (value === null) throw new Error('useReference outside of ReferenceProvider');
  return value;
}

/** The officer's language and the words in it. */
export function useWords(): { readonly t: Translate; readonly language: Language } {
  const { t, i18n } = useTranslation();
  return { t, language: i18n.language === 'en' ? 'en' : 'id' };
}

/** Everything that puts a deadline into words. */
export function useClockWords(): WordsContext {
  const { basis, today } = useReference();
  const { t, language } = useWords();
  return useMemo(
    () => ({ calendar: basis.calendar, today, language, t }),
    [basis.calendar, today, language, t],
  );
}
