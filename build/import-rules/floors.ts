/** A house whose rooms stand on each other: a room may import its own floor and those below it. */
export type House = {
  /** Ends with `/`. */
  readonly folder: string;
  /** The rooms by their path below `folder`, from the roof to the ground. Files of `folder` are the roof. */
  readonly floors: readonly (readonly string[])[];
  /** Rooms whose own rooms do not know each other. */
  readonly apart?: readonly string[];
};

/** The floors of docs/architecture.md. Every folder of such a house stands on one. */
export const HOUSES: readonly House[] = [
  {
    folder: 'electron/backend/',
    floors: [
      ['process'],
      ['api'],
      ['standalone'],
      ['sync'],
      ['recovery'],
      ['projection'],
      ['keys'],
      ['store'],
      ['base', 'files'],
    ],
  },
  {
    folder: 'renderer/',
    floors: [['app'], ['screens'], ['widgets'], ['kit'], ['words'], ['core']],
    apart: ['screens'],
  },
  {
    folder: 'central/',
    floors: [
      ['cli'],
      ['http'],
      ['commands', 'feed', 'import'],
      ['attachments'],
      ['accounts'],
      ['migrations', 'postgres', 'store'],
    ],
  },
];

/** A file that stands in a folder of a house and on no floor of it, in one sentence; null: it stands well. */
export function homeless(file: string, houses: readonly House[]): string | null {
  const house = houses.find(({ folder }) => file.startsWith(folder));
  if (house === undefined || !file.slice(house.folder.length).includes('/')) return null;
  if (floorOf(house, file) !== null) return null;
  return `${file}: stands on no floor of ${house.folder} (build/import-rules/floors.ts)`;
}

/** The step up, or across between rooms that stand apart, that an import takes ("from → to"), or null. */
export function stepUp(house: House, from: string, to: string): string | null {
  if (!from.startsWith(house.folder) || !to.startsWith(house.folder)) return null;
  const own = floorOf(house, from);
  const other = floorOf(house, to);
  if (own === null) return null;
  if (other === null) return `${own.room} → ${to.slice(house.folder.length)}`;
  if (other.height < own.height) return `${own.room} → ${other.room}`;
  if (own.room !== other.room || !house.apart?.includes(own.room)) return null;
  const inner = (path: string) =>
    path.split('/', house.folder.split('/').length + own.room.split('/').length);
  const [a, b] = [inner(from).join('/'), inner(to).join('/')];
  return a === b ? null : `${a.slice(house.folder.length)} → ${b.slice(house.folder.length)}`;
}

function floorOf(house: House, path: string): { readonly room: string; readonly height: number } | null {
  const inside = path.slice(house.folder.length);
  for (const [height, rooms] of house.floors.entries()) {
    const room = rooms.find((name) => inside.startsWith(`${name}/`));
    if (room !== undefined) return { room, height };
  }
  return null;
}
