/** What each node imports: files, or the folders or rooms that they stand in. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** Nodes that all need each other, and the shortest way around among them ("a, b, a"). */
export type Knot = { readonly members: readonly string[]; readonly loop: readonly string[] };

/** The knots of a graph; a node that imports itself is one. None: imports run in one direction. */
export function knots(graph: Graph): Knot[] {
  const reach = new Map([...graph.keys()].map((node) => [node, reached(graph, node)]));
  const found: Knot[] = [];
  for (const node of graph.keys()) {
    if (!reach.get(node)?.has(node) || found.some(({ members }) => members.includes(node))) continue;
    const members = [...graph.keys()].filter(
      (other) => reach.get(node)?.has(other) && reach.get(other)?.has(node),
    );
    const [loop = []] = members.map((start) => loopFrom(graph, start)).sort((a, b) => a.length - b.length);
    found.push({ members, loop });
  }
  return found;
}

/** Every node that one needs, directly or through others. */
export function reached(graph: Graph, start: string): ReadonlySet<string> {
  const seen = new Set<string>(graph.get(start));
  for (const node of seen) for (const next of graph.get(node) ?? []) seen.add(next);
  return seen;
}

/** The graph of what the files stand in, by name. A file whose group is null is left out. */
export function grouped(files: Graph, groupOf: (file: string) => string | null): Graph {
  const groups = new Map<string, Set<string>>();
  for (const [file, targets] of files) {
    const from = groupOf(file);
    if (from === null) continue;
    const known = groups.get(from) ?? new Set();
    groups.set(from, known);
    for (const to of targets.map(groupOf)) if (to !== null && to !== from) known.add(to);
  }
  return new Map([...groups].sort().map(([group, others]) => [group, [...others].sort()]));
}

function loopFrom(graph: Graph, start: string): string[] {
  const paths = [[start]];
  const seen = new Set<string>();
  for (const path of paths) {
    for (const next of graph.get(path.at(-1) ?? '') ?? []) {
      if (next === start) return [...path, next];
      if (!seen.has(next)) paths.push([...path, next]);
      seen.add(next);
    }
  }
  return [];
}
