import type { Accelerator } from '../machine/machine-spec.ts';
import type { TemplatePlan } from '../plan/start-plan.ts';
import type { Template } from '../run/template.ts';
import type { ImageFailure } from './boot-cells.ts';

/** A template and what it can be restored on, or the reason why there is none. */
export type CachedTemplate =
  | { readonly kind: 'template'; readonly template: Template; readonly accelerator: Accelerator }
  /** `imageFailure`: nor is there a machine that boots for its test. */
  | { readonly kind: 'none'; readonly reason: string; readonly imageFailure?: ImageFailure };

export interface TemplateMaker {
  /**
   * `number`: how many were made before it and it, from 1 on. `isAnew`: one of an earlier run was of no use.
   */
  readonly make: (plan: TemplatePlan, number: number, isAnew: boolean) => Promise<CachedTemplate>;
  /** Called once per plan when there is no template, or no longer, however many tests would have started from it. */
  readonly onLoss: (plan: TemplatePlan, reason: string) => void;
  /** Called before a template is freed; absent: nobody needs to know. */
  readonly onEnd?: (template: Template) => void;
}

/** Templates by plan. Each is made when the first test needs it, and freed when its last test has ended. */
export class TemplateCache implements Disposable {
  readonly #maker: TemplateMaker;
  readonly #cached = new Map<TemplatePlan, Promise<CachedTemplate>>();
  readonly #withdrawn = new Map<TemplatePlan, string>();
  readonly #usersLeft = new Map<TemplatePlan, number>();
  /** Replaced, and perhaps still cloned from. */
  readonly #replaced: Template[] = [];
  #made = 0;

  constructor(users: Iterable<TemplatePlan>, maker: TemplateMaker) {
    this.#maker = maker;
    this.expect(users);
  }

  /** More tests will start from these. */
  expect(users: Iterable<TemplatePlan>): void {
    for (const plan of users) this.#usersLeft.set(plan, (this.#usersLeft.get(plan) ?? 0) + 1);
  }

  /** Adds a template that was made elsewhere: by the boot of its cell. */
  put(plan: TemplatePlan, cached: CachedTemplate): void {
    this.#cached.set(plan, Promise.resolve(cached));
    if (cached.kind === 'none') this.withdraw(plan, cached.reason);
  }

  /** The template for a test that starts; it is made on first use. */
  async take(plan: TemplatePlan): Promise<CachedTemplate> {
    const cached = await (this.#cached.get(plan) ?? this.#make(plan, false));
    const reason = this.#withdrawn.get(plan);
    return reason === undefined || cached.kind === 'none' ? cached : { kind: 'none', reason };
  }

  /** One of an earlier run was dead, or KVM is gone: it is made anew, once, whoever finds out first. */
  async renew(plan: TemplatePlan, dead: Template): Promise<void> {
    const caching = this.#cached.get(plan);
    const cached = await caching;
    if (cached?.kind !== 'template' || cached.template !== dead || this.#cached.get(plan) !== caching) return;
    this.#replaced.push(dead);
    await this.#make(plan, true);
  }

  /** Stops handing out a template, because a clone of it was dead. Current users keep it; the first reason counts. */
  withdraw(plan: TemplatePlan, reason: string): void {
    if (this.#withdrawn.has(plan)) return;
    this.#withdrawn.set(plan, reason);
    this.#maker.onLoss(plan, reason);
  }

  /** How many of the tests that start from the template have not ended. */
  testsLeft(plan: TemplatePlan): number {
    return this.#usersLeft.get(plan) ?? 0;
  }

  /** Called once by every test that was planned to start from the template, whether or not it took it. */
  async release(plan: TemplatePlan): Promise<void> {
    const left = (this.#usersLeft.get(plan) ?? 0) - 1;
    this.#usersLeft.set(plan, left);
    if (left <= 0) await this.#drop(plan);
  }

  #make(plan: TemplatePlan, isAnew: boolean): Promise<CachedTemplate> {
    const making = this.#maker.make(plan, ++this.#made, isAnew).catch(
      (error: unknown): CachedTemplate => ({
        kind: 'none',
        reason: `Internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      }),
    );
    const made = making.then((cached) => {
      if (cached.kind === 'none') this.withdraw(plan, cached.reason);
      return cached;
    });
    this.#cached.set(plan, made);
    return made;
  }

  async #drop(plan: TemplatePlan): Promise<void> {
    const cached = await this.#cached.get(plan);
    this.#cached.delete(plan);
    if (cached?.kind === 'template') this.#free(cached.template);
  }

  #free(template: Template): void {
    this.#maker.onEnd?.(template);
    template[Symbol.dispose]();
  }

  [Symbol.dispose](): void {
    for (const plan of this.#cached.keys()) void this.#drop(plan);
    for (const template of this.#replaced) this.#free(template);
  }
}
