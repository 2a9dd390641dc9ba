import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createRouterClient, type RouterClient } from '@orpc/server';
import type { CommandBody } from '#shared/domain/command.ts';
import type { Agency } from '#shared/domain/roles.ts';
import { type Backend, openBackend } from '../../electron/backend/backend.ts';
import type { Clock } from '../../electron/backend/clock.ts';
import type { DeskRouter } from '../../electron/backend/desk/router.ts';
import { httpConnector } from '../../electron/backend/sync/http-transport.ts';
import type { Disk } from './disk.ts';
import { type Line, type LineOptions, openLine } from './line.ts';
import type { WrittenKind } from './steps.ts';

/** An officer with a PC: the real backend over real files, on a line that the plan holds. */
export type SimulatedOfficer = {
  readonly opd: Agency;
  readonly api: () => RouterClient<DeskRouter>;
  readonly line: () => Line;
  /** The words that this officer composed and that the PC said to have; each stands in exactly one text. */
  readonly words: readonly string[];
  readonly draft: (reportId: string, kind: WrittenKind) => Promise<boolean>;
  readonly submit: (reportId: string, kind: WrittenKind) => Promise<void>;
  readonly setClock: (offMs: number) => void;
  /** Lets the PC work until it waits for the line, or for time to pass. */
  readonly settle: () => Promise<void>;
  /** Ends the app as kill -9 or a power cut does, and starts it again. */
  readonly kill: (how: { readonly arrives: boolean; readonly power: boolean }) => Promise<void>;
  /** Ends it properly, and starts it again. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type OfficerOptions = {
  readonly name: string;
  readonly opd: Agency;
  readonly folder: string;
  readonly code: string;
  readonly clock: Clock;
  readonly random: () => number;
  readonly disk: Disk;
  readonly line: LineOptions;
};

/** More turns than any work between two requests needs. */
const MOST_TURNS = 20_000;
const QUIET_TURNS = 3;

export async function startOfficer(options: OfficerOptions): Promise<SimulatedOfficer> {
  const { name, opd, clock, disk } = options;
  const { violate } = options.line;
  const words: string[] = [];
  let offMs = 0;
  let starts = 0;
  let dataDir = join(options.folder, `${name}-0`);
  let line = openLine(options.line);
  let backend = await open();
  let api = createRouterClient(backend.router);

  async function open(): Promise<Backend> {
    // A PC's timers count time; its clock may be set meanwhile.
    const own: Clock = {
      now: () => clock.now() + offMs,
      alarm: (at, ring) => clock.alarm(at - offMs, ring),
    };
    const run = starts;
    return openBackend({
      dataDir,
      join: { centralUrl: options.line.address, code: options.code, name },
      log: {
        info: () => {},
        warn: () => {},
        error: (fields, message) => {
          if (run === starts) violate('nothing fails on the PC', `${name}: ${message} ${String(fields.err)}`);
        },
      },
      world: { clock: own, random: options.random, connector: httpConnector(own.now, line.send) },
    });
  }

  const start = async (): Promise<void> => {
    line = openLine(options.line);
    backend = await open();
    api = createRouterClient(backend.router);
  };

  const enrolled = async (): Promise<void> => {
    while ((await api.session.get()).officer === null) await nextTurn();
  };

  const settle = async (): Promise<void> => {
    let quiet = 0;
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      await nextTurn();
      const { phase } = await api.sync.status();
      quiet = phase === 'idle' || line.waiting() > 0 ? quiet + 1 : 0;
      if (quiet >= QUIET_TURNS) return;
    }
    violate('the PC comes to rest', name);
  };

  /** What is typed goes on after what stands there already. */
  const compose = async (reportId: string, kind: WrittenKind): Promise<string | null> => {
    const view = await api.case.get({ id: reportId });
    if (view === null) return null;
    const begun = view.drafts.find((draft) => draft.kind === kind)?.text;
    const word = `<${name}-${words.length}>`;
    const text = begun === undefined ? word : `${begun} ${word}`;
    await api.draft.save({ complaintId: reportId, kind, text });
    words.push(word);
    return text;
  };

  await enrolled();
  return {
    opd,
    api: () => api,
    line: () => line,
    words,
    draft: async (reportId, kind) => (await compose(reportId, kind)) !== null,
    submit: async (reportId, kind) => {
      const text = await compose(reportId, kind);
      if (text !== null) await api.command.submit({ complaintId: reportId, body: bodyOf(kind, text) });
    },
    setClock: (ms) => {
      offMs = ms;
    },
    settle,
    kill: async ({ arrives, power }) => {
      const old = { backend, dataDir, line };
      starts++;
      dataDir = join(options.folder, `${name}-${starts}`);
      disk.copyAsLeft(old.dataDir, dataDir, power);
      await old.line.cutOff(arrives);
      await old.backend.close();
      rmSync(old.dataDir, { recursive: true, force: true });
      await start();
    },
    restart: async () => {
      await backend.close();
      await start();
    },
    close: async () => {
      await line.cutOff(false);
      await backend.close();
    },
  };
}

function bodyOf(kind: WrittenKind, text: string): CommandBody {
  return kind === 'return'
    ? { kind, payload: { reason: text, suggestedAgency: null } }
    : { kind, payload: { text } };
}
