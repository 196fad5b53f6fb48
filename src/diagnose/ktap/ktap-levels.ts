import { bounds } from '../../bounds/bounds.ts';
import { type BraceOpener, KtapBlock } from './ktap-block.ts';
import { KtapBudget, type MutableTest, ResultList } from './ktap-tree.ts';

interface Header {
  readonly indent: number;
  readonly name: string;
}

/** Counts of the text's own errors. Which of them matter is known at the end. */
export interface KtapErrors {
  misplaced: number;
  violations: number;
  other: number;
}

/** The limit for announcements without results. It exceeds the number of levels, so that none that matters is lost. */
const maxHeaders = 2 * bounds.subtests.depth;

/** The open levels of tests, from the outside in. */
export class KtapLevels {
  readonly #budget = new KtapBudget();
  readonly #results = new ResultList(this.#budget);
  readonly errors: KtapErrors = { misplaced: 0, violations: 0, other: 0 };
  /** Kernels report each missing test separately; elsewhere all missing ones count as one. */
  kernel = false;
  /** Something was nested deeper than we read, and is listed one level up. */
  flattened = false;
  readonly #open: KtapBlock[] = [];
  #headers: Header[] = [];

  get top(): KtapBlock | undefined {
    return this.#open.at(-1);
  }

  header(indent: number, name: string): void {
    this.closeDeeper(indent);
    if (this.isTooDeep(indent)) return;
    if (this.top?.indent === indent && this.top.results.count === 0) this.top.call(name);
    if (this.#headers.length >= maxHeaders) this.#headers.shift();
    this.#headers.push({ indent, name });
  }

  /** The block for a line at this indentation; it is started if necessary. */
  at(indent: number): KtapBlock {
    const top = this.top;
    if (top !== undefined) top.indent ??= indent;
    if (top !== undefined && (top.indent === indent || this.isTooDeep(indent))) return top;
    const block = new KtapBlock(this.#budget, indent, this.#headers.findLast((header) => header.indent < indent)?.name);
    for (const header of this.#headers) if (header.indent === indent) block.call(header.name);
    this.#headers = [];
    this.#open.push(block);
    return block;
  }

  /**
   * Whether lines at this indentation are deeper than the deepest level that we read. They are treated as part of it.
   */
  isTooDeep(indent: number): boolean {
    const isTooDeep = this.#open.length >= bounds.subtests.depth && (this.top?.indent ?? indent) < indent;
    this.flattened ||= isTooDeep;
    return isTooDeep;
  }

  openBraces(opener: BraceOpener): void {
    if (this.#open.length < bounds.subtests.depth)
      this.#open.push(new KtapBlock(this.#budget, undefined, undefined, opener));
    else this.flattened = true;
  }

  closeBraces(indent: number): void {
    if (!this.#open.some((block) => block.opener?.indent === indent)) return;
    while (this.top !== undefined && this.top.opener?.indent !== indent) this.closeTop();
    this.closeTop();
  }

  /** Inside braces, a line at their own indentation is program output. */
  shadows(indent: number): boolean {
    const opener = this.#open.findLast((block) => block.opener !== undefined)?.opener;
    return opener !== undefined && indent <= opener.indent;
  }

  /** Ends the blocks deeper than this that no result closes. */
  closeDeeper(indent: number): void {
    while (this.#deeper(this.top, indent)) this.closeTop();
  }

  /** A new header or version inside a block: that block was cut short. */
  restart(indent: number): void {
    this.closeDeeper(indent);
    if (this.top?.indent === indent && this.top.results.count > 0) this.closeTop();
  }

  hasHeaderAt(indent: number): boolean {
    return this.#headers.some((header) => header.indent === indent);
  }

  /** Some print the plan one level deeper than the results. It is theirs, unless the result is that of its block. */
  lowerPlan(indent: number, name: string): void {
    const top = this.top;
    const plan = top?.planAlone;
    if (top === undefined || plan === undefined || (top.indent ?? 0) <= indent) return;
    // At the left edge only a name tells such a plan from that of a block that was cut short.
    if (top.announcedAs === name || (top.announcedAs === undefined && indent === 0)) return;
    const outer = this.#open.at(-2);
    if (outer !== undefined && ((outer.indent ?? indent) > indent || (outer.indent === indent && outer.planned)))
      return;
    this.#open.pop();
    const block = this.at(indent);
    if (top.announcedAs !== undefined && block.name === undefined) block.call(top.announcedAs);
    block.plan(plan.first, plan.last);
  }

  /** What a result at this indentation closes: its subtests, or a header without results. */
  takeChildren(indent: number, name: string): KtapBlock | 'nothing-ran' | undefined {
    let child: KtapBlock | undefined;
    while (this.#deeper(this.top, indent)) {
      if (this.#deeper(this.#open.at(-2), indent)) this.closeTop();
      else child = this.#open.pop();
    }
    const nothingRan =
      child === undefined && this.#headers.some((header) => header.indent > indent && header.name === name);
    this.#headers = this.#headers.filter((header) => header.indent <= indent);
    return nothingRan ? 'nothing-ran' : child;
  }

  #deeper(block: KtapBlock | undefined, indent: number): boolean {
    return block?.indent !== undefined && block.indent > indent && block.opener === undefined;
  }

  /** Counts a finished block's errors and returns its results, including missing ones. */
  settle(block: KtapBlock): ResultList {
    this.errors.misplaced += block.misplaced();
    this.errors.violations += block.violations();
    this.errors.other += block.addMissing(this.kernel);
    return block.results;
  }

  closeTop(): void {
    const block = this.#open.pop();
    if (block === undefined) return;
    if (block.opener !== undefined) block.opener.block.results.amend(block.opener.test, this.settle(block));
    else if (this.top === undefined && (block.indent === 0 || block.name === undefined))
      this.#results.append(this.settle(block));
    else if (block.framed) this.addCutShort(block);
  }

  /** Handles a block without a result of its own: its test was running when the text ended. */
  addCutShort(block: KtapBlock): void {
    this.errors.other += 1;
    const results = this.settle(block);
    const test: MutableTest = {
      name: block.name ?? block.announcedAs ?? '(unnamed test)',
      status: 'crash',
      reason: 'gave no result of its own',
    };
    if (this.top === undefined) this.#results.add(test, results);
    else this.top.add(test, undefined, results);
  }

  closeAll(): ResultList {
    while (this.top !== undefined) this.closeTop();
    return this.#results;
  }

  /** The results so far, without looking for missing ones. */
  abandon(): ResultList {
    for (const block of this.#open) this.#results.append(block.results);
    return this.#results;
  }
}
