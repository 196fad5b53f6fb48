import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  listCells
} from "./chunk-UGYE35AZ.mjs";
import {
  startReporter
} from "./chunk-PQIJVHGQ.mjs";
import {
  readPlan
} from "./chunk-SR67EZ76.mjs";
import {
  AgentRefusal,
  KeptTemplates,
  KernelForms,
  KvmTrials,
  MachineCalls,
  MachineModels,
  ModelNotAttached,
  acceleratorForCells,
  bootDeadlineMs,
  bootTold,
  builtFiles,
  busModulesOf,
  cacheTemplate,
  callsOf,
  cloneMachine,
  cloneStart,
  connectHardware,
  createOwnScratch,
  createTripwire,
  endingWithoutModels,
  exceedsMemory,
  explainBoot,
  factsOfBoot,
  fallBack,
  fillFolder,
  keepsState,
  listenForSigns,
  missingBus,
  modelsOf,
  obstacleOf,
  openCalls,
  openSession,
  planStarts,
  possibleAccelerators,
  prepare,
  provideSupplies,
  provisionListener,
  scriptFor,
  settingsAfterBoot,
  settleTrial,
  stageEnvironment,
  stagesOf,
  startMachine,
  testMachine,
  transportOf,
  watchLimits,
  watchMachine,
  withTrees
} from "./chunk-Y42A6BDT.mjs";
import {
  formatDuration
} from "./chunk-VZ3XNEFQ.mjs";
import {
  ModelPool,
  createProvisionContext,
  lineRelayFrom,
  refuseBrokenModels,
  requireModelClient,
  suppliesOf
} from "./chunk-OK5UEABX.mjs";
import {
  suiteOperand
} from "./chunk-L7CP2ILC.mjs";
import {
  asPacked,
  compilerChoice,
  entryFails,
  oneOf,
  rememberPacked
} from "./chunk-PL3PYU5L.mjs";
import {
  readTextFile
} from "./chunk-YZWTKSKI.mjs";
import {
  cancelOnSignals
} from "./chunk-XEAPOWKT.mjs";
import {
  callFaultProblems,
  faultProblems,
  formatPlanProblem,
  isCallFault,
  mergeUserArguments,
  plainLine,
  plainText,
  readGuestFiles,
  shellJoin,
  shellQuote,
  treePlanOf
} from "./chunk-PP4HT45W.mjs";
import {
  architectureOf
} from "./chunk-X6ZZKZRR.mjs";
import {
  UsageError
} from "./chunk-QYEL2MFA.mjs";
import {
  describeEnding,
  findBugs,
  localJudge
} from "./chunk-AGUDLKZO.mjs";
import {
  collectEvidence,
  maxLogBytes,
  notStarted
} from "./chunk-FTZM3PQV.mjs";
import {
  ProvisionError
} from "./chunk-2JNJEXXK.mjs";
import {
  environmentVariable,
  hostArchitecture
} from "./chunk-SMWPJZE2.mjs";
import {
  deferred
} from "./chunk-PNGENSD7.mjs";
import {
  createScratchDirectory,
  makeDirectory
} from "./chunk-PC3WFA6B.mjs";
import {
  __callDispose,
  __using
} from "./chunk-R2N667XA.mjs";

// src/app/open-shell.ts
import { join as join2 } from "node:path";

// src/run/shell/shell-session.ts
import { join } from "node:path";

