import { session } from 'electron';
import { readBuiltWindow } from '#shared/node/built-window.ts';
import { answerAppRequest } from './app-protocol.ts';
import { guardSession } from './guards.ts';
import { APP_SCHEME } from './origin.ts';
import { findDictionary, setUpSpelling } from './spelling.ts';
import { PAGE_PARTITION } from './window-options.ts';

/** Makes the page's own session ready to serve the built page of `dist`. `dir`: the shell's own folder. */
export async function openPageSession(dist: string, dir: string): Promise<void> {
  const pages = session.fromPartition(PAGE_PARTITION);
  setUpSpelling(pages, findDictionary(process.platform, dir));
  await guardSession(pages);
  const built = readBuiltWindow(dist);
  pages.protocol.handle(APP_SCHEME, (request) => answerAppRequest(built, request));
}
