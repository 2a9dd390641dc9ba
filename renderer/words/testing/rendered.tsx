import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import type { Day } from '#shared/domain/calendar/day.ts';
import { BUILT_IN_HOLIDAYS } from '#shared/domain/calendar/holidays.ts';
import { compileCalendar } from '#shared/domain/calendar/working-days.ts';
import { BUILT_IN_RULES } from '#shared/domain/deadlines/deadline-rules.ts';
import { createI18n, datedWords, type Language, wordsOf } from '../i18n.ts';
import { ReferenceContext } from '../reference.tsx';

const calendar = compileCalendar(BUILT_IN_HOLIDAYS);

/** What an officer without an agency sees of a part of the window on a day, as HTML. */
export function rendered(part: ReactNode, today: Day, language: Language = 'id'): string {
  const reference = {
    officer: { id: 'o-1', name: 'Rina', role: 'penghubung', agency: null },
    basis: { rules: BUILT_IN_RULES, calendar },
    today,
    agencies: [],
    colleagues: [],
    words: { ...datedWords(wordsOf(language), today), calendar },
  } as const;
  return renderToStaticMarkup(
    <I18nextProvider i18n={createI18n(language)}>
      <ReferenceContext value={reference}>{part}</ReferenceContext>
    </I18nextProvider>,
  );
}
