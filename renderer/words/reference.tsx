import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { compileCalendar } from '#shared/domain/calendar/working-days.ts';
import type { DeadlineBasis } from '#shared/domain/deadlines/clocks.ts';
import type { Officer } from '#shared/domain/people/roles.ts';
import { useAnswerOf } from '../core/services/services.tsx';
import type { Backend } from '../core/transport/backend.ts';
import type { WordsContext } from './clock-words.ts';
import { formatsOf } from './format.ts';
import { datedWords, type Words } from './i18n.ts';

type Reference = Awaited<ReturnType<Backend['reference']['get']>>;

/** Who works here, and what every deadline on the screen is computed from. */
type ReferenceValue = Pick<Reference, 'today' | 'agencies' | 'colleagues'> & {
  readonly officer: Officer;
  readonly basis: DeadlineBasis;
  /** Everything that puts a deadline into words: made once, not by each row of a list. */
  readonly words: WordsContext;
};

export const ReferenceContext = createContext<ReferenceValue | null>(null);

export function ReferenceProvider({
  officer,
  fallback,
  children,
}: {
  readonly officer: Officer;
  /** Until the backend has answered. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}) {
  const data = useAnswerOf((ask) => ask.reference.get);
  const holidays = data?.holidays;
  const rules = data?.rules;
  const basis = useMemo(
    () =>
      holidays === undefined || rules === undefined ? null : { rules, calendar: compileCalendar(holidays) },
    [holidays, rules],
  );
  const words = useWords();
  const value = useMemo(() => {
    if (data === undefined || basis === null) return null;
    return { ...data, basis, officer, words: { ...datedWords(words, data.today), calendar: basis.calendar } };
  }, [data, basis, officer, words]);
  if (value === null) return fallback;
  return <ReferenceContext value={value}>{children}</ReferenceContext>;
}

export function useReference(): ReferenceValue {
  const value = useContext(ReferenceContext);
  if (value === null) throw new Error('useReference outside of ReferenceProvider');
  return value;
}

/** The officer's words: `t`, and how their language writes days, times and numbers. */
export function useWords(): Words {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'id';
  return useMemo(() => ({ t, ...formatsOf(language) }), [t, language]);
}

export function useClockWords(): WordsContext {
  return useReference().words;
}
