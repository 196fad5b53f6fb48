import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  cellLabels,
  countMarks,
  coverageFigures,
  coverageWords,
  createStyle,
  damageWords,
  describeTimeline,
  distinctFailures,
  drawMarks,
  excerptReport,
  failedTeardown,
  faultWords,
  fitWidth,
  formatDuration,
  hangingLines,
  isNotRunIn,
  markWords,
  medianMs,
  momentWords,
  notRunNames,
  padWidth,
  paintMark,
  parameterWords,
  parseTimeline,
  shownMoments,
  textWidth,
  unexpectedPass,
  unfiredFaults,
  verdictLine,
  withoutKernelPrefix,
  wrapWords
} from "./chunk-VZ3XNEFQ.mjs";
import {
  defuseCommands,
  plainLine,
  plainText
} from "./chunk-PP4HT45W.mjs";

// src/report/terminal/final-cells.ts
var maxRows = 16;
var maxLabelWidth = 32;
var widestMarks = 60;
function cellRows(results, look) {
  const isNotRun = isNotRunIn(results);
  const rows2 = results.cells.map((cell) => rowOf(results, cell, isNotRun)).filter(({ counted }) => counted !== "");
  const isNotOk = ({ tests }) => tests.some(({ ok }) => !ok);
  const shown = rows2.length <= maxRows ? rows2 : [...rows2.filter(isNotOk), ...rows2.filter((row) => !isNotOk(row))].slice(0, maxRows);
  const left = rows2.filter((row) => !shown.includes(row));
  return [...alignRows(shown, look), ...leftOut(left, left.filter(isNotOk).length)];
}
function rowOf({ cells, tests }, cell, isNotRun) {
  const all = tests.filter((test) => test.cell === cell.id);
  const own = all.filter((test) => !isNotRun(test));
  const label2 = cellLabels(cells).get(cell.id) ?? cell.id;
  const notRun = all.length - own.length;
  const counted = [...own.length === 0 ? [] : [countMarks(own)], ...notRun === 0 ? [] : [`${notRun} not run`]];
  return {
    label: fitWidth(label2, maxLabelWidth),
    tests: own,
    counted: counted.join(", "),
    timings: own.length === 0 ? [] : timingsOf(cell, own)
  };
}
function timingsOf({ boot }, tests) {
  if (boot.outcome === "failed") return [`boot failed after ${formatDuration(boot.durationMs)}`, "boot failed"];
  const median = medianMs(tests);
  const each = median === void 0 ? [] : [`${formatDuration(median)} per test`];
  if (boot.outcome === "not-needed") return each;
  const form = boot.imageReason === void 0 ? "" : " by its bzImage";
  const booted = boot.bootedAt === void 0 ? `boot ${formatDuration(boot.durationMs)}${form}` : "booted earlier";
  return [[booted, ...each].join(", then "), ...each];
}
function alignRows(rows2, { columns, style }) {
  const widest2 = (text) => Math.max(0, ...rows2.map((row) => textWidth(text(row))));
  const labelWidth3 = widest2(({ label: label2 }) => label2);
  const countWidth = widest2(({ counted }) => counted);
  const room = Math.min(widestMarks, columns - labelWidth3 - countWidth - 7);
  const drawn = rows2.map(({ tests }) => drawMarks(tests, room));
  const markWidths = drawn.map((marks) => marks.reduce((sum, { text }) => sum + textWidth(text), 0));
  const markWidth = Math.max(0, ...markWidths);
  const timingWidth = columns - labelWidth3 - markWidth - countWidth - 10;
  return rows2.map(({ label: label2, counted, timings }, index) => {
    const marks = (drawn[index] ?? []).map(({ mark, text }) => paintMark(mark, text, style)).join("");
    const filled = marks + " ".repeat(markWidth - (markWidths[index] ?? 0));
    const timing = timings.find((text) => textWidth(text) <= timingWidth) ?? "";
    const columns2 = [padWidth(label2, labelWidth3), filled, padWidth(counted, countWidth), style.dim(timing)];
    return `  ${columns2.join("   ")}`.trimEnd();
  });
}
function leftOut(rows2, notOk) {
  if (rows2.length === 0) return [];
  return [`  and ${rows2.length} more cells, ${notOk === 0 ? "all as expected" : `${notOk} of them not as expected`}`];
}

