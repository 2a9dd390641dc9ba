import { randomBytes } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sha256Of } from '../store/journal/file-table.ts';
import type { JournalStore } from '../store/journal/journal-store.ts';
import { keptSchemaPages } from '../store/journal/schema-pages.ts';
import { isDamage } from '../store/open-database.ts';
import { answerBody, commandOf, complaintNo, MONDAY } from '../testing/samples.ts';
import { temporaryFolder } from '../testing/test-backend.ts';
import { openOrRestoreJournal } from './restore-journal.ts';

const KEY = randomBytes(32);
const PAGE = 4096;
const SESSION = {
  centralUrl: 'https://pusat.invalid',
  token: 't',
  officer: { id: 'p-1', name: 'Rina', role: 'penghubung', agency: { id: '1', name: 'Dinas' } },
} as const;

function open(path: string): JournalStore {
  const opened = openOrRestoreJournal(path, KEY, MONDAY);
  if (!opened.ok) throw new Error(opened.code);
  return opened.journal;
}

const subject = (n: number) => ({ complaintId: complaintNo(n).id, trackingId: `${n}`, title: 'Jalan' });
const idOf = (n: number) => `c-${n}`;
const text = (n: number) => `Jawaban ${n}. ${'Regu memeriksa lokasi. '.repeat(30)}`;

function compose(journal: JournalStore, n: number): void {
  journal.write(() => {
    journal.commands.insert(
      { ...commandOf(complaintNo(n), answerBody(text(n))), id: idOf(n) },
      subject(n),
      null,
    );
    journal.log(MONDAY, { event: 'composed', commandId: idOf(n) });
  });
}

function draft(journal: JournalStore, n: number, words: string): void {
  journal.write(() =>
    journal.drafts.save({
      ...subject(n),
      id: `d-${n}`,
      kind: 'follow_up',
      choices: {},
      text: words,
      updatedAt: new Date(MONDAY + n).toISOString(),
      trunkRevision: 1,
    }),
  );
}

/** A journal that was copied after 20 commands and a draft, and has 20 commands and a draft more. */
function copied(after: (journal: JournalStore, path: string) => void = () => {}): string {
  const path = join(temporaryFolder(), 'journal.db');
  const journal = open(path);
  journal.write(() => journal.session.saveSession(SESSION));
  for (let n = 1; n <= 20; n++) compose(journal, n);
  draft(journal, 50, 'Draf lama');
  journal.copyOfDay('2026-11-23');
  for (let n = 21; n <= 40; n++) compose(journal, n);
  draft(journal, 51, 'Draf baru');
  after(journal, path);
  journal.close();
  return path;
}

const pagesOf = (path: string) => statSync(path).size / PAGE;

/** The same journal in a folder of its own, with its copy and one page that the disk has lost. */
function withBrokenPage(path: string, page: number): string {
  const here = join(temporaryFolder(), 'journal.db');
  writeFileSync(here, readFileSync(path).fill(7, page * PAGE, (page + 1) * PAGE));
  for (const beside of ['copy-2026-11-23', 'schema']) copyFileSync(`${path}.${beside}`, `${here}.${beside}`);
  return here;
}

/** None where the disk has lost a page of it. */
function textsOf(journal: JournalStore, n: number): readonly string[] {
  try {
    return journal.drafts.of(complaintNo(n).id).map((one) => one.text);
  } catch (error) {
    if (isDamage(error)) return [];
    throw error;
  }
}

const toSend = (journal: JournalStore) => journal.commands.toSend().map(({ command }) => command.id);
const first = (count: number) => Array.from({ length: count }, (_, index) => idOf(index + 1));
const noise = (path: string) => writeFileSync(path, randomBytes(10 * PAGE));
const notices = (journal: JournalStore) => journal.notices.all().map(({ code }) => code);
const damagedIn = (path: string) =>
  readdirSync(join(path, '..')).filter((name) => /\.damaged-\d{8}T\d{9}Z$/.test(name));

test('of a journal that was cut off no text is read that was never written, with its log and without', () => {
  // Longer than a page, so that most of it stands on pages of its own.
  const long = (n: number) => `Draf ${n}. ${'Regu memeriksa lokasi. '.repeat(400)}`;
  const numbers = [60, 61, 62];
  const running = join(temporaryFolder(), 'journal.db');
  const closed = copied((journal, path) => {
    for (const n of numbers) {
      // The last one is in the log alone, with the end of the table of the others.
      if (n === 62) journal.emptyLog();
      draft(journal, n, long(n));
    }
    for (const suffix of ['', '-wal']) copyFileSync(path + suffix, running + suffix);
  });
  for (const path of [running, closed])
    for (let left = statSync(path).size - 1_000; left > PAGE; left -= 5_003) {
      const here = join(temporaryFolder(), 'journal.db');
      for (const suffix of ['', '-wal'])
        if (existsSync(path + suffix)) copyFileSync(path + suffix, here + suffix);
      truncateSync(here, left);
      const journal = open(here);
      const texts = numbers.flatMap((n) => textsOf(journal, n));
      expect(texts.filter((one) => !numbers.some((n) => long(n) === one))).toEqual([]);
      journal.close();
    }
});

