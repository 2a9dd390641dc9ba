import { QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { createQueryClient } from './query-client.ts';

const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

/** A query whose answers are given by hand. */
function question(path: readonly [string, string] = ['case', 'get'], input: unknown = { id: 'lapor-1' }) {
  const asked: { answer: (text: string) => Promise<void>; fail: () => Promise<void> }[] = [];
  const queryFn = () =>
    new Promise<string>((resolve, reject) => {
      asked.push({
        answer: (text) => {
          resolve(text);
          return settle();
        },
        fail: () => {
          reject(new Error('line lost'));
          return settle();
        },
      });
    });
  return { options: { queryKey: [path, { type: 'query', input }], queryFn }, asked };
}

/** A window that shows the query's answer. */
function shown(...where: Parameters<typeof question>) {
  const { client, onEvent } = createQueryClient();
  const { options, asked } = question(...where);
  const observer = new QueryObserver(client, options);
  const show = () => observer.subscribe(() => {});
  const state = () => {
    const { data, isFetching, isError } = observer.getCurrentResult();
    return { data, isFetching, isError };
  };
  return { client, onEvent, options, asked, show, state, leave: show() };
}

const EVERYTHING = {
  topics: ['queue', 'case', 'outbox', 'sync', 'session', 'reference', 'settings', 'log'],
  complaintIds: null,
} as const;

test('an answer is asked for once, however many screens show it', async () => {
  const { asked, show, state } = shown();
  show();
  await asked[0]?.answer('one');
  show();
  expect([asked.length, state().data]).toEqual([1, 'one']);
});

test('an event of its topic and complaint makes a query ask again, and the last answer stays meanwhile', async () => {
  const { asked, onEvent, state } = shown();
  await asked[0]?.answer('one');

  onEvent({ topics: ['case'], complaintIds: ['lapor-2'] });
  onEvent({ topics: ['queue'], complaintIds: null });
  await settle();
  expect(asked.length).toBe(1);

  onEvent({ topics: ['case'], complaintIds: ['lapor-1'] });
  await settle();
  expect(state()).toEqual({ data: 'one', isFetching: true, isError: false });
  await asked[1]?.answer('two');
  expect(state()).toEqual({ data: 'two', isFetching: false, isError: false });
});

test('an answer that may concern every complaint is asked for again after an event of any one', async () => {
  const { asked, onEvent } = shown(['similar', 'of']);
  await asked[0]?.answer('one');
  onEvent({ topics: ['queue'], complaintIds: ['lapor-2'] });
  await settle();
  expect(asked.length).toBe(2);
});

test('an answer whose topics nobody has listed is asked for again after every event', async () => {
  const { asked, onEvent } = shown(['new', 'get'], undefined);
  await asked[0]?.answer('one');
  onEvent({ topics: ['log'], complaintIds: [] });
  await settle();
  expect(asked.length).toBe(2);
});

test.each([[undefined], ['before']])(
  'an event during an answer asks once more, because the answer may be older than the change (%s shown)',
  async (before) => {
    const { asked, onEvent, state } = shown();
    if (before !== undefined) {
      await asked.shift()?.answer(before);
      onEvent(EVERYTHING);
      await settle();
    }
    onEvent({ topics: ['case'], complaintIds: null });
    onEvent({ topics: ['case'], complaintIds: null });
    await asked[0]?.answer('old');
    expect([asked.length, state().data]).toEqual([2, 'old']);
    await asked[1]?.answer('new');
    expect([asked.length, state().data]).toEqual([2, 'new']);
  },
);

test('a hidden answer is not asked for again until it is shown', async () => {
  const { asked, onEvent, leave, show, client, options } = shown();
  await asked[0]?.answer('one');
  leave();
  onEvent(EVERYTHING);
  await settle();
  expect([asked.length, client.getQueryData(options.queryKey)]).toEqual([1, 'one']);
  show();
  expect(asked.length).toBe(2);
});

test('an answer that an event overtakes while it is prefetched is asked for again when it is shown', async () => {
  const { client, onEvent } = createQueryClient();
  const { options, asked } = question();
  void client.prefetchQuery(options);
  onEvent(EVERYTHING);
  await asked[0]?.answer('old');
  expect(asked.length).toBe(1);
  new QueryObserver(client, options).subscribe(() => {});
  expect(asked.length).toBe(2);
});

test('a query that fails keeps its last answer, and the next event makes it ask again', async () => {
  const { asked, onEvent, state } = shown();
  await asked[0]?.answer('one');
  onEvent(EVERYTHING);
  await asked[1]?.fail();
  expect(state()).toEqual({ data: 'one', isFetching: false, isError: true });
  onEvent(EVERYTHING);
  await asked[2]?.answer('two');
  expect(state()).toEqual({ data: 'two', isFetching: false, isError: false });
});
