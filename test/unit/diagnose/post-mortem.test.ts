import { describe, expect, it } from 'vitest';
import { judge } from '../../../src/diagnose/judge.ts';
import { describePostMortem, readPostMortem } from '../../../src/diagnose/post-mortem.ts';
import type { PostMortemTexts } from '../../../src/run/evidence/run-record.ts';
import { judgeInput, panicConsole } from './run-records.ts';

const interruptsOff = '00000046';
const interruptsOn = '00000246';

function registers(...processors: readonly (readonly [pointer: string, flags: string, halted?: boolean])[]): string {
  return processors
    .map(
      ([pointer, flags, halted = false], index) =>
        `CPU#${index}\nRAX=0000000000000000\nRIP=${pointer} RFL=${flags} [-------] CPL=0 II=0 A20=1 SMM=0 ` +
        `HLT=${halted ? 1 : 0}\ncode at RIP:\n0x${pointer}:  eb fc  jmp\n`,
    )
    .join('\n');
}

const build = '  Debian 6.12.117-1';

/** 6.12, both processors locked up, after an NMI. */
const nmiPanic = `[   21.636617] Uhhuh. NMI received for unknown reason 21 on CPU 0.
[   21.649828] Kernel panic - not syncing: NMI: Not continuing
[   21.650714] CPU: 0 UID: 0 PID: 0 Comm: swapper/0 Tainted: G           OE      6.12.117+deb12-amd64 #1${build}
[   21.651994] Tainted: [O]=OOT_MODULE, [E]=UNSIGNED_MODULE
[   21.652357] Call Trace:
[   21.653758]  <NMI>
[   21.654705]  panic+0x344/0x3a0
[   21.666779]  unknown_nmi_error+0x73/0xc0
[   21.666887]  end_repeat_nmi+0xf/0x53
[   21.667253] RIP: 0010:live_stuck+0x11/0x20 [live]
[   21.674277] RSP: 0018:ffffc90000003fb0 EFLAGS: 00010002
[   21.676557]  ? __pfx_live_stuck+0x10/0x10 [live]
[   21.676996]  </NMI>
[   21.677048]  <IRQ>
[   21.677063]  __flush_smp_call_function_queue+0x106/0x410
[   21.677290]  </IRQ>
[   21.677304]  <TASK>
[   21.677347] RIP: 0010:pv_native_safe_halt+0xf/0x20
[   21.677541]  default_idle_call+0x30/0x100
[   21.677957]  </TASK>
[   21.686586] Sending NMI from CPU 0 to CPUs 1:
[   21.688395] NMI backtrace for cpu 1
[   21.688513] CPU: 1 UID: 0 PID: 139 Comm: insmod Tainted: G           OE      6.12.117+deb12-amd64 #1${build}
[   21.688764] RIP: 0010:native_queued_spin_lock_slowpath+0x11/0x20
[   21.688853] RSP: 0018:ffffc9000041bb20 EFLAGS: 00010046
[   21.689589] Call Trace:
[   21.689759]  <TASK>
[   21.689781]  _raw_spin_lock_irqsave+0x20/0x40
[   21.689782]  live_take+0x20/0x40 [live]
[   21.690397]  </TASK>
[   25.695551] Shutting down cpus with NMI
`;

/** 6.1, one processor idle, one task blocked, after the keys l and w. */
const keysAnswered = `[   13.817410] sysrq: Show backtrace of all active CPUs
[   13.818178] NMI backtrace for cpu 1
[   13.818671] CPU: 1 PID: 0 Comm: swapper/1 Tainted: G           OE      6.1.0-56-amd64 #1  Debian 6.1.192-2
[   13.819827] Call Trace:
[   13.819827]  <IRQ>
[   13.819827]  dump_stack_lvl+0x44/0x5c
[   13.819827]  </IRQ>
[   13.819827]  <TASK>
[   13.819827]  asm_common_interrupt+0x22/0x40
[   13.819827] RIP: 0010:native_safe_halt+0xb/0x10
[   13.819827]  </TASK>
[   13.819827] Sending NMI from CPU 1 to CPUs 0:
[   13.692049] NMI backtrace for cpu 0 skipped: idling at native_safe_halt+0xb/0x10
[   14.239491] sysrq: Show Blocked State
[   14.241349] task:insmod          state:D stack:0     pid:99    ppid:97     flags:0x00004002
[   14.242953] Call Trace:
[   14.242953]  <TASK>
[   14.242953]  __schedule+0x34d/0xa00
[   14.242953]  schedule_timeout+0x11a/0x150
[   14.242953]  __wait_for_common+0x94/0x1e0
[   14.242953]  ? usleep_range_state+0x90/0x90
[   14.242953]  live_wait+0x41/0x60 [live]
[   14.242953]  live_init+0x40/0x1000 [live]
[   14.242953]  </TASK>
`;

const stuck = ['ffffffffc02df0b1', interruptsOff] as const;
const bothStuck: PostMortemTexts = { registers: registers(stuck, stuck), console: nmiPanic };
const blocked: PostMortemTexts = {
  registers: registers(['ffffffff81a592eb', interruptsOn, true], ['ffffffff81a592eb', interruptsOn, true]),
  console: keysAnswered,
};
const context = { bootFingerprints: new Set<string>(), today: '2026-11-22' };
const hang = { kind: 'deadline', timeoutMs: 8000, answering: false } as const;