// src/report/terminal/final-coverage.ts
var maxFiles = 12;
var maxReasons = 6;
function coverageBlock({ coverage, cells }, { style, columns, directory }) {
  if (coverage === void 0) return [];
  const { files, notMeasured } = coverage;
  const labels = cellLabels(cells);
  const shown = files.toSorted((a, b) => b.lines - b.reached - (a.lines - a.reached)).slice(0, maxFiles);
  const lines = [
    ...files.length === 0 ? [] : [`coverage: ${coverageWords(coverage)}`],
    ...shown.flatMap((file) => hangingLines("  - ", `${plainLine(file.file)}: ${coverageWords(file)}`, columns)),
    ...files.length > shown.length ? [`  and ${files.length - shown.length} more: ${directory}/summary.md`] : [],
    ...notMeasured.slice(0, maxReasons).flatMap(({ cell, suite, reason }) => {
      const where = `${plainLine(suite)} (${labels.get(cell) ?? plainLine(cell)})`;
      return hangingLines("", style.yellow(`coverage of ${where} was not measured: ${plainLine(reason)}`), columns);
    }),
    ...notMeasured.length > maxReasons ? [`and ${notMeasured.length - maxReasons} more: ${directory}/results.json`] : []
  ];
  return [lines.join("\n")];
}

// src/report/terminal/final-devices.ts
var maxFaults = 6;
var maxFrames = 3;
var indent = "   ";
var labelWidth = 12;
function deviceLines({ devices = [], reason }, look) {
  return [...devices.flatMap((device) => crashLines(device, reason, look)), ...faultLines(devices, look)];
}
function crashLines({ id, crash }, reason, look) {
  if (crash === void 0) return [];
  const frames = crash.stack.split("\n").map((line) => plainLine(line).replace("file://", "")).filter((line) => line.startsWith("at ")).slice(0, maxFrames);
  return [
    ...labelled("model", `${id} crashed at ${crash.during}: a bug of the model, not of the driver`, look),
    ...reason.includes(crash.message) ? [] : labelled("", crash.message, look),
    ...frames.map(
      (frame) => `${indent}${" ".repeat(labelWidth)}  ${fitWidth(frame, look.columns - indent.length - labelWidth - 2)}`
    )
  ];
}
function faultLines(devices, look) {
  const all = devices.flatMap(
    ({ id, faults }) => faults.map((fault) => `${fault.text} on ${id}: ${faultWords(fault)}`)
  );
  const shown = all.slice(0, maxFaults);
  const left = all.length - shown.length;
  return [...shown, ...left > 0 ? [`and ${left} more in summary.md`] : []].flatMap(
    (line, index) => labelled(index === 0 ? "faults" : "", line, look)
  );
}
function labelled(label2, text, { columns }) {
  return hangingLines(`${indent}${label2.padEnd(labelWidth)}`, plainLine(text), columns);
}
var maxModels = 8;
var maxNames = 8;
var maxUnfired = 8;
function hardwareBlocks(results, look) {
  return [modelLines(results, look), unfiredLines(results, look)].filter((lines) => lines.length > 0).map((lines) => lines.join("\n"));
}
function modelLines({ hardware = [] }, look) {
  const suites = new Set(hardware.map(({ suite }) => suite));
  const nameOf = ({ suite, model }) => plainLine(suites.size > 1 ? `${model} in ${suite}` : model);
  const shown = hardware.slice(0, maxModels).flatMap((one) => hangingLines("  hardware  ", `${nameOf(one)}: ${coverageWords2(one)}`, look.columns));
  return hardware.length > maxModels ? [...shown, `  and ${hardware.length - maxModels} more models: ${look.directory}/summary.md`] : shown;
}
function coverageWords2({ coverage }) {
  const { registers, fields, interrupts, exchanges, unmapped } = coverageFigures(coverage);
  const counted = [
    ...share(registers, "registers"),
    ...share(fields, "fields"),
    ...share(interrupts, "interrupts"),
    ...share(exchanges, "exchanges")
  ].join(", ");
  const never = [...registers.never, ...interrupts.never.map((name) => `interrupt ${name}`), ...exchanges.never].map(
    plainLine
  );
  const more = never.length > maxNames ? ` and ${never.length - maxNames} more` : "";
  return [
    counted,
    ...never.length === 0 ? [] : [`never touched: ${never.slice(0, maxNames).join(", ")}${more}`],
    ...unmapped === 0 ? [] : [`${unmapped} accesses to what the model does not have`]
  ].filter((part) => part !== "").join("; ");
}
function share({ touched, all }, noun) {
  return all === 0 ? [] : [`${touched} of ${all} ${noun}`];
}
function unfiredLines(results, look) {
  const all = unfiredFaults(results.tests);
  if (all.length === 0) return [];
  const labels = cellLabels(results.cells);
  const line = ({ test, device, fault, cells: [cell = "", ...more2] }) => {
    const where = `${labels.get(cell) ?? plainLine(cell)}${more2.length === 0 ? "" : ` and ${more2.length} more`}`;
    const said = `${plainLine(fault.text)} on ${plainLine(device)} ${plainLine(faultWords(fault))}`;
    return `${plainLine(test)}: ${said} (${where})`;
  };
  const head = all.length === 1 ? "A fault never fired, so its error path was not tested:" : `${all.length} faults never fired, so their error paths were not tested:`;
  const more = all.length > maxUnfired ? [`  and ${all.length - maxUnfired} more: ${look.directory}/summary.md`] : [];
  return [
    look.style.yellow(head),
    ...all.slice(0, maxUnfired).flatMap((one) => hangingLines("  - ", line(one), look.columns)),
    ...more
  ];
}
var momentIndent = "     ";
var widestWho = 16;
function timelineLines({ test, finding }, look, most) {
  const isTelling = finding !== void 0 || test.devices !== void 0 || ["crash", "hang", "timeout"].includes(test.outcome);
  const text = test.timeline === void 0 || !isTelling ? void 0 : look.readLog(test.timeline);
  if (text === void 0) return [];
  const { until, before, mark } = describeTimeline(parseTimeline(text).entries, finding);
  const shown = before.slice(-most);
  if (shown.length === 0) return [];
  const words = [...shown.map(momentWords), ...mark === void 0 ? [] : [markWords(mark)]];
  const count = shown.length < before.length ? `the last ${shown.length} of ${before.length} moments` : "all moments";
  return [`   before the ${until}: ${count}, in milliseconds since the launch`, ...rows(words, look)];
}
function rows(words, { style, columns }) {
  const timeWidth = Math.max(...words.map(({ at }) => at.length));
  const whoWidth = Math.min(widestWho, Math.max(...words.map(({ who }) => textWidth(who))));
  const textColumns = Math.max(16, columns - momentIndent.length - timeWidth - whoWidth - 4);
  const paints = { plain: (text) => text, fault: style.yellow, crash: style.red };
  return words.map(
    ({ at, who, text, tone }) => `${momentIndent}${style.dim(at.padStart(timeWidth))}  ${padWidth(fitWidth(who, whoWidth), whoWidth)}  ` + paints[tone](fitWidth(text, textColumns))
  );
}

