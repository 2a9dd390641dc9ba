import fc from 'fast-check';
import * as z from 'zod';
import type { ComplaintBody } from '../commands/command.ts';
import { COMMAND_KINDS, COMMANDS, type CommandKind } from '../commands/registry.ts';

const TEXTS = fc.constantFrom('', 'Sudah diperiksa.', '9300001', '2026-03-02', '2026-01-02');

/** What stands in a field of this name instead of any value that its schema lets through. */
type Known = Readonly<Record<string, fc.Arbitrary<unknown>>>;

/** Any value that a schema lets through, as far as payloads of commands need it. */
function anyOf(schema: z.ZodType, known: Known): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodNullable) return fc.option(anyOf(schema.unwrap() as z.ZodType, known));
  if (schema instanceof z.ZodOptional) return anyOf(schema.unwrap() as z.ZodType, known);
  if (schema instanceof z.ZodArray)
    return fc.array(anyOf(schema.element as z.ZodType, known), { maxLength: 2 });
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries<z.ZodType>(schema.shape).map(([name, field]) => [
      name,
      known[name] ?? anyOf(field, known),
    ]);
    return fc.record(Object.fromEntries(fields));
  }
  return TEXTS.filter((text) => schema.safeParse(text).success);
}

/** The kinds that are done to a complaint. */
export const COMPLAINT_KINDS = COMMAND_KINDS.filter((kind) => COMMANDS[kind].subject === 'complaint');

/** Any command of this kind. */
export function anyBodyOf(kind: CommandKind, known: Known = {}): fc.Arbitrary<ComplaintBody> {
  return anyOf(COMMANDS[kind].payload, known).map((payload) => ({ kind, payload }) as ComplaintBody);
}

/** Any command on a complaint, of every kind that there is. */
export function anyBody(known: Known = {}): fc.Arbitrary<ComplaintBody> {
  return fc.constantFrom(...COMPLAINT_KINDS).chain((kind) => anyBodyOf(kind, known));
}
