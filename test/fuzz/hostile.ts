/**
 * What a program is not ready for, by the places where others have fallen over it. None of it looks like a
 * fault: it comes back in good answers.
 */
export const HOSTILE_TEXTS: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'x\udfff',
  '\u202eexe.jpg',
  '\ufeff',
  '\u2028',
  '\r\nX-Injected: 1',
  'İ'.repeat(50),
  '👩‍👩‍👧‍👦'.repeat(30),
  'x'.repeat(20_001),
  '9'.repeat(400),
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'infinity',
  '-infinity',
  'NaN',
  'Invalid Date',
  '1e400',
  '294276-12-31T00:00:00Z',
  '-271821-04-20T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '0000-01-01T00:00:00Z',
  '0000-00-00',
  '0001-01-01',
  '9999-12-31',
  '2026-02-30',
  '2026-02-12T24:00:00Z',
  '2026-02-12T02:00:00+99:99',
  "'; drop table complaints; --",
  '" OR 1 NEAR(*',
  'a* AND -b:"',
  '%00',
  '%zz',
  '../../../etc/passwd',
  '\\\\server\\share',
  'CON.jpg',
  '<script>alert(1)</script>',
  '$' + '{7*7}',
  '{}',
  '[]',
  'null',
  'file:/etc/passwd',
  'javascript:alert(1)',
  'http://',
  'http://[',
];

export const HOSTILE_NUMBERS: readonly number[] = [
  -1,
  0,
  1,
  0.5,
  -0.1,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31) - 1,
  2 ** 32,
  Number.MAX_SAFE_INTEGER,
  Number.MIN_SAFE_INTEGER,
  2 ** 53,
  2 ** 63,
  1e308,
  -1e308,
  5e-324,
];

/** Words of JSON that `JSON.stringify` does not write, by the mark that stands for them. */
const UNUSUAL_JSON: Readonly<Record<string, string>> = {
  infinity: '1e999',
  'minus-infinity': '-1e999',
  'minus-zero': '-0',
  'deep-list': '['.repeat(5_000) + ']'.repeat(5_000),
  'deep-object': `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`,
  twice: '{"id":"a","id":"b"}',
};

/** Other values than a schema can expect; some are marks that `jsonOf` writes out. */
export const HOSTILE_VALUES: readonly unknown[] = [
  null,
  true,
  false,
  [],
  {},
  [[]],
  [null],
  { length: -1 },
  ...Object.keys(UNUSUAL_JSON).map((name) => `--${name}--`),
];

/** Fields that nobody asked for. */
export const HOSTILE_FIELDS: readonly (readonly [string, unknown])[] = [
  ['__proto__', { polluted: true, role: 'admin' }],
  ['constructor', { prototype: { polluted: true } }],
  ['toJSON', 'x'],
  ['then', 'x'],
  ['toString', null],
  ['role', 'admin'],
  ['officerId', '1'],
  ['agencyId', '7002'],
  ['', 'x'],
  ['\0', '\0'],
  ['\ud800', '\ud800'],
  ['extra', '--deep-object--'],
];

/** As it goes over the wire. */
export function jsonOf(value: unknown): string {
  const json = JSON.stringify(value) ?? '';
  return json.replaceAll(/"--([\w-]+)--"/g, (mark, name: string) => UNUSUAL_JSON[name] ?? mark);
}
