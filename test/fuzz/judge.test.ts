import { expect, test } from 'vitest';
import { HOSTILE_TEXTS } from './hostile.ts';
import { faultsOf } from './judge.ts';

const SECRETS = ['kanari-other-7'];

test.each([
  ['a good answer', { status: 200, text: '{"ok":true}' }, []],
  ['a refusal', { status: 400, text: '{"code":"BAD_REQUEST"}' }, []],
  ['an honest "not now"', { status: 503, text: '' }, []],
  ['an internal error', { status: 500, text: '{"code":"INTERNAL_SERVER_ERROR"}' }, ['serverErrors']],
  ['a line that was closed', 'closed' as const, ['serverErrors']],
  ['no answer', 'hang' as const, ['hangs']],
  ['a stack', { status: 400, text: 'Error\n    at run (/srv/app/x.ts:3:7)' }, ['stackTraces']],
  [
    'a place in the program',
    { status: 400, text: '{"message":"see store/accounts.ts:12"}' },
    ['stackTraces'],
  ],
  ['a statement', { status: 400, text: 'select "id" from "complaints" where' }, ['stackTraces']],
  ['the name of a library', { status: 400, text: '{"code":"FST_ERR_BAD_URL"}' }, ['stackTraces']],
  ['a text of another agency', { status: 200, text: '… kanari-other-7 …' }, ['leaks']],
  [
    'two at once',
    { status: 500, text: 'TypeError: kanari-other-7' },
    ['serverErrors', 'stackTraces', 'leaks'],
  ],
])('%s is judged', (_what, answer, faults) => {
  expect(faultsOf(answer, SECRETS)).toEqual(faults);
});

test('no text that is sent looks like a fault when it comes back', () => {
  expect(HOSTILE_TEXTS.filter((text) => faultsOf({ status: 200, text }, SECRETS).length > 0)).toEqual([]);
});
