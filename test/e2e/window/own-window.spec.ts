import type { Desk } from '../desk.ts';
import { expect, test } from '../fixtures.ts';
import { importComplaints, opened, view } from '../office.ts';

const AGENCY = 'Dinas Perhubungan';
const ID = '9300981';

const zoom = (desk: Desk) =>
  desk.shell(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel());
const title = (desk: Desk) => desk.shell(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());

/** A key as the system sends it: what the shell takes does not reach the page. */
function press(desk: Desk, key: string): Promise<void> {
  return desk.shell(({ BrowserWindow }, keyCode) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    for (const type of ['keyDown', 'keyUp'] as const)
      contents?.sendInputEvent({ type, keyCode, modifiers: ['control'] });
  }, key);
}

test('the usual keys make everything larger and smaller, and it stays so over a restart', async ({
  desk: deskNamed,
}) => {
  const desk = deskNamed('Baru');
  await desk.open();
  const ratio = () => desk.page().evaluate(() => window.devicePixelRatio);
  for (const key of ['=', '=', '-', '=']) await press(desk, key);
  await expect.poll(() => zoom(desk)).toBe(1);
  await expect.poll(ratio).toBeCloseTo(1.2);
  await desk.closeWindow();
  await desk.open();
  await expect.poll(() => zoom(desk)).toBe(1);
  await expect.poll(ratio).toBeCloseTo(1.2);
  await press(desk, '0');
  await expect.poll(() => zoom(desk)).toBe(0);
});

test('the window is named after the complaint that is open, and the box about it names every version', async ({
  stack,
  deskOf,
}) => {
  await importComplaints(stack, [ID], AGENCY);
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  await opened(desk.page(), ID);
  await expect.poll(() => title(desk)).toBe(`${ID} · Lampu Jalan Mati · Penghubung`);
  await view(desk.page(), 'Selesai').click();
  await expect.poll(() => title(desk)).toBe('Selesai · Penghubung');

  await desk.shell(({ dialog }) => {
    Object.assign(dialog, {
      showMessageBox: async (_over: unknown, { message, detail }: Electron.MessageBoxOptions) => {
        Object.assign(globalThis, { said: `${message}\n${detail}` });
        return { response: 0 };
      },
    });
  });
  await desk.shell(({ Menu }) => {
    const help = Menu.getApplicationMenu()?.items.find(({ role }) => role === 'help')?.submenu;
    help?.items.find(({ label }) => label.startsWith('Tentang'))?.click();
  });
  const said = () => desk.shell(() => (globalThis as { said?: string }).said ?? '');
  await expect
    .poll(said)
    .toMatch(
      /^Penghubung \d.*\nElectron \d+\..*\nChromium \d+\..*\nNode\.js \d+\..*\nSQLite 3\..*\nlinux x64 .+$/,
    );
  expect(await desk.clipboard()).toBe(await said());
});
