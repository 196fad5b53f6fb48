import { randomOf, type Random } from './random.ts';
import { shrink } from './shrink.ts';
import { complaintOf } from './text-readers.ts';

/** Parses random console text in all ways. @throws Error with the seed and the smallest text that breaks a parser */
export function attack(seed: number): void {
  const text = consoleText(randomOf(seed));
  if (complaintOf(text) === undefined) return;
  const least = shrink(text, (candidate) => complaintOf(candidate) !== undefined);
  throw new Error(
    `console text of seed ${seed}: ${complaintOf(least) ?? 'it broke only once'}; it reads ` +
      JSON.stringify(least.slice(0, 2000)),
  );
}

/** A console as a hostile guest may write it: cut and mixed parts of real reports, and binary data. */
export function consoleText(random: Random): string {
  const lines = Array.from({ length: 1 + random.below(120) }, () => lineOf(random));
  const text = lines.join(random.oneOf(['\n', '\n', '\n', '\r\n', '\n\n', '\r']));
  return random.below(4) === 0 ? text.slice(random.below(text.length), random.below(text.length)) : text;
}

function lineOf(random: Random): string {
  const shapes: readonly [(random: Random) => string, ...((random: Random) => string)[]] = [
    kernelLine,
    kernelLine,
    kernelLine,
    kernelLine,
    (chance) => chance.oneOf(fragments),
    (chance) => `${kernelLine(chance)}${kernelLine(chance)}`,
    (chance) => `${kernelLine(chance)}${chance.oneOf(pumps).repeat(chance.below(300))}${chance.oneOf(fragments)}`,
    (chance) => chance.bytes(chance.below(200)).toString(chance.oneOf(['latin1', 'utf8'])),
    (chance) => mangled(chance),
    (chance) => chance.oneOf(pumps).repeat(chance.below(chance.below(20) === 0 ? 20_000 : 500)),
  ];
  return random.oneOf(shapes)(random);
}

function kernelLine(random: Random): string {
  const stamp =
    random.below(5) === 0 ? '' : `[${String(random.below(1e6))}.${String(random.below(1e6)).padStart(6, '0')}]`;
  const caller = random.below(3) === 0 ? `[${random.oneOf(['T', 'C'])}${random.below(90)}]` : '';
  return `${stamp}${caller} ${cut(random, random.oneOf(fragments))}`;
}

function cut(random: Random, text: string): string {
  return random.below(6) === 0 ? text.slice(0, random.below(text.length + 1)) : text;
}

/** A frame with a name that may be mangled. */
function mangled(random: Random): string {
  const parts = Array.from({ length: 1 + random.below(60) }, () =>
    random.oneOf([
      'C1a',
      'Nv',
      'NtB',
      'I',
      'B3_',
      'B_',
      'Bs_',
      'T',
      'E',
      'R',
      'Q',
      'S',
      'P',
      'O',
      'X',
      'M',
      'Y',
      'h',
      '3toy',
      '99999',
      's_',
      's0_',
      'L',
      'u',
      '_',
      '0',
    ]),
  );
  return ` ${random.oneOf(['_R', '_RNv', '_RI', '_ZN', '_Z', '_RNvXs_'])}${parts.join('')}+0x1/0x2`;
}

export const pumps: readonly [string, ...string[]] = [
  ' ',
  '\t',
  'a',
  '_',
  '0',
  '9',
  '.',
  ':',
  '/',
  '-',
  '\r',
  '\x00',
  '\x1b[',
  '\x1b',
  '[',
  ']',
  '(',
  '<',
  '{',
  '#',
  "'",
  '0x',
  ' 0x1',
  ':1',
  '] ',
  ' in ',
  ' at ',
  'at ',
  'mm/',
  '.c:1',
  ' from ',
  'ra ',
  'CPU: 1 ',
  'PID: 1 ',
  '+0x1/0x2 ',
  'kfree+0x1/0x2 ',
  'BUG: ',
  'WARNING: ',
  '[1.000000]',
  "'[1.000000]",
  '<1>[1.000]',
  'TAP version 1 ',
  ' # ',
  '\t#TODO',
  '1..',
  'task:',
  ' state:D ',
  'k_tryloc',
  'kernel: ',
  '> ',
  '| ',
  'Nov 12 10:33:22 ',
  '[10:33:22] ',
  '2024-11-12T10:33:22Z ',
  '0.001 ',
  'a-b ',
  'kern :err : ',
  '12:',
  'name: BUG: ',
  'WARNING: at ',
  'failed for ',
  'DMA-API: ',
  '\u2028',
  '\ud800',
  'é',
  '😀',
];

