import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  isSystemError
} from "./chunk-BGL2MGIU.mjs";
import {
  secretToken
} from "./chunk-LFGQZFD2.mjs";

// src/host/remove-tree.ts
import { chmodSync, lstatSync, readdirSync, renameSync, rmdirSync, rmSync, unlinkSync } from "node:fs";
function removeTree(path) {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 });
  } catch (error) {
    if (!lstatSync(path).isDirectory()) throw error;
    removeDirectory(Buffer.from(path));
  }
}
function removeDirectory(top) {
  chmodSync(top, 448);
  let lifted = 0;
  for (let entries = entriesOf(top); entries.length > 0; entries = entriesOf(top)) {
    for (const entry of entries) {
      if (!entry.isDirectory) {
        unlinkSync(entry.path);
        continue;
      }
      chmodSync(entry.path, 448);
      for (const below of entriesOf(entry.path)) {
        if (below.isDirectory) liftTo(below.path, inside(top, Buffer.from(`.lifted-${lifted++}-${secretToken()}`)));
        else unlinkSync(below.path);
      }
      rmdirSync(entry.path);
    }
  }
  rmdirSync(top);
}
function liftTo(path, place) {
  chmodSync(path, 448);
  renameSync(path, place);
}
function entriesOf(directory) {
  return readdirSync(directory, { encoding: "buffer", withFileTypes: true }).map((entry) => ({
    path: inside(directory, entry.name),
    isDirectory: entry.isDirectory()
  }));
}
function inside(directory, name) {
  return Buffer.concat([directory, Buffer.from("/"), name]);
}

// src/host/scratch-directory.ts
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as join2 } from "node:path";

// src/host/owned-name.ts
import { createHash } from "node:crypto";
import { lstatSync as lstatSync2, opendirSync, readFileSync, readlinkSync, renameSync as renameSync2, unlinkSync as unlinkSync2 } from "node:fs";
import { join } from "node:path";
var prefix = "qemu-driver-test-";
var pattern = new RegExp(`^${prefix}([0-9a-z]+)\\.([0-9a-z]+)\\.([0-9a-z]{4})\\.[\\w-]+$`);
function ownedPrefix() {
  const { pid, startTicks, place } = self();
  return `${prefix}${pid.toString(36)}.${startTicks.toString(36)}.${place}.`;
}
var known;
function self() {
  known ??= { pid: process.pid, startTicks: statOf(process.pid)?.startTicks ?? 0, place: ownPlace() };
  return known;
}
function ownPlace() {
  const text = [readFileSync("/proc/sys/kernel/random/boot_id", "utf8"), readlinkSync("/proc/self/ns/pid")].join(" ");
  return (createHash("sha256").update(text).digest().readUInt32BE(0) % 36 ** 4).toString(36).padStart(4, "0");
}
var limits = { names: 1e4, removals: 20, durationMs: 2e3 };
var longestLifeMs = 30 * 24 * 60 * 60 * 1e3;
var swept = /* @__PURE__ */ new Set();
function sweepDead(directory) {
  if (swept.has(directory)) return;
  swept.add(directory);
  const untilMs = performance.now() + limits.durationMs;
  let removals = 0;
  for (const name of namesIn(directory)) {
    if (removals >= limits.removals || performance.now() > untilMs) return;
    if (removeIfDead(directory, name)) removals++;
  }
}
function removeIfDead(directory, name) {
  const owner = ownerIn(name);
  if (owner === void 0) return false;
  try {
    const path = join(directory, name);
    const info = lstatSync2(path);
    if (info.uid !== process.geteuid?.() || !isDead(owner, info)) return false;
    if (info.isDirectory()) removeClaimed(directory, path);
    else if (info.isFile()) unlinkSync2(path);
    return true;
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return false;
  }
}
function removeClaimed(directory, path) {
  const claimed = join(directory, `${ownedPrefix()}${secretToken()}`);
  renameSync2(path, claimed);
  removeTree(claimed);
}
function isDead({ pid, startTicks, place }, { mtimeMs }) {
  if (place !== self().place) return Date.now() - mtimeMs > longestLifeMs;
  const stat = statOf(pid);
  return stat?.startTicks !== startTicks || stat.state === "Z" || stat.state === "X";
}
function ownerIn(name) {
  const [, pid, startTicks, place] = pattern.exec(name) ?? [];
  return pid === void 0 || startTicks === void 0 || place === void 0 ? void 0 : { pid: parseInt(pid, 36), startTicks: parseInt(startTicks, 36), place };
}
function statOf(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return { state: fields[0] ?? "", startTicks: Number(fields[19]) };
  } catch (error) {
    if (isSystemError(error)) return void 0;
    throw error;
  }
}
function namesIn(directory) {
  const names = [];
  try {
    const opened = opendirSync(directory);
    try {
      for (let entry = opened.readSync(); entry !== null && names.length < limits.names; entry = opened.readSync())
        if (entry.name.startsWith(prefix)) names.push(entry.name);
    } finally {
      opened.closeSync();
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
  return names;
}

// src/host/scratch-directory.ts
function createScratchDirectory() {
  removeAllAtExit();
  sweepDead(tmpdir());
  const path = mkdtempSync(join2(tmpdir(), ownedPrefix()));
  open.add(path);
  return {
    path,
    [Symbol.dispose]: () => {
      open.delete(path);
      removeTree(path);
    }
  };
}
var open = /* @__PURE__ */ new Set();
var isHooked = false;
function removeAllAtExit() {
  if (isHooked) return;
  isHooked = true;
  process.on("exit", () => {
    for (const path of open) removeAtExit(path);
  });
}
function removeAtExit(path) {
  try {
    removeTree(path);
  } catch {
  }
}

export {
  removeTree,
  ownedPrefix,
  sweepDead,
  createScratchDirectory
};
