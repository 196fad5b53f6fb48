import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  readShellTarget
} from "./chunk-CGZFZ5JC.mjs";
import "./chunk-LL75L3FA.mjs";
import "./chunk-DH6NYWB5.mjs";
import "./chunk-LDG7USO3.mjs";
import {
  createTerminalReporter,
  runSuites
} from "./chunk-4WVYUHJQ.mjs";
import {
  countPoints,
  failedTeardown,
  failureBlocks,
  pointOutcome,
  pointOutcomes,
  renderFinal
} from "./chunk-DOSLJNQS.mjs";
import "./chunk-QVBAHAR2.mjs";
import {
  createStyle,
  cutLine,
  fitWidth,
  formatDuration,
  logReader,
  writeSweep
} from "./chunk-TLPQH62J.mjs";
import "./chunk-RWZHS4TK.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-ABA5X5BY.mjs";
import "./chunk-7ACBYE7Y.mjs";
import "./chunk-MMJZXIOY.mjs";
import "./chunk-EHHXR7MV.mjs";
import "./chunk-H7VB4FMN.mjs";
import "./chunk-YFROGLQM.mjs";
import {
  oneOf,
  runChoices
} from "./chunk-YTWL5IFB.mjs";
import "./chunk-ZGLQIM6W.mjs";
import "./chunk-Z4MY4UNO.mjs";
import "./chunk-FEUI54CN.mjs";
import "./chunk-56PU4Y4X.mjs";
import "./chunk-BHP33WRS.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-OJVNGN6R.mjs";
import "./chunk-XFDUTJQO.mjs";
import {
  cancelOnSignals
} from "./chunk-BQTMZKTG.mjs";
import {
  RunRefused,
  defuseCommands,
  devicesOf,
  plainLine
} from "./chunk-NFB3NNVB.mjs";
import "./chunk-G7Y3NBSV.mjs";
import "./chunk-533ISHDF.mjs";
import "./chunk-RPRBIONT.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-42EG7RIT.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-F2AMJPZZ.mjs";
import {
  keepHeapSmall
} from "./chunk-ORRRUZN6.mjs";
import "./chunk-QVRXA3M7.mjs";
import "./chunk-GO5KNIBB.mjs";
import "./chunk-3NC5PDVW.mjs";
import "./chunk-DUAYWCTV.mjs";
import "./chunk-HLYA65ZP.mjs";
import {
  FaultSyntaxError,
  parseFault
} from "./chunk-L4FURYEC.mjs";
import "./chunk-RIMQFIWY.mjs";
import "./chunk-A2YSBGWX.mjs";
import "./chunk-NX465CFI.mjs";
import "./chunk-ROFPOSIT.mjs";
import "./chunk-43WI7UBL.mjs";
import "./chunk-ZZYZID6W.mjs";
import "./chunk-OM7EFJQV.mjs";
import "./chunk-3V3CBYNY.mjs";
import "./chunk-IRPNDCYH.mjs";
import "./chunk-KXKTA7HN.mjs";
import "./chunk-4K3JF4DD.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-BLSDMNQH.mjs";
import "./chunk-4ZGFQWUM.mjs";
import "./chunk-VQ6UBOWN.mjs";
import "./chunk-R2N667XA.mjs";

// src/cli/sweep-command.ts
import { relative, resolve } from "node:path";

