import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runSuite, storeRoot } from './cli.ts';
import { efiUuid, makeCloudImage } from './cloud-image.ts';
import { fileDigest } from './file-digest.ts';
import { convertToQcow2 } from './stored-files.ts';

const scratch = mkdtempSync(join(tmpdir(), 'qdt-cloud-'));
const kernel = ['--kernel', 'debian:6.12', '--accel', 'tcg', '--machine', 'roomy=-m 512M'];
const base = 'debian:bookworm+cloud-init,fdisk';
/** As Ubuntu's images have it, and Debian's: by label, by the partition, and the root grows into its partition. */
const fstab =
  '# /etc/fstab: made for a test\n' +
  'LABEL=cloudimg-rootfs / ext4 discard,errors=remount-ro,x-systemd.growfs 0 1\n' +
  `PARTUUID=${efiUuid} /boot/efi vfat umask=0077 0 1\n`;

beforeAll(async () => {
  const suite = suiteWith('base', { 'disk-image': base }, 'true');
  using run = await runSuite([suite, ...kernel]);
  expect(run.exitStatus, run.stdout).toBe(0);
});
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

it('a cloud image comes up without a cloud: from its partition, with that for EFI, and cloud-init off', async () => {
  const image = makeCloudImage({ scratch: placeFor('plain'), root: storedRoot(), fstab });
  const packed = join(scratch, 'plain/disk.qcow2');
  convertToQcow2(image, packed);
  const checks = [
    'systemctl is-active multi-user.target',
    '! systemctl is-failed "*"',
    '[ "$(findmnt -n -o SOURCE /)" = /dev/vda1 ]',
    '[ "$(findmnt -n -o SOURCE,FSTYPE /boot/efi)" = "/dev/vda15 vfat" ]',
    '[ ! -e /run/cloud-init/enabled ] && [ -e /run/cloud-init/disabled ]',
    `[ "$(df --output=size -B1 / | tail -n 1)" -gt ${statSync(storedRoot()).size} ]`,
  ];
  const suite = suiteWith('cloud', { init: 'image' }, checks.join(' &&\n'));
  const spec = `url:file://${packed}#sha256=${await fileDigest(packed)}`;
  for (const start of ['clone', 'cold']) {
    using run = await runSuite([suite, ...kernel, '--disk-image', spec, '--start', start]);
    expect(run.test('t')).toMatchObject({ outcome: 'pass', start, reason: '' });
  }
});

it('cloud-init runs where the suite asks for it, with what the image has for it', async () => {
  const files = {
    '/var/lib/cloud/seed/nocloud/meta-data': 'instance-id: a-test\n',
    '/var/lib/cloud/seed/nocloud/user-data': '#cloud-config\nbootcmd: [touch /run/made-by-cloud]\n',
  };
  const image = makeCloudImage({ scratch: placeFor('seeded'), root: storedRoot(), fstab, files });
  const info = { init: 'image', 'qemu-args': '-append cloud-init=enabled', ready: 'test -e /run/made-by-cloud' };
  const suite = suiteWith('seeded-suite', info, '[ -e /run/cloud-init/enabled ]');
  using run = await runSuite([suite, ...kernel, '--disk-image', image]);
  expect(run.test('t')).toMatchObject({ outcome: 'pass', start: 'clone', reason: '' });
});

it('an image that waits for a disk that is not there says so', async () => {
  const missing = 'LABEL=nowhere /data ext4 x-systemd.device-timeout=3 0 2\n';
  const image = makeCloudImage({ scratch: placeFor('missing'), root: storedRoot(), fstab: fstab + missing });
  const suite = suiteWith('missing-suite', { init: 'image', ready: 'multi-user.target' }, 'true');
  using run = await runSuite([suite, ...kernel, '--disk-image', image, '--start', 'cold']);
  expect(run.test('t').outcome).toBe('error');
  expect(run.test('t').reason).toMatch(
    /^the disk image did not come up: multi-user.target did not start .*; systemd complains: .*nowhere.*\/data/,
  );
});

function placeFor(name: string): string {
  const place = join(scratch, name);
  mkdirSync(place);
  return place;
}

function suiteWith(name: string, info: Readonly<Record<string, string>>, checks: string): string {
  const suite = join(scratch, name);
  for (const part of ['info', 't']) mkdirSync(join(suite, part), { recursive: true });
  for (const [field, content] of Object.entries(info)) writeFileSync(join(suite, 'info', field), `${content}\n`);
  writeFileSync(join(suite, 't/run'), `#!/bin/sh\n${checks}\n`, { mode: 0o755 });
  return suite;
}

/** The file system of the image that the first run has made. */
function storedRoot(): string {
  const assets = join(storeRoot(), 'assets');
  const found = readdirSync(assets)
    .filter((name) => name.startsWith('root-') && existsSync(join(assets, name, 'asset.json')))
    .find((name) => readFileSync(join(assets, name, 'asset.json'), 'utf8').includes('cloud-init'));
  if (found === undefined) throw new Error('the store has no root with cloud-init');
  return join(assets, found, 'disk');
}
