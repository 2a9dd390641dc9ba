import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfStale } from './build.ts';
import { getChromium } from './test/get-chromium.ts';
import { type Outcome, summary, vitestOutcome } from './test/results.ts';
import { runTool } from './test/run-tool.ts';
import { runStories } from './test/stories.ts';

async function runVitest(report: string, args: readonly string[]): Promise<Outcome> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  await runTool('vitest', ['run', ...reporters, ...args]);
  return vitestOutcome(existsSync(report) ? readFileSync(report, 'utf8') : null);
}

/** Is it a story? Playwright runs those, Vitest everything else. */
function isStory(argument: string): boolean {
  return argument.includes('test/e2e') || argument.endsWith('.spec.ts');
}

/** With arguments only the tests that they name; without, all of both kinds. */
async function runAll(args: readonly string[]): Promise<Outcome[]> {
  const patterns = args.filter(isStory);
  const others = args.filter((argument) => !isStory(argument));
  const everything = args.length === 0;
  const reports = mkdtempSync(join(tmpdir(), 'penghubung-test-'));
  try {
    const withStories = everything || patterns.length > 0;
    const chromium = withStories ? getChromium() : null;
    if (withStories && chromium === null) return [vitestOutcome(null)];
    await buildIfStale();
    const outcomes: Outcome[] = [];
    if (everything || others.length > 0) outcomes.push(await runVitest(join(reports, 'vitest.json'), others));
    if (chromium !== null) {
      const report = join(reports, 'playwright.json');
      outcomes.push(await runStories(chromium, report, ['browser', 'electron'], patterns));
    }
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
