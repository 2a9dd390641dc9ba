import * as z from 'zod';
import { PROPOSAL_KINDS } from '../complaint/entry-detail.ts';
import { type Data, id, list } from '../schema.ts';
import { COMMANDS, type DraftKind } from './registry.ts';
import { type WordsField, wordsFieldOf } from './spec/spec.ts';

/** Of a joint answer. `revision`: of the complaint when the officer began to write; null: not known. */
const jointAnswer = z.object({
  as: z.enum(PROPOSAL_KINDS),
  complaints: list(z.object({ id, revision: z.int().nullable() })),
});

/** By name: a field means the same in every kind of draft. */
const fields: z.ZodRawShape = Object.fromEntries(
  Object.values(COMMANDS).flatMap((spec) =>
    'draft' in spec
      ? Object.entries(spec.payload.shape).filter(([name]) => name !== wordsFieldOf(spec.payload))
      : [],
  ),
);

type Payloads = { [Kind in DraftKind]: Data<(typeof COMMANDS)[Kind]['payload']> }[DraftKind];
/** What all members of a union have together. */
type Together<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
  ? All
  : never;
type Chosen = Omit<Together<Payloads>, WordsField> & { readonly joint: Data<typeof jointAnswer> };

/** What the command of a draft will say besides its words: the fields of the payloads, as far as chosen. */
export type DraftChoices = { readonly [Name in keyof Chosen]?: Chosen[Name] | undefined };

export const draftChoices = z.object({ ...fields, joint: jointAnswer }).partial() as unknown as z.ZodType<
  DraftChoices,
  DraftChoices
>;
