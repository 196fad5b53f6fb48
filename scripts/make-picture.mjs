// Draws the terminal output of a real failing run: node scripts/make-picture.mjs. Writes docs/images/failing-run.svg,
// and boots a kernel.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const columns = 100;
const [charWidth, lineHeight, margin, fontSize] = [8.4, 19, 18, 14];
const colours = {
  31: '#f47067',
  32: '#57ab5a',
  33: '#c69026',
  34: '#539bf5',
  35: '#b083f0',
  36: '#39c5cf',
  90: '#768390',
};

const text = failingRun();
mkdirSync(join(root, 'docs/images'), { recursive: true });
writeFileSync(join(root, 'docs/images/failing-run.svg'), drawing(text));

function failingRun() {
  const out = mkdtempSync(join(tmpdir(), 'qdt-picture-'));
  const results = join(out, 'qdt-results');
  const suite = join(root, 'test/integration/suites/source-lines');
  const test = ['--test', '*/null-deref-inlined'];
  const { stdout, status } = spawnSync(
    process.execPath,
    [join(root, 'dist/cli.mjs'), 'run', suite, ...test, '--kernel', 'debian:6.12', '--out', results],
    { cwd: root, encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '1', COLUMNS: String(columns) } },
  );
  rmSync(out, { recursive: true });
  if (status !== 1) throw new Error(`expected a run that fails, found exit status ${status}:\n${stdout}`);
  // Without the path of this host's temporary files.
  const told = stdout.slice(stdout.indexOf('source-lines: '));
  return told.replaceAll(/[^\s]*qdt-picture-\w+\//g, '');
}

/** Text with SGR sequences as SVG. The program uses only bold, dim and the sixteen colours. */
function drawing(output) {
  const lines = output.trim().split('\n').map(cut);
  const width = Math.ceil(columns * charWidth + 2 * margin);
  const height = lines.length * lineHeight + 2 * margin;
  const rows = lines.map((line, index) => {
    const spans = spansOf(line).map(({ text: words, style }) => `<tspan${style}>${escaped(words)}</tspan>`);
    const y = margin + (index + 1) * lineHeight - 5;
    return `<text x="${margin}" y="${y}" xml:space="preserve">${spans.join('')}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
      `viewBox="0 0 ${width} ${height}" role="img"`,
    '  aria-label="A failing run on a terminal" font-family="ui-monospace, Menlo, Consolas, monospace" ' +
      `font-size="${fontSize}">`,
    `<rect width="100%" height="100%" rx="8" fill="#22272e"/>`,
    `<g fill="#adbac7">`,
    ...rows,
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** Cuts a line to the picture's width, ignoring colours. */
function cut(line) {
  const plain = line.replace(/\x1b\[[0-9;]*m/g, '');
  return plain.length <= columns ? line : `${plain.slice(0, columns - 1)}…`;
}

function spansOf(line) {
  let state = { bold: false, dim: false, colour: undefined };
  return line.split(/(\x1b\[[0-9;]*m)/).flatMap((piece, index) => {
    if (index % 2 === 0) return piece === '' ? [] : [{ text: piece, style: attributes(state) }];
    for (const code of piece.slice(2, -1).split(';').map(Number)) state = after(state, code);
    return [];
  });
}

function after(state, code) {
  if (code === 0) return { bold: false, dim: false, colour: undefined };
  if (code === 1) return { ...state, bold: true };
  if (code === 2) return { ...state, dim: true };
  if (code === 22) return { ...state, bold: false, dim: false };
  return { ...state, colour: code === 39 ? undefined : colours[code] };
}

function attributes({ bold, dim, colour }) {
  const fill = colour ?? (dim ? colours[90] : undefined);
  return `${fill === undefined ? '' : ` fill="${fill}"`}${bold ? ' font-weight="bold"' : ''}`;
}

function escaped(words) {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
