import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  judgeSelftest,
  selftestExitStatus,
  selftestSuites
} from "./chunk-H6RYC4KI.mjs";
import {
  InputError,
  SuitesInvalid,
  exitStatusOf,
  explainJobFailure,
  inputLines,
  isFailure,
  keepInBranch,
  mergeParts,
  oneOfWords,
  outcomeOf,
  parseFailOn,
  placedFailures,
  planOfInputs,
  readHistoryWish,
  refuseUnknownInputs,
  requireOwnBranch,
  requireSuites,
  runArguments,
  runInJob,
  showConsoles,
  sourcePlaces,
  tailReader,
  workspacePath
} from "./chunk-BO55WL2W.mjs";
import {
  githubEvent,
  githubHeadSha
} from "./chunk-YBZ3GNAU.mjs";
import {
  explain
} from "./chunk-5EYMZHUK.mjs";
import {
  knownKernel,
  qemuSelection
} from "./chunk-Y42A6BDT.mjs";
import {
  probeKvm
} from "./chunk-UH7ZL7Q2.mjs";
import {
  cellLabels,
  codeSpan,
  cutLine,
  excerptReport,
  formatDuration,
  logReader,
  markdownTable,
  renderSummary,
  verdictLine
} from "./chunk-VZ3XNEFQ.mjs";
import {
  hostStoreRoot
} from "./chunk-OK5UEABX.mjs";
import {
  knownPrograms,
  readDescription,
  refLifetimeMs,
  toolSelection
} from "./chunk-PL3PYU5L.mjs";
import {
  requireHostArchitecture
} from "./chunk-4RYYH6E5.mjs";
import {
  Cancelled
} from "./chunk-XEAPOWKT.mjs";
import {
  colouredText,
  defuseCommands,
  plainLine,
  plainText
} from "./chunk-PP4HT45W.mjs";
import {
  architectureOf
} from "./chunk-X6ZZKZRR.mjs";
import {
  cachedAsset,
  localIndexName,
  parseIndex,
  requestOf
} from "./chunk-PE3XEO2L.mjs";
import {
  linkTree,
  listUntrusted
} from "./chunk-SX6AYEAE.mjs";
import {
  AssetStore,
  directoryName
} from "./chunk-WABYQQ2Y.mjs";
import {
  readPlainText
} from "./chunk-UQ27WKSB.mjs";
import {
  digestTree,
  sha256Of
} from "./chunk-Z5M3ZDMR.mjs";
import {
  formatOf,
  listOf,
  matching,
  name,
  object,
  orUndefined,
  readAs,
  wholeNumber
} from "./chunk-7ASZTMLB.mjs";
import {
  ProvisionError
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
  hardLink,
  linkTo,
  movePath,
  writeFileAt
} from "./chunk-UTU2GXSA.mjs";
import {
  runWorker
} from "./chunk-SEYUDKAT.mjs";
import {
  endGroup,
  error,
  getInput,
  notice,
  saveState,
  setOutput,
  startGroup,
  summary,
  warning
} from "./chunk-JB563S6W.mjs";
import {
  environmentVariable,
  findProgram,
  hostArchitecture,
  takeVariables,
  variableNames
} from "./chunk-SMWPJZE2.mjs";
import {
  fileSize,
  isOnOneFileSystem,
  kindOfFile,
  realPath
} from "./chunk-42EG7RIT.mjs";
import {
  bounds,
  createScratchDirectory,
  isSystemError,
  makeDirectory,
  now,
  removeTree,
  secretToken
} from "./chunk-PC3WFA6B.mjs";
import {
  __callDispose,
  __using
} from "./chunk-R2N667XA.mjs";

// src/action/step-host.ts
import { join } from "node:path";

// src/action/annotation.ts
var maxPerLevel = 10;
var { titleChars, messageChars } = bounds.annotations;
var roomForMore = 300;
function fitted(annotation) {
  return {
    ...annotation,
    title: cutLine(annotation.title, titleChars),
    message: cutLine(annotation.message, messageChars + roomForMore)
  };
}
function withinLimit(annotations, where, limit = maxPerLevel) {
  const shown2 = annotations.slice(0, limit).map((annotation) => ({ ...annotation, message: cutLine(annotation.message, messageChars) }));
  const last = shown2.at(-1);
  const more = annotations.length - shown2.length;
  if (more === 0 || last === void 0) return shown2;
  return [...shown2.slice(0, -1), { ...last, message: `${last.message}

\u2026and ${more} more: ${where}` }];
}
function problemAnnotation({ file, line, message, hint }, placeOf) {
  return {
    level: "error",
    file: placeOf(file),
    line: placeOf(file) === void 0 ? void 0 : line,
    title: "Invalid suite",
    message: plainText(hint === void 0 ? message : `${message}
${hint}`)
  };
}

