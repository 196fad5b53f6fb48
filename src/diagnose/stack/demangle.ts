import { bounds } from '../../bounds/bounds.ts';

/** A function's name in the source, if a compiler of Rust (v0) or C++ mangled it; otherwise unchanged. */
export function demangle(name: string): string {
  if (name.length > bounds.symbols.nameChars) return name;
  const plain = name.startsWith('_R') ? demangleRust(name) : name.startsWith('_Z') ? demangleCpp(name) : undefined;
  return plain === undefined || plain.length > bounds.symbols.nameChars ? name : plain;
}

/** Only the C++ names in kernels: plain and nested names, without parameters. */
function demangleCpp(name: string): string {
  const nested = name.startsWith('_ZN');
  const parts: string[] = [];
  let rest = name.slice(nested ? 3 : 2);
  for (let match = /^(\d+)/.exec(rest); match !== null; match = /^(\d+)/.exec(rest)) {
    const length = Number(match[1]);
    parts.push(rest.slice(match[0].length, match[0].length + length));
    rest = rest.slice(match[0].length + length);
    if (!nested) break;
  }
  return parts.length === 0 ? name : parts.join('::');
}

function demangleRust(name: string): string | undefined {
  try {
    return new RustName(name).path();
  } catch (error) {
    if (error instanceof NotRust) return undefined;
    throw error;
  }
}

class NotRust extends Error {}

const basicTypes: Readonly<Record<string, string>> = {
  a: 'i8',
  b: 'bool',
  c: 'char',
  d: 'f64',
  e: 'str',
  f: 'f32',
  h: 'u8',
  i: 'isize',
  j: 'usize',
  l: 'i32',
  m: 'u32',
  n: 'i128',
  o: 'u128',
  s: 'i16',
  t: 'u16',
  u: '()',
  v: '...',
  x: 'i64',
  y: 'u64',
  z: '!',
  p: '_',
};

/**
 * The symbol grammar of RFC 2603, as far as function names need it, without constants and function types. A name can
 * refer back to its own parts, so a short one can be endless or grow without limit: every path and type is counted, in
 * depth and in number.
 */
class RustName {
  readonly #text: string;
  #at = 2;
  #depth = 0;
  #parts = 0;

  constructor(text: string) {
    this.#text = text;
  }

  path(): string {
    return this.#part(() => this.#pathOf(this.#next()));
  }

  #part(read: () => string): string {
    this.#depth += 1;
    this.#parts += 1;
    if (this.#depth > bounds.symbols.depth || this.#parts > bounds.symbols.parts) throw new NotRust();
    const part = read();
    this.#depth -= 1;
    return part;
  }

  #pathOf(tag: string): string {
    switch (tag) {
      case 'C':
        return this.#identifier();
      case 'M':
        return this.#inherent();
      case 'X':
        this.#implementation();
        return this.#asTrait();
      case 'Y':
        return this.#asTrait();
      case 'N':
        return this.#nested();
      case 'I':
        return this.#generic();
      case 'B':
        return this.#back(() => this.path());
      default:
        throw new NotRust();
    }
  }

  #inherent(): string {
    this.#implementation();
    return `<${this.#type()}>`;
  }

  #implementation(): void {
    this.#disambiguator();
    this.path();
  }

  #asTrait(): string {
    const type = this.#type();
    return `<${type} as ${this.path()}>`;
  }

  #nested(): string {
    const namespace = this.#next();
    const path = this.path();
    const name = this.#identifier();
    if (namespace === 'C') return `${path}::{closure${name === '' ? '' : `:${name}`}}`;
    return name === '' ? path : `${path}::${name}`;
  }

  #generic(): string {
    const path = this.path();
    const types: string[] = [];
    while (!this.#accept('E')) {
      if (this.#accept('L')) this.#base62();
      else types.push(this.#type());
    }
    return `${path}::<${types.join(', ')}>`;
  }

  #type(): string {
    return this.#part(() => this.#typeOf(this.#next()));
  }

  #typeOf(tag: string): string {
    const basic = basicTypes[tag];
    if (basic !== undefined) return basic;
    switch (tag) {
      case 'S':
        return `[${this.#type()}]`;
      case 'R':
      case 'Q': {
        if (this.#accept('L')) this.#base62();
        return `&${tag === 'Q' ? 'mut ' : ''}${this.#type()}`;
      }
      case 'P':
        return `*const ${this.#type()}`;
      case 'O':
        return `*mut ${this.#type()}`;
      case 'T': {
        const types: string[] = [];
        while (!this.#accept('E')) types.push(this.#type());
        return `(${types.join(', ')})`;
      }
      case 'B':
        return this.#back(() => this.#type());
      default:
        return this.#pathOf(tag);
    }
  }

  /** Repeats an earlier part of the name. */
  #back(read: () => string): string {
    const here = this.#at - 1;
    const target = this.#base62() + 2;
    if (target >= here) throw new NotRust();
    const at = this.#at;
    this.#at = target;
    const result = read();
    this.#at = at;
    return result;
  }

  #identifier(): string {
    this.#disambiguator();
    this.#accept('u');
    const digits = /^\d{1,5}/.exec(this.#text.slice(this.#at, this.#at + 5))?.[0];
    if (digits === undefined) throw new NotRust();
    this.#at += digits.length;
    this.#accept('_');
    const start = this.#at;
    this.#at += Number(digits);
    if (this.#at > this.#text.length) throw new NotRust();
    return this.#text.slice(start, this.#at);
  }

  #disambiguator(): void {
    if (this.#accept('s')) this.#base62();
  }

  #base62(): number {
    if (this.#accept('_')) return 0;
    let value = 0;
    for (let digit = this.#next(); digit !== '_'; digit = this.#next()) {
      const place = base62Digits.indexOf(digit);
      if (place < 0) throw new NotRust();
      value = value * 62 + place;
    }
    return value + 1;
  }

  #accept(tag: string): boolean {
    if (this.#text[this.#at] !== tag) return false;
    this.#at += 1;
    return true;
  }

  #next(): string {
    const tag = this.#text[this.#at];
    if (tag === undefined) throw new NotRust();
    this.#at += 1;
    return tag;
  }
}

const base62Digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
