#!/usr/bin/env node
import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  package_default
} from "./chunks/chunk-5LXPU4R5.mjs";
import {
  commands
} from "./chunks/chunk-Y44SECUK.mjs";
import {
  UsageError,
  parseArguments
} from "./chunks/chunk-QYEL2MFA.mjs";
import "./chunks/chunk-R2N667XA.mjs";

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
    ...command.options.map(
      (option) => `  ${optionUsage(option).padEnd(width)}   ${option.help}${option.repeatable === true ? " (repeatable)" : ""}`
    ),
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
  if (error.code === "EIO") return;
  if (error.code !== "EPIPE") throw error;
  process.exit(brokenPipeStatus);
});
process.stderr.on("error", (error) => {
  if (error.code !== "EIO" && error.code !== "EPIPE") throw error;
});
var given = process.argv.slice(2);
process.exitCode = await main(given).catch((error) => explainFailure(error, given));
async function main(words) {
  const [name = "--help", ...rest] = words;
  if (name === "--help" || name === "-h" || name === "help") return print(generalHelp(package_default.version));
  if (name === "--version") return print(`${package_default.version}
`);
  const command = commands.find((entry) => entry.name === name);
  if (command !== void 0) return runCommand(command, rest);
  throw new UsageError(
    `There is no command ${name}. The commands are: ${commands.map((entry) => entry.name).join(", ")}.`,
    []
  );
}
async function runCommand(command, words) {
  const args = parseArguments(command, words);
  if (args.flag("help")) return print(commandHelp(command));
  const { commandHost } = await import("./chunks/command-host-EMRTIS7U.mjs");
  const host = commandHost({
    version: package_default.version,
    guestDirectory: new URL("../guest", import.meta.url).pathname,
    forkServer: new URL("../fork-server/fork-server-x86_64.so", import.meta.url).pathname,
    smokeDirectory: new URL("../smoke", import.meta.url).pathname,
    deviceHostProgram: new URL("device-host.mjs", import.meta.url).pathname,
    judgeProgram: new URL("judge-worker.mjs", import.meta.url).pathname,
    selftestDirectory: new URL("../selftest", import.meta.url).pathname
  });
  switch (command.name) {
    case "run":
      return (await import("./chunks/run-command-YSOIPWTU.mjs")).runCommand(args, host);
    case "smoke":
      return (await import("./chunks/smoke-command-FO5JVGGS.mjs")).smokeCommand(args, host);
    case "init":
      return (await import("./chunks/init-command-J4YXLNWW.mjs")).initCommand(args, host);
    case "check":
      return (await import("./chunks/check-command-CSQWNTSA.mjs")).checkCommand(args, host);
    case "list":
      return (await import("./chunks/list-command-4GBQS4RA.mjs")).listCommand(args, host);
    case "shell":
      return (await import("./chunks/shell-command-7RWWPSE7.mjs")).shellCommand(args, host);
    case "sweep":
      return (await import("./chunks/sweep-command-PO2RUKE5.mjs")).sweepCommand(args, host);
    case "bisect":
      return (await import("./chunks/bisect-command-KV2YTDLG.mjs")).bisectCommand(args, host);
    case "diagnose":
      return (await import("./chunks/diagnose-command-3WFAZ63T.mjs")).diagnoseCommand(args, host);
    case "tap":
      return (await import("./chunks/tap-command-6MVRYHYX.mjs")).tapCommand(args, host);
    case "merge":
      return (await import("./chunks/merge-command-2PAKWVCK.mjs")).mergeCommand(args, host);
    case "report":
      return (await import("./chunks/report-command-2PLCTWY4.mjs")).reportCommand(args, host);
    case "history":
      return (await import("./chunks/history-command-L6EZU2RP.mjs")).historyCommand(args, host);
    case "gitlab":
      return (await import("./chunks/gitlab-command-TQDAKGJN.mjs")).gitlabCommand(args, host);
    case "selftest":
      return (await import("./chunks/selftest-command-VITWZURU.mjs")).selftestCommand(args, host);
    case "doctor":
      return (await import("./chunks/doctor-command-SWUJBTCU.mjs")).doctorCommand(host);
    default:
      throw new Error(`Internal error: ${command.name} is in the table of commands, but nothing runs it`);
  }
}
function print(text) {
  process.stdout.write(text);
  return 0;
}
async function explainFailure(error, words) {
  const { explain, statusForGit } = await import("./chunks/explain-failure-WUZ3L3D2.mjs");
  const { message, exitStatus } = explain(error);
  process.stderr.write(`${message}
`);
  return words[0] === "bisect" && words.includes("--step") ? statusForGit(exitStatus) : exitStatus;
}
