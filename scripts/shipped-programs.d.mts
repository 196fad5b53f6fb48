/** The types of shipped-programs.mjs, for tests. */
export interface ShippedProgram {
  readonly name: string;
  readonly directory: string;
  readonly compiler: string;
  readonly flags: readonly string[];
}

/** @throws Error when there is none */
export function programNamed(name: string): ShippedProgram;

export function shippedPath(program: ShippedProgram): string;

export function build(
  program: ShippedProgram,
  output: string,
  choices?: { readonly compiler?: string; readonly without?: readonly string[]; readonly instead?: readonly string[] },
): void;
