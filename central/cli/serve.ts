import { statSync } from 'node:fs';
import { isIP } from 'node:net';
import { startCentral } from '../http/service.ts';
import { command, TEXT } from './command.ts';
import { findDatabase, firstLine } from './database-url.ts';
import { openLog } from './log.ts';
import { CliError } from './messages.ts';

const DEFAULT_PORT = '7410';

/** Runs the service until it is told to end (SIGINT, SIGTERM) or its own database cannot be started again. */
export const serve = command(
  { options: { port: TEXT, host: TEXT, proxy: TEXT, log: TEXT, releases: TEXT } },
  async ({
    values: { port: text = DEFAULT_PORT, host = '127.0.0.1', proxy = '', log: file, data, releases },
  }) => {
    const port = Number(text);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new CliError('badPort', { port: text });
    const proxies = proxy.split(',').flatMap((address) => address.trim() || []);
    const wrong = proxies.find((address) => isIP(address) === 0);
    if (wrong !== undefined) throw new CliError('badProxy', { proxy: wrong });
    if (releases !== undefined && !statSync(releases, { throwIfNoEntry: false })?.isDirectory())
      throw new CliError('badReleases', { folder: releases });
    // Standard output carries the one line that says it is ready; everything else is log.
    const { log, close: closeLog } = await openLog(file);
    const database = await findDatabase(data);
    try {
      const central = await startCentral({
        databaseUrl: database.url,
        host,
        port,
        proxies,
        log,
        releases: releases ?? null,
      }).catch((error: unknown) => {
        throw new CliError('cannotServe', { port, reason: firstLine(error) });
      });
      console.log(JSON.stringify({ ready: true, address: central.address }));
      const told = new Promise<null>((resolve) => {
        for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve(null));
      });
      const gone = await Promise.race([told, database.guard()]);
      await central.close();
      if (gone !== null) throw new CliError('databaseGone', { reason: firstLine(gone) });
    } finally {
      await database.close();
      await closeLog();
    }
  },
);
