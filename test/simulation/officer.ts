import { cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createRouterClient, ORPCError } from '@orpc/server';
import type { Notice } from '#shared/contract/window/session.ts';
import { CHUNK_BYTES } from '#shared/domain/complaint/attachment.ts';
import type { Agency } from '#shared/domain/people/roles.ts';
import type { Clock } from '../../electron/backend/base/clock.ts';
import { type Backend, openBackend } from '../../electron/backend/process/backend.ts';
import { BackendStartError } from '../../electron/backend/process/open-stores.ts';
import { codeOf, isDamage } from '../../electron/backend/store/open-database.ts';
import { httpConnector } from '../../electron/backend/sync/http/http-transport.ts';
import { fullDisk } from '../../electron/backend/testing/full-disk.ts';
import { type Breakage, breakJournal } from './breakages.ts';
import { type Commits, storeOf } from './commits.ts';
import { type Before, type Disk, lookBefore, tearCommit } from './disk.ts';
import { opened } from './folder.ts';
import { type BackendApi, type Call, type Hand, writingHand } from './hand.ts';
import type { Hindrance } from './hindrance.ts';
import { type Line, type LineOptions, openLine } from './line.ts';
import type { Full } from './steps.ts';
import type { KillPoint } from './troubles.ts';

export type HowKilled = { readonly arrives: boolean; readonly power: boolean };
export type KillOrder = KillPoint & { readonly arrives?: boolean };

/** An officer with a PC: the real backend over real files, on a line that the plan holds. */
export type SimulatedOfficer = {
  readonly agency: Agency;
  readonly api: () => BackendApi;
  readonly line: () => Line;
  readonly hand: Hand;
  readonly setClock: (offMs: number) => void;
  readonly setFull: (full: Full | null) => void;
  readonly full: () => Full | null;
  /** The disk is or was full: the queue may be behind the journal, until some time has passed with room. */
  readonly behind: () => boolean;
  readonly caughtUp: () => void;
  /**
   * Lets the PC work until it waits for the line, or for time to pass. One that was killed meanwhile is
   * started again.
   */
  readonly settle: () => Promise<void>;
  /** Ends the app as kill -9 or a power cut does, and starts it again. */
  readonly kill: (how: HowKilled, between?: (dataDir: string) => void) => Promise<void>;
  /** The same at changes that are still to come, each after the one before; none: whatever was planned is off. */
  readonly killAt: (orders: readonly KillOrder[]) => void;
  /** From now on this stands on its line, for so long. */
  readonly hinder: (by: Hindrance, ms: number) => void;
  /** Nothing does any more. */
  readonly freeLine: () => void;
  /** When that was. */
  readonly freeSince: () => number;
  /** Ends it properly, and starts it again; `between` gets the folder of the closed app. */
  readonly restart: (between?: (dataDir: string) => void) => Promise<void>;
  /** Copies the folder of the running app. */
  readonly copyFolder: () => void;
  /** Where the last copy is; null: none was made. */
  readonly copy: () => string | null;
  /** What the officer was told of their journal, once. */
  readonly toldOfJournal: () => Promise<Notice['code'] | null>;
  /** From now on damage may be met in it. */
  readonly cacheIsDamaged: () => void;
  readonly isCacheDamaged: () => boolean;
  /** Signs in anew where nobody works any more. */
  readonly enrolAgain: () => Promise<void>;
  /** Begins anew on an empty folder, in an office that no central service decides for. */
  readonly beginAlone: () => Promise<void>;
  /** Imports an export of LAPOR! into an office that is alone. */
  readonly importAlone: (path: string) => Promise<void>;
  /** Asks for access to the central service, where the office is alone and has not asked yet. */
  readonly join: () => Promise<void>;
  /** Thinks better of it while it joins, and joins with another code. */
  readonly joinAnew: () => Promise<void>;
  /** Null: the central service decides. */
  readonly alone: () => Promise<'alone' | 'joining' | null>;
  readonly close: () => Promise<void>;
};

export type OfficerOptions = {
  readonly name: string;
  readonly agency: Agency;
  readonly folder: string;
  /** A code to enrol with that nobody has used. */
  readonly newCode: (joining: boolean) => Promise<string>;
  /** Begins with the files of another PC, and with the damage that is in them. */
  readonly from?: { readonly copy: string; readonly cacheDamaged: boolean };
  readonly clock: Clock;
  readonly random: () => number;
  readonly disk: Disk;
  readonly commits: Commits;
  readonly breakage: Breakage | undefined;
  readonly line: Omit<LineOptions, 'handed' | 'hindrance'>;
};

/** More turns than any work between two requests needs. */
const MOST_TURNS = 20_000;
const QUIET_TURNS = 6;

