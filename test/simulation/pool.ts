import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { Job, Outcome } from './simulate.ts';

export type Pool = {
  /** Runs a job in the next process that is free. */
  readonly run: (job: Job) => Promise<Outcome>;
  readonly close: () => Promise<void>;
};

type Said = { readonly ready: true } | { readonly outcome: Outcome } | { readonly broken: string };

/**
 * Processes that simulate side by side, as many as there are databases: time is the simulation's own, so that
 * they do not disturb each other. @param folder for the files of the simulated PCs. @param large see `fill`
 */
export async function openPool(databases: readonly string[], folder: string, large = false): Promise<Pool> {
  const workers = await Promise.all(
    databases.map((url, n) => startWorker(url, join(folder, `worker-${n}`), large)),
  );
  const free = [...workers];
  const waiting: ((worker: ChildProcess) => void)[] = [];
  const take = (): Promise<ChildProcess> => {
    const worker = free.pop();
    return worker === undefined ? new Promise((got) => waiting.push(got)) : Promise.resolve(worker);
  };
  const give = (worker: ChildProcess): void => {
    const next = waiting.shift();
    if (next === undefined) free.push(worker);
    else next(worker);
  };
  return {
    run: async (job) => {
      const worker = await take();
      const said = nextWord(worker);
      worker.send(job);
      const result = await said;
      give(worker);
      if ('outcome' in result) return result.outcome;
      throw new Error(`the simulation itself broke at ${JSON.stringify(job)}: ${JSON.stringify(result)}`);
    },
    close: async () => {
      await Promise.all(workers.map(end));
    },
  };
}

async function startWorker(databaseUrl: string, folder: string, large: boolean): Promise<ChildProcess> {
  const worker = fork(join(import.meta.dirname, 'worker.ts'), [databaseUrl, folder, large ? 'large' : ''], {
    execArgv: [],
  });
  const said = await nextWord(worker);
  if ('ready' in said) return worker;
  throw new Error(`a process of the simulation did not start: ${JSON.stringify(said)}`);
}

function nextWord(worker: ChildProcess): Promise<Said> {
  return new Promise((resolve) => {
    const told = (said: Said): void => {
      worker.off('exit', ended);
      resolve(said);
    };
    const ended = (code: number | null, signal: string | null): void => {
      worker.off('message', told);
      resolve({ broken: `the process ended with ${code ?? signal}` });
    };
    worker.once('message', told);
    worker.once('exit', ended);
  });
}

function end(worker: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (worker.exitCode !== null || worker.signalCode !== null) return resolve();
    worker.once('exit', () => resolve());
    worker.disconnect();
  });
}
