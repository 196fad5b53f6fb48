import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  openShellOn,
  userTerminal
} from "./chunk-LUTW4W4O.mjs";
import "./chunk-UGYE35AZ.mjs";
import {
  isMadeOf,
  rememberingFiles,
  sourcesOf
} from "./chunk-JUIZ7H4V.mjs";
import {
  finalText,
  runWithReporter,
  startReporter,
  withoutKnownFacts
} from "./chunk-PQIJVHGQ.mjs";
import {
  readPlan
} from "./chunk-SR67EZ76.mjs";
import {
  explain
} from "./chunk-5EYMZHUK.mjs";
import "./chunk-Y42A6BDT.mjs";
import "./chunk-UH7ZL7Q2.mjs";
import "./chunk-4IFTEJWE.mjs";
import "./chunk-Z52ASNL3.mjs";
import "./chunk-P33J4D2E.mjs";
import {
  createStyle
} from "./chunk-VZ3XNEFQ.mjs";
import {
  resultsMark
} from "./chunk-LLYMXFPJ.mjs";
import "./chunk-LWVAITKD.mjs";
import "./chunk-OK5UEABX.mjs";
import "./chunk-KNVQYPQ4.mjs";
import "./chunk-L7CP2ILC.mjs";
import {
  matchesGlob
} from "./chunk-RPYGVRGS.mjs";
import {
  runChoices
} from "./chunk-PL3PYU5L.mjs";
import "./chunk-4RYYH6E5.mjs";
import "./chunk-YZWTKSKI.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-T6GTHSTU.mjs";
import {
  Cancelled,
  cancelOnSignals
} from "./chunk-XEAPOWKT.mjs";
import {
  plainLine,
  plainText
} from "./chunk-PP4HT45W.mjs";
import "./chunk-X6ZZKZRR.mjs";
import "./chunk-QYEL2MFA.mjs";
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
import "./chunk-YT2C4MXR.mjs";
import "./chunk-SMWPJZE2.mjs";
import {
  filesIn,
  kindOfFile
} from "./chunk-42EG7RIT.mjs";
import "./chunk-IRPNDCYH.mjs";
import "./chunk-PNGENSD7.mjs";
import {
  isSystemError
} from "./chunk-PC3WFA6B.mjs";
import "./chunk-XFDUTJQO.mjs";
import {
  __callDispose,
  __using
} from "./chunk-R2N667XA.mjs";

// src/cli/watch/watch-command.ts
import { relative, resolve } from "node:path";

