import { describe, expect, it } from 'vitest';
import { renderJunit } from '../../../src/report/junit/junit.ts';
import { renderSummary } from '../../../src/report/summary/summary.ts';
import { renderFinal } from '../../../src/report/terminal/final.ts';
import type { Results, TestResult } from '../../../src/results/results.ts';
import { textWidth } from '../../../src/text/text-width.ts';
import { renderTap } from './joined.ts';
import { cell, crash, eduHardware, faultyDevice, results, test } from './sample-results.ts';
import { dmaTimeline, entry, jsonLines, polled, seen } from './sample-timeline.ts';

const small = cell('debian:6.12', 'small', { boot: { outcome: 'ok', durationMs: 2300, findings: [] } });
const timeline = 'debian-6.12-small/edu/dma/timeline.jsonl';
const files: Readonly<Record<string, string>> = { [timeline]: jsonLines(dmaTimeline) };
const broken = crash('edu/dma', small.id, { timeline, devices: [faultyDevice] });
const unfired = test('edu/irq', small.id, {
  devices: [
    {
      id: 'edu0',
      model: 'edu',
      faults: [{ id: 'irq-drop', text: 'irq-drop nth=9', fired: 0, counted: 0, isCleared: false }],
    },
  ],
});
const all = results([small], [broken, unfired], { hardware: [eduHardware] });

function final(of: Results, logs = files, columns = 100): string {
  return renderFinal(of, { color: false, columns, resultsDirectory: 'qdt-results', readLog: (path) => logs[path] });
}

function summary(of: Results, logs = files): string {
  return renderSummary(of, { readLog: (path) => logs[path] });
}

