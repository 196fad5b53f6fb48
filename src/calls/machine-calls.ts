import { FaultError } from '../device/fault/fault-set.ts';
import { type CallSite, type FaultReport, FaultSyntaxError } from '../device/fault/fault-spec.ts';
import { CallEvidence, type SeenCall } from './call-evidence.ts';
import { type CallFault, onlyCounts, parseCallFault } from './call-fault.ts';
import type { FailableFunction } from './failable.ts';
import { type CallLine, type HelperReport, parseCallLine } from './helper-answers.ts';
import { armRequests, requestTexts } from './helper-requests.ts';
import { selectCalls } from './select-calls.ts';

/** A module under test, and what it calls in this kernel. */
export interface ModuleCalls {
  /** As the kernel names it. */
  readonly name: string;
  readonly imports: ReadonlySet<string>;
}

/** What can fail in the machines of a test, and what fails from the start. */
export interface CallsJob {
  readonly modules: readonly ModuleCalls[];
  /** The catalogue, with the functions of the suite. */
  readonly functions: readonly FailableFunction[];
  /** Set before the first stage. */
  readonly faults: readonly CallFault[];
}

/** The faults of one module, or of all modules together. */
export interface CallRecord {
  /** `edu.ko` */
  readonly owner: string;
  readonly faults: readonly FaultReport[];
}

interface SetFault {
  readonly fault: CallFault;
  readonly owner: string;
}

/** The calls of a machine, or what is wrong with the faults that are active from the start. */
export function openCalls(job: CallsJob): MachineCalls | { readonly problem: string } {
  const calls = new MachineCalls(job);
  try {
    calls.startTexts();
    return calls;
  } catch (error) {
    if (error instanceof FaultError || error instanceof FaultSyntaxError) return { problem: error.message };
    throw error;
  }
}

/** The calls of one machine: what the helper in it is told, and what it says. */
export class MachineCalls {
  readonly #job: CallsJob;
  readonly #set = new Map<string, SetFault>();
  readonly #evidence = new CallEvidence();

  constructor(job: CallsJob) {
    this.#job = job;
  }

  /** Failed calls in the order in which the console showed them. */
  get seen(): readonly SeenCall[] {
    return this.#evidence.seen;
  }

  get moduleNames(): readonly string[] {
    return this.#job.modules.map(({ name }) => name);
  }

  /** What is said to the helper before the first stage. @throws FaultError @throws FaultSyntaxError */
  startTexts(): readonly string[] {
    return requestTexts([
      ...this.moduleNames.map((name) => `target ${name}`),
      ...this.#job.faults.flatMap((fault) => this.#arm(fault).requests),
    ]);
  }

  /**
   * A fault of `hw` on a module: its id, and what to say to the helper. @throws FaultError @throws FaultSyntaxError
   */
  set(module: string, text: string): { readonly id: string; readonly texts: readonly string[] } {
    const fault = parseCallFault(text);
    if (fault.module !== undefined && fault.module !== module)
      throw new FaultError(`fault "${text}": module=${fault.module} contradicts ${module}`);
    const { requests } = this.#arm({ ...fault, module });
    return { id: fault.id, texts: requestTexts(requests) };
  }

  hasFault(module: string, id: string): boolean {
    return this.#set.has(`${module}:${id}`);
  }

  /** Without an id: all faults of the module. @throws FaultError with the list, when the id is unknown */
  clearTexts(module: string, id: string | undefined): readonly string[] {
    const ids = id === undefined ? this.#idsOf(module) : [this.#known(module, id)];
    return requestTexts(ids.map((known) => `clear ${known}`));
  }

  /** The question for one fault, and its id in the answer. @throws FaultError with the list, when the id is unknown */
  reportTexts(module: string, id: string): { readonly helperId: string; readonly texts: readonly string[] } {
    const helperId = this.#known(module, id);
    return { helperId, texts: [`report ${helperId}`] };
  }

