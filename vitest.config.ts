import { defineConfig } from 'vitest/config';
import { bundledTextForVite } from './scripts/bundled-text.mjs';

export default defineConfig({
  test: {
    projects: [
      { plugins: [bundledTextForVite], test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 20_000 } },
      {
        // Each of these boots real kernels: one file at a time, the machines inside it run in parallel.
        plugins: [bundledTextForVite],
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 900_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
