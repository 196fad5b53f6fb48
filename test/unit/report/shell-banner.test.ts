import { describe, expect, it } from 'vitest';
import { type BannerFacts, shellBanner } from '../../../src/report/terminal/shell-banner.ts';
import { planOf, suite, suiteTest } from '../plan/plan-request.ts';

describe('the banner of a shell', () => {
  it('is where one is, what there is to run and how to leave', () => {
    expect(shellBanner(facts())).toEqual({
      welcome: [
        'qemu-driver-test 1.2.3   edu/probe',
        '  kernel   6.12.1-amd64 (debian:6.12)',
        '  machine  default: -m 256M -smp 1 -device edu',
        '  started  as a clone in 0.4 s, on TCG',
        '  try      ./suite-setup && ./run',
        '  leave    exit, or Ctrl-] to stop the machine at once',
      ],
      debugger: [],
    });
  });

  it('names no program that is not there', () => {
    const [planned] = planOf([{ ...suite('/w/edu', []), tests: [suiteTest('/w/edu', 'probe', {})] }]).tests;
    if (planned === undefined) throw new Error('expected a test');
    expect(shellBanner(facts({ planned, hasTest: false })).welcome.filter((line) => line.includes('try'))).toEqual([]);
  });

  it('has the line that attaches a debugger, ready for a shell', () => {
    const { debugger: lines } = shellBanner(
      facts({ debuggerSocket: '/tmp/x/gdb', bootImage: '/a b/vmlinux', modules: ['/m/my-edu.ko'] }),
    );
    expect(lines).toContain("  gdb '/a b/vmlinux' -ex 'target remote /tmp/x/gdb'");
    expect(lines.at(-1)).toBe(
      'Once the module is loaded: add-symbol-file /m/my-edu.ko ADDRESS. The guest shows ADDRESS in ' +
        '/sys/module/my_edu/sections/.text',
    );
    expect(lines.join('\n')).not.toContain('nokaslr');
  });

  it('names the gdb that knows the architecture, if it is another one', () => {
    const { debugger: lines } = shellBanner(
      facts({ debuggerSocket: '/tmp/x/gdb', bootImage: '/k/vmlinuz', bootFormat: 'Image', isOfHost: false }),
    );
    expect(lines).toContain("  gdb-multiarch -ex 'target remote /tmp/x/gdb'");
    expect(lines.join('\n')).toContain('in the package gdb-multiarch');
  });

  it('warns of a kernel whose addresses move', () => {
    expect(shellBanner(facts({ debuggerSocket: '/tmp/x/gdb', bootFormat: 'bzImage' })).debugger.join('\n')).toContain(
      '-append nokaslr',
    );
  });
});

function facts(changes: Partial<BannerFacts> = {}): BannerFacts {
  const edu = {
    ...suite('/w/edu', []),
    qemuArgs: ['-device', 'edu'],
    setup: '/w/edu/setup',
    tests: [suiteTest('/w/edu', 'probe', {})],
  };
  const [planned] = planOf([edu]).tests;
  if (planned === undefined) throw new Error('expected a test');
  return {
    version: '1.2.3',
    cell: planned.cell,
    planned,
    hasTest: true,
    release: '6.12.1-amd64',
    accelerator: 'tcg',
    start: 'clone',
    readyMs: 400,
    bootImage: '/k/vmlinux',
    bootFormat: 'vmlinux',
    isOfHost: true,
    modules: [],
    debuggerSocket: undefined,
    ...changes,
  };
}
