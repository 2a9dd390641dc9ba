import { type Answer, type Fault, faultsOf, type NoAnswer } from './judge.ts';
import type { Sent } from './senders.ts';

/** Of each fault. */
const MOST_TOLD = 50;
/** Requests after which it is told how far the run is. */
const TELL_EVERY = 5_000;
const LONGEST_TOLD = 1_500;
/** Characters on both sides of a secret that came out. */
const BESIDE = 100;
/** What was met more seldom is not in the table. */
const SELDOM = 1 / 2_000;
const IDS = /[0-9a-f-]{36,64}|(?:lapor|catat)-[\w-]+/g;

export type TallyOptions = {
  readonly requests: number;
  readonly seed: number;
  readonly tell: (line: string) => void;
};

/** Counts faults and tells the first of them, and how deep the requests came. */
export function openTally({ requests, seed, tell }: TallyOptions) {
  const counts: Record<Fault, number> = { serverErrors: 0, stackTraces: 0, hangs: 0, leaks: 0 };
  const kinds = new Map<string, number>();
  const fault = (which: Fault, what: string): void => {
    counts[which]++;
    if (counts[which] <= MOST_TOLD) tell(`${which}, seed ${seed}: ${what}`);
  };
  return {
    fault,
    sent: (n: number, { what, owner, answer }: Sent, secrets: readonly string[]): void => {
      if (n > 0 && n % TELL_EVERY === 0) tell(JSON.stringify({ requests: n, ...counts }));
      const kind = kindOf(what, answer);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      for (const which of faultsOf(answer, secrets)) {
        const said = which === 'leaks' ? besideSecret(answer, secrets) : JSON.stringify(answer);
        fault(which, `request ${n} as ${owner}: ${short(what)}\n  → ${short(said)}`);
      }
    },
    end: (): Readonly<Record<Fault, number>> => {
      const often = [...kinds].filter(([, count]) => count >= requests * SELDOM);
      for (const [kind, count] of often.sort()) tell(`${count} × ${kind}`);
      return counts;
    },
  };
}

const short = (text: string): string => text.slice(0, LONGEST_TOLD);

function besideSecret(answer: Answer | NoAnswer, secrets: readonly string[]): string {
  const text = typeof answer === 'string' ? '' : answer.text;
  const at = Math.max(...secrets.map((secret) => text.indexOf(secret)));
  return `… ${text.slice(Math.max(0, at - BESIDE), at + BESIDE)} …`;
}

/** What was asked and what became of it. */
function kindOf(what: string, answer: Answer | NoAnswer): string {
  const asked = what.startsWith('unproven') ? 'unproven' : what.slice(0, 300).replaceAll(IDS, 'ID');
  const place = asked
    .replace(/[?{[].*/s, '')
    .trim()
    .slice(0, 60);
  if (typeof answer === 'string') return `${place} ${answer}`;
  const [, outcome = ''] = /"outcome":"(\w+)"/.exec(answer.text) ?? [];
  const [, code = ''] = /"code":"(\w+)"/.exec(answer.text) ?? [];
  return [place, answer.status, outcome, code].join(' ').trim();
}
