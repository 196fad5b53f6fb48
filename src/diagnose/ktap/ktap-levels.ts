import { KtapBlock, type MutableTest } from './ktap-block.ts';
import type { KtapTest } from './ktap-tree.ts';

interface Header {
  readonly indent: number;
  readonly name: string;
}

/** How the text's own errors add up; which of them count is known at the end. */
export interface KtapErrors {
  misplaced: number;
  violations: number;
  other: number;
}

/** The levels of tests that are open, from the outside in. */
export class KtapLevels {
  readonly #tests: KtapTest[] = [];
  readonly errors: KtapErrors = { misplaced: 0, violations: 0, other: 0 };
  /** Kernels report each test on its own; elsewhere what is missing is counted as one. */
  kernel = false;
  readonly #open: KtapBlock[] = [];
  #headers: Header[] = [];

  get top(): KtapBlock | undefined {
    return this.#open.at(-1);
  }

  header(indent: number, name: string): void {
    this.closeDeeper(indent);
    if (this.top?.indent === indent && this.top.results.length === 0) this.top.names.push(name);
    this.#headers.push({ indent, name });
  }

  /** The block of a line at this indent, begun if need be. */
  at(indent: number): KtapBlock {
    const top = this.top;
    if (top !== undefined) top.indent ??= indent;
    if (top?.indent === indent) return top;
    const block = new KtapBlock(indent, this.#headers.findLast((header) => header.indent < indent)?.name);
    block.names.push(...this.#headers.filter((header) => header.indent === indent).map(({ name }) => name));
    this.#headers = [];
    this.#open.push(block);
    return block;
  }

  openBraces(test: MutableTest, indent: number): void {
    this.#open.push(new KtapBlock(undefined, undefined, { test, indent }));
  }

  closeBraces(indent: number): void {
    if (!this.#open.some((block) => block.opener?.indent === indent)) return;
    while (this.top !== undefined && this.top.opener?.indent !== indent) this.closeTop();
    this.closeTop();
  }

  /** Inside braces, a line at their own level is somebody's output. */
  shadows(indent: number): boolean {
    const opener = this.#open.findLast((block) => block.opener !== undefined)?.opener;
    return opener !== undefined && indent <= opener.indent;
  }

  /** Ends the blocks deeper than this that no result closes. */
  closeDeeper(indent: number): void {
    while (this.#deeper(this.top, indent)) this.closeTop();
  }

  /** A new header or version where a block goes on: that block was cut short. */
  restart(indent: number): void {
    this.closeDeeper(indent);
    if (this.top?.indent === indent && this.top.results.length > 0) this.closeTop();
  }

  hasHeaderAt(indent: number): boolean {
    return this.#headers.some((header) => header.indent === indent);
  }

  /** What a result at this indent closes: its subtests, or a header under which nothing was run. */
  takeChildren(indent: number, name: string): KtapBlock | 'nothing-ran' | undefined {
    let child: KtapBlock | undefined;
    while (this.#deeper(this.top, indent)) {
      if (this.#deeper(this.#open.at(-2), indent)) this.closeTop();
      else child = this.#open.pop();
    }
    const nothingRan = child === undefined && this.#headers.some((header) => header.indent > indent && header.name === name);
    this.#headers = this.#headers.filter((header) => header.indent <= indent);
    return nothingRan ? 'nothing-ran' : child;
  }

  #deeper(block: KtapBlock | undefined, indent: number): boolean {
    return block?.indent !== undefined && block.indent > indent && block.opener === undefined;
  }

  /** Counts a finished block's errors and gives its tests, with those that it lacks. */
  settle(block: KtapBlock): readonly KtapTest[] {
    this.errors.misplaced += block.misplaced();
    this.errors.violations += block.violations();
    this.errors.other += block.addMissing(this.kernel);
    return block.results;
  }

  closeTop(): void {
    const block = this.#open.pop();
    if (block === undefined) return;
    if (block.opener !== undefined) {
      const tests = this.settle(block);
      if (tests.length > 0) block.opener.test.tests = tests;
    } else if (this.top === undefined && (block.indent === 0 || block.names.length === 0)) for (const test of this.settle(block)) this.#tests.push(test);
    else if (block.framed) this.addCutShort(block);
  }

  /** A block whose own result never came: the test was running when the text ended. */
  addCutShort(block: KtapBlock): void {
    this.errors.other += 1;
    const tests = this.settle(block);
    const test: KtapTest = { name: block.names.at(-1) ?? block.announcedAs ?? '(unnamed test)', status: 'crash', reason: 'gave no result of its own', ...(tests.length > 0 ? { tests } : {}) };
    if (this.top === undefined) this.#tests.push(test);
    else this.top.add(test, undefined);
  }

  closeAll(): readonly KtapTest[] {
    while (this.top !== undefined) this.closeTop();
    return this.#tests;
  }

  /** What there is, without asking what is missing. */
  abandon(): readonly KtapTest[] {
    return [...this.#tests, ...this.#open.flatMap((block) => block.results)];
  }
}
