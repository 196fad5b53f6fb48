import { type Case, info, testInfo, testProblems } from './problem-cases.ts';

const text: readonly Case[] = [
  [
    'bytes that are no UTF-8',
    info({ 'qemu-args': new Uint8Array([0x2d, 0x6d, 0x0a, 0xff, 0x0a]) }),
    'edu/info/qemu-args:2: expected UTF-8 text, found bytes that are not UTF-8\n  hint: Save the file as UTF-8.',
  ],
  [
    'a NUL byte',
    info({ kernel: 'debian:6.12\n\0' }),
    'edu/info/kernel:2: expected text, found a NUL byte\n  hint: Save the file as UTF-8 text.',
  ],
  [
    'more than a mebibyte',
    info({ description: 'x'.repeat(1024 * 1024 + 1) }),
    'edu/info/description: expected at most 1024 KiB of text, found more\n  hint: Is this the right file?',
  ],
  [
    'a directory',
    info({ description: {} }),
    'edu/info/description: expected a file, found a directory\n  hint: Replace it with a text file, or delete it.',
  ],
];

const fields: readonly Case[] = [
  [
    'an unknown field',
    info({ timeuot: '5' }),
    'edu/info/timeuot: unknown field "timeuot"\n  hint: Did you mean timeout?',
  ],
  [
    'an unknown field that resembles none',
    testInfo({ colour: 'red' }),
    'edu/t/info/colour: unknown field "colour"\n  hint: Known here: description, qemu-args, timeout, ' +
      'expect-failure, devices, device-tree, faults, expect-console, each, start, after-bug, shutdown, tags.',
  ],
  [
    'a field of a test in the suite',
    info({ 'expect-failure': '' }),
    'edu/info/expect-failure: "expect-failure" is a field of a test, not of a suite\n  hint: Move it to ' +
      'SUITE/TEST/info/expect-failure.',
  ],
  [
    'a field of the suite in a test',
    testInfo({ kernel: 'debian:6.1' }),
    'edu/t/info/kernel: "kernel" is a field of a suite, not of a test\n  hint: Move it to SUITE/info/kernel.',
  ],
  [
    'an empty kernel',
    info({ kernel: ' \n' }),
    'edu/info/kernel:1: expected a path or a spec such as debian:6.12, found nothing\n  hint: ' +
      "Without the file, the host's default kernel is booted: write a value or delete the file.",
  ],
  [
    'an empty qemu',
    info({ qemu: '' }),
    'edu/info/qemu:1: expected default, host, a spec such as debian:trixie or a path, found ' +
      'nothing\n  hint: Without the file, the pinned default is used: write a value or delete the file.',
  ],
  [
    'an empty disk-image',
    info({ 'disk-image': '' }),
    'edu/info/disk-image:1: expected a path or a spec such as debian:bookworm+python3, found nothing\n  hint: ' +
      'Without the file, the built-in minimal root is used: write a value or delete the file.',
  ],
  [
    'an empty timeout',
    testInfo({ timeout: '' }),
    'edu/t/info/timeout:1: expected a number of seconds, found nothing\n  hint: Without the file, ' +
      "the suite's timeout is used, or 60 seconds: write a value or delete the file.",
  ],
  [
    'an empty start',
    testInfo({ start: '\n' }),
    'edu/t/info/start:1: expected auto, clone or cold, found nothing\n  hint: Without the file, the ' +
      'default is auto: write a value or delete the file.',
  ],
  [
    'two kernels',
    info({ kernel: 'debian:6.1\n\ndebian:6.12\n' }),
    'edu/info/kernel:3: expected one value (a path or a spec such as debian:6.12), found a second one: ' +
      '"debian:6.12"\n  hint: Keep one line; this file takes no comments.',
  ],
  [
    'a timeout in words',
    info({ timeout: '\nten\n' }),
    'edu/info/timeout:2: expected a number of seconds above 0, such as 60 or 2.5; found "ten"\n  ' +
      'hint: The unit is seconds; leave it out.',
  ],
  [
    'an empty boot-timeout',
    info({ 'boot-timeout': '' }),
    'edu/info/boot-timeout:1: expected a number of seconds, found nothing\n  hint: Without the file, a boot may ' +
      'take 60 seconds, under TCG 180: write a value or delete the file.',
  ],
  [
    'a boot-timeout of a test',
    testInfo({ 'boot-timeout': '5' }),
    'edu/t/info/boot-timeout: "boot-timeout" is a field of a suite, not of a test\n  hint: Move it to ' +
      'SUITE/info/boot-timeout.',
  ],
  [
    'a timeout with a unit',
    testInfo({ timeout: '60s' }),
    'edu/t/info/timeout:1: expected a number of seconds above 0, such as 60 or 2.5; found "60s"\n  ' +
      'hint: The unit is seconds; leave it out.',
  ],
  [
    'a negative timeout',
    info({ timeout: '-1' }),
    'edu/info/timeout:1: expected a number of seconds above 0, such as 60 or 2.5; found "-1"\n  ' +
      'hint: The unit is seconds; leave it out.',
  ],
  [
    'a timeout of nothing',
    info({ timeout: '0.0' }),
    'edu/info/timeout:1: expected at least 0.001 seconds; found "0.0"\n  hint: The unit is seconds; ' + 'leave it out.',
  ],
  [
    'an endless timeout',
    info({ timeout: 'Infinity' }),
    'edu/info/timeout:1: expected a number of seconds above 0, such as 60 or 2.5; found "Infinity"\n ' +
      ' hint: The unit is seconds; leave it out.',
  ],
  [
    'a timeout of a year',
    info({ timeout: '31536000' }),
    'edu/info/timeout:1: expected at most 604800 seconds (a week); found "31536000"\n  hint: The ' +
      'unit is seconds; leave it out.',
  ],
  [
    'an unknown word of what comes after a bug',
    testInfo({ 'after-bug': 'go on' }),
    'edu/t/info/after-bug:1: expected end or continue, found "go on"\n  hint: end suits almost every ' +
      'test: after such a bug no result is reliable.',
  ],
  [
    'an unknown word of the shutdown',
    testInfo({ shutdown: 'runs' }),
    'edu/t/info/shutdown:1: expected run or skip, found "runs"\n  hint: Did you mean run?',
  ],
  [
    'an unknown start',
    testInfo({ start: 'colt' }),
    'edu/t/info/start:1: expected auto, clone or cold, found "colt"\n  hint: Did you mean cold?',
  ],
  [
    'an unknown expect-failure',
    testInfo({ 'expect-failure': '\noops in foo\n' }),
    'edu/t/info/expect-failure:2: expected fail, timeout, hang or crash [REGEX] on the first line, ' +
      'found "oops in foo"\n  hint: An empty file accepts any failure; free text may follow from the ' +
      'second line on.',
  ],
  [
    'words after expect-failure: hang',
    testInfo({ 'expect-failure': 'hang sometimes' }),
    'edu/t/info/expect-failure:1: expected fail, timeout, hang or crash [REGEX] on the first line, found ' +
      '"hang sometimes"\n  hint: Did you mean hang?',
  ],
  [
    'a crash title that is no regular expression',
    testInfo({ 'expect-failure': 'crash BUG (' }),
    'edu/t/info/expect-failure:1: "BUG (" is not a regular expression: Unterminated group\n  hint: ' +
      'Use JavaScript syntax; put a backslash before a literal . * + ? ( ) [ ] { } | ^ $ or \\.',
  ],
  [
    'a tag that --tag could not name',
    testInfo({ tags: 'slow # why\nfast !dma\n' }),
    'edu/t/info/tags:2: expected a tag (letters, digits, ".", "_" and "-", beginning with a letter or digit), found ' +
      '"!dma"\n  hint: Separate tags by blanks or line ends, for example: slow dma',
  ],
  [
    'tags with commas',
    info({ tags: 'slow,dma' }),
    'edu/info/tags:1: expected a tag (letters, digits, ".", "_" and "-", beginning with a letter or digit), found ' +
      '"slow,dma"\n  hint: Separate tags by blanks or line ends, for example: slow dma',
  ],
  [
    'a tag that is there twice',
    info({ tags: 'slow\n\ndma slow\n' }),
    'edu/info/tags:3: "slow" is repeated: it is already on line 1\n  hint: Delete one of the lines.',
  ],
  [
    'more tags than anybody can choose by',
    info({ tags: Array.from({ length: 51 }, (_, index) => `t${index}`).join(' ') }),
    'edu/info/tags: expected at most 50 tags, found 51\n  hint: Keep those by which you choose tests.',
  ],
  [
    'a quote that is never closed',
    info({ 'qemu-args': '-m 512\n-device "edu\n-smp 2\n' }),
    'edu/info/qemu-args:2: the quote " is opened here and never closed\n  hint: Close it, or write \\" for ' +
      'the character itself.',
  ],
  [
    'a backslash at the end',
    testInfo({ 'qemu-args': '-m 512 \\' }),
    'edu/t/info/qemu-args:1: the text ends in a backslash that quotes nothing\n  hint: Delete it, or ' +
      'write \\\\ for the character itself.',
  ],
];

testProblems([
  ['with text', text],
  ['with fields', fields],
]);
