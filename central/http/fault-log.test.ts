import { pino } from 'pino';
import { expect, test } from 'vitest';
import { faultLine, openFaultLog } from './fault-log.ts';

test('a fault is told by its kind, its codes and where it was', () => {
  const error = Object.assign(new TypeError('KENARI'), {
    code: '23514',
    table: 'tokens',
    column: 'KENARI with spaces',
    detail: 'Failing row contains (KENARI).',
  });
  const line = faultLine(error);
  expect(line).toMatchObject({ type: 'TypeError', code: '23514', table: 'tokens' });
  expect(line.at[0]).toContain('fault-log.test.ts');
  expect(JSON.stringify(line)).not.toContain('KENARI');
});

test('what somebody wrote is not in the log, even where it looks like a place of the program', () => {
  const line = faultLine(new Error('x\n    at KENARI (file:///pengaduan.ts:1:1)\n    at KENARI:2:2'));
  expect(line.at.length).toBeGreaterThan(0);
  expect(JSON.stringify(line)).not.toContain('KENARI');
  expect(faultLine('KENARI')).toEqual({ type: 'string', at: [] });
});

test('a thousand faults are some lines, and a number', () => {
  const lines: string[] = [];
  const faults = openFaultLog(pino({}, { write: (line: string) => void lines.push(line) }));
  for (let n = 0; n < 1_000; n++) faults.fault(new Error(), 'request failed');
  faults.close();
  expect(lines).toHaveLength(61);
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ faults: 1_000 });
});