test('an older file that is put back beside the log of a killed process is not taken for the journal', () => {
  const path = join(temporaryFolder(), 'journal.db');
  const killed = join(temporaryFolder(), 'journal.db');
  const journal = open(path);
  journal.write(() => journal.session.saveSession(SESSION));
  for (let n = 1; n <= 20; n++) compose(journal, n);
  journal.emptyLog();
  copyFileSync(path, killed);
  draft(journal, 50, 'Draf di berkas');
  journal.emptyLog();
  draft(journal, 51, 'Draf di log');
  for (const suffix of ['-wal', '.count']) copyFileSync(path + suffix, killed + suffix);
  journal.close();

  const restored = open(killed);
  expect(notices(restored)).toEqual(['journal_restored']);
  expect(textsOf(restored, 51)).toEqual(['Draf di log']);
  expect(toSend(restored)).toEqual(first(20));
  restored.close();
});

test('a journal of noise comes back from its copy; the noise is kept', () => {
  const path = copied();
  noise(path);
  const bytes = readFileSync(path);
  const journal = open(path);
  expect(toSend(journal)).toEqual(first(20));
  expect(journal.commands.get(idOf(3))).toMatchObject({
    unsure: true,
    command: { payload: { text: text(3) } },
  });
  expect(journal.drafts.of(complaintNo(50).id)).toMatchObject([{ text: 'Draf lama' }]);
  expect(journal.session.session()?.officer.name).toBe('Rina');
  expect(notices(journal)).toEqual(['journal_restored']);
  const [kept = ''] = damagedIn(path);
  expect(readFileSync(join(path, '..', kept)).equals(bytes)).toBe(true);
});

test('without a good copy a journal is begun, and it stays the journal', () => {
  const path = join(temporaryFolder(), 'journal.db');
  noise(path);
  writeFileSync(`${path}.copy-2026-11-23`, 'half');
  const journal = open(path);
  expect(notices(journal)).toEqual(['journal_begun']);
  journal.write(() => journal.notices.dismiss('journal_begun'));
  compose(journal, 1);
  journal.close();
  const again = open(path);
  expect([toSend(again), notices(again)]).toEqual([[idOf(1)], []]);
  expect(damagedIn(path)).toHaveLength(1);
});

test.each(['truncated to nothing', 'removed'])('a journal that was %s comes back from its copy', (how) => {
  const path = copied();
  if (how === 'removed') rmSync(path);
  else truncateSync(path);
  expect(toSend(open(path))).toEqual(first(20));
});

test('whichever page is damaged, the copy and everything else that can be read are there', () => {
  const path = copied();
  const found = new Set<string>();
  for (let page = 0; page < pagesOf(path); page++) {
    const here = withBrokenPage(path, page);
    const journal = open(here);
    const ids = toSend(journal);
    const [code = 'none'] = notices(journal);
    found.add(code);
    expect(ids).toEqual(expect.arrayContaining(first(20)));
    // One page holds at most five of these commands; only the root of their table is the way to all.
    expect(ids.length).toBeGreaterThanOrEqual(20);
    if (code === 'journal_repaired') expect(ids).toEqual(first(40));
    for (const { command } of journal.commands.toSend()) {
      expect(command.payload).toEqual({ text: text(Number(command.id.slice(2))) });
    }
    journal.close();
    expect(notices(open(here))).toEqual(code === 'none' ? [] : [code]);
  }
  expect([...found].sort()).toEqual(['journal_repaired', 'journal_restored']);
});

test('the pages of the schema, which are the way to every table, cost nothing: they are kept twice', () => {
  const path = copied();
  const pages = keptSchemaPages(path).map(({ page }) => page);
  expect(pages).toContain(1);
  for (const page of pages) {
    const journal = open(withBrokenPage(path, page - 1));
    expect(toSend(journal)).toEqual(first(40));
    expect(journal.drafts.of(complaintNo(51).id)).toMatchObject([{ text: 'Draf baru' }]);
    journal.close();
  }
});

