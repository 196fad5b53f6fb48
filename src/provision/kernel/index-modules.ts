import type { ProvisionContext } from '../provision-context.ts';
import { refuseShortage } from '../host-shortage.ts';
import { ProvisionError } from '../provisioned.ts';
import { inEnglish, lastLines, runRequired } from '../required-program.ts';
import { provideTools } from '../tools.ts';

/**
 * Writes the index of `directory/lib/modules/RELEASE`: `modules.dep` and its like. They are normally made when a
 * package is installed, and we do not install. @throws ProvisionError when that is impossible
 */
export async function indexModules(directory: string, release: string, context: ProvisionContext): Promise<void> {
  const { depmod } = await provideTools(context);
  const { exitCode, output } = await runRequired([...depmod, '--basedir', directory, release], {
    signal: context.signal,
    env: inEnglish(),
  });
  if (exitCode === 0) return;
  refuseShortage(output, { root: context.store.root, during: `indexing the modules of ${release}` });
  throw new ProvisionError(`depmod failed on the modules of ${release}:\n${lastLines(output)}`);
}
