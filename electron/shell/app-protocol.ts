import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CustomScheme } from 'electron';
import { findWindowFile, windowHeaders } from '#shared/contract/process/window-files.ts';
import type { BuiltWindow } from '#shared/node/built-window.ts';
import { APP_SCHEME, isOwnUrl } from './origin.ts';

/** To be registered before Electron is ready: the page has an origin, and counts as https. */
export const APP_PRIVILEGES: CustomScheme = {
  scheme: APP_SCHEME,
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
};

/** Answers a request under the app's own scheme: a built file with the page's policy, or 404. */
export async function answerAppRequest(window: BuiltWindow, request: Request): Promise<Response> {
  const headers = windowHeaders('none');
  const file = isOwnUrl(request.url) ? findWindowFile(window.names, new URL(request.url).pathname) : null;
  if (file === null || request.method !== 'GET') return new Response(null, { status: 404, headers });
  const body = await readFile(join(window.dir, file.name));
  return new Response(body, { headers: { ...headers, 'Content-Type': file.type } });
}
