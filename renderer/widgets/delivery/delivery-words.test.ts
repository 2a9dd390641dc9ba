import { expect, test } from 'vitest';
import { DELIVERY_STATES } from '#shared/contract/window/outbox.ts';
import { REFUSAL_CODES } from '#shared/domain/commands/spec/refusal-codes.ts';
import { wordsOf } from '../../words/i18n.ts';
import { deliveryWords, type Whereabouts } from './delivery-words.ts';

const context = wordsOf('id');
const said = (delivery: Whereabouts) => deliveryWords(delivery, context);

test('only what the central service has accepted is said to be sent', () => {
  const sent = DELIVERY_STATES.filter((state) => /^terkirim/.test(said({ state }).word));
  expect(sent).toEqual(['accepted']);
  const ok = DELIVERY_STATES.filter((state) => said({ state }).tone === 'ok');
  expect(ok).toEqual(['accepted']);
});

test('every state of a sent text has a word of its own and a sentence', () => {
  const words = DELIVERY_STATES.map((state) => said({ state }));
  expect(new Set(words.map(({ word }) => word)).size).toBe(DELIVERY_STATES.length);
  for (const { explanation } of words) expect(explanation).toMatch(/\.$/);
});

test('a text that may have arrived is being checked, and cannot arrive twice', () => {
  expect(said({ state: 'unsure' })).toEqual({
    tone: 'soon',
    word: 'belum pasti',
    explanation:
      'Sudah dikirim, tetapi jawaban layanan pusat belum diterima. Hasilnya ditanyakan begitu tersambung; tidak dapat terkirim dua kali.',
  });
});

test('a text that waits for its files says how far they are', () => {
  expect(said({ state: 'queued', upload: { sent: 1_200_000, total: 3_000_000 } })).toEqual({
    tone: 'soon',
    word: 'antre · lampiran 40 %',
    explanation:
      'Lampirannya diunggah dahulu: 1,2 MB dari 3 MB sudah di layanan pusat. Sesudah itu teksnya dikirim.',
  });
  expect(said({ state: 'sending', upload: { sent: 0, total: 10 } }).word).toBe('mengirim · lampiran 0 %');
  // The central service has all of it: the files are history.
  expect(said({ state: 'accepted', upload: { sent: 10, total: 10 } }).word).toBe('terkirim');
});

test('a sent text names its receipt where there is one', () => {
  expect(said({ state: 'accepted', receipt: 'K-20931' }).explanation).toBe(
    'Sudah diterima layanan pusat, dengan tanda terima K-20931.',
  );
});

test('a refused text is explained by its reason', () => {
  const reasons = REFUSAL_CODES.map((code) => said({ state: 'refused', code }).explanation);
  expect(new Set(reasons).size).toBe(REFUSAL_CODES.length);
});
