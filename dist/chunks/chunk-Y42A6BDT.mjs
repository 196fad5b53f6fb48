import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  FindingLocator,
  NoRoomForMemory,
  codeUnderTest,
  createMemoryFile,
  dependsOf,
  digestSources,
  findModuleSources,
  hostBoot,
  hostProcessor,
  hostResources,
  kvmIdentity,
  linkedCopy,
  loadOrder,
  moduleName,
  modulesOfTest,
  openedFile,
  parseModulesDep,
  probeKvm,
  readElfFile,
  readElfSymbols,
  sectionContent,
  stageSources,
  symbolBytes,
  unnamedFileWith
} from "./chunk-UH7ZL7Q2.mjs";
import {
  JudgeThreads
} from "./chunk-4IFTEJWE.mjs";
import {
  whySkipped
} from "./chunk-Z52ASNL3.mjs";
import {
  GitMissing,
  runGit
} from "./chunk-P33J4D2E.mjs";
import {
  coverableEntries,
  createStyle,
  cutLine,
  cutText,
  drawMarks,
  fitWidth,
  formatDuration,
  hangingLines,
  markOf,
  markWord,
  padWidth,
  paintMark,
  published,
  reportRecord,
  textWidth,
  withResultsDirectory
} from "./chunk-VZ3XNEFQ.mjs";
import {
  formatEntry,
  recordName
} from "./chunk-LWVAITKD.mjs";
import {
  DeviceHostError,
  ModelPool,
  RunStopped,
  askQemu,
  attemptDirectory,
  attemptName,
  attemptsOf,
  boardDevice,
  boardHelper,
  bootSupplies,
  busModules,
  busNeeds,
  compileTree,
  createDevice,
  createProvisionContext,
  lineRelayFrom,
  noAnswer,
  provideStatefulDevices,
  qemuVersion,
  refuseBrokenModels,
  requireModelClient,
  startSupervised,
  suppliesOf,
  treeBase,
  treeBytes,
  treeNodes,
  treeSource
} from "./chunk-OK5UEABX.mjs";
import {
  fetchedTitle,
  fileName
} from "./chunk-RPYGVRGS.mjs";
import {
  asPacked,
  compressionOf,
  damaged,
  decompress,
  entryFails,
  examineUnpacked,
  expireRef,
  fetchPackages,
  lastAnswer,
  loadSegmentType,
  orderTests,
  packageAssetName,
  provideBootImage,
  provideBusybox,
  provideEntryImage,
  provideKernelAtPath,
  providePackages,
  providePrograms,
  provideTools,
  readDescription,
  readElfSegments,
  readPackageSet,
  readUnpackedRoot,
  releaseIn,
  releaseOf,
  rememberPacked,
  resolveRef,
  sideBySide,
  takeTurns,
  unpackedCommand,
  whileThereIsRoom,
  withDistribution
} from "./chunk-PL3PYU5L.mjs";
import {
  bytesOf,
  createDiskFile,
  dependencyNames,
  diskFormat,
  hostSystem,
  hostsOwn,
  isElf,
  openForReading,
  packageSetKey,
  readBzImage,
  readElfHeader,
  readLoadedEnd,
  readPackageFiles,
  readWhole,
  releaseFor,
  requireHostArchitecture,
  textAt
} from "./chunk-4RYYH6E5.mjs";
import {
  readTextFile,
  readTextTail
} from "./chunk-YZWTKSKI.mjs";
import {
  cutText as cutText2
} from "./chunk-HLYA65ZP.mjs";
import {
  formatLines,
  shortKernelSpec
} from "./chunk-T6GTHSTU.mjs";
import {
  FaultCounter,
  FaultSyntaxError,
  RunRefused,
  callFaults,
  defaultTimeoutMs,
  defuseCommands,
  devicesOf,
  guestFilesFor,
  isCallFault,
  knownFunctions,
  machineDevices,
  memoryOfFlavours,
  mergeUserArguments,
  missingTree,
  modulesAtBoot,
  nearestName,
  nearestNames,
  neverNth,
  onlyCounts,
  parseCallFault,
  parseConfigLine,
  plainLine,
  plainText,
  problemText,
  readDuration,
  readGuestFiles,
  readName,
  readNumber,
  readSettings,
  readTrigger,
  selectCalls,
  shellJoin,
  shellQuote,
  splitDeviceArgs,
  treePlace,
  treePlanOf,
  treePower,
  triggerSettings,
  waits,
  wrong
} from "./chunk-PP4HT45W.mjs";
import {
  architectureOf,
  usualArchitecture
} from "./chunk-X6ZZKZRR.mjs";
import {
  QmpError,
  atMost,
  codeBefore,
  describeEnding,
  describeExpectation,
  dumpMemory,
  encodeExactJson,
  handledInWords,
  matchEach,
  matchHeader,
  mayHoldHeader,
  namedCode,
  parseExactJson,
  parseQmpMessage,
  pause,
  readProcessorState,
  recordPostMortem,
  reportedBugs,
  startDeadline,
  startDeadlines,
  stillOff
} from "./chunk-AGUDLKZO.mjs";
import {
  hasStamp,
  parseConsoleLine
} from "./chunk-PZIESEAT.mjs";
import {
  CappedLog,
  collectEvidence,
  evidencePaths,
  notStarted,
  stageNames
} from "./chunk-FTZM3PQV.mjs";
import {
  LineSplitter,
  splitLines
} from "./chunk-CV4MAWGW.mjs";
import {
  CannotCopy,
  TreeCopier,
  copyUntrusted
} from "./chunk-SX6AYEAE.mjs";
import {
  AssetStore
} from "./chunk-WABYQQ2Y.mjs";
import {
  HostShortage,
  refuseShortage,
  requireRoom
} from "./chunk-ZA4YE7YP.mjs";
import {
  readJsonFile,
  writeJsonFile
} from "./chunk-UQ27WKSB.mjs";
import {
  sha256Of,
  sha256OfFile
} from "./chunk-Z5M3ZDMR.mjs";
import {
  endingWords,
  inEnglish,
  lastLines,
  runRequired
} from "./chunk-WJUJR6MB.mjs";
import {
  InputRefused,
  ProvisionError,
  withProgress
} from "./chunk-2JNJEXXK.mjs";
import {
  runCommand
} from "./chunk-OO2ITZZJ.mjs";
import {
  asObject,
  fieldOf,
  parseJson
} from "./chunk-ZOCY7ZAN.mjs";
import {
  diskUse,
  freeMiB
} from "./chunk-BUN7IQEI.mjs";
import {
  appendToFile,
  copyFileTo,
  hardLink,
  linkTo,
  makeExecutable,
  makeParent,
  movePath,
  writeFileAt,
  writeFully,
  writeProgramAt
} from "./chunk-UTU2GXSA.mjs";
import {
  CommandNotStarted,
  requireStarted,
  startKept
} from "./chunk-GRJFLVWM.mjs";
import {
  environmentOnly,
  environmentVariable,
  findProgram,
  homeDirectory,
  hostArchitecture,
  isExecutableFile,
  isSuperuser,
  processorCount
} from "./chunk-SMWPJZE2.mjs";
import {
  bytesOnDisk,
  fileIdentity,
  fileSize,
  filesBelow,
  filesIn,
  kindOfFile,
  readTextIfThere,
  readWholeFile,
  realPath
} from "./chunk-42EG7RIT.mjs";
import {
  ByteReader,
  describeFile,
  readBytes,
  readPart,
  receiveStream
} from "./chunk-IRPNDCYH.mjs";
import {
  deferred,
  withinTime
} from "./chunk-PNGENSD7.mjs";
import {
  bounds,
  createScratchDirectory,
  emptyDirectory,
  isHostExhausted,
  isSystemError,
  listDirectory,
  makeDirectory,
  monotonicUs,
  now,
  removeFile,
  removeTree,
  secretToken,
  stepsInside
} from "./chunk-PC3WFA6B.mjs";
import {
  require_tar_stream
} from "./chunk-XFDUTJQO.mjs";
import {
  __callDispose,
  __toESM,
  __using
} from "./chunk-R2N667XA.mjs";

// src/report/terminal/live-lines.ts
function createLiveArea(write) {
  let drawn = [];
  const toTop = () => drawn.length === 0 ? "" : `\x1B[${drawn.length}A\r`;
  return {
    update: (permanent, lines) => {
      if (permanent === "" && sameLines(lines, drawn)) return;
      const body = lines.map((line) => `\x1B[K${line}
`).join("");
      const above = permanent === "" ? "" : `\x1B[J${permanent}`;
      write(`${toTop()}${above}\x1B[?7l${body}\x1B[J\x1B[?7h`);
      drawn = lines;
    },
    erase: () => {
      if (drawn.length > 0) write(`${toTop()}\x1B[J`);
      drawn = [];
    }
  };
}
function sameLines(a, b) {
  return a.length === b.length && a.every((line, index) => line === b[index]);
}
var maxSteps = 4;
var maxCells = 8;
var maxNameWidth = 28;
var quickStepMs = 1e3;
function liveLines(progress, look) {
  const slow = progress.steps.filter(({ sinceMs }) => look.nowMs - sinceMs >= quickStepMs).slice(0, maxSteps);
  return [...slow.map((step) => stepLine(step, look)), ...cellLines(progress, look), ...totalLines(progress, look)];
}
function stepLine({ what, activity, sinceMs, detail }, { style, columns, nowMs }) {
  const far = detail === void 0 ? "" : `: ${plainLine(detail)}`;
  return style.dim(fitWidth(`  ${plainLine(activity)} ${plainLine(what)}  ${elapsed(nowMs - sinceMs)}${far}`, columns));
}
function cellLines({ cells }, look) {
  const all = [...cells];
  if (all.every(([, cell]) => cell.running.size === 0 && cell.ended.length === 0)) return [];
  const busy = all.filter(([, { running }]) => running.size > 0);
  const shown3 = all.length <= maxCells ? all : busy.slice(0, maxCells);
  const nameWidth = Math.min(maxNameWidth, Math.max(0, ...shown3.map(([id]) => textWidth(plainLine(id)))));
  const rows = shown3.map(([id, cell]) => cellLine(padWidth(fitWidth(plainLine(id), nameWidth), nameWidth), cell, look));
  const more = all.length - shown3.length;
  return more > 0 ? [...rows, look.style.dim(`  and ${more} more cells`)] : rows;
}
function cellLine(name, { ended, running }, { style, columns, nowMs }) {
  const room = columns - textWidth(name) - 6;
  const drawn = drawMarks(ended, Math.floor(room / 2));
  const width = drawn.reduce((sum, { text: text3 }) => sum + textWidth(text3), 0);
  const tests = [...running].map(([id, sinceMs]) => `${plainLine(id)} ${elapsed(nowMs - sinceMs)}`.trim()).join(", ");
  return (`  ${name}  ${drawn.map(({ mark, text: text3 }) => paintMark(mark, text3, style)).join("")}  ` + style.dim(fitWidth(tests, Math.max(1, room - width)))).trimEnd();
}
function totalLines({ cells, tests, startedAtMs, lastNotOk }, { style, columns, nowMs }) {
  if (startedAtMs === void 0) return [];
  const ended = [...cells.values()].flatMap((cell) => cell.ended);
  const notOk = ended.filter(({ ok }) => !ok).length;
  const counted2 = `  ${ended.length} of ${tests}`;
  const since = formatWholeSeconds(nowMs - startedAtMs);
  if (lastNotOk === void 0) return [fitWidth(`${counted2} \xB7 ${since}`, columns)];
  const failed2 = ` \xB7 ${notOk} not as expected, last ${plainLine(lastNotOk.id)} (${plainLine(lastNotOk.outcome)})`;
  return [
    `${counted2} \xB7 ${since}${style.red(fitWidth(failed2, Math.max(1, columns - textWidth(`${counted2} \xB7 ${since}`))))}`
  ];
}
function elapsed(durationMs) {
  return durationMs < quickStepMs ? "" : formatWholeSeconds(durationMs);
}
function formatWholeSeconds(durationMs) {
  const wholeMs = Math.floor(durationMs / 1e3) * 1e3;
  return wholeMs < 1e4 ? `${wholeMs / 1e3} s` : formatDuration(wholeMs);
}

// src/report/terminal/permanent-lines.ts
var shortestStepMs = 95;
var announceAfterMs = 1e3;
var noteColumns = 120;
var silenceMs = 6e4;
var buildOutputLimit = { lines: 120, columns: 1e3 };
function createPermanentLines(options2, progress) {
  const style = createStyle(options2.color);
  const announced = /* @__PURE__ */ new Set();
  const keyOf2 = ({ what, sinceMs }) => `${sinceMs} ${what}`;
  let lastLineAtMs = options2.now();
  const remember = (lines) => {
    if (lines.length > 0) lastLineAtMs = options2.now();
    return lines;
  };
  const onTick = () => {
    if (options2.isTty) return [];
    const due = progress.steps.filter(
      (step) => !announced.has(keyOf2(step)) && options2.now() - step.sinceMs >= announceAfterMs
    );
    for (const step of due) announced.add(keyOf2(step));
    const isSilent = options2.now() - lastLineAtMs >= silenceMs;
    return remember([
      ...due.map((step) => `  ${stepName(step)} \u2026`),
      ...isSilent ? underWay(progress, options2.now()) : []
    ]);
  };
  return { onEvent: (event) => remember(eventLines(event, { options: options2, progress, style })), onTick };
}
function eventLines(event, { options: options2, progress, style }) {
  switch (event.kind) {
    case "provision-begin":
    case "provision-step":
      return [];
    case "provision-end":
      return event.durationMs < shortestStepMs && !options2.verbose ? [] : [stepEnd(event, progress)];
    case "fact":
      return hangingLines(`  ${event.topic.padEnd(9)}`, event.text, options2.columns());
    case "warning":
      return hangingLines("warning: ", event.message, options2.columns()).map(style.yellow);
    case "build-failed":
      return [
        "",
        style.red(buildFailure(event)),
        ...plainText(cutText(event.output, buildOutputLimit)).trimEnd().split("\n"),
        ...event.log === void 0 ? [] : [`All of the output: ${plainLine(event.log)}`],
        ""
      ];
    case "run-begin":
      return ["", heading(event), ""];
    case "run-more":
      return [];
    case "test-begin":
      return options2.verbose && !options2.isTty ? [`BEGIN ${testPlace(event)}`] : [];
    case "test-end":
      return options2.isTty && !options2.verbose ? [] : [testEnd(event, style)];
    case "stopping":
      return [
        style.yellow(
          `stopping after ${plural(event.failures, "failure")} (--bail): no more tests are started; those under way go on.`
        )
      ];
    case "cancelling":
      return [
        style.yellow(
          `stopping: ${plainLine(event.reason)}. Stopping the machines and writing the results; press Ctrl-C again to quit now.`
        )
      ];
  }
}
function stepEnd({ what, ended, durationMs }, { steps }) {
  const activity = steps.find((step) => step.what === what)?.activity;
  const words2 = ended === "failed" ? `${plainLine(activity ?? "it")} failed after` : `${activity === void 0 ? "done" : endedActivities[activity] ?? "done"} in`;
  return `  ${plainLine(what)}  ${words2} ${formatDuration(durationMs)}`;
}
var endedActivities = {
  resolving: "resolved",
  fetching: "fetched",
  unpacking: "unpacked",
  building: "built",
  extracting: "extracted",
  booting: "booted"
};
function buildFailure({ suite, kernel: kernel2, directory }) {
  return `${plainLine(directory)} of ${plainLine(suite)} does not build for ${plainLine(kernel2)}:`;
}
function stepName({ activity, what }) {
  return `${plainLine(activity)} ${plainLine(what)}`;
}
function detailWords({ detail }) {
  return detail === void 0 ? "" : `, ${plainLine(detail)}`;
}
function heading({ suites, cells, tests, repeat, jobs }) {
  const perCell = tests / cells.length;
  const count2 = Number.isInteger(perCell) && cells.length > 1 ? `${plural(perCell, "test")} \xD7 ${cells.length} cells = ${tests}` : plural(tests, "test");
  const times = repeat === 1 ? "" : `, ${repeat} times each`;
  return `${suites.map(plainLine).join(", ")}: ${count2}${times}, ${jobs} at a time`;
}
function testPlace({ id, cell }) {
  return `${plainLine(id)}  ${plainLine(cell)}`;
}
function testEnd(event, style) {
  const mark = markOf(event);
  const note2 = testNote(event);
  return `${paintMark(mark, markWord(event), style)} ${testPlace(event)}  ${formatDuration(event.durationMs)}${note2 === "" ? "" : `  ${note2}`}`;
}
function testNote({ outcome, ok, reason }) {
  if (!ok) return cutLine(plainLine(reason.split("\n", 1)[0] ?? ""), noteColumns);
  if (outcome === "skip") return cutLine(plainLine(whySkipped(reason)), noteColumns);
  return outcome === "pass" ? "" : `${plainLine(outcome)}, as expected`;
}
function underWay({ cells, steps }, nowMs) {
  const tests = [...cells].flatMap(
    ([cell, { running }]) => [...running].map(([id, sinceMs]) => ({ name: testPlace({ id, cell }), sinceMs }))
  );
  const all = [...steps.map((step) => ({ name: stepName(step) + detailWords(step), sinceMs: step.sinceMs })), ...tests];
  return all.map(({ name, sinceMs }) => `  still running after ${formatDuration(nowMs - sinceMs)}: ${name}`);
}
function plural(count2, noun) {
  return `${count2} ${count2 === 1 ? noun : `${noun}s`}`;
}

// src/report/terminal/progress.ts
function createProgress() {
  let steps = [];
  const cells = /* @__PURE__ */ new Map();
  let tests = 0;
  let startedAtMs;
  let lastNotOk;
  const cellOf = (id) => {
    const cell = cells.get(id) ?? { ended: [], running: /* @__PURE__ */ new Map() };
    cells.set(id, cell);
    return cell;
  };
  const onEvent = (event, nowMs) => {
    switch (event.kind) {
      case "provision-begin":
      case "provision-step":
      case "provision-end":
        steps = stepsAfter(steps, event, nowMs);
        break;
      case "run-begin":
        event.cells.forEach(cellOf);
        tests = event.tests * event.repeat;
        startedAtMs = nowMs;
        break;
      case "run-more":
        tests += event.tests;
        break;
      case "test-begin":
        cellOf(event.cell).running.set(event.id, nowMs);
        break;
      case "test-end":
        cellOf(event.cell).running.delete(event.id);
        cellOf(event.cell).ended.push(event);
        if (!event.ok) lastNotOk = event;
        break;
      case "fact":
      case "build-failed":
      case "warning":
      case "cancelling":
      case "stopping":
        break;
    }
  };
  return {
    get steps() {
      return steps;
    },
    cells,
    get tests() {
      return tests;
    },
    get startedAtMs() {
      return startedAtMs;
    },
    get lastNotOk() {
      return lastNotOk;
    },
    onEvent
  };
}
function stepsAfter(steps, event, nowMs) {
  switch (event.kind) {
    case "provision-begin":
      return [...steps, { what: event.what, activity: event.activity, sinceMs: nowMs }];
    case "provision-step":
      return steps.map((step) => step.what === event.what ? { ...step, detail: event.detail } : step);
    case "provision-end":
      return steps.toSpliced(indexOrEnd(steps, event.what), 1);
  }
}
function indexOrEnd(steps, what) {
  const index = steps.findIndex((step) => step.what === what);
  return index < 0 ? steps.length : index;
}

// src/report/terminal/terminal.ts
var shortestFrameMs = 40;
function createTerminalReporter(options2) {
  const style = createStyle(options2.color);
  const progress = createProgress();
  const permanent = createPermanentLines(options2, progress);
  const live = createLiveArea(options2.write);
  let isOpen = options2.isTty;
  let lastLine2 = "";
  let drawnAtMs = -Infinity;
  const show2 = (lines) => {
    lastLine2 = lines.at(-1) ?? lastLine2;
    const text3 = defuseCommands(lines.map((line) => `${line}
`).join(""));
    const nowMs = options2.now();
    if (!isOpen) {
      if (text3 !== "") options2.write(text3);
    } else if (text3 !== "" || nowMs - drawnAtMs >= shortestFrameMs) {
      live.update(text3, liveLines(progress, { style, columns: options2.columns(), nowMs }));
      drawnAtMs = nowMs;
    }
  };
  return {
    onEvent: (event) => {
      const lines = permanent.onEvent(event);
      progress.onEvent(event, options2.now());
      show2(lines);
    },
    tick: () => show2(permanent.onTick()),
    close: () => {
      isOpen = false;
      live.erase();
      if (lastLine2 !== "") show2([""]);
    }
  };
}

// src/engine/accelerator.ts
function chooseAccelerator(asked, kvm = probeKvm()) {
  if (asked === "tcg")
    return { accelerator: "tcg", reason: "asked for with --accel tcg", advice: void 0, fallsBack: false };
  if (kvm.kind === "promising") {
    return asked === "kvm" ? { accelerator: "kvm", reason: "asked for with --accel kvm", advice: void 0, fallsBack: false } : { accelerator: "kvm", reason: "KVM works here", advice: void 0, fallsBack: true };
  }
  if (asked === "kvm") throw new ProvisionError(`--accel kvm: ${kvm.reason}`, { hint: kvm.advice });
  return { accelerator: "tcg", reason: kvm.reason, advice: kvm.advice, fallsBack: false };
}
function isForeign({ arch }) {
  return arch !== hostsOwn().name;
}
function acceleratorForCells(asked, cells, kvm = probeKvm()) {
  const foreign = cells.filter(isForeign);
  const [first] = foreign;
  if (first === void 0) return chooseAccelerator(asked, kvm);
  const words2 = `KVM runs guests of this host's architecture only: ${hostsOwn().debian}`;
  if (asked === "kvm") {
    const message = `--accel kvm: ${first.kernel.text} is for ${architectureOf(first.arch).debian}. ${words2}.`;
    throw new ProvisionError(message, { hint: "Leave out --accel: others are emulated" });
  }
  if (asked === "tcg" || foreign.length < cells.length) return chooseAccelerator(asked, kvm);
  return { accelerator: "tcg", reason: words2, advice: void 0, fallsBack: false };
}
function fallBack(detail) {
  return {
    accelerator: "tcg",
    reason: `KVM is available, but a guest on it did not reach the test agent: ${detail}`,
    advice: "Nested virtualisation is often the cause. --accel tcg skips the attempt.",
    fallsBack: false,
    detail
  };
}
var minuteMs = 6e4;
function failedBefore(detail, agoMs) {
  const minutes = Math.floor(agoMs / minuteMs);
  const ago = minutes < 1 ? "just now" : minutes === 1 ? "a minute ago" : `${minutes} minutes ago`;
  return {
    accelerator: "tcg",
    reason: `KVM is available, but a guest on it did not reach the test agent ${ago}: ${detail}`,
    advice: "Nested virtualisation is often the cause. KVM is tried again after an hour, or at once with --fresh.",
    fallsBack: false
  };
}

// src/engine/kvm-trials.ts
var rememberedMs = 60 * 60 * 1e3;
var mostTrials = 50;
var document = "kvm-trials";
var KvmTrials = class {
  #store;
  #nowMs;
  constructor({ store, nowMs }) {
    this.#store = new AssetStore(store.root);
    this.#nowMs = nowMs;
  }
  /** The choice of a run whose first boot would be this trial. */
  recall(trial, choice) {
    if (!choice.fallsBack) return choice;
    const key = keyOf(trial);
    const failed2 = this.#failures().find((failure) => failure.key === key);
    return failed2 === void 0 ? choice : failedBefore(failed2.detail, this.#nowMs() - failed2.atMs);
  }
  /** How the guest on KVM ended, in words. */
  remember(trial, detail) {
    const failed2 = { key: keyOf(trial), atMs: this.#nowMs(), detail };
    this.#write([...this.#without(failed2.key), failed2]);
  }
  /** It works. */
  forget(trial) {
    const failures = this.#failures();
    const others = this.#without(keyOf(trial));
    if (others.length < failures.length) this.#write(others);
  }
  #without(key) {
    return this.#failures().filter((failure) => failure.key !== key);
  }
  /** Those that still count. */
  #failures() {
    const listed2 = asObject(this.#read())?.["failed"];
    const nowMs = this.#nowMs();
    return (Array.isArray(listed2) ? listed2 : []).flatMap((failure) => failureIn(failure) ?? []).filter(({ atMs }) => atMs <= nowMs && nowMs - atMs < rememberedMs);
  }
  /** What cannot be read is not remembered; whatever else needs the store says so. */
  #read() {
    try {
      return this.#store.readDocument(document);
    } catch (error) {
      if (!(error instanceof ProvisionError)) throw error;
      return void 0;
    }
  }
  /** If the store cannot be written, the next run tries again. */
  #write(failures) {
    try {
      this.#store.writeDocument(document, { failed: failures.slice(-mostTrials) });
    } catch (error) {
      if (!(error instanceof ProvisionError)) throw error;
    }
  }
};
function failureIn(value) {
  const { key, atMs, detail } = asObject(value) ?? {};
  if (typeof key !== "string" || typeof atMs !== "number" || typeof detail !== "string") return void 0;
  return { key, atMs, detail };
}
function keyOf({ cell, supplies: { qemu, kernel: kernel2 } }) {
  const host = [hostBoot(), hostProcessor(), kvmIdentity()];
  return sha256Of(JSON.stringify([host, qemu.version, qemu.sha256, kernel2.sha256, cell.machine.args]));
}

// src/engine/boot-deadlines.ts
var defaultMs = 6e4;
var emulationFactor = 3;
var kvmTrialMs = 3e4;
function defaultBootDeadlineMs(accelerator) {
  return accelerator === "tcg" ? emulationFactor * defaultMs : defaultMs;
}
function bootDeadlineMs({ bootTimeoutMs }, accelerator) {
  return bootTimeoutMs ?? defaultBootDeadlineMs(accelerator);
}
function cellDeadlineMs({ tests }, cell, accelerator) {
  const own = tests.filter((planned) => planned.cell === cell);
  return Math.max(...own.map((planned) => bootDeadlineMs(planned, accelerator)));
}
function trialDeadlineMs(plan, cell) {
  const isGiven = plan.tests.some((planned) => planned.cell === cell && planned.bootTimeoutMs !== void 0);
  return isGiven ? cellDeadlineMs(plan, cell, "kvm") : kvmTrialMs;
}
function usesDefaultDeadline({ tests }) {
  return tests.some(({ bootTimeoutMs }) => bootTimeoutMs === void 0);
}

// src/engine/bus-supplies.ts
import { relative as relative2 } from "node:path";

// src/provision/modules/build-modules.ts
import { basename as basename7, join as join31 } from "node:path";

// src/provision/compiler/program-starter.ts
import { basename as basename5, join as join22 } from "node:path";

// src/provision/kernel/headers.ts
import { join as join18 } from "node:path";

// src/provision/compiler/compiler-suites.ts
var addition = /-(security|updates|backports)$/;
var bases = { experimental: "sid" };
function compilerSuites(release, suites) {
  const whole = suites.flatMap((suite) => {
    const base = bases[suite] ?? suite.replace(addition, "");
    return [base, `${base}-security`, suite];
  });
  return [...new Set(whole)].filter((suite) => release.suites[suite] !== void 0);
}

// src/provision/compiler/kernel-compiler.ts
import { join } from "node:path";
function versionedName({ family, major }) {
  return `${family}-${major}`;
}
function readKernelCompiler(buildDirectory2) {
  const config = readTextIfThere(join(buildDirectory2, ".config")) ?? "";
  const number2 = (name) => Number(new RegExp(`^${name}=(\\d{1,9})$`, "m").exec(config)?.[1] ?? 0);
  const major = (name) => Math.floor(number2(name) / 1e4);
  if (isBuiltByClang(config)) return known("clang", major("CONFIG_CLANG_VERSION"));
  return known("gcc", major("CONFIG_GCC_VERSION")) ?? fromKernelVariables(buildDirectory2);
}
function isBuiltByClang(config) {
  return /^CONFIG_CC_IS_CLANG=y$/m.test(config);
}
function fromKernelVariables(buildDirectory2) {
  const text3 = readTextIfThere(join(buildDirectory2, ".kernelvariables")) ?? "";
  return known("gcc", Number(/^CC\s*:?=.*\bgcc-(\d{1,3})\s*$/m.exec(text3)?.[1] ?? 0));
}
function known(family, major) {
  return major > 0 ? { family, major } : void 0;
}

// src/provision/kernel/fetched-headers.ts
import { join as join8 } from "node:path";

// src/provision/fetch/checked-files.ts
import { join as join2 } from "node:path";

// src/host/files/save-stream.ts
import { createHash } from "node:crypto";
import { closeSync, openSync, writeSync } from "node:fs";
async function saveStream(pieces, path, maxBytes) {
  const hash = createHash("sha256");
  const descriptor = openSync(path, "wx", 420);
  let bytes = 0;
  try {
    for await (const piece of pieces) {
      bytes += piece.length;
      if (bytes > maxBytes) return { kind: "too-large" };
      hash.update(piece);
      writeWhole(descriptor, piece);
    }
    return { kind: "saved", bytes, sha256: hash.digest("hex") };
  } finally {
    closeSync(descriptor);
  }
}
async function writeStream(pieces, path, isExecutable) {
  const descriptor = openSync(path, "wx", isExecutable ? 493 : 420);
  try {
    for await (const piece of pieces) writeWhole(descriptor, piece);
  } finally {
    closeSync(descriptor);
  }
}
function writeWhole(descriptor, piece) {
  for (let written = 0; written < piece.length; ) {
    written += writeSync(descriptor, piece, written, piece.length - written);
  }
}

// src/host/http-download.ts
import { createReadStream } from "node:fs";
import { fileURLToPath } from "node:url";
var BodyBroken = class extends Error {
  name = "BodyBroken";
};
var maxRedirects = 10;
var idleMs = 6e4;
async function download({ url, headers, signal }) {
  signal.throwIfAborted();
  const first = new URL(url);
  if (first.protocol === "file:") return openFile(first);
  let at = first;
  for (let hops = 0; hops <= maxRedirects; hops++) {
    const own = at.origin === first.origin ? headers : withoutCredentials(headers);
    const answer = await ask(at, own, signal);
    if (answer.kind === "unreachable" || answer.location === void 0) return answer;
    const next = URL.canParse(answer.location, at.href) ? new URL(answer.location, at.href) : void 0;
    await answer.leave();
    if (next === void 0 || !mayFollow(at, next))
      return { kind: "unreachable", reason: `${at.host} redirects to ${answer.location}, which is not followed` };
    at = next;
  }
  return { kind: "unreachable", reason: `${first.host} redirects more than ${maxRedirects} times` };
}
function withoutCredentials(headers) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== "authorization"));
}
function mayFollow(from2, to) {
  return to.protocol === "https:" || to.protocol === "http:" && from2.protocol === "http:";
}
function openFile(url) {
  return { kind: "answer", status: 200, header: () => void 0, body: bytesOfFile(fileURLToPath(url)) };
}
async function* bytesOfFile(path) {
  try {
    yield* createReadStream(path, { highWaterMark: 1024 * 1024 });
  } catch (error) {
    if (isSystemError(error)) throw new BodyBroken(error.message, { cause: error });
    throw error;
  }
}
async function ask(url, headers, signal) {
  const idle = new IdleTimer();
  try {
    const response = await fetch(url, {
      // A package is wanted as it is. Some servers would pack it for the way.
      headers: { "accept-encoding": "identity", ...headers },
      redirect: "manual",
      signal: AbortSignal.any([signal, idle.signal])
    });
    const location = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
    return {
      kind: "answer",
      status: response.status,
      header: (name) => response.headers.get(name) ?? void 0,
      body: piecesOf(response, idle, signal),
      location: location ?? void 0,
      leave: async () => {
        idle.stop();
        await response.body?.cancel();
      }
    };
  } catch (error) {
    idle.stop();
    signal.throwIfAborted();
    return { kind: "unreachable", reason: networkWords(error) };
  }
}
async function* piecesOf(response, idle, signal) {
  try {
    for await (const piece of response.body ?? []) {
      idle.restart();
      yield piece;
      idle.restart();
    }
  } catch (error) {
    signal.throwIfAborted();
    throw new BodyBroken(networkWords(error), { cause: error });
  } finally {
    idle.stop();
  }
}
async function readUpTo(body, maxBytes) {
  const pieces = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > maxBytes) return void 0;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
function networkWords(error) {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof AggregateError ? error.cause.errors[0] : error.cause;
  return cause instanceof Error ? `${error.message}: ${cause.message}` : error.message;
}
var IdleTimer = class {
  #controller = new AbortController();
  #timer;
  constructor() {
    this.restart();
  }
  get signal() {
    return this.#controller.signal;
  }
  restart() {
    this.stop();
    const silence = new Error(`nothing came for ${idleMs / 1e3} seconds`);
    this.#timer = setTimeout(() => this.#controller.abort(silence), idleMs);
  }
  stop() {
    clearTimeout(this.#timer);
  }
};

// src/provision/fetch/fetch-file.ts
var attempts = 3;
var proxyVariables = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"];
async function fetchFile(wish, context) {
  const scene = { root: context.store.root, during: `fetching ${wish.title}` };
  return await whileThereIsRoom(scene, context.signal, async (signal) => {
    for (let attempt2 = 1; ; attempt2++) {
      const outcome = await tryOnce(wish, { ...context, signal });
      if (outcome.kind === "fetched") return outcome;
      removeTree(wish.path);
      if (!outcome.mayPass || attempt2 === attempts)
        throw new ProvisionError(`${wish.title} could not be fetched: ${outcome.reason}.`, { hint: outcome.hint });
    }
  });
}
async function tryOnce({ url, path, headers = {}, title, maxBytes }, context) {
  const limit = maxBytes ?? bounds.fetchedKernel.packedBytes;
  const answer = await download({ url, headers, signal: context.signal });
  if (answer.kind === "unreachable") return failed(answer.reason, { mayPass: true });
  if (answer.status !== 200) return await refused(answer);
  const announced = Number(answer.header("content-length") ?? 0);
  requireRoom(announced, { root: context.store.root, during: `fetching ${title}`, neededBytes: announced });
  try {
    const saved = await saveStream(answer.body, path, limit);
    if (saved.kind === "saved") return { ...saved, kind: "fetched" };
    return failed(`it has more than ${limit} bytes`, { mayPass: false, hint: "Check its address" });
  } catch (error) {
    if (error instanceof BodyBroken) return failed(error.message, { mayPass: !url.startsWith("file:") });
    throw error;
  }
}
async function refused({ status, body }) {
  for await (const piece of body) if (piece.length >= 0) break;
  const isMissing = status === 404 || status === 410;
  return failed(`the server answers ${status}${isMissing ? " (no such file)" : ""}`, {
    mayPass: status >= 500 || status === 429,
    hint: isMissing ? "Check its address. Mirrors drop old packages; archives of the distribution keep them" : void 0
  });
}
function failed(reason, { mayPass, hint }) {
  return { kind: "failed", reason, hint: hint ?? networkHint(), mayPass };
}
function networkHint() {
  const proxy = proxyVariables.find((name) => environmentVariable(name) !== void 0);
  if (proxy === void 0 || environmentVariable("NODE_USE_ENV_PROXY") !== void 0)
    return "Check the address and the network, and try again";
  return `${proxy} is set, but Node uses it only with NODE_USE_ENV_PROXY=1 (Node 24). Otherwise fetch the file, and give its file:/// address`;
}

// src/provision/fetch/checked-files.ts
function knownFiles(files) {
  const known3 = files.flatMap(({ url, sha256 }) => sha256 === void 0 ? [] : [{ url, sha256 }]);
  return known3.length === files.length ? known3 : void 0;
}
async function fetchCheckedFiles({ title, files }, directory, context) {
  const paths = files.map((_, index) => join2(directory, String(index)));
  await withProgress(context.progress, { what: title, activity: "fetching" }, async () => {
    const digests = await fetchAll(files, paths, context);
    for (const [index, file2] of files.entries()) {
      const found = digests[index];
      if (found !== file2.sha256) throw differs(file2, found ?? "none");
    }
  });
  return paths;
}
async function refuseWithoutDigests(set, context) {
  let digests = [];
  const found = () => tellDigests(set, digests);
  await context.store.provide({
    kind: "undigested",
    key: set.files.map(({ url }) => url).join("\n"),
    signal: context.signal,
    make: async (staging) => {
      const paths = set.files.map((_, index) => join2(staging, String(index)));
      digests = await withProgress(
        context.progress,
        { what: set.title, activity: "fetching" },
        () => fetchAll(set.files, paths, context)
      );
      throw found();
    }
  });
  throw found();
}
function tellDigests({ prefix, title, files }, digests) {
  const wrong2 = files.findIndex(({ sha256 }, index) => sha256 !== void 0 && sha256 !== digests[index]);
  const differing = files[wrong2];
  if (differing?.sha256 !== void 0)
    return differs({ url: differing.url, sha256: differing.sha256 }, digests[wrong2] ?? "none");
  const without = files.filter(({ sha256 }) => sha256 === void 0);
  const first = without[0] === void 0 ? title : fileName(without[0]);
  const more = without.length > 1 ? ` and of ${without.length - 1} more` : "";
  const spec = `${prefix}:${files.map(({ url }, index) => `${url}#sha256=${digests[index] ?? ""}`).join(",")}`;
  return new InputRefused(`${title}: expected the digest of ${first}${more}, found none. Nothing was run.`, {
    hint: `If you trust what was fetched now, write its digest: ${spec}`
  });
}
async function fetchAll(files, paths, context) {
  const works = files.map((file2, index) => async (signal) => {
    const { sha256 } = await fetchFile(
      { title: file2.url, url: file2.url, path: paths[index] ?? "" },
      { ...context, signal }
    );
    return sha256;
  });
  return await sideBySide(context.signal, works, processorCount());
}
function differs({ url, sha256 }, found) {
  return new ProvisionError(`${url} is not the file that was asked for: expected SHA-256 ${sha256}, found ${found}.`, {
    hint: "Either the digest is of another file, or the file has changed: ask its publisher for the digest"
  });
}

// src/provision/fetch/container-ref.ts
var architectureOfKernels = architectureOf(usualArchitecture);
function readTaggedDigest(stored2) {
  const digest = fieldOf(stored2, "digest");
  return typeof digest === "string" && isDigest(digest) ? { digest } : void 0;
}
function isDigest(text3) {
  return /^sha256:[0-9a-f]{64}$/.test(text3);
}
function containerRefName({ registry, repository, tag = "" }, arch) {
  const name = `oci/${registry}/${repository}:${tag}`;
  return arch.name === usualArchitecture ? name : `${name}/${arch.debian}`;
}
function assetOfDigest(digest) {
  return { kind: "container", key: `container 1
${digest}` };
}
function containerKernelAsset({ image }, store) {
  const name = containerRefName(image, architectureOfKernels);
  const digest = image.digest ?? lastAnswer(store, { name, parse: readTaggedDigest })?.digest;
  return digest === void 0 ? void 0 : assetOfDigest(digest);
}

// src/provision/kernel/fetched-kernel.ts
import { join as join7 } from "node:path";

// src/provision/unpack/staging-tree.ts
import { join as join3 } from "node:path";

// src/provision/unpack/archive-entry.ts
var ArchiveProblem = class extends Error {
  name = "ArchiveProblem";
};
async function* noContent() {
}
function stepsOf(path, { depth, pathBytes, nameBytes: nameBytes2 }) {
  const shown3 = JSON.stringify(path.slice(0, 200));
  if (path.startsWith("/")) throw new ArchiveProblem(`expected relative paths, found ${shown3}`);
  if (Buffer.byteLength(path) > pathBytes) throw new ArchiveProblem(`a path is too long: ${shown3}`);
  const steps = path.split("/").filter((step) => step !== "" && step !== ".");
  if (steps.includes("..")) throw new ArchiveProblem(`expected paths without .., found ${shown3}`);
  if (steps.length > depth) throw new ArchiveProblem(`directories are too deep: ${shown3}`);
  if (steps.some((step) => Buffer.byteLength(step) > nameBytes2))
    throw new ArchiveProblem(`a name is too long: ${shown3}`);
  if (path.includes("\0")) throw new ArchiveProblem(`a path holds a zero byte: ${shown3}`);
  return steps;
}

// src/provision/unpack/kernel-files.ts
function kernelFileAt(steps) {
  for (let at = 0; at + 2 < steps.length; at++) {
    const [first, second = "", third = ""] = steps.slice(at);
    const root2 = steps.slice(0, at);
    if (first === "lib" && second === "modules") return { kind: "modules", root: withoutUsr(root2) };
    if (first === "usr" && second === "src" && /^(linux|kernels$)/.test(third)) return { kind: "headers", root: root2 };
    if (first === "usr" && second === "lib" && third.startsWith("linux-kbuild-")) return { kind: "headers", root: root2 };
  }
  return { kind: "other", root: [] };
}
function withoutUsr(root2) {
  return root2.at(-1) === "usr" ? root2.slice(0, -1) : root2;
}
var sniffBytes = 592;
function looksLikeKernel(start) {
  return start.length >= sniffBytes && Buffer.from(start.subarray(514, 518)).toString("latin1") === "HdrS";
}
function linkInside(directory, target) {
  const steps = target.split("/").filter((step) => step !== "" && step !== ".");
  const ups = steps.findIndex((step) => step !== "..");
  const names2 = ups === -1 ? [] : steps.slice(ups);
  if (names2.includes("..") || target.includes("\0")) return void 0;
  if (target.startsWith("/")) {
    if (ups !== 0) return void 0;
    return [...directory.map(() => ".."), ...names2].join("/") || ".";
  }
  const count2 = ups === -1 ? steps.length : ups;
  return count2 > directory.length ? void 0 : [...steps.slice(0, count2), ...names2].join("/") || ".";
}

// src/provision/unpack/staging-tree.ts
var StagingTree = class {
  directory;
  #maxEntries;
  #top = { kind: "directory", layer: 0, children: /* @__PURE__ */ new Map() };
  #layer = 0;
  #entries = 0;
  constructor(directory, maxEntries) {
    this.directory = directory;
    this.#maxEntries = maxEntries;
    makeDirectory(directory);
  }
  /** What follows lies above everything so far. */
  beginLayer() {
    this.#layer++;
  }
  /** A directory; what another one of that name holds stays. */
  makeDirectory(steps) {
    this.#directoryAt(steps);
  }
  /** A new file in place of whatever was there. @throws ArchiveProblem @throws whatever `content` throws */
  async writeFile(steps, content, isExecutable) {
    const path = this.#vacate(steps);
    await writeStream(content, path, isExecutable);
    this.#note(steps, { kind: "file", layer: this.#layer });
  }
  /** @throws ArchiveProblem when it might lead out of the tree */
  writeLink(steps, target) {
    const inside = linkInside(steps.slice(0, -1), target);
    if (inside === void 0)
      throw new ArchiveProblem(`a link leads out of it: ${shown(steps.join("/"))} to ${shown(target)}`);
    linkTo(inside, this.#vacate(steps));
    this.#note(steps, { kind: "link", layer: this.#layer });
  }
  /** Another name of a file. False: there is no such file here. */
  writeHardLink(steps, target) {
    if (this.#nodeAt(target)?.kind !== "file") return false;
    if (steps.join("/") === target.join("/")) return true;
    hardLink(join3(this.directory, ...target), this.#vacate(steps));
    this.#note(steps, { kind: "file", layer: this.#layer });
    return true;
  }
  isFile(steps) {
    return this.#nodeAt(steps)?.kind === "file";
  }
  /** Removes what lower layers have there. */
  removeLower(steps) {
    const node = this.#nodeAt(steps);
    if (node === void 0) return;
    if (node.kind === "directory") this.clearLower(steps);
    if (node.layer < this.#layer && (node.kind !== "directory" || node.children.size === 0)) this.#remove(steps);
  }
  /** Removes what lower layers have below a directory. */
  clearLower(steps) {
    const node = this.#nodeAt(steps);
    if (node?.kind !== "directory") return;
    for (const name of [...node.children.keys()]) this.removeLower([...steps, name]);
  }
  /** Removes whatever is there. */
  #remove(steps) {
    const name = steps.at(-1);
    const parent = this.#nodeAt(steps.slice(0, -1));
    if (name === void 0 || parent?.kind !== "directory" || !parent.children.has(name)) return;
    removeTree(join3(this.directory, ...steps));
    parent.children.delete(name);
  }
  #nodeAt(steps) {
    let node = this.#top;
    for (const step of steps) node = node?.kind === "directory" ? node.children.get(step) : void 0;
    return node;
  }
  /** The path for a new file or link, with its directory made and its predecessor gone. */
  #vacate(steps) {
    if (steps.length === 0) throw new ArchiveProblem("expected a directory at the top, found something else");
    this.#directoryAt(steps.slice(0, -1));
    this.#remove(steps);
    return join3(this.directory, ...steps);
  }
  #note(steps, node) {
    if (++this.#entries > this.#maxEntries)
      throw new ArchiveProblem(`it has more than ${this.#maxEntries} files of a kernel`);
    this.#directoryAt(steps.slice(0, -1)).children.set(steps.at(-1) ?? "", node);
  }
  /** Makes the missing ones. A file or a link in the way is from below, and is replaced if it is from a lower layer. */
  #directoryAt(steps) {
    let directory = this.#top;
    for (const [index, step] of steps.entries()) {
      const there = directory.children.get(step);
      directory = there?.kind === "directory" ? there : this.#newDirectory(directory, steps.slice(0, index + 1), there);
    }
    return directory;
  }
  #newDirectory(parent, steps, there) {
    if (there !== void 0 && there.layer === this.#layer)
      throw new ArchiveProblem(`${shown(steps.join("/"))} is a ${there.kind} and a directory`);
    if (there !== void 0) this.#remove(steps);
    const node = { kind: "directory", layer: this.#layer, children: /* @__PURE__ */ new Map() };
    if (++this.#entries > this.#maxEntries)
      throw new ArchiveProblem(`it has more than ${this.#maxEntries} files of a kernel`);
    makeDirectory(join3(this.directory, ...steps));
    parent.children.set(steps.at(-1) ?? "", node);
    return node;
  }
};
function shown(path) {
  return JSON.stringify(path.slice(0, 200));
}

// src/provision/kernel/index-modules.ts
async function indexModules(directory, release, context) {
  const { depmod } = await provideTools(context);
  const { exitCode, output } = await runRequired([...depmod, "--basedir", directory, release], {
    signal: context.signal,
    env: inEnglish()
  });
  if (exitCode === 0) return;
  refuseShortage(output, { root: context.store.root, during: `indexing the modules of ${release}` });
  throw new ProvisionError(`depmod failed on the modules of ${release}:
${lastLines(output)}`);
}

// src/provision/kernel/choose-kernel.ts
import { join as join5 } from "node:path";

// src/provision/kernel/settle-modules.ts
import { join as join4 } from "node:path";
function modulesPlaces(root2) {
  return [join4(root2, "lib/modules"), join4(root2, "usr/lib/modules")];
}
function settleModules(directory, root2, release) {
  const [settled, merged] = modulesPlaces(root2).map((place) => join4(place, release));
  if (settled === void 0 || merged === void 0) throw new Error("Internal error: two paths became none");
  if (kindOfFile(join4(directory, merged)) === "directory") mergeInto(join4(directory, merged), join4(directory, settled));
  return kindOfFile(join4(directory, settled)) === "directory" ? settled : void 0;
}
function settledPath(path, root2) {
  const [settled, merged] = modulesPlaces(root2);
  return path.startsWith(`${merged}/`) ? `${settled}${path.slice(merged.length)}` : path;
}
function mergeInto(from2, to) {
  makeDirectory(to);
  for (const { name, kind: kind2 } of filesIn(from2)) {
    const there = kindOfFile(join4(to, name));
    if (kind2 === "directory" && there === "directory") mergeInto(join4(from2, name), join4(to, name));
    else {
      if (there !== "nothing") removeTree(join4(to, name));
      movePath(join4(from2, name), join4(to, name));
    }
  }
  removeTree(from2);
}

// src/provision/kernel/choose-kernel.ts
async function chooseKernel(fetched, {
  tree,
  images,
  roots
}, context) {
  const modules = [...roots].flatMap((root2) => modulesOf(tree.directory, root2));
  const found = [];
  for (const image of [...images].filter((path) => tree.isFile(path.split("/"))).sort()) {
    const release = await releaseOfImage(join5(tree.directory, image), image, context);
    if (release === void 0 || found.some((kernel2) => kernel2.release === release)) continue;
    const root2 = modules.find((place) => place.release === release)?.root ?? "";
    found.push({ release, image, root: root2 });
  }
  if (found.length === 0) throw noImage(fetched, modules);
  const complete = found.filter(({ release }) => modules.some((place) => place.release === release));
  const [chosen, second] = complete.length === 1 ? complete : found;
  if (chosen !== void 0 && second === void 0) {
    if (complete.length > 0 || modules.length === 0) return chosen;
    throw otherModules(fetched, chosen, modules);
  }
  throw new ProvisionError(`${fetched.title}: expected one kernel, found ${found.length}: ${listed(found)}.`, {
    hint: "Give what belongs to one of them"
  });
}
function modulesOf(directory, root2) {
  return modulesPlaces(root2).flatMap(
    (place) => filesIn(join5(directory, place)).flatMap(
      ({ name, kind: kind2 }) => kind2 === "directory" ? [{ release: name, root: root2 }] : []
    )
  );
}
async function releaseOfImage(path, name, context) {
  const file2 = readWholeFile(path);
  if (readBzImage(bytesOf(file2)) === void 0) return void 0;
  try {
    return await releaseIn(file2, { text: name }, context);
  } catch (error) {
    if (error instanceof ProvisionError && !context.signal.aborted) return void 0;
    throw error;
  }
}
function noImage({ title, advice }, modules) {
  const also = modules.length === 0 ? "none" : `only modules of ${listed(modules)}`;
  return new ProvisionError(
    `${title}: expected an x86 kernel image such as boot/vmlinuz-RELEASE or lib/modules/RELEASE/vmlinuz, found ${also}.`,
    { hint: advice }
  );
}
function otherModules({ title }, { release }, modules) {
  return new ProvisionError(`${title}: expected modules of ${release}, found those of ${listed(modules)}.`, {
    hint: "Kernel and modules must be of the same build"
  });
}
function listed(kernels) {
  const releases = [...new Set(kernels.map(({ release }) => release))].sort();
  return releases.length > 10 ? `${releases.slice(0, 10).join(", ")} and others` : releases.join(", ");
}

// src/provision/kernel/required-drivers.ts
import { join as join6 } from "node:path";

// src/provision/initramfs/initramfs.ts
import { basename } from "node:path";

// src/provision/initramfs/cpio.ts
var modes = { directory: 16877, link: 41471, "character-device": 8576 };
var trailerName = "TRAILER!!!";
function writeCpio(entries2) {
  const parts = entries2.flatMap((entry, index) => member(entry, index + 1));
  return Buffer.concat([
    ...parts,
    header({ inode: 0, mode: 0, size: 0, major: 0, minor: 0, name: trailerName }),
    padding(110 + trailerName.length + 1)
  ]);
}
function member(entry, inode) {
  const content = contentOf(entry);
  const head = header({
    inode,
    mode: entry.kind === "file" ? 32768 | (entry.executable ? 493 : 420) : modes[entry.kind],
    size: content.length,
    major: entry.kind === "character-device" ? entry.major : 0,
    minor: entry.kind === "character-device" ? entry.minor : 0,
    name: entry.path
  });
  return [head, padding(head.length), Buffer.from(content), padding(content.length)];
}
function contentOf(entry) {
  switch (entry.kind) {
    case "file":
      return entry.content;
    case "link":
      return Buffer.from(entry.target);
    case "directory":
    case "character-device":
      return new Uint8Array(0);
  }
}
function header({ inode, mode, size: size2, major, minor, name }) {
  const encoded = Buffer.from(`${name}\0`);
  const fields = [inode, mode, 0, 0, 1, 0, size2, 0, 0, major, minor, encoded.length, 0];
  const digits = fields.map((field) => field.toString(16).toUpperCase().padStart(8, "0")).join("");
  return Buffer.concat([Buffer.from(`070701${digits}`), encoded]);
}
function padding(length) {
  return Buffer.alloc((4 - length % 4) % 4);
}

// src/provision/initramfs/hide-applet.ts
function hideApplet(busybox, applet, neighbours) {
  const [before2, after] = neighbours;
  const hidden = `${applet.slice(0, -1)}${nextLetter(applet)}`;
  if (hidden >= after) throw new Error(`Internal error: ${hidden} is not before ${after}`);
  const table = Buffer.from(`\0${before2}\0${applet}\0${after}\0`);
  const bytes = Buffer.from(busybox);
  const at = bytes.indexOf(table);
  if (at < 0 || bytes.indexOf(table, at + 1) >= 0) return { busybox, name: applet };
  bytes.write(hidden, at + before2.length + 2);
  return { busybox: bytes, name: hidden };
}
function nextLetter(word2) {
  return String.fromCharCode((word2.codePointAt(word2.length - 1) ?? 0) + 1);
}

// src/provision/initramfs/initramfs.ts
var agentModules = ["virtio_pci", "virtio_console"];
var folderModules = ["9pnet_virtio", "9p"];
var waitingModules = ["autofs4"];
var diskModules = ["virtio_blk", "crc32c_generic"];
var plugModules = ["virtio_blk", "virtio_balloon"];
var fileSystemModules = ["ext4", "xfs", "btrfs", "vfat", "nls_cp437", "nls_ascii", "nls_iso8859-1"];
function hasVirtFs(index, builtin) {
  return folderModules.every((name) => index.has(moduleName(name)) || builtin.has(moduleName(name)));
}
function parseModulesBuiltin(text3) {
  return new Set(
    text3.split("\n").filter((line) => line !== "").map(moduleName)
  );
}
function buildInitramfs(content) {
  const modulesRoot = `lib/modules/${content.release}`;
  const { busybox, name } = hideApplet(content.busybox, "modprobe", ["modinfo", "more"]);
  return writeCpio([
    ...directories([
      "bin",
      "dev",
      "etc",
      "image",
      "lib",
      "lib/modules",
      modulesRoot,
      "proc",
      "qdt",
      "root",
      "run",
      "sbin",
      "sys",
      "test",
      "tmp",
      "usr",
      "usr/bin",
      "usr/sbin",
      "var"
    ]),
    // The kernel opens it for init before anything is mounted.
    { kind: "character-device", path: "dev/console", major: 5, minor: 1 },
    { kind: "file", path: "bin/busybox", executable: true, content: busybox },
    ...content.applets.filter((applet) => applet !== "busybox" && !guestPrograms.has(applet)).map((applet) => ({ kind: "link", path: `bin/${applet}`, target: "busybox" })),
    // Scripts use these paths for their interpreters, too.
    { kind: "link", path: "usr/bin/env", target: "/bin/env" },
    { kind: "link", path: "etc/mtab", target: "/proc/mounts" },
    text("etc/passwd", "root:x:0:0:root:/root:/bin/sh\n"),
    text("etc/group", "root:x:0:\n"),
    ...guestFiles(content.guestFiles),
    ...[...content.bootModules, ...content.furtherModules].map(
      (module) => file(`${modulesRoot}/${basename(plainPath(module.path))}`, module.content)
    ),
    text("qdt/modprobe-applet", `${name}
`),
    text("qdt/modules", `${content.bootModules.map((module) => moduleName(module.path)).join(" ")}
`),
    text(`${modulesRoot}/modules.dep`, flatModulesDep(content))
  ]);
}
function flatModulesDep({ index, bootModules, furtherModules }) {
  const lines = [...bootModules, ...furtherModules].map(({ path }) => {
    const needs = [...loadOrder(index, [path])].slice(0, -1).reverse();
    return `${[path, ...needs].map((entry) => basename(plainPath(entry))).join(" ").replace(/^(\S+)/, "$1:")}
`;
  });
  return lines.join("");
}
function plainPath(path) {
  return path.replace(/\.(xz|zst|gz)$/, "");
}
var guestPrograms = /* @__PURE__ */ new Set(["hw", "qdt-slot", "modprobe"]);
var programPaths = /* @__PURE__ */ new Map([
  ["init", "init"],
  ["hw", "bin/hw"],
  ["qdt-slot", "bin/qdt-slot"],
  ["modprobe", "bin/modprobe"]
]);
function guestFiles(files) {
  return [...files].map(([name, content]) => {
    const program = programPaths.get(name);
    return program === void 0 ? file(`qdt/${name}`, content) : { kind: "file", path: program, executable: true, content };
  });
}
function directories(paths) {
  return paths.map((path) => ({ kind: "directory", path }));
}
function text(path, content) {
  return file(path, Buffer.from(content));
}
function file(path, content) {
  return { kind: "file", path, executable: false, content };
}

// src/provision/kernel/required-drivers.ts
var maxIndexBytes = 64 * 1024 * 1024;
function requireDrivers({ title, advice }, modules) {
  const read = (name) => readTextFile(join6(modules, name), maxIndexBytes);
  const builtin = parseModulesBuiltin(read("modules.builtin"));
  if (builtin.size === 0) return;
  const index = parseModulesDep(read("modules.dep"));
  const missing = agentModules.filter((name) => !index.has(name) && !builtin.has(name));
  if (missing.length === 0) return;
  const found = index.size === 0 ? "no modules at all" : `${index.size} other modules`;
  throw new ProvisionError(
    `${title}: expected ${missing.join(" and ")}, which this kernel has not built in, among its modules, found ${found}.`,
    { hint: advice }
  );
}

// src/provision/kernel/fetched-kernel.ts
var rootName = "root";
var downloadsName = "downloads";
async function provideFetchedKernel(fetched, context) {
  const directory = await context.store.provide({
    ...fetched.asset,
    signal: context.signal,
    make: (staging) => makeKernel(fetched, staging, context)
  });
  const { release, sha256, image, modules } = readDescription(directory);
  if (typeof release !== "string" || typeof sha256 !== "string" || typeof image !== "string") throw damaged(directory);
  const path = join7(directory, rootName, image);
  const boot = await provideBootImage({ title: `${fetched.title} \u2192 ${release}`, path, sha256 }, context);
  return {
    spec: fetched.text,
    arch: usualArchitecture,
    release,
    sha256,
    ...boot,
    modulesDirectory: typeof modules === "string" ? join7(directory, rootName, modules) : void 0
  };
}
function unpackedRootOf(asset, context) {
  const directory = context.store.find(asset);
  return directory === void 0 ? void 0 : join7(directory, rootName);
}
async function makeKernel(fetched, staging, context) {
  const tree = new StagingTree(join7(staging, rootName), bounds.fetchedKernel.keptEntries);
  const keeping = { tree, images: /* @__PURE__ */ new Set(), roots: /* @__PURE__ */ new Set(), unpackedBytes: 0, keptBytes: 0 };
  await fetched.unpack(join7(staging, downloadsName), keeping);
  const { release, image: imageAsUnpacked, root: root2 } = await chooseKernel(fetched, keeping, context);
  const modules = settleModules(tree.directory, root2, release);
  if (modules !== void 0) {
    await withProgress(
      context.progress,
      { what: `${fetched.title}: modules`, activity: "extracting" },
      () => indexModules(join7(tree.directory, root2), release, context)
    );
    requireDrivers(fetched, join7(tree.directory, modules));
  }
  const image = settledPath(imageAsUnpacked, root2);
  const path = join7(tree.directory, image);
  if (kindOfFile(path) !== "file") throw new Error(`Internal error: ${image} was unpacked and is gone`);
  const sha256 = await sha256OfFile(path, context.signal);
  writeJsonFile(join7(staging, "asset.json"), { release, sha256, image, root: root2, ...modules && { modules } });
}

// src/provision/unpack/piece-reader.ts
var PieceReader = class {
  #pieces;
  #held = Buffer.alloc(0);
  constructor(pieces) {
    this.#pieces = pieces[Symbol.asyncIterator]();
  }
  /** @throws ArchiveProblem when the stream ends before */
  async take(bytes) {
    const parts = [];
    for await (const piece of this.stream(bytes)) parts.push(Buffer.from(piece));
    return Buffer.concat(parts);
  }
  /** The next bytes, piece by piece. @throws ArchiveProblem when the stream ends before */
  async *stream(bytes) {
    for (let left = bytes; left > 0; ) {
      if (this.#held.length === 0) await this.#refill();
      const piece = this.#held.subarray(0, left);
      this.#held = this.#held.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }
  /** Passes over bytes without keeping them. @throws ArchiveProblem when the stream ends before */
  async skip(bytes) {
    for (let left = bytes; left > 0; ) {
      if (this.#held.length === 0) await this.#refill();
      const step = Math.min(left, this.#held.length);
      this.#held = this.#held.subarray(step);
      left -= step;
    }
  }
  /** Ends the source: what is left of it is not wanted. */
  async leave() {
    await this.#pieces.return?.();
  }
  async #refill() {
    const next = await this.#pieces.next();
    if (next.done === true) throw new ArchiveProblem("it ends too early");
    this.#held = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
  }
};
async function wholeOf(pieces) {
  const held = [];
  for await (const piece of pieces) held.push(piece);
  return Buffer.concat(held);
}

// src/provision/unpack/cpio-entries.ts
var headerBytes = 110;
var magics = ["070701", "070702"];
var magicOfLargeFiles = "07070X";
var trailerName2 = "TRAILER!!!";
var fileType = { mask: 61440, file: 32768, directory: 16384, link: 40960 };
async function* cpioEntries(bytes, limits2) {
  const reader2 = new PieceReader(bytes);
  const waiting = /* @__PURE__ */ new Map();
  let entries2 = 0;
  try {
    for (; ; ) {
      const header2 = await readHeader(reader2, limits2);
      if (header2.path === trailerName2) break;
      if (++entries2 > limits2.entries) throw new ArchiveProblem(`it has more than ${limits2.entries} entries`);
      if (isWaiting(header2)) {
        waiting.set(header2.inode, [...waiting.get(header2.inode) ?? [], header2]);
        continue;
      }
      yield* emit(reader2, header2);
      const others = isShared(header2) ? waiting.get(header2.inode) ?? [] : [];
      waiting.delete(header2.inode);
      for (const other of others) yield hardLink2(other, header2.path);
    }
    for (const header2 of [...waiting.values()].flat()) yield { ...entryOf(header2), content: noContent() };
  } finally {
    await reader2.leave();
  }
}
async function* emit(reader2, header2) {
  const entry = entryOf(header2);
  let left = header2.sizeBytes;
  if (entry.kind === "link") {
    const target = (await reader2.take(header2.sizeBytes)).toString("utf8");
    left = 0;
    yield { ...entry, target, content: noContent() };
  } else {
    const content = async function* () {
      for await (const piece of reader2.stream(header2.sizeBytes)) {
        left -= piece.length;
        yield piece;
      }
    };
    yield { ...entry, content: content() };
  }
  await reader2.skip(left + padding2(header2.sizeBytes));
}
async function readHeader(reader2, { pathBytes }) {
  const text3 = (await reader2.take(headerBytes)).toString("latin1");
  const magic3 = text3.slice(0, 6);
  if (magic3 === magicOfLargeFiles) throw new ArchiveProblem("it holds a file of 4 GiB or more");
  if (!magics.includes(magic3) || !/^[0-9a-f]+$/i.test(text3))
    throw new ArchiveProblem("its payload is not a cpio archive");
  const field = (index) => Number.parseInt(text3.slice(6 + index * 8, 14 + index * 8), 16);
  const nameBytes2 = field(11);
  if (nameBytes2 < 1 || nameBytes2 > pathBytes) throw new ArchiveProblem("a path is too long");
  const mode = field(1);
  const sizeBytes = field(6);
  if ((mode & fileType.mask) === fileType.link && sizeBytes > pathBytes)
    throw new ArchiveProblem("a link leads to a path that is too long");
  const path = (await reader2.take(nameBytes2)).subarray(0, -1).toString("utf8");
  await reader2.skip(padding2(headerBytes + nameBytes2));
  const inode = [field(0), field(7), field(8)].join(" ");
  return { inode, mode, names: field(4), sizeBytes, path };
}
function isShared({ mode, names: names2 }) {
  return (mode & fileType.mask) === fileType.file && names2 > 1;
}
function isWaiting(header2) {
  return isShared(header2) && header2.sizeBytes === 0;
}
function hardLink2(header2, target) {
  return { ...entryOf(header2), kind: "hard-link", target, content: noContent() };
}
function entryOf({ path, mode, sizeBytes }) {
  return { path, kind: kindOf(mode), isExecutable: (mode & 73) !== 0, sizeBytes, target: "" };
}
function kindOf(mode) {
  switch (mode & fileType.mask) {
    case fileType.file:
      return "file";
    case fileType.directory:
      return "directory";
    case fileType.link:
      return "link";
    default:
      return "other";
  }
}
function padding2(length) {
  return (4 - length % 4) % 4;
}

// src/provision/unpack/keep-kernel-files.ts
var limits = bounds.fetchedKernel;
var whiteout = ".wh.";
var opaqueWhiteout = ".wh..wh..opq";
async function keepKernelFiles(entries2, keeping, { isLayer }) {
  keeping.tree.beginLayer();
  const cleared = /* @__PURE__ */ new Set();
  for await (const entry of entries2) {
    const steps = stepsOf(entry.path, limits);
    const name = steps.at(-1) ?? "";
    if (isLayer && name.startsWith(whiteout)) removeBelow(steps, keeping.tree, cleared);
    else await keepEntry(entry, steps, keeping);
  }
}
function removeBelow(steps, tree, cleared) {
  const directory = steps.slice(0, -1);
  const name = steps.at(-1) ?? "";
  const gone = name === opaqueWhiteout ? directory : [...directory, name.slice(whiteout.length)];
  const key = JSON.stringify([name === opaqueWhiteout, gone]);
  if (cleared.has(key) || name === whiteout) return;
  cleared.add(key);
  if (gone.includes("..") || gone.includes(".")) throw new ArchiveProblem("a name of something removed is .. or .");
  if (name === opaqueWhiteout) tree.clearLower(gone);
  else tree.removeLower(gone);
}
async function keepEntry(entry, steps, keeping) {
  const { kind: place, root: root2 } = kernelFileAt(steps);
  if (place !== "other") keeping.roots.add(root2.join("/"));
  switch (entry.kind) {
    case "file":
      await keepFile(entry, steps, { place, keeping });
      return;
    case "directory":
      if (place !== "other") keeping.tree.makeDirectory(steps);
      return;
    case "link":
      if (place === "headers") keeping.tree.writeLink(steps, entry.target);
      return;
    case "hard-link":
      keepHardLink(entry, steps, { place, keeping });
      return;
    case "other":
      if (place !== "other") throw new ArchiveProblem(`expected files, found a device or pipe: ${shown2(entry.path)}`);
      return;
  }
}
async function keepFile(entry, steps, { place, keeping }) {
  const pieces = counted(entry.content, keeping);
  const { start, rest } = await beginningOf(pieces);
  const isKernel = looksLikeKernel(start);
  if (place === "other" && !isKernel) {
    keeping.tree.removeLower(steps);
    await passOver(rest);
    return;
  }
  if (isKernel) noteImage(entry, steps, keeping);
  else keeping.images.delete(steps.join("/"));
  await keeping.tree.writeFile(steps, kept(start, rest, keeping), entry.isExecutable);
}
function noteImage({ sizeBytes }, steps, { images }) {
  images.add(steps.join("/"));
  if (images.size > limits.images) throw new ArchiveProblem(`it holds more than ${limits.images} kernel images`);
  if (sizeBytes > limits.imageBytes) throw new ArchiveProblem("a kernel image is too large");
}
function keepHardLink(entry, steps, { place, keeping }) {
  const target = stepsOf(entry.target, limits);
  const isImage = keeping.images.has(target.join("/"));
  if (place === "other" && !isImage) return;
  if (!keeping.tree.writeHardLink(steps, target))
    throw new ArchiveProblem(`${shown2(entry.path)} is another name of ${shown2(entry.target)}, which is not a kernel\u2019s`);
  if (isImage) keeping.images.add(steps.join("/"));
}
async function* counted(content, keeping) {
  for await (const piece of content) {
    keeping.unpackedBytes += piece.length;
    if (keeping.unpackedBytes > limits.unpackedBytes)
      throw new ArchiveProblem(`it has more than ${limits.unpackedBytes / 1024 ** 3} GiB unpacked`);
    yield piece;
  }
}
async function beginningOf(pieces) {
  const held = [];
  for (let bytes = 0; bytes < sniffBytes; ) {
    const next = await pieces.next();
    if (next.done === true) break;
    held.push(Buffer.from(next.value));
    bytes += next.value.length;
  }
  return { start: Buffer.concat(held), rest: pieces };
}
async function passOver(rest) {
  for (let next = await rest.next(); next.done !== true; ) next = await rest.next();
}
async function* kept(start, rest, keeping) {
  yield note(start, keeping);
  for await (const piece of rest) yield note(piece, keeping);
}
function note(piece, keeping) {
  keeping.keptBytes += piece.length;
  if (keeping.keptBytes > limits.keptBytes)
    throw new ArchiveProblem(`it has more than ${limits.keptBytes / 1024 ** 3} GiB of kernel files`);
  return piece;
}
function shown2(path) {
  return JSON.stringify(path.slice(0, 200));
}

// src/provision/unpack/package-payload.ts
var rpm = {
  lead: 96,
  magic: "edabeedb",
  header: 16,
  headerMagic: "8eade801",
  entry: 16,
  maxBytes: 256 * 1024 * 1024
};
var ar = { magic: "!<arch>\n", header: 60, endMark: "`\n", maxMembers: 16 };
async function rpmPayload(path) {
  const size2 = fileSize(path);
  if (size2 < rpm.lead || (await bytesAt(path, 0, 4)).toString("hex") !== rpm.magic)
    throw new ArchiveProblem("it is not an rpm package");
  const signatures = await headerBytes2(path, rpm.lead);
  const header2 = rpm.lead + signatures + (8 - signatures % 8) % 8;
  const offset = header2 + await headerBytes2(path, header2);
  if (offset >= size2) throw new ArchiveProblem("it ends too early");
  return { offset, bytes: size2 - offset };
}
async function headerBytes2(path, offset) {
  const start = await bytesAt(path, offset, rpm.header);
  if (start.toString("hex", 0, 4) !== rpm.headerMagic) throw new ArchiveProblem("its header is damaged");
  const bytes = rpm.header + start.readUInt32BE(8) * rpm.entry + start.readUInt32BE(12);
  if (bytes > rpm.maxBytes) throw new ArchiveProblem("its header is too long");
  return bytes;
}
async function debPayload(path) {
  const size2 = fileSize(path);
  if (size2 < ar.magic.length || (await bytesAt(path, 0, ar.magic.length)).toString("latin1") !== ar.magic)
    throw new ArchiveProblem("it is not a Debian package");
  let offset = ar.magic.length;
  for (let count2 = 0; count2 < ar.maxMembers && offset < size2; count2++) {
    const header2 = (await bytesAt(path, offset, ar.header)).toString("latin1");
    const bytes = Number(/^\d+$/.exec(header2.slice(48, 58).trimEnd())?.[0] ?? Number.NaN);
    if (header2.slice(58) !== ar.endMark || Number.isNaN(bytes))
      throw new ArchiveProblem("its list of members is damaged");
    offset += ar.header;
    if (offset + bytes > size2) throw new ArchiveProblem("it ends too early");
    if (header2.startsWith("data.tar")) return { offset, bytes };
    offset += bytes + bytes % 2;
  }
  throw new ArchiveProblem("it has no data.tar");
}
async function bytesAt(path, offset, bytes) {
  const found = await wholeOf(readPart(path, { offset, bytes }));
  if (found.length < bytes) throw new ArchiveProblem("it ends too early");
  return found;
}

// src/provision/unpack/tar-entries.ts
var import_tar_stream = __toESM(require_tar_stream(), 1);
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
var cutShort = "Unexpected end of data";
async function* tarEntries(bytes, limits2) {
  const archive = (0, import_tar_stream.extract)();
  const place = { fed: 0, contentEnd: 0 };
  let broken;
  const source = Readable.from(limited(bytes, place, limits2)).on("error", (error) => {
    broken = error;
  });
  const fed = pipeline(source, archive).catch(() => void 0);
  const explained2 = (error) => broken ?? (error instanceof ArchiveProblem ? error : new ArchiveProblem(`it is not a tar archive (${messageOf(error)})`));
  let entries2 = 0;
  let isWhole = true;
  try {
    for await (const entry of archive) {
      if (++entries2 > limits2.entries) throw new ArchiveProblem(`it has more than ${limits2.entries} entries`);
      const { header: header2 } = entry;
      place.contentEnd = place.fed + header2.size;
      isWhole = false;
      entry.on("end", () => {
        isWhole = true;
      });
      yield { ...entryOf2(header2), content: contentOf2(entry, explained2) };
      entry.resume();
    }
  } catch (error) {
    if (broken === void 0 && isWhole && messageOf(error) === cutShort) return;
    throw explained2(error);
  } finally {
    source.destroy();
    archive.destroy();
    await fed;
  }
}
async function* contentOf2(entry, explained2) {
  try {
    yield* entry;
  } catch (error) {
    throw explained2(error);
  }
}
async function* limited(bytes, place, { headerBytes: headerBytes5 }) {
  for await (const piece of bytes) {
    place.fed += piece.length;
    if (place.fed - place.contentEnd > headerBytes5) throw new ArchiveProblem("its headers are too long");
    yield piece;
  }
}
function entryOf2({ name, type, mode, size: size2, linkname }) {
  return {
    path: textOf(name),
    kind: kindOf2(type),
    isExecutable: (mode & 73) !== 0,
    sizeBytes: size2,
    target: textOf(linkname)
  };
}
function textOf(value) {
  return typeof value === "string" ? value : "";
}
var kinds = /* @__PURE__ */ new Map([
  ["file", "file"],
  ["contiguous-file", "file"],
  ["directory", "directory"],
  ["symlink", "link"],
  ["link", "hard-link"]
]);
function kindOf2(type) {
  return kinds.get(type) ?? "other";
}
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}

// src/provision/unpack/unpacked-stream.ts
import { createGunzip } from "node:zlib";

// src/host/process/filter-stream.ts
import { pipeline as pipeline2 } from "node:stream/promises";
var FilterFailed = class extends Error {
  name = "FilterFailed";
};
var maxComplaintChars = 4e3;
async function* filterStream(argv, input2, signal) {
  signal.throwIfAborted();
  const { child, kill, ended } = startKept({ argv, stdio: ["pipe", "pipe", "pipe"] });
  const { stdin, stdout, stderr } = child;
  if (stdin === null || stdout === null || stderr === null)
    throw new Error("Internal error: a filter was started without pipes");
  let complaint = "";
  stderr.setEncoding("utf8").on("data", (text3) => {
    complaint = (complaint + text3).slice(0, maxComplaintChars);
  });
  signal.addEventListener("abort", kill, { once: true });
  const fed = pipeline2(input2, stdin).catch((error) => error);
  ended.catch(() => void 0);
  try {
    for await (const piece of stdout) yield piece;
    const { exitCode } = await ended;
    await fed;
    signal.throwIfAborted();
    requireStarted(argv[0], exitCode, complaint);
    if (exitCode !== 0) throw new FilterFailed(complaint.trim() || "the program that unpacks it was killed");
  } finally {
    signal.removeEventListener("abort", kill);
    input2.destroy();
    kill();
  }
}

// src/provision/unpack/unpacked-stream.ts
var xzMemory = "--memlimit-decompress=1GiB";
var bzip2Magic = "BZh";
var magicBytes = 6;
async function* unpackedStream(path, payload, context) {
  const start = await wholeOf(readPart(path, { ...payload, bytes: Math.min(magicBytes, payload.bytes) }));
  const compression = compressionOf(start);
  switch (compression) {
    case "none":
      if (start.toString("latin1").startsWith(bzip2Magic)) throw new ArchiveProblem("it is packed with bzip2");
      yield* readPart(path, payload);
      return;
    case "gzip":
      yield* gunzipped(readPart(path, payload));
      return;
    case "xz":
    case "zstd":
    case "lz4": {
      const options2 = ["--decompress", "--stdout", ...compression === "xz" ? [xzMemory] : []];
      const command = (await provideTools(context))[compression];
      yield* filterStream([...command, ...options2], readPart(path, payload), context.signal);
      return;
    }
  }
}
async function* gunzipped(packed) {
  const gunzip = createGunzip();
  packed.on("error", (error) => gunzip.destroy(error)).pipe(gunzip);
  try {
    yield* gunzip;
  } catch (error) {
    throw isSystemError(error) ? error : new ArchiveProblem(error instanceof Error ? error.message : String(error));
  } finally {
    packed.destroy();
    gunzip.destroy();
  }
}

// src/provision/unpack/with-archive.ts
async function withArchive(name, work2) {
  try {
    await work2();
  } catch (error) {
    if (!(error instanceof ArchiveProblem || error instanceof FilterFailed)) throw error;
    throw new ProvisionError(`${name} cannot be used: ${error.message}.`, { cause: error });
  }
}

// src/provision/kernel/package-kernel.ts
var packageNames = {
  deb: "Debian: linux-image. Ubuntu: linux-image, linux-modules and, for more drivers, linux-modules-extra",
  rpm: "Fedora and RHEL: kernel-core, kernel-modules-core, kernel-modules. openSUSE: kernel-default"
};
async function providePackageKernel(spec, context) {
  const files = knownFiles(spec.files);
  const title = fetchedTitle(spec);
  if (files === void 0)
    return await refuseWithoutDigests({ prefix: spec.format, title, files: spec.files }, context);
  return await provideFetchedKernel(
    {
      title,
      text: spec.text,
      asset: packageKernelAsset(spec.format, files),
      advice: `Give all packages of the kernel, with commas between them. ${packageNames[spec.format]}`,
      unpack: async (downloads, keeping) => {
        makeDirectory(downloads);
        const paths = await fetchCheckedFiles({ title, files }, downloads, context);
        await unpackAll(spec.format, files, { title, paths, keeping }, context);
        removeTree(downloads);
      }
    },
    context
  );
}
function packageKernelAsset(format, files) {
  const digests = files.map(({ sha256 }) => sha256).sort();
  return { kind: "packages", key: [`packages 1 ${format}`, ...digests].join("\n") };
}
async function unpackAll(format, files, { title, paths, keeping }, context) {
  const packed = paths.reduce((sum, path) => sum + fileSize(path), 0);
  requireRoom(packed, { root: context.store.root, during: `unpacking ${title}`, neededBytes: packed });
  await withProgress(context.progress, { what: title, activity: "unpacking" }, async () => {
    for (const [index, file2] of files.entries()) {
      const path = paths[index] ?? "";
      await withArchive(
        fileName(file2),
        async () => keepKernelFiles(await entriesOf(format, path, context), keeping, { isLayer: false })
      );
    }
  });
}
async function entriesOf(format, path, context) {
  const limits2 = bounds.fetchedKernel;
  switch (format) {
    case "deb":
      return tarEntries(unpackedStream(path, await debPayload(path), context), limits2);
    case "rpm":
      return cpioEntries(unpackedStream(path, await rpmPayload(path), context), limits2);
  }
}

// src/provision/kernel/fetched-headers.ts
function headersInKernel(spec, kernel2, context) {
  const { release } = kernel2;
  const directory = unpackedDirectory(spec, context);
  const root2 = directory === void 0 ? void 0 : rootOfModules(directory, kernel2);
  const own = root2 === void 0 ? void 0 : placesOf(root2, release).find((path) => kindOfFile(path) === "directory");
  if (root2 === void 0 || own === void 0) throw noHeaders(spec, release);
  const makefile = readTextIfMade(join8(own, "Makefile"));
  if (makefile === void 0) throw incomplete(spec, own, "Makefile");
  const included = /^include (\S+)$/m.exec(makefile)?.[1];
  const isMoved = included?.startsWith("/") === true;
  if (included !== void 0 && !included.includes("$")) {
    const path = isMoved ? join8(root2, included) : join8(own, included);
    if (kindOfFile(path) !== "file") throw incomplete(spec, own, included);
  }
  return { root: root2, own, isMoved };
}
function unpackedDirectory(spec, context) {
  switch (spec.kind) {
    case "packages": {
      const files = knownFiles(spec.files);
      return files && unpackedRootOf(packageKernelAsset(spec.format, files), context);
    }
    case "container": {
      const asset = containerKernelAsset(spec, context.store);
      return asset && unpackedRootOf(asset, context);
    }
    case "image":
      return void 0;
  }
}
function rootOfModules(directory, { modulesDirectory }) {
  return modulesDirectory === void 0 ? directory : join8(modulesDirectory, "../../..");
}
function placesOf(root2, release) {
  const dash = release.lastIndexOf("-");
  const suse = dash === -1 ? [] : [`usr/src/linux-${release.slice(0, dash)}-obj/x86_64/${release.slice(dash + 1)}`];
  return [
    `usr/src/kernels/${release}`,
    `usr/src/linux-headers-${release}`,
    ...suse,
    `lib/modules/${release}/build`
  ].map((place) => join8(root2, place));
}
function readTextIfMade(path) {
  return kindOfFile(path) === "file" ? readTextIfThere(path) : void 0;
}
function noHeaders(spec, release) {
  return new ProvisionError(`${fetchedTitle(spec)}: expected headers to build modules for ${release}, found none.`, {
    hint: adviceFor(spec)
  });
}
function incomplete(spec, own, missing) {
  const place = own.slice(own.indexOf("/root/") + "/root".length);
  return new ProvisionError(
    `${fetchedTitle(spec)}: the headers in ${place} are not complete: expected ${missing}, found none.`,
    { hint: adviceFor(spec) }
  );
}
function adviceFor(spec) {
  switch (spec.kind) {
    case "packages":
      return headerPackages[spec.format];
    case "image":
      return "One image has no headers. Give packages (deb:, rpm:), or a path with modules (docs/kernels.md)";
    case "container":
      return "Put them into the image, at usr/src/linux-headers-RELEASE or lib/modules/RELEASE/build";
  }
}
var headerPackages = {
  deb: "Give the packages of the headers, too. Debian: linux-headers-\u2026-amd64, linux-headers-\u2026-common, linux-kbuild-\u2026 Ubuntu: linux-headers-\u2026-generic and linux-headers-\u2026",
  rpm: "Give kernel-devel, too. openSUSE: kernel-default-devel and kernel-devel"
};

// src/provision/apt/release.ts
var kernelFlavours = ["generic", "cloud", "rt", "hwe"];

// src/provision/kernel/kernel-packages.ts
async function findKernelPackages(apt, place, names2) {
  const meta = await apt.show([place.metaPackage]);
  const main = mainOfMeta(meta, place, names2) ?? await mainByName(apt, place, names2);
  if (main === void 0) return void 0;
  const { release, parts } = main;
  const stanzas = await apt.show([...parts, `${names2.headersPrefix}${release}`]);
  const image = [...parts, ...partsOf(stanzas, parts, names2.imageParts)];
  const headers = [
    `${names2.headersPrefix}${release}`,
    ...partsOf(stanzas, [`${names2.headersPrefix}${release}`], names2.headersParts)
  ];
  const isForHost = (name) => names2.isForeign && names2.hostParts?.test(name) === true;
  return {
    release,
    image: await apt.files(unique(image)),
    headers: await apt.files(unique(headers.filter((name) => !isForHost(name)))),
    hostParts: unique(headers.filter(isForHost)),
    suites: place.suites
  };
}
function placeFor(place, { debian }) {
  return { ...place, metaPackage: place.metaPackage.replace("{arch}", debian) };
}
function kernelPackagesFor({ debian }, { kernelPackages }) {
  const { releases } = kernelPackages;
  const isForeign2 = debian !== hostsOwn().debian;
  if (releases === void 0) return { ...kernelPackages, isForeign: isForeign2 };
  const named = Object.entries(releases).map(([name, pattern]) => [name.replace("{arch}", debian), pattern]);
  return { ...kernelPackages, releases: Object.fromEntries(named), isForeign: isForeign2 };
}
function mainOfMeta(stanzas, { metaPackage, version: version2 }, names2) {
  const meta = stanzas.find(
    (stanza) => stanza.get("package") === metaPackage && (version2 === void 0 || isOfSeries(stanza, version2))
  );
  const main = meta && dependencyNames(meta).find((name) => name.startsWith(names2.imagePrefix));
  if (meta === void 0 || main === void 0) return void 0;
  const parts = dependencyNames(meta).filter((name) => names2.imageParts.test(name));
  return { release: main.slice(names2.imagePrefix.length), parts };
}
async function mainByName(apt, { metaPackage, version: version2 }, { imagePrefix, releases }) {
  const pattern = releases?.[metaPackage];
  if (version2 === void 0 || pattern === void 0) return void 0;
  const known3 = await apt.namesWith(`${imagePrefix}${version2}`);
  const found = known3.map((name) => name.slice(imagePrefix.length)).filter((release2) => pattern.test(release2) && /^[.~+-]/.test(release2.slice(version2.length))).sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const release = found.at(-1);
  return release === void 0 ? void 0 : { release, parts: [`${imagePrefix}${release}`] };
}
function readKernelPackageSet(stored2) {
  const { release, image, headers, suites } = asObject(stored2) ?? {};
  const [imageFiles, headerFiles] = [readPackageFiles(image), readPackageFiles(headers)];
  if (typeof release !== "string" || imageFiles === void 0 || headerFiles === void 0) return void 0;
  return { release, image: imageFiles, headers: headerFiles, ...suitesIn(suites) };
}
function suitesIn(stored2) {
  return Array.isArray(stored2) && stored2.every((suite) => typeof suite === "string") ? { suites: stored2 } : {};
}
function readSuites(stored2) {
  return suitesIn(stored2).suites;
}
function isOfSeries(stanza, series) {
  return new RegExp(`^(\\d+:)?${series.replaceAll(".", "\\.")}[.~+-]`).test(stanza.get("version") ?? "");
}
function partsOf(stanzas, names2, belongs) {
  return names2.flatMap((name) => {
    const stanza = stanzas.find((candidate) => candidate.get("package") === name);
    return stanza === void 0 ? [] : dependencyNames(stanza).filter((dependency) => belongs.test(dependency));
  });
}
function unique(names2) {
  return [...new Set(names2)];
}

// src/provision/kernel/find-kernel.ts
async function findKernel(spec, release, context) {
  const reasons = [];
  const seen = /* @__PURE__ */ new Set();
  for (const place of kernelPlaces(spec, release)) {
    const answer = await askPlace(place, release, { arch: architectureOf(spec.arch), context });
    if (answer.kind === "found") return answer.packages;
    reasons.push(answer.reason);
    if (answer.has !== void 0) seen.add(answer.has);
  }
  throw notFound(spec, release, reasons, [...seen]);
}
function kernelPlaces({ series, flavour, text: text3 }, release) {
  const named = Object.hasOwn(release.kernels, series) ? release.kernels[series] : void 0;
  const moving = /^\d+\.\d+$/.test(series) ? release.movingKernels : void 0;
  const places2 = named?.[flavour] ?? moving?.[flavour]?.map((place) => ({ ...place, version: series }));
  if (places2 !== void 0) return places2;
  throw new ProvisionError(
    `${text3}: no such kernel. ${whatThereIs(release, nearestFirst(series, Object.keys(release.kernels)))}`,
    { hint: "list --kernels shows the version of each. For any other kernel give its path: --kernel PATH/TO/bzImage" }
  );
}
async function askPlace(template, release, { arch, context }) {
  const place = placeFor(template, arch);
  const where = place.suites.join(", ");
  const ask4 = async (apt) => {
    const found = await findKernelPackages(apt, place, kernelPackagesFor(arch, release));
    if (found !== void 0)
      return { kind: "found", packages: await withHostParts(found, { place, release, arch, context }) };
    const { metaPackage, suites } = place;
    const has = mainOfMeta(await apt.show([metaPackage]), { metaPackage, suites }, release.kernelPackages)?.release;
    const wanted = `no ${place.metaPackage}${place.version === void 0 ? "" : ` of version ${place.version}`}`;
    if (has === void 0) return { kind: "none", reason: `${where}: ${wanted}` };
    return { kind: "none", reason: `${where}: ${wanted}; it has ${has}`, has };
  };
  try {
    return await withDistribution(context, release, { suites: place.suites, architecture: arch.debian }, ask4);
  } catch (error) {
    if (!(error instanceof ProvisionError) || error instanceof HostShortage) throw error;
    return {
      kind: "none",
      reason: `${where}: ${error.message}${error.hint === void 0 ? "" : ` (${error.hint})`}`
    };
  }
}
async function withHostParts(found, { place, release, arch, context }) {
  const { hostParts, ...packages2 } = found;
  if (hostParts.length === 0 || arch === hostsOwn()) return packages2;
  const programs = await withDistribution(context, release, place, (apt) => apt.files(hostParts));
  return { ...packages2, headers: [...packages2.headers, ...programs] };
}
function notFound({ text: text3, series, flavour }, release, reasons, seen) {
  const found = seen.flatMap((has) => /^\d+\.\d+/.exec(has)?.[0] ?? []);
  const list = reasons.map((reason) => `
  ${reason}`).join("");
  const there = nearestFirst(series, [.../* @__PURE__ */ new Set([...found, ...seriesWith(release, flavour)])]);
  return new ProvisionError(`${text3}: not found.${list}
${whatThereIs(release, there)}`, {
    hint: "Check the network, or give the path of a kernel: --kernel PATH/TO/bzImage"
  });
}
function seriesWith({ kernels }, flavour) {
  return Object.keys(kernels).filter((series) => kernels[series]?.[flavour] !== void 0);
}
function whatThereIs({ distribution, kernels }, series) {
  const flavours = kernelFlavours.filter(
    (flavour) => flavour !== "generic" && series.some((name) => kernels[name]?.[flavour] !== void 0)
  );
  const specs = series.map((name) => `${distribution}:${name}`).join(", ");
  return `There are, the nearest first: ${specs}; also with ${flavours.map((flavour) => `-${flavour}`).join(" and ")}.`;
}
function nearestFirst(wanted, series) {
  const version2 = versionNumber(wanted);
  if (version2 === void 0) return [.../* @__PURE__ */ new Set([...nearestNames(wanted, series, series.length), ...series])];
  const distance = (name) => Math.abs((versionNumber(name) ?? Infinity) - version2);
  return series.toSorted((a, b) => distance(a) === distance(b) ? 0 : distance(a) - distance(b));
}
function versionNumber(series) {
  const [, major, minor] = /^(\d+)\.(\d+)/.exec(series) ?? [];
  return major === void 0 ? void 0 : Number(major) * 1e3 + Number(minor);
}

// src/provision/kernel/kernel-ref.ts
async function resolveDistributionKernel(spec, bring, context) {
  const release = releaseOf(spec.distribution, spec.text);
  return await resolveRef(context, {
    name: kernelRefName(spec),
    title: spec.text,
    parse: readKernelPackageSet,
    isThere: (packages2) => context.store.find(packageAssetName(kernelAsset(packages2))) !== void 0,
    resolve: () => withProgress(
      context.progress,
      { what: spec.text, activity: "resolving" },
      () => findKernel(spec, release, context)
    ),
    bring
  });
}
function knownKernel(store, spec) {
  const known3 = lastAnswer(store, { name: kernelRefName(spec), parse: readKernelPackageSet });
  return known3 && packageAssetName(kernelAsset(known3));
}
function kernelAsset({ image }) {
  return { kind: "kernel", version: 2, files: image };
}
function kernelRefName({ distribution, series, flavour, arch }) {
  const name = `kernel/${distribution}/${series}/${flavour}`;
  return arch === usualArchitecture ? name : `${name}/${architectureOf(arch).debian}`;
}

// src/provision/kernel/source/build-tools.ts
import { join as join11 } from "node:path";

// src/provision/toolchain/toolchain.ts
import { join as join10 } from "node:path";

// src/provision/toolchain/front-programs.ts
import { basename as basename2, dirname, join as join9, relative } from "node:path";

// src/binary/elf-interpreter.ts
var interpreterSegmentType = 3;
var maxSegments = 64;
function hasInterpreter(read) {
  const segments = readElfHeader(read)?.segments;
  if (segments === void 0 || segments.entryBytes < 4) return false;
  const count2 = Math.min(segments.count, maxSegments);
  const table = readWhole(read, segments.offset, count2 * segments.entryBytes);
  if (table === void 0) return false;
  return Array.from({ length: count2 }, (_, index) => table.readUInt32LE(index * segments.entryBytes)).includes(
    interpreterSegmentType
  );
}

// src/provision/toolchain/launcher.ts
function launcherScript({ root: root2, loader, libraries, setsName, program, before: before2 }) {
  const at = root2.startsWith("/") ? shellQuote(root2) : `"\${0%/*}/${root2}"`;
  const words2 = [
    inRoot(loader),
    "--inhibit-cache",
    "--library-path",
    libraries.map(inRoot).join(":"),
    ...setsName ? ["--argv0", '"$0"'] : [],
    program.startsWith("/") ? shellQuote(program) : inRoot(program),
    '"$@"'
  ];
  const lines = ["#!/bin/sh", `root=${at}`, ...before2 === void 0 ? [] : [before2], `exec ${words2.join(" ")}`];
  return `${lines.join("\n")}
`;
}
function inRoot(path) {
  return `"$root"/${shellQuote(path)}`;
}

// src/provision/toolchain/front-programs.ts
function frontPrograms(root2, linker) {
  const programs = new Set(filesBelow(root2).filter((path) => isDynamicProgram(join9(root2, path))));
  for (const path of programs) {
    const moved = join9(root2, movedProgram(path));
    makeDirectory(dirname(moved));
    movePath(join9(root2, path), moved);
    writeLauncher(root2, path, path, linker);
  }
  frontLinks(root2, programs, linker);
}
function isDynamicProgram(path) {
  var _stack = [];
  try {
    if (/\.so(\.[\d.]+)?$/.test(path) || !isExecutableFile(path)) return false;
    const file2 = __using(_stack, openForReading(path));
    return hasInterpreter((offset, lengthBytes) => file2.read(offset, lengthBytes));
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function frontLinks(root2, programs, linker) {
  for (const path of linksBelow(root2)) {
    const link = join9(root2, path);
    if (kindOfFile(link) !== "file") continue;
    const target = relative(root2, realPath(link));
    if (!programs.has(target) || dirname(target) === dirname(path)) continue;
    removeTree(link);
    writeLauncher(root2, path, target, linker);
  }
}
function writeLauncher(root2, path, program, linker) {
  const launch = { ...linker, root: relative(dirname(path), "") || ".", program: movedProgram(program) };
  const isClang = basename2(program).startsWith("clang");
  writeProgramAt(join9(root2, path), launcherScript(isClang ? { ...launch, before: byName } : launch));
}
var byName = 'case "${1-}" in -cc1*) ;; *) set -- -no-canonical-prefixes "$@" ;; esac';
function movedProgram(path) {
  return join9(`${dirname(path)}.elf`, basename2(path));
}
function linksBelow(root2, prefix = "") {
  return filesIn(join9(root2, prefix)).flatMap(({ name, kind: kind2 }) => {
    const path = join9(prefix, name);
    return kind2 === "directory" ? linksBelow(root2, path) : kind2 === "link" ? [path] : [];
  });
}

// src/provision/toolchain/toolchain.ts
var hostCompilerName = "host-gcc";
async function provideToolchain(context, request) {
  const { directory, description } = await providePrograms(context, {
    ...toolchainSelection(request),
    title: request.title,
    finish: (root2) => Promise.resolve(finishToolchain(root2, request.title))
  });
  return toolchainIn(directory, description);
}
function toolchainSelection({ release, suites, packages: packages2 }) {
  return { kind: "toolchain", version: 1, release, selection: { suites, packages: packages2 } };
}
function finishToolchain(root2, title) {
  const unpacked = examineUnpacked(root2);
  if (unpacked === void 0) throw new ProvisionError(`The fetched packages of ${title} contain no dynamic linker.`);
  const linker = { ...unpacked, setsName: readWholeFile(join10(root2, unpacked.loader)).includes("--argv0\0") };
  linkMergedDirectories(root2);
  frontPrograms(root2, linker);
  linkPlainNames(join10(root2, programDirectory));
  writeHostCompiler(root2, linker);
  return linker;
}
var programDirectory = "usr/bin";
function linkMergedDirectories(root2) {
  for (const name of ["bin", "lib", "lib64", "sbin"])
    if (kindOfFile(join10(root2, name)) === "nothing" && kindOfFile(join10(root2, "usr", name)) === "directory")
      linkTo(join10("usr", name), join10(root2, name));
}
function linkPlainNames(bin) {
  const names2 = filesIn(bin).map(({ name }) => name);
  const versioned2 = names2.map((name) => ({ name, plain: /^(.+)-\d+$/.exec(name)?.[1] ?? "", version: Number(/\d+$/.exec(name)?.[0]) })).filter(({ plain: plain2 }) => plain2 !== "" && !names2.includes(plain2)).sort((a, b) => a.version - b.version);
  for (const [plain2, name] of new Map(versioned2.map((found) => [found.plain, found.name])))
    linkTo(name, join10(bin, plain2));
  if (!names2.includes("cc") && kindOfFile(join10(bin, "gcc")) === "file") linkTo("gcc", join10(bin, "cc"));
}
function writeHostCompiler(root2, { loader, libraries }) {
  const bin = join10(root2, programDirectory);
  if (kindOfFile(join10(bin, "gcc")) !== "file") return;
  const paths = libraries.map((path) => `"$root"/${path}`).join(":");
  const linking = `-Wl,--dynamic-linker="$root"/${loader} -Wl,--disable-new-dtags,-rpath,${paths}`;
  const start = `#!/bin/sh
at=\${0%/*}
root=$(cd "$at/../.." && pwd -P)
`;
  writeProgramAt(join10(bin, hostCompilerName), `${start}exec "$at/gcc" --sysroot="$root" ${linking} "$@"
`);
}
function toolchainIn(directory, description) {
  const unpacked = readUnpackedRoot(description);
  const { setsName } = description;
  if (unpacked === void 0 || typeof setsName !== "boolean") throw damaged(directory);
  const bin = join10(directory, programDirectory);
  return { root: directory, bin, env: toolchainEnvironment(directory, bin), linker: { ...unpacked, setsName } };
}
function toolchainEnvironment(root2, bin) {
  const found = (variable, path) => kindOfFile(join10(root2, path)) === "nothing" ? {} : { [variable]: join10(root2, path) };
  return {
    PATH: `${bin}:${environmentVariable("PATH") ?? "/usr/bin:/bin"}`,
    ...found("M4", "usr/bin/m4"),
    ...found("BISON_PKGDATADIR", "usr/share/bison")
  };
}

// src/provision/kernel/source/build-room.ts
var gibibyte = 1024 ** 3;
var sourceBytes = 1.6 * gibibyte;
var objectBytes = 1.5 * gibibyte;
var jobMemoryMiB = 400;
var leastMemoryMiB = 2 * jobMemoryMiB;
function buildJobs() {
  const { cpus, availableMemoryMiB } = hostResources();
  return Math.max(1, Math.min(cpus, Math.floor(availableMemoryMiB / jobMemoryMiB)));
}
function requireBuildRoom({ title, unpacksSource }, context) {
  const during = `building ${title} from source`;
  requireRoom(objectBytes + (unpacksSource ? sourceBytes : 0), { root: context.store.root, during });
  const { availableMemoryMiB } = hostResources();
  if (availableMemoryMiB >= leastMemoryMiB) return;
  throw new ProvisionError(
    `${title} is built from source, which needs about ${leastMemoryMiB} MiB of memory, and ${availableMemoryMiB} MiB are free.`,
    { hint: "Free some memory, or build it on another host and copy its store" }
  );
}

// src/provision/kernel/source/build-tools.ts
var fetchable = ["flex", "bison", "m4", "bc"];
var packages = [...fetchable, "libelf-dev", "zlib1g-dev", "libzstd-dev"];
var compilerPrograms = ["gcc", "ld", "make"];
var elfHeaders = ["libelf.h", "gelf.h"];
var elfLibraries = ["libelf.a", "libz.a", "libzstd.a"];
var elfDirectory = "for-objtool";
async function provideBuildTools(scratch, context) {
  const jobs = buildJobs();
  const plain2 = { LC_ALL: "C", KBUILD_BUILD_USER: "qdt", KBUILD_BUILD_HOST: "qdt" };
  if (!canCompile()) {
    const { env } = await fetchToolchain(context);
    const variables = [`HOSTCC=${hostCompilerName}`, "LIBELF_FLAGS=", "LIBELF_LIBS=-lelf"];
    return { env: environmentOnly(["HOME", "TMPDIR"], { ...plain2, ...env }), variables, jobs };
  }
  const missing = fetchable.filter((name) => findProgram(name) === void 0);
  const withElf = !hasElfLibrary();
  const path = environmentVariable("PATH") ?? "/usr/bin:/bin";
  if (missing.length === 0 && !withElf)
    return { env: environmentOnly(["HOME", "TMPDIR"], { ...plain2, PATH: path }), variables: [], jobs };
  const fetched = await fetchTools(context);
  for (const name of missing) writeWrapper(scratch, name, fetched);
  const own = {
    PATH: `${scratch}:${path}`,
    ...missing.includes("m4") ? { M4: join11(scratch, "m4") } : {},
    ...missing.includes("bison") ? { BISON_PKGDATADIR: join11(fetched.directory, "usr/share/bison") } : {}
  };
  return {
    env: environmentOnly(["HOME", "TMPDIR"], { ...plain2, ...own }),
    variables: withElf ? elfVariables(fetched.directory) : [],
    jobs
  };
}
function canCompile() {
  return compilerPrograms.every((name) => findProgram(name) !== void 0);
}
async function fetchToolchain(context) {
  const { release, suites } = toolsOrigin();
  const wanted = ["gcc", "libc6-dev", "binutils", "make", ...packages];
  return await provideToolchain(context, { release, suites, packages: wanted, title: "compiler for kernels" });
}
function toolsOrigin() {
  const release = releaseFor(hostSystem());
  return { release, suites: release.tools.suites };
}
async function identifyCompiler(context) {
  const gcc = canCompile() ? "gcc" : join11((await fetchToolchain(context)).bin, "gcc");
  const { exitCode, stdout, output } = await runRequired([gcc, "--version"], { signal: context.signal });
  if (exitCode === 0) return stdout;
  throw new ProvisionError(`${gcc} --version failed:
${lastLines(output)}`, {
    hint: "Reinstall it: sudo apt-get install --reinstall gcc"
  });
}
function hasElfLibrary() {
  const directories2 = ["/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib"];
  const isThere = (path) => kindOfFile(path) === "file";
  return isThere("/usr/include/libelf.h") && directories2.some((directory) => ["libelf.so", "libelf.a"].some((name) => isThere(join11(directory, name))));
}
async function fetchTools(context) {
  const { release, suites } = toolsOrigin();
  return await providePrograms(context, {
    kind: "build-tools",
    version: 1,
    release,
    selection: { suites, packages },
    title: "tools for kernels (flex, bison, bc, libelf)",
    finish: (root2) => {
      settleElf(root2);
      return Promise.resolve({ ...examineUnpacked(root2) });
    }
  });
}
function settleElf(root2) {
  for (const name of elfHeaders) copyFileTo(join11(root2, "usr/include", name), join11(root2, elfDirectory, name));
  for (const name of elfLibraries)
    copyFileTo(join11(root2, "usr/lib/x86_64-linux-gnu", name), join11(root2, elfDirectory, name));
}
function elfVariables(root2) {
  const place = join11(root2, elfDirectory);
  return [`LIBELF_FLAGS=-I${place}`, `LIBELF_LIBS=-L${place} ${elfLibraries.map((name) => `-l:${name}`).join(" ")}`];
}
function writeWrapper(scratch, name, { directory, description }) {
  const root2 = readUnpackedRoot(description);
  const program = join11("usr/bin", name);
  if (root2 === void 0 || kindOfFile(join11(directory, program)) !== "file") throw damaged(directory);
  const path = join11(scratch, name);
  writeFileAt(path, `#!/bin/sh
exec ${shellJoin(unpackedCommand(directory, root2, program))} "$@"
`);
  makeExecutable(path);
}

// src/provision/kernel/source/packaged-kernel.ts
import { join as join17 } from "node:path";

// src/provision/kernel/source/built-kernel.ts
import { join as join13 } from "node:path";

// src/provision/kernel/source/collect.ts
import { join as join12 } from "node:path";

// src/provision/kernel/source/kernel-build.ts
function makeCommand({ tree, output, tools }, targets) {
  return [
    "make",
    `-j${tools.jobs}`,
    "-C",
    tree,
    `O=${output}`,
    "ARCH=x86_64",
    "CROSS_COMPILE=",
    ...tools.variables,
    // Paths in debug information are then those in the tree, wherever it was built.
    `KCFLAGS=${pathMaps(tree, output)}`,
    `KAFLAGS=${pathMaps(tree, output)}`,
    ...targets
  ];
}
function pathMaps(tree, output) {
  return [`-fdebug-prefix-map=${tree}/=`, `-fdebug-prefix-map=${output}=`].join(" ");
}

// src/provision/kernel/source/run-make.ts
async function runMake(build, { targets, during, onOutput }, context) {
  const scene = { root: context.store.root, during: `${during} ${build.title}` };
  const result = await whileThereIsRoom(
    scene,
    context.signal,
    (signal) => runRequired(makeCommand(build, targets), {
      signal,
      env: build.tools.env,
      ...onOutput === void 0 ? {} : { onOutput }
    })
  );
  if (result.exitCode === 0) return;
  refuseShortage(result.output, scene);
  refuseKilled(result, scene.during);
  const output = result.output.replaceAll(`${build.tree}/`, "").replaceAll(`${build.output}/`, "");
  throw new ProvisionError(`${build.title}: ${during} failed (${endingWords(result)}):
${errorsIn(output)}`, {
    hint: "If the compiler is much newer or older than this kernel, install one of its time (gcc-12 for 6.1) and put it first on PATH as gcc"
  });
}
function refuseKilled({ exitCode, output }, during) {
  const isKilled = /fatal error: Killed signal terminated program|^make(\[\d+\])?: \*\*\* .* Killed$/m.test(output);
  if (exitCode !== void 0 && !isKilled) return;
  throw new ProvisionError(`The compiler was killed while ${during}, perhaps because the host ran out of memory.`, {
    hint: "Try again with more free memory; the host\u2019s kernel log (dmesg) shows what killed it"
  });
}
var maxErrors = 12;
function errorsIn(output) {
  const lines = output.split("\n").map((line) => line.slice(0, 400));
  const errors2 = lines.filter((line) => /\berror: |undefined reference|No rule to make/i.test(line)).slice(0, maxErrors);
  if (errors2.length > 0) return errors2.join("\n");
  const said = lines.filter((line) => !/^make(?:\[\d+\])?: |^ {2}[A-Z]/.test(line));
  return lastLines(said.join("\n"), maxErrors) || lastLines(output, maxErrors);
}

// src/provision/kernel/source/collect.ts
var kernelParts = {
  image: (release) => join12("boot", `vmlinuz-${release}`),
  /** With debug information. */
  vmlinux: (release) => join12("boot", `vmlinux-${release}`),
  config: (release) => join12("boot", `config-${release}`),
  modules: (release) => join12("lib/modules", release),
  /** The same modules with debug information. */
  debugModules: (release) => join12("debug/lib/modules", release)
};
function releaseOfBuild({ title, output }) {
  const release = readTextIfThere(join12(output, "include/config/kernel.release"))?.trim();
  if (release === void 0 || !/^[\w.+~-]+$/.test(release))
    throw new ProvisionError(`${title}: expected the release in include/config/kernel.release, found none.`);
  return release;
}
async function installKernel(build, directory, context) {
  const release = releaseOfBuild(build);
  const copy = (from2, to) => copyFileTo(join12(build.output, from2), join12(directory, to));
  copy("arch/x86/boot/bzImage", kernelParts.image(release));
  copy("vmlinux", kernelParts.vmlinux(release));
  copy(".config", kernelParts.config(release));
  const install = async (place, more) => await runMake(
    build,
    { targets: [`INSTALL_MOD_PATH=${place}`, "DEPMOD=true", ...more, "modules_install"], during: "installing" },
    context
  );
  await install(directory, ["INSTALL_MOD_STRIP=1"]);
  await install(join12(directory, "debug"), []);
  for (const part of [kernelParts.modules(release), kernelParts.debugModules(release)])
    for (const { name, kind: kind2 } of filesIn(join12(directory, part)))
      if (kind2 === "link") removeTree(join12(directory, part, name));
  await indexModules(directory, release, context);
  return release;
}
var headerParts = {
  tree: ["Makefile", "include", "scripts", "arch/x86/include", "arch/x86/Makefile", "arch/x86/Makefile.um"],
  output: [
    ".config",
    "Module.symvers",
    "include",
    "scripts",
    "arch/x86/include",
    "tools/objtool/objtool",
    "tools/bpf/resolve_btfids/resolve_btfids"
  ]
};
function takeHeaders({ tree, output }, headers) {
  makeDirectory(headers);
  for (const part of headerParts.tree) move(join12(tree, part), join12(headers, part));
  for (const part of headerParts.output) merge(join12(output, part), join12(headers, part));
}
function move(from2, to) {
  if (kindOfFile(from2) === "nothing") return;
  makeDirectory(join12(to, ".."));
  movePath(from2, to);
}
function merge(from2, to) {
  if (kindOfFile(from2) !== "directory") {
    move(from2, to);
    return;
  }
  makeDirectory(to);
  for (const { name, kind: kind2 } of filesIn(from2)) {
    if (isLeftOver(name)) continue;
    if (kind2 === "directory") merge(join12(from2, name), join12(to, name));
    else movePath(join12(from2, name), join12(to, name));
  }
}
function isLeftOver(name) {
  return /\.o$|\.o\.cmd$|\.o\.d$/.test(name);
}

// src/provision/kernel/source/built-kernel.ts
var descriptionName = "asset.json";
async function describeKernel(directory, release, context) {
  const sha256 = await sha256OfFile(join13(directory, kernelParts.image(release)), context.signal);
  writeJsonFile(join13(directory, descriptionName), { release, sha256 });
}
var needsOwnLoader = ["kasan", "kcsan", "gcov"];
function readBuiltKernel(directory, { text: text3, flavours }) {
  const { release, sha256 } = readDescription(directory);
  if (typeof release !== "string" || typeof sha256 !== "string") throw damaged(directory);
  const bootFormat = flavours.some((flavour) => needsOwnLoader.includes(flavour)) ? "bzImage" : "vmlinux";
  const part = (path) => join13(directory, path);
  return {
    spec: text3,
    arch: usualArchitecture,
    release,
    sha256,
    bootFormat,
    ...bootFormat === "bzImage" ? { bootImage: part(kernelParts.image(release)) } : { bootImage: part(kernelParts.vmlinux(release)), packedImage: part(kernelParts.image(release)) },
    modulesDirectory: part(kernelParts.modules(release)),
    debugImage: part(kernelParts.vmlinux(release)),
    debugModules: part(kernelParts.debugModules(release)),
    config: part(kernelParts.config(release))
  };
}

// src/provision/kernel/source/build-progress.ts
var processorMsPerFile = 520;
var usualFiles = 1400;
var documentName = "kernel-builds";
function expectedPace(context, kind2, jobs) {
  const document2 = context.store.readDocument(documentName);
  const last = readPace(fieldOf(document2, kind2)) ?? readPace(fieldOf(document2, "last"));
  return last ?? { files: usualFiles, msPerFile: processorMsPerFile / jobs };
}
function rememberPace(context, kind2, pace) {
  const document2 = context.store.readDocument(documentName);
  const others = typeof document2 === "object" && document2 !== null ? document2 : {};
  context.store.writeDocument(documentName, { ...others, [kind2]: pace, last: pace });
}
function readPace(value) {
  const [files, msPerFile] = [fieldOf(value, "files"), fieldOf(value, "msPerFile")];
  return typeof files === "number" && typeof msPerFile === "number" ? { files, msPerFile } : void 0;
}
function countBuild(expected, nowMs) {
  const startedMs = nowMs();
  let files = 0;
  let rest = "";
  const onOutput = (text3) => {
    const lines = `${rest}${text3}`.split("\n");
    rest = (lines.pop() ?? "").slice(-1e3);
    files += lines.filter((line) => /^ {2}(?:CC|AS)\b/.test(line)).length;
  };
  const words2 = () => {
    const left = expected.files - files;
    if (left <= 0) return `${files} files, linking`;
    const msPerFile = files < 50 ? expected.msPerFile : (nowMs() - startedMs) / files;
    return `${files} of about ${expected.files} files, ${durationWords(left * msPerFile)} left`;
  };
  return { onOutput, files: () => files, words: words2 };
}
function durationWords(ms) {
  const minutes = Math.round(ms / 6e4);
  return minutes < 1 ? "less than a minute" : `about ${minutes} min`;
}

// src/provision/kernel/source/compile.ts
var tellEveryMs = 1e3;
var leastFiles = 500;
async function compileKernel(build, { kind: kind2, isIncremental, kept: kept2 }, context) {
  const { title, tools } = build;
  const pace = expectedPace(context, kind2, tools.jobs);
  if (!isIncremental) {
    const duration = durationWords(pace.files * pace.msPerFile);
    const text3 = `${title} is built from source now, which takes ${duration} on ${tools.jobs} processors. ${kept2}`;
    context.progress({ kind: "fact", text: text3 });
  }
  const startedMs = performance.now();
  const counter = countBuild(pace, () => performance.now());
  const what = title;
  const timer = setInterval(
    () => context.progress({ kind: "step", what, detail: isIncremental ? `${counter.files()} files` : counter.words() }),
    tellEveryMs
  );
  try {
    await withProgress(
      context.progress,
      { what, activity: "building" },
      () => runMake(build, { targets: ["bzImage", "modules"], during: "building", onOutput: counter.onOutput }, context)
    );
  } finally {
    clearInterval(timer);
  }
  const files = counter.files();
  if (files >= leastFiles)
    rememberPace(context, kind2, { files, msPerFile: Math.round((performance.now() - startedMs) / files) });
}

// src/provision/kernel/source/configure.ts
import { join as join15 } from "node:path";

// src/plan/config-wish.ts
function readConfigLine(text3) {
  const read = parseConfigLine(text3);
  return read === "comment" ? void 0 : read;
}

// src/provision/kernel/source/config-values.ts
function parseConfig(text3) {
  const values = /* @__PURE__ */ new Map();
  for (const line of text3.split("\n")) {
    const read = readConfigLine(line);
    if (read !== void 0) values.set(read.symbol, read.value);
  }
  return values;
}
function valueIn(values, symbol) {
  return values.get(symbol) ?? "n";
}
function configLine(symbol, value) {
  return value === "n" ? `# CONFIG_${symbol} is not set` : `CONFIG_${symbol}=${value}`;
}
function isGranted(wished, found, either = false) {
  if (wished === found) return true;
  if (wished === "m") return found === "y";
  if (wished === "y") return either && found === "m";
  if (wished === "n") return found === '""';
  return false;
}

// src/provision/kernel/source/kconfig-tree.ts
import { join as join14 } from "node:path";
var maxFiles = 1e4;
function readKconfig(tree) {
  const reader2 = new KconfigReader(tree);
  reader2.read("Kconfig");
  return reader2.symbols;
}
var KconfigReader = class {
  symbols = /* @__PURE__ */ new Map();
  #tree;
  #read = /* @__PURE__ */ new Set();
  #blocks = [];
  #open;
  constructor(tree) {
    this.#tree = tree;
  }
  read(path) {
    if (this.#read.size >= maxFiles || this.#read.has(path)) return;
    this.#read.add(path);
    for (const line of linesWithoutHelp(readTextIfThere(join14(this.#tree, path)) ?? "")) this.#take(line);
    this.#close();
  }
  #take(line) {
    const [, keyword = "", rest = ""] = /^\s*([a-z_]+)\b\s*(.*)$/.exec(line) ?? [];
    switch (keyword) {
      case "config":
      case "menuconfig":
        this.#begin(rest.trim());
        break;
      case "source":
        this.#close();
        this.read(rest.replaceAll('"', "").replaceAll("$(SRCARCH)", "x86").trim());
        break;
      case "if":
        this.#enter("if", [rest]);
        break;
      case "menu":
      case "choice":
        this.#enter(keyword, []);
        break;
      case "endif":
      case "endmenu":
      case "endchoice":
        this.#close();
        this.#blocks.pop();
        break;
      case "comment":
        this.#close();
        this.#open = { name: void 0, hasPrompt: false, depends: [] };
        break;
      case "depends":
        this.#depend(rest.replace(/^on\s+/, ""));
        break;
      case "bool":
      case "tristate":
      case "int":
      case "hex":
      case "string":
      case "prompt":
        this.#prompt(rest);
    }
  }
  #begin(name) {
    this.#close();
    this.#open = { name, hasPrompt: false, depends: [] };
  }
  #enter(kind2, depends) {
    this.#close();
    this.#blocks.push({ kind: kind2, depends });
  }
  #depend(expression) {
    (this.#open ?? this.#blocks.at(-1))?.depends.push(withoutComment(expression));
  }
  /** `bool "Text" if EXPERT` can be set only under that condition. */
  #prompt(rest) {
    const [, condition] = /^(?:"(?:[^"\\]|\\.)*"|'[^']*')(?:\s+if\s+(.+))?$/.exec(withoutComment(rest)) ?? [];
    if (this.#open === void 0 || !/^["']/.test(rest)) return;
    this.#open.hasPrompt = true;
    if (condition !== void 0) this.#open.depends.push(condition);
  }
  #close() {
    const open2 = this.#open;
    this.#open = void 0;
    if (open2?.name === void 0) return;
    const depends = [...this.#blocks.flatMap((block) => block.depends), ...open2.depends];
    const others = this.symbols.get(open2.name) ?? [];
    this.symbols.set(open2.name, [...others, { hasPrompt: open2.hasPrompt, depends }]);
  }
};
function withoutComment(text3) {
  return text3.replace(/\s#.*$/, "").trim();
}
function linesWithoutHelp(text3) {
  const lines = [];
  let helpIndent;
  for (const line of text3.replaceAll(/\\\n\s*/g, " ").split("\n")) {
    if (line.trim() === "") continue;
    const indent = indentOf(line);
    if (helpIndent === "unknown") helpIndent = indent > 0 ? indent : void 0;
    if (helpIndent !== void 0 && indent >= helpIndent) continue;
    helpIndent = /^\s*(?:---)?help(?:---)?\s*$/.test(line) ? "unknown" : void 0;
    if (helpIndent === void 0 && !line.trimStart().startsWith("#")) lines.push(line);
  }
  return lines;
}
function indentOf(line) {
  let columns = 0;
  for (const character of line) {
    if (character === "	") columns += 8 - columns % 8;
    else if (character === " ") columns++;
    else break;
  }
  return columns;
}

// src/provision/kernel/source/kconfig-expression.ts
function conjuncts(expression) {
  const text3 = withoutOuterParentheses(expression.trim());
  const parts = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text3.length; at++) {
    if (text3[at] === "(") depth++;
    else if (text3[at] === ")") depth--;
    else if (depth === 0 && text3.startsWith("||", at)) return [text3];
    else if (depth === 0 && text3.startsWith("&&", at)) {
      parts.push(text3.slice(start, at).trim());
      start = at + 2;
    }
  }
  const all = [...parts, text3.slice(start).trim()].filter((part) => part !== "");
  return all.length === 1 ? all : all.flatMap(conjuncts);
}
function withoutOuterParentheses(text3) {
  if (!text3.startsWith("(") || !text3.endsWith(")")) return text3;
  let depth = 0;
  for (let at = 0; at < text3.length - 1; at++) {
    if (text3[at] === "(") depth++;
    else if (text3[at] === ")") depth--;
    if (depth === 0) return text3;
  }
  return withoutOuterParentheses(text3.slice(1, -1).trim());
}
function evaluate(expression, values) {
  const tokens2 = expression.slice(0, 4096).match(/\$\([^)]*\)|"[^"]*"|&&|\|\||!=|<=|>=|[()!=<>]|[\w-]+/g) ?? [];
  const reader2 = new ExpressionReader(tokens2, values);
  return ["n", "m", "y"][reader2.anyOf()];
}
var ExpressionReader = class {
  #tokens;
  #values;
  #at = 0;
  constructor(tokens2, values) {
    this.#tokens = tokens2;
    this.#values = values;
  }
  anyOf() {
    let level = this.#allOf();
    while (this.#takes("||")) level = highest(level, this.#allOf());
    return level;
  }
  #allOf() {
    let level = this.#term();
    while (this.#takes("&&")) level = lowest(level, this.#term());
    return level;
  }
  #term() {
    if (this.#takes("!")) return opposite(this.#term());
    if (this.#takes("(")) {
      const level = this.anyOf();
      this.#takes(")");
      return level;
    }
    return this.#comparison(this.#next());
  }
  #comparison(left) {
    const sign = ["=", "!=", "<", ">", "<=", ">="].find((one) => this.#takes(one));
    if (sign === void 0) return left.startsWith("$(") ? 2 : levelOf(this.#valueOf(left));
    const [a, b] = [this.#valueOf(left), this.#valueOf(this.#next())];
    return compare(sign, a, b) ? 2 : 0;
  }
  /** A word that is no symbol is a constant: `y`, a number, a quoted text. */
  #valueOf(word2) {
    if (word2.startsWith('"')) return word2.slice(1, -1);
    if (/^(?:[ymn]|-?\d+|0x[\da-fA-F]+)$/.test(word2)) return word2;
    return valueIn(this.#values, word2).replaceAll('"', "");
  }
  #next() {
    return this.#tokens[this.#at++] ?? "y";
  }
  #takes(token) {
    const isNext = this.#tokens[this.#at] === token;
    if (isNext) this.#at++;
    return isNext;
  }
};
function levelOf(value) {
  if (value === "y") return 2;
  return value === "m" ? 1 : 0;
}
function highest(a, b) {
  return a > b ? a : b;
}
function lowest(a, b) {
  return a < b ? a : b;
}
function opposite(level) {
  if (level === 1) return 1;
  return level === 0 ? 2 : 0;
}
function compare(sign, a, b) {
  if (sign === "=") return a === b;
  if (sign === "!=") return a !== b;
  const difference = Number(a) - Number(b);
  if (sign === "<") return difference < 0;
  if (sign === ">") return difference > 0;
  return sign === "<=" ? difference <= 0 : difference >= 0;
}

// src/provision/kernel/source/unmet-wishes.ts
function unmetWishes(wanted, values, definitions) {
  const unmet = wanted.filter(
    ({ symbol, value, mayLack }) => mayLack !== "any" && !isGranted(value, valueIn(values, symbol))
  );
  if (unmet.length === 0) return [];
  const known3 = definitions();
  return unmet.filter(({ symbol, mayLack }) => mayLack === "never" || known3.has(symbol)).map(({ symbol, value, origin: origin2 }) => {
    const found = valueIn(values, symbol);
    const result = found === "n" ? "is not set" : `is ${found}`;
    return `${origin2}: CONFIG_${symbol}=${value} ${result}: ${whyUnmet(symbol, value, values, known3)}`;
  });
}
function whyUnmet(symbol, value, values, known3) {
  const definitions = known3.get(symbol);
  if (definitions === void 0) {
    const nearest = nearestName(symbol, [...known3.keys()]);
    return `this kernel has no such symbol${nearest === void 0 ? "" : `; did you mean CONFIG_${nearest}?`}`;
  }
  if (value === "n") return "another symbol selects it, or its default is not to be changed";
  const settable = definitions.filter(({ hasPrompt }) => hasPrompt);
  if (settable.length === 0) return "it cannot be set; only other symbols select it";
  const reasons = settable.map((definition) => reasonOf(definition, { values, known: known3, depth: 0 }));
  return reasons.find((reason) => reason !== void 0) ?? "kbuild gives it another value; it may be one of a choice";
}
var maxDepth = 3;
var maxTerms = 2;
function reasonOf({ depends }, explanation) {
  const { values } = explanation;
  const terms = [...new Set(depends.flatMap(conjuncts))];
  const unmet = terms.filter((term) => evaluate(term, values) === "n");
  const weak = terms.filter((term) => evaluate(term, values) === "m");
  const named = (unmet.length > 0 ? unmet : weak).slice(0, maxTerms).map((term) => termWords(term, explanation));
  return named.length === 0 ? void 0 : `it depends on ${named.join(", and on ")}`;
}
function termWords(term, { values, known: known3, depth }) {
  const [, not = "", symbol] = /^(!?)\s*([A-Z0-9_]+)$/.exec(term) ?? [];
  if (symbol === void 0) return term;
  if (not === "!") return `!${symbol}, and ${symbol} is ${valueIn(values, symbol)}`;
  const found = valueIn(values, symbol);
  const state = found === "n" ? "which is not set" : `which is ${found}`;
  const definition = known3.get(symbol)?.find(({ hasPrompt }) => hasPrompt);
  const deeper = definition === void 0 || depth >= maxDepth ? void 0 : reasonOf(definition, { values, known: known3, depth: depth + 1 });
  return `${symbol}, ${state}${deeper === void 0 ? "" : ` (${deeper})`}`;
}

// raw-text:src/provision/kernel/source/fragments/base.config
var base_default = '# The small configuration of a test kernel: what drivers build on, what our machines offer, and what tells of bugs.\n# A kernel that does not know a symbol, or has it otherwise, is built all the same.\nCONFIG_EXPERT=y\nCONFIG_NR_CPUS=64\nCONFIG_KVM_GUEST=y\nCONFIG_X86_X2APIC=y\nCONFIG_MTRR=y\nCONFIG_X86_PAT=y\nCONFIG_DMI=y\nCONFIG_X86_PM_TIMER=y\n# Devices whose DMA mask is smaller than the memory.\nCONFIG_ZONE_DMA=y\nCONFIG_PM=y\nCONFIG_SUSPEND=y\nCONFIG_KERNEL_GZIP=y\nCONFIG_HIGH_RES_TIMERS=y\nCONFIG_NO_HZ_IDLE=y\nCONFIG_HZ_250=y\nCONFIG_RTC_CLASS=y\nCONFIG_RTC_DRV_CMOS=y\nCONFIG_VIRT_DRIVERS=y\nCONFIG_VMGENID=y\nCONFIG_PVPANIC=y\nCONFIG_PVPANIC_PCI=y\nCONFIG_PVPANIC_MMIO=y\nCONFIG_VIRTIO_BALLOON=y\n# Buses and hot plug.\nCONFIG_PCI_MMCONFIG=y\nCONFIG_PCI_QUIRKS=y\nCONFIG_PCI_IOV=y\nCONFIG_PCIEASPM=y\nCONFIG_PCIEPORTBUS=y\nCONFIG_PCIEAER=y\nCONFIG_HOTPLUG_PCI=y\nCONFIG_HOTPLUG_PCI_PCIE=y\nCONFIG_HOTPLUG_PCI_ACPI=y\nCONFIG_I2C=y\nCONFIG_I2C_CHARDEV=y\nCONFIG_SPI=y\nCONFIG_SPI_MASTER=y\nCONFIG_USB_SUPPORT=y\nCONFIG_USB=y\nCONFIG_USB_PCI=y\nCONFIG_USB_XHCI_HCD=y\nCONFIG_SCSI=y\nCONFIG_BLK_DEV_SD=y\n# Subsystems that drivers register with.\nCONFIG_GPIOLIB=y\nCONFIG_GPIO_CDEV=y\nCONFIG_INPUT=y\nCONFIG_HWMON=y\nCONFIG_WATCHDOG=y\nCONFIG_WATCHDOG_CORE=y\nCONFIG_NEW_LEDS=y\nCONFIG_LEDS_CLASS=y\nCONFIG_UIO=y\nCONFIG_DMADEVICES=y\nCONFIG_NETDEVICES=y\nCONFIG_ETHERNET=y\nCONFIG_FW_LOADER=y\nCONFIG_PERF_EVENTS=y\nCONFIG_KPROBES=y\n# File systems and system calls of ordinary user space.\nCONFIG_BLK_DEV_LOOP=y\nCONFIG_EXT4_FS=y\nCONFIG_CONFIGFS_FS=y\nCONFIG_DEVTMPFS_MOUNT=y\nCONFIG_PROC_SYSCTL=y\nCONFIG_INOTIFY_USER=y\nCONFIG_FILE_LOCKING=y\nCONFIG_FHANDLE=y\nCONFIG_CGROUPS=y\nCONFIG_NAMESPACES=y\nCONFIG_NET_NS=y\nCONFIG_MEMFD_CREATE=y\nCONFIG_VM_EVENT_COUNTERS=y\nCONFIG_UNIX98_PTYS=y\nCONFIG_PACKET=y\nCONFIG_UNIX=y\nCONFIG_MULTIUSER=y\nCONFIG_FUTEX=y\nCONFIG_EPOLL=y\nCONFIG_EVENTFD=y\nCONFIG_SIGNALFD=y\nCONFIG_TIMERFD=y\nCONFIG_AIO=y\nCONFIG_SYSVIPC=y\nCONFIG_POSIX_TIMERS=y\nCONFIG_ADVISE_SYSCALLS=y\nCONFIG_MEMBARRIER=y\nCONFIG_RSEQ=y\n# Evidence.\nCONFIG_BUG=y\nCONFIG_DEBUG_BUGVERBOSE=y\nCONFIG_PRINTK_TIME=y\nCONFIG_KALLSYMS_ALL=y\nCONFIG_MODULE_FORCE_UNLOAD=y\nCONFIG_DEBUG_FS=y\nCONFIG_SLUB_DEBUG=y\nCONFIG_ALLOW_DEV_COREDUMP=y\nCONFIG_MAGIC_SYSRQ=y\nCONFIG_MAGIC_SYSRQ_SERIAL=y\nCONFIG_STACKTRACE=y\nCONFIG_UNWINDER_ORC=y\nCONFIG_DETECT_HUNG_TASK=y\nCONFIG_SOFTLOCKUP_DETECTOR=y\nCONFIG_FRAME_WARN=2048\nCONFIG_LOCALVERSION="-qdt"\n';

// raw-text:src/provision/kernel/source/fragments/dma-debug.config
var dma_debug_default = "# Wrong use of the DMA mapping functions.\nCONFIG_DMA_API_DEBUG=y\nCONFIG_DMA_API_DEBUG_SG=y\n";

// raw-text:src/provision/kernel/source/fragments/fault-injection.config
var fault_injection_default = "# Failures of the kernel's own functions on demand, through debugfs.\nCONFIG_DEBUG_FS=y\nCONFIG_KPROBES=y\nCONFIG_FAULT_INJECTION=y\nCONFIG_FAULT_INJECTION_DEBUG_FS=y\nCONFIG_FAILSLAB=y\nCONFIG_FAIL_PAGE_ALLOC=y\nCONFIG_FAIL_MAKE_REQUEST=y\n#? CONFIG_FUNCTION_ERROR_INJECTION=y\nCONFIG_FAIL_FUNCTION=y\n";

// raw-text:src/provision/kernel/source/fragments/gcov.config
var gcov_default = "# Coverage of the code whose Makefile says GCOV_PROFILE := y.\nCONFIG_DEBUG_FS=y\nCONFIG_GCOV_KERNEL=y\n";

// raw-text:src/provision/kernel/source/fragments/kasan.config
var kasan_default = "# Use after free, double free and accesses out of bounds. A small allocator would rule it out.\n# CONFIG_SLUB_TINY is not set\nCONFIG_KASAN=y\nCONFIG_KASAN_GENERIC=y\nCONFIG_KASAN_INLINE=y\nCONFIG_KASAN_VMALLOC=y\n";

// raw-text:src/provision/kernel/source/fragments/kcsan.config
var kcsan_default = "# Data races. It needs a machine with two processors.\nCONFIG_KCSAN=y\n";

// raw-text:src/provision/kernel/source/fragments/kmemleak.config
var kmemleak_default = "# Memory that nothing points to. The agent asks for the scans, so that they belong to a test.\nCONFIG_DEBUG_FS=y\nCONFIG_DEBUG_KMEMLEAK=y\n# CONFIG_DEBUG_KMEMLEAK_AUTO_SCAN is not set\n";

// raw-text:src/provision/kernel/source/fragments/lockdep.config
var lockdep_default = "# Wrong orders of locks, and sleeping where that is forbidden.\nCONFIG_PROVE_LOCKING=y\nCONFIG_DEBUG_ATOMIC_SLEEP=y\n";

// raw-text:src/provision/kernel/source/fragments/machine.config
var machine_default = "# What a guest needs to start in our machines and to talk to the host. Without any of it no test runs.\nCONFIG_SMP=y\nCONFIG_HYPERVISOR_GUEST=y\nCONFIG_PARAVIRT=y\nCONFIG_PVH=y\nCONFIG_ACPI=y\nCONFIG_PCI=y\nCONFIG_PCI_MSI=y\nCONFIG_PRINTK=y\nCONFIG_TTY=y\nCONFIG_SERIAL_8250=y\nCONFIG_SERIAL_8250_CONSOLE=y\nCONFIG_VIRTIO_MENU=y\nCONFIG_VIRTIO_PCI=y\nCONFIG_VIRTIO_CONSOLE=y\nCONFIG_VIRTIO_BLK=y\nCONFIG_BLOCK=y\nCONFIG_BLK_DEV=y\nCONFIG_NET=y\nCONFIG_INET=y\nCONFIG_NET_9P=y\nCONFIG_NET_9P_VIRTIO=y\nCONFIG_NETWORK_FILESYSTEMS=y\nCONFIG_9P_FS=y\nCONFIG_AUTOFS_FS=y\nCONFIG_BLK_DEV_INITRD=y\nCONFIG_RD_GZIP=y\nCONFIG_BINFMT_ELF=y\nCONFIG_BINFMT_SCRIPT=y\nCONFIG_DEVTMPFS=y\nCONFIG_SHMEM=y\nCONFIG_TMPFS=y\nCONFIG_PROC_FS=y\nCONFIG_SYSFS=y\nCONFIG_MODULES=y\nCONFIG_MODULE_UNLOAD=y\nCONFIG_KALLSYMS=y\n# An oops names its place by function, and debug information turns that into a line.\nCONFIG_DEBUG_KERNEL=y\nCONFIG_DEBUG_INFO_DWARF_TOOLCHAIN_DEFAULT=y\n# The build makes no keys and signs nothing.\n# CONFIG_MODULE_SIG is not set\n# CONFIG_DEBUG_INFO_BTF is not set\n# CONFIG_LOCALVERSION_AUTO is not set\n";

// raw-text:src/provision/kernel/source/fragments/ubsan.config
var ubsan_default = "# Undefined behaviour of C: shifts, array bounds, values of bool and enum.\nCONFIG_UBSAN=y\nCONFIG_UBSAN_BOUNDS=y\nCONFIG_UBSAN_SHIFT=y\nCONFIG_UBSAN_BOOL=y\nCONFIG_UBSAN_ENUM=y\n# CONFIG_UBSAN_TRAP is not set\n#? CONFIG_UBSAN_SANITIZE_ALL=y\n";

// src/provision/kernel/source/wanted-config.ts
var fragments = {
  kasan: kasan_default,
  kcsan: kcsan_default,
  lockdep: lockdep_default,
  kmemleak: kmemleak_default,
  ubsan: ubsan_default,
  "dma-debug": dma_debug_default,
  "fault-injection": fault_injection_default,
  gcov: gcov_default
};
function wantedConfig({ flavours, wishes, isSmall: isSmall2 }) {
  const all = [
    ...isSmall2 ? fragment(base_default, { origin: "the small configuration", mayLack: "any" }) : [],
    ...fragment(machine_default, { origin: "our machines", mayLack: "unknown" }),
    ...flavours.flatMap((name) => fragment(fragments[name], { origin: `+${name}`, mayLack: "never" })),
    ...wishes.map(
      ({ symbol, value, file: file2, line }) => ({ symbol, value, origin: `${file2}:${line}`, mayLack: "never" })
    )
  ];
  return [...new Map(all.map((wanted) => [wanted.symbol, wanted])).values()];
}
function fragment(text3, { origin: origin2, mayLack }) {
  return text3.split("\n").flatMap((line) => {
    const isOptional = line.startsWith("#? ");
    const read = readConfigLine(isOptional ? line.slice(3) : line);
    if (read === void 0) return [];
    return [{ ...read, origin: origin2, mayLack: isOptional ? "unknown" : mayLack }];
  });
}
function fragmentText(wanted) {
  return wanted.map(({ symbol, value }) => `${configLine(symbol, value)}
`).join("");
}

// src/provision/kernel/source/configure.ts
async function configureKernel(build, context) {
  const { title, tree, output, config, flavours, wishes } = build;
  const wanted = wantedConfig({ flavours, wishes, isSmall: config === void 0 });
  const fragment2 = join15(output, "qdt.config");
  writeFileAt(fragment2, fragmentText(wanted));
  if (config === void 0)
    await runMake(build, { targets: [`KCONFIG_ALLCONFIG=${fragment2}`, "allnoconfig"], during: "configuring" }, context);
  else {
    writeFileAt(join15(output, ".config"), `${readOwnConfig(config)}
${fragmentText(wanted)}`);
    await runMake(build, { targets: ["olddefconfig"], during: "configuring" }, context);
  }
  const values = parseConfig(readTextIfThere(join15(output, ".config")) ?? "");
  const unmet = unmetWishes(wanted, values, () => readKconfig(tree));
  if (unmet.length === 0) return;
  throw new ProvisionError(
    [`${title}: the kernel's configuration cannot have what is asked for:`, ...unmet].join("\n  "),
    { hint: "Add what is missing to info/kernel-config of the suite, or leave out what needs it" }
  );
}
function readOwnConfig(path) {
  const text3 = readTextIfThere(path);
  if (text3 === void 0) throw new ProvisionError(`${path}: expected a configuration (.config), found nothing there.`);
  if (parseConfig(text3).size > 0) return text3;
  throw new ProvisionError(`${path}: expected a configuration (.config), found no line such as CONFIG_PCI=y.`);
}

// src/provision/kernel/source/source-package.ts
import { join as join16 } from "node:path";
async function resolveSource(text3, source, context) {
  const release = releaseOf(source.distribution, text3);
  const suites = suitesOf(release, source);
  if (suites === void 0) throw unknownSource(text3, release);
  return await resolveRef(context, {
    name: refName(source),
    title: text3,
    parse: readSourcePackage,
    // What was built of it is kept; the package itself need not be there.
    isThere: () => true,
    resolve: () => withProgress(
      context.progress,
      { what: text3, activity: "resolving" },
      () => findSource(text3, { series: source.series, release, suites }, context)
    ),
    bring: () => Promise.resolve()
  });
}
function suitesOf(release, { series }) {
  if (release.distribution !== "debian") return void 0;
  const places2 = release.kernels[series] ?? (/^\d/.test(series) ? release.movingKernels : void 0);
  return places2?.generic?.map(({ suites }) => suites);
}
function unknownSource(text3, { kernels }) {
  return new ProvisionError(
    `${text3}: no source is known for it. Kernels are built from the sources of Debian: debian:SERIES+FLAVOUR, with ${Object.keys(kernels).join(", ")} as SERIES.`,
    { hint: "For any other kernel give its source tree: --kernel tree:PATH+FLAVOURS" }
  );
}
function refName({ distribution, series }) {
  return `kernel-source/${distribution}/${series}`;
}
function readSourcePackage(stored2) {
  const { version: version2, files } = asObject(stored2) ?? {};
  const packages2 = readPackageFiles(files);
  return typeof version2 !== "string" || packages2 === void 0 ? void 0 : { version: version2, files: packages2 };
}
async function findSource(text3, { series, release, suites }, context) {
  const reasons = [];
  for (const place of suites) {
    try {
      const found = await withDistribution(context, release, { suites: place }, (apt) => newestSource(apt, series));
      if (found !== void 0) return found;
      reasons.push(`${place.join(", ")}: no linux-source of ${series}`);
    } catch (error) {
      if (!(error instanceof ProvisionError) || error instanceof HostShortage) throw error;
      reasons.push(`${place.join(", ")}: ${error.message}`);
    }
  }
  throw new ProvisionError(`${text3}: its source was not found.
${reasons.map((line) => `  ${line}`).join("\n")}`, {
    hint: "Check the network, or give a source tree: --kernel tree:PATH+FLAVOURS"
  });
}
async function newestSource(apt, series) {
  const name = /^\d/.test(series) ? `linux-source-${series}` : await currentSource(apt);
  if (name === void 0) return void 0;
  const version2 = (await apt.show([name]))[0]?.get("version");
  return version2 === void 0 ? void 0 : { version: version2, files: await apt.files([name]) };
}
async function currentSource(apt) {
  const [meta] = await apt.show(["linux-source"]);
  return meta && dependencyNames(meta).find((name) => /^linux-source-\d/.test(name));
}
async function unpackSource(title, { source, found, tree }, context) {
  const asset = { kind: "kernel-source", version: 1, files: found.files };
  let directory;
  try {
    directory = await providePackages(context, `source of ${title}`, asset, () => Promise.resolve({}));
  } catch (error) {
    if (error instanceof ProvisionError && context.store.find(packageAssetName(asset)) === void 0)
      expireRef(context, refName(source));
    throw error;
  }
  const archive = archiveIn(directory, title);
  makeDirectory(tree);
  await withProgress(
    context.progress,
    { what: `source of ${title}`, activity: "unpacking" },
    () => unpackArchive(archive, tree, title, context)
  );
}
function archiveIn(directory, title) {
  const place = join16(directory, "usr/src");
  const name = filesIn(place).find((file2) => /^linux-source-[\d.]+\.tar\.xz$/.test(file2.name))?.name;
  if (name === void 0) throw new ProvisionError(`The fetched source of ${title} has no archive in usr/src.`);
  return join16(place, name);
}
var unneeded = [
  ...["c", "h", "S", "dts", "dtsi", "dtso"].map((ending) => `linux-source-*/arch/[!xK]*/*.${ending}`),
  "linux-source-*/Documentation/[!K]*"
];
async function unpackArchive(archive, tree, title, context) {
  const { xz } = await provideTools(context);
  const { exitCode, output } = await runRequired(
    [
      "tar",
      "--extract",
      `--use-compress-program=${xz.join(" ")}`,
      `--file=${archive}`,
      `--directory=${tree}`,
      "--strip-components=1",
      "--no-same-owner",
      "--anchored",
      ...unneeded.map((pattern) => `--exclude=${pattern}`)
    ],
    { signal: context.signal, env: inEnglish() }
  );
  if (exitCode === 0) return;
  refuseShortage(output, { root: context.store.root, during: `unpacking the source of ${title}` });
  throw new ProvisionError(`The source of ${title} could not be unpacked:
${lastLines(output) || "tar was killed"}`, {
    hint: "Try again"
  });
}

// src/provision/kernel/source/packaged-kernel.ts
var headersPart = "headers";
async function providePackagedKernel(request, context) {
  const { text: text3, source, flavours, wishes } = request;
  const found = await resolveSource(text3, source, context);
  const wanted = fragmentText(wantedConfig({ flavours, wishes, isSmall: true }));
  const asset = {
    kind: "source-kernel",
    key: ["1", packageSetKey(found.files), await identifyCompiler(context), wanted].join("\n")
  };
  const directory = await context.store.provide({
    ...asset,
    signal: context.signal,
    make: (staging) => buildIn(staging, request, found, context)
  });
  return readBuiltKernel(directory, request);
}
async function buildIn(staging, { text: text3, source, flavours, wishes }, found, context) {
  const title = `${text3} \u2192 ${found.version}`;
  requireBuildRoom({ title: text3, unpacksSource: true }, context);
  const [tree, output, scratch] = ["tree", "build", "tools"].map((name) => join17(staging, name));
  if (tree === void 0 || output === void 0 || scratch === void 0)
    throw new Error("Internal error: three paths became fewer");
  for (const directory of [output, scratch]) makeDirectory(directory);
  const tools = await provideBuildTools(scratch, context);
  await unpackSource(text3, { source, found, tree }, context);
  const build = { title, tree, output, flavours, wishes, config: void 0, tools };
  await configureKernel(build, context);
  const kind2 = `${source.series}+${flavours.join("+")}`;
  const kept2 = "It is kept in the store, and in CI in the cache of the job, so that later runs start at once.";
  await compileKernel(build, { kind: kind2, isIncremental: false, kept: kept2 }, context);
  const release = await installKernel(build, staging, context);
  takeHeaders(build, join17(staging, headersPart));
  for (const directory of [tree, output, scratch]) removeTree(directory);
  await describeKernel(staging, release, context);
}

// src/provision/kernel/headers.ts
function buildDirectoryOf({ makeArgs }) {
  return makeArgs[makeArgs.indexOf("-C") + 1] ?? "";
}
function unpackedHeadersArgs(root2, own) {
  return ["-C", own, ...sharedMakefile(root2, own), ...outputDirectory(own), ...noTypeInformation];
}
var noTypeInformation = ["CONFIG_DEBUG_INFO_BTF_MODULES="];
function sharedMakefile(root2, own) {
  const included = /^include (\/\S+)$/m.exec(readTextIfThere(join18(own, "Makefile")) ?? "")?.[1];
  return included === void 0 ? [] : ["-f", join18(root2, included)];
}
function outputDirectory(own) {
  return /^KBUILD_OUTPUT=/m.test(readTextIfThere(join18(own, "Makefile")) ?? "") ? [`KBUILD_OUTPUT=${own}`] : [];
}
async function provideHeaders(spec, kernel2, context) {
  switch (spec.kind) {
    case "distribution":
      return await distributionHeaders(spec, kernel2, context);
    case "path":
      return await headersBeside(kernel2, context.signal);
    case "packages":
    case "image":
    case "container":
      return unpackedHeaders(kernel2, headersInKernel(spec, kernel2, context));
    case "source":
      return await headersOfBuild(kernel2, context.signal);
  }
}
async function distributionHeaders(spec, { release, arch, modulesDirectory }, context) {
  if (modulesDirectory === void 0) throw new Error(`Internal error: ${spec.text} was provided without modules`);
  requireHostPrograms(spec);
  const kernelDirectory = join18(modulesDirectory, "../../..");
  const description = readDescription(kernelDirectory);
  const files = readPackageFiles(description["headers"]);
  if (files === void 0) throw damaged(kernelDirectory);
  const directory = await fetchHeaders(spec, release, files, context);
  const { kernelPackages } = releaseOf(spec.distribution, spec.text);
  const own = join18(directory, kernelPackages.headersDirectory, `${kernelPackages.headersPrefix}${release}`);
  if (kindOfFile(own) !== "directory")
    throw new ProvisionError(`The fetched headers of ${release} do not contain ${own.slice(directory.length + 1)}.`);
  return {
    release,
    arch,
    unpackedRoot: directory,
    makeArgs: unpackedHeadersArgs(directory, own),
    key: sha256Of(packageSetKey(files)),
    compiler: readKernelCompiler(own),
    origin: originOf(spec, readSuites(description["suites"]))
  };
}
function requireHostPrograms({ distribution, text: text3, arch }) {
  const { hostParts } = releaseOf(distribution, text3).kernelPackages;
  if (hostParts !== void 0 || arch === hostsOwn().name) return;
  const { debian } = architectureOf(arch);
  throw new ProvisionError(
    `${text3}: no modules can be built for it on this host: the build programs in its headers are for ${debian}.`,
    { hint: `Debian has those for other hosts, too: --kernel debian:6.12:${debian}` }
  );
}
function originOf(spec, suites) {
  const release = releaseOf(spec.distribution, spec.text);
  const places2 = suites === void 0 ? kernelPlaces(spec, release).map((place) => place.suites) : [suites];
  return { release, places: places2.map((place) => compilerSuites(release, place)) };
}
async function fetchHeaders(spec, release, files, context) {
  const asset = { kind: "headers", version: 1, files };
  try {
    return await providePackages(context, `headers of ${release}`, asset, () => Promise.resolve({ release }));
  } catch (error) {
    if (error instanceof ProvisionError && context.store.find(packageAssetName(asset)) === void 0)
      expireRef(context, kernelRefName(spec));
    throw error;
  }
}
function unpackedHeaders({ release, arch }, { root: root2, own, isMoved }) {
  return {
    release,
    arch,
    makeArgs: unpackedHeadersArgs(root2, own),
    ...isMoved ? { unpackedRoot: root2 } : {},
    key: sha256Of(`unpacked headers 1
${own}`),
    compiler: readKernelCompiler(own),
    origin: void 0
  };
}
async function headersOfBuild({ release, arch, config, modulesDirectory, buildTree }, signal) {
  if (config === void 0 || modulesDirectory === void 0)
    throw new Error("Internal error: a kernel was built without its configuration or modules");
  const root2 = join18(modulesDirectory, "../../..");
  const own = buildTree === void 0 ? join18(root2, headersPart) : join18(buildTree, "build");
  const origin2 = toolsOrigin();
  const digests = [config, join18(own, "Module.symvers")].map((path) => sha256OfFile(path, signal));
  return {
    release,
    arch,
    ...buildTree === void 0 ? { unpackedRoot: root2 } : {},
    makeArgs: ["-C", own],
    key: sha256Of([own, release, ...await Promise.all(digests)].join("\n")),
    compiler: readKernelCompiler(own),
    origin: { release: origin2.release, places: [origin2.suites] }
  };
}
async function headersBeside({ spec, release, arch, modulesDirectory }, signal) {
  const hint = "Modules are built in the tree or headers that lib/modules/RELEASE/build points to. make modules_install creates that link";
  if (modulesDirectory === void 0)
    throw new ProvisionError(
      `${spec}: no headers to build modules for ${release}: expected lib/modules/${release} beside it, found none.`,
      { hint }
    );
  const build = join18(modulesDirectory, "build");
  const config = join18(build, ".config");
  if (kindOfFile(join18(build, "Makefile")) !== "file")
    throw new ProvisionError(
      `${spec}: no headers to build modules for ${release}: expected ${build}/Makefile, found none.`,
      {
        hint
      }
    );
  const digests = await Promise.all(
    [config, join18(build, "Module.symvers")].map(
      async (path) => kindOfFile(path) === "file" ? await sha256OfFile(path, signal) : "none"
    )
  );
  return {
    release,
    arch,
    makeArgs: ["-C", realPath(build)],
    key: sha256Of([build, release, ...digests].join("\n")),
    compiler: readKernelCompiler(build),
    origin: void 0
  };
}

// src/provision/toolchain/mirror-programs.ts
import { join as join19 } from "node:path";
function mirrorPrograms(from2, to, { root: root2, linker }) {
  makeDirectory(to);
  for (const { name, kind: kind2 } of filesIn(from2)) {
    const [original, copy] = [join19(from2, name), join19(to, name)];
    if (kind2 === "directory" && programsBelow(original).length > 0) mirrorPrograms(original, copy, { root: root2, linker });
    else if (kind2 === "file" && isDynamicProgram(original))
      writeProgramAt(copy, launcherScript({ ...linker, root: root2, program: original }));
    else linkTo(original, copy);
  }
}
function programsBelow(directory) {
  return filesBelow(directory).map((path) => join19(directory, path)).filter(isDynamicProgram);
}

// src/provision/compiler/distribution-compiler.ts
import { basename as basename4, join as join21 } from "node:path";

// src/provision/compiler/identify-compiler.ts
async function identifyCompiler2(program, signal, path = program) {
  const result = await runRequired([path, "--version"], { signal, env: inEnglish() });
  if (result.exitCode !== 0)
    throw new ProvisionError(`${program} --version failed (${endingWords(result)}):
${lastLines(result.output)}`, {
      hint: `Reinstall it${isExecutableFile(program) ? "" : `: sudo apt-get install --reinstall ${program}`}`
    });
  const title = result.stdout.split("\n")[0] ?? "";
  const version2 = readVersion(result.stdout);
  if (version2 !== void 0) return { ...version2, program, title, identity: result.stdout };
  throw new ProvisionError(
    `${program}: expected gcc or clang, found a program whose --version begins with ${JSON.stringify(title)}.`
  );
}
function readVersion(text3) {
  const clang = /\bclang version (\d+)\./.exec(text3)?.[1];
  if (clang !== void 0) return { family: "clang", major: Number(clang) };
  const gcc = /^\S*cc\S* \(.*?\) (\d+)\.\d/.exec(text3)?.[1];
  const isGcc = gcc !== void 0 && /Free Software Foundation/.test(text3);
  return isGcc ? { family: "gcc", major: Number(gcc) } : void 0;
}

// src/provision/compiler/cross-compiler.ts
function crossPrefix(arch) {
  return arch === hostsOwn().name ? "" : `${architectureOf(arch).triplet}-`;
}
function programFor(wanted, arch) {
  return `${wanted.family === "clang" ? "" : crossPrefix(arch)}${versionedName(wanted)}`;
}
function packageFor(wanted, arch) {
  return `${versionedName(wanted)}${wanted.family === "clang" ? "" : packageEnding(arch)}`;
}
function binutilsFor(arch) {
  return `binutils${packageEnding(arch)}`;
}
function packageEnding(arch) {
  const prefix = crossPrefix(arch);
  return prefix === "" ? "" : `-${prefix.slice(0, -1).replaceAll("_", "-")}`;
}
function crossVariables(arch) {
  const prefix = crossPrefix(arch);
  return prefix === "" ? [] : [`ARCH=${architectureOf(arch).kbuild}`, `CROSS_COMPILE=${prefix}`];
}

// src/provision/compiler/make-variables.ts
import { basename as basename3, dirname as dirname2, join as join20 } from "node:path";
var llvmTools = {
  LD: "ld.lld",
  AR: "llvm-ar",
  NM: "llvm-nm",
  OBJCOPY: "llvm-objcopy",
  OBJDUMP: "llvm-objdump",
  READELF: "llvm-readelf",
  STRIP: "llvm-strip"
};
function compilerChoice(program, { family }, isThere) {
  if (family === "gcc") return [`CC=${program}`];
  const beside = (tool) => join20(dirname2(program), basename3(program).replace("clang", tool)).replace(/^\.\//, "");
  const tools = Object.entries(llvmTools).filter(([, tool]) => isThere(beside(tool)));
  const hasAll = tools.length === Object.keys(llvmTools).length;
  const chosen = tools.map(([variable, tool]) => `${variable}=${beside(tool)}`);
  return [hasAll ? "LLVM=1" : "LLVM_IAS=1", `CC=${program}`, ...chosen];
}
function configurationFor({ family, major }, buildDirectory2) {
  const config = readTextIfThere(join20(buildDirectory2, ".config")) ?? "";
  if (family === "gcc" || isBuiltByClang(config)) return [];
  const has = (name) => new RegExp(`^${name}=y$`, "m").test(config);
  return [
    "CONFIG_CC_IS_GCC=",
    "CONFIG_CC_IS_CLANG=y",
    "CONFIG_GCC_VERSION=0",
    `CONFIG_CLANG_VERSION=${major * 1e4}`,
    "CONFIG_CC_HAS_MIN_FUNCTION_ALIGNMENT=",
    "CONFIG_CC_IMPLICIT_FALLTHROUGH=-Wimplicit-fallthrough",
    ...has("CONFIG_UBSAN_BOUNDS_STRICT") ? ["CONFIG_UBSAN_BOUNDS_STRICT=", "CONFIG_UBSAN_ARRAY_BOUNDS=y"] : [],
    ...has("CONFIG_FTRACE_MCOUNT_USE_CC") ? listedBy(has("CONFIG_HAVE_OBJTOOL_NOP_MCOUNT")) : []
  ];
}
function listedBy(objtoolHasChoice) {
  return objtoolHasChoice ? ["CONFIG_FTRACE_MCOUNT_USE_CC=", "CONFIG_FTRACE_MCOUNT_USE_OBJTOOL=y", "CONFIG_HAVE_OBJTOOL_NOP_MCOUNT="] : ["CONFIG_FTRACE_MCOUNT_USE_CC=", "CONFIG_FTRACE_MCOUNT_USE_RECORDMCOUNT=y"];
}
function flagsFor({ family }, buildDirectory2) {
  const config = readTextIfThere(join20(buildDirectory2, ".config")) ?? "";
  return family === "clang" && !isBuiltByClang(config) ? ["-Wno-duplicate-decl-specifier"] : [];
}

// src/provision/compiler/distribution-compiler.ts
async function distributionCompiler(wanted, origin2, headers, context) {
  const toolchain = await fetchFrom(
    origin2,
    packagesFor(wanted, headers.arch),
    packageFor(wanted, headers.arch),
    context
  );
  const program = programFor(wanted, headers.arch);
  const found = await identifyCompiler2(program, context.signal, join21(toolchain.bin, program));
  const choice = compilerChoice(program, found, (name) => isExecutableFile(join21(toolchain.bin, name)));
  const directory = buildDirectoryOf(headers);
  return {
    family: found.family,
    major: found.major,
    title: found.title,
    key: `${basename4(toolchain.root)}
${found.identity}`,
    command: program,
    makeArgs: [...crossVariables(headers.arch), ...choice, ...configurationFor(found, directory)],
    flags: flagsFor(found, directory),
    env: toolchain.env,
    strip: join21(toolchain.bin, `${crossPrefix(headers.arch)}strip`),
    starter: toolchain
  };
}
var librariesOfHeaders = ["libc6", "libelf1"];
function packagesFor(wanted, arch) {
  const llvm = wanted.family === "clang" ? [`lld-${wanted.major}`, `llvm-${wanted.major}`] : [];
  return [packageFor(wanted, arch), ...llvm, binutilsFor(arch), "make", ...librariesOfHeaders];
}
async function fetchFrom({ release, places: places2 }, packages2, what, context) {
  let failure;
  for (const suites of places2) {
    try {
      const title = `${what} (${release.distribution} ${suites[0] ?? ""})`;
      return await provideToolchain(context, { release, suites, packages: packages2, title });
    } catch (error) {
      if (!(error instanceof ProvisionError) || error instanceof HostShortage) throw error;
      failure ??= error;
    }
  }
  throw failure ?? new Error(`Internal error: a kernel of ${release.distribution} is from no suite`);
}

// src/provision/compiler/program-starter.ts
var programDirectories = ["scripts", "tools"];
async function provideStarter(compiler, headers, context) {
  const { origin: origin2 } = headers;
  if (compiler.starter !== void 0 || origin2 === void 0) return compiler;
  if (await hostStartsPrograms(headers, context.signal)) return compiler;
  const what = `libraries for the build programs of ${headers.release}`;
  try {
    return { ...compiler, starter: await fetchFrom(origin2, librariesOfHeaders, what, context) };
  } catch (error) {
    if (!(error instanceof ProvisionError) || error instanceof HostShortage) throw error;
    const reason = "This host cannot start the build programs of the kernel, and what they need could not be fetched";
    throw new ProvisionError(`${reason}: ${error.message}`, {
      hint: "Check the network, or choose an older kernel or a newer host",
      cause: error
    });
  }
}
async function hostStartsPrograms(headers, signal) {
  const directories2 = programDirectories.map((name) => join22(buildDirectoryOf(headers), name)).filter((path) => kindOfFile(path) === "directory");
  const programs = directories2.flatMap((path) => programsBelow(realPath(path)));
  for (const program of programs.filter((path) => modulePrograms.test(basename5(path))))
    if (!await hostStarts(program, signal)) return false;
  return true;
}
var modulePrograms = /^(modpost|fixdep|genksyms|gendwarfksyms|objtool|recordmcount)(\.real-(lsb-64|x86))?$/;
async function hostStarts(program, signal) {
  const argv = ["env", "LD_TRACE_LOADED_OBJECTS=1", program];
  const { exitCode, output } = await runRequired(argv, { env: inEnglish(), signal });
  return exitCode === 0 && !output.includes("not found");
}

// src/provision/modules/kernel-directory.ts
import { basename as basename6, dirname as dirname3, join as join23 } from "node:path";
function provideKernelDirectory(headers, { starter }, place) {
  const { unpackedRoot } = headers;
  const own = buildDirectoryOf(headers);
  if (unpackedRoot === void 0) return own;
  const makefile = readTextIfThere(join23(own, "Makefile")) ?? "";
  const included = /^include (\/\S+)$/m.exec(makefile)?.[1];
  const shared = included === void 0 ? void 0 : dirname3(join23(unpackedRoot, included));
  makeDirectory(place);
  for (const { name } of filesIn(own)) {
    if (name === "Makefile") continue;
    if (shared !== void 0 && headerDirectories.includes(name)) linkBoth([own, shared], place, name);
    else linkPart(join23(own, name), join23(place, name), starter);
  }
  const moved = makefile.replaceAll(/^include (\/\S+)$/gm, `include ${unpackedRoot}$1`).replaceAll(/^KBUILD_OUTPUT=.*$/gm, `KBUILD_OUTPUT=${place}`);
  writeFileAt(join23(place, "Makefile"), moved);
  return place;
}
var headerDirectories = ["include", "arch"];
function linkBoth(places2, target, path) {
  const there = places2.map((place) => join23(place, path)).filter((candidate) => kindOfFile(candidate) !== "nothing");
  const [first, second] = there;
  if (first === void 0) return;
  if (second === void 0 || there.some((candidate) => kindOfFile(candidate) !== "directory")) {
    linkTo(first, join23(target, path));
    return;
  }
  makeDirectory(join23(target, path));
  const names2 = new Set(there.flatMap((directory) => filesIn(directory).map(({ name }) => name)));
  for (const name of names2) linkBoth(places2, target, join23(path, name));
}
function linkPart(from2, to, starter) {
  if (starter !== void 0 && programDirectories.includes(basename6(from2))) mirrorPrograms(realPath(from2), to, starter);
  else linkTo(from2, to);
}

// src/provision/modules/build-directory.ts
import { join as join28 } from "node:path";

// src/provision/modules/built-files.ts
import { join as join24, normalize } from "node:path";
function builtIn(tree, directory) {
  const found = filesBelow(join24(tree, directory)).filter((path) => path.endsWith(".ko"));
  const listed2 = (readTextIfThere(join24(tree, directory, "modules.order")) ?? "").split("\n").map((line) => line.replace(/\.k?o$/, ".ko"));
  const place = (path) => listed2.findIndex((line) => line.endsWith(path));
  return found.sort((a, b) => place(a) - place(b));
}
function furtherFilesRead(tree, directories2) {
  const pattern = new RegExp(`${tree.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}/([^\\s)]+)`, "g");
  const notes = directories2.flatMap(
    (directory) => filesBelow(join24(tree, directory)).filter((path) => path.endsWith(".cmd")).map((path) => join24(tree, directory, path))
  );
  const read = notes.flatMap(
    (note2) => [...(readTextIfThere(note2) ?? "").matchAll(pattern)].map(([, path]) => normalize(path ?? ""))
  );
  const isOwn = (path) => directories2.some((directory) => path.startsWith(`${directory}/`));
  return [...new Set(read.filter((path) => !isOwn(path)))].sort();
}
async function copyStripped(from2, to, { strip }, signal) {
  copyFileTo(from2, to);
  if (strip === void 0) return;
  const { exitCode } = await runCommand([strip, "--strip-debug", to], { signal });
  if (exitCode !== 0) copyFileTo(from2, to);
}

// src/provision/modules/dkms-conf.ts
import { join as join26 } from "node:path";

// src/provision/modules/build-place.ts
import { join as join25 } from "node:path";
function headersArgs({ headers, compiler, kernelDirectory }) {
  if (compiler.starter === void 0) return [...headers.makeArgs, ...compiler.makeArgs];
  return ["-C", kernelDirectory, ...headersVariables(headers), ...compiler.makeArgs];
}
function headersVariables({ makeArgs }) {
  return makeArgs.filter((word2) => /^[A-Za-z_]\w*=/.test(word2) && !word2.startsWith("KBUILD_OUTPUT="));
}
var directoryNames = ["KDIR", "KERNELDIR", "KERNEL_DIR", "KERNEL_SRC", "KERNEL_BUILD", "KSRC"];
var releaseNames = ["KVERSION", "KVER", "KVERS", "BUILD_KERNEL"];
function locationVariables({
  headers,
  kernelDirectory,
  tree,
  directory,
  variables
}) {
  return [
    // Not only in the environment: there, a shell that starts make puts its own.
    `PWD=${join25(tree, directory)}`,
    ...directoryNames.map((name) => `${name}=${kernelDirectory}`),
    ...releaseNames.map((name) => `${name}=${headers.release}`),
    ...variables
  ];
}
function compilerVariables(place) {
  const mapping = pathMapping(place).map(([from2, to]) => `-ffile-prefix-map=${from2}=${to}`);
  const flags = mapping.join(" ");
  const earlier = place.earlier.map((path) => join25(place.tree, path, "Module.symvers"));
  const symbols = [...place.symbols, ...earlier].join(" ");
  return [
    `KCFLAGS=${[...place.compiler.flags, ...mapping].join(" ")}`,
    `KAFLAGS=${flags}`,
    `KBUILD_EXTRA_SYMBOLS=${symbols}`
  ];
}
function pathMapping({ headers, kernelDirectory, tree }) {
  const { unpackedRoot = "" } = headers;
  const own = buildDirectoryOf(headers);
  const installed = own.slice(unpackedRoot.length);
  const root2 = unpackedRoot === "" ? [] : [[`${unpackedRoot}/`, "/"]];
  const directories2 = [.../* @__PURE__ */ new Set([own, kernelDirectory])].flatMap((path) => [
    [path, ""],
    [`${path}/`, `${installed}/`]
  ]);
  return [...root2, ...directories2, [`${tree}/`, ""]];
}
function buildEnvironment({ compiler, tree, directory }, more = {}) {
  const own = { LC_ALL: "C", PWD: join25(tree, directory), ...compiler.env, ...more };
  return environmentOnly(["PATH", "HOME", "TMPDIR"], own);
}
function kernelEnvironment({
  headers,
  compiler,
  kernelDirectory
}) {
  const config = join25(kernelDirectory, ".config");
  const prefix = crossPrefix(headers.arch);
  return {
    QDT_KERNEL_RELEASE: headers.release,
    QDT_KERNEL_DIR: kernelDirectory,
    ...kindOfFile(config) === "file" ? { QDT_KERNEL_CONFIG: config } : {},
    QDT_ARCH: headers.arch,
    CC: compiler.command,
    ...prefix === "" ? {} : { ARCH: architectureOf(headers.arch).kbuild },
    CROSS_COMPILE: prefix,
    KDIR: kernelDirectory,
    KERNELDIR: kernelDirectory,
    KVERSION: headers.release,
    // Only here: on the command line it would also be kbuild's own.
    KERNELVERSION: headers.release
  };
}

// src/provision/modules/dkms-conf.ts
var dkmsTree = "/var/lib/dkms";
var reader = `
dkms_tree=${dkmsTree}; source_tree=/usr/src; kernelver=$QDT_KERNEL_RELEASE
kernel_source_dir=$QDT_KERNEL_DIR; arch=$QDT_ARCH
. ./dkms.conf >&2 || exit
line=\${MAKE[0]-}
for index in "\${!MAKE_MATCH[@]}"; do
  [[ -n "\${MAKE_MATCH[index]}" && $kernelver =~ \${MAKE_MATCH[index]} ]] && line=\${MAKE[index]-}
done
printf '%s\\0' "\${PACKAGE_NAME-}" "\${PACKAGE_VERSION-}" "$line" "\${PRE_BUILD-}" "\${PATCH[*]-}"
`;
async function readDkmsConf(place, signal) {
  const directory = join26(place.tree, place.directory);
  if (kindOfFile(join26(directory, "dkms.conf")) !== "file") return { kind: "none" };
  const { headers, kernelDirectory } = place;
  const { exitCode, stdout, output } = await runRequired(["bash", "-c", reader], {
    cwd: directory,
    env: buildEnvironment(place, kernelEnvironment(place)),
    signal
  });
  const [name, version2, line, preBuild, patches] = stdout.split("\0");
  if (exitCode !== 0 || name === void 0 || version2 === void 0 || line === void 0)
    return {
      kind: "problem",
      output: `${join26(place.directory, "dkms.conf")}:1: error: bash cannot read it
${output}`
    };
  const places2 = ["build", "source"].map((part) => `${dkmsTree}/${name}/${version2}/${part}`);
  const here = (text3) => places2.reduce((result, path) => result.replaceAll(path, directory), text3);
  return {
    kind: "build",
    build: {
      preBuild: here(preBuild ?? ""),
      makeLine: makeLine(here(line), { directory, kernelDirectory, release: headers.release }),
      patches: patches ?? ""
    }
  };
}
function makeLine(line, { directory, kernelDirectory, release }) {
  const given = line.trim() === "" ? `make -C ${shellQuote(kernelDirectory)} M=${shellQuote(directory)}` : line.trim();
  return given.replace(/^make(?=\s|$)/, `make KERNELRELEASE=${release}`);
}

// src/provision/modules/run-build.ts
import { join as join27 } from "node:path";
async function runKbuild(place, signal) {
  return await runBuild(["make", ...kbuildArgs(place, processorCount())], buildEnvironment(place), place, signal);
}
function kbuildArgs(place, jobs) {
  return [
    `-j${jobs}`,
    "--output-sync=target",
    "--no-print-directory",
    ...headersArgs(place),
    `M=${join27(place.tree, place.directory)}`,
    ...compilerVariables(place),
    ...locationVariables(place),
    "modules"
  ];
}
async function runOwnCommand(argv, place, signal) {
  const env = buildEnvironment(place, {
    ...kernelEnvironment(place),
    MAKEFLAGS: makeFlags(place, processorCount())
  });
  return await runBuild(argv, env, place, signal);
}
function makeFlags(place, jobs) {
  const variables = [
    ...headersVariables(place.headers),
    ...place.compiler.makeArgs,
    ...compilerVariables(place),
    ...locationVariables(place)
  ];
  const words2 = variables.map((word2) => word2.replaceAll("$", "$$$$").replaceAll(/[\\\s]/g, String.raw`\$&`));
  return [`-j${jobs}`, "--output-sync=target", "--no-print-directory", "--", ...words2].join(" ");
}
async function runBuild(argv, env, { tree, directory }, signal) {
  const result = await runRequired(argv, { signal, env, cwd: join27(tree, directory) });
  const { exitCode, output } = result;
  if (exitCode !== 0) refuseBrokenHost(output, tree, directory);
  if (exitCode === void 0 || killedInside(output))
    throw new ProvisionError(
      `Building the modules in ${directory} was interrupted: ${argv[0]} or the compiler was killed${exitCode === void 0 ? "" : ", perhaps because the host ran out of memory"}.`,
      { hint: "Try again; the host\u2019s kernel log (dmesg) shows what killed it" }
    );
  return { ...result, output: output.replaceAll(`${tree}/`, "") };
}
function killedInside(output) {
  return /^make(\[\d+\])?: \*\*\* .* Killed$|fatal error: Killed signal terminated program/m.test(output);
}
function refuseBrokenHost(output, tree, directory) {
  refuseShortage(output, { root: tree, during: `building the modules in ${directory}` });
  const library = /error while loading shared libraries: ([^:\s]+)/.exec(output)?.[1];
  if (library !== void 0) {
    throw new ProvisionError(`The kernel's build programs need ${library}, which was not found.`, {
      hint: "For libelf.so.1: sudo apt-get install libelf1"
    });
  }
  const glibc = /version `(GLIBC_[\d.]+)' not found/.exec(output)?.[1];
  if (glibc !== void 0)
    throw new ProvisionError(`The kernel's build programs need ${glibc}, but this host's is older.`, {
      hint: "Choose an older kernel, or a newer host"
    });
}

// src/provision/modules/build-directory.ts
async function buildDirectory(place, author, signal) {
  const built = await byAnyRule(place, author, signal);
  if (!built.ok) return { ...built, output: `${withoutRust(place)}${built.output}` };
  if (builtIn(place.tree, place.directory).length > 0) return built;
  const sentence = `No module was built: expected modules in obj-m of the Makefile or Kbuild in ${place.directory}, found none.
`;
  return { ...built, ok: false, output: `${withoutRust(place)}${built.output}
${sentence}` };
}
async function byAnyRule(place, author, signal) {
  const dkms = await byDkms(place, author, signal);
  if (dkms !== void 0 && (dkms.ok || !lacksSomething(dkms, place))) return dkms;
  const kbuild = await byKbuild(place, author, signal);
  if (dkms === void 0 || kbuild.ok && builtIn(place.tree, place.directory).length > 0) return kbuild;
  return { ...dkms, output: `${dkms.output}
kbuild without dkms.conf does not help:
${kbuild.output}` };
}
async function byDkms(place, author, signal) {
  const conf = await readDkmsConf(place, signal);
  if (conf.kind === "none") return void 0;
  const command = `cd ${shellQuote(author)} && dkms.conf`;
  if (conf.kind === "problem") return { ok: false, command, output: conf.output };
  const { preBuild, makeLine: makeLine2, patches } = conf.build;
  const note2 = patches === "" ? "" : `dkms.conf names patches, which are not applied: ${patches}
`;
  const steps = [...preBuild === "" ? [] : [`./${preBuild}`], makeLine2];
  let output = note2;
  for (const step of steps) {
    const ran = await runOwnCommand(["bash", "-c", step], place, signal);
    output += `${step.replaceAll(`${place.tree}/`, "")}
${ran.output}`;
    if (ran.exitCode !== 0) return { ok: false, command, output };
  }
  return { ok: true, command, output };
}
async function byKbuild(place, author, signal) {
  const { headers, compiler, variables } = place;
  const words2 = ["make", ...headers.makeArgs, ...compiler.makeArgs, `M=${author}`, ...variables, "modules"];
  const { exitCode, output } = await runKbuild(place, signal);
  const kbuild = { ok: exitCode === 0, command: words2.map(shellQuote).join(" "), output };
  if (!lacksSomething(kbuild, place) || !hasOwnRules(place)) return kbuild;
  const own = await runOwnCommand(["make"], place, signal);
  if (own.exitCode !== 0 || builtIn(place.tree, place.directory).length === 0)
    return { ...kbuild, output: `${output}
make, as the Makefile itself has it, does not help:
${own.output}` };
  const command = ["make", ...variables].map(shellQuote).join(" ");
  return { ok: true, command: `cd ${shellQuote(author)} && ${command}`, output: own.output };
}
function lacksSomething({ ok, output }, { tree, directory }) {
  if (ok) return builtIn(tree, directory).length === 0;
  return /No such file or directory|No rule to make target/.test(output);
}
function hasOwnRules({ tree, directory }) {
  return /^\t/m.test(readTextIfThere(join28(tree, directory, "Makefile")) ?? "");
}
function withoutRust({ tree, directory, kernelDirectory }) {
  const source = filesBelow(join28(tree, directory)).find((path) => path.endsWith(".rs"));
  const config = readTextIfThere(join28(kernelDirectory, ".config"));
  if (source === void 0 || config === void 0 || /^CONFIG_RUST=y$/m.test(config)) return "";
  return `${join28(directory, source)}:1: error: this kernel has no support for Rust: CONFIG_RUST is not set
`;
}

// src/provision/modules/compiler-messages.ts
var maxKept = 20;
var maxLine = 4096;
var maxText = 500;
function readCompilerMessages(output, outcome) {
  const found = /* @__PURE__ */ new Map();
  let lastOfMake;
  for (const whole of output.split("\n")) {
    const line = whole.slice(0, maxLine);
    const message = compilerMessage(line) ?? modpostMessage(line) ?? driverMessage(line);
    if (message !== void 0) found.set(JSON.stringify(message), message);
    else lastOfMake ??= makeMessage(line);
  }
  const all = [...found.values()];
  const errors2 = all.filter(({ severity }) => severity === "error");
  if (outcome === "failed" && errors2.length === 0 && lastOfMake !== void 0) errors2.push(lastOfMake);
  const warnings = all.filter(({ severity }) => severity === "warning");
  return {
    errors: errors2.length,
    warnings: warnings.length,
    messages: [...errors2.slice(0, maxKept), ...warnings.slice(0, maxKept)]
  };
}
function compilerMessage(line) {
  const [, file2, at, kind2, text3] = /^([^\s:][^:]*):(\d{1,9}):(?:\d{1,9}:)? (?:fatal )?(error|warning): (.+)$/i.exec(line) ?? [];
  if (file2 === void 0 || kind2 === void 0 || text3 === void 0) return void 0;
  return { severity: severityOf(kind2), file: relativeFile(file2), line: Number(at), text: text3.slice(0, maxText) };
}
function modpostMessage(line) {
  const [, kind2, text3] = /^(ERROR|WARNING): (modpost: .+)$/.exec(line) ?? [];
  if (kind2 === void 0 || text3 === void 0) return void 0;
  return { severity: severityOf(kind2), text: text3.slice(0, maxText) };
}
function driverMessage(line) {
  const [, program = "", kind2, text3] = /^([^\s:]{1,200}): (?:fatal )?(error|warning): (.+)$/.exec(line) ?? [];
  const name = program.slice(program.lastIndexOf("/") + 1);
  if (kind2 === void 0 || text3 === void 0 || !/gcc|clang/.test(name)) return void 0;
  return { severity: severityOf(kind2), text: `${name}: ${text3}`.slice(0, maxText) };
}
function makeMessage(line) {
  const [, file2, at, text3] = /^([^\s:][^:]*):(?:(\d{1,9}):)? \*\*\* (.+)$/.exec(line) ?? [];
  if (file2 === void 0 || text3 === void 0) return void 0;
  const place = at === void 0 ? {} : { file: relativeFile(file2), line: Number(at) };
  return { severity: "error", ...place, text: text3.slice(0, maxText) };
}
function severityOf(kind2) {
  return kind2.toLowerCase() === "error" ? "error" : "warning";
}
function relativeFile(file2) {
  return file2.startsWith("./") ? file2.slice(2) : file2;
}
function compilerWords({ severity, file: file2, line, text: text3 }) {
  const place = file2 === void 0 ? "" : `${file2}:${line ?? 1}: `;
  return `${place}${severity}: ${text3}`;
}
function parseCompilerMessages(value) {
  if (typeof value !== "object" || value === null) return void 0;
  if (!("errors" in value && "warnings" in value && "messages" in value)) return void 0;
  const { errors: errors2, warnings, messages } = value;
  if (typeof errors2 !== "number" || typeof warnings !== "number" || !Array.isArray(messages)) return void 0;
  return messages.every(isMessage) ? { errors: errors2, warnings, messages } : void 0;
}
function isMessage(value) {
  if (typeof value !== "object" || value === null) return false;
  if (!("severity" in value && "text" in value)) return false;
  return (value.severity === "error" || value.severity === "warning") && typeof value.text === "string" && (!("file" in value) || typeof value.file === "string") && (!("line" in value) || typeof value.line === "number");
}

// src/provision/modules/prepare-sources.ts
import { dirname as dirname4, join as join29 } from "node:path";
async function prepareSources({ program, directories: directories2, ...place }, signal) {
  const directory = directories2.reduce(commonParent);
  const { tree } = place;
  const env = buildEnvironment({ ...place, directory }, kernelEnvironment(place));
  try {
    const { exitCode, output } = await runCommand([program], { cwd: join29(tree, directory), env, signal });
    return { ok: exitCode === 0, output: output.replaceAll(`${tree}/`, "") };
  } catch (error) {
    if (!(error instanceof CommandNotStarted)) throw error;
    return { ok: false, output: `${program} could not be started: is the program of its first line there?
` };
  }
}
function commonParent(a, b) {
  let parent = a;
  while (parent !== "." && b !== parent && !b.startsWith(`${parent}/`)) parent = dirname4(parent);
  return parent;
}

// src/provision/modules/build-sources.ts
var BuildFailed = class extends Error {
  build;
  constructor(build) {
    super("the modules did not build");
    this.build = build;
  }
};
async function buildAll(request, sources, staged, signal) {
  const { headers, compiler, directories: directories2, options: options2 } = request;
  const prepared = await prepareAll(request, sources, staged, signal);
  const symbols = request.uses === void 0 ? [] : [request.uses.symbols];
  let log = prepared;
  for (const [index, directory] of sources.directories.entries()) {
    const author = directories2[index] ?? directory;
    const variables = options2.variables.get(author) ?? [];
    const earlier = sources.directories.slice(0, index);
    const { ok, command, output } = await buildDirectory(
      { headers, compiler, ...staged, directory, earlier, symbols, variables },
      author,
      signal
    );
    if (!ok) throw new BuildFailed(failedBuild(request, author, { log: `${prepared}${output}`, command }));
    log += `${command}
${output}`;
    if (options2.warningsAreErrors) refuseWarnings(request, author, { log, command });
  }
  return log;
}
async function prepareAll(request, sources, staged, signal) {
  const { headers, compiler, directories: directories2, options: options2 } = request;
  const { prepare: prepare3 } = options2;
  if (prepare3 === void 0) return "";
  const { ok, output } = await prepareSources(
    { program: prepare3, headers, compiler, ...staged, directories: sources.directories },
    signal
  );
  if (ok) return output;
  const build = failedBuild(request, directories2[0] ?? "", { log: output, command: prepare3 });
  const last = output.trimEnd().split("\n").at(-1) ?? "";
  const message = { severity: "error", text: `info/build failed: ${last}` };
  throw new BuildFailed({ ...build, said: { errors: 1, warnings: 0, messages: [message] } });
}
function refuseWarnings(request, author, ran) {
  const { warnings, messages } = readCompilerMessages(ran.log, "built");
  if (warnings === 0) return;
  const errors2 = messages.map(
    (message) => ({
      ...message,
      severity: "error",
      text: `${message.text} (a warning, and info/werror is set)`
    })
  );
  throw new BuildFailed({
    ...failedBuild(request, author, ran),
    said: { errors: warnings, warnings: 0, messages: errors2 }
  });
}
function failedBuild({ compiler }, directory, { log, command }) {
  const said = readCompilerMessages(log, "failed");
  return { kind: "failed", directory, output: log, compiler: compiler.title, command, said };
}

// src/provision/modules/module-cache.ts
import { join as join30 } from "node:path";
var keptBuilds = 8;
async function findBuild(context, sourcesKey, root2) {
  for (const { id, furtherFiles } of readBuilds(context, sourcesKey)) {
    const now2 = await describeFiles(
      root2,
      furtherFiles.map(({ path }) => path),
      context.signal
    );
    if (now2.every(({ sha256 }, index) => sha256 === furtherFiles[index]?.sha256)) return id;
  }
  return void 0;
}
function rememberBuild(context, sourcesKey, build) {
  const others = readBuilds(context, sourcesKey).filter(({ id }) => id !== build.id);
  context.store.writeDocument(documentName2(sourcesKey), { builds: [build, ...others].slice(0, keptBuilds) });
}
async function describeFiles(root2, paths, signal) {
  const described = [];
  for (const path of paths) {
    const file2 = join30(root2, path);
    described.push({ path, sha256: kindOfFile(file2) === "file" ? await sha256OfFile(file2, signal) : "missing" });
  }
  return described;
}
function documentName2(sourcesKey) {
  return `modules/${sourcesKey}`;
}
function readBuilds(context, sourcesKey) {
  const builds = fieldOf(context.store.readDocument(documentName2(sourcesKey)), "builds");
  return Array.isArray(builds) ? builds.filter(isKnownBuild) : [];
}
function isKnownBuild(value) {
  const { id, furtherFiles } = asObject(value) ?? {};
  return typeof id === "string" && Array.isArray(furtherFiles) && furtherFiles.every(isFurtherFile);
}
function isFurtherFile(value) {
  const { path, sha256 } = asObject(value) ?? {};
  return typeof path === "string" && typeof sha256 === "string";
}

// src/provision/modules/build-modules.ts
async function buildModules(request, context) {
  const startedAt = performance.now();
  const sources = findModuleSources(request.directories);
  const key = sha256Of(
    [
      "modules 7",
      request.headers.key,
      request.headers.release,
      ...compilerKey(request.compiler),
      await digestOptions(request, context.signal),
      ...request.uses === void 0 ? [] : [`uses ${request.uses.key}`],
      await digestSources(sources, context.signal)
    ].join("\n")
  );
  const known3 = async () => await knownBuild(context, key, sources.root);
  const build = await known3() ?? await context.store.withLock(
    `build-${key}`,
    context.signal,
    async () => await known3() ?? await freshBuild(request, sources, key, context)
  );
  return build.kind === "failed" ? build : { ...build, durationMs: Math.round(performance.now() - startedAt) };
}
async function digestOptions({ directories: directories2, options: options2 }, signal) {
  const { variables, prepare: prepare3, warningsAreErrors } = options2;
  const program = prepare3 === void 0 ? "" : await sha256OfFile(prepare3, signal);
  return JSON.stringify([directories2.map((directory) => variables.get(directory) ?? []), program, warningsAreErrors]);
}
function compilerKey({ key, makeArgs, flags }) {
  return [key, JSON.stringify([makeArgs, flags])];
}
async function knownBuild(context, key, root2) {
  const id = await findBuild(context, key, root2);
  const directory = id === void 0 ? void 0 : context.store.find(assetName(key, id));
  return directory === void 0 ? void 0 : readBuild(directory, true);
}
function assetName(key, id) {
  return { kind: "modules", key: `${key} ${id}` };
}
async function freshBuild(request, sources, key, context) {
  const id = secretToken();
  const purpose = request.uses === void 0 ? "" : ", with coverage";
  const what = `${namesOf(sources.directories)} for ${request.kernel.release}${purpose}`;
  try {
    const { headers } = request;
    const compiler = await provideStarter(request.compiler, headers, context);
    let read = [];
    const make = async (staging) => {
      const tree = join31(staging, "tree");
      stageSources(sources, tree, request.options.prepare !== void 0);
      const kernelDirectory = provideKernelDirectory(headers, compiler, join31(staging, "kernel"));
      const output = await buildAll({ ...request, compiler }, sources, { tree, kernelDirectory }, context.signal);
      read = furtherFilesRead(tree, sources.directories);
      await collect(sources, { tree, staging, output, compiler }, context.signal);
      for (const name of ["tree", "kernel"]) removeTree(join31(staging, name));
    };
    const directory = await withProgress(
      context.progress,
      { what, activity: "building" },
      () => context.store.provide({ ...assetName(key, id), signal: context.signal, make })
    );
    rememberBuild(context, key, { id, furtherFiles: await describeFiles(sources.root, read, context.signal) });
    return readBuild(directory, false);
  } catch (error) {
    if (error instanceof BuildFailed) return error.build;
    throw error;
  }
}
function namesOf(directories2) {
  const names2 = directories2.map((directory) => basename7(directory));
  return (new Set(names2).size === names2.length ? names2 : directories2).join(", ");
}
var descriptionName2 = "build.json";
var logName = "build.log";
var debugDirectory = "debug";
async function collect({ directories: directories2 }, { tree, staging, output, compiler }, signal) {
  const modules = [];
  for (const [index, directory] of directories2.entries()) {
    for (const path of builtIn(tree, directory)) {
      const kept2 = join31(String(index), path);
      copyFileTo(join31(tree, directory, path), join31(staging, debugDirectory, kept2));
      await copyStripped(join31(tree, directory, path), join31(staging, kept2), compiler, signal);
      modules.push(kept2);
    }
    const symbols = join31(tree, directory, "Module.symvers");
    if (kindOfFile(symbols) === "file") copyFileTo(symbols, join31(staging, String(index), "Module.symvers"));
  }
  const digests = await Promise.all(modules.map((path) => sha256OfFile(join31(staging, path))));
  const said = readCompilerMessages(output, "built");
  if (said.warnings > 0) writeFileAt(join31(staging, logName), `${compiler.title}
${output}`);
  writeJsonFile(join31(staging, descriptionName2), {
    modules,
    key: sha256Of(digests.join("\n")),
    said,
    compiler: compiler.title
  });
}
function readBuild(directory, cached) {
  const description = readDescription2(join31(directory, descriptionName2));
  if (description === void 0) {
    throw new ProvisionError(`${directory} is damaged.`, {
      hint: `Remove it to build it again: rm -r ${directory}`
    });
  }
  const { modules, key, said, compiler } = description;
  return {
    kind: "built",
    modules: modules.map((path) => join31(directory, path)),
    debugModules: modules.map((path) => join31(directory, debugDirectory, path)),
    key,
    cached,
    said,
    compiler,
    log: said.warnings > 0 ? join31(directory, logName) : void 0,
    durationMs: 0
  };
}
function readDescription2(path) {
  const { modules, key, said, compiler } = asObject(readJsonFile(path)) ?? {};
  const messages = parseCompilerMessages(said);
  if (!Array.isArray(modules) || !modules.every((one) => typeof one === "string")) return void 0;
  if (typeof key !== "string" || messages === void 0 || typeof compiler !== "string") return void 0;
  return { modules, key, said: messages, compiler };
}

// src/provision/modules/helper-build.ts
async function buildHelper(directory, request, context) {
  const options2 = { variables: /* @__PURE__ */ new Map(), prepare: void 0, warningsAreErrors: false };
  const build = await buildModules({ ...request, directories: [directory], options: options2 }, context);
  if (build.kind === "failed") return { kind: "failed", reason: whyNot(build) };
  const [module] = build.modules;
  return module === void 0 ? { kind: "failed", reason: "it has no module" } : { kind: "built", module, key: build.key };
}
function whyNot(build) {
  return /#error "([^"\n]{1,200})"/.exec(build.output)?.[1] ?? firstErrorOf(build);
}
function firstErrorOf({ said, output }) {
  const first = said.messages.find(({ severity }) => severity === "error");
  return first === void 0 ? (output.trimEnd().split("\n").at(-1) ?? "").slice(0, 300) : compilerWords(first);
}

// src/engine/bus-supplies.ts
var none = /* @__PURE__ */ new Map();
var noTrees = /* @__PURE__ */ new Map();
function asksForBoard(tests, { buses = none, trees = noTrees }) {
  return tests.some((planned) => boardDevice(planned, buses, trees) !== void 0);
}
function laterModules(planned, trees = noTrees) {
  return waits(treePlanOf(planned, trees)) ? [treePower] : [];
}
async function buildBoard(sources, request, context) {
  if (sources === void 0) return { kind: "missing", reason: "its sources are not there" };
  const build = await buildHelper(sources, request, context);
  return build.kind === "built" ? { kind: "ready", path: build.module } : { kind: "missing", reason: build.reason };
}
function busModulesOf(planned, {
  buses = none,
  trees = noTrees,
  board,
  archive: { lacking = [] }
}) {
  const isOnBoard = board?.kind === "ready" && boardDevice(planned, buses, trees) !== void 0;
  const ofKernel = busModules(planned, buses).filter((name) => !lacking.includes(name));
  return isOnBoard ? [...ofKernel, boardHelper] : ofKernel;
}
function missingBus(planned, { buses = none, trees = noTrees, board, archive: { lacking = [] }, kernel: kernel2 }) {
  const noTree = missingTree(planned, trees);
  if (noTree !== void 0) return noTreeWords(noTree, planned, kernel2);
  const power = laterModules(planned, trees).find((name) => lacking.includes(name));
  if (power !== void 0)
    return `${kernel2.spec} (${kernel2.release}) has no regulator-fixed (CONFIG_REGULATOR_FIXED_VOLTAGE), by which the devices of a device tree wait for their registers. Choose another kernel with --kernel or info/kernel.`;
  const onBoard = boardDevice(planned, buses, trees);
  if (onBoard !== void 0 && board?.kind === "missing")
    return `${kernel2.spec} (${kernel2.release}) cannot have the board for the device ${onBoard.id} (${relative2(planned.suite.directory, onBoard.file)}:${onBoard.line}): ${board.reason}. Choose another kernel with --kernel or info/kernel.`;
  for (const { device: device2, bus, modules } of busNeeds(planned, buses)) {
    const missing = modules.filter((name) => lacking.includes(name));
    if (missing.length === 0) continue;
    const line = `${relative2(planned.suite.directory, device2.file)}:${device2.line}`;
    return `${kernel2.spec} (${kernel2.release}) has no ${missing.join(" and no ")}, which the device ${device2.id} (${line}, a model for ${bus}) needs. Choose a kernel that has it with --kernel or info/kernel: the small kernels for clouds leave such drivers out, the ordinary ones have them.`;
  }
  return void 0;
}
function noTreeWords({ reason, device: device2, file: file2, line }, { suite }, { spec, release }) {
  const place = `${relative2(suite.directory, file2)}:${line}`;
  const [what, also] = device2 === void 0 ? [`the source in ${place}`, ""] : [`the device ${device2} (${place})`, ", or give its model platform.driver or platform.acpi"];
  return `${spec} (${release}) takes no nodes of ours in a device tree, but ${what} needs one: ${reason}. Choose a kernel for arm64, such as debian:6.12:arm64, with --kernel or info/kernel${also}.`;
}

// src/engine/cell-machine.ts
import { dirname as dirname5 } from "node:path";

// src/machine/machine-spec.ts
var channelNames = [
  "monitor",
  "console",
  "control",
  "files",
  "log.suite-setup",
  "log.setup",
  "log.run",
  "log.teardown",
  "log.suite-teardown",
  "hw"
];

// src/machine/memory-size.ts
var defaultBytes = 128 * 1024 * 1024;
var granuleBytes = 8192;
function parseMemory(text3) {
  if (text3 === void 0) return { bytes: defaultBytes, isSizeOnly: true };
  const parts = text3.split(",");
  const size2 = parts.find((part, index) => part.startsWith("size=") || index === 0 && !part.includes("="));
  return { bytes: bytesOf2(size2?.replace("size=", "")), isSizeOnly: parts.length === 1 };
}
function memoryBytes(text3) {
  const { bytes, isSizeOnly } = parseMemory(text3);
  return isSizeOnly ? bytes : void 0;
}
function memoryMiB(places2) {
  return (parseMemory(mergeUserArguments(places2).memory).bytes ?? defaultBytes) / 1024 ** 2;
}
function bytesOf2(size2) {
  const match = /^(\d+(?:\.\d+)?)([bkmgt]?)$/i.exec(size2 ?? "");
  if (match?.[1] === void 0) return void 0;
  const unit = (match[2] ?? "").toLowerCase();
  const exponent = "bkmgt".indexOf(unit === "" ? "m" : unit);
  return Math.ceil(Number(match[1]) * 1024 ** exponent / granuleBytes) * granuleBytes;
}
function templateObstacle(places2) {
  const { memory: memory2, machine, others } = mergeUserArguments(places2);
  if (memoryBytes(memory2) === void 0) return `its memory option is more than a size: -m ${memory2 ?? ""}`;
  const ownMemory = others.find((argument) => argument === "-numa" || argument.startsWith("memory-backend-"));
  if (ownMemory !== void 0 || machine?.includes("memory-backend=") === true) return "it has its own memory backend";
  return void 0;
}

// src/machine/qemu-arguments.ts
function qemuArguments(spec) {
  const user = mergeUserArguments(spec.userArgs);
  return [
    ...containment(spec),
    ...shape(spec, user),
    ...kernel(spec, user),
    ...channels(),
    ...panicDevice(spec, user),
    ...folder(spec),
    ...moduleTree(spec),
    ...disk(spec),
    ...user.others,
    ...origin(spec, user),
    ...slots(spec, user),
    ...spec.ownDevices?.args ?? [],
    ...spec.origin?.kind === "clone" ? ["-incoming", "defer"] : []
  ];
}
var heapStepBytes = 16 * 1024 ** 2;
function qemuEnvironment(own) {
  return { GLIBC_TUNABLES: `glibc.malloc.hugetlb=1:glibc.malloc.top_pad=${heapStepBytes}`, ...own };
}
function containment({ origin: origin2 }) {
  const isCopied = origin2?.kind === "clone" && origin2.isCopied === true;
  return [
    "-nodefaults",
    "-no-user-config",
    "-no-reboot",
    // After a panic report, the kernel runs on until it resets, so that all of its output arrives.
    "-action",
    "panic=none",
    "-display",
    "none",
    "-sandbox",
    `on,obsolete=deny,elevateprivileges=deny,${isCopied ? "" : "spawn=deny,"}resourcecontrol=deny`,
    // A sound card cannot be plugged in without a place for its sound, and none can be added later.
    "-audiodev",
    "none,id=qdt.audio"
  ];
}
function shape(spec, user) {
  return [
    "-accel",
    spec.accelerator,
    "-machine",
    `${machineType(spec, user)}${spec.origin === void 0 ? "" : ",memory-backend=qdt.ram"}`,
    "-cpu",
    user.cpu ?? spec.arch.guest.cpu[spec.accelerator],
    ...user.memory === void 0 ? [] : ["-m", user.memory],
    ...user.smp === void 0 ? [] : ["-smp", user.smp]
  ];
}
function kernel(spec, user) {
  if (spec.origin?.kind === "clone") return [];
  const parameters = [`console=${spec.arch.guest.console}`, ...spec.kernelParameters, ...user.kernelParameters];
  const tree = spec.deviceTree === void 0 ? [] : ["-dtb", spec.deviceTree];
  return ["-kernel", spec.bootImage, "-initrd", spec.initramfs, "-append", parameters.join(" "), ...tree];
}
function channels() {
  const ports2 = channelNames.filter((name) => name !== "monitor" && name !== "console");
  return [
    ...channelNames.flatMap((name) => ["-chardev", `socket,id=${chardevId(name)},fd=${channelDescriptor(name)}`]),
    "-qmp",
    "chardev:qdt.monitor",
    "-serial",
    "chardev:qdt.console",
    "-device",
    `virtio-serial-pci,id=qdt.serial,max_ports=${ports2.length + 1}`,
    ...ports2.flatMap((name, index) => [
      "-device",
      `virtserialport,id=${portId(name)},bus=qdt.serial.0,nr=${index + 1},chardev=qdt.${name},name=qdt.${name}`
    ])
  ];
}
function portId(name) {
  return `qdt.port.${name}`;
}
function chardevId(name) {
  return `qdt.${name}`;
}
function channelDescriptor(name) {
  return 3 + (name === "state" ? channelNames.length : channelNames.indexOf(name));
}
function origin(spec, user) {
  if (spec.origin === void 0) return [];
  const { kind: kind2, ramPath } = spec.origin;
  const size2 = memoryBytes(user.memory);
  if (size2 === void 0) throw new Error(`Internal error: a machine with -m ${user.memory ?? ""} was made a ${kind2}`);
  const ram = `memory-backend-file,id=qdt.ram,size=${size2},mem-path=${escapeCommas(ramPath)},${access(spec.origin)}`;
  return ["-object", ram];
}
function access(origin2) {
  if (origin2.kind === "template") return "share=on";
  return origin2.isFileKept ? "share=off,readonly=on,rom=off" : "share=off";
}
function panicDevice(spec, user) {
  const { driver, fits, present } = spec.arch.guest.panicDevice;
  const hasPlace = fits.test(machineType(spec, user));
  return hasPlace && !user.others.some((argument) => present.test(argument)) ? ["-device", driver] : [];
}
var spareSlots = 2;
function slots(spec, user) {
  if (!hasSlots(spec, user)) return [];
  const taken = spec.origin?.slots ?? spec.ownDevices?.slots ?? 0;
  return Array.from({ length: taken + spareSlots }, (_, index) => slot(index)).flat();
}
var firstChassis = 200;
function slot(index) {
  return ["-device", `pcie-root-port,id=${slotId(index)},bus=pcie.0,chassis=${firstChassis + index}`];
}
function slotId(index) {
  return `qdt.slot${index}`;
}
function slotNumber(id) {
  const digits = /^qdt\.slot(\d+)$/.exec(id)?.[1];
  return digits === void 0 ? void 0 : Number(digits);
}
function hasSlots({ arch }, user) {
  return arch.guest.slotted.test(user.machine ?? arch.guest.machineType.tcg);
}
function machineType({ arch, accelerator }, user) {
  return user.machine ?? arch.guest.machineType[accelerator];
}
function folder({ sharedFolder: sharedFolder2 }) {
  if (sharedFolder2 === void 0) return [];
  return [
    "-fsdev",
    `local,id=qdt.folder,path=${escapeCommas(sharedFolder2)},security_model=mapped-file`,
    "-device",
    "virtio-9p-pci,fsdev=qdt.folder,mount_tag=qdt"
  ];
}
function moduleTree({ moduleTree: path }) {
  if (path === void 0) return [];
  return [
    "-fsdev",
    `local,id=qdt.modules,path=${escapeCommas(path)},security_model=none,readonly=on`,
    "-device",
    "virtio-9p-pci,fsdev=qdt.modules,mount_tag=qdt.modules"
  ];
}
function disk(spec) {
  if (spec.diskImage === void 0) return [];
  return [
    "-drive",
    `if=none,id=qdt.disk,${diskFile(spec.diskImage, spec.origin)}`,
    "-device",
    "virtio-blk-pci,drive=qdt.disk"
  ];
}
function diskFile({ path, format, isKept }, origin2) {
  if (isKept === true) return `cache=unsafe,discard=unmap,format=${format},file=${escapeCommas(path)}`;
  if (origin2?.diskPath === void 0) return `snapshot=on,format=${format},file=${escapeCommas(path)}`;
  const file2 = `format=qcow2,file=${escapeCommas(origin2.diskPath)}`;
  return origin2.kind === "template" ? `cache=unsafe,${file2}` : `snapshot=on,${file2}`;
}
function escapeCommas(value) {
  return value.replaceAll(",", ",,");
}

// src/plan/ledger.ts
var ledgerHelper = "qdt_ledger";
function wantsLedger({ moduleDirectories, leaks }) {
  return leaks?.isOff !== true && (moduleDirectories.length > 0 || (leaks?.watched.length ?? 0) > 0);
}

// src/plan/call-helper.ts
var callHelper = "qdt_calls";
function asksForCalls({ failable }, { faults }) {
  return failable !== void 0 || faults.some(({ text: text3 }) => /^call-fail(\s|$)/.test(text3));
}
function loadedModules(suite, test, forBuses) {
  return [
    .../* @__PURE__ */ new Set([...suite.kernelModules, ...forBuses]),
    ...wantsLedger(suite) ? [ledgerHelper] : [],
    ...asksForCalls(suite, test) ? [callHelper] : []
  ];
}

// src/run/agent/stall-settings.ts
function bootSettings(kernelParameters2) {
  return stallSettings(defaultTimeoutMs, kernelParameters2);
}
function settingsAfterBoot(timeoutMs2, kernelParameters2) {
  const has = new Map(bootSettings(kernelParameters2).map(({ path, value }) => [path, value]));
  return stallSettings(timeoutMs2, kernelParameters2).filter(({ path, value }) => has.get(path) !== value);
}
function tuneParameter(kernelParameters2) {
  const settings = bootSettings(kernelParameters2).map(({ path, value }) => `${path}=${value}`);
  return settings.length === 0 ? [] : [`qdt.tune=${settings.join(",")}`];
}
function stallSettings(timeoutMs2, kernelParameters2) {
  const timeout = timeoutMs2 / 1e3;
  const watchdog = between(4, Math.round(timeout / 8), 10);
  const hungTask = between(10, Math.round(timeout / 2), 120);
  const settings = [
    // The kernel reports a soft lockup at twice the threshold, or a little later.
    {
      path: "/proc/sys/kernel/watchdog_thresh",
      value: watchdog,
      owners: ["watchdog_thresh", "nowatchdog", "nosoftlockup", "sysctl.kernel.watchdog_thresh"]
    },
    {
      path: "/sys/module/rcupdate/parameters/rcu_cpu_stall_timeout",
      value: 3 * watchdog,
      owners: ["rcupdate.rcu_cpu_stall_timeout"]
    },
    {
      path: "/proc/sys/kernel/hung_task_timeout_secs",
      value: hungTask,
      owners: ["sysctl.kernel.hung_task_timeout_secs"]
    },
    // The interval of the checks: a task is reported at most two checks after its time.
    {
      path: "/proc/sys/kernel/hung_task_check_interval_secs",
      value: Math.ceil(hungTask / 10),
      owners: ["sysctl.kernel.hung_task_check_interval_secs", "sysctl.kernel.hung_task_timeout_secs"]
    }
  ];
  const own = new Set(kernelParameters2.flatMap((text3) => text3.split(/\s+/)).map(parameterName));
  return settings.filter(({ owners }) => !owners.some((owner) => own.has(owner))).map(({ path, value }) => ({ path, value }));
}
function between(least, value, most) {
  return Math.min(Math.max(value, least), most);
}
function parameterName(parameter) {
  return parameter.split("=", 1)[0]?.replaceAll("-", "_").replaceAll("/", ".") ?? "";
}

// src/engine/image-parameters.ts
function imageParameters(init, asked) {
  if (init === void 0) return [];
  const cloud = asked.some((parameter) => parameter.startsWith("cloud-init=")) ? [] : ["cloud-init=disabled"];
  return ["qdt.init=image", ...readyParameter(init.ready), "systemd.getty_auto=0", ...cloud];
}
function readyParameter(ready) {
  switch (ready.kind) {
    case "default":
      return [];
    case "unit":
      return [`qdt.ready=${coded(`unit ${ready.name}`)}`];
    case "command":
      return [`qdt.ready=${coded(`command ${ready.text}`)}`];
  }
}
function coded(text3) {
  return text3.replaceAll(/[^A-Za-z0-9_.:/@-]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).padStart(2, "0");
    return `%${code}`;
  });
}

// src/engine/kernel-hot-plug.ts
function hearsOfDevices({ arch, config }) {
  const symbol = architectureOf(arch).guest.plugConfig;
  const text3 = config === void 0 ? void 0 : readTextIfThere(config);
  if (symbol === void 0 || text3 === void 0) return true;
  return valueIn(parseConfig(text3), symbol) === "y";
}
var slotsParameter = "qdt.slots=on";

// src/engine/machine-base.ts
var kernelParameters = [
  "ignore_loglevel",
  "printk.time=1",
  "panic=-1",
  "panic_print=0x40",
  "crash_kexec_post_notifiers",
  "sysrq_always_enabled",
  "rcupdate.rcu_cpu_stall_timeout=30",
  "cryptomgr.notests"
];
function machineBase({ kernel: kernel2, announces, archive }, accelerator) {
  const arch = architectureOf(kernel2.arch);
  return {
    arch,
    accelerator,
    bootImage: kernel2.bootImage,
    initramfs: archive.path,
    kernelParameters: parametersOf(arch, announces),
    ...announces === void 0 ? {} : { announces },
    moduleTree: archive.hasVirtFs ? kernel2.modulesDirectory : void 0
  };
}
function parametersOf({ guest }, announces = true) {
  return [...kernelParameters, ...guest.kernelParameters, ...announces ? [] : [slotsParameter]];
}

// src/engine/tree-paths.ts
function treePathFor({ tree, ...user }, accelerator, { treePaths }) {
  if (tree === void 0) return void 0;
  const path = treePaths?.get(treeKey({ ...user, tree }, accelerator));
  if (path === void 0) throw new Error("Internal error: a device tree was planned, but not provided");
  return path;
}
function treeKey({ cell, userArgs, tree }, accelerator) {
  return JSON.stringify([cell.arch, cell.qemu.text, treedMachine({ cell, userArgs, tree }, accelerator), tree]);
}
function treedMachine({ cell, userArgs }, accelerator) {
  const arch = architectureOf(cell.arch);
  const user = mergeUserArguments(userArgs);
  return {
    accelerator,
    type: machineType({ arch, accelerator }, user),
    cpu: user.cpu ?? arch.guest.cpu[accelerator],
    memory: user.memory,
    smp: user.smp
  };
}

// src/engine/ledger-supplies.ts
function asksForLedger(tests) {
  return tests.some(({ suite }) => wantsLedger(suite));
}
async function buildLedger(sources, request, context) {
  if (sources === void 0) return { kind: "missing", reason: "nobody asked for it" };
  const { noLedger } = architectureOf(request.kernel.arch).guest;
  if (noLedger !== void 0) return withoutLedger(request.kernel.spec, noLedger, context);
  const build = await buildHelper(sources, request, context);
  if (build.kind === "built") return { kind: "ready", path: build.module };
  return withoutLedger(request.kernel.spec, build.reason, context);
}
function withoutLedger(kernel2, reason, { progress }) {
  progress({ kind: "warning", message: `${kernel2}: nobody sees what a driver leaves behind: ${reason}` });
  return { kind: "missing", reason };
}
function ledgerOf({ suite }, { ledger, builds }) {
  if (ledger?.kind !== "ready" || !wantsLedger(suite)) return {};
  const build = builds.get(suite);
  const built = build?.kind === "built" ? build.modules.map((path) => moduleName(path)) : [];
  return { ledger: [.../* @__PURE__ */ new Set([...built, ...suite.leaks?.watched ?? []])] };
}
function presentModules(modules, { ledger }) {
  return ledger?.kind === "ready" ? modules : modules.filter((name) => name !== ledgerHelper);
}

// src/engine/cell-machine.ts
function cellMachine(cell, supplies, accelerator) {
  return {
    ...machineBase(supplies, accelerator),
    userArgs: [cell.machine.args],
    sharedFolder: void 0,
    diskImage: void 0
  };
}
function templateMachine({ cell, args, diskImage, imageInit, kernelModules: loaded, tree }, supplies, accelerator) {
  const userArgs = [cell.machine.args, args];
  return {
    ...machineBase(supplies, accelerator),
    kernelParameters: [
      ...parametersFor(supplies, userArgs, presentModules(loaded, supplies)),
      ...imageParameters(imageInit, mergeUserArguments(userArgs).kernelParameters),
      ...treeParameters(tree)
    ],
    ...withTree({ cell, userArgs, tree }, supplies, accelerator),
    userArgs,
    sharedFolder: emptyFolder(supplies),
    diskImage: diskOf({ diskImage, imageInit }, supplies)
  };
}
function cloneMachine({ cell, args, diskImage, imageInit, tree }, supplies, accelerator) {
  const userArgs = [cell.machine.args, args];
  return {
    ...machineBase(supplies, accelerator),
    ...withTree({ cell, userArgs, tree }, supplies, accelerator),
    userArgs,
    diskImage: diskOf({ diskImage, imageInit }, supplies)
  };
}
function withTree(user, supplies, accelerator) {
  const deviceTree = treePathFor(user, accelerator, supplies);
  return deviceTree === void 0 ? {} : { deviceTree };
}
function treeParameters(tree) {
  return waits(tree) ? ["deferred_probe_timeout=86400", `modprobe.blacklist=${treePower}`] : [];
}
function cloneStart({ template: plan, devices }, template) {
  const { machine } = mergeUserArguments([plan.cell.machine.args, plan.args]);
  const usableSlots = plan.slots + spareSlots;
  const arch = architectureOf(plan.cell.arch);
  return { template, devices, hasSlots: hasSlots({ arch }, { machine }), usableSlots };
}
function emptyFolder({ archive }) {
  return archive.hasVirtFs ? dirname5(archive.path) : void 0;
}
function testMachine(planned, supplies, accelerator) {
  const { cell, suite, test, imageInit } = planned;
  const userArgs = [cell.machine.args, suite.qemuArgs, test.qemuArgs];
  const tree = treePlanOf(planned, supplies.trees ?? /* @__PURE__ */ new Map());
  const modules = modulesAtBoot(loadedModules(suite, test, busModulesOf(planned, supplies)), tree);
  return {
    ...machineBase(supplies, accelerator),
    kernelParameters: [
      ...parametersFor(supplies, userArgs, presentModules(modules, supplies)),
      ...imageParameters(imageInit, mergeUserArguments(userArgs).kernelParameters),
      ...treeParameters(tree)
    ],
    ...withTree({ cell, userArgs, tree }, supplies, accelerator),
    userArgs,
    diskImage: diskOf(planned, supplies)
  };
}
function parametersFor({ kernel: kernel2, announces }, userArgs, modules) {
  return [
    ...parametersOf(architectureOf(kernel2.arch), announces),
    ...tuneParameter(mergeUserArguments(userArgs).kernelParameters),
    ...modules.length === 0 ? [] : [`qdt.modules=${modules.join(",")}`]
  ];
}
function diskOf({ diskImage, imageInit }, { disks }) {
  if (diskImage === void 0) return void 0;
  const path = diskImage.kind === "path" ? diskImage.path : disks?.get(diskImage.text);
  if (path === void 0) throw new Error(`Internal error: ${diskImage.text} was planned, but not provided`);
  return { path, format: diskFormat(path), ...imageInit === void 0 ? {} : { startsItself: true } };
}

// src/provision/disk/container-disk.ts
import { join as join34 } from "node:path";

// src/provision/fetch/container-image.ts
import { join as join32 } from "node:path";

// src/provision/fetch/registry-manifest.ts
async function layersOf(registry, digest, choice) {
  const { text: text3 } = choice;
  const top = manifestIn(await registry.manifest(digest), text3);
  if (top.kind === "image") {
    const platform = choice.isRun && top.config !== void 0 ? platformIn(await registry.config(top.config)) : unknown;
    if (platform !== unknown && platform !== platformFor(choice)) throw noImage2(choice, [platform]);
    return top.layers;
  }
  const ours = top.images.find(({ platform }) => platform === platformFor(choice));
  if (ours === void 0) throw noImage2(choice, [...new Set(top.images.map(({ platform }) => platform))]);
  if (ours.digest === void 0)
    throw new ProvisionError(`${text3}: expected an image, found a digest that is not SHA-256.`);
  const image = manifestIn(await registry.manifest(ours.digest), text3);
  if (image.kind === "image") return image.layers;
  throw new ProvisionError(`${text3}: expected an image in its index, found another index.`);
}
function platformFor({ arch }) {
  return `linux/${arch.debian}`;
}
function noImage2(choice, platforms) {
  const found = platforms.join(", ") || "none at all";
  return new ProvisionError(`${choice.text}: expected an image for ${platformFor(choice)}, found ${found}.`);
}
function manifestIn(reply, text3) {
  const manifest = parseManifest(reply.text);
  if (manifest.kind !== "problem") return manifest;
  throw new ProvisionError(`${text3}: expected an image, found ${manifest.reason}.`);
}
function parseManifest(text3) {
  const parsed = parseJson(text3, bounds.json);
  const manifest = parsed.kind === "value" ? asObject(parsed.value) : void 0;
  if (manifest === void 0) return { kind: "problem", reason: "something that is not a manifest" };
  if (manifest["schemaVersion"] === 1)
    return { kind: "problem", reason: "a manifest of version 1, which registries gave up in 2017" };
  const { manifests, layers, config } = manifest;
  if (Array.isArray(manifests)) return parseIndex(manifests);
  if (!Array.isArray(layers)) return { kind: "problem", reason: "a manifest without layers" };
  return parseLayers(layers, fieldOf(config, "digest"));
}
function parseIndex(manifests) {
  if (manifests.length > bounds.registry.listed) return { kind: "problem", reason: "an index of too many images" };
  const images = manifests.map((image) => {
    const digest = fieldOf(image, "digest");
    return { digest: isDigest2(digest) ? digest : void 0, platform: platformOf(fieldOf(image, "platform")) };
  });
  return { kind: "index", images };
}
var unknown = "unknown";
function platformOf(named) {
  const [system, architecture] = [fieldOf(named, "os"), fieldOf(named, "architecture")];
  const isNamed = typeof system === "string" && typeof architecture === "string" && system !== "" && architecture !== "";
  return isNamed ? `${system}/${architecture}` : unknown;
}
function platformIn(config) {
  const parsed = parseJson(config, bounds.json);
  return parsed.kind === "value" ? platformOf(parsed.value) : unknown;
}
function parseLayers(layers, config) {
  if (layers.length > bounds.registry.layers)
    return { kind: "problem", reason: `an image of ${layers.length} layers, more than ${bounds.registry.layers}` };
  const blobs = layers.flatMap((layer) => {
    const [digest, bytes2] = [fieldOf(layer, "digest"), fieldOf(layer, "size")];
    const isSize = typeof bytes2 === "number" && Number.isSafeInteger(bytes2) && bytes2 >= 0;
    return isDigest2(digest) && isSize ? [{ digest, bytes: bytes2 }] : [];
  });
  if (blobs.length < layers.length) return { kind: "problem", reason: "a layer without a size and a SHA-256 digest" };
  const bytes = blobs.reduce((sum, blob) => sum + blob.bytes, 0);
  return bytes > bounds.fetchedKernel.packedBytes ? { kind: "problem", reason: `an image of ${Math.ceil(bytes / 1024 ** 3)} GiB, which is too large` } : { kind: "image", layers: blobs, ...isDigest2(config) ? { config } : {} };
}
function isDigest2(digest) {
  return typeof digest === "string" && /^sha256:[0-9a-f]{64}$/.test(digest);
}

// src/provision/fetch/container-image.ts
var downloadsAtATime = 3;
async function digestOf(wanted, use) {
  const { text: text3, image, registry, context, arch } = wanted;
  if (image.digest !== void 0) return image.digest;
  const { digest } = await resolveRef(context, {
    name: containerRefName(image, arch),
    title: text3,
    parse: readTaggedDigest,
    isThere: (value) => context.store.find(use.assetOf(value.digest)) !== void 0,
    resolve: () => withProgress(context.progress, { what: text3, activity: "resolving" }, async () => {
      const { digest: found } = await registry.manifest(image.tag ?? "latest");
      return { digest: found };
    }),
    bring: async (value) => {
      await use.bring(value.digest);
    }
  });
  return digest;
}
async function fetchLayers(wanted, digest, downloads) {
  const { text: text3, registry, context } = wanted;
  const layers = await layersOf(registry, digest, wanted);
  const neededBytes = layers.reduce((sum, { bytes }) => sum + bytes, 0);
  requireRoom(neededBytes, { root: context.store.root, during: `fetching ${text3}`, neededBytes });
  makeDirectory(downloads);
  const paths = layers.map((_, index) => join32(downloads, String(index)));
  await withProgress(
    context.progress,
    { what: text3, activity: "fetching" },
    () => sideBySide(
      context.signal,
      layers.map((layer, index) => (signal) => registry.blob(layer, paths[index] ?? "", signal)),
      downloadsAtATime
    )
  );
  return paths;
}

// src/provision/fetch/docker-credentials.ts
import { join as join33 } from "node:path";
var maxConfigBytes = 1024 * 1024;
function readCredentials(registry) {
  const directory = environmentVariable("DOCKER_CONFIG") ?? join33(homeDirectory(), ".docker");
  const path = join33(directory, "config.json");
  return credentialsIn(readTextFile(path, maxConfigBytes), path, registry);
}
function credentialsIn(text3, path, registry) {
  const parsed = parseJson(text3, bounds.json);
  if (text3 !== "" && parsed.kind === "problem")
    return { basic: void 0, advice: `${path} is not used: ${parsed.reason}` };
  const config = parsed.kind === "value" ? asObject(parsed.value) : void 0;
  const auths = asObject(config?.["auths"]) ?? {};
  const auth = namesOf2(registry).map((name) => fieldOf(auths[name], "auth")).find((value) => typeof value === "string" && value !== "");
  if (typeof auth === "string" && isPair(auth))
    return { basic: `Basic ${auth}`, advice: `The credentials for ${registry} in ${path} were used: check them` };
  const helper = fieldOf(config?.["credHelpers"], registry) ?? config?.["credsStore"];
  if (typeof helper === "string")
    return {
      basic: void 0,
      advice: `${path} names the credential helper ${helper}. Helpers are not supported: put the credentials into "auths" there, as docker login does without a helper`
    };
  return { basic: void 0, advice: `For a private image: docker login ${registry}` };
}
function namesOf2(registry) {
  const hub = ["https://index.docker.io/v1/", "index.docker.io", "docker.io"];
  return registry === "docker.io" ? hub : [registry, `https://${registry}`, `https://${registry}/v2/`];
}
function isPair(auth) {
  return /^[A-Za-z0-9+/]+=*$/.test(auth) && Buffer.from(auth, "base64").includes(":");
}

// src/provision/fetch/registry-login.ts
var leastLifetimeMs = 6e4;
var marginMs = 1e4;
var RegistryLogin = class {
  #scope;
  #credentials;
  #signal;
  #challenge;
  #authorization;
  #endsAtMs = Infinity;
  constructor(scope, credentials, signal) {
    this.#scope = scope;
    this.#credentials = credentials;
    this.#signal = signal;
  }
  /** The headers of the next request. */
  async headers() {
    if (this.#challenge !== void 0 && performance.now() > this.#endsAtMs - marginMs)
      await this.#logIn(this.#challenge);
    return this.#authorization === void 0 ? {} : { authorization: this.#authorization };
  }
  /** Does what a registry wants. @throws ProvisionError when that is impossible */
  async answer(header2) {
    const challenge = header2 === void 0 ? void 0 : parseChallenge(header2);
    if (challenge === void 0) return;
    this.#challenge = challenge;
    await this.#logIn(challenge);
  }
  async #logIn(challenge) {
    switch (challenge.scheme) {
      case "bearer":
        await this.#fetchToken(challenge);
        return;
      case "basic":
        this.#authorization = this.#credentials.basic;
        return;
      default:
        throw new ProvisionError(
          `${this.#scope.name} wants a login of the kind ${challenge.scheme}, which is not known.`
        );
    }
  }
  async #fetchToken({ parameters }) {
    const url = this.#tokenAddress(parameters);
    const { basic } = this.#credentials;
    const headers = basic === void 0 ? {} : { authorization: basic };
    const answer = await download({ url: url.href, headers, signal: this.#signal });
    if (answer.kind === "unreachable") throw this.#noToken(url, answer.reason);
    const body = await readUpTo(answer.body, bounds.registry.tokenBytes).catch((error) => {
      if (error instanceof BodyBroken) throw this.#noToken(url, error.message);
      throw error;
    });
    if (answer.status !== 200) throw this.#noToken(url, `it answers ${answer.status}`);
    const parsed = parseJson((body ?? "").toString(), bounds.json);
    const reply = parsed.kind === "value" ? parsed.value : void 0;
    const token = fieldOf(reply, "token") ?? fieldOf(reply, "access_token");
    if (typeof token !== "string" || !/^[\x21-\x7e]+$/.test(token)) throw this.#noToken(url, "its answer has no token");
    const seconds = fieldOf(reply, "expires_in");
    const lifetimeMs = typeof seconds === "number" ? seconds * 1e3 : leastLifetimeMs;
    this.#authorization = `Bearer ${token}`;
    this.#endsAtMs = performance.now() + Math.max(lifetimeMs, leastLifetimeMs);
  }
  #tokenAddress(parameters) {
    const realm = parameters.get("realm") ?? "";
    const url = URL.canParse(realm) ? new URL(realm) : void 0;
    if (url === void 0 || !(url.protocol === "https:" || url.protocol === "http:" && this.#scope.isPlain))
      throw new ProvisionError(
        `${this.#scope.name}: expected an https address where it gives tokens, found ${JSON.stringify(realm)}.`
      );
    const service = parameters.get("service");
    if (service !== void 0) url.searchParams.set("service", service);
    url.searchParams.set("scope", `repository:${this.#scope.repository}:pull`);
    return url;
  }
  #noToken({ host }, reason) {
    return new ProvisionError(
      `${this.#scope.name}/${this.#scope.repository}: ${host} gave no token to read it: ${reason}.`,
      { hint: this.#credentials.advice }
    );
  }
};
function parseChallenge(header2) {
  const [, scheme, rest = ""] = /^\s*([A-Za-z]+)(?:\s+(.*))?$/s.exec(header2.slice(0, 8192)) ?? [];
  if (scheme === void 0) return void 0;
  const parameters = /* @__PURE__ */ new Map();
  for (const [, name = "", quoted, plain2] of rest.matchAll(/([A-Za-z_]+)=(?:"([^"]*)"|([^\s,"]+))/g)) {
    parameters.set(name.toLowerCase(), quoted ?? plain2 ?? "");
  }
  return { scheme: scheme.toLowerCase(), parameters };
}

// src/provision/fetch/registry.ts
var manifestTypes = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.docker.distribution.manifest.v2+json"
].join(", ");
var attempts2 = 3;
function imageName({ registry, repository, tag }) {
  return `${registry}/${repository}${tag === void 0 ? "" : `:${tag}`}`;
}
var Registry = class {
  #image;
  #context;
  #base;
  #login;
  #credentials;
  constructor(image, context) {
    this.#image = image;
    this.#context = context;
    this.#base = `${schemeOf(image.registry)}://${hostOf(image.registry)}/v2/${image.repository}`;
    this.#credentials = readCredentials(image.registry);
    this.#login = new RegistryLogin(
      { name: image.registry, repository: image.repository, isPlain: this.#base.startsWith("http:") },
      this.#credentials,
      context.signal
    );
  }
  /** The manifest of a tag or digest. @throws ProvisionError when there is none, or it has another digest */
  async manifest(reference) {
    return await this.#document("manifest", reference);
  }
  /** What describes an image, by its digest. @throws ProvisionError when it is not there, or has another digest */
  async config(digest) {
    return (await this.#document("blob", digest)).text;
  }
  async #document(kind2, reference) {
    const name = imageName(this.#image);
    const text3 = await this.#readText(`${this.#base}/${kind2}s/${reference}`, name);
    const digest = `sha256:${sha256Of(text3)}`;
    if (reference.startsWith("sha256:") && reference !== digest)
      throw new ProvisionError(`${name}: expected a ${kind2} with the digest ${reference}, found ${digest}.`, {
        hint: "The registry, or something on the way to it, changes what it delivers"
      });
    return { digest, text: text3.toString("utf8") };
  }
  /** Fetches a blob into a new file. @throws ProvisionError when that is impossible, or it has another digest */
  async blob({ digest, bytes }, path, signal) {
    const headers = await this.#login.headers();
    const title = `${imageName(this.#image)}: layer ${digest.slice(0, "sha256:".length + 12)}`;
    const url = `${this.#base}/blobs/${digest}`;
    const found = await fetchFile({ title, url, path, headers, maxBytes: bytes }, { ...this.#context, signal });
    if (`sha256:${found.sha256}` === digest) return;
    throw new ProvisionError(`${title}: expected the digest ${digest}, found sha256:${found.sha256}.`, {
      hint: "The registry, or something on the way to it, changes what it delivers"
    });
  }
  async #readText(url, name) {
    let isLoggedIn = false;
    for (let attempt2 = 1; ; attempt2++) {
      const headers = { ...await this.#login.headers(), accept: manifestTypes };
      const answer = await download({ url, headers, signal: this.#context.signal });
      if (answer.kind === "answer" && answer.status === 401 && !isLoggedIn) {
        isLoggedIn = true;
        await readUpTo(answer.body, bounds.registry.errorBytes);
        await this.#login.answer(answer.header("www-authenticate"));
        continue;
      }
      const outcome = await manifestOf(answer);
      if (outcome.kind === "read") return outcome.bytes;
      if (attempt2 >= attempts2 || !outcome.mayPass) throw this.#failed(name, outcome);
    }
  }
  #failed(name, { reason, status }) {
    const isRefused = status === 401 || status === 403 || status === 429;
    const hint = status === void 0 ? networkHint() : isRefused ? this.#credentials.advice : status === 404 ? "Check the name and the tag" : "Try again later";
    return new ProvisionError(`${name} could not be read: ${reason}.`, { hint });
  }
};
async function manifestOf(answer) {
  if (answer.kind === "unreachable") return { kind: "failed", reason: answer.reason, status: void 0, mayPass: true };
  try {
    const isGood = answer.status === 200;
    const bytes = await readUpTo(answer.body, isGood ? bounds.registry.manifestBytes : bounds.registry.errorBytes);
    if (isGood && bytes !== void 0) return { kind: "read", bytes };
    const reason = isGood ? "its manifest is too large" : `the registry answers ${answer.status}${meaningOf(answer.status)}`;
    return { kind: "failed", reason, status: answer.status, mayPass: answer.status >= 500 };
  } catch (error) {
    if (!(error instanceof BodyBroken)) throw error;
    return { kind: "failed", reason: error.message, status: void 0, mayPass: true };
  }
}
function meaningOf(status) {
  switch (status) {
    case 401:
    case 403:
      return " (access denied, or no such image)";
    case 404:
      return " (no such image)";
    case 429:
      return " (too many requests)";
    default:
      return "";
  }
}
function hostOf(registry) {
  return registry === "docker.io" || registry === "index.docker.io" ? "registry-1.docker.io" : registry;
}
function schemeOf(registry) {
  const { hostname } = new URL(`http://${registry}`);
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname) ? "http" : "https";
}

// src/provision/disk/made-image.ts
var imageName2 = "disk";
function uuidOf(key) {
  const hex3 = sha256Of(key);
  return [hex3.slice(0, 8), hex3.slice(8, 12), `4${hex3.slice(13, 16)}`, `a${hex3.slice(17, 20)}`, hex3.slice(20, 32)].join(
    "-"
  );
}

// raw-text:src/provision/disk/unpack-layers.sh
var unpack_layers_default = '# BUSYBOX OWNERS LAYER\u2026: unpacks the layers of a container image, each an unpacked tar. OWNERS is -o where only root\n# could give files away. It follows begin-root.sh.\n\nbusybox=$1 owners=$2\nshift 2\n# No layer can know this name, which busybox knows itself by, and which depends on the digest of all of them.\ntool=/busybox-$uuid\ncp "$busybox" "$root$tool"\nchmod 755 "$root$tool"\n\n# In the new root, which no link of a layer leads out of.\ninside() {\n	chroot "$root" "$tool" "$@"\n}\n\n# What a layer says of a directory that it makes anew is no error where there was none.\nempty() {\n	inside find "$1" -mindepth 1 -maxdepth 1 ! -name "${tool#/}" -exec "$tool" rm -rf {} + 2>/dev/null || :\n}\n\n# What a layer takes away from those below it: `.wh.NAME` a file, `.wh..wh..opq` all that its directory had.\napply_whiteouts() {\n	inside tar -t -f - <"$1" | while IFS= read -r path; do\n		name=${path##*/}\n		case $name in\n		.wh..wh..opq) empty "./${path%"$name"}" ;;\n		.wh.*) inside rm -rf "./${path%"$name"}${name#.wh.}" ;;\n		esac\n	done\n}\n\nfor layer in "$@"; do\n	apply_whiteouts "$layer"\n	inside tar -x $owners -f - <"$layer"\ndone\ninside find . -xdev -name \'.wh.*\' -exec "$tool" rm -f {} +\nrm -f "$root$tool"\nfor directory in dev etc proc sys run tmp; do\n	[ -d "$root/$directory" ] || [ -L "$root/$directory" ] || mkdir "$root/$directory"\ndone\nmake_image\n';

// raw-text:src/provision/disk/begin-root.sh
var begin_root_default = '# ROOT IMAGE UUID \u2026: the beginning of a script that fills the empty directory ROOT and makes a disk image of it. The\n# script runs as root, or as the only user of a user namespace. What follows UUID is its own.\n\nset -e\nroot=$1 image=$2 uuid=$3\nshift 3\npreload=\nexport LC_ALL=C PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin\numask 022\ncommand -v mke2fs >/dev/null || {\n	echo "mke2fs is needed, but was not found. Install it: sudo apt-get install e2fsprogs" >&2\n	exit 1\n}\n\n# With a quarter and 256 MiB free. `preload`: a library that knows the owners of the files.\nmake_image() {\n	used=$(du -sk "$root" | cut -f 1)\n	[ -z "$preload" ] || export LD_PRELOAD="$preload"\n	mke2fs -q -F -t ext4 -U "$uuid" -E "hash_seed=$uuid" -L root -d "$root" "$image" "$((used * 5 / 4 + 262144))k"\n}\n';

// src/provision/disk/confinement.ts
async function confinementOf(title, context) {
  return isSuperuser() ? await ownMounts(context) : await ownUsers(title, context);
}
function ownEnvironment() {
  return { PATH: environmentVariable("PATH") ?? "", LC_ALL: "C" };
}
async function ownMounts({ signal }) {
  const own = ["unshare", "--mount"];
  const { exitCode } = await runCommand([...own, "true"], { signal });
  return exitCode === 0 ? own : [];
}
async function ownUsers(title, { signal }) {
  const own = ["unshare", "--map-root-user", "--mount"];
  const { exitCode, output } = await runCommand([...own, "true"], { signal });
  if (exitCode === 0) return own;
  throw new ProvisionError(`${title}: this host does not let users make a user namespace: ${output.trim()}.`, {
    hint: "Allow it (on Ubuntu: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0), or make the image as root once: the store keeps it"
  });
}

// src/provision/disk/make-root.ts
async function makeRoot({ title, during, root: root2, image, uuid, script, words: words2 }, context) {
  const confinement = await confinementOf(title, context);
  const argv = [...confinement, "sh", "-c", `${begin_root_default}
${script}`, "make-root", root2, image, uuid, ...words2];
  const scene = { root: context.store.root, during };
  makeDirectory(root2);
  const { exitCode, output } = await whileThereIsRoom(
    scene,
    context.signal,
    (signal) => runRequired(["env", ...argv], { signal, env: ownEnvironment() })
  );
  removeTree(root2);
  if (exitCode === 0) return void 0;
  refuseShortage(output, scene);
  return output;
}

// src/provision/disk/container-disk.ts
var maxLayerBytes = 32 * 1024 ** 3;
async function provideContainerDisk(spec, { arch }, context) {
  const wanted = { ...spec, registry: new Registry(spec.image, context), context, arch, isRun: true };
  const bring = (digest) => provideImage(wanted, digest);
  const use = { assetOf: (digest) => assetOf(digest, arch), bring };
  return join34(await bring(await digestOf(wanted, use)), imageName2);
}
function assetOf(digest, arch) {
  const foreign = arch.name === usualArchitecture ? "" : `
${arch.debian}`;
  return { kind: "root", key: `container root 1
${digest}${foreign}` };
}
async function provideImage(wanted, digest) {
  const { text: text3, context, arch } = wanted;
  return await context.store.provide({
    ...assetOf(digest, arch),
    signal: context.signal,
    make: async (staging) => {
      const downloads = join34(staging, "layers");
      const packed = await fetchLayers(wanted, digest, downloads);
      if (packed.length === 0) throw new ProvisionError(`${text3}: expected layers, found none.`);
      await withProgress(context.progress, { what: text3, activity: "unpacking" }, async () => {
        const layers = await unpackLayers(wanted, packed);
        await makeDisk(wanted, { staging, layers, uuid: uuidOf(digest) });
      });
      removeTree(downloads);
      const detail = `${Math.round(bytesOnDisk(staging) / 2 ** 20)} MiB on disk`;
      context.progress({ kind: "step", what: text3, detail });
    }
  });
}
async function unpackLayers({ text: text3, context }, packed) {
  const unpacked = [];
  for (const [index, path] of packed.entries()) {
    const tar = `${path}.tar`;
    const name = `Layer ${index + 1} of ${text3}`;
    await withArchive(name, async () => {
      const pieces = unpackedStream(path, { offset: 0, bytes: fileSize(path) }, context);
      if ((await saveStream(pieces, tar, maxLayerBytes)).kind !== "saved")
        throw new ProvisionError(`${name} cannot be used: it has more than ${maxLayerBytes} bytes.`);
    });
    removeTree(path);
    unpacked.push(tar);
  }
  return unpacked;
}
async function makeDisk({ text: text3, context }, { staging, layers, uuid }) {
  const { path: busybox } = await provideBusybox(hostsOwn(), context);
  const output = await makeRoot(
    {
      title: text3,
      during: `making a disk of ${text3}`,
      root: join34(staging, "tree"),
      image: join34(staging, imageName2),
      uuid,
      script: unpack_layers_default,
      words: [busybox, isSuperuser() ? "" : "-o", ...layers]
    },
    context
  );
  if (output !== void 0) throw new ProvisionError(`${text3} cannot be a disk:
${lastLines(output, 15)}`);
}

// src/provision/disk/distribution-disk.ts
import { join as join35 } from "node:path";

// raw-text:src/provision/disk/install-in-guest.sh
var install_in_guest_default = '# Installs the packages that unpack-packages.sh left in this root, and ends with a file system at rest. `count`: of the\n# packages. It follows packages-in-root.sh, and runs in a machine whose programs these are.\n\nset -e\nroot=\nexport LC_ALL=C\numask 022\n\ninside() {\n	"$@"\n}\n\n# What the machine has mounted for stages, and the directories that it made for that.\nleave() {\n	cd /\n	for place in "/lib/modules/$(uname -r)" /test; do\n		umount -l "$place"\n		rmdir "$place"\n	done\n}\n\ninstall "$count"\nlighten\nclean_up\nleave\n# The image is a file with holes: what was removed takes no place in it, once that is written. The old shell, which is\n# open here, was replaced, and a file system with such files stays writable.\nexec /bin/sh -c \'sync && fstrim / && exec mount -o remount,ro /\'\n';

// raw-text:src/provision/disk/packages-in-root.sh
var packages_in_root_default = '# A system that is made of packages, below the directory `root`, which is empty where that is the root itself. Who uses\n# it says how a program runs inside: `inside WORD \u2026`.\n\nexport DEBIAN_FRONTEND=noninteractive DEBCONF_NONINTERACTIVE_SEEN=true\n\n# With merged /usr, as all suites have it whose packages do not bring that along.\nlay_out() {\n	mkdir -p "$root/usr/bin" "$root/usr/sbin" "$root/usr/lib" "$root/usr/lib64" "$root/dev" "$root/etc"\n	for directory in bin sbin lib lib64; do\n		ln -s "usr/$directory" "$root/$directory"\n	done\n	mkdir -p "$root/var/lib/dpkg/info" "$root/var/lib/dpkg/updates" "$root/var/lib/dpkg/triggers"\n	: >"$root/var/lib/dpkg/status"\n	: >"$root/var/lib/dpkg/available"\n	: >"$root/etc/fstab"\n	printf \'#!/bin/sh\\nexit 101\\n\' >"$root/usr/sbin/policy-rc.d"\n	chmod 755 "$root/usr/sbin/policy-rc.d"\n}\n\n# ARCHIVES COUNT: programs and libraries, so that dpkg itself can be run. It then unpacks everything once more, as it\n# should be.\nunpack() {\n	archives=$1 count=$2\n	index=0\n	while [ "$index" -lt "$count" ]; do\n		dpkg-deb --fsys-tarfile "$archives/$index.deb" |\n			tar -x --no-same-owner --keep-directory-symlink -C "$root"\n		index=$((index + 1))\n	done\n}\n\n# COUNT: of the packages that were brought.\ninstall() {\n	count=$1\n	index=0\n	set --\n	while [ "$index" -lt "$count" ]; do\n		set -- "$@" "/.packages/$index.deb"\n		index=$((index + 1))\n	done\n	options="--force-confnew --force-unsafe-io"\n	exclude="--path-exclude=/usr/share/doc/* --path-include=/usr/share/doc/*/copyright --path-exclude=/usr/share/man/*"\n	set -f\n	# What a package needs before it is unpacked is there already. It is configured in the right order.\n	inside dpkg $options --force-depends $exclude --unpack "$@"\n	inside dpkg $options --configure -a\n	set +f\n}\n\n# Not wanted by the boot of a test machine: logins and their records, upkeep by the clock, a journal that outlives the\n# machine, disks that are encrypted or grow. The units are there, and start when something asks for them.\nspare="\n	getty.target.wants/getty@tty1.service\n	getty.target.wants/getty-static.service\n	graphical.target.wants/systemd-update-utmp-runlevel.service\n	multi-user.target.wants/systemd-update-utmp-runlevel.service\n	multi-user.target.wants/systemd-logind.service\n	multi-user.target.wants/systemd-ask-password-wall.path\n	sockets.target.wants/systemd-initctl.socket\n	sysinit.target.wants/cryptsetup.target\n	sysinit.target.wants/integritysetup.target\n	sysinit.target.wants/veritysetup.target\n	sysinit.target.wants/systemd-ask-password-console.path\n	sysinit.target.wants/systemd-journal-flush.service\n	sysinit.target.wants/systemd-pstore.service\n	sysinit.target.wants/systemd-random-seed.service\n	sysinit.target.wants/systemd-repart.service\n	sysinit.target.wants/systemd-update-utmp.service\n	timers.target.wants/apt-daily-upgrade.timer\n	timers.target.wants/apt-daily.timer\n	timers.target.wants/dpkg-db-backup.timer\n	timers.target.wants/fstrim.timer\n"\nspare_generators="cryptsetup gpt-auto hibernate-resume integritysetup system-update veritysetup"\n\nlighten() {\n	for wish in $spare; do\n		rm -f "$root/usr/lib/systemd/system/$wish" "$root/etc/systemd/system/$wish"\n	done\n	generators=$root/etc/systemd/system-generators\n	mkdir -p "$generators"\n	for generator in $spare_generators; do\n		ln -s /dev/null "$generators/systemd-$generator-generator"\n	done\n	# Nothing is to be made up for at the first boot.\n	touch -r "$root/usr" "$root/etc/.updated" "$root/var/.updated"\n}\n\n# What is of this making only. Each machine makes its own id when it boots.\nclean_up() {\n	rm -rf "$root/.packages" "$root/usr/sbin/policy-rc.d" "$root/var/cache/ldconfig/aux-cache"\n	: >"$root/etc/machine-id"\n	echo localhost >"$root/etc/hostname"\n}\n';

// src/provision/disk/install-by-guest.ts
var timeoutMs = { atLeast: 20 * 6e4, forEach: 2e4 };
async function installByGuest({
  title,
  arch,
  distribution,
  image,
  count: count2
}, { progress, signal }, workInGuest) {
  const counter = countInstalled(count2);
  const outcome = await workInGuest({
    ...{ arch, distribution, image, signal },
    script: `#!/bin/sh
count=${count2}
${packages_in_root_default}
${install_in_guest_default}`,
    timeoutMs: timeoutMs.atLeast + count2 * timeoutMs.forEach,
    onLine: (line) => {
      const detail = counter(line);
      if (detail !== void 0) progress({ kind: "step", what: title, detail });
    }
  });
  if (outcome.kind === "ended") return outcome.exitStatus === 0 ? void 0 : outcome.output;
  const said = lastLines(outcome.output, 10);
  throw new ProvisionError(
    `The packages of ${title} could not be installed by a machine for ${arch.debian}: ${outcome.failure}` + (said === "" ? "." : `:
${said}`),
    { hint: "Try again" }
  );
}
var stepsOf2 = 5;
function countInstalled(count2) {
  const done2 = { unpacked: 0, configured: 0 };
  const everyOf = Math.max(1, Math.ceil(count2 / stepsOf2));
  return (line) => {
    const kind2 = line.startsWith("Unpacking ") ? "unpacked" : line.startsWith("Setting up ") ? "configured" : void 0;
    if (kind2 === void 0) return void 0;
    const number2 = ++done2[kind2];
    return number2 % everyOf === 0 || number2 === count2 ? `${number2} of ${count2} packages ${kind2}` : void 0;
  };
}

// raw-text:src/provision/disk/install-packages.sh
var install_packages_default = `# ARCHIVES COUNT [FAKEROOT]: installs the packages ARCHIVES/0.deb, 1.deb, \u2026. FAKEROOT, an unpacked package, remembers
# owners that a namespace with one user does not have. It follows begin-root.sh and packages-in-root.sh.

archives=$1 count=$2 fakeroot=$3
if [ -n "$fakeroot" ]; then
	preload=$(find "$fakeroot" -name 'libfakeroot-sysv.so')
	export FAKEROOTDONTTRYCHOWN=1
fi

# In the new root. The library is there under a name of its own.
inside() {
	if [ -n "$preload" ]; then
		chroot "$root" /usr/bin/env LD_PRELOAD=/.fakeroot.so "$@"
	else
		chroot "$root" "$@"
	fi
}

# Its process keeps the owners. It ends with this script.
begin_fakeroot() {
	[ -n "$preload" ] || return 0
	cp "$preload" "$root/.fakeroot.so"
	mkfifo "$archives/key"
	"$fakeroot/usr/bin/faked-sysv" --foreground >"$archives/key" &
	faked=$!
	trap 'kill "$faked"' EXIT
	read -r key <"$archives/key"
	export FAKEROOTKEY="\${key%%:*}"
}

# Scripts need a /dev/null at least.
lend_devices() {
	mount --rbind /dev "$root/dev" 2>/dev/null || mknod -m 666 "$root/dev/null" c 1 3 2>/dev/null ||
		: >"$root/dev/null"
}

# ARCHIVES COUNT: into the new root.
bring_packages() {
	mkdir "$root/.packages"
	index=0
	while [ "$index" -lt "$2" ]; do
		mv "$1/$index.deb" "$root/.packages/"
		index=$((index + 1))
	done
}

take_devices_back() {
	umount -l "$root/dev" 2>/dev/null || rm -f "$root/dev/null"
}

lay_out
unpack "$archives" "$count"
lend_devices
begin_fakeroot
bring_packages "$archives" "$count"
install "$count"
lighten
clean_up
rm -f "$root/.fakeroot.so"
take_devices_back
make_image
`;

// raw-text:src/provision/disk/unpack-packages.sh
var unpack_packages_default = `# ARCHIVES COUNT: unpacks the packages ARCHIVES/0.deb, 1.deb, \u2026, of any architecture, and puts them beside what was
# unpacked. None of their programs is run. It follows begin-root.sh and packages-in-root.sh.

# DIRECTORY NAME: a file as a member of an ar archive (ar(5)). The size of all of them is even, so nothing is filled up.
member() {
	printf '%-16s%-12s%-6s%-6s%-8s%-10s\`\\n' "$2" 0 0 0 100644 "$(stat -c %s "$1/$2")"
	cat "$1/$2"
}

# ARCHIVES COUNT: into the new root, not compressed, because an emulated machine would take long to unpack them.
bring_plain_packages() {
	mkdir "$root/.packages"
	echo 2.0 >"$1/debian-binary"
	index=0
	while [ "$index" -lt "$2" ]; do
		dpkg-deb --ctrl-tarfile "$1/$index.deb" >"$1/control.tar"
		dpkg-deb --fsys-tarfile "$1/$index.deb" >"$1/data.tar"
		{
			printf '!<arch>\\n'
			for name in debian-binary control.tar data.tar; do
				member "$1" "$name"
			done
		} >"$root/.packages/$index.deb"
		rm "$1/$index.deb"
		index=$((index + 1))
	done
}

lay_out
unpack "$1" "$2"
bring_plain_packages "$1" "$2"
make_image
`;

// src/provision/disk/install-packages.ts
async function installPackages(installation, context, workInGuest) {
  const output = await (installation.arch === hostsOwn() ? installHere(installation, context) : installElsewhere(installation, context, workInGuest));
  if (output === void 0) return;
  throw new ProvisionError(`The packages of ${installation.title} could not be installed:
${complaints(output)}`);
}
async function installHere(installation, context) {
  const fakeroot = isSuperuser() ? [] : [await provideFakeroot(context)];
  return await runScript(installation, context, { script: install_packages_default, words: fakeroot });
}
async function installElsewhere(installation, context, workInGuest) {
  const output = await runScript(installation, context, { script: unpack_packages_default, words: [] });
  return output ?? await installByGuest(installation, context, workInGuest);
}
async function runScript({ title, root: root2, archives, count: count2, image, uuid }, context, { script, words: words2 }) {
  const making = { title, during: `installing the packages of ${title}`, root: root2, image, uuid };
  return await makeRoot(
    { ...making, script: `${packages_in_root_default}
${script}`, words: [archives, String(count2), ...words2] },
    context
  );
}
function complaints(output) {
  const lines = output.split("\n");
  const wrong2 = lines.flatMap(
    (line, index) => line.startsWith("dpkg: error") ? lines.slice(Math.max(0, index - 3), index + 2) : []
  );
  return lastLines([...wrong2, ...lines.slice(-4)].join("\n"), 15);
}
async function provideFakeroot(context) {
  const release = releaseFor(hostSystem());
  const { suites, packages: packages2 } = release.fakeroot;
  const files = await withDistribution(context, release, { suites }, (apt) => apt.files(packages2));
  return await providePackages(context, "fakeroot", { kind: "fakeroot", version: 1, files }, () => Promise.resolve({}));
}

// src/provision/disk/distribution-disk.ts
var basePackages = ["udev", "dbus", "kmod", "iproute2"];
var usualInit = "systemd-sysv";
var otherInits = /* @__PURE__ */ new Set(["sysvinit-core", "runit-init", "finit-sysv"]);
var mergedUsr = "usr-is-merged";
async function provideDistributionDisk(spec, use, context) {
  const release = releaseOf(spec.distribution, spec.text);
  const suites = suitesOf2(release, spec);
  const foreign = use.arch.name === usualArchitecture ? [] : [use.arch.debian];
  const { files } = await resolveRef(context, {
    name: ["root", spec.distribution, ...foreign, spec.suite, ...spec.packages].join("/"),
    title: spec.text,
    parse: readPackageSet,
    isThere: (value) => context.store.find(assetOf2(value.files)) !== void 0,
    resolve: () => withProgress(context.progress, { what: spec.text, activity: "resolving" }, async () => ({
      files: await findPackages(spec, { release, suites, arch: use.arch, context })
    })),
    bring: async (value) => {
      await provideImage2(spec, value.files, { ...use, context });
    }
  });
  return join35(await provideImage2(spec, files, { ...use, context }), imageName2);
}
function suitesOf2({ images }, { text: text3, distribution, suite }) {
  const suites = images[suite];
  if (suites !== void 0) return suites;
  const known3 = Object.keys(images).map((name) => `${distribution}:${name}`);
  throw new ProvisionError(`${text3}: ${distribution} has no suite ${suite} of which images are made.`, {
    hint: `Choose one of ${known3.join(", ")}`
  });
}
async function findPackages(spec, { release, suites, arch, context }) {
  return await withDistribution(context, release, { suites, architecture: arch.debian }, async (apt) => {
    const known3 = new Set((await apt.show([mergedUsr])).map((stanza) => stanza.get("package")));
    const merged = known3.has(mergedUsr) ? [mergedUsr] : [];
    try {
      const init = spec.packages.some((name) => otherInits.has(name)) ? [] : [usualInit];
      return await apt.closure(["?essential", ...merged, ...init, ...basePackages, ...spec.packages]);
    } catch (error) {
      const [, missing] = /Unable to locate package (\S+)/.exec(error instanceof Error ? error.message : "") ?? [];
      if (missing === void 0) throw error;
      const forGuests = arch.name === usualArchitecture ? "" : ` for ${arch.debian}`;
      throw new ProvisionError(`${spec.text}: ${suites.join(" and ")} have no package ${missing}${forGuests}.`, {
        hint: `Packages are named as apt does it: apt-cache search ${missing}`,
        cause: error
      });
    }
  });
}
function assetOf2(files) {
  return { kind: "root", key: `root 2
${packageSetKey(files)}` };
}
async function provideImage2({ text: text3, distribution }, files, { arch, workInGuest, context }) {
  const asset = assetOf2(files);
  return await context.store.provide({
    ...asset,
    signal: context.signal,
    make: async (staging) => {
      const archives = join35(staging, "packages");
      makeDirectory(archives);
      await withProgress(
        context.progress,
        { what: text3, activity: "fetching" },
        () => fetchPackages(context, text3, files, archives)
      );
      await withProgress(
        context.progress,
        { what: `${text3}: ${files.length} packages`, activity: "installing" },
        () => installPackages(
          {
            ...{ title: text3, arch, distribution },
            ...{ root: join35(staging, "tree"), archives, count: files.length },
            image: join35(staging, imageName2),
            uuid: uuidOf(asset.key)
          },
          context,
          workInGuest
        )
      );
      removeTree(archives);
      const packages2 = files.map(({ name }) => name);
      writeJsonFile(join35(staging, "asset.json"), { packages: packages2 });
      const detail = `${Math.round(bytesOnDisk(staging) / 2 ** 20)} MiB on disk`;
      context.progress({ kind: "step", what: text3, detail });
    }
  });
}

// src/provision/disk/fetched-disk.ts
import { join as join36 } from "node:path";

// src/provision/disk/packing.ts
var magics2 = [
  ["gzip", "1f8b"],
  ["xz", "fd377a585a00"],
  ["zstd", "28b52ffd"],
  ["bzip2", "425a68"],
  ["zip", "504b0304"]
];
function packingOf(path) {
  var _stack = [];
  try {
    const file2 = __using(_stack, openForReading(path));
    const start = file2.read(0, 8).toString("hex");
    return magics2.find(([, magic3]) => start.startsWith(magic3))?.[0];
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}

// src/provision/disk/fetched-disk.ts
async function provideFetchedDisk({ text: text3, file: file2 }, context) {
  const title = shortKernelSpec(text3);
  const files = knownFiles([file2]);
  if (files === void 0) return await refuseWithoutDigests({ prefix: "url", title, files: [file2] }, context);
  const directory = await context.store.provide({
    kind: "disk",
    key: ["disk 1", ...files.map(({ sha256 }) => sha256)].join("\n"),
    signal: context.signal,
    make: async (staging) => {
      const [path = ""] = await fetchCheckedFiles({ title, files }, staging, context);
      const packing = packingOf(path);
      if (packing !== void 0)
        throw new ProvisionError(
          `${title}: expected a raw or qcow2 image, found a file that is packed with ${packing}.`,
          {
            hint: "Unpack it, and give its path or its file:/// address"
          }
        );
      movePath(path, join36(staging, imageName2));
    }
  });
  return join36(directory, imageName2);
}

// src/provision/disk/disk.ts
async function provideDisk(spec, use, context) {
  switch (spec.kind) {
    case "path":
      return spec.path;
    case "file":
      return await provideFetchedDisk(spec, context);
    case "distribution":
      return await provideDistributionDisk(spec, use, context);
    case "container":
      return await provideContainerDisk(spec, use, context);
  }
}

// src/provision/qemu/qemu.ts
import { dirname as dirname6, join as join37 } from "node:path";
var imageProgram = "usr/bin/qemu-img";
var firmwareDirectories = ["usr/share/qemu", "usr/share/seabios"];
async function provideDistributionQemu(spec, arch, context) {
  const forGuests = arch.name === usualArchitecture ? "" : ` for ${arch.debian}`;
  const { directory, description } = await providePrograms(context, {
    ...packagesOf(spec, arch),
    title: `QEMU (${spec.distribution}:${spec.suite})${forGuests}`,
    finish: (root2) => examineQemu(root2, programPath(arch), context.signal)
  });
  return installIn(spec, arch, { directory, description });
}
function packagesOf({ distribution, suite, text: text3 }, arch) {
  const release = releaseOf(distribution, text3);
  const selection = release.qemu.suites[suite];
  if (selection !== void 0) {
    const { suites, packages: packages2 } = selection;
    return { kind: "qemu", version: 1, release, selection: { suites, packages: [...arch.qemuPackages, ...packages2] } };
  }
  const known3 = Object.keys(release.qemu.suites).map((name) => `${release.distribution}:${name}`);
  throw new ProvisionError(`QEMU ${text3}: no such suite. The suites are ${known3.join(", ")}.`);
}
function qemuSelection(spec, arch) {
  switch (spec.kind) {
    case "default":
      return packagesOf(defaultSuite(spec.text), arch);
    case "distribution":
      return packagesOf(spec, arch);
    case "host":
    case "path":
      return void 0;
  }
}
function defaultSuite(text3) {
  const { distribution, qemu } = releaseFor(hostSystem());
  return { kind: "distribution", text: text3, distribution, suite: qemu.default.suite };
}
async function provideDefaultQemu(text3, arch, context) {
  const { version: version2 } = releaseFor(hostSystem()).qemu.default;
  const spec = defaultSuite(text3);
  const install = await provideDistributionQemu(spec, arch, context);
  if (!isOfSeries2(install.version, version2)) {
    const message = `The default QEMU was chosen as ${version2}, and ${spec.distribution}:${spec.suite} now has ${install.version}: results may differ.`;
    context.progress({ kind: "warning", message });
  }
  return install;
}
async function examineQemu(directory, program, signal) {
  const root2 = examineUnpacked(directory);
  if (root2 === void 0) throw new ProvisionError("The fetched packages of QEMU contain no dynamic linker.");
  const version2 = await qemuVersion(unpackedCommand(directory, root2, program), signal);
  return { ...root2, version: version2, sha256: await sha256OfFile(join37(directory, program), signal) };
}
function installIn(spec, arch, { directory, description }) {
  const root2 = readUnpackedRoot(description);
  const { version: version2, sha256 } = description;
  if (root2 === void 0 || typeof version2 !== "string" || typeof sha256 !== "string") throw damaged(directory);
  return {
    spec: spec.text,
    version: version2,
    sha256,
    command: unpackedCommand(directory, root2, programPath(arch)),
    imgCommand: unpackedCommand(directory, root2, imageProgram),
    firmwareArgs: firmwareDirectories.flatMap((path) => ["-L", join37(directory, path)]),
    env: { QEMU_MODULE_DIR: join37(directory, "usr/lib", hostsOwn().triplet, "qemu") }
  };
}
function isOfSeries2(version2, series) {
  return version2 === series || version2.startsWith(`${series}.`);
}
function programName({ name }) {
  return `qemu-system-${name}`;
}
function programPath(arch) {
  return `usr/bin/${programName(arch)}`;
}
async function provideQemu(spec, arch, context) {
  switch (spec.kind) {
    case "default":
      return await provideDefaultQemu(spec.text, arch, context);
    case "distribution":
      return await provideDistributionQemu(spec, arch, context);
    case "host":
      return await installedQemu(spec.text, hostQemu(spec.text, arch), context.signal);
    case "path":
      return await installedQemu(spec.text, checkedPath(spec.path, arch), context.signal);
  }
}
async function installedQemu(spec, path, signal) {
  const version2 = await qemuVersion([path], signal);
  const image = [join37(dirname6(path), "qemu-img"), join37(dirname6(realPath(path)), "qemu-img")].find(isExecutableFile) ?? findProgram("qemu-img");
  return {
    spec,
    version: version2,
    sha256: await sha256OfFile(path, signal),
    command: [path],
    imgCommand: image === void 0 ? void 0 : [image],
    firmwareArgs: [],
    env: {}
  };
}
function hostQemu(spec, arch) {
  const program = programName(arch);
  const found = findProgram(program);
  if (found !== void 0) return found;
  throw new ProvisionError(`QEMU ${spec}: expected ${program} on PATH, found none.`, {
    hint: `Install it: sudo apt-get install ${arch.qemuPackages.join(" ")}, or leave out --qemu to fetch the default without root`
  });
}
function checkedPath(path, arch) {
  const kind2 = kindOfFile(path);
  const program = programName(arch);
  if (kind2 === "nothing") throw new ProvisionError(`QEMU ${path}: no such file.`);
  if (kind2 !== "file")
    throw new ProvisionError(`QEMU ${path}: expected a ${program} program, found a ${kind2}.`, {
      hint: `Give the program itself: ${join37(path, program)}`
    });
  if (!isExecutableFile(path))
    throw new ProvisionError(`QEMU ${path}: this user may not execute it.`, { hint: `chmod +x ${path}` });
  return path;
}

// src/diagnose/tripwire.ts
function createTripwire() {
  let stampsInUse = false;
  const fires = (line) => {
    stampsInUse ||= hasStamp(line);
    if (!mayHoldHeader(line)) return false;
    return parseConsoleLine(line).some(({ text: text3, stamped }) => (stamped || !stampsInUse) && beginsReport(text3, stamped));
  };
  return (line) => {
    if (line.length <= bounds.lines.chars) return fires(line);
    for (let from2 = 0; from2 < line.length; from2 += bounds.lines.chars)
      if (fires(line.slice(from2, from2 + bounds.lines.chars))) return true;
    return false;
  };
}
function beginsReport(text3, stamped) {
  const header2 = matchHeader(text3);
  if (header2 === void 0 || header2.kind.proof === "stack") return false;
  return header2.kind.proof === void 0 || stamped;
}

// src/provision/initramfs/boot-archive.ts
import { basename as basename8, join as join38 } from "node:path";

// src/provision/initramfs/applets.ts
var beginning = Buffer.from("[\0[[\0", "latin1");
var maxNameBytes = 64;
function appletsIn(busybox) {
  const start = busybox.indexOf(beginning);
  if (start < 0) return [];
  const names2 = [];
  for (let at = start; ; ) {
    const end = busybox.indexOf(0, at);
    if (end <= at || end - at > maxNameBytes) return names2;
    const name = busybox.toString("latin1", at, end);
    const last = names2.at(-1) ?? "";
    if (!/^[[\w.-]+$/.test(name) || name <= last) return names2;
    names2.push(name);
    at = end + 1;
  }
}

// src/provision/initramfs/boot-archive.ts
var maxIndexBytes2 = 64 * 1024 * 1024;
function helperFile(path) {
  return { path: `extra/${basename8(path)}`, content: readWholeFile(path) };
}
function digestOf2(path) {
  return `${basename8(path)} ${sha256Of(readWholeFile(path))}`;
}
async function provideBootArchive(request, context) {
  const { kernel: kernel2, withDisk, helpers = [] } = request;
  const { index, builtin } = readModuleIndex(kernel2);
  const virtFs = hasVirtFs(index, builtin);
  requireAgentModules(kernel2, index, builtin);
  requireNamedModules(request, index, builtin);
  const boot = loadOrder(index, [
    ...agentModules,
    // If the kernel has it, it reports panics to QEMU.
    ...architectureOf(kernel2.arch).guest.panicDevice.modules,
    ...virtFs ? folderModules : [],
    // With a disk image the folder is mounted, and an init that finds autofs makes more mounts than it made before.
    ...virtFs && !withDisk ? waitingModules : [],
    ...withDisk ? diskModules : []
  ]);
  const needed = request.builtModules.flatMap((path) => dependsOf(readWholeFile(path)));
  const { busModules: busModules2 = [] } = request;
  const wanted = [
    ...needed,
    ...request.kernelModules,
    ...busModules2,
    ...plugModules,
    ...withDisk ? fileSystemModules : []
  ];
  const further = loadOrder(index, wanted).filter((path) => !boot.includes(path));
  const recorder = request.recorder === void 0 ? [] : [{ path: basename8(request.recorder), content: readWholeFile(request.recorder) }];
  const directory = await context.store.provide({
    kind: "initramfs",
    key: archiveKey(request, [
      ...[...boot, "", ...further],
      ...recorder.map(({ content }) => sha256Of(content)),
      ...helpers.map(digestOf2)
    ]),
    signal: context.signal,
    make: async (staging) => {
      const archive = buildInitramfs({
        release: kernel2.release,
        busybox: readWholeFile(request.busybox.path),
        applets: await listApplets(request, context.signal),
        guestFiles: request.guestFiles,
        bootModules: [...await readModules(kernel2, boot, context), ...recorder],
        furtherModules: [...await readModules(kernel2, further, context), ...helpers.map(helperFile)],
        index
      });
      writeFileAt(join38(staging, "initramfs"), archive);
    }
  });
  const lacking = missingOf(busModules2, index, builtin);
  return { path: join38(directory, "initramfs"), hasVirtFs: virtFs, ...busModules2.length === 0 ? {} : { lacking } };
}
function readModuleIndex({ modulesDirectory }) {
  if (modulesDirectory === void 0) return { index: /* @__PURE__ */ new Map(), builtin: /* @__PURE__ */ new Set() };
  const read = (name) => readTextFile(join38(modulesDirectory, name), maxIndexBytes2);
  return { index: parseModulesDep(read("modules.dep")), builtin: parseModulesBuiltin(read("modules.builtin")) };
}
function missingOf(names2, index, builtin) {
  return builtin.size === 0 ? [] : names2.filter((name) => !index.has(name) && !builtin.has(name));
}
function requireAgentModules(kernel2, index, builtin) {
  const missing = missingOf(agentModules, index, builtin);
  if (missing.length === 0) return;
  throw new ProvisionError(
    `${kernel2.spec}: this kernel has no ${missing.join(" and no ")}, so the guest cannot report a verdict`,
    {
      hint: "Configure it with CONFIG_VIRTIO_PCI and CONFIG_VIRTIO_CONSOLE, built in or as modules."
    }
  );
}
function requireNamedModules({ kernel: kernel2, kernelModules }, index, builtin) {
  const missing = missingOf(kernelModules, index, builtin);
  if (missing.length === 0) return;
  throw new ProvisionError(
    `${kernel2.spec} has no module ${missing.join(" and no ")}, which info/kernel-modules names`,
    {
      hint: `Its modules are in ${kernel2.modulesDirectory ?? "no directory"}; modules.order there lists them.`
    }
  );
}
function archiveKey({ kernel: kernel2, busybox, guestFiles: guestFiles2 }, modules) {
  const guest = [...guestFiles2].map(([name, content]) => `${name} ${sha256Of(content)}`);
  return ["layout 6", kernel2.release, kernel2.sha256, busybox.sha256, ...guest, ...modules].join("\n");
}
async function listApplets({ kernel: kernel2, busybox }, signal) {
  if (kernel2.arch === hostsOwn().name) return await askedApplets(busybox.path, signal);
  const applets = appletsIn(readWholeFile(busybox.path));
  if (applets.length > 0) return applets;
  throw new ProvisionError(`${busybox.path}: expected busybox with a table of its applets, found none.`);
}
async function askedApplets(busybox, signal) {
  const { stdout, exitCode, output } = await runCommand([busybox, "--list"], { signal });
  if (exitCode !== 0) throw new ProvisionError(`${busybox} cannot be run on this host: ${output.trim()}`);
  return stdout.split("\n").filter((applet) => applet !== "");
}
async function readModules({ modulesDirectory = "" }, paths, context) {
  const modules = [];
  for (const path of paths) modules.push({ path, content: await decompress(join38(modulesDirectory, path), context) });
  return modules;
}

// src/provision/kernel/container-kernel.ts
async function provideContainerKernel(spec, context) {
  const registry = new Registry(spec.image, context);
  const wanted = { ...spec, registry, context, arch: architectureOfKernels, isRun: false };
  const bring = async (digest2) => await provideFetchedKernel(fetchedKernel(wanted, digest2), context);
  const digest = await digestOf(wanted, { assetOf: assetOfDigest, bring });
  const kernel2 = await bring(digest);
  return { ...kernel2, resolved: `oci:${imageName(spec.image)}@${digest}` };
}
function fetchedKernel(wanted, digest) {
  return {
    title: wanted.text,
    text: wanted.text,
    asset: assetOfDigest(digest),
    advice: "docs/kernels.md describes the images that can be used",
    unpack: (downloads, keeping) => unpackImage(wanted, digest, { downloads, keeping })
  };
}
async function unpackImage(wanted, digest, { downloads, keeping }) {
  const { text: text3, context } = wanted;
  const paths = await fetchLayers(wanted, digest, downloads);
  await withProgress(context.progress, { what: text3, activity: "unpacking" }, async () => {
    for (const [index, path] of paths.entries()) {
      const payload = { offset: 0, bytes: fileSize(path) };
      await withArchive(
        `Layer ${index + 1} of ${text3}`,
        () => keepKernelFiles(tarEntries(unpackedStream(path, payload, context), bounds.fetchedKernel), keeping, {
          isLayer: true
        })
      );
      removeTree(path);
    }
  });
  removeTree(downloads);
  if (keeping.images.size === 0 && paths.length === 0)
    throw new ProvisionError(`${text3}: expected layers, found none.`);
}

// src/provision/kernel/distribution-kernel.ts
import { dirname as dirname7, join as join39 } from "node:path";
async function provideDistributionKernel(spec, context) {
  const bring = async (packages3) => {
    const title = `${spec.text} \u2192 ${packages3.release}`;
    await providePackages(
      context,
      title,
      kernelAsset(packages3),
      (directory2) => finishKernel(directory2, packages3, title, context)
    );
  };
  const packages2 = await resolveDistributionKernel(spec, bring, context);
  const directory = context.store.find(packageAssetName(kernelAsset(packages2)));
  if (directory === void 0)
    throw new ProvisionError(`${spec.text} was removed from the store ${context.store.root} during the lookup.`, {
      hint: "Try again"
    });
  const { sha256 } = readDescription(directory);
  if (typeof sha256 !== "string") throw damaged(directory);
  const path = join39(directory, "boot", `vmlinuz-${packages2.release}`);
  const provide = spec.arch === "x86_64" ? provideBootImage : provideEntryImage;
  const boot = await provide({ title: `${spec.text} \u2192 ${packages2.release}`, path, sha256 }, context);
  return {
    spec: spec.text,
    arch: spec.arch,
    release: packages2.release,
    sha256,
    ...boot,
    modulesDirectory: join39(directory, "lib/modules", packages2.release),
    config: configOf(directory, packages2.release)
  };
}
function configOf(directory, release) {
  const usual = join39(directory, "boot", `config-${release}`);
  return kindOfFile(usual) === "file" ? usual : join39(directory, "lib/modules", release, "config");
}
async function finishKernel(directory, { release, headers, suites }, title, context) {
  settleModules2(directory, release);
  const image = join39(directory, "boot", `vmlinuz-${release}`);
  settleImage(join39(directory, "lib/modules", release, "vmlinuz"), image);
  settleImage(join39(directory, "boot", `vmlinux-${release}`), image);
  if (kindOfFile(image) !== "file")
    throw new ProvisionError(`The fetched packages of ${title} do not contain boot/vmlinuz-${release}.`);
  await withProgress(
    context.progress,
    { what: `${title}: modules`, activity: "extracting" },
    () => indexModules(directory, release, context)
  );
  return { release, headers, suites, sha256: await sha256OfFile(image, context.signal) };
}
function settleModules2(directory, release) {
  const [merged, settled] = ["usr/lib/modules", "lib/modules"].map((path) => join39(directory, path, release));
  if (merged === void 0 || settled === void 0) throw new Error("Internal error: two paths became none");
  if (kindOfFile(settled) === "nothing" && kindOfFile(merged) === "directory") {
    makeDirectory(join39(directory, "lib/modules"));
    movePath(merged, settled);
  }
  for (const { name, kind: kind2 } of filesIn(settled)) if (kind2 === "link") removeTree(join39(settled, name));
}
function settleImage(packaged, settled) {
  if (kindOfFile(settled) !== "nothing" || kindOfFile(packaged) !== "file") return;
  makeDirectory(dirname7(settled));
  movePath(packaged, settled);
}

// src/provision/kernel/image-kernel.ts
import { join as join40 } from "node:path";
var fileName2 = "kernel";
async function provideImageKernel(spec, context) {
  const title = fetchedTitle(spec);
  const files = knownFiles([spec.file]);
  if (files === void 0) return await refuseWithoutDigests({ prefix: "url", title, files: [spec.file] }, context);
  const directory = await context.store.provide({
    kind: "image",
    key: ["image 1", ...files.map(({ sha256 }) => sha256)].join("\n"),
    signal: context.signal,
    make: async (staging) => {
      const [path = ""] = await fetchCheckedFiles({ title, files }, staging, context);
      movePath(path, join40(staging, fileName2));
    }
  });
  const image = join40(directory, fileName2);
  const kernel2 = await provideKernelAtPath({ kind: "path", text: title, image, modules: void 0 }, context);
  return { ...kernel2, spec: spec.text };
}

// src/provision/kernel/source/tree-kernel.ts
import { join as join42 } from "node:path";

// src/provision/kernel/source/source-tree.ts
import { join as join41 } from "node:path";
function requireCleanTree(text3, { path }) {
  const kind2 = kindOfFile(path);
  if (kind2 !== "directory")
    throw new ProvisionError(
      `${text3}: expected the source tree of a kernel at ${path}, found ${kind2 === "nothing" ? "nothing" : `a ${kind2}`}.`
    );
  const makefile = readTextIfThere(join41(path, "Makefile")) ?? "";
  if (!/^VERSION = \d+$/m.test(makefile) || kindOfFile(join41(path, "arch/x86/Kconfig")) !== "file")
    throw new ProvisionError(
      `${text3}: expected the source tree of a kernel, found no ${makefile === "" ? "Makefile" : "VERSION in its Makefile, or no arch/x86/Kconfig"}.`,
      { hint: "Give the directory at the top of the checkout, with MAINTAINERS in it" }
    );
  const left = builtIn2.find((name) => kindOfFile(join41(path, name)) !== "nothing");
  if (left === void 0) return;
  throw new ProvisionError(
    `${text3}: a kernel was configured or built in this tree (it has ${left}), so kbuild refuses to build elsewhere.`,
    {
      hint: `Clean it, which removes its .config and objects: make ${shellJoin(["-C", path])} ARCH=x86_64 mrproper. Or test what was built there: --kernel ${shellJoin([join41(path, "arch/x86/boot/bzImage")])}`
    }
  );
}
var builtIn2 = [".config", "include/config", "arch/x86/include/generated"];
async function describeCommit(path, context) {
  if (!filesIn(path).some(({ name }) => name === ".git")) return void 0;
  try {
    const words2 = ["describe", "--always", "--dirty", "--abbrev=12"];
    const { exitCode, stdout } = await runGit(words2, { cwd: path, signal: context.signal });
    const commit = stdout.trim();
    return exitCode === 0 && commit !== "" ? commit : void 0;
  } catch (error) {
    if (error instanceof GitMissing) return void 0;
    throw error;
  }
}

// src/provision/kernel/source/tree-kernel.ts
var keptBytes = 2 * 1024 ** 3;
async function provideTreeKernel(request, context) {
  const { text: text3, source, flavours } = request;
  requireCleanTree(text3, source);
  const tree = realPath(source.path);
  const id = sha256Of(JSON.stringify([tree, source.config, flavours, await identifyCompiler(context)])).slice(0, 16);
  const place = join42(context.store.kernelTrees, id);
  const commit = await describeCommit(tree, context);
  const directory = await context.store.withLock(
    `kernel-tree-${id}`,
    context.signal,
    () => buildIn2(place, request, tree, context)
  );
  return { ...readBuiltKernel(directory, request), ...commit === void 0 ? {} : { commit }, buildTree: place };
}
async function buildIn2(place, request, tree, context) {
  const { text: text3, source, flavours, wishes } = request;
  const output = join42(place, "build");
  const scratch = join42(place, "tools");
  removeTree(scratch);
  for (const directory of [output, scratch]) makeDirectory(directory);
  const isIncremental = kindOfFile(join42(output, "vmlinux")) === "file";
  if (!isIncremental) requireBuildRoom({ title: text3, unpacksSource: false }, context);
  const tools = await provideBuildTools(scratch, context);
  const build = { title: text3, tree, output, flavours, wishes, config: source.config, tools };
  await configureKernel(build, context);
  const kept2 = "Its objects are kept in the store, so that later runs compile only what changed.";
  await compileKernel(build, { kind: `${tree}+${flavours.join("+")}`, isIncremental, kept: kept2 }, context);
  return await keepCopy(build, context);
}
async function keepCopy(build, context) {
  const { store, signal } = context;
  const directory = await store.provide({
    kind: "tree-kernel",
    key: await digestBuild(build, signal),
    signal,
    make: async (staging) => {
      const release = await installKernel(build, staging, context);
      await describeKernel(staging, release, context);
    }
  });
  store.keepWithin("tree-kernel", keptBytes, () => true);
  return directory;
}
async function digestBuild({ output, flavours, title }, signal) {
  const modules = filesBelow(output).filter((path) => path.endsWith(".ko"));
  const digests = [];
  for (const path of ["arch/x86/boot/bzImage", ...modules])
    digests.push(`${path} ${await sha256OfFile(join42(output, path), signal)}`);
  return ["1", title, ...flavours, ...digests].join("\n");
}

// src/provision/kernel/source/source-kernel.ts
async function provideSourceKernel({ text: text3, source, flavours }, wishes, context) {
  requireBuildHost(text3);
  switch (source.kind) {
    case "package":
      return await providePackagedKernel({ text: text3, source, flavours, wishes }, context);
    case "tree":
      return await provideTreeKernel({ text: text3, source, flavours, wishes }, context);
  }
}
function requireBuildHost(text3) {
  const host = hostsOwn();
  if (host.name === usualArchitecture) return;
  const message = `${text3}: kernels are built from source on x86-64 hosts only, and this one is ${host.debian}.`;
  throw new ProvisionError(message, { hint: "Use a kernel of a distribution: --kernel debian:6.12" });
}

// src/provision/kernel/kernel.ts
async function provideKernel(spec, context, wishes = []) {
  switch (spec.kind) {
    case "distribution":
      return await provideDistributionKernel(spec, context);
    case "path":
      return await provideKernelAtPath(spec, context);
    case "packages":
      return await providePackageKernel(spec, context);
    case "image":
      return await provideImageKernel(spec, context);
    case "container":
      return await provideContainerKernel(spec, context);
    case "source":
      return await provideSourceKernel(spec, wishes, context);
  }
}

// src/run/own-scratch.ts
var limitMs = 6e4;
function createOwnScratch() {
  const scratch = createScratchDirectory();
  return {
    path: scratch.path,
    remove: async () => {
      const left = await emptyDirectory(scratch.path, limitMs);
      if (left !== void 0) return `${scratch.path} could not be removed: ${left}`;
      scratch[Symbol.dispose]();
      return void 0;
    }
  };
}

// src/run/work-on-disk.ts
import { join as join45 } from "node:path";

// src/machine/qmp/client.ts
var maxMessageLength = 16 * 1024 * 1024;
var QmpClient = class _QmpClient {
  #stream;
  #onEvent;
  #pending = /* @__PURE__ */ new Map();
  #greeted = deferred();
  #nextId = 1;
  #isGreeted = false;
  #closed;
  constructor(stream, onEvent) {
    this.#stream = stream;
    this.#onEvent = onEvent;
    splitLines(stream, { maxLength: maxMessageLength, onLine: (line) => this.#receive(line.toString("utf8")) });
    stream.on("error", (error) => this.#close(`the monitor's connection broke: ${error.message}`));
    stream.on("close", () => this.#close("the monitor's connection closed"));
    stream.on("end", () => this.#close("the monitor's connection ended"));
  }
  /**
   * Waits for the greeting and negotiates capabilities. @throws QmpError of phase `greeting`, `negotiation` or
   * `interrupted`
   */
  static async connect(stream, onEvent) {
    const client = new _QmpClient(stream, onEvent);
    await client.#greeted.promise;
    try {
      await client.execute("qmp_capabilities");
    } catch (error) {
      if (error instanceof QmpError && error.phase === "execute")
        throw new QmpError("negotiation", error.message, error.errorClass);
      throw error;
    }
    return client;
  }
  /** A monitor that has greeted somebody else already, who has negotiated, too. */
  static takeOver(stream, onEvent) {
    const client = new _QmpClient(stream, onEvent);
    client.#isGreeted = true;
    return client;
  }
  /**
   * Sends a command and waits for its answer. Values are sent as JSON, a bigint as a whole number; no text is built
   * that QEMU parses again. @throws QmpError of phase `execute` (QEMU refused) or `interrupted` (QEMU is gone)
   */
  async execute(command, args = {}) {
    if (this.#closed !== void 0) throw this.#closed;
    const id = this.#nextId++;
    const answer = deferred();
    this.#pending.set(id, { command, answer });
    this.#stream.write(`${encodeExactJson({ execute: command, arguments: args, id })}
`);
    return answer.promise;
  }
  #receive(line) {
    const message = parseQmpMessage(line);
    if (message === void 0) {
      this.#close(`expected a QMP message, got: ${line.slice(0, 200)}`);
      return;
    }
    this.#dispatch(message);
  }
  #dispatch(message) {
    switch (message.kind) {
      case "greeting":
        this.#isGreeted = true;
        this.#greeted.resolve(message.version);
        return;
      case "event":
        this.#onEvent(message.event);
        return;
      case "return":
        this.#take(message.id)?.answer.resolve(message.value);
        return;
      case "error": {
        const pending = this.#take(message.id);
        pending?.answer.reject(
          new QmpError("execute", `QEMU refused ${pending.command}: ${message.description}`, message.errorClass)
        );
      }
    }
  }
  #take(id) {
    if (id === void 0) return void 0;
    const pending = this.#pending.get(id);
    this.#pending.delete(id);
    return pending;
  }
  /** Before the greeting, the greeting has failed; afterwards, pending commands are interrupted. */
  #close(reason) {
    if (this.#closed !== void 0) return;
    const phase = this.#isGreeted ? "interrupted" : "greeting";
    this.#closed = new QmpError(phase, reason);
    this.#greeted.reject(this.#closed);
    for (const { command, answer } of this.#pending.values())
      answer.reject(new QmpError(phase, `${command}: ${reason}`));
    this.#pending.clear();
  }
};

// src/machine/machine.ts
function launchMachine({ spec, qemu, outputPath, onEvent }) {
  const argv = [...qemu.command, ...qemu.firmwareArgs, ...qemuArguments(spec)];
  const child = startSupervised({
    argv,
    env: qemuEnvironment(qemu.env),
    channelCount: channelNames.length + (spec.origin?.kind === "clone" ? 1 : 0),
    outputPath
  });
  return machineOfQemu({ argv, child }, "greets", onEvent);
}
function machineOfQemu({ argv, child }, state, onEvent) {
  const { promise: failed2, reject } = deferred();
  const fail2 = (error) => reject(error instanceof Error ? error : new Error(String(error)));
  const channels2 = nameChannels(child.channels, fail2);
  let guestEnd;
  const panicked = deferred();
  const listeners = new Set(onEvent === void 0 ? [] : [onEvent]);
  const monitor = connectMonitor(channels2("monitor"), state, (event) => {
    for (const listener of listeners) listener(event);
    guestEnd ??= guestEndOf(event);
    if (event.name === "GUEST_PANICKED") panicked.resolve(void 0);
  });
  const monitorRead = new Promise((resolve) => channels2("monitor").once("close", () => resolve()));
  monitor.catch(() => void 0);
  return {
    pid: child.pid,
    argv,
    channel: channels2,
    monitor,
    exited: child.exited,
    monitorRead,
    guestEnd: () => guestEnd,
    panicked: panicked.promise,
    listen: (listener) => {
      listeners.add(listener);
      return { [Symbol.dispose]: () => void listeners.delete(listener) };
    },
    failed: failed2,
    fail: fail2,
    kill: child.kill,
    [Symbol.dispose]: child.kill
  };
}
async function connectMonitor(stream, state, listener) {
  return state === "greets" ? await QmpClient.connect(stream, listener) : QmpClient.takeOver(stream, listener);
}
var allChannels = [...channelNames, "state"];
function nameChannels(sockets, fail2) {
  const named = new Map(allChannels.map((name, index) => [name, sockets[index]]));
  for (const socket of sockets) {
    containListeners(socket, fail2);
    forgiveWrites(socket);
    socket.on("error", () => void 0);
  }
  return (name) => {
    const socket = named.get(name);
    if (socket === void 0) throw new Error(`Internal error: the machine was started without its channel ${name}`);
    return socket;
  };
}
function forgiveWrites(socket) {
  const write = socket._write.bind(socket);
  const writeAll = socket._writev?.bind(socket);
  socket._write = (chunk, encoding, done2) => write(chunk, encoding, () => done2());
  if (writeAll !== void 0) socket._writev = (chunks, done2) => writeAll(chunks, () => done2());
}
function containListeners(socket, fail2) {
  const emit2 = socket.emit.bind(socket);
  socket.emit = (...event) => {
    try {
      return emit2(...event);
    } catch (error) {
      fail2(error);
      return true;
    }
  };
}
function guestEndOf(event) {
  if (event.name === "GUEST_PANICKED") return "guest-panicked";
  if (event.name !== "SHUTDOWN" || event.data["guest"] !== true) return void 0;
  return event.data["reason"] === "guest-reset" ? "guest-reset" : "guest-shutdown";
}

// src/run/agent/agent-message.ts
var protocolVersion = 1;
var AgentLost = class extends Error {
  name = "AgentLost";
};
var AgentRefusal = class extends Error {
  name = "AgentRefusal";
};
var ImageFailed = class extends AgentLost {
};
var imageReasonChars = 1e3;
function parseUnready(line) {
  return /^unready (.{1,2000})$/.exec(line)?.[1];
}
function parseReady(line) {
  const match = /^ready (\d{1,4}) (\S{1,200})$/.exec(line);
  return match?.[1] === void 0 || match[2] === void 0 ? void 0 : { protocol: Number(match[1]), release: match[2] };
}
function readGreeting(line) {
  const unready = parseUnready(line);
  if (unready !== void 0) return { kind: "lost", error: new ImageFailed(printable(unready, imageReasonChars)) };
  const ready = parseReady(line);
  if (ready === void 0) return void 0;
  return ready.protocol === protocolVersion ? { kind: "ready", release: ready.release } : {
    kind: "lost",
    error: new AgentLost(`the guest speaks protocol ${ready.protocol}, we speak ${protocolVersion}`)
  };
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
    case "told":
      return { kind: "told", text: [subject, ...rest].join(" ") };
    case "done":
      return parseDone(subject === "" ? [] : [subject, ...rest]);
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
function parseDone(counts) {
  const written = /* @__PURE__ */ new Map();
  for (const count2 of counts) {
    const [, name, bytes] = /^([a-z-]+)=(\d{1,15})$/.exec(count2) ?? [];
    const stage = stageNames.find((known3) => known3 === name);
    if (stage === void 0) return "nonsense";
    written.set(stage, Number(bytes));
  }
  return { kind: "done", written };
}
function isProgramName(name) {
  return name === "shell" || stageNames.some((known3) => known3 === name);
}
function printable(text3, mostChars = 200) {
  return text3.slice(0, mostChars).replaceAll(/[^\x20-\x7e]/g, "?");
}
var windowMs = 1e3;
function readControlLines(control, onLine) {
  const { lineBytes, linesPerSecond } = bounds.control;
  let windowStartMs = performance.now();
  let lines = 0;
  let timer;
  const count2 = () => {
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
      count2();
      onLine(line.toString("latin1"));
    }
  });
}

// src/run/agent/asked-commands.ts
var AskedCommands = class {
  #waiting = [];
  /** Resolves when it is done, with the lines that were told before. @throws AgentRefusal @throws AgentLost */
  add(line) {
    const [command = ""] = line.split(" ", 1);
    const answer = deferred();
    this.#waiting.push({ command, answer, told: command === "tell" ? [] : void 0 });
    return answer.promise;
  }
  /** Returns what is wrong with the line; undefined: nothing. */
  hearTold(text3) {
    const told = this.#waiting[0]?.told;
    if (told === void 0) return "a file of the kernel answered, which was not asked";
    if (told.length < bounds.control.toldLines) told.push(text3);
    return void 0;
  }
  /** Returns what is wrong with the answer; undefined: nothing. */
  settle(message) {
    const [asked] = this.#waiting;
    if (asked?.command !== message.command && message.kind === "failed")
      return `${printable(message.command)}: ${printable(message.reason)}`;
    if (asked?.command !== message.command)
      return `${printable(message.command)} was answered, but ${asked?.command ?? "nothing"} was asked`;
    this.#waiting.shift();
    if (message.kind === "ok") asked.answer.resolve(asked.told ?? []);
    else asked.answer.reject(refusalOf(message));
    return void 0;
  }
  /** Rejects everything that still waits. */
  lose(lost2) {
    for (const { answer } of this.#waiting) answer.reject(lost2);
  }
};
function refusalOf({ command, reason }) {
  return command === "root" ? new ImageFailed(printable(reason, imageReasonChars)) : new AgentRefusal(`${command}: ${printable(reason)}`);
}

// src/run/agent/asked-program.ts
var AskedProgram = class {
  #program;
  /**
   * Expects this program to begin, and to end with an exit status. `send` asks the guest for it.
   * @throws AgentLost through `send`, and when the agent is lost before the end
   */
  async run(name, onBegin, send2) {
    if (this.#program !== void 0)
      throw new Error(`Internal error: ${titleOf(name)} was asked for while ${this.#program.name} runs`);
    send2();
    const ended = deferred();
    this.#program = { name, ended, onBegin, hasBegun: false };
    return ended.promise;
  }
  /** The guest says that it has begun. Returns what is wrong with that. */
  hearBegin(name) {
    const program = this.#program;
    if (program?.name !== name || program.hasBegun) return `${titleOf(name)} began, which was not asked for`;
    program.hasBegun = true;
    program.onBegin();
    return void 0;
  }
  /** The guest says that it has ended. Returns what is wrong with that. */
  hearEnd(name, exitStatus) {
    const program = this.#program;
    if (program?.name !== name || !program.hasBegun) return `${titleOf(name)} ended, which was not running`;
    this.#program = void 0;
    program.ended.resolve(exitStatus);
    return void 0;
  }
  /** Nothing will be heard any more. */
  lose(lost2) {
    this.#program?.ended.reject(lost2);
  }
};
function titleOf(program) {
  return program === "shell" ? "a shell" : `stage ${program}`;
}

// src/run/agent/agent-session.ts
var AgentSession = class {
  #control;
  #onMessage;
  /** The secret that marks the agent's lines. */
  token;
  /** The guest was restored: it reported ready before it was saved. */
  isRestored;
  #ready = deferred();
  #done = deferred();
  #heard = deferred();
  #asked = new AskedCommands();
  #program = new AskedProgram();
  #isReady = false;
  #isFinishing = false;
  #isDone = false;
  #isHeard = false;
  #lost;
  #lastHeardMs;
  #foreignLines = 0;
  constructor(control, token, { readyRelease, onMessage } = {}) {
    this.#control = control;
    this.#onMessage = onMessage;
    this.token = token;
    this.isRestored = readyRelease !== void 0;
    if (readyRelease !== void 0) {
      this.#isReady = true;
      this.#ready.resolve(readyRelease);
    }
    this.#lastHeardMs = performance.now();
    readControlLines(control, (line) => this.#receive(line));
    control.on("close", () => this.#lose("the control port closed"));
    control.on("end", () => this.#lose("the control port closed"));
  }
  /** The guest's `uname -r`, once the agent waits for commands. @throws AgentLost */
  get ready() {
    return this.#ready.promise;
  }
  /** Resolves when the agent of this machine is first heard. A restored guest that is never heard is dead. */
  get heard() {
    return this.#heard.promise;
  }
  get isHeard() {
    return this.#isHeard;
  }
  /** When the agent was last heard, on the clock of `performance.now()`. */
  get lastHeardMs() {
    return this.#lastHeardMs;
  }
  /** The agent has reported that it has nothing more to do. */
  get isDone() {
    return this.#isDone;
  }
  /** Lines on the control port without the session's token. */
  get foreignLines() {
    return this.#foreignLines;
  }
  /** Begins the session. From here on, only lines with the token count. */
  begin() {
    return this.ask(`session ${this.token}`);
  }
  /** Sends a command that is answered by ok or failed. @throws AgentRefusal @throws AgentLost */
  async ask(line) {
    this.#send(line);
    await this.#asked.add(line);
  }
  /** Sends a command that is answered only when it fails, which ends the session. @throws AgentLost */
  inform(line) {
    return new Promise((resolve) => {
      this.#send(line);
      resolve();
    });
  }
  /**
   * Writes a text to a file of the kernel in the guest, and returns the lines that it answers. @throws AgentRefusal
   * @throws AgentLost
   */
  async tell(path, text3) {
    const line = `tell ${path} ${text3}`;
    this.#send(line);
    return await this.#asked.add(line);
  }
  /** Runs a stage to its end and returns its exit status. @throws AgentLost */
  runStage(name, onBegin) {
    return this.#program.run(name, onBegin, () => this.#send(`stage ${name}`));
  }
  /**
   * Runs a shell to its end and returns its exit status. `place`: `pipe`, or `terminal CONSOLE ROWS COLUMNS`. @throws
   * AgentLost
   */
  runShell(place) {
    return this.#program.run(
      "shell",
      () => void 0,
      () => this.#send(`shell ${place}`)
    );
  }
  /** Asks for the end. Resolves when the agent reports that the power goes off. @throws AgentLost */
  async finish() {
    await this.#end("finish");
  }
  /**
   * Asks for the end without a power-off: the agent writes the mark to the kernel's log, as the last of all. Resolves
   * when it has, with the bytes of output until then. @throws AgentLost
   */
  async rest(mark) {
    return await this.#end(`rest ${mark}`);
  }
  /** Asks a guest that is not ready why its disk image is not up. Returns whether there is anything to ask. */
  late() {
    if (this.#lost !== void 0 || this.#isReady) return false;
    this.#control.write("late\n");
    return true;
  }
  /** Has a guest at rest power off after all. There is no answer. */
  powerOff() {
    if (this.#lost === void 0) this.#send("finish");
  }
  async #end(command) {
    this.#send(command);
    this.#isFinishing = true;
    return await this.#done.promise;
  }
  #send(line) {
    if (this.#lost !== void 0) throw this.#lost;
    this.#control.write(`${line}
`);
  }
  #receive(line) {
    if (this.#lost !== void 0 || this.#isDone) return;
    if (!this.#isReady) {
      this.#greet(line);
      return;
    }
    const message = parseAgentMessage(line, this.token);
    if (message === "foreign") this.#foreignLines++;
    else if (message === "nonsense")
      this.#lose(`expected a line of protocol ${protocolVersion}, got: ${printable(line)}`);
    else this.#accept(message);
  }
  #greet(line) {
    const greeting3 = readGreeting(line);
    switch (greeting3?.kind) {
      case void 0:
        this.#foreignLines++;
        return;
      case "lost":
        this.#lose(greeting3.error);
        return;
      case "ready":
        this.#isReady = true;
        this.#hear();
        this.#ready.resolve(greeting3.release);
    }
  }
  #hear() {
    this.#lastHeardMs = performance.now();
    this.#isHeard = true;
    this.#heard.resolve(void 0);
  }
  #accept(message) {
    this.#hear();
    this.#onMessage?.(message);
    switch (message.kind) {
      case "ok":
      case "failed":
        this.#check(this.#asked.settle(message));
        return;
      case "begin":
        this.#check(this.#program.hearBegin(message.program));
        return;
      case "end":
        this.#check(this.#program.hearEnd(message.program, message.exitStatus));
        return;
      case "done":
        this.#finish(message.written);
        return;
      case "told":
        this.#check(this.#asked.hearTold(message.text));
        return;
      case "beat":
    }
  }
  #check(complaint) {
    if (complaint !== void 0) this.#lose(complaint);
  }
  #finish(written) {
    if (!this.#isFinishing) {
      this.#lose("the agent said that it is done, which was not asked for");
      return;
    }
    this.#isDone = true;
    this.#done.resolve(written);
  }
  /** The first reason counts. Everything that still waits is rejected with it. */
  #lose(reason) {
    if (this.#lost !== void 0) return;
    const lost2 = typeof reason === "string" ? new AgentLost(reason) : reason;
    this.#lost = lost2;
    this.#ready.reject(lost2);
    this.#done.reject(lost2);
    this.#program.lose(lost2);
    this.#asked.lose(lost2);
  }
};

// src/calls/helper-answers.ts
var maxLines = 500;
function parseHelperAnswer(lines) {
  const [first = "", ...rest] = lines;
  if (first !== "ok") {
    const [, reason] = /^failed (.{1,300})$/.exec(first) ?? [];
    return { refusal: reason ?? "the helper for calls did not answer" };
  }
  return rest.slice(0, maxLines).reduce(withLine, { nowUs: 0, faults: [], missed: 0, refused: 0 });
}
var count = String.raw`(\d{1,15})`;
var faultLine = new RegExp(String.raw`^fault (\S{1,127}) ${count} ${count} (active|cleared)$`);
var hitLine = new RegExp(String.raw`^(first|last) ${count} ${count} (\S{1,127}) (.{1,127})$`);
var refusedLine = new RegExp(`^refused ${count} ${count}$`);
var moduleLine = new RegExp(String.raw`^module \S{1,64} ${count} ${count} ${count}$`);
function withLine(report, line) {
  const [, now2] = new RegExp(`^now ${count}$`).exec(line) ?? [];
  if (now2 !== void 0) return { ...report, nowUs: Number(now2) };
  const [, id, fired, counted2, state] = faultLine.exec(line) ?? [];
  if (id !== void 0) {
    const fault = { id, fired: Number(fired), counted: Number(counted2), isCleared: state === "cleared" };
    return { ...report, faults: [...report.faults, fault] };
  }
  const [, loads, probes] = refusedLine.exec(line) ?? [];
  if (loads !== void 0) return withLast(report, { refusals: { loads: Number(loads), probes: Number(probes) } });
  const [, which, atUs, call, name = "", place = ""] = hitLine.exec(line) ?? [];
  if (which !== void 0)
    return withLast(report, { [which]: { atUs: Number(atUs), call: Number(call), function: name, place } });
  const [, sites, refused2, missed] = moduleLine.exec(line) ?? [];
  return sites === void 0 ? report : { ...report, refused: report.refused + Number(refused2), missed: report.missed + Number(missed) };
}
function withLast(report, more) {
  const last = report.faults.at(-1);
  if (last === void 0) return report;
  return { ...report, faults: [...report.faults.slice(0, -1), { ...last, ...more }] };
}
var placeLine = new RegExp(String.raw`^place ${count} ${count} (\S{1,127}) (.{1,127})$`);
function parseHelperPlaces(lines) {
  const answer = parseHelperAnswer(lines.slice(0, 1));
  if ("refusal" in answer) return answer;
  const places2 = lines.slice(1).flatMap((line) => {
    const [, first, reached, name = "", place = ""] = placeLine.exec(line) ?? [];
    return first === void 0 ? [] : [{ function: name, place, first: Number(first), reached: Number(reached) }];
  });
  const [, next] = /^more (\d{1,6})$/.exec(lines.at(-1) ?? "") ?? [];
  return { places: places2, next: next === void 0 ? void 0 : Number(next) };
}
var consoleLine = /\bqdt-calls: (\S{1,127}): call (\d{1,15}) of (\S{1,127}) at (\S{1,120}(?: \[\w{1,64}\])?) fails\b/;
function parseCallLine(line) {
  const [, id, call, name, place] = consoleLine.exec(line) ?? [];
  if (id === void 0 || call === void 0 || name === void 0 || place === void 0) return void 0;
  return { id, call: Number(call), function: name, place };
}

// src/calls/helper-requests.ts
var helperPath = "/proc/qdt-calls";
var maxTextChars = 3500;
var maxFunctions = 50;
function armRequests({ id, module, trigger, place, calls }) {
  const alike = /* @__PURE__ */ new Map();
  for (const { function: called, outcome } of calls) {
    const how = `${outcome.kind} ${outcome.value}`;
    alike.set(how, [...alike.get(how) ?? [], called.symbol]);
  }
  return [
    ["fault", id, module ?? "-", triggerWords(trigger), ...place === void 0 ? [] : [place]].join(" "),
    ...[...alike].flatMap(
      ([how, symbols]) => inPieces(symbols, maxFunctions).map((piece) => `call ${id} ${how} ${piece.join(" ")}`)
    ),
    `arm ${id}`
  ];
}
function placesText(id, from2) {
  return `places ${id} ${from2}`;
}
function requestTexts(requests) {
  const texts = [];
  for (const request of requests) {
    const last = texts.at(-1);
    if (last === void 0 || last.length + request.length >= maxTextChars) texts.push(request);
    else texts[texts.length - 1] = `${last};${request}`;
  }
  return texts;
}
function triggerWords(trigger) {
  switch (trigger.kind) {
    case "always":
      return "always 0 0";
    case "nth":
      return trigger.nth === neverNth ? "count 0 0" : `nth ${trigger.nth} 0`;
    case "from":
      return `${trigger.kind} ${trigger.nth} 0`;
    case "every":
      return `every ${trigger.period} 0`;
    case "probability":
      return `probability ${BigInt(Math.ceil(trigger.probability * 2 ** 53))} ${trigger.seed}`;
  }
}
function inPieces(words2, size2) {
  return Array.from(
    { length: Math.ceil(words2.length / size2) },
    (_, index) => words2.slice(index * size2, (index + 1) * size2)
  );
}

// src/run/calls/calls-script.ts
async function setStartingCalls(session, calls) {
  const answers = await Promise.all(calls.startTexts().map((text3) => session.tell(helperPath, text3)));
  for (const lines of answers) {
    const answer = parseHelperAnswer(lines);
    if ("refusal" in answer) throw new AgentRefusal(`the helper for calls: ${answer.refusal}`);
  }
}
async function askForCalls(session, calls) {
  try {
    const answer = parseHelperAnswer(await session.tell(helperPath, "report"));
    if ("refusal" in answer) return;
    calls.takeReport(answer, monotonicUs());
    for (const id of calls.counting) calls.takeSites(id, await askForSites(session, id));
  } catch (error) {
    if (!(error instanceof AgentRefusal)) throw error;
  }
}
var maxPieces = 100;
async function askForSites(session, id) {
  const sites = [];
  let from2 = 0;
  for (let piece = 0; piece < maxPieces && from2 !== void 0; piece++) {
    const answer = parseHelperPlaces(await session.tell(helperPath, placesText(id, from2)));
    if ("refusal" in answer) break;
    sites.push(...answer.places);
    from2 = answer.next;
  }
  return sites;
}

// src/run/agent/conversation.ts
async function converse(session, script, traces, listener) {
  await session.ready;
  const prepared = prepare(session, script, listener);
  const mayFollow2 = needsPreparation(script) ? prepared : Promise.resolve();
  const stagesRan = mayFollow2.then(() => runStages(session, script.stages, traces, listener));
  await Promise.all([prepared, stagesRan]).catch(async (error) => {
    await prepared;
    throw error;
  });
  if (script.calls !== void 0) await askForCalls(session, script.calls);
  await script.ledger?.report(session);
  if (script.scansForLeaks) {
    listener.onLeakScan();
    await session.ask("leaks");
  }
  const leftOut = await script.transport.collect(session);
  if (script.end.kind === "rest") return { leftOut, written: await session.rest(script.end.mark) };
  await session.finish();
  return { leftOut, written: void 0 };
}
function needsPreparation({ resumeStep, awaitDevices: awaitDevices2, calls, ledger }) {
  return [resumeStep?.plug, awaitDevices2, calls, ledger].some((step) => step !== void 0);
}
async function prepare(session, { stages, environment, root: root2, machineId, transport, settings, calls, ledger, resumeStep, awaitDevices: awaitDevices2 }, { onProgress }) {
  await Promise.all([
    session.begin(),
    ...resumeStep === void 0 ? [] : [session.ask(`seed ${resumeStep.seed}`)],
    session.ask(`clock ${Math.floor(now().getTime() / 1e3)}`),
    ...settings.length === 0 ? [] : [session.ask(`tune ${settings.map(({ path, value }) => `${path}=${value}`).join(" ")}`)],
    ...calls === void 0 ? [] : [setStartingCalls(session, calls)],
    ...ledger === void 0 ? [] : [ledger.watch(session)],
    ...Object.entries(environment).map(([name, value]) => session.inform(`env ${name}=${value}`)),
    session.ask(`root ${root2}`),
    ...machineId === void 0 ? [] : [session.ask(`machine-id ${machineId}`)],
    resumeStep?.restore().then(() => resumeStep.plug?.(session)),
    awaitDevices2?.(session),
    bringFolder(session, { transport, onProgress }, stages)
  ]);
}
async function bringFolder(session, { transport, onProgress }, stages) {
  await Promise.all([transport.bring(session, onProgress), ...stages.length > 1 ? [session.ask("logs")] : []]);
}
function shouldRun(stage, failed2) {
  switch (stage) {
    case "suite-setup":
    case "teardown":
    case "suite-teardown":
      return true;
    case "setup":
      return !failed2.has("suite-setup");
    case "run":
      return !failed2.has("suite-setup") && !failed2.has("setup");
  }
}
async function runStages(session, stages, traces, listener) {
  const failed2 = /* @__PURE__ */ new Set();
  for (const stage of stages) {
    if (!shouldRun(stage, failed2)) continue;
    const exitStatus = await runStage(session, stage, traces, listener);
    if (exitStatus !== 0) failed2.add(stage);
  }
}
async function runStage(session, name, traces, listener) {
  let begun;
  let exitStatus;
  try {
    exitStatus = await session.runStage(name, () => {
      begun = { place: traces.push({ name, exitStatus: void 0, durationMs: 0 }) - 1, atMs: performance.now() };
      if (begun.place === 0) listener.onFirstStage();
    });
    return exitStatus;
  } finally {
    if (begun !== void 0) traces[begun.place] = { name, exitStatus, durationMs: performance.now() - begun.atMs };
  }
}

// src/run/folder/folder-transport.ts
import { Readable as Readable2 } from "node:stream";
import { pipeline as pipeline3 } from "node:stream/promises";

// src/run/folder/folder-pieces.ts
import { join as join44 } from "node:path";

// src/run/folder/test-folder.ts
import { join as join43 } from "node:path";
function stagesOf({ suite, test }) {
  const programs = [
    ["suite-setup", suite.setup],
    ["setup", test.setup],
    ["run", test.run],
    ["teardown", test.teardown],
    ["suite-teardown", suite.teardown]
  ];
  return programs.flatMap(([name, program]) => program === void 0 ? [] : [{ name, program }]);
}
var folderParts = ["modules", "artifacts", "logs"];
async function fillFolder(folder2, planned, modules, stages = stagesOf(planned)) {
  for (const part of ["", ...folderParts]) makeDirectory(join43(folder2, part));
  const { suite, test } = planned;
  const copier = new TreeCopier(bounds.data);
  for (const { name, program } of stages) await copier.copyInside(program, join43(folder2, name), suite.directory);
  if (test.dataDirectory !== void 0) {
    for (const name of listDirectory(test.dataDirectory))
      await copier.copyInside(join43(test.dataDirectory, name), join43(folder2, name), suite.directory);
  }
  if (suite.libDirectory !== void 0)
    await copier.copyInside(suite.libDirectory, join43(folder2, "lib"), suite.directory);
  for (const module of modules) {
    const directory = module.slice(0, module.lastIndexOf("/"));
    await copier.copyInside(module, join43(folder2, "modules", module.slice(directory.length + 1)), directory);
  }
  return copier.size;
}

// src/run/folder/folder-pieces.ts
function packFolder(folder2) {
  const entries2 = [...entriesIn(folder2, "")];
  const bytes = entries2.reduce((sum, { header: header2, sizeBytes }) => sum + header2.length + sizeBytes, 0);
  return { bytes, pieces: () => piecesOf2(entries2) };
}
function* entriesIn(folder2, relative11) {
  for (const name of listDirectory(join44(folder2, relative11))) {
    const inside = join44(relative11, name);
    const path = join44(folder2, inside);
    const { kind: kind2, size: size2, mode } = describeFile(path);
    if (kind2 === "directory") {
      if (!folderParts.includes(inside)) yield { header: Buffer.from(`directory ${inside}\0`), path, sizeBytes: 0 };
      yield* entriesIn(folder2, inside);
    } else if (kind2 === "file") {
      yield { header: Buffer.from(`${mode} ${size2} ${inside}\0`), path, sizeBytes: size2 };
    }
  }
}
var pieceBytes = 64 * 1024;
async function* piecesOf2(entries2) {
  let held = [];
  let heldBytes = 0;
  for (const entry of entries2) {
    for await (const bytes of bytesOf3(entry)) {
      held.push(bytes);
      heldBytes += bytes.length;
      if (heldBytes < pieceBytes) continue;
      yield Buffer.concat(held);
      held = [];
      heldBytes = 0;
    }
  }
  if (heldBytes > 0) yield Buffer.concat(held);
}
async function* bytesOf3({ header: header2, path, sizeBytes }) {
  yield header2;
  if (sizeBytes > pieceBytes) yield* readBytes(path);
  else if (sizeBytes > 0) yield readWholeFile(path);
}

// src/run/folder/folder-transport.ts
var sharedFolder = {
  bring: (session) => session.ask("folder 9p"),
  collect: () => Promise.resolve([])
};
function isSmall({ bytes, entries: entries2 }) {
  return bytes <= 1024 ** 2 && entries2 <= 200;
}
function sentFolder({ folder: folder2, files }) {
  return {
    bring: async (session, onProgress) => {
      await send(packFolder(folder2), { files, backBy: "9p", session, onProgress });
    },
    collect: () => Promise.resolve([])
  };
}
function tarFolder({ folder: folder2, files, limits: limits2 }) {
  return {
    bring: async (session, onProgress) => {
      await send(packFolder(folder2), { files, backBy: "tar", session, onProgress });
    },
    collect: async (session) => {
      const { unpackArtifacts } = await import("./unpack-artifacts-3ENLDO3M.mjs");
      const endMark = Buffer.from(`
${session.token} end of artifacts
`);
      const refused2 = new AbortController();
      const unpacked = unpackArtifacts(files, { endMark, folder: folder2, limits: limits2, signal: refused2.signal });
      const asked = askToCollect(session, refused2);
      await Promise.allSettled([unpacked, asked]);
      await asked;
      return unpacked;
    }
  };
}
async function send(packed, { files, backBy, session, onProgress }) {
  const brought = session.ask(`folder sent ${packed.bytes} ${backBy}`);
  const over = new AbortController();
  let unreadable;
  async function* pieces() {
    try {
      for await (const piece of packed.pieces()) {
        yield piece;
        onProgress();
      }
    } catch (cause) {
      unreadable = { cause };
    }
  }
  const sent = pipeline3(Readable2.from(pieces()), files, { end: false, signal: over.signal }).catch(() => void 0).then(() => {
    if (unreadable !== void 0) throw unreadable.cause;
  });
  try {
    await Promise.all([brought, sent]);
  } finally {
    over.abort();
  }
}
async function askToCollect(session, refused2) {
  try {
    await session.ask("collect");
  } catch (error) {
    if (!(error instanceof AgentRefusal)) throw error;
    refused2.abort(error.message);
  }
}

// src/run/watch/disk-limits.ts
var mebibyte = 1024 * 1024;
var diskLimits = {
  folderBytes: bounds.folder.bytes,
  folderEntries: bounds.folder.entries,
  folderDepth: bounds.folder.depth,
  logBytes: bounds.qemuLog.bytes,
  everyMs: 1e3,
  lookMs: bounds.folder.lookMs
};
function watchDisk(place, limits2) {
  const stopped2 = new AbortController();
  const exceeded = lookOut(place, limits2, stopped2.signal);
  exceeded.catch(() => void 0);
  return { exceeded, [Symbol.dispose]: () => stopped2.abort() };
}
async function lookOut(place, limits2, signal) {
  const isWanted = () => !signal.aborted;
  for (let waitMs = limits2.everyMs; ; ) {
    await pauseUntil(waitMs, signal);
    if (!isWanted()) return await new Promise(() => void 0);
    const startedMs = performance.now();
    const excess = await excessOf(place, limits2, isWanted);
    if (excess !== void 0 && isWanted()) return excess;
    waitMs = Math.max(limits2.everyMs, 20 * (performance.now() - startedMs));
  }
}
function pauseUntil(durationMs, signal) {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, durationMs);
    if (signal.aborted) end();
    else signal.addEventListener("abort", end, { once: true });
  });
}
async function excessOf({ folder: folder2, qemuLog }, limits2, isWanted) {
  const { folderEntries, folderDepth, lookMs, logBytes } = limits2;
  if (folder2 !== void 0) {
    const excess = excessIn(
      await diskUse(folder2, { entries: folderEntries + 1, depth: folderDepth, timeMs: lookMs }, isWanted),
      limits2
    );
    if (excess !== void 0) return excess;
  }
  const log = await diskUse(qemuLog, { entries: 1, depth: 0, timeMs: lookMs }, isWanted);
  return log.bytes > logBytes ? `more than ${logBytes / mebibyte} MiB in qemu.log` : void 0;
}
function excessIn({ bytes, entries: entries2, unseen }, { folderBytes, folderEntries, folderDepth, lookMs }) {
  if (bytes > folderBytes) return `more than ${folderBytes / mebibyte} MiB in its folder`;
  if (entries2 > folderEntries) return `more than ${folderEntries} files in its folder`;
  if (unseen === "too deep")
    return `directories in its folder deeper than ${folderDepth}, or than a path of this host reaches`;
  return unseen === "out of time" ? `so much in its folder that it could not be counted within ${lookMs / 1e3} s` : void 0;
}

// src/run/watch/watch-limits.ts
var watchLimits = {
  restoreMs: 2e4,
  prepareMs: 6e4,
  explainMs: 3e4,
  leakScanMs: 12e4,
  restMs: 1500,
  powerOffMs: 2e4,
  heartbeatGraceMs: 5e3,
  settleMs: 1e3,
  suspendMs: 1e4,
  postMortemMs: 1e4,
  panicMs: 1e4,
  bugQuietMs: 500,
  bugMostMs: 2e3,
  openBugQuietMs: 5e3,
  openBugMostMs: 1e4,
  bugPowerOffMs: 2e3,
  drainMs: 5e3
};

// src/run/evidence/code-windows.ts
var maxFrames = 24;
var before = 96;
var words = 40;
var pageBytes = 4096n;
async function readCode({ pointer, callers }, ask4) {
  if (callers === void 0) return [];
  const found = [
    await codeAt("position", BigInt(`0x${pointer}`), ask4),
    await codeAt("link", BigInt(`0x${callers.link}`), ask4)
  ];
  for (const address of await returnAddresses(callers, ask4)) found.push(await codeAt("return", address, ask4));
  return found.filter((code) => code !== void 0);
}
async function returnAddresses({ frame, pairAt }, ask4) {
  const addresses = [];
  for (let at = BigInt(`0x${frame}`); addresses.length < maxFrames; ) {
    const [next, back] = await readGiants(BigInt.asUintN(64, at + BigInt(pairAt)), ask4);
    if (next === void 0 || back === void 0) break;
    addresses.push(back);
    if (next <= at) break;
    at = next;
  }
  return addresses;
}
async function codeAt(role, address, ask4) {
  const wanted = BigInt.asUintN(64, address - BigInt(before));
  const page = address - address % pageBytes;
  for (const from2 of wanted < page ? [wanted, page] : [wanted]) {
    const bytes = await readMemory(from2, ask4);
    const at = Number(address - from2);
    if (bytes.length > at) return { role, address, bytes, at };
  }
  return void 0;
}
async function readMemory(from2, ask4) {
  const read = valuesIn(await ask4(`x/${words}xw 0x${from2.toString(16)}`));
  const bytes = Buffer.alloc(read.length * 4);
  for (const [index, value] of read.entries()) bytes.writeUInt32LE(Number(BigInt.asUintN(32, value)), index * 4);
  return bytes;
}
async function readGiants(from2, ask4) {
  return valuesIn(await ask4(`x/2xg 0x${from2.toString(16)}`));
}
function valuesIn(answer) {
  return answer.split(/\r?\n/).flatMap((line) => /^[\da-f]{8,16}:((?: 0x[\da-f]{1,16})+)\s*$/.exec(line)?.[1]?.trim().split(" ") ?? []).map((value) => BigInt(value));
}
function describeCode(places2, { nameCode: nameCode2, isAgain }) {
  const names2 = nameCode2(places2);
  if (names2.every((name) => name === void 0)) return [];
  const said = places2.map(({ role, address }, index) => ({ role, text: names2[index] ?? `0x${address.toString(16)}` }));
  const of = (wanted) => said.flatMap(({ role, text: text3 }) => role === wanted ? [text3] : []);
  return [
    namedCode,
    ...isAgain ? [stillOff] : [],
    ...of("position").map((text3) => `pc : ${text3}`),
    ...of("link").map((text3) => `lr : ${text3}`),
    "Call trace:",
    ...[...of("position"), ...of("return")].map((text3) => ` ${text3}`)
  ];
}

// src/run/evidence/post-mortem.ts
var maxProcessors = 32;
var bulky = /^ ?(?:FCW|FPR|XMM|YMM|ZMM|Opmask|MXCSR|[QZPV]\d+=|FPSR|FPCR|f\d+\/|[vV]\d+ )/;
async function readProcessors(monitor, view) {
  await monitor.execute("stop");
  try {
    return await readStopped(monitor, view);
  } finally {
    await monitor.execute("cont");
  }
}
async function readStopped(monitor, view) {
  const text3 = await humanCommand(monitor, "info registers -a");
  const processors = text3.split(/^(?=CPU#\d+)/m).filter((part) => part.startsWith("CPU#"));
  const parts = [];
  for (const [index, part] of processors.slice(0, maxProcessors).entries()) {
    const registers = part.split("\n").filter((line) => line.trim() !== "" && !bulky.test(line));
    const state = readProcessorState(part);
    const code = state === void 0 ? "" : await humanCommand(monitor, codeCommand(state), index);
    const lines = [
      ...registers.map((line) => line.trimEnd()),
      state === void 0 || state.waitBytes === 0 ? `code at ${state?.name ?? "its position"}:` : codeBefore,
      ...code.split(/\r?\n/).filter((line) => line !== "")
    ];
    const seen = readProcessorState(lines.join("\n"));
    if (seen !== void 0 && view !== void 0 && !seen.isHalted && !seen.isUser) {
      const places2 = await readCode(seen, (command) => humanCommand(monitor, command, index));
      lines.push(...describeCode(places2, { ...view, isAgain: view.isAgain && seen.interruptsOff }));
    }
    parts.push(lines.join("\n"));
  }
  return parts.length === 0 ? "" : `${parts.join("\n\n")}
`;
}
function codeCommand({ pointer, waitBytes }) {
  const from2 = BigInt(`0x${pointer}`) - BigInt(waitBytes);
  return `x/${waitBytes === 0 ? 6 : 7}i 0x${BigInt.asUintN(64, from2).toString(16)}`;
}
async function humanCommand(monitor, line, processor) {
  const answer = await monitor.execute("human-monitor-command", {
    "command-line": line,
    ...processor === void 0 ? {} : { "cpu-index": processor }
  });
  return typeof answer === "string" ? answer : "";
}
var pollMs = 20;
var silenceMs2 = 300;
var keyMs = { firstByteMs: 1e3, lastByteMs: 2500 };
var nmiMs = { firstByteMs: 8e3, lastByteMs: 1500 };
var keys = ["l", "w"];
async function holdPostMortem({
  machine,
  evidence,
  limits: limits2,
  dumpDirectory,
  nameCode: nameCode2,
  aborted
}) {
  await pause(silenceMs2);
  const answers = evidence.divertConsole();
  const memory2 = dumpDirectory === void 0 ? void 0 : await dumpMemory(machine, dumpDirectory, aborted);
  const found = { registers: "", notes: [] };
  const questions = ask2({ machine, answers, nameCode: nameCode2 }, found).catch((error) => {
    if (!(error instanceof QmpError)) throw error;
    if (error.phase !== "interrupted") found.notes.push(`post-mortem: ${error.message}`);
  });
  const late2 = await atMost(Promise.race([questions, machine.exited, aborted]), limits2.postMortemMs);
  if (late2 === "late") found.notes.push(`post-mortem: not finished within ${limits2.postMortemMs / 1e3} s`);
  return { registers: found.registers, console: answers, memory: memory2, notes: found.notes };
}
async function ask2({ machine, answers, nameCode: nameCode2 }, found) {
  const monitor = await machine.monitor;
  found.registers = await readProcessors(monitor, nameCode2 && { nameCode: nameCode2, isAgain: false });
  for (const key of keys) {
    if (await pressKey(machine, monitor, { key, answers })) continue;
    await monitor.execute("inject-nmi").catch(async (error) => {
      if (nameCode2 !== void 0) found.registers = await readProcessors(monitor, { nameCode: nameCode2, isAgain: true });
      throw error;
    });
    await waitForAnswer(answers, answers.length, nmiMs);
    return;
  }
}
async function pressKey(machine, monitor, { key, answers }) {
  const before2 = answers.length;
  await monitor.execute("chardev-send-break", { id: chardevId("console") });
  machine.channel("console").write(key);
  return await waitForAnswer(answers, before2, keyMs);
}
async function waitForAnswer(answers, before2, { firstByteMs, lastByteMs }) {
  await until(() => answers.length > before2, firstByteMs);
  if (answers.length === before2) return false;
  await until(() => answers.quietMs > silenceMs2, lastByteMs);
  return true;
}
async function until(isSo, limitMs3) {
  const startedMs = performance.now();
  while (!isSo() && performance.now() - startedMs < limitMs3) await pause(pollMs);
}

// src/run/watch/control-port.ts
function watchControlPort(machine, { suspendMs }) {
  const { promise, resolve } = deferred();
  let closing;
  let closedAtMs;
  const hear = (event) => {
    const isOpen = controlPortState(event);
    if (isOpen === void 0) return;
    closing?.cancel();
    closedAtMs = isOpen ? void 0 : performance.now();
    closing = isOpen ? void 0 : startDeadline(suspendMs, () => void 0);
    closing?.passed.then(resolve, () => void 0);
  };
  const listening = machine.listen(hear);
  return {
    closed: promise,
    closedForMs: () => closedAtMs === void 0 ? 0 : performance.now() - closedAtMs,
    [Symbol.dispose]: () => {
      closing?.cancel();
      listening[Symbol.dispose]();
    }
  };
}
function controlPortState({ name, data }) {
  if (name !== "VSERPORT_CHANGE" || data["id"] !== portId("control")) return void 0;
  return data["open"] === true;
}

// src/run/watch/end-machine.ts
async function endMachine(done2, written) {
  if (written === void 0) return await awaitPowerOff(done2);
  const { evidence, limits: limits2, session } = done2;
  if (await atMost(evidence.complete(written), limits2.restMs) === "settled") return { kind: "completed" };
  session.powerOff();
  return await awaitPowerOff(done2);
}
async function awaitPowerOff({ machine, bugs, limits: limits2 }) {
  const { powerOffMs, bugPowerOffMs } = limits2;
  const within2 = async (timeoutMs2) => await atMost(machine.exited, timeoutMs2) === "settled" ? { kind: "gone" } : { kind: "no-power-off", timeoutMs: timeoutMs2 };
  return await Promise.race([
    within2(powerOffMs),
    ...bugs === void 0 ? [] : [bugs.seen.then(() => within2(Math.min(powerOffMs, bugPowerOffMs)))]
  ]);
}
function endingAtRest({ guestEnd }) {
  const end = guestEnd();
  return end === void 0 || end === "guest-shutdown" ? { kind: "completed" } : { kind: end };
}

// src/run/watch/ending-of-exit.ts
var shortages = [
  [
    "EAGAIN",
    /Resource temporarily unavailable/,
    "this user has reached the limit of processes and threads (ulimit -u)"
  ],
  [
    "ENOMEM",
    /Cannot allocate memory|cannot set up guest memory|Out of memory/i,
    "there is not enough memory; run fewer tests at a time (--jobs), or give the machine less (-m)"
  ],
  ["EMFILE", /Too many open files/, "too many files are open (ulimit -n)"],
  ["ENFILE", /Too many open files in system/, "too many files are open on this host"],
  ["ENOSPC", /No space left on device/, "a disk is full"]
];
function shortageIn(words2) {
  const found = shortages.find(([, sign]) => sign.test(words2));
  return found && `${found[2]} (${words2})`;
}
function shortageOf(error) {
  if (!isHostExhausted(error)) return void 0;
  const found = shortages.find(([code]) => code === error.code);
  return found && `${found[2]} (${error.message})`;
}
function endingOfExit({ exit, machine, session, evidence }) {
  const guestEnd = machine.guestEnd();
  if (session.isDone && guestEnd === "guest-shutdown") return { kind: "completed" };
  if (guestEnd !== void 0) return { kind: guestEnd };
  if (exit.kind === "not-started") {
    const shortage2 = shortageOf(exit.error);
    return shortage2 === void 0 ? { kind: "qemu-exited", exitCode: void 0, signal: void 0, lastOutput: exit.error.message } : { kind: "host-failed", detail: shortage2 };
  }
  const lastOutput = lastWords(evidence.qemuLogPath);
  const shortage = shortageIn(lastOutput);
  if (shortage !== void 0) return { kind: "host-failed", detail: shortage };
  return exit.kind === "exited" ? { kind: "qemu-exited", exitCode: exit.exitCode, signal: void 0, lastOutput } : { kind: "qemu-exited", exitCode: void 0, signal: exit.signal, lastOutput };
}
function lastWords(path) {
  const { quotedLines, quotedLineChars } = bounds.qemuLog;
  const lines = (readTextTail(path, 64 * 1024) ?? "").trimEnd().split("\n").slice(-quotedLines);
  return lines.map((line) => line.length <= quotedLineChars ? line : `${line.slice(0, quotedLineChars - 1)}\u2026`).join("\n");
}

// src/run/watch/kvm-failure.ts
function watchForKvmFailure(machine, qemuLogPath) {
  const { promise: failed2, resolve } = deferred();
  const ask4 = async () => {
    const status = asObject(await (await machine.monitor).execute("query-status"))?.["status"];
    if (status === "internal-error") resolve({ kind: "kvm-failed", detail: wordsIn(qemuLogPath) });
  };
  const listening = machine.listen(({ name }) => {
    if (name === "STOP") ask4().catch((error) => error instanceof QmpError || machine.fail(error));
  });
  return { failed: failed2, [Symbol.dispose]: listening[Symbol.dispose] };
}
function wordsIn(qemuLogPath) {
  const lines = (readTextTail(qemuLogPath, 64 * 1024) ?? "").split("\n");
  const line = lines.findLast((text3) => /KVM internal error|kvm run failed/.test(text3));
  return line === void 0 ? "QEMU does not say why" : line.trim().slice(0, 200);
}

// src/run/watch/last-look.ts
async function lookAndEnd(machine, { look }) {
  await look();
  if (machine.guestEnd() === void 0) return;
  const quitting = machine.monitor.then((monitor) => monitor.execute("quit")).catch((error) => {
    if (!(error instanceof QmpError)) throw error;
  });
  await atMost(Promise.all([quitting, machine.exited]), quitMs);
}
var quitMs = 2e3;

// src/run/watch/watch-machine.ts
async function watchMachine(watch) {
  var _stack = [];
  try {
    const { machine, session, evidence, limits: limits2 } = watch;
    const clock = __using(_stack, startDeadlines(session, evidence, watch));
    const cancellation = __using(_stack, listenForAbort(watch.signal));
    const port = __using(_stack, watchControlPort(machine, limits2));
    const kvm = __using(_stack, watchForKvmFailure(machine, evidence.qemuLogPath));
    const state = { firstStageMs: void 0, leftOut: [] };
    const talk = talkTo(watch, clock, state);
    const conversation = talk.then(
      (written) => endMachine(watch, written),
      (error) => explainConversation(error, limits2)
    );
    session.heard.then(clock.alive).catch(machine.fail);
    try {
      const first = await firstToDecide(watch, { conversation, clock, port, kvm, cancellation });
      clock.stop();
      const isCutOff = port.closedForMs() > limits2.settleMs;
      const postMortem = await Promise.race([examine(watch, first, cancellation.aborted), machine.failed]);
      if (watch.lastLook !== void 0) await Promise.race([lookAndEnd(machine, watch.lastLook), machine.failed]);
      machine.kill();
      const exit = await machine.exited;
      const read = Promise.all([evidence.drained, machine.monitorRead, Promise.allSettled([talk])]);
      const drained = await atMost(read, limits2.drainMs);
      const ending = first.kind === "gone" ? ofExit(endingOfExit({ exit, machine, session, evidence }), isCutOff) : first.kind === "completed" ? endingAtRest(machine) : first;
      return {
        ending: drained === "late" ? incomplete2(ending, limits2) : ending,
        firstStageMs: state.firstStageMs,
        leftOut: state.leftOut,
        postMortem,
        notes: notesOn(session)
      };
    } catch (error) {
      machine.kill();
      await atMost(Promise.all([machine.exited, Promise.allSettled([talk])]), limits2.drainMs);
      throw error;
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function firstToDecide(watch, { conversation, clock, port, kvm, cancellation }) {
  const { machine, evidence } = watch;
  return await Promise.race([
    conversation,
    whenGone(machine),
    whenHalted(watch),
    clock.passed,
    whenPanicked(watch),
    whenPortCloses(watch, port),
    whenLost(evidence),
    whenModelBreaks(watch),
    whenExceeded(watch),
    whenBugIsTold(watch),
    kvm.failed,
    cancellation.aborted,
    machine.failed
  ]);
}
async function talkTo({ converse: converse2 }, clock, state) {
  const { leftOut, written } = await converse2({
    onFirstStage: () => {
      state.firstStageMs = performance.now();
      clock.stagesBegin();
    },
    onProgress: clock.progress,
    onLeakScan: clock.leakScanBegins
  });
  clock.stop();
  state.leftOut.push(...leftOut);
  return written;
}
async function examine({ machine, evidence, limits: limits2, dumpDirectory, nameCode: nameCode2 }, first, aborted) {
  return first.kind === "deadline" || first.kind === "no-power-off" ? await holdPostMortem({ machine, evidence, limits: limits2, dumpDirectory, nameCode: nameCode2, aborted }) : void 0;
}
async function whenGone(machine) {
  await machine.exited;
  return { kind: "gone" };
}
async function whenHalted({ lastLook }) {
  await (lastLook?.halted ?? new Promise(() => void 0));
  return { kind: "gone" };
}
async function explainConversation(error, { settleMs }) {
  if (error instanceof AgentRefusal) return { kind: "agent-lost", detail: error.message };
  if (error instanceof ImageFailed) return { kind: "image-failed", detail: error.message };
  if (isSystemError(error)) return { kind: "host-failed", detail: error.message };
  if (!(error instanceof AgentLost || error instanceof QmpError)) throw error;
  await pause(settleMs);
  return { kind: "agent-lost", detail: error.message };
}
async function whenPortCloses({ session, limits: limits2 }, port) {
  await port.closed;
  await pause(limits2.settleMs);
  if (session.isDone) return new Promise(() => void 0);
  return cutOff;
}
function ofExit(ending, isCutOff) {
  return ending.kind === "guest-shutdown" && isCutOff ? cutOff : ending;
}
var cutOff = { kind: "agent-lost", detail: "its control port was closed inside the guest" };
async function whenPanicked({ machine, limits: limits2 }) {
  await machine.panicked;
  return await atMost(machine.exited, limits2.panicMs) === "settled" ? { kind: "gone" } : { kind: "guest-panicked" };
}
async function whenBugIsTold({ machine, bugs }) {
  const bug = await (bugs?.unexpected ?? new Promise(() => void 0));
  return machine.guestEnd() === void 0 ? { kind: "after-bug", bug } : new Promise(() => void 0);
}
async function whenExceeded({ exceeded }) {
  return { kind: "over-limit", detail: await (exceeded ?? new Promise(() => void 0)) };
}
async function whenLost(evidence) {
  return { kind: "host-failed", detail: await evidence.lost };
}
async function whenModelBreaks({ modelBroken }) {
  const { kind: kind2, detail } = await (modelBroken ?? new Promise(() => void 0));
  return kind2 === "host" ? { kind: "host-failed", detail: `a device model was lost: ${detail}` } : { kind: "model-broke", detail };
}
function listenForAbort(signal) {
  const { promise, resolve } = deferred();
  const cancelled = () => resolve({ kind: "cancelled" });
  if (signal.aborted) cancelled();
  else signal.addEventListener("abort", cancelled, { once: true });
  return { aborted: promise, [Symbol.dispose]: () => signal.removeEventListener("abort", cancelled) };
}
function incomplete2(ending, { drainMs }) {
  return ending.kind === "completed" ? { kind: "host-failed", detail: `the machine's channels were not read to their end within ${drainMs / 1e3} s` } : ending;
}
function notesOn(session) {
  return session.foreignLines === 0 ? [] : [`${session.foreignLines} lines on the control port did not come from the agent and were ignored`];
}

// src/run/work-on-disk.ts
async function workOnDisk(job, ports2) {
  try {
    return await work(job, ports2);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { ending: { kind: "host-failed", detail: error.message }, exitStatus: void 0, output: "" };
  }
}
async function work({ qemu, machine: spec, script, bootDeadlineMs: bootDeadlineMs3, timeoutMs: timeoutMs2, directory, onLine }, { tripwire, signal, limits: limits2 = watchLimits, disk: disk3 = diskLimits }) {
  var _stack = [];
  try {
    const folder2 = join45(directory, "folder");
    for (const part of ["artifacts", "logs"]) makeDirectory(join45(folder2, part));
    writeProgramAt(join45(folder2, "run"), script);
    const outputPath = join45(directory, "qemu.log");
    const machine = __using(_stack, launchMachine({ spec: { ...spec, sharedFolder: folder2 }, qemu, outputPath }));
    const evidence = __using(_stack, collectEvidence(machine, { directory, tripwire }));
    const onDisk = __using(_stack, watchDisk({ folder: folder2, qemuLog: evidence.qemuLogPath }, disk3));
    hearLines(machine, onLine);
    const session = new AgentSession(machine.channel("control"), secretToken());
    const traces = [];
    const watched = await watchMachine({
      ...{ machine, session, evidence, bootDeadlineMs: bootDeadlineMs3, timeoutMs: timeoutMs2, limits: limits2, signal },
      exceeded: onDisk.exceeded,
      converse: (listener) => converse(session, oneStage, traces, listener)
    });
    evidence.close();
    return {
      ending: evidence.endingWith(watched.ending),
      exitStatus: traces[0]?.exitStatus,
      output: readTextIfThere(evidence.stageLogPath("run")) ?? ""
    };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
var oneStage = {
  stages: ["run"],
  environment: { PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", HOME: "/root", TERM: "dumb" },
  root: "disk",
  transport: sharedFolder,
  settings: [],
  scansForLeaks: false,
  end: { kind: "power-off" }
};
var maxLineLength = 1e3;
function hearLines(machine, onLine) {
  const lines = new LineSplitter({
    maxLength: maxLineLength,
    onLine: (line) => onLine(line.toString("utf8"))
  });
  machine.channel("log.run").on("data", (chunk) => lines.push(chunk));
}

// src/engine/work-in-guest.ts
var memory = "1G";
var bootDeadlineMs2 = 3e5;
function guestWorker(parts, context) {
  return async (work2) => {
    const own = { ...context, signal: work2.signal };
    const qemu = await provideQemu(qemuFor(work2, parts.plan), work2.arch, own);
    return await workOn(work2, { qemu, machine: await machineFor(work2, parts, own) });
  };
}
function kernelFor({ arch, distribution }) {
  const series = releaseOf(distribution, distribution).defaultKernel.otherwise;
  const text3 = `${distribution}:${series}:${arch.debian}`;
  return { kind: "distribution", text: text3, distribution, series, flavour: "generic", arch: arch.name };
}
function qemuFor({ arch }, { cells }) {
  const cell = cells.find((candidate) => candidate.arch === arch.name);
  if (cell === void 0) throw new Error(`Internal error: no cell is ${arch.name}, but an image is made for it`);
  return cell.qemu;
}
async function machineFor(work2, { guestFiles: guestFiles2 }, context) {
  const spec = kernelFor(work2);
  const kernel2 = await provideKernel(spec, context);
  const archive = await provideBootArchive(
    {
      kernel: kernel2,
      busybox: await provideBusybox(work2.arch, context),
      guestFiles: guestFilesFor(work2.arch.name, guestFiles2),
      builtModules: [],
      kernelModules: [],
      withDisk: true
    },
    context
  );
  if (!archive.hasVirtFs) throw new ProvisionError(`${spec.text}: expected a kernel with 9p, found none.`);
  return {
    ...machineBase({ kernel: kernel2, archive }, "tcg"),
    userArgs: [["-m", memory, "-smp", String(Math.min(4, hostResources().cpus))]],
    diskImage: { path: work2.image, format: "raw", isKept: true }
  };
}
async function workOn({ script, timeoutMs: timeoutMs2, signal, onLine }, { qemu, machine }) {
  const scratch = createOwnScratch();
  try {
    const job = { qemu, machine, script, bootDeadlineMs: bootDeadlineMs2, timeoutMs: timeoutMs2, directory: scratch.path, onLine };
    const { ending, exitStatus, output } = await workOnDisk(job, { tripwire: createTripwire(), signal });
    signal.throwIfAborted();
    if (ending.kind === "completed" && exitStatus !== void 0) return { kind: "ended", exitStatus, output };
    return { kind: "failed", failure: describeEnding(ending), output };
  } finally {
    await scratch.remove();
  }
}

// src/provision/kernel/lacking-config.ts
import { basename as basename9 } from "node:path";
var maxNamed = 5;
function lackingConfig({ config, release }, wishes) {
  if (wishes.length === 0) return { kind: "known", words: void 0 };
  const text3 = config === void 0 ? void 0 : readTextIfThere(config);
  if (text3 === void 0)
    return { kind: "unknown", reason: `could not be compared with ${release}: its configuration was not found` };
  const values = parseConfig(text3);
  const lacking = wishes.filter(({ symbol, value }) => !isGranted(value, valueIn(values, symbol), true));
  if (lacking.length === 0) return { kind: "known", words: void 0 };
  const named = lacking.slice(0, maxNamed).map(
    ({ symbol, value, line }) => `info/kernel-config:${line}: expected CONFIG_${symbol}=${value}, found ${valueIn(values, symbol)}`
  );
  const more = lacking.length > maxNamed ? `, and ${lacking.length - maxNamed} more` : "";
  return { kind: "known", words: `${named.join("; ")}${more} in ${release}` };
}
function mergedWishes(suites) {
  const merged = /* @__PURE__ */ new Map();
  for (const wish of suites.flat()) {
    const other = merged.get(wish.symbol);
    if (other === void 0) merged.set(wish.symbol, wish);
    else if (other.value !== wish.value) throw contradiction(other, wish);
  }
  return [...merged.values()];
}
function contradiction(one, other) {
  const place = ({ file: file2, line, value }) => `${file2}:${line} wants ${value}`;
  return new ProvisionError(
    `Two suites contradict each other in CONFIG_${one.symbol}: ${place(one)}, ${place(other)}.`,
    { hint: `Run them one after the other, or change ${basename9(other.file)} of one` }
  );
}

// src/provision/compiler/host-compiler.ts
async function fittingOnHost(wanted, arch, signal) {
  if (!hostHas("make")) return void 0;
  for (const program of [programFor(wanted, arch), familyFor(wanted.family, arch)]) {
    if (!hostHas(program)) continue;
    const found = await identifyCompiler2(program, signal);
    if (found.family === wanted.family && found.major === wanted.major) return found;
  }
  return void 0;
}
async function bestOnHost({ compiler, arch }, signal) {
  const fitting = compiler && await fittingOnHost(compiler, arch, signal);
  if (fitting !== void 0) return fitting;
  const program = familyFor(compiler?.family ?? "gcc", arch);
  requirePrograms(program, "make");
  return await identifyCompiler2(program, signal);
}
async function namedCompiler({ text: text3, program }, signal) {
  if (program.includes("/") && !isExecutableFile(program))
    throw new ProvisionError(`--compiler ${text3}: expected a compiler there, found no program.`);
  requirePrograms(program, "make");
  return await identifyCompiler2(program, signal);
}
function asModuleCompiler(found, headers) {
  const { family, major, program, title, identity } = found;
  const directory = buildDirectoryOf(headers);
  const isDefault = program === "gcc" && headers.unpackedRoot === void 0;
  const choice = isDefault ? [] : compilerChoice(program, found, hostHas);
  return {
    family,
    major,
    title,
    key: identity,
    command: program,
    makeArgs: [...crossVariables(headers.arch), ...choice, ...configurationFor(found, directory)],
    flags: flagsFor(found, directory),
    env: {},
    strip: findProgram(`${crossPrefix(headers.arch)}strip`) ?? findProgram("llvm-strip"),
    starter: void 0
  };
}
function familyFor(family, arch) {
  return family === "clang" ? family : `${crossPrefix(arch)}${family}`;
}
function hostHas(program) {
  return program.includes("/") ? isExecutableFile(program) : findProgram(program) !== void 0;
}
function packageOf(program) {
  return program.replace(/^(\w+-linux-gnu)-(gcc)$/, "$2-$1");
}
function requirePrograms(...programs) {
  const missing = programs.filter((program) => !hostHas(program));
  if (missing.length === 0) return;
  throw new ProvisionError(
    `${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} needed to build modules, but not found.`,
    { hint: `Install: sudo apt-get install ${missing.map(packageOf).join(" ")}` }
  );
}

// src/provision/compiler/provide-compiler.ts
async function provideCompiler(spec, headers, context) {
  switch (spec.kind) {
    case "auto":
      return await fittingCompiler(headers, context);
    case "host":
      return asModuleCompiler(await bestOnHost(headers, context.signal), headers);
    case "kernel":
      return await requiredCompiler(headers, context);
    case "program":
      return asModuleCompiler(await namedCompiler(spec, context.signal), headers);
  }
}
async function fittingCompiler(headers, context) {
  const { compiler: wanted, origin: origin2 } = headers;
  if (wanted === void 0) return asModuleCompiler(await bestOnHost(headers, context.signal), headers);
  const fitting = await fittingOnHost(wanted, headers.arch, context.signal);
  if (fitting !== void 0) return asModuleCompiler(fitting, headers);
  if (origin2 !== void 0) return await fetchedCompiler(wanted, origin2, headers, context);
  const other = await bestOnHost(headers, context.signal);
  warnOfOther(context, { headers, wanted, other }, "This host has no other.");
  return asModuleCompiler(other, headers);
}
async function fetchedCompiler(wanted, origin2, headers, context) {
  try {
    return await distributionCompiler(wanted, origin2, headers, context);
  } catch (error) {
    if (!(error instanceof ProvisionError) || error instanceof HostShortage) throw error;
    if (!hostHas(familyFor(wanted.family, headers.arch)) || !hostHas("make")) throw noCompiler(wanted, headers, error);
    const other = await bestOnHost(headers, context.signal);
    warnOfOther(context, { headers, wanted, other }, `The kernel\u2019s could not be fetched: ${firstLine(error.message)}`);
    return asModuleCompiler(other, headers);
  }
}
async function requiredCompiler(headers, context) {
  const { compiler, origin: origin2, release } = headers;
  if (origin2 !== void 0 && compiler !== void 0)
    return await distributionCompiler(compiler, origin2, headers, context);
  const reason = origin2 === void 0 ? `the kernel ${release} is given by its path, so no distribution has its compiler` : `the headers of ${release} do not say which compiler built it`;
  throw new ProvisionError(`--compiler kernel: ${reason}.`, {
    hint: "Leave out --compiler, or name a compiler of this host: --compiler gcc-14"
  });
}
function noCompiler(wanted, { release, arch }, cause) {
  return new ProvisionError(
    `Modules for ${release} need ${programFor(wanted, arch)} and make. This host does not have them, and they could not be fetched: ${cause.message}`,
    { hint: `Check the network, or install: sudo apt-get install ${packageFor(wanted, arch)} make`, cause }
  );
}
function firstLine(text3) {
  return (text3.split("\n")[0] ?? "").replace(/:$/, ".");
}
function warnOfOther(context, { headers, wanted, other }, reason) {
  const message = `Modules for ${headers.release} are built by ${other.title}, and the kernel by ${versionedName(wanted)}: they may not build, or not load. ${reason}`;
  context.progress({ kind: "warning", message });
}

// src/binary/elf-imports.ts
var symbolTableType = 2;
var maxImports = 2e4;
var maxNameBytes2 = 512;
function readElfImports(read) {
  const sections = readElfFile(read)?.sections ?? [];
  const table = sections.find(({ type }) => type === symbolTableType);
  const names2 = table && sections[table.link];
  if (table === void 0 || names2 === void 0) return [];
  return importsIn(sectionContent(read, table), sectionContent(read, names2));
}
function importsIn(table, names2) {
  const imports = /* @__PURE__ */ new Set();
  for (let at = 0; at + symbolBytes <= table.length && imports.size < maxImports; at += symbolBytes) {
    if (table.readUInt16LE(at + 6) !== 0) continue;
    const name = textAt(names2, table.readUInt32LE(at), maxNameBytes2);
    if (name !== "") imports.add(name);
  }
  return [...imports];
}

// src/provision/modules/module-imports.ts
function moduleImports(path) {
  return new Set(readElfImports(bytesOf(readWholeFile(path))));
}

// src/engine/call-notes.ts
import { join as join46 } from "node:path";
function callNotes({ suite, faults, modules, kernelSymbols }) {
  const imports = new Set(modules.flatMap((module) => [...module.imports]));
  return [
    ...(suite.failable ?? []).flatMap((line) => failableNote(line, suite, imports, kernelSymbols)),
    ...new Set(faults.flatMap((fault) => faultNote(fault, suite, imports)))
  ];
}
function failableNote({ text: text3, file: file2, line }, { name }, imports, kernelSymbols) {
  const [symbol = ""] = text3.split(/\s+/, 1);
  if (imports.has(symbol) || kernelSymbols?.has(symbol) !== false) return [];
  return [`${file2}:${line}: no module of ${name} calls ${symbol}, and this kernel does not have it`];
}
function faultNote({ text: text3, file: file2, line }, suite, imports) {
  if (!isCallFault(text3)) return [];
  const fault = parseCallFault(text3);
  const selected = selectCalls(fault, knownFunctions(suite)).map((call) => call.function);
  if (selected.some(({ symbol }) => imports.has(symbol))) return [];
  const wish = [
    ...fault.functionGlob === void 0 ? [] : [`function=${fault.functionGlob}`],
    ...fault.groups === void 0 ? [] : [`group=${fault.groups.join(",")}`],
    ...fault.value === void 0 ? [] : [`value=${fault.value}`]
  ].join(" ");
  const releases = selected.length > maxNamed2 ? "" : selected.map(releaseWords).join("");
  const place = line === 0 ? "--fault" : `${file2}:${line}`;
  return [`${place}: the modules of ${suite.name} call nothing of ${wish} in this kernel${releases}`];
}
var maxNamed2 = 3;
function releaseWords({ symbol, since, until: until2 }) {
  if (since === void 0 && until2 === void 0) return "";
  if (until2 === void 0) return `; ${symbol} is in ${since ?? ""} and later`;
  return since === void 0 ? `; ${symbol} is in ${until2} and before` : `; ${symbol} is in ${since} to ${until2}`;
}
function exportedSymbols({ makeArgs }) {
  const directory = makeArgs[makeArgs.indexOf("-C") + 1];
  const path = directory === void 0 ? void 0 : join46(directory, "Module.symvers");
  if (path === void 0 || kindOfFile(path) !== "file") return void 0;
  const lines = readWholeFile(path).toString("latin1").split("\n");
  return new Set(lines.flatMap((line) => line.split("	", 2)[1] ?? []));
}

// src/engine/call-supplies.ts
async function provideCalls(tests, { builds, headers, provideHelper }) {
  const asking = new Set(tests.filter(({ suite, test }) => asksForCalls(suite, test)).map(({ suite }) => suite));
  if (asking.size === 0) return void 0;
  const modules = /* @__PURE__ */ new Map();
  for (const suite of asking) {
    const build = builds.get(suite);
    if (build?.kind === "built") modules.set(suite, build.modules.map(callsOf));
  }
  if (modules.size === 0) return void 0;
  return { helper: await provideHelper(), modules, notes: notesOn2(tests, modules, headers) };
}
function notesOn2(tests, all, headers) {
  const namesFunctions = [...all.keys()].some(({ failable = [] }) => failable.length > 0);
  const kernelSymbols = namesFunctions ? exportedSymbols(headers) : void 0;
  return [...all].flatMap(([suite, modules]) => {
    const own = tests.filter((test) => test.suite === suite);
    const faults = own.flatMap(({ test }) => test.faults);
    return callNotes({ suite, faults, modules, kernelSymbols });
  });
}
function callsOf(path) {
  return { name: moduleName(path), imports: moduleImports(path) };
}
async function buildCallHelper(sources, request, context) {
  if (sources === void 0) return { kind: "missing", reason: "this installation does not have its sources" };
  const build = await buildHelper(sources, request, context);
  return build.kind === "built" ? { kind: "ready", path: build.module } : withoutCalls(request, build.reason, context);
}
function withoutCalls({ kernel: kernel2 }, reason, { progress }) {
  progress({ kind: "warning", message: `${kernel2.spec}: no call can be made to fail: ${reason}` });
  return { kind: "missing", reason };
}

// src/engine/coverage-supplies.ts
import { isAbsolute, join as join48, relative as relative4 } from "node:path";

// src/coverage/module-layout.ts
var allocated = 2;
var executable = 4;
var pageBytes2 = 4096;
var growing = /^(?:\.init)?\.plt$|\.ftrace_trampoline$/;
function codeLayout(sections) {
  const starts = /* @__PURE__ */ new Map();
  const used = { text: 0, init: 0 };
  const grown = /* @__PURE__ */ new Set();
  for (const { index, name, flags, sizeBytes, alignBytes } of sections) {
    const part = name.startsWith(".init") ? "init" : "text";
    if (growing.test(name)) grown.add(part);
    if ((flags & (allocated | executable)) !== (allocated | executable) || grown.has(part)) continue;
    const offset = alignUp(used[part], Math.max(1, alignBytes));
    starts.set(index, { part, offset });
    used[part] = offset + sizeBytes;
  }
  return {
    textBytes: toPages(used.text),
    initBytes: toPages(used.init),
    grows: grown.size > 0,
    placeOf: (section, offset) => {
      const start = starts.get(section);
      return start && { part: start.part, offset: start.offset + offset };
    }
  };
}
function toPages(bytes) {
  return alignUp(bytes, pageBytes2);
}
function alignUp(bytes, to) {
  return Math.ceil(bytes / to) * to;
}

// src/coverage/coverage-memory.ts
var magic = "qdt-coverage\0\0\0\0";
var layout = 1;
var headBytes = 32;
var recordBytes = 80;
var nameBytes = 64;
var wordBytes = 8;
function readCoverageMemory(memory2) {
  if (memory2.length < headBytes || memory2.toString("latin1", 0, 16) !== magic) return void 0;
  if (memory2.readUInt32LE(16) !== layout) return void 0;
  const count2 = Math.min(memory2.readUInt32LE(24), bounds.coverage.modules);
  const records = Array.from({ length: count2 }, (_, index) => recordAt(memory2, headBytes + index * recordBytes));
  return { records: records.filter((record) => record !== void 0), lost: memory2.readUInt32LE(28) };
}
function recordAt(memory2, at) {
  if (at + recordBytes > memory2.length) return void 0;
  const name = memory2.toString("latin1", at, at + nameBytes).split("\0", 1)[0] ?? "";
  const textBytes = memory2.readUInt32LE(at + nameBytes);
  const initBytes = memory2.readUInt32LE(at + nameBytes + 4);
  const start = memory2.readUInt32LE(at + nameBytes + 8);
  const end = start + bitsFor(textBytes) + bitsFor(initBytes);
  if (end > memory2.length) return void 0;
  return { name, textBytes, initBytes, bits: memory2.subarray(start, end) };
}
function bitsFor(codeBytes) {
  return Math.ceil(codeBytes / (8 * wordBytes)) * wordBytes;
}
function reachedPoints(module, { records }) {
  const reached = /* @__PURE__ */ new Set();
  for (const record of records) {
    if (record.name !== module.name || !isLaidOutLike(module, record)) continue;
    for (const [index, point] of module.points.entries()) if (isSet(record, point)) reached.add(index);
  }
  return reached;
}
function isLaidOutLike(module, record) {
  const [text3, init] = [toPages(record.textBytes), toPages(record.initBytes)];
  if (module.grows) return text3 >= module.textBytes && init >= module.initBytes;
  return text3 === module.textBytes && init === module.initBytes;
}
function isSet({ bits, textBytes }, { part, offset }) {
  const byte = (part === "text" ? 0 : bitsFor(textBytes)) + (offset >> 3);
  return ((bits[byte] ?? 0) & 1 << (offset & 7)) !== 0;
}
function linesOf(module, reached) {
  const found = /* @__PURE__ */ new Map();
  for (const [file2, lines] of module.lines) {
    const ran = [...lines].filter(([, points]) => points.some((point) => reached.has(point))).map(([line]) => line);
    if (ran.length > 0) found.set(file2, ran);
  }
  return found;
}

// src/binary/elf-relocations.ts
var relocationsType = 4;
var relocationBytes = 24;
var symbolBytes2 = 24;
var maxRelocations = 4 * 1024 ** 2;
var maxNameBytes3 = 1024;
function readRelocations(read, { sections }, isWanted) {
  const found = [];
  for (const table of sections) {
    const target = sections[table.info];
    if (table.type !== relocationsType || target === void 0 || !isWanted(target)) continue;
    const symbols = sections[table.link];
    const names2 = symbols && sections[symbols.link];
    if (symbols === void 0 || names2 === void 0) continue;
    const symbolAt2 = symbolReader(sectionContent(read, symbols), sectionContent(read, names2));
    const content = sectionContent(read, table);
    for (let at = 0; at + relocationBytes <= content.length && found.length < maxRelocations; at += relocationBytes) {
      found.push({
        inSection: target.index,
        offset: Number(content.readBigUInt64LE(at)),
        type: content.readUInt32LE(at + 8),
        ...symbolAt2(content.readUInt32LE(at + 12)),
        addend: Number(content.readBigInt64LE(at + 16))
      });
    }
  }
  return found;
}
function symbolReader(symbols, names2) {
  const known3 = /* @__PURE__ */ new Map();
  return (index) => {
    const before2 = known3.get(index);
    if (before2 !== void 0) return before2;
    const at = index * symbolBytes2;
    const isThere = at + symbolBytes2 <= symbols.length;
    const symbol = isThere ? {
      symbol: textAt(names2, symbols.readUInt32LE(at), maxNameBytes3),
      symbolSection: symbols.readUInt16LE(at + 6),
      symbolValue: Number(symbols.readBigUInt64LE(at + 8))
    } : { symbol: "", symbolSection: 0, symbolValue: 0 };
    known3.set(index, symbol);
    return symbol;
  };
}

// src/symbols/lines/byte-cursor.ts
var LinesDamaged = class extends Error {
  name = "LinesDamaged";
};
var ByteCursor = class _ByteCursor {
  #bytes;
  at;
  constructor(bytes, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }
  get left() {
    return this.#bytes.length - this.at;
  }
  /** A cursor for the next bytes, which this one skips. */
  take(lengthBytes) {
    return new _ByteCursor(this.#next(lengthBytes));
  }
  skip(lengthBytes) {
    this.#next(lengthBytes);
  }
  u8() {
    return this.#next(1).readUInt8(0);
  }
  i8() {
    return this.#next(1).readInt8(0);
  }
  u16() {
    return this.#next(2).readUInt16LE(0);
  }
  u32() {
    return this.#next(4).readUInt32LE(0);
  }
  /** Beyond what a number holds exactly it is not exact. */
  u64() {
    return Number(this.#next(8).readBigUInt64LE(0));
  }
  /** LEB128. */
  unsigned() {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.u8();
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }
  /** LEB128. */
  signed() {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.u8();
      value += (byte & 127) * factor;
      if (byte < 128) return (byte & 64) === 0 ? value : value - factor * 128;
    }
  }
  /** Up to a NUL. */
  text() {
    const end = this.#bytes.indexOf(0, this.at);
    if (end < 0) throw new LinesDamaged("a text has no end");
    const text3 = this.#bytes.toString("utf8", this.at, end);
    this.at = end + 1;
    return text3;
  }
  #next(lengthBytes) {
    const end = this.at + lengthBytes;
    if (lengthBytes < 0 || !(end <= this.#bytes.length)) throw new LinesDamaged("it ends too early");
    const bytes = this.#bytes.subarray(this.at, end);
    this.at = end;
    return bytes;
  }
};

// src/symbols/lines/line-header.ts
import { posix } from "node:path";
function readLineHeader(unit, texts, offsetBytes) {
  const version2 = unit.u16();
  if (version2 < 2 || version2 > 5) throw new LinesDamaged(`its version is ${version2}`);
  if (version2 === 5) unit.skip(2);
  const lengthBytes = offsetBytes === 4 ? unit.u32() : unit.u64();
  const rest = unit.take(lengthBytes);
  const minimumLength = rest.u8();
  if (version2 >= 4) rest.skip(1);
  const isStatement = rest.u8() !== 0;
  const lineBase = rest.i8();
  const lineRange = rest.u8();
  const opcodeBase = rest.u8();
  if (lineRange === 0) throw new LinesDamaged("it has no range of lines");
  const operandCounts = Array.from({ length: Math.max(0, opcodeBase - 1) }, () => rest.u8());
  const files = version2 === 5 ? filesOfFive(rest, texts, offsetBytes) : filesOfFour(rest);
  return { header: { minimumLength, isStatement, lineBase, lineRange, operandCounts, files }, program: unit };
}
function filesOfFour(cursor) {
  const directories2 = [""];
  for (let name = cursor.text(); name !== ""; name = cursor.text()) directories2.push(name);
  const files = /* @__PURE__ */ new Map();
  for (let name = cursor.text(); name !== ""; name = cursor.text()) {
    const directory = directories2[cursor.unsigned()] ?? "";
    cursor.unsigned();
    cursor.unsigned();
    files.set(files.size + 1, joined(directory, name));
  }
  return files;
}
var pathContent = 1;
var directoryContent = 2;
function filesOfFive(cursor, texts, offsetBytes) {
  const pathOf = (entry) => String(entry.get(pathContent) ?? "");
  const directories2 = inOwnDirectory(entries(cursor, texts, offsetBytes).map(pathOf));
  const files = entries(cursor, texts, offsetBytes).map(
    (entry) => joined(directories2[Number(entry.get(directoryContent) ?? 0)] ?? "", pathOf(entry))
  );
  return new Map(files.entries());
}
function inOwnDirectory([own = "", ...others]) {
  if (posix.isAbsolute(own)) return ["", ...others];
  return [own, ...others.map((other) => other.startsWith(own) ? other : joined(own, other))];
}
function entries(cursor, texts, offsetBytes) {
  const format = Array.from({ length: cursor.u8() }, () => [cursor.unsigned(), cursor.unsigned()]);
  const count2 = cursor.unsigned();
  if (count2 > cursor.left || format.length === 0 && count2 > 0) throw new LinesDamaged("it lists too many files");
  return Array.from(
    { length: count2 },
    () => new Map(format.map(([content, form]) => [content, valueOf(form, { cursor, texts, offsetBytes })]))
  );
}
function valueOf(form, { cursor, texts, offsetBytes }) {
  const offset = () => offsetBytes === 4 ? cursor.u32() : cursor.u64();
  switch (form) {
    case 8:
      return cursor.text();
    case 14:
      return new ByteCursor(texts.texts, offset()).text();
    case 31:
      return new ByteCursor(texts.lineTexts, offset()).text();
    case 11:
      return cursor.u8();
    case 5:
      return cursor.u16();
    case 6:
      return cursor.u32();
    case 7:
      return cursor.u64();
    case 15:
      return cursor.unsigned();
    case 30:
      cursor.skip(16);
      return 0;
    case 9:
      cursor.skip(cursor.unsigned());
      return 0;
    default:
      throw new LinesDamaged(`its form 0x${form.toString(16)} is unknown`);
  }
}
function joined(directory, name) {
  if (posix.isAbsolute(name) || directory === "") return posix.normalize(name);
  return posix.normalize(`${directory}/${name}`);
}

// src/symbols/lines/line-rows.ts
var maxRows = 8 * 1024 ** 2;
var compressed = 2048;
function readLineRows(module) {
  const linked = linkedCopy(module);
  const file2 = linked && readElfFile(bytesOf(linked.content));
  if (linked === void 0 || file2 === void 0) throw new LinesDamaged("its debug information is unknown or damaged");
  const read = bytesOf(linked.content);
  const content = (name) => {
    const section = file2.sections.find((one) => one.name === name);
    if (section === void 0) return Buffer.alloc(0);
    if ((section.flags & compressed) !== 0) throw new LinesDamaged("its debug information is compressed");
    return sectionContent(read, section);
  };
  const texts = { lineTexts: content(".debug_line_str"), texts: content(".debug_str") };
  const table = new ByteCursor(content(".debug_line"));
  if (table.left === 0) throw new LinesDamaged("it has no debug information");
  const placeOf2 = placer(file2.sections, linked.baseOf);
  const rows = [];
  while (table.left > 0) {
    const first = table.u32();
    const offsetBytes = first === 4294967295 ? 8 : 4;
    const unit = table.take(offsetBytes === 8 ? table.u64() : first);
    const { header: header2, program } = readLineHeader(unit, texts, offsetBytes);
    new LineProgram(header2, ({ address, file: number2, line, isStatement }) => {
      const [place, path] = [placeOf2(address), header2.files.get(number2)];
      if (place === void 0 || path === void 0 || line === 0) return;
      if (rows.length >= maxRows) throw new LinesDamaged("it has too many lines");
      rows.push({ ...place, file: path, line, isStatement });
    }).run(program);
  }
  return rows;
}
function placer(sections, baseOf) {
  const spans = sections.map((section) => ({ section: section.index, start: Number(baseOf(section)), size: section.sizeBytes })).filter(({ start }) => start > 0);
  let last = spans[0];
  return (address) => {
    const holds2 = (span) => address >= span.start && address <= span.start + span.size;
    if (last === void 0 || !holds2(last)) last = spans.find(holds2) ?? last;
    return last !== void 0 && holds2(last) ? { section: last.section, offset: address - last.start } : void 0;
  };
}
function tells(row, nextAddress) {
  return row.isStatement || row.address < nextAddress;
}
var LineProgram = class {
  #header;
  #onRow;
  #state;
  /** Not told yet: the next one shows whether it has an instruction. */
  #pending;
  constructor(header2, onRow) {
    this.#header = header2;
    this.#onRow = onRow;
    this.#state = this.#fresh();
  }
  #fresh() {
    return { address: 0, file: 1, line: 1, isStatement: this.#header.isStatement };
  }
  /** @throws LinesDamaged */
  run(program) {
    const { operandCounts, lineBase, lineRange } = this.#header;
    const opcodeBase = operandCounts.length + 1;
    while (program.left > 0) {
      const opcode = program.u8();
      if (opcode === 0) this.#extended(program);
      else if (opcode < opcodeBase) this.#standard(opcode, program);
      else {
        const step = opcode - opcodeBase;
        this.#advance(Math.floor(step / lineRange));
        this.#state.line += lineBase + step % lineRange;
        this.#emit();
      }
    }
  }
  #emit() {
    this.#settle();
    this.#pending = { ...this.#state };
  }
  #settle() {
    const { address } = this.#state;
    if (this.#pending !== void 0 && tells(this.#pending, address)) this.#onRow(this.#pending);
    this.#pending = void 0;
  }
  #advance(count2) {
    this.#state.address += count2 * this.#header.minimumLength;
  }
  #extended(program) {
    const operands = program.take(program.unsigned());
    if (operands.left === 0) return;
    const opcode = operands.u8();
    if (opcode === 1) {
      this.#settle();
      this.#state = this.#fresh();
    }
    if (opcode === 2) this.#state.address = operands.left >= 8 ? operands.u64() : operands.u32();
  }
  #standard(opcode, program) {
    switch (opcode) {
      case 1:
        this.#emit();
        return;
      case 2:
        this.#advance(program.unsigned());
        return;
      case 3:
        this.#state.line += program.signed();
        return;
      case 4:
        this.#state.file = program.unsigned();
        return;
      case 6:
        this.#state.isStatement = !this.#state.isStatement;
        return;
      case 8:
        this.#advance(Math.floor((255 - this.#header.operandCounts.length - 1) / this.#header.lineRange));
        return;
      case 9:
        this.#state.address += program.u16();
        return;
      default:
        for (let left = this.#header.operandCounts[opcode - 1] ?? 0; left > 0; left--) program.unsigned();
    }
  }
};

// src/binary/code-flow.ts
var onward = { kind: "on" };
var away = { kind: "away" };
function signedBits(value, bits) {
  const unused = 32 - bits;
  return value << unused >> unused;
}

// src/binary/arm64-instruction.ts
var instructionBytes = 4;
function arm64InstructionAt(code, offset) {
  if (offset + instructionBytes > code.length) return void 0;
  const word2 = code.readUInt32LE(offset);
  return word2 >>> 16 === 0 ? void 0 : { lengthBytes: instructionBytes, flow: flowOf(word2) };
}
function flowOf(word2) {
  if (word2 >>> 26 === 5) return { kind: "jump", distance: distanceOf(word2, 26) };
  if (word2 >>> 24 === 84) return { kind: "branch", distance: distanceOf(word2 >>> 5, 19) };
  switch (word2 >>> 25 & 63) {
    case 26:
      return { kind: "branch", distance: distanceOf(word2 >>> 5, 19) };
    case 27:
      return { kind: "branch", distance: distanceOf(word2 >>> 5, 14) };
    default:
      return word2 >>> 25 === 107 ? byRegister(word2 >>> 21 & 15) : onward;
  }
}
function byRegister(operation) {
  return (operation & 7) === 1 ? onward : away;
}
function distanceOf(field, bits) {
  return signedBits(field, bits) * instructionBytes - instructionBytes;
}

// src/binary/riscv-instruction.ts
function riscvInstructionAt(code, offset) {
  if (offset + 2 > code.length) return void 0;
  const half = code.readUInt16LE(offset);
  if (half === 0) return void 0;
  if ((half & 3) !== 3) return { lengthBytes: 2, flow: compressedFlow(half) };
  if ((half & 31) === 31 || offset + 4 > code.length) return void 0;
  return { lengthBytes: 4, flow: flowOf2(code.readUInt32LE(offset)) };
}
var supervisorReturn = 270532723;
var machineReturn = 807403635;
function flowOf2(word2) {
  const isCall = (word2 >>> 7 & 31) !== 0;
  switch (word2 & 127) {
    case 99:
      return { kind: "branch", distance: branchOffset(word2) - 4 };
    case 111:
      return isCall ? onward : { kind: "jump", distance: jumpOffset(word2) - 4 };
    case 103:
      return isCall ? onward : away;
    default:
      return word2 === supervisorReturn || word2 === machineReturn ? away : onward;
  }
}
function branchOffset(word2) {
  const low = gather(word2, [
    [31, 12],
    [7, 11],
    [8, 1],
    [9, 2],
    [10, 3],
    [11, 4]
  ]);
  return signedBits(low | (word2 >>> 25 & 63) << 5, 13);
}
function jumpOffset(word2) {
  const low = gather(word2, [
    [31, 20],
    [20, 11]
  ]);
  return signedBits(low | (word2 >>> 21 & 1023) << 1 | (word2 >>> 12 & 255) << 12, 21);
}
function compressedFlow(half) {
  const quadrant = half & 3;
  const operation = half >>> 13;
  if (quadrant === 1 && operation === 5) return { kind: "jump", distance: compressedJump(half) - 2 };
  if (quadrant === 1 && operation >= 6) return { kind: "branch", distance: compressedBranch(half) - 2 };
  const isJump = quadrant === 2 && half >>> 12 === 8 && (half & 124) === 0 && (half & 3968) !== 0;
  return isJump ? away : onward;
}
var jumpBits = [
  [12, 11],
  [11, 4],
  [10, 9],
  [9, 8],
  [8, 10],
  [7, 6],
  [6, 7],
  [5, 3],
  [4, 2],
  [3, 1],
  [2, 5]
];
var branchBits = [
  [12, 8],
  [11, 4],
  [10, 3],
  [6, 7],
  [5, 6],
  [4, 2],
  [3, 1],
  [2, 5]
];
function compressedJump(half) {
  return signedBits(gather(half, jumpBits), 12);
}
function compressedBranch(half) {
  return signedBits(gather(half, branchBits), 9);
}
function gather(value, bits) {
  return bits.reduce((sum, [from2, to]) => sum | (value >>> from2 & 1) << to, 0);
}

// src/binary/x86-instruction.ts
var maxLength = 15;
var prefixes = /* @__PURE__ */ new Set([38, 46, 54, 62, 100, 101, 102, 103, 240, 242, 243]);
function x86InstructionAt(code, offset) {
  const decoder = new Decoder(code, offset);
  const flow = decoder.decode();
  const lengthBytes = decoder.at - offset;
  if (flow === void 0 || lengthBytes > maxLength || decoder.at > code.length) return void 0;
  return { lengthBytes, flow };
}
var Decoder = class {
  #code;
  at;
  #isWide = false;
  #isNarrow = false;
  constructor(code, offset) {
    this.#code = code;
    this.at = offset;
  }
  /** Beyond the end of the code there are zeros; the caller sees that it went too far. */
  #byte() {
    return this.#code[this.at++] ?? 0;
  }
  decode() {
    let opcode = this.#byte();
    for (let count2 = 0; prefixes.has(opcode) && count2 < maxLength; count2++) {
      if (opcode === 102) this.#isNarrow = true;
      opcode = this.#byte();
    }
    if ((opcode & 240) === 64) {
      this.#isWide = (opcode & 8) !== 0;
      opcode = this.#byte();
    }
    if (opcode === 197) return this.#vector(1, 1);
    if (opcode === 196) return this.#vector(2, this.#peek() & 31);
    if (opcode === 98) return this.#vector(3, this.#peek() & 7);
    return opcode === 15 ? this.#twoBytes() : this.#oneByte(opcode);
  }
  #peek() {
    return this.#code[this.at] ?? 0;
  }
  /** VEX and EVEX: so many bytes more of the prefix, and the map that it selects. */
  #vector(prefixBytes, map) {
    this.at += prefixBytes;
    const opcode = this.#byte();
    if (map === 1) return this.#mapOfTwo(opcode);
    if (map !== 2 && map !== 3) return void 0;
    this.#operand();
    if (map === 3) this.at += 1;
    return onward;
  }
  #twoBytes() {
    const opcode = this.#byte();
    if (opcode === 56 || opcode === 58) {
      this.#byte();
      this.#operand();
      if (opcode === 58) this.at += 1;
      return onward;
    }
    if (opcode >= 128 && opcode <= 143) return { kind: "branch", distance: this.#signed(4) };
    return this.#mapOfTwo(opcode);
  }
  #mapOfTwo(opcode) {
    if (!hasNoOperand(opcode)) this.#operand();
    if (hasByteInMapOfTwo.has(opcode)) this.at += 1;
    return opcode === 7 || opcode === 53 ? away : onward;
  }
  #oneByte(opcode) {
    if (opcode < 64) {
      const form = opcode & 7;
      if (form > 5) return void 0;
      if (form < 4) this.#operand();
      else this.at += form === 4 ? 1 : this.#immediateBytes();
      return onward;
    }
    if (opcode >= 112 && opcode <= 127) return { kind: "branch", distance: this.#signed(1) };
    if (opcode >= 184 && opcode <= 191) {
      this.at += this.#isWide ? 8 : this.#immediateBytes();
      return onward;
    }
    if (opcode >= 176 && opcode <= 183) {
      this.at += 1;
      return onward;
    }
    return this.#flowing(opcode) ?? this.#plain(opcode);
  }
  #flowing(opcode) {
    switch (opcode) {
      case 224:
      case 225:
      case 226:
      case 227:
        return { kind: "branch", distance: this.#signed(1) };
      case 233:
        return { kind: "jump", distance: this.#signed(4) };
      case 235:
        return { kind: "jump", distance: this.#signed(1) };
      case 194:
      case 202:
        this.at += 2;
        return away;
      case 195:
      case 203:
      case 207:
        return away;
      case 255: {
        const register = this.#operand() >> 3 & 7;
        return register === 4 || register === 5 ? away : onward;
      }
      default:
        return void 0;
    }
  }
  #plain(opcode) {
    if (impossible.has(opcode)) return void 0;
    if (withOperand.has(opcode)) {
      const register = this.#operand() >> 3 & 7;
      if ((opcode === 246 || opcode === 247) && register > 1) return onward;
    }
    if (withByte.has(opcode)) this.at += 1;
    if (withImmediate.has(opcode)) this.at += this.#immediateBytes();
    if (opcode === 200) this.at += 3;
    if (opcode >= 160 && opcode <= 163) this.at += 8;
    if (opcode === 232) this.at += 4;
    return onward;
  }
  #immediateBytes() {
    return this.#isNarrow && !this.#isWide ? 2 : 4;
  }
  /** ModRM with what follows it. Returns its byte. */
  #operand() {
    const byte = this.#byte();
    const mode = byte >> 6;
    if (mode === 3) return byte;
    let base = byte & 7;
    if (base === 4) base = (this.#byte() & 7) === 5 ? 5 : 0;
    if (mode === 1) this.at += 1;
    else if (mode === 2 || base === 5) this.at += 4;
    return byte;
  }
  #signed(bytes) {
    const { at } = this;
    this.at += bytes;
    if (this.at > this.#code.length) return 0;
    return bytes === 1 ? this.#code.readInt8(at) : this.#code.readInt32LE(at);
  }
};
function hasNoOperand(opcode) {
  return opcode >= 5 && opcode <= 11 || opcode === 14 || opcode >= 48 && opcode <= 55 || opcode === 119 || opcode >= 160 && opcode <= 162 || opcode >= 168 && opcode <= 170 || opcode >= 200 && opcode <= 207;
}
var hasByteInMapOfTwo = /* @__PURE__ */ new Set([
  112,
  113,
  114,
  115,
  164,
  172,
  186,
  194,
  196,
  197,
  198
]);
var impossible = /* @__PURE__ */ new Set([96, 97, 130, 154, 206, 212, 213, 214, 234]);
var withOperand = /* @__PURE__ */ new Set([
  99,
  105,
  107,
  128,
  129,
  131,
  192,
  193,
  198,
  199,
  246,
  247,
  254,
  ...from(132, 143),
  ...from(208, 211),
  ...from(216, 223)
]);
var withByte = /* @__PURE__ */ new Set([
  106,
  107,
  128,
  131,
  168,
  192,
  193,
  198,
  205,
  246,
  ...from(228, 231)
]);
var withImmediate = /* @__PURE__ */ new Set([104, 105, 129, 169, 199, 247]);
function from(first, last) {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

// src/coverage/code-form.ts
var relative3 = /* @__PURE__ */ new Set([2, 4]);
var x86 = {
  instructionAt: x86InstructionAt,
  callAt: (code, offset) => code[offset - 1] === 232 ? offset - 1 : void 0,
  callBytes: 5,
  // The distance of a call or jump counts from its end, four bytes on; that of a table from its entry.
  targetsOf: ({ type, symbolValue, addend }) => relative3.has(type) ? [symbolValue + addend, symbolValue + addend + 4] : [symbolValue + addend]
};
var arm64 = {
  instructionAt: arm64InstructionAt,
  callAt: (code, offset) => wordAt(code, offset) >>> 26 === 37 ? offset : void 0,
  callBytes: 4,
  targetsOf: ({ symbolValue, addend }) => [symbolValue + addend]
};
var otherHalf = /* @__PURE__ */ new Set([24, 25]);
var riscv64 = {
  instructionAt: riscvInstructionAt,
  // auipc ra, …; jalr ra, …(ra)
  callAt: (code, offset) => (wordAt(code, offset) & 4095) === 151 && (wordAt(code, offset + 4) & 1048575) === 32999 ? offset : void 0,
  callBytes: 8,
  targetsOf: ({ type, symbolValue, addend }) => otherHalf.has(type) ? [] : [symbolValue + addend]
};
function wordAt(code, offset) {
  return offset >= 0 && offset + 4 <= code.length ? code.readUInt32LE(offset) : 0;
}
var byMachine = { 62: x86, 183: arm64, 243: riscv64 };
function codeFormOf(machine) {
  return byMachine[machine];
}

// src/coverage/code-blocks.ts
function pointSpans(section) {
  const steps = sweep(section);
  const blocks = split(steps, leadersOf(steps, section), section);
  const together = groupBlocks(blocks, section.entries);
  return [...blocks.values()].flatMap((block) => spansOf(block, together.get(block.start)));
}
function sweep({ code, instructionAt, entries: entries2, relocated }) {
  const starts = [...entries2].filter((start) => start < code.length).sort((a, b) => a - b);
  const steps = [];
  const isRelocated = (start, end) => {
    for (let at = start; at < end; at++) if (relocated.has(at)) return true;
    return false;
  };
  let upcoming = 0;
  for (let at = 0; at < code.length; ) {
    while (upcoming < starts.length && (starts[upcoming] ?? 0) <= at) upcoming++;
    const found = instructionAt(code, at);
    const end = at + (found?.lengthBytes ?? 0);
    if (found === void 0 || end > code.length) {
      at = starts[upcoming] ?? code.length;
      continue;
    }
    steps.push({ at, end, flow: isRelocated(at, end) ? elsewhere(found.flow) : found.flow });
    at = end;
  }
  return steps;
}
function elsewhere(flow) {
  if (flow.kind === "jump") return { kind: "away" };
  return flow.kind === "branch" ? { kind: "branch", distance: 0 } : flow;
}
function leadersOf(steps, { entries: entries2 }) {
  const leaders = new Set(entries2);
  for (const { end, flow } of steps) {
    if (flow.kind === "on") continue;
    leaders.add(end);
    if (flow.kind !== "away") leaders.add(end + flow.distance);
  }
  return leaders;
}
function split(steps, leaders, { points }) {
  const blocks = /* @__PURE__ */ new Map();
  let current;
  for (const { at, end, flow } of steps) {
    if (current === void 0 || current.end !== at || leaders.has(at)) {
      if (current?.end === at && current.next.length === 0 && !current.leadsAway) current.next.push(at);
      current = { start: at, end, points: [], next: [], leadsAway: false };
      blocks.set(at, current);
    }
    current.end = end;
    if (points.has(at)) current.points.push(at);
    if (flow.kind === "away") current.leadsAway = true;
    if (flow.kind === "branch") current.next.push(end, end + flow.distance);
    if (flow.kind === "jump") current.next.push(end + flow.distance);
  }
  return blocks;
}
function groupBlocks(blocks, entries2) {
  const waysIn = /* @__PURE__ */ new Map();
  for (const { next } of blocks.values())
    for (const start of new Set(next)) waysIn.set(start, (waysIn.get(start) ?? 0) + 1);
  const known3 = /* @__PURE__ */ new Map();
  const follower = ({ next, leadsAway }) => {
    const [only, ...more] = new Set(next);
    if (only === void 0 || more.length > 0 || leadsAway || entries2.has(only)) return void 0;
    return waysIn.get(only) === 1 ? blocks.get(only) : void 0;
  };
  const pointOf2 = (block) => block.points[0] ?? known3.get(block.start);
  const pass = (inOrder2) => {
    for (const block of inOrder2) {
      const other = follower(block);
      if (other === void 0) continue;
      const [mine, its] = [block.points.at(-1) ?? known3.get(block.start), pointOf2(other)];
      if (mine !== void 0 && its === void 0) known3.set(other.start, mine);
      if (mine === void 0 && its !== void 0) known3.set(block.start, its);
    }
  };
  const all = [...blocks.values()];
  pass(all);
  pass(all.toReversed());
  return known3;
}
function spansOf({ start, end, points }, borrowed) {
  if (points.length === 0) return borrowed === void 0 ? [] : [{ start, end, point: borrowed }];
  return points.map((point, index) => ({
    start: index === 0 ? start : point,
    end: points[index + 1] ?? end,
    point
  }));
}

// src/coverage/function-points.ts
function pointsOfFunctions(calls, symbols, numberOf) {
  const functions = /* @__PURE__ */ new Map();
  for (const symbol of symbols.filter(({ isCode, sizeBytes }) => isCode && sizeBytes > 0)) {
    const others = functions.get(symbol.section);
    if (others === void 0) functions.set(symbol.section, [symbol]);
    else others.push(symbol);
  }
  const points = /* @__PURE__ */ new Map();
  for (const call of calls) {
    const number2 = numberOf(call);
    const owner = functions.get(call.inSection)?.find((symbol) => holds(symbol, call.offset));
    if (number2 === void 0 || owner === void 0) continue;
    const name = plainFunction(owner.name);
    points.set(name, (points.get(name) ?? /* @__PURE__ */ new Set()).add(number2));
  }
  return points;
}
function plainFunction(symbol) {
  return symbol.split(".", 1)[0] ?? symbol;
}
function holds({ value, sizeBytes }, offset) {
  const start = Number(value);
  return start <= offset && offset < start + sizeBytes;
}

// src/coverage/covered-module.ts
var pointFunction = "__sanitizer_cov_trace_pc";
var executable2 = 4;
var ofCompiler = /* @__PURE__ */ new Set([".text.startup", ".text.exit"]);
var leadsIntoCode = /^(?:\.rodata|\.data|__jump_table$|__ex_table$)/;
function readCoveredModule(name, module) {
  const read = bytesOf(module);
  const file2 = readElfFile(read);
  if (file2 === void 0) return "it is damaged";
  const form = codeFormOf(file2.header.machine);
  if (form === void 0) return `it is for an unknown architecture: ELF machine ${file2.header.machine}`;
  const isCode = ({ flags, name: section }) => (flags & executable2) !== 0 && !ofCompiler.has(section);
  const relocations = readRelocations(read, file2, (section) => isCode(section) || leadsIntoCode.test(section.name));
  const codeOf = new Map(
    file2.sections.filter(isCode).map((section) => [section.index, sectionContent(read, section)])
  );
  const calls = relocations.flatMap(({ symbol, inSection, offset }) => {
    const code = symbol === pointFunction ? codeOf.get(inSection) : void 0;
    const at = code && form.callAt(code, offset);
    return at === void 0 ? [] : [{ inSection, offset: at }];
  });
  if (calls.length === 0) return "it has no points: was it compiled with -fsanitize-coverage=trace-pc?";
  try {
    const symbols = readElfSymbols(read, file2);
    const functions = functionStarts(symbols);
    const spans = new Map(
      [...codeOf].map(([section, code]) => [section, spansIn(section, { form, code, relocations, calls, functions })])
    );
    const layout2 = codeLayout(file2.sections);
    return describe(name, { form, layout: layout2, calls, spans, rows: readLineRows(module), symbols });
  } catch (error) {
    if (error instanceof LinesDamaged) return error.message;
    throw error;
  }
}
function functionStarts(symbols) {
  const starts = /* @__PURE__ */ new Map();
  for (const { section, value, isCode } of symbols)
    if (isCode) starts.set(section, (starts.get(section) ?? /* @__PURE__ */ new Set()).add(Number(value)));
  return starts;
}
function spansIn(section, facts) {
  const { form, code, relocations, calls, functions } = facts;
  const entries2 = new Set(functions.get(section));
  const relocated = /* @__PURE__ */ new Set();
  for (const relocation of relocations) {
    if (relocation.inSection === section) relocated.add(relocation.offset);
    if (relocation.symbolSection === section) for (const target of form.targetsOf(relocation)) entries2.add(target);
  }
  const points = new Set(calls.filter((call) => call.inSection === section).map(({ offset }) => offset));
  return pointSpans({ code, instructionAt: form.instructionAt, entries: entries2, relocated, points });
}
function describe(name, { form, layout: layout2, calls, spans, rows, symbols }) {
  const points = [];
  const numbers = /* @__PURE__ */ new Map();
  for (const { inSection, offset } of calls) {
    const place = layout2.placeOf(inSection, offset + form.callBytes);
    if (place === void 0) continue;
    numbers.set(`${inSection} ${offset}`, points.length);
    points.push(place);
  }
  const lines = /* @__PURE__ */ new Map();
  for (const { span, section, file: file2, line } of inPlace(rows, spans)) {
    const point = numbers.get(`${section} ${span.point}`);
    if (point === void 0) continue;
    const ofFile = lines.get(file2) ?? /* @__PURE__ */ new Map();
    lines.set(file2, ofFile);
    const ofLine = ofFile.get(line) ?? [];
    ofFile.set(line, ofLine);
    if (!ofLine.includes(point)) ofLine.push(point);
  }
  const { textBytes, initBytes, grows } = layout2;
  const numberOf = ({ inSection, offset }) => numbers.get(`${inSection} ${offset}`);
  return { name, textBytes, initBytes, grows, points, lines, functions: pointsOfFunctions(calls, symbols, numberOf) };
}
function inPlace(rows, spans) {
  const firstLines = /* @__PURE__ */ new Map();
  const placed = [];
  for (const row of inSpans(rows, spans).toReversed()) {
    const firstOf = firstLines.get(row.span) ?? /* @__PURE__ */ new Map();
    firstLines.set(row.span, firstOf);
    const first = firstOf.get(row.file) ?? Infinity;
    if (row.isStatement || row.line <= first) placed.push(row);
    firstOf.set(row.file, Math.min(first, row.line));
  }
  return placed;
}
function inSpans(rows, spans) {
  const finders = new Map([...spans].map(([section, all]) => [section, spanFinder(all)]));
  return rows.flatMap((row) => {
    const span = finders.get(row.section)?.(row.offset);
    return span === void 0 || !row.isStatement && row.offset === span.point ? [] : [{ ...row, span }];
  });
}
function spanFinder(spans) {
  const sorted = spans.toSorted((a, b) => a.start - b.start);
  return (offset) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = low + high >> 1;
      if ((sorted[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    const found = sorted[low];
    return found !== void 0 && found.start <= offset ? found : void 0;
  };
}

// src/provision/modules/coverage-build.ts
import { dirname as dirname8, join as join47 } from "node:path";
async function buildRecorder(directory, request, context) {
  const build = await buildHelper(directory, request, context);
  if (build.kind === "failed") return { kind: "none", reason: `the recorder did not build: ${build.reason}` };
  const { module, key } = build;
  return { kind: "recorder", module, uses: { symbols: join47(dirname8(module), "Module.symvers"), key } };
}
async function buildCovered(request, uses, context) {
  const { compiler, options: options2, kernel: kernel2 } = request;
  const covered = {
    ...request,
    compiler: { ...compiler, flags: [...compiler.flags, ...coverageFlags(compiler, kernel2.arch)] },
    options: { ...options2, warningsAreErrors: false },
    uses
  };
  const build = await buildModules(covered, context);
  return build.kind === "built" ? build : `the modules did not build for coverage: ${firstErrorOf(build)}`;
}
function coverageFlags({ family }, arch) {
  const common = ["-fsanitize-coverage=trace-pc", "-fno-optimize-sibling-calls", ...jumpsInCode(arch)];
  if (family !== "gcc") return common;
  const once = arch === "x86_64" ? [] : ["-fno-schedule-insns"];
  return [...common, ...once, "-fno-schedule-insns2", "-fprofile-arcs"];
}
function jumpsInCode(arch) {
  return arch === "x86_64" ? [] : ["-fno-jump-tables"];
}

// src/engine/coverage-supplies.ts
async function provideCoverage(builds, request, context) {
  const recorder = await buildRecorder(request.sources, request, context);
  const suites = /* @__PURE__ */ new Map();
  for (const [suite, plain2] of builds) {
    if (plain2.kind === "failed") continue;
    const covered = await coverSuite(suite, plain2, { recorder, request, context });
    if (covered.build !== void 0) builds.set(suite, covered.build);
    suites.set(suite, covered.coverage);
    if (covered.coverage.kind === "none")
      context.progress({
        kind: "warning",
        message: `No coverage of ${suite.name} with ${request.kernel.spec}: ${covered.coverage.reason}`
      });
  }
  return { recorder: recorder.kind === "recorder" ? recorder.module : void 0, suites };
}
function coverageOfNone(tests) {
  const reason = "it builds no modules: info/modules names none";
  return { recorder: void 0, suites: new Map(tests.map(({ suite }) => [suite, { kind: "none", reason }])) };
}
async function coverSuite({ moduleDirectories, moduleBuild, directory }, plain2, { recorder, request, context }) {
  if (recorder.kind === "none") return { coverage: recorder };
  const { headers, compiler, kernel: kernel2 } = request;
  const wanted = { directories: moduleDirectories, options: moduleBuild, headers, compiler, kernel: kernel2 };
  const build = await buildCovered(wanted, recorder.uses, context);
  if (typeof build === "string") return { coverage: { kind: "none", reason: build } };
  const coverage = coverageOf(build, codeUnderTest(moduleDirectories, directory));
  if (coverage.kind === "none") return { coverage };
  const { said, log, cached, durationMs } = plain2;
  return { coverage, build: { ...build, said, log, cached, durationMs } };
}
function coverageOf({ debugModules }, code) {
  const read = debugModules.map((path) => readCoveredModule(moduleName(path), readWholeFile(path)));
  const modules = read.filter((module) => typeof module !== "string");
  const [reason = "there is no module"] = read.filter((module) => typeof module === "string");
  if (modules.length === 0) return { kind: "none", reason };
  const files = projectFiles(modules, code);
  const coverable = modules.map(({ lines }) => new Map([...lines].map(([file2, all]) => [file2, [...all.keys()]])));
  return {
    kind: "measured",
    files: fileLines(coverable, files),
    root: code.root,
    linesOf: (functions) => {
      const ran = modules.map((module) => linesOf(module, pointsIn(module, functions)));
      return fileLines(ran, files);
    },
    read: (memory2) => {
      const recorded2 = readCoverageMemory(memory2);
      if (recorded2 === void 0) return { kind: "lost", reason: "the guest overwrote what it had recorded" };
      const ran = modules.map((module) => linesOf(module, reachedPoints(module, recorded2)));
      return { kind: "read", files: fileLines(ran, files) };
    }
  };
}
function pointsIn({ name: module, functions: known3 }, wanted) {
  const own = wanted.filter((one) => one.module === module);
  return new Set(own.flatMap(({ name }) => [...known3.get(plainFunction(name)) ?? []]));
}
function projectFiles(modules, code) {
  const names2 = new Set(modules.flatMap(({ lines }) => [...lines.keys()]));
  const files = /* @__PURE__ */ new Map();
  for (const name of names2) {
    if (isAbsolute(name)) continue;
    const file2 = relative4(code.root, join48(code.base, name));
    if (stepsInside(file2) !== void 0 && code.hasFile(file2)) files.set(name, file2);
  }
  return files;
}
function fileLines(parts, files) {
  const found = /* @__PURE__ */ new Map();
  for (const [name, lines] of parts.flatMap((part) => [...part])) {
    const file2 = files.get(name);
    if (file2 === void 0) continue;
    const all = found.get(file2) ?? /* @__PURE__ */ new Set();
    found.set(file2, all);
    for (const line of lines) all.add(line);
  }
  return [...found].toSorted(([a], [b]) => a < b ? -1 : 1).slice(0, bounds.coverage.files).map(([file2, lines]) => ({ file: file2, lines: formatLines(lines) }));
}

// src/engine/suite-builds.ts
async function buildForSuites(use, context) {
  const { spec, kernel: kernel2, compiler: chosen, tests, models, sources, turns } = use;
  const suites = [...new Set(tests.map(({ suite }) => suite))].filter((suite) => suite.moduleDirectories.length > 0);
  if (suites.length === 0) return await supplyNoBuilds(use, context);
  const headers = await provideHeaders(spec, kernel2, context);
  const own = { headers, compiler: await provideCompiler(chosen, headers, context), kernel: kernel2 };
  const builds = await buildEach(suites, { ...own, turns }, context);
  const coverage = sources.coverage === void 0 ? void 0 : await turns(async () => await provideCoverage(builds, { sources: sources.coverage ?? "", ...own }, context));
  const calls = await provideCalls(tests, {
    builds,
    headers,
    provideHelper: () => turns(() => buildCallHelper(sources.calls, own, context))
  });
  for (const note2 of calls?.notes ?? []) context.progress({ kind: "warning", message: `${kernel2.spec}: ${note2}` });
  const ledger = asksForLedger(tests) ? await turns(() => buildLedger(sources.ledger, own, context)) : void 0;
  const board = asksForBoard(tests, models) ? await turns(() => buildBoard(sources.board, own, context)) : void 0;
  return { builds, calls, ledger, board, coverage };
}
async function buildEach(suites, { turns, ...own }, context) {
  const builds = /* @__PURE__ */ new Map();
  for (const suite of suites) {
    const request = { directories: suite.moduleDirectories, options: suite.moduleBuild, ...own };
    builds.set(
      suite,
      await turns(async () => {
        context.signal.throwIfAborted();
        return await buildModules(request, context);
      })
    );
  }
  return builds;
}
async function supplyNoBuilds(use, context) {
  const { tests, kernel: kernel2, models, sources } = use;
  const ledger = asksForLedger(tests) && sources.ledger !== void 0 ? await helperAlone(use, context, (own) => buildLedger(sources.ledger, own, context)) : void 0;
  const board = asksForBoard(tests, models) ? await helperAlone(use, context, (own) => buildBoard(sources.board, own, context)) : void 0;
  return {
    builds: /* @__PURE__ */ new Map(),
    coverage: sources.coverage === void 0 ? void 0 : coverageOfNone(tests),
    ledger: ledger instanceof ProvisionError ? withoutLedger(kernel2.spec, ledger.message, context) : ledger,
    board: board instanceof ProvisionError ? { kind: "missing", reason: board.message } : board
  };
}
async function helperAlone({ spec, kernel: kernel2, compiler: chosen, turns }, context, build) {
  try {
    const headers = await provideHeaders(spec, kernel2, context);
    const compiler = await provideCompiler(chosen, headers, context);
    return await turns(() => build({ headers, compiler, kernel: kernel2 }));
  } catch (error) {
    if (error instanceof ProvisionError) return error;
    throw error;
  }
}

// src/engine/kernel-supplies.ts
async function supplyKernel(spec, { plan, compiler, models = {}, callHelperSources, ledgerSources, boardSources, coverageSources }, turns, context) {
  const kernel2 = await provideKernel(spec, context, wishesFor(spec, plan));
  const tests = testsOn(spec, plan);
  const sources = {
    calls: callHelperSources,
    ledger: ledgerSources,
    board: boardSources,
    coverage: coverageSources
  };
  const use = { spec, kernel: kernel2, compiler, tests, models, sources, turns };
  return {
    kernel: kernel2,
    announces: hearsOfDevices(kernel2),
    ...await buildForSuites(use, context),
    unmetConfigs: unmetConfigs(kernel2, tests, context)
  };
}
async function archiveFor({ spec, busybox, kernel: kernel2, builds, calls, ledger, board, coverage }, { plan, guestFiles: guestFiles2, models: { buses = /* @__PURE__ */ new Map(), trees } = {} }, context) {
  const tests = testsOn(spec, plan);
  const builtModules = [...builds.values()].flatMap((build) => build.kind === "built" ? build.modules : []);
  const withDisk = tests.some(({ diskImage }) => diskImage !== void 0);
  const kernelModules = [...new Set(tests.flatMap(({ suite }) => suite.kernelModules))];
  const forBuses = [
    ...new Set(tests.flatMap((planned) => [...busModules(planned, buses), ...laterModules(planned, trees)]))
  ];
  return await provideBootArchive(
    {
      ...{
        kernel: kernel2,
        busybox,
        guestFiles: guestFilesFor(kernel2.arch, guestFiles2),
        builtModules,
        kernelModules,
        busModules: forBuses,
        withDisk
      },
      helpers: [calls?.helper, ledger, board].flatMap((helper) => helper?.kind === "ready" ? [helper.path] : []),
      recorder: coverage?.recorder
    },
    context
  );
}
function testsOn(spec, { tests }) {
  return tests.filter(({ cell }) => cell.kernel.text === spec.text);
}
function wishesFor(spec, plan) {
  const suites = new Set(testsOn(spec, plan).map(({ suite }) => suite));
  return mergedWishes([...suites].map(({ kernelConfig }) => kernelConfig));
}
function unmetConfigs(kernel2, tests, { progress }) {
  const unmet = /* @__PURE__ */ new Map();
  for (const suite of new Set(tests.map((test) => test.suite))) {
    const lacking = lackingConfig(kernel2, suite.kernelConfig);
    if (lacking.kind === "unknown")
      progress({ kind: "warning", message: `${kernel2.spec}: info/kernel-config of ${suite.name} ${lacking.reason}` });
    else if (lacking.words !== void 0) unmet.set(suite, lacking.words);
  }
  return unmet;
}

// src/engine/missing.ts
var Missing = class {
  error;
  constructor(error) {
    this.error = error;
  }
  /** With the next move. */
  get reason() {
    const { message, hint } = this.error;
    return hint === void 0 ? message : `${message.replace(/\.$/, "")}. ${hint}`;
  }
};
async function orMissing(work2) {
  try {
    return await work2();
  } catch (error) {
    if (error instanceof ProvisionError && !(error instanceof InputRefused)) return new Missing(error);
    throw error;
  }
}
function diskKey({ text: text3 }, arch) {
  return `${arch} ${text3}`;
}
function diskOfKey(key, arch) {
  return key.startsWith(`${arch} `) ? key.slice(arch.length + 1) : void 0;
}
var MissingParts = class {
  #tests;
  #progress;
  /** By the texts of kernels and the keys of disk images. */
  #kernels = /* @__PURE__ */ new Map();
  #disks = /* @__PURE__ */ new Map();
  constructor(tests, progress) {
    this.#tests = tests;
    this.#progress = progress;
  }
  /** `orMissing` for a kernel. @throws ProvisionError when no test is left that could run */
  async kernel(text3, work2) {
    return this.#noted(this.#kernels, text3, await orMissing(work2));
  }
  /** `orMissing` for a disk image. @throws ProvisionError when no test is left that could run */
  async disk(key, work2) {
    return this.#noted(this.#disks, key, await orMissing(work2));
  }
  /** Provides all parts. When that fails, what is missing is told beside the failure, which may be another one. */
  async amid(provide) {
    try {
      return await provide();
    } catch (error) {
      for (const { title, part } of this.#all())
        if (part.error !== error) this.#warn(`${title} is missing. ${part.reason}`);
      throw error;
    }
  }
  /** Tells of what is missing to tests that are run without it. */
  tell() {
    for (const { title, part } of this.#all())
      this.#warn(`${title}: its tests are errors, the others run. ${part.reason}`);
  }
  #noted(missing, name, part) {
    if (!(part instanceof Missing)) return part;
    missing.set(name, part);
    const [first] = this.#all();
    if (first !== void 0 && !this.#tests.some((test) => this.#canRun(test))) throw first.part.error;
    return part;
  }
  #canRun({ cell, diskImage }) {
    return !this.#kernels.has(cell.kernel.text) && !(diskImage !== void 0 && this.#disks.has(diskKey(diskImage, cell.arch)));
  }
  #all() {
    const kernels = [...this.#kernels].map(([title, part]) => ({ title, part }));
    return [...kernels, ...[...this.#disks].map(([key, part]) => ({ title: titleOfDisk(key), part }))];
  }
  #warn(message) {
    this.#progress({ kind: "warning", message });
  }
};
function titleOfDisk(key) {
  const usual = diskOfKey(key, usualArchitecture);
  return usual ?? `${key.slice(key.indexOf(" ") + 1)} for ${key.slice(0, key.indexOf(" "))}`;
}
function missingDisk({ diskImage }, { missingDisks }) {
  return diskImage === void 0 ? void 0 : missingDisks?.get(diskImage.text);
}
function noImage3({ text: text3 }, arch) {
  return {
    spec: text3,
    arch,
    release: "",
    sha256: "",
    bootImage: "",
    bootFormat: arch === "x86_64" ? "bzImage" : "Image",
    modulesDirectory: void 0
  };
}

// src/engine/supplies.ts
async function provideSupplies(request, context) {
  const missing = new MissingParts(request.plan.tests, context.progress);
  const supplies = await missing.amid(() => provideParts(request, missing, context));
  missing.tell();
  return supplies;
}
async function provideParts(request, missing, context) {
  const { plan } = request;
  const kernelSpecs = unique2(plan.cells.map(({ kernel: kernel2 }) => kernel2));
  const turns = takeTurns(request.builds ?? hostResources().cpus);
  const disksNeeded = unique2(plan.tests.flatMap(fetchedDisk));
  const workInGuest = guestWorker(request, context);
  const architectures = unique2(plan.cells.map(({ arch }) => ({ text: arch })));
  const [shells, qemus, kernels, disks] = await sideBySide(context.signal, [
    (signal) => provideEach(
      architectures,
      signal,
      ({ text: text3 }, own) => provideBusybox(architectureOf(text3), { ...context, signal: own })
    ),
    (signal) => provideEach(
      unique2(plan.cells.map(emulatorOf)),
      signal,
      (wish, own) => provideEmulator(wish, { ...context, signal: own })
    ),
    (signal) => provideEach(
      kernelSpecs,
      signal,
      (spec, own) => missing.kernel(spec.text, () => supplyKernel(spec, request, turns, { ...context, signal: own }))
    ),
    (signal) => provideEach(
      disksNeeded,
      signal,
      ({ text: text3, spec, arch }, own) => missing.disk(
        text3,
        () => provideDisk(spec, { arch: architectureOf(arch), workInGuest }, { ...context, signal: own })
      )
    )
  ]);
  const archiveOf = async (spec, kernel2, signal) => await archiveFor({ spec, busybox: known2(shells, kernel2.kernel.arch), ...kernel2 }, request, { ...context, signal });
  const archives = await provideEach(kernelSpecs, context.signal, async (spec, own) => {
    const kernel2 = known2(kernels, spec.text);
    return kernel2 instanceof Missing ? kernel2 : missing.kernel(spec.text, () => archiveOf(spec, kernel2, own));
  });
  return new Map(
    plan.cells.map((cell) => [
      cell,
      {
        ...known2(qemus, emulatorOf(cell).text),
        ...kernelSupplies(cell, known2(kernels, cell.kernel.text), known2(archives, cell.kernel.text)),
        ...diskSupplies(disks, cell),
        ...request.models
      }
    ])
  );
}
function emulatorOf({ qemu, arch }) {
  return { text: `${arch} ${qemu.text}`, spec: qemu, arch: architectureOf(arch) };
}
function fetchedDisk({ diskImage, cell: { arch } }) {
  if (diskImage === void 0 || diskImage.kind === "path") return [];
  return [{ text: diskKey(diskImage, arch), spec: diskImage, arch }];
}
function diskSupplies(disks, { arch }) {
  const all = [...disks].flatMap(([key, disk3]) => {
    const text3 = diskOfKey(key, arch);
    return text3 === void 0 ? [] : [[text3, disk3]];
  });
  return {
    disks: new Map(all.flatMap(([text3, path]) => path instanceof Missing ? [] : [[text3, path]])),
    missingDisks: new Map(all.flatMap(([text3, disk3]) => disk3 instanceof Missing ? [[text3, disk3.reason]] : []))
  };
}
async function provideEmulator({ spec, arch }, context) {
  const qemu = await provideQemu(spec, arch, context);
  return { qemu, statefulDevices: await provideStatefulDevices(qemu, context) };
}
function kernelSupplies({ kernel: spec, arch }, kernel2, archive) {
  if (!(kernel2 instanceof Missing) && !(archive instanceof Missing)) return { ...kernel2, archive };
  const missing = kernel2 instanceof Missing ? kernel2 : archive;
  return {
    kernel: noImage3(spec, arch),
    builds: /* @__PURE__ */ new Map(),
    unmetConfigs: /* @__PURE__ */ new Map(),
    archive: { path: "", hasVirtFs: false },
    ...missing instanceof Missing ? { missing: missing.reason } : {}
  };
}
function unique2(specs) {
  return [...new Map(specs.map((spec) => [spec.text, spec])).values()];
}
async function provideEach(specs, signal, provide) {
  return new Map(
    await sideBySide(
      signal,
      specs.map((spec) => async (own) => [spec.text, await provide(spec, own)])
    )
  );
}
function known2(provided, text3) {
  const value = provided.get(text3);
  if (value === void 0) throw new Error(`Internal error: ${text3} was planned, but not provided`);
  return value;
}
function builtFiles({ suite }, { builds }) {
  const build = builds.get(suite);
  if (build?.kind !== "built") return [];
  return build.log === void 0 ? build.modules : [...build.modules, build.log];
}

// src/engine/cell-builds.ts
import { join as join49 } from "node:path";
function toldBuilds(cell, { builds }) {
  return [...builds].flatMap(
    ([suite, build]) => build.kind === "failed" || build.said.warnings > 0 ? [{ suite, build, said: build.said, log: buildLogPath(cell, suite) }] : []
  );
}
function buildLogPath(cell, suite) {
  return join49(cell.id, suite.name, "build.log");
}
function buildResults(cell, supplies) {
  return toldBuilds(cell, supplies).map(({ suite, build, said, log }) => ({
    suite: suite.name,
    outcome: build.kind,
    log,
    ...said
  }));
}
function compilerOf({ builds }) {
  return [...builds.values()][0]?.compiler;
}
function failedBuild2({ suite, cell }, { builds }) {
  const build = builds.get(suite);
  return build?.kind === "failed" ? { build, log: buildLogPath(cell, suite) } : void 0;
}

// src/app/announce.ts
function provisionListener(listener) {
  return (progress) => {
    switch (progress.kind) {
      case "begin":
        listener({ kind: "provision-begin", what: progress.what, activity: progress.activity });
        return;
      case "end":
        listener({ ...progress, kind: "provision-end" });
        return;
      case "step":
        listener({ ...progress, kind: "provision-step" });
        return;
      case "fact":
        listener({ ...progress, topic: "kernels" });
        return;
      case "warning":
        listener(progress);
    }
  };
}
function announceSupplies(supplies, listener) {
  const all = [...supplies.values()];
  const qemus = all.map(({ qemu }) => `${qemu.version} (${qemu.spec})`);
  const kernels = [...supplies].filter(([, { missing }]) => missing === void 0).map(([cell, { kernel: kernel2 }]) => `${shortKernelSpec(kernel2.spec)} \u2192 ${kernelWords(kernel2, cell)}`);
  listener({ kind: "fact", topic: "QEMU", text: [...new Set(qemus)].join(", ") });
  listener({ kind: "fact", topic: "kernels", text: [...new Set(kernels)].join(", ") });
  const modules = new Set(
    all.flatMap(
      ({ builds }) => [...builds.values()].flatMap((build) => build.kind === "built" ? build.modules.map(baseName) : [])
    )
  );
  if (modules.size > 0) listener({ kind: "fact", topic: "modules", text: [...modules].join(", ") });
  const compilers = [...new Set(all.map(compilerOf))].filter((compiler) => compiler !== void 0);
  if (compilers.length > 0) listener({ kind: "fact", topic: "compiler", text: compilers.join(", ") });
}
function kernelWords({ release, resolved, commit, imageReason }, { kernel: kernel2, machine }) {
  const needed = kernel2.kind === "source" ? memoryOfFlavours(kernel2.flavours) : void 0;
  const isRaised = needed !== void 0 && machine.args.includes(`${needed}M`);
  return [
    release,
    ...resolved === void 0 ? [] : [`(${resolved.slice(resolved.indexOf("@") + 1)})`],
    ...commit === void 0 ? [] : [`(${commit})`],
    ...imageReason === void 0 ? [] : ["(started by its bzImage)"],
    ...isRaised ? [`with ${needed} MiB of memory`] : []
  ].join(" ");
}
function announceAccelerator({ accelerator, reason, advice }, plan, listener) {
  if (accelerator === "kvm") {
    listener({ kind: "fact", topic: "speed", text: "KVM" });
    return;
  }
  const longer = usesDefaultDeadline(plan) ? ` A boot may take ${defaultBootDeadlineMs("tcg") / 1e3} s, ${emulationFactor} times as long as with KVM.` : "";
  const facts = `TCG, software emulation: ${reason}. Tests run about 10 times slower; verdicts are the same.${longer}`;
  listener({ kind: "fact", topic: "speed", text: advice === void 0 ? facts : `${facts} ${advice}` });
}
function baseName(path) {
  return path.slice(path.lastIndexOf("/") + 1);
}

// src/provision/device-tree/provide-tree.ts
import { join as join51 } from "node:path";

// src/binary/flattened-tree.ts
var NoDeviceTree = class extends Error {
  name = "NoDeviceTree";
};
var magic2 = 3490578157;
var headerBytes3 = 40;
var version = 17;
var oldestCompatible = 16;
var tokens = { begin: 1, end: 2, property: 3, nothing: 4, last: 9 };
var maxDepth2 = 64;
function parseFlattenedTree(bytes) {
  try {
    return new Reader(bytes).root();
  } catch (error) {
    if (error instanceof RangeError) throw new NoDeviceTree("it ends in the middle", { cause: error });
    throw error;
  }
}
var Reader = class {
  #bytes;
  #strings;
  #at;
  constructor(bytes) {
    if (bytes.length < headerBytes3 || bytes.readUInt32BE(0) !== magic2) throw new NoDeviceTree("it has no header");
    this.#bytes = bytes;
    this.#at = bytes.readUInt32BE(8);
    this.#strings = bytes.subarray(bytes.readUInt32BE(12));
  }
  root() {
    if (this.#token() !== tokens.begin) throw new NoDeviceTree("it does not begin with a node");
    return this.#node(0);
  }
  #node(depth) {
    if (depth > maxDepth2) throw new NoDeviceTree(`its nodes are deeper than ${maxDepth2}`);
    const name = this.#text(this.#bytes, this.#at);
    this.#at = aligned(this.#at + name.length + 1);
    const properties = /* @__PURE__ */ new Map();
    const children = [];
    for (; ; ) {
      const token = this.#token();
      if (token === tokens.end) return { name, properties, children };
      if (token === tokens.begin) children.push(this.#node(depth + 1));
      else if (token === tokens.property) properties.set(...this.#property());
      else throw new NoDeviceTree(`it has the token ${token} in a node`);
    }
  }
  #property() {
    const length = this.#number();
    const name = this.#text(this.#strings, this.#number());
    const value = this.#bytes.subarray(this.#at, this.#at + length);
    if (value.length !== length) throw new NoDeviceTree(`its property ${name} ends in the middle`);
    this.#at = aligned(this.#at + length);
    return [name, value];
  }
  #text(from2, at) {
    const end = from2.indexOf(0, at);
    if (end === -1) throw new NoDeviceTree("it has a name without an end");
    return from2.toString("latin1", at, end);
  }
  #token() {
    for (; ; ) {
      const token = this.#number();
      if (token !== tokens.nothing) return token;
    }
  }
  #number() {
    const value = this.#bytes.readUInt32BE(this.#at);
    this.#at += 4;
    return value;
  }
};
function flattenTree(root2) {
  const names2 = new Names();
  const structure = Buffer.concat([...piecesOf3(root2, names2), word(tokens.last)]);
  const reservations = Buffer.alloc(16);
  const structureAt = headerBytes3 + reservations.length;
  const stringsAt = structureAt + structure.length;
  const strings = names2.bytes;
  const header2 = [
    ...[magic2, stringsAt + strings.length, structureAt, stringsAt, headerBytes3],
    ...[version, oldestCompatible, 0, strings.length, structure.length]
  ];
  return Buffer.concat([...header2.map(word), reservations, structure, strings]);
}
function* piecesOf3({ name, properties, children }, names2) {
  yield word(tokens.begin);
  yield padded(Buffer.from(`${name}\0`, "latin1"));
  for (const [property, value] of properties) {
    yield Buffer.concat([tokens.property, value.length, names2.at(property)].map(word));
    yield padded(value);
  }
  for (const child of children) yield* piecesOf3(child, names2);
  yield word(tokens.end);
}
var Names = class {
  #places = /* @__PURE__ */ new Map();
  #parts = [];
  #length = 0;
  at(name) {
    const known3 = this.#places.get(name);
    if (known3 !== void 0) return known3;
    const place = this.#length;
    const part = Buffer.from(`${name}\0`, "latin1");
    this.#places.set(name, place);
    this.#parts.push(part);
    this.#length += part.length;
    return place;
  }
  get bytes() {
    return Buffer.concat(this.#parts);
  }
};
function word(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
function padded(bytes) {
  return Buffer.concat([bytes, Buffer.alloc(aligned(bytes.length) - bytes.length)]);
}
function aligned(at) {
  return at + 3 & ~3;
}

// src/provision/device-tree/machine-tree.ts
import { join as join50 } from "node:path";
var question = "what the device tree of its machine is";
var fileName3 = "machine.dtb";
async function provideMachineTree(qemu, machine, context) {
  const args = argumentsFor(machine);
  const directory = await context.store.provide({
    kind: "machine-tree",
    key: JSON.stringify([1, qemu.version, qemu.sha256, args]),
    signal: context.signal,
    make: async (staging) => {
      const path = join50(staging, fileName3);
      const dump = ["-machine", `${machine.type},dumpdtb=${path.replaceAll(",", ",,")}`];
      const result = await askQemu(qemu, { what: question, args: [...args, ...dump] }, context);
      if (result.exitCode !== 0) throw noAnswer(qemu, question, endingWords(result), result.output);
      if (kindOfFile(path) !== "file") throw noAnswer(qemu, question, "it wrote none", result.output);
    }
  });
  try {
    return withoutChance(parseFlattenedTree(readWholeFile(join50(directory, fileName3))));
  } catch (error) {
    if (!(error instanceof NoDeviceTree)) throw error;
    throw noAnswer(qemu, question, error.message);
  }
}
function argumentsFor({ accelerator, type, cpu, memory: memory2, smp }) {
  return [
    ...["-accel", accelerator, "-machine", type, "-cpu", cpu],
    ...memory2 === void 0 ? [] : ["-m", memory2],
    ...smp === void 0 ? [] : ["-smp", smp],
    ...["-nodefaults", "-display", "none"]
  ];
}
var chances = /* @__PURE__ */ new Set(["kaslr-seed", "rng-seed"]);
function withoutChance({ properties, children, ...node }) {
  return {
    ...node,
    properties: new Map(
      [...properties].map(([name, value]) => [name, chances.has(name) ? Buffer.alloc(value.length) : value])
    ),
    children: children.map(withoutChance)
  };
}
function hasCompatible({ properties, children }, compatible) {
  const own = properties.get("compatible")?.toString("latin1").split("\0") ?? [];
  return own.includes(compatible) || children.some((child) => hasCompatible(child, compatible));
}

// src/provision/device-tree/bridge-ranges.ts
var bridge = "pci-host-ecam-generic";
var entryBytes = 28;
var places = { pciAddress: 4, address: 12, length: 20 };
function withoutRange(root2, taken) {
  const shortened = new Map(root2.children.flatMap((child) => shorterBridge(child, taken)));
  if (shortened.size === 0)
    throw new NoDeviceTree(`it has no ${bridge} with addresses from 0x${taken.address.toString(16)} on`);
  return { ...root2, children: root2.children.map((child) => shortened.get(child) ?? child) };
}
function shorterBridge(node, taken) {
  const { properties } = node;
  const ranges = Buffer.from(properties.get("ranges") ?? []);
  if (!properties.get("compatible")?.toString("latin1").startsWith(`${bridge}\0`)) return [];
  const count2 = Math.floor(ranges.length / entryBytes);
  const entries2 = Array.from({ length: count2 }, (_, at) => ranges.subarray(at * entryBytes, (at + 1) * entryBytes));
  const isFound = entries2.map((entry) => shorten(entry, taken)).includes(true);
  return isFound ? [[node, { ...node, properties: new Map([...properties, ["ranges", ranges]]) }]] : [];
}
function shorten(entry, { address, bytes }) {
  if (entry.readBigUInt64BE(places.address) !== BigInt(address)) return false;
  const more = BigInt(bytes);
  entry.writeBigUInt64BE(entry.readBigUInt64BE(places.pciAddress) + more, places.pciAddress);
  entry.writeBigUInt64BE(BigInt(address) + more, places.address);
  entry.writeBigUInt64BE(entry.readBigUInt64BE(places.length) - more, places.length);
  return true;
}

// src/provision/device-tree/provide-tree.ts
async function provideTree(wish, context) {
  const { qemu, machine, nodes, taken, fragments: fragments2 } = wish;
  const own = await provideMachineTree(qemu, machine, context);
  if (nodes.length > 0 && !hasCompatible(own, messageFrame))
    throw new InputRefused(
      `-machine ${machine.type} has no GICv2m frame, by which devices of info/devices with a node in the device tree send their interrupts.`,
      { hint: "Use -machine virt,gic-version=2, which is the default" }
    );
  const left = taken === void 0 ? own : withoutRange(own, taken);
  const root2 = { ...left, children: [...left.children, ...nodes.map((node) => ({ ...node, children: [] }))] };
  if (fragments2.length === 0) return { path: await stored(root2, context), complaints: [] };
  const files = fragments2.map(({ file: file2 }) => file2);
  const { bytes, complaints: complaints2 } = await compileTree(treeSource(root2, fragments2), files, context);
  if (bytes === void 0) return { path: void 0, complaints: complaints2 };
  return { path: await stored(parseFlattenedTree(bytes), context), complaints: complaints2 };
}
var messageFrame = "arm,gic-v2m-frame";
var fileName4 = "tree.dtb";
async function stored(root2, { store, signal }) {
  const bytes = flattenTree(root2);
  const directory = await store.provide({
    kind: "device-tree",
    key: `1
${sha256Of(bytes)}`,
    signal,
    make: (staging) => {
      writeFileAt(join51(staging, fileName4), bytes);
      return Promise.resolve();
    }
  });
  return join51(directory, fileName4);
}

// src/engine/device-trees.ts
async function provideTrees({ plan, supplies, trees, accelerators }, context) {
  const paths = /* @__PURE__ */ new Map();
  const refusals = /* @__PURE__ */ new Map();
  const complaints2 = /* @__PURE__ */ new Map();
  const tried = /* @__PURE__ */ new Set();
  for (const planned of plan.tests) {
    const user = userOf(planned, trees);
    if (user === void 0) continue;
    for (const accelerator of isForeign(planned.cell) ? ["tcg"] : accelerators) {
      const key = treeKey(user, accelerator);
      if (tried.has(key)) continue;
      tried.add(key);
      const made = await orRefusal(
        () => provideTree(wishOf(user, accelerator, suppliesOf({ supplies }, planned.cell)), context)
      );
      if (made instanceof InputRefused) refusals.set(key, made);
      else if (made.path !== void 0) paths.set(key, made.path);
      if (!(made instanceof InputRefused))
        for (const complaint of made.complaints) complaints2.set(JSON.stringify(complaint), complaint);
    }
  }
  const [refusal] = refusals.values();
  const refused2 = (planned) => refusedTree(planned, { trees, treeRefusals: refusals }) !== void 0;
  if (refusal !== void 0 && plan.tests.every(refused2)) throw refusal;
  return { paths, refusals, complaints: [...complaints2.values()] };
}
async function orRefusal(work2) {
  try {
    return await work2();
  } catch (error) {
    if (error instanceof InputRefused) return error;
    throw error;
  }
}
function refusedTree(planned, { trees, treeRefusals }) {
  if (treeRefusals === void 0 || treeRefusals.size === 0) return void 0;
  const user = userOf(planned, trees ?? /* @__PURE__ */ new Map());
  const refusals = ["kvm", "tcg"].map((accelerator) => user && treeRefusals.get(treeKey(user, accelerator)));
  const refusal = refusals.find((one) => one !== void 0);
  return refusal && new Missing(refusal).reason;
}
function userOf(planned, models) {
  const { cell, suite, test } = planned;
  const tree = treePlanOf(planned, models);
  return tree && { cell, userArgs: [cell.machine.args, suite.qemuArgs, test.qemuArgs], tree };
}
function wishOf(user, accelerator, { qemu }) {
  const { cell, userArgs, tree } = user;
  const arguments_ = mergeUserArguments(userArgs);
  const machine = treedMachine(user, accelerator);
  if (!hasSlots({ arch: architectureOf(cell.arch) }, arguments_))
    throw new InputRefused(`-machine ${machine.type}: expected virt, whose device tree can have nodes of ours.`, {
      hint: "Remove -machine, or info/device-tree and the models with platform.compatible"
    });
  if (arguments_.others.some((argument) => /^--?dtb$/.test(argument)))
    throw new InputRefused("-dtb cannot be used here: the devices of the suite are in a device tree of ours.", {
      hint: "Write what your tree has beyond that of QEMU into info/device-tree"
    });
  return {
    qemu,
    machine,
    ...waits(tree) ? { nodes: treeNodes(tree.devices), taken: { address: treeBase, bytes: treeBytes } } : { nodes: [], taken: void 0 },
    fragments: tree.fragments
  };
}

// src/app/device-trees.ts
function possibleAccelerators({ accelerator }) {
  return accelerator === "tcg" ? [accelerator] : [accelerator, "tcg"];
}
async function withTrees(request, { cwd }, context) {
  const { paths, refusals, complaints: complaints2 } = await provideTrees(request, context);
  const errors2 = complaints2.filter(({ kind: kind2 }) => kind2 === "error");
  if (errors2.length > 0) throw new RunRefused(errors2.map((one) => complaintText(one, cwd)).join("\n"));
  for (const warning of complaints2)
    context.progress({ kind: "warning", message: complaintText(warning, cwd).trimEnd() });
  for (const reason of new Set([...refusals.values()].map((refusal) => new Missing(refusal).reason)))
    context.progress({ kind: "warning", message: `tests with a device tree are errors, the others run. ${reason}` });
  if (paths.size + refusals.size === 0) return request.supplies;
  return new Map(
    [...request.supplies].map(([cell, supplies]) => [cell, { ...supplies, treePaths: paths, treeRefusals: refusals }])
  );
}
function complaintText({ file: file2, line, message }, cwd) {
  return problemText({ file: file2, line, message: `dtc: ${message}`, hint: void 0 }, cwd);
}

// src/app/run-suites.ts
import { join as join70 } from "node:path";

// src/engine/failure-limit.ts
var FailureLimit = class {
  #limit;
  #onReached;
  #failed = /* @__PURE__ */ new Set();
  /** @param limit undefined: all tests are started @param onReached called once, with the number of failures */
  constructor(limit, onReached) {
    this.#limit = limit;
    this.#onReached = onReached;
  }
  /** A test counts once, however many of its runs are not as expected. */
  add(planned) {
    const wasReached = this.isReached;
    this.#failed.add(planned);
    if (this.isReached && !wasReached) this.#onReached(this.failures);
  }
  get isReached() {
    return this.#limit !== void 0 && this.failures >= this.#limit;
  }
  /** Tests under way when the limit was reached go on, and may add to it. */
  get failures() {
    return this.#failed.size;
  }
};

// src/engine/kernel-forms.ts
var KernelForms = class {
  #store;
  #listener;
  #packed = /* @__PURE__ */ new Map();
  constructor(store, listener) {
    this.#store = store;
    this.#listener = listener;
  }
  /** The kernel as it is to be started now. */
  known(kernel2) {
    return this.#packed.get(kernel2.bootImage) ?? kernel2;
  }
  /** A boot has shown that this kernel starts by its bzImage only. */
  settle(kernel2) {
    const packed = asPacked(kernel2);
    if (packed === void 0 || this.#packed.has(kernel2.bootImage)) return;
    this.#packed.set(kernel2.bootImage, packed);
    this.#listener({
      kind: "warning",
      message: `${kernel2.spec}: ${entryFails}. It is started by its bzImage, which takes longer${rememberPacked(kernel2, this.#store) ? ", and later runs do so at once" : ""}.`
    });
  }
};

// src/engine/kept-files.ts
import { join as join52 } from "node:path";
var CopyFailed = class extends Error {
  name = "CopyFailed";
};
async function writeKept(staging, { template, bootedAt, consolePath }, { ram, disk: disk3 }, signal) {
  const [ramPath, diskPath] = [join52(staging, "ram"), join52(staging, "disk")];
  await copyWithHoles(ram, ramPath, signal);
  if (disk3 !== void 0) await copyWithHoles(disk3, diskPath, signal);
  writeFileAt(join52(staging, "state"), template.state);
  copyFileTo(consolePath, join52(staging, "console.log"));
  const description = {
    release: template.release,
    slots: template.slots,
    bootedAt: bootedAt.toISOString(),
    hostBoot: hostBoot(),
    ...template.coverageAt === void 0 ? {} : { coverageAt: template.coverageAt },
    state: sha256Of(template.state),
    ram: fileIdentity(ramPath) ?? "",
    ...disk3 === void 0 ? {} : { disk: fileIdentity(diskPath) ?? "" }
  };
  writeJsonFile(join52(staging, "template.json"), description);
}
async function copyWithHoles(from2, to, signal) {
  const { exitCode, output } = await runCommand(["cp", "--sparse=always", from2, to], { signal });
  if (exitCode !== 0) throw new CopyFailed(output.trim());
}
function readKept(directory) {
  const described = describedIn(directory);
  const [ramPath, statePath, consolePath, diskPath] = ["ram", "state", "console.log", "disk"].map(
    (name) => join52(directory, name)
  );
  if (described === void 0 || fileIdentity(ramPath) !== described.ram) return void 0;
  if (described.disk !== void 0 && fileIdentity(diskPath) !== described.disk) return void 0;
  if (kindOfFile(statePath) !== "file" || kindOfFile(consolePath) !== "file") return void 0;
  const state = readWholeFile(statePath);
  if (sha256Of(state) !== described.state) return void 0;
  const { release, slots: slots2, coverageAt } = described;
  const memory2 = openedFile(ramPath);
  const disk3 = described.disk === void 0 ? void 0 : openedFile(diskPath);
  return {
    template: {
      release,
      slots: slots2,
      state,
      ramPath: memory2.path,
      ...disk3 === void 0 ? {} : { diskPath: disk3.path },
      isKept: true,
      ...coverageAt === void 0 ? {} : { coverageAt },
      [Symbol.dispose]: () => {
        memory2[Symbol.dispose]();
        disk3?.[Symbol.dispose]();
      }
    },
    bootedAt: new Date(described.bootedAt),
    consolePath
  };
}
function isOfThisHost(directory) {
  return describedIn(directory)?.hostBoot === hostBoot();
}
function describedIn(directory) {
  const {
    release,
    slots: slots2,
    bootedAt,
    hostBoot: boot,
    coverageAt,
    state,
    ram,
    disk: disk3
  } = asObject(readJsonFile(join52(directory, "template.json"))) ?? {};
  if (typeof release !== "string" || typeof slots2 !== "number" || typeof bootedAt !== "string") return void 0;
  if (typeof boot !== "string" || typeof state !== "string" || typeof ram !== "string") return void 0;
  const place = placeIn(coverageAt);
  return {
    release,
    slots: slots2,
    bootedAt,
    hostBoot: boot,
    ...place === void 0 ? {} : { coverageAt: place },
    state,
    ram,
    ...typeof disk3 === "string" ? { disk: disk3 } : {}
  };
}
function placeIn(written) {
  const { address, bytes } = asObject(written) ?? {};
  return typeof address === "number" && typeof bytes === "number" ? { address, bytes } : void 0;
}

// src/plan/start-plan.ts
function planStarts(tests, facts) {
  const drafts = tests.map((planned) => ({ planned, draft: draftOf(planned, facts) }));
  const users = /* @__PURE__ */ new Map();
  for (const { draft } of drafts)
    if (draft.kind === "clone") users.set(draft.key, [...users.get(draft.key) ?? [], draft]);
  const sharing = { users, widest: widestOf(tests, facts), templates: /* @__PURE__ */ new Map(), repeat: facts.repeat };
  return new Map(drafts.map(({ planned, draft }) => [planned, settle(draft, sharing)]));
}
function widestOf(tests, facts) {
  const suites = new Map(tests.map((planned) => [JSON.stringify([planned.cell.id, planned.suite.directory]), planned]));
  const others = [...suites.values()].flatMap((planned) => planned.suite.tests.map((test) => ({ ...planned, test })));
  const widest = /* @__PURE__ */ new Map();
  for (const planned of [...tests, ...others]) {
    const draft = draftOf(planned, facts);
    if (draft.kind === "clone") widest.set(draft.key, Math.max(widest.get(draft.key) ?? 0, pluggedIn(draft)));
  }
  return widest;
}
function pluggedIn({ devices, models }) {
  return devices.length + models.length;
}
function draftOf({ cell, suite, test, diskImage, imageInit }, { start, keepsState: keepsState2, busModules: busModules2, treeOf: treeOf2, obstacle, noMachine }) {
  const lack = noMachine?.({ cell, suite, test, diskImage });
  if (lack !== void 0) return { kind: "cold", reason: lack };
  if (start === "cold") return { kind: "cold", reason: "requested with --start cold" };
  if (test.start === "cold") return { kind: "cold", reason: "requested by info/start" };
  const suiteParts = splitDeviceArgs(suite.qemuArgs, (driver) => keepsState2(cell, driver));
  const testParts = splitDeviceArgs(test.qemuArgs, () => false);
  const tree = treeOf2?.({ cell, suite, test });
  const kernelModules = modulesAtBoot(loadedModules(suite, test, busModules2({ cell, suite, test })), tree);
  const args = [...suiteParts.staying, ...testParts.staying];
  const devices = [...suiteParts.plugged, ...testParts.plugged];
  const reason = obstacle(cell, [...args, ...devices.flatMap((device2) => ["-device", device2])]);
  if (reason !== void 0) return { kind: "cold", reason };
  const models = devicesOf({ suite, test }).map(({ id }) => id);
  return {
    kind: "clone",
    key: JSON.stringify([cell.id, diskImage, imageInit, args, kernelModules, tree]),
    template: {
      cell,
      args,
      diskImage,
      ...imageInit === void 0 ? {} : { imageInit },
      kernelModules,
      ...tree === void 0 ? {} : { tree }
    },
    devices,
    models,
    ownArgs: testParts.staying,
    isDemanded: test.start === "clone" || start === "clone"
  };
}
function settle(draft, { users, widest, templates, repeat }) {
  if (draft.kind === "cold") return draft;
  const sharing = (users.get(draft.key) ?? []).filter((other) => other.kind === "clone");
  const isShared2 = sharing.length * repeat > 1;
  if (draft.ownArgs.length > 0 && !isShared2 && !draft.isDemanded)
    return {
      kind: "cold",
      reason: `no other test has its QEMU arguments ${draft.ownArgs.join(" ")}, which cannot be plugged in`
    };
  const template = templates.get(draft.key) ?? {
    ...draft.template,
    slots: slotsFor(widest.get(draft.key) ?? pluggedIn(draft))
  };
  templates.set(draft.key, template);
  return { kind: "clone", template, devices: draft.devices, reason: describeClone(draft, sharing.length) };
}
var usualSlots = 2;
function slotsFor(devices) {
  let slots2 = usualSlots;
  while (slots2 < devices) slots2 *= 2;
  return slots2;
}
function slotsThatServe(slots2) {
  const more = Array.from({ length: 8 }, (_, doublings) => slots2 * 2 ** doublings);
  return more.filter((each2) => each2 <= mostSlots || each2 === slots2);
}
var mostSlots = 32;
function describeClone({ ownArgs, devices, models }, sharing) {
  const base = ownArgs.length > 0 ? `a template of its own (${sharing} ${sharing === 1 ? "test" : "tests"}) with ${ownArgs.join(" ")}` : "the cell's template";
  const plugged = [...devices.map((device2) => device2.split(",")[0] ?? device2), ...models];
  return plugged.length === 0 ? base : `${base}, with ${plugged.join(", ")} plugged in`;
}

// src/engine/template-identity.ts
function templateIdentity(wish) {
  return identityOf(wish, surroundingsOf(wish));
}
function identitiesThatServe(wish) {
  const surroundings = surroundingsOf(wish);
  return slotsThatServe(wish.slots).map((slots2) => identityOf({ ...wish, slots: slots2 }, surroundings));
}
function surroundingsOf(wish) {
  const host = [hostBoot(), wish.machine.accelerator === "kvm" ? hostProcessor() : ""];
  return { host, files: filesIn2(argumentsOf(wish)) };
}
function identityOf(wish, { host, files }) {
  const { qemu, kernel: kernel2 } = wish.supplies;
  const { version: version2, sha256, firmwareArgs } = qemu;
  return JSON.stringify([
    "template 2",
    ...host,
    version2,
    sha256,
    firmwareArgs,
    kernel2.sha256,
    argumentsOf(wish),
    files
  ]);
}
function argumentsOf({ machine, slots: slots2 }) {
  return qemuArguments({ ...machine, origin: { kind: "template", ramPath: "ram", slots: slots2 } });
}
function filesIn2(args) {
  const words2 = args.flatMap((argument) => [argument, ...argument.split(/[,=:]/)]);
  return [...new Set(words2)].flatMap((word2) => word2 === "" ? [] : fileIdentity(word2) ?? []);
}

// src/engine/kept-templates.ts
var mostMiB = 2048;
var mebibyte2 = 1024 * 1024;
var reserveMiB = 512;
var kind = "template";
var KeptTemplates = class {
  #store;
  #context;
  #onProblem;
  #keeping = /* @__PURE__ */ new Set();
  #isTold = false;
  /** `onProblem` is told once why a template could not be kept: the next run boots again, and nothing else is lost. */
  constructor(context, onProblem) {
    this.#store = new AssetStore(context.store.root);
    this.#context = context;
    this.#onProblem = onProblem;
  }
  /** Removes what runs left behind that were killed while they kept one: as much as a machine's memory. */
  async sweep() {
    await this.#store.sweep(this.#context.signal).catch((error) => this.#tell(error));
  }
  /** Undefined: there is none that serves, or something of it is missing or was changed. */
  find(wish) {
    for (const key of identitiesThatServe(wish)) {
      const asset = { kind, key };
      const directory = this.#store.find(asset);
      const kept2 = directory === void 0 ? void 0 : readKept(directory);
      if (kept2 === void 0) continue;
      this.#store.markUsed(asset, this.#context.nowMs());
      return kept2;
    }
    return void 0;
  }
  /**
   * In the background, from a descriptor of its own, one after the other: each sees what room the others have left.
   * `finished` waits for it.
   */
  keep(request) {
    const { ramPath, diskPath } = request.template;
    const memory2 = openedFile(ramPath);
    const disk3 = diskPath === void 0 ? void 0 : openedFile(diskPath);
    const work2 = Promise.all(this.#keeping).then(() => this.#keep(request, { ram: memory2.path, disk: disk3?.path })).catch((error) => this.#tell(error)).finally(() => {
      memory2[Symbol.dispose]();
      disk3?.[Symbol.dispose]();
      this.#keeping.delete(work2);
    });
    this.#keeping.add(work2);
  }
  /** What `find` finds turned out to be of no use. */
  discard(wish) {
    for (const key of identitiesThatServe(wish)) this.#store.discard({ kind, key });
  }
  /** All that was to be kept is kept, or it was told why not. */
  async finished() {
    await Promise.all(this.#keeping);
  }
  async #keep(request, files) {
    const { signal } = this.#context;
    const asset = { kind, key: templateIdentity(request) };
    this.#makeRoom(memoryMiB(request.machine.userArgs) + reserveMiB);
    this.#store.discard(asset);
    await this.#store.provide({ ...asset, signal, make: (staging) => writeKept(staging, request, files, signal) });
    this.#store.keepWithin(kind, mostMiB * mebibyte2, isOfThisHost);
  }
  /** Older templates go first when the disk is almost full. @throws ProvisionError when that is not enough */
  #makeRoom(neededMiB) {
    const { root: root2 } = this.#store;
    const { freeMiBAt = freeMiB } = this.#context;
    const lackingMiB = neededMiB - freeMiBAt(root2);
    if (lackingMiB <= 0) return;
    this.#store.keepWithin(kind, this.#store.bytesOf(kind) - lackingMiB * mebibyte2, isOfThisHost);
    const free = freeMiBAt(root2);
    if (free < neededMiB)
      throw new ProvisionError(`${root2} has ${free} MiB free, and a saved machine may need ${neededMiB}`);
  }
  /** A cancelled run keeps nothing, and that is nobody's concern. */
  #tell(error) {
    if (this.#context.signal.aborted) return;
    if (!(error instanceof ProvisionError) && !isSystemError(error) && !(error instanceof CopyFailed)) throw error;
    if (!this.#isTold) this.#onProblem(error.message);
    this.#isTold = true;
  }
};

// src/engine/run-attempt.ts
import { join as join66 } from "node:path";

// src/diagnose/verdict.ts
function rulesOf({ suite, test, sweep: sweep2 }) {
  return {
    expectation: test.expectation,
    expectConsole: [...suite.expectConsole, ...test.expectConsole, ...suite.leaks?.allowed ?? []],
    isSweepPoint: sweep2 !== void 0,
    ...sweep2 === void 0 ? {} : { point: pointRules(sweep2) }
  };
}
function pointRules({ device: device2, faultId, call, baseline }) {
  return {
    ...device2 === void 0 ? {} : { device: device2 },
    fault: faultId,
    ...call === void 0 ? {} : { call: call.name },
    baseline
  };
}

// src/run/evidence/keep-record.ts
import { join as join53, relative as relative5 } from "node:path";

// src/machine/mapped-file-notes.ts
var fileTypeMask = 61440;
var regularFile = 32768;
var mappedFileNotes = {
  directory: ".virtfs_metadata",
  maxBytes: 4096,
  saysPlain: (note2) => {
    const mode = /^virtfs\.mode=(\d+)$/m.exec(note2)?.[1];
    return mode === void 0 || (Number(mode) & fileTypeMask) === regularFile;
  }
};

// src/run/evidence/keep-record.ts
var consoleTailBytes = 64 * 1024;
var artifactLimits = bounds.artifacts;
async function keepRecord(job, leftovers) {
  const { watched, traces, evidence, folder: folder2, models } = leftovers;
  const cutLogs = evidence.close();
  const artifacts = await copyUntrusted({ directory: folder2, path: "artifacts" }, join53(job.directory, "artifacts"), {
    ...artifactLimits,
    notes: mappedFileNotes
  });
  const lastConsole = () => readTextTail(evidence.consolePath, consoleTailBytes) ?? "";
  const postMortem = watched.postMortem && await recordPostMortem(watched.postMortem, lastConsole(), job);
  const inResults = (path) => relative5(job.resultsDirectory, path);
  return {
    start: job.clone === void 0 ? "cold" : "clone",
    startedAt: leftovers.startedAt,
    startMs: watched.firstStageMs === void 0 ? void 0 : watched.firstStageMs - leftovers.launchedMs,
    durationMs: leftovers.durationMs,
    isHeard: leftovers.isHeard,
    ending: evidence.endingWith(watched.ending),
    stages: traces.map((trace) => ({ ...trace, log: inResults(evidence.stageLogPath(trace.name)) })),
    directory: inResults(job.directory),
    consolePath: inResults(evidence.consolePath),
    artifacts: artifacts.copied.map((path) => inResults(join53(job.directory, "artifacts", path))),
    devices: leftovers.devices,
    timelinePath: inResults(keepTimeline(job, leftovers)),
    ...postMortem === void 0 ? {} : { postMortem: postMortem.record },
    ...leftovers.leaks.length === 0 ? {} : { leaks: leftovers.leaks },
    ...leftovers.coverage === void 0 ? {} : { coverage: leftovers.coverage },
    notes: [
      ...watched.notes,
      ...models?.notes ?? [],
      ...leftovers.helperNotes,
      ...postMortem?.notes ?? [],
      ...leftovers.coverage?.kind === "lost" ? [`no coverage: ${leftovers.coverage.reason}`] : [],
      ...cutLogs,
      ...[...watched.leftOut, ...artifacts.leftOut].map((what) => `artifact left out: ${what}`)
    ]
  };
}
function keepTimeline({ directory }, { timeline }) {
  const path = join53(directory, "timeline.jsonl");
  writeFileAt(path, timeline.render());
  return path;
}
function unstartedRecord(directory, ending, logs = {}) {
  return {
    start: "cold",
    startedAt: now(),
    startMs: void 0,
    durationMs: 0,
    isHeard: false,
    ending,
    stages: [],
    directory,
    ...logs,
    artifacts: [],
    devices: [],
    notes: []
  };
}

// src/engine/cell-boots.ts
import { basename as basename10, relative as relative7 } from "node:path";

// src/engine/boot-cells.ts
import { join as join56, relative as relative6 } from "node:path";

// src/diagnose/boot-failure.ts
function explainBoot(boot) {
  switch (boot.ending.kind) {
    case "guest-reset":
    case "guest-shutdown":
    case "guest-panicked":
      return explainDeath(boot);
    case "boot-deadline":
      return {
        kind: "deadline",
        message: describeEnding(boot.ending),
        hint: lateHint(boot)
      };
    case "kvm-failed":
    case "qemu-exited":
    case "image-failed":
    case "agent-lost":
    case "host-failed":
    case "over-limit":
    case "deadline":
    case "no-power-off":
    case "after-bug":
    case "model-broke":
    case "internal-error":
    case "not-started":
    case "completed":
    case "cancelled":
      return { kind: "other", message: withTitle(boot, describeEnding(boot.ending)), hint: void 0 };
  }
}
function explainDeath(boot) {
  return memoryFailure(boot) ?? (boot.phase === "port-missing" ? portMissing(boot) : explainReset(boot));
}
function memoryFailure({ signs, findings, memory: memory2, advice }) {
  const { givenMiB, neededMiB } = memory2;
  const has = `the machine has ${inMiB(givenMiB)}`;
  const hint = `Give the machine more memory: ${advice.moreMemory}`;
  const kind2 = "too-little-memory";
  if (neededMiB !== void 0 && givenMiB < neededMiB) {
    const need = `the kernel with its initramfs takes ${inMiB(Math.ceil(neededMiB))} when it is loaded`;
    return { kind: kind2, message: `too little memory for this kernel: ${has}, and ${need}`, hint };
  }
  const told = findings.find((finding) => finding.kind === "oom")?.title ?? signs.shortage;
  if (told === void 0) return void 0;
  return { kind: kind2, message: `the kernel ran out of memory while booting (${has}): ${told}`, hint };
}
function portMissing({ kernel: kernel2 }) {
  const { spec, release, modulesDirectory, modulesSought } = kernel2;
  const start = "the agent started, but its port to the host is missing: ";
  if (modulesDirectory !== void 0)
    return {
      kind: "port-missing",
      message: `${start}virtio_pci and virtio_console of ${modulesDirectory} did not bring it up`,
      hint: "The console says which modules could not be loaded. Modules of another build of the kernel are refused."
    };
  return {
    kind: "port-missing",
    message: `${start}virtio_pci and virtio_console are not built into this kernel, and no modules of it were found. Looked for: ${modulesSought.join(", ")}`,
    hint: `Name their directory: --kernel ${spec},modules=DIR/lib/modules/${release}. Or build both drivers into the kernel: CONFIG_VIRTIO_PCI=y, CONFIG_VIRTIO_CONSOLE=y`
  };
}
function explainReset(boot) {
  const { ending, phase, signs, findings } = boot;
  if (phase === "kernel-silent") return silentReset(boot);
  const what = ending.kind === "guest-shutdown" ? "powered off" : "reset";
  const where = phase === "kernel-started" ? "before the agent started" : "before the agent was ready";
  const title = findings[0]?.title;
  if (ending.kind === "guest-panicked" || signs.panic !== void 0 || title?.startsWith("kernel panic") === true) {
    const told = title ?? signs.panic;
    return {
      kind: "panicked",
      message: `the kernel panicked while booting${told === void 0 ? "" : `: ${told}`}`,
      hint: scarceHint(boot)
    };
  }
  return {
    kind: "reset",
    message: withTitle(boot, `the machine ${what} while booting, ${where}`),
    hint: scarceHint(boot)
  };
}
function silentReset(boot) {
  const forms = boot.kernel.tried.map((form) => form === "vmlinux" ? "by its PVH entry" : "by its bzImage");
  const what = boot.ending.kind === "guest-shutdown" ? "powered off" : "reset";
  return {
    kind: "reset-before-first-line",
    message: `the kernel ${what} before its first line, started ${forms.join(" and ")}`,
    hint: silentHint(boot)
  };
}
function lateHint({ phase, advice }) {
  const longer = `For a slow kernel or host: ${advice.longerBoot}`;
  return phase === "kernel-silent" ? `${longer}. ${consoleHint(advice)}` : longer;
}
function silentHint({ kernel: { tried }, memory: { givenMiB }, advice }) {
  if (!tried.includes("bzImage"))
    return "Give its bzImage (arch/x86/boot/bzImage) instead of the vmlinux: some kernels, for example some with KASAN, do not start by their PVH entry.";
  return `${inMiB(givenMiB)} may be too little memory, try more: ${advice.moreMemory}. ${consoleHint(advice)}`;
}
function consoleHint({ earlyLines }) {
  return `The kernel needs a serial console (CONFIG_SERIAL_8250_CONSOLE=y); with CONFIG_EARLY_PRINTK=y this shows its first lines: ${earlyLines}`;
}
function scarceHint({ memory: { givenMiB, neededMiB }, advice }) {
  if (neededMiB === void 0 || givenMiB >= 2 * neededMiB) return void 0;
  return `${inMiB(givenMiB)} may be too little memory, try more: ${advice.moreMemory}`;
}
function withTitle({ findings }, message) {
  const title = findings[0]?.title;
  return title === void 0 ? message : `${title}; ${message}`;
}
function inMiB(amount) {
  return `${Number(amount.toFixed(1))} MiB`;
}
function bootFailureInWords({ message, hint }) {
  return hint === void 0 ? message : `${message}
${hint}`;
}

// src/engine/boot-machines.ts
import { join as join55 } from "node:path";

// src/run/evidence/coverage-place.ts
var maxChars = 200;
var needle = "qdt-coverage: ";
function listenForPlace() {
  let found;
  return {
    hear: (bytes) => {
      if (found !== void 0) return;
      const line = bytes.toString("latin1", 0, maxChars);
      if (line.includes(needle)) found = placeIn2(line);
    },
    place: () => found
  };
}
function placeIn2(line) {
  const [, size2, at] = /qdt-coverage: (\d{1,8}) bytes at 0x([\da-f]{1,12})\b/.exec(line) ?? [];
  const [bytes, address] = [Number(size2), Number.parseInt(at ?? "", 16)];
  return bytes > 0 && bytes <= bounds.coverage.memoryBytes && address > 0 ? { address, bytes } : void 0;
}

// src/run/watch/boot-clock.ts
var mostTimes = 2;
var toleranceMs = 5e3;
var stampChars = 32;
function listenForClock(sinceLaunchMs) {
  let isAhead = false;
  return {
    hear: (line) => {
      const seconds = /^(?:<\d{1,2}>)?\[ *(\d{1,9}\.\d{6})\]/.exec(line.toString("latin1", 0, stampChars))?.[1];
      if (seconds !== void 0 && Number(seconds) * 1e3 > mostTimes * sinceLaunchMs() + toleranceMs) isAhead = true;
    },
    isAhead: () => isAhead
  };
}

// src/run/watch/boot-signs.ts
function listenForSigns() {
  const heard = {};
  return {
    hear: (bytes) => {
      const line = bytes.toString("latin1", 0, maxChars2);
      if (line.includes(panicNeedle)) heard.panic ??= inOneLine(line.slice(line.indexOf(panicNeedle)));
      if (shortages2.some((needle2) => line.includes(needle2))) heard.shortage ??= inOneLine(line.replace(stamp, ""));
    },
    signs: () => ({ shortage: heard.shortage, panic: heard.panic })
  };
}
var maxChars2 = 1e3;
var shownChars = 200;
var panicNeedle = "Kernel panic - not syncing";
var shortages2 = [
  "Out of memory",
  "out of memory",
  "System is deadlocked on memory",
  "page allocation failure",
  "Initramfs unpacking failed: write error",
  ": Failed to allocate ",
  "Failed to allocate page"
];
var stamp = /^(?:<\d{1,2}>)?\[[^\]]{1,40}\](?:\[[^\]]{1,20}\])? /;
function inOneLine(line) {
  return line.replaceAll(/[^\x20-\x7e]+/g, " ").trim().slice(0, shownChars);
}

// src/run/boot-cell.ts
var powerOff = () => Promise.resolve("power-off");
async function bootCell(job, ports2, afterBoot = powerOff) {
  const startedAt = now();
  const launchedMs = performance.now();
  try {
    return { startedAt, ...await bootOnMachine(job, ports2, { afterBoot, launchedMs }) };
  } catch (error) {
    if (!isSystemError(error)) throw error;
    const ending = { kind: "host-failed", detail: error.message };
    const durationMs = performance.now() - launchedMs;
    return {
      startedAt,
      readyMs: void 0,
      durationMs,
      ending,
      ...notStarted,
      isClockAhead: false,
      release: void 0
    };
  }
}
async function bootOnMachine(job, { tripwire, signal, limits: limits2 = watchLimits, disk: disk3 = diskLimits }, boot) {
  var _stack = [];
  try {
    const { qemuLogPath } = evidencePaths(job.directory);
    const machine = __using(_stack, launchMachine({ spec: job.machine, qemu: job.qemu, outputPath: qemuLogPath }));
    const console = listenToBoot(boot.launchedMs);
    const evidence = __using(_stack, collectEvidence(machine, { directory: job.directory, tripwire, onConsoleLine: console.hear }));
    const onDisk = __using(_stack, watchDisk({ folder: void 0, qemuLog: qemuLogPath }, disk3));
    const session = new AgentSession(machine.channel("control"), secretToken());
    const reached = { readyMs: void 0, release: void 0, isKilled: false };
    const watched = await watchMachine({
      machine,
      session,
      evidence,
      bootDeadlineMs: job.bootDeadlineMs,
      imageStarts: job.machine.diskImage?.startsItself === true,
      timeoutMs: job.bootDeadlineMs,
      limits: limits2,
      signal,
      exceeded: onDisk.exceeded,
      converse: () => bootAndEnd(machine, session, boot, reached)
    });
    const durationMs = performance.now() - boot.launchedMs;
    evidence.close();
    const ending = reached.isKilled ? { kind: "completed" } : watched.ending;
    return {
      readyMs: reached.readyMs,
      durationMs,
      ending: evidence.endingWith(ending),
      phase: evidence.bootPhase(),
      release: reached.release,
      ...console.told()
    };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function bootAndEnd(machine, session, { afterBoot, launchedMs }, reached) {
  reached.release = await session.ready;
  reached.readyMs = performance.now() - launchedMs;
  if (await afterBoot(machine) === "kill") {
    reached.isKilled = true;
    machine.kill();
  } else {
    await session.begin();
    await session.finish();
  }
  return { leftOut: [], written: void 0 };
}
function listenToBoot(launchedMs) {
  const signs = listenForSigns();
  const place = listenForPlace();
  const clock = listenForClock(() => performance.now() - launchedMs);
  return {
    hear: (line) => {
      for (const listener of [signs, place, clock]) listener.hear(line);
    },
    told: () => {
      const coverageAt = place.place();
      return {
        signs: signs.signs(),
        isClockAhead: clock.isAhead(),
        ...coverageAt === void 0 ? {} : { coverageAt }
      };
    }
  };
}

// src/run/template.ts
import { join as join54 } from "node:path";

// src/machine/qcow2-overlay.ts
var clusterBits = 16;
var clusterBytes = 2 ** clusterBits;
var bytesOfTable = clusterBytes / 8 * clusterBytes;
var headerBytes4 = 104;
var backingFormatExtension = 3799591626;
var clusters = 4;
function emptyOverlay({ path, format, sizeBytes }) {
  const tables = Math.ceil(sizeBytes / bytesOfTable);
  const name = Buffer.from(path);
  if (tables > clusterBytes / 8) throw new RangeError(`a disk of ${sizeBytes} bytes is larger than 4 TiB`);
  if (name.length > 1023) throw new RangeError("the path of a disk image has more than 1,023 bytes");
  const overlay = Buffer.alloc(clusters * clusterBytes);
  const extensionEnd = writeExtension(overlay, headerBytes4, Buffer.from(format));
  overlay.write("QFI\xFB", 0, "latin1");
  overlay.writeUInt32BE(3, 4);
  overlay.writeBigUInt64BE(BigInt(extensionEnd), 8);
  overlay.writeUInt32BE(name.length, 16);
  overlay.writeUInt32BE(clusterBits, 20);
  overlay.writeBigUInt64BE(BigInt(sizeBytes), 24);
  overlay.writeUInt32BE(tables, 36);
  overlay.writeBigUInt64BE(BigInt(3 * clusterBytes), 40);
  overlay.writeBigUInt64BE(BigInt(clusterBytes), 48);
  overlay.writeUInt32BE(1, 56);
  overlay.writeUInt32BE(4, 96);
  overlay.writeUInt32BE(headerBytes4, 100);
  name.copy(overlay, extensionEnd);
  overlay.writeBigUInt64BE(BigInt(2 * clusterBytes), clusterBytes);
  for (let cluster = 0; cluster < clusters; cluster++) overlay.writeUInt16BE(1, 2 * clusterBytes + 2 * cluster);
  return overlay;
}
function writeExtension(overlay, at, format) {
  overlay.writeUInt32BE(backingFormatExtension, at);
  overlay.writeUInt32BE(format.length, at + 4);
  format.copy(overlay, at + 8);
  return at + 8 + Math.ceil(format.length / 8) * 8 + 8;
}
function sizeInQcow2(head) {
  if (head.length < 32 || head.toString("latin1", 0, 4) !== "QFI\xFB") return void 0;
  const size2 = head.readBigUInt64BE(24);
  return size2 <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(size2) : void 0;
}

// src/run/overlay-file.ts
var sectorBytes = 512;
function createOverlayFile({ path, format }) {
  var _stack = [];
  try {
    const file2 = __using(_stack, openForReading(path));
    const sizeBytes = format === "qcow2" ? sizeInQcow2(file2.read(0, sectorBytes)) : wholeSectors(file2.sizeBytes);
    if (sizeBytes === void 0) throw new Error(`Internal error: ${path} was taken for a qcow2 file`);
    return unnamedFileWith(emptyOverlay({ path, format, sizeBytes }));
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function wholeSectors(bytes) {
  return Math.ceil(bytes / sectorBytes) * sectorBytes;
}

// src/machine/private-memory.ts
function keepsFileOfClones(qemuVersion2) {
  const [major = 0, minor = 0] = qemuVersion2.split(".").map(Number);
  return major > 8 || major === 8 && minor >= 2;
}
var givesBack = /^virtio-(balloon|mem)\b/;
function wouldTakeFromOthers(driver, qemuVersion2) {
  return givesBack.test(driver) && !keepsFileOfClones(qemuVersion2);
}
function memoryObstacle(places2, qemuVersion2) {
  const found = mergeUserArguments(places2).others.find(
    (argument) => wouldTakeFromOthers(argument.replace(/^driver=/, ""), qemuVersion2)
  );
  return found === void 0 ? void 0 : `with ${found}, QEMU ${qemuVersion2} would take memory from other clones, too (QEMU 8.2 or later does not)`;
}

// src/run/template.ts
var saveLimitMs = 3e4;
var pollMs2 = 2;
var SaveFailed = class extends Error {
  name = "SaveFailed";
};
async function leaveMemoryInPlace(monitor) {
  await monitor.execute("migrate-set-capabilities", { capabilities: [{ capability: "x-ignore-shared", state: true }] });
}
async function stayUnannounced(monitor) {
  await monitor.execute("migrate-set-parameters", { "announce-rounds": 0 });
}
async function restoreMachine(machine, state) {
  machine.channel("state").end(state);
  const monitor = await machine.monitor;
  await leaveMemoryInPlace(monitor);
  await stayUnannounced(monitor);
  await monitor.execute("migrate-incoming", { uri: `fd:${channelDescriptor("state")}` });
}
async function saveMachine(machine, scratch) {
  var _stack = [];
  try {
    const monitor = await machine.monitor;
    await leaveMemoryInPlace(monitor);
    const path = join54(scratch, "state");
    const receiver = __using(_stack, await receiveStream(path, bounds.savedState.bytes));
    await monitor.execute("migrate", { uri: `unix:${path}` });
    const startedMs = performance.now();
    for (; ; ) {
      const { status, "error-desc": reason } = asObject(await monitor.execute("query-migrate")) ?? {};
      if (status === "completed") return await receiver.received;
      if (status === "failed" || status === "cancelled")
        throw new SaveFailed(`QEMU could not save the machine: ${typeof reason === "string" ? reason : status}`);
      if (performance.now() - startedMs > saveLimitMs)
        throw new SaveFailed(`the machine was not saved within ${saveLimitMs / 1e3} s`);
      await pause(pollMs2);
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function originOfClone({ ramPath, diskPath, slots: slots2 }, { version: version2 }) {
  const disk3 = diskPath === void 0 ? {} : { diskPath };
  return { kind: "clone", ramPath, ...disk3, slots: slots2, isFileKept: keepsFileOfClones(version2) };
}
function diskPathOf(disk3) {
  return disk3 === void 0 ? {} : { diskPath: disk3.path };
}
async function makeTemplate(job, ports2) {
  const place = await findPlace(job);
  if (typeof place === "string") return { boot: await bootCell(job, ports2), template: void 0, failure: place };
  const { ram, disk: disk3, scratch } = place;
  let saved;
  const machine = {
    ...job.machine,
    origin: { kind: "template", ramPath: ram.path, ...diskPathOf(disk3), slots: job.slots }
  };
  try {
    const boot = await bootCell({ ...job, machine }, ports2, async (booted) => {
      saved = await trySaving(booted, scratch.path);
      return typeof saved === "string" ? "power-off" : "kill";
    });
    if (!(saved instanceof Buffer) || boot.release === void 0 || boot.ending.kind !== "completed") {
      ram[Symbol.dispose]();
      disk3?.[Symbol.dispose]();
      return { boot, template: void 0, failure: typeof saved === "string" ? saved : void 0 };
    }
    return {
      boot,
      template: {
        release: boot.release,
        state: saved,
        ramPath: ram.path,
        ...diskPathOf(disk3),
        slots: job.slots,
        isKept: false,
        ...boot.coverageAt === void 0 ? {} : { coverageAt: boot.coverageAt },
        [Symbol.dispose]: () => {
          ram[Symbol.dispose]();
          disk3?.[Symbol.dispose]();
        }
      },
      failure: void 0
    };
  } finally {
    scratch[Symbol.dispose]();
  }
}
async function findPlace({ memoryMiB: memoryMiB2, machine: { diskImage } }) {
  let scratch;
  let disk3;
  try {
    scratch = createScratchDirectory();
    if (diskImage?.startsItself === true) disk3 = createOverlayFile(diskImage);
    return { scratch, disk: disk3, ram: await createMemoryFile(memoryMiB2) };
  } catch (error) {
    scratch?.[Symbol.dispose]();
    disk3?.[Symbol.dispose]();
    if (error instanceof NoRoomForMemory || isSystemError(error)) return error.message;
    throw error;
  }
}
async function trySaving(machine, scratch) {
  try {
    return await saveMachine(machine, scratch);
  } catch (error) {
    if (error instanceof SaveFailed || error instanceof QmpError || isSystemError(error)) return error.message;
    throw error;
  }
}

// src/run/prove-template.ts
async function proveTemplate(job, ports2) {
  try {
    return await prove(job, ports2);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return { kind: "host-failed", detail: error.message };
  }
}
async function prove({ qemu, machine: spec, template, directory }, { tripwire, signal, limits: limits2 = watchLimits, disk: disk3 = diskLimits }) {
  var _stack = [];
  try {
    const origin2 = originOfClone(template, qemu);
    const { qemuLogPath } = evidencePaths(directory);
    const machine = __using(_stack, launchMachine({ spec: { ...spec, origin: origin2 }, qemu, outputPath: qemuLogPath }));
    const evidence = __using(_stack, collectEvidence(machine, { directory, tripwire }));
    const onDisk = __using(_stack, watchDisk({ folder: void 0, qemuLog: qemuLogPath }, disk3));
    const session = new AgentSession(machine.channel("control"), secretToken(), { readyRelease: template.release });
    const proof = { isGiven: false };
    const { ending } = await watchMachine({
      machine,
      session,
      evidence,
      bootDeadlineMs: limits2.restoreMs,
      timeoutMs: limits2.restoreMs,
      limits: limits2,
      signal,
      exceeded: onDisk.exceeded,
      converse: async () => {
        await Promise.all([session.begin(), restoreMachine(machine, template.state)]);
        proof.isGiven = true;
        machine.kill();
        return { leftOut: [], written: void 0 };
      }
    });
    evidence.close();
    return proof.isGiven ? void 0 : evidence.endingWith(ending);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}

// src/binary/loaded-end.ts
function loadedEnd(read) {
  if (!isElf(read)) return readLoadedEnd(read);
  const ends = readElfSegments(read).filter(({ type }) => type === loadSegmentType).map(({ physicalAddress, memoryBytes: memoryBytes2 }) => physicalAddress + memoryBytes2);
  return ends.length === 0 ? void 0 : Math.max(...ends);
}

// src/provision/kernel/memory-need.ts
function memoryNeededMiB({ bootImage }, initramfs) {
  try {
    const end = loadedEnd(bytesOf(readWholeFile(bootImage)));
    return end === void 0 ? void 0 : (end + fileSize(initramfs)) / 1024 ** 2;
  } catch (error) {
    if (isSystemError(error)) return void 0;
    throw error;
  }
}

// src/engine/boot-facts.ts
function factsOfBoot({
  kernel: kernel2,
  tried,
  machine,
  initramfs,
  deadlineMs
}) {
  const { spec, release, modulesDirectory, modulesSought = [] } = kernel2;
  const givenMiB = memoryMiB([machine.args]);
  return {
    kernel: { spec, release, tried, modulesDirectory, modulesSought },
    memory: { givenMiB, neededMiB: memoryNeededMiB(kernel2, initramfs) },
    advice: {
      moreMemory: machineOption(machine, withMemory(machine.args, moreMiB(givenMiB))),
      earlyLines: machineOption(machine, [...machine.args, "-append", "earlyprintk=ttyS0"]),
      longerBoot: `--boot-timeout ${Math.ceil(2 * deadlineMs / 1e3)}`
    }
  };
}
function exceedsMemory(kernel2, initramfs, machine) {
  return (memoryNeededMiB(kernel2, initramfs) ?? 0) > memoryMiB([machine.args]);
}
var leastMiB = 256;
function moreMiB(givenMiB) {
  return Math.max(leastMiB, 2 ** Math.ceil(Math.log2(2 * givenMiB)));
}
function withMemory(args, sizeMiB) {
  const size2 = `${sizeMiB}M`;
  const at = args.findLastIndex((argument) => argument === "-m" || argument === "--m");
  return at < 0 ? [...args, "-m", size2] : args.with(at + 1, size2);
}
function machineOption({ name }, args) {
  return `--machine ${shellJoin([`${name}=${shellJoin(args)}`])}`;
}

// src/engine/boot-machines.ts
async function bootKernel(request, way) {
  const { cell, run } = request;
  const supplies = bootSupplies(run, cell);
  const { kernel: kernel2 } = supplies;
  const { deadlineMs } = way;
  const first = await bootUnlessMishap(request, supplies, way);
  const packed = asPacked(kernel2);
  if (packed === void 0 || !isWorthPacked(first.record, cell, supplies) || run.signal.aborted)
    return { ...first, kernel: kernel2, tried: [kernel2.bootFormat], deadlineMs };
  const second = await bootUnlessMishap(request, { ...supplies, kernel: packed }, way);
  if (isSilentReset(second.record))
    return { ...second, kernel: kernel2, tried: [kernel2.bootFormat, packed.bootFormat], deadlineMs };
  if (second.record.phase !== "kernel-silent" || second.record.ending.kind === "completed")
    run.services.kernelForms.settle(kernel2);
  return { ...second, kernel: packed, tried: [packed.bootFormat], deadlineMs };
}
function isWorthPacked(record, cell, { kernel: kernel2, archive }) {
  return isSilentReset(record) && !exceedsMemory(kernel2, archive.path, cell.machine);
}
function isSilentReset({ ending, phase }) {
  return (ending.kind === "guest-reset" || ending.kind === "guest-shutdown") && phase === "kernel-silent";
}
async function bootUnlessMishap(request, supplies, way) {
  const first = await bootOn(request, supplies, way);
  const { ending } = first.record;
  const isKilled = ending.kind === "qemu-exited" && ending.signal === "SIGKILL";
  const isMishap = isKilled || first.record.isClockAhead || isResetByChance(first.record, way.accelerator);
  if (!isMishap || request.run.signal.aborted) return first;
  first.template?.[Symbol.dispose]();
  return await bootOn(request, supplies, way);
}
function isResetByChance(record, accelerator) {
  return accelerator === "kvm" && isSilentReset(record);
}
async function bootOn(request, supplies, { accelerator, deadlineMs }) {
  const { cell, template, directory, run, onBoot = () => void 0 } = request;
  const { signal } = run;
  const { keptTemplates } = run.services;
  const ports2 = { tripwire: createTripwire(), signal };
  const job = { qemu: supplies.qemu, bootDeadlineMs: deadlineMs, directory };
  if (template === void 0) {
    onBoot();
    const record2 = await bootCell({ ...job, machine: cellMachine(cell, supplies, accelerator) }, ports2);
    return { record: record2, template: void 0, failure: void 0 };
  }
  const machine = templateMachine(template, supplies, accelerator);
  const wish = { machine, slots: template.slots, supplies };
  if (request.templates === "renewed") keptTemplates.discard(wish);
  const kept2 = await findKept(request, wish, ports2);
  if (kept2 !== void 0) return bootedEarlier(kept2, directory);
  onBoot();
  const made = await makeUnlessReset(
    { ...job, machine, memoryMiB: memoryMiB(machine.userArgs), slots: template.slots },
    ports2
  );
  if (made.template !== void 0 && !made.boot.isClockAhead)
    keptTemplates.keep({
      ...wish,
      template: made.template,
      bootedAt: made.boot.startedAt,
      consolePath: consoleIn(directory)
    });
  const failure = made.failure ?? (made.template === void 0 ? describeEnding(made.boot.ending) : void 0);
  if (endedByGuest(made.boot) || signal.aborted || !isCellsOwn(template))
    return { record: made.boot, template: made.template, failure };
  const record = await bootCell({ ...job, machine: cellMachine(cell, supplies, accelerator) }, ports2);
  return { record, template: void 0, failure };
}
async function makeUnlessReset(job, ports2) {
  const made = await makeTemplate(job, ports2);
  return isResetByChance(made.boot, job.machine.accelerator) && !ports2.signal.aborted ? await makeTemplate(job, ports2) : made;
}
async function findKept({ templates, cell, directory, run: { services, listener, signal } }, wish, ports2) {
  if (templates !== "reused" && templates !== "proven") return void 0;
  const kept2 = services.keptTemplates.find(wish);
  if (kept2 === void 0 || templates === "reused") return kept2;
  const { template } = kept2;
  const place = join55(directory, "dead-clone");
  const ending = await proveTemplate({ ...wish, qemu: wish.supplies.qemu, template, directory: place }, ports2);
  if (ending === void 0) {
    removeTree(place);
    return kept2;
  }
  template[Symbol.dispose]();
  if (signal.aborted) return void 0;
  services.keptTemplates.discard(wish);
  const message = `${cell.id}: it boots again, because the machine that an earlier run saved was dead: `;
  listener({ kind: "warning", message: message + describeEnding(ending) });
  return void 0;
}
function endedByGuest({ ending, phase }) {
  switch (ending.kind) {
    case "completed":
    case "boot-deadline":
    case "image-failed":
      return true;
    case "guest-reset":
    case "guest-shutdown":
    case "guest-panicked":
      return phase !== "kernel-silent";
    case "kvm-failed":
    case "qemu-exited":
    case "agent-lost":
    case "host-failed":
    case "over-limit":
    case "deadline":
    case "no-power-off":
    case "after-bug":
    case "model-broke":
    case "internal-error":
    case "not-started":
    case "cancelled":
      return false;
  }
}
function bootedEarlier({ template, bootedAt, consolePath }, directory) {
  copyFileTo(consolePath, consoleIn(directory));
  const record = {
    startedAt: bootedAt,
    readyMs: 0,
    durationMs: 0,
    ending: { kind: "completed" },
    ...notStarted,
    isClockAhead: false,
    phase: "init-started",
    release: template.release
  };
  return { record, template, failure: void 0 };
}
function isCellsOwn({ args, diskImage, tree }) {
  return args.length === 0 && diskImage === void 0 && tree === void 0;
}
function consoleIn(directory) {
  return join55(directory, "console.log");
}

// src/engine/boot-cells.ts
async function bootTold(request, choice, isWorthTcg) {
  const { cell, run } = request;
  const told = { hasBegun: false };
  const onBoot = () => {
    if (!told.hasBegun) run.listener({ kind: "provision-begin", what: cell.id, activity: "booting" });
    told.hasBegun = true;
  };
  const outcome = await bootOnce({ ...request, onBoot }, choice, isWorthTcg);
  if (told.hasBegun) run.listener({ kind: "provision-end", what: cell.id, ...endOf(outcome) });
  return outcome;
}
async function bootOnce(request, choice, isWorthTcg = () => true) {
  const { cell, run } = request;
  const isTrial = choice.fallsBack && choice.isProven !== true;
  const first = await bootKernel(
    isTrial && request.templates === "reused" ? { ...request, templates: "proven" } : request,
    {
      accelerator: choice.accelerator,
      deadlineMs: isTrial ? trialDeadlineMs(run.plan, cell) : cellDeadlineMs(run.plan, cell, choice.accelerator)
    }
  );
  const { ending } = first.record;
  if (ending.kind === "completed" || !choice.fallsBack || run.signal.aborted || !isWorthTcg(ending))
    return { ...await summarise(first, request, choice.accelerator), choice };
  const second = await bootKernel(request, { accelerator: "tcg", deadlineMs: cellDeadlineMs(run.plan, cell, "tcg") });
  if (second.record.ending.kind !== "completed")
    return { ...await summarise(first, request, choice.accelerator), choice };
  return { ...await summarise(second, request, "tcg"), choice: fallBack(describeEnding(ending)) };
}
async function summarise(boot, request, accelerator) {
  const { record, template, kernel: kernel2 } = boot;
  const { startedAt, ending, readyMs, durationMs } = record;
  const { services, outDirectory } = request.run;
  const { machine } = request.cell;
  const initramfs = suppliesOf(request.run, request.cell).archive.path;
  const consolePath = relative6(outDirectory, consoleIn(request.directory));
  const findings = await services.judge.findBugs({ resultsDirectory: outDirectory, consolePath });
  const failed2 = ending.kind === "completed" ? void 0 : explainBoot({ ...record, findings, ...factsOfBoot({ ...boot, machine, initramfs }) });
  return {
    boot: {
      outcome: failed2 === void 0 ? "ok" : "failed",
      durationMs: readyMs ?? durationMs,
      ...template?.isKept === true ? { bootedAt: startedAt } : {},
      image: kernel2.bootFormat,
      ...kernel2.imageReason === void 0 ? {} : { imageReason: kernel2.imageReason },
      findings,
      ...failed2 === void 0 ? {} : { failure: failed2 }
    },
    template,
    templateFailure: boot.failure,
    ...ending.kind === "image-failed" ? { imageFailure: { ending, consolePath } } : {},
    accelerator
  };
}
function bootConsole(outDirectory, cell) {
  const path = consoleIn(bootDirectory(outDirectory, cell));
  return kindOfFile(path) === "file" ? { consolePath: relative6(outDirectory, path) } : {};
}
function endOf({ boot: { outcome, durationMs } }) {
  return { ended: outcome === "ok" ? "done" : "failed", durationMs };
}
function bootDirectory(outDirectory, cell, extra = "") {
  return join56(outDirectory, cell.id, "boot", extra);
}

// src/engine/internal-error.ts
import { join as join57 } from "node:path";
function keepStack(error, { outDirectory }, directory) {
  const log = join57(directory, "internal-error.log");
  const [message, stack] = error instanceof Error ? [error.message, error.stack ?? error.message] : [String(error), String(error)];
  const detail = firstLine2(message);
  try {
    const path = join57(outDirectory, log);
    makeParent(path);
    appendToFile(path, `${stack}
`);
    return { detail, log };
  } catch {
    return { detail, log: "no file" };
  }
}
var maxDetail = 500;
function firstLine2(text3) {
  return (text3.split("\n", 1)[0] ?? "").replace(/^Internal error: /, "").slice(0, maxDetail);
}

// src/engine/settle-accelerator.ts
async function settleAccelerator(setup, choice) {
  const { starts, choices, outDirectory, services, listener, signal } = setup;
  const cell = bootableCells(setup).find((bootable) => !isForeign(bootable));
  if (cell === void 0 || !choice.fallsBack || signal.aborted) return { choice, boot: void 0 };
  const request = {
    cell,
    template: ownTemplate(starts, cell),
    templates: choices.templates,
    directory: bootDirectory(outDirectory, cell),
    run: setup
  };
  const { choice: settled, ...outcome } = await bootTold(request, choice);
  const booted = { choice: settled, ...outcome };
  settleTrial({ cell, supplies: suppliesOf(setup, cell) }, { asked: choice, booted, ...services, listener });
  return { choice: settled, boot: { cell, outcome } };
}
function settleTrial(trial, { asked, booted, kvmTrials, listener }) {
  if (!asked.fallsBack) return;
  const { choice, boot } = booted;
  if (choice === asked) {
    if (boot.outcome === "ok") kvmTrials.forget(trial);
    return;
  }
  listener({ kind: "warning", message: `${choice.reason}. ${choice.advice ?? ""}` });
  kvmTrials.remember(trial, choice.detail ?? choice.reason);
}
function recallTrials(setup, choice) {
  const cell = bootableCells(setup).find((bootable) => !isForeign(bootable));
  if (cell === void 0 || setup.choices.templates === "new") return choice;
  return setup.services.kvmTrials.recall({ cell, supplies: suppliesOf(setup, cell) }, choice);
}
function bootableCells({ plan, supplies }) {
  return plan.cells.filter((cell) => {
    const own = suppliesOf({ supplies }, cell);
    return own.missing === void 0 && plan.tests.some((planned) => planned.cell === cell && failedBuild2(planned, own) === void 0);
  });
}
function ownTemplate(starts, cell) {
  for (const start of starts.values())
    if (start.kind === "clone" && start.template.cell === cell && isCellsOwn(start.template)) return start.template;
  return void 0;
}

// src/engine/template-cache.ts
var TemplateCache = class {
  #maker;
  #cached = /* @__PURE__ */ new Map();
  #withdrawn = /* @__PURE__ */ new Map();
  #usersLeft = /* @__PURE__ */ new Map();
  /** Replaced, and perhaps still cloned from. */
  #replaced = [];
  #made = 0;
  constructor(users, maker) {
    this.#maker = maker;
    this.expect(users);
  }
  /** More tests will start from these. */
  expect(users) {
    for (const plan of users) this.#usersLeft.set(plan, (this.#usersLeft.get(plan) ?? 0) + 1);
  }
  /** Adds a template that was made elsewhere: by the boot of its cell. */
  put(plan, cached) {
    this.#cached.set(plan, Promise.resolve(cached));
    if (cached.kind === "none") this.withdraw(plan, cached.reason);
  }
  /** The template for a test that starts; it is made on first use. */
  async take(plan) {
    const cached = await (this.#cached.get(plan) ?? this.#make(plan, false));
    const reason = this.#withdrawn.get(plan);
    return reason === void 0 || cached.kind === "none" ? cached : { kind: "none", reason };
  }
  /** One of an earlier run was dead, or KVM is gone: it is made anew, once, whoever finds out first. */
  async renew(plan, dead) {
    const caching = this.#cached.get(plan);
    const cached = await caching;
    if (cached?.kind !== "template" || cached.template !== dead || this.#cached.get(plan) !== caching) return;
    this.#replaced.push(dead);
    await this.#make(plan, true);
  }
  /** Stops handing out a template, because a clone of it was dead. Current users keep it; the first reason counts. */
  withdraw(plan, reason) {
    if (this.#withdrawn.has(plan)) return;
    this.#withdrawn.set(plan, reason);
    this.#maker.onLoss(plan, reason);
  }
  /** How many of the tests that start from the template have not ended. */
  testsLeft(plan) {
    return this.#usersLeft.get(plan) ?? 0;
  }
  /** Called once by every test that was planned to start from the template, whether or not it took it. */
  async release(plan) {
    const left = (this.#usersLeft.get(plan) ?? 0) - 1;
    this.#usersLeft.set(plan, left);
    if (left <= 0) await this.#drop(plan);
  }
  #make(plan, isAnew) {
    const making = this.#maker.make(plan, ++this.#made, isAnew).catch(
      (error) => ({
        kind: "none",
        reason: `Internal error: ${error instanceof Error ? error.stack ?? error.message : String(error)}`
      })
    );
    const made = making.then((cached) => {
      if (cached.kind === "none") this.withdraw(plan, cached.reason);
      return cached;
    });
    this.#cached.set(plan, made);
    return made;
  }
  async #drop(plan) {
    const cached = await this.#cached.get(plan);
    this.#cached.delete(plan);
    if (cached?.kind === "template") this.#free(cached.template);
  }
  #free(template) {
    this.#maker.onEnd?.(template);
    template[Symbol.dispose]();
  }
  [Symbol.dispose]() {
    for (const plan of this.#cached.keys()) void this.#drop(plan);
    for (const template of this.#replaced) this.#free(template);
  }
};

// src/engine/cell-boots.ts
var TemplateLosses = class {
  #run;
  constructor(run) {
    this.#run = run;
  }
  /** A loss because of a cancelled run does not count. */
  add(plan, reason) {
    const { signal, listener, record } = this.#run;
    if (signal.aborted) return;
    const note2 = `tests boot cold instead of being cloned from ${nameOf(plan)}: ${reason}`;
    void record.append({ entry: "template-lost", cell: plan.cell.id, note: note2 });
    listener({ kind: "warning", message: `${plan.cell.id}: ${note2}` });
  }
};
function nameOf({ args, diskImage, tree }) {
  const more = [
    ...args.length === 0 ? [] : [args.join(" ")],
    ...diskImage === void 0 ? [] : [basename10(diskImage.text)],
    ...tree === void 0 ? [] : ["a device tree"]
  ];
  return more.length === 0 ? "the cell's machine" : `the machine with ${more.join(" and ")}`;
}
var CellBoots = class {
  templateCache;
  preparations;
  #run;
  #losses;
  #cellTasks = /* @__PURE__ */ new Map();
  #templateTasks = /* @__PURE__ */ new Map();
  #boots = /* @__PURE__ */ new Map();
  #early;
  /** Of the cells that do without a boot as long as no test asks for it. Undefined: none has. */
  #asked = /* @__PURE__ */ new Map();
  /** `early`: the boot that settled the accelerator. */
  constructor(run, early) {
    this.#run = run;
    this.#early = early;
    const users = templatesOf(run.starts.values(), run.choices.repeat);
    this.#losses = new TemplateLosses(run);
    this.templateCache = new TemplateCache(users, {
      make: (plan, number2, isAnew) => this.#makeTemplate(plan, number2, isAnew),
      onLoss: (plan, reason) => this.#losses.add(plan, reason),
      onEnd: (template) => run.services.forks.release(template)
    });
    if (run.later !== void 0) this.templateCache.expect(templatesOf(run.starts.values(), 1));
    const bootable = bootableCells(run);
    for (const cell of bootable)
      if (cell !== early?.cell && canWait(run, cell)) this.#asked.set(cell, void 0);
      else this.#cellTasks.set(cell, this.#cellTask(cell));
    for (const cell of run.plan.cells) {
      const { missing } = suppliesOf(run, cell);
      if (missing !== void 0) this.#cellTasks.set(cell, this.#missingTask(cell, missing));
    }
    for (const plan of new Set(users))
      if (bootable.includes(plan.cell) && !isCellsOwn(plan)) this.#templateTasks.set(plan, this.#templateTask(plan));
    this.preparations = run.plan.cells.flatMap((cell) => [
      ...[this.#cellTasks.get(cell)].filter((task) => task !== void 0),
      ...[...this.#templateTasks].filter(([plan]) => plan.cell === cell).map(([, own]) => own)
    ]);
  }
  /** Undefined: the cell needed no boot until now, or the run was cancelled before it. */
  of(cell) {
    return this.#boots.get(cell);
  }
  /** Whether the cell has not booted because its tests have not asked for it. */
  isWaiting(cell) {
    return this.#asked.has(cell) && !this.#boots.has(cell);
  }
  /** Boots a cell that has waited, once, whoever asks first. A bug of ours is the boot's failure. */
  async ask(cell) {
    const asked = this.#asked.get(cell) ?? this.#provide(cell).catch((error) => this.#recordBroken(cell, error));
    this.#asked.set(cell, asked);
    await asked;
  }
  /** The tasks that must end before a test begins. */
  preparationsFor(planned) {
    const start = this.#run.starts.get(planned);
    const template = start?.kind === "clone" ? this.#templateTasks.get(start.template) : void 0;
    const boot = this.#cellTasks.get(planned.cell);
    return template !== void 0 ? [template] : boot !== void 0 ? [boot] : [];
  }
  #cellTask(cell) {
    return {
      kind: "prepare",
      needs: [],
      run: async () => {
        if ((this.#run.signal.aborted || this.#run.failureLimit.isReached) && this.#early?.cell !== cell) return;
        await this.#provide(cell).catch((error) => this.#recordBroken(cell, error));
      }
    };
  }
  /** Its boot has failed before it was tried. */
  #missingTask(cell, reason) {
    return { kind: "prepare", needs: [], run: () => this.#recordBoot(cell, brokenBoot(reason)) };
  }
  async #provide(cell) {
    const template = ownTemplate(this.#run.starts, cell);
    const outcome = this.#early?.cell === cell ? this.#early.outcome : await this.#boot(cell, template);
    if (template !== void 0 && outcome.boot.outcome === "ok")
      this.templateCache.put(template, cacheTemplate(outcome));
    const findings = await this.#run.services.locator.locateBoot(
      outcome.boot.findings,
      cell,
      suppliesOf(this.#run, cell)
    );
    await this.#recordBoot(cell, { ...outcome.boot, findings });
  }
  /** A bug of ours fails the tests of this cell only. */
  async #recordBroken(cell, error) {
    if (isHostExhausted(error)) {
      await this.#recordBoot(cell, brokenBoot(describeEnding({ kind: "host-failed", detail: error.message })));
      return;
    }
    const { outDirectory } = this.#run;
    const internalError2 = keepStack(error, this.#run, relative7(outDirectory, bootDirectory(outDirectory, cell)));
    await this.#recordBoot(cell, { ...brokenBoot(`Internal error: ${internalError2.detail}`), internalError: internalError2 });
  }
  async #boot(cell, template) {
    const { outDirectory, accelerator } = this.#run;
    const request = this.#request(cell, template, bootDirectory(outDirectory, cell));
    const outcome = await bootTold(request, accelerator.choiceFor(cell), (ending) => {
      accelerator.isGoneBy(ending, "boot");
      return true;
    });
    if (outcome.accelerator !== accelerator.of(cell)) accelerator.leaveKvm(cell, outcome.choice.reason);
    return outcome;
  }
  async #recordBoot(cell, boot) {
    this.#boots.set(cell, boot);
    await this.#run.record.append(bootEntry(cell, boot));
  }
  #templateTask(plan) {
    const boot = this.#cellTasks.get(plan.cell);
    return {
      kind: "prepare",
      needs: boot === void 0 ? [] : [boot],
      run: async () => {
        const { signal, failureLimit } = this.#run;
        if (signal.aborted || failureLimit.isReached) return;
        if (this.of(plan.cell)?.outcome === "ok" || this.isWaiting(plan.cell)) await this.templateCache.take(plan);
      }
    };
  }
  /** Makes a template that is not a cell's own boot. `number` keeps its logs apart from those of others. */
  async #makeTemplate(template, number2, isAnew) {
    const { cell } = template;
    const request = this.#request(cell, template, bootDirectory(this.#run.outDirectory, cell, `template-${number2}`));
    const { accelerator } = this.#run;
    return cacheTemplate(
      await bootOnce(
        isAnew ? { ...request, templates: "renewed" } : request,
        accelerator.choiceFor(cell),
        (ending) => accelerator.isGoneBy(ending, "boot")
      )
    );
  }
  #request(cell, template, directory) {
    return { cell, template, templates: this.#run.choices.templates, directory, run: this.#run };
  }
  [Symbol.dispose]() {
    this.templateCache[Symbol.dispose]();
  }
};
function canWait({ plan, starts }, cell) {
  return plan.tests.every(
    (planned) => planned.cell !== cell || planned.imageInit !== void 0 || isCloneWithTree(starts.get(planned))
  );
}
function isCloneWithTree(start) {
  return start?.kind === "clone" && start.template.tree !== void 0;
}
function templatesOf(starts, repeat) {
  return [...starts].flatMap(
    (start) => start.kind === "clone" ? Array(repeat).fill(start.template) : []
  );
}
function brokenBoot(message) {
  return { outcome: "failed", durationMs: 0, findings: [], failure: { kind: "other", message, hint: void 0 } };
}
function bootEntry(cell, boot) {
  const { outcome, durationMs, findings, bootedAt, image, imageReason, failure } = boot;
  return {
    entry: "boot",
    cell: cell.id,
    outcome,
    durationMs,
    findings: findings.map(published),
    ...bootedAt === void 0 ? {} : { bootedAt: bootedAt.toISOString() },
    ...image === void 0 ? {} : { image },
    ...imageReason === void 0 ? {} : { imageReason },
    ...failure === void 0 ? {} : { failure: publishedFailure(failure) }
  };
}
function publishedFailure({ kind: kind2, message, hint }) {
  return { kind: kind2, message, ...hint === void 0 ? {} : { hint } };
}
function cacheTemplate(outcome) {
  const { boot, template, templateFailure, imageFailure, accelerator } = outcome;
  if (template !== void 0) return { kind: "template", template, accelerator };
  const reason = templateFailure ?? boot.failure?.message ?? "it was not saved";
  return { kind: "none", reason, ...imageFailure === void 0 ? {} : { imageFailure } };
}

// src/engine/run-planned.ts
import { join as join65 } from "node:path";

// src/run/run-test.ts
import { join as join61, relative as relative8 } from "node:path";

// src/device/fault/fault-set.ts
var FaultError = class extends Error {
  name = "FaultError";
};

// src/calls/call-evidence.ts
var maxSeen = 2e3;
var CallEvidence = class {
  #seen = [];
  #sites = /* @__PURE__ */ new Map();
  #report;
  /** Failed calls in the order in which the console showed them. */
  get seen() {
    return this.#seen;
  }
  /** The last word of the helper: asked for when all stages are done. */
  takeReport(report, atUs) {
    this.#report = { report, atUs };
  }
  /** Where a fault that only counts did so. */
  takeSites(helperId, sites) {
    this.#sites.set(
      helperId,
      sites.toSorted((a, b) => a.first - b.first)
    );
  }
  /** A failed call on the console; undefined: there were too many. */
  hear(call, atUs) {
    if (this.#seen.length >= maxSeen) return void 0;
    const seen = { ...call, atUs };
    this.#seen.push(seen);
    return seen;
  }
  /** What a reader of the figures must know. */
  notes() {
    if (this.#report === void 0)
      return ["the helper for calls was not asked at the end: its faults are counted as far as the console shows them"];
    const { missed, refused: refused2 } = this.#report.report;
    return [
      ...missed === 0 ? [] : [`${missed} calls were not counted: they came from a non-maskable interrupt`],
      ...refused2 === 0 ? [] : [`${refused2} calls cannot be made to fail: the kernel allows no probe there`]
    ];
  }
  reportOf(helperId, { id, text: text3 }) {
    const told = this.#report?.report.faults.find((fault) => fault.id === helperId);
    const sites = this.#sites.get(helperId);
    return {
      id,
      text: text3,
      ...told === void 0 ? this.#asSeen(helperId) : this.#asTold(told, helperId),
      ...sites === void 0 ? {} : { sites }
    };
  }
  #asTold({ fired, counted: counted2, isCleared, refusals, first, last }, helperId) {
    const hits = {
      ...first === void 0 ? {} : { first: this.#hostHit(first, helperId) },
      ...last === void 0 ? {} : { last: this.#hostHit(last, helperId) }
    };
    return { fired, counted: counted2, ...hits, isCleared, ...refusals === void 0 ? {} : { refusals } };
  }
  /** The answer has been on its way for a while. If the console showed the call before, that was when it was. */
  #hostHit({ atUs, call, function: name, place }, helperId) {
    const { report, atUs: toldUs } = this.#report ?? { report: { nowUs: atUs }, atUs };
    const seen = this.#seen.find((candidate) => candidate.id === helperId && candidate.call === call);
    const atMostUs = toldUs - (report.nowUs - atUs);
    return { atUs: Math.min(atMostUs, seen?.atUs ?? atMostUs), access: `${name} at ${place}` };
  }
  #asSeen(helperId) {
    const seen = this.#seen.filter(({ id }) => id === helperId);
    const [first, last] = [seen[0], seen.at(-1)];
    const hit = ({ atUs, function: name, place }) => ({ atUs, access: `${name} at ${place}` });
    return {
      fired: seen.length,
      counted: Math.max(0, ...seen.map(({ call }) => call)),
      ...first === void 0 ? {} : { first: hit(first) },
      ...last === void 0 ? {} : { last: hit(last) },
      isCleared: false
    };
  }
};

// src/calls/machine-calls.ts
function openCalls(job) {
  const calls = new MachineCalls(job);
  try {
    calls.startTexts();
    return calls;
  } catch (error) {
    if (error instanceof FaultError || error instanceof FaultSyntaxError) return { problem: error.message };
    throw error;
  }
}
var MachineCalls = class {
  #job;
  #set = /* @__PURE__ */ new Map();
  #evidence = new CallEvidence();
  constructor(job) {
    this.#job = job;
  }
  /** Failed calls in the order in which the console showed them. */
  get seen() {
    return this.#evidence.seen;
  }
  get moduleNames() {
    return this.#job.modules.map(({ name }) => name);
  }
  /** What is said to the helper before the first stage. @throws FaultError @throws FaultSyntaxError */
  startTexts() {
    return requestTexts([
      ...this.moduleNames.map((name) => `target ${name}`),
      ...this.#job.faults.flatMap((fault) => this.#arm(fault).requests)
    ]);
  }
  /**
   * A fault of `hw` on a module: its id, and what to say to the helper. @throws FaultError @throws FaultSyntaxError
   */
  set(module, text3) {
    const fault = parseCallFault(text3);
    if (fault.module !== void 0 && fault.module !== module)
      throw new FaultError(`fault "${text3}": module=${fault.module} contradicts ${module}`);
    const { requests } = this.#arm({ ...fault, module });
    return { id: fault.id, texts: requestTexts(requests) };
  }
  hasFault(module, id) {
    return this.#set.has(`${module}:${id}`);
  }
  /** Without an id: all faults of the module. @throws FaultError with the list, when the id is unknown */
  clearTexts(module, id) {
    const ids = id === void 0 ? this.#idsOf(module) : [this.#known(module, id)];
    return requestTexts(ids.map((known3) => `clear ${known3}`));
  }
  /** The question for one fault, and its id in the answer. @throws FaultError with the list, when the id is unknown */
  reportTexts(module, id) {
    const helperId = this.#known(module, id);
    return { helperId, texts: [`report ${helperId}`] };
  }
  /** The last word of the helper: asked for when all stages are done. */
  takeReport(report, atUs) {
    this.#evidence.takeReport(report, atUs);
  }
  /** The faults that only count, as the helper names them: it is asked where they did. */
  get counting() {
    return [...this.#set].filter(([, { fault }]) => onlyCounts(fault)).map(([helperId]) => helperId);
  }
  /** Where such a fault counted. */
  takeSites(helperId, sites) {
    this.#evidence.takeSites(helperId, sites);
  }
  /** A line of the console. Returns the failed call that it shows, if it does. */
  hear(line, atUs) {
    const call = parseCallLine(line);
    return call === void 0 || !this.#set.has(call.id) ? void 0 : this.#evidence.hear(call, atUs);
  }
  /** Of a failed call: the module's file that the records name, and the test's id of the fault. */
  ownerOf({ id }) {
    const set = this.#set.get(id);
    return set === void 0 ? void 0 : { owner: set.owner, id: set.fault.id };
  }
  records() {
    const owners = /* @__PURE__ */ new Map();
    for (const [helperId, { fault, owner }] of this.#set)
      owners.set(owner, [...owners.get(owner) ?? [], this.#evidence.reportOf(helperId, fault)]);
    return [...owners].map(([owner, faults]) => ({ owner, faults }));
  }
  /** The modules with their faults, as `hw` names them, and what the helper says of these now. */
  listing(report) {
    const owners = new Map(this.moduleNames.map((name) => [name, []]));
    for (const [helperId, { fault, owner }] of this.#set) {
      const name = owner.replace(/\.ko$/, "");
      const told = report.faults.find(({ id }) => id === helperId);
      const { fired, counted: counted2, isCleared } = told ?? { fired: 0, counted: 0, isCleared: false };
      const described = { id: fault.id, text: fault.text, fired, counted: counted2, isCleared };
      owners.set(name, [...owners.get(name) ?? [], described]);
    }
    return [...owners].map(([owner, faults]) => ({ owner, faults }));
  }
  /** What a reader of the figures must know. */
  notes() {
    return this.#set.size === 0 ? [] : this.#evidence.notes();
  }
  #arm(fault) {
    const module = this.#moduleOf(fault);
    const id = `${module ?? "modules"}:${fault.id}`;
    const imports = this.#job.modules.filter(({ name }) => module === void 0 || name === module);
    const calls = selectCalls(fault, this.#job.functions).filter(
      ({ function: { symbol } }) => imports.some((one) => one.imports.has(symbol))
    );
    const owner = module === void 0 ? "modules" : `${module}.ko`;
    this.#set.set(id, { fault, owner });
    return { requests: armRequests({ id, module, trigger: fault.trigger, place: fault.place, calls }) };
  }
  #moduleOf({ module, text: text3 }) {
    const names2 = this.moduleNames;
    if (module === void 0) return names2.length === 1 ? names2[0] : void 0;
    if (names2.includes(module)) return module;
    throw new FaultError(
      `fault "${text3}": no module ${module} was built for this kernel; ` + (names2.length === 0 ? "there is none" : `the modules are ${names2.join(", ")}`)
    );
  }
  #idsOf(module) {
    return [...this.#set.keys()].filter((id) => id.startsWith(`${module}:`));
  }
  #known(module, id) {
    const helperId = `${module}:${id}`;
    if (this.#set.has(helperId)) return helperId;
    const ids = this.#idsOf(module).map((known3) => known3.slice(module.length + 1));
    throw new FaultError(
      `${module} has no fault "${id}"; ${ids.length === 0 ? "none is set" : `the faults are ${ids.join(", ")}`}`
    );
  }
};

// src/run/agent/stage-environment.ts
var everyStage = {
  PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/run/qdt/bin",
  HOME: "/root",
  TERM: "dumb"
};
function stageEnvironment({ suite, test, cell }) {
  return {
    ...Object.fromEntries(test.row?.variables ?? []),
    ...everyStage,
    QDT_SUITE: suite.name,
    QDT_TEST: test.name,
    QDT_CELL: cell.id,
    QDT_KERNEL: cell.kernel.text,
    QDT_ARTIFACTS: "/test/artifacts",
    QDT_MODULES: "/test/modules"
  };
}

// src/run/calls/call-records.ts
var nowhere = () => Promise.resolve(/* @__PURE__ */ new Map());
async function recordCalls(calls, timeline, locate = nowhere) {
  const records = calls.records();
  const faults = records.flatMap((record) => record.faults);
  const hits = faults.flatMap(({ first, last }) => [first, last]);
  const sites = faults.flatMap((fault) => fault.sites ?? []);
  const places2 = [
    ...calls.seen,
    ...sites,
    ...hits.flatMap((hit) => hit === void 0 ? [] : [splitAccess(hit.access)])
  ];
  const lines = await locate([...new Set(places2.map(({ place }) => place))]);
  for (const seen of calls.seen) addToTimeline(timeline, calls, { seen, access: accessOf(seen, lines) });
  return records.map(({ owner, faults: own }) => ({
    id: owner,
    model: "module under test",
    faults: own.map((fault) => withLines(fault, lines))
  }));
}
function accessOf({ function: name, place }, lines) {
  const line = lines.get(place);
  return line === void 0 ? `${name} at ${place}` : `${name} at ${line} (${place})`;
}
function splitAccess(access2) {
  const [, name = "", place = ""] = /^(\S*) at (.*)$/.exec(access2) ?? [];
  return { function: name, place };
}
function withLines(fault, lines) {
  const located = (hit) => ({ ...hit, access: accessOf(splitAccess(hit.access), lines) });
  return {
    ...fault,
    ...fault.first === void 0 ? {} : { first: located(fault.first) },
    ...fault.last === void 0 ? {} : { last: located(fault.last) },
    ...fault.sites === void 0 ? {} : { sites: fault.sites.map((site) => withLine2(site, lines)) }
  };
}
function withLine2(site, lines) {
  const line = lines.get(site.place);
  return line === void 0 ? site : { ...site, line };
}
function addToTimeline(timeline, calls, { seen, access: access2 }) {
  const owner = calls.ownerOf(seen);
  if (owner === void 0) return;
  timeline.add(
    "device",
    `fault ${owner.id} fired at ${access2}`,
    { device: owner.owner, data: { kind: "fault", id: owner.id, access: access2, call: seen.call } },
    seen.atUs
  );
}

// src/hardware/attach/attached-device.ts
var emptyLayout = { devices: [], models: /* @__PURE__ */ new Map() };

// src/hardware/disk/disk-registry.ts
import { join as join58 } from "node:path";

// src/host/local-socket.ts
import { connect, createServer, Socket } from "node:net";
async function listenLocal(path, onConnection, { pauseOnConnect = false } = {}) {
  const open2 = /* @__PURE__ */ new Set();
  const server = createServer({ pauseOnConnect }, (stream) => {
    open2.add(stream);
    stream.once("close", () => open2.delete(stream));
    onConnection(stream);
  });
  await new Promise((resolve, reject) => {
    server.on("error", reject);
    server.listen(path, resolve);
  });
  return {
    path,
    [Symbol.dispose]: () => {
      server.close();
      for (const stream of open2) stream.destroy();
    }
  };
}

// src/hardware/answerers.ts
var HwRefusal = class extends Error {
  name = "HwRefusal";
};
var HwUsage = class extends Error {
  name = "HwUsage";
};

// src/hardware/deadline.ts
var RequestDeadline = class {
  #limitMs;
  #waiting = /* @__PURE__ */ new Set();
  #timer;
  #hasPassed = false;
  constructor(limitMs3) {
    this.#limitMs = limitMs3;
    this.#timer = setTimeout(() => {
      this.#hasPassed = true;
      for (const giveUp of this.#waiting) giveUp();
    }, limitMs3);
  }
  /**
   * Waits for an answer until the deadline. A later answer is ignored. @throws HwRefusal that says that `who` has not
   * answered
   */
  async wait(answer, who) {
    const waited = `${this.#limitMs / 1e3} s`;
    const refusal = () => new HwRefusal(`${who} has not answered within ${waited}, so the request was given up`);
    return await new Promise((resolve, reject) => {
      const giveUp = () => reject(refusal());
      if (this.#hasPassed) giveUp();
      this.#waiting.add(giveUp);
      answer.then(resolve, reject).finally(() => this.#waiting.delete(giveUp));
    });
  }
  [Symbol.dispose]() {
    clearTimeout(this.#timer);
  }
};
function withinDeadline(hardware, deadline) {
  const { monitor, models } = hardware;
  return { ...hardware, monitor: boundMonitor(monitor, deadline), models: boundModels(models, deadline) };
}
function boundMonitor(monitor, deadline) {
  return {
    execute: async (command, args) => await deadline.wait(monitor.execute(command, args), `QEMU, asked for ${command},`)
  };
}
function boundModels(models, deadline) {
  const who = "the process of the device models";
  return { ...models, ask: async (request) => await deadline.wait(models.ask(request), who) };
}

// src/hardware/disk/faulty-disk.ts
import { setTimeout as delay } from "node:timers/promises";

// src/hardware/disk/disk-fault.ts
var sectorBytes2 = 512;
var maxLateUs = 2e7;
var late = (settings) => ({
  kind: "late",
  byMs: readDuration(settings, "by", void 0, maxLateUs) / 1e3
});
var fail = (settings) => ({ kind: "fail", error: readError(settings) ?? "EIO" });
var diskFaultCatalogue = /* @__PURE__ */ new Map([
  ["read-fail", { target: "read", about: "the read ends with an error, error=EIO", settings: ["error"], effect: fail }],
  [
    "write-fail",
    {
      target: "write",
      about: "nothing is written, and the write ends with an error, error=EIO|ENOSPC",
      settings: ["error"],
      effect: fail
    }
  ],
  [
    "flush-fail",
    { target: "flush", about: "the flush ends with an error, error=EIO", settings: ["error"], effect: fail }
  ],
  [
    "write-torn",
    {
      target: "write",
      about: "only the first sectors of the write arrive, keep=1; it succeeds, or ends with error=EIO",
      settings: ["keep", "error"],
      effect: (settings) => ({
        kind: "torn",
        keep: readNumber(settings, "keep", { min: 0, absent: 1 }),
        error: readError(settings)
      })
    }
  ],
  [
    "read-corrupt",
    {
      target: "read",
      about: "one byte of the read data is changed, byte=0 mask=0xff",
      settings: ["byte", "mask"],
      effect: (settings) => ({
        kind: "corrupt",
        byte: readNumber(settings, "byte", { min: 0, absent: 0 }),
        mask: readNumber(settings, "mask", { min: 1, max: 255, absent: 255 })
      })
    }
  ],
  ["read-late", { target: "read", about: "the read is delayed, by=500ms", settings: ["by"], effect: late }],
  ["write-late", { target: "write", about: "the write is delayed, by=500ms", settings: ["by"], effect: late }]
]);
function parseDiskFault(text3) {
  if (text3.length > bounds.hw.faultChars)
    throw new FaultSyntaxError(`expected at most ${bounds.hw.faultChars} characters, found ${text3.length}`);
  const [kind2 = "", ...words2] = text3.trim().split(/\s+/);
  const description = diskFaultCatalogue.get(kind2);
  if (description === void 0)
    throw new FaultSyntaxError(
      `unknown disk fault "${kind2}"; the faults are ${[...diskFaultCatalogue.keys()].join(", ")}`
    );
  const settings = readSettings(kind2, words2, [
    ...description.settings,
    ...description.target === "flush" ? [] : ["sectors"],
    "id",
    ...triggerSettings
  ]);
  return {
    id: readName(settings, "id") ?? kind2,
    text: text3.trim(),
    target: description.target,
    effect: description.effect(settings),
    sectors: readSectors(settings),
    trigger: readTrigger(settings)
  };
}
function readError(settings) {
  const error = settings.get("error");
  if (error === void 0 || error === "EIO" || error === "ENOSPC") return error;
  throw wrong("error", "EIO or ENOSPC", error);
}
function readSectors(settings) {
  const text3 = settings.get("sectors");
  if (text3 === void 0) return void 0;
  const [, first = "", last = first] = /^(\d{1,12})(?:-(\d{1,12}))?$/.exec(text3) ?? [];
  if (first === "" || Number(last) < Number(first))
    throw wrong("sectors", "sectors of 512 bytes such as 8-15 (the lower one first)", text3);
  return { from: Number(first), to: Number(last) };
}
var DiskFaults = class {
  #faults = [];
  get reports() {
    return this.#faults.map(({ report }) => report);
  }
  /** Returns its id. @throws FaultSyntaxError @throws FaultError */
  add(text3) {
    const spec = parseDiskFault(text3);
    const before2 = this.#faults.find((fault) => fault.spec.id === spec.id);
    if (before2?.report.isCleared === false)
      throw new FaultError(`${spec.id} is already active; clear it, or give this one its own id=`);
    if (this.#faults.length >= maxFaults) throw new FaultError(`a disk has at most ${maxFaults} faults`);
    this.#faults = [...this.#faults.filter((fault) => fault !== before2), new ActiveDiskFault(spec)];
    return spec.id;
  }
  /** Without an id, clears all. @throws FaultError with the list, when the id is unknown */
  clear(id) {
    const cleared = this.#faults.filter(({ spec }) => id === void 0 || spec.id === id);
    if (id !== void 0 && cleared.length === 0)
      throw new FaultError(
        `no fault "${id}"; ` + (this.#faults.length === 0 ? "none is set" : `the faults are ${this.#faults.map(({ spec }) => spec.id).join(", ")}`)
      );
    for (const fault of cleared) fault.clear();
  }
  /** The effects of all faults that an access triggers. */
  effectsOn(access2) {
    return this.#faults.filter((fault) => fault.hits(access2)).map(({ spec }) => spec.effect);
  }
};
var maxFaults = 100;
var ActiveDiskFault = class {
  spec;
  #counter;
  constructor(spec) {
    this.spec = spec;
    this.#counter = new FaultCounter(spec);
  }
  get report() {
    return this.#counter.report;
  }
  hits(access2) {
    const { target, sectors } = this.spec;
    if (this.#counter.isCleared || access2.kind !== target) return false;
    if (sectors !== void 0 && (access2.sector > sectors.to || access2.sector + access2.count <= sectors.from))
      return false;
    return this.#counter.hits(() => ({ atUs: monotonicUs(), access: describeAccess(access2) }));
  }
  clear() {
    this.#counter.clear();
  }
};
function describeAccess({ kind: kind2, sector, count: count2 }) {
  return kind2 === "flush" ? "flush" : `${kind2} of ${count2} ${count2 === 1 ? "sector" : "sectors"} at sector ${sector}`;
}

// src/hardware/disk/faulty-disk.ts
var FaultyDisk = class {
  faults = new DiskFaults();
  sizeBytes;
  #file;
  constructor(file2) {
    this.#file = file2;
    this.sizeBytes = file2.sizeBytes;
  }
  async read(offset, length) {
    const effects = await this.#meet({ kind: "read", ...sectorsOf(offset, length) });
    return errorIn(effects) ?? await guarded(async () => corrupt(await this.#file.read(offset, length), effects));
  }
  /** A torn write keeps its first sectors. */
  async write(offset, bytes) {
    const effects = await this.#meet({ kind: "write", ...sectorsOf(offset, bytes.length) });
    const error = errorIn(effects);
    if (error !== void 0) return error;
    const torn = effects.find((effect) => effect.kind === "torn");
    const arriving = torn === void 0 ? bytes : bytes.subarray(0, torn.keep * sectorBytes2);
    return await guarded(() => this.#file.write(offset, arriving)) ?? torn?.error;
  }
  async flush() {
    return errorIn(await this.#meet({ kind: "flush", sector: 0, count: 0 }));
  }
  async #meet(access2) {
    const effects = this.faults.effectsOn(access2);
    for (const effect of effects) if (effect.kind === "late") await delay(effect.byMs, void 0, { ref: false });
    return effects;
  }
};
function sectorsOf(offset, length) {
  const sector = Math.floor(offset / sectorBytes2);
  return { sector, count: Math.ceil((offset + length) / sectorBytes2) - sector };
}
function errorIn(effects) {
  return effects.find((effect) => effect.kind === "fail")?.error;
}
function corrupt(bytes, effects) {
  for (const effect of effects) {
    if (effect.kind !== "corrupt") continue;
    const before2 = bytes[effect.byte];
    if (before2 !== void 0) bytes[effect.byte] = before2 ^ effect.mask;
  }
  return bytes;
}
async function guarded(access2) {
  try {
    return await access2();
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return error.code === "ENOSPC" ? "ENOSPC" : "EIO";
  }
}

// src/hardware/disk/serve-disk.ts
var greetingMagic = Buffer.from("NBDMAGICIHAVEOPT", "latin1");
var optionReplyMagic = 0x3e889045565a9n;
var requestMagic = 627086611;
var replyMagic = 1732535960;
var handshakeFlags = { fixedNewstyle: 1, noZeroes: 2 };
var exportFlags = { hasFlags: 1, sendFlush: 4 };
var options = { abort: 2, info: 6, go: 7 };
var optionReplies = { ack: 1, info: 3, unsupported: 2147483649 };
var infoTypes = { export: 0, blockSize: 3 };
var commands = { read: 0, write: 1, disconnect: 2, flush: 3 };
var errors = { EIO: 5, EINVAL: 22, ENOSPC: 28 };
var blockSizes = { min: 512, preferred: 4096, max: 1024 * 1024 };
function greeting() {
  return Buffer.concat([greetingMagic, number16(handshakeFlags.fixedNewstyle | handshakeFlags.noZeroes)]);
}
var optionHeaderBytes = 16;
function parseOption(bytes) {
  if (!bytes.subarray(0, 8).equals(greetingMagic.subarray(8))) return void 0;
  return { option: bytes.readUInt32BE(8), length: bytes.readUInt32BE(12) };
}
function describeExport(option, sizeBytes) {
  const size2 = Buffer.alloc(8);
  size2.writeBigUInt64BE(BigInt(sizeBytes));
  const sizes = [blockSizes.min, blockSizes.preferred, blockSizes.max].map(number32);
  return Buffer.concat([
    optionReply(
      option,
      optionReplies.info,
      Buffer.concat([number16(infoTypes.export), size2, number16(exportFlags.hasFlags | exportFlags.sendFlush)])
    ),
    optionReply(option, optionReplies.info, Buffer.concat([number16(infoTypes.blockSize), ...sizes])),
    optionReply(option, optionReplies.ack)
  ]);
}
function acknowledge(option) {
  return optionReply(option, optionReplies.ack);
}
function declineOption(option) {
  return optionReply(option, optionReplies.unsupported);
}
function optionReply(option, type, data = Buffer.alloc(0)) {
  const magic3 = Buffer.alloc(8);
  magic3.writeBigUInt64BE(optionReplyMagic);
  return Buffer.concat([magic3, number32(option), number32(type), number32(data.length), data]);
}
var requestBytes = 28;
function parseNbdRequest(bytes) {
  if (bytes.readUInt32BE(0) !== requestMagic) return void 0;
  return {
    command: bytes.readUInt16BE(6),
    cookie: bytes.readBigUInt64BE(8),
    offset: Number(bytes.readBigUInt64BE(16)),
    length: bytes.readUInt32BE(24)
  };
}
function encodeReply(cookie, error, data = Buffer.alloc(0)) {
  const header2 = Buffer.alloc(16);
  header2.writeUInt32BE(replyMagic, 0);
  header2.writeUInt32BE(error, 4);
  header2.writeBigUInt64BE(cookie, 8);
  return Buffer.concat([header2, data]);
}
function number16(value) {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}
function number32(value) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
var maxOptionBytes = 4096;
var maxInFlight = 16;
async function serveDisk(stream, disk3) {
  stream.on("error", () => void 0);
  const reader2 = new ByteReader(stream);
  if (await shakeHands(stream, reader2, disk3.sizeBytes)) await serveRequests(stream, reader2, disk3);
  stream.destroy();
}
async function shakeHands(stream, reader2, sizeBytes) {
  stream.write(greeting());
  if (await reader2.take(4) === void 0) return false;
  for (; ; ) {
    const header2 = await reader2.take(optionHeaderBytes);
    const asked = header2 === void 0 ? void 0 : parseOption(header2);
    if (asked === void 0 || asked.length > maxOptionBytes || await reader2.take(asked.length) === void 0)
      return false;
    switch (asked.option) {
      case options.info:
      case options.go:
        stream.write(describeExport(asked.option, sizeBytes));
        if (asked.option === options.go) return true;
        break;
      case options.abort:
        stream.write(acknowledge(asked.option));
        return false;
      default:
        stream.write(declineOption(asked.option));
    }
  }
}
async function serveRequests(stream, reader2, disk3) {
  const inFlight = /* @__PURE__ */ new Set();
  for (; ; ) {
    const header2 = await reader2.take(requestBytes);
    const request = header2 === void 0 ? void 0 : parseNbdRequest(header2);
    if (request === void 0 || request.command === commands.disconnect || request.length > blockSizes.max) return;
    const payload = await reader2.take(request.command === commands.write ? request.length : 0);
    if (payload === void 0) return;
    const served = serveSafely(disk3, request, payload).then((reply) => writeFully(stream, reply));
    inFlight.add(served);
    void served.finally(() => inFlight.delete(served));
    if (inFlight.size >= maxInFlight) await Promise.race(inFlight);
  }
}
async function serveSafely(disk3, request, payload) {
  try {
    return await serveOne(disk3, request, payload);
  } catch {
    return encodeReply(request.cookie, errors.EIO);
  }
}
async function serveOne(disk3, { command, cookie, offset, length }, payload) {
  if (offset + length > disk3.sizeBytes) return encodeReply(cookie, errors.EINVAL);
  switch (command) {
    case commands.read: {
      const read = await disk3.read(offset, length);
      return typeof read === "string" ? encodeReply(cookie, errors[read]) : encodeReply(cookie, 0, read);
    }
    case commands.write:
      return replyTo(cookie, await disk3.write(offset, payload));
    case commands.flush:
      return replyTo(cookie, await disk3.flush());
    default:
      return encodeReply(cookie, errors.EINVAL);
  }
}
function replyTo(cookie, error) {
  return encodeReply(cookie, error === void 0 ? 0 : errors[error]);
}

// src/hardware/disk/disk-registry.ts
var letGoMs = 1e4;
var DiskRegistry = class {
  #directory;
  /** In the order of creation. If two have the same id, the older one's device is about to be deleted. */
  #inUse = [];
  #leaving = /* @__PURE__ */ new Map();
  #made = 0;
  /** Disks in creation count, too. */
  #making = 0;
  #isClosed = false;
  /** `directory`: a private one that is removed with the machine. */
  constructor(directory) {
    this.#directory = directory;
  }
  get ids() {
    return this.#inUse.map(({ id }) => id);
  }
  /** The disk of the device that has this id now. */
  get(id) {
    return this.#inUse.findLast((plugged) => plugged.id === id)?.disk;
  }
  /** Adds a new, empty disk and registers it with QEMU. @throws HwRefusal @throws QmpError @throws SystemError */
  async add(id, sizeText, monitor) {
    const sizeBytes = parseDiskSize(sizeText);
    this.#checkRoom();
    this.#making++;
    try {
      const plugged = await this.#make(id, sizeBytes);
      await this.#tellQemu(plugged, monitor);
      this.#inUse = [...this.#inUse, plugged];
      return plugged;
    } finally {
      this.#making--;
    }
  }
  /** QEMU has deleted a device with this id; if there are two, the older one. */
  deviceGone(id, monitor) {
    const plugged = this.#inUse.find((candidate) => candidate.id === id);
    if (plugged !== void 0) void this.remove(plugged, monitor);
  }
  /** Removes it from QEMU and closes it. On our side, nothing of it remains even if QEMU keeps it. */
  async remove(plugged, monitor) {
    this.#inUse = this.#inUse.filter((other) => other !== plugged);
    const leaving = this.#leaving.get(plugged) ?? letGo(plugged, monitor).finally(() => this.#leaving.delete(plugged));
    this.#leaving.set(plugged, leaving);
    await leaving;
  }
  /** Waits until disks without devices have been removed. */
  async settled() {
    await Promise.all(this.#leaving.values());
  }
  [Symbol.dispose]() {
    this.#isClosed = true;
    for (const plugged of [...this.#inUse, ...this.#leaving.keys()]) plugged[Symbol.dispose]();
    this.#inUse = [];
  }
  #checkRoom() {
    const count2 = this.#inUse.length + this.#leaving.size + this.#making;
    if (count2 >= bounds.hw.disks) throw new HwRefusal(`a machine has at most ${bounds.hw.disks} disks; unplug one`);
  }
  async #make(id, sizeBytes) {
    const node = `qdt.block${this.#made++}`;
    const path = join58(this.#directory, node);
    const file2 = await createDiskFile(path, sizeBytes);
    const disk3 = new FaultyDisk(file2);
    try {
      const server = await listenLocal(`${path}.sock`, (stream) => void serveDisk(stream, disk3));
      const close = () => {
        server[Symbol.dispose]();
        file2.close().catch(() => void 0);
      };
      return { id, disk: disk3, node, socket: server.path, [Symbol.dispose]: close };
    } catch (error) {
      await file2.close();
      throw error;
    }
  }
  /** @throws HwRefusal, QmpError */
  async #tellQemu(plugged, monitor) {
    try {
      const server = { type: "unix", path: plugged.socket };
      await monitor.execute("blockdev-add", { driver: "nbd", "node-name": plugged.node, server });
      if (this.#isClosed) throw new QmpError("interrupted", "the machine has ended");
    } catch (error) {
      plugged[Symbol.dispose]();
      throw error;
    }
  }
};
async function letGo(plugged, monitor) {
  var _stack = [];
  try {
    const deadline = __using(_stack, new RequestDeadline(letGoMs));
    try {
      await boundMonitor(monitor, deadline).execute("blockdev-del", { "node-name": plugged.node });
    } catch (error) {
      if (!(error instanceof QmpError || error instanceof HwRefusal)) throw error;
    } finally {
      plugged[Symbol.dispose]();
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
var units = { K: 1024, M: 1024 ** 2, G: 1024 ** 3 };
function parseDiskSize(text3) {
  const [, amount = "", unit = ""] = /^(\d{1,7})([KMG])$/.exec(text3) ?? [];
  const bytes = Number(amount) * (units[unit] ?? NaN);
  if (amount !== "" && bytes >= 4096 && bytes <= bounds.hw.diskBytes && bytes % 4096 === 0) return bytes;
  const found = JSON.stringify(text3);
  throw new HwRefusal(`disk: expected a size from 4K to 1G in steps of 4K, such as 64M, found ${found}`);
}

// src/hardware/hardware.ts
var hwLimits = { guestMs: 1e4, requestMs: 45e3 };
function tellOrders(path, texts) {
  return texts.map((text3) => `tell ${path} ${text3}`);
}
var done = { text: "" };

// src/hardware/monitor-events.ts
function monitorEvents(machine) {
  return {
    next: (pick, limitMs3) => {
      const { promise, resolve } = deferred();
      const settle2 = (picked) => {
        listening[Symbol.dispose]();
        clearTimeout(timer);
        resolve(picked);
      };
      const listening = machine.listen((event) => {
        const picked = pick(event);
        if (picked !== void 0) settle2(picked);
      });
      const timer = setTimeout(settle2, limitMs3);
      void machine.exited.then(() => settle2());
      return { happened: promise, [Symbol.dispose]: () => settle2() };
    }
  };
}

// src/hardware/backings.ts
var mebibyte3 = 1024 ** 2;
var backings = {
  memory: { id: "qdt.hw.memory", object: { "qom-type": "memory-backend-ram", size: 2 * mebibyte3 } },
  can: { id: "qdt.hw.can", object: { "qom-type": "can-bus" } },
  audio: { id: "qdt.audio", object: void 0 }
};
var Backings = class {
  #made = /* @__PURE__ */ new Set();
  /** Returns the id for the device's property. @throws QmpError */
  async provide(kind2, monitor) {
    const { id, object } = backings[kind2];
    if (object !== void 0 && !this.#made.has(kind2)) await monitor.execute("object-add", { id, ...object });
    this.#made.add(kind2);
    return id;
  }
};

// src/hardware/plugged-devices.ts
var PluggedDevices = class {
  disks;
  backings = new Backings();
  /** The count per id. If there are two, the older one is about to be deleted. */
  #counts = /* @__PURE__ */ new Map();
  constructor(disks) {
    this.disks = disks;
  }
  /** @throws HwRefusal when the limit is reached */
  checkRoom() {
    const count2 = [...this.#counts.values()].reduce((sum, each2) => sum + each2, 0);
    if (count2 < bounds.hw.plugged) return;
    throw new HwRefusal(`at most ${bounds.hw.plugged} devices can be plugged in at a time; unplug one`);
  }
  /**
   * Registers a device and its disk while it is plugged in, because QEMU may report at any time that it is gone. If
   * plugging fails, it is removed again.
   */
  async during(id, disk3, { monitor, plug }) {
    this.#counts.set(id, (this.#counts.get(id) ?? 0) + 1);
    try {
      await plug();
    } catch (error) {
      this.#drop(id);
      if (disk3 !== void 0) await this.disks.remove(disk3, monitor);
      throw error;
    }
  }
  /** Handles every event of QEMU. */
  follow({ name, data }, monitor) {
    const id = data["device"];
    if (name !== "DEVICE_DELETED" || typeof id !== "string") return;
    this.#drop(id);
    this.disks.deviceGone(id, monitor);
  }
  [Symbol.dispose]() {
    this.disks[Symbol.dispose]();
  }
  #drop(id) {
    const count2 = this.#counts.get(id) ?? 0;
    if (count2 > 1) this.#counts.set(id, count2 - 1);
    else this.#counts.delete(id);
  }
};

// src/hardware/describe-models.ts
async function describeModels(models, present) {
  const { layout: layout2 } = models;
  const entries2 = /* @__PURE__ */ new Map();
  for (const id of models.ids) {
    const isAbsent = layout2.devices.some(({ model }) => model === id) && !present.has(id);
    const [title = "", ...details] = await describeModel(id, models);
    entries2.set(id, { lines: [isAbsent ? `${title}, unplugged` : title, ...details], below: [] });
  }
  return treeOf(entries2, models).map((top) => linesOf2(top).join("\n"));
}
function treeOf(entries2, { layout: layout2 }) {
  const tops = [];
  const devices = /* @__PURE__ */ new Map();
  for (const [id, entry] of entries2) {
    const above = layout2.models.get(id)?.below;
    const device2 = layout2.devices.find((candidate) => candidate.id === above);
    const model = above === void 0 || device2 !== void 0 ? void 0 : entries2.get(above);
    const top = device2 === void 0 ? void 0 : devices.get(device2.id) ?? entryOf3(device2);
    if (device2 !== void 0 && top !== void 0 && !devices.has(device2.id)) {
      devices.set(device2.id, top);
      tops.push(top);
    }
    ((model ?? top)?.below ?? tops).push(entry);
  }
  return tops;
}
function entryOf3({ id, driver }) {
  return { lines: [`${id} ${driver}`], below: [] };
}
function linesOf2({ lines, below }) {
  return [...lines, ...below.flatMap(linesOf2).map((line) => `  ${line}`)];
}
async function describeModel(device2, { ask: ask4 }) {
  const [{ controls }, { faults }] = await Promise.all([
    ask4({ do: "get-controls", device: device2 }),
    ask4({ do: "faults", device: device2 })
  ]);
  const settings = Object.entries(controls).map(([name, value]) => `  control ${name}=${String(value)}`);
  return [`${device2} device model`, ...settings, ...faults.map(describeFault)];
}
function describeFault({ id, text: text3, fired, counted: counted2, isCleared }) {
  return `  fault ${id}: ${text3} (fired ${fired} of ${counted2}${isCleared ? ", cleared" : ""})`;
}

// src/hardware/call-commands.ts
function moduleNamed(id, { calls }, fault) {
  const module = id.replace(/\.ko$/, "").replaceAll("-", "_");
  if (calls === void 0) {
    if (fault === void 0 || !isCallFault(fault)) return void 0;
    throw new HwRefusal(
      "no call can be made to fail in this machine: the suite needs info/modules with its drivers, and info/failable, which may be empty"
    );
  }
  if (calls.moduleNames.includes(module)) return { calls, module };
  if (fault === void 0 || !isCallFault(fault)) return void 0;
  throw new HwRefusal(
    `${JSON.stringify(id)} is no module of the suite; the modules are ${calls.moduleNames.join(", ")}`
  );
}
function setCallFault({ calls, module }, text3) {
  const { id, texts } = calls.set(module, text3);
  return {
    ...done,
    question: { orders: tellOrders(helperPath, texts), conclude: (answers) => concluded(answers, { text: id }) }
  };
}
function clearCallFault({ calls, module }, id) {
  const texts = calls.clearTexts(module, id);
  if (texts.length === 0) return done;
  return {
    ...done,
    question: { orders: tellOrders(helperPath, texts), conclude: (answers) => concluded(answers, done) }
  };
}
function callFaultFired({ calls, module }, id, times) {
  const { helperId, texts } = calls.reportTexts(module, id);
  const conclude = (answers) => {
    const fault = reportIn(answers).faults.find((candidate) => candidate.id === helperId);
    if (fault === void 0) throw new HwRefusal(`the helper for calls does not know the fault ${id} of ${module}`);
    const found = `fired ${fault.fired} times in ${fault.counted} matching calls`;
    if (fault.fired >= times) return { text: found };
    throw new HwRefusal(
      `${id} of ${module}: expected at least ${times} firings, found that it ${found}${fault.isCleared ? "; it was cleared" : ""}`
    );
  };
  return { ...done, question: { orders: tellOrders(helperPath, texts), conclude } };
}
function concluded(answers, result) {
  reportIn(answers);
  return result;
}
function reportIn(answers) {
  const answer = parseHelperAnswer(answers.at(-1) ?? []);
  if ("refusal" in answer) throw new HwRefusal(answer.refusal);
  return answer;
}

// src/hardware/attach/plug-attached.ts
function deviceArguments({ id, driver, properties, backends }, slot2) {
  const device2 = { driver, id, ...slot2 === void 0 ? {} : { bus: slot2 }, ...properties };
  return [...backends.flatMap(backendArguments), "-device", JSON.stringify(device2)];
}
function backendArguments({ kind: kind2, id, socket }) {
  switch (kind2) {
    case "bytes":
      return ["-chardev", `socket,id=${id},path=${socket.replaceAll(",", ",,")}`];
    case "frames":
      return ["-netdev", JSON.stringify(network(id, socket))];
  }
}
function network(id, socket) {
  return { type: "stream", id, server: false, addr: { type: "unix", path: socket } };
}
async function plugAttached(monitor, { id, driver, properties, backends, place }, slot2) {
  const added = [];
  try {
    for (const backend of backends) {
      await addBackend(monitor, backend);
      added.push(backend);
    }
    const bus = place === "slot" && slot2 !== void 0 ? { bus: slot2 } : {};
    await monitor.execute("device_add", { driver, id, ...bus, ...properties });
  } catch (error) {
    for (const backend of added) await removeBackend(monitor, backend);
    throw error;
  }
}
async function addBackend(monitor, { kind: kind2, id, socket }) {
  switch (kind2) {
    case "bytes": {
      const addr = { type: "unix", data: { path: socket } };
      await monitor.execute("chardev-add", { id, backend: { type: "socket", data: { addr, server: false } } });
      return;
    }
    case "frames":
      await monitor.execute("netdev_add", network(id, socket));
  }
}
async function removeBackend(monitor, { kind: kind2, id }) {
  await monitor.execute(kind2 === "bytes" ? "chardev-remove" : "netdev_del", { id });
}
async function dropBackends(monitor, { driver, backends }) {
  if (driver === "usb-redir") return;
  for (const backend of backends) await removeBackend(monitor, backend);
}

// src/hardware/drivers/property-rule.ts
var onOff = { kind: "switch" };
var onOffAuto = { kind: "choice", of: ["on", "off", "auto"] };
function number(min, max) {
  return { kind: "number", min: BigInt(min), max: BigInt(max) };
}
function size(minBytes, maxBytes) {
  return { kind: "size", minBytes: BigInt(minBytes), maxBytes: BigInt(maxBytes) };
}
function text2(maxChars3) {
  return { kind: "text", maxChars: maxChars3 };
}
function readValue(name, rule, written) {
  const value = valueOf3(rule, written);
  if (value === void 0)
    throw new HwRefusal(`${name}: expected ${describeRule(rule)}, found ${JSON.stringify(written)}`);
  return value;
}
function valueOf3(rule, written) {
  switch (rule.kind) {
    case "switch":
      return readSwitch(written);
    case "number":
      return within(readWholeNumber(written), rule.min, rule.max);
    case "size":
      return within(readSize(written), rule.minBytes, rule.maxBytes);
    case "choice":
      return rule.of.includes(written) ? written : void 0;
    case "text":
      return /^[A-Za-z0-9.:_+-]+$/.test(written) && written.length <= rule.maxChars ? written : void 0;
    case "form":
      return rule.form.test(written) ? written : void 0;
  }
}
function within(value, min, max) {
  return value !== void 0 && value >= min && value <= max ? value : void 0;
}
function readSwitch(written) {
  if (/^(on|yes|true)$/.test(written)) return true;
  return /^(off|no|false)$/.test(written) ? false : void 0;
}
function readWholeNumber(written) {
  const [, minus = "", digits] = /^(-?)(0x[0-9a-f]{1,16}|\d{1,20})$/i.exec(written) ?? [];
  if (digits === void 0) return void 0;
  return minus === "" ? BigInt(digits) : -BigInt(digits);
}
var units2 = { "": 1n, K: 1024n, M: 1024n ** 2n, G: 1024n ** 3n, T: 1024n ** 4n };
function readSize(written) {
  const [, amount = "", unit = ""] = /^(0x[0-9a-f]{1,16}|\d{1,20})([KMGT]?)$/i.exec(written) ?? [];
  const bytes = readWholeNumber(amount);
  const factor = units2[unit.toUpperCase()];
  return bytes === void 0 || factor === void 0 ? void 0 : bytes * factor;
}
function describeRule(rule) {
  switch (rule.kind) {
    case "switch":
      return "on or off";
    case "number":
      return `a number from ${rule.min} to ${rule.max}`;
    case "size":
      return `a size from ${describeSize(rule.minBytes)} to ${describeSize(rule.maxBytes)}`;
    case "choice":
      return rule.of.join(" or ");
    case "text":
      return `at most ${rule.maxChars} letters, digits and ". : _ + -"`;
    case "form":
      return `a value such as ${rule.example}`;
  }
}
function describeSize(bytes) {
  const fits = ([, factor2]) => bytes >= factor2 && bytes % factor2 === 0n;
  const [unit, factor] = Object.entries(units2).findLast(fits) ?? ["", 1n];
  return `${bytes / factor}${unit}`;
}

// src/hardware/drivers/common-properties.ts
var kibibyte = 1024;
var mebibyte4 = 1024 ** 2;
var most16 = 65535;
var most32 = 4294967295;
var most64 = 0xffffffffffffffffn;
var pciProperties = {
  addr: { kind: "form", form: /^[0-9a-f]{1,2}(\.[0-7])?$/i, example: "06.0" },
  multifunction: onOff,
  rombar: number(0, 1),
  "acpi-index": number(1, 16383)
};
var networkProperties = {
  mac: { kind: "form", form: /^[0-9a-f]{2}(:[0-9a-f]{2}){5}$/i, example: "52:54:00:12:34:56" }
};
var virtioProperties = {
  ...pciProperties,
  "disable-legacy": onOffAuto,
  "disable-modern": onOff,
  "modern-pio-notify": onOff,
  "page-per-vq": onOff,
  aer: onOff,
  any_layout: onOff,
  ats: onOff,
  event_idx: onOff,
  in_order: onOff,
  indirect_desc: onOff,
  ioeventfd: onOff,
  iommu_platform: onOff,
  notify_on_empty: onOff,
  packed: onOff,
  queue_reset: onOff,
  vectors: number(0, 64)
};
var blockProperties = {
  serial: text2(20),
  logical_block_size: size(512, 4 * kibibyte),
  physical_block_size: size(512, 64 * kibibyte),
  min_io_size: size(0, 32 * kibibyte),
  opt_io_size: size(0, 16 * mebibyte4),
  discard_granularity: size(0, 16 * mebibyte4),
  "write-cache": onOffAuto
};
var usbProperties = {
  serial: text2(64),
  port: { kind: "form", form: /^\d{1,2}(\.\d{1,2}){0,4}$/, example: "1.2" },
  "msos-desc": onOff
};
var messageProperties = { msi: onOffAuto, msix: onOffAuto };

// src/hardware/drivers/network-drivers.ts
var card = { bus: "pci", properties: { ...pciProperties, ...networkProperties } };
var vanishingCard = { ...card, canVanish: true };
var offers = [
  "csum",
  "ctrl_guest_offloads",
  "ctrl_mac_addr",
  "ctrl_rx",
  "ctrl_rx_extra",
  "ctrl_vlan",
  "ctrl_vq",
  "gso",
  "guest_announce",
  "guest_csum",
  "guest_ecn",
  "guest_rsc_ext",
  "guest_tso4",
  "guest_tso6",
  "guest_tunnel",
  "guest_tunnel_csum",
  "guest_ufo",
  "guest_uso4",
  "guest_uso6",
  "hash",
  "host_ecn",
  "host_tso4",
  "host_tso6",
  "host_tunnel",
  "host_tunnel_csum",
  "host_ufo",
  "host_uso",
  "mq",
  "mrg_rxbuf",
  "rss",
  "status"
];
var hashes = ["ipv4", "ipv6", "ipv6ex", "tcp4", "tcp6", "tcp6ex", "udp4", "udp6", "udp6ex"].map(
  (kind2) => `hash-${kind2}`
);
var virtioNet = {
  ...virtioProperties,
  ...networkProperties,
  ...each(offers, onOff),
  ...each(hashes, onOffAuto),
  host_mtu: number(0, most16),
  rsc_interval: number(0, most32),
  rx_queue_size: number(256, 1024),
  speed: number(-1, 2147483647),
  duplex: { kind: "choice", of: ["half", "full"] },
  tx: { kind: "choice", of: ["timer", "bh"] }
};
function each(names2, rule) {
  return Object.fromEntries(names2.map((name) => [name, rule]));
}
var e1000e = {
  ...card.properties,
  "init-vet": onOff,
  disable_vnet_hdr: number(0, 1),
  subsys: number(0, most16),
  subsys_ven: number(0, most16)
};
var networkDrivers = [
  ["e1000", { ...vanishingCard, properties: { ...card.properties, "init-vet": onOff } }],
  ["e1000e", { ...vanishingCard, properties: e1000e }],
  ["igb", vanishingCard],
  ["rtl8139", vanishingCard],
  ["pcnet", card],
  ["ne2k_pci", card],
  ["i82551", card],
  ["i82557b", card],
  ["i82559er", card],
  ["vmxnet3", card],
  ["tulip", card],
  ["virtio-net-pci", { bus: "pci", canVanish: true, properties: virtioNet }]
];

// src/hardware/drivers/other-drivers.ts
var plain = { bus: "pci", properties: pciProperties };
var { ioeventfd, ...virtioInput } = virtioProperties;
var input = { bus: "pci", properties: { ...virtioInput, serial: text2(64) } };
var sound = { ...plain, backing: { kind: "audio", properties: ["audiodev"] } };
var audio = { bus: "pci", properties: { ...pciProperties, msi: onOffAuto, old_msi_addr: onOff } };
var testDevice = { ...pciProperties, membar: size(0, 32 * mebibyte4), "membar-backed": onOff };
var pixels = number(0, 16e3);
var display = {
  ...pciProperties,
  edid: onOff,
  refresh_rate: number(0, 36e4),
  vgamem: size(2 * mebibyte4, 32 * mebibyte4),
  xmax: pixels,
  xres: pixels,
  ymax: pixels,
  yres: pixels
};
var balloon = {
  ...virtioProperties,
  "deflate-on-oom": onOff,
  "free-page-reporting": onOff,
  "page-poison": onOff
};
var random = { ...virtioProperties, "max-bytes": number(1, most64 >> 1n), period: number(1, most32) };
var otherDrivers = [
  ["virtio-balloon-pci", { bus: "pci", canVanish: true, properties: balloon }],
  ["virtio-rng-pci", { bus: "pci", canVanish: true, properties: random }],
  ["virtio-keyboard-pci", input],
  ["virtio-mouse-pci", input],
  ["virtio-tablet-pci", input],
  ["virtio-multitouch-pci", input],
  ["bochs-display", { bus: "pci", properties: display }],
  ["intel-hda", audio],
  ["ich9-intel-hda", audio],
  ["ivshmem-plain", { ...plain, backing: { kind: "memory", properties: ["memdev"] } }],
  ["ctucan_pci", { ...plain, backing: { kind: "can", properties: ["canbus0", "canbus1"] } }],
  ["kvaser_pci", { ...plain, backing: { kind: "can", properties: ["canbus"] } }],
  ["AC97", sound],
  ["ES1370", sound],
  ["tpci200", plain],
  ["i6300esb", plain],
  ["pvpanic-pci", { bus: "pci", properties: { ...pciProperties, events: number(0, 7) } }]
];
var testDrivers = [
  ["edu", { bus: "pci", canVanish: true, properties: { ...pciProperties, dma_mask: number(0, most64) } }],
  ["pci-testdev", { bus: "pci", canVanish: true, properties: testDevice }]
];
var xhci = {
  ...pciProperties,
  ...messageProperties,
  "conditional-intr-mapping": onOff,
  p2: number(1, 15),
  p3: number(1, 15),
  streams: onOff
};
var disk2 = { ...usbProperties, ...blockProperties, removable: onOff };
var device = { bus: "below", properties: usbProperties };
var versioned = { bus: "below", properties: { ...usbProperties, usb_version: number(1, 2) } };
var usbDrivers = [
  ["qemu-xhci", { bus: "pci", properties: xhci }],
  ["nec-usb-xhci", { bus: "pci", properties: { ...xhci, intrs: number(1, 16), slots: number(1, 64) } }],
  ["usb-ehci", { bus: "pci", properties: { ...pciProperties, maxframes: number(8, 512) } }],
  ["usb-kbd", versioned],
  ["usb-mouse", versioned],
  ["usb-tablet", versioned],
  ["usb-wacom-tablet", device],
  ["usb-hub", { bus: "below", properties: { ...usbProperties, ports: number(1, 8), "port-power": onOff } }],
  ["usb-ccid", device],
  ["usb-net", { bus: "below", properties: { ...usbProperties, ...networkProperties } }],
  ["usb-bot", device],
  ["usb-uas", device],
  ["usb-storage", { bus: "below", disk: "reporting", properties: disk2 }]
];

// src/hardware/drivers/storage-drivers.ts
var adapter = { bus: "pci", properties: pciProperties };
var geometry = { cyls: number(1, 65535), heads: number(1, 255), secs: number(1, 255) };
var virtioBlk = {
  ...virtioProperties,
  ...blockProperties,
  ...geometry,
  "config-wce": onOff,
  discard: onOff,
  "max-discard-sectors": number(1, 4194303),
  "max-write-zeroes-sectors": number(1, 4194303),
  "num-queues": number(1, 16),
  "queue-size": number(4, 1024),
  "report-discard-granularity": onOff,
  "request-merging": onOff,
  "seg-max-adjust": onOff,
  "write-zeroes": onOff
};
var nvme = {
  ...pciProperties,
  ...blockProperties,
  model: text2(40),
  "firmware-version": text2(8),
  aerl: number(0, 255),
  aer_max_queued: number(0, 64),
  cmb_size_mb: number(0, 32),
  "legacy-cmb": onOff,
  dbcs: onOff,
  ioeventfd: onOff,
  max_ioqpairs: number(1, 64),
  mdts: number(1, 10),
  mqes: number(1, 2047),
  msix_qsize: number(1, 65),
  "msix-exclusive-bar": onOff,
  ocp: onOff,
  smart_critical_warning: number(0, 255),
  "use-intel-id": onOff,
  vsl: number(1, 10)
};
var virtioScsi = {
  ...virtioProperties,
  cmd_per_lun: number(1, 1024),
  hotplug: onOff,
  max_sectors: number(1, 65535),
  num_queues: number(1, 16),
  param_change: onOff,
  seg_max_adjust: onOff,
  virtqueue_size: number(4, 1024)
};
var megasas = {
  ...pciProperties,
  ...messageProperties,
  hba_serial: text2(64),
  max_cmds: number(1, 1008),
  max_sge: number(1, 80),
  sas_address: number(0, most64),
  use_jbod: onOff
};
var scsiDisk = {
  ...blockProperties,
  ...geometry,
  channel: number(0, 255),
  "scsi-id": number(0, 255),
  lun: number(0, 255),
  device_id: text2(64),
  dpofua: onOff,
  max_io_size: size(512, 2147483647),
  max_unmap_size: size(512, 1024 ** 3),
  port_index: number(0, most16),
  port_wwn: number(0, most64),
  product: text2(16),
  quirk_mode_page_set_block_size: onOff,
  quirk_mode_page_vendor_specific_apple: onOff,
  removable: onOff,
  rotation_rate: number(0, most16),
  scsi_version: number(0, 6),
  vendor: text2(8),
  ver: text2(4),
  wwn: number(0, most64)
};
var sdhci = {
  ...pciProperties,
  capareg: number(0, most64),
  maxcurr: number(0, most64),
  "sd-spec-version": number(2, 3),
  uhs: number(0, 255)
};
var storageDrivers = [
  ["virtio-blk-pci", { bus: "pci", disk: "reporting", canVanish: true, properties: virtioBlk }],
  ["nvme", { bus: "pci", disk: "plain", canVanish: true, properties: nvme }],
  ["virtio-scsi-pci", { bus: "pci", properties: virtioScsi }],
  ["ich9-ahci", adapter],
  ["megasas", { bus: "pci", properties: megasas }],
  ["megasas-gen2", { bus: "pci", properties: megasas }],
  ["mptsas1068", { bus: "pci", properties: { ...pciProperties, msi: onOffAuto, sas_address: number(0, most64) } }],
  ["lsi53c895a", adapter],
  ["lsi53c810", adapter],
  ["am53c974", adapter],
  ["dc390", adapter],
  ["pvscsi", { bus: "pci", properties: { ...pciProperties, use_msg: number(0, 1) } }],
  ["scsi-hd", { bus: "below", disk: "reporting", properties: scsiDisk }],
  ["sdhci-pci", { bus: "pci", properties: sdhci }]
];

// src/hardware/drivers/allowed-drivers.ts
var allowedDrivers = new Map([
  ...testDrivers,
  ...networkDrivers,
  ...storageDrivers,
  ...usbDrivers,
  ...otherDrivers
]);
function findDriver(name) {
  const found = allowedDrivers.get(name);
  if (found !== void 0) return found;
  const names2 = [...allowedDrivers.keys()].join(", ");
  throw new HwRefusal(`${JSON.stringify(name)} cannot be plugged in; the allowed devices are ${names2}`);
}
function ruleOf(driver, property) {
  const rules = allowedDrivers.get(driver)?.properties ?? {};
  return Object.hasOwn(rules, property) ? rules[property] : void 0;
}
function readProperty(driver, property, written) {
  const rule = ruleOf(driver, property);
  if (rule !== void 0) return readValue(`${driver},${property}`, rule, written);
  const names2 = settableOf(driver).join(", ");
  throw new HwRefusal(
    `${driver} has no property ${JSON.stringify(property)} that can be set; the choices are ${names2}`
  );
}
function settableOf(driver) {
  const { properties = {}, disk: disk3 } = allowedDrivers.get(driver) ?? {};
  return ["id", "bus", ...disk3 === void 0 ? [] : ["disk"], ...Object.keys(properties).sort()];
}
function describeDriver(driver) {
  const { properties, disk: disk3 } = findDriver(driver);
  const names2 = Object.keys(properties).sort();
  return [
    driver,
    "  id=  its name",
    "  bus=  the bus for it (default: any with room)",
    ...disk3 === void 0 ? [] : ["  disk=  the size of its disk, such as 64M"],
    ...names2.flatMap(
      (name) => properties[name] === void 0 ? [] : [`  ${name}=  ${describeRule(properties[name])}`]
    )
  ];
}

// src/hardware/pci-places.ts
async function listPciPlaces(monitor) {
  return (await readBuses(monitor)).flatMap(withAllBelow).filter(({ id }) => id !== "");
}
async function freeSlot({
  monitor,
  hasSlots: hasSlots2,
  usableSlots = Infinity
}) {
  if (!hasSlots2) return void 0;
  const entries2 = (await readBuses(monitor)).flatMap(withAllBelow);
  const found = entries2.find(({ id, below }) => (slotNumber(id) ?? Infinity) < usableSlots && below.length === 0);
  if (found !== void 0) return found.id;
  const more = "add one with -device pcie-root-port,id=more0,chassis=1 and plug with bus=more0";
  throw new HwRefusal(`no slot is free; unplug a device, or ${more}`);
}
async function signPaths({ pciDevice, paths }, monitor) {
  const address = (await listPciPlaces(monitor)).find(({ id }) => id === pciDevice)?.address;
  return address === void 0 ? void 0 : paths.map((path) => `/sys/bus/pci/devices/${address}/${path}`);
}
function whenAdded(address) {
  const [, bus = "", place = ""] = address.split(":");
  return `/proc/bus/pci/${bus}/${place}`;
}
async function whereItIs(id, { monitor, announces }) {
  const address = (await listPciPlaces(monitor)).find((place) => place.id === id)?.address;
  if (address === void 0) return { text: id };
  return {
    text: address,
    guestPath: whenAdded(address),
    ...announces === false ? { isUnannounced: true } : {}
  };
}
async function portAbove(id, monitor) {
  const entries2 = (await readBuses(monitor)).flatMap(withAllBelow);
  return entries2.find(({ below }) => below.some((device2) => device2.id === id))?.address;
}
async function readBuses(monitor) {
  const buses = await monitor.execute("query-pci");
  return asList(buses).flatMap((bus) => asList(asObject(bus)?.["devices"]).map(entryOf4));
}
function entryOf4(device2) {
  const { qdev_id: id, bus, slot: slot2, function: part, pci_bridge: bridge2 } = asObject(device2) ?? {};
  const address = `0000:${hex(bus, 2)}:${hex(slot2, 2)}.${String(part)}`;
  const below = asList(asObject(bridge2)?.["devices"]).map(entryOf4);
  return { id: typeof id === "string" ? id : "", address, below };
}
function withAllBelow(entry) {
  return [entry, ...entry.below.flatMap(withAllBelow)];
}
function hex(value, digits) {
  return typeof value === "number" ? value.toString(16).padStart(digits, "0") : "?";
}
function asList(value) {
  return Array.isArray(value) ? value : [];
}

// src/hardware/unannounced.ts
async function releaseQuestion({ id, device: device2 }, { announces, monitor }, concluded2) {
  const port = announces === false ? await portAbove(device2, monitor) : void 0;
  if (port === void 0) return void 0;
  return {
    orders: [`release /sys/bus/pci/devices/${port}`],
    conclude: async ([[outcome = "failed it does not say why"] = []]) => {
      if (outcome === "ok") return await concluded2();
      throw new HwRefusal(`the guest has not released ${id}: ${outcome.replace(/^failed /, "")}`);
    }
  };
}

// src/hardware/unplug.ts
var root = "/machine/peripheral";
var ownPrefix = "qdt.";
function isOurs(id) {
  return id.startsWith(ownPrefix);
}
var safeId = /^[A-Za-z][A-Za-z0-9._-]{0,63}$/;
async function listPeripherals(monitor) {
  const entries2 = await monitor.execute("qom-list", { path: root });
  return (Array.isArray(entries2) ? entries2 : []).map(peripheralOf).filter((entry) => entry !== void 0);
}
function peripheralOf(entry) {
  const { name, type } = asObject(entry) ?? {};
  const [, driver] = typeof type === "string" ? /^child<(.+)>$/.exec(type) ?? [] : [];
  if (typeof name !== "string" || driver === void 0 || isOurs(name) || !safeId.test(name)) return void 0;
  return { id: name, driver, path: `${root}/${name}` };
}
async function findPeripheral({ monitor, models }, id) {
  const all = await listPeripherals(monitor);
  const found = all.find((peripheral) => peripheral.id === id);
  if (found === void 0)
    throw new HwRefusal(
      `no device ${JSON.stringify(id)}; ` + describeIds([...models.ids, ...all.map((peripheral) => peripheral.id)])
    );
  return found;
}
function describeIds(ids) {
  return ids.length === 0 ? "a device needs an id (-device edu,id=edu0), and none has one" : `the devices are ${[...new Set(ids)].join(", ")}`;
}
function checkNewId(id) {
  if (!safeId.test(id) || isOurs(id))
    throw new HwRefusal(
      `expected an id of letters, digits, ".", "_" and "-" starting with a letter and not with "${ownPrefix}", found ${JSON.stringify(id)}`
    );
}
async function unplugDevice(words2, hardware) {
  const [id, ...more] = words2;
  if (id === void 0 || more.length > 0) throw new HwUsage("expected the id of a device");
  refuseShared(id, hardware);
  const attached = attachedDevice(id, hardware);
  const device2 = attached?.id ?? id;
  await findPeripheral(hardware, device2);
  const leaving = { id, device: device2, attached };
  const answer = hardware.events.next(({ name, data }) => {
    if (data["device"] !== device2) return void 0;
    if (name === "DEVICE_DELETED") return "gone";
    return name === "DEVICE_UNPLUG_GUEST_ERROR" ? "kept" : void 0;
  }, hardware.limits.guestMs);
  const question2 = await releaseQuestion(leaving, hardware, () => awaitRelease(answer, leaving, hardware));
  await hardware.monitor.execute("device_del", { id: device2 });
  return question2 === void 0 ? await awaitRelease(answer, leaving, hardware) : { ...done, question: question2 };
}
async function awaitRelease(answer, { id, attached }, hardware) {
  const happened = await answer.happened;
  if (happened === "gone") {
    await hardware.plugged.disks.settled();
    if (attached !== void 0) await dropBackends(hardware.monitor, attached);
    return done;
  }
  await hardware.monitor.execute("query-status");
  throw new HwRefusal(
    happened === "kept" ? `the guest refuses to release ${id}` : `the guest has not released ${id} within ${hardware.limits.guestMs / 1e3} s`
  );
}
function attachedDevice(id, { models }) {
  const { devices } = models.layout;
  return devices.find(({ model }) => model === id) ?? (models.ids.includes(id) ? void 0 : devices.find(({ behind }) => behind === id));
}
function refuseShared(id, hardware) {
  const { models } = hardware;
  const below = models.layout.models.get(id)?.below;
  const attached = attachedDevice(id, hardware);
  if (attached === void 0 && below !== void 0)
    throw new HwRefusal(`${id} is one of the devices behind ${below}, which stays; hw remove ${id} takes it away`);
  const others = models.ids.filter((other) => other !== id && models.layout.models.get(other)?.below === id);
  if (attached?.behind === void 0 || others.length === 0) return;
  const withAll = models.ids.includes(attached.behind) ? "" : `, and hw unplug ${attached.behind} all with the adapter`;
  throw new HwRefusal(
    `${id} shares its adapter with ${others.join(", ")}, which must not go with it; hw remove ${id} takes it away${withAll}`
  );
}
async function removeDevice(words2, hardware) {
  const [id, ...more] = words2;
  if (id === void 0 || more.length > 0) throw new HwUsage("expected the id of a device");
  if (hardware.models.ids.includes(id)) {
    await hardware.models.ask({ do: "remove", device: id });
    await pullCable(id, hardware);
    return done;
  }
  const { driver, path } = await findPeripheral(hardware, id);
  if (allowedDrivers.get(driver)?.canVanish !== true)
    throw new HwRefusal(
      `QEMU does not support removal of a ${driver} without notice: use hw unplug, or one of ${vanishing().join(", ")}`
    );
  if (await hardware.monitor.execute("qom-get", { path, property: "realized" }) !== true)
    throw new HwRefusal(`${id} is already gone`);
  await hardware.monitor.execute("qom-set", { path, property: "realized", value: false });
  return done;
}
async function pullCable(id, { models, monitor }) {
  if (models.layout.models.get(id)?.bus === "link") await monitor.execute("set_link", { name: id, up: false });
}
function vanishing() {
  return [...allowedDrivers].filter(([, { canVanish }]) => canVanish === true).map(([driver]) => driver);
}

// src/hardware/fault-commands.ts
async function setFault(words2, hardware) {
  const [id, ...fault] = words2;
  if (id === void 0 || fault.length === 0) throw new HwUsage("expected a device and a fault");
  const text3 = fault.join(" ");
  const module = isCallFault(text3) ? moduleNamed(id, hardware, text3) : void 0;
  if (module !== void 0) return setCallFault(module, text3);
  return { text: await thingNamed(id, hardware).set(text3) };
}
async function blockFault(words2, hardware) {
  const [id, ...fault] = words2;
  if (id === void 0 || fault.length === 0) throw new HwUsage("expected a disk and a fault");
  if (hardware.plugged.disks.get(id) === void 0)
    throw new HwRefusal(
      `${JSON.stringify(id)} is not a disk that hw plugged in (hw plug virtio-blk-pci,id=${/^[\w-]+$/.test(id) ? id : "disk0"},disk=64M)`
    );
  await findPeripheral(hardware, id);
  return fault[0] === "clear" ? await clearFault([id, ...fault.slice(1)], hardware) : await setFault(words2, hardware);
}
async function clearFault(words2, hardware) {
  const [id, fault, ...more] = words2;
  if (id === void 0 || more.length > 0) throw new HwUsage("expected a device, and at most one fault");
  const module = moduleNamed(id, hardware, void 0);
  if (module !== void 0 && isMeant(module, fault, isDevice(id, hardware))) {
    if (fault === void 0 && isDevice(id, hardware)) await thingNamed(id, hardware).clear(fault);
    return clearCallFault(module, fault);
  }
  await thingNamed(id, hardware).clear(fault);
  return done;
}
async function faultFired(words2, hardware) {
  const [id, fault, times = "1", ...more] = words2;
  if (id === void 0 || fault === void 0 || more.length > 0 || !/^\d{1,9}$/.test(times))
    throw new HwUsage("expected a device, a fault, and how often it must have fired");
  const module = moduleNamed(id, hardware, void 0);
  if (module !== void 0 && isMeant(module, fault, isDevice(id, hardware)))
    return callFaultFired(module, fault, Number(times));
  const reports = await thingNamed(id, hardware).reports();
  const report = reports.find((candidate) => candidate.id === fault);
  if (report === void 0)
    throw new HwRefusal(
      `${id} has no fault ${JSON.stringify(fault)}; ` + (reports.length === 0 ? "none is set" : `the faults are ${reports.map((candidate) => candidate.id).join(", ")}`)
    );
  const found = `fired ${report.fired} times in ${report.counted} matching accesses`;
  if (report.fired < Number(times))
    throw new HwRefusal(
      `${fault} of ${id}: expected at least ${times} firings, found that it ${found}${report.isCleared ? "; it was cleared" : ""}`
    );
  return { text: found };
}
function isMeant({ calls, module }, fault, hasTwin) {
  return fault === void 0 || !hasTwin || calls.hasFault(module, fault);
}
function isDevice(id, { models, plugged: { disks } }) {
  return models.ids.includes(id) || disks.get(id) !== void 0;
}
function thingNamed(id, { models, plugged: { disks } }) {
  const disk3 = disks.get(id);
  if (disk3 !== void 0) return faultyDisk(disk3.faults);
  if (models.ids.includes(id)) return faultyModel(id, models);
  const ids = [...models.ids, ...disks.ids];
  throw new HwRefusal(
    `${JSON.stringify(id)} is neither a device model nor a disk that hw plugged in; ` + (ids.length === 0 ? "there are none" : `the choices are ${ids.join(", ")}`)
  );
}
function faultyDisk(faults) {
  return {
    set: (text3) => Promise.resolve(faults.add(text3)),
    clear: (fault) => {
      faults.clear(fault);
      return Promise.resolve();
    },
    reports: () => Promise.resolve(faults.reports)
  };
}
function faultyModel(device2, models) {
  return {
    set: async (text3) => (await models.ask({ do: "set-fault", device: device2, text: text3 })).fault,
    clear: async (fault) => {
      await models.ask({ do: "clear-fault", device: device2, ...fault === void 0 ? {} : { fault } });
    },
    reports: async () => (await models.ask({ do: "faults", device: device2 })).faults
  };
}
async function changeClock(words2, { models }) {
  const [id, ...change] = words2;
  if (id === void 0) throw new HwUsage("expected a device model");
  if (!models.ids.includes(id))
    throw new HwRefusal(
      `${JSON.stringify(id)} is not a device model; ` + (models.ids.length === 0 ? "there are none" : `the device models are ${models.ids.join(", ")}`)
    );
  const { nowUs } = await models.ask({ do: "clock", device: id, change: parseChange(change) });
  return { text: `${nowUs}us` };
}
var unitsUs = { us: 1, ms: 1e3, s: 1e6 };
var maxStepUs = 36e8;
function parseChange([change, time, ...more]) {
  if ((change === "stop" || change === "resume") && time === void 0) return change;
  const [, amount = "", unit = ""] = /^(\d{1,10})(us|ms|s)$/.exec(time ?? "") ?? [];
  const stepUs = Number(amount) * (unitsUs[unit] ?? NaN);
  if (change !== "step" || more.length > 0 || amount === "" || !(stepUs <= maxStepUs))
    throw new HwUsage("expected stop, resume, or step and a time such as 100us, 5ms or 1s, up to an hour");
  return { stepUs };
}

// src/hardware/machine-events.ts
var uncorrectable = [
  "DLP",
  "SDN",
  "POISON_TLP",
  "FCP",
  "COMP_TIME",
  "COMP_ABORT",
  "UNX_COMP",
  "RX_OVER",
  "MALF_TLP",
  "ECRC",
  "UNSUP",
  "ACSV",
  "INTN"
];
async function injectPcieError(monitor, { id }, error) {
  const words2 = error.kind === "correctable" ? `-c ${id} 0x${error.status.toString(16)}` : `${id} ${error.name}`;
  const printed = await monitor.execute("human-monitor-command", { "command-line": `pcie_aer_inject_error ${words2}` });
  const text3 = typeof printed === "string" ? printed.replaceAll("\r", "").trim() : "";
  const [, complaint] = /^Error: (.*)/s.exec(text3) ?? [];
  if (complaint !== void 0) throw new HwRefusal(`QEMU says: ${complaint}`);
}
var networkName = /^[A-Za-z#][A-Za-z0-9._-]{0,63}$/;
async function setLink(words2, { monitor }) {
  const [name, state, ...more] = words2;
  if (name === void 0 || state !== "up" && state !== "down" || more.length > 0)
    throw new HwUsage("expected the id of a network card or of its -netdev, and up or down");
  if (isOurs(name)) throw new HwRefusal(`${name} belongs to the runner`);
  if (!networkName.test(name))
    throw new HwRefusal(`expected the id of a network card or of its -netdev, found ${JSON.stringify(name)}`);
  await monitor.execute("set_link", { name, up: state === "up" });
  return done;
}
async function injectNmi(words2, { monitor }) {
  if (words2.length > 0) throw new HwUsage("nmi takes no arguments");
  await monitor.execute("inject-nmi");
  return done;
}
var correctable = /* @__PURE__ */ new Map([
  ["RCVR", 1],
  ["BAD_TLP", 64],
  ["BAD_DLLP", 128],
  ["REP_ROLL", 256],
  ["REP_TIMER", 4096],
  ["ADV_NONFATAL", 8192],
  ["INTERNAL", 16384],
  ["HL_OVERFLOW", 32768]
]);
async function injectAerError(words2, hardware) {
  const [id, error, ...more] = words2;
  if (id === void 0 || error === void 0 || more.length > 0)
    throw new HwUsage("expected the id of a device and an error");
  const peripheral = await findPeripheral(hardware, id);
  await injectPcieError(hardware.monitor, peripheral, findError(error));
  return done;
}
function findError(wanted) {
  const status = correctable.get(wanted);
  if (status !== void 0) return { kind: "correctable", status };
  const name = uncorrectable.find((candidate) => candidate === wanted);
  if (name !== void 0) return { kind: "uncorrectable", name };
  throw new HwUsage(
    `unknown error ${JSON.stringify(wanted)}; the correctable errors are ${[...correctable.keys()].join(", ")}, the uncorrectable ones ${uncorrectable.join(", ")}`
  );
}
var pollMs3 = 5;
async function setBalloon(words2, { monitor, limits: { guestMs } }) {
  const [text3 = "", ...more] = words2;
  if (!/^\d{1,6}$/.test(text3) || more.length > 0) throw new HwUsage("expected the new memory size of the guest in MiB");
  const target = Number(text3) * 1024 ** 2;
  const actual = async () => asObject(await monitor.execute("query-balloon"))?.["actual"];
  await monitor.execute("balloon", { value: target });
  let movedMs = performance.now();
  let bytes = await actual();
  while (bytes !== target) {
    if (performance.now() - movedMs > guestMs)
      throw new HwRefusal(`expected ${text3} MiB after ${guestMs / 1e3} s, found ${describeMiB(bytes)}`);
    await new Promise((resolve) => setTimeout(resolve, pollMs3));
    const before2 = bytes;
    bytes = await actual();
    if (bytes !== before2) movedMs = performance.now();
  }
  return done;
}
function describeMiB(bytes) {
  return typeof bytes === "number" ? `${Math.round(bytes / 1024 ** 2)} MiB` : "an unknown amount";
}

// src/hardware/plug-model.ts
async function isUnpluggedModel(text3, hardware) {
  const device2 = attachedDevice(text3, hardware)?.id ?? text3;
  if (device2 === text3 && !hardware.models.ids.includes(text3)) return false;
  return !(await listPeripherals(hardware.monitor)).some(({ id }) => id === device2);
}
async function plugModel(id, hardware) {
  const { monitor, plugged } = hardware;
  refuseShared(id, hardware);
  const device2 = attachedDevice(id, hardware);
  if (device2 === void 0) throw new Error(`Internal error: ${id} is a model without a device`);
  plugged.checkRoom();
  const slot2 = device2.place === "slot" ? await freeSlot(hardware) : void 0;
  await dropLeftOver(hardware, device2);
  await plugged.during(device2.id, void 0, { monitor, plug: () => plugAttached(monitor, device2, slot2) });
  const found = await whereItIs(device2.id, hardware);
  const paths = device2.sign === void 0 ? void 0 : await signPaths(device2.sign, monitor);
  return { ...found, ...paths === void 0 ? {} : { guestPath: paths.join(" ") } };
}
async function dropLeftOver({ monitor }, device2) {
  try {
    await dropBackends(monitor, device2);
  } catch (error) {
    if (!(error instanceof QmpError && error.phase === "execute")) throw error;
  }
}

// src/hardware/plug.ts
function parsePlug(text3) {
  const [driver = "", ...settings] = text3.split(",");
  const allowed = findDriver(driver);
  const written = readSettings2(settings);
  const [id, disk3, bus] = ["id", "disk", "bus"].map((name) => written.get(name));
  if (id !== void 0) checkNewId(id);
  if (bus !== void 0) checkBus(bus);
  if (allowed.disk !== void 0 && disk3 === void 0) throw new HwUsage(`${driver} needs a disk: ${driver},disk=64M`);
  if (allowed.disk === void 0 && disk3 !== void 0) throw new HwRefusal(`${driver} has no disk`);
  const others = [...written].filter(([name]) => !placing.has(name));
  const properties = Object.fromEntries(others.map(([name, value]) => [name, readProperty(driver, name, value)]));
  return { driver, allowed, id, disk: disk3, bus, properties };
}
var placing = /* @__PURE__ */ new Set(["id", "disk", "bus"]);
function readSettings2(settings) {
  const written = /* @__PURE__ */ new Map();
  for (const setting of settings) {
    const [, name, value] = /^([A-Za-z][A-Za-z0-9._-]*)=(.+)$/.exec(setting) ?? [];
    if (name === void 0 || value === void 0) {
      throw new HwUsage(`expected property=value, found ${JSON.stringify(setting)}`);
    }
    if (written.has(name)) throw new HwUsage(`${name} is given twice`);
    written.set(name, value);
  }
  return written;
}
function checkBus(bus) {
  if (isOurs(bus)) throw new HwRefusal(`bus ${bus} belongs to the runner; leave out bus= to get a free slot`);
  if (/^[A-Za-z][A-Za-z0-9._-]{0,63}$/.test(bus)) return;
  throw new HwRefusal(`bus: expected the name of a bus, such as port0 or usb.0, found ${JSON.stringify(bus)}`);
}
async function plugDevice(words2, hardware) {
  const [text3, ...more] = words2;
  if (text3 === void 0 || more.length > 0) {
    throw new HwUsage("expected DRIVER[,id=ID][,property=value \u2026] as one word");
  }
  if (await isUnpluggedModel(text3, hardware)) return await plugModel(text3, hardware);
  const request = parsePlug(text3);
  const { monitor, plugged } = hardware;
  if (hardware.takesFromOthers(request.driver))
    throw new HwRefusal(
      `a ${request.driver} of a cloned machine would take memory from other clones with this QEMU: expected 8.2 or later, or a machine that boots for itself (cold in info/start)`
    );
  plugged.checkRoom();
  const id = await chooseId(request, hardware);
  const bus = await findBus(request, hardware);
  const disk3 = request.disk === void 0 ? void 0 : await plugged.disks.add(id, request.disk, monitor);
  const backing = await provideBacking(request, hardware);
  const device2 = { ...deviceOf(request, { id, bus, disk: disk3 }), ...backing };
  await plugged.during(id, disk3, { monitor, plug: () => monitor.execute("device_add", device2) });
  return await whereItIs(id, hardware);
}
async function provideBacking({ allowed: { backing } }, { monitor, plugged }) {
  if (backing === void 0) return {};
  const id = await plugged.backings.provide(backing.kind, monitor);
  return Object.fromEntries(backing.properties.map((property) => [property, id]));
}
function deviceOf({ driver, allowed, properties }, { id, bus, disk: disk3 }) {
  const reports = allowed.disk === "reporting" ? { werror: "report", rerror: "report" } : {};
  const drive = disk3 === void 0 ? {} : { serial: id.slice(0, 20), ...properties, drive: disk3.node, ...reports };
  return { ...properties, ...drive, ...bus === void 0 ? {} : { bus }, driver, id };
}
async function chooseId({ driver, id }, { monitor, models }) {
  const taken = /* @__PURE__ */ new Set([...models.ids, ...(await listPeripherals(monitor)).map((peripheral) => peripheral.id)]);
  if (id !== void 0 && taken.has(id)) throw new HwRefusal(`there is already a device ${id}`);
  if (id !== void 0) return id;
  for (let number2 = 0; ; number2++) if (!taken.has(`${driver}${number2}`)) return `${driver}${number2}`;
}
async function findBus({ allowed, bus }, hardware) {
  return bus !== void 0 || allowed.bus === "below" ? bus : await freeSlot(hardware);
}

// src/hardware/properties.ts
var max63 = 0x7fffffffffffffffn;
var rulesOfTypes = /* @__PURE__ */ new Map([
  ["bool", onOff],
  ["uint8", number(0, 255)],
  ["uint16", number(0, 65535)],
  ["uint32", number(0, 4294967295)],
  ["uint64", number(0, 2n * max63 + 1n)],
  ["int8", number(-128, 127)],
  ["int16", number(-32768, 32767)],
  ["int32", number(-2147483648, 2147483647)],
  ["int64", number(-max63 - 1n, max63)],
  ["int", number(-max63 - 1n, max63)],
  ["size", size(0, Number.MAX_SAFE_INTEGER)]
]);
var textTypes = /* @__PURE__ */ new Set(["str", "string", "OnOffAuto"]);
var plainText2 = new Set(
  [...allowedDrivers.values()].flatMap(({ properties }) => Object.entries(properties)).filter(([, { kind: kind2 }]) => kind2 === "text" || kind2 === "form" || kind2 === "choice").map(([name]) => name)
);
var life = /* @__PURE__ */ new Set(["realized", "hotplugged", "hotpluggable"]);
function reachOf(driver, entry) {
  const { name, type } = entry;
  if (typeof name !== "string" || typeof type !== "string" || life.has(name)) return void 0;
  const rule = rulesOfTypes.get(type);
  if (rule !== void 0) return { name, rule: ruleOf(driver, name) ?? rule };
  return textTypes.has(type) && plainText2.has(name) ? { name, rule: void 0 } : void 0;
}
async function getProperty(words2, hardware) {
  const [target, ...more] = words2;
  if (target === void 0 || more.length > 0) throw new HwUsage("expected ID.PROPERTY");
  const place = await findPlace2(target, hardware);
  if (place.kind === "model") return { text: await getControl(place, hardware) };
  await findReach(place, hardware, "read");
  const { path } = place.peripheral;
  return { text: show(await hardware.monitor.execute("qom-get", { path, property: place.name })) };
}
async function setProperty(words2, hardware) {
  const [target, value, ...more] = words2;
  if (target === void 0 || value === void 0 || more.length > 0) {
    throw new HwUsage("expected ID.PROPERTY and a value");
  }
  const { valueChars } = bounds.hw;
  if (value.length > valueChars) {
    throw new HwUsage(
      `${shorten2(target)}: expected a value of at most ${valueChars} characters, found ${value.length}`
    );
  }
  const place = await findPlace2(target, hardware);
  if (place.kind === "model") {
    await hardware.models.ask({ do: "set-control", device: place.id, name: place.name, value });
    return done;
  }
  const { rule } = await findReach(place, hardware, "set");
  if (rule === void 0) throw new Error(`Internal error: ${target} can be set, but has no rule`);
  const { path } = place.peripheral;
  await hardware.monitor.execute("qom-set", { path, property: place.name, value: readValue(target, rule, value) });
  return done;
}
async function findPlace2(target, { monitor, models }) {
  const peripherals = await listPeripherals(monitor);
  const ids = [...models.ids, ...peripherals.map(({ id: id2 }) => id2)];
  const [id] = ids.filter((candidate) => target.startsWith(`${candidate}.`)).sort((one, other) => other.length - one.length);
  if (id === void 0) throw new HwRefusal(`no device for ${JSON.stringify(shorten2(target))}; ${describeIds(ids)}`);
  const name = target.slice(id.length + 1);
  const peripheral = models.ids.includes(id) ? void 0 : peripherals.find((candidate) => candidate.id === id);
  return peripheral === void 0 ? { kind: "model", id, name } : { kind: "peripheral", peripheral, name };
}
async function getControl({ id, name }, { models }) {
  const { controls } = await models.ask({ do: "get-controls", device: id });
  const value = Object.hasOwn(controls, name) ? controls[name] : void 0;
  if (value !== void 0) return show(value);
  const names2 = Object.keys(controls);
  const there = names2.length === 0 ? "it has none" : `its controls are ${names2.join(", ")}`;
  throw new HwRefusal(`${id} has no control ${JSON.stringify(shorten2(name))}; ${there}`);
}
async function findReach(place, { monitor }, use) {
  const {
    peripheral: { id, driver, path },
    name
  } = place;
  const entries2 = await monitor.execute("qom-list", { path });
  const listed2 = Array.isArray(entries2) ? entries2 : [];
  const all = listed2.map((entry) => reachOf(driver, asObject(entry) ?? {})).filter((reach) => reach !== void 0);
  const usable = use === "read" ? all : all.filter(({ rule }) => rule !== void 0);
  const found = usable.find((reach) => reach.name === name);
  if (found !== void 0) return found;
  const names2 = usable.map((reach) => reach.name).sort();
  const there = names2.length === 0 ? "there are none" : `the choices are ${names2.join(", ")}`;
  throw new HwRefusal(`${id} has no property ${JSON.stringify(shorten2(name))} that can be ${use}; ${there}`);
}
function show(value) {
  if (typeof value === "boolean") return value ? "on" : "off";
  return typeof value === "string" ? value : encodeExactJson(value);
}
function shorten2(name) {
  return name.length <= bounds.hw.valueChars ? name : `${name.slice(0, bounds.hw.valueChars)}\u2026`;
}

// src/hardware/commands.ts
async function listHardware(words2, hardware) {
  if (words2.length > 0) throw new HwUsage("list takes no arguments");
  const {
    models,
    plugged: { disks },
    monitor
  } = hardware;
  const peripherals = await listPeripherals(monitor);
  const modelLines = await describeModels(models, new Set(peripherals.map(({ id }) => id)));
  const others = peripherals.filter(({ id }) => !models.ids.includes(id));
  const deviceLines = others.map(
    ({ id, driver }) => [`${id} ${driver}`, ...(disks.get(id)?.faults.reports ?? []).map(describeFault)].join("\n")
  );
  const lines = [...modelLines, ...deviceLines];
  const { calls } = hardware;
  return calls === void 0 || calls.moduleNames.length === 0 ? { text: lines.join("\n") } : withModules(lines, calls);
}
function withModules(lines, calls) {
  const conclude = (answers) => {
    const answer = parseHelperAnswer(answers.at(-1) ?? []);
    if ("refusal" in answer) throw new HwRefusal(answer.refusal);
    const modules = calls.listing(answer).map(({ owner, faults }) => [`${owner} module under test`, ...faults.map(describeFault)].join("\n"));
    return { text: [...lines, ...modules].join("\n") };
  };
  return { ...done, question: { orders: tellOrders(helperPath, ["report"]), conclude } };
}
var hwCommands = /* @__PURE__ */ new Map([
  [
    "list",
    {
      usage: "",
      about: "lists devices, controls of device models, modules whose calls can fail, and faults",
      run: listHardware
    }
  ],
  [
    "get",
    { usage: "ID.PROPERTY", about: "prints a property of a device, or a control of a device model", run: getProperty }
  ],
  ["set", { usage: "ID.PROPERTY VALUE", about: "sets a property or control", run: setProperty }],
  [
    "plug",
    {
      usage: "DRIVER[,id=ID][,disk=SIZE][,property=value \u2026] | MODEL",
      about: "plugs a device in, or a device model that was unplugged again, and prints its PCI address",
      run: plugDevice
    }
  ],
  ["unplug", { usage: "ID", about: "unplugs a device after the guest has released it", run: unplugDevice }],
  [
    "remove",
    { usage: "ID", about: "removes a device without telling the guest (surprise removal)", run: removeDevice }
  ],
  ["link", { usage: "NET up|down", about: "takes a network card's link down and up", run: setLink }],
  ["nmi", { usage: "", about: "sends a non-maskable interrupt", run: injectNmi }],
  [
    "aer",
    {
      usage: "ID ERROR",
      about: "has a PCI Express device report an error, such as BAD_TLP or UNSUP",
      run: injectAerError
    }
  ],
  ["balloon", { usage: "MIB", about: "sets the memory size of the guest", run: setBalloon }],
  [
    "block",
    {
      usage: "DISK KIND [key=value \u2026] | DISK clear [FAULT]",
      about: "sets a fault on a disk that hw plugged in, and prints its id",
      run: blockFault
    }
  ],
  [
    "fault",
    {
      usage: "DEVICE KIND [key=value \u2026]",
      about: "sets a fault on a device model or disk, and prints its id",
      run: setFault
    }
  ],
  ["clear", { usage: "DEVICE [FAULT]", about: "clears one fault, or all", run: clearFault }],
  [
    "fired",
    {
      usage: "DEVICE FAULT [TIMES]",
      about: "succeeds if the fault has fired TIMES times (default 1)",
      run: faultFired
    }
  ],
  [
    "clock",
    {
      usage: "DEVICE stop|resume|step TIME",
      about: "stops, resumes or steps a device model's clock",
      run: changeClock
    }
  ]
]);

// src/hardware/request-dispatcher.ts
var { requestBytes: requestBytes2, words: maxWords } = bounds.hw;
function parseRequest({ bytes, isWhole }) {
  const [first = "", ...words2] = decode(bytes).split("	");
  const id = /^[0-9a-f-]{36}$/.test(first) ? first : void 0;
  if (id === void 0) return { id, problem: "expected a request" };
  if (!isWhole) return { id, problem: `expected a request of at most ${requestBytes2} bytes, found a longer one` };
  if (words2.length > maxWords) return { id, problem: `expected at most ${maxWords} words, found ${words2.length}` };
  if (words2.some((word2) => hasControlCharacter(word2)))
    return { id, problem: "expected text, found a control character or bytes that are not UTF-8" };
  return { id, words: words2 };
}
function decode(bytes) {
  return bytes.toString("utf8").replaceAll("\uFFFD", "\0");
}
function hasControlCharacter(word2) {
  return /[\u0000-\u001f\u007f-\u009f]/.test(word2);
}
function helpText([name, driver]) {
  if (name === void 0)
    return [...hwCommands].map(([command2, { usage, about }]) => `hw ${command2} ${usage}
    ${about}`).join("\n");
  const command = hwCommands.get(name);
  if (command === void 0) throw new HwUsage(`unknown request ${JSON.stringify(name)}`);
  if (name === "plug" && driver !== void 0) return describeDriver(driver).join("\n");
  return `hw ${name} ${command.usage}
    ${command.about}`;
}
function usageOf(name) {
  const command = hwCommands.get(name);
  return command === void 0 ? `hw ${[...hwCommands.keys(), "help"].join("|")} \u2026` : `hw ${name} ${command.usage}`;
}
async function answerRequest(words2, { hardware, limits: limits2 = hwLimits }) {
  var _stack = [];
  try {
    const deadline = __using(_stack, new RequestDeadline(limits2.requestMs));
    try {
      return { outcome: "done", ...await perform(words2, hardware, deadline) };
    } catch (error) {
      return refusalOf2(words2, error);
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function refusalOf2([name = ""], error) {
  if (error instanceof HwUsage) return { outcome: "usage", text: `${error.message}
usage: ${usageOf(name)}` };
  return { outcome: "refused", text: reasonOf2(error) };
}
async function concludeRequest(words2, question2, answers, { limits: limits2 = hwLimits } = {}) {
  var _stack = [];
  try {
    const deadline = __using(_stack, new RequestDeadline(limits2.requestMs));
    try {
      return { outcome: "done", ...await deadline.wait(Promise.resolve(question2.conclude(answers)), "QEMU") };
    } catch (error) {
      return refusalOf2(words2, error);
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function perform([name = "help", ...words2], hardware, deadline) {
  if (name === "help" || name === "--help") return { ...done, text: helpText(words2) };
  const command = hwCommands.get(name);
  if (command === void 0) throw new HwUsage(`unknown request ${JSON.stringify(name)}`);
  return await command.run(words2, withinDeadline(await deadline.wait(hardware, "QEMU's monitor"), deadline));
}
function reasonOf2(error) {
  if (error instanceof HwRefusal || error instanceof DeviceHostError || error instanceof FaultSyntaxError || error instanceof FaultError)
    return error.message;
  if (error instanceof QmpError) return error.phase === "execute" ? error.message : "the machine has ended";
  if (isSystemError(error)) return `the host failed: ${error.message}`;
  return internalError(error);
}
function internalError(error) {
  return `Internal error: ${error instanceof Error ? error.message : String(error)}`;
}

// src/hardware/request-lines.ts
var RequestLines = class {
  #splitter;
  #found = [];
  constructor(maxBytes) {
    this.#splitter = new LineSplitter({
      maxLength: maxBytes,
      onLine: (bytes, part) => {
        if (bytes.length > 0 && (part === "whole" || part === "first"))
          this.#found.push({ bytes, isWhole: part === "whole" });
      }
    });
  }
  /**
   * The lines that end in this piece, and the start of an overlong one as soon as it is too long. Empty lines are
   * ignored.
   */
  push(chunk) {
    this.#splitter.push(chunk);
    const found = this.#found;
    this.#found = [];
    return found;
  }
};

// src/hardware/serve-requests.ts
var maxShownLength = 400;
function serveRequests2(channel, dispatcher, listener) {
  const lines = new RequestLines(bounds.hw.requestBytes);
  const server = new RequestServer(channel, dispatcher, listener);
  channel.on("data", (chunk) => {
    channel.pause();
    server.serve(lines.push(chunk)).then(
      () => channel.resume(),
      (error) => channel.destroy(error instanceof Error ? error : new Error(String(error)))
    );
  });
}
var RequestServer = class {
  #channel;
  #dispatcher;
  #listener;
  /** The caller that was asked last. One that is gone does not answer, and the next request is another one. */
  #asked;
  constructor(channel, dispatcher, listener) {
    this.#channel = channel;
    this.#dispatcher = dispatcher;
    this.#listener = listener;
  }
  async serve(requests) {
    for (const line of requests) if (!this.#channel.destroyed) await this.#serveOne(line);
  }
  async #serveOne(line) {
    const request = parseRequest(line);
    const begun = this.#asked;
    this.#asked = void 0;
    if (begun !== void 0 && !("problem" in request) && request.id === begun.id && request.words[0] === "told") {
      await this.#goOn(begun, request.words.slice(1));
      return;
    }
    const askedUs = monotonicUs();
    const isProblem = "problem" in request;
    const answer = isProblem ? { outcome: "usage", text: request.problem } : await answerRequest(request.words, this.#dispatcher);
    const made = { id: request.id, words: isProblem ? [] : request.words, askedUs };
    if (answer.question === void 0 || made.id === void 0) await this.#end(made, answer);
    else await this.#ask({ ...made, id: made.id, question: answer.question, answers: [] });
  }
  /** The guest does the next of what it has to, and sends what that answers as a request of its own. */
  async #ask(next) {
    this.#asked = next;
    const { id, question: question2, answers } = next;
    await writeFully(this.#channel, `${id} ${question2.orders[answers.length] ?? ""}
`);
  }
  async #goOn(begun, told) {
    const answers = [...begun.answers, told];
    if (told[0] === "ok" && answers.length < begun.question.orders.length) {
      await this.#ask({ ...begun, answers });
      return;
    }
    await this.#end(begun, await concludeRequest(begun.words, begun.question, answers, this.#dispatcher));
  }
  async #end({ id, words: words2, askedUs }, answer) {
    const failed2 = tell(this.#listener, {
      askedUs,
      durationMs: (monotonicUs() - askedUs) / 1e3,
      request: cut(words2.join(" ")),
      outcome: answer.outcome,
      text: cut(answer.text)
    });
    if (id !== void 0) await writeFully(this.#channel, formatAnswer(id, failed2 ?? answer));
  }
};
function tell(listener, entry) {
  try {
    listener(entry);
    return void 0;
  } catch (error) {
    return { outcome: "refused", text: internalError(error) };
  }
}
var statuses = { done: 0, refused: 1, usage: 2 };
function formatAnswer(id, { outcome, text: text3, guestPath, isUnannounced }) {
  const kind2 = outcome === "done" ? "out" : "err";
  const lines = text3 === "" ? [] : boundedLines(text3).map((line) => `${id} ${kind2} ${line}
`);
  return [
    ...isUnannounced === true ? [`${id} look
`] : [],
    ...guestPath === void 0 ? [] : [`${id} await ${guestPath}
`],
    ...lines,
    `${id} end ${statuses[outcome]}
`
  ].join("");
}
function boundedLines(text3) {
  const { answerLines, answerChars, answerLineChars } = bounds.hw;
  const all = text3.split("\n");
  const kept2 = [];
  let chars = 0;
  for (const line of all) {
    const shown3 = line.replaceAll("	", " ").slice(0, answerLineChars);
    chars += shown3.length;
    if (kept2.length >= answerLines || chars > answerChars)
      return [...kept2, `\u2026 ${all.length - kept2.length} more lines were left out`];
    kept2.push(shown3);
  }
  return kept2;
}
function cut(text3) {
  return text3.length <= maxShownLength ? text3 : `${text3.slice(0, maxShownLength)}\u2026`;
}

// src/run/devices/connect-hardware.ts
var noModels = {
  ids: [],
  layout: emptyLayout,
  ask: ({ do: what }) => Promise.reject(new Error(`Internal error: ${what} was asked of a machine without device models`))
};
function connectHardware(machine, { job, scratch, models = noModels, calls, listener = () => void 0 }) {
  const plugged = new PluggedDevices(new DiskRegistry(scratch));
  const hardware = machine.monitor.then((monitor) => {
    machine.listen((event) => plugged.follow(event, monitor));
    return {
      monitor,
      events: monitorEvents(machine),
      models,
      calls,
      hasSlots: hasSlots(job.machine, mergeUserArguments(job.machine.userArgs)),
      ...job.clone?.usableSlots === void 0 ? {} : { usableSlots: job.clone.usableSlots },
      takesFromOthers: (driver) => job.clone !== void 0 && wouldTakeFromOthers(driver, job.qemu.version),
      ...job.machine.announces === void 0 ? {} : { announces: job.machine.announces },
      plugged,
      limits: hwLimits
    };
  });
  hardware.catch(() => void 0);
  serveRequests2(machine.channel("hw"), { hardware }, listener);
  machine.exited.then(() => plugged[Symbol.dispose]()).catch(machine.fail);
}

// src/run/devices/machine-models.ts
import { join as join59 } from "node:path";

// src/device-host/uart-place.ts
function uartOf(place) {
  return /^(.+)\.line$/.exec(place)?.[1];
}

// src/hardware/attach/link.ts
var defaultNic = "virtio-net-pci";
var linkAttachment = {
  device: ({ id, socket, nic }) => ({
    id,
    model: id,
    driver: nic ?? defaultNic,
    properties: { netdev: `qdt.model.${id}` },
    backends: [{ kind: "frames", id: `qdt.model.${id}`, socket }],
    place: "slot",
    ...nic === void 0 ? { sign: { pciDevice: id, paths: ["virtio*/net/*"] } } : {}
  })
};

// src/hardware/attach/serial.ts
var serialAttachment = {
  device: ({ id, socket }) => ({
    id,
    model: id,
    driver: "pci-serial",
    properties: { chardev: `qdt.model.${id}` },
    backends: [{ kind: "bytes", id: `qdt.model.${id}`, socket }],
    place: "slot",
    isSerialPort: true,
    // Since 6.5, a port has devices of its own between the function and the terminal.
    sign: { pciDevice: id, paths: ["tty/tty*", "*:*/*/tty/tty*"] }
  })
};

// src/hardware/attach/usb.ts
var ports = 15;
function usbDevice({ id, socket }, port) {
  return {
    id,
    model: id,
    driver: "usb-redir",
    properties: { chardev: `qdt.model.${id}`, bus: "qdt.usb.0", port: String(port) },
    backends: [{ kind: "bytes", id: `qdt.model.${id}`, socket }],
    place: "controller",
    // The kernel makes endpoint 0 when all interfaces of a new device are there.
    sign: { pciDevice: "qdt.usb", paths: [`usb*/*-${port}/ep_00`] }
  };
}
var usbAttachment = {
  sharedName: () => "usb",
  controller: (id) => ({
    id,
    driver: "qemu-xhci",
    properties: { p2: ports, p3: ports },
    backends: [],
    place: "slot"
  }),
  device: usbDevice
};
var defaultCanBus = "can0";
var canAttachment = {
  ...usbAttachment,
  sharedDevice: (place = defaultCanBus) => place,
  device: (seat, port) => ({
    ...usbDevice(seat, port),
    sign: { pciDevice: "qdt.usb", paths: [`usb*/*-${port}/*-${port}:*/net/*`] }
  })
};

// src/hardware/attach/vfio-user.ts
function vfioUserFunction(id, socket, writes = "awaited") {
  return {
    id,
    driver: "vfio-user-pci",
    properties: {
      socket: { type: "unix", path: socket },
      // A read may take as long as its fault says.
      "x-msg-timeout": 6e4,
      // Awaited writes complete before the guest goes on, so a test that looks at the device sees what they did.
      "x-no-posted-writes": writes === "awaited"
    },
    backends: [],
    place: "slot"
  };
}
var pciAttachment = {
  device: ({ id, socket }) => ({ ...vfioUserFunction(id, socket), model: id })
};
var treeAttachment = {
  sharedName: () => treePlace,
  controller: (id, socket) => ({
    ...vfioUserFunction(id, socket),
    registersAt: treeBase,
    // Made when the kernel has given addresses to it, which the agent then changes.
    sign: { pciDevice: id, paths: ["resource0"] }
  })
};
var defaultI2cBus = "i2c0";
var i2cAttachment = {
  takesClients: true,
  sharedName: (place = defaultI2cBus) => place,
  controller: (id, socket) => ({
    // No test looks at the controller, and its driver waits for an interrupt anyway.
    ...vfioUserFunction(id, socket, "posted"),
    sign: { pciDevice: id, paths: ["i2c-*", "i2c_designware*/i2c-*"] }
  })
};
var boardName = "board";
var boardAttachment = {
  sharedName: () => boardName,
  controller: (id, socket) => ({
    ...vfioUserFunction(id, socket),
    // Its driver makes this file when all devices are there.
    sign: { pciDevice: id, paths: ["qdt_devices"] }
  })
};

// src/hardware/attach/layout.ts
var attachments = {
  pci: pciAttachment,
  usb: usbAttachment,
  serial: serialAttachment,
  link: linkAttachment,
  can: canAttachment,
  i2c: i2cAttachment,
  spi: boardAttachment,
  gpio: boardAttachment,
  platform: boardAttachment
};
function attachmentOf(bus, place) {
  const uart = bus === "serial" && place !== void 0 ? uartOf(place) : void 0;
  if (uart !== void 0) return { at: uart };
  if (bus === "platform" && place === treePlace) return treeAttachment;
  return bus === "i2c" && place === boardName ? boardAttachment : attachments[bus];
}
function socketName(bus, place, own) {
  const { sharedDevice, sharedName, device: device2 } = attachmentOf(bus, place);
  if (sharedDevice !== void 0) return sharedDevice(place);
  return sharedName === void 0 || device2 !== void 0 ? own : sharedName(place);
}
var LayoutBuilder = class {
  #devices = [];
  #models = /* @__PURE__ */ new Map();
  /** Of models that share a controller, or of one bus. */
  #counts = /* @__PURE__ */ new Map();
  /** The model whose device others of its bus share, by the name of the bus. */
  #firsts = /* @__PURE__ */ new Map();
  get devices() {
    return this.#devices;
  }
  get models() {
    return this.#models;
  }
  /** Its controller comes first, if the machine does not have that yet. */
  add(bus, seat) {
    const { at, sharedName, sharedDevice, controller, device: device2, takesClients = false } = attachmentOf(bus, seat.place);
    const group = sharedDevice?.(seat.place);
    const first = group === void 0 ? void 0 : this.#firsts.get(group);
    if (first !== void 0) {
      this.#models.set(seat.id, { bus, below: first });
      return;
    }
    if (group !== void 0) this.#firsts.set(group, seat.id);
    const shared = sharedName === void 0 ? void 0 : `qdt.${sharedName(seat.place)}`;
    const number2 = (this.#counts.get(shared ?? bus) ?? 0) + 1;
    this.#counts.set(shared ?? bus, number2);
    if (shared !== void 0 && controller !== void 0 && !this.#devices.some(({ id }) => id === shared))
      this.#devices.push(controller(shared, seat.socket));
    if (shared !== void 0 && takesClients && seat.client !== void 0)
      this.#addClient(shared, { ...seat.client, model: seat.id });
    const own = device2?.(seat, number2);
    if (own !== void 0) this.#devices.push(group === void 0 ? own : { ...own, behind: group });
    const below = at ?? shared ?? (own?.backends.length === 0 ? void 0 : own?.id);
    this.#models.set(seat.id, { bus, ...below === void 0 ? {} : { below } });
  }
  #addClient(controller, client) {
    const index = this.#devices.findIndex(({ id }) => id === controller);
    const device2 = this.#devices[index];
    if (device2 === void 0) throw new Error(`Internal error: ${client.model} has no ${controller}`);
    this.#devices[index] = { ...device2, clients: [...device2.clients ?? [], client] };
  }
};

// src/run/devices/device-events.ts
function describeClose(reason) {
  switch (reason.kind) {
    case "peer-closed":
    case "removed":
      return void 0;
    case "protocol-error":
      return reason.detail;
    case "peer-silent":
      return `QEMU did not answer a transfer for ${reason.afterMs / 1e3} s`;
    case "peer-does-not-read":
      return "QEMU does not read the answers of the device";
  }
}
var { printedHeadBytes, printedTailBytes } = bounds.models;
var PrintedLog = class {
  #path;
  #name;
  #log;
  #failure;
  /** `name`: for people. */
  constructor(path, name) {
    this.#path = path;
    this.#name = name;
  }
  write(chunk) {
    this.#log ??= new CappedLog(
      this.#path,
      { headBytes: printedHeadBytes, tailBytes: printedTailBytes, extraBytes: 0 },
      (error) => {
        this.#failure ??= error.message;
      }
    );
    this.#log.write(chunk);
  }
  /** Notes on output that is not in the file. */
  get notes() {
    if (this.#failure !== void 0) return [`${this.#name}: not written: ${this.#failure}`];
    const leftOut = this.#log?.leftOutBytes ?? 0;
    return leftOut === 0 ? [] : [`${this.#name}: ${leftOut} bytes of the device models' output were left out of the middle`];
  }
  /** May be called repeatedly. */
  close() {
    this.#log?.close();
  }
};
function describeDeviceEvent(event) {
  switch (event.kind) {
    case "read":
      return `read ${placeOf(event)} ${event.value}`;
    case "write":
      return `write ${placeOf(event)} ${event.value}`;
    case "dma": {
      const what = `DMA ${event.direction} of ${event.length} bytes ${event.direction === "read" ? "from" : "to"} ` + event.address;
      return event.outcome === "done" ? what : `${what}: ${event.outcome}`;
    }
    case "interrupt":
      return `interrupt ${event.vector}${event.name === void 0 ? "" : ` (${event.name})`}: ${event.outcome}`;
    case "exchange":
      return exchangeWords(event);
    case "reset":
      return "reset";
    case "fault":
      return `fault ${event.id} fired at ${event.access}`;
    case "control":
      return `control ${event.name} set to ${event.value}`;
    case "crash":
      return `the model crashed at ${event.during}: ${event.message}`;
  }
}
function exchangeWords({ what, outcome, bytes, length }) {
  if (outcome !== "done") return `${what}: ${outcome}`;
  const shown3 = bytes === "" ? "" : ` ${bytes}${2 * length > bytes.length ? "\u2026" : ""}`;
  const [, asked = String(length)] = /, (\d+) bytes?\)$/.exec(what) ?? [];
  return Number(asked) === length ? `${what}${shown3}` : `${what}: ${length} byte${length === 1 ? "" : "s"}${shown3}`;
}
function placeOf({ registers, bar, offset, length }) {
  const name = registers.length === 0 ? `bar ${bar} at 0x${offset.toString(16)}` : registers.join(", ");
  return length <= 8 ? name : `${name} (${length} bytes)`;
}
function dataOf({ sequence: _sequence, atUs: _atUs, ...event }) {
  return event;
}

// src/run/devices/machine-models.ts
var ModelNotAttached = class extends Error {
  name = "ModelNotAttached";
  why;
  constructor(why, options2) {
    super(why.kind === "cancelled" ? "cancelled" : why.detail, options2);
    this.why = why;
  }
};
var finishMs = 3e4;
var abortedMs = 1e3;
var MachineModels = class _MachineModels {
  #lease;
  #devices;
  #names = /* @__PURE__ */ new Map();
  #printed;
  #signal;
  #onAbort;
  #layout = new LayoutBuilder();
  #sockets;
  constructor({ devices, lend }, { sockets, directory, signal }) {
    this.#devices = devices;
    this.#sockets = sockets;
    this.#printed = new PrintedLog(join59(directory, "logs", "models.log"), "logs/models.log");
    this.#lease = lend((chunk) => this.#printed.write(chunk));
    this.#signal = signal;
    this.#onAbort = () => this.#endIn(abortedMs);
    signal.addEventListener("abort", this.#onAbort, { once: true });
  }
  /** @throws ModelNotAttached @throws SystemError when this host has no room for their process */
  static async attach(job, place) {
    if (place.signal.aborted) throw new ModelNotAttached({ kind: "cancelled" });
    const models = new _MachineModels(job, place);
    try {
      for (const [index, device2] of job.devices.entries()) await models.#create(device2, `m${index}`);
      return models;
    } catch (error) {
      await models.#lease.end();
      models[Symbol.dispose]();
      throw models.#explain(error);
    }
  }
  #explain(error) {
    if (this.#signal.aborted) return new ModelNotAttached({ kind: "cancelled" }, { cause: error });
    if (!(error instanceof DeviceHostError)) return error;
    return new ModelNotAttached(
      { kind: error.isHostShort ? "host" : "model", detail: error.message },
      { cause: error }
    );
  }
  get port() {
    return { ids: this.#devices.map(({ id }) => id), layout: this.#layout, ask: this.#lease.ask };
  }
  /** What QEMU gets for them, in the order in which the guest must find it. */
  get attached() {
    return this.#layout.devices;
  }
  /** Those that a fault hits from the start. */
  get faulty() {
    return new Set(this.#devices.filter(({ faults }) => faults.length > 0).map(({ id }) => id));
  }
  /** Resolves when a model breaks, with what happened. Its machine then proves nothing any more. */
  get broken() {
    return this.#lease.broken;
  }
  /** Problems between QEMU and a device, and missing output of models. */
  get notes() {
    const lost2 = this.#lease.events.flatMap((event) => {
      const why = event.event === "disconnected" ? describeClose(event.reason) : void 0;
      return why === void 0 || event.event !== "disconnected" ? [] : [`device ${event.device} lost its machine: ${why}`];
    });
    const unfound = this.#devices.filter(({ id }) => !this.#isConnected(id)).map(({ id }) => `QEMU never connected to the device model ${id}`);
    return [...lost2, ...unfound, ...this.#printed.notes];
  }
  /**
   * After the machine is gone: collects each device's record, adds its log to the timeline, and ends the devices and
   * their process. `hadStages`: the machine came far enough that its devices must have been connected.
   */
  async finish(timeline, hadStages) {
    const late2 = this.#endIn(finishMs);
    try {
      const records = [];
      for (const device2 of this.#devices) records.push(await this.#finishDevice(device2, timeline));
      return records.map(
        (record) => hadStages && record.crash === void 0 && !this.#isConnected(record.id) ? { lost: "QEMU never connected to it", ...record } : record
      );
    } finally {
      clearTimeout(late2);
      await this.#lease.end();
      this.#printed.close();
    }
  }
  async #create({ id, path, place, nic, parameters, faults }, own) {
    const { model, bus, socket, client } = await createDevice(this.#lease, {
      device: id,
      model: path,
      place,
      // Short names, because the path of a socket has at most 107 bytes.
      socketFor: (busName) => join59(this.#sockets, socketName(busName, place, own)),
      controls: parameters,
      faults
    });
    this.#names.set(id, model);
    this.#layout.add(bus, { id, socket, place, nic, client });
  }
  async #finishDevice(device2, timeline) {
    const { id } = device2;
    const model = this.#names.get(id) ?? id;
    const { ask: ask4 } = this.#lease;
    try {
      const { faults } = await ask4({ do: "faults", device: id });
      const { coverage } = await ask4({ do: "coverage", device: id });
      await this.#addLog(id, timeline);
      return { id, model, faults, coverage, ...this.#crashOf(device2) };
    } catch (error) {
      if (!(error instanceof DeviceHostError)) throw error;
      return { id, model, faults: [], ...this.#failureOf(device2, error) };
    }
  }
  /** Reads pages up to the end as seen at the first page. A device with running timers never stops logging. */
  async #addLog(device2, timeline) {
    let from2 = 0;
    let end;
    do {
      const page = await this.#lease.ask({ do: "log", device: device2, from: from2 });
      for (const entry of page.entries) addEntry(timeline, device2, entry);
      end ??= page.end;
      from2 = page.entries.length === 0 ? end : page.next;
    } while (from2 < end);
  }
  /** A model that does not answer is broken, unless this host or we ended it. */
  #failureOf(device2, { message, isHostShort }) {
    const found = this.#crashOf(device2);
    if (found.crash !== void 0 || this.#signal.aborted) return found;
    return isHostShort ? { lost: message } : { crash: { during: "an unknown place", message, stack: "" } };
  }
  /** A process that ends takes all its devices with it. If its stack names a model, that model crashed. */
  #crashOf({ id, path }) {
    const isOurs2 = (stack) => stack.includes(path) || !this.#devices.some((other) => stack.includes(other.path));
    for (const event of this.#lease.events) {
      if (event.event === "crashed" && event.device === id) return { crash: event.crash };
      if (event.event === "hung" && isOurs2(event.stack))
        return {
          crash: {
            during: "a call that did not return",
            message: `no answer for ${event.afterMs / 1e3} s`,
            stack: event.stack
          }
        };
      if (event.event === "threw" && isOurs2(event.stack))
        return { crash: { during: "code outside of its handlers", message: event.message, stack: event.stack } };
    }
    return {};
  }
  #isConnected(id) {
    return this.#lease.events.some((event) => event.event === "connected" && event.device === id);
  }
  #endIn(delayMs) {
    return setTimeout(() => this.#lease[Symbol.dispose](), delayMs).unref();
  }
  [Symbol.dispose]() {
    this.#signal.removeEventListener("abort", this.#onAbort);
    this.#lease[Symbol.dispose]();
    this.#printed.close();
  }
};
function addEntry(timeline, device2, entry) {
  timeline.add("device", describeDeviceEvent(entry), { device: device2, data: dataOf(entry) }, entry.atUs);
}

// src/run/evidence/coverage-evidence.ts
import { join as join60 } from "node:path";
var readMs = 1e4;
async function keepMemoryAtEnd(machine) {
  try {
    await (await machine.monitor).execute("set-action", { shutdown: "pause" });
  } catch (error) {
    if (!(error instanceof QmpError)) throw error;
  }
}
function whenHalted2(machine) {
  return new Promise((resolve) => {
    machine.listen(({ name, data }) => {
      if (name === "SHUTDOWN" && data["guest"] === true) resolve();
    });
  });
}
async function readCoverage(machine, place, { scratch, read }) {
  if (place === void 0) return lost("the guest did not say where it is recorded");
  const path = join60(scratch, "coverage");
  try {
    const monitor = await machine.monitor;
    const saved = monitor.execute("pmemsave", { val: place.address, size: place.bytes, filename: path });
    if (await atMost(Promise.race([saved, machine.exited]), readMs) === "late")
      return lost(`the memory was not read within ${readMs / 1e3} s`);
    const memory2 = readWholeFile(path);
    await removeFile(path);
    return read(memory2);
  } catch (error) {
    if (error instanceof QmpError || isSystemError(error)) return lost(error.message);
    throw error;
  }
}
function lost(reason) {
  return { kind: "lost", reason };
}

// src/run/evidence/timeline.ts
var { firstEntries, lastEntries, textChars, dataChars } = bounds.timeline;
var Timeline = class {
  #beganUs = monotonicUs();
  #sources = /* @__PURE__ */ new Map();
  /** When it was created, on the host's monotonic clock. */
  get beganUs() {
    return this.#beganUs;
  }
  /** `atUs`: on the host's monotonic clock; absent: now. */
  add(source, text3, details = {}, atUs = monotonicUs()) {
    const kept2 = this.#entriesOf(source, details.device);
    const timed = { atUs, entry: { source, text: oneLine(text3), ...boundDetails(details) } };
    if (kept2.first.length < firstEntries) kept2.first.push(timed);
    else kept2.last[kept2.later++ % lastEntries] = timed;
  }
  /**
   * The text of `timeline.jsonl`: one entry per line, in order of time. Entries before its start have negative times,
   * because devices exist earlier.
   */
  render() {
    const timed = [...this.#sources.values()].flatMap(inOrder).sort((a, b) => a.atUs - b.atUs);
    return timed.map(
      ({ atUs, entry }) => `${JSON.stringify({ atMs: (atUs - this.#beganUs) / 1e3, ...entry })}
`
    ).join("");
  }
  #entriesOf(source, device2 = "") {
    const key = `${source} ${device2}`;
    const kept2 = this.#sources.get(key) ?? { source, first: [], last: [], later: 0 };
    this.#sources.set(key, kept2);
    return kept2;
  }
};
function inOrder({ source, first, last, later }) {
  if (later <= lastEntries) return [...first, ...last];
  const start = later % lastEntries;
  const kept2 = [...last.slice(start), ...last.slice(0, start)];
  const gap = {
    atUs: kept2[0]?.atUs ?? 0,
    entry: { source, text: `${later - lastEntries} entries of this source were left out here` }
  };
  return [...first, gap, ...kept2];
}
function oneLine(text3) {
  return cutText2(
    cutText2(text3, 2 * textChars).replaceAll(/[\r\n]+/g, " ").trimEnd(),
    textChars
  );
}
function boundDetails({ device: device2, data }) {
  const chars = data === void 0 ? 0 : JSON.stringify(data).length;
  const kept2 = chars <= dataChars ? data : { leftOut: `${chars} characters of data` };
  return { ...device2 === void 0 ? {} : { device: device2 }, ...kept2 === void 0 ? {} : { data: kept2 } };
}

// src/run/evidence/record-timeline.ts
var maxTextBytes = 4 * bounds.timeline.textChars;
function recordTimeline({ isCopy = false } = {}) {
  const timeline = new Timeline();
  timeline.add("machine", isCopy ? "QEMU is copied" : "QEMU is launched", { data: { clockUs: timeline.beganUs } });
  return {
    timeline,
    // A byte is at most one character, so no more of a long line is decoded than an entry holds.
    consoleLine: (line) => timeline.add("console", line.subarray(0, maxTextBytes).toString("utf8")),
    monitorEvent: (event) => {
      if (!isNoise(event))
        timeline.add("monitor", describeEvent(event), { data: { event: event.name, ...event.data } });
    },
    agentMessage: (message) => addMessage(timeline, message),
    hwRequest: (entry) => addRequest(timeline, entry)
  };
}
function isNoise({ name, data }) {
  return name === "VSERPORT_CHANGE" && !(data["open"] === false && data["id"] === portId("control"));
}
function describeEvent({ name, data }) {
  const facts = Object.entries(data).map(
    ([key, value]) => `${key}=${typeof value === "string" ? value : JSON.stringify(value)}`
  );
  return [name, ...facts].join(" ");
}
function addMessage(timeline, message) {
  switch (message.kind) {
    case "begin":
      timeline.add("stage", `${message.program} begins`);
      return;
    case "end":
      timeline.add("stage", `${message.program} ended with ${message.exitStatus}`, {
        data: { exitStatus: message.exitStatus }
      });
      return;
    case "failed":
      timeline.add("machine", `the agent could not do ${message.command}: ${message.reason}`);
      return;
    case "done":
      timeline.add("machine", "the agent is done");
      return;
    case "ok":
    case "told":
    case "beat":
  }
}
function addRequest(timeline, { askedUs, durationMs, request, outcome, text: text3 }) {
  const said = outcome === "done" ? `hw ${request}` : `hw ${request}: not done: ${text3}`;
  timeline.add("hw", said, { data: { outcome, answer: text3, durationMs } }, askedUs);
}

// src/run/ledger/ledger-answer.ts
var maxLines2 = 200;
function parseLedgerAnswer(lines) {
  const [first = "", ...rest] = lines;
  if (first !== "ok") {
    const [, reason] = /^failed (.{1,300})$/.exec(first) ?? [];
    return { refusal: reason ?? "it did not answer" };
  }
  const told = rest.slice(0, maxLines2);
  return { lost: countOf("lost", told), refused: countOf("refused", told), leaks: leaksIn(told) };
}
function countOf(name, lines) {
  for (const line of lines) {
    const [, word2, count2] = /^([a-z]{1,20}) (\d{1,15})$/.exec(line) ?? [];
    if (word2 === name) return Number(count2);
  }
  return 0;
}
var leakWords = /^leak of [\w/ ]{1,80} from \w{1,60} in [\w.$]{1,200} \[[\w-]{1,64}\]: \d{1,15} times, \d{1,20} bytes in all$/;
var leakPlace = /^at ([\w.$]{1,200}\+0x[\da-f]{1,16}\/0x[\da-f]{1,16} \[[\w-]{1,64}\])$/;
function leaksIn(lines) {
  return lines.flatMap((line, index) => {
    const [, place] = leakPlace.exec(lines[index + 1] ?? "") ?? [];
    return place !== void 0 && leakWords.test(line) ? [`qdt-ledger: ${line}
Call Trace:
 ${place}`] : [];
  });
}

// src/run/ledger/machine-ledger.ts
var ledgerPath = "/proc/qdt-ledger";
var maxTextChars2 = 3500;
var MachineLedger = class {
  #modules;
  #answer;
  /** @param modules as the kernel names them */
  constructor(modules) {
    this.#modules = modules;
  }
  /** Before the first stage. @throws AgentLost */
  async watch(session) {
    const answers = await Promise.all(this.#watchTexts().map((text3) => ask3(session, text3)));
    this.#answer = answers.find((answer) => "refusal" in answer);
  }
  /** When all stages are done: shows what is left. @throws AgentLost */
  async report(session) {
    if (this.#answer !== void 0) return;
    this.#answer = await ask3(session, "report");
  }
  /** What the modules left behind, as it was told to us, and not only to the console. Each is a report. */
  leaks() {
    return this.#answer === void 0 || "refusal" in this.#answer ? [] : this.#answer.leaks;
  }
  /** What a reader of the findings must know. */
  notes() {
    const answer = this.#answer;
    if (answer === void 0) return [];
    if ("refusal" in answer) return [`what the modules left behind is not known: the ledger: ${answer.refusal}`];
    return [
      ...answer.lost === 0 ? [] : [`the ledger was full: ${answer.lost} acquisitions were not recorded`],
      ...answer.refused === 0 ? [] : [`the ledger does not watch ${answer.refused} calls: there are too many, or they are too far away`]
    ];
  }
  #watchTexts() {
    const texts = [];
    for (const name of this.#modules) {
      const last = texts.at(-1);
      if (last === void 0 || last.length + name.length >= maxTextChars2) texts.push(`watch ${name}`);
      else texts[texts.length - 1] = `${last} ${name}`;
    }
    return texts;
  }
};
async function ask3(session, text3) {
  try {
    return parseLedgerAnswer(await session.tell(ledgerPath, text3));
  } catch (error) {
    if (!(error instanceof AgentRefusal)) throw error;
    return { refusal: error.message.slice(0, 300) };
  }
}

// src/run/devices/await-devices.ts
import { dirname as dirname9 } from "node:path";
var patienceMs = 1e4;
var faultyPatienceMs = 2e3;
async function awaitDevices(devices, awaiting) {
  for (const device2 of devices) await awaitDevice(device2, awaiting);
}
async function awaitDevice(device2, awaiting) {
  const { sign, model, clients = [] } = device2;
  if (sign === void 0) return;
  const isFaulty = model !== void 0 && awaiting.faulty.has(model);
  const waitMs = isFaulty ? faultyPatienceMs : patienceMs;
  const paths = await signPaths(sign, awaiting.monitor);
  if (paths === void 0) throw new AgentRefusal(`QEMU does not list ${sign.pciDevice} among its PCI devices`);
  try {
    await awaiting.session.ask(`found ${waitMs} ${paths.join(" ")}`);
  } catch (error) {
    if (!(error instanceof AgentRefusal)) throw error;
    if (isFaulty) return;
    throw new AgentRefusal(
      `device ${model ?? device2.driver}: expected that the guest finds it within ${waitMs / 1e3} s, found nothing at ${paths.join(" or ")}. console.log has what the kernel says of it, timeline.jsonl what its model did.`,
      { cause: error }
    );
  }
  if (device2.registersAt !== void 0) await switchOn(device2.registersAt, paths, awaiting.session);
  for (const client of clients) await tellClient(client, paths, awaiting.session);
}
async function switchOn(address, [path = ""], session) {
  try {
    await session.ask(`switch-on 0x${address.toString(16)} ${dirname9(path)}`);
  } catch (error) {
    if (!(error instanceof AgentRefusal)) throw error;
    throw new AgentRefusal(`the devices of the device tree were not switched on: ${error.message}`, { cause: error });
  }
}
async function tellClient({ model, type, address }, adapters, session) {
  try {
    await session.ask(`i2c-new ${type} 0x${address.toString(16)} ${adapters.join(" ")}`);
  } catch (error) {
    if (!(error instanceof AgentRefusal)) throw error;
    throw new AgentRefusal(
      `device ${model}: expected that the guest's kernel takes it as ${type}, but ${error.message}. console.log has what the kernel says of it.`,
      { cause: error }
    );
  }
}

// src/run/devices/own-devices.ts
function attachedTo({ arch }, devices) {
  const isLate = ({ isSerialPort }) => arch.guest.portsTakeConsole && isSerialPort === true;
  return { first: devices.filter((device2) => !isLate(device2)), later: devices.filter(isLate) };
}
function ownDevices({ first, later }, hasSlots2) {
  let slots2 = 0;
  const args = first.flatMap(
    (device2) => deviceArguments(device2, hasSlots2 && device2.place === "slot" ? slotId(slots2++) : void 0)
  );
  return { slots: hasSlots2 ? slots2 + later.length : 0, args };
}

// src/run/devices/plug-devices.ts
var runLimitMs = 3e4;
var pollMs4 = 2;
async function plugDevices({ machine, devices, hasSlots: hasSlots2, slotsTaken = 0, announces, faulty }, session) {
  if (devices.length === 0) return;
  const monitor = await machine.monitor;
  await whenRunning(monitor);
  let functions = 0;
  for (const device2 of devices) {
    const isFunction = typeof device2 === "string" || device2.place === "slot";
    const slot2 = isFunction && hasSlots2 ? slotId(slotsTaken + functions) : void 0;
    const complaint = await plugOne(monitor, device2, slot2);
    if (complaint !== void 0) throw new AgentRefusal(`device ${nameOf2(device2)} could not be plugged: ${complaint}`);
    if (isFunction && !announces) await session.ask("tune /sys/bus/pci/rescan=1");
    if (isFunction) await session.ask(`devices ${++functions}`);
    if (typeof device2 !== "string") await awaitDevice(device2, { monitor, session, faulty });
  }
}
async function plugOne(monitor, device2, slot2) {
  if (typeof device2 !== "string") return await complaintOf(() => plugAttached(monitor, device2, slot2));
  return await (device2.startsWith("{") ? plugJson : plugText)(monitor, device2, slot2);
}
function nameOf2(device2) {
  if (typeof device2 !== "string") return device2.model ?? `${device2.driver} for device models`;
  const id = device2.startsWith("{") ? asObject(parseJson2(device2))?.["id"] : void 0;
  return typeof id === "string" ? id : device2;
}
function parseJson2(text3) {
  try {
    return JSON.parse(text3);
  } catch {
    return void 0;
  }
}
async function plugText(monitor, device2, slot2) {
  const place = slot2 !== void 0 && !/(^|,)bus=/.test(device2) ? `,bus=${slot2}` : "";
  const complaint = await monitor.execute("human-monitor-command", { "command-line": `device_add ${device2}${place}` });
  return typeof complaint === "string" && complaint.trim() !== "" ? complaint.trim() : void 0;
}
async function plugJson(monitor, device2, slot2) {
  return await complaintOf(async () => {
    const properties = asObject(parseExactJson(device2));
    if (properties === void 0) throw new SyntaxError("expected a JSON object");
    await monitor.execute("device_add", { ...slot2 === void 0 ? {} : { bus: slot2 }, ...properties });
  });
}
async function complaintOf(plug) {
  try {
    await plug();
    return void 0;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof QmpError && error.phase === "execute") return error.message;
    throw error;
  }
}
async function whenRunning(monitor) {
  const startedMs = performance.now();
  while (asObject(await monitor.execute("query-status"))?.["status"] !== "running") {
    if (performance.now() - startedMs > runLimitMs)
      throw new AgentRefusal(`the machine did not run within ${runLimitMs / 1e3} s`);
    await pause(pollMs4);
  }
}

// src/run/start-machine.ts
async function startMachine(job, { folder: folder2, directory, models }, onEvent) {
  const outputPath = evidencePaths(directory).qemuLogPath;
  if (job.clone?.forks !== void 0)
    return machineOfQemu(await job.clone.forks.copy({ outputPath, folder: folder2 }), "has-greeted", onEvent);
  return launchMachine({
    spec: {
      ...withModels(job, models),
      ...originOf2(job),
      sharedFolder: job.folderTransport === "9p" ? folder2 : void 0
    },
    qemu: job.qemu,
    outputPath,
    ...onEvent === void 0 ? {} : { onEvent }
  });
}
function withModels({ machine, clone }, models) {
  if (models === void 0 || clone !== void 0) return machine;
  return { ...machine, ownDevices: ownDevices(attachedTo(machine, models.attached), slotsOf(machine)) };
}
function slotsOf(machine) {
  return hasSlots(machine, mergeUserArguments(machine.userArgs));
}
function originOf2({ clone, qemu }) {
  if (clone === void 0) return {};
  return { origin: originOfClone(clone.template, qemu) };
}
function rootOf({ diskImage }) {
  if (diskImage === void 0) return "builtin";
  return diskImage.startsItself === true ? "image" : "disk";
}
function openSession(machine, { clone }, onMessage) {
  return new AgentSession(machine.channel("control"), secretToken(), {
    readyRelease: clone?.template.release,
    ...onMessage === void 0 ? {} : { onMessage }
  });
}
function scriptFor(job, machine, place, wanted) {
  const { planned, machine: spec, clone } = job;
  const { models } = place;
  return {
    ...wanted,
    root: rootOf(spec),
    ...planned.imageInit?.machineId === "own" ? { machineId: secretToken() } : {},
    transport: transportFor(job, machine, place),
    ...clone === void 0 ? models && { awaitDevices: (session) => awaitAttached(machine, spec, models, session) } : { resumeStep: resumeStepOf(clone, machine, { spec, models }) }
  };
}
function resumeStepOf(clone, machine, { spec, models }) {
  const devices = [...clone.devices, ...models?.attached ?? []];
  const plugging = {
    machine,
    hasSlots: clone.hasSlots,
    announces: spec.announces !== false,
    devices,
    faulty: models?.faulty ?? /* @__PURE__ */ new Set()
  };
  return {
    seed: secretToken(),
    restore: () => clone.forks === void 0 ? restoreMachine(machine, clone.template.state) : goOn(machine),
    ...devices.length === 0 ? {} : { plug: (session) => plugDevices(plugging, session) }
  };
}
async function goOn(machine) {
  await (await machine.monitor).execute("cont");
}
function transportFor({ machine: spec, folderTransport }, machine, { folder: folder2, folderSize }) {
  const files = machine.channel("files");
  if (folderTransport === "tar") return tarFolder({ folder: folder2, files, limits: artifactLimits });
  return rootOf(spec) === "builtin" && isSmall(folderSize) ? sentFolder({ folder: folder2, files }) : sharedFolder;
}
async function awaitAttached(machine, spec, models, session) {
  const { first, later } = attachedTo(spec, models.attached);
  const signed = first.filter(({ sign }) => sign !== void 0);
  const { faulty } = models;
  if (signed.length > 0) await awaitDevices(signed, { monitor: await machine.monitor, session, faulty });
  const slotsTaken = first.filter(({ place }) => place === "slot").length;
  const plugging = { machine, devices: later, hasSlots: slotsOf(spec), slotsTaken, faulty };
  await plugDevices({ ...plugging, announces: spec.announces !== false }, session);
}

// src/run/watch/bug-watch.ts
var ConsoleMemory = class {
  #maxChars;
  #lines = [];
  #chars = 0;
  constructor(maxChars3) {
    this.#maxChars = maxChars3;
  }
  hear(line) {
    const kept2 = line.slice(0, this.#maxChars);
    this.#lines.push(kept2);
    this.#chars += kept2.length + 1;
    if (this.#chars > 2 * this.#maxChars) this.#forget();
  }
  get text() {
    this.#forget();
    return this.#lines.join("\n");
  }
  #forget() {
    let first = 0;
    while (this.#chars > this.#maxChars) this.#chars -= (this.#lines[first++]?.length ?? 0) + 1;
    if (first > 0) this.#lines = this.#lines.slice(first);
  }
};
var pollMs5 = 25;
var lastLine = "---[ end trace ";
function watchForBug({ planned, limits: limits2, bugsIn = linesAsBug }) {
  const memory2 = new ConsoleMemory(bounds.bugReport.chars);
  const seen = deferred();
  const unexpected = deferred();
  let told;
  let lastHeardMs = performance.now();
  let hasLastLine = false;
  let isStopped = false;
  function isComplete(sinceMs) {
    const { bugQuietMs, bugMostMs, openBugQuietMs, openBugMostMs } = limits2;
    const [quietMs, mostMs] = hasLastLine ? [bugQuietMs, bugMostMs] : [openBugQuietMs, openBugMostMs];
    return performance.now() - sinceMs >= mostMs || performance.now() - lastHeardMs >= quietMs;
  }
  async function waitItOut(line) {
    const sinceMs = performance.now();
    while (!isComplete(sinceMs)) await pause(pollMs5);
    if (!isStopped && !isExpected(planned, bugsIn(memory2.text))) unexpected.resolve(line);
  }
  return {
    seen: seen.promise,
    unexpected: unexpected.promise,
    hear: (bytes) => {
      if (isStopped) return;
      const line = bytes.toString("latin1");
      memory2.hear(line);
      lastHeardMs = performance.now();
      hasLastLine ||= told !== void 0 && line.includes(lastLine);
      if (told !== void 0 || !killsTask(line)) return;
      told = inOneLine2(line);
      if (planned.test.expectation.kind === "crash") seen.resolve(void 0);
      if (goesOn(planned)) return;
      waitItOut(told).catch(
        (error) => unexpected.reject(error instanceof Error ? error : new Error(String(error)))
      );
    },
    [Symbol.dispose]: () => {
      isStopped = true;
    }
  };
}
function killsTask(line) {
  return line.includes(" [#") && dieCounter.test(line);
}
var dieCounter = /(?:: [\da-f]{1,16}|\bOops(?: - [\w ]{1,40})?|ilc:\d|sig: \d{1,3}) \[#\d{1,6}\]/;
function goesOn({ test }) {
  return test.afterBug === "continue" || test.expectation.kind === "crash";
}
function isExpected({ suite, test }, bugs) {
  const today = now().toISOString().slice(0, 10);
  const patterns = [...suite.expectConsole, ...test.expectConsole].filter(({ until: until2 }) => until2 === void 0 || until2 >= today).map(({ pattern }) => pattern);
  const { titles, matchMs } = bounds.bugReport;
  const matches = matchEach(
    patterns,
    bugs.slice(0, titles).map(({ texts }) => texts),
    matchMs
  );
  if (matches === void 0) return true;
  return bugs.length > 0 && matches.every(Boolean);
}
var linesAsBug = (text3) => [{ texts: text3.split("\n").map((line) => line.replace(stamp2, "")) }];
var stamp2 = /^\[[^\]]{1,40}\](?:\[[^\]]{1,20}\])? /;
var shownChars2 = 200;
function inOneLine2(line) {
  return line.replace(stamp2, "").replaceAll(/[^\x20-\x7e]+/g, " ").trim().slice(0, shownChars2);
}

// src/run/run-test.ts
async function runTest(job, ports2) {
  const unstarted2 = (ending) => unstartedRecord(relative8(job.resultsDirectory, job.directory), ending);
  const calls = job.calls && openCalls(job.calls);
  if (calls !== void 0 && "problem" in calls)
    return unstarted2({ kind: "not-started", cause: { kind: "no-calls", detail: calls.problem } });
  try {
    const scratch = createOwnScratch();
    let left;
    const ledger = job.ledger && new MachineLedger(job.ledger);
    const record = await runInScratch(job, { ...ports2, calls, ledger }, scratch.path).finally(async () => {
      left = await scratch.remove();
    });
    return left === void 0 ? record : { ...record, notes: [...record.notes, left] };
  } catch (error) {
    if (error instanceof ModelNotAttached) return unstarted2(endingWithoutModels(error.why));
    if (!isSystemError(error) && !(error instanceof CannotCopy)) throw error;
    return unstarted2({ kind: "host-failed", detail: error.message });
  }
}
async function runInScratch(job, ports2, scratch) {
  var _stack = [];
  try {
    const models = __using(_stack, job.models && await MachineModels.attach(job.models, { sockets: scratch, directory: job.directory, signal: ports2.signal }));
    return await runOnMachine(job, { ...ports2, scratch, models });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function endingWithoutModels(why) {
  switch (why.kind) {
    case "model":
      return { kind: "not-started", cause: { kind: "model-failed", detail: why.detail } };
    case "host":
      return { kind: "host-failed", detail: `a device model could not be started: ${why.detail}` };
    case "cancelled":
      return { kind: "cancelled" };
  }
}
async function runOnMachine(job, { scratch, models, calls, ledger, ...ports2 }) {
  var _stack = [];
  try {
    const { tripwire, signal, limits: limits2 = watchLimits, disk: disk3 = diskLimits, onPhase = () => void 0, bugsIn } = ports2;
    const folder2 = join61(scratch, "folder");
    const folderSize = await fillFolder(folder2, job.planned, job.modules);
    const place = { scratch, folder: folder2, folderSize, directory: job.directory, models };
    onPhase({ kind: "folder-filled" });
    const startedAt = now();
    const launchedMs = performance.now();
    const recorder = recordTimeline({ isCopy: job.clone?.forks !== void 0 });
    const machine = __using(_stack, await launchFor(job, place, { recorder, onPhase }));
    const coverage = coverageOf2(job, machine, scratch);
    const bugs = __using(_stack, watchForBug({ planned: job.planned, limits: limits2, bugsIn }));
    const onConsoleLine = hearAll({ recorder, calls, bugs, coverage });
    const mark = secretToken();
    const evidence = __using(_stack, collectEvidence(machine, { directory: job.directory, tripwire, onConsoleLine, mark }));
    const onDisk = __using(_stack, watchDisk({ folder: folder2, qemuLog: evidence.qemuLogPath }, disk3));
    connectHardware(machine, { job, scratch, models: models?.port, calls, listener: recorder.hwRequest });
    const session = openSession(machine, job, (message) => {
      recorder.agentMessage(message);
      onPhase({ kind: "agent", message });
    });
    const traces = [];
    const script = scriptFor(job, machine, place, { ...stagesWanted(job, mark), calls, ledger });
    const watched = await watchMachine({
      ...watchSettings(job, { limits: limits2, signal, models }),
      machine,
      session,
      evidence,
      exceeded: onDisk.exceeded,
      bugs,
      nameCode: ports2.nameCode,
      ...coverage === void 0 ? {} : { lastLook: coverage },
      converse: (listener) => converse(session, script, traces, listener)
    });
    const durationMs = performance.now() - launchedMs;
    onPhase({ kind: "gone" });
    recorder.timeline.add("machine", "the machine is gone");
    const told = await askDevices(recorder, { models, calls, ...ports2 }, watched.firstStageMs !== void 0);
    for (const { name } of traces) evidence.stageRan(name);
    return await keepRecord(job, {
      startedAt,
      launchedMs,
      durationMs,
      isHeard: session.isHeard,
      watched,
      traces,
      evidence,
      folder: folder2,
      devices: told,
      models,
      helperNotes: [calls, ledger].flatMap((helper) => helper?.notes() ?? []),
      leaks: ledger?.leaks() ?? [],
      timeline: recorder.timeline,
      coverage: coverage?.evidence()
    });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function askDevices({ timeline }, { models, calls, locateCalls }, hadStages) {
  const devices = await models?.finish(timeline, hadStages) ?? [];
  const modules = calls === void 0 ? [] : await recordCalls(calls, timeline, locateCalls);
  return [...devices, ...modules];
}
function hearAll({ recorder, calls, bugs, coverage }) {
  return (line) => {
    recorder.consoleLine(line);
    calls?.hear(line.subarray(0, maxCallLine).toString("latin1"), monotonicUs());
    bugs.hear(line);
    coverage?.hear(line);
  };
}
function coverageOf2({ coverage: read, clone }, machine, scratch) {
  if (read === void 0) return void 0;
  const listener = listenForPlace();
  let evidence;
  keepMemoryAtEnd(machine).catch(machine.fail);
  return {
    hear: listener.hear,
    halted: whenHalted2(machine),
    look: async () => {
      const place = clone === void 0 ? listener.place() : clone.template.coverageAt;
      evidence = await readCoverage(machine, place, { scratch, read });
    },
    evidence: () => evidence
  };
}
var maxCallLine = 600;
function stagesWanted({ planned, machine }, mark) {
  const { kernel: kernel2 } = planned.cell;
  return {
    stages: stagesOf(planned).map(({ name }) => name),
    environment: stageEnvironment(planned),
    settings: settingsAfterBoot(planned.timeoutMs, mergeUserArguments(machine.userArgs).kernelParameters),
    scansForLeaks: kernel2.kind === "source" && kernel2.flavours.includes("kmemleak"),
    end: planned.test.shutdown === "run" ? { kind: "power-off" } : { kind: "rest", mark }
  };
}
function watchSettings(job, { limits: limits2, signal, models }) {
  return {
    bootDeadlineMs: job.bootDeadlineMs,
    imageStarts: job.machine.diskImage?.startsItself === true,
    timeoutMs: job.planned.timeoutMs,
    limits: limits2,
    signal,
    modelBroken: models?.broken,
    ...job.memoryDump === true ? { dumpDirectory: join61(job.directory, "postmortem") } : {}
  };
}
async function launchFor(job, place, { recorder, onPhase }) {
  const machine = await startMachine(job, place, (event) => {
    recorder.monitorEvent(event);
    onPhase({ kind: "event", name: event.name });
  });
  onPhase({ kind: "launched", pid: machine.pid });
  machine.monitor.then(
    () => onPhase({ kind: "monitor-ready" }),
    () => void 0
  ).catch(machine.fail);
  return machine;
}

// src/binary/find-code.ts
var unitBytes = 2;
var leastUnits = 24;
var differingShare = 0.1;
function findCode(sections, window) {
  let best;
  let isAlone = true;
  for (const section of sections)
    for (let position = 0; position < section.bytes.length; position += unitBytes) {
      const score = likeness(section, position, window);
      if (score === void 0 || best !== void 0 && score < best.score) continue;
      isAlone = best === void 0 || score > best.score;
      best = { section, position, score };
    }
  return best === void 0 || !isAlone ? void 0 : symbolAt(best.section, best.position);
}
function likeness({ bytes, changed }, position, window) {
  const shift = position - window.at;
  const from2 = Math.max(0, -shift);
  const end = Math.min(window.bytes.length, bytes.length - shift) - unitBytes;
  const most = Math.floor((end - from2) / unitBytes * differingShare);
  let equal = 0;
  let differing = 0;
  for (let at = from2 + from2 % unitBytes; at <= end; at += unitBytes) {
    if (changed[at + shift] !== 0 || changed[at + shift + 1] !== 0) continue;
    if (bytes.readUInt16LE(at + shift) === window.bytes.readUInt16LE(at)) equal += 1;
    else if (++differing > most) return void 0;
  }
  return equal < leastUnits ? void 0 : equal - differing;
}
function symbolAt({ symbols, bytes }, position) {
  const symbol = symbols.findLast(({ value }) => value <= BigInt(position));
  if (symbol === void 0) return void 0;
  const next = symbols.find(({ value }) => value > symbol.value);
  const begin = Number(symbol.value);
  return {
    symbol: symbol.name,
    offset: position - begin,
    spanBytes: Number(next?.value ?? BigInt(bytes.length)) - begin
  };
}

// src/binary/module-code.ts
var executable3 = 4;
var maxCodeBytes = 64 * 1024 ** 2;
var rewriting = /^(?:__patchable_function_entries|__mcount_loc|\.altinstructions|\.alternative|__jump_table)$/;
var rewrittenBytes = { arm64: 16, others: 8 };
function readModuleCode(read) {
  const file2 = readElfFile(read);
  if (file2 === void 0) return [];
  const code = file2.sections.filter(({ flags, sizeBytes }) => (flags & executable3) !== 0 && sizeBytes <= maxCodeBytes);
  const symbols = readElfSymbols(read, file2).filter(({ isCode }) => isCode);
  const relocations = readRelocations(read, file2, (section) => code.includes(section) || rewriting.test(section.name));
  return code.map((section) => {
    const bytes = sectionContent(read, section);
    return {
      bytes,
      changed: changedBytes(section, { file: file2, relocations, length: bytes.length }),
      symbols: symbols.filter((symbol) => symbol.section === section.index).sort((one, other) => Number(one.value - other.value))
    };
  });
}
function changedBytes(section, { file: file2, relocations, length }) {
  const changed = new Uint8Array(length);
  const rewritten = file2.header.machine === arm642 ? rewrittenBytes.arm64 : rewrittenBytes.others;
  for (const relocation of relocations) {
    const { inSection, offset, symbolSection, symbolValue, addend, type } = relocation;
    if (inSection === section.index) changed.fill(1, offset, offset + completedBytes(file2, type));
    else if (symbolSection === section.index && rewriting.test(file2.sections[inSection]?.name ?? ""))
      changed.fill(1, symbolValue + addend, symbolValue + addend + rewritten);
  }
  return changed;
}
var arm642 = 183;
var riscv = 243;
var pairs = /* @__PURE__ */ new Set([18, 19]);
var halves = /* @__PURE__ */ new Set([44, 45]);
function completedBytes({ header: header2 }, type) {
  if (header2.machine !== riscv) return 4;
  return pairs.has(type) ? 8 : halves.has(type) ? 2 : 4;
}

// src/symbols/name-code.ts
function nameCode(windows, modules) {
  const codes = [...modules].map(([name, path]) => ({ name, sections: sectionsOf(path) }));
  return windows.map((window) => {
    const found = codes.flatMap(({ name, sections }) => {
      const place = findCode(sections, window);
      return place === void 0 ? [] : [`${place.symbol}+${hex2(place.offset)}/${hex2(place.spanBytes)} [${name}]`];
    });
    return found.length === 1 ? found[0] : void 0;
  });
}
function sectionsOf(path) {
  var _stack = [];
  try {
    const file2 = __using(_stack, openForReading(path));
    return readModuleCode(file2.read);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function hex2(value) {
  return `0x${value.toString(16)}`;
}

// src/engine/run-clone.ts
import { dirname as dirname10, join as join64 } from "node:path";

// src/host/process/process-copies.ts
import { constants } from "node:os";
import { join as join62 } from "node:path";
var NotCopied = class extends Error {
  name = "NotCopied";
};
var greeting2 = "fork-server 1";
var maxLineBytes = 2048;
var defaultAnswerMs = 2e4;
var ProcessCopies = class _ProcessCopies {
  #options;
  #listener;
  #greeted = deferred();
  /** The copies that have not ended, by their process. */
  #running = /* @__PURE__ */ new Map();
  #request;
  #turn = Promise.resolve();
  /** Why no more copies are made. */
  #refusal;
  #lost;
  constructor(options2, listen) {
    this.#options = options2;
    this.#listener = listen((channel) => this.#take(channel));
    const { control } = options2;
    splitLines(control, { maxLength: maxLineBytes, onLine: (line) => this.#hear(line.toString("latin1")) });
    control.on("error", () => void 0);
    control.on("close", () => this.#lose(new NotCopied("the process is gone")));
  }
  /** @throws SystemError when the directory's path is too long for a socket (107 bytes) */
  static async of(options2) {
    let onConnection = () => void 0;
    const listener = await listenLocal(join62(options2.directory, "f"), (channel) => onConnection(channel));
    return new _ProcessCopies(options2, (take) => {
      onConnection = take;
      return listener;
    });
  }
  /** Resolves when the process has loaded its fork server. @throws NotCopied when it is gone before */
  get loaded() {
    return this.#greeted.promise;
  }
  /** The process makes no more copies, and those that it has made are dead. */
  get isLost() {
    return this.#lost !== void 0;
  }
  /**
   * Prepares the process, as it is now, for copies. `folder`: a directory that it has open and that each copy has its
   * own of. @throws NotCopied when copies would share something that must not be shared
   */
  async survey(folder2) {
    await this.#inTurn(["survey", String(this.#options.channelCount), folder2 ?? ""], () => void 0);
  }
  /** @throws NotCopied */
  async copy({ outputPath, folder: folder2 }) {
    const words2 = ["fork", this.#listener.path, outputPath, folder2 ?? ""];
    return await this.#inTurn(words2, async (copy, { channels: channels2, connected }) => {
      if (copy === void 0) throw this.#lose(new NotCopied("its fork server answered something else"));
      await this.#promptly(connected);
      const { pid, exited } = copy;
      return {
        pid,
        channels: channels2,
        exited: exited.promise,
        outputEnded: Promise.resolve(),
        kill: () => this.#kill(pid)
      };
    });
  }
  /** One request at a time, so that it is known whose the channels are. */
  async #inTurn(words2, finish) {
    const mine = this.#turn.then(async () => {
      if (this.#refusal !== void 0) throw this.#refusal;
      const request = { answer: deferred(), copy: void 0, channels: [], connected: deferred() };
      this.#request = request;
      this.#options.control.write(words2.map((word2) => `${word2}\0`).join(""));
      return await finish(await this.#promptly(request.answer), request);
    });
    this.#turn = mine.catch(() => void 0);
    return await mine;
  }
  /** Whoever does not answer in time is not asked again. The copies that there are go on. */
  async #promptly({ promise }) {
    const { answerMs = defaultAnswerMs } = this.#options;
    const found = await withinTime(promise, answerMs);
    if (found !== "late") return found;
    this.#refusal ??= new NotCopied(`the process did not answer within ${answerMs / 1e3} s`);
    if (this.#request?.copy !== void 0) this.#kill(this.#request.copy.pid);
    throw this.#refusal;
  }
  /** What connects itself without being asked to is nobody's. */
  #take(channel) {
    channel.on("error", () => void 0);
    if (this.#request === void 0 || this.#request.channels.length === this.#options.channelCount) {
      channel.destroy();
      return;
    }
    const { channels: channels2, connected } = this.#request;
    channels2.push(channel);
    if (channels2.length === this.#options.channelCount) connected.resolve(void 0);
  }
  #hear(line) {
    const [word2 = "", ...rest] = line.split(" ");
    if (line === greeting2) this.#greeted.resolve(void 0);
    else if (word2 === "surveyed") this.#request?.answer.resolve(void 0);
    else if (word2 === "forked") this.#begin(Number(rest[0]));
    else if (word2 === "refused") this.#refuse(new NotCopied(rest.join(" ")));
    else if (word2 === "ended") this.#end(Number(rest[0]), Number(rest[1]));
    else this.#lose(new NotCopied(`its fork server said: ${line.slice(0, 200)}`));
  }
  /** What could not be done once is not tried again. */
  #refuse(reason) {
    this.#refusal ??= reason;
    this.#request?.answer.reject(reason);
  }
  #begin(pid) {
    const copy = { pid, exited: deferred() };
    this.#running.set(pid, copy);
    if (this.#request === void 0) return;
    this.#request.copy = copy;
    this.#request.answer.resolve(copy);
  }
  #end(pid, status) {
    const copy = this.#running.get(pid);
    this.#running.delete(pid);
    copy?.exited.resolve(exitOf(status));
    if (this.#request?.copy === copy) this.#request?.connected.reject(new NotCopied("the copy ended at once"));
  }
  #kill(pid) {
    if (this.#running.has(pid)) killProcess(pid);
  }
  /** The first reason counts. The copies are dead with the process, or are killed now. */
  #lose(reason) {
    if (this.#lost !== void 0) return this.#lost;
    this.#lost = reason;
    this.#refusal ??= reason;
    this.#greeted.reject(reason);
    this.#request?.answer.reject(reason);
    this.#request?.connected.reject(reason);
    for (const { pid, exited } of this.#running.values()) {
      killProcess(pid);
      exited.resolve({ kind: "signalled", signal: "SIGKILL" });
    }
    this.#running.clear();
    return reason;
  }
  [Symbol.dispose]() {
    this.#listener[Symbol.dispose]();
  }
};
function killProcess(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch (cause) {
    if (cause.code !== "ESRCH") throw cause;
  }
}
function exitOf(status) {
  const signal = status & 127;
  if (signal === 0) return { kind: "exited", exitCode: status >> 8 & 255 };
  const [name] = Object.entries(constants.signals).find(([, number2]) => number2 === signal) ?? [`signal ${signal}`];
  return { kind: "signalled", signal: name };
}

// src/engine/test-job.ts
import { join as join63 } from "node:path";

// src/calls/cannot-fail.ts
var harmless = `
  kfree kfree_sensitive kvfree kvfree_call_rcu kfree_call_rcu vfree kmem_cache_free kmem_cache_destroy devm_kfree
  __free_pages free_pages free_pages_exact free_percpu mempool_free mempool_destroy memset memcpy memmove memcmp memchr
  memchr_inv memscan strlen strnlen strcmp strncmp strcpy strncpy strscpy sized_strscpy strlcpy strcat strncat strchr
  strrchr strstr strsep strim skip_spaces sprintf snprintf scnprintf vsnprintf vscnprintf sscanf sysfs_emit
  sysfs_emit_at simple_strtoul simple_strtol hex_dump_to_buffer print_hex_dump printk _printk _dev_info _dev_warn
  _dev_err _dev_notice _dev_printk dev_printk dev_err_probe dev_driver_string netdev_info netdev_warn netdev_err
  dump_stack panic warn_slowpath_fmt __warn_printk __warn_flushed refcount_warn_saturate fortify_panic __fortify_panic
  jiffies jiffies_64 system_wq system_highpri_wq system_long_wq system_unbound_wq system_percpu_wq system_dfl_wq
  param_ops_int param_ops_uint param_ops_bool param_ops_charp param_ops_ulong param_ops_long param_ops_ushort
  param_ops_byte param_ops_short param_ops_string param_array_ops init_task current_task pcpu_hot const_pcpu_hot
  this_cpu_off cpu_number nr_cpu_ids __cpu_possible_mask __cpu_online_mask __cpu_present_mask cpu_info boot_cpu_data
  page_offset_base vmemmap_base phys_base kmalloc_caches random_kmalloc_seed physical_mask zero_pfn empty_zero_page
  const_current_task cpu_current_top_of_stack __per_cpu_offset loops_per_jiffy iomem_resource ioport_resource
  mutex_lock mutex_unlock mutex_is_locked __mutex_init mutex_lock_nested down up down_read up_read down_write up_write
  _raw_spin_lock _raw_spin_unlock _raw_spin_lock_irq _raw_spin_unlock_irq _raw_spin_lock_irqsave
  _raw_spin_unlock_irqrestore _raw_spin_lock_bh _raw_spin_unlock_bh __raw_spin_lock_init __rwlock_init
  queued_spin_lock_slowpath complete complete_all init_completion wait_for_completion init_wait_entry finish_wait
  __init_waitqueue_head __init_swait_queue_head __wake_up add_wait_queue remove_wait_queue prepare_to_wait
  default_wake_function autoremove_wake_function schedule msleep usleep_range usleep_range_state __udelay __ndelay
  __const_udelay ktime_get ktime_get_real_ts64 ktime_get_with_offset ktime_get_ts64 get_random_bytes get_random_u32
  init_timer_key add_timer mod_timer del_timer del_timer_sync timer_delete timer_delete_sync timer_shutdown_sync
  hrtimer_init hrtimer_setup hrtimer_start_range_ns hrtimer_cancel hrtimer_forward delayed_work_timer_fn
  __init_work cancel_work_sync cancel_delayed_work cancel_delayed_work_sync flush_work flush_delayed_work
  __flush_workqueue flush_workqueue destroy_workqueue drain_workqueue kthread_should_stop wake_up_process
  free_irq devm_free_irq enable_irq disable_irq disable_irq_nosync synchronize_irq tasklet_init tasklet_setup
  __tasklet_schedule tasklet_kill iounmap devm_iounmap pci_iounmap __release_region release_resource memunmap
  ioread8 ioread16 ioread32 ioread64 iowrite8 iowrite16 iowrite32 iowrite64 ioread32_rep iowrite32_rep
  pci_disable_device pci_release_regions pci_release_region pci_set_master pci_clear_master pci_free_irq_vectors
  pci_disable_msi pci_disable_msix pci_unregister_driver pci_restore_state pci_dev_put pci_dev_get pci_intx
  dma_free_attrs dmam_free_coherent dma_unmap_page_attrs dma_unmap_sg_attrs dma_sync_single_for_cpu
  dma_sync_single_for_device __dma_sync_single_for_cpu __dma_sync_single_for_device dma_pool_destroy dma_pool_free
  cdev_init cdev_del cdev_device_del cdev_set_parent unregister_chrdev_region __unregister_chrdev misc_deregister
  class_destroy class_unregister device_destroy device_unregister device_del device_initialize put_device get_device
  driver_unregister device_remove_file sysfs_remove_group sysfs_remove_file_ns kobject_put kobject_get debugfs_remove
  remove_proc_entry proc_remove seq_printf seq_puts seq_putc seq_write seq_read seq_lseek seq_release single_release
  noop_llseek no_llseek default_llseek generic_file_llseek ida_free ida_destroy idr_remove idr_destroy idr_find
  idr_get_next xa_destroy xa_erase xa_load platform_driver_unregister platform_device_unregister i2c_del_driver
  i2c_del_adapter usb_deregister usb_free_urb usb_kill_urb usb_free_coherent release_firmware module_put __module_get
  module_layout unregister_netdev free_netdev consume_skb kfree_skb_reason sk_skb_reason_drop skb_put skb_push skb_pull
  netif_carrier_on netif_carrier_off netif_tx_wake_queue netif_tx_stop_all_queues napi_schedule_prep __napi_schedule
  napi_complete_done napi_enable napi_disable eth_type_trans ether_setup del_gendisk put_disk kill_fasync
  capable fput fd_install eventfd_signal eventfd_ctx_put __check_object_size check_object_size copy_overflow
  __copy_overflow usercopy_abort __might_sleep __might_fault might_fault __might_resched __cond_resched
  synchronize_rcu call_rcu rcu_barrier __rcu_read_lock __rcu_read_unlock preempt_schedule preempt_schedule_notrace
  preempt_count_add preempt_count_sub local_bh_enable __local_bh_enable_ip sg_init_table sg_next sg_init_one
  sg_free_table __list_add_valid __list_del_entry_valid __list_add_valid_or_report __list_del_entry_valid_or_report
  kstrtoint kstrtouint kstrtoull kstrtoll kstrtobool kstrtou8 kstrtou16 ns_capable bpf_trace_run1
  validate_usercopy_range slab_build_skb iomem_get_mapping device_match_name bin2hex hex2bin
  __ubsan_handle_out_of_bounds clk_disable clk_unprepare clk_put regulator_put gpiod_put gpiod_set_value
  gpiod_set_value_cansleep pm_runtime_enable __pm_runtime_disable pm_runtime_no_callbacks of_node_put
`;
var beginnings = new RegExp(
  `^(?:${[
    "__fentry__|mcount|__x86_|__SCT__|__SCK__|__tracepoint_|__traceiter_|trace_|event_triggers|perf_|bpf_",
    "__asan_|__tsan_|__ubsan_|__kasan|__kcsan|__sanitizer|__stack_chk|__ref_stack|static_key_|__static_call",
    "__this_module|__this_cpu|__preempt_count|__sw_hweight|__list_|__stop_|__start_|_ctype|BUG_func",
    "rcu_|lockdep_|lock_|__bad_|__div|__mod|__ll|u64_to",
    "alt_cb_patch_|arm64_use_|arm64_const_caps|cpu_hwcaps|system_cpucaps"
  ].join("|")})`
);
var names = new Set(harmless.trim().split(/\s+/));
function cannotFail(symbol) {
  return names.has(symbol) || beginnings.test(symbol);
}

// src/calls/not-tried.ts
function notTried({ imports }, known3) {
  const symbols = new Set(known3.map(({ symbol }) => symbol));
  return [...imports].filter((name) => !symbols.has(name) && !cannotFail(name)).sort();
}

// src/engine/call-jobs.ts
function callsOf2(planned, { calls }) {
  const { suite, test } = planned;
  const modules = calls?.modules.get(suite);
  if (modules === void 0 || !asksForCalls(suite, test)) return {};
  const faults = callFaults(test).map(({ text: text3 }) => parseCallFault(text3));
  return { calls: { modules, functions: knownFunctions(suite), faults } };
}
function callResults({ calls }) {
  return [...calls?.modules ?? []].flatMap(([suite, modules]) => {
    const known3 = knownFunctions(suite);
    return modules.map((module) => ({
      suite: suite.name,
      module: module.name,
      canFail: known3.filter(({ symbol }) => module.imports.has(symbol)).map(({ symbol }) => symbol).sort(),
      notTried: notTried(module, known3)
    }));
  });
}
function missingCalls({ suite, test }, { calls }) {
  if (calls?.helper.kind !== "missing" || !asksForCalls(suite, test)) return void 0;
  return calls.helper.reason;
}

// src/engine/test-job.ts
function jobOf(attempt2, run, supplies, accelerator) {
  const { planned } = attempt2;
  return {
    planned,
    qemu: supplies.qemu,
    folderTransport: transportOf(supplies),
    modules: builtFiles(planned, supplies),
    memoryDump: run.choices.memoryDump,
    bootDeadlineMs: bootDeadlineMs(planned, accelerator),
    ...modelsOf(planned, { ...run.services, trees: supplies.trees }),
    ...callsOf2(planned, supplies),
    ...ledgerOf(planned, supplies),
    ...coverageOf3(planned, supplies),
    resultsDirectory: run.outDirectory,
    directory: join63(run.outDirectory, attemptDirectory(attempt2))
  };
}
function transportOf({ archive }) {
  return archive.hasVirtFs ? "9p" : "tar";
}
function coverageOf3({ suite }, { coverage }) {
  const own = coverage?.suites.get(suite);
  return own?.kind === "measured" ? { coverage: own.read } : {};
}
function modelsOf(planned, { modelPool, trees }) {
  const devices = machineDevices(planned, trees);
  return devices.length === 0 ? {} : { models: { devices, lend: (onOutput) => modelPool.lend({ onOutput }) } };
}

// src/engine/run-clone.ts
async function runAnyClone(attempt2, clone, ports2) {
  const { run, template } = clone;
  const forks = forksFor(attempt2, clone);
  const copied = forks === void 0 ? void 0 : await runCopied(attempt2, { ...clone, forks }, ports2);
  if (copied === void 0) return await runClone(attempt2, clone, ports2);
  if (copied.kind === "record") return copied.record;
  if (copied.isForAll) run.services.forks.lose(template, copied.reason);
  putAside(attempt2, run, true);
  return await runClone(attempt2, clone, ports2);
}
async function runCopied(attempt2, clone, ports2) {
  try {
    const record = await runClone(attempt2, clone, ports2);
    const isLost = clone.forks.isLost() && !saidByGuest.has(record.ending.kind);
    const isForAll = isLost || record.startMs === void 0 && isDead(record);
    if (clone.run.signal.aborted || !(isForAll || record.ending.kind === "qemu-exited"))
      return { kind: "record", record };
    return { kind: "useless", reason: describeEnding(record.ending), isForAll };
  } catch (error) {
    if (error instanceof NotCopied) return { kind: "useless", reason: error.message, isForAll: true };
    throw error;
  }
}
var saidByGuest = /* @__PURE__ */ new Set([
  "completed",
  "guest-shutdown",
  "guest-reset",
  "guest-panicked"
]);
function forksFor(attempt2, { run, boots, supplies, start, template, accelerator }) {
  const { kernel: kernel2 } = attempt2.planned.cell;
  return run.services.forks.for({
    qemu: supplies.qemu,
    folderTransport: transportOf(supplies),
    machine: cloneMachine(start.template, supplies, accelerator),
    template,
    accelerator,
    findsLeaks: kernel2.kind === "source" && kernel2.flavours.includes("kmemleak"),
    testsLeft: boots.templateCache.testsLeft(start.template)
  });
}
function runClone(attempt2, { run, supplies, start, template, accelerator, forks }, ports2) {
  const machine = cloneMachine(start.template, supplies, accelerator);
  const clone = { ...cloneStart(start, template), ...forks === void 0 ? {} : { forks } };
  return runTest(
    { ...jobOf(attempt2, run, supplies, accelerator), machine, clone },
    { ...ports2, limits: cloneLimits(attempt2.planned), tripwire: createTripwire() }
  );
}
function cloneLimits({ bootTimeoutMs = 0 }) {
  return { ...watchLimits, restoreMs: Math.max(watchLimits.restoreMs, bootTimeoutMs / 6) };
}
function putAside(attempt2, { outDirectory }, isEvidence) {
  const directory = join64(outDirectory, attemptDirectory(attempt2));
  const kept2 = bootDirectory(outDirectory, attempt2.planned.cell, "dead-clone");
  if (isEvidence && kindOfFile(kept2) === "nothing" && kindOfFile(directory) === "directory") {
    makeDirectory(dirname10(kept2));
    movePath(directory, kept2);
  } else removeTree(directory);
}
function isDead({ isHeard, ending }) {
  return !isHeard && ending.kind !== "host-failed";
}

// src/engine/unstarted.ts
var buildOutputChars = 64 * 1024;
function stopped({ reason }) {
  return reason instanceof RunStopped ? { kind: "host-failed", detail: reason.message } : { kind: "cancelled" };
}
function unstarted(attempt2, context) {
  const record = unstartedRecordOf(attempt2, context);
  return record === void 0 ? void 0 : { record, startReason: "it was not started" };
}
function unstartedRecordOf(attempt2, { run, supplies, boots }) {
  const { planned } = attempt2;
  const directory = attemptDirectory(attempt2);
  const unmet = supplies.unmetConfigs.get(planned.suite);
  if (unmet !== void 0)
    return unstartedRecord(directory, { kind: "not-started", cause: { kind: "kernel-config", detail: unmet } });
  const failed2 = failedBuild2(planned, supplies);
  const noCalls = missingCalls(planned, supplies);
  if (failed2 !== void 0) return withoutModules(directory, failed2);
  if (noCalls !== void 0)
    return unstartedRecord(directory, { kind: "not-started", cause: { kind: "no-calls", detail: noCalls } });
  const noBus = missingBus(planned, supplies) ?? refusedTree(planned, supplies);
  if (noBus !== void 0)
    return unstartedRecord(directory, { kind: "not-started", cause: { kind: "no-bus", detail: noBus } });
  const noDisk = missingDisk(planned, supplies);
  if (noDisk !== void 0)
    return unstartedRecord(directory, { kind: "not-started", cause: { kind: "no-disk", detail: noDisk } });
  if (run.signal.aborted) return unstartedRecord(directory, stopped(run.signal));
  const boot = boots.of(planned.cell);
  if (boot?.outcome === "ok" || boots.isWaiting(planned.cell)) return void 0;
  if (boot?.internalError !== void 0)
    return unstartedRecord(directory, { kind: "internal-error", ...boot.internalError });
  const detail = boot?.failure === void 0 ? "it was not tried" : bootFailureInWords(boot.failure);
  const cause = { kind: "boot-failed", detail };
  return unstartedRecord(directory, { kind: "not-started", cause }, bootConsole(run.outDirectory, planned.cell));
}
function withoutModules(directory, { build, log }) {
  const first = build.said.messages.find(({ severity }) => severity === "error");
  const cause = {
    kind: "module-build",
    directory: build.directory,
    output: build.output.slice(-buildOutputChars),
    error: first === void 0 ? void 0 : compilerWords(first)
  };
  return unstartedRecord(directory, { kind: "not-started", cause }, { buildLogPath: log });
}
function withoutImage(attempt2, { ending, consolePath }) {
  const record = unstartedRecord(attemptDirectory(attempt2), ending, { consolePath });
  return { record, startReason: "it was not started: the saved machine did not come up" };
}

// src/engine/run-planned.ts
async function runPlanned(attempt2, context) {
  try {
    return unstarted(attempt2, context) ?? await runTrusting(attempt2, context);
  } finally {
    if (context.start.kind === "clone") await context.boots.templateCache.release(context.start.template);
  }
}
async function runTrusting(attempt2, context) {
  const { run, boots } = context;
  const { cell } = attempt2.planned;
  const isTrusting = boots.isWaiting(cell);
  const started = await runStarted(attempt2, context);
  if (!isTrusting || run.signal.aborted || !await isDoubtful(started.record, run)) return started;
  await boots.ask(cell);
  if (!isUndone(started.record)) return started;
  putAside(attempt2, run, false);
  return unstarted(attempt2, context) ?? await runStarted(attempt2, context);
}
async function isDoubtful(record, { services, outDirectory }) {
  const { consolePath } = record;
  if (isUndone(record)) return true;
  if (consolePath === void 0 || kindOfFile(join65(outDirectory, consolePath)) !== "file") return false;
  return (await services.judge.findBugs({ resultsDirectory: outDirectory, consolePath })).length > 0;
}
function isUndone({ startMs, isHeard, ending }) {
  if (startMs !== void 0) return false;
  return ending.kind === "after-bug" || !isHeard && !explained.has(ending.kind);
}
var explained = /* @__PURE__ */ new Set(["image-failed", "not-started", "host-failed", "over-limit"]);
async function runStarted(attempt2, context) {
  const { run, start, boots } = context;
  const ports2 = portsOf(attempt2, context);
  const cold = (startReason) => runColdOnAny(attempt2, context, startReason);
  if (start.kind === "cold") return await cold(start.reason);
  const cached = await boots.templateCache.take(start.template);
  if (cached.kind === "none" && cached.imageFailure !== void 0) return withoutImage(attempt2, cached.imageFailure);
  if (cached.kind === "none") {
    if (boots.isWaiting(attempt2.planned.cell)) await boots.ask(attempt2.planned.cell);
    return unstarted(attempt2, context) ?? await cold(`no template to clone: ${seeNotes}`);
  }
  const anew = async () => {
    await boots.templateCache.renew(start.template, cached.template);
    return await runStarted(attempt2, context);
  };
  const { cell } = attempt2.planned;
  if (cached.accelerator !== run.accelerator.of(cell)) return await anew();
  const { accelerator } = cached;
  const record = await runAnyClone(attempt2, { ...context, start, template: cached.template, accelerator }, ports2);
  if (record.startMs !== void 0 || run.signal.aborted) return { record, startReason: start.reason };
  putAside(attempt2, run, isDead(record));
  if (accelerator === "kvm" && run.accelerator.isGoneBy(record.ending, "clone")) return await anew();
  if (!isDead(record)) return await cold(`the clone did not reach a stage: ${describeEnding(record.ending)}`);
  if (cached.template.isKept) return await anew();
  boots.templateCache.withdraw(start.template, `a clone was dead: ${describeEnding(record.ending)}`);
  return await cold(`its clone was dead: ${seeNotes}`);
}
async function runColdOnAny(attempt2, context, startReason) {
  const { run } = context;
  const { cell } = attempt2.planned;
  const ports2 = portsOf(attempt2, context);
  const accelerator = run.accelerator.of(cell);
  const record = await runCold(attempt2, context, accelerator, ports2);
  if (record.startMs !== void 0 || run.signal.aborted || accelerator === "tcg") return { record, startReason };
  if (isSilentReset2(record, run)) {
    putAside(attempt2, run, false);
    return {
      record: await runCold(attempt2, context, accelerator, ports2),
      startReason: `${startReason}; its machine had reset before its first line, and was started once more`
    };
  }
  if (!run.accelerator.isGoneBy(record.ending, "boot")) return { record, startReason };
  putAside(attempt2, run, false);
  return {
    record: await runCold(attempt2, context, "tcg", ports2),
    startReason: `${startReason}; on TCG: ${describeEnding(record.ending)}`
  };
}
function isSilentReset2({ ending, isHeard, consolePath }, { outDirectory }) {
  if (ending.kind !== "guest-reset" || isHeard || consolePath === void 0) return false;
  const path = join65(outDirectory, consolePath);
  return kindOfFile(path) === "file" && fileSize(path) === 0;
}
var seeNotes = "the notes of the cell's boot say why";
function portsOf({ planned }, { run, supplies, boots }) {
  const bootFingerprints = new Set(boots.of(planned.cell)?.findings.map(({ fingerprint }) => fingerprint));
  return {
    signal: run.signal,
    bugsIn: (consoleText) => reportedBugs(consoleText, bootFingerprints),
    locateCalls: (places2) => run.services.locator.locateCalls(places2, planned, supplies),
    nameCode: (places2) => nameCode(places2, modulesOfTest(planned, supplies))
  };
}
function runCold(attempt2, { run, supplies }, accelerator, ports2) {
  const machine = testMachine(attempt2.planned, supplies, accelerator);
  return runTest({ ...jobOf(attempt2, run, supplies, accelerator), machine }, { ...ports2, tripwire: createTripwire() });
}

// src/engine/schedule.ts
var overheadMiB = 160;
var privatePagesMiB = 64;
function automaticJobs(starts, { cpus, availableMemoryMiB }) {
  const machines = [...starts].map(([{ cell, suite, test }, start]) => ({
    start,
    memoryMiB: memoryMiB([cell.machine.args, suite.qemuArgs, test.qemuArgs])
  }));
  const needMiB = Math.max(
    0,
    ...machines.map(
      ({ start, memoryMiB: own }) => overheadMiB + (start.kind === "clone" ? Math.min(own, privatePagesMiB) : own)
    )
  );
  const leftMiB = availableMemoryMiB - templatesMiB(machines);
  return Math.max(1, Math.min(cpus, Math.floor(leftMiB / needMiB)));
}
function templatesMiB(machines) {
  const sizes = new Map(
    machines.flatMap(({ start, memoryMiB: own }) => start.kind === "clone" ? [[start.template, own]] : [])
  );
  return [...sizes.values()].sort((a, b) => b - a).slice(0, 2).reduce((sum, size2) => sum + size2, 0);
}
async function runScheduled(tasks, atOnce) {
  const queue = new ReadyQueue(tasks);
  const failures = [];
  const slots2 = Math.max(1, atOnce);
  let running = 0;
  await new Promise((resolve) => {
    const begin = (task) => {
      running++;
      void attempt(task, failures).then(() => {
        running--;
        queue.end(task);
        fill();
      });
    };
    const fill = () => {
      for (let task = queue.next(slots2, running); task !== void 0; task = queue.next(slots2, running)) begin(task);
      if (running === 0) resolve();
    };
    fill();
  });
  if (failures.length > 0) throw failures[0];
  if (queue.left > 0) throw new Error(`Internal error: ${queue.left} tasks wait for each other`);
}
async function attempt(task, failures) {
  try {
    await task.run();
  } catch (error) {
    failures.push(error);
  }
}
var ReadyQueue = class {
  #place;
  #waitingFor = /* @__PURE__ */ new Map();
  #dependents = /* @__PURE__ */ new Map();
  #ready;
  constructor(tasks) {
    this.#place = new Map(tasks.map((task, index) => [task, index]));
    const free = tasks.filter(({ needs }) => needs.length === 0);
    this.#ready = {
      prepare: new ReadyList(free.filter(({ kind: kind2 }) => kind2 === "prepare")),
      test: new ReadyList(free.filter(({ kind: kind2 }) => kind2 === "test"))
    };
    for (const task of tasks) {
      for (const needed of task.needs) this.#addDependent(needed, task);
      if (task.needs.length > 0) this.#waitingFor.set(task, task.needs.length);
    }
  }
  /** The number of tasks that have not begun and cannot begin. */
  get left() {
    return this.#waitingFor.size;
  }
  /** Takes the next task; undefined: all slots are taken, or nothing can begin. */
  next(slots2, running) {
    if (running >= slots2) return void 0;
    const { prepare: prepare3, test } = this.#ready;
    return test.length >= slots2 ? test.take() : prepare3.take() ?? test.take();
  }
  end(task) {
    const freed = (this.#dependents.get(task) ?? []).filter((dependent) => this.#isFreed(dependent));
    this.#dependents.delete(task);
    for (const kind2 of ["prepare", "test"])
      this.#ready[kind2].add(
        freed.filter((one) => one.kind === kind2),
        (one) => this.#place.get(one) ?? 0
      );
  }
  #addDependent(needed, task) {
    const known3 = this.#dependents.get(needed);
    if (known3 === void 0) this.#dependents.set(needed, [task]);
    else known3.push(task);
  }
  #isFreed(dependent) {
    const waitingFor = (this.#waitingFor.get(dependent) ?? 1) - 1;
    if (waitingFor > 0) this.#waitingFor.set(dependent, waitingFor);
    else this.#waitingFor.delete(dependent);
    return waitingFor <= 0;
  }
};
var ReadyList = class {
  #tasks;
  #taken = 0;
  constructor(tasks) {
    this.#tasks = tasks;
  }
  get length() {
    return this.#tasks.length - this.#taken;
  }
  take() {
    if (this.length === 0) return void 0;
    return this.#tasks[this.#taken++];
  }
  add(more, placeOf2) {
    if (more.length === 0) return;
    this.#tasks = [...this.#tasks.slice(this.#taken), ...more].sort((a, b) => placeOf2(a) - placeOf2(b));
    this.#taken = 0;
  }
};

// src/engine/run-attempt.ts
async function runAttempt(attempt2, context) {
  const { run } = context;
  const place = { id: attemptName(attempt2), cell: attempt2.planned.cell.id };
  run.listener({ kind: "test-begin", ...place });
  const entry = await concludeSafely(attempt2, context);
  const { outcome, ok, reason } = entry.verdict;
  run.listener({ kind: "test-end", ...place, outcome, ok, reason, durationMs: entry.record.durationMs });
  if (!ok) run.failureLimit.add(attempt2.planned);
  return entry;
}
async function concludeSafely(attempt2, context) {
  let seen;
  try {
    seen = await runPlanned(attempt2, {
      ...context,
      supplies: bootSupplies(context.run, attempt2.planned.cell),
      start: startOf(context.run, attempt2.planned)
    });
    return await recorded(entryOf5(attempt2, seen, await judgeAttempt(attempt2, seen.record, context)), context);
  } catch (error) {
    const record = brokenRecord(attempt2, seen?.record, endingOf(error, attempt2, context), context.run);
    return await recorded(
      entryOf5(attempt2, { record, startReason: seen?.startReason ?? "it was not started" }, notJudged(attempt2, record)),
      context
    );
  }
}
async function recorded(entry, { run }) {
  await run.record.append(entry);
  return entry;
}
function startOf({ starts }, planned) {
  return starts.get(planned) ?? { kind: "cold", reason: "not planned" };
}
async function judgeAttempt({ planned }, record, { run, boots }) {
  const bootFingerprints = (boots.of(planned.cell)?.findings ?? []).map(({ fingerprint }) => fingerprint);
  const verdict = await run.services.judge.judge({
    resultsDirectory: run.outDirectory,
    record,
    rules: rulesOf(planned),
    bootFingerprints,
    today: now().toISOString().slice(0, 10)
  });
  return {
    ...verdict,
    findings: await run.services.locator.locate(verdict.findings, planned, suppliesOf(run, planned.cell))
  };
}
function entryOf5({ test, number: number2 }, { record, startReason }, verdict) {
  return {
    entry: "attempt",
    test,
    attempt: number2,
    startReason,
    record,
    verdict: { ...verdict, findings: verdict.findings.map(published) }
  };
}
function endingOf(error, attempt2, { run }) {
  if (isHostExhausted(error)) return { kind: "host-failed", detail: error.message };
  return { kind: "internal-error", ...keepStack(error, run, attemptDirectory(attempt2)) };
}
function brokenRecord(attempt2, seen, ending, run) {
  if (seen !== void 0) return { ...seen, ending };
  const directory = attemptDirectory(attempt2);
  const consolePath = join66(directory, "console.log");
  const hasConsole = kindOfFile(join66(run.outDirectory, consolePath)) === "file";
  return unstartedRecord(directory, ending, hasConsole ? { consolePath } : {});
}
function notJudged({ planned }, { ending }) {
  return {
    outcome: "error",
    ok: false,
    expected: describeExpectation(planned.test.expectation),
    reason: describeEnding(ending),
    findings: [],
    subtests: [],
    whereabouts: [],
    notes: []
  };
}
async function runPlan(run, early) {
  var _stack = [];
  try {
    const boots = __using(_stack, new CellBoots(run, early));
    const ended = await runTests(run, { boots, first: 0 });
    if (run.later === void 0 || run.signal.aborted || run.failureLimit.isReached) return;
    const later = await run.later(ended);
    const { plan, starts } = run;
    const laterStarts = later.map(({ planned, madeFrom }) => [planned, startOf(run, madeFrom)]);
    boots.templateCache.expect(
      templatesOf(
        laterStarts.map(([, start]) => start),
        run.choices.repeat
      )
    );
    const longer = Object.freeze({
      ...run,
      plan: { ...plan, tests: [...plan.tests, ...later.map(({ planned }) => planned)] },
      starts: new Map([...starts, ...laterStarts])
    });
    await runTests(longer, { boots, first: plan.tests.length });
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function runTests(run, { boots, first }) {
  const ended = [];
  const placeOf2 = new Map(run.plan.tests.map((planned, index) => [planned, index]));
  const tests = orderTests(run.plan.tests.slice(first), run.order).flatMap((planned) => attemptsOf(planned, placeOf2.get(planned) ?? 0, run.choices.repeat)).map(
    (attempt2) => ({
      kind: "test",
      needs: first === 0 ? boots.preparationsFor(attempt2.planned) : [],
      run: async () => {
        if (run.failureLimit.isReached) return;
        const entry = await runAttempt(attempt2, { run, boots });
        if (first === 0 && run.later !== void 0) ended.push(entry);
      }
    })
  );
  await runScheduled([...first === 0 ? boots.preparations : [], ...tests], run.jobs);
  return ended;
}

// src/engine/kvm-loss-notes.ts
function kvmLossNotes({ plan, record, listener }) {
  return (cell, reason) => {
    const since = now().toISOString().slice(11, 19);
    const note2 = cell === void 0 ? `KVM was lost at ${since} UTC, and all machines that started since ran on TCG: ${reason}` : `its machines ran on TCG: ${reason}`;
    listener({ kind: "warning", message: cell === void 0 ? note2 : `${cell.id}: ${note2}` });
    for (const { id } of cell === void 0 ? plan.cells : [cell])
      void record.append({ entry: "template-lost", cell: id, note: note2 });
  };
}

// src/engine/run-accelerator.ts
var RunAccelerator = class {
  #choice;
  #probe;
  #onLost;
  #cellsOnTcg = /* @__PURE__ */ new Set();
  #isGone = false;
  constructor(choice, onLost, probe = probeKvm) {
    this.#choice = choice;
    this.#onLost = onLost;
    this.#probe = probe;
  }
  of(cell) {
    return this.#isGone || this.#cellsOnTcg.has(cell) || isForeign(cell) ? "tcg" : this.#choice.accelerator;
  }
  /** For the next boot of a cell. A guest has booted on KVM by now. */
  choiceFor(cell) {
    return this.of(cell) === this.#choice.accelerator ? { ...this.#choice, isProven: true } : { accelerator: "tcg", reason: "", advice: void 0, fallsBack: false };
  }
  /** A cell has booted on TCG, and not on KVM. */
  leaveKvm(cell, reason) {
    if (this.of(cell) === "tcg") return;
    this.#cellsOnTcg.add(cell);
    this.#onLost(cell, reason);
  }
  /**
   * Whether a machine without a sign of life ended because KVM is gone: its device cannot be opened any more, or QEMU
   * blames KVM for a machine that was booted. From then on all machines run on TCG.
   */
  isGoneBy(ending, start) {
    if (this.#choice.accelerator !== "kvm" || !this.#choice.fallsBack) return false;
    if (this.#isGone) return true;
    if (ending.kind !== "qemu-exited" && ending.kind !== "kvm-failed") return false;
    const state = this.#probe();
    const said = describeEnding(ending);
    if (state.kind === "unusable") this.#giveUp(state.reason);
    else if (start === "boot" && blamesKvm.test(said)) this.#giveUp(said);
    return this.#isGone;
  }
  #giveUp(reason) {
    this.#isGone = true;
    this.#onLost(void 0, reason);
  }
};
var blamesKvm = /(?<![\w/.-])kvm(?:[ :_]|$)/im;

// src/engine/run-header.ts
import { relative as relative9 } from "node:path";

// src/results/reproduce.ts
function reproduceCommand(planned, options2) {
  if (planned.sweep !== void 0) return sweepCommand(planned, planned.sweep, options2);
  const timeout = options2.timeoutSeconds === void 0 ? [] : ["--timeout", String(options2.timeoutSeconds)];
  const repeat = options2.repeat === void 0 ? [] : ["--repeat", String(options2.repeat)];
  const { smokeOf } = planned.suite;
  return shellJoin([
    ...options2.invocation,
    ...smokeOf === void 0 ? ["run", notAnOption(options2.suitePath)] : ["smoke", ...smokeOf.map(notAnOption)],
    "--test",
    planned.id,
    ...machineWords(planned, options2),
    ...timeout,
    ...repeat
  ]);
}
function sweepCommand(planned, { test, device: device2, fault, nth, call }, options2) {
  const number2 = call?.time === void 0 ? `${nth}` : `${nth}.${call.time}`;
  const point = [...device2 === void 0 ? [] : ["--device", device2], "--fault", fault.text, "--point", number2];
  return shellJoin([
    ...options2.invocation,
    "sweep",
    notAnOption(`${options2.suitePath}/${test}`),
    ...point,
    ...machineWords(planned, options2)
  ]);
}
function shellCommandLine(planned, options2) {
  const { smokeOf } = planned.suite;
  return shellJoin([
    ...options2.invocation,
    "shell",
    ...smokeOf === void 0 ? [notAnOption(`${options2.suitePath}/${planned.sweep?.test ?? planned.test.name}`)] : [planned.id, ...smokeOf.map((directory) => `--smoke=${directory}`)],
    ...planned.sweep === void 0 ? [] : ["--fault", planned.sweep.line],
    ...machineWords(planned, options2)
  ]);
}
function machineWords({ cell, suite }, { qemu, diskImage, compiler, accelerator, bootTimeoutSeconds }) {
  return [
    ...cell.kernel.text === suite.kernel ? [] : ["--kernel", cell.kernel.text],
    ...cell.machine.args.length === 0 ? [] : ["--machine", `${cell.machine.name}=${shellJoin(cell.machine.args)}`],
    ...qemu === void 0 ? [] : ["--qemu", qemu],
    ...diskImage === void 0 ? [] : ["--disk-image", diskImage],
    ...compiler === void 0 ? [] : ["--compiler", compiler],
    ...accelerator === void 0 ? [] : ["--accel", accelerator],
    ...bootTimeoutSeconds === void 0 ? [] : ["--boot-timeout", String(bootTimeoutSeconds)]
  ];
}
function notAnOption(path) {
  return path.startsWith("-") ? `./${path}` : path;
}

// src/engine/run-header.ts
function runHeader(facts) {
  const { version: version2, startedAt, host, plan, choices, shard } = facts;
  const { repeat, shuffleSeed } = choices;
  return {
    entry: "run",
    schema: "qemu-driver-test/record/1",
    tool: { version: version2 },
    startedAt: startedAt.toISOString(),
    host,
    repeat,
    ...shuffleSeed === void 0 ? {} : { shuffleSeed },
    ...shard === void 0 ? {} : { shard },
    cells: plan.cells.map((cell) => cellEntry(cell, facts)),
    tests: plan.tests.map((planned) => plannedEntry(planned, facts))
  };
}
function cellEntry(cell, { supplies }) {
  const own = suppliesOf({ supplies }, cell);
  const { kernel: kernel2, qemu } = own;
  const builds = buildResults(cell, own);
  const compiler = compilerOf(own);
  const calls = callResults(own);
  const callNotes2 = own.calls?.notes ?? [];
  return {
    id: cell.id,
    kernel: {
      spec: kernel2.spec,
      ...kernel2.resolved === void 0 ? {} : { resolved: kernel2.resolved },
      ...own.missing === void 0 ? { release: kernel2.release, sha256: kernel2.sha256 } : {},
      ...kernel2.commit === void 0 ? {} : { commit: kernel2.commit }
    },
    machine: cell.machine,
    arch: cell.arch,
    qemu: { version: qemu.version, sha256: qemu.sha256 },
    ...compiler === void 0 ? {} : { compiler },
    ...builds.length === 0 ? {} : { builds },
    ...calls.length === 0 ? {} : { calls },
    ...callNotes2.length === 0 ? {} : { callNotes: callNotes2 }
  };
}
function plannedEntry(planned, { choices, cwd }) {
  const { id, cell, suite, test, sweep: sweep2 } = planned;
  const again = { ...choices.reproduceWith, suitePath: relative9(cwd, suite.directory) || "." };
  return {
    id,
    cell: cell.id,
    suite: suite.name,
    description: test.description,
    ...test.tags.length === 0 ? {} : { tags: test.tags },
    ...test.row === void 0 ? {} : { parameters: Object.fromEntries(test.row.variables) },
    expected: sweep2 === void 0 ? describeExpectation(test.expectation) : handledInWords,
    rules: rulesOf(planned),
    ...sweep2 === void 0 ? {} : { point: pointOf(planned.suite.name, sweep2) },
    reproduce: reproduceCommand(planned, again),
    shell: shellCommandLine(planned, again)
  };
}
function pointOf(suite, { test, device: device2, fault, nth, call }) {
  return {
    of: `${suite}/${test}`,
    ...device2 === void 0 ? {} : { device: device2 },
    fault: fault.text,
    nth,
    ...call === void 0 ? {} : { reached: call.reached },
    ...call?.time === void 0 ? {} : { time: call.time }
  };
}

// src/engine/later-tests.ts
function laterTests({ record, listener, choices, cwd }, plan) {
  return async (ended) => {
    const later = plan(ended);
    if (later.length === 0) return [];
    await record.append({ entry: "tests", tests: later.map(({ planned }) => plannedEntry(planned, { choices, cwd })) });
    listener({ kind: "run-more", tests: later.length * choices.repeat });
    return later;
  };
}

// src/engine/starts.ts
function chooseStarts({ plan, supplies, start, repeat }) {
  return planStarts(plan.tests, {
    start,
    repeat,
    keepsState: (cell, driver) => keepsState(suppliesOf({ supplies }, cell), driver),
    busModules: (planned) => busModulesOf(planned, suppliesOf({ supplies }, planned.cell)),
    treeOf: (planned) => treePlanOf(planned, suppliesOf({ supplies }, planned.cell).trees ?? /* @__PURE__ */ new Map()),
    obstacle: (cell, args) => obstacleOf(cell, args, suppliesOf({ supplies }, cell)),
    noMachine: (planned) => noMachineFor(planned, suppliesOf({ supplies }, planned.cell))
  });
}
function obstacleOf({ machine }, args, supplies) {
  const [stateless] = splitDeviceArgs(machine.args, (driver) => keepsState(supplies, driver)).plugged;
  if (stateless !== void 0) return `QEMU does not save the state of a device of its machine: ${stateless}`;
  const places2 = [machine.args, args];
  return templateObstacle(places2) ?? memoryObstacle(places2, supplies.qemu.version);
}
function noMachineFor(planned, supplies) {
  return missingDisk(planned, supplies) ?? refusedTree(planned, supplies);
}
function keepsState({ statefulDevices }, driver) {
  return statefulDevices.has(driver) || driver.startsWith("virtio-");
}

// src/record/record-writer.ts
import { join as join67 } from "node:path";

// src/host/files/appended-file.ts
import { open, stat } from "node:fs/promises";
import { dirname as dirname11 } from "node:path";
var AppendedFile = class _AppendedFile {
  #path;
  #file;
  #pending = [];
  #size = 0;
  #isWriting = false;
  constructor(path, file2) {
    this.#path = path;
    this.#file = file2;
  }
  /** Creates or truncates the file. @throws SystemError */
  static async create(path) {
    return new _AppendedFile(path, await openNew(path));
  }
  /** Whether its path still refers to it. Deleting a file, or its directory, does not affect open descriptors. */
  async isInPlace() {
    const own = await this.#file.stat();
    const there = await stat(this.#path).catch(() => void 0);
    return there?.ino === own.ino && there.dev === own.dev;
  }
  /** Writes its contents to its path again, and continues there. @throws SystemError; then nothing has changed */
  async putBack() {
    makeDirectory(dirname11(this.#path));
    const again = await openNew(this.#path);
    try {
      const piece = Buffer.alloc(pieceBytes2);
      for (let done2 = 0; done2 < this.#size; ) {
        const { bytesRead } = await this.#file.read(piece, 0, Math.min(piece.length, this.#size - done2), done2);
        if (bytesRead === 0) throw new Error(`Internal error: ${this.#path} is shorter than what was written to it`);
        await writeAt(again, piece.subarray(0, bytesRead), done2);
        done2 += bytesRead;
      }
      await again.datasync();
    } catch (error) {
      await again.close();
      throw error;
    }
    await this.#file.close();
    this.#file = again;
  }
  /**
   * Everything that was written, even if the file was renamed or deleted. Use it only if the file cannot be read by its
   * path.
   */
  async contents() {
    const bytes = Buffer.alloc(this.#size);
    const { bytesRead } = await this.#file.read(bytes, 0, bytes.length, 0);
    return bytes.subarray(0, bytesRead).toString("utf8");
  }
  /** Appends a text. Resolves with the system's error, if there is one; it never rejects for that. */
  async append(text3) {
    const written = deferred();
    this.#pending.push({ bytes: Buffer.from(text3), written });
    if (!this.#isWriting) void this.#writeAll();
    return await written.promise;
  }
  /** Call it after the last `append`. */
  async close() {
    await this.#file.close();
  }
  async #writeAll() {
    this.#isWriting = true;
    for (let batch = this.#pending.splice(0); batch.length > 0; batch = this.#pending.splice(0)) {
      const error = await this.#write(Buffer.concat(batch.map(({ bytes }) => bytes))).catch(
        (cause) => cause instanceof Error ? cause : new Error(String(cause))
      );
      for (const { written } of batch) {
        if (error === void 0 || isSystemError(error)) written.resolve(error);
        else written.reject(error);
      }
    }
    this.#isWriting = false;
  }
  async #write(bytes) {
    try {
      await writeAt(this.#file, bytes, this.#size);
      await this.#file.datasync();
      this.#size += bytes.length;
    } catch (error) {
      await this.#file.truncate(this.#size).catch(() => void 0);
      throw error;
    }
  }
};
var pieceBytes2 = 1024 * 1024;
async function openNew(path) {
  const file2 = await open(path, "w+");
  const directory = await open(dirname11(path), "r");
  await directory.sync().finally(() => directory.close());
  return file2;
}
async function writeAt(file2, bytes, offset) {
  for (let done2 = 0; done2 < bytes.length; ) {
    const { bytesWritten } = await file2.write(bytes, done2, bytes.length - done2, offset + done2);
    done2 += bytesWritten;
  }
}

// src/record/record-writer.ts
var reserveName = ".reserve";
var reserveBytes = 4 * 1024 * 1024;
var RecordWriter = class _RecordWriter {
  #directory;
  #file;
  #onTrouble;
  #unwritten = [];
  #hasReserve;
  #isInTrouble = false;
  constructor(directory, {
    file: file2,
    hasReserve,
    onTrouble
  }) {
    this.#directory = directory;
    this.#file = file2;
    this.#hasReserve = hasReserve;
    this.#onTrouble = onTrouble;
  }
  /**
   * Begins a new record. `onTrouble`: called once, with the reason, when entries cannot be written any more. @throws
   * SystemError
   */
  static async create(directory, onTrouble) {
    const hasReserve = reserveRoom(directory);
    return new _RecordWriter(directory, {
      file: await AppendedFile.create(join67(directory, recordName)),
      hasReserve,
      onTrouble
    });
  }
  /** Entries that are only in memory, one per line. Empty: everything is on the disk. */
  get unwritten() {
    return this.#unwritten;
  }
  /**
   * When it resolves, the entry is on the disk or in `unwritten`. @throws Error for an entry that could not be parsed
   * again: a bug of ours
   */
  async append(entry) {
    const line = `${formatEntry(entry)}
`;
    const error = await this.#file.append(line);
    if (error === void 0) {
      if (!await this.#file.isInPlace()) this.#tell("was removed during the run");
      return;
    }
    this.#giveUpReserve();
    if (await this.#file.append(line) !== void 0) this.#unwritten.push(line);
    this.#tell(`could not be written: ${error.message}`);
  }
  /** Closes the file, after restoring it if necessary and possible. The freed reserve makes room for the reports. */
  async close() {
    this.#giveUpReserve();
    if (!await this.#file.isInPlace()) await this.#putBack();
    await this.#file.close();
  }
  async #putBack() {
    try {
      await this.#file.putBack();
    } catch (error) {
      if (!isSystemError(error)) throw error;
      const lines = (await this.#file.contents()).split("\n").slice(0, -1);
      this.#unwritten.unshift(...lines.map((line) => `${line}
`));
    }
  }
  #tell(trouble) {
    if (this.#isInTrouble) return;
    this.#isInTrouble = true;
    this.#onTrouble(`${join67(this.#directory, recordName)} ${trouble}`);
  }
  /** If it cannot be removed, it uses space but affects no result. */
  #giveUpReserve() {
    if (!this.#hasReserve) return;
    this.#hasReserve = false;
    try {
      removeTree(join67(this.#directory, reserveName));
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
};
function reserveRoom(directory) {
  const path = join67(directory, reserveName);
  try {
    writeFileAt(path, Buffer.alloc(reserveBytes, 165));
    return true;
  } catch (error) {
    if (!isHostExhausted(error)) throw error;
    removeTree(path);
    return false;
  }
}

// src/app/duration-record.ts
function readDurations(store, tests) {
  const known3 = new Map(
    [...suitesOf3(tests)].map((suite) => [suite, parseDurations(store.readDocument(documentName3(suite)))])
  );
  return { durationMsOf: ({ cell, suite, test }) => known3.get(suite)?.[cell.id]?.[test.name] };
}
function recordDurations(store, timed) {
  for (const suite of suitesOf3(timed.map(({ planned }) => planned))) {
    const own = timed.filter(({ planned }) => planned.suite === suite);
    store.writeDocument(documentName3(suite), {
      directory: suite.directory,
      durationMs: mergeTimes(suite, parseDurations(store.readDocument(documentName3(suite))), own)
    });
  }
}
function keepDurations({ tests }, replay, { store, progress }) {
  const ended = tests.flatMap((planned, index) => {
    const durationMs = planned.sweep === void 0 ? replay.tests[index]?.attempts.findLast(({ ranMs }) => ranMs !== void 0)?.ranMs : void 0;
    return durationMs === void 0 ? [] : [{ planned, durationMs }];
  });
  try {
    recordDurations(store, ended);
  } catch (error) {
    if (!(error instanceof ProvisionError) && !isSystemError(error)) throw error;
    progress({
      kind: "warning",
      message: `The durations of the tests could not be saved for the next run's order. ${error.message}`
    });
  }
}
var maxCells2 = 100;
function mergeTimes(suite, before2, timed) {
  const names2 = new Set(suite.tests.map(({ name }) => name));
  const cells = new Map(
    Object.entries(before2).map(([cell, times]) => [
      cell,
      Object.fromEntries(Object.entries(times).filter(([name]) => names2.has(name)))
    ])
  );
  for (const { planned, durationMs } of timed) {
    const times = { ...cells.get(planned.cell.id), [planned.test.name]: Math.round(durationMs) };
    cells.delete(planned.cell.id);
    cells.set(planned.cell.id, times);
  }
  return Object.fromEntries([...cells].slice(-maxCells2));
}
function suitesOf3(tests) {
  return new Set(tests.map(({ suite }) => suite));
}
function documentName3(suite) {
  return `durations/${sha256Of(suite.directory).slice(0, 32)}`;
}
function parseDurations(document2) {
  const cells = asObject(asObject(document2)?.["durationMs"]) ?? {};
  return Object.fromEntries(Object.entries(cells).map(([cell, times]) => [cell, numbersIn(asObject(times) ?? {})]));
}
function numbersIn(times) {
  return Object.fromEntries(
    Object.entries(times).flatMap(
      ([name, time]) => typeof time === "number" && time >= 0 ? [[name, time]] : []
    )
  );
}

// src/machine/fork-server.ts
function canPreload(library) {
  return !/[\s:]/.test(library);
}
async function launchForkServer(launch) {
  const { spec, qemu, outputPath, library, directory } = launch;
  const control = channelDescriptor("state") + 1;
  const argv = [...qemu.command, ...qemu.firmwareArgs, ...qemuArguments(spec)];
  const child = startSupervised({
    // What starts QEMU must not load it.
    argv: ["env", `LD_PRELOAD=${library}`, `QEMU_FORK_SERVER=${control}`, ...argv],
    env: qemuEnvironment(qemu.env),
    channelCount: channelNames.length + 2,
    outputPath
  });
  const copies = await ProcessCopies.of({
    control: child.channels.at(-1),
    directory,
    channelCount: channelNames.length
  }).catch((error) => {
    child.kill();
    throw error;
  });
  return {
    machine: machineOfQemu({ argv, child }, "greets"),
    loaded: copies.loaded,
    survey: () => copies.survey(spec.sharedFolder),
    copy: async (own) => ({ argv, child: await copies.copy(own) }),
    isLost: () => copies.isLost,
    [Symbol.dispose]: () => {
      child.kill();
      copies[Symbol.dispose]();
    }
  };
}

// src/run/fork/forks.ts
import { join as join68 } from "node:path";

// src/run/fork/rehearsal.ts
async function rehearse({ machine, session, folder: folder2, restore }) {
  const transport = tarFolder({ folder: folder2, files: machine.channel("files"), limits: noArtifacts });
  await Promise.all([
    session.begin(),
    session.inform("rehearse"),
    session.ask(`seed ${secretToken()}`),
    session.ask(`clock ${Math.floor(now().getTime() / 1e3)}`),
    ...Object.entries(everyStage).map(([name, value]) => session.inform(`env ${name}=${value}`)),
    session.ask("root builtin"),
    restore(),
    transport.bring(session, () => void 0)
  ]);
  await session.runStage("run", () => void 0);
  await session.ask("rehearsed");
}
var noArtifacts = { bytes: 0, files: 0 };
var rehearsedStage = `#!/bin/sh
module=/lib/modules/$(uname -r)/virtio_balloon.ko
for round in 1 2; do
	if [ -e "$module" ]; then
		insmod "$module" && rmmod virtio_balloon
	fi
	dmesg | grep -c qdt
	for device in /sys/bus/pci/devices/*; do
		read -r vendor <"$device/vendor"
	done
	ls -l /dev | tail -n 2
	sed -n '1s/x/y/p' /proc/modules
	printf '%s
' "$vendor" | tr a-f A-F | cut -c 3-
	dd if=/dev/zero of=/test/zeroes bs=512 count=1
	cat /test/zeroes >/dev/null
	sleep 0.01 &
	wait
done
exit 0
`;

// src/run/fork/forks.ts
var limitMs2 = 6e4;
async function prepareForks(job, { signal, tripwire }) {
  const scratch = createScratchDirectory();
  const place = realPath(scratch.path);
  let server;
  const dispose = () => {
    signal.removeEventListener("abort", dispose);
    server?.[Symbol.dispose]();
    scratch[Symbol.dispose]();
  };
  try {
    server = await launchForkServer({
      spec: specOf(job, place),
      qemu: job.qemu,
      outputPath: join68(place, "qemu.log"),
      library: job.library,
      directory: place
    });
    signal.addEventListener("abort", dispose);
    signal.throwIfAborted();
    await prepare2(server, job.template, { folder: join68(place, "folder"), tripwire });
    return { copy: server.copy, isLost: server.isLost, [Symbol.dispose]: dispose };
  } catch (error) {
    dispose();
    throw reasonOf3(error);
  }
}
function specOf({ machine, folderTransport, template, qemu }, scratch) {
  const folder2 = join68(scratch, "folder");
  for (const part of ["", ...folderParts]) makeDirectory(join68(folder2, part));
  writeProgramAt(join68(folder2, "run"), rehearsedStage);
  return {
    ...machine,
    origin: { ...originOfClone(template, qemu), isCopied: true },
    sharedFolder: folderTransport === "9p" ? folder2 : void 0
  };
}
async function prepare2(server, template, { folder: folder2, tripwire }) {
  const { machine } = server;
  const bugs = listenForBugs(machine, tripwire);
  for (const name of channelNames) machine.channel(name).resume();
  const session = new AgentSession(machine.channel("control"), secretToken(), { readyRelease: template.release });
  const restore = () => restoreMachine(machine, template.state);
  const rehearsed = Promise.race([
    Promise.all([server.loaded, rehearse({ machine, session, folder: folder2, restore })]),
    machine.exited.then(() => {
      throw new NotCopied("QEMU has ended");
    }),
    machine.failed
  ]);
  if (await withinTime(rehearsed, limitMs2) === "late")
    throw new NotCopied(`a rehearsal did not end within ${limitMs2 / 1e3} s`);
  await (await machine.monitor).execute("stop");
  await server.survey();
  const [bug] = bugs;
  if (bug !== void 0) throw new NotCopied(`the kernel reported a bug in the rehearsal: ${bug}`);
}
function listenForBugs(machine, tripwire) {
  const bugs = [];
  splitLines(machine.channel("console"), {
    maxLength: maxConsoleLine,
    onLine: (line) => {
      const text3 = line.toString("latin1");
      if (bugs.length === 0 && tripwire(text3)) bugs.push(printable(text3));
    }
  });
  return bugs;
}
var maxConsoleLine = 4096;
function reasonOf3(error) {
  const isExpected2 = error instanceof AgentLost || error instanceof AgentRefusal || error instanceof QmpError;
  return isExpected2 ? new NotCopied(error.message, { cause: error }) : error;
}

// src/engine/template-forks.ts
var worthTests = 5;
var TemplateForks = class {
  #options;
  #states = /* @__PURE__ */ new Map();
  constructor(options2) {
    this.#options = options2;
  }
  /** Undefined: this test is restored. */
  for(wish) {
    const state = this.#states.get(wish.template);
    if (state === void 0 && isWorth(wish)) this.#begin(wish);
    return state?.kind === "ready" ? state.forks : void 0;
  }
  /** A copy was of no use: all further tests of the template are restored, and it is told why. */
  lose(template, reason) {
    const state = this.#states.get(template);
    if (state?.kind !== "ready") return;
    this.#states.set(template, { ...state, kind: "lost" });
    if (!this.#options.signal.aborted)
      this.#options.listener({ kind: "warning", message: `Clones are not copied any more, but restored: ${reason}` });
  }
  /** The template has had its last test. */
  release(template) {
    this.#end(template);
    this.#states.delete(template);
  }
  #begin(wish) {
    const { library, prepare: prepare3 = prepareForks } = this.#options;
    const trouble = troubleWith(library);
    if (trouble !== void 0) {
      this.#giveUp(wish.template, trouble);
      return;
    }
    const stop = new AbortController();
    const signal = AbortSignal.any([this.#options.signal, stop.signal]);
    const { template } = wish;
    this.#states.set(template, { kind: "preparing", stop });
    prepare3({ ...wish, library }, { signal, tripwire: createTripwire() }).then(
      (forks) => {
        if (signal.aborted) forks[Symbol.dispose]();
        else this.#states.set(template, { kind: "ready", forks, stop });
      },
      (error) => {
        if (!signal.aborted) this.#giveUp(template, reasonOf4(error));
      }
    );
  }
  #giveUp(template, reason) {
    this.#end(template);
    this.#options.listener({ kind: "fact", topic: "speed", text: `clones are not copied: ${reason}` });
  }
  #end(template) {
    const state = this.#states.get(template);
    this.#states.set(template, { kind: "none" });
    if (state === void 0 || state.kind === "none") return;
    state.stop.abort();
    if (state.kind !== "preparing") state.forks[Symbol.dispose]();
  }
  [Symbol.dispose]() {
    for (const template of this.#states.keys()) this.#end(template);
  }
};
function isWorth({ accelerator, testsLeft, machine, findsLeaks }) {
  if (accelerator !== "tcg" || hostArchitecture() !== "x64") return false;
  return testsLeft >= worthTests && machine.diskImage === void 0 && !findsLeaks;
}
function troubleWith(library) {
  if (!canPreload(library)) return `QEMU cannot load ${library}, because its path has a space or a colon`;
  if (kindOfFile(library) !== "file") return `${library} is not there; install qemu-driver-test again`;
  return void 0;
}
function reasonOf4(error) {
  if (error instanceof NotCopied || isSystemError(error)) return error.message;
  return `Internal error: ${error instanceof Error ? error.stack ?? error.message : String(error)}`;
}

// src/app/report-builds.ts
import { join as join69, relative as relative10 } from "node:path";
function reportBuilds({ plan, supplies, listener, outDirectory, cwd }) {
  const shownPath = (log) => relative10(cwd, join69(outDirectory, log));
  const told = plan.cells.flatMap((cell) => {
    const own = supplies.get(cell);
    return own === void 0 ? [] : toldBuilds(cell, own).map((build) => ({ ...build, kernel: cell.kernel.text }));
  });
  for (const one of told) keepLog(one, outDirectory);
  const shown3 = /* @__PURE__ */ new Set();
  for (const one of told) {
    const { suite, build, kernel: kernel2, log } = one;
    if (shown3.has(build)) continue;
    shown3.add(build);
    if (build.kind === "failed")
      listener({
        kind: "build-failed",
        suite: suite.name,
        kernel: kernel2,
        directory: build.directory,
        output: build.output,
        log: shownPath(log)
      });
  }
  for (const group of sameWarnings(told)) listener({ kind: "warning", message: warningWords(group, shownPath) });
}
function keepLog({ build, log }, outDirectory) {
  const path = join69(outDirectory, log);
  if (build.kind === "failed") {
    writeFileAt(path, `${build.compiler}
${build.command}
${build.output}`);
  } else if (build.log !== void 0) {
    makeDirectory(join69(path, ".."));
    copyFileTo(build.log, path);
  }
}
function sameWarnings(told) {
  const groups = /* @__PURE__ */ new Map();
  for (const one of told) {
    if (one.build.kind === "failed" || one.said.warnings === 0) continue;
    const key = JSON.stringify([one.suite.directory, one.said]);
    groups.set(key, [...groups.get(key) ?? [], one]);
  }
  return [...groups.values()];
}
function warningWords(group, shownPath) {
  const [one] = group;
  const first = one?.said.messages[0];
  if (one === void 0 || first === void 0) return "";
  const { warnings } = one.said;
  const kernels = [...new Set(group.map(({ kernel: kernel2 }) => kernel2))].join(", ");
  const count2 = warnings === 1 ? "1 compiler warning" : `${warnings} compiler warnings, the first`;
  const place = `All of the output: ${shownPath(one.log)}`;
  return `${one.suite.name} for ${kernels} has ${count2}: ${compilerWords(first)}. ${place}`;
}

// src/app/run-suites.ts
async function runSuites(asked) {
  var _stack = [];
  try {
    const { plan, choices, installation, listener, signal, outDirectory } = asked;
    requireHostArchitecture();
    const judge = __using(_stack, new JudgeThreads(installation.judgeProgram));
    const context = createProvisionContext({
      progress: provisionListener(listener),
      signal,
      onStoreUse: asked.onStoreUse
    });
    const modelPool = __using(_stack, new ModelPool(installation.deviceHostProgram, lineRelayFrom(context)));
    const models = await refuseBrokenModels(plan, modelPool, asked);
    const started = { at: now(), ms: performance.now() };
    const accelerator = acceleratorForCells(choices.accel, plan.cells);
    const guestFiles2 = readGuestFiles(installation.guestDirectory);
    const callHelperSources = join70(installation.guestDirectory, "calls");
    const ledgerSources = join70(installation.guestDirectory, "ledger");
    const boardSources = join70(installation.guestDirectory, "board");
    const coverageSources = choices.coverage ? join70(installation.guestDirectory, "coverage") : void 0;
    const builds = choices.jobs === "auto" ? {} : { builds: choices.jobs };
    const request = {
      plan,
      compiler: choices.compiler,
      guestFiles: guestFiles2,
      models,
      callHelperSources,
      ledgerSources,
      boardSources,
      coverageSources,
      ...builds
    };
    const provided = await provideSupplies(request, context);
    await requireModelClient({ plan, buses: models.buses }, provided, context);
    const trees = { plan, supplies: provided, trees: models.trees, accelerators: possibleAccelerators(accelerator) };
    const supplies = await withTrees(trees, asked, context);
    asked.onSupplies?.(supplies);
    return await withResultsDirectory(
      outDirectory,
      signal,
      () => runWith({ started, accelerator, context, supplies, modelPool, judge }, asked)
    );
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function runWith(readiness, asked) {
  var _stack = [];
  try {
    const { context, supplies, modelPool, judge } = readiness;
    const { plan, choices, listener, outDirectory, signal } = asked;
    announceSupplies(supplies, listener);
    const keptTemplates = new KeptTemplates(
      context,
      (reason) => listener({ kind: "warning", message: `The next run boots again: the machine could not be kept for it. ${reason}` })
    );
    await keptTemplates.sweep();
    const starts = chooseStarts({ plan, supplies, start: choices.start, repeat: usesOf(asked) });
    const locator = new FindingLocator({ listener, signal });
    const kernelForms = new KernelForms(context.store, listener);
    const kvmTrials = new KvmTrials(context);
    const forks = __using(_stack, new TemplateForks({ library: asked.installation.forkServer, signal, listener }));
    const services = { modelPool, judge, locator, keptTemplates, kernelForms, kvmTrials, forks };
    const setup = { plan, choices, supplies, starts, services, outDirectory, listener, signal };
    const accelerator = recallTrials(setup, readiness.accelerator);
    announceAccelerator(accelerator, plan, listener);
    reportBuilds({ plan, supplies, listener, outDirectory, cwd: asked.cwd });
    const settled = await settleAccelerator(setup, accelerator);
    const replay = await runRecorded({ setup, settled, readiness }, asked);
    await keptTemplates.finished();
    keepDurations(plan, replay, context);
    return replay.results;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function usesOf({ choices, planLater }) {
  return planLater === void 0 ? choices.repeat : choices.repeat + 1;
}
async function runRecorded(recording, asked) {
  const { outDirectory, listener } = asked;
  const stop = new AbortController();
  const record = await RecordWriter.create(outDirectory, (reason) => {
    listener({ kind: "warning", message: `The run stops here: ${reason}` });
    stop.abort(new RunStopped(reason));
  });
  const signal = AbortSignal.any([asked.signal, stop.signal]);
  const run = completeRun(recording, { asked, record, signal });
  const failure = await runInto(run, recording, asked).catch((error) => ({ error }));
  await Promise.all([record.close(), recording.readiness.judge.end()]);
  const replay = reportRecord({ directory: outDirectory, name: outDirectory, unwritten: record.unwritten }, listener);
  if (failure !== void 0) throw failure.error;
  return replay;
}
function completeRun({ setup, settled, readiness }, { asked, record, signal }) {
  const { jobs } = setup.choices;
  return Object.freeze({
    ...setup,
    accelerator: new RunAccelerator(settled.choice, kvmLossNotes({ ...setup, record })),
    order: orderOf(setup, asked.isUrgent, readiness.context.store),
    jobs: jobs === "auto" ? automaticJobs(setup.starts, hostResources()) : jobs,
    failureLimit: new FailureLimit(setup.choices.bail, (failures) => setup.listener({ kind: "stopping", failures })),
    record,
    signal,
    ...asked.planLater === void 0 ? {} : { later: laterTests({ ...setup, record, cwd: asked.cwd }, asked.planLater) }
  });
}
async function runInto(run, { settled, readiness }, asked) {
  const { plan, choices, jobs, record, failureLimit } = run;
  await record.append(runHeader(factsOf({ settled, readiness }, asked)));
  for (const entry of coverableEntries(run.supplies, run.outDirectory)) await record.append(entry);
  run.listener({
    kind: "run-begin",
    suites: suiteNames(plan),
    cells: plan.cells.map(({ id }) => id),
    tests: plan.tests.length,
    repeat: choices.repeat,
    jobs
  });
  await runPlan(run, settled.boot);
  await record.append({
    entry: "end",
    durationMs: performance.now() - readiness.started.ms,
    ...failureLimit.isReached ? { bail: { failures: failureLimit.failures } } : {}
  });
}
function factsOf({ settled, readiness: { started, supplies } }, { installation, plan, choices, shard, cwd }) {
  const { accelerator, reason: acceleratorReason } = settled.choice;
  const { cpus, memoryMiB: memoryMiB2 } = hostResources();
  const host = { accelerator, acceleratorReason, cpus, memoryMiB: memoryMiB2 };
  return { version: installation.version, startedAt: started.at, host, plan, choices, shard, supplies, cwd };
}
function orderOf({ plan, choices: { shuffleSeed }, listener }, isUrgent, store) {
  if (shuffleSeed === void 0)
    return {
      kind: "longest-first",
      ...readDurations(store, plan.tests),
      ...isUrgent === void 0 ? {} : { isUrgent }
    };
  listener({ kind: "fact", topic: "order", text: `shuffled; --shuffle=${shuffleSeed} repeats this order` });
  return { kind: "shuffled", seed: shuffleSeed };
}
function suiteNames(plan) {
  return [...new Set(plan.tests.map(({ suite }) => suite.name))];
}

export {
  acceleratorForCells,
  fallBack,
  KernelForms,
  planStarts,
  KeptTemplates,
  KvmTrials,
  explainBoot,
  bootDeadlineMs,
  createTripwire,
  AgentRefusal,
  listenForSigns,
  watchLimits,
  watchMachine,
  factsOfBoot,
  exceedsMemory,
  settingsAfterBoot,
  kernelFlavours,
  placeFor,
  mainOfMeta,
  knownKernel,
  busModulesOf,
  missingBus,
  cloneMachine,
  cloneStart,
  testMachine,
  bootTold,
  settleTrial,
  cacheTemplate,
  openCalls,
  MachineCalls,
  prepare,
  stageEnvironment,
  connectHardware,
  ModelNotAttached,
  MachineModels,
  stagesOf,
  fillFolder,
  createOwnScratch,
  startMachine,
  openSession,
  scriptFor,
  endingWithoutModels,
  callsOf2 as callsOf,
  qemuSelection,
  provideSupplies,
  builtFiles,
  transportOf,
  modelsOf,
  obstacleOf,
  keepsState,
  provisionListener,
  possibleAccelerators,
  withTrees,
  runSuites,
  createTerminalReporter
};