describe('the end of a run with device models', () => {
  it('shows the model’s crash, the faults and the last moments, then unused registers', () => {
    const few = jsonLines([
      seen(8.25, 'edu0', 'write DMA_COMMAND 0x1', 'write'),
      ...polled(9, 'edu0', 'read DMA_COMMAND 0x1', 214),
      seen(31, 'edu0', 'fault dma-fail fired', 'fault'),
      ...dmaTimeline.filter(({ text }) => text.includes('BUG: ')),
    ]);
    const lines = final(all, { [timeline]: few }).split('\n');
    expect(
      lines.slice(2, 24).join('\n'),
    ).toBe(`1) edu/dma   debian:6.12 · small                                                               CRASH
   the kernel reported: BUG: kernel NULL pointer dereference in edu_dma_done
     driver/edu.c:214   ← first frame in your code
     edu_dma_done+0x1a/0x40 [edu]
     edu_irq+0x5c/0x90 [edu]
   last words  edu 0000:00:05.0: dma timeout, status 0x1
   model       edu0 crashed at write of DMA_COMMAND: a bug of the model, not of the driver
               TypeError: Cannot read properties of undefined (reading 'length')
                 at startTransfer (/suite/devices/edu.ts:41:23)
                 at Object.write (/suite/devices/edu.ts:29:7)
   faults      dma-fail nth=2 on edu0: fired at 1 of 3 accesses, first at DMA write of 4096 bytes to
               0x1000
               irq-drop id=late nth=9 on edu0: never fired before it was cleared; it counted 4
               accesses
   before the crash: all moments, in milliseconds since the launch
       8.250  edu0     write DMA_COMMAND 0x1
       9.000  edu0     read DMA_COMMAND 0x1 ×214 in 21 ms
      31.000  edu0     fault dma-fail fired
     213.600  console  [ 2.345678] BUG: kernel NULL pointer dereference, address: 0000000000000008
   console     qdt-results/debian-6.12-small/edu/dma/console.log:812
   timeline    qdt-results/debian-6.12-small/edu/dma/timeline.jsonl
   again       qemu-driver-test run examples/edu --test edu/dma --kernel debian:6.12 --machine 'small=-m 256 -smp 1'`);
    expect(
      lines.slice(26).join('\n'),
    ).toBe(`  hardware  edu: 2 of 3 registers, 1 of 3 fields, 1 of 2 interrupts; never touched: STATUS,
            interrupt error

2 faults never fired, so their error paths were not tested:
  - edu/dma: irq-drop id=late nth=9 on edu0 never fired before it was cleared; it counted 4 accesses
    (debian:6.12 · small)
  - edu/irq: irq-drop nth=9 on edu0 never fired; it counted no access (debian:6.12 · small)

1 of 2 as expected (1 passed) · 1 crashed · 19 s
`);
  });

  it('tells 30 moments of the first two failures and 8 of the others, and says of how many', () => {
    const tests = Array.from({ length: 4 }, (_, index) => ({
      ...broken,
      id: `edu/dma-${index}`,
      findings: broken.findings.map((one) => ({ ...one, fingerprint: String(index) })),
    }));
    const counted = final(results([small], tests))
      .split('\n')
      .filter((line) => line.includes('before the crash'));
    expect(counted).toEqual(
      [30, 30, 8, 8].map(
        (count) => `   before the crash: the last ${count} of 41 moments, in milliseconds since the launch`,
      ),
    );
  });

  it('keeps within the width, whatever things are called', () => {
    const wide = jsonLines([
      ...dmaTimeline.slice(0, 30),
      seen(123_456.789, 'a-device-with-a-very-long-name', '寄存器'.repeat(60)),
      ...dmaTimeline.slice(30),
    ]);
    const [, told = ''] =
      /before the crash[^\n]*\n([^]*?)\n {3}console/.exec(final(all, { [timeline]: wide }, 60)) ?? [];
    const widths = told.split('\n').map(textWidth);
    expect([widths.length, Math.max(...widths) <= 60]).toEqual([31, true]);
  });

  it.each<readonly [string, Partial<TestResult>]>([
    ['failed without any device', { outcome: 'fail', findings: [], reason: 'run exited with status 1', stages: [] }],
    ['has no timeline there', { timeline: 'gone.jsonl' }],
  ])('tells no moments of a test that %s', (_name, changes) => {
    const { devices: _devices, ...plain } = broken;
    expect(final(results([small], [{ ...plain, ...changes }]))).not.toContain('before the');
  });

  it('says nothing of hardware where there is no model', () => {
    const { devices: _devices, timeline: _timeline, ...plain } = broken;
    for (const text of [final(results([small], [plain])), summary(results([small], [plain]))])
      expect(text).not.toMatch(/hardware|fault |timeline/i);
  });
});

