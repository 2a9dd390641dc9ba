import { expect, test } from 'vitest';
import { playwrightOutcome, summary, vitestOutcome } from './results.ts';

const vitest = (success: boolean, ...files: Array<[string, Array<[string, string]>]>) =>
  JSON.stringify({
    success,
    testResults: files.map(([status, tests]) => ({
      status,
      assertionResults: tests.map(([status, fullName]) => ({ status, fullName })),
    })),
  });

test('Vitest’s tests are counted, the skipped ones by name', () => {
  const json = vitest(
    false,
    [
      'passed',
      [
        ['passed', 'a'],
        ['skipped', 'b (no file of vectors)'],
      ],
    ],
    [
      'failed',
      [
        ['failed', 'c'],
        ['passed', 'd'],
        ['todo', 'e'],
      ],
    ],
  );
  expect(vitestOutcome(json)).toEqual({ passed: 2, failed: 1, skipped: ['b (no file of vectors)', 'e'] });
});

test('a file that cannot be loaded, and an error outside of any test, are failures', () => {
  expect(vitestOutcome(vitest(false, ['passed', [['passed', 'a']]], ['failed', []]))).toMatchObject({
    failed: 1,
  });
  expect(vitestOutcome(vitest(false, ['passed', [['passed', 'a']]]))).toMatchObject({ passed: 1, failed: 1 });
});

const spec = (title: string, status: string, reason?: string) => ({
  title,
  tests: [{ status, annotations: reason === undefined ? [] : [{ type: 'skip', description: reason }] }],
});

test('Playwright’s tests are counted through all groups, the skipped ones with their reason', () => {
  const json = JSON.stringify({
    errors: [],
    suites: [
      {
        specs: [spec('a', 'expected')],
        suites: [
          {
            specs: [spec('b', 'skipped', 'no Electron runtime'), spec('c', 'unexpected'), spec('d', 'flaky')],
          },
        ],
      },
    ],
  });
  expect(playwrightOutcome(json)).toEqual({ passed: 1, failed: 2, skipped: ['b – no Electron runtime'] });
});

test('an error of Playwright itself is a failure', () => {
  const json = JSON.stringify({ errors: [{ message: 'x' }], suites: [{ specs: [spec('a', 'expected')] }] });
  expect(playwrightOutcome(json)).toMatchObject({ passed: 1, failed: 1 });
});

test.each([null, '', '{', '{}', '[]'])('a run that left %j instead of a result is a failure', (json) => {
  expect(vitestOutcome(json)).toEqual({ passed: 0, failed: 1, skipped: [] });
  expect(playwrightOutcome(json)).toEqual({ passed: 0, failed: 1, skipped: [] });
});

test('a run without any test is a failure, and one where all were skipped', () => {
  expect(vitestOutcome(vitest(true))).toMatchObject({ passed: 0, failed: 1 });
  expect(vitestOutcome(vitest(true, ['passed', [['skipped', 'a']]]))).toMatchObject({ passed: 0, failed: 1 });
  expect(playwrightOutcome(JSON.stringify({ errors: [], suites: [] }))).toMatchObject({ failed: 1 });
});

test('the last line of a run sums up both kinds of tests', () => {
  const outcome = { passed: 3, failed: 0, skipped: [] };
  expect(summary([outcome, { passed: 2, failed: 1, skipped: [] }])).toBe('5 passed, 1 failed');
  expect(summary([outcome, { passed: 0, failed: 0, skipped: ['x'] }])).toBe('3 passed, 0 failed, 1 skipped');
});
