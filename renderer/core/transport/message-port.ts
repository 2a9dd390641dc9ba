import { RPCLink } from '@orpc/client/message-port';
import { LINE_MESSAGE, type WindowBridge } from '#shared/contract/process/window-bridge.ts';
import type { Line, OpenLine } from './connection.ts';

/**
 * Lines to the backend's own process: message ports that Electron's shell hands over. A port that nobody
 * asked for means that the backend was restarted and the line before it is over.
 */
export function portLines(bridge: WindowBridge, page: Window): OpenLine {
  let arrived: MessagePort | null = null;
  let takeNext: ((port: MessagePort) => void) | null = null;
  let endCurrent: (() => void) | null = null;

  page.addEventListener('message', (event) => {
    const port = event.ports[0];
    if (event.source !== page || event.data?.type !== LINE_MESSAGE || port === undefined) return;
    endCurrent?.();
    if (takeNext === null) arrived = port;
    else takeNext(port);
    takeNext = null;
  });
  bridge.onBackendState((state) => {
    if (state !== 'up') endCurrent?.();
  });

  const nextPort = (): Promise<MessagePort> => {
    if (arrived !== null) {
      const port = arrived;
      arrived = null;
      return Promise.resolve(port);
    }
    return new Promise((resolve) => {
      takeNext = resolve;
      bridge.connect();
    });
  };

  return async (): Promise<Line> => {
    const port = await nextPort();
    const link = new RPCLink({ port });
    const closed = new Promise<void>((resolve) => {
      // An old port may end when the next one is already open: that must not end the next one.
      const end = () => {
        port.removeEventListener('close', end);
        if (endCurrent === end) endCurrent = null;
        port.close();
        // The link learns of the end only by this event, and `close()` on this side does not raise it.
        port.dispatchEvent(new Event('close'));
        resolve();
      };
      endCurrent = end;
      port.addEventListener('close', end);
    });
    port.start();
    return { link, closed };
  };
}