// src/host/files/watch-trees.ts
import { watch } from "node:fs";
import { basename, dirname, join } from "node:path";
var quietMs = 60;
var maxDirectories = 8192;
var TreeWatch = class {
  #ports;
  /** By the directory that they watch. */
  #watchers = /* @__PURE__ */ new Map();
  /** The names that count in a directory that is watched for the sake of single files; undefined: all count. */
  #wanted = /* @__PURE__ */ new Map();
  #changed = /* @__PURE__ */ new Set();
  #timer;
  #isFull = false;
  constructor(ports) {
    this.#ports = ports;
  }
  /** Replaces the roots. A directory that was watched before stays watched without a gap. */
  setRoots(roots) {
    const before = new Set(this.#watchers.keys());
    this.#wanted.clear();
    this.#isFull = false;
    for (const root of roots) this.#addRoot(root);
    for (const directory of before) if (!this.#wanted.has(directory)) this.#close(directory);
  }
  [Symbol.dispose]() {
    clearTimeout(this.#timer);
    for (const directory of [...this.#watchers.keys()]) this.#close(directory);
  }
  #addRoot(root) {
    this.#addName(dirname(root), basename(root));
    if (kindOfFile(root) === "directory") this.#addTree(root);
  }
  /** Watches one name in a directory. */
  #addName(directory, name) {
    const isNew = !this.#wanted.has(directory);
    const names = this.#wanted.get(directory);
    if (isNew) this.#wanted.set(directory, /* @__PURE__ */ new Set([name]));
    else names?.add(name);
    this.#open(directory);
  }
  #addTree(directory) {
    if (this.#wanted.size >= maxDirectories) {
      this.#tellFull();
      return;
    }
    this.#wanted.set(directory, void 0);
    this.#open(directory);
    this.#guarded(directory, () => {
      for (const { name, kind } of filesIn(directory)) {
        const path = join(directory, name);
        if (kind === "directory" && !this.#ports.isIgnored(path)) this.#addTree(path);
      }
    });
  }
  #open(directory) {
    if (this.#watchers.has(directory)) return;
    this.#guarded(directory, () => {
      const watcher = watch(
        directory,
        (event, name) => this.#guarded(directory, () => this.#onEvent(directory, name, event))
      );
      watcher.on("error", () => this.#close(directory));
      this.#watchers.set(directory, watcher);
    });
  }
  /** What disappears meanwhile is seen by the watch of its parent. */
  #guarded(directory, work) {
    try {
      work();
    } catch (error) {
      if (!isSystemError(error)) throw error;
      if (error.code !== "ENOENT") this.#ports.onProblem(`${directory} cannot be watched: ${error.message}`);
    }
  }
  #onEvent(directory, name, event) {
    const names = this.#wanted.get(directory);
    if (name === null || names !== void 0 && !names.has(name)) return;
    const path = join(directory, name);
    if (this.#ports.isIgnored(path)) return;
    this.#changed.add(path);
    if (event === "rename" && kindOfFile(path) === "directory") this.#renew(path);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#deliver(), quietMs);
  }
  /** Watches of removed directories stay silent for ever, also if there are new ones of the same name. */
  #renew(directory) {
    for (const watched of [...this.#watchers.keys()])
      if (watched === directory || watched.startsWith(`${directory}/`)) this.#close(watched);
    this.#addTree(directory);
  }
  #deliver() {
    const paths = new Set(this.#changed);
    this.#changed.clear();
    this.#ports.onChange(paths);
  }
  #close(directory) {
    this.#watchers.get(directory)?.close();
    this.#watchers.delete(directory);
  }
  #tellFull() {
    if (!this.#isFull)
      this.#ports.onProblem(
        `More than ${maxDirectories} directories belong to these tests. Changes in some of them are not noticed.`
      );
    this.#isFull = true;
  }
};

// src/report/terminal/watch-lines.ts
function watchHeading(text, color) {
  return `
${createStyle(color).bold(`\u2500\u2500 ${plainLine(text)} \u2500\u2500`)}
`;
}
function chosenWords(chosen, all) {
  if (all === 1) return "the only test";
  return chosen === all ? `all ${all} tests` : `${chosen} of ${all} tests`;
}
var maxNamed = 3;
function changeWords(paths) {
  const named = paths.slice(0, maxNamed);
  const more = paths.length - named.length;
  const parts = more > 0 ? [...named, `${more} more`] : named;
  const last = parts.at(-1) ?? "something";
  return `${parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${last}` : last} changed`;
}
function watchWaiting({ failed, pending, pattern, hasKeys, color }) {
  const style = createStyle(color);
  const facts = [
    ...failed === 0 ? [] : [`${failed} failed`],
    ...pending === 0 ? [] : [`${pending} interrupted`],
    ...pattern === "" ? [] : [`only tests named ${plainLine(pattern)}`]
  ];
  const waiting = `Waiting for changes${facts.length === 0 ? "" : ` (${facts.join(", ")})`}.`;
  return `
