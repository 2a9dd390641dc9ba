/** What must not happen, by the name under which it is counted. */
export const FAULTS = ['serverErrors', 'stackTraces', 'hangs', 'leaks'] as const;
export type Fault = (typeof FAULTS)[number];

export type Answer = {
  /** Null: none is due, because the line was cut on purpose or the message has no answer. */
  readonly status: number | null;
  /** Everything that came, the head included. */
  readonly text: string;
};

/** No answer in time; of a line that was closed without one. */
export type NoAnswer = 'hang' | 'closed';

/** A service that is busy may say so. */
const HONEST_STATUS = 503;

const TRACES = [
  /\bat (?:async )?(?:[\w.<>[\] ]+ \()?(?:file:|node:|\/)[^\s)]*:\d+:\d+/,
  /\b(?:file:\/\/|node:internal)/,
  /\b[\w/.-]+\.(?:ts|mjs|cjs|js):\d+/,
  /node_modules|\/(?:home|work|root|tmp|usr|dev\/shm)\/\w/,
  /kysely|fastify|FST_ERR_|better-sqlite|postgres|SQLITE_|SqliteError|ZodError|\borpc\b/i,
  /\b(?:duplicate key value|violates \w+(?:-\w+)? constraint|invalid byte sequence|syntax error at or near)\b/,
  /\b(?:insert into|select .{1,80} from|update "?\w+"? set|delete from) /i,
  /\b(?:TypeError|RangeError|ReferenceError|Maximum call stack|Cannot read propert)/,
];

/**
 * The faults of one answer.
 * @param secrets texts that whoever asked may not see
 */
export function faultsOf(answer: Answer | NoAnswer, secrets: readonly string[]): readonly Fault[] {
  if (answer === 'hang') return ['hangs'];
  if (answer === 'closed') return ['serverErrors'];
  const { status, text } = answer;
  const faults: Fault[] = [];
  if (status !== null && status >= 500 && status !== HONEST_STATUS) faults.push('serverErrors');
  if (TRACES.some((trace) => trace.test(text))) faults.push('stackTraces');
  if (secrets.some((secret) => text.includes(secret))) faults.push('leaks');
  return faults;
}
