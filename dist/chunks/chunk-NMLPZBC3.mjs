import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  startKept
} from "./chunk-GRJFLVWM.mjs";

// src/host/files/file-lock.ts
import { closeSync, openSync } from "node:fs";
var LockUnavailable = class extends Error {
  name = "LockUnavailable";
  path;
  /** The system's error message. */
  reason;
  constructor(path, reason) {
    super(`${path} cannot be locked (${reason}), so concurrent runs there would disturb each other.`);
    this.path = path;
    this.reason = reason;
  }
};
async function withFileLock(path, signal, work) {
  const lock = await acquire(path, "wait", signal);
  if (lock === "busy") throw new Error(`Internal error: waiting for ${path} ended without the lock`);
  try {
    return await work();
  } finally {
    await release(lock);
  }
}
async function withFreeFileLock(path, signal, work) {
  const lock = await acquire(path, "give-up", signal);
  if (lock === "busy") return "busy";
  try {
    work();
    return "done";
  } finally {
    await release(lock);
  }
}
async function withLockOrElse(path, signal, work, onBusy) {
  const lock = await acquire(path, "give-up", signal);
  if (lock === "busy") return onBusy();
  try {
    return await work();
  } finally {
    await release(lock);
  }
}
var busyStatus = 1;
var doneWord = "done\n";
var holder = "echo held && { read -r word || sleep 1; }";
async function acquire(path, when, signal) {
  signal.throwIfAborted();
  closeSync(openSync(path, "a"));
  const kept = startKept({
    argv: ["flock", when === "wait" ? "-x" : "-n", path, "/bin/sh", "-c", holder],
    stdio: ["pipe", "pipe", "pipe"]
  });
  signal.addEventListener("abort", kept.kill, { once: true });
  try {
    const outcome = await firstWord(kept);
    signal.throwIfAborted();
    if (outcome.kind === "ended") return refusal(path, outcome);
    kept.letGo();
    return kept;
  } finally {
    signal.removeEventListener("abort", kept.kill);
  }
}
async function firstWord({ child, ended }) {
  let complaint = "";
  child.stdin?.on("error", () => void 0);
  child.stderr?.setEncoding("utf8").on("data", (text) => complaint += text);
  const held = new Promise((resolve) => child.stdout?.once("data", () => resolve({ kind: "held" })));
  return await Promise.race([held, ended.then(({ exitCode }) => ({ kind: "ended", exitCode, complaint }))]);
}
function refusal(path, { exitCode, complaint }) {
  if (exitCode === busyStatus) return "busy";
  const said = complaint.trim().split("\n").at(-1)?.split(": ").at(-1) ?? "";
  throw new LockUnavailable(
    path,
    said === "" ? `flock ended with ${exitCode === void 0 ? "a signal" : `exit status ${exitCode}`}` : said
  );
}
async function release({ child, ended }) {
  child.stdin?.end(doneWord);
  await ended;
}

export {
  LockUnavailable,
  withFileLock,
  withFreeFileLock,
  withLockOrElse
};
