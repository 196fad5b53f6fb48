// Flattened device trees, version 17 (Devicetree Specification, chapter 5).

/** A node of a device tree. The name of the root is empty. */
export interface DeviceTreeNode {
  readonly name: string;
  /** By which a source refers to it; a flattened tree has none. */
  readonly label?: string;
  readonly properties: ReadonlyMap<string, Buffer>;
  readonly children: readonly DeviceTreeNode[];
}

/** These bytes are no device tree. */
export class NoDeviceTree extends Error {
  override readonly name = 'NoDeviceTree';
}

const magic = 0xd00dfeed;
const headerBytes = 40;
const version = 17;
const oldestCompatible = 16;
const tokens = { begin: 1, end: 2, property: 3, nothing: 4, last: 9 } as const;
const maxDepth = 64;

/** The root. @throws NoDeviceTree */
export function parseFlattenedTree(bytes: Buffer): DeviceTreeNode {
  try {
    return new Reader(bytes).root();
  } catch (error) {
    if (error instanceof RangeError) throw new NoDeviceTree('it ends in the middle', { cause: error });
    throw error;
  }
}

class Reader {
  readonly #bytes: Buffer;
  readonly #strings: Buffer;
  #at: number;

  constructor(bytes: Buffer) {
    if (bytes.length < headerBytes || bytes.readUInt32BE(0) !== magic) throw new NoDeviceTree('it has no header');
    this.#bytes = bytes;
    this.#at = bytes.readUInt32BE(8);
    this.#strings = bytes.subarray(bytes.readUInt32BE(12));
  }

  root(): DeviceTreeNode {
    if (this.#token() !== tokens.begin) throw new NoDeviceTree('it does not begin with a node');
    return this.#node(0);
  }

  #node(depth: number): DeviceTreeNode {
    if (depth > maxDepth) throw new NoDeviceTree(`its nodes are deeper than ${maxDepth}`);
    const name = this.#text(this.#bytes, this.#at);
    this.#at = aligned(this.#at + name.length + 1);
    const properties = new Map<string, Buffer>();
    const children: DeviceTreeNode[] = [];
    for (;;) {
      const token = this.#token();
      if (token === tokens.end) return { name, properties, children };
      if (token === tokens.begin) children.push(this.#node(depth + 1));
      else if (token === tokens.property) properties.set(...this.#property());
      else throw new NoDeviceTree(`it has the token ${token} in a node`);
    }
  }

  #property(): [string, Buffer] {
    const length = this.#number();
    const name = this.#text(this.#strings, this.#number());
    const value = this.#bytes.subarray(this.#at, this.#at + length);
    if (value.length !== length) throw new NoDeviceTree(`its property ${name} ends in the middle`);
    this.#at = aligned(this.#at + length);
    return [name, value];
  }

  #text(from: Buffer, at: number): string {
    const end = from.indexOf(0, at);
    if (end === -1) throw new NoDeviceTree('it has a name without an end');
    return from.toString('latin1', at, end);
  }

  #token(): number {
    for (;;) {
      const token = this.#number();
      if (token !== tokens.nothing) return token;
    }
  }

  #number(): number {
    const value = this.#bytes.readUInt32BE(this.#at);
    this.#at += 4;
    return value;
  }
}

/** The same tree always has the same bytes. */
export function flattenTree(root: DeviceTreeNode): Buffer {
  const names = new Names();
  const structure = Buffer.concat([...piecesOf(root, names), word(tokens.last)]);
  const reservations = Buffer.alloc(16);
  const structureAt = headerBytes + reservations.length;
  const stringsAt = structureAt + structure.length;
  const strings = names.bytes;
  const header = [
    ...[magic, stringsAt + strings.length, structureAt, stringsAt, headerBytes],
    ...[version, oldestCompatible, 0, strings.length, structure.length],
  ];
  return Buffer.concat([...header.map(word), reservations, structure, strings]);
}

function* piecesOf({ name, properties, children }: DeviceTreeNode, names: Names): Iterable<Buffer> {
  yield word(tokens.begin);
  yield padded(Buffer.from(`${name}\0`, 'latin1'));
  for (const [property, value] of properties) {
    yield Buffer.concat([tokens.property, value.length, names.at(property)].map(word));
    yield padded(value);
  }
  for (const child of children) yield* piecesOf(child, names);
  yield word(tokens.end);
}

/** The names of properties, each once. */
class Names {
  readonly #places = new Map<string, number>();
  readonly #parts: Buffer[] = [];
  #length = 0;

  at(name: string): number {
    const known = this.#places.get(name);
    if (known !== undefined) return known;
    const place = this.#length;
    const part = Buffer.from(`${name}\0`, 'latin1');
    this.#places.set(name, place);
    this.#parts.push(part);
    this.#length += part.length;
    return place;
  }

  get bytes(): Buffer {
    return Buffer.concat(this.#parts);
  }
}

function word(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(aligned(bytes.length) - bytes.length)]);
}

function aligned(at: number): number {
  return (at + 3) & ~3;
}
