import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { evidence } from '../../shared/contract/window/diagnostics.ts';
import { type EvidenceRun, figuresIn, noteRun, packEvidence, readRuns } from './evidence.ts';

let dir: string;
let file: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'penghubung-evidence-'));
  file = join(dir, 'release/evidence.json');
  mkdirSync(join(dir, 'app/dist'), { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true }));

const run = (changes: Partial<EvidenceRun> = {}): EvidenceRun => ({
  kind: 'simulation',
  command: 'npm run simulate -- --seeds 300',
  at: '2026-11-30T08:00:00.000Z',
  seconds: 61.5,
  commit: 'ab12',
  passed: true,
  figures: { seeds: 300, violations: 0 },
  ...changes,
});

test.each([
  [
    'the simulation',
    'seed 7\n{"seeds":300,"steps":18000,"violations":0}\n',
    { seeds: 300, steps: 18_000, violations: 0 },
  ],
  [
    'the crash matrix',
    'stdout | test\n{"commits":9,"points":{"half":7,"after":7},"violations":0}\n\n3 passed, 0 failed\n',
    { commits: 9, 'points.half': 7, 'points.after': 7, violations: 0, passed: 3, failed: 0 },
  ],
  ['the deadlines', ' ✓ a {\n\n31 passed, 1 failed, 2 skipped\n', { passed: 31, failed: 1 }],
  [
    'the bench',
    '{"figures":{"start.ready":812.5,"keys.p95":31}}\n',
    { 'start.ready': 812.5, 'keys.p95': 31 },
  ],
  ['a run that broke off', 'Error: no\n', {}],
])('the figures of %s are read out of what it prints', (_what, output, figures) => {
  expect(figuresIn(output)).toEqual(figures);
});

test('the last run of each kind is kept, also one that did not pass, and goes into the package with its commit', () => {
  noteRun(run({ kind: 'speed' }), file);
  noteRun(run(), file);
  noteRun(run({ commit: null, passed: false, figures: {} }), file);
  expect(readRuns(file)).toEqual([run({ commit: null, passed: false, figures: {} }), run({ kind: 'speed' })]);
  packEvidence(join(dir, 'app'), 'cd34', file);
  const packed: unknown = JSON.parse(readFileSync(join(dir, 'app/dist/evidence.json'), 'utf8'));
  // As the program reads it.
  expect(evidence.parse(packed)).toEqual({ commit: 'cd34', runs: readRuns(file) });
});

test('without a run a package has no evidence', () => {
  packEvidence(join(dir, 'app'), 'cd34', file);
  expect(() => readFileSync(join(dir, 'app/dist/evidence.json'))).toThrow('ENOENT');
});
