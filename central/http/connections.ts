import type { Socket } from 'node:net';
import { addressKey } from './address.ts';
import { counter } from './counter.ts';

/** Hangs up on an address with too many connections. A proxy has everybody's, and limits of its own. */
export function limitConnections(most: number, isProxy: (address: string) => boolean) {
  const connections = counter();
  return (socket: Socket): void => {
    const address = socket.remoteAddress ?? '';
    if (isProxy(address)) return;
    const giveBack = connections.take(addressKey(address), most);
    if (giveBack === null) socket.destroy();
    else socket.once('close', giveBack);
  };
}