  /** The last word of the helper: asked for when all stages are done. */
  takeReport(report: HelperReport, atUs: number): void {
    this.#evidence.takeReport(report, atUs);
  }

  /** The faults that only count, as the helper names them: it is asked where they did. */
  get counting(): readonly string[] {
    return [...this.#set].filter(([, { fault }]) => onlyCounts(fault)).map(([helperId]) => helperId);
  }

  /** Where such a fault counted. */
  takeSites(helperId: string, sites: readonly CallSite[]): void {
    this.#evidence.takeSites(helperId, sites);
  }

  /** A line of the console. Returns the failed call that it shows, if it does. */
  hear(line: string, atUs: number): SeenCall | undefined {
    const call = parseCallLine(line);
    return call === undefined || !this.#set.has(call.id) ? undefined : this.#evidence.hear(call, atUs);
  }

  /** Of a failed call: the module's file that the records name, and the test's id of the fault. */
  ownerOf({ id }: CallLine): { readonly owner: string; readonly id: string } | undefined {
    const set = this.#set.get(id);
    return set === undefined ? undefined : { owner: set.owner, id: set.fault.id };
  }

  records(): readonly CallRecord[] {
    const owners = new Map<string, FaultReport[]>();
    for (const [helperId, { fault, owner }] of this.#set)
      owners.set(owner, [...(owners.get(owner) ?? []), this.#evidence.reportOf(helperId, fault)]);
    return [...owners].map(([owner, faults]) => ({ owner, faults }));
  }

  /** The modules with their faults, as `hw` names them, and what the helper says of these now. */
  listing(report: HelperReport): readonly CallRecord[] {
    const owners = new Map(this.moduleNames.map((name) => [name, [] as FaultReport[]]));
    for (const [helperId, { fault, owner }] of this.#set) {
      const name = owner.replace(/\.ko$/, '');
      const told = report.faults.find(({ id }) => id === helperId);
      const { fired, counted, isCleared } = told ?? { fired: 0, counted: 0, isCleared: false };
      const described = { id: fault.id, text: fault.text, fired, counted, isCleared };
      owners.set(name, [...(owners.get(name) ?? []), described]);
    }
    return [...owners].map(([owner, faults]) => ({ owner, faults }));
  }

  /** What a reader of the figures must know. */
  notes(): readonly string[] {
    return this.#set.size === 0 ? [] : this.#evidence.notes();
  }

  #arm(fault: CallFault): { readonly requests: readonly string[] } {
    const module = this.#moduleOf(fault);
    const id = `${module ?? 'modules'}:${fault.id}`;
    const imports = this.#job.modules.filter(({ name }) => module === undefined || name === module);
    const calls = selectCalls(fault, this.#job.functions).filter(({ function: { symbol } }) =>
      imports.some((one) => one.imports.has(symbol)),
    );
    const owner = module === undefined ? 'modules' : `${module}.ko`;
    this.#set.set(id, { fault, owner });
    return { requests: armRequests({ id, module, trigger: fault.trigger, place: fault.place, calls }) };
  }

  #moduleOf({ module, text }: CallFault): string | undefined {
    const names = this.moduleNames;
    if (module === undefined) return names.length === 1 ? names[0] : undefined;
    if (names.includes(module)) return module;
    throw new FaultError(
      `fault "${text}": no module ${module} was built for this kernel; ` +
        (names.length === 0 ? 'there is none' : `the modules are ${names.join(', ')}`),
    );
  }

  #idsOf(module: string): readonly string[] {
    return [...this.#set.keys()].filter((id) => id.startsWith(`${module}:`));
  }

  #known(module: string, id: string): string {
    const helperId = `${module}:${id}`;
    if (this.#set.has(helperId)) return helperId;
    const ids = this.#idsOf(module).map((known) => known.slice(module.length + 1));
    throw new FaultError(
      `${module} has no fault "${id}"; ${ids.length === 0 ? 'none is set' : `the faults are ${ids.join(', ')}`}`,
    );
  }
}
