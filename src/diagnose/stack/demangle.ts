/** A function's name as its author wrote it, if a compiler of Rust (v0) or C++ mangled it; else unchanged. */
export function demangle(name: string): string {
  if (name.startsWith('_R')) return demangleRust(name) ?? name;
  return name.startsWith('_Z') ? demangleCpp(name) : name;
}

/** Only what kernels contain of C++: plain and nested names, without their parameters. */
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
  a: 'i8', b: 'bool', c: 'char', d: 'f64', e: 'str', f: 'f32', h: 'u8', i: 'isize', j: 'usize', l: 'i32', m: 'u32', n: 'i128', o: 'u128', s: 'i16', t: 'u16', u: '()', v: '...', x: 'i64', y: 'u64', z: '!', p: '_',
};
const maxDepth = 40;

/** The symbol grammar of RFC 2603, as far as names of functions need it: constants and function types are left out. */
class RustName {
  readonly #text: string;
  #at = 2;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  path(): string {
    this.#depth += 1;
    if (this.#depth > maxDepth) throw new NotRust();
    const path = this.#pathOf(this.#next());
    this.#depth -= 1;
    return path;
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
    const tag = this.#next();
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

  #back(read: () => string): string {
    const target = this.#base62() + 2;
    const at = this.#at;
    this.#at = target;
    const result = read();
    this.#at = at;
    return result;
  }

  #identifier(): string {
    this.#disambiguator();
    this.#accept('u');
    const digits = /^\d+/.exec(this.#text.slice(this.#at))?.[0];
    if (digits === undefined) throw new NotRust();
    this.#at += digits.length;
    this.#accept('_');
    const start = this.#at;
    this.#at += Number(digits);
    return this.#text.slice(start, this.#at);
  }

  #disambiguator(): void {
    if (this.#accept('s')) this.#base62();
  }

  #base62(): number {
    if (this.#accept('_')) return 0;
    let value = 0;
    for (let digit = this.#next(); digit !== '_'; digit = this.#next()) value = value * 62 + base62Digits.indexOf(digit);
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
