import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Compiles C as the modules of a covered build are compiled. Returns the object, which is laid out as a module is. */
export function compileObject(directory: string, source: string, flags: readonly string[] = []): Buffer {
  writeFileSync(join(directory, 'driver.c'), source);
  const own = ['-O2', '-g', '-c', '-fcf-protection=none', '-fno-stack-protector', '-mcmodel=kernel', '-fno-pic'];
  const coverage = ['-fsanitize-coverage=trace-pc', '-fno-optimize-sibling-calls', '-fno-schedule-insns2'];
  const argv = [...own, ...coverage, '-fprofile-arcs', ...flags, '-o', 'driver.o', 'driver.c'];
  execFileSync('gcc', argv, { cwd: directory, stdio: ['ignore', 'ignore', 'inherit'] });
  return readFileSync(join(directory, 'driver.o'));
}

/** A driver in small: each number of a line stands in its comment. */
export const smallDriver = `void *allocate(int);
int use(void *);
void release(void *);

int probe(int size)
{
	void *memory = allocate(size);
	int error;

	if (!memory)
		return -12;
	error = use(memory);
	if (error)
		goto undo;
	return 0;
undo:
	release(memory);
	return error;
}

void nothing(void)
{
}
`;
