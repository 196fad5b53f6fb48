import { join } from 'node:path';
import { readTextIfThere } from '../../../host/files/file-facts.ts';

/** A place where Kconfig defines a symbol. */
export interface SymbolDefinition {
  /** Whether a configuration can set it; otherwise only other symbols select it. */
  readonly hasPrompt: boolean;
  /** Expressions that must all hold: its own, and those of the menus and conditions around it. */
  readonly depends: readonly string[];
}

export type SymbolDefinitions = ReadonlyMap<string, readonly SymbolDefinition[]>;

/** Kernels have about 1,700 files of Kconfig, none of them larger than 110 KB. */
const maxFiles = 10_000;

/**
 * Reads all files of Kconfig of a kernel tree, for x86. Only what is needed to say why a symbol cannot be set: kbuild's
 * own program decides what is set.
 */
export function readKconfig(tree: string): SymbolDefinitions {
  const reader = new KconfigReader(tree);
  reader.read('Kconfig');
  return reader.symbols;
}

interface OpenDefinition {
  readonly name: string | undefined;
  hasPrompt: boolean;
  readonly depends: string[];
}

/** Kept while reading: blocks around a line, each with its conditions. */
class KconfigReader {
  readonly symbols = new Map<string, SymbolDefinition[]>();
  readonly #tree: string;
  readonly #read = new Set<string>();
  readonly #blocks: { readonly kind: string; readonly depends: string[] }[] = [];
  #open: OpenDefinition | undefined;

  constructor(tree: string) {
    this.#tree = tree;
  }

  read(path: string): void {
    if (this.#read.size >= maxFiles || this.#read.has(path)) return;
    this.#read.add(path);
    for (const line of linesWithoutHelp(readTextIfThere(join(this.#tree, path)) ?? '')) this.#take(line);
    this.#close();
  }

  #take(line: string): void {
    const [, keyword = '', rest = ''] = /^\s*([a-z_]+)\b\s*(.*)$/.exec(line) ?? [];
    switch (keyword) {
      case 'config':
      case 'menuconfig':
        this.#begin(rest.trim());
        break;
      case 'source':
        this.#close();
        this.read(rest.replaceAll('"', '').replaceAll('$(SRCARCH)', 'x86').trim());
        break;
      case 'if':
        this.#enter('if', [rest]);
        break;
      case 'menu':
      case 'choice':
        this.#enter(keyword, []);
        break;
      case 'endif':
      case 'endmenu':
      case 'endchoice':
        this.#close();
        this.#blocks.pop();
        break;
      case 'comment':
        this.#close();
        this.#open = { name: undefined, hasPrompt: false, depends: [] };
        break;
      case 'depends':
        this.#depend(rest.replace(/^on\s+/, ''));
        break;
      case 'bool':
      case 'tristate':
      case 'int':
      case 'hex':
      case 'string':
      case 'prompt':
        this.#prompt(rest);
    }
  }

  #begin(name: string): void {
    this.#close();
    this.#open = { name, hasPrompt: false, depends: [] };
  }

  #enter(kind: string, depends: string[]): void {
    this.#close();
    this.#blocks.push({ kind, depends });
  }

  #depend(expression: string): void {
    (this.#open ?? this.#blocks.at(-1))?.depends.push(withoutComment(expression));
  }

  /** `bool "Text" if EXPERT` can be set only under that condition. */
  #prompt(rest: string): void {
    const [, condition] = /^(?:"(?:[^"\\]|\\.)*"|'[^']*')(?:\s+if\s+(.+))?$/.exec(withoutComment(rest)) ?? [];
    if (this.#open === undefined || !/^["']/.test(rest)) return;
    this.#open.hasPrompt = true;
    if (condition !== undefined) this.#open.depends.push(condition);
  }

  #close(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open?.name === undefined) return;
    const depends = [...this.#blocks.flatMap((block) => block.depends), ...open.depends];
    const others = this.symbols.get(open.name) ?? [];
    this.symbols.set(open.name, [...others, { hasPrompt: open.hasPrompt, depends }]);
  }
}

function withoutComment(text: string): string {
  return text.replace(/\s#.*$/, '').trim();
}

/** The lines of a file, continued ones joined, without help texts: these end where the indentation does. */
function linesWithoutHelp(text: string): readonly string[] {
  const lines: string[] = [];
  let helpIndent: number | 'unknown' | undefined;
  for (const line of text.replaceAll(/\\\n\s*/g, ' ').split('\n')) {
    if (line.trim() === '') continue;
    const indent = indentOf(line);
    if (helpIndent === 'unknown') helpIndent = indent > 0 ? indent : undefined;
    if (helpIndent !== undefined && indent >= helpIndent) continue;
    helpIndent = /^\s*(?:---)?help(?:---)?\s*$/.test(line) ? 'unknown' : undefined;
    if (helpIndent === undefined && !line.trimStart().startsWith('#')) lines.push(line);
  }
  return lines;
}

/** A tab goes to the next multiple of eight. */
function indentOf(line: string): number {
  let columns = 0;
  for (const character of line) {
    if (character === '\t') columns += 8 - (columns % 8);
    else if (character === ' ') columns++;
    else break;
  }
  return columns;
}