// src/report/terminal/final-kernel-lines.ts
var maxShown = 6;
var label = "   kernel      ";
function kernelLines({ test, finding }, look) {
  if (finding !== void 0 || test.timeline === void 0) return [];
  if (test.outcome !== "fail" && test.outcome !== "error") return [];
  const text = look.readLog(test.timeline);
  if (text === void 0) return [];
  const lines = lastKernelWords(parseTimeline(text).entries).filter((line) => !test.reason.includes(line));
  return lines.map(
    (line, index) => (index === 0 ? label : " ".repeat(label.length)) + fitWidth(line, Math.max(20, look.columns - label.length))
  );
}
function lastKernelWords(entries) {
  const first = entries.findIndex(({ source }) => source === "stage");
  if (first < 0) return [];
  const { before } = describeTimeline(entries.slice(first), void 0);
  const lines = [...new Set(before.flatMap(({ entry }) => kernelWords(entry)))];
  const errors = lines.filter((line) => errorWords.test(line));
  return (errors.length > 0 ? errors : lines).slice(-maxShown);
}
function kernelWords({ source, text }) {
  if (source !== "console" || !/^\[ *\d+\.\d+\]/.test(text)) return [];
  const words = plainLine(withoutKernelPrefix(text.slice(0, maxChars)));
  return words === "" || beside.test(words) ? [] : [words];
}
var maxChars = 2e3;
var beside = /^qdt: |: loading out-of-tree module taints kernel|: module verification failed: |^Invalid ELF header magic: /;
var errorWords = new RegExp(
  String.raw`\b(?:err(?:or)?|fail\w*|faults?|cannot|can't|could not|unable|invalid|bad|unknown|timed? ?out|denied|` + String.raw`refused?|reject\w*|corrupt\w*|abort\w*|lost|missing|warning|over(?:flow|run)|underrun|` + String.raw`not (?:found|supported|responding|ready))\b`,
  "i"
);