${style.bold(waiting)}
${hasKeys ? `${style.dim(keyLine)}
` : ""}`;
}
var keyLine = "a all \xB7 f failed \xB7 t by name \xB7 s shell in a failed test \xB7 q quit";
function watchPrompt(pattern) {
  const clear = "\r\x1B[K";
  return pattern === void 0 ? clear : `${clear}Run tests named (empty: all): ${plainLine(pattern)}`;
}

// src/cli/watch/choose-tests.ts
var emptyMemory = { verdicts: /* @__PURE__ */ new Map(), pending: /* @__PURE__ */ new Set(), pattern: "" };
function testKey({ cell, id }) {
  return JSON.stringify([cell.id, id]);
}
function chooseTests(plan, trigger, memory, dependsOn) {
  const isNamed = nameFilter(trigger.kind === "name" ? trigger.pattern : memory.pattern);
  const isChosen = (planned) => {
    const key = testKey(planned);
    switch (trigger.kind) {
      case "all":
      case "name":
        return true;
      case "failed":
        return memory.verdicts.get(key) === false;
      case "changed":
        return memory.pending.has(key) || !memory.verdicts.has(key) || [...trigger.paths].some((path) => dependsOn(planned, path));
    }
  };
  const tests = plan.tests.filter((planned) => isNamed(planned) && isChosen(planned));
  return { cells: plan.cells.filter((cell) => tests.some((planned) => planned.cell === cell)), tests };
}
function nameFilter(pattern) {
  if (pattern === "") return () => true;
  if (!/[*?]/.test(pattern)) return ({ id }) => id.includes(pattern);
  return ({ id, test }) => matchesGlob(pattern, id) || matchesGlob(pattern, test.name);
}
function remember(memory, ran, end) {
  const verdicts = verdictsOf(end);
  const pending = new Set(memory.pending);
  for (const key of ran.tests.map(testKey)) {
    if (verdicts.has(key)) pending.delete(key);
    else pending.add(key);
  }
  return { ...memory, pending, verdicts: new Map([...memory.verdicts, ...verdicts]) };
}
function verdictsOf(end) {
  if (end.kind === "nothing") return /* @__PURE__ */ new Map();
  const keyOf = ({ id, cell }) => JSON.stringify([cell, id]);
  const notRun = new Set(end.results.interrupted?.notRun.map(keyOf));
  const isStopped = ({ outcome }) => end.kind === "stopped" && outcome === "error";
  const judged = end.results.tests.filter((test) => !notRun.has(keyOf(test)) && !isStopped(test));
  return new Map(judged.map((test) => [keyOf(test), test.ok]));
}
function isFailed({ verdicts }) {
  return (planned) => verdicts.get(testKey(planned)) === false;
}
function failedTests(plan, memory) {
  return plan.tests.filter(isFailed(memory));
}
function joinTriggers(first, then) {
  if (first === void 0 || then.kind !== "changed") return then;
  return first.kind === "changed" ? { kind: "changed", paths: /* @__PURE__ */ new Set([...first.paths, ...then.paths]) } : first;
}

// src/cli/watch/inbox.ts
var Inbox = class {
  #onArrival;
  #waiting = [];
  #wake;
  /** `onArrival` learns of a message at once, so that it can interrupt what is going on. */
  constructor(onArrival) {
    this.#onArrival = onArrival;
  }
  get hasMore() {
    return this.#waiting.length > 0;
  }
  put(message) {
    this.#waiting.push(this.#merged(message));
    this.#onArrival(message);
    this.#wake?.();
  }
  async take() {
    for (; ; ) {
      const message = this.#waiting.shift();
      if (message !== void 0) return message;
      await new Promise((resolve2) => this.#wake = resolve2);
    }
  }
  #merged(message) {
    const last = this.#waiting.at(-1);
    if (message.kind !== "changed" || last?.kind !== "changed") return message;
    this.#waiting.pop();
    return joinTriggers(last, message);
  }
};

// src/cli/watch/watch-keys.ts
var interrupt = "";
var endOfInput = "";
var escape = "\x1B";
var maxPatternChars = 200;
var commands = {
  a: { kind: "all" },
  "\r": { kind: "all" },
  "\n": { kind: "all" },
  f: { kind: "failed" },
  s: { kind: "shell" },
  q: { kind: "quit" },
  [interrupt]: { kind: "quit" },
  [endOfInput]: { kind: "quit" }
};
function readKeys({ onCommand, onPrompt }) {
  let pattern;
  const prompt = (next) => {
    pattern = next;
    onPrompt(next);
  };
  const typeInto = (current, key) => {
    switch (key) {
      case interrupt:
      case endOfInput:
        prompt(void 0);
        onCommand({ kind: "quit" });
        break;
      case escape:
        prompt(void 0);
        break;
      case "\r":
      case "\n":
        prompt(void 0);
        onCommand({ kind: "name", pattern: current.trim() });
        break;
      case "\x7F":
      case "\b":
        prompt(Array.from(current).slice(0, -1).join(""));
        break;
      default:
        if (key >= " " && current.length < maxPatternChars) prompt(current + key);
    }
  };
  return (typed) => {
    for (const key of keysIn(typed)) {
      const command = commands[key];
      if (pattern !== void 0) typeInto(pattern, key);
      else if (key === "t") prompt("");
      else if (command !== void 0) onCommand(command);
    }
  };
}
function keysIn(typed) {
  if (typed.length > 1 && typed.startsWith(escape)) return [];
  return Array.from(typed);
}
function listenToKeys(terminal, ports) {
  if (terminal.kind === "pipe") return () => void 0;
  const { input, takeKeys } = terminal;
  const receive = readKeys(ports);
  const listener = (chunk) => receive(chunk.toString("utf8"));
  const release = takeKeys();
  input.on("data", listener);
  input.resume();
  return () => {
    input.off("data", listener);
    input.pause();
    release();
  };
}

// src/cli/watch/watched-paths.ts
import { basename as basename2, join as join2 } from "node:path";
function planSources({ tests }) {
  const filesOfModel = rememberingFiles();
  const bySource = new Map(
    tests.map((planned) => [testKey(planned), sourcesOf(planned, filesOfModel)])
  );
  return {
    roots: [...new Set([...bySource.values()].flatMap(({ paths }) => paths))],
    dependsOn: (planned, path) => {
      const sources = bySource.get(testKey(planned));
      return sources !== void 0 && isMadeOf(sources, path);
    }
  };
}
var ignoredNames = [
  // Version control and packages.
  /^(?:\.git|\.hg|\.svn|node_modules|__pycache__)$/,
  // What kbuild makes, when somebody calls make beside us.
  /^(?:Module\.symvers|modules\.order|\.tmp_versions)$|\.(?:ko|mod|mod\.c|o)$|^\..*\.(?:cmd|d)$/,
  // What editors write beside a file: vim, Emacs, JetBrains, nano, kate.
  /~$|^\..*\.sw[a-z]$|^4913$|^\.?#|^\.goutputstream-|___jb_(?:tmp|old)___$|\.kate-swp$/
];
function isIgnoredPath(path) {
  const name = basename2(path);
  return ignoredNames.some((pattern) => pattern.test(name)) || kindOfFile(join2(path, resultsMark)) === "file";
}

// src/cli/watch/watch-command.ts
var unavailable = 69;
var interrupted = 130;
async function watchCommand(args, host) {
  var _stack = [];
  try {
    const session = __using(_stack, new WatchSession(args, host));
    return await session.run();
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
var WatchSession = class {
  #args;
  #host;
  #choices;
  #outDirectory;
  #terminal = userTerminal();
  #inbox = new Inbox((message) => this.#onArrival(message));
  #trees;
  #ended;
  #memory = emptyMemory;
  #plan = { cells: [], tests: [] };
  /** What has asked for tests while the suites had problems. */
  #missed;
  #ongoing;
  /** The lines of the header that were shown last, by topic. */
  #facts = /* @__PURE__ */ new Map();
  /** The pattern that is being typed. */
  #typed;
  #exitStatus = unavailable;
  #isQuitting = false;
  #releaseKeys = () => void 0;
  constructor(args, host) {
    this.#args = args;
    this.#host = host;
    this.#choices = runChoices(args, host);
    this.#outDirectory = resolve(host.cwd, args.value("out") ?? "qdt-results");
    this.#trees = new TreeWatch({
      onChange: (paths) => this.#inbox.put({ kind: "changed", paths }),
      onProblem: (message) => host.complain(`${plainText(message)}
