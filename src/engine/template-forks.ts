import { createTripwire } from '../diagnose/tripwire.ts';
import type { RunListener } from '../event/event.ts';
import { hostArchitecture } from '../host/environment.ts';
import { kindOfFile } from '../host/files/file-facts.ts';
import { NotCopied } from '../host/process/process-copies.ts';
import { isSystemError } from '../host/system-error.ts';
import { canPreload } from '../machine/fork-server.ts';
import type { Accelerator } from '../machine/machine-spec.ts';
import { type Forks, type ForksJob, prepareForks } from '../run/fork/forks.ts';
import type { Template } from '../run/template.ts';

/** Preparing takes as long as two clones, and each copy saves more than half of one. */
const worthTests = 5;

export interface ForksWish extends Omit<ForksJob, 'library'> {
  readonly accelerator: Accelerator;
  /** How many tests will start from the template, with this one. */
  readonly testsLeft: number;
  /** Its kernel has kmemleak, which would report what a rehearsal has left, too. */
  readonly findsLeaks: boolean;
}

interface TemplateForksOptions {
  /** The library with the fork server, as shipped. */
  readonly library: string;
  readonly signal: AbortSignal;
  readonly listener: RunListener;
  /** Absent: that of every run. */
  readonly prepare?: typeof prepareForks;
}

/** `preparing`: tests are restored meanwhile. `lost`: those that follow are; clones may still run. */
type State =
  | { readonly kind: 'preparing'; readonly stop: AbortController }
  | { readonly kind: 'ready' | 'lost'; readonly forks: Forks; readonly stop: AbortController }
  | { readonly kind: 'none' };

/**
 * What copies the clones of each template, under TCG: a copy has what QEMU has translated before. It is prepared beside
 * the first tests, which are restored. Nothing but time is lost where it cannot be had.
 */
export class TemplateForks implements Disposable {
  readonly #options: TemplateForksOptions;
  readonly #states = new Map<Template, State>();

  constructor(options: TemplateForksOptions) {
    this.#options = options;
  }

  /** Undefined: this test is restored. */
  for(wish: ForksWish): Forks | undefined {
    const state = this.#states.get(wish.template);
    if (state === undefined && isWorth(wish)) this.#begin(wish);
    return state?.kind === 'ready' ? state.forks : undefined;
  }

  /** A copy was of no use: all further tests of the template are restored, and it is told why. */
  lose(template: Template, reason: string): void {
    const state = this.#states.get(template);
    if (state?.kind !== 'ready') return;
    this.#states.set(template, { ...state, kind: 'lost' });
    if (!this.#options.signal.aborted)
      this.#options.listener({ kind: 'warning', message: `Clones are not copied any more, but restored: ${reason}` });
  }

  /** The template has had its last test. */
  release(template: Template): void {
    this.#end(template);
    this.#states.delete(template);
  }

  #begin(wish: ForksWish): void {
    const { library, prepare = prepareForks } = this.#options;
    const trouble = troubleWith(library);
    if (trouble !== undefined) {
      this.#giveUp(wish.template, trouble);
      return;
    }
    const stop = new AbortController();
    const signal = AbortSignal.any([this.#options.signal, stop.signal]);
    const { template } = wish;
    this.#states.set(template, { kind: 'preparing', stop });
    prepare({ ...wish, library }, { signal, tripwire: createTripwire() }).then(
      (forks) => {
        if (signal.aborted) forks[Symbol.dispose]();
        else this.#states.set(template, { kind: 'ready', forks, stop });
      },
      (error: unknown) => {
        if (!signal.aborted) this.#giveUp(template, reasonOf(error));
      },
    );
  }

  #giveUp(template: Template, reason: string): void {
    this.#end(template);
    this.#options.listener({ kind: 'fact', topic: 'speed', text: `clones are not copied: ${reason}` });
  }

  #end(template: Template): void {
    const state = this.#states.get(template);
    this.#states.set(template, { kind: 'none' });
    if (state === undefined || state.kind === 'none') return;
    state.stop.abort();
    if (state.kind !== 'preparing') state.forks[Symbol.dispose]();
  }

  [Symbol.dispose](): void {
    for (const template of this.#states.keys()) this.#end(template);
  }
}

/** The fork server is in the language of one processor. */
function isWorth({ accelerator, testsLeft, machine, findsLeaks }: ForksWish): boolean {
  if (accelerator !== 'tcg' || hostArchitecture() !== 'x64') return false;
  return testsLeft >= worthTests && machine.diskImage === undefined && !findsLeaks;
}

function troubleWith(library: string): string | undefined {
  if (!canPreload(library)) return `QEMU cannot load ${library}, because its path has a space or a colon`;
  if (kindOfFile(library) !== 'file') return `${library} is not there; install qemu-driver-test again`;
  return undefined;
}

function reasonOf(error: unknown): string {
  if (error instanceof NotCopied || isSystemError(error)) return error.message;
  return `Internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
}
