import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ComplaintRow, rowOf } from '#shared/domain/complaint/row.ts';
import { fullDisk } from '../../testing/full-disk.ts';
import { answerBody, commandOf, complaintNo } from '../../testing/samples.ts';
import { temporaryFolder } from '../../testing/test-backend.ts';
import { setCommitHook } from '../commit-hook.ts';
import { migrate } from '../migrate.ts';
import { openDatabase } from '../open-database.ts';
import { copyBeside } from './journal-copies.ts';
import { JOURNAL_MIGRATIONS, type JournalStore, openJournal } from './journal-store.ts';

const KEY = randomBytes(32);
const SUBJECT = { complaintId: complaintNo(1).id, trackingId: '7000001', title: 'Jalan' };

function open(path: string): JournalStore {
  const opened = openJournal(path, KEY);
  if (!opened.ok) throw new Error(opened.code);
  return opened.journal;
}

test('a journal of a later version is refused and left as it is', () => {
  const path = join(temporaryFolder(), 'journal.db');
  open(path).close();
  const raw = openDatabase(path, KEY, 'journal');
  if (!raw.ok) throw new Error(raw.code);
  raw.db.pragma('user_version = 99');
  raw.db.close();
  const before = readFileSync(path);
  expect(openJournal(path, KEY)).toEqual({ ok: false, code: 'newer_version' });
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('the copy that precedes a migration is whole, and encrypted with the same key', () => {
  const path = join(temporaryFolder(), 'journal.db');
  const journal = open(path);
  journal.write(() =>
    journal.commands.insert(commandOf(complaintNo(1), answerBody('rahasia kantor')), SUBJECT, null),
  );
  journal.close();
  const raw = openDatabase(path, KEY, 'journal');
  if (!raw.ok) throw new Error(raw.code);
  copyBeside(raw.db, path, 'v1');
  raw.db.close();
  expect(existsSync(`${path}.copy-v1.new`)).toBe(false);
  expect(readFileSync(`${path}.copy-v1`).includes('rahasia kantor')).toBe(false);
  expect(open(`${path}.copy-v1`).commands.toSend()).toHaveLength(1);
});

test('a complaint that an older program kept has null in the fields that it did not know', () => {
  const journal = open(join(temporaryFolder(), 'journal.db'));
  const { district, ...older } = rowOf(complaintNo(1));
  journal.write(() =>
    journal.standalone.put({ row: older as ComplaintRow, timeline: [], readBy: [], lapor: null }),
  );
  expect(journal.standalone.get(older.id)?.report.row).toEqual({ ...older, district: null });
});

test('a migration that fails leaves the journal at the version before it', () => {
  const path = join(temporaryFolder(), 'journal.db');
  open(path).close();
  const raw = openDatabase(path, KEY, 'journal');
  if (!raw.ok) throw new Error(raw.code);
  const broken = {
    version: JOURNAL_MIGRATIONS.length + 1,
    up: (db: typeof raw.db) => {
      db.exec('CREATE TABLE half (a)');
      throw new Error('power cut');
    },
  };
  expect(() => migrate(raw.db, [...JOURNAL_MIGRATIONS, broken])).toThrow('power cut');
  raw.db.close();
  expect(open(path).commands.counts().anything).toBe(0);
});

/** A closed journal whose one text was on its way to the central service. */
function leftSending(): { readonly path: string; readonly id: string } {
  const path = join(temporaryFolder(), 'journal.db');
  const journal = open(path);
  const command = commandOf(complaintNo(1), answerBody());
  journal.write(() => {
    journal.commands.insert(command, SUBJECT, null);
    journal.commands.setSending([command.id]);
  });
  journal.close();
  return { path, id: command.id };
}

test('what was on its way when the process ended is unsure after the start', () => {
  const { path, id } = leftSending();
  expect(open(path).commands.get(id)).toMatchObject({ state: 'queued', unsure: true });
});

test('a full disk does not keep the app from starting; what was on its way is still to be sent', () => {
  const { path, id } = leftSending();
  const takeAway = setCommitHook({
    before: () => {
      throw fullDisk();
    },
    after: () => {},
  });
  try {
    const started = openJournal(path, KEY);
    expect(started.ok && started.journal.commands.toSend().map((stored) => stored.command.id)).toEqual([id]);
    if (started.ok) started.journal.close();
  } finally {
    takeAway();
  }
});

test('a command stays unsure until the central service answers, whatever the attempts after it', () => {
  const journal = open(join(temporaryFolder(), 'journal.db'));
  const command = commandOf(complaintNo(1), answerBody());
  const { commands } = journal;
  commands.insert(command, SUBJECT, null);
  commands.setSending([command.id]);
  commands.setUnanswered([command.id], true);
  commands.setSending([command.id]);
  commands.setUnanswered([command.id], false);
  expect(commands.get(command.id)?.unsure).toBe(true);
  commands.setResult({ outcome: 'accepted', id: command.id, receipt: 'K-1', feedSeq: 4, at: 'at' }, 0);
  expect(commands.get(command.id)).toMatchObject({ unsure: false, state: 'accepted', receipt: 'K-1' });
});

test('what was composed after a refused one falls with it', () => {
  const { commands } = open(join(temporaryFolder(), 'journal.db'));
  const chain = [1, 2, 3].map((n) => ({ ...commandOf(complaintNo(1), answerBody()), id: `c-${n}` }));
  for (const [n, command] of chain.entries())
    commands.insert({ ...command, after: chain[n - 1]?.id ?? null }, SUBJECT, null);
  commands.setResult({ outcome: 'refused', id: 'c-1', code: 'closed', current: null }, 0);
  expect(commands.toSend().map(({ command }) => command.id)).toEqual(['c-2', 'c-3']);
  commands.refuseFollowers(0);
  expect(chain.map(({ id }) => commands.get(id)?.refusal)).toEqual([
    'closed',
    'after_refused',
    'after_refused',
  ]);
  expect(commands.toSend()).toEqual([]);
  expect(commands.followersOf('c-1').map(({ command }) => command.id)).toEqual(['c-2']);
});

test('an accepted command is shown over the complaint until the feed has passed its place', () => {
  const { commands } = open(join(temporaryFolder(), 'journal.db'));
  const command = commandOf(complaintNo(1), answerBody());
  commands.insert(command, SUBJECT, null);
  commands.setResult({ outcome: 'accepted', id: command.id, receipt: 'K-1', feedSeq: 4, at: 'at' }, 0);
  expect(commands.passFeed(3)).toEqual([]);
  expect(commands.pendingOf(SUBJECT.complaintId)).toHaveLength(1);
  expect(commands.passFeed(4)).toEqual([SUBJECT.complaintId]);
  expect(commands.pendingOf(SUBJECT.complaintId)).toEqual([]);
});
