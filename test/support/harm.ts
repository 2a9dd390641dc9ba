import { existsSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import type { Random } from '../../demo/random.ts';

const PAGE = 4096;

export type Harm = {
  readonly what: string;
  /** Pages that were touched; null: it took more than pages. */
  readonly pages: number | null;
  /** Nothing of the file is left. */
  readonly isWholeFile: boolean;
};

/** One of the ways in which a disk, a cable, another program or a helping hand damages a file. */
export function harmAtRandom(path: string, random: Random): Harm {
  const size = existsSync(path) ? statSync(path).size : 0;
  if (size === 0) return { what: 'nothing to damage', pages: 0, isWholeFile: false };
  const bytes = readFileSync(path);
  const at = random.between(0, size - 1);
  const overwrite = (from: number, length: number, byte: () => number): number => {
    const to = Math.min(size, from + length);
    for (let place = from; place < to; place++) bytes[place] = byte();
    writeFileSync(path, bytes);
    // A block of the disk lies over two frames of the log.
    return Math.floor((to - 1) / PAGE) - Math.floor(from / PAGE) + 2;
  };
  const noise = () => random.between(0, 255);
  const kinds: (() => Harm)[] = [
    () => {
      bytes[at] = (bytes[at] ?? 0) ^ (1 << random.between(0, 7));
      writeFileSync(path, bytes);
      return { what: `a bit at ${at}`, pages: 1, isWholeFile: false };
    },
    () => ({ what: `a byte at ${at}`, pages: overwrite(at, 1, noise), isWholeFile: false }),
    () => {
      const from = at - (at % 512);
      return { what: `a sector at ${from}`, pages: overwrite(from, 512, noise), isWholeFile: false };
    },
    () => {
      const from = at - (at % PAGE);
      return { what: `a block at ${from}`, pages: overwrite(from, PAGE, noise), isWholeFile: false };
    },
    () => {
      const from = at - (at % PAGE);
      return { what: `zeros at ${from}`, pages: overwrite(from, PAGE, () => 0), isWholeFile: false };
    },
    () => {
      const places = Array.from({ length: random.between(2, 5) }, () => random.between(0, size - 1));
      const pages = places.reduce((sum, place) => sum + overwrite(place, random.between(1, 64), noise), 0);
      return { what: `bytes at ${places.join(', ')}`, pages, isWholeFile: false };
    },
    () => {
      truncateSync(path, at);
      return { what: `cut to ${at}`, pages: null, isWholeFile: at < PAGE };
    },
    () => {
      overwrite(at, size, () => 0);
      return { what: `zeros from ${at}`, pages: null, isWholeFile: at < PAGE };
    },
    () => {
      rmSync(path);
      return { what: 'removed', pages: null, isWholeFile: true };
    },
  ];
  return random.pick(kinds)();
}
