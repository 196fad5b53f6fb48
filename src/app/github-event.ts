import { fieldOf } from '../bounds/parse-json.ts';
import { readJsonFile } from '../host/files/json-file.ts';
import { isSystemError } from '../host/system-error.ts';

/** Reads a variable that the CI system sets. */
export type Variable = (name: string) => string | undefined;

/** The event of a GitHub job, as GitHub wrote it; undefined when there is none, or it cannot be read. */
export function githubEvent(variable: Variable): unknown {
  const path = variable('GITHUB_EVENT_PATH');
  if (path === undefined) return undefined;
  try {
    return readJsonFile(path);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return undefined;
  }
}

/** The head commit of the pull request of an event; undefined for other events. */
export function eventHeadSha(event: unknown): string | undefined {
  const head = fieldOf(fieldOf(event, 'pull_request'), 'head');
  const sha = fieldOf(head, 'sha');
  return typeof sha === 'string' && /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(sha) ? sha : undefined;
}

/** A pull request shows its head commit, but the job runs on a merge commit that nobody looks at. */
export function githubHeadSha(variable: Variable): string | undefined {
  return eventHeadSha(githubEvent(variable)) ?? variable('GITHUB_SHA');
}
