import type { ProvisionContext } from '../../provision-context.ts';
import { withProgress } from '../../provisioned.ts';
import { countBuild, durationWords, expectedPace, rememberPace } from './build-progress.ts';
import type { KernelBuild } from './kernel-build.ts';
import { runMake } from './run-make.ts';

export interface Compilation {
  /** Builds with the same text have about the same number of files. */
  readonly kind: string;
  /** Whether objects of an earlier build are there. */
  readonly isIncremental: boolean;
  /** What is kept of it, in a sentence. */
  readonly kept: string;
}

const tellEveryMs = 1000;
/** A pace that is worth remembering comes from a whole build. */
const leastFiles = 500;

/** Compiles and links a configured kernel, and tells how far it is. @throws ProvisionError when it does not build */
export async function compileKernel(
  build: KernelBuild,
  { kind, isIncremental, kept }: Compilation,
  context: ProvisionContext,
): Promise<void> {
  const { title, tools } = build;
  const pace = expectedPace(context, kind, tools.jobs);
  if (!isIncremental) {
    const duration = durationWords(pace.files * pace.msPerFile);
    const text = `${title} is built from source now, which takes ${duration} on ${tools.jobs} processors. ${kept}`;
    context.progress({ kind: 'fact', text });
  }
  const startedMs = performance.now();
  const counter = countBuild(pace, () => performance.now());
  const what = title;
  const timer = setInterval(
    () =>
      context.progress({ kind: 'step', what, detail: isIncremental ? `${counter.files()} files` : counter.words() }),
    tellEveryMs,
  );
  try {
    await withProgress(context.progress, { what, activity: 'building' }, () =>
      runMake(build, { targets: ['bzImage', 'modules'], during: 'building', onOutput: counter.onOutput }, context),
    );
  } finally {
    clearInterval(timer);
  }
  const files = counter.files();
  if (files >= leastFiles)
    rememberPace(context, kind, { files, msPerFile: Math.round((performance.now() - startedMs) / files) });
}
