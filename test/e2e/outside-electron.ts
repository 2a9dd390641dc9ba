import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { readPdf } from '../support/pdf.ts';
import type { Paper, SavedFile } from './outside-browser.ts';

type Deed = () => Promise<void>;

/** The system would ask for a place: the test answers in its stead. */
export async function savedByElectron(
  app: ElectronApplication,
  folder: string,
  deed: Deed,
): Promise<SavedFile> {
  const path = join(folder, 'saved');
  const name = app.evaluate(
    ({ session }, place) =>
      new Promise<string>((resolve) => {
        session.fromPartition('persist:page').once('will-download', (_event, item) => {
          item.setSavePath(place);
          item.once('done', () => resolve(item.getFilename()));
        });
      }),
    path,
  );
  // What was sent first is done first: from here on the window listens.
  await app.evaluate(() => {});
  await deed();
  return { name: await name, content: await readFile(path, 'utf8') };
}

/** What the shell hands to the system's browser, which is not there. */
export async function ledByElectron(app: ElectronApplication, deed: Deed): Promise<string> {
  const led = await app.evaluateHandle(({ shell }) => {
    const addresses: string[] = [];
    shell.openExternal = async (url) => void addresses.push(url);
    return addresses;
  });
  await deed();
  await expect.poll(() => led.evaluate((addresses) => addresses.length)).toBe(1);
  return led.evaluate(([address = '']) => address);
}

type InShell = typeof import('electron');

/** Run in the shell: the officer puts what is saved there; null: closes the dialog. Answers what was proposed. */
export function answerSaveDialog({ dialog }: InShell, filePath: string | null): readonly string[] {
  const proposed: string[] = [];
  dialog.showSaveDialog = async (...[, options]: unknown[]) => {
    proposed.push((options as { defaultPath: string }).defaultPath);
    return { canceled: filePath === null, filePath: filePath ?? '' };
  };
  return proposed;
}

export async function paperOfElectron(app: ElectronApplication, page: Page, folder: string): Promise<Paper> {
  const path = join(folder, 'saved.pdf');
  const proposed = await app.evaluateHandle(answerSaveDialog, path);
  await page.getByRole('button', { name: 'Simpan PDF' }).click();
  await expect(page.getByText('PDF tersimpan.')).toBeAttached();
  const [name = ''] = await proposed.evaluate((paths) => paths);
  return { name: basename(name), ...(await readPdf(await readFile(path))) };
}
