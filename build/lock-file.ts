import * as z from 'zod';

const lockFile = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      link: z.boolean().optional(),
    }),
  ),
});

/** Hosts and packages without a checksum in a `package-lock.json`. None: it fits every registry. */
export function lockProblems(text: string): string[] {
  const problems: string[] = [];
  for (const [path, entry] of Object.entries(lockFile.parse(JSON.parse(text)).packages)) {
    if (path === '' || entry.link === true) continue;
    if (entry.resolved !== undefined) problems.push(`${path}: names where it came from (${entry.resolved})`);
    // A package inside another one's archive has no checksum of its own.
    if (entry.integrity === undefined && entry.inBundle !== true) problems.push(`${path}: has no checksum`);
  }
  return problems;
}
