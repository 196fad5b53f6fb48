import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  reportKilledRun
} from "./chunk-6IQRJZQO.mjs";
import {
  InputError,
  SuitesInvalid,
  exitStatusOf,
  explainJobFailure,
  inputLines,
  keepInBranch,
  mergeParts,
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
  workspacePath
} from "./chunk-BO55WL2W.mjs";
import "./chunk-YBZ3GNAU.mjs";
import "./chunk-5EYMZHUK.mjs";
import "./chunk-AVLCZ2AS.mjs";
import "./chunk-Y42A6BDT.mjs";
import {
  keepHeapSmall
} from "./chunk-UH7ZL7Q2.mjs";
import "./chunk-4IFTEJWE.mjs";
import "./chunk-Z52ASNL3.mjs";
import "./chunk-P33J4D2E.mjs";
import {
  cellLabels,
  coberturaPieces,
  cutLine,
  renderJunit,
  renderSafely
} from "./chunk-VZ3XNEFQ.mjs";
import {
  resultsMark
} from "./chunk-LLYMXFPJ.mjs";
import "./chunk-LWVAITKD.mjs";
import {
  hostStoreRoot
} from "./chunk-OK5UEABX.mjs";
import "./chunk-KNVQYPQ4.mjs";
import "./chunk-L7CP2ILC.mjs";
import "./chunk-RPYGVRGS.mjs";
import "./chunk-PL3PYU5L.mjs";
import "./chunk-4RYYH6E5.mjs";
import "./chunk-YZWTKSKI.mjs";
import "./chunk-HLYA65ZP.mjs";
import "./chunk-T6GTHSTU.mjs";
import {
  cancelOnSignals
} from "./chunk-XEAPOWKT.mjs";
import {
  colouredText,
  defuseGitlabMarkup,
  plainJson,
  plainLine,
  plainText,
  problemText
} from "./chunk-PP4HT45W.mjs";
import "./chunk-X6ZZKZRR.mjs";
import "./chunk-Y44SECUK.mjs";
import "./chunk-QYEL2MFA.mjs";
import "./chunk-AGUDLKZO.mjs";
import "./chunk-EFSC4T5S.mjs";
import "./chunk-PZIESEAT.mjs";
import "./chunk-FTZM3PQV.mjs";
import "./chunk-SOJWF4Z4.mjs";
import "./chunk-CV4MAWGW.mjs";
import "./chunk-SX6AYEAE.mjs";
import {
  AssetStore,
  isWorthCaching
} from "./chunk-WABYQQ2Y.mjs";
import "./chunk-ZA4YE7YP.mjs";
import "./chunk-UQ27WKSB.mjs";
import {
  sha256Of
} from "./chunk-Z5M3ZDMR.mjs";
import "./chunk-7ASZTMLB.mjs";
import "./chunk-WJUJR6MB.mjs";
import "./chunk-2JNJEXXK.mjs";
import "./chunk-OO2ITZZJ.mjs";
import "./chunk-NMLPZBC3.mjs";
import "./chunk-DZ5U262N.mjs";
import {
  fieldOf,
  parseJson
} from "./chunk-ZOCY7ZAN.mjs";
import "./chunk-BUN7IQEI.mjs";
import {
  writeFileAt
} from "./chunk-UTU2GXSA.mjs";
import "./chunk-GRJFLVWM.mjs";
import "./chunk-YT2C4MXR.mjs";
import {
  environmentVariable,
  takeVariables
} from "./chunk-SMWPJZE2.mjs";
import {
  kindOfFile,
  realPlace
} from "./chunk-42EG7RIT.mjs";
import "./chunk-IRPNDCYH.mjs";
import "./chunk-PNGENSD7.mjs";
import {
  bounds,
  makeDirectory,
  now,
  removeTree,
  stepsInside
} from "./chunk-PC3WFA6B.mjs";
import "./chunk-XFDUTJQO.mjs";
import "./chunk-R2N667XA.mjs";

