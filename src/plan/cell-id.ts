import { basename } from 'node:path';
import type { Cell } from './plan.ts';

type CellWithoutId = Omit<Cell, 'id'>;

/**
 * An id for each cell, in their order: kernel and machine, and what else it takes to tell two cells apart.
 * No two are the same, not even where file names ignore case; the same cells get the same ids again.
 */
export function cellIds(cells: readonly CellWithoutId[]): readonly string[] {
  let ids = cells.map((cell) => `${kernelSlug(cell)}-${cell.machine.name}`);
  for (const qualified of [withQemu, withKernelPath]) {
    ids = ids.map((id, index) => qualifiedId(qualified, { id, index, ids, cells }));
  }
  return numberRepeated(ids);
}

/** What makes two cells the same one. */
export function cellIdentity({ kernel, machine, qemu }: CellWithoutId): string {
  const kernelIdentity =
    kernel.kind === 'path' ? [kernel.image, kernel.modules] : [kernel.distribution, kernel.series, kernel.flavour];
  return JSON.stringify([kernel.kind, kernelIdentity, machine.name, machine.args, qemuIdentity({ qemu })]);
}

interface Candidate {
  readonly id: string;
  readonly index: number;
  readonly ids: readonly string[];
  readonly cells: readonly CellWithoutId[];
}

/** A part is added only where it differs among the cells that would share the id. */
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

/** As written rather than absolute: the same in every checkout. */
function withKernelPath({ kernel }: CellWithoutId): string {
  return kernel.kind === 'path' ? slug(kernel.text) : '';
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
      return `${kernel.distribution}-${kernel.series}${kernel.flavour === 'generic' ? '' : `-${kernel.flavour}`}`;
    case 'path':
      return slug(basename(kernel.image)) || 'kernel';
  }
}

/** Safe as a part of a file name, and short: the end of a path tells more than its beginning. */
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
