import { symlink, unreadable } from './memory-tree.ts';
import { type Case, info, testInfo, testProblems } from './problem-cases.ts';

const paths: readonly Case[] = [
  [
    'a kernel that is not there',
    info({ kernel: '../bzImage' }),
    'edu/info/kernel:1: no such file: "../bzImage"\n  hint: Paths are relative to the suite directory. A ' +
      'kernel can also be a spec such as debian:6.12.',
  ],
  [
    'a kernel that is a directory',
    info({ kernel: '../linux' }),
    'edu/info/kernel:1: "../linux": expected a file, found a directory\n  hint: Paths are relative to the ' +
      'suite directory.',
    { linux: {} },
  ],
  [
    'a kernel whose modules are not there',
    info({ kernel: '../bzImage,modules=../lib' }),
    'edu/info/kernel:1: no such directory: "../lib"\n  hint: Paths are relative to the suite directory.',
    { bzImage: 'x' },
  ],
  [
    'a kernel that is a dangling link',
    info({ kernel: '../bzImage' }),
    'edu/info/kernel:1: "../bzImage" is a link to "gone", which does not exist\n  hint: Paths are ' +
      'relative to the suite directory.',
    { bzImage: symlink('gone') },
  ],
  [
    'a QEMU that is not there',
    info({ qemu: 'hots' }),
    'edu/info/qemu:1: no such file: "hots"\n  hint: Paths are relative to the suite directory. A QEMU can ' +
      'also be default, host or a spec such as debian:trixie.',
  ],
  [
    'a QEMU that cannot be executed',
    info({ qemu: '../qemu' }),
    'edu/info/qemu:1: "../qemu": expected an executable, found a file without the execute bit\n  hint: Paths ' +
      'are relative to the suite directory.',
    { qemu: 'x' },
  ],
  [
    'a disk image that is not there',
    info({ 'disk-image': 'root.qcow2' }),
    'edu/info/disk-image:1: no such file: "root.qcow2"\n  hint: Paths are relative to the suite directory. A disk ' +
      'image can also be a spec such as debian:bookworm+python3.',
  ],
  [
    'a disk image that may not be read',
    info({ 'disk-image': '../root.img' }),
    'edu/info/disk-image:1: "../root.img" cannot be read: permission denied\n  hint: Check its owner and ' +
      'mode with ls -l.',
    { 'root.img': unreadable },
  ],
  [
    'a module directory that is not there',
    info({ modules: '# ours\n../drivr\n' }),
    'edu/info/modules:2: no such directory: "../drivr"\n  hint: Paths are relative to the suite directory.',
    { driver: { Makefile: '' } },
  ],
  [
    'a module directory without a Makefile',
    info({ modules: '../driver' }),
    'edu/info/modules:1: "../driver": expected a directory that can be built, found neither Kbuild nor ' +
      'Makefile nor dkms.conf in it\n  hint: Write a Makefile with at least: obj-m := NAME.o',
    { driver: { 'edu.c': '' } },
  ],
  [
    'a variable for make that is none',
    info({ modules: '../driver LEVEL' }),
    'edu/info/modules:1: expected DIR [NAME=VALUE …], found "LEVEL"\n  hint: Write variables for make as ' +
      "NAME=VALUE, with quotes around blanks: EXTRA_CFLAGS='-DA -DB'.",
    { driver: { Makefile: '' } },
  ],
  [
    'a variable by which the build is controlled',
    info({ modules: '../driver ARCH=arm64' }),
    'edu/info/modules:1: ARCH cannot be set here: the build sets it for each kernel\n  hint: Use a variable of your ' +
      'own Makefile. Flags for the compiler belong into ccflags-y or EXTRA_CFLAGS.',
    { driver: { Makefile: '' } },
  ],
  [
    'a module that is named by its file',
    info({ 'kernel-modules': 'usbhid\nxhci_pci.ko\n' }),
    'edu/info/kernel-modules:2: expected the name of a kernel module, found "xhci_pci.ko"\n  hint: Write names ' +
      'without a path and without .ko: xhci_pci usbhid. Parameters belong to modprobe in setup.',
  ],
  [
    'a preparation that cannot be executed',
    info({ build: '#!/bin/sh\n' }),
    'edu/info/build: expected an executable, found a file without the execute bit\n  hint: chmod +x edu/info/build',
  ],
  [
    'warnings that are perhaps errors',
    info({ werror: 'maybe' }),
    'edu/info/werror:1: expected yes, no, or an empty file\n  hint: yes, or an empty file: a warning of the compiler ' +
      'fails the build.',
  ],
  [
    'a module directory that is a file',
    info({ modules: '../edu.c' }),
    'edu/info/modules:1: "../edu.c": expected a directory, found a file\n  hint: Paths are relative to the ' +
      'suite directory.',
    { 'edu.c': '' },
  ],
  [
    'a module directory named twice',
    info({ modules: '../driver\n../edu/../driver/\n' }),
    'edu/info/modules:2: "../edu/../driver/" is repeated: it is already on line 1\n  hint: Delete ' +
      'one of the lines.',
    { driver: { Makefile: '' } },
  ],
];

