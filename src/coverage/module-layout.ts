import type { ElfSection } from '../binary/elf-sections.ts';

const allocated = 2;
const executable = 4;
const pageBytes = 4096;

/** Where a byte of a module's code is when it is loaded: in the part that stays, or in the part that runs once. */
export interface LoadedPlace {
  readonly part: 'text' | 'init';
  readonly offset: number;
}

/** How the kernel's loader lays out the code of a module. */
export interface CodeLayout {
  readonly textBytes: number;
  readonly initBytes: number;
  /** Undefined: the section has no code. */
  readonly placeOf: (section: number, offset: number) => LoadedPlace | undefined;
}

/**
 * The loader puts the sections with code first, in the order of the file, those of `.init` apart: `layout_sections` in
 * the kernel's `kernel/module/main.c`, the same from 5.10 to 7.x.
 */
export function codeLayout(sections: readonly ElfSection[]): CodeLayout {
  const starts = new Map<number, LoadedPlace>();
  const used = { text: 0, init: 0 };
  for (const { index, name, flags, sizeBytes, alignBytes } of sections) {
    if ((flags & (allocated | executable)) !== (allocated | executable)) continue;
    const part = name.startsWith('.init') ? 'init' : 'text';
    const offset = alignUp(used[part], Math.max(1, alignBytes));
    starts.set(index, { part, offset });
    used[part] = offset + sizeBytes;
  }
  return {
    textBytes: toPages(used.text),
    initBytes: toPages(used.init),
    placeOf: (section, offset) => {
      const start = starts.get(section);
      return start && { part: start.part, offset: start.offset + offset };
    },
  };
}

/** Kernels differ in whether the size that they know is rounded. */
export function toPages(bytes: number): number {
  return alignUp(bytes, pageBytes);
}

function alignUp(bytes: number, to: number): number {
  return Math.ceil(bytes / to) * to;
}
