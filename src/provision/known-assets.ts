import { architectureOf } from '../architecture/architectures.ts';
import type { Cell, KernelSpec } from '../plan/plan.ts';
import { knownPrograms, type ProgramSelection } from './apt/unpacked-selection.ts';
import { readDescription } from './apt/stored-packages.ts';
import { knownKernel } from './kernel/kernel-ref.ts';
import { qemuSelection } from './qemu/qemu.ts';
import { type AssetName, type AssetStore, directoryName } from './store/store.ts';
import { toolSelection } from './tools.ts';

/** Something that cells need fetched, as it was when it was looked up last. */
export interface KnownAsset {
  /** As the user knows it. */
  readonly title: string;
  /** `qemu`, `tools` or `kernel-debian-6.12`: one of each has a version at a time. */
  readonly product: string;
  readonly asset: AssetName;
  /** `11.1.3`, `6.1.0-56-amd64`, once it is in the store. */
  readonly version: (directory: string) => string | undefined;
}

/**
 * QEMU, kernels and tools of these cells, whether they are in the store or not; without what was never looked up.
 * @throws ProvisionError when a distribution has no such QEMU
 */
export function knownAssets(cells: readonly Cell[], store: AssetStore): readonly KnownAsset[] {
  const needed = cells.flatMap(({ kernel, qemu, arch }) => [
    ...knownQemu(qemu.text, qemuSelection(qemu, architectureOf(arch)), store),
    ...knownImage(kernel, store),
  ]);
  const all = [...needed, ...knownTools(store)];
  return [...new Map(all.map((known) => [directoryName(known.asset), known])).values()];
}

function knownQemu(text: string, selection: ProgramSelection | undefined, store: AssetStore): readonly KnownAsset[] {
  const asset = selection && knownPrograms(store, selection);
  return asset === undefined ? [] : [{ title: `QEMU ${text}`, product: 'qemu', asset, version: described('version') }];
}

/** They have no version of their own: it is that of what we take out of their packages. */
function knownTools(store: AssetStore): readonly KnownAsset[] {
  const selection = toolSelection();
  const asset = knownPrograms(store, selection);
  const version = (): string => `${selection.version}.0.0`;
  return asset === undefined ? [] : [{ title: 'tools', product: 'tools', asset, version }];
}

function knownImage(spec: KernelSpec, store: AssetStore): readonly KnownAsset[] {
  // What a user gives by address has no version that a tool cache could know it by.
  if (spec.kind !== 'distribution') return [];
  const asset = knownKernel(store, spec);
  if (asset === undefined) return [];
  const flavour = spec.flavour === 'generic' ? [] : [spec.flavour];
  const product = ['kernel', spec.distribution, spec.series, ...flavour].join('-');
  return [{ title: spec.text, product, asset, version: described('release') }];
}

function described(field: string): KnownAsset['version'] {
  return (directory) => {
    const value = readDescription(directory)[field];
    return typeof value === 'string' ? value : undefined;
  };
}
