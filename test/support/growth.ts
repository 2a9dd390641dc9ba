/** The clock of the processor's time ticks every few ms: so much is measured at once, us. */
const MEASURED = 60_000;
const ROUNDS = 3;

/**
 * How many times as long the work takes for a text that is `times` as long: about `times` where it grows with
 * the text, the square of it where each part is compared with all. Of the processor's time, so that neither a
 * slow machine nor a busy one changes it.
 */
export function growth(
  work: (text: string) => unknown,
  piece: string,
  length: number,
  times: number,
): number {
  const timeOf = (text: string): number => {
    const start = process.threadCpuUsage();
    for (let runs = 1; ; runs++) {
      work(text);
      const { user, system } = process.threadCpuUsage(start);
      if (user + system >= MEASURED) return (user + system) / runs;
    }
  };
  const textOf = (long: number): string => piece.repeat(Math.ceil(long / piece.length));
  const [short, long] = [textOf(length), textOf(length * times)];
  // The least of several turns: the first ones are not compiled, and others share the processor's caches.
  const rounds = Array.from({ length: ROUNDS }, () => ({ short: timeOf(short), long: timeOf(long) }));
  return Math.min(...rounds.map((round) => round.long)) / Math.min(...rounds.map((round) => round.short));
}
