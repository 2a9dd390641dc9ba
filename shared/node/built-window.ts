import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** The folder of the built page, and the names of its files. */
export type BuiltWindow = ReturnType<typeof readBuiltWindow>;

/** `dist`: where the bundles lie, with the page's folder and the list of its files beside them. */
export function readBuiltWindow(dist: string) {
  const names: unknown = JSON.parse(readFileSync(join(dist, 'window-files.json'), 'utf8'));
  return { dir: join(dist, 'renderer'), names: z.array(z.string()).readonly().parse(names) } as const;
}