function places(postMortem: PostMortemTexts): readonly string[] {
  return describePostMortem(readPostMortem(postMortem));
}

describe('a post-mortem says', () => {
  it('in which function each processor stands, below the interrupt that asked', () => {
    expect(places(bothStuck)).toEqual([
      'CPU 0 in live_stuck+0x11 [live], interrupts off',
      'CPU 1 in native_queued_spin_lock_slowpath+0x11, interrupts off',
    ]);
  });

  it('which task waits where, and nothing of idle processors', () => {
    expect(places(blocked)).toEqual(['insmod (pid 99) waits in live_wait+0x41 [live]']);
  });

  it('nothing of a processor in the middle of a tick that the kernel found idle', () => {
    const ticking = ['ffffffff81a592eb', interruptsOff] as const;
    expect(places({ ...blocked, registers: registers(ticking, ticking) })).toEqual([
      'insmod (pid 99) waits in live_wait+0x41 [live]',
    ]);
    const halted = keysAnswered.replace(/native_safe_halt\+0xb\/0x10$/m, '$&\n[   13.8] RSP: 0018:0 EFLAGS: 00010046');
    expect(places({ registers: registers(ticking, ticking), console: halted })[0]).toBe(
      'CPU 1 in native_safe_halt+0xb, interrupts off',
    );
  });

  it('at which address a processor stands of which the kernel said nothing', () => {
    expect(places({ ...bothStuck, console: '' })).toEqual([
      'CPU 0 at 0xffffffffc02df0b1, interrupts off',
      'CPU 1 at 0xffffffffc02df0b1, interrupts off',
    ]);
  });

  it('which program a processor runs', () => {
    const asked =
      '[   11.985858] CPU: 0 PID: 98 Comm: run Not tainted 6.1.0-56-amd64 #1\n[   11.985858] RIP: 0033:0x42b0c0\n';
    const program = registers(['0000000000449698', interruptsOn]).replace('CPL=0', 'CPL=3');
    expect(places({ registers: program, console: asked })).toEqual(['CPU 0 runs run (pid 98)']);
    expect(places({ registers: program, console: '' })).toEqual(['CPU 0 runs a program']);
  });

  it('nothing of what no kernel and no QEMU would say', () => {
    expect(places({ registers: 'CPU#x\nRIP=1 RFL=2\n', console: 'task:\nCPU: 0\ntask:a state:D\n' })).toEqual([]);
  });

  it('a few tasks, of however many there are', () => {
    const tasks = Array.from(
      { length: 9999 },
      (_, index) => `[    1.000000] task:t${index} state:D stack:0 pid:${index} ppid:1 flags:0x0\n`,
    ).join('');
    expect(places({ registers: '', console: tasks })).toHaveLength(8);
  });
});

describe('the verdict on a machine that was asked', () => {
  it('is a hang that names the functions, with the lock-up as its finding, not the panic that was provoked', () => {
    const verdict = judge(judgeInput({ ending: hang, postMortem: bothStuck }), context);
    expect(verdict.outcome).toBe('hang');
    expect(verdict.reason).toBe(
      'no end after 8 s, and the guest stopped answering: CPU 0 in live_stuck+0x11 [live], interrupts off; ' +
        'CPU 1 in native_queued_spin_lock_slowpath+0x11, interrupts off',
    );
    expect(verdict.findings.map(({ kind, title }) => [kind, title])).toEqual([
      ['hard-lockup', 'BUG: hard lockup in live_stuck'],
    ]);
    expect(verdict.findings[0]?.report).toContain('RIP: 0010:live_stuck+0x11/0x20 [live]');
  });

  it('blames who asked for a lock, not the lock', () => {
    const second: PostMortemTexts = {
      ...bothStuck,
      registers: registers(['ffffffff81a592eb', interruptsOn, true], stuck),
    };
    expect(judge(judgeInput({ ending: hang, postMortem: second }), context).findings.map(({ title }) => title)).toEqual(
      ['BUG: hard lockup in live_take'],
    );
  });

  it('is a timeout that names the task, without a finding', () => {
    const verdict = judge(judgeInput({ ending: { ...hang, answering: true }, postMortem: blocked }), context);
    expect([verdict.outcome, verdict.reason, verdict.findings]).toEqual([
      'timeout',
      'no end after 8 s, but the guest still answers: insmod (pid 99) waits in live_wait+0x41 [live]',
      [],
    ]);
  });

  it('has no lock-up where interrupts were on at one of the two looks', () => {
    const once = {
      ...bothStuck,
      registers: registers(['ffffffffc02df0b1', interruptsOn], ['ffffffffc02df0b1', interruptsOn]),
    };
    expect(judge(judgeInput({ ending: hang, postMortem: once }), context).findings).toEqual([]);
  });

  it('has what the kernel reported by itself before, and that alone', () => {
    const verdict = judge(judgeInput({ ending: hang, postMortem: bothStuck, consoleText: panicConsole }), context);
    expect(verdict.findings.map(({ kind }) => kind)).toEqual(['panic']);
  });
});