`),
      isIgnored: (path) => path === this.#outDirectory || isIgnoredPath(path)
    });
    this.#ended = cancelOnSignals(host, () => void 0, "ends");
    this.#ended.addEventListener("abort", () => this.#inbox.put({ kind: "quit" }));
  }
  async run() {
    this.#host.write(`qemu-driver-test ${this.#host.installation.version}
`);
    this.#watch();
    this.#takeKeys();
    for (let message = { kind: "all" }; message.kind !== "quit"; message = await this.#inbox.take())
      await this.#handle(message);
    return this.#exitStatus;
  }
  [Symbol.dispose]() {
    this.#releaseKeys();
    this.#trees[Symbol.dispose]();
  }
  async #handle(message) {
    if (message.kind === "shell") await this.#openShell();
    else if (message.kind === "prompt") this.#host.write(watchPrompt(this.#typed));
    else await this.#choose(joinTriggers(this.#missed, message));
  }
  /** Reads the suites again, because any of their files may have changed, and runs what the trigger asks for. */
  async #choose(trigger) {
    try {
      this.#plan = readPlan(this.#args, this.#host);
      this.#missed = void 0;
    } catch (error) {
      this.#missed = trigger;
      this.#complain(error);
      this.#showWaiting();
      return;
    }
    const sources = this.#watch();
    if (trigger.kind === "name") this.#memory = { ...this.#memory, pattern: trigger.pattern };
    const plan = chooseTests(this.#plan, trigger, this.#memory, sources.dependsOn);
    if (plan.tests.length > 0) await this.#runTests({ plan, sources, stop: new AbortController() }, trigger);
    else if (trigger.kind === "changed") return;
    else this.#host.write(`
${noTests[trigger.kind]}
`);
    this.#showWaiting();
  }
  #watch() {
    const sources = planSources(this.#plan);
    const suites = this.#args.operands.map((operand) => resolve(this.#host.cwd, operand));
    this.#trees.setRoots([...suites, ...sources.roots]);
    return sources;
  }
  async #runTests(ongoing, trigger) {
    const { plan, stop } = ongoing;
    const { write, color, isTty } = this.#host;
    write(watchHeading(`${this.#causeOf(trigger)}: ${chosenWords(plan.tests.length, this.#plan.tests.length)}`, color));
    const reporter = withoutKnownFacts(
      startReporter({ write, isTty, verbose: this.#args.flag("verbose") }, this.#host),
      this.#facts
    );
    this.#ongoing = ongoing;
    try {
      const results = await runWithReporter(
        {
          plan,
          shard: void 0,
          choices: this.#choices,
          outDirectory: this.#outDirectory,
          isUrgent: isFailed(this.#memory),
          signal: AbortSignal.any([stop.signal, this.#ended])
        },
        reporter,
        this.#host
      );
      this.#conclude(ongoing, results);
    } catch (error) {
      this.#memory = remember(this.#memory, plan, { kind: "nothing" });
      if (!(error instanceof Cancelled)) this.#complain(error);
    } finally {
      this.#ongoing = void 0;
    }
  }
  #conclude({ plan, stop }, results) {
    const isStopped = stop.signal.aborted;
    this.#memory = remember(this.#memory, plan, { kind: isStopped ? "stopped" : "ended", results });
    if (isStopped) return;
    this.#exitStatus = results.exitStatus;
    this.#host.write(finalText(results, this.#outDirectory, this.#host));
  }
  /** Whatever makes the results of the current run out of date stops it. */
  #onArrival(message) {
    if (message.kind === "quit" && this.#isQuitting) this.#host.exit(interrupted);
    this.#isQuitting ||= message.kind === "quit";
    if (this.#ongoing === void 0) return;
    const { plan, sources, stop } = this.#ongoing;
    const isOutdated = message.kind !== "changed" || plan.tests.some((planned) => [...message.paths].some((path) => sources.dependsOn(planned, path)));
    if (isOutdated) stop.abort(new Cancelled("a change"));
  }
  async #openShell() {
    const [planned] = failedTests(this.#plan, this.#memory);
    if (planned === void 0) {
      this.#host.write("\nNo test has failed, so there is no machine to look at.\n");
    } else {
      this.#host.write(watchHeading(`shell in ${planned.id}`, this.#host.color));
      this.#releaseKeys();
      const { accel, compiler, start, templates } = this.#choices;
      await openShellOn(
        { cell: planned.cell, planned, hasTest: true },
        { choices: { accel, compiler, start, templates, isDebugged: false }, signal: this.#ended },
        this.#host
      ).catch((error) => this.#complain(error));
      this.#takeKeys();
    }
    this.#showWaiting();
  }
  #takeKeys() {
    this.#releaseKeys = listenToKeys(this.#terminal, {
      onCommand: (command) => this.#inbox.put(command),
      onPrompt: (pattern) => {
        this.#typed = pattern;
        this.#inbox.put({ kind: "prompt" });
      }
    });
  }
  #causeOf(trigger) {
    if (trigger.kind === "changed")
      return changeWords([...trigger.paths].map((path) => relative(this.#host.cwd, path) || "."));
    return trigger.kind === "name" && trigger.pattern !== "" ? `tests named ${trigger.pattern}` : trigger.kind;
  }
  #showWaiting() {
    if (this.#isQuitting || this.#inbox.hasMore) return;
    this.#host.write(
      watchWaiting({
        failed: failedTests(this.#plan, this.#memory).length,
        pending: this.#memory.pending.size,
        pattern: this.#memory.pattern,
        hasKeys: this.#terminal.kind === "terminal",
        color: this.#host.color
      })
    );
  }
  #complain(error) {
    this.#host.complain(`
${explain(error).message}
`);
  }
};
var noTests = {
  all: "There is no test.",
  failed: "No test has failed.",
  name: "No test has such a name."
};
export {
  watchCommand
};
