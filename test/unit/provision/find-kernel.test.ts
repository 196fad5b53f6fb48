import { describe, expect, it } from 'vitest';
import { parseKernelSpec } from '../../../src/plan/kernel-spec.ts';
import { releases } from '../../../src/provision/apt/releases.ts';
import { findKernel } from '../../../src/provision/kernel/find-kernel.ts';
import { listKernels } from '../../../src/provision/kernel/list-kernels.ts';
import { ProvisionError } from '../../../src/provision/provisioned.ts';
import { testContext } from './provision-context.ts';

const [debian] = releases;

async function refusal(text: string): Promise<string> {
  const parse = parseKernelSpec(text, '/');
  if (parse.kind === 'problem' || parse.spec.kind !== 'distribution') throw new Error(`${text} is no distribution's`);
  const error: unknown = await findKernel(parse.spec, debian, deadMirror()).catch((reason: unknown) => reason);
  return error instanceof ProvisionError ? error.message : String(error);
}

/** Nothing is there, which apt finds out at once. */
function deadMirror(): ReturnType<typeof testContext> {
  const uri = 'file:/nonexistent/debian';
  return {
    ...testContext(),
    mirrors: new Map([
      ['debian', uri],
      ['debian-security', uri],
    ]),
  };
}

describe('a kernel that a distribution does not have', () => {
  it('is answered with what there is, the nearest name first', async () => {
    expect(await refusal('debian:bookwurm')).toMatch(
      /^debian:bookwurm: no such kernel. There are, the nearest first: debian:bookworm, .*; also with -cloud and -rt.$/,
    );
    expect(await refusal('debian:constructor')).toContain('no such kernel');
  });

  it('is answered with the nearest version first, and with the reason of each place', async () => {
    const message = await refusal('debian:6.13');
    expect(message).toMatch(/^debian:6.13: not found.\n {2}trixie, trixie-security, trixie-backports: The package/);
    expect(message).toMatch(/There are, the nearest first: debian:6.12, debian:6.1, debian:5.10, /);
  });
});

it('the list of kernels gives the reason for each name that has none', async () => {
  const kernels = await listKernels(debian, deadMirror());
  expect(kernels.map(({ spec }) => spec)).toEqual(
    expect.arrayContaining(['debian:5.10', 'debian:newest-rt', 'debian:experimental-cloud']),
  );
  for (const { found } of kernels)
    expect(found).toEqual({ kind: 'none', reason: expect.stringContaining('could not be fetched') as string });
});
