import { join } from 'node:path';
import { writeFileAt } from '../../../host/files/file-changes.ts';
import { readTextIfThere } from '../../../host/files/file-facts.ts';
import type { ProvisionContext } from '../../provision-context.ts';
import { ProvisionError } from '../../provisioned.ts';
import { parseConfig } from './config-values.ts';
import { readKconfig } from './kconfig-tree.ts';
import type { KernelBuild } from './kernel-build.ts';
import { runMake } from './run-make.ts';
import { unmetWishes } from './unmet-wishes.ts';
import { fragmentText, wantedConfig } from './wanted-config.ts';

/**
 * Writes the configuration of a build, and lets kbuild complete it. @throws ProvisionError when something that was
 * asked for did not survive: it names each symbol and its unmet dependency
 */
export async function configureKernel(build: KernelBuild, context: ProvisionContext): Promise<void> {
  const { title, tree, output, config, flavours, wishes } = build;
  const wanted = wantedConfig({ flavours, wishes, isSmall: config === undefined });
  const fragment = join(output, 'qdt.config');
  writeFileAt(fragment, fragmentText(wanted));
  if (config === undefined)
    await runMake(build, { targets: [`KCONFIG_ALLCONFIG=${fragment}`, 'allnoconfig'], during: 'configuring' }, context);
  else {
    writeFileAt(join(output, '.config'), `${readOwnConfig(config)}\n${fragmentText(wanted)}`);
    await runMake(build, { targets: ['olddefconfig'], during: 'configuring' }, context);
  }
  const values = parseConfig(readTextIfThere(join(output, '.config')) ?? '');
  const unmet = unmetWishes(wanted, values, () => readKconfig(tree));
  if (unmet.length === 0) return;
  throw new ProvisionError(
    [`${title}: the kernel's configuration cannot have what is asked for:`, ...unmet].join('\n  '),
    { hint: 'Add what is missing to info/kernel-config of the suite, or leave out what needs it' },
  );
}

function readOwnConfig(path: string): string {
  const text = readTextIfThere(path);
  if (text === undefined) throw new ProvisionError(`${path}: expected a configuration (.config), found nothing there.`);
  if (parseConfig(text).size > 0) return text;
  throw new ProvisionError(`${path}: expected a configuration (.config), found no line such as CONFIG_PCI=y.`);
}
