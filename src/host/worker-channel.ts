import { writeSync } from 'node:fs';

/** For a worker: a message to the process that started it. */
export function tellStarter(message: object): void {
  writeSync(3, `${JSON.stringify(message)}\n`);
}

/** For a worker: sees what its libraries print; it is printed all the same. */
export function watchOutput(onText: (text: string) => void): void {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (chunk: string | Uint8Array, ...rest: never[]): boolean => {
    if (typeof chunk === 'string') onText(chunk);
    return write(chunk, ...rest);
  };
}
