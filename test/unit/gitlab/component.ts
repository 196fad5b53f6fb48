import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../step-runner/action-file.ts';

export const componentFile = join(root, 'templates/driver-test.yml');

/** An input as the header of the component declares it. */
export interface DeclaredInput {
  readonly name: string;
  readonly type: string;
  readonly hasDefault: boolean;
  readonly description: string;
}

export interface Component {
  readonly text: string;
  readonly inputs: readonly DeclaredInput[];
}

/** Reads the inputs from the header, in which each has two blanks more than the one above it. */
export function readComponent(): Component {
  const text = readFileSync(componentFile, 'utf8');
  const header = text.slice(0, text.indexOf('\n---\n'));
  const parts = header.split(/^ {4}(?=[a-z-]+:$)/m).slice(1);
  return { text, inputs: parts.map(declared) };
}

function declared(part: string): DeclaredInput {
  const field = (name: string): string | undefined => new RegExp(`^ {6}${name}: (.*)$`, 'm').exec(part)?.[1];
  const folded = /^ {6}description: >-\n((?: {8}.*\n?)+)/m.exec(part)?.[1];
  return {
    name: part.slice(0, part.indexOf(':')),
    type: field('type') ?? '',
    hasDefault: field('default') !== undefined,
    description: (folded ?? field('description') ?? '').replace(/\s+/g, ' ').replace(/^'|'$/g, '').trim(),
  };
}
