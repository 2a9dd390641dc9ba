import { parseArgs } from 'node:util';

/** The parts of the bench, in the order in which they run. */
export const PARTS = ['text', 'sync', 'idle', 'start', 'local', 'keys', 'window', 'similar', 'hold'] as const;
export type Part = (typeof PARTS)[number];

export type BenchOptions = {
  readonly json: boolean;
  /** Complaints of the first load, and of what is measured in the window. */
  readonly load: number;
  /** Complaints of the cache in which pages and searches are measured. */
  readonly large: number;
  readonly rounds: number;
  readonly peers: boolean;
  readonly parts: ReadonlySet<Part>;
};

/**
 * `npm run bench -- [--json] [--load 100000] [--large 1000000] [--rounds 3] [--no-peers] [--only sync,keys]`.
 * @throws when an option is unknown or is no number
 */
export function benchOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    allowNegative: true,
    options: {
      json: { type: 'boolean', default: false },
      load: { type: 'string', default: '100000' },
      large: { type: 'string', default: '1000000' },
      rounds: { type: 'string', default: '3' },
      peers: { type: 'boolean', default: true },
      only: { type: 'string', default: PARTS.join(',') },
    },
  });
  const wanted = values.only.split(',');
  const unknown = wanted.filter((name) => !PARTS.some((part) => part === name));
  if (unknown.length > 0) throw new Error(`--only: ${PARTS.join(', ')}`);
  return {
    json: values.json,
    load: wholeNumber(values.load),
    large: wholeNumber(values.large),
    rounds: wholeNumber(values.rounds),
    peers: values.peers,
    parts: new Set(PARTS.filter((part) => wanted.includes(part))),
  };
}

function wholeNumber(text: string): number {
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new Error(`not a whole number: ${text}`);
}
