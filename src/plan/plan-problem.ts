/** Why options do not form a plan: what was expected, what was found, and what to do. */
export interface PlanProblem {
  readonly message: string;
  readonly hint: string | undefined;
}

/** The meaning of an option's text, or what is wrong with it. */
export type SpecParse<Spec> =
  | { readonly kind: 'spec'; readonly spec: Spec }
  | { readonly kind: 'problem'; readonly problem: PlanProblem };

export function specProblem(
  message: string,
  hint: string,
): { readonly kind: 'problem'; readonly problem: PlanProblem } {
  return { kind: 'problem', problem: { message, hint } };
}

/** The message, and the hint on its own line. */
export function formatPlanProblem({ message, hint }: PlanProblem): string {
  return hint === undefined ? message : `${message}\n  hint: ${hint}`;
}
