import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  readShellTarget
} from "./chunk-DCW6IXCD.mjs";
import "./chunk-ATXXT4UX.mjs";
import "./chunk-IC5HD4LB.mjs";
import "./chunk-K66CZ3YL.mjs";
import {
  createTerminalReporter,
  runSuites
} from "./chunk-QKB5TDWZ.mjs";
import "./chunk-IBD2GKUO.mjs";
import "./chunk-PIM6DPNA.mjs";
import "./chunk-EPEJUFYZ.mjs";
import "./chunk-6W2D4BCN.mjs";
import "./chunk-4PMOY6FC.mjs";
import "./chunk-L6EZNR73.mjs";
import "./chunk-RW23ILEV.mjs";
import {
  oneOf as oneOf2,
  runChoices
} from "./chunk-C5HBLFOV.mjs";
import "./chunk-YAKF2QPZ.mjs";
import {
  failureBlocks,
  renderFinal
} from "./chunk-YWXRE6VK.mjs";
import {
  createStyle,
  fitWidth,
  formatDuration,
  logReader,
  writeSweep
} from "./chunk-U6OTOOPJ.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-A25XSJG7.mjs";
import "./chunk-ZGLQIM6W.mjs";
import "./chunk-VMXOEY32.mjs";
import "./chunk-R3FTYVMD.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-K723NUHD.mjs";
import {
  amount,
  cellId,
  defined,
  listOf,
  object,
  oneOf,
  optional,
  testId,
  text,
  wholeNumber,
  withKeywords
} from "./chunk-2OOJGNZB.mjs";
import {
  cancelOnSignals
} from "./chunk-BQTMZKTG.mjs";
import {
  RunRefused,
  defuseCommands,
  devicesOf,
  plainLine
} from "./chunk-3DU4OYAH.mjs";
import "./chunk-QU4KJBQ7.mjs";
import "./chunk-O26GYING.mjs";
import "./chunk-2VRCS2NZ.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-BDJ27EXF.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-F2AMJPZZ.mjs";
import {
  keepHeapSmall
} from "./chunk-ORRRUZN6.mjs";
import "./chunk-QVRXA3M7.mjs";
import "./chunk-DQYBBPSA.mjs";
import "./chunk-ZNIPUPX6.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-DUAYWCTV.mjs";
import {
  FaultSyntaxError,
  parseFault
} from "./chunk-L4FURYEC.mjs";
import "./chunk-A5F4ZBJZ.mjs";
import "./chunk-DLOU7QU3.mjs";
import "./chunk-YHXX3QQK.mjs";
import "./chunk-X4S3OXBD.mjs";
import "./chunk-OWWEY2YD.mjs";
import "./chunk-24KEYR4D.mjs";
import "./chunk-GHD2POFV.mjs";
import "./chunk-4NERI4SW.mjs";
import "./chunk-VZIXGXY6.mjs";
import "./chunk-KXKTA7HN.mjs";
import "./chunk-Q5WLDUDD.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-BLSDMNQH.mjs";
import "./chunk-4ZGFQWUM.mjs";
import "./chunk-2OQNYEBH.mjs";
import "./chunk-R2N667XA.mjs";

// src/cli/sweep-command.ts
import { relative, resolve } from "node:path";

// src/plan/sweep-plan.ts
var sweepFaultId = "sweep";
var never = Number.MAX_SAFE_INTEGER;
function sweepFaults(texts) {
  return texts.map((text2, index) => {
    const kind = text2.split(/\s/, 1)[0] ?? text2;
    const before = texts.slice(0, index).filter((other) => other.split(/\s/, 1)[0] === kind).length;
    return { text: text2, label: before === 0 ? kind : `${kind}-${before + 1}` };
  });
}
function countingTest(planned, device, faults) {
  const added = faults.map(
    (fault) => faultLine(planned, `${fault.text} nth=${never} device=${device} id=${countingId(fault)}`)
  );
  return { ...planned, test: { ...planned.test, faults: [...planned.test.faults, ...added] } };
}
function countingId({ label }) {
  return `${sweepFaultId}-${label}`;
}
function pointTest(planned, point2) {
  const { device, fault, nth } = point2;
  const name = `${planned.test.name}.${fault.label}.${nth}`;
  const added = faultLine(planned, `${fault.text} nth=${nth} device=${device} id=${sweepFaultId}`);
  return {
    ...planned,
    id: `${planned.suite.name}/${name}`,
    test: { ...planned.test, name, faults: [...planned.test.faults, added] },
    sweep: point2
  };
}
function faultLine({ test }, text2) {
  return { text: text2, file: test.directory, line: 0 };
}
function sweptAccesses(counted, maxPoints) {
  if (counted <= maxPoints) return Array.from({ length: counted }, (_, index) => index + 1);
  if (maxPoints === 1) return [1];
  return Array.from({ length: maxPoints }, (_, index) => 1 + Math.round(index * (counted - 1) / (maxPoints - 1)));
}

