import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { expect, test } from 'vitest';
import type { ListedDraft } from '#shared/contract/window/drafts.ts';
import { BUILT_IN_HOLIDAYS } from '#shared/domain/calendar/holidays.ts';
import { compileCalendar } from '#shared/domain/calendar/working-days.ts';
import { BUILT_IN_RULES } from '#shared/domain/deadlines/deadline-rules.ts';
import { createI18n, type Language } from '../../words/i18n.ts';
import { ReferenceContext } from '../../words/reference.tsx';
import { LeftDraft } from './LeftDrafts.tsx';

const draft: ListedDraft = {
  id: 'd-1',
  complaintId: 'lapor-1',
  kind: 'follow_up',
  text: 'Petugas kami datang <Senin>.\nTerima kasih.',
  choices: {},
  updatedAt: '2026-11-24T03:42:00.000Z',
  trunkRevision: 3,
  attachments: [],
  trackingId: '9412001',
  title: 'Lampu jalan mati',
};

const reference = {
  officer: { id: 'o-1', name: 'Rina', role: 'penghubung', agency: null },
  basis: { rules: BUILT_IN_RULES, calendar: compileCalendar(BUILT_IN_HOLIDAYS) },
  today: '2026-11-24',
  agencies: [],
  colleagues: [],
} as const;

const shown = (language: Language): string =>
  renderToStaticMarkup(
    <I18nextProvider i18n={createI18n(language)}>
      <ReferenceContext value={reference}>
        <LeftDraft draft={draft} />
      </ReferenceContext>
    </I18nextProvider>,
  );

test.each([
  ['id', 'Draf: Tindak lanjut', 'Salin teks'],
  ['en', 'Draft: Follow-up', 'Copy the text'],
] as const)(
  'a draft of a complaint that is gone can be read in full and copied, but not written on (%s)',
  (language, name, copy) => {
    const page = shown(language);
    expect(page).toContain(`aria-label="${name}"`);
    expect(page).toContain('Petugas kami datang &lt;Senin&gt;.\nTerima kasih.');
    expect(page).toContain('9412001 Lampu jalan mati');
    expect(page).toMatch(new RegExp(`<button[^>]*>.*${copy}</button>`));
    expect(page).not.toMatch(/<textarea|<input|contenteditable/);
  },
);