// src/action/job-log.ts
var maxColumns = 4e3;
var JobLog = class {
  #newToken;
  #token;
  constructor(newToken) {
    this.#newToken = newToken;
  }
  /** An annotation that GitHub shows on its line. */
  annotate = (annotation) => {
    this.#resume();
    const { level, file, line, title, message } = fitted(annotation);
    annotators[level](message, {
      title,
      ...file === void 0 ? {} : { file },
      ...line === void 0 ? {} : { startLine: line }
    });
  };
  /** Prints whole lines that the runner does not interpret. Colours stay; other escape sequences are removed. */
  text = (text) => {
    if (text === "") return;
    this.#stop();
    write(shown(text.endsWith("\n") ? text : `${text}
`));
  };
  /** Prints text in a collapsed group. */
  folded = (title, text) => {
    this.beginFold(title);
    this.text(text);
    this.endFold();
  };
  beginFold = (title) => {
    this.#resume();
    startGroup(oneLine(title));
  };
  endFold = () => {
    this.#resume();
    endGroup();
  };
  /** Call this before the process ends, and before anything else writes to the same log. */
  close = () => this.#resume();
  #stop() {
    if (this.#token !== void 0) return;
    this.#token = this.#newToken();
    write(`::stop-commands::${this.#token}
`);
  }
  #resume() {
    if (this.#token === void 0) return;
    write(`::${this.#token}::
`);
    this.#token = void 0;
  }
};
var annotators = { error, warning, notice };
function write(text) {
  process.stdout.write(text);
}
function shown(text) {
  return defuseCommands(colouredText(text)).split("\n").map((line) => cutLine(line, maxColumns)).join("\n");
}
function oneLine(title) {
  return cutLine(defuseCommands(plainText(title)).replace(/\s+/g, " "), 200);
}
var StepWarnings = class {
  #log;
  #count = 0;
  constructor(log) {
    this.#log = log;
  }
  add = (message) => {
    this.#count += 1;
    const annotation = {
      level: "warning",
      file: void 0,
      line: void 0,
      title: "qemu-driver-test",
      message: plainText(message)
    };
    if (this.#count <= maxPerLevel) this.#log.annotate(annotation);
    else this.#log.text(`warning: ${message}`);
  };
};

// src/action/step-host.ts
function runnerFiles() {
  const isNamed = (file) => environmentVariable(file) !== void 0;
  return {
    output: (name2, value) => {
      if (isNamed("GITHUB_OUTPUT")) setOutput(name2, value);
    },
    state: (name2, value) => {
      if (isNamed("GITHUB_STATE")) saveState(name2, value);
    },
    summary: async (markdown) => {
      if (isNamed("GITHUB_STEP_SUMMARY")) await summary.emptyBuffer().addRaw(markdown).write({ overwrite: true });
    }
  };
}
function runAddress(variable) {
  const [server = "https://github.com", repository = "", run = ""] = [
    "GITHUB_SERVER_URL",
    "GITHUB_REPOSITORY",
    "GITHUB_RUN_ID"
  ].map(variable);
  return `${server}/${repository}/actions/runs/${run}`;
}
function artifactAddress(id, variable) {
  return `${runAddress(variable)}/artifacts/${id}`;
}
function cancelOnRunnerSignals() {
  const controller = new AbortController();
  const cancel = (name2) => () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort(new Cancelled(name2));
  };
  process.on("SIGINT", cancel("SIGINT"));
  process.on("SIGTERM", cancel("SIGTERM"));
  return controller.signal;
}
function isSecret(name2) {
  return /^(?:ACTIONS_(?:RUNTIME_|RESULTS_|CACHE_|ID_TOKEN_)|GITHUB_TOKEN$|GH_TOKEN$)/.test(name2);
}
function takeInputs() {
  const isInput = (name2) => name2.startsWith(inputPrefix);
  const values = variableNames(isInput).map((name2) => [name2, getInput(name2.slice(inputPrefix.length))]);
  takeVariables(isInput);
  return Object.fromEntries(values);
}
var inputPrefix = "INPUT_";
function stepHost({ version, directory: directory2 }) {
  return {
    installation: {
      version,
      guestDirectory: join(directory2, "../../guest"),
      forkServer: join(directory2, "../../fork-server/fork-server-x86_64.so"),
      smokeDirectory: join(directory2, "../../smoke"),
      deviceHostProgram: join(directory2, "../device-host.mjs"),
      judgeProgram: join(directory2, "../judge-worker.mjs"),
      selftestDirectory: join(directory2, "../../selftest")
    },
    workers: { cache: join(directory2, "cache-worker.mjs"), artifact: join(directory2, "artifact-worker.mjs") },
    workspace: environmentVariable("GITHUB_WORKSPACE") ?? process.cwd(),
    inputs: takeInputs(),
    services: Object.fromEntries(takeVariables(isSecret)),
    variable: environmentVariable,
    log: new JobLog(secretToken),
    files: runnerFiles(),
    nowMs: () => now().getTime()
  };
}

// src/action/run-step.ts
import { isAbsolute, join as join6 } from "node:path";

// src/action/cache-client.ts
var nothingKnown = { indexKey: void 0, assets: [], discarded: [] };
var cacheGracePeriodMs = 1e4;
var unpackingMs = 12e4;
var slowestBytesPerMs = { restore: 1e5, save: 1e4 };
async function restoreFromCache(request, host) {
  if (!isAvailable(host)) return nothingKnown;
  const local = findLocal(request, host);
  if (local !== void 0) return local;
  const startedMs = performance.now();
  const restored = [];
  const discarded = [];
  let index;
  const end = await work({ operation: "restore", storeRoot: host.store.root, request }, host, (message) => {
    if (message.kind === "index") index = message;
    if (message.kind === "restored") {
      restored.push(message.asset);
      host.onRestored?.(message.asset);
    }
    if (message.kind === "discarded") {
      discarded.push(message.what);
      host.warn(`The cache entry for ${message.what} was discarded: ${message.reason}. It is downloaded again.`);
    }
  });
  complain("read", end, host, true);
  const seconds = ((performance.now() - startedMs) / 1e3).toFixed(1);
  if (index === void 0) {
    host.say(`cache: no entry for this request yet (${seconds} s)`);
    return { ...nothingKnown, discarded };
  }
  const all = index.index.assets;
  const missing = all.filter(({ name: name2 }) => host.store.findNamed(name2) === void 0);
  host.say(
    `cache: ${restored.length} of ${all.length} assets restored, ${all.length - restored.length - missing.length} already present (${seconds} s)`
  );
  if (missing.length === 0) host.store.writeDocument(localIndexName(request), index);
  return {
    indexKey: missing.length === 0 ? index.key : void 0,
    assets: all.filter((asset) => !missing.includes(asset)),
    discarded
  };
}
async function saveToCache({ request, assets: assets2, documents: documents2, known: known2 }, host) {
  if (!isAvailable(host)) return;
  const startedMs = performance.now();
  const saved = [];
  const notSaved = [];
  const task = {
    operation: "save",
    storeRoot: host.store.root,
    request,
    assets: assets2,
    documents: documents2,
    known: known2.assets,
    discarded: known2.discarded,
    knownIndexKey: known2.indexKey
  };
  const unchanged = [];
  const end = await work(task, host, (message) => {
    if (message.kind === "unchanged") unchanged.push(true);
    if (message.kind === "saved") saved.push(message.what);
    if (message.kind === "not-saved") notSaved.push(message.what);
    if (message.kind === "index")
      host.store.writeDocument(localIndexName(request), { key: message.key, index: message.index });
  });
  complain("written", end, host, notSaved.length > 0);
  const seconds = ((performance.now() - startedMs) / 1e3).toFixed(1);
  host.say(
    unchanged.length > 0 ? `cache: no changes (${seconds} s)` : `cache: ${saved.length} entries saved (${seconds} s)`
  );
}
function findLocal(request, { store, nowMs }) {
  const stored = asObject(store.readDocument(localIndexName(request)));
  const key = stored?.["key"];
  const index = parseIndex(stored?.["index"]);
  if (typeof key !== "string" || index === void 0 || !index.assets.every(({ name: name2 }) => store.findNamed(name2) !== void 0))
    return void 0;
  const resolvedAt = Object.values(index.documents).map((value) => fieldOf(value, "resolvedAtMs"));
  if (resolvedAt.some((atMs) => typeof atMs === "number" && nowMs() - atMs >= refLifetimeMs)) return void 0;
  return { indexKey: key, assets: index.assets, discarded: [] };
}
function isAvailable({ env }) {
  return (env["ACTIONS_RESULTS_URL"] ?? env["ACTIONS_CACHE_URL"]) !== void 0;
}
async function work(task, host, onMessage) {
  const { root } = host.store;
  makeDirectory(root);
  return await runWorker({
    script: host.script,
    input: task,
    env: { ...host.env, GITHUB_WORKSPACE: root },
    cwd: root,
    budgetMs: host.gracePeriodMs,
    signal: host.signal,
    onMessage: (message) => {
      const told = message;
      onMessage(told);
      if (told.kind === "delivered") return unpackingMs;
      return told.kind === "transfer" ? told.bytes / slowestBytesPerMs[task.operation] : 0;
    }
  });
}
function complain(what, { kind, exitCode, output: output2 }, { warn }, isIncomplete) {
  const words = output2.flatMap(
    (line) => /^(?:::(?:warning|error)[^:]*::|)(Failed to (?:restore|save): .*|Cache reservation failed: .*)$/.exec(
      line
    )?.[1] ?? []
  );
  const own = words[0] === void 0 ? "" : ` ${words[0]}`;
  if (kind === "out-of-time") warn(`The cache could not be ${what} in time. The run goes on without it.${own}`);
  else if (kind === "ended" && exitCode !== 0)
    warn(`The cache could not be ${what}: ${output2.slice(-3).join(" ").slice(0, 500)}`);
  else if (kind === "ended" && isIncomplete && (what === "written" || words.length > 0))
    warn(`The cache could not be ${what} completely.${own}`);
}