// src/report/terminal/final-failures.ts
var maxDetailed = 5;
var maxBrief = 10;
var maxReasonLines = 10;
var maxListed = 4;
var maxTold = 2;
var fewMoments = 8;
var widest = 100;
var indent2 = "   ";
var labelWidth2 = 12;
function failureBlocks(results, look) {
  const failures = distinctFailures(results);
  const labels = cellLabels(results.cells);
  const place = (test) => labels.get(test.cell) ?? plainLine(test.cell);
  const head = (failure, why) => {
    const name = [`${failures.indexOf(failure) + 1}) ${plainLine(failure.test.id)}`, place(failure.test), why].filter(
      (part) => part !== ""
    );
    return headLine(name.join("   "), failure.test, look);
  };
  const detailed = failures.slice(0, maxDetailed).map(
    (failure, index) => [
      head(failure, ""),
      ...details(failure, { look, place, moments: index < maxTold ? shownMoments : fewMoments })
    ].join("\n")
  );
  const brief = failures.slice(maxDetailed, maxDetailed + maxBrief).map((failure) => head(failure, plainLine(failure.finding?.title ?? failure.test.reason)));
  const more = failures.length - detailed.length - brief.length;
  if (more > 0) brief.push(`and ${more} more: ${look.directory}/summary.md`);
  return [...detailed, ...brief.length > 0 ? [brief.join("\n")] : []];
}
function headLine(name, { outcome, flaky }, { style, columns }) {
  const word = flaky === true ? `${outcome.toUpperCase()}, FLAKY` : outcome === "pass" || outcome === "skip" ? `${outcome.toUpperCase()}, NOT OK` : outcome.toUpperCase();
  const width = Math.min(widest, columns) - word.length;
  return `${style.bold(padWidth(fitWidth(name, width - 2), width))}${style.red(word)}`;
}
function details(failure, { look, place, moments }) {
  const { test, finding, console, build } = failure;
  const excerpt = finding === void 0 ? { frames: [], lastWords: void 0 } : excerptReport(finding.report);
  const log = finding === void 0 ? tellingStage(test)?.log : void 0;
  const timeline = timelineLines(failure, look, moments);
  return [
    ...whatHappened(failure, look),
    ...frameLines(failure, excerpt, look),
    ...furtherLeaks(failure, look),
    ...labelled2("parameters", parameterWords(test)),
    ...elsewhere(failure, look, place),
    ...labelled2(
      "last words",
      excerpt.lastWords === void 0 ? void 0 : fitWidth(plainLine(excerpt.lastWords), look.columns - indent2.length - labelWidth2)
    ),
    ...deviceLines(test, look),
    ...timeline.length > 0 ? timeline : kernelLines(failure, look),
    ...labelled2("output", log === void 0 ? void 0 : `${look.directory}/${plainLine(log)}`),
    ...labelled2(
      "console",
      console && `${look.directory}/${plainLine(console)}${finding === void 0 ? "" : `:${finding.line}`}`
    ),
    ...labelled2("build log", build && `${look.directory}/${plainLine(build.log)}`),
    ...labelled2("timeline", test.timeline === void 0 ? void 0 : `${look.directory}/${plainLine(test.timeline)}`),
    ...labelled2("post-mortem", postMortemDirectory(test, look)),
    ...labelled2("again", plainText(test.reproduce)),
    ...labelled2("shell", plainText(test.shell))
  ];
}
function tellingStage(test) {
  const teardown = test.point === void 0 ? void 0 : failedTeardown(test);
  return teardown ?? test.stages.find(({ exitStatus }) => exitStatus !== 0);
}
function whatHappened({ test, finding }, { columns }) {
  const reason = unexpectedPass(test) ?? test.reason;
  const texts = finding === void 0 || reason.includes(finding.title) ? [reason] : [finding.title, reason];
  const lines = texts.flatMap((text) => plainText(text).trimEnd().split("\n")).flatMap((line) => wrapLine(line, columns - indent2.length));
  const left = lines.length - maxReasonLines;
  return [...lines.slice(0, maxReasonLines), ...left > 0 ? [`\u2026 ${left} more lines in summary.md`] : []].map(
    (line) => indent2 + line
  );
}
function wrapLine(line, columns) {
  return textWidth(line) <= columns ? [line] : wrapWords(line, columns);
}
function frameLines({ finding }, { frames }, { columns }) {
  const source = finding?.source === void 0 ? [] : [`${plainLine(finding.source.file)}:${finding.source.line}   \u2190 first frame in your code`];
  return [...source, ...frames.map(plainLine)].map(
    (line) => `${indent2}  ${fitWidth(line, columns - indent2.length - 2)}`
  );
}
var maxLeaks = 20;
function furtherLeaks({ test, finding }, { columns }) {
  const leaks = test.findings.filter(
    ({ kind, fingerprint }) => kind === "leak" && fingerprint !== finding?.fingerprint
  );
  const lines = leaks.slice(0, maxLeaks).map(({ title, source }) => plainLine(source === void 0 ? title : `${title} (${source.file}:${source.line})`));
  const more = leaks.length > maxLeaks ? [`\u2026 ${leaks.length - maxLeaks} more in summary.md`] : [];
  return [...lines, ...more].map(
    (line, index) => `${indent2}${(index === 0 ? "left too" : "").padEnd(labelWidth2)}` + fitWidth(line, columns - indent2.length - labelWidth2)
  );
}
function elsewhere({ test, tests }, look, place) {
  const others = tests.slice(1).map((other) => {
    if (other.id === test.id) return place(other);
    return other.cell === test.cell ? plainLine(other.id) : `${plainLine(other.id)} in ${place(other)}`;
  });
  if (others.length === 0) return [];
  const more = others.length > maxListed ? ` and ${others.length - maxListed} more` : "";
  const lines = wrapWords(others.slice(0, maxListed).join(", ") + more, look.columns - indent2.length - labelWidth2);
  return lines.map((line, index) => `${indent2}${(index === 0 ? "also" : "").padEnd(labelWidth2)}${line}`);
}
function postMortemDirectory({ postMortem }, look) {
  const first = postMortem?.files[0];
  return first === void 0 ? void 0 : `${look.directory}/${plainLine(first.slice(0, first.lastIndexOf("/") + 1))}`;
}
function labelled2(label2, value) {
  return value === void 0 ? [] : [`${indent2}${label2.padEnd(labelWidth2)}${value}`];
}

