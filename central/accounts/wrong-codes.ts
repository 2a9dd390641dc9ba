/** How many wrong codes of an address are let pass, and how long it waits then. */
export type WrongCodeLimits = {
  /** Wrong codes before it has to wait. An hour without one, and they are forgotten. */
  readonly free: number;
  /** ms to wait after the first one beyond; it doubles with each further one, up to the longest. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
};

const FORGOTTEN_MS = 3_600_000;
/** Addresses that are remembered; the one that was quiet for longest makes room. */
const REMEMBERED = 10_000;

/** Holds back those who guess at codes, by their address. */
export function openWrongCodes({ free, firstWaitMs, longestWaitMs }: WrongCodeLimits, now: () => Date) {
  const known = new Map<string, { readonly wrong: number; readonly until: number }>();
  const remember = (address: string, wrong: number, waitMs: number): void => {
    known.delete(address);
    if (wrong > 0) known.set(address, { wrong, until: now().getTime() + waitMs });
    const [quietest] = known.keys();
    if (known.size > REMEMBERED && quietest !== undefined) known.delete(quietest);
  };
  const waitAfter = (wrong: number): number =>
    wrong <= free ? 0 : Math.min(firstWaitMs * 2 ** (wrong - free - 1), longestWaitMs);
  const wrongOf = (address: string): number => {
    const entry = known.get(address);
    return entry === undefined || now().getTime() > entry.until + FORGOTTEN_MS ? 0 : entry.wrong;
  };

  return {
    /** ms until a code of this address is looked at again; 0: now. */
    waitMs: (address: string): number => Math.max(0, (known.get(address)?.until ?? 0) - now().getTime()),
    /** Takes a code for wrong before it is looked at, so that a thousand at once are counted too. */
    count: (address: string): number => {
      const wrong = wrongOf(address) + 1;
      remember(address, wrong, waitAfter(wrong));
      return wrong;
    },
    /** It was right after all. */
    takeBack: (address: string): void => remember(address, wrongOf(address) - 1, 0),
  };
}
