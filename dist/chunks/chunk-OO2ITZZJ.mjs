import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  requireStarted,
  startKept
} from "./chunk-GRJFLVWM.mjs";

// src/host/process/command.ts
async function runCommand(argv, options = {}) {
  options.signal?.throwIfAborted();
  const { child, kill, ended } = startKept({
    argv,
    cwd: options.cwd,
    env: options.env,
    stdio: ["ignore", "pipe", "pipe"]
  });
  const stdout = [];
  const output = [];
  const keep = (text) => {
    output.push(text);
    options.onOutput?.(text);
  };
  child.stdout?.setEncoding("utf8").on("data", (text) => {
    stdout.push(text);
    keep(text);
  });
  child.stderr?.setEncoding("utf8").on("data", keep);
  options.signal?.addEventListener("abort", kill, { once: true });
  try {
    const { exitCode, signal } = await ended;
    options.signal?.throwIfAborted();
    requireStarted(argv[0], exitCode, output.join(""));
    return { exitCode, signal, stdout: stdout.join(""), output: output.join("") };
  } finally {
    options.signal?.removeEventListener("abort", kill);
  }
}

export {
  runCommand
};
