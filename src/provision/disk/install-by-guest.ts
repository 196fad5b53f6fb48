import type { ProvisionContext } from '../provision-context.ts';
import { ProvisionError } from '../provisioned.ts';
import { lastLines } from '../required-program.ts';
import type { WorkInGuest } from './guest-work.ts';
import type { Installation } from './installation.ts';
import installing from './install-in-guest.sh?raw';
import packagesInRoot from './packages-in-root.sh?raw';

/** An emulated guest took 2 s for each of 130 packages; a slow and busy host takes ten times as long. */
const timeoutMs = { atLeast: 20 * 60_000, forEach: 20_000 };

/**
 * Has a guest install the packages that are unpacked in an image. @returns what the script said when it failed;
 * undefined: it has not @throws ProvisionError when the guest did not come to its end
 */
export async function installByGuest(
  {
    title,
    arch,
    distribution,
    image,
    count,
  }: Pick<Installation, 'title' | 'arch' | 'distribution' | 'image' | 'count'>,
  { progress, signal }: ProvisionContext,
  workInGuest: WorkInGuest,
): Promise<string | undefined> {
  const counter = countInstalled(count);
  const outcome = await workInGuest({
    ...{ arch, distribution, image, signal },
    script: `#!/bin/sh\ncount=${count}\n${packagesInRoot}\n${installing}`,
    timeoutMs: timeoutMs.atLeast + count * timeoutMs.forEach,
    onLine: (line) => {
      const detail = counter(line);
      if (detail !== undefined) progress({ kind: 'step', what: title, detail });
    },
  });
  if (outcome.kind === 'ended') return outcome.exitStatus === 0 ? undefined : outcome.output;
  const said = lastLines(outcome.output, 10);
  throw new ProvisionError(
    `The packages of ${title} could not be installed by a machine for ${arch.debian}: ${outcome.failure}` +
      (said === '' ? '.' : `:\n${said}`),
    { hint: 'Try again' },
  );
}

/** Steps are told so often, of all packages. */
const stepsOf = 5;

/** How far dpkg is, from its lines: `80 of 131 packages configured`; undefined: that was told, or is not worth it. */
export function countInstalled(count: number): (line: string) => string | undefined {
  const done = { unpacked: 0, configured: 0 };
  const everyOf = Math.max(1, Math.ceil(count / stepsOf));
  return (line) => {
    const kind = line.startsWith('Unpacking ') ? 'unpacked' : line.startsWith('Setting up ') ? 'configured' : undefined;
    if (kind === undefined) return undefined;
    const number = ++done[kind];
    return number % everyOf === 0 || number === count ? `${number} of ${count} packages ${kind}` : undefined;
  };
}
