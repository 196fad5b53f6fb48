export interface Expected {
  readonly outcome: string;
  readonly ok: boolean;
  /** Part of the reason, if it says more than the outcome. */
  readonly reason?: RegExp;
}

/** Every way in which a test can end, with the expected verdict. */
export const expected: Readonly<Record<string, Expected>> = {
  pass: { outcome: 'pass', ok: true },
  fail: { outcome: 'fail', ok: false, reason: /^run ended with exit status 7: expected 42, found 41$/ },
  skip: { outcome: 'skip', ok: true },
  'expected-failure': { outcome: 'fail', ok: true },
  'unexpected-pass': { outcome: 'pass', ok: false, reason: /expected any failure, but the outcome is pass/ },
  timeout: { outcome: 'timeout', ok: false, reason: /no end after 4 s, but the guest still answers/ },
  'timeout-in-background': { outcome: 'pass', ok: true },
  hang: { outcome: 'hang', ok: false, reason: /the guest stopped answering/ },
  panic: { outcome: 'crash', ok: false, reason: /misbehave: asked to panic/ },
  'panic-by-sysrq': { outcome: 'crash', ok: false, reason: /sysrq/i },
  'oops-that-does-not-panic': {
    outcome: 'crash',
    ok: false,
    reason: /NULL pointer dereference in misbehave_oops|null-ptr-deref/,
  },
  'warning-with-exit-0': { outcome: 'crash', ok: false, reason: /WARNING in misbehave_warn/ },
  'expected-crash': { outcome: 'crash', ok: true },
  'expected-other-crash': { outcome: 'crash', ok: false, reason: /expected a crash whose title matches KASAN/ },
  'allowed-warning': { outcome: 'pass', ok: true },
  'required-message-missing': { outcome: 'pass', ok: false, reason: /the console never showed/ },
  'early-power-off': { outcome: 'crash', ok: false, reason: /powered off before the test ended/ },
  reboot: { outcome: 'crash', ok: false, reason: /rebooted by itself/ },
  'agent-killed': { outcome: 'fail', ok: false, reason: /^run ended with exit status 9$/ },
  'setup-fails': { outcome: 'error', ok: false, reason: /setup failed with exit status 3, so run was skipped/ },
  'teardown-fails': { outcome: 'error', ok: false, reason: /run passed, but teardown failed with exit status 5/ },
  'forged-verdict': { outcome: 'fail', ok: false, reason: /run ended with exit status 1/ },
  'forged-verdict-by-rebinding': { outcome: 'error', ok: false, reason: /agent/ },
  'output-flood': { outcome: 'pass', ok: true },
  'disturbs-others': { outcome: 'pass', ok: true },
  'is-not-disturbed': { outcome: 'pass', ok: true },
  ktap: { outcome: 'fail', ok: false, reason: /1 of 2 subtests failed, first: second/ },
  'refused-module': { outcome: 'fail', ok: false, reason: /; borrower: Unknown symbol lender_value \(err -2\)$/ },
  artifacts: { outcome: 'pass', ok: true },
  folder: { outcome: 'pass', ok: true },
};
