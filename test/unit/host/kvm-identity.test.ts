import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { kvmIdentity } from '../../../src/host/kvm.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

it('the device for KVM is another one when it is made anew, or for other users, and none when it is gone', () => {
  const device = join(temporaryDirectory(), 'kvm');
  const identities = [kvmIdentity(device)];
  writeFileSync(device, '', { mode: 0o600 });
  identities.push(kvmIdentity(device));
  expect(kvmIdentity(device)).toBe(identities[1]);
  chmodSync(device, 0o666);
  identities.push(kvmIdentity(device));
  rmSync(device);
  expect(kvmIdentity(device)).toBe('');
  expect(new Set(identities).size).toBe(3);
});
