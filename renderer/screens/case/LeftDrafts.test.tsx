import { expect, test } from 'vitest';
import type { ListedDraft } from '#shared/contract/window/drafts.ts';
import { rendered } from '../../words/testing/rendered.tsx';
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

test.each([
  ['id', 'Draf: Tindak lanjut', 'Salin teks'],
  ['en', 'Draft: Follow-up', 'Copy the text'],
] as const)(
  'a draft of a complaint that is gone can be read in full and copied, but not written on (%s)',
  (language, name, copy) => {
    const page = rendered(<LeftDraft draft={draft} />, '2026-11-24', language);
    expect(page).toContain(`aria-label="${name}"`);
    expect(page).toContain('Petugas kami datang &lt;Senin&gt;.\nTerima kasih.');
    expect(page).toContain('9412001 Lampu jalan mati');
    expect(page).toMatch(new RegExp(`<button[^>]*>.*${copy}</button>`));
    expect(page).not.toMatch(/<textarea|<input|contenteditable/);
  },
);
