import { setImmediate as nextTurn } from 'node:timers/promises';
import { createRouterClient } from '@orpc/server';
import { textOf } from '#shared/domain/commands/command.ts';
import { type Backend, openBackend } from '../../electron/backend/process/backend.ts';
import type { Answer } from '../../electron/backend/sync/http/failure.ts';
import type { Transport } from '../../electron/backend/sync/http/transport.ts';
import type { ManualClock } from '../../electron/backend/testing/manual-clock.ts';
import type { ScriptedCentral } from '../../electron/backend/testing/scripted-central.ts';
import type { BackendApi } from '../simulation/hand.ts';

/** Pages this small make a first load of many commits. */
const PAGE = 4;
const QUIET_TURNS = 8;
const MOST_TURNS = 5_000;

/**
 * The line to a central service in memory. `open` false: nobody answers. `sent`: each command that ever left,
 * by its text.
 */
export type Line = { open: boolean; readonly sent: Map<string, string> };

export type MatrixBackend = {
  readonly api: BackendApi;
  readonly backend: Backend;
  /** What the app wrote to its log as a fault of its own. */
  readonly faults: readonly string[];
  /** Lets the app work until nothing of it runs but a request that waits for news. */
  readonly settle: () => Promise<void>;
};

/** The real backend over real files, with time and the central service in the test's hand. */
export async function openMatrixBackend(
  dataDir: string,
  clock: ManualClock,
  central: ScriptedCentral,
  line: Line,
): Promise<MatrixBackend> {
  const faults: string[] = [];
  const backend = await openBackend({
    dataDir,
    join: { centralUrl: 'https://pusat.invalid', code: 'KODE-SATU', name: 'Rina' },
    log: {
      info: () => {},
      warn: () => {},
      error: (fields, message) => faults.push(`${message}: ${String(fields.err)}`),
    },
    world: {
      clock,
      random: () => 0.5,
      connector: {
        connect: (url, token) => onLine(central.connector.connect(url, token), line),
        enrol: central.connector.enrol,
      },
    },
  });
  const api = createRouterClient(backend.router);
  return {
    api,
    backend,
    faults,
    settle: async () => {
      let quiet = 0;
      for (let turn = 0; turn < MOST_TURNS && quiet < QUIET_TURNS; turn++) {
        await nextTurn();
        const { phase } = await api.sync.status();
        quiet = phase === 'idle' || phase === 'waiting' ? quiet + 1 : 0;
      }
    },
  };
}

function onLine(transport: Transport, line: Line): Transport {
  const nobody = { ok: false, failure: { code: 'unreachable', retryAfterMs: null } } as const;
  const reach = <T>(ask: () => Promise<Answer<T>>): Promise<Answer<T>> =>
    line.open ? ask() : Promise.resolve(nobody);
  const { files } = transport;
  return {
    changes: (query, signal) => reach(() => transport.changes({ ...query, limit: PAGE }, signal)),
    commands: (commands, signal) =>
      reach(() => {
        for (const command of commands) line.sent.set(command.id, textOf(command));
        return transport.commands(commands, signal);
      }),
    result: (id, signal) => reach(() => transport.result(id, signal)),
    adopt: (complaints, signal) => reach(() => transport.adopt(complaints, signal)),
    files: {
      has: (sha256, signal) => reach(() => files.has(sha256, signal)),
      announce: (file, signal) => reach(() => files.announce(file, signal)),
      offset: (url, signal) => reach(() => files.offset(url, signal)),
      append: (url, offset, bytes, signal) => reach(() => files.append(url, offset, bytes, signal)),
      chunk: (sha256, start, length, signal) => reach(() => files.chunk(sha256, start, length, signal)),
    },
  };
}
