import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Graph, grouped, reached } from '../import-rules/graph.ts';

const DOCUMENT = 'docs/architecture.md';
/** How many folders of a path make a room, by the beginning of the path; else two. Null: it is not drawn. */
const DEPTHS: readonly (readonly [beginning: string, depth: number | null])[] = [
  ['electron/backend/', 3],
  ['lapor/', 1],
  ['demo/', 1],
  ['build/', null],
];
const BEGIN =
  '<!-- Drawn from the imports by `npm run house -- --write`: change the code, not the picture. -->';
const END = '<!-- End of the picture. -->';

/** Draws rooms and imports for Mermaid, without arrows that follow from two others (but all in a ring). */
export function drawRooms(graph: Graph): string {
  const arrows = grouped(graph, roomOf);
  const rooms = [...new Set([...arrows].flat(2))].sort();
  const groups = [...new Set(rooms.map(groupOf))];
  return [
    '```mermaid',
    'flowchart TD',
    ...groups.flatMap((group) => {
      const members = rooms.filter((room) => groupOf(room) === group);
      if (members.length === 1) return members.map((room) => `  ${idOf(room)}["${room}"]`);
      const boxes = members.map((room) => `    ${idOf(room)}["${labelIn(group, room)}"]`);
      return [`  subgraph in_${idOf(group)}["${group}"]`, ...boxes, '  end'];
    }),
    ...rooms.flatMap((room) => kept(arrows, room).map((to) => `  ${idOf(room)} --> ${idOf(to)}`)),
    '```',
  ].join('\n');
}

/** What is wrong with the picture in the document, in one sentence; null: it shows the imports of today. */
export function pictureProblem(root: string, graph: Graph): string | null {
  const path = join(root, DOCUMENT);
  const document = existsSync(path) ? readFileSync(path, 'utf8').replaceAll('\r\n', '\n') : '';
  const right = withPicture(document, drawRooms(graph));
  if (right === document) return null;
  if (right === null) return `${DOCUMENT}: the marks around the picture of the rooms are missing`;
  return `${DOCUMENT}: the picture shows other imports than the code has: run \`npm run house -- --write\``;
}

export function writePicture(root: string, graph: Graph): void {
  const path = join(root, DOCUMENT);
  const document = withPicture(readFileSync(path, 'utf8'), drawRooms(graph));
  if (document !== null) writeFileSync(path, document);
}

/** The document with the picture between its marks; null: it has no marks. */
function withPicture(document: string, picture: string): string | null {
  const begin = document.indexOf(BEGIN);
  const end = document.indexOf(END);
  if (begin < 0 || end < begin) return null;
  return `${document.slice(0, begin + BEGIN.length)}\n\n${picture}\n\n${document.slice(end)}`;
}

function roomOf(path: string): string | null {
  const folders = path.split('/').slice(0, -1);
  const depth = DEPTHS.find(([beginning]) => path.startsWith(beginning))?.[1];
  return folders.length === 0 || depth === null ? null : folders.slice(0, depth ?? 2).join('/');
}

function groupOf(room: string): string {
  const [first = ''] = room.split('/');
  return room.startsWith('electron/backend/') ? 'electron/backend' : first;
}

function labelIn(group: string, room: string): string {
  return room === group ? 'its own files' : room.slice(group.length + 1);
}

/** Letters only: `end` and `/` mean something to Mermaid. */
function idOf(room: string): string {
  return room.replace(/\W/g, '_');
}

/** The rooms that a room imports and that it does not reach through another room anyway. */
function kept(arrows: Graph, room: string): string[] {
  const reaches = (from: string, to: string) => reached(arrows, from).has(to);
  const oneRing = (a: string, b: string) => reaches(a, b) && reaches(b, a);
  const leadsTo = (other: string, to: string) =>
    other !== to && reaches(other, to) && !oneRing(room, other) && !oneRing(other, to);
  const next = arrows.get(room) ?? [];
  return next.filter((to) => !next.some((other) => leadsTo(other, to)));
}
