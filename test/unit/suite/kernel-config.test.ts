import { describe, expect, it } from 'vitest';
import { parseKernelConfig } from '../../../src/suite/kernel-config.ts';

function parse(text: string): { readonly wishes: readonly string[]; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const wishes = parseKernelConfig({ path: '/s/info/kernel-config', text }, (file, line, { message }) =>
    problems.push(`${file}:${line ?? 0}: ${message}`),
  );
  return { wishes: wishes.map(({ symbol, value, line }) => `${line} ${symbol} ${value}`), problems };
}

describe('info/kernel-config', () => {
  it('is read as kbuild reads a fragment', () => {
    const text =
      '# needed for the tests\nCONFIG_I2C=y\nCONFIG_I2C_STUB=m  # a comment\n\n# CONFIG_PREEMPT is not set\n' +
      'CONFIG_NR_CPUS=4\nCONFIG_BASE=0x1F\nCONFIG_CMDLINE="a \\"b\\" # c"\nCONFIG_OFF=n\n';
    expect(parse(text)).toEqual({
      wishes: [
        '2 I2C y',
        '3 I2C_STUB m',
        '5 PREEMPT n',
        '6 NR_CPUS 4',
        '7 BASE 0x1F',
        '8 CMDLINE "a \\"b\\" # c"',
        '9 OFF n',
      ],
      problems: [],
    });
  });

  it('has each symbol once, and nothing else', () => {
    expect(parse('CONFIG_A=y\nI2C=y\nCONFIG_B=yes\nCONFIG_A=m\n').problems).toEqual([
      '/s/info/kernel-config:2: expected a line such as CONFIG_PCI_MSI=y, found "I2C=y"',
      '/s/info/kernel-config:3: expected a line such as CONFIG_PCI_MSI=y, found "CONFIG_B=yes"',
      '/s/info/kernel-config:4: "CONFIG_A" is repeated: it is already on line 1',
    ]);
  });
});
