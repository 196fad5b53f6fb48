import { isMapping, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { readFileSync } from 'node:fs';
import { evaluateToken, type Contexts, type WorkflowToken } from './expression.ts';

/** A mapping in a workflow. Its values are evaluated on access. */
export interface Fields {
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  readonly get: (name: string, contexts: Contexts) => unknown;
  /** As a string; empty if absent. */
  readonly text: (name: string, contexts: Contexts) => string;
  /** The values of a mapping, as strings. */
  readonly texts: (name: string, contexts: Contexts) => Readonly<Record<string, string>>;
  /** A mapping, possibly empty. */
  readonly fields: (name: string) => Fields;
  readonly list: (name: string) => readonly Fields[];
}

/** A workflow file. @throws Error with the problems that GitHub's parser finds */
export function readWorkflowFile(path: string): Fields {
  const parsed = parseWorkflow({ name: path, content: readFileSync(path, 'utf8') }, new NoOperationTraceWriter());
  const errors = parsed.context.errors.getErrors();
  if (parsed.value === undefined || errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return fieldsOf(parsed.value);
}

function fieldsOf(token: WorkflowToken | undefined): Fields {
  const values = new Map<string, WorkflowToken>();
  if (token !== undefined && isMapping(token)) for (const { key, value } of token) values.set(key.toString(), value);
  const items = (name: string): readonly WorkflowToken[] => {
    const found = values.get(name);
    return found !== undefined && 'get' in found && 'count' in found
      ? Array.from({ length: found.count as number }, (_, index) =>
          (found.get as (index: number) => WorkflowToken)(index),
        )
      : [];
  };
  const get: Fields['get'] = (name, contexts) => {
    const found = values.get(name);
    return found === undefined ? undefined : evaluateToken(found, contexts);
  };
  return {
    names: [...values.keys()],
    has: (name) => values.has(name),
    get,
    text: (name, contexts) => textOf(get(name, contexts)),
    texts: (name, contexts) =>
      Object.fromEntries(Object.entries(get(name, contexts) ?? {}).map(([key, value]) => [key, textOf(value)])),
    fields: (name) => fieldsOf(values.get(name)),
    list: (name) => items(name).map(fieldsOf),
  };
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
