import { resolve } from 'node:path';
import { parseFlavours } from './kernel-flavours.ts';
import type { KernelSpec } from './plan.ts';
import { type SpecParse, specProblem } from './plan-problem.ts';

/** As of kernels that are not built: a version, or a suite whose name may have a dash itself; then a variant. */
const seriesPattern = /^(\d+\.\d+|[a-z]+(?:-backports)?)(?:-(.+))?$/;
const treeForm = 'A source tree is tree:PATH, tree:PATH+FLAVOUR+FLAVOUR or tree:PATH#config=FILE.';

/** `debian:6.12+kasan+lockdep`: the distribution's kernel source. `rest`: what stands behind the colon. */
export function parsePackagedSource(text: string, distribution: string, rest: string): SpecParse<KernelSpec> {
  const at = rest.indexOf('+');
  const series = rest.slice(0, at);
  const [, plainSeries, variant] = seriesPattern.exec(series) ?? [];
  if (plainSeries === undefined)
    return specProblem(
      `${text}: expected a series such as 6.12, or the name of a suite, before +, found ${JSON.stringify(series)}`,
      `Kernels with flavours are built from source, for example ${distribution}:6.12+kasan.`,
    );
  if (variant !== undefined)
    return specProblem(
      `${text}: expected a series such as ${plainSeries} before +, found ${JSON.stringify(series)}`,
      `A kernel that is built from source has a configuration of its own. Did you mean ` +
        `${distribution}:${plainSeries}${rest.slice(at)}?`,
    );
  const flavours = parseFlavours(text, rest.slice(at));
  if (flavours.kind === 'problem') return flavours;
  const source = { kind: 'package', distribution, series: plainSeries } as const;
  return { kind: 'spec', spec: { kind: 'source', text, source, flavours: flavours.spec } };
}

/** `tree:PATH[+flavours][#config=FILE]`. A path that has a `+` itself ends in a slash. */
export function parseTreeSource(text: string, rest: string, baseDirectory: string): SpecParse<KernelSpec> {
  const [, place = '', config] = /^(.*?)(?:#config=(.*))?$/s.exec(rest) ?? [];
  const [, path = '', words = ''] = /^(.*?)((?:\+[^/+]*)*)$/s.exec(place) ?? [];
  if (path === '') return specProblem(`${text}: expected the path of a kernel source tree, found nothing`, treeForm);
  if (config === '') return specProblem(`${text}: expected a file after #config=, found nothing`, treeForm);
  if (config === undefined && place.includes('#'))
    return specProblem(
      `${text}: expected #config=FILE, found ${JSON.stringify(place.slice(place.indexOf('#')))}`,
      treeForm,
    );
  const flavours = parseFlavours(text, words);
  if (flavours.kind === 'problem')
    return specProblem(
      flavours.problem.message,
      `${flavours.problem.hint ?? ''} If the + belongs to the path, end the path in a slash.`,
    );
  const source = {
    kind: 'tree',
    path: resolve(baseDirectory, path),
    config: config === undefined ? undefined : resolve(baseDirectory, config),
  } as const;
  return { kind: 'spec', spec: { kind: 'source', text, source, flavours: flavours.spec } };
}
