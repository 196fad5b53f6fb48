import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  readShellTarget
} from "./chunk-LUTW4W4O.mjs";
import "./chunk-UGYE35AZ.mjs";
import "./chunk-PQIJVHGQ.mjs";
import "./chunk-SR67EZ76.mjs";
import {
  createTerminalReporter,
  runSuites
} from "./chunk-Y42A6BDT.mjs";
import {
  keepHeapSmall
} from "./chunk-UH7ZL7Q2.mjs";
import "./chunk-4IFTEJWE.mjs";
import {
  coverageBlock,
  failureBlocks,
  renderFinal
} from "./chunk-Z52ASNL3.mjs";
import "./chunk-P33J4D2E.mjs";
import {
  accessWords,
  countPoints,
  countedWords,
  createStyle,
  errorPathWords,
  fitWidth,
  formatDuration,
  groupPoints,
  handledOutcomes,
  hangingLines,
  logReader,
  numbersOf,
  outcomeCounts,
  pointNumber,
  pointsOf,
  wrapWords,
  writeSweep
} from "./chunk-VZ3XNEFQ.mjs";
import "./chunk-LLYMXFPJ.mjs";
import "./chunk-LWVAITKD.mjs";
import "./chunk-OK5UEABX.mjs";
import "./chunk-KNVQYPQ4.mjs";
import "./chunk-L7CP2ILC.mjs";
import "./chunk-RPYGVRGS.mjs";
import {
  oneOf,
  runChoices
} from "./chunk-PL3PYU5L.mjs";
import "./chunk-4RYYH6E5.mjs";
import "./chunk-YZWTKSKI.mjs";
import "./chunk-HLYA65ZP.mjs";
import {
  formatLines,
  linesIn,
  pointOutcomes
} from "./chunk-T6GTHSTU.mjs";
import {
  cancelOnSignals
} from "./chunk-XEAPOWKT.mjs";
import {
  FaultSyntaxError,
  RunRefused,
  callFaultKind,
  defuseCommands,
  devicesOf,
  faultCatalogue,
  isCallFault,
  knownFunctions,
  parseCallFault,
  parseFault,
  plainLine,
  selectCalls
} from "./chunk-PP4HT45W.mjs";
import "./chunk-X6ZZKZRR.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import "./chunk-AGUDLKZO.mjs";
import "./chunk-EFSC4T5S.mjs";
import "./chunk-PZIESEAT.mjs";
import "./chunk-FTZM3PQV.mjs";
import "./chunk-SOJWF4Z4.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-SX6AYEAE.mjs";
import "./chunk-WABYQQ2Y.mjs";
import "./chunk-ZA4YE7YP.mjs";
import "./chunk-UQ27WKSB.mjs";
import "./chunk-Z5M3ZDMR.mjs";
import "./chunk-7ASZTMLB.mjs";
import "./chunk-WJUJR6MB.mjs";
import "./chunk-2JNJEXXK.mjs";
import "./chunk-OO2ITZZJ.mjs";
import "./chunk-NMLPZBC3.mjs";
import "./chunk-DZ5U262N.mjs";
import "./chunk-ZOCY7ZAN.mjs";
import "./chunk-BUN7IQEI.mjs";
import "./chunk-UTU2GXSA.mjs";
import "./chunk-GRJFLVWM.mjs";
import "./chunk-SMWPJZE2.mjs";
import "./chunk-42EG7RIT.mjs";
import "./chunk-IRPNDCYH.mjs";
import "./chunk-PNGENSD7.mjs";
import "./chunk-PC3WFA6B.mjs";
import "./chunk-XFDUTJQO.mjs";
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
function countingTest(planned, faults, settings) {
  const added = faults.map(
    (fault) => faultLine(planned, `${fault.text} nth=${never} ${[settings, `id=${countingId(fault)}`].join(" ").trim()}`)
  );
  return { ...planned, test: { ...planned.test, faults: [...planned.test.faults, ...added] } };
}
function countingId({ label }) {
  return `${sweepFaultId}-${label}`;
}
function pointTest(planned, { settings, ...point }) {
  const { fault, nth, call } = point;
  const line = `${fault.text} ${settings} id=${sweepFaultId}`;
  const number = call?.time === void 0 ? `${nth}` : `${nth}-${call.time}`;
  const name = `${planned.test.name}.${fault.label}.${number}`;
  return {
    ...planned,
    id: `${planned.suite.name}/${name}`,
    test: { ...planned.test, name, faults: [...planned.test.faults, faultLine(planned, line)] },
    sweep: { ...point, test: planned.test.name, faultId: sweepFaultId, line }
  };
}
function faultLine({ test }, text) {
  return { text, file: test.directory, line: 0 };
}
function evenlySpaced(places, max) {
  if (places.length <= max) return places;
  if (max === 1) return places.slice(0, 1);
  const at = (index) => Math.round(index * (places.length - 1) / (max - 1));
  return Array.from({ length: max }, (_, index) => places.slice(at(index), at(index) + 1)).flat();
}

