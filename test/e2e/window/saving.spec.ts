import { createHash } from 'node:crypto';
import type { Page } from '@playwright/test';
import { httpConnector } from '../../../electron/backend/sync/http/http-transport.ts';
import { answerBody, commandOf, complaintNo } from '../../../electron/backend/testing/samples.ts';
import { startOfficeProxy } from '../../support/office-proxy.ts';
import { drawPhoto } from '../../support/photos.ts';
import type { Stack } from '../../support/stack.ts';
import { expect, test } from '../fixtures.ts';
import { connection, entry, openRow } from '../office.ts';
import { atOffice } from './behind-proxy.ts';

const AGENCY = 'Dinas Perhubungan';
const SIGNAL = new AbortController().signal;

test('on battery and on a limited network texts come at once and files when they are opened; the card says why', async ({
  stack,
  installed,
}) => {
  if (installed === null) throw new Error('no window of Electron');
  await stack.central.cli('demo');
  const proxy = await startOfficeProxy(stack.central.address());
  const app = await installed.start(await atOffice(stack, proxy, AGENCY, 'Rina Sitepu'));
  const page = await app.firstWindow();
  // The window's own Chromium knows of a battery; which one this machine has is not for a story to say.
  expect(await page.evaluate(isCharging)).toEqual(expect.any(Boolean));
  await page.addInitScript(giveBattery);
  await page.reload();
  await expect(connection(page)).toContainText('Daring · sama dengan pusat');
  await expect(connection(page)).toContainText('Hemat daya: lampiran diunduh saat dibuka.');
  const id = await openRow(page, page.getByRole('grid').locator('[role=row][aria-selected]').nth(1));
  const togar = await colleague(stack, `lapor-${id}`);
  const fetched = () => proxy.asked().filter((asked) => asked.startsWith('GET /v1/attachments')).length;

  await togar.answer('Tiang sudah tegak.', await drawPhoto(page, { width: 300, height: 200 }));
  await expect(entry(page, 'Tiang sudah tegak.')).toBeVisible();
  await expect(connection(page)).toContainText('Daring · sama dengan pusat');
  expect(fetched()).toBe(0);
  await plugIn(page);
  await expect(connection(page)).not.toContainText('Hemat');
  await expect.poll(fetched).toBe(1);

  await page.getByRole('button', { name: 'Pengaturan' }).click();
  await page
    .getByRole('radiogroup', { name: 'Jaringan terbatas kuota' })
    .getByText('Ya', { exact: true })
    .click();
  await page.keyboard.press('Escape');
  await expect(connection(page)).toContainText('Hemat kuota: lampiran diunduh saat dibuka.');
  await togar.answer('Kabel sudah ditarik.', await drawPhoto(page, { width: 320, height: 200 }));
  const second = entry(page, 'Kabel sudah ditarik.');
  await expect(second).toBeVisible();
  await expect(connection(page)).toContainText('Daring · sama dengan pusat');
  expect(fetched()).toBe(1);
  await second.getByRole('button', { name: /unduh/ }).click();
  await expect.poll(fetched).toBe(2);
  await app.close();
  await proxy.close();
});

/** Runs in the page before its own scripts: a laptop that is not plugged in. */
function giveBattery(): void {
  const battery = Object.assign(new EventTarget(), { charging: false });
  Object.assign(navigator, { getBattery: async () => battery });
}

type Laptop = { readonly getBattery: () => Promise<EventTarget & { charging: boolean }> };

const isCharging = async () => (await (navigator as unknown as Laptop).getBattery()).charging;

function plugIn(page: Page): Promise<void> {
  return page.evaluate(async () => {
    const battery = await (navigator as unknown as Laptop).getBattery();
    battery.charging = true;
    battery.dispatchEvent(new Event('chargingchange'));
  });
}

/** Another officer of the agency, who has no window and goes to the central service directly. */
async function colleague(stack: Stack, complaintId: string) {
  const connector = httpConnector(Date.now);
  const address = stack.central.address();
  const code = await stack.code(AGENCY, 'Togar Hasibuan');
  const asked = { code, name: 'Togar Hasibuan', device: 'PC', joining: false };
  const enrolled = await connector.enrol(address, asked, SIGNAL);
  if (!enrolled.ok) throw new Error(enrolled.code);
  const { commands, files } = connector.connect(address, enrolled.token);
  // Written on the complaint as it is, whatever its revision.
  const complaint = complaintNo(1, { id: complaintId, revision: 1_000_000 });
  return {
    answer: async (text: string, photo: Buffer): Promise<void> => {
      const sha256 = createHash('sha256').update(photo).digest('hex');
      const file = { sha256, name: 'foto.jpg', type: 'image/jpeg', size: photo.length } as const;
      const place = await files.announce(file, SIGNAL);
      if (!place.ok || place.value === null) throw new Error('not announced');
      await files.append(place.value, 0, photo, SIGNAL);
      const sent = commandOf(complaint, answerBody(text), { attachments: [file] });
      const [result] = (await commands([sent], SIGNAL).then((answer) => answer.ok && answer.value)) || [];
      expect(result).toMatchObject({ outcome: 'accepted' });
    },
  };
}
