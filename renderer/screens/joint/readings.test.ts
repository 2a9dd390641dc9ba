import { expect, test } from 'vitest';
import { wordsOf } from '../../words/i18n.ts';
import { type Reading, readingWords, stateOf, summaryWords } from './readings.ts';

const reading = (changes: Partial<Reading>): Reading => ({
  id: 'lapor-1',
  trackingId: '1',
  title: '',
  revision: 1,
  code: null,
  text: '',
  checks: [],
  personal: [],
  ...changes,
});
const unfilled = { check: 'unfilled', gaps: [{ from: 0, to: 9, name: 'tanggal' }] } as const;

test('each reading names the gravest thing that speaks against the answer, and one line sums them up', () => {
  const { t } = wordsOf('id');
  const all = [
    reading({}),
    reading({ checks: [{ check: 'no_next_step' }] }),
    reading({ personal: ['0812 3456 7890'] }),
    reading({ checks: [unfilled], personal: ['0812 3456 7890'] }),
    reading({ checks: [{ check: 'names_reporter', name: 'Tiur' }] }),
    reading({ code: 'superseded', checks: [unfilled] }),
    reading({ code: 'after_refused' }),
  ];
  expect(all.map((one) => [stateOf(one), readingWords(one, t)])).toEqual([
    ['going', ''],
    ['going', ''],
    ['to_confirm', 'Memuat data pribadi: 0812 3456 7890.'],
    ['to_mend', 'Belum diisi: tanggal.'],
    ['to_mend', 'Pelapor anonim, tetapi teks menyebut “Tiur”.'],
    ['left_out', 'rekan sudah menjawab'],
    ['left_out', 'tidak dapat dilakukan'],
  ]);
  expect(summaryWords(all, t)).toBe('3 akan dikirim · 2 perlu diperbaiki · 2 dilewati');
  expect(summaryWords(all.slice(0, 1), t)).toBe('1 akan dikirim');
});
