import type { TemplatePlan } from '../plan/start-plan.ts';
import type { Template } from '../run/template.ts';

/** A template, or why there is none. */
export type Shelved = { readonly kind: 'template'; readonly template: Template } | { readonly kind: 'none'; readonly reason: string };

/** Templates by plan: each made once, when the first test wants it, and gone when its last test has ended. */
export class TemplateShelf implements Disposable {
  readonly #make: (plan: TemplatePlan) => Promise<Shelved>;
  readonly #shelved = new Map<TemplatePlan, Promise<Shelved>>();
  readonly #usersLeft = new Map<TemplatePlan, number>();

  constructor(users: Iterable<TemplatePlan>, make: (plan: TemplatePlan) => Promise<Shelved>) {
    this.#make = make;
    for (const plan of users) this.#usersLeft.set(plan, (this.#usersLeft.get(plan) ?? 0) + 1);
  }

  /** One that was made elsewhere: by the boot of its cell. */
  put(plan: TemplatePlan, shelved: Shelved): void {
    this.#shelved.set(plan, Promise.resolve(shelved));
  }

  /** To be answered by one `release` each. */
  take(plan: TemplatePlan): Promise<Shelved> {
    const there = this.#shelved.get(plan);
    if (there !== undefined) return there;
    const made = this.#make(plan);
    this.#shelved.set(plan, made);
    return made;
  }

  /** A test is through with its template. */
  async release(plan: TemplatePlan): Promise<void> {
    const left = (this.#usersLeft.get(plan) ?? 0) - 1;
    this.#usersLeft.set(plan, left);
    if (left <= 0) await this.#drop(plan);
  }

  async #drop(plan: TemplatePlan): Promise<void> {
    const shelved = await this.#shelved.get(plan);
    this.#shelved.delete(plan);
    if (shelved?.kind === 'template') shelved.template[Symbol.dispose]();
  }

  [Symbol.dispose](): void {
    for (const plan of this.#shelved.keys()) void this.#drop(plan);
  }
}
