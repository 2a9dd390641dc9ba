import { expect, test } from 'vitest';
import { createViewing, LOOK_MS } from './viewing.ts';

function window() {
  const told: (string | null)[] = [];
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  const viewing = createViewing(
    (id) => told.push(id),
    (ms, run) => {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
  );
  const pass = (ms: number) => {
    now += ms;
    const due = timers.filter(({ at }) => at <= now);
    timers = timers.filter(({ at }) => at > now);
    for (const { run } of due) run();
  };
  return { viewing, told, pass };
}

test('colleagues are told of an open complaint when it has been looked at for a while', () => {
  const { viewing, told, pass } = window();
  viewing.show('a');
  pass(LOOK_MS - 1);
  expect(told).toEqual([]);
  pass(1);
  expect(told).toEqual(['a']);
});

test('running through a list tells colleagues nothing', () => {
  const { viewing, told, pass } = window();
  for (const id of ['a', 'b', 'c']) {
    viewing.show(id);
    pass(LOOK_MS / 2);
  }
  viewing.show(null);
  pass(LOOK_MS);
  expect(told).toEqual([]);
});

test('colleagues are told at once that a complaint is left, not when the next one is looked at', () => {
  const { viewing, told, pass } = window();
  viewing.show('a');
  pass(LOOK_MS);
  viewing.show('b');
  expect(told).toEqual(['a', null]);
  pass(LOOK_MS);
  expect(told).toEqual(['a', null, 'b']);
});

test('the same complaint shown again is no news; a new line is told what is open', () => {
  const { viewing, told, pass } = window();
  viewing.again();
  viewing.show('a');
  pass(LOOK_MS);
  viewing.show('a');
  viewing.again();
  viewing.show(null);
  viewing.again();
  expect(told).toEqual(['a', 'a', null]);
});
