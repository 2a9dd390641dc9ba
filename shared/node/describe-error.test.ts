import { expect, test } from 'vitest';
import { describeError } from './describe-error.ts';

const SECRET = 'Siti Aminah 1271046508900002';

function thrown(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

test('an error is told by its kind, its code and its functions', () => {
  const error = Object.assign(thrown(readNothing) as Error, { code: 'SQLITE_FULL' });
  const { at, ...kind } = describeError(error);
  expect(kind).toEqual({ type: 'TypeError', code: 'SQLITE_FULL' });
  expect(at[0]).toMatch(/^readNothing describe-error\.test\.ts:\d+:\d+$/);
});

function readNothing(): unknown {
  return (undefined as unknown as { name: string }).name;
}

test.each<[what: string, error: unknown]>([
  ['JSON that quotes a text', thrown(() => JSON.parse(`{"nama": ${SECRET}`))],
  ['a message of its own', new Error(SECRET)],
  ['a message that looks like a function', new Error(`x\n    at ${SECRET.replaceAll(' ', '_')} (a.ts:1:1)`)],
  ['a cause', new Error('x', { cause: new Error(SECRET) })],
  ['a name and a code', Object.assign(new Error('x'), { name: SECRET, code: `${SECRET}!` })],
  ['fields beside it', Object.assign(new Error('x'), { input: SECRET, issues: [{ message: SECRET }] })],
  [
    'a folder named after the user',
    {
      __proto__: Error.prototype,
      name: 'Error',
      message: '',
      stack: `Error\n    at open (/home/Siti Aminah/1271046508900002/x.js:1:2)`,
    },
  ],
  ['no error at all', SECRET],
])('%s leaves nothing of a text in the log', (_what, error) => {
  const said = JSON.stringify(describeError(error));
  for (const part of SECRET.split(' ')) expect(said).not.toContain(part);
});
