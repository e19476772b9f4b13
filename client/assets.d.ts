/** esbuild puts the file's text here. */
declare module '*.svg' {
  const text: string;
  export default text;
}
