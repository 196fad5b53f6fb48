import type { ProvisionContext } from './provision-context.ts';
import { provideTools } from './tools.ts';

/**
 * A statically linked busybox for the guest. @throws ProvisionError when it is not in the store and cannot be fetched.
 */
export async function provideBusybox(
  context: ProvisionContext,
): Promise<{ readonly path: string; readonly sha256: string }> {
  return (await provideTools(context)).busybox;
}
