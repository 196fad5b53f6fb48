import { describe, expect, it } from 'vitest';
import type { SuiteTest } from '../../../src/suite/suite.ts';
import { plainBuild } from '../plan/plan-request.ts';
import { executable, goodTest, parseSketch, suiteOf } from './memory-tree.ts';

describe('a whole suite', () => {
  it('needs no more than one directory with a run', () => {
    expect(parseSketch({ hello: goodTest })).toEqual({
      kind: 'suite',
      suite: {
        name: 'edu',
        directory: '/work/edu',
        description: '',
        kernel: undefined,
        qemu: undefined,
        diskImage: undefined,
        qemuArgs: [],
        moduleDirectories: [],
        moduleBuild: plainBuild,
        kernelModules: [],
        kernelConfig: [],
        libDirectory: undefined,
        tags: [],
        linked: [],
        devices: [],
        expectConsole: [],
        setup: undefined,
        teardown: undefined,
        tests: [
          {
            name: 'hello',
            directory: '/work/edu/hello',
            description: '',
            qemuArgs: [],
            timeoutMs: 60_000,
            expectation: { kind: 'pass' },
            devices: [],
            faults: [],
            expectConsole: [],
            start: 'auto',
            afterBug: 'end',
            shutdown: 'skip',
            setup: undefined,
            run: '/work/edu/hello/run',
            teardown: undefined,
            dataDirectory: undefined,
            row: undefined,
            tags: [],
            linked: [],
          },
        ],
      },
    });
  });

  it('may use every field', () => {
    const suite = suiteOf(
      {
        setup: executable(),
        teardown: executable(),
        models: { 'tdc.ts': '' },
        lib: { 'checks.sh': '' },
        info: {
          description: 'The edu device,\nfrom all sides.\n',
          'disk-image': '../root.qcow2\n',
          kernel: ' debian:6.12-rt \n',
          qemu: 'host\n',
          'qemu-args': '-m 512 # more\n-device "edu,id=a b"\n',
          timeout: '2.5\n',
          modules: "# ours\n../driver\n'../other driver' LEVEL=3 'EXTRA_CFLAGS=-DA -DB'  # theirs\n",
          build: executable(),
          werror: '',
          'kernel-modules': 'dummy-hcd usbhid # for all\n',
          'kernel-config': 'CONFIG_PCI=y\n',
          devices: 'tdc0 models/tdc.ts irq=msi "label=a b" # the model\n',
          'expect-console': 'allow edu: dma \\# timeout  # provoked\n',
        },
        all: {
          setup: executable(),
          run: executable(),
          teardown: executable(),
          data: { firmware: 'x' },
          info: {
            description: 'Everything at once',
            'qemu-args': "-device 'edu'",
            timeout: '7',
            'expect-failure': 'crash KASAN: .* in edu_\nbecause the driver is old\n',
            devices: 'tdc1 models/tdc.ts',
            faults: '# from the start\ntdc1 dma-read fail nth=3\n',
            'expect-console': 'require edu: failed\nallow x+y until=2027-01-31  # issue 12\n',
            start: 'cold\n',
            'after-bug': ' continue\n',
            shutdown: 'run\n',
          },
        },
      },
      { 'root.qcow2': 'QFI', driver: { Kbuild: '' }, 'other driver': { Makefile: '' } },
    );
    const test: SuiteTest = {
      name: 'all',
      directory: '/work/edu/all',
      description: 'Everything at once',
      qemuArgs: ['-device', 'edu'],
      timeoutMs: 7000,
      expectation: { kind: 'crash', title: /KASAN: .* in edu_/ },
      devices: [
        {
          id: 'tdc1',
          path: '/work/edu/models/tdc.ts',
          parameters: new Map(),
          file: '/work/edu/all/info/devices',
          line: 1,
        },
      ],
      faults: [{ text: 'tdc1 dma-read fail nth=3', file: '/work/edu/all/info/faults', line: 2 }],
      expectConsole: [
        {
          kind: 'require',
          pattern: /edu: failed/,
          reason: '',
          until: undefined,
          file: '/work/edu/all/info/expect-console',
          line: 1,
        },
        {
          kind: 'allow',
          pattern: /x+y/,
          reason: 'issue 12',
          until: '2027-01-31',
          file: '/work/edu/all/info/expect-console',
          line: 2,
        },
      ],
      start: 'cold',
      afterBug: 'continue',
      shutdown: 'run',
      row: undefined,
      setup: '/work/edu/all/setup',
      run: '/work/edu/all/run',
      teardown: '/work/edu/all/teardown',
      dataDirectory: '/work/edu/all/data',
      tags: [],
      linked: [],
    };
    expect(suite).toEqual({
      name: 'edu',
      directory: '/work/edu',
      description: 'The edu device,\nfrom all sides.',
      kernel: 'debian:6.12-rt',
      qemu: 'host',
      diskImage: '/work/root.qcow2',
      qemuArgs: ['-m', '512', '-device', 'edu,id=a b'],
      moduleDirectories: ['/work/driver', '/work/other driver'],
      moduleBuild: {
        variables: new Map([
          ['/work/driver', []],
          ['/work/other driver', ['LEVEL=3', 'EXTRA_CFLAGS=-DA -DB']],
        ]),
        prepare: '/work/edu/info/build',
        warningsAreErrors: true,
      },
      kernelModules: ['dummy_hcd', 'usbhid'],
      kernelConfig: [{ symbol: 'PCI', value: 'y', file: '/work/edu/info/kernel-config', line: 1 }],
      libDirectory: '/work/edu/lib',
      devices: [
        {
          id: 'tdc0',
          path: '/work/edu/models/tdc.ts',
          parameters: new Map([
            ['irq', 'msi'],
            ['label', 'a b'],
          ]),
          file: '/work/edu/info/devices',
          line: 1,
        },
      ],
      expectConsole: [
        {
          kind: 'allow',
          pattern: /edu: dma \# timeout/,
          reason: 'provoked',
          until: undefined,
          file: '/work/edu/info/expect-console',
          line: 1,
        },
      ],
      setup: '/work/edu/setup',
      teardown: '/work/edu/teardown',
      tags: [],
      linked: [],
      tests: [test],
    });
  });
});
