import type { Page } from '@playwright/test';

/** The tracking id of the complaint that is open. */
export function openedComplaint(page: Page): Promise<string> {
  return page
    .getByRole('main')
    .getByText(/^\d{7}$/)
    .first()
    .innerText();
}
