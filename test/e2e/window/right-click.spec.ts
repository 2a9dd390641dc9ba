import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import type { Desk } from '../desk.ts';
import { expect, openEnrolled, test } from '../fixtures.ts';
import { importComplaints, opened } from '../office.ts';

const AGENCY = 'Dinas Perhubungan';
const ID = '9300981';
/** Eight words in Chromium's form, made by `qwebengine_convert_dict`: "rusak" and "lampu" are among them. */
const WORDS =
  'QkRpYwIAAAAgAAAAWgAAAJ6TKW6t5K/UxD3Wo15qh74yAAAAOAAAADkAAAA6AAAACgpBRiAwAAAAAFRSWSBhZWlvdW5ydGxza2RwbWdiaHlqY3dmdnpxeAAA5mQAagxsE3Incy53PkAAaXBlcmJhaWtpAEAAYWxhbgDhYQDibQBwBUAAcHUAQABvcmFuAEAAdXNhawDiYQB1BUAAeWEAQABkYWgAQABhcmdhAA==';

const field = (page: Page) => page.getByRole('textbox', { name: 'Teks tindak lanjut' });

/** Lays a dictionary where a system's would be copied to. Its program is closed. */
function layDictionary(desk: Desk, content: Buffer): void {
  mkdirSync(dirname(dictionaryOf(desk)), { recursive: true });
  writeFileSync(dictionaryOf(desk), content);
}

const dictionaryOf = (desk: Desk): string => join(desk.dataDir, 'shell/Dictionaries/id-ID-3-0.bdic');

/** The menus that would open are noted down, with what their lines do. */
async function noteMenus(desk: Desk): Promise<void> {
  await desk.shell(({ Menu }) => {
    Menu.prototype.popup = function popup(this: Electron.Menu) {
      Object.assign(globalThis, { menu: this.items });
    };
  });
}

type Line = { readonly label: string; readonly enabled: boolean; readonly click: () => void };
type Noted = { readonly menu?: readonly Line[] };

/** What a right click there offers: its labels, without those that cannot be done. */
async function offered(desk: Desk, place: Locator, x = 30): Promise<readonly string[]> {
  await desk.shell(() => Object.assign(globalThis, { menu: [] }));
  await place.click({ button: 'right', position: { x, y: 12 } });
  return desk.shell(() =>
    ((globalThis as Noted).menu ?? []).flatMap(({ label, enabled }) => (enabled ? [label] : [])),
  );
}

const choose = (desk: Desk, label: string): Promise<void> =>
  desk.shell((_electron, wanted) => {
    (globalThis as Noted).menu?.find((line) => line.label === wanted)?.click();
  }, label);

test('a right click offers what fits the place, and the spelling of a word', async ({ stack, deskOf }) => {
  await importComplaints(stack, [ID], AGENCY);
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  await desk.close();
  layDictionary(desk, Buffer.from(WORDS, 'base64'));
  const page = await openEnrolled(desk);
  await noteMenus(desk);
  await opened(page, ID);
  await page.keyboard.press('r');
  await page.keyboard.type('rusk lampu ');

  await expect.poll(() => offered(desk, field(page), 20)).toContain('rusak');
  await choose(desk, 'rusak');
  await expect(field(page)).toHaveValue('rusak lampu ');
  await expect.poll(() => offered(desk, field(page), 20)).not.toContain('Tambahkan ke kamus');

  await page.keyboard.press('Control+a');
  await page.keyboard.type('Deli ');
  await expect.poll(() => offered(desk, field(page), 20)).toContain('Tambahkan ke kamus');
  await choose(desk, 'Tambahkan ke kamus');
  await expect.poll(() => offered(desk, field(page), 20)).not.toContain('Tambahkan ke kamus');

  await choose(desk, 'Pilih semua');
  await expect.poll(() => offered(desk, field(page), 20)).toContain('Potong');
  await choose(desk, 'Potong');
  await expect(field(page)).toHaveValue('');
  expect(await desk.clipboard()).toBe('Deli ');
  await offered(desk, field(page));
  await choose(desk, 'Tempel');
  await expect(field(page)).toHaveValue('Deli ');

  const title = page.getByRole('main').getByRole('heading', { level: 1, name: 'Lampu Jalan Mati' });
  expect(await offered(desk, title)).toEqual([]);
  await title.click({ clickCount: 3 });
  expect(await offered(desk, title)).toEqual(['Salin']);
});

test('no dictionary is fetched from anybody: where there is none, or a damaged one, nothing is checked', async ({
  desk: deskNamed,
}) => {
  const desk = deskNamed('Baru');
  const asked = () =>
    desk.shell(({ session }) => {
      const pages = session.fromPartition('persist:page');
      return [pages.isSpellCheckerEnabled(), pages.getSpellCheckerLanguages()];
    });
  await desk.open();
  expect(await asked()).toEqual([false, []]);
  await desk.close();
  layDictionary(desk, Buffer.from('no dictionary'));
  await desk.open();
  // Chromium itself throws it away, and is about to fetch another one from its makers.
  await expect.poll(() => existsSync(dictionaryOf(desk))).toBe(false);
});
