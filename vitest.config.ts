import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { bundledTextForVite } from './scripts/bundled-text.mjs';

// GitHub's parser imports JSON in a way that bundlers know and Node does not.
const server = { deps: { inline: [/@actions\/(?:workflow-parser|expressions)/] } };

const withKernels = { testTimeout: 600_000, hookTimeout: 900_000, server };

/** They have several machines at a time, look at what is on the whole host, or act at a part of a run's usual time. */
const alone = files(['crowd', 'hostile', 'killed-runs', 'outcomes', 'sweep']);

/** As test/integration/scope.ts has it: whole files that only `npm run test:full` runs. */
const nightly =
  process.env['QDT_TEST_SCOPE'] === 'full'
    ? []
    : files([
        'acpi',
        'after-bug',
        'architectures',
        'bad-models',
        'bisect',
        'boot-forms',
        'buildbot',
        'bus-sweeps',
        'buses',
        'chip-lines',
        'call-sweep',
        'compilers',
        'cloud-image',
        'coverage',
        'crowd',
        'debug-kernel',
        'device-tree',
        'disk-image',
        'distributions',
        'image-layouts',
        'every-fault',
        'fmc-tdc',
        'layouts',
        'little-room',
        'live-bugs',
        'planted',
        'plug-rounds',
        'repeats',
        'serdev',
        'stock-drivers',
        'templates',
        'ubuntu',
      ]);

function files(names: readonly string[]): string[] {
  return names.map((name) => `test/integration/${name}.test.ts`);
}

export default defineConfig({
  // Models import the library by the package's name; its tests want the source.
  resolve: { alias: { 'qemu-driver-test/device': fileURLToPath(new URL('src/device.ts', import.meta.url)) } },
  test: {
    projects: [
      {
        extends: true,
        plugins: [bundledTextForVite],
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.ts'],
          // A process for each file costs more than the tests of many files.
          isolate: false,
          // Many tests wait for a process.
          maxWorkers: availableParallelism() + 1,
          testTimeout: 60_000,
          // Some start a server first, which takes long on a busy host.
          hookTimeout: 60_000,
          server,
        },
      },
      // These boot real kernels. A run in them has one machine at a time, so two files make use of two processors.
      {
        extends: true,
        plugins: [bundledTextForVite],
        test: {
          ...withKernels,
          name: 'integration',
          include: ['test/integration/**/*.test.ts'],
          exclude: [...alone, ...nightly],
          maxWorkers: 2,
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        plugins: [bundledTextForVite],
        test: {
          ...withKernels,
          name: 'integration-alone',
          include: alone,
          exclude: nightly,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
