import { expect, it } from 'vitest';
import { parseKernelSpec } from '../../../src/plan/kernel-spec.ts';
import { formatPlanProblem } from '../../../src/plan/plan-problem.ts';

const accepted =
  '\n  hint: A kernel is DISTRIBUTION:SERIES such as debian:6.12, debian:6.12-cloud, debian:6.12-rt, ' +
  'ubuntu:24.04 or debian:6.12:arm64, ' +
  'a kernel that is built from source such as debian:6.12+kasan+lockdep or tree:PATH, or a path, ' +
  'optionally PATH,modules=DIR, or deb:, rpm:, url: or oci: (docs/kernels.md).';

it.each([
  ['debian:6.1', 'debian', '6.1', 'generic'],
  ['debian:6.12', 'debian', '6.12', 'generic'],
  ['debian:6.12-cloud', 'debian', '6.12', 'cloud'],
  ['debian:6.1-rt', 'debian', '6.1', 'rt'],
  ['ubuntu:7.0', 'ubuntu', '7.0', 'generic'],
])('reads %s as the kernel of a distribution', (text, distribution, series, flavour) => {
  expect(parseKernelSpec(text, '/work')).toEqual({
    kind: 'spec',
    spec: { kind: 'distribution', text, distribution, series, flavour, arch: 'x86_64' },
  });
});

it.each([
  ['debian:6.12:arm64', '6.12', 'generic', 'aarch64'],
  ['debian:6.12:amd64', '6.12', 'generic', 'x86_64'],
  ['debian:trixie-cloud:arm64', 'trixie', 'cloud', 'aarch64'],
  ['debian:trixie:riscv64', 'trixie', 'generic', 'riscv64'],
])('reads %s as the kernel of an architecture', (text, series, flavour, arch) => {
  expect(parseKernelSpec(text, '/work')).toEqual({
    kind: 'spec',
    spec: { kind: 'distribution', text, distribution: 'debian', series, flavour, arch },
  });
});

it.each([
  ['bzImage', '/work/bzImage', undefined],
  ['../linux/arch/x86/boot/bzImage', '/linux/arch/x86/boot/bzImage', undefined],
  ['/boot/vmlinuz-6.1.0-56-amd64', '/boot/vmlinuz-6.1.0-56-amd64', undefined],
  ['./debian:6.12', '/work/debian:6.12', undefined],
  ['./6.12', '/work/6.12', undefined],
  ['bzImage,modules=out/lib/modules/6.1.0', '/work/bzImage', '/work/out/lib/modules/6.1.0'],
  ['a,b', '/work/a,b', undefined],
])('reads %s as a path', (text, image, modules) => {
  expect(parseKernelSpec(text, '/work')).toEqual({ kind: 'spec', spec: { kind: 'path', text, image, modules } });
});

it.each([
  ['', `expected a kernel, found nothing${accepted}`],
  ['debian:', `debian:: expected a series such as 6.12, or the name of a suite, after debian:, found ""${accepted}`],
  [
    'debian:6-12',
    `debian:6-12: expected a series such as 6.12, or the name of a suite, after debian:, found "6-12"${accepted}`,
  ],
  [
    'debian:6.12.5',
    'debian:6.12.5: expected a series such as 6.12, or the name of a suite, after debian:, found "6.12.5"\n' +
      '  hint: The newest kernel of a ' +
      'series is booted. Did you mean debian:6.12?',
  ],
  [
    'debian:v6.1-rc2',
    'debian:v6.1-rc2: expected a series such as 6.12, or the name of a suite, after debian:, found "v6.1-rc2"\n' +
      '  hint: The newest kernel of ' +
      'a series is booted. Did you mean debian:6.1?',
  ],
  [
    'debian:6.12-clod',
    'debian:6.12-clod: expected the flavour cloud, rt or hwe, found "clod"\n  hint: Did you mean debian:6.12-cloud?',
  ],
  [
    'debian:6.12-lowlatency',
    `debian:6.12-lowlatency: expected the flavour cloud, rt or hwe, found "lowlatency"${accepted}`,
  ],
  [
    'Debian:6.12',
    'Debian:6.12: expected a distribution in lower case, found Debian\n  hint: Did you mean debian:6.12?',
  ],
  ['6.12', '6.12: expected a kernel\n  hint: Did you mean debian:6.12? Write ./6.12 for a file of that name.'],
  [
    'v6.1-rt',
    'v6.1-rt: expected a kernel\n  hint: Did you mean debian:6.1-rt? Write ./v6.1-rt for a file of that name.',
  ],
  [
    'debian-6.12-cloud',
    'debian-6.12-cloud: expected a kernel\n  hint: Did you mean debian:6.12-cloud? Write ./debian-6.12-cloud ' +
      'for a file of that name.',
  ],
  ['bzImage,modules=', `bzImage,modules=: expected PATH,modules=DIR with neither of them empty${accepted}`],
  [
    'debian:6.12:arm46',
    'debian:6.12:arm46: expected an architecture after the last colon: amd64, arm64, riscv64, found "arm46"\n' +
      '  hint: Did you mean debian:6.12:arm64?',
  ],
  [
    'debian:6.12:aarch64',
    'debian:6.12:aarch64: expected an architecture after the last colon: amd64, arm64, riscv64, found "aarch64"\n' +
      '  hint: Did you mean debian:6.12:arm64?',
  ],
  [
    'debian:6.12:sparc',
    'debian:6.12:sparc: expected an architecture after the last colon: amd64, arm64, riscv64, found "sparc"' + accepted,
  ],
  [
    'debian:6.12+kasan:arm64',
    'debian:6.12+kasan:arm64: expected a kernel of a distribution for arm64, found one to build from source\n' +
      '  hint: Kernels are built for amd64 only. Did you mean debian:6.12:arm64?',
  ],
  ['build:linux', 'build:linux: expected a kernel\n  hint: Did you mean tree:linux?'],
])('refuses %j', (text, message) => {
  const parse = parseKernelSpec(text, '/work');
  expect(parse.kind === 'problem' && formatPlanProblem(parse.problem)).toBe(message);
});
