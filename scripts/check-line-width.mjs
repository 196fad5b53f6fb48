// No line of code or prose is wider than 120 columns; the formatter leaves strings, comments and Markdown alone.
// Tables, code blocks and links of Markdown cannot be broken.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const columns = 120;
const files = execFileSync('git', ['ls-files', '*.ts', '*.mjs', '*.sh', '*.md', '*.yml', '.ci/run'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && !path.startsWith('dist/') && path !== 'scripts/words.txt');
const wide = files.flatMap((path) => wideLines(path).map((line) => `${path}:${line}`));
for (const place of wide) console.error(`${place}: wider than ${columns} columns`);
process.exitCode = wide.length === 0 ? 0 : 1;

function wideLines(path) {
  let isCode = false;
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (path.endsWith('.md') && line.startsWith('```')) isCode = !isCode;
      const isFree = path.endsWith('.md') && (isCode || line.startsWith('|') || /^\S*$/.test(line.trim()));
      return [...line].length > columns && !isFree ? [index + 1] : [];
    });
}
