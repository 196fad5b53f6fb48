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
  /** Both are the least: the kernel adds entries to tables of jumps, as many as it needs. */
  readonly grows: boolean;
  /** Undefined: the section has no code, or it lies behind a table that grows. */
  readonly placeOf: (section: number, offset: number) => LoadedPlace | undefined;
}

/** On arm64 and riscv64: jumps to what is too far for a call, and to the tracer. */
const growing = /^(?:\.init)?\.plt$|\.ftrace_trampoline$/;

/**
 * The loader puts the sections with code first, in the order of the file, those of `.init` apart: `layout_sections` in
 * the kernel's `kernel/module/main.c`, the same from 5.10 to 7.x.
 */
export function codeLayout(sections: readonly ElfSection[]): CodeLayout {
  const starts = new Map<number, LoadedPlace>();
  const used = { text: 0, init: 0 };
  const grown = new Set<LoadedPlace['part']>();
  for (const { index, name, flags, sizeBytes, alignBytes } of sections) {
    const part = name.startsWith('.init') ? 'init' : 'text';
    if (growing.test(name)) grown.add(part);
    if ((flags & (allocated | executable)) !== (allocated | executable) || grown.has(part)) continue;
    const offset = alignUp(used[part], Math.max(1, alignBytes));
    starts.set(index, { part, offset });
    used[part] = offset + sizeBytes;
  }
  return {
    textBytes: toPages(used.text),
    initBytes: toPages(used.init),
    grows: grown.size > 0,
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
