import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Architecture } from '../../src/architecture/architecture.ts';
import { withDistribution } from '../../src/provision/apt/distribution.ts';
import { releases } from '../../src/provision/apt/releases.ts';
import { providePackages } from '../../src/provision/apt/stored-packages.ts';
import type { ProvisionContext } from '../../src/provision/provision-context.ts';
import { runRequired } from '../../src/provision/required-program.ts';

/** Of the release that the project itself is developed on. */
export const rootSuites = ['bookworm', 'bookworm-security'];

/** A Debian, and what a host of ours needs (docs/provisioning.md) and `doctor` names. */
const packages = [
  ...['?essential', 'apt', 'gpgv', 'debian-archive-keyring', 'ca-certificates', 'python-apt-common'],
  ...['util-linux', 'xz-utils', 'kmod', 'make', 'gcc', 'libc6-dev', 'binutils', 'libelf1', 'libssl3'],
];

/** Packages are unpacked as they are, and nothing of them is run: another architecture's programs do not run here. */
const completion = `set -e
for name in bin sbin lib; do
  [ ! -L $name ] || continue
  mkdir -p usr/$name
  [ ! -d $name ] || cp -a $name/. usr/$name/
  rm -rf $name
  ln -s usr/$name $name
done
# As its maintainer's script would choose.
ln -sf mawk usr/bin/awk
mkdir -p dev proc sys run tmp etc/apt/apt.conf.d
`;

/** A root of a host with another architecture, in the store. @throws ProvisionError when it cannot be fetched */
export async function provideRoot({ debian }: Architecture, context: ProvisionContext): Promise<string> {
  const [release] = releases;
  const files = await withDistribution(context, release, { suites: rootSuites, architecture: debian }, (apt) =>
    apt.closure(packages),
  );
  return await providePackages(context, `a root for ${debian}`, { kind: 'outer-root', version: 1, files }, complete);
}

async function complete(root: string): Promise<object> {
  const { exitCode, output } = await runRequired(['sh', '-c', completion], { cwd: root });
  if (exitCode !== 0) throw new Error(`the root for the outer machine could not be completed:\n${output}`);
  writeFileSync(join(root, 'etc/passwd'), 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534::/:/bin/false\n');
  writeFileSync(join(root, 'etc/group'), 'root:x:0:\nnogroup:x:65534:\n');
  return {};
}
