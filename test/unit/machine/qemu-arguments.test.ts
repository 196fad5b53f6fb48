import { describe, expect, it } from 'vitest';
import { x86_64 } from '../../../src/architecture/x86-64.ts';
import type { MachineSpec } from '../../../src/machine/machine-spec.ts';
import { qemuArguments } from '../../../src/machine/qemu-arguments.ts';

const spec: MachineSpec = {
  arch: x86_64,
  accelerator: 'tcg',
  userArgs: [],
  bootImage: '/store/vmlinux',
  initramfs: '/store/initramfs.cpio',
  kernelParameters: [],
  sharedFolder: undefined,
  moduleTree: undefined,
  diskImage: undefined,
};

const containment = [
  '-nodefaults',
  '-no-user-config',
  '-no-reboot',
  '-action',
  'panic=none',
  '-display',
  'none',
  '-sandbox',
  'on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny',
  '-audiodev',
  'none,id=qdt.audio',
];
const boot = ['-kernel', '/store/vmlinux', '-initrd', '/store/initramfs.cpio', '-append', 'console=ttyS0'];
const channels = [
  '-chardev',
  'socket,id=qdt.monitor,fd=3',
  '-chardev',
  'socket,id=qdt.console,fd=4',
  '-chardev',
  'socket,id=qdt.control,fd=5',
  '-chardev',
  'socket,id=qdt.files,fd=6',
  '-chardev',
  'socket,id=qdt.log.suite-setup,fd=7',
  '-chardev',
  'socket,id=qdt.log.setup,fd=8',
  '-chardev',
  'socket,id=qdt.log.run,fd=9',
  '-chardev',
  'socket,id=qdt.log.teardown,fd=10',
  '-chardev',
  'socket,id=qdt.log.suite-teardown,fd=11',
  '-chardev',
  'socket,id=qdt.hw,fd=12',
  '-qmp',
  'chardev:qdt.monitor',
  '-serial',
  'chardev:qdt.console',
  '-device',
  'virtio-serial-pci,id=qdt.serial,max_ports=9',
  '-device',
  'virtserialport,id=qdt.port.control,bus=qdt.serial.0,nr=1,chardev=qdt.control,name=qdt.control',
  '-device',
  'virtserialport,id=qdt.port.files,bus=qdt.serial.0,nr=2,chardev=qdt.files,name=qdt.files',
  '-device',
  'virtserialport,id=qdt.port.log.suite-setup,bus=qdt.serial.0,nr=3,chardev=qdt.log.suite-setup,' +
    'name=qdt.log.suite-setup',
  '-device',
  'virtserialport,id=qdt.port.log.setup,bus=qdt.serial.0,nr=4,chardev=qdt.log.setup,name=qdt.log.setup',
  '-device',
  'virtserialport,id=qdt.port.log.run,bus=qdt.serial.0,nr=5,chardev=qdt.log.run,name=qdt.log.run',
  '-device',
  'virtserialport,id=qdt.port.log.teardown,bus=qdt.serial.0,nr=6,chardev=qdt.log.teardown,name=qdt.log.teardown',
  '-device',
  'virtserialport,id=qdt.port.log.suite-teardown,bus=qdt.serial.0,nr=7,chardev=qdt.log.suite-teardown,' +
    'name=qdt.log.suite-teardown',
  '-device',
  'virtserialport,id=qdt.port.hw,bus=qdt.serial.0,nr=8,chardev=qdt.hw,name=qdt.hw',
  '-device',
  'pvpanic',
];
const spares = [
  '-device',
  'pcie-root-port,id=qdt.slot0,bus=pcie.0,chassis=200',
  '-device',
  'pcie-root-port,id=qdt.slot1,bus=pcie.0,chassis=201',
];
const tcg = ['-accel', 'tcg', '-machine', 'q35', '-cpu', 'max'];

