// A failing pull request as SVG, plainly in the manner of GitHub: the diff with the annotation under its line, and
// below it the head of the job's summary.
const width = 900;
const [margin, rowHeight] = [16, 20];
const mono = 'ui-monospace, Menlo, Consolas, monospace';
const ink = { text: '#1f2328', dim: '#59636e', line: '#d1d9e0', bar: '#f6f8fa', red: '#d1242f', green: '#1a7f37' };
const rows = {
  '+': { fill: '#dafbe1', number: '#b7f0c4' },
  '-': { fill: '#ffebe9', number: '#ffd0cc' },
  ' ': { fill: '#ffffff', number: '#ffffff' },
};
const [linesBefore, linesAfter, summaryBlockLines] = [12, 1, 2];

/** @param shown the file's name, its diff, the annotation on one of its lines, and the summary in Markdown */
export function pullRequestPicture({ file, diff, annotation, summary }) {
  const pen = createPen();
  drawBar(pen, file);
  for (const line of linesAround(diff, annotation.line)) {
    drawDiffLine(pen, line);
    if (line.after === annotation.line) drawAnnotation(pen, file, annotation);
  }
  pen.box(margin, width - 2 * margin, pen.top);
  pen.down(24);
  pen.top = pen.y;
  drawBar(pen, 'drivers summary');
  drawSummary(pen, summary);
  pen.box(margin, width - 2 * margin, pen.top);
  return pen.picture();
}

/** Draws from the top to the bottom, and remembers how far it is. */
function createPen() {
  const shapes = [];
  const frames = [];
  return {
    y: margin,
    top: margin,
    down(height) {
      this.y += height;
    },
    fill(x, wide, height, colour) {
      shapes.push(`<rect x="${x}" y="${this.y}" width="${wide}" height="${height}" fill="${colour}"/>`);
    },
    /** The outline of what was drawn since `from`. */
    box(x, wide, from, colour = ink.line) {
      const size = `width="${wide}" height="${this.y - from}"`;
      frames.push(`<rect x="${x}" y="${from}" ${size} rx="6" fill="none" stroke="${colour}"/>`);
    },
    /** Text with its foot at `dy` below the current height. */
    text(x, dy, content, attributes = '') {
      shapes.push(`<text x="${x}" y="${this.y + dy}" xml:space="preserve"${attributes}>${content}</text>`);
    },
    picture() {
      const height = this.y + margin;
      const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
      return [
        `<svg xmlns="http://www.w3.org/2000/svg" ${size} role="img"`,
        `  aria-label="A failing pull request: an annotation in the diff, and the summary of the job"`,
        `  font-family="system-ui, 'Liberation Sans', Helvetica, Arial, sans-serif" font-size="14" fill="${ink.text}">`,
        '<rect width="100%" height="100%" rx="8" fill="#ffffff"/>',
        ...shapes,
        ...frames,
        '</svg>',
        '',
      ].join('\n');
    },
  };
}

function drawBar(pen, words) {
  pen.fill(margin, width - 2 * margin, 36, ink.bar);
  pen.text(margin + 12, 23, escaped(words), ` font-family="${mono}" font-size="13" font-weight="bold"`);
  pen.down(36);
}

/** The lines of the diff near a line of the changed file, with their numbers before and after. */
function linesAround(diff, line) {
  const lines = numbered(diff);
  const at = lines.findIndex(({ after }) => after === line);
  if (at < 0) throw new Error(`expected line ${line} in the diff, found none:\n${diff}`);
  return lines.slice(Math.max(0, at - linesBefore), at + linesAfter + 1);
}

function numbered(diff) {
  let [before, after] = [0, 0];
  return diff.split('\n').flatMap((text) => {
    const hunk = /^@@ -(\d+)\S* \+(\d+)/.exec(text);
    if (hunk !== null) [before, after] = [Number(hunk[1]), Number(hunk[2])];
    if (hunk !== null || after === 0 || !/^[-+ ]/.test(text)) return [];
    const kind = text[0];
    return [
      {
        kind,
        text: text.slice(1),
        before: kind === '+' ? undefined : before++,
        after: kind === '-' ? undefined : after++,
      },
    ];
  });
}

