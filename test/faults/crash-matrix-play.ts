import { mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import { type ManualClock, manualClock } from '../../electron/backend/testing/manual-clock.ts';
import { complaintNo, MONDAY } from '../../electron/backend/testing/samples.ts';
import { type CentralBackup, ScriptedCentral } from '../../electron/backend/testing/scripted-central.ts';
import { watchCommits } from '../simulation/commits.ts';
import { type Line, type MatrixBackend, openMatrixBackend } from './crash-matrix-backend.ts';
import { COMPLAINTS, hourOfWork, type Surroundings } from './crash-matrix-hour.ts';
import { Bookkeeping, type Ledger } from './crash-matrix-ledger.ts';

/** Everything outside of the app's files at one instant. It can be written down. */
export type World = {
  /** What was going on, for the complaint. */
  readonly name: string;
  /** ms since 1970. */
  readonly now: number;
  readonly ledger: Ledger;
  readonly central: CentralBackup;
  readonly sent: ReadonlyMap<string, string>;
};

/** A commit of the app; `number`: from 1, over both databases. */
export type Commit = { readonly number: number; readonly path: string; readonly world: () => World };

export type Spectator = {
  readonly before: (commit: Commit) => void;
  readonly after: (commit: Commit) => void;
  /** Between two acts; the hour stands still meanwhile. True: enough was seen. */
  readonly pause: () => Promise<boolean>;
};

/** Plays the hour of work in this folder; the same commits come in the same order each time. */
export async function playHour(dataDir: string, spectator: Spectator): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  const clock = manualClock(MONDAY);
  const central = new ScriptedCentral(clock.now);
  for (let n = 0; n < COMPLAINTS; n++) central.put(complaintNo(1 + n));
  const line: Line = { open: true, sent: new Map() };
  const books = new Bookkeeping();
  let doing = 'the first start';
  let number = 0;
  const commit = (path: string): Commit => ({
    number,
    path,
    world: () => worldOf(`commit ${number}, ${basename(path)}, in "${doing}"`, clock, central, line, books),
  });
  const commits = watchCommits();
  commits.standAt(dataDir, {
    before: (path) => {
      number++;
      spectator.before(commit(path));
    },
    after: (path) => spectator.after(commit(path)),
  });
  let backend: MatrixBackend = await openMatrixBackend(dataDir, clock, central, line);
  const around: Surroundings = {
    backend: () => backend,
    reopen: async () => {
      await backend.backend.close();
      backend = await openMatrixBackend(dataDir, clock, central, line);
    },
    clock,
    central,
    line,
    books,
  };
  try {
    await backend.settle();
    if (await spectator.pause()) return;
    for (const { name, happen } of hourOfWork()) {
      doing = name;
      await happen(around);
      await backend.settle();
      for (const id of central.complaints.keys()) central.forget(id);
      if (await spectator.pause()) return;
    }
    doing = 'the end';
    await backend.backend.close();
    await spectator.pause();
  } finally {
    await backend.backend.close();
    commits.restore();
  }
}

function worldOf(
  name: string,
  clock: ManualClock,
  central: ScriptedCentral,
  line: Line,
  books: Bookkeeping,
): World {
  return {
    name,
    now: clock.now(),
    ledger: books.now(),
    central: central.backup(),
    sent: new Map(line.sent),
  };
}
