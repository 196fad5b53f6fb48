import type { KernelFlavour } from '../../../plan/kernel-flavours.ts';
import type { ConfigWish } from '../../../plan/config-wish.ts';
import type { BuildTools } from './build-tools.ts';

/** A kernel to be built out of its tree. Paths are absolute. */
export interface KernelBuild {
  /** Its name for the user: `debian:6.12+kasan → 6.12.117-1`. */
  readonly title: string;
  readonly tree: string;
  /** kbuild's `O=`: an existing directory. */
  readonly output: string;
  readonly flavours: readonly KernelFlavour[];
  readonly wishes: readonly ConfigWish[];
  /** A whole configuration of the user's; undefined: the small one. */
  readonly config: string | undefined;
  readonly tools: BuildTools;
}

/** A call of make for a build. */
export function makeCommand(
  { tree, output, tools }: KernelBuild,
  targets: readonly string[],
): readonly [string, ...string[]] {
  return [
    'make',
    `-j${tools.jobs}`,
    '-C',
    tree,
    `O=${output}`,
    'ARCH=x86_64',
    'CROSS_COMPILE=',
    ...tools.variables,
    // Paths in debug information are then those in the tree, wherever it was built.
    `KCFLAGS=${pathMaps(tree, output)}`,
    `KAFLAGS=${pathMaps(tree, output)}`,
    ...targets,
  ];
}

function pathMaps(tree: string, output: string): string {
  return [`-fdebug-prefix-map=${tree}/=`, `-fdebug-prefix-map=${output}=`].join(' ');
}
