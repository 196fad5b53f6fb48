/** This program as it is installed: its version, and where its own files lie. */
export interface Installation {
  readonly version: string;
  /** The files that go into every guest. */
  readonly guestDirectory: string;
  /** The library that has QEMU copy itself. */
  readonly forkServer: string;
  /** The suite of the command `smoke`. */
  readonly smokeDirectory: string;
  /** The program that serves device models. */
  readonly deviceHostProgram: string;
  /** The thread that judges. */
  readonly judgeProgram: string;
  /** The suites of `selftest`. */
  readonly selftestDirectory: string;
}
