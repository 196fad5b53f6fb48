import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  readResults
} from "./chunk-AVLCZ2AS.mjs";
import {
  GitMissing,
  runGit
} from "./chunk-P33J4D2E.mjs";
import {
  coverageFigures,
  embeddedBytes,
  isNotRunIn,
  releaseWords,
  selfContainedPage
} from "./chunk-VZ3XNEFQ.mjs";
import {
  hasRecord
} from "./chunk-LWVAITKD.mjs";
import {
  cutText
} from "./chunk-HLYA65ZP.mjs";
import {
  RunRefused,
  plainLine
} from "./chunk-PP4HT45W.mjs";
import {
  readJsonFile
} from "./chunk-UQ27WKSB.mjs";
import {
  sha256Of
} from "./chunk-Z5M3ZDMR.mjs";
import {
  amount,
  cellId,
  listOf,
  matching,
  moment,
  must,
  name,
  object,
  oneOf,
  optional,
  readAs,
  testId,
  text,
  wholeNumber,
  withKeywords
} from "./chunk-7ASZTMLB.mjs";
import {
  directoriesInside,
  readTextInside,
  readWholeInside
} from "./chunk-DZ5U262N.mjs";
import {
  fieldOf,
  parseJson
} from "./chunk-ZOCY7ZAN.mjs";
import {
  movePath,
  writeFileAt
} from "./chunk-UTU2GXSA.mjs";
import {
  filesIn,
  kindOfFile
} from "./chunk-42EG7RIT.mjs";
import {
  bounds,
  isSystemError,
  removeTree,
  secretToken
} from "./chunk-PC3WFA6B.mjs";

// src/app/keep-history.ts
import { join as join2 } from "node:path";

