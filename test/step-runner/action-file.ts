import { convertActionTemplate, parseAction } from '@actions/workflow-parser/actions/index';
import { NoOperationTraceWriter } from '@actions/workflow-parser/templates/trace-writer';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

export interface ActionFile {
  readonly inputs: readonly {
    readonly name: string;
    readonly description: string;
    readonly default: string;
    readonly required: boolean;
  }[];
  readonly outputs: readonly { readonly name: string; readonly description: string }[];
  readonly main: string;
  readonly post: string;
}

/** action.yml as GitHub's own parser reads it. @throws Error with the problems that it finds */
export function readActionFile(): ActionFile {
  const parsed = parseAction(
    { name: 'action.yml', content: readFileSync(join(root, 'action.yml'), 'utf8') },
    new NoOperationTraceWriter(),
  );
  const errors = parsed.context.errors.getErrors();
  if (parsed.value === undefined || errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  const action = convertActionTemplate(parsed.context, parsed.value);
  const { runs } = action;
  if (runs.using !== 'node24') throw new Error(`expected node24, found ${runs.using}`);
  return {
    inputs: (action.inputs ?? []).map(({ id, description, required, default: value }) => ({
      name: id,
      description: description ?? '',
      required: required ?? false,
      default: value === undefined ? '' : value.toString(),
    })),
    outputs: (action.outputs ?? []).map(({ id, description }) => ({ name: id, description: description ?? '' })),
    main: (runs as { main: string }).main,
    post: (runs as { post: string }).post,
  };
}
