import type { ConfigValues } from '../../../plan/config-wish.ts';
import { valueIn } from './config-values.ts';

/** The operands of the `&&` at the top of an expression, outside of all parentheses. */
export function conjuncts(expression: string): readonly string[] {
  const text = withoutOuterParentheses(expression.trim());
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')') depth--;
    else if (depth === 0 && text.startsWith('||', at)) return [text];
    else if (depth === 0 && text.startsWith('&&', at)) {
      parts.push(text.slice(start, at).trim());
      start = at + 2;
    }
  }
  const all = [...parts, text.slice(start).trim()].filter((part) => part !== '');
  return all.length === 1 ? all : all.flatMap(conjuncts);
}

function withoutOuterParentheses(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) return text;
  let depth = 0;
  for (let at = 0; at < text.length - 1; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')') depth--;
    if (depth === 0) return text;
  }
  return withoutOuterParentheses(text.slice(1, -1).trim());
}

type Level = 0 | 1 | 2;

/** The value of an expression of Kconfig: no, module, yes. Something that we cannot read counts as yes. */
export function evaluate(expression: string, values: ConfigValues): 'n' | 'm' | 'y' {
  const tokens = expression.slice(0, 4096).match(/\$\([^)]*\)|"[^"]*"|&&|\|\||!=|<=|>=|[()!=<>]|[\w-]+/g) ?? [];
  const reader = new ExpressionReader(tokens, values);
  return (['n', 'm', 'y'] as const)[reader.anyOf()];
}

/** Recursive descent: `||`, then `&&`, then `!`, then comparisons. */
class ExpressionReader {
  readonly #tokens: readonly string[];
  readonly #values: ConfigValues;
  #at = 0;

  constructor(tokens: readonly string[], values: ConfigValues) {
    this.#tokens = tokens;
    this.#values = values;
  }

  anyOf(): Level {
    let level = this.#allOf();
    while (this.#takes('||')) level = highest(level, this.#allOf());
    return level;
  }

  #allOf(): Level {
    let level = this.#term();
    while (this.#takes('&&')) level = lowest(level, this.#term());
    return level;
  }

  #term(): Level {
    if (this.#takes('!')) return opposite(this.#term());
    if (this.#takes('(')) {
      const level = this.anyOf();
      this.#takes(')');
      return level;
    }
    return this.#comparison(this.#next());
  }

  #comparison(left: string): Level {
    const sign = ['=', '!=', '<', '>', '<=', '>='].find((one) => this.#takes(one));
    if (sign === undefined) return left.startsWith('$(') ? 2 : levelOf(this.#valueOf(left));
    const [a, b] = [this.#valueOf(left), this.#valueOf(this.#next())];
    return compare(sign, a, b) ? 2 : 0;
  }

  /** A word that is no symbol is a constant: `y`, a number, a quoted text. */
  #valueOf(word: string): string {
    if (word.startsWith('"')) return word.slice(1, -1);
    if (/^(?:[ymn]|-?\d+|0x[\da-fA-F]+)$/.test(word)) return word;
    return valueIn(this.#values, word).replaceAll('"', '');
  }

  #next(): string {
    return this.#tokens[this.#at++] ?? 'y';
  }

  #takes(token: string): boolean {
    const isNext = this.#tokens[this.#at] === token;
    if (isNext) this.#at++;
    return isNext;
  }
}

function levelOf(value: string): Level {
  if (value === 'y') return 2;
  return value === 'm' ? 1 : 0;
}

function highest(a: Level, b: Level): Level {
  return a > b ? a : b;
}

function lowest(a: Level, b: Level): Level {
  return a < b ? a : b;
}

function opposite(level: Level): Level {
  if (level === 1) return 1;
  return level === 0 ? 2 : 0;
}

function compare(sign: string, a: string, b: string): boolean {
  if (sign === '=') return a === b;
  if (sign === '!=') return a !== b;
  const difference = Number(a) - Number(b);
  if (sign === '<') return difference < 0;
  if (sign === '>') return difference > 0;
  return sign === '<=' ? difference <= 0 : difference >= 0;
}
