import { parseConsoleLine, TextLines } from '../console-line.ts';
import { type BraceOpener, type KtapBlock, testOf } from './ktap-block.ts';
import { KtapLevels } from './ktap-levels.ts';
import { type Ktap, KtapBudget, type KtapReading, type MutableTest, ResultList, summarise } from './ktap-tree.ts';
import { boundedName, parseTapLine, type TapLine, type TapResult } from './tap-line.ts';

const selftest = /^selftests: [^:]{1,200}: \S/;
/** What a test's own output has. A plan alone is not enough of a sign for anything else. */
const ownOutput: ReadonlySet<TapLine['kind']> = new Set(['version', 'plan', 'result']);

/** Builds the tree of tests by indentation: a result closes the deeper block before it, or opens one with `{`. */
class KtapReader {
  readonly #levels = new KtapLevels();
  #lastResult: BraceOpener | undefined;
  #yamlIndent: number | undefined;
  /** `pragma +strict`: anything that is not TAP is an error. */
  #strict = false;
  #announced = false;
  #bailedOut = false;
  #skippedAll = false;
  #kselftest = false;
  #numbered = false;
  /** The runner named a test whose result has not come yet. */
  #selftest: string | undefined;
  /** It printed (K)TAP of its own. */
  #hasCommented = false;

