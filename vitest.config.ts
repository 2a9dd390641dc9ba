import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { fastFolder } from './build/test/fast-folder.ts';

/** Those that take minutes come first, so that at the end no processor waits for the last of them. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const long = (file: TestSpecification): boolean => /test\/(faults|simulation)\//.test(file.moduleId);
    return [...sorted.filter(long), ...sorted.filter((file) => !long(file))];
  }
}

export default defineConfig({
  resolve: {
    // The real module tries to download its runtime as soon as it is loaded.
    alias: { electron: join(import.meta.dirname, 'electron/shell/testing/electron.ts') },
  },
  test: {
    env: { TMPDIR: fastFolder() },
    // Half of what the long tests do is waiting: for the disk, for PostgreSQL, for a process to end.
    maxWorkers: Math.max(2, availableParallelism()),
    sequence: { sequencer: LongestFirst },
    // A machine that is shared must not turn a test red.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    expect: { poll: { timeout: 60_000 } },
    globalSetup: ['test/support/postgres-setup.ts'],
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['node_modules/**', 'dist/**', '.data/**'],
  },
});
