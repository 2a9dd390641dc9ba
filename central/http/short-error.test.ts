import { ORPCError } from '@orpc/server';
import { expect, test } from 'vitest';
import { shortError } from './short-error.ts';

test('an error names the first places that are wrong, each shortly', () => {
  const issue = {
    path: ['x'.repeat(5_000), ...Array.from({ length: 5_000 }, (_, n) => n)],
    message: 'y'.repeat(5_000),
  };
  const error = new ORPCError('BAD_REQUEST', {
    data: { issues: Array.from({ length: 5_000 }, () => issue) },
  });
  const said = JSON.stringify(shortError(error));
  expect(said.length).toBeLessThan(6_000);
  expect(said).toContain('"path":"xxx');
});

test('an error that says nothing of the body stays as it is', () => {
  const error = new ORPCError('UNAUTHORIZED');
  expect(shortError(error)).toBe(error);
});
