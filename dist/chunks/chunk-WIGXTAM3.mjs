import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  FindingLocator
} from "./chunk-GKFV7CYF.mjs";
import {
  KeptTemplates,
  announceAccelerator,
  announceSupplies,
  bootDirectory,
  bootEnd,
  bootOnce,
  buildResults,
  chooseAccelerator,
  chooseStarts,
  compilerWords,
  failedBuild,
  isCellsOwn,
  provideSupplies,
  provisionListener,
  runPlanned,
  toldBuilds,
  unstartedRecord
} from "./chunk-CMVGO2SH.mjs";
import {
  JudgeThreads
} from "./chunk-2XJ4U6TV.mjs";
import {
  published,
  reportRecord,
  withResultsDirectory
} from "./chunk-2MKMBHQV.mjs";
import {
  formatEntry,
  recordName
} from "./chunk-VEF7KPJX.mjs";
import {
  ModelPool,
  RunStopped,
  attemptDirectory,
  attemptName,
  attemptsOf,
  createProvisionContext,
  lineRelayFrom,
  memoryMiB,
  refuseBrokenModels,
  requireModelClient,
  suppliesOf
} from "./chunk-QPLCJBWB.mjs";
import {
  sha256Of
} from "./chunk-Z5M3ZDMR.mjs";
import {
  ProvisionError
} from "./chunk-QU4KJBQ7.mjs";
import {
  orderTests
} from "./chunk-CWIDTWL5.mjs";
import {
  readGuestFiles,
  shellJoin
} from "./chunk-ZCKYQYTZ.mjs";
import {
  kindOfFile
} from "./chunk-BDJ27EXF.mjs";
import {
  hostResources
} from "./chunk-L664XDLE.mjs";
import {
  describeExpectation,
  handledInWords
} from "./chunk-LBTRBG7A.mjs";
import {
  describeEnding
} from "./chunk-U3OBDBEH.mjs";
import {
  appendToFile,
  copyFileTo,
  makeParent,
  writeFileAt
} from "./chunk-4NERI4SW.mjs";
import {
  deferred
} from "./chunk-PNGENSD7.mjs";
import {
  asObject
} from "./chunk-ZOCY7ZAN.mjs";
import {
  isHostExhausted,
  isSystemError,
  makeDirectory,
  now,
  removeTree
} from "./chunk-TN32ZU5T.mjs";
import {
  __callDispose,
  __using
} from "./chunk-R2N667XA.mjs";

// src/engine/run-attempt.ts
import { join as join2 } from "node:path";

// src/diagnose/verdict.ts
function rulesOf({ suite, test, sweep }) {
  return {
    expectation: test.expectation,
    expectConsole: [...suite.expectConsole, ...test.expectConsole],
    isSweepPoint: sweep !== void 0
  };
}

// src/engine/cell-boots.ts
import { basename, relative } from "node:path";

// src/engine/internal-error.ts
import { join } from "node:path";
function keepStack(error, { outDirectory }, directory) {
  const log = join(directory, "internal-error.log");
  const [message, stack] = error instanceof Error ? [error.message, error.stack ?? error.message] : [String(error), String(error)];
  const detail = firstLine(message);
  try {
    const path = join(outDirectory, log);
    makeParent(path);
    appendToFile(path, `${stack}
`);
    return { detail, log };
  } catch {
    return { detail, log: "no file" };
  }
}
var maxDetail = 500;
function firstLine(text) {
  return (text.split("\n", 1)[0] ?? "").replace(/^Internal error: /, "").slice(0, maxDetail);
}