// src/app/sweep/device-accesses.ts
function deviceAccesses(device, faults) {
  const texts = faults.map(({ text }) => text).join(" or ");
  return {
    device,
    faults,
    counted: ({ fault, counted }) => `${counted} for ${fault.text}`,
    whyNothing: `The test never accesses ${device} in a way that ${texts} can hit.`,
    countingTest: (planned) => countingTest(planned, faults, `device=${device}`),
    countIn: ({ devices }) => {
      const reports = devices.find(({ id }) => id === device)?.faults ?? [];
      return faults.map((fault) => {
        const counted = reports.find(({ id }) => id === countingId(fault))?.counted ?? 0;
        return { fault, counted, places: Array.from({ length: counted }, (_, index) => access(index + 1, device)) };
      });
    }
  };
}
function access(nth, device) {
  return { nth, call: void 0, settings: `nth=${nth} device=${device}` };
}

// src/app/sweep/driver-calls.ts
function driverCalls({ faults, all }) {
  const texts = faults.map(({ text }) => text).join(" or ");
  return {
    device: void 0,
    faults,
    counted: ({ fault, counted, callers = [] }) => `${amountOf(counted, "call")} from ${amountOf(callers.length, "place")} for ${fault.text}`,
    whyNothing: `In this test the driver makes no call that ${texts} can make fail.`,
    countingTest: (planned) => countingTest(planned, faults, ""),
    countIn: ({ devices }) => {
      const reports = devices.flatMap((device) => device.faults);
      return faults.map((fault) => {
        const report = reports.find(({ id }) => id === countingId(fault));
        return { fault, ...placesIn(fault, report, all) };
      });
    }
  };
}
function amountOf(count, noun) {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
function placesIn(fault, report, all) {
  const sites = report?.sites ?? [];
  const areOfOneModule = new Set(sites.map(({ place }) => moduleOf(place))).size <= 1;
  const places = sites.flatMap((site, index) => {
    const name = nameOf(site);
    const settings = settingsOf(site, fault, areOfOneModule);
    const point = (time) => {
      const call = { name, reached: site.reached, time };
      return { nth: index + 1, call, settings: [...settings, `nth=${time ?? 1}`].join(" ") };
    };
    return all || isShared(site, sites) ? Array.from({ length: site.reached }, (_, before) => point(before + 1)) : [point(void 0)];
  });
  const callers = sites.map(({ place }) => ({ module: moduleOf(place), name: callerOf(place) }));
  return { counted: report?.counted ?? 0, callers, places };
}
function isShared({ line }, sites) {
  return line === void 0 && sites.some((other) => other.line !== void 0);
}
function nameOf({ function: name, place, line }) {
  return `${name} in ${callerOf(place)}${line === void 0 ? "" : ` (${line})`}`;
}
function settingsOf({ function: name, place }, { text }, areOfOneModule) {
  const { functionGlob, module } = parseCallFault(text);
  const [offset = place] = place.split(" ", 1);
  return [
    ...functionGlob === void 0 ? [`function=${name}`] : [],
    ...areOfOneModule || module !== void 0 ? [] : [`module=${moduleOf(place)}`],
    `at=${offset}`
  ];
}
function callerOf(place) {
  return place.split("+", 1)[0] ?? place;
}
function moduleOf(place) {
  return /\[([\w-]+)\]$/.exec(place)?.[1] ?? "";
}

// src/app/sweep/check-sweep.ts
function sweepTargets({ planned, device, faults, all }) {
  const named = sweepFaults(faults);
  const calls = named.filter(({ text }) => isCallFault(text));
  const others = named.filter(({ text }) => !isCallFault(text));
  for (const fault of others) checkFault(fault);
  for (const fault of calls) checkCallFault(fault, planned);
  if (all && calls.length === 0) throw new RunRefused("--all is for calls: every access has a point anyway.");
  if (others.length === 0 && device !== void 0)
    throw new RunRefused(`--device ${device}: expected no device, because only calls fail.`);
  return [
    ...others.length === 0 ? [] : [deviceAccesses(deviceOf(planned, device), others)],
    ...calls.length === 0 ? [] : [driverCalls({ faults: calls, all })]
  ];
}
function deviceOf(planned, device) {
  const ids = devicesOf(planned).map(({ id }) => id);
  const [only] = ids;
  if (only === void 0)
    throw new RunRefused(
      `${planned.id} has no device model to sweep: add one to info/devices (docs/device-models.md), or let calls of its driver fail: --fault call-fail.`
    );
  if (device === void 0 && ids.length > 1)
    throw new RunRefused(
      `${planned.id} has ${ids.length} device models: choose one with --device ${ids.join(" or --device ")}.`
    );
  if (device !== void 0 && !ids.includes(device))
    throw new RunRefused(`--device ${device}: expected a device model of ${planned.id}: ${ids.join(", ")}.`);
  return device ?? only;
}
function checkFault({ text }) {
  refusing(() => {
    const { trigger, device, id, effect } = parseFault(text);
    requireNoTrigger(text, trigger);
    if (device !== void 0 || id !== effect.kind)
      throw new RunRefused(`--fault "${text}": expected no device or id, because a sweep sets them itself.`);
  });
}
function checkCallFault({ text }, { id: test, suite }) {
  refusing(() => {
    const fault = parseCallFault(text);
    requireNoTrigger(text, fault.trigger);
    if (/\sid=/.test(text)) throw new RunRefused(`--fault "${text}": expected no id, because a sweep sets it itself.`);
    if (suite.moduleDirectories.length === 0)
      throw new RunRefused(
        `--fault "${text}": the calls of the suite's own modules can fail, and the suite of ${test} builds none. Add info/modules to it: the directories of its drivers, one in each line (docs/suite-format.md).`
      );
    selectCalls(fault, knownFunctions(suite));
  });
}
function requireNoTrigger(text, trigger) {
  if (trigger.kind !== "always")
    throw new RunRefused(
      `--fault "${text}": expected no nth, from, every or probability, because a sweep sets the access itself.`
    );
}
function refusing(check) {
  try {
    check();
  } catch (error) {
    if (!(error instanceof FaultSyntaxError)) throw error;
    throw new RunRefused(`--fault: ${error.message}`);
  }
}

// src/results/coverage/error-paths.ts
function errorPathsOf(behind, { withoutFault, atPoints }) {
  const usual = byFile(withoutFault);
  const reached = byFile(atPoints);
  const files = behind.flatMap(({ file, lines: lines2 }) => {
    const own = linesIn(lines2).filter((line) => usual.get(file)?.has(line) !== true);
    const left = own.filter((line) => reached.get(file)?.has(line) !== true);
    return own.length === 0 ? [] : [{ file, own, left }];
  });
  const lines = files.reduce((sum, { own }) => sum + own.length, 0);
  return {
    lines,
    reached: lines - files.reduce((sum, { left }) => sum + left.length, 0),
    files: files.map(({ file, own, left }) => ({ file, lines: formatLines(own), unreached: formatLines(left) }))
  };
}
function byFile(parts) {
  const files = /* @__PURE__ */ new Map();
  for (const { file, lines } of parts) {
    const all = files.get(file) ?? /* @__PURE__ */ new Set();
    files.set(file, all);
    for (const line of linesIn(lines)) all.add(line);
  }
  return files;
}

// src/app/sweep/lines-behind-calls.ts
function linesBehindCalls(swept, planned, { coverage }, { tests }) {
  const own = coverage?.suites.get(planned.suite);
  const callers = swept.flatMap((fault) => fault.callers ?? []);
  if (own?.kind !== "measured" || callers.length === 0) return void 0;
  const [counting, ...points] = tests;
  return errorPathsOf(own.linesOf(callers), {
    withoutFault: counting?.coverage ?? [],
    atPoints: points.flatMap((test) => test.coverage ?? [])
  });
}

// src/app/sweep/run-sweep.ts
async function runSweep(run) {
  const startedMs = performance.now();
  const targets = sweepTargets({ ...run, all: run.all || run.points.some(({ time }) => time !== void 0) });
  const counting = targets.reduce((planned, target) => target.countingTest(planned), run.planned);
  let swept = [];
  let supplies;
  const results = await runSuites({
    ...run,
    plan: { cells: [run.planned.cell], tests: [counting] },
    shard: void 0,
    choices: { ...run.choices, repeat: 1, shuffleSeed: void 0 },
    onSupplies: (all) => supplies = all.get(run.planned.cell),
    planLater: ([counted]) => {
      if (counted?.verdict.ok !== true) return [];
      swept = targets.flatMap(
        (target) => target.countIn(counted.record).map((fault) => ({ ...fault, target, points: chosenPlaces(fault, run) }))
      );
      announce(swept, run.listener);
      return pointTests(swept, { planned: run.planned, madeFrom: counting, counted });
    }
  });
  const reason = whyNotSwept(results, swept, targets);
  if (reason !== void 0) return reason;
  const points = pointsOf(results.tests);
  const errorPaths = supplies && linesBehindCalls(swept, run.planned, supplies, results);
  const [device] = targets.flatMap((target) => target.device ?? []);
  const sweep = {
    schema: "qemu-driver-test/sweep/1",
    test: run.planned.id,
    cell: run.planned.cell.id,
    ...device === void 0 ? {} : { device },
    faults: swept.map(sweptResult),
    ...errorPaths === void 0 ? {} : { errorPaths },
    points,
    totals: countPoints(points),
    durationMs: Math.round(performance.now() - startedMs)
  };
  writeSweep(run.outDirectory, sweep, results);
  return { kind: "swept", sweep, results };
}
function sweptResult({ fault, counted, callers, points }) {
  return {
    text: fault.text,
    counted,
    ...callers === void 0 ? {} : { places: callers.length },
    swept: points.length
  };
}
function chosenPlaces({ places }, { points, maxPoints }) {
  if (points.length === 0) return evenlySpaced(places, maxPoints);
  return places.filter(
    ({ nth, call }) => points.some((point) => point.nth === nth && (point.time === void 0 || point.time === call?.time))
  );
}
function announce(swept, listener) {
  const text = swept.map(({ target, ...fault }) => target.counted(fault)).join(", ");
  listener({ kind: "fact", topic: "counted", text });
}
function pointTests(swept, { planned, madeFrom, counted: { record } }) {
  const baseline = { console: record.consolePath ?? "", logs: record.stages.map(({ log }) => log) };
  return swept.flatMap(
    ({ target: { device }, fault, points }) => points.map((place) => ({ planned: pointTest(planned, { device, fault, baseline, ...place }), madeFrom }))
  );
}
function whyNotSwept(results, swept, targets) {
  if (results.tests[0]?.ok !== true)
    return {
      kind: "not-swept",
      reason: "The test is not as expected even without a fault, so a sweep proves nothing. Fix the test first.",
      results
    };
  if (swept.some(({ points }) => points.length > 0)) return void 0;
  const found = swept.filter(({ places }) => places.length > 0);
  const reason = found.length === 0 ? targets.map(({ whyNothing }) => whyNothing).join(" ") : `There is no such point: ${found.map(({ fault, places }) => `${fault.text} has ${places.length}`).join(", ")}.`;
  return { kind: "not-swept", reason, results: { ...results, exitStatus: 69 } };
}

// src/app/sweep/separate-faults.ts
var kinds = [callFaultKind, ...Object.keys(faultCatalogue)];
function separateFaults(value) {
  const faults = [];
  for (const part of value.split(",")) {
    const before = faults.at(-1);
    const [kind = ""] = part.trim().split(/\s/, 1);
    if (before !== void 0 && /\sgroup=[^\s]*$/.test(before) && !kinds.includes(kind))
      faults[faults.length - 1] = `${before},${part}`;
    else faults.push(part);
  }
  return faults.map((fault) => fault.trim()).filter((fault) => fault !== "");
}

// src/report/terminal/render-sweep.ts
var maxBad = 20;
var maxGood = 10;
var maxWordLines = 3;
var maxFindings = 6;
var maxFiles = 12;
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
    ...errorPathBlock(sweep, look),
    ...coverageBlock(results, look),
    verdict
  ];
  return `${defuseCommands(parts.filter((part) => part !== "").join("\n\n"))}
`;
}
function faultRows({ faults, points }) {
  const width = Math.max(...faults.map(({ text }) => text.length));
  return faults.map((fault) => {
    const { text } = fault;
    const counts = outcomeCounts(points.filter((point) => point.fault === text));
    return `  ${plainLine(text).padEnd(width)}   ${countedWords(fault).padEnd(16)}   ${counts}`.trimEnd();
  });
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
function entry({ fault, outcome, access: access2, why, points }, { results, look, paint }) {
  const count = points.length === 1 ? "" : ` \xD7${points.length}`;
  const [first] = points;
  const isAlone = first !== void 0 && points.length === 1;
  const numbers = isAlone ? pointNumber(first) : numbersOf(points);
  const head = [`${fault} ${numbers}`, isAlone ? accessWords(first) : access2 ?? "no access"].map(plainLine).join("   ");
  const words = evidenceOf(why, points, results).slice(0, maxFindings).flatMap((line) => wrapWords(plainLine(line), look.columns - 6).slice(0, maxWordLines));
  const label = `${outcome}${count}`;
  const width = look.columns - label.length - 5;
  return [
    `  ${fitWidth(fitPath(head, width), width)}   ${paint(label)}`,
    ...words.map((line) => `      ${look.style.dim(line)}`)
  ];
}
function fitPath(head, width) {
  return head.length <= width ? head : head.replace(/\((?:[^()/]{1,200}\/){1,40}([^()/]{1,200}:\d{1,9})\)/, "(\u2026/$1)");
}
function evidenceOf(why, [first], { tests }) {
  const findings = tests.find(({ id }) => id === first?.test)?.findings ?? [];
  const place = (source) => source === void 0 ? "" : `   ${source.file}:${source.line}`;
  return first?.outcome === "leaked" && findings.length > 1 ? findings.map(({ title, source }) => `${title}${place(source)}`) : [`${why}${place(findings[0]?.source)}`];
}
function errorPathBlock({ errorPaths }, { columns, directory }) {
  if (errorPaths === void 0) return [];
  const left = errorPaths.files.filter(({ unreached }) => unreached !== "");
  const lines = [
    `error paths: ${errorPathWords(errorPaths)}${left.length === 0 ? "" : "; not reached:"}`,
    ...left.slice(0, maxFiles).flatMap(({ file, unreached }) => hangingLines("  - ", plainLine(`${file}: ${unreached}`), columns)),
    ...left.length > maxFiles ? [`  and ${left.length - maxFiles} more files: ${directory}/sweep.json`] : []
  ];
  return [lines.join("\n")];
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
  keepHeapSmall();
  const format = oneOf("--format", ["terminal", "json"], args.value("format")) ?? "terminal";
  const wanted = { ...readOneTest(args, host), device: args.value("device"), ...readFaults(args) };
  const outDirectory = resolve(host.cwd, args.value("out") ?? "qdt-sweep");
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
  const faults = args.values("fault").flatMap(separateFaults);
  if (faults.length === 0)
    throw new UsageError(
      "sweep needs --fault, for example --fault call-fail or --fault dma-fail,irq-drop,read-ones. docs/device-models.md lists the faults, docs/error-paths.md those of calls."
    );
  const points = args.values("point").map((value) => readPoint(value));
  if (points.length > 0 && faults.length > 1)
    throw new UsageError("--point needs exactly one --fault, because each fault counts for itself.");
  return {
    faults,
    points,
    maxPoints: wholeNumber("--max-points", args.value("max-points") ?? String(defaultMaxPoints)),
    all: args.flag("all")
  };
}
function readPoint(given) {
  const [, nth, time] = /^([1-9]\d{0,6})(?:\.([1-9]\d{0,6}))?$/.exec(given) ?? [];
  if (nth === void 0)
    throw new UsageError(`--point: expected the number of a point, such as 3 or 3.2, found ${JSON.stringify(given)}.`);
  return { nth: Number(nth), time: time === void 0 ? void 0 : Number(time) };
}
function wholeNumber(option, given) {
  if (!/^[1-9]\d{0,6}$/.test(given))
    throw new UsageError(`${option}: expected a whole number of at least 1, found ${JSON.stringify(given)}.`);
  return Number(given);
}
export {
  sweepCommand
};
