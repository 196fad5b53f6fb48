import { createHash } from 'node:crypto';
import { embedJson } from '../html/embed-json.ts';
import script from '../html/client/history/main.ts?bundled';
import style from './history.css?bundled';
import type { HistoryData } from './history-data.ts';

/** Tells our page from one that somebody else wrote. */
export const historyMark = '<meta name="generator" content="qemu-driver-test history">';

/** `index.html`: the whole history as one page that loads nothing. Text in the records is data, never markup. */
export function renderHistory(data: HistoryData): string {
  const policy =
    `default-src 'none'; script-src '${hashOf(script)}'; style-src '${hashOf(style)}'; base-uri 'none'; ` +
    `form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
${historyMark}
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>Driver history · qemu-driver-test</title>
<style>${style}</style>
</head>
<body>
<noscript>This page needs scripts, which are disabled here. The records are in history/ beside it.</noscript>
<script type="application/json" id="data">${embedJson(data)}</script>
<script>${script}</script>
</body>
</html>
`;
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
