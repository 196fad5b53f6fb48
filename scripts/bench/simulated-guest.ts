import type { Scenario } from '../../test/fake-qemu/scenario.ts';

/** `quiet`: a test that does nothing. `talkative`: a test with many findings, like that of a broken driver. */
export type GuestKind = 'quiet' | 'talkative';

const reports = 10;
const results = 1000;

/** The behaviour of a simulated test's machine. */
export function simulatedGuest(kind: GuestKind): Scenario {
  if (kind === 'quiet') return {};
  const run = [
    { agent: 'begin run' },
    { say: 'console', text: Array.from({ length: reports }, (_, index) => warning(index)).join('') },
    { say: 'log.run', text: ktap() },
    { agent: 'end run 1' },
  ] as const;
  return { at: { 'stage run': run } };
}

/** A warning with a stack, each in another function, so that no two are equal. */
function warning(index: number): string {
  const second = 3 + index;
  const line = (text: string): string => `[    ${second}.345678] ${text}\r\n`;
  return [
    '------------[ cut here ]------------',
    `WARNING: CPU: 0 PID: 71 at /src/driver/misbehave.c:${20 + index} misbehave_${index}+0x2a/0x50 [misbehave]`,
    'Modules linked in: misbehave(OE) 9p(E)',
    'CPU: 0 PID: 71 Comm: run Tainted: G           OE      6.1.0-56-amd64 #1  Debian 6.1.0-1',
    `RIP: 0010:misbehave_${index}+0x2a/0x50 [misbehave]`,
    'Call Trace:',
    ' <TASK>',
    ...Array.from({ length: 20 }, (_, frame) => ` called_by_${index}_${frame}+0x9a/0xf0`),
    ' </TASK>',
    '---[ end trace 0000000000000000 ]---',
  ]
    .map(line)
    .join('');
}

function ktap(): string {
  const lines = Array.from(
    { length: results },
    (_, index) => `${index % 100 === 99 ? 'not ok' : 'ok'} ${index + 1} case number ${index + 1} of the driver`,
  );
  return ['KTAP version 1', `1..${results}`, ...lines, ''].join('\n');
}
