import * as z from 'zod';
import { PROPOSAL_KINDS } from '../complaint/entry-detail.ts';
import { type Data, list, text } from '../schema.ts';
import { COMMANDS, type DraftKind } from './registry.ts';
import { type WordsField, wordsFieldOf } from './spec/spec.ts';

/** Of a joint answer. `revision`: of the complaint when the officer began to write; null: not known. */
const jointAnswer = z.object({
  as: z.enum(PROPOSAL_KINDS),
  complaints: list(z.object({ id: text, revision: z.int().nullable() })),
});

/** The fields of all payloads that begin as a draft; a name in several of them takes any of their values. */
function chosenFields(): Record<string, z.ZodType> {
  const fields: Record<string, z.ZodType> = {};
  for (const spec of Object.values(COMMANDS)) {
    if (!('draft' in spec)) continue;
    for (const [name, field] of Object.entries<z.ZodType>(spec.payload.shape)) {
      if (name === wordsFieldOf(spec.payload)) continue;
      const known = fields[name];
      fields[name] = known === undefined || known === field ? field : z.union([known, field]);
    }
  }
  return fields;
}

type DraftPayload = { [Kind in DraftKind]: Data<(typeof COMMANDS)[Kind]['payload']> }[DraftKind];
type ChosenName<Payload> = Payload extends unknown ? Exclude<keyof Payload, WordsField> : never;
type ValueOf<Payload, Name> = Payload extends unknown
  ? Name extends keyof Payload
    ? Payload[Name]
    : never
  : never;

/** What the command of a draft will say besides its words: the fields of the payloads, as far as chosen. */
export type DraftChoices = {
  readonly [Name in ChosenName<DraftPayload>]?: ValueOf<DraftPayload, Name> | undefined;
} & { readonly joint?: Data<typeof jointAnswer> | undefined };

export const draftChoices = z
  .object({ ...chosenFields(), joint: jointAnswer })
  .partial() as unknown as z.ZodType<DraftChoices, DraftChoices>;
