import { join } from 'node:path';
import { kindOfFile } from '../../host/files/file-facts.ts';
import { shellQuote } from '../../text/shell-quote.ts';
import { runRequired } from '../required-program.ts';
import { type BuildPlace, buildEnvironment, kernelEnvironment } from './build-place.ts';

/** How DKMS would build a directory. */
export interface DkmsBuild {
  /** The script to run first, with its arguments, relative to the directory; empty: there is none. */
  readonly preBuild: string;
  /** A line for bash, run in the directory. */
  readonly makeLine: string;
  /** Patches, which only DKMS applies. */
  readonly patches: string;
}

export type DkmsConf =
  | { readonly kind: 'none' }
  | { readonly kind: 'build'; readonly build: DkmsBuild }
  | { readonly kind: 'problem'; readonly output: string };

/** Where DKMS keeps its sources. Its make lines name it, so it is only a name here. */
const dkmsTree = '/var/lib/dkms';

/**
 * Reads a `dkms.conf` as DKMS does: by bash, with the variables that DKMS documents. `MAKE_MATCH` chooses among several
 * make lines by the kernel's release.
 */
const reader = `
dkms_tree=${dkmsTree}; source_tree=/usr/src; kernelver=$QDT_KERNEL_RELEASE
kernel_source_dir=$QDT_KERNEL_DIR; arch=$QDT_ARCH
. ./dkms.conf >&2 || exit
line=\${MAKE[0]-}
for index in "\${!MAKE_MATCH[@]}"; do
  [[ -n "\${MAKE_MATCH[index]}" && $kernelver =~ \${MAKE_MATCH[index]} ]] && line=\${MAKE[index]-}
done
printf '%s\\0' "\${PACKAGE_NAME-}" "\${PACKAGE_VERSION-}" "$line" "\${PRE_BUILD-}" "\${PATCH[*]-}"
`;

/** The `dkms.conf` of a staged directory. @throws ProvisionError when there is no bash */
export async function readDkmsConf(place: BuildPlace, signal: AbortSignal): Promise<DkmsConf> {
  const directory = join(place.tree, place.directory);
  if (kindOfFile(join(directory, 'dkms.conf')) !== 'file') return { kind: 'none' };
  const { headers, kernelDirectory } = place;
  const { exitCode, stdout, output } = await runRequired(['bash', '-c', reader], {
    cwd: directory,
    env: buildEnvironment(place, kernelEnvironment(place)),
    signal,
  });
  const [name, version, line, preBuild, patches] = stdout.split('\0');
  if (exitCode !== 0 || name === undefined || version === undefined || line === undefined)
    return {
      kind: 'problem',
      output: `${join(place.directory, 'dkms.conf')}:1: error: bash cannot read it\n${output}`,
    };
  const places = ['build', 'source'].map((part) => `${dkmsTree}/${name}/${version}/${part}`);
  const here = (text: string): string => places.reduce((result, path) => result.replaceAll(path, directory), text);
  return {
    kind: 'build',
    build: {
      preBuild: here(preBuild ?? ''),
      makeLine: makeLine(here(line), { directory, kernelDirectory, release: headers.release }),
      patches: patches ?? '',
    },
  };
}

interface MakePlace {
  readonly directory: string;
  readonly kernelDirectory: string;
  readonly release: string;
}

/** DKMS tells a line that starts with `make` the release, and has a line of its own where there is none. */
function makeLine(line: string, { directory, kernelDirectory, release }: MakePlace): string {
  const given = line.trim() === '' ? `make -C ${shellQuote(kernelDirectory)} M=${shellQuote(directory)}` : line.trim();
  return given.replace(/^make(?=\s|$)/, `make KERNELRELEASE=${release}`);
}
