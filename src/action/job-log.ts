import { endGroup, error, notice, startGroup, warning } from '@actions/core';
import { defuseCommands, plainText } from '../text/escape-text.ts';
import { cutLine } from '../text/text-width.ts';
import { type Annotation, fitted, maxPerLevel } from './annotation.ts';

/** A runner spends minutes on a line that is too long. */
const maxColumns = 4000;
const colour = /(\x1b\[[0-9;]*m)/;

/**
 * The step's log. The runner reads every line for commands, and most of what we show was printed by a guest, or names
 * what a guest named: so all text stands between `::stop-commands::` and its token, which is new each time and known to
 * nobody before, and commands stand outside. One stream, so that they stay in order.
 */
export class JobLog {
  readonly #newToken: () => string;
  #token: string | undefined;

  constructor(newToken: () => string) {
    this.#newToken = newToken;
  }

  /** A remark that GitHub shows on its line. */
  readonly annotate = (annotation: Annotation): void => {
    this.#resume();
    const { level, file, line, title, message } = fitted(annotation);
    annotators[level](message, {
      title,
      ...(file === undefined ? {} : { file }),
      ...(line === undefined ? {} : { startLine: line }),
    });
  };

  /** Whole lines that are shown and not obeyed. Colours stay, every other escape sequence goes. */
  readonly text = (text: string): void => {
    if (text === '') return;
    this.#stop();
    write(shown(text.endsWith('\n') ? text : `${text}\n`));
  };

  /** Text in a fold of its own. */
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

  /** Before the process ends, and whenever somebody else may write to the same log. */
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

/** Where the toolkit writes its commands, too. */
function write(text: string): void {
  process.stdout.write(text);
}

function shown(text: string): string {
  const plain = text
    .split(colour)
    .map((piece, index) => (index % 2 === 1 ? piece : plainText(piece)))
    .join('');
  return defuseCommands(plain)
    .split('\n')
    .map((line) => cutLine(line, maxColumns))
    .join('\n');
}

/** A command's text may come from a guest as well: it cannot leave the command, and looks like no other. */
function oneLine(title: string): string {
  return cutLine(defuseCommands(plainText(title)).replace(/\s+/g, ' '), 200);
}

/** Warnings of the step: at once while GitHub keeps them, and then in the log alone. */
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
