import { provisionListener } from '../app/announce.ts';
import { cancelOnSignals } from '../command/cancel-on-signals.ts';
import type { CommandHost } from '../command/command-host.ts';
import { type ParsedArguments, UsageError } from '../command/parse-arguments.ts';
import { oneOf } from '../command/run-options.ts';
import { hostSystem, kernelDistributions } from '../provision/apt/releases.ts';
import { listKernels, type NamedKernel } from '../provision/kernel/list-kernels.ts';
import { createProvisionContext } from '../provision/provision-context.ts';
import { plainJson, plainLine } from '../text/escape-text.ts';
import { alignColumns } from '../text/text-width.ts';
import { startReporter } from './terminal-run.ts';

/** EX_UNAVAILABLE of sysexits.h: no mirror answered. */
const unavailable = 69;

/**
 * `list --kernels`: the names of kernels, and the version of each now. Exits with 69 if none could be looked up.
 * @throws UsageError
 */
export async function listKernelsCommand(args: ParsedArguments, host: CommandHost): Promise<number> {
  if (args.operands.length > 0) throw new UsageError('--kernels lists what --kernel accepts, and takes no suite.');
  const format = oneOf('--format', ['text', 'json'] as const, args.value('format')) ?? 'text';
  const kernels = await lookUp(host);
  const found = kernels.flatMap(({ found: answer, ...name }): Found[] =>
    answer.kind === 'release' ? [{ ...name, ...answer }] : [],
  );
  if (format === 'json') {
    const entries = kernels.map(({ spec, found: answer }) =>
      answer.kind === 'release'
        ? { spec, release: answer.release, suites: answer.suites }
        : { spec, release: null, reason: answer.reason },
    );
    host.write(`${plainJson({ kernels: entries }, 2)}\n`);
  } else {
    for (const line of [...table(found), ...reasons(kernels).map(plainLine)]) host.write(`${line}\n`);
    host.write(`\n${others}\n`);
  }
  return found.length > 0 ? 0 : unavailable;
}

const others = 'Any other kernel: a path to its bzImage or vmlinux. docs/kernels.md describes all ways to name one.';

async function lookUp(host: CommandHost): Promise<readonly NamedKernel[]> {
  const reporter = startReporter({ write: host.complain, isTty: host.isTty, verbose: false }, host);
  try {
    const progress = provisionListener(reporter.onEvent);
    const context = createProvisionContext({ progress, signal: cancelOnSignals(host, () => undefined, 'ends') });
    const kernels: NamedKernel[] = [];
    for (const release of kernelDistributions(hostSystem())) kernels.push(...(await listKernels(release, context)));
    return kernels;
  } finally {
    reporter.close();
  }
}

type Found = Omit<NamedKernel, 'found'> & Extract<NamedKernel['found'], { readonly kind: 'release' }>;

/** One line for a kernel and its flavours. */
function table(kernels: readonly Found[]): readonly string[] {
  const rows = kernels
    .filter(({ flavour }) => flavour === 'generic')
    .map(({ spec, release, suites }) => {
      const flavours = kernels.filter((other) => other.spec === `${spec}-${other.flavour}`);
      return [spec, release, flavours.map(({ flavour }) => `-${flavour}`).join(' '), suites.join(', ')];
    });
  return alignColumns([['SPEC', 'RELEASE NOW', 'ALSO', 'NEWEST OF'], ...rows]);
}

/** Names without a kernel, together where the reason is the same. */
function reasons(kernels: readonly NamedKernel[]): readonly string[] {
  const byReason = new Map<string, string[]>();
  for (const { spec, found } of kernels)
    if (found.kind === 'none') byReason.set(found.reason, [...(byReason.get(found.reason) ?? []), spec]);
  return [...byReason].map(([reason, specs]) => `not now: ${specs.join(', ')}: ${reason}`);
}
