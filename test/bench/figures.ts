/** One line of the result. `value` null: it could not be measured here, and `meaning` says why. */
export type Figure = {
  readonly name: string;
  readonly value: number | null;
  readonly unit: string;
  readonly meaning: string;
};

export function figure(name: string, value: number, unit: string, meaning: string, digits = 0): Figure {
  return { name, value: Number(value.toFixed(digits)), unit, meaning };
}

export function printTable(figures: readonly Figure[]): void {
  const width = Math.max(...figures.map(({ name }) => name.length));
  for (const { name, value, unit, meaning } of figures) {
    console.log(`${name.padEnd(width)}  ${String(value ?? '–').padStart(9)} ${unit.padEnd(7)} ${meaning}`);
  }
}

/** The last line of the bench: figures that could not be measured are left out. */
export function jsonLine(figures: readonly Figure[]): string {
  const known = figures.filter(({ value }) => value !== null);
  return JSON.stringify({ figures: Object.fromEntries(known.map(({ name, value }) => [name, value])) });
}

/** Where the bench stands, on stderr: standard output is for the figures. */
export function progress(what: string): void {
  console.error(`${new Date().toISOString().slice(11, 19)} ${what}`);
}
