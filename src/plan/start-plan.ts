import type { ImageInit } from '../suite/suite.ts';
import { loadedModules } from './call-helper.ts';
import { devicesOf, splitDeviceArgs } from './device-args.ts';
import { modulesAtBoot, type TreePlan } from './device-tree.ts';
import type { Cell, DiskSpec, PlannedTest } from './plan.ts';

/** How a test's machine starts, and why. */
export type PlannedStart =
  | { readonly kind: 'cold'; readonly reason: string }
  | {
      readonly kind: 'clone';
      readonly template: TemplatePlan;
      /** Values of `-device` that are plugged in after the restore. */
      readonly devices: readonly string[];
      readonly reason: string;
    };

/** A machine that is booted and saved once, for all tests that start from it. */
export interface TemplatePlan {
  readonly cell: Cell;
  /** Arguments beyond the cell's machine: those of the suite, and those that several tests share. */
  readonly args: readonly string[];
  readonly diskImage: DiskSpec | undefined;
  /** The image starts by itself, and is up when the machine is saved. */
  readonly imageInit?: ImageInit | undefined;
  /** Modules of the kernel that are loaded before it is saved. */
  readonly kernelModules: readonly string[];
  /** What its device tree has beyond QEMU's; absent: nothing. */
  readonly tree?: TreePlan | undefined;
  /** Free slots: enough for the devices of any of its clones. */
  readonly slots: number;
}

export interface StartFacts {
  readonly start: 'auto' | 'clone' | 'cold';
  /** The number of runs per test. */
  readonly repeat: number;
  /**
   * Whether a device's state is saved with the machine. A device without that would be dead after a restore, without an
   * error.
   */
  readonly keepsState: (cell: Cell, driver: string) => boolean;
  /** The modules of the kernel that the buses of its device models need. */
  readonly busModules: (planned: Pick<PlannedTest, 'cell' | 'suite' | 'test'>) => readonly string[];
  /** What the device tree of a test's machine has beyond QEMU's; absent: nothing. */
  readonly treeOf?: (planned: Pick<PlannedTest, 'cell' | 'suite' | 'test'>) => TreePlan | undefined;
  /** Why a machine with these additional arguments, some for later, cannot be a template; undefined: it can. */
  readonly obstacle: (cell: Cell, args: readonly string[]) => string | undefined;
  /** Why a test gets no machine; undefined: it gets one; absent: all do. */
  readonly noMachine?: (planned: Pick<PlannedTest, 'cell' | 'suite' | 'test' | 'diskImage'>) => string | undefined;
}

/** Decides for all tests at once, because arguments that several tests share are worth a template. */
export function planStarts(tests: readonly PlannedTest[], facts: StartFacts): ReadonlyMap<PlannedTest, PlannedStart> {
  const drafts = tests.map((planned) => ({ planned, draft: draftOf(planned, facts) }));
  const users = new Map<string, Draft[]>();
  for (const { draft } of drafts)
    if (draft.kind === 'clone') users.set(draft.key, [...(users.get(draft.key) ?? []), draft]);
  const sharing = { users, widest: widestOf(tests, facts), templates: new Map(), repeat: facts.repeat };
  return new Map(drafts.map(({ planned, draft }) => [planned, settle(draft, sharing)]));
}

/**
 * The most devices that a clone of each template may have, by key. Tests of the suites that are not chosen count, too:
 * which tests are chosen does not change the machine of any of them, so a run of one test, a run of all and a shell
 * have the same template.
 */
function widestOf(tests: readonly PlannedTest[], facts: StartFacts): ReadonlyMap<string, number> {
  const suites = new Map(tests.map((planned) => [JSON.stringify([planned.cell.id, planned.suite.directory]), planned]));
  const others = [...suites.values()].flatMap((planned) => planned.suite.tests.map((test) => ({ ...planned, test })));
  const widest = new Map<string, number>();
  for (const planned of [...tests, ...others]) {
    const draft = draftOf(planned, facts);
    if (draft.kind === 'clone') widest.set(draft.key, Math.max(widest.get(draft.key) ?? 0, pluggedIn(draft)));
  }
  return widest;
}

function pluggedIn({ devices, models }: CloneDraft): number {
  return devices.length + models.length;
}

type Draft = { readonly kind: 'cold'; readonly reason: string } | CloneDraft;