// src/results/formats/sweep-format.ts
var pointOutcomes = ["absorbed", "reported", "leaked", "crashed", "hung", "missed", "unjudged"];
var outcome = defined(
  "outcome",
  oneOf(
    pointOutcomes,
    "absorbed: the test passed all the same. reported: it failed, and the kernel lives. leaked: what was set up could not be taken down again. crashed, hung: as of any test. missed: the test took another way and the fault never fired. unjudged: there is no verdict."
  )
);
var point = object({
  fault: text("The fault without its trigger."),
  nth: wholeNumber("Which of the accesses that it counts it hit, from 1 on.", { min: 1 }),
  outcome,
  access: optional(text("What it hit, such as `read of STATUS`. Missing where it hit nothing.")),
  test: testId("Id of the point in results.json.")
});
var sweptFault = object({
  text: text("The fault without its trigger."),
  counted: wholeNumber("How many accesses it could hit; with --point, the last that was asked for."),
  swept: wholeNumber("At how many of them it was.")
});
var sweep = withKeywords(
  { $id: "urn:qemu-driver-test:sweep:1", title: "qemu-driver-test sweep" },
  object(
    {
      schema: oneOf(["qemu-driver-test/sweep/1"], "The format of this file. Another number is another format."),
      test: testId("`suite/test`."),
      cell: cellId("Id of the cell that it ran in."),
      device: text("Id of the device whose accesses were swept."),
      faults: listOf(sweptFault, "The faults, in the order in which they were asked for."),
      points: listOf(point, "A fault at one access."),
      totals: object(
        {
          absorbed: wholeNumber(),
          reported: wholeNumber(),
          leaked: wholeNumber(),
          crashed: wholeNumber(),
          hung: wholeNumber(),
          missed: wholeNumber(),
          unjudged: wholeNumber()
        },
        "How many points came to each outcome."
      ),
      durationMs: withKeywords({ type: "integer" }, amount("The whole sweep, in milliseconds."))
    },
    "sweep.json of qemu-driver-test: what became of a test with a fault at every access in turn. Each point is a test of the results.json beside it."
  )
);

// src/results/sweep-result.ts
function pointOutcome(test, report) {
  if (test.findings.some(({ kind }) => kind === "memory-leak")) return "leaked";
  switch (test.outcome) {
    case "crash":
      return "crashed";
    case "hang":
    case "timeout":
      return "hung";
    case "error":
      return test.ok ? "reported" : tearsDown(test) ? "unjudged" : "leaked";
    case "pass":
    case "fail":
    case "skip":
      if (!tearsDown(test)) return "leaked";
      if (report === void 0 || report.fired === 0) return "missed";
      return test.outcome === "pass" ? "absorbed" : "reported";
  }
}
function tearsDown({ stages }) {
  return stages.every(({ name, exitStatus }) => !name.endsWith("teardown") || exitStatus === 0);
}
function countPoints(points) {
  const count = (outcome2) => points.filter((point2) => point2.outcome === outcome2).length;
  return {
    absorbed: count("absorbed"),
    reported: count("reported"),
    leaked: count("leaked"),
    crashed: count("crashed"),
    hung: count("hung"),
    missed: count("missed"),
    unjudged: count("unjudged")
  };
}

