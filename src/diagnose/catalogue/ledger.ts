import type { ReportKind } from './report-kind.ts';

/**
 * What the ledger in the guest says (guest/ledger): what a module took and nobody gave back, or gave back twice or too
 * early.
 */
export const ledger: readonly ReportKind[] = [
  {
    kind: 'leak',
    needle: 'qdt-ledger: leak of ',
    header: /^qdt-ledger: leak of (?<what>[\w/ ]{1,80}?) from (?<call>\w{1,60}) in (?<func>[\w.$]{1,200}) \[/,
    title: 'leak of {what} from {call} in {guilty}',
    guilty: [{ from: 'header' }, { from: 'trace' }],
    keepsNumbers: true,
  },
  {
    kind: 'double-free',
    needle: 'qdt-ledger: double free of ',
    header: /^qdt-ledger: double free of (?<what>[\w/ ]{1,80}?) from (?<call>\w{1,60}) in (?<func>[\w.$]{1,200}) \[/,
    title: 'double free of {what} from {call} in {guilty}',
    guilty: [{ from: 'header' }, { from: 'trace' }],
    keepsNumbers: true,
  },
  {
    kind: 'use-after-free',
    needle: 'qdt-ledger: write after free of ',
    header:
      /^qdt-ledger: write after free of (?<what>[\w/ ]{1,80}?) from (?<call>\w{1,60}) in (?<func>[\w.$]{1,200}) \[/,
    title: 'write after free of {what} from {call} in {guilty}',
    guilty: [{ from: 'header' }, { from: 'trace' }],
    keepsNumbers: true,
  },
];