// src/run/shell/shell-terminal.ts
var escapeKey = 29;
function connectTerminal(terminal, machine, session) {
  return terminal.kind === "terminal" ? connectConsole(terminal, machine, session) : connectPipe(terminal, machine);
}
function connectConsole(terminal, machine, session) {
  const { input, output, size } = terminal;
  const console = machine.channel("console");
  const { promise: left, resolve: leave } = deferred();
  const onKeys = (keys) => {
    const escape = keys.indexOf(escapeKey);
    if (escape !== -1) leave(void 0);
    writeHeld(console, input, escape === -1 ? keys : keys.subarray(0, escape));
  };
  const onEnd = () => leave(void 0);
  const giveKeysBack = terminal.takeKeys();
  const stopResizing = terminal.onResize(() => {
    session.ask(`size ${size().rows} ${size().columns}`).catch(() => void 0);
  });
  console.pipe(output, { end: false });
  input.on("data", onKeys).on("end", onEnd).resume();
  return {
    left,
    [Symbol.dispose]: () => {
      stopResizing();
      input.off("data", onKeys).off("end", onEnd).pause();
      giveKeysBack();
    }
  };
}
function writeHeld(console, input, keys) {
  if (keys.length === 0 || console.write(keys)) return;
  input.pause();
  console.once("drain", () => input.resume());
}
function connectPipe({ input, output, kernel }, machine) {
  const files = machine.channel("files");
  machine.channel("log.run").pipe(output, { end: false });
  machine.channel("console").pipe(kernel, { end: false });
  input.pipe(files);
  return {
    left: new Promise(() => void 0),
    [Symbol.dispose]: () => {
      input.unpipe(files);
      input.pause();
    }
  };
}

