import { bounds } from '../../bounds/bounds.ts';
import { foldHistory } from '../../results/history/fold-history.ts';
import type { HistoryRecord } from '../../results/history/history-record.ts';
import { embeddedBytes } from '../html/embed-json.ts';
import { encodeHistory } from './encode-history.ts';
import type { HistoryData } from './history-data.ts';

/** What a page of these runs shows. If it were too large, it has fewer commits, and says so. */
export function fitHistory(
  records: readonly HistoryRecord[],
  version: string,
  maxBytes: number = bounds.history.pageBytes,
): HistoryData {
  let data = encodeHistory(foldHistory(records), version);
  while (data.commits.length > 1 && embeddedBytes(data) > maxBytes)
    data = encodeHistory(foldHistory(records, Math.floor(data.commits.length / 2)), version);
  return data;
}