// src/report/history/badge.ts
var colours = {
  good: "#2c7a4b",
  bad: "#c8321f",
  unknown: "#646a73"
};
var maxChars = 60;
var charWidth = 6.6;
var padding = 6;
function renderBadge({ label, message, state }) {
  const left = halfOf(label);
  const right = halfOf(message);
  const width = left.width + right.width;
  const title = `${left.text}: ${right.text}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${title}">
<title>${title}</title>
<clipPath id="r"><rect width="${width}" height="20" rx="4"/></clipPath>
<g clip-path="url(#r)">
<rect width="${left.width}" height="20" fill="#3a3f47"/>
<rect x="${left.width}" width="${right.width}" height="20" fill="${colours[state]}"/>
</g>
<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
${textAt(left, padding)}
${textAt(right, left.width + padding)}
</g>
</svg>
`;
}
function halfOf(text2) {
  const chars = Array.from(text2);
  const cut = chars.length > maxChars ? [...chars.slice(0, maxChars - 1), "\u2026"] : chars;
  const textWidth = Math.round(cut.length * charWidth);
  return { text: escapeXml(cut.join("")), textWidth, width: textWidth + 2 * padding };
}
function textAt({ text: text2, textWidth }, x) {
  return `<text x="${x}" y="14" textLength="${textWidth}" lengthAdjust="spacingAndGlyphs">${text2}</text>`;
}
function escapeXml(text2) {
  return text2.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

// src/results/history/run-lengths.ts
function encodeRuns(letters2) {
  const runs = [];
  for (let at = 0; at < letters2.length; ) {
    const letter = letters2.charAt(at);
    let end = at + 1;
    while (end < letters2.length && letters2.charAt(end) === letter) end++;
    runs.push(end - at === 1 ? letter : `${letter}${end - at}`);
    at = end;
  }
  return runs.join("");
}
function decodeRuns(runs, max) {
  const letters2 = [];
  let room = max;
  for (const [, letter = "", count = ""] of runs.matchAll(/(\D)(\d*)/g)) {
    const length = Math.min(room, count === "" ? 1 : Number(count));
    letters2.push(letter.repeat(length));
    room -= length;
  }
  return letters2.join("");
}

// src/report/history/branch-view.ts
var usualNames = ["main", "master", "trunk"];
function mainBranch({ branches, branchOf }) {
  const usual = usualNames.map((name2) => branches.indexOf(name2)).find((index) => index >= 0);
  if (usual !== void 0) return usual;
  const counts = branches.map((_, branch) => branchOf.reduce((sum, of) => sum + (of === branch ? 1 : 0), 0));
  return Math.max(0, counts.indexOf(Math.max(...counts)));
}
function viewBranch(data, branch) {
  const count = data.commits.length;
  const indices = data.branchOf.flatMap((of, index) => of === branch ? [index] : []);
  const startedMs = sumsOf(data.seconds).map((seconds) => seconds * 1e3);
  const accelerators = decodeRuns(data.accelerators, count);
  return {
    data,
    branch,
    commits: indices.map((index) => viewCommit(data, index, { startedMs, accelerators })),
    rows: data.rows.map(({ test, cell: cell2, letters: letters2, lastMs }) => {
      const all = decodeRuns(letters2, count);
      return {
        test: data.tests[test] ?? "",
        cell: cell2,
        letters: indices.length === count ? all : indices.map((index) => all.charAt(index)).join(""),
        msAt: (position) => lastMs[(indices[position] ?? 0) - count + lastMs.length] || void 0
      };
    }),
    crashes: viewCrashes(data, indices)
  };
}
function viewCommit(data, index, { startedMs, accelerators }) {
  const id = data.commits[index] ?? "";
  const prefix = data.addresses[data.addressOf[index] ?? -1];
  return {
    id,
    ...prefix === void 0 ? {} : { address: `${prefix}${id}` },
    startedMs: startedMs[index] ?? 0,
    runs: data.runs[index] ?? 1,
    accelerator: accelerators.charAt(index)
  };
}
function viewCrashes({ crashes: crashes2 }, indices) {
  const positions = new Map(indices.map((index, position) => [index, position]));
  return crashes2.flatMap((crash2) => {
    const seen = sumsOf(crash2.steps).flatMap((index) => positions.get(index) ?? []);
    const [first, last] = [seen[0], seen.at(-1)];
    return first === void 0 || last === void 0 ? [] : [{ crash: crash2, first, last, count: seen.length }];
  }).sort((a, b) => b.last - a.last || b.count - a.count);
}
function sumsOf(steps) {
  let sum = 0;
  return steps.map((step) => sum += step);
}

// src/results/history/in-order.ts
var collator = new Intl.Collator("en", { numeric: true });
function inOrder(a, b) {
  return collator.compare(a, b) || (a < b ? -1 : 1);
}

// src/results/history/fold-extras.ts
var maxPlaces = 20;
var maxCommits = 5e3;
var maxPoints = 200;
function foldCrashes(groups) {
  const found = /* @__PURE__ */ new Map();
  for (let at = groups.length - 1; at >= 0; at--)
    for (const { crashes: crashes2 = [], cells, tests } of groups[at] ?? [])
      for (const { fingerprint, title, cells: inCells, tests: inTests } of crashes2) {
        const known = found.get(fingerprint);
        if (known === void 0 && found.size >= bounds.history.crashes) continue;
        const crash2 = known ?? { fingerprint, title, newestFirst: [], cells: /* @__PURE__ */ new Set(), tests: /* @__PURE__ */ new Set() };
        found.set(fingerprint, crash2);
        addOlder(crash2.newestFirst, at);
        if (crash2.newestFirst[0] !== at) continue;
        addNames(crash2.cells, inCells, (index) => cells[index]?.id);
        addNames(crash2.tests, inTests, (index) => tests[index]);
      }
  return [...found.values()].map(({ fingerprint, title, newestFirst, cells, tests }) => ({
    fingerprint,
    title,
    commits: newestFirst.toReversed(),
    cells: [...cells].sort(),
    tests: [...tests].sort()
  }));
}
function addOlder(newestFirst, at) {
  if (newestFirst.at(-1) === at) return;
  if (newestFirst.length >= maxCommits) newestFirst.pop();
  newestFirst.push(at);
}
function addNames(names, indices, nameOf) {
  for (const index of indices) {
    if (names.size >= maxPlaces) return;
    const name2 = nameOf(index);
    if (name2 !== void 0) names.add(name2);
  }
}
function foldCoverage(groups) {
  const figures = /* @__PURE__ */ new Map();
  for (const [commit, runs] of groups.entries()) {
    const best = /* @__PURE__ */ new Map();
    for (const { coverage: coverage2 = [] } of runs)
      for (const { name: name2, touched, all } of coverage2)
        if (touched > (best.get(name2)?.touched ?? -1)) best.set(name2, { commit, touched, all });
    for (const [name2, point] of best) {
      const points = figures.get(name2) ?? [];
      if (figures.size >= bounds.history.crashes && !figures.has(name2)) continue;
      figures.set(name2, points);
      const before = points.at(-1);
      if (before?.touched !== point.touched || before.all !== point.all) points.push(point);
    }
  }
  return [...figures].map(([name2, points]) => ({ name: name2, points: points.slice(-maxPoints) }));
}

// src/results/history/letters.ts
var letterOfKind = {
  crash: "C",
  hang: "H",
  timeout: "T",
  fail: "F",
  error: "E",
  unexpected: "U",
  flaky: "~",
  xfail: "x",
  skip: "s",
  pass: "p",
  "not run": "."
};
var timedCommits = 100;
var kinds = new Map(
  Object.entries(letterOfKind).map(([kind, letter]) => [letter, kind])
);
function kindOfLetter(letter) {
  return kinds.get(letter) ?? "not run";
}
function letterOf({ outcome, ok, flaky }) {
  if (flaky === true) return letterOfKind.flaky;
  const isQuiet = outcome === "pass" || outcome === "skip";
  if (ok) return letterOfKind[isQuiet ? outcome : "xfail"];
  return letterOfKind[isQuiet ? "unexpected" : outcome];
}
function isGood(letter) {
  return letter >= "a" && letter <= "z";
}
function isBad(letter) {
  return letter >= "A" && letter <= "Z";
}
function joinLetters(letters2) {
  const run = letters2.filter((letter) => letter !== letterOfKind["not run"]);
  const judged = run.filter((letter) => letter !== letterOfKind.error);
  const [newest = run[0] ?? letterOfKind["not run"]] = judged;
  const isSure = judged.every((letter) => letter !== letterOfKind.flaky && isGood(letter) === isGood(newest));
  return isSure ? newest : letterOfKind.flaky;
}

// src/results/formats/history-format.ts
var { rows, shownChars, crashes } = bounds.history;
var letters = Object.values(letterOfKind).join("");
var letterText = Object.entries(letterOfKind).map(([kind, letter]) => `\`${letter}\` ${kind}`).join(", ");
var addressOfCommits = /^https?:\/\/[^\s"<>]{1,300}$/;
function shown(description) {
  const format = text(description).check(
    must((value) => value.length > shownChars ? `at most ${shownChars} characters` : void 0)
  );
  return withKeywords({ maxLength: shownChars }, format);
}
var cell = object(
  {
    id: withKeywords({ minLength: 1 }, cellId("As in results.json.")),
    kernel: shown("As the user named it."),
    release: name("As `uname -r` says it."),
    machine: name("As the user named it."),
    outcomes: withKeywords(
      { pattern: `^[${letters}]*$` },
      matchingLong(
        new RegExp(`^[${letters}]*$`),
        `One letter a test, in the order of \`tests\`: ${letterText}. Upper case: not as expected.`
      )
    ),
    durationsMs: listOf(
      withKeywords({ type: "integer" }, amount()),
      "How long each test took, in milliseconds; 0: it was not run.",
      rows
    )
  },
  "The tests of one cell."
);
function matchingLong(pattern, description) {
  return withKeywords(
    { description, maxLength: rows },
    text().check(must((value) => pattern.test(value) ? void 0 : "a letter for each test"))
  );
}
var crash = object(
  {
    fingerprint: shown("Stable over addresses, CPUs and process ids."),
    title: shown("As in results.json."),
    cells: listOf(wholeNumber(), "Indices of the cells that it was in.", rows),
    tests: listOf(wholeNumber(), "Indices of the tests that it was in; a boot has none.", rows)
  },
  "A kernel bug that was not expected."
);
var coverage = object(
  {
    name: shown("What is counted, such as `edu: registers of edu`."),
    touched: wholeNumber("How many of them were used."),
    all: wholeNumber("How many there are.")
  },
  "A figure of coverage."
);
var history = withKeywords(
  { $id: "urn:qemu-driver-test:history:1", title: "qemu-driver-test history" },
  object(
    {
      schema: oneOf(["qemu-driver-test/history/1"], "The format of this file. Another number is another format."),
      tool: object({ version: name("Version of qemu-driver-test.") }, "What made the run."),
      commit: withKeywords(
        { pattern: "^[0-9a-f]{7,64}$" },
        matching(/^[0-9a-f]{7,64}$/, "the id of a commit", "The commit that was tested. Lower-case hexadecimal.")
      ),
      branch: optional(shown("The branch that it was tested on.")),
      commitsAt: optional(
        withKeywords(
          { pattern: "^https?://" },
          matching(addressOfCommits, "an address", "The address of a commit, without its id.")
        )
      ),
      startedAt: moment("When the run began: ISO 8601, UTC."),
      durationMs: amount("The whole run, in milliseconds."),
      accelerator: oneOf(["kvm", "tcg"], "How the guests were run."),
      tests: listOf(withKeywords({ minLength: 1 }, testId("`suite/test`.")), "Every test, once.", rows),
      cells: listOf(cell, "Every combination of kernel and machine.", bounds.results.cells),
      crashes: optional(listOf(crash, "Missing: there was none.", crashes)),
      coverage: optional(listOf(coverage, "Missing: nothing was counted.", crashes))
    },
    "history/RUN.json of qemu-driver-test: one run in a few hundred bytes, for `qemu-driver-test history`."
  )
);

// src/results/history/history-record.ts
function isAddress(text2) {
  return addressOfCommits.test(text2);
}
function historyRecord(results, { commit, branch, commitsAt }) {
  const tests = [...new Set(results.tests.map(({ id }) => id))];
  const isNotRun = isNotRunIn(results);
  const byPlace = new Map(
    results.tests.filter((test) => !isNotRun(test)).map((test) => [placeOf(test.cell, test.id), test])
  );
  const crashes2 = crashesIn(results, tests);
  const coverage2 = coverageOf(results);
  return {
    schema: "qemu-driver-test/history/1",
    tool: results.tool,
    commit,
    ...branch === void 0 ? {} : { branch: shown2(branch) },
    ...commitsAt === void 0 ? {} : { commitsAt },
    startedAt: results.startedAt,
    durationMs: Math.round(results.durationMs),
    accelerator: results.host.accelerator,
    tests,
    cells: results.cells.map(
      (cell2) => recordCell(
        cell2,
        tests.map((id) => byPlace.get(placeOf(cell2.id, id)))
      )
    ),
    ...crashes2.length === 0 ? {} : { crashes: crashes2 },
    ...coverage2.length === 0 ? {} : { coverage: coverage2 }
  };
}
function placeOf(cell2, test) {
  return `${cell2}/${test}`;
}
function recordCell({ id, kernel, machine }, tests) {
  return {
    id,
    kernel: shown2(kernel.spec),
    release: releaseWords(kernel),
    machine: machine.name,
    outcomes: tests.map((test) => test === void 0 ? letterOfKind["not run"] : letterOf(test)).join(""),
    durationsMs: tests.map((test) => Math.round(test?.durationMs ?? 0))
  };
}
function crashesIn({ cells, tests }, ids) {
  const cellIndex = new Map(cells.map(({ id }, index) => [id, index]));
  const testIndex = new Map(ids.map((id, index) => [id, index]));
  const places = [
    ...cells.map(({ id, boot }) => ({ cell: id, test: void 0, findings: boot.findings })),
    ...tests.filter(({ ok }) => !ok).map(({ id, cell: cell2, findings }) => ({ cell: cell2, test: id, findings }))
  ];
  const found = /* @__PURE__ */ new Map();
  for (const { cell: cell2, test, findings } of places)
    for (const { fingerprint, title } of findings) {
      const crash2 = found.get(fingerprint) ?? { title, cells: /* @__PURE__ */ new Set(), tests: /* @__PURE__ */ new Set() };
      found.set(fingerprint, crash2);
      crash2.cells.add(cellIndex.get(cell2) ?? 0);
      if (test !== void 0) crash2.tests.add(testIndex.get(test) ?? 0);
    }
  return [...found].slice(0, bounds.history.crashes).map(([fingerprint, crash2]) => ({
    fingerprint: cutText(fingerprint, bounds.history.shownChars),
    title: shown2(crash2.title),
    cells: [...crash2.cells],
    tests: [...crash2.tests]
  }));
}
function coverageOf({ hardware = [] }) {
  return hardware.slice(0, bounds.history.crashes).map(({ suite, model, coverage: coverage2 }) => {
    const { touched, all } = coverageFigures(coverage2).registers;
    return { name: shown2(`${suite}: registers of ${model}`), touched, all };
  });
}
function shown2(text2) {
  return cutText(plainLine(text2), bounds.history.shownChars);
}
function parseHistory(text2, called) {
  const parsed = parseJson(text2, bounds.history);
  if (parsed.kind === "problem") return { kind: "mismatch", message: `${called}: ${parsed.reason}` };
  const reading = readAs(history, parsed.value, called);
  if (reading.kind === "mismatch") return reading;
  const contradiction = contradictionIn(reading.value);
  return contradiction === void 0 ? reading : { kind: "mismatch", message: `${called}: ${contradiction}` };
}
function contradictionIn({ tests, cells, crashes: crashes2 = [], startedAt }) {
  if (Number.isNaN(Date.parse(startedAt))) return "startedAt: there is no such time";
  if (new Set(tests).size < tests.length) return "tests: one of them is there twice";
  if (new Set(cells.map(({ id }) => id)).size < cells.length) return "cells: two of them have the same id";
  const uneven = cells.findIndex(
    ({ outcomes, durationsMs }) => outcomes.length !== tests.length || durationsMs.length !== tests.length
  );
  if (uneven >= 0) return `cells[${uneven}]: expected one outcome and one duration for each test`;
  const isWithin = (indices, count) => indices.every((index) => index < count);
  const lost = crashes2.findIndex(
    (crash2) => !isWithin(crash2.cells, cells.length) || !isWithin(crash2.tests, tests.length)
  );
  return lost >= 0 ? `crashes[${lost}]: expected indices of tests and cells` : void 0;
}
function groupByCommit(records) {
  const keyed = records.map((record) => ({ record, key: `${record.startedAt}\0${JSON.stringify(record)}` }));
  keyed.sort((a, b) => Date.parse(a.record.startedAt) - Date.parse(b.record.startedAt) || (a.key < b.key ? -1 : 1));
  const groups = /* @__PURE__ */ new Map();
  for (const { record } of keyed) {
    const key = JSON.stringify([record.commit, record.branch ?? ""]);
    const group = groups.get(key);
    if (group === void 0) groups.set(key, [record]);
    else group.unshift(record);
  }
  return [...groups.values()];
}

// src/results/history/fold-history.ts
function foldHistory(records, maxCommits2 = bounds.history.columns) {
  const all = groupByCommit(records);
  const groups = all.slice(-maxCommits2);
  const cells = foldCells(groups);
  const { rows: rows2, leftOut } = foldRows(groups, cells);
  const notes = [
    ...all.length > groups.length ? [`The oldest ${all.length - groups.length} commits are not shown.`] : [],
    ...leftOut > 0 ? [`${leftOut} tests in cells are not shown: those that were run longest ago.`] : []
  ];
  return {
    commits: groups.map(commitOf),
    cells: cells.list,
    rows: rows2,
    crashes: foldCrashes(groups),
    coverage: foldCoverage(groups),
    notes
  };
}
function commitOf(runs) {
  const [newest] = runs;
  const oldest = runs.at(-1) ?? newest;
  return {
    commit: newest.commit,
    branch: newest.branch ?? "",
    commitsAt: runs.find(({ commitsAt }) => commitsAt !== void 0)?.commitsAt,
    startedMs: Date.parse(oldest.startedAt),
    accelerator: newest.accelerator,
    runs: runs.length
  };
}
function foldCells(groups) {
  const byId = /* @__PURE__ */ new Map();
  for (const runs of groups)
    for (const { cells } of runs.toReversed())
      for (const { id, kernel, release, machine } of cells) byId.set(id, { id, kernel, release, machine });
  const list = [...byId.values()].sort((a, b) => inOrder(a.id, b.id));
  return { list, indexOf: new Map(list.map(({ id }, index) => [id, index])) };
}
var notRun = letterOfKind["not run"];
function foldRows(groups, { indexOf }) {
  const rows2 = /* @__PURE__ */ new Map();
  const leftOut = /* @__PURE__ */ new Set();
  const firstTimed = Math.max(0, groups.length - timedCommits);
  for (let at = groups.length - 1; at >= 0; at--) {
    for (const { key, test, cell: cell2, letters: letters2, durationMs } of slotsOf(groups[at] ?? [])) {
      const row = rows2.get(key) ?? newRow(test, indexOf.get(cell2) ?? 0, groups.length);
      if (!rows2.has(key) && rows2.size >= bounds.history.shownRows) {
        if (leftOut.size < bounds.history.rows) leftOut.add(key);
        continue;
      }
      rows2.set(key, row);
      row.letters[at] = joinLetters(letters2).charCodeAt(0);
      if (at >= firstTimed) row.lastMs[at - firstTimed] = durationMs;
    }
  }
  const list = [...rows2.values()].sort((a, b) => inOrder(a.test, b.test) || a.cell - b.cell);
  return { rows: list.map((row) => finished(row, groups.length - firstTimed)), leftOut: leftOut.size };
}
function newRow(test, cell2, commits) {
  return { test, cell: cell2, letters: new Uint8Array(commits).fill(notRun.charCodeAt(0)), lastMs: [] };
}
function finished({ test, cell: cell2, letters: letters2, lastMs }, timed) {
  return {
    test,
    cell: cell2,
    letters: new TextDecoder().decode(letters2),
    lastMs: Array.from({ length: timed }, (_, index) => lastMs[index] ?? 0)
  };
}
function slotsOf(runs) {
  const slots = /* @__PURE__ */ new Map();
  for (const { tests, cells } of runs)
    for (const { id, outcomes, durationsMs } of cells)
      for (const [index, test] of tests.entries()) {
        const letter = outcomes.charAt(index);
        if (letter === notRun) continue;
        const key = `${id}/${test}`;
        const slot = slots.get(key);
        if (slot !== void 0) slot.letters.push(letter);
        else slots.set(key, { key, test, cell: id, letters: [letter], durationMs: durationsMs[index] ?? 0 });
      }
  return slots.values();
}

// src/report/history/encode-history.ts
function encodeHistory(folded, version) {
  const { commits, cells, rows: rows2, crashes: crashes2, coverage: coverage2, notes } = folded;
  const branches = numbered(commits.map(({ branch }) => plainLine(branch)));
  const addresses = numbered(commits.flatMap(({ commitsAt }) => commitsAt ?? []));
  const tests = numbered(rows2.map(({ test }) => plainLine(test)));
  return {
    version,
    commits: commits.map(({ commit }) => commit),
    branchOf: commits.map(({ branch }) => branches.numberOf(plainLine(branch))),
    addressOf: commits.map(({ commitsAt }) => commitsAt === void 0 ? -1 : addresses.numberOf(commitsAt)),
    seconds: stepsOf(commits.map(({ startedMs }) => Math.floor(startedMs / 1e3))),
    runs: commits.map(({ runs }) => runs),
    accelerators: encodeRuns(commits.map(({ accelerator }) => accelerator.charAt(0)).join("")),
    branches: branches.list,
    addresses: addresses.list,
    tests: tests.list,
    cells: labelled(cells),
    rows: rows2.map(({ test, cell: cell2, letters: letters2, lastMs }) => ({
      test: tests.numberOf(plainLine(test)),
      cell: cell2,
      letters: encodeRuns(letters2),
      lastMs
    })),
    crashes: crashes2.map((crash2) => ({
      title: plainLine(crash2.title),
      fingerprint: plainLine(crash2.fingerprint),
      steps: stepsOf(crash2.commits),
      cells: crash2.cells,
      tests: crash2.tests.map(plainLine)
    })),
    coverage: coverage2.map(({ name: name2, points }) => ({
      name: plainLine(name2),
      points: points.map(({ commit, touched, all }) => [commit, touched, all])
    })),
    notes
  };
}
function labelled(cells) {
  const spoken = cells.map(({ kernel, machine }) => `${plainLine(kernel)} \xB7 ${plainLine(machine)}`);
  return cells.map(({ id, kernel, release }, index) => {
    const label = spoken[index] ?? id;
    const isOwn = spoken.indexOf(label) === spoken.lastIndexOf(label);
    return { label: isOwn ? label : id, kernel: plainLine(kernel), release: plainLine(release) };
  });
}
function numbered(texts) {
  const list = [...new Set(texts)];
  const numbers = new Map(list.map((text2, index) => [text2, index]));
  return { list, numberOf: (text2) => numbers.get(text2) ?? 0 };
}
function stepsOf(numbers) {
  return numbers.map((number, index) => number - (numbers[index - 1] ?? 0));
}

// src/report/history/fit-history.ts
function fitHistory(records, version, maxBytes = bounds.history.pageBytes) {
  let data = encodeHistory(foldHistory(records), version);
  while (data.commits.length > 1 && embeddedBytes(data) > maxBytes)
    data = encodeHistory(foldHistory(records, Math.floor(data.commits.length / 2)), version);
  return data;
}

// src/report/history/findings.ts
var currentCommits = 30;
function currentRows({ rows: rows2 }) {
  return rows2.filter(({ letters: letters2 }) => /[^.]/.test(letters2.slice(-currentCommits)));
}
function lastKind({ letters: letters2 }) {
  return kindOfLetter(/([^.])\.*$/.exec(letters2.slice(-currentCommits))?.[1] ?? ".");
}

// src/report/history/kernel-support.ts
function kernelSupport(view) {
  const suites = /* @__PURE__ */ new Map();
  for (const row of currentRows(view)) {
    const suite = row.test.slice(0, row.test.indexOf("/"));
    const cell2 = view.data.cells[row.cell];
    if (cell2 === void 0) continue;
    const tested = suites.get(suite) ?? /* @__PURE__ */ new Map();
    suites.set(suite, tested);
    const counts = tested.get(cell2.kernel) ?? { good: 0, bad: 0, flaky: 0, release: cell2.release };
    tested.set(cell2.kernel, counts);
    counts[sideOf(lastKind(row))]++;
  }
  return [...suites].sort(([a], [b]) => inOrder(a, b)).map(([suite, tested]) => ({
    suite,
    kernels: [...tested].sort(([a], [b]) => inOrder(a, b)).map(([kernel, counts]) => ({ kernel, ...counts }))
  }));
}
function sideOf(kind) {
  if (kind === "flaky") return "flaky";
  return isBad(letterOfKind[kind]) ? "bad" : "good";
}
function supportWords(support) {
  const failing = /* @__PURE__ */ new Map();
  for (const { kernels: tested } of support)
    for (const { kernel, bad } of tested) failing.set(kernel, (failing.get(kernel) ?? false) || bad > 0);
  const fails = [...failing.values()].filter((isFailing) => isFailing).length;
  const ok = failing.size - fails;
  const [only] = support;
  const label = support.length === 1 && only !== void 0 ? only.suite : "drivers";
  if (failing.size === 0) return { label, message: "no runs", state: "unknown" };
  if (fails === 0) return { label, message: `${kernels(ok)} ok`, state: "good" };
  const verb = fails === 1 ? "fails" : "fail";
  return {
    label,
    message: ok === 0 ? `${kernels(fails)} ${verb}` : `${kernels(ok)} ok / ${fails} ${verb}`,
    state: "bad"
  };
}
function kernels(count) {
  return `${count} ${count === 1 ? "kernel" : "kernels"}`;
}

// bundled-text:src/report/html/client/history/main.ts
var main_default = '"use strict";(()=>{function O(e,t){let n=[],r=t;for(let[,o="",a=""]of e.matchAll(/(\\D)(\\d*)/g)){let s=Math.min(r,a===""?1:Number(a));n.push(o.repeat(s)),r-=s}return n.join("")}var ye=["main","master","trunk"];function _({branches:e,branchOf:t}){let n=ye.map(o=>e.indexOf(o)).find(o=>o>=0);if(n!==void 0)return n;let r=e.map((o,a)=>t.reduce((s,l)=>s+(l===a?1:0),0));return Math.max(0,r.indexOf(Math.max(...r)))}function F(e,t){let n=e.commits.length,r=e.branchOf.flatMap((s,l)=>s===t?[l]:[]),o=q(e.seconds).map(s=>s*1e3),a=O(e.accelerators,n);return{data:e,branch:t,commits:r.map(s=>be(e,s,{startedMs:o,accelerators:a})),rows:e.rows.map(({test:s,cell:l,letters:c,lastMs:d})=>{let m=O(c,n);return{test:e.tests[s]??"",cell:l,letters:r.length===n?m:r.map(u=>m.charAt(u)).join(""),msAt:u=>d[(r[u]??0)-n+d.length]||void 0}}),crashes:we(e,r)}}function be(e,t,{startedMs:n,accelerators:r}){let o=e.commits[t]??"",a=e.addresses[e.addressOf[t]??-1];return{id:o,...a===void 0?{}:{address:`${a}${o}`},startedMs:n[t]??0,runs:e.runs[t]??1,accelerator:r.charAt(t)}}function we({crashes:e},t){let n=new Map(t.map((r,o)=>[r,o]));return e.flatMap(r=>{let o=q(r.steps).flatMap(l=>n.get(l)??[]),[a,s]=[o[0],o.at(-1)];return a===void 0||s===void 0?[]:[{crash:r,first:a,last:s,count:o.length}]}).sort((r,o)=>o.last-r.last||o.count-r.count)}function q(e){let t=0;return e.map(n=>t+=n)}var xe=new Intl.Collator("en",{numeric:!0});function A(e,t){return xe.compare(e,t)||(e<t?-1:1)}var D={crash:"C",hang:"H",timeout:"T",fail:"F",error:"E",unexpected:"U",flaky:"~",xfail:"x",skip:"s",pass:"p","not run":"."},G=100,ke=new Map(Object.entries(D).map(([e,t])=>[t,e]));function h(e){return ke.get(e)??"not run"}function T(e){return e>="a"&&e<="z"}function k(e){return e>="A"&&e<="Z"}var W=30;function C({rows:e}){return e.filter(({letters:t})=>/[^.]/.test(t.slice(-W)))}function J(e){return C(e).flatMap(t=>Ce(t)??[]).sort((t,n)=>n.since-t.since)}function Ce(e){let t,n="";for(let r=e.letters.length-1;r>=0;r--){let o=e.letters.charAt(r);if(T(o))return t===void 0?void 0:{row:e,since:t,lastGood:r,letter:n};k(o)&&(t===void 0&&(n=o),t=r)}return t===void 0?void 0:{row:e,since:t,lastGood:void 0,letter:n}}var K=100,Be=2;function U(e){return C(e).flatMap(t=>Se(t)??[]).sort((t,n)=>n.count/n.judged-t.count/t.judged||n.last-t.last)}function Se(e){let t=Math.max(0,e.letters.length-K),[n,r,o,a]=[0,0,0,0],s;for(let l=t;l<e.letters.length;l++){let c=e.letters.charAt(l);c!=="."&&(n++,T(c)?(s!==void 0&&s.length>0&&s.length<=Be&&(r+=s.length,a=Math.max(a,s.at(-1)??0)),s=[]):k(c)?s?.push(l):[o,r,a]=[o+1,r+1,l])}return o>0||r>1?{row:e,count:r,judged:n,last:a}:void 0}var Te=5,$e=30,Me=1.5,Le=300;function z(e){return C(e).flatMap(t=>Ee(t,e)??[]).sort((t,n)=>n.ratio-t.ratio)}function Ee(e,{commits:t}){let n=Math.max(0,t.length-G),r=t.slice(n).flatMap(({accelerator:d},m)=>{let u=n+m,f=T(e.letters.charAt(u))?e.msAt(u):void 0;return f===void 0?[]:[{ms:f,accelerator:d}]}),o=r.at(-1);if(o===void 0)return;let s=r.filter(({accelerator:d})=>d===o.accelerator).map(({ms:d})=>d).slice(0,-1).slice(-$e);if(s.length<Te)return;let l=ve(s),c=o.ms/l;return c>=Me&&o.ms-l>=Le?{row:e,lastMs:o.ms,medianMs:l,ratio:c}:void 0}function ve(e){let t=e.toSorted((o,a)=>o-a),n=Math.floor(t.length/2),r=t[n]??0;return t.length%2===1?r:((t[n-1]??0)+r)/2}function Q({letters:e}){return h(/([^.])\\.*$/.exec(e.slice(-W))?.[1]??".")}function $(e){let t=new Map;for(let n of C(e)){let r=n.test.slice(0,n.test.indexOf("/")),o=e.data.cells[n.cell];if(o===void 0)continue;let a=t.get(r)??new Map;t.set(r,a);let s=a.get(o.kernel)??{good:0,bad:0,flaky:0,release:o.release};a.set(o.kernel,s),s[He(Q(n))]++}return[...t].sort(([n],[r])=>A(n,r)).map(([n,r])=>({suite:n,kernels:[...r].sort(([o],[a])=>A(o,a)).map(([o,a])=>({kernel:o,...a}))}))}function He(e){return e==="flaky"?"flaky":k(D[e])?"bad":"good"}function Z(e){let t=new Map;for(let{kernels:l}of e)for(let{kernel:c,bad:d}of l)t.set(c,(t.get(c)??!1)||d>0);let n=[...t.values()].filter(l=>l).length,r=t.size-n,[o]=e,a=e.length===1&&o!==void 0?o.suite:"drivers";if(t.size===0)return{label:a,message:"no runs",state:"unknown"};if(n===0)return{label:a,message:`${I(r)} ok`,state:"good"};let s=n===1?"fails":"fail";return{label:a,message:r===0?`${I(n)} ${s}`:`${I(r)} ok / ${n} ${s}`,state:"bad"}}function I(e){return`${e} ${e===1?"kernel":"kernels"}`}var X=["crash","hang","timeout","fail","error","unexpected","flaky","xfail","skip","pass"],M={crash:"C",hang:"H",timeout:"T",fail:"F",error:"E",unexpected:"!",flaky:"~",xfail:"x",skip:"\u2013",pass:"\u2713"},L={crash:"crashed",hang:"hung",timeout:"timed out",fail:"failed",error:"not judged",unexpected:"passed, not ok",flaky:"flaky",xfail:"failed as expected",skip:"skipped",pass:"passed"};var xt=new RegExp("\\\\p{Surrogate}","gu"),Y=String.raw`\\x7f-\\x9f\\xad\\u061c\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff`+String.raw`\\ufff9-\\ufffb\\ufffe\\uffff`,ee=String.raw`\\udb40[\\udc00-\\udc7f]`,kt=new RegExp(String.raw`[\\x00-\\x08\\x0b-\\x1f${Y}]|${ee}`,"g"),Ct=new RegExp(`[${Y}]|${ee}`,"g");function i(e,t={},...n){let r=document.createElement(e);for(let[o,a]of Object.entries(t))a!==void 0&&r.setAttribute(o,a);return r.append(...n.filter(o=>o!==void 0)),r}function B(e,t,...n){let r=i("button",{type:"button",...e},...n);return r.addEventListener("click",t),r}var E=["auto","light","dark"],te="qemu-driver-test-theme",Ve={auto:"\u25D0",light:"\u2600",dark:"\u263E"};function ne(){let e=Re(),t=B({class:"quiet theme"},()=>{e=E[(E.indexOf(e)+1)%E.length]??"auto",Oe(e),n()}),n=()=>{e==="auto"?delete document.documentElement.dataset.theme:document.documentElement.dataset.theme=e,t.textContent=Ve[e],t.setAttribute("aria-label",`Colours: ${e}`),t.title=`Colours: ${e}`};return n(),addEventListener("beforeprint",()=>document.documentElement.dataset.theme="light"),addEventListener("afterprint",n),t}function Re(){try{return E.find(e=>e===localStorage.getItem(te))??"auto"}catch{return"auto"}}function Oe(e){try{localStorage.setItem(te,e)}catch{}}function S(e){if(e<95)return`${Math.round(e)} ms`;if(e<9950)return`${(e/1e3).toFixed(1)} s`;let t=Math.round(e/1e3);if(t<60)return`${t} s`;if(t<3600)return`${Math.floor(t/60)} min ${re(t%60)} s`;let n=Math.round(t/60);return`${Math.floor(n/60)} h ${re(n%60)} min`}function re(e){return String(e).padStart(2,"0")}var _e=8;function v({id:e}){return e.slice(0,_e)}function b({startedMs:e}){return new Date(e).toISOString().slice(0,10)}function P(e){if(e===void 0)return i("span",{},"\u2013");let t=`${e.id}, ${b(e)}`;return e.address===void 0?i("code",{title:t},v(e)):i("a",{class:"path",href:e.address,title:t,rel:"noopener noreferrer",target:"_blank"},v(e))}function x(e,t){let n=t===void 0?void 0:e.commits[t];return n===void 0?i("span",{class:"soft"},"never"):i("span",{class:"whole"},P(n),i("span",{class:"soft"},` ${b(n)}`))}function g({data:e},{cell:t}){return e.cells[t]?.label??""}function H(e){return Ae(h(e))}function Ae(e){return e==="not run"?"not run":L[e]}function V(e){let t=h(e);return t==="not run"?"":M[t]}function p(e,t){return`${e.toLocaleString("en")} ${e===1?t:`${t}s`}`}var se=4e3,De=40,ae=10,oe=se/ae;function ie(e){let t=i("div",{class:"scroll",role:"region",tabindex:"0","aria-label":"Tests by commit"}),n=i("output",{class:"told","aria-live":"polite"}),r=i("span",{class:"soft","aria-live":"polite"}),o=Ke(()=>u()),a=i("input",{type:"checkbox"}),s=Math.max(ae,Math.min(De,Math.floor(se/Math.max(1,e.rows.length)))),l=0,c=f=>{l=Math.max(0,Math.min(l+f,Math.max(0,e.commits.length-s))),u()},d=B({class:"quiet"},()=>c(-s),"\u2190 Newer"),m=B({class:"quiet"},()=>c(s),"Older \u2192"),u=()=>{let f=e.commits.length-l,y=Math.max(0,f-s),R=je(e,o.value).filter(({letters:N})=>Ie(N.slice(y,f))&&!(a.checked&&Pe(N.slice(y,f))));t.replaceChildren(Ne(e,{start:y,end:f,rows:R.slice(0,oe),told:n}));let j=R.length-oe,ge=f===0?0:l+1;r.textContent=`Commits ${ge} to ${l+f-y} of ${e.commits.length.toLocaleString("en")}`+(j>0?` \xB7 ${p(j,"more row")}: filter to see them`:R.length===0?" \xB7 no test matches":""),d.disabled=l===0,m.disabled=y===0};return a.addEventListener("change",u),u(),{element:i("section",{class:"board","aria-labelledby":"board"},i("h2",{id:"board"},"Tests by commit"),i("div",{class:"controls"},o,i("label",{class:"check"},a,"only what failed here"),d,m,r),t,n),focusSearch:()=>{o.focus(),o.select()}}}function Ke(e){let t=i("input",{type:"search",placeholder:"Filter tests","aria-label":"Filter tests by text","aria-keyshortcuts":"/",spellcheck:"false",autocomplete:"off"}),n;return t.addEventListener("input",()=>{clearTimeout(n),n=window.setTimeout(e,80)}),t}function Ie(e){return/[^.]/.test(e)}function Pe(e){return/^[.a-z]*$/.test(e)}function je(e,t){let n=t.toLowerCase().split(/\\s+/);return e.rows.filter(r=>{let o=`${r.test} ${g(e,r)}`.toLowerCase();return n.every(a=>o.includes(a))})}function Ne(e,{start:t,end:n,rows:r,told:o}){let a=Array.from({length:n-t},(d,m)=>n-1-m),s=i("table",{class:"grid"},i("caption",{class:"offscreen"},"Tests and cells down, commits across, the newest first"),i("thead",{},i("tr",{},i("th",{scope:"col",class:"name"},"test and cell"),...a.map(d=>Fe(e.commits[d])))),...qe(e,r,a)),l=s.querySelector("td");l!==null&&(l.tabIndex=0);let c=({target:d})=>{let m=d instanceof Element?d.closest("td"):null,[u,f]=(m?.dataset.slot??"").split(" ").map(Number),y=u===void 0?void 0:r[u];y!==void 0&&f!==void 0&&(o.textContent=We(e,y,f))};return s.addEventListener("mouseover",c),s.addEventListener("focusin",c),s.addEventListener("keydown",d=>Ue(s,d)),s}function Fe(e){return i("th",{scope:"col"},i("span",{class:"commit"},P(e)))}function qe(e,t,n){let r=[],o;for(let[a,s]of t.entries()){if(s.test!==o||r.length===0){o=s.test;let l=i("th",{scope:"rowgroup",colspan:String(n.length+1)},s.test);r.push(i("tbody",{},i("tr",{class:"test"},l)))}r.at(-1)?.append(Ge(e,{row:s,index:a,positions:n}))}return r}function Ge(e,{row:t,index:n,positions:r}){let o=i("tr",{},i("th",{scope:"row",class:"name",title:g(e,t)},g(e,t)));for(let a of r){let s=t.letters.charAt(a),l=document.createElement("td");l.dataset.kind=h(s),l.dataset.slot=`${n} ${a}`,l.tabIndex=-1,l.textContent=V(s),o.append(l)}return o}function We(e,t,n){let r=e.commits[n],o=t.msAt(n);return[`${t.test} on ${g(e,t)}: ${H(t.letters.charAt(n))}`,...r===void 0?[]:[`${v(r)}, ${b(r)}`],...o===void 0?[]:[S(o)],...r!==void 0&&r.runs>1?[p(r.runs,"run")]:[]].join(" \xB7 ")}var Je={ArrowLeft:[0,-1],ArrowRight:[0,1],ArrowUp:[-1,0],ArrowDown:[1,0]};function Ue(e,t){let n=Je[t.key],r=t.target;if(n===void 0||!(r instanceof HTMLTableCellElement))return;t.preventDefault();let o=[...e.querySelectorAll("tbody tr:not(.test)")],a=o.findIndex(l=>l.contains(r)),s=o[a+n[0]]?.cells[r.cellIndex+n[1]];s?.tagName==="TD"&&(r.tabIndex=-1,s.tabIndex=0,s.focus())}var ze=200;function w({title:e,none:t,explained:n,heads:r},o){let a=o.slice(0,ze),s=o.length-a.length;return i("section",{},i("h2",{},e),...o.length===0?[i("p",{class:"soft"},t)]:[i("p",{class:"soft"},n),Qe(e,r,a)],s>0?i("p",{class:"soft"},`and ${p(s,"more line")}`):void 0)}function Qe(e,t,n){let r=n.map(([o="",...a])=>i("tr",{},i("th",{scope:"row"},o),...a.map(s=>i("td",{},s))));return i("div",{class:"scroll",role:"region",tabindex:"0","aria-label":e},i("table",{class:"list"},i("thead",{},i("tr",{},...t.map(o=>i("th",{scope:"col"},o)))),i("tbody",{},...r)))}function de(e){return w({title:"Broken",none:"No test is broken: each was as expected when it was last run.",explained:"Tests that are not as expected, the newest first. The first bad commit is the one to look at.",heads:["test","cells","now","first bad commit","last good commit"]},Ze(J(e)).map(t=>Xe(e,t)))}function Ze(e){let t=new Map;for(let n of e){let r=JSON.stringify([n.row.test,n.since,n.lastGood,n.letter]),o=t.get(r);o===void 0?t.set(r,[n]):o.push(n)}return[...t.values()]}function Xe(e,t){let[{row:n,letter:r,since:o,lastGood:a}]=t;return[n.test,t.map(s=>g(e,s.row)).join(", "),Ye(r),x(e,o),x(e,a)]}function Ye(e){return i("span",{class:"badge","data-kind":h(e)},`${V(e)} ${H(e)}`)}function ce(e){return w({title:"Flaky",none:"No test is flaky.",explained:`Of the last ${K} commits, those whose runs disagreed, and failures that were gone one or two commits later. The most often flaky come first.`,heads:["test","cell","rate","commits","last"]},U(e).map(({row:t,count:n,judged:r,last:o})=>[t.test,g(e,t),pe(n/r),`${n} of ${r}`,x(e,o)]))}function ue(e){return w({title:"Slower",none:"No test takes much longer than it did.",explained:"The last duration against the median of up to 30 earlier ones, with the same accelerator.",heads:["test","cell","now","before","ratio"]},z(e).map(({row:t,lastMs:n,medianMs:r,ratio:o})=>[t.test,g(e,t),S(n),S(r),`\xD7 ${o.toFixed(1)}`]))}function fe(e){return w({title:"Crashes",none:"The kernel reported no bug.",explained:"Bugs that the kernel reported, by fingerprint: the last seen come first.",heads:["bug","first seen","last seen","commits","last seen in"]},e.crashes.map(({crash:t,first:n,last:r,count:o})=>[i("span",{title:t.fingerprint},t.title),x(e,n),x(e,r),String(o),[...t.tests,...t.cells].join(", ")]))}function me({data:e,...t}){if(e.coverage.length!==0)return w({title:"Coverage",none:"Nothing was counted.",explained:"How much of each device model the drivers used, on all branches.",heads:["what","now","before","since"]},e.coverage.map(({name:n,points:r})=>{let[o,a]=[r.at(-2),r.at(-1)],s=t.commits.find(({id:l})=>l===e.commits[a?.[0]??-1]);return[n,le(a),o===void 0?"\u2013":le(o),s===void 0?"\u2013":s.id.slice(0,8)]}))}function le(e){if(e===void 0)return"\u2013";let[,t,n]=e;return`${t} of ${n}${n>0?` (${pe(t/n)})`:""}`}function pe(e){return`${(e*100).toFixed(e<.1?1:0)} %`}function he(e){return w({title:"Kernels",none:"Nothing was run here.",explained:"Each driver on each kernel, by the last verdict on each of its tests.",heads:["kernel","state","driver","tests","newest release"]},$(e).flatMap(({suite:t,kernels:n})=>n.map(r=>[r.kernel,et(r),t,tt(r),r.release])))}function et({bad:e,flaky:t}){let[n,r]=e>0?["fail","\u2717 fails"]:t>0?["flaky","~ flaky"]:["pass","\u2713 works"];return i("span",{class:"badge","data-kind":n},r)}function tt({good:e,bad:t,flaky:n}){return[`${e} of ${p(e+t+n,"test")} as expected`,...t>0?[`${t} not`]:[],...n>0?[`${n} flaky`]:[]].join(", ")}var nt={good:"\u2713",bad:"\u2717",unknown:"?"};ot(rt());function rt(){let e=document.getElementById("data")?.textContent;if(e===void 0)throw new Error("Internal error: the page has no data");return JSON.parse(e)}function ot(e){let t=i("div",{class:"answer"}),n=i("main",{}),r=st(e,s=>a(s)),o=()=>{},a=s=>{let l=F(e,s),c=ie(l);o=c.focusSearch,t.replaceChildren(...at(l));let d=[he(l),de(l),c.element,it(),ce(l),ue(l),fe(l),me(l)];n.replaceChildren(...d.filter(m=>m!==void 0))};document.body.append(i("header",{class:"top"},t,r,ne()),...e.notes.map(s=>i("p",{class:"note"},s)),n),a(_(e)),document.addEventListener("keydown",s=>{s.ctrlKey||s.metaKey||s.altKey||s.target instanceof HTMLInputElement||s.key==="/"&&(o(),s.preventDefault())})}function st({branches:e,branchOf:t,...n},r){let o=e.map(()=>0);for(let s of t)o[s]=(o[s]??0)+1;let a=i("select",{"aria-label":"Branch"},...e.map((s,l)=>i("option",{value:String(l)},`${s||"no branch"} (${p(o[l]??0,"commit")})`)));return a.value=String(_({branches:e,branchOf:t,...n})),a.addEventListener("change",()=>r(Number(a.value))),a}function at(e){let{label:t,message:n,state:r}=Z($(e)),[o,a]=[e.commits[0],e.commits.at(-1)],s=[p(e.commits.length,"commit"),...o===void 0||a===void 0?[]:[`${b(o)} to ${b(a)}`],`qemu-driver-test ${e.data.version}`];return[i("h1",{},i("span",{class:"lamp","data-state":r,"aria-hidden":"true"},nt[r]),`${t}: ${n}`),i("p",{class:"facts"},s.join(" \xB7 "))]}function it(){return i("p",{class:"legend"},...X.map(e=>i("span",{},i("span",{class:"tile","data-kind":e,"aria-hidden":"true"},M[e]),` ${L[e]}`)))}})();\n';

// bundled-text:src/report/history/history.css
var history_default = ':root{color-scheme:light dark;--paper: #f7f7f5;--sheet: #ffffff;--ink: #1b1d21;--soft: #646a73;--line: #e2e2dd;--wash: #f0f0ec;--link: #1f56b8;--focus: #2f6fe0;--pass: #2c7a4b;--pass-wash: #e1f0e6;--skip: #7b818a;--skip-wash: #ececea;--xfail: #8a6414;--xfail-wash: #f5ecd6;--fail: #c8321f;--crash: #a80f45;--hang: #6d3fb2;--timeout: #b45309;--error: #4b5a70;--unexpected: #b3246f;--flaky: #8a7000;--mark: #fff1d6;--mark-edge: #e08a00;--on-colour: #ffffff;--mono: ui-monospace, "SF Mono", "Cascadia Mono", "JetBrains Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace}@media(prefers-color-scheme:dark){:root:not([data-theme=light]){--paper: #131519;--sheet: #1a1d22;--ink: #e4e6ea;--soft: #98a0ab;--line: #2c3038;--wash: #22262d;--link: #7fb0ff;--focus: #7fb0ff;--pass: #6fcf97;--pass-wash: #1c3327;--skip: #98a0ab;--skip-wash: #282c33;--xfail: #e0b65c;--xfail-wash: #372f1b;--fail: #e5533d;--crash: #e2386f;--hang: #9a6fe0;--timeout: #d97a1e;--error: #74849b;--unexpected: #d6509a;--flaky: #bfa530;--mark: #38290d;--mark-edge: #e7a02c;--on-colour: #ffffff}}:root[data-theme=dark]{color-scheme:dark;--paper: #131519;--sheet: #1a1d22;--ink: #e4e6ea;--soft: #98a0ab;--line: #2c3038;--wash: #22262d;--link: #7fb0ff;--focus: #7fb0ff;--pass: #6fcf97;--pass-wash: #1c3327;--skip: #98a0ab;--skip-wash: #282c33;--xfail: #e0b65c;--xfail-wash: #372f1b;--fail: #e5533d;--crash: #e2386f;--hang: #9a6fe0;--timeout: #d97a1e;--error: #74849b;--unexpected: #d6509a;--flaky: #bfa530;--mark: #38290d;--mark-edge: #e7a02c;--on-colour: #ffffff}:root[data-theme=light]{color-scheme:light}*{box-sizing:border-box}[hidden]{display:none!important}html,body{block-size:100%}body{margin:0;display:grid;grid-template-rows:auto auto minmax(0,1fr) auto;background:var(--paper);color:var(--ink);font:14px/1.5 system-ui,-apple-system,Segoe UI,Noto Sans,DejaVu Sans,sans-serif}h1,h2,h3,h4,p,figure,ul{margin:0}a{color:var(--link);text-underline-offset:2px}code,pre,.path{font-family:var(--mono);font-size:.92em}:focus-visible{outline:2px solid var(--focus);outline-offset:2px;border-radius:4px}button{font:inherit;color:inherit;background:none;border:0;padding:0;cursor:pointer;text-align:start}.soft{color:var(--soft)}.offscreen{position:fixed;inset-inline-start:-100vw}noscript{display:block;padding:1em}[data-kind=pass]{--kind: var(--pass);--wash-of-kind: var(--pass-wash)}[data-kind=skip]{--kind: var(--skip);--wash-of-kind: var(--skip-wash)}[data-kind=xfail]{--kind: var(--xfail);--wash-of-kind: var(--xfail-wash)}[data-kind=fail]{--kind: var(--fail)}[data-kind=crash]{--kind: var(--crash)}[data-kind=hang]{--kind: var(--hang)}[data-kind=timeout]{--kind: var(--timeout)}[data-kind=error]{--kind: var(--error)}[data-kind=unexpected]{--kind: var(--unexpected)}[data-kind=flaky]{--kind: var(--flaky)}.tile{display:inline-grid;place-items:center;inline-size:22px;block-size:22px;border-radius:5px;background:var(--kind);color:var(--on-colour);font:700 12px / 1 var(--mono);flex:none}.tile:is([data-kind=pass],[data-kind=skip],[data-kind=xfail]),.badge:is([data-kind=pass],[data-kind=skip],[data-kind=xfail]){background:var(--wash-of-kind);color:var(--kind)}.badge{display:inline-block;border-radius:5px;padding:1px 8px;background:var(--kind);color:var(--on-colour);font-size:12px;font-weight:650;white-space:nowrap}body{display:block;block-size:auto;padding:0 20px 40px}html{block-size:auto}.top{display:flex;flex-wrap:wrap;gap:8px 14px;align-items:center;padding-block:16px 12px;border-block-end:1px solid var(--line)}.answer{flex:1 1 320px;min-inline-size:0}h1{font-size:20px;line-height:1.3;font-weight:650;overflow-wrap:anywhere}h2{font-size:15px;font-weight:650}.lamp{display:inline-grid;place-items:center;inline-size:28px;block-size:28px;margin-inline-end:10px;border-radius:50%;background:var(--error);color:var(--on-colour);font-size:16px}.lamp[data-state=good]{background:#2c8a54}.lamp[data-state=bad]{background:var(--fail)}.facts,.note,.legend,.told{color:var(--soft);font-size:12.5px}.note{padding-block:8px}.quiet{border:1px solid var(--line);border-radius:7px;padding:3px 10px;background:var(--sheet);color:var(--ink)}.quiet:hover:not(:disabled){border-color:var(--soft)}.quiet:disabled{color:var(--soft);cursor:default;opacity:.6}input[type=search],select{font:inherit;color:inherit;max-inline-size:100%;background:var(--sheet);border:1px solid var(--line);border-radius:7px;padding:4px 10px}section{margin-block-start:26px}.controls,.legend{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:center;margin-block:8px}.legend .tile{inline-size:18px;block-size:18px;font-size:11px}.check{display:inline-flex;gap:6px;align-items:center}.scroll{overflow-x:auto;margin-block-start:8px;border:1px solid var(--line);border-radius:8px;background:var(--sheet)}table{border-collapse:collapse}.list{inline-size:100%}.list :is(th,td){padding:5px 12px;text-align:start;vertical-align:top;border-block-start:1px solid var(--line)}.list thead th{border:0;color:var(--soft);font-size:12px;font-weight:500}.list tbody th{min-inline-size:90px;max-inline-size:340px;font-weight:550;overflow-wrap:break-word}.whole{white-space:nowrap}.list td{overflow-wrap:break-word}.board .scroll{max-block-size:75vh;overflow-y:auto;scroll-padding:90px 0 0 210px}.grid{border-collapse:separate;border-spacing:2px;padding:4px}.grid thead th{position:sticky;inset-block-start:0;z-index:1;background:var(--sheet);vertical-align:bottom;font-weight:500}.grid .name{position:sticky;inset-inline-start:0;min-inline-size:130px;max-inline-size:200px;padding-inline:8px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;background:var(--sheet);color:var(--soft);text-align:start;font-size:12.5px;font-weight:450}.grid thead .name{z-index:2}.grid .test th{padding:6px 8px 0;text-align:start;font-weight:600}.commit{writing-mode:vertical-rl;transform:rotate(180deg);font-size:11.5px}.grid td{min-inline-size:19px;inline-size:19px;block-size:19px;padding:0;border-radius:4px;background:var(--kind, transparent);color:var(--on-colour);text-align:center;font:700 11px / 1 var(--mono)}.grid td:is([data-kind=pass],[data-kind=skip],[data-kind=xfail]){background:var(--wash-of-kind);color:var(--kind)}.told{display:block;min-block-size:1.5em;margin-block-start:6px;overflow-wrap:anywhere}@media(max-width:640px){body{padding-inline:12px}.grid .name{min-inline-size:96px;max-inline-size:110px}.board .scroll{scroll-padding-inline-start:120px}.list :is(th,td){padding-inline:8px;white-space:nowrap}.list tbody th{max-inline-size:190px;white-space:normal}}\n';

// src/report/history/render-history.ts
var historyMark = '<meta name="generator" content="qemu-driver-test history">';
function renderHistory(data) {
  const pieces = selfContainedPage({
    title: "Driver history",
    head: `${historyMark}
`,
    style: history_default,
    script: main_default,
    data,
    withoutScripts: "The records are in history/ beside it."
  });
  return [...pieces].join("");
}

// src/app/find-history.ts
import { join } from "node:path";
var historyName = "history";
var maxDepth = 3;
var maxDirectories = 2e4;
function findResults(from) {
  let looked = 0;
  const search = (at, depth) => {
    if (++looked > maxDirectories) return [];
    if (hasResults(at)) return [at];
    if (depth === maxDepth) return [];
    return directoriesInside({ directory: at.directory, path: "." }).filter((name2) => name2 !== historyName).flatMap((name2) => search({ name: join(at.name, name2), directory: join(at.directory, name2) }, depth + 1));
  };
  return search(from, 0);
}
function hasResults({ directory }) {
  try {
    return hasRecord(directory) || kindOfFile(join(directory, "results.json")) !== "nothing";
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return false;
  }
}
function recordBudget() {
  return { bytesLeft: bounds.history.totalBytes, filesLeft: bounds.history.files };
}
function readRecords(site, budget) {
  const records = [];
  const problems = [];
  for (const name2 of recordFiles(site)) {
    const called = join(site.name, historyName, name2);
    if (budget.filesLeft-- <= 0) return { records, problems: [...problems, `${called}: there are too many records`] };
    const read = readWholeInside(
      { directory: site.directory, path: `${historyName}/${name2}` },
      Math.min(bounds.history.recordBytes, budget.bytesLeft)
    );
    if (read.kind !== "text") {
      problems.push(`${called}: expected a record, found ${read.kind === "nothing" ? "no such file" : read.reason}`);
      continue;
    }
    budget.bytesLeft -= read.bytes;
    const parsed = parseHistory(read.text, called);
    if (parsed.kind === "mismatch") problems.push(parsed.message);
    else records.push({ record: parsed.value, text: read.text });
  }
  return { records, problems };
}
function recordFiles({ directory }) {
  const path = join(directory, historyName);
  try {
    return kindOfFile(path) === "directory" ? filesIn(path).map(({ name: name2 }) => name2).filter((name2) => name2.endsWith(".json")).reverse() : [];
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return [];
  }
}

// src/app/keep-history.ts
async function keepHistory({ from, site, findOrigin: findOrigin2, version }) {
  refuseForeign(site);
  const budget = recordBudget();
  const kept = readRecords(site, budget);
  const others = from.filter(({ directory }) => directory !== site.directory);
  const given = others.map((at) => ({ at, results: findResults(at), ...readRecords(at, budget) }));
  const made = await makeRecords(
    given.flatMap(({ results }) => results),
    findOrigin2
  );
  const silent = given.filter((one) => one.records.length + one.problems.length + one.results.length === 0);
  const problems = [
    ...kept.problems,
    ...given.flatMap((one) => one.problems),
    ...made.problems,
    ...silent.map(({ at: { name: name2 } }) => `${name2}: expected the results of runs, found none`)
  ];
  const before = new Map(kept.records.map(({ record, text: text2 }) => [recordName(record), { record, text: text2 }]));
  const records = new Map(before);
  const incoming = given.flatMap((one) => one.records).sort((a, b) => a.text < b.text ? -1 : 1);
  for (const found of [...incoming, ...made.records]) {
    const name2 = recordName(found.record);
    if (!records.has(name2)) records.set(name2, found);
  }
  if (records.size === 0) throw new RunRefused([...problems, "There is no run to show."].join("\n"));
  const added = [...records].filter(([name2]) => !before.has(name2));
  const page = pageOf(
    [...records.values()].map(({ record }) => record),
    version
  );
  writeSite(site, {
    ...page.files,
    ...Object.fromEntries(added.map(([name2, { text: text2 }]) => [join2(historyName, name2), text2]))
  });
  return { runs: records.size, added: added.length, commits: page.commits, verdict: page.verdict, problems };
}
async function makeRecords(directories, findOrigin2) {
  if (directories.length === 0) return { records: [], problems: [] };
  const origin = await findOrigin2();
  const made = directories.map(({ name: name2, directory }) => {
    const { parsed } = readResults(directory, name2);
    if (parsed.kind === "problem") return { kind: "problem", message: parsed.message };
    const text2 = `${JSON.stringify(historyRecord(parsed.results, origin))}
`;
    if (text2.length > bounds.history.recordBytes)
      return { kind: "problem", message: `${name2}: has more tests than a history can keep` };
    const read = parseHistory(text2, name2);
    return read.kind === "mismatch" ? { kind: "problem", message: read.message } : { kind: "record", record: read.value, text: text2 };
  });
  return {
    records: made.filter((one) => one.kind === "record"),
    problems: made.flatMap((one) => one.kind === "problem" ? [one.message] : [])
  };
}
function recordName({ commit: _, branch: __, commitsAt: ___, ...run }) {
  const time = run.startedAt.replace(/[-:]|\.\d+/g, "");
  return `${time}-${sha256Of(JSON.stringify(run)).slice(0, 16)}.json`;
}
function pageOf(records, version) {
  const data = fitHistory(records, version);
  const words = supportWords(kernelSupport(viewBranch(data, mainBranch(data))));
  return {
    // GitHub Pages would run a program over every file if .nojekyll was not there.
    files: { "index.html": renderHistory(data), "badge.svg": renderBadge(words), ".nojekyll": "" },
    commits: data.commits.length,
    verdict: `${words.label}: ${words.message}`
  };
}
function refuseForeign({ name: name2, directory }) {
  const kind = kindOfFile(directory);
  if (kind !== "nothing" && kind !== "directory")
    throw new RunRefused(`${name2} is not a directory: choose another with --out.`);
  if (kind === "nothing" || kindOfFile(join2(directory, "index.html")) === "nothing") return;
  const page = readTextInside(directory, "index.html", 2e3);
  if (page?.includes(historyMark) !== true)
    throw new RunRefused(`${name2} has a page of somebody else, index.html: choose another directory with --out.`);
}
function writeSite({ name: name2, directory }, files) {
  const inOrder2 = Object.entries(files).sort(([a], [b]) => Number(isPage(a)) - Number(isPage(b)));
  try {
    for (const [path, text2] of inOrder2) writeWhole(join2(directory, path), text2);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw new RunRefused(`${name2} cannot be written: ${error.message}`);
  }
}
function isPage(path) {
  return !path.startsWith(`${historyName}/`);
}
function writeWhole(path, text2) {
  const draft = `${path}.${secretToken()}.part`;
  try {
    writeFileAt(draft, text2);
    movePath(draft, path);
  } catch (error) {
    removeTree(draft);
    throw error;
  }
}

// src/app/github-event.ts
function githubEvent(variable) {
  const path = variable("GITHUB_EVENT_PATH");
  if (path === void 0) return void 0;
  try {
    return readJsonFile(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return void 0;
  }
}
function eventHeadSha(event) {
  const head = fieldOf(fieldOf(event, "pull_request"), "head");
  const sha = fieldOf(head, "sha");
  return typeof sha === "string" && /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(sha) ? sha : void 0;
}
function githubHeadSha(variable) {
  return eventHeadSha(githubEvent(variable)) ?? variable("GITHUB_SHA");
}

// src/app/run-origin.ts
async function findOrigin(question) {
  const told = github(question.variable) ?? gitlab(question.variable) ?? await checkedOut(question.cwd);
  const commit = question.commit?.toLowerCase() ?? told?.commit;
  if (commit === void 0)
    throw new RunRefused(
      `The commit of the new results is not known: this is not a CI job of GitHub or GitLab, and ${question.cwd} is not in a Git repository. Name it with --commit SHA.`
    );
  if (!/^[0-9a-f]{7,64}$/.test(commit))
    throw new RunRefused(
      `The commit must be 7 to 64 hexadecimal digits, but it is ${JSON.stringify(question.commit ?? commit)}.`
    );
  const branch = question.branch ?? told?.branch;
  return {
    commit,
    ...branch === void 0 ? {} : { branch },
    ...told?.commitsAt === void 0 || !isAddress(told.commitsAt) ? {} : { commitsAt: told.commitsAt }
  };
}
function github(variable) {
  const commit = variable("GITHUB_SHA");
  const [server, repository] = [variable("GITHUB_SERVER_URL"), variable("GITHUB_REPOSITORY")];
  if (commit === void 0) return void 0;
  const commitsAt = server === void 0 || repository === void 0 ? void 0 : `${server}/${repository}/commit/`;
  const isOfBase = variable("GITHUB_EVENT_NAME") === "pull_request_target";
  const head = isOfBase ? void 0 : eventHeadSha(githubEvent(variable));
  const branch = isOfBase ? void 0 : variable("GITHUB_HEAD_REF");
  return { commit: head ?? commit, branch: branch ?? variable("GITHUB_REF_NAME"), commitsAt };
}
function gitlab(variable) {
  const commit = variable("CI_COMMIT_SHA");
  const project = variable("CI_PROJECT_URL");
  if (commit === void 0) return void 0;
  return {
    commit: variable("CI_MERGE_REQUEST_SOURCE_BRANCH_SHA") ?? commit,
    branch: variable("CI_MERGE_REQUEST_SOURCE_BRANCH_NAME") ?? variable("CI_COMMIT_REF_NAME"),
    commitsAt: project === void 0 ? void 0 : `${project}/-/commit/`
  };
}
async function checkedOut(cwd) {
  const commit = await git(cwd, ["rev-parse", "HEAD"]);
  if (commit === void 0) return void 0;
  const branch = await git(cwd, ["rev-parse", "--abbrev-ref", "HEAD"]);
  return { commit, branch: branch === "HEAD" ? void 0 : branch, commitsAt: void 0 };
}
async function git(cwd, words) {
  try {
    const { exitCode, stdout } = await runGit(words, { cwd });
    return exitCode === 0 && stdout.trim() !== "" ? stdout.trim() : void 0;
  } catch (error) {
    if (!(error instanceof GitMissing)) throw error;
    return void 0;
  }
}

export {
  historyName,
  keepHistory,
  githubEvent,
  githubHeadSha,
  findOrigin
};
