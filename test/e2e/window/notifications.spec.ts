import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { openSession, type Session } from '../../support/electron/session.ts';
import { expect, test } from '../fixtures.ts';
import { importComplaints } from '../office.ts';

const AGENCY = 'Dinas Perhubungan';
const [KNOWN, NEW] = ['9300981', '9300982'];

let session: Session | null = null;
test.afterEach(() => session?.close());

type Noted = { readonly backend?: NodeJS.EventEmitter };

/** Notes down by which process the backend is heard. */
async function listen(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const { EventEmitter } = process.getBuiltinModule('node:events');
    const { emit } = EventEmitter.prototype;
    EventEmitter.prototype.emit = function noting(
      this: NodeJS.EventEmitter,
      name: string,
      ...words: unknown[]
    ) {
      const [said] = words as [{ readonly type?: unknown } | undefined];
      if (name === 'message' && said?.type === 'counts') Object.assign(globalThis, { backend: this });
      return emit.call(this, name, ...words);
    } as typeof emit;
  });
}

test('what the backend tells is shown by the system, in number and category alone, and a click opens it', async ({
  stack,
  installed,
}) => {
  if (installed === null) throw new Error('no window of Electron');
  await importComplaints(stack, [KNOWN], AGENCY);
  const desktop = await openSession(join(stack.folder, 'session'));
  session = desktop;
  const app = await installed.start({
    dataDir: join(stack.folder, 'rina'),
    args: ['--join-url', stack.central.address(), '--join-name', 'Rina Sitepu'],
    env: { ...desktop.env, PENGHUBUNG_JOIN_CODE: await stack.code(AGENCY, 'Rina Sitepu') },
  });
  const page = await app.firstWindow();
  await expect(page.getByRole('row').filter({ hasText: KNOWN })).toBeVisible();
  await listen(app);
  await importComplaints(stack, [KNOWN, NEW], AGENCY);
  await expect.poll(() => app.evaluate(() => (globalThis as Noted).backend !== undefined)).toBe(true);
  const isSeen = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());

  // The backend itself is silent in the night; this test runs at any hour.
  const note = {
    counts: { disposition: 1, reply: 0, due: 0, refused: 0 },
    only: { complaintId: `lapor-${NEW}`, trackingId: NEW, category: 'Lampu penerangan jalan umum' },
  };
  await app.evaluate((_electron, told) => {
    (globalThis as Noted).backend?.emit('message', { type: 'news', note: told });
  }, note);
  await expect.poll(desktop.shown).toContain(`body: '${NEW} · Lampu penerangan jalan umum'`);
  expect(desktop.shown()).toContain("summary: 'Disposisi baru'");
  desktop.click();
  await expect.poll(isSeen).toBe(true);
  await expect(page.locator(`[data-case="lapor-${NEW}"]`)).toBeVisible();
  await app.close();
});