describe('the summary with device models', () => {
  const text = summary(all);

  it('has faults and the model’s stack with the failure, and the last 30 moments folded', () => {
    expect(text).toContain(
      '\n- fault: `dma-fail nth=2 on edu0: fired at 1 of 3 accesses, first at DMA write of 4096 bytes to 0x1000`\n',
    );
    expect(text).toContain(
      '\nWhere the model of `edu0` crashed:\n\n```text\nTypeError: Cannot read properties of undefined ' +
        "(reading 'length')\n    at startTransfer (/suite/devices/edu.ts:41:23)\n",
    );
    const [, folded = ''] =
      new RegExp(
        '<details><summary>Before the crash: the last 30 of 41 moments, in milliseconds since the launch</summary>' +
          '\n\n```text\n([^`]*)\n```\n\n</details>',
      ).exec(text) ?? [];
    const lines = folded.split('\n');
    expect(lines).toHaveLength(31);
    expect(lines[10]).toBe('164.500  edu0     read DMA_COMMAND 0x1 ×214 in 21 ms');
    expect(lines.at(-1)).toBe(
      '213.600  console  [ 2.345678] BUG: kernel NULL pointer dereference, address: 0000000000000008',
    );
  });

  it('has no stack for a model that hung at an unknown place', () => {
    const hung = { ...faultyDevice, crash: { during: 'an unknown place', message: 'the process is gone', stack: '' } };
    const told = results([small], [{ ...broken, devices: [hung] }]);
    expect(summary(told)).toContain(
      '\n- model: `edu0 crashed at an unknown place, a bug of the model and not of the driver: the process is gone`\n',
    );
    expect(summary(told)).not.toContain('Where the model of');
    expect(renderJunit(told)).not.toContain('the stack of');
  });

  it('has a table of used registers, and the faults that never fired', () => {
    const cleared = 'never fired before it was cleared; it counted 4 accesses';
    expect(text).toContain(`## Hardware

| model | suite | registers | fields | interrupts | DMA | machines |
| --- | --- | --- | --- | --- | --- | --- |
| \`edu\` | \`edu\` | 2 of 3 | 1 of 3 | 1 of 2 | 2 reads, 1 write, 12 KiB | 4 |

Never touched of \`edu\`: registers \`STATUS\`; fields \`CONTROL.RESET\`; interrupts \`error\`.

Faults that never fired, so their error paths were not tested:

- \`edu/dma\`: \`irq-drop id=late nth=9\` on \`edu0\` ${cleared} (\`debian-6.12-small\`)
- \`edu/irq\`: \`irq-drop nth=9\` on \`edu0\` never fired; it counted no access (\`debian-6.12-small\`)
`);
  });

  it('has a column of DMA where the bus of a device can have it', () => {
    const coverage = { registers: {}, interrupts: {}, unmapped: 0 };
    const sensor = { suite: 'all', model: 'sensor', machines: 1, coverage };
    const idle = { ...sensor, model: 'idle', coverage: { ...coverage, dma: { reads: 0, writes: 0, bytes: 0 } } };
    const told = summary(results([small], [unfired], { hardware: [sensor, idle] }));
    expect(told).toContain(`
| model | suite | registers | fields | interrupts | DMA | machines |
| --- | --- | --- | --- | --- | --- | --- |
| \`sensor\` | \`all\` | – | – | – | – | 1 |
| \`idle\` | \`all\` | – | – | – | none | 1 |
`);
  });

  it('has a column of exchanges where a device has any', () => {
    const exchanges = { answers: { count: 3, bytes: 192 }, TARE: { count: 0, bytes: 0 } };
    const coverage = { registers: {}, interrupts: {}, unmapped: 0, exchanges };
    const scale = { suite: 'scale', model: 'scale', machines: 1, coverage };
    const told = summary(results([small], [unfired], { hardware: [scale] }));
    expect(told).toContain(`
| model | suite | registers | fields | interrupts | exchanges | machines |
| --- | --- | --- | --- | --- | --- | --- |
| \`scale\` | \`scale\` | – | – | – | 1 of 2 | 1 |

Never touched of \`scale\`: exchanges \`TARE\`.
`);
    expect(final(results([small], [unfired], { hardware: [scale] }))).toContain(
      '  hardware  scale: 1 of 2 exchanges; never touched: TARE\n',
    );
  });

  it('collapses a long list of unused registers', () => {
    const registers = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [`R${index}`, { reads: 0, writes: 0, fields: {} }]),
    );
    const large = { ...eduHardware, model: 'a<b', coverage: { ...eduHardware.coverage, registers, unmapped: 7 } };
    expect(summary(results([small], [unfired], { hardware: [large] }))).toContain(
      '`a<b`: 7 accesses to what the model does not have.\n\n<details><summary>Never touched of ' +
        '<code>a&lt;b</code>: 31 names</summary>\n\n- registers `R0`, `R1`',
    );
  });

  it('stays below its limit with long moments and many models', () => {
    const tests = Array.from({ length: 60 }, (_, index) => ({
      ...broken,
      id: `edu/dma-${index}`,
      findings: broken.findings.map((one) => ({ ...one, fingerprint: String(index), report: 'x'.repeat(9000) })),
    }));
    const registers = Object.fromEntries(
      Array.from({ length: 300 }, (_, index) => [`${index} ${'表'.repeat(5000)}`, { reads: 0, writes: 0, fields: {} }]),
    );
    const hardware = Array.from({ length: 300 }, (_, index) => ({
      ...eduHardware,
      model: `model-${index}`.padEnd(5000, 'm'),
      coverage: { ...eduHardware.coverage, registers },
    }));
    const long = jsonLines(
      Array.from({ length: 100 }, (_, index) => entry(index, 'console', `${index} ${'w'.repeat(3000)}`)),
    );
    const big = summary(results([small], tests, { hardware }), { [timeline]: long });
    expect(new TextEncoder().encode(big).length).toBeLessThan(950_000);
    expect(big).toContain(
      '…and 270 more models, in `results.json`.\n\nThe names of what was never touched do not fit ' +
        'here; `results.json` has them.',
    );
    expect(big).toContain('### 40. ');
  });
});

