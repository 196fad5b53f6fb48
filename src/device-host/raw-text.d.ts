/** The text of a file: scripts/bundled-text.mjs. */
declare module '*?raw' {
  const text: string;
  export default text;
}
