/** Why an option, or the options together, make no plan: what was expected and found, and the next move. */
export interface PlanProblem {
  readonly message: string;
  readonly hint: string | undefined;
}

/** What an option's text means, or why it means nothing. */
export type SpecParse<Spec> =
  | { readonly kind: 'spec'; readonly spec: Spec }
  | { readonly kind: 'problem'; readonly problem: PlanProblem };

export function specProblem(
  message: string,
  hint: string,
): { readonly kind: 'problem'; readonly problem: PlanProblem } {
  return { kind: 'problem', problem: { message, hint } };
}

/** The message and, on a line of its own, the hint. */
export function formatPlanProblem({ message, hint }: PlanProblem): string {
  return hint === undefined ? message : `${message}\n  hint: ${hint}`;
}
