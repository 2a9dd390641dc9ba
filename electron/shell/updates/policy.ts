import { readFileSync } from 'node:fs';
import * as z from 'zod';

/** What the office's IT has decided for this PC. Other keys are for other parts of the program. */
const schema = z.object({
  /** The address of the folder of releases; null: IT installs by itself; absent: as the package says. */
  updates: z.url({ protocol: /^https?$/ }).nullish(),
});
export type Policy = Readonly<z.infer<typeof schema>>;

/** Where each system lets administrators alone write; no variable of the user's leads elsewhere. */
const FILES: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  win32: 'C:\\ProgramData\\Penghubung\\policy.json',
  darwin: '/Library/Application Support/Penghubung/policy.json',
};
export const policyFile = (platform: NodeJS.Platform): string =>
  FILES[platform] ?? '/etc/penghubung/policy.json';

/** A policy that is there and cannot be read forbids what it may have been about. */
export function readPolicy(file: string = policyFile(process.platform)): Policy {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? {} : { updates: null };
  }
}