// src/action/github-history.ts
var branchEvents = /* @__PURE__ */ new Set([
  "push",
  "schedule",
  "workflow_dispatch",
  "repository_dispatch",
  "workflow_run"
]);
function githubPlace(variable) {
  const event = githubEvent(variable);
  const [eventName = "an unknown event", refName = ""] = ["GITHUB_EVENT_NAME", "GITHUB_REF_NAME"].map(variable);
  const isForeign = (from) => fieldOf(fieldOf(from, "head"), "repo") === void 0 || repositoryOf(from) !== variable("GITHUB_REPOSITORY");
  const pull = fieldOf(event, "pull_request");
  if (pull !== void 0) return { kind: "change", what: "a pull request", isForeign: isForeign(pull) };
  const head = fieldOf(fieldOf(fieldOf(event, "workflow_run"), "head_repository"), "full_name");
  if (eventName === "workflow_run" && head !== variable("GITHUB_REPOSITORY"))
    return { kind: "change", what: "a workflow run of another repository", isForeign: true };
  if (eventName === "merge_group") return { kind: "change", what: "a merge queue", isForeign: false };
  if (!branchEvents.has(eventName)) return { kind: "change", what: `the event ${eventName}`, isForeign: true };
  if (variable("GITHUB_REF_TYPE") === "tag") return { kind: "other", what: "a tag" };
  return {
    kind: "branch",
    name: refName,
    isDefault: eventName === "schedule" || refName === githubDefaultBranch(variable)
  };
}
function repositoryOf(pull) {
  return fieldOf(fieldOf(fieldOf(pull, "head"), "repo"), "full_name");
}
function githubDefaultBranch(variable) {
  const name2 = fieldOf(fieldOf(githubEvent(variable), "repository"), "default_branch");
  return typeof name2 === "string" ? name2 : void 0;
}
function githubRemote(variable, token) {
  const [server = "https://github.com", repository = ""] = ["GITHUB_SERVER_URL", "GITHUB_REPOSITORY"].map(variable);
  return { url: `${server}/${repository}.git`, user: "x-access-token", token };
}
var githubAdvice = "The job needs `permissions: contents: write`; if a rule protects the branch, let GitHub Actions push to it.";

// src/action/input-table.ts
var inputTable = [
  { name: "suite", default: "", isList: true },
  { name: "modules", default: "", isList: true, option: "smoke" },
  { name: "kernels", default: "", isList: true, option: "kernel" },
  { name: "machines", default: "", isList: true, option: "machine" },
  { name: "qemu", default: "", option: "qemu" },
  { name: "disk-image", default: "", option: "disk-image" },
  { name: "accel", default: "auto", option: "accel" },
  { name: "jobs", default: "auto", option: "jobs" },
  { name: "tests", default: "", isList: true, option: "test" },
  { name: "tags", default: "", isList: true, option: "tag" },
  { name: "timeout", default: "", option: "timeout" },
  { name: "boot-timeout", default: "", option: "boot-timeout" },
  { name: "compiler", default: "auto", option: "compiler" },
  { name: "start", default: "auto", option: "start" },
  { name: "shard", default: "", option: "shard" },
  { name: "repeat", default: "", option: "repeat" },
  { name: "shuffle", default: "" },
  { name: "coverage", default: "false" },
  { name: "selftest", default: "false" },
  { name: "merge", default: "", isList: true },
  { name: "fail-on", default: "not-ok", isList: true },
  { name: "annotations", default: "auto" },
  { name: "summary", default: "true" },
  { name: "upload", default: "failure" },
  { name: "artifact-name", default: "" },
  { name: "retention-days", default: "" },
  { name: "cache", default: "true" },
  { name: "history", default: "" },
  { name: "history-runs", default: "default-branch" },
  { name: "kvm-permissions", default: "fix" },
  { name: "token", default: "${{ github.token }}" }
];
function inputVariable(name2) {
  return `INPUT_${name2.replaceAll(" ", "_").toUpperCase()}`;
}

// src/action/kvm-permissions.ts
var rule = 'KERNEL=="kvm", GROUP="kvm", MODE="0666", OPTIONS+="static_node=kvm"';
var onThisHost = { ruleFile: "/etc/udev/rules.d/99-qemu-driver-test-kvm.rules" };
function isRepairable(state) {
  return state.kind === "unusable" && /may not be opened by this user/.test(state.reason);
}
async function repairKvm(signal, { ruleFile, places } = onThisHost) {
  const steps = [
    ["sudo", "-n", "sh", "-c", 'printf "%s\\n" "$1" > "$2"', "sh", rule, ruleFile],
    ["sudo", "-n", "udevadm", "control", "--reload-rules"],
    ["sudo", "-n", "udevadm", "trigger", "--settle", "--name-match=kvm"]
  ];
  if (findProgram("sudo") !== void 0) {
    for (const step of steps) {
      const { exitCode } = await runCommand(step, { signal });
      if (exitCode !== 0) break;
    }
  }
  return probeKvm(places);
}

// src/action/read-inputs.ts
var table = inputTable;
function readInputs(environment) {
  refuseUnknownInputs(Object.keys(environment), { table, prefix: "INPUT_", variableOf: inputVariable });
  const lines = new Map(
    table.map((entry) => [entry.name, inputLines(environment[inputVariable(entry.name)] ?? "", entry)])
  );
  const one = (name2) => lines.get(name2)?.[0];
  const selftest = readSelftest(lines);
  const [named, modules] = [lines.get("suite") ?? [], lines.get("modules") ?? []];
  const suites = selftest === void 0 ? requireSuites(named, modules) : named;
  return {
    args: runArguments({ table, suites, values: lines }),
    selftest,
    merge: lines.get("merge") ?? [],
    failOn: parseFailOn(lines.get("fail-on") ?? []),
    annotations: oneOfWords("annotations", ["auto", "step", "off"], one("annotations") ?? "auto"),
    summary: oneOfWords("summary", ["true", "false"], one("summary") ?? "true") === "true",
    upload: oneOfWords("upload", ["failure", "always", "never"], one("upload") ?? "failure"),
    artifactName: one("artifact-name"),
    retentionDays: days(one("retention-days")),
    cache: cacheModes[oneOfWords("cache", ["true", "read", "false"], one("cache") ?? "true")],
    history: readHistoryWish(one("history"), one("history-runs")),
    kvmPermissions: oneOfWords("kvm-permissions", ["fix", "leave"], one("kvm-permissions") ?? "fix"),
    token: one("token")
  };
}
var selftestInputs = ["kernels", "machines", "qemu", "accel", "jobs"];
function readSelftest(lines) {
  if (oneOfWords("selftest", ["true", "false"], lines.get("selftest")?.[0] ?? "false") === "false") return void 0;
  if ((lines.get("merge") ?? []).length > 0)
    throw new InputError("selftest", "expected false where merge is given, because then nothing runs.");
  const shared = table.filter(({ name: name2 }) => selftestInputs.includes(name2));
  return runArguments({ table: shared, suites: [], values: lines });
}
var cacheModes = { true: "read-write", read: "read", false: "off" };
function days(given) {
  if (given === void 0) return void 0;
  if (!/^[1-9]\d{0,2}$/.test(given))
    throw new InputError(
      "retention-days",
      `expected a whole number of days from 1 to 999, found ${JSON.stringify(given)}.`
    );
  return Number(given);
}

