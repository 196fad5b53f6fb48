/** What a path in a package or an image is for. */
export interface KernelFile {
  readonly kind: /** Below `lib/modules/RELEASE`. */
    | 'modules'
    /** What modules are built with: below `usr/src`, and Debian's programs for it. */
    | 'headers'
    /** Kept only if its content is a kernel's. */
    | 'other';
  /** Where the root of such a kernel's system lies: `data/kernels/6.6`, usually the top. */
  readonly root: readonly string[];
}

/** Also below another directory: images hold kernels at `data/kernels/6.6/lib/modules/…`. */
export function kernelFileAt(steps: readonly string[]): KernelFile {
  for (let at = 0; at + 2 < steps.length; at++) {
    const [first, second = '', third = ''] = steps.slice(at);
    const root = steps.slice(0, at);
    if (first === 'lib' && second === 'modules') return { kind: 'modules', root: withoutUsr(root) };
    if (first === 'usr' && second === 'src' && /^(linux|kernels$)/.test(third)) return { kind: 'headers', root };
    if (first === 'usr' && second === 'lib' && third.startsWith('linux-kbuild-')) return { kind: 'headers', root };
  }
  return { kind: 'other', root: [] };
}

function withoutUsr(root: readonly string[]): readonly string[] {
  return root.at(-1) === 'usr' ? root.slice(0, -1) : root;
}

/** From the boot sector to the setup header's magic number, which every x86 kernel image has (boot.rst). */
export const sniffBytes = 0x250;

export function looksLikeKernel(start: Uint8Array): boolean {
  return start.length >= sniffBytes && Buffer.from(start.subarray(0x202, 0x206)).toString('latin1') === 'HdrS';
}

/**
 * A link's target, if following it cannot lead out of the tree, with an absolute one made relative to the tree's root;
 * undefined: it might lead out. `..` is allowed only at the beginning: there the directories are real ones, so it leads
 * where it says. Behind the name of another link, it would not. @param directory the steps of the link's directory
 */
export function linkInside(directory: readonly string[], target: string): string | undefined {
  const steps = target.split('/').filter((step) => step !== '' && step !== '.');
  const ups = steps.findIndex((step) => step !== '..');
  const names = ups === -1 ? [] : steps.slice(ups);
  if (names.includes('..') || target.includes('\0')) return undefined;
  if (target.startsWith('/')) {
    if (ups !== 0) return undefined;
    return [...directory.map(() => '..'), ...names].join('/') || '.';
  }
  const count = ups === -1 ? steps.length : ups;
  return count > directory.length ? undefined : [...steps.slice(0, count), ...names].join('/') || '.';
}
