import type { Page } from '@playwright/test';

/** The tracking id of the report that is open. */
export function openedReport(page: Page): Promise<string> {
  return page
    .getByRole('main')
    .getByText(/^\d{7}$/)
    .first()
    .innerText();
}