// src/engine/settle-accelerator.ts
async function settleAccelerator(setup, choice) {
  const { starts, choices, outDirectory, listener, signal } = setup;
  const [cell] = bootableCells(setup);
  if (cell === void 0 || !choice.fallsBack || signal.aborted) return { choice, boot: void 0 };
  const request = {
    cell,
    template: ownTemplate(starts, cell),
    templates: choices.templates,
    directory: bootDirectory(outDirectory, cell),
    run: setup
  };
  listener({ kind: "provision-begin", what: cell.id, activity: "booting" });
  const { choice: settled, ...outcome } = await bootOnce(request, choice);
  listener({ kind: "provision-end", what: cell.id, ...bootEnd(outcome) });
  if (settled !== choice) listener({ kind: "warning", message: `${settled.reason}. ${settled.advice ?? ""}` });
  return { choice: settled, boot: { cell, outcome } };
}
function bootableCells({ plan, supplies }) {
  return plan.cells.filter(
    (cell) => plan.tests.some(
      (planned) => planned.cell === cell && failedBuild(planned, suppliesOf({ supplies }, cell)) === void 0
    )
  );
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
    return reason === void 0 ? cached : { kind: "none", reason };
  }
  /** A clone of one that an earlier run made was dead: it is made anew, once, whoever finds out first. */
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
    if (cached?.kind === "template") cached.template[Symbol.dispose]();
  }
  [Symbol.dispose]() {
    for (const plan of this.#cached.keys()) void this.#drop(plan);
    for (const template of this.#replaced) template[Symbol.dispose]();
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
    const note = `tests boot cold instead of being cloned from ${nameOf(plan)}: ${reason}`;
    void record.append({ entry: "template-lost", cell: plan.cell.id, note });
    listener({ kind: "warning", message: `${plan.cell.id}: ${note}` });
  }
};
function nameOf({ args, diskImage }) {
  const more = [
    ...args.length === 0 ? [] : [args.join(" ")],
    ...diskImage === void 0 ? [] : [basename(diskImage)]
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
  /** `early`: the boot that settled the accelerator. */
  constructor(run, early) {
    this.#run = run;
    this.#early = early;
    const users = [...run.starts.values()].flatMap(
      (start) => start.kind === "clone" ? Array(run.choices.repeat).fill(start.template) : []
    );
    this.#losses = new TemplateLosses(run);
    this.templateCache = new TemplateCache(users, {
      make: (plan, number, isAnew) => this.#makeTemplate(plan, number, isAnew),
      onLoss: (plan, reason) => this.#losses.add(plan, reason)
    });
    for (const cell of bootableCells(run)) this.#cellTasks.set(cell, this.#cellTask(cell));
    for (const plan of new Set(users))
      if (this.#cellTasks.has(plan.cell) && !isCellsOwn(plan)) this.#templateTasks.set(plan, this.#templateTask(plan));
    this.preparations = [...this.#cellTasks].flatMap(([cell, task]) => [
      task,
      ...[...this.#templateTasks].filter(([plan]) => plan.cell === cell).map(([, own]) => own)
    ]);
  }
  /** Undefined: the cell needed no boot, or the run was cancelled before it. */
  of(cell) {
    return this.#boots.get(cell);
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
        if (this.#run.signal.aborted && this.#early?.cell !== cell) return;
        await this.#provide(cell).catch((error) => this.#recordBroken(cell, error));
      }
    };
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
      const detail = describeEnding({ kind: "host-failed", detail: error.message });
      await this.#recordBoot(cell, { outcome: "failed", durationMs: 0, findings: [], detail });
      return;
    }
    const { outDirectory } = this.#run;
    const internalError = keepStack(error, this.#run, relative(outDirectory, bootDirectory(outDirectory, cell)));
    await this.#recordBoot(cell, {
      outcome: "failed",
      durationMs: 0,
      findings: [],
      detail: internalError.detail,
      internalError
    });
  }
  async #boot(cell, template) {
    const { listener, outDirectory } = this.#run;
    listener({ kind: "provision-begin", what: cell.id, activity: "booting" });
    const outcome = await bootOnce(this.#request(cell, template, bootDirectory(outDirectory, cell)), this.#settled);
    listener({ kind: "provision-end", what: cell.id, ...bootEnd(outcome) });
    return outcome;
  }
  async #recordBoot(cell, boot) {
    this.#boots.set(cell, boot);
    const { outcome, durationMs, bootedAt, findings } = boot;
    await this.#run.record.append({
      entry: "boot",
      cell: cell.id,
      outcome,
      durationMs,
      findings: findings.map(published),
      ...bootedAt === void 0 ? {} : { bootedAt: bootedAt.toISOString() }
    });
  }
  #templateTask(plan) {
    const boot = this.#cellTasks.get(plan.cell);
    return {
      kind: "prepare",
      needs: boot === void 0 ? [] : [boot],
      run: async () => {
        if (!this.#run.signal.aborted && this.of(plan.cell)?.outcome === "ok") await this.templateCache.take(plan);
      }
    };
  }
  /** Makes a template that is not a cell's own boot. `number` keeps its logs apart from those of others. */
  async #makeTemplate(template, number, isAnew) {
    const { cell } = template;
    const request = this.#request(cell, template, bootDirectory(this.#run.outDirectory, cell, `template-${number}`));
    return cacheTemplate(await bootOnce(isAnew ? { ...request, templates: "renewed" } : request, this.#settled));
  }
  #request(cell, template, directory) {
    return { cell, template, templates: this.#run.choices.templates, directory, run: this.#run };
  }
  get #settled() {
    return { accelerator: this.#run.accelerator, reason: "", advice: void 0, fallsBack: false };
  }
  [Symbol.dispose]() {
    this.templateCache[Symbol.dispose]();
  }
};
function cacheTemplate({ boot, template, templateFailure }) {
  if (template !== void 0) return { kind: "template", template };
  return { kind: "none", reason: templateFailure ?? boot.detail };
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
  return [...sizes.values()].sort((a, b) => b - a).slice(0, 2).reduce((sum, size) => sum + size, 0);
}
async function runScheduled(tasks, atOnce) {
  const queue = new ReadyQueue(tasks);
  const failures = [];
  const slots = Math.max(1, atOnce);
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
      for (let task = queue.next(slots, running); task !== void 0; task = queue.next(slots, running)) begin(task);
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
      prepare: new ReadyList(free.filter(({ kind }) => kind === "prepare")),
      test: new ReadyList(free.filter(({ kind }) => kind === "test"))
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
  next(slots, running) {
    if (running >= slots) return void 0;
    const { prepare, test } = this.#ready;
    return test.length >= slots ? test.take() : prepare.take() ?? test.take();
  }
  end(task) {
    const freed = (this.#dependents.get(task) ?? []).filter((dependent) => this.#isFreed(dependent));
    this.#dependents.delete(task);
    for (const kind of ["prepare", "test"])
      this.#ready[kind].add(
        freed.filter((one) => one.kind === kind),
        (one) => this.#place.get(one) ?? 0
      );
  }
  #addDependent(needed, task) {
    const known = this.#dependents.get(needed);
    if (known === void 0) this.#dependents.set(needed, [task]);
    else known.push(task);
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
  add(more, placeOf) {
    if (more.length === 0) return;
    this.#tasks = [...this.#tasks.slice(this.#taken), ...more].sort((a, b) => placeOf(a) - placeOf(b));
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
}
async function concludeSafely(attempt2, context) {
  let seen;
  try {
    seen = await runPlanned(attempt2, {
      ...context,
      supplies: suppliesOf(context.run, attempt2.planned.cell),
      start: startOf(context.run, attempt2)
    });
    return await recorded(entryOf(attempt2, seen, await judgeAttempt(attempt2, seen.record, context)), context);
  } catch (error) {
    const record = brokenRecord(attempt2, seen?.record, endingOf(error, attempt2, context), context.run);
    return await recorded(
      entryOf(attempt2, { record, startReason: seen?.startReason ?? "it was not started" }, notJudged(attempt2, record)),
      context
    );
  }
}
async function recorded(entry, { run }) {
  await run.record.append(entry);
  return entry;
}
function startOf({ starts }, { planned }) {
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
function entryOf({ test, number }, { record, startReason }, verdict) {
  return {
    entry: "attempt",
    test,
    attempt: number,
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
  const consolePath = join2(directory, "console.log");
  const hasConsole = kindOfFile(join2(run.outDirectory, consolePath)) === "file";
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
    const placeOf = new Map(run.plan.tests.map((planned, index) => [planned, index]));
    const tests = orderTests(run.plan.tests, run.order).flatMap((planned) => attemptsOf(planned, placeOf.get(planned) ?? 0, run.choices.repeat)).map(
      (attempt2) => ({
        kind: "test",
        needs: boots.preparationsFor(attempt2.planned),
        run: () => runAttempt(attempt2, { run, boots })
      })
    );
    await runScheduled([...boots.preparations, ...tests], run.jobs);
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}

// src/engine/run-header.ts
import { relative as relative2 } from "node:path";

// src/results/reproduce.ts
function reproduceCommand(planned, options) {
  if (planned.sweep !== void 0) return sweepCommand(planned, planned.sweep, options);
  const timeout = options.timeoutSeconds === void 0 ? [] : ["--timeout", String(options.timeoutSeconds)];
  const repeat = options.repeat === void 0 ? [] : ["--repeat", String(options.repeat)];
  return shellJoin([
    ...options.invocation,
    "run",
    notAnOption(options.suitePath),
    "--test",
    planned.id,
    ...machineWords(planned, options),
    ...timeout,
    ...repeat
  ]);
}
function sweepCommand(planned, { test, device, fault, nth }, options) {
  const point = ["--device", device, "--fault", fault.text, "--point", String(nth)];
  return shellJoin([
    ...options.invocation,
    "sweep",
    notAnOption(`${options.suitePath}/${test}`),
    ...point,
    ...machineWords(planned, options)
  ]);
}
function shellCommandLine(planned, options) {
  return shellJoin([
    ...options.invocation,
    "shell",
    notAnOption(`${options.suitePath}/${planned.sweep?.test ?? planned.test.name}`),
    ...machineWords(planned, options)
  ]);
}
function machineWords({ cell, suite }, { qemu, diskImage, accelerator }) {
  return [
    ...cell.kernel.text === suite.kernel ? [] : ["--kernel", cell.kernel.text],
    ...cell.machine.args.length === 0 ? [] : ["--machine", `${cell.machine.name}=${shellJoin(cell.machine.args)}`],
    ...qemu === void 0 ? [] : ["--qemu", qemu],
    ...diskImage === void 0 ? [] : ["--disk-image", diskImage],
    ...accelerator === void 0 ? [] : ["--accel", accelerator]
  ];
}
function notAnOption(path) {
  return path.startsWith("-") ? `./${path}` : path;
}

// src/engine/run-header.ts
function runHeader(facts) {
  const { version, startedAt, host, plan, choices, shard } = facts;
  const { repeat, shuffleSeed } = choices;
  return {
    entry: "run",
    schema: "qemu-driver-test/record/1",
    tool: { version },
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
  const { kernel, qemu } = own;
  const builds = buildResults(cell, own);
  return {
    id: cell.id,
    kernel: { spec: kernel.spec, release: kernel.release, sha256: kernel.sha256 },
    machine: cell.machine,
    arch: cell.arch,
    qemu: { version: qemu.version, sha256: qemu.sha256 },
    ...builds.length === 0 ? {} : { builds }
  };
}
function plannedEntry(planned, { choices, cwd }) {
  const { id, cell, suite, test, sweep } = planned;
  const again = { ...choices.reproduceWith, suitePath: relative2(cwd, suite.directory) || "." };
  return {
    id,
    cell: cell.id,
    suite: suite.name,
    description: test.description,
    expected: sweep === void 0 ? describeExpectation(test.expectation) : handledInWords,
    rules: rulesOf(planned),
    reproduce: reproduceCommand(planned, again),
    shell: shellCommandLine(planned, again)
  };
}

// src/record/record-writer.ts
import { join as join3 } from "node:path";

// src/host/files/appended-file.ts
import { open, stat } from "node:fs/promises";
import { dirname } from "node:path";
var AppendedFile = class _AppendedFile {
  #path;
  #file;
  #pending = [];
  #size = 0;
  #isWriting = false;
  constructor(path, file) {
    this.#path = path;
    this.#file = file;
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
    makeDirectory(dirname(this.#path));
    const again = await openNew(this.#path);
    try {
      const piece = Buffer.alloc(pieceBytes);
      for (let done = 0; done < this.#size; ) {
        const { bytesRead } = await this.#file.read(piece, 0, Math.min(piece.length, this.#size - done), done);
        if (bytesRead === 0) throw new Error(`Internal error: ${this.#path} is shorter than what was written to it`);
        await writeAt(again, piece.subarray(0, bytesRead), done);
        done += bytesRead;
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
  async append(text) {
    const written = deferred();
    this.#pending.push({ bytes: Buffer.from(text), written });
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
var pieceBytes = 1024 * 1024;
async function openNew(path) {
  const file = await open(path, "w+");
  const directory = await open(dirname(path), "r");
  await directory.sync().finally(() => directory.close());
  return file;
}
async function writeAt(file, bytes, offset) {
  for (let done = 0; done < bytes.length; ) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, offset + done);
    done += bytesWritten;
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
    file,
    hasReserve,
    onTrouble
  }) {
    this.#directory = directory;
    this.#file = file;
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
      file: await AppendedFile.create(join3(directory, recordName)),
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
    this.#onTrouble(`${join3(this.#directory, recordName)} ${trouble}`);
  }
  /** If it cannot be removed, it uses space but affects no result. */
  #giveUpReserve() {
    if (!this.#hasReserve) return;
    this.#hasReserve = false;
    try {
      removeTree(join3(this.#directory, reserveName));
    } catch (error) {
      if (!isSystemError(error)) throw error;
    }
  }
};
function reserveRoom(directory) {
  const path = join3(directory, reserveName);
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
  const known = new Map(
    [...suitesOf(tests)].map((suite) => [suite, parseDurations(store.readDocument(documentName(suite)))])
  );
  return { durationMsOf: ({ cell, suite, test }) => known.get(suite)?.[cell.id]?.[test.name] };
}
function recordDurations(store, timed) {
  for (const suite of suitesOf(timed.map(({ planned }) => planned))) {
    const own = timed.filter(({ planned }) => planned.suite === suite);
    store.writeDocument(documentName(suite), {
      directory: suite.directory,
      durationMs: mergeTimes(suite, parseDurations(store.readDocument(documentName(suite))), own)
    });
  }
}
var maxCells = 100;
function mergeTimes(suite, before, timed) {
  const names = new Set(suite.tests.map(({ name }) => name));
  const cells = new Map(
    Object.entries(before).map(([cell, times]) => [
      cell,
      Object.fromEntries(Object.entries(times).filter(([name]) => names.has(name)))
    ])
  );
  for (const { planned, durationMs } of timed) {
    const times = { ...cells.get(planned.cell.id), [planned.test.name]: Math.round(durationMs) };
    cells.delete(planned.cell.id);
    cells.set(planned.cell.id, times);
  }
  return Object.fromEntries([...cells].slice(-maxCells));
}
function suitesOf(tests) {
  return new Set(tests.map(({ suite }) => suite));
}
function documentName(suite) {
  return `durations/${sha256Of(suite.directory).slice(0, 32)}`;
}
function parseDurations(document) {
  const cells = asObject(asObject(document)?.["durationMs"]) ?? {};
  return Object.fromEntries(Object.entries(cells).map(([cell, times]) => [cell, numbersIn(asObject(times) ?? {})]));
}
function numbersIn(times) {
  return Object.fromEntries(
    Object.entries(times).flatMap(
      ([name, time]) => typeof time === "number" && time >= 0 ? [[name, time]] : []
    )
  );
}

// src/app/report-builds.ts
import { join as join4, relative as relative3 } from "node:path";
function reportBuilds({ plan, supplies, listener, outDirectory, cwd }) {
  const shownPath = (log) => relative3(cwd, join4(outDirectory, log));
  const told = plan.cells.flatMap((cell) => {
    const own = supplies.get(cell);
    return own === void 0 ? [] : toldBuilds(cell, own).map((build) => ({ ...build, kernel: cell.kernel.text }));
  });
  for (const one of told) keepLog(one, outDirectory);
  const shown = /* @__PURE__ */ new Set();
  for (const one of told) {
    const { suite, build, kernel, log } = one;
    if (shown.has(build)) continue;
    shown.add(build);
    if (build.kind === "failed")
      listener({
        kind: "build-failed",
        suite: suite.name,
        kernel,
        directory: build.directory,
        output: build.output,
        log: shownPath(log)
      });
  }
  for (const group of sameWarnings(told)) listener({ kind: "warning", message: warningWords(group, shownPath) });
}
function keepLog({ build, log }, outDirectory) {
  const path = join4(outDirectory, log);
  if (build.kind === "failed") {
    writeFileAt(path, `${build.command}
${build.output}`);
  } else if (build.log !== void 0) {
    makeDirectory(join4(path, ".."));
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
  const kernels = [...new Set(group.map(({ kernel }) => kernel))].join(", ");
  const count = warnings === 1 ? "1 compiler warning" : `${warnings} compiler warnings, the first`;
  return `${one.suite.name} for ${kernels} has ${count}: ${compilerWords(first)}. All of the output: ${shownPath(one.log)}`;
}

// src/app/run-suites.ts
async function runSuites(asked) {
  var _stack = [];
  try {
    const { plan, choices, installation, listener, signal, outDirectory } = asked;
    const context = createProvisionContext({
      progress: provisionListener(listener),
      signal,
      onStoreUse: asked.onStoreUse
    });
    const modelPool = __using(_stack, new ModelPool(installation.deviceHostProgram, lineRelayFrom(context)));
    await refuseBrokenModels(plan, modelPool, asked);
    const started = { at: now(), ms: performance.now() };
    const accelerator = chooseAccelerator(choices.accel);
    const guestFiles = readGuestFiles(installation.guestDirectory);
    const supplies = await provideSupplies({ plan, guestFiles }, context);
    await requireModelClient(plan, supplies, context);
    return await withResultsDirectory(
      outDirectory,
      signal,
      () => runWith({ started, accelerator, context, supplies, modelPool }, asked)
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
    const { accelerator, context, supplies, modelPool } = readiness;
    const { plan, choices, listener, outDirectory, signal } = asked;
    announceSupplies(supplies, listener);
    announceAccelerator(accelerator, listener);
    reportBuilds({ plan, supplies, listener, outDirectory, cwd: asked.cwd });
    const judge = __using(_stack, new JudgeThreads(asked.installation.judgeProgram));
    const keptTemplates = new KeptTemplates(
      context,
      (reason) => listener({ kind: "warning", message: `The next run boots again: the machine could not be kept for it. ${reason}` })
    );
    await keptTemplates.sweep();
    const starts = chooseStarts({ plan, supplies, start: choices.start, repeat: choices.repeat });
    const locator = new FindingLocator({ listener, signal });
    const services = { modelPool, judge, locator, keptTemplates };
    const setup = { plan, choices, supplies, starts, services, outDirectory, listener, signal };
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
async function runRecorded(recording, asked) {
  const { outDirectory, listener } = asked;
  const stop = new AbortController();
  const record = await RecordWriter.create(outDirectory, (reason) => {
    listener({ kind: "warning", message: `The run stops here: ${reason}` });
    stop.abort(new RunStopped(reason));
  });
  const run = completeRun(recording, record, AbortSignal.any([asked.signal, stop.signal]));
  const failure = await runInto(run, recording, asked).catch((error) => ({ error }));
  await record.close();
  const replay = reportRecord({ directory: outDirectory, name: outDirectory, unwritten: record.unwritten }, listener);
  if (failure !== void 0) throw failure.error;
  return replay;
}
function completeRun({ setup, settled, readiness }, record, signal) {
  const { jobs } = setup.choices;
  return Object.freeze({
    ...setup,
    accelerator: settled.choice.accelerator,
    order: orderOf(setup, readiness.context.store),
    jobs: jobs === "auto" ? automaticJobs(setup.starts, hostResources()) : jobs,
    record,
    signal
  });
}
async function runInto(run, { settled, readiness }, asked) {
  const { plan, choices, jobs, record } = run;
  await record.append(runHeader(factsOf({ settled, readiness }, asked)));
  run.listener({
    kind: "run-begin",
    suites: suiteNames(plan),
    cells: plan.cells.map(({ id }) => id),
    tests: plan.tests.length,
    repeat: choices.repeat,
    jobs
  });
  await runPlan(run, settled.boot);
  await record.append({ entry: "end", durationMs: performance.now() - readiness.started.ms });
}
function factsOf({ settled, readiness: { started, supplies } }, { installation, plan, choices, shard, cwd }) {
  const { accelerator, reason: acceleratorReason } = settled.choice;
  const { cpus, memoryMiB: memoryMiB2 } = hostResources();
  const host = { accelerator, acceleratorReason, cpus, memoryMiB: memoryMiB2 };
  return { version: installation.version, startedAt: started.at, host, plan, choices, shard, supplies, cwd };
}
function orderOf({ plan, choices: { shuffleSeed }, listener }, store) {
  if (shuffleSeed === void 0) return { kind: "longest-first", ...readDurations(store, plan.tests) };
  listener({ kind: "fact", topic: "order", text: `shuffled; --shuffle=${shuffleSeed} repeats this order` });
  return { kind: "shuffled", seed: shuffleSeed };
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
function suiteNames(plan) {
  return [...new Set(plan.tests.map(({ suite }) => suite.name))];
}

export {
  runSuites
};
