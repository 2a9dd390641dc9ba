import { expect, test } from 'vitest';
import {
  type CommandBody,
  choicesOf,
  isDraftKind,
  isOfficeKind,
  isSilent,
  needsWords,
  subjectOf,
  textOf,
} from './command.ts';

test('a kind that only a later version knows is one on a complaint, without words', () => {
  const body = { kind: 'telepathy', payload: { text: 'Halo' } } as unknown as CommandBody;
  expect([isOfficeKind, isSilent, isDraftKind, needsWords].map((is) => is(body.kind))).toEqual(
    Array(4).fill(false),
  );
  expect([textOf(body), choicesOf(body)]).toEqual(['', { text: 'Halo' }]);
  expect(subjectOf({ ...body, complaintId: 'lapor-1' })).toBe('lapor-1');
});

test('a name that every object has is no kind', () => {
  expect(isDraftKind('constructor')).toBe(false);
});
