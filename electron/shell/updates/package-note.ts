import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** What the package says of its own updates (`build/packaging/stage.ts`). */
const schema = z.object({
  /** The office's folder of releases; null: it has none. */
  url: z.url({ protocol: /^https?$/ }).nullable(),
  keys: z.array(z.string()).readonly(),
  built: z.iso.datetime(),
});
export type PackageNote = Readonly<z.infer<typeof schema>>;

/** Null: this is no package, or one that says nothing of updates. */
export function readPackageNote(app: string): PackageNote | null {
  try {
    return schema.parse(JSON.parse(readFileSync(join(app, 'update.json'), 'utf8')));
  } catch {
    return null;
  }
}
