import { expect, test } from 'vitest';
import { newRecorded } from '#shared/domain/complaint/recorded.ts';
import { instantOf, localOf, withLink, withPasted } from './form.ts';

const NOW = Date.parse('2026-11-25T09:00:00.000Z');
const EMPTY = { text: '', complaint: newRecorded(new Date(NOW).toISOString()) };
const POST =
  'Budi Santoso\n@budi_s\n@dishub lampu jalan di Cemara mati. Sudah 3 minggu.\n14.05 · 25 Nov 2026';

test('a pasted post fills the form, and says which fields', () => {
  const { form, filled } = withPasted(EMPTY, POST, NOW);
  expect(form).toMatchObject({
    text: '@dishub lampu jalan di Cemara mati. Sudah 3 minggu.',
    complaint: {
      title: 'Lampu jalan di Cemara mati',
      channel: 'social',
      reporter: { name: 'Budi Santoso' },
      source: { platform: 'x', author: '@budi_s', at: '2026-11-25T07:05:00.000Z' },
    },
  });
  expect(filled).toEqual(['text', 'title', 'channel', 'platform', 'author', 'at', 'name']);
});

test('a paste changes no field that the officer has filled in', () => {
  const complaint = {
    ...EMPTY.complaint,
    title: 'PJU Cemara',
    source: { ...EMPTY.complaint.source, author: '@lain' },
  };
  expect(withPasted({ text: '', complaint }, POST, NOW).form.complaint).toMatchObject({
    title: 'PJU Cemara',
    source: { author: '@lain', platform: 'x' },
  });
});

test('a pasted text with a long first sentence gets a title that is cut at a word', () => {
  const { title } = withPasted(EMPTY, 'lampu jalan '.repeat(20), NOW).form.complaint;
  expect(title).toMatch(/^Lampu jalan .*(lampu|jalan)…$/);
  expect(title.length).toBeLessThanOrEqual(81);
});

test('a link in its own field fills in the platform and the account', () => {
  expect(withLink(EMPTY.complaint, 'https://www.tiktok.com/@budi/video/1?x=1', NOW).source).toMatchObject({
    platform: 'tiktok',
    author: '@budi',
    link: 'https://www.tiktok.com/@budi/video/1',
  });
  expect(withLink(EMPTY.complaint, 'https://conto', NOW).source).toMatchObject({
    platform: null,
    link: 'https://conto',
  });
});

test('the form shows and reads times in WIB', () => {
  expect(localOf('2026-11-25T17:05:00.000Z')).toBe('2026-11-26T00:05');
  expect(instantOf('2026-11-26T00:05')).toBe('2026-11-25T17:05:00.000Z');
  expect([localOf(''), instantOf('')]).toEqual(['', '']);
});