describe('other formats with device models', () => {
  it('JUnit has it as text: all of a failure, the warnings of a pass', () => {
    const xml = renderJunit(all);
    expect(xml).toContain(
      '\nfault: dma-fail nth=2 on edu0: fired at 1 of 3 accesses, first at DMA write of 4096 bytes to 0x1000\n',
    );
    expect(xml).toContain(
      "\nthe stack of the model edu0:\nTypeError: Cannot read properties of undefined (reading 'length')\n   " +
        ' at startTransfer',
    );
    expect(xml).toContain(`\ntimeline: ${timeline}\n`);
    expect(xml).toContain('<system-out>fault: irq-drop nth=9 on edu0: never fired; it counted no access</system-out>');
  });

  it('TAP has it in the diagnostics of a failure, and as a comment on a pass', () => {
    const tap = renderTap(all);
    expect(tap).toContain(
      '\n  hardware: "model: edu0 crashed at write of DMA_COMMAND, a bug of the model and not of the driver: ' +
        'TypeError: Cannot read',
    );
    expect(tap).toContain(
      '\nok 2 - edu/irq [debian-6.12-small]\n# fault: irq-drop nth=9 on edu0: never fired; it counted no access\n',
    );
  });
});

describe('what authors of models and guests wrote', () => {
  const evil = '`</details>\x1b[31m\n::error::@all |<b>';
  const [fired] = faultyDevice.faults;
  const hostile = crash('edu/dma', small.id, {
    timeline,
    devices: [
      {
        id: evil,
        model: evil,
        faults:
          fired === undefined
            ? []
            : [
                { ...fired, id: evil, text: evil, first: { atUs: 1, access: evil } },
                { ...fired, text: evil, fired: 0 },
              ],
        crash: { during: evil, message: evil, stack: `${evil}\n    at ${evil}` },
      },
    ],
  });
  const { coverage } = eduHardware;
  const hardware = [
    {
      ...eduHardware,
      suite: evil,
      model: evil,
      coverage: {
        ...coverage,
        registers: { ...coverage.registers, [evil]: { reads: 0, writes: 0, fields: {} } },
        interrupts: { [evil]: 0 },
      },
    },
  ];
  const of = results([small], [hostile], { hardware });
  const logs = {
    [timeline]: jsonLines([
      entry(1, 'console', evil),
      seen(2, evil, evil),
      entry(3, 'hw', `${'`'.repeat(9)}\n<script>`),
    ]),
  };

  it('is no markup in a summary', () => {
    const text = summary(of, logs);
    // Outside of code there is nothing but what we wrote.
    const withoutCode = text.replace(/^(`{3,})[a-z]*\n[^]*?\n\1$/gm, '').replace(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, '');
    expect(withoutCode).not.toMatch(/@all|<b>|::error|<script|\x1b/);
    expect(withoutCode.match(/<details>/g)?.length).toBe(withoutCode.match(/<\/details>/g)?.length);
  });

  it('is no command and no escape sequence on a terminal', () => {
    for (const text of [final(of, logs), renderTap(of)]) expect(text).not.toMatch(/\x1b|^\s*::/m);
  });

  it('is text in XML', () => {
    expect(renderJunit(of)).not.toMatch(/<b>|<\/details>|\x1b/);
  });
});