export const fragments: readonly [string, ...string[]] = [
  'Linux version 6.12.0-1 (builder@host) (gcc 14) #1 SMP',
  'reboot: Restarting system',
  '------------[ cut here ]------------',
  '---[ end trace 0000000000000000 ]---',
  '==================================================================',
  'WARNING: CPU: 0 PID: 7 at drivers/misc/toy.c:12 toy_probe+0x12/0x40 [toy]',
  'WARNING: [some subsystem] drivers/misc/toy.c:12 at toy_probe+0x12/0x40, CPU#0: run/7',
  'WARNING: CPU: 0 PID: 7 at mm/page_alloc.c:5 __alloc_pages+0x1/0x2',
  'BUG: kernel NULL pointer dereference, address: 0000000000000008',
  'BUG: unable to handle page fault for address: ffffc900',
  'general protection fault, probably for non-canonical address 0xdead: 0000 [#1] SMP',
  'Oops: Oops: 0000 [#1] SMP',
  'BUG: KASAN: slab-use-after-free in toy_read+0x12/0x40 [toy]',
  'Read of size 8 at addr ffff888 by task run/71',
  'BUG: KCSAN: data-race in toy_a+0x1/0x2 [toy] / toy_b+0x3/0x4',
  'BUG: KFENCE: out-of-bounds read in toy_read+0x1/0x2',
  'BUG: KMSAN: uninit-value in toy_read+0x1/0x2',
  'UBSAN: shift-out-of-bounds in drivers/misc/toy.c:12:3',
  'BUG: memory leak',
  'unreferenced object 0xffff8881 (size 64):',
  'Allocated by task 71:',
  'Freed by task 71:',
  'BUG: something ] that nobody knows ]',
  'WARNING: possible circular locking dependency detected',
  'run/71 is trying to acquire lock:',
  'ffffffff (toy_lock){+.+.}-{3:3}, at: toy_read+0x1/0x2 [toy]',
  'but task is already holding lock:',
  '[ BUG: Invalid wait context ]',
  'rcu: INFO: rcu_preempt detected stalls on CPUs/tasks:',
  'watchdog: BUG: soft lockup - CPU#0 stuck for 26s! [run:71]',
  'INFO: task run:71 blocked for more than 120 seconds.',
  'Sending NMI from CPU 0 to CPUs 1:',
  'NMI backtrace for cpu 1',
  'Kernel panic - not syncing: Fatal exception',
  'Kernel panic - not syncing: VFS: Unable to mount root fs ...',
  'rust_kernel: panicked at toy.rs:1:2:',
  'CPU: 0 PID: 71 Comm: run Not tainted 6.12.0 #1',
  'RIP: 0010:toy_probe+0x12/0x40 [toy]',
  'RIP: 0033:0x7f',
  'IP: [<          (null)>]           (null)',
  'PC is at toy_probe+0x1/0x2',
  'pc : toy_probe+0x1/0x2 [toy]',
  'epc : toy_probe+0x1/0x2',
  'RSP: 0018:ffffc9 EFLAGS: 00010046',
  'Call Trace:',
  ' <TASK>',
  ' </TASK>',
  ' ? report_bug+0x1a/0x1b0',
  ' toy_probe+0x12/0x40 [toy]',
  ' [<c0101>] (toy_probe) from [<c0102>] (local_pci_probe+0x1/0x2)',
  '  toy_inner drivers/misc/toy.c:12 [inline]',
  'should_failslab+0x1/0x2',
  'task:run             state:D stack:0     pid:71    ppid:1',
  'kfree+0x1/0x2',
  'CPU#0',
  'RIP=ffffffff81000000 RFL=00000046',
  '0xffffffff81000000',
  'toy_probe',
  'drivers/toy.c:12 (discriminator 3)',
  '{"atMs":1,"source":"console","text":"x"}',
  '    at Toy.write (file:///models/toy.ts:12:7)',
  'login: ',
  'Nov 12 10:33:22 host kernel: BUG: kernel NULL pointer dereference, address: 0',
  '[Tue Nov 12 10:33:22 2024] WARNING: CPU: 0 PID: 7 at drivers/misc/toy.c:12 toy_probe+0x12/0x40 [toy]',
  'kern  :err   : [<    0.000001>] Call Trace:',
  'web_1  | BUG: unable to handle page fault for address: ffffc900',
  'console of board 7: UBSAN: shift-out-of-bounds in drivers/misc/toy.c:12:3',
  '<3>1 2024-11-12T10:33:22Z host kernel - - [a b="c"] Call Trace:',
  '11-12 10:33:22.345  root     0     0 E kernel  : RIP: 0010:toy_probe+0x12/0x40 [toy]',
  '[   12.345000] WARNING: CPU: 0 PID: 3754 at /home/build/src/drivers/misc/toy/toy-main.c:12',
  'CPU 1 Unable to handle kernel paging request at virtual address 00000018, epc == 8ed80668',
  'CFI failure at toy_call+0x18/0x20 [toy] (target: toy_hook+0x0/0x10 [toy]; expected type: 0x7e0c52a1)',
  'Reserved instruction in kernel code[#1]:',
  "sysfs: cannot create duplicate filename '/class/misc/toy0'",
  "debugfs: Directory 'toy0' with parent 'toys' already present!",
  'genirq: Flags mismatch irq 17. 00000000 (toy0) vs. 00000080 (other-irq)',
  'toynet 0000:00:05.0 eth3: NETDEV WATCHDOG: CPU: 1: transmit queue 0 timed out 5123 ms',
  'DMAR: [DMA Write NO_PASID] Request device [00:05.0] fault addr 0xfffe0000 [fault reason 0x05]',
  'unchecked MSR access error: WRMSR to 0x1f0 at rIP: 0xffffffffc0342011 (toy_msr+0x11/0x20 [toy])',
  'toynet 0000:00:05.0: DMA-API: device driver frees DMA memory with wrong function',
  '-- Boot 0123456789abcdef0123456789abcdef --',
  '',
  'KTAP version 1',
  '1..3',
  'ok 1 a',
  'not ok 2 b # why',
  '# Subtest: c',
  '# selftests: toy: ring.sh',
  '# 1..4',
  '# not ok 4 ring.drain',
  'not ok 1 selftests: toy: ring.sh # exit=1',
  '    # push.speed: slow',
];
