import { createRequire as createRequireOfNode } from 'node:module';
const require = createRequireOfNode(import.meta.url);
import {
  TextLines
} from "./chunk-2MR2ZGFV.mjs";
import {
  alwaysInnocent,
  matchHeader,
  mayHoldHeader,
  skipGroups
} from "./chunk-XJQAW26A.mjs";
import {
  hasStamp,
  parseConsoleLine
} from "./chunk-BOP7G6SY.mjs";
import {
  baseName,
  readStack
} from "./chunk-S5JOU3XU.mjs";

// src/diagnose/boot-watch.ts
var banner = /^Linux version \d/;
var announcement = /^(?:reboot: |kexec_core: Starting new kernel|Starting new kernel|sysrq: Resetting|Restarting system)/;
var unexpectedReboot = { kind: "reboot", needle: "Linux version ", header: banner, title: "unexpected kernel reboot", stackless: true };
var bootLines = /Linux version \d|reboot: |tarting new kernel|sysrq: Resetting|Restarting system/;
var BootWatch = class {
  #booted = false;
  #announced = false;
  /** Whether this message is the begin of a boot that nobody announced. */
  isUnexpectedBoot(text) {
    if (announcement.test(text)) this.#announced = true;
    if (!banner.test(text)) return false;
    const unexpected = this.#booted && !this.#announced;
    this.#booted = true;
    this.#announced = false;
    return unexpected;
  }
};

// src/diagnose/fingerprint.ts
var stalls = /* @__PURE__ */ new Set(["rcu-stall", "soft-lockup", "hard-lockup", "hung-task"]);
var modulesFrames = 3;
function fingerprintOf(kind, title, stack) {
  const frames = stalls.has(kind) ? [] : stack.traces.flatMap((trace) => trace.kind === "own" ? trace.frames : []).filter(({ reliable: reliable2 }) => reliable2);
  const modules = frames.flatMap(({ name, module }) => module === void 0 ? [] : [`${module}:${name}`]);
  const distinct = [...new Set(modules)].slice(0, modulesFrames);
  return `${kind}-${digest([title, ...distinct].join("\n"))}`;
}
function digest(text) {
  return [2166136261, 16777619].map((seed) => half(text, seed).toString(16).padStart(8, "0")).join("").slice(0, 12);
}
function half(text, seed) {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 16777619) >>> 0;
  return hash;
}

// src/diagnose/registers.ts
var interesting = /(?<![\w.])(RIP|EIP|CR2|PC is at|pc|epc|LR is at|lr|ra|badaddr|cause|status|FAR|ESR|RAX|RBX|RCX|RDX|RSI|RDI|x0|x1|a0|a1|r0|r1)\s?(?::| =)?\s+((?:[\da-f]{4}:)?(?:\[?<?[\da-f]+>?\]?(?![\w+])|[A-Za-z_][\w.$]*\+0x[\da-f]+\/0x[\da-f]+(?: \[[\w-]+\])?))/g;
var registerLine = /^\s*(?:[RE]IP|PC is at|LR is at|pc|lr|epc|ra|R[ABCDS][XIP]|CR2|CS:|FS:|x\d|a0|r\d|status|badaddr|ESR|FAR|gp)\b|CR2: /;
var userMode = /^\s*(?:RIP: (?:0033|0023|002b):|EIP: 0073:)/;
function readRegisters(lines) {
  const registers = {};
  for (const text of lines) {
    if (userMode.test(text)) break;
    if (!registerLine.test(text)) continue;
    for (const [, name = "", value = ""] of text.matchAll(interesting)) registers[name.replace(" is at", "")] ??= value;
  }
  return registers;
}