function drawDiffLine(pen, { kind, text, before, after }) {
  const { fill, number } = rows[kind];
  pen.fill(margin, 88, rowHeight, number);
  pen.fill(margin + 88, width - 2 * margin - 88, rowHeight, fill);
  const style = ` font-family="${mono}" font-size="12.5"`;
  const column = (x, value) => pen.text(x, 14, value ?? '', `${style} fill="${ink.dim}" text-anchor="end"`);
  column(margin + 38, before);
  column(margin + 80, after);
  pen.text(margin + 98, 14, escaped(`${kind} ${text.replaceAll('\t', '    ')}`), style);
  pen.down(rowHeight);
}

function drawAnnotation(pen, file, { line, title, message }) {
  const [left, wide] = [margin + 12, width - 2 * margin - 24];
  pen.down(8);
  const from = pen.y;
  const words = message.split('\n').flatMap((text) => wrapped(text, 114));
  pen.fill(left, 4, 62 + words.length * 17, ink.red);
  pen.text(
    left + 18,
    22,
    `<tspan fill="${ink.red}">✗ Check failure</tspan> on line ${line} in ${escaped(file)}`,
    ' font-size="12.5"',
  );
  pen.text(left + 18, 44, escaped(title), ' font-weight="bold"');
  pen.down(50);
  for (const text of words) {
    pen.text(left + 18, 14, escaped(text), ` font-family="${mono}" font-size="12"`);
    pen.down(17);
  }
  pen.down(12);
  pen.box(left, wide, from);
  pen.down(8);
}

function wrapped(text, columns) {
  if (text.length <= columns) return [text];
  const at = text.lastIndexOf(' ', columns);
  const end = at > columns / 2 ? at : columns;
  return [text.slice(0, end), ...wrapped(`  ${text.slice(end).trimStart()}`, columns)];
}

/** The Markdown that the summary begins with: down to the first lines of the first block of code. */
function drawSummary(pen, summary) {
  pen.down(8);
  let blockLines;
  let isHead = true;
  for (const line of summary.split('\n')) {
    if (line.startsWith('```')) {
      pen.down(8);
      blockLines = 0;
    } else if (blockLines !== undefined && blockLines++ >= summaryBlockLines) break;
    else if (blockLines !== undefined) drawCode(pen, line);
    else if (line.startsWith('|')) isHead = drawTableRow(pen, line, isHead);
    else if (line !== '') drawProse(pen, line);
  }
  drawCode(pen, '…');
  pen.down(12);
}

function drawProse(pen, line) {
  const heading = /^(#+) (.*)/.exec(line);
  const size = heading === null ? 14 : heading[1].length === 2 ? 19 : 15;
  const words = heading === null ? line.replace(/^- /, '• ') : heading[2];
  pen.down(heading === null ? 0 : 14);
  pen.text(margin + 16, 18, inline(words), ` font-size="${size}"${heading === null ? '' : ' font-weight="bold"'}`);
  pen.down(heading === null ? 24 : 28);
}

/** @returns whether the next row is still the head of a table */
function drawTableRow(pen, line, isHead) {
  if (/^\|[\s|-]+\|$/.test(line)) return false;
  const columns = [margin + 16, margin + 216, margin + 406];
  pen.fill(margin + 8, 590, 26, isHead ? ink.bar : '#ffffff');
  for (const [index, cell] of line.split('|').slice(1, -1).entries())
    pen.text(columns[index], 18, inline(cell.trim()), isHead ? ' font-weight="bold"' : '');
  pen.fill(margin + 8, 590, 1, ink.line);
  pen.down(26);
  return isHead;
}

function drawCode(pen, line) {
  pen.fill(margin + 12, width - 2 * margin - 24, 18, ink.bar);
  pen.text(margin + 22, 13, escaped(line.slice(0, 110)), ` font-family="${mono}" font-size="12"`);
  pen.down(18);
}

/** Code spans, bold, and the signs of the verdict. */
function inline(markdown) {
  return escaped(markdown)
    .replace(/`([^`]*)`/g, `<tspan font-family="${mono}" font-size="12.5">$1</tspan>`)
    .replace(/\*\*([^*]*)\*\*/g, '<tspan font-weight="bold">$1</tspan>')
    .replace('❌', `<tspan fill="${ink.red}" font-weight="bold">✗</tspan>`)
    .replace('✓', `<tspan fill="${ink.green}" font-weight="bold">✓</tspan>`);
}

function escaped(words) {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
