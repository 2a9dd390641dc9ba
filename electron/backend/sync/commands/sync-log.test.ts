import { expect, test } from 'vitest';
import { type CommandsEvent, type CommandsState, commandsMachine } from './machine.ts';
import { type LogLine, syncLog } from './sync-log.ts';

const online: CommandsState = { ...commandsMachine.initial, signedIn: true, online: true };
const offline: CommandsState = { ...online, online: false };
const waiting: CommandsState = { ...online, phase: 'waiting' };
const failed = (code: 'unreachable' | 'timeout' | 'aborted' | 'unauthorized'): CommandsEvent => ({
  type: 'pull_failed',
  request: 1,
  failure: { code, retryAfterMs: null },
});
const pulled: CommandsEvent = { type: 'pulled', request: 1, more: false };

function log() {
  const lines: LogLine[] = [];
  const world = { nothingWaits: true };
  const take = syncLog(
    (line) => lines.push(line),
    () => world.nothingWaits,
  );
  return { lines, take, world };
}

test('a day without a connection is a line, however often it is tried; another reason is another line', () => {
  const { lines, take } = log();
  take(failed('unreachable'), online, offline);
  for (let n = 0; n < 100; n++) take(failed('unreachable'), offline, offline);
  take(failed('timeout'), offline, offline);
  take(failed('aborted'), offline, offline);
  take(pulled, offline, online);
  expect(lines).toEqual([
    { event: 'offline', detail: 'unreachable' },
    { event: 'offline', detail: 'timeout' },
    { event: 'online' },
  ]);
});

test('coming to rest is said once, and again after something was composed', () => {
  const { lines, take } = log();
  take(pulled, online, waiting);
  take(pulled, online, waiting);
  take({ type: 'wake', at: 0 }, waiting, waiting);
  take(pulled, online, waiting);
  expect(lines).toEqual([{ event: 'synced' }, { event: 'synced' }]);
});

test('coming to rest is not said while the journal holds something', () => {
  const { lines, take, world } = log();
  world.nothingWaits = false;
  take(pulled, online, waiting);
  expect(lines).toEqual([]);
});

test('a sign-in that is needed and a version that is too old are said as such, not as no connection', () => {
  const { lines, take } = log();
  take(failed('unauthorized'), online, { ...online, signInNeeded: true });
  take({ type: 'unauthorized' }, online, { ...online, signInNeeded: true });
  take(failed('timeout'), online, { ...online, outdated: true });
  expect(lines).toEqual([{ event: 'sign_in_needed' }, { event: 'outdated' }]);
});