// src/diagnose/report-lines.ts
var forms = [
  // frames and pointers into code
  /\+0x[\da-f]+\/0x[\da-f]+/,
  /\[inline\]$/,
  / from \w+\+0x/,
  // registers and memory
  /^\s*(?:[RE]?IP|[RE]SP|[RE][ABCD]X|[RE]BP|R\d\d?|FS|GS|CS|DS|ES|CR\d|DR\d|PKRU|Code|EFLAGS|CR2)\s?:/,
  /^\s*(?:pc|lr|sp|fp|ip|x\d\d?|r\d\d?|s\d\d?|a\d|t\d|ra|gp|tp|epc|pstate|psr|status|badaddr|cause)\s*:/,
  /^\s*(?:PGD|P4D|PUD|PMD|PTE|pgd|Mem abort info|Data abort info|swapper pgtable|user pgtable|ESR|EC|SET|FnV|FSC|CM|ISV|WnR|EA|Stack|Flags|Control|Process|Krnl|NIP|MSR|GPR\d*|CFAR|XER|LR|DAR) ?[ :=(]/,
  /^\s*(?:[\da-f]{4,16}:? ){2,}/,
  /^\s*[\da-f]{16}(?: [\da-f]{16})*$/,
  /^[ >][\da-f]{8,16}: [\da-f]{2} /,
  // headings and what introduces them
  /^\s*(?:Call [Tt]race|Backtrace|stack backtrace|backtrace|Modules linked in|Hardware name|Workqueue|CPU: \d|Comm: |task: |Dumping ftrace|\(ftrace)/,
  /^\s*(?:Tainted|Preemption disabled at|irq event stamp|(?:hard|soft)irqs last|Exception stack|Sending NMI|NMI backtrace|Showing |Oops|Internal error)/,
  /^\s*(?:invalid opcode|Kernel panic|Kernel Offset|Rebooting in|SMP: |---\[ end|-+\[ cut here|={16,}$|-{16,}$|<\/?[A-Z#]+>|note: )/,
  // KASAN and kin
  /^\s*(?:(?:Read|Write|read|write) (?:of size|to 0x)|The buggy address|which belongs|page:|raw: |page dumped|Memory state|Allocated|Freed|Uninit was)/,
  /^\s*(?:Local variable|Bytes? \d|Memory access|Data copied|value changed|Reported by|[Aa]llocated by|[Ff]reed by|Corrupted memory|Invalid free)/,
  /^\s*(?:kfence-#|KASAN: |Object |Redzone |Padding |INFO: (?:Slab|Object|Allocated|Freed)|flags: |head:|memcg:|unreferenced object|comm "|hex dump)/,
  /^\s*(?:shift exponent|index \d|signed integer|load of )/,
  // lockdep
  /(?:is trying to|but task is already|which lock already|other info that might|existing dependency|Possible unsafe|locks? held by|lock\(|lock-classes|but there are no more locks|just changed the state| takes:$|at: |DEADLOCK|inconsistent \{|rcu_scheduler_active|RCU used illegally|in_atomic\(\)|suspicious rcu|^-> #\d|^\s+CPU\d +CPU\d|^\s*#\d+: )/,
  // stalls
  /(?:jiffies|GPs behind|ticks this GP|kthread starved|Stack dump where|softirq=|detected by \d|blocked for more|hung_task_timeout|Not tainted|task:|rcu: |stack:|pool \d+:|workqueue \w+:|pwq \d+:|pending: |in-flight: )/
];
var any = new RegExp(forms.map((form) => `(?:${form.source})`).join("|"));
function looksLikeReport(text) {
  return any.test(text);
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
var interruptEntries = /^apic_timer_interrupt$|^smp_apic_timer_interrupt_\w+|^asm_sysvec_\w+|^asm_call_sysvec_on_stack|^el1h?_(?:64_)?irq(?:_handler)?$|^el1_irq$|^__irq_svc$|^irq_entries_start|^handle_exception$|^ret_from_exception$/;
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

// src/diagnose/stack/guilty-function.ts
function guiltyFunction(kind, evidence) {
  const innocent = innocence([...alwaysInnocent, ...kind.skip ?? []]);
  for (const source of kind.guilty ?? []) {
    const name = fromSource(source, evidence, innocent);
    if (name !== void 0) return canonicalName(name);
  }
  return void 0;
}
function innocence(groups) {
  return (name) => {
    const plain = name.replace(/^__pi_/, "");
    return groups.some((group) => skipGroups[group].some((pattern) => pattern.test(plain)));
  };
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
      return fromLines(evidence.lines, source.after, innocence(source.skip));
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
var namedFunction = /(?:^|at:?) +(?:\[<[\da-f]+>\] )?([A-Za-z_][\w.$]*)(?:\+0x[\da-f]+\/0x[\da-f]+| [\w./-]+:\d+)|^\[<[\da-f]+>\] ([A-Za-z_][\w.$]*)\+0x/;
var linesAfter = 12;
function fromLines(lines, after, innocent) {
  const start = lines.findIndex((line) => after.test(line));
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
  const frames = reliable(stack.traces.flatMap(({ kind, frames: frames2 }) => kind === "own" && !frames2.some(({ name }) => stallKeepers.test(name)) ? frames2 : []));
  const looping = interruptedCode(frames, seen).filter(({ name }) => !reporting(name));
  const dispatcher = looping.findIndex(({ name }) => dispatchers.test(name));
  const meeting = looping.slice(0, Math.max(dispatcher, 0)).find(({ name }) => meetingPoints.loop.test(name));
  return meeting?.name ?? looping[Math.max(dispatcher - 1, 0)]?.name;
}
function interruptedCode(frames, seen) {
  const begin = seen === "at-once" && frames[0]?.pointer === true ? 0 : frames.findIndex(({ name }) => interruptEntries.test(name)) + 1;
  const fault = frames.findIndex(({ name }, index) => index >= begin && faultEntries.test(name) && frames[index + 1]?.pointer === true);
  const dispatcher = frames.findIndex(({ name }, index) => index >= begin && /^(?:do_syscall_|process_one_work|kthread$)/.test(name));
  return frames.slice(fault >= 0 && (dispatcher < 0 || fault < dispatcher) ? fault + 1 : begin);
}
var stallKeepers = /^rcu_gp_kthread$|^rcu_tasks_kthread$/;
function reporting(name) {
  return skipGroups.reporting.some((pattern) => pattern.test(name)) || skipGroups.interrupt.some((pattern) => pattern.test(name)) || skipGroups.schedule.some((pattern) => pattern.test(name));
}
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
  return name.replace(/^(?:__(?:x64|ia32|arm64|riscv|s390x|s390)_(?:compat_)?sys_|__(?:do|se)_(?:compat_)?sys_|(?:compat_)?(?:SyS|SYSC)_)/, "sys_");
}

// src/diagnose/title.ts
function reportTitle(kind, { guilty, groups }) {
  const filled = kind.title.replace(/\{(\w+)(?:\|([^}]*))?\}/g, (_, name, otherwise) => name === "guilty" ? guilty ?? "corrupted" : groups[name] ?? otherwise ?? "");
  return withoutNumbers(filled.replace(/ in $/, "").replace(/ {2,}/g, " ").trim());
}
function withoutNumbers(title) {
  return title.replace(/\b0x[\da-f]+\b/gi, "ADDR").replace(/\b(?=[\da-f]*\d)[\da-f]{8,}\b/gi, "ADDR").replace(/(?<![\w.])-?\d+(?![\w.])/g, "NUM").slice(0, 200);
}

// src/diagnose/open-report.ts
var maxLines = 600;
var maxCharacters = 64 * 1024;
var detailLines = 40;
var proof = /^\s*(?:CPU: \d+ |Call [Tt]race:|Backtrace:|backtrace[ :(]|stack backtrace:|RIP: |pc : |epc : |PC is at |unreferenced object 0x)/;
var OpenReport = class {
  header;
  caller;
  stamped;
  #stampsInUse;
  #line;
  #leadIn;
  #lines = [];
  #characters = 0;
  #reportEnd = 0;
  #lastLine;
  /** Console lines since the last one that looked like part of a report. */
  idle = 0;
  /** Processors were asked for their stacks: their lines belong to this report too. */
  gathersProcessors = false;
  ended = false;
  constructor(header, origin) {
    this.header = header;
    this.caller = origin.caller;
    this.stamped = origin.stamped;
    this.#stampsInUse = origin.stampsInUse;
    this.#line = origin.line;
    this.#lastLine = origin.line;
    this.#leadIn = origin.leadIn;
  }
  add(text, line) {
    if (this.#lines.length < maxLines && this.#characters < maxCharacters) {
      this.#lines.push(text);
      this.#characters += text.length + 1;
    }
    if (!looksLikeReport(text) && line !== this.#line) return;
    this.idle = 0;
    this.#reportEnd = this.#lines.length;
    this.#lastLine = line;
    if (text.startsWith("Sending NMI ") || text.startsWith("NMI backtrace for cpu")) this.gathersProcessors = true;
    if (text.startsWith("---[ end ")) this.ended = true;
  }
  /** Undefined: the header alone was not proof enough. */
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
      report: [...this.#leadIn, ...lines].join("\n"),
      guilty,
      registers: readRegisters(lines),
      corrupted: kind.guilty !== void 0 && guilty === void 0 || kind.stackless !== true && stack.traces.length === 0,
      occurrences: 1
    };
  }
  /** A program can print anything, but where the kernel's lines have time stamps, its own have none. */
  #needsProof() {
    const { proof: needed } = this.header.kind;
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

// src/diagnose/find-bugs.ts
function findBugs(consoleText) {
  const finder = createBugFinder();
  finder.push(consoleText);
  return finder.end();
}
function createBugFinder() {
  const search = new BugSearch();
  const lines = new TextLines((line, number) => search.take(line, number));
  return {
    push: (chunk) => lines.push(chunk),
    end: () => {
      lines.end();
      return search.end();
    }
  };
}
var maxFindings = 100;
var idleLines = 60;
var idleLinesWithCaller = 2e3;
var leadInLines = 6;
var BugSearch = class {
  #found = /* @__PURE__ */ new Map();
  /** By caller; the empty key is a console that does not name callers. */
  #open = /* @__PURE__ */ new Map();
  #recent = [];
  #stampsInUse = false;
  #boots = new BootWatch();
  take(line, number) {
    if (this.#open.size > 0 || mayHoldHeader(line) || bootLines.test(line)) for (const message of parseConsoleLine(line)) this.#message(message, number);
    this.#stampsInUse ||= hasStamp(line);
    this.#recent.push(line);
    if (this.#recent.length > leadInLines) this.#recent.shift();
    for (const report of this.#open.values()) this.#age(report);
  }
  end() {
    for (const report of [...this.#open.values()]) this.#close(report);
    return [...this.#found.values()].sort((one, other) => one.line - other.line);
  }
  #message(message, number) {
    const report = this.#reportOf(message);
    const header = this.#headerOf(message.text);
    if (header !== void 0 && !this.#explains(report, header, message.text)) this.#start(header, message, number);
    else report?.add(message.text, number);
  }
  #headerOf(text) {
    const rebooted = this.#boots.isUnexpectedBoot(text);
    if (rebooted && this.#open.size === 0 && this.#found.size === 0) return { kind: unexpectedReboot, groups: {} };
    return mayHoldHeader(text) ? matchHeader(text) : void 0;
  }
  /** Which open report a message belongs to. */
  #reportOf({ caller }) {
    const own = this.#open.get(caller ?? "");
    if (own !== void 0 || caller?.startsWith("C") !== true) return own;
    return [...this.#open.values()].find((report) => report.gathersProcessors);
  }
  /** Whether a header is no bug of its own, but part of what was reported before. */
  #explains(report, { kind }, text) {
    if (kind.follows === "any-report") return report !== void 0 || this.#open.size > 0 || this.#found.size > 0;
    if (report === void 0) return false;
    return kind.follows === "open-report" && !report.ended || report.header.kind.absorbs?.test(text) === true;
  }
  #start(header, message, number) {
    const key = message.caller ?? "";
    const before = this.#open.get(key);
    if (before !== void 0) this.#close(before);
    const report = new OpenReport(header, { line: number, caller: message.caller, stamped: message.stamped, stampsInUse: this.#stampsInUse, leadIn: this.#leadIn(message.caller) });
    report.add(message.text, number);
    this.#open.set(key, report);
  }
  #leadIn(caller) {
    const messages = this.#recent.flatMap((line) => parseConsoleLine(line));
    const own = messages.filter((message) => message.caller === caller).map(({ text }) => text);
    const cut = own.findLastIndex((text) => text.includes("[ cut here ]"));
    return cut < 0 ? [] : own.slice(cut);
  }
  #age(report) {
    report.idle += 1;
    if (report.idle > (report.caller === void 0 ? idleLines : idleLinesWithCaller)) this.#close(report);
  }
  #close(report) {
    this.#open.delete(report.caller ?? "");
    const bug = report.finish();
    if (bug === void 0) return;
    const known = this.#found.get(bug.fingerprint);
    if (known !== void 0) this.#found.set(bug.fingerprint, { ...known, occurrences: known.occurrences + 1 });
    else if (this.#found.size < maxFindings) this.#found.set(bug.fingerprint, bug);
  }
};

export {
  fingerprintOf,
  guiltyFunction,
  reportTitle,
  findBugs,
  createBugFinder
};