describe('qemuArguments', () => {
  const cases: readonly (readonly [title: string, changes: Partial<MachineSpec>, argv: readonly string[]])[] = [
    ['the smallest machine', {}, [...containment, ...tcg, ...boot, ...channels, ...spares]],
    [
      'KVM',
      { accelerator: 'kvm' },
      [...containment, '-accel', 'kvm', '-machine', 'q35', '-cpu', 'host', ...boot, ...channels, ...spares],
    ],
    [
      'memory, processors, processor model and machine of the user, the most specific place winning',
      {
        userArgs: [
          ['-m', '256', '-smp', '1', '-cpu', 'Nehalem'],
          ['-M', 'pc'],
          ['--smp', '4', '-machine', 'q35,iommu=on'],
        ],
      },
      [
        ...containment,
        '-accel',
        'tcg',
        '-machine',
        'q35,iommu=on',
        '-cpu',
        'Nehalem',
        '-m',
        '256',
        '-smp',
        '4',
        ...boot,
        ...channels,
        ...spares,
      ],
    ],
    [
      'devices of all places, after ours and in order',
      {
        userArgs: [
          ['-device', 'edu'],
          ['-device', 'edu,dma_mask=0xff'],
          ['--netdev', 'user,id=n0', '-device', 'e1000e,netdev=n0'],
        ],
      },
      [
        ...containment,
        ...tcg,
        ...boot,
        ...channels,
        '-device',
        'edu',
        '-device',
        'edu,dma_mask=0xff',
        '--netdev',
        'user,id=n0',
        '-device',
        'e1000e,netdev=n0',
        ...spares,
      ],
    ],
    [
      'kernel parameters: the console, ours, then those of all places',
      {
        kernelParameters: ['ignore_loglevel', 'panic=-1'],
        userArgs: [
          ['-append', 'slub_debug=FZP'],
          ['--append', 'edu.debug=1 quiet'],
        ],
      },
      [
        ...containment,
        ...tcg,
        '-kernel',
        '/store/vmlinux',
        '-initrd',
        '/store/initramfs.cpio',
        '-append',
        'console=ttyS0 ignore_loglevel panic=-1 slub_debug=FZP edu.debug=1 quiet',
        ...channels,
        ...spares,
      ],
    ],
    [
      'a folder over 9p, in the security model in which no link of the guest is one of ours; commas written twice',
      { sharedFolder: '/tmp/a,b/folder' },
      [
        ...containment,
        ...tcg,
        ...boot,
        ...channels,
        '-fsdev',
        'local,id=qdt.folder,path=/tmp/a,,b/folder,security_model=mapped-file',
        '-device',
        'virtio-9p-pci,fsdev=qdt.folder,mount_tag=qdt',
        ...spares,
      ],
    ],
    [
      'a disk image whose writes are discarded and whose format nobody guesses; commas written twice',
      { diskImage: { path: '/images/a,b.img', format: 'raw' } },
      [
        ...containment,
        ...tcg,
        ...boot,
        ...channels,
        '-drive',
        'if=none,id=qdt.disk,snapshot=on,format=raw,file=/images/a,,b.img',
        '-device',
        'virtio-blk-pci,drive=qdt.disk',
        ...spares,
      ],
    ],
    [
      'a disk image that keeps what is written, and no room for what was removed',
      { diskImage: { path: '/images/new.img', format: 'raw', isKept: true } },
      [
        ...containment,
        ...tcg,
        ...boot,
        ...channels,
        '-drive',
        'if=none,id=qdt.disk,cache=unsafe,discard=unmap,format=raw,file=/images/new.img',
        '-device',
        'virtio-blk-pci,drive=qdt.disk',
        ...spares,
      ],
    ],
    [
      "the kernel's modules over 9p, which the guest cannot change",
      { moduleTree: '/store/lib/modules/6.1' },
      [
        ...containment,
        ...tcg,
        ...boot,
        ...channels,
        '-fsdev',
        'local,id=qdt.modules,path=/store/lib/modules/6.1,security_model=none,readonly=on',
        '-device',
        'virtio-9p-pci,fsdev=qdt.modules,mount_tag=qdt.modules',
        ...spares,
      ],
    ],
    [
      'folder, disk and devices together',
      { sharedFolder: '/f', diskImage: { path: '/d', format: 'qcow2' }, userArgs: [['-device', 'edu']] },
      [
        ...containment,
        ...tcg,
        ...boot,
        ...channels,
        '-fsdev',
        'local,id=qdt.folder,path=/f,security_model=mapped-file',
        '-device',
        'virtio-9p-pci,fsdev=qdt.folder,mount_tag=qdt',
        '-drive',
        'if=none,id=qdt.disk,snapshot=on,format=qcow2,file=/d',
        '-device',
        'virtio-blk-pci,drive=qdt.disk',
        '-device',
        'edu',
        ...spares,
      ],
    ],
    [
      'a device of ours, whose slot is there before it, and two more that are free',
      { ownDevices: { slots: 1, args: ['-device', 'edu,bus=qdt.slot0'] }, userArgs: [['-device', 'e1000e']] },
      [
        ...containment,
        ...tcg,
        ...boot,
        ...channels,
        '-device',
        'e1000e',
        ...spares,
        '-device',
        'pcie-root-port,id=qdt.slot2,bus=pcie.0,chassis=202',
        '-device',
        'edu,bus=qdt.slot0',
      ],
    ],
  ];

  it.each(cases)('are, for %s', (_, changes, argv) => {
    expect(qemuArguments({ ...spec, ...changes })).toEqual(argv);
  });

  it('have no slots where devices go to the root bus', () => {
    expect(
      qemuArguments({ ...spec, userArgs: [['-machine', 'pc']] }).filter((argument) =>
        argument.startsWith('pcie-root-port'),
      ),
    ).toEqual([]);
  });

  it('are those of any other clone for one that is copied, but that its copies deny themselves programs', () => {
    const origin = { kind: 'clone', ramPath: '/ram', slots: 0, isFileKept: true } as const;
    const memory = { ...spec, userArgs: [['-m', '256']] };
    const usual = qemuArguments({ ...memory, origin });
    const copied = qemuArguments({ ...memory, origin: { ...origin, isCopied: true } });
    expect(usual.filter((argument) => !copied.includes(argument))).toEqual([
      'on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny',
    ]);
    expect(copied.filter((argument) => !usual.includes(argument))).toEqual([
      'on,obsolete=deny,elevateprivileges=deny,resourcecontrol=deny',
    ]);
  });

  it('are the same for the same machine', () => {
    expect(qemuArguments(spec)).toEqual(qemuArguments({ ...spec }));
  });
});