// src/run/shell/shell-session.ts
async function holdForDebugger(machine, folder) {
  const monitor = await machine.monitor;
  const path = join(folder, "gdb");
  await monitor.execute("stop");
  const complaint = await monitor.execute("human-monitor-command", {
    "command-line": `gdbserver unix:${path},server=on,wait=off`
  });
  if (typeof complaint === "string" && /\b(could not|error|invalid|unable|fail)/i.test(complaint))
    throw new AgentRefusal(`the debugger's port could not be opened: ${complaint.trim()}`);
  return path;
}
var sessionLimitMs = 2 ** 31 - 1;
async function runShell(job, ports) {
  const scratch = createOwnScratch();
  return await runInScratch(job, ports, scratch).finally(scratch.remove);
}
async function runInScratch(job, ports, scratch) {
  const directory = join(scratch.path, "logs");
  try {
    var _stack = [];
    try {
      const models = __using(_stack, job.models && await MachineModels.attach(job.models, { sockets: scratch.path, directory, signal: ports.signal }));
      return await runOnMachine(job, { ...ports, scratch: scratch.path, directory, models });
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  } catch (error) {
    if (!(error instanceof ModelNotAttached)) throw error;
    const ending = endingWithoutModels(error.why);
    return { kind: "lost", hadBegun: false, ending, consoleText: "", ...notStarted };
  }
}
async function runOnMachine(job, { scratch, directory, models, ...ports }) {
  var _stack = [];
  try {
    const folder = join(scratch, "folder");
    makeDirectory(directory);
    const folderSize = await fillFolder(
      folder,
      job.planned,
      job.modules,
      stagesOf(job.planned).filter(({ name }) => job.hasTest || name !== "run")
    );
    const launchedMs = performance.now();
    const place = { scratch, folder, folderSize, directory, models };
    const machine = __using(_stack, await startMachine(job, place));
    const listener = listenForSigns();
    const evidence = __using(_stack, collectEvidence(machine, { directory, tripwire: ports.tripwire, onConsoleLine: listener.hear }));
    const opened = job.calls && openCalls(job.calls);
    const calls = opened instanceof MachineCalls ? opened : void 0;
    connectHardware(machine, { job, scratch, models: models?.port, calls });
    const session = openSession(machine, job);
    const state = { hadBegun: false, end: void 0 };
    const watched = await watchMachine({
      machine,
      session,
      evidence,
      bootDeadlineMs: job.bootDeadlineMs,
      imageStarts: job.machine.diskImage?.startsItself === true,
      timeoutMs: sessionLimitMs,
      limits: ports.limits ?? watchLimits,
      signal: ports.signal,
      modelBroken: models?.broken,
      converse: async (listener2) => {
        await attendShell({ job, ports, machine, session, place, calls, launchedMs, state }, listener2);
        return { leftOut: [], written: void 0 };
      }
    });
    evidence.close();
    if (state.end !== void 0) return state.end;
    return {
      kind: "lost",
      hadBegun: state.hadBegun,
      ending: watched.ending,
      phase: evidence.bootPhase(),
      signs: listener.signs(),
      consoleText: readTextFile(evidence.consolePath, maxLogBytes)
    };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function attendShell({ job, ports, machine, session, place, calls, launchedMs, state }, listener) {
  const release = await session.ready;
  const term = ports.terminal.kind === "terminal" ? ports.terminal.term : "dumb";
  const environment = { ...stageEnvironment(job.planned), TERM: term };
  const wanted = {
    stages: [],
    settings: settingsAfterBoot(sessionLimitMs, mergeUserArguments(job.machine.userArgs).kernelParameters),
    scansForLeaks: false,
    environment,
    calls,
    end: { kind: "power-off" }
  };
  await prepare(session, scriptFor(job, machine, place, wanted), listener);
  listener.onFirstStage();
  const debuggerSocket = job.isDebugged ? await holdForDebugger(machine, place.scratch) : void 0;
  ports.onReady({ readyMs: performance.now() - launchedMs, release, debuggerSocket });
  state.hadBegun = true;
  state.end = await attend(machine, session, { terminal: ports.terminal, console: job.machine.arch.guest.console });
  machine.kill();
}
async function attend(machine, session, { terminal, console }) {
  var _stack = [];
  try {
    const connection = __using(_stack, connectTerminal(terminal, machine, session));
    const place = terminal.kind === "pipe" ? "pipe" : `terminal ${console} ${terminal.size().rows} ${terminal.size().columns}`;
    const exited = session.runShell(place).then((exitStatus) => ({ kind: "exited", exitStatus }));
    return await Promise.race([exited, connection.left.then(() => ({ kind: "left" }))]);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}

// src/app/shell-opening.ts
function failedBeforeUse(outcome, { signal }) {
  return outcome.kind === "lost" && !outcome.hadBegun && outcome.ending.kind !== "not-started" && !signal.aborted;
}
function jobOf(accelerator, { run, supplies, modelPool }) {
  const { planned, hasTest } = run.target;
  return {
    planned,
    ...modelsOf(planned, { modelPool, trees: supplies.trees }),
    ...callsOf(planned, supplies),
    hasTest,
    isDebugged: run.choices.isDebugged,
    qemu: supplies.qemu,
    folderTransport: transportOf(supplies),
    modules: builtFiles(planned, supplies),
    bootDeadlineMs: bootDeadlineMs(planned, accelerator)
  };
}
function facts({
  run,
  supplies
}) {
  const { bootImage, bootFormat, arch } = supplies.kernel;
  const build = supplies.builds.get(run.target.planned.suite);
  return {
    bootImage,
    bootFormat,
    isOfHost: architectureOf(arch).node === hostArchitecture(),
    modules: build?.kind === "built" ? build.debugModules : []
  };
}
function portsOf({ terminal, signal, onReady }, known) {
  return { terminal, signal, tripwire: createTripwire(), onReady: (ready) => onReady({ ...ready, ...known }) };
}

// src/app/saved-shell.ts
async function openSaved(asked, opening) {
  var _stack = [];
  try {
    const { run, context } = opening;
    const start = planStart(opening);
    if (start.kind === "cold") return { outcome: void 0, choice: asked };
    const logs = __using(_stack, createScratchDirectory());
    const keptTemplates = new KeptTemplates(context, (message) => run.listener({ kind: "warning", message }));
    await keptTemplates.sweep();
    let choice = asked;
    for (const templates of [run.choices.templates, "renewed"]) {
      const booted = await bootSaved({ start, templates, choice, directory: logs.path }, keptTemplates, opening);
      choice = booted.choice;
      const cached = cacheTemplate(booted);
      if (cached.kind === "none") {
        const message = `The machine is booted instead of cloned: there is no template: ${cached.reason}`;
        run.listener({ kind: "warning", message });
        return { outcome: void 0, choice };
      }
      const outcome = await openClone({ template: cached.template, start, accelerator: choice.accelerator }, opening);
      if (outcome !== void 0) return { outcome, choice };
      if (!cached.template.isKept) break;
    }
    return { outcome: void 0, choice };
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function bootSaved({ start, templates, choice, directory }, keptTemplates, { run, supplies, context }) {
  const { listener, signal, target } = run;
  const { cell, planned } = target;
  const kvmTrials = new KvmTrials(context);
  const booting = {
    plan: { cells: [cell], tests: [planned] },
    supplies: /* @__PURE__ */ new Map([[cell, supplies]]),
    services: { judge: localJudge, keptTemplates, kernelForms: new KernelForms(context.store, listener) },
    outDirectory: directory,
    listener,
    signal
  };
  const booted = await bootTold({ cell, template: start.template, templates, directory, run: booting }, choice);
  await keptTemplates.finished();
  signal.throwIfAborted();
  settleTrial({ cell, supplies }, { asked: choice, booted, kvmTrials, listener });
  return booted;
}
function planStart({ run, supplies }) {
  const starts = planStarts([run.target.planned], {
    start: run.choices.start === "cold" ? "cold" : "clone",
    repeat: 1,
    keepsState: (_cell, driver) => keepsState(supplies, driver),
    busModules: (planned) => busModulesOf(planned, supplies),
    treeOf: (planned) => treePlanOf(planned, supplies.trees ?? /* @__PURE__ */ new Map()),
    obstacle: (cell, args) => obstacleOf(cell, args, supplies)
  });
  return starts.get(run.target.planned) ?? { kind: "cold", reason: "not planned" };
}
async function openClone({ template: saved, start, accelerator }, opening) {
  var _stack = [];
  try {
    const { run, supplies } = opening;
    const template = __using(_stack, saved);
    const machine = cloneMachine(start.template, supplies, accelerator);
    const outcome = await runShell(
      { ...jobOf(accelerator, opening), machine, clone: cloneStart(start, template) },
      portsOf(run, { accelerator, start: "clone", ...facts(opening) })
    );
    if (!failedBeforeUse(outcome, run)) return outcome;
    run.listener({ kind: "warning", message: `The clone did not reach a shell: ${describeEnding(outcome.ending)}` });
    return void 0;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}

// src/app/shell-kernel.ts
async function openInAnyForm({
  kernel,
  open,
  listener,
  store,
  signal,
  place
}) {
  const outcome = await open(kernel);
  const asIs = { outcome, kernel, tried: [kernel.bootFormat] };
  if (!isSilentReset(outcome) || signal.aborted || exceedsMemory(kernel, place.initramfs, place.machine)) return asIs;
  const packed = asPacked(kernel);
  if (packed === void 0) return asIs;
  listener({ kind: "warning", message: `${kernel.spec}: ${entryFails}. Its bzImage is tried.` });
  const second = await open(packed);
  if (isSilentReset(second)) return { outcome: second, kernel, tried: [kernel.bootFormat, packed.bootFormat] };
  rememberPacked(kernel, store);
  return { outcome: second, kernel: packed, tried: [packed.bootFormat] };
}
function isSilentReset(outcome) {
  if (outcome.kind !== "lost" || outcome.hadBegun || outcome.phase !== "kernel-silent") return false;
  return outcome.ending.kind === "guest-reset" || outcome.ending.kind === "guest-shutdown";
}
function explainShell({ outcome, kernel, tried }, place) {
  if (outcome.kind !== "lost" || outcome.hadBegun || !isOfBoot(outcome.ending)) return outcome;
  const facts2 = factsOfBoot({ kernel, tried, ...place });
  return { ...outcome, failure: explainBoot({ ...outcome, ...facts2, findings: findBugs(outcome.consoleText) }) };
}
function isOfBoot({ kind }) {
  return kind === "boot-deadline" || kind.startsWith("guest-");
}

// src/app/open-shell.ts
async function openShell(run) {
  var _stack = [];
  try {
    const { target, choices, installation } = run;
    const plan = { cells: [target.cell], tests: [target.planned] };
    const context = createProvisionContext({ progress: provisionListener(run.listener), signal: run.signal });
    const modelPool = __using(_stack, new ModelPool(installation.deviceHostProgram, lineRelayFrom(context)));
    const models = await refuseBrokenModels(plan, modelPool, run);
    const asked = acceleratorForCells(choices.accel, plan.cells);
    const guestFiles = readGuestFiles(installation.guestDirectory);
    const callHelperSources = join2(installation.guestDirectory, "calls");
    const all = await provideSupplies(
      {
        ...{ plan, compiler: choices.compiler, guestFiles, models, callHelperSources },
        boardSources: join2(installation.guestDirectory, "board")
      },
      context
    );
    await requireModelClient({ plan, buses: models.buses }, all, context);
    const trees = { plan, supplies: all, trees: models.trees, accelerators: possibleAccelerators(asked) };
    const supplies = suppliesOf({ supplies: await withTrees(trees, run, context) }, target.cell);
    const noBus = missingBus(target.planned, supplies);
    if (noBus !== void 0) throw new ProvisionError(noBus);
    requireModules(run, supplies);
    const opening = { run, supplies, context, modelPool };
    const { outcome, choice } = await openSaved(recalled(asked, opening), opening);
    if (outcome !== void 0) return outcome;
    const first = await openInAnyForm(onAccelerator(choice.accelerator, opening));
    if (!choice.fallsBack || !failedBeforeUse(first.outcome, run))
      return explainShell(first, placeOf(choice.accelerator, opening));
    run.listener({ kind: "warning", message: fallBack(describeEnding(first.outcome.ending)).reason });
    return explainShell(await openInAnyForm(onAccelerator("tcg", opening)), placeOf("tcg", opening));
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
function recalled(choice, { run, supplies, context }) {
  if (run.choices.templates === "new") return choice;
  const known = new KvmTrials(context).recall({ cell: run.target.cell, supplies }, choice);
  if (known !== choice) run.listener({ kind: "warning", message: `${known.reason}. ${known.advice ?? ""}` });
  return known;
}
function onAccelerator(accelerator, opening) {
  const { run, supplies, context } = opening;
  return {
    kernel: supplies.kernel,
    open: (kernel) => openOn(accelerator, { ...opening, supplies: { ...supplies, kernel } }),
    listener: run.listener,
    store: context.store,
    signal: run.signal,
    place: placeOf(accelerator, opening)
  };
}
function placeOf(accelerator, { run, supplies }) {
  const { cell, planned } = run.target;
  const deadlineMs = bootDeadlineMs(planned, accelerator);
  return { machine: cell.machine, initramfs: supplies.archive.path, deadlineMs };
}
function requireModules({ target: { planned, cell }, listener }, { builds }) {
  const build = builds.get(planned.suite);
  if (build?.kind !== "failed") return;
  listener({
    kind: "build-failed",
    suite: planned.suite.name,
    kernel: cell.kernel.text,
    directory: build.directory,
    output: build.output,
    log: void 0
  });
  throw new ProvisionError(`The modules in ${build.directory} do not build. Fix the build, then try again.`);
}
async function openOn(accelerator, opening) {
  const { run, supplies } = opening;
  const job = { ...jobOf(accelerator, opening), machine: testMachine(run.target.planned, supplies, accelerator) };
  return await runShell(job, portsOf(run, { accelerator, start: "cold", ...facts(opening) }));
}

// src/host/process/user-terminal.ts
function userTerminal() {
  const { stdin, stdout, stderr } = process;
  if (!stdin.isTTY || !stdout.isTTY) return { kind: "pipe", input: stdin, output: stdout, kernel: stderr };
  return {
    kind: "terminal",
    input: stdin,
    output: stdout,
    term: /^[\w.+-]{1,64}$/.exec(environmentVariable("TERM") ?? "")?.[0] ?? "dumb",
    // A terminal of unknown size reports 0.
    size: () => ({ rows: stdout.rows || 24, columns: stdout.columns || 80 }),
    onResize: (listener) => {
      stdout.on("resize", listener);
      return () => void stdout.off("resize", listener);
    },
    takeKeys: () => takeKeys(stdin)
  };
}
function takeKeys(stdin) {
  const restore = () => {
    stdin.setRawMode(false);
    process.off("exit", restore);
  };
  process.on("exit", restore);
  stdin.setRawMode(true);
  return restore;
}

// src/plan/shell-target.ts
function shellTarget(plan, isWhole) {
  const [cell, ...others] = plan.cells;
  const planned = plan.tests.find((test) => test.cell === cell);
  if (cell === void 0 || planned === void 0) {
    return {
      kind: "problem",
      problem: {
        message: "expected a suite with a test, found none in it",
        hint: "A test is a directory with an executable run."
      }
    };
  }
  if (others.length > 0) {
    const message = [`expected one cell, found ${plan.cells.length}:`, ...listCells(plan.cells)].join("\n");
    return {
      kind: "problem",
      problem: { message, hint: "Choose one kernel with --kernel and one machine with --machine." }
    };
  }
  if (!isWhole && plan.tests.length > 1) return { kind: "problem", problem: wordSeveral(plan.tests) };
  return {
    kind: "target",
    target: {
      cell,
      planned: isWhole ? { ...planned, id: planned.suite.name, test: bare(planned.suite, planned.test) } : planned,
      hasTest: !isWhole
    }
  };
}
function wordSeveral(tests) {
  const names = tests.slice(0, maxNamed).map(({ test }) => test.name);
  const more = tests.length > maxNamed ? ` and ${tests.length - maxNamed} more` : "";
  return {
    message: `expected one test, found ${tests.length}, one for each row of info/each: ${names.join(", ")}${more}`,
    hint: `Name one of them: SUITE/${names[0] ?? ""}`
  };
}
var maxNamed = 10;
function bare(suite, test) {
  return {
    ...test,
    name: "",
    directory: suite.directory,
    qemuArgs: [],
    start: "auto",
    devices: [],
    faults: [],
    setup: void 0,
    teardown: void 0,
    dataDirectory: void 0,
    row: void 0
  };
}

// src/report/terminal/shell-banner.ts
var lastLines = 15;
function lastOfConsole(consoleText) {
  const lines = plainText(consoleText).trimEnd().split("\n").filter((line) => line.trim() !== "");
  return lines.slice(-lastLines).map((line) => `  ${line}`);
}
function shellBanner(facts2) {
  const { cell, planned, release, accelerator, start, readyMs, version } = facts2;
  const args = [...cell.machine.args, ...planned.suite.qemuArgs, ...planned.test.qemuArgs];
  const run = stagesToRun(facts2);
  return {
    welcome: [
      `qemu-driver-test ${version}   ${plainLine(planned.id)}`,
      labelled("kernel", `${plainLine(release)} (${cell.kernel.text})`),
      labelled("machine", `${cell.machine.name}: ${plainLine(shellJoin(args))}`),
      labelled(
        "started",
        `${start === "clone" ? "as a clone" : "by a boot"} in ${formatDuration(readyMs)}, on ` + accelerator.toUpperCase()
      ),
      ...run === "" ? [] : [labelled("try", run)],
      labelled("leave", "exit, or Ctrl-] to stop the machine at once")
    ],
    debugger: facts2.debuggerSocket === void 0 ? [] : debuggerLines(facts2, facts2.debuggerSocket)
  };
}
function stagesToRun({ planned: { suite, test }, hasTest }) {
  const forward = [
    ...suite.setup === void 0 ? [] : ["./suite-setup"],
    ...test.setup === void 0 ? [] : ["./setup"],
    ...hasTest ? ["./run"] : []
  ];
  return forward.join(" && ");
}
function debuggerLines(facts2, socket) {
  const { bootFormat, isOfHost, modules } = facts2;
  const module = modules[0];
  return [
    "The guest is paused until a debugger continues it. In another terminal:",
    "",
    `  ${debuggerOf(facts2)} -ex 'target remote ${socket}'`,
    "",
    ...isOfHost ? ["then: continue. With your own vmlinux with debug information in its place, gdb shows names and lines."] : [
      "then: continue. It is in the package gdb-multiarch; the gdb of this host knows no other architecture. With",
      "your own vmlinux with debug information as its first argument, it shows names and lines."
    ],
    ...bootFormat === "vmlinux" ? [] : ["This kernel has KASLR: its addresses match only with -append nokaslr in --machine."],
    ...module === void 0 ? [] : [
      `Once the module is loaded: add-symbol-file ${module} ADDRESS. The guest shows ADDRESS in /sys/module/${moduleName(module)}/sections/.text`
    ]
  ];
}
function debuggerOf({ bootImage, isOfHost }) {
  return isOfHost ? `gdb ${shellQuote(bootImage)}` : "gdb-multiarch";
}
function moduleName(path) {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.ko$/, "").replaceAll("-", "_");
}
function labelled(label, value) {
  return `  ${label.padEnd(9)}${value}`;
}

// src/cli/shell-faults.ts
function withFaults(target, texts) {
  const { suite, test } = target.planned;
  const faults = texts.map((text) => ({ text, file: "--fault", line: 0 }));
  const [problem] = faults.flatMap(
    (fault) => isCallFault(fault.text) ? callFaultProblems(fault, suite) : faultProblems(fault, suite, test)
  );
  if (problem !== void 0)
    throw new UsageError([`--fault: ${problem.message}`, problem.hint ?? ""].filter((part) => part !== "").join("\n"));
  return {
    ...target,
    planned: { ...target.planned, test: { ...test, faults: [...test.faults, ...faults] } }
  };
}

// src/cli/shell-command.ts
function readShellTarget(args, host) {
  const [operand, ...others] = args.operands;
  if (args.values("smoke").length > 0) return readSmokeTarget(args, host);
  if (operand === void 0 || others.length > 0) throw new UsageError("Name one suite, or one test as SUITE/TEST.");
  const found = shellTarget(readPlan(args, host), suiteOperand(operand, host.cwd).test === void 0);
  if (found.kind === "problem") throw new UsageError(formatPlanProblem(found.problem));
  return found.target;
}
function readSmokeTarget(args, host) {
  const [name, ...others] = args.operands;
  if (others.length > 0) throw new UsageError("With --smoke, name one test, such as smoke/bind.");
  const tests = name === void 0 ? [] : [name];
  const values = (option) => option === "test" ? tests : args.values(option);
  const found = shellTarget(readPlan({ ...args, operands: [], values }, host), name === void 0);
  if (found.kind === "problem") throw new UsageError(formatPlanProblem(found.problem));
  return found.target;
}
var unavailable = 69;
async function shellCommand(args, host) {
  const choices = {
    accel: oneOf("--accel", ["auto", "kvm", "tcg"], args.value("accel")) ?? "auto",
    start: oneOf("--start", ["auto", "clone", "cold"], args.value("start")) ?? "auto",
    templates: args.flag("fresh") ? "new" : "reused",
    compiler: compilerChoice(args, host.cwd),
    isDebugged: args.flag("gdb")
  };
  const target = withFaults(readShellTarget(args, host), args.values("fault"));
  return await openShellOn(target, { choices, signal: cancelOnSignals(host, () => void 0, "ends") }, host);
}
async function openShellOn(target, { choices, signal }, host) {
  const terminal = userTerminal();
  const isTerminal = terminal.kind === "terminal";
  const reporter = startReporter({ write: host.complain, isTty: host.isTty && isTerminal, verbose: false }, host);
  try {
    const outcome = await openShell({
      target,
      choices,
      installation: host.installation,
      cwd: host.cwd,
      listener: reporter.onEvent,
      terminal,
      onReady: (ready) => {
        reporter.close();
        announce(ready, { target, host, isTerminal });
      },
      signal
    });
    reporter.close();
    return conclude(outcome, host);
  } finally {
    reporter.close();
  }
}
function announce(ready, { target, host, isTerminal }) {
  const banner = shellBanner({ ...ready, ...target, version: host.installation.version });
  const lines = [...isTerminal ? banner.welcome : [], ...banner.debugger];
  if (lines.length > 0) host.complain(`${lines.join("\n")}

`);
}
function conclude(outcome, host) {
  switch (outcome.kind) {
    case "exited":
      return outcome.exitStatus;
    case "left":
      host.complain("\nThe machine was stopped.\n");
      return 0;
    case "lost":
      return explainLoss(outcome, host);
  }
}
function explainLoss({ ending, hadBegun, consoleText, failure }, host) {
  if (hadBegun && ending.kind === "guest-shutdown") return 0;
  const [bug] = findBugs(consoleText);
  const words = ending.kind === "cancelled" ? "it was cancelled" : failure !== void 0 ? plainText(failure.message) : [...bug === void 0 ? [] : [plainLine(bug.title)], plainText(describeEnding(ending))].join("; ");
  const console = hadBegun ? [] : lastOfConsole(consoleText);
  const hint = failure?.hint === void 0 ? [] : [plainText(failure.hint)];
  const ended = hadBegun ? `The shell has ended: ${words}.` : `No shell could be opened: ${words}.`;
  host.complain(`${["", ended, ...hint, ...console].join("\n")}
`);
  return unavailable;
}

export {
  userTerminal,
  readShellTarget,
  shellCommand,
  openShellOn
};
