import { expect, test } from 'vitest';
import { Autosave, type DraftContent, LONGEST_MS, PAUSE_MS, RETRY_MS, type SaveState } from './autosave.ts';

const said = (text: string): DraftContent => ({ text, choices: {} });

/** A clock turned by hand and a store that answers by hand. */
function backend(saved = '') {
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  const calls: { text: string; at: number; keep: () => Promise<void>; fail: () => Promise<void> }[] = [];
  const states: SaveState[] = [];
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  const autosave = new Autosave(said(saved), {
    now: () => now,
    after: (ms, run) => {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    save: ({ text }) =>
      new Promise((resolve, reject) => {
        calls.push({
          text,
          at: now,
          keep: () => {
            resolve();
            return settle();
          },
          fail: () => {
            reject(new Error('no line'));
            return settle();
          },
        });
      }),
    onState: (state) => states.push(state),
  });
  const pass = (ms: number) => {
    const until = now + ms;
    for (;;) {
      const next = timers.filter((timer) => timer.at <= until).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      timers = timers.filter((timer) => timer !== next);
      now = next.at;
      next.run();
    }
    now = until;
  };
  return { autosave, calls, states, pass, pending: () => timers.length };
}

test('a draft is saved on a pause, and "saved" is said only when the store has answered', async () => {
  const { autosave, calls, states, pass } = backend();
  autosave.typed(said('Terima'));
  pass(PAUSE_MS - 1);
  expect(calls).toEqual([]);
  pass(1);
  expect([calls[0]?.text, autosave.state]).toEqual(['Terima', 'saving']);
  await calls[0]?.keep();
  expect([autosave.state, states]).toEqual(['saved', ['unsaved', 'saving', 'saved']]);
});

test('a draft is saved within a second while typing does not pause', async () => {
  const { autosave, calls, pass } = backend();
  for (let key = 1; key <= 20; key++) {
    autosave.typed(said('x'.repeat(key)));
    pass(100);
  }
  expect(calls[0]?.at).toBe(LONGEST_MS);
  expect(LONGEST_MS).toBeLessThanOrEqual(1_000);
  expect(PAUSE_MS).toBeLessThanOrEqual(400);
});

test('only one save runs at a time, and what was typed meanwhile is saved after it', async () => {
  const { autosave, calls, pass } = backend();
  autosave.typed(said('a'));
  pass(PAUSE_MS);
  autosave.typed(said('ab'));
  pass(5_000);
  expect(calls.map((call) => call.text)).toEqual(['a']);
  await calls[0]?.keep();
  expect(autosave.state).toBe('unsaved');
  pass(PAUSE_MS);
  expect(calls.map((call) => call.text)).toEqual(['a', 'ab']);
  await calls[1]?.keep();
  expect(autosave.state).toBe('saved');
});

test('a save that failed is tried again until it is kept', async () => {
  const { autosave, calls, pass, pending } = backend();
  autosave.typed(said('penting'));
  pass(PAUSE_MS);
  await calls[0]?.fail();
  expect(autosave.state).toBe('waiting');
  pass(RETRY_MS);
  await calls[1]?.keep();
  expect([calls.length, autosave.state, pending()]).toEqual([2, 'saved', 0]);
});

test('a flush waits for the save under way and saves the rest', async () => {
  const { autosave, calls, pass } = backend();
  autosave.typed(said('a'));
  pass(PAUSE_MS);
  autosave.typed(said('ab'));
  const flushed = autosave.flush();
  await calls[0]?.keep();
  await calls[1]?.keep();
  expect([await flushed, calls.map((call) => call.text)]).toEqual([true, ['a', 'ab']]);
});

test('a flush says when the store did not take the text', async () => {
  const { autosave, calls } = backend();
  autosave.typed(said('a'));
  const flushed = autosave.flush();
  await calls[0]?.fail();
  expect(await flushed).toBe(false);
});

test('a text typed back to what is saved needs no save', () => {
  const { autosave, calls, pass, pending } = backend('sama');
  autosave.typed(said('sama.'));
  autosave.typed(said('sama'));
  pass(5_000);
  expect([calls, autosave.state, pending()]).toEqual([[], 'saved', 0]);
});

test('the agency that a return is meant for is part of its draft', () => {
  const { autosave, pass, calls } = backend('Wewenang PLN.');
  autosave.typed({ text: 'Wewenang PLN.', choices: { suggestedAgency: 'PLN' } });
  pass(PAUSE_MS);
  expect([calls.length, autosave.content.choices.suggestedAgency]).toEqual([1, 'PLN']);
});

test('a text that the store holds already is taken over without a save', () => {
  const { autosave, calls, pass } = backend();
  autosave.adopt(said('dari tempat lain'));
  pass(5_000);
  expect([autosave.content.text, autosave.isClean, calls]).toEqual(['dari tempat lain', true, []]);
});
