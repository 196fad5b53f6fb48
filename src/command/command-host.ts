import type { Installation } from '../app/installation.ts';
import { environmentVariable } from '../host/environment.ts';
import { invocation } from './invocation.ts';

/** What a command needs from its process. */
export interface CommandHost {
  readonly installation: Installation;
  /** The words that call this program, as the user typed them. */
  readonly invocation: readonly string[];
  readonly cwd: string;
  readonly write: (text: string) => void;
  readonly complain: (text: string) => void;
  readonly isTty: boolean;
  readonly color: boolean;
  readonly columns: () => number;
  readonly onSignal: (signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP', listener: () => void) => void;
  /** Ends the process at once. */
  readonly exit: (status: number) => never;
}

/** The real process. Colour follows the terminal, NO_COLOR and FORCE_COLOR. */
export function commandHost(installation: Installation): CommandHost {
  const { stdout, stderr } = process;
  const isTty = stdout.isTTY && environmentVariable('CI') === undefined;
  const forced = environmentVariable('FORCE_COLOR');
  return {
    installation,
    invocation: invocation(),
    cwd: process.cwd(),
    write: (text) => void stdout.write(text),
    complain: (text) => void stderr.write(text),
    isTty,
    color: environmentVariable('NO_COLOR') === undefined && (forced === undefined ? stdout.isTTY : forced !== '0'),
    columns: () => (stdout.isTTY ? stdout.columns : 100),
    onSignal: (signal, listener) => void process.on(signal, listener),
    exit: (status) => process.exit(status),
  };
}