// src/app/run-sweep.ts
function checkSweep({ planned, device, faults }) {
  for (const text2 of faults) checkFault(text2);
  const ids = devicesOf(planned).map(({ id }) => id);
  const [only] = ids;
  if (only === void 0)
    throw new RunRefused(
      `${planned.id} has no device model to sweep: add one to info/devices (docs/device-models.md).`
    );
  if (device === void 0 && ids.length > 1)
    throw new RunRefused(
      `${planned.id} has ${ids.length} device models: choose one with --device ${ids.join(" or --device ")}.`
    );
  if (device !== void 0 && !ids.includes(device))
    throw new RunRefused(`--device ${device}: expected a device model of ${planned.id}: ${ids.join(", ")}.`);
  return device ?? only;
}
function checkFault(text2) {
  try {
    const { trigger, device, id, effect } = parseFault(text2);
    if (trigger.kind !== "always")
      throw new RunRefused(
        `--fault "${text2}": expected no nth, from, every or probability, because a sweep sets the access itself.`
      );
    if (device !== void 0 || id !== effect.kind)
      throw new RunRefused(`--fault "${text2}": expected no device or id, because a sweep sets them itself.`);
  } catch (error) {
    if (!(error instanceof FaultSyntaxError)) throw error;
    throw new RunRefused(`--fault: ${error.message}`);
  }
}
async function runSweep(run) {
  const startedMs = performance.now();
  const device = checkSweep(run);
  const faults = sweepFaults(run.faults);
  const counts = run.points.length > 0 ? faults.map((fault) => ({ fault, counted: Math.max(...run.points), accesses: run.points })) : await countAccesses(run, device, faults);
  if ("kind" in counts) return counts;
  const points = counts.flatMap(
    ({ fault, accesses }) => accesses.map((nth) => ({ test: run.planned.test.name, device, fault, nth }))
  );
  if (run.points.length === 0)
    run.listener({
      kind: "fact",
      topic: "accesses",
      text: counts.map(({ fault, counted }) => `${counted} for ${fault.text}`).join(", ")
    });
  const results = await runTests(
    { ...run, listener: withoutFacts(run) },
    points.map((point2) => pointTest(run.planned, point2))
  );
  const pointResults = points.flatMap((point2, index) => resultOf(point2, results.tests[index]));
  const sweep2 = {
    schema: "qemu-driver-test/sweep/1",
    test: run.planned.id,
    cell: run.planned.cell.id,
    device,
    faults: counts.map(({ fault, counted, accesses }) => ({ text: fault.text, counted, swept: accesses.length })),
    points: pointResults,
    totals: countPoints(pointResults),
    durationMs: Math.round(performance.now() - startedMs)
  };
  writeSweep(run.outDirectory, sweep2);
  return { kind: "swept", sweep: sweep2, results };
}
function withoutFacts({ points, listener }) {
  if (points.length > 0) return listener;
  return (event) => {
    if (event.kind !== "fact") listener(event);
  };
}
async function countAccesses(run, device, faults) {
  const results = await runTests(run, [countingTest(run.planned, device, faults)]);
  const [test] = results.tests;
  if (test?.ok !== true)
    return {
      kind: "not-swept",
      reason: "The test is not as expected even without a fault, so a sweep proves nothing. Fix the test first.",
      results
    };
  const counts = faults.map((fault) => {
    const counted = reportOf(test, device, countingId(fault))?.counted ?? 0;
    return { fault, counted, accesses: sweptAccesses(counted, run.maxPoints) };
  });
  if (counts.some(({ counted }) => counted > 0)) return counts;
  return {
    kind: "not-swept",
    reason: `The test never accesses ${device} in a way that ${run.faults.join(" or ")} can hit.`,
    results: { ...results, exitStatus: 69 }
  };
}
async function runTests(run, tests) {
  return await runSuites({
    ...run,
    plan: { cells: [run.planned.cell], tests },
    shard: void 0,
    choices: { ...run.choices, repeat: 1, shuffleSeed: void 0 }
  });
}
function reportOf({ devices }, device, fault) {
  return devices?.find(({ id }) => id === device)?.faults.find(({ id }) => id === fault);
}
function resultOf({ device, fault, nth }, test) {
  if (test === void 0) throw new Error("Internal error: a point of a sweep has no result");
  const report = reportOf(test, device, sweepFaultId);
  return [
    {
      fault: fault.text,
      nth,
      outcome: pointOutcome(test, report),
      ...report?.first === void 0 ? {} : { access: report.first.access },
      test: test.id
    }
  ];
}

