import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  TextLines
} from "./chunk-2MR2ZGFV.mjs";
import {
  parseConsoleLine
} from "./chunk-BOP7G6SY.mjs";

// src/diagnose/ktap/ktap-block.ts
var maxMissing = 1e3;
var KtapBlock = class {
  /** Of its lines; undefined in braces before the first. */
  indent;
  /** What `# Subtest:` lines at its own indentation called it, as KUnit does. */
  names = [];
  /** What such a line further out announced, as TAP 14 does. */
  announcedAs;
  /** The result line that it follows in braces. */
  opener;
  #results = [];
  #numbers = [];
  #plan;
  #versioned = false;
  #secondPlan = false;
  #refused = 0;
  /** What a `# name: …` line said last that had no result yet: the test that runs. */
  #running;
  constructor(indent, announcedAs, opener) {
    this.indent = indent;
    this.announcedAs = announcedAs;
    this.opener = opener;
  }
  /** Results alone could be anybody's indented text. */
  get framed() {
    return this.names.length > 0 || this.announcedAs !== void 0 || this.#plan !== void 0 || this.#versioned;
  }
  get planned() {
    return this.#plan !== void 0;
  }
  get results() {
    return this.#results;
  }
  announce() {
    this.#versioned = true;
  }
  plan(first, last) {
    if (this.#plan === void 0) this.#plan = { first, last, after: this.#results.length };
    else if (this.#results.length > 0) this.#secondPlan = true;
  }
  /** The plan stood last, so that nothing may follow it. */
  get complete() {
    return this.#plan !== void 0 && this.#plan.after > 0;
  }
  refuse() {
    this.#refused += 1;
  }
  add(test, number) {
    this.#results.push(test);
    this.#numbers.push(number);
    if (test.name === this.#running) this.#running = void 0;
  }
  /** KUnit's messages begin with the name of the test that runs. */
  diagnostic(text) {
    const name = /^([\w.-]+): /.exec(text)?.[1];
    if (name !== void 0 && !this.#results.some((test) => test.name === name) && !this.names.includes(name)) this.#running = name;
  }
  /** Adds what the plan promised and nothing reported; returns how many errors that makes. */
  addMissing(each) {
    const missing = this.#plan === void 0 ? 0 : this.#plan.last - this.#plan.first + 1 - this.#results.length;
    if (missing <= 0) return 0;
    const afterResults = this.#plan?.after === this.#results.length && this.#plan.after > 0;
    const separate = each && !afterResults && missing <= maxMissing;
    const count = separate ? missing : 1;
    for (let index = 0; index < count; index += 1) this.#results.push(this.#missing(separate ? 1 : missing, index));
    return count;
  }
  #missing(tests, index) {
    const number = this.#results.length + (this.#plan?.first ?? 1);
    const name = index === 0 && this.#running !== void 0 ? this.#running : `(test ${number})`;
    return { name, status: "crash", reason: tests === 1 ? "planned, but gave no result" : `${tests} planned tests gave no result` };
  }
  /** Results whose number is not their place. */
  misplaced() {
    return this.#numbers.filter((number, index) => number !== void 0 && number !== index + 1).length;
  }
  /** What TAP forbids: a number twice or outside the plan, more results than planned, a plan in the middle or twice. */
  violations() {
    const numbers = this.#numbers.map((number, index) => number ?? index + 1);
    const repeated = numbers.length - new Set(numbers).size;
    const plan2 = this.#plan;
    if (plan2 === void 0) return repeated;
    const outside = numbers.filter((number) => number < plan2.first || number > plan2.last).length;
    return repeated + outside + (this.#refused > 0 ? 1 : 0) + (this.#secondPlan ? 1 : 0);
  }
};
function testOf(result2, place) {
  return {
    name: result2.name === "" ? `(test ${result2.number ?? place})` : result2.name,
    status: result2.directive ?? (result2.ok ? "pass" : "fail"),
    ...result2.reason === void 0 ? {} : { reason: result2.reason }
  };
}

// src/diagnose/ktap/ktap-levels.ts
var KtapLevels = class {
  #tests = [];
  errors = { misplaced: 0, violations: 0, other: 0 };
  /** Kernels report each test on its own; elsewhere what is missing is counted as one. */
  kernel = false;
  #open = [];
  #headers = [];
  get top() {
    return this.#open.at(-1);
  }
  header(indent, name) {
    this.closeDeeper(indent);
    if (this.top?.indent === indent && this.top.results.length === 0) this.top.names.push(name);
    this.#headers.push({ indent, name });
  }
  /** The block of a line at this indent, begun if need be. */
  at(indent) {
    const top = this.top;
    if (top !== void 0) top.indent ??= indent;
    if (top?.indent === indent) return top;
    const block = new KtapBlock(indent, this.#headers.findLast((header) => header.indent < indent)?.name);
    block.names.push(...this.#headers.filter((header) => header.indent === indent).map(({ name }) => name));
    this.#headers = [];
    this.#open.push(block);
    return block;
  }
  openBraces(test, indent) {
    this.#open.push(new KtapBlock(void 0, void 0, { test, indent }));
  }
  closeBraces(indent) {
    if (!this.#open.some((block) => block.opener?.indent === indent)) return;
    while (this.top !== void 0 && this.top.opener?.indent !== indent) this.closeTop();
    this.closeTop();
  }
  /** Inside braces, a line at their own level is somebody's output. */
  shadows(indent) {
    const opener = this.#open.findLast((block) => block.opener !== void 0)?.opener;
    return opener !== void 0 && indent <= opener.indent;
  }
  /** Ends the blocks deeper than this that no result closes. */
  closeDeeper(indent) {
    while (this.#deeper(this.top, indent)) this.closeTop();
  }
  /** A new header or version where a block goes on: that block was cut short. */
  restart(indent) {
    this.closeDeeper(indent);
    if (this.top?.indent === indent && this.top.results.length > 0) this.closeTop();
  }
  hasHeaderAt(indent) {
    return this.#headers.some((header) => header.indent === indent);
  }
  /** What a result at this indent closes: its subtests, or a header under which nothing was run. */
  takeChildren(indent, name) {
    let child;
    while (this.#deeper(this.top, indent)) {
      if (this.#deeper(this.#open.at(-2), indent)) this.closeTop();
      else child = this.#open.pop();
    }
    const nothingRan = child === void 0 && this.#headers.some((header) => header.indent > indent && header.name === name);
    this.#headers = this.#headers.filter((header) => header.indent <= indent);
    return nothingRan ? "nothing-ran" : child;
  }
  #deeper(block, indent) {
    return block?.indent !== void 0 && block.indent > indent && block.opener === void 0;
  }
  /** Counts a finished block's errors and gives its tests, with those that it lacks. */
  settle(block) {
    this.errors.misplaced += block.misplaced();
    this.errors.violations += block.violations();
    this.errors.other += block.addMissing(this.kernel);
    return block.results;
  }
  closeTop() {
    const block = this.#open.pop();
    if (block === void 0) return;
    if (block.opener !== void 0) {
      const tests = this.settle(block);
      if (tests.length > 0) block.opener.test.tests = tests;
    } else if (this.top === void 0 && (block.indent === 0 || block.names.length === 0)) for (const test of this.settle(block)) this.#tests.push(test);
    else if (block.framed) this.addCutShort(block);
  }
  /** A block whose own result never came: the test was running when the text ended. */
  addCutShort(block) {
    this.errors.other += 1;
    const tests = this.settle(block);
    const test = { name: block.names.at(-1) ?? block.announcedAs ?? "(unnamed test)", status: "crash", reason: "gave no result of its own", ...tests.length > 0 ? { tests } : {} };
    if (this.top === void 0) this.#tests.push(test);
    else this.top.add(test, void 0);
  }
  closeAll() {
    while (this.top !== void 0) this.closeTop();
    return this.#tests;
  }
  /** What there is, without asking what is missing. */
  abandon() {
    return [...this.#tests, ...this.#open.flatMap((block) => block.results)];
  }
};

// src/diagnose/ktap/tap-line.ts
var plan = /^(\d{1,9})\.\.(\d{1,9})(?:\s*#\s*(.*))?$/;
var result = /^(not )?ok(?=\s|$)(?:\s+(\d{1,9})(?=\s|$))?(.*)$/;
function parseTapLine(line) {
  const indent = indentOf(line);
  const text = line.trim();
  const first = text.charCodeAt(0);
  if (first === 35) return parseComment(text, indent);
  const mark = text === "---" || text === "..." || text === "{" || text === "}" ? text : void 0;
  if (mark !== void 0) return { kind: "mark", indent, mark };
  return parseResult(text, indent) ?? parseStatement(text, indent) ?? { kind: "other", indent, text };
}
function indentOf(line) {
  let columns = 0;
  for (let index = 0; index < line.length; index += 1) {
    const code = line.charCodeAt(index);
    if (code === 32) columns += 1;
    else if (code === 9) columns += 8 - columns % 8;
    else break;
  }
  return columns;
}
function parseComment(text, indent) {
  const subtest = /^# Subtest(?:: (.*))?$/.exec(text);
  return subtest === null ? { kind: "diagnostic", indent, text: text.slice(1).trim() } : { kind: "subtest", indent, name: subtest[1]?.trim() ?? "" };
}
function parseResult(text, indent) {
  if (!text.startsWith("ok") && !text.startsWith("not ok")) return void 0;
  const match = result.exec(text);
  if (match === null) return void 0;
  const rest = (match[3] ?? "").trim();
  const opensBlock = /(?:^|\s)\{$/.test(rest);
  const { name, directive, reason } = parseDescription(opensBlock ? rest.slice(0, -1).trimEnd() : rest);
  return { kind: "result", indent, ok: match[1] === void 0, number: match[2] === void 0 ? void 0 : Number(match[2]), name, directive, reason, opensBlock };
}
function parseDescription(description) {
  const unhyphened = description.replace(/^-(?:\s+|$)/, "");
  const match = /(?:^|\s)(?<!\\)#\s*(?:(skip|todo|xfail)\S*\s*(.*)|(.*))$/i.exec(unhyphened);
  if (match === null) return { name: unhyphened, directive: void 0, reason: void 0 };
  const word = match[1]?.toLowerCase();
  const reason = (match[2] ?? match[3] ?? "").trim();
  return {
    name: unhyphened.slice(0, match.index).trim(),
    directive: word === void 0 ? void 0 : word === "skip" ? "skip" : "todo",
    reason: reason === "" || /^time=/.test(reason) ? void 0 : reason
  };
}
function parseStatement(text, indent) {
  const version2 = /^(K?)TAP version (\d+)$/i.exec(text);
  if (version2 !== null) return { kind: "version", indent, kernel: version2[1] !== "" || version2[2] === "14" };
  const planned = plan.exec(text);
  if (planned !== null) return parsePlan(planned, indent);
  const bailOut = /^Bail out!\s*(.*)$/i.exec(text);
  if (bailOut !== null) return { kind: "bail-out", indent, reason: bailOut[1] ?? "" };
  const pragma = /^pragma ([+-])(\w+)$/.exec(text);
  return pragma === null ? void 0 : { kind: "pragma", indent, name: pragma[2] ?? "", on: pragma[1] === "+" };
}
function parsePlan(match, indent) {
  const first = Number(match[1]);
  const last = Number(match[2]);
  if (last < first && !(first === 1 && last === 0)) return void 0;
  const comment = match[3];
  return { kind: "plan", indent, first, last, skipReason: last === 0 && comment !== void 0 && /^skip/i.test(comment) ? comment : void 0 };
}

// src/diagnose/ktap/ktap-reader.ts
var KtapReader = class {
  #levels = new KtapLevels();
  #lastResult;
  #yamlIndent;
  /** `pragma +strict`: what is not TAP is an error. */
  #strict = false;
  #announced = false;
  #bailedOut = false;
  #skippedAll = false;
  #kselftest = false;
  #numbered = false;
  take(text) {
    if (this.#bailedOut) return;
    const line = parseTapLine(text);
    if (this.#isYaml(line) || line.kind === "other" && line.text === "") return;
    if (line.kind !== "mark" && this.#levels.shadows(line.indent)) return;
    this.#read(line);
  }
  finish() {
    const levels = this.#levels;
    const results = this.#bailedOut ? levels.abandon() : levels.closeAll();
    const tests = this.#announced || this.#numbered ? results : [];
    const { misplaced, violations, other } = levels.errors;
    const strictDialect = !levels.kernel && !this.#kselftest;
    const nothing = tests.length === 0 && !this.#skippedAll && (levels.kernel || !this.#announced);
    return {
      tests,
      errors: other + (levels.kernel ? misplaced : strictDialect ? violations : 0) + (nothing ? 1 : 0) + (this.#bailedOut ? 1 : 0),
      strictDialect,
      bailedOut: this.#bailedOut,
      skippedAll: this.#skippedAll,
      announced: this.#announced
    };
  }
  #read(line) {
    switch (line.kind) {
      case "version":
        this.#version(line.indent, line.kernel);
        break;
      case "plan":
        this.#plan(line);
        break;
      case "subtest":
        this.#levels.header(line.indent, line.name);
        break;
      case "result":
        this.#result(line);
        return;
      case "bail-out":
        this.#bailedOut = this.#announced || this.#levels.top !== void 0;
        break;
      case "pragma":
        this.#pragma(line.indent, line.name, line.on);
        break;
      case "mark":
        this.#mark(line.mark, line.indent);
        return;
      case "diagnostic":
        this.#levels.top?.diagnostic(line.text);
        return;
      case "other":
        if (this.#strict && line.indent === 0) this.#levels.errors.violations += 1;
        break;
    }
    this.#lastResult = void 0;
  }
  #version(indent, kernel) {
    if (this.#strict && indent === 0) this.#levels.errors.violations += 1;
    this.#announced = true;
    this.#levels.kernel ||= kernel;
    this.#levels.restart(indent);
    this.#levels.at(indent).announce();
  }
  #plan({ indent, first, last, skipReason }) {
    this.#announced = true;
    this.#levels.closeDeeper(indent);
    const top = this.#levels.top;
    if (top?.indent === indent && top.planned && this.#levels.hasHeaderAt(indent)) this.#levels.restart(indent);
    this.#levels.at(indent).plan(first, last);
    if (indent === 0 && skipReason !== void 0) this.#skippedAll = true;
  }
  #result(result2) {
    this.#numbered ||= result2.number !== void 0;
    const levels = this.#levels;
    const child = levels.takeChildren(result2.indent, result2.name);
    const block = levels.at(result2.indent);
    if (block.complete && !levels.kernel && !this.#kselftest) {
      block.refuse();
      return;
    }
    const test = testOf(result2, block.results.length + 1);
    if (child === "nothing-ran") this.#nothingRan(test);
    else if (child !== void 0) this.#adopt(test, child);
    block.add(test, result2.number);
    if (result2.name.startsWith("selftests: ")) this.#kselftest = true;
    this.#lastResult = { test, indent: result2.indent };
    if (result2.opensBlock) levels.openBraces(test, result2.indent);
  }
  #adopt(test, child) {
    const levels = this.#levels;
    if (!child.framed && !levels.kernel) return;
    const stranger = levels.kernel && child.names.length > 0 && !child.names.includes(test.name);
    if (stranger) {
      levels.addCutShort(child);
      return;
    }
    const tests = levels.settle(child);
    if (tests.length > 0) test.tests = tests;
    else this.#nothingRan(test);
  }
  #nothingRan(test) {
    if (test.status !== "pass" || !this.#levels.kernel) return;
    test.status = "error";
    test.reason = "no tests were run";
    this.#levels.errors.other += 1;
  }
  #pragma(indent, name, on) {
    const atStart = this.#levels.top === void 0 || this.#levels.top.indent === indent && this.#levels.top.results.length === 0;
    if (name === "strict" && indent === 0 && atStart) this.#strict = on;
    else if (this.#strict) this.#levels.errors.violations += 1;
  }
  #mark(mark, indent) {
    if (mark === "}") this.#levels.closeBraces(indent);
    else if (mark === "{" && this.#lastResult?.indent === indent) this.#levels.openBraces(this.#lastResult.test, indent);
    else if (mark === "---" && this.#lastResult !== void 0 && indent > this.#lastResult.indent) this.#yamlIndent = indent;
  }
  /** A YAML block after a result ends with `...`, or is broken off by a line further out: in TAP by a result, in a kernel log by any. */
  #isYaml(line) {
    if (this.#yamlIndent === void 0) return false;
    const outside = line.indent < this.#yamlIndent && !(line.kind === "other" && line.text === "");
    const inside = !outside || !this.#levels.kernel && line.kind !== "result" && line.kind !== "bail-out";
    if (!inside || line.kind === "mark" && line.mark === "..." && line.indent === this.#yamlIndent) this.#yamlIndent = void 0;
    return inside;
  }
};

// src/diagnose/ktap/ktap-tree.ts
function summarise({ tests, errors, strictDialect, bailedOut, skippedAll, announced }) {
  const counts = { ...countLeaves(tests), error: errors };
  return { status: status(), counts, tests };
  function status() {
    if (tests.length === 0 && !bailedOut) return skippedAll ? "skip" : announced ? "no-tests" : "not-tap";
    if (counts.crash > 0 || tests.some((test) => test.status === "crash")) return "crash";
    if (bailedOut || tests.some(hasFailed) || errors > 0 && strictDialect) return "fail";
    if (counts.pass + counts.todo > 0) return "pass";
    return counts.skip > 0 ? "skip" : "no-tests";
  }
}
function hasFailed(test) {
  if (test.status === "todo" || test.status === "skip") return false;
  return test.status === "fail" || (test.tests?.some(hasFailed) ?? false);
}
function countLeaves(tests) {
  const counts = { pass: 0, fail: 0, skip: 0, todo: 0, crash: 0, error: 0 };
  for (const test of tests) {
    const inner = countLeaves(test.tests ?? []);
    if (total(inner) === 0) inner[test.status] += 1;
    for (const key of ["pass", "fail", "skip", "todo", "crash"]) counts[key] += inner[key];
  }
  return counts;
}
function total({ pass, fail, skip, todo, crash }) {
  return pass + fail + skip + todo + crash;
}

// src/diagnose/ktap/parse-ktap.ts
function parseKtap(text) {
  const reader = new KtapReader();
  const strip = createPrefixStripper();
  const lines = new TextLines((line) => {
    for (const message of strip(line)) reader.take(message);
  });
  lines.push(text);
  lines.end();
  return summarise(reader.finish());
}
var version = /K?TAP version \d+\s*$/;
function createPrefixStripper() {
  let prefix = "";
  return (line) => parseConsoleLine(line).map(({ text }) => {
    const before = prefix === "" && text.includes("TAP version ") ? text.slice(0, Math.max(text.search(version), 0)) : "";
    if (before.trim() !== "" && !/^\s*#/.test(before)) prefix = before;
    return prefix !== "" && text.startsWith(prefix) ? text.slice(prefix.length) : text;
  });
}

export {
  parseKtap
};
