import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/host/process/main-thread-watch.ts
import { writeSync } from "node:fs";
import { Session } from "node:inspector";
import { isMainThread, Worker, workerData } from "node:worker_threads";
async function startMainThreadWatch(worker, watch) {
  if (!isMainThread) throw new Error("Internal error: the watch is started from the main thread");
  const pulse = new SharedArrayBuffer(4);
  const count = new Int32Array(pulse);
  setInterval(() => Atomics.add(count, 0, 1), watch.limitMs / 10).unref();
  const watched = { ...watch, pulse, parent: process.ppid };
  const thread = new Worker(worker, { workerData: watched });
  await new Promise((resolve, reject) => thread.once("online", resolve).once("error", reject));
  thread.unref();
}
var parentCheckMs = 500;
function watchPulse(lineOf) {
  const { pulse, limitMs, descriptor, key, parent } = workerData;
  setInterval(() => {
    if (process.ppid !== parent) endProcess();
  }, parentCheckMs);
  const count = new Int32Array(pulse);
  let last = -1;
  let missed = 0;
  setInterval(() => {
    const seen = Atomics.load(count, 0);
    missed = seen === last ? missed + 1 : 0;
    last = seen;
    if (missed === 5) void reportHang({ limitMs, descriptor, key }, lineOf).finally(endProcess);
  }, limitMs / 5);
}
async function reportHang({ limitMs, descriptor, key }, lineOf) {
  const stack = await stackOfMainThread();
  try {
    writeSync(descriptor, `${lineOf({ key, afterMs: limitMs, stack })}
`);
  } catch {
  }
}
function endProcess() {
  process.kill(process.pid, "SIGKILL");
}
var askMs = 1e3;
var maxFrames = 30;
async function stackOfMainThread() {
  const session = new Session();
  session.connectToMainThread();
  const urls = /* @__PURE__ */ new Map();
  session.on("Debugger.scriptParsed", ({ params }) => urls.set(params.scriptId, params.url));
  return await new Promise((resolve) => {
    setTimeout(() => resolve("(no stack: the call is not in JavaScript)"), askMs);
    session.on("Debugger.paused", ({ params }) => resolve(describeFrames(params.callFrames, urls)));
    session.post("Debugger.enable");
    session.post("Debugger.pause");
  });
}
function describeFrames(frames, urls) {
  return frames.slice(0, maxFrames).map(
    ({ functionName, location }) => `    at ${functionName === "" ? "<anonymous>" : functionName} (${urls.get(location.scriptId) ?? "?"}:${location.lineNumber + 1}:${(location.columnNumber ?? 0) + 1})`
  ).join("\n");
}

export {
  startMainThreadWatch,
  watchPulse
};
