import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildIfStale } from './build.ts';
import { getChromium } from './test/get-chromium.ts';
import { summary } from './test/results.ts';
import { type Place, runStories } from './test/stories.ts';

/** `npm run stories -- [--electron] [--browser] [--json] [part of a path …]`; without a place: both. */
const { values, positionals: patterns } = parseArgs({
  allowPositionals: true,
  options: {
    electron: { type: 'boolean', default: false },
    browser: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const all: readonly Place[] = ['browser', 'electron'];
const named = all.filter((place) => values[place]);

const chromium = getChromium();
if (chromium === null) {
  process.exitCode = 1;
} else {
  await buildIfStale();
  const folder = mkdtempSync(join(tmpdir(), 'penghubung-stories-'));
  const outcome = await runStories(
    chromium,
    join(folder, 'playwright.json'),
    named.length === 0 ? all : named,
    patterns,
  );
  rmSync(folder, { recursive: true, force: true });
  const { passed, failed, skipped } = outcome;
  console.log(values.json ? JSON.stringify({ passed, failed, skipped: skipped.length }) : summary([outcome]));
  process.exitCode = failed > 0 ? 1 : 0;
}
