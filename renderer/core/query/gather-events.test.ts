import { expect, test } from 'vitest';
import type { BackendEvent } from '#shared/contract/window/events.ts';
import { gatherEvents } from './gather-events.ts';

function gathering() {
  const told: BackendEvent[] = [];
  const timers: (() => void)[] = [];
  const tell = gatherEvents(
    (event) => told.push(event),
    (_ms, run) => timers.push(run),
  );
  return { told, tell, pass: () => timers.shift()?.(), pending: () => timers.length };
}

test('the first event is told at once', () => {
  const { told, tell } = gathering();
  tell({ topics: ['queue'], complaintIds: ['a'] });
  expect(told).toEqual([{ topics: ['queue'], complaintIds: ['a'] }]);
});

test('a crowd of events becomes one, with everything that any of them named', () => {
  const { told, tell, pass, pending } = gathering();
  tell({ topics: ['sync'], complaintIds: null });
  tell({ topics: ['queue'], complaintIds: ['a'] });
  tell({ topics: ['case', 'queue'], complaintIds: ['b', 'a'] });
  pass();
  expect(told[1]).toEqual({ topics: ['queue', 'case'], complaintIds: ['a', 'b'] });
  tell({ topics: ['queue'], complaintIds: ['c'] });
  tell({ topics: ['queue'], complaintIds: null });
  pass();
  expect(told[2]).toEqual({ topics: ['queue'], complaintIds: null });
  pass();
  expect([told.length, pending()]).toEqual([3, 0]);
});
