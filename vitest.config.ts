import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // The real module tries to download its runtime as soon as it is loaded.
    alias: { electron: join(import.meta.dirname, 'electron/shell/testing/electron.ts') },
  },
  test: {
    // A machine that is shared must not turn a test red.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    globalSetup: ['test/support/postgres-setup.ts'],
    include: ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['node_modules/**', 'dist/**', '.data/**'],
  },
});
