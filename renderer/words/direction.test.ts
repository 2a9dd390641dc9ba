import { expect, test } from 'vitest';
import { inLine } from './direction.ts';
import { wordsOf } from './i18n.ts';

test('a mark that turns the direction does not get into a line or a sentence with others', () => {
  expect(inLine(['gpj.\u202eexe', 'Lubuk Pakam'])).toBe('gpj.exe · Lubuk Pakam');
  const { t } = wordsOf('id');
  expect(t('case.reason', { reason: 'a\u202eb\u2067c <i>' })).toContain('abc <i>');
});
