import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Graph } from '../import-rules/graph.ts';
import { drawRooms, withPicture } from './picture.ts';

const DOCUMENT = 'docs/architecture.md';

/** What is wrong with the picture in the document, in one sentence; null: it shows the imports of today. */
export function pictureProblem(root: string, graph: Graph): string | null {
  const path = join(root, DOCUMENT);
  const document = existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : '';
  const right = withPicture(document, drawRooms(graph));
  if (right === null)
    return `${DOCUMENT}: the marks between which the picture of the rooms stands are missing`;
  return right === document
    ? null
    : `${DOCUMENT}: the picture shows other imports than the code has: run \`npm run house -- --write\``;
}

/** Draws the picture in the document anew. */
export function writePicture(root: string, graph: Graph): void {
  const path = join(root, DOCUMENT);
  const document = withPicture(readFileSync(path, 'utf8'), drawRooms(graph));
  if (document !== null) writeFileSync(path, document);
}
