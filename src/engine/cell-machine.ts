import { dirname } from 'node:path';
import { architectureOf } from '../architecture/architectures.ts';
import { diskFormat } from '../host/files/disk-file.ts';
import type { Accelerator, DiskImage, MachineSpec } from '../machine/machine-spec.ts';
import { hasSlots, spareSlots } from '../machine/qemu-arguments.ts';
import { mergeUserArguments } from '../machine/user-arguments.ts';
import { loadedModules } from '../plan/call-helper.ts';
import { modulesAtBoot, type TreePlan, treePlanOf, treePower, waits } from '../plan/device-tree.ts';
import type { Cell, PlannedTest } from '../plan/plan.ts';
import type { PlannedStart, TemplatePlan } from '../plan/start-plan.ts';
import { tuneParameter } from '../run/agent/stall-settings.ts';
import type { CloneStart } from '../run/agent/test-job.ts';
import type { Template } from '../run/template.ts';
import { busModulesOf } from './bus-supplies.ts';
import { imageParameters } from './image-parameters.ts';
import { machineBase, parametersOf } from './machine-base.ts';
import { treePathFor } from './tree-paths.ts';
import { presentModules } from './ledger-supplies.ts';
import type { CellSupplies } from './supplies.ts';

/** The machine of a cell's own boot: without a test's folder, arguments and disk. */
export function cellMachine(cell: Cell, supplies: CellSupplies, accelerator: Accelerator): MachineSpec {
  return {
    ...machineBase(supplies, accelerator),
    userArgs: [cell.machine.args],
    sharedFolder: undefined,
    diskImage: undefined,
  };
}

/** The machine of a template: the cell's machine plus the additions of the suite or of several tests. */
export function templateMachine(
  { cell, args, diskImage, imageInit, kernelModules: loaded, tree }: TemplatePlan,
  supplies: CellSupplies,
  accelerator: Accelerator,
): MachineSpec {
  const userArgs = [cell.machine.args, args];
  return {
    ...machineBase(supplies, accelerator),
    kernelParameters: [
      ...parametersFor(supplies, userArgs, presentModules(loaded, supplies)),
      ...imageParameters(imageInit, mergeUserArguments(userArgs).kernelParameters),
      ...treeParameters(tree),
    ],
    ...withTree({ cell, userArgs, tree }, supplies, accelerator),
    userArgs,
    sharedFolder: emptyFolder(supplies),
    diskImage: diskOf({ diskImage, imageInit }, supplies),
  };
}

/** The machine that a clone is restored into, with exactly the same arguments. Its own devices are plugged in later. */
export function cloneMachine(
  { cell, args, diskImage, imageInit, tree }: TemplatePlan,
  supplies: CellSupplies,
  accelerator: Accelerator,
): Omit<MachineSpec, 'sharedFolder'> {
  const userArgs = [cell.machine.args, args];
  return {
    ...machineBase(supplies, accelerator),
    ...withTree({ cell, userArgs, tree }, supplies, accelerator),
    userArgs,
    diskImage: diskOf({ diskImage, imageInit }, supplies),
  };
}

function withTree(
  user: Parameters<typeof treePathFor>[0],
  supplies: CellSupplies,
  accelerator: Accelerator,
): Pick<MachineSpec, 'deviceTree'> {
  const deviceTree = treePathFor(user, accelerator, supplies);
  return deviceTree === undefined ? {} : { deviceTree };
}

/**
 * However long it takes until the registers of its devices come, the kernel waits, in seconds. In an image that starts
 * itself, udev would load what it waits for.
 */
function treeParameters(tree: TreePlan | undefined): readonly string[] {
  return waits(tree) ? ['deferred_probe_timeout=86400', `modprobe.blacklist=${treePower}`] : [];
}

/** The start of a clone: from a machine that was saved for it, or for others with more devices. */
export function cloneStart(
  { template: plan, devices }: Pick<Extract<PlannedStart, { kind: 'clone' }>, 'template' | 'devices'>,
  template: Template,
): CloneStart {
  const { machine } = mergeUserArguments([plan.cell.machine.args, plan.args]);
  const usableSlots = plan.slots + spareSlots;
  const arch = architectureOf(plan.cell.arch);
  return { template, devices, hasSlots: hasSlots({ arch }, { machine }), usableSlots };
}

/** The folder is not mounted yet, so any directory will do. Each clone replaces it with its own. */
function emptyFolder({ archive }: CellSupplies): string | undefined {
  return archive.hasVirtFs ? dirname(archive.path) : undefined;
}

/** A test's machine without the folder, which is made when the test runs. */
export function testMachine(
  planned: PlannedTest,
  supplies: CellSupplies,
  accelerator: Accelerator,
): Omit<MachineSpec, 'sharedFolder'> {
  const { cell, suite, test, imageInit } = planned;
  const userArgs = [cell.machine.args, suite.qemuArgs, test.qemuArgs];
  const tree = treePlanOf(planned, supplies.trees ?? new Map());
  const modules = modulesAtBoot(loadedModules(suite, test, busModulesOf(planned, supplies)), tree);
  return {
    ...machineBase(supplies, accelerator),
    kernelParameters: [
      ...parametersFor(supplies, userArgs, presentModules(modules, supplies)),
      ...imageParameters(imageInit, mergeUserArguments(userArgs).kernelParameters),
      ...treeParameters(tree),
    ],
    ...withTree({ cell, userArgs, tree }, supplies, accelerator),
    userArgs,
    diskImage: diskOf(planned, supplies),
  };
}

/** With what the agent reads from them at its start: modules to load, and settings that most tests want. */
function parametersFor(
  { kernel, announces }: Pick<CellSupplies, 'kernel' | 'announces'>,
  userArgs: readonly (readonly string[])[],
  modules: readonly string[],
): readonly string[] {
  return [
    ...parametersOf(architectureOf(kernel.arch), announces),
    ...tuneParameter(mergeUserArguments(userArgs).kernelParameters),
    ...(modules.length === 0 ? [] : [`qdt.modules=${modules.join(',')}`]),
  ];
}

function diskOf(
  { diskImage, imageInit }: Pick<PlannedTest, 'diskImage' | 'imageInit'>,
  { disks }: Pick<CellSupplies, 'disks'>,
): DiskImage | undefined {
  if (diskImage === undefined) return undefined;
  const path = diskImage.kind === 'path' ? diskImage.path : disks?.get(diskImage.text);
  if (path === undefined) throw new Error(`Internal error: ${diskImage.text} was planned, but not provided`);
  return { path, format: diskFormat(path), ...(imageInit === undefined ? {} : { startsItself: true }) };
}
