import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { manualClock } from '../../electron/backend/testing/manual-clock.ts';
import { MONDAY, report } from '../../electron/backend/testing/samples.ts';
import { ScriptedCentral } from '../../electron/backend/testing/scripted-central.ts';
import { storeOf, watchCommits } from '../simulation/commits.ts';
import { type Before, lookBefore, tearCommit, watchDisk } from '../simulation/disk.ts';
import { fastFolder } from '../simulation/folder.ts';
import type { Violation } from '../simulation/invariants.ts';
import { type Line, type MatrixDesk, openDesk } from './crash-matrix-desk.ts';
import { hourOfWork, REPORTS, type Surroundings } from './crash-matrix-hour.ts';
import { Bookkeeping } from './crash-matrix-ledger.ts';
import { checkPoint, type Point } from './crash-matrix-point.ts';

/**
 * What a crash at a commit leaves. `before`: nothing of it. `half`: the process was killed while it wrote the commit.
 * `after`: all of it. `power`: the power went right after it, with everything that had not to be on the disk.
 */
type Variant = 'before' | 'half' | 'after' | 'power';

export type MatrixReport = {
  /** Commits in the hour, of each database. */
  readonly commits: Readonly<Record<'journal' | 'cache', number>>;
  /** Crashes that were tried, of each variant. */
  readonly points: Readonly<Record<Variant, number>>;
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

/** Plays an hour of an officer's work; at each commit of the journal and of the cache the app dies, and is started again. */
export async function crashAtEveryCommit(options: MatrixOptions): Promise<MatrixReport> {
  const folder = mkdtempSync(join(fastFolder(), 'penghubung-matrix-'));
  const disk = watchDisk(options.breakDurability ?? false);
  const commits = watchCommits();
  const clock = manualClock(MONDAY);
  const central = new ScriptedCentral(clock.now);
  for (let n = 0; n < REPORTS; n++) central.put(report(1 + n));
  const line: Line = { open: true, sent: new Map() };
  const books = new Bookkeeping();
  const dataDir = join(folder, 'pc');
  mkdirSync(dataDir);

  const counted = { journal: 0, cache: 0 };
  const points = { before: 0, half: 0, after: 0, power: 0 };
  const violations: (Violation & { point: string })[] = [];
  let waiting: Point[] = [];
  let doing = 'the first start';
  let number = 0;
  let before: Before | null = null;

  const crash = (variant: Variant, path: string): string => {
    const to = join(folder, `point-${number}-${variant}`);
    disk.copyAsLeft(dataDir, to, variant === 'power');
    points[variant]++;
    waiting.push({
      name: `commit ${number}, ${basename(path)}, ${variant}, in "${doing}"`,
      dataDir: to,
      now: clock.now(),
      ledger: books.now(),
      centre: central.backup(),
      sent: new Map(line.sent),
    });
    return to;
  };
  const mine = (): boolean => number % options.share.of === options.share.number;
  commits.standAt(dataDir, {
    before: (path) => {
      number++;
      counted[storeOf(path)]++;
      if (!mine()) return;
      before = lookBefore(path);
      crash('before', path);
    },
    after: (path) => {
      if (!mine() || before === null) return;
      tearCommit(join(crash('half', path), basename(path)), before);
      crash('after', path);
      crash('power', path);
      before = null;
    },
  });

  let desk: MatrixDesk | null = null;
  const open = async (): Promise<void> => {
    desk = await openDesk(dataDir, clock, central, line);
  };
  const theDesk = (): MatrixDesk => {
    if (desk === null) throw new Error('the app is closed');
    return desk;
  };
  const reopen = async (): Promise<void> => {
    await theDesk().backend.close();
    await open();
  };
  const around: Surroundings = { desk: theDesk, reopen, clock, central, line, books };
  const enough = (): boolean => options.untilBad === true && violations.length > 0;
  /** What was left meanwhile is started; the hour stands still for that. */
  const checkAll = async (): Promise<void> => {
    const crashed = waiting;
    waiting = [];
    for (const point of crashed) {
      if (!enough()) {
        await checkPoint(point, (invariant, detail) =>
          violations.push({ invariant, detail, point: point.name }),
        );
      }
      rmSync(point.dataDir, { recursive: true, force: true });
    }
  };
  try {
    await open();
    await theDesk().settle();
    await checkAll();
    for (const { name, happen } of hourOfWork()) {
      if (enough()) break;
      doing = name;
      await happen(around);
      await theDesk().settle();
      await checkAll();
      for (const id of central.reports.keys()) central.forget(id);
    }
    doing = 'the end';
    await theDesk().backend.close();
    await checkAll();
  } finally {
    await theDesk().backend.close();
    commits.restore();
    disk.restore();
    rmSync(folder, { recursive: true, force: true });
  }
  return { commits: counted, points, violations };
}
