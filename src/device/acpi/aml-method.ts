import { type AmlData, type AmlObject, namePath, packaged } from './aml.ts';

// The part of ACPI's machine language that a method needs which looks something up.

/** What a method does. */
export interface AmlStatement {
  readonly kind: 'statement';
  readonly bytes: Buffer;
}

const op = { method: 0x14, firstArgument: 0x68, equal: 0x93, ifTrue: 0xa0, returns: 0xa4 } as const;

/** `name`: one segment. `count`: how many arguments it takes, up to 7. */
export function method(name: string, count: number, statements: readonly AmlStatement[]): AmlObject {
  // Of the flags, the lowest bits are the arguments; another says that it runs once at a time, which it need not.
  const content = packaged(namePath(name), Buffer.of(count), joined(statements));
  return { kind: 'object', bytes: Buffer.concat([Buffer.of(op.method), content]) };
}

/** If this argument, counted from 0, has this value. */
export function ifArgument(index: number, value: AmlData, then: readonly AmlStatement[]): AmlStatement {
  const condition = Buffer.concat([Buffer.of(op.equal, op.firstArgument + index), value.bytes]);
  return statement(op.ifTrue, packaged(condition, joined(then)));
}

export function returns(value: AmlData): AmlStatement {
  return statement(op.returns, value.bytes);
}

function statement(code: number, content: Buffer): AmlStatement {
  return { kind: 'statement', bytes: Buffer.concat([Buffer.of(code), content]) };
}

function joined(statements: readonly AmlStatement[]): Buffer {
  return Buffer.concat(statements.map(({ bytes }) => bytes));
}
