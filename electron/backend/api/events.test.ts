import { expect, test, vi } from 'vitest';
import { eventHub } from './events.ts';

test('what changes within one frame is one event, and what comes closely after it the next one', async () => {
  vi.useFakeTimers();
  try {
    const hub = eventHub();
    const ending = new AbortController();
    const events = hub.subscribe(ending.signal);
    const first = events.next();
    hub.publish(['queue'], ['a']);
    hub.publish(['case', 'queue'], ['b']);
    await vi.advanceTimersByTimeAsync(16);
    expect((await first).value).toEqual({ topics: ['queue', 'case'], complaintIds: ['a', 'b'] });
    hub.publish(['outbox'], ['c']);
    hub.publish(['sync'], null);
    const second = events.next();
    await vi.advanceTimersByTimeAsync(100);
    hub.publish(['log'], []);
    await vi.advanceTimersByTimeAsync(50);
    expect((await second).value).toEqual({ topics: ['outbox', 'sync', 'log'], complaintIds: null });
    const last = events.next();
    ending.abort();
    expect((await last).done).toBe(true);
  } finally {
    vi.useRealTimers();
  }
});

test('more complaints than a screen can hold are told as "possibly all"', async () => {
  const hub = eventHub();
  const events = hub.subscribe(undefined);
  const next = events.next();
  hub.publish(
    ['queue'],
    Array.from({ length: 201 }, (_, number) => `${number}`),
  );
  expect((await next).value).toEqual({ topics: ['queue'], complaintIds: null });
  await events.return(undefined);
});
