import type { CompilerSpec } from '../plan/compiler-spec.ts';
import type { OptionsInForce } from '../results/reproduce.ts';

/** How the tests of a plan are run, as the user chose. */
export interface RunChoices {
  readonly accel: 'auto' | 'kvm' | 'tcg';
  readonly jobs: number | 'auto';
  readonly start: 'auto' | 'clone' | 'cold';
  /** What builds the modules. */
  readonly compiler: CompilerSpec;
  /** `reused`: machines that an earlier run saved are cloned, and not booted again. */
  readonly templates: 'reused' | 'new';
  /** How many times each test runs. */
  readonly repeat: number;
  /** After how many tests that are not as expected no more are started; undefined: all are started. */
  readonly bail: number | undefined;
  /** Puts the machines in the order that this makes; undefined: the longest first. */
  readonly shuffleSeed: number | undefined;
  /** Whether it is measured which lines of the modules run. */
  readonly coverage: boolean;
  /** Whether a machine that hangs leaves its memory. */
  readonly memoryDump: boolean;
  /** What the user gave, for the command that runs a test again. */
  readonly reproduceWith: Omit<OptionsInForce, 'suitePath'>;
}