interface CloneDraft {
  readonly kind: 'clone';
  readonly key: string;
  readonly template: Omit<TemplatePlan, 'slots'>;
  readonly devices: readonly string[];
  /** Ids of the device models, which are plugged in after the devices. */
  readonly models: readonly string[];
  /** The test's own arguments that cannot be plugged in. */
  readonly ownArgs: readonly string[];
  /** A template is made even for a single test. */
  readonly isDemanded: boolean;
}

function draftOf(
  { cell, suite, test, diskImage, imageInit }: PlannedTest,
  { start, keepsState, busModules, treeOf, obstacle, noMachine }: StartFacts,
): Draft {
  const lack = noMachine?.({ cell, suite, test, diskImage });
  if (lack !== undefined) return { kind: 'cold', reason: lack };
  if (start === 'cold') return { kind: 'cold', reason: 'requested with --start cold' };
  if (test.start === 'cold') return { kind: 'cold', reason: 'requested by info/start' };
  const suiteParts = splitDeviceArgs(suite.qemuArgs, (driver) => keepsState(cell, driver));
  const testParts = splitDeviceArgs(test.qemuArgs, () => false);
  const tree = treeOf?.({ cell, suite, test });
  const kernelModules = modulesAtBoot(loadedModules(suite, test, busModules({ cell, suite, test })), tree);
  const args = [...suiteParts.staying, ...testParts.staying];
  const devices = [...suiteParts.plugged, ...testParts.plugged];
  const reason = obstacle(cell, [...args, ...devices.flatMap((device) => ['-device', device])]);
  if (reason !== undefined) return { kind: 'cold', reason };
  const models = devicesOf({ suite, test }).map(({ id }) => id);
  return {
    kind: 'clone',
    key: JSON.stringify([cell.id, diskImage, imageInit, args, kernelModules, tree]),
    template: {
      cell,
      args,
      diskImage,
      ...(imageInit === undefined ? {} : { imageInit }),
      kernelModules,
      ...(tree === undefined ? {} : { tree }),
    },
    devices,
    models,
    ownArgs: testParts.staying,
    isDemanded: test.start === 'clone' || start === 'clone',
  };
}

interface Sharing {
  readonly users: ReadonlyMap<string, readonly Draft[]>;
  readonly widest: ReadonlyMap<string, number>;
  /** By key; each is made once. */
  readonly templates: Map<string, TemplatePlan>;
  readonly repeat: number;
}

function settle(draft: Draft, { users, widest, templates, repeat }: Sharing): PlannedStart {
  if (draft.kind === 'cold') return draft;
  const sharing = (users.get(draft.key) ?? []).filter((other) => other.kind === 'clone');
  const isShared = sharing.length * repeat > 1;
  if (draft.ownArgs.length > 0 && !isShared && !draft.isDemanded)
    return {
      kind: 'cold',
      reason: `no other test has its QEMU arguments ${draft.ownArgs.join(' ')}, which cannot be plugged in`,
    };
  const template = templates.get(draft.key) ?? {
    ...draft.template,
    slots: slotsFor(widest.get(draft.key) ?? pluggedIn(draft)),
  };
  templates.set(draft.key, template);
  return { kind: 'clone', template, devices: draft.devices, reason: describeClone(draft, sharing.length) };
}

/** Most suites need no more. */
const usualSlots = 2;

/** Two, four, eight and so on, so that few templates differ in nothing else. A slot that stays empty costs little. */
function slotsFor(devices: number): number {
  let slots = usualSlots;
  while (slots < devices) slots *= 2;
  return slots;
}

/** The numbers of slots that serve instead of another: of the same template for more devices. The fewest come first. */
export function slotsThatServe(slots: number): readonly number[] {
  const more = Array.from({ length: 8 }, (_, doublings) => slots * 2 ** doublings);
  return more.filter((each) => each <= mostSlots || each === slots);
}

/** As many root ports as there are numbers for the devices of a bus. */
const mostSlots = 32;

function describeClone({ ownArgs, devices, models }: CloneDraft, sharing: number): string {
  const base =
    ownArgs.length > 0
      ? `a template of its own (${sharing} ${sharing === 1 ? 'test' : 'tests'}) with ${ownArgs.join(' ')}`
      : "the cell's template";
  const plugged = [...devices.map((device) => device.split(',')[0] ?? device), ...models];
  return plugged.length === 0 ? base : `${base}, with ${plugged.join(', ')} plugged in`;
}
