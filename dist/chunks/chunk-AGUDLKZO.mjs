import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  baseName,
  parseFrames,
  parseInstructionPointer,
  readStack
} from "./chunk-EFSC4T5S.mjs";
import {
  TextLines,
  hasStamp,
  isBad,
  parseConsoleLine,
  parseKtap,
  sharedPart,
  splitAtStamps,
  withoutIntroduction
} from "./chunk-PZIESEAT.mjs";
import {
  maxLogBytes
} from "./chunk-FTZM3PQV.mjs";
import {
  compressFile
} from "./chunk-SOJWF4Z4.mjs";
import {
  readTextInside
} from "./chunk-DZ5U262N.mjs";
import {
  asObject,
  parseJson
} from "./chunk-ZOCY7ZAN.mjs";
import {
  freeMiB
} from "./chunk-BUN7IQEI.mjs";
import {
  writeFileAt
} from "./chunk-UTU2GXSA.mjs";
import {
  describeFile
} from "./chunk-IRPNDCYH.mjs";
import {
  deferred
} from "./chunk-PNGENSD7.mjs";
import {
  bounds,
  isSystemError,
  makeDirectory,
  removeFile
} from "./chunk-PC3WFA6B.mjs";

// src/host/process/worker-thread.ts
import { runInNewContext } from "node:vm";
import { parentPort, Worker, workerData } from "node:worker_threads";
var WorkerThread = class {
  #worker;
  #limits;
  #step = new Int32Array(new SharedArrayBuffer(4));
  #open;
  #timer;
  #isOver = false;
  /** `script`: a JavaScript file that calls `answerQuestions`. */
  constructor(script, limits) {
    this.#limits = limits;
    this.#worker = new Worker(script, {
      workerData: { step: this.#step },
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMiB }
    });
    this.#worker.on("message", (message) => {
      if (message.kind === "ready") this.#timer?.refresh();
      else this.#settle(answerOf(message));
    });
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
    this.#timer = setTimeout(() => this.#end({ kind: "late", step: this.#lastStep }), this.#limits.answerMs);
    this.#worker.postMessage(question);
    try {
      return await open.promise;
    } finally {
      clearTimeout(this.#timer);
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
  /** Ends the thread, and settles when its memory is the host's again. Never rejects. */
  async end() {
    this[Symbol.dispose]();
    await this.#worker.terminate();
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
  const ready = { kind: "ready" };
  port.postMessage(ready);
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
  // Errors without the minus: the kernel takes them for a success
  complaint({
    needle: "unexpectedly returned ",
    header: starting(device, String.raw`Driver probe function unexpectedly returned \d`),
    title: "probe of {driver} returned an error without its minus"
  }),
  withStack({
    needle: "suspiciously returned ",
    header: starting(
      String.raw`do_init_module: '(?<driver>[\w-]{1,60})'->init suspiciously returned \d+, `,
      "it should follow 0/-E convention"
    ),
    title: "init of {driver} returned an error without its minus",
    absorbs: /^do_init_module: loading module anyway/
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
    // What riscv says of an address in the first page, for which others have a sentence of its own.
    kind: "null-deref",
    needle: "access to user memory without uaccess",
    header: /^Unable to handle kernel access to user memory without uaccess routines at virtual address 0{13}[\da-f]{3}$/,
    title: "BUG: unable to handle kernel NULL pointer dereference in {guilty}",
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
  }
];

// src/diagnose/catalogue/oops-lines.ts
var ip2 = { from: "instruction-pointer" };
var trace3 = { from: "trace" };
var oopsLines = [
  {
    kind: "oops",
    needle: "invalid opcode: ",
    header: /^(?:Oops: )?invalid opcode: /,
    title: "invalid opcode in {guilty}",
    guilty: [ip2, trace3],
    follows: "open-report"
  },
  {
    kind: "oops",
    needle: "Internal error: ",
    header: /^Internal error: (?<what>Oops - BUG|BUG)/,
    title: "kernel BUG in {guilty}",
    guilty: [ip2, trace3],
    follows: "open-report"
  },
  {
    // As 6.12 says it, and as earlier kernels do.
    kind: "oops",
    needle: "BRK",
    header: /^Internal error: (?:Oops - BRK|(?:ptrace )?BRK handler): /,
    title: "unexpected BRK exception in {guilty}",
    guilty: [ip2, trace3],
    follows: "open-report"
  },
  {
    kind: "oops",
    needle: "Internal error: Oops - ",
    header: /^Internal error: (?<what>Oops - [\w -]{2,40}): [\da-f]{1,16} \[#\d+\]/,
    title: "{what} in {guilty}",
    guilty: [ip2, trace3],
    follows: "open-report"
  },
  {
    // A register or a vector that an exception of this kind has no handler for.
    kind: "oops",
    needle: " on CPU",
    header: /^(?:Bad mode in .{1,40} handler detected|Unhandled .{1,40} exception) on CPU ?\d+, /,
    title: "unhandled exception in {guilty}",
    guilty: [ip2, trace3],
    absorbs: /^(?:Internal error|Kernel panic - not syncing: (?:bad mode|Unhandled exception))/
  },
  {
    kind: "oops",
    needle: "Internal error: ",
    header: /^Internal error: /,
    title: "Internal error in {guilty}",
    guilty: [ip2, trace3],
    follows: "open-report"
  },
  {
    // riscv
    kind: "oops",
    needle: "Oops - ",
    header: /^(?<what>Oops - [A-Za-z][\w ()]{2,50}) \[#\d+\]/,
    title: "{what} in {guilty}",
    guilty: [ip2, trace3],
    follows: "open-report"
  },
  {
    kind: "oops",
    needle: "Oops",
    header: new RegExp(
      String.raw`^Oops(?: ?\[#\d+\]|: (?:Oops: )?[\da-f]{4} (?:ilc:\d )?\[#\d+\]|` + String.raw`: (?:Exception in kernel mode|[A-Z][\w ]{3,40}, sig: \d+ \[#\d+\]))`
    ),
    title: "Oops in {guilty}",
    guilty: [ip2, trace3],
    follows: "open-report"
  },
  {
    kind: "oops",
    needle: "Oops: ",
    header: /^Oops: (?<what>[a-z][\w -]+?): [\da-f]{4} \[#\d+\]/,
    title: "{what} in {guilty}",
    guilty: [ip2, trace3],
    follows: "open-report"
  },
  // How other traps and other architectures number an exception: x86, s390, then mips and loongarch.
  {
    kind: "oops",
    needle: "[#",
    header: /^(?<what>[a-z]\w{1,20}(?: \w{1,20}){0,4}): [\da-f]{4} (?:ilc:\d )?\[#\d+\]/,
    title: "{what} in {guilty}",
    guilty: [ip2, trace3],
    follows: "open-report"
  },
  {
    kind: "bug",
    needle: "ernel bug detected[#",
    header: /^[Kk]ernel bug detected\[#\d+\]/,
    title: "kernel BUG in {guilty}",
    guilty: [ip2, trace3],
    follows: "open-report"
  },
  {
    kind: "oops",
    needle: "[#",
    header: /^(?<what>[A-Z][\w ,!-]{3,60}?) ?\[#\d+\]:?$/,
    title: "{what} in {guilty}",
    guilty: [ip2, trace3],
    follows: "open-report"
  },
  {
    kind: "oops",
    needle: "SError Interrupt on CPU",
    header: /^SError Interrupt on CPU\d+/,
    title: "SError Interrupt in {guilty}",
    guilty: [ip2, trace3],
    absorbs: /^(?:Internal error|Kernel panic - not syncing: Asynchronous SError)/
  }
];

// src/diagnose/catalogue/kernel-state.ts
var trace4 = { from: "trace" };
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
    guilty: [{ from: "trace-after", heading: /page last allocated/ }, trace4],
    skip: ["free", "allocator", "pages", "pageCheck"]
  },
  {
    kind: "bug",
    needle: "Bad page map",
    header: /^BUG: Bad page map in process/,
    title: "BUG: Bad page map in {guilty}",
    guilty: [trace4],
    skip: ["pageCheck"]
  },
  {
    kind: "bug",
    needle: "Bad page cache",
    header: /^BUG: Bad page cache in process/,
    title: "BUG: Bad page cache in {guilty}",
    guilty: [trace4],
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

// src/diagnose/catalogue/ledger.ts
var ledger = [
  {
    kind: "leak",
    needle: "qdt-ledger: leak of ",
    header: /^qdt-ledger: leak of (?<what>[\w/ ]{1,80}?) from (?<call>\w{1,60}) in (?<func>[\w.$]{1,200}) \[/,
    title: "leak of {what} from {call} in {guilty}",
    guilty: [{ from: "header" }, { from: "trace" }],
    keepsNumbers: true
  },
  {
    kind: "double-free",
    needle: "qdt-ledger: double free of ",
    header: /^qdt-ledger: double free of (?<what>[\w/ ]{1,80}?) from (?<call>\w{1,60}) in (?<func>[\w.$]{1,200}) \[/,
    title: "double free of {what} from {call} in {guilty}",
    guilty: [{ from: "header" }, { from: "trace" }],
    keepsNumbers: true
  },
  {
    kind: "use-after-free",
    needle: "qdt-ledger: write after free of ",
    header: /^qdt-ledger: write after free of (?<what>[\w/ ]{1,80}?) from (?<call>\w{1,60}) in (?<func>[\w.$]{1,200}) \[/,
    title: "write after free of {what} from {call} in {guilty}",
    guilty: [{ from: "header" }, { from: "trace" }],
    keepsNumbers: true
  }
];

// src/diagnose/catalogue/driver-core.ts
var driverCore = [
  /^_*kobject_/,
  /^add_uevent_var/,
  /^get_device_parent/,
  /^_*device_(?:add|del|unregister|destroy|remove_file|for_each_child|remove_attrs|create)/,
  /^_*(?:device|class|bus|driver|root_device|misc|platform_device|platform_driver)_(?:create|register)/,
  /^_*(?:platform|pci|usb|i2c|spi|serio|hid)_register_(?:drivers?|device)/,
  /^(?:bus_(?:add|probe)_|cdev_(?:device_)?add$)/,
  /^(?:internal_)?create_(?:dir|files?|groups?)$/,
  /^sysfs_(?:create|add|merge|warn)|sysfs_remove/,
  /^kernfs_(?:remove|drain|deactivate)/,
  /^(?:proc_mkdir|proc_create|proc_register|debugfs_create|start_creating)/,
  /^(?:put|get)_device$/,
  /^devres_/,
  /^_*unregister_(?:netdev|client)/,
  /^tty_unregister_device/,
  /^hwrng_unregister/,
  /^i2c_del_adapter/,
  /^(?:dummy|vhci)_urb_enqueue/,
  /^usb_(?:kill|poison)(?:_anchored)?_urbs?/,
  /^usb_(?:control_msg|hcd_submit_urb|submit_urb|start_wait_urb|bulk_msg|interrupt_msg|internal_control_msg)/
];

// src/diagnose/catalogue/always-exempt.ts
var alwaysExemptGroups = {
  /** No file of the kernel has these names: compilers, macros and linkers make them. */
  generated: [
    /^_*(?:hw)?(?:asan|msan|tsan|ubsan|sanitizer)_/,
    /^__?cfi_(?:check|slowpath)/,
    /^(?:perf_trace|bpf_trace|trace_event_raw_event|_*traceiter|_*bpf_trace)_/,
    /_indirect_thunk_/,
    /^(?:x86_|__x86_)?(?:indirect|return)_thunk/,
    /^srso_/,
    /^(?:asm_|xen_)?(?:exc|sysvec)_/,
    /^el[01](?:h|t)?_(?!svc)/,
    /^__und_(?:svc|usr)/,
    /^__pabt_/,
    /^(?:pv|native)_(?:wait|kick|queued)/,
    /^__read_once_(?:size|word)/,
    /^class_\w+_(?:con|de)structor$/,
    /^_*guard_/,
    /seqprop/,
    /^core::(?:panicking|option|result|cell)::/,
    /rust_begin_unwind$/,
    /^_*rust_(?:helper_BUG|begin_unwind|panic)/
  ],
  /** Releases before 6.1 had these. */
  older: [
    /^(?:do_)?invalid_op$/,
    /^(?:async_)?page_fault$/,
    /^df_debug$/,
    /^retint_/,
    /^(?:check_memory_region|check_region|kasan_object_err|memory_is_(?:poisoned|nonaccessible))/,
    /^do_error_trap$/,
    /^(?:trace_)?(?:hard|soft)irqs_(?:on|off)/,
    /^trace_hardirqs/,
    /^might_(?:lock|alloc)/,
    /^_*refcount_\w+_checked$/,
    /^(?:__do_)?kmem_cache_alloc_(?:node_)?trace/,
    /^rollback_registered/,
    /^call_break_hook$/
  ],
  /** Drivers have functions of the same names, so the lists leave them out. */
  shared: [
    /^(?:string|hex_string|skip_spaces)(?:_nocheck)?$/,
    /^(?:die|handle_exception|down|up|iounmap|device_release|copyin|copyout)$/,
    /^_*k(?:mem|str)?dup/,
    /^_*(?:h|l|p)?list_(?:add|del|move|replace|splice)/,
    /^save_stack/,
    /^check_path/
  ],
  /** What prints reports. A report of nothing but the kernel's own functions must not be named after its printer. */
  reporting: [
    /printk/,
    /^_?dev_(?:info|notice|warn|err|alert|crit|emerg)/,
    /^console_(?:unlock|flush|emit)/,
    /^seq_v?printf$/,
    /^(?:_*dump_stack|show_stack|dump_backtrace|unwind_backtrace|print_.*stall)/,
    /panic/,
    /^(?:_*warn|_*report_bug|handle_bug|fixup_bug|die|oops_|crash_)/,
    /^__schedule_bug/,
    /double_fault$/,
    /kasan|kmsan|kcsan|kfence/
  ],
  /** Copies to and from user space, and what says that a program may not be copied from now. */
  copy: [
    /^_*mem(?:cpy|cmp|set|chr|move|scan)(?:_\w+)?$/,
    /^_*copy_overflow/,
    /^_*copy_(?:to|from|in)_(?:user|iter|kernel)/,
    /^_*(?:get|put|clear)_user/,
    /^simple_copy_to_iter$/,
    /^csum_(?:partial|and_copy)/,
    /^_*might_(?:fault|sleep|resched)/,
    /^_*cond_resched/
  ],
  /** Wrappers of locks, of which drivers have some, too; waking and waiting. */
  lock: [
    /(?:spin|read|write)_(?:try)?(?:un)?lock/,
    /lockdep/,
    /^rwsem_/,
    /^s?_*wake_up(?!_new_task)/,
    /^swake_up/,
    /^wait_for_completion/,
    /^complete(?:_all|_with_flags)?$/,
    /^finish_wait/,
    /rq_lock/,
    /^preempt_count/
  ],
  /** Timers: whoever armed one, or freed what it is in, is to blame. */
  timer: [
    /^(?:try_to_)?del_timer/,
    /^_*timer_(?:delete|shutdown|fixup|is_static)/,
    /^__try_to_del_timer/,
    /^lock_timer_base$/,
    /^_*mod_timer/,
    /^init_timer/,
    /^sk_(?:stop|reset)_timer/,
    /^debug_(?:hr)?timer/
  ],
  core: driverCore,
  /** Freeing memory, pages and socket buffers, and marking them: whoever gave them is to blame. */
  release: [
    /^_*k(?:v|z|vz)?free(?:_sensitive|_const|_rcu)?$/,
    /^_*(?:v(?:free|unmap)$|kmem_cache_free)/,
    /^_*kfree_skb/,
    /^consume_skb/,
    /^skb_(?:(?:over_|under_)?panic|put|push|pull)/,
    /^(?:__)?(?:un)?lock_page$/,
    /^folio_unlock$/,
    /^mark_buffer_dirty$/,
    /^find_(?:lock|get)_(?:entries|pages?|pages_range)$/,
    /^truncate_inode_pages/
  ]
};

// src/diagnose/catalogue/blame-exemptions.ts
var skipGroups = {
  ...alwaysExemptGroups,
  /** Allocators proper. */
  allocator: [/^_*k[vmcz]*(?:re)?alloc/, /^_*vz?alloc/, /vmalloc/, /kmem_/, /slab/, /kmalloc/, /k[cz]alloc/],
  /** Functions that allocate for their caller: what leaks is not theirs. */
  allocation: [
    /alloc/,
    /kmem/,
    /slab/,
    /mmap/,
    /(?:str|mem)n?dup/,
    /^k?v?asprintf/,
    /^_*list_lru_init/,
    /^pcpu_create/,
    /^create_object/,
    /^idr_(?:get|preload)/,
    /^_*get_free_page/,
    /^_*build_skb/,
    /^_*kobject_(?:set_name|init_and_add|add)/,
    /^dev_set_name/
  ],
  /** Freeing memory. */
  free: [
    /kmem_/,
    /slab/,
    /^_*k?v?free/,
    /^_*vunmap/,
    /^_*folio_put/,
    /^__?put_page/,
    /^mempool_free/,
    /^cache_free/,
    /^rcu_free_/
  ],
  /** Users of debug objects. */
  objects: [/^_*debug_/, /^init_timer/, /rcu/, /^_*h?r?timer_/, /work_/, /^_*percpu_/, /^__?init_work/, /^queue_/],
  /** Checks of pages that are allocated or freed. */
  pageCheck: [
    /page_?(?:is_)?bad/,
    /^(?:print_)?bad_p/,
    /^check_(?:new_page|free_page|pcp)/,
    /^_*free_(?:pages?|pcp|unref|frozen)_?/,
    /^prep_new_page/,
    /^get_page_from_freelist/,
    /^post_alloc_hook/,
    /^rmqueue/,
    /^release_pages/,
    /^_*folios?_put/,
    /^page_remove_rmap/,
    /^_*filemap_(?:get|alloc)_folio/,
    /^pagecache_get_page/,
    /^_*page_pool_/,
    /^vm_normal_page/
  ],
  /** The page allocator. */
  pages: [/^_*alloc_(?:frozen_)?pages?/, /^__alloc/, /^_*get_free_page/, /^_*folio_alloc/],
  /** Ciphers, which process whatever they are given; drivers have some, too. */
  crypto: [/^aes/, /crypto/, /cipher/, /rng_/, /^(?:xts|cbc|ctr|ecb)_/, /^(?:sha\d|md5|crc)/],
  usercopy: [/usercopy/, /^_*check_(?:object_size|heap|stack)/, /^check_/],
  kobject: [/kobject_/],
  procfs: [/^_*proc_/, /^remove_proc/],
  refcount: [
    /^(?:\w+_)?refcount_(?:inc|dec|add|sub|set|warn|error|read|check|get|put)/,
    /kobject_/,
    /^(?:put|get)_device/
  ],
  lockApi: [/^(?:lock|release)_sock/, /^_*lock_sock/],
  preemption: [/preempt/],
  rcu: [/rcu/],
  schedule: [/^_*schedule/, /^preempt_schedule/, /^io_schedule/, /retint_kernel/, /^[mu]?sleep/, /^do_nanosleep$/],
  threads: [/^kthread$/, /^ret_from_fork/, /^check_/, /^print_/],
  perfEvents: [
    /^perf_(?:trace|tp|try)_/,
    /^tp_perf_event/,
    /^_?free_event$/,
    /^perf_event_alloc$/,
    /^inherit_(?:event|task)/
  ],
  usbSubmit: [/^usb_(?:submit_urb|start_wait_urb|bulk_msg|interrupt_msg|control_msg)/],
  stackCheck: [/stack_chk/],
  staticKey: [/stack/, /lock/, /IRQ/],
  overflow: [/ubsan/, /overflow/],
  interrupt: [/^(?:smp_)?apic_timer_interrupt/, /^asm_sysvec/, /^rcu/]
};
var alwaysExempt = Object.keys(alwaysExemptGroups);

// src/diagnose/catalogue/locking.ts
var trace5 = { from: "trace" };
function lockLine(after2) {
  return { from: "line", after: after2, skip: [...alwaysExempt, "threads", "perfEvents", "allocator"] };
}
var acquiring = [lockLine(/is trying to acquire/), trace5, { from: "any-trace" }];
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
    guilty: [lockLine(/just changed the state of lock/), trace5]
  },
  {
    kind: "lockdep",
    needle: "inconsistent lock state",
    header: /^(?:\[ INFO|WARNING): inconsistent lock state/,
    title: "inconsistent lock state in {guilty}",
    guilty: [lockLine(/ takes:$/), trace5],
    skip: ["threads"]
  },
  {
    kind: "lockdep",
    needle: "Invalid wait context",
    header: /^\[ BUG: Invalid wait context \]/,
    title: "WARNING: locking bug in {guilty}",
    guilty: [trace5],
    skip: ["lockApi"]
  },
  {
    kind: "lockdep",
    needle: "suspicious RCU usage",
    header: /^(?:\[ )?(?<level>INFO|WARNING): suspicious RCU usage/,
    title: "{level}: suspicious RCU usage in {guilty}",
    guilty: [trace5],
    skip: ["rcu", "allocator"]
  },
  {
    kind: "lockdep",
    needle: "bad unlock balance detected",
    header: /^(?:\[ )?(?<level>BUG|WARNING): bad unlock balance detected!/,
    title: "{level}: bad unlock balance in {guilty}",
    guilty: [lockLine(/is trying to release lock/), trace5]
  },
  {
    kind: "lockdep",
    needle: "bad contention detected",
    header: /^(?:\[ )?(?<level>BUG|WARNING): bad contention detected!/,
    title: "{level}: bad contention in {guilty}",
    guilty: [lockLine(/is trying to contend lock/), trace5]
  },
  {
    kind: "lockdep",
    needle: "held lock freed",
    header: /^(?:\[ )?(?<level>BUG|WARNING): held lock freed!/,
    title: "{level}: held lock freed in {guilty}",
    guilty: [lockLine(/is freeing memory/), trace5]
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
    guilty: [lockLine(/locks? held by /), trace5]
  },
  {
    kind: "lockdep",
    needle: "lock held at task exit time",
    header: /^(?:\[ )?(?<level>BUG|WARNING): lock held at task exit time/,
    title: "{level}: lock held at task exit time in {guilty}",
    guilty: [lockLine(/locks? held by /), trace5]
  },
  {
    kind: "lockdep",
    needle: "Nested lock was not taken",
    header: /^(?:\[ )?(?<level>BUG|WARNING): Nested lock was not taken/,
    title: "{level}: Nested lock was not taken in {guilty}",
    guilty: [lockLine(/is trying to lock/), trace5]
  },
  {
    kind: "lockdep",
    needle: "trying to register non-static key",
    header: /^INFO: trying to register non-static key/,
    title: "INFO: trying to register non-static key in {guilty}",
    guilty: [trace5],
    skip: ["staticKey"]
  },
  {
    kind: "lockdep",
    needle: "BUG: key ",
    header: /^BUG: key [\da-f]+ (?:not in \.data|has not been registered)!/,
    title: "BUG: key not registered in {guilty}",
    guilty: [trace5]
  },
  {
    kind: "lockdep",
    needle: " on CPU#",
    header: new RegExp(
      "^BUG: (?<lock>spinlock|rwlock) (?<what>lockup suspected|already unlocked|recursion|bad magic|wrong owner|wrong CPU|uninitialized|lockup|cpu recursion|trylock failure on UP) on CPU#"
    ),
    title: "BUG: {lock} {what} in {guilty}",
    guilty: [trace5]
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
    guilty: [lockLine(/is trying to/), trace5],
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
var trace6 = { from: "trace" };
var prefix = "Kernel panic - not syncing: ";
var panics = [
  {
    kind: "stack-overflow",
    needle: "stack-protector: ",
    header: new RegExp(
      "^(?:Kernel panic - not syncing: )?stack-protector: Kernel stack is corrupted in:? " + String.raw`(?:\[?<?[\da-fx]{8,18}>?\]?|(?<func>[A-Za-z_][\w.$]*))?`
    ),
    title: "kernel panic: stack is corrupted in {guilty}",
    guilty: [{ from: "header" }, trace6],
    skip: ["stackCheck"],
    stackless: true
  },
  {
    kind: "stack-overflow",
    needle: "corrupted stack end",
    header: /^Kernel panic - not syncing: corrupted stack end/,
    title: "kernel panic: corrupted stack end in {guilty}",
    guilty: [{ from: "loop", seen: "at-once" }],
    skip: ["schedule"]
  },
  {
    kind: "stack-overflow",
    needle: "ernel stack overflow",
    header: /^Kernel panic - not syncing: [Kk]ernel stack overflow/,
    title: "kernel panic: kernel stack overflow in {guilty}",
    guilty: [trace6],
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
var trace7 = { from: "trace" };
var trapOfCheck = /^(?:invalid (?:opcode|op)\b|Oops|Internal error|WARNING: |Kernel BUG|kernel BUG|Kernel panic)/;
var sanitizers = [
  {
    kind: "kasan",
    needle: "BUG: KASAN: ",
    header: /^BUG: KASAN: (?:double-free or invalid-free|invalid-free|double-free) in (?<func>[\w.$]+)/,
    title: "KASAN: invalid-free in {guilty}",
    guilty: [header, trace7],
    skip: ["free", "allocator"]
  },
  {
    kind: "kasan",
    needle: "BUG: KASAN: ",
    header: /^BUG: KASAN: (?<type>[a-z-]+)(?: in (?<func>[\w.$]+)| on address)?/,
    detail: /^(?<access>Read|Write) (?:of size|at addr)/,
    title: "KASAN: {type} {access} in {guilty}",
    guilty: [header, trace7]
  },
  {
    kind: "kmsan",
    needle: "BUG: KMSAN: ",
    header: /^BUG: KMSAN: (?<type>kernel-usb-infoleak[a-z-]*) in (?<func>[\w.$]+)/,
    title: "KMSAN: {type} in {guilty}",
    guilty: [header, trace7],
    skip: ["usbSubmit"]
  },
  {
    kind: "kmsan",
    needle: "BUG: KMSAN: ",
    header: /^BUG: KMSAN: (?<type>[a-z-]+)(?: in (?<func>[\w.$]+))?/,
    title: "KMSAN: {type} in {guilty}",
    guilty: [header, trace7],
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
    guilty: [header, trace7],
    skip: ["free", "allocator"]
  },
  {
    kind: "ubsan",
    needle: "UBSAN: ",
    header: /^UBSAN: Undefined behaviour in /,
    title: "UBSAN: undefined-behaviour in {guilty}",
    guilty: [trace7],
    skip: ["overflow"]
  },
  {
    kind: "ubsan",
    needle: "UBSAN: ",
    header: /^UBSAN: (?<type>[a-z][a-z -]*[a-z]) in /,
    title: "UBSAN: {type} in {guilty}",
    guilty: [trace7],
    skip: ["overflow"]
  },
  // With CONFIG_UBSAN_TRAP a check is a trap.
  {
    kind: "ubsan",
    needle: "Internal error: UBSAN: ",
    header: /^Internal error: UBSAN: (?<type>[a-z][a-z -]*[a-z])/,
    title: "UBSAN: {type} in {guilty}",
    guilty: [{ from: "instruction-pointer" }, trace7]
  },
  // A call through a pointer of another type; the report names the target.
  {
    kind: "cfi",
    needle: "CFI failure at ",
    header: /^CFI failure at (?:\[?<?[\da-f]+>?\]? )?(?<func>[A-Za-z_][\w.$]*)?/,
    title: "CFI failure in {guilty}",
    guilty: [header, { from: "instruction-pointer" }, trace7],
    absorbs: trapOfCheck
  },
  {
    kind: "cfi",
    needle: "CFI failure",
    header: /^(?:Kernel panic - not syncing: )?CFI failure(?: \(target: |:|$)/,
    title: "CFI failure in {guilty}",
    guilty: [trace7, { from: "instruction-pointer" }],
    absorbs: trapOfCheck
  },
  {
    kind: "cfi",
    needle: "Oops - CFI",
    header: /^Internal error: Oops - CFI/,
    title: "CFI failure in {guilty}",
    guilty: [{ from: "instruction-pointer" }, trace7]
  },
  {
    kind: "memory-leak",
    needle: "BUG: memory leak",
    header: /^BUG: memory leak/,
    title: "memory leak in {guilty}",
    guilty: [trace7],
    skip: ["allocation"],
    absorbs: /^unreferenced object/
  },
  {
    kind: "memory-leak",
    needle: "unreferenced object ",
    header: /^unreferenced object 0x[\da-f]+ \(size \d+\):/,
    title: "memory leak in {guilty}",
    guilty: [trace7],
    skip: ["allocation"]
  },
  {
    kind: "memory-leak",
    needle: "new suspected memory leak",
    header: /^kmemleak: \d+ new suspected memory leaks? \(see /,
    // The agent writes the objects behind it. The first one gives the name.
    title: "memory leak in {guilty|}",
    guilty: [trace7],
    skip: ["allocation"],
    absorbs: /^unreferenced object/,
    stackless: true
  }
];

// src/diagnose/catalogue/stalls.ts
var loop = { from: "loop", seen: "at-once" };
var wait = { from: "wait" };
var trace8 = { from: "trace" };
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
    guilty: [trace8]
  },
  {
    kind: "atomic-sleep",
    needle: "scheduling while atomic",
    header: /^BUG: scheduling while atomic/,
    title: "BUG: scheduling while atomic in {guilty}",
    guilty: [trace8],
    skip: ["schedule"],
    absorbs: /^Kernel panic - not syncing: scheduling while atomic/
  },
  {
    kind: "atomic-sleep",
    needle: "in preemptible",
    header: /^BUG: using (?<access>\w+\(\)) in preemptible/,
    title: "BUG: using {access} in preemptible code in {guilty}",
    guilty: [trace8],
    skip: ["preemption"]
  },
  {
    kind: "atomic-sleep",
    needle: "BUG: assuming ",
    header: /^BUG: assuming (?<context>atomic|non migratable) context at/,
    title: "BUG: assuming {context} context in {guilty}",
    guilty: [trace8],
    skip: ["preemption"]
  }
];

// src/diagnose/catalogue/warnings.ts
var header2 = { from: "header" };
var ip3 = { from: "instruction-pointer" };
var trace9 = { from: "trace" };
var found = [header2, ip3, trace9];
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
    // Of arm64, when a BUG() has ended a task in the middle of an exception.
    kind: "warning",
    needle: "kernel/context_tracking.c:",
    header: at("kernel/context_tracking\\.c", "ct_kernel_(?:enter|exit)\\S*"),
    title: "WARNING in {guilty}",
    guilty: found,
    follows: "any-report"
  },
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
  // A busy console has lost the end of the file's name.
  {
    kind: "warning",
    needle: "WARNING: ",
    header: /^WARNING: \S{1,200} at (?<func>[A-Za-z_][\w.$]*)\+0x[\da-f]+\/0x[\da-f]+(?: \[[\w-]{1,60}\])?, CPU#\d/,
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
  return { kind, needle: "WARNING: ", header: pattern, title, guilty: [ip3, trace9], skip };
}

// src/diagnose/catalogue/catalogue.ts
var catalogue = [
  ...sanitizers,
  ...ledger,
  ...faults,
  ...oopsLines,
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
    "mismatch|EEXIST|smmu-v3|an initialized|with empty name|have a ktype|ly returned|qdt-ledger"
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
    this.#known = [...this.#known.filter((known3) => known3 !== prefix2), prefix2].slice(-maxKnown);
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
  const title = filled.replace(/ in $/, "").replace(/ {2,}/g, " ").trim();
  return kind.keepsNumbers === true ? title.slice(0, bounds.findings.titleChars) : withoutNumbers(title);
}
var maxPartChars = 4 * bounds.findings.titleChars;
function withoutNumbers(title) {
  return title.replace(/\b0x[\da-f]+\b/gi, "ADDR").replace(/\b(?=[\da-f]*\d)[\da-f]{8,}\b/gi, "ADDR").replace(/(?<![\w.])-?\d+(?![\w.])/g, "NUM").slice(0, bounds.findings.titleChars);
}
var stalls2 = /* @__PURE__ */ new Set(["rcu-stall", "soft-lockup", "hard-lockup", "hung-task"]);
var modulesFrames = 3;
function fingerprintOf(kind, title, stack) {
  const frames = stalls2.has(kind) ? [] : stack.traces.flatMap((trace10) => trace10.kind === "own" ? trace10.frames : []).filter(({ reliable: reliable2 }) => reliable2);
  const modules = frames.flatMap(({ name, module }) => module === void 0 ? [] : [`${module}:${name}`]);
  const distinct = [...new Set(modules)].slice(0, modulesFrames);
  return `${kind}-${digest([withoutNumbers(title), ...distinct].join("\n"))}`;
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
    case "kvm-failed":
    case "qemu-exited":
    case "completed":
    case "deadline":
    case "no-power-off":
    case "boot-deadline":
    case "image-failed":
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
  ].map((names2) => `^(?:${names2})$`).join("|")
);
var stackEnds = new RegExp(
  String.raw`^(?:do_(?:fast_)?syscall_\w+|do_int80\w*|entry_(?:SYSCALL|SYSENTER|INT80)\w*|x64_sys_call|` + String.raw`(?:do_)?el0_svc\w*|invoke_syscall|ret_fast_syscall|ret_from_\w+|kthread|worker_thread)$`
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

// src/diagnose/stack/exemptions.ts
var known = /* @__PURE__ */ new Map();
function exemptNames(groups) {
  const key = groups.join(" ");
  const exempt = known.get(key) ?? combined(groups.flatMap((group) => skipGroups[group]));
  known.set(key, exempt);
  return exempt;
}
function combined(patterns) {
  const sources = patterns.map(({ source }) => source);
  const atStart = sources.filter(isAnchored).map((source) => `(?:${source.slice(1)})`);
  const anywhere = sources.filter((source) => !isAnchored(source)).map((source) => `(?:${source})`);
  const [first, other] = [new RegExp(`^(?:${atStart.join("|")})`), new RegExp(anywhere.join("|"))];
  return (name) => atStart.length > 0 && first.test(name) || anywhere.length > 0 && other.test(name);
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

// raw-text:src/diagnose/catalogue/kernel-functions.txt
var kernel_functions_default = "Made by scripts/kernel-functions/main.ts from the sources of Linux 6.1.176 and 6.12.117.\n=inline\n0ClearPageAnonExclusive\n9Compound\n0PageAnon\n8Exclusive\n4Compound\n4Head\n4Ksm\n4MappingFlags\n5emcgKmem\n4Slab\n5wapCache\n4Tail\n5ransHuge\n4Uptodate\n0SetPageAnonExclusive\n7Uptodate\n0aarp_hdr\n1c_err_mask\n2cess_ok\n3ount_hardirq_enter\nhxit\n8page_redirty\n8softirq_enter\nhxit\n2pi_alloc_fwnode_static\n5dev_filter_resource_type_cb\n5find_root_bridge_handle\n6ree_fwnode_static\n5pci_get_bridge_handle\n6m_read_early\n6reset_companion\n5use_parent_companion\n1dd_latent_entropy\n4mm_counter\n4page_to_lru_list\n3r_limit_user_check\n2fs_checkbblk\n2just_by_scaled_ppm\n1lloc_apertures\n6mISDN_skb\n6pages_bulk_array\nm_node\nr_noprof\nhlist\ncnode\ng_noprof\n6tag_add\nd_check\naread\ncf_set\nasub\n7s_config\n4w_write_access\n1non_vma_merge\n9name_eq\neget\neput\nereuse\n1perture_remove_all_conflicting_devices\n2ple_gmux_detect\nbis_indexed\nemmio\n1rch___clear_bit_unlock\n5change_bit\n6lear_bit\ne_unlock\nl_is_negative_byte\n5do_swap_page_nr\n5get_random_longs_early\ngseed_longs_early\n5irqs_disabled\n5make_folio_accessible\n5set_bit\n6pin_is_contended\ndlocked\nalock\natrylock\naunlock\navalue_unlocked\n5test_and_change_bit\nflear_bit\neset_bit\nl_lock\n5validate_prot\n5xor_unlock_is_negative_byte\n6prod_64\n2p_hdr\n7_len\n2ray_index_mask_nospec\n1scii85_encode\n2sert_fault_locked\n3ign_bit\n3oc_array_ptr_to_leaf\njmeta\njnode\njshortcut\ncx_to_ptr\n2ync_schedule_dev\ni_domain\n6tx_issue_pending\n9sync_epilog\n1ta_check_ready\n5lass_absent\n4drive_40wire\ng_relaxed\n4fpdma_dsm_supported\naread_log_supported\nazac_mgmt_in_supported\n4id_flush_enabled\next_enabled\n8orm_factor\n7has_dword_io\nbflush\ng_ext\ncua\nbhipm\nblba48\nbpm\nbread_log_dma_ext\nbsense_reporting\nbtpm\ncrim\ndusted\nbunload\nbwcache\nbzero_after_trim\n8pa_enabled\n7is_cfa\nalba_capacity_ok\nasata\n7lba48_enabled\n8og2_per_physical_sector\naical_sector_offset\nmsize\n7major_version\n7pio_need_iordy\n7rahead_enabled\n8otation_rate\n7sense_reporting_enabled\n7to_hd_driveid\n7wcache_enabled\n4link_max_devices\n4ncq_enabled\n8supported\n4ok\n4port_desc_misc\n4qc_from_tag\n4sff_busy_wait\n4tf_init\n5ry_flush_cache\n4wait_idle\n3pi_id_dmadir\n2m_account_tx\n4dev_put\n4force_charge\n4may_send\n4return\na_tx\n2omic_dec_and_wake_up\n2tach_page_private\n1udit_dummy_context\n6inode_parent_hidden\n6loginuid_set\n6ntp_init\n6socketcall_compat\n2xiliary_device_uninit\n0backlight_disable\naenable\naget_brightness\naupdate_status\n2d_mask\n2lloon_devinfo_init\n8page_device\ndfinalize\ndinsert\ndpop\n1cm963xx_nvram_checksum\n1dev_can_atomic_write\n5dma_alignment\n5emulates_zone_append\n5fua\n5io_min\n8opt\n6s_zoned\n6ter_is_aligned\n5logical_block_size\n5max_segments\n9zone_append_sectors\n5nonrot\n7wait\n6r_bytes\n5offset_from_zone_start\n6p_is_zoned_write\n5physical_block_size\n5read_only\n5stable_writes\n5write_cache\nbzeroes_sectors\n5zone_sectors\nawrite_granularity\n9d_model\n1gl_lock_init\n1h_offset\n3read_nowait\n7ahead\n1io_advance_iter\ng_single\n4cnt_set\n4data\n4first_bvec_all\nafolio\nf_all\n5lagged\n4get\n4has_data\n4inc_remaining\n6tegrity_flagged\n5ov_vecs_to_alloc\n5s_zone_append\n4last_bvec_all\n5ist_merge\ne_head\nfinit\n9pop\n4needs_zone_write_plugging\n6xt_folio\n9segment\naplit\n5o_advance_iter\n4segments\n6t_dev\n8polled\n5traddles_zones\n4wouldblock_error\n2t_spin_is_locked\n9lock\n9trylock\n9unlock\n3map_copy\nb_and_extend\ncclear_tail\n7empty\n7fill\n8ull\n7gather\n8et_value8\n7next_set_region\n7read\n7scatter\n8et_value8\n7write\n7zero\n3rev16\n632\n3s_per\n1lk_boundary_sectors_left\n4chunk_sectors_left\n4get_integrity\n4mq_add_to_batch\n7cleanup_rq\n8omplete_request_direct\n7need_time_stamp\n7tag_to_rq\n4plug_invalidate_ts\n4queue_is_zoned\nazoned_model\n4req_can_dispatch_to_zone\n8zone_is_write_locked\n5q_aligned\n7cur_bytes\n7is_passthrough\n7payload_bytes\n7trace_nr_sectors\ndsector\n7zone_is_seq\ncno\n4trace_note_message_enabled\n4validate_block_size\n4wake_io_task\n2ock_page_mkwrite_return\n1oot_phys_to_virt\n1pf_anc_helper\n4bypass_spec_v1\nh4\n4capable\n5ompute_and_save_data_end\ncdata_pointers\n5tx_narrow_access_offset\nnk\n8off_adjust_machine\n4disable_instrumentation\n4enable_instrumentation\n4inode\n4jit_binary_lock_ro\n9linding_enabled\n8dump\n8kallsyms_enabled\n4long_memcpy\n4map_flags_access_ok\neto_cap\n8init_elem_count\n8owner_alloc\n5emcg_flags\n5odule_put\n5prog_bundle_init\naclear_all\nbommit\ndplete_release\nadetach_empty\naentry_clear\nhopy\nggrow\ngshrink\nbxists\namark_for_release\ncx\natotal\n4needs_clear_a\n6t_capable\n9tx_get_all_used_flush_lists\ngcpu_map_flush_list\ngdev_flush_list\ngri\ngxskmap_flush_list\n4obj_init\nc_field\n8memcpy\nbzero\n4prog_check_recur\n9inc_misses_counters\n9lock_ro\n9run_array\ni_sleepable\njuprobe\ndclear_cb\nddata_pointers\ndpin_on_cpu\ndsave_cb\ndxdp\n9size\n9tag_scratch_size\n4sk_lookup_run_v4\nj6\n6b_cb\n4tracing_btf_ctx_access\ncctx_access\n7mpoline_compute_key\nfunpack_key\n6y_module_get\n4verifier_log_needed\n3ptr_add\n7is_null\n1r_drop_fake_rtable\n2eak_deleg\nb_wait\n6layout\n1tf_array\n4decl_tag\n4enum\n864\na_value\n4field_type_align\nfname\nfsize\n4int_bits\n8encoding\n8offset\n5s_any_enum\n4kind_core_compat\n4member_bit_offset\nefield_size\nas\n4params\n4record_has_field\n4type_is_scalar\ndigned_int\ndmall_int\ndtruct_ptr\n9member\n9var_secinfo\n2ree_get_prev128\n6insert128\n6last128\n7ookup128\n6remove128\n6update128\n1vec_advance\n5iter_advance\n5phys\n5set_folio\n9virt\n5virt\n0calc_vm_flag_bits\n8prot_bits\n3l_once\n2n_checksum_protocol\n2p_ambient_invariant_ok\n4isclear\n6subset\n4raise_fs_set\nanfsd_set\n1b710_sg_dwiter_read_to_io\ngwrite_from_io\n1elsius_to_deci_kelvin\n1group_bpf_sock_enabled\n7parent\n1hange_bit\n3r_buf_ptr\n2eck_and_init_map_value\n6copy_size\n6data_rlimit\n6stable_address_space\n6zeroed_sockptr\n5point_restore_ns_capable\nt_noaudit\n1lear_and_wake_up_bit\n6bit\n9_unlock\n6channelmap\n6full_ptes\n6highpage\ne_kasan_tagged\n6not_present_full_ptes\n6page_idle\nbtag_ref\n6siginfo\n6ti_thread_flag\n7sk_thread_flag\n6user_highpage\n6young_dirty_ptes\n2k_bulk_disable_unprepare\n9prepare_enable\n4disable_unprepare\n4get_optional\n4prepare_enable\n2ocksource_cyc2ns\ncfreq2mult\ncget_max_watchdog_retry\n3se_on_exec\n4ure_get_not_zero\n8init_stack_release\n1msg_nxthdr\n1odetag_ref_from_page_ext\n2mpaction_withdrawn\n5re_ether_header\n8vlan_header\n5t_ptr\n4ound_head\n9mapcount\n9nr\n9order\n2nd_resched_rcu\n3fig_group_get\n3sole_is_registered\nl_locked\n8srcu_read_flags\ndwrite_flags\n4t_folio_flags\n6test_bit\n3text_tracking_enabled_cpu\npthis_cpu\nhguest_enter\noxit\n2py_from_bpfptr_offset\naiter_full\nj_nocache\nasockptr_offset\nauser_inatomic\n5map_value\ne_long\n6c_highpage\n8user_highpage\n5pte_marker\n5regset_from_user\n5safe_from_sockptr\n6iginfo\nc_to_external\n6truct_from_sockptr\nhuser\n5to_bpfptr_offset\n8iter_full\n8sockptr_offset\n8user_inatomic\n2resight_get_cid\neenable_apb_pclk\nepid\netrace_id\nais_percpu_sink\nlource\naset_mode\n2unt_leading_zeros\n6memcg_event_mm\nhs_mm\ncfolio_events\ncpage_event\n6objcg_event\nhs\n6trailing_zeros\n1per_get_mem_extension\n2u_cpu_mask\n4pid_to_cpupid\n4timer_dequeue\n5o_rpmsg16\nc32\nc64\n7virtio16\nd32\nd64\n8ringh16\nd32\nd64\n3freq_frequency_table_target\n8get_pressure\n8is_in_limits\n8policy_apply_limits\n8register_em_with_opp\n8scale\n8table_count_valid_entries\nefind_index_ac\nqh\nql\npdc\nqh\nql\neset_inefficient\n9hermal_control_enabled\n8verify_within_limits\n3hp_setup_state_multi\n3list_parse\n3map_print_bitmask_to_buf\ndlist_to_buf\ndto_pagebuf\n5sk_and\nbnot\nay_and_but\ncbut\n9ssign_cpu\n8clear\nd_cpu\n9omplement\napy\n8empty\n9qual\n8first\nd_and\nh_and\nezero\n9ull\n8intersects\n8last\n8next\nc_and\ndzero\n9th\nb_and\nf_andnot\nfnot\n8or\na_equal\n8parse\nd_user\ndlist_user\n8set_cpu\nball\n9hift_left\neright\n9ubset\n8test_and_clear_cpu\nhset_cpu\ndcpu\n9o_vpset\ng_noself\n8weight\ne_and\ninot\n8xor\n3pid_cpu_unset\n7match_pid\n7pid_unset\n7to_nid\n3set_dec\n7inc\n7zone_allowed\n1rc16_byte\n3_ccitt_byte\nafalse_byte\n4itu_t_byte\n2eate_pipe\n2ypto_alloc_comp\n7comp_name\n7free_comp\n7wait_req\n1s5535_has_vsa2\n7pic_unreqz_select_high\n2dev_access_read32\nh64\nflaxed_read32\np64\np_pair\nlwrite32\nq64\nq_pair\ndwrite32\ni64\n2s_get\n7_many\n4is_dying\n4put\n7_many\n4tryget\na_online\n2um_fold\n5tcpudp_magic\n1t_cpuidle_enter\ncxit\n3dynticks\nb_cpu\nf_acquire\n3rcu_watching\nf_cpu\nj_acquire\n3state\n8_inc\n1yclecounter_cyc2ns\n0d_delete_notify\n2is_dir\n5file\n2lookup_done\n2real\n6_inode\n2unlinked\n1amon_max_nr_accesses\n2xdev_mapping_supported\n1ca_priv\n2cp_basic_hdr_len\n5hdr\n8_ack_bits\ndseq\n9len\n9request\nbset\ncponse\n9seq\n8x\n5list_has_service\n5role\n5zeroed_hdr\n1dp_hdr\n1ebug_checkwx\n6frame\n6pagealloc_enabled_static\ngmap_pages\ngunmap_pages\n5fs_create_xul\n2c_mm_counter\n3i_kelvin_to_celsius\n2flateBound\n2l_page_from_lru_list\n3ayacct_tsk_free\n2mangle_poll\n2ny_write_access\n2reference_symbol_descriptor\n2tach_page_private\n2v_core_stats\n4dstats_rx_add\nedropped\nbtx_add\nedropped\n4hard_header\n6s_sync_state\n5old\n4lstats_add\n4name\n5um_vf\n4of_node\n4page_is_reusable\n6rse_header\ng_protocol\n5m_qos_raw_resume_latency\n5ut\n4sdif\n5w_netstats_rx_add\ngtx_add\n4to_iommu_device\n7mISDN\n4validate_header\n4xmit_complete\n9recursion\n3cgroup_inode_mknod\ngpermission\n3ice_connection_find_match\n7has_driver_override\n7init_wakeup\n8s_big_endian\nacompatible\n7match_driver_override\n7property_match_property_string\n3m_add_action_or_reset\n5delayed_work_autocancel\n5exit_badblocks\n5kmalloc_array\n5nvdimm_ioremap\n5work_autocancel\n1iff_by_scaled_ppm\n2r_emit_dotdot\ncs\n4pages\n4relax\n9_shared\n2sable_irq_lockdep\ncnosync_lockdep\nq_irqsave\n3k_has_partscan\n5zone_is_seq\nano\n2v_sc\n3ider_ro_round_rate\naund_rate\n1ma_alloc_coherent\nanoncoherent\nawc\n5sync_is_complete\ndtx_complete\n4capable\n4descriptor_unmap\n4fence_chain_alloc\naget\nd_rcu\nh_safe\nestatus_locked\nais_container\ndlater\ndsignaled\nl_locked\nalater\naput\naset_error\natimestamp\n5ree_noncoherent\n4get_mask\n8seg_boundary_nr_pages\n4kmalloc_needs_bounce\ncsafe\ndize_aligned\n4map_single_attrs\n7ping_error\n6xpq\n4range_map_max\nfin\n5equest_slave_channel\np_compat\n6set_need_sync\n7v_unlock\n4set_mask_and_coherent\nax_seg_size\n9in_align_mask\n8seg_boundary\n4to_phys\n3engine_check_align\nadesc_free\nfset_reuse\naget_icg\nais_metadata_mode_supported\napause\nbrep_dma_cyclic\njmemcpy\nmset\nfinterleaved_dma\nfperipheral_dma_vec\nfrio_sg\nfslave_sg\nmingle\naresume\naslave_config\nbynchronize\naterminate_all\nlsync\nksync\n3m_alloc_coherent\n1o___read_seqcount_retry\n3delayed_call\n3raw_write_seqcount_barrier\nnegin\nmend\n4ead_seqcount_retry\n3write_seqcount_begin_nested\niend\niinvalidate\n2ne_seqretry\nd_irqrestore\n3t_mount\n1print_array\n7field\n1ql_avail\n4queue_stall\n9d\n2uot_alloc_space_nofail\n6claim_block\n6is_busy\n6prealloc_block\n6reclaim_block\n6state_types\n1ump_parport_state\n2p_anon_vma_name\n0early_section\n1dac_get_dimm\n1fi_config_table_is_usable\n4get_secureboot_mode\n5uidcmp\n4range_is_wc\n1isa_get_region_index\n1lf_core_copy_regs\netask_fpregs\njregs\n1m_cpu_energy\n3pd_get_efficient_state\n1nable_and_queue_work\n7irq_lockdep\ni_irqrestore\n2code_nr_pages\n7page\n6d_nr_pages\n8page_ptr\n2d_page_fscache\n1th_addr_add\n9dec\n9inc\n4hdr\n5w_addr_gen\ncrandom\n4proto_is_802_3\n4skb_pkt_type\n9ull_mac\n4type_vlan\n3er_addr_copy\nbequal\ng_64bits\nhmasked\nhunaligned\nbis_ip_mcast\n3tool_adv_to_mii_adv_t\nnx\njctrl1000_t\ngmd_eee_adv_t\n8mm_frag_size_add_to_min\nlmin_to_add\n8rxfh_context_indir\n1ventpoll_release\n1xception_enter\nbxit\n2e_file_allow_write_access\n9deny_write_access\n3cute_ok\n2port_guid\n7uuid\n6fs_can_encode_fh\n2t2_image_size\n3_pi_ref_tag\n0fastopen_queue_tune\n2ult_flag_allow_retry_first\n1ccmnd_set_cat_css\n2nvme_lsdesc_len\n1d_to_clockid\n2put\n5_pos\n1fa_emad_size_get\n4mem_desc_offset\n2s\n364\n1gf_set_order\n1ield_multiplier\n2le_accessed\n5dentry\n5end_write\n5open_root_mnt\n6wner_or_capable\n5permission\n5start_write\ng_trylock\n5thp_enabled\n5user_inode\napath\n5write_not_started\nbstarted\n4attr_has_fsx\n4map_get_order\n9rab_folio\n8lock_hugetlb_folio\n8nr_thps_dec\nginc\n8range_needs_writeback\n4s_lookup_fd_locked\ngraw\nhcu\n2nd_exact_vma\n5get_pages_tag\n5index_c\nbh\nbl\n5next_and_bit_wrap\nabit_wrap\nanetdev_feature\n5subpage\n5zero\n3ish_open_simple\n2rst_net_device\ng_rcu\n7ode\n6unset_node\n2x_to_virt\n3p_linear_interpolate\n5sin32\na_rad\n1lag_buf_ptr\n3t_get_addr_from_rp\n5put_addr_at_rp\n2s\n364\n3_long\n1ns\n1olio_alloc_gigantic_noprof\ncnode\ng_noprof\n7ttach_private\n6clear_idle\nclru_flags\n7ontain_hwpoisoned_page\nds\n6detach_private\n7up_file_rmap\nj_pmd\n6entire_mapcount\n7stimated_sharers\n7xpected_ref_count\n6file_mapping\nbpage\n9l_tail\n7lags\n8ush_mapping\n6get\n9_nontail_page\n6hstate\n6index\n7s_longterm_pinnable\n9pfmemalloc\n6large_mapcount\n7ikely_mapped_shared\n7ru_gen\nalist\narefs\n9vec\nc_relock_irq\nnsave\n6mapping_flags\n8rk_uptodate\n8tches_lruvec\n8ybe_dma_pinned\n7emcg\nb_charged\neeck\nckmem\ncrcu\n7kwrite_check_truncate\n7ovable_ops\n6needs_cow_for_dma\n8xt\n7r_pages\n6objcg\n7rder\n6pgoff\n7ut_refs\n6ref_sub_return\natry_add_rcu\n8lease_kmap\n7map_sanity_checks\n6set_idle\nayoung\n7tart_fscache\ncprivate_2\n6test_anon\nbclear_young\nbhead\nbidle\nbksm\nbmovable\nbswapcache\nbuptodate\nbyoung\n7ry_dup_anon_rmap\nn_pmd\nashare_anon_rmap\np_pmd\n9lock\n6wait_locked\nh_killable\n6xor_flags_has_waiters\n6zero_tail\n5q_append_mark\n7clear\n7full\n5s_put\n2r_each_element_completed\n9wrap\n3ce\n3tify_memcpy_chk\nbset_chk\n8strlen\n1prop_inc_percpu\n2ut_light\n1ree_anon_vma_name\n5bootmem_page\n5reserved_ptdesc\n4list_add\n9try_get\n4zing\n1s_get_id\n3uart_get_id\n2cache_clear_inode_writeback\n8end_operation\n8get_aux\nckey\n8note_page_release\n8read\n8uncount_object\napin_writeback\n9pdate_aux\nfcookie\n8wait_for_objects\n9rite\n3rypt_finalize_bounce_page\n8handle_d_move\n8inode_uses_fs_layer_crypto\n8needs_contents_encryption\n8pagecache_folio\nipage\n9repare_dentry\n2leep\n2notify_calc_mask\nahange\nalose\nareate\n9data_dentry\neerror_report\neinode\nesb\naelete\n9effective_ignore_mask\n9file\nd_area_perm\n9group_assert_locked\nflock\nfunlock\n9inode\ne_watches_children\neremove\nater_mark\neshould_report_type\nftep\n9link\n9mask_applicable\nakdir\naove\n9name\naotify_queue_is_empty\n9open\nd_perm\n9parent_needed_mask\naerm\n9rmdir\n9sb_has_priority_watchers\n9unlink\napdate_flags\n2stack_copy_attr_atime\nitimes\n2uidgid_has_mapping\n2verity_verify_folio\n1trace_get_regs\n7nmi_enter\ncxit\n7partial_regs\n7regs_has_args\n1utex_atomic_cmpxchg_inatomic_local\ndop_inuser_local\n6init_task\n1wnode_dev_initialized\naice_is_big_endian\n7init\n0gameport_allocate_port\n9calibrate\naooked_read\n9read\n9set_name\n9trigger\n1en_cookie_next\n3eric___change_bit\nblear_bit\naffs\nbls\naset_bit\natest_and_change_bit\nklear_bit\njset_bit\n8cmpxchg64_local\nf_local\n8ffs\n9ls\n8test_bit\ng_acquire\n8write_sync\n8xchg\n3i_se_get_rx_fifo_depth\nctx_fifo_depth\nkwidth\n8read_proto\n8setup_m_cmd\nes_cmd\n3radix_iter_advance\nerewind\n9ptr_inlined\n2t_and_clear_full_ptes\n4cgroup_ns\n5ount_order\nf_long\n5pu_cacheinfo_id\nilevel\n5red\n8_many\n9rcu\n5urrent_misc_cg\n4disk_ro\n5ma_ops\n4file\n5s_pwd\n7root\n4ipc_ns\na_not_zero\n4kretprobe\n4lock_parent_ip\n4mem_cgroup_from_objcg\n5m_counter\n7hiwater_rss\n7rss\n4nth_bh\n5ulls_value\n6m_physpages\n4order\n4page\n8_tag_ref\n5id\n7_ns\n5rev\n4random_bytes_wait\nblong\nbu32_above\nfinclusive\n4unaligned_be16\ng32\ng48\ng64\nele16\ng32\ng64\n5ser_fn\n9ns\n9page_vma_remote\n4vm_area_size\n3blk\n6_unmovable\n1f_write_dma_addr\n9ptr\n2p_compaction_allowed\n4has_io_fs\n4migratetype\n4nested_mask\n4zone\n8list\n1id_eq\n4gt\n6e\n4lt\n6e\n4valid\n1lobal_node_page_state\nm_pages\n7zone_page_state\n1pa_to_gfn\n2io_cansleep\n5direction_input\nfoutput\n5export\nb_link\n5get_value\ne_cansleep\n5set_debounce\n9value\ne_cansleep\n5to_chip\n8irq\n5unexport\n1rab_cache_page\nf_nowait\n1so_make_checksum\n4pskb_expand_head\n4reset_checksum\n1uest_context_enter_irqoff\nfxit_irqoff\n6enter_irqoff\n7xit\na_irqoff\n6state_enter_irqoff\ndxit_irqoff\n6timing_enter_irqoff\nexit_irqoff\n2id_copy\n5equal\n2p_can_follow_protnone\n0has_zero\n3h32_ptr\n4_32\n564_generic\n5empty\n5init\n5ptr\n1dlc_type_trans\n4drv_add_bitbuffer\nl_word\n8getbits\n8hbuf_empty\ndfull\ndget\ndput\n1ead_compound_pincount\n2x_byte_pack\nd_upper\n1i_lo_readq\nb_relaxed\n6writeq\nc_relaxed\n2d_device_io_start\ngop\n4hw_idle\n7may_wakeup\n7wait\n4map_usage\nd_clear\n4report_len\n4sensor_convert_exponent\n2si_qm_add_list\n8del_list\n8init_list\n3t_poll_wakeup\n1list_add_before\ng_rcu\nchind\ng_rcu\nahead\ne_rcu\natail_rcu\n6bl_add_before\ndhead\nh_rcu\n9del\nc_init\n9empty\n9first\ne_rcu\n9is_locked\n9lock\n9set_first\ni_rcu\n9unlock\n6del\n9_init\ne_rcu\narcu\n6nulls_add_fake\nghead\nk_rcu\ngtail_rcu\ncdel\nf_init_rcu\ngrcu\ncempty\ncreplace_init_rcu\nkrcu\n6replace_rcu\n5s_swap_heads_rcu\n1ost1x_bo_cache_init\nainit\n2tplug_is_native\n1rtimer_add_expires\nj_ns\n8expires_remaining\np_adjusted\n8forward_now\n8is_queued\n8set_expires_range_ns\n9tart_expires\n8update_function\n1siphash\n2tate_file\n7sizelog\n1tlb_alloc_mask\n5modify_alloc_mask\n1uge_pte_lock\ndptr\n9mkuffd_wp\n9none_mostly\n4page_global_enabled\n9movable_supported\n4tlb_add_file_rmap\n8cgroup_from_folio\n8folio_subpool\n8linear_page_index\n8page_subpool\n9md_shared\n8remove_rmap\n8set_folio_subpool\ncpage_subpool\n8try_dup_anon_rmap\ncshare_anon_rmap\n8walk\n1v_do_rep_hypercall\n3end_read\n3generate_guest_id\n5t_avail_to_write_percent\n7bytes_to_read\ngwrite\n3numa_node_to_pxm_info\n3pkt_data\nblen\n1w_breakpoint_init\n2eight_long\n1ypervisor_isolated_pci_functions\n0i2c_8bit_addr_from_msg\n4acpi_new_device\n4check_functionality\naquirks\n4mark_adapter_resumed\nhsuspended\n6ster_send\nf_dmasafe\n4parent_is_i2c_adapter\n4smbus_read_word_swapped\nawrite_word_swapped\n1_blocks_per_page\n2gid_into_mnt\nbvfsgid\n6needs_update\n6read\n6update\n6write\n2readcount_dec\n2size_read\n7write\n2uid_into_mnt\nbvfsuid\n6needs_update\n6read\n6update\n6write\n1cmp6_hdr\n4_hdr\n1d_to_memslot\n2e_mm_insl\naw\n7outsl\nbw\n2r_is_empty\n2x_to_offset\n1eee80211_action_contains_tpc\nabandwidth_indication_size_ok\nacheck_tim\naeht_capa_size_ok\nemcs_nss_size\neoper_dis_subchan_bitmap\njsize_ok\neppe_size\naget_DA\neSA\neqos_ctl\netdls_action\nahas_a4\nefromds\nemoredata\nifrags\neorder\nepm\nfrotected\neretry\netods\nbe_6ghz_oper\ndcapa_size_ok\ndmcs_nss_size\ndoper_size\ndppe_size\ndspr_size\nais_ack\nftion\neny_nullfunc\nessoc_req\nlsp\netim\neuth\ndback\nh_req\neeacon\neufferable_mmpdu\ndcfend\niack\netl\nfs\nddata\nh_present\niqos\neeauth\neisassoc\ndext\ndfirst_frag\nerag\netm\ndgroup_privacy_action\ndmgmt\ndnullfunc\ndprobe_req\nlsp\ngtected_dual_of_public_action\nespoll\neublic_action\ndqos_nullfunc\ndreassoc_req\nnsp\neobust_mgmt_frame\nets\nds1g_beacon\nhshort_beacon\ndtiming_measurement\nerigger\namle_basic_sta_prof_bss_param_ch_cnt\ntsize_ok\necommon_size\neget_bss_param_ch_cnt\nieml_cap\nmmed_sync_delay\nilink_id\nimld_capa_op\nmid\nereconf_sta_prof_size_ok\nesize_ok\netype_ok\nanext_tbtt_present\nas1g_has_ano\nicssid\ninext_tbtt\neoptional_len\nbn_less\nh_eq\natid_to_link_map_size_ok\navalid_tpe_element\n854_is_broadcast_short_addr\nedata\neunspec_short_addr\nevalid_extended_unicast_addr\nkpsdu_len\nksrc_short_addr\nbrandom_extended_addr\n1fc_in16\n632\n4out16\n732\n1gmp_hdr\n4v3_query_hdr\n7report_hdr\n1hex_binrec_size\n5next_binrec\n5validate_fw\n1mport_guid\n7uuid\n1n_dev_get\n7put\n2b\n2c_mm_counter\n2et6_iif\n7s_jumbogram\n6sdif\n7k\n4_diag_msg_attrs_size\n5ifa_match\n5make_mask\n7sk_len\n2it_fs_pin\n5nodemask_of_node\n5sigpending\n6ync_kiocb\n5usb_anchor\n5watch_list\n2l\n3ine_bsearch\n7copy_from_user\ncto_user\n2ner_eth_hdr\n6ip_hdr\n8v6_hdr\n6tcp_hdr\n2ode_cgwb_enabled\n6dec_link_count\n8tach_wb\n7io_end\n7rain_writes\n6fsgid_set\n8uid_set\n6get_atime\nactime\namtime\n6has_no_xattr\n6inc_link_count\n7s_dirtytime_only\n6set_iversion_queried\namax_iversion_raw\n6to_wb\n6wake_up_bit\n2put_get_device\n6put_device\n2strument_atomic_read\nm_write\niwrite\nbcopy_from_user_before\ngto_user\nbmemcpy_before\nbread\nf_write\nl_bitop\nbwrite\n2tegrity_inode_attrs_changed\n4rrupt_context_level\n3f_to_usbdev_const\n2validate_remote_inode\n2w\n1o_kiocb_cmd_sz_check\n3mapping_create_wc\nbfree\nbinit_wc\nbmap_atomic_wc\nflocal_wc\nfwc\nbunmap_atomic\nhlocal\n3pgtable_tlb_add_page\nfflush_all\nlwalk\n3remap_pfn_range\n3uring_files_cancel\n9task_cancel\n2cb_flags\n5is_dsync\n2map_last_written_block\n7ength\n3mu_copy_struct_from_user\nr_array\n6dirty_bitmap_init\njrecord\n6flush_iotlb_all\n6iotlb_gather_add_page\nnrange\njinit\ncsync\n7s_span_boundary\n6num_pages\n2read64be\n2sys_map_clear\nais_equal\namemcpy_from\nhto\ndset\n2v_iter_iovec\n9npages_cap\n9ubuf\n3a_dma_addr\n2write64be\n1p6_mroute_opt\n3mr_sk_ioctl\n2_hdr\n3ignore_linkdown\n3mc_may_pull\n3transport_len\n2h_totlen\n2ip_hdr\n4v6_hdr\n2mi_demangle_device_id\n3r_pimsm_enabled\n2v4_devconf_set\n5is_anycast_6to4\n8linklocal_169\n9ocal_multicast\naopback\n8multicast\n8private_10\nh72\nh92\n8test_192\nf8\n36_hdr\n5payload_len\n5transport_len\n1rq_destroy_generic_chip\n5omain_add_hierarchy\nflinear\nfnomap\nfsimple\nftree\nbcreate_linear\nitree\n4find_host\n9mapping\nbtching_host\n4get_affinity_mask\n8effective_affinity_mask\n8trigger_type\n4reg_readl\n8writel\n4set_chip_handler_name_locked\n8nested_thread\n3d_can_balance\n5set_trigger_type\n1s_a_nulls\n3broadcast_ether_addr\n3cow_mapping\n3default_overflow_handler\n5vice_exclusive_entry\naprivate_page\n4ot_dotdot\n3etherdev_addr\n3file_hugepages\n3handle_aborted\n4ighmem\na_idx\n4uge_zero_pmd\n3ioremap_addr\n3kernel\n9_core_data\nainittext\naro_after_init\ncdata\natext\n4fence_address\n4map_addr\n4retprobe_trampoline\n4sym_addr\n3leap_year\n4ink_local_ether_addr\n4ongterm_pinnable_page\n3mapping_symbol\n4igration_entry\ni_dirty\njyoung\n4ulti_taskfile\n8cast_ether_addr\nn_64bits\n3page_hwpoison\n4ci_p2pdma_page\n4ercpu_thread\n4fn_swap_entry\n4md_migration_entry\n4oisoned_swp_entry\n5wer_of_2\n4te_marker\n3quota_modification\n3readable_exclusive_migration_entry\ncmigration_entry\n7only_sealed\n5thook_trampoline\n3shared_maywrite\n4lave_direction\n4wap_pmd\n9te\n3user_task\n3valid_ether_addr\n4ma_write_locked\n3writable_device_exclusive_entry\njprivate_entry\ncmigration_entry\n3zero_ether_addr\n8page\n1ter_iov\n4ate_and_advance2\nj_kernel\n8bvec\n8folioq\n8iovec\n8kvec\n8xarray\n2imerspec64_valid\n0jbd2_check_fs_dev_write_error\n7ksum\n5get_latest_transaction\n5handle_buffer_credits\n5journal_has_csum_v2or3\nr_feature\n5log_space_left\n5time_diff\n1hash\n52\n5_1word\n62words\n63words\n1iffies_delta_to_clock_t\nhmsecs\n8to_AHZ\nbnsecs\n1ump_entry_key\n0kasan_mem_to_shadow\n6reset_tag\n1cov_remote_start_common\niusb\nl_softirq\neop_softirq\n1db_process_cpu\n1ernel_load_data_id_str\n7read_file_id_str\n4fs_enable_ns\n7id_gen\naino\n2y_ref_put\n8to_ptr\n1free_sk_msg\n1gid_has_mapping\n1hugepaged_fork\n1iocb_end_write\n6set_rw_flags\n7tart_write\n1lp_have_reliable_stack\n4sched_try_switch\n1malloc_array\nd_node\ni_noprof\ngprof\n8index\n8type\n3p\n4_atomic\nb_pfn\ndrot\n5local_folio\nbpfn\n2em_cache_default_args\n4leak_alloc_recursive\n9free_recursive\n1obj_to_i2c_client\n8w1_slave\n1probe_page_fault\n4jid_has_mapping\n1realloc_array\ne_noprof\n3f_put\n8_lock\n9mutex\n1set_get\n2m_execve\n4fork\n4map_zero_page\n5ight_unmap_zero_page\n2tat_cpu_softirqs_sum\n2ys_personality\n1thread_run_on_cpu\n2ime_compare\n6get_boottime_ns\njseconds\njts64\naclocktai_ns\njseconds\njts64\nboarse\ng_boottime_ns\nqts64\nhclocktai_ns\nqts64\nhns\nhreal_ns\nans\naraw_ns\nbeal_ns\n6ms_delta\n6set\n6to_timespec64_cond\n6us_delta\n1uid_has_mapping\n2nmap\n6_atomic\n7local\n1vm_account_pgtable_pages\n5rch_alloc_vm\n4check_request\n5lear_request\n4get_bus\n8memory_attributes\n8vcpu\nc_by_id\n5pc_mark_dirty_in_slot\n4is_error_gpa\n7gpa_in_memslot\n7vcpu_creation_in_progress\n8isible_memslot\n4make_request\n5em_is_private\n7slot_iter_next\nhstart\nbs\n4para_has_feature\ndhint\n4second_dirty_bitmap\n5tats_linear_hist_update\nbog_hist_update\n4test_request\n4vcpu_can_poll\n9exiting_guest_mode\n9is_blocking\n9memslots\n9srcu_read_lock\njunlock\n3alloc_array\ne_node_noprof\n3emdup_bpfptr\nf_noprof\n0last\n2tch_tree_erase\nbfind\nbinsert\n1ba_28_ok\n448_ok\n4to_msf\n1c_unlock\n2d_set_power\n2o_csum\n1ed_get_flash_strobe\n4set_flash_strobe\n1icense_is_gpl_compatible\n2near_page_index\n3kmode_adv_to_lcl_adv_t\ngmii_10base_t1_t\nmgbt_adv_t\nkadv_t\nox\nkctrl1000_t\nkt1_adv_l_t\nrm_t\n9mod_bit\n9set_bit_array\n9to_mii_eee_cap1_t\nn2_t\n2st_add_rcu\n5cut_before\n9position\n5del_entry\n9init\nd_careful\n5empty_careful\n5is_singular\n5lru_count\n9walk\n5move\n9_tail\n5replace_init\ndrcu\n6otate_left\n5splice\nb_init\ng_rcu\ncrcu\nctail\ng_init\nl_rcu\n6wap\n2tex_read64\n6write64\n1list_del_first_init\n1o_hi_readq\nb_relaxed\n6writeq\nc_relaxed\n2cal64_try_cmpxchg\n5_lock_acquire\nbrelease\n3k_page\n9_killable\n4dep_assert_rcu_helper\n4ref_is_dead\n4s_lock_file_wait\n2wer_48_bits\n1ru_gen_add_folio\n8del_folio\n8enabled\n8is_active\n8update_size\n4list_name\n4tier_from_refs\n5o_folio\n3vec_add_folio\ng_tail\n7del_folio\n7memcg\n7stat_add_folio\ncsub_folio\n1sm_get_xattr_slot\n1t_find\n3insert\n1wq_empty\n5nqueue\nb_batch\n4init\n0mI_alloc_skb\n1acvlan_count_rx\n8release_l2fw_offload\n2ke_bpfptr\n5hwpoison_entry\n5key_ref\n6qid\n9_invalid\n5migration_entry_dirty\nlyoung\n5process_cpuclock\n6te_marker\nf_entry\n5swapin_error_entry\n2ngle_poll\n2p_deny_write_exec\n6pth\n3ped_fsgid\n9uid\n7kgid_fs\ncuser\n8uid_fs\ncuser\n4ing_align_index\n8large_folio_support\n8max_folio_order\nisize_supported\n9in_folio_order\n8set_error\ncfolio_order_range\ncinaccessible\n9hrinkable\n2rk_page_reserved\n2s_init\n4set_range\n2ybe_mkwrite\n1b_cache_entry_put\n1dio_phy_id_is_c45\n1em_cgroup_below_low\nhmin\nbfrom_seq\nbget_socket_pressure\nfzone_lru_size\nbid\ncs_descendant\nblruvec\nbonline\nbprotection\ncut\nbset_socket_pressure\ncupports_protection\ncwappiness\nbtrack_foreign_dirty\ndylock_pages\nbunder_socket_pressure\ndprotected\n3buf_write\n7zero\n3cg_memory_event\ni_mm\n4py_from_file_folio\ndolio\ncpage\n7page\n7to_folio\napage\n3dup_array_user\n7sockptr\ne_noprof\ngul\ni_noprof\n3pool_create_kmalloc_pool\ngvmalloc_pool\nfpage_pool\nfslab_pool\n8init_kmalloc_pool\nevmalloc_pool\ndpage_pool\ndslab_pool\n3range_efi_to_native\n3set_l\n7p\n8age\n3zero_explicit\n8page\n1igrate_pfn_to_page\n2i_10gbt_stat_mod_linkmode_lpa_t\n4adv_mod_linkmode_adv_t\n8to_ethtool_adv_t\nnx\nblinkmode_adv_t\n7ertise_flowctrl\n4bmcr_encode_fixed\n4c73_mod_linkmode\n5trl1000_mod_linkmode_adv_t\ndto_ethtool_adv_t\n4duplex\n4eee_cap1_mod_linkmode_t\nb2_mod_linkmode_adv_t\nqsup_t\n4lpa_mod_linkmode_lpa_t\nlx\n8to_ethtool_lpa_t\nblinkmode_lpa_t\n4nway_result\n4resolve_flowctrl_fdx\n4stat1000_mod_linkmode_lpa_t\ndto_ethtool_lpa_t\n4t1_adv_l_mod_linkmode_t\nbm_mod_linkmode_t\n2llicelsius_to_deci_kelvin\ngkelvin\n2n_heap_del\n9pop\nc_push\naush\n9sift_down\neup\n8ify\nb_all\n1m_alloc_cid_noprof\n3cid_is_lazy_put\n6mask\n4ounter\na_file\n3dec_nr_pmds\nbtes\nbuds\n3get_enqcmd_pasid\n3inc_nr_pmds\nbtes\nbuds\n5it_cid\n9pumask\n3lock_seqcount_end\n3match_cgroup\n3zero_struct_page\n2ap_assert_locked\ncwrite_locked\n5init_lock\n5lock_trace_acquire_returned\ngreleased\ngstart_locking\n5read_lock\ne_killable\natrylock\naunlock\ng_non_owner\n5write_downgrade\nblock\nf_killable\ngnested\nbtrylock\nbunlock\n2d_eee_adv_to_ethtool_adv_t\n8cap_to_ethtool_sup_t\n2iowb_set_pending\n8pin_unlock\n2u_invalidate_retry\nk_gfn\no_unsafe\nlhva\n4notifier_get\ndinvalidate_range_only_end\nustart_nonblock\n1od_memcg_page_state\n5thp_stat\n4zone_freepage_state\n3e_set\n2vable_only_nodes\n2xtet_unregister_driver\n1pi_new\n2ol_cond_put\n5get\n5needs_cond_ref\n1r_cache_put\n5ll_mfc_notifiers\n8vif_notifiers\n3mfc_seq_start\ndop\n3vif_seq_start\n1sf_to_lba\n1t_clear_in_rcu\n3init_flags\n3set_in_rcu\n1ul_s64_u64_shr\n4u64_u32_div\ncshr\n964_shr\n0napi_if_scheduled_mark_missed\n5reschedule\n5synchronize\n1d_terminate_link\n1eed_resched\n5seqretry\n2t_gso_ok\n4has_fallback_tunnels\n4prefetch\ncw\n4timedelta\n4zcopy_put\nd_abort\n3dev_alloc_skb_ip_align\n7cap_txqueue\n8ompleted_queue\n7for_each_tx_queue\n7get_tstamp\n7hold\n7intersect_features\n7name\n7priv\n8ut\n7ref_replace\n9g_state\n9set_queue\n7sent_queue\n9t_ml_priv\nbrx_headroom\n8tart_xmit\n7tracker_alloc\n8x_completed_queue\nareset_queue\ngsubqueue\nasent_queue\n3fs_folio_group\ncinfo\n6inode_init\n6resize_file\n6wait_for_outstanding_io\n3if_addr_lock_bh\n7ttr_test_mask\ngonline\namask_next\nj_and\n6dormant_off\nfn\n6elide_gro\n6get_gro_max_size\nbso_max_size\n6is_any_bridge_master\nkport\n9lag_master\ndport\n6msg_init\n6napi_add_tx_weight\n7eeds_gso\n6queue_stopped\n6start_queue\ncsubqueue\n8op_queue\nbsubqueue\n7ubqueue_stopped\n6testing_off\nfn\n7rans_update\n7x_disable\n9lock_bh\n9schedule_all\natart_all_queues\nbop_queue\n9trylock\n9unlock_bh\n9wake_all_queues\n6wake_queue\nbsubqueue\n3link_skb_clone\n3poll_poll_lock\ndunlock\n2w_decode_dev\n4encode_dev\n2xt_net_device\nf_rcu\n6ode\n9_in\n5order\n5present_section_nr\n1f_br_ip6_fragment\n5idge_get_physindev\nkif\nioutif\n3cookie_v6_check\n5py\n3hook\n7_egress\ne_active\n8ingress\nf_active\n8netdev_init\n3inet_addr_cmp\ndmask\n4p6_ext_hdr\n7route_me_harder\n5v6_chk_addr\n9ookie_init_sequence\n3reset_ct\n2s4_label_free\n3_do_sb_deactive\n4file_cred\n8id_to_ino_t\n5ree_fattr\n4have_writebacks\n4list_remove_request\n4mark_for_revalidate\n4ooo_test\n4page_max_length\n9to_folio\ncinode\ncpage\n4to_nfsd_file_put_local\ncnet_put\n3acl_size\n1l_set_extack_cookie_u64\n2a_put_u64_0pad\n2s_strnicmp\n1ode_page_state_add\n5random\n5set_offline\nanline\n6tat_add_folio\namod_folio\nasub_folio\n5zonelist\n2tifier_from_errno\n1r_to_section\n1s_alloc_inum\n2ec_to_AHZ\n2set_cred\n1tb_db_is_unsafe\n7read_mask\n7set\n7vector_count\nemask\n5ev_ops_is_valid\n4get_dma_dev\n4logical_port_number\n4msg_clear_mask\nests\n9ount\n8inbits\n8outbits\n8read\nc_sts\n8set_mask\n5w_clear_trans\n7get_align\n7set_trans\n4peer_db_addr\ncclear\nh_mask\ncread\ng_mask\ncset_mask\n9highest_mw_idx\n9logical_port_number\n9msg_write\naw_clear_trans\ncset_trans\n9port_count\neidx\nenumber\n9resource_idx\n9spad_addr\neread\newrite\n5ort_number\n4spad_count\n9is_unsafe\n9read\n9write\n4topo_is_b2b\n1ubus_slot_addr\n2ma_node_id\n1vdimm_ctl\n2me_is_write\n5lbaf_index\n2ram_get_size\n6read\na_bytes\n6write\nb_bytes\n0obj_cgroup_memcg\nbput\n3pool_pop\n9ush\n8try_add_slot\ncget_slot\n1f_address_count\n3find_i2c_adapter_by_node\ncdevice_by_node\n3get_i2c_adapter_by_node\n3mdio_parse_addr\n3node_init\n3parse_phandle\n4erf_domain_get_sharing_cpumask\n4handle_args_equal\n4rop_val_eq\n7erty_count_u16_elems\nj32_elems\nj64_elems\nj8_elems\ncread_s32\nhu16_array\ni32_array\ni64_array\ni8_array\n3range_count\n4ead_number\n2fset_to_ptr\n1ld_decode_dev\n4encode_dev\n4valid_dev\n1nce_init\n2line_device_section\n7section\ne_nr\n1p_is_sync\n6write\n3stat_group\n1utb\n3l\n3w\n1wner_on_cpu\n0p4d_none_or_clear_bad\n4same\n1age_cache_alloc\ncsync_readahead\nbsync_readahead\n6ount\naer_init\n5dup_rmap\n5ext_data\n5file_mapping\naoffset\n7xed_fake_head\n5has_type\n6state\n5index\n6s_file_lru\n8guard\n8idle\n8pfmemalloc\n8secretmem\n8young\n5kasan_tag\ne_reset\nfset\n5mapcount_reset\n8ping_file\n7ybe_dma_pinned\n6emcg\na_check\n6kclean\n7write_check_truncate\n6ovable_ops\n5needs_cow_for_dma\n5offset\n5pgdat\n5ref_add\nc_unless\n9dec\nc_and_test\ndreturn\n9inc\nc_return\n9sub\nc_and_test\ndreturn\n5swap_entry\n5table_check_alloc\nhfree\n6o_index\n8pfn_t\n9goff\n6ry_dup_anon_rmap\n9share_anon_rmap\n5vma_mapped_walk_done\nlrestart\n5zone\n9num\n4fault_disable\naenable\n4table_alloc_noprof\nafree\nais_reserved\napmd_ctor\nedtor\nbte_ctor\nedtor\nbud_ctor\nedtor\n4vec_lookup_tag\n2rent_ino\n7lruvec\n3port_generic_irq\n8pc_frob_control\nbread_data\ngstatus\nbwrite_control\nhdata\n8yield\nd_blocking\n3se_perf_domain\n3t_stat_set_all\n4ial_name_hash\n2th_permission\n6ut_init\n1ci_enable_msix_exact\n4is_enabled\n7thunderbolt_attached\n7vga\n4pcie_type\n4rebar_bytes_to_size\n6lease_io_regions\ncmem_regions\n6map_cfgspace\n6quest_io_regions\ncmem_regions\n4upstream_bridge\n3bios_err_to_errno\n3e_capability_clear_and_set_word\n5find_root_port\n1ercpu_counter_add\nfread_positive\n7ref_get_many\nbput_many\nbtryget_live\nm_rcu\nimany\n7up_read\n3f_allow_cpu\nbtracepoint\n5cgroup_from_task\n5event_task_migrate\n5guest_get_ip\nbhandle_intel_pt_intr\nbstate\n5pmu_ctx_is_active\n5sample_save_brstack\nhcallchain\nhraw_data\n6w_event_sched\n4mon_capable\n1fn_folio\n4in_present_section\n4section_valid\n5wap_entry_folio\nfto_page\n4t_has_page\n6pmd\n7te\n7ud\n6to_page\nahys\n6valid\n5o_section\n4valid\n1galloc_tag_add\nccopy\ncget\ncsplit\ndub\nf_pages\n2d_none_or_clear_bad\n4offset_pgd\n4same\n2prot_modify\n2table_init\n8pmd_page_ctor\nhdtor\n9te_page_ctor\nhdtor\n1hy_id_compare\n5nterface_set_rgmii\n4link_topo_get_phy\n4package_read\ncset_once\ncwrite\n5olling_mode\n4read_status\n3s_to_dma\nb_unencrypted\n1idns_memfd_noexec_scope\n2m_hdr\n2pe_buf_confirm\n9try_steal\n5discard_from\n1list_node_init\n1m_runtime_mark_last_busy\nbresume_and_get\n2d_alloc_one\nd_noprof\n4devmap_trans_unstable\n4free\n4index\n4lock\n8ptr\n4none_or_clear_bad\nctrans_huge_or_clear_bad\n4off\n7_k\n7set\n4pgtable_page\n5tdesc\n6lock_free\n4same\n4to_page\n7swp_entry\n3p_get_lockless\n5huge_get_and_clear\n5set_wrprotect\n1np_dma\n7_flags\n8valid\n4irq\n7_flags\n8valid\n4mem_end\n8flags\n8len\n8start\n8valid\n4port_end\n9flags\n9len\n9start\n9valid\n4resource_enabled\ndlen\n1oll_wait\n2six_acl_dup\narelease\natype\naxattr_count\ngsize\n6cputimers_init\n2wer_supply_supports_maintenance_charging\nmtemp2ri\nmvbat2ri\n1pp_proto_is_valid\n3oe_hdr\n2s_get_ts\n4sub_ts\n1random_seed_state\n2eempt_count\nd_dec_and_test\n8enable_nested\n8model_preemptible\n3fetch_range\n3p_zero_mask\n4are_hugepage_range\n3sent_section\nf_nr\n2int_ip_sym\n5k_get_level\n7skip_headers\nclevel\n2oc_sys_poll_event\n3file_hit\n3jid_eq\n7lt\n3pagate_user_return_notify\n1skb_copy\n9_for_clone\n5may_pull_reason\n5network_may_pull\nl_reason\n5pull\n5trim_rcsum\naunique\n2ock_progs_drop\n6replace_prog\n6set_prog\n2tore_ftrace_write_timestamp\n1tdesc_address\n7to_virt\n2e_advance_pfn\n5lloc_huge\naone_kernel\nk_noprof\nenoprof\n4free\n8_kernel\n4index\n6stall_uffd_wp_if_needed\n4lockptr\n4marker_entry_uffd_wp\nbuffd_wp\n4none_mostly\n4offset_kernel\n4same\n5wp_clear_flags\n8uffd_wp_any\n4to_swp_entry\n3p_get_and_clear\n9lockless\n5lockptr\n5set_wrprotect\n2lock_init\n2p_check_diff8\n4get_msgtype\n4header_update_correction\n4read_system_postts\nhrets\n2r_ring_cleanup\naonsume\ng_any\nhbatched\no_any\npbh\npirq\nih\nhirq\n9discard_one\n9empty\ne_any\nfbh\nfirq\n9full\nd_any\nebh\neirq\n9init\nd_noprof\nequeue_alloc\np_noprof\n9peek\naroduce\ng_any\nhbh\nhirq\n9resize\nf_multiple\no_bh_noprof\ngnoprof\n9set_size\nawap_queue\n9unconsume\n4to_compat\n3ace_event\nc_pid\n7init_task\n7parent\n7release_task\n9port_syscall\nl_exit\n1ud_alloc_one\nd_noprof\n4free\n4index\n4lock\n4none_or_clear_bad\nctrans_huge_or_dev_or_clear_bad\n4same\n4trans_unstable\n3p_huge_get_and_clear\n5set_wrprotect\n2t_bh\n4cgroup_ns\n5ompat_sigset\n5red_many\n4dev_pagemap\n4misc_cg\n4nsproxy\n4page\n8_tag_ref\naestzero\n4time_ns\n4unaligned_be16\ng24\ng32\ng48\ng64\nele16\ng24\ng32\ng64\n5ser_fn\n9mtget\nbpos\n5ts_ns\n1wm_config\n4disable\n4enable\n4get_relative_duty_cycle\n4init_state\n4set_relative_duty_cycle\n1xa_ssp_disable\n8enable\n2m_to_online_node\n0q_num_set\n1id_has_mapping\n1tree_depth\n1ueue_limits_max_zone_append_sectors\n6max_bytes\nazone_append_sectors\n5d_read_lock\nctrylock\ncunlock\n7spin_lock\nctrylock\n7write_lock\ndtrylock\n0radix_tree_deref_retry\nhslot_protected\nbexception\nbis_internal_node\ncter_lookup\nbnext_slot\n2telimit_state_exit\nginit\n2w_read_seqcount_latch_retry\n4write_seqcount_latch\n1b_add\n6_augmented_cached\n7cached\n3change_child\nf_rcu\n3erase_augmented\ni_cached\n9cached\n3find\n7_add\nb_rcu\n8first\n8rcu\n3insert_augmented_cached\nacolor_cached\n3link_node_rcu\n3next_match\n3replace_node_cached\n3set_parent\n1cu_dynticks_curr_cpu_in_eqs\n4head_after_call_rcu\n4is_watching_curr_cpu\n4preempt_sleep_check\n4read_lock_bh\nedont_migrate\nesched\nj_notrace\netrace\n9unlock_bh\ngmigrate\ngsched\nl_notrace\ngtrace\n4sync_is_idle\n3ref_get\n7put\n1ead_litex_subregister\n6ock_bh\n5mems_allowed_begin\niretry\n5once_word_nocheck\n5seqbegin_or_lock\nl_irqsave\n8count_latch\nj_retry\n5unlock_bh\n5word_at_a_time\n4ahead_batch\nafolio\n4b\n5_relaxed\n4l\n5_relaxed\n4q_relaxed\n4sb\n5l\n5q\n5w\n4w\n5_relaxed\n2ceive_fd_user\n3iprocal_divide\nbscale\n2f_is_percpu\n4tracker_dir_init\n3count_add\nc_not_zero\nl_acquire\n9dec\n9sub_and_test\n2lay_reserve\n6write\n3ease_fault_lock\n2move_watch_list\n2q_bvec\n4offset\n3uest_ihex_firmware\n2sctrl_arch_rmid_read_context_check\n3et_cpu_possible_mask\n3ource_contains\n9intersection\n9list_destroy_entry\nefirst_type\n9union\n3ume_user_mode_work\n3v_map_dup_hugetlb_cgroup_uncharge_info\n9put_hugetlb_cgroup_uncharge_info\n2try_estale\n1hashtable_insert_fast\nblookup\nh_fast\niget_insert_fast\ntkey\niinsert_fast\npkey\nbremove_fast\nm_one\ndplace_fast\nbwalk_start\n2ltable_insert\nf_key\n9lookup\n2t_assign_locked\nbunlock\n4bucket\na_insert\nbvar\n4grow_above_100\nf75\n4head_hashfn\n4is_a_nulls\n4key_get_hash\n8hashfn\n4lock\n8_nested\n4ptr\n7_exclusive\n8rcu\n4shrink_below_30\n4unlock\n1io_init_dbell_res\n9mbox_res\n1ol16\n332\n364\n38\n2r16\n332\n364\n38\n2unddown_pow_of_two\n1pmsg16_to_cpu\n532_to_cpu\n564_to_cpu\n2s_record_sock_flow\n1q_list_move\n8pop\n1s_modnn\n2c_table_for_each_entry\n2eq_migrate\n5preempt\n5set_notify_resume\n6ignal_deliver\n1tc_bound_alarmtime\n4tm_sub\n2nl_notify_needed\n2sx_pci_get_cmd_data\n9update_phy\n9write_be32\n5usb_clear_dma_err\n1wlock_needbreak\n2sem_assert_held\nh_nolockdep\niwrite\nn_nolockdep\n0sata_srst_pmp\n1b_any_quota_loaded\ndsuspended\n3bdev_nr_blocks\n3has_quota_active\ndlimits_enabled\ndsuspended\ndusage_enabled\n3issue_discard\n9zeroout\n2itmap_calculate_shift\n9lear_bit\n8deferred_clear_bit\n8for_each_set\n9ree\n8put\n8queue_free\n8set_bit\n8test_bit\n2q_index_atomic_inc\nainc\n4wait_ptr\n1ched_find_first_bit\n2oped_seqlock_cleanup\nfnext\n2r_memcpyw\n7movew\n7setw\n3een_info_has_lfb\nclfb_base\ncset_lfb_base\ncvideo_type\n2s_is_dynamic\n7enabled\n4magic\n4task_reset\n2tp_hdr\n2x200_gpio_current\ncget\ncset\n1eal_check_write\n3rch_memslots\n2curity_delete_hooks\n2ma_init\n2ndpage_ok\n8s_ok\n2q_buf_buffer_left\n8commit\n8get_buf\n8str\n8terminate\n4commit\n4escape_str\n4file_net\n4get_buf\n4show_option\n3count_lockdep_reader_access\n2rdev_controller_put\nireceive_buf\niwrite_wakeup\n7device_driver_unregister\neget_cts\neput\neset_rts\newait_for_cts\n3io_drv_write_wakeup\n6write\n2t_buffer_uptodate\n4channel_pending_send_size\nbmap\n5ompound_head\n5pu_active\n8dying\n8possible\n9resent\n4hugetlb_cgroup\ni_rsvd\n4irq_regs\n4memory_rox\n7s_allowed\n4notify_resume\n4page_count\n9fscache\n9idle\n9links\n9node\n9pfmemalloc\n9section\n9writeback_keepwrite\n9young\n9zone\n5tes\n4ti_thread_flag\n5sk_thread_flag\n4vm_flush_reset_perms\n3max_mm_hiwater_rss\n1g_assign_page\n3chain\n8_ptr\n3page\n7_iter_dma_address\ndpage\n4hys\n3set_folio\n3virt\n1hmem_fallocend\n7ile\n6huge_enabled\n6read_folio\nbmapping_page\n2ould_resched\n2rinker_put\n1igaddset\n3delset\n3emptyset\n4qualsets\n3fillset\n3initset\nainv\n4semptyset\n5member\n3n_extend32\nb64\n4alfd_notify\n2mple_positive\n2phash\n7_2u32\n84u32\n2ze_add\n5mul\n5sub\n1k_msg_apply_bytes\n7compute_data_pointers\n7first_len\n7init\n7page\nb_add\n7sg_copy\ne_assign\n7xfer\nb_full\n3psock_cork_free\n9data_ready\naequeue_msg\n9get\n9init_link\n9msg_len_add\n9next_msg\n9peek_msg\naut\n9queue_msg\n9restore_proto\n2b_add_data\n5rray_consume_batched\np_any\nqbh\nqirq\nalen_with_tag\naresize_multiple\np_bh_noprof\naunconsume\n5ssert_len\n5vailroom\n4bpf_redirect_fetch\n8set_redir\n4can_coalesce\n5hecksum_validate_complete\nmneeded\n5lear_delivery_time\nahash_if_not_l4\n6one_writable\n9d\n5ow\n7_head\n5sum_unnecessary\n4data_unref\n5ecr_checksum_unnecessary\n8ease_gso_size\n5st\n7_is_noref\n8set_noref\n4ext_copy\n8find\n8reset\n4fclone_busy\n5ill_netmem_desc\n9page_desc\ni_noacc\n5low_dissect_flow_keys\nq_basic\n5rag_address\ng_safe\n9dma_map\n9fill_page_desc\n9must_loop\n9net_iov\n9page\n9ref\n9set_page\n9unref\n4get_hash_flowi6\n8tx_queue\n5row\n8_rcsum\n5so_error_unwind\n8ok\n8reset\n4has_shared_frag\n5eader_cloned\nbpointer\ni_careful\nbrelease\nbunclone\n4incr_checksum_unnecessary\n8ease_gso_size\n6ner_tcp_all_headers\n6sert\n5p_totlen\n6v6_payload_len\n5rq_freeable\n5s_gso_tcp\n4linearize\nd_cow\n6st_del_init\n4mac_header\ne_len\nfrebuild\nm_full\nfwas_set\n5etadata_differs\n4needs_linearize\n6twork_header_len\n5fct\n4orphan\na_frags\ng_rx\n4padto\n6ge_unref\n8len\n5eek\n8_next\n9tail\n5ointer_if_linear\n6stpull_rcsum\nash_rcsum\n5robe_transport_header\n7pagate_pfmemalloc\n7tocol\n5ull_inline\n6re_zcopy_same\n6sh_rcsum\n6t_data\n8padto\n8u8\n8zero\n4queue_after\nabefore\naempty_lockless\nahead_init\nj_class\nanext\naprev\nasplice\ng_init\nhtail\nl_init\n4remcsum_adjust_partial\ncprocess\n6set_transport_header_careful\n5table\n4set_delivery_type_by_clockid\n8length\n8redirected\n8transport_header_careful\n5hare_check\n4tailroom_reserve\n5cp_all_headers\n5nl_header_len\n5ransport_header\nk_was_set\n6im_rcsum\n6y_make_writable\n5stamp_cond\n5x_timestamp\n4unclone\n6ref\n6set_mac_header\natransport_header\n7hare\n4vlan_tagged\nf_multi\n4warn_if_lro\n4zcopy\n9_clear\naget_nouarg\nainit\nbs_nouarg\naset\nd_nouarg\n1ock_diag_destroy_group\nahas_destroy_listeners\n6rop\n4ptr_is_null\n1pin_lock_bh\n5needbreak\n5unlock_bh\n2mi_controller_put\n5device_put\n6river_unregister\n1rcu_down_read\n5read_lock_held\nfnotrace\naunlock_notrace\n5up_read\n1sbi_reg_read\n1tack_guard_start_gap\n6tracer_disable\ndenable\n5leak_find_top_of_poison\natask_high_bound\nflow_bound\n3tic_key_false\nbtrue\n2op_one_cpu_nowait_workfn\n2r_has_prefix\n3ing_escape_str\n7lower\n7upper\n3ncpy_from_bpfptr\ndsockptr\n3starts\n1ubsection_map_index\n2nxi_rsb_driver_unregister\n2per_set_sysfs_name_bdev\nlgeneric\nlid\nluuid\nauuid\n2spend_disable_secondary_cpus\n1vga_primary_device\n5wattr\n6crt_mask\n6seq_mask\n1wab16_array\n432_array\n464_array\n3p_entry_migration_sync\n2p_entry\n9_to_pmd\nete\n4offset_pfn\n2q_has_sleeper\n1ystem_keyring_id_check\n3v_encode_dev\n5valid_dev\n0t10_pi_ref_tag\n1ask_cpu\n5get_css\n5index_to_char\n6o_accounting_add\njinit\n5nice\n9_ioclass\ncprio\n5ppid_nr_ns\n5scs_end_corrupted\n6tate_index\nbto_char\n5under_cgroup_hierarchy\n4let_disable\nf_in_atomic\ngnosync\n8trylock\n4stats_tgid_free\n1b_ring_rx\n8tx\n3service_get\nbput\n3to_service\n6xdomain\n3xdomain_find_by_route_locked\njuuid_locked\nbget\nbput\n1c_get_speed\n2p_hdr\n7len\n4mss_clamp\n4optlen\n4passive_fastopen\n1eam_dev_queue_xmit\n5get_first_port_txable_rcu\n9port_by_index\nm_rcu\n5num_to_port_index\n5port_dev_txable\n2gra_dev_iommu_get_stream_id\n2st_and_change_bit\nalear_bit\nfpage_young\nfti_thread_flag\ngsk_thread_flag\nfwake_up_bit\n9set_bit\ng_lock\ndti_thread_flag\nesk_thread_flag\n5bit\n8_acquire\n5channelmap\n5ti_thread_flag\n6sk_need_resched\n9thread_flag\n2xtsearch_next\n1hp_nr_pages\n4order\n4vma_suitable_order\nms\n1i_emif_asm_offsets\n2ck_dep_clear\ne_cpu\nfsignal\nftask\n9set\nc_cpu\ndsignal\ndtask\n5nohz_full_add_cpus_to\nfenabled\naidle_stop_tick_protected\nauser_enter_prepare\n2d_geq\n5t\n2f_need_resched\n2mens_ktime_to_host\n4rqueue_getnext\n4spec64_compare\nbequal\nbto_ns\nbvalid\ng_settod\nitrict\n1lb_adjust_range\n4change_page_size\n4end_vma\n4flush\n9_mmu_tlbonly\naunshared_tables\n4get_unmap_shift\n4remove_page_ptdesc\nbtlb_entries\n4start_vma\n4unshare_pmd_ptdesc\n5pdate_vma_flags\n1num_subreg_is_const\n1o_cgroup_bpf_attach_type\n3dma_fence_array\ndchain\n3fd\n3mdio_driver\n4oxtet_device\nbriver\n3nd_namespace_pmem\n3phy_device\n3siox_driver\n2lower\n2tal_mapcount\n5ram_pages\n2uch_nmi_watchdog\n3pper\n1pm2_rc_value\n3_buf_append_empty_auth\nfhmac_session_opt\n8tag\n4ret_to_err\n1race_clear_recursion\n6event_name\ncput_ref\nctry_get_ref\n6get_fields\n6test_and_set_recursion\n5point_synchronize_unregister\n4ing_gen_ctx\nf_dec\ngflags\n3nshuge_vma_suitable\n5late_dma_to_phys\naphys_to_dma\n5port_container_unregister\naregister_device\naunregister_device\n2igger_single_cpu_backtrace\n2y_break_deleg\n4get_memslot\n8page\n4to_freeze\n3lock_buffer\n8page\n1s_config_priv\n1ty_kref_get\n4port_get\n1un_ptr_to_xdp\n4xdp_to_ptr\n1xq_trans_cond_update\naupdate\n1ype_is_non_owning_ref\n8ptr_alloc_obj\n0u64_stats_update_begin\nm_irqsave\nhend\nk_irqrestore\n4to_fsid\n1art_console_enabled\ndregistered\nn_locked\n5fifo_timeout\n5handle_break\ncsysrq_char\n5poll_timeout\n7rt_lock\ne_irq\nisave\nanbcon_acquire\ngrelease\ngtry_acquire\naset_cons\natrylock\nh_irqsave\naunlock\ng_irq\nkrestore\nbsing_nbcon\n6repare_sysrq_char\n5softcts_mode\n5tx_stopped\n5unlock_and_check_sysrq\nr_irqrestore\n5xmit_advance\n1cb1400_gpio_get_direction\nhvalue\ndset_direction\nhvalue\n1dp_allow_gso\n4cmsg_recv\n4encap_needed\n4hashfn\n5dr\n4set_peek_off\n4unexpected_gso\n1ffd_flags_mode_is\nbset_mode\n1id_eq\n4gt\n6e\n4lt\n6e\n4valid\n2nt8_t\n1nlocked_inode_to_wb_begin\nlend\n2map_and_put_page\n1pdate_hiwater_rss\n7lru_size\n7ti_thread_flag\n8sk_thread_flag\n1sb_fill_int_urb\n4make_path\n6xpacket\n4pipe_endpoint\n2er_backed_iter\n5enter\na_irqoff\n6vents_execve\neit\ncfork\n6xit\n9_irqoff\n5regset_copyin\ni_ignore\n4faultfd_huge_pmd_wp\ncpte_wp\ncwp_use_markers\n3s_default_overflow_handler\n1uid_copy\n5equal\n5to_fsid\n0valid_section\nd_nr\n5ate_creds\n1c_kbd_led\n7mode\n1dpa_reset\n5set_features\n1fio_check_feature\n2s_empty_path\n4num_set\n4poll\n3gid_eq\n9_kgid\n7has_fsmapping\nbmapping\n7valid\n3uid_eq\n9_kuid\n7has_fsmapping\nbmapping\n7valid\n1ia_read_reg\n4write_misc_reg_mask\nareg\nd_mask\n2d_to_reg\n2rt_to_boot_phys\n8fix\n9olio\n8head_page\n9vpfn\n8kpte\n8ptdesc\n4io16_to_cpu\n632_to_cpu\n664_to_cpu\n6_bus_name\n7clear_bit\n8read16\nc32\nc64\nc8\nc_many\n8write16\nd32\nd64\nd8\n7device_ready\n7find_single_vq\n7get_shm_region\n7has_feature\n7is_little_endian\n7mb\n7net_hdr_from_skb\nfmatch_proto\nfset_proto\nfto_skb\n7rmb\n7set_bit\n8ynchronize_cbs\n7test_bit\n7vsock_alloc_skb\nm_with_frags\ndskb_dequeue\nhlen\nhput\nhqueue_head\nnpurge\nntail\nhrx_put\n7wmb\n4queue_set_affinity\n1lan_dev_get_egress_qos_mask\n6rop_rx_ctag_filter_info\ndstag_filter_info\n5eth_hdr\n5features_check\n5get_protocol_and_depth\nioffset\n9rx_ctag_filter_info\ncstag_filter_info\n9tag\n5hw_offload_capable\n7accel_get_tag\ndpush_inside\n5insert_inner_tag\nctag_set_proto\n5remove_tag\n5set_encap_proto\n2ynq_irq_to_virq\n6virq_to_irq\n1m_end_gap\n3fault_to_errno\n4lags_clear\n9mod\n9reset\ne_once\n9set\n3start_gap\n2a_assert_locked\nbwrite_locked\n4can_userfault\n4end_read\n8write_all\n4has_recency\n4init\n5s_foreign\n8sdax\n7special_huge\n7temporary_stack\n5ter_bulk_store\n9clear_gfp\n4mark_detached\n4set_access_pid_bit\n5tart_read\nawrite\n4thp_disabled\n2bus_signal_eom\n2ci_event_data_const_payload\ngpayload\n5q_header_buf_ready\neconsumer_head\nefree_space\neget_pointers\neproducer_tail\n7read_pointer\n7set_pointer\n6p_add_pointer\n3ore_unusable\n2emdup_array_user\n4map_can_optimize\n2f_error\n4fs_error\n4insert_page\n2stat_item_print_in_thp\n1p_iowrite64_twopart\n1ringh16_to_cpu\n632_to_cpu\n664_to_cpu\n6_iov_cleanup\n7kiov_cleanup\n7notify\n1time_account_guest_enter\nlxit\n0wait_on_bit_action\ncio\nclock_action\nhio\nctimeout\n8inode\n8page_fscache\nk_killable\ndlocked\nj_killable\n2ke_page_match\n2nt_init_on_alloc\n2rn_if_node_offline\n5rcu_enter\naxit\n2tchdog_set_nowayout\n1b_domain_size_changed\n3find_current\n3get\n6_create_current\n3put_many\n3tryget\n2c_attach_fdatawrite_inode\n4init_bio\n4to_write_flags\n1ithin_module\nd_core\neinit\n1q_has_sleeper\n1rite_litex_subregister\n7ock_bh\n6one_page\n6seqcount_latch_begin\n9lock\nd_bh\neirq\nhsave\n9unlock\nf_bh\ngirq\njrestore\n6unlock_bh\n5b\n6_relaxed\n5l\n6_relaxed\n5q_relaxed\n5sb\n6l\n6q\n6w\n5w\n6_relaxed\n2protect_ptes\n1w_acquire_done\nbfini\nbinit\n3mutex_lock_slow\ni_interruptible\n2an_netdev_drvpriv\n0xa_alloc_bh\n9cyclic_bh\ngirq\n9irq\n3cmpxchg_bh\nbirq\n3entry\n8_locked\n4rase_bh\n9irq\n5r\n3head\n7_locked\n3insert_bh\nairq\n4s_advanced\n6err\n6internal\n6node\n6sibling\n3mk_internal\n6node\n6value\n3parent\n9_locked\n3reserve\na_bh\nbirq\n3store_bh\n9irq\n3tag_pointer\n4o_node\n3untag_pointer\n2s_advance\n4find_chunk\n4next_entry\n9marked\n5ot_node\n4reload\n6try\n4set_order\n2ttr_handler_can_list\n1bc_node_get_subkey\n9is_leaf\n1dp_ok_fwd_dev\n1fer_to_guest_mode_prepare\njwork_pending\n1or_32regs_2\nb3\nb4\nb5\nbp_2\nd3\nd4\nd5\n48regs_2\na3\na4\na5\nap_2\nc3\nc4\nc5\n4unlock_is_negative_byte\n1xhash\n0zero_map_value\n1lib_adler32\n1one_device_pages_have_same_pgmap\n5intersects\n5managed_pages\n5numa_event_add\n5page_state\nf_add\ngsnapshot\n5stat_add_folio\namod_folio\nasub_folio\n=helper\n02data_*\n0Carry_reduction\n1h\n0Do_partial_block\n0Func_1\n52\n53\n0HARDIRQ_verbose\n0LZ4HC_*\n3_*\n0Maj\n0Poly1305_*\n1roc_*\n0SOFTIRQ_verbose\n0Write_partial_block\n0a_ilog\n2log\n2pow\n1ad_shift_arr\n2rch32_insn_extract_reg_num\ndis_wide\ndmcr_extract_crm\npopc2\n564_*\n1ccumulate\n2k_bad\n4state\n2omp_*\n2pi_get_rc_*\n5index_show\n5match_rc\n5pci_add_bus\n9bridge_d3\naus_find_domain_nr\n9choose_state\naonfig_space_access\n9find_companion\n9get_*\n9init\n9need_resume\n9power_manageable\naropagate_wakeup\n9refresh_power_state\nbmove_bus\naoot_get_mcfg_addr\n9set_power_state\n9wakeup\n5run_hpp\nbx\n5table_get_length\n2tion_arg_word_end\n6s_show\n1dd_128_128\n4bits\n4chain_*\n4end_template\n4head\n4kcsan_stack_depth\n4lock_to_list\n4points_*\n5tr_to_bulk_krc_lock\n4repeat_template\n4scalar\n5hort_data_template\n4tail\n7nt\n5emplate\n4u64_to_be\n5event_var\n4with_carry\n4zeros_template\n3anddouble_fmonty\n3carryx_*\n3r_has_metadata\n5in_shadow\n5to_metadata\n8page\n4ess_ok\n8read_file\n8val\n2iantum_*\n2just_bridge_window\n7for_msb_right_quirk\n7jiffies_till_sched_qs\n1eabi_*\n3d_exit_geniv\n5geniv_*\n5init_geniv\n5prepare_alg\n5register_instance\n2gis128_*\n5_aes_round\n2s_align_addr\n5rm64_*\n7_*\n4cbc_*\n5e_*\n5ipher_*\n5tr32_crypt_zvkned_zvkb\n7_*\n4decrypt\nb_*\n4ecb_*\n5ncrypt\nb_*\n5xit\n6pandkey\n4fini\n4gcm_*\n4init\n4mod_*\n4p10_*\n4s390_*\n5et_key_common\n4xctr_*\n5ts_*\n3bs_*\n3cfb_*\n3gcm_*\n3ni_*\n3ti_*\n1gp_speed\n1hash_align_buffer_size\n6def_*\n6nosetkey\n8tify_einprogress\n6op_*\n6prepare_alg\n6register_instance\n8store_req\n6save_req\n7et_needkey\n9key_unaligned\n6to_shash\n1kcipher_default_*\n9prepare_alg\n9register_instance\n1lg_check_*\n4find_test\n6ps_disabled\n4test\n8_*\n2ign_loop\n2l_tag_set\n3oc_and_link_pwqs\n6bootmem_*\n7ucket_spinlocks\n6chain_hlocks\n7ipher_test_sglists\n7overed_*\n7pu_rmap\n9mask_var_node\n6fwnode_name\n6list_entry\n7ock_chain\n6masks\n6node_nr_active\nbto_cpumask\nas_groups\n6object\n6pages_bulk\n6tag_init\namodule_unload\nato_text\ncp_users\n6uevent_skb\n7nbound_pwq\n8known_name\n6worker\naqueue\nf_*\n5info_*\n1nalyse_instr\n2ubis_*\n2y_tag_set\n1pex_pci_fixup_class\n2pend_pipe\n3ly_feature_fixups\n6workqueue_*\n7qattrs_*\n6z\n1rc4_crypt\n5exit\n5init\n5setkey\n3h_clear_user\n6mpxchg_niai8\n6opy_*\n5disable_smp_support\n6ynirq_lower_bound\n5early_irq_init\n5hweight16\nc32\nc64\nc8\n5invalidate_pmem\n6rq_work_raise\n5kasan_set_tag\n5load_niai4\n7cal_*\n5perf_nmi_is_available\n6robe_nr_irqs\n5read_lock_wait\n5show_interrupts\n6pin_*\n5touch_nmi_watchdog\n5wb_cache_pmem\n6rite_lock_wait\n2gv_free\n5split\n2i_enabled_show\n3a_*\n2m_clear_user\n5opy_*\n5urve25519_*\n4poly1305_*\n1san_*\n2hldi3\n4ti3\n3rdi3\n4ti3\n2m_copy_from_user\n9to_user\n4vector_usercopy\n2n1_*\n2pm_l1_acceptable_latency\n2sign_fixed_resource_on_bus\n7lock_key\n7requested_resources_sorted\n9scuer_work\naources_sorted\n7tag\n7work\n3oc_*\n3ure_empty\n2us_hides_*\n2ymmetric_*\n3nc_done_continue\n6gen_syndrome\n6init\n6memcpy\n7ult\n6pq_*\n6raid6_*\n7un_entry_fn\n6schedule_*\n7um_product\n7ynchronize_*\n9drome_val\n6trigger_callback\n7x_*\n6xor\n9_*\n1tomic64_*\n6_dec_and_*\n2tach_free_block\n7taken_block\n1udit_classes_init\nbify_arch\nfcompat_syscall\nfsyscall\n2thenc_*\n1vx2_usable\n3_usable\n0backwards_memcpy\n2d_action_ret\n4chained_irq\n4get_*\n4io_access\n2se64_*\n1cd2bin\n2h_alloc\n4decode\n4encode\na_unaligned\n4free\n4init\n2j_*\n2mp\n1dev_name\n1f_decrypt\n3encrypt\n2s\n3_backwards\n4error\n4forwards\n4init_*\n4next\n1h_pool_*\n3worker\n1i_flush\n3reverse\n3windup\n2n2bcd\n4hex\n2t_reverse\n3map_alloc\nc_node\ncate_region\n8nd\nanot\n7bitremap\n7check_region\n8lear\nc_ll\n8omplement\n9py_le\n8ut\n7equal\n7find_*\n8old\n8ree\n9om_*\n7get_x32_reverse\nanum\n7intersects\n7list_string\n7onto\n8r\n9_equal\n7parse\nc_*\nclist\ng_user\n8os_to_ord\n8rint_*\n7release_region\n9map\n9place\n7set\na_ll\nbregion\n8hift_*\n8tring\n8ubset\n7to_arr32\nd64\n7weight\nd_*\n7xor\n7zalloc\nd_node\n1key\n1lake2b_*\n6s_compress\ng_*\n8final\n8increment_counter\n8mod_init\n8set_lastblock\n8update\n2owfish_*\n1m_find\n3get_pattern\ne_len\n3init\n1oot_cpu_has\n5vga_show\n1pf_crypto_lskcipher_*\nbskcipher_*\n2rintf\n1ranch_bform_target\n7iform_target\n7taken\n9rget\n2oken_parity_*\n1str_printf\n2wapdi2\n5si2\n1tree_alloc\n6destroy\n6for_each\n7ree\n6get_prev\n7rim_visitor\n8ow\n6init\na_mempool\n8sert\nc_level\n6last\n7ookup\nc_node\n6merge\n7odule_*\n6node_alloc\n6remove\nc_level\n6shrink\n6update\n6visitor\n1ucket_table_alloc\ndfree\nh_rcu\n2g_addr\n4get_file_line\n2ild_bl_tree\n6cipher_test_sglists\n6deg2_base\n6generic_driver_name\n7f_tables\n6hash_sglist\n6id_*\n6mod8_tables\n6node_to_cpumask\n6test_sglist\n2nzip2\n2s_rescan_store\n4speed_read\n3t_spinlocks\n1val\n2ec_npages\n1yte\n4_copy\n9_*\n4rev_*\n4s_is_nonzero\n5wap_const\n1zero\n0c_backtrace\n2next\n2start\n4op\n1a_keys_setup\n2lc_addr\n5dep\n8_*\n8b\n5map_type_and_dist\n4ulate_count\naiosize\namem_align\ndsize\n3ibrate_delay_is_known\naxor_blocks\n8ion_delay_done\n3l_depth_return_thunk\n5function_*\n5rcu_common\nbre\n9hurry\n9lazy_test1\n9nocb\nd_wake\n9tasks\ne_*\n5srcu\n5with_*\n4back\n2mellia_*\n2n_fill_pool\n4request_irq\n3cel_delayed_*\n7work\nb_*\n2st5_*\n46_*\n1bc_aes_crypt\n8set_key\n4decrypt\nb_walk\n6s3_*\n7_*\n7all_crypt\n4encrypt\nb_walk\n5xit\n4init\n4paes_*\n3mac_*\n2list_init_generic\n1cm_calculate_auth_mac\n5rypt\n4decrypt\n4encrypt\n4format_input\n4init_mac\n4setauthsize\n7key\n1dat_table_parse\n1e_*\n2rt_sig_digest_update\n1fb_decrypt\n2d_seq_*\n1hacha20_*\n8poly1305_crypt_sg_inplace\nhdecrypt\no_sg_inplace\nhencrypt\no_sg_inplace\nixit\nhinit\nhmodule_*\n6_*\n6poly_create\nbexit\nbfree\nbinit\n3in_block_*\n6hlock_class_idx\n2eck_add_128_128_overflow\n7ll_holdout_*\n6bogus_address\n7ytes8\n6canary\nc_byte\n7b_*\n7hain_key\n7pu_stall\nf_init\n6data_structures\n7eadlock\n6encodable\n6features\n7lush_dependency\n6hash_result\n7eap_object\n7oldout_task\n7ung_*\n6init_srcu_struct\n7rq_resend\nausage\n6kernel_text_object\n6lock_chain_key\n6no_collision\n8ncircular\n9final_ahash_op\n6object_size\n6page_allocation\n8nic_*\n7ointer\nd_msg\n7reemption_disabled\n9v_add\nas_add\n6redundant\n8gion_inline\n8sults\n6seg_overrides\n7hash_op\n7ignature\n7kip\n7lab_allocation\n8ow_task\n7tack_object\n6template\n6usage_*\n6wait_context\n6zeroed_user\n2ien_search\n3p_bus_*\n5name_show\n2ksum_*\n6c_*\n2unk_size\n1ipher_crypt_one\n1lass_filter\n6lock_list_valid\n2cle\n2ean_cache_range\n6pmem_range\n5up_nmi\n8srcu_struct\n8uevent_env\n4r_bits_ll\n6irq_resend\n6lock_stats\n6multiples\n8stq\n6nonspinnable\n6once_table\n6pending_if_disabled\neset_locked\n6rt_mutex_waiters\n6user\na_*\n6warn_once_set\n7ork_data\n5pair\n2mul_*\n2ock\n3sure_put_after_sub_checks\n8return_sync\n8sync_timeout\n2zdi2\n3si2\n1mac_clone_tfm\n6reate\n5exit_tfm\n5final\n5gf128_mul_by_x\n5init_tfm\n5setkey\n2dline_find_*\n2ovznz32\n2p_ex_*\n4filterlist_addrs\n3di2\n3xchg8b_emu\n7_emu_u8\n1oaligned_*\n2detag_*\n2llect_split\n9yscall\n2mmon_rfc4106_*\n3p_prepare_alg\n4lete_report_info\n4ress_block\n4ute_batch_value\n8error_locator_polynomial\n8generator_polynomial\n8max_vf_buses\n8prefix_tbl\n8real\n8syndromes\n8trace_bk_mod\n8val\n2nd_synchronize_*\n5unmask_eoi_irq\ncirq\n3sistent_dma_mask_bits_show\n4t_udelay\n4ume_watchpoint\n3tinue_block\n3v_dp_to_sp\n5sp_to_dp\n4ert_to_base2_64\n2py_and_reverse\n5block\n6yte\n9s\n5compat_iovec_from_user\n5from_iter\ne_flushcache\nfnocache\nauser\ne_flushcache\nfinatomic_nontemporal\ngter\nj_*\nfkey\nfll_nocache_nozero\nfnmi\n5iovec_from_user\n5mc_*\n6em_*\n5page\n9_*\n6ipe_to_iter\n5to_iter\n8nontemporal\n8user\nc_iter\nh_*\ndkey\ndmemcpy\ndstd\n7from_*\n5user\n9_*\n5workqueue_attrs\n4out_mc\n4page_power7\n2rdic_calc_iq\n3e_kernel_text\n2unt_argc\n6lzeros\n6matching_names\n6test_sg_divisions\n1prng_*\n2u_check_up_prepare\n4report_*\n5map_*\n4set_state_online\n5top_*\n8per_thread\n5upports_p2pdma\n4wait_death\n3affinity_show\n3listaffinity_show\n3mask_any_and_*\ncdistribute\n8isolated_show\n8local_spread\n8next_wrap\n8requested_show\n8store\n3s_dont_share\n5share_numa\nbsmt\n1q_dequeue\n3empty\n4nqueue\n3full\n3get_elem_count\n3init\n1rash_smp_send_stop\n2c32_*\n5be_*\n5c\n6_*\n6init_le\n5init_*\n5le_*\n5test_init\n34\n364_*\n37_be\n38\n4_populate_*\n3_array\n4ccitt\n9_false\n4itu_t\n4pcl\n4t10dif\na_*\n4vx_*\n3t10dif_*\n2eate_cond_branch\n7kthread\n7signature\n7worker\n3cip\n6_crecip\n2yptd_*\n5o842_*\n6_*\n6mgr_*\n1sd_*\n3lock_debug\n2um_and_*\n5copy\n5finalize_sum\n5partial\nc_*\n5tcpudp_nofold\n2wap2\n1tr_aes_crypt\n8set_key\n4crypt\n4des3_crypt\n7_crypt\n7all_crypt\n4encrypt\nb_*\n4paes_*\n3blk_init\n2s_cbc_*\n2zdi2\n3si2\n1ur_speed_read_file\n3rent_is_*\n8link_*\n8work\n9q_worker\n3ve25519_*\n1wt_wakefn\n1xl_port_dvsec\n4reset_bus_function\n4sbr_masked\n1yc_to_ns\n0d3cold_allowed_*\n1ate_str\n1debug_*\n2q_*\n1ebug_boot_weak_hash_enable\n6check_*\n7lass_*\n6lockdep_rcu_enabled\nas_*\n6mutex_*\n6object_*\ncs_*\n6percpu_*\n7rint_object\ncrmap\n6rcu_*\n7t_*\n6show_all_locks\nbheld_locks\n7mp_processor_id\n7pin_*\n7tats_show\n6user_asce\n6work_*\n7rite_*\n5fs_add_domain_dir\n8create_errno\nfstacktrace_depth\nful\n8errno_*\n8remove_domain_dir\n8stacktrace_depth_set\n8ul_*\n8write\n2c_block\n9_header\n4chains\n4index\n4key\n4main\n4stream_*\n4vli\n3ode_bar\n7cpu\n7rs16\n98\n7tail\nb_cpu\n8ype0_hpx_record\nb1_hpx_record\nb2_hpx_record\n7watchpoint\n4mpress_method\nbsingle\n3rypt_blob\n2fault_affinity_*\n8pointer\n3late_alloc_ctx\n8comp_*\n8decomp_*\n8exit\n8fast\n9ree_ctx\n8mod_*\n8scompress\n9decompress\n9low\n9tored\n2l_chain_block\n3ay_250ms_after_flr\n6access\n6halt\na_*\n6loop\n6tsc\n5ed_free_desc\n8work_timer_fn\n3ete_irq_desc\n7node\n2pot_*\n2reference_function_descriptor\nckernel_function_descriptor\n2s3_*\n3_*\n3c_set_defaults\n6mp_init\n4ribe_object\nf_*\n3troy_delayed_work_on_stack\n8rcu_*\n8test_sglist\n8work_on_stack\ncer\ncqueue\n2tach_dying_workers\n7worker\n2v_rescan_store\n4sort_resources\n4to_wq\n3ice_has_acpi_name\n7node_string\n3m_arch_*\n5bitmap_*\n5free_irq\n5gen_*\n5ioport_*\n7remap\nc_*\n7unmap\n6rq_*\n5kasprintf_strarray\n6free_strarray\n5mutex_*\n5of_iomap\n8pci_*\n5pci_alloc_*\n9remap_*\n9unmap_iospace\n5request_*\n4em_is_allowed\n1fltcc\n6_*\n2orm_ea\n1h_*\n2ry\n4_benchmark\n5init\n5run_set\n1ict_*\n2gsig_*\n2m_calc_stats\n4on_top\n4park_*\n4turn\n2sable_delayed_work\nk_sync\n8hardirq\n8igfx_irq\n9rq\nb_nosync\n8nmi_nosync\n8object_debug\n8percpu_*\n8stack_depot\n8work\nc_sync\n2v64_32\n6s64\n6u64\n9_rem\n3_s64_rem\n3si3\n1key\n1ma_mask_bits_show\n4xor_aligned_offsets\n2i_disable_ioapicreroute\n2uhu\n3lu\n1o_ahash_op\n4lign\n4sync_*\n3barrier_*\n4permd\n4tb_flush_fixups\n4yte_reverse\n7rev\n3chacha\n4mp_*\n6b\n4ollection\n4sum\n7_*\n3data\n4iv64\n3entry_flush_fixups\n3feature_fixups\nh_mask\n4inal_*\n4p_*\n3index\n3last_block\n4q\n5arx\n4wsync_fixups\n3mpi_cmp\n4ul\n6t_*\n3nocb_*\n3once_*\n5e_acipher_op\n8ead_op\n8hash_op\n4ops_enter_exit\n4p\n3patch_*\n4ci_*\n4opcnt\n4rty\n3raw_*\n4eturn\n4fi_flush_fixups\n3signext\n4oftirq\na_post_smp_call_flush\n4tf_*\n5q\n6cx\n5rncpy_from_user\n7len_user\n4ync_*\n3test_kpp\n4race_rcu_torture_read\nadpmc\naead_msr\n9write_msr\n3uaccess_flush_fixups\n3vec_*\n4sx_*\n3xchacha\n4or_*\n2e_statemachine_work\n2ne_hash\n2wn_*\n4grade_write\n1pc_log_size\n1qform_ea\n2l_check_stall\n5ompleted\n4init\n4reset\n1rain_dead_softirq_workfn\n6page_cache\n6workqueue\n2bg_*\n1sform_ea\n2m_evaluate\n4get\n7_*\n4label_utf16s_to_utf8s\n4set_active_indications\n1ummy_copy\n6propagate\n6rotate\n3p_blkd_tasks\n5primes\n5stack\na_*\n5tlb\n8_all\n9regs\n2p_iter\n4point_*\n1ynamic_debug_init\ni_control\nav_dbg\n8emit_prefix\n8ibdev_dbg\n8kobj_release\n8netdev_dbg\n8pr_debug\n3dbg_setup\n3tick_save_progress_counter\n0early_alloc\n6boot_test_call_rcu\n6dump_pci_device\n6irq_init\n6kasan_*\n1c_addm\n7_*\n3get_a_is_pminus3\n7two_inv_p\n3invm\n3mod\n4ul2\n7_*\n6m\n7_*\n3pow2\n7_*\n63\n6m\n3subm\n7_*\n2b_aes_crypt\n8set_key\n4decrypt\n6s3_*\n7_*\n7all_crypt\n5o_*\n4encrypt\n4paes_*\n2c_alloc_*\n4digits_from_bytes\n4free_*\n4gen_privkey\n6t_*\n4is_*\n4make_pub_key\n4point_*\n2dh_*\n3sa_*\n2hainiv_*\n2rdsa_*\n1i_debugfs_init\n3module_callback\n3seq_*\n1mbedded_bootconfig_*\n2it_byte\n2ulate_dcbz\n8loadstore\n9q\n8step\naq\n8update_regs\n8vsx_*\n1nable_copy_mc_fragile\n7delayed_work\n7irq\n7nmi\n7object_debug\n7percpu_*\n7work\n2code_cpu\n7point\n7rs16\n98\n7tail\nb_cpu\n7watchpoint\n3rypt_blob\n2d_of_*\n4report\n2ter_vector_usercopy\n7mx_*\n3ry_to_*\n6untrain_ret\n1or3\n1q_mask\n1rr_inject_*\n4ptr\n3name\n4o_to_pcibios_err\n3or_string\n6type_string\n3seq_*\n1scape_*\n6d_string\n2siv_*\n1x_to_insn\n2clusive_bit\namask\n2ecute_in_process_context\n2it_bm\n5fsm\n5kmp\n5rcu\n5tasks_*\n5vmx_*\n2p_funnel_lock\n3and_to_next_prime\n2tract_bvec_to_sg\n8folioq_to_sg\n8iter_to_sg\n8kvec_to_sg\n8user_to_sg\n8xarray_to_sg\n0factor_polynomial\n2dd\n2il_dump\n5non_kasan_kunit_test\n5stacktrace\n5task\n5usercopy_debugfs\n2llback_exit_skcipher\n9init_skcipher\n9scalar_usercopy\nakcipher_crypt\n2ult_atomic_*\n6bool_*\n6config_init\n7reate_debugfs_attr\n6in_iov_iter_readable\niwriteable\n6stacktrace_*\n6uint_*\n7long_*\n6xul_*\n1crypt_*\n1difference\n1e51_frombytes\n2_*\n1ile_dentry_name\n3l_kobj_path\n5page_cache_func\n6ool\n6tr_*\n5temp\n5window\n3ter_irq_stacks\n2nd_affine4_roots\n6symmetric_key\n5bug\n7s_resource_of_type\n5cpio_data\n5exclusive_match\n5first_\nband_*\nbbit\ne_*\nbzero_*\n6ont\n5held_lock\n5io_*\n5last_bit\n6evel\n5match_node\n5next_\naand_*\ndnot_bit\nabit\nd_*\naclump8\naor_bit\nazero_*\n6th_*\n5parent_pci_dev\n6ci_dr\n9root_bus\n6oly_*\n5reorder_access\n5smbios_instance_string\n6tack\n5usage_*\n5watchpoint\n6orker_executing_work\n3ish_rcuwait\n7tag\n6ed_setup\n3v\n2ps_cprng_*\n5enable\n6xit\n5fail_notify\n5init\n2rst_bvec_segment\n6idle_worker\n7ovec_segment\n2xup\n5_activate\n6debug_*\n8stroy\n6free\n6init\n6mpss_256\n6rev1_53c810\n7t_mutex_waiters\n6ti816x_class\n1lags_string\n2ip_bit\n5random_*\n2ush_delayed_work\n6pending\n7mem_range\n6rcu_work\n6smp_call_function_queue\n6work\naqueue\nf_prep_pwqs\n1mul\n42\n4_fmul\n5mul_shift_reduce_\n5scalar\n6hift_reduce\n1or_each_canary\n9frame\n3ce_qs_rnp\n3mat_adata\n7decode\n7fcontract\ng_*\n8expand\n8lags\n7input\n7page_flags\n7scalar_of_point\n7worker_id\n3tify_panic\n8report\n2urcc_string\n1product_*\n4p_*\n1reader_*\n3e\n4_bootmem_cpumask_var\n6ucket_spinlocks\n5chain_hlocks\n6ipher_test_sglists\n6pumask_var\n5irq\n8_cpu_rmap\n5kb_keybuf\n6thread_struct\n5masks\n5nmi\n6ode_*\n5obj_work\n8ect\n5pages_bulk\n6ercpu_irq\ncnmi\n6rimes\n7ng_context\n5root_bus_devs\n6s\n5workqueue_attrs\n5zapped_*\n4ze_workqueues_*\n2om32to16\n464to32\n1scalar\n2m_find\n4get_*\n4init\n2qr\n42\n3uare_*\n2ub\n3m\n1tr_fixup_test_too_big\n1ull_block\n4xts_*\n2nc_ptr_is_kernel_text\n1wnode_full_name_string\n7string\n0gcd\n2m_aes_crypt\n8decrypt\n8encrypt\n8setauthsize\nbkey\n4calculate_auth_mac\n4dec_hash_continue\n7rypt_done\n4enc_copy_hash\n7rypt_*\n4hash\n8_*\n4in_*\n4out_*\n4process_assoc\n4remain\n4sg_*\n4update_mac\n4walk_start\n3aes_*\n3p10_init\n1en_bitlen\n4codes\n4deflate_alloc_ctx\n4pool_*\n3erate_aead_message\n9crc64_table\n9entropy\n9random_*\naeflected_crc64_table\n5ic_atomic64_*\n8bug_clear_once\n8exec_single\n8gcmaes_*\n8handle_*\n8memcpy\n8smp_call_function_single_interrupt\n3radix_*\n2t_16bit_precision\n4addr_*\n8ess_stack_frame_info\n5lloc_stack_hash\n5rea\n4barrier_crm_val\n5ucket\n6g_type\n6ild_*\n4cached_bnode\nbmsi_msg\n5ommon_bug_type\n7pleted_*\n5urve_by_oid\n4default_font\n6p_list\n4eff_*\n4first_held_lock\namodule_ct\n5pr\n5ree_index\n4head_spins\n4immptr\n7v\n832\n5njectable_error_type\n4kcsan_stack_depth\n5ey_name\n5obj_path_length\n5thread_comm\n4le_offset\n5inear_data\n5ock_depth\n9parent\n9stats\n4mod_name\n6ffset\n6re_*\n4next_block\n9data\n9module_ct\n9sg\n5odes_in_cpumask\n4option\nas\n5wner_cpu\n4param0_metadata\n6tch_pfn\n5ci_domain_busn_res\n9r\n5ending_free\n5rng_bytes\n5wq\n4range\n5cu_*\n5eg_offset\ne_16\n7no\n6mote_steal_spins\n6order_access\n6s_*\n6verse_lsw32_offset\n4section_range\n6g_base_limit\n8limit\n8reg_override_idx\n7ment_selector\n5hadow_*\n5igned_val\n5lot_offset\n5oftlockup_thresh\n5tack_skipnr\n7te_synchronize_rcu_full\nmsrcu\n6eal_spins\n4tail_qnode\n7nt\n5hread_desc\n4unaligned16\n6bound_pool\n6signed_val\n5sage_*\n6er_*\n4vr\n5sr\n4wild_bug_type\n5ork_*\n3fill\n3pos\n1f128mul_*\n22_multiply\n2_div\n3inv\n3mul\n3poly_*\n3sqr\n2mul\n2pow\n1hash_*\n1lob_fini\n5init\n5match\na_*\n1p_state_getname\n1rab_mcs_node\n3ph_lock\n6unlock\n2oup_cpus_evenly\n2p_spread_init_one\n1te_mask\n1uid_gen\n5parse\n2nzip\n0handle_bad_irq\n7edge_*\n8nforce_irqctx\n7fasteoi_*\n7irq_desc\nbevent\ng_percpu\n7level_irq\n7misaligned_access\n7nested_irq\n8ull_ptr_deref\n7object_size_mismatch\n8verflow\n7percpu_*\n7simple_irq\n8oftirqs\n8tack_*\n7untracked_irq\n7zstd_error\n2rdlockup_*\n2sh_and_copy_to_iter\n5prepare_alg\n5stack\n5walk_*\n1chacha_*\n2tr2_*\n1ead_hashfn\n5spins_*\n2lper_rfc4106_*\n2x2bin\n3_dump_*\n4to_bin\n1k_should_isolate\n1lock_*\n1mac_clone_tfm\n6reate\n6tx\n5exit_tfm\n7port\n5final\n8up\n5import\n6nit\n9_tfm\n5module_*\n5s390_*\n5update\n1ost_bridge_*\n1px3_cap_ver_matches\n5device_type\n5function_type\n1siphash_*\n1t_check_msi_mapping\n3disable_msi_mapping\n3enable_msi_mapping\n1uft_build\n5free\n2ng_task_init\napanic\nasysctl_init\n6imeout_jiffies\n4task_pm_notify\n1wasan_*\n2irq_show\n0i8254\n1ch6_lpc_*\n37_lpc_generic_decode\n1da_alloc_range\n4dump_entry\n4free\n2le_cull_fn\n5init\n5thread_*\nbs_init\n5worker_timeout\n2r_*\n1mport_iovec\nc_ubuf\n7single_range\n7ubuf\n1n_any_*\n3irqentry_text\n3list\n4ock_functions\n2at_get_*\n2c_chains\n2dex_update\n2flate_*\n2it_alloc_hint\n5block\n6m\n5chain_*\n6pu_worker_pool\n5data_structures_once\n5error_injection\n5irq_default_affinity\n9proc\n5kmp\n5lockevent_counts\n5node_nr_active\n5page_alloc_tagging\n6od_type\n6wq\n5rcu_*\n6escuer\n6nd_state\n6s_*\n6wsem\n5srcu_*\n6tack_*\n5task_stack_addr\n6est_sglist\n5uevent_argv\n5vmalloc_pages\n7linux_build_id\n5work\n9er_pool\n2sert_entries\n7report_filterlist\n7watchpoint\n8ork\n8q_barrier\n3ide_selftest\n3n_complete\n5decode\nb_*\n5fetch_*\n5get_*\n5has_rep_prefix\n5init\n5rip_relative\n3tall_unbound_pwq\n4r_is_relative_*\n2t_pow\n4sqrt\n864\n3ernal_polyval_*\n5val_tree_span_*\n2v_mix_columns\n4subshift\n3ert_dir_mask\n3oke_rcu_*\n7softirq\n1ommu_area_alloc\n2port_*\n2read16\n8_rep\n8be\n632\n8_*\n8be\n664_*\n8be_*\n68\n7_rep\n4map\n2unmap\n2v_iter_*\n4npages\n4resources_unassigned\n3ec_from_user\n2write16\n9_rep\n9be\n732\n9_*\n9be\n764_*\n9be_*\n78\n8_rep\n1p4_addr_*\n4string\n26_addr_*\n4compressed_string\n4string\n2_addr_string\n3compute_csum\n3fast_csum\n2i_get_hwirq\n4mux_*\n4send_*\n1rq_activate\nc_and_startup\n5dd_debugfs_entry\n5ffinity_*\n5lloc_descs\nbomain_generic_chips\nageneric_chip\namatrix\n5pply_affinity_hint\n4calc_affinity_vectors\n6n_*\n5heck_*\n6ip_*\n5opy_pending\n5pu_*\n5reate_*\n4debug_*\n9fs_*\n6fault_primary_handler\n6sc_*\n7troy_ipi\n5ispose_mapping\n5o_*\n6main_*\n4effective_*\n5nter\n9_rcu\n5xit\n8_rcu\n6pand_nr_irqs\n4finalize_oneshot\n7d_at_or_after\n9free_area\n9matching_fwspec\n6xup_move_pending\n5orce_affinity\n9d_*\n5ree_descs\n4gc_*\n5et_*\n4has_action\n4init_*\n6ject_interrupt\n6sert_desc\n5s_nmi\n4kobj_release\n4lock_sparse\n4map_generic_chip\n6rk_irq\n6trix_*\n6y_run\n5igrate_all_off_this_cpu\n5odify_status\n6ve_*\n4needs_fixup\n6sted_primary_handler\n5mi_*\n5ode_proc_show\n4percpu_*\n5m_*\n5oll_*\n5ut_*\n4readl_be\n6lease_resources\n6move_*\n6quest_resources\n6send_init\n8rve_ipi\n7olve_mapping\n7tore_affinity_of_irq\n4select_affinity_usr\n6t_*\n7tings_*\n7up_*\n5how\n6utdown\nc_and_deactivate\n5im_*\n5purious_proc_show\n5tartup\nb_managed\n7te_*\n6op_thread\n5upports_nmi\n5w_resend\n5ysfs_*\n4thread_*\n5iming_*\nas_*\n5o_desc\n5ry_set_affinity\n4unlock_sparse\n6map_generic_chip\n5pdate_affinity_desc\n4validate_effective_affinity\n4wait_*\n6ke_*\n5ork_*\n8d_*\n5ritel_be\n3chip_fwnode_get_name\n3d_clear\n7r_*\n5get\n8_parent_data\n5has_set\n5set\n8_*\n3fixup_setup\n3poll_setup\n1s_atomic\n3bad_asm_addr\n4lacklisted_cpu\n3cfi_*\n4hained_work\n4onditional_branch\n3dfltcc_enabled\n4ma_pq_aligned_offs\n4ynamic_key\n3end_of_ht_chain\n3fixup_addr_valid\n3hardlockup\n3idr\n4nline_int\n3module_cfi_trap\n3prime_number\n3rwsem_reader_owned\n3softlockup\n4tack_depot_disabled\n6tic_object\n5ring_insn\n3test_sglist_corrupted\n4rap\n1ter_div_u64_rem\n5folioq_get_pages\n5offset\n5xarray_*\n4ate_chain_key\n2s_return_thunk\n0jent_*\n1ump_table\n0kasan_*\n3lr_get_random_long\n3printf\n9_strarray\n1csan_*\n1eccakf\n7_round\n2ep_working\n2rnel_fpu_begin\nbend\n7lockdep_sysctls_init\n7or_module_addr\n7panic_sysctls_init\ngfs_init\n8te_init\n7text_address\n2y_128_*\n4256_*\n4expansion_*\n4or_keyring_common\n4schedule\n4to_kb\n3cmp\n3hashentry\n3zero\n1fence_*\n2ifo_*\n2ree_call_rcu\n6rcu_*\n6scale_*\n7trarray\n1hazad_*\n1ick_all_cpus_sync\n5bh_pool\n5pool\n1list_add_*\n6dec_and_del\n8l\n6init\n7ter_*\n6next\n7ode_*\n6prev\n7ut\n6release\n8move\n1mac_sha2_set_imbl\n2p_find\n4get_*\n4init\n2san_*\n1node_*\n1obj_attr_*\n5child_ns_ops\n5kset_*\n5ns_*\n5usermode_filter\n4ect_*\n1pp_prepare_alg\n4register_instance\n1rc_count\n4this_*\n1set_*\n2oftirqd_*\n2tat_*\n3rdup_*\n4tobool\na_from_user\n6int\n6l\n7l\n6s16\n78\n6u16\n78\n7int\n7l\n8l\n1thread_*\n7d\n1vasprintf\na_const\n2free_call_rcu\n7rcu_barrier\nculk\nbdrain_ready\nblist\nbqueue_batch\n0l3hash\n1_show\n3tart\n4op\n1abel_imm_common\n2dder_bigloop_cmult_big_loop\n7cmult\n7smallloop_*\n2st_block_enter\n5offset\n2te_wakeup_func\n2zy_rcu_*\n1c_*\n2m\n3_not_zero\n1e128_*\n2ss_than_*\n1ibaescfb_*\n6gcm_*\n3crc32c_*\n2near_range_*\n3k_pwq\n2st_add_valid\ne_or_report\n5del_entry_*\n1list_add_batch\n6del_first_this\n6reverse_order\n1m_init\n1oad_ecc8\n5partial\n5vsrn\n2cal_bh_*\n6cpulist_show\n9s_show\n6pci_probe\n3k_accessed\n7quire\ncd\n6ddr\n5chain_*\n6lass_*\n6ontended\n5downgrade\n5flag\n5is_*\n5pin_lock\n6oint\n5release\nc_holdtime\n7pin_lock\n5set_class\n6tat_*\n9s\n6ync\n5time_*\n5unpin_lock\n5wait_lock\n4dep_*\n4event_*\n4ref_*\n4stat_clock\n4up_*\n2g_post_*\n4read_mmio\n4write_mmio\n3ic_*\n2ngcmp\n5py\n4est_match\n4set\n2ok_up_OID\n8lock_class\n4up_chain_*\n7object\nd_or_alloc\n7ts_algo\n3p_4blocks\n5const_udelay\n5delay\n5udelay\n2west_in_progress\n1rw_*\n1s_next\n3show\n4tart\n5op\n2hrdi3\n4ti3\n2kcipher_*\n1wq_dequeue\nb_all\n4exercise\n4test\n1z4_alloc_ctx\n4compress_crypto\n4decompress_crypto\n4exit\n4free_ctx\n4mod_*\n4scompress\n5decompress\n3hc_alloc_ctx\n6compress_crypto\n6decompress_crypto\n6exit\n6free_ctx\n6init\n6mod_*\n6scompress\n7decompress\n2ma2_lzma\n4_*\n2o1x_*\n3_alloc_ctx\n4exit\n4free_ctx\n4mod_*\n4scompress\n5decompress\n3generic1x_1_compress\n3rle1x_1_compress\n6_alloc_ctx\n7exit\n7free_ctx\n7init\n7mod_*\n7scompress\n8decompress\n0ma_*\n2b_calc_split\n4mas_cp\n5iddle_node\n4no_null_split\n4set_b_end\n5hift_right\n2c_address_string\n4do_update\n4init\n4pton\n4update\n3hine_kexec_mask_interrupts\n2in_func\n2ke_slot_name\n4crc\n2lloc\n2nage_workers\n2p_depth_with_shallow\n4patch_area\n4types_idx\n3le_tree_init\n2rk_held_locks\n5lock\n9_*\n5rt_mutex_waiters\n5usage\n5wakeup_next_waiter\n6ork_canceling\n2s_*\n3k_ack_irq\n5contains_bar\n5irq\n3t_*\n2t_add\n3ch_either_id\n6held_lock\n8x\n6int\n6number\n6octal\n7ne\n6pci_dev_by_id\n6strdup\n9ing\n9lcpy\n6token\n6u64\n9int\n7int\n6wildcard\n5ing_access\n5pat\n3rix_alloc_area\n7find_*\n2x_active_show\nctore\n5lign\n4index\n4link_*\n4speed_read_file\n3cpus\n2y_start_working\n3be_create_worker\n3day_cursor_func\n1cs_spin_*\n1d4_final\n4init\n4mod_*\n4update\n25_*\n1ellanox_check_broken_intx_masking\n2m_alloc_profiling_permanently_disabled\n3cat_p\n4hr\n6_inv\n4mp\n4py\n6_and_pad\n7dir\n7erms\n7fast\n8lushcache\n8rom_iter\ng_*\nbio\n7generic\n7orig\n7page_flushcache\n8ower7\n7sglist\n8mall\n7to_iter\ne_*\n9io\n3eq\n3move\n3ory_is_nonzero\napoisoned\ni_1\nk6\nj2_4_8\njn\n3parse\n3region_*\n3scan\n4et\n616\n632\n664\n6_erms\n7fast\n7generic\n7io\n7orig\n3weight\n3zero\n2rge\n5_final\n2ta_pointer_offset\n5row_is_guilty\n4data_to_pageaddr\n9update_state\n1ichael_final\n8init\n8mic_exit\ncinit\n8setkey\n8update\n3robenchmark\n5seconds_since\n2d_pci_*\n2grate_one_irq\n2nmax_*\n2ps_change_bit\n6lear_bit\n5poly1305_*\n5set_bit\n5test_*\n5xor_is_negative_byte\n2saligned_fixup_*\n3routed_irq\n2x_columns\n1lsd_8lsd_ea\n1m_patch_enabled\n2io_insb\n8l\n8w\n5outsb\n9l\n9w\n4cpy\n4set\n1od_delayed_work_on\n4s\n3si3\n3ule_bug_*\n7cfi_finalize\n7ei_init\n7find_bug\n7load_ei_list\n7unload_ei_list\n5o_carry_top\n2ntgomery_ladder\n2ve_linked_works\n5right\n3sl_is_ok\n1pi_add\n7_ui\n7m\n5lloc\n9_*\n5ssign_limb_space\n4barrett_*\n4clear\n9_*\n5mp\n7_ui\n7abs\n5onst\n6py\n4ec_*\n4fdiv_*\n5ree\n8_limb_space\n6omstr\n4get_buffer\n8nbits\n4init\n6vm\n4lshift\na_limbs\n4mod\n7_barrett\n5ul\n7_barrett\n7m\n4normalize\n4point_*\n6wm\n5rint\n4read_*\n6size\n5shift\na_limbs\n4scanval\n5et\n7_bit\n8highbit\n8ui\n5natch\n5ub\n7_ui\n7m\n5wap_cond\n4tdiv_*\n5est_bit\n4write_to_sgl\n3h_set_cond\n6qr_*\n4elp_*\n1san_*\n2code_*\n2i_add_*\n5lloc_desc\n4bus_*\n4check_*\n5reate_*\n5trl_valid\n4desc_match\n6vice_*\n5omain_*\n4find_desc\n6rst_desc\n5ree_*\n4get_*\n4handle_pci_fail\n5t_cap_enabled\n4init_virq\n6sert_desc\n4lock_descs\n4match_device_irq_domain\n5ode_show\n4next_desc\n4parent_init_dev_msi_info\n4remove_device_irq_domain\n4setup_device_data\n5ysfs_*\n4unlock_descs\n2k2str\n2r_clear_bit\n4read\n4set_bit\n4write\n3s_alloc\n5free\n1t_alloc_*\n4ttr\n3cache_shrink\n4lear_meta\n3destroy\na_walk\n4ump\n7_*\n5p\n3find\n7_after\n4ree_*\n3get_alloc_size\n3is_*\n3locked\n3mk_node\n3next\n4r_*\n3prev\n3root_locked\n3set_callback\n7non_kernel\n7private\n4lot\n7_locked\n3validate\nb_nulls\n3write_locked\n3zero_nr_tallocated\n2e_*\n2ree_alloc_*\n6destroy\n7up\n6erase\n6insert\nc_range\n6load\n8okup_walk\n6range_walk\n6store\nb_range\n1ul_64_64\n4by_*\n4n\n5_basecase\n4u64_u64_div_u64\n3di3\n3ti3\n5_cpu_stop\n2tate_*\n3ex_*\n1yisspace\n0name_unique\n1cpus_cmp_func\n1delay\n1eed_counting_irqs\n5more_worker\n5offload_krc\n5page_alloc_tagging\n5to_create_worker\n5wait_for_krwp_work\n2on_*\n2sted_bucket_*\n7table_*\n2t_dim\n7_*\n3dev_bits\n7err_*\n2xt_arg\n7i_fn\n5bits\n5fn\n5index\n5object\n5prime_number\n1h_avx2\n3generic\n3neon\n3sse2\n2poly1305_*\n1la_append\n4find\n4get_range_*\n4memcmp\n8py\n4parse\n5olicy_len\n5ut\n7_64bit\n8nohdr\n4reserve\nb_*\n4strcmp\n7dup\n7scpy\n4validate\nc_*\n1mi_cpu_backtrace\n4panic\n9_self_stop\n4trigger_cpumask_backtrace\n1o_action\n3blink\n3frame\n3hash_pointers_enable\n3pci_devices\n2cb_cb_*\n5gp_*\n2de_activate_pending_pwq\n6ny_mark\n5clear_mark\n6pu\n5get_*\n5mark_*\n9s\n7xindex\n5set_mark\nds\n5tag_*\n6o_entry\n2fill\n2irqdebug_setup\n2op_count\n5ret\n2smp\n3oftlockup_setup\n2t_in_range\n3e_gp_changes\n5interrupt\n3ifier_err_*\n2watchdog_setup\n1pem_free\n5get_active_indications\n5has_dsm\n5initialize_active_indications\n5read_reg\n5set_active_indications\n5write_ctrl\n1rcpus\n1ull_compress\n6rypt\n5digest\n5final\n5hash_setkey\n5setkey\n6kcipher_*\n5update\n2m_digits\n4rounds\n4to_str\n3a_node_store\n5pwq_tbl_install\n3ber\n1v_ht_enable_msi_mapping\n3msi_ht_*\n2bridge_check_legacy_irq_routing\n2enet_msi_disable\n2idia_ion_ahci_fixup\n2me_disable_and_flr\n0objagg_*\n3ect_cpu_offline\n3pool_*\n1esc_msg\n1f_gen_pool_get\n5t_pci_domain_nr\n3irq_parse_and_map_pci\ndpci\n3pci_*\n4handle_args_to_fwspec\n1n_each_cpu_cond_mask\n2ce_deferred\n6isable_jump\n2ly_one_*\n1ops_enter\n6xit\n5may_print\n5setup\n1pen_softirq\n2timal_redzone\n1rigin_ptr_for\n6al_mask\n1sq_lock\n4unlock\n4wait_next\n1utput_table\n1verride_function_with_return\n1wner_flags\n6task\n0p10_aes_*\n4exit\n4init\n12pdma_page_free\n3mem_alloc_mmap\n1acking\n2es_convert_key\n5keyblob2pkey\n5s390_*\n2ge_copy_sane\n5has_metadata\n5is_zero\n4s_are_mergeable\n2nic\n5_in_progress\n6on_*\n7ther_cpus_shutdown\n6print_sys_info\n6reset\n6smp_self_stop\n6try_start\n2ram_get_do_rcu_barrier\nbyndbg_classes\nasample_interval\n6set_do_rcu_barrier\nbyndbg_*\nafirst_fqs_jiffies\nanext_fqs_jiffies\nasample_interval\n3ent\n3man_*\n3se_OID\n6affn_scope\n6build_*\n6cipher_name\n6hardened_usercopy\n7px3_register\n6int_array_user\n9eger\nd_*\n6lineno\narange\n6nopvspin\n6option_str\n6rcu_nocb_poll\n2tch_alt_*\n6branch\n7tb_flush_section\n6feature_*\n6instruction\nhs\n6mem\n9set32\nc64\n6uint\n7long\n1bus_assign_resources_sorted\n5size_*\n5upstream_space_available\n1ci_acpi_*\n6s_*\n5dd_*\n7ress_to_pio\n6just_legacy_attr\n5f_flr\n5lloc_bus\nachild_bus\nadev\nahost_bridge\nap2pmem\n9ate_*\n5pply_final_quirks\n5ssign_*\n5ts_*\n4back_from_sleep\n6r_index_is_valid\n5ridge_*\n5us_*\n4call_probe\n6rdbus_resource_alignment\n5fg_*\n5heck_*\n6oose_state\n5laim_*\n7ss\n6ear_and_set_config_dword\namaster\nbwi\n6ip_resource_to_region\n5ommon_swizzle\n6nfig_*\naure_ari\nedevice\neeetlp_prefix\nfxtended_tags\nemps\nercb\nfelaxed_ordering\neserr\n5reate_*\n4d3cold_*\n5estroy_*\n6v_*\n7ice_add\nbcan_probe\nbis_present\nbprobe\nbremove\nbshutdown\n7s_are_dma_aliases\n5isable_acs_redir\ndts\ncbridge_window\ncdevice\ncenabled_device\ncparity\nesid\ndri\ncrom\ncsriov\n5ma_*\n5o_*\n6e\n7_*\n5river_init\n4ea_*\n5cam_*\n5nable_acs\nctomic_ops_to_root\nds\nbbridge\nbcrs\nbdevice\nh_*\nbpasid\ncri\nbresources\ncom\ncrs_sv\nbsriov\nbwake\n5xt_*\n4fail_res_type_mask\n5ind_*\n7ish_runtime_suspend\n6xup_cardbus\nad3cold_delay_1sec\nbevice\nano_d0_pme\ndmsi_no_pme\napericom_acs_store_forward\n5or_each_dma_alias\n5ree_cap_save_buffers\n9dynids\n9host_bridge\n9irq\n9p2pmem\n9resource_list\nhs\n6ontend_*\n4generic_*\n6t_base_class\n8class\n8dev_by_id\nbice\n9omain_bus_and_slot\n9sn\n8func0_dev\n8host_bridge_device\n8interrupt_pin\n8rom_size\n8slot\n9ubsys\n4has_*\n5dr_type\n5ost_bridge_*\n9of_has_msi_map\n9probe\n5p_add_bridge\n7create_module_link\n7remove_module_link\n4id_from_device\n6t_bus_quirk\n5gnore_hotplug\n5nit_capabilities\n9host_bridge\n9reset_methods\n6tx\n8_mask_broken\n5omap\n9_*\n6port_map\n6remap_*\n6unmap\n6v_*\n4legacy_*\n5lseek_resource\n5oad_*\n6ck_rescan_remove\n4map_rom\n6sk_replay_timer_timeout\n6tch_*\n6x_pasids\n5map_*\n5si_register_fwnode_provider\n4need_to_release\n5o_d1d2\n8omains\n6tify\n5pem_*\n5um_vf\n4p2pdma_*\n7mem_*\n5arent_bus_reset\n7se_request_of_pci_ranges\n6sid_features\nainit\nastatus\n5f_stub_probe\n5hysfn_is_probed\n5io_to_address\n5latform_power_transition\n5m_*\n6e_*\n5ower_*\n5r3_present\n6epare_*\n7serve_config\n6g_resp_pasid_required\n6i_*\n6obe_*\n7c_*\n5ut_host_bridge_device\n5wrctl_unregister\n4quirk_*\n4read_*\n7l_dma_dev\n8loc_*\n7ssign_*\ncdev_resource_alignment\n6bar_*\n6enable_device\n6fresh_power_state\n6gister_*\n6lease_*\n6map_*\n7ove_*\n6quest_*\n6scan_*\n7et_*\n7ize_resource\n7ource_*\n7tore_ats_state\ncbars\ncconfig_*\nciov_state\ncpasid_state\ndcie_state\nfx_state\ndri_state\ncrebar_state\ncstandard_config\nfte\ncvc_state\n7ume_bus\nbone\n6vert_fw_address\n5om_*\n6ot_bus_distribute_available_resources\n4save_pcie_state\ncx_state\n9state\n9vc_state\n5can_*\n5elect_bars\n6q_*\n6t_*\n7up\n9_bridge\ng_*\nacardbus\nadevice\n5ize\n5lot_*\n5ort_*\n5pecified_resource_alignment\n7ed_string\n5riov_*\n5tatus_get_and_clear_errors\n6d_*\n6op_*\n7re_saved_state\n6ub_exit\n9init\n9probe\n5ubsystem_ids\n5wizzle_interrupt_pin\n5ysfs_init\n4target_state\n5ry_*\n5ype_str\n4uevent\na_ers\n5nlock_rescan_remove\n6map_iospace\narom\n6register_driver\n5pdate_current_state\nbresource\n5se_mid_pm\n4vc_*\n5f_drivers_autoprobe\n6s_assigned\n5pd_*\n4wait_*\n6ke_from_d3\n8up_event\n6lk_bus\nc_locked\n5rite_config\ng_*\nalegacy_io\naresource_io\nbom\navpd\nd_any\n3bios_*\n4us_class_init\n3e_bandwidth_*\n6us_configure_*\n5cap_*\n8ability_*\n6lear_device_status\nbroot_pme_status\n5dev_*\n6ownstream_port\n5failed_link_retrain\n6ind_*\n6lr\n5get_*\n5link_bandwidth_mbps\n5pme_root_status_cleanup\n6ort_bus_match\napm_setup\n6rint_link_status\n5read_tlp_log\n7laxed_ordering_enabled\n7port_downtraining\n7set_flr\n5set_mps\n9readrq\n5update_link_speed\n5wait_for_link\ni_*\n6rite_mps\ncrrs\n4hp_is_native\n3front_*\n3m_*\n3x_get_*\n5set_mmrbc\n2rypt_*\n1dev_assign_*\n5sort_resources\n1eek_old_byte\n2file_*\n2r_cpu_count_show\n8show\n3cpu_*\n1i___memcpy\n8move\n8set\n3memchr\n7mp\n7py\n6move\n6set\n3strchr\n7mp\n6len\n6ncmp\n7len\n6rchr\n3waiter_less\n2ix4_io_quirk\n6mem_quirk\n2n_page_for_write\n2o_read64_*\nabe_*\n4write64_*\nbbe_*\n2pe_advance\n5buf\n5get_pages\n5npages\n5zero\n1kcs1pad_*\n47_*\n48_*\n4_1_v1_5_decode_emsa\n2ey_pack_u32\n1latform_pci_*\n2dm_*\n4fw_*\n2ist_*\n1md_init\n2ull_*\n1oint_*\n5er\n7_*\n3son_kmalloc_*\n7slab_object\n2king_init\n2ll_spurious_irqs\n6tate_synchronize_rcu_full\nnsrcu\n3y1305_*\n4_*\n4nomial_calc\n4val_*\n2ol_allowed_cpus\n5mayday_timeout\n5offq_flags\n2pulate_error_injection_list\n9kernel_ei_list\n2werpc_*\n1pc_*\n1q_val_chan\n2downheap\n1r_cont_*\n2andom_*\n2eload_sbox\n3pare_access_info\n8call_rcu_zapped\n8keybuf\n8percpu_nmi\n8report_*\n8shash_desc\n3tty_descr\n2imes_*\n3nt_address_description\n7llocinfo_header\n6bad_*\n7fs_bug\n6chain_*\n7ircular_*\n7ollision\n7pu_*\n9stat\n7rc64_tables\n6deadlock_*\n8coded_frame_descr\n7iff_canary\n6error_description\n6freed_lock_bug\n6held_locks_bug\n8x_dump\n6irq_counts\nadesc\nainversion_bug\nalock_scenario\n9trace_events\n6kernel_ident\n6lock\na_*\nadep_*\n6memory_*\n6oops_end_marker\n7ther_cpu_stall\n6report\n6shortest_*\n7top_info\n6tainted\nd_*\n7rack\n6unlock_imbalance_bug\n7sage_*\n6verbose_info\n6worker_info\n2ng_*\n2obe_get_fixup_type\n6irq_*\n7s_*\n3c_block\n6us_pci_*\n5dohung_task_timeout_secs\n5nmi_watchdog\n5soft_watchdog\n5watchdog\nd_*\n4ess_bit0\nb1\n8durations\n8next\n9h_hash_value\n8one_work\n8scheduled_works\n9rcu\n4fs_init\n3gram_hpx_*\n8type3_hpx_record\n3pagate_sleepy\n1t_regs_offset\n2r_to_hashval\n7id\n1ublic_*\n5sh_tail_cpu\n7ed_show\n2d_init\n2sh_anon\n5page\n2tShortMSB\n3_cached_bnode\n4dec\n7_*\n4fpr\n4patching_mm\n5wq\n7_unlocked\n4unbound_pool\n5ser_*\n4vr\n5sr\n1v_*\n1wq_*\n0quarter_*\n2ery_asymmetric_key\n3ue_delayed_work\ni_on\n6rcu_work\n6stop_cpus_work\n6work\na_node\nbon\n5d_fetch_set_pending_acquire\n7read_lock_slowpath\n7spin_lock_*\n7write_lock_slowpath\n4ing_blocked\n2irk_al_msi_disable\n8der_ioapic\n8i7101_acpi\n9magik\n7md_*\n7pple_poweroff_thunderbolt\n7ti_exploding_mce\n6blacklist_vpd\n7rcm_5719_limit_mrrs\n8idge_cavm_thrx2_pcie_root\n8oken_intx_masking\n6cardbus_legacy\n8vium_sriov_rnm_link\n7helsio_*\n7itrine\n7s5536_vsa\n6d3hot_delay\n7isable_*\n7ma_*\n7unord\n6e100_interrupt\n7isa_bridge\n7nable_clear_retrain_link\n7xtend_bar_to_page\n6f0_vpd_link\n7ixed_dma_alias\n7sl_no_msi\n6gpu_*\n6hotplug_bridge\n7uawei_pcie_sva\n6ich4_lpc_acpi\n96_lpc\n97_lpc\n7de_samemode\n7ntel_*\n7o\n8_region\n7sa_dma_hangs\n6jmicron_*\n6mediagx_master\n7ic_x200_dma_alias\n7mio_always_on\n7si_*\n6natoma\n7etmos\n7fp6000\n7o_*\n8pciamd\nbpci\n7vidia_*\n6p64h2_1k_io\n7assive_release\n7cie_*\n7ex_vca_alias\n7iix4_acpi\n7lx_*\n6radeon_pm\n7elaxedordering_disable\n8move_d3hot_delay\n8route_to_boot_interrupts_intel\n8set_lenovo_thinkpad_p50_nvgpu\n7yzen_xhci_d3hot\n6s3_64M\n7is_*\n7vwks_csb5ide\n7witchtec_ntb_dma_alias\n7ynopsys_haps\n6tc86c001_ide\n7hunderbolt_hotplug_msi\n7igerpoint_bm_sts\n7ransparent_bridge\n8iton\n7w686x_class\n6unhide_mch_dev6\n7se_pcie_bridge_dma_alias\n6via_*\n9etbf\n9latency\n7sfx\n7t8235_acpi\nac586_acpi\nc98_id\nb686_acpi\n6xio2000a\n0radix_*\n2id6_*\n3se_softirq\nd_irqoff\n2nge_of_ones\n6size\n2te_limit_report\n4limit\n3ional_best_approximation\n2w_copy_*\n4patch_instruction\n4read_*\n8sb\n9l\n9w\n4spin_*\n4write_*\n9sb\nal\naw\n1b_erase\n8_color\n3first\n8_postorder\n3insert\n9_augmented\nacolor\n3last\n4eft_deepest_node\n3next\n7_postorder\n3prev\n3red_parent\n5place_*\n4otate_set_parents\n3set_black\n1c_bit\n6_tree_decode\n6tree\na_reverse\n3direct\n9_bit\n4o_normalize\n3get_bit\n3init\n7_code\n4s_*\n3limit_exceeded\n3normalize\n3read\n7_init\n5set\n3update_*\n2u_*\n3head_is_static_object\n3pdate_announce_bootup_oddness\n3ref_get_slowpath\n7put_slowpath\n3scale_seq_diff\n3torture_get_gp_data\nbsched_setaffinity\n4ree_*\n1dma_dim\n8_decision\n9stats_compare\nbep\n3sr_*\n5l_*\n2p_offload_toggle\n1eacquire_held_locks\n3d_buf\n7nzip\n5current_timer\n5instrumented_memory\n7t\n5lock_is_recursive\n5mem_*\n5overflow2_field\n4ers_active_check\n3l_ioremap\n7unmap\n5memcpy_*\n8set_io\n3p_dying_workers\n3rm_wake_irq\n3ssign_resources_sorted\n2balance\n3ind_workers\n2cently_sleepy\n3iprocal_value\ng_adv\n3ord_gp_stall_check_time\n7irq_time\n2f_acqrel_*\n4clock_*\n4jiffies_*\n4lock_*\n4rcu_*\n5efcnt_*\n5wlock_*\n6sem_*\n4scale_*\n4tracker_*\n3count_*\n3scale_typesafe_ctor\n2g_op\n4to_indications\n3ion_contains\n4ster_asymmetric_key_parser\navx_algs\n9current_timer_delay\n9default_affinity_proc\n9global\n9handler_proc\n9irq_proc\n9lock_class\n9sha1_*\nc256_*\nc512_*\n9warn_debugfs\n9xor_blocks\n2init_class\n2lease_alloc_meta\n8free_meta\n8pcibus_dev\n8report\n2maining\n3ote_steal_*\n4ve_class_*\n7dev_resource\njs\n7percpu_irq\n7waiter\n9tchpoint\n2name_slot\n2p_movs\n8_alternative\n3lace_slot\n9tack_entry\n3ort_bad_irq\n8ug\n7cfi_failure\n8pu_status\n7enabled\n7suppress_*\nfed_sw\n7ubsan_failure\n2quest_any_context_irq\n8nmi\n8percpu_*\n8threaded_irq\n2s_to_dev_res\n3cuer_thread\n3end_irqs\n4t_chelsio_generic_dev\n6hinic_vf_dev\n7ung_task_detector\n6intel_82599_sfp_virtfn\n7vb_igd\n6kcsan_skip\n6method_*\n6prng_context\n6readers\n8source\n6subordinate_store\n3olve_default_seg\n8seg_reg\n4urce_alignment_*\n9resize_*\n9string\n3t32gpr_*\n4gpr_*\n4ore_unbound_workers_cpumask\n4rict_link_*\n9unbound_cpumask\n8ed_pointer\n4vr_*\n3ume_device_irqs\n7irqs\n2tbleed_*\n3urn_from_memmove\n1fc4106_decrypt\n8encrypt\n8set_hash_subkey\n37539_create\n7esp_create\n1h_alloc_*\n4ttach_region\n3create\n3destroy\n5tach_region\n4ump\n7_blk\n3free\n3get_stats\n3init\n3set_owner\n2ashtable_*\n2ltable_init\nd_noprof\n2t_bucket_nested\nh_insert\n4deferred_worker\n1icoh_mmc_fixup_*\n2scv64_*\n1md160_*\n2emcpy\n7_*\n1ng_default_set_ent\n1om_bar_overlap_defect\n2ot_gfp_mask\n5tag_*\n8s_get\n2unded_hashtable_size\n5sm16_*\n732_*\n1sa_check_*\n4dec\n7_crt\n4enc\n5xit\n8_tfm\n4free_mpi_key\n4get_*\n4init\n4lookup_asn1\n4max_size\n4parse_*\n4set_*\n1t_mutex_*\n3read_*\n4wlock_init\n3spin_*\n3waiter_*\n4rite_*\n2c_str\n2lock_*\n2mutex_spin_on_owner\n1un_irq_workd\n4ksoftirqd\n4page_cache_worker\n4uncached\n1wbase_*\n2lock_*\n2msr_on_cpus\n2sem_*\n0s390_crypto_shash_parmsize\n5des_*\n5hmac_*\n5sha1_*\n8224_init\n956_init\n8_*\n1anitize_kthread_prio\n9stack_entries\n5y\n2ve32gpr_*\n4_orig_intx\n5stack_info\nbtrace_*\n5trace\n4gpr_*\n4vr_*\n1bitmap_*\n2q_calc_wake_batch\n1can_tree\n3tterwalk_*\n2hedule_delayed_monitor_work\n9on_each_cpu\n9page_work_fn\nacifront_aer_op\n2nprintf\n2omp_*\n1earch_exception_tables\n9table\n7kernel_*\n2condary_bus_number_show\n2ed_decrypt\n5encrypt\n5fini\n5init\n5set_key\n4size\n3n_sleepy_*\n2lect_numa_node_cpu\n2nd_all_trees\n5bits\n5call_*\n5eobs\n5mayday\n5tree\n2parate_irq_context\n2q_buf_*\n4con_printf\n4header\n4line\n5ock_time\n4stats\n4time\n3iv_*\n2rpent_*\n2t_aad\n5uthsize\n4bits_ll\n5ounds\n4ca32\n6nary\na_byte\n5r0\n6ypto_boot_test_finished\n4data_type\n4field_width\n4handle_*\n6rdened_usercopy\n4irq_wake_real\n5ter_tags\n4kthread_struct\n4locked\n4mustq\n4no_shadow_origin_page\n4other_info_task_blocking\n4pcie_*\n5ending\n5f_worker\n5recision\n4reorder_access\n6port_filterlist_whitelist\n6tval_metadata\n4sample_period\n5ubkey\n4tasks_gp_state\n4work_data\n9pool_*\nawq\n8er_*\n3key\n6_*\n3up_early_mem_profiling\n6fail_usercopy\n8ult_attr\n7eature_keys\n7orced_irqthreads\n6irq_thread\n6nr_*\n6percpu_irq\n6sgl\n9_buf\n3val\n1g_alloc_*\n3calculate_split\n4opy_buffer\n8from_buffer\n8to_buffer\n3free_*\n3init_aead\n8one\n8table\n3kfree\n4malloc\n3last\n3miter_*\n3nents\n8_for_len\n3page_*\n4copy_*\n4ool_*\n3split\n8_*\n3zero_buffer\n2l_alloc\n9_order\n4free\n8_*\n1ha1_*\n3224_*\n456\n6_*\n4_ce_*\n3384_init\n4_*\n3512_*\n3dow_mapped\n7ptr_for\n3sh_*\n2ift_and_mask\n6maxindex\n2ould_fail\nb_ex\ncusercopy\n7skip_covered\n7wake_ksoftirqd\n9tch\n3w_all_workqueues\n5cpu_pool_hog\nds_hogs\n5device\n5freezable_workqueues\n5interrupts\n6rq_affinity\n5mem\n5object\n6ne_*\n5pwq\n5rcu_*\n6egs_print_info\n5stalled_*\n2pchp_is_native\n1ignal_task_*\n2md_*\n3ple_strntoll\ndull\natol\ndl\ncul\nel\n2phash_1u32\na64\n82u64\n83u32\na64\n84u64\n8aligned\n8unaligned\n2ze_to_bucket\n4d_strscpy\n1kcipher_alloc_instance_simple\n9copy_iv\n9done_slow\n9exit_tfm_simple\n9free_instance_simple\n9get_spot\n9init_tfm_simple\n9map\nc_*\n9next_*\naoexport\nbimport\n9prepare_*\n9queue_write\n9register_instance\n9set_needkey\nckey_*\n9unmap_*\n9walk_*\n2ip_atoi\n5comment\n5lockevent\n5report\n5spaces\nb_until_newline\n1low_is_prime_number\n5next_prime_number\n1m2_*\n23_*\n24_*\n2allstack_*\n2bios_*\n2p_call_*\n4init\n3boot_*\n3cfd_*\n1nprint_time\n7f\n1oftirq_handle_*\n8init\n4lockup_*\n4ware_key_determine_akcipher\ndeds_op\ndquery\n2lve_linear_system\n2rt_extable\n5main_extable\n5r\n1pawn_ksoftirqd\n2e_begin\n4end\n3cial_hex_number\n2in_bug\n5dump\n5lock_*\n5msec\n5retry_*\n4lock_debugfs_init\n2lit_add_bits\n6next_bits\n3par_*\n2rint_OID\n7oid\n6f\n1rcu_advance_state\n5barrier\nc_*\n7tches_completed\n6ootup_announce\n5call_rcu\n6heck_nmi_safety\n5delay_timer\n6rive_gp\n5flip\n6unnel_*\n5get_delay\n6p_*\n5init\n7vl_snp_seq\n8oke_callbacks\n5leak_callback\n5might_be_idle\n6odule_*\n5queue_delayed_work_on\n5rcu_barrier\n6ead_*\n9ers_*\n7f_*\n7schedule\n5scale_*\n7hedule_*\n6ync_*\n5torture_stats_print\n6ransition_to_big\n4torture_get_gp_data\n2iov_*\n2so_alias_*\n5return_thunk\n5safe_ret\n5untrain_ret\n1scanf\n1tack_chk_fail\n6depot_*\n6trace_consume_*\ncprint\ncsave\ng_*\ndnprint\n5depot_memcmp\n3rt_bunzip\n6counting_irqs\n6flush_work\n6object\n6poll_*\n6report\n6using_temp_mm\n3te_verbose\n4ic_obj\n2eal_break\n6spins_*\n2mp_clear_poll_bit\n5reset_block\n2op_core_cpuslocked\n7unting_irqs\n6pus\n5machine\nc_*\n5object\n6ne_*\n5two_cpus\n5using_temp_mm\n3re_ecc8\n6felem\n6partial\n6vsrn\n2pcpy\n2rcasecmp\n5t\n4hr\n6nul\n4mp\n6_zbb\n4py\n4spn\n3eebog_*\n4nd\n3ict_work_handler\n4m\n4ng_escape_mem\n7get_size\n7memcpy_*\n7nocheck\n7unescape\n3lcat\n5py\n4en\n6_zbb\n3ncasecmp\n6t\n5hr\n7nul\n5mp\n7_zbb\n5py\n7_*\n4end\n4len\n7_*\n4str\n3pbrk\n3rchr\n4eplace\n3scpy\n7_pad\n4ep\n4pn\n4tr\n1ubborrow_*\n3ordinate_bus_number_show\n3pattern\n3shift\n3w\n2ppress_report\n2spend_device_*\n1w842_*\n2_hweight16\na32\na64\na8\n2ake_up_one_online\nj_ipi\n3p_ex\n1ym_strcmp\n3bol_string\n2nc_exp_*\n5rcu_*\n5sched_exp_online_cleanup\n4hronize_hardirq\ncirq\ncrcu\nf_expedited\np_*\ngnormal\ngtasks\nl_*\ncsrcu\ng_expedited\n2s_pciconfig_read\newrite\n3ctl_init\n3fs_match_string\n6streq\n3rq_show_rcu\n0tabulate_irq_count\n2g_clear\n4get\n4set\n2keover_tasklets\n2sk_blocked_on_lock\nas_on_rt_mutex\n5current_syscall\n5has_pi_waiters\n5irq_context\n5top_pi_waiter\n5wait_context\n6ork_*\n4let_action\ne_common\n8clear_sched\n8hi_*\n8init\n8kill\n8schedule\ng_common\n9etup\n8unlock\ne_*\n4s_cblist_init_generic\n6gp_state_getname\n6rcu_exit_srcu_stall\n7ude_*\n6scale_*\n6trace_*\n1crypt_*\n1ea_decrypt\n4encrypt\n4mod_*\n4setkey\n3rdown_percpu_nmi\n2st_acipher_*\n7omp\n6ead\n9_*\n6hash_*\n6kcipher\nd_one\n6lternative_*\n5basic_patching\n5callback\n6ipher\nb_speed\n6omp\n6prng\n7u_macros\n5feature_fixups\n6w_macros\n5hash_*\n5kpp\n5lwsync_macros\n5mb_acipher_*\n9ead_*\n8skcipher_speed\n5pack_u32\n6refix_*\n5rcu_tasks_callback\n5shash_vec_cfg\n6ize_treshold\n6kcipher\nd_*\n5taint\n4mgr_*\n2xt_area_cpu_down\ni_mm\neup\ng_mm\n4search_*\n1haw_workqueues\n2is_cpu_cmpxchg16b_emu\ng8b_emu\n9preempt_check\n1ick_irq_exit\n2me64_str\n4_str\n4r_const_udelay\n6delay\n6udelay\n2ny_rcu_leak_callback\n1o_fault_config\n3klist_node\n4thread\n3p2p_pgmap\n4cie_link_speed\n2ggle_allocation_gate\n2kenize_frame_descr\n2o_many_workers\n2rture_sched_setaffinity\n2uch_all_softlockup_watchdogs\n6softlockup_*\n6work_lockdep_map\n7q_lockdep_map\n1r_static_init\n2ace_rcu_this_gp\n5s_identical\n3nslate_branch\n3p_address\n5compare\n2c_add_holdout\n4check_slow_task\n4del_holdout\n4inspect_reader\n4read_check_handler\n4wait_for_one_reader\n2im_init_extable\n5prefix\n2uncate_if_32bit\n2y_check_zero\n5onsume_watchpoint\n4misrouted_irq\n4one_irq\n4retrigger\n4set_sleepy\n4to_generate_*\n8rab_pending\n7steal_*\n7take_rt_mutex\n3inc_node_nr_active\n3lock_clean_tail\ncr_pending\n1san_*\n2k_fork_get_node\n1urn_bit_off\n1wocompl\n3fish_*\n1ype_bit_width\n5is_int\n8signed\n4safe_*\n0u64_eq_mask\n4gte_mask\n1bsan_*\n1cmpdi2\n2s2_as_utf8\n5strlen\n8ncmp\n9len\n8scpy\n9ize\n5utf8size\n1delay\n2ivsi3\n1event_*\n1f_find\n3union\n1modsi3\n1n_delay\n2aligned_*\n2bind_worker\nds\n3ound_*\n2escape_*\n2lock_rt_mutex_safe\n7wait_lock\n3z4\n4ma\n4o\n2map_patch_area\n4sk_irq\n7threaded_irq\n2plug_oldest_pwq\n3oison_*\n2register_asymmetric_key_parser\ncvx_algs\nbhandler_proc\nbirq_proc\nbsha1_*\ne256_*\ne512_*\n3olled_*\n2xz\n2zstd\n1p\n2_read\n7_non_owner\n3write\n2date_alloc_*\n7cpustat\n8sum_40b\n7hashtables\n7kunit_status\n7mmu_feature_fixups\n7report_ts\n7touch_ts\n1sage_accumulate\n6match\n6skip\n2e_mwaitx_delay\n4tpause_delay\n5sc_delay\n3rcopy_abort\n1uid_gen\n8_common\n5is_valid\n5parse\n5string\n0va_format\n2l_is_negative\n4to_string\n3id_sg_divisions\n7tate\n6testvec_config\n5ate_chain\n9nla\nc_bitfield32\n1bin_printf\n1erify_correct_output\n7lock_unused\n7pefile_signature\n3y_verbose\n1ga_arb_*\n7iter_*\n4check_first_use\n5lient_register\n4default_device\n4get\n4iostate_to_str\n5s_*\n4pci_str_to_vars\n5ut\n4remove_vgacon\n4set_default_device\n8legacy_decoding\n5tr_to_iostate\n4tryget\n4update_device_decodes\n3dev_find\n1hash_*\n1irt_to_page_or_null\n4fn_*\n2sit_lock_entry\n5or128\n732\n764\n7l\n1li_*\n1mac_*\n3lloc_meta\n8origin\n8shadow\n2invq_s8\n1pd_attr_is_visible\n4read\n4write\n2r_info_dq\n1qtbl1q_u8\n4x1q_u8\n1scnprintf\n2nprintf\n2printf\n8_init_hashval\n2scanf\n2x_begin\n4end\n1td_mask_spec_errors\n0wait_rcu_*\n4er_clone_prio\n7less\n7prio\n7update_prio\n2ke_irq_workd\n5nocb_*\n5threads_waitq\n5up_all_idle_cpus\n9nd_wait_for_irq_thread_ready\n8kfence_timer\n4me_after_rcu\n4up_show\n8oftirqd\n2nt_pages_array\n2rn\n4_bogus_irq_restore\n5count_show\n5flushing_systemwide_wq\n5no_thread\n5printk\n5slowpath_fmt\n2s_reported\n2tchdog\n8_buddy_check_hardlockup\n9check_timestamp\n9hardlockup_*\n9init_timestamp\nbterrupt_count\n9next_cpu\nami_*\n9overflow_callback\n9sysctl_init\n9thresh_setup\naimer_fn\n9update_hrtimer_threshold\n5point_slot\n1binvd\n6_*\n1ci_find_ent\n1iden_string\n2ndow_alignment\n2thin\n6_error_injection_list\n1ork_busy\n5color_to_flags\n5debug_hint\n5fixup_*\n6or_cpu_fn\n5grab_pending\n5is_*\n5next_color\n5offqd_*\n6n_*\n5struct_pwq\n4er_*\n4queue_*\n1p256_final\n2384_final\n2512_*\n1q_adjust_max_active\n4ffinity_*\n6n_*\n3barrier_func\n3calc_*\n4lamp_max_active\n4pu_*\n6mask_*\n3device_release\n3free_lockdep\n3init_lockdep\n3manager_inactive\n3nice_*\n4ode_nr_active\n4uma_*\n3pool_ids_show\n3select_unbound_cpu\n4ysfs_*\n3unbound_*\n5register_lockdep\n4pdate_*\n3watchdog_*\n4orker_*\n2attrs_*\n1rite_irq_affinity\n6mem\n9_*\n6overflow_field\n2msr_*\n5l_*\n1w_ctx_less\n3mutex_*\n3rt_mutex_lock\n3waiter_*\n0x25519_*\n1509_*\n186_family\n4indirect_call_thunk_\noarray\ndits_thunk_\nnarray\ndjump_thunk_\noarray\ndthunk_\njarray\n4model\n4return_thunk\n4stepping\n1a_alloc\n8_cyclic\n3clear_mark\n4mpxchg\n3delete_node\n5stroy\n4ump_*\n3erase\n4xtract\n3find\n7_after\n3get_*\n3insert\n3load\n5ck_type\n3mark_*\n3node_free\n3set_mark\n4tore\n8_range\n3track_free\n3zero_busy\n2s_*\n1bc_*\n1cbc_create\n5exit_tfm\n5init_tfm\n2hacha20poly1305_*\n7_*\n3g_tail\n2tr_crypt\n5encrypt\n1eta_decrypt\n5encrypt\n1form_ea\n1or_*\n1swap\n1tea_decrypt\n5encrypt\n5setkey\n2s_*\n1xh32\n5_*\n364\n5_*\n3ash64_*\n6_*\n1ycz_add\n8_c\n5initial_double\n1z_crc32\n8_init\n3dec_bcj_*\n7end\n7init\n7lzma2_*\n7microlzma_*\n7reset\n8un\n0yield_head_to_locked_owner\n6to_locked_owner\n9prev\n0zalloc_maybe_bootmem\n2p_class\n4modalias_env\n1ero_cpu_stall_ticks\n5p4d_populate\n6md_populate\n6te_populate\n6ud_populate\n5to_*\n1lib_deflate\ncEnd\ncInit2\ncReset\nc_*\n5fixedtables\n5inflate\ncEnd\ncIncomp\neit2\ncReset\ncSyncPacket\nc_*\n5tr_*\n5updatewindow\n1std_alloc_ctx\n5comp_*\n5decomp_*\n5exit\n5free_ctx\n5mod_*\n5params\n5scompress\n6decompress\n=entry\n0BUG_func\n0CacheLockingException\n0DebugException\n0MCOUNT_NAME\n0RunModeException\n0SMIException\n1PEFloatingPointException\ngRoundException\n0WatchdogException\n8Handler\n0a2_tlbinit_*\n1arch32_break_handler\n1bort\n1ccess_pkey_error\n2k_bad_irq\n4gt641xx_irq\n1dd_nop\n7s\n3r_from_call\n5to_vsyscall_nr\n2just_address\n2vance_itstate\n1lignment_exception\namore\n2loc_intr_gate\n6tramp\n6vm_stack\n6zeroed_user_highpage_movable\n5ate_overflow_stacks\n2t_cb_patch_nops\n4reloc_selftest\n6place_call\n3ernative_*\nbs_*\n3ivec_*\n2ways_true\n1pply_alternative_instructions\nhs\ni_*\n6boot_alternatives\n6early_boot_alternatives\n6fineibt\n6ibt_endbr\n6module_alternatives\n6paravirt\n6relocation\n8tpolines\n9urns\n6seal_endbr\n6vdso_alternatives\n1rch_cpu_idle\n5do_*\n5irq_*\n5kgdb_breakpoint\n5local_irq_enable\nl_external\nbsave_flags\n5prepare_kprobe_ftrace\n5rethook_trampoline\n5sync_kernel_mappings\n2m64_enter_el1_dbg\ncnmi\n7xit_el1_dbg\nbnmi\n6force_sig_fault\nl_pkey\ngmceerr\ngptrace_errno_trap\n6is_fatal_ras_serror\n6notify_die\ndsegfault\n6preempt_schedule_irq\n6rec_get_ops\n6serror_panic\n7how_signal\n7kip_faulting_instruction\n3_mrc_hook_init\n4notify_die\n4syscall\n1sm_*\n0bad_access\na_pkey\n5ddress\n5rea\n8_*\n4el0_sync\n4kernel_fault\n4mode\n4page_fault\n4stack\n9_book3e\n5yscall\n3dataabort\n1ook3e_*\n4e_load_dbcr0\n1p_harden_el1_vectors\n2on\n1ranch_insn_requires_update\n2k_handler\n1ug_brk_handler\n4handler\n0cache_parity_error\n2lc_trampoline_call_offset\n3l_break_hook\n5do_*\n5el1_break_hook\n5fpe\n5get_dest\n5irq_handler\n5on_*\n5step_hook\n5undef_hook\n4thunks_*\n1fi_brk_handler\n4disable_callers\n4enable_callers\n4get_func_hash\n4handler\n4parse_cmdline\n4rand_*\n5ehash\n6write_*\n1heck_al\n6cc\n7s\n6eq\n6ge\n7t\n6hi\n6io_access\n6le\n7s\n7t\n6mi\n6ne\n6pl\n7refetch_opcode\n6return_regs_valid\n6stack_overflow\n7yscall_nr\n6unaligned_access_emulated\nv_all_cpus\n6vc\n7s\n1lean_dcache_range_nopatch\n4r_bhb_loop\n6os_lock\n6user_regs_spsr_ss\n1mo_account_page_fault\n1ntfrq_read_handler\n3vct_read_handler\n1ommon_interrupt\ng_return\n9valid\n3pat_cntfrq_read_handler\navct_read_handler\n7get_it_state\n7set_it_state\n4uteSignal\n7_signal\n2nd_local_*\n3figure_exception_vector\nahwrena\nastatus\n2py_alt_insns\n5code\n5from_kernel_*\nalma\n2rtex_*\n1p15_cond_valid\n2u_switch_to\n4wants_*\n1r_alignment\n2eate_debug_debugfs_entry\n7trampoline\n1tr_read_handler\n1u2_notifier_call_chain\n2rrent_stack\n0dabt_invalid\n5svc\n5usr\n2ta_abort_decode\n5exception\n1bg_get_reg\n4set_reg\n1ebug_alt\n6exception_enter\nhxit\n6monitors_*\n6read_clear_dr6\nbreset_dr6\n6thunks\n7raps_init\n2code_bug\n7caller_hash\n8fi_insn\n7fineibt_insn\n7preamble_hash\n7register_*\n2fault_cu2_call\n8do_nmi\n8handle_*\n8trap_handler\n2norm_done\n1ie_*\n2sable_alternative_instructions\n8debug_monitors\n8machine_check\n2v0\n1o_DataAbort\n3IRQ\n3PrefetchAbort\n3SYSENTER_32\n3ade\n4le\n5ignment_fault\n3bad\n6_area\n7page_fault_segv\n7segment_interrupt\n4ce\n4e\n4kpt32\n4p\n3cache_op\n4p15instr\n5u\n3dat_exception\n4ebug_exception\n5fault_vi\n4omain_IRQ\n4sp\n3el0_*\n51_*\n4rror_trap\n4xception\n5t_*\n3fast_syscall_32\n5ult_*\n4p_trap\n5e\n5u\n4tlb\n5race_graph_caller\n3gsexc\n3int3\n7_user\n680_*\n6errupt_handler\n4o_irq\n4rq\n6_async\n3kern_addr_fault\n7el_address_page_fault\nafault\n3lasx\n4bt\n4ow_address\n4sx\n3mcheck\n4dmx\n4em_abort\n4map2\n4sa\n6_fpe\n4t\n3ni_syscall\n4o_context\n5n_secure_storage_access\n5tify_resume\n3out_of_memory\n4v\n3page_fault\n4er_trap\n4gm_check\n4pc64_personality\n4rogram_check\n6tection_exception\n3report_trap\n5served\n4i\n3sea\n5ct_fault\n6ure_*\n5rror\n4igbus\n6segv\n5ngle_step\n4oftirq_*\n4p_pc_abort\n4ync_core\n5scall\na_*\n6instr\n3tag_*\n4r\n5anslation_fault\n6p\n7_*\n3uaccess_*\n4ndefinstr\n4ser_*\n3vint\n3watch\n1ummy_handler\n3p_backtrace\ne_*\n5fault_info\n5instr\n5kernel_instr\n5pagetable\n1ynamic_irqentry_exit_cond_resched\n0early_abort_handler\n8t_enable\n6brk64\n6debug_*\n6fixup_exception\n6pci_mcfg_parse\n7gm_check_handler\n6trap_init\n6xen_iret_patch\n1dge_mask_and_ack_msc_irq\n1jtag_*\n1l\n20_*\n3t_*\n21_*\n3h_64_*\n1mit_call_track_retpoline\n5indirect\n6ts_trampoline\n5trampoline\n2ulate_instruction\n9sel\n8math\n8popcntb_inst\n8single_step\n9tring_inst\n8vsyscall\n6ion_assist_interrupt\n1nable_debug_monitors\n7machine_check\n7restore_*\n2d_entry_SYSENTER_compat\n4interrupts\n4repeat_nmi\n4soft_masked\n2ter_from_*\n6prom\n3ry_INT80_32\n6SYSCALL32_ignore\nd_*\n9ENTER_*\n9RETL_*\ncQ_*\n6ibpb\n1rror_entry\n6get_trap_addr\n6return\n1sr_get_class_string\n4to_*\n1x_fixup_addr\n3get_fixup_type\n3handler_*\n2c_*\n3ept_*\n6ion\n9_common\napkey\n9s_init\n3p_vect_*\n2ecute_on_irq_stack\n2it_must_hard_disable\n5to_*\n2t_hash\n0facility_unavailable_exception\n2st_exception_return\n5interrupt_return_srr\n5work_pending\n2ult_from_pkey\n6in_kernel_space\n8it\n7s_write\n1entry__\n1graph_trace\n1iq_abt\n4svc\n4usr\n2rst_nmi\n2xup_bad_iret\n6exception\n6iopl_exception\n7rqs\n1lush_branch_caches\n6vectors\n1orce_external_irq_replay\n6fcr31_sig\n8sr_sig\n6signal_inject\n2und_iprot\n1p_enter\n3unavailable_tm\n4ser_discard\n2simd_load_state\n7save_state\n8yscall_enter\ngxit\n1red_*\n1sr_fs\n1trace_call\nb_*\nber\nd_*\n8heck_current_call\n8ommon\nd_return\n7dyn_arch_init_insns\n7find_callable_addr\n7generate_branch_insn\n9t_parent_ra_addr\nbtrampoline\n8raph_call\nher\ndfunc\ndregs_*\n7init_nop\n7jmp_replace\n7make_*\n8od_jmp\naify_call\nier\nfode_*\negraph_caller\netrampoline_call\n7need_init_nop\n8op_replace\n7patch_*\n8lt_init\n7rec_set_*\nbupdate_ops\n9gs_*\n7shared_*\n8tub\nb_*\n7update_ftrace_func\n7verify_code\n0gate_vma_name\n1et_alt_insn\n4break_insn_length\n4ex_fixup\n4f32_rs\n564_rs\n5ault_*\n5trace_plt\n4gate_vma\n4insn\n5pi_irq\n4kernel_*\n4mmu_str\n4overflow_stack\n4step_address\n5wapped_owner\n4tp_trap\n5rap_ip\n1nu_mcount_nc\n1p_fault_address_ok\n3try_fixup_and_notify\n3user_force_sig_segv\n1t641xx_*\n0handle_\n7IRQ\n7bad_stack\n8reak\n8ug\n7cfi_failure\n7debug\n7exception_return\n7fault_error_nolock\n8iq_as_nmi\n7hmi_exception\n7int\n9valid_op\n8rq\n7kernel_stack_overflow\n7loongarch_irq\n7misaligned_*\n7page_fault\n8ending_pir\n7ri_*\n9scv_irq\n7stack_overflow\n8ys\nacall\ne_*\n7vced\nai\n8int\n7xfd_event\n2s_syscall_work\n3h__do_page_fault\n2ve_hes\n1ook_debug_fault_code\n5fault_code\n5ifault_code\n1umanize_exc_name\n1v_nmi_check_nonrecoverable\n1w_break_release_slot\nbserve_slot\n0ia32_emulation_override_cmdline\n5sys_call\n1bt_selftest\n6tup\n1dle_exit\n2t_install_sysvec\n6validate\n5s_f00f_address\n4map_in_cea\n4setup_*\n1gnore_sysret\n1llegal_*\n1n_alt_jump\n3gate_*\n2it_IRQ\n6SA_irqs\n5core_book3e\n5ext_interrupts\n5irq_*\n5msc_irqs\n5restore_*\n5thread_book3e\n5vec_parent_group\n4ial_tlb_book3e\n2sn_is_nop\n3tr_va\n5uction_breakpoint_exception\n2t3_exception_notify\n5selftest\n380_*\n3el_ack_posted_msi_irq\n6posted_msi_init\n4rrupt_base_book3e\naexit_*\nareturn\n2valid_entry\n3oke_syscall\n1o_check_error\n1ret_error\n2q_choose_cpu\n4entry\n4happened_test_and_clear\n4init_percpu_irqstack\n6valid\n4pending\n4set_pending_from_srr1\n5ubclass_*\n5vc\n4usr\n3entry_*\n1s_amd_k8_pre_npt\n3callthunk\n4oretext\n3el0_instruction_abort\n51_*\n4rrata100\n993\n3f00f_bug\n3jcc32\n4mp\n3kernel_fault\n3permission_fault\n4refetch\n3spurious_el1_translation_fault\n4ysenter_singlestep\n3translation_fault\n3valid_bugaddr\n3write_abort\n9fault\n1ts_alloc\n9ate_thunk\n4fini_mod\n5ree_mod\n4init_mod\n9thunk\n4static_thunk\n0kasan_brk_handler\n6handler\n1ernel_active_single_step\n7bad_stack\n7dbg_exc\n8isable_single_step\n7enable_single_step\n7fp_unavailable_exception\n7rewind_single_step\n7stack_overflow\n6mode_fixup_or_oops\n1gdb_arch_*\n5break_match\napoint_handler\n7k_*\n5compiled_*\n7rrect_hw_break\n5debugger\nd_ipi\n6isable_*\n5handle_breakpoint\n6w_overflow_handler\n5iabr_match\n5ll_trap\n6oongarch_notify\n5mips_notify\n5nmi_handler\n6ot_implemented\n8ify\n5remove_*\n6iscv_*\n6oundup_cpus\n5set_hw_break\n6ingle_step_handler\nbstep\n6kipexception\n6tep_brk_fn\n1mmio_fault\n1probe_ftrace_*\n1retprobe_trampoline\n1uep_lock\n5unlock\n2ser_*\n1vm_interrupt\n4set_posted_intr_wakeup_handler\n0level_mask_and_ack_msc_irq\n1l_msc_irq\n1oad_current_idt\n5u64\n2cal_restart\n6touch_nmi\n2w_pfn\n0machine_check_e500\nimc\nfarly_boot\nfxception\nn_async\negeneric\neinit\n2p_irq_stack\n4vsyscall\n2sk_ack_gt641xx_irq\n5gt641xx_irq\n5msc_irq\n4ed_Hinterrupt\n7interrupt\ng_*\n2th_error\n1cck_int_handler\n2e_deliver\n2ount\n1dscr_*\n1em_abort_decode\n3cpy_real\nb_*\n1ips_atomic_set\n5ihb\n5set_be_handler\n1m_fault_error\n3to_pgd_phys\n1onitor_event_exception\n1rs_handler\n1sc_bind_eic_interrupt\n1t_ase_fp_affinity\n0native_init_IRQ\n8rq_return_*\n7save_fl\n1eed_reloc\n2sted_nmi\na_out\n2xt_interrupt\n1mi_*\n1o_context\n3fp\n3work_pending\n2l1parity\n32parity\n2pfault\n2tify_debug\n0on_async_stack\n1ops_begin\n5end\n1ptimize_nops\nd_range\n0p9_hmi_special_emu\n1abt_invalid\n5svc\n5usr\n2ge_fault_is_bad\nboops\n2nic_bad_stack\n6flush_*\n6unhandled\n2ranoid_*\n3ity_protection_init\n3se_fpe\n8scr\n2tch_alt_call_sites\n9ernative\n6call\na_sites\n7mp\n6dest\n6retpoline\n9urn\n1ci_serr_error\n1endsv_entry\n2r_cpu_trap_init\n3formance_monitor_*\n1fault_*\n1gd_error\n2m_check_handler\n2table_bad\n1mac_backlight_unblank\n2d_error\n1oison_cfi\n7endbr\n7hash\n2ke_int3_handler\n1pc_warn_emulated_init\niprint\n1rep_irq_*\n4are_exit_to_user_mode\n8ftrace_return\n8transfer_to_handler\n2int_bool_fragment\n6crmd\n6ecfg\n7stat\n7uen\n6intr_fragment\n6memory_type_fragment\n6plv_fragment\n7rmd\n6stack_overflow\n2obe_breakpoint_handler\n6single_step_handler\n3cess_fpemu_return\n3gram_check_exception\n1sw_idle\n8_exit\n1t_regs_nr\n2e_error\n3p_set_*\n1ut_desc\n0r4k_wait\n1aw_irqentry_exit_cond_resched\n1eachable_by_bl\n3dwrite_bug\n2compute_jump\n2evaluate_vector\n2gister_cu2_notifier\n9debug_hook\n9external_irq\n9kernel_*\n9nmi_*\n9undef_hook\naser_break_hook\nestep_hook\n3s_get_gpr\n5set_gpr\n2peat_nmi\n3lay_soft_*\n8ystem_reset\n3ort_single_step\n7tag_fault\n7user_fault\n2serve_exception_space\n7d_fault_*\n3tart_int_handler\n8nmi\n4ore_all\nb_switch_stack\n8caller_reg\n8partial\n8regs_and_return_to_kernel\n3ume_kernel\n7userspace\ng_*\n2t_*\n3urn_to_handler\n2wind_stack_and_make_dead\n1iscv_alternative_*\n6fill_cpu_mfr_info\n6get_intc_hwnode\n6instruction_at\n6set_intc_hwnode_fn\n0s390_backup_mcck_info\n5do_machine_check\n5handle_*\n5kernel_*\n5search_extables\n5validate_registers\n1anitize_error_code\n5y_check_fault\n1chedule_tail_wrapper\n1dei_asm_*\n5handler\n1earch_dbe_tables\n2nd_user_sigtrap\n2t_emergency_nmi_handler\n5xcept_vector\n4f32_rd\n564_rd\n5trace_ops_ro\n4handle_fiq\nar\n4intr_gate\n4merr_handler\n4raw_show_trace\n5dhwr_noopt\n4signal_archinfo\n5yscall_user_dispatch\n4thread_*\n4uncached_handler\n5ser_regs_spsr_ss\n4vi_*\n5syscall_pgtable_user_bits\n3up_altivec_ivors\n6base_ivors\n6doorbell_ivors\n6ehv_ivors\n6lrat_ivor\n6noirqdistrib\n8replace_smp\n6perfmon_ivor\n6unknown_nmi_panic\n6vint_size\n1how_backtrace\n5code\n5fault_oops\n5ldttss\n5msi_interrupt\n5pte\n5raw_backtrace\n6egisters\n8s\n5signal_msg\n6tack\natrace\n1ie64a\n3_exit\n2gname\n2mulate_*\n2ngle_step_*\n1kip_addr\n5context_tracking\n5ftrace_call\n5nops\n1leeping_thread_to_gdb_regs\n2ow_work_pending\n1me_get_vl\n4load_state\n4save_state\n5et_vq\n2p_thermal_vector\n1pace_switch_exception\n2ecial_reg_save\n4tre_bhb_update_vectors\n2urious_fault\n9interrupt\n9kernel_*\n1tack_overflow\ne_exception\n3rt_initialization_book3e\n8terrupts\n6kernel_thread\n3tic_tramp_func\n2op_nmi\n3rage_fault_common\n4e_u64\n1vc_preempt\n2e_flush_live\n4get_vl\n4load_state\n4save_state\n5et_vq\n1wapgs_restore_regs_and_return_to_usermode\n2itch\n6_to\n9_asm\n2pan_*\n1ync_regs\n2s_cachectl\n6ll_table\ne_emu\n4fstatfs64_wrapper\n4mips_mmap\nd2\n5map\n82\n4ni_syscall\n4oabi_ftruncate64\n9pread64\nawrite64\n9readahead\n9truncate64\n4ppc64_personality\n7_fadvise64_64\n4rt_sigreturn_wrapper\n4s390_ipc\n9personality\n5et_thread_area\n5igreturn_wrapper\n5tatfs64_wrapper\n5witch_endian\n5yscall\n7mips\n4trace\n9_return\ng_nosave\n3call_32_enter\n8enter_audit\nefrom_*\n9xit_*\n8restart\naturn_via_sysret\n8trace_*\n8user_*\n3m_pipe\n3tem_call\nb_*\n7reset_exception\n3vec_*\n0tag_clear_highpage\n2sk_set_syscall_user_dispatch\n1est_monitor_call\n2xt_*\n1hunk_restore\n1m_abort_check\n3unavailable\n1p_order_fail\n1race_page_fault_entries\n3mp_*\n3nsfer_to_syscall\n5lation_specification_exception\n3p_init\n5pm_*\n2igger_sigsys\n2y_fixup_enqcmd_gp\n4get_desc\n4handle_aarch32_break\n1tbr0_usermode_access_allowed\n1xx9_*\n0u64_to_hex\n1bsan_brk_handler\n1lri_disable\n1naligned_ctl_available\n2d_*\n3o_single_step\n2known_async_exception\n8exception\n8nmi_*\n2mask_gt641xx_irq\n7msc_irq\n2recoverable_exception\n4gister_debug_hook\nbexternal_irq\nbkernel_*\nbnmi_handler\nbundef_hook\ncser_*\n2use_temporary_mm\n2xlate_dev_mem_ptr\n1se_temporary_mm\n3r_cache_maint_handler\n5debug_setup\n6isable_single_step\n5enable_*\n5fastforward_single_step\n5insn_read\n5regs_reset_single_step\n7wind_single_step\n6t_sigreturn\n5single_step_report\n0vc_switch_off_ist\n1e_raise_fault\n2ctor_*\n6s\n2rify_stack\n1irq_to_hw\n1ma_alloc_zeroed_movable_folio\n3lloc_fault\n8sync_one\n3p_irqstack_init\n1sx_unavailable_*\n2yscall_*\n0warn_bad_vsyscall\n1fi_handler\n1ithin_coretext\n7module_coretext\n1ork_notifysig\n5pending\n5resched\n1rite_ok_or_segv\n0x32_param_*\n4sys_call\n164_sys_call\n186_call_depth_emit_accounting\n4verw_sel\n1en_error_entry\n4failsafe_callback\n1fer_to_guest_mode_handle_work\njwork\n1late_dev_mem_ptr\n0za_load_state\n3save_state\n=service\n0ClearPageHWPoisonTakenOff\n9Movable\n0HWPoisonHandlable\n0PageHWPoisonTakenOff\n5eadHuge\n5uge\n4Movable\n0SEQ_printf\n1etPageHWPoisonTakenOff\n7Movable\n3ZsHugePage\n5PageMovable\n0ZsHugePage\n0abandon_console_lock_in_panic\n2sent_pages_in_range\n1ccept_memory_parse\n7page\n4ss_process_vm\n7remote_vm\n3ount_cfs_rq_runtime\n8entity_*\n8forceidle_time\n9reepages\n8guest_time\n8idle_*\n8locked_vm\n8numa_*\n8other_time\n8process_tick\n8slab\n9teal_time\n9ystem_*\n8user_time\n7able_mapping\n3t_reclaim_writeback\n5stack_growth\n3umulate_nsecs_to_secs\nbpelt_segments\nbsum\n2omp_ctx_get_cpu_lock\naput_unlock\n2quire_slab\n2tion_result\n4vate_task\n5e_cacheline_*\n7load_balance_cpu_stop\n7memcg\n7time_*\n1dd_bind_files\n5oot_memory_block\n4dma_entry\n4element\n4folio_for_migration\n5ull\n4hotplug_memory_block\n5ugetlb_*\n4location\n4mem_pool\n7ory\na_block\nbdriver_managed\nbresource\n5m_*\n5odules_range\n4nommu_region\n5r_*\n4page_for_migration\n8s\n6rtial\n5referred_console\n6obe_files\n4reservation_in_range\n5q_bw\n5unning_bw\n4scan_area\n5tack_record_to_list\n5wap_*\n4tg_cfs_propagate\n5imer\n9_*\n5o_avail_list\n7free_list\ng_tail\n7kill\nb_*\n7page_cache_lru\nbmap\n7rb\n7swap\nb_cache\n7unbuddied\n4vma_to_mm\n4wait_*\n5eight_node\naed_interleave_group\n3r_to_node\nc_id\n8vb_*\n2just_historical_crosststamp\n7managed_page_count\n7numa_imbalance\n7pool_surplus\n8resent_page_count\n7range_if_pmd_sharing_possible\n7va_to_fit_type\n7zone_range_for_zone_movable\n2visor_*\n1eabi_unwind_cpp_pr0\nj1\nj2\n1ffine_move_task\n1ge_lruvec\n2gregate_find\n1larm_*\n5timer_*\n2iases_show\n3gned_vread\nd_iter\n2l_vm_events\n3oc_alien_cache\n7nd_dissolve_*\n8on_folio\n7rraycache\n6block\n7ootmem_huge_page\n7uddy_*\n6charge_*\n7luster\n7onsistency_checks\n9tig_dump_pages\ndmigrate_range\ndpages\ni_noprof\ndrange\ni_noprof\ndverify_gfp_mask\n6debug_processing\n8mote_page\n7ma_pages\n6exit_info\n6fair_sched_group\n7lags_nofragment\n7resh_*\n7w_cache_entry\n6gigantic_*\n6huge_*\napage_khugepaged_gfpmask\natlb_*\n6kmem_cache_cpus\n6large_system_hash\n7oc_track\n8okup_fw_priv\n6mem_cgroup_per_node_info\n9ory_type\n7igrate_*\ncion_*\n8splaced_*\n6new_pmd\nbud\n7ode_*\n6offline_node_data\n6page_ext\nbinterleave\nas\nb_*\n7ercpu\nc_gfp\n7ool_*\n8six_timer\n6reserved_percpu\n7map_item\n7ootdomain\n7t_sched_group\n6sched_domains\n7hrinker_info\n7ingle_*\n7lab_*\namgmt\n8eep_*\n8ots\n7table_*\n7urplus_*\n7wap_*\n6tagging_*\n6uclamp_sched_group\n7ser_cpus_ptr\n6vmap_area\n8emmap_page_list\n6zspage\n5ate_cache_info\n9file_region_entries\naw_priv\n9slab\n7ion_policy_show\n4w_direct_reclaim\n6mlock_munlock\n5ed_mems_nr\n2ternate_node_alloc\n3map_alloc_block_buf\n1md_e400_*\n4set_core_ssb_state\n8ssb_virt_state\n1non_*\n1ppend_char\n7kcore_note\n7path\n3ly_constraint\n6mlockall_flags\n7m_seal\n6policy_zone\n6to_existing_page_range\n9p4d_range\naage_range\namd_range\nate_range\naud_range\n6vma_lock_flags\n1rch_acpi_numa_init\n6lign_stack\n6sym_cpu_priority\n5bpf_unwind_consume_entry\n5cpu_*\n5dup_task_struct\n5elf_*\n5get_mappable_range\n9unmapped_*\n5has_descending_max_zone_pfns\n6ugetlb_valid_size\n5kmap_local_high_get\n6unwind_consume_entry\n5max_swapfile_size\n6map_rnd\n5numa_init\n5pick_mmap_layout\n6ost_acpi_subsys_init\n6roc_pid_thread_features\n5randomize_brk\n6elease_task_struct\n7port_meminfo\n7served_kernel_pages\n5scale_*\n6etup_additional_pages\nbnew_exec\n6tack_*\n6upports_*\n5task_cache_init\n6rigger_cpumask_backtrace\n5update_cpu_topology\n5vma_name\n5wants_old_prefaulted_pte\n2e_anon_vmas_compatible\n2m_timer\n1ssert_clock_updated\n7list_leaf_cfs_rq\n3ign_cfs_rq_runtime\n7fw\n2ym_active_balance\n5cpu_*\n5fits_cpu\n5smt_can_pull_tasks\n3nc_dev_cache_fw_image\n6free_zspage\n6resume\nc_*\n6show\n7tore\n7uspend\nd_*\n1tomic_pool_*\n2tach_entity_*\n7one_task\n7task\nb_cfs_rq\nbs\n3ribute_*\n1ugment_*\n2to_movable_*\n5online_*\n5remove_on_show\n4group_*\n4remove_wake_function\n4suspend_delay_ms_show\nmtore\n2xiliary_*\n3v_open\n5read\n1vailable_clocksource_show\nahuge_pages\naidle_cpu\n2c_last_pgoff\n4start_pgoff\n2g_vruntime\nc_*\n0bad_page\n4range\n2lance_callbacks\n8dirty_*\n9l\n9omain_limits\n8fair\n8hotplug_wait\n8idle\n8one\n8pgdat\n9ush\nc_*\n8rt\n9untime\n8scx\n9top\n8wb_limits\n3loon_page_*\n1c_handler\n3set_next\n4hutdown\n1di_*\n1io_associate_blkg_from_page\n2t_wait\n8_*\n8queue\n1lock_size_bytes_show\n6task\n1oost_watermark\n3t_config_proc_show\n5delay_*\n5override_*\n4strap\n1pf_iter_fini_seq_net\n9init_seq_net\n9scx_*\n4scx_*\n1r_do_rx_and_pkt_phy_parse\n6tx\n3pkt_phy_tx_prepare\n3rd_trans_rx_parse\n3swap_words_32\n3trans_tx_prepare\n3wr_trans_rx_parse\n2aille_console_setup\n8set_options\n2eak_cow\n6down_buddy_pages\n6ksm\n2k_rnd\n2oadcast_needs_cpu\nashutdown_local\n1str_format\n1t_address\n1ucket_find_*\n2ddy_*\n2ffer_migrate_*\n2ild_all_*\n6balance_mask\n6detached_freelist\n6group_from_child_sched_domain\n6overlap_sched_groups\n6perf_domains\n6sched_*\n6thisnode_zonelists\n6zonelists\nf_in_node_order\narefs_node\n2lk_vmemmap_restore_error\n4free_pcp_prepare\n2mp_cpu_timer\n2s_add_*\n5ttr_*\n4create_file\n4find_device\n5or_*\n4get\n7_*\n4is_registered\n4notify\n4probe_*\n5ut\n4register\nc_notifier\n6lease\n6move_*\n6scan_*\n4sort_breadthfirst\n4to_subsys\n4uevent_*\n5nregister\ne_notifier\n3es_init\n0c_update\n1ache_add_dev\n7lloc_*\n7ssociativity\n6default_attrs_is_visible\n7ma_show\n6estimate\n6firmware\n7lusharray\n7ree\na_*\n8om_obj\n6get_*\n7row_*\n6init_*\n6kset\n6leaves_are_shared\n6node_is_unified\n7r_sets\n6of_set_props\n6random_*\n7eap\n6setup_of_node\ncproperties\n7hared_*\n8ow\n7ize\n6vmstat_idx\n5info_*\n2lc_avgs\n5checksum\n5delta\na_fair\n5global_load\ng_tick\ncnohz\n6roup_shares\n5load_*\n5memmap_size\n5nr_kernel_pages\n5shrinker_id\n6lab_order\n5wheel_index\n4ulate_alignment\nahigh_delay\naimbalance\namin_free_kbytes\nanode_totalpages\ncrmal_threshold\naorder\nbverage\napressure_threshold\nasizes\nblab_order\natotalreserve_pages\nazspage_chain_size\n3l_console_driver\n6puidle\nc_s2idle\n5driver_probe\n5function_single_prep_ipi\n5proc_get_link\n5timer_fn\n6race_sched_update_nr_running\n2n_age_anon_pages\n5lign_down\n4change_pmd_writable\ncte_writable\n4demote\n5o_cachestat\n7file_pageout\n7mincore\n8lock\n8seal\n7pageout\n4follow_*\n4gather_*\n4madv_lru_vma\n5erge_remove_vma\n5igrate_task\n5odify_vma\ne_madv\n4nice\n4reclaim_anon_pages\n4skip_idle_kick\n5plit_folio\n5teal_fallback\n6op_*\n5wapin_thp\n4vma_*\n3cel_charge\n7protect_slice\n3onicalize_ip\n3t_migrate\n5sleep\n2pacity_from_percent\n9of\narig_of\n1c_cyc2ns_backwards\n1ev_delta2ns\n1fs_*\n3b_csd_unthrottle\n1group_cancel_move_stub\n7exit_stub\n7init_stub\n7memory\n8ove_*\n7prep_move_stub\n7reclaim\n7set_weight_stub\n7throttle_swaprate\n2wb_*\n1hain\n5_prune\n3nge_clocksource\n8pu_under_node\n7huge_*\n7p4d_range\n8ageblock_range\n8md_range\n8rot_numa\nbection\nh_range\n8te_range\n8ud_range\n3rge_memcg\n2eck_and_migrate_*\n6brk_limits\n7ytes_and_report\n6cache_active\n7fs_rq_runtime\n7lass_changed\nhing\n7pu_*\n6dl_overrun\n7r_size\n6early_ioremap_leak\n7lement\n7nqueue_throttle\n6for_illegal_area\namemory\nastack\n6hotplug_memory_range\neseq\n7wpoisoned_*\n6if_tm_restore_required\n7rq_off\nbn\n6kcov_mode\n6memblock_offlined_cb\n7isfit_status\n7m_seal\n7ove_unevictable_*\n7utex_acquired\n6new_*\n7o_memblock_for_node_cb\n7umabalancing_enable\n6object\n6pad_bytes\n8nic_on_oom\n7cp_refill\n7fn_span\n7md\n9_still_valid\n7oison_*\n7reempt_*\n8ocess_timers\n7te\n6ram_in_range_map\n7etry_*\n7limit\n7q_for_timeouts\n6same_owner\n7chedstat_required\n7g_segment\n7lab\n7parse_vm_area\n8inlock_*\n8read\n7ync\na_rss_stat\n8sctl_memfd_noexec\n9log_permissions\n6thread_timers\n7ick_dependency\n6unmap\n7pdate_overutilized_status\n7semap_section_nr\n6valid_pointer\n7ma_flags\n6write_seal\n7x_show\n5param_dl\n2ild_cfs_rq_on_list\n5ren_*\n2oose_memblock_flags\n2unk_map_stats\n1laim_allocations\n6swapfile\n3ss_add_groups\n7ttr_*\n6child_ns_type\n7ompat_*\n7reate\nc_*\n6destroy\n8v_iter_*\n7ir_*\n6find_device\n7or_each_device\n6get\n6interface_*\n7s_registered\n6put\n6register\n8lease\n8move_*\n6stat_*\n6to_subsys\n6unregister\n5es_init\n5ify_va_fit_type\n2ean_record_*\n5up_glue_dir\n8offline_cgwbs_workfn\n8timerqueue\nds\n8vma_from_mm\n4r_bit_unlock_is_negative_byte\n7uddies\nd_*\n6cpu_topology\n6delayed\n7irect_dispatch\n6empty_dir\n6gigantic_page\n6huge_page\natlb_destructor\n7wpoisoned_pages\n6itimer\n6mm_walk\n6node_memory_*\n6page\na_dirty_for_io\nberms\nbguard\nborig\nbrep\n7gdat_congested\n7osix_cputimers_work\n6reclaim_active\n8fs_*\n6sched_clock_stable\n7hadow_*\n7lob_page_free\n7oft_*\n7tat\n7ubpage\n9section_map\n6tg_*\n6uffd_wp_pmd\n7ser_cpus_ptr\nberms\nboriginal\nbrep_good\n6vm_uninitialized_flag\n8a_resv_huge_pages\n6zone_contiguous\n2ock2alarm\n5_pid_type\n6t_to_jiffies\n6was_*\n5event_delta2ns\nbget_state\nbset_state\nas_*\n5id_to_kclock\n5s_calc_*\n6ource_*\n3ne_time_ns\n3se_pdeo\n2r_task_runnable\n2uster_alloc_*\n8clear_huge\n9ount\n8index\n9s_*\n8list_*\n8next\n8offset\n8reclaim_range\n8scan_range\n9et_*\n9wap_free_nr\n1ma_activate_area\n5dd_to_cma_mem_list\n5lloc\n9_aligned\nafolio\namem\nawrite\n4bitmap_*\n4clear_bitmap\n4debug_show_areas\n9fs_*\n6clare_contiguous_nid\n4early_percent_memory\n4for_each_area\n5ree_*\n6om_kobj\n4get_base\n8entry_from_list\n8name\n8size\n4in_zone\n6it_reserved_*\n4kobj_release\n4maxchunk_get\n4pages_valid\n4release\n6serve_pages_on_error\n4sysfs_*\n4used_get\n2dline_parse_*\n9roc_show\n8requested_async_probing\n2p_and_merge_page\n4loc_by_count\n4memblk\n4next_hrtimer_event\n3xchg_*\n1ntkctl_thread_switch\n1oalesce_file_region\n2llapse_*\n4ect_expired_timers\n8longterm_*\n8mm_slot\n8percpu_times\n9osix_cputimers\n9rocs\nd_*\n8sigign_sigcatch\n8timerqueue\n8wb_stats\n3or_gray\n6white\n2mm_open\n5show\n5write\n4it_charge\n7merge\n4on_hrtimer_*\n7nsleep\nd_timens\n7timer_*\n3pact_*\n7ion_*\n5re_thresholds\n5t_elf_check_arch\n7mode_detect\n7only_sysfs_link_entry_to_kobj\n7start_thread\n4lete\n8_all\n9on_current_cpu\n9with_flags\n7ion_done\n4onent_add\nd_typed\nabind\ne_all\nacompare_*\nadebug_init\nffs_*\ncl\ncvices_show\namaster_*\nctch_*\narelease_of\naunbind\ng_all\n5und_nr_pages\n9section_tail_page\n4ute_energy\n8subtree_max_size\n2nd_accept_memory\n5resched\nc_*\n5tick_*\n3sider_reclaim_throttle\n4ole_*\n4trained_alloc\n4ume_*\n3tainer_dev_init\naoffline\n7ing_match\n4ext_switch\n4rol_devkmsg\n8show\n9tore\n3vert_base_to_cs\n8clock\n9s_to_base\n8ns_to_cs\n8prio\n2okie_equals\n7match\n2py_folio_from_user\n6rom_early_mem\nakernel_nofault\nauser_nofault\n5huge_*\n9tlb_*\n5nodes_to_user\n7npresent_pte\n7tes_*\n5oldmem_page_encrypted\n6verflow\n5p4d_range\n6age_range\nbegs\n6md_range\n6resent_*\n6te_*\n6ud_range\n5stack_frame\n6ubpage\n5thread\n6ime_ns\n6o_kernel_nofault\n8user_nofault\n5user_gigantic_page\nahuge_page\nalarge_folio\n5vma\n5xbc_key_value_list\n2re_sched_before_stub\n2unt_compact_*\n6history_pages\n6inuse\n6lines\n6memcg_events\n9ory_range_altmaps_cb\n7m_mlocked_page_nr\n6partial\nd_free_approx\n6shadow_nodes\n7ubheaders\n7wap_pages\n8pout_vm_event\n7ystem_ram_pages_cb\n6total\n6vma_pages_range\n1pu_acquire_stub\n5ttach_domain\n4bw_dl\n4cache_*\n6pacity_*\n5fs_*\n5group_*\n5lock_sample\ng_group\n6ustergroup_mask\n5oregroup_mask\n5urr_snapshot\n4detect_mhz_feature\n6v_*\n7ice_*\n4extra_stat_show\n4idle_*\n5n_idle\n6it\n5s_hotpluggable\n4load\n8_without\n6cal_stat_show\n4map_shared_cache\n6x_show\n8write\n4needs_drain\n4of\n6fline_stub\n5nline_stub\n5verutilized\n4partial_*\n5eriod_*\n5robe_store\n4register_vulnerabilities\n6lease_*\n6sched_latency\n5t_*\n5unnable\nc_without\n4sdc\n5hares_*\n6ow_*\n5labs_show\n5tartup_entry\n5ubsys_*\n4timer_*\n4uclamp_*\n5event\n5til\n8_*\n4vm_stats_fold\n4weight_*\n3acct_*\n3cache_init\n3dl_*\n3freq_add_update_util_hook\n8remove_update_util_hook\n8this_cpu_can_update\n8update_util\n3idle_idle_call\n4nfo_open\n3list_*\n3map_read\n5sk_of_node\n3pid_valid\n4ri_*\n3s_equal_capacity\n5share_cache\nbresources\n4et_cpu_active\nbinactive\namask_can_shrink\n3time_adjust\n3up_*\n4sage_*\n1r4_toggle_bits_irqsoff\n2ash_hotplug_show\n6notes_show\ndize_show\n2eate_altmaps_and_memory_blocks\n7boot_cache\n7cache\n7dsq\n8ummy_stack\n7files\n7huge_*\n7kmalloc_*\n7memory_block_devices\n7object\nd_*\n7page_chain\n9th\n7unique_id\n1s_watchdog_read\n2s_ca\n4tg\n1tor_show\n1urr_task\n4ent_clocksource_*\n8device_show\n8is_khugepaged\n8may_throttle\n8obj_cgroup\nbcg_update\n8save_fsgs\n1ycles_to_nsec_safe\n0data_alloc\n5check_size\n5make_reusable\n5push_tail\n5realloc\n3trs_equal\n1bg_redzone1\nb2\n4userword\n1eactivate_file_folio\nbpage\nbslab\ncwap_slots_cache\nbtask\n3dline_queue_pull_task\nhsh_tasks\n2bug_activate\n7ssert_init\n6cpumask_set_cpu\n6deactivate\n7ma_*\n6fill_super\n6guardpage_minorder_setup\n6hrtimer_*\n6mount\n6non_panic_cpus_setup\n6timer_*\n6vm_*\n5fs_apply_*\n9tomic_*\natr_*\n9utomount\n8create_*\n8devm_entry_open\n8enter_cancellation\n8fair_server_init\n9ile_*\nbl_super\n9ree_*\n8get_*\n8init_fs_context\ncialized\n8kernel\n8leave_cancellation\n9ocked_down\naokup\ne_and_remove\n8parse_*\n9rint_regs32\n8read_file_*\nbl_fops\naconfigure\nagset32_show\nalease_dentry\namount\ncve\naname\n8setattr\n9how_options\n9ize_*\n9lab_*\n8u16_*\n932_*\n964_get\n98_*\n9long_*\n8write_*\n2c_cluster_info_page\n4dl_*\n4node_*\n4rt_*\n4slabs_node\n5tack_record_count\n4time_namespaces\n5ransient_used\n4used\n4zone_*\n5spage_isolation\n3ay_load\n6pcp_high\n6va_pool_node\n3ode_frame_pointer\n7reg\n7vn_id\n2fault_bdi_init\n8cfs_period\n8hugepagesz_setup\n8idle\nc_call\n8kernel_zone_for_pfn\n8next_frame\n8swiotlb_*\n8wake_function\n8zone_for_pfn\n3er_compaction\n8nsole_output\n6init\n5red_*\n3rag_show\n8tore\n2l_from_avail_list\n4page_from_free_list\n4timer_wait_running\n3ayed_vfree_work\n3ete_from_*\n7nommu_region\n7object\nd_*\n7path\n7vma\na_from_mm\n3ist_rt_entity\n3ta_to_ns_safe\n2mote_folio_list\n8ree_*\n7pool_huge_page\n7size_*\n8tore\n5ion_*\n2populate_section_memmap\n4sit_prealloc_pte\n2queue_dl_entity\n8entities\ndy\n8huge_*\nctlb_*\n8load_avg\n8pushable_*\n8rt_*\n8stub\n8task\nc_*\n9op_rt_rq\n2ref_curr_numa_group\n6stack_*\n6task_numa_group\n2sc_last_finalized_seq\n5make_*\n5push_tail\n5read\n9_finalized_seq\n7open_last\n7serve\n5update_last_finalized\n3troy_args\n8by_rcu_show\n8cache\n9fs_bandwidth\n9ompound_*\n8dsq\n8hrtimer_on_stack\n8large_folio\n8memory_*\n8perf_domain_rcu\n8rt_bandwidth\n8sched_*\n9wap_extents\n8timer_on_stack\n2tach_destroy_domains\n7entity_*\n7if_pending\n7one_task\n7task\nb_cfs_rq\nbs\n8imer\n3ect_cache_*\n4rmine_vm_flags\n2v_add_physical_location\n5ttr_show\natore\n4cache_fw_image\n5oredump_put\ncm\nd_timeout\ncsg\ncv\n5reate_fw_entry\n4driver_*\n4err_probe\n4fwnode\na_const\n4get_coherent_memory\n8regmap\ne_match\nfrelease\n4is_best_effort\n4memalloc_noio\n5kdir\n5ynode\n4pagemap_*\n5m_arm_wake_irq\n8ttach_wake_irq\n7clear_wake_irq\n7disable_*\nbrm_wake_irq\n8omain_*\n7enable_*\n7genpd_*\n9t_subsys_data\n7put_subsys_data\n7qos_*\n7set_*\n8kip_*\n5rintk\na_emit\n6obe_failed\n4rmdir\n4set_name\n5how\n5ync_state\n4to_devcd\n7genpd\nc_*\n7swnode\n4uevent\na_*\n4vprintk_emit\n4warn_probe\n3cd_*\n4oredump_exit\ncinit\n3ice_add\na_*\n8ttach\nd_*\nars_change_owner\n7bind_driver\n8lock_probing\n7cache_fw_images\n8hange_owner\n9eck_offline\n8reate\nd_*\n7del\n9stroy\n8ma_*\n8river_*\n7find_*\n8or_*\n7get_child_node_count\nbdevnode\ncma_attr\nbmatch_data\nbnamed_child_node\ncext_child_node\nbownership\nbphy_mode\n7initial_probe\neize\n9sertion_sort_klist\n8s_ancestor\nabound\nadependent\nanot_partition\n7link_*\nbs_*\n7match_*\n8ove\nb_class_links\n7namespace\n7offline\n8nline\n7platform_*\n8m_*\n8repare\ne_smart_suspend\n9ivate_init\n9operty_*\n7register\n9lease_driver\nl_internal\n9move\nd_attrs\nebin_file\neclass_symlinks\nefile\ni_self\negroups\nesoftware_node\nfys_dev_entry\n9name\n9order_to_tail\n9probe\n9sume\nd_early\nenoirq\n7set_*\n8how_*\n9utdown\n8tore_*\n8uspend\ne_*\n7to_dev_kobj\n7unbind_cleanup\nalock_probing\n9cache_*\n9register\n7wakeup_*\n6s_*\n4nfo_next\n8show\n9tart\naop\n3kmsg_*\n3link_add_symlinks\n8class_init\n8dev_release\n8remove_symlinks\n3m_action_*\n6dd_*\n6lloc_percpu\n6ttr_*\n5component_match_release\n5device_*\n5free_pages\nbercpu\n5get_free_pages\n5kasprintf\n6free\n6malloc\nc_*\n7emdup\n6realloc\n6strdup\nc_const\n6vasprintf\n5memremap_*\n8unmap_pages\n5name_match\n5pages_*\n6ercpu_*\n6latform_*\n6m_clk_create\n8domain_*\n8runtime_*\n5regmap_*\n7lease_action\n7move_action\n4ap_*\n3res_*\n3tmpfs_*\n8d\n1id_preempt_short\n2e_addr\n4body\n4header\n2o_warn_stale_pagecache\n2rect_dispatch\n3ty_background_*\n7ytes_handler\n6freerun_ceiling\n6poll_interval\n6ratio_handler\n6sched_domain_sysctl\n6writeback_centisecs_handler\n2sable_TSC\n8all_demotion_targets\n8clock\n9puid\n8randmaps\n9untime\n8sched_clock_irqtime\n9tub\n9wap_slots_cache_lock\n7d_show\natore\n4rm_timer\n3card_anon_folio_pmd_locked\n8slab\n9wap\nc_cluster\n3patch_dequeue\n9enqueue\n9stub\n9to_local_dsq\n3solve_*\n3tribute_cfs_runtime\n1l_add\n6_task_root_domain\n3bandwidth_enabled\n4w_*\n3change_utilization\n5eck_constrained_dl\n4lear_*\n4puset_cpumask_can_shrink\n3entity_*\n3is_implicit\n3less\n3next_period\n3overflow\n7loaded\n3param_changed\n4olicy\n3rq_*\n4untime_exceeded\n3scaled_delta_exec\n4erver\n9_*\n5t_overload\n4ub\n3task_*\n3update\n1ma_addressing_limited\n5lloc_attrs\nacontiguous\nadirect\nafrom_*\nanoncontiguous\napages\n5ssign_coherent_memory\n5tomic_*\n4can_mmap\n5oherent_ok\n6mmon_*\n6ntiguous_*\n4debug_*\n6clare_coherent_memory\n5irect_*\n5ummy_*\n4entry_*\n4find_range\n5ree_attrs\n9contiguous\n9from_pool\n9noncontiguous\n9pages\n4get_device_base\n8merge_boundary\n8required_mask\n8sgtable_attrs\n5o_direct\n5uess_pool\n4init_*\n4map_direct\n8page_attrs\n8resource\n8sg_attrs\natable\n6x_mapping_size\n5map_*\n4need_sync\n5uma_cma_reserve\n4opt_mapping_size\n4pci_p2pdma_supported\n5ernuma_cma_reserve\n5gprot\n5ool_*\n4release_*\n4set_coherent_mask\n8decrypted\n8encrypted\n8mask\n7up_need_sync\n5upported\n5ync_sg_*\naingle_*\n4unmap_page_attrs\naresource\nasg_attrs\n4vmap_noncontiguous\n5unmap_noncontiguous\n3m_*\n1name_to_vma_addr\n1o_adjtimex\n4nonymous_page\n4rch_*\n4sync_mmap_readahead\n4ttribute_container_device_trigger_safe\n3balance_callbacks\nbruntime\n4reak\n8_handler\n5k_*\n3cache_alloc\n4lock_*\n4ompact_page\n5w_fault\n4pu_nanosleep\n3drain\n3enqueue_task\n3fault_around\n4irmware_uevent\n4lush_stats\n3get_mempolicy\n6itimer\n3huge_*\n3idle\n4nit_timer\n4o_accounting\n3kmalloc_node\n5em_cache_create\nefree\n4realloc\n4unwind\n3madvise\n5ps_open\n5s_*\n4bind\n4emsw_account\n4igrate_*\n5ncore\n4lock\n4map\n7_private\n8shared_file\n4ove_pages_to_node\n4protect_pkey\n4remap\n4seal\n4unmap\n3nanosleep\n4uma_page\n3page_*\n7map_*\n7s_*\n4reempt_short\n5oc_readlink\n7map_query\n4te_missing\n3read_cache_*\n8fault\n5g_access\n6ister_memory_block_under_node\n5store_*\n3sched_cfs_*\n9rt_period_timer\n9setscheduler\n9yield\n4end_trap\n5t_cpus_allowed\n7mempolicy\n7pmd\n8te\n7tsc_mode\n6itimer\n6timeofday64\n4hared_fault\n5rink_slab\n4lab_free\n4tart_rt_bandwidth\n4wap_page\n4ync_mmap_readahead\n5s_settimeofday64\n6ctl_args\n6log\n3task_*\n4imens_ktime_to_host\n7r\n8_*\n4ry_to_free_pages\n4une_cpucache\n3vmi_*\n3wait_*\n4p_page\n4ritepages\n2main_dirty_*\n7over_bg_thresh\n7poll_intv\n7update_dirty_limit\n2uble_lock\nb_*\n7pt_*\n7raw_*\n8q_*\n7unlock_balance\n2wn_trylock_console_sem\n1pm_*\n1rain_alien_cache\n8l_*\n7rray\nb_locked\n6cache_node_node\n7pu_caches\n6evictable\n6freelist\n6local_*\n6mmlist\n6obj_stock\n6pages\nb_zone\n6slots_cache_cpu\n7tock\n7wap_slots_cache\n6vmap_area_work\n6zone_pages\nastat\n2iver_add_groups\n8llows_async_probing\n8ttach\nd_async_helper\n7bound\n7create_file\n7deferred_*\n7filter\n9nd_device\n8or_each_device\n7init\n7match_device\n7probe_device\neone\n7register\n9lease\n9move_file\negroups\n7set_*\n8ysfs_*\n7unregister\n6s_*\n2op_rmap_locks\n5slab\n9_node\n6ysctl_table\n2v_attr_*\n1sq_mod_nr\n1tc_dom\n4is_global\n1ummy_clock_read\n6numa_init\n3p_cpu_*\n5demotion_targets\n5entry_trace\n5folio\n5header\n6mem_attrs\n5line\n5mm\n5newline\n5object_info\n6om_*\n5page\n9_owner\n5rq_tasks\n5stack_trace\n7r_object_info\n7ub\n5task\n9_stub\n9s\n5unreclaimable_slab\n5vma\n2p_anon_vma\n4user_cpus_ptr\n1ynamic_cond_resched\n8might_resched\n8preempt_*\n0early_cache_level\n8lculate_totalpages\n7ma\n9_pernuma\n7oherent_pool\n7pu_to_node\n6debug_pagealloc\n6init_on_alloc\nefree\n7oremap\nd_debug_setup\nereset\nesetup\n8unmap\n6kmem_cache_node_alloc\n6map_cpu_to_node\n7emblock\n9remap\ne_pgprot_adjust\ngrot\nfro\n9test\n9unmap\n6node_zone_for_memory_block\n7uma_cma\n6page_*\n7fn_to_nid\n7latform_cleanup\n7rintk\n8oc_mem_force_override\n6resume_init\n5only_bootmem_alloc\n1env_pd_*\n5task_busy_time\n1ffective_cpu_util\naprotection\n1lfcorehdr_*\n1mpty_user_regs\n2u_find_memblk_by_nid\n4setup_memblk\n1nable_TSC\n7clock\n8pucache\naid\n7kernel_*\n7lam_func\n7runtime\n7sched_clock_irqtime\n8trict_msr_control\n9ub\n8wap_*\n2code_handle\n7vn_id\n2d_page_writeback\n4swap_*\n2queue_dl_entity\n8entity\n8hrtimer\n9uge_page\nctlb_folio\n8load_avg\n8pushable_*\n8rt_entity\n8stub\n8task\nc_*\n9imer\n9op_rt_rq\n2tity_before\n7eligible\n7is_long_sleeper\n7key\n7lag\n8ess\n7slice_used\n7tick\n3ry_task_switch\n7o_nid\n2viron_*\n1rase_entry\n6header\n2r_broadcast\n3atum_1418040_*\n1stablish_demotion_targets\n1vict_folios\n1wma\n1xact_*\n2ecmem_*\n4ve_tail\n2it_itimers\n5mmap\n5oom_victim\n5stub\n6wap_address_space\n5task_stub\n6hread\n5z3fold\n6bud\n2pand\n6_downwards\n7one_shrinker_info\n7shrinker_info\n8tack\nc_locked\n7upwards\n3ire_timers\n5y_cache_is_inactive\n2tfrag_*\n0fail_page_alloc_debugfs\n4slab_*\n3r_policy\n5server_*\n2llback_alloc\n9migrate_folio\n2st_find_migrateblock\n5isolate_*\n5tk_get_delta_ns\n4path_timer_check\n2ult_around_*\n6dirty_shared_page\n6in_*\n5in_*\n1bq_classify_*\n1etch_cache_info\n6next_*\n1ile_check_and_advance_wb_err\n5fdatawait_range\n5mmap_*\n5ra_state_init\n5write_and_wait_range\n4map_*\n3l_contig_page_info\n5evictable\n5subsection_map\n3ter_gen_from_seq\n7read\n7write\n2nd_alloced_obj\n6nd_get_object\n9remove_object\n5biggest_section_pfn\n6uddy_*\n7siest_*\n5component\nes\n6reate_memory_tier\n5descended_sibling\n6r\n6sq_for_dispatch\n7t_vma\n5early_kill_thread\n6nd_of_node\n7ergy_efficient_cpu\n6xtend_vma_locked\n5first_fitting_seq\nbswap\n5get_entries\ndy\n9incore_page\n9mmu_notifier\n9pages_range_tag\n9task\n9zspage\n6lobal_dsq\n5idlest_*\n5large_buddy\n7ter_rq\n6ock_entries\nalater_rq\nbowest_rq\natask_mm\n7west_rq\n5matching_se\n7x_addr\n9nr_alloc\n6emory_*\n7rgeable\ne_*\n6m_struct\n5new_ilb\n7xt_ancestor\nabest_node\nato_unuse\n6uma_distance\n5pd\n6md_or_thp_or_none\n6rocess_by_pid\n5smallest_section_pfn\n6ubdir\n7itable_fallback\n5timens_vvar_page\n5unlink_vmap_area\n6sable_zone_for_movable\n7er_dsq\n5va_links\n6m_area\n7a_*\n8p_*\n8s_mm_locked\n5zone_movable_pfns_for_nodes\n3ish_delayed_dequeue_entity\n8ispatch\n7fault\n7lock_switch\n7mkwrite_fault\n7swait\n7task\nb_switch\n7wait\n2re_sched_*\n3mware_class_*\n9data_*\n9fallback_*\naree_data\n9init\nas_builtin\n9loading_*\n9request_*\naw\nb_data\n9uevent\napload_*\n3st_entry\n6local_task\n6map_page\n6online_pgdat\n6present_section_nr\n6se\n6tid\n6usable_entry\n6valid_page\n7isible\n2x_exception\n4ftrace\n5ullness_group\n3ed_power_int\n3up_hashdist\n6objfreelist_debug\n6red_left\n6slab_list\n6user_fault\n1lags_noop\n2ush_all\n9_cpus_locked\nato_thread\nazero_pkmaps\n8tivec_to_thread\n6cpu_slab\n6dcache_folio\n7ispatch_buf\n6fp_to_thread\n7ree_hpage_work\n6memcg_stats_dwork\n6poe\n6reclaim_state\n6slab\n7pe_to_thread\n6tagged_addr_state\n7hread\n7lb_batched_pending\n6vsx_to_thread\n1old_diff\n5vm_*\n3io_*\n5s_put_refs\n3low_*\n2r_each_memory_*\n3ce_compatible_cpus_allowed_ptr\n6page_*\n6schedstat_enabled\n7hm_swapin_readahead\n3ward_timer_base\n1p_is_valid\n1rag_next\n5show\n9_print\n6tart\n7op\n4mentation_*\n3me_info_init\n6pointer_check\n2ee_aggregate_device\n6lien_cache\n6rea_*\n6sym_cap_entry\n5block\n5cache_attributes\n6luster\n6ompound_page\n7nsistency_checks\n8tig_range\n5debug_processing\n6omain_allocs\n6sq_irq_workfn\n5elfcorebuf\n6xit_info\n5fair_sched_group\n6w_cache_entry\n8priv\n5gigantic_page\n5handle\n6page_workfn\n6uge_*\n9pages_show\n5kmem_cache_nodes\n5large_kmalloc\n6oc_track\n7w_memory_core_early\n5map_bootmem\n6em_cgroup_per_node_info\n8map\n8ory_core\n5object_rcu\n6ne_page\n5p4d_range\n6age_and_swap_cache\naext\nais_*\naseries\n9s\na_*\n7rtial\n6cp_prepare\n8pages_bulk\n6d\n6ercpu\n6gd_range\n7tables\n6md_range\n6realloced_shrinker\n6te_range\n6ud_range\n7rged_blocks\n5raw_*\n6eserved_*\n6map_item\n6ootdomain\n6t_sched_group\n5sched_*\n6hrinker_info\n6ingle_sgt\n6lab_obj_exts\n7ot_cache\n6table_*\n6wap_*\n5tail_*\n6he_page\n6ime_ns\n6o_partial_list\n6ranshuge_page\n5unaccepted\n7map_vmap_area\n7ref_*\n7used_memmap\n5vm_area\n7ap_*\n7emmap_*\n5work\n5z3fold_page\n6bud_page\n6one_*\n6spage\n4list_*\n4ptr_outside_object\n4ze_slab\n3q_inv_set_max_ratio\n2ontswap_*\n1s_reclaim_acquire\nbrelease\n1ull_proxy_*\n5scans_show\n1w_abort_batch_reqs\n4dd_devm_name\n3cache_*\n4opy_to_prealloc_buf\n4reate_instance\n3decompress_*\n5v_release\n6link_*\n6m_match\n3entry_found\n3fallback_*\n4ind_devm_name\n4orce_sysfs_fallback\n4ree_paged_buf\n3get_filesystem_firmware\n4row_paged_buf\n3is_paged_buf\n3load_abort\n8from_user_helper\n8sysfs_fallback\n5g_firmware_info\n3map_paged_buf\n3name_devm_release\n3pm_notify\n3realloc_pages\n4un_sysfs_fallback\n3set_page_data\n4hutdown_notify\n4tate_*\n4uspend\n4ysfs_wait_timeout\n3upload_*\n2node_ancestor_init_without_drv\n7connection_*\n9unt_parents\n8reate_software_node\n7devcon_matches\naice_*\n7find_reference\n7get_name\nf_prefix\nfd_*\ncext_*\ncth_parent\nbparent\nchy_mode\n8raph_*\n7handle_*\n7init_without_drv\n8omap\n8rq_*\n8s_*\n7link_*\nbs_*\n7name_eq\n7property_*\n7remove_software_node\n0gate_vma_*\n3her_bootmem_*\n7hugetlb_stats\n7pte_stats\n7stats\n8urplus_pages\n1eneral_profit_show\n6te_pm_trace\n5ic_access_phys\n8error_*\n8fadvise\n9ile_direct_write\ndmmap\ndread_iter\nhonly_mmap\ndwrite_iter\n8get_unmapped_*\n8ioremap_prot\naunmap\n8max_swapfile_size\n8online_page\n8perform_write\n8sched_clock_init\n9wapfile_activate\n8writepages\n3pd_*\n2t___schedule_addr\n4actual_cpu_capacity\n5ny_*\n5venrun\n4boottime_timespec\n4cacheinfo_idx\n6pacity_ref_freq\n5hildren_pid\n5lock_desc\n5mdline\n5ompat_pages_array\n5pu_cacheinfo\n8device\n8for_*\n8idle_time_us\n9owait_time_us\n9timer\n8sleep_time_us\n7id_mode\n4deferred_split_queue\n6sc_state\n6v_from_fwnode\n8pagemap\n7ice\na_parent\nbsystem_crosststamp\n5ump_page\n4endian\n5xtent\n4fault_gfp_mask\n5ile_region_entry_from_cache\n6rst_obj_offset\napage\naslab\n5pexc_mode\n5ree_buddy\n9obj\n9pages\ne_noprof\n8list\n8obj\n8pointer\nf_safe\n5ullness_group\n4gate_page\n5lue_dir\n5roup\n4huge_page_for_hwpoison\n9zero_page\n5wpoison_*\n4idle_time\n5l_weight\n5nfo_end\n6it_console_seq\n9ra_size\n5owait_time\n5tem_key\n6imerspec64\naval\n4jiffies_*\n4kcore_size\n5ernel_pages\n5pfn_nid\n5sm_page\n4links\n5ocked_pte\n5ruvec\n4max_dump_pfn\n5ctgt_*\n5em_cgroup_*\n7map_mode\n7tier_nodemask\n6rgeable_page\n5m_*\n6ap_lock_carefully\n4new_element\n6xt_freq\n9lpos\n9mm\n9page\nakmap_nr\n9ra_size\namap_item\n9timer_interrupt\n9vma\n5id_for_pfn\n5odes\n6hz_timer_target\n6te_*\n5r_gens\n7mapped_entries\n7to_scan\n7vmemmap_pages_cb\n5uma_group\n4obj_*\n7ect\n5ld_*\n5nline_*\n5rder_from_str\n6ig_size\n4page_bootmem\n9from_free_area\nilist\n9owner\n9table_check\n8block_bitmap\n8s_per_zspage\n6rtial\nb_node\n5cppage_migratetype\n5elt_divider\n5fn_*\n7block_*\n5kmap_*\n5md_pfn\n5olicy_nodemask\n6six_clock\n5reempt_disable_ip\n6oc_*\n5te_pfn\n5ush_task\n4random_vaddr\n5d_overloaded\n5ecent_times\n7ord_print_text_size\n6g\n5r_*\n4scan_count\n5d_balance_interval\n5hadow_from_swap_cache\n5ize_class_index\n5labinfo\n5parsemem_vmemmap_info\n5tack_*\n5ubdir\n7tree_max_size\n5wap_*\n8piness\n4tagged_addr_ctrl\n6rget_base\n6sk_cmdline\n9policy\n9root\n9state\n5ier_idx\n6mer_base\nacpu_base\nathis_cpu_base\n8spec64\n5sc_mode\n5ype_to_scan\n4unalign_ctl\n6mapped_area\n6poison_page\n5pdate_sysctl_factor\n5ser_cpu_mask\n9pages\ne_fast\nj_only\nflocked\nfremote\nfunlocked\n4va_next_sibling\n6lid_first_slab\nanode_allowed\n5m_area\nb_*\n6a_name\n8policy\n9rivate_data\n6core_size\n5time_delta\n4wchan\n9_cb\n4z3fold_header\n5eroed_*\n5spage\na_*\n3boottime64\n3param_dl\n1fp_exact_node\n4pfmemalloc_*\n4to_*\n1iveup_*\n1lobal_dirty_limits\ncable_memory\n7rt_*\n1ood_sigevent\n1rab_cache_page_write_begin\n5header\n2oup_balance_*\n6cfs_rq\n7lassify\n8ose_release\n6faults\nc_*\n6has_capacity\n6init\n7s_overloaded\n6open_release\n6rt_rq\n6weight\n2ub_reclaim\n1up_*\n0halt_fast_timekeeper\n2ndle\n6_backtrace\ng_ipi\n7create\n7failed_objexts_alloc\n7hotplug\n7mm_fault\n7posix_cpu_timers\n8te_*\n7threaded_wake_irq\n8o_*\n2rd_dirty_limit\n5offline_page_store\n4pps\n7_*\n2s_cpu_slab\n4extra_refcount\n4managed_dma\n4pid_permissions\n5ushable_*\n4same_uncharge_info\n4unmovable_pages\n5sable_swap\n3h_bucket_*\n5fn\n5string\n1ex_dump_object\n1idepid2str\n2gh_work_func\n4er_bits\n5st_bit\n8flag_domain\n4mem_dirtyable_memory\n1mm_*\n1old_task_mempolicy\n2p_cmp\n2rizontal_position_show\n2tadd_init_pgdat\n3plug_cpu__broadcast_tick_pull\n2usekeeping_affine\neny_cpu\ndcpumask\ndenabled\ndisolcpus_setup\ndnohz_full_setup\ndsetup\ni_type\ndtest_cpu\n1page_*\n1rtick\n6_*\n4mer_*\n7s_*\n1state_*\n1uge_node\n5pmd_*\n6te_alloc\n9offset\n6ud_set_accessed\n4page_*\n8s_*\n9z_setup\n5te_addr_end\n4tlb_*\n7fs_pagecache_present\n1w_brk_match\n3load_avg\n2cache_align_show\n2poison_*\n1ypervisor_init\n0ia64_set_curr_task\n1d_to_node\n2entify_page_state\n2le_call_stop_or_retain_tick\n6pu\n8_without\n5get_state\n5policy\n5set_state\n8up\n6tates_show\n5task\n9_exit\n2x\n1gnore_dl_rate_limit\n7loglevel_setup\n1mbalanced_active_balance\n1n_doublefault_stack\n3entry_*\n4xception_stack\n3hardirq_stack\n3irq_stack\n3mcck_stack\n3nodat_stack\n3reclaim_compaction\n5start_stack\n3sched_functions\n4oftirq_*\n4tack\n3task_stack\n2active_*\n2c_cluster_info_page\n4dl_*\n4frontswap_*\n4max_seq\n5in_seq\n4node_*\n4rt_*\n4slabs_node\n5tack_record_count\n4time_namespaces\n5ransient_used\n4used_and_hiwater\n4zone_*\n5spage_isolation\n2dex_to_obj\n2fo_print_*\n2it_admin_reserve\n6rgs\n7raycache\n5cache_*\n6fs_*\n6locksource_sysfs\n6ma_reserved_pageblock\n6pu_capacity_callback\n9node_state\n9topology\n6urrently_empty_zone\n5deferred_free\n8rootdomain\n6l_*\n6sq\n5early_allocated_pages\n6ntity_runnable_average\n5fixed_pfns\n6reelist_randomization\n7ontswap\n5header\n5idle\n5jiffies_clocksource\n5kmem_*\n5level_allocate_ci\n6ru_gen\n5mem_debugging_and_hardening\n8cg_*\n6m_internals\n6sr_all_available\n6ulti_vma_prep\n5new_hugetlb_folio\n6ode_memory_type\n9mask_of_mempolicy\n6uma_*\n5object\n6f_cache_level\n6ne_lru\n6verlap_sched_group\n5page_*\n9s_in_zone\n6er_zone_wmark_min\n8cpu_stats_debugfs\n6osix_timers\n5reap_node\n7serve_notifier\ncd_page\n6ootdomain\n6ss_vec\n6t_*\n7poll_triggers\n5sched_dl_class\nbext_class\nbfair_class\nbgroups_capacity\nbmm_cid\nbrt_class\n7x_entity\n6d_lb_stats\n6ection_page_ext\n6ingle_page\n6lab_obj_exts\n6tub\n6wait_queue_head\n8p_address_space\n5task_stub\n6g_*\n6id\n7mer_*\nas\n6racking\n5uclamp\nb_rq\n6navailable_range\n6ser_buckets\nareserve\n5vma_*\n5wait_entry\navar_entry\n9queue_head\n5z3fold\nb_page\n6bud\n9_page\n6ero_pfn\n6one_device_page\n9s_in_node\n6spage\n7wap\n4call_debug_report\nfstart\n2ode_resv_map\n6to_bdi\n2sert_entry\n7header\n7links\n7page_*\nbs\n8fn\na_*\n7vm_struct\n9ap_*\n7zspage\n3tall_special_mapping\n2t_seq_*\n3erleave_nid\ncodes\n5nal_add_timer\n9change_owner\naontainer_*\nareate_*\n9get_user_pages_fast\n2valid_folio_referenced_vma\n8migration_vma\n9kclean_vma\n8numa_statistics\n7ate_complete_folio2\nbexceptional_*\nbinode_*\nbmapping_*\nbpage_ext\nbreclaim_iterators\n3oke_init_callbacks\n7need_callbacks\n1o_mapping_map_user\n3schedule\nb_*\n3tlb_*\n2remap_page_range\n9rot\n1p_invalid\n3within_vdso\n2i_mb\n4rseq\n4sync_*\n1rq_safe_dev_in_sleep_domain\n4time_read\n5o_regmap_irq\n3time_*\n1s_async\n3blockdev\n4ound_to_driver\n3check_pages_enabled\n4onsole_locked\n5re_idle\n4pu_allowed\n3data_mapping\n4ebug_pagealloc_cache\n4l_boosted\n3empty_*\n4ntry_func\n4rror_status\n4xec_mapping\n3final_pt_regs\n5rst_page\n4olio_zero_filled\n4ree_buddy_page\n3hugetlb_*\n3jr_ra_ins\n4ump_ins\n3kernel_percpu_address\n4malloc_*\n4thread_should_stop\n3last_aligned_frame\n8frame\n9trace_frame\n8task_frame\n4eftmost\n3madv_discard\n4emcg_oom\n5rgeable_*\n4igrate_*\n9ion_base\nddisabled\n3nice_reduction\n3page_*\n4er_cpu_kthread\n4rintk_*\n3ra_save_ins\n5w_hwpoison_page_in_hugepage\n4d_overutilized\n4efcount_suitable\n4o_anon\n3same_group\n4huffle_order\n4oftware_node\n4p_move_ins\n4table_*\n6ck\n8_mapping\n4ubsection_map_empty\n4wiotlb_*\n4ysrq_oom\n3task_rq_idle\n4imers_nohz_active\n4ransparent_hugepage\n3valid_gup_*\n4ia_compact_memory\n4ma_*\n6lloc_*\n4n_id_valid\n3within_this_va\n4rite_sealed\n3zone_first_populated\n2a_bus_*\n4dev_release\n4register_driver\n4unregister_driver\n2olate_*\n6ion_suitable\n1t_real_fn\n2erate_mm_*\n2imer_*\n0jiffies64_*\n7_*\n4y_sched_clock_read\n0k_itimer_rcu_free\n1asan_cpu_offline\nbnline\naquarantine_init\n6poison_element\n6release_vmalloc_node\n6unpoison_element\n1c_unxlate_dev_mem_ptr\n3xlate_dev_mem_ptr\n2list_*\n2ompactd\n9_*\n3re_*\n3v_*\n2pustat_*\n1eep_bootcon_setup\n2rnel_get_mempolicy\n7init_pages\n7map_pages\n8bind\n8igrate_pages\n8ove_pages\n7poison_pages\n7set_mempolicy\n7unpoison_pages\n4fs_*\n1free\n5_const\n6debugcheck\n6sensitive\n1hugepaged\na_*\n1ick_cpus_irq_workfn\n5deferred_free\n5ilb\n5one_*\n5process\n2ll_accessing_process\n5device\n5pending_fw_fallback_reqs\n6roc\n9s\na_now\n2ocb_invalidate_*\n6write_and_wait\n1list_children_*\n7lass_*\n6devices_*\n2p_cond_resched\n1malloc\n7_cache_node_noprof\ngprof\n8fix_flags\n8gfp_adjust\n8large\nd_node\ni_noprof\ngprof\n8minalign\n8node\nc_*\naprof\n8size_roundup\n9lab\n8trace\n3p_*\n2em_buckets_create\n5cache_*\n5dump_obj\n5freepages\n5getpages\n5obj_info\n5rcu_free\n4dup\n7_*\n4leak_*\n2sg_*\n1obj_lookup\n5map\n8_init\n5to_hstate\n8node_hstate\n5unmap\n4ect_has_children\n4size\n1pagecgroup_read\n6ount_read\n5flags_read\n2f_copy_bit\n1realloc\n8_noprof\n1size\n2m_*\n3d_should_run\n2trdup\n7_const\n4ndup\n2wapd\n6_*\n2ys_fadvise64_64\n5mmap_pgoff\n5readahead\n1time_*\n1unmap_high\n7local_indexed\n3wind_*\n1vfree\n6_sensitive\n2malloc_node\nd_noprof\n3ppc_*\n2realloc\n9_noprof\n0laptop_io_completion\n7mode_timer_fn\n7sync_completion\n2st_aligned_frame\n5change_ms_show\n5frame\n5level_*\n2tched_*\n3e_clear_fixmap\n5resume_init\n5set_fixmap\n2zy_max_pages\n1eft_child\n2gacy_kthread_*\n7suspend\n7timer_tick\n1imit_gfp_mask\n6nareas\n2near_hugepage_index\n3k_object\n5va\n7_augment\n2st_add_leaf_cfs_rq\n5del_leaf_cfs_rq\n5lru_*\n5slab_objects\n2ve_in_glue_dir\n1oad_avg_is_decayed\n5balance\n5seg_legacy\n5too_imbalanced\n4avg_proc_show\n4seg\n2cal_clock\nb_noinstr\n6dsq_post_enq\n6memory_node\n6timer_softirq_pending\n4tion_to_obj\n3k_anon_vma_root\n5cluster\nc_or_swap_info\n5device_hotplug\nj_sysfs\n5folio_maybe_drop_mmap\n5hrtimer_base\n5mm_and_find_vma\n5page_memcg\n5timer\na_base\n6race\n5vma_under_rcu\n5zspage\n4dep_assert_console_list_lock_held\nfrq_held\n4less_pages_from_mm\n2g_buf_*\n3arithmic_accumulation\n2okup_entry\n7fw_priv\n7header_set\n7node\n7page_ext\n7size_class\n8wap_*\n3ngarch_dump_regs64\n2west_flag_domain\n3mem_reserve_ratio_sysctl_handler\n1ru_*\n3vec_*\n1seek_page_owner\n2tats_*\n0m_next\n2start\n4op\n1achine_halt\n8power_off\n8restart\n8shutdown\n2dvise_*\n2ke_alloc_exact\n5black_object\n5device_exclusive_range\n6river_name\n5gray_object\n5huge_pte\n5pme\n5uffd_*\n2p_files_*\n4new_virtual\n4pte\n3ping_evict_folio\n8get_entry\n8needs_writeback\n8read_folio_gfp\n8seek_hole_data\n8try_invalidate\n3s_open\n2rk_allocated_noprof\n5direct_dispatch\n5failed_objexts_alloc\n6ree_pages\n5objexts_empty\n6om_victim\n5page_accessed\nalazyfree\n2s_add_vma_to_mm\n2tch_devname_and_update_preferred_console\n2x_bytes_*\n4page_*\n5tes_*\n4ratio_*\n4swapfiles_check\n4time_ms_show\n4vruntime\n2y_enter_fs\n5xpand_vm\n3be_pmd_mkwrite\n7ud_mkwrite\n6unlock_mmap_for_io\n6wipe_obj_freeptr\n1bind_range\n1c_handle_file_pte\napresent_pte\naswap_pte\n2hunk_memmove\n2ontinue_atomic_pte\n3py_*\n1dtc_calc_avail\n5gdtc\n5valid\n1e_huge_page\n3kernel\n3pagecache_*\n3swapcache_*\n3unknown\n2m_cgroup_*\n4debugging_and_hardening_init\n5ump_obj\n4find_max_overage\n5mt\n4hole_size\n6tplug_*\n4init_print_info\n4lseek\n4pool_*\n4release\n5w\n4section_usage_size\n4transient_used\n4used\n3barrier_*\n4lk_*\n5ock_*\n8s_present\n3cg1_*\n5_*\n4mp_pages\n3dup_user\nb_nul\n3fd_*\n3info_proc_show\n8to_nid\n3map_alloc\n7boot_pages_add\n7init\nb_*\n7pages_add\n3ory_*\n3policy_*\n5ol_alloc\nd_*\n8create\ne_node\nj_noprof\n8destroy\n8exit\n8free\nc_*\n8init\nc_node\nfprof\n8kfree\n9malloc\n9vfree\namalloc\n8resize\n3remap_compat_align\n9pages\n3sw_*\n3test\n7_report_meminfo\n4ier_hotplug_callback\n3unmap_pages\n2rge_across_*\n6note_*\n6or_*\n2tadata_access_*\n1f_dax_kill_procs\n3generic_kill_procs\n2ill_*\n1hp_*\n1ight_*\n3rate_*\n6ion_*\n2n_bytes_*\n4free_kbytes_sysctl_handler\n4order_for_split\n4partial_*\n4ratio_*\n4slice_update\n4ttl_*\n4vruntime\nc_update\n3core_*\n2ps_dump_*\n5get_process_fp_mode\n5set_*\n6tack_top\n1ktime64\n1lock_*\n1m_account_*\n4lloc_pmd\n3cid_*\n4ompute_*\n5re_init\n3drop_all_locks\n3enable_lam\n3find_pmd\n3get_*\n3populate\n4ut_huge_*\n3set_has_pinned_flag\n4lot_*\n4ysfs_init\n3take_all_locks\n4race_rss_stat\n2ap_base\n5file\n5init\n6s_legacy\n5lock_do_*\n5region\n5upgrade_trylock\n5vmcore\nb_fault\n2init_*\n2u_interval_*\n4notifier_*\n1n_hlist_*\n3itree_*\n1od_lruvec_*\n4memcg_*\n4node_*\n4objcg_*\n4timer\n9_pending\n4zone_*\n5spage_inuse\n3e_status_str\n3ule_add_*\n7create_drivers_dir\n7remove_*\n2unt_param\n2ve_entity\n5folios_to_lru\n6reelist_*\n9pages\ne_*\n5huge_*\n9tlb_*\n5iter\n5local_task_to_local_dsq\n5normal_*\n5page_tables\n9s\na_*\n6fn_range_to_zone\n6gt_entry\n6resent_pte\n6tes\n5queued_task\n5remote_task_to_local_dsq\n5soft_*\n6plits_huge_pmd\n6wap_pte\n5task_between_dsqs\n6o_free_list\n8new_folio\n5vma\n5zeropage_pte\n1pol_*\n2rotect_fixup\n1remap_to\n1seal_fixup\n3cs_to_jiffies\n2g_add_*\n4print_ext_body\n2leep\n6_interruptible\n2r_check_and_clear\neset\n1t_calc_adistance\n3find_alloc_memory_type\n3perf_to_adistance\n4ut_memory_types\n3set_default_dram_perf\n1unlock_*\n1wait_idle\n2riteprotect_range\n0name_contains_dotdot\n5to_int\n4cmp\n2nosleep_copyout\n2tive_tss_update_io_bitmap\n1bcon_*\n1earest_*\n2ed_active_balance\n5bw_check\n5expand\n5kmalloc_no_objext\n5mlock_*\n5page_*\n6cpuobj_ext\n6ull_*\n5reclaim\n5update\n2w_dir\n4kmalloc_cache\n4links\n4page\n4slab\n4vmap_block\n2xt_active_class\n5base\n5demotion_node\n7vice\n6river\n5frame\n7eelist_entry\n5map_page\n6em_*\n5node_allowed\n5online_pgdat\n5pending_bucket\n5random_slot\n6eap_node\n5se\n7arch_order\n5task_group\n6gid\n6id\n7mer_interrupt\n5uptodate_*\n5zone\n9s_zonelist\n1ldsq_next_task\n1o_more_pkmaps\n3page_table\n2aliencache_setup\n2de_access_release\n6dd_cache\n5cache_release\nainfo_release\n5dev_init\n8ice_release\n6irty_*\naable_memory\n7stance\n5get_allowed_targets\n9memory_tier\n5has_managed_zones\n5init_*\n6s_toptier\n5map_pfn_alignment\n7tch\n5nr_*\n5page_*\n9cache_reclaimable\n6ool_*\n5read_*\n7claim\n7move_*\n5set_perf_attrs\n6tates_*\n7ore\n5to_group\n8va\n5unmapped_file_pages\n4list_show\n2hz_*\n2mmu_*\n2n_swapcache_batch\n2op_dirty_folio\n2rmal_policy\n8rio\n6ize_cfs_quota\nart_tasks\n2t_found\n3e_cmpxchg_failure\n5kasan_page_table\n1r_context_*\n3free_*\n3hugepages_*\n3iowait\n9_cpu\n3overcommit_*\n3pcp_*\n3running\n3slots\n1s_to_kernel_old_timeval\n6timespec64\n2ec_high\n5low\n5to_clock_t\n4s_to_jiffies\ng64\n1tp_*\n1um_free_chunks\n4poisoned_*\n3a_*\n4migrate_isolate_page\n0obj_*\n3ect_err\n7no_scan\n7set_excess_ref\n8ize_show\n7tree\n6s_partial_show\n8show\n3s_per_*\n1f_check_cache_nodes\n4ount_cache_leaves\n3genpd_*\n3on\n3pm_*\n2fline_and_remove_memory\n8isolated_pages\n8mem_sections\n8page_ext\ncs\n3set_from_ts\n7il_node\n7to_swap_extent\n1n_dl_rq\n3freelist\n3null_domain\n3rt_rq\n3stack\n2demand_readahead\n2line_fair_sched_group\n7mem_sections\naory_block\n7page_ext\nbs\nc_range\n3y_alloc_fresh_hugetlb_folio\n1o_make\n3objects\n4rder\n2m_*\n1pen_kcore\n5proxy_open\n5vmcore\n2s_cpu_valid\n4dequeue\n5ump_*\n4sanitize_err\n1rc_find\n5trace_find\n4ip\n4module_find\n4sort_*\n2der_*\n1thers_have_blocked\n1ut_of_*\n3side_of_stack\n1vercommit_*\n4lap_memmap_init\n0p4d_*\n1ack_shadow\n2ge_*\n4block_*\n4cache_get_page\nainit\nbsize_extended\n4fault_out_of_memory\n4map_*\n4out\n5wner_init\n4s_*\n5et_update\n4typeinfo_*\n4unmap_range\n4vec_*\n2int_*\n2nel_show\n2rent_ca\n7entity\n7hugetlb_cgroup\n3se_acpi_topology\n6cluster\n7ore\n7rash_*\n6dt_topology\n6memtest\n6numa_zonelist_order\n6slub_debug_flags\n7ocket\n4ing_done_workfn\n3tial_show\n5tion_sched_*\n1c_clock_*\n2p_allowed_order\n3u_*\n1d_ignore_unused_setup\n2e_*\n1eak_open\n5release\n5show\n5write\n2r_cpu_pages_init\n9tr_to_phys\n8remove_cache\n3cpu_alloc_setup\n7enable_async\n7pagelist_high_fraction_sysctl_handler\n7stats_show\n3f_domain_debug\n5state_show\n9us_str\n4orm_reclaim\n3mission_overlay_switch\n1fmemalloc_match\n2n_end\n4first\n4inject_*\n5s_ram\n4len\n4mkclean_range\n4range_valid_contig\n4to_*\n3map_*\n1gd_basic_tests\n4clear_bad\natests\n4populate_tests\n3at_*\n2map_*\n2table_populate_needed\n8split_needed\n8trans_*\n1hys_addr\n6lign_check\n5device_show\n5index_show\n5to_block_id\n8dma_direct\n8target_node\n1i_clear_page\n4opy_page\n4reate_file\n3get_*\n3module_notify\n3next\n3of\n3remove_file\n3setup_module_notifier\n4how\n4tart\n5op\n2ck_dl_task\n5earliest_pushable_dl_task\n6evdf\n5first_entity\n5highest_pushable_task\n5last_entity\n5next_*\n5root_entity\n6t_task\n5task\n9_*\n2d_delete_dentry\n4entry_nlink\n4for_clock\n4getattr\n4maps_open\n4numa_maps_open\n4revalidate\n4smaps_open\n4update_inode\n2n_user_*\n3ctrl_bind_pins\n3dex_to_order\n1kru_flush_thread\n1lace_entity\n3tform_add_devices\n9bus_init\n9create_bundle\n9dev_attrs_visible\ncice_add\nj_*\nhlloc\ngdel\ngmsi_*\ngput\ngregister\no_full\nilease\ngunregister\naisable_acpi_irq\nama_*\nariver_*\n9find_device_by_driver\n9get_irq\ng_*\ndmem_or_io\ndresource\nl_byname\n9irq_count\n9legacy_*\n9match\ne_id\nasi_*\n9pm_*\narobe\ne_fail\n9register_drivers\nbmove\n9shutdown\n9uevent\nanregister_drivers\n3y_dead\n5idle_precise\n1m_clk_*\n3dev_*\n3generic_*\n6pd_*\n5t_wakeup_count\n3late_early_op\n3noirq_op\n3op\n5s_is_empty\n3print_active_wakeup_sources\n3qos_*\n3relax\n5store_gfp_mask\n7rict_gfp_mask\n4untime_*\n3save_wakeup_count\n4chedule_suspend\n4tay_awake\n4uspend_timer_fn\naed_storage\n4ystem_*\n3trace_notify\n3verb\n3wakep_autosleep_enabled\n7up_*\n2d_*\n3p_*\n1ofs_clear_entry\n5get_folio\n5next_folio\n5unpin\n2inter_update_refs\n3son_element\n8rror\n7obj\n7page\n7show\n2licy_mbind_nodemask\n7node\nbmask\n3l_timer_fn\n2ol_alloc_page\n5block_*\n5check_block\n5find_page\n6ree_page\n5init_page\n9ialise_page\n4s_show\n2pulate_cache_leaves\n9section_memmap\n9vma_page_range\n2s_ratio_polynom\n4same_folio\n3itive_ctrl_err\n4x_*\n5timer_*\n3t_alloc_hook\n5init_entity_util_avg\n1pc64_*\n3_breakpoint_available\n2s_clear\n4dec_*\n4fill_timex\n4inc_freq_interval\n4normalize_ts\n4phase_*\n4reset_freq_interval\n4set_freq\n1r_cont_kernfs_name\nfpath\n3flush\n2b_commit\n4final_commit\n6rst_*\n4init\n4next_*\n4read\n8_*\n6c_*\n7ord_text_space\n6serve\nb_in_last\n2ctl_enable_tagged_addr\n6map_vdso\n2ealloc_memcg_shrinker\n9shrinker\n3empt_count_*\n8dynamic_init\n8latency_*\n8notifier_*\n8reason_from_class\n8schedule\ng_*\n3fer_mwait_c1_over_halt\n6red_group_nid\n5tch_curr_exec_start\n9freepointer\n3load_this_cpu_lock\n3p_account_new_huge_page\n6nd_*\n5compound_*\n5move_freepages_block\n5new_*\n5transhuge_page\n4are_alloc_pages\n8for_fp_mode_switch\n8kswapd_sleep\n8lock_switch\n8scan_*\n9lab_obj_exts_hook\n8task\nc_switch\n9o_swait\ng_*\nbwait\nf_*\n3v_balance\n5device\n5scan_time\n4ent_suspend_time_ms_show\n2ime_debug_regs\n3nt_active_timers\n7llowed_zone\n6bad_pte\n8se\n7its\n6caller\n7fs_*\n7pu\n9_modalias\n9s_*\n6dl_*\n6msr_bits\n6numa_stats\n6objinfo\n6page_*\n7reempt_disable_ip\n7state\n6rq\n7t_*\n6scx_info\n7ection\n7lab_info\nainfo_header\n7yslog\n6task\n7ickdevice\n8me\nar\n7m_bits\n7race_address\naking\n9iler\n6unreferenced\n6vma_addr\n6wakeup_source_stats\n5k\n6_*\n3o_changed_*\n5less\n2oactive_compact_node\n3be_store\n3c_alloc_*\n6pply_options\n6ttr_*\n5boot_config_init\n5cmdline_init\n6onsoles_init\n7redump_filter_*\n6puinfo_init\n6reate\nb_*\n6wd_link\n5devices_init\n6ir_llseek\n6ointvec_minmax_sysadmin\nlwarn_RT_change\n5entry_rundown\n6vict_inode\n6xe_link\n5fail_*\n7ult_*\n6d\n7_*\n7info_*\n6ill_*\n6lush_pid\n6ree_*\n6s_context_free\n5get_*\n8attr\n6id_*\n5hugetlb_doulongvec_minmax\n5id_map_*\n6nit_*\n7ode_is_dead\n7terrupts_init\n7validate_siblings_dcache\n5kcore_*\n6ill_sb\n6msg_init\n5loadavg_init\n7ginuid_*\n7okup\nb_de\nbfd\nd_common\ndinfo\n5map_*\n8s_open\n7tch\n6em_*\n8info_init\n6isc_*\n6kdir\na_*\n5net_*\n6ochmod_setattr\n7mmu_init\n7tify_change\n6s_*\n5oom_score\n6pen_fdinfo\n5page_init\n7rse_*\n6id\n8_*\n8ent_*\n6rojid_*\n6ut_link\n5readdir\nc_de\n9fd\nb_*\nbinfo\n7configure\n7g_*\n8ister\n7move\n6oot_*\n5sample_cputime_atomic\n6ched_*\nastat_init\n6elf_*\n7q_*\n7ssionid_read\n7t_*\n8attr\n8groups_*\n8up_*\n6how_options\n6imple_write\n7ngle_*\n6oftirqs_init\n6plice_unmountable\n6tack_depth\n8t_init\n6ymlink\n7s_*\n5task_*\n6gid_*\n6hread_*\n6id_*\n7mens_*\n9rs_open\n6ty_*\n5uid_*\n6ptime_init\n5version_init\n6malloc_init\n4ess_adj_status\nbtimex_modes\n8cpu_*\n8ddsp_deferred_locals\n8huge_page\n8madvise_behavior_valid\n9m_walk_lock\n8ptload_*\n8shares_mm\n9lab\n9ysctl_arg\n8vm_*\naa_walk_lock\n4fs_*\n4swaps_init\n3pagate_entity_*\naprotected_usage\n4erty_copy_string_array\n9entries_*\ndy_*\n9get_pointer\n3t_none_*\n4ect_slice\n1si_*\n1tdump_debugfs_init\n7hole\n7p4d_entry\n8gd_entry\n8md_entry\n8te_entry\n8ud_entry\n7walk_pgd\n2e_*\n3p_clear_*\n2lock_*\n1ublic_dev_mount\n2d_*\n3p_huge_clear_flush\n2ll_dl_task\n5rt_task\n2rge_fragmented_*\n6vmap_*\n2sh_cpu_stop\n5dl_*\n5rt_*\n4able_less\n2t_anon_vma\n4clock_desc\n5pu_partial\n4device\n7map_*\n4hash_bucket\n5uge_zero_page\n4itimerspec64\naval\n4links\n4memory_type\n4nommu_region\n5uma_group\n4object\n5ld_*\n5nline_mems\n4page_back_buddy\naootmem\n8s_list\n6rtials\nc_cpu\n5osix_clock\n5rev_*\n4ref_page\n4swap_folio\n4timespec64\n4uncharge_info\n4z3fold_*\n3back_*\n1vclock_gtod_register_notifier\ndunregister_notifier\n2m_determine_end_from_reverse\n4find_va_enclose_addr\n0qlink_free\n6to_*\n3st_*\n1uery_matching_vma\n6vma_*\n3ue_balance_callback\n6core_balance\n6folio_required\nbs_*\n6oom_reaper\n6pages_*\n2iescent_stub\n4t_vmstat\n0ra_alloc_folio\n2ctl_max_pages\n2ise_backtrace\nf_ipi\n2ndom_get_entropy_fallback\n6ize_*\n2te_limit_*\n2w_hwp_list_head\n4spin_rq_lock\ng_irq\nksave\nhnested\nctrylock\ncunlock\ni_irq\nmrestore\n1b_sched_*\n2tree_all\n7debugfs_init\n7show\n1cu_free_slab\n3wait_has_sleeper\n1dgsbase_inactive\n1eactivate_swap_slots_cache\n3d_ahead_kb_store\n5cache_*\n6trl_pos\n5file_blob\n6rom_oldmem\n5kcore_iter\n5magic_time\n5once_policy_nodemask\n5page_owner\n9s\n6ersistent_*\n5sub_irq_data\n7m_exec_runtime\n6wap_*\n5vmcore\n4ahead_expand\n3l_depth\n4ly_probe\nc_debug\n3p_alien\n3ttach_vmas\n2balance_domains\n3uild_sched_domains_energy\n9d_workfn\n2claim_account_show\n9nd_purge_vmap_areas\n8clean_pages_from_list\n8folio_list\n8high\n8list_global\n8throttle\n7er_offset\n3ord_hugetlb_cgroup_uncharge_info\n7obj\n7print_text\n7subpages\nf_vmas\n7times\n7wakee\n2d_zone_show\n3irty_page_for_writepage\n2enable_swap_*\n2fill_cfs_bandwidth_runtime\n7obj_stock\n7stock\n8wap_slots_cache\n3resh_cpu_vm_stats\n8vm_stats\n8zone_stat_thresholds\n2gcache_*\n3ion_abort\n8dd\n7chg\n8ount\n7del\n4ster_console\napu\nc_*\ncfreq_notifier\n9dummy_stack\n9early_stack\n9failure_stack\nairmware_config_sysctl\naw_pm_ops\n9leaf_sysctl_tables\n9mem_*\ncory_*\nat_adistance_algorithm\n9node\n9one_node\naom_notifier\n9page_bootmem_info_node\nrsection\n9refined_jiffies\n9sd\nahrinker\nh_prepared\nayscore\ng_ops\ndtl\nf_*\ncfs_loader\n9vmap_purge_notifier\nbcore_cb\n3map_*\n2init_migrate_pfn\n4sert_swap_info\n2lax_compatible_cpus_allowed_ptr\n3ease_bdi\n8firmware\n9ree_list\ncpages\n8kcore\n8memtype\n8nodes\n8pages\nd_success_show\n9osix_timer\n9te_*\n8task_*\n9hread\n8user_cpus_ptr\n8z3fold_*\n3ocate_vma_down\n2maining_size_show\n4p_oldmem_*\n6p4d_range\n7fn_range\nf_*\n7md_range\n7te_range\n7ud_range\n6vmalloc_*\n3ote_node_*\n4ve_all_stable_nodes\n7bind_files\n7component\n8pu_topology\n7device_exclusive_entry\n7element\n8ntity_load_avg\n7files\n8ull\n7hrtimer\n8ugetlb_*\n7mapping\n8emory\nd_*\n8igration_*\n8t\n7node_from_stable_tree\nbs\n7object\n7pages\n9rtial\n8fn_range_from_zone\n8ool_*\n8robe_files\nac_entry\ncsubtree\n7rmap_item_from_tree\n7section\n8hared_vm_struct\n8table_*\n7trailing_rmap_items\n7vm_area\n9a\n7wait_queue\n7zspage\n2nder_cap_t\n7sigset_t\n2p_stos_alternative\n3arent_shrinker_deferred\n3lace_anon_vma_name\n8dr\n8page_*\n8sub_page\n4enish_dl_*\n3ort_hugepages\n7idle_softirq\n7meminit\n2quest_firmware\ng_*\n8partial_firmware_into_buf\n5ue_delayed_entity\n8rt_entity\n8task_rt\n2sched_*\n3erve_bad_mem\n9ootmem_region\n8highatomic_pageblock\n8mem\nb_*\n7d_mem_add\n4t_all_zones_managed_pages\n6batch_size\n7loom_filter\n6cached_positions\n7hecksum\n7pu_*\n7trl_pos\n6idle_masks\n7solation_*\n6memory_tiering\ncless_node_totalpages\n7m_stats\n6node_*\n6page\na_owner\n7tenuma_scan\n6struct_pages\n3ize_pgdat_range\n7zone_range\n3tore_breakpoints\n9ytes\n8exclusive_pte\n8math\n8online_page_callback\n8red_left\naserve_on_error\n8sprs\n8tm_state\n4rict_cpus_allowed_ptr\n3ume_console\n7event\n3v_hugepages_show\n5map_*\n2tire_sysctl_set\n3ract_page_tables\n4igger_next_event\n3urn_cfs_rq_runtime\n7unused_surplus_pages\n2usable_anon_vma\n4e_compound_section\n2weight_*\n1ight_child\n1map_walk\n9_*\n2em_*\n2queue\n7_*\n1oot_device_register\nelease\ncunregister\n5reclaim\n2und_hint_to_min\n6jiffies\nd_*\n6up_default_nslabs\n1pm_callback\n5heck_suspend_allowed\n4drop_usage_count\n4get_accounted_time\n8callback\n8suppliers\n4idle\n4put_suppliers\n4resume\n4suspend\nb_suppliers\n5ysfs_remove\n1q_attach_root\n3clock\n8_*\n3has_pinned_tasks\n3lock\n7_*\n7p\n3of\n5_*\n5fline_*\n4nline_*\n4rder_less\n3pin_lock\n3repin_lock\n3sched_*\n3unlock\n9_*\n5pin_lock\n1t_bandwidth_enabled\n3clear_overload\n3effective_prio\n3mutex_futex_post_schedule\ngre_schedule\n9post_schedule\nare_schedule\n9schedule\naetprio\n3overloaded\n3policy\n3queue_*\n3rq_*\n3schedulable\n4e_*\n5t_overload\n3task_*\n2c_tv_nsec_ok\n2o_next_cpu\n4push_irq_work_func\n4start_*\n2pm_status_str\n1un_aging\n4cmd\n4deferred\n4eviction\n4hrtimer\n4local_timers\n4posix_cpu_timers\n4rebalance_domains\n4show\n5tore\n4timer_*\n9s\n3nable_stub\n4ing_clock\n8stub\n3time_active_*\n8enabled_show\n8pm_show\n8refresh_within\n8status_show\n9uspended_time_show\n8usage_show\n0s390_isolate_*\n5update_cpu_mhz\n1anitize_fault_flags\n9mpol_flags\n8r_*\n5y_check_pinned_pages\ncs_show\n2ve_all\n6sync_options\n5base_legacy\n5context_stack\n5fsgs\n5raw_context_stack\n5sprs\n5wchan\n1c_swappiness\n2ale64_check_overflow\n5_irq_capacity\n6rt_capacity\n3n_block\n5folios\n5get_next_rmap_item\n6ray_list\n5handlers\n5large_block\n5movable_pages\n5object\n5shadow_nodes\n7ould_stop\n6leep_*\n6wap_*\n5time_advisor\n2cb_is_available\n2d_stamp\n2hed_*\n5stat_*\n9s_*\n5ule\n8_bug\n9debug\nbferred\n9hrtimeout\ni_*\n9idle\n9loop\n9preempt_disabled\n9rtlock\n9scx_ops_disable_work\n9tail\naimeout\ng_*\n9user\n8r_tick\n2ore_nearby_nodes\n2x_*\n1d_degenerate\n3flags_*\n3numa_mask\n3parent_degenerate\n2t_alloc\n4free\n1e_fi_update\n3is_idle\n3runnable\n3update_runnable\n3weight\n2arch_index\n2cond_overflow\n3retmem_*\n3tion_activate\n8deactivate\n8map_size\nark_present\n8nr_vmemmap_pages\n8taint_zone_device\n2ek_folio_size\n2lect_bad_process\n7cpu_stub\n7fallback_rq\n7idle_*\n7task_*\n2q_fdinfo_open\n5ile_net_put_net\n4is_valid\n4open_net\n4puts_memcg_tunable\n4release_*\n2t_advisor_defaults\n5rea_direct_map\n6g_maybe_null\n4breakpoint\ne_8xx\n5uddy_order\n4cluster_next\n5pu_itimer\n8partial\n8sd_*\n7id_*\n7mask_stub\n7s_*\n5urrent_in_page_owner\n4dabr\n5ebug_reg_defaults\n6layed\n6v_info\n5ma_reserve\n5omain_attribute\n4empty_dir\n5ndian\n4first_obj_offset\n5pexc_mode\n5ree_obj\n8obj\n8pointer\n4hashdist\n5uge_*\n5w_breakpoint\n4idle_cores\n5nitial_priority\n4last_buddy\n5oad_weight\n4magic_time\n6x_huge_pages\n5emmap_mode\n5igratetype_isolate\n5m_walk\n6init_loglevel\n4new_tls\n6xt_buddy\n9entity\n9task\nd_*\n5ode_dbginfo\n9memory_tier\n6hugeiomap\navmalloc\n6rmalized_timespec64\n5r_*\n5umabalancing_state\n4objfreelist_slab_cache\n5ff_slab_cache\n5n_slab_cache\n6line_*\n5om_adj\n5rig_size\n4page_*\n8block_*\n5cppage_migratetype\n5ercpu_data_ready\n7sonality_*\n5fnblock_flags_mask\n5gdat_percpu_threshold\n5md_migration_entry\n5rimary_fwnode\n6oc_pid_nlink\n8ess_cpu_timer\n7tect_slice\n5te_range\n4rd_*\n5eclaim_active\n7ommended_min_free_kbytes\n5q_offline\n8nline\n4sched_clock_stable\natopology\n9stats\n5econdary_fwnode\n7tion_nid\n5hrinker_bit\n5kip_buddy\n5lob\n8_page_free\n4tagged_addr_ctrl\n6sk_cpu\n9max_allowed_capacity\n9reclaim_state\naq\nb_fair\naunnable\n5hread_tidr\n5lb_ubc_flush_pending\n5o_kill\n5race_device\n8k\n9_*\n5sc_mode\n4unalign_ctl\n5p_node\n5ser_nice\n9specified\n4vm_area_page_order\n6a_*\n6core_list_offsets\n4weight_stub\n4zone_contiguous\n5spage_mapping\n3param_dl\n3scheduler_*\n3up_autogroup\n6clusters\n7pu_cache\n6early_page_ext\n7lf_platform\n7mu2phys_nid\n6fail_page_alloc\naslab\n6hrtimer_hres\n7wcaps\n6initial_init_mm\n7o_tlb_npages\n6kmalloc_cache_index_table\n8em_*\n7sp_vsid\n6log_buf\n6memhp_default_state\n7in_*\n6new_dl_entity\n7ode_*\n7r_node_ids\n7umabalancing\n6object\nc_debug\n6pcp_cacheinfo\n7dev_dma_masks\n7er_cpu_*\nazone_*\n7reempt_mode\n7si\n6relax_domain_level\n8sched_latency_warn_ms\n6sched_thermal_decay_shift\nbstats\n7lab_*\n8ub_*\n7wap_*\n7ysctl_set\n6thp_anon\n7ick_nohz\n7ransparent_hugepage\n6usemap\n6vm_debug\n8a_to_mm\n9lloc_*\n6zone_pageset\n1g_imbalanced\n1hadow_lru_isolate\n3ke_*\n3red_cpu_*\n7policy_replace\n2mem_*\n2ould_abort_scan\n7clear_pmd_young\n8ompact_retry\n9ntinue_reclaim\n7defer_flush\n8ump_unreclaim_slab\n7fail_alloc_page\nbslab\n9ult_around\n7numa_migrate_memory\n7proactive_compact_node\n7reclaim_retry\n9store_*\n8un_aging\n7skip_*\n7try_to_free_swap\n7walk_mmu\n8e_balance\n7zap_*\n3w_all_*\n5class_attr_string\n6onsole_dev\n6pu_ids\n9mhz\n9summary\n9topology\n8info\n8s_attr\n5dev_hash\n5enabled\n5facilities\n6ile_hash\n6ree_areas\n5instructions\n6p\n6ret_regs\n7q_gap\n5last_breaking_event\n5map_vma\n6em_node_skip\n6igration_types\n7n_ttl\n5node\n9_state\n6uma_*\n5offset\n6pcodes\n5purge_info\n5regs_*\n5schedstat\n6lab_objects\n6map\n9_vma_flags\n9s_rollup\n6oftirqs\n6tack_regs\n8t\n9e_filter\n6wap_cache_info\n5timer\n6race_*\n6ty_driver\n9range\n5user_instructions\n5val_kb\n6ma_header_prefix\n2rink_active_list\n8ll_memory\n7folio_list\n7huge_*\n7inactive_list\n7list\n8ruvec\n7many\n8emcg\nc_cb\n7node\nb_memcgs\n7one\n7readahead_size_eio\n7show\n8lab\nb_memcg\n8tore\n7vma\n7worker\n7zone_span\nbs\n6er_*\n2uffle_*\n3tdown_cache\n1i_mem_available\n6info\na_node\n3swapinfo\n2bling_imbalance\n2gpage_*\n2ngle_bit_flip\n7hugepage_*\n7open_*\n7release_net\n7task_running\n2o_pool_init\n4read_complete\n4write_complete\n2ze_from_object\n5index_elem\n5to_*\n1kew_tick\n2ip_age\n5blocked_update\n5isolation_on_order\n5kfence_*\n5offline_*\n6rig_size_check\n5throttle_noprogress\n1lab_*\n4info_*\n4s_*\n2eep_millisecs_*\n2ob_*\n3t_addr\n4s_to_pool\n2ub_cpu_dead\n5debug_*\n5get_cpu_partial\n5set_cpu_partial\n1map_gather_stats\n4s_*\n3rt_scan_*\n2t_balance\n4vs_nonsmt_groups\n1napshot_refaults\n1oc_attribute_mode\n4bus_register\n4device_*\n4info_show\n4release\n2ft_limit_excess\n5offline_*\n4ware_*\n2rt_folio\n1p_alloc\n3delete\n3free\n3insert\n3lookup\n3node_init\n2ace_used\n3rse_add_section\n7buffer_*\n7decode_mem_map\n7early_*\n8ncode_*\n7index_*\n9it\nb_*\n7remove_section\n2ecial_mapping_*\n4ulation_*\n9ve_store_bypass_ht_init\n2i_avmm_*\n2lice_balance_callbacks\n7folio_into_pipe\n7zeropage_into_pipe\n4t_counters\n6folio_to_list\n7ree_*\n6huge_*\n6large_buddy\n6map_pages\n6nodes_*\n6page\na_*\n6swap_cluster\n6underused_*\n6vma\n8emmap_huge_pmd\n1sbs_thread_switch\n1table_*\n3ck_access_ok\n6guard_*\n6next\n6print\n6start\n8op\n6top\n7ype_name\n3rt_cfs_*\n7pu_timer\n6dl_timer\n6hrtick_dl\n6isolate_page_range\n6rt_bandwidth\n6scan_thread\n7hepherd_timer\n7tack_trace\n8op_khugepaged\n6thread\nc_common\n6unregistering\n3t\n4_add\n5open\n4e_filter_match\n6is_valid\n6synced_*\n2eal_account_process_time\n6cookie_task\n6suitable_fallback\n3p_forward\n2op_process_timers\n5scan_thread\n5this_cpu\n4ping_stub\n3re_cpu_topology\n6enabled\n6ip\n6min_ttl\n6samples\n6user_show\n2rict_limit_*\n6ly_unmovable\n3ncpy_from_kernel_nofault\nduser_nofault\n4dup_user\n4len_user_nofault\n2ub_timer\n1ub_domains_show\n4nr_running\n4rq_bw\n5unning_bw\n3pool_*\n3section_*\n4ys_dev_*\n7find_device_by_id\n7get\n7interface_*\n7put\n7register\n7system_register\n7virtual_register\n2gov_*\n2itable_*\n2m_mthp_stat\n4vm_events\n4zone_*\n2pports_scale_freq_counters\n4ress_*\n2rplus_hugepages_show\n2spend_breakpoints\n8console\n8report_result\n7ed_sched_clock_read\n1wake_*\n3p_address_space\n6lloc_cluster\n5cache_*\nad_writable\n6group_*\n6luster_*\n6ount\na_continued\n6urrent_read\n5dev_pos\n6iscard_work\n6o_scheduled_discard\n6uplicate\n5entries_free\n9y_*\n6vents_show\n5find_max_overage\n6olio_sector\n6ree\n9_*\n5high_*\n5info_*\n7it_sysfs\n6s_*\n5max_*\n6igration_tests\n5next\n6ode\n5offset_available_and_locked\n5page_*\n6eak_*\n6te_batch\n5ra_*\n7nge_*\n6ead_*\n9page\nd_fs\n7claim_*\n5setup\n6hmem_alloc\n7ow\n6tart\n7op\n6wapcount\n5type_*\n5use_vma_readahead\n8rs_ref_free\n5vma_*\n5write_unplug\napage\ne_*\n5zeromap_*\n6swap_tree\n4cache_*\n4dev_block\n4file_init\n4in_*\n4s_*\n2iotlb_*\n3tch_booke_debug_regs\n7class\n7hrtimer_base\n8w_breakpoint\n7mm_cid\n7to_bitmap\naextra\natm\naxtra\n6ed_*\n6ing_to_scx\n2node_graph_find_next_port\n7register\n2p_entry_cmp\n4swap_info\n8count\n1ync_entity_load_avg\n5hw_clock\n5mm_rss\n5overcommit_as\n5runqueues_membarrier_state\n5state_*\n5throttle\n6imer_callback\n4hronize_shrinkers\n8ous_wake_function\n2s_adjtimex\nc_time32\n5larm\n5rch_prctl\n4brk\n4cachestat\n5lock_adjtime\nh32\nagetres\ng_time32\ndtime\nh32\nananosleep\nj_time32\nasettime\nh32\n4fadvise64\nd_64\n4get_mempolicy\n7itimer\n7timeofday\n4madvise\n5bind\n5embarrier\n7fd_create\nasecret\n5igrate_pages\n6ncore\n5lock\n92\n9all\n5map_pgoff\n5ove_pages\n5protect\n5remap\n5seal\n6ync\n5unlock\nball\n7map\n4nanosleep\nd_time32\n5i_posix_timers\n6ce\n4old_mmap\n4pkey_alloc\n9free\n9mprotect\n5rocess_madvise\ndrelease\ncvm_readv\nfwritev\n4readahead\n6map_file_pages\n4sched_get_priority_max\noin\ndaffinity\nettr\ndparam\ndscheduler\narr_get_interval\np_time32\nasetaffinity\nettr\ndparam\ndscheduler\nayield\n5et_mempolicy\nh_home_node\n7itimer\n7timeofday\n5time\n932\n5wapoff\n9n\n5yslog\n4time\n832\n8r_create\nadelete\nagetoverrun\ndtime\nh32\nasettime\nh32\n3core_*\n4tl_check_*\n8ompaction_handler\n7err\n7find_alias\n8ollow_link\n7head_*\n7is_alias\naseen\n7min_*\n8kdir_p\n7numa_balancing\n7perm\n8rint_dir\n7sched_uclamp_handler\ncstats\n7vm_numa_stat_handler\n3fs_add_*\n6bin_attr_simple_read\n7reak_active_protection\n6change_owner\n8mod_file\n7reate_*\n6delete_link\n8precated_setup\n7o_create_*\n6emit\na_at\n6file_*\n7s_context_free\n6get_tree\nauname\n7roup_*\nbs_change_owner\n6init\na_fs_context\n6kf_*\n7ill_sb\n6link_change_owner\n6merge_group\n7ove_dir_ns\n6notify\n6remove_*\n8name_*\n6slab_*\n6unbreak_active_protection\n8merge_group\n7pdate_*\n6warn_dup\n7i_*\n3log_*\n3rq_handle_sched_*\n6sched_debug_show\n6timer_list_show\n3tem_root_device_release\n0tag_pages_for_writeback\n3ged_addr_init\n2ke_down_aggregate_device\n5page_off_buddy\n5rmap_locks\n2sk_allowed_on_cpu\n5ca\n7ll_func\n7n_*\n7p\n8c\n6fs_rq\n6hange_group_fair\n6ontending\naxt_switch_counts\n7re_dumping\n6pus_allowed\n8time\nc_adjusted\ncrs_expired\n6urr\n9ent\n5dead_fair\n6ump_owner\n5early_kill\n5faults\nb_idx\n6its_cpu\n6ork_*\n5group\na_account_field\nbis_autogroup\nbpath\n6time\n5h_load\n6as_*\n6ot\n5in_to_kill_list\n6s_dying\n8throttled_*\n5mem\n6m_cid_work\n5needs_rq_lock\n6on_contending\n6r_scan_windows\n6uma_*\n5of\n6n_*\n5prio\n6si_group\n5rq_*\n6unnable\n9ing_on_cpu\n5sample_cputime\n6can_*\n7hed_runtime\n6eccomp\n6hould_scx\n6ig\n6tate\na_match\n9m\n5thp_status\n6ick_*\n5unlink_from_dsq\n7tag_mask\n6ser_cpus\n6til\n9_est\n5vruntime_update\n6size\n5wants_autogroup\n6eight\n6ill_free_mem\n6oken_*\n1ell_cpu_to_push\n2st_and_clear_cpu_idle\n9set_skip\n5bloom_filter\n5idle_cores\n5page_isolated_in_pageblock\n9s_isolated\n6erm\n5state\nas\n1g_cfs_bandwidth\n7schedulable_down\n4grp\n3get_cfs_burst\nbperiod\nbquota\n3has_rt_tasks\n3is_idle\n3nop\n3rt_schedulable\n3set_cfs_bandwidth\ncurst\nbperiod\nbquota\n7rt_bandwidth\n3throttle_down\n3unthrottle_up\n3weight\n2id_pidfd_to_pid\n1hermal_load_avg\n2is_rq_lock_irq\n5scd\n2p_*\n3size_*\n2read_cpu_*\n7group_*\n7saved_pc\n3ottle_cfs_rq\n9direct_reclaim\n8d_*\n1ick_*\n2d_fd_*\n4to_*\n2me64_to_tm\n4counter_*\n4keeping_*\n4ns_*\n4r_base\na_*\n6clear_idle\n6debug_hint\n8lete\nc_*\n6expire_remote\n6fixup_*\n6get_idx\n6is_static_object\n6list_*\n7ock_*\n6migration_handler\n6overrun_to_int\n6recalc_next_expiry\n8duce\n6set_idx\n7hutdown\ne_sync\n7ync_wait_running\n8sctl_init\n6unlock_remote_bases\n7pdate_keys\n7se_tmigr\n6wait_running\n5queue_*\n5s_*\n6lack_*\n4spec64_add_safe\nbto_jiffies\n5tamp_in_interval\n1k_*\n1lb_batch_*\n4finish_mmu\n5lush_*\n4gather_*\n4next_batch\n4remove_*\n4table_*\n2s_preserve_current_state\n4thread_*\n1m_enabled\n3recheckpoint\nf_new_task\n6laim_*\n2igr_*\n1o_blk_size\n5ock\n3cacheline_number\n3fw_priv\n6sysfs\n3memory_tier\n3ratio\n4oot_device\n3software_node\n4ugov_tunables\n3time_ns\n2o_many_isolated\n2pology_add_dev\n9clear_scale_freq_source\n9init_cpu_capacity_cppc\nas_visible\n9normalize_cpu_scale\n9parse_cpu_capacity\n9remove_dev\n9scale_*\naet_*\napan_sane\naysfs_init\n9update_*\n2tal_idle_time_show\n6objects_show\n6time_ms_show\n5high_pages\n2uch_core_*\n6pmd\n7ud\n1race_mmap_*\n4k_protection\n3nsfer_objects\n5port_add_class_device\nedevice\naclass_*\nbonfigure\nj_device\nadestroy_*\naremove_*\nasetup_*\n2igger_base_recalc_expires\n8dyntick_cpu\n8load_balance\n3vial_online\n2uncate_cleanup_folio\n9error_*\n9folio_batch_exceptionals\n9inode_*\n9msg\n9pagecache\ni_range\n9setsize\n2y_charge\na_memcg\n5ontext_readahead\n4enable_default_console\nbpreferred_console\n4folio_split_or_unmap\n4get_folio\n5rab_*\n4memory_failure_hugetlb\n4offline_*\n5nline_node\n4realign_addr\n6move_memory\n6online_memory_block\n6store_exclusive_pte\n4split_folio\n5teal_cookie\n4to_accept_memory_one\n7block_task\n8ring_*\n7compact_pages\n7del_timer_sync\n7free_*\n7inc_*\n7map_unused_to_zeropage\n8erge_*\n8igrate\ne_one\n7reclaim_swap\n9lease_page\n7shrink_lruvec\n8plit_thp_page\n8teal_block\n7unmap\nc_*\n9use\n7wake_up\n4wait_for_completion\n3lock_zspage\n1ss_copy_io_bitmap\n1twu_*\n0u32_array_*\n4before\n4format_array\n1clamp_*\n1event_show\n8tore\n1ffd_*\n1lseq_to_u64seq\n1naccount_slab\n2bind_clocksource_store\n7device_store\n2cache_firmware\n3harge_*\n2do_dev_pagemap\n5isolate_page_range\n2freeze_partials\nh_cpu\n2iform_size\n2link_anon_vmas\n7dsq_and_lock_src_rq\n7file_*\n7va\n9_augment\n3ock_anon_vma_root\n7cluster\ne_or_swap_info\n7device_hotplug\n7hrtimer_base\n7or_release_subpool\n7page\nb_memcg\n7timer\n8race\n2map_and_*\n6folio\n6huge_pmd_locked\napage_*\n6mapping_*\n6page_range\n7oisoned_folio\n6ref_private\n6single_vma\n6vmas\n5ped_*\n3erge_*\n2pack_shadow\n3in_folio\nbs\n6user_*\n3oison_memory\n9page\n2referenced_object\n4gister_console\ni_locked\ncpu\ne_under_node\nbfair_sched_group\ncirmware_config_sysctl\ncw_pm_ops\nbmemcg_shrinker\neory_*\nct_adistance_algorithm\nbnode\nbone_node\ncom_notifier\nbrt_sched_group\nbshrinker\ncyscore\ni_ops\nftl_table\nefs_loader\nbvmap_purge_notifier\ndcore_cb\n4serve_highatomic_pageblock\n2set_current_in_page_owner\n6migratetype_isolate\n3table_tree_search_insert\n2throttle_*\n2usable_free_index\n9show_print\n4e_*\n2wind\n6_*\n1p_console_sem\n2date_and_*\n8utosuspend\n8verages\n9g\n7batch_size\n8locked_*\naom_filter\n8uiltin_idle\n7cached_migrate\n8fs_*\n8hecksum\n8lock_read_data\n8ntkctl_el1\n8pu_*\n8urr\nb_*\nbent_exec_runtime\n7deadline\n8irty_limit\n8l_*\n7entity_lag\n7fast_*\n8reelist_*\n7group_capacity\n8t_cputime\n7hw_load_avg\n7idle_*\n8nv_weight\n8rq_load_avg\n7load_*\n8ru_sizes\n7max_interval\n8in_vruntime\n9sfit_status\n7needs_ipi\n9widle_*\n9xt_balance\n8ohz_stats\n9te_*\n8uma_stats\n7other_load_avgs\n7page_*\nbblock_skip\n8er_*\nasistent_clock64\n8gdat_span\n8ick_idlest\n8m_runtime_accounting\n8revent_sleep_time\n9ocess_times\n8vclock_gtod\n7reclaim_active\n9fs\n8limit_cpu\n8q_clock\nf_*\n8t_*\n9c\n8untime_*\n7scale_freq_invariant\nan_period\n9hed_*\n9tlr_el1\n8d_*\n8g_*\n8iblings_masks\n8tack_info\ndstate\nats_*\n8ysctl\n7task_scan_period\n8g_*\n8hermal_load_avg\n8op_cache_domain\naology_flags_workfn\n8riggers\n8s_time_stats\n7vdso_data\n8syscall\nf_tz\n7wall_time\n7zero_vruntime\n2grade_mmap_lock_carefully\n2time_proc_show\n1se_pde\n4table\n4zero_*\n3cs_to_jiffies\n3map_size\n3r_check_sched_setscheduler\n5shm_*\n4faultfd_clear_vma\ncregister_range\nelease_all\nknew\neset_ctx\ncset_ctx\ngvm_flags\n4size_show\n2leep_range_state\n1til_est_*\n5fits_cpu\n0va_alloc\n3clip\n3size\n2lid_emergency_stack\n6hidepid\n6irq_stack\n6policy\n6zones_show\n5ate_clock_permissions\n9dst_vma\n9mm\nb_mt\nbap_request\naove_areas\n9nommu_regions\n9ops\n9page_before_insert\n9show\nalab\nd_*\nap\nb_size\natore\n2r_waitqueue\n6ke_function\n1b_alloc\n3free\n1calloc\n7_noprof\n1dso_update_begin\ncend\n1erify_redzone_free\n3tical_position_show\n1free\n5_*\n2s_fadvise\n1irt_to_cache\n8paddr\n8slab\n4ual_device_parent\n2sit_domain_allocation_hell\n1m_area_*\n3brk\n6_flags\n3commit_limit\n3enough_memory\n4vents_fold_cpu\n3insert_*\n4omap_memory\n3lock_*\n3map_pages\nc_zero\n7ram\n4emory_committed\n4ixed_*\n4map\n7_pgoff\n4unmap\n3normal_*\n3ops_needs_writenotify\n3pgprot_modify\n3remove_mappings\n5set_perms\n3stat_account\n3unlock_*\n5map_*\n8ped_area\n2a_*\n3lloc\n7_*\n3p\n4_*\n2core_*\n6dd_*\n2em_altmap_*\n4dup_user\n4map_*\n2f_*\n2g_nomem\n2i_shrink_vma\n2pressure\na_*\n2s_abort_munmap_vmas\n4clean_up_area\n8r_ptes\n5omplete_munmap_vmas\n4gather_munmap_vmas\n3tat_*\n1printk\n7_*\n1read\n5_iter\n4lloc_noprof\n2untime_*\n1time_*\n1unmap\n6_*\n1zalloc\n7_*\n0w1_reg_*\n1ait_bit_init\n5for_common\nf_io\ncpletion\nj_*\n9device_probe\n9freed_hugetlb_folios\n9init_devices_probe\n9stable_page\n5on_bit\nb_lock\n8page_writeback\n6ps_state\n5task_inactive\n5while_offlining\n6oken\n4ing_for_supplier_show\n2ke_affine\nb_*\n6ll_kswapds\n5bit_function\n5oom_reaper\n5page_function\n5q_*\n5throttle_isolated\n5up\n7_bit\n8common\ne_lock\n8full_nohz_cpu\n8idle_cpu\n9f_idle\n8klogd\nd_work_func\n8locked\ne_*\n8new_task\n9ohz_cpu\n8on_current_cpu\n8pollfree\n9rocess\n8q\n8state\n9ync\nc_key\n8var\n5wide\n4up_abort_count_show\n8ctive_*\n7count_*\n7expire_count_show\n7gran\n7kcompactd\n8swapd\n7last_time_ms_show\n7max_time_ms_show\n7preempt\ne_*\navent_sleep_time_ms_show\n7source_*\nds_*\n8tore\n8ysfs_*\n7total_time_ms_show\n2lk_dynamic_memory_groups\n5groups\n5hugepd_range\n9tlb_range\n5kernel_page_table_range\n5memory_blocks\n6m\n5p4d_range\n6age_*\n6gd_range\n6md_*\n6te_*\n6ud_range\n5stackframe\n5tg_*\n6o_pmd\n5zones_in_node\n2nt_pmd_share\n2rn_alloc\na_show_mem\n5or_seq_hex_dump\n2termark_scale_factor_sysctl_handler\n1b_bandwidth_estimate_start\n4g_dirty_limits\n4lkcg_offline\n3calc_thresh\n3dirty_*\n4omain_*\n3exit\n3get_*\n3init\n5ode_*\n3max_pause\n4emcg_*\n4in_*\n3over_bg_thresh\n3position_ratio\n3shutdown\n4tats_show\n3update_*\n3wakeup_delayed\n4riteout_*\n2c_end\n4to_tag\n1dtest_*\n1eighted_*\n1indow_reset\n7update\n2thin_margin\n1oken_wake_function\n2rk_to_vmpressure\n4ingset_*\n1p_can_reuse_anon_folio\n4lean_*\n3huge_*\n3next_time\n3page_*\n4fn_shared\n4te\n3shared_mapping_range\n1rap_area_index\n5max\n6in\n2gsbase_inactive\n2itable_file_mapping_allowed\n4e_cache_pages\n7omp_data\n6file_blob\n6policy_show\n7rotect_page\n5back_get_folio\naiter\naset_ratelimit\nathrottling_sane\nause_writepage\n5out\n8_period\n5page\n0x86_fsbase_read_task\nbwrite_task\n6gsbase_load\ndread_task\n4gsbase_read_cpu_inactive\ngtask\nbwrite_cpu_inactive\nhtask\n4idle_set\n4pkru_load\n1chg_nr_*\n1en_set_default_idle\n1late_dir\n6proc_name\n0yield\n5_*\n0z3fold_*\n1ap_*\n1bud_*\n1ero_global_numa_counters\n5iter\n5pipe_*\n5user_segments\n5zone_numa_counters\n9s_numa_counters\n1hdr_to_pool\n1one_*\n4info_*\n4list_iter_begin\n4ref_set_zone\n1pool_*\n1ref_in_nodemask\n1s_can_compact\n4ompact\n4pu_*\n4reate_pool\n3destroy_pool\n3flush_migration\n4ree\n3get_total_pages\n3huge_class_size\n3lookup_class_index\n3malloc\n5p_object\n3object_copy\n3page_*\n4ool_*\n3register_shrinker\n3shrinker_*\n4tat_*\n7s_size_show\n3unmap_object\n5register_shrinker\n3zpool_*\n2page_*\n2wap_*\n=core\n0ELCR_trigger\n0MP_bus_info\n3ioapic_info\n3lintsrc_info\n3processor_info\n0a32_setend_handler\n1arch32_*\n564_insn_copy\ndpatch_text\nn_cb\nonosync\ndread\ndset\ndwrite\ni_literal_u64\n1bort_creds\n2s_cost_to_cost\n1ccess_need_override_creds\n7override_creds\n7pidfd_pidns\n7remote_*\n3ount_global_scheduler_latency\n8kernel_stack\n8pipe_buffers\n8scheduler_latency\n3t_*\n3umulate_thread_rusage\n2k_all_badblocks\n2l_by_type\n4permission_check\n2pi_boot_table_init\n5can_fallback_to_crs\n6pu_get_*\n9is_threaded\n5dev_add_driver_gpios\n9gpio_irq_wake_get_by\n9release_driver_gpios\nbmove_driver_gpios\n5fadt_sanity_check\n6ind_gpio\ne_count\n7xup_m400_quirks\n5get_and_request_gpiod\n9driver_gpio_data\n9gpiod\ne_*\n9mem_attribute\n9writethrough_mem_attribute\n6pio_*\n9chip_*\n6sb_*\n5init_rintc_map\n5map_cpus_to_nodes\n9gic_cpu_interface\n9table\n5node_get_gpiod\n6uma_get_nid\nbicc_affinity_init\naprocessor_affinity_init\narintc_affinity_init\n5os_ioremap\n5parking_*\n8se_and_init_cpus\nbgic_cpu_interface\nec_pxm\nbmadt_rintc\nbrintc\ng_pxm\n6opulate_gpio_lookup\n6sci_*\n6wm_get\n5register_spi_*\n7quest_own_gpiod\n5set_mailbox_entry\n6pi_*\n5unmap_table\n2tivate_jump_labels\n5e_duration_show\n7low_*\n1dapt_*\n2d_bootloader_randomness\n5us_probe\n4changeset_*\n5pu\n4default_authorized_attributes\n6l_listener\n6v_to_thread\n7ice_randomness\n5isk_*\n5tb\n4e820_entry\n5arly_ima_buffer\n5cho_byte\n5ncrypt_protection_map\n4highpages_with_active_regions\n5wgenerator_randomness\n4info\n6put_randomness\n6terrupt_randomness\n4kallsyms\n5ernel_resources\n5mmio_fault_page\n4latency_sample\n5imit_rate_quirk\n6nks\n4mac_region\n5odule_*\n4new_kprobe\n5otes_attrs\n4one_watch\n4pcspkr\n5ersist_attributes\n5fn_range_mapped\n5ower_attributes\n4quirk\n9_*\n4range\n9_with_merge\n5elocation_to_accumulate\n6source\n5tc_cmos\n6ree_block\n4sect_attrs\n5ymlink\n6sfs_param\n4taint_module\n5imer_randomness\n5o_pipe\n7unpin_list\n4unformed_module\n5sage_links\n4vmfork_randomness\n4watch_to_object\n3r_conflict\n4ess_bits_show\n8space_init_once\n2just_error_retval\n7inuse_and_calc_cost\n7local_phandle_references\n7overlay_phandles\n7protection_map\n7range_page_size_mask\n8esource\n7shstk_size\n1fter_proc_init\n1ggr_kprobe_disabled\n5post_handler\n6re_handler\n1io_complete\nc_rw\n4free_ring\n5sync\n9_work\n4get_req\n4init_fs_context\n4migrate_folio\n4nr_sub\n4poll\n8_*\n5rep_rw\n6ivate_file\n4read\n8_*\n6move_iocb\n5ing_*\n5w_done\n4setup\n9_*\n5ysctl_init\n4write\n1lign_sigframe\n6vdso_addr\n5ment_*\n2loc_aggr_kprobe\n7non_*\n7sync\n6bprm\n7uffer_head\n6cgroup_ns\n7hrdev_region\n8unk\n7lk\n7pumasks\n6disk_node\n6empty_backing_file\ncfile\ng_noaccount\n6fd\n8table\n7ile\na_*\n7ree_mem_region\n8ozen_cpus\n7s_context\n6highmem_pages\n6idata\n7mage_page\n7ndirect_*\n8it_cont_*\nbp4d\ncud\n8ode\n8sn_page\n7o_context\n6ldt_struct\n7ow_*\n6mark\n7nt_*\n6netdev_*\n9id\n6optinsn_page\n6p4d_*\n7age_buffers\n8th_pseudo\n7gt_page\n7i_state\n8d\n8pe_info\n7md_*\n7te_*\n7ud_*\n7wms\n6reserved_mem_array\n7tree_node\n7untime_data\n6shstk\n7k_msg\n8b\n9_*\n7uper\n7wapdev_block\n7ys_off_handler\n6task_struct_node\n7hread_stack_node\n7mpmasks\n7ree\n8ial_cpuset\n7ty_struct\n6ucounts\n7id\n6vfsmnt\n5ate_aperture\n9cgrp_cset_links\n9probes\n9resource\n4w_16bit_segments\n6file_dedupe\n2ready_uses\n2ter_cred_subscribers\n2ways_delete_dentry\n8ump_vma\n1md_cache_*\n4disable_seq_and_redirect_scrub\n4enc_*\n4flush_garts\n4get_mmconfig_range\n8subcaches\n4nb_has_feature\n7num\n5uma_init\n4set_subcaches\n5mn_*\n2u_fie_setup\n4scale_freq_tick\n1nnounce_cpu\n9device\n2on_inode_create_getfd\nmile\nbgetfd\ng_secure\nfile\ni_fmode\njsecure\nbinit\nbmake_secure_inode\nafs_dname\ndinit_fs_context\n5pipe_buf_release\netry_steal\n2y_leases_conflict\n4section_objs\n1p_calibrate_delay\n3starting\n2ei_claim_sea\n2f_task_*\n2icid_phys_pkg_id\n2m\n3_bios_*\n4console_blank\n5pu_idle\n4do_*\n5river_version\n4enable_power_management\n6gage_power_management\n5rror\n5vent_handler\n4get_battery_status\n8event\n4irq_*\n5s_*\n4likes_to_melt\n4mainloop\n4power_off\n2pend_e820_table\n8lf_note\n3le_airport_reset\n4y_16_bit_accumulation\n632_bit_accumulation\n664_bit_accumulation\n7_bit_accumulation\n68_bit_accumulation\n6cgroup_root_flags\n6r_*\n7elocate\ne_add\ndions\n6uleb128_accumulation\n7ser_offset\n1rch_add_memory\n7just_kprobe_addr\n5bp_*\n6uild_bp_info\n5call_rest_init\n6heck_*\n6pu_finalize_init\n8hp_*\n6rash_*\n5dma_*\n5elf_pt_proc\n5find_n_match_cpu_physical_id\n6lush_tlb_batched_pending\n5get_debug_arch\n9kallsym\n9max_wp_len\n9next_mach\n9vdso_data\n5haltpoll_*\n6dr_invariants\n6ibernation_*\n6ugetlb_*\n6w_breakpoint_init\n5install_hw_breakpoint\n5jump_*\n5kdebugfs_init\n6exec_*\n6image_file_post_load_cleanup\n6probe_get_kallsym\n6retprobe_fixup_return\n5make_*\n7tch_cpu_phys_id\n6emremap_*\n6od_section_prepend\n5override_mprotect_pkey\n5parse_debug_rodata\n6ick_*\n6npbios_disabled\n6opulate_kprobe_blacklist\n6rctl_*\n7epare_to_swap\n6trace\n5remove_*\n7serve_crashkernel\ndmem_area\n8tore_image\n8ume_nosmt\n7thook_prepare\ndtrampoline_callback\n6nd\n5save_image\n6eccomp_spec_mitigate\n7nd_*\n7t_user_pkey_access\n8up_dma_ops\n6mp_send_reschedule\n7t_update\n6tatic_call_transform\n6uspend_*\n6wap_restore\n6ync_*\n5teardown_dma_ops\n6haw_*\n6imer_arch_init\nbdelay_timer_register\nbread_counter_long\n6lbbatch_*\n5uninstall_hw_breakpoint\n6probe_abort_xol\ndnalyze_insn\ncexception_notify\ncpost_xol\ndre_xol\ncskip_sstep\ncxol_was_trapped\n6retprobe_hijack_return_addr\n5within_kprobe_blacklist\n2g_to_enxx_mask\n2m64_*\n3_add_memory\n5ll_kprobes\n4check_condition\n5puidle_*\n4dt_init_cpu_maps\n4efi_init\n5lf_read_implies_exec\n4gen_*\n4install_vdso\n4kmmio_fault_page\n5probe\na_ftrace\n4restart\n4smccc_1_2_*\nahvc\nasmc\n3v6_1156_pmu_init\n5mpcore_*\n47m_restart\n48_a35_pmu_init\n753_pmu_init\n87_pmu_init\n772_pmu_init\n83_pmu_init\n6deprecated_init\n6pmu_init_nogroups\n6thunder_pmu_init\n6vulcan_pmu_init\n5pmu_filter_match\n1scii2desc\n2d_equal\n2ids_*\n2m_exc_vmm_communication\n4offsets\n4sysvec_call_function\no_single\nbkvm_asyncpf_interrupt\nbreboot\ndschedule_ipi\n2sign_proto_idx\n7type\n2ync_completed\n6getcompleted\n9pending\n6newpending\n6removepending\n1tags_read\n2i_bugs\n8_contd\n4force_*\n4ixp4x0_rev\n4sbx00_rev\n3me_needs_update\n2omic_inc_below\n8o_*\n7long_inc_below\n7notifier_*\n7open\n2tach_epitem\n7mnt\n7pid\n7recursive_mnt\n8ules\n7to_*\n3empt_back_merge\n8front_merge\n8merge\n3r_flags_to_mnt_flags\n5to_crypto_attr\n1udit_*\n5d_*\n5sc_get_stamp\n2thorized_default_*\n3osleep_*\n5uspend_*\n1void_*\n0bConfigurationValue_store\n1MaxPower_show\n1acct_add_tsk\n3king_aio_*\n8file_*\n8tmpfile_open\n4log_lock_*\n8napi_*\n8unlock_*\n4trace_*\n2d_file_open\n4inode_*\n3blocks_*\n2lance_ref_count\n2se_probe\n5show\n1d_abort_claiming\n3clear_claiming\n3end_claim\n3find_holder_disk\n6ish_claiming\n3init_fs_context\n3link_disk_holder\n3may_claim\n3prepare_to_claim\n3register_pending_holders\n3unlink_disk_holder\n3yield_claim\n2ev_*\n4t_str\n2i_down_write_wb_switch_rwsem\n4split_work_to_wbs\n4up_write_wb_switch_rwsem\n1egin_cpu_udmabuf\n6new_exec\n2hind_merge\n2st_map_size\n1forget\n2q_*\n3g_*\n3q_find_close\n5group\n5process_refs\n5request_*\n1h_lru_install\n3read\n7_*\n3uptodate_or_lock\n1ic_set_bfqq\n4to_*\n2n_attr_*\n2o_*\n3set_*\n3vec_init_pool\n7phys_mergeable\n7slab\n2ts_from_user\n5to_user\n1lacklisted\n2k_*\n3cg_*\n3dev_*\n3g_*\n3iolatency_*\n3pg_*\n2ob_to_mnt\n3ck_commit_write\n6devnode\n7irty_folio\n6invalidate_folio\n7s_partially_uptodate\n6page_*\n6read_full_folio\n6size\na_bits\n6truncate_page\n6uevent\n6write_*\n5dev_direct_IO\n5ing_notifier_*\n1m_entry_*\n4vict_inode\n3fill_super\n4ree\n3get_*\n3init_fs_context\n3kill_sb\n3register_write\n3status_*\n2ap\n1ool_x86_init_noop\n3t_cpu_*\n5params_*\n5secondary\n4config_params\n4mem_init\n4status_show\n2s_descriptors_read\n2unce_clone_bio\n7end_*\n1pf_bind\n5uild_state\n4check_basics_ok\naclassic\n5lear_redirect_map\n6one_redirect\n5onvert_*\n5sum_*\n4destroy_state\n6v_bound_kfunc_id\n5ynptr_from_skb\nj_rdonly\ngxdp\n4encap_*\n4fd_sk_*\n5ib_set_fwd_params\n6ll_encap_info\n9lwt_prog\n5low_*\n5s_*\n4gen_ld_abs\n6t_cgroup_*\n8dentry_xattr\n8file_xattr\n8hash_recalc\n8listener_sock\n8netns_*\n8route_realm\n8skb_set_tunnel_proto\n9ocket_*\n8task_exe_file\n7sockopt\n4init_reuseport_kern\n6put\n5pv4_fib_lookup\n76_fib_lookup\n5ter_fini_sk_storage_map\n9init_sk_storage_map\n9ksym_*\n4kfunc_init\n5sym_iter_register\n4l3_csum_replace\n54_csum_replace\n5wt_*\n4migrate_filter\n5sg_*\n4noop_prologue\n4out_*\n7put\n4parse_prog\n6th_d_path\n5repare_filter\n6og_change_xdp\nareate\nf_from_user\n9destroy\n9run_generic_xdp\n9store_orig_filter\n5ull_mac_rcsum\n6sh_*\n6t_file\n4redirect\nc_*\n6lease_orig_filter\n5stat_*\n5un_sk_reuseport\n5x_*\n4search_tcp_opt\n6t_hash\nc_invalid\n7sockopt\n5k_*\n6b_*\n6c_*\n5ock_*\n8map_iter_init\n6l_tcp_setsockopt\n4tc_*\n6p_check_syncookie\n8gen_syncookie\n8raw_*\n8sock\nc_*\n5ry_*\n5unnel_key_af\n5x_skb\n4unclone_prologue\n6locked_*\n5pdate_srh_state\n4warn_invalid_xdp_action\n4xdp_*\n5mit\n2rm_*\n1ql_*\n1r_ioctl_call\n2anch_clear_offset\n7emulate_op\n7is_call\n7post_xol_op\n7rela_needs_plt\n7setup_xol_ops\n2ead_*\n5ahead\n4k_lease\n6trap\n5point_handler\n3lse\n2idge_nlmsg_size\n3ghtness_hw_changed_show\n3ngup_cpu\n8hibernate_cpu\n8nonboot_cpus\n8wait_*\n3octl_set\n2oadcast_show\natlb_*\n3ken_apm_power\n7ps2_resume\n2port_nla_put_flag\n1s_bio_slab_size\n2g_*\n1t_alloc\n3for_each\n3iter\n3tags_*\n3wait_ptr\n2i_enable\n1uffer_busy\n7check_dirty_writeback\n7exit_cpu_dead\n2ild_changeset\nf_*\n7r3\n9_noflush\n6mount_*\n6open_*\n6sched_topology\n7kb\n9_around\n6tag_list\n7ci\n2s_removed_driver\n3num_show\n3y_loop_ep_timeout\n5poll_stop\n1vec_*\n1x_lr_instruction\n1ypass_show\n2tes_transferred_show\n1zImage64_*\n0cache_line_size\n5id_init\n5mode2protval\n5s_clean_*\n2lc_hpet_ref\n5lcoefs\n5pmtimer_ref\n5reloc\n5size_*\n5vtime_*\n5wb_limits\n4ulate_bytes_allowed\naf_flags\naio_allowed\namax_logical_packages\napercentile\nasigpending\n3ibrate_delay\nf_*\n3l_dv_timings_cap\n5enum_*\n5fib_notifier\nhs\n9rule_*\n5g_*\n6et_*\n5hvc_arch_workaround_1\n5ioctl_locked\n5modprobe\n5netdevice_*\n8event_notifiers\n5poll_locked\n5query_dv_timings\n5read_locked\n5s_*\n6et_*\n6mc_arch_workaround_1\n5trace_*\n5usermodehelper\nj_*\n4chain_trace\n2n_change_locked_flags\n5ombine_front\n4front_overwrite\n4idmap_mount\n4merge_behind\nafront\n5ove_mount_beneath\n4rollback_cpu\n4set_direct_map\n5kb_orphan_partial\n4umount\n5se_gic_priorities\n3cel_async_set_config\n7bulk_urbs\n3on_*\n2p_get_target_pid\n4set_elf_hwcap\n4validate_magic\n3able\n7_*\n2rrier_changes_show\n8down_count_show\n8store\n8up_count_show\n1bo_get_block_size\n1ci_multi_reg_write\n4read\n4update_bits\n4write\n1d_forget\n2c_parse_cdc_header\n2ev_add\n6lloc\n5default_release\n7l\n7vice_*\n6ynamic_release\n5get\n5init\n5purge\n7t\n5set_parent\n5unmap\n1e4100_reset\n2a_map_percpu_pages\n4offset\n4set_pte\n1g_skb_*\n2roup1_*\n62_parse_param\n6_account_*\n8dd_*\narm_files\n8pply_*\n8ttach_*\n7base_*\n7calc_subtree_ss_mask\n9n_*\nacel_*\n8heck_hierarchy_limits\n8lone_*\n8ontrol\nelers_show\n8pu_*\n8reate\n8ss\na_*\n7dec_frozen_cnt\n9stroy_*\n8isable\n8o_*\n7e_*\n8nable_threaded\n9ter_frozen\n8vents_show\n8xit\nb_*\n9tra_stat_show\n7favor_dynmods\ncdynmods_setup\n8c2context\n8ile_*\n9nalize_control\n8orce_idle_show\nak\n8ree\nb_root\nbze\nd_*\ndr_migrate_task\ncing\n8s_context_free\n7get_*\n7has_tasks\n7idr_*\n8nc_frozen_cnt\n9it\nb_*\n8o_*\n8rq_*\n8s_*\n7kill\nb_*\n8n_*\n7leave_frozen\n8ocal_stat_show\nak_and_drain_offline\n7masks_*\n9x_*\n9y_write\n8emory_*\n8igrate\ne_*\n8kdir\n7no_v1\n7on_dfl\n7parse_float\n9th_*\n8idlist_*\n8ost_fork\n8ressure_*\n9int_ss_mask\n9ocs_*\napagate_*\n8si_enabled\n7read_notify_on_release\n9configure\n9lease\ne_*\n9store_control\n8m_*\n9dir\n8oot_from_kf\n8stat_*\n7sane_behavior_show\n9ve_control\n8eqfile_*\n9tup_root\n8how_*\n8k_*\n8s_mask\n9id_enabled\n8tat_show\n8ubsys_states_read\natree_*\n8ysfs_init\n7task_count\nbset_*\n8hreads_*\n8ransfer_tasks\n9yget_css\n8ype_*\n7update_*\n7v1v2_*\n8et_subtree_control_enable\n7wq_init\n8rite_notify_on_release\ncback_*\n6ns_*\n6stats_*\n3p_attach\n5css_*\n1hain_alloc\n6init\n3n_dev_release\n4ge_carrier\n7flags\n7gro_flush_timeout\naup\n7memory_common\n8nt_propagation\n8ount_ro_state\n7napi_defer_hard_irqs\n7page_range\n8id\n8roto_down\n6set_dup_entry_check\n2eck_acl\n7nd_switch_context\n7pm_user\n7rray_args\n6cgroupfs_options\n7onflicting_open\n7trlrecip\n6dev_quirk\n6early_*\n7ffect_access\ncs_compatible\n7nable_amd_mmconf_dmi\n7vents\n7xport_symbol_versions\n8t_ctrls\n6fcntl_cmd\n7mode_for_setlk\n8t\n7or_bios_corruption\nanon_generic_match\nbsfs_mounts\n9mat\n7rame_interval\n7trace_location\n6highspeed\n6ima_segment_index\n9ge_kernel\n7nsane_mems_config\n7ommu_size\n7rq_src\n9s_on\n6jmp_cond\n6kill_permission\n7param_locked\n8robe_address_safe\n6la57_support\n7oad_and_stores\n8cal_cpu_capabilities\n6memfd_seals\n7mu_enabled_at_boot\n7nt\n7odinfo\nd_*\n9struct_version\n9ule_license_and_versions\n6other_bugs\n6physptr\n7ort_resume_type\nas_changed\n7rlimit_permission\n7trace_options\n6qop\n6reset_of_active_ep\n9tart\n7oot_hub_suspended\n6scale_change\n7election\n8tns_flags\n7pecial_flags\n7tack_usage\n9te_pads\n8icky\n7ystem_tsc_reliable\n6tboot_version\n7sc_*\n7ty_count\n6unaligned_*\n8safe_exec\n9hare_flags\n7pdate_*\n6which\n5intf\n2grp_ok\n2ild_wait_callback\n3pinfo_get\n2k_code_allowed\n2mod_common\n2oose_devnum\n7mountpoint\nh_rcu\n7new_asid\n7wakeup\n3wn_common\n6ok\n2r_dev_init\n3dev_*\n3oot_fs_refs\n2unk_count_trees\n6hash\n2v_stolen_size\n1i_leaf_init\n2s_tpl_parse\n3tpl_*\n1laim_fiq\n5intf\n3mp_roundup\n3ss_check\n6decode\n5ify\n2ean_bdev_aliases\n7uffers\n6page_buffers\n8th\n6sort_range\n6xps_maps\n5up_group_ids\n8highmap\n8lazy_tlbs\n8mnt\n8net\n8offline_*\n8setup_data_node\n9ighand\n9ymbol_name\n8umount_visitations\n4r_AC\n6IF\n6TF\n6asid_other\n6bss\n9_done\n6close_on_exec\n6flush\n6global_latency_tracing\n6hub_feature\n6inode\n6next_level\n7link\n6open_fd\n7r_*\n6page_presence\nbtables\n7gds\n7md_presence\n7te_presence\n8race_hw_breakpoint\n6relocate_add\n7seq_cs\n6shadow\n6tasks_mm_cpumask\n7file_check_list\n7race_list\n7sk_latency_tracing\n6uie\n2k_calc_*\n5hange_rate\n5ore_*\n5py_name\n4debug_*\n6termine_rate\n5isable_unused\ni_subtree\n5ump_*\n6ty_cycle_show\n4enable_lock\nbunlock\n4fetch_parent_index\n5lags_show\n4gate_restore_context\n5et_accuracy\n8enable_count\n8hw\n8name\n8phase\n8scaled_duty_cycle\n4has_parent\n5w_create_clk\n7determine_rate_no_reparent\n7forward_rate_request\n7get_*\n7init_rate_request\n8s_*\n7rate_is_protected\n8egister\n9parent\n8ound_rate\n7set_*\n7unregister\n4ignore_unused_setup\n5nit_parent\n5s_enabled\ne_when_prepared\n7match\n4lookup\na_subtree\n4max_rate_show\n5in_rate_show\n5ux_determine_rate_*\n4nodrv_*\n6tifier_*\n9y\n4phase_*\n5m_runtime_*\n5repare\nb_*\n6opagate_rate_change\n4rate_exclusive_*\n9get\n9set\n5ecalc\na_accuracies\nbrates\n6lease\n6store_context\n4save_context\n5et_*\n5peculate_rates\n5ummary_*\n4unprepare\nd_unused_subtree\n2ock_t_*\n5event_to_channel\n5source_arch_init\n3ne3_*\n5_mnt\n6next_level\n6private_mount\n6uts_ns\n3se_collection\n6delay_show\n6fd\n8_get_file\n7iles\n6io\n6range\n4ing_wait_show\n2uster_changed\n1md_attr_*\n3line_has_extra_options\n2p_extents_*\n4map_id\n4name\n4range\n5el\n7a\n4vma_size\n3pid\n1n_esc_printf\n3print_exe_file\n8f\n3vprintf\n2tvct_*\n1off_header\n2llect_garbage_slots\n8mounts\n8one_slot\n8signal\n2mmit_creds\n7echoes\n7nsset\n7tree\n7weights\n4on_cpu_*\n7startup_64\n3pare_css_sets\n8root\n8single\n9ymbol_name\n5t_arch_*\n9m_syscall\n7blkdev_ioctl\napg_ioctl\n7core_sys_select\n7do_execve\ngat\namsg_fill\n7effect\n8xit_robust_list\n7fetch_robust_entry\n8illdir\nbonedir\n7get_bitmap\nbfd_set\nbsigframe\nbuser_*\n8pr_*\n7has_neon\n8dio_getgeo\n7ifr_data_ioctl\n8octl_preallocate\n8pc_parse_version\n7ksys_*\n7prepare_timeout\naserve_vfp_context\n8tr_ioctl\naace_*\n8ut_*\n7restore_*\n8iscv_*\n7save_*\n8et_fd_set\naend_handler\naup_*\n8ig_setmask\n9ocwandev\n8ock_*\n7tls_*\n8ty_*\n7user_backtrace\n7vfp_*\n4lete_ap_thread\n9formation\n9signal\n9usage\n9vfork_done\n9walk\n6xmode_*\n4r_fill\n7lush\n5ess_threadfn\n8ion_show\n4ute_effective_cpumask\niexclusive_cpumask\n8isochronous_actual_length\n8partition_effective_cpumask\n2ncan_*\n3d_mitigation\n5wakeup_cpu0\n3fig_endpoint_is_duplicate\n3nect_type_show\n7ed_duration_show\n7ion_based\n3sole_on_rootfs\n8sysfs_notify\n4traint_flags_read_file\n6uct_default_*\naioapic_table\n4ume_skb\n9tateless_skb\n3t_access_flags_changed\n5expand_zero\n5write_begin\n4ext_tracking_init\nhrecursion_*\n4pte_*\n4rol_va_addr_alignment\n3vert_art_*\n8bpf_*\n8fcntl_cmd\n8ip_to_linear\n8mode\n8skb_access\n8to_gcda\nbtag_list\n2py_arg_*\n5bootdata\n6pf_fprog_from_user\n5cgroup_ns\n6hunked_from_user\n6lone_args_from_user\n6ompat_*\n7w_page_dax\n6reds\n5data_pages\n6evice_tree\n5edd\n5fd_bitmaps\n7table\n6iles\n6rom_read_buf\nauser_iter_csum\n6s\n7_struct\n7xattr_*\n5highpage\n5io\n6pcs\n5kprobe\n5last_highmem_page\n5mm\n6nt_*\n6odule_*\n7unt_*\n6sg\n8hdr\nb_from_user\n7qid_*\n5namespaces\n6et_ns\n6s_info_to_user\n5oldmem_*\n6om_score_adj\n5p4d\n6age_tables\n6id_ns\n6md\n6rocess\n6te\n6ud\n5regset_to_user\n6tnl_link_stats\n5seccomp\n7mid_*\n8undo\n6hmid_*\n9nfo_to_user\n6ighand\n8info_*\n8nal\n6kb_header\n6plice_read\n6tatmount_to_user\n7ring_kernel\nbs\nc_kernel\n5termios\nc_locked\n6o_high_bio_irq\n8user_iter_csum\ndpage\n6ree\n5urb_data_to_user\n6ser_highpage\n6tsname\n2re_has_*\n5sys_select\n4dump_filter_setup\nbnish\n9next_vma\n9task_exit\n9wait\n2st_to_abs_cost\n2unt\n5_data_pages\n6free_highmem_pages\n6highmem_*\n6max_entries\n7ounts\n6pages_for_highmem\n7lts\n6semcnt\n7trings_kernel\n6trail_chars\n5er_active\n7s_read_on_cpu\n1p15_barrier_set_hw_mode\n4barrier_handler\n2_compat_stat\n3err_string\n3new_*\n3old_stat\n6abi_stat64\n3stat64\n7x\n2compare\n2d_to_*\n2u_amu_enable\n5rchitecture\n4bootable\n5yteorder_show\n4can_*\n5lear_*\n6uster_*\n5opy_el2regs\n4device_down\nbup\n5ie\n7_early\n6sable\nb_common\n5o_*\n6wn\n8_maps_locked\n4emergency_*\n6ulate_effective_ctr\n5nable_*\n4get_elf_*\n8ops\n4has_aliasing_icache\n9mu_feat\n8broken_dbm\n8hotplug\n8iwmmxt\n6ve_feature\n5otplug_*\n4init_*\n4khz_*\n4latency_*\n5ogical_map\n4maps_*\n5itigations_*\n4pm_enter\n8xit\n7init\n7notify\nd_robust\n7register_notifier\n9sume\n7suspend\n7unregister_notifier\n5sci_*\n4read_*\n6place_ttbr1\n6sume\na_*\n4secondary_check52bitva\n6t_*\n7up\n5mt_*\n5oft_restart\n5tat_show\n6ore\n5uspend\nb_*\n4to_node\n5rap_el0_impdef\n6y_die\n4up\n6_down_serialize_trainwrecks\n6date_secondary_bootdata\n3cap_*\n3feature_*\n4req_callback\n8register_tsc_scaling\n3hp_*\n3id_*\n4nfo_*\n3s_*\n4et1_*\n6_*\n6s_*\n1r4_set_bits_and_update_boot\n4update_*\n2ash_*\n2c32_threadfn\n2d_load\n2eate_basic_memory_bitmaps\n8io_slab\n7dev\n7elf_*\n8mpty_buffers\n8ntry\n7fdt_early_page_table\n8lat_tables\n7idmap\n8mage\n8nit_pkru_value\n9tf_ep_devs\n8o_thread\n8pc_ns\n7kernel_mapping\nepage_table\n7linear_mapping_*\n7mapping_*\n8em_extents\n7new_namespaces\n8sproxy\n7p4d_mapping\n8age_buffers\nctables\n8gd_*\n8id_*\n9pe_files\n8md_mapping\n8roc_profile\naf_cpu_mask\n8te_mapping\n8ud_mapping\n7regulator\n8stor_token\n7safe_exec_page\n8etup_*\n7tlb_single_page_flush_ceiling\n8mp_mapping\n7user_ns\n8ts_ns\n7zone_bm_rtree\n3d_alloc_blank\n5cap_issubset\n5fscmp\n5init\n5to_ucred\n4it_init_bits\n4s_are_invalid\n2ng_fast_key_erasure\n5make_state\n5reseed\nb_interval\n5set_ready\n1s5530a_warm_reset\n56_warm_reset\n2et_cgroup_from_root\n2s_clear_dir\n6s_state\n5reate\n5s\n4free_rwork_fn\n8zer\n6om_id\n4has_online_children\n4killed_*\n4leftmost_descendant\n4next_*\n4pids\n5opulate_dir\n4rdmacg\n5elease\nb_work_fn\n5ightmost_descendant\n4set_*\n4task_*\n5o_blkcg\n5ryget_online_from_dir\n4visible\n2um_and_copy_from_iter_full\n1t_cpu_track_user\n3idle_*\n4rq_*\n3kernel_*\n3nmi_*\n3user_*\n2rl_alt_del\n5is_pointer\n1ur_to_*\n3rent_cgns_*\n9hrooted\n9puset_is_being_rebound\n9ss_*\n8hweight\nf_max\n8in_userns\n8parent_*\n8time\ncstamp_*\n9rigger_*\n8umask\n2stom_divisor_show\n6ize_machine\n1yc2ns_*\n3les_2_ns\n0d_absolute_path\n3dd\n5_ci\n3lloc\n7_*\n3ncestor\n2clear_type_and_inode\n2delete\n3rop\n2exact_alias\n4change\n2find_alias\nc_rcu\n8ny_alias\n3lags_for_inode\n3ree\n6_external\n2genocide\na_kill\n2hash\n6_and_lookup\n2instantiate\nd_*\n4validate\n2lookup\n8_*\n3ru_*\n2make_root\n4rk_*\n3ove\n2obtain_*\n2parent_ino\n4th\n3rune_aliases\n2rehash\n4validate\n2same_name\n3et_*\n3hrink_*\n3plice_alias\n2tmpfile\n2unalias\n2wait_lookup\n4lk\n1ash2underscore\n2ta_available_show\n4gram_poll\n3e_show\n2x_associate_entry\n4busy_page\n4clear_dirty_range\n4dedupe_file_range_compare\n6lete_mapping_entry\n5isassociate_entry\n4end_pfn\n6try_*\n4fault_*\n5ile_unshare\n6nish_sync_fault\n4insert_*\n6validate_*\n5omap_*\n5s_*\n4layout_*\n5oad_hole\n6ck_entry\n9folio\n9mapping_entry\n4make_entry\n6pping_is_cow\ncset_cow\n5emzero\n4page_*\n5md_load_hole\n4range_compare_iter\n5emap_file_range_prep\n4to_pfn\n5runcate_page\n4unlock_*\n6share_iter\n4wake_entry\n5riteback_*\n4zero_iter\n9range\n1bg_cpu_pm_notify\n4reset_online\n1cache_*\n1d_*\n1e_thread\n2activate_locked_super\nbsuper\n3dline_*\n2bounce_irq_handler\n9setup\n9work_func\n8d_value\n3ug_arch_supported\n6css_*\n6exception_*\n6hotplug_cpu\n6kernel\n6ll_addr\n6oslsr_trap\n6pagealloc_set_page\n7rint_probes\n6reg_trap\n6taskcount_read\n5fs_kprobe_init\n2c_attach_*\n4cgroup_namespaces\n4dl_tasks_cs\n4ipc_namespaces\n4mnt_namespaces\n4net_namespaces\n4pid_namespaces\n4rlimit_*\n4ucount\n5sb_memory_use_count\n6er_namespaces\n5ts_namespaces\n3lare_*\n3ode_dr7\n7state\n8uspend_state\n4mpress_exec\nbthreadfn\n3rement_wakelocks_number\n4ypt_bh\n2f_to_user\n3ault_abort_op\n8banner\n8device_*\n8find_smp_config\n8get_smp_config\n8llseek\n8nmi_init\n8operstate\n8post_xol_op\nawer_off\n9re_xol_op\n8rootfs\n3erred_cad\n2l_gendisk\n4symlink\n4usage_links\n3ayacct_*\n5ed_fput\n9ree_*\n8mntput\n8put_*\n3egate_show\n3iver_ptype_list_skb\n8skb\n2ntry2offset\n6_cmp\n8reate\n7free\n7kill\n7lru_*\n7needs_remove_privs\n7open\n7path\nb_raw\n7string_cmp\n7unlink_inode\nbst\n2queue_signal\n9ynchronous_signal\n2reference_module_function_descriptor\n2sc_check_and_set_metadata_mode\n5free_label\n5set_label\n5to_gpio\n4riptors_changed\ncread\n3kew\n3troy_all_async\n9sync_on_interface\n8context_ldt\n8inode\n8pid_namespace\n8regulator\n8super_*\n8unused_super\n9sb_class\n5uct_tty_driver\n2tach_buf_*\n7mounts\n7pid\n7rules\n3ect_art\n7cache_level\n7system_supports_pseudo_nmi\n7vsmp_box\n4rmine_cpu_tsc_frequencies\navalid_ioctls\n2v_add_*\n7r_add\n9check\namp\n9del\n9flush\n9init\n9mod\n5lloc_*\n4base_seq_inc\n5in_attrs_are_visible\n4change_*\n5lose\n9_many\n5pu_dead\n4dbg_obj\n5ebug_*\n5irect_xmit\n6sable_gro_hw\nclro\n5mabuf_uninstall\n4eth_ioctl\n4fetch_*\n5ill_*\n5orward_skb\nf2\nf_nomtu\n5rom_bucket\n9same_bucket\n5wd_path\n4get_*\n7byhwaddr\nf_rcu\n7firstbyhwtype\n7ifmap\n5ro_receive\n4hard_start_xmit\n4ifconf\n6name\n6sioc\na_locked\n5ndex_*\n6gress_queue_create\n5octl\n5salive\n4kfree_*\n4load\n6opback_xmit\n4mc_*\n4name_hash\n5ew_index\n5it_active\n5otify_flags\n4or_parent_of_node\n4pick_*\n5re_changeaddr_notify\n7p_valid_name\n6oc_*\n4qdisc_enqueue\n5ueue_*\n4remove_*\n4seq_from_index\n8printf_stats\n8show\n6t_alias\nalmulti\n8group\n8hwtstamp\ng_phylib\n8mac_*\n9tu\nb_ext\n8promiscuity\n8rx_mode\n8threaded\n7ifmap\n5iocbond\n8devprivate\n8wandev\n5tring_attrs_are_visible\n4to_bi\n7dma_chan\n4uc_*\n4valid_name\n9ate_mtu\n5ia_ifindex\n4xdp_*\n5mit_skb\n3ice_add_disk\n7drop_group\n7has_all_tx_types\n7is_integrity_capable_show\n7make_group\n6tree_corrupt\n3m_acpi_dev_add_driver_gpios\n5blk_crypto_profile_init\n5cci_regmap_init_i2c\n6lk_hw_get_clk\ncregister\ncunregister_cb\n9notifier_*\n9rate_*\naegister\n9unregister_cb\n5dma_request_chan\n5fwnode_gpiod_get_index\ncpwm_get\n5gpio_chip_release\narelease\ncquest\nh_one\n9chip_add_data_with_key\n9d_*\n5hwmon_*\n5i2c_*\n6io_backend_*\n9device_*\n9gts_*\n9init_iio_gts\n9trigger_*\n6nit_badblocks\n7put_*\n5led_classdev_match\niregister_ext\nklease\niunregister\n9get\n9release\n9trigger_*\n5memremap\nd_match\nerelease\n8unmap\n6fd_*\n6mc_*\n5nvmem_*\n5of_clk_*\n8led_*\n8phy_get\nf_by_index\ncoptional_get\ncprovider_*\n9latform_*\n5phy_*\n6wm_get\n9release\n8chip_*\n5region_*\n9ster_power_off_handler\nereboot_notifier\ngstart_handler\nesys_off_handler\n7lease_*\n7quest_free_mem_region\ndregion\nfsource\n7set_*\n8ource_*\n6tc_*\n5spi_*\n5uio_*\n6nregister_reboot_notifier\ngsys_off_handler\n5watchdog_*\n3node_*\n4um_show\n3path_show\n4rop_gpiochip_set_names\n3t_from_*\n1flt_features_check\n1get\n4_dlock\n5parent\n1iag_check_dup\n5get\n5net_*\n2e_kmmio_nesting_error\n2o_aio_complete_work\n5wait_*\n4bio_*\n4cleanup\n5omplete\n4get_page\n4new_bio\n4pages_present\n5in_page\n4refill_pages\n4send_cur_page\n6t_defer_completion\n4unpin_page\n4zero_block\n2r_add\n4utime\n3ect_file_splice_eof\n7splice_actor\n7write_fallback\n6ion_*\n3tytime_interval_handler\n2sable_dma\n8fiq\n8hpet\n8insn_hw_mode\n8kprobe\n8mmiotrace\n8pgtable_*\n9id_allocation\n8show\n9ingle_step\n9mp\n9tore\n4rm_all_kprobes\n7kmmio_fault_page\n8probe\nd_ftrace\n4ssociate_ctty\n3card_buffer\n8new_inode\n4onnect_mount\n3k_*\n4seq_show\n5tats_show\n3patch_rq_from_ctx\n4ose_list\n3sector_set_key\n4olve_on_fput\n1l_rebuild_rd_accounting\n3update_tasks_root_domain\n1ma_async_*\n4buf_*\n6s_init\n4chan_get\n9is_local\n9put\n9to_owner\n8nel\nb_active\ncrebalance\nctable_init\n5ookie_*\n4device_*\n4fence\n9_*\n5ilter_match\n6nd_channel\n4get_any_slave_channel\n8slave_*\n4heap_*\n4issue_pending_all\n4map_area\n8cont\n8sg_*\n4release_channel\n6quest_*\n6sv\n8_*\n5un_dependencies\n4set_in_flight_bytes\n8residue\n5ync_wait\n4wait_for_async_tx\n3buf_sysfs_uevent_filter\n6fs_dname\n3engine_dbg_summary_show\nbebug_*\nffs_init\ncsc_*\ndtroy_unmap_pool\naget\nd_*\nainit_unmap_pool\naput\nasummary_show\naunmap\nf_put\n9m_*\n3m_device_release\n2i_io_delay_0xed_port\n1name_*\n1o_SAK\n6_work\n3accept\n6t_process\n4dd_mount\n4lignment_*\n3basic_setup\n4oot_cpu\n4reakpoint\n3change_type\n5eck_lazy_tlb\n4lone_file_range\n6se_execat\n9on_exec\n4ollect\n5mpat_*\n5py\n7_page\n5redump\n4tors\n3dec_rlimit_put_ucounts\n5ntry_open\n4irect_IO\n4up2\n3early_*\n4mergency_*\n5ulate_mrs\n4poll_*\n4ventfd\n4xecve\n9at\nb_common\n5it\n3faccessat\n4chmodat\n6ownat\n5ntl\n8_add_lease\n4ile_open_root\n6p_open\n5xup_smp_on_up\n4lush_*\n4psimd_*\n4ree_cleaned_kprobes\n8init\n7zer_trap\n4sync\n4truncate\n4utex\n6imesat\n3get_acl\n7kexec_buffer\n7thread_area\n6pgid\n6xattr\n4roup_exit\n3handle_IPI\naopen\nato_path\n4eader\n3idmap_mount\n4io_read_channel_label\n4nit_module\n7call_level\nbs\n5ode_permission\n5t\n4o_getevents\n4ter_*\n3jobctl_trap\n3kernel_*\n5xec_load\n4image_alloc_init\n3linkat\n5stmount\n4ock_file_wait\n8mount\n5op_readv_writev\n7back\n3make_slave\n5rk_busy\n4kdirat\n5nodat\n4od_ctors\n5unt\n8_*\n5ve_*\n4page_readpage\n4q_*\n4sg_fill\n6rcv\n6snd\n3name\n4etdev_rx_csum_fault\n6poll_cleanup\n5w_*\n4o_restart_syscall\n5tify\n9_parent\ng_cldstop\nbidfd\n3o_path\n4ne_initcall\n7tree\n4pen_execat\n5timize_kprobes\n4utput_char\n3pipe2\n7_flags\n4ollfd\n5pulate_rootfs\n4re_smp_initcalls\n6adv\n5limit\n5oc_*\n6file_hits\n4select\n4writev\n3read_far_test\n8test\n7linkat\n7v\n5configure_mnt\n6vmmsg\n5fcount_check\n5lease\n6oc\n5mount\n5nameat2\n5start_poll\n4iscv_hwprobe\n4mdir\n4seq_syscall\n4t_*\n3sanity_check\n4dei_event\n4eccomp\n5lect\n5mtimedop\n5nd_sig_info\n9pecific\n7file\n5t_acl\n7group\n7master\n7proto_down\n7thread_area\n6link\n6vfinfo\n6xattr\n4hm_rmid\n6at\n5oot_lazy_tlb\n4igaction\n7ltstack\n6nal\n9_stop\n9fd4\n6pending\n6timedwait\n4kip\n4mart_*\n5e_acc\n4ock_*\n4plice\n9_*\n4tart\n6tfs64\n9_native\n7mount\n7x\n8_fd\n4ve_acc\n4ymlink\naat\n5nc_work\n5s_*\n6call_trace_enter\nixit\n6info\n3tee\n5st_bulk_ioremapping\n4haw_*\n5read_regset_writeback\n4imerfd_*\n4kill\n4mpfile\n4race_initcall_*\n5uncate\n4ty_*\n3umount\n9_root\n4nexpected_cp\n5linkat\n5optimize_kprobes\n4ser_cp_fault\n4time\n8_path\n8s\n9_*\n3vc_no_ghcb\n4fs_ioctl\n4m86_irq_handling\n3wait\n7_pid\n8thread\n5tchpoint\n4ork_pending\n4rite_test\n8v\n3xdp_generic\n2ne_path_create\n2rmant_show\n2uble_lock_hb\n7unlock_*\n6fault_*\n2wn_read_failed\n5write_failed\n1pm_save_errno\n9failed_dev\ngstep\n2ut\n4_to_list\n1river_disconnect\n7probe\n7resume\n7set_config_work\n8uspend\n2ms_uA_update\n2op_caches_sysctl_handler\n6ollected_mounts\n5links\n5nlink\n5pagecache_sb\n5reasons_*\n7fcount\n5super\na_exclusive\n4mon_net_event\n1sp_do\n4load_state\n4save_state\n2t_alloc\n4blackhole_*\n4cache_*\n5ount_dec\n6w_metrics_generic\n4destroy\nb_*\n6v_put\n5iscard_out\n4init\n4release\nb_immediate\n1t_irqdomain_alloc\n4s_stub\n3mem_next_cell\n2b_add_ioapic\n5pic_setup\n4cpu_setup\n4ioapic_setup\n4lapic_setup\n4setup_hpet\n1ummy_clock_*\n3p_addr\n6lign\n5cpu_features\n8id_table\n8mask\n5emit\n9_page\n5interrupted\n7valid_creds\n5kernel_*\n6probe\n5leak\n5machine_table\n6em_limit\n5page_copy\n6rot\n5rules\n5skip\n9_to\n5user_range\n5vma_snapshot\n2p_and_fixup_symbol_prop\n4fctx\n5d\n4mm\n6_exe_file\n6ap\n4or_alloc_cpuset\n4task_struct\n4userfaultfd\nf_*\n3lex_show\n4icate_memory_bitmap\narel\nda\n1ynamic_debug_*\n9name\n8linking_not_supported\n0e6xx_force_enable_hpet\n1820_*\n1ach_dev\n2rly_alloc_pgt_buf\n6console_register\newrite\n6enable_pseudo_nmi\n6fdt_map\n7ixmap_*\n6gart_iommu_check\n6hostname\n6idt_*\n7gnore_irq\n7nit_*\nard\ncmem\n7oremap_*\n7s_amd_nb\n6lookup_bdev\n6make_pgtable\n7em\n9remap_*\n7od_check\n6numa_*\n6p4d_offset\n7anic\n7ci_*\n7gtable_alloc\n7latform_*\n7rint\n6quirks\n6randomize_kstack_offset\n7eserve_*\n6serial_hw_init\ndinit\ndputc\ndwrite\n8t_*\n9up_idt\n7np_*\n7top_*\n6vga_write\n6write\n2t\n3_empty_buffer\n1cho_buf\n8_addr\n5char\n9_raw\n5erase_tab\n5move_back_col\n5set_canon_col\n1dge_detector_*\n5irq_*\n5show\n6tore\n1ffective_prot\n2i_create_mapping\n4enter_kernel\n4fpsimd_*\n4handle_corrupted_x18\n5eader_end\n4rt_*\n5untime_fixup_exception\n4set_mapping_permissions\n3mem_to_pgprot_map\n1gress_dev\n1hci_post_add\n6re_add\n5remove\n5wait_for_companions\n2set_single_step_set_feature\n1isa_bus_probe\n1l1_sync\n2evator_*\n2f16_to_cpu\n332_to_cpu\n364_to_cpu\n3_*\n2igible_*\n2v_*\n2x_sync\n1m_adjust_new_capacity\n3check_capacity_update\n4ompute_costs\n4pu_get\n6freq_update_efficiencies\n4reate_*\n3debug_*\n5v_*\n3init_performance\n3pd_get\n3recalc_and_update\n5lease_table_kref\n3table_*\n3update_workfn\n2ergency_*\n2pty_dir_*\n6zero_page\n2ulate_id_reg\n8mrs\n8push_stack\n8swpX\n9ys_reg\n8umip_insn\n6ion_*\n1nable_cgroup_debug\n8pu0_hotplug\na_capabilities\n8rash_mem_map\n7debug_cgroup\n8ma\n7fiq\n7gart_translations\n7insn_hw_mode\n7kprobe\n7mismatched_32bit_el0\n8miotrace\n9u\n8onitor_mode\n8rs_emulation\n7restore_image_protection\n7single_step\n8tep\n2c_cache_flush_required_noop\n5opy\n4dec_hypercall\n4kexec_*\n4status_*\n4tlb_flush_required_noop\n3ode_comp2_t\nb_t\n7dr7\n7float\n2d_bio_bh_io_sync\n5uffer_*\n4cpu_udmabuf\n4dir_add\n3point_is_duplicate\n2forced_nproc_rlimit\n2ough_free_mem\n7swap\n2queue_to_backlog\n2ter_lazy\na_tlb\n6state\n6uniprocessor\n6vhe\n3ropy_timer\n4y_find\n6status\n1p_alloc\n8_epitem\n4ttach_file\n4utoremove_wake_function\n3busy_*\n3clear_and_put\n4mp_ffd\n4reate_wakeup_source\n3deliver_event\n5stroy_wakeup_source\n5vice_release\n4one_scan\n3enter_scan\n4ventpoll_*\n8s_available\n4xit_scan\n3find\n7_tfd\n4ree\n3get\n6_upwards_depth_proc\n3has_wakeup_source\n3insert\n4s_linked\n6scanning\n4tem_*\n3loop_*\n3modify\n3pm_*\n4oll\n7_*\n4table_queue_proc\n4wq_from_wait\n3rbtree_insert\n4efcount_dec_and_test\n5gister_epitem\n5move\n9_*\n3send_events\n5t_busy_poll_napi_id\n7ffd\n4how_fdinfo\n4tart_scan\n3take_care_of_epollwakeup\n4imeout_to_timespec\n4o_host_endpoint\n3unregister_pollwait\n3wakeup_source\n2i_clear_ovflist\n4fget\n4on_ovflist\n4rcu_free\n2oll_*\n1rase_effect\n5r\n2ratum_a15_*\n3no_to_blk_status\n3or\n5_lpae\n6p\n1spfix_base_addr\n2t_fetch_counters\n4timer\n3imate_accuracy\n1vdev_*\n2entfd_*\n5poll_*\n2ict_chunk\n6inodes\n1xact_lock\n2change_tids\n3lude_from_core\n2e_add_tsk\n3c_binprm\n5mm_release\n7ap\n5task_namespaces\n4domains_proc_show\n4ute_only_pkey\n8with_initialized_rng\n2isting_qdiscs_register\n3t_aio\n5boot_config\n5creds\n5elf_*\n5files\n6s\n5io_context\n5misc_binfmt\n6m\n7_release\n5net_drop_monitor\n6otify\n5pi_state_list\n6trace\n5robust_list\n5script_binfmt\n6em\n6hm\n6ignal\nbs\n5task_*\n4f\n2pand_corename\n7fdtable\n8iles\n7xps_map\n3ort_udmabuf\n6er_name_show\n3unge_all\n2t_pi_*\n3end_brk\n7netdev_table\n4rnal_name\n3ra_header_fields\n5ct\n7_entropy\n8string\n0f_created_query\n2delown\n3upfd\n7_query\n2getown\n8_ex\n8er_uids\n2owner_sig\n2pick\n2seen\n4town\n8_ex\n2unlock_pos\n1a64_kernel_enable\n2il_futex_debugfs\n5io_timeout_debugfs\n5make_request_debugfs\n5show\n6tore\n4over_*\n2ke_signal_wake_up\n2m10h_check_enable_mmcfg\n2st_dput\n5mix\n4div\n3ync_*\n2ult_in_user_writeable\n1b_tunnels_only_for_init_net_sysctl_setup\n1c_drop_locked\n3mount\n2ntl_*\n1d_install\n4s_open\n3statfs\n2b_vid_parse\n2get\n5_*\n2t_*\n1eature_matches\n7s_clr\n9enabled\n9set\n2i_*\n2nce_chains_*\n8eck_cb_func\n7mp\n2tch_item\n6message_locked\n6robust_entry\n1get\n4_files\na_rcu\n5light\n5raw\n5task\n1ib_default_rule_*\n5ump_is_consistent\n4net_dump\n5l2rule\nb_l3mdev\n6_*\n5otifier_*\n4rule_*\n8s_*\n4seq_sum\n4valid_dumprule_req\n2emap_fill_next_extent\n7prep\n2fo_open\n2le_bdev\n5caps_disable\n6lose_*\n5f_*\n6ree\n9_rcu\n5get_write_access\n5init_path\n6octl\n5lease\n6ock\n5modified\nd_flags\n5needs_f_pos_lock\n6s_capable\n5open_*\n5path\n6pos\n6ut_write_access\n5remove_*\n5to_blk_mode\n6ty\n8_write\n5update_time\n4attr_*\n4lock_init\n4name_create\n9lookup\n9parentat\n4s_init\n6maxfiles_init\n5ystems_proc_show\n3l_ac\n6uxv_note\n5cacheinfo\n7llchain\n6trl_init_data\n5elf_*\n6vent\n6xtnum_info\n5files_note\n5imix_distribution\n5note\n9_info\n5p4d\n6acket\nb_*\n6md\n6rstatus\n6sinfo\n6te\n6ud\n5siginfo_note\n6tats\na_*\n5tgid_exit\n6hread_core_info\n5up_crash_elf_data\n6ser_desc\n4dir\n764\n4onedir\n3p_close\n5flush\n5open\n3ter_watch_notification\n2nal_note\n5ise_el2\n6ze_exec\n9ldt_struct\n9skb_around\n3d_alive_thread\n7loc_undo\n6nd_link_peer\n7y_sec\n9unique_sec\n6pf_task\n5battery_quirk\n5candidate\n6c_*\n6g_rpool_locked\n6hild_reaper\n8p_by_name\n7unk\n6losest_bigger\n6ss_set\n5dup_cset_*\n6ynamic_major\n5entity\n6xisting_css_set\n7ported_symbol_in_section\n5field\n7lesystem\n5gap\n6e_pid\n7t_block\ne_*\n9pid\n9task_by_vpid\n6overnor_by_name\n5iad\n6ndir_dev\n7ode_*\n7terface\n5kallsyms_*\n5link\n6ow_pfn_range\n5memory_area\n6od_section\n8ule\nb_*\n6sg\n5new_reaper\n7xt_child\nadescriptor\nafd\naiomem_res\n6orthbridge\n7tification\n6um_contig\n5oprom\n6ut_of_order\n5pcpusec\n6id_ns\n6ort_owner\n7sitive_dentry\n6rivate_ref\n5race\n6ef\n8_lock\n7gset\n7source_space\n8ume_device\n6mem\n5sec\n7qno\n6ignaled\n6kb\n6tart_end\n6ubmount\n7pported_vector_length\n5target\n7sk_*\n6opper\n5ucounts\n6ser\n9fault\ne_*\n5vpid\n4intfep\n3ish_automount\n7clean_context\n8pu\n7erasing\n7mount_kattr\n7no_open\n7open\n7port_resume\n7writeback_work\n6ed_loading\n2q_def_op\n2re_user_return_notifiers\n3st_slave\n7uper\n2x_erratum_688\n4hypertransport_config\n3ed_size_llseek\n3map_*\n3up_a_pv_table\n6compat_flock\n6int\n6long\n6pi_*\n7ointer\n7v_table\n6rpl\n6smp\n9_on_up\n6umip_exception\n1lag_nproc_exceeded\n5store\n4s_by_*\n6store\n6to_propagation_type\n2ock64_to_posix_lock\n5_*\n3w_action_cookie_*\n5block_*\n5dissector_*\n5get_u32_*\n5hash_*\n5indr_*\n5keys_*\n5limit_*\n5rule_*\n2ush_all_backlogs\n7rg_page\n6backlog\n7p_all\n7usy_*\n6context\n6dcache_page\n7elayed_fput\n6echoes\n7nd_io\n6gart\n7ro_hash\n6icache_*\n7timer_signals\n6latency_buckets\n7dt\n6module_*\n6plug_callbacks\n7md_tlb_range\n7trace_*\n6required\n7oute_cache\n6signal_handlers\ncs\n9queue\ne_mask\n7wap_writer\n6tlb_*\n7o_ldisc\n1meter_*\n1olio_alloc_buffers\n6create_buffers\n6init_buffers\n6set_bh\n6zero_new_buffers\n3low_automount\n7dotdot\nd_rcu\n9wn\nb_one\n7mount_rcu\n7up\n2r_each_companion\n9kernel_tracepoint\n9module_tracepoint\n9tracepoint_*\n3ce_disable_*\n7ma_unencrypted\n6exit_sig\n6fatal_sig\n6hpet_resume\n6ro_*\n6show\n7ig\n9_*\n9segv\n7tore\n6unoptimize_kprobe\n6valid_ss\n3get_all_cached_acls\n7cached_acl\n7original_parent\n3k_idle\n6nit\n5usermode_driver\n3mat_corename\n7name_assign_type\n7ref_*\n2und\n1pa_get\n4set\n2e_setup\n2mr_get\n5set\n2r_active\n4get\n4set\n2simd_*\n2ut\n4_sync\n1raction\n3me_uc_flags\n2ee_SAs\n5aggr_kprobe\n6ll_swap_pages\n6non_*\n6rg_*\n6sync\n5basic_memory_bitmaps\n6prm\n6uffer_head\n5cg_rpool_locked\n7roup_ns\n8p_cset_links\n6hunk\n6lk\n6opy\n6pumasks\n8set\n5dma\n5empty_*\n6phead\n6xit_*\n5fdtable\nc_rcu\n6s_struct\n5hash\n6ighmem_data\n6otplug_*\n6ugepage_table\n5idata\n6mage_page\n6nit_pages\n9mem\n9rd_mem\n7ode_nonrcu\n7sn_*\n6octx\na_*\n6pc\n8_ns\n8s\n6rq_label\n5kernel_image_pages\n6listmount_free\n5ldt_*\n6ist_of_pages\n5mem_extents\n6nt_*\n6od_mem\n8info\n8probe_argv\n8ule\nb_elf\ncparam_attrs\n5netdev\n6ote_info\n9s_attrs\n6sproxy\n5optinsn_page\n6verlay_changeset\n5p4d\n6agetable\n6id\n7pe_info\n6md\n8_*\n8s\n6oll_entry\n6te\n8_*\n6ud\n8_*\n6wms\n5rp_*\n5sdei_*\n6ect_attrs\n6ignal_struct\n6ys_off_handler\n5task\n9_struct\n6hread_stack\n6ransition_pgtable\n7ee_refs\n6ty_struct\n5uid\n6nnecessary_pages\n6ser_ns\n6ts_ns\n5vfsmnt\n6m86_irq\n7_*\n7a_snapshot\n7emmap_storage\n5watch\n5zone_bm_rtree\n4ary\n4que\n4ze_bdev\n7cgroup\n7dec\n7inc\n7kernel_threads\n7processes\n7secondary_cpus\n8uper\n7task\n6r_*\n5ing_slow_path\n3q_constraints_init\n7unters_valid\n5qos_add_*\napply\n9read_value\nbmove_*\n9update_request\n9value_invalid\n2ob_ro_after_init\n7data\n5text\n5writable_data\n3m_kgid\n9_munged\n6projid\nc_munged\n6uid\n9_munged\n5mnt_ns\n5vfsgid\n8uid\n3nt_clear\n7ombine\n6merge\n6overwrite\n6splitting_clear\n3zen\n1s_bdev_*\n3context_for_*\n3ftype_to_dtype\n3index\n4s_nodev\n3lookup_*\n3maxindex\n3name\n7s_setup\n3param_*\n6se\n3umode_*\n3validate_description\n2caps_show\n3ontext_*\n2stack_*\n2tate_*\n2ync_bdev\n7uffers_list\n1ull_name_hash\n2nc_a\n6dd\n5b\n5remove\n4tion_name_or_default\n2tex2_*\n5_*\n1wnode_get_named_gpiod\n8piod_get_index\n7to_pwmchip\n0gain_get_scale_fraction\n5to_scaletables\n2rt_alloc_coherent\n5fixup_northbridges\n6ree_coherent\n5iommu_hole_init\nbinit\nbshutdown\n5map_*\n6em_pfn_is_ram\n5oldmem_pfn_is_ram\n5parse_options\n5resume\n5unmap_*\n1cov_*\n1en11_stolen_base\n33_stolen_*\n36_stolen_size\n38_stolen_size\n39_stolen_size\n3_estimator_*\n4kill_estimator\n4new_estimator\n4replace_estimator\n3erate_sched_domains\n5ic_add_lease\n9tomic_write_valid\n8block_bmap\n9uffers_*\n8check_addressable\n9i_*\n9ont_expand_simple\napy_*\naupler_attach\n8delete_*\n8encode_ino32_fh\n8fh_*\n9ile_*\nbl_*\ncattr\n8hwtstamp_*\n8listxattr\n9lseek_cookie\n8parse_monolithic\n9ermission\n9ipe_*\n9trace_*\n8read_dir\namap_*\n8set_encrypted_ci_d_ops\ncsb_d_ops\nblease\n9hutdown_super\n9plice_sendpage\n8update_time\n8write_*\n8xdp_*\n3hd_device_init\n3regs32_*\n7_*\n2t_MP_intsrc_index\n4accumulated_info\n6l\n6tive_super\n5ddr_size_cells\n6rp_add_pair\n5lign_bits\namask\n6low_writes\n5nd_reset_irq\n6on_bdev\n5rch_pgd\n6g_page\n6m64_*\n4bMaxPacketSize0\n5dev_super\n5hb_affected_string\n5infmt_handler\n5oot_config_from_initrd\n8args_cmdline\n5pf\n5uffer\n4cache_geometry\nasize\natype\n9d_acl\ne_rcu\n9info\n5g_rpool_locked\n5hild_by_name\n5lear_contig\ng_flush\n6k_provider_node\n6ose_on_exec\n5md_line_ptr\n5ompat_flock\ng64\nbipc64_perm\ne_perm\nbmq_attr\nbsigevent\neset\nh_argpack\n6ntig_folio_len\n5pu_architecture\n9sid_bits\n8entry_area\n8for_acpi_id\n9psimd_context\n8ops\n8vector_context\n8with_amu_feat\n5ss_set\n5trl\n5urrent_cr3_fast\ncmdwe\ncrdmacg\nctty\n4debug_arch\n6fault_vl\n5istance_from_watchpoint\n5ma_id\n8residue\n5ominating_id\n4early_fdt_ptr\n5poll_tfile_raw_ptr\n4f32_*\n564_*\n5am10h_pci_mmconf_base\n5d_set\n5ile_active\n9raw_ptr\nacu\n8system\n6q_regs\n6rst_sibling\n5lush_tlb_info\n5ree_mem_region\n5s_*\n5utex_key\n4group_rem\n4hash_from_flowi6\n5bp_len\n5ighmem_*\n5ub_descriptor\n8status\n5v_features\n4image_page\n6ix_entries\n5nfo_index\n6ode_acl\nasequence_number\n6s_*\n7n_slot\n5o_context\n5psec_sa\n4jump_table_addr\n4kfree_skb_cb\n5mmio_*\n6od_req\n5probe\n5symbol_*\n4labels\n6st_crashkernel\n5dops\n5imit\n6nk_target\n5oops_per_jiffy\n5tchars\n4max_files\n8io_size\n8segment_size\n8wp_len\n5m_asid\n7exe_file\n6ap_*\n5nt_ns\n5odinfo\n7ule_load_offset\nbplt\n6re_blocks\n6untpoint\n5pc_size\n5te_ctrl\n4net_*\n7dev_queue_index\n6w_step_size\n6xt_blocked_member\n9ino\n9modinfo\n9work_item\n5ode_by_name\n9info\n6te_info_size\n5r_dentry\nd_*\n8irty_*\n7files\n7inodes\nd_unused\n7ram_ranges_callback\n8estart_syscall\n5s_from_inode\n5th_*\n5um_brp_resources\nbs\n8wrp_resources\nbs\n4oabi_flock\n5bject_id\n5ptimized_kprobe\n4p4d_*\n5adding\n5eer_under_root\n5i_state\n6d_task\n6pe_info\nbode\n5lt_entry\n5md_*\n5ort_ssp_rate\natatus\n5te_*\n5ud_*\n4queue_ctx\n9d_event\n4ramdisk_*\n6ndom_bytes\ng_*\nbu32_below\n5eg_w32\n98\n6qs_available\n5ps_cpu\n5q_wait\n5t_frame_size\n6c_noop\n4safe_page\n5cl_gpio_value\n5da_gpio_value\n6ist\n5eccomp_filter\n7rets_page\n6gment_reg\n6motime\n6tup_data_*\n5g_table\n6flags\n6ttyb\n5hstk_data\n5igframe\nc_size\n7nal\na_page\n7set_*\n5me_default_vl\n5np_jump_table_addr\n5pectre_bhb_loop_value\n5tashed_dentry\n5uper\n5ve_default_vl\n5wap_reader\n9writer\n5ymbol_*\n4task_*\n5chars\n6r_el1_t1sz\n5ermio\n5ree\n8_bdev\nd_flags\n9keyed\n9nodev\n9single\nf_reconf\n5ty_driver\n4ucounts\nb_or_wrap\n5ndo_list\n6locked_entry\n6map_pool\n9ped_*\n6used_fd_flags\n5rb32\n5ser_arg_ptr\n9ifreq\n9reg\n9shstk_addr\n5ts\n4v4l2_*\n5alid_kprobe\n5flags\n6smount_from_fd\n4watch_queue\n4xps_*\n3blk_*\n3name\n7_flags\n8kernel\n8statx_lookup_flags\n8uflags\n3reg\n632\n4usage\n3xattr\n1fr_continue\n4next\n4start\n1id_cmp\n4m_*\n2gantic_pages_init\n1net_*\n1pio_bus_match\n5chip_*\n7rdev_*\n5desc_to_lineinfo\n7vice_*\n6o_set_config\n5free\n9_array\n5ioctl\na_*\n6s_visible\n5name_to_desc\n5request\nc_array\ndone\n5set_bias\n9config\nf_*\n9debounce_timeout\n9open_*\n6tub_drv_probe\n6ysfs_*\n5to_desc\n5v2_*\n4chip_*\n4d_*\n5ev_*\n7ice_release\n4find_sysfs_register\n4lib_*\n2r_get\n4set\n1rab_mapping_entry\n5requested_*\n5super\n3ft_tree\n2o_*\n3up_pin_kill\n6send_sig_info\n5s16_*\n6_*\n3w_dev_*\n5tree_refs\n1so_features_check\n1uarantee_*\n4d_bio_eod\n0handle_IPI\n7dots\n7early_requeue_pi_wakeup\n8viocgbit\n8xit_race\n7futex_death\n7gso_*\n7infiniband_guid\n9itrd\n7lookup_down\n7mounts\n7notify_limits\n7one\n7path\n8oweroff\n7signal\n7to_path\n8runcate\n7userfault\n7vc_boot_ghcb\n8f_guid\n8m86_*\n6r_new_ref\n8set_err\n2rmonize_features\n2s_32bit_el0\n4address_*\n5lways\n5mu\n4bh_in_lru\n4cache_*\n6pability\ne_noaudit\n5ortex_a76_erratum_1463225\n5puid_feature\n4duplicate_listener\n4generic_auth\n5ic_prio_relaxed_sync\n4hw_dbm\n4locked_children\n5pa2\n8_*\n4mismatched_cache_type\n4neoverse_n1_erratum_1542419\n6sted_virt_support\n5o_fpsimd\n7hw_prefetch\n5s_*\n5v1\n4pending_signals\n5v_steal_clock\n4si_pid_and_uid\n5me_feature\n5pectre_*\n5topped_jobs\n5ve_feature\n4unmap_ctx\n5seable_*\n7r_cpuid_feature\n3hlen_string\n2ve_cpu_*\n5full_constraints\n1cd_alloc_coherent\n4buffer_*\n6s_*\n4died_work\n4free_coherent\n4pci_*\n4release\n6sume_work\n2tosys_show\n3x_*\n1elper_lock\n7unlock\n2x32_arg\n3buf_*\n1ib_end_io\n4finish_batch\n4init_batch\n4submit_io\n4wait_io\n3ernate\n9_*\n8ion_*\n2d_add_*\n5lloc_report_buf\n9ate_device\n5pply_*\n5rray_value_is_valid\n4bus_*\n4calculate_multiplier\n5heck_*\n5lose_report\n5ompare_device_paths\n8ute_report_size\n6ncatenate_last_usage_page\n7nect\n4destroy_device\n6vice_*\n5isconnect\n5river_*\n4field_extract\n6nd_field\n5ree_dynids\n9report\n4get_report\n4hiddev\n5w_*\n4input_*\n6sert_field_entry\n4lookup_collection\n4match_*\n4open_report\n5utput_*\n4parse_report\n9r_*\n5rocess_*\n4register_*\n6move_device\n6port_*\n6quest\n4safe_input_report\n5can_*\n5et_field\n7up_resolution_multiplier\n5nto32\n4uevent\n5nregister_driver\n4validate_values\n3dev_free\n3e_si_addr_tag_bits\n3input_*\n2ghmem_*\n1list_add_ucounts\n2t_loop\n4play_dead\n1ost_drive_to_sdio_drive\n2tplug_update_*\n1pet_assign_irq\n5cfg_working\n6lear_mapping\n7kevt_*\n6nt_ahead\n6ounting\n6puhp_*\n6reate_irq_domain\n5dev_id\n6isable\nc_rtc_channel\n5enable\nb_legacy_int\n5get_unused_clockevent\n5init_clockevent\n6s_pc10_damaged\n5late_init\n6egacy_clockevent_register\n5msi_*\n5print_*\n5readl\n7serve_platform_timers\n9t_counter\n8tart_counter\n8ume_*\n6tc_interrupt\n9timer_reinit\n5select_*\n7t_mapping\n8up\na_msi_irq\n6tart_counter\n7op_counter\n5time_init\n5writel\n1te_edge_setup\n1ub_activate\n4clear_tt_buffer\n5onfigure\n4descriptor_is_sane\n5isconnect\ne_children\n4enable_device\n5vent\n5xt_port_status\n4free_dev\n4get\n4handle_remote_wakeup\n5c_release_resources\n5ub_status\n4init_*\n5octl\n5rq\n5s_*\n4pm_barrier_for_all_ports\n5ort_*\n6st_*\n6wer_on\nc_good_delay\naremaining\n5re_reset\n6obe\n5ut\n4quiesce\n4reset_resume\n7ubmit_irq_urb\n8me\n6try_irq_urb\n4set_*\n5uspend\n4tt_work\n4usb3_port_prepare_disable\n2ge_pte_clear\n8p_*\n4tlb_swap_entry_to_folio\n8valid_size\n7page_init\n2ng_*\n1vhe_possible\n1w_addr_*\n3break_get\n9set\n8point_arch_parse\necfi_handler\nfontrol\neexceptions_notify\nehandler\nepending\nfmu_read\nereset\nhtore\neslot_setup\nis\nethread_switch\n3failure_*\n3nmi_get_sample_period\n3protection_shutdown\n2bm_buf_free\n5pool_*\n2eight_*\n2mon_*\n2probe_*\n1yp_*\n0i2c_acpi_*\n5dapter_depth\nev_release\nclock_bus\nctrylock_bus\ncunlock_bus\n6d_*\n4check_*\n5lient_*\nas_command\n5md\n4default_probe\n6l_adapter\n8driver\n6register_clients\n6tect\na_*\n6v_irq_from_resources\n8or_parent_fwnode_match\n8set_name\n7ice_*\n5o_*\n4encode_flags_to_addr\n5xit\n4find_*\n5or_each_dev\n5req_mode_string\n4generic_*\n6t_*\n5pio_init_*\n4handle_smbus_host_notify\n5ost_*\n4in_atomic_xfer_mode\n6it\n8_recovery\n4lock_*\n4match_id\n4new_ancillary_device\n8client_device\n8dummy_device\n8scanned_device\n9mbus_alert_device\n4of_*\n4parse_*\n5robe_func_quick_read\n5ut_*\n4quirk_error\n4recover_bus\n6gister_adapter\nddriver\n4scan_static_board_info\n5etup_*\n5lave_event\naregister\naunregister\n5mbus_*\n4transfer\nc_buffer_flags\ndtrace_*\n4unlock_addr\n6register_device\n4verify_*\n1386_default_early_setup\n5reserve_resources\n5start_kernel\n18237A_*\n359A_init_ops\n8rq_pending\n7suspend\n230_mem_size\n5stolen_*\n5tseg_size\n245_stolen_base\n5tseg_size\n25x_mem_size\n5stolen_base\n5tseg_size\n265_stolen_base\n1_binfmt_misc\n2callback\n1a32_arch_ptrace\n5restore_sigcontext\n5setup_*\n1bt_clear_fred_wfe\n4selftest_noendbr\n1cache_*\n2h_force_*\n2mp_has_id\n2q_free_icq_rcu\n4to_bic\n1dempotent\na_*\n3nt_p4d_init\n7md_init\n7ud_init\n5ify_insn\n9ramdisk_image\n6ty_mapped\n2le_dummy\n3ing_*\n2map_cpu_replace_ttbr1\n6kpti_*\n1eee8021q_tt_to_tc\n2tf_dscp_to_ieee8021q_tt\n1f_nlmsg_*\n2alias_*\n2link_show\n1get\n45_*\n4_failed\n5locked\n2nore_signals\n7undef_symbol\n9known_bootoption\n5ing_children\n2rab\n1hold\n1io_active_scan_mask_index\n5dd_*\n5lloc_pollfunc\n4backend_*\n5uffer_*\n4channel_validate_scan_type\n6eck_*\n6rdev_*\n5ompute_scan_bytes\n6nfigfs_*\n4dealloc_pollfunc\n6bugfs_*\n6mux\n6v_release\n7ice_*\n5isable_buffers\n5ma_resv_lock\n4enable_buffers\n6um_*\n5v_*\n6ent_*\n5xit\n4find_*\n5ormat_*\n5ree_*\n4get_debugfs_dentry\n8sw_*\n8time_ns\n5ts_*\n4init\n8_iio_gts\n5octl\n4pollfunc_store_time\n6p_from_buffer\n5ush_*\n4read_acpi_mount_matrix\n9channel_info\nl_avail\naonst_attr\n9mount_matrix\n6enable_work_fn\n6gister_*\n4sanity_check_avail_scan_masks\n5can_*\n5etup_*\n5how_*\n5torage_*\n6r_to_fixpoint\n5w_*\n5ysfs_match_string_with_gaps\n4trig_release\n9subirqmask\nfunmask\n8ger_*\nbed_event_*\n4unregister_*\n5pdate_*\n4validate_*\n5erify_update\n4write_channel_info\n1kconfig_*\n2headers_*\n1llegal_highdma\n2ookup\n75\n8_nowait\n1ma_free_kexec_buffer\n4get_kexec_buffer\n3ge_load\n6probe\n6size_*\n2plement\n3ress_friends\n1n4_pton\n26_pton\n2_aton\n3egroup_p\n3group_*\n3init\n3lookup_hash\n3module_plt\n3rseq_cs\n3use_show\n6rns\n2c_cgroup_namespaces\n4diskseq\n5l_tasks_cs\n4ipc_namespaces\n4mnt_namespaces\n4net_namespaces\n5link\n4pid_namespaces\n4rlimit_*\n4ucount\n5ser_namespaces\n5ts_namespaces\n3rement_wakelocks_number\n2dir_dev_*\n2et4_pton\n46_pton\n4_addr_is_any\n5proto_*\n6ton_with_scope\n2flate_kernel_data\n2herit_taint\n3ibited_*\n2it_32bit_*\n5FIQ\n5aggr_kprobe\n6md_*\n7u_*\n6nd_link_css\n6tags_procfs\n5backing_file\n6io\n6lkcg_llists\n6ounce_bioset\n6uild_id\n5cea_offsets\n6group_housekeeping\ncnetprio\ncroot\n6hdir\n7mod\n7own\n7root\n6lear_pgtable\n6pu_features\natr_reg\n9hwcaps_*\n9online\naps\n9possible\naresent\n9to_node\n8cap_*\n5dax_wait_table\n6efault_flow_dissectors\n6ummy_netdev\nh_core\n7p\n5eaccess\n6l1\n72\n7f_*\n6mergency_pool\n6spfix_*\n6xtra_mapping\ni_*\n5feature_override\n6ile\n6lat_binfmt\n7ush_fput\n6s_*\n5ghcb\n6i_nodes\n7c_priority_masking\n7veback_urb_bh\n6ro_hash\n5header_complete\n6wprobe_vdso_data\n5idle_pids\n5kernel_el\n6probes\n5ldsem\n6inuxrc\n7stener\n6stats_procfs\n5machine_late\n7p\n6em_*\n8ory_mapping\n6isc_binfmt\n6kdir\n7nod\n6odule_from_file\n7unt\na_tree\n6queue_fs\n6sg_buckets\n5net_drop_monitor\n6ode\n5once_userfaultfd_ctx\n7e_hpet_msi_clockevent\n6ptprobes\n6verlay_changeset\n5page_buffers\n7ram_lock\n6gtable\n6ipe_fs\n7t_clocksource\n6kru_*\n6lt\n6md\n6seudo\n6te\n5range_memory_mapping\n6mdir\n6ootfs\n6t_signal_env\n5script_binfmt\n6dei_*\n6etup\n7v_config\n6igframe_size\n8nal_sysctls\n6pecial_inode\n6tat\n6ymlink\n5task_pid\nd_links\n6racepoints\n8mpoline\nf_kaslr\n8nsition_pgtable\n6sc_clocksource\n5uio_class\n6mh_sysctls\n7ount\n6nlink\n6sb_class\n7er_layout\n6times\n5watch\n4call_*\n4ial_idmapping\n8page_table\n9g_*\n7ize_relocation_hashtable\nbtlbstate_and_flush\n4mem_init\n4ramfs_*\n5d_load\n2ode_add_*\n7ttach_wb\n6bit_waitqueue\n6cgwb_*\n6dio_*\n8rtied_after\n7o_switch_wbs\n6get_bytes\n6has_buffers\n6init\na_*\n8sert5\n7o_*\n6lru_*\n6maybe_inc_iversion\n6needs_*\n8wsize_ok\n7ohighmem\n8tify_dead\n6owner_or_capable\n6permission\n7in_lru_isolating\n7repare_wbs_switch\n6query_iversion\n6sb_*\n7et_*\n7leep_on_writeback\n7ub_bytes\n7witch_*\n7ync_complete\n6to_*\n6unpin_lru_isolating\n7pdate_time\nhstamps\n6wait_*\n2put_add_*\n7lloc_absinfo\nbate_device\n7ttach_handler\n7vailable_p\n6bits_to_string\n6cleanse_bitmasks\n8ose_device\n7opy_abs\n6default_*\n9uzz_abs_event\n8v_freeze\napoweroff\narelease\nh_keys\ncsume\nashow_*\nbuspend\natoggle\nauevent\n9ice_*\ncs_*\n9node\n7isconnect_device\n6enable_softrepeat\n7stimate_events_per_packet\n7vent\nb_dispose\n7xit\n6fetch_keycode\n7f_create\n9destroy\n9erase\navent\n9flush\n9upload\n7lush_device\n7ree_*\n6get_*\n7rab_device\n6handle_*\ncr_*\nds_*\n6inhibit_device\n8it\n8ject_event\n6match_*\n6open_device\n6pass_values\n7rint_*\n8oc_*\n6register_*\n8lease_device\n8peat_key\n8set_device\n6scancode_to_scalar\n7eq_*\n8t_abs_params\nacapability\nakeycode\natimestamp\n7tart_autorepeat\n8op_autorepeat\n6to_handler\n6uninhibit_device\n8register_*\n6wakeup_procfs_readers\n2q_canon\n3uire_remote_apic\n2sert_at\n7crashkernel_resources\n7inode_hash\ndlocked\nj4\n7resource\nf_*\n3n_is_vector\n3tall_bp_hardening_cb\n8ldt\n8vvar\n2t_msg\n3egrity_req_*\n4l_graphics_*\n6remapping_check\n4nsity_to_led_brightness\n4rface_authorized_*\n3f_assoc_attrs_are_visible\n5type\n5wireless_status_attr_is_visible\n2v_recenter_nonneg\n3alid_creds\n8selector\n7ate_bdev\nch_*\nbdevice\ncisk\nbinode_buffers\ngs\nbuser_asid\n3ent_group_ids\n1o_bitmap_*\n3delay_init\n9param\n3submit_one\n3type_show\n2c_*\n3b_bio_iopoll\n5destroy\n5put\n5to_rw_flags\n3g_*\n3tl_fibmap\n8emap\n8le_*\n8oasync\n9nbio\n7sfreeze\n8getxattr\n8setxattr\n8thaw\n6get_fs_sysfs_path\n9flags\nasuuid\n6preallocate\n6setflags\n4x_*\n2lat_*\n5ency_*\n2map_create_wc\n6free\n6local_pfn_prot\n6to_bh\n3em_*\n3mu_full\n6init_noop\n6setup\n7hutdown_noop\n2perm_*\n3rio_*\n2remap_*\n4sources_init\n2unmap_trace_core\n2write32_copy_full\n764_copy_full\n1pc64_perm_to_ipc_perm\n3_addid\n5ssert_locked_object\n4check_perms\n9id\n4findkey\n4get_maxidx\n4idr_alloc\n5nit_ids\n9proc_interface\n4kht_remove\n4lock_object\n4mni_extend\n4ns_init\n4obtain_*\n4parse_version\n5ermissions\n4rcu_*\n5mid\n4search_maxidx\n6q_pid_ns\n6t_*\n5ysctl_init\n4unlock\na_object\n5pdate_perm\ncid\n4valid_object\n3ctl_obtain_check\n3get\n6_*\n3ns_*\n3perms\n2i_complete\n5pu_*\n4flush_*\n4remote_fence_i\n4setup\n5hould_be_nmi\n5top\n4teardown\n3pe_prep\n2ut\n4_final\n1rq_dma_fence_array_work\n4of_parse_and_map\n4trans_init\n1s_Jcc\n3affected_*\n4non_ns\n4rm_mapping_symbol\n4udio\n7t_feature_set\n3bad_inode\n3cfi_preamble_symbol\n4ompat_bp\n5nd_jmp_opcode\n6stdisp\n6tinuation\n5re_*\n4pu_*\n6set_*\n4rashed_pfn_valid\n4ur_manual\n6rent_pgrp_orphaned\n3dma_buf_file\n3early_ioremap_ptep\n4ffectively_child\n4lf\n4mpty_dir_inode\n5ulated\n4vent_supported\n4xit_text\n5ported\n3file_epoll\n8shm_hugepages\n4lag\n5ush_rq\n3hibernate_resume_dev\n4pet_capable\n3ia32_*\n4cmp_err_skb\n4gnored\n4mage_text\n4n_v2_mode\n5sn_slot_addr\n4o_mapping_possible\n3kernel_exittext\n4ryo_midr\n4vm_protected_mode\n3local_mountpoint\n9partition\n3mem_exclusive\n7hardwall\n6ory_migrate\n4nt_ns_file\n4odule_address\napercpu_address\nasig_enforced\natext_address\n4pidr_duplicate\n3napot_size\n4ew_manual\n3ohci_or_uhci\n3packetized\n5rtition_*\n5th_reachable\n4osix_acl_xattr\n4ppoe_ses_hdr_valid\n4refix_bad\n5ivate_mmio_noop\n5s_invalid\n3ram\n4ela_equal\n5mote_partition\n5vectored\n4limit_overlimit\n4oot_hub\n3sched_load_balance\n4etting_trap_flag\n4i_special\n4kb_*\n4pectre_*\n5read_*\n4tring_attr\n4ubdir\n5pported_mem_type\n3targeted\n4rim_arg\n4ype_match\n3uac3_config\n4sb_device\nd_driver\n7endpoint\n7interface\n7port\n5ed_desc_packed\n4tf8_continuation\n3vaddr_valid\n5lid_cs\n9name_char\n9xdp_access\n4c2_stack\n4irtio_device\n4smp_box\n3x32_frame\n486_32_kernel_text\n3zero_addend_relocation\n2a_dma_add\n3larm\n2ig\n2w_prepare_wbs_switch\n1tem_sdata\n5udata\n3r_file_splice_write\n5to_pipe\n4ate_dir\n8fd\n8mounts\n8supers\ne_type\n8tty_*\n1unique\n1wmmxt_*\n0jailhouse_*\n1ob_control\n1peg_get_byte\n9word_be\n5next_marker\n5parse_*\n5reference_segment\n5skip\n9_segment\n1ump_*\n0kallsyms_expand_symbol\n9for_perf\n9get_symbol_type\n9init\n9lookup\nf_*\n9on_*\napen\n9show_value\naym_address\ncbol_name\n2san_alloc_raw_page\nczeroed_page\n6copy_shadow\n6early_clear_p4d\njgd\njud\ncinit\ncp4d_populate\ndopulate_p4d\nmgd\nmud\n6hw_tags_enable\n6init\na_depth\nbshadow\n6map_early_shadow\napopulate\n7em_to_shadow_align_down\nqup\n6p4d_offset\napopulate\n7gd_populate\n7md_offset\napopulate\n7opulate\ne_p4d\nggd\ngmd\ngte\ngud\nfshadow\nl_for_vaddr\n7te_offset\napopulate\n7ud_offset\napopulate\n6shallow_populate\nm_p4d\nqs\nogd\nqs\nomd\noud\n7wapper_init\n3lr_*\n2uditd_*\n1b_wait\n2lockd_*\n1cmp_cookies_init\n5epoll_target\n5lock\n5ptr\n5unlock\n2ompat_*\n1db_lsmod\n4send_sig\n4walk_kallsyms\n2ump_*\n1eepinitrd_setup\n2rn_mount\n5path\n9_*\n6cid\n5select\n5unmount\nc_array\n4el_*\n2xec_*\n1free_link\n6skb\n9_*\n9mem\n1ick_defer_list_purge\n5hub_wq\n5kprobe_optimizer\n2ll_anon_super\n6s_cred_perm\n5bdev\n6lock_super\n5cad_pid\n6ss\n5fasync\nb_rcu\n5ioctx\n5kprobe\n5litter_super\n5ok_by_cred\n6ptimized_kprobe\n6rphaned_pgrp\n5pgrp\n9_info\n6id\n8_*\n6roc_info\n5rules\n5something_info\n6uper_notify\n2mage_*\n2ocb_modified\n6set_*\n1malloc_parameter\n8reserve\n2emleak_load_module\n2mio_*\n2od_dup_*\n1nown_siginfo_layout\n1obj_to_crypto_profile\n8device_node\n8setup_data_nr\n1probe_add_*\nar\n8ggrprobe\n7blacklist_*\n8usy_*\n7cache_get_kallsym\n7disarmed\n7exceptions_notify\n7flush_task\n8ree_init_mem\n8trace_kill\n7get_kallsym\n7lookup_name\n7on_func_entry\n8ptimizer\naready\n7queued\n7register_module_notifier\n9move_*\n7seq_*\n8ysctls_init\n7unused\n6s_inc_nmissed_count\n8module_callback\n2ti_install_ng_mappings\n5ng_pgd_alloc\n3r_obfuscate\n1retprobe_find_ret_addr\ndi_pool\nainit_inst\narethook_handler\natrampoline_handler\n1stack_histogram\n2ym_prog_seq_show\n3s_*\n4fs_init\n1vm_alloc_cpumask\n5pf_reason_pending\n6ic_init\n5rch_para_*\n5sync_pf_queue_task\ndtask_*\n4check_and_clear_guest_paused\n5lock_*\n5pu_down_prepare\n8online\n7id_base\n5rash_shutdown\n5s_enable\n4detect\n5isable_host_haltpoll\ncsteal_time\n4enable_host_haltpoll\n4flush_tlb_multi\n4get_preset_lpj\n8tsc_khz\n8wallclock\n5uest_apic_eoi_write\nacpu_*\nainit\n4handle_async_pf\n4init_platform\n5o_delay\n4kick_cpu\n4msi_ext_dest_id\n4para_available\n5v_*\n4read_and_reset_apf_flags\n6gister_clock\ndsteal_time\n6store_sched_clock_state\n4save_sched_clock_state\n5ched_clock_*\n5end_ipi_*\n6t_wallclock\n7up_pv_ipi\nasecondary_clock\navsyscall_timeinfo\n6v_*\n5mp_*\n5pinlock_init\n5teal_clock\n4vcpu_is_preempted\n4wait\n3clock_*\n1yber_*\n0l1d_flush_*\n1ast_failed_*\n6d\n5highmem_page_copied\n5slave\n2t_to_blkg\n3ency_exceeded\n8stat_*\n9um_ok\n2yout_and_allocate\n7check_misalignment\n7sections\n8ymtab\n2zy_init_32bit_cpu_features\n1dsem_*\n2t_arch_exit_mmap\n4dup_context\n4slot_va\n1ease_alloc\n6break_callback\nbing\n6clear_pending\n6get_mtime\n6init\n6modify\n6notifier_chain_init\n6register_notifier\n6setup\n6unregister_notifier\n5s_conflict\n3ve_lazy\n6mm\n6rcu\n6uniprocessor\n2d_add_*\n4blink_*\n5rightness_to_intensity\n4classdev_next_name\neotify_brightness_hw_changed\ndregister_ext\nfsume\ndsuspend\ndunregister\n5ompose_name\n4get\n7_color_name\n8default_pattern\n4init_core\n9default_state_get\n4match_default_trigger\n5c_set_brightness\n7trigger_event\n5odule_get\n4parse_fwnode_props\n5ut\n4remove_*\n6sume\n4set_brightness\ni_*\n8software_blink\n5top_software_blink\n5uspend\n5ysfs_disable\naenable\n4timer_function\n5rigger_*\n4update_brightness\n4work\n3s_exit\n5init\n3trig_usb_*\n2gacy_fs_*\n7get_tree\n7init_fs_context\n7parse_*\n8ic_*\n8m_power_off\n8ty_init\n7queue\n7reconfigure\n3itimize_*\n2ngth_show\n8tore\n1fs_to_v4l2_ctrl_config\n1ine_event_*\n5has_supinfo\n5set_debounce_period\n6how\n4ar_mapping_*\n7to_page\n4event_*\n4handle_*\n4info_*\n4req_*\n3k_css_set\n5dev_buffers\n6isk_holder\n6ump_filtered\n5kind_filtered\n5master_filtered\n5path_walk\n6eers\na_report\n6ipe\n5target\n6ype_name\n4info_to_kind_ops\n4watch_*\n2st_bdev_fs_names\n5file\n5netdevice\n4mnt_next\n4xattr\n2ve_tree_max_phandle\n1l_back_merge_fn\n3front_merge_fn\n3merge_requests_fn\n3new_hw_segment\n2vm_gcda_*\n7ov_init\n1oad_binfmt_misc\n5compressed_image\n6pu_state_table\n5elf_*\n6xtra_segments\n5flat_*\n5header\n5image_and_restore\nblzo\n5misc_binary\n6m_ldt\n6sg\n5new_mm_cr3\n5other_segments\n5ramdisk\n5screen_info_table\n8ipt\n6egments\n2cal_cpu_stop\n6flush_*\n4te_mem_*\n3k_and_set_unaligned_access_static_branch\n5buffer\n5for_kill\n5get_status\n5mnt_tree\n6ount\na_hash\n5ns_list\n5pi_update_atomic\n5rename\nb_child\n5sock\n9_*\n6ystem_sleep\n5task_sighand\n6wo_directories\n9inodes\n9nondirectories\n5wqueue\n4dep_acquire_cpus_lock\n9nnotate_inode_mutex_key\n9ssert_cpus_held\nftask_sighand_held\n8is_cpus_held\n8release_cpus_lock\n9tnl_is_held\ndnet_is_held\n8sb_freeze_acquire\nirelease\n8tasklist_lock_is_held\n4ed_inode_to_wb_and_lock_list\n4s_*\n2g_ctrl\n3fc\n3level\n2okahead_bufs\n4s_like_a_spurious_pid\n4up_bdev\n8h_lru\n7constant\n7dcache\n7exported_symbol\n7fast\nb_for_open\n8dget_rcu\n7ioctx\n7mnt\na_*\n8odule_*\n9untpoint\n7neigh_parms\n9xt_mnt_ns\n7one\na_*\n8pen\n8r_create_module_kobject\n7positive_unlocked\n8rev_mnt_ns\n9ocessor\ng_type\n7resource\n8ules_ops\n7slow\n8ymbol_*\n7undo\n3p_timeout\n2w_free_pages\n3mem_*\n1pj_setup\n1stats_show\n1tm_capable_show\n1wt_in_func_proto\n5s_valid_access\n4out_func_proto\n4seg6local_func_proto\n4xmit_func_proto\n3state_free\n3unnel_*\n1zo_compress_threadfn\n4decompress_threadfn\n0m_hash\n2show\n1ach_get_cmos_time\n5reboot_fixups\n5set_cmos_time\n4ine_*\n2jor_to_index\n2ke_bad_inode\n5empty_dir_inode\n5flow_keys_digest\n5irq_label\n5kgid\n6projid\n6uid\n5partition_invalid\n6osix_acl\n6rot\n5task_dead\n5vfsgid\n8uid\n2ngle\n6_path\n7sg_table\n2p_acpi_tables\n5ddr_show\n4buffer_to_folio\n4dma_buf\n4efi_systab\n5ntry_trampoline\n4id_*\n4kernel\na_segment\n4ldt_*\n4mem\n7block\n4name_show\n4offset_show\n4range\n4size_show\n4tboot_*\n5ype_show\n4udmabuf\n5rb_for_dma\n4write\n3pings_overlap\n2rk_buffer_*\n5chunk\n5inode_dirty\n5linear_text_alias_ro\n5mounts_for_expiry\n5nosave_pages\n6xdata_nx\n5readonly\n6odata_ro\n5swapfiles\n5tsc_*\n5unsafe_pages\n2sk_8259A\na_irq\n2tch_dev_by_*\n9ice_ids\n7ie\n6endpoint\n7xport\n6fwnode\nc_one\n6i2c\n7d\n7ndex\n7sa_ext\n6keycode\n6l2c\n7lc\n7ocation\n6options\n6pkg\n6scancode\n7mt\n6tree_refs\n2x_dun_bits_show\n4microamps_show\n9volts_show\n4select_fd\n4timeout_show\n4user_*\n4zone_phys\n3child_show\n3imum_alignment\n2y_change_propagation\n5reate_in_sticky\n4decode_fh\n6dupe_file\n6lete\n4follow_link\n5reeze\n4init_module\n4linkat\n5ookup\n4mknod\n5ount\n4o_create\n5pen\n8_dev\n4see_all_namespaces\n6tattr\n7groups\n4umount\na_tree\n5se_nsfs_ioctl\n4write_xattr\n3be_kfree_parameter\n6link\n1b_cache_*\n2cache_*\n1edia_*\n2m_allocator_disconnect\n4bm_set_bit_check\n4devnode\n4encrypt_*\n4id_*\n5nit\n4region_callback\n4sleep_*\n4xa_remove\n3block_find_dma_reserve\n9x86_reserve_range_setup_data\n3cg_charge_kernel_stack\n4py_count_show\n7from_iter_csum\n7to_iter_csum\n3map_entry_callback\n8xclude_ranges\n3ory_bm_clear_bit\ngcurrent\nbreate\nafind_bit\nbree\naget_current\nanext_pfn\napfn_present\nbosition_reset\narecycle\naset_bit\natest_bit\n7lseek\n7map_bottom_up\nbtop_down\n8map_capabilities\n7open\n7read_from_buffer\n3remap\n8_*\n3tag\n3unmap\n2rge_prob\nas_*\n6queues\n6system_ram_resource\n2tadata_dst_*\n1fd_*\n1icroamps_show\n5volts_show\n2grate_to_reboot_cpu\n2n_chan\n4microamps_show\n9volts_show\n4timeout_show\n3imum_image_size\n3sigstksz_setup\n2sc_*\n2tigations_parse_cmdline\n2x_interrupt_randomness\n4pool_bytes\n1k_early_pgtbl_32\n3kernel_cap\n3reply\n1m_access\n6ount_pinned_pages\n4lloc\n8_*\n3cache_init\n4lear_owner\n3free_pgd\n3init\n7_*\n4s_user\n3mangle_tif_spec_bits\n3release\n3unaccount_pinned_pages\n4pdate_next_owner\n2ap_address_hint_valid\n5legacy_base\n5mem\n5switched\nd_data\n5udmabuf\n5zero\n2c_add_*\n5lign_erase_size\n7ve\n6loc_*\n5pp_*\n7ly_rel_rw\n5ttach_*\n4blk_*\n7sz_for_byte_mode\n5oot_partition_access\n5us_*\n7y_cb\n4cache_enabled\n6lc_max_discard\n6n_*\n6ps2_set\n8_*\n6rd_*\n5laim_host\n6eanup_queue\n6ock_*\n5mdq_*\n5ommand_done\n7pare_ext_csds\n8lete_cmd\n5qe_*\n5rypto_*\n5tx_*\n4dbg_card_status_get\n5ecode_*\n6lay\n6select_cards\n6tach_bus\n7ect\na_*\n5isk_attrs_is_visible\n5o_*\n5sr_show\n4erase\n9_*\n6r_*\n5xecute_tuning\n6it\n6t_*\n4first_nonreserved_index\n6xup_*\n5lush_cache\n5ree_host\n5wrev_show\n4get_*\n5o_idle\n5pio_*\n8d_*\n4host_*\n5s200_*\n6400_to_hs200\n5w_*\n4init\n8_*\n6terrupt_hpi\n5o_*\n6s_show\n5s_req_done\n6sue_type\n4manage_*\n5erge_capable\n5mc_erase_timeout\n5q_*\n5rq_*\n4ocrbitnum_to_vdd\n5f_*\n4part_add\n5oll_for_busy\n6st_req\n6wer_*\n9off_notify\n5re_req\n7pare_busy_cmd\n5ut_card\n5wrseq_alloc\nbfree\nbpost_power_on\ndwer_off\ncre_power_on\nbregister\ndset\nbunregister\n4queue_*\n4read_*\n6gister_*\n7ulator_*\n6lease_*\n6move\na_*\n6quest_done\n6scan\na_try_freq\n7ume\n6tune\na_*\n5oute_rpmb_frames\n5pmb_*\n5un_bkops\n7time_*\n4sanitize\n5chedule_delayed_work\n5d_*\n6io_*\n5elect_*\n6nd_*\n6t_*\n7up_queue\n5hould_fail_request\n6utdown\n5leep\n9_busy_cb\n5pi_err_check\n8read_ocr\n8send_cxd\nat_crc\n5tart_*\n6op_host\n5uspend\n5w_reset\n6itch\na_*\n4tot_in_flight\n4unregister_*\n4validate_host_caps\n5dd_to_ocrbitnum\n7range_to_ocrmask\n4wait_*\n2drop\n6_*\n2fr1_vh_filter\n2iotrace_*\n2put\n5_*\n1nt_*\n3get\n3ns_*\n3put\n6_no_expire\n1ock_array\n5chain\n5fence\na_release\n5wait\n7keup\n2d_check_sig\n5ur_headers\n4fail_to_str\n5ind\n4is_hash_blacklisted\n4kobject_put\n4percpu\n4stat_*\n5ysfs_*\n4tree_*\n4update_bounds\n4verify_sig\n3e_strip_*\n3ify_napi_threaded\n7unaligned_access_branches\n3ule_add_modinfo_attrs\naress\ne_lookup\n8lloc\n8rch_*\n8ssert_mutex_or_preempt\n8ttr_*\n8ugment_kernel_taints\n7check_misalignment\n7deallocate\n9bugfs_init\n9compress\nh_*\n9stroy_params\n7elf_check_arch\n8mit_*\n8nable_*\n9force_rwx_sections\n8xit_section\n9tend_max_pages\n7finalize\n8lags\nc_taint\n8rob_arch_sections\n7get\na_*\n8zip_*\n7init_ftrace_plt\nclayout_section\ndimits\ncsection\n7kallsyms_*\n8obj_release\n7layout\n8icense_taint_check\n7memfree\naory_*\n7next_tag_pair\n8otes_read\n7param_*\n9tient_check_exists\n8ut\na_and_kthread_exit\n7refcount\n9move_modinfo_attrs\n7sect_read\n9t_memory\n8ig_check\n8tats_init\n7text_address\n8otal_size\n7unload_*\n7xz_decompress\n7zstd_decompress\n6s_open\n3ver_version_show\n2nitor_mode_enabled\n2p_up_one_pmd\n2re_used\n9_*\n2unt_bdev\n7lock_root\n6capable\n7ifs_root\n6nfs_root\n7odev\nb_root\n6root\na_generic\n6setattr_*\n7ingle\n7ubtree\n6too_revealing\n5info_open\n5s_*\n6tats_open\n2ve_addr_*\n5expired_inodes\n5from_ns\n5module\n5netdevice_*\n1p_dmabuf_*\n3hash\n2age_bio_*\n6read_*\naahead\n6write_end_io\nbpage\nfs\n2c_oem_bus_info\n2f_checksum\n2ls_push\n2parse_*\n1q_clear_sbinfo\n4reate_mount\n3flush_data_end_io\n3init_ns\n3permissions\n4ut_mnt\n3set_ownership\n2ueue_*\n1remap_*\n1sg_exit_ns\n4fits_inqueue\n4get\n4init_ns\n6sert\n4rcu_free\n5mid\n4tree_erase\n4zerocopy_*\n3ctl_*\n2q_obtain_*\n2r_*\n1te_allocate_tag_storage\n4check_tfsr_el1\n5pu_setup\n4dump_tag_range\n4enable_kernel\nh_asymm\nlnc\nisync\n4free_tag_storage\n4invalidate_tags\nj_area\n4probe_user_range\n5trace_copy_tags\n4restore_tags\n4save_tags\n5uspend_enter\ndxit\n5ync_page_tags\n9tags\n4tcf_preferred_show\njtore\n5hread_init_user\nbswitch\n4update_gcr_excl\nbsctlr_user\n4vma_tag_dump_size\n2u_store\n1ust_set_pos\n2x_is_better_rate\n1wait_*\n0n_tty_*\n1ame_assign_type_show\n5to_dev_t\n4space_lock\naunlock\n2pi_*\n3ot_hugetlbpages_init\n2tive_calibrate_*\n8pu_*\n7flush_*\n7io_delay\n7kick_ap\n7machine_*\n7pagetable_init\n8lay_dead\n8v_lock_init\n7queued_spin_unlock\n7sched_*\n8et_fixmap\n8mp_*\n8teal_clock\n9op_other_cpus\n7tlb_remove_table\n7vcpu_is_preempted\n1d_alloc_stack\n3jump_*\n2o_dflt_*\n1earest_hardwall_ancestor\n2ed_fsverity\n5iommu\n4s_casefold\n6tx2_tvm_workaround\n2igh_*\n5tbl_*\n2t_alloc\n9_generic\n5ssign_generic\n4complete_free\n5urrent_may_mount\n4dec_*\n6faults_*\n6v_*\n7mem_*\n5isable_timestamp\n5m_*\n5rop_ns\n4enable_timestamp\n5q_idr\n4get_ownership\n5rab_current_ns\n4hwtstamp_validate\n4inc_*\n6itial_ns\n6use_init\n5ov_*\n4mpls_features\n4netlink_ns\n5s_*\n4page_pool_create\n6ssive_dec\n5rio_attach\n4ratelimit\n5ps_*\n5x_*\n4secret_init\n6t_todo\n4timestamp_set\n5x_*\n4unlink_todo\n3dev_adjacent_*\n8lloc_frag_align\ndskb\n7bind_sb_channel_queue\n8onding_info_change\n7change_features\neowner\n8lass_*\n8md_to_name\n8ompute_master_upper_features\n9py_name\n9re_*\n8reate_hash\n7do_*\n8rivername\n8ump_ctx\n7exit\n7features_change\n8ind_adj\n9x_features\n8ree_phy_link_topology\nbmem\n7genl_*\n9t_by_*\nbname\nbxmit_slave\n7has_*\n8w_stats64_add\n7increment_features\n9it_one_queue\n8s_rx_handler_busy\n7kobject_init\n7lock_pos\n9wer_*\n7master_*\n7name_*\n9pi_by_id\n8ext_*\n8l_*\n8otify_peers\n7offload_*\n7pick_tx\n8ort_same_parent_id\n8rintk\n7queue_*\n7refcnt_read\n9gister_kobject\n9lease\n9set_tc\n8ss_contexts_free\n8un_todo\n8x_*\n7set_addr_lockdep_class\nbdefault_ethtool_ops\nbnum_tc\nboperstate\nbsb_channel\nbtc_queue\nbxmit_lockdep_class\n8k_*\n8tat_*\nbe_change\nbs_to_stats64\n9ore\n8w_irq_coalesce_default_on\n8ync_*\n7tx_queue_mapping\n9q_to_tc\n7uevent\n8nbind_*\n9register_kobject\n8pdate_*\n9per_*\n8ses_bql\n7wait_allrefs_any\n9lk_*\n7xmit_*\n3if_*\n3mem_*\n3ns_get\n6install\n7pv4_struct_check\n6owner\n6put\n3poll_*\n4rio_*\n3stamp_clear\n6t_show\n2w_context\n4idmap_permitted\n5node\n9_pseudo\n4node\n4sync_*\n4to_*\n4userfaultfd\n3ary\n3que\n3seg\n2xt_candidate\n5group\n5level_idx\n5mnt\n5non_spacetab\n7rthbridge\n5peer\n5queue_may_preempt\n5resource\nd_skip_children\n5signal\n6lave\n6uper\n5terminator\n6o_run\n1f_ingress\n1gpio_show\n1la_get_kuid_range\n8port_range\n4put_ifalias\nalink\n8port_range\n8uid_range\n4value_size\n2msg_populate_fdb\ni_fill\n1mi_shootdown_cpus\ni_on_restart\n4uaccess_okay\n1o_blkdev_open\n3granule_support\n3hyp\n3initrd\n3open\n3seek_*\n3tty\n2de2id\n4_name_cmp\n5overlaps_later_cs\n5to_amd_nb\n8mnt_ns\n9ount\n2hibernate_setup\n2n_ehci_add\n3coef_merge_prob\n3forced_iommu\n3mi_ipi_setup\n3seekable_open\n3x32_setup\n2op_direct_IO\n5fsync\n5llseek\n2resume_setup\n2te_page\n9_*\n6rot_*\n5wx\n4s_read\n5ize\n3if_set_limit\n5ier_call_*\nahain_*\n9dev\n5y_change\n8pu_starting\n7die\n7on_release\n7partition_change\n7rule_change\n3sc_setup\n2wayout_*\n1r_blockdev_pages\n3cpusets\n3func_state\n3processes\n1s_capable\na_*\n3dname\n3get_name\n7owner\n7path\nb_*\n3match\n3prune_dentry\n2ec_valid\n2fs_evict\n5init\n9_*\n5put_data\n5show_path\n2proxy_cache_init\n1ull_lseek\n2m_arg\n4contig_*\n6unter_active\n4keyslots_show\n4other_online_cpus\n4users_show\n3a_cpu_node\n5init_array\n5meminfo_cover_memory\n5register_memblks\n5set_node\n8up\n1vidia_bugs\n7force_*\n7hpet_check\n2mem_access_with_keepouts\n7dd_*\n7ttr_is_visible\n6bin_*\n6cell_*\n7reate_cell\n6del_*\n8v_*\n9ice_*\n6exit\n6find_*\n6init\n6layout_module_*\ndregister\ndunregister\n6populate_sysfs_cells\n6reg_*\n9ister\ne_notifier\n8lease\n6shift_read_buffer_in_place\n7ysfs_*\n6unregister\ng_notifier\n6validate_keepouts\n0obsolete_checksetup\n1f_add_property\nf_sysfs\n6ress_*\n4lias_*\n4mba_device_create\n4ttach_*\n3bus_*\n3changeset_*\n4lk_add_*\n7del_provider\n9tect_critical\n7get\na_*\n7hw_onecell_get\naregister\nasimple_get\n7init\n7parent_fill\n7src_*\n4onsole_check\n6vert_gpio_flags\n5re_init\n5unt_phandle_with_args\n4pu_device_node_get\n7node_to_id\n4ss\n3detach_*\n5v_*\n6ice_*\n4ma_configure_id\n7get_*\n7is_coherent\n7set_restricted_buffer\n4ump_addr\n3empty_ranges_quirk\n3fdt_*\n4ind_*\n4lat_*\n4wnode_*\n3get_address\n7child_by_name\n8ompat_*\ndible_child\n8pu_*\n7dma_parent\n7ethdev_address\n7flat_*\n7mac_*\n7named_*\n8ext_*\n7parent\n8hy_mode\n8roperty\n4pio_*\n7chip_*\n4raph_*\n3i2c_*\n4o_request_and_map\n5map\n4rq_*\n3kexec_alloc_and_setup_fdt\n3led_get\n4ink_*\n3machine_*\n5p_id\n5tch_*\n4m_*\n5io_is_nonposted\n4odalias\nb_node\n4si_*\n3n_addr_cells\n5size_cells\n4ode_*\n4uma_*\n4vmem_cell_get\n9device_get\n3overlay_apply\nbfdt_apply\nbmutex_*\nbnotifier_*\nbremove\nh_all\n3parse_and_init_cpus\n9clkspec\n9own_gpio\n9phandle_*\n4ci_address_to_resource\n7dma_range_parser_init\n7range_parser_init\nkone\ndto_resource\n4dt_*\n4eak\n4handle_*\n5y_get\n7provider_*\n8ut\n7simple_xlate\n4latform_bus_*\ncdefault_*\nepopulate\nevice_*\ncnotify\ncpopulate\ncregister_reconfig_notifier\ncsync_state_init\n4rint_phandle_args\n5op_*\n7erty_*\n4wm_*\n6chip_*\n3range_*\n4econfig_*\n5gister_spi_*\n5move_*\n5quest_module\n5served_*\n7t_*\n6olve_phandles\n3scan_*\n4pi_*\n4ysfs_remove_bin_file\n3translate_*\n3update_*\n4sb_get_dr_mode_by_phy\n7host_tpl_support\n7update_otg_caps\n3xlate_and_get_gpiod_flags\n2fline_css\n4oad_action_alloc\n3set_dir_*\n7iterate_dir\n7readdir\n7set\n1ld_ich_*\n4reloc\n1n_cpu0\n3vc_stack\n2e_md_table_init\n4page_table_init\n2line_css\n1ops_count_show\n1p_cpu_*\n2en_collection\n5detached_copy\n5exec\n5last_lookups\n5namespace\n5related_ns\n5to_namei_flags\n5with_fake_path\n3rstate_show\n2ipe_prep\n2mode_show\n2s_exit_*\n4free_list\n4init\n4pre_exit_list\n4undo_*\n2t_pre_handler\n3imize_all_kprobes\n9kprobe\n4onal_header\n3probe_queued_unopt\n1rder_to_size\n5ly_*\n1sync_buffers_list\n1tg_hnp_polling_work\n4leave_state\n4set_protocol\n8state\n5tart_hnp_polling\n7temachine\n1ur_mnt\n1ver_current_count_show\n4lap_*\n6y_fw_devlink_refresh\n8notify\n8removal_is_ok\n4ride_creds\n9release\n0p4d_clear_huge\n4free_tlb\n4offset\n4set_huge\n1ac_*\n3k_pfns\n4ed_last_used\n7used_wrap_counter\n2data_*\n3dr_vmcoreinfo_note\n3zero\n2ge_cache_pipe_buf_confirm\nkrelease\nktry_steal\n5frag_alloc_1k\n5get_link\nd_raw\n5is_allowed\n8ram\n8saveable\n5pool_alloc_frag\nk_netmem\ngnetmems\ngpage_order\nks\nl_slow\nacheck_memory_provider\nblear_pp_info\nbreate\ng_percpu\nadestroy\nctached\nbisable_direct_recycling\nbma_map\nesync_for_device\nbrain_frag\naempty_alloc_cache_once\ngring\nbthtool_stats_get\nr_count\nsstrings\nafree\ne_frag\naget_cached\nestats\nainflight\ncit\nalist\nanapi_local\nbetdevice_event\nbl_fill\ndstats_fill\napage_can_be_recycled\nbroducer_lock\njunlock\nbut_defragged_page\nepage\ni_bulk\neunrefed_netmem\nmpage\narecycle_in_cache\nlring\ncfill_alloc_cache\ncgister_dma_index\nclease\nh_netmem_dma\nipage\niretry\ncturn_page\nhskb_page\nascrub\nbet_dma_addr\nm_netmem\nepp_info\nbtruct_check\nauninit\nclist\ncmap_netmem_dma\ncreg_netdev\nm_wipe\nbpdate_nid\nbse_xdp_mem\ndr_init\n6ut_link\n5readlink\n5size_string\n6ymlink\n5table_kmap_check\nbrange_init\nl_count\n5zero_new_buffers\n4attr_*\n4table_init\n3ing_init\n2nic_show_mem\n2ra_steal_clock\n4llel_bringup_parse_param\n4m_array\nb_*\n7ttr_*\n6check_unsafe\n6get_bool\nacharp\nainvbool\nastring\n6set_bint\nbool\ne_enable_only\nacharp\nbopystring\nainvbool\nauint_minmax\n7ysfs_*\n5eq\n7n\n4virt_*\n3ent_cs\n7freezer\n7len\n7misc\n7pids\n7rdmacg\n8eady\n3se_32bit_el0_param\n6acpi\n7lloc_mptable_opt\n7rgs\n6command\n7rashkernel\nh_*\n6dtb\n6early_*\n7lf_*\n6gart_mem\n7pio_compat\nas\n6highmem\n6interrupt_map\nfs\n7ommu_maps\n6kfence_early_init\n7pti\n6memmap_*\n9opt\n7onolithic_mount_data\n6no_*\n8kaslr\n6one\n6prop_cells\n6remote_endpoint\n8servetop\n9ource\n7oot_device\n6setup_data\n7pectre_*\n7uffix_prop_cells\n6tag\n9_cmdline\nbore\namem32\naramdisk\nbevision\naserialnr\navideotext\n9s\n7rust_*\n6usbdevfs_streams\n8er_sigframe\n6vmalloc\n3t_*\n4ition_and_rebuild_sched_domains\nabranch_plt_relas\nais_populated\naxcpus_*\n4scan_show\n2ss_event\n4thru_features_check\n3t_time\n2tch_aeabi_idiv\n6insn_*\n6map\n6text\na_*\n6unmap\n6vdso\n3h_check_mount\n6onnected\n7unt_*\n5from_stashed\n5get\n8xattr\n5has_submounts\n5is_mountpoint\n8under\n5listxattr\n6ookupat\n5mount\naed\n5noexec\n5openat\n6vermounted\n5parentat\n6ts\n6ut\n5removexattr\n5setxattr\n5umount\n1ci_biosrom_size\n4common_*\n4fixup_*\n4iommu_*\n4map_biosrom\n8io_early\n4swiotlb_detect\n4unmap_biosrom\n4xen_*\n3bios_bus_report_status\n8init_hw\ndresource\n8map_irq\n8report_status\n8swizzle\n4us_*\n2pu_cpu_to_node\n5need_numa\n1d_to_*\n2ev_bad_for_parity\n1e_head_start\n3order\n2ernet2id\na_alloc\n7_has_id\n4s\n2nding_subdevs_show\n2rcpu_free_defer_callback\n7modalloc\nacopy\nafree\n7setup_debug_store\ndexception_stacks\n3f_ext_regs_value\n5get_regs_user\n5instruction_pointer\n5misc_flags\n5reg_abi\n9validate\ncue\n4orm_atomic_*\n3manent_kmaps_init\n3sist_show\n9tore\n1fn_is_*\n4modify_allowed\n4range_*\n2r0_sve_filter\n31_sme_filter\n1g_cleanup\n3level_to_pfn\n3net_*\n2attr_change_is_safe\n2ctrl_*\n2d_*\n3ir_is_page_size\n2prot2cachemode\n6_*\n2table_cache_init\n8range_aligned\n1hy_calibrate\n5onfigure\n6re_*\n5reate\na_lookup\n4destroy\n4find\n4get\n4notify_*\n4optional_get\n4pm_*\n5ower_off\n5ut\n4release\n6move_lookup\n4set_media\n9ode_ext\n8speed\n4validate\n3s_addr_*\n5mem_*\n5p4d_init\n6md_init\n6ort_*\n6te_init\n6ud_init\n5startup_*\n6witch_id_show\n1i_caches_clean_inval_pou\n3dcache_*\n3idmap_cpu_replace_ttbr1\n3state_update_owner\n2ck_file\n5link\n2d_child_should_wake\n4idr_init\n4mfd_noexec_dointvec_minmax\n4namespaces_init\n5r_ns\n5s_ctl_handler\n4task\n4vnr\n3fd_*\n4s_*\n3list_*\n3ns_*\n3s_*\n2n_insert\n4kill\n4remove\n3st_has_cpu\n2pe_clear_nowait\n5double_lock\n5fasync\n6cntl\n5ioctl\n6s_unprivileged_user\n5lock\n9_*\n5poll\n5read\n9able\n7lease\n7size_ring\n5set_size\n5to_null\n8sendpage\n8user\n5unlock\n6pdate_tail\n5wait_*\n6ritable\n9e\n4fs_*\n4line_pm_*\n8d_*\n2t_calibrate_tsc\n4expect_msb\n4hpet_ptimer_calibrate_cpu\n4verify_msb\n1j4_cp0_init\n6_*\n4get_iwmmxt_version\n1ktgen_*\n1latform_begin\n9can_*\napu_*\n9end\n9finish\n9gpio_count\n9leave\n9power_off_notify\nare_*\n9recover\nbstore_cleanup\ncume_*\n9suspend_*\n3y_dead_common\n2t_entries_equal\n2ural\n1m_async_*\n4utosleep_*\n3debug_*\n8fs_init\n4isk_init\n3freeze_*\n3notifier_*\n3prepare_console\n5int_*\n3qos_flags_remove_req\n7get_value\n7read_value\n7set_value\n7update_flags\netarget\n3report_*\n5store_*\n3show_wakelocks\n4leep_*\n4tart_workqueue\n6tes_init\n4uspend\na_default_s2idle\n4ysrq_init\n3test_*\n4race_*\n3vt_*\n3wake_*\n7up_irq_show\n2d_clear_huge\n4free_pte_page\n9tlb\n4huge\n4mkwrite\n4set_huge\n3p_test_and_clear_young\n2p_done\n1neigh_*\n1oe_get\n4set\n2ll_freewait\n5get_entry\n5initwait\n6ocb_*\n5napi\n5one_napi\n5schedule_timeout\n6elect_*\n4wait\n6ke\n2pulate_extra_*\n9initrd_image\n9kprobe_blacklist\n9node\n9rootfs\n9seccomp_data\n2rt_event\n5is_suspended\n5over_current_notify\n4io_*\n4speed\n2s_from_hilo\n3ix_acl_alloc\nachmod\nf_masq\nblone\nbreate\ng_masq\naequiv_mode\nafix_xattr_common\nkfrom_user\nkto_user\nkuserns\nbrom_mode\nfxattr\nk_kgid\nmuid\nagetxattr_idmapped_mnt\nainit\nalistxattr\napermission\nato_xattr\naupdate_mode\navalid\naxattr_get\nglist\ngset\n6cpu_timers_init_group\n6lock_file\nbinode\ng_wait\nbto_flock\nj64\nas_conflict\ncdeadlock\n6owner_key\n6same_owner\n6test_lock\nfs_conflict\n5timer_exec\n3sible_parent_show\nfs_show\n3t\n4_copy_*\n5kmmio_handler\n5one_notification\n5relocation\n5ttbr_update_workaround\n5watch_notification\n2wer_of_ten\n6ro_*\n5mac_set_asic\n5off_work_func\n1rctl_*\n2e\n3_handler_kretprobe\n3alloc_fixed\n8ate_highmem_fraction\ncimage_*\ncpgd_pages_range\ndmds\ncvmalloc_pages\n3fill_possible_map\n3init_*\n3pare_add_efi_setup_data\n9non_dentry\n8binprm\n9prm_creds\n8coming_module\napy\n9reds\n8elf64_ram_headers_callback\nb_headers\n9xec_creds\nat_ctrls\n8highmem_image\n8image\n8kernel_cred\n9ill_siginfo\n9listmount\n9probe\n9statmount\n8namespace\n9sset\n8open\natimized_kprobe\n8reply\n8signal\n8timeout\n4end_*\n3serve_*\n4sure_write\n3timeout_available_governors_show\nbgovernor_*\nbshow\n3v_badblocks\n6y_hint\n4ent_bootmem_*\n2imary_entry\n8switch\need\n3nt_constraints\nh_debug\n6dropped_signal\n6fatal_signal\n6if_true\n7sa\n9_ext\n6mem_encrypt_feature_info\n7l\n8g\n8k\n8m\n8t\n7mu\n7odules\n7p_irq_info\n6no4lvl\n85lvl\n8kaslr\n6pte\n6ref_*\n7pool_values\n6stat\n6unknown_bootoptions\n8load_info\nced_tainted_modules\n6vendor_isa\n7m_layout\n6waiting_*\n5ascii\n5ch\n5hex2\n84\n88\n5k_all_partitions\n7prot\n3o_is_valid\n3vate_candidate\n8mapping_ok\n4ileged_wrt_inode_uidgid\n2obe_8259A\n6list\n6memory_block_size\n6page_size_mask\n6roms\n3c_alloc_streams\n9w_suspend\n5bulk\n9_compat\n5caches_init\n7p_handler\n6group_show\nbstats_show\n6laim_port\nainterface\n7ear_tty\nahalt\n6onnectinfo\n9info_ex\n8trol\nc_compat\n6pu_init\n8set_show\n5disconnect_claim\nfsignal\nl_compat\n6ma_*\n6o_cad_pid\n8dev_weight\n8large_bitmap\n8rointvec\n9ss_key\n8static_key\naring\n9ubmiturb\n8uts_string\n9uid\n7bool\n7intvec\nd_*\n7longvec_minmax_bpf_restricted\n7pipe_max_size\n7string\nd_coredump\n7u8vec_minmax\n8intvec\ne_minmax\n8longvec_*\n6rop_privileges\n5execdomains_init\n5filesystems_init\n7rst_pos_non_zero_ignore\n6orbid_suspend\n6ree_streams\n5genhd_init\n7t_capabilities\n9long\n8driver\n6id_map_write\n5ioctl\na_*\n6pc_*\n5kprobes_optimization_handler\n5locks_init\n5modules_init\n5nr_*\n6s_fget\n9ile\n5pid_seccomp_cache\nm_arch\n6rojid_map_write\n6ut_*\n5reapurb\nc_compat\ncnonblock\nk_compat\n7lease_port\ncinterface\n7setdevice\naep\n5set_tty\n8config\n8groups_show\nfwrite\n8intf\n6kip_*\n6tatus_show\n6ubmiturb\ne_compat\n5taint\n5uid_map_write\n6nlinkurb\n7res_qlen\n5wait_for_resume\n4ess_accumulated_relocations\n8backlog\n8echoes\n8hw_ts_thread\n8inode_switch_wbs\n9psec\n8new_adapter\ncdriver\n8output_block\n8removed_*\n8sdio_pending_irqs\n7compl\nc_compat\n3f_cpu_*\n4ile_dead_cpu\n9iscard_flip_buffers\n8flip_buffers\n8hits\n8init\n8online_cpu\n8pc\na_cb\n9repare_cpu\n8setup\n8tick\n3jid_m_*\n3mpt_ramdisk\n3pagate_has_child_subreaper\namnt\nbount_*\naone\naumount\naweights\n8ion_*\n4erty_list_free\n3t_sethuge\n4ection_interval_bytes_show\n4o_down_store\n6exit_net\n6init\na_net\n6method_implemented\n6register\n6seq_*\n6unregister\n2state_housekeeping_conflict\n2une_dcache_sb\n6icache_sb\n6one\n6tree_*\n1sci_boot_secondary\n5cpu_die\nbsable\n9kill\n5smp_available\n2eudo_fs_*\n2kb_*\n1t_dump_*\n3ops_*\n3regs_*\n2dump_*\n2e_alloc_one\n4free_tlb\n4mkwrite\n3p_modify_*\n5test_and_clear_young\n2i_*\n2m_open_peer\n4unix98_lookup\n3x_open\n2p_classifier_init\nby_raw\n4msg_is_sync\n4parse_header\n2r_to_ptr\n7user\n3ace_*\n6r_capable\n4uth_*\n2s_unix98_lookup\n2y_*\n3pe_get_idx\n6head\n6seq_*\n1ud_clear_huge\n4free_pmd_page\n9tlb\n4huge\n4offset\n4populate\n4set_huge\n3p_invalidate\n5set_*\n5test_and_clear_young\n2nt_bios_to_rescuer\n2sh_emulate_op\n5setup_xol_ops\n2t_aio_ring_file\n5rg_page\n4binfmt\na_handler\n4chunk\n5msg\n8_notrunc\n9scm_*\n5ompat_*\n5pu_fpsimd_context\n8vector_context\n5red\n8_*\n5ss_*\n4disk\n4f32_reg\n564_reg\n5c_log\n5ile_access\n8s_struct\n9ystem\n5lush_tlb_info\n5s_context\n4int\n5o_context\n5pc_ns\n4kmod_req\n4ldops\n5ink\n5ong\n4master_ifindex\n5nt_ns\n5ountpoint\n4net\n5sset\n4oabi_flock\n4pi_state\n6d\n7_ns\n6pe_info\n4reqs_available\n4seccomp_filter\n5g_table\n5hstk_data\n5ignal_struct\n7set_t\n5uper\n4task_*\n5ree\n8_ref\n5s_pktinfo\n5ty_queue\n4u64\n5counts\n5int\n5long\n5nlocked_entry\n6used_fd\n5ser_ifreq\n9ns\n9reg\n6hort\n4v4l2_*\n4watch\n9_queue\n3name\n3reg\n632\n1v_ipi_supported\n4s_native_spin_unlock\ndvcpu_is_preempted\n3native_get_debugreg\nairq_disable\neenable\naread_cr2\nasafe_halt\nbet_debugreg\nawbinvd\nbrite_cr2\n3offset\n3phys_pfn_offset\n3sched_yield_supported\n3time_cpu_down_prepare\nconline\n8init\nc_stolen_time\n8steal_clock\n4lb_flush_supported\n2alidate_pages\n2clock_*\n1wm_add_table\n6just_config\n5pply\n9_*\n4capture\n4dbg_show\n5ebugfs_init\n6vice_*\n4free\n6om_dev\n4get\n7_*\n4init\n4ops_check\n4put\n4remove_table\n6quest\nb_from_chip\n4seq_*\n6t_*\n5tate_valid\n4to_device\n3chip_add\n9lloc\n8find_by_name\n9rom_dev\n8priv\n9ut\n8release\namove\n3export_from_dev\n0q_to_ioc\n1com_link_stack_sanitisation\n1disc_pkt_len_init\n1ueue_attr_*\n6change_owner\n8unk_sectors_show\n6dax_show\n7iscard_*\n7ma_alignment_show\n6feature_store\n7ua_show\n6index\n7o_*\n6limit_*\nbs_*\n7ogical_block_size_show\n6max_*\n6nomerges_*\n7r_zones_show\n6physical_block_size_show\n7m_only_show\n7oll_*\n7rocess\n6ra_*\n7elease_one_tty\n8quests_*\nbue_*\n7q_*\n6set_hctx_shared\n7tate_*\n6up_suspend_work\n6var_*\n7irt_boundary_mask_show\n6wb_*\n7c_*\n7rite_*\n6zone_*\nad_show\n2ick_pit_calibrate\n3et_*\n3rk_amd_nb_node\n6intel_brickland_xeon_ras_cap\ncirqbalance\ncpurley_xeon_ras_cap\n5s_param_set\n0r_next\n2show\n3tart\n4op\n1ace_signal_callback\n2ise_nmi\n2m_alignment\n3disk_start_setup\n2nd_initialize_disk\n4om_bounding_box\n7fasync\n7init\nb_early\n8octl\n7online_cpu\n7pm_notification\n8oll\n8repare_cpu\n7read_iter\n7sysctls_init\n7write_iter\n6ise_fences\n3ge_cloexec\n9se\n6is_allowed\n6show\n2w_notifier_*\n4pci_*\n1btree_simple_*\n1cdev_name\n2u_cleanup_netpoll_info\n5opy_process\n4dynticks_task_enter\njxit\nitrace_enter\npxit\n4expedited_show\nftore\n4free_kmmio_fault_pages\n9old_probes\n4normal_show\nctore\n4task_enter\naxit\n9trace_heavyweight_enter\nsxit\n3wait_*\n1d_load_*\n2c321x_reset\n2ev_get_cached_err_flags\n9dev\narvdata\n9id\n9name\n9regmap\n5init_debugfs\n2init_setup\n2macg_*\n1ead_actions_logged\n6gp\n6perture\n5buf_addr\n5classid\n6nt\n6ode\n6red_subscribers\n5default_ldt\n7scriptors\n5enabled_file_bool\n6vents\n5file_mod_stats\n6psimd_context\n5into\n6ter_*\n5ldt\n5null\n5pmevcntrn\n6rioidx\n9map\n7ofile\n5report_descriptor\n5sanitised_ftr_reg\n6coped_sysreg\n6mcr_features\n6ysreg_by_encoding\n5tsc\n5verify_*\n5wb_reg\n5zcr_features\n6ero\n4link_copy\n4only\n4write\n3l_mount\n4locate_resource\n3p_as\n2bind_marked_interfaces\n7subsystems\n3oot_init\n7ksysfs_init\n7pid_ns\n7setup\n7work_func\n3uild_sched_*\n2calc_bh_state\n7flags\n7sigpending\nh_*\n5ibrate_cpu_khz\n3eive_fd\na_*\n8sock\n7r_wake_function\n7s_from\n3ompute_smt_state\n4nfigure_single\nduper\n4rd_mmu_state\n3ursively_mark_NOTATTACHED\n3v_wait_event\n7ke_function\n4msg_copy_msghdr\n3ycle_rp_inst\n8safe_page\n8zone_bm_rtree\n2directed_tty_write\n5ty_tail\nc_locked\n2f_module\n4type_to_char\n3count_dec_and_rtnl_lock\n3ill_pi_state_cache\n7reqs_available\n7skbs\n4ne_sigmask\n3resh_ldt_segments\n4igerator\n2gion_intersects\n8s_misaligned\n4ster_aggr_kprobe\narm64_panic_block\n9binfmt\nalkdev\n9chrdev\nf_region\n9die_notifier\n9e820_pmem\namulation_hooks\n9fib_notifier\nblesystem\n9insn_*\napi_completion\nasa_ports\n9kernel_offset_dumper\nammio_probe\naprobe\nfs\naretprobe\nis\n9module_notifier\nate_tcf_preferred_sysctl\n9netdev\nfice\ni_*\ncevent_notifier\naosave_region\n9page_*\naernet_*\ncsistent_clock\naid_ns_sysctl_table_vm\nalatform_power_off\nam_notifier\n9queue_kobjects\n9random_vmfork_notifier\naeboot_notifier\nbstart_handler\naoot_hub\n9stop_handler\nays_off_handler\n9tracepoint_module_notifier\n9virtio_device\nhriver\n3s_get_*\n5query_*\n5within_kernel_stack\n4et_*\n3ulator_*\n2init_timer\n4stall_suspended_bps\n2latime_need_update\n4x_*\n4y_alloc_*\n6buf_*\n6close\nb_buf\n7onsume_bytes\n7reate_*\n6destroy_*\n6file_*\n7lush\n7ree_page_array\n6late_setup_files\n6mmap_buf\n6open\na_buf\n6page_release\n7ipe_buf_release\n7repare_cpu\n6remove_buf\n8set\n6set_buf_dentry\n7ubbuf_start\ncs_consumed\n7witch_subbuf\n3easable_read\n6e_child_resources\n8dentry_name_snapshot\navnum\n8early_probes\n8fiq\n8kmmio_fault_page\n8mem_region_adjustable\n8one_tty\n8probes\nbto_idx\n8region\nasource\n8sock\n9wap_*\n8task\nc_stack\n9ty\n8udmabuf\n9io_class\n9sb_class\n8vm86_irqs\n7intf\n3oad_segments\n4c_data\n6insn_*\n5ate_enable_mmu\n9initrd\n9kernel\n9new_*\n9range\naestore_code\n2m_dev_from_if_list\n3ap_region\n6verify_area\n3ote_cpus_update\n7partition_*\n4ve_arg_zero\n8ssoc_queue\n7binfmt_handler\n7chunk_node\n8pu\na_from_maps\n7default_authorized_attributes\n7e820_regions\n8mulation_hooks\n7free_mem_region\n7id_show\n8ma_buffer\n8node_buffers\ndhash\n9tf_ep_devs\n7kmmio_fault_pages\n7linear_mapping\naks\n7module_kprobe_blacklist\n7node\n9tes_attrs\naification\n7p4d_*\n8agetable\n8ersist_attributes\n8gd_mapping\n8md_*\n8ower_attributes\n8rivs\n8te_*\n8ud_*\n7queue_kobjects\n9irk\nc_*\n7resource\n7sect_attrs\n8iblinginfo\n7tasks_in_empty_cpuset\n7watch_from_object\n7xps_*\n6xattr\n2order_field_reflist\n2pair_env_string\n4rent_*\n3lace_chunk\n8fd\n8intsrc_all\n8mark_chunk\n9m_exe_file\n3ort_cpuid_table\n7features\n7probe\n7syscall\n7wakeup_requests\n2q_alloc_array\n5ttempt_discard_merge\n4bio_endio\n4gap_*\n4prot_*\n4ref_read\n8set\n4set_nomerge\n4to_mmc_queue_req\n7new\n7user\n3d_free_pages\n3sk_fastopen_remove\n6queue_alloc\n3uest_dma\n8free_mem_region\n8module\n8region\ne_locked\nasource\ng_conflict\n8single_step_set_feature_urb\n9tandard_resources\n7ed_microamps_show\n5ue_futex\n8inode\n8pi_wake_futex\n2serve_bios_regions\n9rk\n8crashkernel\nj_*\n8initrd\ne_mem\n8memblock_reserved_regions\n8region_with_split\n8setup\n9tack\nbndard_io_resources\n8top_address\n7d_mem_*\n9size_*\n4t_add_*\n6buffer_flags\n6control_*\ndler_*\n7trl_*\n6early_page_tables\n6find_rcdev\n6iter\n6kprobe_instance\n6migrate_dl_data\n6node\n6partition_data\n7er_cpu_data\n6read\n8gs\n6thread_features\n6xps_maps\n3olve_symbol\ne_wait\n8userfault_fork\n4urce_alignment\n9clip\n9is_exclusive\n9list_create_entry\nefree\n3t_init\n4ore_ELCR\n8altstack\n8fp_state\namr_context\nasimd_context\n9reezer_state\n8highmem\n8iwmmxt_context\n8mounts\n8nameidata\n8poe_context\n9rocessor_state\n8sigcontext\nbframe\nbnal_shadow_stack\n9ve_fpsimd_context\n8tpidr2_context\n8user_access_state\n8v_state\n9fp_context\n8za_context\n9t_context\n3ume_common\n7offset_*\n7setup\n8how\n8tore\n7target_kernel\n6delay_setup\n6wait_setup\n2tain_dentry\n7initrd_param\n4rget_shared_pending\n3ire_ipc_sysctls\n7mq_sysctls\n7super\n7userns_sysctls\n3ry_statmount\n3urn_address\n2use_unused_kprobe\n5port_add_*\nblloc\nbttach_prog\nadetach_*\nafree_rcu\naget_incoming_cpu\nbrow\nahas_conns_set\namigrate_sock\naput_incoming_cpu\naresurrect\naselect_*\nbock_index\nbtop_listen_sock\naupdate_incoming_cpu\n2verse_nodes\n8path_*\n5t_creds\n3oke_iomem\n2write_section_headers\n1fc2863_policy\n1h_call_control\n3queue_status\n3string\n3timer_func\n3urb_enqueue\n1iprel_*\n2scv_backtrace_ipi\n6cached_*\n7lear_ipi\n7opy_*\n7pufeature_*\n9info_*\n7rash_save_regs\n6early_of_processor_hartid\n7xt_*\n6fill_*\n7pr_*\n6get_*\n7pr_*\n6hartid_to_cpuid\n7ibernate_init\n6init_*\n8sn_*\n7pi_*\n7sa_*\n6kexec_*\n6noncoherent_*\n6of_*\n8fline_cpu\n7nline_cpu\n6parse_isa_string\n7reempt_*\n6resolve_isa\n6sbi_*\n7et_*\n7ys_*\n6user_isa_enable\n6v_*\n7r_*\n1lim64_*\n4_to_rlim64\n1mem_check_for_overlap\n6mp\n1ng_is_initialized\n1omchecksum\n3signature\n2ot_cgroup_cputime\n5data_setup\n6elay_setup\n7v_setup\n5level_*\n4fs_init_fs_context\n4wait_*\n2und_pipe_size\n1ps_cpumask_housekeeping\n4default_*\n6v_flow_table_release\n4lock_*\n4may_expire_flow\n4sock_flow_sysctl\n4trigger_softirq\n4unlock_*\n1q_clear_domain_token\n3depth_*\n3get_domain_token\n3mergeable\n3qos_*\n3set_domain_token\n3wait_*\n2os_to_ioc\n1seq_*\n2tc_to_array\n1t_mutex_init_task\n2c_add_*\n5ie_update_irq\n5larm_disable\nairq_enable\n6locate_device\n5ttr_is_visible\n4class_*\n5mos_*\n4dev_*\n7ice_*\n5oes_wakealarm\n4handle_legacy_irq\n5ctosys\n4init\n8ialize_alarm\n5rq_set_*\n4pie_update_irq\n4read_alarm\ne_internal\n9offset\n9time\n6sume\n4set_*\n5ubtract_offset\n6spend\n4timer_*\n4uie_*\n5pdate_hrtimer\nbirq\ne_enable\n4valid_range\n2m_msgindex\n3sg_ifinfo\nc_*\n2netlink_*\n3l_*\n2ree_next_node\n1ule_exists\n5find\n4s_ops_put\n2n_all_cpu_set_hw_mode\n8insn_set_hw_mode\n4backlog_napi\n5pf_filter\n4crash_ipi_callback\n4init_process\n4lwt_bpf\n3s_at_el2\n1v_task_fork\n1w_hint_valid\n3verify_area\n2b_arm_timer\n4enabled\n4sync_issue_lat\n4trace_step\n4wake_all\n1x_queue_*\n0s2idle_*\n132ton\n1afe_copy_page\n5hardlink_source\n5name\n2me_magic\n2ne_fdtable_size\n3ity_check_gain\ndldt_mapping\ndsegment_list\ndtime\n2ve_ELCR\n5altstack\n6tags\n5compressed_image\n5fp_state\n5image\na_lzo\n6nfo\n5mr\n5processor_state\n5reset_user_access_state\n7turn_addr\n5tags\n5v86_state\n6_state\n4able_*\n1b_clear_inode_writeback\n3end_ro_state_change\n3freeze_unlock\n3init_dio_done_wq\n3mark_inode_writeback\n4in_blocksize\n3permission\n4repare_remount_readonly\n3set_blocksize\n4tart_ro_state_change\n3wait_write\n2f_init\n4read\n4value_valid\n4write\n2i_base_ecall\n4clear_ipi\n5onsole_getchar\ncputchar\n5pu_*\n4debug_*\n4ecall\n5rr_map_linux_errno\n4get_*\n4hsm_*\n4init\n5pi_*\n4probe_extension\n4remote_*\n5fence_*\n4send_*\n6t_*\n5hutdown\n5rst_*\n5ta_steal_time_set_shmem\n5ystem_*\n4tlb_flush_range\n4v01_cpumask_to_hartmask\n1c_insn\n2ale_amount\n6change\n7ookie_change\n6down\n6up\n3n_positives\n4arg\n2h_handle_*\n3ed_clear_itmt_support\n6itmt_update_handler\n6partition_show\ngwrite\n6rq_cmp\n6send_work\n8t_itmt_core_prio\nfsupport\n2m_check_creds\n4destroy\n6tach_fds\n4fp_*\n4max_fds\n4send\n2ratch_reg\n2s_*\n2u_cpu_power_enable\n4enable\n4get_*\n4power_mode\n4set_power_mode_internal\n1d_app_op_cond_cb\n3busy_poweroff_notify_cb\n3cache_enabled\n5n_poweroff_notify\n3enable_cache\n3flush_cache\n3get_host_max_current\n3has_rps_ipi_waiting\n3parse_*\n4oweroff_notify\n3read_ext_*\n3select_driver_type\n5t_bus_speed_mode\n7current_limit\n4td_is_visible\n3update_bus_speed_mode\n3write_ext_reg\n2ei_arch_get_entry_point\n2io_acpi_set_handle\n6dd_func\n6lign_size\n7loc_func\n5bus_*\n5card_*\n6laim_*\n5disable_*\n5enable_*\n5f0_*\n6ree_*\n5get_*\n5init_func\n6o_rw_ext_helper\n6rq_*\n6s_io_busy\n5match_*\n7x_byte_size\n6emcpy_*\n5read_*\n9b\n9l\n9sb\n9w\n7gister_*\n7lease_*\n7move_func\n7set\n7tune_*\n6un_irqs\n5select_driver_type\n7t_*\n6ignal_irq\n7ngle_irq_set\n5unregister_*\n5writeb\nb_readb\nal\nasb\naw\n3v_instruction\n1earch_agp_bridge\n7binary_handler\nafmt_handler\n7cmp_ftr_reg\n7module_extables\n2ccomp_*\n3ondary_*\n3t_empty\n4ion_addr\n8objs\n8table\n3ure_computing\ng_strict\n7dccp_sequence_number\nbv6_sequence_number\n7ipv4_port_ephemeral\na6_port_ephemeral\n7tcp_seq\ne_and_ts_off\nbts_off\nav6_*\n2lect_collect\ne2\n7estimate_accuracy\n7submounts\n2m_*\n3ctl_*\n2nd_break\n5cpu_listeners\n5dm_alert\n5event\n5init_sequence\n9ial_event\n6pi_*\n5reply\n5sig\n8_*\n8io\na_to_task\n8nal_locked\n8queue\n8trap\n8urg\nb_to_task\n4msg_*\n4page_unlocked\n2q_bprintf\n5uf_alloc\n4dentry\n4escape_*\n4file_init\n9path\n4hex_dump\n5list_*\n4list_*\n5seek\n4open\n8_private\n4pad\n6th\n8_root\n5rintf\n5ut_*\n7c\n7s\n4read\n8_iter\n6lease\nb_private\n4scale\n5et_overflow\n4vprintf\n4write\n3no_inc\n92\n2rial_base_*\n7core_*\n7match_port\n7port_busy\ncprobe\ncremove\nduntime_*\n2ssion_clear_tty\n8of_pgrp\n2t_IF\n4acpi_reboot\n5ll_monitor_traces\n8resource_max_limit\n7ow_writes\n5non_*\n5pm_ints\n4bdev_*\n5h_page\n5infmt\n6os_reboot\n5locksize\n5rightness_*\n7ngup_idt_handler\n4cached_acl\n6pacity\nc_and_notify\n5heck_enable_amd_mmconf\n5lose_on_exec\n6r_pte_enc\n5ompat_user_sigmask\n6nsumer_device_supply\n6okie\n6rruption_*\n5pu_boot_mode_flag\n8online\n8sibling_map\n5reate_files_as\n7d_subscribers\n9ucounts\naser_ns\n5trl\n8_lock\n5ur_queue_map\n7rent\nb_blocked\ncgroups\n5yc2ns_scale\n4debug_rodata\n6fault_qdisc\ncvl\n6layacct\n5f_gdt_entry\n5hash_entries\n5irect_*\n6sk_ro\nb_uevent\n5ma_addr\n8count\n8mode\n8page\n8speed\n5umpable\n4efi_reboot\n4fd_set\n5iq_*\n6xmap\n5reezable\n5s_pwd\n7root\n4groups\n4handler_user_access_state\n5ighmem_pages_init\n5uge_pte_at\n4icache_stale_mask\n5data\n5hash_entries\n5nit_arg\n9blocksize\n5s_seen\n4kbd_reboot\n5exec_sig_enforced\n5probe_instance\n6ti_asid_bits\n4license\n6vepatch_module\n5ookup\n5tchars\n4machine_constraints\n6x_threads\n5emory\na_*\n5hash_entries\n5m\n6_*\n6ap_rnd_bits_max\n5nt_shared\n5odule_sig_enforced\n6unt_attributes\n5phash_entries\n5te_ctrl\n4nameidata\n5link\n4one_prio\nc_perm\n5pen_fd\n7rstate\n4pageattr_masks\n8s_state\n5ci_reboot\n5ercpu_*\n7missions\n5kt_overhead\n5ort_feature\n9led\n6six_acl\n6wer_state\n5te_*\n4realmode_power_off\n6served_asid_bits\n8t_devices\n7ource_limit\n5oot\n5ps_cpu\n5tc_noop\n4satp_mode\n5cl_gpio_value\n5da_gpio_value\n5ecurity_*\n6gfault\n7ment_reg\n6motime\n5gflags\n6ttyb\n5me_default_vl\n6p_*\n5pecial_pids\n5upply\n5ve_default_vl\n5wapper_pgd\n5ystem_power_state\n4task_*\n5chars\n5ls_desc\n4uie\n5naligned_*\n5p_gart_resume\n5sb_port_removable\n6er\n8_sigmask\n4vflags_*\n5smp_ctl\n3attr_prepare\n8should_*\n8vfsgid\nbuid\n3end_set_hw_mode\n3fl\n3lease_notifier\n3up_additional_pages\n7rch\n8g_pages\n6backlog_napi_threads\n7dev_*\n7ios_corruption_check\n7oot_*\namem\nd_allocator\n6cmdline\n7ommand_line\n7pu_*\n9id_table\n6data_*\n7efault_timer_irq\n6e820_entries\n7arly_printk\n7fi_*\n7lf_*\n9corehdr\n6fail_*\n7rame\n6ghcb\n6ima_*\n7nit_pkru\nard\n7pc_sysctls\n6kdump_cmdline\n6load_info\n6machine_*\n7odinfo\n7pu\n7q_sysctls\n6net\n8w_exec\n6once\n6pcid\n7ercpu_*\n7msa_*\n7ossible_cpus\n7rint_fatal_signals\n8ocessor\n9filing_timer\n6restart_syscall\n8turn\n7ng_seed\n7t_frame\n6sigcontext\n9frame\ne_layout\n9nal_shadow_stack\n7mp\n7ystem_*\n6tcm_*\n7rap_vector\n6user_features\nans_sysctls\napte\n6vm\n8_*\n3xattr\n8_*\n2v_cpuid_*\n4es_*\n5vict_cache\n4get_ghcb\n4map_percpu_data\n4pos\n5ut_ghcb\n4setup_arch\n4verify_cbit\n1g_clean\n4omplete\n2et\n4_dev\n5fc\n1hift_arg_pages\n2m_*\n3ctl_*\n2ould_fail_*\n8lush_tlb\n7sleep_killable\n8top_iteration\n7trim_cpumask\n3w_cons_active\n7resize\n7untry\n6pumask\n5datasize\n6elegatable_files\n5fd_locks\n6iq_list\n5initsize\natate\n6pi_*\n5kprobe_addr\n5mnt_opts\n6ountinfo\n5partition\ne_start\n7th\n5refcnt\n7sults\n6ps_*\n5sb_opts\n6pecial\n6tring\n5taint\n5vfsmnt\nb_opts\n8stat\n2rink_dcache_for_umount\neparent\nesb\n8entry_list\n7kill\n7lock_dentry\n7submount\nfs\n2stk_*\n1i_expansion\n3fromuser\n2g_handler\nb_ignored\n4ignored\n4prepare_pkru\n4task_ignored\n3action_compat_abi\n4ltstack_*\n3frame_*\n3hand_ctor\n3info_*\n4o_perm\n3nal_backward\n7compat_build_tests\n7delivered\n7fault\n8orward\n7setup_done\n7wake_up_state\n6fd_*\n6s_init\n3procmask\n3queue_*\n3return_codes\n3suspend\n2mple_acl_create\n8lign_resource\n8ttr_*\n7copy_to_iter\n7dname\n7empty\n7fill_super\n7get_link\naattr\n7inode_init_ts\n7link\n8ookup\n7nosetlease\n7offset_*\n8pen\n7pin_fs\n7read_*\n9cursive_removal\n9lease_fs\n9name\nd_*\n8mdir\n7set_acl\naattr\n8tatfs\n7transaction_*\n7unlink\n7write_*\n7xattr_*\ncs_*\n5ify_symbols\n2nce_epoch_show\n3gle_next\n7open\nb_size\n7release\n7start\n9op\n2ze_inside_page\n4of_long\n1k_*\n2b_*\n2ip_entry\n5got_header\n5mnt_tree\n5prefix\n7opagation_subtree\n5sstep\n1lab_build_skb\n3ve_store\n2eep_save_sp\n7tate_supported\n2ots_per_page\n3w_acct_process\n1mccc_patch_fw_mitigation_conduit\n2e_*\n2p_build_mpidr_hash\n4callin\n5heck_mpc\n5pu_*\n7s_done\n5rash_stop_failed\n6oss_call\n4dump_mptable\n4get_logical_apicid\n4init_cpus\n4kick_mwait_play_dead\n4on_up\n4prepare_*\n4quirk_init_udelay\n4read_mpc\n6serve_memory\n4sanity_check\n5can_config\n5end_reschedule\n9stop\n6t_ops\n7up_processor_id\n5hutdown_nonboot_cpus\n5pin_*\n5top_nmi_callback\n7re_*\n3boot_restore_warm_reset_vector\n8setup_warm_reset_vector\n2t_cmdline_disable\n1napshot_additional_pages\n9compat_ioctl\n9device_init\n9get_image_size\n9image_loaded\naoctl\n9open\n9read\nd_next\nblease\n9set_swap_area\n9write\ne_*\n2b_gfx_workaround_needed\n2oop_urb\n9_data\n2p_abort\n5lloc_vmsa_page\n4cleanup_vmsa\n5puid\n9_*\n4dmi_setup\n4init\n8_platform_device\n5ssue_guest_request\n4memcpy\n4register_*\n4set_*\n2to32\n1oc_early_init\n3k_*\n4et_seq_show\n4fd_*\n5s_*\n4opt_capable\n8lock_sock\n8ns_capable\n8release_sock\n8validate_clockid\n4ptr_to_sockopt\n2ft_restart\nc_cpu\n4net_*\n4ware_resume\nf_initcall\n9strobe_mode_inactive\n2l_ip_sockopt\n6v6_sockopt\n4socket_sockopt\n4tcp_*\n2rt_ftr_regs\n5idmaps\n5range\n1pacetab\n2d_can_coalesce\n4fill_page\n2ectre_*\n2i_acpi_controller_match\n5dd_*\n5lloc_*\n5sync\n9_locked\n4bus_*\n4check_buswidth_req\nasuspended\n5leanup\n5omplete\n6ntroller_*\n4delay_*\n6stroy_queue\n6v_*\n5ma_*\n4emit_pcpu_stats\n4finalize_*\n5lush_queue\n4get_*\n4idle_runtime_pm\n5nit_queue\n5s_last_cs\n4map_buf_attrs\n8msg\n6rk_*\n6tch_*\n6ybe_*\n5em_*\n4new_*\n4optimize_message\n4probe\n5ump_*\n4queued_transfer\n4register_*\n6move\n6place_*\n6s_*\n4set_*\n7up\n5hutdown\n5lave_abort\n5plit_*\n5tart_queue\n7tistics_add_transfer_stats\n6op_queue\n5ync\n8_locked\n4take_*\n6rget_abort\n5oggle_csgpiod\n5ransfer_*\n4uevent\n5nmap_buf_attrs\namsg\n6optimize_message\n6register_*\n4validate\nc_bits_per_word\n4write_then_read\n4xfer_word_delay_update\n3n\n4wait_*\n2lice_*\n4t_fs_names\n6linear_*\n6mem_range\n2p_getpage\n2rint_backtrace\ng_build_id\n7symbol\nd_*\n1q_to_*\n2uash_mem_tags\n1rcu_free_old_probes\n5init_notifier_head\n5notifier_*\n1s_add\n3del\n3wakeup\n2bd_prctl_*\n3s_emulation_handler\n2ve_get\n5set\n1tack_erasing_sysctl\n6maxrandom_size\n6not_used\n6pop\n7ush\n5leak_*\n3ndby\n3rt_cpu0\n6dir_add\n9tytime_writeback\n6kernel\n6parent_slice_with_credit\n7eriodic_check_for_corruption\n6secondary\nf_cpu\n7ync_check_timer\n6tty\n5ed_after\n5up_32\na_smp\n864\na_*\n3sh_dentry\n5ed_dentry_prune\n3t_sample_valid\n4e_neither_active_nor_queued\n4fs_by_dentry\n4ic_*\n4mount_*\n4s_attr_valid\n2d_init_compound\n4validate_*\n2ep_into\n3xt\n2olen_*\n3p_tty\n3re_cpumask\n6gcov_*\n6msg\n6rps_*\n6smt_control\n6uevent\n2r_lpae\n4to_user\n3cmp_prefix\n7suffix\n3eam_next_*\n7open\n3ict_align\n7iomem\n7sas_size\n3n_len\n3ong_try_module_get\n3toul_lenient\n1ubbuf_splice_actor\n3dev_close\n8ompat_ioctl32\n7do_*\n7fh_*\n7ioctl\nc_get_state\n7open\n7poll\n3mit_bh\n9_wbc\n8io_*\n7page_section\n3tract_range\n2per_cache_*\n6flags\n6lock\na_*\n6s_*\n7etup_*\n6trylock_shared\n6unlock\nc_*\n6wake\n3info_*\n3ply_map_show\n4orts_autosuspend_show\n9ecbhb\n2spend_attr_is_visible\n8common\n8devices_and_enter\n9isk_*\n8enter\n8finish\n9reeze_processes\n8mem_*\n8prepare\n8restore_csrs\n8save_csrs\n9et_*\n9tandby_*\nbts_show\naep_name\n8test\n9haw_processes\n8valid_only_mem\n1ve_*\n1w_sync_*\n2ab_apm_power_in_minutes\n3p_names\n5pages\n5read_page\n9er_finish\n5two_pages_data\n5write_*\nar_finish\n4per_pg_dir\n2itch_back_to_interactive_wr\n7ldt\n7mm_*\n7task_namespaces\n8o_tboot_pt\n2node_*\n2p_emulation_init\n4handler\n2susp_*\n1ymbol_get\n7put\na_addr\n2nc_bdevs\n6lockdev\nd_*\n5debugfs_init\n7vice_with_v4l2_controls\n6irty_buffer\n5file_*\n9system\n8l_fence_info\n6s_one_sb\n5global_*\n5icache_*\n6nfo_debugfs_show\n7itial_page_table\n7ode_metadata\nas_*\n5mapping_buffers\n5on_*\n5print_*\n6t_create\n5status_str\n5timeline_*\n4hronize_group_exit\ncnet\n2s_*\n3call_regfunc\n8trace_exit\n8unregfunc\n4tl_core_*\n7delayacct\n7init_bases\n7latencytop\n7max_threads\n3rq_sysctl_handler\n3tem_32bit_el0_cpumask\n7call_get\ncset\n7entering_hibernation\n7matches_cap\n7ram_resources_mergeable\n3vec_call_function\nk_single\n7kvm_asyncpf_interrupt\n7reboot\n9schedule_ipi\n4ipc_*\n0t10_*\n26_setend_handler\n1ag_chunk\n4mount\n4size_show\n3ged_*\n2ke_cpu_down\n5dentry_name_snapshot\n4down_cpu\n2rget_leasetype\n2sk_active_pid_ns\n5cgroup_*\n6lear_*\n7s_state\n6s\n5fpsimd_load\n6reezer\n5get_*\n5join_group_stop\n5lookup_*\n5participate_group_stop\n6id_*\n5set_*\n6ize_*\n6till_dumpable\n7opped_code\n7ruct_whitelist\n5update_io_bitmap\n6ser_*\n4s_nocpu_error\n5tats_*\n1boot_*\n1c_cls_act_*\n3run\n2m_dtcm_present\n4handler\n4itcm_present\n2x_dec\n4inc\n4run\n1eehbr_*\n2mp_pgtable_*\n2rminate_walk\n2st_add_callback\n5bdev_*\n5error\n5for_each\nd_unlocked\n5get_fences\n5inode_iunique\n5keyed_super\n5late_*\n5rm_callback\n5signaling\n7ngle_super\n6tatic_call_init\n9us\n7ub\n5wait_timeout\n6p_bit\n4ing_show\n4msg\n2xt\n1g_*\n2id_stats_add_task\n1haw_*\n2is_cpu_has_cap\n9set_vectors\n5tty\n2read_group_exited\n7is_running\n7signal_callback\n8tack_*\n6ed_show\natore\n3otl_*\n2umb2arm\n5ee_*\n1ick_broadcast\n2me_cpufreq_notifier\n5init\n5out_leases\n4left_show\n5ine_fence_*\n4rfd_*\n4stamp_truncate\n2occons\n4getd\n5pgrp\n5sid\n5winsz\n4sctty\n5etd\n5pgrp\n5ti\n5winsz\n1lbflush_*\n2s_desc_okay\n4get\n4not_supported\n4set\n1o_acct\n3bsg_device\n3cg_ns\n4ompat_*\n3gpio_chardev_data\n8device\n3ipc_ns\n3led_name\n3media_device_instance\n4nt_ns\n4ock_fence\n3net_ns\n3pid_ns\n3shrink_list\n4pi_mem_drv\n3user_ns\n4ts_ns\n2ggle_bp_registers\n2o_many_pipe_*\n2pology_init\nas_*\n9phys_*\n9same_node\nbne\namt_supported\n9update_die_map\ngpackage_map\n2tal_mapping_size\n2uch_atime\n6buffer\n6mnt_namespace\n1p_module_going_check_quiescent\n3rcu_*\n3stub_func\n1race_clock_x86_tsc\n6drop_common\n6initcall_*\n8tel_irq_*\n6kfree_skb_hit\n6module_has_bad_taint\n6napi_poll_hit\n6pagefault_*\n5point_*\n4ing_iter_filter\n3ffic_class_show\n3iling_slashes\n3mp_key_lookup\n5oline_check_ip\n3ns_alloc\n6pgd_*\n5fer_args_to_stack\n9pid\n9surpluses\n3verse_mounts\n2ee_contains_unbindable\n2igger_drop_group\n8make_group\n8relevant\n9x_softirq\n3m_bios_range\n5marked\n5snb_memory\n2uncate_bdev_range\n2y_add_failed_module\n8tainted_module\n4emulate_*\n4force_unload\n4lookup_one_len\n4module_get\n4or_set_cluster\n4ram_remap\n5elease_module_ref\ncthread_stack_to_cache\n4set_*\n5tep_suspended_breakpoints\n6op_module\n4to_force_load\n8ree_buffers\nbze_tasks\n7generate_entropy\n7optimize_kprobe\n7run_init_process\n7set_owner\n8uspend\n7unlazy\nd_next\n7writeback_inodes_sb\n3lock_super\n1s_secret_init\n2c_clocksource_watchdog_disabled\n5s_*\n4disable_clocksource_watchdog\n4early_*\n5nable_sched_clock\n4init\n4read_refs\n6fine_calibration_work\n6store_sched_clock_state\n7ume\n4sanitize_first_cpu\n6ve_sched_clock_state\n5etup\n5tore_and_check_tsc_adjust\n5ync_*\n4verify_tsc_adjust\n2o_build_*\n4count_descs\n1ty_*\n1urn_mmu_*\n1w_prot_*\n2d_*\n1x_maxrate_*\n3queue_change_owner\n9len_store\n3timeout_show\n0uart_add_one_port\n6lloc_xmit_buf\n5break_ctl\n5change_*\n8rs_in_buffer\n7eck_rs485_flags\n6lose\n6onfigure_port\n8sole_device\ndwrite\n5dcd_enabled\n6o_autoconfig\n5enable_ms\n5flush_*\n6ree_xmit_buf\n5get_*\n5handle_*\n8gup\n5insert_char\n8tall\n6octl\n5line_info\n5match_port\n5open\n5parse_*\n6oll_*\n7rt_activate\nacheck\naderef\nbtr_rts\naref\nd_lock\nashutdown\nbpin_lock_init\nbtartup\naunlock_deref\n6roc_show\n6ut_char\n5read_*\n7gister_driver\n7move_one_port\n7port_port\n7sume_port\n6s485_config\n5sanitize_*\n6end_xchar\n7t_*\n6hutdown\n6tart\naup\n7op\n6uspend_port\n6ysrq_on\n5throttle\n6iocmget\naset\n6ry_toggle_sysrq\n6ty_port_shutdown\n6ype\n5unregister_driver\n7throttle\n6pdate_*\n5wait_*\n6rite_*\n5xchar_out\n4clk_show\n1div_instruction\n2mabuf_*\n1event_filter\n7helper_show\nftore\n7seqnum_show\n1ffd_ctx_features\n1id_*\n2o_dev_*\n7ice_release\n4event_notify\n5xit\n4fasync\n5ind_mem_index\n5ree_minor\n4get_minor\n4init\n6terrupt\nd_*\n4major_*\n5map\n8_*\n4open\n4poll\n4read\n6gister_device\n6lease\n4unregister_device\n4vma_fault\n4write\n1lpi_dev_release\n5exit\n5match\n5of_register\n5probe\n5read\n9_id\n7gister\nd_*\n8s_show\n7move\n5uevent\n6nregister_*\n5write\n1md_cleanup\nb_helper\n4load_blob\n4setup\n4unload_blob\n2h_complete\n6redump_setup\n2ip_printk\n2ount_*\n1nbind_marked_interfaces\n7no_pm_drivers_interfaces\n2cached_access\n3harge_cg_locked\n2flatten_*\n3reeze_cgroup\n2handled_signal\n4sh_mnt\n7nsid\n7process\n2ix98_pty_init\n2known_bootoption\n8module_param_cb\n2link_binfmt_dentry\n7disk_holder\n7peers\n7queue\n4st_*\n3oaded_*\n4ck_buffer\n7mount\nc_hash\n7new_inode\n8s_list\n7rename\n7system_sleep\n7two_nondirectories\n7wqueue\n2map_dma_buf\n6hotplug_*\n6kernel_at_el0\n6ldt_struct\n6shadow_stack\n6udmabuf\n7rb_for_dma\n4sk_8259A\nc_irq\n3erge_queues\n2optimize_*\n2pack_orig_pfns\n7to_rootfs\n3in_all_folios\n3rivileged_ebpf_enabled\n2queue_multiple\n2register_binfmt\nclkdev\nbchrdev\nh_region\nclient\nbdie_notifier\ncummy\nbfib_notifier\ndlesystem\nbkmmio_probe\ncprobe\nh_bottom\nitop\nhs\ncretprobe\nks\nbmodule_notifier\nbnetdev\nhice_*\neevent_notifier\nbpernet_*\nclatform_power_off\ncm_notifier\nbrandom_vmfork_notifier\nceboot_notifier\ndstart_handler\nbsys_off_handler\nbtracepoint_module_notifier\nbvirtio_device\njriver\n3oll_tree_refs\n2safe_setup_*\n3et_locked_termios\n6regulator_supplies\n3hare_*\n3igned_offsets\n3tuff_bits\n3ynchronized_tsc\n2tag_chunk\n2wrap_array\n7chain\nc_array\n7merge\nc_complex\n1pdate_32bit_cpu_features\n7cache_mode_entry\n8lassid_*\n8oef_probs\nbf\n8pu_capabilities\nbfeatures\nctr_reg\namask\nes_hier\n7devnum\n8omain_attr\ni_tree\n7end_of_memory_vars\n8xclusive_cpumask\n7flag\n8rame_reference_mode_probs\n9eq_counters_refs\n9om_auto_cluster\n7if_frozen\n8nsn_emulation_mode\n9ter_mode_probs\ncp_filter_probs\n8o_ticks\n8s_inter_probs\n8ter\nb_mod\n7lsm_rule\n7mapping_prot\n8in_*\n9tigation_state\n8p_table\n9table_setup\n8v_*\n7netprio\n8odemask\nfs_hier\n7parent_effective_cpumask\nesubparts_cpumask\natition_*\n8ort_device_state\n8rob\n9state\n8state_ssbs\n7regset_xstate_info\n9lax_domain_level\n7sibling_cpumasks\n8kip_probs\n8ocket_protocol\n8yscall_orig_x0_after_ptrace\n7tasks_*\n8hr_responsiveness_params\n8x_probs\n7unbound_workqueue_cpumask\n8sages_of_a_phandle_reference\n7vmcoreinfo_note\n7y_mode_probs\n2robe_init_insn\n1random_read_iter\n2b_destroy\n3num_show\n2ing_cmd_null\n1sb2_hardware_*\n5lpm_*\n33_hardware_*\n5lpm_*\n3_acpi_*\n5dd_hcd\n5lloc_*\n6tnum_to_altsetting\n5md_resume_quirk\n5nchor_*\n5pi_blocking_completion\n5uthorize_*\n7opm_*\n8resume_device\n8suspend_device\n4block_urb\n5ulk_msg\nc_killable\n6s_*\n4cache_string\n6lc_bus_time\n5heck_*\n6oose_configuration\n5lear_*\n5ommon_*\n6ntrol_msg_*\n5reate_*\n4deauthorize_*\n6bugfs_*\n6code_*\n6register\ne_*\n6stroy_configuration\n6tect_*\n6v_*\n7ice_*\n8o_*\n7node\n5isable_*\nbd\n5river_*\n5ump_*\n4ehset_completion\n5nable_*\n6dpoint_is_ignored\n6umerate_*\n5p0_reinit\n6_type_string\n4find_*\n5or_each_dev\n7ced_unbind_intf\n5ree_coherent\n9dynids\n9streams\n9urb\n4generic_*\n6t_bos_descriptor\n8configuration\n9urrent_frame_number\n8descriptor\nav\nbice_descriptor\n9r_*\n8extra_descriptor\n8from_anchor\n8hcd\n9ub_port_acpi_handle\n8intf\n8langid\n8max_power\nbimum_*\n8role_switch_default_mode\n8status\naring\n8urb\n5iveback_urb_bh\n4hc_died\n6d_*\n5ub_*\n4if_uevent\n6num_to_if\n5nit_pool_max\n9urb\n6ternal_control_msg\n9rupt_msg\n7f_get_dma_device\n4kick_hub_wq\n6ll_*\n4led_activity\n5ock_*\n4major_*\n6tch_*\n5on_*\n4new_device\n5otify_*\n4of_*\n5pen\n5tg_state_string\n4parse_*\n5hy_roothub_*\n5ipe_*\n5oison_*\n6rt_*\n5robe_*\n5ut_dev\n8hcd\n8intf\navalidate_rhdev\n4queue_reset_device\n4rebind_intf\n6gister_*\n6lease_*\n6mote_wakeup\n8ve_device\nbep_devs\nbhcd\nbnewid_files\nbsysfs_*\n6q_set_sel\n6set_and_verify_device\naconfiguration\nadevice\naendpoint\n7ume\na_*\n5h_urb_dequeue\n5oot_hub_lost_power\n5untime_*\n4scuttle_anchored_urbs\n5et_*\n5g_*\n5how_dynids\n6utdown_interface\n5peed_string\n5tart_wait_urb\n7te_string\n6op_hcd\n7re_new_id\n6ring\na_sub\n5ubmit_urb\n6spend\nb_both\ncdevice\ncinterface\n4try_string_workarounds\n4uevent\n5nanchor_urb\n6bind_*\n6link_*\n7ock_port\naed_*\n6poison_*\n6register_notify\n5pdate_wireless_status_attr\n5rb_ep_type_check\n4wait_anchor_empty_timeout\n6keup_enabled_descendants\nbnotification\n5ireless_status_intf\n3dev_*\n3fs_*\n3port_*\n2e_backlog_threads\n4new_scheme\n4pit\n3r_backtrace\n5enable_block_step\n7ter_callable\n6poll_*\n6xit_callable\n5feature_fixup\n6lags\n5get_super\n5mode_thread\n5namespace_sysctl_init\nes_init\n5page_pipe_buf_try_steal\n7th_*\n6cid\n5refill_reqs_available\n7turn_*\n5statfs\n5termio_to_kernel_termios\nbs_*\n6o_new\n5xcpus\n4fault_msg\n9fd_*\n4modehelper_*\n4ns_*\n2ing_native_sched_clock\n1ts_ns_init\n4proc_notify\n3name_sysctl_init\n4s_*\n0v16\n132\n14l2_*\n3_*\n1alid_arg_len\n6bridge_getlink_req\n6compat_regs\n6fdb_*\n6mmap_phys_addr_range\n6native_regs\n6phys_addr_range\n6type\n6user_regs\n5ate_av1_*\n9bootmem_online\n9change\nf_legacy\naonstant_table\nbredump_safety\nareds_for_do_exit\natrls\n9linkmsg\n9new\nas\nbset\n9prctl_map_addr\nbocess_creds\n9section_offset\n9unaligned_range\n9vp9_*\n9xmit_skb\nh_list\nevlan\n1c_boot_ghcb\n3decode_*\n8ing_needed\n4o_mmio\n3early_forward_exception\n3fetch_insn_kernel\n4inish_insn\n4orward_exception\n4rom_invalid_context\n3ghcb_invalidate\n3handle_*\n3init_em_ctxt\n5sn_*\n4oio_*\n4s_db\n3no_ghcb\n3raw_handle_exception\n4ead_mem\n3slow_virt_to_phys\n3write_mem\n1dso_*\n1ec_init_vq_map\n4prctl_status\n6obe_vqs\n7c_do_default_vl\n4set_vector_length\n4update_vq_map\n4verify_vq_map\n5l_inherit_flag\n2rify_bh\n7cpu\na_asid_bits\n7dirent_name\n7exception_info\n9ported_symbols\n7hyp_capabilities\n7local_*\n7namespace_is_imported\n7root_map\n7sme_features\n8ve_features\n3sion_sysfs_builtin\n2t_atags\n1fio_alloc_device\naate_device_file\n6ssert_device_open\n8ign_device_set\n5cleanup\n6ombine_iova_ranges\n5device_file_set_kvm\ndops_*\ndrom_file\nclog_read_and_clear\ncopen\ncpm_*\ndut_registration\ncrelease\ncset_open_count\nctry_get_registration\n6f_close\n8device_*\n8open\n5file_enforced_coherent\nais_valid\naset_kvm\n7nd_device_in_devset\n6ree_device\n6s_*\n5group_get_*\n5info_*\n7it\n9_device\n6oct_mig_return_fd\n9l_*\n5mig_get_next_state\n5register_dev\neemulated_iommu_dev\negroup_dev\n7lease_device_set\n5set_irqs_validate_and_prepare\n5unregister_group_dev\n2p_get\n4set\n2s_*\n3gid_in_group_p\n1host_task_create\nbfn\nbstart\ndop\nbwake\n1ia_bugs\n4no_*\n2deo_devdata\n9ice_*\n7o_ioctl\n6get\n9_user\n6ioctl2\n6put\n9_user\n6register_*\n6translate_cmd\n6unregister_device\n7sercopy\n5buf_*\n5dev_*\n2io_trigger_alloc\n2rt_addr_valid\n5to_phys\n4io_add_status\n7break_device\n7check_driver_offered_feature\n8onfig_*\n7dev_*\naice_*\n7exit\n7features_ok\n7id_match\n8nit\n7max_dma_size\n7reset_device\n7uevent\n8nbreak_device\n4queue_*\n4ual_mapped\n1lan_ioctl_set\n1m_area_alloc\n8dup\n8free\nc_rcu_cb\n3get_page_prot\n2a_dump_size\n4is_pkey_exec_only\n4lock_alloc\n9free\n3p_udmabuf\n2coreinfo_*\n2emmap_flush_unused_pmd\n9ree\n8pmd_is_unused\n9opulate\n8use_new_sub_pmd\ncsub_pmd\n2gexit_psc\n2splice_*\n1ring_*\n1smp_apic_post_init\n5cap_cpus\n5init\n1t8237_*\n1unmap_udmabuf\n1var_fault\n0wMaxPacketSize_show\n1ait_backward\n5consider_task\n5entry_unlocked\n5fence_chains\n6or_ap_thread\n9callbacks\naonnected\n9dump_helpers\n9initramfs\n9kprobe_optimizer\n9owner_exiting\n9partially_frozen\ndner\n9random_bytes\naoot\n9vfork_done\n8ward\n5key_set\n5on_buffer\n5random\n5sb_inodes\n5task_*\n6imer\n2ke_const_ops\n5exceptional_entry_func\n5futex_pi\n5lock_show\nbtore\n5unlock_*\n6p_parent\nbtner\n8sem_queue_prepare\n6serfault\n4alarm_*\n4lock_lookup_add\n8s_*\n4up_count_store\n8pu0_nmi\na_*\n7dirtytime_writeback\n7flusher_*\n7pipe_*\n7readers\n7secondary_*\n2lk_component\n5iomem_res_desc\n5mem_res\n5process_tree\n5system_*\n2nts_signal\n2rn_bootconfig\n5crc32c_*\n5deprecated_v2\n5kprobe_rereg\n5legacy_capability_use\n7vel\n5mandlock\n5sysctl_write\n5unsupported\n2tch_queue_*\n5dog_cdev_*\naheck_*\naore_data_release\n9deferred_*\nbv_*\n9get_status\ndtimeleft\n9have_pretimeout\nartimer_*\n9init_*\naoctl_op\n9need_worker\nbxt_*\naotify_pretimeout\n9past_open_deadline\naing_work\nam_notifier\naretimeout_*\n9reboot_notifier\nbgister_*\nbstart_notifier\n9set_*\n9timer_*\n9unregister_*\napdate_*\n9worker_should_ping\n5point_*\n3ermark_*\n1b_check_*\n3do_writeback\n3inode\n4o_*\n3queue_*\n3recent_wait\n3split_bdi_pages\n4tart_*\n3timer_fn\n7stamp\n3wait_for_completion\n5keup\n4orkfn\n4riteback\n2c_*\n2t_*\n1dt_is_visible\n1eight_updated\n1hat_owner_is_waiting_for\n1ill_become_orphaned_pgrp\n2reless_group_needed\n9status_show\n2thin_area\n7cpu_entry\n7kprobe_blacklist\n1l1251_quirk\n1ould_dump\n1q_add\n3get_first_waiter\n3sleep\n1rap_directory_iterator\n2ite_actions_logged\n6boundary_block\n7uffer\n6classid\n6enabled_file_bool\n6full\n6generate_*\n6inode\nb_now\n7ter_null\n6ldt\n6note_info\n7ull\n6pen_release\n7mevcntrn\natypern\n7ool_user\n7riomap\n8ofile\n6relocate_add\n6separate_vsel_and_range\n6wb_reg\n5back_chunk_size\nainodes_*\nasb_inodes\nbingle_inode\n5note\n5r_trylock\n2ss_control\n0x32_arch_ptrace\n4copy_siginfo_to_user\n4setup_rt_frame\n164_setup_rt_frame\n186_*\n1acct_add_tsk\n2ttr_full_name\n6getsecurity\n6is_*\n6list_one\n6permission\n6resolve_name\n6supported_namespace\nds_user_prefix\n1bc_make_cmdline\n1cpus_empty\n1digit2bin\n2p_alloc_skb_bulk\n5ttachment_setup\n4btf_struct_access\n5uild_skb_from_frame\n4convert_ctx_access\nczc_to_xdp_frame\n4do_*\n4features_*\n5lush_frame_bulk\n5unc_proto\n4get_metalen\n4is_valid_access\n4master_redirect\n5em_*\n6tadata_init\n4reg_*\n6lease_frame\n6turn\na_*\n5xq_*\n4set_features_flag\n4unreg_*\n4warn\n3f_clone\n1en_swiotlb_enabled\n1mit_check_*\n5fifo_size_show\n5one\n1ps_copy_dev_maps\n5pus_*\n4queue_show\n4rxqs_*\n1scale_cp0_init\n9_*\n1write\n0za_get\n3set\n2p_completion_queue\n4early_initrd_mapping\n4other_threads\n4pid_ns_processes\n5rocess\n4threads\n1ero_buffer\n5fd_set\n6ill_bio\nd_iter\n5mmap_capabilities\n4copy_*\n1one_device_pages_compatible\n5sizes_init\n1t_get\n3set\n=other\n0alarm_mask_show\nctore\n6show\n7tore\n6timer_callback\n2ignment_of\n1rm64_858921_read_cntpct_el0\nlvct_el0\n1sm_end\n2soc_failure_reason_to_str\n2ymmetric_verify\n1udit_bb_end\n6caps\n7b\n6dmv_roothash\n6fsv_digest\n6iface\n7node_permission\n7p4\n86\n6log_entries_show\ney_count_show\nanft_set_reset\naobj_reset\narule_reset\n6mnt_flags\n7ount\n6net_cb\n7s_cb\n6policy\n7re\n7trace_cb\ndmask\n6resource\n7ule\n6signal_cb\ndmask\n6tg\n8_check\n9ebt\naxit\n9init\n6uring_cb\ncmask\n0badblocks_populate\n1dev_equal\n2i_to_bd\n7tbi\n1io_add_scrub_sector\n5lloc\n9_page_pool\n4check_or_release\n5omplete\n8ress\n6py_block\n5sum\n4detain\na_shared\n5p_init\n5rop_shared_lock\n4end_offset\n4flags_to_wire\n5ull\n4get_m\n8page\n8trace_info\n4is_flush_with_data\n5ter_iovec_folio\n4list_copy_data\n9put\n4map_or_bounce\n6x_vecs\n4next_page\n4phys_contig\n5ost_read_processing\nerequired\n4region_range\n4set_m\n4to_dev_sectors\n7region\n5riggers_commit\n4uncompress\n6map_or_unbounce\n4writes_complete_block\n2tmap_find_window\n7print_sb\n1lk_add_driver_data\n8trace\nd_bio\nh_backmerge\njounce\nicomplete\nifrontmerge\niqueue\niremap\negetrq\neplug\nerq\ng_complete\nhinsert\nissue\nhmerge\nhremap\njqueue\nesplit\neunplug\n4create_buf_file_callback\n4dropped_read\n4fill_rwbs\n4log_action\ne_classic\n8dump_pdu\n8generic\n8msg\n8plug\n8remap\n8split\n8unplug\n8with_error\n4msg_write\n4queue_discard_granularity\n4register_tracepoints\n6move_buf_file_callback\n4subbuf_start_callback\n4to_nvme_status\n5race_bio_get_cgid\nacleanup\naevent_print\nl_binary\nafree\naioctl\namask2str\nanote_message\naremove\ng_queue\ncquest_get_cgid\nasetup\nf_lba\ngqueue\nbhutdown\nbtart\nfstop\ncop\ncr2mask\nbynthesize_old_trace\n9r_init\nbprint_header\nhline\nbreset\nbset_flag\nctart\ndop\n4unregister_tracepoints\n3dev_zone_mgmt_errno_to_nvme_status\n1m_get_version\n1pf_get_netns_cookie_sockopt\n4sk_reuseport_detach\n6b_ct_alloc\nblookup\n8get_fou_encap\ncxfrm_info\n8set_fou_encap\ncxfrm_info\n4xdp_ct_alloc\nblookup\n8flow_lookup\ndtuple_lookup\n8get_xfrm_state\n8xfrm_state_release\n2rm_caps_from_vfs_caps\n0call_usermodehelper_keys\n1e_irq_handler\n3to_guc\n1hacha20_skcipher_setkey\n2eck_new_map\n6update_surfaces_for_stream\n1lk_hw_get_clk_kunit\nfprepared_enabled_kunit\n4prepare_enable_kunit\n4set_parent\n8rate\n2ocksource_i8253_init\ncmmio_init\nhreadl_down\nnup\nlw_down\nnup\ncto_dw_apb_clocksource\n1ompact_inbuf\n8store\n2nsole_callback\n8map_init\n8register\n8show\n9tore\n8unregister\n4ume_cqe\n8one_event\n2py_page_from_sram\nato_sram\n5user_offload\nasyms\natest\n1puhp_cpufreq_offline\nfnline\n6dtpm_cpu_offline\ngnline\n3info_nominal_freq_show\n3s_are_in_xmon\n5show\n1rc32_posix\nb_end\n5c_zeros\n2ypto_aead_ctx_find\n8hash_dma_start\n8lloc_context\n7ccm_check_iv\n7dma_start\n8one_action\n7free_cb\ndontext\n7info_iv\nckey\ncrec_seq\ncsalt\n7kfunc_init\n7shash_ctx_find\n1sum_partial_copy_to_xdr\n1urve25519_selftest\n0dax_unlock_pages\n1cache_find_get_entry\n7readdir\n1d_emit\n3from_dev\n8ibdev\n8ppd\n1eadline_timer\n9work\n2bugfs_create_dtrace\nffiles\nk_v3_hw\nfio_x64\nftrace_filter\n2ferred_fw6_msg\n9put_nlk_sk\n9restore_writes\n9unmap_destructor\n2layed_free_irq\n2s3_aead_setkey\n5skcipher_setkey\n3_setkey\n5kcipher_setkey\n2v_get_by_tap_file\n8dev_node\n9p_display_private\n4xdp_enqueue\n3ice_add_store\n7create_lockspace\n7match_id\n7set_dirty_tracking\n6s_show\n3m_device_action\n5gpiod_get_array_optional_count\n5irq_domain_fwnode_release\n5phy_package_join\nhleave\n5regmap_init_encx24j600\nhsch56xx\nii476x\niunxi_rsb\nhvexpress_config\n6tc_nvmem_register\n1h_crypto_done\n3data_from_key\n3free_data\n1ict_ptr\n2e_kobj_release\n2sk_accounting_pos_to_bpos\n5change\n6tr\n5dtr\n5flush\n5groups_nr\n5ll_commit\n8init_index\n8load_ie\n8max_entries\n8open\n8save_ie\n5map_seq_show\n5opts_check_al_size\n5resume\n5status\n5type\n1ma_buf_attach_adev\n8run_device\n4debug_show_channels\nfdevices\n4fence_is_chain\ndi915\nasignal\ng__notify\nitimestamp\nawork_chain\ngommit\nl_imm\nfinit\n4resv_kunit_active_fence_init\n1o_pci_configure\n4roc_dqstats\n8fsinfo\n8get_root\n3raw_getsockopt\n7setsockopt\n3sync_erase\n3wait_for_fifo\n2wn_and_up_cpus\n5conversion\n5scale_factor\n5threshold_store\n5write_ref_node\n0e820_pmem_probe\naremove\n5register_one\n1arly_init_pdc\n6set_events\n1cdh_complete\n5gen_privkey\n1lf_hdr_init_ident\n4strtbl_add\n1ventfd_register\n8unregister\n0failover_store\n2ult_in_fiemap\n1cntl_dirnotify\n1dt_get_pmu_hw_inf\n4pmu_probe_active_mcb_mcu_l3c\nepmu_dev\n1e_send_command\n5t_config\n7params\n4tandby\n1ilemap_get_page\n8write_page\n2nd_inode_bit\n5next_bit_ring\n1lock_holder_uninit\n2ush_tlb_invalidate\n1olio_data_offset\n6end_pos\nasector\n6file_pfn\n6hole_offset\n6pos_to_s\n6range_has_eb\n6sector\nc_dirty\ndreserve\ndundirty\ncs\n6to_mp\n3low_dfs_link\n7fault_pfn\n7link\n7to_parent\n1ree_pages_list\n1w_upload_wait_on_cancel\n0generic_write_indirect_reg\n3pd_to_pd\n2t_fs_bw\n4mm_clock_voltage_table\n4obj_to_cnode\n5ld_counters\n4pte_flags\n4swap_bios\n4task_bps_mutex\n4user_memory\n9register\n9session_keyring_rcu\natack_nth\n4v4l2_dev\n4work_bits\n1hash_block\nbs\n1piochip_find_match_label\nawd_create\nddelay_of_xlate\ndsetup_delay_line\n9setup\n4d_set_array_single_value_cansleep\n4lib_reg\n1roups_equal\n1up_test_init\naoctl\n9release\n0handle_to_device\n1ibernation_show\n2d_device_event_xppen_deco_mini_4\n3input_apple_event\n1mm_dmirror_exit\ncinit\n1rtimer_callback\n8event\n1ugepage_ctx\n4tlb_delete_from_page_cache\n9rop_vma_policy\n8file_setup\n8get_unmapped_area\np_bottomup\nqtopdown\n8set_vma_policy\n8unmap_file_folio\n8vma_maps_page\nadelete_list\natruncate\n1wmon_attributes_visible\n1yp_sysfs_show\nbtore\n0i2c_acpi_find_adapter\n4check_for_device\n4get_status\n1dr_add_uobj\n4callback\n5mpxchg\n1io_buffer_block_get\nhput\nk_atomic\nhrelease\no_atomic\nbcb_release\nestore_to\nbto_dmaengine_buffer\nehw_consumer_buffer\nequeue\nbwakeup_poll\n4device_detach_buffers\nbregister_trigger_consumer\nbunregister_trigger_consumer\n4trigger_attach_poll_func\ncdetach_poll_func\ncsysfs_release\n1nit_irq_map\n5page_array\n2ode_set_size\n6to_path\n2put_get_poll_interval\n1oc_getscl\n8da\n5uid_show\n4remap\n6set_count_show\n4setscl\n8da\n1rq_matrix_init\n4set_name\n8type\n4work_imm\n9raise\n1s_page_in_cluster\n2olate_show\n9trategy_show\nitore\n0kasan_alloca_oob_left\nhright\n7tomics\nd_helper\n6bitops_generic\ndmodify\ndtags\neest_and_modify\n6global_oob_left\nhright\n6memchr\namp\n6rcu_reclaim\nauaf\n6stack_oob\n8rings\n7uite_exit\ncinit\n6test_exit\nbinit\nbmodule_init\n6workqueue_uaf\ngwork\n1csan_selftest\n7uite_exit\ncinit\n1ernel_bindconnect\n7context\ne_close\nfsync_00\n7get_random\n7ptr\n7qp_has_rdb\n8ueue_init\nduninit\n7tid_waiters\n8ype_name\n7vm\n1fence_suite_exit\ndinit\n2ifo_fromio\nc_locked\n1malloc_node_oob_right\n2em_cache_accounted\nbbulk\nbdouble_destroy\nifree\nbinvalid_free\nboob\nbrcu_uaf\n2san_suite_exit\ncinit\n1thread_fn\n2ime_mono_to_real_seconds\n6since_raw\n6to_ceph_timespec\n9seconds\n0led_trigger_lookup\ncpanic_notifier\ncset_panic\n1ockdep_commit_lock_is_held\n8nfnl_is_held\ndnft_mutex_not_held\n8ovsl_is_held\n8set_quota_inode\n9ta_mutex_held\n4s_end_grace\n6in_grace\n6start_grace\n4up_detected\n1ru_destroy\n4evict\n4init\n6sert\n5ter_begin\n9end\n9invalidate\n9next\n4pos\n7_id\n8time\n5ut_end\n4reference\n6move\n4type\n0ma_intr_handler\n3put\n2chine_keyring_init\n8without_vbus_sense\n1d5_to_hex\n1edia_RP0_freq_mhz_show\n8n_freq_mhz_show\n6bay_attach\nainit\naresume\nastep\nbuspend\natask\n6changed\n8eck\n6entity_to_vsp1_entity\n6find_id\n7n\n7req_factor_show\njtore\n6len\n6not_present\n6ratio_mode_to_factor\n7c6_residency_ms_show\n6type_show\n2mory_access_ok\n7data\n7entry\n7get_cur_bandwidth\nbmax_bandwidth\n7info_open\ncread\ncupdate\n7ranges_init\n8ead\n7set_cur_bandwidth\n8how\n8tore\n7write\n1fd_emmc_probe_slot\n4sdio_probe_slot\n1igrate_btree_pred\n8clear\n9opy\n8engines\n8pred\n8test_run_device\n9mpl_match\n8vm\n6ion_disable_value\n2sc_dev_to_dw\nctest_dev\n5err_status_string\n5map\n5read\n1mc_get_phase\n4send_tuning_cmd\ngdata\n6t_phase\n2u_notifier_range_start\neetry_cache\ndto_kvm\n1nt_xdr_dec_mountres\nk3\n8enc_dirpath\n1odule_get_power_mode\n1utex_exit\n6fini\n6lock_double\n0napi_clear_event_fs\n5disable_fs\n5enable_fs\n5is_scheduled\n5rx_handler\n5schedule_wrapper\n1eigh_add_path\n6check_cb\n6hash_free_rcu\n6reduce\n8fresh_path\n8place\n2tdev_upper_walk\n3if_carrier_event\neoff\nfn\n6exit\n6freeze_queues\n6init\n7s_ice\napvlan\nf_port\naxgbe\n9same_ice\n9virt_wifi_dev\n6tx_lock\n9unlock\n6unfreeze_queues\n1mi_selftest\n4unk_cb\n1tp_servers_show\n1uma_fill_memblks\n5node_show\n0obj_get_integer\n4meminfo\n4op_name\n4to_guc_log_dump_size\n7key_id\n1f_clk_get_kunit\n3find_backlight\nh_by_node\n8mipi_dsi_device_by_node\nhhost_by_node\n9ux_chip_by_node\n8regulator_by_node\n8slim_device\n8trip_id\n3gpio_max732x\n8twl4030\n3i2c_gpio_get_props\n3node_put_kunit\n8to_htedevice\nbstate\n3pci_check_device_ats\n7iommu_init\n1om_timer\n9_wrapper\n0pac_find_sof\n4start_frame\n2ge_addr_to_array_index\n6lloc_oob_right\nbuaf\n6rray_alloc\nbfree\nbidal_create_words\ncova_pinned\nbpin\nbunpin\ng_free\n5chain_add\nbdel\nbfree\nbnext\nbtail\n6ompletion_from_waiter\n7ntiguous\n5entry\n5fault_info\n6lags_test\n7ip_common\n5is_loaded\n8mergeable\n8used\n8written_out\n5list_location\n6oaded\n7g_to_page_real\n5next_index\n6otify_fail\n5order\n5range_has_eb\n6ead\n6oot_per_function\n5same_filled\n6ize_show\nato_cd\ndlevel\n6lots\n6nap_context\n5table_block_size_to_hw\nbdepth_to_hw\ncump\n6o_balloon_pfn\n8dma_pfn\n9rm\n8mp\n8skb\n4attr_test\n4s_to_xarray\n6work_handler\n2rt_ev_reg\n5is_valid\n1ci_acpi_add_edr_notifier\n9remove_edr_notifier\naoot_add_resources\n4bridge_reconfigure_ltr\n5us_check_dev\n8ops_init\ncpop\n8set_aer_ops\n8to_afu\nbloongson_pci\n4cfg_local_read\n5reate_device_domain\n4dev_aer_stats_incr\n8has_special_msi_domain\n8is_behind_card_dino\n8may_wakeup\n8to_mc_idx\n8uses_irq\n4fixup_tulip\n4match_device_domain\n4pm_runtime_get_sync\nfput\n4read_msi_msg\n6move_matrox\n4set_command\n5lot_reset\n3bios_allocate_bridge_resources\nius_resources\n8penalize_isa_irq\n3m_msi_release\n5setup_msi_release\n2pu_alloc_test\n5copy_value\n5dev_is_visible\n5freelist_destroy\neinit\nepop\nh_nmi\nhulate\nfush\ni_nmi\nkode\netry_push_extra\n5init_value\n5online_status\n5read_count\n7lease\n1de_encode_pat_index\n4get_multiple\n1ercpu_array_map_gen_lookup\nhlookup_elem\nopercpu_elem\nhseq_show_elem\n7memset\n7test_exit\ncinit\n7u64_get\nbset\n1fn_to_dma_pte\n1ick_next_workload\n1ktgen_xfrm_outer_mode_output\n1latform_pci_probe\ndresume\n1m_qos_enable_show\nftore\n2d_write_lock\ne_in_core\naunlock\n1oly_show\n6tore\n2six_acl_from_nfsacl\nagid_translate\nato_cifs\nauid_translate\n6info_extra_size\nbparse\nbsid_size\n6reparse_to_fattr\n6state_to_acl\n6to_nfsv4_one\n6xattr_acl\n1random_u32_below\n2eempt_notifier_to_vcpu\n3serve_error\n2intk_binsafe\n8uf\n7deprecated_attribute\nirfkill_attribute\n1skb_trim_head\n1tdump_init\n2e_encode_pat_index\ncs\n4test_and_clear_dirty\n8bit\n5lbinv\n4update_size\n2i_width_mode\n2race_parent_sid\n1ut_compat_cmd\nbrequest_table\n1v_qp_event_handler\n0queue_discard_cmd\n6poll_init\n6zone_reset_cmd\n2irk_amd_mmconfig_area\n6intel_mch\n6no_pps_backlight_power_hook\n0radix_sort\n2id6_check_reshape\n6d0\n6idx_to_slot\n6next_disk\n6takeover\n2w_read_defaults\nh_single\n4write_read_single\n1cu_barrier\n5h_exit\n5usted_torture_deferred_free\n4context_free\n4dereference_protected_tid_tx\n4exit\n4free_flow_callback\n9regdom\n4no_completed\n6cb_toggle\n4pending_dequeue\nj_from_all\ncenqueue\nj_list\ndxit\nchas_pending\nn_or_armed\ncinit\nclist_add\nhmerge\ncpcpu_dequeue\ncrcu_cb\ncwork\n5oll_need_2gp\n5rotected_object\n4read_delay\n6lease\n4safe_kptr\n5ched_exit\n5tring_free\nbstrdup\n5ync_torture_init\n4tasks_rude_torture_deferred_free\natorture_deferred_free\nbracing_torture_deferred_free\n5est_debug_objects\n5orture_alloc\ncbarrier\nj1cb\nj_cbf\nms\nlleanup\nkinit\ndoost\nh_failed\nccan_boost\ndb\ndleanup\ncdeferred_free\ndisable_rt_throttle\ncenable_rt_throttle\ndrr_cb\ncfakewriter\ndqs\ndree\ndwd_cb_cr\njhist\ngprog\nk_cb\nnfree\nmleanup\nmond_resched\nmr\nlinit\nlnr\ncinit\ng_srcu_lockdep\ncleak_cb\ncmem_dump_obj\ncone_read\ncpipe_update\nn_one\ndrint_module_parms\ncread_exit\nl_child\nnleanup\nminit\nhlock\nl_trivial\nhunlock\nn_trivial\nger\ni_do_mbchk\ncstall\nh_init\ninf\nione\nfts\nh_print\nctimer\nh_cb\ncwrite_types\nhr\ni_state_getname\n5race_clock_local\n4uaf\n7_reclaim\n4virtual_context_destroy\n1egcache_type_name\n3map_aspeed_pwm_tacho_reg_read\nswrite\n8tmel_hlcdc_reg_read\nnwrite\n7encx24j600_phy_reg_read\nqwrite\niread\nkg_update_bits\nisfr_clr_bits\nmread\nmset_bits\nmupdate\nmwrite\njpi_read\nmwrite\niwrite\n9dian_name\n7ibt_free_context\nbgather_write\nbread\nbwrite\n8gnore_write\n8pc_byte_reg_read\nkwrite\n8s_volatile\n7lock_mutex\n7reg_read\nbwrite\n7show\n8unxi_rsb_free_ctx\nhinit_ctx\nhreg_read\nlwrite\n7test_exit\ncinit\n8st_io_read\newrite\n7unlock_mutex\n7wrap_read\n3ulator_action_disable\nadisable_action\nbummy_init\nafixed_release\ngvoltage_exit\noinit\naget_optimal_voltage\nahaptic_close\nhparse_dt\nilay_effect\nirobe\nhresume\nhset_voltage\niuspend\nhtoggle\nhwork\nairq_helper\nk_cancel\nldrop\nemap_event_simple\naled_brightness_set\nedisable\neenable\neprobe\neremove\nanotifier_isr\nm_work\naof_get_init_data\nmnode\napoweroff_do_poweroff\njprobe\njremove\naregister_always_on\nauserspace_consumer_probe\ntremove\navirtual_probe\niremove\n2strict_link_reject\n2t_stack_get_task_var\nainit_task_vars\naset_task_var\n1mem_probe\n5read\n1tc_dev_init\n8prepare\n2netlink_ifinfo_prep\n3l_mdb_nlmsg_pg_size\nfsize\n5rtr_nlmsg_size\n5vlan_global_opts_nlmsg_size\nanlmsg_size\n1wsem_ABBA1\na2\na3\n6is_wrlocked\n0sbi_get_domain_state\n4set_domain_state\n1ched_ars\n6base_time\n6clock_read\ncstable\n6mode_show\n6process_csg_irq_locked\neglobal_irq_locked\neidle_event_locked\n6resume_tick\n6skb\n7tate_is_init\n6update_avail\n2s_output_work\n4write_callback\n1econdary_DMAChannel_bits\naconfiguration_type4a\ntb\nainit_irq\n2nd_sig_all\n2rial_base_ctrl_exit\nhinit\ncmatch_and_update_preferred_console\n2t_memory_based_intr\nbrange\n4page_attr\n9extent_mapped\n9pfns\narivate_data\n9reservations\n5te_attr\n3up_boot_kprobe_events\n6cpu_watcher\n1g_page_count\n1hm_alloc_helper\n4get_kernel_pages\n4put_kernel_pages\n4read_file\n3em_block_input\ncoutput\n6channel_free\neintr_enabled\n7lear_channel\n7reate_from_data\niobject\n6fetch_notification\ncresponse\n6get_8390_hdr\napages\n6object_init\n6pin_map\n7oll_done\n7read\n7ut_pages\n7write\n6read\na_header\nbto_iosys_map\n8lease\n7w\n6setup_iomap\n7g_alloc_table\n9free_table\n7hrink\n6truncate\n7x_prepare\n6unpin_map\n7tils_mock_selftests\n6write\nbback\n2ould_skip_chapter\n2uffle_array\n1imulate_hibernate\n9index_zone_barrier_message\n2ze_to_scale\n1k_diag_dump\nc_groups\ndicons\ndname\ndpeer\nduid\ndvfs\n8fill\n8put_flags\n8show_rqlen\n3ehashfn\n4xtract_addr\n3forced_mem_schedule\n3in_state\n3lookup\n3peer_label\n3rcvbuf_lowwater\n4euseport_match\n4st_convert_mptcp_reason\n3store\n3udp_recvmsg\n3wakeup_sleepers\n2b_add_pseudo_hdr\n6vance_to_frag\n5lign\n4can_shift\n5onsume_udp\n6py_bits\n4debug\n6queue_bad_txq\n5st_pop\n4entail\n4fill_rx_data\n8up\n4get_PRP_rct\n5ro_receive_list\n4inner_ip_proto\n5p_proto\n5q\n5s_fully_mapped\n4nfct_cached\n5sg\n4pool_get\n9put\n5ut_frags\n8le32\n4queue_add_sort\napurge_irq\n4read_pdu_bhs\nddata\n6cv_done\n9udp\n4still_in_host_queue\n4to_contig_fd\n7pkt\n8tr\n7sg_fd\n5unnel_check_pmtu\nbinfo_txcheck\n5x_csum\n6q\n4udp_tunnel_segment\n5rgent\n4vnet_common_hdr\n9hdr\n4wrb_cnt\n4xmit_done\n1lab_action_callback\n5block_number_from_pbn\n5scrubbed\n6tatus_is_less_than\n1np_set_hsave_pa\n1oc_device_check_MSHW0040\n3k_edemux\n5free\n5gen_put\n7t_port\n5has_perm\n9rx_data\n5is_loopback\n8scoped\n5put_port\n5shutdown\n5type_connectible\n5wait_state\n5xmit\n2ftware_reset\n1pin_lock_bucket\n2lice_branch\n7dentry\n1rcu_read_delay\n2iov_info\n6restore_guids\n1tart_poll_synchronize_rcu\n3tic_address_show\n7config_buf_prepare_for_upload\necheck_memory_size\n7dev_dax\n7find_io\n8unnel_probe\neremove\n7init\n7replicator_probe\niremove\n1ys_add_key\n7r_to_csrow\ncdram_addr\ncinput_addr\n4bpf\n4calibration_auto_status_show\n5hange_mode\n5opyarea\n4dmi_field_show\n8modalias_show\n4fanotify_init\ndmark\n5illrect\n4get_crit_temp\n9urr_temp\n8prop_image_version\n8trip_temp\neype\n4image_guid_show\n9blit\n5nit_ax\n9be\n6otify_add_watch\ncinit\ng1\ncrm_watch\n5o_uring_enter\ndregister\ndsetup\n4keyctl\n4landlock_add_rule\ndcreate_ruleset\ndrestrict_self\n5sm_get_self_attr\n8list_modules\n8set_self_attr\n4perf_event_open\n5key_handler_gen_key\n4quotactl\nc_fd\n4recv\n8from\n8mmsg_time32\nh64\n9sg\n6quest_key\n4sendmmsg\n9sg\n6t_trip_temp\n5ize_show\n5ocketcall\n4t_clock_sync\n6header\n6need_clock_sync\nbts\n6output_close\ndopen\n6policy_clocksync_interval_show\nxtore\nddo_len_show\nltore\ndnode_init\ndts_interval_show\nqtore\nduuid_show\njtore\n6stm_exit\nainit\n6write\nb_data\n5o_pcie\n3call_exit_register\n3fs_add_battery\n6remove_battery\n0tboot_force_iommu\n1est_hash_or\n2xt_map\n5show\n6tore\n1haw_glock\n1ick_ctx_apply\n9cleanup\n9init\nbsert_old_group\nas_full\n9pick_groups_from_list\n9update_resched_target\n5work\n1k_request\n1racepoint_printk_sysctl\ndobe_module_cb\n2uncate_inode_items\n2y_to_free_dmap_chunks\n1ty_audit_add_data\natiocsti\n4exit\n4outqueue_empty\n4set_flow_change\n4type_name\n1xx9_dma_have_SMPCHN\n0uid_show\n1nbound_reg_init\n2poison_urbs\n2wind_incomplete_requests\n7tx_frag_mapping\n1pdate_stats_cache\n1sb_alloc_stream_buffers\n4disable_xhci_ports\n4enable_intel_xhci_ports\n4find_phy\n4hcd_amd_remote_wakeup_quirk\n9t91_probe\ndremove\n4set_dual_select\n8report\n0v4l2_bitrate_mode_to_mcu_mode\n5colorspace_to_mcu_colorspace\n6pb_size_to_mcu\n6trl_check\nahandler_to_radio\nbevc_scaling_matrix_tmpl\navblank_update\n5dev_to_pcdev\n5fwht_decode\naencode\nafind_nth_fmt\nfpixfmt\naget_pixfmt\navalidate_fmt\n5id_profile_level\n5level_to_mcu_level\n5pix_fmt_to_drm_fourcc\n8elformat_to_mcu_format\n6rofile_to_mcu_profile\n5rot_to_dss_rot\n5std_to_adv7180\n6ubdev_to_bus_cfg\nfcsi2rx\njtx\nfvideo_mux\n5to_ceu\n3_minor_number_show\n4radio_minor_number_show\n1fio_device_fops_cdev_open\n5ioctl_set_iommu\n2s_cleanup_quota_inode\n4d_type\n5ent_type\n4getattr\n4setup_quota_inode\n1irtqueue_cmd_callback\naexec_admin_cmd\nanapi_complete\nfschedule\n1li_decode_bits\n4encode_bits\n1ma_add_deps\n8ufence\n4bind\n4check_userptr\n5lose\n5reate\n4destroy_cb\ncwork_func\n4fault\n4has_uprobes\n4invalidate_tlb\n5s_valid\n4lock_and_validate\n4matches\n4node_allow\n4offset_end\nbstart\n4print_allocator\n5ut_pages\n4release\n6serve_fences\n4set_qw\n4to_pfn\n4unbind_pages\n5serptr_invalidate\n3lloc_helpers_tags\n8oob\n8test_exit\ndinit\n9o_gfn\nbsg\ndt\n3p_shrink\n5tags\n0wakeup_source_show\n2lk_page_buffers\n2tchdog_set_timeout\n1orkqueue_uaf\nd_work\n0x86_acpi_irq_helper_get\n5ndroid_tablet_cleanup\njexit\njget_gpiod\njinit\njprobe\njremove\n4instantiate_i2c_client\ngserdev\nhpi_dev\n4thermal_enabled\n1or_chksum_set\n4imm\n764\n4journal\n4one_line\n4radio_reg\n6nge\n5eg\n764\n4set_src\n1ts_skcipher_ivsize\ndsetkey\n0zap_pages\n4shader_load_mdt\n1one_cond_store\n5set\n6how\n6tart_physical\nbsector\n=module\n0842\n3_compress\n4decompress\n0adiantum\n1ead\n2gis128\n2s_generic\n4s390\n4ti\n1kcipher\n1nsi_cprng\n2ubis\n1pm\n1rc4\n2ia_generic\n1sn1_decoder\n5encoder\n2ync_memcpy\n6pq\n6raid6_recov\n6tx\n6xor\n1uthenc\n7esn\n0backtracetest\n1ch\n1fq\n1infmt_misc\n7script\n2trev\n1lake2b_generic\n2owfish_common\n9generic\n1pf_crypto_skcipher\n1sg\n0camellia_generic\n2st5_generic\n46_generic\n4_common\n1bc\n1cm\n1fb\n1hacha20poly1305\n6_generic\n1locksource_wdtest\n1mac\n1onfigs\n2rdic\n1puid\n1rc16\n332\n5_generic\n6loongarch\n6mips\n6vx_s390\n5c_generic\n5test\n34\n364\n5_rocksoft\ne_generic\n37\n38\n3_ccitt\n4itu_t\n4t10dif\n3t10dif_common\nageneric\n2yptd\n5o\n6_acompress\n8lgapi\n7engine\n7hash\n7null\n7simd\n8kcipher\n7user\n6mgr\n1tr\n2s\n1urve25519_generic\nbx86_64\n0deflate\n2s_generic\n4s390\n1h_generic\n1igsig\n2mlib\n1rbg\n2op_monitor\n0ecb\n2c\n2dh_generic\n3sa_generic\n2hainiv\n2rdsa_generic\n1ssiv\n1vdev\n0failover\n1crypt\n1irmware_class\n1ont\n0gcm\n1eniv\n1f128mul\n1hash_generic\n6s390\n1lobtest\n0hctr2\n1mac\n4_s390\n1wmon\n2poison_inject\n0i2c_core\n1ndustrialio_backend\ndconfigfs\ndgts_helper\ndsw_device\ngtrigger\ndtriggered_event\n0jitterentropy_rng\n0kdf_sp800108\n1eywrap\n1hazad\n2eaders\n1pp\n1yber_iosched\n0led_class\n3trig_usbport\n1ibaes\n6cfb\n6gcm\n4rc4\n3chacha\n4rc32c\n5yptoutils\n4urve25519_generic\n3des\n3poly1305\n3sha1\n6256\n2near_ranges\n1ru_cache\n2w\n1z4\n3_compress\n4decompress\n3hc\n5_compress\n2o\n3_compress\n4decompress\n4rle\n0mbcache\n1c\n1d4\n25\n1emory_notifier_error_inject\n1fd_core\n1ichael_mic\n1mc_block\n4core\n1pi\n1q_deadline\n1sr\n0netdev_notifier_error_inject\n1hpoly1305\n1otifier_error_inject\n0objagg\n1f_reconfig_notifier_error_inject\n2b\n1id_registry\n0paes_s390\n2rman\n1cbc\n2i_pf_stub\n4stub\n2rypt\n1kcs7_message\n6test_key\n48_key_parser\n2tgen\n1m_notifier_error_inject\n1oly1305_generic\n4nomial\n4val_generic\n1rime_numbers\n2ng\n1ublic_key\n0raid6test\n2tional\n1cuscale\n1eed_solomon\n2fscale\n2gmap_ac97\n7fsi\n7i2c\n83c\n7mdio\n8mio\n7ram\n9w_ram\n7sccb\n8dw\na_mbq\n8limbus\n8pi\na_avmm\n9mi\n7w1\n1md160\n1ng\n1sa_generic\n0seed\n2qiv\n2rial_core\n3pent_generic\n1ha1_generic\n5s390\n3256_generic\n7s390\n33_256_s390\n5512_s390\n5generic\n3512_generic\n7s390\n3_common\n1ig\n1kcipher\n1m2_generic\n23\n3_generic\n24\n3_generic\n1treebog_generic\n0t10_pi\n1crypt\n1ea\n2st_dhry\n4mmiotrace\n1s_bm\n3fsm\n3kmp\n1wofish_common\n8generic\n0ucs2_string\n1io\n1lpi\n1sb_common\n4otg_fsm\n3core\n0v4l2_async\n5cci\n5dv_timings\n5flash_led_class\n6wnode\n5h264\n5jpeg\n5mem2mem\n5vp9\n1ideobuf_core\n9dma_contig\ndsg\n9vmalloc\n5dev\n2rtio\n6_ring\n1mac\n0watchdog\n1p512\n0x509_key_parser\n1cbc\n2tr\n1en_pcifront\n1or\n3_neon\n1ts\n1xhash\n6_generic\n1z_dec\n0z3fold\n1bud\n1lib_deflate\n5inflate\n1smalloc\n2td\n";

// src/diagnose/stack/kernel-function.ts
var known2;
function roleOfFunction(name) {
  known2 ??= unpackNames(kernel_functions_default);
  const plain = name.replace(/^_+/, "");
  return known2.functions.get(plain) ?? roleOfFamily(plain, known2.families) ?? "other";
}
function roleOfFamily(name, families) {
  for (let at2 = name.indexOf("_"); at2 >= 0; at2 = name.indexOf("_", at2 + 1)) {
    const role = families.get(name.slice(0, at2 + 1));
    if (role !== void 0) return role;
  }
  return void 0;
}
function isKernelsOwn(module) {
  known2 ??= unpackNames(kernel_functions_default);
  return known2.modules.has(module.replaceAll("-", "_"));
}
var sections = /* @__PURE__ */ new Set(["inline", "helper", "entry", "service", "core", "other"]);
function isRole(section) {
  return sections.has(section);
}
function unpackNames(text) {
  const functions = /* @__PURE__ */ new Map();
  const families = /* @__PURE__ */ new Map();
  const modules = /* @__PURE__ */ new Set();
  for (const part of text.trimEnd().split("\n=").slice(1)) {
    const [section = "", ...lines] = part.split("\n");
    let name = "";
    for (const line of lines) {
      name = name.slice(0, Number.parseInt(line.charAt(0), 36)) + line.slice(1);
      if (!isRole(section)) modules.add(name);
      else if (name.endsWith("*")) families.set(name.slice(0, -1), section);
      else functions.set(name, section);
    }
  }
  return { functions, families, modules };
}

// src/diagnose/stack/blame-searches.ts
function searchesFor(kind, stack) {
  const groups = [...alwaysExempt, ...kind.skip ?? []];
  const helpers = searchBeyond(groups, helping);
  const services = searchBeyond(groups, [...helping, "service"], ["core"]);
  const rest = restOf(kind, groups);
  if (hasDriver(stack)) return [searchBeyond(groups, [...helping, "service", "core"]), services, helpers, ...rest];
  return isAccess(kind) ? [helpers, ...rest] : [services, helpers, ...rest];
}
var helping = ["inline", "helper", "entry"];
function searchBeyond(groups, roles, doubtful = []) {
  return { isSkipped: skipRule(groups, roles), isDoubtful: (suspect) => hasRole(suspect, doubtful) };
}
function restOf({ kind }, groups) {
  const named = kind === "warning" ? [aboveEnds(alwaysExempt, [])] : [];
  return [aboveEnds(groups, ["inline", "helper"]), aboveEnds(groups, []), ...named, searchBeyond(groups, [])];
}
function aboveEnds(groups, roles) {
  const { isSkipped, isDoubtful } = searchBeyond(groups, roles);
  return { isSkipped: (suspect) => isSkipped(suspect) || stackEnds.test(suspect.name), isDoubtful };
}
function skipRule(groups, roles) {
  const isExempt = exemptNames(groups);
  return (suspect) => {
    const name = plainName(suspect);
    if (isDriver(suspect)) return isInline(suspect) || roleOfFunction(name) === "helper" && isExempt(name);
    return isExempt(name) || hasRole(suspect, roles);
  };
}
function hasRole(suspect, roles) {
  return !isDriver(suspect) && roles.includes(roleOfFunction(plainName(suspect)));
}
function plainName({ name }) {
  return name.replace(/^__pi_/, "");
}
function isInline({ name }) {
  return roleOfFunction(name) === "inline" || /^__cfi_(?:check|slowpath)/.test(name);
}
function isDriver({ module }) {
  return module !== void 0 && !isKernelsOwn(module);
}
function hasDriver({ pointer, traces }) {
  const frames = traces.flatMap((trace10) => trace10.kind === "own" ? trace10.frames : []);
  return [...pointer === void 0 ? [] : [pointer], ...frames].some(
    (frame) => frame.reliable && isDriver(frame) && !isInline(frame)
  );
}
function isAccess({ kind }) {
  return accesses.has(kind);
}
var accesses = /* @__PURE__ */ new Set([
  "null-deref",
  "page-fault",
  "gpf",
  "oops",
  "stack-overflow",
  "kasan",
  "kmsan",
  "kfence",
  "kcsan"
]);

// src/diagnose/stack/blame-rules.ts
function guiltyFunction(kind, evidence) {
  for (const { isSkipped, isDoubtful } of searchesFor(kind, evidence.stack)) {
    const suspect = firstOf((kind.guilty ?? []).map((source) => () => fromSource(source, evidence, isSkipped)));
    if (suspect !== void 0 && !isDoubtful(suspect)) return canonicalName(suspect.name);
  }
  return void 0;
}
function firstOf(searches) {
  for (const search of searches) {
    const found2 = search();
    if (found2 !== void 0) return found2;
  }
  return void 0;
}
function fromSource(source, evidence, isSkipped) {
  const suspected = (suspects) => suspects.find((suspect) => !isSkipped(suspect));
  switch (source.from) {
    case "header":
      return suspected(inHeader(evidence));
    case "instruction-pointer":
      return suspected(evidence.stack.pointer === void 0 ? [] : [evidence.stack.pointer]);
    case "trace":
      return suspected(reliable(ownFrames(evidence.stack)));
    case "trace-after": {
      const under = evidence.stack.traces.find(({ heading }) => source.heading.test(heading));
      return suspected(reliable(under?.frames ?? []));
    }
    case "any-trace":
      return suspected(reliable(evidence.stack.traces.flatMap(({ frames }) => frames)));
    case "line": {
      const isExempt = skipRule(source.skip, []);
      return fromLines(evidence.lines, source.after, (suspect) => isExempt(suspect) || isSkipped(suspect));
    }
    case "loop":
      return loopFunction(evidence.stack, source.seen);
    case "wait":
      return waitFunction(evidence.stack, isSkipped);
  }
}
function inHeader({ stack, lines, groups }) {
  const name = baseName(groups["func"] ?? "");
  if (name === "") return [];
  const said = moduleBehind.exec(lines[0] ?? "")?.[1];
  const frames = [...stack.pointer === void 0 ? [] : [stack.pointer], ...ownFrames(stack)];
  return [{ name, module: said ?? frames.find((frame) => frame.name === name)?.module }];
}
var moduleBehind = /\+0x[\da-f]+\/0x[\da-f]+ \[([\w-]+)[\] ]/;
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
function fromLines(lines, after2, isSkipped) {
  const start = lines.findIndex((line) => after2.test(line));
  if (start < 0) return void 0;
  for (const line of lines.slice(start, start + linesAfter)) {
    const match = namedFunction.exec(line);
    const suspect = { name: baseName(match?.[1] ?? match?.[2] ?? ""), module: moduleBehind.exec(line)?.[1] };
    if (suspect.name !== "" && !isSkipped(suspect)) return suspect;
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
  return meeting ?? looping[Math.max(dispatcher - 1, 0)];
}
function interruptedCode(frames, seen) {
  const below = frames.findIndex(({ name }) => interruptEntries.test(name)) + 1;
  const begin = seen === "at-once" && frames[0]?.pointer === true || below >= frames.length ? 0 : below;
  const fault = frames.findIndex(
    ({ name }, index) => index >= begin && faultEntries.test(name) && frames[index + 1]?.pointer === true
  );
  const dispatcher = frames.findIndex(
    ({ name }, index) => index >= begin && /^(?:do_syscall_|process_one_work|kthread$)/.test(name)
  );
  return frames.slice(fault >= 0 && (dispatcher < 0 || fault < dispatcher) ? fault + 1 : begin);
}
var stallKeepers = /^rcu_gp_kthread$|^rcu_tasks_kthread$/;
var reporting = exemptNames(["reporting", "interrupt", "schedule"]);
function waitFunction(stack, isSkipped) {
  const frames = reliable(ownFrames(stack));
  for (const frame of frames) {
    const [meeting] = meetingPoints.wait.exec(frame.name) ?? [];
    if (meeting !== void 0) return /^synchronize_/.test(meeting) ? { ...frame, name: "synchronize_rcu" } : frame;
  }
  return frames.find((frame) => !isSkipped(frame) && !isWaiter(frame));
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
    const known3 = this.#found.get(bug.fingerprint);
    if (known3 !== void 0) this.#found.set(bug.fingerprint, { ...known3, occurrences: known3.occurrences + 1 });
    else if (this.#found.size < bounds.findings.count) this.#found.set(bug.fingerprint, bug);
    else this.#leftOut += 1;
  }
};
function weight({ kind }) {
  return kind === "complaint" || kind === "leak" ? 1 : 0;
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
    case "kvm-failed":
      return `KVM gave up on the guest: ${ending.detail}`;
    case "image-failed":
      return `the disk image did not come up: ${ending.detail}`;
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
    case "kernel-config":
      return `the kernel's configuration is not what the suite needs: ${cause.detail}`;
    case "boot-failed":
      return `the cell did not boot: ${cause.detail}`;
    case "model-failed":
      return `a device model could not be started: ${cause.detail}`;
    case "no-calls":
      return `no call can be made to fail: ${cause.detail}`;
    case "no-bus":
      return `a device has no bus: ${cause.detail}`;
    case "no-disk":
      return `there is no disk image: ${cause.detail}`;
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
    case "port-missing":
      return "the agent started, but found no port to the host";
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

// src/device/instance/model-crash.ts
var maxStackLength = 16 * 1024;
function crashPlace(stack) {
  for (const text of stack.split("\n")) {
    const place = /^\s+at /.test(text) ? placeIn(text.trim().slice("at ".length)) : void 0;
    if (place !== void 0) return place;
  }
  return void 0;
}
function placeIn(frame) {
  const inside = frame.endsWith(")") ? frame.slice(frame.lastIndexOf("(") + 1, -1) : frame;
  const [, file, line, column] = /^(?:file:\/\/)?(\/[^)]*?):(\d{1,9}):(\d{1,9})$/.exec(inside) ?? [];
  return file === void 0 ? void 0 : { file, line: Number(line), column: Number(column) };
}

// src/diagnose/cannot-start.ts
function whyNotStarted(line) {
  const text = line.slice(0, maxLine);
  return shellsWords.test(text) || ourOwnWords.test(text) ? " (if the file is there, the guest lacks its interpreter or its dynamic linker: use #!/bin/sh, link the program statically, or use a --disk-image that has them)" : "";
}
var maxLine = 1e3;
var shellsWords = /(?:^| )[^ :/]*\/[^ :]*: (?:not found|cannot execute: required file not found)$/;
var ourOwnWords = /^qdt: cannot start \.\/[a-z-]+: No such file or directory$/;

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
      (finding) => !inForce.some(
        ({ only, pattern }) => (only === void 0 || only === finding.kind) && (pattern.test(finding.title) || reportMatches(pattern, finding))
      )
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

// src/diagnose/leaks-not-shown.ts
function leaksNotShown({ leaks: leaks2 = [] }, consoleText, shown) {
  if (leaks2.length === 0) return [];
  const known3 = new Set(shown.map(({ fingerprint }) => fingerprint));
  const line = consoleText.split("\n").length;
  return readBugs(leaks2.join("\n")).bugs.filter(({ fingerprint }) => !known3.has(fingerprint)).map((finding) => ({ ...finding, line }));
}

// src/architecture/registers.ts
var codeBefore = "code from the instruction before:";
var namedCode = "where it is, by the code of the modules under test:";
var stillOff = "interrupts are off, as before";
function waitsByCode(text) {
  return /^code from the instruction before:\r?\n0x[\da-f]+:.*(?<!\w)wfi(?!\w)/m.test(text);
}
var interruptFlagOfX86 = 512;
var irqMaskOfArm = 128;
var interruptEnableOfRiscv = 0x2n;
var interruptEnableBeforeOfRiscv = 0x20n;
function readProcessorState(registers) {
  return x86State(registers) ?? armState(registers) ?? riscvState(registers);
}
function x86State(text) {
  const [, pointer, flags = ""] = /\bRIP=([\da-f]{16}) RFL=([\da-f]{8})/.exec(text) ?? [];
  if (pointer === void 0) return void 0;
  return {
    pointer,
    name: "RIP",
    interruptsOff: (Number.parseInt(flags, 16) & interruptFlagOfX86) === 0,
    isHalted: /\bHLT=1\b/.test(text),
    isUser: /\bCPL=3\b/.test(text),
    waitBytes: 0,
    callers: void 0
  };
}
function armState(text) {
  const pointer = /\bPC=([\da-f]{16})\b/.exec(text)?.[1];
  const [, flags, level] = /\bPSTATE=([\da-f]{8,16}) \S+ (?:\S+ )?EL(\d)/.exec(text) ?? [];
  if (pointer === void 0 || flags === void 0) return void 0;
  return {
    pointer,
    name: "PC",
    interruptsOff: (Number.parseInt(flags.slice(-8), 16) & irqMaskOfArm) !== 0,
    isHalted: waitsByCode(text),
    isUser: level === "0",
    waitBytes: 4,
    callers: callersIn(text, { link: /\bX30=([\da-f]{16})\b/, frame: /\bX29=([\da-f]{16})\b/, pairAt: 0 })
  };
}
function riscvState(text) {
  const at2 = registerOfRiscv(text, "pc");
  const status = registerOfRiscv(text, "mstatus");
  if (at2 === void 0 || status === void 0) return void 0;
  const before = at2 === registerOfRiscv(text, "stvec") ? registerOfRiscv(text, "sepc") : void 0;
  const pointer = before ?? at2;
  const isUser = pointer.startsWith("0");
  const enabled = before === void 0 ? interruptEnableOfRiscv : interruptEnableBeforeOfRiscv;
  return {
    pointer,
    name: "pc",
    interruptsOff: !isUser && (BigInt(`0x${status}`) & enabled) === 0n,
    isHalted: waitsByCode(text),
    isUser,
    waitBytes: 4,
    callers: callersIn(text, { link: /\bx1\/ra +([\da-f]{16})\b/, frame: /\bx8\/s0 +([\da-f]{16})\b/, pairAt: -16 })
  };
}
function registerOfRiscv(text, name) {
  return new RegExp(`^ ${name} +([\\da-f]{16})\\b`, "m").exec(text)?.[1];
}
function callersIn(text, { link, frame, pairAt }) {
  const latest = link.exec(text)?.[1];
  const newest = frame.exec(text)?.[1];
  return latest === void 0 || newest === void 0 ? void 0 : { link: latest, frame: newest, pairAt };
}

// src/diagnose/post-mortem.ts
var maxLines = 5e3;
var maxTasks = 8;
function readPostMortem({ registers, console }) {
  const lines = console.split("\n", maxLines).flatMap((line) => parseConsoleLine(line.slice(0, bounds.lines.chars)).map(({ text }) => text));
  return { processors: processorPlaces(registers, backtraces(lines)), waiting: waitingTasks(lines) };
}
function describePostMortem(reading) {
  return places(reading).slice(0, bounds.notes.count).map((place) => place.slice(0, bounds.notes.chars));
}
function places({ processors, waiting: waiting2 }) {
  return [
    ...processors.map(
      ({ processor, at: at2, interruptsOff }) => `CPU ${processor} ${at2}${interruptsOff ? ", interrupts off" : ""}`
    ),
    ...waiting2.map(({ name, pid, at: at2 }) => `${name} (pid ${pid}) waits in ${at2}`)
  ];
}
function processorPlaces(registers, backtraces2) {
  return registers.split(/^(?=CPU#\d+)/m).flatMap((part) => {
    const number = /^CPU#(\d+)/.exec(part)?.[1];
    const state = readProcessorState(part);
    if (number === void 0 || state === void 0 || state.isHalted) return [];
    const backtrace = withNamed(backtraces2.get(Number(number)) ?? { ...unasked, trace: [] }, part);
    if (backtrace.isIdle || waitsForInterrupts(backtrace.trace)) return [];
    const { trace: trace10, task: task2, interrupted } = backtrace;
    const at2 = state.isUser || interrupted === "program" ? `runs ${task2}` : placeIn2(trace10, state.pointer);
    const interruptsOff = state.interruptsOff && !isKnownOn(backtrace);
    return [{ processor: Number(number), at: at2, interruptsOff, trace: trace10 }];
  });
}
var unasked = { task: "a program", isIdle: false, interrupted: void 0 };
function placeIn2(trace10, pointer) {
  const symbol = symbolAt(trace10);
  if (symbol !== void 0) return `in ${symbol}`;
  const caller = readStack(trace10).traces.flatMap(({ frames }) => frames)[0];
  return `at 0x${pointer}${caller === void 0 ? "" : `, called from ${frameText(caller)}`}`;
}
function isKnownOn({ trace: trace10, interrupted }) {
  if (trace10.some(saysInterruptsOff)) return false;
  return interrupted !== void 0 || trace10.some((line) => interruptsIn(line) === "on");
}
function withNamed(backtrace, part) {
  if (backtrace.isIdle || backtrace.interrupted !== void 0 || backtrace.trace.length > 0) return backtrace;
  const lines = part.split(/\r?\n/);
  const heading = lines.indexOf(namedCode);
  return heading < 0 ? backtrace : { ...backtrace, trace: lines.slice(heading + 1).filter((line) => line !== "") };
}
function symbolAt(trace10) {
  for (const line of trace10) {
    const at2 = parseInstructionPointer(line);
    if (at2?.kind === "kernel") return frameText(at2.frame);
  }
  return void 0;
}
function backtraces(lines) {
  const found2 = new Map(idleProcessors(lines));
  for (const [number, { task: task2, lines: own }] of ownLines(lines))
    if (!found2.has(number)) found2.set(number, { task: task2, isIdle: false, ...traceIn(own) });
  return found2;
}
function ownLines(lines) {
  const found2 = /* @__PURE__ */ new Map();
  let current;
  for (const line of lines) {
    const [, number, pid, task2] = /^CPU: (\d{1,4}) (?:UID: \d+ )?PID: (\d{1,10}) Comm: (.{1,16}?) (?:Not tainted|Tainted)/.exec(line) ?? [];
    if (number !== void 0 && !found2.has(Number(number))) {
      current = { task: `${task2 ?? ""} (pid ${pid ?? ""})`, lines: [] };
      found2.set(Number(number), current);
    } else if (sectionEnd.test(line)) current = void 0;
    else current?.lines.push(line);
  }
  return found2;
}
var entries = { kernel: /\bel1h_64_irq\+/, program: /\bel0t_64_irq\+|^(?:pc|epc) : 0000[\da-f]{12}\b/ };
function traceIn(lines) {
  const pointer = lines.findIndex((line) => parseInstructionPointer(line)?.kind === "kernel");
  if (pointer >= 0) return { trace: lines.slice(pointer), interrupted: void 0 };
  if (lines.some((line) => entries.program.test(line))) return { trace: [], interrupted: "program" };
  const entry = lines.findIndex((line) => entries.kernel.test(line));
  const [at2, ...callers] = entry < 0 ? [] : lines.slice(entry + 1);
  const place = at2 === void 0 ? void 0 : parseFrames(at2)[0];
  if (at2 === void 0 || place === void 0) return { trace: [], interrupted: void 0 };
  return { trace: [`pc : ${at2.trim().replace(/^\[<[\da-f]+>\] /, "")}`, at2, ...callers], interrupted: "kernel" };
}
function idleProcessors(lines) {
  return lines.flatMap((line) => {
    const number = /^NMI backtrace for cpu (\d{1,4}) skipped: idling at /.exec(line)?.[1];
    return number === void 0 ? [] : [[Number(number), { ...unasked, trace: [], isIdle: true }]];
  });
}
var waiting = /^(?:pv_native_safe_halt|native_safe_halt|default_idle|cpu_do_idle|arch_cpu_idle|default_idle_call)\+/;
function waitsForInterrupts(trace10) {
  const symbol = symbolAt(trace10) ?? "";
  return waiting.test(symbol) && !trace10.some(saysInterruptsOff);
}
var interruptFlag = 512;
function interruptsIn(text) {
  const state = /\bpstate: [\da-f]+ \(\w{4} (\w{4})/.exec(text)?.[1];
  if (state !== void 0) return state.includes("I") ? "off" : "on";
  const flags = /\bEFLAGS: ([\da-f]{8})/.exec(text)?.[1];
  if (flags === void 0) return void 0;
  return (Number.parseInt(flags, 16) & interruptFlag) === 0 ? "off" : "on";
}
function saysInterruptsOff(text) {
  return text === stillOff || interruptsIn(text) === "off";
}
var sectionEnd = /^(?:NMI backtrace for cpu|Sending NMI|sysrq: |task:|---\[ end )/;
function waitingTasks(lines) {
  const byPid = new Map(taskSections(lines).map((section) => [section.pid, section]));
  return [...byPid.values()].slice(0, maxTasks).map(({ name, pid, trace: trace10 }) => {
    const stack = readStack(trace10);
    const guilty = guiltyFunction(
      { kind: "hung-task", needle: "", header: /^/, title: "", guilty: [{ from: "wait" }] },
      { stack, lines: trace10, groups: {} }
    );
    const frame = stack.traces.flatMap(({ frames }) => frames).find((one) => one.name === guilty);
    return { name, pid, at: frame === void 0 ? guilty ?? "an unknown place" : frameText(frame) };
  });
}
function taskSections(lines) {
  const sections2 = [];
  let isInside = false;
  for (const line of lines) {
    const [, name, pid] = /^task:(.{1,16}?) +state:D .*?\bpid: ?(\d{1,10})\b/.exec(line) ?? [];
    if (name !== void 0) sections2.push({ name, pid: Number(pid), trace: [] });
    isInside = name !== void 0 || isInside && !sectionEnd.test(line) && !/^(?:CPU: \d|Kernel panic)/.test(line);
    if (isInside && name === void 0) sections2.at(-1)?.trace.push(line);
  }
  return sections2;
}
function frameText({ name, offset, module }) {
  return `${name}${offset === void 0 ? "" : `+${offset}`}${module === void 0 ? "" : ` [${module}]`}`;
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
  const stuck = processors.find(({ interruptsOff, trace: trace11 }) => interruptsOff && trace11.some(saysInterruptsOff));
  if (stuck === void 0) return [];
  const trace10 = innermost(stuck.trace);
  const stack = readStack(trace10);
  const guilty = guiltyFunction(hardLockup, { stack, lines: trace10, groups: {} }) ?? stack.pointer?.name;
  const title = reportTitle(hardLockup, { guilty, groups: {} });
  const line = lastLineOf(consoleText);
  return [
    {
      kind: hardLockup.kind,
      title,
      fingerprint: fingerprintOf(hardLockup.kind, title, stack),
      line,
      report: reportOf(stuck, trace10)
    }
  ];
}
function innermost(trace10) {
  const end = trace10.findIndex((text) => /^\s*<\/TASK>|^RIP: 0033:/.test(text));
  return end < 0 ? trace10 : trace10.slice(0, end);
}
function reportOf({ processor }, trace10) {
  return [`CPU: ${processor} with interrupts off in a guest that stopped answering`, ...trace10].join("\n").slice(0, bounds.findings.reportChars);
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

// src/diagnose/sweep/errno-words.ts
function namesErrno(line) {
  const said = withoutExpectation(line.slice(0, maxChars));
  return nameOrNumber.test(said) || texts.test(said);
}
function saysItFailed(line) {
  const said = line.slice(0, maxChars);
  return failure.test(said) && !comparison.test(said);
}
var failure = /\b(?:could ?n[o']t|can ?(?:not|'t)|unable to|failed to|refused|denied)\b/i;
var comparison = /\b(?:expect\w{0,10}|differ\w{0,10}|mismatch\w{0,10}|instead of|wrong)\b/i;
var maxChars = 2e3;
function withoutExpectation(line) {
  return line.replaceAll(/\b(?:expect\w{0,10}|want\w{0,10}|should|instead of)\b[^,;:]{0,200}/gi, " ");
}
var names = "EPERM ENOENT ESRCH EINTR EIO ENXIO E2BIG ENOEXEC EBADF ECHILD EAGAIN ENOMEM EACCES EFAULT ENOTBLK EBUSY EEXIST EXDEV ENODEV ENOTDIR EISDIR EINVAL ENFILE EMFILE ENOTTY ETXTBSY EFBIG ENOSPC ESPIPE EROFS EMLINK EPIPE EDOM ERANGE EDEADLK ENAMETOOLONG ENOLCK ENOSYS ENOTEMPTY ELOOP EWOULDBLOCK ENOMSG EIDRM ENOSTR ENODATA ETIME ENOSR EREMOTE ENOLINK ECOMM EPROTO EBADMSG EOVERFLOW EILSEQ ERESTART ESTRPIPE EUSERS ENOTSOCK EMSGSIZE EPROTOTYPE EPROTONOSUPPORT EOPNOTSUPP ENOTSUPP EAFNOSUPPORT EADDRINUSE EADDRNOTAVAIL ENETDOWN ENETUNREACH ENETRESET ECONNABORTED ECONNRESET ENOBUFS EISCONN ENOTCONN ESHUTDOWN ETIMEDOUT ECONNREFUSED EHOSTDOWN EHOSTUNREACH EALREADY EINPROGRESS ESTALE EUCLEAN EREMOTEIO EDQUOT ENOMEDIUM EMEDIUMTYPE ECANCELED ENOKEY EHWPOISON";
var nameOrNumber = new RegExp(
  String.raw`\b(?:${names.replaceAll(" ", "|")})\b|` + String.raw`\berrno\]?[ :=(]{0,4}-?[1-9]\d{0,2}\b|` + String.raw`\b(?:err(?:or)?|ret(?:urn(?:ed|s)?)?|rc|result|status|code)[ :=(]{1,4}-[1-9]\d{0,2}\b`
);
var texts = new RegExp(
  [
    "input/output error",
    "i/o error",
    "no such device",
    "no such file or directory",
    "(?:connection|operation) timed out",
    "timer expired",
    "device timeout",
    "(?:device or )?resource busy",
    "resource temporarily unavailable",
    "cannot allocate memory",
    "out of memory",
    "invalid argument",
    "remote i/o error",
    "protocol error",
    "bad message",
    "bad address",
    "no data available",
    "value too large for (?:defined )?data type",
    "operation not (?:supported|permitted)",
    "not supported",
    "operation (?:already |now )?in progress",
    "operation canceled",
    "permission denied",
    "no space left on device",
    "link has been severed",
    "communication error on send",
    "cannot send after (?:transport endpoint|socket) shutdown",
    "connection reset by peer",
    "(?:network|host) is (?:down|unreachable)",
    "inappropriate ioctl for device",
    "not a tty",
    "message too (?:long|large)",
    "(?:numerical )?result (?:out of range|not representable)",
    "structure needs cleaning",
    "memory page has hardware error",
    "no medium found",
    "interrupted system call",
    "function not implemented",
    "illegal byte sequence",
    "stale file handle",
    "broken pipe",
    "read-only file system",
    "exec format error"
  ].join("|"),
  "i"
);

// src/diagnose/sweep/point-input.ts
function because(outcome, why) {
  return { outcome, why };
}
function failedSetup(stages) {
  return stages.find(({ name, exitStatus }) => name.endsWith("setup") && exitStatus !== 0);
}
function lastLine(text) {
  const line = text.slice(-4 * maxWords).trimEnd().split("\n").at(-1)?.trim() ?? "";
  return line === "" ? void 0 : quoted(line);
}
var maxWords = 200;
function quoted(line) {
  const words = line.trim();
  return words.length <= maxWords ? words : `${words.slice(0, maxWords - 1)}\u2026`;
}

// src/diagnose/sweep/kernel-words.ts
function kernelWordsOfFault(lines, baseline, sinceMs) {
  const usual = usualWords(baseline);
  for (const { atMs, text } of lines)
    for (const words of kernelWords(text)) if (!takeUsual(usual, words) && atMs >= sinceMs) return words;
  return void 0;
}
function usualWords(console) {
  const counts = /* @__PURE__ */ new Map();
  const exact = /* @__PURE__ */ new Set();
  for (const words of console.split("\n").flatMap(kernelWords)) {
    const shape = shapeOf(words);
    counts.set(shape, (counts.get(shape) ?? 0) + 1);
    exact.add(words);
  }
  return { counts, exact };
}
function takeUsual({ counts, exact }, words) {
  if (namesErrno(words) && !exact.has(words)) return false;
  const shape = shapeOf(words);
  const left = counts.get(shape) ?? 0;
  counts.set(shape, left - 1);
  return left > 0;
}
function shapeOf(words) {
  return words.replaceAll(/0x[\da-f]+|\b[\da-f]{8,}\b|\d+/gi, "#");
}
function kernelWords(line) {
  return parseConsoleLine(line.slice(0, maxChars2)).flatMap(({ stamped, text }) => {
    const words = text.trim();
    return stamped && words !== "" && !unrelated.test(words) ? [words] : [];
  });
}
var maxChars2 = 2e3;
var unrelated = new RegExp(
  "^(?:qdt[\\w-]{0,20}|random|clocksource|tsc|hrtimer|perf|sched|workqueue|watchdog|rcu|audit|systemd[\\w.-]{0,40})(?:\\[\\d{1,9}\\])?:"
);

// src/diagnose/sweep/machine-times.ts
function readTimes(text) {
  const console = [];
  const stageEnds = /* @__PURE__ */ new Map();
  let launchUs;
  let isConsoleWhole = true;
  for (const line of text.split("\n")) {
    const entry = line.includes(deviceMark) ? void 0 : entryOf(line);
    if (entry === void 0) continue;
    const { source, atMs, said, data } = entry;
    if (source === "console") {
      if (leftOut.test(said)) isConsoleWhole = false;
      else console.push({ atMs, text: said });
    }
    const [, stage] = source === "stage" ? /^([a-z-]{1,20}) ended with /.exec(said) ?? [] : [];
    if (stage !== void 0) stageEnds.set(stage, atMs);
    if (source === "machine" && typeof data?.["clockUs"] === "number") launchUs ??= data["clockUs"];
  }
  return { launchUs, console, isConsoleWhole, stageEnds };
}
var deviceMark = '"source":"device"';
var leftOut = /^\d{1,12} entries of this source were left out here$/;
function entryOf(line) {
  const parsed = line === "" ? void 0 : parseJson(line, bounds.json);
  if (parsed?.kind !== "value" || !isObject(parsed.value)) return void 0;
  const { source, atMs, text: said, data } = parsed.value;
  if (typeof source !== "string" || typeof atMs !== "number" || typeof said !== "string") return void 0;
  return { source, atMs, said, data: isObject(data) ? data : void 0 };
}
function isObject(value) {
  return typeof value === "object" && value !== null;
}

// src/diagnose/sweep/failed-test.ts
function failedTest(input, hit, refused) {
  const { record, texts: texts2, outcome, reason, findings } = input;
  const complaint2 = findings.find(({ kind }) => kind === "complaint");
  if (complaint2 !== void 0) return because("reported", `the kernel said: ${quoted(complaint2.title)}`);
  const { point } = texts2;
  const times2 = readTimes(point?.timeline ?? "");
  if (point === void 0 || times2.launchUs === void 0)
    return refused === void 0 ? because("unjudged", noTimes) : because("reported", refused);
  const found2 = reportIn({ point, times: times2, firedMs: (hit.atUs - times2.launchUs) / 1e3 });
  if (found2 !== void 0) return because("reported", found2);
  if (refused !== void 0) return because("reported", refused);
  const setup = failedSetup(record.stages);
  if (setup !== void 0) return because("reported", `${setup.name} failed, so run got no data`);
  if (outcome === "skip") return because("reported", quoted(reason));
  const gap = gapIn(record, point, times2);
  return gap === void 0 ? ofOwnCheck(point, input) : because("unjudged", gap);
}
var noTimes = "the test failed, and there is no run without a fault to compare it with, or no timeline: it is not known whether the driver reported an error";
function reportIn({ point, times: times2, firedMs }) {
  for (const { stage, text } of point.logs) {
    if (stage.endsWith("teardown") || (times2.stageEnds.get(stage) ?? Infinity) < firedMs) continue;
    const lines = newLines(text, point.baseline?.logs ?? "");
    const line = lines.find(namesErrno) ?? lines.find(saysItFailed);
    if (line !== void 0) return `${stage} said: ${quoted(line)}`;
  }
  const words = kernelWordsOfFault(times2.console, point.baseline?.console ?? "", firedMs);
  return words === void 0 ? void 0 : `the kernel said: ${quoted(words)}`;
}
function newLines(text, baseline) {
  const usual = new Set(baseline.split("\n").map((line) => line.trim()));
  return text.split("\n").filter((line) => line.trim() !== "" && !usual.has(line.trim()));
}
function gapIn({ notes }, { baseline }, { isConsoleWhole }) {
  const cut = notes.find((note) => /^(?:console\.log|logs\/[a-z-]{1,20}\.log): \d/.test(note));
  const words = (what) => `the test failed, but whether the driver reported an error is not known: ${what}`;
  if (baseline === void 0) return words("there is no run without a fault to compare it with");
  if (cut !== void 0) return words(cut);
  return isConsoleWhole ? void 0 : words("the console said too much to keep the time of each line");
}
function ofOwnCheck({ logs, baseline }, { reason, subtestsFailed }) {
  if (subtestsFailed) return because("silent", `only the test noticed: ${quoted(reason)}`);
  const run = logs.find(({ stage }) => stage === "run")?.text ?? "";
  const said = lastLine(newLines(run, baseline?.logs ?? "").join("\n"));
  return said === void 0 ? because("unjudged", "run failed without a word: let it print what it expected and what it found") : because("silent", `only the test noticed: ${said}`);
}

// src/diagnose/sweep/judge-point.ts
function judgePoint(input) {
  const report = reportOf2(input);
  const access = input.rules.point?.call ?? report?.first?.access;
  return { ...concludePoint(input, report), ...access === void 0 ? {} : { access } };
}
function reportOf2({ record, rules }) {
  const { device: device2, fault } = rules.point ?? {};
  const owners = record.devices.filter(({ id }) => device2 === void 0 || id === device2);
  return owners.flatMap(({ faults: faults2 }) => faults2).find(({ id }) => id === fault);
}
function concludePoint(input, report) {
  const { record, texts: texts2, outcome, reason, findings } = input;
  const leaked = findings.filter(({ kind }) => leaks.has(kind)).map(({ title }) => title);
  if (leaked.length > 0) return because("leaked", leaked.join("; "));
  const blame = input.rules.point?.call === void 0 ? void 0 : findings.find(({ kind }) => kind === "complaint");
  if (blame !== void 0 && !endedInside.has(outcome)) return because("crashed", blame.title);
  const left = leftTeardown(input, report);
  const hit = report === void 0 || report.fired === 0 ? void 0 : report.first;
  switch (outcome) {
    case "crash":
      return because("crashed", reason);
    case "hang":
    case "timeout":
      return because("hung", reason);
    case "error":
      if (record.ending.kind === "completed" && failedSetup(record.stages) !== void 0) break;
      return left === void 0 ? because("unjudged", reason) : leftBehind(left, texts2);
    case "pass":
    case "fail":
    case "skip":
      if (left !== void 0) return leftBehind(left, texts2);
  }
  if (hit === void 0) return because("missed", "the fault never fired: the test took a different path");
  const refused = refusalWords(report);
  if (outcome === "pass")
    return refused === void 0 ? because("absorbed", "the test passed in spite of the fault") : because("reported", refused);
  return failedTest(input, hit, refused);
}
var leaks = /* @__PURE__ */ new Set(["memory-leak", "leak"]);
var endedInside = /* @__PURE__ */ new Set(["crash", "hang", "timeout"]);
function refusalWords(report) {
  if (report?.refusals === void 0) return void 0;
  return report.refusals.loads > 0 ? "the driver gave the kernel an error, and the module was not loaded" : "the driver gave the kernel an error, and its probe failed";
}
function leftTeardown({ record, texts: texts2 }, report) {
  const left = failedTeardown(record.stages);
  if (left === void 0 || (report?.refusals?.loads ?? 0) === 0) return left;
  const said = lastLine(texts2.point?.logs.find(({ stage }) => stage === left.name)?.text ?? "") ?? "";
  return notLoaded.test(said) ? void 0 : left;
}
var notLoaded = /\b(?:rmmod|modprobe)\b.{0,200}(?:no such file or directory|not (?:currently )?loaded|not found)/i;
function failedTeardown(stages) {
  return stages.find(({ name, exitStatus }) => name.endsWith("teardown") && exitStatus !== 0);
}
function leftBehind({ name, exitStatus }, { point }) {
  const said = lastLine(point?.logs.find(({ stage }) => stage === name)?.text ?? "");
  const ended = exitStatus === void 0 ? `${name} did not end` : `${name} ended with exit status ${exitStatus}`;
  return because("leaked", said === void 0 ? ended : `${name}: ${said}`);
}

// src/diagnose/sweep/point-verdict.ts
var handledInWords = "handled: no crash, no hang, nothing left behind, no wrong data without an error";
function isHandled(outcome) {
  return outcome === "absorbed" || outcome === "reported" || outcome === "missed";
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
function judge({ record, texts: texts2, rules }, context) {
  const { expectation, expectConsole, isSweepPoint } = rules;
  const { bugs, leftOut: leftOut2 } = readBugs(texts2.console);
  const reported = bugs.filter((finding) => !context.bootFingerprints.has(finding.fingerprint));
  const lost = leaksNotShown(record, texts2.console, reported);
  const observed = [...reported, ...lost, ...withoutReport(record.ending, texts2.console, reported)];
  const { findings, complaints: complaints2 } = applyConsoleExpectations(expectConsole, texts2.console, observed, context.today);
  const read = subtestsOf(texts2.runOutput);
  const { outcome, reason: cause } = conclude(record, texts2, { findings, leftOut: leftOut2, read });
  const standing = texts2.postMortem === void 0 ? nowhere : readPostMortem(texts2.postMortem);
  const whereabouts = describePostMortem(standing);
  const reason = [cause, whereabouts.slice(0, placesTold).join("; ")].filter((part) => part !== "").join(": ");
  const point = isSweepPoint ? judgePoint({ record, texts: texts2, rules, outcome, reason, findings, subtestsFailed: read.failed > 0 }) : void 0;
  const contradicted = (point === void 0 ? contradiction(expectation, outcome, findings) : unhandled(point)) ?? complaints2[0];
  return {
    outcome,
    ok: contradicted === void 0,
    expected: isSweepPoint ? handledInWords : describeExpectation(expectation),
    reason: sentence(
      [reason, contradicted ?? "", ...complaints2.filter((complaint2) => complaint2 !== contradicted)].filter((part) => part !== "").join("; ")
    ),
    findings: findings.length > 0 ? findings : lockupFindings(record.ending, texts2.console, standing),
    subtests: read.subtests,
    whereabouts,
    notes: [
      ...leftOut2 === 0 ? [] : [`\u2026 and ${leftOut2} more kernel reports: only the first ${bugs.length} different ones are listed`],
      ...read.notes
    ],
    ...point === void 0 ? {} : { point }
  };
}
function unhandled({ outcome, why }) {
  if (isHandled(outcome)) return void 0;
  if (outcome === "leaked") return `something was left behind: ${why}`;
  if (outcome === "silent") return "the driver reported nothing: no errno at the test, no line of the kernel";
  return "";
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
function conclude(record, texts2, { findings, leftOut: leftOut2, read }) {
  const broken = describeBrokenModel(record);
  if (broken !== void 0) return { outcome: "error", reason: broken };
  const stall = findings.find(({ kind }) => stalls3.has(kind));
  const first = findings.find(({ kind }) => !stalls3.has(kind) && !failures.has(kind));
  const ended = concludeFromEnding(record);
  if (first !== void 0)
    return { outcome: "crash", reason: first.report === "" && ended !== void 0 ? ended.reason : first.title };
  if (stall !== void 0) return { outcome: "hang", reason: stall.title };
  if (leftOut2 > 0)
    return {
      outcome: "error",
      reason: `the kernel reported more than ${bounds.findings.count} different bugs: none of the examined ones counts, and the others cannot be judged`
    };
  if (ended !== void 0) return ended;
  const staged = withRefusals(concludeFromStages(record.stages, texts2.runOutput, read), texts2.console);
  const complaint2 = findings.find(({ kind }) => failures.has(kind));
  return complaint2 !== void 0 && (staged.outcome === "pass" || staged.outcome === "skip") ? { outcome: "fail", reason: complaint2.title } : staged;
}
function withRefusals({ outcome, reason }, consoleText) {
  const refused = outcome === "fail" || outcome === "error" ? moduleRefusals(consoleText) : [];
  return { outcome, reason: [reason, ...refused].join("; ") };
}
var failures = /* @__PURE__ */ new Set(["complaint", "leak"]);
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
    case "kvm-failed":
    case "qemu-exited":
    case "boot-deadline":
    case "image-failed":
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
  if (failed > 0) {
    const first = subtests.find(isBad);
    const inWords2 = [first?.name ?? "not listed", ...first?.reason === void 0 ? [] : [first.reason]].join(": ");
    return { outcome: "fail", reason: `${failed} of ${total} subtests failed, first: ${inWords2}` };
  }
  const words = total > 0 ? [] : lastWords(output);
  if (status === skipStatus) {
    const whySkipped = total > 0 ? subtests.flatMap(({ reason }) => reason ?? []).slice(0, 1) : words;
    return { outcome: "skip", reason: ["run asked to be skipped (exit status 4)", ...whySkipped].join(": ") };
  }
  if (status !== 0) return { outcome: "fail", reason: [`run ended with exit status ${status}`, ...words].join(": ") };
  return { outcome: "pass", reason: "" };
}
var maxWords2 = 200;
function lastWords(output) {
  const line = output.trimEnd().slice(-4 * maxWords2).split("\n").at(-1)?.trim() ?? "";
  return line === "" ? [] : [(line.length <= maxWords2 ? line : `${line.slice(0, maxWords2 - 1)}\u2026`) + whyNotStarted(line)];
}

// src/run/evidence/read-evidence.ts
import { join as join3 } from "node:path";

// src/run/evidence/record-post-mortem.ts
import { join as join2, relative } from "node:path";

// src/run/evidence/memory-dump.ts
import { join } from "node:path";

// src/machine/qmp/message.ts
function encodeExactJson(value) {
  if (typeof value === "bigint") return value.toString();
  if (Array.isArray(value)) return `[${value.map(encodeExactJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return value === void 0 ? "null" : JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== void 0);
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${encodeExactJson(field)}`).join(",")}}`;
}
var stringOrLongNumber = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,20}(?![\d.eE])/g;
var mark2 = "\0";
function parseExactJson(text) {
  const value = JSON.parse(text);
  if (!/\d{16}/.test(text) || text.includes("\\u0000")) return value;
  const markNumber = (found2) => found2.startsWith('"') ? found2 : JSON.stringify(`${mark2}${found2}`);
  return JSON.parse(text.replace(stringOrLongNumber, markNumber), (_name, field) => {
    return typeof field === "string" && /^\0-?\d{16,20}$/.test(field) ? wholeNumber(field.slice(1)) : field;
  });
}
function wholeNumber(digits) {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : BigInt(digits);
}
var QmpError = class extends Error {
  name = "QmpError";
  phase;
  /** QEMU's error class, for example `CommandNotFound`; undefined except in `execute`. */
  errorClass;
  constructor(phase, message, errorClass) {
    super(message);
    this.phase = phase;
    this.errorClass = errorClass;
  }
};
function parseQmpMessage(line) {
  const message = parseObject(line);
  if (message === void 0) return void 0;
  if ("QMP" in message) return { kind: "greeting", version: greetingVersion(message["QMP"]) };
  if (typeof message["event"] === "string") {
    return { kind: "event", event: { name: message["event"], data: asObject(message["data"]) ?? {} } };
  }
  const id = typeof message["id"] === "number" ? message["id"] : void 0;
  if ("return" in message) return { kind: "return", id, value: asObject(parseExactJson(line))?.["return"] };
  const error = asObject(message["error"]);
  if (error === void 0) return void 0;
  return { kind: "error", id, errorClass: asText(error["class"]), description: asText(error["desc"]) };
}
function parseObject(line) {
  try {
    return asObject(JSON.parse(line));
  } catch {
    return void 0;
  }
}
function asText(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}
function greetingVersion(greeting) {
  const qemu = asObject(asObject(asObject(greeting)?.["version"])?.["qemu"]);
  return [qemu?.["major"], qemu?.["minor"], qemu?.["micro"]].map(String).join(".");
}

// src/run/watch/deadline.ts
var longestTimerMs = 2 ** 31 - 1;
function startDeadline(afterMs, value) {
  let isCancelled = false;
  let timer;
  const passed = new Promise((resolve, reject) => {
    const pass = () => {
      if (isCancelled) return;
      try {
        resolve(value());
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    };
    timer = setTimeout(() => setImmediate(pass), Math.min(afterMs, longestTimerMs));
  });
  const cancel = () => {
    isCancelled = true;
    clearTimeout(timer);
  };
  return { passed, cancel };
}
async function atMost(promise, limitMs) {
  const deadline = startDeadline(limitMs, () => "late");
  try {
    return await Promise.race([promise.then(() => "settled"), deadline.passed]);
  } finally {
    deadline.cancel();
  }
}
function pause(durationMs) {
  return new Promise((resolve) => setTimeout(resolve, durationMs).unref());
}
function startDeadlines(session, evidence, { bootDeadlineMs, imageStarts = false, timeoutMs, limits }) {
  const { promise: passed, resolve, reject } = deferred();
  let isStopped = false;
  let isPreparing = false;
  let current;
  const start = (afterMs, ending) => {
    if (isStopped) return;
    current?.cancel();
    current = startDeadline(afterMs, ending);
    current.passed.then(resolve, reject);
  };
  const startUnlessHeard = (afterMs, what) => start(afterMs, () => ({ kind: "agent-lost", detail: `${what} within ${afterMs / 1e3} s` }));
  if (session.isRestored) startUnlessHeard(limits.restoreMs, "the restored guest gave no answer");
  else
    start(bootDeadlineMs, async () => {
      const phase = evidence.bootPhase();
      if (imageStarts && session.late()) await pause(limits.explainMs);
      return { kind: "boot-deadline", timeoutMs: bootDeadlineMs, phase };
    });
  const prepare = () => {
    isPreparing = true;
    startUnlessHeard(limits.prepareMs, "no answer to the first commands");
  };
  const stop = () => {
    isStopped = true;
    current?.cancel();
  };
  return {
    passed,
    alive: prepare,
    progress: () => {
      if (isPreparing) prepare();
    },
    stagesBegin: () => {
      isPreparing = false;
      start(timeoutMs, async () => ({
        kind: "deadline",
        timeoutMs,
        answering: await isAnswering(session, limits.heartbeatGraceMs)
      }));
    },
    leakScanBegins: () => startUnlessHeard(limits.leakScanMs, "the scan for leaks did not end"),
    stop,
    [Symbol.dispose]: stop
  };
}
async function isAnswering(session, graceMs) {
  const askedMs = performance.now();
  while (performance.now() - askedMs < graceMs) {
    if (session.lastHeardMs > askedMs) return true;
    await pause(50);
  }
  return false;
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
    const failure2 = await writeDump({ machine, monitor, path }, aborted);
    return failure2 === void 0 ? { kind: "dump", path } : { kind: "none", reason: failure2, leftover: path };
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
function readPointTexts(resultsDirectory, { timelinePath, stages }, { console, logs }) {
  const read = (path) => readTextInside(resultsDirectory, path, maxLogBytes);
  const usual = [console, ...logs].map(read);
  return {
    timeline: timelinePath === void 0 ? "" : read(timelinePath) ?? "",
    logs: stages.map(({ name, log }) => ({ stage: name, text: read(log) ?? "" })),
    ...usual.includes(void 0) ? {} : { baseline: { console: usual[0] ?? "", logs: usual.slice(1).join("\n") } }
  };
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
  const { point } = rules;
  const texts2 = {
    ...readEvidence(resultsDirectory, record),
    ...point === void 0 ? {} : { point: readPointTexts(resultsDirectory, record, point.baseline) }
  };
  return judge({ record, texts: texts2, rules }, { bootFingerprints: new Set(bootFingerprints), today });
}
function findBugsHere({ resultsDirectory, consolePath }) {
  return findBugs(readTextInside(resultsDirectory, consolePath, maxLogBytes) ?? "");
}
var localJudge = {
  judge: (job) => Promise.resolve().then(() => judgeHere(job)),
  findBugs: (boot) => Promise.resolve().then(() => findBugsHere(boot))
};

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
  crashPlace,
  describeEnding,
  codeBefore,
  namedCode,
  stillOff,
  readProcessorState,
  handledInWords,
  encodeExactJson,
  parseExactJson,
  QmpError,
  parseQmpMessage,
  startDeadline,
  atMost,
  pause,
  startDeadlines,
  dumpMemory,
  recordPostMortem,
  patternPlaces,
  watchPatterns,
  judgeHere,
  findBugsHere,
  localJudge
};
