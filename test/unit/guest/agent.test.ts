import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryDirectory } from '../temporary-directory.ts';
import { buildForHost, compiler, RunningAgent } from './agent-rig.ts';

const token = 'feedface';

describe.skipIf(compiler === undefined)("the guest's agent", () => {
  const scratch = mkdtempSync(join(tmpdir(), 'qdt-agent-'));
  let program: string;
  beforeAll(() => {
    program = buildForHost(scratch);
  });
  afterAll(() => rmSync(scratch, { recursive: true }));

  /** An agent in a folder with these programs, and with the session begun. */
  function agentWith(programs: Readonly<Record<string, string>>): RunningAgent & { readonly folder: string } {
    const folder = temporaryDirectory();
    for (const [name, text] of Object.entries(programs))
      writeFileSync(join(folder, name), text, { mode: name.startsWith('not-') ? 0o644 : 0o755 });
    const agent = new RunningAgent(program, folder);
    agent.tell(`session ${token}`, 'env PATH=/usr/bin:/bin');
    return Object.assign(agent, { folder });
  }

  const shell = (script: string): string => `#!/bin/sh\n${script}\n`;

  it('says who it is, and puts the token before everything else', async () => {
    using agent = agentWith({});
    agent.tell('nonsense with words', 'folder 9p');
    const said = await agent.until(/failed folder/);
    expect(said.replace(/^ready 1 \S+\n/, '')).toBe(
      ['ok session', 'failed nonsense unknown command', 'failed folder this is no guest']
        .map((line) => `${token} ${line}\n`)
        .join(''),
    );
  });

  it('runs no stage when the guest could not be prepared for it, but what does not prepare it may fail', async () => {
    using agent = agentWith({ run: shell('exit 0') });
    agent.tell('found 0 /nowhere', 'stage run');
    await agent.until(/ end run 0/);
    agent.tell('folder 9p', 'stage run');
    expect(await agent.until(/ failed stage /)).toMatch(/ failed stage the guest is not prepared\n$/);
  });

  it.each([
    ['exit 0', 0],
    ['exit 7', 7],
    ['kill -9 $$', 137],
    ['kill -TERM $$', 143],
  ])('tells the status of `%s`', async (script, status) => {
    using agent = agentWith({ run: shell(script) });
    agent.tell('stage run');
    expect(await agent.until(/ end run/)).toMatch(new RegExp(`${token} begin run\n${token} end run ${status}\n$`));
  });

  it('waits for a path of which it knows only a part', async () => {
    using agent = agentWith({});
    mkdirSync(join(agent.folder, 'usb1/1-2/power'), { recursive: true });
    let asked = 0;
    const found = async (...patterns: readonly string[]): Promise<string> => {
      const mark = `mark${++asked}`;
      agent.tell(`found 0 ${patterns.map((pattern) => `${agent.folder}/${pattern}`).join(' ')}`, mark);
      const said = await agent.until(new RegExp(` failed ${mark} [^\n]*\n$`));
      return said.trimEnd().split('\n').at(-2) ?? '';
    };
    for (const there of ['usb1', 'usb*', 'usb*/*-2/power', '*/1*2/*', 'u*b*1/**/p*r', '*', 'none usb*'])
      expect(await found(...there.split(' ')), there).toBe(`${token} ok found`);
    for (const absent of ['usb*/*-1/power', 'usb', '*/*/*/*', 'usb*x', 'x*', 'usb1/1-2/power/*'])
      expect(await found(absent), absent).toBe(`${token} failed found the time is over`);
    agent.tell(`found 5000 ${agent.folder}/late*`);
    setTimeout(() => writeFileSync(join(agent.folder, 'late0'), ''), 100);
    expect(await agent.until(/ok found\n$/)).toMatch(/ok found\n$/);
    agent.tell('found x /', 'found 5');
    expect(await agent.until(/(failed found a time and a path are needed\n[^\n]*){2}$/)).toContain('failed');
  });

  it('tells an adapter, of whose path it knows only a part, of a device', async () => {
    using agent = agentWith({});
    const adapter = join(agent.folder, 'controller', 'i2c-3');
    mkdirSync(adapter, { recursive: true });
    writeFileSync(join(adapter, 'new_device'), '');
    agent.tell(`i2c-new lm75 0x48 ${agent.folder}/none/i2c-* ${agent.folder}/*/i2c-*`);
    expect(await agent.until(/ok i2c-new\n$/)).toMatch(/ok i2c-new\n$/);
    expect(readFileSync(join(adapter, 'new_device'), 'utf8')).toBe('lm75 0x48');
    agent.tell('i2c-new lm75 0x48', `i2c-new lm75 0x48 ${agent.folder}/i2c-*`, `i2c-new a 1 ${agent.folder}`);
    const said = await agent.until(/takes no devices\n$/);
    expect(said.split('\n').slice(-4, -1)).toEqual(
      ['a type, an address and a path are needed', 'there is no adapter', 'the adapter takes no devices'].map(
        (why) => `${token} failed i2c-new ${why}`,
      ),
    );
  });

  it('gives a stage the environment that the host told, and nothing else', async () => {
    using agent = agentWith({ run: shell('exec /usr/bin/env') });
    const told = ['A=two  words', 'B=*', 'C=\'$HOME\' `id` "x"', 'D=', 'E=a=b', 'E=the last counts'];
    agent.tell(...told.map((variable) => `env ${variable}`), 'stage run', 'rest enough');
    await agent.until(/ done/);
    const lines = (await agent.output('run', /PATH/)).trimEnd().split('\n');
    expect(lines.filter((line) => !/^(PWD|SHLVL|OLDPWD|_)=/.test(line)).sort()).toEqual(
      [...told.filter((variable) => variable !== 'E=a=b'), 'PATH=/usr/bin:/bin'].sort(),
    );
  });

  it('starts a stage in a session of its own: no input, no port, no blocked signal', async () => {
    using agent = agentWith({
      run: shell(
        'read -r _; echo "read $?"; ls -1 /proc/self/fd | tr "\\n" " "; ' +
          'cut -d" " -f6 /proc/$$/stat; grep -E "^Sig(Blk|Ign)" /proc/self/status; echo "$$"',
      ),
    });
    agent.tell('stage run');
    await agent.until(/ end run 0/);
    const [read, descriptors, blocked, ignored, pid] = (await agent.output('run', /\n\d+\n$/)).split('\n');
    expect(read).toBe('read 1');
    // Descriptor 3 is the directory that ls reads. High ones come from whoever runs the tests.
    expect(descriptors?.replace(/ \d{3}(?= )/g, '')).toBe(`0 1 2 3 ${pid}`);
    expect([blocked, ignored]).toEqual(['SigBlk:\t0000000000000000', 'SigIgn:\t0000000000000000']);
  });

  it('says in the output why a stage cannot start', async () => {
    using agent = agentWith({ run: '#!/no/such/interpreter\n', setup: 'exit 3', 'not-executable': '' });
    agent.tell('stage run', 'stage setup', 'stage teardown', 'stage nonsense');
    expect(await agent.until(/failed stage unknown stage/)).toMatch(
      /end run 127\n.*begin setup\n.*end setup 3\n.*begin teardown\n.*end teardown 127\n/,
    );
    expect(await agent.output('run', /\n/)).toBe('qdt: cannot start ./run: No such file or directory\n');
  });

  it('passes on all that a program has written before it says that it ended, and counts it', async () => {
    using agent = agentWith({ run: shell('head -c 3000000 /dev/zero; printf end >&2'), setup: shell('echo set up') });
    agent.tell('stage setup', 'stage run', 'rest enough');
    expect(await agent.until(/ done.*\n/)).toMatch(/ done setup=7 run=3000003\n$/);
    expect((await agent.output('run', /end$/)).length).toBe(3_000_003);
  });

  it('beats about once a second, also while the host does not read what a stage says', async () => {
    using agent = agentWith({ run: shell('head -c 3000000 /dev/zero; exit 4') });
    const resume = agent.pauseReading('run');
    agent.tell('stage run');
    expect(await agent.until(/ beat 2\n/)).not.toContain('end run');
    resume();
    expect(await agent.until(/ end run 4\n/)).toContain(' beat 1\n');
  });

  it('does not wait for what a stage leaves behind, and still passes on what that says', async () => {
    using agent = agentWith({
      run: shell('(sleep 0.7; echo late) & (exec setsid sleep 30) & echo early'),
      teardown: shell('sleep 1'),
    });
    agent.tell('stage run');
    await agent.until(/ end run 0\n/);
    expect(await agent.output('run', /early/)).toBe('early\n');
    agent.tell('stage teardown');
    await agent.until(/ end teardown 0\n/);
    expect(await agent.output('run', /late/)).toBe('early\nlate\n');
  });

  it('writes what later stages may read to files, and to no other file', async () => {
    using agent = agentWith({
      setup: shell('echo one; ln -s ../caught logs/run.log'),
      run: shell('cat logs/setup.log'),
    });
    mkdirSync(join(agent.folder, 'logs'));
    agent.tell('logs', 'stage setup', 'stage run');
    await agent.until(/ end run 0\n/);
    expect(await agent.output('run', /\n/)).toBe('one\n');
    expect(existsSync(join(agent.folder, 'caught'))).toBe(false);
  });

  it('writes kernel settings where the kernel has them, and makes no file where it has not', async () => {
    using agent = agentWith({});
    const [there, missing] = [join(agent.folder, 'there'), join(agent.folder, 'missing')];
    writeFileSync(there, 'before');
    agent.tell(`tune ${there}=4 ${missing}=5`);
    await agent.until(/ok tune/);
    expect([readFileSync(there, 'utf8'), existsSync(missing)]).toEqual(['4efore', false]);
  });

  it('writes a text to a file, and tells what the same opening of it answers', async () => {
    using agent = agentWith({});
    const file = join(agent.folder, 'kernel-file');
    const rest = [...Array.from({ length: 300 }, (_, line) => `line ${line} of  many`), '', 'x'.repeat(1500)];
    writeFileSync(file, `${' '.repeat(12)}\n${rest.join('\n')}\nwithout an end`);
    const missing = join(agent.folder, 'missing');
    agent.tell(`tell ${file} two  words;`, `tell ${missing} text`, `tell ${agent.folder} text`);
    const said = await agent.until(/failed tell[^]*failed tell .*\n/);
    expect(readFileSync(file, 'utf8').slice(0, 13)).toBe('two  words;\n\n');
    const lines = said.split('\n').filter((line) => / (?:ok|failed) tell| told/.test(line));
    expect(lines).toEqual(
      [
        ...['', ...rest].map((line) => `told ${line}`),
        'ok tell',
        'failed tell the kernel has no such file',
        'failed tell the kernel has no such file',
      ].map((line) => `${token} ${line}`),
    );
    expect(existsSync(missing)).toBe(false);
  });

  it('is not led astray by anything that is said to it', async () => {
    using agent = agentWith({ run: shell('exit 5') });
    let state = 1;
    const noise = Buffer.from(
      Array.from({ length: 200_000 }, () => {
        state = (state * 1103515245 + 12345) & 0x7fffffff;
        return (state >> 16) & 0xff;
      }),
    );
    agent.tellBytes(noise);
    agent.tellBytes(Buffer.alloc(100_000, 'x'));
    agent.tell('', ' ', 'env', 'env =', 'clock', 'devices x', 'size', 'size 1', 'tune =', 'stage', 'stage run extra');
    agent.tell('tell', 'tell x', `session ${token}`, 'stage run');
    expect(await agent.until(/ failed stage the guest is not prepared\n$/)).toContain('unknown command');
    agent.tell('finish');
    expect(await agent.exited).toBe(77);
  });

  it('keeps as many variables as it has room for', async () => {
    using agent = agentWith({ run: shell('env | grep -c ^V') });
    for (let number = 0; number < 1023; number++) agent.tell(`env V${number}=${'x'.repeat(100)}`);
    agent.tell('stage run');
    await agent.until(/ end run 0\n/);
    expect(await agent.output('run', /\n/)).toBe('1023\n');
    agent.tell('env ONE=more', 'stage run');
    expect(await agent.until(/ failed stage /)).toContain('failed env there is no room for more variables');
  });

  it('ends the machine when the host has it finish', async () => {
    using agent = agentWith({});
    await agent.until(/ok session/);
    agent.tell('finish');
    expect(await agent.exited).toBe(77);
  });
});
