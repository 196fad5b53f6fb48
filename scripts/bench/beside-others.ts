import { duration, table, times } from './markdown.ts';
import type { VersionFigures } from './release.ts';
import type { Spread } from './statistics.ts';
import type { BesideVirtmeNg } from './virtme-ng.ts';

/** The sections that compare this version with release 0.1.0 and with virtme-ng. */
export function besideOthers(
  versions: readonly VersionFigures[],
  virtmeNg: BesideVirtmeNg | undefined,
): readonly string[] {
  return [
    '## Beside release 0.1.0',
    versionTable(versions),
    aboutVersions,
    '## Beside virtme-ng',
    ...(virtmeNg === undefined ? ['Not measured: there was no `vng` in PATH.'] : virtmeNgSection(virtmeNg)),
  ];
}

const spread = ({ median, least }: Spread): string => `${duration(median)} (${duration(least)})`;

function versionTable(versions: readonly VersionFigures[]): string {
  return table(
    ['version', ' a clone, launch to end of QEMU', ' 100 tests, two at a time', ' processor time per test'],
    versions.map(({ version, cloneMs, hundredMs, cpuMsPerTest }) => [
      version,
      spread(cloneMs),
      spread(hundredMs),
      duration(cpuMsPerTest),
    ]),
  );
}

const aboutVersions = [
  'Both versions run the same trivial tests by turns, as users run them, on the same kernel, each with a warm',
  'store. The first two boot their machine in every run: 0.1.0 keeps none, and this version has `--fresh`. The third',
  'starts from the machine that an earlier run has kept, as every later run does. The processor time is that of the',
  'whole command with 100 tests, QEMU included, divided by the number of tests.',
].join('\n');

function virtmeNgSection({ version, oursMs, oursCpuMs, virtmeNgMs, virtmeNgCpuMs }: BesideVirtmeNg): readonly string[] {
  return [
    table(
      ['', ' the whole command', ' processor time', ' ratio'],
      [
        [`virtme-ng ${version}`, spread(virtmeNgMs), duration(virtmeNgCpuMs), '1.00 times'],
        [
          'a run of one test, everything warm',
          spread(oursMs),
          duration(oursCpuMs),
          times(virtmeNgMs.median / oursMs.median),
        ],
      ],
    ),
    [
      'The same command, `uname -r`, in a guest with the same kernel, under the same QEMU, by turns. virtme-ng is as',
      'Debian packages it. It boots the kernel for each command, with the root of the host. A run of ours starts from',
      'a machine that an earlier run has kept, and writes its results.',
    ].join('\n'),
  ];
}
