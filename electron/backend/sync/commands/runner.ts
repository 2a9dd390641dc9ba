import type { ChangesPage } from '#shared/contract/central/central.ts';
import type { Log } from '../../base/log.ts';
import { type Failure, mayHaveArrived } from '../http/failure.ts';
import type { Transport } from '../http/transport.ts';
import { logFailure } from '../running/retry.ts';
import {
  createRunner,
  type LocalEffect,
  type RequestEffect,
  type Runner,
  type RunnerEvent,
  type RunnerPorts,
} from '../running/runner.ts';
import { askForResults } from './ask-for-results.ts';
import { type CommandsEffect, type CommandsEvent, type CommandsState, commandsMachine } from './machine.ts';
import { pageSource } from './page-source.ts';
import type { CommandsStore } from './store.ts';

export type CommandsPorts = RunnerPorts & {
  /** The way to the central service, asked for anew at each request; null: nobody is enrolled. */
  readonly transport: () => Transport | null;
  readonly store: CommandsStore;
  readonly log: Log;
  /** The state changed, or something that the status shows. */
  readonly changed: (state: CommandsState) => void;
  /** Called after each event that the machine has taken. */
  readonly taken: (event: CommandsEvent | RunnerEvent, before: CommandsState, after: CommandsState) => void;
  /** The complaint that the officer has open; null: none. */
  readonly viewing: () => string | null;
  /** Who else has which complaint open, with each answer. */
  readonly presence: (presence: ChangesPage['presence']) => void;
};

/** The PC's clock is reported as wrong from here on, ms. */
export const CLOCK_TOLERANCE_MS = 300_000;

/** Sends the commands and reads the feed, as the commands machine says. */
export function runCommands(ports: CommandsPorts): Runner<CommandsState, CommandsEvent> {
  const { clock, store, log } = ports;
  const newPages = () => pageSource(ports.transport, ports.pause, ports.viewing);
  let pages = newPages();

  const push = async (request: number, limit: number, signal: AbortSignal): Promise<CommandsEvent | null> => {
    // What was just composed is answered to the window first.
    await ports.pause();
    if (signal.aborted) return null;
    const transport = ports.transport();
    const { commands: ready, unsure, nextAt } = store.batch(clock.now(), limit);
    if (transport === null || ready.length === 0) return { type: 'pushed', request, sent: 0, nextAt };
    if (unsure.length > 0) {
      const asked = await askForResults(unsure, transport, signal);
      if (asked.results.length > 0) store.results(asked.results, clock.now());
      if (asked.failure !== null) {
        logFailure(log, 'ask', asked.failure);
        return { type: 'push_failed', request, ids: [], failure: asked.failure };
      }
      // What followed one that was refused is to be looked at anew.
      if (asked.results.length > 0) {
        return { type: 'pushed', request, sent: asked.results.length, nextAt: clock.now() };
      }
    }
    // While we asked, the officer may have taken one back.
    const commands = unsure.length === 0 ? ready : store.batch(clock.now(), limit).commands;
    return sendCommands(request, transport, commands, signal);
  };

  const sendCommands = async (
    request: number,
    transport: Transport,
    commands: Parameters<Transport['commands']>[0],
    signal: AbortSignal,
  ): Promise<CommandsEvent> => {
    const ids = commands.map((command) => command.id);
    store.sending(ids);
    const answer = await transport.commands(commands, signal);
    const results = answer.ok ? answer.value.filter((result) => ids.includes(result.id)) : [];
    if (results.length > 0) store.results(results, clock.now());
    const open = ids.filter((id) => !results.some((result) => result.id === id));
    if (open.length === 0) {
      return { type: 'pushed', request, sent: ids.length, nextAt: store.batch(clock.now(), 0).nextAt };
    }
    const failure = answer.ok ? INCOMPLETE : answer.failure;
    store.unanswered(open, mayHaveArrived(failure.code));
    logFailure(log, 'push', failure);
    return { type: 'push_failed', request, ids: open, failure };
  };

  const pull = async (request: number, wait: number, signal: AbortSignal): Promise<CommandsEvent | null> => {
    const asked = clock.now();
    const answer = await pages.next(store.cursor(), wait, signal, store.loading());
    await ports.pause();
    if (signal.aborted) return null;
    if (!answer.ok) {
      logFailure(log, 'pull', answer.failure);
      return { type: 'pull_failed', request, failure: answer.failure };
    }
    const page = answer.value;
    ports.presence(page.presence);
    if (wait === 0 && !page.more) noteClock(Date.parse(page.serverTime), asked);
    const applied = store.apply(page, clock.now());
    if (applied.restarted) pages = newPages();
    if (!applied.more) store.reachedEnd(clock.now());
    return { type: 'pulled', request, more: applied.more };
  };

  /** The difference to the central service's clock, taken in the middle of a short request. */
  const noteClock = (serverTime: number, asked: number): void => {
    if (Number.isNaN(serverTime)) return;
    const off = Math.round((asked + clock.now()) / 2 - serverTime);
    store.setClockOff(Math.abs(off) > CLOCK_TOLERANCE_MS ? off : 0);
  };

  return createRunner(commandsMachine, ports, {
    perform: ({ ids, until }: LocalEffect<CommandsEffect>) => {
      log.warn({ ids }, 'set aside: the centre does not take it');
      store.setAside(ids, until);
    },
    request: (effect: RequestEffect<CommandsEffect>, signal) =>
      effect.type === 'push'
        ? push(effect.request, effect.limit, signal)
        : pull(effect.request, effect.wait, signal),
    failure: ({ type }, request, failure) =>
      type === 'pull'
        ? { type: 'pull_failed', request, failure }
        : { type: 'push_failed', request, ids: [], failure },
    aborted: () => {
      pages = newPages();
    },
    taken: (event, before, after) => {
      if (after !== before) ports.changed(after);
      ports.taken(event, before, after);
    },
  });
}

/** Fewer results than commands: not as agreed, and the missing commands may have been decided. */
const INCOMPLETE: Failure = { code: 'not_an_answer', retryAfterMs: null };
