import { MessageChannelMain, type MessagePortMain, shell, type WebContents } from 'electron';
import * as z from 'zod';
import type { BackendState, ShellRequest } from '#shared/contract/process/window-bridge.ts';
import type { Supervisor } from './backend-supervisor.ts';
import {
  CONNECT_CHANNEL,
  LINE_CHANNEL,
  OPEN_LINK_CHANNEL,
  REQUEST_CHANNEL,
  STATE_CHANNEL,
} from './channels.ts';
import { answerPage, hearPage } from './from-page.ts';
import { isAllowedLink } from './links.ts';

/**
 * Connects windows with the backend: a window asks once and gets a port as soon as the backend is up, and a
 * new one after every restart. What passes over the port never goes through this process.
 */
export function openLines(backend: () => Supervisor<MessagePortMain>) {
  const windows = new Set<WebContents>();
  /** Asked before there was a page to hear it; the newest request counts. */
  let waiting: ShellRequest | null = null;

  const connect = (contents: WebContents) => {
    const { port1, port2 } = new MessageChannelMain();
    if (backend().connect(port1)) contents.postMessage(LINE_CHANNEL, null, [port2]);
  };

  hearPage(CONNECT_CHANNEL, z.tuple([]), (contents) => {
    if (!windows.has(contents)) {
      windows.add(contents);
      contents.once('destroyed', () => windows.delete(contents));
    }
    if (waiting !== null) contents.send(REQUEST_CHANNEL, waiting);
    waiting = null;
    const state = backend().state();
    if (state === 'up') connect(contents);
    else contents.send(STATE_CHANNEL, state);
  });

  answerPage(OPEN_LINK_CHANNEL, z.tuple([z.string()]), false, async (_page, url) => {
    if (!isAllowedLink(url)) return false;
    await shell.openExternal(url);
    return true;
  });

  return {
    /** Asks something of the page, at the latest when there is one. */
    ask: (request: ShellRequest): void => {
      if (windows.size === 0) waiting = request;
      for (const contents of windows) contents.send(REQUEST_CHANNEL, request);
    },
    /** Tells the windows what became of the backend, and gives each a new line when it is up. */
    announce: (state: BackendState): void => {
      for (const contents of windows) {
        contents.send(STATE_CHANNEL, state);
        if (state === 'up') connect(contents);
      }
    },
  };
}
