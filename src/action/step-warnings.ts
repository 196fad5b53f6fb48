import { plainText } from '../report/escape-text.ts';
import { annotationCommand, maxPerLevel, type Annotation } from './annotation.ts';
import type { JobLog } from './job-log.ts';

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
    if (this.#count <= maxPerLevel) this.#log.command(annotationCommand(annotation));
    else this.#log.text(`warning: ${message}`);
  };
}
