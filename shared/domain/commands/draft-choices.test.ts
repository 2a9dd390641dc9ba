import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyBody } from '../testing/any-payload.ts';
import { bodyOfDraft, choicesOf, commandBody, DRAFT_KINDS, isDraftKind } from './command.ts';
import { draftChoices } from './draft-choices.ts';

test('everything that can be chosen for a draft of any kind is kept in it', () => {
  fc.assert(
    fc.property(anyBody(), (body) => {
      if (!isDraftKind(body.kind)) return;
      expect(draftChoices.parse(choicesOf(body))).toEqual(choicesOf(body));
    }),
    { numRuns: 1_000 },
  );
});

test('a draft for which nothing is chosen yet is a command that can be read', () => {
  const unreadable = DRAFT_KINDS.filter((kind) => !commandBody.safeParse(bodyOfDraft(kind, 'x', {})).success);
  expect(unreadable).toEqual([]);
});