test('most of what is newer than the copy is read out of a journal with a hole in it', () => {
  const path = copied();
  const rescued: number[] = [];
  for (let page = 2; page < pagesOf(path); page++) {
    const here = withBrokenPage(path, page);
    const journal = open(here);
    rescued.push(toSend(journal).length);
    journal.close();
  }
  const whole = rescued.filter((count) => count >= 35).length;
  expect(whole / rescued.length).toBeGreaterThan(0.8);
});

test('what was taken back since the copy is not sent, where the log can still be read', () => {
  const path = copied((journal) =>
    journal.write(() => {
      journal.commands.remove(idOf(5));
      journal.log(MONDAY, { event: 'withdrawn', commandId: idOf(5) });
    }),
  );
  const outcomes = new Set<boolean>();
  for (let page = 2; page < pagesOf(path); page++) {
    const here = withBrokenPage(path, page);
    const journal = open(here);
    // Without the way to the tables nothing newer than the copy can be read, the log neither.
    if (toSend(journal).length > 20) outcomes.add(toSend(journal).includes(idOf(5)));
    journal.close();
  }
  expect([...outcomes]).toEqual([false]);
});

test('a draft that was sent after the copy does not come back beside its answer', () => {
  const path = join(temporaryFolder(), 'journal.db');
  const journal = open(path);
  draft(journal, 1, text(1));
  journal.copyOfDay('2026-11-23');
  compose(journal, 1);
  journal.write(() => journal.drafts.delete('d-1'));
  journal.close();
  for (let page = 1; page < pagesOf(path); page++) {
    const here = withBrokenPage(path, page);
    const restored = open(here);
    const kept = [toSend(restored).length, restored.drafts.of(complaintNo(1).id).length];
    expect([
      [1, 0],
      [0, 1],
    ]).toContainEqual(kept);
    restored.close();
  }
});

test.each(['before anything was moved', 'between the two moves'])(
  'a crash while restoring, %s, is gone on from',
  (moment) => {
    const path = copied();
    noise(path);
    open(path).close();
    const [kept = ''] = damagedIn(path);
    renameSync(path, `${path}.restored`);
    rmSync(`${path}.clean`);
    if (moment === 'before anything was moved') renameSync(join(path, '..', kept), path);
    const journal = open(path);
    expect([toSend(journal), notices(journal)]).toEqual([first(20), ['journal_restored']]);
    expect(damagedIn(path)).toHaveLength(1);
  },
);

test('texts whose writer cannot be told are drafts, not sent by whoever signs in next', () => {
  const path = join(temporaryFolder(), 'journal.db');
  const journal = open(path);
  compose(journal, 1);
  draft(journal, 1, 'Tambahan');
  journal.close();
  const copy = readFileSync(path);
  writeFileSync(`${path}.copy-2026-11-23`, copy);
  noise(path);
  const restored = open(path);
  expect(toSend(restored)).toEqual([]);
  expect(restored.drafts.of(complaintNo(1).id)).toMatchObject([{ text: 'Tambahan' }, { text: text(1) }]);
});

/** A command with a photo of several pages, put into the journal after its copy was made. */
function composeWithPhoto(journal: JournalStore, n: number, photo: Buffer): void {
  journal.write(() => {
    const file = journal.files.begin(photo.length);
    journal.files.append(file, 0, photo);
    journal.files.complete(file, sha256Of(photo), 'image/jpeg');
    journal.attachments.insert(`a-${n}`, idOf(n), 'foto.jpg', file);
  });
}

test('whichever page is damaged, a photo is whole or its text goes without waiting for it', () => {
  const photo = randomBytes(12 * PAGE);
  const path = join(temporaryFolder(), 'journal.db');
  const journal = open(path);
  journal.write(() => journal.session.saveSession(SESSION));
  compose(journal, 1);
  journal.copyOfDay('2026-11-23');
  composeWithPhoto(journal, 1, photo);
  journal.close();
  const found = new Set<string>();
  for (let page = 1; page < pagesOf(path); page++) {
    const here = withBrokenPage(path, page);
    const restored = open(here);
    const [stored] = restored.commands.toSend();
    expect(stored?.command.payload).toEqual({ text: text(1) });
    const waiting = restored.files.toUpload();
    for (const { id } of waiting) expect(restored.files.read(id, 0, photo.length).equals(photo)).toBe(true);
    expect(stored?.upload === null).toBe(waiting.length === 0);
    found.add(waiting.length > 0 ? 'whole' : 'not waited for');
    restored.close();
  }
  expect([...found].sort()).toEqual(['not waited for', 'whole']);
});
