import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { COMPILED, ROOT } from './base/paths.ts';
import { buildIfStale } from './build.ts';
import { findChromium, waysToChromium } from './test/chromium.ts';
import { fastFolder } from './test/fast-folder.ts';
import { type Outcome, playwrightOutcome, summary, vitestOutcome } from './test/results.ts';

/** Files where they are fast, and what was compiled before: a command then starts in half the time. */
const SURROUNDINGS = {
  TMPDIR: fastFolder(),
  NODE_COMPILE_CACHE: COMPILED,
};

/** Runs a tool of `node_modules` on the same terminal; settles when it has ended. */
function run(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const child = spawn(join(ROOT, 'node_modules/.bin', name), args, {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...SURROUNDINGS, ...env },
    shell: process.platform === 'win32',
  });
  return new Promise((resolve) => {
    child.on('error', () => resolve());
    child.on('close', () => resolve());
  });
}

const lookForChromium = () =>
  findChromium({
    platform: process.platform,
    env: process.env,
    exists: existsSync,
    playwrights: chromium.executablePath(),
  });

/** Null: there is none and it cannot be installed; the reason was said. */
function getChromium(): string | null {
  const found = lookForChromium();
  if (found !== null) return found;
  const os = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : null;
  const ways = waysToChromium(process.platform, os, process.getuid?.() === 0);
  console.log(ways.say);
  if (!ways.install) return null;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [['update'], ['install', '--yes', '--no-install-recommends', 'chromium']]) {
    if (spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0) break;
  }
  const installed = lookForChromium();
  if (installed === null) console.log(waysToChromium(process.platform, os, false).say);
  return installed;
}

async function runVitest(report: string, args: readonly string[]): Promise<Outcome> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  await run('vitest', ['run', ...reporters, ...args]);
  return vitestOutcome(existsSync(report) ? readFileSync(report, 'utf8') : null);
}

async function runPlaywright(report: string, browser: string, stories: readonly string[]): Promise<Outcome> {
  await run('playwright', ['test', '--reporter=list,json', ...stories], {
    CHROMIUM_PATH: browser,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  return playwrightOutcome(existsSync(report) ? readFileSync(report, 'utf8') : null);
}

/** Is it a story in the browser? Playwright runs those, Vitest everything else. */
function isStory(argument: string): boolean {
  return argument.includes('test/e2e') || argument.endsWith('.spec.ts');
}

/** With arguments only the tests that they name; without, all of both kinds. */
async function runAll(args: readonly string[]): Promise<Outcome[]> {
  const stories = args.filter(isStory);
  const others = args.filter((argument) => !isStory(argument));
  const everything = args.length === 0;
  const reports = mkdtempSync(join(tmpdir(), 'penghubung-test-'));
  try {
    const inBrowser = everything || stories.length > 0;
    const browser = inBrowser ? getChromium() : null;
    if (inBrowser && browser === null) return [vitestOutcome(null)];
    await buildIfStale();
    const outcomes: Outcome[] = [];
    if (everything || others.length > 0) outcomes.push(await runVitest(join(reports, 'vitest.json'), others));
    if (browser !== null)
      outcomes.push(await runPlaywright(join(reports, 'playwright.json'), browser, stories));
    return outcomes;
  } catch (error) {
    // The bundler's words say which file and why.
    console.error(error instanceof Error ? error.message : error);
    return [vitestOutcome(null)];
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
}

const outcomes = await runAll(process.argv.slice(2));
const skipped = outcomes.flatMap((outcome) => outcome.skipped);
if (skipped.length > 0) console.log(`\nSkipped:\n${skipped.map((name) => `  ${name}`).join('\n')}`);
console.log(`\n${summary(outcomes)}`);
process.exitCode = outcomes.some((outcome) => outcome.failed > 0) ? 1 : 0;
