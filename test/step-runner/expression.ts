import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { isBasicExpression, isBoolean, isMapping, isNumber, isSequence, isString } from '@actions/workflow-parser';

/** A part of a workflow as GitHub's own parser reads it. */
export type WorkflowToken = Parameters<typeof isMapping>[0];
/** The names available to expressions: `inputs`, `needs`, `matrix` … */
export type Contexts = Readonly<Record<string, unknown>>;

/** A workflow value with all its expressions evaluated by GitHub's own evaluator. */
export function evaluateToken(token: WorkflowToken, contexts: Contexts): unknown {
  if (isMapping(token))
    return Object.fromEntries([...token].map(({ key, value }) => [key.toString(), evaluateToken(value, contexts)]));
  if (isSequence(token))
    return Array.from({ length: token.count }, (_, index) => evaluateToken(token.get(index), contexts));
  if (isBasicExpression(token)) return evaluate(token.expression, contexts);
  return isBoolean(token) || isNumber(token) || isString(token) ? token.value : undefined;
}

/** Jobs only succeed or fail here, because no test cancels a workflow. */
const functions = [
  ['always', true],
  ['cancelled', false],
] as const;

function evaluate(expression: string, contexts: Contexts): unknown {
  const extensions = functions.map(([name, value]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(value),
  }));
  const parsed = new Parser(new Lexer(expression).lex().tokens, Object.keys(contexts), extensions).parse();
  const known = JSON.parse(JSON.stringify(contexts), data.reviver) as data.Dictionary;
  const value = new Evaluator(
    parsed,
    known,
    new Map(extensions.map((extension) => [extension.name, extension])),
  ).evaluate();
  return JSON.parse(JSON.stringify(value, data.replacer)) as unknown;
}
