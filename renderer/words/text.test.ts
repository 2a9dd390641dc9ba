import { expect, test } from 'vitest';
import { lowerCase, sentenceCase } from './text.ts';

test('writes shouted category names as a sentence and keeps their acronyms', () => {
  expect(
    ['LAMPU PENERANGAN JALAN UMUM', 'E-KTP', 'BANTUAN UMKM/KUR', 'PERHUBUNGAN'].map(sentenceCase),
  ).toEqual(['Lampu penerangan jalan umum', 'E-KTP', 'Bantuan UMKM/KUR', 'Perhubungan']);
});

test('leaves a text alone that is not shouted', () => {
  expect(sentenceCase('Jalan Rusak')).toBe('Jalan Rusak');
  expect(sentenceCase('')).toBe('');
});

test('has a form for the middle of a line', () => {
  expect(['JALAN BERLUBANG', 'KTP', 'E-KTP', 'Parkir liar'].map(lowerCase)).toEqual([
    'jalan berlubang',
    'KTP',
    'E-KTP',
    'parkir liar',
  ]);
});
