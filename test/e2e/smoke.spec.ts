import { expect, test } from './fixtures.ts';

test('an officer opens the app and sees the queue of the own agency', async ({ stack, windowOf }) => {
  const [agency] = (await stack.demo()).agencies;
  const page = await windowOf(agency, 'Nurhayati Saragih');

  await expect(page.getByText(agency).first()).toBeVisible();
  const complaints = page.getByRole('grid').locator('[role=row][aria-selected]');
  await expect.poll(() => complaints.count()).toBeGreaterThan(3);
});

test('whatever gets into the page can neither run nor send anything out', async ({
  stack,
  windowOf,
  complaints,
}) => {
  const [agency] = (await stack.demo()).agencies;
  const page = await windowOf(agency, 'Nurhayati Saragih');
  await expect(page.getByRole('grid')).toBeVisible();
  expect(complaints).toEqual([]);

  await page.evaluate(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      document.title += ` ${event.effectiveDirective}`;
    });
    document.title = '';
    const append = (name: string, own: Record<string, string>) =>
      document.body.append(Object.assign(document.createElement(name), own));
    // No text becomes code or markup: where the attempt is refused depends on the Chromium.
    const attempt = (what: () => void) => {
      try {
        what();
      } catch {}
    };
    attempt(() => {
      const script = document.createElement('script');
      script.append('window.intruder = true');
      document.body.append(script);
    });
    attempt(() => {
      document.body.innerHTML += '<img src="x" onerror="window.intruder = true">';
    });
    append('style', { textContent: '* { background: url(https://evil.invalid/) }' });
    append('iframe', { src: 'https://evil.invalid/' });
    fetch('https://evil.invalid/').catch(() => {});
  });
  const breaches = async () => (await page.title()).split(' ').sort().join(' ');
  await expect
    .poll(breaches)
    .toBe('connect-src frame-src require-trusted-types-for require-trusted-types-for style-src-elem');
  expect(await page.evaluate(() => 'intruder' in window)).toBe(false);
  // These breaches were ours.
  complaints.length = 0;
});
