import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import * as z from 'zod';
import { ROOT } from '../base/paths.ts';

const fuseSchema = z.object({
  definitions: z.object({ FuseOptionsV1: z.object({ properties: z.record(z.string(), z.unknown()) }) }),
});

/** What electron-builder would object to, and the fuses that nobody decided. */
export function configurationProblems(configuration: unknown): string[] {
  const schema: unknown = JSON.parse(
    readFileSync(join(ROOT, 'node_modules/app-builder-lib/scheme.json'), 'utf8'),
  );
  // The schema has keywords for editors that are no part of JSON Schema.
  const validate = new Ajv({ strict: false }).compile(schema as object);
  if (!validate(configuration)) {
    const [error] = validate.errors ?? [];
    return [`${error?.instancePath ?? ''}: ${error?.message ?? 'invalid'} ${JSON.stringify(error?.params)}`];
  }
  const known = Object.keys(fuseSchema.parse(schema).definitions.FuseOptionsV1.properties);
  const { electronFuses } = z
    .object({ electronFuses: z.record(z.string(), z.boolean()).default({}) })
    .parse(configuration);
  return known
    .filter((fuse) => electronFuses[fuse] === undefined)
    .map((fuse) => `/electronFuses: ${fuse} is not decided`);
}
