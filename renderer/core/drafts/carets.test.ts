import { expect, test } from 'vitest';
import { Carets } from './carets.ts';

function officer() {
  let timers: (() => void)[] = [];
  const kept: unknown[] = [];
  const carets = new Carets({
    after: (_ms, run) => {
      timers.push(run);
      return () => {
        timers = timers.filter((other) => other !== run);
      };
    },
    keep: ({ id, caret }) => kept.push([id, caret]),
  });
  const pause = () => {
    for (const run of timers.splice(0)) run();
  };
  return { carets, kept, pause };
}
const at = (from: number, to = from) => ({ from, to });

test('a caret that only moves is kept on a pause, once', () => {
  const { carets, kept, pause } = officer();
  for (const to of [1, 2, 3]) carets.move('d-1', at(1, to));
  pause();
  carets.move('d-1', at(1, 3));
  pause();
  expect([kept, carets.of('d-1'), carets.of('d-2')]).toEqual([[['d-1', at(1, 3)]], at(1, 3), null]);
});

test('a caret goes with the save of its text, and is not kept a second time', () => {
  const { carets, kept, pause } = officer();
  carets.move('d-1', at(5));
  expect([carets.toSave('d-2'), carets.toSave('d-1')]).toEqual([undefined, at(5)]);
  pause();
  expect(kept).toEqual([]);
  // A save that did not come through takes it along again.
  expect(carets.toSave('d-1')).toEqual(at(5));
});

test('a field that was left is no place to come back to, however late it says so', () => {
  const { carets, kept, pause } = officer();
  carets.move('d-1', at(5));
  carets.move('d-1', null);
  pause();
  carets.move('d-2', at(0));
  carets.move('d-1', null);
  pause();
  expect(kept).toEqual([
    ['d-1', null],
    ['d-2', at(0)],
  ]);
});

test('the place from before the page was loaded counts until the officer writes, and is not kept again', () => {
  const { carets, kept, pause } = officer();
  carets.recall({ id: 'd-1', caret: at(4) });
  carets.move('d-1', at(4));
  pause();
  expect([kept, carets.of('d-1')]).toEqual([[], at(4)]);
  carets.move('d-2', at(0));
  carets.recall({ id: 'd-1', caret: at(4) });
  expect(carets.of('d-1')).toBeNull();
});
