import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  baseName,
  parseInstructionPointer,
  readStack
} from "./chunk-DLOU7QU3.mjs";
import {
  QmpError,
  startDeadline
} from "./chunk-YHXX3QQK.mjs";
import {
  TextLines,
  hasStamp,
  isBad,
  parseConsoleLine,
  parseKtap,
  sharedPart,
  splitAtStamps,
  withoutIntroduction
} from "./chunk-X4S3OXBD.mjs";
import {
  maxLogBytes
} from "./chunk-CX2LRTTA.mjs";
import {
  readTextInside
} from "./chunk-57ZEP2ED.mjs";
import {
  writeFileAt
} from "./chunk-4NERI4SW.mjs";
import {
  describeFile
} from "./chunk-VZIXGXY6.mjs";
import {
  freeMiB
} from "./chunk-FPQDROTJ.mjs";
import {
  requireStarted,
  startKept
} from "./chunk-4K3JF4DD.mjs";
import {
  asObject
} from "./chunk-ZOCY7ZAN.mjs";
import {
  deferred
} from "./chunk-PNGENSD7.mjs";
import {
  isSystemError,
  makeDirectory,
  removeFile
} from "./chunk-TN32ZU5T.mjs";
import {
  crashPlace
} from "./chunk-4ZGFQWUM.mjs";
import {
  bounds
} from "./chunk-2OQNYEBH.mjs";

