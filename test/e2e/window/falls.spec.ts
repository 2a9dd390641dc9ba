import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { readOrCreateKey } from '../../../electron/backend/keys/key-file.ts';
import { openToRead } from '../../../electron/backend/store/open-database.ts';
import { writingTable } from '../../../electron/backend/store/settings/window-tables.ts';
import type { Desk } from '../desk.ts';
import { expect, test } from '../fixtures.ts';
import { connection, importComplaints, opened, synced, view } from '../office.ts';
import { processOf } from './processes.ts';

const AGENCY = 'Dinas Perhubungan';
const ID = '9300981';
const [BEGUN, GOES_ON] = ['Petugas kami memer', 'iksa lokasi pada Kamis.'];

const field = (page: Page) => page.getByRole('textbox', { name: 'Teks tindak lanjut' });

/** Where the journal says that the officer writes; it is only read. */
function keptCaret(dataDir: string): unknown {
  const read = readOrCreateKey(dataDir);
  const opened = read.ok ? openToRead(join(dataDir, 'journal.db'), read.key) : read;
  if (!opened.ok) throw new Error(opened.code);
  try {
    return writingTable(opened.db).last()?.caret;
  } finally {
    opened.db.close();
  }
}

/** The officer is in the middle of a word. */
async function writing(page: Page): Promise<void> {
  await opened(page, ID);
  await page.keyboard.press('r');
  await page.keyboard.type(BEGUN);
  await expect(field(page)).toHaveValue(BEGUN);
}

test('kill -9 of the backend in the middle of a word: the officer types on, and no letter is lost', async ({
  stack,
  deskOf,
}) => {
  await importComplaints(stack, [ID], AGENCY);
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  await writing(desk.page());
  const before = await processOf(desk, 'backend');
  process.kill(before, 'SIGKILL');
  await desk.page().keyboard.type(GOES_ON);
  await expect(field(desk.page())).toHaveValue(BEGUN + GOES_ON);
  await expect(desk.page().locator('[data-save-state=saved]')).toBeVisible();
  expect(await processOf(desk, 'backend')).not.toBe(before);

  // It is on the disk: the power goes, and it is there again.
  await desk.kill();
  const page = await desk.open();
  await page.getByRole('region', { name: '1 tulisan belum selesai' }).getByRole('button').first().click();
  await expect(field(page)).toHaveValue(BEGUN + GOES_ON);
});

test('kill -9 of the backend under a text that is being sent: the next one is asked, and it goes out once', async ({
  stack,
  deskOf,
}) => {
  await importComplaints(stack, [ID], AGENCY);
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  const page = desk.page();
  await writing(page);
  await expect(page.locator('[data-save-state=saved]')).toBeVisible();
  const before = await processOf(desk, 'backend');
  // Its end comes between question and answer.
  process.kill(before, 'SIGSTOP');
  await page.keyboard.press('Control+Enter');
  process.kill(before, 'SIGKILL');
  await synced(page);
  await view(page, 'Kotak keluar').click();
  const sent = page.getByRole('region', { name: 'Terkirim', exact: true });
  await expect(sent.getByText(BEGUN)).toHaveCount(1);
  await expect(view(page, 'Draf')).not.toContainText('1');
});

test('kill -9 of the program, and its end by the cross: the officer types on where the caret was', async ({
  stack,
  deskOf,
}) => {
  await importComplaints(stack, [ID], AGENCY);
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  await writing(desk.page());
  for (const key of ['Home', 'ArrowRight', 'ArrowRight']) await desk.page().keyboard.press(key);
  await desk.page().keyboard.type('1');
  await expect(desk.page().locator('[data-save-state=saved]')).toBeVisible();
  await desk.kill();

  let page = await desk.open();
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('Pe1tugas kami memer');
  await page.keyboard.type('2');
  await expect(field(page)).toHaveValue('Pe12tugas kami memer');
  await expect(page.locator('[data-save-state=saved]')).toBeVisible();
  await desk.closeWindow();

  page = await desk.open();
  await expect(field(page)).toBeFocused();
  // A part that is marked is written over.
  for (let times = 0; times < 4; times++) await page.keyboard.press('Shift+ArrowRight');
  await expect.poll(() => keptCaret(desk.dataDir)).toEqual({ from: 4, to: 8 });
  await desk.kill();
  page = await desk.open();
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('3');
  await expect(field(page)).toHaveValue('Pe123s kami memer');
});

