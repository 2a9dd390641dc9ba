import * as z from 'zod';
import { line, MAX_LINE } from '../../domain/schema.ts';

/** What is wrong with a policy file, and where: `line` counts from 1, `field` is the file's own word. */
export const policyProblem = z.object({
  file: line,
  fault: z.enum(['not_readable', 'not_json', 'not_an_object', 'unknown_field', 'wrong_value']),
  line: z.int().nullable(),
  field: line.nullable(),
});
export type PolicyProblem = z.infer<typeof policyProblem>;

const webAddress = z.url({ protocol: /^https?$/ }).max(MAX_LINE);

/** The policy file of the office's IT. What is absent the officer, or the package, decides. */
export const policyFields = z.strictObject({
  /** The only central service that this PC connects to. */
  centralUrl: webAddress.exactOptional(),
  /** The address of the folder of releases; null: IT installs by itself. */
  updates: webAddress.nullable().exactOptional(),
  language: z.enum(['id', 'en']).exactOptional(),
});

/** What the window shows of it. */
export const shownPolicy = policyFields.omit({ updates: true }).extend({ problem: policyProblem.nullable() });

/** `problem`: the file is there and does not say what it may have closed, so all of that is closed. */
export type Policy = Readonly<z.infer<typeof policyFields>> & { readonly problem: PolicyProblem | null };
export const NO_POLICY: Policy = { problem: null };
