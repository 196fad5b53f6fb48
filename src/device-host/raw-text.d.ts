/** The text of a file, bundled by scripts/bundled-text.mjs. */
declare module '*?raw' {
  const text: string;
  export default text;
}
