import {
  copyFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { answerBody, complaintNo } from '../testing/samples.ts';
import { type TestBackend, temporaryFolder, testBackend, untilSynced } from '../testing/test-backend.ts';

const DRAFTS = 30;
const ANSWERS = 10;

/** The files of a busy morning, as a process that was killed leaves them: nearly all of it is in the log. */
async function killed(): Promise<TestBackend> {
  const complaints = Array.from({ length: DRAFTS + ANSWERS }, (_, n) => complaintNo(n + 1));
  const bench = await testBackend(complaints);
  await untilSynced(bench);
  for (const [n, { id }] of complaints.entries()) {
    if (n < DRAFTS)
      await bench.client.draft.save({ complaintId: id, kind: 'follow_up', text: `Draf ${n} `.repeat(40) });
    else await bench.client.command.submit({ complaintId: id, body: answerBody(`Jawaban ${n}`) });
  }
  const dataDir = temporaryFolder();
  cpSync(bench.dataDir, dataDir, { recursive: true });
  return { ...bench, dataDir };
}

const started = ({ dataDir, clock, central }: TestBackend) => testBackend([], { dataDir, clock, central });

async function texts({ client }: TestBackend) {
  const drafts = await client.draft.list();
  const answers = await client.outbox.list();
  return { drafts: drafts.length, answers: answers.length };
}

async function noticesOf({ client }: TestBackend): Promise<readonly string[]> {
  return ((await client.session.get()).notices ?? []).map(({ code }) => code);
}

/** One byte of the file is another one. */
function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(path, bytes);
}

test('after a kill everything is there, and nothing is said of damage', async () => {
  const again = await started(await killed());
  expect(await texts(again)).toEqual({ drafts: DRAFTS, answers: ANSWERS });
  expect(await noticesOf(again)).toEqual([]);
});

test.each([
  ['in its header', 0],
  ['at two hundredths', 0.02],
  ['in the middle', 0.5],
  ['in its last page', 0.999],
])('one damaged byte in the log %s costs the texts of one page at most, and is said', async (_, part) => {
  const bench = await killed();
  const log = join(bench.dataDir, 'journal.db-wal');
  flip(log, Math.floor(part * statSync(log).size) + 5);
  const again = await started(bench);
  const { drafts, answers } = await texts(again);
  expect([drafts >= DRAFTS - 4, answers >= ANSWERS - 4]).toEqual([true, true]);
  expect((await noticesOf(again)).filter((code) => code.startsWith('journal_'))).toHaveLength(1);
  expect((await again.client.session.get()).officer?.name).toBe('Rina');
  expect(await noticesOf(await again.reopened())).toHaveLength(1);
});

test.each([
  ['deleted', (log: string) => rmSync(log)],
  ['emptied', (log: string) => truncateSync(log, 0)],
  ['cut off', (log: string) => truncateSync(log, 10_000)],
  ['cut off in the middle', (log: string) => truncateSync(log, statSync(log).size / 2)],
])('when the log was %s, the account is there and the loss is said', async (_, harm) => {
  const bench = await killed();
  harm(join(bench.dataDir, 'journal.db-wal'));
  const again = await started(bench);
  expect((await again.client.session.get()).officer?.name).toBe('Rina');
  expect((await noticesOf(again)).filter((code) => code.startsWith('journal_'))).toHaveLength(1);
});

test('a journal that was removed with its log is said to be gone, not taken for a first start', async () => {
  const bench = await killed();
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(bench.dataDir, `journal.db${suffix}`));
  expect(await noticesOf(await started(bench))).toEqual(['journal_begun']);
});

test.each(['copied over', 'moved over'])(
  'a copy of the day that somebody %s the journal, beside the log of today, starts with its texts',
  async (how) => {
    const bench = await testBackend(Array.from({ length: 60 }, (_, n) => complaintNo(n + 1)));
    await untilSynced(bench);
    const save = (n: number) =>
      bench.client.draft.save({ complaintId: complaintNo(n).id, kind: 'follow_up', text: `Draf ${n}` });
    for (let n = 1; n <= 10; n++) await save(n);
    bench.clock.advance(20_000);
    for (let n = 11; n <= 60; n++) await save(n);
    const dataDir = temporaryFolder();
    cpSync(bench.dataDir, dataDir, { recursive: true });
    const [copy = ''] = readdirSync(dataDir).filter((name) => name.includes('.copy-'));
    copyFileSync(join(dataDir, copy), join(dataDir, 'journal.db'));
    if (how === 'moved over') rmSync(join(dataDir, copy));
    const log = readFileSync(join(dataDir, 'journal.db-wal'));

    const again = await started({ ...bench, dataDir });
    const texts = (await again.client.draft.list()).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(Array.from({ length: 10 }, (_, n) => `Draf ${n + 1}`)));
    expect(await noticesOf(again)).toEqual(['journal_restored']);
    const kept = readdirSync(dataDir).filter((name) => /\.damaged-\d+T\d+Z-wal$/.test(name));
    expect(kept.map((name) => readFileSync(join(dataDir, name)).equals(log))).toEqual([true]);
    expect(readdirSync(dataDir).filter((name) => /building|scratch|restored/.test(name))).toEqual([]);
  },
);
