import { once } from 'node:events';
import { createServer, type Server } from 'node:net';

/** Where one of the sockets is to listen. */
type Place = {
  readonly host: string;
  readonly port: number;
  readonly backlog: number;
  readonly reusePort: boolean;
};

const DOORS = 64;
/** Connections that wait at a door to be taken: a fleet comes back at once, and none of it may be dropped. */
const BACKLOG = 4_096;

/**
 * Further sockets at the port of an HTTP server. Node takes one connection of each listening socket in a turn
 * of its loop (https://github.com/libuv/libuv/pull/3696). With one socket, whoever needs a new connection
 * waits behind a whole fleet that comes back, and for seconds when the kernel's queue overflows. With several
 * sockets, among which the kernel deals out the connections (SO_REUSEPORT), Node takes as many in a turn.
 *
 * The kernel shares such a port among all programs of one user that ask for that. So the port is first tried
 * without: if anybody has it, another instance of this service too, that fails with EADDRINUSE. Port 0 has
 * one door, because the kernel may choose a port that another program shares; so has every system but Linux.
 */
export function doorsOf(http: Server, keepAliveInitialDelay: number) {
  const others: Server[] = [];
  return {
    /** @param listen has the HTTP server itself listen. @throws when the port is not to be had */
    listen: async (
      host: string,
      port: number,
      listen: (place: Place) => Promise<string>,
    ): Promise<string> => {
      const reusePort = port !== 0 && process.platform === 'linux';
      const place = { host, port, backlog: BACKLOG, reusePort };
      if (!reusePort) return listen(place);
      await tryAlone(host, port);
      const address = await listen(place);
      // As Node's HTTP server takes its connections.
      const options = { allowHalfOpen: true, noDelay: true, keepAlive: true, keepAliveInitialDelay };
      while (others.length < DOORS - 1) {
        const door = createServer(options, (socket) => void http.emit('connection', socket));
        others.push(door);
        await once(door.listen(place), 'listening');
      }
      return address;
    },
    /** Lets nobody in any more. Connections that came in through a door end with those of the HTTP server. */
    close: (): void => {
      for (const door of others.splice(0)) door.close();
    },
  };
}

async function tryAlone(host: string, port: number): Promise<void> {
  const trial = createServer((socket) => socket.destroy()).listen({ host, port, backlog: 1 });
  await once(trial, 'listening');
  await trial[Symbol.asyncDispose]();
}
