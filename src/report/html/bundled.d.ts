/** The text of a script or a style sheet, bundled for a browser by scripts/bundled-text.mjs. */
declare module '*?bundled' {
  const text: string;
  export default text;
}
