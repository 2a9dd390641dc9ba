import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { UPDATES, type UpdateCode } from '#shared/i18n/updates.ts';
import { NOTE_FILE } from '#shared/node/release-note.ts';
import { releaseFeed } from '../testing/release-feed.ts';
import { CONTENT, KEYS, PACKAGE, PINNED, publish } from '../testing/release-folder.ts';
import { updateMemory } from './memory.ts';
import { placeInRollOut } from './offer.ts';
import { feed, folderSource } from './take-package.ts';
import { tell } from './tell.ts';
import { type Outcome, openUpdater, type UpdaterPorts } from './updater.ts';

/** The feed is that of a real central service: real sockets, real files. */
let dir: string;
let handedOver: string[];
let closing: AbortController;
const { releases, address } = releaseFeed();

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'penghubung-updater-'));
  handedOver = [];
  closing = new AbortController();
});
afterEach(() => {
  rmSync(dir, { recursive: true });
  for (const name of readdirSync(releases)) rmSync(join(releases, name));
});

const note = join(releases, NOTE_FILE);
const offered = join(releases, PACKAGE);
const taken = () => join(dir, 'updates', PACKAGE);
const inFolder = () => readdirSync(join(dir, 'updates')).toSorted();

function updater(other: Partial<UpdaterPorts> = {}) {
  return openUpdater({
    version: '0.1.0',
    kind: 'AppImage',
    arch: 'x64',
    built: '2026-11-01T00:00:00.000Z',
    keys: PINNED,
    folder: join(dir, 'updates'),
    memory: updateMemory(dir),
    feed: feed(`${address()}/`, fetch, closing.signal),
    prepare: async () => 'copied',
    handOver: async (path) => {
      handedOver.push(path);
      return 'installing';
    },
    closing: closing.signal,
    ...other,
  });
}

/** What the officer reads. */
const words = (outcome: Outcome): string => tell(outcome).id;

test('a good release is fetched, checked, and given to the system once the journal was copied', async () => {
  await publish(releases);
  const steps: string[] = [];
  const own = updater({
    prepare: async () => {
      steps.push('journal copied');
      return 'copied';
    },
    handOver: async (path) => {
      steps.push(readFileSync(path, 'utf8') === CONTENT ? 'right package' : 'wrong package');
      return 'installing';
    },
  });
  expect(words(await own.look())).toMatch(
    /^Versi 0\.2\.0 sudah diunduh dan diperiksa: tanda tangannya sah\./,
  );
  expect(own.ready()).toBe('0.2.0');
  expect(words(await own.install())).toBe('Versi 0.2.0 sedang dipasang. Program ditutup lalu dibuka lagi.');
  expect(steps).toEqual(['journal copied', 'right package']);
});

test('a release that the next key has signed is taken too', async () => {
  await publish(releases, {}, KEYS.next);
  expect(await updater().look()).toEqual({ code: 'ready', version: '0.2.0' });
});

test('a release signed with any other key is refused, and nothing of it is fetched', async () => {
  await publish(releases, {}, KEYS.stranger);
  expect(words(await updater().look())).toMatch(/kunci yang tidak dikenal.*Tidak ada yang dipasang/);
  expect(existsSync(join(dir, 'updates'))).toBe(false);
});

test('a note that was changed after it was signed is refused', async () => {
  await publish(releases);
  writeFileSync(note, readFileSync(note, 'utf8').replace('"0.2.0"', '"9.9.9"'));
  expect(words(await updater().look())).toMatch(
    /Tanda tangan catatan rilis tidak sah.*Tidak ada yang dipasang/,
  );
});

test('a package with another content of the same length is refused and deleted', async () => {
  await publish(releases);
  writeFileSync(offered, CONTENT.replace('isi', 'ubi'));
  const own = updater();
  expect(words(await own.look())).toMatch(/bukan yang ditandatangani.*Tidak ada yang dipasang/);
  expect([own.ready(), inFolder()]).toEqual([null, []]);
  expect((await own.install()).code).toBe('current');
  expect(handedOver).toEqual([]);
});

