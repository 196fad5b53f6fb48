// Which part a file of the kernel's source has in a stack trace. The paths are the only thing that is chosen by hand;
// scripts/kernel-functions/main.ts makes the lists of functions from them.
import type { FunctionRole } from '../../src/diagnose/stack/kernel-function.ts';

interface Place {
  readonly role: FunctionRole | 'ignored';
  readonly why: string;
  readonly paths: readonly RegExp[];
}

/** Architectures that people test drivers on; the others only make the lists longer. */
const arch = 'arch/(?:arm|arm64|loongarch|mips|powerpc|riscv|s390|x86)';

function paths(...patterns: readonly string[]): readonly RegExp[] {
  return patterns.map((pattern) => new RegExp(`^(?:${pattern})`));
}

/** The first place with a matching path decides. */
const places: readonly Place[] = [
  {
    role: 'ignored',
    why: 'never in a trace of this kernel: boot loaders, programs of the host, code for other machines',
    paths: paths(
      '(?:Documentation|tools|scripts|usr|samples|certs|rust|debian)/',
      'arch/[^/]+/(?:boot|purgatory|tools|vdso\\w*|kernel/(?:vdso\\w*|pi)|entry/vdso|kvm/hyp)/',
      'lib/vdso/|drivers/firmware/efi/libstub/|drivers/acpi/acpica/utprint\\.c|drivers/staging/',
      `(?!${arch}/)arch/`,
    ),
  },
  {
    role: 'ignored',
    why: 'large, and no driver is above or below it in a trace',
    paths: paths('block/(?:partitions/|sed-opal)|kernel/(?:debug|livepatch)/|lib/zstd/|mm/damon/'),
  },
  {
    role: 'other',
    why: 'tests, in which the fault may be',
    paths: paths(
      String.raw`(?:.*[/_-])?(?:kunit|k?unit_?test|(?:self)?tests?)(?:[/_-].*|\.[ch])$`,
      String.raw`.*(?:torture|_kunit|benchmark)\w*\.c|lib/kunit/|drivers/misc/lkdtm/`,
      'crypto/(?:af_alg|algif_\\w+)\\.c',
    ),
  },
  {
    role: 'service',
    why: 'keeps what was freed, or what was seen; does not report',
    paths: paths('mm/kasan/quarantine\\.c|kernel/kcov\\.c|mm/kmemleak\\.c'),
  },
  {
    role: 'helper',
    why: 'sanitizers',
    paths: paths('mm/(?:kasan|kfence|kmsan)/|kernel/kcsan/|lib/ubsan\\.|kernel/cfi\\.c|mm/usercopy\\.c'),
  },
  {
    role: 'helper',
    why: 'reports and panics',
    paths: paths(
      'kernel/(?:panic|stacktrace|watchdog\\w*|hung_task|extable)\\.c|lib/(?:bug|dump_stack|stackdepot)\\.c',
    ),
  },
  {
    role: 'service',
    why: 'parts of the timers and of the memory management that are elsewhere',
    paths: paths('lib/timerqueue\\.c', `${arch}/lib/(?:clear|copy)_page`),
  },
  {
    role: 'entry',
    why: 'entry of traps, interrupts and system calls',
    paths: paths(
      'kernel/entry/',
      `${arch}/(?:entry/|include/asm/idtentry)`,
      `${arch}/kernel/(?:entry|traps|idt|nmi|irq|genex|exceptions|interrupt|syscall|debug-monitors|alternative|` +
        'cfi|callthunks|ftrace|mcount|kgdb)[\\w-]*\\.',
      `${arch}/mm/(?:fault|extable|maccess)\\w*\\.`,
    ),
  },
  {
    role: 'other',
    why: 'drivers beside the subsystems that they use',
    paths: paths('drivers/mmc/core/(?:pwrseq_|sdio_uart)|drivers/media/v4l2-core/tuner|drivers/usb/common/usb-conn'),
  },
  {
    role: 'helper',
    why: 'acts for its caller: strings, lists, locks, deferred work, interrupts',
    paths: paths(
      'lib/',
      'kernel/(?:locking|rcu|irq)/',
      'kernel/(?:workqueue\\w*|kthread|smpboot|softirq|smp|stop_machine|task_work|irq_work|async)\\.',
      'drivers/pci/[^/]+$',
      `crypto/|${arch}/(?:crypto|lib|mm/lib)/`,
    ),
  },
  {
    role: 'service',
    why: 'memory, time, the scheduler, copies, printing, walking of stacks, the driver core with its files',
    paths: paths(
      'mm/|kernel/(?:time|sched|dma|printk)/',
      `${arch}/kernel/(?:stacktrace|unwind|dumpstack|process)[\\w-]*\\.`,
      'fs/(?:kernfs|sysfs|debugfs|proc)/|drivers/base/|drivers/pmdomain/core\\.c',
    ),
  },
  {
    role: 'core',
    why: 'subsystems',
    paths: paths(
      'fs/[^/]+$|net/core/|net/socket\\.c|block/|init/|ipc/',
      'kernel/(?!bpf/|events/|trace/)',
      'arch/(?:(?:arm|arm64|riscv|x86)/kernel|(?:arm64|riscv|x86)/mm)/[^/]+$',
      'drivers/(?:usb/(?:core|common)|mmc/core|dma-buf|of)/[^/]+$',
      'drivers/(?:i2c/i2c-core|gpio/gpiolib|iio/industrialio|media/(?:mc|v4l2-core))[^/]*(?:/[^/]+)?\\.[ch]$',
      'drivers/(?:spi/(?:spi|spi-mem)|char/(?:misc|mem|random)|uio/uio|clk/clk|regulator/(?:core|helpers))\\.[ch]',
      'drivers/(?:input/(?:input|evdev|ff-core)|hid/(?:hid-core|hid-input)|rtc/(?:class|dev|interface|sysfs))\\.[ch]',
      'drivers/tty/(?:tty_\\w+|n_tty|pty|serial/serial_(?:core|base_bus|port))\\.[ch]',
      'drivers/(?:pwm/core|hwmon/hwmon|leds/led-\\w+|nvmem/core|reset/core|phy/phy-core|mfd/mfd-core)\\.[ch]',
      'drivers/(?:virtio/virtio(?:_ring)?|vfio/vfio_main|dma/dmaengine|watchdog/watchdog_\\w+)\\.[ch]',
    ),
  },
  { role: 'ignored', why: 'what only one platform has', paths: paths('arch/') },
  { role: 'other', why: 'drivers, file systems, protocols, and whatever else there is', paths: paths('') },
];

/** Inline functions of headers that every driver includes. If a file defines the function, too, that file counts. */
const header = /^include\/(?:linux\/[^/]+|asm-generic\/.+)\.h$/;
const otherHeader = new RegExp(`^include/|^${arch}/include/`);

/** `ignored`: the file says nothing about a name. */
export function roleOfFile(path: string): FunctionRole | 'ignored' {
  if (header.test(path)) return 'inline';
  if (otherHeader.test(path) && !path.endsWith('idtentry.h')) return 'ignored';
  return places.find((place) => place.paths.some((pattern) => pattern.test(path)))?.role ?? 'other';
}
