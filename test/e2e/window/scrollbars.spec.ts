import type { Page } from '@playwright/test';
import type { Desk } from '../desk.ts';
import { expect, openEnrolled, test } from '../fixtures.ts';
import { SCREENS } from '../screens.ts';

/** 1366×768 without a title bar and a task bar, as those of Windows are. */
const OFFICE = [1366, 697] as [number, number];

// A picture of every step would take longer than the steps.
test.use({ trace: 'off' });

test('no screen has a scrollbar across it, nor the views one beside them, at 100 % and 150 %', async ({
  stack,
  desk: deskNamed,
}) => {
  await stack.central.cli('demo');
  const code = await stack.code('Dinas Perhubungan', 'Rina Sitepu');
  const desk = deskNamed('Rina Sitepu', { code, demo: true });
  const page = await openEnrolled(desk);
  await desk.shell(({ BrowserWindow }, [width, height]) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, OFFICE);
  await expect.poll(() => page.evaluate(() => [window.innerWidth, window.innerHeight])).toEqual(OFFICE);
  await expect(page.getByRole('button', { name: 'Lewati' })).toBeVisible();
  const found = (await scrollbars(page)).map((where) => `the first look: ${where}`);
  await page.getByRole('button', { name: 'Lewati' }).click();
  for (const [name, reach] of SCREENS) {
    await page.evaluate(() => sessionStorage.clear());
    await page.reload();
    await expect(page.getByRole('grid')).toBeVisible();
    await reach(page);
    for (const zoom of [1.5, 1]) {
      await zoomTo(desk, zoom);
      found.push(...(await scrollbars(page)).map((where) => `${name} at ${zoom * 100} %: ${where}`));
    }
  }
  expect(found).toEqual([]);
});

async function zoomTo(desk: Desk, factor: number): Promise<void> {
  await desk.shell(({ BrowserWindow }, zoom) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoom);
  }, factor);
  await expect.poll(() => desk.page().evaluate(() => window.devicePixelRatio)).toBe(factor);
}

/** Bars that take their room from the page, as those of Windows do. */
function scrollbars(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
      const who = `${element.tagName} ${element.getAttribute('role') ?? ''} ${element.className}`;
      const across = scrolls(overflowX) && element.scrollWidth > element.clientWidth;
      const beside =
        element.tagName === 'NAV' && scrolls(overflowY) && element.scrollHeight > element.clientHeight;
      const wide = [...element.querySelectorAll<HTMLElement>('*')].find(
        (inner) => inner.getBoundingClientRect().right > element.getBoundingClientRect().right,
      );
      return [
        ...(across ? [`across ${who}: ${wide?.tagName} ${wide?.className}`] : []),
        ...(beside && devicePixelRatio === 1
          ? [`beside ${who}: ${element.scrollHeight} of ${element.clientHeight}`]
          : []),
      ];
    }),
  );
}
