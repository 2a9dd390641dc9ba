import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { askAgain } from './ask-again.ts';
import { keepConnected, type Line } from './connection.ts';

const OVER = Object.assign(new Error('over'), { name: 'AbortError' });

/** Backends, one after the other: each answers, or falls under a call. */
function backends(...answers: readonly unknown[]) {
  const asked: unknown[] = [];
  let started = 0;
  const connection = keepConnected(
    async (): Promise<Line> => {
      const answer = answers[started++];
      const ended = Promise.withResolvers<void>();
      const call = async (path: readonly string[], input: unknown) => {
        asked.push([path.join('.'), input]);
        if (answer !== OVER) {
          if (answer instanceof Error) throw answer;
          return answer;
        }
        // The call hears of it before the connection does.
        setImmediate(ended.resolve);
        throw OVER;
      };
      return { link: { call }, closed: ended.promise };
    },
    async () => {},
  );
  const link = askAgain(connection);
  return {
    asked,
    ask: (path: string, input: unknown = null, signal?: AbortSignal) =>
      link.call(path.split('.'), input, { context: {}, ...(signal && { signal }) }),
  };
}

test('a call whose line ends is asked again on the next one, with the same words', async () => {
  const { asked, ask } = backends(OVER, 'done');
  expect(await ask('command.submit', { id: 'c-1' })).toBe('done');
  expect(asked).toEqual([
    ['command.submit', { id: 'c-1' }],
    ['command.submit', { id: 'c-1' }],
  ]);
});

test('a call under which two backends fell is not asked a third time: it may be the reason', async () => {
  const { asked, ask } = backends(OVER, OVER, 'done');
  await expect(ask('case.get')).rejects.toBe(OVER);
  expect(asked).toHaveLength(2);
});

test('what the backend answered, and what nobody waits for, is not asked again', async () => {
  const refusal = new ORPCError('storage_full');
  const full = backends(refusal, 'done');
  await expect(full.ask('draft.save')).rejects.toBe(refusal);
  const left = backends(OVER, 'done');
  await expect(left.ask('case.get', null, AbortSignal.abort())).rejects.toBe(OVER);
  expect([full.asked.length, left.asked.length]).toEqual([1, 1]);
});

test.each(['events', 'session.enrol', 'practice.standalone.applyImport'])(
  '%s is asked once',
  async (path) => {
    const { asked, ask } = backends(OVER, 'done');
    await expect(ask(path)).rejects.toBe(OVER);
    expect(asked).toHaveLength(1);
  },
);
