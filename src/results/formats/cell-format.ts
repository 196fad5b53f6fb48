import type { BootFailureKind } from '../../diagnose/boot-failure.ts';
import { finding } from './finding-format.ts';
import {
  amount,
  cellId,
  defined,
  formatOf,
  insidePath,
  listOf,
  moment,
  name,
  object,
  oneOf,
  optional,
  text,
  wholeNumber,
  withKeywords,
} from './values.ts';

function digest(of: string): ReturnType<typeof name> {
  return withKeywords({ pattern: '^[0-9a-f]{64}$' }, name(`Digest of ${of}. Lower-case hexadecimal.`));
}

export const host = defined(
  'host',
  object(
    {
      accelerator: oneOf(['kvm', 'tcg'], 'How the guests were run.'),
      acceleratorReason: text('Why this accelerator: what was asked for, or what is missing.'),
      cpus: withKeywords({ type: 'integer', minimum: 1 }, amount('Processors.')),
      memoryMiB: amount('Memory, in MiB.'),
    },
    'The machine that the run took place on.',
  ),
);

const bootFailureKind = formatOf<BootFailureKind>()(
  oneOf(
    ['reset-before-first-line', 'too-little-memory', 'panicked', 'reset', 'port-missing', 'deadline', 'other'],
    'reset: after the first line, without a panic; port-missing: the agent has no port to the host; other: QEMU, the ' +
      'host or our own code failed.',
  ),
);

/** What was started in a cell's own boot, and why that failed. */
export const bootDetails = {
  image: optional(
    oneOf(
      ['vmlinux', 'bzImage', 'Image'],
      'The form of the kernel that QEMU was given: unpacked, entered directly (PVH), or as the bzImage. Missing: ' +
        'none was started, or an older version wrote this.',
    ),
  ),
  imageReason: optional(text('Why the bzImage was started though the kernel has a PVH entry. Missing: it was not.')),
  failure: optional(
    object(
      {
        kind: bootFailureKind,
        message: text('What happened.'),
        hint: optional(text('The next move. Missing: it is in the findings or the console.')),
      },
      'Why the machine did not boot. Missing: it did.',
    ),
  ),
};

/** Of a cell's own boot. */
export function bootedAt(): ReturnType<typeof optional<ReturnType<typeof moment>>> {
  return optional(
    moment('When an earlier run booted the machine that the tests are clones of. Missing: this run did.'),
  );
}

const boot = defined(
  'boot',
  object(
    {
      outcome: oneOf(
        ['ok', 'failed', 'not-needed'],
        '`not-needed`: the tests booted for themselves, or a disk image for them.',
      ),
      durationMs: amount('In milliseconds; 0 when no boot was needed.'),
      findings: listOf(finding, 'What the kernel reported during this boot.'),
      bootedAt: bootedAt(),
      ...bootDetails,
      notes: optional(
        listOf(
          text(),
          'Why tests of this cell boot cold that should have been cloned, each reason once. Missing: there is none.',
        ),
      ),
    },
    "The cell's own boot, before any test.",
  ),
);

export const build = defined(
  'build',
  object(
    {
      suite: name('Name of the suite.'),
      outcome: oneOf(['built', 'failed'], '`failed`: the tests of the suite could not run in this cell.'),
      log: insidePath('Output of make and the compiler. Relative to the results directory.'),
      errors: wholeNumber('How many errors the compiler reported.'),
      warnings: wholeNumber('How many warnings.'),
      messages: listOf(
        object({
          severity: oneOf(['error', 'warning']),
          file: optional(text("The source file, relative to the project's root. Missing: it belongs to no file.")),
          line: optional(wholeNumber('Counted from 1.')),
          text: text(),
        }),
        'The first errors, then the first warnings.',
      ),
    },
    "The build of a suite's modules.",
  ),
);

export const calls = defined(
  'calls',
  object(
    {
      suite: name('Name of the suite.'),
      module: name('Name of the module, as the kernel has it.'),
      canFail: listOf(text(), 'Functions that it calls and that a fault can make fail.'),
      notTried: listOf(text(), 'What it imports and nobody knows how to make fail. `info/failable` can say it.'),
    },
    'What a module under test calls in this kernel.',
  ),
);

/** The fields of a cell that are known before it boots. */
export const cellBeforeBoot = {
  id: withKeywords({ minLength: 1 }, cellId("Name of the cell's directory.")),
  kernel: object(
    {
      spec: text('As the user named it.'),
      resolved: optional(
        text('What the spec stood for, where that changes: an image in a registry with the digest of its tag.'),
      ),
      release: optional(name('As `uname -r` says it. Missing: the kernel could not be provided.')),
      sha256: optional(digest('the kernel as its distributor ships it')),
      commit: optional(text('Of a kernel that was built from a checkout, as `git describe --always --dirty` says it.')),
    },
    'The kernel that was booted.',
  ),
  machine: object(
    { name: name('As the user named it.'), args: listOf(text(), 'QEMU arguments.') },
    "The machine's shape.",
  ),
  arch: name('Architecture, as QEMU names it.'),
  qemu: object(
    { version: name('As the binary itself says it.'), sha256: digest("the system emulator's binary") },
    'The QEMU that was used.',
  ),
  compiler: optional(
    name('What built the modules: the first line of its `--version`. Missing: the tests of this cell have no modules.'),
  ),
  builds: optional(
    listOf(build, 'The builds of modules that failed or had warnings. Missing: all built without a warning.'),
  ),
  calls: optional(listOf(calls, 'Of suites whose tests make calls fail, one per module. Missing: there is none.')),
  callNotes: optional(
    listOf(
      text(),
      'Faults of calls, and lines of `info/failable`, that name what the modules do not call in this kernel. ' +
        'Missing: there is none.',
    ),
  ),
};

export const cell = defined('cell', object({ ...cellBeforeBoot, boot }, 'One combination of kernel and machine.'));
