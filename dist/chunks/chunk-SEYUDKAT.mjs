import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  startKept
} from "./chunk-GRJFLVWM.mjs";

// src/host/process/worker-process.ts
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
function tellParent(message) {
  writeSync(3, `${JSON.stringify(message)}
`);
}
function watchOutput(onText) {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (chunk, ...rest) => {
    if (typeof chunk === "string") onText(chunk);
    return write(chunk, ...rest);
  };
}
var keptLines = 200;
async function runWorker({
  script,
  input,
  env,
  cwd,
  budgetMs,
  signal,
  onMessage
}) {
  if (signal.aborted) return { kind: "cancelled", exitCode: void 0, output: [] };
  const { child, kill, ended } = startKept({
    argv: [process.execPath, script],
    cwd,
    env: { ...process.env, ...env },
    stdio: ["pipe", "pipe", "pipe", "pipe"]
  });
  let kind = "ended";
  const end = (why) => () => {
    kind = why;
    kill();
  };
  const onAbort = end("cancelled");
  signal.addEventListener("abort", onAbort, { once: true });
  const output = [];
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue;
    readLines(stream, (line) => {
      output.push(line);
      if (output.length > keptLines) output.shift();
    });
  }
  let deadlineMs = performance.now() + budgetMs;
  let timer = setTimeout(end("out-of-time"), budgetMs);
  readLines(child.stdio[3], (line) => {
    const message = parseLine(line);
    if (message === void 0) output.push(`expected a line of JSON on descriptor 3, found ${line.slice(0, 200)}`);
    const earnedMs = message === void 0 ? 0 : onMessage(message.value);
    if (earnedMs === 0) return;
    deadlineMs += earnedMs;
    clearTimeout(timer);
    timer = setTimeout(end("out-of-time"), Math.max(0, deadlineMs - performance.now()));
  });
  child.stdin?.on("error", () => void 0).end(JSON.stringify(input));
  try {
    const { exitCode } = await ended;
    return { kind, exitCode, output };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", onAbort);
  }
}
function readLines(stream, onLine) {
  createInterface({ input: stream }).on("line", onLine);
}
function parseLine(line) {
  try {
    return { value: JSON.parse(line) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return void 0;
  }
}
async function readWorkerInput() {
  const pieces = [];
  for await (const piece of process.stdin) pieces.push(piece);
  const value = JSON.parse(Buffer.concat(pieces).toString("utf8"));
  return value;
}

export {
  tellParent,
  watchOutput,
  runWorker,
  readWorkerInput
};
