import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/host/command.ts
import { spawn } from "node:child_process";
var CommandNotStarted = class extends Error {
  name = "CommandNotStarted";
  program;
  constructor(program, cause) {
    super(`${program} could not be started: ${cause.message}`, { cause });
    this.program = program;
  }
};
async function runCommand(argv, options = {}) {
  options.signal?.throwIfAborted();
  const [program, ...args] = argv;
  const child = spawn(program, args, { cwd: options.cwd, env: options.env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const stdout = [];
  const output = [];
  const keep = (text) => {
    output.push(text);
    options.onOutput?.(text);
  };
  child.stdout.setEncoding("utf8").on("data", (text) => {
    stdout.push(text);
    keep(text);
  });
  child.stderr.setEncoding("utf8").on("data", keep);
  const kill = () => {
    if (child.pid !== void 0) killGroup(child.pid);
  };
  options.signal?.addEventListener("abort", kill, { once: true });
  try {
    const [exitCode, signal] = await new Promise((resolve, reject) => {
      child.once("error", (cause) => reject(new CommandNotStarted(program, cause)));
      child.once("close", (code, ended) => resolve([code, ended]));
    });
    options.signal?.throwIfAborted();
    return { exitCode: exitCode ?? void 0, signal: signal ?? void 0, stdout: stdout.join(""), output: output.join("") };
  } finally {
    options.signal?.removeEventListener("abort", kill);
  }
}
function killGroup(groupId) {
  try {
    process.kill(-groupId, "SIGKILL");
  } catch (cause) {
    if (cause.code !== "ESRCH") throw cause;
  }
}

export {
  CommandNotStarted,
  runCommand,
  killGroup
};
