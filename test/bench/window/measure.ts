import { findRuntime } from '../../../build/electron-runtime/runtime.ts';
import { type InstalledApp, installApp } from '../../support/electron/installed-app.ts';
import { type Figure, figure, progress } from '../figures.ts';
import { measuredIn, queueShown } from '../key-to-paint.ts';
import { workAnHour } from './hour.ts';
import { privateMiB } from './memory.ts';
import { measureWindowStarts } from './start.ts';

/** A data folder and how many complaints are in it. */
export type Filled = { readonly dataDir: string; readonly complaints: number };

/**
 * Figures of the program in Electron's real window, as it is installed; none where there is no Electron.
 * @param folders few complaints, many, and very many
 */
export async function windowPart(folders: readonly [Filled, Filled, Filled]): Promise<Figure[]> {
  const runtime = findRuntime(process.env);
  if (runtime === null) {
    progress('NO WINDOW: there is no Electron here, see `npm run runtime`');
    return [];
  }
  const installed = await installApp(runtime);
  try {
    const starts = await measureWindowStarts(
      installed,
      folders.map(({ dataDir }) => dataDir),
    );
    progress('measured the starts of the window');
    const worked = await hourIn(installed, folders[1]);
    progress('worked an hour in the window');
    return [...startFigures(starts, folders), ...worked];
  } finally {
    await installed.remove();
  }
}

function startFigures(starts: readonly number[], folders: readonly Filled[]): Figure[] {
  const [first = 0, , third = 0] = starts;
  const meaning = (complaints = 0): string =>
    `start of the program to a queue that can be used in Electron's window, ${complaints.toLocaleString('en')} complaints, median`;
  const usable = ['1k', '100k', '1m'].map((name, n) =>
    figure(`window.usableMs.${name}`, starts[n] ?? 0, 'ms', meaning(folders[n]?.complaints)),
  );
  return [...usable, figure('window.usableGrowth', third / first, '', '.1m over .1k', 2)];
}

async function hourIn(installed: InstalledApp, { dataDir, complaints }: Filled): Promise<Figure[]> {
  const app = await installed.start({ dataDir });
  try {
    const page = await app.firstWindow();
    await queueShown(page);
    const keys = await measuredIn(page);
    const pid = app.process().pid ?? 0;
    const worked: number[] = [];
    const rested: number[] = [];
    const held = () => privateMiB(pid) ?? Number.NaN;
    await workAnHour(
      page,
      () => worked.push(held()),
      () => rested.push(held()),
    );
    const [atFirst = Number.NaN] = rested;
    const among = `${complaints.toLocaleString('en')} complaints`;
    const p95 = figure(
      'window.keyToPaintP95Ms',
      keys.all,
      'ms',
      `keyToPaint.p95Ms in Electron's window, ${among}`,
      1,
    );
    const memory = [
      figure(
        'window.privateMiB',
        Math.max(...worked),
        'MiB',
        `the most private memory of all processes of the program in an hour's work, ${among}`,
      ),
      figure(
        'window.privateGrowth',
        (rested.at(-1) ?? 0) / atFirst,
        '',
        'the same at rest, without the garbage of the page, at its end over that after its first quarter',
        2,
      ),
    ];
    return Number.isNaN(atFirst) ? [p95] : [p95, ...memory];
  } finally {
    await app.close();
  }
}