test('of a package that goes on behind its end no more is taken than it should have', async () => {
  await publish(releases);
  writeFileSync(offered, `${CONTENT}!`);
  expect((await updater().look()).code).toBe('package_tampered');
  expect(inFolder()).toEqual([]);

  let pulled = 0;
  const without = async (url: string, init?: RequestInit): Promise<Response> => {
    if (!url.endsWith('.AppImage')) return fetch(url, init);
    const body = new ReadableStream({
      pull(controller) {
        pulled += 1;
        if (pulled > 1_000) return controller.close();
        controller.enqueue(Buffer.from(CONTENT));
      },
    });
    return new Response(body);
  };
  const endless = feed(`${address()}/`, without, closing.signal);
  expect((await updater({ feed: endless }).look()).code).toBe('package_tampered');
  expect(pulled).toBeLessThan(10);
});

test('a package that is cut short is refused', async () => {
  await publish(releases);
  truncateSync(offered, 5_000);
  const own = updater();
  expect(words(await own.look())).toMatch(/tidak utuh: lebih pendek.*Tidak ada yang dipasang/);
  expect([own.ready(), inFolder()]).toEqual([null, []]);
});

test('an older version is never offered, whatever signs it', async () => {
  await publish(releases, { version: '0.0.9' });
  expect(words(await updater().look())).toMatch(/versi 0\.0\.9\) lebih lama.*tidak pernah dipasang/);
  await publish(releases, { version: '0.2.0' });
  expect(words(await updater({ version: '0.10.0' }).look())).toMatch(/lebih lama/);
});

test('the installed version is the newest, and what lay there of it is cleared away', async () => {
  await publish(releases);
  await updater().look();
  expect(inFolder()).toEqual([PACKAGE]);
  expect(words(await updater({ version: '0.2.0' }).look())).toBe('Versi yang terpasang sudah yang terbaru.');
  expect(inFolder()).toEqual([]);
});

test('a note from before the last one that was believed, or from before this package, is out of date', async () => {
  await publish(releases, { version: '0.3.0', date: '2026-12-02T00:00:00.000Z', share: 0 });
  expect((await updater().look()).code).toBe('staged_out');
  await publish(releases, { version: '0.2.0', date: '2026-12-01T00:00:00.000Z' });
  expect(words(await updater().look())).toMatch(/^Catatan rilis versi 0\.2\.0 ditandatangani sebelum/);
  rmSync(join(dir, 'updates.json'));
  expect((await updater({ built: '2026-12-01T00:00:00.001Z' }).look()).code).toBe('older_date');
  expect((await updater().look()).code).toBe('ready');
});

test('a release for a share of the PCs is offered to those whose own number is below it', async () => {
  const place = placeInRollOut(updateMemory(dir).read().id, '0.2.0');
  await publish(releases, { share: place });
  expect(words(await updater().look())).toMatch(/^Versi 0\.2\.0 sedang dibagikan bertahap dan belum sampai/);
  expect(existsSync(join(dir, 'updates', PACKAGE))).toBe(false);
  await publish(releases, { share: place + 1e-9, date: '2026-11-30T09:00:00.000Z' });
  expect((await updater().look()).code).toBe('ready');
});

test('from a folder the same release is taken without a network, whatever its share', async () => {
  const stick = join(dir, 'stick');
  await publish(stick, { share: 0 });
  const own = updater({ feed: null });
  expect(words(await own.look())).toMatch(/tidak punya alamat pembaruan/);
  expect((await own.takeFrom(folderSource(stick))).code).toBe('ready');
  // The stick is pulled out: what is installed lies on the PC.
  rmSync(stick, { recursive: true });
  expect((await own.install()).code).toBe('installing');
  expect(handedOver).toEqual([taken()]);
});

test.each<[string, RegExp, (stick: string) => void | Promise<void>]>([
  ['no note', /latest\.json\) tidak ada di sana/, (stick) => rmSync(join(stick, NOTE_FILE))],
  ['no package', /tidak ada di samping catatan/, (stick) => rmSync(join(stick, PACKAGE))],
  ['a cut package', /tidak utuh/, (stick) => truncateSync(join(stick, PACKAGE), 10)],
  [
    'another package',
    /bukan yang ditandatangani/,
    (stick) => writeFileSync(join(stick, PACKAGE), `${CONTENT}!`),
  ],
  ['a note of others', /kunci yang tidak dikenal/, (stick) => publish(stick, {}, KEYS.stranger)],
  ['an older version', /lebih lama/, (stick) => publish(stick, { version: '0.0.1' })],
  [
    'a note that is none',
    /tidak dapat dibaca/,
    (stick) => writeFileSync(join(stick, NOTE_FILE), 'x'.repeat(1e6)),
  ],
])('from a folder with %s nothing is installed', async (_, sentence, spoil) => {
  const stick = join(dir, 'stick');
  await publish(stick);
  await spoil(stick);
  const own = updater();
  expect(words(await own.takeFrom(folderSource(stick)))).toMatch(sentence);
  expect([own.ready(), (await own.install()).code, handedOver]).toEqual([null, 'current', []]);
});