// src/gitlab/gitlab-command.ts
import { dirname, join as join4 } from "node:path";

// src/gitlab/gitlab-history.ts
var historyTokenName = "QDT_HISTORY_TOKEN";
function gitlabPlace(variable) {
  const [source, target] = [
    variable("CI_MERGE_REQUEST_SOURCE_PROJECT_ID") ?? variable("CI_EXTERNAL_PULL_REQUEST_SOURCE_REPOSITORY"),
    variable("CI_MERGE_REQUEST_PROJECT_ID") ?? variable("CI_EXTERNAL_PULL_REQUEST_TARGET_REPOSITORY")
  ];
  const isChange = ["CI_MERGE_REQUEST_IID", "CI_EXTERNAL_PULL_REQUEST_IID"].some(
    (name) => variable(name) !== void 0
  );
  if (isChange)
    return { kind: "change", what: "a merge request", isForeign: source === void 0 || source !== target };
  const branch = variable("CI_COMMIT_BRANCH");
  return branch === void 0 ? { kind: "other", what: "a tag" } : { kind: "branch", name: branch, isDefault: branch === variable("CI_DEFAULT_BRANCH") };
}
function gitlabRemote(variable, secrets) {
  const url = `${variable("CI_PROJECT_URL") ?? ""}.git`;
  const caFile = variable("CI_SERVER_TLS_CA_FILE");
  const own = secrets.get(historyTokenName);
  return own === void 0 ? { url, caFile, user: "gitlab-ci-token", token: secrets.get("CI_JOB_TOKEN") } : { url, caFile, user: "project-token", token: own };
}
var gitlabAdvice = `In the settings of the project, under CI/CD, Job token permissions, allow Git push requests to the repository; or give a project access token with write_repository to the job as the masked variable ${historyTokenName}. If the branch is protected, let the user of the token push to it.`;

// src/gitlab/input-table.ts
var inputTable = [
  { name: "suite", type: "array", isList: true },
  { name: "modules", type: "array", isList: true, option: "smoke" },
  { name: "kernels", type: "array", isList: true, option: "kernel" },
  { name: "machines", type: "array", isList: true, option: "machine" },
  { name: "qemu", type: "string", option: "qemu" },
  { name: "disk-image", type: "string", option: "disk-image" },
  { name: "accel", type: "string", option: "accel" },
  { name: "jobs", type: "number", option: "jobs", notGiven: "0" },
  { name: "tests", type: "array", isList: true, option: "test" },
  { name: "test-tags", type: "array", isList: true, option: "tag" },
  { name: "timeout", type: "number", option: "timeout", notGiven: "0" },
  { name: "boot-timeout", type: "number", option: "boot-timeout", notGiven: "0" },
  { name: "compiler", type: "string", option: "compiler" },
  { name: "start", type: "string", option: "start" },
  { name: "repeat", type: "number", option: "repeat" },
  { name: "shuffle", type: "boolean" },
  { name: "coverage", type: "boolean" },
  { name: "fail-on", type: "array", isList: true },
  { name: "history", type: "string" },
  { name: "history-runs", type: "string" },
  { name: "parallel", type: "number", option: "shard" },
  { name: "merge", type: "string" }
];
var inputPrefix = "QDT_INPUT_";
function inputVariable(name) {
  return `${inputPrefix}${name.replaceAll("-", "_").toUpperCase()}`;
}

// src/gitlab/kept-store.ts
import { join as join2 } from "node:path";

// src/gitlab/places.ts
import { join } from "node:path";
var places = {
  /** The results: of the run, or of all shards after the merge. */
  results: "qdt-results",
  /** A shard has its results in a directory with its number: GitLab unpacks all artifacts into one place. */
  parts: "qdt-parts",
  junit: "qdt-gitlab/junit.xml",
  codeQuality: "qdt-gitlab/code-quality.json",
  coverage: "qdt-gitlab/cobertura.xml",
  outputs: "qdt-gitlab/outputs.env",
  /** What GitLab keeps for the next pipeline. */
  cache: ".qdt-cache"
};
function resultsPlace(work) {
  return work.kind === "shard" ? join(places.parts, work.index) : places.results;
}

