import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { storeOf } from '../simulation/commits.ts';
import { type Before, lookBefore, tearCommit, watchDisk } from '../simulation/disk.ts';
import type { Violation } from '../simulation/invariants.ts';
import { type Commit, playHour, type World } from './crash-matrix-play.ts';
import { checkStart } from './crash-matrix-start.ts';

/**
 * What a crash at a commit leaves. `before`: nothing of it. `half`: the process was killed while it wrote the
 * commit. `after`: all of it. `power`: the power went right after it, with everything that had not to be on
 * the disk.
 */
type Variant = 'before' | 'half' | 'after' | 'power';

/** Commits in a row that one process tries. */
const RUN = 10;

export type MatrixReport = {
  /** Commits in the hour, of each database. */
  readonly commits: Readonly<Record<'journal' | 'cache', number>>;
  /** Crashes of each variant. */
  readonly points: Readonly<Record<Variant, number>>;
  /**
   * Those of them that left the very files that another had left, in the same surroundings: the app was
   * started once.
   */
  readonly alike: number;
  readonly violations: readonly (Violation & { readonly point: string })[];
};

export type MatrixOptions = {
  /** Of so many processes that share the work this is the one with this number. */
  readonly share: { readonly of: number; readonly number: number };
  /** The journal does not wait for the disk: must be seen. */
  readonly breakDurability?: boolean;
  /** Ends at the first violation. */
  readonly untilBad?: boolean;
};

function outside({ now, ledger, central, sent }: World): string {
  const { words, themes } = ledger;
  return JSON.stringify([now, [...words], themes, central.epoch, central.seq, central.executed, sent.size]);
}

/** The same for two folders with the same files; without the `-shm`, which SQLite makes anew from the log. */
function contentOf(folder: string): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || file.name.endsWith('-shm')) continue;
    const path = join(file.parentPath, file.name);
    hash.update(`${path.slice(folder.length)}\n`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/**
 * Plays an hour of an officer's work; at each commit of the journal and of the cache the app dies, and is
 * started again.
 */
export async function crashAtEveryCommit(options: MatrixOptions): Promise<MatrixReport> {
  const folder = mkdtempSync(join(tmpdir(), 'penghubung-matrix-'));
  const dataDir = join(folder, 'pc');
  const disk = watchDisk(options.breakDurability ?? false);
  const commits = { journal: 0, cache: 0 };
  const points = { before: 0, half: 0, after: 0, power: 0 };
  const violations: (Violation & { point: string })[] = [];
  let crashed: { readonly world: World; readonly variant: Variant; readonly left: string }[] = [];
  let before: Before | null = null;
  /**
   * Nothing but the next commit has happened since the one before: what "before" it would leave was tried
   * already.
   */
  let last = '';
  /** What was tried: the same files in the same surroundings start the same app. */
  const tried = new Set<string>();
  let alike = 0;

  const crash = (variant: Variant, { number, path, world }: Commit, before: Before): void => {
    const left = join(folder, `${number}-${variant}`);
    disk.copyAsLeft(dataDir, left, variant === 'power');
    points[variant]++;
    const was = world();
    if (variant === 'half') tearCommit(join(left, basename(path)), before);
    const state = `${outside(was)} ${contentOf(left)}`;
    if (tried.has(state)) {
      alike++;
      rmSync(left, { recursive: true, force: true });
      return;
    }
    tried.add(state);
    crashed.push({ world: was, variant, left });
  };
  // In runs, so that each commit's neighbour is mostly of the same share.
  const mine = ({ number }: Commit): boolean =>
    Math.floor(number / RUN) % options.share.of === options.share.number;
  const enough = (): boolean => options.untilBad === true && violations.length > 0;
  try {
    await playHour(dataDir, {
      before: (commit) => {
        commits[storeOf(commit.path)]++;
        if (!mine(commit)) return;
        before = lookBefore(commit.path);
        const around = outside(commit.world());
        if (around !== last) crash('before', commit, before);
      },
      after: (commit) => {
        if (!mine(commit) || before === null) return;
        for (const variant of ['half', 'after', 'power'] as const) crash(variant, commit, before);
        before = null;
        last = outside(commit.world());
      },
      pause: async () => {
        const now = crashed;
        crashed = [];
        for (const { world, variant, left } of now) {
          const point = `${world.name}, ${variant}`;
          if (!enough()) {
            await checkStart(left, world, (invariant, detail) =>
              violations.push({ invariant, detail, point }),
            );
          }
          rmSync(left, { recursive: true, force: true });
        }
        return enough();
      },
    });
  } finally {
    disk.restore();
    rmSync(folder, { recursive: true, force: true });
  }
  return { commits, points, alike, violations };
}