const devices: readonly Case[] = [
  [
    'a place that is none',
    info({ devices: 'temp0 ../tdc.ts bus=i2c' }),
    'edu/info/devices:1: bus=: expected a place such as i2c0, i2c1, spi0, can0, board or uart0.line, found "i2c"\n  ' +
      'hint: Devices of other buses need no place: leave bus= out.',
    { 'tdc.ts': '' },
  ],
  [
    'a network card that is none',
    info({ devices: 'net0 ../tdc.ts nic=e100' }),
    'edu/info/devices:1: nic=: expected virtio-net-pci, e1000, e1000e, igb, rtl8139, pcnet, ne2k_pci, vmxnet3 or ' +
      'tulip, found "e100"\n  hint: It is the network card whose link partner the model is. Leave it out for the ' +
      'usual one, virtio-net-pci.',
    { 'tdc.ts': '' },
  ],
  [
    'a device without a path',
    info({ devices: 'tdc0' }),
    'edu/info/devices:1: expected ID PATH [key=value …], found "tdc0"\n  hint: For example: tdc0 models/tdc.ts irq=msi',
  ],
  [
    'an id that QEMU would refuse',
    info({ devices: '0tdc ../tdc.ts' }),
    'edu/info/devices:1: expected an id (a letter, then letters, digits, ".", "_" or "-"), found "0tdc"\n  ' +
      'hint: A line is ID PATH [key=value …], for example: tdc0 models/tdc.ts irq=msi',
    { 'tdc.ts': '' },
  ],
  [
    'a model that is not there',
    testInfo({ devices: '\ntdc0 ../tdc.ts' }),
    'edu/t/info/devices:2: no such file: "../tdc.ts"\n  hint: Paths are relative to the suite directory.',
  ],
  [
    'a parameter without a value',
    info({ devices: 'tdc0 ../tdc.ts irq' }),
    'edu/info/devices:1: expected key=value, found "irq"\n  hint: A line is ID PATH [key=value …]; ' +
      'quote a value with blanks.',
    { 'tdc.ts': '' },
  ],
  [
    'a parameter given twice',
    info({ devices: 'tdc0 ../tdc.ts irq=1 irq=2' }),
    'edu/info/devices:1: the parameter "irq" is given twice\n  hint: Keep one.',
    { 'tdc.ts': '' },
  ],
  [
    'an id given twice',
    info({ devices: 'tdc0 ../tdc.ts\n\ntdc0 ../tdc.ts' }),
    'edu/info/devices:3: "tdc0" is repeated: it is already on line 1\n  hint: Delete one of the ' + 'lines.',
    { 'tdc.ts': '' },
  ],
  [
    'a quote that is never closed',
    info({ devices: 'a ../tdc.ts\nb "../tdc.ts' }),
    'edu/info/devices:2: the quote " is opened here and never closed\n  hint: Close it, or write \\" for the ' +
      'character itself.',
    { 'tdc.ts': '' },
  ],
];

const consoleLines: readonly Case[] = [
  [
    'another verb',
    info({ 'expect-console': 'alow foo' }),
    'edu/info/expect-console:1: expected allow REGEX or require REGEX, found "alow foo"\n  hint: Did you mean allow?',
  ],
  [
    'a bare pattern',
    info({ 'expect-console': '\nBUG: foo' }),
    'edu/info/expect-console:2: expected allow REGEX or require REGEX, found "BUG: foo"\n  hint: Put ' +
      'a reason after " # ".',
  ],
  [
    'no pattern',
    info({ 'expect-console': 'require  # it must come' }),
    'edu/info/expect-console:1: expected a regular expression after require, found nothing\n  hint: ' +
      'Write \\# for a # in the pattern.',
  ],
  [
    'a bad pattern',
    info({ 'expect-console': 'allow a[' }),
    'edu/info/expect-console:1: "a[" is not a regular expression: Unterminated character class\n  ' +
      'hint: Use JavaScript syntax; put a backslash before a literal . * + ? ( ) [ ] { } | ^ $ or \\.',
  ],
  [
    'a pattern that matches everything',
    info({ 'expect-console': 'allow .*' }),
    'edu/info/expect-console:1: ".*" matches every line, even an empty one\n  hint: Write out the part of ' +
      'the message that matters.',
  ],
  [
    'a day that does not exist',
    info({ 'expect-console': 'allow a until=2026-02-30' }),
    'edu/info/expect-console:1: expected until=YYYY-MM-DD, found "until=2026-02-30"\n  hint: For ' +
      'example: until=2027-01-31, the last day on which the line applies.',
  ],
  [
    'a day in words',
    info({ 'expect-console': 'allow a # until=soon' }),
    'edu/info/expect-console:1: expected until=YYYY-MM-DD, found "until=soon"\n  hint: For example: ' +
      'until=2027-01-31, the last day on which the line applies.',
  ],
  [
    'until twice',
    info({ 'expect-console': 'allow a until=2026-02-01 # until=2026-02-02' }),
    'edu/info/expect-console:1: until= is given twice\n  hint: Keep one.',
  ],
  [
    'until on require',
    testInfo({ 'expect-console': 'require a until=2026-02-01' }),
    'edu/t/info/expect-console:1: expected until= only with allow, found it with require\n  hint: ' +
      'Delete it, or make the line an allow.',
  ],
];

testProblems([
  ['with paths', paths],
  ['with devices', devices],
  ['with expect-console', consoleLines],
]);
