import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  isSystemError
} from "./chunk-PC3WFA6B.mjs";

// src/host/process/hangup.ts
import { readFileSync, readlinkSync } from "node:fs";
import { basename } from "node:path";
import { isatty } from "node:tty";
function outlivesTerminal(environment = process.env) {
  return basename(environment["_"] ?? "") === "nohup" || hasStreamOfNohup() || ancestorIgnoresHangup();
}
var hadTerminal = [0, 1, 2].some((descriptor) => isatty(descriptor));
function endByHangup() {
  if (!hadTerminal) return;
  process.on("exit", () => {
    process.removeAllListeners("SIGHUP");
    process.kill(process.pid, "SIGHUP");
  });
}
function hasStreamOfNohup() {
  if ([1, 2].some((descriptor) => basename(targetOf(descriptor)) === "nohup.out")) return true;
  const flags = Number.parseInt(/^flags:\s+([0-7]+)$/m.exec(textOf("/proc/self/fdinfo/0"))?.[1] ?? "0", 8);
  const isWriteOnly = (flags & 3) === 1;
  return isWriteOnly && targetOf(0) === "/dev/null";
}
var hangupBit = 1n;
var maxAncestors = 32;
function ancestorIgnoresHangup() {
  const own = processFacts("self");
  let pid = own?.parent;
  for (let count = 0; count < maxAncestors && pid !== void 0 && pid > 1; count++) {
    const facts = processFacts(String(pid));
    if (facts === void 0 || facts.session !== own?.session) return false;
    const ignored = /^SigIgn:\s+([0-9a-f]+)$/m.exec(textOf(`/proc/${pid}/status`))?.[1];
    if (ignored !== void 0 && (BigInt(`0x${ignored}`) & hangupBit) !== 0n) return true;
    pid = facts.parent;
  }
  return false;
}
function processFacts(pid) {
  const text = textOf(`/proc/${pid}/stat`);
  const [, parent, , session] = text.slice(text.lastIndexOf(")") + 2).split(" ").map(Number);
  return parent === void 0 || session === void 0 ? void 0 : { parent, session };
}
function targetOf(descriptor) {
  try {
    return readlinkSync(`/proc/self/fd/${descriptor}`);
  } catch (error) {
    if (isSystemError(error)) return "";
    throw error;
  }
}
function textOf(path) {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    if (isSystemError(error)) return "";
    throw error;
  }
}

// src/command/cancel-on-signals.ts
var interrupted = 130;
var Cancelled = class extends Error {
  name = "Cancelled";
  constructor(by) {
    super(`Cancelled by ${by} before anything was tested.`);
  }
};
function cancelOnSignals(host, listener, hangup = "as-started") {
  const controller = new AbortController();
  const cancel = (name) => () => {
    if (controller.signal.aborted) host.exit(interrupted);
    listener({ kind: "cancelling", reason: name });
    controller.abort(new Cancelled(name));
  };
  host.onSignal("SIGINT", cancel("Ctrl-C"));
  host.onSignal("SIGTERM", cancel("SIGTERM"));
  const goesOn = hangup === "as-started" && outlivesTerminal();
  const hungUp = cancel("its closed terminal (SIGHUP)");
  host.onSignal("SIGHUP", () => {
    if (goesOn || controller.signal.aborted) return;
    endByHangup();
    hungUp();
  });
  return controller.signal;
}

export {
  Cancelled,
  cancelOnSignals
};
