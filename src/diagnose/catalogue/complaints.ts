import type { ReportKind } from './report-kind.ts';

const trace = { from: 'trace' } as const;
/** A message of dev_err() starts with the driver and the device. */
const device = String.raw`(?:(?<driver>[\w-]{1,40}) [\w.:-]{1,60}: )?`;

/**
 * The kernel blames a driver without calling it a bug: nothing is broken yet, but the driver did something that is
 * never right. Some print a stack, some do not. As the message of a WARN() they are part of that warning.
 */
export const complaints: readonly ReportKind[] = [
  // Names that exist already
  withStack({
    needle: 'cannot create duplicate filename',
    header: /^sysfs: cannot create duplicate filename '/,
    title: 'sysfs: cannot create duplicate filename in {guilty|}',
    absorbs: /^kobject_add_internal failed for /,
    skip: ['kobject'],
  }),
  withStack({
    needle: 'kobject_add_internal failed for ',
    header: /^kobject_add_internal failed for .{1,200} with -EEXIST/,
    title: 'kobject_add_internal failed with -EEXIST in {guilty|}',
    skip: ['kobject'],
  }),
  complaint({
    needle: 'already present',
    header: /^debugfs: (?<what>File|Directory) '.{1,200}' (?:with parent|in directory) .{0,200}already present!/,
    title: 'debugfs: {what} already present',
  }),
  complaint({
    needle: 'already registered',
    header: /^proc_dir_entry '.{1,200}' already registered/,
    title: 'proc_dir_entry already registered',
  }),
  complaint({
    needle: 'genirq: Flags mismatch',
    header: starting(
      String.raw`genirq: Flags mismatch irq \d+\. [\da-f]+ \((?<one>.{0,60}?)\) vs\. `,
      String.raw`[\da-f]+ \((?<other>.{0,60}?)\)`,
    ),
    title: 'genirq: Flags mismatch: {one} vs. {other}',
  }),
  // Devices that no longer answer, or write where they must not
  complaint({
    needle: 'NETDEV WATCHDOG: ',
    header: starting(
      String.raw`(?:(?<driver>[\w-]{1,40}) [\w.:-]{1,40} [\w.:-]{1,40}(?: \([\w ]{1,30}\))?: )?`,
      String.raw`NETDEV WATCHDOG: (?:\S{1,40} \((?<owner>[^)]{1,40})\): )?.{0,60}transmit queue \d+ timed out`,
    ),
    title: 'NETDEV WATCHDOG: {driver}{owner}: transmit queue timed out',
    absorbs: /^WARNING: .*(?:dev_watchdog|net\/sched\/sch_generic\.c)/,
  }),
  complaint({
    needle: 'DMAR: ',
    header: starting(
      String.raw`DMAR: ?\[(?<what>DMA (?:Read|Write)|INTR-REMAP|Interrupt)[^\]]{0,40}\] `,
      String.raw`Request device \[?[\w:.]+\]?.{0,200}fault (?:addr|reason|index)`,
    ),
    title: 'DMAR: {what} fault',
    absorbs: /^DMAR: /,
  }),
  complaint({
    needle: 'AMD-Vi: Event logged [',
    header: starting(
      device,
      String.raw`AMD-Vi: Event logged \[(?<what>IO_PAGE_FAULT|INVALID_DEVICE_REQUEST|ILLEGAL_DEV_TABLE_ENTRY|`,
      '(?:DEV|PAGE)_TAB_HARDWARE_ERROR)',
    ),
    title: 'AMD-Vi: {what}',
  }),
  complaint({
    needle: 'nhandled context fault',
    header: /^arm-smmu[\w-]{0,20} [\w.:@-]{1,60}: Unhandled context fault/,
    title: 'arm-smmu: unhandled context fault',
  }),
  complaint({
    needle: 'arm-smmu-v3 ',
    header: starting(
      String.raw`arm-smmu-v3 [\w.:@-]{1,60}: {1,4}event`,
      String.raw`(?:: (?<what>F_\w{1,40}|C_BAD_\w{1,40})| 0x[\da-f]{2} received)`,
    ),
    title: 'arm-smmu-v3: event {what}',
    absorbs: /^arm-smmu-v3 /,
  }),
  complaint({
    needle: '(Fatal)',
    header: starting(device, String.raw`(?:AER: |PCIe Bus Error: ).{0,40}\bUncorrect(?:ed|able) \(Fatal\)`),
    title: 'AER: uncorrectable fatal error of {driver}',
    absorbs: /^(?:[\w-]{1,40} [\w:.]{1,40}: )?(?:AER: |PCIe Bus Error: )/,
  }),
  // Errors without the minus: the kernel takes them for a success
  complaint({
    needle: 'unexpectedly returned ',
    header: starting(device, String.raw`Driver probe function unexpectedly returned \d`),
    title: 'probe of {driver} returned an error without its minus',
  }),
  withStack({
    needle: 'suspiciously returned ',
    header: starting(
      String.raw`do_init_module: '(?<driver>[\w-]{1,60})'->init suspiciously returned \d+, `,
      'it should follow 0/-E convention',
    ),
    title: 'init of {driver} returned an error without its minus',
    absorbs: /^do_init_module: loading module anyway/,
  }),
  // Registers, mappings, resources
  withStack({
    needle: 'unchecked MSR access error',
    header: /^unchecked MSR access error: (?<what>RDMSR|WRMSR) (?:from|to) 0x[\da-f]+/,
    title: 'unchecked MSR access error: {what} in {guilty|}',
  }),
  withStack({
    needle: 'iounmap: bad address',
    header: /^iounmap: bad address /,
    title: 'iounmap: bad address in {guilty|}',
  }),
  withStack({
    needle: 'Trying to ',
    header: /^Trying to (?<what>vfree|vunmap|iounmap)\(\) (?:nonexistent vm area|bad address) \(/,
    title: 'bad {what} in {guilty|}',
  }),
  complaint({
    needle: 'free nonexistent ',
    header: /^(?:resource: )?Trying to free nonexistent (?<what>resource|IRQ)/,
    title: 'Trying to free nonexistent {what}',
  }),
  // Objects
  withStack({
    needle: 'kobject (',
    header: starting(
      String.raw`kobject \([\da-fx]{4,18}\): (?<what>tried to init an initialized object|`,
      'attempted to be registered with empty name|must have a ktype)',
    ),
    title: 'kobject: {what} in {guilty|}',
  }),
  withStack({
    needle: 'refcount_t: ',
    header: /^refcount_t: (?<what>[a-z][\w ;,-]{3,60})/,
    title: 'refcount_t: {what} in {guilty|}',
  }),
  complaint({
    needle: 'DMA-API: ',
    header: starting(
      device,
      String.raw`DMA-API: (?:[\w-]{1,40} [\w:.-]{1,60}: )?(?<what>device driver [a-z][\w /-]{3,100}|`,
      String.raw`cacheline tracking|mapping sg segment|exceeded \d+ overlapping mappings)`,
    ),
    title: 'DMA-API: {what}',
  }),
];

type Complaint = Pick<ReportKind, 'needle' | 'header' | 'title' | 'absorbs' | 'skip'>;

function complaint(details: Complaint): ReportKind {
  return { kind: 'complaint', stackless: true, follows: 'open-report', ...details };
}

/** A stack may follow; it says who is to blame. */
function withStack(details: Complaint): ReportKind {
  return { ...complaint(details), guilty: [trace] };
}

function starting(...parts: readonly string[]): RegExp {
  return new RegExp(`^${parts.join('')}`);
}