export async function startOfficer(options: OfficerOptions): Promise<SimulatedOfficer> {
  const { name, agency, clock, disk } = options;
  const { violate } = options.line;
  let hindered: { readonly by: Hindrance; readonly until: number } | null = null;
  const lineOptions: LineOptions = {
    ...options.line,
    handed: { cursor: null, heardOf: new Set() },
    hindrance: () => (hindered !== null && clock.now() < hindered.until ? hindered.by : null),
  };
  let freeSince = 0;
  let offMs = 0;
  let full: Full | null = null;
  let behind = false;
  let orders: readonly KillOrder[] = [];
  /** Each life of the app has a number; what an earlier one still does nobody sees. */
  let life = 0;
  let copy: string | null = null;
  let cacheDamaged = options.from?.cacheDamaged ?? false;
  let died: (HowKilled & { readonly from: string }) | null = null;
  const dirOf = (number: number): string => join(options.folder, `${name}-${number}`);
  /** Null: it began without a central service. */
  let code: string | null = await options.newCode(false);
  let everAlone = options.from !== undefined;
  if (options.from !== undefined) cpSync(options.from.copy, dirOf(life), { recursive: true });
  let line = openLine(lineOptions);
  let backend = await open();
  let api = clientOf(backend);

  /** Whoever meets a damaged cache is told so; a moment later it is a new one. */
  function clientOf({ router }: Backend): BackendApi {
    return createRouterClient(router, {
      interceptors: [
        async ({ next }) => {
          try {
            return await next();
          } catch (error) {
            if (!cacheDamaged || !isDamage(error)) throw error;
            await nextTurn();
            return await next();
          }
        },
      ],
    });
  }

  async function open(): Promise<Backend> {
    // A PC's timers count time; its clock may be set meanwhile.
    const own: Clock = {
      now: () => clock.now() + offMs,
      alarm: (at, ring) => clock.alarm(at - offMs, ring),
    };
    const run = life;
    const dataDir = dirOf(run);
    mkdirSync(dataDir, { recursive: true });
    options.commits.standAt(dataDir, killer(run, dataDir));
    const started = await openBackend({
      dataDir,
      join: code === null ? null : { centralUrl: options.line.address(), code, name },
      log: {
        info: () => {},
        warn: () => {},
        error: (fields, message) => {
          if (run !== life || (cacheDamaged && isDamage(fields.err))) return;
          if (full !== null && codeOf(fields.err) === 'SQLITE_FULL') return;
          violate('nothing fails on the PC', `${name}: ${message} ${String(fields.err)}`);
        },
      },
      world: { clock: own, random: options.random, connector: httpConnector(own.now, line.send) },
    });
    breakJournal(options.breakage, () => opened(dataDir, 'journal.db', 'journal'));
    return started;
  }

  function killer(run: number, dataDir: string): Parameters<Commits['standAt']>[1] {
    let before: Before | null = null;
    let left = 0;
    let counted: KillOrder | null = null;
    const die = (path: string): void => {
      const [{ arrives = false, power = false } = {}, ...later] = orders;
      life = run + 1;
      died = { from: dataDir, arrives, power };
      orders = later;
      disk.copyAsLeft(dataDir, dirOf(life), power);
      if (power) lineOptions.handed.cursor = null;
      if (before !== null && !power) tearCommit(join(dirOf(life), basename(path)), before);
      line.hangUp();
    };
    return {
      before: (path, what) => {
        if (run !== life) return;
        if (what !== 'files' && (full === 'both' || full === storeOf(path))) throw fullDisk();
        const [order] = orders;
        if (order === undefined || what !== order.store) return;
        if (counted !== order) {
          counted = order;
          left = order.nth;
        }
        left--;
        if (left > 0) return;
        if (order.at === 'before') die(path);
        else before = order.at === 'half' && what !== 'files' ? lookBefore(path) : null;
      },
      after: (path, what) => {
        const [order] = orders;
        if (run === life && order === counted && left === 0 && what === order?.store) die(path);
      },
    };
  }

  const start = async (): Promise<void> => {
    line = openLine(lineOptions);
    try {
      backend = await open();
    } catch (error) {
      if (!(error instanceof BackendStartError) || full === null) throw error;
      // Told so, the officer makes room and starts it once more.
      full = null;
      backend = await open();
    }
    api = clientOf(backend);
  };

  const startOnCopy = async ({ from, arrives }: HowKilled & { from: string }): Promise<void> => {
    await line.cutOff(arrives);
    await backend.close();
    rmSync(from, { recursive: true, force: true });
    await start();
  };

  const enrolled = async (): Promise<void> => {
    while ((await api.session.get()).officer === null) await nextTurn();
  };

  const alone = async (): Promise<'alone' | 'joining' | null> => {
    if (!everAlone) return null;
    const { standalone, joining } = await api.session.get();
    if (!standalone) return null;
    return joining === null ? 'alone' : 'joining';
  };

  const restart = async (between: (dataDir: string) => void = () => {}): Promise<void> => {
    await backend.close();
    if (died !== null) rmSync(died.from, { recursive: true, force: true });
    died = null;
    options.commits.standAt(dirOf(life), null);
    between(dirOf(life));
    await start();
  };

  /** Nothing is under way: nobody is signed in, or what decides is this PC. */
  const isCalm = async (): Promise<boolean> => {
    const { phase } = await api.sync.status();
    return phase === 'idle' || (phase === 'waiting' && (await alone()) !== null);
  };

  const settle = async (): Promise<void> => {
    let quiet = 0;
    let sent = line.sent();
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      await nextTurn();
      if (died !== null) {
        const death = died;
        died = null;
        await startOnCopy(death);
        quiet = 0;
      }
      const calm = line.waiting() > 0 || (await isCalm());
      quiet = calm && line.sent() === sent ? quiet + 1 : 0;
      sent = line.sent();
      if (quiet >= QUIET_TURNS) return;
    }
    violate('the PC comes to rest', name);
  };

  const call: Call = async (work) => {
    // What is left of a killed app may still run here, and answers nobody.
    if (died !== null) return null;
    const run = life;
    try {
      const answer = await work(api);
      return run === life ? { answer } : null;
    } catch (error) {
      if (run !== life) return null;
      const typed = error instanceof ORPCError && error.code === 'storage_full';
      if (full === 'cache' || !(typed && full !== null))
        violate('what the officer does is kept or refused with a code', `${name}: ${String(error)}`);
      return null;
    }
  };

  const askToJoin = async (): Promise<void> => {
    if ((await alone()) !== 'alone') return;
    const asked = { centralUrl: options.line.address(), code: await options.newCode(true), name };
    await call(({ standalone }) => standalone.join(asked));
  };

  await enrolled();
  return {
    agency,
    api: () => api,
    line: () => line,
    hand: writingHand(name, () => api, call),
    setClock: (ms) => {
      offMs = ms;
    },
    setFull: (next) => {
      full = next;
      behind ||= next !== null;
    },
    full: () => full,
    behind: () => behind,
    caughtUp: () => {
      behind = full !== null;
    },
    settle,
    kill: async (how, between = () => {}) => {
      const from = dirOf(life);
      life++;
      disk.copyAsLeft(from, dirOf(life), how.power);
      if (how.power) lineOptions.handed.cursor = null;
      between(dirOf(life));
      await startOnCopy({ ...how, from });
    },
    killAt: (next) => {
      orders = next;
    },
    hinder: (by, ms) => {
      hindered = { by, until: clock.now() + ms };
    },
    freeLine: () => {
      hindered = null;
      freeSince = clock.now();
    },
    freeSince: () => freeSince,
    restart,
    copyFolder: () => {
      copy = join(options.folder, `${name}-copy`);
      rmSync(copy, { recursive: true, force: true });
      disk.copyAsLeft(dirOf(life), copy, false);
    },
    copy: () => copy,
    toldOfJournal: async () => {
      const { notices = [] } = await api.session.get();
      const told = notices.map(({ code }) => code).filter((code) => code.startsWith('journal_'));
      for (const code of told) await call((asked) => asked.session.dismissNotice({ code }));
      if (options.breakage === 'damage_untold') return null;
      return told.find((code) => code !== 'journal_repaired') ?? told[0] ?? null;
    },
    cacheIsDamaged: () => {
      cacheDamaged = true;
    },
    isCacheDamaged: () => cacheDamaged,
    enrolAgain: async () => {
      if ((await api.session.get()).officer !== null) return;
      await api.session.enrol({
        centralUrl: options.line.address(),
        code: await options.newCode(false),
        name,
      });
    },
    beginAlone: async () => {
      code = null;
      everAlone = true;
      await restart((dataDir) => rmSync(dataDir, { recursive: true }));
      await api.standalone.begin({ name, agency: agency.name });
    },
    importAlone: async (path) => {
      if ((await alone()) === null) return;
      const bytes = readFileSync(path);
      await call(async ({ standalone }) => {
        await standalone.beginImport({ size: bytes.length });
        for (let offset = 0; offset < bytes.length; offset += CHUNK_BYTES)
          await standalone.appendImport({
            offset,
            bytes: bytes.subarray(offset, offset + CHUNK_BYTES).toString('base64'),
          });
        await standalone.applyImport({ ours: null });
      });
    },
    join: askToJoin,
    joinAnew: async () => {
      if ((await alone()) !== 'joining') return;
      await call(({ standalone }) => standalone.cancelJoin());
      await askToJoin();
    },
    alone,
    close: async () => {
      await line.cutOff(false);
      await backend.close();
    },
  };
}
