import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  CommandNotStarted,
  killGroup
} from "./chunk-7XYTD5F5.mjs";

// src/host/file-lock.ts
import { spawn } from "node:child_process";
import { closeSync, openSync } from "node:fs";
async function withFileLock(path, signal, work) {
  const lock = await acquire(path, "wait", signal);
  if (typeof lock === "string") throw new Error(`Internal error: waiting for ${path} ended without the lock`);
  try {
    return await work();
  } finally {
    await release(lock);
  }
}
async function withFreeFileLock(path, signal, work) {
  const lock = await acquire(path, "give-up", signal);
  if (typeof lock === "string") return "busy";
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
    if (lock !== "no-locks") await release(lock);
  }
}
var busyStatus = 1;
async function acquire(path, when, signal) {
  signal.throwIfAborted();
  closeSync(openSync(path, "a"));
  const wish = when === "wait" ? "-x" : "-n";
  const child = spawn("flock", [wish, path, "sh", "-c", "echo held && exec cat"], { detached: true, stdio: ["pipe", "pipe", "inherit"] });
  const kill = () => {
    if (child.pid !== void 0) killGroup(child.pid);
  };
  signal.addEventListener("abort", kill, { once: true });
  try {
    const outcome = await new Promise((resolve, reject) => {
      child.once("error", (cause) => reject(new CommandNotStarted("flock", cause)));
      child.once("close", (exitCode) => resolve(exitCode === busyStatus ? "busy" : "no-locks"));
      child.stdout.once("data", () => resolve("held"));
    });
    signal.throwIfAborted();
    return outcome === "held" ? child : outcome;
  } finally {
    signal.removeEventListener("abort", kill);
  }
}
async function release(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  await new Promise((resolve) => {
    child.once("close", () => resolve());
    child.stdin?.end();
  });
}

export {
  withFileLock,
  withFreeFileLock,
  withLockOrElse
};
