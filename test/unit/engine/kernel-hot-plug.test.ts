import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hearsOfDevices } from '../../../src/engine/kernel-hot-plug.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

const configOf = (text: string): string => {
  const path = join(temporaryDirectory(), 'config');
  writeFileSync(path, text);
  return path;
};

it.each([
  ['riscv64', '# CONFIG_HOTPLUG_PCI is not set\n', false],
  ['riscv64', 'CONFIG_HOTPLUG_PCI_PCIE=y\n', true],
  ['aarch64', '# CONFIG_HOTPLUG_PCI_PCIE is not set\n', false],
  // ACPI tells it of them.
  ['x86_64', '# CONFIG_HOTPLUG_PCI_PCIE is not set\n', true],
] as const)('a kernel for %s with %j hears of devices: %s', (arch, text, hears) => {
  expect(hearsOfDevices({ arch, config: configOf(text) })).toBe(hears);
});

it('a kernel whose configuration is not known is taken for one that does', () => {
  expect(hearsOfDevices({ arch: 'riscv64' })).toBe(true);
});
