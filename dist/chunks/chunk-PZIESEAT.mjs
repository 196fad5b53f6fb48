import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  bounds
} from "./chunk-PC3WFA6B.mjs";

// src/diagnose/console-line.ts
var maxLength = bounds.lines.chars;
var TextLines = class {
  #onLine;
  #rest = "";
  #number = 1;
  constructor(onLine) {
    this.#onLine = onLine;
  }
  push(chunk) {
    let from = 0;
    for (let end = chunk.indexOf("\n"); end !== -1; end = chunk.indexOf("\n", from)) {
      this.#emit(this.#rest + chunk.slice(from, end));
      this.#rest = "";
      this.#number += 1;
      from = end + 1;
    }
    this.#rest += chunk.slice(from);
    if (this.#rest.length > maxLength) {
      this.#emit(this.#rest);
      this.#rest = "";
    }
  }
  /** Call it at the end; the last line may lack its line feed. */
  end() {
    if (this.#rest !== "") this.#emit(this.#rest);
    this.#rest = "";
  }
  #emit(line) {
    if (line.length <= maxLength) this.#onLine(line, this.#number);
    else
      for (let from = 0; from < line.length; from += maxLength)
        this.#onLine(line.slice(from, from + maxLength), this.#number);
  }
};
var stamp = /(?:<\d{1,3}>)?\[ *\d{1,7}\.\d{3,9}\](?:\[ *([TC]\d+)\])?(?: ?\(\d+\)\[[^\]]{1,40}\])?(?: ?@\d+ )? ?/g;
var introduction = new RegExp(
  [
    /^<\d{1,3}>/,
    /^\d{4}[-/]\d\d[-/]\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)? /,
    /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d (?:\S+ )?(?:kernel: ?)?/,
    /^(?:\S+ )?login: /,
    /^\*\* \d+ printk messages dropped \*\* /
  ].map((part) => part.source).join("|")
);
var ansiSequence = /\x1b\[[0-9;?]*[A-Za-z]/g;
function parseConsoleLine(raw) {
  return splitAtStamps(raw).map((message) => message.stamped ? message : withoutIntroduction(message));
}
function withoutIntroduction(message) {
  return { ...message, text: message.text.replace(introduction, "") };
}
function splitAtStamps(raw) {
  const line = clean(raw);
  if (!line.includes("[")) return [{ text: line, caller: void 0, stamped: false }];
  const messages = [];
  let from = 0;
  let caller;
  let stamped = false;
  stamp.lastIndex = 0;
  for (let match = nextStamp(line); match !== null && messages.length < bounds.lines.messages; match = nextStamp(line)) {
    if (match.index > from) messages.push({ text: line.slice(from, match.index), caller, stamped });
    from = match.index + match[0].length;
    caller = match[1];
    stamped = true;
  }
  if (from < line.length || messages.length === 0) messages.push({ text: line.slice(from), caller, stamped });
  return messages;
}
var startingStamp = /^(?:<\d{1,3}>)?\[ *\d{1,7}\.\d{6}\]/;
function hasStamp(line) {
  const first = line.charCodeAt(0);
  return (first === 91 || first === 60) && startingStamp.test(line);
}
function clean(raw) {
  const line = raw.includes("\x1B") ? raw.replace(ansiSequence, "") : raw;
  let end = line.length;
  while (line.charCodeAt(end - 1) === 13) end -= 1;
  return line.slice(0, end);
}
function nextStamp(line) {
  let match = stamp.exec(line);
  while (match !== null && match.index > 0 && `'"\`=(`.includes(line.charAt(match.index - 1))) match = stamp.exec(line);
  return match;
}

// src/diagnose/ktap/ktap-tree.ts
function summarise({
  results,
  errors,
  strictDialect,
  bailedOut,
  skippedAll,
  announced,
  flattened
}) {
  const counts = { ...results.counts, error: errors };
  const { leaves, badLeaves, tests } = results;
  return { status: status(), counts, tests, leaves, badLeaves, leftOut: leaves - leavesIn(tests), flattened };
  function status() {
    if (results.count === 0 && !bailedOut) return skippedAll ? "skip" : announced ? "no-tests" : "not-tap";
    if (counts.crash > 0 || results.crashed) return "crash";
    if (bailedOut || results.failed || errors > 0 && strictDialect) return "fail";
    if (counts.pass + counts.todo > 0) return "pass";
    return counts.skip > 0 ? "skip" : "no-tests";
  }
}
function leavesIn(tests) {
  return tests.reduce((sum, { tests: inner }) => sum + (inner === void 0 ? 1 : leavesIn(inner)), 0);
}
var KtapBudget = class {
  #count = 0;
  #chars = 0;
  /** No more tests of this kind are kept, so that the kept ones are a contiguous start. */
  #fullFor = { bad: false, other: false };
  /** Whether there is room for a test. */
  take(test) {
    const kind = isBad(test) ? "bad" : "other";
    if (this.#fullFor[kind]) return false;
    const share = kind === "bad" ? 1 : sharedPart;
    const { count, totalChars } = bounds.subtests;
    const chars = test.name.length + (test.reason?.length ?? 0);
    if (this.#count >= count * share || this.#chars + chars > totalChars * share) {
      this.#fullFor[kind] = true;
      return false;
    }
    this.#count += 1;
    this.#chars += chars;
    return true;
  }
};
var sharedPart = 0.75;
function isBad({ status }) {
  return status === "fail" || status === "crash" || status === "error";
}
var ResultList = class {
  #budget;
  #kept = [];
  /** Counts of the leaves. A test whose subtests gave no result counts itself. */
  #counts = { pass: 0, fail: 0, skip: 0, todo: 0, crash: 0, error: 0 };
  #count = 0;
  #crashes = 0;
  #failed = false;
  #leaves = 0;
  #badLeaves = 0;
  constructor(budget) {
    this.#budget = budget;
  }
  /** The kept tests. */
  get tests() {
    return this.#kept;
  }
  /** The number of tests on this level. */
  get count() {
    return this.#count;
  }
  get counts() {
    return this.#counts;
  }
  /** Whether any of them crashed itself. */
  get crashed() {
    return this.#crashes > 0;
  }
  /** Whether any failed. A TODO or a skip is not a failure. */
  get failed() {
    return this.#failed;
  }
  /** The number of tests without subtests, on this level and below. */
  get leaves() {
    return this.#leaves;
  }
  get badLeaves() {
    return this.#badLeaves;
  }
  /** @param children the results below it */
  add(test, children) {
    this.#count += 1;
    if (test.status === "crash") this.#crashes += 1;
    if (test.status === "fail") this.#failed = true;
    if (children !== void 0 && children.count > 0) {
      this.#addChildren(test, children);
      return;
    }
    this.#countLeaf(test, 1);
    if (this.#budget.take(test)) this.#kept.push(test);
  }
  /** Adds subtests that came after the result of the last test. */
  amend(test, children) {
    if (children.count === 0) return;
    this.#countLeaf(test, -1);
    if (this.#kept.at(-1) === test) this.#kept.pop();
    this.#addChildren(test, children);
  }
  /** Counts the same test many times without keeping it. */
  addUnseen({ status }, times) {
    this.#count += times;
    if (status === "crash") this.#crashes += times;
    this.#counts[status] += times;
    this.#leaves += times;
    if (isBad({ name: "", status })) this.#badLeaves += times;
  }
  /** Adds another level's results. */
  append(other) {
    for (const test of other.#kept) this.#kept.push(test);
    this.#count += other.#count;
    this.#crashes += other.#crashes;
    this.#failed ||= other.#failed;
    this.#addCounts(other);
  }
  #addChildren(test, children) {
    if (children.failed && test.status !== "todo" && test.status !== "skip") this.#failed = true;
    const { pass, fail, skip, todo, crash } = children.#counts;
    if (pass + fail + skip + todo + crash === 0) this.#counts[test.status] += 1;
    this.#addCounts(children);
    if (children.#kept.length === 0) return;
    test.tests = children.#kept;
    this.#budget.take(test);
    this.#kept.push(test);
  }
  #addCounts({ counts, leaves, badLeaves }) {
    for (const key of ["pass", "fail", "skip", "todo", "crash"]) this.#counts[key] += counts[key];
    this.#leaves += leaves;
    this.#badLeaves += badLeaves;
  }
  #countLeaf(test, times) {
    this.#counts[test.status] += times;
    this.#leaves += times;
    if (isBad(test)) this.#badLeaves += times;
  }
};

// src/diagnose/ktap/tap-line.ts
var plan = /^(\d{1,9})\.\.(\d{1,9})(?:\s*#\s*(.*))?$/s;
var result = /^(not )?ok(?=\s|$)(?:\s+(\d{1,9})(?=\s|$))?(.*)$/s;
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
  const subtest = /^# Subtest(?:: (.*))?$/s.exec(text);
  return subtest === null ? { kind: "diagnostic", indent, text: text.slice(1).trim() } : { kind: "subtest", indent, name: boundedName(subtest[1]?.trim() ?? "") };
}
function parseResult(text, indent) {
  if (!text.startsWith("ok") && !text.startsWith("not ok")) return void 0;
  const match = result.exec(text);
  if (match === null) return void 0;
  const rest = (match[3] ?? "").trim();
  const opensBlock = /(?:^|\s)\{$/.test(rest);
  const { name, directive, reason } = parseDescription(opensBlock ? rest.slice(0, -1).trimEnd() : rest);
  return {
    kind: "result",
    indent,
    ok: match[1] === void 0,
    number: match[2] === void 0 ? void 0 : Number(match[2]),
    name,
    directive,
    reason,
    opensBlock
  };
}
function parseDescription(description) {
  const unhyphened = description.replace(/^-(?:\s+|$)/, "");
  const match = /(?:^|\s)(?<!\\)#\s*(?:(skip|todo|xfail)\S*\s*(.*)|(.*))$/is.exec(unhyphened);
  if (match === null) return { name: boundedName(unhyphened), directive: void 0, reason: void 0 };
  const word = match[1]?.toLowerCase();
  const reason = (match[2] ?? match[3] ?? "").trim();
  return {
    name: boundedName(unhyphened.slice(0, match.index).trim()),
    directive: word === void 0 ? void 0 : word === "skip" ? "skip" : "todo",
    reason: reason === "" || /^time=/.test(reason) ? void 0 : cut(reason, bounds.subtests.reasonChars)
  };
}
function boundedName(name) {
  return cut(name, bounds.subtests.nameChars);
}
function cut(text, chars) {
  return text.length <= chars ? text : `${text.slice(0, chars - 1)}\u2026`;
}
function parseStatement(text, indent) {
  const version2 = /^(K?)TAP version (\d+)$/i.exec(text);
  if (version2 !== null) return { kind: "version", indent, kernel: version2[1] !== "" || version2[2] === "14" };
  const planned = plan.exec(text);
  if (planned !== null) return parsePlan(planned, indent);
  const bailOut = /^Bail out!\s*(.*)$/is.exec(text);
  if (bailOut !== null) return { kind: "bail-out", indent, reason: bailOut[1] ?? "" };
  const pragma = /^pragma ([+-])(\w+)$/.exec(text);
  return pragma === null ? void 0 : { kind: "pragma", indent, name: pragma[2] ?? "", on: pragma[1] === "+" };
}
function parsePlan(match, indent) {
  const first = Number(match[1]);
  const last = Number(match[2]);
  if (last < first && !(first === 1 && last === 0)) return void 0;
  const comment = match[3];
  return {
    kind: "plan",
    indent,
    first,
    last,
    skipReason: last === 0 && comment !== void 0 && /^skip/i.test(comment) ? comment : void 0
  };
}

// src/diagnose/ktap/ktap-block.ts
var maxOdd = 2e5;
var ResultNumbers = class {
  #count = 0;
  #misplaced = 0;
  #oddPlaces = /* @__PURE__ */ new Set();
  #oddNumbers = [];
  add(number) {
    this.#count += 1;
    if (number === void 0 || number === this.#count) return;
    this.#misplaced += 1;
    if (this.#oddNumbers.length >= maxOdd) return;
    this.#oddPlaces.add(this.#count);
    this.#oddNumbers.push(number);
  }
  /** Results whose number is not their position. */
  get misplaced() {
    return this.#misplaced;
  }
  /** The number of repeated numbers. */
  repeated() {
    const odd = /* @__PURE__ */ new Set();
    let repeated = 0;
    for (const number of this.#oddNumbers) {
      if (odd.has(number) || this.#isTaken(number)) repeated += 1;
      odd.add(number);
    }
    return repeated;
  }
  /** The number of results outside a plan. */
  outside(first, last) {
    const isOutside = (number) => number < first || number > last;
    const places = Math.max(0, Math.min(this.#count, first - 1)) + Math.max(0, this.#count - last);
    const odd = this.#oddNumbers.filter(isOutside).length - [...this.#oddPlaces].filter(isOutside).length;
    return places + odd;
  }
  /** A correctly numbered result has this number. */
  #isTaken(number) {
    return number >= 1 && number <= this.#count && !this.#oddPlaces.has(number);
  }
};
var attribute = /^(?:[\w.-]{1,200}\.)?(?:module|speed|is_init): \S{1,200}$/;
var maxMissing = 1e3;
var maxNames = 64;
var maxRecent = 4096;
var KtapBlock = class {
  /** The indentation of its lines; undefined inside braces before the first line. */
  indent;
  /** The name in a `# Subtest:` line one level up, as in TAP 14. */
  announcedAs;
  /** The result line whose braces contain it. */
  opener;
  results;
  #names = [];
  #recent = /* @__PURE__ */ new Set();
  #lessRecent = /* @__PURE__ */ new Set();
  #numbers = new ResultNumbers();
  #plan;
  #versioned = false;
  #secondPlan = false;
  #refused = 0;
  /** The name in the last `# name: …` line without a result: the running test. */
  #running;
  constructor(budget, indent, announcedAs, opener) {
    this.results = new ResultList(budget);
    this.indent = indent;
    this.announcedAs = announcedAs;
    this.opener = opener;
  }
  /** A `# Subtest:` line at its own indentation named it, as in KUnit. */
  call(name) {
    if (this.#names.length >= maxNames) this.#names.pop();
    this.#names.push(name);
  }
  /** Its latest name. */
  get name() {
    return this.#names.at(-1);
  }
  isCalled(name) {
    return this.#names.includes(name);
  }
  /** Results alone could be anybody's indented text. */
  get framed() {
    return this.#names.length > 0 || this.announcedAs !== void 0 || this.#plan !== void 0 || this.#versioned;
  }
  get planned() {
    return this.#plan !== void 0;
  }
  /** The only thing in it is a plan: its results may stand one level further out. */
  get planAlone() {
    const isAlone = this.results.count === 0 && !this.#versioned && this.#names.length === 0 && this.opener === void 0;
    return isAlone ? this.#plan : void 0;
  }
  announce() {
    this.#versioned = true;
  }
  plan(first, last) {
    if (this.#plan === void 0) this.#plan = { first, last, after: this.results.count };
    else if (this.results.count > 0) this.#secondPlan = true;
  }
  /** The plan came last, so nothing may follow. */
  get complete() {
    return this.#plan !== void 0 && this.#plan.after > 0;
  }
  refuse() {
    this.#refused += 1;
  }
  /** @param children the results of the block that it closes */
  add(test, number, children) {
    this.results.add(test, children);
    this.#numbers.add(number);
    this.#remember(test.name);
    if (test.name === this.#running) this.#running = void 0;
  }
  /** KUnit's messages start with the name of the running test. */
  diagnostic(text) {
    if (attribute.test(text)) return;
    const name = boundedName(/^([\w.-]+): /.exec(text)?.[1] ?? "");
    if (name !== "" && !this.#recent.has(name) && !this.#lessRecent.has(name) && !this.isCalled(name))
      this.#running = name;
  }
  #remember(name) {
    if (this.#recent.size >= maxRecent) {
      this.#lessRecent = this.#recent;
      this.#recent = /* @__PURE__ */ new Set();
    }
    this.#recent.add(name);
  }
  /** Adds the planned results that are missing; returns the number of errors. */
  addMissing(each) {
    const reported = this.results.count;
    const missing = this.#plan === void 0 ? 0 : this.#plan.last - this.#plan.first + 1 - reported;
    if (missing <= 0) return 0;
    const afterResults = this.#plan?.after === reported && reported > 0;
    const separate = each && !afterResults && missing <= maxMissing;
    if (!separate) {
      this.results.add(this.#missing(missing, 0));
      return 1;
    }
    for (let index = 0; index < missing; index += 1) {
      const kept = this.results.tests.length;
      this.results.add(this.#missing(1, index));
      if (this.results.tests.length > kept) continue;
      this.results.addUnseen(this.#missing(1, index), missing - index - 1);
      break;
    }
    return missing;
  }
  #missing(tests, index) {
    const number = this.results.count + (this.#plan?.first ?? 1);
    const name = index === 0 && this.#running !== void 0 ? this.#running : `(test ${number})`;
    return {
      name,
      status: "crash",
      reason: tests === 1 ? "planned, but gave no result" : `${tests} planned tests gave no result`
    };
  }
  /** Results whose number is not their position. */
  misplaced() {
    return this.#numbers.misplaced;
  }
  /**
   * Violations of TAP: a repeated number, one outside the plan, more results than planned, a plan in the middle or
   * twice.
   */
  violations() {
    const repeated = this.#numbers.repeated();
    const plan2 = this.#plan;
    if (plan2 === void 0) return repeated;
    return repeated + this.#numbers.outside(plan2.first, plan2.last) + (this.#refused > 0 ? 1 : 0) + (this.#secondPlan ? 1 : 0);
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
var maxHeaders = 2 * bounds.subtests.depth;
var KtapLevels = class {
  #budget = new KtapBudget();
  #results = new ResultList(this.#budget);
  errors = { misplaced: 0, violations: 0, other: 0 };
  /** Kernels report each missing test separately; elsewhere all missing ones count as one. */
  kernel = false;
  /** Something was nested deeper than we read, and is listed one level up. */
  flattened = false;
  #open = [];
  #headers = [];
  get top() {
    return this.#open.at(-1);
  }
  header(indent, name) {
    this.closeDeeper(indent);
    if (this.isTooDeep(indent)) return;
    if (this.top?.indent === indent && this.top.results.count === 0) this.top.call(name);
    if (this.#headers.length >= maxHeaders) this.#headers.shift();
    this.#headers.push({ indent, name });
  }
  /** The block for a line at this indentation; it is started if necessary. */
  at(indent) {
    const top = this.top;
    if (top !== void 0) top.indent ??= indent;
    if (top !== void 0 && (top.indent === indent || this.isTooDeep(indent))) return top;
    const block = new KtapBlock(this.#budget, indent, this.#headers.findLast((header) => header.indent < indent)?.name);
    for (const header of this.#headers) if (header.indent === indent) block.call(header.name);
    this.#headers = [];
    this.#open.push(block);
    return block;
  }
  /**
   * Whether lines at this indentation are deeper than the deepest level that we read. They are treated as part of it.
   */
  isTooDeep(indent) {
    const isTooDeep = this.#open.length >= bounds.subtests.depth && (this.top?.indent ?? indent) < indent;
    this.flattened ||= isTooDeep;
    return isTooDeep;
  }
  openBraces(opener) {
    if (this.#open.length < bounds.subtests.depth)
      this.#open.push(new KtapBlock(this.#budget, void 0, void 0, opener));
    else this.flattened = true;
  }
  closeBraces(indent) {
    if (!this.#open.some((block) => block.opener?.indent === indent)) return;
    while (this.top !== void 0 && this.top.opener?.indent !== indent) this.closeTop();
    this.closeTop();
  }
  /** Inside braces, a line at their own indentation is program output. */
  shadows(indent) {
    const opener = this.#open.findLast((block) => block.opener !== void 0)?.opener;
    return opener !== void 0 && indent <= opener.indent;
  }
  /** Ends the blocks deeper than this that no result closes. */
  closeDeeper(indent) {
    while (this.#deeper(this.top, indent)) this.closeTop();
  }
  /** A new header or version inside a block: that block was cut short. */
  restart(indent) {
    this.closeDeeper(indent);
    if (this.top?.indent === indent && this.top.results.count > 0) this.closeTop();
  }
  hasHeaderAt(indent) {
    return this.#headers.some((header) => header.indent === indent);
  }
  /** Some print the plan one level deeper than the results. It is theirs, unless the result is that of its block. */
  lowerPlan(indent, name) {
    const top = this.top;
    const plan2 = top?.planAlone;
    if (top === void 0 || plan2 === void 0 || (top.indent ?? 0) <= indent) return;
    if (top.announcedAs === name || top.announcedAs === void 0 && indent === 0) return;
    const outer = this.#open.at(-2);
    if (outer !== void 0 && ((outer.indent ?? indent) > indent || outer.indent === indent && outer.planned))
      return;
    this.#open.pop();
    const block = this.at(indent);
    if (top.announcedAs !== void 0 && block.name === void 0) block.call(top.announcedAs);
    block.plan(plan2.first, plan2.last);
  }
  /** What a result at this indentation closes: its subtests, or a header without results. */
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
  /** Counts a finished block's errors and returns its results, including missing ones. */
  settle(block) {
    this.errors.misplaced += block.misplaced();
    this.errors.violations += block.violations();
    this.errors.other += block.addMissing(this.kernel);
    return block.results;
  }
  closeTop() {
    const block = this.#open.pop();
    if (block === void 0) return;
    if (block.opener !== void 0) block.opener.block.results.amend(block.opener.test, this.settle(block));
    else if (this.top === void 0 && (block.indent === 0 || block.name === void 0))
      this.#results.append(this.settle(block));
    else if (block.framed) this.addCutShort(block);
  }
  /** Handles a block without a result of its own: its test was running when the text ended. */
  addCutShort(block) {
    this.errors.other += 1;
    const results = this.settle(block);
    const test = {
      name: block.name ?? block.announcedAs ?? "(unnamed test)",
      status: "crash",
      reason: "gave no result of its own"
    };
    if (this.top === void 0) this.#results.add(test, results);
    else this.top.add(test, void 0, results);
  }
  closeAll() {
    while (this.top !== void 0) this.closeTop();
    return this.#results;
  }
  /** The results so far, without looking for missing ones. */
  abandon() {
    for (const block of this.#open) this.#results.append(block.results);
    return this.#results;
  }
};

// src/diagnose/ktap/ktap-reader.ts
var selftest = /^selftests: [^:]{1,200}: \S/;
var ownOutput = /* @__PURE__ */ new Set(["version", "plan", "result"]);
var KtapReader = class {
  #levels = new KtapLevels();
  #lastResult;
  #yamlIndent;
  /** `pragma +strict`: anything that is not TAP is an error. */
  #strict = false;
  #announced = false;
  #bailedOut = false;
  #skippedAll = false;
  #kselftest = false;
  #numbered = false;
  /** The runner named a test whose result has not come yet. */
  #selftest;
  /** It printed (K)TAP of its own. */
  #hasCommented = false;
  take(text) {
    if (this.#bailedOut) return;
    const line = this.#uncommented(parseTapLine(text), text);
    if (this.#isYaml(line) || line.kind === "other" && line.text === "") return;
    if (line.kind !== "mark" && this.#levels.shadows(line.indent)) return;
    this.#read(line);
  }
  /** kselftest's runner comments out the output of a test: (K)TAP between its name and its result is the test's. */
  #uncommented(line, text) {
    if (line.kind === "result") this.#selftest = void 0;
    if (line.kind !== "diagnostic" || line.indent > 0) return line;
    if (selftest.test(line.text)) this.#selftest = boundedName(line.text);
    if (this.#selftest === void 0) return line;
    const inner = parseTapLine(text.replace("#", " "));
    if (!ownOutput.has(inner.kind)) return line;
    if (!this.#hasCommented) this.#levels.header(inner.indent, this.#selftest);
    this.#hasCommented = true;
    return inner.kind === "version" ? { ...inner, kernel: false } : inner;
  }
  finish() {
    const levels = this.#levels;
    const results = this.#bailedOut ? levels.abandon() : levels.closeAll();
    const counted = this.#announced || this.#numbered ? results : new ResultList(new KtapBudget());
    const { misplaced, violations, other } = levels.errors;
    const strictDialect = !levels.kernel && !this.#kselftest;
    const nothing = counted.count === 0 && !this.#skippedAll && (levels.kernel || !this.#announced);
    return {
      results: counted,
      errors: other + (levels.kernel ? misplaced : strictDialect ? violations : 0) + (nothing ? 1 : 0) + (this.#bailedOut ? 1 : 0),
      strictDialect,
      bailedOut: this.#bailedOut,
      skippedAll: this.#skippedAll,
      announced: this.#announced,
      flattened: levels.flattened
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
    if (!this.#levels.isTooDeep(indent)) this.#levels.at(indent).announce();
  }
  #plan({ indent, first, last, skipReason }) {
    this.#announced = true;
    this.#levels.closeDeeper(indent);
    const top = this.#levels.top;
    if (top?.indent === indent && top.planned && this.#levels.hasHeaderAt(indent)) this.#levels.restart(indent);
    if (!this.#levels.isTooDeep(indent)) this.#levels.at(indent).plan(first, last);
    if (indent === 0 && skipReason !== void 0) this.#skippedAll = true;
  }
  #result(result2) {
    this.#numbered ||= result2.number !== void 0;
    const levels = this.#levels;
    levels.lowerPlan(result2.indent, result2.name);
    const child = levels.takeChildren(result2.indent, result2.name);
    const mixed = levels.isTooDeep(result2.indent);
    const block = levels.at(result2.indent);
    if (!mixed && block.complete && !levels.kernel && !this.#kselftest) {
      block.refuse();
      return;
    }
    const test = testOf(result2, block.results.count + 1);
    const children = child === "nothing-ran" || child === void 0 ? void 0 : this.#adopt(test, child);
    if (child === "nothing-ran") this.#nothingRan(test);
    block.add(test, mixed ? void 0 : result2.number, children);
    if (result2.name.startsWith("selftests: ")) this.#kselftest = true;
    this.#lastResult = { test, indent: result2.indent, block };
    if (result2.opensBlock) this.#openBraces(this.#lastResult);
  }
  #adopt(test, child) {
    const levels = this.#levels;
    const isCommented = this.#hasCommented;
    this.#hasCommented = false;
    if (isCommented && test.status !== "fail") return void 0;
    if (!child.framed && !levels.kernel) return void 0;
    const isForeign = levels.kernel && child.name !== void 0 && !child.isCalled(test.name);
    if (isForeign) {
      levels.addCutShort(child);
      return void 0;
    }
    const results = levels.settle(child);
    if (results.count === 0) this.#nothingRan(test);
    return results;
  }
  #nothingRan(test) {
    if (test.status !== "pass" || !this.#levels.kernel) return;
    test.status = "error";
    test.reason = "no tests were run";
    this.#levels.errors.other += 1;
  }
  #pragma(indent, name, on) {
    const atStart = this.#levels.top === void 0 || this.#levels.top.indent === indent && this.#levels.top.results.count === 0;
    if (name === "strict" && indent === 0 && atStart) this.#strict = on;
    else if (this.#strict) this.#levels.errors.violations += 1;
  }
  #mark(mark, indent) {
    if (mark === "}") this.#levels.closeBraces(indent);
    else if (mark === "{" && this.#lastResult?.indent === indent) this.#openBraces(this.#lastResult);
    else if (mark === "---" && this.#lastResult !== void 0 && indent > this.#lastResult.indent)
      this.#yamlIndent = indent;
  }
  /** The contents of braces are added to a result once. */
  #openBraces(opener) {
    this.#levels.openBraces(opener);
    this.#lastResult = void 0;
  }
  /**
   * A YAML block after a result ends with `...`, or early at a line further out: in TAP at a result, in a kernel log at
   * any line.
   */
  #isYaml(line) {
    if (this.#yamlIndent === void 0) return false;
    const outside = line.indent < this.#yamlIndent && !(line.kind === "other" && line.text === "");
    const inside = !outside || !this.#levels.kernel && line.kind !== "result" && line.kind !== "bail-out";
    if (!inside || line.kind === "mark" && line.mark === "..." && line.indent === this.#yamlIndent)
      this.#yamlIndent = void 0;
    return inside;
  }
};
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
  TextLines,
  parseConsoleLine,
  withoutIntroduction,
  splitAtStamps,
  hasStamp,
  sharedPart,
  isBad,
  parseKtap
};
