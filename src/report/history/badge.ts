import type { SupportWords } from './kernel-support.ts';

const colours: Readonly<Record<SupportWords['state'], string>> = {
  good: '#2c7a4b',
  bad: '#c8321f',
  unknown: '#646a73',
};
const maxChars = 60;
/** Pixels of a character at 11 px, generously: `textLength` makes the text fit, whatever the font. */
const charWidth = 6.6;
const padding = 6;

/** `badge.svg`, for a README: label and message side by side. It loads nothing. */
export function renderBadge({ label, message, state }: SupportWords): string {
  const left = halfOf(label);
  const right = halfOf(message);
  const width = left.width + right.width;
  const title = `${left.text}: ${right.text}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" role="img" aria-label="${title}">
<title>${title}</title>
<clipPath id="r"><rect width="${width}" height="20" rx="4"/></clipPath>
<g clip-path="url(#r)">
<rect width="${left.width}" height="20" fill="#3a3f47"/>
<rect x="${left.width}" width="${right.width}" height="20" fill="${colours[state]}"/>
</g>
<g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11">
${textAt(left, padding)}
${textAt(right, left.width + padding)}
</g>
</svg>
`;
}

interface Half {
  /** Escaped. */
  readonly text: string;
  readonly textWidth: number;
  readonly width: number;
}

function halfOf(text: string): Half {
  const chars = Array.from(text);
  const cut = chars.length > maxChars ? [...chars.slice(0, maxChars - 1), '…'] : chars;
  const textWidth = Math.round(cut.length * charWidth);
  return { text: escapeXml(cut.join('')), textWidth, width: textWidth + 2 * padding };
}

function textAt({ text, textWidth }: Half, x: number): string {
  return `<text x="${x}" y="14" textLength="${textWidth}" lengthAdjust="spacingAndGlyphs">${text}</text>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
