import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  splitLines,
  stageNames
} from "./chunk-JG4JISMR.mjs";
import {
  bounds
} from "./chunk-37LICBCB.mjs";

// src/run/agent/agent-message.ts
var AgentLost = class extends Error {
  name = "AgentLost";
};
var AgentRefusal = class extends Error {
  name = "AgentRefusal";
};
function parseReady(line) {
  const match = /^ready (\d{1,4}) (\S{1,200})$/.exec(line);
  return match?.[1] === void 0 || match[2] === void 0 ? void 0 : { protocol: Number(match[1]), release: match[2] };
}
function parseAgentMessage(line, token) {
  if (!line.startsWith(`${token} `)) return "foreign";
  const [verb = "", subject = "", ...rest] = line.slice(token.length + 1).split(" ");
  switch (verb) {
    case "ok":
      return { kind: "ok", command: subject };
    case "failed":
      return { kind: "failed", command: subject, reason: rest.join(" ") };
    case "beat":
      return { kind: "beat" };
    case "done":
      return { kind: "done" };
    case "begin":
      return isProgramName(subject) ? { kind: "begin", program: subject } : "nonsense";
    case "end":
      return parseEnd(subject, rest[0] ?? "");
    default:
      return "nonsense";
  }
}
function parseEnd(program, status) {
  return isProgramName(program) && /^\d{1,3}$/.test(status) ? { kind: "end", program, exitStatus: Number(status) } : "nonsense";
}
function isProgramName(name) {
  return name === "shell" || stageNames.some((known) => known === name);
}
var windowMs = 1e3;
function readControlLines(control, onLine) {
  const { lineBytes, linesPerSecond } = bounds.control;
  let windowStartMs = performance.now();
  let lines = 0;
  let timer;
  const count = () => {
    const sinceMs = performance.now() - windowStartMs;
    if (sinceMs >= windowMs) {
      windowStartMs += sinceMs;
      lines = 0;
    }
    if (++lines !== linesPerSecond) return;
    control.pause();
    timer = setTimeout(() => control.resume(), Math.max(0, windowMs - sinceMs));
  };
  control.on("close", () => clearTimeout(timer));
  splitLines(control, {
    maxLength: lineBytes,
    onLine: (line) => {
      count();
      onLine(line.toString("latin1"));
    }
  });
}

export {
  AgentLost,
  AgentRefusal,
  parseReady,
  parseAgentMessage,
  readControlLines
};
