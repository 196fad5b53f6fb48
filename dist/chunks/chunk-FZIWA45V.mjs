import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  keepGroup,
  killGroup,
  letGroupGo
} from "./chunk-L2Z4XR4T.mjs";

// src/host/process/kept-process.ts
import { spawn } from "node:child_process";
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
var CommandNotStarted = class extends Error {
  name = "CommandNotStarted";
  program;
  constructor(program, cause) {
    super(`${program} could not be started: ${cause.message}`, { cause });
    this.program = program;
  }
};
var gateName = "qemu-driver-test";
var shellVariables = ["PWD", "OLDPWD", "SHLVL"];
function startKept(command) {
  const { argv, cwd, stdio } = command;
  const env = command.env ?? process.env;
  requireProgram(argv[0], { cwd, env });
  const child = spawnGated(command, env);
  let isRunning = true;
  const kill = () => {
    if (isRunning && child.pid !== void 0) killGroup(child.pid);
  };
  const letGo = () => {
    if (child.pid !== void 0) letGroupGo(child.pid);
  };
  if (child.pid !== void 0) keepGroup(child.pid);
  const gate = child.stdio[stdio.length];
  gate.on("error", () => void 0);
  gate.end("go\n");
  const ended = new Promise((settle, reject) => {
    child.once("error", (cause) => reject(notStarted(argv[0], cause)));
    child.once("exit", () => {
      kill();
      isRunning = false;
      letGo();
    });
    child.once("close", (exitCode, signal) => settle({ exitCode: exitCode ?? void 0, signal: signal ?? void 0 }));
  });
  return { child, kill, letGo, ended };
}
function requireStarted(program, exitCode, output) {
  if (exitCode !== 126 && exitCode !== 127) return;
  const [, reason] = new RegExp(`^${gateName}: (?:line )?\\d+: (.*)`).exec(output) ?? [];
  if (reason !== void 0) throw new CommandNotStarted(program, new Error(reason));
}
function spawnGated({ argv, cwd, stdio }, env) {
  const gate = stdio.length;
  const set = shellVariables.flatMap((name) => env[name] === void 0 ? [] : [[name, env[name]]]);
  const script = [
    `read -r go <&${gate} || exit 1`,
    `unset ${shellVariables.join(" ")}`,
    ...set.map(([name]) => `export ${name}="$1"; shift`),
    `exec "$@" ${gate}<&-`
  ].join("\n");
  const all = [...stdio, "pipe"];
  const child = spawn("/bin/sh", ["-c", script, gateName, ...set.map(([, value]) => value), ...argv], {
    cwd,
    env: { ...env },
    detached: true,
    stdio: all
  });
  if (child.stdio !== void 0) return child;
  child.once("error", () => void 0);
  throw Object.assign(new Error("too many open files to start a process; ulimit -n says how many there may be"), {
    code: "EMFILE",
    syscall: "spawn"
  });
}
function notStarted(program, cause) {
  return cause.code === "ENOENT" || cause.code === "EACCES" || cause.code === "ENOTDIR" ? new CommandNotStarted(program, cause) : cause;
}
var usualPath = "/usr/local/bin:/usr/bin:/bin";
function requireProgram(program, { cwd = ".", env }) {
  const places = program.includes("/") ? [resolve(cwd, program)] : (env["PATH"] ?? usualPath).split(delimiter).map((directory) => resolve(cwd, join(directory, program)));
  const codes = places.map(whyNot);
  if (codes.includes(void 0)) return;
  const code = codes.includes("EACCES") ? "EACCES" : "ENOENT";
  const cause = Object.assign(new Error(`spawn ${program} ${code}`), {
    code,
    syscall: `spawn ${program}`
  });
  throw new CommandNotStarted(program, cause);
}
function whyNot(path) {
  try {
    if (!statSync(path).isFile()) return "EACCES";
    accessSync(path, constants.X_OK);
    return void 0;
  } catch (error) {
    return error.code === "EACCES" ? "EACCES" : "ENOENT";
  }
}

export {
  CommandNotStarted,
  startKept,
  requireStarted
};
