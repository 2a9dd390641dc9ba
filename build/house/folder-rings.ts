import { posix } from 'node:path';
import type { Graph } from '../import-rules/cycles.ts';

/**
 * A path of folders that ends where it began, and the imports of its weakest step: without them it would be
 * open.
 */
type Loop = { readonly path: readonly string[]; readonly closedBy: readonly string[] };
/** Folders that all need each other, and loops that, once opened, leave none among them. */
export type Ring = { readonly folders: readonly string[]; readonly loops: readonly Loop[] };

/** For each folder those it imports from, with the imports ("a/x.ts → b/y.ts"). */
type Folders = Map<string, Map<string, string[]>>;

/** The rings of folders in a graph of files. A folder is a directory that holds files itself. */
export function folderRings(graph: Graph): Ring[] {
  const folders = foldersOf(graph);
  const reached = new Map([...folders.keys()].map((folder) => [folder, reach(folders, folder)]));
  const rings: Ring[] = [];
  const placed = new Set<string>();
  for (const folder of [...folders.keys()].sort()) {
    if (placed.has(folder) || !reached.get(folder)?.has(folder)) continue;
    const ring = [...(reached.get(folder) ?? [])].filter((other) => reached.get(other)?.has(folder)).sort();
    for (const member of ring) placed.add(member);
    rings.push({ folders: ring, loops: loopsAmong(folders, ring) });
  }
  return rings;
}

function foldersOf(graph: Graph): Folders {
  const folders: Folders = new Map();
  for (const [file, targets] of graph) {
    const from = posix.dirname(file);
    const steps = folders.get(from) ?? folders.set(from, new Map()).get(from);
    for (const target of targets) {
      const to = posix.dirname(target);
      if (to !== from) steps?.set(to, [...(steps.get(to) ?? []), `${file} → ${target}`]);
    }
  }
  return folders;
}

function reach(folders: Folders, start: string): Set<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const next of folders.get(folder)?.keys() ?? []) {
      if (!reached.has(next)) open.push(next);
      reached.add(next);
    }
  }
  return reached;
}

/** Opens the shortest loop at the step with the fewest imports, again and again until none is left. */
function loopsAmong(folders: Folders, ring: readonly string[]): Loop[] {
  const left: Folders = new Map(
    ring.map((from) => [from, new Map([...(folders.get(from) ?? [])].filter(([to]) => ring.includes(to)))]),
  );
  const loops: Loop[] = [];
  for (;;) {
    const [path] = ring
      .map((folder) => shortestLoop(left, folder))
      .filter((loop) => loop.length > 0)
      .sort((a, b) => a.length - b.length);
    if (path === undefined) return loops;
    const steps = path.slice(1).map((to, index) => ({ from: path[index] ?? '', to }));
    const imports = ({ from, to }: { from: string; to: string }) => left.get(from)?.get(to) ?? [];
    const [weakest] = steps.sort((a, b) => imports(a).length - imports(b).length);
    if (weakest === undefined) return loops;
    loops.push({ path, closedBy: imports(weakest) });
    left.get(weakest.from)?.delete(weakest.to);
  }
}

function shortestLoop(folders: Folders, start: string): string[] {
  const seen = new Set<string>();
  const open: string[][] = [[start]];
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    for (const next of [...(folders.get(path.at(-1) ?? '')?.keys() ?? [])].sort()) {
      if (next === start) return [...path, next];
      if (!seen.has(next)) open.push([...path, next]);
      seen.add(next);
    }
  }
  return [];
}
