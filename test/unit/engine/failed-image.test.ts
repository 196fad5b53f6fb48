import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryDirectory } from '../temporary-directory.ts';
import { runsOf, runThree } from './three-tests.ts';

it('a disk image that does not come up is waited for once: all its tests are errors with its reason', async () => {
  const image = join(temporaryDirectory(), 'root.img');
  writeFileSync(image, Buffer.alloc(1024 * 1024));
  const unready = {
    say: 'control',
    text: 'unready sshd.service did not start (failed); its journal ends: no key\n',
  } as const;
  const { outcome, launches } = await runThree({ asTemplate: { boot: [unready, { hang: true }] } }, { image });
  const reason = 'the disk image did not come up: sshd.service did not start (failed); its journal ends: no key';
  expect(runsOf(outcome).map(({ verdict }) => [verdict.outcome, verdict.ok, verdict.reason])).toEqual(
    Array.from({ length: 3 }, () => ['error', false, reason]),
  );
  for (const { record, startReason } of runsOf(outcome)) {
    expect(startReason).toBe('it was not started: the saved machine did not come up');
    expect(record.consolePath).toMatch(/^debian-6\.12-default\/boot\/template-1\//);
  }
  expect(launches).toBe(1);
});
