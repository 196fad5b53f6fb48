import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  killGroup
} from "./chunk-7XYTD5F5.mjs";

// src/host/worker-process.ts
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
var keptLines = 200;
async function runWorker({ script, input, env, cwd, budgetMs, signal, onMessage }) {
  if (signal.aborted) return { kind: "cancelled", exitCode: void 0, output: [] };
  const child = spawn(process.execPath, [script], { cwd, detached: true, env: { ...process.env, ...env }, stdio: ["pipe", "pipe", "pipe", "pipe"] });
  const kill = () => {
    if (child.exitCode === null && child.pid !== void 0) killGroup(child.pid);
  };
  let kind = "ended";
  const end = (why) => () => {
    kind = why;
    kill();
  };
  const onAbort = end("cancelled");
  signal.addEventListener("abort", onAbort, { once: true });
  process.once("exit", kill);
  const output = [];
  for (const stream of [child.stdout, child.stderr]) readLines(stream, (line) => {
    output.push(line);
    if (output.length > keptLines) output.shift();
  });
  let deadlineMs = performance.now() + budgetMs;
  let timer = setTimeout(end("out-of-time"), budgetMs);
  readLines(child.stdio[3], (line) => {
    const earnedMs = onMessage(JSON.parse(line));
    if (earnedMs === 0) return;
    deadlineMs += earnedMs;
    clearTimeout(timer);
    timer = setTimeout(end("out-of-time"), Math.max(0, deadlineMs - performance.now()));
  });
  child.stdin.on("error", () => void 0).end(JSON.stringify(input));
  try {
    const exitCode = await new Promise((resolve, reject) => child.once("error", reject).once("close", resolve));
    return { kind, exitCode: exitCode ?? void 0, output };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", onAbort);
    process.removeListener("exit", kill);
  }
}
function readLines(stream, onLine) {
  createInterface({ input: stream }).on("line", onLine);
}
async function readWorkerInput() {
  const pieces = [];
  for await (const piece of process.stdin) pieces.push(piece);
  const value = JSON.parse(Buffer.concat(pieces).toString("utf8"));
  return value;
}

export {
  runWorker,
  readWorkerInput
};
