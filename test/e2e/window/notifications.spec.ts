import type { Desk } from '../desk.ts';
import { expect, test } from '../fixtures.ts';
import { importComplaints } from '../office.ts';

const AGENCY = 'Dinas Perhubungan';
const [KNOWN, NEW] = ['9300981', '9300982'];

type Shown = { readonly title: string; readonly body: string; readonly click: () => boolean };
type Noted = { readonly shown?: readonly Shown[]; readonly backend?: NodeJS.EventEmitter };

/**
 * What the system is asked to show is noted down, and by which process the backend is heard; the officer looks
 * at something else.
 */
async function listen(desk: Desk): Promise<void> {
  await desk.shell(({ BrowserWindow, Notification }) => {
    const shown: Shown[] = [];
    Object.assign(globalThis, { shown });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      shown.push({ title: this.title, body: this.body, click: () => this.emit('click') });
    };
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
    BrowserWindow.getAllWindows()[0]?.hide();
  });
}

test('what the backend tells is shown by the system, in number and category alone, and a click opens it', async ({
  stack,
  deskOf,
}) => {
  await importComplaints(stack, [KNOWN], AGENCY);
  const desk = await deskOf(AGENCY, 'Rina Sitepu');
  await expect(desk.page().getByRole('row').filter({ hasText: KNOWN })).toBeVisible();
  await listen(desk);
  await importComplaints(stack, [KNOWN, NEW], AGENCY);
  await expect.poll(() => desk.shell(() => (globalThis as Noted).backend !== undefined)).toBe(true);

  // The backend itself is silent in the night; this test runs at any hour.
  const note = {
    counts: { disposition: 1, reply: 0, due: 0, refused: 0 },
    only: { complaintId: `lapor-${NEW}`, trackingId: NEW, category: 'Lampu penerangan jalan umum' },
  };
  await desk.shell((_electron, told) => {
    (globalThis as Noted).backend?.emit('message', { type: 'news', note: told });
  }, note);
  const shown = () =>
    desk.shell(() => ((globalThis as Noted).shown ?? []).map(({ title, body }) => `${title}: ${body}`));
  await expect.poll(shown).toContain(`Disposisi baru: ${NEW} · Lampu penerangan jalan umum`);
  await desk.shell(() => void (globalThis as Noted).shown?.at(-1)?.click());
  await expect(desk.page().locator(`[data-case="lapor-${NEW}"]`)).toBeVisible();
  expect(await desk.shell(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(true);
});
