import { expect, test } from 'vitest';
import { seenByCitizens } from './citizen-view.ts';

const COMPLAINT = { anonymous: true, reporterName: null, originalText: 'Nama saya Tiur Manalu.' };
const marked = (text: string, complaint = COMPLAINT) =>
  seenByCitizens(text, complaint)
    .map((part) => ({ plain: part.text, hidden: `[${part.text}]`, open: `<${part.text}>` })[part.as])
    .join('');

test('personal data and the name of an anonymous reporter are hidden, what is not filled stands open', () => {
  expect(marked('Ibu Manalu, hubungi 0812-3456-7890 pada {tanggal}.')).toBe(
    'Ibu [Manalu], hubungi [0812-3456-7890] pada <{tanggal}>.',
  );
  expect(marked('Ibu Manalu, selesai.', { ...COMPLAINT, anonymous: false })).toBe('Ibu Manalu, selesai.');
});

test('the parts together are the text, also where marks meet or there are none', () => {
  for (const text of ['', 'Selesai.', '{a}{b}', 'Manalu Manalu 1207010203040506'])
    expect(
      seenByCitizens(text, COMPLAINT)
        .map((part) => part.text)
        .join(''),
    ).toBe(text);
});