// src/action/report-results.ts
import { join as join4 } from "node:path";

// src/host/http-request.ts
var answerMs = 1e4;
async function sendRequest({ method, url, headers, body }) {
  try {
    const response = await fetch(url, {
      method,
      headers: { ...headers, "content-type": "application/json" },
      body: body ?? null,
      signal: AbortSignal.timeout(answerMs)
    });
    return { kind: "reply", status: response.status, body: parseJson2(await response.text()) };
  } catch (error2) {
    return { kind: "unreachable", reason: error2 instanceof Error ? wordsOf(error2) : String(error2) };
  }
}
function wordsOf(error2) {
  return error2.cause instanceof Error ? `${error2.message}: ${error2.cause.message}` : error2.message;
}
function parseJson2(text) {
  try {
    const value = JSON.parse(text);
    return value;
  } catch {
    return void 0;
  }
}

// src/action/check-run.ts
var perRequest = 50;
var maxSummary = 2e4;
var { count: maxAnnotations, titleChars: titleChars2 } = bounds.annotations;
var maxMessage = 16e3;
async function createCheckRun(check, api) {
  const [first = [], ...rest] = inParts(check.annotations.slice(0, maxAnnotations));
  const created = await send(api, "POST", "", {
    name: check.name,
    head_sha: check.headSha,
    status: "completed",
    conclusion: check.isFailure ? "failure" : "success",
    output: output(check, first)
  });
  if (created.kind !== "reply") return { kind: "failed", reason: created.reason };
  if ([401, 403, 404].includes(created.status)) return { kind: "denied" };
  if (created.status !== 201) return { kind: "failed", reason: `GitHub answered ${created.status}` };
  const id = idOf(created.body);
  if (id === void 0) return { kind: "failed", reason: "GitHub answered without the ID of the check run" };
  for (const part of rest) {
    const changed = await send(api, "PATCH", `/${id}`, { output: output(check, part) });
    if (changed.kind !== "reply") return { kind: "failed", reason: changed.reason };
    if (changed.status !== 200)
      return { kind: "failed", reason: `GitHub answered ${changed.status} when annotations were added` };
  }
  return { kind: "created" };
}
function send({ url, repository, token, send: sendTo }, method, path, body) {
  const headers = {
    authorization: `Bearer ${token}`,
    accept: "application/vnd.github+json",
    "x-github-api-version": "2022-11-28",
    "user-agent": "qemu-driver-test"
  };
  return sendTo({ method, url: `${url}/repos/${repository}/check-runs${path}`, headers, body: JSON.stringify(body) });
}
function output({ title, summary: summary2, annotations: all }, annotations) {
  const more = all.length > maxAnnotations ? `

\u2026and ${all.length - maxAnnotations} more annotations, which are in results.json.` : "";
  return {
    title: cutLine(title, titleChars2),
    summary: `${cutLine(summary2, maxSummary)}${more}`,
    annotations: annotations.map(wireAnnotation)
  };
}
var levels = { error: "failure", warning: "warning", notice: "notice" };
function wireAnnotation({ level, file = ".github", line = 1, title, message }) {
  return {
    path: file,
    start_line: line,
    end_line: line,
    annotation_level: levels[level],
    title: cutLine(title, titleChars2),
    message: cutLine(message, maxMessage)
  };
}
function inParts(annotations) {
  return Array.from(
    { length: Math.ceil(annotations.length / perRequest) },
    (_, index) => annotations.slice(index * perRequest, (index + 1) * perRequest)
  );
}
function idOf(body) {
  const id = fieldOf(body, "id");
  return typeof id === "number" ? id : void 0;
}

