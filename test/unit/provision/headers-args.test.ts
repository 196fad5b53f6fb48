import { join } from 'node:path';
import { expect, it } from 'vitest';
import { unpackedHeadersArgs } from '../../../src/provision/kernel/headers.ts';
import { temporaryDirectory } from '../temporary-directory.ts';
import { writeTree } from './write-tree.ts';

it('unpacked headers work in place', () => {
  const root = temporaryDirectory();
  const own = join(root, 'usr/src/linux-headers-6.1.0-56-amd64');
  writeTree(own, {
    Makefile: 'include /usr/src/linux-headers-6.1.0-56-common/Makefile\n',
    '.kernelvariables':
      'override ARCH = x86\nCCACHE = ccache\nCC = $(if $(DEBIAN_KERNEL_USE_CCACHE),$(CCACHE)) $(CROSS_COMPILE)gcc-99\n',
  });
  expect(unpackedHeadersArgs(root, own)).toEqual([
    '-C',
    own,
    '-f',
    join(root, 'usr/src/linux-headers-6.1.0-56-common/Makefile'),
    'CONFIG_DEBUG_INFO_BTF_MODULES=',
  ]);
});

it('headers that are whole in themselves need no other Makefile', () => {
  const root = temporaryDirectory();
  writeTree(root, { 'own/Makefile': 'all:\n' });
  expect(unpackedHeadersArgs(root, join(root, 'own'))).toEqual([
    '-C',
    join(root, 'own'),
    'CONFIG_DEBUG_INFO_BTF_MODULES=',
  ]);
});

it('headers since 6.13 are told where their built files lie', () => {
  const root = temporaryDirectory();
  const own = join(root, 'usr/src/linux-headers-7.3.4+deb13-amd64');
  writeTree(own, {
    Makefile:
      'KBUILD_OUTPUT=/usr/src/linux-headers-7.3.4+deb13-amd64\n' +
      'include /usr/src/linux-headers-7.3.4+deb13-common/Makefile\n',
  });
  expect(unpackedHeadersArgs(root, own)).toContain(`KBUILD_OUTPUT=${own}`);
});
