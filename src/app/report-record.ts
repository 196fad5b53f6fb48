import type { RunListener } from '../event/event.ts';
import type { RecordPlace } from '../record/read-record.ts';
import { replayRecord, type Replay } from '../record/replay.ts';
import { restoreMark, writeResults } from './results-directory.ts';

/**
 * Replays a record and writes everything that is rendered from it beside it. A report that cannot be written is told,
 * and the run is not ok then.
 * @throws RecordDamaged, SystemError when the record cannot be read
 */
export function reportRecord(place: RecordPlace, listener: RunListener): Replay {
  const replay = replayRecord(place);
  const problems = [...restoreMark(place.directory), ...writeResults(place.directory, replay.results)];
  for (const message of problems) listener({ kind: 'warning', message });
  const { exitStatus } = replay.results;
  return problems.length === 0 || exitStatus !== 0
    ? replay
    : { ...replay, results: { ...replay.results, exitStatus: 1 } };
}