// src/action/failure-annotations.ts
function missingAnnotations({ merged }) {
  const missing = merged?.missing ?? [];
  if (missing.length === 0) return [];
  return [
    {
      level: "error",
      file: void 0,
      line: void 0,
      title: "Results are missing",
      message: plainText(missing.join("\n"))
    }
  ];
}
function failureAnnotations(results, places) {
  const labels = cellLabels(results.cells);
  return placedFailures(results, places).map(
    (placed) => annotate(placed, (cell) => labels.get(cell) ?? plainLine(cell))
  );
}
function annotate(placed, labelOf) {
  const { place, title } = placed;
  return { level: "error", file: place?.file, line: place?.line, title, message: messageOf(placed, labelOf) };
}
function messageOf({ failure: { test, tests, finding, build }, reason }, labelOf) {
  const seen = tests.slice(0, 4).map(({ id, cell }) => `${plainLine(id)} (${labelOf(cell)})`);
  const more = tests.length - seen.length;
  const frames = finding === void 0 ? [] : excerptReport(finding.report).frames.map((frame) => `  ${plainLine(frame)}`);
  return [
    `${seen.join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
    reason,
    ...frames,
    ...build === void 0 ? [] : [`All of the output: ${plainLine(build.log)}`],
    `Again: ${plainLine(test.reproduce)}`
  ].join("\n");
}

// src/action/stage-artifact.ts
import { join as join2 } from "node:path";
var illegalInPaths = /["<>:|*?\\\x00-\x1f\x7f]/;
function legalArtifactName(name2) {
  const legal = shortened(
    name2.replace(/["<>:|*?\r\n\\/]/g, "-").replace(/[\s\x00-\x1f\x7f]+/g, " ").trim(),
    bounds.upload.nameBytes
  );
  return legal === "" || /^\.+$/.test(legal) ? "qemu-driver-test" : legal;
}
function defaultArtifactName(job, choices) {
  return legalArtifactName(`driver-test-${job}-${sha256Of(choices.join("\n")).slice(0, 8)}`);
}
function isLegalPath(path) {
  return !illegalInPaths.test(path) && path.split("/").every((name2) => Buffer.byteLength(name2) <= bounds.upload.nameBytes);
}
function legalPath(path) {
  return path.split("/").map((name2) => shortened(name2.replace(/["<>:|*?\\%\x00-\x1f\x7f]/g, spelledOut), bounds.upload.nameBytes)).join("/");
}
function spelledOut(character) {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
function shortened(name2, maxBytes) {
  if (Buffer.byteLength(name2) <= maxBytes) return name2;
  const extension = /\.[A-Za-z0-9]{1,10}$/.exec(name2)?.[0] ?? "";
  const end = `~${sha256Of(name2).slice(0, 16)}${extension}`;
  const begin = Buffer.from(name2).subarray(0, maxBytes - Buffer.byteLength(end)).toString("utf8").replace(/\ufffd$/, "");
  return `${begin}${end}`;
}
async function stageArtifact(directory2, scratch) {
  const { files, leftOut } = await listUntrusted(
    { directory: directory2, path: "." },
    { ...bounds.upload, entries: bounds.upload.files }
  );
  const bytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  if (files.every(({ path }) => isLegalPath(path)))
    return { root: directory2, files: files.map(({ path }) => join2(directory2, path)), bytes, leftOut, shortened: [] };
  const staged = files.map(({ path }) => linkInto(scratch, directory2, path));
  return {
    root: scratch,
    files: staged.flatMap(({ file }) => file ?? []),
    bytes,
    leftOut: [...leftOut, ...staged.flatMap(({ reason }) => reason ?? [])],
    shortened: files.map(({ path }) => path).filter((path) => !decodesTo(legalPath(path), path)).map((path) => `${path} \u2192 ${legalPath(path)}`)
  };
}
function decodesTo(legal, path) {
  return legal.replace(/%([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16))) === path;
}
function linkInto(scratch, directory2, path) {
  const file = join2(scratch, legalPath(path));
  try {
    hardLink(join2(directory2, path), file);
    return { file };
  } catch (error2) {
    if (!isSystemError(error2)) throw error2;
    return { reason: `${path}: ${error2.code}` };
  }
}

// src/action/upload-results.ts
import { join as join3 } from "node:path";
var uploadGracePeriodMs = 6e4;
var slowestBytesPerMs2 = 1e3;
var page = "report.html";
async function uploadResults(request, host) {
  let uploaded;
  try {
    var _stack = [];
    try {
      const scratch = __using(_stack, createScratchDirectory());
      const staged = await stageArtifact(request.directory, scratch.path);
      warnOfNames(staged, host);
      const { root, files, bytes } = staged;
      uploaded = await uploadUnderFreeName(
        { name: request.name, files, root, bytes, retentionDays: request.retentionDays, isPage: false },
        host
      );
      return uploaded && { ...uploaded, pageId: await uploadPage(request, uploaded.name, host) };
    } catch (_) {
      var _error = _, _hasError = true;
    } finally {
      __callDispose(_stack, _error, _hasError);
    }
  } catch (error2) {
    host.warn(
      `The ${uploaded === void 0 ? "results" : "page of the results"} could not be uploaded: ` + explain(error2).message
    );
    return uploaded && { ...uploaded, pageId: void 0 };
  }
}
function warnOfNames({ leftOut, shortened: shortened2 }, { warn }) {
  if (leftOut.length > 0)
    warn(`The artifact lacks files that are not plain files or have invalid paths: ${firstOf(leftOut)}.`);
  if (shortened2.length > 0) warn(`In the artifact some files have shorter names: ${firstOf(shortened2)}.`);
}
function firstOf(lines) {
  const shown2 = lines.slice(0, 3).map((line) => plainLine(cutLine(line, 600))).join("; ");
  return lines.length > 3 ? `${shown2}; and ${lines.length - 3} more` : shown2;
}
async function uploadUnderFreeName(task, host) {
  for (const name2 of [task.name, ...[2, 3, 4, 5].map((number) => `${task.name}-${number}`)]) {
    const message = await upload({ ...task, name: name2 }, host);
    if (message.kind === "uploaded") return { id: message.id, name: name2, bytes: message.bytes };
    if (!isTaken(message.reason)) {
      host.warn(`The results could not be uploaded as artifact ${name2}: ${message.reason}`);
      return void 0;
    }
  }
  host.warn(`The results could not be uploaded: artifact ${task.name} and four numbered names after it are taken.`);
  return void 0;
}
async function uploadPage({ directory: directory2, retentionDays }, name2, host) {
  var _stack = [];
  try {
    const path = join3(directory2, page);
    if (kindOfFile(path) !== "file") return void 0;
    const staged = __using(_stack, createScratchDirectory());
    const named = join3(staged.path, `${name2}.html`);
    hardLink(path, named);
    const message = await upload(
      { name: name2, files: [named], root: staged.path, bytes: fileSize(named), retentionDays, isPage: true },
      host
    );
    return message.kind === "uploaded" ? message.id : void 0;
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
async function upload({ bytes, ...task }, { script, env, signal, gracePeriodMs }) {
  let told;
  const { kind, output: output2 } = await runWorker({
    script,
    input: task,
    env: { ACTIONS_ARTIFACT_UPLOAD_TIMEOUT_MS: "30000", ...env },
    budgetMs: gracePeriodMs + bytes / slowestBytesPerMs2,
    signal,
    onMessage: (message) => {
      told = message;
      return 0;
    }
  });
  if (told !== void 0) return told;
  if (kind === "out-of-time") return { kind: "failed", reason: "the service took too long" };
  return {
    kind: "failed",
    reason: kind === "cancelled" ? "the run was cancelled" : output2.slice(-3).join(" ").slice(0, 500)
  };
}
function isTaken(reason) {
  return /\b409\b|already exists/i.test(reason);
}

// src/action/report-results.ts
async function reportResults(job, host) {
  const { inputs, results, outDirectory, signal } = job;
  const failed = isFailure(inputs.failOn, results);
  const upload3 = uploadWhenDue(outDirectory, failed || results.totals.notOk > 0, { inputs, host });
  writeOutputs(job, host);
  showConsoles(results, outDirectory, host.log);
  const summarize = async (artifactUrl) => {
    if (inputs.summary)
      await host.files.summary(
        renderSummary(results, {
          artifactUrl,
          consoleTail: tailReader(outDirectory),
          readLog: logReader(outDirectory)
        })
      );
  };
  await summarize();
  await annotate2(job, host);
  const uploaded = upload3 === void 0 || signal.aborted ? void 0 : await uploadNow(upload3, job, host);
  if (uploaded !== void 0) await summarize(artifactAddress(uploaded.id, host.variable));
  return { exitStatus: exitStatusOf(inputs.failOn, results), pendingUpload: signal.aborted ? upload3 : void 0 };
}
async function annotate2(job, host) {
  const { inputs, results, plan, warnings } = job;
  const annotations = inputs.annotations === "off" ? [] : [...missingAnnotations(results), ...failureAnnotations(results, sourcePlaces(plan, host.workspace))];
  const isDone = await isChecked(annotations, job, host).catch((error2) => {
    warnings.add(`The check run could not be written: ${explain(error2).message}`);
    return false;
  });
  if (!isDone) sayOnStep(annotations, job, host);
}
function uploadWhenDue(directory2, failed, choice) {
  const { upload: upload3, retentionDays } = choice.inputs;
  const isDue = upload3 === "always" || upload3 === "failure" && failed;
  return isDue ? { directory: directory2, name: artifactName(choice), retentionDays } : void 0;
}
function artifactName({ inputs, host: { variable }, further = [] }) {
  const { artifactName: given, args } = inputs;
  if (given !== void 0) return legalArtifactName(given);
  const choices = [
    ...further,
    ...args.operands,
    ...["kernel", "machine", "test", "tag", "qemu", "disk-image", "shard"].flatMap(
      (option) => args.values(option).map((value) => `${option} ${value}`)
    )
  ];
  return defaultArtifactName(variable("GITHUB_JOB") ?? "job", choices);
}
async function uploadNow(upload3, { warnings, signal }, { workers, services, files, log, variable }) {
  if (services["ACTIONS_RUNTIME_TOKEN"] === void 0 || services["ACTIONS_RESULTS_URL"] === void 0) {
    warnings.add("The results were not uploaded: this runner does not support artifacts in actions.");
    return void 0;
  }
  const uploaded = await uploadResults(upload3, {
    script: workers.artifact,
    env: services,
    signal,
    warn: warnings.add,
    gracePeriodMs: uploadGracePeriodMs
  });
  if (uploaded === void 0) return void 0;
  const address = artifactAddress(uploaded.id, variable);
  files.output("artifact-id", String(uploaded.id));
  files.output("artifact-url", address);
  if (uploaded.pageId !== void 0) files.output("report-url", artifactAddress(uploaded.pageId, variable));
  log.text(`results: artifact ${uploaded.name}, ${uploaded.bytes} bytes, ${address}`);
  return uploaded;
}
function writeOutputs({ results, outDirectory, signal }, { files, variable }) {
  const { totals } = results;
  files.output("outcome", outcomeOf(results, signal));
  files.output("tests", String(totals.tests));
  files.output("ok", String(totals.ok));
  files.output("not-ok", String(totals.notOk));
  files.output("results-path", outDirectory);
  files.output("junit-path", join4(outDirectory, "junit.xml"));
  files.output("report-url", runAddress(variable));
}
async function isChecked(annotations, { inputs, results, warnings, signal }, { variable }) {
  const { token, failOn } = inputs;
  const [url, repository, headSha] = [
    variable("GITHUB_API_URL"),
    variable("GITHUB_REPOSITORY"),
    githubHeadSha(variable)
  ];
  if (inputs.annotations !== "auto" || signal.aborted || annotations.length === 0) return false;
  if (token === void 0 || url === void 0 || repository === void 0 || headSha === void 0) return false;
  const title = verdictLine(results);
  const outcome = await createCheckRun(
    {
      name: `qemu-driver-test (${variable("GITHUB_JOB") ?? "job"})`,
      headSha,
      isFailure: isFailure(failOn, results),
      title,
      summary: title,
      annotations
    },
    { url, repository, token, send: sendRequest }
  );
  if (outcome.kind === "failed") warnings.add(`The check run could not be written completely: ${outcome.reason}.`);
  return outcome.kind === "created";
}
function sayOnStep(annotations, { inputs }, { log }) {
  const where = inputs.summary ? "see the summary of this job." : "see results.json.";
  withinLimit(annotations, where).forEach(log.annotate);
}

// src/action/selftest-step.ts
async function reportSelftest(test, host) {
  const { results, outDirectory, inputs, signal, isAlone } = test;
  const { selftestDirectory } = host.installation;
  const verdict = judgeSelftest(results, selftestDirectory, signal);
  const exitStatus = selftestExitStatus(verdict);
  const markdown = selftestMarkdown(verdict, results);
  host.log.text(sentence(verdict, results));
  if (exitStatus === 0 && !isAlone) return { exitStatus, markdown };
  writeOutputs2(verdict, test, host);
  if (inputs.summary) await host.files.summary(markdown);
  withinLimit(selftestAnnotations(verdict), "see the summary of this job.").forEach(host.log.annotate);
  const upload3 = uploadWhenDue(outDirectory, exitStatus !== 0, { inputs, host, further: ["selftest"] });
  if (upload3 !== void 0 && !signal.aborted) await uploadNow(upload3, test, host);
  return { exitStatus, markdown };
}
function selftestAnnotations(verdict) {
  const error2 = (title, message) => ({
    level: "error",
    file: void 0,
    line: void 0,
    title,
    message
  });
  if (verdict.kind === "undecided") return [error2("Nothing could be concluded", plainLine(verdict.reason))];
  return wrongRows(verdict.rows).map(
    ({ id, shows, differences }) => error2(`Self-test: ${id}`, `${shows}: ${differences.map(plainLine).join("; ")}`)
  );
}
function selftestMarkdown(verdict, results) {
  const lines = ["### Self-test", "", `${verdict.kind === "right" ? "\u2705" : "\u274C"} ${sentence(verdict, results)}`];
  if (verdict.kind === "undecided") return `${lines.join("\n")}
`;
  const rows = verdict.rows.map(({ id, shows, start, found, differences }) => [
    differences.length === 0 ? "\u2705" : "\u274C",
    shows,
    start,
    codeSpan(plainLine(found)),
    codeSpan(id),
    differences.map((difference) => codeSpan(plainLine(difference))).join("<br>")
  ]);
  const table2 = markdownTable(["", "shows", "start", "verdict", "test", "not as expected"], rows);
  const folded = ["<details><summary>All verdicts</summary>", "", table2, "", "</details>"];
  return `${[...lines, "", ...verdict.kind === "right" ? folded : [table2]].join("\n")}
`;
}
function sentence(verdict, { durationMs, host }) {
  if (verdict.kind === "undecided") return `The self-test says nothing: ${plainLine(verdict.reason)}`;
  const { rows } = verdict;
  const wrong = wrongRows(rows).length;
  const how = `${host.accelerator.toUpperCase()}, ${formatDuration(durationMs)}`;
  return wrong === 0 ? `All ${rows.length} verdicts of the self-test are as expected (${how}).` : `${wrong} of ${rows.length} verdicts of the self-test are not as expected (${how}).`;
}
function wrongRows(rows) {
  return rows.filter(({ differences }) => differences.length > 0);
}
var outcomes = { right: "ok", wrong: "not-ok", undecided: "inconclusive" };
function writeOutputs2(verdict, { outDirectory, signal }, { files, variable }) {
  const rows = verdict.kind === "undecided" ? [] : verdict.rows;
  const notOk = wrongRows(rows).length;
  files.output("outcome", signal.aborted ? "cancelled" : outcomes[verdict.kind]);
  files.output("tests", String(rows.length));
  files.output("ok", String(rows.length - notOk));
  files.output("not-ok", String(notOk));
  files.output("results-path", outDirectory);
  files.output("report-url", runAddress(variable));
}

// src/action/step-state.ts
var stateName = "step";
var { assets, documents, nameChars } = bounds.cacheIndex;
var documentName = matching(new RegExp(`^[^\\0]{1,${nameChars}}$`), "the name of a document");
var known = formatOf()(
  object({
    indexKey: orUndefined(name()),
    assets: listOf(cachedAsset, void 0, assets),
    discarded: listOf(name(), void 0, assets)
  })
);
var cache = object({
  request: matching(/^[0-9a-f]{1,64}$/, "a request"),
  assets: listOf(name(), void 0, documents),
  documents: listOf(documentName, void 0, documents),
  known
});
var directory = matching(/^\/[^\0]*$/, "an absolute path");
var upload2 = object({
  directory,
  name: name(),
  retentionDays: orUndefined(wholeNumber(void 0, { min: 1, max: 999 }))
});
var stepState = object({
  /** Undefined: nothing to save. */
  cache: orUndefined(cache),
  /** Results that remain to be uploaded. The job was cancelled, and `post` may have more time. */
  upload: orUndefined(upload2),
  /** Results directory of a run that `main` began but did not report, because it died. */
  unreported: orUndefined(directory)
});
function parseState(text, warn) {
  if (text === void 0 || text === "") return void 0;
  const parsed = parseJson(text, bounds.json);
  if (parsed.kind === "problem") {
    warn(`The state that the step left for its clean-up is ignored: ${parsed.reason}`);
    return void 0;
  }
  const reading = readAs(stepState, parsed.value, "state");
  if (reading.kind === "value") return reading.value;
  warn(`The state that the step left for its clean-up is ignored: ${reading.message}`);
  return void 0;
}
function formatState(state) {
  return JSON.stringify(state);
}

// src/action/tool-cache.ts
import { join as join5 } from "node:path";

// src/provision/known-assets.ts
function knownAssets(cells, store) {
  const needed = cells.flatMap(({ kernel, qemu, arch }) => [
    ...knownQemu(qemu.text, qemuSelection(qemu, architectureOf(arch)), store),
    ...knownImage(kernel, store)
  ]);
  const all = [...needed, ...knownTools(store)];
  return [...new Map(all.map((known2) => [directoryName(known2.asset), known2])).values()];
}
function knownQemu(text, selection, store) {
  const asset = selection && knownPrograms(store, selection);
  return asset === void 0 ? [] : [{ title: `QEMU ${text}`, product: "qemu", asset, version: described("version") }];
}
function knownTools(store) {
  const selection = toolSelection();
  const asset = knownPrograms(store, selection);
  const version = () => `${selection.version}.0.0`;
  return asset === void 0 ? [] : [{ title: "tools", product: "tools", asset, version }];
}
function knownImage(spec, store) {
  if (spec.kind !== "distribution") return [];
  const asset = knownKernel(store, spec);
  if (asset === void 0) return [];
  const flavour = spec.flavour === "generic" ? [] : [spec.flavour];
  const product = ["kernel", spec.distribution, spec.series, ...flavour].join("-");
  return [{ title: spec.text, product, asset, version: described("release") }];
}
function described(field) {
  return (directory2) => {
    const value = readDescription(directory2)[field];
    return typeof value === "string" ? value : void 0;
  };
}

// src/action/tool-cache.ts
var RunnerToolCache = class {
  #host;
  /** Names of assets whose entry is not what was registered. */
  #refused = /* @__PURE__ */ new Set();
  constructor(host) {
    this.#host = host;
  }
  /** Brings into the store what the cells need, it has not, and the tool cache has. */
  async adopt(cells) {
    await this.#forEach(cells, async (known2) => {
      const { store, warn, say } = this.#host;
      const note = readNote(store, known2);
      if (note === void 0 || store.find(known2.asset) !== void 0) return;
      const path = await this.#find(known2, note);
      if (path === void 0) return;
      try {
        await this.#take(known2, path, note);
        say(`tool cache: ${known2.title} taken from ${path}`);
      } catch (error2) {
        if (!(error2 instanceof NotAsRegistered)) throw error2;
        this.#refused.add(directoryName(known2.asset));
        warn(`${path} in the runner's tool cache is not what was registered there (${error2.message}): it is not used.`);
      }
    });
  }
  /**
   * Makes what the cells used known to the tool cache, without a second copy of it.
   * @param digests of assets whose trees were digested in this run, by their names: that of QEMU takes a second
   */
  async register(cells, digests) {
    await this.#forEach(cells, async (known2) => {
      const { store, say, signal } = this.#host;
      const directory2 = store.find(known2.asset);
      const version = directory2 === void 0 ? void 0 : cacheVersion(known2.version(directory2));
      if (directory2 === void 0 || version === void 0 || this.#isRegistered(known2, version)) return;
      const name2 = directoryName(known2.asset);
      const place = this.#placeOf(known2, version);
      await store.withLock(lockName(known2, version), signal, async () => {
        putEntry(directory2, place, name2);
        await Promise.resolve();
      });
      const note = { sha256: digests.get(name2) ?? digestTree(directory2).sha256, version };
      store.writeDocument(noteName(known2), note);
      say(`tool cache: ${toolName(known2)} ${version} registered`);
    });
  }
  async #forEach(cells, work2) {
    try {
      for (const known2 of knownAssets(cells, this.#host.store)) await work2(known2);
    } catch (error2) {
      if (this.#host.signal.aborted) return;
      if (!(isSystemError(error2) || error2 instanceof ProvisionError)) throw error2;
      this.#host.say(`tool cache: not used: ${error2.message}`);
    }
  }
  /** Undefined: it is not there, or another build of the same version is. */
  async #find(known2, { version }) {
    this.#host.beforeCommands();
    const { find } = await import("./tool-finder-2VKV2224.mjs");
    const path = find(toolName(known2), version, this.#host.architecture);
    if (path === "") return void 0;
    const mark = readMark(path);
    return mark === "" || mark === directoryName(known2.asset) ? path : void 0;
  }
  async #take({ asset }, path, { sha256 }) {
    const { store, signal } = this.#host;
    await store.provide({
      ...asset,
      signal,
      // Looked at where nobody else has a name for it.
      make: (staging) => {
        linkTree(realPath(path), staging);
        const found = digestOf(staging);
        if (found === sha256) return Promise.resolve();
        throw new NotAsRegistered(`its digest is ${brief(found)}, and that of what was registered ${brief(sha256)}`);
      }
    });
  }
  #isRegistered(known2, version) {
    const name2 = directoryName(known2.asset);
    const place = this.#placeOf(known2, version);
    return !this.#refused.has(name2) && readNote(this.#host.store, known2)?.version === version && kindOfFile(place) === "directory" && readMark(place) === name2;
  }
  #placeOf(known2, version) {
    return join5(this.#host.directory, toolName(known2), version, this.#host.architecture);
  }
};
var NotAsRegistered = class extends Error {
  name = "NotAsRegistered";
};
function toolName({ product }) {
  return `qemu-driver-test-${product}`;
}
function lockName(known2, version) {
  return `tool-cache-${toolName(known2)}-${version}`;
}
function noteName({ asset }) {
  return `tool-cache/${directoryName(asset)}`;
}
function readNote(store, known2) {
  const stored = store.readDocument(noteName(known2));
  const [sha256, version] = [fieldOf(stored, "sha256"), fieldOf(stored, "version")];
  return typeof sha256 === "string" && typeof version === "string" ? { sha256, version } : void 0;
}
function markOf(place) {
  return `${place}.complete`;
}
function readMark(place) {
  return readPlainText(markOf(place), maxMarkBytes);
}
var maxMarkBytes = 1e3;
var semanticVersion = /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}(?:-[\dA-Za-z.-]+)?(?=\+|$)/;
function cacheVersion(version) {
  return semanticVersion.exec(version ?? "")?.[0];
}
function putEntry(directory2, place, name2) {
  const draft = `${place}.partial`;
  makeDirectory(join5(place, ".."));
  removeTree(draft);
  if (isOnOneFileSystem(directory2, join5(place, ".."))) linkTree(directory2, draft);
  else linkTo(directory2, draft);
  removeTree(markOf(place));
  removeTree(place);
  movePath(draft, place);
  writeFileAt(markOf(place), name2);
}
function digestOf(tree) {
  try {
    return digestTree(tree).sha256;
  } catch (error2) {
    if (isSystemError(error2) || !(error2 instanceof Error)) throw error2;
    throw new NotAsRegistered(error2.message, { cause: error2 });
  }
}
function brief(sha256) {
  return `${sha256.slice(0, 12)}\u2026`;
}

