import { expect, it } from 'vitest';
import { cellIds } from '../../../src/plan/cell-id.ts';
import { parseKernelSpec } from '../../../src/plan/kernel-spec.ts';
import { formatPlanProblem } from '../../../src/plan/plan-problem.ts';
import { shortKernelSpec } from '../../../src/text/short-spec.ts';
import { kernel, machine, qemu } from './plan-request.ts';

const a = 'a'.repeat(64);
const b = 'b'.repeat(64);

it.each([
  [
    `deb:https://h/linux-image-6.1_amd64.deb#sha256=${a},http://h/linux-modules.deb#sha256=${b.toUpperCase()}`,
    {
      kind: 'packages',
      format: 'deb',
      files: [
        { url: 'https://h/linux-image-6.1_amd64.deb', sha256: a },
        { url: 'http://h/linux-modules.deb', sha256: b },
      ],
    },
  ],
  [
    'rpm:file:///k/kernel%20core.rpm',
    { kind: 'packages', format: 'rpm', files: [{ url: 'file:///k/kernel%20core.rpm', sha256: undefined }] },
  ],
  [`url:https://h:8443/bzImage#sha256=${a}`, { kind: 'image', file: { url: 'https://h:8443/bzImage', sha256: a } }],
])('reads %s', (text, spec) => {
  expect(parseKernelSpec(text, '/work')).toEqual({ kind: 'spec', spec: { ...spec, text } });
});

it.each([
  ['oci:quay.io/lvh/k:6.6-main', 'quay.io', 'lvh/k', '6.6-main', undefined],
  ['oci:localhost:5000/k', 'localhost:5000', 'k', 'latest', undefined],
  ['oci:kernels', 'docker.io', 'library/kernels', 'latest', undefined],
  ['oci:me/kernels:1', 'docker.io', 'me/kernels', '1', undefined],
  [`oci:ghcr.io/c/k@sha256:${a}`, 'ghcr.io', 'c/k', undefined, `sha256:${a}`],
  [`oci:ghcr.io/c/k:6@sha256:${a}`, 'ghcr.io', 'c/k', '6', `sha256:${a}`],
  ['oci:[::1]:5000/k:x', '[::1]:5000', 'k', 'x', undefined],
])('reads %s', (text, ...parts) => {
  const [registry, repository, tag, digest] = parts;
  const image = { registry, repository, tag, digest };
  expect(parseKernelSpec(text, '/work')).toEqual({ kind: 'spec', spec: { kind: 'container', text, image } });
});

it.each([
  ['deb:', 'expected an address, found ""'],
  ['deb:k.deb', 'expected an address, found "k.deb"'],
  ['rpm:/tmp/k.rpm', 'expected an address, found "/tmp/k.rpm"\n  hint: Did you mean rpm:file:///tmp/k.rpm?'],
  ['url:ftp://h/bzImage', 'expected https://, http:// or file:///, found ftp://'],
  ['url:https://h/bz Image', 'expected an address without blanks, found "https://h/bz Image"'],
  ['url:https://h/bzImage?token=x', 'expected an address without a query, found ?token=x'],
  ['url:https://me:secret@h/bzImage', 'expected an address without a user and password'],
  ['url:file://h/bzImage', 'expected file:/// and an absolute path, found "file://h/bzImage"'],
  ['url:https://h/bzImage#md5=1', 'expected #sha256= and 64 hexadecimal digits after https://h/bzImage, found #md5=1'],
  ['url:https://h/a,https://h/b', 'expected one kernel image after url:, found 2 files'],
  ['deb:https://h/a,https://h/a', 'expected each file once, found https://h/a twice'],
  ['deb:https://h/a,', 'expected an address, found ""'],
  ['oci:', 'expected an image, found nothing'],
  ['oci:docker://quay.io/k', 'expected an image without docker://'],
  ['oci:Quay/K', 'expected an image name in lower case, found "Quay/K"'],
  ['oci:quay.io/k:-', 'expected a tag of letters, digits, ., _ and -, found "-"'],
  ['oci:quay.io/k@sha256:12', 'expected @sha256: and 64 hexadecimal digits in lower case, found "@sha256:12"'],
  ['oci:quay.io/../k', 'expected an image name, found "../k"'],
  ['oci:qu_ay.io/k', 'expected a registry such as quay.io or localhost:5000, found qu_ay.io'],
])('refuses %s', (text, message) => {
  const parse = parseKernelSpec(text, '/work');
  expect(parse.kind === 'problem' && formatPlanProblem(parse.problem)).toContain(`: ${message}`);
  expect(JSON.stringify(parse)).not.toContain('secret');
});

it('names a kernel of several packages after the one with the image', () => {
  const spec = `rpm:https://h/kernel-devel-6.rpm#sha256=${a},https://h/d/kernel-core-6.12.x86_64.rpm#sha256=${b}`;
  expect(shortKernelSpec(spec)).toBe('rpm:kernel-core-6.12.x86_64.rpm and 1 more');
  expect(shortKernelSpec('debian:6.12')).toBe('debian:6.12');
  const cells = [spec, 'oci:quay.io/lvh/kernels:6.6', `url:https://h/x/bzImage#sha256=${a}`].map((text) => ({
    kernel: kernel(text),
    machine: machine('m='),
    qemu: qemu('default'),
    arch: 'x86_64' as const,
  }));
  expect(cellIds(cells)).toEqual(['kernel-core-6.12-m', 'kernels-6.6-m', 'bzImage-m']);
});
