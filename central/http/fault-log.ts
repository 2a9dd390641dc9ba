import type { FastifyBaseLogger } from 'fastify';

/** What a log may hold of an error: never its message or detail, which quote what people wrote. */
export type FaultLine = {
  readonly type: string;
  /** PostgreSQL's or the system's. */
  readonly code?: string;
  readonly table?: string;
  readonly column?: string;
  readonly constraint?: string;
  /** The innermost places in the program. */
  readonly at: readonly string[];
};

const PLACES = 5;
const LONGEST = 200;
/** Lines about faults in a minute; the rest are counted. */
const FAULTS_A_MINUTE = 60;
const MINUTE_MS = 60_000;

export function faultLine(error: unknown): FaultLine {
  if (!(error instanceof Error)) return { type: typeof error, at: [] };
  const known = ['code', 'table', 'column', 'constraint'].flatMap((name) => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === 'string' && /^[\w.-]{1,80}$/.test(value) ? [[name, value]] : [];
  });
  // A message may look like a place: it goes first.
  const places = (error.stack ?? '').replaceAll(error.message, '').split('\n');
  const at = places.flatMap((line) => /^ {4}at (.*:\d+:\d+\)?)$/.exec(line)?.[1]?.slice(0, LONGEST) ?? []);
  return { type: error.constructor.name, ...Object.fromEntries(known), at: at.slice(0, PLACES) };
}

export type FaultLog = ReturnType<typeof openFaultLog>;

/**
 * The log of a service that anybody may send to: a refused request is no fault of ours and only counted, a
 * line for each minute, and faults have no more than their share of the disk.
 */
export function openFaultLog(log: FastifyBaseLogger) {
  let refused: Record<number, number> = {};
  let faults = 0;
  const flush = (): void => {
    if (Object.keys(refused).length > 0) log.info({ refused }, 'requests refused in the last minute');
    if (faults > FAULTS_A_MINUTE) log.error({ faults }, 'faults in the last minute, not all are told');
    refused = {};
    faults = 0;
  };
  const timer = setInterval(flush, MINUTE_MS);
  timer.unref();

  const say = (details: object, what: string): void => {
    faults += 1;
    if (faults <= FAULTS_A_MINUTE) log.error(details, what);
  };

  return {
    fault: (error: unknown, what: string, where: Readonly<Record<string, string>> = {}): void =>
      say({ fault: faultLine(error), ...where }, what),
    /** What stands in the database and cannot be read. */
    unreadable: (id: string): void => say({ id }, 'a row that cannot be read is left out of the feed'),
    /** A request was answered with this status. */
    answered: (status: number): void => {
      if (status >= 400 && status < 500) refused[status] = (refused[status] ?? 0) + 1;
    },
    close: (): void => {
      clearInterval(timer);
      flush();
    },
  };
}
