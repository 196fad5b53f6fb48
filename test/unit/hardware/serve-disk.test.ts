import { describe, expect, it, onTestFinished } from 'vitest';
import { FaultyDisk } from '../../../src/hardware/disk/faulty-disk.ts';
import { serveDisk } from '../../../src/hardware/disk/serve-disk.ts';
import { ByteReader } from '../../../src/host/files/byte-streams.ts';
import { createDiskFile, type DiskFile } from '../../../src/host/files/disk-file.ts';
import { duplexPair } from '../duplex-pair.ts';
import { temporaryDirectory } from '../temporary-directory.ts';

// A client of its own, written from the protocol's description: what it shares with the server is that alone.
const sizeBytes = 64 * 1024;

async function attach(
  change: (file: DiskFile) => DiskFile = (file) => file,
): Promise<{ readonly disk: FaultyDisk; readonly client: Client; readonly served: Promise<void> }> {
  const made = await createDiskFile(`${temporaryDirectory()}/disk`, sizeBytes);
  onTestFinished(() => made.close());
  const file = change(made);
  const disk = new FaultyDisk(file);
  const [host, peer] = duplexPair();
  const served = serveDisk(host, disk);
  return { disk, client: new Client(peer), served };
}

class Client {
  readonly #peer: ReturnType<typeof duplexPair>[1];
  readonly #reader: ByteReader;
  #cookie = 0n;

  constructor(peer: ReturnType<typeof duplexPair>[1]) {
    this.#peer = peer;
    this.#reader = new ByteReader(peer);
  }

  send(bytes: Buffer): void {
    this.#peer.write(bytes);
  }

  hangUp(): void {
    this.#peer.end();
  }

  async take(length: number): Promise<Buffer> {
    const bytes = await this.#reader.take(length);
    if (bytes === undefined) throw new Error('the server hung up');
    return bytes;
  }

  option(option: number, data: Buffer = Buffer.alloc(0)): void {
    const header = Buffer.alloc(16);
    header.write('IHAVEOPT', 'latin1');
    header.writeUInt32BE(option, 8);
    header.writeUInt32BE(data.length, 12);
    this.send(Buffer.concat([header, data]));
  }

  async optionReply(): Promise<{ readonly type: number; readonly data: Buffer }> {
    const header = await this.take(20);
    return { type: header.readUInt32BE(12), data: await this.take(header.readUInt32BE(16)) };
  }

  async negotiate(): Promise<void> {
    await this.take(18);
    this.send(Buffer.from([0, 0, 0, 3]));
    this.option(7, Buffer.alloc(6));
    for (let reply = await this.optionReply(); reply.type !== 1; reply = await this.optionReply())
      expect(reply.type).toBe(3);
  }

