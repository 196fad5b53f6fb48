import { type KtapBudget, type KtapTest, type MutableTest, ResultList } from './ktap-tree.ts';
import { boundedName, type TapResult } from './tap-line.ts';

/** Beyond this many misnumbered results they are not tracked one by one. No real test counts that badly. */
const maxOdd = 200_000;

/** The numbers of the results on one level. Only misplaced ones are stored, usually none. */
class ResultNumbers {
  #count = 0;
  #misplaced = 0;
  readonly #oddPlaces = new Set<number>();
  readonly #oddNumbers: number[] = [];

  add(number: number | undefined): void {
    this.#count += 1;
    if (number === undefined || number === this.#count) return;
    this.#misplaced += 1;
    if (this.#oddNumbers.length >= maxOdd) return;
    this.#oddPlaces.add(this.#count);
    this.#oddNumbers.push(number);
  }

  /** Results whose number is not their position. */
  get misplaced(): number {
    return this.#misplaced;
  }

  /** The number of repeated numbers. */
  repeated(): number {
    const odd = new Set<number>();
    let repeated = 0;
    for (const number of this.#oddNumbers) {
      if (odd.has(number) || this.#isTaken(number)) repeated += 1;
      odd.add(number);
    }
    return repeated;
  }

  /** The number of results outside a plan. */
  outside(first: number, last: number): number {
    const isOutside = (number: number): boolean => number < first || number > last;
    const places = Math.max(0, Math.min(this.#count, first - 1)) + Math.max(0, this.#count - last);
    const odd = this.#oddNumbers.filter(isOutside).length - [...this.#oddPlaces].filter(isOutside).length;
    return places + odd;
  }

  /** A correctly numbered result has this number. */
  #isTaken(number: number): boolean {
    return number >= 1 && number <= this.#count && !this.#oddPlaces.has(number);
  }
}

/** A result that ends with `{`. */
export interface BraceOpener {
  readonly test: MutableTest;
  readonly indent: number;
  /** The block that contains it. */
  readonly block: KtapBlock;
}

interface Plan {
  readonly first: number;
  readonly last: number;
  /** The number of results before it: a plan comes first or last. */
  readonly after: number;
}

/** KUnit's attributes of a suite or a test: `module: toy`, `toy_test.speed: slow`. */
const attribute = /^(?:[\w.-]{1,200}\.)?(?:module|speed|is_init): \S{1,200}$/;

/** More missing results than this count as one, because anybody can print a large plan. */
const maxMissing = 1000;

/** The number of stored names: announcements without results, and the last results. */
const maxNames = 64;
const maxRecent = 4096;

/** The results on one level, with one plan. */
export class KtapBlock {
  /** The indentation of its lines; undefined inside braces before the first line. */
  indent: number | undefined;
  /** The name in a `# Subtest:` line one level up, as in TAP 14. */
  readonly announcedAs: string | undefined;
  /** The result line whose braces contain it. */
  readonly opener: BraceOpener | undefined;
  readonly results: ResultList;
  readonly #names: string[] = [];
  #recent = new Set<string>();
  #lessRecent: ReadonlySet<string> = new Set();
  readonly #numbers = new ResultNumbers();
  #plan: Plan | undefined;
  #versioned = false;
  #secondPlan = false;
  #refused = 0;
  /** The name in the last `# name: …` line without a result: the running test. */
  #running: string | undefined;

  constructor(budget: KtapBudget, indent: number | undefined, announcedAs?: string, opener?: BraceOpener) {
    this.results = new ResultList(budget);
    this.indent = indent;
    this.announcedAs = announcedAs;
    this.opener = opener;
  }

  /** A `# Subtest:` line at its own indentation named it, as in KUnit. */
  call(name: string): void {
    if (this.#names.length >= maxNames) this.#names.pop();
    this.#names.push(name);
  }

  /** Its latest name. */
  get name(): string | undefined {
    return this.#names.at(-1);
  }

  isCalled(name: string): boolean {
    return this.#names.includes(name);
  }

  /** Results alone could be anybody's indented text. */
  get framed(): boolean {
    return this.#names.length > 0 || this.announcedAs !== undefined || this.#plan !== undefined || this.#versioned;
  }

  get planned(): boolean {
    return this.#plan !== undefined;
  }

  /** The only thing in it is a plan: its results may stand one level further out. */
  get planAlone(): { readonly first: number; readonly last: number } | undefined {
    const isAlone =
      this.results.count === 0 && !this.#versioned && this.#names.length === 0 && this.opener === undefined;
    return isAlone ? this.#plan : undefined;
  }

  announce(): void {
    this.#versioned = true;
  }

  plan(first: number, last: number): void {
    if (this.#plan === undefined) this.#plan = { first, last, after: this.results.count };
    else if (this.results.count > 0) this.#secondPlan = true;
  }

  /** The plan came last, so nothing may follow. */
  get complete(): boolean {
    return this.#plan !== undefined && this.#plan.after > 0;
  }

  refuse(): void {
    this.#refused += 1;
  }

  /** @param children the results of the block that it closes */
  add(test: MutableTest, number: number | undefined, children?: ResultList): void {
    this.results.add(test, children);
    this.#numbers.add(number);
    this.#remember(test.name);
    if (test.name === this.#running) this.#running = undefined;
  }

  /** KUnit's messages start with the name of the running test. */
  diagnostic(text: string): void {
    if (attribute.test(text)) return;
    const name = boundedName(/^([\w.-]+): /.exec(text)?.[1] ?? '');
    if (name !== '' && !this.#recent.has(name) && !this.#lessRecent.has(name) && !this.isCalled(name))
      this.#running = name;
  }

  #remember(name: string): void {
    if (this.#recent.size >= maxRecent) {
      this.#lessRecent = this.#recent;
      this.#recent = new Set();
    }
    this.#recent.add(name);
  }

  /** Adds the planned results that are missing; returns the number of errors. */
  addMissing(each: boolean): number {
    const reported = this.results.count;
    const missing = this.#plan === undefined ? 0 : this.#plan.last - this.#plan.first + 1 - reported;
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
      // There is no more room, so they are only counted.
      this.results.addUnseen(this.#missing(1, index), missing - index - 1);
      break;
    }
    return missing;
  }

  #missing(tests: number, index: number): KtapTest {
    const number = this.results.count + (this.#plan?.first ?? 1);
    const name = index === 0 && this.#running !== undefined ? this.#running : `(test ${number})`;
    return {
      name,
      status: 'crash',
      reason: tests === 1 ? 'planned, but gave no result' : `${tests} planned tests gave no result`,
    };
  }

  /** Results whose number is not their position. */
  misplaced(): number {
    return this.#numbers.misplaced;
  }

  /**
   * Violations of TAP: a repeated number, one outside the plan, more results than planned, a plan in the middle or
   * twice.
   */
  violations(): number {
    const repeated = this.#numbers.repeated();
    const plan = this.#plan;
    if (plan === undefined) return repeated;
    return (
      repeated + this.#numbers.outside(plan.first, plan.last) + (this.#refused > 0 ? 1 : 0) + (this.#secondPlan ? 1 : 0)
    );
  }
}

/** A result line as a test. Subtests may be added to it. */
export function testOf(result: TapResult, place: number): MutableTest {
  return {
    name: result.name === '' ? `(test ${result.number ?? place})` : result.name,
    status: result.directive ?? (result.ok ? 'pass' : 'fail'),
    ...(result.reason === undefined ? {} : { reason: result.reason }),
  };
}
