import { existsSync, readFileSync } from 'node:fs';
import { TO_TEST_WINDOWS } from '../electron-runtime/needs.ts';
import { NO_WINDOW, prepareRuntime } from '../electron-runtime/runtime.ts';
import { ensureNeeds } from '../electron-runtime/system.ts';
import { type Outcome, playwrightOutcome } from './results.ts';
import { runTool } from './run-tool.ts';

/** Where stories run: in a tab over the browser host, in the window of Electron itself. */
export type Place = 'browser' | 'electron';

/**
 * Runs the stories; those in the window are skipped, loudly, where it cannot be had.
 * @param report where Playwright's goes
 * @param patterns parts of paths, and options of Playwright; none: all
 */
export async function runStories(
  chromium: string,
  report: string,
  places: readonly Place[],
  patterns: readonly string[],
): Promise<Outcome> {
  const why = places.includes('electron') ? await whyNoWindow() : null;
  const projects = places.map((place) => `--project=${place}`);
  await runTool('playwright', ['test', '--reporter=list,json', ...projects, ...patterns], {
    CHROMIUM_PATH: chromium,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    ...(why === null ? {} : { PENGHUBUNG_NO_WINDOW: why }),
  });
  const outcome = playwrightOutcome(existsSync(report) ? readFileSync(report, 'utf8') : null);
  if (why !== null) {
    const count = outcome.skipped.filter((name) => name.endsWith(NO_WINDOW)).length;
    console.log(`\n!!! ${count} cerita di jendela Electron DILEWATI: ${why}`);
  }
  return outcome;
}

/** Null: the window can be opened here. */
async function whyNoWindow(): Promise<string | null> {
  const say = (line: string) => console.log(line);
  try {
    ensureNeeds(TO_TEST_WINDOWS, say);
    await prepareRuntime(process.env, say);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
