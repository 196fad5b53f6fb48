import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { bundledTextForVite } from './scripts/bundled-text.mjs';

// GitHub's parser imports JSON in a way that bundlers know and Node does not.
const server = { deps: { inline: [/@actions\/(?:workflow-parser|expressions)/] } };

export default defineConfig({
  // Models import the library by the package's name; its tests want the source.
  resolve: { alias: { 'qemu-driver-test/device': fileURLToPath(new URL('src/device.ts', import.meta.url)) } },
  test: {
    projects: [
      { extends: true, plugins: [bundledTextForVite], test: { name: 'unit', include: ['test/unit/**/*.test.ts'], testTimeout: 20_000, server } },
      {
        extends: true,
        // Each of these boots real kernels: one file at a time, the machines inside it run in parallel.
        plugins: [bundledTextForVite],
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