  request(command: number, offset: number, length: number, payload: Buffer = Buffer.alloc(0)): bigint {
    const header = Buffer.alloc(28);
    header.writeUInt32BE(0x25609513, 0);
    header.writeUInt16BE(command, 6);
    header.writeBigUInt64BE(++this.#cookie, 8);
    header.writeBigUInt64BE(BigInt(offset), 16);
    header.writeUInt32BE(length, 24);
    this.send(Buffer.concat([header, payload]));
    return this.#cookie;
  }

  async reply(): Promise<{ readonly error: number; readonly cookie: bigint }> {
    const header = await this.take(16);
    expect(header.readUInt32BE(0)).toBe(0x67446698);
    return { error: header.readUInt32BE(4), cookie: header.readBigUInt64BE(8) };
  }

  async read(offset: number, length: number): Promise<Buffer | number> {
    this.request(0, offset, length);
    const { error } = await this.reply();
    return error === 0 ? await this.take(length) : error;
  }

  async write(offset: number, bytes: Buffer): Promise<number> {
    this.request(1, offset, bytes.length, bytes);
    return (await this.reply()).error;
  }

  async flush(): Promise<number> {
    this.request(3, 0, 0);
    return (await this.reply()).error;
  }
}

describe('serveDisk', () => {
  it('greets, declines unknown options, and describes its only export', async () => {
    const { client } = await attach();
    expect((await client.take(18)).toString('latin1')).toBe('NBDMAGICIHAVEOPT\0\x03');
    client.send(Buffer.from([0, 0, 0, 3]));
    client.option(8);
    expect(await client.optionReply()).toEqual({ type: 0x80000001, data: Buffer.alloc(0) });
    client.option(6, Buffer.alloc(6));
    const { data } = await client.optionReply();
    expect([data.readUInt16BE(0), data.readBigUInt64BE(2)]).toEqual([0, BigInt(sizeBytes)]);
    const sizes = (await client.optionReply()).data;
    expect([sizes.readUInt16BE(0), sizes.readUInt32BE(2), sizes.readUInt32BE(6), sizes.readUInt32BE(10)]).toEqual([
      3,
      512,
      4096,
      1024 * 1024,
    ]);
    expect(await client.optionReply()).toEqual({ type: 1, data: Buffer.alloc(0) });
  });

  it('keeps written data, and is all zeros before', async () => {
    const { client } = await attach();
    await client.negotiate();
    expect(await client.read(0, 512)).toEqual(Buffer.alloc(512));
    expect(await client.write(512, Buffer.alloc(1024, 'a'))).toBe(0);
    expect(await client.read(0, 2048)).toEqual(
      Buffer.concat([Buffer.alloc(512), Buffer.alloc(1024, 'a'), Buffer.alloc(512)]),
    );
    expect(await client.flush()).toBe(0);
  });

  it('refuses what lies beyond its end, and commands that it does not have', async () => {
    const { client } = await attach();
    await client.negotiate();
    expect(await client.read(sizeBytes - 512, 1024)).toBe(22);
    expect(await client.write(sizeBytes, Buffer.alloc(512))).toBe(22);
    client.request(4, 0, 512);
    expect(await client.reply()).toMatchObject({ error: 22 });
    expect(await client.read(sizeBytes - 512, 512)).toEqual(Buffer.alloc(512));
  });

  it.each([
    ['no request', Buffer.alloc(28, 'x')],
    [
      'a request that is longer than it said it takes',
      Buffer.from('2560951300000000000000000000000100000000000000007fffffff', 'hex'),
    ],
    ['half a request', Buffer.from('25609513', 'hex')],
  ])('hangs up on %s', async (_, bytes) => {
    const { client, served } = await attach();
    await client.negotiate();
    client.send(bytes);
    if (bytes.length < 28) client.hangUp();
    await served;
  });

  it('fails, tears and changes what its faults say', async () => {
    const { client, disk } = await attach();
    await client.negotiate();
    disk.faults.add('read-fail sectors=2 nth=2');
    disk.faults.add('write-torn sectors=8-15 keep=1');
    disk.faults.add('write-fail error=ENOSPC sectors=16');
    disk.faults.add('flush-fail');
    disk.faults.add('read-corrupt sectors=32 byte=1 mask=0x0f');
    expect([await client.read(1024, 512), await client.read(1024, 512), await client.read(1024, 512)]).toEqual([
      Buffer.alloc(512),
      5,
      Buffer.alloc(512),
    ]);
    expect(await client.write(8 * 512, Buffer.alloc(2048, 'b'))).toBe(0);
    expect(await client.read(8 * 512, 1024)).toEqual(Buffer.concat([Buffer.alloc(512, 'b'), Buffer.alloc(512)]));
    expect(await client.write(16 * 512, Buffer.alloc(512, 'c'))).toBe(28);
    expect(await client.read(16 * 512, 512)).toEqual(Buffer.alloc(512));
    expect(await client.flush()).toBe(5);
    expect(await client.read(32 * 512, 512)).toEqual(Buffer.concat([Buffer.from([0, 0x0f]), Buffer.alloc(510)]));
    disk.faults.add('write-torn id=loud sectors=40 keep=1 error=EIO');
    expect(await client.write(40 * 512, Buffer.alloc(1024, 'd'))).toBe(5);
    expect(await client.read(40 * 512, 1024)).toEqual(Buffer.concat([Buffer.alloc(512, 'd'), Buffer.alloc(512)]));
    disk.faults.clear();
    expect(await client.flush()).toBe(0);
    expect(disk.faults.reports.map(({ id, fired }) => [id, fired])).toEqual([
      ['read-fail', 1],
      ['write-torn', 1],
      ['write-fail', 1],
      ['flush-fail', 1],
      ['read-corrupt', 1],
      ['loud', 1],
    ]);
  });

  it('looks like a failing disk to the guest when the host fails unexpectedly', async () => {
    const broken = (): Promise<never> => Promise.reject(new TypeError('x is undefined'));
    const { client } = await attach((file) => ({ ...file, read: broken, write: broken }));
    await client.negotiate();
    expect([await client.read(0, 512), await client.write(0, Buffer.alloc(512)), await client.flush()]).toEqual([
      5, 5, 0,
    ]);
  });

  it('is to the guest a disk that fails when its file is closed', async () => {
    const closed: DiskFile[] = [];
    const { client } = await attach((file) => {
      closed.push(file);
      return file;
    });
    await client.negotiate();
    await closed[0]?.close();
    expect([await client.read(0, 512), await client.write(0, Buffer.alloc(512))]).toEqual([5, 5]);
  });

  it('lets a late request wait alone', async () => {
    const { client, disk } = await attach();
    await client.negotiate();
    disk.faults.add('read-late sectors=0 by=100ms');
    const late = client.request(0, 0, 512);
    const prompt = client.request(0, 512, 512);
    const first = await client.reply();
    await client.take(512);
    expect([first.cookie, (await client.reply()).cookie]).toEqual([prompt, late]);
  });
});
