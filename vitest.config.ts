import { defineConfig } from 'vitest/config';

// GitHub's parser imports JSON in a way that bundlers know and Node does not.
const server = { deps: { inline: [/@actions\/(?:workflow-parser|expressions)/] } };

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 20_000, server } },
      {
        // Each of these boots real kernels: one file at a time, the machines inside it run in parallel.
        test: {
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 900_000,
          fileParallelism: false,
          server,
        },
      },
    ],
  },
});
