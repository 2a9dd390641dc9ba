import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createRouterClient, type RouterClient } from '@orpc/server';
import { onTestFinished } from 'vitest';
import type { ToldByBackend } from '#shared/contract/process/backend-process.ts';
import type { Complaint } from '#shared/domain/complaint/complaint.ts';
import type { WindowRouter } from '../api/router.ts';
import type { Log } from '../base/log.ts';
import { type Backend, openBackend } from '../process/backend.ts';
import { type ManualClock, manualClock } from './manual-clock.ts';
import { MONDAY } from './samples.ts';
import { ScriptedCentral } from './scripted-central.ts';

/** Gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'penghubung-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const JOIN = { centralUrl: 'https://pusat.invalid', code: 'KODE-SATU', name: 'Rina' };

export type TestBackend = {
  readonly dataDir: string;
  readonly clock: ManualClock;
  readonly central: ScriptedCentral;
  readonly client: RouterClient<WindowRouter>;
  readonly backend: Backend;
  /** What the backend wrote to its log. */
  readonly logged: readonly { readonly level: keyof Log; readonly message: string }[];
  /** Closes the backend and opens it again over the same folder. */
  readonly reopened: () => Promise<TestBackend>;
};

/** A backend over real SQLite, a central service in memory, and a clock in the test's hand. */
export async function testBackend(
  complaints: readonly Complaint[] = [],
  known: Partial<Pick<TestBackend, 'dataDir' | 'clock' | 'central'>> & {
    readonly random?: number;
    readonly fetchBudgetBytes?: number;
    readonly tell?: (told: ToldByBackend) => void;
  } = {},
): Promise<TestBackend> {
  const dataDir = known.dataDir ?? temporaryFolder();
  const clock = known.clock ?? manualClock(MONDAY);
  const central = known.central ?? new ScriptedCentral(clock.now);
  for (const complaint of complaints) central.put(complaint);
  const logged: { level: keyof Log; message: string }[] = [];
  const write = (level: keyof Log) => (_: unknown, message: string) => {
    logged.push({ level, message });
  };
  const backend = await openBackend({
    dataDir,
    join: JOIN,
    tell: known.tell,
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    world: {
      clock,
      random: () => known.random ?? 0,
      connector: central.connector,
      ...(known.fetchBudgetBytes === undefined ? {} : { fetchBudgetBytes: known.fetchBudgetBytes }),
    },
  });
  onTestFinished(() => backend.close());
  const bench: TestBackend = {
    dataDir,
    clock,
    central,
    client: createRouterClient(backend.router),
    backend,
    logged,
    reopened: async () => {
      await backend.close();
      return testBackend([], { dataDir, clock, central });
    },
  };
  return bench;
}

/** What has not come to hold by then never will, ms: a busy machine takes its time. */
const PATIENCE_MS = 60_000;

/** Lets the backend work until something holds; fails when it never comes to hold. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const giveUp = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > giveUp) throw new Error('it never came to hold');
    await nextTurn();
  }
}

export async function untilSynced(bench: TestBackend): Promise<void> {
  await until(async () => (await bench.client.sync.status()).phase === 'waiting');
}