test('an officer who left the field finds the list at the next start, and the draft in it', async ({
  stack,
  deskOf,
}) => {
  await importComplaints(stack, [ID], AGENCY);
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  await writing(desk.page());
  await desk.page().keyboard.press('Escape');
  await expect(field(desk.page())).not.toBeFocused();
  await expect(desk.page().locator('[data-save-state=saved]')).toBeVisible();
  await desk.closeWindow();
  const page = await desk.open();
  await expect(page.getByRole('region', { name: '1 tulisan belum selesai' })).toBeVisible();
  await expect(page.locator('textarea:focus')).toHaveCount(0);
});

/**
 * Playwright holds a page that comes after a crash at its first line: the shell lets it go on, and sees and
 * types from here on.
 */
async function pageAfterCrash(desk: Desk) {
  await desk.shell(async ({ BrowserWindow }) => {
    const link = BrowserWindow.getAllWindows()[0]?.webContents.debugger;
    link?.attach();
    await link?.sendCommand('Runtime.runIfWaitingForDebugger');
    link?.detach();
  });
  return {
    /** The opened complaint, the text of the field that has the focus, and the caret in it. */
    seen: () =>
      desk.shell(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(`
          [document.querySelector('[data-case]')?.dataset.case,
           document.activeElement?.value, document.activeElement?.selectionStart]`),
      ),
    type: (letter: string) =>
      desk.shell(({ BrowserWindow }, keyCode) => {
        BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({ type: 'char', keyCode });
      }, letter),
  };
}

test('a page that crashes in the middle of a word comes back at the same complaint, text and caret', async ({
  stack,
  deskOf,
  complaints,
}) => {
  await importComplaints(stack, [ID, '9300982'], AGENCY);
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  await writing(desk.page());
  for (const key of ['Home', 'ArrowRight', 'ArrowRight']) await desk.page().keyboard.press(key);
  await desk.page().keyboard.type('1');
  await expect(desk.page().locator('[data-save-state=saved]')).toBeVisible();
  const before = await processOf(desk, 'page');
  const crashed = desk.page().waitForEvent('crash');
  await desk.shell(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  );
  await crashed;
  await expect.poll(() => processOf(desk, 'page').catch(() => before)).not.toBe(before);
  const page = await pageAfterCrash(desk);
  await expect.poll(page.seen).toEqual([`lapor-${ID}`, 'Pe1tugas kami memer', 3]);
  await page.type('2');
  await expect.poll(page.seen).toEqual([`lapor-${ID}`, 'Pe12tugas kami memer', 4]);
  await desk.kill();
  complaints.length = 0;
});

test('a window that is closed with unsent work ends by itself, and the work is there at the next start', async ({
  stack,
  deskOf,
}) => {
  await importComplaints(stack, [ID], AGENCY);
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  await expect(connection(desk.page())).toContainText('Daring · sama dengan pusat');
  await stack.central.stop();
  await expect(connection(desk.page())).toContainText('Luring');
  await writing(desk.page());
  await desk.page().keyboard.press('Control+Enter');
  await expect(connection(desk.page())).toContainText('1 belum terkirim');
  await desk.closeWindow();

  const page = await desk.open();
  await view(page, 'Kotak keluar').click();
  await expect(page.getByRole('region', { name: 'Belum terkirim' }).getByText(BEGUN)).toBeVisible();
  await stack.central.start();
  await synced(page);
  await expect(page.getByRole('region', { name: 'Terkirim', exact: true }).getByText(BEGUN)).toBeVisible();
});

test('a PC that slept goes on where it was, and shows what came meanwhile', async ({ stack, deskOf }) => {
  await importComplaints(stack, [ID], AGENCY);
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  await writing(desk.page());
  // As a PC does it: none of its processes runs on, and each goes on where it stood.
  const leader = await desk.shell(() => process.pid);
  process.kill(-leader, 'SIGSTOP');
  await importComplaints(stack, ['9300982'], AGENCY);
  process.kill(-leader, 'SIGCONT');
  await desk.page().keyboard.type(GOES_ON);
  await expect(field(desk.page())).toHaveValue(BEGUN + GOES_ON);
  await expect(view(desk.page(), 'Semua')).toContainText('2');
});
