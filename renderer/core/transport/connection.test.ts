import { expect, test } from 'vitest';
import { keepConnected, type Line, pauseBefore } from './connection.ts';

const link = (name: string): Line['link'] => ({ call: async () => name });

function lines() {
  const closers: (() => void)[] = [];
  let opened = 0;
  return {
    closers,
    open: async (): Promise<Line> => {
      opened++;
      return { link: link(`line ${opened}`), closed: new Promise((resolve) => closers.push(resolve)) };
    },
  };
}

const settle = () => new Promise((resolve) => setImmediate(resolve));

test('a call waits until the line is open, and after a loss until the next line is open', async () => {
  const { open, closers } = lines();
  const connection = keepConnected(open, async () => {});
  const seen: string[] = [];
  connection.subscribe(() => seen.push(connection.state()));

  expect(await (await connection.link()).call([], null, { context: {} })).toBe('line 1');
  closers[0]?.();
  await settle();
  expect(await (await connection.link()).call([], null, { context: {} })).toBe('line 2');
  expect(seen).toEqual(['open', 'lost', 'open']);
});

test('a connection is tried again, with growing pauses, while the backend does not answer', async () => {
  const pauses: number[] = [];
  let failures = 3;
  const good = lines();
  const connection = keepConnected(
    async () => {
      if (failures-- > 0) throw new Error('nobody there');
      return good.open();
    },
    async (ms) => void pauses.push(ms),
  );
  await connection.link();
  expect(pauses).toEqual([200, 340, 578]);
  expect(pauseBefore(50)).toBe(3_000);
});

test('a connection is not tried again when the backend does not let this window in', async () => {
  let asked = 0;
  const connection = keepConnected(
    async () => {
      asked++;
      return 'refused';
    },
    async () => {},
  );
  await settle();
  expect([connection.state(), asked]).toEqual(['refused', 1]);
});

test('a page goes on trying while somebody else answers in place of its backend', async () => {
  const good = lines();
  const answers: ('unproven' | Error)[] = ['unproven', new Error('nobody there'), 'unproven'];
  let opened = 0;
  const connection = keepConnected(
    async () => {
      const answer = opened++ === 0 ? undefined : answers.shift();
      if (answer instanceof Error) throw answer;
      return answer ?? good.open();
    },
    async () => {},
  );
  const seen: string[] = [];
  connection.subscribe(() => seen.push(connection.state()));
  await connection.link();
  good.closers[0]?.();
  await expect.poll(() => seen).toEqual(['open', 'lost', 'unproven', 'lost', 'unproven', 'open']);
});
