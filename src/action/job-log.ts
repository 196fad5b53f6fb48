import { endGroup, error, notice, startGroup, warning } from '@actions/core';
import { colouredText, defuseCommands, plainText } from '../text/escape-text.ts';
import { cutLine } from '../text/text-width.ts';
import { type Annotation, fitted, maxPerLevel } from './annotation.ts';

/** The runner takes minutes for an overlong line. */
const maxColumns = 4000;

/**
 * The step's log. The runner scans every line for commands, and most of the text comes from a guest. So all text is
 * written between `::stop-commands::` and its token, which is random and new each time; commands are written outside.
 * Everything goes to one stream, to keep the order.
 */
export class JobLog {
  readonly #newToken: () => string;
  #token: string | undefined;

  constructor(newToken: () => string) {
    this.#newToken = newToken;
  }

  /** An annotation that GitHub shows on its line. */
  readonly annotate = (annotation: Annotation): void => {
    this.#resume();
    const { level, file, line, title, message } = fitted(annotation);
    annotators[level](message, {
      title,
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { startLine: line }),
    });
  };

  /** Prints whole lines that the runner does not interpret. Colours stay; other escape sequences are removed. */
  readonly text = (text: string): void => {
    if (text === '') return;
    this.#stop();
    write(shown(text.endsWith('\n') ? text : `${text}\n`));
  };

  /** Prints text in a collapsed group. */
  readonly folded = (title: string, text: string): void => {
    this.beginFold(title);
    this.text(text);
    this.endFold();
  };

  readonly beginFold = (title: string): void => {
    this.#resume();
    startGroup(oneLine(title));
  };

  readonly endFold = (): void => {
    this.#resume();
    endGroup();
  };

  /** Call this before the process ends, and before anything else writes to the same log. */
  readonly close = (): void => this.#resume();

  #stop(): void {
    if (this.#token !== undefined) return;
    this.#token = this.#newToken();
    write(`::stop-commands::${this.#token}\n`);
  }

  #resume(): void {
    if (this.#token === undefined) return;
    write(`::${this.#token}::\n`);
    this.#token = undefined;
  }
}

const annotators = { error, warning, notice } as const;

/** The stream to which the toolkit writes its commands, too. */
function write(text: string): void {
  process.stdout.write(text);
}

function shown(text: string): string {
  return defuseCommands(colouredText(text))
    .split('\n')
    .map((line) => cutLine(line, maxColumns))
    .join('\n');
}

/** Encodes the text of a command, which may come from a guest, too: it cannot end the command or start another. */
function oneLine(title: string): string {
  return cutLine(defuseCommands(plainText(title)).replace(/\s+/g, ' '), 200);
}

/** Warnings of the step. They are annotations up to GitHub's limit, and plain log lines after that. */
export class StepWarnings {
  readonly #log: JobLog;
  #count = 0;

  constructor(log: JobLog) {
    this.#log = log;
  }

  readonly add = (message: string): void => {
    this.#count += 1;
    const annotation: Annotation = {
      level: 'warning',
      file: undefined,
      line: undefined,
      title: 'qemu-driver-test',
      message: plainText(message),
    };
    if (this.#count <= maxPerLevel) this.#log.annotate(annotation);
    else this.#log.text(`warning: ${message}`);
  };
}
