import { once } from 'node:events';
import type { Credential } from '#shared/contract/process/admission.ts';
import { enter } from '../../renderer/core/transport/enter.ts';
import { asBrowsers, nodeCrypt, openSocket } from '../support/backend-client.ts';
import type { Answer, NoAnswer } from './judge.ts';
import type { Framing } from './window-frames.ts';

export type WindowLine = {
  /** Sends a message and waits for its answer, if one is due. */
  readonly send: (framing: Framing, patienceMs: number) => Promise<Answer | NoAnswer>;
  readonly close: () => void;
};

const ABORT = 4;
const OK = 200;

/** A page's line to the browser host, message by message; opened again when the host has closed it. */
export function openWindowLine(origin: string, credential: Credential): WindowLine {
  const waiting = new Map<string, (answer: Answer | NoAnswer) => void>();
  let opened: Promise<WebSocket> | null = null;
  let number = 0;

  const open = async (): Promise<WebSocket> => {
    const socket = openSocket(origin);
    socket.on('error', () => undefined);
    const admission = await enter(asBrowsers(socket), new URL(origin).host, credential, nodeCrypt);
    if (typeof admission === 'string') throw new Error(`not let in: ${admission}`);
    socket.on('message', (data) => {
      const text = data.toString();
      const { i, t, p } = JSON.parse(text.replace(/^([^\xff]*)\xff.*$/s, '$1'));
      // What follows later on an answer (`t`) has been asked for by nobody any more.
      if (t === undefined) waiting.get(String(i))?.({ status: p?.s ?? OK, text });
    });
    socket.on('close', () => {
      opened = null;
      for (const answer of waiting.values()) answer('closed');
    });
    return asBrowsers(socket);
  };

  return {
    send: async (framing, patienceMs) => {
      const id = String(++number);
      const { data, id: answered, mayEndLine } = framing(id);
      opened ??= open();
      const socket = await opened;
      if (answered === null) {
        socket.send(typeof data === 'string' ? data : new Uint8Array(data));
        return { status: null, text: '' };
      }
      return new Promise((resolve) => {
        const end = (answer: Answer | NoAnswer): void => {
          clearTimeout(timer);
          waiting.delete(id);
          // Events would come for ever.
          socket.send(JSON.stringify({ i: id, t: ABORT }));
          resolve(answer === 'closed' && mayEndLine ? { status: null, text: '' } : answer);
        };
        const timer = setTimeout(() => end('hang'), patienceMs);
        waiting.set(id, end);
        socket.send(typeof data === 'string' ? data : new Uint8Array(data));
      });
    },
    close: () => void opened?.then((socket) => socket.close()),
  };
}

/** How long somebody waits who has proven nothing, ms. */
const STRANGERS_PATIENCE_MS = 500;

/** What a stranger is told on a socket that has proven nothing: at most a challenge. */
export async function sayUnproven(origin: string, text: string): Promise<Answer> {
  const socket = openSocket(origin);
  const told: string[] = [];
  socket.on('error', () => undefined);
  socket.on('message', (data) => told.push(data.toString()));
  socket.on('open', () => {
    socket.send(text);
    setTimeout(() => socket.terminate(), STRANGERS_PATIENCE_MS);
  });
  await once(socket, 'close');
  return { status: null, text: told.join('\n') };
}
