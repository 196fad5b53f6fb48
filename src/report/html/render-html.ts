import type { Results } from '../../results/results.ts';
import script from './client/main.ts?bundled';
import { pageContents, type PageSources } from './page-contents.ts';
import { selfContainedPage } from './page-shell.ts';
import style from './page.css?bundled';

/** `report.html`: the results as one self-contained page, in pieces; the files that it links to are beside it. */
export function htmlPieces(results: Results, sources: PageSources): Generator<string> {
  return selfContainedPage({
    title: results.exitStatus === 0 ? 'As expected' : 'Not as expected',
    style,
    script,
    data: pageContents(results, sources),
    withoutScripts: 'See summary.md beside this file instead.',
  });
}
