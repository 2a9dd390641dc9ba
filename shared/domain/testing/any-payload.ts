import fc from 'fast-check';
import * as z from 'zod';
import type { ComplaintBody } from '../commands/command.ts';
import { COMMAND_KINDS, COMMANDS } from '../commands/registry.ts';

const TEXTS = fc.constantFrom('', 'Sudah diperiksa.', '9300001', '2026-03-02', '2026-01-02');

/** Any value that a schema lets through, as far as payloads of commands need it. */
function anyOf(schema: z.ZodType): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodNullable) return fc.option(anyOf(schema.unwrap() as z.ZodType));
  if (schema instanceof z.ZodOptional) return anyOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodArray) return fc.array(anyOf(schema.element as z.ZodType), { maxLength: 2 });
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries<z.ZodType>(schema.shape).map(([name, field]) => [name, anyOf(field)]);
    return fc.record(Object.fromEntries(fields));
  }
  return TEXTS.filter((text) => schema.safeParse(text).success);
}

/** Any command on a complaint, of every kind that there is. */
export const anyBody: fc.Arbitrary<ComplaintBody> = fc
  .constantFrom(...COMMAND_KINDS.filter((kind) => COMMANDS[kind].subject === 'complaint'))
  .chain((kind) => anyOf(COMMANDS[kind].payload).map((payload) => ({ kind, payload }) as ComplaintBody));
