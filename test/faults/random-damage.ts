import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Random, seededRandom } from '../../demo/random.ts';
import { manualClock } from '../../electron/backend/testing/manual-clock.ts';
import { answerBody, complaintNo, MONDAY } from '../../electron/backend/testing/samples.ts';
import { type CentralBackup, ScriptedCentral } from '../../electron/backend/testing/scripted-central.ts';
import { harmAtRandom } from '../support/harm.ts';
import { type Line, type MatrixBackend, openMatrixBackend } from './crash-matrix-backend.ts';

/** What is damaged, and the file that is. */
const TARGETS = { log: 'journal.db-wal', journal: 'journal.db', cache: 'cache.db' } as const;
export type Target = keyof typeof TARGETS;

export type DamageReport = {
  readonly damages: number;
  /** Starts after which every text was there. */
  readonly whole: number;
  /** Starts after which the officer was told of the journal. */
  readonly told: number;
  /** Texts that were not there any more, of all. */
  readonly lost: number;
  readonly texts: number;
  /** Texts that were there twice: as a draft, and sent. */
  readonly doubled: number;
  readonly violations: readonly string[];
};

const COMPLAINTS = 40;
/** Texts that one damaged page may take: what stands on it, and what is reached only through it. */
const MOST_OF_A_PAGE = 14;

/** What an officer's program left behind, and what must be in it. */
type Left = {
  readonly folder: string;
  readonly central: CentralBackup;
  readonly now: number;
  readonly kept: ReadonlySet<string>;
  /** Texts that were there when the copy of the day was made. */
  readonly copied: ReadonlySet<string>;
  /** Every text that was ever written. */
  readonly written: ReadonlySet<string>;
};

/** Damages one file of the data folder again and again, each time in another way, and starts the program. */
export async function damageAtRandom(target: Target, damages: number, seed: number): Promise<DamageReport> {
  const folder = mkdtempSync(join(tmpdir(), 'penghubung-damage-'));
  const random = seededRandom(seed);
  const report = { damages, whole: 0, told: 0, lost: 0, texts: 0, doubled: 0 };
  const violations: string[] = [];
  try {
    for (let number = 0, left: Left | null = null; number < damages; number++) {
      if (number % 10 === 0) left = await work(join(folder, `left-${number}`), random, target === 'log');
      if (left === null) continue;
      const dataDir = join(folder, `${number}`);
      cpSync(left.folder, dataDir, { recursive: true });
      const harm = harmAtRandom(join(dataDir, TARGETS[target]), random);
      const violate = (what: string) =>
        violations.push(`seed ${seed}, ${target} ${number}, ${harm.what}: ${what}`);
      try {
        const seen = await start(dataDir, left, target);
        const missing = [...left.kept].filter((text) => !seen.texts.includes(text));
        report.texts += left.kept.size;
        report.lost += missing.length;
        if (missing.length === 0) report.whole++;
        if (seen.told !== null) report.told++;
        report.doubled += seen.texts.length - new Set(seen.texts).size;
        if (missing.length > 0 && (seen.told === null || seen.told === 'journal_repaired'))
          violate(`${missing.length} texts are gone and the officer is told ${seen.told}`);
        const invented = seen.texts.filter((text) => !left?.written.has(text));
        if (invented.length > 0) violate(`a text that nobody wrote: ${invented[0]}`);
        if (!seen.hasAccount && !harm.isWholeFile) violate('nobody works here any more');
        if (target === 'cache' && (missing.length > 0 || seen.told !== null))
          violate('the cache cost a text');
        if (target === 'cache' && seen.complaints !== COMPLAINTS) violate(`${seen.complaints} complaints`);
        const copied = [...left.copied].filter((text) => missing.includes(text));
        if (copied.length > 0) violate(`${copied.length} texts of the day's copy are gone`);
        if (harm.pages !== null && missing.length > harm.pages * MOST_OF_A_PAGE)
          violate(`${harm.pages} pages cost ${missing.length} texts`);
      } catch (error) {
        violate(`no start: ${error instanceof Error ? error.stack : error}`);
      }
      rmSync(dataDir, { recursive: true, force: true });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return { ...report, violations };
}

/** A morning's work: drafts, a copy of the day, then more drafts, others, and answers that wait. */
async function work(folder: string, random: Random, killed: boolean): Promise<Left> {
  const dataDir = `${folder}-at-work`;
  const clock = manualClock(MONDAY);
  const central = new ScriptedCentral(clock.now);
  for (let n = 1; n <= COMPLAINTS; n++) central.put(complaintNo(n));
  const line: Line = { open: true, sent: new Map() };
  const { api, backend, settle } = await openMatrixBackend(dataDir, clock, central, line);
  await settle();
  line.open = false;
  const drafts = new Map<string, string>();
  const answers = new Set<string>();
  const written = new Set<string>();
  const idOf = (n: number) => complaintNo(n).id;
  const save = async (n: number): Promise<void> => {
    const text = `${n}.${written.size} `.padEnd(random.between(20, 1_500), 'Regu memeriksa lokasi. ');
    await api.draft.save({ complaintId: idOf(n), kind: 'follow_up', text });
    drafts.set(idOf(n), text);
    written.add(text);
  };
  for (let n = 1; n <= 15; n++) await save(n);
  clock.advance(20_000);
  const copied = new Set(drafts.values());
  for (let n = 16; n <= 30; n++) {
    await save(n);
    if (random.chance(0.2)) await save(random.between(16, n));
    // Idle for a while: what is written until here is in the file.
    if (random.chance(0.05)) clock.advance(6_000);
  }
  for (let n = 1; n <= COMPLAINTS; n += 4) {
    const text = drafts.get(idOf(n)) ?? `Jawaban ${n}.`;
    await api.command.submit({ complaintId: idOf(n), body: answerBody(text) });
    drafts.delete(idOf(n));
    answers.add(text);
    written.add(text);
  }
  if (!killed && random.chance(0.5)) await backend.close();
  cpSync(dataDir, folder, { recursive: true });
  await backend.close();
  rmSync(dataDir, { recursive: true, force: true });
  const kept = new Set([...drafts.values(), ...answers]);
  return { folder, central: central.backup(), now: clock.now(), kept, copied, written };
}

/** What the officer has after the next start. */
async function start(dataDir: string, left: Left, target: Target) {
  const clock = manualClock(left.now);
  const central = new ScriptedCentral(clock.now);
  central.load(left.central);
  // An account that is there comes from the disk.
  central.enrolAnswer = { ok: false, code: 'bad_code' };
  const line: Line = { open: false, sent: new Map() };
  const opened = await openMatrixBackend(dataDir, clock, central, line);
  try {
    const { api } = opened;
    const texts = [...(await api.draft.list()), ...(await api.outbox.list())].map(({ text }) => text);
    const { notices = [], officer } = await api.session.get();
    const told = notices.find(({ code }) => code.startsWith('journal_'))?.code ?? null;
    const complaints = target === 'cache' ? await complaintsOf(opened, line) : 0;
    return { texts, told, hasAccount: officer !== null, complaints };
  } finally {
    await opened.backend.close();
  }
}

/** How many complaints there are when the line is back. */
async function complaintsOf({ api, settle }: MatrixBackend, line: Line): Promise<number> {
  line.open = true;
  let all = 0;
  for (let cycle = 0; cycle < 10 && all < COMPLAINTS; cycle++) {
    await api.sync.now();
    await settle();
    // The one who meets the damage is told so, while the cache is made anew.
    all = await api.queue.counts().then(
      (counts) => counts.all,
      () => 0,
    );
  }
  return all;
}
