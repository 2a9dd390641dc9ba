import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../base/paths.ts';

/** Where the last run of each kind is noted, until a package takes them along. */
export const EVIDENCE = join(ROOT, 'release/evidence.json');

/** What tries the program: scripts of npm, with the words behind them. */
export const WAYS = {
  simulation: ['simulate', '--', '--seeds', '300'],
  crash_matrix: ['test', '--', 'test/faults/crash-matrix.test.ts'],
  deadlines: ['test', '--', 'shared/domain/deadlines', 'shared/domain/calendar'],
  speed: ['bench', '--', '--json'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type EvidenceKind = keyof typeof WAYS;

/** As `shared/contract/window/diagnostics.ts` reads it. */
export type EvidenceRun = {
  readonly kind: EvidenceKind;
  readonly command: string;
  readonly at: string;
  readonly seconds: number;
  /** Null: it ran over code that is in no commit. */
  readonly commit: string | null;
  readonly passed: boolean;
  readonly figures: Readonly<Record<string, number>>;
};

/** The commit of the code as it lies here; null: it was changed since, or there is no git. */
export function commitHere(): string | null {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
  try {
    return git('status', '--porcelain') === '' ? git('rev-parse', 'HEAD') : null;
  } catch {
    return null;
  }
}

/** The figures in what a run printed: its last line of JSON, and how many tests passed. */
export function figuresIn(output: string): Readonly<Record<string, number>> {
  const lines = output.split('\n');
  const json = lines.findLast((line) => line.startsWith('{') && line.trimEnd().endsWith('}'));
  const [, passed, failed] = /^(\d+) passed, (\d+) failed/m.exec(output) ?? [];
  return {
    ...(json === undefined ? {} : flat(JSON.parse(json))),
    ...(passed === undefined ? {} : { passed: Number(passed), failed: Number(failed) }),
  };
}

/** `{"points":{"half":7}}` as `points.half`. */
function flat(value: unknown, name = ''): Readonly<Record<string, number>> {
  if (typeof value === 'number') return { [name]: value };
  if (typeof value !== 'object' || value === null) return {};
  // The bench gathers its figures under this one word.
  const inner = Object.entries(value).map(([key, one]) =>
    flat(one, key === 'figures' ? name : [name, key].filter(Boolean).join('.')),
  );
  return Object.assign({}, ...inner);
}

export function readRuns(file = EVIDENCE): readonly EvidenceRun[] {
  if (!existsSync(file)) return [];
  const { runs }: { runs: readonly EvidenceRun[] } = JSON.parse(readFileSync(file, 'utf8'));
  return runs;
}

/** Notes a run in place of the one before it. */
export function noteRun(run: EvidenceRun, file = EVIDENCE): void {
  const others = readRuns(file).filter(({ kind }) => kind !== run.kind);
  const order = Object.keys(WAYS);
  const runs = [...others, run].toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ runs }, null, 2)}\n`);
}

/** Puts the runs into the program that lies in `app`, with the commit that it was made of. */
export function packEvidence(app: string, commit: string | null, file = EVIDENCE): void {
  const runs = readRuns(file);
  if (runs.length === 0) return;
  writeFileSync(join(app, 'dist/evidence.json'), JSON.stringify({ commit, runs }));
}
