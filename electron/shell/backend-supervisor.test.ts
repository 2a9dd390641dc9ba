import { beforeEach, expect, test } from 'vitest';
import type {
  FromBackend,
  StartFailure,
  ToBackend,
  ToldByBackend,
} from '#shared/contract/process/backend-process.ts';
import type { BackendState } from '#shared/contract/process/window-bridge.ts';
import { type BackendProcess, GRACE_MS, type Supervisor, superviseBackend } from './backend-supervisor.ts';

const open = { type: 'open', dataDir: '/d', demo: false, join: null, policy: { problem: null } } as const;

class Child implements BackendProcess<string> {
  readonly received: Array<[ToBackend, readonly string[]]> = [];
  killed = false;
  say: (message: FromBackend) => void = () => {};
  end: (code: number) => void = () => {};
  send = (message: ToBackend, ports: readonly string[] = []) => void this.received.push([message, ports]);
  onMessage = (listener: (message: FromBackend) => void) => {
    this.say = listener;
  };
  onExit = (listener: (code: number) => void) => {
    this.end = listener;
  };
  kill = () => {
    this.killed = true;
    this.end(1);
  };
}

let children: Child[];
let states: BackendState[];
let failures: StartFailure[];
let heard: ToldByBackend[];
let clock: number;
let alarms: Array<{ ms: number; then: () => void }>;
let supervisor: Supervisor<string>;
const child = (n: number): Child => {
  const found = children[n];
  if (found === undefined) throw new Error(`no child ${n}`);
  return found;
};
const ring = () => alarms.shift()?.then();

beforeEach(() => {
  children = [];
  states = [];
  failures = [];
  heard = [];
  clock = 0;
  alarms = [];
  supervisor = superviseBackend<string>({
    fork: () => {
      const next = new Child();
      children.push(next);
      return next;
    },
    open,
    now: () => clock,
    after: (ms, then) => {
      const alarm = { ms, then };
      alarms.push(alarm);
      return () => {
        alarms = alarms.filter((other) => other !== alarm);
      };
    },
    onTold: (told) => heard.push(told),
    onState: (state) => states.push(state),
    onFailure: (code) => failures.push(code),
    log: () => {},
  });
});

test('the supervisor starts the backend, tells it where its data are and hands it lines once it is up', () => {
  expect(supervisor.connect('early')).toBe(false);
  child(0).say({ type: 'ready' });
  expect(supervisor.connect('line')).toBe(true);
  expect(child(0).received).toEqual([
    [open, []],
    [{ type: 'connect' }, ['line']],
  ]);
  expect(states).toEqual(['up']);
});

test('a backend that was killed is started again, with longer waits each time', () => {
  for (const [n, wait] of [250, 500, 1000].entries()) {
    child(n).say({ type: 'ready' });
    child(n).end(137);
    expect(supervisor.connect('line')).toBe(false);
    expect(alarms.map((alarm) => alarm.ms)).toEqual([wait]);
    ring();
    expect(child(n + 1).received).toEqual([[open, []]]);
  }
  expect(states).toEqual(['up', 'down', 'up', 'down', 'up', 'down']);
});

test('a backend that ran well for long starts again at once', () => {
  child(0).end(1);
  ring();
  child(1).end(1);
  ring();
  clock = 3_600_000;
  child(2).end(1);
  expect(alarms.map((alarm) => alarm.ms)).toEqual([250]);
});

test('a backend that ends soon after each restart is left alone, until the officer wants it tried again', () => {
  for (const n of [0, 1, 2]) {
    child(n).say({ type: 'ready' });
    child(n).end(137);
    ring();
  }
  child(3).end(137);
  expect([states.at(-1), alarms, children.length]).toEqual(['failed', [], 4]);
  expect(failures).toEqual([]);

  supervisor.retry();
  supervisor.retry();
  expect([states.at(-1), children.length]).toEqual(['down', 5]);
  child(4).say({ type: 'ready' });
  // It has as many attempts as the first time.
  child(4).end(137);
  expect(alarms.map(({ ms }) => ms)).toEqual([250]);
});

test('a backend whose start fails for a reason nobody knows is tried again, then left alone', () => {
  for (const n of [0, 1, 2, 3]) {
    child(n).say({ type: 'failed', code: 'unknown', message: 'a bug' });
    expect(child(n).killed).toBe(true);
    ring();
  }
  expect([states.at(-1), failures]).toEqual(['failed', []]);
});

test('a backend that is left alone is stopped at once, and not tried again after that', async () => {
  for (const n of [0, 1, 2, 3]) {
    child(n).end(1);
    ring();
  }
  await supervisor.stop();
  supervisor.retry();
  expect(children).toHaveLength(4);
});

test('a backend that cannot open its data is not started again and again', () => {
  child(0).say({ type: 'failed', code: 'journal_newer_version', message: 'database of a newer version' });
  child(0).end(1);
  expect(states).toEqual(['failed']);
  expect(failures).toEqual(['journal_newer_version']);
  expect(alarms).toEqual([]);
});

test('stopping asks the backend to close and waits until it has', async () => {
  child(0).say({ type: 'ready' });
  let stopped = false;
  const stop = supervisor.stop().then(() => {
    stopped = true;
  });
  expect(child(0).received.at(-1)).toEqual([{ type: 'close' }, []]);
  await Promise.resolve();
  expect(stopped).toBe(false);
  child(0).end(0);
  await stop;
  expect(alarms).toEqual([]);
  expect(children).toHaveLength(1);
});

test('a backend that does not close in time is killed', async () => {
  const stop = supervisor.stop();
  expect(alarms.map((alarm) => alarm.ms)).toEqual([GRACE_MS]);
  ring();
  await stop;
  expect(child(0).killed).toBe(true);
});

test('stopping while a restart is due prevents the restart', async () => {
  child(0).end(1);
  await supervisor.stop();
  expect(alarms).toEqual([]);
});

test('an update waits for the backend’s word, and one that is down or ends meanwhile has copied nothing', async () => {
  expect(await supervisor.prepareUpdate()).toBe('copy_failed');
  child(0).say({ type: 'ready' });
  const asked = supervisor.prepareUpdate();
  expect(child(0).received).toContainEqual([{ type: 'prepare_update' }, []]);
  child(0).say({ type: 'update_prepared', readiness: 'writing' });
  expect(await asked).toBe('writing');
  const cut = supervisor.prepareUpdate();
  child(0).end(1);
  expect(await cut).toBe('copy_failed');
});

test('what the backend tells is passed on', () => {
  child(0).say({ type: 'counts', unsent: 1, due: 2 });
  expect(heard).toEqual([{ type: 'counts', unsent: 1, due: 2 }]);
});
