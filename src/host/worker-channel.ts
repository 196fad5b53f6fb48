import { writeSync } from 'node:fs';

/** For a worker: a message to the process that started it. */
export function tellStarter(message: object): void {
  writeSync(3, `${JSON.stringify(message)}\n`);
}
