import { readdirSync, readFileSync } from 'node:fs';

/**
 * What a program and all processes that it started hold for themselves alone, MiB: pages that they share are
 * the system's. Null where the system does not tell it (not Linux).
 */
export function privateMiB(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  let kilobytes = 0;
  for (const each of withDescendants(pid)) {
    for (const [, amount] of read(`/proc/${each}/smaps_rollup`).matchAll(/^Private_\w+:\s+(\d+) kB/gm)) {
      kilobytes += Number(amount);
    }
  }
  return kilobytes / 1024;
}

function withDescendants(pid: number): readonly number[] {
  const childrenOf = Map.groupBy(
    readdirSync('/proc').filter((name) => /^\d+$/.test(name)),
    (name) => Number(/^PPid:\s+(\d+)/m.exec(read(`/proc/${name}/status`))?.[1]),
  );
  const family = [pid];
  for (const each of family) family.push(...(childrenOf.get(each) ?? []).map(Number));
  return family;
}

/** '' for a process that has ended meanwhile. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
