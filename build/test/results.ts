import * as z from 'zod';

/** The result of a run. One without a readable result, or without any test, is a failure. */
export type Outcome = {
  readonly passed: number;
  readonly failed: number;
  /** Each with the reason, as far as it was given. */
  readonly skipped: readonly string[];
};

const BROKEN: Outcome = { passed: 0, failed: 1, skipped: [] };

const vitestReport = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

/** Of Vitest's JSON. A file that could not be loaded is a failure, and an error outside of any test. */
export function vitestOutcome(json: string | null): Outcome {
  const report = vitestReport.safeParse(parse(json));
  if (!report.success) return BROKEN;
  const tests = report.data.testResults.flatMap((file) => file.assertionResults);
  const passed = tests.filter((test) => test.status === 'passed').length;
  const failed = tests.filter((test) => test.status === 'failed').length;
  const unloaded = report.data.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const skipped = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed');
  const hidden = !report.data.success && failed + unloaded === 0 ? 1 : 0;
  return atLeastOne({
    passed,
    failed: failed + unloaded + hidden,
    skipped: skipped.map((test) => test.fullName),
  });
}

const annotation = z.object({ type: z.string(), description: z.string().optional() });
const spec = z.object({
  title: z.string(),
  tests: z.array(z.object({ status: z.string(), annotations: z.array(annotation) })),
});
const suite = z.object({
  specs: z.array(spec),
  get suites() {
    return z.array(suite).optional();
  },
});
const playwrightReport = z.object({ errors: z.array(z.unknown()), suites: z.array(suite) });

/** Of Playwright's JSON reporter. A test that passed only on a second try failed. */
export function playwrightOutcome(json: string | null): Outcome {
  const report = playwrightReport.safeParse(parse(json));
  if (!report.success) return BROKEN;
  const runs = report.data.suites.flatMap(specsOf).flatMap(({ title, tests }) =>
    tests.map(({ status, annotations }) => ({
      status,
      name: [title, annotations.find(({ type }) => type === 'skip')?.description].filter(Boolean).join(' – '),
    })),
  );
  return atLeastOne({
    passed: runs.filter(({ status }) => status === 'expected').length,
    failed:
      runs.filter(({ status }) => status !== 'expected' && status !== 'skipped').length +
      report.data.errors.length,
    skipped: runs.filter(({ status }) => status === 'skipped').map(({ name }) => name),
  });
}

function specsOf({ specs, suites = [] }: z.infer<typeof suite>): z.infer<typeof spec>[] {
  return [...specs, ...suites.flatMap(specsOf)];
}

function atLeastOne(outcome: Outcome): Outcome {
  return outcome.passed + outcome.failed === 0 ? { ...outcome, failed: 1 } : outcome;
}

function parse(json: string | null): unknown {
  try {
    return json === null ? null : JSON.parse(json);
  } catch {
    return null;
  }
}

export function summary(outcomes: readonly Outcome[]): string {
  const sum = (of: (outcome: Outcome) => number) =>
    outcomes.reduce((total, outcome) => total + of(outcome), 0);
  const skipped = sum((outcome) => outcome.skipped.length);
  return `${sum((o) => o.passed)} passed, ${sum((o) => o.failed)} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
