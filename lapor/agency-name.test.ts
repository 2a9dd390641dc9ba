import { expect, test } from 'vitest';
import { agencyIdOf, agencyOfText, agencyTextOf } from './agency-name.ts';

test.each([
  { laporId: '7001', name: 'Dinas Perhubungan' },
  { laporId: null, name: 'Dinas Perhubungan' },
  { laporId: '7001', name: 'Dinas | Perhubungan' },
  { laporId: null, name: '' },
])('an agency %j is the same after it was remembered as one text', (agency) => {
  expect(agencyOfText(agencyTextOf(agency))).toEqual(agency);
});

test('an agency without an id in LAPOR! gets one from its name, however that is written', () => {
  expect(agencyIdOf({ laporId: null, name: ' DINAS  Sosial ' })).toBe('opd-dinas-sosial');
  expect(agencyIdOf({ laporId: '7009', name: 'Dinas Sosial' })).toBe('7009');
});
