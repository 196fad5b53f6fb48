import { appendToFile, replaceFrom } from '../host/file-changes.ts';
import { sizeOfFile } from '../host/read-text.ts';
import { secretToken } from '../host/token.ts';

/**
 * Hands outputs, state and the summary to the runner, in the files it named; where it named none, nothing is handed
 * over.
 */
export interface RunnerFiles {
  readonly output: (name: string, value: string) => void;
  /** Comes back in `post` as `STATE_name`. */
  readonly state: (name: string, value: string) => void;
  /** Takes the place of one that was given before. */
  readonly summary: (markdown: string) => void;
}

export function runnerFiles(variable: (name: string) => string | undefined): RunnerFiles {
  const append = (file: string, text: string): void => {
    const path = variable(file);
    if (path !== undefined) appendToFile(path, text);
  };
  let summaryAt: number | undefined;
  const summary = (markdown: string): void => {
    const path = variable('GITHUB_STEP_SUMMARY');
    if (path !== undefined) replaceFrom(path, (summaryAt ??= sizeOfFile(path)), markdown);
  };
  return {
    output: (name, value) => append('GITHUB_OUTPUT', keyValue(name, value)),
    state: (name, value) => append('GITHUB_STATE', keyValue(name, value)),
    summary,
  };
}

/** The delimiter is random: no value can end itself early and go on as another. */
function keyValue(name: string, value: string): string {
  const delimiter = `qdt_${secretToken()}`;
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
