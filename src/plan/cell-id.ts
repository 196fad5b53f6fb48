import { basename } from 'node:path';
import type { ArchitectureName } from '../architecture/architecture.ts';
import { architectureOf, usualArchitecture } from '../architecture/architectures.ts';
import { fetchedSlug } from './fetched-kernel-id.ts';
import { labelOfFlavours } from './kernel-flavours.ts';
import type { Cell, KernelSpec } from './plan.ts';

type CellWithoutId = Omit<Cell, 'id'>;

/**
 * An id for each cell, in order: kernel, machine, and whatever else distinguishes cells. Ids are unique even where file
 * names ignore case, and the same cells always get the same ids.
 */
export function cellIds(cells: readonly CellWithoutId[]): readonly string[] {
  let ids = cells.map((cell) => `${kernelSlug(cell)}-${cell.machine.name}`);
  for (const qualified of [withQemu, withKernelPath]) {
    ids = ids.map((id, index) => qualifiedId(qualified, { id, index, ids, cells }));
  }
  return numberRepeated(ids);
}

/** The properties that make two cells equal. */
export function cellIdentity({ kernel, machine, qemu }: CellWithoutId): string {
  return JSON.stringify([kernel.kind, kernelIdentity(kernel), machine.name, machine.args, qemuIdentity({ qemu })]);
}

function kernelIdentity(kernel: KernelSpec): readonly unknown[] {
  switch (kernel.kind) {
    case 'distribution':
      return [kernel.distribution, kernel.series, kernel.flavour, kernel.arch];
    case 'path':
      return [kernel.image, kernel.modules];
    case 'packages':
      return [kernel.format, kernel.files];
    case 'image':
      return [kernel.file];
    case 'container':
      return [kernel.image];
    case 'source':
      return [kernel.source, kernel.flavours];
  }
}

interface Candidate {
  readonly id: string;
  readonly index: number;
  readonly ids: readonly string[];
  readonly cells: readonly CellWithoutId[];
}

/** A part is added only if it differs among the cells that would share the id. */
function qualifiedId(qualify: (cell: CellWithoutId) => string, { id, index, ids, cells }: Candidate): string {
  const sharing = cells.filter((_, other) => sameName(ids[other] ?? '', id));
  const own = cells[index];
  if (own === undefined || new Set(sharing.map(qualify)).size < 2) return id;
  const part = qualify(own);
  return part === '' ? id : `${id}-${part}`;
}

function withQemu({ qemu }: CellWithoutId): string {
  switch (qemu.kind) {
    case 'distribution':
      return `qemu-${slug(`${qemu.distribution}-${qemu.suite}`)}`;
    case 'default':
      return 'qemu-default';
    case 'host':
      return 'qemu-host';
    case 'path':
      return `qemu-${slug(qemu.text)}`;
  }
}

/** As written, not absolute, so that it is the same in every checkout. */
function withKernelPath({ kernel }: CellWithoutId): string {
  return kernel.kind === 'distribution' ? '' : slug(kernel.text);
}

function numberRepeated(ids: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return ids.map((id) => {
    let unique = id;
    for (let number = 2; taken.has(unique.toLowerCase()); number++) unique = `${id}-${number}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}

function kernelSlug({ kernel }: CellWithoutId): string {
  switch (kernel.kind) {
    case 'distribution':
      return [kernel.distribution, kernel.series, ...flavourPart(kernel.flavour), ...archPart(kernel.arch)].join('-');
    case 'path':
      return slug(basename(kernel.image)) || 'kernel';
    case 'packages':
    case 'image':
    case 'container':
      return slug(fetchedSlug(kernel)) || 'kernel';
    case 'source':
      return sourceSlug(kernel);
  }
}

function flavourPart(flavour: string): readonly string[] {
  return flavour === 'generic' ? [] : [flavour];
}

/** Only what is not usual is named. */
function archPart(arch: ArchitectureName): readonly string[] {
  return arch === usualArchitecture ? [] : [architectureOf(arch).debian];
}

/** `debian-6.12-kasan-lockdep`, `linux-plain`: what is built, and how. */
function sourceSlug({ source, flavours }: Extract<KernelSpec, { readonly kind: 'source' }>): string {
  const name = source.kind === 'tree' ? basename(source.path) : `${source.distribution}-${source.series}`;
  return `${slug(name) || 'kernel'}-${labelOfFlavours(flavours)}`;
}

/** A short text that is safe in a file name. The end of a path says more than its beginning. */
function slug(text: string): string {
  return text
    .replaceAll(/[^A-Za-z0-9._-]+/g, '-')
    .slice(-60)
    .replace(/^[.-]+/, '');
}

function qemuIdentity({ qemu }: Pick<CellWithoutId, 'qemu'>): readonly string[] {
  switch (qemu.kind) {
    case 'distribution':
      return [qemu.kind, qemu.distribution, qemu.suite];
    case 'default':
    case 'host':
      return [qemu.kind];
    case 'path':
      return [qemu.kind, qemu.path];
  }
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