// src/host/process/worker-thread.ts
import { runInNewContext } from "node:vm";
import { parentPort, Worker, workerData } from "node:worker_threads";
var WorkerThread = class {
  #worker;
  #limits;
  #step = new Int32Array(new SharedArrayBuffer(4));
  #open;
  #isOver = false;
  /** `script`: a JavaScript file that calls `answerQuestions`. */
  constructor(script, limits) {
    this.#limits = limits;
    this.#worker = new Worker(script, {
      workerData: { step: this.#step },
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMiB }
    });
    this.#worker.on("message", (message) => this.#settle(answerOf(message)));
    this.#worker.on("error", (error) => {
      const step = this.#lastStep;
      this.#end(
        error.code === "ERR_WORKER_OUT_OF_MEMORY" ? { kind: "out-of-memory", step } : { kind: "failed", error }
      );
    });
    this.#worker.on(
      "exit",
      (status) => this.#end({ kind: "failed", error: new Error(`the thread ended with status ${status}`) })
    );
    this.#worker.unref();
  }
  get isOver() {
    return this.#isOver;
  }
  /** Asks a question that can be cloned, after the previous answer. Never rejects. */
  async ask(question) {
    if (this.#isOver || this.#open !== void 0)
      throw new Error("Internal error: a thread is asked that is over or busy");
    const open = deferred();
    this.#open = open;
    Atomics.store(this.#step, 0, 0);
    this.#worker.ref();
    const timer = setTimeout(() => this.#end({ kind: "late", step: this.#lastStep }), this.#limits.answerMs);
    this.#worker.postMessage(question);
    try {
      return await open.promise;
    } finally {
      clearTimeout(timer);
      this.#worker.unref();
    }
  }
  get #lastStep() {
    return Atomics.load(this.#step, 0);
  }
  #settle(answer) {
    this.#open?.resolve(answer);
    this.#open = void 0;
  }
  #end(answer) {
    if (!this.#isOver) void this.#worker.terminate();
    this.#isOver = true;
    this.#settle(answer);
  }
  [Symbol.dispose]() {
    this.#end({ kind: "failed", error: new Error("the thread was ended") });
  }
};
function answerOf(message) {
  if (message.kind === "answer") return message;
  const error = new Error(message.message);
  if (message.stack !== void 0) error.stack = message.stack;
  return { kind: "failed", error };
}
function answerQuestions(answer) {
  const port = parentPort;
  if (port === null) throw new Error("Internal error: this is no worker thread");
  const { step } = workerData;
  const steps = { at: (value) => void Atomics.store(step, 0, value) };
  port.on("message", (question) => {
    let message;
    try {
      message = { kind: "answer", value: answer(question, steps) };
    } catch (error) {
      message = error instanceof Error ? { kind: "failed", message: error.message, stack: error.stack } : { kind: "failed", message: String(error), stack: void 0 };
    }
    port.postMessage(message);
  });
}
function matchEach(patterns, lists, limitMs) {
  if (patterns.length === 0) return lists.map(() => false);
  try {
    return runInNewContext(
      "lists.map((texts) => texts.some((text) => patterns.some((pattern) => pattern.test(text))))",
      { patterns, lists },
      { timeout: limitMs }
    );
  } catch (error) {
    if (error.code === "ERR_SCRIPT_EXECUTION_TIMEOUT") return void 0;
    throw error;
  }
}

// src/diagnose/catalogue/complaints.ts
var trace = { from: "trace" };
var device = String.raw`(?:(?<driver>[\w-]{1,40}) [\w.:-]{1,60}: )?`;
var complaints = [
  // Names that exist already
  withStack({
    needle: "cannot create duplicate filename",
    header: /^sysfs: cannot create duplicate filename '/,
    title: "sysfs: cannot create duplicate filename in {guilty|}",
    absorbs: /^kobject_add_internal failed for /,
    skip: ["kobject"]
  }),
  withStack({
    needle: "kobject_add_internal failed for ",
    header: /^kobject_add_internal failed for .{1,200} with -EEXIST/,
    title: "kobject_add_internal failed with -EEXIST in {guilty|}",
    skip: ["kobject"]
  }),
  complaint({
    needle: "already present",
    header: /^debugfs: (?<what>File|Directory) '.{1,200}' (?:with parent|in directory) .{0,200}already present!/,
    title: "debugfs: {what} already present"
  }),
  complaint({
    needle: "already registered",
    header: /^proc_dir_entry '.{1,200}' already registered/,
    title: "proc_dir_entry already registered"
  }),
  complaint({
    needle: "genirq: Flags mismatch",
    header: starting(
      String.raw`genirq: Flags mismatch irq \d+\. [\da-f]+ \((?<one>.{0,60}?)\) vs\. `,
      String.raw`[\da-f]+ \((?<other>.{0,60}?)\)`
    ),
    title: "genirq: Flags mismatch: {one} vs. {other}"
  }),
  // Devices that no longer answer, or write where they must not
  complaint({
    needle: "NETDEV WATCHDOG: ",
    header: starting(
      String.raw`(?:(?<driver>[\w-]{1,40}) [\w.:-]{1,40} [\w.:-]{1,40}(?: \([\w ]{1,30}\))?: )?`,
      String.raw`NETDEV WATCHDOG: (?:\S{1,40} \((?<owner>[^)]{1,40})\): )?.{0,60}transmit queue \d+ timed out`
    ),
    title: "NETDEV WATCHDOG: {driver}{owner}: transmit queue timed out",
    absorbs: /^WARNING: .*(?:dev_watchdog|net\/sched\/sch_generic\.c)/
  }),
  complaint({
    needle: "DMAR: ",
    header: starting(
      String.raw`DMAR: ?\[(?<what>DMA (?:Read|Write)|INTR-REMAP|Interrupt)[^\]]{0,40}\] `,
      String.raw`Request device \[?[\w:.]+\]?.{0,200}fault (?:addr|reason|index)`
    ),
    title: "DMAR: {what} fault",
    absorbs: /^DMAR: /
  }),
  complaint({
    needle: "AMD-Vi: Event logged [",
    header: starting(
      device,
      String.raw`AMD-Vi: Event logged \[(?<what>IO_PAGE_FAULT|INVALID_DEVICE_REQUEST|ILLEGAL_DEV_TABLE_ENTRY|`,
      "(?:DEV|PAGE)_TAB_HARDWARE_ERROR)"
    ),
    title: "AMD-Vi: {what}"
  }),
  complaint({
    needle: "nhandled context fault",
    header: /^arm-smmu[\w-]{0,20} [\w.:@-]{1,60}: Unhandled context fault/,
    title: "arm-smmu: unhandled context fault"
  }),
  complaint({
    needle: "arm-smmu-v3 ",
    header: starting(
      String.raw`arm-smmu-v3 [\w.:@-]{1,60}: {1,4}event`,
      String.raw`(?:: (?<what>F_\w{1,40}|C_BAD_\w{1,40})| 0x[\da-f]{2} received)`
    ),
    title: "arm-smmu-v3: event {what}",
    absorbs: /^arm-smmu-v3 /
  }),
  complaint({
    needle: "(Fatal)",
    header: starting(device, String.raw`(?:AER: |PCIe Bus Error: ).{0,40}\bUncorrect(?:ed|able) \(Fatal\)`),
    title: "AER: uncorrectable fatal error of {driver}",
    absorbs: /^(?:[\w-]{1,40} [\w:.]{1,40}: )?(?:AER: |PCIe Bus Error: )/
  }),
  // Registers, mappings, resources
  withStack({
    needle: "unchecked MSR access error",
    header: /^unchecked MSR access error: (?<what>RDMSR|WRMSR) (?:from|to) 0x[\da-f]+/,
    title: "unchecked MSR access error: {what} in {guilty|}"
  }),
  withStack({
    needle: "iounmap: bad address",
    header: /^iounmap: bad address /,
    title: "iounmap: bad address in {guilty|}"
  }),
  withStack({
    needle: "Trying to ",
    header: /^Trying to (?<what>vfree|vunmap|iounmap)\(\) (?:nonexistent vm area|bad address) \(/,
    title: "bad {what} in {guilty|}"
  }),
  complaint({
    needle: "free nonexistent ",
    header: /^(?:resource: )?Trying to free nonexistent (?<what>resource|IRQ)/,
    title: "Trying to free nonexistent {what}"
  }),
  // Objects
  withStack({
    needle: "kobject (",
    header: starting(
      String.raw`kobject \([\da-fx]{4,18}\): (?<what>tried to init an initialized object|`,
      "attempted to be registered with empty name|must have a ktype)"
    ),
    title: "kobject: {what} in {guilty|}"
  }),
  withStack({
    needle: "refcount_t: ",
    header: /^refcount_t: (?<what>[a-z][\w ;,-]{3,60})/,
    title: "refcount_t: {what} in {guilty|}"
  }),
  complaint({
    needle: "DMA-API: ",
    header: starting(
      device,
      String.raw`DMA-API: (?:[\w-]{1,40} [\w:.-]{1,60}: )?(?<what>device driver [a-z][\w /-]{3,100}|`,
      String.raw`cacheline tracking|mapping sg segment|exceeded \d+ overlapping mappings)`
    ),
    title: "DMA-API: {what}"
  })
];
function complaint(details) {
  return { kind: "complaint", stackless: true, follows: "open-report", ...details };
}
function withStack(details) {
  return { ...complaint(details), guilty: [trace] };
}
function starting(...parts) {
  return new RegExp(`^${parts.join("")}`);
}

// src/diagnose/catalogue/faults.ts
var ip = { from: "instruction-pointer" };
var trace2 = { from: "trace" };
var ownOops = new RegExp(
  String.raw`^(?:Oops|Internal error|invalid (?:opcode|op)\b|invalid_op|Kernel BUG|general protection fault|` + String.raw`[Kk]ernel bug detected\[#|CPU \d+ Unable to handle|[a-z][\w -]{2,40}: [\da-f]{4} (?:ilc:\d )?\[#\d)`
);
var faults = [
  {
    kind: "null-deref",
    needle: "NULL pointer dereference",
    header: new RegExp(
      String.raw`^(?:BUG: |CPU \d+ |Kernel attempted to |)(?:unable to handle kernel|[Kk]ernel|` + "Unable to handle kernel) NULL pointer dereference"
    ),
    title: "BUG: unable to handle kernel NULL pointer dereference in {guilty}",
    guilty: [ip, trace2],
    absorbs: ownOops
  },
  {
    kind: "page-fault",
    needle: "nable to handle",
    header: new RegExp(
      String.raw`^(?:BUG: |CPU \d+ )?[Uu]nable to handle (?:kernel paging request|page fault for address|` + "[Kk]ernel data access|kernel instruction fetch|kernel execution of|kernel execute from|kernel (?:read|write) (?:from|to) |kernel unknown access|kernel pointer dereference)"
    ),
    title: "BUG: unable to handle kernel paging request in {guilty}",
    guilty: [ip, trace2],
    absorbs: ownOops
  },
  {
    kind: "page-fault",
    needle: "nable to handle kernel",
    header: /^(?:BUG: )?[Uu]nable to handle kernel access to user memory/,
    title: "BUG: unable to handle kernel access to user memory in {guilty}",
    guilty: [ip, trace2],
    absorbs: ownOops
  },
  {
    // Two printk calls in older kernels; the second one may be lost.
    kind: "page-fault",
    needle: "BUG: ",
    header: /^BUG: [Uu]nable to handle (?:kernel|page)/,
    title: "BUG: unable to handle kernel",
    absorbs: ownOops
  },
  {
    kind: "page-fault",
    needle: "Unhandled ",
    header: /^Unhandled (?:(?:prefetch )?(?:fault|abort)): .* at 0x/,
    title: "Unhandled fault in {guilty}",
    guilty: [ip, trace2],
    absorbs: ownOops
  },
  {
    kind: "gpf",
    needle: "general protection fault",
    // The hint of older KASANs sometimes lacks its line feed.
    header: /^(?:kasan: GPF could be caused by .{1,50})?(?:Oops: )?(?:segment-related )?general protection fault.*?: /,
    title: "general protection fault in {guilty}",
    guilty: [ip, trace2],
    absorbs: ownOops
  },
  {
    kind: "gpf",
    needle: "general protection fault",
    header: /^(?:Oops: )?(?:segment-related )?general protection fault(?:, (?:probably|maybe)| for non-canonical)/,
    title: "general protection fault in {guilty}",
    guilty: [ip, trace2],
    absorbs: ownOops
  },
  {
    kind: "oops",
    needle: "segment: ",
    header: /^(?:Oops: )?stack[ _-]segment: /,
    title: "stack segment fault in {guilty}",
    guilty: [ip, trace2]
  },
  {
    kind: "oops",
    needle: "divide",
    header: /^(?:Oops: )?divide[ _]error: /,
    title: "divide error in {guilty}",
    guilty: [ip, trace2]
  },
  {
    kind: "stack-overflow",
    needle: "stack guard page was hit",
    header: /^BUG: (?:\w+ )?stack guard page was hit at/,
    title: "BUG: stack guard page was hit in {guilty}",
    guilty: [ip, trace2],
    absorbs: /^(?:kernel stack overflow|Oops|stack guard page: |PANIC: double fault|traps: PANIC)/
  },
  {
    kind: "stack-overflow",
    needle: "nsufficient stack space to handle exception",
    header: /^Insufficient stack space to handle exception!/,
    title: "kernel stack overflow in {guilty}",
    guilty: [ip, trace2],
    absorbs: /^Kernel panic - not syncing: [Kk]ernel stack overflow/
  },
  {
    kind: "stack-overflow",
    needle: "kernel stack overflow",
    header: /^kernel stack overflow \(\w+/,
    title: "kernel stack overflow in {guilty}",
    guilty: [ip, trace2],
    follows: "open-report"
  },
  {
    kind: "oops",
    needle: "PANIC: double fault",
    header: /^(?:traps: )?PANIC: double fault/,
    title: "PANIC: double fault in {guilty}",
    guilty: [ip, trace2],
    absorbs: /^(?:Oops: )?double fault: |^Kernel panic - not syncing: Machine halted/
  },
  {
    kind: "bug",
    needle: "kernel BUG at mm/usercopy.c",
    header: /^kernel BUG at mm\/usercopy\.c/,
    title: "BUG: bad usercopy in {guilty}",
    guilty: [ip, trace2],
    skip: ["usercopy"],
    absorbs: ownOops
  },
  {
    kind: "bug",
    needle: "kernel BUG at lib/list_debug.c",
    header: /^kernel BUG at lib\/list_debug\.c/,
    title: "BUG: corrupted list in {guilty}",
    guilty: [ip, trace2],
    absorbs: ownOops
  },
  {
    kind: "bug",
    needle: "kernel BUG at ",
    header: /^kernel BUG at (?<file>[^\s:!]+)(?::\d+)?/,
    title: "kernel BUG in {guilty}",
    guilty: [ip, trace2],
    absorbs: ownOops
  },
  {
    kind: "bug",
    needle: "Kernel BUG ",
    header: /^Kernel BUG (?:at|\[#)/,
    title: "kernel BUG in {guilty}",
    guilty: [ip, trace2],
    follows: "open-report",
    absorbs: ownOops
  },
  {
    kind: "bug",
    needle: ": panicked at ",
    header: /^rust_kernel: panicked at /,
    detail: /^(?<message>(?!-+\[ cut here|rust_kernel: |kernel BUG at ).*\S)/,
    title: "{message|rust panic} in {guilty}",
    guilty: [ip, trace2],
    absorbs: /^(?:kernel BUG at rust\/helpers|Oops|invalid opcode|Internal error)/
  },
  // The oops line itself is a report's first line only if that one was lost.
  {
    kind: "oops",
    needle: "invalid opcode: ",
    header: /^(?:Oops: )?invalid opcode: /,
    title: "invalid opcode in {guilty}",
    guilty: [ip, trace2],
    follows: "open-report"
  },
  {
    kind: "oops",
    needle: "Internal error: ",
    header: /^Internal error: (?<what>Oops - BUG|BUG)/,
    title: "kernel BUG in {guilty}",
    guilty: [ip, trace2],
    follows: "open-report"
  },
  {
    kind: "oops",
    needle: "Internal error: ",
    header: /^Internal error: /,
    title: "Internal error in {guilty}",
    guilty: [ip, trace2],
    follows: "open-report"
  },
  {
    kind: "oops",
    needle: "Oops",
    header: new RegExp(
      String.raw`^Oops(?: ?\[#\d+\]| - [\w ]+ \[#\d+\]|: (?:Oops: )?[\da-f]{4} (?:ilc:\d )?\[#\d+\]|` + String.raw`: (?:Exception in kernel mode|[A-Z][\w ]{3,40}, sig: \d+ \[#\d+\]))`
    ),
    title: "Oops in {guilty}",
    guilty: [ip, trace2],
    follows: "open-report"
  },
  {
    kind: "oops",
    needle: "Oops: ",
    header: /^Oops: (?<what>[a-z][\w -]+?): [\da-f]{4} \[#\d+\]/,
    title: "{what} in {guilty}",
    guilty: [ip, trace2],
    follows: "open-report"
  },
  // How other traps and other architectures number an exception: x86, s390, then mips and loongarch.
  {
    kind: "oops",
    needle: "[#",
    header: /^(?<what>[a-z]\w{1,20}(?: \w{1,20}){0,4}): [\da-f]{4} (?:ilc:\d )?\[#\d+\]/,
    title: "{what} in {guilty}",
    guilty: [ip, trace2],
    follows: "open-report"
  },
  {
    kind: "bug",
    needle: "ernel bug detected[#",
    header: /^[Kk]ernel bug detected\[#\d+\]/,
    title: "kernel BUG in {guilty}",
    guilty: [ip, trace2],
    follows: "open-report"
  },
  {
    kind: "oops",
    needle: "[#",
    header: /^(?<what>[A-Z][\w ,!-]{3,60}?) ?\[#\d+\]:?$/,
    title: "{what} in {guilty}",
    guilty: [ip, trace2],
    follows: "open-report"
  },
  {
    kind: "oops",
    needle: "SError Interrupt on CPU",
    header: /^SError Interrupt on CPU\d+/,
    title: "SError Interrupt in {guilty}",
    guilty: [ip, trace2],
    absorbs: /^(?:Internal error|Kernel panic - not syncing: Asynchronous SError)/
  }
];

// src/diagnose/catalogue/kernel-state.ts
var trace3 = { from: "trace" };
var kernelState = [
  {
    kind: "bug",
    needle: "BUG: Dentry ",
    header: /^BUG: Dentry .* still in use \(-?\d+\) +\[unmount of /,
    title: "BUG: Dentry still in use in unmount",
    absorbs: /^WARNING: .*fs\/dcache\.c|^VFS: Busy inodes/
  },
  {
    kind: "bug",
    needle: "Bad page state",
    header: /^BUG: Bad page state in process/,
    title: "BUG: Bad page state in {guilty}",
    guilty: [{ from: "trace-after", heading: /page last allocated/ }, trace3],
    skip: ["free", "allocator", "pages", "pageCheck"]
  },
  {
    kind: "bug",
    needle: "Bad page map",
    header: /^BUG: Bad page map in process/,
    title: "BUG: Bad page map in {guilty}",
    guilty: [trace3],
    skip: ["pageCheck"]
  },
  {
    kind: "bug",
    needle: "Bad page cache",
    header: /^BUG: Bad page cache in process/,
    title: "BUG: Bad page cache in {guilty}",
    guilty: [trace3],
    skip: ["pageCheck"]
  },
  {
    kind: "bug",
    needle: "Bad rss-counter state",
    header: /^BUG: Bad rss-counter state/,
    title: "BUG: Bad rss-counter state",
    stackless: true
  },
  {
    kind: "bug",
    needle: " on freeing mm",
    header: /^BUG: non-zero (?<what>\w+) on freeing mm/,
    title: "BUG: non-zero {what} on freeing mm",
    stackless: true
  },
  // SLUB: `BUG cache (taint): what`.
  {
    kind: "bug",
    needle: "BUG ",
    header: /^BUG [\w.:-]+(?: \((?:Not t|T)ainted[^)]*\))?\s*: (?<what>[A-Z][\w ]*\w)/,
    title: "BUG: {what}"
  },
  {
    kind: "bug",
    needle: "VFS: Close: ",
    header: /^VFS: Close: file count is (?:0|zero)/,
    title: "VFS: Close: file count is zero (use-after-free)",
    stackless: true
  },
  {
    kind: "bug",
    needle: "VFS: Busy inodes",
    header: /^VFS: Busy inodes after unmount/,
    title: "VFS: Busy inodes after unmount (use-after-free)",
    stackless: true
  },
  {
    kind: "general",
    needle: "unregister_netdevice: waiting for ",
    header: /^unregister_netdevice: waiting for \S+ to become free/,
    title: "unregister_netdevice: waiting for DEV to become free",
    stackless: true
  },
  { kind: "irq", needle: "nobody cared", header: /^irq (?:event )?\d+: nobody cared/, title: "irq: nobody cared" },
  {
    kind: "irq",
    needle: "bogus return value",
    header: /^irq event \d+: bogus return value [\da-f]+/,
    title: "irq: bogus return value"
  },
  // Anything else that calls itself a bug.
  {
    kind: "bug",
    needle: "BUG: ",
    header: /^(?:\[ )?BUG: (?!MAX_|no syscalls |DEBUG)(?<what>[A-Za-z](?:(?! \]$)[^\n])*)/,
    title: "BUG: {what}",
    proof: "stack-or-stamp"
  }
];

// src/diagnose/catalogue/driver-core.ts
var driverCore = [
  /^kobject_(?:del|put|release|cleanup|uevent|get|add_internal)/,
  /^_*kobject_(?:del|put)/,
  /^add_uevent_var/,
  /^get_device_parent/,
  /^_*device_(?:add|del|unregister|destroy|remove_file|for_each_child|remove_attrs)/,
  /^_*device_create/,
  /^_*(?:device|class|bus|driver|root_device|misc|platform_device|platform_driver)_(?:create|register)/,
  /^_*(?:platform|pci|usb|i2c|spi|serio|hid)_register_(?:drivers?|device)/,
  /^_*(?:platform|bus|cdev)_(?:device|driver)?_?(?:add|register)/,
  /^bus_(?:add|probe)_/,
  /^cdev_(?:device_)?add$/,
  /^(?:internal_)?create_(?:dir|files?|group)$/,
  /^internal_create_groups?$/,
  /^sysfs_(?:create|add|merge)/,
  /^(?:proc_mkdir|proc_create|proc_register|debugfs_create|start_creating)/,
  /^native_(?:read|write)_msr/,
  /^(?:ex_handler|fixup)_/,
  /^(?:iounmap|vunmap|vfree)$/,
  /^put_device$/,
  /^get_device$/,
  /^device_release$/,
  /^devres_/,
  /sysfs_remove/,
  /^sysfs_warn/,
  /^kernfs_(?:remove|drain|deactivate)/,
  /^_*unregister_(?:netdev|client)/,
  /^rollback_registered/,
  /^tty_unregister_device/,
  /^hwrng_unregister/,
  /^i2c_del_adapter/,
  /^(?:dummy|vhci)_urb_enqueue/,
  /^usb_(?:kill|poison)(?:_anchored)?_urbs?/,
  /^usb_(?:control_msg|hcd_submit_urb|submit_urb|start_wait_urb|bulk_msg|interrupt_msg|internal_control_msg)/
];

// src/diagnose/catalogue/always-exempt.ts
var alwaysExemptGroups = {
  /** The sanitizers' own code, and the accessors that they instrument. */
  sanitizer: [
    /^_*(?:hw)?(?:asan|msan|tsan|kasan|kmsan|kcsan|kfence|ubsan|sanitizer|kcov)_/,
    /kasan|kmsan|kcsan|kfence/,
    /^(?:check_memory_region|check_region)/,
    /^read_word_at_a_time$/,
    /^instrument_/,
    /^print_(?:address_description|report)/,
    /^handle_overflow$/,
    /^report_(?:sanitizer|enabled)/,
    /^__?read_once_(?:size|nocheck|word)/,
    /^msan_/,
    /cfi_(?:check|slowpath|failure)/,
    /^stack_trace_(?:save|consume)/,
    /^(?:__)?save_stack/
  ],
  /** Code that prints reports, and panics. */
  reporting: [
    /^_*dump_stack/,
    /^(?:show_stack|dump_backtrace|unwind_backtrace)/,
    /^_*panic/,
    /panic$/,
    /^check_panic_on_warn$/,
    /^nmi_panic/,
    /^_*warn(?:_slowpath|_alloc|_printk|$)/,
    /^warn_/,
    /^_*report_bug/,
    /^(?:handle_bug|die)$/,
    /^_*die_body/,
    /^(?:oops|crash|ex_handler)_/,
    /^print_.*(?:bug|error|stall|usage|inversion)/,
    /^__schedule_bug/,
    /^fixup_(?:bug|exception)/,
    /^_*rust_(?:helper_BUG|begin_unwind|panic)/,
    /^core::(?:panicking|option|result|cell)::/,
    /rust_begin_unwind$/
  ],
  /** Entry code of traps and interrupts, by architecture. */
  trap: [
    // x86
    /^(?:do_)?invalid_op$/,
    /^do_error_trap$/,
    /^do_trap/,
    /_trap$/,
    /^(?:asm_|xen_)?exc_/,
    /^(?:asm_)?sysvec_/,
    /^error_entry$/,
    /^(?:x86_|__x86_)?(?:indirect_thunk|return_thunk)/,
    /_indirect_thunk_/,
    /^srso_/,
    /^retint_/,
    /^common_interrupt/,
    /^asm_common_interrupt/,
    /^paranoid_/,
    /^df_debug$/,
    /^(?:do_|asm_exc_|exc_)?double_fault$/,
    /^early_idt_handler/,
    // arm64
    /^(?:__)?do_kernel_fault$/,
    /^do_(?:tag_check_fault|tag_recovery|translation_fault|alignment_fault|bad|bad_area|mem_abort|sp_pc_abort)$/,
    /^el[01](?:h|t)?_(?!svc)/,
    /^el1_/,
    /^bug_handler$/,
    /^brk_handler$/,
    /^call_break_hook$/,
    /^do_debug_exception$/,
    /^call_el1_break_hook/,
    /^reserved_fault_brk_handler$/,
    // arm
    /^do_undefinstr$/,
    /^__und_(?:svc|usr)/,
    /^arm_syscall$/,
    /^do_PrefetchAbort$/,
    /^__pabt_/,
    // riscv
    /^do_trap_/,
    /^handle_exception$/,
    /^ret_from_exception$/,
    /^handle_break$/,
    // powerpc
    /^program_check_(?:exception|common)/,
    /^interrupt_return/
  ],
  /** Locks and lockdep; waking and waiting. */
  lock: [
    /(?:spin|read|write)_(?:try)?(?:un)?lock/,
    /^_*(?:do_)?raw_(?:spin|read|write)/,
    /spin_(?:lock|trylock|unlock)/,
    /^_*queued_(?:spin|read|write)/,
    /^native_queued/,
    /^pv_(?:wait|kick|queued)/,
    /^_*(?:ww_|rt_|rw_)?mutex_/,
    /^debug_(?:spin|mutex|rt_mutex|write|read)/,
    /^spin_(?:bug|dump)$/,
    /^rwlock_bug/,
    new RegExp(
      "^_*(?:percpu_)?(?:down|up)(?:_read|_write|_interruptible|_killable|_timeout|_trylock|_common|_nested|_slowpath|_failed|_non_owner)*$"
    ),
    /^rwsem_/,
    /^rwbase_/,
    /^osq_(?:un)?lock/,
    /^downgrade_write$/,
    /^_*lock_(?:acquire|release|acquired|contended|downgrade|is_held|class|set_class|pin|unpin|repin)/,
    /lockdep/,
    /^_*(?:register|assign|look_up)_lock_(?:class|key)/,
    /^reacquire_held_locks/,
    /^match_held_lock/,
    /^find_held_lock/,
    /^(?:mark|check|valid|validate|add)_(?:lock|prev|chain|usage|noncircular|deadlock|irq|wait)/,
    /^check_(?:prevs_add|path|irq_usage|preemption_disabled)/,
    /^debug_check_no_locks/,
    /^(?:trace_)?(?:hard|soft)irqs_(?:on|off)/,
    /^trace_hardirqs/,
    /^perf_trace_lock/,
    /^lock_torture/,
    /^__lock_acquire/,
    /rq_lock/,
    /^assertion_failed$/,
    /^swake_up/,
    /^_*wake_up(?!_new_task)/,
    /^wait_for_completion/,
    /^complete(?:_all)?$/,
    /^complete_with_flags$/,
    /^_*local_bh_(?:en|dis)able/,
    /seqprop/,
    /^_*local_bh/,
    /^might_(?:lock|alloc)/,
    /^class_\w+_(?:con|de)structor$/,
    /^_*guard_/
  ],
  /** C library functions, and copying to and from user space. */
  copy: [
    /^_*mem(?:cpy|cmp|set|set16|set32|set64|chr|chr_inv|move|scan|zero)(?:_\w+)?$/,
    /^memcpy_/,
    /^rep_(?:movs|stos)/,
    /^_*str(?:n|l|s)?(?:cmp|cpy|len|str|chr|cat|casecmp|pbrk|rchr|sep|spn|im|rstrip)(?:_pad|nul)?$/,
    /^sized_strscpy/,
    /^strn(?:cpy_from_user|len_user)/,
    /^strscpy/,
    /^skip_spaces$/,
    /^bcmp$/,
    /^_*crc\d*_/,
    /^aes_/,
    /^sha\d/,
    /^chacha/,
    /^jhash/,
    /^siphash/,
    /^xxh\d/,
    /^do_csum/,
    /^csum_(?:partial|and_copy)/,
    /^_*fortify_/,
    /^_*copy_overflow/,
    /^(?:io)?(?:read|write)(?:[bwlq]|8|16|32|64)(?:_relaxed|be|_rep)?$/,
    /^_*logic_(?:in|out|pio)/,
    /^_*(?:in|out)s?[bwl](?:_p)?$/,
    /^mmio_(?:in|out)s/,
    /^_*copy_(?:to|from|in)_(?:user|iter|kernel)/,
    /^_*copy_(?:user|mc|page_(?:to|from)_iter|folio_(?:to|from)_iter)/,
    /^copy(?:in|out)(?:_|$)/,
    /^_?copy_(?:to|from)_/,
    /^raw_copy_/,
    /^_*(?:get|put|clear)_user/,
    /^iterate_(?:iovec|bvec|kvec|xarray|folioq|ubuf|and_advance)/,
    /^_*might_(?:fault|sleep|resched)/,
    /^__might_/,
    /^_*cond_resched/,
    /^fault_in_/,
    /^user_access_/,
    /^simple_copy_to_iter$/,
    /^copy_(?:from|to)_sockptr/,
    /^usercopy_/,
    /^_*check_(?:object_size|heap_object|stack_object|page_span)/
  ],
  /** Lists, trees, reference counts, bit operations: bad arguments are their caller's fault. */
  structure: [
    new RegExp(
      "^_*(?:h|hlist_nulls_|l|p)?list_(?:add|del|replace|move|splice|first|entry|unhashed|empty|for_each|is_|head|bulk|rotate|cut|swap)"
    ),
    /^_*(?:hlist|llist|plist)_/,
    /^_*refcount_/,
    /^_*kref_/,
    /^_*(?:raw_|arch_)?atomic(?:64|_long)?_/,
    /^_*(?:arch_|variable_|constant_|generic_)?(?:__)?(?:test|set|clear|change)(?:_and_(?:set|clear|change))?_bit/,
    /^find_(?:first|next|last)(?:_zero|_and)?_bit$/,
    /^_*rb_(?:erase|insert)/,
    /^rb_(?:next|prev|first|last)/,
    /^xas_(?!split)/,
    /^xa_(?:load|store|erase)/,
    /^_*rcu_(?:read_(?:un)?lock|is_watching|lock)/,
    /^rcu_dereference/,
    /^preempt_count/,
    /^ptr_to_hashval/,
    /^percpu_ref_(?:get|put|tryget)/,
    /^__percpu_counter_/,
    /^percpu_counter_/,
    /^rhashtable_(?:lookup|walk|insert|remove)/,
    /^_*rhashtable_(?:lookup|insert|remove)/,
    /^_*(?:idr|ida|radix_tree)_/,
    /^klist_/,
    /^ref_tracker_/,
    /^cleanup_srcu_struct/,
    /^_*phys_addr/,
    /^_*virt_to_/,
    /^(?:mas|mt|mtree)_/,
    /^bitmap_/,
    /^(?:__)?(?:un)?lock_page$/,
    /^folio_unlock$/,
    /^mark_buffer_dirty$/,
    /^find_(?:lock|get)_(?:entries|pages?|pages_range)$/,
    /^truncate_inode_pages/
  ],
  /** Formatting and printing. */
  print: [
    /^_*(?:v)?printk/,
    /^_?printk/,
    /^vprintk/,
    /^_?dev_(?:info|notice|warn|err|alert|crit|emerg|printk|vprintk)/,
    /^dev_(?:v)?printk/,
    /^__(?:netdev|dev|drm)_printk/,
    /^v?s[cn]*n?printf/,
    /^v?scnprintf/,
    /^v?snprintf/,
    /^k(?:v)?asprintf/,
    /^kvasprintf/,
    /^string(?:_nocheck)?$/,
    /^pointer$/,
    /^format_decode$/,
    /^number$/,
    /^console_(?:unlock|flush|emit)/,
    /^printk_/,
    /^va_format/,
    /^widen_string/,
    /^hex_dump/,
    /^hex_string$/,
    /^print_hex_dump/,
    /^seq_(?:v)?printf$/
  ],
  /** Debug objects, timers, work items: they detect what their user did. */
  deferred: [
    /^debug_(?:object|check|print|timer|work|hrtimer|rcu)/,
    /_is_static_object$/,
    /^(?:try_to_)?del_timer/,
    /^timer_(?:delete|shutdown)/,
    /^__?timer_delete/,
    /^__try_to_del_timer/,
    /^_*flush_(?:work|workqueue|delayed_work)(?:_|$)/,
    /^__flush_work/,
    /^_*cancel_(?:work|delayed_work|work_timer)/,
    /^try_to_grab_pending/,
    /^work_grab_pending/,
    /^(?:drain|destroy)_workqueue/,
    /^start_flush_work/,
    /^finish_wait/,
    /^kthread_stop/,
    /^timer_fixup/,
    /^__flush_workqueue/,
    /^_*queue_(?:delayed_)?work/,
    /^mod_delayed_work/,
    /^lock_timer_base$/,
    /^_*mod_timer/,
    /^sk_(?:stop|reset)_timer/,
    /^_*timer_delete/
  ],
  core: driverCore,
  /** Freeing socket buffers and memory: whoever freed them is to blame. */
  release: [
    /^_*k(?:v|z|vz)?free(?:_sensitive|_const|_rcu)?$/,
    /^_*(?:vfree$|kmem_cache_free)/,
    /^_*kfree_skb/,
    /^consume_skb/,
    /^skb_(?:(?:over_|under_)?panic|put|push|pull)/
  ]
};

// src/diagnose/catalogue/blame-exemptions.ts
var skipGroups = {
  ...alwaysExemptGroups,
  /** Allocators proper. */
  allocator: [
    /^_*k[vmcz]*(?:re)?alloc/,
    /^_*vz?alloc/,
    /vmalloc/,
    /kmem_/,
    /slab/,
    /kmalloc/,
    /kcalloc/,
    /kzalloc/,
    /^krealloc/
  ],
  /** Functions that allocate for their caller. */
  allocation: [
    /alloc/,
    /kmem/,
    /slab/,
    /^create_object/,
    /^idr_(?:get|preload)/,
    /^list_lru_init/,
    /^pcpu_create/,
    /(?:str|mem)n?dup/,
    /^kv?asprintf/,
    /^kvasprintf/,
    /mmap/,
    /^_*get_free_page/,
    /^object_/,
    /^build_skb/,
    /^__build_skb/,
    /list_lru_init/,
    /^_*kobject_(?:set_name|init_and_add|add)/,
    /^dev_set_name/
  ],
  /** Freeing memory. */
  free: [
    /kmem_/,
    /slab/,
    /^_*k?v?free/,
    /^_*vunmap/,
    /^_*kfree/,
    /^_*free_(?:pages?|unref|one_page|frozen|pcp|large|the)/,
    /^_*folio_put/,
    /^__?put_page/,
    /^mempool_free/,
    /^free_/,
    /^do_slab_free/,
    /^cache_free/,
    /^rcu_free_/
  ],
  /** Users of debug objects. */
  objects: [
    /^_*debug_/,
    /^init_timer/,
    /rcu/,
    /^_*h?r?timer_/,
    /^hrtimer_/,
    /work_/,
    /^_*percpu_/,
    /^kobject_/,
    /^__?init_(?:work|timer)/,
    /^del_timer/,
    /^queue_/
  ],
  /** Checks of pages that are allocated or freed. */
  pageCheck: [
    /^bad_page/,
    /^print_bad_p/,
    /page_is_bad/,
    /^check_(?:new_page|free_page|pcp)/,
    /^(?:__)?free_(?:pages?|pcp|unref|frozen)_?/,
    /^(?:__)?free_pages/,
    /^prep_new_page/,
    /^get_page_from_freelist/,
    /^post_alloc_hook/,
    /^_*alloc_pages/,
    /^rmqueue/,
    /^release_pages/,
    /^_*folio_put/,
    /^folios_put/,
    /^page_remove_rmap/,
    /^_*filemap_(?:get|alloc)_folio/,
    /^pagecache_get_page/,
    /^_*page_pool_/,
    /^vm_normal_page/,
    /page_?bad/
  ],
  /** The page allocator. */
  pages: [
    /^_*(?:get_free_|__get_free_)?alloc_(?:frozen_)?pages?/,
    /^__alloc/,
    /^_*get_free_page/,
    /^alloc_page/,
    /^_*folio_alloc/
  ],
  /** Ciphers, which process whatever they are given. */
  crypto: [/^aes/, /crypto/, /cipher/, /^drbg_/, /rng_/, /^xts_/, /^cbc_/, /^ctr_/, /^ecb_/, /^sha\d/, /^md5/, /^crc/],
  usercopy: [/usercopy/, /^_*check_(?:object_size|heap|stack)/, /^check_/],
  kobject: [/kobject_/],
  procfs: [/^_*proc_/, /^remove_proc/],
  refcount: [
    /^(?:\w+_)?refcount_(?:inc|dec|add|sub|set|warn|error|read|check|get|put)/,
    /kobject_/,
    /^kref_/,
    /^put_device/,
    /^get_device/
  ],
  lockApi: [/^(?:lock|release)_sock/, /^_*lock_sock/],
  preemption: [/preempt/],
  rcu: [/rcu/],
  schedule: [
    /^_*schedule/,
    /^preempt_schedule/,
    /^io_schedule/,
    /retint_kernel/,
    /^[ms]sleep(?:_interruptible)?$/,
    /^usleep_range/,
    /^do_nanosleep$/
  ],
  threads: [/^process_(?:one|scheduled)_work/, /^worker_thread$/, /^kthread$/, /^ret_from_fork/, /^check_/, /^print_/],
  perfEvents: [
    /^perf_trace/,
    /^tp_perf_event/,
    /^perf_(?:tp|try)_/,
    /^_?free_event$/,
    /^perf_event_alloc$/,
    /^inherit_(?:event|task_group)$/
  ],
  usbSubmit: [/^usb_(?:submit_urb|start_wait_urb|bulk_msg|interrupt_msg|control_msg)/],
  stackCheck: [/stack_chk/],
  staticKey: [/stack/, /lock/, /IRQ/],
  overflow: [/ubsan/, /overflow/],
  interrupt: [/^(?:smp_)?apic_timer_interrupt/, /^asm_sysvec/, /^rcu/]
};
var alwaysExempt = Object.keys(alwaysExemptGroups);

// src/diagnose/catalogue/locking.ts
var trace4 = { from: "trace" };
function lockLine(after2) {
  return { from: "line", after: after2, skip: [...alwaysExempt, "threads", "perfEvents", "allocator"] };
}
var acquiring = [lockLine(/is trying to acquire/), trace4, { from: "any-trace" }];
var locking = [
  deadlock("possible circular locking dependency detected"),
  deadlock("possible recursive locking detected"),
  // The unsafe order was created where the lock became safe, which is printed first.
  deadlock(
    "(?:HARDIRQ|SOFTIRQ|RECLAIM_FS)-(?:READ-)?safe -> (?:HARDIRQ|SOFTIRQ|RECLAIM_FS)-(?:READ-)?unsafe lock order detected",
    [{ from: "any-trace" }]
  ),
  deadlock("possible deadlock"),
  {
    kind: "lockdep",
    needle: "possible irq lock inversion",
    header: /^(?:\[ INFO|WARNING): possible irq lock inversion dependency detected/,
    title: "possible deadlock in {guilty}",
    guilty: [lockLine(/just changed the state of lock/), trace4]
  },
  {
    kind: "lockdep",
    needle: "inconsistent lock state",
    header: /^(?:\[ INFO|WARNING): inconsistent lock state/,
    title: "inconsistent lock state in {guilty}",
    guilty: [lockLine(/ takes:$/), trace4],
    skip: ["threads"]
  },
  {
    kind: "lockdep",
    needle: "Invalid wait context",
    header: /^\[ BUG: Invalid wait context \]/,
    title: "WARNING: locking bug in {guilty}",
    guilty: [trace4],
    skip: ["lockApi"]
  },
  {
    kind: "lockdep",
    needle: "suspicious RCU usage",
    header: /^(?:\[ )?(?<level>INFO|WARNING): suspicious RCU usage/,
    title: "{level}: suspicious RCU usage in {guilty}",
    guilty: [trace4],
    skip: ["rcu", "allocator"]
  },
  {
    kind: "lockdep",
    needle: "bad unlock balance detected",
    header: /^(?:\[ )?(?<level>BUG|WARNING): bad unlock balance detected!/,
    title: "{level}: bad unlock balance in {guilty}",
    guilty: [lockLine(/is trying to release lock/), trace4]
  },
  {
    kind: "lockdep",
    needle: "bad contention detected",
    header: /^(?:\[ )?(?<level>BUG|WARNING): bad contention detected!/,
    title: "{level}: bad contention in {guilty}",
    guilty: [lockLine(/is trying to contend lock/), trace4]
  },
  {
    kind: "lockdep",
    needle: "held lock freed",
    header: /^(?:\[ )?(?<level>BUG|WARNING): held lock freed!/,
    title: "{level}: held lock freed in {guilty}",
    guilty: [lockLine(/is freeing memory/), trace4]
  },
  {
    kind: "lockdep",
    needle: "lock held when returning to user space",
    header: /^(?:\[ )?(?<level>BUG|WARNING): lock held when returning to user space!/,
    title: "{level}: lock held when returning to user space in {guilty}",
    guilty: [lockLine(/leaving the kernel with locks still held/)],
    stackless: true
  },
  {
    kind: "lockdep",
    needle: "still has locks held",
    header: /^(?:\[ )?(?<level>BUG|WARNING): .{1,60} still has locks held!/,
    title: "{level}: still has locks held in {guilty}",
    guilty: [lockLine(/locks? held by /), trace4]
  },
  {
    kind: "lockdep",
    needle: "lock held at task exit time",
    header: /^(?:\[ )?(?<level>BUG|WARNING): lock held at task exit time/,
    title: "{level}: lock held at task exit time in {guilty}",
    guilty: [lockLine(/locks? held by /), trace4]
  },
  {
    kind: "lockdep",
    needle: "Nested lock was not taken",
    header: /^(?:\[ )?(?<level>BUG|WARNING): Nested lock was not taken/,
    title: "{level}: Nested lock was not taken in {guilty}",
    guilty: [lockLine(/is trying to lock/), trace4]
  },
  {
    kind: "lockdep",
    needle: "trying to register non-static key",
    header: /^INFO: trying to register non-static key/,
    title: "INFO: trying to register non-static key in {guilty}",
    guilty: [trace4],
    skip: ["staticKey"]
  },
  {
    kind: "lockdep",
    needle: "BUG: key ",
    header: /^BUG: key [\da-f]+ (?:not in \.data|has not been registered)!/,
    title: "BUG: key not registered in {guilty}",
    guilty: [trace4]
  },
  {
    kind: "lockdep",
    needle: " on CPU#",
    header: new RegExp(
      "^BUG: (?<lock>spinlock|rwlock) (?<what>lockup suspected|already unlocked|recursion|bad magic|wrong owner|wrong CPU|uninitialized|lockup|cpu recursion|trylock failure on UP) on CPU#"
    ),
    title: "BUG: {lock} {what} in {guilty}",
    guilty: [trace4]
  },
  {
    kind: "lockdep",
    needle: "BUG: workqueue leaked ",
    header: /^BUG: workqueue leaked (?<what>lock or atomic|atomic, lock or RCU)/,
    detail: /^\s+last function: (?<func>[\w.$]+)/,
    title: "BUG: workqueue leaked {what} in {func}",
    stackless: true
  },
  // Anything else that lockdep finds.
  {
    kind: "lockdep",
    needle: "WARNING: ",
    header: /^WARNING: (?<what>[a-z][\w /-]* (?:detected|usage|state|context|held|taken)!?)$/,
    title: "WARNING: {what} in {guilty}",
    guilty: [lockLine(/is trying to/), trace4],
    proof: "stack"
  }
];
function deadlock(what, guilty = acquiring) {
  const literal = /-> |lock order/.test(what) ? "lock order detected" : what;
  return {
    kind: "lockdep",
    needle: literal,
    header: new RegExp(`^(?:\\[ INFO|\\[ BUG|WARNING): ${what}`),
    title: "possible deadlock in {guilty}",
    guilty,
    skip: ["threads", "perfEvents"]
  };
}

// src/diagnose/catalogue/panics.ts
var trace5 = { from: "trace" };
var prefix = "Kernel panic - not syncing: ";
var panics = [
  {
    kind: "stack-overflow",
    needle: "stack-protector: ",
    header: new RegExp(
      "^(?:Kernel panic - not syncing: )?stack-protector: Kernel stack is corrupted in:? " + String.raw`(?:\[?<?[\da-fx]{8,18}>?\]?|(?<func>[A-Za-z_][\w.$]*))?`
    ),
    title: "kernel panic: stack is corrupted in {guilty}",
    guilty: [{ from: "header" }, trace5],
    skip: ["stackCheck"],
    stackless: true
  },
  {
    kind: "stack-overflow",
    needle: "corrupted stack end",
    header: /^Kernel panic - not syncing: corrupted stack end/,
    title: "kernel panic: corrupted stack end in {guilty}",
    guilty: [{ from: "loop", seen: "at-once" }],
    skip: ["schedule", "reporting"]
  },
  {
    kind: "stack-overflow",
    needle: "ernel stack overflow",
    header: /^Kernel panic - not syncing: [Kk]ernel stack overflow/,
    title: "kernel panic: kernel stack overflow in {guilty}",
    guilty: [trace5],
    follows: "open-report"
  },
  {
    kind: "oom",
    needle: "emory",
    header: /^Kernel panic - not syncing: (?<what>System is deadlocked on memory|[Oo]ut of memory)/,
    title: "kernel panic: {what}"
  },
  // Consequences of an earlier report. Alone, they mean that the report itself was lost.
  afterwards("(?:.*: )?Fatal exception", "Fatal exception"),
  afterwards("(?:\\w+: )?panic_on_warn set", "panic_on_warn set"),
  afterwards("hung_task: blocked tasks"),
  afterwards("softlockup: hung tasks"),
  afterwards("RCU Stall"),
  afterwards("Hard LOCKUP"),
  afterwards("Aiee, killing interrupt handler!"),
  afterwards("Attempted to kill the idle task!"),
  {
    kind: "panic",
    needle: prefix,
    header: /^Kernel panic - not syncing: Attempted to kill init!/,
    title: "kernel panic: Attempted to kill init!",
    follows: "any-report"
  },
  {
    kind: "panic",
    needle: prefix,
    header: /^Kernel panic - not syncing: (?<what>Couldn't open N_TTY ldisc)/,
    title: "kernel panic: {what}"
  },
  {
    kind: "panic",
    needle: prefix,
    header: /^Kernel panic - not syncing: (?<what>.*?\S)(?: \.\.\.)?\s*$/,
    title: "kernel panic: {what}",
    follows: "open-report"
  },
  {
    kind: "panic",
    needle: "Kernel panic - not syncing",
    header: /^Kernel panic - not syncing/,
    title: "kernel panic",
    follows: "open-report"
  }
];
function afterwards(message, title = message) {
  return {
    kind: "panic",
    needle: prefix,
    header: new RegExp(`^Kernel panic - not syncing: ${message}`),
    title: `kernel panic: ${title}`,
    follows: "any-report"
  };
}

// src/diagnose/catalogue/sanitizers.ts
var header = { from: "header" };
var trace6 = { from: "trace" };
var trapOfCheck = /^(?:invalid (?:opcode|op)\b|Oops|Internal error|WARNING: |Kernel BUG|kernel BUG|Kernel panic)/;
var sanitizers = [
  {
    kind: "kasan",
    needle: "BUG: KASAN: ",
    header: /^BUG: KASAN: (?:double-free or invalid-free|invalid-free|double-free) in (?<func>[\w.$]+)/,
    title: "KASAN: invalid-free in {guilty}",
    guilty: [header, trace6],
    skip: ["free", "allocator"]
  },
  {
    kind: "kasan",
    needle: "BUG: KASAN: ",
    header: /^BUG: KASAN: (?<type>[a-z-]+)(?: in (?<func>[\w.$]+)| on address)?/,
    detail: /^(?<access>Read|Write) (?:of size|at addr)/,
    title: "KASAN: {type} {access} in {guilty}",
    guilty: [header, trace6]
  },
  {
    kind: "kmsan",
    needle: "BUG: KMSAN: ",
    header: /^BUG: KMSAN: (?<type>kernel-usb-infoleak[a-z-]*) in (?<func>[\w.$]+)/,
    title: "KMSAN: {type} in {guilty}",
    guilty: [header, trace6],
    skip: ["usbSubmit"]
  },
  {
    kind: "kmsan",
    needle: "BUG: KMSAN: ",
    header: /^BUG: KMSAN: (?<type>[a-z-]+)(?: in (?<func>[\w.$]+))?/,
    title: "KMSAN: {type} in {guilty}",
    guilty: [header, trace6],
    skip: ["crypto"]
  },
  {
    kind: "kcsan",
    needle: "BUG: KCSAN: ",
    header: new RegExp(
      String.raw`^BUG: KCSAN: (?<race>[a-z: -]+) in (?<func>[\w.$]+)(?:\+0x[\da-f]+\/0x[\da-f]+)?(?: ` + String.raw`\[\w+\])? \/ (?<other>[\w.$]+)`
    ),
    title: "KCSAN: {race} in {func} / {other}",
    stackless: true
  },
  {
    kind: "kcsan",
    needle: "BUG: KCSAN: ",
    header: /^BUG: KCSAN: (?<race>[a-z: -]+?)(?: in (?<func>[\w.$]+))?(?:\+0x|$)/,
    title: "KCSAN: {race} in {func}",
    stackless: true
  },
  {
    kind: "kfence",
    needle: "BUG: KFENCE: ",
    header: /^BUG: KFENCE: (?<type>[a-z -]+?) in (?<func>[\w.$]+)/,
    title: "KFENCE: {type} in {guilty}",
    guilty: [header, trace6],
    skip: ["free", "allocator"]
  },
  {
    kind: "ubsan",
    needle: "UBSAN: ",
    header: /^UBSAN: Undefined behaviour in /,
    title: "UBSAN: undefined-behaviour in {guilty}",
    guilty: [trace6],
    skip: ["overflow"]
  },
  {
    kind: "ubsan",
    needle: "UBSAN: ",
    header: /^UBSAN: (?<type>[a-z][a-z -]*[a-z]) in /,
    title: "UBSAN: {type} in {guilty}",
    guilty: [trace6],
    skip: ["overflow"]
  },
  // With CONFIG_UBSAN_TRAP a check is a trap.
  {
    kind: "ubsan",
    needle: "Internal error: UBSAN: ",
    header: /^Internal error: UBSAN: (?<type>[a-z][a-z -]*[a-z])/,
    title: "UBSAN: {type} in {guilty}",
    guilty: [{ from: "instruction-pointer" }, trace6]
  },
  // A call through a pointer of another type; the report names the target.
  {
    kind: "cfi",
    needle: "CFI failure at ",
    header: /^CFI failure at (?:\[?<?[\da-f]+>?\]? )?(?<func>[A-Za-z_][\w.$]*)?/,
    title: "CFI failure in {guilty}",
    guilty: [header, { from: "instruction-pointer" }, trace6],
    absorbs: trapOfCheck
  },
  {
    kind: "cfi",
    needle: "CFI failure",
    header: /^(?:Kernel panic - not syncing: )?CFI failure(?: \(target: |:|$)/,
    title: "CFI failure in {guilty}",
    guilty: [trace6, { from: "instruction-pointer" }],
    absorbs: trapOfCheck
  },
  {
    kind: "cfi",
    needle: "Oops - CFI",
    header: /^Internal error: Oops - CFI/,
    title: "CFI failure in {guilty}",
    guilty: [{ from: "instruction-pointer" }, trace6]
  },
  {
    kind: "memory-leak",
    needle: "BUG: memory leak",
    header: /^BUG: memory leak/,
    title: "memory leak in {guilty}",
    guilty: [trace6],
    skip: ["allocation"],
    absorbs: /^unreferenced object/
  },
  {
    kind: "memory-leak",
    needle: "unreferenced object ",
    header: /^unreferenced object 0x[\da-f]+ \(size \d+\):/,
    title: "memory leak in {guilty}",
    guilty: [trace6],
    skip: ["allocation"]
  },
  {
    kind: "memory-leak",
    needle: "new suspected memory leak",
    header: /^kmemleak: \d+ new suspected memory leaks? \(see /,
    title: "memory leak",
    stackless: true
  }
];

// src/diagnose/catalogue/stalls.ts
var loop = { from: "loop", seen: "at-once" };
var wait = { from: "wait" };
var trace7 = { from: "trace" };
var task = String.raw`^(?:INFO: task .{1,80}|(?!.{0,40}INFO: task ).{0,40}:\d+)`;
var stalls = [
  {
    kind: "rcu-stall",
    needle: "detected ",
    header: /^(?:rcu: )?INFO: rcu_\w+ (?:self-)?detected (?:expedited )?stalls?/,
    title: "INFO: rcu detected stall in {guilty}",
    guilty: [{ from: "loop", seen: "below-interrupt" }],
    absorbs: /^Kernel panic - not syncing: RCU Stall/
  },
  {
    kind: "soft-lockup",
    needle: "soft lockup - CPU#",
    header: /^(?:NMI )?(?:watchdog: )?BUG: soft lockup - CPU#/,
    title: "BUG: soft lockup in {guilty}",
    guilty: [loop],
    absorbs: /^Kernel panic - not syncing: softlockup/
  },
  {
    kind: "hard-lockup",
    needle: " LOCKUP",
    header: new RegExp(
      String.raw`^(?:NMI )?[Ww]atchdog:? (?:CPU\d+: )?(?:Watchdog )?(?:detected hard LOCKUP on cpu|` + String.raw`CPU:? ?\d+ (?:Hard|detected) (?:LOCKUP|hard LOCKUP)|CPU \d+ self-detected hard LOCKUP)`
    ),
    title: "BUG: hard lockup in {guilty}",
    guilty: [loop],
    absorbs: /^Kernel panic - not syncing: Hard LOCKUP/
  },
  {
    kind: "soft-lockup",
    needle: "workqueue lockup",
    header: /^BUG: workqueue lockup - pool/,
    title: "BUG: workqueue lockup",
    stackless: true
  },
  {
    kind: "hung-task",
    needle: " for more than ",
    header: new RegExp(`${task} blocked (?:in I/O wait )?for more than \\d+ seconds`),
    title: "INFO: task hung in {guilty}",
    guilty: [wait],
    absorbs: /^Kernel panic - not syncing: hung_task/
  },
  {
    kind: "hung-task",
    needle: "can't die for more than ",
    header: new RegExp(`${task} can't die for more than `),
    title: "INFO: task can't die in {guilty}",
    guilty: [wait],
    absorbs: /^Kernel panic - not syncing: hung_task/
  },
  {
    kind: "atomic-sleep",
    needle: "sleeping function called from",
    header: /^BUG: sleeping function called from (?<context>invalid context|illegal context)/,
    title: "BUG: sleeping function called from {context} in {guilty}",
    guilty: [trace7]
  },
  {
    kind: "atomic-sleep",
    needle: "scheduling while atomic",
    header: /^BUG: scheduling while atomic/,
    title: "BUG: scheduling while atomic in {guilty}",
    guilty: [trace7],
    skip: ["schedule"],
    absorbs: /^Kernel panic - not syncing: scheduling while atomic/
  },
  {
    kind: "atomic-sleep",
    needle: "in preemptible",
    header: /^BUG: using (?<access>\w+\(\)) in preemptible/,
    title: "BUG: using {access} in preemptible code in {guilty}",
    guilty: [trace7],
    skip: ["preemption"]
  },
  {
    kind: "atomic-sleep",
    needle: "BUG: assuming ",
    header: /^BUG: assuming (?<context>atomic|non migratable) context at/,
    title: "BUG: assuming {context} context in {guilty}",
    guilty: [trace7],
    skip: ["preemption"]
  }
];

// src/diagnose/catalogue/warnings.ts
var header2 = { from: "header" };
var ip2 = { from: "instruction-pointer" };
var trace8 = { from: "trace" };
var found = [header2, ip2, trace8];
function at(file, func) {
  return new RegExp(
    `^WARNING: (?:\\[.{1,300}\\] )?(?:(?:CPU: \\d+ PID: \\d+ )?at ${file}:\\d+ ${func}|${file}:\\d+ at ${func})`
  );
}
var warnings = [
  warning("refcount", at("\\S*lib/refcount\\.c", "\\S+"), "WARNING: refcount bug in {guilty}", ["refcount"]),
  warning("warning", at("\\S*lib/debugobjects\\.c", "\\S+"), "WARNING: ODEBUG bug in {guilty}", ["objects", "free"]),
  warning("warning", at("\\S*mm/usercopy\\.c", "\\S+"), "WARNING: bad usercopy in {guilty}", ["usercopy"]),
  warning("warning", at("\\S*lib/kobject\\.c", "\\S+"), "WARNING: kobject bug in {guilty}", ["kobject"]),
  warning("warning", at("\\S*fs/proc/generic\\.c", "proc_register\\S*"), "WARNING: proc registration bug in {guilty}", [
    "procfs"
  ]),
  warning("lockdep", at("\\S*kernel/locking/lockdep\\.c", "\\S*lock_\\S*"), "WARNING: locking bug in {guilty}", [
    "lockApi"
  ]),
  warning("warning", at("\\S*mm/vmalloc\\.c", "\\S*vmalloc\\S*"), "WARNING: zero-size vmalloc in {guilty}", [
    "allocator"
  ]),
  warning("warning", at("(?=[^\\s:]*mm/)[^\\s:]+\\.c", "\\S*malloc"), "WARNING: kmalloc bug in {guilty}", [
    "allocator",
    "pages"
  ]),
  warning("warning", at("\\S*", "usb_submit_urb\\S*"), "WARNING in {guilty}/usb_submit_urb", ["usbSubmit"]),
  {
    kind: "warning",
    needle: "WARNING: ",
    header: /^WARNING: (?:CPU: \d+ PID: \d+ )?at \S+?:\d+ (?<func>[\w.$]+)/,
    title: "WARNING in {guilty}",
    guilty: found,
    skip: ["allocator", "pages"]
  },
  {
    kind: "warning",
    needle: "WARNING: ",
    header: /^WARNING: (?:\[.{1,300}\] )?\S+?:\d+ at (?:(?<func>[A-Za-z_][\w.$]*)\+0x|0x[\da-f]+, CPU#|[\w.$]+, CPU#)/,
    title: "WARNING in {guilty}",
    guilty: found,
    skip: ["allocator", "pages"]
  },
  // Without a file (no CONFIG_DEBUG_BUGVERBOSE), without a function, or without both.
  {
    kind: "warning",
    needle: "WARNING: ",
    header: /^WARNING: CPU: \d+ PID: \d+ at (?<func>[A-Za-z_$][\w.$]*)\+0x/,
    title: "WARNING in {guilty}",
    guilty: found,
    skip: ["allocator", "pages"]
  },
  {
    kind: "warning",
    needle: "WARNING: ",
    header: /^WARNING: (?:CPU: \d+ PID: \d+(?: at\b|$)|at (?:[^\s:]+\.[chSr]s?:\d+|0x[\da-f]+|[\da-f]{8,16})(?:\s|$))/,
    title: "WARNING in {guilty|}",
    guilty: found,
    skip: ["allocator", "pages"]
  },
  {
    kind: "warning",
    needle: "WARNING: ",
    header: /^WARNING: kernel stack (?:regs|frame pointer) (?:.*) has bad (?:'\w+' )?value/,
    title: "WARNING: kernel stack regs has bad value",
    stackless: true
  }
];
function warning(kind, pattern, title, skip) {
  return { kind, needle: "WARNING: ", header: pattern, title, guilty: [ip2, trace8], skip };
}

// src/diagnose/catalogue/catalogue.ts
var catalogue = [
  ...sanitizers,
  ...faults,
  ...stalls,
  ...locking,
  ...warnings,
  ...kernelState,
  ...complaints,
  ...panics
];
var stems = new RegExp(
  [
    "BUG|WARN|INFO:|anic|PANIC|fault|andle|rror|Oops|LOCK|UBSAN|stack|opcode|bject 0x|memleak|VFS:|cared|etdevice:",
    "locked|die for|divide|segment:|CFI|bogus|duplica|already |rying to|MD-Vi|DMA-API|WATCHDOG|refcount_t|iounmap",
    "mismatch|EEXIST|smmu-v3|an initialized|with empty name|have a ktype"
  ].join("|")
);
function hasStem(line) {
  return stems.test(line) || line.includes("[#");
}

// src/diagnose/line-prefix.ts
var word = String.raw`(?:\p{L}{1,10}|\d{1,2}\p{L})[.,]?`;
var clock = String.raw`\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,9})?`;
var zone = String.raw`(?:Z|[+-]\d\d:?\d\d| [+-]\d{4}(?= )| [A-Z]{3,5}(?= ))`;
var times = [
  // In brackets: `[Tue Nov 12 10:33:22 2024]`, `[Nov12 10:33]`, `[  +0.000001]`, `[<    0.000001>]`
  String.raw`\[(?!<[\da-f]{8})(?=[^\]]{0,38}\d[:.]\d)[\p{L}\d .,:+<>\/-]{3,48}\]`,
  // `2024-11-12T10:33:22.345+01:00`
  String.raw`\d{4}[-\/.]\d\d[-\/.]\d\d(?:[T _]| at )${clock}${zone}?`,
  // `Tue Nov 12 10:33:22 2024`, `nov. 12 10:33:22`, `Di 12. Nov 10:33:22`
  `(?:${word} {1,8})?(?:${word} {0,8}\\d{1,2}[.,]?|\\d{1,2}\\.? {1,8}${word})(?: \\d{4},?)?(?: at)? {1,8}${clock}(?: [AP]M)?${zone}?` + String.raw`(?: \d{4}(?= ))?`,
  // `11-12 10:33:22.345`, `12.11.2024 10:33:22`, `2024-11-12 ` alone
  String.raw`\d{1,2}[-\/.]\d{1,2}(?:[-\/.]\d{2,4})?,? {1,8}${clock}(?: [AP]M)?${zone}?`,
  `${clock}(?: [AP]M)?${zone}?(?=[\\s|\\]>:-])`,
  String.raw`\d{1,10}\.\d{3,9}(?=[ :\t])`
];
var marks = [
  // Quotes and tables; not the `>` in a dump of memory.
  String.raw`[>|](?=[ \[A-Z>|#-]|$)`,
  // Priorities, RFC 5424's with its version
  String.raw`<\d{1,3}>(?:1 (?=\S))?`,
  // Numbers of lines: `grep -n`, `cat -n`
  String.raw`\d{1,8}(?:[:-](?=[^\d\s-]| )|\t)`,
  // What docker-compose, the kubelet and a GitLab runner add
  String.raw`[\w.-]{1,60} {1,40}\|(?= )`,
  String.raw`(?:stdout|stderr) [FP](?= )`,
  String.raw`\d\d[OE][ +]`,
  // A weekday before a date
  String.raw`\p{L}{2,4}\.?(?= \d{4}-\d\d-\d\d)`,
  // The fields of logcat
  String.raw`(?:\w{1,20} {1,8})?\d{1,7} {1,8}\d{1,7} [VDIWEFA] [^:\[\]]{0,24}:`,
  String.raw`[VDIWEFA]\/[^:()]{0,24}\( {0,8}\d{1,7}\):`
];
var sender = new RegExp(
  String.raw`(?:[\w.()@:-]{0,63}[\w.()@-] {1,8}){0,3}?kernel(?:\[[\w-]{0,12}\])? ?(?::|` + String.raw`\S{1,10} \S{1,10} (?:-|\[[^\]]{0,100}\])(?= ))`,
  "uy"
);
var facility = /(kern|[a-z]\w{2,8}) {0,8}: ?(?:emerg|alert|crit|err|warn|notice|info|debug) {0,8}:/uy;
var time = new RegExp(times.map((part) => `(?:${part})`).join("|"), "uy");
var mark = new RegExp(marks.map((part) => `(?:${part})`).join("|"), "uy");
var blanks = /[ \t\u00a0]{0,100}/y;
var maxParts = 12;
var maxPrefix = 256;
function prefixOf(text) {
  let at2 = 0;
  let end = 0;
  let dated = false;
  let namesKernel = false;
  for (let parts = 0; parts < maxParts && at2 < maxPrefix; parts += 1) {
    const start = after(blanks, text, at2) ?? at2;
    const said = after(sender, text, start);
    if (said !== void 0) return { end: withBlank(text, said), namesKernel: true, dated: true };
    const timed = after(time, text, start) ?? after(facility, text, start);
    dated ||= timed !== void 0;
    namesKernel ||= timed !== void 0 && text.startsWith("kern", start);
    const next = timed ?? after(mark, text, start);
    if (next === void 0) break;
    at2 = next;
    end = withBlank(text, next);
  }
  return { end, namesKernel, dated };
}
function withBlank(text, end) {
  const next = text.charAt(end);
  return next === " " || next === "	" ? end + 1 : end;
}
function after(pattern, text, at2) {
  pattern.lastIndex = at2;
  return pattern.test(text) ? pattern.lastIndex : void 0;
}

// src/diagnose/kernel-line.ts
function parseKernelLine(raw) {
  const messages = splitAtStamps(raw);
  const [first] = messages;
  if (first === void 0) return [];
  if (first.stamped) return messages.map((message, index) => index === 0 ? withoutSender(message) : asIs(message));
  const { end, namesKernel, dated: kept } = prefixOf(first.text);
  const rest = withoutIntroduction({ ...first, text: first.text.slice(end) });
  const isOnlyPrefix = messages.length > 1 && endsPrefix.test(rest.text);
  return [...isOnlyPrefix ? [] : [rest], ...messages.slice(1)].map(({ text, caller, stamped }) => ({
    text,
    caller,
    stamped,
    kept,
    namesKernel
  }));
}
var endsPrefix = /^(?:.{0,60}[:|>\]-])?\s{0,100}$/;
function asIs({ text, caller, stamped }) {
  return { text, caller, stamped, kept: false, namesKernel: false };
}
function withoutSender(message) {
  const { text, caller, stamped } = message;
  const at2 = text.indexOf(" kernel");
  if (at2 < 1 || at2 > senderChars) return asIs(message);
  const { end, namesKernel } = prefixOf(text);
  return { text: namesKernel ? text.slice(end) : text, caller, stamped, kept: namesKernel, namesKernel };
}
var senderChars = 100;

// src/diagnose/report-header.ts
function matchHeader(text) {
  const message = text.trimStart().slice(0, bounds.lines.headerChars).trimEnd();
  const held = /* @__PURE__ */ new Map();
  for (const kind of catalogue) {
    const holds = held.get(kind.needle) ?? message.includes(kind.needle);
    held.set(kind.needle, holds);
    const match = holds ? kind.header.exec(message) : null;
    if (match !== null) return { kind, groups: { ...match.groups } };
  }
  return void 0;
}
function mayHoldHeader(line) {
  return hasStem(line) && anyNeedle.test(line);
}
var anyNeedle = new RegExp(
  [...new Set(catalogue.map(({ needle }) => needle))].filter((needle, _, all) => !all.some((other) => other !== needle && needle.includes(other))).map((needle) => needle.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join("|")
);

// src/diagnose/learned-prefix.ts
var maxPrefix2 = 160;
var maxKnown = 8;
var maxPlaces = 24;
var LearnedPrefixes = class {
  /** The latest one is last. */
  #known = [];
  /** Looks for the first line of a report in the middle of a line. */
  learn(text) {
    const place = headerPlace(text);
    if (place === void 0) return void 0;
    const prefix2 = text.slice(0, place);
    this.#known = [...this.#known.filter((known2) => known2 !== prefix2), prefix2].slice(-maxKnown);
    return { prefix: prefix2, text: text.slice(place) };
  }
  /** The message, if the line has a known prefix. */
  strip(text) {
    for (const prefix2 of this.#known) {
      const end = endOfSame(prefix2, text);
      if (end !== void 0) return { prefix: prefix2, text: text.slice(end) };
    }
    return void 0;
  }
};
function headerPlace(text) {
  separators.lastIndex = 0;
  for (let places2 = 0; places2 < maxPlaces; places2 += 1) {
    if (separators.exec(text) === null || separators.lastIndex > maxPrefix2) return void 0;
    const rest = text.slice(separators.lastIndex);
    if (!mayHoldHeader(rest)) return void 0;
    if (matchHeader(rest) !== void 0) return separators.lastIndex;
  }
  return void 0;
}
var separators = /(?:[:|>\])]\s{0,8}|\s(?:-\s)?)(?=[A-Za-z[-])/g;
function endOfSame(prefix2, text) {
  let at2 = 0;
  for (const [part] of prefix2.matchAll(/[\d ]+|[^\d ]+/g)) {
    const isLast = part.trim() === "" && prefix2.endsWith(part);
    if (!isNumeric(part.charCodeAt(0))) {
      if (!text.startsWith(part, at2)) return void 0;
      at2 += part.length;
    } else if (isLast) {
      for (let blanks2 = 0; blanks2 < part.length && text[at2] === " "; blanks2 += 1) at2 += 1;
    } else {
      const from = at2;
      while (at2 < text.length && at2 - from < maxPrefix2 && isNumeric(text.charCodeAt(at2))) at2 += 1;
      if (at2 === from) return void 0;
    }
  }
  return at2;
}
function isNumeric(code) {
  return code === 32 || code >= 48 && code <= 57;
}

// src/diagnose/name-finding.ts
function reportTitle(kind, { guilty, groups }) {
  const filled = kind.title.replace(
    /\{(\w+)(?:\|([^}]*))?\}/g,
    (_, name, otherwise) => name === "guilty" ? guilty ?? otherwise ?? "corrupted" : groups[name]?.slice(0, maxPartChars) ?? otherwise ?? ""
  );
  return withoutNumbers(filled.replace(/ in $/, "").replace(/ {2,}/g, " ").trim());
}
var maxPartChars = 4 * bounds.findings.titleChars;
function withoutNumbers(title) {
  return title.replace(/\b0x[\da-f]+\b/gi, "ADDR").replace(/\b(?=[\da-f]*\d)[\da-f]{8,}\b/gi, "ADDR").replace(/(?<![\w.])-?\d+(?![\w.])/g, "NUM").slice(0, bounds.findings.titleChars);
}
var stalls2 = /* @__PURE__ */ new Set(["rcu-stall", "soft-lockup", "hard-lockup", "hung-task"]);
var modulesFrames = 3;
function fingerprintOf(kind, title, stack) {
  const frames = stalls2.has(kind) ? [] : stack.traces.flatMap((trace9) => trace9.kind === "own" ? trace9.frames : []).filter(({ reliable: reliable2 }) => reliable2);
  const modules = frames.flatMap(({ name, module }) => module === void 0 ? [] : [`${module}:${name}`]);
  const distinct = [...new Set(modules)].slice(0, modulesFrames);
  return `${kind}-${digest([title, ...distinct].join("\n"))}`;
}
function digest(text) {
  return [2166136261, 16777619].map((seed) => half(text, seed).toString(16).padStart(8, "0")).join("").slice(0, 12);
}
function half(text, seed) {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 16777619) >>> 0;
  return hash;
}
function findingWithoutReport(ending, consoleText) {
  const line = lastLineOf(consoleText);
  switch (ending.kind) {
    case "guest-reset":
      return { kind: "reboot", title: "unexpected kernel reboot", fingerprint: "reboot", line, report: "" };
    case "guest-shutdown":
      return { kind: "lost", title: "unexpected power-off", fingerprint: "lost:power-off", line, report: "" };
    case "guest-panicked":
      return { kind: "panic", title: "kernel panic without a message", fingerprint: "panic", line, report: "" };
    // QEMU's own end, by whatever signal, is a problem of QEMU or this host. Nothing is known about the driver.
    case "qemu-exited":
    case "completed":
    case "deadline":
    case "no-power-off":
    case "boot-deadline":
    case "agent-lost":
    case "after-bug":
    case "model-broke":
    case "over-limit":
    case "host-failed":
    case "internal-error":
    case "not-started":
    case "cancelled":
      return void 0;
  }
}
function lastLineOf(consoleText) {
  const said = consoleText.trimEnd();
  let line = 1;
  for (let at2 = said.indexOf("\n"); at2 >= 0; at2 = said.indexOf("\n", at2 + 1)) line += 1;
  return line;
}

// src/diagnose/catalogue/dispatchers.ts
var dispatchers = new RegExp(
  [
    // work, timers, softirqs, threads
    "process_one_work|worker_thread|call_timer_fn|_*run_timers?(?:_base)?|expire_timers|run_timer_softirq|handle_softirqs|_*do_softirq|run_ksoftirqd|smpboot_thread_fn|kthread|ret_from_fork|rcu_core|rcu_do_batch|_*hrtimer_run_queues|tasklet_action\\w*",
    // idle and start
    "start_secondary|cpu_startup_entry|do_idle|rest_init|start_kernel|kernel_init|do_one_initcall",
    // system call entry
    "do_syscall_\\w*|do_fast_syscall_\\w*|do_int80\\w*|entry_(?:SYSCALL|SYSENTER|INT80)\\w*|x64_sys_call|ia32_sys_call|sysenter_dispatch|tracesys\\w*|system_call\\w*|el0_svc\\w*|do_el0_svc|invoke_syscall|ret_fast_syscall|ret_from_syscall|do_trap_ecall_u",
    // the network's receive path
    "_*netif_receive_skb\\w*|_*netif_receive_skb_list\\w*|process_backlog|_*napi_poll|net_rx_action",
    // file operations
    "_*(?:vfs|kernel)_(?:write|read)|\\w+_compat_ioctl|vfs_(?:write|read|ioctl|iter_read|iter_write|open|writev|readv)|do_iter_(?:read|write|readv_writev)|new_sync_(?:read|write)|call_(?:read|write)_iter|call_mmap|mmap_region|do_mmap|do_dentry_open|(?:compat_)?blkdev_(?:driver_)?ioctl|_*fput|_*_fput|(?:do|ksys)_(?:vfs_)?ioctl|(?:compat_)?(?:sys|SyS|SYSC|_*(?:x64|ia32|arm64|do|se)_(?:compat_)?sys)_ioctl",
    // sockets
    "_*sock_(?:sendmsg|recvmsg|release|mmap|ioctl|do_ioctl)\\w*|compat_sock_ioctl|_*sys_(?:setsockopt|listen|accept\\w*|connect|socketpair)|(?:kernel|sock_common|do_sock)_setsockopt|(?:kernel)_(?:listen|accept)|sk_common_release|(?:SYSC|SyS|_*(?:x64|ia32|do|se)_sys)_(?:connect|socketpair)|(?:nfnetlink|rtnetlink)_rcv_msg|genl_\\w*dumpit|netlink_dump",
    // faults
    "_*do_fault|_*handle_mm_fault|_*do_page_fault|do_user_addr_fault|(?:asm_)?exc_page_fault|page_fault|do_translation_fault|do_mem_abort",
    // return to programs
    "task_work_run|exit_to_user\\w*|resume_user_mode_work"
  ].map((names) => `^(?:${names})$`).join("|")
);
var interruptEntries = new RegExp(
  String.raw`^apic_timer_interrupt$|^smp_apic_timer_interrupt_\w+|^asm_sysvec_\w+|` + "^asm_call_sysvec_on_stack|^el1h?_(?:64_)?irq(?:_handler)?$|^el1_irq$|^__irq_svc$|^irq_entries_start|^handle_exception$|^ret_from_exception$"
);
var faultEntries = /^(?:asm_exc_page_fault|page_fault|async_page_fault|el1h?_(?:64_)?sync(?:_handler)?|__dabt_svc)$/;
var meetingPoints = {
  loop: /^smp_call_function/,
  wait: /^(?:rtnl_lock|synchronize_(?:rcu|srcu|net|sched))/
};
var waiters = [
  /sched/,
  /_lock/,
  /_slowlock/,
  /^_*down/,
  /completion/,
  /kthread/,
  /wait/,
  /synchronize/,
  /context_switch/,
  /^__switch_to/,
  /cancel_(?:delayed_)?work/,
  /^_*flush_(?:work|delayed|all|rcu)/,
  /^_*mutex/,
  /^rwsem_/,
  /^rwbase/,
  /^percpu_(?:down|up)/,
  /^rt_mutex/,
  /^io_schedule/,
  /^bit_/,
  /^folio_(?:lock|wait)/,
  /^ldsem_/,
  /^usb_(?:control_msg|bulk_msg|interrupt_msg|start_wait_urb|kill_urb)/
];

// src/diagnose/stack/blame-rules.ts
var known = /* @__PURE__ */ new Map();
function blameRules(groups) {
  const key = groups.join(" ");
  const innocent = known.get(key) ?? blameRulesOf(groups.flatMap((group) => skipGroups[group]));
  known.set(key, innocent);
  return innocent;
}
function blameRulesOf(patterns) {
  const sources = patterns.map(({ source }) => source);
  const atStart = sources.filter(isAnchored).map((source) => `(?:${source.slice(1)})`);
  const anywhere = sources.filter((source) => !isAnchored(source)).map((source) => `(?:${source})`);
  const [first, other] = [new RegExp(`^(?:${atStart.join("|")})`), new RegExp(anywhere.join("|"))];
  return (name) => {
    const plain = name.replace(/^__pi_/, "");
    return atStart.length > 0 && first.test(plain) || anywhere.length > 0 && other.test(plain);
  };
}
function isAnchored(source) {
  let depth = 0;
  for (const character of source) {
    if (character === "(") depth += 1;
    else if (character === ")") depth -= 1;
    else if (character === "|" && depth === 0) return false;
  }
  return source.startsWith("^");
}
function guiltyFunction(kind, evidence) {
  const innocent = blameRules([...alwaysExempt, ...kind.skip ?? []]);
  for (const source of kind.guilty ?? []) {
    const name = fromSource(source, evidence, innocent);
    if (name !== void 0) return canonicalName(name);
  }
  return void 0;
}
function fromSource(source, evidence, innocent) {
  switch (source.from) {
    case "header": {
      const name = baseName(evidence.groups["func"] ?? "");
      return name === "" || innocent(name) ? void 0 : name;
    }
    case "instruction-pointer": {
      const name = evidence.stack.pointer?.name;
      return name === void 0 || innocent(name) ? void 0 : name;
    }
    case "trace":
      return reliable(ownFrames(evidence.stack)).find(({ name }) => !innocent(name))?.name;
    case "trace-after": {
      const under = evidence.stack.traces.find(({ heading }) => source.heading.test(heading));
      return reliable(under?.frames ?? []).find(({ name }) => !innocent(name))?.name;
    }
    case "any-trace":
      return reliable(evidence.stack.traces.flatMap(({ frames }) => frames)).find(({ name }) => !innocent(name))?.name;
    case "line":
      return fromLines(evidence.lines, source.after, blameRules(source.skip));
    case "loop":
      return loopFunction(evidence.stack, source.seen);
    case "wait":
      return waitFunction(evidence.stack, innocent);
  }
}
function ownFrames(stack) {
  return stack.traces.flatMap(({ kind, frames }) => kind === "own" ? frames : []);
}
function reliable(frames) {
  const sure = frames.filter((frame) => frame.reliable);
  return sure.length > 0 ? sure : frames;
}
var namedFunction = new RegExp(
  String.raw`(?:^|at:?) +(?:\[<[\da-f]+>\] )?([A-Za-z_][\w.$]*)(?:\+0x[\da-f]+\/0x[\da-f]+|` + String.raw` [\w./-]+:\d+)|^\[<[\da-f]+>\] ([A-Za-z_][\w.$]*)\+0x`
);
var linesAfter = 12;
function fromLines(lines, after2, innocent) {
  const start = lines.findIndex((line) => after2.test(line));
  if (start < 0) return void 0;
  for (const line of lines.slice(start, start + linesAfter)) {
    const match = namedFunction.exec(line);
    const name = baseName(match?.[1] ?? match?.[2] ?? "");
    if (name !== "" && !innocent(name)) return name;
    if (/^\s*but task is already holding|^\s*and (?:this task|interrupts)|^\s*\{/.test(line)) return void 0;
  }
  return void 0;
}
function loopFunction(stack, seen) {
  const frames = reliable(
    stack.traces.flatMap(
      ({ kind, frames: frames2 }) => kind === "own" && !frames2.some(({ name }) => stallKeepers.test(name)) ? frames2 : []
    )
  );
  const looping = interruptedCode(frames, seen).filter(({ name }) => !reporting(name));
  const dispatcher = looping.findIndex(({ name }) => dispatchers.test(name));
  const meeting = looping.slice(0, Math.max(dispatcher, 0)).find(({ name }) => meetingPoints.loop.test(name));
  return meeting?.name ?? looping[Math.max(dispatcher - 1, 0)]?.name;
}
function interruptedCode(frames, seen) {
  const begin = seen === "at-once" && frames[0]?.pointer === true ? 0 : frames.findIndex(({ name }) => interruptEntries.test(name)) + 1;
  const fault = frames.findIndex(
    ({ name }, index) => index >= begin && faultEntries.test(name) && frames[index + 1]?.pointer === true
  );
  const dispatcher = frames.findIndex(
    ({ name }, index) => index >= begin && /^(?:do_syscall_|process_one_work|kthread$)/.test(name)
  );
  return frames.slice(fault >= 0 && (dispatcher < 0 || fault < dispatcher) ? fault + 1 : begin);
}
var stallKeepers = /^rcu_gp_kthread$|^rcu_tasks_kthread$/;
var reporting = blameRules(["reporting", "interrupt", "schedule"]);
function waitFunction(stack, innocent) {
  const frames = reliable(ownFrames(stack));
  for (const { name } of frames) {
    const [meeting] = meetingPoints.wait.exec(name) ?? [];
    if (meeting !== void 0) return /^synchronize_/.test(meeting) ? "synchronize_rcu" : name;
  }
  return frames.find((frame) => !innocent(frame.name) && !isWaiter(frame))?.name;
}
function isWaiter({ name, module }) {
  return waiters.some((pattern) => (module === void 0 || pattern.source.startsWith("^")) && pattern.test(name));
}
function canonicalName(name) {
  return name.replace(
    new RegExp(
      "^(?:__(?:x64|ia32|arm64|riscv|s390x|s390)_(?:compat_)?sys_|__(?:do|se)_(?:compat_)?sys_|(?:compat_)?(?:SyS|SYSC)_)"
    ),
    "sys_"
  );
}

// src/diagnose/open-report.ts
var interesting = new RegExp(
  String.raw`(?<![\w.])(RIP|EIP|CR2|PC is at|pc|epc|LR is at|lr|ra|badaddr|cause|status|FAR|ESR|RAX|RBX|` + String.raw`RCX|RDX|RSI|RDI|x0|x1|a0|a1|r0|r1)\s?(?::|` + String.raw` =)?\s+((?:[\da-f]{4}:)?(?:\[?<?[\da-f]+>?\]?(?![\w+])|` + String.raw`[A-Za-z_][\w.$]*\+0x[\da-f]+\/0x[\da-f]+(?: \[[\w-]+\])?))`,
  "g"
);
var registerLine = new RegExp(
  String.raw`^\s*(?:[RE]IP|PC is at|LR is at|pc|lr|epc|ra|R[ABCDS][XIP]|CR2|CS:|FS:|x\d|a0|r\d|status|` + String.raw`badaddr|ESR|FAR|gp)\b|CR2: `
);
var userMode = /^\s*(?:RIP: (?:0033|0023|002b):|EIP: 0073:)/;
function readRegisters(lines) {
  const registers = {};
  for (const text of lines) {
    if (userMode.test(text)) break;
    if (!registerLine.test(text)) continue;
    for (const [, name = "", value = ""] of text.matchAll(interesting))
      registers[name.replace(" is at", "")] ??= value.slice(0, bounds.symbols.nameChars);
  }
  return registers;
}
var forms = [
  // frames and pointers into code
  /\+0x[\da-f]+\/0x[\da-f]+/,
  /\[inline\]$/,
  / from \w+\+0x/,
  // registers and memory
  /^\s*(?:[RE]?IP|[RE]SP|[RE][ABCD]X|[RE]BP|R\d\d?|FS|GS|CS|DS|ES|CR\d|DR\d|PKRU|Code|EFLAGS|CR2)\s?:/,
  /^\s*(?:pc|lr|sp|fp|ip|x\d\d?|r\d\d?|s\d\d?|a\d|t\d|ra|gp|tp|epc|pstate|psr|status|badaddr|cause)\s*:/,
  new RegExp(
    String.raw`^\s*(?:PGD|P4D|PUD|PMD|PTE|pgd|Mem abort info|Data abort info|swapper pgtable|user pgtable|` + String.raw`ESR|EC|SET|FnV|FSC|CM|ISV|WnR|EA|Stack|Flags|Control|Process|Krnl|NIP|MSR|GPR\d*|CFAR|XER|` + "LR|DAR) ?[ :=(]"
  ),
  /^\s*(?:[\da-f]{4,16}:? ){2,}/,
  /^\s*[\da-f]{16}(?: [\da-f]{16})*$/,
  /^[ >][\da-f]{8,16}: [\da-f]{2} /,
  // headings and what introduces them
  new RegExp(
    String.raw`^\s*(?:Call [Tt]race|Backtrace|stack backtrace|backtrace|Modules linked in|Hardware name|` + String.raw`Workqueue|CPU: \d|Comm: |task: |Dumping ftrace|\(ftrace)`
  ),
  new RegExp(
    String.raw`^\s*(?:Tainted|Preemption disabled at|irq event stamp|(?:hard|soft)irqs last|` + "Exception stack|Sending NMI|NMI backtrace|Showing |Oops|Internal error)"
  ),
  new RegExp(
    String.raw`^\s*(?:invalid opcode|Kernel panic|Kernel Offset|Rebooting in|SMP: |---\[ end|` + String.raw`-+\[ cut here|={16,}$|-{16,}$|<\/?[A-Z#]+>|note: )`
  ),
  // KASAN and kin
  new RegExp(
    String.raw`^\s*(?:(?:Read|Write|read|write) (?:of size|to 0x)|The buggy address|which belongs|page:|` + "raw: |page dumped|Memory state|Allocated|Freed|Uninit was)"
  ),
  new RegExp(
    String.raw`^\s*(?:Local variable|Bytes? \d|Memory access|Data copied|value changed|Reported by|` + "[Aa]llocated by|[Ff]reed by|Corrupted memory|Invalid free)"
  ),
  new RegExp(
    String.raw`^\s*(?:kfence-#|KASAN: |Object |Redzone |Padding |INFO: (?:Slab|Object|Allocated|Freed)|` + 'flags: |head:|memcg:|unreferenced object|comm "|hex dump)'
  ),
  /^\s*(?:shift exponent|index \d|signed integer|load of )/,
  // lockdep
  new RegExp(
    "(?:is trying to|but task is already|which lock already|other info that might|" + String.raw`existing dependency|Possible unsafe|locks? held by|lock\(|lock-classes|` + String.raw`but there are no more locks|just changed the state| takes:$|at: |DEADLOCK|inconsistent \{|` + String.raw`rcu_scheduler_active|RCU used illegally|in_atomic\(\)|suspicious rcu|^-> #\d|` + String.raw`^\s+CPU\d +CPU\d|^\s*#\d+: )`
  ),
  // stalls
  new RegExp(
    "(?:jiffies|GPs behind|ticks this GP|kthread starved|Stack dump where|softirq=|" + String.raw`detected by \d|blocked for more|hung_task_timeout|Not tainted|task:|rcu: |stack:|pool \d+:|` + String.raw`workqueue \w+:|pwq \d+:|pending: |in-flight: )`
  )
];
var any = new RegExp(forms.map((form) => `(?:${form.source})`).join("|"));
function looksLikeReport(text) {
  return any.test(text);
}
var { reportLines, reportChars } = bounds.findings;
var detailLines = 40;
var proof = new RegExp(
  String.raw`^\s*(?:CPU: \d+ |Call [Tt]race:|Backtrace:|backtrace[ :(]|stack backtrace:|[RE]?IP: |pc : |` + String.raw`epc {1,4}: |PC is at |NIP |ERA: |Krnl PSW : |unreferenced object 0x|\[<[\da-f]{8,16}>\] )`
);
var OpenReport = class {
  header;
  caller;
  stamped;
  #stampsInUse;
  #isLearned;
  #line;
  #leadIn;
  #lines = [];
  #characters = 0;
  #reportEnd = 0;
  #lastLine;
  /** The number of console lines when a line last looked like part of this report. */
  activeAt = 0;
  /** Processors were asked for their stacks; their lines belong to this report, too. */
  gathersProcessors = false;
  ended = false;
  constructor(header3, origin) {
    this.header = header3;
    this.caller = origin.caller;
    this.stamped = origin.stamped;
    this.#stampsInUse = origin.stampsInUse;
    this.#isLearned = origin.isLearned;
    this.#line = origin.line;
    this.#lastLine = origin.line;
    this.#leadIn = origin.leadIn;
  }
  /** Adds a line if it looks like part of this report, and returns whether it does. */
  add(text, line) {
    if (this.#lines.length < reportLines && this.#characters < reportChars) {
      const kept = text.slice(0, reportChars - this.#characters);
      this.#lines.push(kept);
      this.#characters += kept.length + 1;
    }
    if (!looksLikeReport(text) && line !== this.#line) return false;
    this.#reportEnd = this.#lines.length;
    this.#lastLine = line;
    if (text.startsWith("Sending NMI ") || text.startsWith("NMI backtrace for cpu")) this.gathersProcessors = true;
    if (text.startsWith("---[ end ")) this.ended = true;
    return true;
  }
  /** Undefined: the header alone was not enough proof. */
  finish() {
    const { kind } = this.header;
    const lines = this.#lines.slice(0, this.#reportEnd);
    if (this.#needsProof() && !lines.slice(1).some((text) => proof.test(text))) return void 0;
    const groups = { ...this.header.groups, ...this.#detail(lines) };
    const stack = readStack(lines);
    const guilty = guiltyFunction(kind, { stack, lines, groups });
    const title = reportTitle(kind, { guilty, groups });
    return {
      kind: kind.kind,
      title,
      fingerprint: fingerprintOf(kind.kind, title, stack),
      line: this.#line,
      lastLine: this.#lastLine,
      report: [...this.#leadIn, ...lines].join("\n").slice(0, reportChars),
      guilty,
      registers: readRegisters(lines),
      corrupted: kind.title.includes("{guilty}") && guilty === void 0 || kind.stackless !== true && stack.traces.length === 0,
      occurrences: 1
    };
  }
  /** Programs may print anything, but if kernel lines have timestamps, theirs have none. */
  #needsProof() {
    const { proof: needed } = this.header.kind;
    if (this.#isLearned) return true;
    return needed === "stack" || !this.stamped && (needed !== void 0 || this.#stampsInUse);
  }
  #detail(lines) {
    const { detail } = this.header.kind;
    if (detail === void 0) return {};
    for (const text of lines.slice(1, detailLines)) {
      const match = detail.exec(text);
      if (match !== null) return { ...match.groups };
    }
    return {};
  }
};

// src/diagnose/open-reports.ts
var idleLines = 60;
var idleLinesWithCaller = 2e3;
var OpenReports = class {
  #onClose;
  /** The empty key is a console without callers. */
  #byCaller = /* @__PURE__ */ new Map();
  /** Reports that asked other processors for their stacks, in the order of their start. */
  #gathering = /* @__PURE__ */ new Set();
  #lines = 0;
  constructor(onClose) {
    this.#onClose = onClose;
  }
  get size() {
    return this.#byCaller.size;
  }
  /** The report that a caller's message belongs to. */
  of(caller) {
    const own = this.#byCaller.get(caller ?? "");
    if (own !== void 0 || caller?.startsWith("C") !== true) return own;
    const [gathering] = this.#gathering;
    return gathering;
  }
  begin(report) {
    const before = this.#byCaller.get(report.caller ?? "");
    if (before !== void 0) this.#close(before);
    const [quietest] = this.#byCaller.values();
    if (quietest !== void 0 && this.#byCaller.size >= bounds.findings.open) this.#close(quietest);
    this.refresh(report);
  }
  /** Part of this report was just printed. */
  refresh(report) {
    report.activeAt = this.#lines;
    if (report.gathersProcessors) this.#gathering.add(report);
    this.#byCaller.delete(report.caller ?? "");
    this.#byCaller.set(report.caller ?? "", report);
  }
  /** Called after each console line: closes reports without recent output. */
  lineDone() {
    this.#lines += 1;
    const nameless = this.#byCaller.get("");
    if (nameless !== void 0 && this.#lines - nameless.activeAt > idleLines) this.#close(nameless);
    for (const report of this.#byCaller.values()) {
      if (this.#lines - report.activeAt <= idleLinesWithCaller) break;
      this.#close(report);
    }
  }
  closeAll() {
    for (const report of [...this.#byCaller.values()]) this.#close(report);
  }
  #close(report) {
    this.#byCaller.delete(report.caller ?? "");
    this.#gathering.delete(report);
    this.#onClose(report);
  }
};

// src/diagnose/wrapped-line.ts
var leastWidth = 65;
var mostWidth = 82;
var leastChars = 20;
var hardWidths = /* @__PURE__ */ new Set([72, 80]);
var maxPieces = 4;
function holdLine(line, { number, mayBegin }) {
  const { length } = line;
  if (length < leastChars || length > mostWidth) return void 0;
  const mayGoOn = length >= leastWidth && (hardWidths.has(length) || pointerBegins.test(line));
  return mayGoOn || mayBegin ? { line, number, pieces: 1, width: length } : void 0;
}
var pointerBegins = /(?:\bE?IP: |\bRIP: |\bpc : |\bepc *: |\bNIP |\bPC is at )/;
var wholePointer = /\+0x[\da-f]+\/0x[\da-f]+/;
function joinWrapped(held, next) {
  if (held.pieces >= maxPieces || next.length > mostWidth) return void 0;
  const rest = next.slice(prefixOf(next).end).trim();
  const [word2 = ""] = rest.split(" ", 1);
  const first = held.line.trimEnd();
  if (rest === "" || held.width + 1 + word2.length < leastWidth || !isBare(next)) return void 0;
  const isHard = hardWidths.has(held.width) && first.length === held.line.length;
  const gap = isHard ? "" : " ";
  const begin = parseKernelLine(first).at(-1)?.text ?? "";
  const goesOn = isBare(first) ? continuesPlainly.test(rest) && completes(begin, begin + gap + rest) : isHard || completes(begin, begin + gap + rest);
  return goesOn ? { line: first + gap + rest, number: held.number, pieces: held.pieces + 1, width: next.length } : void 0;
}
function isBare(line) {
  const { end, dated } = prefixOf(line);
  return !dated && !hasStamp(line.slice(end)) && !hasStamp(line);
}
var continuesPlainly = /^\S*:\d+(?::\d+)?(?: |$)|^[A-Za-z_][\w.]*\+0x[\da-f]/;
var poor = /^(?:WARNING: (?!.*\+0x)|BUG: unable to hand|UBSAN: .* in$|BUG: K[A-Z]{3,5}: [\w -]*$)/;
function completes(begin, whole) {
  if (pointerBegins.test(begin)) return !wholePointer.test(begin) && wholePointer.test(whole);
  const alone = matchHeader(begin);
  const together = matchHeader(whole);
  if (together === void 0 || alone === void 0) return together !== void 0;
  return poor.test(begin) || alone.kind.proof !== void 0 && alone.kind !== together.kind;
}

// src/diagnose/find-bugs.ts
var banner = /^Linux version \d/;
var announcement = /^(?:reboot: |(?:kexec_core: )?Starting new kernel|sysrq: Resetting|Restarting system|-- (?:Reboot|Boot) )/;
var unexpectedReboot = {
  kind: "reboot",
  needle: "Linux version ",
  header: banner,
  title: "unexpected kernel reboot",
  stackless: true
};
function isAboutBoot(line) {
  return bootLines.test(line) || line.startsWith("-- Boot ");
}
var bootLines = /Linux version \d|eboot[: ]|tarting new kernel|sysrq: Resetting|Restarting system/;
var BootWatch = class {
  #booted = false;
  #announced = false;
  /**
   * Whether this message starts a boot that nobody requested. A log that somebody kept has many boots, each of another
   * day; only a console shows that one followed the other.
   */
  isUnexpectedBoot({ text, kept }) {
    if (announcement.test(text)) this.#announced = true;
    if (!banner.test(text)) return false;
    const unexpected = this.#booted && !this.#announced && !kept;
    this.#booted = true;
    this.#announced = false;
    return unexpected;
  }
};
function findBugs(consoleText) {
  return readBugs(consoleText).bugs;
}
function readBugs(consoleText) {
  const finder = createBugFinder();
  finder.push(consoleText);
  return { bugs: finder.end(), leftOut: finder.leftOut() };
}
function createBugFinder() {
  const search = new BugSearch();
  const lines = new TextLines((line, number) => search.take(line, number));
  return {
    push: (chunk) => lines.push(chunk),
    end: () => {
      lines.end();
      return search.end();
    },
    leftOut: () => search.leftOut
  };
}
var leadInLines = 6;
var BugSearch = class {
  #found = /* @__PURE__ */ new Map();
  #open = new OpenReports((report) => this.#close(report));
  #leftOut = 0;
  #recent = [];
  #stampsInUse = false;
  /** A line whose second half may follow. */
  #held;
  #boots = new BootWatch();
  #prefixes = new LearnedPrefixes();
  take(text, number) {
    const line = text.endsWith("\r") ? text.slice(0, -1) : text;
    const held = this.#held;
    this.#held = held === void 0 ? void 0 : joinWrapped(held, line);
    if (this.#held !== void 0) return;
    if (held !== void 0) this.#read(held.line, held.number, true);
    const mayBegin = hasStem(line);
    if (mayBegin || this.#open.size > 0) this.#held = holdLine(line, { number, mayBegin });
    if (this.#held === void 0) this.#read(line, number, mayBegin);
  }
  #read(line, number, mayBegin) {
    if (this.#open.size > 0 || mayBegin && mayHoldHeader(line) || isAboutBoot(line))
      for (const message of this.#messages(line)) this.#message(message, number);
    this.#stampsInUse ||= hasStamp(line);
    this.#recent.push(line);
    if (this.#recent.length > leadInLines) this.#recent.shift();
    this.#open.lineDone();
  }
  /** The messages on a line. Those behind a learned prefix have a caller of their own. */
  #messages(line) {
    const messages = parseKernelLine(line);
    if (this.#stampsInUse) return messages;
    return messages.map((message) => {
      const behind = message.stamped ? void 0 : this.#prefixes.strip(message.text);
      return behind === void 0 ? message : withCaller(message, behind);
    });
  }
  end() {
    if (this.#held !== void 0) this.#read(this.#held.line, this.#held.number, true);
    this.#held = void 0;
    this.#open.closeAll();
    return [...this.#found.values()].sort((one, other) => weight(one) - weight(other) || one.line - other.line);
  }
  get leftOut() {
    return this.#leftOut;
  }
  #message(message, number) {
    const report = this.#open.of(message.caller);
    const header3 = this.#headerOf(message);
    if (header3 !== void 0 && !this.#explains(report, header3, message)) this.#start(header3, message, number);
    else if (report?.add(message.text, number) === true) this.#open.refresh(report);
    else if (header3 === void 0) this.#tryLearning(message, number);
  }
  /** Where kernel lines have timestamps, nothing else is one. */
  #tryLearning(message, number) {
    if (message.stamped || this.#stampsInUse || !mayHoldHeader(message.text)) return;
    const behind = this.#prefixes.learn(message.text);
    const header3 = behind === void 0 ? void 0 : matchHeader(behind.text);
    if (behind !== void 0 && header3 !== void 0) this.#start(header3, withCaller(message, behind), number);
  }
  #headerOf(message) {
    const rebooted = this.#boots.isUnexpectedBoot(message);
    if (rebooted && this.#open.size === 0 && this.#found.size === 0) return { kind: unexpectedReboot, groups: {} };
    return mayHoldHeader(message.text) ? matchHeader(message.text) : void 0;
  }
  /** Whether a header is part of an earlier report instead of a new bug. */
  #explains(report, { kind }, { text, caller }) {
    if (kind.kind === "complaint" && this.#leadIn(caller).length > 0) return true;
    if (kind.follows === "any-report") return report !== void 0 || this.#open.size > 0 || this.#found.size > 0;
    if (report === void 0) return false;
    return kind.follows === "open-report" && !report.ended || report.header.kind.absorbs?.test(text) === true;
  }
  #start(header3, message, number) {
    const report = new OpenReport(header3, {
      line: number,
      caller: message.caller,
      stamped: message.stamped || message.namesKernel && !this.#stampsInUse,
      isLearned: isLearned(message.caller),
      stampsInUse: this.#stampsInUse,
      leadIn: this.#leadIn(message.caller)
    });
    report.add(message.text, number);
    this.#open.begin(report);
  }
  #leadIn(caller) {
    if (!this.#recent.some((line) => line.includes("[ cut here ]"))) return [];
    const messages = this.#recent.flatMap((line) => this.#messages(line));
    const own = messages.filter((message) => message.caller === caller).map(({ text }) => text);
    const cut = own.findLastIndex((text) => text.includes("[ cut here ]"));
    return cut < 0 ? [] : own.slice(cut).map((text) => text.slice(0, bounds.lines.headerChars));
  }
  #close(report) {
    const bug = report.finish();
    if (bug === void 0) return;
    const known2 = this.#found.get(bug.fingerprint);
    if (known2 !== void 0) this.#found.set(bug.fingerprint, { ...known2, occurrences: known2.occurrences + 1 });
    else if (this.#found.size < bounds.findings.count) this.#found.set(bug.fingerprint, bug);
    else this.#leftOut += 1;
  }
};
function weight({ kind }) {
  return kind === "complaint" ? 1 : 0;
}
var learned = "behind ";
function withCaller(message, { prefix: prefix2, text }) {
  return { ...message, text, caller: `${learned}${prefix2}` };
}
function isLearned(caller) {
  return caller?.startsWith(learned) === true;
}
function reportedBugs(consoleText, bootFingerprints) {
  return findBugs(consoleText).filter(({ fingerprint }) => !bootFingerprints.has(fingerprint)).map(({ title, report }) => ({ texts: [title, report.split("\n", 1)[0] ?? ""] }));
}

// src/diagnose/describe-ending.ts
function describeEnding(ending) {
  switch (ending.kind) {
    case "completed":
      return "all stages ended";
    case "deadline":
      return ending.answering ? `no end after ${seconds(ending.timeoutMs)}, but the guest still answers` : `no end after ${seconds(ending.timeoutMs)}, and the guest stopped answering`;
    case "no-power-off":
      return `all stages ended, but the guest did not power off within ${seconds(ending.timeoutMs)}`;
    case "boot-deadline":
      return `the boot did not reach the test agent within ${seconds(ending.timeoutMs)}: ` + describePhase(ending.phase);
    case "guest-shutdown":
      return "the machine powered off before the test ended";
    case "guest-reset":
      return "the machine rebooted by itself";
    case "guest-panicked":
      return "the kernel panicked";
    case "qemu-exited":
      return describeQemuExit(ending);
    case "agent-lost":
      return `the test agent in the guest was lost: ${ending.detail}`;
    case "after-bug":
      return `the machine was stopped after a bug in which its kernel killed a task: ${ending.bug}`;
    case "model-broke":
      return `a device model broke: ${ending.detail}`;
    case "over-limit":
      return `the machine was stopped because it wrote ${ending.detail}`;
    case "host-failed":
      return `the host failed: ${ending.detail}`;
    case "internal-error":
      return `Internal error: ${ending.detail}; ${ending.log} has the stack. This is a bug of qemu-driver-test: please report it`;
    case "not-started":
      return describeCause(ending.cause);
    case "cancelled":
      return "the run was cancelled";
  }
}
function describeCause(cause) {
  switch (cause.kind) {
    case "module-build":
      return `${cause.error === void 0 ? "" : `${cause.error}
`}the modules in ${cause.directory} did not build`;
    case "boot-failed":
      return `the cell did not boot: ${cause.detail}`;
    case "model-failed":
      return `a device model could not be started: ${cause.detail}`;
  }
}
function describePhase(phase) {
  switch (phase) {
    case "kernel-silent":
      return "the kernel printed nothing on its console";
    case "kernel-started":
      return "the kernel started, but did not run the agent";
    case "init-started":
      return "the agent started, but its port did not come up";
  }
}
function describeQemuExit({ exitCode, signal, lastOutput }) {
  if (signal !== void 0 && ownSignals.has(signal))
    return withLastLine(
      `QEMU itself crashed with ${signal}, which is a fault of QEMU or this host, not of the guest`,
      lastOutput
    );
  if (signal !== void 0) return withLastLine(`QEMU was killed by ${signal}`, lastOutput);
  const [, number] = /\bterminating on signal (\d+)\b/.exec(lastOutput) ?? [];
  if (exitCode === 0 && number !== void 0)
    return withLastLine(`QEMU was ended from outside, by signal ${number}`, lastOutput);
  const how = exitCode !== void 0 ? `ended by itself with exit status ${exitCode}` : "could not be started";
  return lastOutput === "" ? `QEMU ${how}` : `QEMU ${how}: ${lastOutput}`;
}
var ownSignals = /* @__PURE__ */ new Set([
  "SIGABRT",
  "SIGSEGV",
  "SIGBUS",
  "SIGILL",
  "SIGFPE",
  "SIGTRAP",
  "SIGSYS"
]);
function withLastLine(sentence2, lastOutput) {
  const line = lastOutput.trimEnd().split("\n").at(-1)?.trim() ?? "";
  return line === "" ? sentence2 : `${sentence2}: ${line}`;
}
function seconds(milliseconds) {
  return `${Number((milliseconds / 1e3).toFixed(1))} s`;
}

// src/diagnose/expectation.ts
function describeExpectation(expectation) {
  switch (expectation.kind) {
    case "pass":
    case "fail":
    case "timeout":
    case "hang":
      return expectation.kind;
    case "any-failure":
      return "any failure";
    case "crash":
      return expectation.title === void 0 ? "crash" : `crash ${expectation.title.source}`;
  }
}
function contradiction(expectation, outcome, findings) {
  if (outcome === "error") return "";
  switch (expectation.kind) {
    case "pass":
      return outcome === "pass" || outcome === "skip" ? void 0 : "";
    case "any-failure":
      return outcome === "pass" || outcome === "skip" ? `expected any failure, but the outcome is ${outcome}` : void 0;
    case "fail":
    case "timeout":
    case "hang":
      return outcome === expectation.kind ? void 0 : `expected ${expectation.kind}, but the outcome is ${outcome}`;
    case "crash":
      return crashContradiction(expectation.title, outcome, findings);
  }
}
function crashContradiction(title, outcome, findings) {
  if (outcome !== "crash") return `expected a crash, but the outcome is ${outcome}`;
  if (title === void 0 || findings.some((finding) => title.test(finding.title))) return void 0;
  return `expected a crash whose title matches ${title.source}, found ` + findings.map((finding) => finding.title).join(", ");
}
function applyConsoleExpectations(expectations, consoleText, findings, today) {
  const inForce = expectations.filter(({ until }) => until === void 0 || until >= today);
  return {
    findings: findings.filter(
      (finding) => !inForce.some(({ pattern }) => pattern.test(finding.title) || reportMatches(pattern, finding))
    ),
    complaints: [
      ...expectations.filter((expectation) => !inForce.includes(expectation)).map(expired),
      ...inForce.filter(({ kind, pattern }) => kind === "require" && !anyLineMatches(pattern, consoleText)).map(missing)
    ]
  };
}
function reportMatches(pattern, { report }) {
  return pattern.test(report.split("\n", 1)[0] ?? "");
}
function anyLineMatches(pattern, text) {
  return text.split("\n").some((line) => pattern.test(line));
}
function expired({ pattern, until, file, line }) {
  return `${file}:${line}: /${pattern.source}/ was allowed until ${until ?? ""}; fix the cause or extend the date`;
}
function missing({ pattern, reason, file, line }) {
  return `the console never showed /${pattern.source}/, which ${file}:${line} requires${reason === "" ? "" : ` (${reason})`}`;
}

// src/diagnose/handled.ts
var handledInWords = "handled: no crash, no hang, nothing left behind";
function unhandled({ ending, stages }, outcome) {
  switch (outcome) {
    case "crash":
    case "hang":
    case "timeout":
      return "";
    case "pass":
    case "fail":
    case "skip":
      return leftBehind(stages);
    case "error":
      return ending.kind === "completed" && setupFailed(stages) ? void 0 : "";
  }
}
function leftBehind(stages) {
  if (setupFailed(stages)) return void 0;
  const failed = stages.find(({ name, exitStatus }) => name.endsWith("teardown") && exitStatus !== 0);
  return failed === void 0 ? void 0 : `something was left behind: ${failed.name} ended with exit status ${failed.exitStatus ?? "none"}`;
}
function setupFailed(stages) {
  return stages.some(({ name, exitStatus }) => name.endsWith("setup") && exitStatus !== 0);
}

// src/diagnose/ktap/subtests.ts
function subtestsOf(text) {
  const { tests, leaves: total, badLeaves: failed, flattened } = parseKtap(text);
  const list = new SubtestList();
  for (const test of tests) list.take(test, "");
  const left = total - list.subtests.length;
  const leftFailed = failed - list.subtests.filter(isBad).length;
  return {
    subtests: list.subtests,
    total,
    failed,
    notes: [
      ...left <= 0 ? [] : [
        `\u2026 and ${inWords(left)} more subtests${leftFailed > 0 ? `, ${inWords(leftFailed)} of them failed` : ""}: of ${inWords(total)} only ${inWords(list.subtests.length)} are listed`
      ],
      ...flattened ? [`subtests are nested deeper than ${bounds.subtests.depth} levels; deeper ones are listed on that level`] : []
    ]
  };
}
function inWords(count) {
  return count.toLocaleString("en-US");
}
var SubtestList = class {
  subtests = [];
  #chars = 0;
  take({ name, status, reason, tests }, parent) {
    const full = `${parent}${name}`;
    if (tests !== void 0) {
      for (const test of tests) this.take(test, `${full}/`);
      return;
    }
    const subtest = { name: boundedPath(full), status, ...reason === void 0 ? {} : { reason } };
    const chars = subtest.name.length + (reason?.length ?? 0);
    if (this.#chars + chars > bounds.subtests.totalChars * (isBad(subtest) ? 1 : sharedPart)) return;
    this.#chars += chars;
    this.subtests.push(subtest);
  }
};
function boundedPath(path) {
  const { nameChars } = bounds.subtests;
  if (path.length <= nameChars) return path;
  const head = Math.floor(nameChars / 3);
  return `${path.slice(0, head)}\u2026${path.slice(head + 1 - nameChars)}`;
}

// src/diagnose/lockup-finding.ts
var hardLockup = {
  kind: "hard-lockup",
  needle: "",
  header: /^/,
  title: "BUG: hard lockup in {guilty}",
  guilty: [{ from: "instruction-pointer" }, { from: "trace" }]
};
function lockupFindings(ending, consoleText, { processors }) {
  const hangs = ending.kind === "deadline" && !ending.answering || ending.kind === "no-power-off";
  if (!hangs) return [];
  const stuck = processors.find(({ interruptsOff, trace: trace10 }) => interruptsOff && trace10.some(saysInterruptsOff));
  if (stuck === void 0) return [];
  const trace9 = innermost(stuck.trace);
  const stack = readStack(trace9);
  const guilty = guiltyFunction(hardLockup, { stack, lines: trace9, groups: {} }) ?? stack.pointer?.name;
  const title = reportTitle(hardLockup, { guilty, groups: {} });
  const line = lastLineOf(consoleText);
  return [
    {
      kind: hardLockup.kind,
      title,
      fingerprint: fingerprintOf(hardLockup.kind, title, stack),
      line,
      report: reportOf(stuck, trace9)
    }
  ];
}
function saysInterruptsOff(text) {
  const flags = /\bEFLAGS: ([\da-f]{8})/.exec(text)?.[1];
  return flags !== void 0 && (Number.parseInt(flags, 16) & 512) === 0;
}
function innermost(trace9) {
  const end = trace9.findIndex((text) => /^\s*<\/TASK>|^RIP: 0033:/.test(text));
  return end < 0 ? trace9 : trace9.slice(0, end);
}
function reportOf({ processor }, trace9) {
  return [`CPU: ${processor} with interrupts off in a guest that stopped answering`, ...trace9].join("\n").slice(0, bounds.findings.reportChars);
}

// src/diagnose/post-mortem.ts
var maxLines = 5e3;
var maxTasks = 8;
var interruptFlag = 512;
function readPostMortem({ registers, console }) {
  const lines = console.split("\n", maxLines).flatMap((line) => parseConsoleLine(line.slice(0, bounds.lines.chars)).map(({ text }) => text));
  return { processors: processorPlaces(registers, backtraces(lines)), waiting: waitingTasks(lines) };
}
function describePostMortem(reading) {
  return places(reading).slice(0, bounds.notes.count).map((place) => place.slice(0, bounds.notes.chars));
}
function places({ processors, waiting }) {
  return [
    ...processors.map(
      ({ processor, at: at2, interruptsOff }) => `CPU ${processor} ${at2}${interruptsOff ? ", interrupts off" : ""}`
    ),
    ...waiting.map(({ name, pid, at: at2 }) => `${name} (pid ${pid}) waits in ${at2}`)
  ];
}
function processorPlaces(registers, backtraces2) {
  return registers.split(/^(?=CPU#\d+)/m).flatMap((part) => {
    const number = /^CPU#(\d+)/.exec(part)?.[1];
    const [, pointer, flags = ""] = /\bRIP=([\da-f]{16}) RFL=([\da-f]{8})/.exec(part) ?? [];
    if (number === void 0 || pointer === void 0 || /\bHLT=1\b/.test(part)) return [];
    const { trace: trace9, task: task2 } = backtraces2.get(Number(number)) ?? { trace: [], task: "a program" };
    const symbol = symbolAt(trace9);
    const at2 = /\bCPL=3\b/.test(part) ? `runs ${task2}` : symbol === void 0 ? `at 0x${pointer}` : `in ${symbol}`;
    return [
      { processor: Number(number), at: at2, interruptsOff: (Number.parseInt(flags, 16) & interruptFlag) === 0, trace: trace9 }
    ];
  });
}
function symbolAt(trace9) {
  for (const line of trace9) {
    const at2 = parseInstructionPointer(line);
    if (at2?.kind === "kernel") return frameText(at2.frame);
  }
  return void 0;
}
function backtraces(lines) {
  const found2 = /* @__PURE__ */ new Map();
  let current;
  for (const line of lines) {
    const [, number, pid, task2] = /^CPU: (\d{1,4}) (?:UID: \d+ )?PID: (\d{1,10}) Comm: (.{1,16}?) (?:Not tainted|Tainted)/.exec(line) ?? [];
    if (number !== void 0 && !found2.has(Number(number))) {
      current = [];
      found2.set(Number(number), { task: `${task2 ?? ""} (pid ${pid ?? ""})`, trace: current });
    } else if (sectionEnd.test(line)) current = void 0;
    else if (current !== void 0 && (current.length > 0 || parseInstructionPointer(line)?.kind === "kernel"))
      current.push(line);
  }
  return found2;
}
var sectionEnd = /^(?:NMI backtrace for cpu|Sending NMI|sysrq: |task:|---\[ end )/;
function waitingTasks(lines) {
  return taskSections(lines).slice(0, maxTasks).map(({ name, pid, trace: trace9 }) => {
    const stack = readStack(trace9);
    const guilty = guiltyFunction(
      { kind: "hung-task", needle: "", header: /^/, title: "", guilty: [{ from: "wait" }] },
      { stack, lines: trace9, groups: {} }
    );
    const frame = stack.traces.flatMap(({ frames }) => frames).find((one) => one.name === guilty);
    return { name, pid, at: frame === void 0 ? guilty ?? "an unknown place" : frameText(frame) };
  });
}
function taskSections(lines) {
  const sections = [];
  let isInside = false;
  for (const line of lines) {
    const [, name, pid] = /^task:(.{1,16}?) +state:D .*?\bpid: ?(\d{1,10})\b/.exec(line) ?? [];
    if (name !== void 0) sections.push({ name, pid: Number(pid), trace: [] });
    isInside = name !== void 0 || isInside && !sectionEnd.test(line) && !/^(?:CPU: \d|Kernel panic)/.test(line);
    if (isInside && name === void 0) sections.at(-1)?.trace.push(line);
  }
  return sections;
}
function frameText({ name, offset, module }) {
  return `${name}${offset === void 0 ? "" : `+${offset}`}${module === void 0 ? "" : ` [${module}]`}`;
}

// src/diagnose/module-load.ts
var refusals = [
  /^[\w-]{1,56}: Unknown symbol \S{1,512} \(err -?\d{1,5}\)$/,
  /^[\w-]{1,56}: disagrees about version of symbol \S{1,512}$/,
  /^[\w-]{1,56}: version magic '[^']{1,200}' should be '[^']{1,200}'$/,
  /^[\w-]{1,56}: exports duplicate symbol \S{1,512} \(owned by [\w-]{1,56}\)$/
];
var maxTold = 4;
function moduleRefusals(consoleText) {
  const found2 = /* @__PURE__ */ new Set();
  for (const line of consoleText.split("\n")) {
    for (const { text } of splitAtStamps(line.slice(0, bounds.lines.headerChars))) {
      const words = text.trim();
      if (refusals.some((pattern) => pattern.test(words))) found2.add(words);
    }
  }
  const all = [...found2];
  return all.length > maxTold ? [...all.slice(0, maxTold), `and ${all.length - maxTold} more such lines`] : all;
}

// src/diagnose/judge.ts
function describeBrokenModel({ devices }) {
  for (const { id, model, crash, lost } of devices) {
    if (lost !== void 0) return `the device model ${model} (${id}) was lost: ${lost}`;
    if (crash === void 0) continue;
    const place = crashPlace(crash.stack);
    return `the device model ${model} (${id}) broke at ${crash.during}: ${crash.message}${place === void 0 ? "" : `, ${place.file}:${place.line}:${place.column}`}`;
  }
  return void 0;
}
var skipStatus = 4;
function judge({ record, texts, rules }, context) {
  const { expectation, expectConsole, isSweepPoint } = rules;
  const { bugs, leftOut } = readBugs(texts.console);
  const reported = bugs.filter((finding) => !context.bootFingerprints.has(finding.fingerprint));
  const observed = [...reported, ...withoutReport(record.ending, texts.console, reported)];
  const { findings, complaints: complaints2 } = applyConsoleExpectations(expectConsole, texts.console, observed, context.today);
  const read = subtestsOf(texts.runOutput);
  const { outcome, reason: cause } = conclude(record, texts, { findings, leftOut, read });
  const standing = texts.postMortem === void 0 ? nowhere : readPostMortem(texts.postMortem);
  const whereabouts = describePostMortem(standing);
  const reason = [cause, whereabouts.slice(0, placesTold).join("; ")].filter((part) => part !== "").join(": ");
  const contradicted = (isSweepPoint ? unhandled(record, outcome) : contradiction(expectation, outcome, findings)) ?? complaints2[0];
  return {
    outcome,
    ok: contradicted === void 0,
    expected: isSweepPoint ? handledInWords : describeExpectation(expectation),
    reason: sentence(
      [reason, contradicted ?? "", ...complaints2.filter((complaint2) => complaint2 !== contradicted)].filter((part) => part !== "").join("; ")
    ),
    findings: findings.length > 0 ? findings : lockupFindings(record.ending, texts.console, standing),
    subtests: read.subtests,
    whereabouts,
    notes: [
      ...leftOut === 0 ? [] : [`\u2026 and ${leftOut} more kernel reports: only the first ${bugs.length} different ones are listed`],
      ...read.notes
    ]
  };
}
function sentence(text) {
  return text.length <= bounds.sentenceChars ? text : `${text.slice(0, bounds.sentenceChars - 1)}\u2026`;
}
var nowhere = { processors: [], waiting: [] };
var placesTold = 3;
function withoutReport(ending, consoleText, reported) {
  if (reported.length > 0) return [];
  const finding = findingWithoutReport(ending, consoleText);
  return finding === void 0 ? [] : [finding];
}
function conclude(record, texts, { findings, leftOut, read }) {
  const broken = describeBrokenModel(record);
  if (broken !== void 0) return { outcome: "error", reason: broken };
  const stall = findings.find(({ kind }) => stalls3.has(kind));
  const first = findings.find(({ kind }) => !stalls3.has(kind) && kind !== "complaint");
  const ended = concludeFromEnding(record);
  if (first !== void 0)
    return { outcome: "crash", reason: first.report === "" && ended !== void 0 ? ended.reason : first.title };
  if (stall !== void 0) return { outcome: "hang", reason: stall.title };
  if (leftOut > 0)
    return {
      outcome: "error",
      reason: `the kernel reported more than ${bounds.findings.count} different bugs: none of the examined ones counts, and the others cannot be judged`
    };
  if (ended !== void 0) return ended;
  const staged = withRefusals(concludeFromStages(record.stages, texts.runOutput, read), texts.console);
  const complaint2 = findings.find(({ kind }) => kind === "complaint");
  return complaint2 !== void 0 && (staged.outcome === "pass" || staged.outcome === "skip") ? { outcome: "fail", reason: complaint2.title } : staged;
}
function withRefusals({ outcome, reason }, consoleText) {
  const refused = outcome === "fail" || outcome === "error" ? moduleRefusals(consoleText) : [];
  return { outcome, reason: [reason, ...refused].join("; ") };
}
var stalls3 = /* @__PURE__ */ new Set(["rcu-stall", "soft-lockup", "hard-lockup", "hung-task"]);
function concludeFromEnding({ ending, stages }) {
  const reason = describeEnding(ending);
  switch (ending.kind) {
    case "completed":
      return void 0;
    case "deadline":
      return { outcome: ending.answering ? "timeout" : "hang", reason };
    case "no-power-off":
      return { outcome: "hang", reason };
    case "guest-shutdown":
    case "guest-reset":
    case "guest-panicked":
      return { outcome: "crash", reason };
    case "qemu-exited":
    case "boot-deadline":
    case "agent-lost":
    case "after-bug":
    case "model-broke":
    case "over-limit":
    case "host-failed":
    case "internal-error":
    case "not-started":
      return { outcome: "error", reason };
    case "cancelled":
      return { outcome: "error", reason: stages.length === 0 ? `not run: ${reason}` : reason };
  }
}
function concludeFromStages(stages, runOutput, read) {
  const statusOf = (name) => stages.find((stage) => stage.name === name)?.exitStatus;
  for (const name of ["suite-setup", "setup"]) {
    const status = statusOf(name) ?? 0;
    if (status !== 0)
      return { outcome: "error", reason: `${name} failed with exit status ${status}, so run was skipped` };
  }
  const run = statusOf("run");
  if (run === void 0) return { outcome: "error", reason: "run gave no exit status" };
  const verdict = concludeFromRun(run, runOutput, read);
  if (verdict.outcome !== "pass") return verdict;
  for (const name of ["teardown", "suite-teardown"]) {
    const status = statusOf(name) ?? 0;
    if (status !== 0) return { outcome: "error", reason: `run passed, but ${name} failed with exit status ${status}` };
  }
  return verdict;
}
function concludeFromRun(status, output, { subtests, total, failed }) {
  if (failed > 0)
    return {
      outcome: "fail",
      reason: `${failed} of ${total} subtests failed, first: ${subtests.find(isBad)?.name ?? "not listed"}`
    };
  if (status === skipStatus) return { outcome: "skip", reason: "run asked to be skipped (exit status 4)" };
  if (status !== 0)
    return {
      outcome: "fail",
      reason: [`run ended with exit status ${status}`, ...total > 0 ? [] : lastWords(output)].join(": ")
    };
  return { outcome: "pass", reason: "" };
}
var maxWords = 200;
function lastWords(output) {
  const line = output.trimEnd().slice(-4 * maxWords).split("\n").at(-1)?.trim() ?? "";
  return line === "" ? [] : [line.length <= maxWords ? line : `${line.slice(0, maxWords - 1)}\u2026`];
}

// src/run/evidence/read-evidence.ts
import { join as join3 } from "node:path";

// src/run/evidence/record-post-mortem.ts
import { join as join2, relative } from "node:path";

// src/run/evidence/memory-dump.ts
import { join } from "node:path";

// src/host/files/compress-file.ts
import { createReadStream, createWriteStream, renameSync, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import * as zlib from "node:zlib";
async function filterBytes(argv, input, signal) {
  signal?.throwIfAborted();
  const { child, kill, ended } = startKept({ argv, stdio: ["pipe", "pipe", "pipe"] });
  const { stdin, stdout, stderr } = child;
  if (stdin === null || stdout === null || stderr === null)
    throw new Error("Internal error: a filter was started without pipes");
  const pieces = [];
  const complaints2 = [];
  stdout.on("data", (piece) => pieces.push(piece));
  stderr.setEncoding("utf8").on("data", (text) => complaints2.push(text));
  signal?.addEventListener("abort", kill, { once: true });
  try {
    const fed = pipeline(Readable.from([input]), stdin).catch(() => void 0);
    const { exitCode } = await ended;
    await fed;
    signal?.throwIfAborted();
    requireStarted(argv[0], exitCode, complaints2.join(""));
    return { exitCode, bytes: Buffer.concat(pieces), complaint: complaints2.join("") };
  } finally {
    signal?.removeEventListener("abort", kill);
  }
}
async function compressFile(path, signal) {
  const { createZstdCompress } = zlib;
  const [extension, compressor] = createZstdCompress === void 0 ? ["gz", zlib.createGzip({ level: 1 })] : ["zst", createZstdCompress()];
  const compressed = `${path}.${extension}`;
  const part = `${compressed}.part`;
  try {
    await pipeline(createReadStream(path), compressor, createWriteStream(part, { mode: 420 }), { signal });
    renameSync(part, compressed);
    return compressed;
  } catch (error) {
    throw signal?.aborted === true ? signal.reason : error;
  } finally {
    for (const left of [path, part]) rmSync(left, { force: true });
  }
}

// src/run/evidence/memory-dump.ts
var maxBytes = 4 * 1024 ** 3;
var reserveMiB = 256;
var dumpMs = 12e4;
var packMs = 3e5;
async function dumpMemory(machine, directory, aborted) {
  const path = join(directory, "memory.elf");
  try {
    makeDirectory(directory);
    const monitor = await machine.monitor;
    const refusal = await whyNot(monitor, directory);
    if (refusal !== void 0) return { kind: "none", reason: refusal };
    const failure = await writeDump({ machine, monitor, path }, aborted);
    return failure === void 0 ? { kind: "dump", path } : { kind: "none", reason: failure, leftover: path };
  } catch (error) {
    if (error instanceof QmpError || isSystemError(error))
      return { kind: "none", reason: error.message, leftover: path };
    throw error;
  }
}
async function whyNot(monitor, directory) {
  const { "base-memory": size } = asObject(await monitor.execute("query-memory-size-summary")) ?? {};
  if (typeof size !== "number") return "QEMU did not say how much memory the guest has";
  if (size > maxBytes) return `expected at most ${maxBytes} bytes of guest memory, found ${size}`;
  const wantedMiB = Math.ceil(size / 1024 ** 2) + reserveMiB;
  const free = freeMiB(directory);
  return free < wantedMiB ? `expected ${wantedMiB} MiB free on the disk, found ${free}` : void 0;
}
async function writeDump({ machine, monitor, path }, aborted) {
  const written = monitor.execute("dump-guest-memory", { paging: false, protocol: `file:${path}` }).then(() => void 0);
  const late = startDeadline(dumpMs, () => `it was not written within ${dumpMs / 1e3} s`);
  try {
    return await Promise.race([
      written,
      machine.exited.then(() => "QEMU ended while it wrote"),
      aborted.then(() => "the run was cancelled"),
      late.passed
    ]);
  } finally {
    late.cancel();
    written.catch(() => void 0);
  }
}
async function packDump(dump) {
  try {
    if (dump.kind === "none") {
      if (dump.leftover !== void 0) await removeFile(dump.leftover);
      return dump;
    }
    if (describeFile(dump.path).size === 0) {
      await removeFile(dump.path);
      return { kind: "none", reason: "QEMU wrote nothing" };
    }
    return { kind: "dump", path: await compressFile(dump.path, AbortSignal.timeout(packMs)) };
  } catch (error) {
    if (error instanceof Error && error.name === "TimeoutError")
      return { kind: "none", reason: `it was not compressed within ${packMs / 1e3} s` };
    if (isSystemError(error))
      return { kind: "none", reason: dump.kind === "none" ? `${dump.reason}; ${error.message}` : error.message };
    throw error;
  }
}

// src/run/evidence/record-post-mortem.ts
var tailLines = 50;
var postMortemFiles = { registersFile: "registers.txt", consoleFile: "console.log" };
async function recordPostMortem({ registers, console, memory, notes }, lastConsole, { directory, resultsDirectory }) {
  const { registersFile, consoleFile } = postMortemFiles;
  const files = Object.entries({
    [registersFile]: registers,
    [consoleFile]: console.text,
    "last-lines.log": lastLines(lastConsole)
  }).filter(([, text]) => text !== "").map(([name, text]) => {
    const path = join2(directory, "postmortem", name);
    writeFileAt(path, text);
    return relative(resultsDirectory, path);
  });
  const dump = memory && await packDump(memory);
  return {
    record: { files: [...files, ...dump?.kind === "dump" ? [relative(resultsDirectory, dump.path)] : []] },
    notes: [...notes, ...dump?.kind === "none" ? [`no memory dump: ${dump.reason}`] : []]
  };
}
function lastLines(text) {
  const lines = text.trimEnd().split("\n").slice(-tailLines);
  return lines.join("\n") === "" ? "" : `${lines.join("\n")}
`;
}

// src/run/evidence/read-evidence.ts
function readEvidence(resultsDirectory, { consolePath, stages, directory, postMortem }) {
  const read = (path) => readTextInside(resultsDirectory, path, maxLogBytes) ?? "";
  const run = stages.find(({ name }) => name === "run");
  return {
    console: consolePath === void 0 ? "" : read(consolePath),
    runOutput: run === void 0 ? "" : read(run.log),
    ...postMortem === void 0 ? {} : { postMortem: readPostMortemTexts(join3(directory, "postmortem"), read) }
  };
}
function readPostMortemTexts(directory, read) {
  const { registersFile, consoleFile } = postMortemFiles;
  return { registers: read(join3(directory, registersFile)), console: read(join3(directory, consoleFile)) };
}

// src/engine/judging/judge-question.ts
function patternPlaces({ expectation, expectConsole }) {
  const title = expectation.kind === "crash" && expectation.title !== void 0 ? [`the pattern /${expectation.title.source}/ of info/expect-failure`] : [];
  return [
    ...expectConsole.map(({ file, line, pattern }) => `${file}:${line}: the pattern /${pattern.source}/`),
    ...title
  ];
}
function watchPatterns({ expectation, expectConsole, ...rest }, at2) {
  const watch = (pattern, step) => new WatchedPattern(
    pattern,
    () => at2(step),
    () => at2(0)
  );
  const title = expectation.kind === "crash" ? expectation.title : void 0;
  return {
    ...rest,
    expectConsole: expectConsole.map((line, index) => ({ ...line, pattern: watch(line.pattern, index + 1) })),
    expectation: title === void 0 ? expectation : { kind: "crash", title: watch(title, expectConsole.length + 1) }
  };
}
var WatchedPattern = class extends RegExp {
  #begin;
  #end;
  constructor(pattern, begin, end) {
    super(pattern.source, pattern.flags);
    this.#begin = begin;
    this.#end = end;
  }
  exec(text) {
    this.#begin();
    const found2 = super.exec(text);
    this.#end();
    return found2;
  }
};
function judgeHere({ resultsDirectory, record, rules, bootFingerprints, today }) {
  const texts = readEvidence(resultsDirectory, record);
  return judge({ record, texts, rules }, { bootFingerprints: new Set(bootFingerprints), today });
}
function findBugsHere({ resultsDirectory, consolePath }) {
  return findBugs(readTextInside(resultsDirectory, consolePath, maxLogBytes) ?? "");
}

export {
  describeExpectation,
  WorkerThread,
  answerQuestions,
  matchEach,
  matchHeader,
  mayHoldHeader,
  findBugs,
  createBugFinder,
  reportedBugs,
  describeEnding,
  handledInWords,
  filterBytes,
  dumpMemory,
  recordPostMortem,
  patternPlaces,
  watchPatterns,
  judgeHere,
  findBugsHere
};
