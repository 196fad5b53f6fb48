import script from '../html/client/history/main.ts?bundled';
import { selfContainedPage } from '../html/page-shell.ts';
import style from './history.css?bundled';
import type { HistoryData } from './history-data.ts';

/** Tells our page from one that somebody else wrote. */
export const historyMark = '<meta name="generator" content="qemu-driver-test history">';

/** `index.html`: the whole history as one page that loads nothing. */
export function renderHistory(data: HistoryData): string {
  const pieces = selfContainedPage({
    title: 'Driver history',
    head: `${historyMark}\n`,
    style,
    script,
    data,
    withoutScripts: 'The records are in history/ beside it.',
  });
  return [...pieces].join('');
}
