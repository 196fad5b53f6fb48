import { join } from 'node:path';
import type { GitlabWork } from './read-inputs.ts';

/**
 * Files that the component names, too (a test compares them), relative to the project's directory. GitLab takes caches,
 * artifacts and reports only from below it.
 */
export const places = {
  /** The results: of the run, or of all shards after the merge. */
  results: 'qdt-results',
  /** A shard has its results in a directory with its number: GitLab unpacks all artifacts into one place. */
  parts: 'qdt-parts',
  junit: 'qdt-gitlab/junit.xml',
  codeQuality: 'qdt-gitlab/code-quality.json',
  coverage: 'qdt-gitlab/cobertura.xml',
  outputs: 'qdt-gitlab/outputs.env',
  /** What GitLab keeps for the next pipeline. */
  cache: '.qdt-cache',
} as const;

export function resultsPlace(work: GitlabWork): string {
  return work.kind === 'shard' ? join(places.parts, work.index) : places.results;
}
