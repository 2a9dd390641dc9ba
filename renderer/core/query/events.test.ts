import { expect, onTestFinished, test, vi } from 'vitest';
import type { BackendEvent } from '#shared/contract/window/events.ts';
import type { Backend } from '../transport/backend.ts';
import type { Connection } from '../transport/connection.ts';
import { followEvents } from './events.ts';

const NEWS: readonly BackendEvent[] = [
  { topics: ['settings'], complaintIds: null },
  { topics: ['sync'], complaintIds: null },
];

test('a listener that fails is told of as a fault of the page, and hears the next event on the same line', async () => {
  const told = vi.fn();
  vi.stubGlobal('reportError', told);
  onTestFinished(() => void vi.unstubAllGlobals());
  const fault = new TypeError('not a key of the contract');
  const lines = vi.fn();
  const heard: BackendEvent[] = [];
  const backend = {
    events: async () => {
      lines();
      return (async function* () {
        yield* NEWS;
        await new Promise(() => {});
      })();
    },
  } as unknown as Backend;
  const connection = { link: async () => {} } as unknown as Connection;
  void followEvents(backend, connection, (event) => {
    heard.push(event);
    if (event === NEWS[0]) throw fault;
  });
  await expect.poll(() => heard.slice(1)).toEqual(NEWS);
  expect(told.mock.calls).toEqual([[fault]]);
  expect(lines).toHaveBeenCalledTimes(1);
});
