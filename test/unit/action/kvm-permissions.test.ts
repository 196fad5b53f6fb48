import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { isRepairable, repairKvm, type KvmRepair } from '../../../src/action/kvm-permissions.ts';
import { probeKvm } from '../../../src/host/kvm.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const { signal } = new AbortController();
let place: string;
let repair: KvmRepair & Required<Pick<KvmRepair, 'places'>>;

/** A device that not even root can open: its directory is none, until a rule was triggered. */
beforeEach(() => {
  place = temporaryDirectory();
  for (const [path, content] of [
    ['dev', ''],
    ['cpuinfo', 'flags\t\t: fpu vmx\n'],
  ] as const)
    writeFileSync(join(place, path), content);
  mkdirSync(join(place, 'bin'));
  repair = {
    ruleFile: join(place, 'kvm.rules'),
    places: { device: join(place, 'dev/kvm'), cpuInfo: join(place, 'cpuinfo') },
  };
  program(
    'udevadm',
    `echo "$*" >> ${place}/udevadm.log; [ "$1" != trigger ] || { /bin/rm ${place}/dev; /bin/mkdir ` +
      `${place}/dev; : > ${place}/dev/kvm; }`,
  );
  vi.stubEnv('PATH', join(place, 'bin'));
});
afterEach(() => {
  vi.unstubAllEnvs();
});

function program(name: string, script: string): void {
  const path = join(place, 'bin', name);
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

describe('a device that may not be opened', () => {
  it('is opened by a rule where sudo asks for no password', async () => {
    program('sudo', '[ "$1" = -n ] || exit 1; shift; case $1 in sh) shift; exec /bin/sh "$@";; esac; exec "$@"');
    expect(isRepairable(probeKvm(repair.places))).toBe(true);
    expect(await repairKvm(signal, repair)).toEqual({ kind: 'promising' });
    expect(readFileSync(repair.ruleFile, 'utf8')).toBe(
      'KERNEL=="kvm", GROUP="kvm", MODE="0666", OPTIONS+="static_node=kvm"\n',
    );
    expect(readFileSync(join(place, 'udevadm.log'), 'utf8')).toBe(
      'control --reload-rules\ntrigger --settle --name-match=kvm\n',
    );
  });

  it.each([
    ['sudo asks for a password', 'echo "sudo: a password is required" >&2; exit 1'],
    ['sudo is not there', undefined],
  ])('stays closed where %s, with a message', async (_, sudo) => {
    if (sudo !== undefined) program('sudo', sudo);
    expect(await repairKvm(signal, repair)).toMatchObject({
      kind: 'unusable',
      reason: `${repair.places.device} may not be opened by this user (ENOTDIR)`,
    });
    expect([existsSync(repair.ruleFile), existsSync(join(place, 'udevadm.log'))]).toEqual([false, false]);
  });
});

it('a device that is not there is nothing to repair', () => {
  expect(isRepairable(probeKvm({ ...repair.places, device: join(place, 'no/kvm') }))).toBe(false);
});
