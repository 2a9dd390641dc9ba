import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { type ReadPdf, readPdf } from '../support/pdf.ts';

export type SavedFile = { readonly name: string; readonly content: string };

/** A printed report; `name`: the one that was proposed for its file. */
export type Paper = ReadPdf & { readonly name: string };

type Deed = () => Promise<void>;

export async function savedByBrowser(page: Page, deed: Deed): Promise<SavedFile> {
  const [file] = await Promise.all([page.waitForEvent('download') as Promise<Download>, deed()]);
  return { name: file.suggestedFilename(), content: await readFile(await file.path(), 'utf8') };
}

/** A tab of its own; nothing goes out. */
export async function ledByBrowser(page: Page, deed: Deed): Promise<string> {
  const context = page.context();
  const elsewhere = (url: URL) => url.protocol === 'https:';
  await context.route(elsewhere, (route) => route.fulfill({ body: 'elsewhere' }));
  const [tab] = await Promise.all([context.waitForEvent('page'), deed()]);
  const address = tab.url();
  await tab.close();
  await context.unroute(elsewhere);
  return address;
}

export async function pasted(page: Page): Promise<string> {
  const paper = await page.context().newPage();
  await paper.setContent('<textarea></textarea>');
  await paper.locator('textarea').press('Control+V');
  const text = await paper.locator('textarea').inputValue();
  await paper.close();
  return text;
}

/** A browser proposes the title. */
export async function paperOfBrowser(page: Page): Promise<Paper> {
  const pdf = await readPdf(await page.pdf({ preferCSSPageSize: true }));
  return { ...pdf, name: `${pdf.title}.pdf` };
}
