import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  cutLine,
  deviceWarnings,
  deviceWords,
  unexpectedPass
} from "./chunk-VZ3XNEFQ.mjs";
import {
  defuseCommands,
  plainLine,
  plainText
} from "./chunk-PP4HT45W.mjs";
import {
  bounds
} from "./chunk-PC3WFA6B.mjs";

// src/report/tap/tap.ts
function tapName(text) {
  return plainLine(text).replace(/[\\#]/g, "\\$&");
}
function renderSubtests({ id, cell, ok, subtests }) {
  if (subtests.length === 0) return [];
  const points = subtests.map((subtest, index) => subtestPoint(subtest, index + 1, ok));
  return [
    `# Subtest: ${tapName(`${id} [${cell}]`)}`,
    `    1..${subtests.length}`,
    ...points.map((point) => `    ${point}`)
  ];
}
function subtestPoint({ name, status, reason }, number, isExpected) {
  const why = reason === void 0 ? "" : ` ${tapName(reason)}`;
  const title = `${number} - ${tapName(name)}`;
  switch (status) {
    case "pass":
      return `ok ${title}`;
    case "skip":
      return `ok ${title} # SKIP${why}`;
    case "todo":
      return `not ok ${title} # TODO${why}`;
    case "fail":
    case "crash":
    case "error":
      return isExpected ? `not ok ${title} # TODO expected to fail${why === "" ? "" : `:${why}`}` : `not ok ${title}`;
  }
}
var reasonLimit = 2e3;
var nameLimit = 800;
var wordLimit = 50;
function* tapPieces({ tests, merged }) {
  const missing = merged?.missing ?? [];
  const count = tests.length + missing.length;
  yield `TAP version 14
${count === 0 ? "1..0 # SKIP no test was run" : `1..${count}`}
`;
  let left = bounds.tapChars;
  for (const [index, test] of tests.entries()) {
    const lines = left > 0 ? [...renderSubtests(test), ...testPoint(test, index + 1)] : [];
    left -= lines.reduce((sum, { length }) => sum + length + 1, 0);
    yield piece(
      left > 0 ? lines : [pointLine(test, index + 1), "# The rest was left out to keep this text small. results.json has all of it."]
    );
  }
  for (const [index, what] of missing.entries())
    yield piece([`not ok ${tests.length + index + 1} - missing: ${tapName(oneLine(what))}`]);
}
function piece(lines) {
  return defuseCommands(lines.map((line) => `${line}
`).join(""));
}
function testPoint(test, number) {
  const point = pointLine(test, number);
  if (!test.ok) return [point, ...diagnostics(test)];
  const warnings = deviceWarnings(test).slice(0, wordLimit).map(({ about, text }) => `# ${oneLine(`${about}: ${text}`)}`);
  return test.outcome === "pass" || test.outcome === "skip" ? [point, ...warnings] : [point, ...warnings, `# ${test.outcome}, as expected (${oneLine(test.expected)}): ${oneLine(test.reason)}`];
}
function pointLine(test, number) {
  return `${test.ok ? "ok" : "not ok"} ${number} - ${tapName(cutLine(`${test.id} [${test.cell}]`, nameLimit))}${directive(test)}`;
}
function directive({ ok, outcome, reason }) {
  return ok && outcome === "skip" ? ` # SKIP ${tapName(oneLine(reason))}`.trimEnd() : "";
}
function diagnostics(test) {
  const {
    findings: [finding],
    devices = []
  } = test;
  const entries = [
    ["outcome", test.outcome],
    ["expected", oneLine(test.expected)],
    ["reason", oneLine(unexpectedPass(test) ?? test.reason)],
    ...finding === void 0 ? [] : [["title", oneLine(finding.title)]],
    ...finding?.source === void 0 ? [] : [["at", oneLine(`${finding.source.file}:${finding.source.line}`)]],
    ...devices.length === 0 ? [] : [
      [
        "hardware",
        deviceWords(devices).slice(0, wordLimit).map(({ about, text }) => oneLine(`${about}: ${text}`)).join("; ")
      ]
    ],
    ...test.console === void 0 ? [] : [["console", `${oneLine(test.console)}${finding === void 0 ? "" : `:${finding.line}`}`]],
    ...test.buildLog === void 0 ? [] : [["build_log", oneLine(test.buildLog)]],
    ["again", cutLine(plainText(test.reproduce), 2 * reasonLimit)],
    ["duration_ms", Math.round(test.durationMs)]
  ];
  return ["  ---", ...entries.map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`), "  ..."];
}
function oneLine(text) {
  return cutLine(plainLine(text.slice(0, 4 * reasonLimit)), reasonLimit);
}

export {
  tapPieces
};