// src/report/terminal/render-sweep.ts
var maxListed = 20;
function renderSweep(sweep2, results, options) {
  const look = {
    style: createStyle(options.color),
    columns: Math.max(40, options.columns),
    directory: options.resultsDirectory,
    readLog: options.readLog
  };
  const verdict = look.style.bold(
    results.exitStatus === 0 ? look.style.green(verdictOf(sweep2)) : look.style.red(verdictOf(sweep2))
  );
  const parts = [
    faultRows(sweep2).join("\n"),
    pointRows(sweep2, results, look).join("\n"),
    ...failureBlocks(results, look),
    verdict
  ];
  return `${defuseCommands(parts.filter((part) => part !== "").join("\n\n"))}
`;
}
function faultRows({ faults, points }) {
  const width = Math.max(...faults.map(({ text: text2 }) => text2.length));
  return faults.map(({ text: text2, counted, swept }) => {
    const accesses = swept === counted ? `${counted} ${counted === 1 ? "access" : "accesses"}` : `${swept} of ${counted} accesses`;
    return (`  ${plainLine(text2).padEnd(width)}   ${accesses.padEnd(16)}   ` + countsOf(points.filter((point2) => point2.fault === text2))).trimEnd();
  });
}
function countsOf(points) {
  return pointOutcomes.map((outcome2) => [outcome2, points.filter((point2) => point2.outcome === outcome2).length]).filter(([, count]) => count > 0).map(([outcome2, count]) => `${count} ${outcome2}`).join(", ");
}
var handled = ["absorbed", "reported", "missed"];
function pointRows({ points }, { tests }, { columns }) {
  const bad = points.filter(({ outcome: outcome2 }) => !handled.includes(outcome2));
  const rows = bad.slice(0, maxListed).map((point2) => {
    const test = tests.find(({ id }) => id === point2.test);
    return fitWidth(
      `  ${[
        `${point2.fault} ${point2.nth}`,
        point2.access ?? "",
        point2.outcome,
        ...test === void 0 ? [] : whatAndWhere(test)
      ].filter((part) => part !== "").map(plainLine).join("   ")}`,
      columns
    );
  });
  return bad.length > maxListed ? [...rows, `  and ${bad.length - maxListed} more points: sweep.json`] : rows;
}
function whatAndWhere({ findings, reason, postMortem }) {
  const [finding] = findings;
  if (finding === void 0) return [postMortem?.whereabouts[0] ?? reason];
  return [finding.title, ...finding.source === void 0 ? [] : [`${finding.source.file}:${finding.source.line}`]];
}
function verdictOf({ points, totals, durationMs }) {
  const others = pointOutcomes.filter((outcome2) => !handled.includes(outcome2) && totals[outcome2] > 0).map((outcome2) => `${totals[outcome2]} ${outcome2}`);
  const missed = totals.missed === 0 ? [] : [`${totals.missed} not reached`];
  return [
    `${totals.absorbed + totals.reported} of ${points.length} points handled (${totals.reported} reported, ${totals.absorbed} absorbed)`,
    ...others,
    ...missed,
    formatDuration(durationMs)
  ].join(" \xB7 ");
}

// src/cli/sweep-command.ts
function readOneTest(args, host) {
  const { planned, hasTest } = readShellTarget(args, host);
  if (!hasTest) throw new UsageError("Name one test: SUITE/TEST.");
  return { planned };
}
var tickMs = 250;
var defaultMaxPoints = 500;
async function sweepCommand(args, host) {
  const format = oneOf2("--format", ["terminal", "json"], args.value("format")) ?? "terminal";
  const wanted = { ...readOneTest(args, host), device: args.value("device"), ...readFaults(args) };
  const outDirectory = resolve(host.cwd, args.value("out") ?? "qdt-sweep");
  keepHeapSmall();
  const write = format === "terminal" ? host.write : host.complain;
  const reporter = createTerminalReporter({
    write,
    columns: host.columns,
    isTty: host.isTty && format === "terminal",
    color: host.color,
    now: () => performance.now(),
    verbose: args.flag("verbose")
  });
  const ticking = setInterval(reporter.tick, tickMs);
  const signal = cancelOnSignals(host, reporter.onEvent);
  try {
    const outcome2 = await runSweep({
      choices: runChoices(args, host.invocation),
      ...wanted,
      outDirectory,
      cwd: host.cwd,
      installation: host.installation,
      listener: reporter.onEvent,
      signal
    });
    reporter.close();
    host.write(
      format === "json" ? `${JSON.stringify(outcome2.kind === "swept" ? outcome2.sweep : { reason: outcome2.reason }, void 0, 2)}
` : render(outcome2, host, outDirectory)
    );
    return outcome2.results.exitStatus;
  } finally {
    clearInterval(ticking);
    reporter.close();
  }
}
function render(outcome2, { color, columns, cwd }, outDirectory) {
  const options = {
    color,
    columns: columns(),
    resultsDirectory: relative(cwd, outDirectory) || ".",
    readLog: logReader(outDirectory)
  };
  if (outcome2.kind === "swept") return renderSweep(outcome2.sweep, outcome2.results, options);
  return `${renderFinal(outcome2.results, options)}
${outcome2.reason}
`;
}
function readFaults(args) {
  const faults = args.values("fault").flatMap((value) => value.split(",")).map((text2) => text2.trim()).filter((text2) => text2 !== "");
  if (faults.length === 0)
    throw new UsageError(
      "sweep needs --fault, for example --fault dma-fail,irq-drop,read-ones. docs/device-models.md lists the faults."
    );
  const points = args.values("point").map((value) => wholeNumber2("--point", value));
  if (points.length > 0 && faults.length > 1)
    throw new UsageError("--point needs exactly one --fault, because each fault counts its own accesses.");
  return {
    faults,
    points,
    maxPoints: wholeNumber2("--max-points", args.value("max-points") ?? String(defaultMaxPoints))
  };
}
function wholeNumber2(option, given) {
  if (!/^[1-9]\d{0,6}$/.test(given))
    throw new UsageError(`${option}: expected a whole number of at least 1, found ${JSON.stringify(given)}.`);
  return Number(given);
}
export {
  readOneTest,
  sweepCommand
};
