import { plainText } from './escape-text.ts';

/**
 * An XML element as text. Attribute values and text content come in raw; children are elements that are rendered
 * already.
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | number>>;
  readonly text?: string;
  readonly children?: readonly string[];
}

/** Renders an element on lines of its own; everything raw in it is escaped and free of what XML 1.0 forbids. */
export function renderElement({ name, attributes = {}, text, children = [] }: XmlElement): string {
  const opened = `${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeAttribute(String(value))}"`)
    .join('')}`;
  if (text !== undefined) return `<${opened}>${escapeXml(text)}</${name}>`;
  if (children.length === 0) return `<${opened}/>`;
  return `<${opened}>\n${children.join('\n')}\n</${name}>`;
}

function escapeXml(text: string): string {
  return plainText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

// A parser makes spaces of tabs and line ends in attributes unless they are references.
function escapeAttribute(text: string): string {
  return escapeXml(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');
}
