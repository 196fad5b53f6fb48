import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);

// src/host/main-thread-watch.ts
import { writeSync } from "node:fs";
import { Session } from "node:inspector";
import { Worker, isMainThread, workerData } from "node:worker_threads";
function startMainThreadWatch(worker, limitMs, descriptor) {
  if (!isMainThread) throw new Error("Internal error: the watch is started from the main thread");
  const pulse = new SharedArrayBuffer(4);
  const count = new Int32Array(pulse);
  setInterval(() => Atomics.add(count, 0, 1), limitMs / 10).unref();
  const watched = { pulse, limitMs, descriptor };
  new Worker(worker, { workerData: watched }).unref();
}
function watchPulse() {
  const { pulse, limitMs, descriptor } = workerData;
  const count = new Int32Array(pulse);
  let last = -1;
  let missed = 0;
  setInterval(() => {
    const seen = Atomics.load(count, 0);
    missed = seen === last ? missed + 1 : 0;
    last = seen;
    if (missed === 5) void reportHang(limitMs, descriptor);
  }, limitMs / 5);
}
async function reportHang(limitMs, descriptor) {
  const stack = await stackOfMainThread();
  writeSync(descriptor, `${JSON.stringify({ event: "hung", afterMs: limitMs, stack })}
`);
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
    setTimeout(() => resolve("(the stack could not be had: the call is not in JavaScript)"), askMs);
    session.on("Debugger.paused", ({ params }) => resolve(describeFrames(params.callFrames, urls)));
    session.post("Debugger.enable");
    session.post("Debugger.pause");
  });
}
function describeFrames(frames, urls) {
  return frames.slice(0, maxFrames).map(({ functionName, location }) => `    at ${functionName === "" ? "<anonymous>" : functionName} (${urls.get(location.scriptId) ?? "?"}:${location.lineNumber + 1}:${(location.columnNumber ?? 0) + 1})`).join("\n");
}

export {
  startMainThreadWatch,
  watchPulse
};
