import { environmentVariable, isSuperuser } from '../../host/environment.ts';
import { runCommand } from '../../host/process/command.ts';
import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError } from '../provisioned.ts';

/**
 * Words before a command that makes a root file system: with mounts of its own, and for an ordinary user with a user
 * namespace. `title`: the image's name for the user. @throws ProvisionError where users may not have one
 */
export async function confinementOf(title: string, context: ProvisionContext): Promise<readonly string[]> {
  return isSuperuser() ? await ownMounts(context) : await ownUsers(title, context);
}

/** The scripts of packages see nothing of the user's: a TMPDIR, for one, is not there in the new root. */
export function ownEnvironment(): Readonly<Record<string, string>> {
  return { PATH: environmentVariable('PATH') ?? '', LC_ALL: 'C' };
}

/** So that nothing stays mounted. A container may not allow it; then nothing is mounted. */
async function ownMounts({ signal }: ProvisionContext): Promise<readonly string[]> {
  const own = ['unshare', '--mount'] as const;
  const { exitCode } = await runCommand([...own, 'true'], { signal });
  return exitCode === 0 ? own : [];
}

async function ownUsers(title: string, { signal }: ProvisionContext): Promise<readonly string[]> {
  const own = ['unshare', '--map-root-user', '--mount'] as const;
  const { exitCode, output } = await runCommand([...own, 'true'], { signal });
  if (exitCode === 0) return own;
  throw new ProvisionError(`${title}: this host does not let users make a user namespace: ${output.trim()}.`, {
    hint:
      'Allow it (on Ubuntu: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0), or make the image as ' +
      'root once: the store keeps it',
  });
}
