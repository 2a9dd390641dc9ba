import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { exportRow, makeExport } from '../support/excel.ts';
import type { Stack } from '../support/stack.ts';

/** Brings reports of one OPD in by an export, as the Admin Instansi does. */
export async function importReports(
  stack: Stack,
  ids: readonly string[],
  opd: string,
  opdId = 7001,
): Promise<void> {
  const rows = ids.map((id) =>
    exportRow({ 'Tracking ID': id, 'ID Instansi Terdisposisi': opdId, 'Instansi Terdisposisi': opd }),
  );
  const file = await makeExport(rows, { path: join(stack.folder, `${opd}.xlsx`) });
  const done = await stack.central.cli('import', file, '--create-agencies', '--apply', '--json');
  expect(done.code, done.stderr).toBe(0);
}

/** What the window says of its connection. */
export const connection = (page: Page): Locator => page.getByRole('region', { name: 'Sambungan' });

/** A view of the navigation, with its count. */
export const view = (page: Page, name: string): Locator =>
  page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) });
