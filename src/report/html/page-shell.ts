import { createHash } from 'node:crypto';
import { embeddedPieces } from './embed-json.ts';

export interface PageParts {
  readonly title: string;
  /** Elements of the head, each on a line of its own. */
  readonly head?: string;
  readonly style: string;
  readonly script: string;
  /** What the script shows. A guest's text is data, never markup. */
  readonly data: object;
  /** For a browser without scripts. */
  readonly withoutScripts: string;
}

/**
 * A page that loads nothing, in pieces. Its content security policy allows only its own script and style. As one text,
 * its data would take several times its size while it is made.
 */
export function* selfContainedPage({
  title,
  head = '',
  style,
  script,
  data,
  withoutScripts,
}: PageParts): Generator<string> {
  const policy =
    `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; base-uri 'none'; ` +
    `form-action 'none'`;
  yield `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
${head}<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title} · qemu-driver-test</title>
<style>${style}</style>
</head>
<body>
<noscript>This page needs scripts, which are disabled here. ${withoutScripts}</noscript>
<script type="application/json" id="data">`;
  yield* embeddedPieces(data);
  yield `</script>
<script>${script}</script>
</body>
</html>
`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
