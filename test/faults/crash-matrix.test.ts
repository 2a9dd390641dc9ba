import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { deserialize } from 'node:v8';
import { expect, test } from 'vitest';
import type { Violation } from '../simulation/invariants.ts';
import type { MatrixOptions, MatrixReport } from './crash-matrix.ts';
import { checkStart } from './crash-matrix-start.ts';

const PROCESSES = availableParallelism();
/** The matrix takes three minutes of both processors: on a machine that others use, many more. */
const PATIENCE_MS = 3_600_000;
const WANTED_POINTS = 500;
const REAL_KILLS = 12;

async function inProcess(options: MatrixOptions): Promise<MatrixReport> {
  const worker = join(import.meta.dirname, 'crash-matrix-worker.ts');
  const child = spawn(process.execPath, [worker, JSON.stringify(options)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse((await text(child.stdout)).trim().split('\n').at(-1) ?? '');
}

test('killed before, in and after each commit of an hour of work, or without power after it, the app loses and doubles nothing', {
  timeout: PATIENCE_MS,
}, async () => {
  const shares = Array.from({ length: PROCESSES }, (_, number) => ({ of: PROCESSES, number }));
  const reports = await Promise.all(shares.map((share) => inProcess({ share })));
  const sum = (variant: keyof MatrixReport['points']): number =>
    reports.reduce((total, { points }) => total + points[variant], 0);
  const points = { before: sum('before'), half: sum('half'), after: sum('after'), power: sum('power') };
  const violations = reports.flatMap((report) => report.violations);
  const alike = reports.reduce((total, report) => total + report.alike, 0);
  console.log(JSON.stringify({ commits: reports[0]?.commits, points, alike, violations: violations.length }));
  expect(violations).toEqual([]);
  expect(points.after).toBeGreaterThan(WANTED_POINTS);
  expect(points.half).toBe(points.after);
});

test('a journal that does not wait for the disk is seen', { timeout: PATIENCE_MS }, async () => {
  const { violations } = await inProcess({
    share: { of: 5, number: 0 },
    breakDurability: true,
    untilBad: true,
  });
  expect(violations.map(({ invariant }) => invariant)).toContain('nothing typed is lost');
});

test('a process that really gets SIGKILL in a commit leaves what the copies say', {
  timeout: PATIENCE_MS,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'penghubung-killed-'));
  const violations: Violation[] = [];
  try {
    const kills = Array.from({ length: REAL_KILLS }, (_, k) => ({
      dataDir: join(folder, `pc-${k}`),
      world: join(folder, `world-${k}`),
      // Spread over the hour, with a step that no rhythm in it shares.
      number: String(17 + k * 61),
      when: k % 2 === 0 ? 'before' : 'after',
    }));
    const script = join(import.meta.dirname, 'crash-matrix-killed.ts');
    const children = kills.map(({ dataDir, world, number, when }) =>
      spawn(process.execPath, [script, dataDir, world, number, when], {
        stdio: ['ignore', 'ignore', 'inherit'],
      }),
    );
    const ends = await Promise.all(children.map((child) => once(child, 'exit')));
    expect(ends).toEqual(kills.map(() => [null, 'SIGKILL']));
    for (const { dataDir, world, number, when } of kills) {
      await checkStart(dataDir, deserialize(readFileSync(world)), (invariant, detail) =>
        violations.push({ invariant, detail: `${when} commit ${number}: ${detail}` }),
      );
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  expect(violations).toEqual([]);
});
