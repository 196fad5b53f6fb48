import type { Suite } from '../suite/suite.ts';

/** The module that pairs acquisitions and releases (guest/ledger), as the kernel names it. */
export const ledgerHelper = 'qdt_ledger';

/** Whether the ledger watches modules of a suite: those that it builds, unless it says no, and those that it names. */
export function wantsLedger({ moduleDirectories, leaks }: Suite): boolean {
  return leaks?.isOff !== true && (moduleDirectories.length > 0 || (leaks?.watched.length ?? 0) > 0);
}