  take(text: string): void {
    if (this.#bailedOut) return;
    const line = this.#uncommented(parseTapLine(text), text);
    if (this.#isYaml(line) || (line.kind === 'other' && line.text === '')) return;
    if (line.kind !== 'mark' && this.#levels.shadows(line.indent)) return;
    this.#read(line);
  }

  /** kselftest's runner comments out the output of a test: (K)TAP between its name and its result is the test's. */
  #uncommented(line: TapLine, text: string): TapLine {
    if (line.kind === 'result') this.#selftest = undefined;
    if (line.kind !== 'diagnostic' || line.indent > 0) return line;
    if (selftest.test(line.text)) this.#selftest = boundedName(line.text);
    if (this.#selftest === undefined) return line;
    const inner = parseTapLine(text.replace('#', ' '));
    if (!ownOutput.has(inner.kind)) return line;
    if (!this.#hasCommented) this.#levels.header(inner.indent, this.#selftest);
    this.#hasCommented = true;
    // The dialect is the runner's.
    return inner.kind === 'version' ? { ...inner, kernel: false } : inner;
  }

  finish(): KtapReading {
    const levels = this.#levels;
    // After `Bail out!` nothing is missing, because no further results were promised.
    const results = this.#bailedOut ? levels.abandon() : levels.closeAll();
    // Any program may print `ok`.
    const counted = this.#announced || this.#numbered ? results : new ResultList(new KtapBudget());
    const { misplaced, violations, other } = levels.errors;
    const strictDialect = !levels.kernel && !this.#kselftest;
    const nothing = counted.count === 0 && !this.#skippedAll && (levels.kernel || !this.#announced);
    return {
      results: counted,
      errors:
        other +
        (levels.kernel ? misplaced : strictDialect ? violations : 0) +
        (nothing ? 1 : 0) +
        (this.#bailedOut ? 1 : 0),
      strictDialect,
      bailedOut: this.#bailedOut,
      skippedAll: this.#skippedAll,
      announced: this.#announced,
      flattened: levels.flattened,
    };
  }

  #read(line: TapLine): void {
    switch (line.kind) {
      case 'version':
        this.#version(line.indent, line.kernel);
        break;
      case 'plan':
        this.#plan(line);
        break;
      case 'subtest':
        this.#levels.header(line.indent, line.name);
        break;
      case 'result':
        this.#result(line);
        return;
      case 'bail-out':
        this.#bailedOut = this.#announced || this.#levels.top !== undefined;
        break;
      case 'pragma':
        this.#pragma(line.indent, line.name, line.on);
        break;
      case 'mark':
        this.#mark(line.mark, line.indent);
        return;
      case 'diagnostic':
        this.#levels.top?.diagnostic(line.text);
        return;
      case 'other':
        if (this.#strict && line.indent === 0) this.#levels.errors.violations += 1;
        break;
    }
    this.#lastResult = undefined;
  }

  #version(indent: number, kernel: boolean): void {
    if (this.#strict && indent === 0) this.#levels.errors.violations += 1;
    this.#announced = true;
    this.#levels.kernel ||= kernel;
    this.#levels.restart(indent);
    if (!this.#levels.isTooDeep(indent)) this.#levels.at(indent).announce();
  }

  #plan({ indent, first, last, skipReason }: Extract<TapLine, { kind: 'plan' }>): void {
    this.#announced = true;
    this.#levels.closeDeeper(indent);
    const top = this.#levels.top;
    if (top?.indent === indent && top.planned && this.#levels.hasHeaderAt(indent)) this.#levels.restart(indent);
    if (!this.#levels.isTooDeep(indent)) this.#levels.at(indent).plan(first, last);
    if (indent === 0 && skipReason !== undefined) this.#skippedAll = true;
  }

  #result(result: TapResult): void {
    this.#numbered ||= result.number !== undefined;
    const levels = this.#levels;
    levels.lowerPlan(result.indent, result.name);
    const child = levels.takeChildren(result.indent, result.name);
    // Numbers and plans of different levels are unrelated.
    const mixed = levels.isTooDeep(result.indent);
    const block = levels.at(result.indent);
    if (!mixed && block.complete && !levels.kernel && !this.#kselftest) {
      block.refuse();
      return;
    }
    const test = testOf(result, block.results.count + 1);
    const children = child === 'nothing-ran' || child === undefined ? undefined : this.#adopt(test, child);
    if (child === 'nothing-ran') this.#nothingRan(test);
    block.add(test, mixed ? undefined : result.number, children);
    if (result.name.startsWith('selftests: ')) this.#kselftest = true;
    this.#lastResult = { test, indent: result.indent, block };
    if (result.opensBlock) this.#openBraces(this.#lastResult);
  }

  #adopt(test: MutableTest, child: KtapBlock): ResultList | undefined {
    const levels = this.#levels;
    const isCommented = this.#hasCommented;
    this.#hasCommented = false;
    // The runner's verdict counts; the test's own output says what failed.
    if (isCommented && test.status !== 'fail') return undefined;
    if (!child.framed && !levels.kernel) return undefined;
    const isForeign = levels.kernel && child.name !== undefined && !child.isCalled(test.name);
    if (isForeign) {
      levels.addCutShort(child);
      return undefined;
    }
    const results = levels.settle(child);
    if (results.count === 0) this.#nothingRan(test);
    return results;
  }

  #nothingRan(test: MutableTest): void {
    if (test.status !== 'pass' || !this.#levels.kernel) return;
    test.status = 'error';
    test.reason = 'no tests were run';
    this.#levels.errors.other += 1;
  }

  #pragma(indent: number, name: string, on: boolean): void {
    const atStart =
      this.#levels.top === undefined || (this.#levels.top.indent === indent && this.#levels.top.results.count === 0);
    if (name === 'strict' && indent === 0 && atStart) this.#strict = on;
    else if (this.#strict) this.#levels.errors.violations += 1;
  }

  #mark(mark: '---' | '...' | '{' | '}', indent: number): void {
    if (mark === '}') this.#levels.closeBraces(indent);
    else if (mark === '{' && this.#lastResult?.indent === indent) this.#openBraces(this.#lastResult);
    else if (mark === '---' && this.#lastResult !== undefined && indent > this.#lastResult.indent)
      this.#yamlIndent = indent;
  }

  /** The contents of braces are added to a result once. */
  #openBraces(opener: BraceOpener): void {
    this.#levels.openBraces(opener);
    this.#lastResult = undefined;
  }

  /**
   * A YAML block after a result ends with `...`, or early at a line further out: in TAP at a result, in a kernel log at
   * any line.
   */
  #isYaml(line: TapLine): boolean {
    if (this.#yamlIndent === undefined) return false;
    const outside = line.indent < this.#yamlIndent && !(line.kind === 'other' && line.text === '');
    const inside = !outside || (!this.#levels.kernel && line.kind !== 'result' && line.kind !== 'bail-out');
    if (!inside || (line.kind === 'mark' && line.mark === '...' && line.indent === this.#yamlIndent))
      this.#yamlIndent = undefined;
    return inside;
  }
}

export type { Ktap } from './ktap-tree.ts';

/** Parses (K)TAP: KUnit's in a kernel log, kselftest's, and TAP 13 and 14 of any program. Other lines are ignored. */
export function parseKtap(text: string): Ktap {
  const reader = new KtapReader();
  const strip = createPrefixStripper();
  const lines = new TextLines((line) => {
    for (const message of strip(line)) reader.take(message);
  });
  lines.push(text);
  lines.end();
  return summarise(reader.finish());
}

const version = /K?TAP version \d+\s*$/;

/** Removes the kernel's timestamps, and any other prefix that precedes the version line, too. */
function createPrefixStripper(): (line: string) => readonly string[] {
  let prefix = '';
  return (line) =>
    parseConsoleLine(line).map(({ text }) => {
      const before =
        prefix === '' && text.includes('TAP version ') ? text.slice(0, Math.max(text.search(version), 0)) : '';
      if (before.trim() !== '' && !/^\s*#/.test(before)) prefix = before;
      return prefix !== '' && text.startsWith(prefix) ? text.slice(prefix.length) : text;
    });
}
