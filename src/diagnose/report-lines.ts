/** What lines of a kernel report look like, so that a report's end can be told from what comes after it. */
const forms: readonly RegExp[] = [
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
  /(?:jiffies|GPs behind|ticks this GP|kthread starved|Stack dump where|softirq=|detected by \d|blocked for more|hung_task_timeout|Not tainted|task:|rcu: |stack:|pool \d+:|workqueue \w+:|pwq \d+:|pending: |in-flight: )/,
];
const any = new RegExp(forms.map((form) => `(?:${form.source})`).join('|'));

/** Whether a line can belong to a report. Errs towards yes. */
export function looksLikeReport(text: string): boolean {
  return any.test(text);
}
