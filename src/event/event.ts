/** The events of a run. The engine prints nothing; terminal, annotations and logs listen. */
export type RunEvent =
  | { readonly kind: 'provision-begin'; readonly what: string; readonly activity: string }
  | {
      readonly kind: 'provision-end';
      readonly what: string;
      readonly ended: 'done' | 'failed';
      readonly durationMs: number;
    }
  /** How far a long step is. */
  | { readonly kind: 'provision-step'; readonly what: string; readonly detail: string }
  | { readonly kind: 'warning'; readonly message: string }
  /** A line for the header: a version that was provided, the expected speed. */
  | {
      readonly kind: 'fact';
      readonly topic: 'tests' | 'QEMU' | 'kernels' | 'modules' | 'compiler' | 'order' | 'speed' | 'counted';
      readonly text: string;
    }
  /**
   * A suite's modules did not build for a kernel. Contains the output of make and the compiler. `log`: the file with
   * all of it, as a path for the user; undefined: there is none.
   */
  | {
      readonly kind: 'build-failed';
      readonly suite: string;
      readonly kernel: string;
      readonly directory: string;
      readonly output: string;
      readonly log: string | undefined;
    }
  /** `tests`: the number over all cells; each runs `repeat` times. */
  | {
      readonly kind: 'run-begin';
      readonly suites: readonly string[];
      readonly cells: readonly string[];
      readonly tests: number;
      readonly repeat: number;
      readonly jobs: number;
    }
  /** More tests were planned: so many runs of them over all cells. */
  | { readonly kind: 'run-more'; readonly tests: number }
  | { readonly kind: 'test-begin'; readonly id: string; readonly cell: string }
  | {
      readonly kind: 'test-end';
      readonly id: string;
      readonly cell: string;
      readonly outcome: string;
      readonly ok: boolean;
      readonly reason: string;
      readonly durationMs: number;
    }
  | { readonly kind: 'cancelling'; readonly reason: string }
  /** So many tests were not as expected that no more are started. Those under way go on. */
  | { readonly kind: 'stopping'; readonly failures: number };

export type RunListener = (event: RunEvent) => void;
