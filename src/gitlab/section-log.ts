import type { JobOutput } from '../job/job-output.ts';
import { colouredText, defuseGitlabMarkup, plainText } from '../text/escape-text.ts';
import { cutLine } from '../text/text-width.ts';

/** GitLab cuts a log at 4 MiB, so an overlong line would take the room of others. */
const maxColumns = 4000;
const titleColumns = 200;
/** GitLab wants exactly this form of it. */
const clearLine = '\x1b[0K';

export interface LogPorts {
  readonly write: (text: string) => void;
  /** Wall clock. */
  readonly nowMs: () => number;
}

/**
 * The log of a job. GitLab collapses what stands between two markers, which are escape sequences in the text. Most of
 * the text comes from a guest, so every escape sequence except colours is removed, and so is the markers' word.
 */
export class SectionLog implements JobOutput {
  readonly #ports: LogPorts;
  #count = 0;
  #open: string | undefined;

  constructor(ports: LogPorts) {
    this.#ports = ports;
  }

  /** Whole lines. Colours stay. */
  readonly text = (text: string): void => {
    if (text !== '') this.#ports.write(shown(text.endsWith('\n') ? text : `${text}\n`));
  };

  readonly warn = (message: string): void => this.text(`warning: ${plainText(message)}`);

  /** Sections are not nested: one that is open ends here. */
  readonly beginFold = (title: string): void => {
    this.endFold();
    this.#count += 1;
    this.#open = `qemu_driver_test_${this.#count}`;
    const words = cutLine(defuseGitlabMarkup(plainText(title)).replace(/\s+/g, ' '), titleColumns);
    this.#mark('start', `${this.#open}[collapsed=true]`, words);
  };

  readonly endFold = (): void => {
    if (this.#open !== undefined) this.#mark('end', this.#open, '');
    this.#open = undefined;
  };

  #mark(what: 'start' | 'end', name: string, title: string): void {
    const seconds = Math.floor(this.#ports.nowMs() / 1000);
    this.#ports.write(`${clearLine}section_${what}:${seconds}:${name}\r${clearLine}${title}\n`);
  }
}

function shown(text: string): string {
  return defuseGitlabMarkup(colouredText(text))
    .split('\n')
    .map((line) => cutLine(line, maxColumns))
    .join('\n');
}