test('a package that is changed between its check and its installation is not installed', async () => {
  await publish(releases);
  const own = updater();
  await own.look();
  writeFileSync(taken(), CONTENT.replace('isi', 'ubi'));
  expect(words(await own.install())).toMatch(/bukan yang ditandatangani/);
  expect([own.ready(), handedOver]).toEqual([null, []]);
});

test.each(['writing', 'copy_failed'] as const)(
  'nothing is installed when the backend says %s',
  async (state) => {
    await publish(releases);
    const own = updater({ prepare: async () => state });
    await own.look();
    expect(await own.install()).toMatchObject({ code: state });
    expect([own.ready(), handedOver]).toEqual(['0.2.0', []]);
  },
);

test('nothing is installed once the program closes', async () => {
  await publish(releases);
  const own = updater({
    prepare: async () => {
      closing.abort();
      return 'copied';
    },
  });
  await own.look();
  expect(words(await own.install())).toMatch(/^Program sedang ditutup, jadi versi 0\.2\.0 tidak dipasang/);
  expect(handedOver).toEqual([]);
});

test('a download that broke off goes on where it stopped', async () => {
  await publish(releases);
  const asked: (string | null)[] = [];
  let breaks = true;
  const flaky: typeof fetch = async (url, init) => {
    const response = await fetch(url, init);
    if (!String(url).endsWith('.AppImage')) return response;
    asked.push(new Headers(init?.headers).get('range'));
    if (!breaks) return response;
    breaks = false;
    let sent = 0;
    const cut = new TransformStream<Uint8Array, Uint8Array>({
      async transform(piece, controller) {
        if (sent > 0) {
          await expect.poll(() => statSync(`${taken()}.part`).size).toBeGreaterThan(0);
          return controller.error(new Error('the line is cut'));
        }
        sent = piece.length;
        controller.enqueue(piece);
      },
    });
    return new Response(response.body?.pipeThrough(cut) ?? null, response);
  };
  const own = updater({ feed: feed(address(), flaky, closing.signal) });
  expect(words(await own.look())).toMatch(/sambungannya terputus.*unduhan dilanjutkan/);
  expect(inFolder()).toEqual([`${PACKAGE}.part`]);
  expect((await own.look()).code).toBe('ready');
  expect(asked).toEqual([null, expect.stringMatching(/^bytes=[1-9]\d*-$/)]);
  expect(readFileSync(taken(), 'utf8')).toBe(CONTENT);
});

test('a feed that cannot be reached, or answers with a page of somebody else, changes nothing', async () => {
  expect((await updater().look()).code).toBe('note_missing');
  writeFileSync(note, '<html>Masuk ke jaringan kantor</html>');
  expect(words(await updater().look())).toMatch(/tidak dapat dibaca. Tidak ada yang dipasang/);
  const nowhere = feed('http://127.0.0.1:9/', fetch, closing.signal);
  expect(words(await updater({ feed: nowhere }).look())).toMatch(/belum dapat dihubungi/);
});

test('a folder that cannot be written to is said', async () => {
  await publish(releases);
  writeFileSync(join(dir, 'updates'), 'a file in the way');
  expect(words(await updater().look())).toMatch(/tidak dapat disimpan/);
});

test('two steps never run beside each other', async () => {
  await publish(releases);
  const own = updater();
  const [first, second] = await Promise.all([own.look(), own.look()]);
  expect([first.code, second.code]).toEqual(['ready', 'busy']);
});

test('every outcome has its sentence in both languages, with nothing left open', () => {
  for (const code of Object.keys(UPDATES) as UpdateCode[]) {
    const { id, en } = tell({ code, version: '0.2.0', file: '/f' });
    expect(`${id} ${en}`).not.toMatch(/\{\{|undefined/);
    expect(id).not.toBe(en);
  }
});
