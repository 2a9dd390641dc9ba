import { closeSync, openSync, readdirSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readOrCreateKey } from '../keys/key-file.ts';
import { sha256Of } from '../store/journal/file-table.ts';
import { openJournal } from '../store/journal/journal-store.ts';
import { answerBody, commandOf, complaintNo, MONDAY } from '../testing/samples.ts';
import { temporaryFolder } from '../testing/test-backend.ts';
import { exportUnsent } from './export-unsent.ts';

const PHOTO = Buffer.from('photo of the pothole'.repeat(30_000));
const text = (n: number) => `Jawaban ${n}. ${'Regu memeriksa lokasi. '.repeat(40)}`;
const subject = (n: number) => ({ complaintId: complaintNo(n).id, trackingId: `${n}`, title: 'Jalan' });
const draftOf = (n: number, words: string) => ({
  ...subject(n),
  id: `d-${n}`,
  kind: 'follow_up' as const,
  choices: {},
  text: words,
  updatedAt: new Date(MONDAY + n).toISOString(),
  trunkRevision: 1,
});

/** An office with everything that can wait, on a PC whose program was killed. */
function killedOffice(commands = 3) {
  const dataDir = temporaryFolder();
  const read = readOrCreateKey(dataDir);
  if (!read.ok) throw new Error(read.code);
  const path = join(dataDir, 'journal.db');
  const opened = openJournal(path, read.key);
  if (!opened.ok) throw new Error(opened.code);
  const { journal } = opened;
  journal.write(() => {
    for (let n = 1; n <= commands; n++) {
      const command = {
        ...commandOf(complaintNo(n), answerBody(text(n))),
        id: `c-${n}`,
        composedAt: new Date(MONDAY - n).toISOString(),
      };
      journal.commands.insert(command, subject(n), null);
    }
    journal.drafts.save(draftOf(50, 'Sedang ditulis\nbaris kedua'));
    journal.drafts.save(draftOf(51, 'Dibuang'));
    journal.drafts.remove('d-51', MONDAY);
    const file = journal.files.begin(PHOTO.length);
    journal.files.append(file, 0, PHOTO);
    journal.files.complete(file, sha256Of(PHOTO), 'image/jpeg');
    journal.attachments.insert('a-1', 'd-50', 'foto.jpg', file);
    journal.attachments.insert('a-2', 'c-1', 'foto.jpg', file);
  });
  return { dataDir, path, key: read.key, journal };
}

const jsonOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'belum-terkirim.json'), 'utf8'));

test('an export holds all that is not accepted with its files, for people and for programs, and changes nothing', () => {
  const { dataDir, path, key, journal } = killedOffice();
  journal.write(() =>
    journal.commands.setResult(
      { outcome: 'accepted', id: 'c-2', receipt: 'K-1', feedSeq: 1, at: '' },
      MONDAY,
    ),
  );
  const before = [statSync(path).mtimeMs, readdirSync(dataDir).toSorted()];
  const usb = temporaryFolder();
  const done = exportUnsent(path, key, usb, MONDAY, []);
  expect(done).toMatchObject({ folder: join(usb, 'Penghubung 2026-09-07 09.00'), texts: 3, files: 2 });
  const folder = done?.folder ?? '';
  expect([statSync(path).mtimeMs, readdirSync(dataDir).toSorted()]).toEqual(before);
  expect(jsonOf(folder)).toMatchObject({
    form: 'penghubung-unsent',
    version: 1,
    texts: [
      { id: 'c-3', what: 'unsent', text: text(3), files: [] },
      {
        id: 'c-1',
        what: 'unsent',
        text: text(1),
        files: [{ name: 'foto.jpg', path: 'lampiran/2/foto.jpg' }],
      },
      {
        id: 'd-50',
        what: 'draft',
        complaintId: complaintNo(50).id,
        kind: 'follow_up',
        text: 'Sedang ditulis\nbaris kedua',
        files: [{ name: 'foto.jpg', path: 'lampiran/1/foto.jpg' }],
      },
    ],
  });
  expect(readFileSync(join(folder, 'lampiran/1/foto.jpg')).equals(PHOTO)).toBe(true);
  const people = readFileSync(join(folder, 'belum-terkirim.txt'), 'utf8');
  expect(people).toContain(
    '3. Draf: Tindak lanjut\r\n50 Jalan\r\n2026-09-07 09.00 WIB\r\nLampiran: lampiran/1/foto.jpg\r\n\r\nSedang ditulis\r\nbaris kedua\r\n',
  );
  expect(people).not.toContain('Dibuang');
  // The first one stays as it is.
  expect(exportUnsent(path, key, usb, MONDAY, [])?.folder).toBe(`${folder} (2)`);
});

test('what only the window has takes the place of what the journal has', () => {
  const { path, key } = killedOffice();
  const held = [
    { id: 'd-50', complaintId: complaintNo(50).id, kind: 'follow_up', text: 'Sedang ditulis lagi' },
    { id: 'd-60', complaintId: complaintNo(60).id, kind: 'internal_note', text: 'Baru' },
  ];
  const done = exportUnsent(path, key, temporaryFolder(), MONDAY, held);
  const drafts = jsonOf(done?.folder ?? '').texts.slice(-2);
  expect(drafts).toMatchObject([
    { id: 'd-50', trackingId: '50', text: 'Sedang ditulis lagi', files: [{ path: 'lampiran/1/foto.jpg' }] },
    { id: 'd-60', complaintId: complaintNo(60).id, what: 'draft', text: 'Baru' },
  ]);
});

test('whichever page of the journal is damaged, almost all of it is exported, and the copy of the day fills the gap', () => {
  const { path, key, journal } = killedOffice(20);
  journal.copyOfDay('2026-09-06');
  journal.write(() => journal.drafts.save(draftOf(52, 'Hari ini')));
  journal.close();
  const whole = readFileSync(path);
  const lost: string[] = [];
  for (let page = 1; page < whole.length / 4096; page++) {
    const file = openSync(path, 'r+');
    writeSync(file, whole, 0, whole.length, 0);
    writeSync(file, Buffer.alloc(4096, 'noise'), 0, 4096, page * 4096);
    closeSync(file);
    const done = exportUnsent(path, key, temporaryFolder(), MONDAY, []);
    const ids = new Set(jsonOf(done?.folder ?? '').texts.map(({ id }: { id: string }) => id));
    for (let n = 1; n <= 20; n++) if (!ids.has(`c-${n}`)) lost.push(`${page}: c-${n}`);
    if (!ids.has('d-50')) lost.push(`${page}: d-50`);
  }
  expect(lost).toEqual([]);
});

test('without a journal that can be read nothing is exported, but for what the window has', () => {
  const dataDir = temporaryFolder();
  const path = join(dataDir, 'journal.db');
  const key = Buffer.alloc(32, 1);
  expect(exportUnsent(path, key, temporaryFolder(), MONDAY, [])).toBeNull();
  const held = [{ id: 'd-1', complaintId: 'lapor-1', kind: 'follow_up', text: 'Ada' }];
  expect(exportUnsent(path, key, temporaryFolder(), MONDAY, held)).toMatchObject({ texts: 1, files: 0 });
});
