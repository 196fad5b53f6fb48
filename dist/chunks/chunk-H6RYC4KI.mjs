import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  readTextIfThere
} from "./chunk-42EG7RIT.mjs";

// src/app/selftest/selftest-suites.ts
import { join } from "node:path";

// src/app/selftest/expectations.ts
var expectations = [
  { id: "machine/pass", shows: "a pass", outcome: "pass", ok: true, start: "clone" },
  { id: "machine/cold", shows: "a machine that boots for itself", outcome: "pass", ok: true, start: "cold" },
  { id: "machine/fail", shows: "a failure", outcome: "fail", ok: false, reason: /expected 42, found 41/ },
  { id: "machine/skip", shows: "a skip", outcome: "skip", ok: true },
  { id: "machine/expected-failure", shows: "a failure that was expected", outcome: "fail", ok: true },
  { id: "machine/unexpected-pass", shows: "a pass that was not expected", outcome: "pass", ok: false },
  { id: "machine/timeout", shows: "a test without an end", outcome: "timeout", ok: false, reason: /still answers/ },
  { id: "machine/panic", shows: "a kernel panic", outcome: "crash", ok: false, reason: /sysrq/i },
  { id: "machine/reboot", shows: "a reboot", outcome: "crash", ok: false, reason: /rebooted by itself/ },
  { id: "machine/power-off", shows: "a power-off", outcome: "crash", ok: false, reason: /powered off/ },
  { id: "machine/setup-fails", shows: "a failed setup", outcome: "error", ok: false, reason: /setup failed/ },
  { id: "machine/teardown-fails", shows: "a failed teardown", outcome: "error", ok: false, reason: /teardown failed/ },
  { id: "machine/subtests", shows: "subtests", outcome: "fail", ok: false, reason: /1 of 2 subtests failed/ },
  { id: "machine/forged", shows: "a forged verdict", outcome: "fail", ok: false, reason: /exit status 1/ },
  { id: "machine/missing-message", shows: "a message that is missing", outcome: "pass", ok: false },
  { id: "machine/artifact", shows: "a file from the guest", outcome: "pass", ok: true, artifact: "/found.txt" },
  { id: "machine/changes-kernel", shows: "a pristine kernel", outcome: "pass", ok: true },
  { id: "machine/pristine-kernel", shows: "another pristine kernel", outcome: "pass", ok: true },
  { id: "machine/hot-plug", shows: "a device plugged in and removed", outcome: "pass", ok: true },
  { id: "machine/disk-fault", shows: "a disk that fails on command", outcome: "pass", ok: true },
  { id: "driver/loads", shows: "a module built here, loaded, removed", outcome: "pass", ok: true },
  { id: "driver/kernel-module", shows: "a module of the kernel", outcome: "pass", ok: true },
  { id: "driver/oops", shows: "an oops, with its line", outcome: "crash", ok: false, at: "the oops" },
  { id: "driver/warning", shows: "a warning, with its line", outcome: "crash", ok: false, at: "the warning" },
  { id: "driver/hang", shows: "a hang, with its function", outcome: "hang", ok: false, reason: /probe_stuck/ },
  { id: "driver/model", shows: "a device model", outcome: "pass", ok: true },
  { id: "driver/model-fault", shows: "a device model that fails", outcome: "pass", ok: true }
];

// src/app/selftest/compare.ts
function compareVerdicts(results, source) {
  const deadBoot = results.cells.find(({ boot }) => boot.outcome !== "ok");
  if (deadBoot !== void 0)
    return { kind: "undecided", reason: results.tests[0]?.reason ?? `the kernel of ${deadBoot.id} did not boot` };
  const rows = results.cells.flatMap(
    ({ id: cell }) => expectations.map((expected) => {
      const test = results.tests.find((one) => one.id === expected.id && one.cell === cell);
      return test === void 0 ? missing(expected) : rowOf(expected, test, source);
    })
  );
  return { kind: rows.every(({ differences }) => differences.length === 0) ? "right" : "wrong", rows };
}
function missing({ id, shows }) {
  return { id, shows, start: "", found: "not run", differences: ["expected a verdict, found none"] };
}
function rowOf(expected, test, source) {
  const place = test.findings[0]?.source;
  const at = place === void 0 ? "" : ` at ${nameOf(place.file)}:${place.line}`;
  return {
    id: expected.id,
    shows: expected.shows,
    start: test.start,
    found: `${test.outcome}${at}`,
    differences: [...wrongVerdict(expected, test), ...wrongPlace(expected, test, source)]
  };
}
function wrongVerdict(expected, test) {
  const differences = [];
  const { reason } = test;
  if (test.outcome !== expected.outcome)
    differences.push(`expected ${expected.outcome}, found ${test.outcome}${reason === "" ? "" : `: ${reason}`}`);
  else if (test.ok !== expected.ok)
    differences.push(`expected that it is ${expected.ok ? "" : "not "}as its suite expects: ${reason}`);
  else if (expected.reason?.test(reason) === false)
    differences.push(`expected a reason like ${expected.reason.source}, found ${JSON.stringify(reason)}`);
  if (expected.start !== void 0 && test.start !== expected.start)
    differences.push(`expected a start as ${expected.start}, found ${test.start}: ${test.startReason}`);
  return differences;
}
function wrongPlace({ at, artifact }, test, source) {
  const differences = [];
  if (artifact !== void 0 && !test.artifacts.some((path) => path.endsWith(artifact)))
    differences.push(`expected the artifact ${artifact.slice(1)}, found ${test.artifacts.join(", ") || "none"}`);
  if (at === void 0) return differences;
  const line = lineOf(source, at);
  const found = test.findings[0]?.source;
  if (found === void 0 || nameOf(found.file) !== "probe.c" || found.line !== line)
    differences.push(
      `expected probe.c:${line}, found ${found === void 0 ? "no line" : `${nameOf(found.file)}:${found.line}`}`
    );
  return differences;
}
function lineOf(source, comment) {
  return source.split("\n").findIndex((line) => line.includes(`/* ${comment} */`)) + 1;
}
function nameOf(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}

// src/app/selftest/selftest-suites.ts
var unavailable = 69;
function selftestSuites(directory) {
  return ["machine", "driver"].map((name) => join(directory, name));
}
function judgeSelftest(results, directory, { aborted }) {
  if (aborted) return { kind: "undecided", reason: "it was cancelled" };
  return compareVerdicts(results, readTextIfThere(join(directory, "driver/source/probe.c")) ?? "");
}
function selftestExitStatus({ kind }) {
  switch (kind) {
    case "right":
      return 0;
    case "wrong":
      return 1;
    case "undecided":
      return unavailable;
  }
}

export {
  selftestSuites,
  judgeSelftest,
  selftestExitStatus
};
