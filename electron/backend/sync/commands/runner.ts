import type { ChangesPage } from '#shared/contract/central/central.ts';
import { type Failure, mayHaveArrived } from '../http/failure.ts';
import type { RunnerEvent } from '../running/machine.ts';
import { createRunner, type LanePorts, noteFailure, type Runner } from '../running/runner.ts';
import { askForResults } from './ask-for-results.ts';
import type { Batch } from './batch.ts';
import { type CommandsEffect, type CommandsEvent, type CommandsState, commandsMachine } from './machine.ts';
import { pageSource } from './page-source.ts';
import type { CommandsStore } from './store.ts';

export type CommandsPorts = LanePorts<CommandsStore> & {
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
  const { clock, store, log, transport } = ports;
  const pages = pageSource(transport, ports.pause, ports.viewing);

  const push = async ({ limit }: { readonly limit: number }, signal: AbortSignal) => {
    const first = store.batch(clock.now(), limit);
    const { unsure, nextAt } = first;
    if (first.commands.length === 0) return { type: 'pushed', sent: 0, nextAt } as const;
    if (unsure.length === 0) return send(first, signal);
    const asked = await askForResults(unsure, transport(), signal);
    const sent = asked.results.length;
    if (sent > 0) store.results(asked.results, clock.now());
    if (asked.failure !== null) return { ok: false, failure: asked.failure } as const;
    // What followed one that was refused is to be looked at anew.
    if (sent > 0) return { type: 'pushed', sent, nextAt: clock.now() } as const;
    // While we asked, the officer may have taken one back.
    return send(store.batch(clock.now(), limit), signal);
  };

  const send = async ({ commands, again }: Batch, signal: AbortSignal) => {
    const ids = commands.map((command) => command.id);
    store.sending(ids);
    const answer = await transport().commands(commands, signal);
    const results = answer.ok ? answer.value.filter((result) => ids.includes(result.id)) : [];
    if (results.length > 0) store.results(results, clock.now());
    const open = ids.filter((id) => !results.some((result) => result.id === id));
    if (open.length === 0) {
      return { type: 'pushed', sent: ids.length, nextAt: store.batch(clock.now(), 0).nextAt } as const;
    }
    const failure = answer.ok ? INCOMPLETE : answer.failure;
    store.unanswered(open, mayHaveArrived(failure.code));
    noteFailure(log, 'push', failure);
    return { type: 'push_failed', ids: open, again, failure } as const;
  };

  const pull = async ({ wait }: { readonly wait: number }, signal: AbortSignal) => {
    const asked = clock.now();
    const answer = await pages.next(store.cursor(), wait, signal, store.loading());
    await ports.pause();
    if (signal.aborted) return null;
    if (!answer.ok) return answer;
    const page = answer.value;
    ports.presence(page.presence);
    if (wait === 0 && !page.more) noteClock(Date.parse(page.serverTime), asked);
    const { more, restarted } = store.apply(page, clock.now());
    if (restarted) pages.forget();
    const again = !more && store.reachedEnd(page.digest, clock.now());
    return { type: 'pulled', more: more || again } as const;
  };

  /** The difference to the central service's clock, taken in the middle of a short request. */
  const noteClock = (serverTime: number, asked: number): void => {
    if (Number.isNaN(serverTime)) return;
    const off = Math.round((asked + clock.now()) / 2 - serverTime);
    store.setClockOff(Math.abs(off) > CLOCK_TOLERANCE_MS ? off : 0);
  };

  return createRunner<CommandsState, CommandsEvent, CommandsEffect>(commandsMachine, ports, {
    work: {
      push,
      pull,
      set_aside: ({ ids, until }) => {
        log.warn({ ids }, 'set aside: no answer comes to it, or the central service does not take it');
        store.setAside(ids, until);
      },
      release_aside: () => store.releaseAside(),
    },
    atOnce: ['pull'],
    failure: (failure, type) => {
      // After the wait that follows, what was fetched ahead before it would be an answer of long ago.
      pages.forget();
      return type === 'pull' ? { type: 'pull_failed', failure } : { ...NOTHING_SENT, failure };
    },
    aborted: pages.forget,
    taken: (event, before, after) => {
      if (after !== before) ports.changed(after);
      ports.taken(event, before, after);
    },
  });
}

const NOTHING_SENT = { type: 'push_failed', ids: [], again: false } as const;

/** Fewer results than commands: not as agreed, and the missing commands may have been decided. */
const INCOMPLETE: Failure = { code: 'not_an_answer', retryAfterMs: null };
