import type { ChangesPage } from '#shared/contract/central/central.ts';
import type { Clock } from '../../base/clock.ts';
import type { Log } from '../../base/log.ts';
import { type Failure, mayHaveArrived } from '../http/failure.ts';
import type { Transport } from '../http/transport.ts';
import { underWay } from '../running/in-flight.ts';
import { askForResults } from './ask-for-results.ts';
import { type Effect, INITIAL, type SyncEvent, type SyncState, step } from './machine.ts';
import { pageSource } from './page-source.ts';
import type { SyncStore } from './store.ts';

export type EnginePorts = {
  readonly clock: Clock;
  /** In [0, 1). */
  readonly random: () => number;
  /** The way to the centre, asked for anew at each request; null: nobody is enrolled. */
  readonly transport: () => Transport | null;
  readonly store: SyncStore;
  readonly log: Log;
  /** A step failed on this computer, not at the centre. */
  readonly failed: (error: unknown) => void;
  /** The state changed, or something that the status shows. */
  readonly changed: (state: SyncState) => void;
  /** Told of each event that the machine has taken. */
  readonly told: (event: SyncEvent, before: SyncState) => void;
  /** The report that the officer has open; null: none. */
  readonly viewing: () => string | null;
  /** Who else has which report open, with each answer. */
  readonly presence: (presence: ChangesPage['presence']) => void;
  /** Let others work between two pages of the feed. */
  readonly pause: () => Promise<void>;
};

export type Engine = {
  readonly send: (event: SyncEvent) => void;
  readonly state: () => SyncState;
  /** Resolves when nothing of the engine runs any more. */
  readonly stop: () => Promise<void>;
};

/** The PC's clock is reported as wrong from here on, ms. */
export const CLOCK_TOLERANCE_MS = 300_000;

/** Runs the state machine: does what it says, and tells it what came of it. */
export function createEngine(ports: EnginePorts): Engine {
  const { clock, store, log } = ports;
  let state = INITIAL;
  const doing = underWay({ clock, ring: () => send({ type: 'alarm' }), failed: ports.failed });
  const newPages = () => pageSource(ports.transport, ports.pause, ports.viewing);
  let pages = newPages();

  const send = (event: SyncEvent): void => {
    const before = state;
    const next = step(before, event, clock.now(), ports.random());
    const moved = next.state !== before;
    state = next.state;
    for (const effect of next.effects) run(effect);
    if (moved) ports.changed(state);
    ports.told(event, before);
  };

  const run = (effect: Effect): void => {
    switch (effect.type) {
      case 'abort':
        doing.abort();
        pages = newPages();
        break;
      case 'alarm':
        doing.alarm(effect.at);
        break;
      case 'set_aside':
        log.warn({ ids: effect.ids }, 'set aside: the centre does not take it');
        store.setAside(effect.ids, effect.until);
        break;
      case 'push':
        doing.track(push(effect.request, effect.limit, doing.signal()), (failure) =>
          send({ type: 'push_failed', request: effect.request, ids: [], failure }),
        );
        break;
      case 'pull':
        doing.track(pull(effect.request, effect.wait, doing.signal()), (failure) =>
          send({ type: 'pull_failed', request: effect.request, failure }),
        );
        break;
    }
  };

  const push = async (request: number, limit: number, signal: AbortSignal): Promise<void> => {
    // A turn of its own: an event must be wholly taken before the next one is sent.
    await ports.pause();
    if (signal.aborted) return;
    const transport = ports.transport();
    const { commands: ready, unsure, nextAt } = store.batch(clock.now(), limit);
    if (transport === null || ready.length === 0) {
      send({ type: 'pushed', request, sent: 0, nextAt });
      return;
    }
    if (unsure.length > 0) {
      const asked = await askForResults(unsure, transport, signal);
      if (asked.results.length > 0) store.results(asked.results, clock.now());
      if (asked.failure !== null) {
        logFailure('ask', asked.failure);
        send({ type: 'push_failed', request, ids: [], failure: asked.failure });
        return;
      }
      if (asked.results.length > 0) {
        // What followed one that was refused is to be looked at anew.
        send({ type: 'pushed', request, sent: asked.results.length, nextAt: clock.now() });
        return;
      }
    }
    // While we asked, the officer may have taken one back.
    const commands = unsure.length === 0 ? ready : store.batch(clock.now(), limit).commands;
    const ids = commands.map((command) => command.id);
    store.sending(ids);
    const answer = await transport.commands(commands, signal);
    const results = answer.ok ? answer.value.filter((result) => ids.includes(result.id)) : [];
    if (results.length > 0) store.results(results, clock.now());
    const open = ids.filter((id) => !results.some((result) => result.id === id));
    const failure = answer.ok ? INCOMPLETE : answer.failure;
    if (open.length > 0) {
      store.unanswered(open, mayHaveArrived(failure.code));
      logFailure('push', failure);
      send({ type: 'push_failed', request, ids: open, failure });
      return;
    }
    send({ type: 'pushed', request, sent: ids.length, nextAt: store.batch(clock.now(), 0).nextAt });
  };

  const pull = async (request: number, wait: number, signal: AbortSignal): Promise<void> => {
    const asked = clock.now();
    const answer = await pages.next(store.cursor(), wait, signal, store.loading());
    await ports.pause();
    if (signal.aborted) return;
    if (!answer.ok) {
      logFailure('pull', answer.failure);
      send({ type: 'pull_failed', request, failure: answer.failure });
      return;
    }
    const page = answer.value;
    ports.presence(page.presence);
    if (wait === 0 && !page.more) noteClock(Date.parse(page.serverTime), asked);
    const applied = store.apply(page, clock.now());
    if (applied.restarted) pages = newPages();
    if (!applied.more) store.reachedEnd(clock.now());
    send({ type: 'pulled', request, more: applied.more });
    if (page.changes.length > 0 || !applied.more) ports.changed(state);
  };

  /** The difference to the centre's clock, taken in the middle of a short request. */
  const noteClock = (serverTime: number, asked: number): void => {
    if (Number.isNaN(serverTime)) return;
    const off = Math.round((asked + clock.now()) / 2 - serverTime);
    store.setClockOff(Math.abs(off) > CLOCK_TOLERANCE_MS ? off : 0);
  };

  const logFailure = (what: string, failure: Failure): void => {
    if (failure.code !== 'aborted') log.info({ what, code: failure.code }, 'no answer from the centre');
  };

  return {
    send,
    state: () => state,
    stop: async () => {
      send({ type: 'stop' });
      await doing.settled();
    },
  };
}

/** Fewer results than commands: not as agreed, and what is missing may have been decided. */
const INCOMPLETE: Failure = { code: 'not_an_answer', retryAfterMs: null };
