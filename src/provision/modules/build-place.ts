import { join } from 'node:path';
import { architectureOf } from '../../architecture/architectures.ts';
import { environmentOnly } from '../../host/environment.ts';
import { kindOfFile } from '../../host/files/file-facts.ts';
import { crossPrefix } from '../compiler/cross-compiler.ts';
import type { ModuleCompiler } from '../compiler/module-compiler.ts';
import { buildDirectoryOf } from '../kernel/headers.ts';
import type { KernelHeaders } from '../provisioned.ts';

/** Where one directory of modules is built, and with what. */
export interface BuildPlace {
  readonly headers: KernelHeaders;
  readonly compiler: ModuleCompiler;
  /** A build directory of the kernel for Makefiles and scripts: `make -C` works in it. */
  readonly kernelDirectory: string;
  /** The staged sources, laid out as in the project. */
  readonly tree: string;
  /** The directory to build, relative to the tree. */
  readonly directory: string;
  /** Directories that were built before. This one may use their symbols. */
  readonly earlier: readonly string[];
  /** Further lists of symbols that it may use: absolute paths of files such as `Module.symvers`. */
  readonly symbols: readonly string[];
  /** Variables for make, as `NAME=VALUE`, from `info/modules`. */
  readonly variables: readonly string[];
}

/**
 * make's arguments that name the headers and the compiler. Headers work where they were unpacked if the host can start
 * their programs, otherwise in the directory with launchers.
 */
export function headersArgs({ headers, compiler, kernelDirectory }: BuildPlace): readonly string[] {
  if (compiler.starter === undefined) return [...headers.makeArgs, ...compiler.makeArgs];
  return ['-C', kernelDirectory, ...headersVariables(headers), ...compiler.makeArgs];
}

/** Without the place of the output, which the Makefile of each directory names by itself. */
export function headersVariables({ makeArgs }: KernelHeaders): readonly string[] {
  return makeArgs.filter((word) => /^[A-Za-z_]\w*=/.test(word) && !word.startsWith('KBUILD_OUTPUT='));
}

/** The names by which Makefiles know the kernel's build directory and its release. */
const directoryNames = ['KDIR', 'KERNELDIR', 'KERNEL_DIR', 'KERNEL_SRC', 'KERNEL_BUILD', 'KSRC'];
const releaseNames = ['KVERSION', 'KVER', 'KVERS', 'BUILD_KERNEL'];

/** What a Makefile would else look up for the running kernel. The variables of `info/modules` come last, and win. */
export function locationVariables({
  headers,
  kernelDirectory,
  tree,
  directory,
  variables,
}: BuildPlace): readonly string[] {
  return [
    // Not only in the environment: there, a shell that starts make puts its own.
    `PWD=${join(tree, directory)}`,
    ...directoryNames.map((name) => `${name}=${kernelDirectory}`),
    ...releaseNames.map((name) => `${name}=${headers.release}`),
    ...variables,
  ];
}

/** Debug information and `__FILE__` get paths relative to the project; the symbols of earlier directories are known. */
export function compilerVariables(place: BuildPlace): readonly string[] {
  const mapping = pathMapping(place).map(([from, to]) => `-ffile-prefix-map=${from}=${to}`);
  const flags = mapping.join(' ');
  const earlier = place.earlier.map((path) => join(place.tree, path, 'Module.symvers'));
  const symbols = [...place.symbols, ...earlier].join(' ');
  return [
    `KCFLAGS=${[...place.compiler.flags, ...mapping].join(' ')}`,
    `KAFLAGS=${flags}`,
    `KBUILD_EXTRA_SYMBOLS=${symbols}`,
  ];
}

/**
 * Path prefixes for the compiler to replace; if several match, gcc uses the last. So a module does not depend on the
 * store's path.
 */
function pathMapping({ headers, kernelDirectory, tree }: BuildPlace): (readonly [from: string, to: string])[] {
  const { unpackedRoot = '' } = headers;
  const own = buildDirectoryOf(headers);
  const installed = own.slice(unpackedRoot.length);
  const root: (readonly [string, string])[] = unpackedRoot === '' ? [] : [[`${unpackedRoot}/`, '/']];
  // The compiler's working directory becomes empty, so that debuggers prepend nothing to the project's paths.
  const directories = [...new Set([own, kernelDirectory])].flatMap((path): (readonly [string, string])[] => [
    [path, ''],
    [`${path}/`, `${installed}/`],
  ]);
  return [...root, ...directories, [`${tree}/`, '']];
}

/**
 * The environment of programs that build. make's own variables, ARCH or KBUILD_… of our environment would change the
 * build. `PWD` is the directory of the module, as if the author had changed to it.
 */
export function buildEnvironment(
  { compiler, tree, directory }: Pick<BuildPlace, 'compiler' | 'tree' | 'directory'>,
  more: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const own = { LC_ALL: 'C', PWD: join(tree, directory), ...compiler.env, ...more };
  return environmentOnly(['PATH', 'HOME', 'TMPDIR'], own);
}

/** What `info/build` and the scripts of a `dkms.conf` are told about the kernel. */
export function kernelEnvironment({
  headers,
  compiler,
  kernelDirectory,
}: Pick<BuildPlace, 'headers' | 'compiler' | 'kernelDirectory'>): Readonly<Record<string, string>> {
  const config = join(kernelDirectory, '.config');
  const prefix = crossPrefix(headers.arch);
  return {
    QDT_KERNEL_RELEASE: headers.release,
    QDT_KERNEL_DIR: kernelDirectory,
    ...(kindOfFile(config) === 'file' ? { QDT_KERNEL_CONFIG: config } : {}),
    QDT_ARCH: headers.arch,
    CC: compiler.command,
    ...(prefix === '' ? {} : { ARCH: architectureOf(headers.arch).kbuild }),
    CROSS_COMPILE: prefix,
    KDIR: kernelDirectory,
    KERNELDIR: kernelDirectory,
    KVERSION: headers.release,
    // Only here: on the command line it would also be kbuild's own.
    KERNELVERSION: headers.release,
  };
}
