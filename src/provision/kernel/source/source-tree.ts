import { join } from 'node:path';
import { filesIn, kindOfFile, readTextIfThere } from '../../../host/files/file-facts.ts';
import { GitMissing, runGit } from '../../../host/git.ts';
import type { KernelSource } from '../../../plan/plan.ts';
import { shellJoin } from '../../../text/shell-quote.ts';
import type { ProvisionContext } from '../../provision-context.ts';
import { ProvisionError } from '../../provisioned.ts';

export type TreeSource = Extract<KernelSource, { readonly kind: 'tree' }>;

/** @throws ProvisionError when the path is no kernel tree, or was built in, which kbuild would refuse later */
export function requireCleanTree(text: string, { path }: TreeSource): void {
  const kind = kindOfFile(path);
  if (kind !== 'directory')
    throw new ProvisionError(
      `${text}: expected the source tree of a kernel at ${path}, ` +
        `found ${kind === 'nothing' ? 'nothing' : `a ${kind}`}.`,
    );
  const makefile = readTextIfThere(join(path, 'Makefile')) ?? '';
  if (!/^VERSION = \d+$/m.test(makefile) || kindOfFile(join(path, 'arch/x86/Kconfig')) !== 'file')
    throw new ProvisionError(
      `${text}: expected the source tree of a kernel, found no ${
        makefile === '' ? 'Makefile' : 'VERSION in its Makefile, or no arch/x86/Kconfig'
      }.`,
      { hint: 'Give the directory at the top of the checkout, with MAINTAINERS in it' },
    );
  const left = builtIn.find((name) => kindOfFile(join(path, name)) !== 'nothing');
  if (left === undefined) return;
  throw new ProvisionError(
    `${text}: a kernel was configured or built in this tree (it has ${left}), so kbuild refuses to build elsewhere.`,
    {
      hint:
        `Clean it, which removes its .config and objects: make ${shellJoin(['-C', path])} ARCH=x86_64 mrproper. ` +
        `Or test what was built there: --kernel ${shellJoin([join(path, 'arch/x86/boot/bzImage')])}`,
    },
  );
}

/** By these kbuild knows a tree that is not clean (Linux Makefile, outputmakefile). */
const builtIn = ['.config', 'include/config', 'arch/x86/include/generated'];

/** `v6.12-3-g0123456789ab-dirty`; undefined: no repository, or no git here. @throws the signal's reason */
export async function describeCommit(path: string, context: ProvisionContext): Promise<string | undefined> {
  if (!filesIn(path).some(({ name }) => name === '.git')) return undefined;
  try {
    const words = ['describe', '--always', '--dirty', '--abbrev=12'];
    const { exitCode, stdout } = await runGit(words, { cwd: path, signal: context.signal });
    const commit = stdout.trim();
    return exitCode === 0 && commit !== '' ? commit : undefined;
  } catch (error) {
    if (error instanceof GitMissing) return undefined;
    throw error;
  }
}
