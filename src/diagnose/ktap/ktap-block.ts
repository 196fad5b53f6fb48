import type { KtapTest } from './ktap-tree.ts';
import type { TapResult } from './tap-line.ts';

/** A test that is being read. */
export type MutableTest = { -readonly [Key in keyof KtapTest]: KtapTest[Key] };

interface BraceOpener {
  readonly test: MutableTest;
  readonly indent: number;
}

interface Plan {
  readonly first: number;
  readonly last: number;
  /** How many results stood before it: a plan comes first or last. */
  readonly after: number;
}

/** More missing results than this are counted as one: a plan is a number that anybody can print. */
const maxMissing = 1000;

/** The results on one level, under one plan. */
export class KtapBlock {
  /** Of its lines; undefined in braces before the first. */
  indent: number | undefined;
  /** What `# Subtest:` lines at its own indentation called it, as KUnit does. */
  readonly names: string[] = [];
  /** What such a line further out announced, as TAP 14 does. */
  readonly announcedAs: string | undefined;
  /** The result line that it follows in braces. */
  readonly opener: BraceOpener | undefined;
  readonly #results: KtapTest[] = [];
  readonly #numbers: (number | undefined)[] = [];
  #plan: Plan | undefined;
  #versioned = false;
  #secondPlan = false;
  #refused = 0;
  /** What a `# name: …` line said last that had no result yet: the test that runs. */
  #running: string | undefined;

  constructor(indent: number | undefined, announcedAs?: string, opener?: BraceOpener) {
    this.indent = indent;
    this.announcedAs = announcedAs;
    this.opener = opener;
  }

  /** Results alone could be anybody's indented text. */
  get framed(): boolean {
    return this.names.length > 0 || this.announcedAs !== undefined || this.#plan !== undefined || this.#versioned;
  }

  get planned(): boolean {
    return this.#plan !== undefined;
  }

  get results(): readonly KtapTest[] {
    return this.#results;
  }

  announce(): void {
    this.#versioned = true;
  }

  plan(first: number, last: number): void {
    if (this.#plan === undefined) this.#plan = { first, last, after: this.#results.length };
    else if (this.#results.length > 0) this.#secondPlan = true;
  }

  /** The plan stood last, so that nothing may follow it. */
  get complete(): boolean {
    return this.#plan !== undefined && this.#plan.after > 0;
  }

  refuse(): void {
    this.#refused += 1;
  }

  add(test: KtapTest, number: number | undefined): void {
    this.#results.push(test);
    this.#numbers.push(number);
    if (test.name === this.#running) this.#running = undefined;
  }

  /** KUnit's messages begin with the name of the test that runs. */
  diagnostic(text: string): void {
    const name = /^([\w.-]+): /.exec(text)?.[1];
    if (name !== undefined && !this.#results.some((test) => test.name === name) && !this.names.includes(name)) this.#running = name;
  }

  /** Adds what the plan promised and nothing reported; returns how many errors that makes. */
  addMissing(each: boolean): number {
    const missing = this.#plan === undefined ? 0 : this.#plan.last - this.#plan.first + 1 - this.#results.length;
    if (missing <= 0) return 0;
    const afterResults = this.#plan?.after === this.#results.length && this.#plan.after > 0;
    const separate = each && !afterResults && missing <= maxMissing;
    const count = separate ? missing : 1;
    for (let index = 0; index < count; index += 1) this.#results.push(this.#missing(separate ? 1 : missing, index));
    return count;
  }

  #missing(tests: number, index: number): KtapTest {
    const number = this.#results.length + (this.#plan?.first ?? 1);
    const name = index === 0 && this.#running !== undefined ? this.#running : `(test ${number})`;
    return { name, status: 'crash', reason: tests === 1 ? 'planned, but gave no result' : `${tests} planned tests gave no result` };
  }

  /** Results whose number is not their place. */
  misplaced(): number {
    return this.#numbers.filter((number, index) => number !== undefined && number !== index + 1).length;
  }

  /** What TAP forbids: a number twice or outside the plan, more results than planned, a plan in the middle or twice. */
  violations(): number {
    const numbers = this.#numbers.map((number, index) => number ?? index + 1);
    const repeated = numbers.length - new Set(numbers).size;
    const plan = this.#plan;
    if (plan === undefined) return repeated;
    const outside = numbers.filter((number) => number < plan.first || number > plan.last).length;
    return repeated + outside + (this.#refused > 0 ? 1 : 0) + (this.#secondPlan ? 1 : 0);
  }
}

/** A result line as a test, to which subtests in braces may still come. */
export function testOf(result: TapResult, place: number): MutableTest {
  return {
    name: result.name === '' ? `(test ${result.number ?? place})` : result.name,
    status: result.directive ?? (result.ok ? 'pass' : 'fail'),
    ...(result.reason === undefined ? {} : { reason: result.reason }),
  };
}
