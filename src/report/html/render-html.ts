import { createHash } from 'node:crypto';
import type { Results } from '../../results/results.ts';
import script from './client/main.ts?bundled';
import { embedJson } from './embed-json.ts';
import { pageContents, type PageSources } from './page-contents.ts';
import style from './page.css?bundled';

/**
 * `report.html`: the results as one self-contained page; the files that it links to are beside it. A guest's text is
 * data, never markup. The content security policy allows only the script and the style below.
 */
export function renderHtml(results: Results, sources: PageSources): string {
  const data = pageContents(results, sources);
  const policy =
    `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; base-uri 'none'; ` +
    `form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${results.exitStatus === 0 ? 'As expected' : 'Not as expected'} · qemu-driver-test</title>
<style>${style}</style>
</head>
<body>
<noscript>This page needs scripts, which are disabled here. See summary.md beside this file instead.</noscript>
<script type="application/json" id="data">${embedJson(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
