import { createORPCClient, DynamicLink } from '@orpc/client';
import { os } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { expect, test } from 'vitest';
import {
  type BackendState,
  LINE_MESSAGE,
  type WindowBridge,
} from '#shared/contract/process/window-bridge.ts';
import { keepConnected } from './connection.ts';
import { portLines } from './message-port.ts';

/** A shell that hands over ports to backends, which answer with their own number. */
function shell() {
  const page = new EventTarget() as unknown as Window;
  const listeners = new Set<(state: BackendState) => void>();
  let started = 0;
  const handOver = () => {
    const backend = ++started;
    const { port1, port2 } = new MessageChannel();
    new RPCHandler({ number: os.handler(() => backend) }).upgrade(port1);
    port1.start();
    const message = Object.assign(new Event('message'), {
      source: page,
      data: { type: LINE_MESSAGE },
      ports: [port2],
    });
    page.dispatchEvent(message);
  };
  const bridge: WindowBridge = {
    connect: handOver,
    onBackendState: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onRequest: () => () => {},
    shellSettings: async () => null,
    answerClosing: () => {},
    openLink: async () => false,
    tell: () => {},
    print: async () => 'no_printer',
    savePdf: async () => 'put_off',
    onChosen: () => () => {},
    inSafeMode: async () => ({ ok: false, code: 'unknown' }),
  };
  return {
    page,
    bridge,
    handOver,
    say: (state: BackendState) => listeners.forEach((hear) => void hear(state)),
  };
}

test('a window speaks to the backend over a port, and over the next port when the backend was restarted', async () => {
  const { page, bridge, handOver, say } = shell();
  const connection = keepConnected(portLines(bridge, page), async () => {});
  const client: { number: () => Promise<number> } = createORPCClient(
    new DynamicLink(() => connection.link()),
  );
  expect(await client.number()).toBe(1);

  say('down');
  await new Promise((resolve) => setImmediate(resolve));
  expect(await client.number()).toBe(2);

  handOver();
  await new Promise((resolve) => setImmediate(resolve));
  expect(await client.number()).toBe(3);
  say('down');
});
