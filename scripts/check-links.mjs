// Fails when a page of the documentation links to a missing file or heading, with the page and the line.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((page) => page !== '' && !page.startsWith('node_modules/') && existsSync(join(root, page)));
const problems = pages.flatMap(brokenLinks);
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);

function brokenLinks(page) {
  return linesOutsideCode(readFileSync(join(root, page), 'utf8')).flatMap(({ text, number }) =>
    [...text.replace(/`[^`]*`/g, '').matchAll(/\]\(([^()\s]+)\)/g)].flatMap(([, link]) => {
      const wrong = whatIsWrong(page, link);
      return wrong === undefined ? [] : [`${page}:${number}: ${link}: ${wrong}`];
    }),
  );
}

function whatIsWrong(page, link) {
  if (/^[a-z]+:/.test(link)) return undefined; // Elsewhere: this check needs no network.
  const [path, heading] = link.split('#');
  const target = path === '' ? join(root, page) : join(root, dirname(page), path);
  if (!existsSync(target)) return 'no such file';
  if (heading === undefined || !target.endsWith('.md')) return undefined;
  return headingsOf(target).has(heading) ? undefined : 'no such heading';
}

/** GitHub's anchor of a heading: lower case, without punctuation, blanks as hyphens. */
function headingsOf(path) {
  const titles = linesOutsideCode(readFileSync(path, 'utf8')).flatMap(({ text }) => /^#+ (.*)/.exec(text)?.[1] ?? []);
  return new Set(
    titles.map((title) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replace(/\s/g, '-'),
    ),
  );
}

function linesOutsideCode(text) {
  let isCode = false;
  return text.split('\n').flatMap((line, index) => {
    if (/^\s*```/.test(line)) isCode = !isCode;
    return isCode ? [] : [{ text: line, number: index + 1 }];
  });
}
