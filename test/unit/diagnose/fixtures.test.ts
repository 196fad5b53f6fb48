import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { findBugs } from '../../../src/diagnose/find-bugs.ts';
import { createTripwire } from '../../../src/diagnose/tripwire.ts';

const folder = fileURLToPath(new URL('../../fixtures/console/', import.meta.url));

function log(name: string): string {
  return readFileSync(`${folder}${name}.log`, 'utf8');
}

const bugs: readonly (readonly [name: string, kind: string, title: string])[] = [
  ['x86-64-gpf-below-a-lock', 'gpf', 'general protection fault in tipc_subscrb_subscrp_delete'],
  ['x86-64-bug-then-panic', 'bug', 'kernel BUG in truncate_inode_partial_page'],
  ['x86-64-kasan-between-other-lines', 'kasan', 'KASAN: use-after-free Read in binder_release_work'],
  ['x86-64-rcu-stall', 'rcu-stall', 'INFO: rcu detected stall in sctp_generate_heartbeat_event'],
  ['x86-64-hung-task', 'hung-task', 'INFO: task hung in synchronize_rcu'],
  ['x86-64-soft-lockup', 'soft-lockup', 'BUG: soft lockup in smp_call_function_single'],
  ['x86-64-deadlock-on-a-workqueue', 'lockdep', 'possible deadlock in peer_remove_after_dead'],
  [
    'x86-64-rust-panic',
    'bug',
    'attempt to add with overflow in <ashmem_rust::Ashmem as kernel::miscdevice::MiscDevice>::mmap',
  ],
  ['x86-64-kcsan-assertion', 'kcsan', 'KCSAN: assert: race in dequeue_entities'],
  ['arm64-external-abort-at-boot', 'oops', 'Internal error in clear_page'],
  ['arm-refcount-underflow', 'refcount', 'WARNING: refcount bug in hdm_disconnect'],
  [
    'riscv64-access-to-user-memory',
    'page-fault',
    'BUG: unable to handle kernel access to user memory in schedule_tail',
  ],
  ['arm64-call-of-null', 'null-deref', 'BUG: unable to handle kernel NULL pointer dereference in trap_call_of_null'],
  ['arm64-undefined-instruction', 'oops', 'Oops - Undefined instruction in trap_undefined'],
  ['arm64-breakpoint', 'oops', 'unexpected BRK exception in trap_breakpoint'],
  ['arm64-corrupted-stack', 'stack-overflow', 'kernel panic: stack is corrupted in trap_stack_corrupted'],
  ['arm64-stack-overflow', 'stack-overflow', 'kernel stack overflow in trap_deeper'],
  ['arm64-bug-then-idle-warning', 'bug', 'kernel BUG in live_bug'],
  ['riscv64-load-access-fault', 'oops', 'Oops - load access fault in trap_bus'],
  ['riscv64-call-of-null', 'null-deref', 'BUG: unable to handle kernel NULL pointer dereference in trap_call_of_null'],
  ['riscv64-illegal-instruction', 'oops', 'Oops - illegal instruction in trap_undefined'],
  ['riscv64-rcu-stall', 'rcu-stall', 'INFO: rcu detected stall in live_init'],
];
const quiet = ['quiet-programs-that-fault', 'quiet-warning-of-a-mount-option', 'quiet-garbled-nmi-notice'] as const;

describe('real console logs', () => {
  test.each(bugs)('%s: one finding, %s', (name, kind, title) => {
    const text = log(name);
    expect(findBugs(text).map((bug) => ({ kind: bug.kind, title: bug.title, corrupted: bug.corrupted }))).toEqual([
      { kind, title, corrupted: false },
    ]);
    const tripwire = createTripwire();
    expect(text.split('\n').some((line) => tripwire(line))).toBe(true);
  });

  test.each(quiet)('%s: nothing', (name) => {
    expect(findBugs(log(name))).toEqual([]);
  });

  test('are all named here', () => {
    const named = [...bugs.map(([name]) => name), ...quiet].map((name) => `${name}.log`);
    expect(
      readdirSync(folder)
        .filter((name) => name.endsWith('.log'))
        .sort(),
    ).toEqual(named.sort());
  });
});
