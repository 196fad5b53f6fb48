import { appendToFile } from '../host/file-changes.ts';
import { secretToken } from '../host/token.ts';

/** Hands outputs, state and the summary to the runner, in the files it named; where it named none, nothing is handed over. */
export interface RunnerFiles {
  readonly output: (name: string, value: string) => void;
  /** Comes back in `post` as `STATE_name`. */
  readonly state: (name: string, value: string) => void;
  readonly summary: (markdown: string) => void;
}

export function runnerFiles(variable: (name: string) => string | undefined): RunnerFiles {
  const append = (file: string, text: string): void => {
    const path = variable(file);
    if (path !== undefined) appendToFile(path, text);
  };
  return {
    output: (name, value) => append('GITHUB_OUTPUT', keyValue(name, value)),
    state: (name, value) => append('GITHUB_STATE', keyValue(name, value)),
    summary: (markdown) => append('GITHUB_STEP_SUMMARY', markdown),
  };
}

/** The delimiter is random: no value can end itself early and go on as another. */
function keyValue(name: string, value: string): string {
  const delimiter = `qdt_${secretToken()}`;
  return `${name}<<${delimiter}\n${value}\n${delimiter}\n`;
}
