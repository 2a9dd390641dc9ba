/** The clock of the processor's time ticks every few ms: so much is measured at once, us. */
const MEASURED = 60_000;

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
  const short = textOf(length);
  // Compiled by then.
  timeOf(short);
  return timeOf(textOf(length * times)) / timeOf(short);
}