// src/report/terminal/final-skipped.ts
var maxReasons2 = 10;
function skippedBlock({ tests }, columns) {
  const byReason = /* @__PURE__ */ new Map();
  for (const test of tests) {
    const why = test.ok && test.outcome === "skip" ? whySkipped(test.reason) : "";
    if (why !== "") byReason.set(why, [...byReason.get(why) ?? [], test]);
  }
  const reasons = [...byReason].slice(0, maxReasons2).map(([why, skipped]) => reasonLine(why, skipped, columns));
  const more = byReason.size - reasons.length;
  if (more > 0) reasons.push(`and ${more} more reasons, in results.json`);
  return reasons.length === 0 ? [] : [reasons.join("\n")];
}
function reasonLine(why, skipped, columns) {
  const ids = [...new Set(skipped.map(({ id }) => plainLine(id)))];
  return wrapWords(`skipped: ${ids.join(", ")}: ${plainLine(why)}`, columns).join("\n");
}
function whySkipped(reason) {
  const [, words = ""] = /^run asked to be skipped \(exit status 4\)(?:: (?:SKIP:? )?([^]*))?$/.exec(reason) ?? [];
  return words.split("\n", 1)[0] ?? "";
}

// src/report/terminal/final.ts
function renderFinal(results, options) {
  const look = {
    style: createStyle(options.color),
    columns: Math.max(40, options.columns),
    directory: options.resultsDirectory,
    readLog: options.readLog
  };
  const { style } = look;
  const verdict = style.bold(
    results.exitStatus === 0 ? style.green(verdictLine(results)) : style.red(verdictLine(results))
  );
  const parts = [
    cellRows(results, look).join("\n"),
    ...failureBlocks(results, look),
    ...hardwareBlocks(results, look),
    ...coverageBlock(results, look),
    ...skippedBlock(results, look.columns),
    ...notRunBlock(results, look.columns),
    damageWords(results, maxDamage).join("\n"),
    verdict
  ];
  return `${defuseCommands(parts.filter((part) => part !== "").join("\n\n"))}
`;
}
var maxNotRun = 40;
var maxDamage = 5;
function notRunBlock(results, columns) {
  const { names, more } = notRunNames(results, maxNotRun);
  if (names.length === 0) return [];
  const text = `not run: ${names.join(", ")}${more > 0 ? ` and ${more} more, in results.json` : ""}`;
  return [wrapWords(text, columns).join("\n")];
}

export {
  coverageBlock,
  failureBlocks,
  whySkipped,
  renderFinal
};