// src/action/run-step.ts
async function runStep(host, signal) {
  const { log, files } = host;
  const state = { cache: void 0, upload: void 0, unreported: void 0 };
  try {
    return await attempt(host, signal, state);
  } catch (error2) {
    const { message, exitStatus } = explainJobFailure(error2);
    const isInvalid = error2 instanceof SuitesInvalid || exitStatus === 2;
    if (error2 instanceof SuitesInvalid) sayProblems(error2.problems, host.workspace).forEach(log.annotate);
    else
      log.annotate({
        level: "error",
        file: void 0,
        line: void 0,
        title: isInvalid ? "Invalid input" : "Nothing could be concluded",
        message
      });
    files.output("outcome", signal.aborted ? "cancelled" : isInvalid ? "invalid" : "inconclusive");
    return isInvalid ? 2 : exitStatus;
  } finally {
    files.state(stateName, formatState({ ...state, unreported: void 0 }));
    log.close();
  }
}
async function attempt(host, signal, state) {
  const { log, variable, workspace } = host;
  const inputs = readInputs(host.inputs);
  log.text(`qemu-driver-test ${host.installation.version}`);
  if (inputs.history !== void 0)
    requireOwnBranch(inputs.history, githubPlace(variable), githubDefaultBranch(variable));
  const { args, selftest } = inputs;
  const jobOf = (given, outDirectory) => {
    const asked = { ...askedPlan(inputs, host), args: given };
    return {
      ...asked,
      ...planOfInputs(asked),
      installation: host.installation,
      inputs,
      outDirectory,
      warnings,
      signal
    };
  };
  const warnings = new StepWarnings(log);
  const place = resultsPlace(variable, workspace);
  if (selftest === void 0) return await runJob(jobOf(args, place), host, state);
  const hasSuites = args.operands.length > 0 || args.values("smoke").length > 0;
  const job = hasSuites ? jobOf(args, place) : void 0;
  const operands = selftestSuites(host.installation.selftestDirectory);
  const testing = { ...jobOf({ ...selftest, operands }, `${place}-selftest`), hidesTests: true };
  const results = await runCached(testing, host, state);
  const tested = await reportSelftest({ ...testing, results, isAlone: job === void 0 }, host);
  return job === void 0 || tested.exitStatus !== 0 ? tested.exitStatus : await runJob(job, withSummaryBefore(host, tested.markdown), state);
}
function withSummaryBefore(host, before) {
  const { files } = host;
  return { ...host, files: { ...files, summary: async (text) => await files.summary(`${before}
${text}`) } };
}
async function runJob(job, host, state) {
  const { inputs } = job;
  if (inputs.merge.length === 0) {
    state.unreported = job.outDirectory;
    host.files.state(stateName, formatState(state));
  }
  const results = inputs.merge.length > 0 ? await mergeParts({ ...job, directories: inputs.merge }, outputOf(job, host)) : await runCached(job, host, state);
  const reported = await reportResults({ ...job, results }, host);
  state.upload = reported.pendingUpload;
  await keepRun(job, host);
  return reported.exitStatus;
}
async function keepRun(job, host) {
  const { inputs, installation } = job;
  if (inputs.history === void 0) return;
  const run = {
    ...job,
    wish: inputs.history,
    place: githubPlace(host.variable),
    remote: githubRemote(host.variable, inputs.token),
    advice: githubAdvice,
    version: installation.version
  };
  await keepInBranch(run, outputOf(job, host));
}
function outputOf({ warnings }, { log }) {
  return { text: log.text, beginFold: log.beginFold, endFold: log.endFold, warn: warnings.add };
}
function resultsPlace(variable, workspace) {
  const step = (variable("GITHUB_ACTION") ?? "step").replace(/[^\w.-]/g, "_");
  return join6(variable("RUNNER_TEMP") ?? workspace, `qemu-driver-test-${step}`);
}
async function runCached(job, host, state) {
  const { plan, inputs, warnings, signal } = job;
  requireHostArchitecture();
  await settleKvm(inputs, warnings, signal);
  const store = new AssetStore(hostStoreRoot());
  const tools = toolCacheOf(host, store, warnings, signal);
  await tools?.adopt(plan.cells);
  const request = requestOf(plan, (path) => workspacePath(path, host.workspace) ?? path);
  const digests = /* @__PURE__ */ new Map();
  const cache2 = {
    ...cacheHost(host, store, warnings, signal),
    onRestored: ({ name: name2, sha256 }) => void digests.set(name2, sha256)
  };
  const known2 = inputs.cache === "off" ? nothingKnown : await restoreFromCache(request, cache2);
  const used = { asset: /* @__PURE__ */ new Set(), document: /* @__PURE__ */ new Set() };
  try {
    return await runInJob({ ...job, onStoreUse: ({ kind, name: name2 }) => void used[kind].add(name2) }, outputOf(job, host));
  } finally {
    if (inputs.cache === "read-write")
      state.cache = { request, assets: [...used.asset].sort(), documents: [...used.document].sort(), known: known2 };
    await tools?.register(plan.cells, digests);
  }
}
function toolCacheOf({ variable, log }, store, { add: warn }, signal) {
  const directory2 = variable("RUNNER_TOOL_CACHE");
  if (directory2 === void 0 || !isAbsolute(directory2)) return void 0;
  const architecture = hostArchitecture();
  return new RunnerToolCache({
    directory: directory2,
    architecture,
    store,
    signal,
    warn,
    say: log.text,
    beforeCommands: log.close
  });
}
function cacheHost(host, store, warnings, signal) {
  return {
    script: host.workers.cache,
    store,
    env: host.services,
    signal,
    warn: warnings.add,
    say: host.log.text,
    nowMs: host.nowMs,
    gracePeriodMs: cacheGracePeriodMs
  };
}
function askedPlan({ args }, { workspace, installation }) {
  return { table: inputTable, args, workspace, installation };
}
function makePlan(inputs, host) {
  return planOfInputs(askedPlan(inputs, host));
}
function sayProblems(problems, workspace) {
  const annotations = problems.map((problem) => problemAnnotation(problem, (path) => workspacePath(path, workspace)));
  return withinLimit(annotations, "qemu-driver-test check shows all of them at once.");
}
async function settleKvm({ args, kvmPermissions }, warnings, signal) {
  if (args.value("accel") === "tcg") return;
  const found = probeKvm();
  const state = kvmPermissions === "fix" && isRepairable(found) ? await repairKvm(signal) : found;
  if (state.kind === "unusable" && args.value("accel") !== "kvm")
    warnings.add(`Without KVM tests run about 10 times slower: ${state.reason}. ${state.advice}`);
}

export {
  saveToCache,
  StepWarnings,
  readInputs,
  artifactAddress,
  cancelOnRunnerSignals,
  stepHost,
  uploadGracePeriodMs,
  uploadResults,
  reportResults,
  stateName,
  parseState,
  runStep,
  outputOf,
  cacheHost,
  makePlan
};