// src/gitlab/kept-store.ts
var keptDays = 14;
var dayMs = 24 * 60 * 60 * 1e3;
var document = "last used in CI";
var KeptStore = class {
  #store;
  #isCached;
  #used = /* @__PURE__ */ new Set();
  constructor(store, workspace) {
    this.#store = store;
    const cache = realPlace(join2(workspace, places.cache));
    this.#isCached = store.root === cache || store.root.startsWith(`${cache}/`);
    if (this.#isCached) markAsOurs(cache);
  }
  onUse = ({ kind, name }) => {
    if (kind === "asset") this.#used.add(name);
  };
  /**
   * Removes what no job has used for two weeks, objects and sources of kernels, and saved machines: they are large, and
   * start only on the same kind of processor. Other shards may use what this one does not.
   */
  prune(nowMs) {
    if (!this.#isCached) return;
    const before = this.#store.readDocument(document);
    const lastUsed = /* @__PURE__ */ new Map();
    removeTree(this.#store.kernelTrees);
    this.#store.keepOnly((name) => {
      const known = fieldOf(before, name);
      const usedMs = this.#used.has(name) || typeof known !== "number" ? nowMs : known;
      if (name.startsWith("template-") || !isWorthCaching(name) || nowMs - usedMs > keptDays * dayMs) return false;
      lastUsed.set(name, usedMs);
      return true;
    });
    this.#store.writeDocument(document, Object.fromEntries(lastUsed));
  }
};
function markAsOurs(cache) {
  const mark = join2(cache, resultsMark);
  if (kindOfFile(mark) !== "nothing") return;
  makeDirectory(cache);
  writeFileAt(mark, "The store of qemu-driver-test for the next job.\n");
}

// src/gitlab/read-inputs.ts
var table = inputTable;
function readInputs(environment) {
  refuseUnknownInputs(Object.keys(environment), { table, prefix: inputPrefix, variableOf: inputVariable });
  const values = new Map(
    table.map((entry) => [entry.name, valuesOf(environment[inputVariable(entry.name)] ?? "", entry)])
  );
  const suites = requireSuites(values.get("suite") ?? [], values.get("modules") ?? []);
  return {
    args: runArguments({ table, suites, values }),
    failOn: parseFailOn(values.get("fail-on") ?? []),
    history: readHistoryWish(values.get("history")?.[0], values.get("history-runs")?.[0]),
    work: workOf(values.get("merge") ?? [], values.get("parallel")?.[0])
  };
}
function workOf(merge, shard) {
  if (merge.length > 0) return { kind: "merge", directories: merge };
  return shard === void 0 ? { kind: "run" } : { kind: "shard", index: shard.replace(/\/.*$/s, "") };
}
function valuesOf(value, entry) {
  const isArray = entry.isList === true && value.trimStart().startsWith("[");
  const lines = inputLines(isArray ? arrayText(value, entry.name) : value, entry);
  for (const line of lines) requireType(line, entry);
  return lines.filter((line) => line !== entry.notGiven);
}
function requireType(line, { name, type, option }) {
  if (type === "boolean" && line !== "true" && line !== "false")
    throw new InputError(name, `expected true or false, found ${JSON.stringify(line)}.`);
  if (type === "number" && option !== "shard" && !/^-?\d+(?:\.\d+)?$/.test(line))
    throw new InputError(name, `expected a number, found ${JSON.stringify(line)}.`);
}
function arrayText(value, name) {
  const { chars, lines } = bounds.actionInput;
  if (value.length > chars) throw new InputError(name, `expected at most ${chars} characters, found ${value.length}.`);
  const parsed = parseJson(value, { depth: 2, values: lines + 1 });
  if (parsed.kind === "problem") throw new InputError(name, `expected an array of texts: ${parsed.reason}`);
  const items = parsed.value;
  if (!Array.isArray(items)) throw new InputError(name, "expected an array of texts.");
  return items.map((item) => textOf(item, name)).join("\n");
}
function textOf(item, name) {
  if (typeof item === "number") return String(item);
  if (typeof item !== "string")
    throw new InputError(name, `expected an array of texts, found ${JSON.stringify(item)} in it.`);
  if (/[\r\n]/.test(item)) throw new InputError(name, `expected one line in each text, found ${JSON.stringify(item)}.`);
  return item;
}

// src/gitlab/report-job.ts
import { join as join3 } from "node:path";

// src/report/code-quality/code-quality.ts
var { issues: maxIssues, descriptionChars } = bounds.codeQuality;
function failureIssues(results, places2, digest) {
  const labels = cellLabels(results.cells);
  const labelOf = (cell) => labels.get(cell) ?? plainLine(cell);
  const issues = placedFailures(results, places2).flatMap(
    (placed) => placed.place === void 0 ? [] : [failureIssue(placed, placed.place, { labelOf, digest })]
  );
  return firstOfEach(issues).slice(0, maxIssues);
}
function failureIssue(placed, place, { labelOf, digest }) {
  const { test, tests, finding, build } = placed.failure;
  const kind = finding?.kind ?? (build === void 0 ? test.outcome : "build");
  const more = tests.length > 1 ? ` and ${tests.length - 1} more` : "";
  const seen = `${labelOf(test.cell)}${more}`;
  const log = build === void 0 ? "" : ` (${plainLine(build.log)})`;
  return issue({
    description: finding === void 0 ? `${placed.title} (${seen}): ${plainLine(placed.reason)}${log}` : `${placed.title} (${plainLine(test.id)}, ${seen})`,
    check: kind,
    // A crash is the same bug whichever test shows it.
    identity: [place.file, kind, finding?.fingerprint ?? build?.suite ?? test.id],
    severity: finding === void 0 ? "major" : "critical",
    place,
    digest
  });
}
function problemIssues(problems, placeOf, digest) {
  const issues = problems.flatMap(({ file, line, message, hint }) => {
    const path = placeOf(file);
    if (path === void 0) return [];
    const description = plainLine(hint === void 0 ? message : `${message} ${hint}`);
    const place = { file: path, line: line ?? 1 };
    return [
      issue({ description, check: "invalid-suite", identity: [path, message], severity: "major", place, digest })
    ];
  });
  return firstOfEach(issues).slice(0, maxIssues);
}
function issue({ description, check, identity, severity, place, digest }) {
  return {
    description: cutLine(description, descriptionChars),
    check_name: `qemu-driver-test/${check}`,
    fingerprint: digest(JSON.stringify(identity)),
    severity,
    location: { path: place.file, lines: { begin: Math.max(1, place.line) } }
  };
}
function firstOfEach(issues) {
  const seen = /* @__PURE__ */ new Set();
  return issues.filter(({ fingerprint }) => !seen.has(fingerprint) && seen.add(fingerprint));
}
function renderCodeQuality(issues) {
  return `${plainJson(issues, 2)}
`;
}

// src/gitlab/report-job.ts
function writeReports({ plan, results, workspace, warn }) {
  const attachment = attachments(workspace);
  const issues = (all) => failureIssues(all, sourcePlaces(plan, workspace), sha256Of);
  const reports = {
    [places.junit]: (all) => renderJunit(all, { caseNames: "test-and-cell", attachment }),
    [places.codeQuality]: (all) => renderCodeQuality(issues(all)),
    [places.coverage]: (all) => [...coberturaPieces(all, coverageHere(plan, all, workspace))].join("")
  };
  for (const [path, render] of Object.entries(reports))
    renderSafely(results, {
      render: (all) => [render(all)],
      use: (pieces) => writeFileAt(join3(workspace, path), [...pieces].join("")),
      onUnrendered: ({ test, error }) => warn(`${path} cannot show ${test.id}: ${String(error)}`)
    });
}
var notMeasured = { lines: 0, reached: 0, onlyByFaults: 0, files: [], notMeasured: [] };
function coverageHere(plan, { coverage = notMeasured }, workspace) {
  const { source } = sourcePlaces(plan, workspace);
  const oneOfEachSuite = new Map(plan.tests.map(({ suite, id }) => [suite, id]));
  const nameOf = (file) => [...oneOfEachSuite.values()].map((id) => source(id, file)).find((found) => found !== void 0) ?? file;
  return { ...coverage, files: coverage.files.map((one) => ({ ...one, file: nameOf(one.file) })) };
}
function writeProblems(problems, workspace) {
  const issues = problemIssues(problems, (path) => workspacePath(path, workspace), sha256Of);
  writeFileAt(join3(workspace, places.codeQuality), renderCodeQuality(issues));
}
function attachments(workspace) {
  return ({ console, buildLog }) => {
    const log = buildLog ?? console;
    if (log === void 0) return void 0;
    const path = `${places.results}/${log}`;
    const isPlain = stepsInside(log) !== void 0 && /^[\w./+~-]+$/.test(log);
    return isPlain && kindOfFile(join3(workspace, path)) === "file" ? path : void 0;
  };
}
function writeOutputs({ outcome, results, jobUrl }, workspace) {
  const values = { OUTCOME: outcome, ...resultOutputs(results, jobUrl) };
  const lines = Object.entries(values).flatMap(
    ([name, value]) => value === void 0 ? [] : [`DRIVER_TEST_${name}=${value}
`]
  );
  writeFileAt(join3(workspace, places.outputs), lines.join(""));
}
function resultOutputs(results, jobUrl) {
  if (results === void 0) return {};
  return {
    TESTS: String(results.totals.tests),
    OK: String(results.totals.ok),
    NOT_OK: String(results.totals.notOk),
    RESULTS_PATH: places.results,
    JUNIT_PATH: join3(places.results, "junit.xml"),
    ARTIFACT_URL: jobUrl && `${jobUrl}/artifacts/browse/${places.results}`,
    REPORT_URL: jobUrl && `${jobUrl}/artifacts/file/${places.results}/report.html`
  };
}

// src/gitlab/section-log.ts
var maxColumns = 4e3;
var titleColumns = 200;
var clearLine = "\x1B[0K";
var SectionLog = class {
  #ports;
  #count = 0;
  #open;
  constructor(ports) {
    this.#ports = ports;
  }
  /** Whole lines. Colours stay. */
  text = (text) => {
    if (text !== "") this.#ports.write(shown(text.endsWith("\n") ? text : `${text}
`));
  };
  warn = (message) => this.text(`warning: ${plainText(message)}`);
  /** Sections are not nested: one that is open ends here. */
  beginFold = (title) => {
    this.endFold();
    this.#count += 1;
    this.#open = `qemu_driver_test_${this.#count}`;
    const words = cutLine(defuseGitlabMarkup(plainText(title)).replace(/\s+/g, " "), titleColumns);
    this.#mark("start", `${this.#open}[collapsed=true]`, words);
  };
  endFold = () => {
    if (this.#open !== void 0) this.#mark("end", this.#open, "");
    this.#open = void 0;
  };
  #mark(what, name, title) {
    const seconds = Math.floor(this.#ports.nowMs() / 1e3);
    this.#ports.write(`${clearLine}section_${what}:${seconds}:${name}\r${clearLine}${title}
`);
  }
};
function shown(text) {
  return defuseGitlabMarkup(colouredText(text)).split("\n").map((line) => cutLine(line, maxColumns)).join("\n");
}

// src/gitlab/gitlab-command.ts
var isSecret = (name) => name === historyTokenName || /^CI_(?:JOB_TOKEN|JOB_JWT.*|.*_PASSWORD|REPOSITORY_URL|DEPLOY_.*|.*_TOKEN)$/.test(name);
async function gitlabCommand(args, host) {
  keepHeapSmall();
  const workspace = host.cwd;
  const log = new SectionLog({ write: host.write, nowMs: () => now().getTime() });
  const signal = cancelOnSignals(host, () => void 0);
  const given = takeVariables((name) => name.startsWith(inputPrefix));
  const secrets = takeVariables(isSecret);
  const job = { host, workspace, log, signal, secrets };
  const work = args.flag("finish") ? finish : attempt;
  removeTree(join4(workspace, dirname(places.outputs)));
  try {
    return await work(job, readInputs(Object.fromEntries(given)));
  } catch (error) {
    return failWithoutResults(error, job);
  }
}
async function attempt(job, inputs) {
  const { host, workspace, log, signal } = job;
  const { args, work } = inputs;
  log.text(`qemu-driver-test ${host.installation.version}`);
  if (inputs.history !== void 0)
    requireOwnBranch(inputs.history, gitlabPlace(environmentVariable), environmentVariable("CI_DEFAULT_BRANCH"));
  const { installation } = host;
  const asked = { table: inputTable, args, workspace, installation };
  const run = {
    ...asked,
    ...planOfInputs(asked),
    installation,
    outDirectory: join4(workspace, resultsPlace(work)),
    signal
  };
  const results = work.kind === "merge" ? await mergeParts({ ...run, directories: work.directories }, log) : await runStored(run, log);
  const exitStatus = report(results, run, job, inputs);
  await keepRun(job, run, inputs);
  return exitStatus;
}
async function keepRun(job, run, { history: wish, work }) {
  if (wish === void 0 || work.kind === "shard") return;
  const about = {
    ...run,
    wish,
    place: gitlabPlace(environmentVariable),
    remote: gitlabRemote(environmentVariable, job.secrets),
    advice: gitlabAdvice,
    // The branch has no pipeline of its own, but a project may have a default one.
    messageEnd: " [skip ci]",
    version: run.installation.version
  };
  await keepInBranch(about, job.log);
}
function finish(job, inputs) {
  const { host, workspace, log } = job;
  const outDirectory = join4(workspace, resultsPlace(inputs.work));
  const results = reportKilledRun({ outDirectory, workspace }, log);
  if (results === void 0) {
    writeOutputs({ outcome: "inconclusive", results, jobUrl: void 0 }, workspace);
    return 69;
  }
  const { plan } = planOfInputs({
    table: inputTable,
    args: inputs.args,
    workspace,
    installation: host.installation
  });
  return report(results, { plan, outDirectory }, job, inputs);
}
function report(results, { plan, outDirectory }, { workspace, log, signal }, { failOn, work }) {
  showConsoles(results, outDirectory, log);
  const jobUrl = environmentVariable("CI_JOB_URL");
  writeOutputs({ outcome: outcomeOf(results, signal), results, jobUrl }, workspace);
  if (work.kind === "shard") return exitStatusOf({ kind: "never" }, results);
  writeReports({ plan, results, workspace, warn: log.warn });
  return exitStatusOf(failOn, results);
}
async function runStored(run, log) {
  const kept = new KeptStore(new AssetStore(hostStoreRoot()), run.workspace);
  const results = await runInJob({ ...run, onStoreUse: kept.onUse }, log);
  if (!run.signal.aborted && results.exitStatus !== 69) kept.prune(now().getTime());
  return results;
}
function failWithoutResults(error, { workspace, log, signal }) {
  log.endFold();
  const isInvalid = error instanceof SuitesInvalid;
  const { message, exitStatus } = isInvalid ? { message: sayProblems(error, workspace), exitStatus: 2 } : explainJobFailure(error);
  log.text(message);
  const outcome = signal.aborted ? "cancelled" : exitStatus === 2 ? "invalid" : "inconclusive";
  writeOutputs({ outcome, results: void 0, jobUrl: void 0 }, workspace);
  return exitStatus;
}
function sayProblems({ problems }, workspace) {
  writeProblems(problems, workspace);
  return [...problems.map((problem) => problemText(problem, workspace)), "", "Nothing was run."].join("\n");
}
export {
  gitlabCommand
};
