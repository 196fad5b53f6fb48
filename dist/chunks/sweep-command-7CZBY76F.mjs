import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  readShellTarget
} from "./chunk-OQMAZ4GS.mjs";
import "./chunk-TAJX3EJJ.mjs";
import "./chunk-ANJC6VQ2.mjs";
import "./chunk-AML7ATTH.mjs";
import {
  createTerminalReporter,
  runSuites
} from "./chunk-LX7N7OFC.mjs";
import {
  countPoints,
  coverageBlock,
  failureBlocks,
  handledOutcomes,
  pointsOf,
  renderFinal
} from "./chunk-WC2TMOWA.mjs";
import "./chunk-QVBAHAR2.mjs";
import {
  createStyle,
  fitWidth,
  formatDuration,
  groupPoints,
  logReader,
  numbersOf,
  wrapWords,
  writeSweep
} from "./chunk-FHZZFAUO.mjs";
import "./chunk-JJPZCCMJ.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-IFOFWMMU.mjs";
import "./chunk-7ACBYE7Y.mjs";
import "./chunk-PSZOQX5Q.mjs";
import "./chunk-L4MBVZKB.mjs";
import "./chunk-GKDVK44M.mjs";
import "./chunk-WFL2Y6HC.mjs";
import {
  oneOf,
  runChoices
} from "./chunk-2VKLI7JB.mjs";
import "./chunk-NCO2VSFF.mjs";
import {
  pointOutcomes
} from "./chunk-JH63KMMX.mjs";
import "./chunk-FEUI54CN.mjs";
import "./chunk-CUHRTMBM.mjs";
import "./chunk-J35VQB3X.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-XY42UZ25.mjs";
import "./chunk-XFDUTJQO.mjs";
import {
  cancelOnSignals
} from "./chunk-6XJXKXSM.mjs";
import {
  RunRefused,
  defuseCommands,
  devicesOf,
  plainLine
} from "./chunk-PJGE2AZL.mjs";
import "./chunk-G7Y3NBSV.mjs";
import "./chunk-533ISHDF.mjs";
import "./chunk-RPRBIONT.mjs";
import "./chunk-U2LNNYGN.mjs";
import "./chunk-42EG7RIT.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-QLGGIQ45.mjs";
import {
  keepHeapSmall
} from "./chunk-ORRRUZN6.mjs";
import "./chunk-V4AHKANW.mjs";
import "./chunk-YF3CQPZG.mjs";
import "./chunk-WIOT5BKV.mjs";
import "./chunk-MKLWSO4V.mjs";
import "./chunk-HLYA65ZP.mjs";
import {
  FaultSyntaxError,
  parseFault
} from "./chunk-L4FURYEC.mjs";
import "./chunk-OTLDLPN7.mjs";
import "./chunk-6Q5IN44C.mjs";
import "./chunk-Z5GGRIFT.mjs";
import "./chunk-R34E6Y4Y.mjs";
import "./chunk-43WI7UBL.mjs";
import "./chunk-ZZYZID6W.mjs";
import "./chunk-6XFKG6TB.mjs";
import "./chunk-3V3CBYNY.mjs";
import "./chunk-IRPNDCYH.mjs";
import "./chunk-5NW2O3U6.mjs";
import "./chunk-4K3JF4DD.mjs";
import "./chunk-FVEPVBWF.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-L2Z4XR4T.mjs";
import "./chunk-QTSMFX6Q.mjs";
import "./chunk-4ZGFQWUM.mjs";
import "./chunk-Z52LW6BK.mjs";
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
  const { fault, nth, device, faultId } = point;
  const line = `${fault.text} nth=${nth} device=${device} id=${faultId}`;
  const name = `${planned.test.name}.${fault.label}.${nth}`;
  const added = faultLine(planned, line);
  return {
    ...planned,
    id: `${planned.suite.name}/${name}`,
    test: { ...planned.test, name, faults: [...planned.test.faults, added] },
    sweep: { ...point, line }
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

// src/app/sweep/check-sweep.ts
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

// src/app/sweep/device-accesses.ts
function deviceAccesses(device, faults) {
  return {
    noun: { one: "access", many: "accesses" },
    device,
    faults,
    countingTest: (planned) => countingTest(planned, device, faults),
    countIn: ({ devices }) => {
      const reports = devices.find(({ id }) => id === device)?.faults ?? [];
      return faults.map((fault) => ({
        fault,
        counted: reports.find(({ id }) => id === countingId(fault))?.counted ?? 0
      }));
    },
    pointTest: (planned, place) => pointTest(planned, { test: planned.test.name, device, faultId: sweepFaultId, ...place })
  };
}

// src/app/sweep/run-sweep.ts
async function runSweep(run) {
  const startedMs = performance.now();
  const target = deviceAccesses(checkSweep(run), sweepFaults(run.faults));
  const counting = target.countingTest(run.planned);
  let swept = [];
  const results = await runSuites({
    ...run,
    plan: { cells: [run.planned.cell], tests: [counting] },
    shard: void 0,
    choices: { ...run.choices, repeat: 1, shuffleSeed: void 0 },
    planLater: ([counted]) => {
      if (counted?.verdict.ok !== true) return [];
      swept = target.countIn(counted.record).map((fault) => ({ ...fault, places: placesOf(fault, run) }));
      announce(swept, run.listener);
      return pointTests(swept, { target, planned: run.planned, madeFrom: counting, counted });
    }
  });
  const reason = whyNotSwept(results, swept, { run, target });
  if (reason !== void 0) return reason;
  const points = pointsOf(results.tests);
  const sweep = {
    schema: "qemu-driver-test/sweep/1",
    test: run.planned.id,
    cell: run.planned.cell.id,
    device: target.device,
    faults: swept.map(({ fault, counted, places }) => ({ text: fault.text, counted, swept: places.length })),
    points,
    totals: countPoints(points),
    durationMs: Math.round(performance.now() - startedMs)
  };
  writeSweep(run.outDirectory, sweep);
  return { kind: "swept", sweep, results };
}
function placesOf({ counted }, { points, maxPoints }) {
  return points.length > 0 ? points : sweptAccesses(counted, maxPoints);
}
function announce(swept, listener) {
  const text = swept.map(({ fault, counted }) => `${counted} for ${fault.text}`).join(", ");
  listener({ kind: "fact", topic: "accesses", text });
}
function pointTests(swept, { target, planned, madeFrom, counted: { record } }) {
  const baseline = { console: record.consolePath ?? "", logs: record.stages.map(({ log }) => log) };
  return swept.flatMap(
    ({ fault, places }) => places.map((nth) => ({ planned: target.pointTest(planned, { fault, nth, baseline }), madeFrom }))
  );
}
function whyNotSwept(results, swept, { run, target }) {
  if (results.tests[0]?.ok !== true)
    return {
      kind: "not-swept",
      reason: "The test is not as expected even without a fault, so a sweep proves nothing. Fix the test first.",
      results
    };
  if (swept.some(({ places }) => places.length > 0)) return void 0;
  return {
    kind: "not-swept",
    reason: `The test never accesses ${target.device} in a way that ${run.faults.join(" or ")} can hit.`,
    results: { ...results, exitStatus: 69 }
  };
}

// src/report/terminal/render-sweep.ts
var maxBad = 20;
var maxGood = 10;
var maxWordLines = 3;
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
    pointRows(sweep.points, results, look).join("\n"),
    ...failureBlocks(results, look),
    ...coverageBlock(results, look),
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
function pointRows(points, results, look) {
  const groups = groupPoints(points);
  const isBad = ({ outcome }) => !handledOutcomes.includes(outcome);
  return [
    ...entries(groups.filter(isBad), maxBad, { results, look, paint: look.style.red }),
    ...entries(
      groups.filter((group) => !isBad(group)),
      maxGood,
      { results, look, paint: look.style.green }
    )
  ];
}
function entries(groups, max, entryLook) {
  const lines = groups.slice(0, max).flatMap((group) => entry(group, entryLook));
  const left = groups.slice(max).reduce((sum, { points }) => sum + points.length, 0);
  return left === 0 ? lines : [...lines, `  and ${left} more points: report.html, sweep.json`];
}
function entry({ fault, outcome, access, why, points }, { results, look, paint }) {
  const count = points.length === 1 ? "" : ` \xD7${points.length}`;
  const head = [plainLine(`${fault} ${numbersOf(points)}`), plainLine(access ?? "no access")].join("   ");
  const words = wrapWords(plainLine(whatAndWhere(why, points, results)), look.columns - 6).slice(0, maxWordLines);
  const label = `${outcome}${count}`;
  return [
    `  ${fitWidth(head, look.columns - label.length - 5)}   ${paint(label)}`,
    ...words.map((line) => `      ${look.style.dim(line)}`)
  ];
}
function whatAndWhere(why, [first], { tests }) {
  const test = tests.find(({ id }) => id === first?.test);
  const source = test?.findings[0]?.source;
  return source === void 0 ? why : `${why}   ${source.file}:${source.line}`;
}
function verdictOf({ points, totals, durationMs }) {
  const others = pointOutcomes.filter((outcome) => !handledOutcomes.includes(outcome) && totals[outcome] > 0).map((outcome) => `${totals[outcome]} ${outcome}`);
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