// src/plan/sweep-plan.ts
var sweepFaultId = "sweep";
var never = Number.MAX_SAFE_INTEGER;
function sweepFaults(texts) {
  return texts.map((text, index) => {
    const kind = text.split(/\s/, 1)[0] ?? text;
    const before = texts.slice(0, index).filter((other) => other.split(/\s/, 1)[0] === kind).length;
    return { text, label: before === 0 ? kind : `${kind}-${before + 1}` };
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
function pointTest(planned, point) {
  const { device, fault, nth } = point;
  const name = `${planned.test.name}.${fault.label}.${nth}`;
  const added = faultLine(planned, `${fault.text} nth=${nth} device=${device} id=${sweepFaultId}`);
  return {
    ...planned,
    id: `${planned.suite.name}/${name}`,
    test: { ...planned.test, name, faults: [...planned.test.faults, added] },
    sweep: point
  };
}
function faultLine({ test }, text) {
  return { text, file: test.directory, line: 0 };
}
function sweptAccesses(counted, maxPoints) {
  if (counted <= maxPoints) return Array.from({ length: counted }, (_, index) => index + 1);
  if (maxPoints === 1) return [1];
  return Array.from({ length: maxPoints }, (_, index) => 1 + Math.round(index * (counted - 1) / (maxPoints - 1)));
}

// src/app/run-sweep.ts
function checkSweep({ planned, device, faults }) {
  for (const text of faults) checkFault(text);
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
function checkFault(text) {
  try {
    const { trigger, device, id, effect } = parseFault(text);
    if (trigger.kind !== "always")
      throw new RunRefused(
        `--fault "${text}": expected no nth, from, every or probability, because a sweep sets the access itself.`
      );
    if (device !== void 0 || id !== effect.kind)
      throw new RunRefused(`--fault "${text}": expected no device or id, because a sweep sets them itself.`);
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
    points.map((point) => pointTest(run.planned, point))
  );
  const pointResults = points.flatMap((point, index) => resultOf(point, results.tests[index]));
  const sweep = {
    schema: "qemu-driver-test/sweep/1",
    test: run.planned.id,
    cell: run.planned.cell.id,
    device,
    faults: counts.map(({ fault, counted, accesses }) => ({ text: fault.text, counted, swept: accesses.length })),
    points: pointResults,
    totals: countPoints(pointResults),
    durationMs: Math.round(performance.now() - startedMs)
  };
  writeSweep(run.outDirectory, sweep);
  return { kind: "swept", sweep, results };
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
var maxWords = 200;
function renderSweep(sweep, results, options) {
  const look = {
    style: createStyle(options.color),
    columns: Math.max(40, options.columns),
    directory: options.resultsDirectory,
    readLog: options.readLog
  };
  const verdict = look.style.bold(
    results.exitStatus === 0 ? look.style.green(verdictOf(sweep)) : look.style.red(verdictOf(sweep))
  );
  const parts = [
    faultRows(sweep).join("\n"),
    pointRows(sweep, results, look).join("\n"),
    ...failureBlocks(results, look, sweep),
    verdict
  ];
  return `${defuseCommands(parts.filter((part) => part !== "").join("\n\n"))}
`;
}
function faultRows({ faults, points }) {
  const width = Math.max(...faults.map(({ text }) => text.length));
  return faults.map(({ text, counted, swept }) => {
    const accesses = swept === counted ? `${counted} ${counted === 1 ? "access" : "accesses"}` : `${swept} of ${counted} accesses`;
    return (`  ${plainLine(text).padEnd(width)}   ${accesses.padEnd(16)}   ` + countsOf(points.filter((point) => point.fault === text))).trimEnd();
  });
}
function countsOf(points) {
  return pointOutcomes.map((outcome) => [outcome, points.filter((point) => point.outcome === outcome).length]).filter(([, count]) => count > 0).map(([outcome, count]) => `${count} ${outcome}`).join(", ");
}
var handled = ["absorbed", "reported", "missed"];
function pointRows({ points }, { tests }, look) {
  const bad = points.filter(({ outcome }) => !handled.includes(outcome));
  const rows = bad.slice(0, maxListed).map((point) => {
    const test = tests.find(({ id }) => id === point.test);
    return fitWidth(
      `  ${[
        `${point.fault} ${point.nth}`,
        point.access ?? "",
        point.outcome,
        ...test === void 0 ? [] : whatAndWhere(test, look)
      ].filter((part) => part !== "").map(plainLine).join("   ")}`,
      look.columns
    );
  });
  return bad.length > maxListed ? [...rows, `  and ${bad.length - maxListed} more points: sweep.json`] : rows;
}
function whatAndWhere(test, look) {
  const { findings, reason, postMortem } = test;
  const [finding] = findings;
  if (finding === void 0) return [postMortem?.whereabouts[0] ?? leftBehind(test, look) ?? reason];
  return [finding.title, ...finding.source === void 0 ? [] : [`${finding.source.file}:${finding.source.line}`]];
}
function leftBehind(test, { readLog }) {
  const stage = failedTeardown(test);
  if (stage === void 0) return void 0;
  const said = (readLog(stage.log) ?? "").slice(-4 * maxWords).trimEnd().split("\n").at(-1)?.trim() ?? "";
  const ended = stage.exitStatus === null ? "did not end" : `ended with exit status ${stage.exitStatus}`;
  return `${stage.name}: ${said === "" ? ended : cutLine(said, maxWords)}`;
}
function verdictOf({ points, totals, durationMs }) {
  const others = pointOutcomes.filter((outcome) => !handled.includes(outcome) && totals[outcome] > 0).map((outcome) => `${totals[outcome]} ${outcome}`);
  const missed = totals.missed === 0 ? [] : [`${totals.missed} missed`];
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
  const format = oneOf("--format", ["terminal", "json"], args.value("format")) ?? "terminal";
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
    const outcome = await runSweep({
      choices: runChoices(args, host),
      ...wanted,
      outDirectory,
      cwd: host.cwd,
      installation: host.installation,
      listener: reporter.onEvent,
      signal
    });
    reporter.close();
    host.write(
      format === "json" ? `${JSON.stringify(outcome.kind === "swept" ? outcome.sweep : { reason: outcome.reason }, void 0, 2)}
` : render(outcome, host, outDirectory)
    );
    return outcome.results.exitStatus;
  } finally {
    clearInterval(ticking);
    reporter.close();
  }
}
function render(outcome, { color, columns, cwd }, outDirectory) {
  const options = {
    color,
    columns: columns(),
    resultsDirectory: relative(cwd, outDirectory) || ".",
    readLog: logReader(outDirectory)
  };
  if (outcome.kind === "swept") return renderSweep(outcome.sweep, outcome.results, options);
  return `${renderFinal(outcome.results, options)}
${outcome.reason}
`;
}
function readFaults(args) {
  const faults = args.values("fault").flatMap((value) => value.split(",")).map((text) => text.trim()).filter((text) => text !== "");
  if (faults.length === 0)
    throw new UsageError(
      "sweep needs --fault, for example --fault dma-fail,irq-drop,read-ones. docs/device-models.md lists the faults."
    );
  const points = args.values("point").map((value) => wholeNumber("--point", value));
  if (points.length > 0 && faults.length > 1)
    throw new UsageError("--point needs exactly one --fault, because each fault counts its own accesses.");
  return {
    faults,
    points,
    maxPoints: wholeNumber("--max-points", args.value("max-points") ?? String(defaultMaxPoints))
  };
}
function wholeNumber(option, given) {
  if (!/^[1-9]\d{0,6}$/.test(given))
    throw new UsageError(`${option}: expected a whole number of at least 1, found ${JSON.stringify(given)}.`);
  return Number(given);
}
export {
  readOneTest,
  sweepCommand
};
